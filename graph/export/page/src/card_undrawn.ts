// The card of a paper that is not drawn: what the page knows of it, and where to read it.
import { corpus } from "./corpus";
import { button, byId, el, foreign, icon, outside, present } from "./dom";
import * as model from "./model";
import * as rows from "./rows";
import * as state from "./state";

const panel = byId("card");
// What was there before comes back: main.ts hears of it, since a card cannot be asked for from here.
const close = () => {
  delete panel.dataset.row;
  panel.dispatchEvent(new Event("leave"));
};
/** Show the card of a row of the corpus. */
export const show = (row: number) => {
  const topics = [...new Set([corpus.topic[row], corpus.subtopic[row]])].filter((name) =>
    model.topic.has(name),
  );
  const link = outside(corpus.url[row]);
  panel.dataset.row = String(row); // First of all: without a choice the overview would come instead.
  state.clear();
  panel.replaceChildren(
    ...present([
      el(
        "div",
        { class: "card-head" },
        icon("paper"),
        el("span", { class: "kind" }, model.KINDS.paper?.one ?? "Paper"),
        button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", close),
      ),
      el("h2", {}, foreign(corpus.title[row])),
      rows.meta(corpus.date[row], corpus.authors[row]),
      topics.length ? el("div", { class: "chips" }, ...topics.map(rows.chip)) : null,
      link ? el("p", { class: "source" }, link) : null,
      el("p", { class: "muted" }, "Not on the map: it shows the papers with the strongest links."),
    ]),
  );
  panel.hidden = false;
  panel.dataset.node = "";
  document.body.classList.add("with-card");
  panel.scrollTop = 0;
};
