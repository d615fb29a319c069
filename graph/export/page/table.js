// What is shown, as a table: every column sorts by its header, every name opens its card.
const table = (() => {
  const { el, icon, foreign, button, nodeLink } = dom;
  const { nodes, edges, compare, isPaper, KINDS, RELATIONS } = model;
  const FIRST = 200;
  const panel = document.getElementById("table");
  const order = { nodes: ["papers", -1], links: ["weight", -1] };
  let limit = FIRST;

  const relation = (line) => {
    const name = lines.nameOf(line);
    return name === lines.BESIDE ? "Named with" : (RELATIONS[name] || { edge: name }).edge;
  };
  const link = (node) =>
    el(
      "span",
      { class: "cell" },
      icon(nodes.kind[node]),
      nodeLink(node, undefined, { title: nodes.label[node] }),
    );
  const figure = (value, digits) => (value ? value.toFixed(digits) : "");
  const surety = (line) =>
    lines.now.edge[line] < 0 || isPaper(lines.now.b[line]) ? 0 : edges.confidence[lines.now.edge[line]];
  // Of papers how likely the link is, of entities how many papers name both.
  const weight = (line) => {
    const value = strength(line);
    return isPaper(lines.now.b[line]) && value ? rows.percent(value) : figure(value, 0);
  };
  const about = (line) => (lines.now.edge[line] < 0 ? 0 : edges.salience[lines.now.edge[line]]);
  const strength = (line) =>
    isPaper(lines.now.b[line]) || lines.now.edge[line] < 0 ? lines.now.weight[line] : 0;
  // name: [header, what it is sorted by, what is shown, whether it is a number]
  const COLUMNS = {
    nodes: {
      label: ["Name", (i) => nodes.label[i], link],
      kind: ["Kind", (i) => nodes.kind[i], (i) => (KINDS[nodes.kind[i]] || { one: nodes.kind[i] }).one],
      papers: ["Papers", (i) => nodes.papers[i], (i) => nodes.papers[i].toLocaleString("en"), true],
      degree: [
        "Links shown",
        (i) => lines.at(i).length,
        (i) => lines.at(i).length.toLocaleString("en"),
        true,
      ],
      date: ["Date", (i) => nodes.date[i], (i) => nodes.date[i]],
      topic: ["Topic", (i) => nodes.topic[i], (i) => foreign(nodes.topic[i])],
    },
    links: {
      source: ["From", (line) => nodes.label[lines.now.a[line]], (line) => link(lines.now.a[line])],
      relation: ["Relation", relation, relation],
      target: ["To", (line) => nodes.label[lines.now.b[line]], (line) => link(lines.now.b[line])],
      salience: ["Salience", about, (line) => figure(about(line), 2), true],
      confidence: ["Confidence", surety, (line) => figure(surety(line), 2), true],
      weight: ["Weight", strength, weight, true],
    },
  };
  const columnsOf = (what, items) =>
    Object.entries(COLUMNS[what]).filter(
      ([name, [, value]]) => !["date", "topic", "salience", "confidence", "weight"].includes(name) || items.some(value),
    );
  const itemsOf = (what) =>
    what === "nodes"
      ? nodes.id.filter((i) => scene.shown[i])
      : Array.from({ length: lines.now.count }, (_, line) => line);

  const sorted = (what, items) => {
    const [by, way] = order[what];
    const value = COLUMNS[what][by][1];
    const keyed = items.map((item) => [value(item), item]);
    const less = typeof keyed[0]?.[0] === "number" ? (a, b) => a - b : compare;
    return keyed.sort((a, b) => way * less(a[0], b[0]) || a[1] - b[1]).map(([, item]) => item);
  };
  const header =
    (what) =>
    ([name, [title, , , number]]) => {
      const [by, way] = order[what];
      const turn = () => {
        order[what] = [name, by === name ? -way : number ? -1 : 1];
        limit = FIRST;
        render();
        panel.querySelector(`[data-column="${name}"]`).focus();
      };
      const sign = el(
        "span",
        { "aria-hidden": "true", class: "sign" },
        by === name ? (way > 0 ? "▲" : "▼") : "",
      );
      return el(
        "th",
        {
          scope: "col",
          class: number ? "number" : false,
          "aria-sort": by === name ? (way > 0 ? "ascending" : "descending") : "none",
        },
        button({ "data-column": name }, [title, sign], turn),
      );
    };
  const choice = (what, title) =>
    button({ "aria-pressed": String(state.now.table === what), "data-table": what }, title, () =>
      state.table(what),
    );

  const render = () => {
    const what = state.now.table;
    panel.hidden = what === "";
    document.body.classList.toggle("with-table", what !== "");
    if (what === "") return panel.replaceChildren();
    const items = itemsOf(what);
    const columns = columnsOf(what, items);
    const row = (item) =>
      el(
        "tr",
        {},
        ...columns.map(([name, [, , show, number]]) =>
          el(
            "td",
            { class: number ? "number" : ["topic", "target"].includes(name) ? "text" : false },
            show(item),
          ),
        ),
      );
    const body = sorted(what, items).slice(0, limit).map(row);
    const rest = items.length - body.length;
    const more = button({ class: "more" }, `Show more (${rest.toLocaleString("en")})`, () => {
      limit += 5 * FIRST;
      render();
    });
    const count = rows.plural(items.length, what === "nodes" ? "node" : "link");
    const close = button({ class: "close", "aria-label": "Close the table", title: "Close" }, "×", () =>
      state.table(""),
    );
    const head = el(
      "div",
      { class: "table-head" },
      el(
        "div",
        { class: "segments", role: "group", "aria-label": "Rows" },
        choice("nodes", "Nodes"),
        choice("links", "Links"),
      ),
      el("span", { class: "count", role: "status" }, `${count} shown`),
      close,
    );
    const grid = el(
      "table",
      {},
      el("caption", { class: "unseen" }, `What is shown: ${count}. Headers sort.`),
      el("thead", {}, el("tr", {}, ...columns.map(header(what)))),
      el("tbody", {}, ...body),
    );
    panel.replaceChildren(
      head,
      el(
        "div",
        { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" },
        grid,
        rest ? more : null,
      ),
    );
    return null;
  };
  return { render };
})();
