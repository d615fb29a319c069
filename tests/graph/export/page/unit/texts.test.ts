import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import * as texts from "../../../../../graph/export/page/src/texts";

test("a chunk is unpacked when a text in it is first asked for", async () => {
  const near = await texts.near(0);
  assert.equal(near.abstract[0], "We test\nadapters.");
  assert.equal(await texts.all(), near);
});

test("a sentence that is in title or abstract is read there", async () => {
  const { evidence } = await texts.ofEdges([0, 1, 3]);
  assert.deepEqual([evidence[0], evidence[1], evidence[3]], ["We test\nadapters", "Quiet", "Elsewhere."]);
  assert.equal((await texts.ofEdge(2)).shared, "LoRA");
});
