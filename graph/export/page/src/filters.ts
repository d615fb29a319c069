// The filters that are active, in words, each with what takes it back.
import { fresh, same, topicsLeft } from "./address";
import * as model from "./model";
import { ordered, spanOf, spoken } from "./periods";
import type { State } from "./types";

export interface Filter {
  /** What kind of filter it is, "topic", and its value, which may be foreign text. */
  name: string;
  value: string;
  /** The state without it. */
  without: Partial<State>;
}
const FEW = 4;
const plus = (set: Set<string>, value: string) => new Set([...set, value]);
const minus = (set: Set<string>, value: string) => new Set([...set].filter((one) => one !== value));
const percent = (value: number) => `${Math.round(100 * value)} %`;

const topics = ({ hiddenTopics: hidden }: State): Filter[] => {
  if (!hidden.size) return [];
  const title = (name: string) => name || "no topic";
  const left = topicsLeft(hidden);
  const all = { hiddenTopics: new Set<string>() };
  if (left && left.length <= FEW && left.length < hidden.size)
    return left.map((name) => ({
      ...{ name: "topic", value: title(name) },
      without: left.length > 1 ? { hiddenTopics: plus(hidden, name) } : all,
    }));
  if (hidden.size > FEW) return [{ name: "without", value: `${hidden.size} topics`, without: all }];
  return [...hidden].map((name) => ({
    ...{ name: "without", value: title(name) },
    without: { hiddenTopics: minus(hidden, name) },
  }));
};
// Of kinds and relations, which are few: what is left where that is one, else what is not.
const few = (
  field: "hiddenKinds" | "hiddenRelations",
  { [field]: hidden }: State,
  all: string[],
  title: (name: string) => string,
): Filter[] => {
  const first = fresh()[field];
  if (same(hidden, first)) return [];
  const left = all.filter((name) => !hidden.has(name));
  if (left.length === 1 && all.length > 2)
    return [{ name: "only", value: title(left[0]), without: { [field]: first } }];
  const gone = all.filter((name) => hidden.has(name) && !first.has(name));
  const more = left.filter((name) => first.has(name));
  return [
    ...gone.map((name) => ({
      ...{ name: "without", value: title(name) },
      without: { [field]: minus(hidden, name) },
    })),
    ...more.map((name) => ({ name: "with", value: title(name), without: { [field]: plus(hidden, name) } })),
  ];
};
export const kindTitle = (kind: string) => model.KINDS[kind]?.many ?? kind;
export const relationTitle = (name: string) => {
  const { edge, background } = model.RELATIONS[name] ?? { edge: name, background: false };
  return background ? `Background ${edge.toLowerCase()}` : edge;
};
const time = ({ since, until }: State): Filter[] => {
  const [first, last] = ordered(since, until);
  if (!first && !last) return [];
  const without = { since: "", until: "" };
  if (first && last) return [{ name: "time", value: spanOf(first, last), without }];
  return [{ name: first ? "since" : "until", value: spoken(first || last), without }];
};
const least = <Name extends "confidence" | "papers" | "weight" | "together">(
  now: State,
  field: Name,
  name: string,
  show: (value: number) => string = String,
): Filter[] => {
  const first = fresh()[field];
  return now[field] === first ? [] : [{ name, value: `≥ ${show(now[field])}`, without: { [field]: first } }];
};

/** The active filters of a state, but for the view. */
export const active = (now: State): Filter[] => [
  ...(now.topic ? [{ name: "open topic", value: now.topic, without: { topic: "" } }] : []),
  ...topics(now),
  ...time(now),
  ...(now.text ? [{ name: "text", value: now.text, without: { text: "" } }] : []),
  ...(now.lasso.length ? [{ name: "selected", value: "on the map", without: { lasso: [] } }] : []),
  ...few("hiddenKinds", now, [...model.kinds.keys()], kindTitle),
  ...few("hiddenRelations", now, [...model.relations.keys()], relationTitle),
  ...least(now, "confidence", "confidence"),
  ...least(now, "papers", "papers each"),
  ...least(now, "weight", "probability", percent),
  ...least(now, "together", "together in"),
];
