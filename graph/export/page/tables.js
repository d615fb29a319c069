// What is shown as files for other programs: CSV tables and GraphML, with the names that paperlattice's own files use.
const tables = (() => {
  const { nodes, edges } = model;
  const broader = nodes.broader.some(Boolean) ? ["broader"] : [];
  const NODE_TEXTS = [
    ...["label", "kind", "papers", "topic", "topic_id", "subtopic", "subtopic_id"],
    ...["date", "url", "sources", "aliases"],
    ...broader,
    "abstract",
  ];
  const NODE_TYPES = {
    papers: "int",
    x: "double",
    y: "double",
    size: "double",
    r: "int",
    g: "int",
    b: "int",
  };
  const NODE_NAMES = [...NODE_TEXTS, "x", "y", "size", "r", "g", "b"];
  const EDGE_NAMES = [
    "relation",
    "weight",
    "confidence",
    "salience",
    "mentions",
    "surfaces",
    "evidence",
    "origin",
    "shared",
    "shared_count",
    "terms",
    "reason",
  ];
  const EDGE_TYPES = { weight: "double", confidence: "double", salience: "double", mentions: "int", shared_count: "int" };

  const nodeRows = (texts) =>
    nodes.id
      .filter((i) => scene.shown[i])
      .map((i) => {
        const [r, g, b] = model.colours[nodes.kind[i]] || [];
        const drawn = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(NODE_NAMES.map((name) => [name, drawn[name] ?? nodes[name]?.[i] ?? ""])),
        };
      });
  const edgeRow = (texts) => (line) => {
    const edge = lines.now.edge[line];
    const ends = { source: nodes.key[lines.now.a[line]], target: nodes.key[lines.now.b[line]] };
    const relation = lines.nameOf(line);
    const id = `${ends.source}--${relation}--${ends.target}`;
    if (edge < 0) return { id, ...ends, relation, weight: lines.now.weight[line] };
    const shared = texts.shared[edge];
    const count = { shared_count: shared ? model.split(shared).length : "" };
    const own = Object.fromEntries(
      EDGE_NAMES.map((name) => [name, count[name] ?? texts[name]?.[edge] ?? edges[name][edge]]),
    );
    // A number of 0 means that nothing is known: a link between papers has no mentions.
    for (const name of Object.keys(EDGE_TYPES)) if (own[name] === 0) own[name] = "";
    return { id, ...ends, ...own };
  };
  const edgeRows = (texts) => {
    const all = Array.from({ length: lines.now.count }, (_, line) => line);
    return all.sort((p, q) => lines.now.edge[p] - lines.now.edge[q] || p - q).map(edgeRow(texts));
  };

  const cell = (value) => {
    const text = String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const csv = (heads, names, list) =>
    [heads, ...list.map((row) => names.map((name) => row[name]))]
      .map((row) => `${row.map(cell).join(",")}\n`)
      .join("");
  const nodeTable = async () => {
    const rest = NODE_NAMES.filter((name) => name !== "label");
    return csv(["Id", "Label", ...rest], ["id", "label", ...rest], nodeRows(await model.texts()));
  };
  const edgeTable = async () => {
    const rest = EDGE_NAMES.filter((name) => name !== "weight");
    const list = edgeRows(await model.texts()).map((row) => ({ ...row, type: "Directed" }));
    const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest];
    return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest], list);
  };

  const key = (id, of, name, type) =>
    `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type || "string"}"/>\n`;
  const data = (row, names) =>
    names
      .filter((name) => row[name] !== "" && row[name] !== undefined)
      .map((name) => `<data key="${name}">${xml.content(String(row[name]))}</data>\n`)
      .join("");
  const graphml = async () => {
    const texts = await model.texts();
    const id = xml.attribute;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
      ...NODE_NAMES.map((name) => key(name, "node", name, NODE_TYPES[name])),
      key("edgelabel", "edge", "label"),
      ...EDGE_NAMES.map((name) => key(name, "edge", name, EDGE_TYPES[name])),
      '<graph edgedefault="directed">\n',
      ...nodeRows(texts).map((row) => `<node id="${id(row.id)}">\n${data(row, NODE_NAMES)}</node>\n`),
      ...edgeRows(texts).map(
        (row) =>
          `<edge id="${id(row.id)}" source="${id(row.source)}" target="${id(row.target)}" label="${id(row.relation)}">\n` +
          `<data key="edgelabel">${xml.content(row.relation)}</data>\n${data(row, EDGE_NAMES)}</edge>\n`,
      ),
      "</graph>\n</graphml>\n",
    ].join("");
  };
  return { nodeTable, edgeTable, graphml };
})();
