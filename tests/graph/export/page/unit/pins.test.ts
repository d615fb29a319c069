import assert from "node:assert/strict";
import test from "node:test";
import { settled } from "../../../../../graph/export/page/src/corrections_settle";
import { type Pin, pinsText, readPins } from "../../../../../graph/export/page/src/pins";

const KINDS = ["method", "dataset", "repo", "task", "technique"];
const PINS: Pin[] = [
  { table: "drop", names: ["Her", 'a "b"\\c\n\x7f'], kind: "method", paper: "2501.00001" },
  { table: "same", names: ["ViT", "Vision Transformer"] },
  { table: "different", name: "FLAME", papers: [["a"], ["b", "c"]], kind: "method" },
  { table: "topic", paper: "1", to: "Faces", level: "subtopic" },
];
const sorted = (pins: Pin[]) => pins.map((pin) => JSON.stringify(Object.entries(pin).sort())).sort();

test("what is written is read", () => {
  assert.deepEqual(sorted(readPins(pinsText(PINS), KINDS)), sorted(PINS));
});
test("tables come in the order of Python's", () => {
  const text = '[[same]]\nnames = ["ViT", "Vision Transformer"]\n\n[[drop]]\nnames = ["Her"]\n';
  const pins: Pin[] = [
    { table: "drop", names: ["Her"] },
    { table: "same", names: ["ViT", "Vision Transformer"] },
  ];
  assert.equal(pinsText(pins), text);
});
for (const [text, wrong] of [
  ["[[same]]\nnames = ['a']", /\[\[same\]\] 1: "names"/],
  ["[[drop]]\nname = 'a'", /unknown entry "name"/],
  ["[same]\nnames = ['a', 'b']", /not a list of tables/],
  ["[[rename]]\nname = 'a'", /give name and to/],
  ["[[topic]]\nto = 'a'\nname = 'b'\nlevel = 'deep'", /neither "topic" nor "subtopic"/],
  ["[[__proto__]]\nx = 1", /unknown table/],
  ["= 1", /not a file of corrections/],
] as const) {
  test(`${JSON.stringify(text)} is an error of one line`, () => {
    assert.throws(
      () => readPins(text, KINDS),
      (error: Error) => wrong.test(error.message) && !error.message.includes("\n"),
    );
  });
}

const same = (...names: string[]): Pin => ({ table: "same", names, kind: "method" });
const apart = (...names: string[]): Pin => ({ table: "different", names, kind: "method" });
const rename = (name: string, to: string): Pin => ({ table: "rename", name, to, kind: "method" });
const retype = (name: string, from: string, to: string): Pin => ({ table: "retype", name, from, to });
const drop = (...names: string[]): Pin => ({ table: "drop", names, kind: "method" });
for (const [what, before, added, after] of [
  ["a second name replaces the first", [rename("A", "B")], rename("B", "C"), [rename("A", "C")]],
  ["the old name back", [rename("A", "B")], rename("B", "A"), []],
  [
    "a third kind",
    [retype("A", "method", "dataset")],
    retype("A", "dataset", "task"),
    [retype("A", "method", "task")],
  ],
  ["the old kind back", [retype("A", "method", "dataset")], retype("A", "dataset", "method"), []],
  ["dropped, then renamed", [drop("A", "Z")], rename("A", "B"), [drop("Z"), rename("A", "B")]],
  ["renamed, then dropped", [rename("A", "B")], drop("A"), [drop("A")]],
  ["merged, then parted", [same("A", "B")], apart("A", "B"), [apart("A", "B")]],
  ["parted, then merged", [apart("A", "B")], same("B", "A"), [same("B", "A")]],
  [
    "merged in a row, then parted",
    [same("A", "B"), same("B", "C")],
    apart("A", "C"),
    [same("A", "B"), apart("A", "C")],
  ],
  ["said twice", [drop("A")], drop("A"), [drop("A")]],
] as [string, Pin[], Pin, Pin[]][]) {
  test(what, () => assert.deepEqual(settled(before, [added]), after));
}
