// Outlines around discs: convex hulls (Andrew's monotone chain) with rounded corners.

/** A disc: x, y, radius. */
export type Disc = [number, number, number];
export type Corner = [number, number];

const STEPS: Corner[] = Array.from({ length: 16 }, (_, step) => [
  Math.cos((step * Math.PI) / 8),
  Math.sin((step * Math.PI) / 8),
]);

/** The points on the convex hull, in order around it; of fewer than three points all of them. */
export const hull = <Point extends number[]>(given: Point[]): Point[] => {
  const points = [...given].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o: Point, a: Point, b: Point) =>
    (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (list: Point[]) => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return points.length < 3 ? points : [...half(points), ...half(points.reverse())];
};

/** An outline that leaves none of the discs on the hull outside. */
export const around = (discs: Disc[]): Corner[] =>
  hull(
    hull(discs).flatMap(([px, py, far]) => STEPS.map(([dx, dy]): Corner => [px + dx * far, py + dy * far])),
  );
