// Corrections as a file of pins has them (graph/README.md, "Corrections"): the text that `--pins` reads, and back.
import { parse, TomlError } from "smol-toml";

/** One table of the file: [[same]], [[drop]] and so on, with the keys that it has there. */
export interface Pin {
  table: Table;
  names?: string[];
  name?: string;
  kind?: string;
  from?: string;
  to?: string;
  paper?: string;
  papers?: string[] | string[][];
  relation?: string;
  level?: "topic" | "subtopic";
}
const KEYS = {
  same: ["names", "name", "papers", "kind"],
  different: ["names", "name", "papers", "kind"],
  drop: ["names", "kind", "paper"],
  rename: ["name", "to", "kind", "paper"],
  retype: ["name", "to", "from", "paper"],
  add: ["name", "kind", "paper", "relation"],
  unrelated: ["papers"],
  topic: ["to", "name", "paper", "level"],
} as const;
export type Table = keyof typeof KEYS;
export const TABLES = Object.keys(KEYS) as Table[];
const NEEDED: Record<Table, string[][]> = {
  same: [["names"], ["name"]],
  different: [["names"], ["name", "papers"]],
  drop: [["names"]],
  rename: [["name", "to"]],
  retype: [["name", "to"]],
  add: [["name", "kind", "paper"]],
  unrelated: [["papers"]],
  topic: [
    ["to", "name"],
    ["to", "paper"],
  ],
};

type Value = string | string[] | string[][];
// As JSON writes a text, but for one sign.
const toml = (value: Value): string =>
  Array.isArray(value)
    ? `[${value.map(toml).join(", ")}]`
    : JSON.stringify(value.replace(/\p{Cs}/gu, "\ufffd")).replaceAll("\x7f", "\\u007f");
/** Pins as TOML, table by table, as Python's `pins_text` writes them. */
export const pinsText = (pins: Pin[]) =>
  TABLES.flatMap((table) => pins.filter((pin) => pin.table === table))
    .map((pin) => {
      const keys = KEYS[pin.table].filter(
        (key) => key in pin && (pin as unknown as Record<string, Value>)[key],
      );
      const lines = keys.map((key) => `${key} = ${toml((pin as unknown as Record<string, Value>)[key])}\n`);
      return `[[${pin.table}]]\n${lines.join("")}`;
    })
    .join("\n");

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);
const isRight = (table: Table, key: string, value: unknown) => {
  if (key === "names") return isTexts(value) && (table === "drop" || value.length > 1);
  if (key !== "papers") return isText(value);
  if (table === "different") return Array.isArray(value) && value.length > 1 && value.every(isTexts);
  return isTexts(value) && (table === "unrelated" ? value.length === 2 : value.length > 1);
};
/** A pin of one table, checked; throws one line that says what is wrong where. */
export const checked = (table: Table, number: number, values: unknown, kinds: string[]): Pin => {
  const where = `[[${table}]] ${number}`;
  if (typeof values !== "object" || values === null || Array.isArray(values))
    throw new Error(`${where} is not a table; write [[${table}]]`);
  const given = values as Record<string, unknown>;
  for (const [key, value] of Object.entries(given)) {
    if (!(KEYS[table] as readonly string[]).includes(key))
      throw new Error(`${where}: unknown entry "${key}"; allowed are ${KEYS[table].join(", ")}`);
    if (!isRight(table, key, value))
      throw new Error(
        `${where}: "${key}" is ${JSON.stringify(value).slice(0, 60)}, which is not what belongs there`,
      );
  }
  const isKind = ["kind", "from", ...(table === "retype" ? ["to"] : [])];
  for (const key of isKind)
    if (key in given && !kinds.includes(given[key] as string))
      throw new Error(`${where}: ${key} "${given[key]}" is not one of ${kinds.join(", ")}`);
  if (!NEEDED[table].some((keys) => keys.every((key) => key in given)))
    throw new Error(`${where}: give ${NEEDED[table].map((keys) => keys.join(" and ")).join(", or ")}`);
  if ("level" in given && given.level !== "topic" && given.level !== "subtopic")
    throw new Error(`${where}: level "${given.level}" is neither "topic" nor "subtopic"`);
  return { table, ...given } as Pin;
};
/** The pins of a file; `kinds` are those of entities. Throws an error of one line. */
export const readPins = (text: string, kinds: string[]): Pin[] => {
  let data: Record<string, unknown>;
  try {
    data = parse(text) as Record<string, unknown>;
  } catch (error) {
    const { line } = error as TomlError;
    const [why] = (error instanceof Error ? error.message : "").split("\n");
    throw new Error(
      `this is not a file of corrections: ${why}${error instanceof TomlError ? `, line ${line}` : ""}`,
    );
  }
  return Object.entries(data).flatMap(([table, list]) => {
    if (!TABLES.includes(table as Table))
      throw new Error(
        `unknown table "${table}"; a file of corrections has ${TABLES.map((t) => `[[${t}]]`).join(", ")}`,
      );
    if (!Array.isArray(list)) throw new Error(`"${table}" is not a list of tables; write [[${table}]]`);
    return list.map((values, at) => checked(table as Table, at + 1, values, kinds));
  });
};
