// Which panels are open beside the map. A wide window has room for both; below 1200 px one at a time, the other is an
// icon, so that the map keeps half the width; on a phone they are sheets over the map, chosen by the tabs below it.
import * as card from "./card";
import { button, byId } from "./dom";
import * as draw from "./draw";
import * as model from "./model";
import * as sheet from "./sheet";
import * as state from "./state";
import type { Left } from "./types";

type Place = "overview" | "map" | "papers" | "filters";

const WIDE = matchMedia("(min-width: 1200px)");
const PHONE = matchMedia("(max-width: 720px)");
const details = byId("card");
const places = byId("places");
const unfold = byId("unfold");
const tabs = [...document.querySelectorAll<HTMLElement>("[data-tab]")];
const PLACES: [Place, string][] = [
  ["overview", "Overview"],
  ["map", "Map"],
  ["papers", "Papers"],
  ["filters", "Filters"],
];
let side: "left" | "right" | "" = "right"; // What is open where there is room for one.
let place: Place = "overview"; // Of a phone.

const isChosen = () => state.now.selected >= 0 || state.now.topic !== "" || details.dataset.row !== undefined;
const leftOf = (size: string): Left => {
  if (size === "phone") return place === "papers" || place === "filters" ? place : "";
  return size === "wide" || side === "left" ? state.now.left : "";
};
const rightOf = (size: string, left: Left) => {
  if (details.hidden) return false;
  if (size === "phone") return left === "" && (place === "overview" || isChosen());
  return size === "wide" || side === "right";
};
const mark = (size: string, left: Left, right: boolean) => {
  Object.assign(document.body.dataset, { size, left, right: right ? "open" : "" });
  const tab = left || state.now.left || "papers";
  for (const item of tabs) {
    const chosen = item.dataset.tab === tab;
    item.setAttribute("aria-selected", String(chosen));
    item.tabIndex = chosen ? 0 : -1;
    byId(item.dataset.tab ?? "").hidden = !chosen;
  }
  unfold.hidden = size === "phone" || right || model.size === 0;
  places.hidden = size !== "phone" || model.size === 0;
  const here = left || (right && !isChosen() ? "overview" : "map");
  for (const item of places.children)
    item.setAttribute("aria-current", String((item as HTMLElement).dataset.place === here));
  const name = left || (right ? (isChosen() ? "card" : "overview") : "");
  const opening = name === "overview" ? "full" : name === "card" && state.now.focus ? "low" : "half";
  sheet.show(size === "phone" ? name : "", opening);
};
/** Give the panels their places; the map stays where it is on the page. */
export const arrange = () =>
  draw.reframe(() => {
    const size = PHONE.matches ? "phone" : WIDE.matches ? "wide" : "medium";
    const left = model.size ? leftOf(size) : "";
    mark(size, left, rightOf(size, left));
  });

/** Open a tab of the left panel. */
export const open = (left: "papers" | "filters") => {
  side = "left";
  place = left;
  state.tab(left);
  arrange();
};
const openDetails = () => {
  side = "right";
  if (details.hidden) card.home();
  arrange();
  details.focus({ preventScroll: true });
};
/** To the start panel, from wherever the reader is. */
export const home = () => {
  [side, place] = ["right", "overview"];
  card.home();
  arrange();
};
const fold = () => {
  side = "";
  place = "map";
  const tab = state.now.left || "papers";
  if (WIDE.matches) state.tab("");
  arrange();
  document.querySelector<HTMLElement>(`[data-open=${tab}]`)?.focus();
};
const go = (to: Place) => {
  if (to === "papers" || to === "filters") return open(to);
  place = to;
  if (to === "overview" && (details.hidden || isChosen())) card.home();
  else if (to === "map" && isChosen()) state.clear();
  if (state.now.main !== "map") state.show("map");
  return arrange();
};
const turnTabs = (event: KeyboardEvent) => {
  if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const other = tabs.find((item) => item !== document.activeElement);
  other?.click();
  other?.focus();
  event.preventDefault();
};

export const start = () => {
  for (const item of tabs) {
    item.addEventListener("click", () => open(item.dataset.tab as "papers" | "filters"));
    item.addEventListener("keydown", turnTabs);
  }
  for (const item of document.querySelectorAll<HTMLElement>("[data-open]"))
    item.addEventListener("click", () => {
      const tab = item.dataset.open as "papers" | "filters";
      open(tab);
      byId(`tab-${tab}`).focus();
    });
  byId("fold").addEventListener("click", fold);
  unfold.addEventListener("click", openDetails);
  places.append(...PLACES.map(([name, label]) => button({ "data-place": name }, label, () => go(name))));
  for (const query of [WIDE, PHONE]) query.addEventListener("change", arrange);
  state.on(["left"], arrange);
  state.on(["selection"], () => {
    if (isChosen()) [side, place] = ["right", "map"];
  });
  state.on(["main"], ({ main }) => {
    if (main !== "map") sheet.lower();
  });
  state.on(["focus"], ({ focus }) => {
    if (focus) sheet.lower();
  });
  // Whatever opens or closes the card, the others make room.
  new MutationObserver(() => {
    if (details.hidden && place === "overview") place = "map";
    arrange();
  }).observe(details, { attributes: true, attributeFilter: ["hidden", "data-node", "data-row"] });
  sheet.start();
};
