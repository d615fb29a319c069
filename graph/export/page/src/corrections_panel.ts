// The corrections in the header: how many, what they say, back with each, and the file that `--pins` reads.
import * as corrections from "./corrections";
import { button, byId, el, foreign } from "./dom";
import { openText, saveFile } from "./files";
import { plural } from "./rows";
import * as storage from "./storage";

const FILE = "pins.toml";
const save = () =>
  saveFile(new Blob([corrections.toToml()], { type: "application/toml;charset=utf-8" }), FILE);
/** Let the reader choose a file of corrections; returns what to say. Throws one line if it is broken. */
export const load = async () => {
  const count = corrections.takeToml(await openText(".toml"));
  return `${plural(count, "correction")} taken over`;
};

const row = ({ said, seen }: { said: string; seen: boolean }, at: number) =>
  el(
    "li",
    {},
    el(
      "span",
      { class: "grow" },
      foreign(said),
      seen ? null : el("span", { class: "muted" }, " – nothing in this page has this name"),
    ),
    button({ class: "ask", "aria-label": `Undo: ${said}`.slice(0, 200) }, "Undo", () => corrections.undo(at)),
  );
const fill = () => {
  const steps = corrections.list();
  const said = el("p", { class: "muted", role: "status" }, storage.notice());
  const loading = async () => {
    try {
      said.textContent = await load();
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  return [
    el(
      "p",
      { class: "muted" },
      "Seen here at once. For the next build, save the file and give it to ",
      el("code", {}, "--pins"),
      ".",
    ),
    el("ul", {}, ...steps.map(row)),
    el(
      "div",
      { class: "actions" },
      button({ class: "ask" }, `Save ${FILE}`, save),
      button({ class: "ask" }, "Load …", loading),
      button({ class: "ask" }, "Undo all", () => corrections.reset()),
    ),
    said,
  ];
};

/** Put the button into the header, if there is something to show. */
export const start = () => {
  const count = corrections.list().length;
  if (!count) return;
  const panel = el("div", {
    id: "corrections-panel",
    role: "group",
    "aria-label": "Corrections",
    hidden: true,
  });
  const opener = button(
    {
      ...{ id: "corrections", class: "tool", "aria-label": `Corrections (${count})` },
      ...{ "aria-expanded": "false", "aria-controls": "corrections-panel" },
    },
    [el("span", { class: "wide" }, "Corrections "), `(${count})`],
    () => open(panel.hidden),
  );
  const open = (wanted: boolean) => {
    if (wanted) panel.replaceChildren(...fill());
    panel.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
    if (wanted) panel.querySelector("button")?.focus();
  };
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    opener.focus();
    event.stopPropagation();
  });
  const menu = el("div", { class: "menu" }, opener, panel);
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target as Node)) open(false);
  });
  byId("save").parentElement?.before(menu);
};
