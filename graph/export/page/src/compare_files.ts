// A comparison as a file: a table for spreadsheets, and Markdown for notes.

import { markup } from "./citations";
import { byTime, type Line, type Share, setsOf, sharedCompany, sharedNames, shares } from "./compare_sets";
import { corpus } from "./corpus";
import { csvOf } from "./csv";
import { edges, isPaper, KINDS, nodes, RELATIONS } from "./model";
import { earliest, rowsNaming } from "./naming";
import * as state from "./state";

type Cell = string | number;
/** The name of a line and its cells, one for each of the compared. */
type Row = [string, ...Cell[]];

export const labels = (items: number[]) => items.map((node) => nodes.label[node]);
/** Which of the compared a part is of, in words. */
export const shareName = ({ sets }: Share, names: string[]) =>
  sets.length === names.length
    ? names.length === 2
      ? "both"
      : `all ${names.length}`
    : `${sets.length > 1 ? "" : "only "}${sets.map((at) => names[at]).join(" and ")}`;
export const cellOf = (value: number, papers: boolean): Cell =>
  papers ? (value < 0 ? "" : (RELATIONS[edges.relation[value]]?.edge ?? edges.relation[value])) : value;

const first = (item: number) => {
  const row = earliest(rowsNaming(state.now, item));
  return row < 0 ? "" : `${corpus.title[row]} (${corpus.date[row]})`;
};
const facts = (items: number[]): Row[] => {
  const papers = isPaper(items[0]);
  if (papers)
    return [
      ["date", ...items.map((item) => nodes.date[item])],
      ["names", ...setsOf(state.now, items).map((set) => set.size)],
    ];
  const series = items.map((item) => byTime(rowsNaming(state.now, item)));
  return [
    ["papers", ...setsOf(state.now, items).map((set) => set.size)],
    ["first paper", ...items.map(first)],
    ...corpus.bins.names.map((name, bin): Row => [name, ...series.map((one) => one[bin])]),
  ];
};
const parts = (items: number[]): Row[] =>
  shares(setsOf(state.now, items)).map((share) => [
    shareName(share, labels(items)),
    ...items.map((_, at) => (share.sets.includes(at) ? share.members.length : "")),
  ]);
const linesOf = (items: number[]): Line[] =>
  (isPaper(items[0]) ? sharedNames : sharedCompany)(state.now, items);
const named = (items: number[]) =>
  linesOf(items).map(({ node, cells }): [string, Row] => [
    KINDS[nodes.kind[node]]?.one ?? nodes.kind[node],
    [nodes.label[node], ...cells.map((value) => cellOf(value, isPaper(items[0])))],
  ]);

/** The comparison as a table with a column for each of the compared. */
export const asCsv = (items: number[]) =>
  csvOf([
    ["section", "name", ...labels(items)],
    ...facts(items).map((row) => ["facts", ...row]),
    ...parts(items).map((row) => ["in common and apart", ...row]),
    ...named(items).map(([kind, row]) => [kind, ...row]),
  ]);

const line = (cells: Cell[]) => `| ${cells.map((cell) => markup(String(cell))).join(" | ")} |`;
const table = (heads: Cell[], body: Cell[][]) =>
  [line(heads), `|${" --- |".repeat(heads.length)}`, ...body.map(line)].join("\n");
const MOST = 30;

const bullets = (members: number[], papers: boolean) => {
  const line = (row: number) => corpus.title[row] + (corpus.date[row] ? ` (${corpus.date[row]})` : "");
  const list = members
    .slice(0, MOST)
    .map((member) => `- ${markup(papers ? line(member) : nodes.label[member])}`);
  return [...list, ...(members.length > MOST ? [`- and ${members.length - MOST} more`] : [])].join("\n");
};
/** The comparison as Markdown, with the names that are shared most. */
export const asMarkdown = (items: number[]) => {
  const names = labels(items);
  const shared = named(items).slice(0, MOST);
  const cut = shares(setsOf(state.now, items));
  const nouns = isPaper(items[0]) ? "Names" : "Papers";
  const parts = [
    `# ${names.map(markup).join(" and ")}`,
    table(["", ...names], facts(items)),
    `## ${nouns} in common and apart`,
    table(
      ["", nouns],
      cut.map((share) => [shareName(share, names), share.members.length]),
    ),
  ];
  if (shared.length) {
    const rows = shared.map(([kind, [name, ...cells]]) => [name, kind, ...cells]);
    parts.push("## Named with them", table(["", "kind", ...names], rows));
  }
  for (const share of cut)
    if (share.sets.length > 1 && share.members.length)
      parts.push(`## Of ${markup(shareName(share, names))}`, bullets(share.members, !isPaper(items[0])));
  return `${parts.join("\n\n")}\n`;
};
