// The export menu; files are made here in the page, nothing is sent anywhere.
import * as cite from "./cite";
import * as corrections from "./corrections_panel";
import { button, byId, el, say } from "./dom";
import { openText, saveFile } from "./files";
import * as picture from "./picture";
import * as reading from "./reading";
import { plural } from "./rows";
import * as state from "./state";
import * as tables from "./tables";

const opener = byId("save");
const menu = byId("save-menu");
const UTF8 = "charset=utf-8";
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export const stem = () => {
  const words = document.title
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const { view } = state.now;
  return [words.slice(0, 60) || "graph", view === "full" ? "" : view].filter(Boolean).join("-");
};
export const download = (blob: Blob, ending: string) => {
  const name = `${stem()}${ending}`;
  saveFile(blob, name);
  return `Saved ${name}`;
};
const text = (make: () => Promise<string>, type: string, ending: string) => async () =>
  download(new Blob([await make()], { type: `${type};${UTF8}` }), ending);
const copy = async () => {
  await navigator.clipboard.writeText(location.href);
  return "Link copied";
};
const THINGS: [string, () => Promise<string | undefined>][] = [
  ["Picture (PNG)", async () => download(await picture.png(), ".png")],
  ["Picture (SVG)", async () => download(picture.svg(), ".svg")],
  ["Nodes (CSV)", text(tables.nodeTable, "text/csv", ".nodes.csv")],
  ["Links (CSV)", text(tables.edgeTable, "text/csv", ".edges.csv")],
  ["Graph (GraphML)", text(tables.graphml, "application/xml", ".graphml")],
  ["Papers (BibTeX)", text(async () => cite.FILES.bib(), "application/x-bibtex", ".bib")],
  ["Papers (RIS)", text(async () => cite.FILES.ris(), "application/x-research-info-systems", ".ris")],
  ["Papers (Markdown)", text(async () => cite.FILES.md(), "text/markdown", ".md")],
  ["Papers (CSV)", text(async () => cite.FILES.csv(), "text/csv", ".papers.csv")],
  ["Reading marks (JSON)", text(async () => reading.toJson(), "application/json", ".reading.json")],
  [
    "Load reading marks …",
    async () => `${plural(reading.takeJson(await openText(".json")), "mark")} taken over`,
  ],
  ["Load corrections …", corrections.load],
  ...(navigator.clipboard && window.top === window
    ? [["Copy link to this view", copy] as [string, () => Promise<string>]]
    : []),
  [
    "Print …",
    async () => {
      window.print();
      return undefined;
    },
  ],
];

const open = (wanted: boolean) => {
  menu.hidden = !wanted;
  opener.setAttribute("aria-expanded", String(wanted));
};
const run = (act: () => Promise<string | undefined>) => async () => {
  open(false);
  opener.focus();
  try {
    say((await act()) || "");
  } catch (error) {
    say(`That did not work: ${error instanceof Error ? error.message : error}`);
  }
};
menu.append(
  el("p", { class: "muted" }, "What is shown, as"),
  ...THINGS.map(([title, act]) => button({}, title, run(act))),
);
opener.addEventListener("click", () => {
  open(menu.hidden);
  if (!menu.hidden) menu.querySelector("button")?.focus();
});
menu.addEventListener("keydown", (event) => {
  const all = [...menu.querySelectorAll("button")];
  const step = STEPS[event.key];
  if (event.key === "Escape") {
    open(false);
    opener.focus();
  } else if (step)
    all[(all.indexOf(document.activeElement as HTMLButtonElement) + step + all.length) % all.length].focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
});
for (const press of ["pointerdown", "keydown"]) document.addEventListener(press, () => say(""), true);
document.addEventListener("pointerdown", ({ target }) => {
  if (!menu.contains(target as Node) && target !== opener) open(false);
});
