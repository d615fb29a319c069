// A neighbourhood laid out anew over the map: the chosen node in the middle, papers around it, what is named outside.
// A click on a neighbour moves there, a click on a line says why in the card, Escape leads back.
import { button, byId, type Child, el, foreign, present } from "./dom";
import { linesOf } from "./focus_lines";
import { type Around, type Members, membersOf, readable } from "./focus_members";
import * as moves from "./focus_moves";
import { isDated, placeOn } from "./focus_stage";
import * as model from "./model";
import { nodes } from "./model";
import * as result from "./result";
import * as rows from "./rows";
import * as state from "./state";
import * as texts from "./texts";

const MOST = 40;
const NARROW = 560; // A stage that is narrower shows a list.
const panel = byId("focus");
let timed = false; // Whether papers stand along a line of time.
let listed = false; // Whether the list of the others is open.

const hasMiddle = () => state.now.selected >= 0 || model.topic.has(state.now.topic);
const isOn = () => state.now.focus && state.now.main === "map" && hasMiddle();
const name = () => (state.now.selected >= 0 ? nodes.label[state.now.selected] : state.now.topic);
/** What stands around the middle, while it covers the map: for a picture. In a narrow window it is a list. */
export const stage = () => panel.querySelector<HTMLElement>(".stage");
/** Lead back to the map; whether there was anything to leave. */
export const leave = () => {
  const on = isOn();
  if (on) state.focusOn(false);
  return on;
};
export const toggle = () => {
  if (!hasMiddle()) return;
  const on = isOn();
  if (state.now.main !== "map") state.show("map");
  state.focusOn(!on);
};
/** The button of a card that opens and closes this. */
export const opener = () => {
  const look = { class: "ask", title: "Lay the neighbourhood out (F)", "data-focus": "" };
  return button({ ...look, "aria-pressed": String(isOn()) }, "Focus", toggle);
};
const why = (node: number) => {
  if (state.now.selected >= 0 && node !== state.now.selected) state.pathTo(node);
};

const asList = (members: Members): Child[] => {
  const row = ({ node, says, edge }: Around) => {
    const label = `Why ${nodes.label[node].slice(0, 60)}`;
    return rows.named(
      node,
      says,
      edge >= 0 ? button({ class: "more", "aria-label": label }, "Why", () => why(node)) : null,
    );
  };
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
const head = (members: Members, left: number) => {
  const again = (change: () => void, focused: string) => () => {
    change();
    render();
    panel.querySelector<HTMLElement>(focused)?.focus();
  };
  const choice = (label: string, value: boolean) => {
    const turn = () => {
      timed = value;
    };
    return button(
      { "aria-pressed": String(timed === value) },
      label,
      again(turn, ".segments [aria-pressed=true]"),
    );
  };
  const open = () => {
    listed = !listed;
  };
  const more = `and ${left.toLocaleString("en")} more`;
  return el(
    "div",
    { class: "view-head" },
    button({ class: "ask back" }, "← Map", leave),
    el("h2", { class: "unseen" }, "Around ", foreign(name())),
    isDated(members) && panel.clientWidth >= NARROW
      ? el(
          "div",
          { class: "segments", role: "group", "aria-label": "Papers" },
          choice("By weight", false),
          choice("By time", true),
        )
      : null,
    left && panel.clientWidth >= NARROW
      ? button(
          { class: "ask", "aria-expanded": String(listed), "data-rest": "" },
          more,
          again(open, "[data-rest]"),
        )
      : null,
  );
};

const hint = () =>
  state.now.selected >= 0
    ? "Point at a line for the reason, click it for the sentences; click a name to move there."
    : "Click a name to move there.";
// What a line says while it is pointed at: its reason, else the sentence of it.
const sayIn = (bar: HTMLElement, all: Around[]) => async (node: number) => {
  const edge = all.find((one) => one.node === node)?.edge ?? -1;
  bar.dataset.node = String(node);
  const found = edge >= 0 ? await texts.ofEdge(edge) : null;
  if (bar.dataset.node !== String(node)) return; // The pointer has moved on.
  const reason = found && (found.reason || found.evidence);
  bar.textContent = node < 0 ? hint() : reason || nodes.label[node];
};
const asStage = (members: Members) => {
  const inTime = timed && isDated(members);
  const label = `Around ${name().slice(0, 80)}: arrow keys step, Enter moves there, Space says why`;
  const stage = el("div", { class: "stage", role: "group", "aria-label": label });
  const bar = el("p", { class: "why muted" });
  panel.replaceChildren(head(members, 1), stage, bar); // The stage has its size now.
  const seen = readable(inTime ? { ...members, groups: [] } : members, MOST);
  const placement = placeOn(stage, seen, [state.now.selected, name()], inTime);
  const { middle, places, wide, high, ticks } = placement;
  const anchors = new Map(
    [...places]
      .filter(([{ node }]) => node >= 0)
      .map(([{ node, hook }, { x, y }]) => [node, { x: x + hook.x, y: y + hook.y }]),
  );
  const all = [...members.papers, ...members.groups.flatMap((group) => group.members)];
  const weights = new Map([...places.keys()].map(({ node, weight }) => [node, weight]));
  const weightOf = (node: number) => Math.min(1, weights.get(node) ?? 0);
  const svg = linesOf({ wide, high, anchors, middle: middle.node, weightOf }, why);
  for (const line of svg.querySelectorAll<SVGElement>(".spoke"))
    line.classList.toggle("chosen", line.dataset.end === String(state.now.target));
  stage.prepend(svg, ...ticks);
  const left = all.filter(({ node }) => !anchors.has(node));
  panel.replaceChild(head(members, left.length), panel.children[0]);
  if (left.length && listed) panel.append(restList(left));
  stage.querySelector("a")?.setAttribute("tabindex", "0");
  bar.textContent = all.length ? hint() : "Nothing that passes the filters is linked with it.";
  moves.listen(stage, svg, placement, { say: sayIn(bar, all), why });
  moves.arrive(stage, svg, placement);
};
const render = () => {
  const on = isOn();
  panel.hidden = !on;
  document.body.classList.toggle("with-focus", on);
  for (const made of document.querySelectorAll("[data-focus]")) made.setAttribute("aria-pressed", String(on));
  if (!on) {
    moves.forget();
    panel.replaceChildren();
    return;
  }
  panel.setAttribute("aria-label", `Neighbourhood of ${name().slice(0, 80)}`);
  const held = panel.contains(document.activeElement) && document.activeElement?.matches("[data-node]");
  const members = membersOf(state.now);
  const style = getComputedStyle(panel);
  const wide =
    panel.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  if (wide >= NARROW) asStage(members);
  else panel.replaceChildren(head(members, 0), el("div", { class: "scroll" }, ...present(asList(members))));
  // What was focused has moved to the middle: its surroundings take the focus.
  if (held) panel.querySelector<HTMLElement>("a[tabindex='0'], .scroll a")?.focus();
};
/** Lay everything out again, as after a change of colours. */
export const refresh = state.once(render);
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
    refresh();
  });
  result.on(() => {
    if (isOn()) refresh();
  });
  document.addEventListener("keydown", onKey);
  byId("canvas").addEventListener("dblclick", () => {
    if (hasMiddle() && !state.now.focus) state.focusOn(true);
  });
  // The card beside it opens later and narrows it.
  let size = "";
  new ResizeObserver(([{ contentRect }]) => {
    const now = `${Math.round(contentRect.width)} ${Math.round(contentRect.height)}`;
    if (isOn() && now !== size) render();
    size = now;
  }).observe(panel);
  render();
};
