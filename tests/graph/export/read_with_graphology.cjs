// Print a GraphML or GEXF file as graphology reads it: node read_with_graphology.cjs FOLDER_OF_NODE_MODULES FILE
const { createRequire } = require("node:module");
const fs = require("node:fs");
const path = require("node:path");

const [folder, file] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(folder), "index.js"));
const Graph = load("graphology");
const { parse } = load(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");

const graph = parse(Graph, fs.readFileSync(file, "utf8"));
const nodes = {};
const edges = {};
graph.forEachNode((id, attributes) => { nodes[id] = attributes; });
graph.forEachEdge((id, attributes, source, target) => { edges[id] = { source, target, attributes }; });
process.stdout.write(JSON.stringify({ type: graph.type, nodes, edges }));
