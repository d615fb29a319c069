// The only place where elements are made. Text enters as text nodes, addresses through `webAddress`, never as markup.
const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

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
    path.setAttribute("d", SHAPES[model.KINDS[kind]?.shape || "dot"].icon);
    svg.append(path);
    return svg;
  };
  // Foreign text keeps its direction to itself: a right-to-left mark cannot turn the text around it.
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
