// The papers that pass the filters, beside the map: a listbox that holds only the rows in sight. Hovering is shared
// with the map, a click or Enter opens the card.

import { sign as readSign } from "./card_reading";
import * as cardUndrawn from "./card_undrawn";
import { papersLeft } from "./chips";
import { corpus, rowOf } from "./corpus";
import { byId, el, foreign, icon, present } from "./dom";
import * as draw from "./draw";
import { around, edges, isBackground, isPaper, nodes, other } from "./model";
import { byValue, type Order, passed, scoredFirst } from "./paper_order";
import * as result from "./result";
import * as rows from "./rows";
import * as state from "./state";
import { rowByKey, topFor, windowOf } from "./visible_rows";

const TITLES: Record<Order, string> = { relevance: "Relevance", date: "Newest", links: "Most links" };
const CHIPS = 2;
const panel = byId("papers");
const count = el("span", { class: "count", role: "status" });
const sorter = el("select", { "aria-label": "Sort papers by" });
const sized = el("div", { class: "all-rows", role: "presentation" });
const list = el("div", { class: "scroll", role: "listbox", tabindex: "0", "aria-label": "Papers" }, sized);
const none = el("p", { class: "muted none", hidden: true }, "No paper passes these filters.");
const hasAuthors = corpus.authors.some(Boolean);
const HIGH = hasAuthors ? 86 : 68; // CSS pixels, as list.css has it.

const linksOf = Int32Array.from(corpus.node, (node) => (node < 0 ? -1 : nodes.papers[node]));
const linked = byValue(linksOf);
const orders: Record<Order, Int32Array> = { links: linked, date: byValue(corpus.date), relevance: linked };
let order: Order = "relevance";
let now: Int32Array = new Int32Array(0);
let places: Int32Array | null = null; // Of each row of the corpus in the list, made when first asked for.
let active = 0;
let hovered = -1;
// Where the list is scrolled and how high it is, in CSS pixels: to ask for it amid changes has the page laid out again.
let [top, high] = [0, 0];
const made = new Map<number, HTMLElement>();

