// Buttons on cards that set the graph right. Each asks in the card itself, and says in the list what was done.
import * as corrections from "./corrections";
import { button, type Child, el, foreign } from "./dom";
import * as model from "./model";
import { around, edges, KINDS, nodes, split } from "./model";
import { paperId } from "./paper_id";
import type { Pin } from "./pins";
import * as search from "./search";
import type { Texts, Topic } from "./types";

const MOST_PAPERS = 200;
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const quoted = (text: string) => `“${short(text)}”`;
const noun = (kind: string) => (KINDS[kind]?.one ?? kind).toLowerCase();
const id = (paper: number) => paperId(nodes.key[paper]);
const isUrl = (node: number) => KINDS[nodes.kind[node]]?.worded === false;

/** All that an entity was found by: its names, and how papers write it. */
const writtenNames = (entity: number, texts: Texts) => {
  const names = corrections.foundNames([nodes.label[entity], ...split(nodes.aliases[entity])]);
  const urls = isUrl(entity) && nodes.url[entity] ? [nodes.url[entity]] : [];
  const forms = around[entity].flatMap((edge) => split(texts.surfaces[edge]));
  return [...new Set([...urls, ...names, ...forms])];
};

// A form that a button opens and closes: a step that needs a word, a choice or a confirmation.
const asking = (name: string, fill: (close: () => void) => Child[], place: HTMLElement) => {
  const opener = button({ class: "ask", "aria-expanded": "false" }, name, () => {
    const wanted = opener.getAttribute("aria-expanded") !== "true";
    for (const other of place.parentElement?.querySelectorAll(".ask[aria-expanded=true]") ?? [])
      other.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-expanded", String(wanted));
    const close = () => {
      place.replaceChildren();
      opener.setAttribute("aria-expanded", "false");
      opener.focus();
    };
    place.replaceChildren(...(wanted ? [el("div", { class: "set-right-form" }, ...fill(close))] : []));
    place.querySelector<HTMLElement>("input, button, select")?.focus();
  });
  return opener;
};
const closer = (close: () => void) => button({ class: "ask" }, "Cancel", close);
const naming = (label: string, value: string, done: (text: string) => string, close: () => void): Child[] => {
  const input = el("input", {
    type: "text",
    class: "line-input",
    value,
    "aria-label": label,
    maxlength: "200",
  });
  const said = el("p", { class: "muted", role: "status" });
  const finish = () => {
    const text = input.value.replace(/\s+/g, " ").trim();
    said.textContent = text === "" || text === value ? "Give another name." : done(text);
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") finish();
  });
  return [input, button({ class: "ask" }, "Rename", finish), closer(close), said];
};

const renaming = (entity: number, close: () => void) => {
  const [label, kind] = [nodes.label[entity], nodes.kind[entity]];
  const done = (to: string) => {
    const pin: Pin = { table: "rename", name: label, to, kind };
    corrections.add(`${quoted(label)} is called ${quoted(to)}`, [pin]);
    return "";
  };
  return naming("New name", label, done, close);
};
const retyping = (entity: number, texts: Texts, close: () => void) => {
  const from = nodes.kind[entity];
  const kinds = Object.keys(KINDS).filter((kind) => kind !== from && KINDS[kind].worded);
  const choose = (to: string) => () =>
    corrections.add(
      `${quoted(nodes.label[entity])} is a ${noun(to)}, not a ${noun(from)}`,
      writtenNames(entity, texts).map((name): Pin => ({ table: "retype", name, from, to })),
    );
  return [
    el("span", {}, "It is a "),
    ...kinds.map((kind) => button({ class: "ask" }, noun(kind), choose(kind))),
    closer(close),
  ];
};
const merging = (entity: number, said: HTMLElement) => () =>
  search.ask(`${nodes.label[entity].slice(0, 40)} is the same as …`, (other) => {
    const kind = nodes.kind[entity];
    if (other === entity) return;
    if (nodes.kind[other] !== kind) {
      said.textContent = `${quoted(nodes.label[other])} is a ${noun(nodes.kind[other])}, this is a ${noun(kind)}: say first what kind it is.`;
      return;
    }
    const names = [entity, other].map((node) => corrections.foundNames([nodes.label[node]])[0]);
    const pin: Pin =
      names[0] === names[1] ? { table: "same", name: names[0], kind } : { table: "same", names, kind };
    corrections.add(`${quoted(nodes.label[entity])} is the same as ${quoted(nodes.label[other])}`, [pin]);
  });
