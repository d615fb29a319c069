import assert from "node:assert/strict";
import test from "node:test";
import { binsOf, isIn, ordered, spanOf } from "../../../../../graph/export/page/src/periods";

const BINS: [string, string[], string, string[], number[]][] = [
  [
    "months, also empty ones",
    ["2024-02-03", "2023-12", "", "2024"],
    "month",
    ["2023-12", "2024-01", "2024-02"],
    [2, 0, -1, -1],
  ],
  [
    "days of a short time",
    ["2024-02-28", "2024-03-01"],
    "day",
    ["2024-02-28", "2024-02-29", "2024-03-01"],
    [0, 2],
  ],
  [
    "years where months are not known",
    ["2020", "2022", "2022-05"],
    "year",
    ["2020", "2021", "2022"],
    [0, 2, 2],
  ],
  ["one day", ["2024-05-01", "2024-05-01"], "month", ["2024-05"], [0, 0]],
  ["no dates", ["", "soon", "2024-13", "2024-05-32"], "month", [], [-1, -1, -1, -1]],
  ["the first century", ["0099-12", "0100-02"], "month", ["0099-12", "0100-01", "0100-02"], [0, 2]],
];
for (const [what, dates, unit, names, of] of BINS) {
  test(`bins: ${what}`, () => {
    const found = binsOf(dates);
    assert.deepEqual([found.unit, found.names, [...found.of]], [unit, names, of]);
  });
}
test("long times are in years", () => {
  const { unit, names } = binsOf(["1999-03-01", "2024-01-01"]);
  assert.deepEqual([unit, names.length], ["year", 26]);
});

const TIMES: [string, string, string, boolean][] = [
  ["2024-02-03", "2024-02", "2024-02", true],
  ["2024-02-03", "", "2024", true],
  ["2024-02-03", "2024-02-04", "", false],
  ["2024-02-03", "", "2024-01", false],
  ["", "2024", "", false],
  ["", "", "", true],
];
for (const [date, since, until, wanted] of TIMES) {
  test(`"${date}" is ${wanted ? "" : "not "}from "${since}" to "${until}"`, () =>
    assert.equal(isIn(date, since, until), wanted));
}
test("bounds set crosswise change places, those of one month do not", () => {
  assert.deepEqual(ordered("2024-06", "2024-03"), ["2024-03", "2024-06"]);
  assert.deepEqual(ordered("2024-06-15", "2024-06"), ["2024-06-15", "2024-06"]);
  assert.deepEqual(ordered("", "2024-03"), ["", "2024-03"]);
});

const SPANS: [string, string, string][] = [
  ["2024-01", "2024-11", "Jan – Nov 2024"],
  ["2023-12", "2024-02", "Dec 2023 – Feb 2024"],
  ["2019", "2024", "2019 – 2024"],
  ["2024-05", "2024-05", "May 2024"],
  ["2024-05-03", "2024-05-09", "3 – 9 May 2024"],
  ["2024-04-30", "2024-05-09", "30 Apr – 9 May 2024"],
  ["2024", "2024-05", "2024 – May 2024"],
  ["soon", "2024", "soon – 2024"],
];
for (const [first, last, wanted] of SPANS) {
  test(`from ${first} to ${last} is ${wanted}`, () => assert.equal(spanOf(first, last), wanted));
}
