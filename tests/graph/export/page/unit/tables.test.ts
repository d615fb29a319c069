import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import { edgeTable, graphml, nodeTable } from "../../../../../graph/export/page/src/tables";
import { filter } from "./filter";

test("the table of nodes quotes what a comma or a quote would break", async () => {
  filter({ ...fresh(), view: "papers" });
  const [head, ...rows] = (await nodeTable()).split(/\n(?=Id|paper:)/);
  assert.ok(head.startsWith("Id,Label,kind,papers,topic,"));
  assert.equal(rows.length, 4);
  assert.ok(rows[0].includes('"We test\nadapters."'));
  assert.ok(rows[1].startsWith('paper:2,"Market, ""CLIP""",paper,1,Adapters,'));
});

test("the table of links has what is shown, in the order of the graph", async () => {
  filter({ ...fresh(), view: "papers" });
  const [head, ...rows] = (await edgeTable()).trimEnd().split("\n");
  assert.ok(head.startsWith("Source,Target,Type,Kind,Id,Weight,relation,confidence"));
  assert.deepEqual(
    rows.map((row) => row.split(",").slice(0, 6).join(",")),
    [
      "paper:1,paper:2,Directed,related,paper:1--related--paper:2,0.8",
      "paper:2,paper:3,Directed,related,paper:2--related--paper:3,0.5",
    ],
  );
});

test("GraphML has a node and an edge for each that is shown", async () => {
  filter({ ...fresh(), view: "entities" });
  const text = await graphml();
  assert.deepEqual(text.match(/<node id="[^"]*"/g), ['<node id="method:lora"', '<node id="method:clip"']);
  assert.match(text, /<edge id="method:lora--beside--method:clip" source="method:lora" target="method:clip"/);
  assert.match(text, /<data key="weight">1<\/data>/);
});
