import "./matrix_sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import {
  chanceOfNone,
  discoveryRates,
  expected,
  gridOf,
} from "../../../../../graph/export/page/src/matrix_counts";
import { nodes } from "../../../../../graph/export/page/src/model";
import type { State } from "../../../../../graph/export/page/src/types";
import { filter } from "./filter";

const of = (changes: Partial<State> = {}, top = 30) => {
  const chosen = { ...fresh(), ...changes };
  filter(chosen);
  return gridOf(chosen, "method", "dataset", top);
};
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("a paper counts once for a pair, also where it only mentions one of it", () => {
  const found = of();
  assert.deepEqual(
    found.rows.map(({ node, papers }) => [nodes.key[node], papers]),
    [
      ["method:a", 6],
      ["method:b", 6],
    ],
  );
  assert.deepEqual(
    [found.counts, found.papers],
    [
      [
        [6, 0],
        [0, 6],
      ],
      12,
    ],
  );
  assert.equal(expected(found, 0, 1), 3);
  assert.deepEqual([...(found.gaps.get(0)?.keys() ?? [])], [1]);
});
test("filters count", () => {
  assert.deepEqual(of({ until: "2024-01-31" }).counts, [
    [1, 0],
    [0, 1],
  ]);
  assert.equal(of({ until: "2024-01-31" }).gaps.size, 0);
  assert.deepEqual(of({ confidence: 0.5 }).counts, [
    [6, 0],
    [0, 6],
  ]);
  assert.equal(of({ hiddenRelations: new Set(["uses", "mentions"]) }).counts.length, 1);
  assert.deepEqual(of({}, 1).counts, [[6]]);
  assert.deepEqual(of({ since: "2030" }), { rows: [], columns: [], counts: [], papers: 0, gaps: new Map() });
});

// 6 of 12 drawn without return, none of 6: 1 / C(12, 6).
const CHANCES: [number, number, number, number][] = [
  [12, 6, 6, 1 / 924],
  [4, 1, 1, 3 / 4],
  [4, 3, 2, 0],
  [4, 0, 2, 1],
];
for (const [papers, row, column, wanted] of CHANCES)
  test(`the chance of no paper of ${column} among ${row} of ${papers}`, () =>
    near(chanceOfNone(papers, row, column), wanted));

test("false discovery rates are those of Benjamini and Hochberg", () => {
  const found = discoveryRates([0.005, 0.03, 0.02, 1]);
  for (const [at, q] of [0.02, 0.04, 0.04, 1].entries()) near(found[at], q);
  assert.deepEqual(discoveryRates([]), []);
});
