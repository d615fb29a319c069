// The only place where elements are made. Text enters as text nodes, addresses through `webAddress`, never as markup.
import * as address from "./address";
import * as model from "./model";
import { SHAPES } from "./shapes";

export type Attributes = Record<string, string | boolean | undefined>;
export type Child = Node | string | null;

const SVG = "http://www.w3.org/2000/svg";

/** A part of page.html, which has all of them. */
export const byId = <Found extends HTMLElement = HTMLElement>(id: string) =>
  document.getElementById(id) as Found;
/** Say something in one line, to screen readers too: it goes with the next press. */
export const say = (text: string) => {
  const line = byId("save-status");
  line.textContent = text;
  line.classList.toggle("unseen", !text);
};
/** What a card or a list shows of its children: not those that are null. */
export const present = <Value>(values: (Value | null | undefined)[]) =>
  values.filter((value): value is Value => value !== null && value !== undefined);

export const el = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...present(children).filter((child) => child !== ""));
  return made;
};
export const icon = (kind: string) => {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon ${kind}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[model.KINDS[kind]?.shape || "dot"].icon);
  svg.append(path);
  return svg;
};
/** A part of a drawing in SVG. */
export const svgShape = (name: string, attributes: Record<string, string | number>) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};
// Foreign text keeps its direction to itself: a right-to-left mark cannot turn the text around it.
export const foreign = (text: string, attributes: Attributes = {}) => el("bdi", attributes, text);
export const button = (attributes: Attributes, label: Child | Child[], act: () => unknown) => {
  const made = el("button", { type: "button", ...attributes }, ...[label].flat());
  made.addEventListener("click", () => act());
  return made;
};
export const nodeLink = (node: number, text = model.nodes.label[node], attributes: Attributes = {}) =>
  el("a", { href: address.ofNode(node), "data-node": String(node), dir: "auto", ...attributes }, text);
const webAddress = (text: string) => {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url : null;
  } catch {
    return null;
  }
};
export const outside = (text: string) => {
  const url = webAddress(text);
  if (!url) return text ? foreign(text, { class: "muted" }) : null;
  const shown = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
  return el(
    "a",
    { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
    foreign(shown),
  );
};
