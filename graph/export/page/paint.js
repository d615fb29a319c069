// Painting on a 2D canvas whose transform maps graph to screen. Any renderer that has such a canvas can call it.
const paint = (() => {
  const { nodes, edges, size, links } = model;
  const { x, y, radius, shown, drawn, hot, view } = scene;
  const BATCH = 200; // Many lines to a path: one stroke a line costs three times as much.
  const MOVING_BUDGET = 8000; // Above it, faint lines wait until the picture stands still.
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
  const widths = new Map();
  let theme = {};

  const dress = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const pick = (names) => Object.fromEntries(names.map((name) => [name, colour(`--${name}`)]));
    theme = pick(["ground", "ink", "muted", "edge", "accent", "paper", "method", "dataset", "repo"]);
    theme.communities = Array.from({ length: 12 }, (_, i) => colour(`--community-${i}`));
    theme.dark = colour("--dark") === "1";
  };
  const communityColour = (name) => {
    const found = model.community.get(name);
    if (!found) return theme.muted;
    // Beyond the palette hues step by the golden angle, so that neighbours in the order differ most.
    return theme.communities[found.rank] || `hsl(${(found.rank * 137.5) % 360} 45% ${theme.dark ? 70 : 38}%)`;
  };
  const colourOf = (i) =>
    state.now.colour === "community"
      ? communityColour(nodes.cluster[i])
      : theme[nodes.kind[i]] || theme.muted;

  const frame = (ctx) => {
    const matrix = ctx.getTransform();
    const zoom = matrix.a / (window.devicePixelRatio || 1);
    return {
      matrix,
      zoom,
      left: -matrix.e / matrix.a,
      top: -matrix.f / matrix.d,
      right: (ctx.canvas.width - matrix.e) / matrix.a,
      bottom: (ctx.canvas.height - matrix.f) / matrix.d,
    };
  };

  const ground = (ctx) => {
    if (model.communities.length < 2) return;
    for (const { name, outline, members } of scene.grounds) {
      if (!members.some((i) => shown[i])) continue;
      const loud = state.now.community === name;
      ctx.globalAlpha = loud ? 0.13 : view.emphasis ? 0.035 : theme.dark ? 0.1 : 0.08;
      ctx.fillStyle = communityColour(name);
      ctx.beginPath();
      outline.forEach(([px, py], step) => (step ? ctx.lineTo(px, py) : ctx.moveTo(px, py)));
      ctx.closePath();
      ctx.fill();
    }
    ctx.globalAlpha = 1;
  };

  const lines = (ctx, box, wanted) => {
    let open = 0;
    ctx.beginPath();
    for (let e = 0; e < links; e += 1) {
      if (!drawn[e] || !wanted(e)) continue;
      const [a, b] = [edges.from[e], edges.to[e]];
      if (Math.max(x[a], x[b]) < box.left || Math.min(x[a], x[b]) > box.right) continue;
      if (Math.max(y[a], y[b]) < box.top || Math.min(y[a], y[b]) > box.bottom) continue;
      ctx.moveTo(x[a], y[a]);
      ctx.lineTo(x[b], y[b]);
      open += 1;
      if (open % BATCH === 0) {
        ctx.stroke();
        ctx.beginPath();
      }
    }
    ctx.stroke();
  };
  const relations = [...model.relations.keys()];
  const edgeLayer = (ctx, moving) => {
    const box = frame(ctx);
    const crowd = Math.min(1, Math.sqrt(1500 / Math.max(links, 1)));
    if (!(moving && links > MOVING_BUDGET)) {
      ctx.strokeStyle = theme.edge;
      ctx.lineWidth = 0.8 / box.zoom;
      for (const relation of relations) {
        const base = (relation === "related" ? 0.35 : 0.7) * Math.max(0.3, crowd);
        ctx.globalAlpha = view.emphasis ? base * 0.25 : base;
        lines(ctx, box, (e) => edges.relation[e] === relation && !(view.emphasis && scene.isHotEdge(e)));
      }
    }
    if (view.emphasis) {
      ctx.lineWidth = (view.focused < 0 ? 0.9 : 1.5) / box.zoom;
      for (const kind of Object.keys(model.KINDS)) {
        ctx.strokeStyle = theme[kind];
        const ends = (e) => nodes.kind[view.focused === edges.to[e] ? edges.from[e] : edges.to[e]];
        ctx.globalAlpha = view.focused < 0 ? 0.35 : kind === "paper" ? 0.45 : 0.8;
        lines(ctx, box, (e) => ends(e) === kind && scene.isHotEdge(e));
      }
    }
    ctx.globalAlpha = 1;
  };

  const SHAPES = {
    dot: (ctx, px, py, r) => ctx.arc(px, py, r, 0, 2 * Math.PI),
    square: (ctx, px, py, r) => ctx.rect(px - r * 0.86, py - r * 0.86, r * 1.72, r * 1.72),
    diamond: (ctx, px, py, r) => {
      ctx.moveTo(px, py - r * 1.2);
      ctx.lineTo(px + r * 1.2, py);
      ctx.lineTo(px, py + r * 1.2);
      ctx.lineTo(px - r * 1.2, py);
      ctx.closePath();
    },
    triangle: (ctx, px, py, r) => {
      ctx.moveTo(px, py - r * 1.15);
      ctx.lineTo(px + r * 1.1, py + r * 0.8);
      ctx.lineTo(px - r * 1.1, py + r * 0.8);
      ctx.closePath();
    },
  };
  const node = (ctx, i) => {
    if (!shown[i]) return;
    const zoom = frame(ctx).zoom;
    const r = Math.max(radius[i], 1.6 / zoom); // Even from afar a node is more than a speck.
    const loud = i === view.focused || i === view.hovered;
    ctx.globalAlpha = view.emphasis && !hot[i] && !loud ? 0.13 : 1;
    ctx.beginPath();
    (SHAPES[nodes.shape[i]] || SHAPES.dot)(ctx, x[i], y[i], r);
    ctx.fillStyle = colourOf(i);
    ctx.strokeStyle = theme.ground;
    ctx.lineWidth = Math.min(1.2 / zoom, r * 0.3);
    ctx.fill();
    ctx.stroke();
    if (!loud) return;
    ctx.beginPath();
    ctx.arc(x[i], y[i], r * 1.25 + 3.5 / zoom, 0, 2 * Math.PI);
    ctx.strokeStyle = i === view.focused ? theme.ink : theme.muted;
    ctx.lineWidth = 2 / zoom;
    ctx.stroke();
  };

  const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
  const measure = (ctx, text) => {
    const key = ctx.font + text;
    if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
    return widths.get(key);
  };
  // How much a label matters; 0: not at this zoom. Titles are long, so papers speak only near by or when asked.
  const urgency = (i, zoom) => {
    if (i === view.focused) return 1e9;
    if (i === view.hovered) return 1e8;
    const onScreen = radius[i] * zoom;
    if (view.emphasis)
      return hot[i] ? (nodes.kind[i] === "paper" ? (onScreen > 5 ? 1e3 : 0) : 1e5) + radius[i] : 0;
    if (nodes.kind[i] === "paper") return onScreen > 9 ? 1 + radius[i] : 0;
    return onScreen > 2.6 || nodes.size[i] > 40 ? 1e3 + radius[i] : 0;
  };

  const labelLayer = (ctx) => {
    const box = frame(ctx);
    const ratio = window.devicePixelRatio || 1;
    const narrow = ctx.canvas.width / ratio < 720;
    const taken = [];
    const most = Math.round((ctx.canvas.width * ctx.canvas.height) / (ratio * ratio) / 9000);
    const place = (text, px, py, font, style) => {
      ctx.font = font;
      const half = measure(ctx, text) / 2 + 3;
      const height = style.height / 2;
      const rect = [px - half, py - height, px + half, py + height];
      if (
        !style.always &&
        taken.some((t) => rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1])
      )
        return;
      taken.push(rect);
      ctx.strokeStyle = theme.ground;
      ctx.lineWidth = style.halo;
      ctx.strokeText(text, px, py);
      ctx.fillStyle = style.colour;
      ctx.fillText(text, px, py);
    };
    const sx = (px) => (px * box.matrix.a + box.matrix.e) / ratio;
    const sy = (py) => (py * box.matrix.d + box.matrix.f) / ratio;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";

    const order = [];
    for (let i = 0; i < size; i += 1) {
      if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
      const rank = urgency(i, box.zoom);
      if (rank > 0) order.push([rank, i]);
    }
    order.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    const speak = ([, i]) => {
      const loud = i === view.focused || i === view.hovered;
      const paper = nodes.kind[i] === "paper";
      const px = Math.min(15, 11 + radius[i] / 8) + (loud ? 1 : 0);
      place(
        short(nodes.label[i], loud && !narrow ? 70 : 34),
        sx(x[i]),
        sy(y[i]) + radius[i] * box.zoom * 1.2 + px * 0.85,
        `${loud ? 650 : paper ? 400 : 550} ${px}px ${FONT}`,
        { height: px * 1.25, halo: 3, colour: paper && !loud ? theme.muted : theme.ink, always: loud },
      );
    };
    order.filter(([rank]) => rank >= 1e8).forEach(speak);
    // In a neighbourhood no label may cover another of its nodes.
    for (const [, i] of view.emphasis ? order.slice(0, 150) : []) {
      const reach = radius[i] * box.zoom;
      taken.push([sx(x[i]) - reach, sy(y[i]) - reach, sx(x[i]) + reach, sy(y[i]) + reach]);
    }
    if (!view.emphasis && box.zoom < 1.1) {
      ctx.font = `650 13.5px ${FONT}`;
      for (const { name, members, x: middle, width, top } of scene.grounds.slice(0, 24)) {
        if (members.length < 8 || !members.some((i) => shown[i])) continue;
        // The whole name where the ground is wide enough for it, else its first part, else nothing yet.
        const fitting = [short(name, 40), short(name.split(", ")[0], 24)].find(
          (text) => measure(ctx, text) < 1.7 * width * box.zoom,
        );
        if (fitting)
          place(fitting, sx(middle), sy(top) - 9, ctx.font, {
            height: 20,
            halo: 4,
            colour: communityColour(name),
          });
      }
    }
    order
      .filter(([rank]) => rank < 1e8)
      .slice(0, most)
      .forEach(speak);
    ctx.restore();
  };
  return { dress, ground, edgeLayer, node, labelLayer, communityColour };
})();
