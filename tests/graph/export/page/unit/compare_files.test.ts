import "./sample";
import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import { asCsv, asMarkdown } from "../../../../../graph/export/page/src/compare_files";
import { at } from "../../../../../graph/export/page/src/model";
import { filter } from "./filter";

const rows = (...keys: string[]) => keys.map((key) => at.get(key) ?? -1);
filter(fresh());

test("entities as a table", () => {
  assert.deepEqual(asCsv(rows("method:lora", "method:clip")).trimEnd().split("\n"), [
    "section,name,LoRA,CLIP",
    "facts,papers,3,3",
    'facts,first paper,Quiet Adapters (2024-01-09),"Market, ""CLIP"" (2024-02-03)"',
    "facts,2024-01,1,0",
    "facts,2024-02,1,1",
    "facts,2024-03,0,0",
    "facts,2024-04,1,2",
    "in common and apart,both,2,2",
    "in common and apart,only CLIP,,1",
    "in common and apart,only LoRA,1,",
  ]);
});
test("papers in Markdown, in which no title is markup", () => {
  const text = asMarkdown(rows("paper:1", "paper:2"));
  assert.match(text, /^# Quiet Adapters and Market, "CLIP"\n/);
  assert.match(text, /\| LoRA \| Method \| Proposes \| Uses \|/);
  assert.match(text, /## Of both\n\n- LoRA\n$/);
});
