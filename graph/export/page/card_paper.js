// The card of a paper: abstract, entities by role with their sentences, related papers with what they share.
const cardPaper = (() => {
  const { el, foreign, nodeLink } = dom;
  const { nodes, edges, around, other, split, isPaper, RELATIONS } = model;
  const DECLARED = {
    declared: "declared by the authors",
    both: "declared by the authors and in the text",
  };

  const sharedNames = (texts, edge, paper, peer) => {
    const mine = new Map(
      [...model.neighbours(paper)].filter((node) => !isPaper(node)).map((node) => [nodes.label[node], node]),
    );
    const theirs = model.neighbours(peer);
    return split(texts.shared[edge]).map((label) => {
      const node = mine.get(label);
      return node !== undefined && theirs.has(node)
        ? nodeLink(node, label, { class: `tag ${nodes.kind[node]}` })
        : foreign(label, { class: "tag" });
    });
  };
  const peerRow = (texts, paper, most) => (edge) => {
    const peer = other(edge, paper);
    const weight = edges.weight[edge];
    const bar = el("meter", {
      min: "0",
      max: String(most || 1),
      value: String(weight),
      title: `weight ${weight}`,
      "aria-label": `weight ${weight}`,
    });
    return el(
      "li",
      { class: "peer" },
      el("div", { class: "line" }, nodeLink(peer), bar, el("span", { class: "count" }, weight.toFixed(2))),
      el("div", { class: "tags" }, ...sharedNames(texts, edge, paper, peer)),
    );
  };
  const entitySections = (texts, own) => {
    const order = (a, b) =>
      model.compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) ||
      model.named(edges.to[a], edges.to[b]);
    const row = (edge) =>
      rows.named(edges.to[edge], DECLARED[edges.origin[edge]], cardText.evidence(texts, edge));
    return rows
      .byRelation(own)
      .map(([relation, list]) =>
        rows.section(
          (RELATIONS[relation] || { group: relation }).group,
          ...rows.listing([...list].sort(order), row),
        ),
      );
  };

  return (paper, texts) => {
    const own = around[paper].filter((edge) => edges.from[edge] === paper && !isPaper(edges.to[edge]));
    const related = around[paper]
      .filter((edge) => isPaper(other(edge, paper)))
      .sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
    const abstract = texts.abstract[paper];
    const most = related.length ? edges.weight[related[0]] : 0;
    const body = abstract
      ? el("p", { class: "abstract", dir: "auto" }, ...cardText.marked(texts, abstract, own))
      : null;
    return [
      body ? rows.section("Abstract", body) : null,
      ...entitySections(texts, own),
      related.length
        ? rows.section("Related papers", ...rows.listing(related, peerRow(texts, paper, most)))
        : null,
      own.length
        ? null
        : el("p", { class: "muted" }, `No ${model.entities.one} was found in this paper.`),
    ];
  };
})();
