// vis-network as the canvas: it holds the camera and what moves it (drag, wheel, pinch, keys); `paint` fills it.
const visCanvas = (container, { onPaint, onMove }) => {
  const { x, y } = scene;
  // Its nodes are painted with the lines, in batches, so each of them is only a position to it.
  const ctxRenderer = () => ({ drawNode: () => {}, nodeDimensions: { width: 1, height: 1 } });
  const nodes = model.nodes.id.map((id) => ({ id, x: x[id], y: y[id] }));
  const options = { ...model.options, nodes: { ...model.options.nodes, shape: "custom", ctxRenderer } };
  const network = new vis.Network(container, { nodes, edges: [] }, options);
  network.on("beforeDrawing", onPaint);
  for (const event of ["dragging", "zoom", "animationFinished", "dragEnd"]) network.on(event, onMove);
  const frame = container.querySelector(".vis-network");
  frame.addEventListener("keydown", () => setTimeout(onMove));
  const onPick = (pick) => network.on("click", ({ pointer }) => pick(pointer.DOM, pointer.canvas));
  return {
    frame,
    onPick,
    redraw: () => network.redraw(),
    camera: () => ({ ...network.getViewPosition(), zoom: network.getScale() }),
    moveTo: ({ x: px, y: py, zoom }, offset, duration) =>
      network.moveTo({
        position: { x: px, y: py },
        scale: zoom,
        offset,
        animation: duration ? { duration, easingFunction: "easeInOutQuad" } : false,
      }),
    toGraph: (point) => network.DOMtoCanvas(point),
    toPage: (point) => network.canvasToDOM(point),
  };
};
