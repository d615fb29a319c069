// The card of a path: its nodes in order, and between two of them the sentence of the line.
import { pairSections } from "./card_pair";
import * as cardText from "./card_text";
import { button, el, foreign } from "./dom";
import * as lines from "./lines";
import { edges, nodes, RELATIONS } from "./model";
import * as neighbourhood from "./neighbourhood";
import * as rows from "./rows";
import * as state from "./state";
import type { Texts } from "./types";

const verb = (line: number) => {
  const name = lines.nameOf(line);
  if (name === lines.BESIDE) return `named together in ${rows.plural(lines.now.weight[line], "paper")}`;
  const likely = name === "related" ? `, ${rows.percent(lines.now.weight[line])}` : "";
  return (RELATIONS[name]?.edge ?? name).toLowerCase() + likely;
};
const between = (line: number, here: number, texts: Texts) => {
  const edge = lines.now.edge[line];
  const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
  return el(
    "li",
    { class: "step" },
    el("span", { class: "count" }, backwards ? `↑ ${verb(line)}` : `↓ ${verb(line)}`),
    ...(edge >= 0
      ? [cardText.reason, cardText.shared, cardText.evidence].map((part) => part(texts, edge))
      : []),
  );
};

export const cardPath = (from: number, to: number, texts: Texts) => {
  const found = neighbourhood.path(from, to);
  const drop = button({ class: "more" }, "Leave the path", () => state.select(from));
  if (found === null) {
    const none = [
      "There is no path to ",
      foreign(nodes.label[to]),
      " in what is shown. Wider filters may give one.",
    ];
    return rows.section("Path", el("p", { class: "muted" }, ...none), drop);
  }
  const direct = found.length === 1 ? pairSections(from, to, texts) : [];
  if (direct.length) {
    const leave = button({ class: "more" }, "Leave the link", () => state.select(from));
    const list = el("ul", { class: "tight" }, rows.named(from), rows.named(to));
    return el("div", { class: "link" }, rows.section("Link", list, leave), ...direct);
  }
  const way = neighbourhood.stations(from, found);
  const list = el("ol", { class: "path" }, rows.named(from));
  found.forEach((line, at) => {
    list.append(between(line, way[at], texts), rows.named(way[at + 1]));
  });
  return rows.section(`Path of ${rows.plural(found.length, "step")}`, list, drop);
};
