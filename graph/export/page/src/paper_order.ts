// The order of papers in lists. Orders of the whole corpus are made once; a change of filters only picks from them.

export type Order = "relevance" | "date" | "links";

/** All rows with the largest value first; of equals the earlier row. */
export const byValue = (values: ArrayLike<number | string>) =>
  Int32Array.from({ length: values.length }, (_, row) => row).sort((a, b) =>
    values[a] === values[b] ? a - b : values[a] > values[b] ? -1 : 1,
  );
/** The rows of an order that pass. */
export const passed = (order: Int32Array, passes: Uint8Array) => order.filter((row) => passes[row]);

/** The rows with a score first, the highest before the others, which keep their order. */
export const scoredFirst = (rows: Int32Array, scores: Map<number, number>) => {
  if (!scores.size) return rows;
  const [first, rest]: [number[], number[]] = [[], []];
  for (const row of rows) (scores.has(row) ? first : rest).push(row);
  const score = (row: number) => scores.get(row) ?? 0;
  return Int32Array.from([...first.sort((a, b) => score(b) - score(a)), ...rest]);
};
