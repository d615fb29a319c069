// What every card is made of: sections, rows, and lists whose rest is shown on request.
const rows = (() => {
  const { el, icon, foreign, button, nodeLink } = dom;
  const FIRST = 12;
  const STEP = 100;

  const plural = (count, one, many = `${one}s`) =>
    `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
  /** A probability; what is above 1, in graphs of other makers, stays a number. */
  const percent = (value) => (value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`);
  const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
  // The next part of a long list is shown on request, so that a hub with thousands of papers opens at once.
  const listing = (items, render, attributes = {}, first = FIRST) => {
    const list = el("ul", attributes, ...items.slice(0, first).map(render));
    if (items.length <= first) return [list];
    const label = () => `Show more (${(items.length - list.children.length).toLocaleString("en")})`;
    const more = button({ class: "more" }, label(), () => {
      const next = items.slice(list.children.length, list.children.length + STEP).map(render);
      list.append(...next);
      next[0].querySelector("a")?.focus();
      if (list.children.length === items.length) more.remove();
      else more.textContent = label();
    });
    return [list, more];
  };
  const swatch = (name) => {
    const made = el("span", { class: "swatch" });
    made.style.backgroundColor = theme.ofTopic(name);
    return made;
  };
  const chip = (name) => {
    if (!name) return null;
    const title = `${model.topic.get(name).parent ? "Subtopic" : "Topic"} ${name}`;
    return button({ class: "chip", title }, [swatch(name), foreign(name)], () => state.showTopic(name));
  };
  const meta = (...parts) => {
    const known = parts.filter((part) => part);
    return known.length ? el("p", { class: "meta" }, ...known.map((part) => el("span", {}, part))) : null;
  };
  const bar = (value, most, what) =>
    el("meter", { min: "0", max: String(most), value: String(value), title: what, "aria-label": what });
  /** How much a paper is about an entity, as a small bar in the colour of its kind. */
  const salience = (edge) => {
    const value = model.edges.salience[edge];
    const kind = model.nodes.kind[model.edges.to[edge]];
    return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
  };
  /** What matters less, folded and paler. */
  const fold = (title, list, open = false) =>
    el("details", { class: "background", open }, el("summary", {}, title), ...list);
  /** A node by its icon and name, with a remark at the end of the line and more below it. */
  const named = (node, remark = null, ...below) =>
    el(
      "li",
      { class: "named" },
      icon(model.nodes.kind[node]),
      nodeLink(node),
      remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
      ...below,
    );

  const RANK = Object.keys(model.RELATIONS);
  const byRelation = (list) => {
    const groups = new Map();
    for (const edge of list) {
      const relation = model.edges.relation[edge];
      if (!groups.has(relation)) groups.set(relation, []);
      groups.get(relation).push(edge);
    }
    return [...groups].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
  };
  /** Edges with the most salient first; of equals `otherwise` decides. */
  const bySalience = (list, otherwise) =>
    [...list].sort((a, b) => model.edges.salience[b] - model.edges.salience[a] || otherwise(a, b));
  return {
    plural,
    percent,
    section,
    listing,
    swatch,
    chip,
    meta,
    bar,
    salience,
    fold,
    named,
    byRelation,
    bySalience,
  };
})();
