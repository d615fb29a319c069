import "./sample";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fresh } from "../../../../../graph/export/page/src/address";
import {
  alike,
  byTime,
  setsOf,
  sharedCompany,
  sharedNames,
  shares,
  tellingEdges,
} from "../../../../../graph/export/page/src/compare_sets";
import { corpus } from "../../../../../graph/export/page/src/corpus";
import { membersOf, readable } from "../../../../../graph/export/page/src/focus_members";
import { at, edges, nodes } from "../../../../../graph/export/page/src/model";
import { countedPapers, earliest, linkOf, uncounted } from "../../../../../graph/export/page/src/naming";
import { filter } from "./filter";

const row = (key: string) => at.get(key) ?? -1;
const keys = (found: Iterable<number>) => [...found].map((node) => nodes.key[node]);
const papers = (rows: Iterable<number>) => [...rows].map((at) => corpus.key[at]);
const all = fresh();
beforeEach(() => filter(all));

test("papers are compared with papers", () => {
  const [paper, lora] = [row("paper:1"), row("method:lora")];
  assert.deepEqual(alike([paper, lora, row("paper:2")]), [paper, row("paper:2")]);
  assert.deepEqual(alike([]), []);
});
test("sets are cut where they differ; what is in all is told also where it is empty", () => {
  const sets = [new Set([1, 2, 3]), new Set([3, 4]), new Set([4])];
  assert.deepEqual(shares(sets), [
    { sets: [0], members: [1, 2] },
    { sets: [1, 2], members: [4] },
    { sets: [0, 1], members: [3] },
    { sets: [0, 1, 2], members: [] },
  ]);
});
test("the sets of entities are papers, drawn or not, those of papers are entities", () => {
  const sets = setsOf(all, [row("method:lora"), row("method:clip")]);
  assert.deepEqual(sets.map(papers), [
    ["paper:1", "paper:2", "paper:9"],
    ["paper:2", "paper:3", "paper:9"],
  ]);
  assert.deepEqual(keys(setsOf(all, [row("paper:3")])[0]), ["method:clip", "method:bert"]);
});
test("sets follow the filters", () => {
  const march = { ...all, since: "2024-03" };
  filter(march);
  assert.deepEqual(setsOf(march, [row("method:lora"), row("method:clip")]).map(papers), [
    ["paper:9"],
    ["paper:3", "paper:9"],
  ]);
});
test("where sure finds are asked for, papers that are not drawn do not count, and that is said", () => {
  assert.deepEqual([countedPapers(all), uncounted(all)], [5, ""]);
  const sure = { ...all, confidence: 0.6 };
  filter(sure);
  assert.deepEqual(setsOf(sure, [row("method:clip")]).map(papers), [["paper:2", "paper:3"]]);
  assert.equal(countedPapers(sure), corpus.drawn);
  assert.match(uncounted(sure), /^Not counted: 1 of the papers that the map does not draw/);
});
test("names of two papers come with the edge of each", () => {
  const found = sharedNames(all, [row("paper:1"), row("paper:2"), row("paper:4")]);
  assert.deepEqual(keys(found.map(({ node }) => node)), ["method:lora"]);
  const [one, two, none] = found[0].cells;
  assert.deepEqual([edges.confidence[one], edges.from[two], none], [0.9, row("paper:2"), -1]);
});
test("what is named with two entities has the papers of each", () => {
  const found = sharedCompany(all, [row("method:lora"), row("method:bert")]);
  assert.deepEqual(found, [{ node: row("method:clip"), cells: [2, 1] }]);
});
test("papers in time, the first one, and the sentences that say most", () => {
  const papers = ["paper:1", "paper:2", "paper:3", "paper:4"].map(row); // Their rows in the corpus as well.
  assert.deepEqual(byTime(papers), [1, 1, 0, 1]);
  assert.equal(earliest(papers), papers[0]);
  assert.equal(earliest([papers[3]]), -1);
  assert.deepEqual(tellingEdges(all, row("method:lora"), 1), [0]);
  assert.deepEqual([linkOf(papers[0], papers[1]), linkOf(papers[0], papers[2])], [2, -1]);
});

const around = (key: string, topic = "") => {
  const now = { ...all, selected: row(key), topic };
  filter(now);
  return membersOf(now);
};
test("around a paper: papers by the weight of their link, names in groups by what they are to it", () => {
  const { papers, groups } = around("paper:2");
  assert.deepEqual(
    papers.map(({ node, says }) => [nodes.key[node], says]),
    [
      ["paper:1", "80 %"],
      ["paper:3", "50 %"],
    ],
  );
  assert.deepEqual(
    groups.map(({ title, members }) => [title, members.length]),
    [["Uses", 2]],
  );
});
test("around an entity: who proposes it first, and what is named with it", () => {
  const { papers, groups } = around("method:lora");
  assert.deepEqual(
    papers.map(({ node, says }) => [nodes.key[node], says]),
    [
      ["paper:1", "proposes"],
      ["paper:2", "uses"],
    ],
  );
  assert.deepEqual(
    groups.map(({ title, members }) => [title, keys(members.map(({ node }) => node))]),
    [["With methods", ["method:clip"]]],
  );
});
test("in a topic: its papers and its names; an unknown topic is empty", () => {
  const { papers, groups } = around("", "Fields");
  assert.deepEqual(keys(papers.map(({ node }) => node)), ["paper:3"]);
  assert.deepEqual(
    groups.map(({ title, members }) => [title, members.length]),
    [["Methods", 1]],
  );
  assert.deepEqual(around("", "Nowhere"), { papers: [], groups: [] });
});
test("only as many as can be read are kept, some of each group, and nobody is lost", () => {
  const some = (count: number) =>
    Array.from({ length: count }, (_, node) => ({ node, weight: 1, edge: -1, says: "" }));
  const groups = [30, 2, 20].map((count, at) => ({ title: String(at), members: some(count) }));
  const found = readable({ papers: some(60), groups }, 40);
  assert.deepEqual([found.papers.length, found.groups.map(({ members }) => members.length)], [22, [8, 2, 8]]);
  assert.equal(found.left.length, 112 - 40);
  assert.equal(readable({ papers: some(3), groups: [] }, 40).left.length, 0);
});
