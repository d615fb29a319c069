// The SVG backend: the methods of a 2D canvas that `paint` and `labels` use; what is drawn becomes SVG.
const svgBackend = (width, height, background) => {
  const measuring = document.createElement("canvas").getContext("2d");
  const parts = [];
  const saved = [];
  const look = () => ({
    fillStyle: "#000",
    strokeStyle: "#000",
    lineWidth: 1,
    globalAlpha: 1,
    font: "10px sans-serif",
  });
  let matrix = { a: 1, d: 1, e: 0, f: 0 };
  let path = "";
  const round = (value) => String(Math.round(value * 100) / 100);
  const at = (x, y) => `${round(x * matrix.a + matrix.e)} ${round(y * matrix.d + matrix.f)}`;
  const alpha = (name) => (pen.globalAlpha < 1 ? ` ${name}-opacity="${round(pen.globalAlpha)}"` : "");
  const lineLook = () =>
    `fill="none" stroke="${xml.attribute(pen.strokeStyle)}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
  const text = (words, x, y, attributes) => {
    const font = xml.attribute(pen.font);
    parts.push(
      `<text transform="translate(${at(x, y)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${xml.content(words)}</text>`,
    );
  };
  const pen = {
    ...look(),
    canvas: { width, height },
    getTransform: () => matrix,
    setTransform: (a, _b, _c, d, e, f) => {
      matrix = { a, d, e, f };
    },
    save: () => saved.push([matrix, Object.fromEntries(Object.keys(look()).map((key) => [key, pen[key]]))]),
    restore: () => {
      const [was, looked] = saved.pop();
      matrix = was;
      Object.assign(pen, looked);
    },
    beginPath: () => {
      path = "";
    },
    moveTo: (x, y) => {
      path += `M${at(x, y)}`;
    },
    lineTo: (x, y) => {
      path += `L${at(x, y)}`;
    },
    closePath: () => {
      path += "Z";
    },
    rect: (x, y, w, h) => {
      path += `M${at(x, y)}L${at(x + w, y)}L${at(x + w, y + h)}L${at(x, y + h)}Z`;
    },
    fillRect: (x, y, w, h) => {
      const kept = path;
      path = "";
      pen.rect(x, y, w, h);
      pen.fill();
      path = kept;
    },
    // Only whole circles are needed.
    arc: (x, y, r) => {
      const turn = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
      path += `M${at(x + r, y)}${turn} ${at(x - r, y)}${turn} ${at(x + r, y)}Z`;
    },
    fill: () =>
      path && parts.push(`<path d="${path}" fill="${xml.attribute(pen.fillStyle)}"${alpha("fill")}/>`),
    stroke: () => path && parts.push(`<path d="${path}" ${lineLook()}/>`),
    fillText: (words, x, y) => text(words, x, y, `fill="${xml.attribute(pen.fillStyle)}"`),
    strokeText: (words, x, y) => text(words, x, y, lineLook()),
    measureText: (words) => {
      measuring.font = pen.font;
      return measuring.measureText(words);
    },
    finish: (title) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<title>${xml.content(title)}</title>\n<rect width="100%" height="100%" fill="${xml.attribute(background)}"/>\n${parts.join("\n")}\n</svg>\n`,
  };
  return pen;
};
