// Text of papers with the written forms of what they name marked and linked.
import { type Child, el, foreign, nodeLink } from "./dom";
import * as model from "./model";
import { edges, nodes, split } from "./model";
import { tag } from "./rows";
import type { Texts } from "./types";

// Cuts text at the written forms that the edges name. A form counts if no letter or digit is next to it.
export const marked = (texts: Texts, text: string, linked: number[]): Child[] => {
  const forms = linked.flatMap((edge) =>
    split(texts.surfaces[edge]).map((form): [string, number] => [model.shownAs(form), edge]),
  );
  const target = new Map(forms);
  if (!target.size) return [text];
  const escaped = [...target.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const parts: Child[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const edge = target.get(found[0].replace(/\s+/g, " "));
    if (edge === undefined) continue;
    const node = edges.to[edge];
    const look = linked.length > 1 && model.isBackground(edge) ? "slight mention" : "mention";
    parts.push(
      text.slice(from, found.index),
      nodeLink(node, found[0], { class: `${look} ${nodes.kind[node]}`, title: nodes.label[node] }),
    );
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
};
export const evidence = (texts: Texts, edge: number) => {
  const sentence = texts.evidence[edge] || "";
  return sentence ? el("blockquote", { dir: "auto" }, ...marked(texts, sentence, [edge])) : null;
};
/** Why two papers are linked, in one sentence. */
export const reason = (texts: Texts, edge: number) => {
  const sentence = texts.reason[edge] || "";
  return sentence ? el("p", { class: "reason", dir: "auto" }, sentence) : null;
};
// A name leads to its node if the page has a line from both papers to it.
const sharedNames = (texts: Texts, edge: number) => {
  const [one, other] = [edges.from[edge], edges.to[edge]].map((paper) => model.neighbours(paper));
  const both = [...one].filter((node) => other.has(node) && !model.isPaper(node));
  const found = new Map(both.map((node) => [nodes.label[node], node]));
  return split(texts.shared[edge]).map((label) => tag(label, found.get(label)));
};
/** What two linked papers share: names, then words; what a name says already needs no word of its own. */
export const shared = (texts: Texts, edge: number) => {
  const said = texts.shared[edge].toLowerCase();
  const terms = split(texts.terms[edge]).filter((term) => !said.includes(term.toLowerCase()));
  const tags = [...sharedNames(texts, edge), ...terms.map((term) => foreign(term, { class: "tag term" }))];
  return tags.length ? el("div", { class: "tags" }, ...tags) : null;
};
