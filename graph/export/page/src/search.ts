// The search box (the ARIA combobox pattern): what is typed is answered in groups, or filters list and map. A card can
// borrow it to ask for a second node; then the answer goes to the card.
import * as undrawn from "./card_undrawn";
import { byId } from "./dom";
import { plural } from "./rows";
import * as find from "./search_find";
import * as index from "./search_index";
import * as list from "./search_list";
import * as state from "./state";

const input = byId<HTMLInputElement>("search");
const box = byId("suggestions");
const status = byId("search-status");
const NOTHING: list.Drawn = { items: [], choices: [], all: -1 };
let drawn = NOTHING;
let active = -1;
let answer: ((node: number) => unknown) | null = null;
const usual = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };

const point = (next: number) => {
  active = next;
  const options = [...box.querySelectorAll<HTMLElement>("[role=option]")];
  for (const [at, item] of options.entries()) item.setAttribute("aria-selected", String(at === active));
  if (active >= 0) input.setAttribute("aria-activedescendant", `hit-${active}`);
  else input.removeAttribute("aria-activedescendant");
};
const close = () => {
  box.hidden = true;
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
const finish = () => {
  input.value = "";
  refresh();
  const give = answer ?? state.select;
  release();
  return give;
};
const acts: list.Acts = {
  node: (node) => {
    finish()(node);
    byId("card").focus({ preventScroll: true });
  },
  undrawn: (row) => {
    finish();
    undrawn.show(row);
    byId("card").focus({ preventScroll: true });
  },
  topic: (name) => {
    finish();
    if (state.now.topic !== name) state.showTopic(name);
    byId("card").focus({ preventScroll: true });
  },
  all: () => {
    const text = input.value.replace(/^\s*\//, "").trim();
    finish();
    input.blur();
    state.narrow("text", text);
  },
};
// What was pointed at stays so when abstracts come in.
const refresh = (kept = "") => {
  const typed = input.value.replace(/^\s*\//, "").trim();
  const found = typed === "" ? null : find.ask(typed);
  drawn = found ? list.draw(found, acts, answer !== null) : NOTHING;
  const none = typed !== "" && !drawn.choices.length;
  box.replaceChildren(
    ...(none ? [list.line(`Nothing found for “${typed}”, and nothing like it.`)] : []),
    ...drawn.items,
  );
  box.hidden = typed === "";
  const { choices, all } = drawn;
  input.setAttribute("aria-expanded", String(choices.length > 0));
  status.textContent = typed ? plural(choices.length, "suggestion") : "";
  const first = found?.query.operators.length && all >= 0 ? all : 0;
  const same = choices.findIndex(({ key }) => key === kept);
  point(choices.length ? (same < 0 ? first : same) : -1);
};
const prepare = async () => {
  if (index.isWhole()) return;
  await index.prepare(find.steps);
  if (!box.hidden && input.value.trim() !== "") refresh(drawn.choices[active]?.key);
};

const step = (by: number) => () => {
  const { length } = drawn.choices;
  if (!length) return;
  point((active + by + length) % length);
  document.getElementById(`hit-${active}`)?.scrollIntoView({ block: "nearest" });
};
const leave = () => {
  input.value = "";
  refresh();
  input.blur();
};
const keys: Record<string, (event: KeyboardEvent) => unknown> = {
  ArrowDown: step(1),
  ArrowUp: step(-1),
  Enter: ({ ctrlKey, metaKey }) => drawn.choices[ctrlKey || metaKey ? drawn.all : active]?.act(),
  Escape: leave,
};
input.addEventListener("input", () => refresh());
input.addEventListener("focus", () => {
  prepare();
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
  keys[event.key](event);
});
/** Go to the box; what stands in it is replaced by what is typed next. */
export const focus = () => {
  input.focus();
  input.select();
};
export { find, index };
