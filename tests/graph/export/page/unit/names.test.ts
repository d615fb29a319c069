import assert from "node:assert/strict";
import test from "node:test";
import { settings } from "../../../../../graph/export/page/src/settings";

for (const [name, wanted] of [
  ["quantization", [["quantization"]]],
  ["scaling law", [["scaling law"], ["scaling", "law"]]],
  [
    "3D Gaussian splatting",
    [["3D Gaussian splatting"], ["3D Gaussian", "splatting"], ["3D", "Gaussian", "splatting"]],
  ],
  ["text-to-speech", [["text-to-speech"], ["text-to-", "speech"], ["text-", "to-", "speech"]]],
  [
    "reinforcement learning from human feedback",
    [
      ["reinforcement learning from human feedback"],
      ["reinforcement learning", "from human feedback"],
      ["reinforcement", "learning from", "human feedback"],
      ["reinforcement", "learning", "from human", "feedback"],
    ],
  ],
  ["-", [["-"]]],
  ["a b c d e f g h i j k l", [["a b c d e f g h i j k l"]]],
] as [string, string[][]][])
  test(`${name} is set in ${wanted.length} ways`, () => {
    assert.deepEqual(settings(name), wanted);
  });
