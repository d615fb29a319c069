// Print a GraphML, GEXF or JSON file as graphology reads it: node read_with_graphology.cjs FOLDER_OF_NODE_MODULES FILE
const { createRequire } = require("node:module");
const fs = require("node:fs");
const path = require("node:path");

const [folder, file] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(folder), "index.js"));
const Graph = load("graphology");
const text = fs.readFileSync(file, "utf8");

const imported = (data) => {
  const graph = new Graph(data.options);
  return graph.import(data);
};
const parsed = () => load(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml").parse(Graph, text);
const graph = file.endsWith(".json") ? imported(JSON.parse(text)) : parsed();
const nodes = {};
const edges = {};
graph.forEachNode((id, attributes) => { nodes[id] = attributes; });
graph.forEachEdge((id, attributes, source, target) => { edges[id] = { source, target, attributes }; });
process.stdout.write(JSON.stringify({
  type: graph.type, multi: graph.multi, attributes: graph.getAttributes(), nodes, edges,
}));
