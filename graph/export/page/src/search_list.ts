// The suggestions: groups of options under headings, what was not understood below them.
import { corpus } from "./corpus";
import { type Child, el, foreign, icon } from "./dom";
import * as model from "./model";
import { nodes } from "./model";
import * as rows from "./rows";
import type { Answer, PaperHit } from "./search_find";
import * as index from "./search_index";
import type { Hit } from "./search_names";
import * as operators from "./search_operators";
import { snippet } from "./search_snippet";

/** What can be chosen: a node, a paper that is not drawn, a topic, or all papers that match. */
export interface Choice {
  key: string;
  act: () => unknown;
}
export interface Acts {
  node(node: number): unknown;
  undrawn(row: number): unknown;
  topic(name: string): unknown;
  all(): unknown;
}
export interface Drawn {
  items: HTMLElement[];
  choices: Choice[];
  /** Which choice all papers are, -1 without them. */
  all: number;
}
const MOST_SIGNS = 300;

const note = (text: string) => (text ? foreign(text.slice(0, 120), { class: "note" }) : null);
const entityRow = ({ of, alias }: Hit): Child[] => [
  icon(nodes.kind[of]),
  el("span", { class: "unseen" }, `${model.KINDS[nodes.kind[of]]?.one ?? ""}: `),
  foreign(nodes.label[of].slice(0, MOST_SIGNS), { class: "hit" }),
  note(alias ? `also ${alias}` : rows.plural(nodes.papers[of], "paper")),
];
const pieces = (row: number, words: Set<string>) => {
  const abstract = index.abstractOf(row);
  const names = index.namesOf(row);
  const found = snippet(abstract || (names ? `Names ${names.replaceAll(" | ", ", ")}` : ""), words);
  const marked = found.map(([text, isMarked]) => (isMarked ? el("mark", {}, text) : text));
  return marked.length ? el("span", { class: "snippet", dir: "auto" }, ...marked) : null;
};
const paperRow = ({ row, alias }: PaperHit, below: Child = null): Child[] => [
  icon("paper"),
  el("span", { class: "unseen" }, `${model.KINDS.paper?.one ?? "Paper"}: `),
  foreign(corpus.title[row].slice(0, MOST_SIGNS), { class: "hit" }),
  note([alias, corpus.date[row], corpus.node[row] < 0 ? "not drawn" : ""].filter(Boolean).join(" · ")),
  below,
];

/** Draw an answer; `nodesOnly` where a card asks for a second node. */
export const draw = (answer: Answer, acts: Acts, nodesOnly = false): Drawn => {
  const drawn: Drawn = { items: [], choices: [], all: -1 };
  const option = (key: string, act: () => unknown, content: Child[], look = "") => {
    const id = `hit-${drawn.choices.length}`;
    const item = el("div", { id, role: "option", "aria-selected": "false", class: look }, ...content);
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => act());
    drawn.choices.push({ key, act });
    return item;
  };
  const group = (title: string, items: HTMLElement[]) => {
    if (!items.length) return;
    const heading = el("span", { class: "heading", "aria-hidden": "true" }, title);
    drawn.items.push(el("div", { role: "group", "aria-label": title }, heading, ...items));
  };
  const papers = (hits: PaperHit[], more: (hit: PaperHit) => Child = () => null) =>
    hits
      .filter(({ row }) => !nodesOnly || corpus.node[row] >= 0)
      .map((hit) => {
        const node = corpus.node[hit.row];
        const act = () => (node < 0 ? acts.undrawn(hit.row) : acts.node(node));
        const below = more(hit);
        return option(corpus.key[hit.row], act, paperRow(hit, below), below ? "two" : "");
      });
  const entities = () =>
    group(
      "Entities",
      answer.entities.map((hit) => option(nodes.key[hit.of], () => acts.node(hit.of), entityRow(hit))),
    );
  const titles = () => group("Papers by title", papers(answer.titles));
  if (answer.nearest && (answer.entities.length || answer.titles.length || answer.abstracts.length))
    drawn.items.push(line(`Nothing found for “${answer.query.text}”. The nearest:`));
  for (const part of answer.titlesFirst ? [titles, entities] : [entities, titles]) part();
  group(
    "Papers by author",
    papers(answer.authors, ({ row }) => byline(row)),
  );
  group(
    "In abstracts",
    papers(answer.abstracts, ({ row }) => pieces(row, answer.words)),
  );
  if (!nodesOnly) {
    const topic = (name: string) => [rows.swatch(name), foreign(name, { class: "hit" }), ofTopic(name)];
    group(
      "Topics",
      answer.topics.map((name) => option(`topic ${name}`, () => acts.topic(name), topic(name))),
    );
    if (answer.rows.length) {
      drawn.all = drawn.choices.length;
      const many =
        answer.rows.length === 1 ? "The one paper" : `All ${rows.plural(answer.rows.length, "paper")}`;
      const keys = note("filters list and map · Ctrl+Enter");
      drawn.items.push(option("all", acts.all, [el("span", { class: "hit" }, many), keys], "all"));
    }
    if (!index.isWhole()) drawn.items.push(line("Abstracts are being read …"));
    for (const text of answer.notes) drawn.items.push(line(text));
    if (answer.notes.length) drawn.items.push(line(`Operators: ${operators.HELP.join(" ")}`));
  }
  return drawn;
};
export const line = (text: string) => el("div", { class: "none", role: "presentation" }, text);
const byline = (row: number) => foreign(corpus.authors[row].slice(0, MOST_SIGNS), { class: "snippet" });
const ofTopic = (name: string) => note(rows.plural(model.topic.get(name)?.papers ?? 0, "paper"));
