// Three questions that this graph can answer, made from what it holds.
import * as model from "./model";
import { nodes } from "./model";
import { spoken } from "./periods";
import * as result from "./result";
import * as state from "./state";
import type { State } from "./types";

export interface Question {
  /** The question in parts; those that are foreign text are at odd places. */
  words: string[];
  answer: Partial<State>;
}
const most = (kind: string, taken: number[] = []) => {
  let best = -1;
  for (const node of nodes.id) {
    const fits = nodes.kind[node] === kind && !taken.includes(node) && result.now.named[node] > 0;
    if (fits && (best < 0 || result.now.named[node] > result.now.named[best])) best = node;
  }
  return best;
};
const firstOf = (kinds: string[], taken: number[] = []) =>
  kinds.map((kind) => most(kind, taken)).find((node) => node >= 0) ?? -1;
const entities = Object.keys(model.KINDS).filter((kind) => kind !== "paper");
const largest = () =>
  model.topics
    .filter(({ name }) => !state.now.hiddenTopics.has(name))
    .sort((a, b) => (result.now.topics.get(b.name) ?? 0) - (result.now.topics.get(a.name) ?? 0))[0];

const uses = (): Question | null => {
  const node = firstOf([...model.asked.used, ...entities]);
  if (node < 0) return null;
  const ask = model.asked.used.includes(nodes.kind[node]) ? "Which papers use " : "Which papers name ";
  return { words: [ask, nodes.label[node], "?"], answer: { selected: node } };
};
const connects = (): Question | null => {
  const first = firstOf([...model.asked.from, ...entities]);
  const second = firstOf([...model.asked.to, ...entities], [first]);
  if (first < 0 || second < 0) return null;
  return {
    words: ["What connects ", nodes.label[first], " and ", nodes.label[second], "?"],
    answer: { selected: first, target: second },
  };
};
const news = (): Question | null => {
  const topic = largest();
  if (!topic || !model.isDivided) return null;
  const { bins, split } = model.figures?.time ?? { bins: [], split: 0 };
  if (bins.length < 3 || !split)
    return { words: ["What is ", topic.name, " about?"], answer: { topic: topic.name } };
  return {
    words: ["What is new in ", topic.name, ` since ${spoken(bins[split])}?`],
    answer: { topic: topic.name, since: bins[split] },
  };
};
/** The questions that make sense for this graph. */
export const questions = () => [uses(), connects(), news()].filter((question) => question !== null);
