// The area of each topic and subtopic: a convex hull (Andrew's monotone chain) with rounded corners.
const hulls = (() => {
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

  const outline = ({ name, members, subtopics }, pad = PAD) => {
    const corners = hull(members.map((i) => [x[i], y[i], radius[i] + pad]));
    const edge = hull(
      corners.flatMap(([px, py, far]) => CORNER.map(([dx, dy]) => [px + dx * far, py + dy * far])),
    );
    const sides = edge.map(([px]) => px);
    const heights = edge.map(([, py]) => py);
    const [left, right, top, bottom] = [
      ...[Math.min(...sides), Math.max(...sides)],
      ...[Math.min(...heights), Math.max(...heights)],
    ];
    const inner = (subtopics.length > 1 ? subtopics : []).map((subtopic) => outline(subtopic, PAD / 3));
    return { name, members, inner, outline: edge, left, right, top, bottom };
  };
  return model.topics.map((topic) => outline(topic));
})();
