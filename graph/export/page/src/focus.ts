// A neighbourhood laid out anew over the map: the chosen node in the middle, papers around it, what is named outside.
// A click on a neighbour moves there, a click on a line says why in the card, Escape leads back.
import { button, byId, type Child, el, foreign, icon, nodeLink } from "./dom";
import * as draw from "./draw";
import { type Box, inColumns, onRings, onTime, rectOf, ringsOf, roomAround } from "./focus_layout";
import { light, linesOf } from "./focus_lines";
import { type Around, type Members, membersOf, readable } from "./focus_members";
import * as model from "./model";
import { isPaper, nodes } from "./model";
import * as result from "./result";
import * as rows from "./rows";
import * as state from "./state";
import * as theme from "./theme";
import type { Point, Rect } from "./types";

const MOST = 40;
const RINGS = 3;
const NARROW = 560; // A stage that is narrower shows a list.
const ARRIVE = 300;
const MIDDLE = -1;
const quiet = matchMedia("(prefers-reduced-motion: reduce)");
const panel = byId("focus");
let timed = false; // Whether papers stand along a line of time.
let listed = false; // Whether the list of the others is open.
let before = new Map<number, Point>(); // Where things were, in the coordinates of the window.

/** Something on the stage: a node, the middle, or a heading. */
interface Piece {
  node: number;
  made: HTMLElement;
  box: Box;
  weight: number;
}

const hasMiddle = () => state.now.selected >= 0 || model.topic.has(state.now.topic);
const isOn = () => state.now.focus && state.now.main === "map" && hasMiddle();
const name = () => (state.now.selected >= 0 ? nodes.label[state.now.selected] : state.now.topic);
/** Lead back to the map; whether there was anything to leave. */
export const leave = () => {
  const on = isOn();
  if (on) state.focusOn(false);
  return on;
};
export const toggle = () => {
  if (!hasMiddle()) return;
  if (state.now.main !== "map") state.show("map");
  state.focusOn(!state.now.focus);
};
/** The button of a card that opens and closes this. */
export const opener = () =>
  button(
    {
      class: "ask",
      title: "Lay the neighbourhood out (F)",
      "aria-pressed": String(isOn()),
      "data-focus": "",
    },
    "Focus",
    toggle,
  );

const why = (node: number) => {
  if (state.now.selected >= 0) state.pathTo(node);
};
const date = (node: number) => (/^\d{4}/.test(nodes.date[node]) ? nodes.date[node].slice(0, 7) : "");
const tinted = (node: number) => {
  const made = icon(nodes.kind[node]);
  made.style.setProperty("--tint", theme.ofNode(node));
  return made;
};
const paperPiece = ({ node, says }: Around) => {
  const small = [says, date(node)].filter(Boolean).join(" · ");
  const made = nodeLink(node, "", {
    class: "star",
    tabindex: "-1",
    title: nodes.label[node],
    "aria-label": [nodes.label[node], small].join(", "),
  });
  made.append(
    tinted(node),
    foreign(nodes.label[node], { class: "label" }),
    el("span", { class: "count" }, small),
  );
  return made;
};
const outerPiece = ({ node, says }: Around) => {
  const made = nodeLink(node, "", {
    class: "star outer",
    tabindex: "-1",
    title: `${nodes.label[node]}: ${says}`,
    "aria-label": `${nodes.label[node]}, ${says}`,
  });
  made.append(tinted(node), foreign(nodes.label[node], { class: "label" }));
  return made;
};
const middlePiece = () => {
  const { selected, topic } = state.now;
  const mark = selected >= 0 ? tinted(selected) : rows.swatch(topic);
  return el("div", { class: "star middle" }, mark, foreign(name(), { class: "label" }));
};

// What is in the middle of a box is not where its lines end: that is the icon.
const anchorOf = ({ made, box }: Piece, { x, y }: Point): Point => {
  if (made.classList.contains("left")) return { x: x + box.wide / 2 - 7, y };
  if (made.classList.contains("outer")) return { x: x - box.wide / 2 + 7, y };
  return { x, y: y - box.high / 2 + 8 };
};
const put = ({ made, box }: Piece, { x, y }: Point) => {
  made.style.left = `${x - box.wide / 2}px`;
  made.style.top = `${y - box.high / 2}px`;
};
const dayOf = (node: number) => Date.parse(nodes.date[node].slice(0, 10));
const dated = (members: Members) => {
  const days = members.papers.map(({ node }) => dayOf(node)).filter(Number.isFinite);
  return days.length > 1 && Math.max(...days) > Math.min(...days);
};

