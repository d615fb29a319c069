// The only place where elements are made. Text enters as text nodes, addresses through `webAddress`, never as markup.
const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const OUTLINES = {
    paper: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    method: "M8 1l7 7-7 7-7-7z",
    dataset: "M2.5 2.5h11v11h-11z",
    repo: "M8 1.5l7 12.5h-14z",
  };

  const el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  const icon = (kind) => {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", `icon ${kind}`);
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", OUTLINES[kind] || OUTLINES.paper);
    svg.append(path);
    return svg;
  };
  // Foreign text keeps its direction to itself: a right-to-left mark cannot turn its surroundings.
  const foreign = (text, attributes = {}) => el("bdi", attributes, text);
  const button = (attributes, label, act) => {
    const made = el("button", { type: "button", ...attributes }, ...[label].flat());
    made.addEventListener("click", act);
    return made;
  };
  const nodeLink = (node, text = model.nodes.label[node], attributes = {}) =>
    el("a", { href: address.ofNode(node), "data-node": String(node), dir: "auto", ...attributes }, text);
  const webAddress = (text) => {
    try {
      const url = new URL(text);
      return url.protocol === "https:" || url.protocol === "http:" ? url : null;
    } catch {
      return null;
    }
  };
  const outside = (text) => {
    const url = webAddress(text);
    if (!url) return text ? foreign(text, { class: "muted" }) : null;
    const shown = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
    return el(
      "a",
      { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
      foreign(shown),
    );
  };
  return { el, icon, foreign, button, nodeLink, outside };
})();
