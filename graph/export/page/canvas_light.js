// The canvas for thousands of nodes: a camera, what moves it (drag, wheel, pinch, keys), and nothing else.
const lightCanvas = (container, { onPaint, onMove }) => {
  const canvas = document.createElement("canvas");
  const frame = document.createElement("div");
  frame.className = "vis-network light";
  frame.append(canvas);
  container.append(frame);
  const ctx = canvas.getContext("2d");
  const camera = { x: 0, y: 0, zoom: 1 };
  const fingers = new Map();
  const pickers = [];
  const [NEAREST, FARTHEST, KEY_STEP] = [20, 0.01, 40];
  let asked = 0;
  let flight = 0;
  let dragged = 0;

  const ratio = () => window.devicePixelRatio || 1;
  const size = () => ({ width: frame.clientWidth, height: frame.clientHeight });
  const toPage = ({ x, y }) => {
    const { width, height } = size();
    return { x: (x - camera.x) * camera.zoom + width / 2, y: (y - camera.y) * camera.zoom + height / 2 };
  };
  const toGraph = ({ x, y }) => {
    const { width, height } = size();
    return { x: (x - width / 2) / camera.zoom + camera.x, y: (y - height / 2) / camera.zoom + camera.y };
  };
  const draw = () => {
    asked = 0;
    const { width, height } = size();
    const scale = camera.zoom * ratio();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.setTransform(
      scale,
      0,
      0,
      scale,
      (width / 2) * ratio() - camera.x * scale,
      (height / 2) * ratio() - camera.y * scale,
    );
    onPaint(ctx);
  };
  const redraw = () => {
    asked = asked || requestAnimationFrame(draw);
  };
  const resize = () => {
    canvas.width = Math.round(frame.clientWidth * ratio());
    canvas.height = Math.round(frame.clientHeight * ratio());
    draw();
  };
  new ResizeObserver(resize).observe(frame);

  const setCamera = (changes) => {
    Object.assign(camera, changes);
    camera.zoom = Math.min(NEAREST, Math.max(FARTHEST, camera.zoom));
    redraw();
  };
  // What is under the pointer stays under it.
  const zoomAt = (point, factor) => {
    cancelAnimationFrame(flight);
    const before = toGraph(point);
    setCamera({ zoom: camera.zoom * factor });
    const after = toGraph(point);
    setCamera({ x: camera.x + before.x - after.x, y: camera.y + before.y - after.y });
    onMove();
  };
  const pan = (dx, dy) => {
    cancelAnimationFrame(flight);
    setCamera({ x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom });
    onMove();
  };
  const moveTo = ({ x, y, zoom }, offset, duration) => {
    cancelAnimationFrame(flight);
    const goal = { x: x - offset.x / zoom, y: y - offset.y / zoom, zoom };
    const from = { ...camera };
    const start = performance.now();
    const fly = (time) => {
      const done = duration ? Math.min(1, Math.max(0, time - start) / duration) : 1;
      const eased = done < 0.5 ? 2 * done * done : 1 - 2 * (1 - done) * (1 - done);
      const between = (field) => from[field] + (goal[field] - from[field]) * eased;
      setCamera({ x: between("x"), y: between("y"), zoom: between("zoom") });
      if (done < 1) flight = requestAnimationFrame(fly);
      else if (duration) onMove();
    };
    fly(start);
  };

  const local = ({ clientX, clientY }) => {
    const box = frame.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  frame.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, local(event));
    frame.setPointerCapture(event.pointerId);
    frame.focus({ preventScroll: true });
    if (fingers.size === 1) dragged = 0;
  });
  frame.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const next = local(event);
    fingers.set(event.pointerId, next);
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    dragged += Math.hypot(next.x - last.x, next.y - last.y);
    if (dragged < 4) return;
    if (!other) return pan(next.x - last.x, next.y - last.y);
    const apart = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
    zoomAt({ x: (next.x + other.x) / 2, y: (next.y + other.y) / 2 }, apart(next) / apart(last));
  });
  const lift = (event) => {
    const clicked = event.type === "pointerup" && fingers.size === 1 && dragged < 4;
    if (fingers.delete(event.pointerId) && clicked && event.button === 0) {
      const point = local(event);
      pickers.forEach((pick) => pick(point, toGraph(point)));
    }
  };
  frame.addEventListener("pointerup", lift);
  frame.addEventListener("pointercancel", lift);
  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoomAt(local(event), Math.exp(-event.deltaY * (event.deltaMode ? 0.03 : 0.0015)));
    },
    { passive: false },
  );
  const middle = () => ({ x: frame.clientWidth / 2, y: frame.clientHeight / 2 });
  const keys = {
    ArrowLeft: () => pan(KEY_STEP, 0),
    ArrowRight: () => pan(-KEY_STEP, 0),
    ArrowUp: () => pan(0, KEY_STEP),
    ArrowDown: () => pan(0, -KEY_STEP),
    "+": () => zoomAt(middle(), 1.15),
    "=": () => zoomAt(middle(), 1.15),
    "-": () => zoomAt(middle(), 1 / 1.15),
  };
  frame.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  return {
    frame,
    redraw,
    camera: () => ({ ...camera }),
    moveTo,
    toGraph,
    toPage,
    onPick: (pick) => pickers.push(pick),
  };
};
