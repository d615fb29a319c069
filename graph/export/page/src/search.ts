// The search box: labels, aliases and titles, with suggestions (the ARIA combobox pattern). A card can borrow it to
// ask for a second node; then the answer goes to the card.
import { byId, el, foreign, icon } from "./dom";
import { fold, grade } from "./grade";
import * as model from "./model";
import * as state from "./state";

/** A name of a node, and what of it is compared. */
interface Name {
  name: string;
  folded: string;
}
interface Hit {
  node: number;
  score: number;
  alias: string;
}

const input = byId<HTMLInputElement>("search");
const list = byId("suggestions");
const status = byId("search-status");
const LIMIT = 12;
let index: Name[][] | null = null;
let hits: Hit[] = [];
let active = -1;
let answer: ((node: number) => unknown) | null = null;
const usual = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };

const build = () =>
  model.nodes.id.map((node) =>
    [model.nodes.label[node], ...model.split(model.nodes.aliases[node])].map((name) => ({
      name,
      folded: fold(name),
    })),
  );

export const find = (text: string) => {
  const query = fold(text.trim());
  if (query === "") return [];
  index = index || build();
  const words = query.split(/\s+/);
  const found: Hit[] = [];
  index.forEach((names, node) => {
    let best: Hit | null = null;
    for (const [rank, { name, folded }] of names.entries()) {
      const score = grade(folded, query, words);
      if (score >= 0 && (!best || score * 2 + Number(rank > 0) < best.score)) {
        best = { node, score: score * 2 + Number(rank > 0), alias: rank > 0 ? name : "" };
      }
    }
    if (best) found.push(best);
  });
  const weight = ({ node }: Hit) => model.nodes.papers[node] + (model.nodes.kind[node] === "paper" ? 0 : 0.5);
  return found
    .sort((a, b) => a.score - b.score || weight(b) - weight(a) || model.named(a.node, b.node))
    .slice(0, LIMIT);
};

const point = (next: number) => {
  active = next;
  for (const [at, item] of [...list.children].entries())
    item.setAttribute("aria-selected", String(at === active));
  if (active >= 0) {
    input.setAttribute("aria-activedescendant", `hit-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
};
const close = () => {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  point(-1);
};
const dress = ({ placeholder, label }: { placeholder: string; label: string }) => {
  input.placeholder = placeholder;
  input.setAttribute("aria-label", label);
  input.classList.toggle("asking", answer !== null);
};
const release = () => {
  answer = null;
  dress(usual);
};
export const ask = (question: string, give: (node: number) => unknown) => {
  answer = give;
  dress({ placeholder: question, label: question });
  input.value = "";
  refresh();
  input.focus();
};
const choose = (at: number) => {
  if (!hits[at]) return;
  const { node } = hits[at];
  input.value = "";
  refresh();
  const give = answer || state.select;
  release();
  give(node);
  byId("card").focus({ preventScroll: true });
};
const row = ({ node, alias }: Hit, at: number) => {
  const { nodes } = model;
  const note = alias
    ? `also ${alias}`
    : nodes.kind[node] === "paper"
      ? nodes.date[node]
      : `${nodes.papers[node]} ${nodes.papers[node] === 1 ? "paper" : "papers"}`;
  const item = el(
    "li",
    { id: `hit-${at}`, role: "option", "aria-selected": "false" },
    icon(nodes.kind[node]),
    el("span", { class: "unseen" }, `${model.KINDS[nodes.kind[node]]?.one ?? ""}: `),
    foreign(nodes.label[node].slice(0, 300), { class: "hit" }),
    foreign(note.slice(0, 120), { class: "note" }),
  );
  item.addEventListener("pointerdown", (event) => event.preventDefault());
  item.addEventListener("click", () => choose(at));
  return item;
};
const refresh = () => {
  hits = find(input.value);
  const asked = input.value.trim() !== "";
  list.replaceChildren(...hits.map(row));
  if (asked && hits.length === 0)
    list.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
  list.hidden = !asked;
  input.setAttribute("aria-expanded", String(asked && hits.length > 0));
  status.textContent = asked ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
  point(hits.length ? 0 : -1);
};

const keys: Record<string, () => unknown> = {
  ArrowDown: () => hits.length && point((active + 1) % hits.length),
  ArrowUp: () => hits.length && point((active - 1 + hits.length) % hits.length),
  Enter: () => choose(active),
  Escape: () => {
    if (input.value === "" && answer) release();
    else if (input.value === "") input.blur();
    input.value = "";
    refresh();
  },
};
input.addEventListener("input", refresh);
input.addEventListener("focus", () => {
  if (input.value.trim() !== "") refresh();
});
input.addEventListener("blur", () => {
  close();
  release();
});
input.addEventListener("keydown", (event) => {
  if (event.isComposing || !keys[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  keys[event.key]();
});
export const focus = () => input.focus();
