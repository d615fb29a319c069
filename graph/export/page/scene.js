// Positions of nodes, and how each is shown now: hidden, faded, plain or emphasised.
const scene = (() => {
  const { nodes, size } = model;
  // A wide layout in a tall window is turned by 90 degrees: that fills a phone, where it would be a strip otherwise.
  const extent = (values) => {
    const range = values.reduce(([least, most], v) => [Math.min(least, v), Math.max(most, v)], [0, 0]);
    return range[1] - range[0];
  };
  const { x: across = [], y: down = [] } = nodes;
  const turned = window.innerHeight > 1.2 * window.innerWidth && extent(across) > 1.1 * extent(down);
  const x = Float64Array.from(turned ? down : across);
  const y = Float64Array.from(turned ? across : down);
  // Somewhat less than the layout's radius where it is large: hubs stand out without drowning the rest.
  const radius = Float64Array.from(nodes.size || [], (value) => 1.2 * value ** 0.85);
  const shown = new Uint8Array(size).fill(1);
  const hot = new Uint8Array(size);
  const view = { focused: -1, hovered: -1, emphasis: false };

  const emphasise = (members) => {
    hot.fill(0);
    view.emphasis = members !== null;
    for (const node of members || []) hot[node] = 1;
  };

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
  return { x, y, radius, shown, hot, view, turned, emphasise, pick, bounds };
})();
