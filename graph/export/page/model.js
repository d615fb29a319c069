// The graph in the page: columns unpacked, neighbours found; it never changes.
const model = (() => {
  const content = (id) => document.getElementById(id).textContent;
  const unpack = (column) =>
    column === undefined ? [] : Array.isArray(column) ? column : column.index.map((at) => column.values[at]);
  const table = (columns) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, unpack(column)]));

  const data = JSON.parse(content("graph-data"));
  const nodes = {
    ...{ id: [], kind: [], topic: [], topic_id: [], subtopic: [], subtopic_id: [], date: [], broader: [] },
    ...table(data.nodes),
  };
  const edges = { from: [], to: [], relation: [], weight: [], confidence: [], salience: [], ...table(data.edges) };
  const size = nodes.id.length;
  const links = edges.from.length;
  const { kinds: KINDS, relations: RELATIONS, entities } = data.facts;

  const at = new Map();
  const around = Array.from({ length: size }, () => []);
  for (let i = 0; i < size; i += 1) at.set(nodes.key[i], i);
  for (let e = 0; e < links; e += 1) {
    around[edges.from[e]].push(e);
    if (edges.to[e] !== edges.from[e]) around[edges.to[e]].push(e);
  }

  // Relations that say little of what a paper is about: drawn on request, listed last.
  const isBackground = (edge) => RELATIONS[edges.relation[edge]]?.background === true;
  const isPaper = (node) => nodes.kind[node] === "paper";
  const other = (edge, node) => (edges.from[edge] === node ? edges.to[edge] : edges.from[edge]);
  const neighbours = (node, wanted = () => true) =>
    new Set(around[node].filter(wanted).map((edge) => other(edge, node)));
  const split = (text) => text.split(" | ").filter((part) => part !== "");
  const count = (column) => {
    const found = new Map();
    for (const value of column) found.set(value, (found.get(value) || 0) + 1);
    return found;
  };
  const { compare } = new Intl.Collator("en");
  const named = (a, b) => compare(nodes.label[a], nodes.label[b]) || a - b;

  // Topics and subtopics by name: no two of them have one.
  const topic = new Map();
  const join = (name, parent, node) => {
    if (name === "" || (topic.has(name) && topic.get(name).parent !== parent)) return;
    if (!topic.has(name))
      topic.set(name, { name, parent, members: [], papers: 0, particular: [], central: [], subtopics: [] });
    topic.get(name).members.push(node);
    if (isPaper(node)) topic.get(name).papers += 1;
  };
  nodes.topic.forEach((name, node) => join(name, "", node));
  nodes.subtopic.forEach((name, node) => nodes.topic[node] && join(name, nodes.topic[node], node));
  // The page may hold a part only: what is said of topics is said of the whole.
  for (const facts of data.topics || []) if (topic.has(facts.name)) Object.assign(topic.get(facts.name), facts);
  // The largest first. A colour is an index in the palette of the style sheet, that of its topic for a subtopic.
  const ordered = (parent) =>
    [...topic.values()]
      .filter((item) => item.parent === parent)
      .sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
  const topics = ordered("");
  topics.forEach((item, rank) => {
    item.subtopics = ordered(item.name);
    for (const each of [item, ...item.subtopics]) each.rank = rank;
  });

  // Abstracts, evidence and written forms are deflated in the page until a card or a file needs them.
  const inflate = async () => {
    const packed = Uint8Array.from(atob(content("text-data")), (sign) => sign.charCodeAt(0));
    const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return table(JSON.parse(await new Response(plain).text()));
  };
  // A browser from before 2023 cannot unpack them: the page works without them.
  const without = () => {
    const [nodeTexts, edgeTexts] = [Array(size).fill(""), Array(links).fill("")];
    return {
      abstract: nodeTexts,
      united: nodeTexts,
      evidence: edgeTexts,
      surfaces: edgeTexts,
      shared: edgeTexts,
      terms: edgeTexts,
      reason: edgeTexts,
      missing: true,
    };
  };
  let pending = null;
  const texts = () => {
    pending = pending || inflate().catch(without);
    return pending;
  };

  return {
    nodes,
    edges,
    size,
    links,
    options: data.options,
    colours: data.colours,
    entities,
    KINDS,
    RELATIONS,
    at,
    around,
    isPaper,
    isBackground,
    other,
    neighbours,
    split,
    compare,
    named,
    topics,
    topic,
    texts,
    kinds: count(nodes.kind),
    relations: count(edges.relation),
  };
})();
