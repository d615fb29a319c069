// The query as a filter: which papers it matches is told to the result, as soon as the abstracts are indexed.
import * as result from "./result";
import * as find from "./search_find";
import * as index from "./search_index";
import * as state from "./state";

let pending = 0;
const follow = async (text: string) => {
  if (text === "") return;
  result.match(index.isWhole() ? find.rowsOf(text) : null); // What another query matched says nothing of this one.
  if (index.isWhole()) return;
  pending += 1;
  await index.prepare(find.steps).finally(() => {
    pending -= 1;
  });
  if (state.now.text === text) result.setText(find.rowsOf(text));
};
/** Whether the result follows the query. */
export const isSettled = () => pending === 0;
/** Follow the state: call it before the result does, which then knows what the query matches. */
export const start = () => {
  state.on(["filter"], ({ text }, changed) => {
    if (changed.includes("text")) follow(text);
  });
};
