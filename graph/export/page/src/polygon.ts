// A drawn line with fewer corners, since it has to fit into an address.
const MOST = 60;

const distance = (line: number[], at: number, from: number, to: number) => {
  const [ax, ay, bx, by] = [line[2 * from], line[2 * from + 1], line[2 * to], line[2 * to + 1]];
  const [px, py] = [line[2 * at] - ax, line[2 * at + 1] - ay];
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  return length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
};
/** A line [x, y, x, y, ...] without the corners that matter least, `most` of them at most (Douglas and Peucker 1973,
 * the farthest corner first). */
export const thinned = (line: number[], most = MOST) => {
  const count = line.length / 2;
  if (count <= most) return line;
  const kept = [0, count - 1];
  while (kept.length < most) {
    let [best, far, slot] = [-1, 0, 0];
    for (let part = 0; part + 1 < kept.length; part += 1) {
      for (let at = kept[part] + 1; at < kept[part + 1]; at += 1) {
        const found = distance(line, at, kept[part], kept[part + 1]);
        if (found > far) [best, far, slot] = [at, found, part + 1];
      }
    }
    if (best < 0) break;
    kept.splice(slot, 0, best);
  }
  return kept.flatMap((at) => [line[2 * at], line[2 * at + 1]]);
};
