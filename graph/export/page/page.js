"use strict";
(() => {
  var __defProp = Object.defineProperty;
  var __export = (target, all3) => {
    for (var name3 in all3)
      __defProp(target, name3, { get: all3[name3], enumerable: true });
  };

  // src/model.ts
  var model_exports = {};
  __export(model_exports, {
    KINDS: () => KINDS,
    RELATIONS: () => RELATIONS,
    around: () => around,
    at: () => at,
    colours: () => colours,
    compare: () => compare,
    counts: () => counts,
    edges: () => edges,
    entities: () => entities,
    isBackground: () => isBackground,
    isPaper: () => isPaper,
    kinds: () => kinds,
    links: () => links,
    named: () => named,
    neighbours: () => neighbours,
    nodes: () => nodes,
    options: () => options,
    other: () => other,
    relations: () => relations,
    rest: () => rest,
    size: () => size,
    split: () => split,
    texts: () => texts,
    topic: () => topic,
    topics: () => topics,
    topicsBut: () => topicsBut
  });
  var content = (id) => document.getElementById(id)?.textContent ?? "";
  var unpack = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at4) => column2.values[at4]);
  var table = (columns2) => Object.fromEntries(Object.entries(columns2).map(([name3, column2]) => [name3, unpack(column2)]));
  var data = JSON.parse(content("graph-data"));
  var nodes = {
    ...{ id: [], key: [], kind: [], label: [], shape: [], x: [], y: [], size: [], papers: [] },
    ...{ topic: [], topic_id: [], subtopic: [], subtopic_id: [] },
    ...{ aliases: [], broader: [], date: [], sources: [], url: [] },
    ...table(data.nodes)
  };
  var edges = {
    ...{ from: [], to: [], relation: [], weight: [], confidence: [], salience: [], mentions: [], origin: [] },
    ...table(data.edges)
  };
  var rest = table(data.rest ?? {});
  var size = nodes.id.length;
  var links = edges.from.length;
  var { colours, options } = data;
  var { kinds: KINDS, relations: RELATIONS, entities } = data.facts;
  var at = /* @__PURE__ */ new Map();
  var around = Array.from({ length: size }, () => []);
  for (let i = 0; i < size; i += 1) at.set(nodes.key[i], i);
  for (let e = 0; e < links; e += 1) {
    around[edges.from[e]].push(e);
    if (edges.to[e] !== edges.from[e]) around[edges.to[e]].push(e);
  }
  var isBackground = (edge) => RELATIONS[edges.relation[edge]]?.background === true;
  var isPaper = (node2) => nodes.kind[node2] === "paper";
  var other = (edge, node2) => edges.from[edge] === node2 ? edges.to[edge] : edges.from[edge];
  var neighbours = (node2, wanted = () => true) => new Set(around[node2].filter(wanted).map((edge) => other(edge, node2)));
  var split = (text2) => text2.split(" | ").filter((part2) => part2 !== "");
  var count = (column2) => {
    const found = /* @__PURE__ */ new Map();
    for (const value of column2) found.set(value, (found.get(value) || 0) + 1);
    return found;
  };
  var kinds = count(nodes.kind);
  var relations = count(edges.relation);
  var counts = data.counts ?? Object.fromEntries(kinds);
  var { compare } = new Intl.Collator("en");
  var named = (a, b) => compare(nodes.label[a], nodes.label[b]) || a - b;
  var topic = /* @__PURE__ */ new Map();
  var join = (name3, parent, node2) => {
    if (name3 === "") return;
    const found = topic.get(name3) ?? {
      ...{ name: name3, parent, members: [], papers: 0, particular: [], central: [], subtopics: [], rank: 0 }
    };
    if (found.parent !== parent) return;
    topic.set(name3, found);
    found.members.push(node2);
    if (isPaper(node2)) found.papers += 1;
  };
  nodes.topic.forEach((name3, node2) => {
    join(name3, "", node2);
  });
  nodes.subtopic.forEach((name3, node2) => {
    if (nodes.topic[node2]) join(name3, nodes.topic[node2], node2);
  });
  for (const facts3 of data.topics || []) Object.assign(topic.get(facts3.name) ?? {}, facts3);
  var ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
  var topics = ordered("");
  topics.forEach((item, rank) => {
    item.subtopics = ordered(item.name);
    for (const each of [item, ...item.subtopics]) each.rank = rank;
  });
  var topicsBut = (name3) => {
    const parent = topic.get(name3)?.parent ?? "";
    const siblings = topic.get(parent)?.subtopics ?? [];
    const all3 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name3));
    return /* @__PURE__ */ new Set([...all3, ...siblings.map((item) => item.name).filter((other2) => other2 !== name3)]);
  };
  var inflate = async () => {
    const packed = Uint8Array.from(atob(content("text-data")), (sign) => sign.charCodeAt(0));
    const plain3 = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return table(JSON.parse(await new Response(plain3).text()));
  };
  var without = () => {
    const [nodeTexts, edgeTexts] = [Array(size).fill(""), Array(links).fill("")];
    return {
      abstract: nodeTexts,
      united: nodeTexts,
      evidence: edgeTexts,
      surfaces: edgeTexts,
      shared: edgeTexts,
      terms: edgeTexts,
      reason: edgeTexts,
      missing: true
    };
  };
  var pending = null;
  var texts = () => {
    pending = pending || inflate().catch(without);
    return pending;
  };

  // src/address.ts
  var COLOURS = ["kind", "topic"];
  var VIEWS = ["full", "papers", "entities"];
  var TABLES = ["nodes", "links"];
  var MAINS = ["map", "table", "matrix", "compare"];
  var LEFTS = ["papers", "filters", ""];
  var MOST_TEXT = 500;
  var MOST_CORNERS = 200;
  var MOST_COMPARED = 4;
  var background = [...relations.keys()].filter((name3) => RELATIONS[name3]?.background);
  var fresh = () => ({
    selected: -1,
    target: -1,
    steps: 1,
    topic: "",
    colour: topics.length > 1 ? "topic" : "kind",
    view: "full",
    main: "map",
    table: "nodes",
    left: "papers",
    focus: false,
    compare: [],
    hiddenKinds: /* @__PURE__ */ new Set(),
    hiddenRelations: new Set(background),
    hiddenTopics: /* @__PURE__ */ new Set(),
    text: "",
    lasso: [],
    confidence: 0,
    papers: 1,
    weight: 0,
    together: 1,
    since: "",
    until: ""
  });
  var encode = (text2) => encodeURIComponent(text2).replaceAll("%3A", ":");
  var decode = (text2) => {
    try {
      return decodeURIComponent(text2);
    } catch {
      return "";
    }
  };
  var list = (values) => [...values].map(encode).join(",");
  var known = (values) => (text2) => new Set(
    text2.split(",").map(decode).filter((value) => values.has(value))
  );
  var node = (text2) => at.get(decode(text2)) ?? -1;
  var among = (values, fallback) => (text2) => values.find((value) => value === text2) ?? fallback;
  var number = (least, most) => (text2) => {
    const value = text2 === "" ? Number.NaN : Number(text2);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
  };
  var whole = (least) => (text2) => Math.round(number(least, 1e6)(text2));
  var day = (text2) => /^[0-9-]{4,10}$/.test(text2) ? text2 : "";
  var topic2 = (text2) => topic.has(decode(text2)) ? decode(text2) : "";
  var same = (a, b) => {
    if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
    if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
    return a === b;
  };
  var codec = (field, format, parse) => ({
    format: (now4, first2) => same(now4[field], first2[field]) ? null : format(now4[field]),
    read: (now4, text2) => {
      now4[field] = parse(text2);
    }
  });
  var readTable = (now4, text2) => {
    const table5 = TABLES.find((name3) => name3 === text2);
    if (table5) Object.assign(now4, { main: "table", table: table5 });
  };
  var several = (text2) => [...new Set(text2.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
  var polygon = (text2) => {
    const found = text2.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
    const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
    return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
  };
  var NONE = "-";
  var name = (topic4) => topic4 === "" ? NONE : topic4 === NONE ? "%2D" : encode(topic4);
  var topicNames = (text2) => text2.split(",").map((part2) => part2 === NONE ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
  var tops = ["", ...topics.map((item) => item.name)];
  var below = (top) => (topic.get(top)?.subtopics ?? []).map((item) => item.name);
  var hiddenBut = (left) => {
    const kept = new Set(left);
    return new Set(
      tops.flatMap((top) => {
        if (kept.has(top)) return [];
        const some = below(top).some((finer) => kept.has(finer));
        return some ? below(top).filter((finer) => !kept.has(finer)) : [top];
      })
    );
  };
  var leftOf = (hidden) => tops.flatMap((top) => {
    if (hidden.has(top)) return [];
    const finer = below(top);
    return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top];
  });
  var formatTopics = (hidden) => {
    const left = leftOf(hidden);
    const [without2, topics2] = [[...hidden].map(name).join(","), left.map(name).join(",")];
    const says = left.length > 0 && topics2.length < without2.length && same(hiddenBut(left), hidden);
    return says ? ["topics", topics2] : ["without", without2];
  };
  var hiddenTopics = (field) => ({
    format: ({ hiddenTopics: hidden }) => {
      const [written, text2] = hidden.size ? formatTopics(hidden) : ["", ""];
      return written === field ? text2 : null;
    },
    read: (now4, text2) => {
      const named5 = topicNames(text2);
      if (named5.length) now4.hiddenTopics = field === "topics" ? hiddenBut(named5) : new Set(named5);
    }
  });
  var CODECS = {
    to: codec("target", (value) => encode(nodes.key[value]), node),
    steps: codec("steps", String, (text2) => text2 === "2" ? 2 : 1),
    topic: codec("topic", encode, topic2),
    colour: codec("colour", String, among(COLOURS, fresh().colour)),
    view: codec("view", String, among(VIEWS, "full")),
    main: codec("main", String, among(MAINS, "map")),
    rows: codec("table", String, among(TABLES, "nodes")),
    table: { format: () => null, read: readTable },
    left: codec("left", String, (text2) => text2 === "" ? "" : among(LEFTS, "papers")(text2)),
    focus: codec(
      "focus",
      (value) => String(Number(value)),
      (text2) => text2 === "1"
    ),
    compare: codec("compare", (value) => value.map((one) => encode(nodes.key[one])).join(","), several),
    hide: codec("hiddenKinds", list, known(kinds)),
    drop: codec("hiddenRelations", list, known(relations)),
    without: hiddenTopics("without"),
    topics: hiddenTopics("topics"),
    text: codec("text", encode, (text2) => decode(text2).trim().slice(0, MOST_TEXT)),
    lasso: codec("lasso", (value) => value.join(","), polygon),
    confidence: codec("confidence", String, number(0, 1)),
    papers: codec("papers", String, whole(1)),
    weight: codec("weight", String, number(0, 1e6)),
    together: codec("together", String, whole(1)),
    since: codec("since", encode, day),
    until: codec("until", encode, day)
  };
  var write = (now4, camera3 = null) => {
    const first2 = fresh();
    const parts2 = Object.entries(CODECS).flatMap(([name3, { format }]) => {
      const text2 = format(now4, first2);
      return text2 === null ? [] : [`${name3}=${text2}`];
    });
    if (camera3)
      parts2.push(`at=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`);
    const key3 = now4.selected < 0 ? "" : encode(nodes.key[now4.selected]);
    return key3 || parts2.length ? `#${[key3, ...parts2].join("&")}` : "";
  };
  var read = (hash) => {
    const [key3, ...parts2] = hash.replace(/^#/, "").split("&");
    const found = {
      now: { ...fresh(), selected: node(key3) },
      camera: null
    };
    for (const part2 of parts2) {
      const cut = part2.indexOf("=");
      const [name3, text2] = [part2.slice(0, cut), part2.slice(cut + 1)];
      if (Object.hasOwn(CODECS, name3)) CODECS[name3].read(found.now, text2);
      const [x2, y2, zoom2] = name3 === "at" ? text2.split(",").map(Number) : [];
      if ([x2, y2, zoom2].every(Number.isFinite) && zoom2 > 0) found.camera = { x: x2, y: y2, zoom: zoom2 };
    }
    return found;
  };
  var ofNode = (selected) => `#${encode(nodes.key[selected])}`;

  // src/shapes.ts
  var corners = (ctx, count2, turn2, place2) => {
    for (let corner = 0; corner < count2; corner += 1) {
      const [px, py, r] = place2(corner);
      const angle = turn2 + 2 * Math.PI * corner / count2;
      const point2 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
      if (corner) ctx.lineTo(...point2);
      else ctx.moveTo(...point2);
    }
    ctx.closePath();
  };
  var SHAPES = {
    dot: {
      icon: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
      trace: (ctx, px, py, r) => {
        ctx.moveTo(px + r, py);
        ctx.arc(px, py, r, 0, 2 * Math.PI);
      }
    },
    square: {
      icon: "M2.5 2.5h11v11h-11z",
      trace: (ctx, px, py, r) => ctx.rect(px - r * 0.86, py - r * 0.86, r * 1.72, r * 1.72)
    },
    diamond: {
      icon: "M8 1l7 7-7 7-7-7z",
      trace: (ctx, px, py, r) => {
        ctx.moveTo(px, py - r * 1.2);
        ctx.lineTo(px + r * 1.2, py);
        ctx.lineTo(px, py + r * 1.2);
        ctx.lineTo(px - r * 1.2, py);
        ctx.closePath();
      }
    },
    triangle: {
      icon: "M8 1.5l7 12.5h-14z",
      trace: (ctx, px, py, r) => {
        ctx.moveTo(px, py - r * 1.15);
        ctx.lineTo(px + r * 1.1, py + r * 0.8);
        ctx.lineTo(px - r * 1.1, py + r * 0.8);
        ctx.closePath();
      }
    },
    star: {
      icon: "M8 1L10.1 5.8L15.2 6.3L11.3 9.7L12.5 14.7L8 12.1L3.5 14.7L4.7 9.7L0.8 6.3L5.9 5.8z",
      trace: (ctx, px, py, r) => corners(ctx, 10, -Math.PI / 2, (corner) => [px, py, r * (corner % 2 ? 0.6 : 1.3)])
    },
    hexagon: {
      icon: "M4.3 1.6h7.4L15.4 8l-3.7 6.4H4.3L.6 8z",
      trace: (ctx, px, py, r) => corners(ctx, 6, 0, () => [px, py, r * 1.08])
    }
  };

  // src/dom.ts
  var SVG = "http://www.w3.org/2000/svg";
  var byId = (id) => document.getElementById(id);
  var present = (values) => values.filter((value) => value !== null && value !== void 0);
  var el = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name3, value] of Object.entries(attributes)) {
      if (value !== false && value !== void 0) made.setAttribute(name3, value === true ? "" : value);
    }
    made.append(...present(children).filter((child) => child !== ""));
    return made;
  };
  var icon = (kind) => {
    const svg2 = document.createElementNS(SVG, "svg");
    const path2 = document.createElementNS(SVG, "path");
    svg2.setAttribute("viewBox", "0 0 16 16");
    svg2.setAttribute("class", `icon ${kind}`);
    svg2.setAttribute("aria-hidden", "true");
    path2.setAttribute("d", SHAPES[KINDS[kind]?.shape || "dot"].icon);
    svg2.append(path2);
    return svg2;
  };
  var svgShape = (name3, attributes) => {
    const made = document.createElementNS(SVG, name3);
    for (const [key3, value] of Object.entries(attributes)) made.setAttribute(key3, String(value));
    return made;
  };
  var foreign = (text2, attributes = {}) => el("bdi", attributes, text2);
  var button = (attributes, label, act) => {
    const made = el("button", { type: "button", ...attributes }, ...[label].flat());
    made.addEventListener("click", () => act());
    return made;
  };
  var nodeLink = (node2, text2 = nodes.label[node2], attributes = {}) => el("a", { href: ofNode(node2), "data-node": String(node2), dir: "auto", ...attributes }, text2);
  var webAddress = (text2) => {
    try {
      const url = new URL(text2);
      return url.protocol === "https:" || url.protocol === "http:" ? url : null;
    } catch {
      return null;
    }
  };
  var outside = (text2) => {
    const url = webAddress(text2);
    if (!url) return text2 ? foreign(text2, { class: "muted" }) : null;
    const shown2 = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
    return el(
      "a",
      { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
      foreign(shown2)
    );
  };

  // src/card_text.ts
  var marked = (texts2, text2, linked2) => {
    const forms2 = linked2.flatMap(
      (edge) => split(texts2.surfaces[edge]).map((form) => [form, edge])
    );
    const target = new Map(forms2);
    if (!target.size) return [text2];
    const escaped = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    const parts2 = [];
    let from = 0;
    for (const found of text2.matchAll(pattern)) {
      const edge = target.get(found[0].replace(/\s+/g, " "));
      if (edge === void 0) continue;
      const node2 = edges.to[edge];
      const look = linked2.length > 1 && isBackground(edge) ? "slight mention" : "mention";
      parts2.push(
        text2.slice(from, found.index),
        nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
      );
      from = found.index + found[0].length;
    }
    return [...parts2, text2.slice(from)];
  };
  var evidence = (texts2, edge) => {
    const sentence = texts2.evidence[edge] || "";
    return sentence ? el("blockquote", { dir: "auto" }, ...marked(texts2, sentence, [edge])) : null;
  };
  var reason = (texts2, edge) => {
    const sentence = texts2.reason[edge] || "";
    return sentence ? el("p", { class: "reason", dir: "auto" }, sentence) : null;
  };
  var sharedNames = (texts2, edge) => {
    const [one, other2] = [edges.from[edge], edges.to[edge]].map((paper) => neighbours(paper));
    const both = [...one].filter((node2) => other2.has(node2) && !isPaper(node2));
    const found = new Map(both.map((node2) => [nodes.label[node2], node2]));
    return split(texts2.shared[edge]).map((label) => {
      const node2 = found.get(label);
      return node2 === void 0 ? foreign(label, { class: "tag" }) : nodeLink(node2, label, { class: `tag ${nodes.kind[node2]}` });
    });
  };
  var shared = (texts2, edge) => {
    const said3 = texts2.shared[edge].toLowerCase();
    const terms = split(texts2.terms[edge]).filter((term) => !said3.includes(term.toLowerCase()));
    const tags = [...sharedNames(texts2, edge), ...terms.map((term) => foreign(term, { class: "tag term" }))];
    return tags.length ? el("div", { class: "tags" }, ...tags) : null;
  };

  // src/state.ts
  var state_exports = {};
  __export(state_exports, {
    cameraMoved: () => cameraMoved,
    clear: () => clear,
    colourBy: () => colourBy,
    compare: () => compare2,
    focusOn: () => focusOn,
    isFilter: () => isFilter,
    isNarrowed: () => isNarrowed,
    isWritten: () => isWritten,
    narrow: () => narrow,
    now: () => now,
    on: () => on,
    onArrival: () => onArrival,
    onlyKind: () => onlyKind,
    onlyRelation: () => onlyRelation,
    onlyTopic: () => onlyTopic,
    pathTo: () => pathTo,
    select: () => select,
    show: () => show,
    showSteps: () => showSteps,
    showTopic: () => showTopic,
    start: () => start,
    tab: () => tab,
    table: () => table2,
    toggleKind: () => toggleKind,
    toggleRelation: () => toggleRelation,
    toggleTopic: () => toggleTopic,
    view: () => view,
    widen: () => widen
  });
  var listeners = [];
  var arrivals = [];
  var now = fresh();
  var AMEND_AFTER = 250;
  var GROUPS = {
    selection: ["selected", "target", "steps", "topic"],
    filter: [
      "view",
      "hiddenKinds",
      "hiddenRelations",
      "hiddenTopics",
      "text",
      "lasso",
      "confidence",
      "papers",
      "weight",
      "together",
      "since",
      "until"
    ],
    colour: ["colour"],
    main: ["main", "table"],
    left: ["left"],
    focus: ["focus"],
    compare: ["compare"]
  };
  var camera = () => null;
  var timer = 0;
  var mute = false;
  var write2 = (way) => {
    clearTimeout(timer);
    timer = 0;
    const hash = write(now, way === "replaceState" ? camera() : null);
    if (mute || way === "replaceState" && hash === location.hash) return;
    try {
      history[way](null, "", hash || location.pathname + location.search);
    } catch {
      mute = true;
    }
  };
  var amend = () => {
    clearTimeout(timer);
    timer = window.setTimeout(write2, AMEND_AFTER, "replaceState");
  };
  var apply = (changes) => {
    const changed = Object.keys(changes).filter((field) => !same(now[field], changes[field]));
    Object.assign(now, changes);
    const groups2 = Object.keys(GROUPS).filter(
      (group3) => GROUPS[group3].some((field) => changed.includes(field))
    );
    for (const [wanted, listener] of listeners)
      if (wanted.some((group3) => groups2.includes(group3))) listener(now, changed);
    return changed.length > 0;
  };
  var step = (changes) => {
    if (timer) write2("replaceState");
    if (apply(changes)) write2("pushState");
  };
  var adjust = (changes) => {
    if (apply(changes)) amend();
  };
  var revealing = (node2) => {
    if (node2 < 0) return {};
    const without2 = (set, value) => new Set([...set].filter((item) => item !== value));
    const { kind, topic: topic4, subtopic: subtopic2 } = nodes;
    const fits = now.view === "full" || now.view === "papers" === isPaper(node2);
    const own2 = around[node2];
    const alone = own2.length > 0 && own2.every((edge) => now.hiddenRelations.has(edges.relation[edge]));
    const shown2 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
    return {
      view: fits ? now.view : "full",
      hiddenRelations: new Set([...now.hiddenRelations].filter((relation3) => !shown2.has(relation3))),
      hiddenKinds: without2(now.hiddenKinds, kind[node2]),
      hiddenTopics: without2(without2(now.hiddenTopics, topic4[node2]), subtopic2[node2])
    };
  };
  var toggled = (set, value) => {
    const next = new Set(set);
    if (!next.delete(value)) next.add(value);
    return next;
  };
  var follow = () => {
    const found = read(location.hash);
    clearTimeout(timer);
    timer = 0;
    apply(found.now);
    if (found.camera) for (const listener of arrivals) listener(found.camera);
  };
  var on = (groups2, listener) => {
    listeners.push([groups2, listener]);
  };
  var onArrival = (listener) => {
    arrivals.push(listener);
  };
  var select = (node2) => step({ selected: node2, target: -1, topic: "", ...revealing(node2) });
  var pathTo = (node2) => step({ target: node2, topic: "", ...revealing(node2) });
  var showSteps = (steps) => step({ steps });
  var clear = () => step({ selected: -1, target: -1, topic: "" });
  var showTopic = (name3) => step({ selected: -1, target: -1, topic: now.topic === name3 ? "" : name3 });
  var view = (chosen) => {
    const fits = (node2) => node2 < 0 || chosen === "full" || chosen === "papers" === isPaper(node2);
    const keep = fits(now.selected) && fits(now.target);
    step({ view: chosen, ...keep ? {} : { selected: -1, target: -1 } });
  };
  var show = (main) => step({ main });
  var table2 = (table5) => step({ main: "table", table: table5 });
  var tab = (left) => adjust({ left });
  var focusOn = (focus2) => step({ focus: focus2 });
  var compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
  var toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
  var toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
  var toggleTopic = (name3) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name3) });
  var only = (all3, value, now4) => {
    const others2 = new Set([...all3].filter((other2) => other2 !== value));
    return same(now4, others2) ? null : others2;
  };
  var onlyKind = (kind) => adjust({ hiddenKinds: only(kinds.keys(), kind, now.hiddenKinds) ?? /* @__PURE__ */ new Set() });
  var onlyRelation = (relation3) => {
    const first2 = fresh().hiddenRelations;
    adjust({ hiddenRelations: only(relations.keys(), relation3, now.hiddenRelations) ?? first2 });
  };
  var onlyTopic = (name3) => {
    const others2 = topicsBut(name3);
    adjust({ hiddenTopics: same(now.hiddenTopics, others2) ? /* @__PURE__ */ new Set() : others2 });
  };
  var narrow = (field, value) => adjust({ [field]: value });
  var widen = () => {
    const first2 = fresh();
    const fields = GROUPS.filter.filter((field) => field !== "view");
    adjust(Object.fromEntries(fields.map((field) => [field, first2[field]])));
  };
  var isFilter = (field) => GROUPS.filter.includes(field);
  var isNarrowed = () => {
    const first2 = fresh();
    return GROUPS.filter.some((field) => field !== "view" && !same(now[field], first2[field]));
  };
  var colourBy = (colour) => adjust({ colour });
  var cameraMoved = amend;
  var isWritten = () => !timer;
  var start = (readCamera) => {
    camera = readCamera;
    window.addEventListener("popstate", follow);
    window.addEventListener("hashchange", follow);
    follow();
  };

  // src/theme.ts
  var FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
  var own = {
    font: FONT,
    ground: "",
    ink: "",
    muted: "",
    edge: "",
    accent: "",
    kinds: {},
    topics: [],
    dark: false
  };
  var NAMES = ["ground", "ink", "muted", "edge", "accent"];
  var dress = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name3) => style.getPropertyValue(`--${name3}`).trim();
    for (const name3 of NAMES) own[name3] = colour(name3);
    for (const kind of Object.keys(KINDS)) own.kinds[kind] = colour(kind);
    own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
    own.dark = colour("dark") === "1";
  };
  var ofTopic = (name3) => {
    const found = topic.get(name3);
    if (!found) return own.muted;
    return own.topics[found.rank] || `hsl(${found.rank * 137.5 % 360} 45% ${own.dark ? 70 : 38}%)`;
  };
  var ofNode2 = (i) => now.colour === "topic" ? ofTopic(nodes.topic[i]) : own.kinds[nodes.kind[i]] || own.muted;
  dress();

  // src/rows.ts
  var FIRST = 12;
  var STEP = 100;
  var plural = (count2, one, many2 = `${one}s`) => `${count2.toLocaleString("en")} ${count2 === 1 ? one : many2}`;
  var percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
  var section = (title2, ...content3) => el("section", {}, el("h3", {}, title2), ...content3);
  var listing = (items, render6, attributes = {}, first2 = FIRST) => {
    const list3 = el("ul", attributes, ...items.slice(0, first2).map((item) => render6(item)));
    if (items.length <= first2) return [list3];
    const label = () => `Show more (${(items.length - list3.children.length).toLocaleString("en")})`;
    const more = button({ class: "more" }, label(), () => {
      const next = items.slice(list3.children.length, list3.children.length + STEP).map((item) => render6(item));
      list3.append(...next);
      next[0].querySelector("a")?.focus();
      if (list3.children.length === items.length) more.remove();
      else more.textContent = label();
    });
    return [list3, more];
  };
  var swatch = (name3) => {
    const made = el("span", { class: "swatch" });
    made.style.backgroundColor = ofTopic(name3);
    return made;
  };
  var chip = (name3) => {
    if (!name3) return null;
    const title2 = `${topic.get(name3)?.parent ? "Subtopic" : "Topic"} ${name3}`;
    return button({ class: "chip", title: title2 }, [swatch(name3), foreign(name3)], () => showTopic(name3));
  };
  var meta = (...parts2) => {
    const known2 = parts2.filter((part2) => part2);
    return known2.length ? el("p", { class: "meta" }, ...known2.map((part2) => el("span", {}, part2))) : null;
  };
  var bar = (value, most, what) => el("meter", { min: "0", max: String(most), value: String(value), title: what, "aria-label": what });
  var salience = (edge) => {
    const value = edges.salience[edge];
    const kind = nodes.kind[edges.to[edge]];
    return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
  };
  var fold = (title2, list3, open3 = false) => el("details", { class: "background", open: open3 }, el("summary", {}, title2), ...list3);
  var named2 = (node2, remark = null, ...below2) => el(
    "li",
    { class: "named" },
    icon(nodes.kind[node2]),
    nodeLink(node2),
    remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
    ...below2
  );
  var RANK = Object.keys(RELATIONS);
  var byRelation = (list3) => {
    const groups2 = /* @__PURE__ */ new Map();
    for (const edge of list3) {
      const relation3 = edges.relation[edge];
      const group3 = groups2.get(relation3);
      if (group3) group3.push(edge);
      else groups2.set(relation3, [edge]);
    }
    return [...groups2].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
  };
  var bySalience = (list3, otherwise) => [...list3].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));

  // src/card_entity.ts
  var namedWith = (entity) => {
    const counts3 = /* @__PURE__ */ new Map();
    const matters = (edge) => !isBackground(edge);
    for (const paper of neighbours(entity, matters)) {
      for (const peer of neighbours(paper, matters)) {
        if (peer !== entity && !isPaper(peer)) counts3.set(peer, (counts3.get(peer) || 0) + 1);
      }
    }
    return [...counts3].sort(
      (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || named(a[0], b[0])
    );
  };
  var forms = (entity, texts2) => {
    const papers2 = /* @__PURE__ */ new Map();
    for (const edge of around[entity]) {
      for (const form of split(texts2.surfaces[edge])) {
        const found = papers2.get(form) ?? /* @__PURE__ */ new Set();
        papers2.set(form, found.add(edges.from[edge]));
      }
    }
    const counts3 = [...papers2].map(([form, found]) => [form, found.size]);
    return counts3.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  };
  var formRow = ([form, count2]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count2, "paper")));
  var reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
  var cardEntity = (entity, texts2) => {
    const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
    const paperRow = (edge) => {
      const remark = [nodes.date[edges.from[edge]], salience(edge)].filter(Boolean);
      return named2(edges.from[edge], remark.length ? remark : null, evidence(texts2, edge));
    };
    const groups2 = byRelation(around[entity]);
    const papers2 = groups2.map(([relation3, list3]) => {
      const title2 = RELATIONS[relation3]?.by ?? relation3;
      const listed2 = listing(bySalience(list3, newest), paperRow);
      if (!isBackground(list3[0])) return section(title2, ...listed2);
      const count2 = `${plural(list3.length, "paper")}, in the background`;
      return section(title2, fold(count2, listed2, groups2.length === 1));
    });
    const company2 = namedWith(entity);
    const written = forms(entity, texts2);
    const reasons = split(texts2.united[entity]);
    return [
      ...papers2,
      company2.length ? section(
        "Often named with",
        ...listing(company2, ([peer, count2]) => named2(peer, plural(count2, "paper")), {
          class: "tight"
        })
      ) : null,
      written.length > 1 ? section("Written as", ...listing(written, formRow, { class: "tight" })) : null,
      reasons.length ? section(
        "Why these are one entity",
        ...listing(reasons, reasonRow, { class: "tight muted" })
      ) : null
    ];
  };

  // src/card_paper.ts
  var SUBJECTS = 6;
  var DECLARED = {
    declared: "declared by the authors",
    both: "declared by the authors and in the text"
  };
  var peerRow = (texts2, paper, most) => (edge) => {
    const peer = other(edge, paper);
    const weight2 = edges.weight[edge];
    const bar2 = bar(weight2, Math.max(most, 1), `probability ${percent(weight2)}`);
    return el(
      "li",
      { class: "peer" },
      el("div", { class: "line" }, nodeLink(peer), bar2, el("span", { class: "count" }, percent(weight2))),
      reason(texts2, edge),
      shared(texts2, edge)
    );
  };
  var entitySections = (texts2, own2) => {
    const order2 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
    const row4 = (edge) => {
      const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
      return named2(edges.to[edge], remark.length ? remark : null, evidence(texts2, edge));
    };
    const listed2 = (list3) => listing(bySalience(list3, order2), row4);
    const terms = Object.entries(KINDS).map(([kind, { many: many2 }]) => {
      const list3 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
      const [front, back] = [list3.filter((edge) => !isBackground(edge)), list3.filter(isBackground)];
      if (!list3.length) return null;
      const fold3 = back.length ? [fold(`${back.length} in the background`, listed2(back))] : [];
      return section(many2, ...front.length ? listed2(front) : [], ...fold3);
    });
    const roles = byRelation(own2.filter((edge) => !isTerm(edge))).map(([relation3, list3]) => section(RELATIONS[relation3]?.group ?? relation3, ...listed2(list3)));
    return [...terms, ...roles];
  };
  var isTerm = (edge) => KINDS[nodes.kind[edges.to[edge]]]?.term === true;
  var subjects = (own2) => {
    const found = bySalience(
      own2.filter((edge) => isTerm(edge) && !isBackground(edge)),
      (a, b) => named(edges.to[a], edges.to[b])
    );
    const tags = found.slice(0, SUBJECTS).map((edge) => nodeLink(edges.to[edge], void 0, { class: `tag ${nodes.kind[edges.to[edge]]}` }));
    return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
  };
  var cardPaper = (paper, texts2) => {
    const own2 = around[paper].filter((edge) => edges.from[edge] === paper && !isPaper(edges.to[edge]));
    const related = around[paper].filter((edge) => isPaper(other(edge, paper))).sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
    const abstract = texts2.abstract[paper];
    const most = related.length ? edges.weight[related[0]] : 0;
    const body3 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts2, abstract, own2)) : null;
    return [
      subjects(own2),
      body3 ? section("Abstract", body3) : null,
      ...entitySections(texts2, own2),
      related.length ? section("Related papers", ...listing(related, peerRow(texts2, paper, most))) : null,
      own2.length ? null : el("p", { class: "muted" }, `No ${entities.one} was found in this paper.`)
    ];
  };

  // src/periods.ts
  var LENGTH = { day: 10, month: 7, year: 4 };
  var MOST_MONTHS = 120;
  var MOST_DAYS = 92;
  var DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  var part = (text2, at4) => Number(text2.split("-")[at4] ?? 1);
  var successor = (name3, unit) => {
    const next = /* @__PURE__ */ new Date(0);
    next.setUTCFullYear(
      part(name3, 0) + Number(unit === "year"),
      part(name3, 1) - 1 + Number(unit === "month"),
      part(name3, 2) + Number(unit === "day")
    );
    return next.toISOString().slice(0, LENGTH[unit]);
  };
  var through = (first2, last, unit) => {
    const found = [first2];
    while (found[found.length - 1] < last) found.push(successor(found[found.length - 1], unit));
    return found;
  };
  var ofUnit = (dates2, unit) => {
    const cut = dates2.map(
      (date3) => date3.length >= LENGTH[unit] && DATE.test(date3) ? date3.slice(0, LENGTH[unit]) : ""
    );
    const known2 = [...new Set(cut)].filter(Boolean).sort();
    const names4 = known2.length ? through(known2[0], known2[known2.length - 1], unit) : [];
    const at4 = new Map(names4.map((name3, index2) => [name3, index2]));
    return { unit, names: names4, of: Int32Array.from(cut, (date3) => at4.get(date3) ?? -1) };
  };
  var binsOf = (dates2) => {
    const known2 = dates2.filter((date3) => DATE.test(date3));
    const share = (unit) => known2.filter((date3) => date3.length >= LENGTH[unit]).length >= known2.length / 2;
    if (!share("month")) return ofUnit(dates2, "year");
    const years = known2.map((date3) => part(date3, 0)).sort((a, b) => a - b);
    if (12 * (years[years.length - 1] - years[0]) > MOST_MONTHS) return ofUnit(dates2, "year");
    const months2 = ofUnit(dates2, "month");
    if (months2.names.length > 2 || !share("day")) return months2;
    const days = ofUnit(dates2, "day");
    return days.names.length > 1 && days.names.length <= MOST_DAYS ? days : months2;
  };
  var ordered2 = (since, until) => {
    const digits = Math.min(since.length, until.length);
    return since && until && since.slice(0, digits) > until.slice(0, digits) ? [until, since] : [since, until];
  };
  var isIn = (date3, since, until) => !since && !until || date3 !== "" && (!since || date3 >= since) && (!until || date3.slice(0, until.length) <= until);

  // src/corpus.ts
  var drawn = nodes.id.filter(isPaper);
  var { rest: rest2 } = model_exports;
  var others = rest2.label?.length ?? 0;
  var column = (name3) => {
    const own2 = nodes[name3];
    const more = rest2[name3];
    return [
      ...drawn.map((node2) => own2?.[node2] ?? ""),
      ...Array.from({ length: others }, (_, row4) => more?.[row4] ?? "")
    ];
  };
  var [topic3, subtopic, date] = ["topic", "subtopic", "date"].map(column);
  var size2 = drawn.length + others;
  var corpus = {
    size: size2,
    drawn: drawn.length,
    node: Int32Array.from({ length: size2 }, (_, row4) => drawn[row4] ?? -1),
    key: column("key"),
    title: column("label"),
    date,
    topic: topic3,
    subtopic,
    rank: Int32Array.from(topic3, (name3) => topic.get(name3)?.rank ?? -1),
    url: column("url"),
    authors: column("authors"),
    arxiv: column("arxiv"),
    doi: column("doi"),
    bins: binsOf(date)
  };
  var row = new Int32Array(size).fill(-1);
  drawn.forEach((node2, at4) => {
    row[node2] = at4;
  });
  var rowOf = (node2) => row[node2] ?? -1;

  // src/result.ts
  var result_exports = {};
  __export(result_exports, {
    compute: () => compute,
    now: () => now2,
    on: () => on2,
    setText: () => setText,
    start: () => start2
  });

  // src/facets.ts
  var BITS = { topic: 1, time: 2, text: 4, lasso: 8, links: 16, chosen: 32 };
  var judge = (mask, facet, fails) => {
    const bit = BITS[facet];
    for (let row4 = 0; row4 < mask.length; row4 += 1) {
      mask[row4] = fails?.(row4) ? mask[row4] | bit : mask[row4] & ~bit;
    }
  };
  var passing = (mask, ...without2) => {
    const kept = keptBits(without2);
    const found = new Int32Array(mask.length);
    let count2 = 0;
    for (let row4 = 0; row4 < mask.length; row4 += 1) {
      if (!(mask[row4] & kept)) {
        found[count2] = row4;
        count2 += 1;
      }
    }
    return found.slice(0, count2);
  };
  var keptBits = (without2) => without2.reduce((bits, facet) => bits & ~BITS[facet], 255);
  var countBy = (rows2, codes2, size3) => {
    const found = new Int32Array(size3);
    for (const row4 of rows2) if (codes2[row4] >= 0) found[codes2[row4]] += 1;
    return found;
  };
  var isInside = (polygon2, x2, y2) => {
    let inside = false;
    for (let i = 0, j = polygon2.length - 2; i < polygon2.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [polygon2[i], polygon2[i + 1], polygon2[j], polygon2[j + 1]];
      if (ay > y2 !== by > y2 && x2 < ax + (bx - ax) * (y2 - ay) / (by - ay)) inside = !inside;
    }
    return inside;
  };

  // src/scene.ts
  var scene_exports = {};
  __export(scene_exports, {
    bounds: () => bounds,
    emphasise: () => emphasise,
    hot: () => hot,
    pick: () => pick,
    radius: () => radius,
    shown: () => shown,
    turned: () => turned,
    view: () => view2,
    x: () => x,
    y: () => y
  });
  var extent = (values) => {
    let [least, most] = [0, 0];
    for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
    return most - least;
  };
  var turned = window.innerHeight > 1.2 * window.innerWidth && extent(nodes.x) > 1.1 * extent(nodes.y);
  var x = Float64Array.from(turned ? nodes.y : nodes.x);
  var y = Float64Array.from(turned ? nodes.x : nodes.y);
  var radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
  var shown = new Uint8Array(size).fill(1);
  var hot = new Uint8Array(size);
  var view2 = { focused: -1, hovered: -1, emphasis: false };
  var emphasise = (members) => {
    hot.fill(0);
    view2.emphasis = members !== null;
    for (const node2 of members || []) hot[node2] = 1;
  };
  var pick = (px, py, slack) => {
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < size; i += 1) {
      if (!shown[i]) continue;
      const distance = Math.hypot(x[i] - px, y[i] - py) - radius[i];
      if (distance < Math.min(least, slack)) [best, least] = [i, distance];
    }
    return best;
  };
  var bounds = (members) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of members) {
      if (!shown[i]) continue;
      left = Math.min(left, x[i] - radius[i]);
      right = Math.max(right, x[i] + radius[i]);
      top = Math.min(top, y[i] - radius[i]);
      bottom = Math.max(bottom, y[i] + radius[i]);
    }
    return left <= right ? { left, top, right, bottom } : null;
  };

  // src/result.ts
  var listeners2 = [];
  var names = [.../* @__PURE__ */ new Set([...topic.keys(), ...corpus.topic, ...corpus.subtopic])];
  var code = new Map(names.map((name3, at4) => [name3, at4]));
  var codes = (column2) => Int32Array.from(column2, (name3) => code.get(name3) ?? -1);
  var [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
  var isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
  var entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
    (kind) => kind !== "paper"
  );
  var matching = null;
  var revealed = false;
  var now2 = {
    rows: Int32Array.from(corpus.title, (_, row4) => row4),
    passes: new Uint8Array(corpus.size).fill(1),
    mask: new Uint8Array(corpus.size),
    shown,
    listed: shown,
    edges: new Uint8Array(links).fill(1),
    named: new Int32Array(size),
    count: { papers: corpus.size, of: Math.max(corpus.size, counts.paper ?? 0), kinds: /* @__PURE__ */ new Map() },
    topics: /* @__PURE__ */ new Map(),
    times: new Int32Array(corpus.bins.names.length),
    relations: /* @__PURE__ */ new Map()
  };
  var strongEdges = (chosen) => {
    const wanted = new Uint8Array(links);
    for (let e = 0; e < links; e += 1) {
      const strong = isRelated[e] ? edges.weight[e] >= chosen.weight : edges.confidence[e] >= chosen.confidence;
      wanted[e] = strong ? 1 : 0;
    }
    return wanted;
  };
  var judgeLinks = (chosen, strong) => {
    const first2 = fresh();
    const related = [...chosen.hiddenRelations].some((name3) => !first2.hiddenRelations.has(name3));
    if (!related && !chosen.confidence && !chosen.weight) return null;
    const [had, has2] = [new Uint8Array(size), new Uint8Array(size)];
    for (let e = 0; e < links; e += 1) {
      const before2 = first2.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
      const after = chosen.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
      for (const end2 of [edges.from[e], edges.to[e]]) {
        had[end2] |= before2;
        has2[end2] |= after;
      }
    }
    return (row4) => {
      const node2 = corpus.node[row4];
      return node2 < 0 ? related : !has2[node2] && (related || had[node2]);
    };
  };
  var judgeAll = (chosen, strong) => {
    const { mask } = now2;
    const { date: date3, node: node2, drawn: drawn2, subtopic: subtopic2 } = corpus;
    const { hiddenTopics: hiddenTopics2, lasso } = chosen;
    const hidden = Uint8Array.from(names, (name3) => Number(hiddenTopics2.has(name3)));
    const isHidden = (row4) => hidden[topicAt[row4]] || subtopic2[row4] && hidden[subtopicAt[row4]];
    const topic4 = chosen.topic ? code.get(chosen.topic) ?? -1 : -1;
    const isOther = (row4) => topicAt[row4] !== topic4 && subtopicAt[row4] !== topic4;
    const [since, until] = ordered2(chosen.since, chosen.until);
    const isOutside = (row4) => row4 >= drawn2 || !isInside(lasso, nodes.x[node2[row4]], nodes.y[node2[row4]]);
    judge(mask, "topic", hiddenTopics2.size ? isHidden : null);
    judge(mask, "chosen", topic4 < 0 ? null : isOther);
    judge(mask, "time", since || until ? (row4) => !isIn(date3[row4], since, until) : null);
    judge(mask, "text", chosen.text && matching ? (row4) => !matching?.[row4] : null);
    judge(mask, "lasso", lasso.length ? isOutside : null);
    judge(mask, "links", judgeLinks(chosen, strong));
  };
  var aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
    const alive = new Uint8Array(size);
    const kept = keptBits(["chosen"]);
    for (let i = 0; i < size; i += 1) {
      const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
      alive[i] = hidden || isPaper(i) ? 0 : 1;
    }
    for (let row4 = 0; row4 < corpus.drawn; row4 += 1) alive[corpus.node[row4]] = now2.mask[row4] & kept ? 0 : 1;
    return alive;
  };
  var isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
  var keepEdges = (chosen, strong, alive) => {
    now2.relations.clear();
    for (let e = 0; e < links; e += 1) {
      const [from, to, relation3] = [edges.from[e], edges.to[e], edges.relation[e]];
      const possible = strong[e] && alive[from] && (!isRelated[e] || alive[to]);
      if (possible) now2.relations.set(relation3, (now2.relations.get(relation3) ?? 0) + 1);
      now2.edges[e] = possible && !chosen.hiddenRelations.has(relation3) ? 1 : 0;
    }
  };
  var countNamed = () => {
    const last = new Int32Array(size).fill(-1);
    now2.named.fill(0);
    for (let e = 0; e < links; e += 1) {
      if (isRelated[e] || !now2.edges[e] || last[edges.to[e]] === edges.from[e]) continue;
      last[edges.to[e]] = edges.from[e];
      now2.named[edges.to[e]] += 1;
    }
  };
  var isThinned = (chosen) => chosen.hiddenRelations.size > 0 || chosen.hiddenTopics.size > 0 || chosen.confidence > 0 || chosen.lasso.length > 0 || Boolean(chosen.since || chosen.until || chosen.text);
  var showNodes = (chosen, alive) => {
    const thinned = isThinned(chosen);
    const needed = chosen.papers > 1 || thinned ? chosen.papers : 0;
    const found = thinned ? now2.named : nodes.papers;
    const left = /* @__PURE__ */ new Map();
    revealed = false;
    for (let i = 0; i < size; i += 1) {
      const [kind, paper] = [nodes.kind[i], isPaper(i)];
      const passes = alive[i] && (paper || found[i] >= needed);
      if (passes && !paper) left.set(kind, (left.get(kind) ?? 0) + 1);
      const inView = chosen.view === "full" || chosen.view === "papers" === paper;
      const asked = i === chosen.selected || i === chosen.target;
      shown[i] = inView && !chosen.hiddenKinds.has(kind) && (passes || asked) ? 1 : 0;
      revealed ||= asked && !passes;
    }
    return left;
  };
  var listNodes = ({ topic: topic4 }) => {
    if (!topic4) return shown;
    return shown.map(
      (shown2, i) => shown2 && Number(nodes.topic[i] === topic4 || nodes.subtopic[i] === topic4)
    );
  };
  var countRows = (left) => {
    now2.rows = passing(now2.mask);
    now2.passes.fill(0);
    for (const row4 of now2.rows) now2.passes[row4] = 1;
    now2.count.papers = now2.rows.length;
    now2.count.kinds = new Map(entities2.map((kind) => [kind, [left.get(kind) ?? 0, counts[kind] ?? 0]]));
    now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
    const byTopic = passing(now2.mask, "topic", "chosen");
    const [first2, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
    now2.topics = new Map(names.map((name3, at4) => [name3, name3 ? first2[at4] + second[at4] : first2[at4]]));
    now2.times = countBy(passing(now2.mask, "time"), corpus.bins.of, corpus.bins.names.length);
  };
  var compute = (chosen) => {
    const strong = strongEdges(chosen);
    judgeAll(chosen, strong);
    const alive = aliveNodes(chosen);
    keepEdges(chosen, strong, alive);
    countNamed();
    countRows(showNodes(chosen, alive));
    now2.listed = listNodes(chosen);
  };
  var on2 = (listener) => {
    listeners2.push(listener);
  };
  var renew = () => {
    compute(now);
    for (const listener of listeners2) listener(now2);
  };
  var setText = (rows2) => {
    matching = rows2 && new Uint8Array(corpus.size);
    for (const row4 of rows2 ?? []) if (matching) matching[row4] = 1;
    renew();
  };
  var start2 = () => on(["filter", "selection"], (chosen, changed) => {
    const asked = [chosen.selected, chosen.target].some((node2) => node2 >= 0 && !shown[node2]);
    if (asked || revealed || changed.includes("topic") || changed.some(isFilter)) renew();
  });

  // src/naming.ts
  var background2 = fresh().hiddenRelations;
  var counts2 = ({ confidence, hiddenRelations }) => (edge) => {
    const [from, relation3] = [edges.from[edge], edges.relation[edge]];
    if (!isPaper(from) || isPaper(edges.to[edge]) || !now2.passes[rowOf(from)]) return false;
    const hidden = hiddenRelations.has(relation3) && !background2.has(relation3);
    return !hidden && edges.confidence[edge] >= confidence;
  };
  var linked = (chosen, node2) => {
    const found = /* @__PURE__ */ new Map();
    for (const edge of around[node2].filter(counts2(chosen))) {
      const end2 = other(edge, node2);
      found.set(end2, [...found.get(end2) ?? [], edge]);
    }
    return found;
  };
  var company = (chosen, entity) => {
    const found = /* @__PURE__ */ new Map();
    for (const paper of linked(chosen, entity).keys())
      for (const peer of linked(chosen, paper).keys())
        if (peer !== entity) found.set(peer, (found.get(peer) ?? 0) + 1);
    return found;
  };
  var strongest = (list3) => [...list3].sort(
    (a, b) => edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
  )[0];
  var linkOf = (a, b) => around[a].find((edge) => other(edge, a) === b && isPaper(a) && isPaper(b)) ?? -1;
  var earliest = (papers2) => [...papers2].filter((paper) => /^\d{4}/.test(nodes.date[paper])).sort((a, b) => nodes.date[a] < nodes.date[b] ? -1 : nodes.date[a] > nodes.date[b] ? 1 : a - b)[0] ?? -1;

  // src/compare_sets.ts
  var alike = (chosen) => chosen.filter((node2) => isPaper(node2) === isPaper(chosen[0]));
  var setsOf = (chosen, items) => items.map((item) => new Set(linked(chosen, item).keys()));
  var shares = (sets) => {
    const found = /* @__PURE__ */ new Map([[2 ** sets.length - 1, []]]);
    for (const member of new Set(sets.flatMap((set) => [...set]))) {
      const bits = sets.reduce((sum, set, at4) => sum + (set.has(member) ? 2 ** at4 : 0), 0);
      found.set(bits, [...found.get(bits) ?? [], member]);
    }
    return [...found].sort((a, b) => b[1].length - a[1].length || b[0] - a[0]).map(([bits, members]) => ({
      sets: sets.map((_, at4) => at4).filter((at4) => Math.floor(bits / 2 ** at4) % 2),
      members
    }));
  };
  var isShared = (cells, least) => cells.filter((value) => value > least).length > 1;
  var sharedCompany = (chosen, items) => {
    const counts3 = items.map((item) => company(chosen, item));
    const all3 = new Set(counts3.flatMap((found) => [...found.keys()]));
    const rank = ({ cells }) => [...cells].sort((a, b) => b - a)[1];
    const sum = ({ cells }) => cells.reduce((total, value) => total + value, 0);
    return [...all3].filter((node2) => !items.includes(node2)).map((node2) => ({ node: node2, cells: counts3.map((found) => found.get(node2) ?? 0) })).filter(({ cells }) => isShared(cells, 0)).sort(
      (a, b) => rank(b) - rank(a) || sum(b) - sum(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
    );
  };
  var sharedNames2 = (chosen, papers2) => {
    const found = papers2.map((paper) => linked(chosen, paper));
    const slight = ({ cells }) => Number(cells.filter((edge) => edge >= 0).every(isBackground));
    const about3 = ({ cells }) => cells.reduce((sum, edge) => sum + (edges.salience[edge] ?? 0), 0);
    return [...new Set(found.flatMap((own2) => [...own2.keys()]))].map((node2) => ({
      node: node2,
      cells: found.map((own2) => own2.has(node2) ? strongest(own2.get(node2) ?? []) : -1)
    })).filter(({ cells }) => isShared(cells, -1)).sort(
      (a, b) => slight(a) - slight(b) || about3(b) - about3(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
    );
  };
  var tellingEdges = (chosen, entity, most) => [...linked(chosen, entity).values()].map(strongest).sort(
    (a, b) => Number(isBackground(a)) - Number(isBackground(b)) || edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
  ).slice(0, most);
  var byTime = (papers2) => {
    const found = new Array(corpus.bins.names.length).fill(0);
    for (const paper of papers2) {
      const bin = corpus.bins.of[rowOf(paper)];
      if (bin >= 0) found[bin] += 1;
    }
    return found;
  };

  // src/card_pair.ts
  var FIRST2 = 6;
  var said = (texts2, edge) => {
    const body3 = evidence(texts2, edge) ?? el("p", { class: "muted" }, "No sentence is known.");
    return el("div", { class: "said" }, nodeLink(edges.from[edge], void 0, { class: "muted" }), body3);
  };
  var likelihood = (texts2, edge) => {
    if (edge < 0) return null;
    const weight2 = edges.weight[edge];
    const words = split(texts2.terms[edge]).map((word) => foreign(word, { class: "tag term" }));
    return el(
      "div",
      { class: "likely" },
      el(
        "p",
        { class: "line" },
        bar(weight2, 1, `probability ${percent(weight2)}`),
        ` ${percent(weight2)} likely to belong together`
      ),
      reason(texts2, edge),
      words.length ? el("div", { class: "tags" }, ...words) : null
    );
  };
  var namesOfBoth = (texts2, papers2) => {
    const found = sharedNames2(now, papers2);
    const row4 = ({ node: node2, cells }) => named2(
      node2,
      cells.every((edge) => edge >= 0 && isBackground(edge)) ? "in the background" : null,
      ...cells.filter((edge) => edge >= 0).map((edge) => said(texts2, edge))
    );
    return found.length ? listing(found, row4, {}, FIRST2) : [el("p", { class: "muted" }, "They share no name, but what they write is alike.")];
  };
  var ofNaming = (texts2, between3) => between3.map((edge) => {
    const relation3 = edges.relation[edge];
    return section(
      RELATIONS[relation3]?.group ?? relation3,
      el("p", { class: "muted" }, `confidence ${edges.confidence[edge].toFixed(2)} `, salience(edge)),
      said(texts2, edge)
    );
  });
  var ofEntities = (texts2, one, two) => {
    const [first2, second] = [one, two].map((node2) => linked(now, node2));
    const both = [...first2].filter(([paper]) => second.has(paper));
    const row4 = ([paper, own2]) => named2(
      paper,
      nodes.date[paper],
      ...[own2, second.get(paper) ?? []].map((list3) => evidence(texts2, strongest(list3)))
    );
    return both.length ? [
      section(
        `${plural(both.length, "paper")} of what is shown name${both.length === 1 ? "s" : ""} both`,
        ...listing(both, row4, {}, FIRST2)
      )
    ] : [];
  };
  var pairSections = (one, two, texts2) => {
    const papers2 = [one, two].filter(isPaper);
    const between3 = around[one].filter((edge2) => other(edge2, one) === two);
    if (papers2.length === 1) return ofNaming(texts2, between3);
    if (papers2.length === 0) return ofEntities(texts2, one, two);
    const edge = linkOf(one, two);
    const likely2 = likelihood(texts2, edge);
    return likely2 ? [
      section("Why they are linked", likely2),
      section("What both name", ...namesOfBoth(texts2, papers2))
    ] : [];
  };

  // src/lines.ts
  var lines_exports = {};
  __export(lines_exports, {
    BESIDE: () => BESIDE,
    across: () => across,
    at: () => at2,
    compute: () => compute2,
    isListed: () => isListed,
    nameOf: () => nameOf,
    now: () => now3
  });
  var BESIDE = "beside";
  var names2 = [...relations.keys(), BESIDE];
  var code2 = new Map(names2.map((name3, at4) => [name3, at4]));
  var [likely, beside] = [code2.get("related") ?? -1, code2.get(BESIDE) ?? -1];
  var relation = Uint8Array.from(edges.relation, (name3) => code2.get(name3) ?? 0);
  var isRelated2 = edges.relation.map((_, e) => isPaper(edges.from[e]) && isPaper(edges.to[e]));
  var now3 = {
    count: 0,
    a: new Int32Array(0),
    b: new Int32Array(0),
    edge: new Int32Array(0),
    weight: new Float64Array(0),
    ranges: [],
    hot: new Uint8Array(0),
    apart: new Uint8Array(0)
  };
  var adjacency = null;
  var ofGraph = () => {
    const kept = [];
    for (let e = 0; e < links; e += 1) {
      if (now2.edges[e] && shown[edges.from[e]] && shown[edges.to[e]]) kept.push(e);
    }
    return kept.map((e) => [relation[e], edges.from[e], edges.to[e], e, edges.weight[e]]);
  };
  var coMentions = ({ together }) => {
    const pairs2 = /* @__PURE__ */ new Map();
    for (let paper = 0; paper < size; paper += 1) {
      if (!isPaper(paper)) continue;
      const own2 = around[paper].filter(
        (e) => now2.edges[e] && !isRelated2[e] && shown[edges.to[e]]
      );
      const named5 = [...new Set(own2.map((e) => edges.to[e]))].sort((a, b) => a - b);
      for (let i = 0; i < named5.length; i += 1) {
        for (let j = i + 1; j < named5.length; j += 1) {
          const pair2 = named5[i] * size + named5[j];
          pairs2.set(pair2, (pairs2.get(pair2) || 0) + 1);
        }
      }
    }
    return [...pairs2].filter(([, count2]) => count2 >= together).sort((p, q) => p[0] - q[0]).map(([pair2, count2]) => [beside, Math.floor(pair2 / size), pair2 % size, -1, count2]);
  };
  var BANDS = 4;
  var inBands = (range2) => {
    const { name: name3, first: first2, end: end2 } = range2;
    const [least, most] = [now3.weight[first2], now3.weight[end2 - 1]];
    if (name3 !== "related" || least === most) return [{ ...range2, strength: 1 }];
    const bandOf = (line3) => Math.floor(BANDS * (now3.weight[line3] - least) / (most - least));
    let next = first2;
    return Array.from({ length: BANDS }, (_, band) => {
      const start9 = next;
      while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
      return { name: name3, first: start9, end: next, strength: band / (BANDS - 1) };
    }).filter((band) => band.first < band.end);
  };
  var compute2 = (chosen) => {
    const rows2 = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
    rows2.sort((p, q) => p[0] - q[0] || (p[0] === likely ? p[4] - q[4] : 0));
    now3.count = rows2.length;
    now3.a = Int32Array.from(rows2, (row4) => row4[1]);
    now3.b = Int32Array.from(rows2, (row4) => row4[2]);
    now3.edge = Int32Array.from(rows2, (row4) => row4[3]);
    now3.weight = Float64Array.from(rows2, (row4) => row4[4]);
    now3.hot = new Uint8Array(rows2.length);
    now3.apart = Uint8Array.from(rows2, ([, a, b]) => nodes.topic[a] === nodes.topic[b] ? 0 : 1);
    now3.ranges = names2.map((name3, at4) => {
      const first2 = rows2.findIndex((row4) => row4[0] === at4);
      return { name: name3, first: first2, end: rows2.findLastIndex((row4) => row4[0] === at4) + 1 };
    }).filter(({ first: first2 }) => first2 >= 0).flatMap(inBands);
    adjacency = null;
  };
  var isListed = (line3) => now2.listed[now3.a[line3]] === 1 && now2.listed[now3.b[line3]] === 1;
  var at2 = (node2) => {
    if (!adjacency) {
      adjacency = Array.from({ length: size }, () => []);
      for (let line3 = 0; line3 < now3.count; line3 += 1) {
        adjacency[now3.a[line3]].push(line3);
        if (now3.a[line3] !== now3.b[line3]) adjacency[now3.b[line3]].push(line3);
      }
    }
    return adjacency[node2];
  };
  var across = (line3, node2) => now3.a[line3] === node2 ? now3.b[line3] : now3.a[line3];
  var nameOf = (line3) => now3.edge[line3] < 0 ? BESIDE : edges.relation[now3.edge[line3]];

  // src/neighbourhood.ts
  var neighbourhood_exports = {};
  __export(neighbourhood_exports, {
    emphasise: () => emphasise2,
    path: () => path,
    stations: () => stations,
    within: () => within
  });
  var within = (node2, steps) => {
    const distance = /* @__PURE__ */ new Map([[node2, 0]]);
    for (const [here, far] of distance) {
      if (far === steps) break;
      for (const line3 of at2(here)) {
        const next = across(line3, here);
        if (!distance.has(next)) distance.set(next, far + 1);
      }
    }
    return distance;
  };
  var path = (from, to) => {
    if (from === to) return [];
    const distance = new Int32Array(size).fill(-1);
    const cost = new Float64Array(size).fill(Infinity);
    const via = new Int32Array(size).fill(-1);
    distance[from] = 0;
    cost[from] = 0;
    let ring = [from];
    while (ring.length && distance[to] < 0) {
      const next = [];
      for (const here of ring) {
        const price = cost[here] + (here === from ? 0 : at2(here).length);
        for (const line3 of at2(here)) {
          const there = across(line3, here);
          if (distance[there] >= 0 && distance[there] !== distance[here] + 1) continue;
          if (distance[there] < 0) {
            distance[there] = distance[here] + 1;
            next.push(there);
          }
          if (price < cost[there]) [cost[there], via[there]] = [price, line3];
        }
      }
      ring = next;
    }
    if (distance[to] < 0) return null;
    const found = [];
    for (let here = to; here !== from; here = across(via[here], here)) found.unshift(via[here]);
    return found;
  };
  var stations = (from, found) => {
    const way = [from];
    for (const line3 of found) way.push(across(line3, way[way.length - 1]));
    return way;
  };
  var emphasise2 = (now4) => {
    const { hot: hot2 } = now3;
    hot2.fill(0);
    view2.focused = now4.selected;
    if (now4.selected >= 0 && now4.target >= 0) {
      const found = path(now4.selected, now4.target) || [];
      for (const line3 of found) hot2[line3] = 1;
      emphasise([...stations(now4.selected, found), now4.target]);
    } else if (now4.selected >= 0) {
      const near = within(now4.selected, now4.steps);
      for (const [node2, far] of near) {
        if (far < now4.steps) for (const line3 of at2(node2)) hot2[line3] = 1;
      }
      emphasise(near.keys());
    } else if (now4.topic) {
      emphasise(topic.get(now4.topic)?.members ?? []);
      for (let line3 = 0; line3 < hot2.length; line3 += 1) {
        hot2[line3] = hot[now3.a[line3]] && hot[now3.b[line3]];
      }
    } else emphasise(null);
  };

  // src/card_path.ts
  var verb = (line3) => {
    const name3 = nameOf(line3);
    if (name3 === BESIDE) return `named together in ${plural(now3.weight[line3], "paper")}`;
    const likely2 = name3 === "related" ? `, ${percent(now3.weight[line3])}` : "";
    return (RELATIONS[name3]?.edge ?? name3).toLowerCase() + likely2;
  };
  var between = (line3, here, texts2) => {
    const edge = now3.edge[line3];
    const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
    return el(
      "li",
      { class: "step" },
      el("span", { class: "count" }, backwards ? `↑ ${verb(line3)}` : `↓ ${verb(line3)}`),
      ...edge >= 0 ? [reason, shared, evidence].map((part2) => part2(texts2, edge)) : []
    );
  };
  var cardPath = (from, to, texts2) => {
    const found = path(from, to);
    const drop = button({ class: "more" }, "Leave the path", () => select(from));
    if (found === null) {
      const none = [
        "There is no path to ",
        foreign(nodes.label[to]),
        " in what is shown. Wider filters may give one."
      ];
      return section("Path", el("p", { class: "muted" }, ...none), drop);
    }
    const direct = found.length === 1 ? pairSections(from, to, texts2) : [];
    if (direct.length) {
      const leave2 = button({ class: "more" }, "Leave the link", () => select(from));
      const list4 = el("ul", { class: "tight" }, named2(from), named2(to));
      return el("div", { class: "link" }, section("Link", list4, leave2), ...direct);
    }
    const way = stations(from, found);
    const list3 = el("ol", { class: "path" }, named2(from));
    found.forEach((line3, at4) => {
      list3.append(between(line3, way[at4], texts2), named2(way[at4 + 1]));
    });
    return section(`Path of ${plural(found.length, "step")}`, list3, drop);
  };

  // src/focus.ts
  var focus_exports = {};
  __export(focus_exports, {
    leave: () => leave,
    opener: () => opener,
    refresh: () => refresh,
    start: () => start3,
    toggle: () => toggle
  });

  // src/focus_lines.ts
  var ends = (a, b) => ({ x1: a.x, y1: a.y, x2: b.x, y2: b.y });
  var toMiddle = ({ anchors, middle, weightOf }, why2) => {
    const from = anchors.get(middle);
    if (!from) return [];
    return [...anchors].flatMap(([node2, to]) => {
      if (node2 === middle) return [];
      const thick = 0.8 + 2.4 * weightOf(node2);
      const seen = svgShape("line", {
        ...ends(from, to),
        class: `spoke ${nodes.kind[node2]}`,
        "stroke-width": thick.toFixed(1),
        "data-end": node2
      });
      const reach = svgShape("line", { ...ends(from, to), class: "reach", "data-end": node2 });
      reach.addEventListener("click", () => why2(node2));
      return [seen, reach];
    });
  };
  var between2 = ({ anchors, middle }) => {
    const found = [];
    const seen = /* @__PURE__ */ new Set();
    for (const [node2, from] of anchors) {
      for (const line3 of node2 === middle || node2 < 0 ? [] : at2(node2)) {
        const other2 = across(line3, node2);
        const to = anchors.get(other2);
        const pair2 = `${Math.min(node2, other2)}-${Math.max(node2, other2)}`;
        if (!to || other2 === middle || seen.has(pair2)) continue;
        seen.add(pair2);
        const look = isPaper(node2) && isPaper(other2) ? "chord" : "chord quiet";
        found.push(svgShape("line", { ...ends(from, to), class: look, "data-one": node2, "data-two": other2 }));
      }
    }
    return found;
  };
  var linesOf = (stage, why2) => {
    const svg2 = svgShape("svg", {
      viewBox: `0 0 ${stage.wide} ${stage.high}`,
      width: stage.wide,
      height: stage.high,
      "aria-hidden": "true"
    });
    svg2.append(...between2(stage), ...toMiddle(stage, why2));
    return svg2;
  };
  var light = (svg2, node2) => {
    const near = /* @__PURE__ */ new Set([node2]);
    for (const line3 of svg2.querySelectorAll("line")) {
      const { end: end2, one, two } = line3.dataset;
      const other2 = one === String(node2) ? two : two === String(node2) ? one : void 0;
      const lit = end2 === String(node2) || other2 !== void 0;
      line3.classList.toggle("lit", lit);
      if (other2 !== void 0) near.add(Number(other2));
    }
    return near;
  };

  // src/focus_members.ts
  var heaviest = (a, b) => b.weight - a.weight || nodes.papers[b.node] - nodes.papers[a.node] || a.node - b.node;
  var OWN = ["proposes", "introduces"];
  var closeness = (edge) => {
    const relation3 = edges.relation[edge];
    if (OWN.includes(relation3)) return 1;
    return (isBackground(edge) ? 0 : 0.4) + 0.5 * edges.salience[edge];
  };
  var naming = (node2, list3) => {
    const own2 = list3.find((edge2) => OWN.includes(edges.relation[edge2]));
    const edge = own2 ?? strongest(list3);
    const says = (RELATIONS[edges.relation[edge]]?.edge ?? edges.relation[edge]).toLowerCase();
    return { node: node2, edge, weight: closeness(edge), says };
  };
  var ofPaper = (chosen, paper) => {
    const papers2 = at2(paper).filter((line3) => isPaper(across(line3, paper))).map((line3) => {
      const weight2 = now3.weight[line3];
      return {
        node: across(line3, paper),
        weight: Math.min(1, weight2),
        edge: now3.edge[line3],
        says: `${Math.round(100 * weight2)} %`
      };
    });
    const groups2 = /* @__PURE__ */ new Map();
    for (const [entity, list3] of linked(chosen, paper)) {
      if (!shown[entity]) continue;
      const found = naming(entity, list3);
      const { group: group3, edge } = RELATIONS[edges.relation[found.edge]] ?? {
        group: edges.relation[found.edge],
        edge: ""
      };
      const title2 = group3 || edge;
      groups2.set(title2, [...groups2.get(title2) ?? [], found]);
    }
    const order2 = Object.values(RELATIONS).map(({ group: group3, edge }) => group3 || edge);
    const sorted2 = [...groups2].sort((a, b) => order2.indexOf(a[0]) - order2.indexOf(b[0]));
    return { papers: papers2, groups: sorted2.map(([title2, members]) => ({ title: title2, members })) };
  };
  var byKind = (titleOf, members) => Object.entries(KINDS).filter(([, { worded }]) => worded).map(([kind, { many: many2 }]) => ({
    title: titleOf(many2),
    members: members.filter(({ node: node2 }) => nodes.kind[node2] === kind)
  })).filter((group3) => group3.members.length);
  var counted = (node2, count2, most) => ({
    ...{ node: node2, edge: -1, weight: count2 / Math.max(1, most) },
    says: `in ${count2.toLocaleString("en")} ${count2 === 1 ? "paper" : "papers"}`
  });
  var ofEntity = (chosen, entity) => {
    const papers2 = [...linked(chosen, entity)].filter(([paper]) => shown[paper]).map(([paper, list3]) => naming(paper, list3));
    const found = [...company(chosen, entity)].filter(([peer]) => shown[peer]);
    const most = Math.max(...found.map(([, count2]) => count2));
    return {
      papers: papers2,
      groups: byKind(
        (many2) => `With ${many2.toLowerCase()}`,
        found.map(([peer, count2]) => counted(peer, count2, most))
      )
    };
  };
  var ofTopic2 = (name3) => {
    const found = topic.get(name3);
    if (!found) return { papers: [], groups: [] };
    const { members, central, particular: particular2 } = found;
    const alive = members.filter((node2) => shown[node2]);
    const most = Math.max(1, ...alive.filter(isPaper).map((node2) => nodes.papers[node2]));
    const papers2 = alive.filter(isPaper).map((node2) => {
      const rank = central.indexOf(node2);
      const weight2 = rank < 0 ? 0.6 * nodes.papers[node2] / most : 1 - 0.3 * rank / Math.max(1, central.length);
      return { node: node2, edge: -1, weight: weight2, says: rank < 0 ? "" : "central" };
    });
    const entities4 = alive.filter((node2) => !isPaper(node2));
    const first2 = new Set(particular2);
    const size3 = Math.max(1, ...entities4.map((node2) => nodes.papers[node2]));
    const named5 = entities4.map((node2) => {
      const one = counted(node2, nodes.papers[node2], size3);
      return { ...one, weight: one.weight + Number(first2.has(nodes.label[node2])) };
    });
    return { papers: papers2, groups: byKind((many2) => many2, named5) };
  };
  var membersOf = (chosen) => {
    const { selected, topic: name3 } = chosen;
    const found = selected < 0 ? ofTopic2(name3) : isPaper(selected) ? ofPaper(chosen, selected) : ofEntity(chosen, selected);
    found.papers.sort(heaviest);
    for (const group3 of found.groups) group3.members.sort(heaviest);
    return found;
  };
  var readable = ({ papers: papers2, groups: groups2 }, most) => {
    const outer = groups2.reduce((sum, group3) => sum + group3.members.length, 0);
    const quota = Math.min(papers2.length, Math.max(Math.ceil(0.55 * most), most - outer));
    const taken = new Map(groups2.map((group3) => [group3, 0]));
    let room = most - quota;
    while (room > 0 && groups2.some((group3) => (taken.get(group3) ?? 0) < group3.members.length))
      for (const group3 of groups2) {
        const count2 = taken.get(group3) ?? 0;
        if (room <= 0 || count2 >= group3.members.length) continue;
        taken.set(group3, count2 + 1);
        room -= 1;
      }
    return {
      papers: papers2.slice(0, quota),
      groups: groups2.map((group3) => ({ ...group3, members: group3.members.slice(0, taken.get(group3)) })).filter((group3) => group3.members.length),
      left: [...papers2.slice(quota), ...groups2.flatMap((group3) => group3.members.slice(taken.get(group3)))]
    };
  };

  // src/draw.ts
  var draw_exports = {};
  __export(draw_exports, {
    camera: () => camera2,
    fit: () => fit,
    free: () => free,
    goTo: () => goTo,
    hasArrived: () => hasArrived,
    onMoved: () => onMoved,
    onPick: () => onPick,
    place: () => place,
    position: () => position,
    repaint: () => repaint,
    restyle: () => restyle,
    view: () => view3,
    zoom: () => zoom
  });

  // src/camera.ts
  var MOVES = ["dragging", "zoom", "animationFinished", "dragEnd"];
  var cameraIn = (container2, { onPaint, onMove }) => {
    const network = new vis.Network(container2, { nodes: [], edges: [] }, options);
    network.on("beforeDrawing", onPaint);
    for (const event of MOVES) network.on(event, onMove);
    const frame2 = container2.querySelector(".vis-network");
    frame2.addEventListener("keydown", () => setTimeout(onMove));
    return {
      frame: frame2,
      onPick: (pick2) => network.on("click", ({ pointer }) => pick2(pointer.canvas)),
      redraw: () => network.redraw(),
      now: () => ({ ...network.getViewPosition(), zoom: network.getScale() }),
      moveTo: ({ x: x2, y: y2, zoom: zoom2 }, offset, duration) => network.moveTo({
        position: { x: x2, y: y2 },
        scale: zoom2,
        offset,
        animation: duration ? { duration, easingFunction: "easeInOutQuad" } : false
      }),
      toGraph: (point2) => network.DOMtoCanvas(point2),
      toPage: (point2) => network.canvasToDOM(point2)
    };
  };

  // src/paint.ts
  var paint_exports = {};
  __export(paint_exports, {
    all: () => all,
    layers: () => layers,
    stale: () => stale
  });

  // src/convex.ts
  var STEPS = Array.from({ length: 16 }, (_, step2) => [
    Math.cos(step2 * Math.PI / 8),
    Math.sin(step2 * Math.PI / 8)
  ]);
  var hull = (given) => {
    const points2 = [...given].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const turn2 = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    const half = (list3) => {
      const chain = [];
      for (const p of list3) {
        while (chain.length > 1 && turn2(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
        chain.push(p);
      }
      return chain.slice(0, -1);
    };
    return points2.length < 3 ? points2 : [...half(points2), ...half(points2.reverse())];
  };
  var around2 = (discs) => hull(
    hull(discs).flatMap(([px, py, far]) => STEPS.map(([dx, dy]) => [px + dx * far, py + dy * far]))
  );

  // src/hulls.ts
  var PAD = 16;
  var outlined = ({ name: name3, members, subtopics }, pad = PAD) => {
    const outline = around2(members.map((i) => [x[i], y[i], radius[i] + pad]));
    const sides = outline.map(([px]) => px);
    const heights = outline.map(([, py]) => py);
    const inner = (subtopics.length > 1 ? subtopics : []).map((subtopic2) => outlined(subtopic2, PAD / 3));
    return {
      ...{ name: name3, members, inner, outline },
      ...{ left: Math.min(...sides), right: Math.max(...sides) },
      ...{ top: Math.min(...heights), bottom: Math.max(...heights) }
    };
  };
  var areas = topics.map((topic4) => outlined(topic4));

  // src/labels.ts
  var labels_exports = {};
  __export(labels_exports, {
    paint: () => paint
  });

  // src/label_room.ts
  var CELL = 64;
  var short = (text2, most) => text2.length > most ? `${text2.slice(0, most - 1).trimEnd()}…` : text2;
  var within2 = (least, value, most) => Math.max(Math.min(least, most), Math.min(value, Math.max(least, most)));
  var wrapped = (text2, length) => {
    const most = Math.max(length, Math.ceil(text2.length / 3));
    const found = [];
    for (const word of text2.split(" ")) {
      const last = found.at(-1);
      if (last === void 0 || last.length + word.length >= most) found.push(word);
      else found[found.length - 1] = `${last} ${word}`;
    }
    return found;
  };
  var freeRoom = () => {
    const cells = /* @__PURE__ */ new Map();
    const each = ([left, top, right, bottom], act) => {
      for (let cx = Math.floor(left / CELL); cx <= right / CELL; cx += 1)
        for (let cy = Math.floor(top / CELL); cy <= bottom / CELL; cy += 1) act(`${cx},${cy}`);
    };
    const occupy = (rect) => each(rect, (cell3) => cells.set(cell3, [...cells.get(cell3) || [], rect]));
    const isFree = (rect) => {
      let free2 = true;
      each(rect, (cell3) => {
        for (const t of cells.get(cell3) || [])
          if (rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]) free2 = false;
      });
      return free2;
    };
    return { occupy, isFree };
  };

  // src/labels.ts
  var widths = /* @__PURE__ */ new Map();
  var FOCUSED = 1e9;
  var ASKED = 1e8;
  var LEAST_NAMED = 4;
  var LEAST_ROOM = 135;
  var NAME_SIZES = [17, 15, 13, 11.5].flatMap((px) => [20, 13].map((length) => [px, length]));
  var OPENED = 420;
  var FAR = 0.7;
  var LEADING = 1.2;
  var measure = (ctx, font, text2) => {
    const key3 = `${font}
${text2}`;
    const known2 = widths.get(key3);
    if (known2 !== void 0) return known2;
    ctx.font = font;
    const { width } = ctx.measureText(text2);
    widths.set(key3, width);
    return width;
  };
  var urgency = (i, zoom2) => {
    if (i === view2.focused) return FOCUSED;
    if (i === view2.hovered || i === now.target) return ASKED;
    const onScreen = radius[i] * zoom2;
    if (view2.emphasis) {
      if (!hot[i]) return 0;
      if (now.target >= 0) return 1e6 + radius[i];
      return isPaper(i) ? onScreen > 5 ? 1e3 + radius[i] : 0 : 1e5 + radius[i];
    }
    if (isPaper(i)) return onScreen > (now.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
    return onScreen > 2.6 || nodes.size[i] > 40 ? 1e3 + radius[i] : 0;
  };
  var ranked = (box) => {
    const order2 = [];
    for (let i = 0; i < size; i += 1) {
      if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
      const rank = urgency(i, box.zoom);
      if (rank > 0) order2.push([rank, i]);
    }
    return order2.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  };
  var paint = (ctx, box) => {
    const { matrix, ratio, zoom: zoom2 } = box;
    const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
    const narrow2 = wide < 720;
    const far = areas.length > 1 && zoom2 < FAR;
    const most = Math.round(wide * high / (far ? 4e4 : 9e3));
    const free2 = box.free || { left: 0, top: 0, right: wide, bottom: high };
    const occupied = freeRoom();
    const sx = (px) => (px * matrix.a + matrix.e) / ratio;
    const sy = (py) => (py * matrix.d + matrix.f) / ratio;
    const drawText = (text2, px, py, { font, px: height, halo, colour, always = false }) => {
      const half = measure(ctx, font, text2) / 2 + 3;
      const rect = [px - half, py - height / 2, px + half, py + height / 2];
      if (!always && !occupied.isFree(rect)) return false;
      occupied.occupy(rect);
      ctx.font = font;
      ctx.strokeStyle = own.ground;
      ctx.lineWidth = halo;
      ctx.strokeText(text2, px, py);
      ctx.fillStyle = colour;
      ctx.fillText(text2, px, py);
      return true;
    };
    const said3 = /* @__PURE__ */ new Set();
    const drawLabel = ([rank, i]) => {
      const loud = rank >= ASKED;
      if (!loud && said3.has(nodes.label[i])) return;
      const px = Math.round(2 * Math.min(far ? 12 : 15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
      const under = radius[i] * zoom2 * (loud ? 1.25 : 1.2) + (loud ? 5 : 0);
      const font = `${loud ? 650 : isPaper(i) || far ? 400 : 550} ${px}px ${own.font}`;
      const text2 = short(nodes.label[i], loud && !narrow2 ? 70 : 34);
      const half = measure(ctx, font, text2) / 2 + 4;
      drawText(text2, within2(half, sx(x[i]), wide - half), sy(y[i]) + under + px * 0.85, {
        font,
        px: px * 1.25,
        halo: 3,
        colour: (isPaper(i) || far) && !loud ? own.muted : own.ink,
        always: loud
      });
    };
    const placed = ({ left, right, top, bottom }, atTop, { px, wide: wide2, lines }) => {
      const [west, east] = [Math.max(sx(left), free2.left), Math.min(sx(right), free2.right)];
      const [north, south] = [Math.max(sy(top), free2.top), Math.min(sy(bottom), free2.bottom)];
      if (west >= east || north >= south) return null;
      const high2 = (lines.length - 1) * px * LEADING;
      const x2 = within2(free2.left + wide2 / 2, (west + east) / 2, free2.right - wide2 / 2);
      const y2 = atTop ? north + px * 0.8 : (north + south - high2) / 2;
      const rect = [x2 - wide2 / 2 - 3, y2 - px * 0.6, x2 + wide2 / 2 + 3, y2 + high2 + px * 0.6];
      return occupied.isFree(rect) ? { x: x2, y: y2 } : null;
    };
    const nameArea = (area, atTop = false) => {
      const { name: name3, members, left, right } = area;
      if (members.length < LEAST_NAMED || !members.some((i) => shown[i])) return;
      const room = Math.max(1.15 * (sx(right) - sx(left)), LEAST_ROOM);
      for (const [px, length] of NAME_SIZES.slice(narrow2 ? 4 : 0)) {
        const font = `650 ${px}px ${own.font}`;
        const lines = wrapped(short(name3, 60), length);
        const wide2 = Math.max(...lines.map((line3) => measure(ctx, font, line3)));
        const spot2 = wide2 < room && placed(area, atTop, { px, wide: wide2, lines });
        if (!spot2) continue;
        const look = { font, px: px * LEADING, halo: 4, colour: ofTopic(name3), always: true };
        lines.forEach((line3, at4) => {
          drawText(line3, spot2.x, spot2.y + at4 * px * LEADING, look);
        });
        for (const part2 of name3.split(" and ")) said3.add(part2);
        return;
      }
    };
    const nameAreas = () => {
      const opened4 = areas.filter(
        ({ inner, left, right }) => inner.length > 1 && sx(right) - sx(left) > OPENED
      );
      for (const area of areas) nameArea(area, opened4.includes(area));
      for (const { inner } of opened4) for (const area of inner) nameArea(area);
    };
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const order2 = ranked(box);
    order2.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
    const chosen = areas.find(({ name: name3 }) => name3 === now.topic);
    for (const area of chosen?.inner ?? []) nameArea(area);
    for (const [, i] of view2.emphasis ? order2.slice(0, 150) : []) {
      const arm = radius[i] * zoom2;
      occupied.occupy([sx(x[i]) - arm, sy(y[i]) - arm, sx(x[i]) + arm, sy(y[i]) + arm]);
    }
    if (!view2.emphasis) nameAreas();
    order2.filter(([rank]) => rank < ASKED).slice(0, most).forEach(drawLabel);
    ctx.restore();
  };

  // src/paint.ts
  var BATCH = 200;
  var FAINT_BUDGET = 7e3;
  var frame = (ctx, ratio, free2) => {
    const matrix = ctx.getTransform();
    return {
      matrix,
      ratio,
      free: free2,
      zoom: matrix.a / ratio,
      left: -matrix.e / matrix.a,
      top: -matrix.f / matrix.d,
      right: (ctx.canvas.width - matrix.e) / matrix.a,
      bottom: (ctx.canvas.height - matrix.f) / matrix.d
    };
  };
  var ground = (ctx, { name: name3, outline, members }) => {
    if (!members.some((i) => shown[i])) return;
    const loud = now.topic === name3;
    ctx.globalAlpha = loud ? 0.13 : view2.emphasis ? 0.035 : own.dark ? 0.1 : 0.08;
    ctx.fillStyle = ofTopic(name3);
    ctx.beginPath();
    outline.forEach(([px, py], step2) => {
      if (step2) ctx.lineTo(px, py);
      else ctx.moveTo(px, py);
    });
    ctx.closePath();
    ctx.fill();
  };
  var grounds = (ctx) => {
    if (topics.length < 2) return;
    for (const area of areas) {
      ground(ctx, area);
      for (const inner of area.inner) ground(ctx, inner);
    }
    ctx.globalAlpha = 1;
  };
  var stroke = (ctx, box, [first2, end2, step2], wanted) => {
    const { a, b } = now3;
    let open3 = 0;
    ctx.beginPath();
    for (let line3 = first2; line3 < end2; line3 += step2) {
      const [p, q] = [a[line3], b[line3]];
      if (!wanted(line3)) continue;
      if (x[p] < box.left && x[q] < box.left || x[p] > box.right && x[q] > box.right) continue;
      if (y[p] < box.top && y[q] < box.top || y[p] > box.bottom && y[q] > box.bottom) continue;
      ctx.moveTo(x[p], y[p]);
      ctx.lineTo(x[q], y[q]);
      open3 += 1;
      if (open3 % BATCH === 0) {
        ctx.stroke();
        ctx.beginPath();
      }
    }
    ctx.stroke();
  };
  var faintPen = (ctx, box, width, alpha) => {
    const thin = Math.min(width, 1 / box.ratio);
    ctx.lineWidth = thin / box.zoom;
    ctx.globalAlpha = Math.min(1, alpha * width / thin);
  };
  var faintness = (name3) => name3 === "beside" ? 0.4 : RELATIONS[name3]?.background ? 0.25 : 0.7;
  var lookOf = ({ name: name3, strength: strength2 }) => name3 === "related" ? [0.6 + 0.8 * strength2, 0.3 + 0.55 * strength2] : [0.8, faintness(name3)];
  var faintLines = (ctx, box, moving2) => {
    const step2 = moving2 || view2.emphasis ? Math.ceil(now3.count / FAINT_BUDGET) : 1;
    const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now3.count, 1)) ** 0.7));
    const { hot: lineHot, apart } = now3;
    const across2 = topics.length < 2 ? 1 : Math.max(0.3, Math.min(1, box.zoom / 2));
    ctx.strokeStyle = own.edge;
    for (const range2 of now3.ranges) {
      const { first: first2, end: end2 } = range2;
      const [width, alpha] = lookOf(range2);
      const plain3 = alpha * crowd * (view2.emphasis ? 0.25 : 1) * Math.min(2, step2 ** 0.5);
      for (const far of [1, 0]) {
        faintPen(ctx, box, width, plain3 * (far ? across2 : 1));
        stroke(
          ctx,
          box,
          [first2, end2, step2],
          (line3) => apart[line3] === far && !(view2.emphasis && lineHot[line3])
        );
      }
    }
  };
  var hotLines = (ctx, box) => {
    const { a, b, count: count2, ranges, hot: lineHot } = now3;
    const unfocused = view2.focused < 0;
    const path2 = now.target >= 0;
    ctx.lineWidth = (path2 ? 3 : unfocused ? 0.9 : 1.5) / box.zoom;
    const end2 = (line3) => nodes.kind[view2.focused === b[line3] || isPaper(b[line3]) ? a[line3] : b[line3]];
    for (const kind of Object.keys(KINDS)) {
      ctx.strokeStyle = path2 ? own.accent : own.kinds[kind];
      ctx.globalAlpha = path2 ? 1 : unfocused ? 0.35 : 0.8;
      const wanted = (line3) => lineHot[line3] > 0 && end2(line3) === kind;
      if (path2 || unfocused || kind !== "paper") stroke(ctx, box, [0, count2, 1], wanted);
      else
        for (const range2 of ranges) {
          ctx.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
          stroke(ctx, box, [range2.first, range2.end, 1], wanted);
        }
    }
  };
  var edges2 = (ctx, box, moving2) => {
    faintLines(ctx, box, moving2);
    if (view2.emphasis) hotLines(ctx, box);
    ctx.globalAlpha = 1;
  };
  var trace = (ctx, i, zoom2) => (SHAPES[nodes.shape[i]] || SHAPES.dot).trace(ctx, x[i], y[i], Math.max(radius[i], 1.6 / zoom2));
  var isFaded = (i) => view2.emphasis && !hot[i] && i !== view2.hovered;
  var looks = () => {
    const found = /* @__PURE__ */ new Map();
    for (let i = 0; i < size; i += 1) {
      if (!shown[i]) continue;
      const look = `${isFaded(i) ? "a" : "b"}${ofNode2(i)}`;
      const members = found.get(look);
      if (members) members.push(i);
      else found.set(look, [i]);
    }
    return [...found].sort((p, q) => p[0][0] < q[0][0] ? -1 : p[0][0] > q[0][0] ? 1 : 0);
  };
  var groups = null;
  var hovered = -1;
  var stale = () => {
    groups = null;
  };
  var bodies = (ctx, box) => {
    if (hovered !== view2.hovered && view2.emphasis) stale();
    hovered = view2.hovered;
    groups = groups || looks();
    const speck = size > 2e3 ? 2.2 / box.zoom : 0;
    const least = 1.5 / box.zoom;
    ctx.strokeStyle = own.ground;
    ctx.lineWidth = Math.min(1.2 / box.zoom, 1.5);
    for (const [look, members] of groups) {
      ctx.globalAlpha = look[0] === "a" ? 0.13 : 1;
      ctx.fillStyle = look.slice(1);
      for (let first2 = 0; first2 < members.length; first2 += BATCH) {
        ctx.beginPath();
        for (let at4 = first2; at4 < Math.min(first2 + BATCH, members.length); at4 += 1) {
          const i = members[at4];
          const arm = radius[i] * 1.3;
          if (x[i] + arm < box.left || x[i] - arm > box.right) continue;
          if (y[i] + arm < box.top || y[i] - arm > box.bottom) continue;
          if (radius[i] < speck) ctx.fillRect(x[i] - least, y[i] - least, 2 * least, 2 * least);
          else trace(ctx, i, box.zoom);
        }
        ctx.fill();
        if (box.zoom > 0.35) ctx.stroke();
      }
    }
    ctx.globalAlpha = 1;
  };
  var rings = (ctx, box) => {
    for (const i of /* @__PURE__ */ new Set([view2.hovered, view2.focused, now.target])) {
      if (i < 0 || !shown[i]) continue;
      ctx.beginPath();
      ctx.arc(x[i], y[i], Math.max(radius[i], 1.6 / box.zoom) * 1.25 + 3.5 / box.zoom, 0, 2 * Math.PI);
      ctx.strokeStyle = i === view2.hovered && i !== view2.focused ? own.muted : own.ink;
      ctx.lineWidth = 2 / box.zoom;
      ctx.stroke();
    }
  };
  var all = (ctx, {
    ratio = window.devicePixelRatio || 1,
    moving: moving2 = false,
    free: free2 = null
  } = {}) => {
    const box = frame(ctx, ratio, free2);
    grounds(ctx);
    edges2(ctx, box, moving2);
    bodies(ctx, box);
    rings(ctx, box);
    paint(ctx, box);
  };
  var layers = { frame, grounds, faintLines, hotLines, bodies, rings };

  // src/draw.ts
  var container = byId("canvas");
  var quiet = matchMedia("(prefers-reduced-motion: reduce)");
  var ARRIVE = 350;
  var moving = false;
  var settle = 0;
  var touched = false;
  var moved = () => {
  };
  compute(now);
  compute2(now);
  var stir = (flight = 0) => {
    moving = true;
    touched = true;
    clearTimeout(settle);
    settle = window.setTimeout(() => {
      moving = false;
      canvas.redraw();
      moved();
    }, 160 + flight);
  };
  var clear2 = () => {
    const whole4 = container.getBoundingClientRect();
    const free2 = { left: 24, top: 24, right: whole4.width - 24, bottom: whole4.height - 24 };
    for (const id of ["card", "legend"]) {
      const panel7 = byId(id);
      const rect = panel7.getBoundingClientRect();
      if (panel7.hidden || rect.height < 60) continue;
      if (rect.width > whole4.width * 0.8) free2.bottom = Math.min(free2.bottom, rect.top - whole4.top - 12);
      else if (rect.left - whole4.left > whole4.width / 2)
        free2.right = Math.min(free2.right, rect.left - whole4.left - 12);
      else if (whole4.width > 720) free2.left = Math.max(free2.left, rect.right - whole4.left + 12);
    }
    const note2 = document.getElementById("part")?.getBoundingClientRect();
    if (note2?.height) free2.bottom = Math.min(free2.bottom, note2.top - whole4.top - 12);
    if (whole4.width <= 720) free2.top = 64;
    return {
      free: free2,
      wide: Math.max(40, free2.right - free2.left),
      high: Math.max(40, free2.bottom - free2.top),
      middle: {
        x: (free2.left + free2.right - whole4.width) / 2,
        y: (free2.top + free2.bottom - whole4.height) / 2
      }
    };
  };
  var canvas = cameraIn(container, {
    onPaint: (ctx) => all(ctx, { moving, free: clear2().free }),
    onMove: () => stir()
  });
  canvas.frame.tabIndex = 0;
  canvas.frame.setAttribute("role", "application");
  canvas.frame.setAttribute(
    "aria-label",
    "Graph. Arrow keys move it, plus and minus zoom; the search box and the table reach every node."
  );
  var repaint = () => {
    stale();
    canvas.redraw();
  };
  container.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const box = container.getBoundingClientRect();
    const point2 = canvas.toGraph({ x: event.clientX - box.left, y: event.clientY - box.top });
    const next = pick(point2.x, point2.y, 4 / canvas.now().zoom);
    container.classList.toggle("over-node", next >= 0);
    if (next === view2.hovered) return;
    view2.hovered = next;
    canvas.redraw();
  });
  container.addEventListener("pointerleave", () => {
    view2.hovered = -1;
    canvas.redraw();
  });
  var move = (goal, animated, offset = clear2().middle) => {
    const flight = animated && !quiet.matches ? ARRIVE : 0;
    canvas.moveTo(goal, offset, flight);
    if (animated) stir(flight);
  };
  var fit = (members = nodes.id, { animated = true, most = 1.4, pad = 0 } = {}) => {
    const box = bounds(members);
    const { wide, high } = clear2();
    if (!box) return;
    const zoom2 = Math.min(
      Math.max(40, wide - 2 * pad) / Math.max(1, box.right - box.left),
      Math.max(40, high - 2 * pad) / Math.max(1, box.bottom - box.top),
      most
    );
    move({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: zoom2 }, animated);
  };
  var nearTo = (node2) => {
    const near = { x: x[node2], y: y[node2] };
    const box = bounds(within(node2, 1).keys());
    if (!box) return { ...near, zoom: 1 };
    const { wide, high } = clear2();
    const across2 = Math.max(60, box.right - near.x, near.x - box.left);
    const down = Math.max(60, box.bottom - near.y, near.y - box.top);
    const zoom2 = 0.45 * Math.min(wide / across2, high / down);
    return { ...near, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
  };
  var turn = (at4) => turned ? { ...at4, x: at4.y, y: at4.x } : at4;
  var goTo = (node2) => {
    if (shown[node2]) move(nearTo(node2), true);
  };
  var camera2 = () => touched ? turn(canvas.now()) : null;
  var place = (at4) => move(turn(at4), false, { x: 0, y: 0 });
  var zoom = (factor) => {
    const now4 = canvas.now();
    move({ ...now4, zoom: now4.zoom * factor }, true, { x: 0, y: 0 });
  };
  var restyle = () => {
    dress();
    repaint();
  };
  var onPick = (pick2) => canvas.onPick((point2) => pick2(pick(point2.x, point2.y, 8 / canvas.now().zoom)));
  var onMoved = (listener) => {
    moved = listener;
  };
  var position = (node2) => canvas.toPage({ x: x[node2], y: y[node2] });
  var view3 = () => ({
    ...canvas.now(),
    width: container.clientWidth,
    height: container.clientHeight
  });
  var free = () => {
    const [{ wide, high, middle }, now4] = [clear2(), canvas.now()];
    const [left, top] = [now4.x + middle.x / now4.zoom, now4.y + middle.y / now4.zoom];
    return { x: left, y: top, zoom: now4.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
  };
  var hasArrived = () => !moving;

  // src/focus_moves.ts
  var ARRIVE2 = 300;
  var quiet2 = matchMedia("(prefers-reduced-motion: reduce)");
  var before = /* @__PURE__ */ new Map();
  var forget = () => {
    before = /* @__PURE__ */ new Map();
  };
  var arrive = (stage, svg2, { places }) => {
    const { left, top } = stage.getBoundingClientRect();
    const canvas2 = byId("canvas").getBoundingClientRect();
    const now4 = /* @__PURE__ */ new Map();
    for (const [{ node: node2, made }, { x: x2, y: y2 }] of places) {
      if (node2 < 0) continue;
      now4.set(node2, { x: x2 + left, y: y2 + top });
      if (quiet2.matches) continue;
      const onMap = position(node2);
      const from = before.get(node2) ?? { x: onMap.x + canvas2.left, y: onMap.y + canvas2.top };
      const start9 = `translate(${from.x - left - x2}px, ${from.y - top - y2}px)`;
      const steps = [
        { transform: start9, opacity: 0.4 },
        { transform: "none", opacity: 1 }
      ];
      made.animate(steps, { duration: ARRIVE2, easing: "ease-out" });
    }
    if (!quiet2.matches) svg2.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], ARRIVE2);
    before = now4;
  };
  var STEPS2 = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  };
  var nextTo = (places, from, [dx, dy]) => {
    const start9 = places.get(from) ?? { x: 0, y: 0 };
    let [best, least] = [null, Infinity];
    for (const [one, { x: x2, y: y2 }] of places) {
      const ahead = (x2 - start9.x) * dx + (y2 - start9.y) * dy;
      const far = ahead + 2 * Math.abs((x2 - start9.x) * dy + (y2 - start9.y) * dx);
      if (one === from || ahead < EDGE || !one.made.matches("a")) continue;
      if (far < least) [best, least] = [one, far];
    }
    return best;
  };
  var EDGE = 4;
  var listen = (stage, svg2, { places }, { say, why: why2 }) => {
    const pieceAt = (target) => {
      const star = target?.closest(".star");
      return [...places.keys()].find(({ made }) => made === star);
    };
    const ask2 = (node2) => {
      stage.classList.toggle("asked", node2 >= 0);
      const near = light(svg2, node2);
      for (const { node: node3, made } of places.keys())
        made.classList.toggle("lit", near.has(node3) || made.classList.contains("middle"));
      say(node2);
    };
    const over = ({ target }) => {
      const end2 = target?.dataset?.end;
      const piece = pieceAt(target);
      ask2(Number(end2 ?? (piece?.made.matches("a") ? piece.node : -1)));
    };
    stage.addEventListener("pointerover", over);
    stage.addEventListener("focusin", over);
    stage.addEventListener("pointerleave", () => ask2(-1));
    stage.addEventListener("keydown", (event) => {
      const from = pieceAt(event.target);
      if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === " ") why2(from.node);
      else if (STEPS2[event.key]) {
        const found = nextTo(places, from, STEPS2[event.key]);
        if (found) [from.made.tabIndex, found.made.tabIndex] = [-1, 0];
        found?.made.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  };

  // src/focus_layout.ts
  var TURNS = 48;
  var STEPS3 = [0, 0.06, -0.06, 0.12, -0.12];
  var INNER = 0.5;
  var GRID = 10;
  var GAP = 6;
  var rectOf = ({ x: x2, y: y2 }, { wide, high }, gap = 0) => [
    x2 - wide / 2 - gap,
    y2 - high / 2 - gap,
    x2 + wide / 2 + gap,
    y2 + high / 2 + gap
  ];
  var roomAround = (taken) => {
    const room = freeRoom();
    taken.forEach(room.occupy);
    return room;
  };
  var isInside2 = (rect, area) => rect[0] >= area[0] && rect[1] >= area[1] && rect[2] <= area[2] && rect[3] <= area[3];
  var take = (room, area, point2, box) => {
    if (!isInside2(rectOf(point2, box), area) || !room.isFree(rectOf(point2, box, GAP / 2))) return false;
    room.occupy(rectOf(point2, box, GAP / 2));
    return true;
  };
  var nearest = (room, area, wanted, box) => {
    let [best, least] = [null, Infinity];
    for (let x2 = area[0] + box.wide / 2; x2 <= area[2] - box.wide / 2; x2 += GRID)
      for (let y2 = area[1] + box.high / 2; y2 <= area[3] - box.high / 2; y2 += GRID) {
        const far = Math.hypot(x2 - wanted.x, y2 - wanted.y);
        if (far < least && room.isFree(rectOf({ x: x2, y: y2 }, box, GAP / 2))) [best, least] = [{ x: x2, y: y2 }, far];
      }
    return best;
  };
  var aside = (step2) => step2 % 2 ? (step2 + 1) / 2 : -step2 / 2;
  var ringsOf = (weights2, rings2) => {
    const order2 = weights2.map((_, at4) => at4).sort((a, b) => weights2[b] - weights2[a] || a - b);
    const found = new Array(weights2.length);
    const parts2 = rings2 * (rings2 + 1) / 2;
    order2.forEach((at4, rank) => {
      const share = (rank + 0.5) / weights2.length * parts2;
      let ring = 0;
      while (ring < rings2 - 1 && share > (ring + 1) * (ring + 2) / 2) ring += 1;
      found[at4] = ring;
    });
    return found;
  };
  var onRings = (items, {
    area,
    room,
    boxOf: boxOf2,
    ringOf,
    rings: rings2
  }) => {
    const middle = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
    const placed = { at: /* @__PURE__ */ new Map(), left: [] };
    const onRing = (ring) => items.filter((item) => ringOf(item) === ring);
    const tryAt = (item, factor, direction) => {
      const box = boxOf2(item);
      const reach = { x: (area[2] - area[0] - box.wide) / 2, y: (area[3] - area[1] - box.high) / 2 };
      const point2 = {
        x: middle.x + reach.x * factor * Math.cos(direction),
        y: middle.y + reach.y * factor * Math.sin(direction)
      };
      if (!take(room, area, point2, box)) return false;
      placed.at.set(item, point2);
      return true;
    };
    const place2 = (item, factor, direction) => {
      for (const step2 of STEPS3)
        for (let turn2 = 0; turn2 < TURNS / 2; turn2 += 1) {
          const away = direction + 2 * Math.PI * aside(turn2) / TURNS;
          if (factor + step2 <= 1 && tryAt(item, factor + step2, away)) return true;
        }
      return false;
    };
    const late = [];
    for (let ring = 0; ring < rings2; ring += 1) {
      const members = onRing(ring);
      const start9 = -Math.PI / 2 + ring * Math.PI / Math.max(2, members.length);
      members.forEach((item, at4) => {
        const direction = start9 + 2 * Math.PI * at4 / members.length;
        const factor = rings2 > 1 ? INNER + (1 - INNER) * ring / (rings2 - 1) : INNER;
        if (place2(item, factor, direction)) return;
        const reach = { x: factor * (area[2] - area[0]) / 2, y: factor * (area[3] - area[1]) / 2 };
        late.push([
          item,
          { x: middle.x + reach.x * Math.cos(direction), y: middle.y + reach.y * Math.sin(direction) }
        ]);
      });
    }
    for (const [item, wanted] of late) {
      const point2 = nearest(room, area, wanted, boxOf2(item));
      if (point2 && take(room, area, point2, boxOf2(item))) placed.at.set(item, point2);
      else placed.left.push(item);
    }
    return placed;
  };
  var onTime = (items, {
    area,
    room,
    boxOf: boxOf2,
    xOf
  }) => {
    const placed = { at: /* @__PURE__ */ new Map(), left: [] };
    const middle = (area[1] + area[3]) / 2;
    const step2 = 8;
    for (const item of items) {
      const box = boxOf2(item);
      const x2 = Math.max(area[0] + box.wide / 2, Math.min(area[2] - box.wide / 2, xOf(item)));
      const tries = Math.ceil((area[3] - area[1]) / step2);
      let done = false;
      for (let turn2 = 0; turn2 < tries && !done; turn2 += 1) {
        const point2 = { x: x2, y: middle + step2 * aside(turn2) };
        done = take(room, area, point2, box);
        if (done) placed.at.set(item, point2);
      }
      if (!done) placed.left.push(item);
    }
    return placed;
  };
  var inColumns = (groups2, { area, boxOf: boxOf2, bulge }) => {
    const placed = { at: /* @__PURE__ */ new Map(), left: [] };
    const length = (group3) => [group3.head, ...group3.members].reduce((sum2, item) => sum2 + boxOf2(item).high + GAP, 2 * GAP);
    const whole4 = groups2.reduce((sum2, group3) => sum2 + length(group3), 0);
    const columns2 = [[], []];
    let sum = 0;
    for (const group3 of groups2) {
      columns2[sum + length(group3) / 2 <= whole4 / 2 || !columns2[0].length ? 0 : 1].push(group3);
      sum += length(group3);
    }
    columns2.forEach((column2, side) => {
      const broad = Math.max(
        0,
        ...column2.flatMap(({ head: head4, members }) => [head4, ...members]).map((item) => boxOf2(item).wide)
      );
      const high = column2.reduce((total, group3) => total + length(group3), 0);
      let y2 = Math.max(area[1], (area[1] + area[3] - high) / 2);
      const put = (item) => {
        const box = boxOf2(item);
        if (y2 + box.high > area[3]) return false;
        const off = 2 * (y2 + box.high / 2 - area[1]) / Math.max(1, area[3] - area[1]) - 1;
        const inward = bulge * off * off;
        const edge = inward + broad - box.wide / 2;
        const x2 = side ? area[2] - edge : area[0] + edge;
        placed.at.set(item, { x: x2, y: y2 + box.high / 2 });
        y2 += box.high + GAP;
        return true;
      };
      for (const { head: head4, members } of column2) {
        y2 += GAP;
        const fits = members.length > 0 && y2 + boxOf2(head4).high + GAP + boxOf2(members[0]).high <= area[3];
        if (fits) put(head4);
        for (const item of members) if (!fits || !put(item)) placed.left.push(item);
        y2 += GAP;
      }
    });
    return placed;
  };

  // src/focus_stage.ts
  var RINGS = 3;
  var EDGE2 = 4;
  var AXIS = 24;
  var DAY = 864e5;
  var date2 = (node2) => /^\d{4}/.test(nodes.date[node2]) ? nodes.date[node2].slice(0, 7) : "";
  var dayOf = (node2) => node2 >= 0 && isPaper(node2) ? Date.parse(nodes.date[node2].slice(0, 10)) : Number.NaN;
  var isDated = ({ papers: papers2 }) => {
    const days = papers2.map(({ node: node2 }) => dayOf(node2)).filter(Number.isFinite);
    return new Set(days).size > 1;
  };
  var tinted = (node2) => {
    const made = icon(nodes.kind[node2]);
    made.style.setProperty("--tint", ofNode2(node2));
    return made;
  };
  var paperPiece = ({ node: node2, says }) => {
    const small = [says, date2(node2)].filter(Boolean).join(" · ");
    const look = { class: "star", tabindex: "-1", title: nodes.label[node2] };
    const made = nodeLink(node2, "", {
      ...look,
      "aria-label": [nodes.label[node2], small].filter(Boolean).join(", ")
    });
    made.append(
      el("span", { class: "count" }, tinted(node2), small),
      foreign(nodes.label[node2], { class: "label" })
    );
    return made;
  };
  var outerPiece = ({ node: node2, says }) => {
    const title2 = `${nodes.label[node2]}: ${says}`;
    const made = nodeLink(node2, "", { class: "star outer", tabindex: "-1", title: title2, "aria-label": title2 });
    made.append(tinted(node2), foreign(nodes.label[node2], { class: "label" }));
    return made;
  };
  var middlePiece = (node2, name3) => el(
    "div",
    { class: "star middle" },
    node2 >= 0 ? tinted(node2) : swatch(name3),
    foreign(name3, { class: "label" })
  );
  var measure2 = (piece) => {
    const [box, dot] = [piece.made, piece.made.querySelector(".icon")].map(
      (one) => one?.getBoundingClientRect()
    );
    if (!box) return;
    piece.box = { wide: box.width, high: box.height };
    const middle = piece.made.classList.contains("middle");
    if (dot && !middle)
      piece.hook = {
        x: dot.x + dot.width / 2 - box.x - box.width / 2,
        y: dot.y + dot.height / 2 - box.y - box.height / 2
      };
  };
  var piecesOn = (stage, members, [node2, name3]) => {
    const piece = (made, node3 = -1, weight2 = 0) => {
      stage.append(made);
      return { made, node: node3, weight: weight2, box: { wide: 0, high: 0 }, hook: { x: 0, y: 0 } };
    };
    const middle = piece(middlePiece(node2, name3), node2, 1);
    const papers2 = members.papers.map((one) => piece(paperPiece(one), one.node, one.weight));
    const groups2 = members.groups.map((group3) => ({
      head: piece(el("p", { class: "group" }, group3.title)),
      members: group3.members.map((one) => piece(outerPiece(one), one.node, one.weight))
    }));
    const all3 = [middle, ...papers2, ...groups2.flatMap((group3) => [group3.head, ...group3.members])];
    all3.forEach(measure2);
    return { middle, papers: papers2, groups: groups2, all: all3 };
  };
  var ticks = ([first2, last], xOf, y2) => {
    const steps = 4;
    const days = Array.from({ length: steps + 1 }, (_, at4) => first2 + (last - first2) * at4 / steps);
    const digits = last - first2 > 100 * DAY ? 7 : 10;
    return [...new Map(days.map((day2) => [new Date(day2).toISOString().slice(0, digits), day2]))].map(
      ([text2, day2]) => {
        const made = el("p", { class: "tick count" }, text2);
        made.style.left = `${xOf(day2)}px`;
        made.style.top = `${y2}px`;
        return made;
      }
    );
  };
  var boxOf = ({ box }) => box;
  var alongTime = (pieces, area) => {
    const { middle, papers: papers2 } = pieces;
    const days = [...papers2, middle].map(({ node: node2 }) => dayOf(node2)).filter(Number.isFinite);
    const ends2 = [Math.min(...days), Math.max(...days)];
    const margin = (papers2[0]?.box.wide ?? 0) / 2;
    const [left, right] = [area[0] + margin, area[2] - margin];
    const xOf = (day2) => left + (right - left) * (day2 - ends2[0]) / Math.max(1, ends2[1] - ends2[0]);
    const own2 = dayOf(middle.node);
    const half = middle.box.wide / 2;
    const at4 = Number.isFinite(own2) ? { x: Math.max(area[0] + half, Math.min(area[2] - half, xOf(own2))), y: (area[1] + area[3]) / 2 } : { x: (area[0] + area[2]) / 2, y: area[1] + middle.box.high / 2 };
    const known2 = papers2.filter(({ node: node2 }) => Number.isFinite(dayOf(node2)));
    const room = roomAround([rectOf(at4, middle.box, 8)]);
    const placed = onTime(known2, { area, room, boxOf, xOf: ({ node: node2 }) => xOf(dayOf(node2)) });
    return { places: new Map([[middle, at4], ...placed.at]), ticks: ticks(ends2, xOf, area[3] + 2) };
  };
  var aroundMiddle = (pieces, area) => {
    const { middle, papers: papers2, groups: groups2 } = pieces;
    const outside2 = inColumns(groups2, { area, boxOf, bulge: Math.min(40, (area[2] - area[0]) / 30) });
    const at4 = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
    for (const [piece, { x: x2 }] of outside2.at) {
      if (x2 > at4.x) continue;
      piece.made.classList.add("left");
      piece.hook = { ...piece.hook, x: -piece.hook.x };
    }
    const taken = [...outside2.at].map(([piece, point2]) => rectOf(point2, piece.box));
    const room = roomAround([rectOf(at4, middle.box, 8), ...taken]);
    const rings2 = ringsOf(
      papers2.map(({ weight: weight2 }) => weight2),
      RINGS
    );
    const ring = new Map(papers2.map((piece, index2) => [piece, rings2[index2]]));
    const inside = onRings(papers2, {
      area,
      room,
      boxOf,
      rings: RINGS,
      ringOf: (piece) => ring.get(piece) ?? 0
    });
    return { places: new Map([[middle, at4], ...outside2.at, ...inside.at]), ticks: [] };
  };
  var placeOn = (stage, members, middle, inTime2) => {
    const [wide, high] = [stage.clientWidth, stage.clientHeight];
    const area = [EDGE2, EDGE2, wide - EDGE2, high - EDGE2 - (inTime2 ? AXIS : 0)];
    const pieces = piecesOn(stage, members, middle);
    const { places, ticks: ticks2 } = (inTime2 ? alongTime : aroundMiddle)(pieces, area);
    for (const piece of pieces.all) {
      const point2 = places.get(piece);
      if (!point2) piece.made.remove();
      else {
        piece.made.style.left = `${point2.x - piece.box.wide / 2}px`;
        piece.made.style.top = `${point2.y - piece.box.high / 2}px`;
      }
    }
    return { middle: pieces.middle, places, wide, high, ticks: ticks2 };
  };

  // src/focus.ts
  var MOST = 40;
  var NARROW = 560;
  var panel = byId("focus");
  var timed = false;
  var listed = false;
  var hasMiddle = () => now.selected >= 0 || topic.has(now.topic);
  var isOn = () => now.focus && now.main === "map" && hasMiddle();
  var name2 = () => now.selected >= 0 ? nodes.label[now.selected] : now.topic;
  var leave = () => {
    const on3 = isOn();
    if (on3) focusOn(false);
    return on3;
  };
  var toggle = () => {
    if (!hasMiddle()) return;
    const on3 = isOn();
    if (now.main !== "map") show("map");
    focusOn(!on3);
  };
  var opener = () => {
    const look = { class: "ask", title: "Lay the neighbourhood out (F)", "data-focus": "" };
    return button({ ...look, "aria-pressed": String(isOn()) }, "Focus", toggle);
  };
  var why = (node2) => {
    if (now.selected >= 0 && node2 !== now.selected) pathTo(node2);
  };
  var asList = (members) => {
    const row4 = ({ node: node2, says, edge }) => {
      const label = `Why ${nodes.label[node2].slice(0, 60)}`;
      return named2(
        node2,
        says,
        edge >= 0 ? button({ class: "more", "aria-label": label }, "Why", () => why(node2)) : null
      );
    };
    const part2 = (title2, list3) => list3.length ? section(title2, ...listing(list3, row4, { class: "tight" })) : null;
    return [part2("Papers", members.papers), ...members.groups.map((group3) => part2(group3.title, group3.members))];
  };
  var restList = (left) => el(
    "div",
    { class: "rest", role: "region", "aria-label": "The others" },
    ...listing(left, ({ node: node2, says }) => named2(node2, says), { class: "tight" }, 30)
  );
  var head = (members, left) => {
    const again = (change, focused) => () => {
      change();
      render();
      panel.querySelector(focused)?.focus();
    };
    const choice2 = (label, value) => {
      const turn2 = () => {
        timed = value;
      };
      return button(
        { "aria-pressed": String(timed === value) },
        label,
        again(turn2, ".segments [aria-pressed=true]")
      );
    };
    const open3 = () => {
      listed = !listed;
    };
    const more = `and ${left.toLocaleString("en")} more`;
    return el(
      "div",
      { class: "view-head" },
      button({ class: "ask back" }, "← Map", leave),
      el("h2", { class: "unseen" }, "Around ", foreign(name2())),
      isDated(members) && panel.clientWidth >= NARROW ? el(
        "div",
        { class: "segments", role: "group", "aria-label": "Papers" },
        choice2("By weight", false),
        choice2("By time", true)
      ) : null,
      left && panel.clientWidth >= NARROW ? button(
        { class: "ask", "aria-expanded": String(listed), "data-rest": "" },
        more,
        again(open3, "[data-rest]")
      ) : null
    );
  };
  var sayIn = (bar2, all3) => async (node2) => {
    const edge = all3.find((one) => one.node === node2)?.edge ?? -1;
    bar2.dataset.node = String(node2);
    const texts2 = edge >= 0 ? await texts() : null;
    if (bar2.dataset.node !== String(node2)) return;
    const reason2 = texts2 && (texts2.reason[edge] || texts2.evidence[edge]);
    bar2.textContent = node2 < 0 ? HINT : reason2 || nodes.label[node2];
  };
  var HINT = "Point at a line for the reason, click it for the sentences; click a name to move there.";
  var asStage = (members) => {
    const inTime2 = timed && isDated(members);
    const label = `Around ${name2().slice(0, 80)}: arrow keys step, Enter moves there, Space says why`;
    const stage = el("div", { class: "stage", role: "group", "aria-label": label });
    const bar2 = el("p", { class: "why muted" });
    panel.replaceChildren(head(members, 1), stage, bar2);
    const seen = readable(inTime2 ? { ...members, groups: [] } : members, MOST);
    const placement = placeOn(stage, seen, [now.selected, name2()], inTime2);
    const { middle, places, wide, high, ticks: ticks2 } = placement;
    const anchors = new Map(
      [...places].filter(([{ node: node2 }]) => node2 >= 0).map(([{ node: node2, hook }, { x: x2, y: y2 }]) => [node2, { x: x2 + hook.x, y: y2 + hook.y }])
    );
    const all3 = [...members.papers, ...members.groups.flatMap((group3) => group3.members)];
    const weights2 = new Map([...places.keys()].map(({ node: node2, weight: weight2 }) => [node2, weight2]));
    const weightOf = (node2) => Math.min(1, weights2.get(node2) ?? 0);
    const svg2 = linesOf({ wide, high, anchors, middle: middle.node, weightOf }, why);
    for (const line3 of svg2.querySelectorAll(".spoke"))
      line3.classList.toggle("chosen", line3.dataset.end === String(now.target));
    stage.prepend(svg2, ...ticks2);
    const left = all3.filter(({ node: node2 }) => !anchors.has(node2));
    panel.replaceChild(head(members, left.length), panel.children[0]);
    if (left.length && listed) panel.append(restList(left));
    stage.querySelector("a")?.setAttribute("tabindex", "0");
    bar2.textContent = all3.length ? HINT : "Nothing that passes the filters is linked with it.";
    listen(stage, svg2, placement, { say: sayIn(bar2, all3), why });
    arrive(stage, svg2, placement);
  };
  var render = () => {
    const on3 = isOn();
    panel.hidden = !on3;
    document.body.classList.toggle("with-focus", on3);
    for (const made of document.querySelectorAll("[data-focus]")) made.setAttribute("aria-pressed", String(on3));
    if (!on3) {
      forget();
      panel.replaceChildren();
      return;
    }
    panel.setAttribute("aria-label", `Neighbourhood of ${name2().slice(0, 80)}`);
    const held = panel.contains(document.activeElement) && document.activeElement?.matches("[data-node]");
    const members = membersOf(now);
    const style = getComputedStyle(panel);
    const wide = panel.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (wide >= NARROW) asStage(members);
    else panel.replaceChildren(head(members, 0), el("div", { class: "scroll" }, ...present(asList(members))));
    if (held) panel.querySelector("a[tabindex='0'], .scroll a")?.focus();
  };
  var refresh = render;
  var onKey = (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (event.key.toLowerCase() !== "f" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    toggle();
  };
  var start3 = () => {
    on(["selection", "focus", "main", "colour"], (now4, changed) => {
      if (changed.includes("selected")) listed = false;
      if (now4.focus && !hasMiddle()) queueMicrotask(() => !hasMiddle() && focusOn(false));
      render();
    });
    on2(() => {
      if (isOn()) render();
    });
    document.addEventListener("keydown", onKey);
    byId("canvas").addEventListener("dblclick", () => {
      if (hasMiddle() && !now.focus) focusOn(true);
    });
    let size3 = "";
    new ResizeObserver(([{ contentRect }]) => {
      const now4 = `${Math.round(contentRect.width)} ${Math.round(contentRect.height)}`;
      if (isOn() && now4 !== size3) render();
      size3 = now4;
    }).observe(panel);
    render();
  };

  // src/card_topic.ts
  var particular = ({ particular: words, members }) => {
    const found = new Map(members.map((node2) => [nodes.label[node2], node2]));
    const tags = words.map((word) => {
      const node2 = found.get(word);
      return node2 === void 0 ? foreign(word, { class: "tag" }) : nodeLink(node2, word, { class: `tag ${nodes.kind[node2]}` });
    });
    return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
  };
  var subtopicRow = ({ name: name3, papers: papers2 }) => el(
    "li",
    { class: "subtopic" },
    button(
      { class: "pick" },
      [swatch(name3), foreign(name3, { class: "grow" })],
      () => showTopic(name3)
    ),
    el("span", { class: "count" }, plural(papers2, "paper"))
  );
  var cardTopic = (topic4) => {
    const { name: name3, parent, papers: papers2, subtopics, central } = topic4;
    return [
      el("h2", { dir: "auto" }, name3),
      meta(
        plural(papers2, "paper"),
        subtopics.length ? plural(subtopics.length, "subtopic") : ""
      ),
      parent ? el("div", { class: "chips" }, chip(parent)) : null,
      el("div", { class: "actions" }, opener()),
      particular(topic4),
      subtopics.length ? section("Subtopics", ...listing(subtopics, subtopicRow, { class: "tight" }, 8)) : null,
      central.length ? section(
        "Most central papers",
        ...listing(central, (node2) => named2(node2), { class: "tight" })
      ) : null
    ];
  };

  // src/compare.ts
  var compare_exports = {};
  __export(compare_exports, {
    has: () => has,
    isAsked: () => isAsked,
    pinOf: () => pinOf,
    start: () => start5,
    toggle: () => toggle2
  });

  // src/xml.ts
  var MARKS = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "	": "&#9;"
  };
  var lineEnds = (text2, wrap) => text2.replace(/[\u0085\u2028]/g, (sign) => wrap(`&#${sign.charCodeAt(0)};`));
  var legal = (text2) => text2.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  var attribute = (text2) => lineEnds(
    legal(text2).replace(/[&<>"\n\t]/g, (sign) => MARKS[sign]),
    (reference) => reference
  );
  var content2 = (text2) => {
    const clean = legal(text2);
    if (!/[&<]|\]\]>/.test(clean)) return lineEnds(clean, (reference) => reference);
    const cut = clean.replaceAll("]]>", "]]]]><![CDATA[>");
    return `<![CDATA[${lineEnds(cut, (reference) => `]]>${reference}<![CDATA[`)}]]>`;
  };

  // src/tables.ts
  var columns = (table5) => table5;
  var broader = nodes.broader.some(Boolean) ? ["broader"] : [];
  var NODE_TEXTS = [
    ...["label", "kind", "papers", "topic", "topic_id", "subtopic", "subtopic_id"],
    ...["date", "url", "sources", "aliases"],
    ...broader,
    "abstract"
  ];
  var NODE_TYPES = {
    papers: "int",
    x: "double",
    y: "double",
    size: "double",
    r: "int",
    g: "int",
    b: "int"
  };
  var NODE_NAMES = [...NODE_TEXTS, "x", "y", "size", "r", "g", "b"];
  var EDGE_NAMES = [
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
    "reason"
  ];
  var EDGE_TYPES = {
    weight: "double",
    confidence: "double",
    salience: "double",
    mentions: "int",
    shared_count: "int"
  };
  var nodeRows = (texts2) => nodes.id.filter((i) => now2.listed[i]).map((i) => {
    const [r, g, b] = colours[nodes.kind[i]] || [];
    const drawn2 = { abstract: texts2.abstract[i], r, g, b };
    return {
      id: nodes.key[i],
      ...Object.fromEntries(
        NODE_NAMES.map((name3) => [name3, drawn2[name3] ?? columns(nodes)[name3]?.[i] ?? ""])
      )
    };
  });
  var edgeRow = (texts2) => (line3) => {
    const edge = now3.edge[line3];
    const ends2 = { source: nodes.key[now3.a[line3]], target: nodes.key[now3.b[line3]] };
    const relation3 = nameOf(line3);
    const id = `${ends2.source}--${relation3}--${ends2.target}`;
    if (edge < 0) return { id, ...ends2, relation: relation3, weight: now3.weight[line3] };
    const shared2 = texts2.shared[edge];
    const count2 = { shared_count: shared2 ? split(shared2).length : "" };
    const own2 = Object.fromEntries(
      EDGE_NAMES.map((name3) => [
        name3,
        count2[name3] ?? columns(texts2)[name3]?.[edge] ?? columns(edges)[name3]?.[edge]
      ])
    );
    for (const name3 of Object.keys(EDGE_TYPES)) if (own2[name3] === 0) own2[name3] = "";
    return { ...own2, id, ...ends2, relation: relation3 };
  };
  var edgeRows = (texts2) => {
    const all3 = Array.from({ length: now3.count }, (_, line3) => line3).filter(isListed);
    return all3.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow(texts2));
  };
  var cell = (value) => {
    const text2 = String(value ?? "");
    return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
  };
  var csvOf = (list3) => list3.map((row4) => `${row4.map(cell).join(",")}
`).join("");
  var csv = (heads2, names4, list3) => csvOf([heads2, ...list3.map((row4) => names4.map((name3) => row4[name3]))]);
  var nodeTable = async () => {
    const rest3 = NODE_NAMES.filter((name3) => name3 !== "label");
    return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows(await texts()));
  };
  var edgeTable = async () => {
    const rest3 = EDGE_NAMES.filter((name3) => name3 !== "weight");
    const list3 = edgeRows(await texts()).map((row4) => ({ ...row4, type: "Directed" }));
    const heads2 = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
    return csv(heads2, ["source", "target", "type", "relation", "id", "weight", ...rest3], list3);
  };
  var key = (id, of, name3, type = "string") => `<key id="${id}" for="${of}" attr.name="${name3}" attr.type="${type}"/>
`;
  var data2 = (row4, names4) => names4.filter((name3) => row4[name3] !== "" && row4[name3] !== void 0).map((name3) => `<data key="${name3}">${content2(String(row4[name3]))}</data>
`).join("");
  var graphml = async () => {
    const texts2 = await texts();
    const id = attribute;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
      ...NODE_NAMES.map((name3) => key(name3, "node", name3, NODE_TYPES[name3])),
      key("edgelabel", "edge", "label"),
      ...EDGE_NAMES.map((name3) => key(name3, "edge", name3, EDGE_TYPES[name3])),
      '<graph edgedefault="directed">\n',
      ...nodeRows(texts2).map((row4) => `<node id="${id(String(row4.id))}">
${data2(row4, NODE_NAMES)}</node>
`),
      ...edgeRows(texts2).map(
        (row4) => `<edge id="${id(row4.id)}" source="${id(row4.source)}" target="${id(row4.target)}" label="${id(row4.relation)}">
<data key="edgelabel">${content2(row4.relation)}</data>
${data2(row4, EDGE_NAMES)}</edge>
`
      ),
      "</graph>\n</graphml>\n"
    ].join("");
  };

  // src/compare_files.ts
  var labels = (items) => items.map((node2) => nodes.label[node2]);
  var shareName = ({ sets }, names4) => sets.length === names4.length ? names4.length === 2 ? "both" : `all ${names4.length}` : `${sets.length > 1 ? "" : "only "}${sets.map((at4) => names4[at4]).join(" and ")}`;
  var cellOf = (value, papers2) => papers2 ? value < 0 ? "" : RELATIONS[edges.relation[value]]?.edge ?? edges.relation[value] : value;
  var first = (item) => {
    const paper = earliest(linked(now, item).keys());
    return paper < 0 ? "" : `${nodes.label[paper]} (${nodes.date[paper]})`;
  };
  var facts = (items) => {
    const papers2 = isPaper(items[0]);
    if (papers2)
      return [
        ["date", ...items.map((item) => nodes.date[item])],
        ["names", ...setsOf(now, items).map((set) => set.size)]
      ];
    const series = items.map((item) => byTime(linked(now, item).keys()));
    return [
      ["papers", ...setsOf(now, items).map((set) => set.size)],
      ["first paper", ...items.map(first)],
      ...corpus.bins.names.map((name3, bin) => [name3, ...series.map((one) => one[bin])])
    ];
  };
  var parts = (items) => shares(setsOf(now, items)).map((share) => [
    shareName(share, labels(items)),
    ...items.map((_, at4) => share.sets.includes(at4) ? share.members.length : "")
  ]);
  var linesOf2 = (items) => (isPaper(items[0]) ? sharedNames2 : sharedCompany)(now, items);
  var named3 = (items) => linesOf2(items).map(({ node: node2, cells }) => [
    KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2],
    [nodes.label[node2], ...cells.map((value) => cellOf(value, isPaper(items[0])))]
  ]);
  var asCsv = (items) => csvOf([
    ["section", "name", ...labels(items)],
    ...facts(items).map((row4) => ["facts", ...row4]),
    ...parts(items).map((row4) => ["in common and apart", ...row4]),
    ...named3(items).map(([kind, row4]) => [kind, ...row4])
  ]);
  var plain = (text2) => String(text2).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
  var line = (cells) => `| ${cells.map(plain).join(" | ")} |`;
  var table3 = (heads2, body3) => [line(heads2), `|${" --- |".repeat(heads2.length)}`, ...body3.map(line)].join("\n");
  var MOST2 = 30;
  var asMarkdown = (items) => {
    const names4 = labels(items);
    const shared2 = named3(items).slice(0, MOST2);
    const parted = shares(setsOf(now, items));
    const nouns = isPaper(items[0]) ? "Names" : "Papers";
    return [
      `# ${names4.map(plain).join(" and ")}`,
      table3(["", ...names4], facts(items)),
      `## ${nouns} in common and apart`,
      table3(
        ["", nouns],
        parted.map((share) => [shareName(share, names4), share.members.length])
      ),
      ...shared2.length ? [
        "## Named with them",
        table3(
          ["", "kind", ...names4],
          shared2.map(([kind, [name3, ...cells]]) => [name3, kind, ...cells])
        )
      ] : [],
      ...parted.filter(({ sets, members }) => sets.length > 1 && members.length).map(
        (share) => `## Of ${plain(shareName(share, names4))}

${share.members.slice(0, MOST2).map(
          (node2) => `- ${plain(nodes.label[node2])}${nodes.date[node2] ? ` (${plain(nodes.date[node2])})` : ""}`
        ).join("\n")}`
      ),
      ""
    ].join("\n\n");
  };

  // src/svg_backend.ts
  var svgBackend = (width, height, background3) => {
    const measuring = document.createElement("canvas").getContext("2d");
    const parts2 = [];
    const saved = [];
    const look = () => ({
      fillStyle: "#000",
      strokeStyle: "#000",
      lineWidth: 1,
      globalAlpha: 1,
      font: "10px sans-serif",
      textAlign: "start",
      textBaseline: "alphabetic",
      lineJoin: "miter"
    });
    let matrix = { a: 1, d: 1, e: 0, f: 0 };
    let path2 = "";
    const round = (value) => String(Math.round(value * 100) / 100);
    const at4 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
    const alpha = (name3) => pen.globalAlpha < 1 ? ` ${name3}-opacity="${round(pen.globalAlpha)}"` : "";
    const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
    const text2 = (words, x2, y2, attributes) => {
      const font = attribute(pen.font);
      parts2.push(
        `<text transform="translate(${at4(x2, y2)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${content2(words)}</text>`
      );
    };
    const pen = {
      ...look(),
      canvas: { width, height },
      getTransform: () => matrix,
      setTransform: (a, _b, _c, d, e, f) => {
        matrix = { a, d, e, f };
      },
      save: () => {
        const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin } = pen;
        const looked = {
          fillStyle,
          strokeStyle,
          lineWidth,
          globalAlpha,
          font,
          textAlign,
          textBaseline,
          lineJoin
        };
        saved.push([matrix, looked]);
      },
      restore: () => {
        const [was, looked] = saved.pop() ?? [matrix, {}];
        matrix = was;
        Object.assign(pen, looked);
      },
      beginPath: () => {
        path2 = "";
      },
      moveTo: (x2, y2) => {
        path2 += `M${at4(x2, y2)}`;
      },
      lineTo: (x2, y2) => {
        path2 += `L${at4(x2, y2)}`;
      },
      closePath: () => {
        path2 += "Z";
      },
      rect: (x2, y2, w, h) => {
        path2 += `M${at4(x2, y2)}L${at4(x2 + w, y2)}L${at4(x2 + w, y2 + h)}L${at4(x2, y2 + h)}Z`;
      },
      fillRect: (x2, y2, w, h) => {
        const kept = path2;
        path2 = "";
        pen.rect(x2, y2, w, h);
        pen.fill();
        path2 = kept;
      },
      // Only whole circles are needed.
      arc: (x2, y2, r) => {
        const turn2 = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
        path2 += `M${at4(x2 + r, y2)}${turn2} ${at4(x2 - r, y2)}${turn2} ${at4(x2 + r, y2)}Z`;
      },
      fill: () => {
        if (path2)
          parts2.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
      },
      stroke: () => {
        if (path2) parts2.push(`<path d="${path2}" ${lineLook()}/>`);
      },
      fillText: (words, x2, y2) => text2(words, x2, y2, `fill="${attribute(String(pen.fillStyle))}"`),
      strokeText: (words, x2, y2) => text2(words, x2, y2, lineLook()),
      measureText: (words) => {
        measuring.font = pen.font;
        return measuring.measureText(words);
      },
      finish: (title2) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${content2(title2)}</title>
<rect width="100%" height="100%" fill="${attribute(background3)}"/>
${parts2.join("\n")}
</svg>
`
    };
    return pen;
  };

  // src/picture.ts
  var sheet = byId("print");
  var SHARP = 2;
  var aim = (ctx, { x: x2, y: y2, zoom: zoom2, width, height }, ratio) => {
    const scale = zoom2 * ratio;
    ctx.setTransform(scale, 0, 0, scale, width / 2 * ratio - x2 * scale, height / 2 * ratio - y2 * scale);
  };
  var onCanvas = (view4) => {
    const canvas2 = el("canvas", { width: String(view4.width * SHARP), height: String(view4.height * SHARP) });
    const ctx = canvas2.getContext("2d");
    ctx.fillStyle = own.ground;
    ctx.fillRect(0, 0, canvas2.width, canvas2.height);
    aim(ctx, view4, SHARP);
    all(ctx, { ratio: SHARP });
    return canvas2;
  };
  var png = () => new Promise((done, fail) => {
    onCanvas(free()).toBlob(
      (blob) => blob ? done(blob) : fail(new Error("the picture is too large for this browser")),
      "image/png"
    );
  });
  var svg = () => {
    const view4 = free();
    const pen = svgBackend(view4.width, view4.height, own.ground);
    aim(pen, view4, 1);
    all(pen, { ratio: 1 });
    return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
  };
  var whole2 = () => {
    const box = bounds(nodes.id);
    const width = 1e3;
    if (!box) return { x: 0, y: 0, zoom: 1, width, height: 100 };
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    const height = Math.round(Math.min(1250, Math.max(400, (width - 80) * high / wide + 80)));
    const zoom2 = Math.min((width - 80) / wide, (height - 80) / high, 2);
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: zoom2, width, height };
  };
  var key2 = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.print = "";
    dress();
    stale();
    sheet.replaceChildren(onCanvas(whole2()), el("p", { class: "key" }, ...key2()));
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    sheet.replaceChildren();
    restyle();
  });

  // src/export_menu.ts
  var opener2 = byId("save");
  var menu = byId("save-menu");
  var status = byId("save-status");
  var UTF8 = "charset=utf-8";
  var STEPS4 = { ArrowDown: 1, ArrowUp: -1 };
  var stem = () => {
    const words = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    const { view: view4 } = now;
    return [words.slice(0, 60) || "graph", view4 === "full" ? "" : view4].filter(Boolean).join("-");
  };
  var download = (blob, ending) => {
    const href = URL.createObjectURL(blob);
    const name3 = `${stem()}${ending}`;
    el("a", { href, download: name3 }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1e4);
    return `Saved ${name3}`;
  };
  var text = (make, type, ending) => async () => download(new Blob([await make()], { type: `${type};${UTF8}` }), ending);
  var copy = async () => {
    await navigator.clipboard.writeText(location.href);
    return "Link copied";
  };
  var THINGS = [
    ["Picture (PNG)", async () => download(await png(), ".png")],
    ["Picture (SVG)", async () => download(svg(), ".svg")],
    ["Nodes (CSV)", text(nodeTable, "text/csv", ".nodes.csv")],
    ["Links (CSV)", text(edgeTable, "text/csv", ".edges.csv")],
    ["Graph (GraphML)", text(graphml, "application/xml", ".graphml")],
    ...navigator.clipboard && window.top === window ? [["Copy link to this view", copy]] : [],
    [
      "Print …",
      async () => {
        window.print();
        return void 0;
      }
    ]
  ];
  var open = (wanted) => {
    menu.hidden = !wanted;
    opener2.setAttribute("aria-expanded", String(wanted));
  };
  var run = (act) => async () => {
    open(false);
    opener2.focus();
    try {
      status.textContent = await act() || "";
    } catch (error) {
      status.textContent = `That did not work: ${error instanceof Error ? error.message : error}`;
    }
  };
  menu.append(
    el("p", { class: "muted" }, "What is shown, as"),
    ...THINGS.map(([title2, act]) => button({}, title2, run(act)))
  );
  opener2.addEventListener("click", () => {
    open(menu.hidden);
    if (!menu.hidden) menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const all3 = [...menu.querySelectorAll("button")];
    const step2 = STEPS4[event.key];
    if (event.key === "Escape") {
      open(false);
      opener2.focus();
    } else if (step2)
      all3[(all3.indexOf(document.activeElement) + step2 + all3.length) % all3.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target) && target !== opener2) open(false);
  });

  // src/search.ts
  var search_exports = {};
  __export(search_exports, {
    ask: () => ask,
    find: () => find,
    focus: () => focus
  });

  // src/grade.ts
  var fold2 = (text2) => text2.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  var loose = (text2) => text2.replace(/[\s_-]+/g, "");
  var grade = (folded, query, words) => {
    if (folded === query) return 0;
    if (folded.startsWith(query)) return 1;
    const found = folded.indexOf(query);
    if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
    if (loose(query) !== "" && loose(folded).startsWith(loose(query))) return 3;
    return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
  };

  // src/search.ts
  var input = byId("search");
  var list2 = byId("suggestions");
  var status2 = byId("search-status");
  var LIMIT = 12;
  var index = null;
  var hits = [];
  var active = -1;
  var answer = null;
  var usual = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };
  var build = () => nodes.id.map(
    (node2) => [nodes.label[node2], ...split(nodes.aliases[node2])].map((name3) => ({
      name: name3,
      folded: fold2(name3)
    }))
  );
  var find = (text2) => {
    const query = fold2(text2.trim());
    if (query === "") return [];
    index = index || build();
    const words = query.split(/\s+/);
    const found = [];
    index.forEach((names4, node2) => {
      let best = null;
      for (const [rank, { name: name3, folded }] of names4.entries()) {
        const score = grade(folded, query, words);
        if (score >= 0 && (!best || score * 2 + Number(rank > 0) < best.score)) {
          best = { node: node2, score: score * 2 + Number(rank > 0), alias: rank > 0 ? name3 : "" };
        }
      }
      if (best) found.push(best);
    });
    const weight2 = ({ node: node2 }) => nodes.papers[node2] + (nodes.kind[node2] === "paper" ? 0 : 0.5);
    return found.sort((a, b) => a.score - b.score || weight2(b) - weight2(a) || named(a.node, b.node)).slice(0, LIMIT);
  };
  var point = (next) => {
    active = next;
    for (const [at4, item] of [...list2.children].entries())
      item.setAttribute("aria-selected", String(at4 === active));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `hit-${active}`);
      list2.children[active].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  var close = () => {
    list2.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  };
  var dress2 = ({ placeholder, label }) => {
    input.placeholder = placeholder;
    input.setAttribute("aria-label", label);
    input.classList.toggle("asking", answer !== null);
  };
  var release = () => {
    answer = null;
    dress2(usual);
  };
  var ask = (question, give) => {
    answer = give;
    dress2({ placeholder: question, label: question });
    input.value = "";
    refresh2();
    input.focus();
  };
  var choose = (at4) => {
    if (!hits[at4]) return;
    const { node: node2 } = hits[at4];
    input.value = "";
    refresh2();
    const give = answer || select;
    release();
    give(node2);
    byId("card").focus({ preventScroll: true });
  };
  var row2 = ({ node: node2, alias }, at4) => {
    const { nodes: nodes2 } = model_exports;
    const note2 = alias ? `also ${alias}` : nodes2.kind[node2] === "paper" ? nodes2.date[node2] : `${nodes2.papers[node2]} ${nodes2.papers[node2] === 1 ? "paper" : "papers"}`;
    const item = el(
      "li",
      { id: `hit-${at4}`, role: "option", "aria-selected": "false" },
      icon(nodes2.kind[node2]),
      el("span", { class: "unseen" }, `${KINDS[nodes2.kind[node2]]?.one ?? ""}: `),
      foreign(nodes2.label[node2].slice(0, 300), { class: "hit" }),
      foreign(note2.slice(0, 120), { class: "note" })
    );
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(at4));
    return item;
  };
  var refresh2 = () => {
    hits = find(input.value);
    const asked = input.value.trim() !== "";
    list2.replaceChildren(...hits.map(row2));
    if (asked && hits.length === 0)
      list2.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
    list2.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked && hits.length > 0));
    status2.textContent = asked ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
    point(hits.length ? 0 : -1);
  };
  var keys = {
    ArrowDown: () => hits.length && point((active + 1) % hits.length),
    ArrowUp: () => hits.length && point((active - 1 + hits.length) % hits.length),
    Enter: () => choose(active),
    Escape: () => {
      if (input.value === "" && answer) release();
      else if (input.value === "") input.blur();
      input.value = "";
      refresh2();
    }
  };
  input.addEventListener("input", refresh2);
  input.addEventListener("focus", () => {
    if (input.value.trim() !== "") refresh2();
  });
  input.addEventListener("blur", () => {
    close();
    release();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || !keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  var focus = () => input.focus();

  // src/spark.ts
  var SVG2 = "http://www.w3.org/2000/svg";
  var [WIDE, HIGH, PAD2] = [64, 18, 2];
  var shape = (name3, attributes) => {
    const made = document.createElementNS(SVG2, name3);
    for (const [key3, value] of Object.entries(attributes)) made.setAttribute(key3, String(value));
    return made;
  };
  var points = (series) => {
    const most = Math.max(1, ...series);
    const step2 = series.length > 1 ? (WIDE - 2 * PAD2) / (series.length - 1) : 0;
    const round = (value) => Math.round(10 * value) / 10;
    return series.map((value, at4) => [
      round(PAD2 + at4 * step2),
      round(HIGH - PAD2 - (HIGH - 2 * PAD2) * value / most)
    ]);
  };
  var spark = (series) => {
    const found = points(series);
    const line3 = found.map((point2) => point2.join(",")).join(" ");
    const svg2 = shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "spark", "aria-hidden": "true" });
    const [x2, y2] = found[found.length - 1] ?? [PAD2, HIGH - PAD2];
    svg2.append(
      shape("polygon", { points: `${PAD2},${HIGH - PAD2} ${line3} ${x2},${HIGH - PAD2}`, class: "under" }),
      shape("polyline", { points: line3 }),
      shape("circle", { cx: x2, cy: y2, r: 2 })
    );
    return svg2;
  };

  // src/toolbar.ts
  var group = byId("views");
  var opener3 = byId("show-table");
  var hint = byId("hint");
  var VIEWS2 = {
    full: ["Everything", "Papers and what they name"],
    papers: ["Papers", "Papers and the links between them"],
    entities: ["Entities", `${entities.many}, linked where papers name both`]
  };
  var entities3 = size - (kinds.get("paper") || 0);
  var offer = (main, label) => {
    const made = button(
      { class: "tool", "data-main": main },
      label,
      () => show(now.main === main ? "map" : main)
    );
    [...document.querySelectorAll("[data-main], #show-table")].at(-1)?.after(made);
    refresh3(now);
    return made;
  };
  var refresh3 = (now4) => {
    for (const box of group.querySelectorAll("input")) box.checked = box.value === now4.view;
    opener3.setAttribute("aria-pressed", String(now4.main === "table"));
    for (const made of document.querySelectorAll("[data-main]"))
      made.setAttribute("aria-pressed", String(made.dataset.main === now4.main));
    const none = size > 0 && !shown.some(Boolean);
    hint.hidden = !none;
    hint.textContent = none ? "Nothing passes these filters. Reset them in the legend." : "";
  };
  var start4 = () => {
    for (const [value, [label, title2]] of Object.entries(VIEWS2)) {
      const box = el("input", { type: "radio", name: "view", value });
      box.addEventListener("change", () => view(value));
      group.append(el("label", { title: title2 }, box, el("span", {}, label)));
    }
    group.hidden = !entities3 || entities3 === size;
    opener3.hidden = size === 0;
    opener3.addEventListener("click", () => show(now.main === "table" ? "map" : "table"));
    refresh3(now);
  };

  // src/compare.ts
  var MOST3 = 4;
  var SENTENCES = 3;
  var NAMES2 = 8;
  var panel2 = byId("compare");
  var status3 = el("p", { class: "unseen", role: "status" });
  var opened = -1;
  var shift = false;
  var isAsked = () => shift;
  var has = (node2) => now.compare.includes(node2);
  var toggle2 = (node2) => {
    const others2 = now.compare.filter((one) => one !== node2);
    const fits = others2.filter((one) => isPaper(one) === isPaper(node2));
    compare2(has(node2) ? others2 : [...fits, node2]);
    const left = plural(now.compare.length, isPaper(node2) ? "paper" : "name");
    status3.textContent = `${left} to compare`;
  };
  var pinOf = (node2) => {
    const title2 = "Put beside others, then open Compare above (Shift+click pins as well)";
    const look = { class: "ask", title: title2, "aria-pressed": String(has(node2)), "data-compare": String(node2) };
    return button(look, "Compare", () => toggle2(node2));
  };
  var heads = (items) => items.map(
    (item) => el(
      "th",
      { scope: "col" },
      el(
        "div",
        { class: "compared" },
        icon(nodes.kind[item]),
        nodeLink(item),
        button(
          { class: "close", "aria-label": `Take ${nodes.label[item].slice(0, 60)} away`, title: "Take away" },
          "×",
          () => toggle2(item)
        )
      )
    )
  );
  var line2 = (title2, cells, attributes = {}) => el("tr", attributes, el("th", { scope: "row" }, title2), ...cells.map((cell3) => el("td", {}, cell3)));
  var inTime = (item) => {
    const series = byTime(isPaper(item) ? [item] : linked(now, item).keys());
    const most = Math.max(...series);
    const { names: names4, unit } = corpus.bins;
    return el(
      "div",
      { class: "in-time" },
      spark(series),
      el(
        "span",
        { class: "count" },
        most ? `at most ${most} a ${unit}, in ${names4[series.indexOf(most)]}` : "no date"
      )
    );
  };
  var firstPaper = (item) => {
    const paper = earliest(linked(now, item).keys());
    return paper < 0 ? "" : el("span", {}, nodeLink(paper), el("span", { class: "count" }, ` ${nodes.date[paper]}`));
  };
  var topicOf = (item) => topic.has(nodes.topic[item]) ? el("span", { class: "chips" }, chip(nodes.topic[item])) : "";
  var facts2 = (items, sets) => {
    const papers2 = isPaper(items[0]);
    const counts3 = sets.map((set) => plural(set.size, papers2 ? "name" : "paper"));
    const dated2 = corpus.bins.names.length > 1;
    return [
      line2(papers2 ? "Names" : "Papers", counts3),
      papers2 ? line2(
        "Date",
        items.map((item) => nodes.date[item])
      ) : null,
      dated2 && !papers2 ? line2("In time", items.map(inTime)) : null,
      dated2 && !papers2 ? line2("First paper", items.map(firstPaper)) : null,
      topics.length ? line2("Topic", items.map(topicOf)) : null
    ];
  };
  var shareRow = (share, at4, items, most) => {
    const { sets, members } = share;
    const names4 = labels(items).map((name3) => name3.length > 28 ? `${name3.slice(0, 27).trimEnd()}…` : name3);
    const dots = items.map((_, set) => el("span", { class: sets.includes(set) ? "dot in" : "dot" }));
    const count2 = members.length.toLocaleString("en");
    const bar2 = el("span", { class: "bar" });
    bar2.style.width = `${100 * members.length / Math.max(1, most)}%`;
    const label = [
      el("span", { class: "dots", "aria-hidden": "true" }, ...dots),
      foreign(shareName(share, names4), { class: "grow" }),
      el("span", { class: "bars", "aria-hidden": "true" }, bar2),
      el("span", { class: "count" }, count2)
    ];
    const act = () => {
      opened = opened === at4 ? -1 : at4;
      render2();
      panel2.querySelectorAll(".share")[at4]?.focus();
    };
    const list3 = opened === at4 ? listing(members, (node2) => named2(node2, nodes.date[node2]), { class: "tight members" }) : [];
    return el(
      "li",
      {},
      button({ class: "share", "aria-expanded": String(opened === at4) }, label, act),
      ...list3
    );
  };
  var inCommon = (items, sets) => {
    const found = shares(sets);
    const most = Math.max(...found.map(({ members }) => members.length));
    const noun = isPaper(items[0]) ? "Names" : "Papers";
    return section(
      `${noun} in common and apart`,
      el("ul", { class: "shares" }, ...found.map((share, at4) => shareRow(share, at4, items, most)))
    );
  };
  var sharedTable = (items, kind, list3) => {
    const papers2 = isPaper(items[0]);
    const most = Math.max(1, ...list3.flatMap(({ cells }) => cells));
    const cell3 = (value) => {
      const made = el(
        "td",
        { class: value > (papers2 ? -1 : 0) ? "some" : "none" },
        String(cellOf(value, papers2) || "")
      );
      if (!papers2 && value) made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(value / most))}%`);
      return made;
    };
    const body3 = list3.slice(0, NAMES2).map(
      ({ node: node2, cells }) => el(
        "tr",
        {},
        el("th", { scope: "row" }, el("span", { class: "cell" }, icon(kind), nodeLink(node2))),
        ...cells.map(cell3)
      )
    );
    const head4 = el(
      "tr",
      {},
      el("th", { scope: "col" }, KINDS[kind]?.many ?? kind),
      ...items.map((item) => el("th", { scope: "col" }, foreign(nodes.label[item], { class: "short" })))
    );
    return el("table", { class: "shared" }, el("thead", {}, head4), el("tbody", {}, ...body3));
  };
  var namedWith2 = (items) => {
    const found = (isPaper(items[0]) ? sharedNames2 : sharedCompany)(now, items);
    const tables = Object.keys(KINDS).map((kind) => [kind, found.filter(({ node: node2 }) => nodes.kind[node2] === kind)]).filter(([, list3]) => list3.length).map(([kind, list3]) => sharedTable(items, kind, list3));
    const none = el("p", { class: "muted" }, "Nothing is named with two of them.");
    return section(
      isPaper(items[0]) ? "Named by two or more" : "Named with two or more, in how many papers",
      tables.length ? el("div", { class: "tables" }, ...tables.map((one) => el("div", {}, one))) : none
    );
  };
  var said2 = (texts2, item) => el(
    "div",
    { class: "saying" },
    el("h4", {}, icon(nodes.kind[item]), foreign(nodes.label[item])),
    ...tellingEdges(now, item, SENTENCES).map(
      (edge) => el(
        "div",
        { class: "said" },
        nodeLink(edges.from[edge], void 0, { class: "muted" }),
        evidence(texts2, edge)
      )
    )
  );
  var links2 = (texts2, papers2) => papers2.flatMap(
    (one, at4) => papers2.slice(at4 + 1).map((two) => {
      const likely2 = likelihood(texts2, linkOf(one, two));
      const both = el("p", { class: "pair" }, foreign(nodes.label[one]), " – ", foreign(nodes.label[two]));
      const none = el("p", { class: "muted" }, "The graph has no link between them.");
      return el("div", { class: "link" }, papers2.length > 2 ? both : null, likely2 ?? none);
    })
  );
  var sentences = async (items) => {
    const texts2 = await texts();
    if (!isPaper(items[0]))
      return [
        section(
          "What papers say",
          el("div", { class: "side" }, ...items.map((item) => said2(texts2, item)))
        )
      ];
    return [
      section("Links", ...links2(texts2, items)),
      section("What is said of names that they share", ...namesOfBoth(texts2, items))
    ];
  };
  var add = () => ask("Compare with …", (node2) => {
    if (!has(node2)) toggle2(node2);
  });
  var save = (text2, type, ending) => download(new Blob([text2], { type: `${type};charset=utf-8` }), ending);
  var tools = (items) => el(
    "div",
    { class: "view-head" },
    el("h2", {}, "Compare"),
    items.length < MOST3 ? button({ class: "ask" }, "Add …", add) : null,
    items.length > 1 ? button({ class: "ask" }, "Save as CSV", () => save(asCsv(items), "text/csv", ".compared.csv")) : null,
    items.length > 1 ? button(
      { class: "ask" },
      "Save as Markdown",
      () => save(asMarkdown(items), "text/markdown", ".compared.md")
    ) : null,
    items.length ? button({ class: "ask" }, "Clear", () => compare2([])) : null
  );
  var HOW = "Choose Compare on the cards of two to four papers, or of as many methods, datasets or tasks. Shift+click on the map or on a name does the same.";
  var body = (items) => {
    const sets = setsOf(now, items);
    return [
      el(
        "table",
        { class: "facts" },
        el("thead", {}, el("tr", {}, el("td", {}), ...heads(items))),
        el("tbody", {}, ...facts2(items, sets).filter((row4) => row4 !== null))
      ),
      ...items.length > 1 ? [inCommon(items, sets), namedWith2(items)] : [el("p", { class: "muted" }, HOW)]
    ];
  };
  var render2 = async () => {
    panel2.hidden = now.main !== "compare";
    const items = panel2.hidden ? [] : alike(now.compare);
    const scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Comparison" });
    if (panel2.hidden) {
      panel2.replaceChildren();
      return;
    }
    const top = panel2.querySelector(".scroll")?.scrollTop ?? 0;
    scroll.append(...items.length ? body(items) : [el("p", { class: "muted" }, HOW)]);
    panel2.replaceChildren(tools(items), scroll);
    scroll.scrollTop = top;
    const more = items.length > 1 ? await sentences(items) : [];
    if (!scroll.isConnected) return;
    scroll.append(...more);
    scroll.scrollTop = top;
  };
  var start5 = () => {
    const opener4 = offer("compare", "Compare");
    const recount2 = () => {
      const count2 = now.compare.length;
      opener4.textContent = count2 ? `Compare (${count2})` : "Compare";
      for (const pin of document.querySelectorAll("[data-compare]"))
        pin.setAttribute("aria-pressed", String(has(Number(pin.dataset.compare))));
    };
    document.body.append(status3);
    byId("canvas").addEventListener(
      "pointerdown",
      (event) => {
        shift = event.shiftKey;
      },
      true
    );
    recount2();
    on(["compare", "main"], () => {
      opened = -1;
      recount2();
      render2();
    });
    on2(() => {
      if (!panel2.hidden) render2();
    });
    render2();
  };

  // src/card.ts
  var panel3 = byId("card");
  var dismissed = false;
  var closing = () => button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", dismiss);
  var head2 = (node2) => el(
    "div",
    { class: "card-head" },
    icon(nodes.kind[node2]),
    el("span", { class: "kind" }, KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2]),
    closing()
  );
  var actions = (node2) => {
    const steps = [1, 2].map(
      (count2) => button(
        { "aria-pressed": String(now.steps === count2), "data-steps": String(count2) },
        plural(count2, "step"),
        () => showSteps(count2)
      )
    );
    const name3 = nodes.label[node2].slice(0, 40);
    const path2 = button(
      { class: "ask" },
      "Path to …",
      () => ask(`Path from ${name3} to …`, (other2) => {
        if (other2 !== node2) pathTo(other2);
      })
    );
    return el(
      "div",
      { class: "actions" },
      el("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, ...steps),
      opener(),
      pinOf(node2),
      path2
    );
  };
  var alsoKnown = (node2) => {
    let aliases = split(nodes.aliases[node2]);
    if (KINDS[nodes.kind[node2]]?.term) {
      const seen = /* @__PURE__ */ new Set([nodes.label[node2].toLowerCase()]);
      aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
    }
    if (!aliases.length) return null;
    const list3 = aliases.flatMap((alias, at4) => [at4 ? ", " : "", foreign(alias)]);
    return el("p", { class: "aliases" }, "Also ", ...list3);
  };
  var chips = (node2) => {
    const names4 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
      (name3) => topic.has(name3)
    );
    return names4.length ? el("div", { class: "chips" }, ...names4.map(chip)) : null;
  };
  var aside2 = (node2) => {
    const count2 = around[node2].filter(isBackground).length;
    return count2 ? `${count2.toLocaleString("en")} in the background` : "";
  };
  var broader2 = (node2) => {
    const names4 = split(nodes.broader[node2] || "");
    if (!names4.length) return null;
    const same2 = (name3) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name3;
    const list3 = names4.flatMap((name3, at4) => {
      const found = nodes.id.find(same2(name3));
      return [at4 ? ", " : "", found === void 0 ? foreign(name3) : nodeLink(found)];
    });
    return el("p", { class: "broader" }, "Broader: ", ...list3);
  };
  var source = (node2) => {
    const link2 = outside(nodes.url[node2]);
    return link2 ? el("p", { class: "source" }, link2) : null;
  };
  var render3 = async (node2) => {
    const texts2 = await texts();
    const { selected, target } = now;
    if (selected !== node2) return;
    const paper = isPaper(node2);
    panel3.replaceChildren(
      ...present([
        head2(node2),
        el("h2", { dir: "auto" }, nodes.label[node2]),
        paper ? meta(nodes.date[node2], ...split(nodes.sources[node2])) : meta(`named by ${plural(nodes.papers[node2], "paper")}`, aside2(node2)),
        chips(node2),
        alsoKnown(node2),
        broader2(node2),
        source(node2),
        actions(node2),
        texts2.missing ? el("p", { class: "muted" }, "This browser is too old to unpack abstracts and sentences.") : null,
        target >= 0 ? cardPath(node2, target, texts2) : null,
        ...(paper ? cardPaper : cardEntity)(node2, texts2)
      ])
    );
    panel3.scrollTop = 0;
  };
  var heading = (kind, { many: many2, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many2.toLowerCase()}` : many2;
  var overview = (name3) => {
    const topic4 = topic.get(name3);
    const row4 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
    const found = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
    for (const i of topic4 ? topic4.members : nodes.id) found[nodes.kind[i]]?.push(i);
    const order2 = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
    const { paper, ...entities4 } = KINDS;
    const later = ([, facts3]) => facts3.term ? 0 : 1;
    const groups2 = Object.entries({ ...entities4, paper }).filter(([kind]) => found[kind].length).sort((a, b) => later(a) - later(b));
    const first2 = topic4 ? [swatch(name3), el("span", { class: "kind" }, topic4.parent ? "Subtopic" : "Topic")] : [el("span", { class: "kind" }, "At a glance")];
    panel3.replaceChildren(
      el("div", { class: "card-head" }, ...first2, closing()),
      ...topic4 ? present(cardTopic(topic4)) : [],
      ...groups2.map(
        ([kind, facts3]) => section(heading(kind, facts3), ...listing(found[kind].sort(order2), row4, { class: "tight" }, 8))
      )
    );
    panel3.scrollTop = 0;
  };
  var dismiss = () => {
    if (now.selected < 0 && now.topic === "") dismissed = true;
    clear();
    show2();
  };
  var show2 = async () => {
    const { selected, topic: topic4, main } = now;
    const roomy = matchMedia("(min-width: 1000px)").matches;
    const welcome = topic4 !== "" || !dismissed && size > 0 && roomy && main === "map";
    panel3.hidden = selected < 0 && !welcome;
    document.body.classList.toggle("with-card", !panel3.hidden);
    panel3.dataset.node = selected < 0 ? "" : nodes.key[selected];
    if (selected >= 0) await render3(selected);
    else if (welcome) overview(topic4);
  };
  var mark = () => {
    for (const step2 of panel3.querySelectorAll("[data-steps]"))
      step2.setAttribute("aria-pressed", String(Number(step2.dataset.steps) === now.steps));
  };

  // src/sliders.ts
  var range = (values) => values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity]
  );
  var named4 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
  var weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
  var papers = nodes.papers.filter((_, i) => !isPaper(i));
  var dates = [...new Set(nodes.date.filter((date3) => /^\d{4}/.test(date3)))].sort();
  var months = [...new Set(dates.map((date3) => date3.slice(0, 7)))];
  var times = months.length > 2 ? months : dates;
  var row3 = (slider) => {
    const { name: name3, label, field, views, most, write: write3, read: read2, show: show4 } = slider;
    const output = el("output", { class: "count" });
    const input2 = el("input", {
      type: "range",
      name: name3,
      min: "0",
      max: String(most),
      step: "1",
      "aria-label": name3
    });
    const made = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input2, output);
    const refresh5 = (now4) => {
      const step2 = read2(now4[field]);
      input2.value = String(step2);
      output.textContent = show4(step2);
      input2.setAttribute("aria-valuetext", show4(step2));
      made.hidden = views !== void 0 && !views.includes(now4.view);
    };
    input2.addEventListener("input", () => narrow(field, write3(Number(input2.value))));
    refresh5(now);
    on(["filter"], refresh5);
    return made;
  };
  var STEPS5 = 50;
  var DIGITS = 2;
  var plain2 = (value) => value.toFixed(DIGITS);
  var scaled = (slider, [least, most], written = plain2) => {
    const value = (step2) => {
      const exact = least + (most - least) * step2 / STEPS5;
      return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
    };
    return row3({
      ...slider,
      most: STEPS5,
      write: (step2) => step2 ? value(step2) : 0,
      read: (now4) => Math.max(0, Math.min(STEPS5, Math.ceil((now4 - least) / (most - least) * STEPS5 - 1e-6))),
      show: (step2) => step2 ? `≥ ${written(value(step2))}` : "any"
    });
  };
  var counted2 = (slider, most) => row3({
    ...slider,
    most: most - 1,
    write: (step2) => step2 + 1,
    read: (now4) => now4 - 1,
    show: (step2) => step2 ? `≥ ${(step2 + 1).toLocaleString("en")}` : "any"
  });
  var dated = (slider, edge) => row3({
    ...slider,
    most: times.length - 1,
    write: (step2) => step2 === edge ? "" : times[step2],
    read: (now4) => {
      const found = times.findIndex((time) => time >= now4);
      return now4 === "" ? edge : found < 0 ? times.length - 1 : found;
    },
    show: (step2) => times[step2]
  });
  var rows = () => {
    const found = [];
    const [sure, heavy, often] = [named4, weights, papers].map(range);
    if (sure[1] > sure[0])
      found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure));
    if (often[1] > 1)
      found.push(
        counted2(
          {
            ...{ name: "Papers that an entity needs", label: "Papers each", field: "papers" },
            views: ["full", "entities"]
          },
          Math.min(often[1], 50)
        )
      );
    if (heavy[1] > heavy[0])
      found.push(
        scaled(
          {
            ...{ name: "Probability of a link between papers at least", label: "Probability", field: "weight" },
            views: ["full", "papers"]
          },
          heavy,
          percent
        )
      );
    if (papers.length > 1)
      found.push(
        counted2(
          {
            ...{ name: "Papers that name both entities", label: "Together in", field: "together" },
            views: ["entities"]
          },
          10
        )
      );
    if (times.length > 1)
      found.push(
        dated({ name: "Papers from", label: "From", field: "since" }, 0),
        dated({ name: "Papers until", label: "Until", field: "until" }, times.length - 1)
      );
    return found;
  };

  // src/legend.ts
  var FIRST3 = 8;
  var panel4 = byId("legend");
  var body2 = panel4.querySelector(".legend-body");
  var boxes = [];
  var all2 = false;
  var check = (field, [name3, value, count2], label, toggle3, extra = false) => {
    const box = el("input", { type: "checkbox", name: name3, value });
    box.addEventListener("change", () => toggle3(value));
    const figure2 = el("span", { class: "count" }, count2.toLocaleString("en"));
    boxes.push({ box, field, figure: figure2 });
    return el("label", { class: extra ? "row extra" : "row" }, box, ...label, figure2);
  };
  var group2 = (title2, ...rows2) => el("fieldset", {}, el("legend", {}, title2), ...rows2);
  var kinds2 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many: many2 }]) => {
    const label = [icon(kind), el("span", { class: "grow" }, many2)];
    return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label, toggleKind);
  });
  var relations2 = () => Object.entries(RELATIONS).filter(([name3]) => relations.has(name3)).map(
    ([name3, { edge, background: background3 }]) => check(
      "hiddenRelations",
      ["relation", name3, relations.get(name3) ?? 0],
      [el("span", { class: "grow" }, background3 ? `Background ${edge.toLowerCase()}` : edge)],
      toggleRelation,
      background3
    )
  );
  var colours2 = () => {
    const option = (value, label) => {
      const box = el("input", { type: "radio", name: "colour", value });
      box.addEventListener("change", () => colourBy(value));
      return el("label", {}, box, el("span", {}, label));
    };
    return el(
      "div",
      { class: "segments", role: "radiogroup", "aria-label": "Colour by" },
      option("kind", "Kinds"),
      option("topic", "Topics")
    );
  };
  var opened2 = /* @__PURE__ */ new Set();
  var isOpen = ({ name: name3 }) => opened2.has(name3) || [now.topic, topic.get(now.topic)?.parent].includes(name3);
  var turner = (topic4) => {
    const { name: name3, subtopics } = topic4;
    if (subtopics.length < 2) return null;
    const open3 = isOpen(topic4);
    const label = `${open3 ? "Hide" : "Show"} the subtopics of ${name3}`;
    return button(
      { class: "turn", "aria-expanded": String(open3), "aria-label": label, value: name3 },
      "›",
      () => {
        if (!opened2.delete(name3)) opened2.add(name3);
        renderTopics();
      }
    );
  };
  var topicRow = (topic4) => {
    const { name: name3, papers: papers2, members, parent } = topic4;
    const box = el("input", {
      type: "checkbox",
      name: "topic",
      value: name3,
      "aria-label": `Show ${name3}`
    });
    box.checked = !now.hiddenTopics.has(name3);
    box.addEventListener("change", () => toggleTopic(name3));
    const pressed = String(now.topic === name3);
    const label = present([
      parent ? null : swatch(name3),
      foreign(name3, { class: "grow" }),
      el("span", { class: "count" }, (papers2 || members.length).toLocaleString("en"))
    ]);
    const pick2 = button(
      { class: "pick", "aria-pressed": pressed, "data-topic": name3, title: name3 },
      label,
      () => showTopic(name3)
    );
    return el("div", { class: parent ? "row finer" : "row" }, box, pick2, turner(topic4));
  };
  var topicRows = (topic4) => [
    topicRow(topic4),
    ...topic4.subtopics.length > 1 && isOpen(topic4) ? topic4.subtopics.map(topicRow) : []
  ];
  var topicList = el("div", { class: "topics" });
  var topicOf2 = (item) => item.getAttribute("value") || item.dataset.topic;
  var renderTopics = () => {
    const { topics: topics2 } = model_exports;
    const held = [...topicList.querySelectorAll("button, input")].find(
      (item) => item === document.activeElement
    );
    const list3 = (all2 ? topics2 : topics2.slice(0, FIRST3)).flatMap(topicRows);
    if (topics2.length > FIRST3) {
      const turn2 = () => {
        all2 = !all2;
        renderTopics();
      };
      list3.push(button({ class: "more" }, all2 ? "Show fewer" : `Show all ${topics2.length}`, turn2));
    }
    topicList.replaceChildren(...list3);
    if (!held) return;
    const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf2(item) === topicOf2(held);
    [...topicList.querySelectorAll("button, input")].find(again)?.focus();
  };
  var reset = button({ class: "more reset" }, "Reset filters", widen);
  var refresh4 = (now4) => {
    for (const { box, field } of boxes) box.checked = !now4[field].has(box.value);
    for (const box of body2.querySelectorAll("input[name=colour]"))
      box.checked = box.value === now4.colour;
    reset.hidden = !isNarrowed();
  };
  var recount = () => {
    for (const { box, field, figure: figure2 } of boxes) {
      if (field !== "hiddenKinds") continue;
      const [found, all3] = now2.count.kinds.get(box.value) ?? [0, 0];
      figure2.textContent = (found < all3 ? `${found.toLocaleString("en")} of ` : "") + all3.toLocaleString("en");
    }
  };
  var start6 = () => {
    body2.append(group2("Show", ...kinds2()));
    if (topics.length) {
      body2.append(group2("Colour", colours2()), group2("Topics", topicList));
      renderTopics();
    }
    if (links) body2.append(group2("Links", ...relations2()));
    const narrow2 = rows();
    if (narrow2.length) body2.append(group2("Narrow", ...narrow2));
    body2.append(reset);
    panel4.hidden = size === 0;
    recount();
    if (matchMedia("(max-width: 720px)").matches) panel4.open = false;
    refresh4(now);
    on(["filter", "colour"], refresh4);
    on(["filter"], (_, changed) => {
      if (changed.includes("hiddenTopics")) renderTopics();
    });
    on(["selection"], renderTopics);
  };
  var restyle2 = renderTopics;

  // src/matrix.ts
  var matrix_exports = {};
  __export(matrix_exports, {
    counted: () => counted3,
    start: () => start7
  });

  // src/matrix_counts.ts
  var UNLIKELY = 0.05;
  var expected = (grid2, row4, column2) => grid2.rows[row4].papers * grid2.columns[column2].papers / Math.max(1, grid2.papers);
  var logFactorials = [0];
  var logFactorial = (n) => {
    for (let next = logFactorials.length; next <= n; next += 1)
      logFactorials.push(logFactorials[next - 1] + Math.log(next));
    return logFactorials[n];
  };
  var chanceOfNone = (papers2, row4, column2) => {
    if (row4 + column2 > papers2) return 0;
    const log = logFactorial(papers2 - row4) + logFactorial(papers2 - column2) - logFactorial(papers2 - row4 - column2) - logFactorial(papers2);
    return Math.exp(Math.min(log, 0));
  };
  var discoveryRates = (chances) => {
    const order2 = chances.map((_, at4) => at4).sort((a, b) => chances[b] - chances[a]);
    const found = new Array(chances.length);
    let least = 1;
    order2.forEach((at4, above) => {
      least = Math.min(least, chances[at4] * chances.length / (chances.length - above));
      found[at4] = least;
    });
    return found;
  };
  var lower = (node2) => nodes.label[node2].toLowerCase();
  var topOf = (kind, papers2, top) => nodes.id.filter((node2) => nodes.kind[node2] === kind && papers2[node2] > 0).sort((a, b) => {
    const [one, two] = [lower(a), lower(b)];
    return papers2[b] - papers2[a] || (one < two ? -1 : one > two ? 1 : nodes.key[a] < nodes.key[b] ? -1 : 1);
  }).slice(0, top).map((node2) => ({ node: node2, papers: papers2[node2] }));
  var namings = (chosen) => {
    const isCounted = counts2(chosen);
    const last = new Int32Array(size).fill(-1);
    const found = [];
    for (let e = 0; e < links; e += 1) {
      const [paper, entity] = [edges.from[e], edges.to[e]];
      if (!isCounted(e) || last[entity] === paper) continue;
      last[entity] = paper;
      found.push([paper, entity]);
    }
    return found;
  };
  var countTogether = (pairs2, rows2, columns2) => {
    const table5 = rows2.map(() => columns2.map(() => 0));
    const rowAt = new Map(rows2.map(({ node: node2 }, at4) => [node2, at4]));
    const columnAt = new Map(columns2.map(({ node: node2 }, at4) => [node2, at4]));
    const named5 = /* @__PURE__ */ new Map();
    for (const [paper, entity] of pairs2) {
      const [row4, column2] = [rowAt.get(entity), columnAt.get(entity)];
      if (row4 === void 0 && column2 === void 0) continue;
      const own2 = named5.get(paper) ?? [[], []];
      named5.set(paper, own2);
      if (row4 !== void 0) own2[0].push(row4);
      if (column2 !== void 0) own2[1].push(column2);
    }
    for (const [inRows, inColumns2] of named5.values())
      for (const row4 of inRows) for (const column2 of inColumns2) table5[row4][column2] += 1;
    return table5;
  };
  var gapsOf = (grid2) => {
    const width = grid2.columns.length;
    const chances = grid2.counts.flatMap(
      (line3, row4) => line3.map(
        (count2, column2) => count2 ? 1 : chanceOfNone(grid2.papers, grid2.rows[row4].papers, grid2.columns[column2].papers)
      )
    );
    const found = /* @__PURE__ */ new Map();
    discoveryRates(chances).forEach((q, at4) => {
      if (chances[at4] > UNLIKELY) return;
      const row4 = Math.floor(at4 / width);
      const line3 = found.get(row4) ?? /* @__PURE__ */ new Map();
      found.set(row4, line3.set(at4 % width, { p: chances[at4], q }));
    });
    return found;
  };
  var gridOf = (chosen, rowKind, columnKind, top = 30) => {
    const pairs2 = namings(chosen);
    const papers2 = new Int32Array(size);
    for (const [, entity] of pairs2) papers2[entity] += 1;
    const [rows2, columns2] = [rowKind, columnKind].map((kind) => topOf(kind, papers2, top));
    const plain3 = {
      ...{ rows: rows2, columns: columns2, counts: countTogether(pairs2, rows2, columns2) },
      papers: nodes.id.filter((node2) => isPaper(node2) && now2.passes[rowOf(node2)]).length
    };
    return { ...plain3, gaps: gapsOf(plain3) };
  };

  // src/matrix.ts
  var TOP = 30;
  var PAIRS = [
    ["method", "dataset"],
    ["method", "task"],
    ["technique", "task"],
    ["technique", "dataset"],
    ["dataset", "task"]
  ];
  var PAGE = 10;
  var CAVEAT = "Counts are of the papers of this corpus, as their titles and abstracts name things: an empty cell says nothing of the field.";
  var panel5 = byId("matrix");
  var pairs = PAIRS.filter((pair2) => pair2.every((kind) => kinds.get(kind)));
  var pair = pairs[0] ?? [];
  var grid = null;
  var spot = [0, 0];
  var opened3 = null;
  var many = (kind) => KINDS[kind].many;
  var title = ([row4, column2]) => `${many(row4)} × ${many(column2).toLowerCase()}`;
  var about = (found, row4, column2) => {
    const [one, two] = [found.rows[row4].node, found.columns[column2].node].map((node2) => nodes.label[node2]);
    const mean = expected(found, row4, column2);
    const gap = found.gaps.get(row4)?.get(column2);
    const likely2 = gap ? `, a gap (${gap.q <= 0.05 ? "hardly chance" : "perhaps chance"})` : "";
    const count2 = found.counts[row4][column2];
    return `${one} and ${two}: ${count2 ? plural(count2, "paper") : "no paper"}, ${mean.toFixed(1)} expected${likely2}`;
  };
  var names3 = ([row4, column2]) => grid ? [grid.rows[row4], grid.columns[column2]].map((one) => one.node) : null;
  var papersOf = (cell3) => {
    const both = names3(cell3);
    if (!both) return [];
    const [one, two] = both.map((node2) => linked(now, node2));
    const found = [...one.keys()].filter((paper) => two.has(paper));
    return found.sort(
      (a, b) => nodes.date[a] < nodes.date[b] ? 1 : nodes.date[a] > nodes.date[b] ? -1 : a - b
    );
  };
  var quoted = (node2) => `${nodes.kind[node2]}:"${nodes.label[node2].replaceAll('"', " ")}"`;
  var paperList = () => {
    const both = opened3 && names3(opened3);
    if (!opened3 || !both) return null;
    const papers2 = papersOf(opened3);
    const [one, two] = both.map((node2) => foreign(nodes.label[node2]));
    const close2 = button(
      { class: "close", "aria-label": "Close the list", title: "Close" },
      "×",
      () => show3(null)
    );
    const narrow2 = button({ class: "more" }, "Show only these on the map", () => {
      narrow("text", both.map(quoted).join(" "));
      show("map");
    });
    const head4 = `${papers2.length ? plural(papers2.length, "paper") : "No paper"} of what is shown ${papers2.length === 1 ? "names" : "name"} `;
    return el(
      "div",
      { class: "cell-papers", role: "region", "aria-label": "Papers of the cell" },
      el("h3", {}, head4, one, " and ", two, close2),
      papers2.length ? narrow2 : null,
      ...listing(papers2, (paper) => named2(paper, nodes.date[paper]), { class: "tight" }, 20)
    );
  };
  var cellAt = (row4, column2) => panel5.querySelector(`[data-row="${row4}"][data-column="${column2}"]`);
  var go = (row4, column2) => {
    cellAt(...spot)?.setAttribute("tabindex", "-1");
    spot = [row4, column2];
    const cell3 = cellAt(row4, column2);
    cell3?.setAttribute("tabindex", "0");
    cell3?.focus();
  };
  var show3 = (cell3) => {
    const asked = opened3 ?? spot;
    opened3 = cell3;
    panel5.querySelector(".cell-papers")?.remove();
    const list3 = paperList();
    if (list3) panel5.append(list3);
    for (const open3 of panel5.querySelectorAll("[aria-selected=true]"))
      open3.setAttribute("aria-selected", "false");
    if (cell3) cellAt(...cell3)?.setAttribute("aria-selected", "true");
    else go(...asked);
  };
  var KEYS = {
    ArrowLeft: ([row4, column2]) => [row4, column2 - 1],
    ArrowRight: ([row4, column2]) => [row4, column2 + 1],
    ArrowUp: ([row4, column2]) => [row4 - 1, column2],
    ArrowDown: ([row4, column2]) => [row4 + 1, column2],
    Home: ([row4]) => [row4, -1],
    End: ([row4], [, last]) => [row4, last],
    PageUp: ([row4, column2]) => [row4 - PAGE, column2],
    PageDown: ([row4, column2]) => [row4 + PAGE, column2]
  };
  var open2 = () => {
    const [row4, column2] = spot;
    if (!grid) return;
    if (row4 >= 0 && column2 >= 0) show3([row4, column2]);
    else if (row4 >= 0) select(grid.rows[row4].node);
    else if (column2 >= 0) select(grid.columns[column2].node);
  };
  var onKey2 = (event) => {
    const at4 = event.target.closest("[data-row]");
    if (!grid || !at4 || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") open2();
    else if (KEYS[event.key]) {
      const last = [grid.rows.length - 1, grid.columns.length - 1];
      let [row4, column2] = KEYS[event.key](spot, last);
      if (event.ctrlKey && event.key === "Home") row4 = 0;
      if (event.ctrlKey && event.key === "End") row4 = last[0];
      row4 = Math.max(-1, Math.min(last[0], row4));
      column2 = Math.max(row4 < 0 ? 0 : -1, Math.min(last[1], column2));
      go(row4, column2);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  var at3 = (row4, column2) => ({
    "data-row": String(row4),
    "data-column": String(column2),
    tabindex: spot[0] === row4 && spot[1] === column2 ? "0" : "-1"
  });
  var head3 = (node2, papers2, row4, column2) => {
    const label = nodeLink(node2, void 0, {
      tabindex: "-1",
      title: `${nodes.label[node2]}: ${plural(papers2, "paper")}`
    });
    const scope = column2 < 0 ? "row" : "col";
    const role = column2 < 0 ? "rowheader" : "columnheader";
    const inner = el(
      "div",
      {},
      icon(nodes.kind[node2]),
      label,
      el("span", { class: "count" }, papers2.toLocaleString("en"))
    );
    return el("th", { scope, role, ...at3(row4, column2) }, inner);
  };
  var cell2 = (found, row4, column2, most) => {
    const count2 = found.counts[row4][column2];
    const gap = found.gaps.get(row4)?.get(column2);
    const says = about(found, row4, column2);
    const look = count2 ? "some" : gap ? gap.q <= 0.05 ? "gap sure" : "gap" : "none";
    const chosen = opened3?.[0] === row4 && opened3[1] === column2;
    const made = el(
      "td",
      {
        role: "gridcell",
        class: look,
        title: says,
        "aria-label": says,
        "aria-selected": String(chosen),
        ...at3(row4, column2)
      },
      count2 ? count2.toLocaleString("en") : gap ? "○" : ""
    );
    if (count2) made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(count2 / most))}%`);
    return made;
  };
  var table4 = (found) => {
    const most = Math.max(1, ...found.counts.flat());
    const corner = el("td", { class: "corner" });
    const heads2 = found.columns.map(({ node: node2, papers: papers2 }, column2) => head3(node2, papers2, -1, column2));
    const lines = found.rows.map(
      ({ node: node2, papers: papers2 }, row4) => el(
        "tr",
        { role: "row" },
        head3(node2, papers2, row4, -1),
        ...found.columns.map((_, column2) => cell2(found, row4, column2, most))
      )
    );
    const grid2 = el(
      "table",
      { role: "grid", "aria-label": `${title(pair)}: papers that name both` },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, corner, ...heads2)),
      el("tbody", { role: "rowgroup" }, ...lines)
    );
    grid2.addEventListener("keydown", onKey2);
    grid2.addEventListener("click", (event) => {
      const found2 = event.target.closest("[data-row]");
      if (!found2 || event.target.closest("a")) return;
      go(Number(found2.dataset.row), Number(found2.dataset.column));
      open2();
    });
    return el("div", { class: "scroll" }, grid2);
  };
  var save2 = () => {
    if (!grid) return;
    const { rows: lines, columns: columns2, counts: counts3 } = grid;
    const heads2 = [pair[0], "papers", ...columns2.map(({ node: node2 }) => nodes.label[node2])];
    const body3 = lines.map(({ node: node2, papers: papers2 }, row4) => [nodes.label[node2], papers2, ...counts3[row4]]);
    const text2 = csvOf([heads2, ["papers", grid.papers, ...columns2.map((one) => one.papers)], ...body3]);
    download(new Blob([text2], { type: "text/csv;charset=utf-8" }), `.${pair.join("-")}.csv`);
  };
  var tools2 = () => {
    const choices = pairs.map(
      (one) => button({ "aria-pressed": String(one === pair) }, title(one), () => {
        [pair, opened3, spot] = [one, null, [0, 0]];
        render4();
        panel5.querySelector("[aria-pressed=true]")?.focus();
      })
    );
    return el(
      "div",
      { class: "view-head" },
      el("h2", { class: "unseen" }, "Matrix"),
      choices.length > 1 ? el("div", { class: "segments", role: "group", "aria-label": "Rows and columns" }, ...choices) : null,
      button({ class: "ask" }, "Save as CSV", save2)
    );
  };
  var note = (found) => {
    const undrawn = now2.rows.length - found.papers;
    const drawn2 = undrawn > 0 ? ` ${undrawn.toLocaleString("en")} papers that the map does not draw are not counted.` : "";
    return el(
      "p",
      { class: "muted note" },
      `${plural(found.papers, "paper")}; each cell says how many name both. `,
      el("b", {}, "○"),
      " none, although papers were expected if the two were independent (bold: hardly chance). ",
      CAVEAT + drawn2
    );
  };
  var render4 = () => {
    panel5.hidden = now.main !== "matrix";
    if (panel5.hidden) {
      panel5.replaceChildren();
      return;
    }
    const held = panel5.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
    grid = pair.length ? gridOf(now, pair[0], pair[1], TOP) : null;
    const empty = !grid?.rows.length || !grid.columns.length;
    if (empty) opened3 = null;
    const says = pair.length ? "Nothing that passes the filters is named together." : "This graph has no two kinds to cross.";
    const content3 = empty || !grid ? [el("p", { class: "muted note" }, says)] : [table4(grid), note(grid)];
    panel5.replaceChildren(tools2(), ...content3.filter((part2) => part2 !== null));
    const list3 = paperList();
    if (list3) panel5.append(list3);
    if (held) cellAt(...spot)?.focus();
  };
  var start7 = () => {
    if (pairs.length) offer("matrix", "Matrix");
    on2(() => {
      [opened3, spot] = [null, [0, 0]];
      if (!panel5.hidden) render4();
    });
    on(["main"], render4);
    render4();
  };
  var counted3 = (rowKind, columnKind, top) => {
    const found = gridOf(now, rowKind, columnKind, top);
    const key3 = ({ node: node2 }) => nodes.key[node2];
    return { ...found, rows: found.rows.map(key3), columns: found.columns.map(key3) };
  };

  // src/table.ts
  var FIRST4 = 200;
  var panel6 = byId("table");
  var order = { nodes: ["papers", -1], links: ["weight", -1] };
  var limit = FIRST4;
  var relation2 = (line3) => {
    const name3 = nameOf(line3);
    return name3 === BESIDE ? "Named with" : RELATIONS[name3]?.edge ?? name3;
  };
  var link = (node2) => el(
    "span",
    { class: "cell" },
    icon(nodes.kind[node2]),
    nodeLink(node2, void 0, { title: nodes.label[node2] })
  );
  var figure = (value, digits) => value ? value.toFixed(digits) : "";
  var surety = (line3) => now3.edge[line3] < 0 || isPaper(now3.b[line3]) ? 0 : edges.confidence[now3.edge[line3]];
  var weight = (line3) => {
    const value = strength(line3);
    return isPaper(now3.b[line3]) && value ? percent(value) : figure(value, 0);
  };
  var about2 = (line3) => now3.edge[line3] < 0 ? 0 : edges.salience[now3.edge[line3]];
  var strength = (line3) => isPaper(now3.b[line3]) || now3.edge[line3] < 0 ? now3.weight[line3] : 0;
  var whole3 = (title2, value) => ({
    ...{ title: title2, value, show: (item) => value(item).toLocaleString("en"), number: true }
  });
  var end = (title2, node2) => ({
    ...{ title: title2, value: (line3) => nodes.label[node2(line3)], show: (line3) => link(node2(line3)) }
  });
  var COLUMNS = {
    nodes: {
      label: { title: "Name", value: (i) => nodes.label[i], show: link },
      kind: {
        title: "Kind",
        value: (i) => nodes.kind[i],
        show: (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i]
      },
      papers: whole3("Papers", (i) => nodes.papers[i]),
      degree: whole3("Links shown", (i) => at2(i).length),
      date: { title: "Date", value: (i) => nodes.date[i], show: (i) => nodes.date[i] },
      topic: { title: "Topic", value: (i) => nodes.topic[i], show: (i) => foreign(nodes.topic[i]) }
    },
    links: {
      source: end("From", (line3) => now3.a[line3]),
      relation: { title: "Relation", value: relation2, show: relation2 },
      target: end("To", (line3) => now3.b[line3]),
      salience: { title: "Salience", value: about2, show: (line3) => figure(about2(line3), 2), number: true },
      confidence: { title: "Confidence", value: surety, show: (line3) => figure(surety(line3), 2), number: true },
      weight: { title: "Weight", value: strength, show: weight, number: true }
    }
  };
  var columnsOf = (what, items) => Object.entries(COLUMNS[what]).filter(
    ([name3, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name3) || items.some(value)
  );
  var itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => now2.listed[i]) : Array.from({ length: now3.count }, (_, line3) => line3).filter(isListed);
  var sorted = (what, items) => {
    const [by, way] = order[what];
    const { value } = COLUMNS[what][by];
    const keyed = items.map((item) => ({ item, key: value(item) }));
    const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
  };
  var header = (what) => ([name3, { title: title2, number: number2 }]) => {
    const [by, way] = order[what];
    const turn2 = () => {
      order[what] = [name3, by === name3 ? way > 0 ? -1 : 1 : number2 ? -1 : 1];
      limit = FIRST4;
      render5();
      panel6.querySelector(`[data-column="${name3}"]`)?.focus();
    };
    const sign = el(
      "span",
      { "aria-hidden": "true", class: "sign" },
      by === name3 ? way > 0 ? "▲" : "▼" : ""
    );
    return el(
      "th",
      {
        scope: "col",
        class: number2 ? "number" : false,
        "aria-sort": by === name3 ? way > 0 ? "ascending" : "descending" : "none"
      },
      button({ "data-column": name3 }, [title2, sign], turn2)
    );
  };
  var choice = (what, title2) => button(
    { "aria-pressed": String(now.table === what), "data-table": what },
    title2,
    () => table2(what)
  );
  var render5 = () => {
    const what = now.table;
    panel6.hidden = now.main !== "table";
    document.body.classList.toggle("with-table", !panel6.hidden);
    if (panel6.hidden) {
      panel6.replaceChildren();
      return;
    }
    const items = itemsOf(what);
    const columns2 = columnsOf(what, items);
    const row4 = (item) => el(
      "tr",
      {},
      ...columns2.map(
        ([name3, { show: show4, number: number2 }]) => el(
          "td",
          { class: number2 ? "number" : ["topic", "target"].includes(name3) ? "text" : false },
          show4(item)
        )
      )
    );
    const body3 = sorted(what, items).slice(0, limit).map(row4);
    const rest3 = items.length - body3.length;
    const more = button({ class: "more" }, `Show more (${rest3.toLocaleString("en")})`, () => {
      limit += 5 * FIRST4;
      render5();
    });
    const count2 = plural(items.length, what === "nodes" ? "node" : "link");
    const close2 = button(
      { class: "close", "aria-label": "Close the table", title: "Close" },
      "×",
      () => show("map")
    );
    const head4 = el(
      "div",
      { class: "table-head" },
      el(
        "div",
        { class: "segments", role: "group", "aria-label": "Rows" },
        choice("nodes", "Nodes"),
        choice("links", "Links")
      ),
      el("span", { class: "count", role: "status" }, `${count2} shown`),
      close2
    );
    const grid2 = el(
      "table",
      {},
      el("caption", { class: "unseen" }, `What is shown: ${count2}. Headers sort.`),
      el("thead", {}, el("tr", {}, ...columns2.map(header(what)))),
      el("tbody", {}, ...body3)
    );
    panel6.replaceChildren(
      head4,
      el(
        "div",
        { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" },
        grid2,
        rest3 ? more : null
      )
    );
  };

  // src/main.ts
  var ZOOMS = {
    in: () => zoom(1.5),
    out: () => zoom(1 / 1.5),
    fit: () => fit()
  };
  var start8 = () => {
    const { now: now4 } = state_exports;
    let still = false;
    let arriving = null;
    let shown2 = Promise.resolve();
    let pending2 = 0;
    const track = (work) => {
      pending2 += 1;
      return work.finally(() => {
        pending2 -= 1;
      });
    };
    const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moveCamera = (changed) => {
      const has2 = (field) => changed.includes(field);
      if (arriving) place(arriving);
      else if (now4.target >= 0 && has2("target"))
        fit(stations(now4.selected, path(now4.selected, now4.target) || []), {
          most: 1.2,
          pad: 50
        });
      else if (now4.selected >= 0 && (has2("steps") || has2("selected") && !still && now4.steps > 1))
        fit([...within(now4.selected, now4.steps).keys()], { pad: 20 });
      else if (now4.selected >= 0 && has2("selected") && !still) goTo(now4.selected);
      else if (now4.topic && has2("topic")) fit(topic.get(now4.topic)?.members, { most: 1.1 });
      arriving = null;
      still = false;
    };
    const refilter = () => {
      compute2(now4);
      emphasise2(now4);
      repaint();
      render5();
      refresh3(now4);
      recount();
    };
    start2();
    on2(refilter);
    start6();
    start4();
    on(["selection"], (_, changed) => {
      emphasise2(now4);
      repaint();
      const restep = changed.length === 1 && changed[0] === "steps";
      shown2 = track(
        nextFrame().then(() => restep ? mark() : show2()).then(() => moveCamera(changed))
      );
    });
    start7();
    start5();
    start3();
    on(["colour"], repaint);
    on(["main"], () => {
      render5();
      refresh3(now4);
      if (now4.selected < 0) show2();
    });
    onArrival((camera3) => {
      arriving = camera3;
      track(
        shown2.then(() => {
          if (arriving) moveCamera([]);
        })
      );
    });
    onMoved(cameraMoved);
    onPick((node2) => {
      if (node2 >= 0 && isAsked()) {
        toggle2(node2);
        return;
      }
      still = node2 >= 0 && node2 !== now4.selected;
      if (node2 < 0) clear();
      else select(node2);
    });
    document.addEventListener("click", (event) => {
      const link2 = event.target.closest("a[data-node]");
      if (!link2 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      (event.shiftKey ? toggle2 : select)(Number(link2.dataset.node));
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input[type=search], textarea");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        focus();
      } else if (event.key === "Escape" && !leave()) clear();
    });
    for (const button2 of document.querySelectorAll("[data-zoom]")) {
      const act = ZOOMS[button2.dataset.zoom ?? "fit"];
      button2.addEventListener("click", act);
    }
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      restyle();
      restyle2();
      refresh();
      show2();
    });
    const notice = byId("notice");
    notice.hidden = size > 0;
    notice.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
    show2();
    fit(void 0, { animated: false });
    return () => pending2 === 0 && hasArrived() && isWritten();
  };
  var isSettled = start8();
  var listen2 = () => start(camera2);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen2);
  else listen2();
  Object.assign(window, {
    paperlattice: {
      model: model_exports,
      corpus,
      result: result_exports,
      state: state_exports,
      scene: scene_exports,
      lines: lines_exports,
      neighbourhood: neighbourhood_exports,
      draw: draw_exports,
      search: search_exports,
      paint: paint_exports,
      labels: labels_exports,
      matrix: matrix_exports,
      compare: compare_exports,
      focus: focus_exports,
      isSettled
    }
  });
})();
