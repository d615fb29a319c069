// Labels on the canvas: the more one zooms in, the more appear, the most informative first, without overlaps.
const labels = (() => {
  const { nodes, size, isPaper } = model;
  const { x, y, radius, shown, hot, view } = scene;
  const { own } = theme;
  const widths = new Map();
  const FOCUSED = 1e9;
  const ASKED = 1e8;
  const LEAST_NAMED = 8; // Smaller areas have no names.
  const OPENED = 420; // A topic that is as wide on the screen shows the names of its subtopics.
  const CELL = 64; // Drawn labels are kept in a grid: each is compared with its neighbours only.

  const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
  const LINE = 20;
  /** A name in lines of about equal length: no longer than `LINE` letters where words allow it. */
  const wrapped = (text) => {
    const most = Math.max(LINE, Math.ceil(text.length / 3));
    return text.split(" ").reduce((found, word) => {
      const last = found.at(-1);
      if (last === undefined || last.length + word.length >= most) return [...found, word];
      return [...found.slice(0, -1), `${last} ${word}`];
    }, []);
  };
  const measure = (ctx, font, text) => {
    const key = `${font}\n${text}`;
    if (!widths.has(key)) {
      ctx.font = font;
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key);
  };
  // How much a label matters; 0: not at this zoom. Titles are long, so papers have labels only close up or on request.
  const urgency = (i, zoom) => {
    if (i === view.focused) return FOCUSED;
    if (i === view.hovered || i === state.now.target) return ASKED;
    const onScreen = radius[i] * zoom;
    if (view.emphasis) {
      if (!hot[i]) return 0;
      if (state.now.target >= 0) return 1e6 + radius[i];
      return isPaper(i) ? (onScreen > 5 ? 1e3 + radius[i] : 0) : 1e5 + radius[i];
    }
    if (isPaper(i)) return onScreen > (state.now.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
    return onScreen > 2.6 || nodes.size[i] > 40 ? 1e3 + radius[i] : 0;
  };
  const ranked = (box) => {
    const order = [];
    for (let i = 0; i < size; i += 1) {
      if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
      const rank = urgency(i, box.zoom);
      if (rank > 0) order.push([rank, i]);
    }
    return order.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  };

  const grid = () => {
    const cells = new Map();
    const each = ([left, top, right, bottom], act) => {
      for (let cx = Math.floor(left / CELL); cx <= right / CELL; cx += 1)
        for (let cy = Math.floor(top / CELL); cy <= bottom / CELL; cy += 1) act(`${cx},${cy}`);
    };
    const occupy = (rect) => each(rect, (cell) => cells.set(cell, [...(cells.get(cell) || []), rect]));
    const isFree = (rect) => {
      let free = true;
      each(rect, (cell) => {
        for (const t of cells.get(cell) || [])
          if (rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]) free = false;
      });
      return free;
    };
    return { occupy, isFree };
  };

  const paint = (ctx, box) => {
    const { matrix, ratio, zoom } = box;
    const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
    const narrow = wide < 720;
    const most = Math.round((wide * high) / 9000);
    const free = box.free || { left: 0, top: 0, right: wide, bottom: high };
    const occupied = grid();
    const sx = (px) => (px * matrix.a + matrix.e) / ratio;
    const sy = (py) => (py * matrix.d + matrix.f) / ratio;
    const drawText = (text, px, py, { font, px: height, halo, colour, always = false }) => {
      const half = measure(ctx, font, text) / 2 + 3;
      const rect = [px - half, py - height / 2, px + half, py + height / 2];
      if (!always && !occupied.isFree(rect)) return false;
      occupied.occupy(rect);
      ctx.font = font;
      ctx.strokeStyle = own.ground;
      ctx.lineWidth = halo;
      ctx.strokeText(text, px, py);
      ctx.fillStyle = colour;
      ctx.fillText(text, px, py);
      return true;
    };
    // What the name of a topic says already: its hub needs no label of its own.
    const said = new Set();
    const drawLabel = ([rank, i]) => {
      const loud = rank >= ASKED;
      if (!loud && said.has(nodes.label[i])) return;
      const px = Math.round(2 * Math.min(15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
      const under = radius[i] * zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0);
      drawText(short(nodes.label[i], loud && !narrow ? 70 : 34), sx(x[i]), sy(y[i]) + under + px * 0.85, {
        font: `${loud ? 650 : isPaper(i) ? 400 : 550} ${px}px ${own.font}`,
        px: px * 1.25,
        halo: 3,
        colour: isPaper(i) && !loud ? own.muted : own.ink,
        always: loud,
      });
    };
    // As large as the area allows, in lines; false where it is too small yet.
    const fittedName = (name, room) => {
      for (const px of [17, 15, 13, 11.5]) {
        const font = `650 ${px}px ${own.font}`;
        const text = wrapped(short(name, 60));
        const wide = Math.max(...text.map((line) => measure(ctx, font, line)));
        if (wide < 1.15 * room) return { px, font, text, wide };
      }
      return null;
    };
    const within = (least, value, most) => Math.max(Math.min(least, most), Math.min(value, Math.max(least, most)));
    // In the middle of what is visible of its area, or at the top if its subtopics are named there.
    const nameArea = ({ name, members, left, right, top, bottom }, atTop = false) => {
      if (members.length < LEAST_NAMED || !members.some((i) => shown[i])) return;
      const seen = {
        left: Math.max(sx(left), free.left),
        right: Math.min(sx(right), free.right),
        top: Math.max(sy(top), free.top),
        bottom: Math.min(sy(bottom), free.bottom),
      };
      if (seen.left >= seen.right || seen.top >= seen.bottom) return;
      const found = fittedName(name, sx(right) - sx(left));
      if (!found) return;
      const { px, font, text, wide } = found;
      const high = (text.length - 1) * px * 1.2;
      const middle = within(free.left + wide / 2, (seen.left + seen.right) / 2, free.right - wide / 2);
      const from = atTop ? seen.top + px * 0.8 : (seen.top + seen.bottom - high) / 2;
      const rows = text.map((line, at) => [line, middle, from + at * px * 1.2]);
      const half = wide / 2 + 3;
      if (!occupied.isFree([middle - half, from - px * 0.6, middle + half, from + high + px * 0.6])) return;
      const colour = theme.ofTopic(name);
      for (const row of rows) drawText(...row, { font, px: px * 1.2, halo: 4, colour, always: true });
      for (const part of name.split(" and ")) said.add(part);
    };
    const nameAreas = () => {
      const opened = hulls.filter(
        ({ inner, left, right }) => inner.length > 1 && sx(right) - sx(left) > OPENED,
      );
      for (const area of hulls) nameArea(area, opened.includes(area));
      for (const { inner } of opened) inner.forEach((area) => nameArea(area));
    };

    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const order = ranked(box);
    order.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
    // In a neighbourhood no label may cover another of its nodes.
    for (const [, i] of view.emphasis ? order.slice(0, 150) : []) {
      const arm = radius[i] * zoom;
      occupied.occupy([sx(x[i]) - arm, sy(y[i]) - arm, sx(x[i]) + arm, sy(y[i]) + arm]);
    }
    if (!view.emphasis) nameAreas();
    order
      .filter(([rank]) => rank < ASKED)
      .slice(0, most)
      .forEach(drawLabel);
    ctx.restore();
  };
  return { paint };
})();
