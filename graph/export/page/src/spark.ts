// A small line of papers over time, drawn as SVG.
const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH, PAD] = [64, 18, 2];

const shape = (name: string, attributes: Record<string, string | number>) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};
/** The points of a series in a box: the largest value is at the top, nothing is at the bottom. */
export const points = (series: number[]): [number, number][] => {
  const most = Math.max(1, ...series);
  const step = series.length > 1 ? (WIDE - 2 * PAD) / (series.length - 1) : 0;
  const round = (value: number) => Math.round(10 * value) / 10;
  return series.map((value, at) => [
    round(PAD + at * step),
    round(HIGH - PAD - ((HIGH - 2 * PAD) * value) / most),
  ]);
};
/** A sparkline with a dot at its end; what it says in words is beside it. */
export const spark = (series: number[]) => {
  const found = points(series);
  const line = found.map((point) => point.join(",")).join(" ");
  const svg = shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "spark", "aria-hidden": "true" });
  const [x, y] = found[found.length - 1] ?? [PAD, HIGH - PAD];
  svg.append(
    shape("polygon", { points: `${PAD},${HIGH - PAD} ${line} ${x},${HIGH - PAD}`, class: "under" }),
    shape("polyline", { points: line }),
    shape("circle", { cx: x, cy: y, r: 2 }),
  );
  return svg;
};
