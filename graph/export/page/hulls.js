// The area of each community: a convex hull (Andrew's monotone chain) with rounded corners.
const hulls = (() => {
  const { nodes } = model;
  const { x, y, radius } = scene;
  const PAD = 16;
  const CORNER = Array.from({ length: 16 }, (_, step) => [
    Math.cos((step * Math.PI) / 8),
    Math.sin((step * Math.PI) / 8),
  ]);
  const hull = (given) => {
    const points = [...given].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    const half = (list) => {
      const chain = [];
      for (const p of list) {
        while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], p) <= 0)
          chain.pop();
        chain.push(p);
      }
      return chain.slice(0, -1);
    };
    return points.length < 3 ? points : [...half(points), ...half(points.reverse())];
  };
  const members = new Map(model.communities.map(({ name }) => [name, []]));
  for (let i = 0; i < model.size; i += 1) members.get(nodes.cluster[i])?.push(i);

  const outline = ({ name, rank }) => {
    const own = members.get(name);
    const corners = hull(own.map((i) => [x[i], y[i], radius[i] + PAD]));
    const edge = hull(
      corners.flatMap(([px, py, far]) => CORNER.map(([dx, dy]) => [px + dx * far, py + dy * far])),
    );
    const sides = edge.map(([px]) => px);
    const [left, right] = [Math.min(...sides), Math.max(...sides)];
    const top = Math.min(...edge.map(([, py]) => py));
    return { name, rank, members: own, outline: edge, x: (left + right) / 2, width: right - left, top };
  };
  return model.communities.map(outline);
})();
