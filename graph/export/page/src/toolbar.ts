// What is in the middle of the page, the choice of the view, and the hint where nothing passes.
import { button, byId, el } from "./dom";
import * as model from "./model";
import * as scene from "./scene";
import * as state from "./state";
import type { Main, State, View } from "./types";

const group = byId("views");
const mains = byId("mains");
const hint = byId("hint");
const VIEWS: Record<View, [string, string]> = {
  full: ["Everything", "Papers and what they name"],
  papers: ["Papers", "Papers and the links between them"],
  entities: ["Entities", `${model.entities.many}, linked where papers name both`],
};
const entities = model.size - (model.kinds.get("paper") || 0);

/** Add something that can be in the middle, after what is there; the button says its name. */
export const offer = (main: Main, label: string) => {
  const made = button({ "data-main": main, "aria-pressed": String(state.now.main === main) }, label, () =>
    state.show(main),
  );
  mains.append(made);
  return made;
};
export const refresh = (now: State) => {
  for (const box of group.querySelectorAll("input")) box.checked = box.value === now.view;
  for (const made of mains.querySelectorAll<HTMLElement>("button"))
    made.setAttribute("aria-pressed", String(made.dataset.main === now.main));
  const none = model.size > 0 && !scene.shown.some(Boolean);
  hint.hidden = !none;
  hint.textContent = none ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
};
export const start = () => {
  for (const [value, [label, title]] of Object.entries(VIEWS) as [View, [string, string]][]) {
    const box = el("input", { type: "radio", name: "view", value });
    box.addEventListener("change", () => state.view(value));
    group.append(el("label", { title }, box, el("span", {}, label)));
  }
  group.hidden = !entities || entities === model.size;
  mains.hidden = model.size === 0;
  offer("map", "Map");
  offer("table", "Table");
  refresh(state.now);
};