// What has to do with the chosen node: papers that name an entity, or papers related to a paper, strongest first.
const scores = () => {
  const found = new Map<number, number>();
  const { selected } = state.now;
  if (state.now.text && result.now.ranks) for (const [row, rank] of result.now.ranks) found.set(row, -rank);
  if (selected < 0) return found;
  if (isPaper(selected)) found.set(rowOf(selected), 2);
  for (const edge of around[selected]) {
    const paper = other(edge, selected);
    if (!isPaper(paper)) continue;
    const score = 1 + (isPaper(selected) ? edges.weight[edge] : edges.salience[edge]);
    found.set(rowOf(paper), Math.max(score, found.get(rowOf(paper)) ?? 0));
  }
  return found;
};
const chips = (node: number) => {
  const own = around[node].filter((edge) => edges.from[edge] === node && !isPaper(edges.to[edge]));
  const front = own.filter((edge) => !isBackground(edge));
  const ranked = rows.bySalience(front.length ? front : own, (a, b) => a - b).map((edge) => edges.to[edge]);
  return [...new Set(ranked)]
    .slice(0, CHIPS)
    .map((entity) => foreign(nodes.label[entity], { class: `tag ${nodes.kind[entity]}` }));
};
const row = (at: number) => {
  const paper = now[at];
  const node = corpus.node[paper];
  const topic = corpus.topic[paper];
  const dot = rows.swatch(topic);
  dot.title = topic || "No topic";
  return el(
    "div",
    {
      id: `paper-${paper}`,
      class: "paper-row",
      role: "option",
      "data-at": String(at),
      "aria-setsize": String(now.length),
      "aria-posinset": String(at + 1),
      "aria-selected": String(isOpen(paper)),
    },
    foreign(corpus.title[paper], { class: "title", title: corpus.title[paper] }),
    hasAuthors ? foreign(corpus.authors[paper], { class: "who" }) : null,
    el(
      "span",
      { class: "about-paper" },
      ...present([
        topic ? dot : icon("paper"),
        readSign(paper),
        corpus.date[paper] ? el("span", {}, corpus.date[paper]) : null,
        ...(node < 0 ? [el("span", { class: "muted" }, "not on the map")] : chips(node)),
      ]),
    ),
  );
};
const isOpen = (paper: number) => {
  const node = corpus.node[paper];
  return node < 0 ? byId("card").dataset.row === String(paper) : node === state.now.selected;
};
const dress = (at: number, item: HTMLElement) => {
  const node = corpus.node[now[at]];
  item.classList.toggle("marked", node >= 0 && node === hovered);
  item.classList.toggle("active", at === active);
};
const placeOf = (paper: number) => {
  if (!places) {
    places = new Int32Array(corpus.size).fill(-1);
    for (let at = 0; at < now.length; at += 1) places[now[at]] = at;
  }
  return places[paper] ?? -1;
};
/** Make the rows in sight, drop the others. */
const fill = () => {
  if (panel.hidden || !high) return;
  const [first, end] = windowOf(top, high, HIGH, now.length);
  for (const [at, item] of made) {
    if ((at >= first && at < end) || at === active) continue;
    item.remove();
    made.delete(at);
  }
  for (const at of [...Array.from({ length: end - first }, (_, i) => first + i), active]) {
    if (at >= now.length || made.has(at)) continue;
    const item = row(at);
    item.style.top = `${at * HIGH}px`;
    dress(at, item);
    made.set(at, item);
    sized.append(item);
  }
};
const look = () => {
  [top, high] = [list.scrollTop, list.clientHeight];
  fill();
};
const scrollTo = (goal: number) => {
  if (goal === top) return;
  list.scrollTop = goal;
  top = goal;
};
const renew = () => {
  sized.replaceChildren();
  made.clear();
  sized.style.height = `${now.length * HIGH}px`;
  none.hidden = now.length > 0;
  list.hidden = now.length === 0;
  point(active, false);
};
/** Follow the result and the order. */
const relist = (stay = false) => {
  const before = now[active];
  const base = passed(orders[order], result.now.passes);
  now = order === "relevance" ? scoredFirst(base, scores()) : base;
  places = null;
  active = stay ? Math.max(0, placeOf(before)) : 0;
  if (!stay) scrollTo(0);
  count.textContent = papersLeft(result.now);
  renew();
};
const point = (at: number, scroll = true) => {
  const before = made.get(active);
  active = Math.max(0, Math.min(at, now.length - 1));
  if (scroll) scrollTo(topFor(active, top, high, HIGH));
  fill();
  before?.classList.remove("active");
  const item = made.get(active);
  item?.classList.add("active");
  if (item) list.setAttribute("aria-activedescendant", item.id);
  else list.removeAttribute("aria-activedescendant");
};
const open = (at: number) => {
  const paper = now[at];
  if (paper === undefined) return;
  point(at);
  if (corpus.node[paper] >= 0) state.select(corpus.node[paper]);
  else cardUndrawn.show(paper);
};
const mark = (node: number) => {
  const before = hovered;
  hovered = node;
  for (const one of [before, node]) {
    const at = one < 0 || !isPaper(one) ? -1 : placeOf(rowOf(one));
    const item = made.get(at);
    if (item) dress(at, item);
  }
};
const reselect = () => {
  for (const [at, item] of made) item.setAttribute("aria-selected", String(isOpen(now[at])));
};
const atOf = (target: EventTarget | null) =>
  Number((target as Element | null)?.closest<HTMLElement>("[data-at]")?.dataset.at ?? -1);

export const start = () => {
  for (const [name, title] of Object.entries(TITLES)) {
    if (name === "date" && !corpus.date.some(Boolean)) continue;
    sorter.append(el("option", { value: name }, title));
  }
  sorter.addEventListener("change", () => {
    order = sorter.value as Order;
    relist();
  });
  panel.classList.toggle("with-authors", hasAuthors);
  panel.append(el("div", { class: "list-head" }, count, sorter), list, none);
  list.addEventListener("scroll", look, { passive: true });
  list.addEventListener("click", (event) => {
    if (atOf(event.target) >= 0) open(atOf(event.target));
  });
  list.addEventListener("pointerover", (event) => {
    const at = event.pointerType === "touch" ? -1 : atOf(event.target);
    draw.hover(at < 0 ? -1 : corpus.node[now[at]]);
  });
  list.addEventListener("pointerleave", () => draw.hover(-1));
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = rowByKey(event.key, active, now.length, Math.max(1, Math.floor(high / HIGH) - 1));
    if (event.key === "Enter" || event.key === " ") open(active);
    else if (to >= 0) {
      point(to);
      draw.hover(corpus.node[now[to]] ?? -1);
    } else return;
    event.preventDefault();
  });
  new ResizeObserver(look).observe(list);
  draw.onHover(mark);
  result.onFollowing(() => relist());
  state.on(["selection"], () => {
    if (order === "relevance" && state.now.selected >= 0 && !isPaper(state.now.selected)) relist();
    else reselect();
  });
  new MutationObserver(reselect).observe(byId("card"), { attributes: true, attributeFilter: ["data-row"] });
  relist();
};
export const restyle = renew;
/** What the list holds, in its order: rows of the corpus. */
export const listed = () => {
  result.catchUp();
  return now;
};
