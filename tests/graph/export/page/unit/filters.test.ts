import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import { active } from "../../../../../graph/export/page/src/filters";
import { topicsBut } from "../../../../../graph/export/page/src/model";
import type { State } from "../../../../../graph/export/page/src/types";

const CASES: [Partial<State>, string[]][] = [
  [{}, []],
  [{ view: "papers", main: "table", left: "" }, []],
  [{ topic: "Fields" }, ["open topic Fields"]],
  [{ hiddenTopics: topicsBut("Fields") }, ["topic Fields"]],
  [{ hiddenTopics: new Set(["Fields"]) }, ["without Fields"]],
  [{ hiddenTopics: new Set([""]) }, ["without no topic"]],
  [{ since: "2024-02" }, ["since Feb 2024"]],
  [{ since: "2024-04", until: "2024-02-03" }, ["time 3 Feb – Apr 2024"]],
  [{ text: "lora since:2024", lasso: [0, 0, 1, 0, 1, 1] }, ["text lora since:2024", "selected on the map"]],
  [{ hiddenKinds: new Set(["method"]) }, ["without Methods"]],
  [{ hiddenRelations: new Set(["uses", "related", "mentions"]) }, ["only Proposes"]],
  [{ hiddenRelations: new Set(["uses"]) }, ["without Uses", "with Background mentions"]],
  [
    { confidence: 0.5, papers: 2, weight: 0.25, together: 3 },
    ["confidence ≥ 0.5", "papers each ≥ 2", "probability ≥ 25 %", "together in ≥ 3"],
  ],
];
for (const [changes, wanted] of CASES) {
  test(`filters in words: ${wanted.join(", ") || "none"}`, () => {
    const found = active({ ...fresh(), ...changes });
    assert.deepEqual(
      found.map(({ name, value }) => `${name} ${value}`),
      wanted,
    );
  });
  test(`taking back ${wanted.join(", ") || "nothing"} one by one leaves none`, () => {
    let now: State = { ...fresh(), ...changes };
    for (let left = active(now).length; left > 0; left -= 1) {
      now = { ...now, ...active(now)[0].without };
      assert.equal(active(now).length, left - 1);
    }
  });
}