const layOut = (stage: HTMLElement, members: ReturnType<typeof readable>, inTime: boolean) => {
  const piece = (made: HTMLElement, node: number, weight = 0): Piece => {
    stage.append(made);
    return { made, node, weight, box: { wide: 0, high: 0 } };
  };
  const middle = piece(middlePiece(), state.now.selected >= 0 ? state.now.selected : MIDDLE, 1);
  const papers = members.papers.map((one) => piece(paperPiece(one), one.node, one.weight));
  const groups = members.groups.map((group) => ({
    head: piece(el("p", { class: "group" }, group.title), MIDDLE),
    members: group.members.map((one) => piece(outerPiece(one), one.node, Math.min(1, one.weight))),
  }));
  const pieces = [middle, ...papers, ...groups.flatMap((group) => [group.head, ...group.members])];
  // All are measured at once: each reading after a change would lay the page out again.
  for (const one of pieces) one.box = { wide: one.made.offsetWidth, high: one.made.offsetHeight };
  const [wide, high] = [stage.clientWidth, stage.clientHeight];
  const boxOf = ({ box }: Piece) => box;
  const outside = inColumns(groups, {
    area: [4, 4, wide - 4, high - 4],
    boxOf,
    bulge: Math.min(40, wide / 30),
  });
  for (const [one, { x }] of outside.at) one.made.classList.toggle("left", x < wide / 2);
  const axis = inTime ? 26 : 0;
  const sides = groups.length
    ? Math.max(...outside.left.map(() => 0), ...[...outside.at.keys()].map(({ box }) => box.wide)) + 22
    : 4;
  const right = [...outside.at.values()].some(({ x }) => x > wide / 2) ? sides : 4;
  const area: Rect = [sides, 4, wide - right, high - 4 - axis];
  const days = [...papers, middle]
    .filter(({ node }) => node >= 0 && isPaper(node))
    .map(({ node }) => dayOf(node));
  const [first, last] = [
    Math.min(...days.filter(Number.isFinite)),
    Math.max(...days.filter(Number.isFinite)),
  ];
  const margin = (papers[0]?.box.wide ?? 0) / 2;
  const xOf = (day: number) =>
    Number.isFinite(day)
      ? area[0] + margin + ((area[2] - area[0] - 2 * margin) * (day - first)) / Math.max(1, last - first)
      : (area[0] + area[2]) / 2;
  const centre = {
    x: inTime && middle.node >= 0 && isPaper(middle.node) ? xOf(dayOf(middle.node)) : (area[0] + area[2]) / 2,
    y: (area[1] + area[3]) / 2,
  };
  centre.x = Math.max(area[0] + middle.box.wide / 2, Math.min(area[2] - middle.box.wide / 2, centre.x));
  const room = roomAround([
    rectOf(centre, middle.box, 8),
    ...[...outside.at].map(([one, point]) => rectOf(point, one.box)),
  ]);
  const ring = new Map(
    ringsOf(
      papers.map(({ weight }) => weight),
      RINGS,
    ).map((at, index) => [papers[index], at]),
  );
  const inside = inTime
    ? onTime(
        papers.filter(({ node }) => Number.isFinite(dayOf(node))),
        { area, room, boxOf, xOf: ({ node }) => xOf(dayOf(node)) },
      )
    : onRings(papers, { area, room, boxOf, ringOf: (one) => ring.get(one) ?? 0, rings: RINGS });
  const places = new Map<Piece, Point>([[middle, centre], ...outside.at, ...inside.at]);
  for (const one of pieces) {
    const point = places.get(one);
    if (point) put(one, point);
    else one.made.remove();
  }
  return { middle, places, wide, high, ticks: inTime ? ticks(first, last, xOf, high) : [] };
};
const ticks = (first: number, last: number, xOf: (day: number) => number, high: number) => {
  const count = 5;
  const seen = new Set<string>();
  return Array.from({ length: count + 1 }, (_, at) => first + ((last - first) * at) / count).flatMap(
    (day) => {
      const text = new Date(day).toISOString().slice(0, last - first > 100 * 864e5 ? 7 : 10);
      if (seen.has(text)) return [];
      seen.add(text);
      const made = el("p", { class: "tick count" }, text);
      made.style.left = `${xOf(day)}px`;
      made.style.top = `${high - 22}px`;
      return [made];
    },
  );
};