const ticks = (legend: string, items: [string, string][]) => {
  const boxes = items.map(([value, text]) => {
    const box = el("input", { type: "checkbox", value });
    return { box, row: el("label", { class: "apart-row" }, box, foreign(text, { class: "grow" })) };
  });
  const group = el("fieldset", { class: "ticks" }, el("legend", {}, legend), ...boxes.map(({ row }) => row));
  return { group, chosen: () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value) };
};
// Some written forms are another thing, or some papers mean another thing by them.
const parting = (entity: number, texts: Texts, close: () => void) => {
  const kind = nodes.kind[entity];
  const names = corrections.foundNames([nodes.label[entity], ...split(nodes.aliases[entity])]);
  const papers = [...model.neighbours(entity)].filter(model.isPaper).slice(0, MOST_PAPERS);
  const said = el("p", { class: "muted", role: "status" });
  const forms =
    names.length > 1
      ? ticks(
          "These names are another thing",
          names.map((name) => [name, model.shownAs(name)]),
        )
      : null;
  const worded = KINDS[kind]?.worded && !KINDS[kind].term;
  const others =
    worded && papers.length > 1
      ? ticks(
          "These papers mean another thing",
          papers.map((paper) => [String(paper), nodes.label[paper]]),
        )
      : null;
  const finish = () => {
    const [some, few] = [forms?.chosen() ?? [], others?.chosen().map(Number) ?? []];
    if (some.length === names.length || few.length === papers.length || (!some.length && !few.length)) {
      said.textContent = "Tick some, but not all.";
      return;
    }
    const [label] = names.filter((name) => !some.includes(name));
    const rest = names.filter((name) => !some.includes(name));
    const groups = [rest, some].filter((group) => group.length > 1);
    const byName: Pin[] = some.length
      ? [
          ...groups.map((group): Pin => ({ table: "same", names: group, kind })),
          { table: "different", names: [label, some[0]], kind },
        ]
      : [];
    const written = new Set(writtenNames(entity, texts));
    const lists = [papers.filter((paper) => !few.includes(paper)), few].map((group) => group.map(id));
    const byPaper = few.length
      ? names
          .filter((name) => written.has(name))
          .map((name): Pin => ({ table: "different", name, papers: lists, kind }))
      : [];
    corrections.add(`${quoted(nodes.label[entity])} is two things`, [...byName, ...byPaper]);
  };
  if (!forms && !others)
    return [
      el("p", { class: "muted" }, "One paper names it, by one name: there is nothing to part."),
      closer(close),
    ];
  return [
    forms?.group ?? null,
    others?.group ?? null,
    button({ class: "ask" }, "These are apart", finish),
    closer(close),
    said,
  ];
};
const dropping = (entity: number, texts: Texts, close: () => void) => {
  const drop = () => {
    const { label, kind } = nodes;
    const pin: Pin = { table: "drop", names: writtenNames(entity, texts), kind: kind[entity] };
    corrections.add(`${quoted(label[entity])} is not a ${noun(kind[entity])}`, [pin]);
  };
  return [
    el("span", {}, "Not an entity, in no paper. "),
    button({ class: "ask" }, "Wrong everywhere", drop),
    closer(close),
  ];
};

/** What sets an entity right: folded, at the end of its actions. */
export const correctEntity = (entity: number, texts: Texts) => {
  const place = el("div", { class: "set-right-place", role: "group", "aria-label": "Correction" });
  const said = el("p", { class: "muted", role: "status" });
  const parts: [string, (close: () => void) => Child[]][] = [
    ["Rename …", (close) => renaming(entity, close)],
    ...(isUrl(entity)
      ? []
      : [
          ["It is a …", (close: () => void) => retyping(entity, texts, close)] as [
            string,
            (close: () => void) => Child[],
          ],
        ]),
    ["Not the same …", (close) => parting(entity, texts, close)],
    ["Wrong …", (close) => dropping(entity, texts, close)],
  ];
  return el(
    "details",
    { class: "set-right" },
    el("summary", {}, "Set it right"),
    el(
      "div",
      { class: "actions" },
      ...parts.map(([name, fill]) => asking(name, fill, place)),
      button({ class: "ask" }, "Same as …", merging(entity, said)),
    ),
    said,
    place,
  );
};
/** What sets right that a paper names something: a small button at the end of the row. */
export const correctFind = (edge: number, texts: Texts) => {
  const [paper, entity] = [edges.from[edge], edges.to[edge]];
  const { label, kind } = nodes;
  const here = () =>
    corrections.add(`${quoted(label[entity])} is wrong in ${quoted(label[paper])}`, [
      { table: "drop", names: writtenNames(entity, texts), kind: kind[entity], paper: id(paper) },
    ]);
  const everywhere = () =>
    corrections.add(`${quoted(label[entity])} is not a ${noun(kind[entity])}`, [
      { table: "drop", names: writtenNames(entity, texts), kind: kind[entity] },
    ]);
  return small(`${label[entity]} is wrong here`, [
    ["Wrong in this paper", here],
    ["Wrong everywhere", everywhere],
  ]);
};
/** What sets right that two papers are linked. */
export const correctLink = (edge: number) => {
  const ends = [edges.from[edge], edges.to[edge]];
  const [one, other] = ends.map((paper) => quoted(nodes.label[paper]));
  const papers = ends.map(id);
  return small("These papers are unrelated", [
    [
      "Unrelated",
      () => corrections.add(`${one} and ${other} are unrelated`, [{ table: "unrelated", papers }]),
    ],
  ]);
};
// The choice opens below the row.
const small = (label: string, choices: [string, () => unknown][]) => {
  const place = el("div", { class: "wrong", role: "group", "aria-label": "Correction" });
  const opener = button(
    { class: "wrong-open", "aria-label": label.slice(0, 200), title: "Wrong?" },
    "✕",
    () => {
      if (place.isConnected) place.remove();
      else opener.closest("li")?.append(place);
      place.querySelector("button")?.focus();
    },
  );
  const back = () => {
    place.remove();
    opener.focus();
  };
  place.append(...choices.map(([name, act]) => button({ class: "ask" }, name, act)), closer(back));
  return opener;
};
/** What gives a topic another name. */
export const correctTopic = ({ name, parent, members, central }: Topic) => {
  const place = el("div", { class: "set-right-place", role: "group", "aria-label": "Correction" });
  const paper = [...central, ...members].find(model.isPaper);
  const level = parent ? "subtopic" : "topic";
  const done = (to: string) => {
    if (model.topic.has(to)) return "Another topic has this name.";
    const own: Pin =
      paper === undefined ? { table: "topic", to, name } : { table: "topic", to, paper: id(paper) };
    corrections.add(`The ${level} ${quoted(name)} is called ${quoted(to)}`, [
      parent ? { ...own, level } : own,
    ]);
    return "";
  };
  const rename = asking("Rename …", (close) => naming("New name of the topic", name, done, close), place);
  return el("div", { class: "set-right" }, rename, place);
};
