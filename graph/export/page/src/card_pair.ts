// What links two nodes, for the card and for comparisons: how sure the link is and why, and the sentences of both.
import * as cardText from "./card_text";
import { sharedNames } from "./compare_sets";
import { el, foreign, nodeLink } from "./dom";
import * as model from "./model";
import { around, edges, isPaper, nodes, other, RELATIONS } from "./model";
import { linked, linkOf, strongest } from "./naming";
import * as rows from "./rows";
import * as state from "./state";
import type { Texts } from "./types";

const FIRST = 6;

const said = (texts: Texts, edge: number) => {
  const body = cardText.evidence(texts, edge) ?? el("p", { class: "muted" }, "No sentence is known.");
  return el("div", { class: "said" }, nodeLink(edges.from[edge], undefined, { class: "muted" }), body);
};
/** How likely two papers belong together, and why; null where the graph has no link between them. */
export const likelihood = (texts: Texts, edge: number) => {
  if (edge < 0) return null;
  const weight = edges.weight[edge];
  const words = model.split(texts.terms[edge]).map((word) => foreign(word, { class: "tag term" }));
  return el(
    "div",
    { class: "likely" },
    el(
      "p",
      { class: "line" },
      rows.bar(weight, 1, `probability ${rows.percent(weight)}`),
      ` ${rows.percent(weight)} likely to belong together`,
    ),
    cardText.reason(texts, edge),
    words.length ? el("div", { class: "tags" }, ...words) : null,
  );
};
/** The names that two papers share, each with the sentences of both. */
export const namesOfBoth = (texts: Texts, papers: number[]) => {
  const found = sharedNames(state.now, papers);
  const row = ({ node, cells }: { node: number; cells: number[] }) =>
    rows.named(
      node,
      cells.every((edge) => edge >= 0 && model.isBackground(edge)) ? "in the background" : null,
      ...cells.filter((edge) => edge >= 0).map((edge) => said(texts, edge)),
    );
  return found.length
    ? rows.listing(found, row, {}, FIRST)
    : [el("p", { class: "muted" }, "They share no name, but what they write is alike.")];
};
const ofNaming = (texts: Texts, between: number[]) =>
  between.map((edge) => {
    const relation = edges.relation[edge];
    return rows.section(
      RELATIONS[relation]?.group ?? relation,
      el("p", { class: "muted" }, `confidence ${edges.confidence[edge].toFixed(2)} `, rows.salience(edge)),
      said(texts, edge),
    );
  });
const ofEntities = (texts: Texts, one: number, two: number) => {
  const [first, second] = [one, two].map((node) => linked(state.now, node));
  const both = [...first].filter(([paper]) => second.has(paper));
  const row = ([paper, own]: [number, number[]]) =>
    rows.named(
      paper,
      nodes.date[paper],
      ...[own, second.get(paper) ?? []].map((list) => cardText.evidence(texts, strongest(list))),
    );
  return both.length
    ? [
        rows.section(
          `${rows.plural(both.length, "paper")} of what is shown name${both.length === 1 ? "s" : ""} both`,
          ...rows.listing(both, row, {}, FIRST),
        ),
      ]
    : [];
};
/** The sections that say what links two nodes directly; empty where nothing does. */
export const pairSections = (one: number, two: number, texts: Texts): HTMLElement[] => {
  const papers = [one, two].filter(isPaper);
  const between = around[one].filter((edge) => other(edge, one) === two);
  if (papers.length === 1) return ofNaming(texts, between);
  if (papers.length === 0) return ofEntities(texts, one, two);
  const edge = linkOf(one, two);
  const likely = likelihood(texts, edge);
  return likely
    ? [
        rows.section("Why they are linked", likely),
        rows.section("What both name", ...namesOfBoth(texts, papers)),
      ]
    : [];
};
