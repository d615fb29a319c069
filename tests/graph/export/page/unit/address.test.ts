import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh, read, write } from "../../../../../graph/export/page/src/address";
import { at } from "../../../../../graph/export/page/src/model";
import type { State } from "../../../../../graph/export/page/src/types";

const row = (key: string) => at.get(key) ?? -1;
const CASES: [string, Partial<State>][] = [
  ["", {}],
  ["#method:lora", { selected: row("method:lora") }],
  ["#method:lora&to=paper:3&steps=2", { selected: row("method:lora"), target: row("paper:3"), steps: 2 }],
  ["#&topic=Fields&colour=kind", { topic: "Fields", colour: "kind" }],
  ["#&view=papers&main=table&rows=links", { view: "papers", main: "table", table: "links" }],
  [
    "#&main=matrix&left=&focus=1&compare=paper:1,method:lora",
    { main: "matrix", left: "", focus: true, compare: [row("paper:1"), row("method:lora")] },
  ],
  [
    "#&text=lora%20since:2024&lasso=0,0,10,0,10,-10",
    { text: "lora since:2024", lasso: [0, 0, 10, 0, 10, -10] },
  ],
  ["#&topics=Fields", { hiddenTopics: new Set(["", "Adapters"]) }],
  ["#&without=-", { hiddenTopics: new Set([""]) }],
  ["#&without=-,Adapters,Fields", { hiddenTopics: new Set(["", "Adapters", "Fields"]) }],
  [
    "#&hide=paper,method&without=Far",
    { hiddenKinds: new Set(["paper", "method"]), hiddenTopics: new Set(["Far"]) },
  ],
  ["#&drop=", { hiddenRelations: new Set() }],
  [
    "#&confidence=0.25&papers=2&weight=0.5&together=3",
    { confidence: 0.25, papers: 2, weight: 0.5, together: 3 },
  ],
  ["#&since=2024-02&until=2024-04", { since: "2024-02", until: "2024-04" }],
];

for (const [hash, changes] of CASES) {
  test(`${hash || "an empty address"} is read as it is written`, () => {
    const now = { ...fresh(), ...changes };
    assert.equal(write(now), hash);
    assert.deepEqual(read(hash).now, now);
  });
}

test("the table of an earlier version's address is in the middle", () => {
  assert.deepEqual(read("#&table=links").now, { ...fresh(), main: "table", table: "links" });
  assert.deepEqual(read("#&table=nodes").now, { ...fresh(), main: "table", table: "papers" });
});

test("the camera is kept to three digits of zoom", () => {
  const hash = write(fresh(), { x: 12.4, y: -30.6, zoom: 0.81234, relative: true });
  assert.equal(hash, "#&see=12,-31,0.812");
  assert.deepEqual(read(hash).camera, { x: 12, y: -31, zoom: 0.812, relative: true });
});
test("the camera of an earlier version's address is that of its window", () => {
  assert.deepEqual(read("#&at=12,-31,0.812").camera, { x: 12, y: -31, zoom: 0.812 });
});

for (const hash of [
  "#no:such&to=%&steps=3&topic=None&colour=red&view=all&table=x&without=None,%",
  "#&confidence=&papers=-2&weight=NaN&together=x&since=soon&until=2024-01-09T00:00",
  "#&at=1,2,0&at=1,2&at=a,b,c&__proto__=1&constructor=1&=&",
  "#&hide=unknown",
  "#&main=no&rows=x&left=right&focus=yes&compare=none,&topics=None&without=",
  "#&lasso=1,2,3,4&lasso=1,2,3,4,5,&lasso=0,0,1e9,0,1,1&text=%20&text=%",
]) {
  test(`${hash} changes nothing`, () => {
    assert.deepEqual(read(hash), { now: fresh(), camera: null });
  });
}

test("numbers beyond their range become its end", () => {
  const { now } = read("#&confidence=7&papers=0.4&weight=1e99");
  assert.deepEqual([now.confidence, now.papers, now.weight], [1, 1, 1e6]);
});
