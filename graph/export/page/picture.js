// What is shown as a picture: PNG, SVG, and the sheet that is printed.
const picture = (() => {
  const { el, icon } = dom;
  const sheet = document.getElementById("print");
  const SHARP = 2; // Dots to a CSS pixel: sharp on paper and on any screen.

  const aim = (ctx, { x, y, zoom, width, height }, ratio) => {
    const scale = zoom * ratio;
    ctx.setTransform(scale, 0, 0, scale, (width / 2) * ratio - x * scale, (height / 2) * ratio - y * scale);
  };
  const onCanvas = (view) => {
    const canvas = el("canvas", { width: String(view.width * SHARP), height: String(view.height * SHARP) });
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = theme.own.ground;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    aim(ctx, view, SHARP);
    paint.all(ctx, { ratio: SHARP });
    return canvas;
  };
  const png = () => new Promise((done) => onCanvas(draw.free()).toBlob(done, "image/png"));
  const svg = () => {
    const view = draw.free();
    const pen = svgBackend(view.width, view.height, theme.own.ground);
    aim(pen, view, 1);
    paint.all(pen, { ratio: 1 });
    return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
  };

  // On paper: everything that is shown, in light colours, wherever the camera is.
  const whole = () => {
    const box = scene.bounds(model.nodes.id);
    const width = 1000;
    if (!box) return { x: 0, y: 0, zoom: 1, width, height: 100 };
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    // As high as the graph, but a page's height at most.
    const height = Math.round(Math.min(1250, Math.max(400, ((width - 80) * high) / wide + 80)));
    const zoom = Math.min((width - 80) / wide, (height - 80) / high, 2);
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom, width, height };
  };
  const key = () =>
    [...model.kinds.keys()]
      .filter((kind) => model.KINDS[kind] && !state.now.hiddenKinds.has(kind))
      .map((kind) => el("span", {}, icon(kind), model.KINDS[kind].many));
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.print = "";
    theme.dress();
    paint.stale();
    sheet.replaceChildren(onCanvas(whole()), el("p", { class: "key" }, ...key()));
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    sheet.replaceChildren();
    draw.restyle();
  });
  return { png, svg };
})();
