// The graph in the page: columns unpacked, neighbours found; it never changes.
const model = (() => {
  const content = (id) => document.getElementById(id).textContent;
  const unpack = (column) =>
    column === undefined ? [] : Array.isArray(column) ? column : column.index.map((at) => column.values[at]);
  const table = (columns) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, unpack(column)]));

  const data = JSON.parse(content("graph-data"));
  const nodes = { id: [], kind: [], cluster: [], date: [], broader: [], ...table(data.nodes) };
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

  // Communities, the largest first; a colour is an index in the palette of the style sheet.
  const communities = [...count(nodes.cluster)]
    .filter(([name]) => name !== "")
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, members], rank) => ({ name, members, rank }));
  const community = new Map(communities.map((item) => [item.name, item]));

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
    communities,
    community,
    texts,
    kinds: count(nodes.kind),
    relations: count(edges.relation),
  };
})();
