// The card of a topic or subtopic: how large it is, what is particular to it, its central papers, its subtopics.
import { correctTopic } from "./card_correct";

import { button, el, foreign } from "./dom";
import * as focus from "./focus";
import { nodes } from "./model";
import * as rows from "./rows";
import * as state from "./state";
import type { Topic } from "./types";

// What has a node in the topic leads there; the rest are phrases.
const particular = ({ particular: words, members }: Topic) => {
  const found = new Map(members.map((node) => [nodes.label[node], node]));
  const tags = words.map((word) => rows.tag(word, found.get(word)));
  return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
};
const subtopicRow = ({ name, papers }: Topic) =>
  el(
    "li",
    { class: "subtopic" },
    button({ class: "pick" }, [rows.swatch(name), foreign(name, { class: "grow" })], () =>
      state.showTopic(name),
    ),
    el("span", { class: "count" }, rows.plural(papers, "paper")),
  );

export const cardTopic = (topic: Topic) => {
  const { name, parent, papers, subtopics, central } = topic;
  return [
    el("h2", { dir: "auto" }, name),
    rows.meta(
      rows.plural(papers, "paper"),
      subtopics.length ? rows.plural(subtopics.length, "subtopic") : "",
    ),
    parent ? el("div", { class: "chips" }, rows.chip(parent)) : null,
    el("div", { class: "actions" }, focus.opener()),
    correctTopic(topic),
    particular(topic),
    subtopics.length
      ? rows.section("Subtopics", ...rows.listing(subtopics, subtopicRow, { class: "tight" }, 8))
      : null,
    central.length
      ? rows.section(
          "Most central papers",
          ...rows.listing(central, (node) => rows.named(node), { class: "tight" }),
        )
      : null,
  ];
};
