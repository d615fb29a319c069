// The card of a paper: abstract, what it works on, what it names by role with the sentences, related papers with
// what they share. What a paper is most about comes first.
import { correctFind, correctLink } from "./card_correct";
import * as cardText from "./card_text";
import { el, nodeLink } from "./dom";
import * as model from "./model";
import { around, edges, isBackground, isPaper, KINDS, nodes, other, RELATIONS } from "./model";
import * as rows from "./rows";
import type { Texts } from "./types";

const SUBJECTS = 6;
const DECLARED: Record<string, string> = {
  declared: "declared by the authors",
  both: "declared by the authors and in the text",
};

const peerRow = (texts: Texts, paper: number, most: number) => (edge: number) => {
  const peer = other(edge, paper);
  const weight = edges.weight[edge];
  const bar = rows.bar(weight, Math.max(most, 1), `probability ${rows.percent(weight)}`);
  return el(
    "li",
    { class: "peer" },
    el(
      "div",
      { class: "line" },
      nodeLink(peer),
      bar,
      el("span", {}, el("span", { class: "count" }, rows.percent(weight)), correctLink(edge)),
    ),
    cardText.reason(texts, edge),
    cardText.shared(texts, edge),
  );
};
const entitySections = (texts: Texts, own: number[]) => {
  const order = (a: number, b: number) =>
    model.compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || model.named(edges.to[a], edges.to[b]);
  const row = (edge: number) => {
    const remark = [DECLARED[edges.origin[edge]], rows.salience(edge), correctFind(edge, texts)];
    return rows.named(edges.to[edge], remark.filter(Boolean), cardText.evidence(texts, edge));
  };
  const listed = (list: number[]) => rows.listing(rows.bySalience(list, order), row);
  // Tasks and the like have a section for each kind, with what is only background folded at its end.
  const terms = Object.entries(KINDS).map(([kind, { many }]) => {
    const list = own.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
    const [front, back] = [list.filter((edge) => !isBackground(edge)), list.filter(isBackground)];
    if (!list.length) return null;
    const fold = back.length ? [rows.fold(`${back.length} in the background`, listed(back))] : [];
    return rows.section(many, ...(front.length ? listed(front) : []), ...fold);
  });
  const roles = rows
    .byRelation(own.filter((edge) => !isTerm(edge)))
    .map(([relation, list]) => rows.section(RELATIONS[relation]?.group ?? relation, ...listed(list)));
  return [...terms, ...roles];
};

// What the paper is about, in a few words before the abstract.
const isTerm = (edge: number) => KINDS[nodes.kind[edges.to[edge]]]?.term === true;
const subjects = (own: number[]) => {
  const found = rows.bySalience(
    own.filter((edge) => isTerm(edge) && !isBackground(edge)),
    (a, b) => model.named(edges.to[a], edges.to[b]),
  );
  const tags = found
    .slice(0, SUBJECTS)
    .map((edge) => nodeLink(edges.to[edge], undefined, { class: `tag ${nodes.kind[edges.to[edge]]}` }));
  return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
};

export const cardPaper = (paper: number, texts: Texts) => {
  const own = around[paper].filter((edge) => edges.from[edge] === paper && !isPaper(edges.to[edge]));
  const related = around[paper]
    .filter((edge) => isPaper(other(edge, paper)))
    .sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
  const abstract = texts.abstract[paper];
  const most = related.length ? edges.weight[related[0]] : 0;
  const body = abstract
    ? el("p", { class: "abstract", dir: "auto" }, ...cardText.marked(texts, abstract, own))
    : null;
  return [
    subjects(own),
    body ? rows.section("Abstract", body) : null,
    ...entitySections(texts, own),
    related.length
      ? rows.section("Related papers", ...rows.listing(related, peerRow(texts, paper, most)))
      : null,
    own.length ? null : el("p", { class: "muted" }, `No ${model.entities.one} was found in this paper.`),
  ];
};