// Things fly from where they were on the map, or in the neighbourhood before.
const arrive = (stage: HTMLElement, svg: SVGElement, places: Map<Piece, Point>) => {
  const { left, top } = stage.getBoundingClientRect();
  const canvas = byId("canvas").getBoundingClientRect();
  const now = new Map<number, Point>();
  for (const [{ node, made }, { x, y }] of places) {
    if (node < 0) continue;
    now.set(node, { x: x + left, y: y + top });
    const onMap = draw.position(node);
    const from = before.get(node) ?? { x: onMap.x + canvas.left, y: onMap.y + canvas.top };
    if (!quiet.matches) {
      const start = `translate(${from.x - left - x}px, ${from.y - top - y}px)`;
      made.animate(
        [
          { transform: start, opacity: 0.4 },
          { transform: "none", opacity: 1 },
        ],
        { duration: ARRIVE, easing: "ease-out" },
      );
    }
  }
  if (!quiet.matches) svg.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], ARRIVE);
  before = now;
};

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** The nearest place in a direction: what is aside counts twice. */
const next = (places: Map<Piece, Point>, from: Piece, [dx, dy]: [number, number]) => {
  const start = places.get(from) ?? { x: 0, y: 0 };
  let [best, least]: [Piece | null, number] = [null, Infinity];
  for (const [one, { x, y }] of places) {
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const away = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    if (one.node < 0 || one === from || ahead < 4 || !one.made.matches("a")) continue;
    if (ahead + 2 * away < least) [best, least] = [one, ahead + 2 * away];
  }
  return best;
};
const listen = (
  stage: HTMLElement,
  svg: SVGElement,
  places: Map<Piece, Point>,
  edgeOf: Map<number, number>,
) => {
  const pieceAt = (target: EventTarget | null) =>
    [...places.keys()].find(({ made }) => made === (target as Element | null)?.closest?.(".star"));
  const endAt = (target: EventTarget | null) => (target as SVGElement | null)?.dataset?.end;
  const say = async (node: number) => {
    const bar = panel.querySelector(".why") as HTMLElement;
    const edge = edgeOf.get(node) ?? -1;
    const texts = edge >= 0 ? await model.texts() : null;
    const reason = texts && (texts.reason[edge] || texts.evidence[edge]);
    bar.textContent = reason || (node >= 0 ? nodes.label[node] : "");
  };
  const ask = (node: number) => {
    stage.classList.toggle("asked", node >= 0);
    const near = light(svg, node);
    for (const one of places.keys())
      one.made.classList.toggle("lit", near.has(one.node) || one.made.classList.contains("middle"));
    say(node);
  };
  const over = (event: Event) => ask(Number(endAt(event.target) ?? pieceAt(event.target)?.node ?? -1));
  stage.addEventListener("pointerover", over);
  stage.addEventListener("focusin", over);
  stage.addEventListener("pointerleave", () => ask(-1));
  stage.addEventListener("keydown", (event) => {
    const from = pieceAt(event.target);
    if (!from) return;
    if (event.key === " ") why(from.node);
    else if (STEPS[event.key]) {
      const found = next(places, from, STEPS[event.key]);
      if (found) from.made.tabIndex = -1;
      if (found) found.made.tabIndex = 0;
      found?.made.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
};

const asList = (members: Members): Child[] => {
  const row = (one: Around) =>
    rows.named(
      one.node,
      one.says,
      one.edge >= 0
        ? button({ class: "more", "aria-label": `Why ${nodes.label[one.node].slice(0, 60)}` }, "Why", () =>
            why(one.node),
          )
        : null,
    );
  const part = (title: string, list: Around[]) =>
    list.length ? rows.section(title, ...rows.listing(list, row, { class: "tight" })) : null;
  return [part("Papers", members.papers), ...members.groups.map((group) => part(group.title, group.members))];
};
const restList = (left: Around[]) =>
  el(
    "div",
    { class: "rest", role: "region", "aria-label": "The others" },
    ...rows.listing(left, ({ node, says }) => rows.named(node, says), { class: "tight" }, 30),
  );
const head = (members: Members, rest: HTMLElement | null) => {
  const choice = (label: string, value: boolean) =>
    button({ "aria-pressed": String(timed === value) }, label, () => {
      timed = value;
      render();
      panel.querySelector<HTMLElement>(".segments [aria-pressed=true]")?.focus();
    });
  return el(
    "div",
    { class: "view-head" },
    button({ class: "ask back" }, "← Map", leave),
    el("h2", {}, "Around ", foreign(name())),
    dated(members)
      ? el(
          "div",
          { class: "segments", role: "group", "aria-label": "Papers" },
          choice("By weight", false),
          choice("By time", true),
        )
      : null,
    rest,
  );
};
const restButton = (count: number) =>
  button(
    { class: "ask", "aria-expanded": String(listed), "data-rest": "" },
    `and ${count.toLocaleString("en")} more`,
    () => {
      listed = !listed;
      render();
      panel.querySelector<HTMLElement>("[data-rest]")?.focus();
    },
  );

const draws = (members: Members) => {
  const inTime = timed && dated(members);
  const seen = readable(members, MOST);
  const stage = el("div", {
    class: "stage",
    role: "group",
    "aria-label": `Around ${name().slice(0, 80)}: arrow keys step, Enter moves there, Space says why`,
  });
  const bar = el("p", { class: "why muted" });
  panel.replaceChildren(head(members, null), stage, bar);
  const { middle, places, wide, high, ticks } = layOut(stage, seen, inTime);
  const anchors = new Map(
    [...places]
      .filter(([{ node, made }]) => node >= 0 && !made.matches(".group"))
      .map(([one, point]) => [one.node, one === middle ? point : anchorOf(one, point)]),
  );
  const all = [...members.papers, ...members.groups.flatMap((group) => group.members)];
  const weights = new Map(all.map(({ node, weight }) => [node, Math.min(1, weight)]));
  const svg = linesOf(
    { wide, high, anchors, middle: middle.node, weightOf: (node) => weights.get(node) ?? 0 },
    why,
  );
  for (const line of svg.querySelectorAll<SVGElement>(".spoke"))
    line.classList.toggle("chosen", line.dataset.end === String(state.now.target));
  stage.prepend(svg, ...ticks);
  const left = all.filter(({ node }) => !anchors.has(node));
  if (left.length) panel.replaceChild(head(members, restButton(left.length)), panel.children[0]);
  if (left.length && listed) panel.append(restList(left));
  const reachable = [...places.keys()].find(({ made }) => made.matches("a"));
  if (reachable) reachable.made.tabIndex = 0;
  if (!all.length) bar.textContent = "Nothing that passes the filters is linked with it.";
  listen(stage, svg, places, new Map(all.map(({ node, edge }) => [node, edge])));
  arrive(stage, svg, places);
};
const render = () => {
  const on = isOn();
  if (!on) before = new Map();
  panel.hidden = !on;
  document.body.classList.toggle("with-focus", on);
  for (const made of document.querySelectorAll("[data-focus]")) made.setAttribute("aria-pressed", String(on));
  if (!on) {
    panel.replaceChildren();
    return;
  }
  panel.setAttribute("aria-label", `Neighbourhood of ${name()}`);
  const held =
    panel.contains(document.activeElement) && document.activeElement?.matches(".star, [data-node]");
  const members = membersOf(state.now);
  if (panel.clientWidth < NARROW)
    panel.replaceChildren(
      head(members, null),
      el("div", { class: "scroll" }, ...asList(members).filter((part) => part !== null)),
    );
  else draws(members);
  // What was focused has moved to the middle: its surroundings take the focus.
  if (held) panel.querySelector<HTMLElement>("a[tabindex='0'], a")?.focus();
};
/** Lay everything out again, as after a change of colours. */
export const refresh = render;
const onKey = (event: KeyboardEvent) => {
  const typing = (event.target as Element).matches("input, textarea, select");
  if (event.key.toLowerCase() !== "f" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  toggle();
};
export const start = () => {
  state.on(["selection", "focus", "main", "colour"], (now, changed) => {
    if (changed.includes("selected")) listed = false;
    // Without anything in the middle there is nothing to lay out, also when something is chosen later.
    if (now.focus && !hasMiddle()) queueMicrotask(() => !hasMiddle() && state.focusOn(false));
    render();
  });
  result.on(() => {
    if (isOn()) render();
  });
  document.addEventListener("keydown", onKey);
  byId("canvas").addEventListener("dblclick", () => {
    if (hasMiddle() && !state.now.focus) state.focusOn(true);
  });
  // The card beside it opens later and narrows it.
  let width = 0;
  new ResizeObserver(() => {
    if (isOn() && Math.abs(panel.clientWidth - width) > 2) render();
    width = panel.clientWidth;
  }).observe(panel);
  render();
};
