// Four papers, three of them in a row by what they name, a method that one only mentions, and a paper that is not
// drawn and names two of the methods.
import { openPage } from "./open_page";

openPage(
  [
    { key: "paper:1", label: "Quiet Adapters", date: "2024-01-09", topic: "Adapters", x: -80 },
    { key: "paper:2", label: 'Market, "CLIP"', date: "2024-02-03", topic: "Adapters", x: 80 },
    { key: "paper:3", label: "Far Fields", date: "2024-04-21", topic: "Fields", subtopic: "Far", y: 200 },
    { key: "paper:4", label: "A lone paper" },
    { key: "method:lora", kind: "method", label: "LoRA", papers: 2, topic: "Adapters", y: 60 },
    { key: "method:clip", kind: "method", label: "CLIP", papers: 2, topic: "Fields", x: 80, y: 200 },
    { key: "method:bert", kind: "method", label: "BERT", papers: 1, topic: "Fields", x: -80, y: 200 },
  ],
  [
    { from: "paper:1", to: "method:lora", relation: "proposes", confidence: 0.9 },
    { from: "paper:1", to: "method:lora", relation: "uses", confidence: 0.6 },
    { from: "paper:1", to: "paper:2", relation: "related", weight: 0.8 },
    { from: "paper:2", to: "method:lora", confidence: 0.5 },
    { from: "paper:2", to: "method:clip", confidence: 0.8 },
    { from: "paper:2", to: "paper:3", relation: "related", weight: 0.5 },
    { from: "paper:3", to: "method:clip", confidence: 0.7 },
    { from: "paper:3", to: "method:bert", relation: "mentions", confidence: 0.7 },
  ],
  {
    abstract: ["We test\nadapters.", "", "", "", "", "", ""],
    ...{ united: Array(7).fill(""), surfaces: Array(8).fill("") },
    shared: ["", "", "LoRA", "", "", "CLIP", "", ""],
    evidence: ["", "", "", "Elsewhere.", "", "", "", ""],
    ...{ start: [15, 0, -1, -1, -1, -1, -1, -1], length: [16, 5, 0, 0, 0, 0, 0, 0] },
    ...{ terms: Array(8).fill(""), reason: Array(8).fill("") },
  },
  {
    rest: {
      ...{ key: ["paper:9"], label: ["Undrawn"], date: ["2024-04-30"], topic: ["Fields"], subtopic: [""] },
      ...{ named: ["4 1"] },
    },
  },
);
