// The drawing with a small interface, on either canvas.
const draw = (() => {
  const container = document.getElementById("canvas");
  const { x, y, view } = scene;
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");
  const ARRIVE = 350;
  let moving = false;
  let settle = 0;
  let touched = false;
  let moved = () => {};

  lines.compute(state.now);
  const stir = (flight = 0) => {
    moving = true;
    touched = true;
    clearTimeout(settle);
    settle = setTimeout(() => {
      moving = false;
      canvas.redraw();
      moved();
    }, 160 + flight);
  };
  // The part of the canvas that no panel covers.
  const clear = () => {
    const whole = container.getBoundingClientRect();
    const free = { left: 24, top: 24, right: whole.width - 24, bottom: whole.height - 24 };
    for (const id of ["card", "legend"]) {
      const panel = document.getElementById(id);
      const rect = panel.getBoundingClientRect();
      if (panel.hidden || rect.height < 60) continue;
      if (rect.width > whole.width * 0.8) free.bottom = Math.min(free.bottom, rect.top - whole.top - 12);
      else if (rect.left - whole.left > whole.width / 2)
        free.right = Math.min(free.right, rect.left - whole.left - 12);
      else if (whole.width > 720) free.left = Math.max(free.left, rect.right - whole.left + 12);
    }
    const note = document.getElementById("part")?.getBoundingClientRect();
    if (note?.height) free.bottom = Math.min(free.bottom, note.top - whole.top - 12);
    if (whole.width <= 720) free.top = 64; // The buttons of a phone float there.
    return {
      free,
      wide: Math.max(40, free.right - free.left),
      high: Math.max(40, free.bottom - free.top),
      middle: {
        x: (free.left + free.right - whole.width) / 2,
        y: (free.top + free.bottom - whole.height) / 2,
      },
    };
  };
  const make = window.vis ? visCanvas : lightCanvas;
  const canvas = make(container, { onPaint: (ctx) => paint.all(ctx, { moving, free: clear().free }), onMove: () => stir() });
  canvas.frame.tabIndex = 0; // vis-network asks for 900, which would come before everything else.
  canvas.frame.setAttribute("role", "application");
  canvas.frame.setAttribute(
    "aria-label",
    "Graph. Arrow keys move it, plus and minus zoom; the search box and the table reach every node.",
  );
  const repaint = () => {
    paint.stale();
    canvas.redraw();
  };

  container.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const box = container.getBoundingClientRect();
    const point = canvas.toGraph({ x: event.clientX - box.left, y: event.clientY - box.top });
    const next = scene.pick(point.x, point.y, 4 / canvas.camera().zoom);
    container.classList.toggle("over-node", next >= 0);
    if (next === view.hovered) return;
    view.hovered = next;
    canvas.redraw();
  });
  container.addEventListener("pointerleave", () => {
    view.hovered = -1;
    canvas.redraw();
  });

  const move = (place, animated, offset = clear().middle) => {
    const flight = animated && !quiet.matches ? ARRIVE : 0;
    canvas.moveTo(place, offset, flight);
    if (animated) stir(flight);
  };
  const fit = (members = model.nodes.id, { animated = true, most = 1.4, pad = 0 } = {}) => {
    const box = scene.bounds(members);
    const { wide, high } = clear();
    if (!box) return;
    const zoom = Math.min(
      Math.max(40, wide - 2 * pad) / Math.max(1, box.right - box.left),
      Math.max(40, high - 2 * pad) / Math.max(1, box.bottom - box.top),
      most,
    );
    move({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom }, animated);
  };
  // As close as the neighbourhood allows, with the node in the middle.
  const nearTo = (node) => {
    const box = scene.bounds([...neighbourhood.within(node, 1).keys()]);
    const { wide, high } = clear();
    const across = Math.max(60, box.right - x[node], x[node] - box.left);
    const down = Math.max(60, box.bottom - y[node], y[node] - box.top);
    const zoom = 0.45 * Math.min(wide / across, high / down);
    return { x: x[node], y: y[node], zoom: Math.min(1.6, Math.max(0.5, zoom)) };
  };
  const turn = (place) => (scene.turned ? { ...place, x: place.y, y: place.x } : place);

  return {
    repaint,
    fit,
    /** Bring a node to the middle. */
    goTo: (node) => scene.shown[node] && move(nearTo(node), true),
    /** The camera as a link keeps it, or null while it is where it was at first. */
    camera: () => (touched ? turn(canvas.camera()) : null),
    place: (camera) => move(turn(camera), false, { x: 0, y: 0 }),
    zoom: (factor) => {
      const now = canvas.camera();
      move({ ...now, zoom: now.zoom * factor }, true, { x: 0, y: 0 });
    },
    restyle: () => {
      theme.dress();
      repaint();
    },
    onPick: (pick) =>
      canvas.onPick((_, point) => pick(scene.pick(point.x, point.y, 8 / canvas.camera().zoom))),
    onMoved: (listener) => {
      moved = listener;
    },
    /** The position of a node on the page, in CSS pixels; and its inverse. */
    position: (node) => canvas.toPage({ x: x[node], y: y[node] }),
    view: () => ({ ...canvas.camera(), width: container.clientWidth, height: container.clientHeight }),
    /** The part of it that no panel covers, as a picture shows it. */
    free: () => {
      const [{ wide, high, middle }, now] = [clear(), canvas.camera()];
      const [x, y] = [now.x + middle.x / now.zoom, now.y + middle.y / now.zoom];
      return { x, y, zoom: now.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
    },
    hasArrived: () => !moving,
  };
})();
