// The first step: unpacks the data of the page, then starts the modules, which find them in place.
import { applied } from "./corrections";
import { give } from "./data";
import type { PageData } from "./types";
import { content, unpack } from "./unpack";

const sayWhy = (): undefined => {
  const notice = document.getElementById("notice");
  if (!notice) return;
  notice.hidden = false;
  notice.textContent =
    "This browser cannot unpack the graph: it is from before 2023, or the file is damaged. " +
    "Open it in a newer browser, or write it again.";
};
const packed = content("graph-data");
unpack<PageData>(packed).then(async (data) => {
  give(await applied(data, packed));
  return import("./main");
}, sayWhy);
