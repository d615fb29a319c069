// Tables as files of comma-separated values (RFC 4180, with plain line ends).
export type Cell = string | number | undefined;

const cell = (value: Cell) => {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
/** Rows as lines of a CSV file. */
export const csvOf = (list: Cell[][]) => list.map((row) => `${row.map(cell).join(",")}\n`).join("");
