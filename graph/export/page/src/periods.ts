// Dates in bins of a day, a month or a year, and bounds of time; a date is "2024", "2024-05" or "2024-05-31".

export interface Bins {
  unit: "day" | "month" | "year";
  /** Every bin from the first to the last, also those without a date: "2024-05". */
  names: string[];
  /** The bin of each date, -1 where it is missing or coarser than the bins. */
  of: Int32Array;
}
const LENGTH = { day: 10, month: 7, year: 4 };
const MOST_MONTHS = 120;
const MOST_DAYS = 92;
// "2024-05-31", "2024-05", "2024"; what else stands there is no date.
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const part = (text: string, at: number) => Number(text.split("-")[at] ?? 1);
const successor = (name: string, unit: Bins["unit"]) => {
  const next = new Date(0);
  // Set apart from the constructor, which reads the years 0 to 99 as 1900 to 1999.
  next.setUTCFullYear(
    part(name, 0) + Number(unit === "year"),
    part(name, 1) - 1 + Number(unit === "month"),
    part(name, 2) + Number(unit === "day"),
  );
  return next.toISOString().slice(0, LENGTH[unit]);
};
const through = (first: string, last: string, unit: Bins["unit"]) => {
  const found = [first];
  while (found[found.length - 1] < last) found.push(successor(found[found.length - 1], unit));
  return found;
};
const ofUnit = (dates: string[], unit: Bins["unit"]): Bins => {
  const cut = dates.map((date) =>
    date.length >= LENGTH[unit] && DATE.test(date) ? date.slice(0, LENGTH[unit]) : "",
  );
  const known = [...new Set(cut)].filter(Boolean).sort();
  const names = known.length ? through(known[0], known[known.length - 1], unit) : [];
  const at = new Map(names.map((name, index) => [name, index]));
  return { unit, names, of: Int32Array.from(cut, (date) => at.get(date) ?? -1) };
};
/** Bins that suit the dates: months; days where there are fewer than three months, years beyond ten of them. */
export const binsOf = (dates: string[]): Bins => {
  const known = dates.filter((date) => DATE.test(date));
  const share = (unit: Bins["unit"]) =>
    known.filter((date) => date.length >= LENGTH[unit]).length >= known.length / 2;
  if (!share("month")) return ofUnit(dates, "year");
  const years = known.map((date) => part(date, 0)).sort((a, b) => a - b);
  if (12 * (years[years.length - 1] - years[0]) > MOST_MONTHS) return ofUnit(dates, "year");
  const months = ofUnit(dates, "month");
  if (months.names.length > 2 || !share("day")) return months;
  const days = ofUnit(dates, "day");
  return days.names.length > 1 && days.names.length <= MOST_DAYS ? days : months;
};

/** Both bounds, the earlier first: a reader who sets them crosswise means the time between them. */
export const ordered = (since: string, until: string): [string, string] => {
  const digits = Math.min(since.length, until.length);
  return since && until && since.slice(0, digits) > until.slice(0, digits) ? [until, since] : [since, until];
};
/** Whether a date is in a time, both bounds included; what has no date is in no time. */
export const isIn = (date: string, since: string, until: string) =>
  (!since && !until) ||
  (date !== "" && (!since || date >= since) && (!until || date.slice(0, until.length) <= until));

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
// "2024-05-31" as ["2024", "May", "31"].
const parts = (date: string) => {
  const [year, month, day] = date.split("-");
  return [year, month ? MONTHS[Number(month) - 1] : "", day ? String(Number(day)) : ""];
};
const written = (date: string) => parts(date).reverse().filter(Boolean).join(" ");
/** A date as people write it: "May 2024". */
export const spoken = (date: string) => (DATE.test(date) ? written(date) : date);
/** The time from one date to another, what both have in common once: "Jan – Nov 2024". */
export const spanOf = (first: string, last: string) => {
  if (!DATE.test(first) || !DATE.test(last)) return [first, last].filter(Boolean).join(" – ");
  const [from, to] = [parts(first), parts(last)];
  if (written(first) === written(last)) return written(first);
  if (from[0] !== to[0]) return `${written(first)} – ${written(last)}`;
  if (from[1] !== to[1] || !from[2] || !to[2])
    return `${from.slice(1).reverse().filter(Boolean).join(" ") || from[0]} – ${written(last)}`;
  return `${from[2]} – ${written(last)}`;
};
