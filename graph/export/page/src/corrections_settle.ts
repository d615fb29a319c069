// Corrections that a new one takes the place of: a file of pins must not contradict itself, and a pin speaks of what
// was found, not of what an earlier one made of it.
import type { Pin } from "./pins";

const same = (a?: string, b?: string) => (a ?? "") === (b ?? "");
const meet = (a?: string, b?: string) => !a || !b || a === b;
const kindOf = (pin: Pin) => pin.kind ?? pin.from;
const namesOf = (pin: Pin) => pin.names ?? (pin.name ? [pin.name] : []);
const isEqual = (a: Pin, b: Pin) => JSON.stringify(a) === JSON.stringify(b);

// Whether pins of `same` hold two names of a kind together.
const areOne = (pins: Pin[], kind: string | undefined, one: string, other: string) => {
  const reached = new Set([one]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const pin of pins)
      if (
        pin.table === "same" &&
        pin.names &&
        meet(pin.kind, kind) &&
        pin.names.some((name) => reached.has(name))
      )
        for (const name of pin.names) reached.add(name);
  }
  return reached.has(other);
};
const contradicts = (pins: Pin[], { table, names, name, kind }: Pin) => {
  if (table !== "different") return false;
  if (!names)
    return pins.some(
      (pin) => pin.table === "same" && !pin.papers && pin.name === name && meet(pin.kind, kind),
    );
  return names.some((one, i) => names.slice(i + 1).some((other) => areOne(pins, kind, one, other)));
};
const settleSame = (pins: Pin[], pin: Pin) => [
  ...pins.filter((old) => !contradicts([pin, ...pins], old)),
  pin,
];
const settleDifferent = (pins: Pin[], pin: Pin) => {
  let kept = pins.filter(
    (old) => !(pin.papers && old.table === "different" && old.papers && same(old.name, pin.name)),
  );
  while (contradicts(kept, pin)) {
    const guilty = kept.findLastIndex(
      (old, at) =>
        old.table === "same" &&
        !contradicts(
          kept.filter((_, other) => other !== at),
          pin,
        ),
    );
    const any = kept.findLastIndex(
      (old) => old.table === "same" && namesOf(old).some((name) => namesOf(pin).includes(name)),
    );
    const gone = guilty >= 0 ? guilty : any;
    kept = kept.filter((_, at) => at !== gone);
    if (gone < 0) break;
  }
  return [...kept, pin];
};
const overlaps = (a: Pin, b: Pin) =>
  same(a.paper, b.paper) &&
  meet(kindOf(a), kindOf(b)) &&
  namesOf(a).some((name) => namesOf(b).includes(name));
const settleDrop = (pins: Pin[], pin: Pin) => [
  ...pins.filter((old) => !["rename", "retype", "add"].includes(old.table) || !overlaps(old, pin)),
  pin,
];
// Renamed twice, or of a second other kind: the last word counts, said of what was found.
const settleChange = (pins: Pin[], pin: Pin) => {
  const names = (old: Pin) => (old.names ?? []).filter((name) => name !== pin.name);
  const kept = pins.flatMap((old) => {
    if (old.table !== "drop" || !overlaps(old, pin)) return [old];
    return names(old).length ? [{ ...old, names: names(old) }] : [];
  });
  const isBefore = (old: Pin) =>
    old.table === pin.table &&
    same(old.paper, pin.paper) &&
    (pin.table === "rename"
      ? old.to === pin.name && same(old.kind, pin.kind)
      : old.name === pin.name && old.to === pin.from);
  const before = kept.find(isBefore);
  const merged = before ? { ...before, to: pin.to } : pin;
  const others = kept.filter(
    (old) =>
      old !== before &&
      !(
        old.table === pin.table &&
        old.name === merged.name &&
        same(old.paper, merged.paper) &&
        same(kindOf(old), kindOf(merged))
      ),
  );
  return merged.to === (pin.table === "rename" ? merged.name : merged.from) ? others : [...others, merged];
};
const settleTopic = (pins: Pin[], pin: Pin) => {
  const before = pins.find(
    (old) => old.table === "topic" && old.to === pin.name && same(old.level, pin.level),
  );
  const merged = before && pin.name ? { ...before, to: pin.to } : pin;
  const isOf = (old: Pin) =>
    old.table === "topic" &&
    same(old.level, merged.level) &&
    same(old.name, merged.name) &&
    same(old.paper, merged.paper);
  return [...pins.filter((old) => !isOf(old)), merged];
};
const WAYS: Partial<Record<Pin["table"], (pins: Pin[], pin: Pin) => Pin[]>> = {
  same: settleSame,
  different: settleDifferent,
  drop: settleDrop,
  rename: settleChange,
  retype: settleChange,
  topic: settleTopic,
};
/** Pins with others added, without those that these take the place of. */
export const settled = (pins: Pin[], added: Pin[]) =>
  added.reduce((kept, pin) => {
    if (kept.some((old) => isEqual(old, pin))) return kept;
    return (WAYS[pin.table] ?? ((list: Pin[], one: Pin) => [...list, one]))(kept, pin);
  }, pins);
