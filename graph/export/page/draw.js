// The drawing behind a small interface. vis-network holds the canvas, the camera and the node loop (pan, zoom, touch,
// keys); what it paints comes from `paint`. Another renderer offers the same functions and nothing else changes.
const draw = (() => {
  const container = document.getElementById("canvas");
  const { x, y, view } = scene;
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");
  const listeners = { pick: () => {} };
  let moving = false;
  let settle = 0;

  const ctxRenderer = ({ ctx, id }) => ({
    drawNode: () => paint.node(ctx, id),
    nodeDimensions: { width: scene.radius[id] * 2.4, height: scene.radius[id] * 2.4 },
  });
  const own = Array.from({ length: model.size }, (_, id) => ({ id, x: x[id], y: y[id] }));
  const options = { ...model.options, nodes: { ...model.options.nodes, shape: "custom", ctxRenderer } };
  paint.dress();
  // vis-network strokes one edge at a time, so edges are painted in batches below its nodes instead.
  const network = new vis.Network(container, { nodes: own, edges: [] }, options);
  const frame = container.querySelector(".vis-network");
  frame.tabIndex = 0; // vis-network asks for 900, which would come before everything else.
  frame.setAttribute("role", "application");
  frame.setAttribute(
    "aria-label",
    "Graph. Arrow keys move it, plus and minus zoom; the search box reaches every node.",
  );
  network.on("beforeDrawing", (ctx) => {
    paint.ground(ctx);
    paint.edgeLayer(ctx, moving);
  });
  network.on("afterDrawing", paint.labelLayer);

  const stir = () => {
    moving = true;
    clearTimeout(settle);
    settle = setTimeout(() => {
      moving = false;
      network.redraw();
    }, 160);
  };
  network.on("dragging", stir);
  network.on("zoom", stir);

  const spot = (event) => network.DOMtoCanvas({ x: event.offsetX, y: event.offsetY });
  network.on("click", ({ pointer }) =>
    listeners.pick(scene.pick(pointer.canvas.x, pointer.canvas.y, 8 / network.getScale())),
  );
  container.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const { x: px, y: py } = spot(event);
    const next = scene.pick(px, py, 4 / network.getScale());
    container.classList.toggle("over-node", next >= 0);
    if (next === view.hovered) return;
    view.hovered = next;
    network.redraw();
  });
  container.addEventListener("pointerleave", () => {
    view.hovered = -1;
    network.redraw();
  });

  // The part of the canvas that no panel covers.
  const clear = () => {
    const canvas = container.getBoundingClientRect();
    const free = { left: 24, top: 24, right: canvas.width - 24, bottom: canvas.height - 24 };
    for (const id of ["card", "legend"]) {
      const panel = document.getElementById(id);
      const rect = panel.getBoundingClientRect();
      if (panel.hidden || rect.height < 60) continue;
      if (rect.width > canvas.width * 0.8) free.bottom = Math.min(free.bottom, rect.top - canvas.top - 12);
      else if (rect.left - canvas.left > canvas.width / 2)
        free.right = Math.min(free.right, rect.left - canvas.left - 12);
      else if (canvas.width > 720) free.left = Math.max(free.left, rect.right - canvas.left + 12);
    }
    return {
      ...free,
      middle: {
        x: (free.left + free.right - canvas.width) / 2,
        y: (free.top + free.bottom - canvas.height) / 2,
      },
    };
  };
  const move = (position, scale, animated) => {
    const offset = clear().middle;
    const animation = animated && !quiet.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false;
    network.moveTo({ position, scale, offset, animation });
  };
  const fit = (members = nodesAll(), { animated = true, most = 1.4 } = {}) => {
    const box = scene.bounds(members);
    const free = clear();
    if (!box) return;
    const wide = Math.max(40, free.right - free.left) / Math.max(1, box.right - box.left);
    const high = Math.max(40, free.bottom - free.top) / Math.max(1, box.bottom - box.top);
    move(
      { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
      Math.min(wide, high, most),
      animated,
    );
  };
  const reach = (node) => {
    const box = scene.bounds([node, ...model.neighbours(node)]);
    const free = clear();
    if (!box) return 1;
    const wide = (free.right - free.left) / 2 / Math.max(60, box.right - x[node], x[node] - box.left);
    const high = (free.bottom - free.top) / 2 / Math.max(60, box.bottom - y[node], y[node] - box.top);
    return Math.min(1.6, Math.max(0.5, 0.9 * Math.min(wide, high)));
  };
  const nodesAll = () => own.map(({ id }) => id);

  return {
    /** Mark one node (-1: none) and bring it to the middle, as near as its neighbourhood allows. */
    focus: (node, { move: wanted = true } = {}) => {
      view.focused = node;
      if (node >= 0 && wanted) move({ x: x[node], y: y[node] }, reach(node), true);
      network.redraw();
    },
    /** Emphasise these nodes, fade the rest; null: all are plain. */
    highlight: (members) => {
      scene.emphasise(members);
      network.redraw();
    },
    /** Show only nodes and edges that the predicates accept. */
    filter: (nodePredicate, edgePredicate) => {
      scene.filter(nodePredicate, edgePredicate);
      network.redraw();
    },
    fit,
    zoom: (factor) => move(network.getViewPosition(), network.getScale() * factor, true),
    restyle: () => {
      paint.dress();
      network.redraw();
    },
    onPick: (listener) => {
      listeners.pick = listener;
    },
    /** Where a node stands on the page, in CSS pixels. */
    position: (node) => network.canvasToDOM({ x: x[node], y: y[node] }),
  };
})();
