// The left of the header: the title leads back to the start, and under it are the period and what is shown.
import { papersLeft } from "./chips";
import { corpus } from "./corpus";
import { byId, el } from "./dom";
import { active } from "./filters";
import * as model from "./model";
import { spanOf } from "./periods";
import * as result from "./result";
import { plural } from "./rows";
import * as state from "./state";
import type { Result } from "./types";

const summary = document.querySelector(".summary") as HTMLElement;
const status = byId("result-status");

const dates = corpus.date.filter((date) => /^\d{4}/.test(date)).sort();
/** The time of the corpus in words; "" without dates. */
export const period = dates.length
  ? spanOf(
      (model.figures?.time.first || dates[0]).slice(0, 7),
      (model.figures?.time.last || dates[dates.length - 1]).slice(0, 7),
    )
  : "";
/** How much of each kind but papers there is, or is left by filters: "3,607 methods", "12 of 124 datasets". */
export const kindsLeft = ({ count: { kinds } }: Result, filtered: boolean) =>
  Object.entries(model.KINDS)
    .filter(([kind]) => kind !== "paper" && kinds.get(kind)?.[1])
    .map(([kind, { one, many }]) => {
      const [found, all] = kinds.get(kind) ?? [0, 0];
      const noun = plural(all, one.toLowerCase(), many.toLowerCase());
      return filtered && found < all ? `${found.toLocaleString("en")} of ${noun}` : noun;
    });
const render = (now: Result) => {
  const said = [period, papersLeft(now)].filter(Boolean);
  summary.replaceChildren(...said.map((text) => el("span", {}, text)));
  summary.title = [...said, ...kindsLeft(now, active(state.now).length > 0)].join(" · ");
  if (status.textContent !== "" || now.count.papers < now.count.of) status.textContent = papersLeft(now);
};
export const start = (home: () => unknown) => {
  byId("home").addEventListener("click", home);
  render(result.now);
  result.onFollowing(render);
};
