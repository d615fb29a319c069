// The card of a paper that is not drawn: what the page knows of it, and where to read it.
import { cardReading } from "./card_reading";
import { corpus } from "./corpus";
import { button, byId, el, icon, present } from "./dom";
import * as model from "./model";
import * as rows from "./rows";
import * as index from "./search_index";
import * as state from "./state";

const panel = byId("card");
// What was there before comes back: main.ts hears of it, since a card cannot be asked for from here.
const close = () => {
  delete panel.dataset.row;
  panel.dispatchEvent(new Event("leave"));
};
const names = (row: number) => {
  const labels = new Set(model.split(index.namesOf(row)));
  const drawn = new Map(
    model.nodes.id
      .filter((node) => labels.has(model.nodes.label[node]))
      .map((node) => [model.nodes.label[node], node]),
  );
  const tag = (label: string) => rows.tag(label, drawn.get(label));
  return labels.size ? rows.section("Names", el("div", { class: "tags" }, ...[...labels].map(tag))) : null;
};
/** Show the card of a row of the corpus. */
export const show = (row: number) => {
  panel.dataset.row = String(row); // First of all: without a choice the start panel would come instead.
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
      el("h2", { dir: "auto" }, corpus.title[row]),
      rows.meta(corpus.date[row], corpus.authors[row]),
      rows.chips(corpus.topic[row], corpus.subtopic[row]),
      ...cardReading(row, corpus.title[row]),
      el("p", { class: "muted" }, "This paper is not drawn: the map shows those with the strongest links."),
      names(row),
    ]),
  );
  panel.hidden = false;
  panel.dataset.node = "";
  document.body.classList.add("with-card");
  panel.scrollTop = 0;
};
