// Wires state, drawing and panels together.
const start = () => {
  const { now } = state;
  let still = false; // A node chosen with the pointer is in sight already: the picture need not move.
  const refocus = () => {
    if (now.selected >= 0) {
      const members = model.neighbours(now.selected).add(now.selected);
      draw.highlight(members);
    } else if (now.community) {
      const members = model.nodes.id.filter((i) => model.nodes.cluster[i] === now.community);
      draw.highlight(members);
      draw.fit(members, { most: 1.1 });
    } else draw.highlight(null);
    draw.focus(now.selected, { move: !still });
    still = false;
  };
  const refilter = () =>
    draw.filter(
      (i) => !now.hiddenKinds.has(model.nodes.kind[i]),
      (e) => !now.hiddenRelations.has(model.edges.relation[e]),
    );

  legend.start();
  // The camera looks at what the card leaves free, so the card comes first.
  state.on(["selection"], () => card.show().then(refocus));
  state.on(["filter"], refilter);
  state.on(["colour"], draw.restyle);
  draw.onPick((node) => {
    still = node >= 0 && node !== now.selected;
    if (node < 0) state.clear();
    else state.select(node);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-node]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.select(Number(link.dataset.node));
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search], textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") state.clear();
  });
  for (const button of document.querySelectorAll("[data-zoom]")) {
    const act = { in: () => draw.zoom(1.5), out: () => draw.zoom(1 / 1.5), fit: () => draw.fit() }[
      button.dataset.zoom
    ];
    button.addEventListener("click", act);
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    draw.restyle();
    legend.restyle();
    card.show();
  });

  const notice = document.getElementById("notice");
  notice.hidden = model.size > 0;
  notice.textContent = model.size
    ? ""
    : "This graph is empty: no paper was read, so there is nothing to draw yet.";
  card.show();
  draw.fit(undefined, { animated: false });
};
start();
// Abstracts follow below this script: a card may open once the whole page is read.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", state.start);
else state.start();
window.paperlattice = { model, state, scene, draw, search };
