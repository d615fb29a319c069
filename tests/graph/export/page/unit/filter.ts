// What a change of the filters does in the page: the result first, then the lines.
import * as lines from "../../../../../graph/export/page/src/lines";
import * as result from "../../../../../graph/export/page/src/result";
import type { State } from "../../../../../graph/export/page/src/types";

export const filter = (now: State) => {
  result.compute(now);
  lines.compute(now);
};
