// The card of an entity: the papers that are most about it, what it is named with, what was merged in it.
import { correctFind } from "./card_correct";
import * as cardText from "./card_text";
import { el, foreign } from "./dom";
import * as model from "./model";
import { around, edges, isBackground, isPaper, nodes, RELATIONS } from "./model";
import * as rows from "./rows";
import type { Texts } from "./types";

// How many papers name both, and not in the background: counted over the papers of this entity.
const namedWith = (entity: number) => {
  const counts = new Map<number, number>();
  const matters = (edge: number) => !isBackground(edge);
  for (const paper of model.neighbours(entity, matters)) {
    for (const peer of model.neighbours(paper, matters)) {
      if (peer !== entity && !isPaper(peer)) counts.set(peer, (counts.get(peer) || 0) + 1);
    }
  }
  return [...counts].sort(
    (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || model.named(a[0], b[0]),
  );
};
// The written forms in the papers, the most frequent first: what was merged, as the text has it.
const forms = (entity: number, texts: Texts) => {
  const papers = new Map<string, Set<number>>();
  for (const edge of around[entity]) {
    for (const form of model.split(texts.surfaces[edge]).map(model.shownAs)) {
      const found = papers.get(form) ?? new Set();
      papers.set(form, found.add(edges.from[edge]));
    }
  }
  const counts = [...papers].map(([form, found]): [string, number] => [form, found.size]);
  return counts.sort((a, b) => b[1] - a[1] || model.compare(a[0], b[0]));
};
const formRow = ([form, count]: [string, number]) =>
  el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, rows.plural(count, "paper")));
const reasonRow = (reason: string) => el("li", { dir: "auto" }, reason);

export const cardEntity = (entity: number, texts: Texts) => {
  const newest = (a: number, b: number) =>
    (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") ||
    model.named(edges.from[a], edges.from[b]);
  const paperRow = (edge: number) => {
    const remark = [nodes.date[edges.from[edge]], rows.salience(edge), correctFind(edge, texts)];
    return rows.named(edges.from[edge], remark.filter(Boolean), cardText.evidence(texts, edge));
  };
  const groups = rows.byRelation(around[entity]);
  const papers = groups.map(([relation, list]) => {
    const title = RELATIONS[relation]?.by ?? relation;
    const listed = rows.listing(rows.bySalience(list, newest), paperRow);
    if (!isBackground(list[0])) return rows.section(title, ...listed);
    const count = `${rows.plural(list.length, "paper")}, in the background`;
    return rows.section(title, rows.fold(count, listed, groups.length === 1));
  });
  const company = namedWith(entity);
  const written = forms(entity, texts);
  const reasons = model.split(texts.united[entity]);
  return [
    ...papers,
    company.length
      ? rows.section(
          "Often named with",
          ...rows.listing(company, ([peer, count]) => rows.named(peer, rows.plural(count, "paper")), {
            class: "tight",
          }),
        )
      : null,
    written.length > 1
      ? rows.section("Written as", ...rows.listing(written, formRow, { class: "tight" }))
      : null,
    reasons.length
      ? rows.section(
          "Why these are one entity",
          ...rows.listing(reasons, reasonRow, { class: "tight muted" }),
        )
      : null,
  ];
};
