// The card of an entity: the papers that are most about it, what it is named with, what was merged in it.
const cardEntity = (() => {
  const { el, foreign } = dom;
  const { nodes, edges, around, isPaper, isBackground, RELATIONS } = model;

  // How many papers name both, and not in the background: counted over the papers of this entity.
  const namedWith = (entity) => {
    const counts = new Map();
    const matters = (edge) => !isBackground(edge);
    for (const paper of model.neighbours(entity, matters)) {
      for (const peer of model.neighbours(paper, matters)) {
        if (peer !== entity && !isPaper(peer)) counts.set(peer, (counts.get(peer) || 0) + 1);
      }
    }
    return [...counts].sort(
      (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || model.named(a[0], b[0]),
    );
  };
  // The written forms in the papers, the most frequent first: what was merged, as the text has it.
  const forms = (entity, texts) => {
    const papers = new Map();
    for (const edge of around[entity]) {
      for (const form of model.split(texts.surfaces[edge])) {
        if (!papers.has(form)) papers.set(form, new Set());
        papers.get(form).add(edges.from[edge]);
      }
    }
    const counts = [...papers].map(([form, found]) => [form, found.size]);
    return counts.sort((a, b) => b[1] - a[1] || model.compare(a[0], b[0]));
  };
  const formRow = ([form, count]) =>
    el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, rows.plural(count, "paper")));
  const reasonRow = (reason) => el("li", { dir: "auto" }, reason);

  return (entity, texts) => {
    const newest = (a, b) =>
      (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") ||
      model.named(edges.from[a], edges.from[b]);
    const paperRow = (edge) => {
      const remark = [nodes.date[edges.from[edge]], rows.salience(edge)].filter(Boolean);
      return rows.named(edges.from[edge], remark.length ? remark : null, cardText.evidence(texts, edge));
    };
    const groups = rows.byRelation(around[entity]);
    const papers = groups.map(([relation, list]) => {
      const title = (RELATIONS[relation] || { by: relation }).by;
      const listed = rows.listing(rows.bySalience(list, newest), paperRow);
      if (!isBackground(list[0])) return rows.section(title, ...listed);
      const count = `${rows.plural(list.length, "paper")}, in the background`;
      return rows.section(title, rows.fold(count, listed, groups.length === 1));
    });
    const company = namedWith(entity);
    const written = forms(entity, texts);
    const reasons = model.split(texts.united[entity]);
    return [
      ...papers,
      company.length
        ? rows.section(
            "Often named with",
            ...rows.listing(company, ([peer, count]) => rows.named(peer, rows.plural(count, "paper")), {
              class: "tight",
            }),
          )
        : null,
      written.length > 1
        ? rows.section("Written as", ...rows.listing(written, formRow, { class: "tight" }))
        : null,
      reasons.length
        ? rows.section("Why these are one entity", ...rows.listing(reasons, reasonRow, { class: "tight muted" }))
        : null,
    ];
  };
})();
