// The state as a URL hash and back: "#method:lora&steps=2&view=papers&at=12,-30,0.8". A field that makes no
// sense is ignored, so that a link from another graph, or a malicious one, opens the page all the same.
const address = (() => {
  const { nodes, at } = model;
  const VIEWS = ["full", "papers", "entities"];
  const TABLES = ["", "nodes", "links"];
  // What papers only mention in the background is hidden at first: half a field mentions its hubs.
  const background = [...model.relations.keys()].filter((name) => model.RELATIONS[name]?.background);
  const fresh = () => ({
    selected: -1,
    target: -1,
    steps: 1,
    topic: "",
    colour: model.topics.length > 1 ? "topic" : "kind",
    view: "full",
    table: "",
    hiddenKinds: new Set(),
    hiddenRelations: new Set(background),
    hiddenTopics: new Set(),
    confidence: 0,
    papers: 1,
    weight: 0,
    together: 1,
    since: "",
    until: "",
  });

  const encode = (text) => encodeURIComponent(text).replaceAll("%3A", ":");
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  };
  const list = (values) => [...values].map(encode).join(",");
  const known = (text, values) =>
    new Set(
      text
        .split(",")
        .map(decode)
        .filter((value) => values.has(value)),
    );
  const node = (text) => at.get(decode(text)) ?? -1;
  const among = (values, fallback) => (text) => (values.includes(text) ? text : fallback);
  const number = (least, most) => (text) => {
    const value = text === "" ? Number.NaN : Number(text);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
  };
  const whole = (least) => (text) => Math.round(number(least, 1e6)(text));
  const day = (text) => (/^[0-9-]{4,10}$/.test(text) ? text : "");
  const topic = (text) => (model.topic.has(decode(text)) ? decode(text) : "");

  // name in the hash: [name in the state, how it is written, how it is read]
  const FIELDS = {
    to: ["target", (value) => encode(nodes.key[value]), node],
    steps: ["steps", String, (text) => (text === "2" ? 2 : 1)],
    topic: ["topic", encode, topic],
    colour: ["colour", String, among(["kind", "topic"], fresh().colour)],
    view: ["view", String, among(VIEWS, "full")],
    table: ["table", String, among(TABLES, "")],
    hide: ["hiddenKinds", list, (text) => known(text, model.kinds)],
    drop: ["hiddenRelations", list, (text) => known(text, model.relations)],
    without: ["hiddenTopics", list, (text) => known(text, model.topic)],
    confidence: ["confidence", String, number(0, 1)],
    papers: ["papers", String, whole(1)],
    weight: ["weight", String, number(0, 1e6)],
    together: ["together", String, whole(1)],
    since: ["since", encode, day],
    until: ["until", encode, day],
  };
  const plain = (value, first) =>
    value instanceof Set ? value.size === first.size && [...value].every((one) => first.has(one)) : value === first;

  const write = (now, camera = null) => {
    const first = fresh();
    const parts = Object.entries(FIELDS)
      .filter(([, [field]]) => !plain(now[field], first[field]))
      .map(([name, [field, format]]) => `${name}=${format(now[field])}`);
    if (camera)
      parts.push(`at=${Math.round(camera.x)},${Math.round(camera.y)},${Number(camera.zoom.toPrecision(3))}`);
    const key = now.selected < 0 ? "" : encode(nodes.key[now.selected]);
    return key || parts.length ? `#${[key, ...parts].join("&")}` : "";
  };
  const read = (hash) => {
    const [key, ...parts] = hash.replace(/^#/, "").split("&");
    const found = { now: { ...fresh(), selected: node(key) }, camera: null };
    for (const part of parts) {
      const cut = part.indexOf("=");
      const [name, text] = [part.slice(0, cut), part.slice(cut + 1)];
      if (Object.hasOwn(FIELDS, name)) found.now[FIELDS[name][0]] = FIELDS[name][2](text);
      const [x, y, zoom] = name === "at" ? text.split(",").map(Number) : [];
      if ([x, y, zoom].every(Number.isFinite) && zoom > 0) found.camera = { x, y, zoom };
    }
    return found;
  };
  const ofNode = (selected) => `#${encode(nodes.key[selected])}`;
  return { fresh, write, read, ofNode };
})();
