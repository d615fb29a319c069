// Wires state, drawing and panels together.
import * as address from "./address";
import * as areas from "./areas";
import * as card from "./card";
import * as chips from "./chips";
import * as compare from "./compare";
import { byId, say } from "./dom";
import * as draw from "./draw";
import * as header from "./header";
import "./export_menu";
import * as cite from "./cite";
import { corpus } from "./corpus";
import * as corrections from "./corrections";
import * as correctionsPanel from "./corrections_panel";
import * as focus from "./focus";
import * as labels from "./labels";
import * as lasso from "./lasso";
import * as legend from "./legend";
import * as lines from "./lines";
import * as list from "./list";
import * as matrix from "./matrix";
import * as model from "./model";
import * as neighbourhood from "./neighbourhood";
import * as paint from "./paint";
import * as panels from "./panels";
import * as reading from "./reading";
import * as result from "./result";
import * as scene from "./scene";
import * as search from "./search";
import * as searchFilter from "./search_filter";
import * as state from "./state";
import * as table from "./table";
import * as texts from "./texts";
import * as timeline from "./timeline";
import * as toolbar from "./toolbar";
import type { Camera, Field } from "./types";

const ZOOMS: Record<string, () => void> = {
  in: () => draw.zoom(1.5),
  out: () => draw.zoom(1 / 1.5),
  fit: () => draw.fit(),
};
const start = () => {
  const { now } = state;
  let still = false; // A node chosen with the pointer is visible already: the camera need not move.
  let arriving: Camera | null = null; // The camera of a link or of a step in the history.
  let shown: Promise<unknown> = Promise.resolve();
  let pending = 0; // Cards to open and cameras to place that a choice or a link has asked for.
  const track = (work: Promise<unknown>) => {
    pending += 1;
    return work.finally(() => {
      pending -= 1;
    });
  };

  const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const moveCamera = (changed: Field[]) => {
    const has = (field: Field) => changed.includes(field);
    if (arriving) draw.place(arriving);
    else if (now.target >= 0 && has("target"))
      draw.fit(neighbourhood.stations(now.selected, neighbourhood.path(now.selected, now.target) || []), {
        most: 1.2,
        pad: 50,
      });
    else if (now.selected >= 0 && (has("steps") || (has("selected") && !still && now.steps > 1)))
      draw.fit([...neighbourhood.within(now.selected, now.steps).keys()], { pad: 20 });
    else if (now.selected >= 0 && has("selected") && !still) draw.goTo(now.selected);
    else if (now.topic && has("topic")) draw.fit(model.topic.get(now.topic)?.members, { most: 1.1 });
    arriving = null;
    still = false;
  };
  const refilter = () => {
    lines.compute(now);
    neighbourhood.emphasise(now);
    draw.refilter();
    table.render();
    toolbar.refresh(now);
  };

  // First of all: choosing a node may unhide it, and paths use what is shown.
  searchFilter.start();
  result.start();
  result.on(refilter);
  result.onFollowing(legend.recount);
  result.onFollowing(card.recount);
  legend.start();
  toolbar.start();
  correctionsPanel.start();
  corrections.onLeaving(state.flush);
  reading.on(list.restyle);
  header.start(panels.home);
  chips.start(result.on, result.now);
  list.start();
  timeline.start();
  table.start();
  lasso.start();
  panels.start();
  // Choosing a node may unhide it, and paths use what is shown, so the result comes first.
  // The choice is emphasised at once, a frame later the card opens, then the camera moves beside the card.
  state.on(["selection"], (_, changed) => {
    neighbourhood.emphasise(now);
    draw.repaint();
    const restep = changed.length === 1 && changed[0] === "steps";
    shown = track(
      nextFrame()
        .then((): unknown => (restep ? card.mark() : card.show()))
        .then(() => {
          panels.arrange();
          still &&= draw.isInSight(now.selected); // The card may have come over it.
          moveCamera(changed);
        }),
    );
  });
  matrix.start();
  compare.start();
  focus.start();
  state.on(["colour"], draw.repaint);
  state.on(["main"], () => {
    table.render();
    toolbar.refresh(now);
    if (now.selected < 0) card.show(); // The overview makes room for the table.
  });
  state.onArrival((camera) => {
    arriving = camera;
    track(
      shown.then(() => {
        if (arriving) moveCamera([]);
      }),
    );
  });
  byId("card").addEventListener("leave", () => card.show());
  draw.onMoved(state.cameraMoved);
  draw.onPick((node, topic) => {
    if (node >= 0 && compare.isAsked()) {
      compare.toggle(node);
      return;
    }
    still = node >= 0 && node !== now.selected;
    if (node >= 0) state.select(node);
    else if (topic) state.showTopic(topic);
    else state.clear();
  });

  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-node]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    (event.shiftKey ? compare.toggle : state.select)(Number(link.dataset.node));
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches("input[type=search], textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && !focus.leave()) state.clear();
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-zoom]")) {
    const act = ZOOMS[button.dataset.zoom ?? "fit"];
    button.addEventListener("click", act);
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    draw.restyle();
    legend.restyle();
    list.restyle();
    focus.refresh();
    card.show();
  });

  const notice = byId("notice");
  notice.hidden = model.size > 0;
  notice.textContent = model.size
    ? ""
    : "This graph is empty: no paper was read, so there is nothing to draw yet.";
  card.show();
  panels.arrange();
  draw.fit(undefined, { animated: false });
  return {
    /** Whether all that was requested is done: cards, camera, address. */
    isSettled: () =>
      pending === 0 &&
      result.isFollowed() &&
      searchFilter.isSettled() &&
      draw.hasArrived() &&
      state.isWritten(),
    /** Where the camera is, or will be once the card is open that a link asks for. */
    camera: () => arriving ?? draw.camera(),
  };
};
const { isSettled, camera } = start();
// Abstracts follow below this script: a card may open once the whole page is read.
const greet = () => {
  if (address.isStranger(location.hash)) say("This page does not have what its address names.");
};
const listen = () => {
  state.start(camera);
  greet();
  window.addEventListener("hashchange", greet);
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
else listen();
// For the tests, and for whoever is curious in the console.
Object.assign(window, {
  paperlattice: {
    model,
    corpus,
    cite,
    corrections,
    reading,
    result,
    state,
    scene,
    lines,
    neighbourhood,
    draw,
    search,
    paint,
    labels,
    list,
    areas,
    matrix,
    compare,
    focus,
    texts,
    isSettled,
  },
});
