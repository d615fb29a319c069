// What is to be seen of each node and edge just now: hidden, faded, plain or emphasised. Knows nothing of a canvas.
const scene = (() => {
  const { nodes, edges, size, links } = model;
  const x = Float64Array.from(nodes.x || []);
  const y = Float64Array.from(nodes.y || []);
  // Somewhat less than the layout's radius where it is large: hubs stand out without drowning the rest.
  const radius = Float64Array.from(nodes.size || [], (value) => 1.2 * value ** 0.85);
  const shown = new Uint8Array(size).fill(1);
  const drawn = new Uint8Array(links).fill(1);
  const hot = new Uint8Array(size);
  const view = { focused: -1, hovered: -1, emphasis: false };

  const filter = (nodePredicate, edgePredicate) => {
    for (let i = 0; i < size; i += 1) shown[i] = nodePredicate(i) ? 1 : 0;
    for (let e = 0; e < links; e += 1) {
      drawn[e] = shown[edges.from[e]] && shown[edges.to[e]] && edgePredicate(e) ? 1 : 0;
    }
  };
  const emphasise = (members) => {
    hot.fill(0);
    view.emphasis = members !== null;
    for (const node of members || []) hot[node] = 1;
  };
  const isHotEdge = (e) =>
    view.focused < 0
      ? hot[edges.from[e]] && hot[edges.to[e]]
      : edges.from[e] === view.focused || edges.to[e] === view.focused;

  // The nearest visible node under the pointer; `slack` makes small nodes reachable for a finger.
  const pick = (px, py, slack) => {
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < size; i += 1) {
      if (!shown[i]) continue;
      const distance = Math.hypot(x[i] - px, y[i] - py) - radius[i];
      if (distance < Math.min(least, slack)) [best, least] = [i, distance];
    }
    return best;
  };
  const bounds = (members) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of members) {
      if (!shown[i]) continue;
      left = Math.min(left, x[i] - radius[i]);
      right = Math.max(right, x[i] + radius[i]);
      top = Math.min(top, y[i] - radius[i]);
      bottom = Math.max(bottom, y[i] + radius[i]);
    }
    return left <= right ? { left, top, right, bottom } : null;
  };

  // Outlines of communities, for the ground under them: convex hulls (Andrew's monotone chain) with rounded corners.
  const PAD = 16;
  const CORNER = Array.from({ length: 16 }, (_, step) => [
    Math.cos((step * Math.PI) / 8),
    Math.sin((step * Math.PI) / 8),
  ]);
  const hull = (places) => {
    const points = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
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
  const grounds = model.communities.map(({ name, rank }) => {
    const members = nodes.id.filter((i) => nodes.cluster[i] === name);
    const corners = hull(members.map((i) => [x[i], y[i], radius[i] + PAD]));
    const outline = hull(
      corners.flatMap(([px, py, reach]) => CORNER.map(([dx, dy]) => [px + dx * reach, py + dy * reach])),
    );
    const sides = outline.map(([px]) => px);
    return {
      name,
      rank,
      members,
      outline,
      x: (Math.min(...sides) + Math.max(...sides)) / 2,
      width: Math.max(...sides) - Math.min(...sides),
      top: Math.min(...outline.map(([, py]) => py)),
    };
  });
  return { x, y, radius, shown, drawn, hot, view, filter, emphasise, isHotEdge, pick, bounds, grounds };
})();
