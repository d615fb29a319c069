// Operators of a query as sets of papers: dataset:gsm8k, topic:"speculative decoding", author:, kind:, since:, until:.
import { corpus, rowOf } from "./corpus";
import { fold } from "./grade";
import * as model from "./model";
import { around, edges, isPaper, KINDS, nodes } from "./model";
import { isIn, ordered } from "./periods";
import * as index from "./search_index";
import * as names from "./search_names";
import type { Operator, Query } from "./search_query";

const LOOSELY = 7; // Score of a name that begins with the value but for blanks and hyphens.
const NEAR = 3;
const MOST = 200;
const REMEMBERED = 20;
// "repo" and "repository" are one operator.
const kindOf = new Map(
  Object.entries(KINDS).flatMap(([kind, { one, many }]) =>
    [kind, one.toLowerCase(), many.toLowerCase()].map((word): [string, string] => [word, kind]),
  ),
);
export const FIELDS = [
  ...[...kindOf].filter(([word, kind]) => kind !== "paper" && !word.includes(" ")).map(([word]) => word),
  ...["topic", "author", "kind", "since", "until"],
];
/** The operators as the reader is told of them. */
export const HELP = [...Object.keys(KINDS).filter((kind) => kind !== "paper"), "topic", "author", "kind"]
  .map((field) => `${field}:`)
  .concat("since:2024-06", "until:");

// Operators stay while the rest of a query is typed.
const remembered = <Value>(make: (operator: Operator) => Value) => {
  const known = new Map<string, Value>();
  return (operator: Operator) => {
    const key = `${operator.field}:${operator.value}`;
    const found = known.get(key) ?? make(operator);
    if (known.size > REMEMBERED) known.clear();
    known.set(key, found);
    return found;
  };
};
/** The nodes that an operator such as dataset:gsm8k means: those of that name, else those that begin with it. */
export const entitiesOf = remembered(({ field, value }): number[] => {
  const kind = kindOf.get(field);
  const every = names.entities.whole;
  const hits = names.find(every, value, MOST, () => 0).best.filter(({ of }) => nodes.kind[of] === kind);
  const least = hits[0]?.score ?? LOOSELY + 1;
  if (least <= LOOSELY) return hits.filter(({ score }) => score <= Math.max(least, 1)).map(({ of }) => of);
  const near = names.nearest(every, value, 4 * NEAR).filter(({ of }) => nodes.kind[of] === kind);
  return hits.length ? hits.map(({ of }) => of) : near.slice(0, 1).map(({ of }) => of);
});
const rowsNaming = (wanted: (node: number) => boolean) => {
  const found = new Uint8Array(corpus.size);
  for (const node of nodes.id) {
    if (isPaper(node) || !wanted(node)) continue;
    for (const e of around[node]) {
      const row = rowOf(edges.from[e]);
      if (row >= 0) found[row] = 1;
    }
  }
  return found;
};
// Of papers that are not drawn only the names that tell most are known.
const addRest = (found: Uint8Array, labels: Set<string>) => {
  for (let row = corpus.drawn; row < corpus.size; row += 1)
    if (model.split(index.namesOf(row)).some((label) => labels.has(label))) found[row] = 1;
  return found;
};
const where = (fits: (row: number) => boolean) => {
  const found = new Uint8Array(corpus.size);
  for (let row = 0; row < corpus.size; row += 1) found[row] = fits(row) ? 1 : 0;
  return found;
};
const ofKind = (value: string, notes: string[]) => {
  const kind = kindOf.get(value);
  if (!kind) notes.push(`“kind:${value}” is not a kind; there are ${Object.keys(KINDS).join(", ")}.`);
  return !kind || kind === "paper" ? where(() => true) : rowsNaming((node) => nodes.kind[node] === kind);
};
const rowsOf = remembered((operator: Operator) => {
  const notes: string[] = [];
  return { rows: passing(operator, notes), notes };
});
const passing = (operator: Operator, notes: string[]) => {
  const { field, value } = operator;
  const lacking = { author: corpus.authors, since: corpus.date, until: corpus.date }[field];
  if (lacking && !lacking.some(Boolean))
    notes.push(
      `No paper here has ${field === "author" ? "an author" : "a date"}, so “${field}:” finds none.`,
    );
  if (field === "since") return where((row) => isIn(corpus.date[row], value, ""));
  if (field === "until") return where((row) => isIn(corpus.date[row], "", value));
  if (field === "author") return where((row) => fold(corpus.authors[row]).includes(value));
  if (field === "kind") return ofKind(value, notes);
  if (field === "topic") {
    const hits = names.find(names.topics.whole, value, model.topic.size, () => 0).best;
    const all = [...model.topic.keys()];
    const wanted = new Set(hits.map(({ of }) => all[of]));
    if (!wanted.size) notes.push(`No topic is called “${value}”.`);
    return where((row) => wanted.has(corpus.topic[row]) || wanted.has(corpus.subtopic[row]));
  }
  const found = new Set(entitiesOf(operator));
  if (!found.size) notes.push(`No ${field} is called “${value}”.`);
  return addRest(
    rowsNaming((node) => found.has(node)),
    new Set([...found].map((node) => nodes.label[node])),
  );
};
/** Which rows pass all operators, null if there are none; `notes` get what could not be done. Bounds of time that
 * cross each other mean the time between them. */
export const allowed = ({ operators }: Query, notes: string[]) => {
  if (!operators.length) return null;
  const [since, until] = ["since", "until"].map((name) =>
    operators.find(({ field, no }) => field === name && !no),
  );
  const crossed = since && until && ordered(since.value, until.value)[0] !== since.value;
  if (crossed) [since.value, until.value] = [until.value, since.value];
  const found = new Uint8Array(corpus.size).fill(1);
  for (const operator of operators) {
    const { rows, notes: own } = rowsOf(operator);
    notes.push(...own);
    for (let row = 0; row < corpus.size; row += 1) if (rows[row] === Number(operator.no)) found[row] = 0;
  }
  return found;
};
/** The kinds to which the operator kind: restricts a list, null for all. */
export const kindsOf = ({ operators }: Query) => {
  const wanted = operators.filter(({ field }) => field === "kind");
  if (!wanted.length) return null;
  const named = (no: boolean) =>
    wanted.filter((one) => one.no === no).flatMap(({ value }) => kindOf.get(value) ?? []);
  const [without, only] = [named(true), named(false)];
  return new Set(
    Object.keys(KINDS).filter((kind) => !without.includes(kind) && (!only.length || only.includes(kind))),
  );
};
/** What the operators of a query name, to be offered as entities. */
export const namedIn = ({ operators }: Query) =>
  operators.filter(({ field, no }) => !no && kindOf.has(field)).flatMap(entitiesOf);
