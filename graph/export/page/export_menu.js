// The export menu; files are made here in the page, nothing is sent anywhere.
const exportMenu = (() => {
  const { button, el } = dom;
  const opener = document.getElementById("save");
  const menu = document.getElementById("save-menu");
  const status = document.getElementById("save-status");
  const UTF8 = "charset=utf-8";

  const stem = () => {
    const words = document.title
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "");
    const { view } = state.now;
    return [words.slice(0, 60) || "graph", view === "full" ? "" : view].filter(Boolean).join("-");
  };
  const download = (blob, ending) => {
    const href = URL.createObjectURL(blob);
    const name = `${stem()}${ending}`;
    el("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
    return `Saved ${name}`;
  };
  const text = (make, type, ending) => async () =>
    download(new Blob([await make()], { type: `${type};${UTF8}` }), ending);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    return "Link copied";
  };
  const THINGS = [
    ["Picture (PNG)", async () => download(await picture.png(), ".png")],
    ["Picture (SVG)", async () => download(picture.svg(), ".svg")],
    ["Nodes (CSV)", text(tables.nodeTable, "text/csv", ".nodes.csv")],
    ["Links (CSV)", text(tables.edgeTable, "text/csv", ".edges.csv")],
    ["Graph (GraphML)", text(tables.graphml, "application/xml", ".graphml")],
    ...(navigator.clipboard && window.top === window ? [["Copy link to this view", copy]] : []),
    ["Print …", async () => window.print()],
  ];

  const open = (wanted) => {
    menu.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  };
  const run = (act) => async () => {
    open(false);
    opener.focus();
    try {
      status.textContent = (await act()) || "";
    } catch (error) {
      status.textContent = `That did not work: ${error.message}`;
    }
  };
  menu.append(
    el("p", { class: "muted" }, "What is shown, as"),
    ...THINGS.map(([title, act]) => button({}, title, run(act))),
  );
  opener.addEventListener("click", () => {
    open(menu.hidden);
    if (!menu.hidden) menu.querySelector("button").focus();
  });
  menu.addEventListener("keydown", (event) => {
    const all = [...menu.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      open(false);
      opener.focus();
    } else if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target) && target !== opener) open(false);
  });
  return { stem };
})();
