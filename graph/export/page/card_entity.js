// The card of an entity: what was merged in it, papers by date, what it is named with.
const cardEntity = (() => {
  const { el, foreign } = dom;
  const { nodes, edges, around, isPaper, RELATIONS } = model;

  // How many papers name both: counted over the papers of this entity.
  const namedWith = (entity) => {
    const counts = new Map();
    for (const paper of model.neighbours(entity)) {
      for (const peer of model.neighbours(paper)) {
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
    const paperRow = (edge) =>
      rows.named(edges.from[edge], nodes.date[edges.from[edge]], cardText.evidence(texts, edge));
    const company = namedWith(entity);
    const written = forms(entity, texts);
    const reasons = model.split(texts.united[entity]);
    return [
      ...rows
        .byRelation(around[entity])
        .map(([relation, list]) =>
          rows.section(
            (RELATIONS[relation] || { by: relation }).by,
            ...rows.listing([...list].sort(newest), paperRow),
          ),
        ),
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
