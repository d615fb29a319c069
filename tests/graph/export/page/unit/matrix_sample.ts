// Twelve papers: six name a method and a dataset, six another pair, and none of them both pairs.
import { openPage } from "./open_page";

const papers = Array.from({ length: 12 }, (_, at) => ({
  key: `paper:${at}`,
  date: `2024-0${1 + (at % 6)}-01`,
}));
const edges = papers.flatMap(({ key }, at) => {
  const [method, dataset] = at < 6 ? ["method:a", "dataset:x"] : ["method:b", "dataset:y"];
  return [
    { from: key, to: method, relation: at ? "uses" : "mentions" },
    { from: key, to: dataset },
    ...(at === 0 ? [{ from: key, to: method, relation: "proposes", confidence: 0.4 }] : []),
  ];
});
openPage(
  [
    ...papers,
    ...["a", "b"].map((name) => ({
      key: `method:${name}`,
      kind: "method",
      label: name.toUpperCase(),
      papers: 6,
    })),
    ...["x", "y"].map((name) => ({ key: `dataset:${name}`, kind: "dataset", label: name, papers: 6 })),
  ],
  edges,
);
