// The line of active filters under the header, each with a button that takes it back, and what they leave.
import { button, byId, el, foreign } from "./dom";
import * as filters from "./filters";
import * as model from "./model";
import { plural } from "./rows";
import * as state from "./state";
import type { Result } from "./types";

const line = byId("chips");

const chip = ({ name, value, without }: filters.Filter) =>
  button(
    { class: "filter", title: `${name}: ${value}` },
    [
      el("span", { class: "unseen" }, "Remove the filter "),
      el("span", { class: "muted" }, `${name} `),
      foreign(value.slice(0, 80)),
      el("span", { class: "cross", "aria-hidden": "true" }, "×"),
    ],
    () => {
      const at = [...line.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
      state.refine(without);
      // The next chip takes the focus of the one that is gone; without any, the search does.
      const next = [...line.querySelectorAll<HTMLElement>("button")];
      if (at >= 0) (next[Math.min(at, next.length - 1)] ?? byId("search")).focus();
    },
  );
/** "312 of 2,819 papers", or how many there are. */
export const papersLeft = ({ count: { papers, of } }: Result) =>
  papers === of ? plural(of, "paper") : `${papers.toLocaleString("en")} of ${plural(of, "paper")}`;
const render = (result: Result) => {
  const active = filters.active(state.now);
  line.hidden = active.length === 0 || model.size === 0;
  if (line.hidden) {
    line.replaceChildren();
    return;
  }
  line.replaceChildren(
    el("ul", {}, ...active.map((filter) => el("li", {}, chip(filter)))),
    el("span", { class: "count" }, papersLeft(result)),
    button({ class: "more reset-all" }, "Reset all", () => {
      state.refine({ topic: "" });
      state.widen();
      byId("search").focus();
    }),
  );
};
export const start = (on: (listener: (result: Result) => unknown) => void, now: Result) => {
  on(render);
  render(now);
};
