"use strict";
(() => {
  var __defProp = Object.defineProperty;
  var __export = (target, all4) => {
    for (var name3 in all4)
      __defProp(target, name3, { get: all4[name3], enumerable: true });
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
  var unpack = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at3) => column2.values[at3]);
  var table = (columns3) => Object.fromEntries(Object.entries(columns3).map(([name3, column2]) => [name3, unpack(column2)]));
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
  var split = (text3) => text3.split(" | ").filter((part2) => part2 !== "");
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
  for (const facts of data.topics || []) Object.assign(topic.get(facts.name) ?? {}, facts);
  var ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
  var topics = ordered("");
  topics.forEach((item, rank) => {
    item.subtopics = ordered(item.name);
    for (const each of [item, ...item.subtopics]) each.rank = rank;
  });
  var topicsBut = (name3) => {
    const parent = topic.get(name3)?.parent ?? "";
    const siblings = topic.get(parent)?.subtopics ?? [];
    const all4 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name3));
    return /* @__PURE__ */ new Set([...all4, ...siblings.map((item) => item.name).filter((other2) => other2 !== name3)]);
  };
  var inflate = async () => {
    const packed = Uint8Array.from(atob(content("text-data")), (sign2) => sign2.charCodeAt(0));
    const plain2 = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return table(JSON.parse(await new Response(plain2).text()));
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
  var TABLES = ["papers", "entities", "links"];
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
    table: "papers",
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
  var encode = (text3) => encodeURIComponent(text3).replaceAll("%3A", ":");
  var decode = (text3) => {
    try {
      return decodeURIComponent(text3);
    } catch {
      return "";
    }
  };
  var list = (values) => [...values].map(encode).join(",");
  var known = (values) => (text3) => new Set(
    text3.split(",").map(decode).filter((value) => values.has(value))
  );
  var node = (text3) => at.get(decode(text3)) ?? -1;
  var among = (values, fallback) => (text3) => values.find((value) => value === text3) ?? fallback;
  var number = (least, most2) => (text3) => {
    const value = text3 === "" ? Number.NaN : Number(text3);
    return Number.isFinite(value) ? Math.min(most2, Math.max(least, value)) : least;
  };
  var whole = (least) => (text3) => Math.round(number(least, 1e6)(text3));
  var day = (text3) => /^[0-9-]{4,10}$/.test(text3) ? text3 : "";
  var topic2 = (text3) => topic.has(decode(text3)) ? decode(text3) : "";
  var same = (a, b) => {
    if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
    if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
    return a === b;
  };
  var codec = (field, format, parse) => ({
    format: (now5, first) => same(now5[field], first[field]) ? null : format(now5[field]),
    read: (now5, text3) => {
      now5[field] = parse(text3);
    }
  });
  var readTable = (now5, text3) => {
    const table3 = TABLES.find((name3) => name3 === text3 || name3 === "papers" && text3 === "nodes");
    if (table3) Object.assign(now5, { main: "table", table: table3 });
  };
  var several = (text3) => [...new Set(text3.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
  var polygon = (text3) => {
    const found = text3.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
    const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
    return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
  };
  var NONE = "-";
  var name = (topic4) => topic4 === "" ? NONE : topic4 === NONE ? "%2D" : encode(topic4);
  var topicNames = (text3) => text3.split(",").map((part2) => part2 === NONE ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
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
      const [written, text3] = hidden.size ? formatTopics(hidden) : ["", ""];
      return written === field ? text3 : null;
    },
    read: (now5, text3) => {
      const named4 = topicNames(text3);
      if (named4.length) now5.hiddenTopics = field === "topics" ? hiddenBut(named4) : new Set(named4);
    }
  });
  var CODECS = {
    to: codec("target", (value) => encode(nodes.key[value]), node),
    steps: codec("steps", String, (text3) => text3 === "2" ? 2 : 1),
    topic: codec("topic", encode, topic2),
    colour: codec("colour", String, among(COLOURS, fresh().colour)),
    view: codec("view", String, among(VIEWS, "full")),
    main: codec("main", String, among(MAINS, "map")),
    rows: codec("table", String, among(TABLES, "papers")),
    table: { format: () => null, read: readTable },
    left: codec("left", String, (text3) => text3 === "" ? "" : among(LEFTS, "papers")(text3)),
    focus: codec(
      "focus",
      (value) => String(Number(value)),
      (text3) => text3 === "1"
    ),
    compare: codec("compare", (value) => value.map((one) => encode(nodes.key[one])).join(","), several),
    hide: codec("hiddenKinds", list, known(kinds)),
    drop: codec("hiddenRelations", list, known(relations)),
    without: hiddenTopics("without"),
    topics: hiddenTopics("topics"),
    text: codec("text", encode, (text3) => decode(text3).trim().slice(0, MOST_TEXT)),
    lasso: codec("lasso", (value) => value.join(","), polygon),
    confidence: codec("confidence", String, number(0, 1)),
    papers: codec("papers", String, whole(1)),
    weight: codec("weight", String, number(0, 1e6)),
    together: codec("together", String, whole(1)),
    since: codec("since", encode, day),
    until: codec("until", encode, day)
  };
  var write = (now5, camera3 = null) => {
    const first = fresh();
    const parts = Object.entries(CODECS).flatMap(([name3, { format }]) => {
      const text3 = format(now5, first);
      return text3 === null ? [] : [`${name3}=${text3}`];
    });
    if (camera3)
      parts.push(
        `${camera3.relative ? "see" : "at"}=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`
      );
    const key3 = now5.selected < 0 ? "" : encode(nodes.key[now5.selected]);
    return key3 || parts.length ? `#${[key3, ...parts].join("&")}` : "";
  };
  var read = (hash) => {
    const [key3, ...parts] = hash.replace(/^#/, "").split("&");
    const found = {
      now: { ...fresh(), selected: node(key3) },
      camera: null
    };
    for (const part2 of parts) {
      const cut = part2.indexOf("=");
      const [name3, text3] = [part2.slice(0, cut), part2.slice(cut + 1)];
      if (Object.hasOwn(CODECS, name3)) CODECS[name3].read(found.now, text3);
      const [x2, y2, zoom2] = name3 === "at" || name3 === "see" ? text3.split(",").map(Number) : [];
      if ([x2, y2, zoom2].every(Number.isFinite) && zoom2 > 0)
        found.camera = { x: x2, y: y2, zoom: zoom2, ...name3 === "see" ? { relative: true } : {} };
    }
    return found;
  };
  var ofNode = (selected) => `#${encode(nodes.key[selected])}`;

  // src/shapes.ts
  var corners = (ctx, count3, turn2, place4) => {
    for (let corner = 0; corner < count3; corner += 1) {
      const [px, py, r] = place4(corner);
      const angle = turn2 + 2 * Math.PI * corner / count3;
      const point3 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
      if (corner) ctx.lineTo(...point3);
      else ctx.moveTo(...point3);
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
    const made5 = document.createElement(tag);
    for (const [name3, value] of Object.entries(attributes)) {
      if (value !== false && value !== void 0) made5.setAttribute(name3, value === true ? "" : value);
    }
    made5.append(...present(children).filter((child) => child !== ""));
    return made5;
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
  var foreign = (text3, attributes = {}) => el("bdi", attributes, text3);
  var button = (attributes, label2, act) => {
    const made5 = el("button", { type: "button", ...attributes }, ...[label2].flat());
    made5.addEventListener("click", () => act());
    return made5;
  };
  var nodeLink = (node2, text3 = nodes.label[node2], attributes = {}) => el("a", { href: ofNode(node2), "data-node": String(node2), dir: "auto", ...attributes }, text3);
  var webAddress = (text3) => {
    try {
      const url = new URL(text3);
      return url.protocol === "https:" || url.protocol === "http:" ? url : null;
    } catch {
      return null;
    }
  };
  var outside = (text3) => {
    const url = webAddress(text3);
    if (!url) return text3 ? foreign(text3, { class: "muted" }) : null;
    const shown3 = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
    return el(
      "a",
      { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
      foreign(shown3)
    );
  };

  // src/card_text.ts
  var marked = (texts2, text3, linked) => {
    const forms2 = linked.flatMap(
      (edge) => split(texts2.surfaces[edge]).map((form) => [form, edge])
    );
    const target = new Map(forms2);
    if (!target.size) return [text3];
    const escaped = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    const parts = [];
    let from = 0;
    for (const found of text3.matchAll(pattern)) {
      const edge = target.get(found[0].replace(/\s+/g, " "));
      if (edge === void 0) continue;
      const node2 = edges.to[edge];
      const look = linked.length > 1 && isBackground(edge) ? "slight mention" : "mention";
      parts.push(
        text3.slice(from, found.index),
        nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
      );
      from = found.index + found[0].length;
    }
    return [...parts, text3.slice(from)];
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
    return split(texts2.shared[edge]).map((label2) => {
      const node2 = found.get(label2);
      return node2 === void 0 ? foreign(label2, { class: "tag" }) : nodeLink(node2, label2, { class: `tag ${nodes.kind[node2]}` });
    });
  };
  var shared = (texts2, edge) => {
    const said = texts2.shared[edge].toLowerCase();
    const terms = split(texts2.terms[edge]).filter((term) => !said.includes(term.toLowerCase()));
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
    refine: () => refine,
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
      (group4) => GROUPS[group4].some((field) => changed.includes(field))
    );
    for (const [wanted, listener] of listeners)
      if (wanted.some((group4) => groups2.includes(group4))) listener(now, changed);
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
    const without2 = (set2, value) => new Set([...set2].filter((item) => item !== value));
    const { kind, topic: topic4, subtopic: subtopic2 } = nodes;
    const fits = now.view === "full" || now.view === "papers" === isPaper(node2);
    const own2 = around[node2];
    const alone = own2.length > 0 && own2.every((edge) => now.hiddenRelations.has(edges.relation[edge]));
    const shown3 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
    return {
      view: fits ? now.view : "full",
      hiddenRelations: new Set([...now.hiddenRelations].filter((relation3) => !shown3.has(relation3))),
      hiddenKinds: without2(now.hiddenKinds, kind[node2]),
      hiddenTopics: without2(without2(now.hiddenTopics, topic4[node2]), subtopic2[node2])
    };
  };
  var toggled = (set2, value) => {
    const next = new Set(set2);
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
  var view = (chosen3) => {
    const fits = (node2) => node2 < 0 || chosen3 === "full" || chosen3 === "papers" === isPaper(node2);
    const keep = fits(now.selected) && fits(now.target);
    step({ view: chosen3, ...keep ? {} : { selected: -1, target: -1 } });
  };
  var show = (main) => step({ main });
  var table2 = (table3) => step({ main: "table", table: table3 });
  var tab = (left) => adjust({ left });
  var focusOn = (focus2) => step({ focus: focus2 });
  var compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
  var toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
  var toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
  var toggleTopic = (name3) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name3) });
  var only = (all4, value, now5) => {
    const others2 = new Set([...all4].filter((other2) => other2 !== value));
    return same(now5, others2) ? null : others2;
  };
  var onlyKind = (kind) => adjust({ hiddenKinds: only(kinds.keys(), kind, now.hiddenKinds) ?? /* @__PURE__ */ new Set() });
  var onlyRelation = (relation3) => {
    const first = fresh().hiddenRelations;
    adjust({ hiddenRelations: only(relations.keys(), relation3, now.hiddenRelations) ?? first });
  };
  var onlyTopic = (name3) => {
    const others2 = topicsBut(name3);
    adjust({ hiddenTopics: same(now.hiddenTopics, others2) ? /* @__PURE__ */ new Set() : others2 });
  };
  var refine = (changes) => adjust(changes);
  var narrow = (field, value) => adjust({ [field]: value });
  var widen = () => {
    const first = fresh();
    const fields = GROUPS.filter.filter((field) => field !== "view");
    adjust(Object.fromEntries(fields.map((field) => [field, first[field]])));
  };
  var isFilter = (field) => GROUPS.filter.includes(field);
  var isNarrowed = () => {
    const first = fresh();
    return GROUPS.filter.some((field) => field !== "view" && !same(now[field], first[field]));
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
  var plural = (count3, one, many = `${one}s`) => `${count3.toLocaleString("en")} ${count3 === 1 ? one : many}`;
  var percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
  var section = (title, ...content3) => el("section", {}, el("h3", {}, title), ...content3);
  var listing = (items2, render3, attributes = {}, first = FIRST) => {
    const list4 = el("ul", attributes, ...items2.slice(0, first).map((item) => render3(item)));
    if (items2.length <= first) return [list4];
    const label2 = () => `Show more (${(items2.length - list4.children.length).toLocaleString("en")})`;
    const more = button({ class: "more" }, label2(), () => {
      const next = items2.slice(list4.children.length, list4.children.length + STEP).map((item) => render3(item));
      list4.append(...next);
      next[0].querySelector("a")?.focus();
      if (list4.children.length === items2.length) more.remove();
      else more.textContent = label2();
    });
    return [list4, more];
  };
  var swatch = (name3) => {
    const made5 = el("span", { class: "swatch" });
    made5.style.backgroundColor = ofTopic(name3);
    return made5;
  };
  var chip = (name3) => {
    if (!name3) return null;
    const title = `${topic.get(name3)?.parent ? "Subtopic" : "Topic"} ${name3}`;
    return button({ class: "chip", title }, [swatch(name3), foreign(name3)], () => showTopic(name3));
  };
  var meta = (...parts) => {
    const known2 = parts.filter((part2) => part2);
    return known2.length ? el("p", { class: "meta" }, ...known2.map((part2) => el("span", {}, part2))) : null;
  };
  var bar = (value, most2, what2) => el("meter", { min: "0", max: String(most2), value: String(value), title: what2, "aria-label": what2 });
  var salience = (edge) => {
    const value = edges.salience[edge];
    const kind = nodes.kind[edges.to[edge]];
    return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
  };
  var fold = (title, list4, open4 = false) => el("details", { class: "background", open: open4 }, el("summary", {}, title), ...list4);
  var named2 = (node2, remark = null, ...below2) => el(
    "li",
    { class: "named" },
    icon(nodes.kind[node2]),
    nodeLink(node2),
    remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
    ...below2
  );
  var RANK = Object.keys(RELATIONS);
  var byRelation = (list4) => {
    const groups2 = /* @__PURE__ */ new Map();
    for (const edge of list4) {
      const relation3 = edges.relation[edge];
      const group4 = groups2.get(relation3);
      if (group4) group4.push(edge);
      else groups2.set(relation3, [edge]);
    }
    return [...groups2].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
  };
  var bySalience = (list4, otherwise) => [...list4].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));

  // src/card_entity.ts
  var namedWith = (entity) => {
    const counts2 = /* @__PURE__ */ new Map();
    const matters = (edge) => !isBackground(edge);
    for (const paper of neighbours(entity, matters)) {
      for (const peer of neighbours(paper, matters)) {
        if (peer !== entity && !isPaper(peer)) counts2.set(peer, (counts2.get(peer) || 0) + 1);
      }
    }
    return [...counts2].sort(
      (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || named(a[0], b[0])
    );
  };
  var forms = (entity, texts2) => {
    const papers3 = /* @__PURE__ */ new Map();
    for (const edge of around[entity]) {
      for (const form of split(texts2.surfaces[edge])) {
        const found = papers3.get(form) ?? /* @__PURE__ */ new Set();
        papers3.set(form, found.add(edges.from[edge]));
      }
    }
    const counts2 = [...papers3].map(([form, found]) => [form, found.size]);
    return counts2.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  };
  var formRow = ([form, count3]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count3, "paper")));
  var reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
  var cardEntity = (entity, texts2) => {
    const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
    const paperRow = (edge) => {
      const remark = [nodes.date[edges.from[edge]], salience(edge)].filter(Boolean);
      return named2(edges.from[edge], remark.length ? remark : null, evidence(texts2, edge));
    };
    const groups2 = byRelation(around[entity]);
    const papers3 = groups2.map(([relation3, list4]) => {
      const title = RELATIONS[relation3]?.by ?? relation3;
      const listed2 = listing(bySalience(list4, newest), paperRow);
      if (!isBackground(list4[0])) return section(title, ...listed2);
      const count3 = `${plural(list4.length, "paper")}, in the background`;
      return section(title, fold(count3, listed2, groups2.length === 1));
    });
    const company = namedWith(entity);
    const written = forms(entity, texts2);
    const reasons = split(texts2.united[entity]);
    return [
      ...papers3,
      company.length ? section(
        "Often named with",
        ...listing(company, ([peer, count3]) => named2(peer, plural(count3, "paper")), {
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
  var peerRow = (texts2, paper, most2) => (edge) => {
    const peer = other(edge, paper);
    const weight = edges.weight[edge];
    const bar2 = bar(weight, Math.max(most2, 1), `probability ${percent(weight)}`);
    return el(
      "li",
      { class: "peer" },
      el("div", { class: "line" }, nodeLink(peer), bar2, el("span", { class: "count" }, percent(weight))),
      reason(texts2, edge),
      shared(texts2, edge)
    );
  };
  var entitySections = (texts2, own2) => {
    const order3 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
    const row6 = (edge) => {
      const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
      return named2(edges.to[edge], remark.length ? remark : null, evidence(texts2, edge));
    };
    const listed2 = (list4) => listing(bySalience(list4, order3), row6);
    const terms = Object.entries(KINDS).map(([kind, { many }]) => {
      const list4 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
      const [front, back] = [list4.filter((edge) => !isBackground(edge)), list4.filter(isBackground)];
      if (!list4.length) return null;
      const fold4 = back.length ? [fold(`${back.length} in the background`, listed2(back))] : [];
      return section(many, ...front.length ? listed2(front) : [], ...fold4);
    });
    const roles = byRelation(own2.filter((edge) => !isTerm(edge))).map(([relation3, list4]) => section(RELATIONS[relation3]?.group ?? relation3, ...listed2(list4)));
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
    const most2 = related.length ? edges.weight[related[0]] : 0;
    const body3 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts2, abstract, own2)) : null;
    return [
      subjects(own2),
      body3 ? section("Abstract", body3) : null,
      ...entitySections(texts2, own2),
      related.length ? section("Related papers", ...listing(related, peerRow(texts2, paper, most2))) : null,
      own2.length ? null : el("p", { class: "muted" }, `No ${entities.one} was found in this paper.`)
    ];
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

  // src/result.ts
  var result_exports = {};
  __export(result_exports, {
    compute: () => compute,
    now: () => now2,
    on: () => on2,
    setText: () => setText,
    start: () => start2
  });

  // src/periods.ts
  var LENGTH = { day: 10, month: 7, year: 4 };
  var MOST_MONTHS = 120;
  var MOST_DAYS = 92;
  var DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  var part = (text3, at3) => Number(text3.split("-")[at3] ?? 1);
  var successor = (name3, unit2) => {
    const next = /* @__PURE__ */ new Date(0);
    next.setUTCFullYear(
      part(name3, 0) + Number(unit2 === "year"),
      part(name3, 1) - 1 + Number(unit2 === "month"),
      part(name3, 2) + Number(unit2 === "day")
    );
    return next.toISOString().slice(0, LENGTH[unit2]);
  };
  var through = (first, last2, unit2) => {
    const found = [first];
    while (found[found.length - 1] < last2) found.push(successor(found[found.length - 1], unit2));
    return found;
  };
  var ofUnit = (dates, unit2) => {
    const cut = dates.map(
      (date2) => date2.length >= LENGTH[unit2] && DATE.test(date2) ? date2.slice(0, LENGTH[unit2]) : ""
    );
    const known2 = [...new Set(cut)].filter(Boolean).sort();
    const names4 = known2.length ? through(known2[0], known2[known2.length - 1], unit2) : [];
    const at3 = new Map(names4.map((name3, index2) => [name3, index2]));
    return { unit: unit2, names: names4, of: Int32Array.from(cut, (date2) => at3.get(date2) ?? -1) };
  };
  var binsOf = (dates) => {
    const known2 = dates.filter((date2) => DATE.test(date2));
    const share2 = (unit2) => known2.filter((date2) => date2.length >= LENGTH[unit2]).length >= known2.length / 2;
    if (!share2("month")) return ofUnit(dates, "year");
    const years = known2.map((date2) => part(date2, 0)).sort((a, b) => a - b);
    if (12 * (years[years.length - 1] - years[0]) > MOST_MONTHS) return ofUnit(dates, "year");
    const months = ofUnit(dates, "month");
    if (months.names.length > 2 || !share2("day")) return months;
    const days = ofUnit(dates, "day");
    return days.names.length > 1 && days.names.length <= MOST_DAYS ? days : months;
  };
  var ordered2 = (since, until) => {
    const digits = Math.min(since.length, until.length);
    return since && until && since.slice(0, digits) > until.slice(0, digits) ? [until, since] : [since, until];
  };
  var isIn = (date2, since, until) => !since && !until || date2 !== "" && (!since || date2 >= since) && (!until || date2.slice(0, until.length) <= until);

  // src/corpus.ts
  var drawn = nodes.id.filter(isPaper);
  var { rest: rest2 } = model_exports;
  var others = rest2.label?.length ?? 0;
  var column = (name3) => {
    const own2 = nodes[name3];
    const more = rest2[name3];
    return [
      ...drawn.map((node2) => own2?.[node2] ?? ""),
      ...Array.from({ length: others }, (_, row6) => more?.[row6] ?? "")
    ];
  };
  var [topic3, subtopic, date] = ["topic", "subtopic", "date"].map(column);
  var size2 = drawn.length + others;
  var corpus = {
    size: size2,
    drawn: drawn.length,
    node: Int32Array.from({ length: size2 }, (_, row6) => drawn[row6] ?? -1),
    key: column("key"),
    title: column("label"),
    date,
    topic: topic3,
    subtopic,
    rank: Int32Array.from(topic3, (name3) => topic.get(name3)?.rank ?? -1),
    url: column("url"),
    authors: column("authors"),
    venue: column("venue"),
    arxiv: column("arxiv"),
    doi: column("doi"),
    bins: binsOf(date)
  };
  var row = new Int32Array(size).fill(-1);
  drawn.forEach((node2, at3) => {
    row[node2] = at3;
  });
  var rowOf = (node2) => row[node2] ?? -1;

  // src/facets.ts
  var BITS = { topic: 1, time: 2, text: 4, lasso: 8, links: 16, chosen: 32 };
  var judge = (mask, facet, fails) => {
    const bit = BITS[facet];
    for (let row6 = 0; row6 < mask.length; row6 += 1) {
      mask[row6] = fails?.(row6) ? mask[row6] | bit : mask[row6] & ~bit;
    }
  };
  var passing = (mask, ...without2) => {
    const kept = keptBits(without2);
    const found = new Int32Array(mask.length);
    let count3 = 0;
    for (let row6 = 0; row6 < mask.length; row6 += 1) {
      if (!(mask[row6] & kept)) {
        found[count3] = row6;
        count3 += 1;
      }
    }
    return found.slice(0, count3);
  };
  var keptBits = (without2) => without2.reduce((bits, facet) => bits & ~BITS[facet], 255);
  var countBy = (rows2, codes2, size4) => {
    const found = new Int32Array(size4);
    for (const row6 of rows2) if (codes2[row6] >= 0) found[codes2[row6]] += 1;
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
    extentOfAll: () => extentOfAll,
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
    let [least, most2] = [0, 0];
    for (const value of values) [least, most2] = [Math.min(least, value), Math.max(most2, value)];
    return most2 - least;
  };
  var turned = window.innerHeight > 1.2 * window.innerWidth && extent(nodes.x) > 1.1 * extent(nodes.y);
  var x = Float64Array.from(turned ? nodes.y : nodes.x);
  var y = Float64Array.from(turned ? nodes.x : nodes.y);
  var radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
  var extentOfAll = () => {
    const along = (at3) => {
      let [least, most2] = [Infinity, -Infinity];
      at3.forEach((value, i) => {
        [least, most2] = [Math.min(least, value - radius[i]), Math.max(most2, value + radius[i])];
      });
      return size ? most2 - least : 0;
    };
    return { x: along(x), y: along(y) };
  };
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
      const distance2 = Math.hypot(x[i] - px, y[i] - py) - radius[i];
      if (distance2 < Math.min(least, slack)) [best, least] = [i, distance2];
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
  var code = new Map(names.map((name3, at3) => [name3, at3]));
  var codes = (column2) => Int32Array.from(column2, (name3) => code.get(name3) ?? -1);
  var [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
  var isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
  var entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
    (kind) => kind !== "paper"
  );
  var matching = null;
  var revealed = false;
  var now2 = {
    rows: Int32Array.from(corpus.title, (_, row6) => row6),
    passes: new Uint8Array(corpus.size).fill(1),
    mask: new Uint8Array(corpus.size),
    shown,
    listed: shown,
    edges: new Uint8Array(links).fill(1),
    named: new Int32Array(size),
    count: { papers: corpus.size, of: Math.max(corpus.size, counts.paper ?? 0), kinds: /* @__PURE__ */ new Map() },
    topics: /* @__PURE__ */ new Map(),
    times: new Int32Array(corpus.bins.names.length),
    relations: /* @__PURE__ */ new Map(),
    ranks: null
  };
  var strongEdges = (chosen3) => {
    const wanted = new Uint8Array(links);
    for (let e = 0; e < links; e += 1) {
      const strong = isRelated[e] ? edges.weight[e] >= chosen3.weight : edges.confidence[e] >= chosen3.confidence;
      wanted[e] = strong ? 1 : 0;
    }
    return wanted;
  };
  var judgeLinks = (chosen3, strong) => {
    const first = fresh();
    const related = [...chosen3.hiddenRelations].some((name3) => !first.hiddenRelations.has(name3));
    if (!related && !chosen3.confidence && !chosen3.weight) return null;
    const [had, has] = [new Uint8Array(size), new Uint8Array(size)];
    for (let e = 0; e < links; e += 1) {
      const before = first.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
      const after = chosen3.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
      for (const end2 of [edges.from[e], edges.to[e]]) {
        had[end2] |= before;
        has[end2] |= after;
      }
    }
    return (row6) => {
      const node2 = corpus.node[row6];
      return node2 < 0 ? related : !has[node2] && (related || had[node2]);
    };
  };
  var judgeAll = (chosen3, strong) => {
    const { mask } = now2;
    const { date: date2, node: node2, drawn: drawn2, subtopic: subtopic2 } = corpus;
    const { hiddenTopics: hiddenTopics2, lasso } = chosen3;
    const hidden = Uint8Array.from(names, (name3) => Number(hiddenTopics2.has(name3)));
    const isHidden = (row6) => hidden[topicAt[row6]] || subtopic2[row6] && hidden[subtopicAt[row6]];
    const topic4 = chosen3.topic ? code.get(chosen3.topic) ?? -1 : -1;
    const isOther = (row6) => topicAt[row6] !== topic4 && subtopicAt[row6] !== topic4;
    const [since, until] = ordered2(chosen3.since, chosen3.until);
    const isOutside = (row6) => row6 >= drawn2 || !isInside(lasso, nodes.x[node2[row6]], nodes.y[node2[row6]]);
    judge(mask, "topic", hiddenTopics2.size ? isHidden : null);
    judge(mask, "chosen", topic4 < 0 ? null : isOther);
    judge(mask, "time", since || until ? (row6) => !isIn(date2[row6], since, until) : null);
    judge(mask, "text", chosen3.text && matching ? (row6) => !matching?.[row6] : null);
    judge(mask, "lasso", lasso.length ? isOutside : null);
    judge(mask, "links", judgeLinks(chosen3, strong));
  };
  var aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
    const alive = new Uint8Array(size);
    const kept = keptBits(["chosen"]);
    for (let i = 0; i < size; i += 1) {
      const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
      alive[i] = hidden || isPaper(i) ? 0 : 1;
    }
    for (let row6 = 0; row6 < corpus.drawn; row6 += 1) alive[corpus.node[row6]] = now2.mask[row6] & kept ? 0 : 1;
    return alive;
  };
  var isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
  var keepEdges = (chosen3, strong, alive) => {
    now2.relations.clear();
    for (let e = 0; e < links; e += 1) {
      const [from, to, relation3] = [edges.from[e], edges.to[e], edges.relation[e]];
      const possible = strong[e] && alive[from] && (!isRelated[e] || alive[to]);
      if (possible) now2.relations.set(relation3, (now2.relations.get(relation3) ?? 0) + 1);
      now2.edges[e] = possible && !chosen3.hiddenRelations.has(relation3) ? 1 : 0;
    }
  };
  var countNamed = () => {
    const last2 = new Int32Array(size).fill(-1);
    now2.named.fill(0);
    for (let e = 0; e < links; e += 1) {
      if (isRelated[e] || !now2.edges[e] || last2[edges.to[e]] === edges.from[e]) continue;
      last2[edges.to[e]] = edges.from[e];
      now2.named[edges.to[e]] += 1;
    }
  };
  var isThinned = (chosen3) => chosen3.hiddenRelations.size > 0 || chosen3.hiddenTopics.size > 0 || chosen3.confidence > 0 || chosen3.lasso.length > 0 || Boolean(chosen3.since || chosen3.until || chosen3.text);
  var showNodes = (chosen3, alive) => {
    const thinned2 = isThinned(chosen3);
    const needed = chosen3.papers > 1 || thinned2 ? chosen3.papers : 0;
    const found = thinned2 ? now2.named : nodes.papers;
    const left = /* @__PURE__ */ new Map();
    revealed = false;
    for (let i = 0; i < size; i += 1) {
      const [kind, paper] = [nodes.kind[i], isPaper(i)];
      const passes = alive[i] && (paper || found[i] >= needed);
      if (passes && !paper) left.set(kind, (left.get(kind) ?? 0) + 1);
      const inView = chosen3.view === "full" || chosen3.view === "papers" === paper;
      const asked = i === chosen3.selected || i === chosen3.target;
      shown[i] = inView && !chosen3.hiddenKinds.has(kind) && (passes || asked) ? 1 : 0;
      revealed ||= asked && !passes;
    }
    return left;
  };
  var listNodes = ({ topic: topic4 }) => {
    if (!topic4) return shown;
    return shown.map(
      (shown3, i) => shown3 && Number(nodes.topic[i] === topic4 || nodes.subtopic[i] === topic4)
    );
  };
  var countRows = (left) => {
    now2.rows = passing(now2.mask);
    now2.passes.fill(0);
    for (const row6 of now2.rows) now2.passes[row6] = 1;
    now2.count.papers = now2.rows.length;
    now2.count.kinds = new Map(entities2.map((kind) => [kind, [left.get(kind) ?? 0, counts[kind] ?? 0]]));
    now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
    const byTopic = passing(now2.mask, "topic", "chosen");
    const [first, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
    now2.topics = new Map(names.map((name3, at3) => [name3, name3 ? first[at3] + second[at3] : first[at3]]));
    now2.times = countBy(passing(now2.mask, "time"), corpus.bins.of, corpus.bins.names.length);
  };
  var compute = (chosen3) => {
    const strong = strongEdges(chosen3);
    judgeAll(chosen3, strong);
    const alive = aliveNodes(chosen3);
    keepEdges(chosen3, strong, alive);
    countNamed();
    countRows(showNodes(chosen3, alive));
    now2.listed = listNodes(chosen3);
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
    now2.ranks = rows2 && /* @__PURE__ */ new Map();
    for (const row6 of rows2 ?? []) {
      if (matching) matching[row6] = 1;
      now2.ranks?.set(row6, now2.ranks.size);
    }
    renew();
  };
  var start2 = () => on(["filter", "selection"], (chosen3, changed) => {
    const asked = [chosen3.selected, chosen3.target].some((node2) => node2 >= 0 && !shown[node2]);
    if (asked || revealed || changed.includes("topic") || changed.some(isFilter)) renew();
  });

  // src/lines.ts
  var BESIDE = "beside";
  var names2 = [...relations.keys(), BESIDE];
  var code2 = new Map(names2.map((name3, at3) => [name3, at3]));
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
  var coMentions = ({ together: together2 }) => {
    const pairs = /* @__PURE__ */ new Map();
    for (let paper = 0; paper < size; paper += 1) {
      if (!isPaper(paper)) continue;
      const own2 = around[paper].filter(
        (e) => now2.edges[e] && !isRelated2[e] && shown[edges.to[e]]
      );
      const named4 = [...new Set(own2.map((e) => edges.to[e]))].sort((a, b) => a - b);
      for (let i = 0; i < named4.length; i += 1) {
        for (let j = i + 1; j < named4.length; j += 1) {
          const pair = named4[i] * size + named4[j];
          pairs.set(pair, (pairs.get(pair) || 0) + 1);
        }
      }
    }
    return [...pairs].filter(([, count3]) => count3 >= together2).sort((p, q) => p[0] - q[0]).map(([pair, count3]) => [beside, Math.floor(pair / size), pair % size, -1, count3]);
  };
  var BANDS = 4;
  var inBands = (range2) => {
    const { name: name3, first, end: end2 } = range2;
    const [least, most2] = [now3.weight[first], now3.weight[end2 - 1]];
    if (name3 !== "related" || least === most2) return [{ ...range2, strength: 1 }];
    const bandOf = (line) => Math.floor(BANDS * (now3.weight[line] - least) / (most2 - least));
    let next = first;
    return Array.from({ length: BANDS }, (_, band) => {
      const start12 = next;
      while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
      return { name: name3, first: start12, end: next, strength: band / (BANDS - 1) };
    }).filter((band) => band.first < band.end);
  };
  var compute2 = (chosen3) => {
    const rows2 = chosen3.view === "entities" ? coMentions(chosen3) : ofGraph();
    rows2.sort((p, q) => p[0] - q[0] || (p[0] === likely ? p[4] - q[4] : 0));
    now3.count = rows2.length;
    now3.a = Int32Array.from(rows2, (row6) => row6[1]);
    now3.b = Int32Array.from(rows2, (row6) => row6[2]);
    now3.edge = Int32Array.from(rows2, (row6) => row6[3]);
    now3.weight = Float64Array.from(rows2, (row6) => row6[4]);
    now3.hot = new Uint8Array(rows2.length);
    now3.apart = Uint8Array.from(rows2, ([, a, b]) => nodes.topic[a] === nodes.topic[b] ? 0 : 1);
    now3.ranges = names2.map((name3, at3) => {
      const first = rows2.findIndex((row6) => row6[0] === at3);
      return { name: name3, first, end: rows2.findLastIndex((row6) => row6[0] === at3) + 1 };
    }).filter(({ first }) => first >= 0).flatMap(inBands);
    adjacency = null;
  };
  var isListed = (line) => now2.listed[now3.a[line]] === 1 && now2.listed[now3.b[line]] === 1;
  var at2 = (node2) => {
    if (!adjacency) {
      adjacency = Array.from({ length: size }, () => []);
      for (let line = 0; line < now3.count; line += 1) {
        adjacency[now3.a[line]].push(line);
        if (now3.a[line] !== now3.b[line]) adjacency[now3.b[line]].push(line);
      }
    }
    return adjacency[node2];
  };
  var across = (line, node2) => now3.a[line] === node2 ? now3.b[line] : now3.a[line];
  var nameOf = (line) => now3.edge[line] < 0 ? BESIDE : edges.relation[now3.edge[line]];

  // src/neighbourhood.ts
  var neighbourhood_exports = {};
  __export(neighbourhood_exports, {
    emphasise: () => emphasise2,
    path: () => path,
    stations: () => stations,
    within: () => within
  });
  var within = (node2, steps) => {
    const distance2 = /* @__PURE__ */ new Map([[node2, 0]]);
    for (const [here, far] of distance2) {
      if (far === steps) break;
      for (const line of at2(here)) {
        const next = across(line, here);
        if (!distance2.has(next)) distance2.set(next, far + 1);
      }
    }
    return distance2;
  };
  var path = (from, to) => {
    if (from === to) return [];
    const distance2 = new Int32Array(size).fill(-1);
    const cost = new Float64Array(size).fill(Infinity);
    const via = new Int32Array(size).fill(-1);
    distance2[from] = 0;
    cost[from] = 0;
    let ring = [from];
    while (ring.length && distance2[to] < 0) {
      const next = [];
      for (const here of ring) {
        const price = cost[here] + (here === from ? 0 : at2(here).length);
        for (const line of at2(here)) {
          const there = across(line, here);
          if (distance2[there] >= 0 && distance2[there] !== distance2[here] + 1) continue;
          if (distance2[there] < 0) {
            distance2[there] = distance2[here] + 1;
            next.push(there);
          }
          if (price < cost[there]) [cost[there], via[there]] = [price, line];
        }
      }
      ring = next;
    }
    if (distance2[to] < 0) return null;
    const found = [];
    for (let here = to; here !== from; here = across(via[here], here)) found.unshift(via[here]);
    return found;
  };
  var stations = (from, found) => {
    const way = [from];
    for (const line of found) way.push(across(line, way[way.length - 1]));
    return way;
  };
  var emphasise2 = (now5) => {
    const { hot: hot2 } = now3;
    hot2.fill(0);
    view2.focused = now5.selected;
    if (now5.selected >= 0 && now5.target >= 0) {
      const found = path(now5.selected, now5.target) || [];
      for (const line of found) hot2[line] = 1;
      emphasise([...stations(now5.selected, found), now5.target]);
    } else if (now5.selected >= 0) {
      const near = within(now5.selected, now5.steps);
      for (const [node2, far] of near) {
        if (far < now5.steps) for (const line of at2(node2)) hot2[line] = 1;
      }
      emphasise(near.keys());
    } else if (now5.topic) {
      emphasise(topic.get(now5.topic)?.members ?? []);
      for (let line = 0; line < hot2.length; line += 1) {
        hot2[line] = hot[now3.a[line]] && hot[now3.b[line]];
      }
    } else emphasise(null);
  };

  // src/card_path.ts
  var verb = (line) => {
    const name3 = nameOf(line);
    if (name3 === BESIDE) return `named together in ${plural(now3.weight[line], "paper")}`;
    const likely2 = name3 === "related" ? `, ${percent(now3.weight[line])}` : "";
    return (RELATIONS[name3]?.edge ?? name3).toLowerCase() + likely2;
  };
  var between = (line, here, texts2) => {
    const edge = now3.edge[line];
    const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
    return el(
      "li",
      { class: "step" },
      el("span", { class: "count" }, backwards ? `↑ ${verb(line)}` : `↓ ${verb(line)}`),
      ...edge >= 0 ? [reason, shared, evidence].map((part2) => part2(texts2, edge)) : []
    );
  };
  var cardPath = (from, to, texts2) => {
    const found = path(from, to);
    const drop = button({ class: "more" }, "Leave the path", () => select(from));
    if (found === null) {
      const none2 = [
        "There is no path to ",
        foreign(nodes.label[to]),
        " in what is shown. Wider filters may give one."
      ];
      return section("Path", el("p", { class: "muted" }, ...none2), drop);
    }
    const way = stations(from, found);
    const list4 = el("ol", { class: "path" }, named2(from));
    found.forEach((line, at3) => {
      list4.append(between(line, way[at3], texts2), named2(way[at3 + 1]));
    });
    return section(`Path of ${plural(found.length, "step")}`, list4, drop);
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
  var subtopicRow = ({ name: name3, papers: papers3 }) => el(
    "li",
    { class: "subtopic" },
    button(
      { class: "pick" },
      [swatch(name3), foreign(name3, { class: "grow" })],
      () => showTopic(name3)
    ),
    el("span", { class: "count" }, plural(papers3, "paper"))
  );
  var cardTopic = (topic4) => {
    const { name: name3, parent, papers: papers3, subtopics, central } = topic4;
    return [
      el("h2", { dir: "auto" }, name3),
      meta(
        plural(papers3, "paper"),
        subtopics.length ? plural(subtopics.length, "subtopic") : ""
      ),
      parent ? el("div", { class: "chips" }, chip(parent)) : null,
      particular(topic4),
      subtopics.length ? section("Subtopics", ...listing(subtopics, subtopicRow, { class: "tight" }, 8)) : null,
      central.length ? section(
        "Most central papers",
        ...listing(central, (node2) => named2(node2), { class: "tight" })
      ) : null
    ];
  };

  // src/search.ts
  var search_exports = {};
  __export(search_exports, {
    ask: () => ask,
    find: () => find,
    focus: () => focus
  });

  // src/grade.ts
  var fold2 = (text3) => text3.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  var loose = (text3) => text3.replace(/[\s_-]+/g, "");
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
  var status = byId("search-status");
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
  var find = (text3) => {
    const query = fold2(text3.trim());
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
    const weight = ({ node: node2 }) => nodes.papers[node2] + (nodes.kind[node2] === "paper" ? 0 : 0.5);
    return found.sort((a, b) => a.score - b.score || weight(b) - weight(a) || named(a.node, b.node)).slice(0, LIMIT);
  };
  var point = (next) => {
    active = next;
    for (const [at3, item] of [...list2.children].entries())
      item.setAttribute("aria-selected", String(at3 === active));
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
  var dress2 = ({ placeholder, label: label2 }) => {
    input.placeholder = placeholder;
    input.setAttribute("aria-label", label2);
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
    refresh();
    input.focus();
  };
  var choose = (at3) => {
    if (!hits[at3]) return;
    const { node: node2 } = hits[at3];
    input.value = "";
    refresh();
    const give = answer || select;
    release();
    give(node2);
    byId("card").focus({ preventScroll: true });
  };
  var row2 = ({ node: node2, alias }, at3) => {
    const { nodes: nodes2 } = model_exports;
    const note = alias ? `also ${alias}` : nodes2.kind[node2] === "paper" ? nodes2.date[node2] : `${nodes2.papers[node2]} ${nodes2.papers[node2] === 1 ? "paper" : "papers"}`;
    const item = el(
      "li",
      { id: `hit-${at3}`, role: "option", "aria-selected": "false" },
      icon(nodes2.kind[node2]),
      el("span", { class: "unseen" }, `${KINDS[nodes2.kind[node2]]?.one ?? ""}: `),
      foreign(nodes2.label[node2].slice(0, 300), { class: "hit" }),
      foreign(note.slice(0, 120), { class: "note" })
    );
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(at3));
    return item;
  };
  var refresh = () => {
    hits = find(input.value);
    const asked = input.value.trim() !== "";
    list2.replaceChildren(...hits.map(row2));
    if (asked && hits.length === 0)
      list2.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
    list2.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked && hits.length > 0));
    status.textContent = asked ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
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
      refresh();
    }
  };
  input.addEventListener("input", refresh);
  input.addEventListener("focus", () => {
    if (input.value.trim() !== "") refresh();
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

  // src/card.ts
  var panel = byId("card");
  var dismissed = false;
  var called = false;
  var closing = () => button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", dismiss);
  var head = (node2) => el(
    "div",
    { class: "card-head" },
    icon(nodes.kind[node2]),
    el("span", { class: "kind" }, KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2]),
    closing()
  );
  var actions = (node2) => {
    const steps = [1, 2].map(
      (count3) => button(
        { "aria-pressed": String(now.steps === count3), "data-steps": String(count3) },
        plural(count3, "step"),
        () => showSteps(count3)
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
    const list4 = aliases.flatMap((alias, at3) => [at3 ? ", " : "", foreign(alias)]);
    return el("p", { class: "aliases" }, "Also ", ...list4);
  };
  var chips = (node2) => {
    const names4 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
      (name3) => topic.has(name3)
    );
    return names4.length ? el("div", { class: "chips" }, ...names4.map(chip)) : null;
  };
  var aside = (node2) => {
    const count3 = around[node2].filter(isBackground).length;
    return count3 ? `${count3.toLocaleString("en")} in the background` : "";
  };
  var broader = (node2) => {
    const names4 = split(nodes.broader[node2] || "");
    if (!names4.length) return null;
    const same2 = (name3) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name3;
    const list4 = names4.flatMap((name3, at3) => {
      const found = nodes.id.find(same2(name3));
      return [at3 ? ", " : "", found === void 0 ? foreign(name3) : nodeLink(found)];
    });
    return el("p", { class: "broader" }, "Broader: ", ...list4);
  };
  var source = (node2) => {
    const link = outside(nodes.url[node2]);
    return link ? el("p", { class: "source" }, link) : null;
  };
  var render = async (node2) => {
    const texts2 = await texts();
    const { selected, target } = now;
    if (selected !== node2) return;
    const paper = isPaper(node2);
    panel.replaceChildren(
      ...present([
        head(node2),
        el("h2", { dir: "auto" }, nodes.label[node2]),
        paper ? meta(nodes.date[node2], ...split(nodes.sources[node2])) : meta(`named by ${plural(nodes.papers[node2], "paper")}`, aside(node2)),
        chips(node2),
        alsoKnown(node2),
        broader(node2),
        source(node2),
        actions(node2),
        texts2.missing ? el("p", { class: "muted" }, "This browser is too old to unpack abstracts and sentences.") : null,
        target >= 0 ? cardPath(node2, target, texts2) : null,
        ...(paper ? cardPaper : cardEntity)(node2, texts2)
      ])
    );
    panel.scrollTop = 0;
  };
  var heading = (kind, { many, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many.toLowerCase()}` : many;
  var overview = (name3) => {
    const topic4 = topic.get(name3);
    const row6 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
    const found = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
    for (const i of topic4 ? topic4.members : nodes.id) found[nodes.kind[i]]?.push(i);
    const order3 = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
    const { paper, ...entities5 } = KINDS;
    const later = ([, facts]) => facts.term ? 0 : 1;
    const groups2 = Object.entries({ ...entities5, paper }).filter(([kind]) => found[kind].length).sort((a, b) => later(a) - later(b));
    const first = topic4 ? [swatch(name3), el("span", { class: "kind" }, topic4.parent ? "Subtopic" : "Topic")] : [el("span", { class: "kind" }, "At a glance")];
    panel.replaceChildren(
      el("div", { class: "card-head" }, ...first, closing()),
      ...topic4 ? present(cardTopic(topic4)) : [],
      ...groups2.map(
        ([kind, facts]) => section(heading(kind, facts), ...listing(found[kind].sort(order3), row6, { class: "tight" }, 8))
      )
    );
    panel.scrollTop = 0;
  };
  var dismiss = () => {
    if (now.selected < 0 && now.topic === "") dismissed = true;
    clear();
    show2();
  };
  var home = () => {
    dismissed = false;
    called = true;
    delete panel.dataset.row;
    clear();
    show("map");
    show2();
    panel.focus({ preventScroll: true });
  };
  var show2 = async () => {
    const { selected, topic: topic4, main } = now;
    if (selected >= 0 || topic4) delete panel.dataset.row;
    else if (panel.dataset.row !== void 0) return;
    const fits = called || matchMedia("(min-width: 1000px), (max-width: 720px)").matches;
    const welcome = topic4 !== "" || !dismissed && size > 0 && fits && main === "map";
    panel.hidden = selected < 0 && !welcome;
    document.body.classList.toggle("with-card", !panel.hidden);
    panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
    if (selected >= 0) await render(selected);
    else if (welcome) overview(topic4);
  };
  var mark = () => {
    for (const step3 of panel.querySelectorAll("[data-steps]"))
      step3.setAttribute("aria-pressed", String(Number(step3.dataset.steps) === now.steps));
  };

  // src/draw.ts
  var draw_exports = {};
  __export(draw_exports, {
    camera: () => camera2,
    fit: () => fit,
    free: () => free,
    freeCorners: () => freeCorners,
    fromLayout: () => fromLayout,
    goTo: () => goTo,
    hasArrived: () => hasArrived,
    hover: () => hover,
    isInSight: () => isInSight,
    layoutAt: () => layoutAt,
    onHover: () => onHover,
    onMoved: () => onMoved,
    onPaint: () => onPaint,
    onPick: () => onPick,
    place: () => place,
    position: () => position,
    redraw: () => redraw,
    reframe: () => reframe,
    repaint: () => repaint,
    restyle: () => restyle,
    view: () => view3,
    zoom: () => zoom
  });

  // src/camera.ts
  var MOVES = ["dragging", "zoom", "animationFinished", "dragEnd"];
  var cameraIn = (container2, { onPaint: onPaint2, onMove }) => {
    const network = new vis.Network(container2, { nodes: [], edges: [] }, options);
    network.on("beforeDrawing", onPaint2);
    for (const event of MOVES) network.on(event, onMove);
    const frame2 = container2.querySelector(".vis-network");
    frame2.addEventListener("keydown", () => setTimeout(onMove));
    return {
      frame: frame2,
      onPick: (pick3) => network.on("click", ({ pointer }) => pick3(pointer.canvas)),
      redraw: () => network.redraw(),
      /** Take the size of the container at once, not when the browser reports it. */
      resize: () => network.setSize("100%", "100%"),
      now: () => ({ ...network.getViewPosition(), zoom: network.getScale() }),
      moveTo: ({ x: x2, y: y2, zoom: zoom2 }, offset, duration) => network.moveTo({
        position: { x: x2, y: y2 },
        scale: zoom2,
        offset,
        animation: duration ? { duration, easingFunction: "easeInOutQuad" } : false
      }),
      toGraph: (point3) => network.DOMtoCanvas(point3),
      toPage: (point3) => network.canvasToDOM(point3)
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
  var STEPS = Array.from({ length: 16 }, (_, step3) => [
    Math.cos(step3 * Math.PI / 8),
    Math.sin(step3 * Math.PI / 8)
  ]);
  var hull = (given) => {
    const points = [...given].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const turn2 = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    const half = (list4) => {
      const chain = [];
      for (const p of list4) {
        while (chain.length > 1 && turn2(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
        chain.push(p);
      }
      return chain.slice(0, -1);
    };
    return points.length < 3 ? points : [...half(points), ...half(points.reverse())];
  };
  var around2 = (discs) => hull(
    hull(discs).flatMap(([px, py, far]) => STEPS.map(([dx, dy]) => [px + dx * far, py + dy * far]))
  );

  // src/hulls.ts
  var PAD = 16;
  var outlined = ({ name: name3, members, subtopics }, pad = PAD) => {
    const outline2 = around2(members.map((i) => [x[i], y[i], radius[i] + pad]));
    const sides = outline2.map(([px]) => px);
    const heights = outline2.map(([, py]) => py);
    const inner = (subtopics.length > 1 ? subtopics : []).map((subtopic2) => outlined(subtopic2, PAD / 3));
    return {
      ...{ name: name3, members, inner, outline: outline2 },
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
  var short = (text3, most2) => text3.length > most2 ? `${text3.slice(0, most2 - 1).trimEnd()}…` : text3;
  var within2 = (least, value, most2) => Math.max(Math.min(least, most2), Math.min(value, Math.max(least, most2)));
  var wrapped = (text3, length) => {
    const most2 = Math.max(length, Math.ceil(text3.length / 3));
    const found = [];
    for (const word of text3.split(" ")) {
      const last2 = found.at(-1);
      if (last2 === void 0 || last2.length + word.length >= most2) found.push(word);
      else found[found.length - 1] = `${last2} ${word}`;
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
  var measure = (ctx, font, text3) => {
    const key3 = `${font}
${text3}`;
    const known2 = widths.get(key3);
    if (known2 !== void 0) return known2;
    ctx.font = font;
    const { width } = ctx.measureText(text3);
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
  var ranked = (box2) => {
    const order3 = [];
    for (let i = 0; i < size; i += 1) {
      if (!shown[i] || x[i] < box2.left || x[i] > box2.right || y[i] < box2.top || y[i] > box2.bottom) continue;
      const rank = urgency(i, box2.zoom);
      if (rank > 0) order3.push([rank, i]);
    }
    return order3.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  };
  var paint = (ctx, box2) => {
    const { matrix, ratio, zoom: zoom2 } = box2;
    const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
    const narrow2 = wide < 720;
    const far = areas.length > 1 && zoom2 < FAR;
    const most2 = Math.round(wide * high / (far ? 4e4 : 9e3));
    const free2 = box2.free || { left: 0, top: 0, right: wide, bottom: high };
    const occupied = freeRoom();
    const sx = (px) => (px * matrix.a + matrix.e) / ratio;
    const sy = (py) => (py * matrix.d + matrix.f) / ratio;
    const drawText = (text3, px, py, { font, px: height2, halo, colour, always = false }) => {
      const half = measure(ctx, font, text3) / 2 + 3;
      const rect = [px - half, py - height2 / 2, px + half, py + height2 / 2];
      if (!always && !occupied.isFree(rect)) return false;
      occupied.occupy(rect);
      ctx.font = font;
      ctx.strokeStyle = own.ground;
      ctx.lineWidth = halo;
      ctx.strokeText(text3, px, py);
      ctx.fillStyle = colour;
      ctx.fillText(text3, px, py);
      return true;
    };
    const said = /* @__PURE__ */ new Set();
    const drawLabel = ([rank, i]) => {
      const loud = rank >= ASKED;
      if (!loud && said.has(nodes.label[i])) return;
      const px = Math.round(2 * Math.min(far ? 12 : 15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
      const under = radius[i] * zoom2 * (loud ? 1.25 : 1.2) + (loud ? 5 : 0);
      const font = `${loud ? 650 : isPaper(i) || far ? 400 : 550} ${px}px ${own.font}`;
      const text3 = short(nodes.label[i], loud && !narrow2 ? 70 : 34);
      const half = measure(ctx, font, text3) / 2 + 4;
      drawText(text3, within2(half, sx(x[i]), wide - half), sy(y[i]) + under + px * 0.85, {
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
      const room2 = Math.max(1.15 * (sx(right) - sx(left)), LEAST_ROOM);
      for (const [px, length] of NAME_SIZES.slice(narrow2 ? 4 : 0)) {
        const font = `650 ${px}px ${own.font}`;
        const lines = wrapped(short(name3, 60), length);
        const wide2 = Math.max(...lines.map((line) => measure(ctx, font, line)));
        const spot = wide2 < room2 && placed(area, atTop, { px, wide: wide2, lines });
        if (!spot) continue;
        const look = { font, px: px * LEADING, halo: 4, colour: ofTopic(name3), always: true };
        lines.forEach((line, at3) => {
          drawText(line, spot.x, spot.y + at3 * px * LEADING, look);
        });
        for (const part2 of name3.split(" and ")) said.add(part2);
        return;
      }
    };
    const nameAreas = () => {
      const opened2 = areas.filter(
        ({ inner, left, right }) => inner.length > 1 && sx(right) - sx(left) > OPENED
      );
      for (const area of areas) nameArea(area, opened2.includes(area));
      for (const { inner } of opened2) for (const area of inner) nameArea(area);
    };
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const order3 = ranked(box2);
    order3.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
    const chosen3 = areas.find(({ name: name3 }) => name3 === now.topic);
    for (const area of chosen3?.inner ?? []) nameArea(area);
    for (const [, i] of view2.emphasis ? order3.slice(0, 150) : []) {
      const arm2 = radius[i] * zoom2;
      occupied.occupy([sx(x[i]) - arm2, sy(y[i]) - arm2, sx(x[i]) + arm2, sy(y[i]) + arm2]);
    }
    if (!view2.emphasis) nameAreas();
    order3.filter(([rank]) => rank < ASKED).slice(0, most2).forEach(drawLabel);
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
  var ground = (ctx, { name: name3, outline: outline2, members }) => {
    if (!members.some((i) => shown[i])) return;
    const loud = now.topic === name3;
    ctx.globalAlpha = loud ? 0.13 : view2.emphasis ? 0.035 : own.dark ? 0.1 : 0.08;
    ctx.fillStyle = ofTopic(name3);
    ctx.beginPath();
    outline2.forEach(([px, py], step3) => {
      if (step3) ctx.lineTo(px, py);
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
  var stroke = (ctx, box2, [first, end2, step3], wanted) => {
    const { a, b } = now3;
    let open4 = 0;
    ctx.beginPath();
    for (let line = first; line < end2; line += step3) {
      const [p, q] = [a[line], b[line]];
      if (!wanted(line)) continue;
      if (x[p] < box2.left && x[q] < box2.left || x[p] > box2.right && x[q] > box2.right) continue;
      if (y[p] < box2.top && y[q] < box2.top || y[p] > box2.bottom && y[q] > box2.bottom) continue;
      ctx.moveTo(x[p], y[p]);
      ctx.lineTo(x[q], y[q]);
      open4 += 1;
      if (open4 % BATCH === 0) {
        ctx.stroke();
        ctx.beginPath();
      }
    }
    ctx.stroke();
  };
  var faintPen = (ctx, box2, width, alpha) => {
    const thin = Math.min(width, 1 / box2.ratio);
    ctx.lineWidth = thin / box2.zoom;
    ctx.globalAlpha = Math.min(1, alpha * width / thin);
  };
  var faintness = (name3) => name3 === "beside" ? 0.4 : RELATIONS[name3]?.background ? 0.25 : 0.7;
  var lookOf = ({ name: name3, strength }) => name3 === "related" ? [0.6 + 0.8 * strength, 0.3 + 0.55 * strength] : [0.8, faintness(name3)];
  var faintLines = (ctx, box2, moving2) => {
    const step3 = moving2 || view2.emphasis ? Math.ceil(now3.count / FAINT_BUDGET) : 1;
    const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now3.count, 1)) ** 0.7));
    const { hot: lineHot, apart } = now3;
    const across2 = topics.length < 2 ? 1 : Math.max(0.3, Math.min(1, box2.zoom / 2));
    ctx.strokeStyle = own.edge;
    for (const range2 of now3.ranges) {
      const { first, end: end2 } = range2;
      const [width, alpha] = lookOf(range2);
      const plain2 = alpha * crowd * (view2.emphasis ? 0.25 : 1) * Math.min(2, step3 ** 0.5);
      for (const far of [1, 0]) {
        faintPen(ctx, box2, width, plain2 * (far ? across2 : 1));
        stroke(
          ctx,
          box2,
          [first, end2, step3],
          (line) => apart[line] === far && !(view2.emphasis && lineHot[line])
        );
      }
    }
  };
  var hotLines = (ctx, box2) => {
    const { a, b, count: count3, ranges, hot: lineHot } = now3;
    const unfocused = view2.focused < 0;
    const path2 = now.target >= 0;
    ctx.lineWidth = (path2 ? 3 : unfocused ? 0.9 : 1.5) / box2.zoom;
    const end2 = (line) => nodes.kind[view2.focused === b[line] || isPaper(b[line]) ? a[line] : b[line]];
    for (const kind of Object.keys(KINDS)) {
      ctx.strokeStyle = path2 ? own.accent : own.kinds[kind];
      ctx.globalAlpha = path2 ? 1 : unfocused ? 0.35 : 0.8;
      const wanted = (line) => lineHot[line] > 0 && end2(line) === kind;
      if (path2 || unfocused || kind !== "paper") stroke(ctx, box2, [0, count3, 1], wanted);
      else
        for (const range2 of ranges) {
          ctx.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
          stroke(ctx, box2, [range2.first, range2.end, 1], wanted);
        }
    }
  };
  var edges2 = (ctx, box2, moving2) => {
    faintLines(ctx, box2, moving2);
    if (view2.emphasis) hotLines(ctx, box2);
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
  var bodies = (ctx, box2) => {
    if (hovered !== view2.hovered && view2.emphasis) stale();
    hovered = view2.hovered;
    groups = groups || looks();
    const speck = size > 2e3 ? 2.2 / box2.zoom : 0;
    const least = 1.5 / box2.zoom;
    ctx.strokeStyle = own.ground;
    ctx.lineWidth = Math.min(1.2 / box2.zoom, 1.5);
    for (const [look, members] of groups) {
      ctx.globalAlpha = look[0] === "a" ? 0.13 : 1;
      ctx.fillStyle = look.slice(1);
      for (let first = 0; first < members.length; first += BATCH) {
        ctx.beginPath();
        for (let at3 = first; at3 < Math.min(first + BATCH, members.length); at3 += 1) {
          const i = members[at3];
          const arm2 = radius[i] * 1.3;
          if (x[i] + arm2 < box2.left || x[i] - arm2 > box2.right) continue;
          if (y[i] + arm2 < box2.top || y[i] - arm2 > box2.bottom) continue;
          if (radius[i] < speck) ctx.fillRect(x[i] - least, y[i] - least, 2 * least, 2 * least);
          else trace(ctx, i, box2.zoom);
        }
        ctx.fill();
        if (box2.zoom > 0.35) ctx.stroke();
      }
    }
    ctx.globalAlpha = 1;
  };
  var rings = (ctx, box2) => {
    for (const i of /* @__PURE__ */ new Set([view2.hovered, view2.focused, now.target])) {
      if (i < 0 || !shown[i]) continue;
      ctx.beginPath();
      ctx.arc(x[i], y[i], Math.max(radius[i], 1.6 / box2.zoom) * 1.25 + 3.5 / box2.zoom, 0, 2 * Math.PI);
      ctx.strokeStyle = i === view2.hovered && i !== view2.focused ? own.muted : own.ink;
      ctx.lineWidth = 2 / box2.zoom;
      ctx.stroke();
    }
  };
  var all = (ctx, {
    ratio = window.devicePixelRatio || 1,
    moving: moving2 = false,
    free: free2 = null
  } = {}) => {
    const box2 = frame(ctx, ratio, free2);
    grounds(ctx);
    edges2(ctx, box2, moving2);
    bodies(ctx, box2);
    rings(ctx, box2);
    paint(ctx, box2);
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
  var overlays = [];
  var hoverers = [];
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
    const whole5 = container.getBoundingClientRect();
    const free2 = { left: 24, top: 24, right: whole5.width - 24, bottom: whole5.height - 24 };
    for (const id of ["card", "left"]) {
      const panel7 = byId(id);
      const rect = panel7.getBoundingClientRect();
      if (panel7.hidden || rect.height < 60 || rect.width > whole5.width * 0.8 && rect.top < whole5.top + 90)
        continue;
      if (rect.width > whole5.width * 0.8) free2.bottom = Math.min(free2.bottom, rect.top - whole5.top - 12);
      else if (rect.left - whole5.left > whole5.width / 2)
        free2.right = Math.min(free2.right, rect.left - whole5.left - 12);
      else if (whole5.width > 720) free2.left = Math.max(free2.left, rect.right - whole5.left + 12);
    }
    const note = document.getElementById("part")?.getBoundingClientRect();
    if (note?.height) free2.bottom = Math.min(free2.bottom, note.top - whole5.top - 12);
    if (whole5.width <= 720) free2.top = 64;
    return {
      free: free2,
      wide: Math.max(40, free2.right - free2.left),
      high: Math.max(40, free2.bottom - free2.top),
      middle: {
        x: (free2.left + free2.right - whole5.width) / 2,
        y: (free2.top + free2.bottom - whole5.height) / 2
      }
    };
  };
  var canvas = cameraIn(container, {
    onPaint: (ctx) => {
      all(ctx, { moving, free: clear2().free });
      for (const overlay of overlays) overlay(ctx, canvas.now().zoom);
    },
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
  var redraw = () => canvas.redraw();
  var hover = (node2) => {
    if (node2 === view2.hovered) return;
    view2.hovered = node2;
    canvas.redraw();
    for (const listener of hoverers) listener(node2);
  };
  var onHover = (listener) => {
    hoverers.push(listener);
  };
  var onPaint = (overlay) => {
    overlays.push(overlay);
  };
  container.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const box2 = container.getBoundingClientRect();
    const point3 = canvas.toGraph({ x: event.clientX - box2.left, y: event.clientY - box2.top });
    const next = pick(point3.x, point3.y, 4 / canvas.now().zoom);
    container.classList.toggle("over-node", next >= 0);
    hover(next);
  });
  container.addEventListener("pointerleave", () => hover(-1));
  var move = (goal, animated, offset = clear2().middle) => {
    const flight = animated && !quiet.matches ? ARRIVE : 0;
    canvas.moveTo(goal, offset, flight);
    if (animated) stir(flight);
  };
  var fit = (members = nodes.id, { animated = true, most: most2 = 1.4, pad = 0 } = {}) => {
    const box2 = bounds(members);
    const { wide, high } = clear2();
    if (!box2) return;
    const zoom2 = Math.min(
      Math.max(40, wide - 2 * pad) / Math.max(1, box2.right - box2.left),
      Math.max(40, high - 2 * pad) / Math.max(1, box2.bottom - box2.top),
      most2
    );
    move({ x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2 }, animated);
  };
  var nearTo = (node2) => {
    const near = { x: x[node2], y: y[node2] };
    const box2 = bounds(within(node2, 1).keys());
    if (!box2) return { ...near, zoom: 1 };
    const { wide, high } = clear2();
    const across2 = Math.max(60, box2.right - near.x, near.x - box2.left);
    const down = Math.max(60, box2.bottom - near.y, near.y - box2.top);
    const zoom2 = 0.45 * Math.min(wide / across2, high / down);
    return { ...near, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
  };
  var toLayout = ({ x: px, y: py }) => turned ? { x: py, y: px } : { x: px, y: py };
  var fromLayout = toLayout;
  var layoutAt = (point3) => toLayout(canvas.toGraph(point3));
  var goTo = (node2) => {
    if (shown[node2]) move(nearTo(node2), true);
  };
  var whole2 = extentOfAll();
  var wholeZoom = () => {
    const { wide, high } = clear2();
    return Math.min(wide / Math.max(1, whole2.x), high / Math.max(1, whole2.y));
  };
  var camera2 = () => {
    if (!touched) return null;
    const [{ middle }, now5] = [clear2(), canvas.now()];
    const centre = toLayout({ x: now5.x + middle.x / now5.zoom, y: now5.y + middle.y / now5.zoom });
    return { ...centre, zoom: now5.zoom / wholeZoom(), relative: true };
  };
  var place = ({ x: px, y: py, zoom: zoom2, relative }) => {
    const centre = fromLayout({ x: px, y: py });
    touched = true;
    if (relative) move({ ...centre, zoom: zoom2 * wholeZoom() }, false);
    else move({ ...centre, zoom: zoom2 }, false, { x: 0, y: 0 });
  };
  var reframe = (change) => {
    const [before, now5] = [container.getBoundingClientRect(), canvas.now()];
    change();
    const after = container.getBoundingClientRect();
    const same2 = (side2) => before[side2] === after[side2];
    if (["left", "top", "width", "height"].every(same2) || after.width === 0) return;
    canvas.resize();
    if (!touched) fit(void 0, { animated: false });
    else {
      const shift = (start12, length) => (after[start12] + after[length] / 2 - before[start12] - before[length] / 2) / now5.zoom;
      const [dx, dy] = [shift("left", "width"), shift("top", "height")];
      move({ x: now5.x + dx, y: now5.y + dy, zoom: now5.zoom }, false, { x: 0, y: 0 });
    }
  };
  window.addEventListener("resize", () => {
    if (!touched) requestAnimationFrame(() => fit(void 0, { animated: false }));
  });
  var isInSight = (node2) => {
    const [{ free: open4 }, { x: px, y: py }] = [clear2(), position(node2)];
    return px >= open4.left && px <= open4.right && py >= open4.top && py <= open4.bottom;
  };
  var zoom = (factor) => {
    const now5 = canvas.now();
    move({ ...now5, zoom: now5.zoom * factor }, true, { x: 0, y: 0 });
  };
  var restyle = () => {
    dress();
    repaint();
  };
  var onPick = (pick3) => canvas.onPick((point3) => pick3(pick(point3.x, point3.y, 8 / canvas.now().zoom)));
  var onMoved = (listener) => {
    moved = listener;
  };
  var position = (node2) => canvas.toPage({ x: x[node2], y: y[node2] });
  var view3 = () => ({
    ...canvas.now(),
    width: container.clientWidth,
    height: container.clientHeight
  });
  var freeCorners = () => {
    const { left, top, right, bottom } = clear2().free;
    const corners2 = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom]
    ];
    return corners2.flatMap(([cx, cy]) => {
      const found = layoutAt({ x: cx, y: cy });
      return [found.x, found.y];
    });
  };
  var free = () => {
    const [{ wide, high, middle }, now5] = [clear2(), canvas.now()];
    const [left, top] = [now5.x + middle.x / now5.zoom, now5.y + middle.y / now5.zoom];
    return { x: left, y: top, zoom: now5.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
  };
  var hasArrived = () => !moving;

  // src/xml.ts
  var MARKS = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "	": "&#9;"
  };
  var lineEnds = (text3, wrap) => text3.replace(/[\u0085\u2028]/g, (sign2) => wrap(`&#${sign2.charCodeAt(0)};`));
  var legal = (text3) => text3.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  var attribute = (text3) => lineEnds(
    legal(text3).replace(/[&<>"\n\t]/g, (sign2) => MARKS[sign2]),
    (reference) => reference
  );
  var content2 = (text3) => {
    const clean = legal(text3);
    if (!/[&<]|\]\]>/.test(clean)) return lineEnds(clean, (reference) => reference);
    const cut = clean.replaceAll("]]>", "]]]]><![CDATA[>");
    return `<![CDATA[${lineEnds(cut, (reference) => `]]>${reference}<![CDATA[`)}]]>`;
  };

  // src/svg_backend.ts
  var svgBackend = (width, height2, background2) => {
    const measuring = document.createElement("canvas").getContext("2d");
    const parts = [];
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
    const at3 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
    const alpha = (name3) => pen.globalAlpha < 1 ? ` ${name3}-opacity="${round(pen.globalAlpha)}"` : "";
    const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
    const text3 = (words, x2, y2, attributes) => {
      const font = attribute(pen.font);
      parts.push(
        `<text transform="translate(${at3(x2, y2)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${content2(words)}</text>`
      );
    };
    const pen = {
      ...look(),
      canvas: { width, height: height2 },
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
        path2 += `M${at3(x2, y2)}`;
      },
      lineTo: (x2, y2) => {
        path2 += `L${at3(x2, y2)}`;
      },
      closePath: () => {
        path2 += "Z";
      },
      rect: (x2, y2, w, h) => {
        path2 += `M${at3(x2, y2)}L${at3(x2 + w, y2)}L${at3(x2 + w, y2 + h)}L${at3(x2, y2 + h)}Z`;
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
        path2 += `M${at3(x2 + r, y2)}${turn2} ${at3(x2 - r, y2)}${turn2} ${at3(x2 + r, y2)}Z`;
      },
      fill: () => {
        if (path2)
          parts.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
      },
      stroke: () => {
        if (path2) parts.push(`<path d="${path2}" ${lineLook()}/>`);
      },
      fillText: (words, x2, y2) => text3(words, x2, y2, `fill="${attribute(String(pen.fillStyle))}"`),
      strokeText: (words, x2, y2) => text3(words, x2, y2, lineLook()),
      measureText: (words) => {
        measuring.font = pen.font;
        return measuring.measureText(words);
      },
      finish: (title) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height2}" viewBox="0 0 ${width} ${height2}">
<title>${content2(title)}</title>
<rect width="100%" height="100%" fill="${attribute(background2)}"/>
${parts.join("\n")}
</svg>
`
    };
    return pen;
  };

  // src/picture.ts
  var sheet = byId("print");
  var SHARP = 2;
  var aim = (ctx, { x: x2, y: y2, zoom: zoom2, width, height: height2 }, ratio) => {
    const scale = zoom2 * ratio;
    ctx.setTransform(scale, 0, 0, scale, width / 2 * ratio - x2 * scale, height2 / 2 * ratio - y2 * scale);
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
  var whole3 = () => {
    const box2 = bounds(nodes.id);
    const width = 1e3;
    if (!box2) return { x: 0, y: 0, zoom: 1, width, height: 100 };
    const [wide, high] = [box2.right - box2.left, box2.bottom - box2.top];
    const height2 = Math.round(Math.min(1250, Math.max(400, (width - 80) * high / wide + 80)));
    const zoom2 = Math.min((width - 80) / wide, (height2 - 80) / high, 2);
    return { x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2, width, height: height2 };
  };
  var key = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.print = "";
    dress();
    stale();
    sheet.replaceChildren(onCanvas(whole3()), el("p", { class: "key" }, ...key()));
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    sheet.replaceChildren();
    restyle();
  });

  // src/tables.ts
  var columns = (table3) => table3;
  var broader2 = nodes.broader.some(Boolean) ? ["broader"] : [];
  var NODE_TEXTS = [
    ...["label", "kind", "papers", "topic", "topic_id", "subtopic", "subtopic_id"],
    ...["date", "url", "sources", "aliases"],
    ...broader2,
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
  var edgeRow = (texts2) => (line) => {
    const edge = now3.edge[line];
    const ends = { source: nodes.key[now3.a[line]], target: nodes.key[now3.b[line]] };
    const relation3 = nameOf(line);
    const id = `${ends.source}--${relation3}--${ends.target}`;
    if (edge < 0) return { id, ...ends, relation: relation3, weight: now3.weight[line] };
    const shared2 = texts2.shared[edge];
    const count3 = { shared_count: shared2 ? split(shared2).length : "" };
    const own2 = Object.fromEntries(
      EDGE_NAMES.map((name3) => [
        name3,
        count3[name3] ?? columns(texts2)[name3]?.[edge] ?? columns(edges)[name3]?.[edge]
      ])
    );
    for (const name3 of Object.keys(EDGE_TYPES)) if (own2[name3] === 0) own2[name3] = "";
    return { ...own2, id, ...ends, relation: relation3 };
  };
  var edgeRows = (texts2) => {
    const all4 = Array.from({ length: now3.count }, (_, line) => line).filter(isListed);
    return all4.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow(texts2));
  };
  var cell = (value) => {
    const text3 = String(value ?? "");
    return /[",\r\n]/.test(text3) ? `"${text3.replaceAll('"', '""')}"` : text3;
  };
  var csv = (heads, names4, list4) => [heads, ...list4.map((row6) => names4.map((name3) => row6[name3]))].map((row6) => `${row6.map(cell).join(",")}
`).join("");
  var nodeTable = async () => {
    const rest3 = NODE_NAMES.filter((name3) => name3 !== "label");
    return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows(await texts()));
  };
  var edgeTable = async () => {
    const rest3 = EDGE_NAMES.filter((name3) => name3 !== "weight");
    const list4 = edgeRows(await texts()).map((row6) => ({ ...row6, type: "Directed" }));
    const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
    return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest3], list4);
  };
  var key2 = (id, of2, name3, type = "string") => `<key id="${id}" for="${of2}" attr.name="${name3}" attr.type="${type}"/>
`;
  var data2 = (row6, names4) => names4.filter((name3) => row6[name3] !== "" && row6[name3] !== void 0).map((name3) => `<data key="${name3}">${content2(String(row6[name3]))}</data>
`).join("");
  var graphml = async () => {
    const texts2 = await texts();
    const id = attribute;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
      ...NODE_NAMES.map((name3) => key2(name3, "node", name3, NODE_TYPES[name3])),
      key2("edgelabel", "edge", "label"),
      ...EDGE_NAMES.map((name3) => key2(name3, "edge", name3, EDGE_TYPES[name3])),
      '<graph edgedefault="directed">\n',
      ...nodeRows(texts2).map((row6) => `<node id="${id(String(row6.id))}">
${data2(row6, NODE_NAMES)}</node>
`),
      ...edgeRows(texts2).map(
        (row6) => `<edge id="${id(row6.id)}" source="${id(row6.source)}" target="${id(row6.target)}" label="${id(row6.relation)}">
<data key="edgelabel">${content2(row6.relation)}</data>
${data2(row6, EDGE_NAMES)}</edge>
`
      ),
      "</graph>\n</graphml>\n"
    ].join("");
  };

  // src/export_menu.ts
  var opener = byId("save");
  var menu = byId("save-menu");
  var status2 = byId("save-status");
  var UTF8 = "charset=utf-8";
  var STEPS2 = { ArrowDown: 1, ArrowUp: -1 };
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
  var text = (make2, type, ending) => async () => download(new Blob([await make2()], { type: `${type};${UTF8}` }), ending);
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
    opener.setAttribute("aria-expanded", String(wanted));
  };
  var run = (act) => async () => {
    open(false);
    opener.focus();
    try {
      status2.textContent = await act() || "";
    } catch (error) {
      status2.textContent = `That did not work: ${error instanceof Error ? error.message : error}`;
    }
  };
  menu.append(
    el("p", { class: "muted" }, "What is shown, as"),
    ...THINGS.map(([title, act]) => button({}, title, run(act)))
  );
  opener.addEventListener("click", () => {
    open(menu.hidden);
    if (!menu.hidden) menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const all4 = [...menu.querySelectorAll("button")];
    const step3 = STEPS2[event.key];
    if (event.key === "Escape") {
      open(false);
      opener.focus();
    } else if (step3)
      all4[(all4.indexOf(document.activeElement) + step3 + all4.length) % all4.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target) && target !== opener) open(false);
  });

  // src/polygon.ts
  var MOST = 60;
  var distance = (line, at3, from, to) => {
    const [ax, ay, bx, by] = [line[2 * from], line[2 * from + 1], line[2 * to], line[2 * to + 1]];
    const [px, py] = [line[2 * at3] - ax, line[2 * at3 + 1] - ay];
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.hypot(dx, dy);
    return length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
  };
  var thinned = (line, most2 = MOST) => {
    const count3 = line.length / 2;
    if (count3 <= most2) return line;
    const kept = [0, count3 - 1];
    while (kept.length < most2) {
      let [best, far, slot] = [-1, 0, 0];
      for (let part2 = 0; part2 + 1 < kept.length; part2 += 1) {
        for (let at3 = kept[part2] + 1; at3 < kept[part2 + 1]; at3 += 1) {
          const found = distance(line, at3, kept[part2], kept[part2 + 1]);
          if (found > far) [best, far, slot] = [at3, found, part2 + 1];
        }
      }
      if (best < 0) break;
      kept.splice(slot, 0, best);
    }
    return kept.flatMap((at3) => [line[2 * at3], line[2 * at3 + 1]]);
  };

  // src/lasso.ts
  var group = byId("lasso");
  var cover = el("div", { class: "lasso-cover", hidden: true });
  var drawing = [];
  var outline = (ctx, zoom2) => {
    const corners2 = drawing.length ? drawing : now.lasso;
    if (corners2.length < 4) return;
    ctx.beginPath();
    for (let i = 0; i < corners2.length; i += 2) {
      const { x: x2, y: y2 } = fromLayout({ x: corners2[i], y: corners2[i + 1] });
      if (i) ctx.lineTo(x2, y2);
      else ctx.moveTo(x2, y2);
    }
    if (!drawing.length) ctx.closePath();
    ctx.strokeStyle = own.accent;
    ctx.lineWidth = 2 / zoom2;
    ctx.stroke();
  };
  var choose2 = (corners2) => narrow("lasso", thinned(corners2).map(Math.round));
  var drawer = button({ "aria-pressed": "false" }, "", () => arm(cover.hidden));
  var arm = (wanted) => {
    cover.hidden = !wanted;
    drawing = [];
    drawer.setAttribute("aria-pressed", String(wanted));
    redraw();
  };
  var stroke2 = (down) => {
    const box2 = cover.getBoundingClientRect();
    const add = (event) => {
      const { x: x2, y: y2 } = layoutAt({ x: event.clientX - box2.left, y: event.clientY - box2.top });
      drawing.push(x2, y2);
      redraw();
    };
    const end2 = (event) => {
      cover.removeEventListener("pointermove", add);
      cover.removeEventListener("pointerup", end2);
      cover.removeEventListener("pointercancel", end2);
      const found = event.type === "pointercancel" ? [] : drawing;
      arm(false);
      if (found.length >= 6) choose2(found);
    };
    cover.setPointerCapture(down.pointerId);
    cover.addEventListener("pointermove", add);
    cover.addEventListener("pointerup", end2);
    cover.addEventListener("pointercancel", end2);
    add(down);
  };
  var sign = (path2) => {
    const svg2 = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg2.setAttribute("viewBox", "0 0 16 16");
    svg2.setAttribute("aria-hidden", "true");
    line.setAttribute("d", path2);
    svg2.append(line);
    return svg2;
  };
  var name2 = (item, text3) => {
    for (const attribute2 of ["aria-label", "title"]) item.setAttribute(attribute2, text3);
  };
  var start3 = () => {
    const view4 = button(
      {},
      sign("M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M6 6h4v4H6z"),
      () => choose2(freeCorners())
    );
    drawer.append(sign("M3 9C1 5 5 2 9 3s5 5 2 7-6 1-6 3"));
    name2(drawer, "Draw a line around papers");
    name2(view4, "Select the papers in view");
    group.append(drawer, view4);
    group.hidden = !kinds.has("paper");
    byId("stage").append(cover);
    cover.addEventListener("pointerdown", stroke2);
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" || cover.hidden) return;
        arm(false);
        event.stopPropagation();
      },
      true
    );
    onPaint(outline);
  };

  // src/sliders.ts
  var range = (values) => values.reduce(
    ([least, most2], value) => [Math.min(least, value), Math.max(most2, value)],
    [Infinity, -Infinity]
  );
  var named3 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
  var weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
  var papers = nodes.papers.filter((_, i) => !isPaper(i));
  var row3 = (slider) => {
    const { name: name3, label: label2, field, views, most: most2, write: write3, read: read2, show: show5 } = slider;
    const output = el("output", { class: "count" });
    const input2 = el("input", {
      type: "range",
      name: name3,
      min: "0",
      max: String(most2),
      step: "1",
      "aria-label": name3
    });
    const made5 = el("label", { class: "slider" }, el("span", { class: "grow" }, label2), input2, output);
    const refresh6 = (now5) => {
      const step3 = read2(now5[field]);
      input2.value = String(step3);
      output.textContent = show5(step3);
      input2.setAttribute("aria-valuetext", show5(step3));
      made5.hidden = views !== void 0 && !views.includes(now5.view);
    };
    input2.addEventListener("input", () => narrow(field, write3(Number(input2.value))));
    refresh6(now);
    on(["filter"], refresh6);
    return made5;
  };
  var STEPS3 = 50;
  var DIGITS = 2;
  var plain = (value) => value.toFixed(DIGITS);
  var scaled = (slider, [least, most2], written = plain) => {
    const value = (step3) => {
      const exact = least + (most2 - least) * step3 / STEPS3;
      return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
    };
    return row3({
      ...slider,
      most: STEPS3,
      write: (step3) => step3 ? value(step3) : 0,
      read: (now5) => Math.max(0, Math.min(STEPS3, Math.ceil((now5 - least) / (most2 - least) * STEPS3 - 1e-6))),
      show: (step3) => step3 ? `≥ ${written(value(step3))}` : "any"
    });
  };
  var counted = (slider, most2) => row3({
    ...slider,
    most: most2 - 1,
    write: (step3) => step3 + 1,
    read: (now5) => now5 - 1,
    show: (step3) => step3 ? `≥ ${(step3 + 1).toLocaleString("en")}` : "any"
  });
  var rows = () => {
    const found = [];
    const [sure2, heavy, often] = [named3, weights, papers].map(range);
    if (sure2[1] > sure2[0])
      found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure2));
    if (often[1] > 1)
      found.push(
        counted(
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
        counted(
          {
            ...{ name: "Papers that name both entities", label: "Together in", field: "together" },
            views: ["entities"]
          },
          10
        )
      );
    return found;
  };

  // src/legend.ts
  var FIRST2 = 8;
  var panel2 = byId("legend");
  var body = panel2.querySelector(".legend-body");
  var boxes = [];
  var all2 = false;
  var check = (field, [name3, value, count3], label2, toggle, extra = false) => {
    const box2 = el("input", { type: "checkbox", name: name3, value });
    box2.addEventListener("change", () => toggle(value));
    const figure = el("span", { class: "count" }, count3.toLocaleString("en"));
    boxes.push({ box: box2, field, figure });
    return el("label", { class: extra ? "row extra" : "row" }, box2, ...label2, figure);
  };
  var group2 = (title, ...rows2) => el("fieldset", {}, el("legend", {}, title), ...rows2);
  var kinds2 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many }]) => {
    const label2 = [icon(kind), el("span", { class: "grow" }, many)];
    return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label2, toggleKind);
  });
  var relations2 = () => Object.entries(RELATIONS).filter(([name3]) => relations.has(name3)).map(
    ([name3, { edge, background: background2 }]) => check(
      "hiddenRelations",
      ["relation", name3, relations.get(name3) ?? 0],
      [el("span", { class: "grow" }, background2 ? `Background ${edge.toLowerCase()}` : edge)],
      toggleRelation,
      background2
    )
  );
  var colours2 = () => {
    const option = (value, label2) => {
      const box2 = el("input", { type: "radio", name: "colour", value });
      box2.addEventListener("change", () => colourBy(value));
      return el("label", {}, box2, el("span", {}, label2));
    };
    return el(
      "div",
      { class: "segments", role: "radiogroup", "aria-label": "Colour by" },
      option("kind", "Kinds"),
      option("topic", "Topics")
    );
  };
  var opened = /* @__PURE__ */ new Set();
  var isOpen = ({ name: name3 }) => opened.has(name3) || [now.topic, topic.get(now.topic)?.parent].includes(name3);
  var turner = (topic4) => {
    const { name: name3, subtopics } = topic4;
    if (subtopics.length < 2) return null;
    const open4 = isOpen(topic4);
    const label2 = `${open4 ? "Hide" : "Show"} the subtopics of ${name3}`;
    return button(
      { class: "turn", "aria-expanded": String(open4), "aria-label": label2, value: name3 },
      "›",
      () => {
        if (!opened.delete(name3)) opened.add(name3);
        renderTopics();
      }
    );
  };
  var topicRow = (topic4) => {
    const { name: name3, papers: papers3, members, parent } = topic4;
    const box2 = el("input", {
      type: "checkbox",
      name: "topic",
      value: name3,
      "aria-label": `Show ${name3}`
    });
    box2.checked = !now.hiddenTopics.has(name3);
    box2.addEventListener("change", () => toggleTopic(name3));
    const pressed = String(now.topic === name3);
    const label2 = present([
      parent ? null : swatch(name3),
      foreign(name3, { class: "grow" }),
      el("span", { class: "count" }, (papers3 || members.length).toLocaleString("en"))
    ]);
    const pick3 = button(
      { class: "pick", "aria-pressed": pressed, "data-topic": name3, title: name3 },
      label2,
      () => showTopic(name3)
    );
    return el("div", { class: parent ? "row finer" : "row" }, box2, pick3, turner(topic4));
  };
  var topicRows = (topic4) => [
    topicRow(topic4),
    ...topic4.subtopics.length > 1 && isOpen(topic4) ? topic4.subtopics.map(topicRow) : []
  ];
  var topicList = el("div", { class: "topics" });
  var topicOf = (item) => item.getAttribute("value") || item.dataset.topic;
  var renderTopics = () => {
    const { topics: topics2 } = model_exports;
    const held = [...topicList.querySelectorAll("button, input")].find(
      (item) => item === document.activeElement
    );
    const list4 = (all2 ? topics2 : topics2.slice(0, FIRST2)).flatMap(topicRows);
    if (topics2.length > FIRST2) {
      const turn2 = () => {
        all2 = !all2;
        renderTopics();
      };
      list4.push(button({ class: "more" }, all2 ? "Show fewer" : `Show all ${topics2.length}`, turn2));
    }
    topicList.replaceChildren(...list4);
    if (!held) return;
    const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf(item) === topicOf(held);
    [...topicList.querySelectorAll("button, input")].find(again)?.focus();
  };
  var reset = button({ class: "more reset" }, "Reset filters", widen);
  var refresh2 = (now5) => {
    for (const { box: box2, field } of boxes) box2.checked = !now5[field].has(box2.value);
    for (const box2 of body.querySelectorAll("input[name=colour]"))
      box2.checked = box2.value === now5.colour;
    reset.hidden = !isNarrowed();
  };
  var recount = () => {
    for (const { box: box2, field, figure } of boxes) {
      if (field !== "hiddenKinds") continue;
      const [found, all4] = now2.count.kinds.get(box2.value) ?? [0, 0];
      figure.textContent = (found < all4 ? `${found.toLocaleString("en")} of ` : "") + all4.toLocaleString("en");
    }
  };
  var start4 = () => {
    body.append(group2("Show", ...kinds2()));
    if (topics.length) {
      body.append(group2("Colour", colours2()), group2("Topics", topicList));
      renderTopics();
    }
    if (links) body.append(group2("Links", ...relations2()));
    const narrow2 = rows();
    if (narrow2.length) body.append(group2("Narrow", ...narrow2));
    body.append(reset);
    panel2.hidden = size === 0;
    recount();
    refresh2(now);
    on(["filter", "colour"], refresh2);
    on(["filter"], (_, changed) => {
      if (changed.includes("hiddenTopics")) renderTopics();
    });
    on(["selection"], renderTopics);
  };
  var restyle2 = renderTopics;

  // src/list.ts
  var list_exports = {};
  __export(list_exports, {
    listed: () => listed,
    restyle: () => restyle3,
    start: () => start5
  });

  // src/card_undrawn.ts
  var panel3 = byId("card");
  var close2 = () => {
    delete panel3.dataset.row;
    panel3.dispatchEvent(new Event("leave"));
  };
  var show3 = (row6) => {
    const topics2 = [.../* @__PURE__ */ new Set([corpus.topic[row6], corpus.subtopic[row6]])].filter(
      (name3) => topic.has(name3)
    );
    const link = outside(corpus.url[row6]);
    panel3.dataset.row = String(row6);
    clear();
    panel3.replaceChildren(
      ...present([
        el(
          "div",
          { class: "card-head" },
          icon("paper"),
          el("span", { class: "kind" }, KINDS.paper?.one ?? "Paper"),
          button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", close2)
        ),
        el("h2", {}, foreign(corpus.title[row6])),
        meta(corpus.date[row6], corpus.authors[row6]),
        topics2.length ? el("div", { class: "chips" }, ...topics2.map(chip)) : null,
        link ? el("p", { class: "source" }, link) : null,
        el("p", { class: "muted" }, "Not on the map: it shows the papers with the strongest links.")
      ])
    );
    panel3.hidden = false;
    panel3.dataset.node = "";
    document.body.classList.add("with-card");
    panel3.scrollTop = 0;
  };

  // src/paper_order.ts
  var byValue = (values) => Int32Array.from({ length: values.length }, (_, row6) => row6).sort(
    (a, b) => values[a] === values[b] ? a - b : values[a] > values[b] ? -1 : 1
  );
  var passed = (order3, passes) => order3.filter((row6) => passes[row6]);
  var scoredFirst = (rows2, scores2) => {
    if (!scores2.size) return rows2;
    const [first, rest3] = [[], []];
    for (const row6 of rows2) (scores2.has(row6) ? first : rest3).push(row6);
    const score = (row6) => scores2.get(row6) ?? 0;
    return Int32Array.from([...first.sort((a, b) => score(b) - score(a)), ...rest3]);
  };

  // src/visible_rows.ts
  var SPARE = 6;
  var windowOf = (top, height2, row6, count3) => {
    const first = Math.max(0, Math.min(count3, Math.floor(top / row6) - SPARE));
    return [first, Math.min(count3, Math.max(first, Math.ceil((top + height2) / row6) + SPARE))];
  };
  var topFor = (at3, top, height2, row6, above = 0) => {
    if (at3 * row6 < top) return at3 * row6;
    return Math.max(top, (at3 + 1) * row6 + above - height2);
  };
  var rowByKey = (key3, at3, count3, page) => {
    const to = {
      ArrowDown: at3 + 1,
      ArrowUp: at3 - 1,
      PageDown: at3 + page,
      PageUp: at3 - page,
      Home: 0,
      End: count3 - 1
    };
    return count3 > 0 && Object.hasOwn(to, key3) ? Math.min(count3 - 1, Math.max(0, to[key3])) : -1;
  };

  // src/list.ts
  var TITLES = { relevance: "Relevance", date: "Newest", links: "Most links" };
  var CHIPS = 2;
  var panel4 = byId("papers");
  var count2 = el("span", { class: "count", role: "status" });
  var sorter = el("select", { "aria-label": "Sort papers by" });
  var sized = el("div", { class: "all-rows", role: "presentation" });
  var list3 = el("div", { class: "scroll", role: "listbox", tabindex: "0", "aria-label": "Papers" }, sized);
  var none = el("p", { class: "muted none", hidden: true }, "No paper passes these filters.");
  var hasAuthors = corpus.authors.some(Boolean);
  var HIGH = hasAuthors ? 86 : 68;
  var linksOf = Int32Array.from(corpus.node, (node2) => node2 < 0 ? -1 : nodes.papers[node2]);
  var orders = {
    links: byValue(linksOf),
    date: byValue(corpus.date),
    relevance: byValue(linksOf)
  };
  var order = "relevance";
  var now4 = new Int32Array(0);
  var place2 = /* @__PURE__ */ new Map();
  var active2 = 0;
  var hovered2 = -1;
  var made = /* @__PURE__ */ new Map();
  var scores = () => {
    const found = /* @__PURE__ */ new Map();
    const { selected } = now;
    if (now.text && now2.ranks) for (const [row6, rank] of now2.ranks) found.set(row6, -rank);
    if (selected < 0) return found;
    if (isPaper(selected)) found.set(rowOf(selected), 2);
    for (const edge of around[selected]) {
      const paper = other(edge, selected);
      if (!isPaper(paper)) continue;
      const score = 1 + (isPaper(selected) ? edges.weight[edge] : edges.salience[edge]);
      found.set(rowOf(paper), Math.max(score, found.get(rowOf(paper)) ?? 0));
    }
    return found;
  };
  var chips2 = (node2) => {
    const own2 = around[node2].filter((edge) => edges.from[edge] === node2 && !isPaper(edges.to[edge]));
    const front = own2.filter((edge) => !isBackground(edge));
    const ranked2 = bySalience(front.length ? front : own2, (a, b) => a - b).map((edge) => edges.to[edge]);
    return [...new Set(ranked2)].slice(0, CHIPS).map((entity) => foreign(nodes.label[entity], { class: `tag ${nodes.kind[entity]}` }));
  };
  var row4 = (at3) => {
    const paper = now4[at3];
    const node2 = corpus.node[paper];
    const topic4 = corpus.topic[paper];
    const dot = swatch(topic4);
    dot.title = topic4 || "No topic";
    return el(
      "div",
      {
        id: `paper-${paper}`,
        class: "paper-row",
        role: "option",
        "data-at": String(at3),
        "aria-setsize": String(now4.length),
        "aria-posinset": String(at3 + 1),
        "aria-selected": String(isOpen2(paper))
      },
      foreign(corpus.title[paper], { class: "title", title: corpus.title[paper] }),
      hasAuthors ? foreign(corpus.authors[paper], { class: "who" }) : null,
      el(
        "span",
        { class: "about-paper" },
        ...present([
          topic4 ? dot : icon("paper"),
          corpus.date[paper] ? el("span", {}, corpus.date[paper]) : null,
          ...node2 < 0 ? [el("span", { class: "muted" }, "not on the map")] : chips2(node2)
        ])
      )
    );
  };
  var isOpen2 = (paper) => {
    const node2 = corpus.node[paper];
    return node2 < 0 ? byId("card").dataset.row === String(paper) : node2 === now.selected;
  };
  var dress3 = (at3, item) => {
    const node2 = corpus.node[now4[at3]];
    item.classList.toggle("marked", node2 >= 0 && node2 === hovered2);
    item.classList.toggle("active", at3 === active2);
  };
  var fill = () => {
    if (panel4.hidden || !panel4.clientHeight) return;
    const [first, end2] = windowOf(list3.scrollTop, list3.clientHeight, HIGH, now4.length);
    for (const [at3, item] of made) {
      if (at3 >= first && at3 < end2 || at3 === active2) continue;
      item.remove();
      made.delete(at3);
    }
    for (const at3 of [...Array.from({ length: end2 - first }, (_, i) => first + i), active2]) {
      if (at3 >= now4.length || made.has(at3)) continue;
      const item = row4(at3);
      item.style.top = `${at3 * HIGH}px`;
      dress3(at3, item);
      made.set(at3, item);
      sized.append(item);
    }
  };
  var renew2 = () => {
    sized.replaceChildren();
    made.clear();
    sized.style.height = `${now4.length * HIGH}px`;
    none.hidden = now4.length > 0;
    list3.hidden = now4.length === 0;
    fill();
    point2(active2, false);
  };
  var relist = (stay = false) => {
    const before = now4[active2];
    const base = passed(orders[order], now2.passes);
    now4 = order === "relevance" ? scoredFirst(base, scores()) : base;
    place2 = /* @__PURE__ */ new Map();
    now4.forEach((paper, at3) => {
      place2.set(paper, at3);
    });
    active2 = stay ? place2.get(before) ?? 0 : 0;
    if (!stay) list3.scrollTop = 0;
    const { papers: papers3, of: of2 } = now2.count;
    count2.textContent = papers3 < of2 ? `${papers3.toLocaleString("en")} of ${plural(of2, "paper")}` : plural(of2, "paper");
    renew2();
  };
  var point2 = (at3, scroll2 = true) => {
    const before = made.get(active2);
    active2 = Math.max(0, Math.min(at3, now4.length - 1));
    if (scroll2) list3.scrollTop = topFor(active2, list3.scrollTop, list3.clientHeight, HIGH);
    fill();
    before?.classList.remove("active");
    const item = made.get(active2);
    item?.classList.add("active");
    if (item) list3.setAttribute("aria-activedescendant", item.id);
    else list3.removeAttribute("aria-activedescendant");
  };
  var open2 = (at3) => {
    const paper = now4[at3];
    if (paper === void 0) return;
    point2(at3);
    if (corpus.node[paper] >= 0) select(corpus.node[paper]);
    else show3(paper);
  };
  var mark2 = (node2) => {
    const before = hovered2;
    hovered2 = node2;
    for (const one of [before, node2]) {
      const at3 = one < 0 || !isPaper(one) ? void 0 : place2.get(rowOf(one));
      const item = at3 === void 0 ? void 0 : made.get(at3);
      if (at3 !== void 0 && item) dress3(at3, item);
    }
  };
  var reselect = () => {
    for (const [at3, item] of made) item.setAttribute("aria-selected", String(isOpen2(now4[at3])));
  };
  var atOf = (target) => Number(target?.closest("[data-at]")?.dataset.at ?? -1);
  var start5 = () => {
    for (const [name3, title] of Object.entries(TITLES)) {
      if (name3 === "date" && !corpus.date.some(Boolean)) continue;
      sorter.append(el("option", { value: name3 }, title));
    }
    sorter.addEventListener("change", () => {
      order = sorter.value;
      relist();
    });
    panel4.classList.toggle("with-authors", hasAuthors);
    panel4.append(el("div", { class: "list-head" }, count2, sorter), list3, none);
    list3.addEventListener("scroll", fill, { passive: true });
    list3.addEventListener("click", (event) => {
      if (atOf(event.target) >= 0) open2(atOf(event.target));
    });
    list3.addEventListener("pointerover", (event) => {
      const at3 = event.pointerType === "touch" ? -1 : atOf(event.target);
      hover(at3 < 0 ? -1 : corpus.node[now4[at3]]);
    });
    list3.addEventListener("pointerleave", () => hover(-1));
    list3.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = rowByKey(event.key, active2, now4.length, Math.max(1, Math.floor(list3.clientHeight / HIGH) - 1));
      if (event.key === "Enter" || event.key === " ") open2(active2);
      else if (to >= 0) {
        point2(to);
        hover(corpus.node[now4[to]] ?? -1);
      } else return;
      event.preventDefault();
    });
    new ResizeObserver(fill).observe(list3);
    onHover(mark2);
    on2(() => relist());
    on(["selection"], () => {
      if (order === "relevance" && now.selected >= 0 && !isPaper(now.selected)) relist();
      else reselect();
    });
    new MutationObserver(reselect).observe(byId("card"), { attributes: true, attributeFilter: ["data-row"] });
    relist();
  };
  var restyle3 = renew2;
  var listed = () => now4;

  // src/sheet.ts
  var SHARES = { low: 0.2, half: 0.55, full: 1 };
  var HEIGHTS = ["low", "half", "full"];
  var QUICK = 6;
  var grip = byId("grip");
  var room = grip.parentElement;
  var height = "half";
  var shown2 = "";
  var dragged = false;
  var nearest = (share2, pull = 0) => {
    const aim2 = share2 + 0.25 * Math.sign(pull);
    const far = (name3) => Math.abs(SHARES[name3] - aim2);
    return HEIGHTS.reduce((best, name3) => far(name3) < far(best) ? name3 : best);
  };
  var size3 = (share2) => room.style.setProperty("--sheet", `${(100 * share2).toFixed(1)}%`);
  var set = (next) => {
    height = next;
    document.body.dataset.sheet = next;
    size3(SHARES[next]);
    grip.setAttribute("aria-label", `Height of the panel: ${next}. Arrow up and down change it.`);
  };
  var show4 = (name3, opening2) => {
    grip.hidden = name3 === "";
    if (name3 !== "" && name3 !== shown2) set(opening2);
    shown2 = name3;
  };
  var lower = () => set("low");
  var step2 = (by) => {
    const next = HEIGHTS[HEIGHTS.indexOf(height) + by];
    if (next) set(next);
  };
  var turn = () => set(HEIGHTS[(HEIGHTS.indexOf(height) + 1) % HEIGHTS.length]);
  var drag = (down) => {
    const { height: whole5 } = room.getBoundingClientRect();
    const first = SHARES[height];
    let [share2, last2, speed] = [first, down.clientY, 0];
    dragged = false;
    const move2 = (event) => {
      dragged ||= Math.abs(event.clientY - down.clientY) > 4;
      [speed, last2] = [last2 - event.clientY, event.clientY];
      share2 = Math.min(1, Math.max(0.1, first + (down.clientY - event.clientY) / whole5));
      if (dragged) size3(share2);
    };
    const end2 = () => {
      grip.removeEventListener("pointermove", move2);
      grip.removeEventListener("pointerup", end2);
      grip.removeEventListener("pointercancel", end2);
      if (dragged) set(nearest(share2, Math.abs(speed) > QUICK ? speed : 0));
    };
    grip.setPointerCapture(down.pointerId);
    grip.addEventListener("pointermove", move2);
    grip.addEventListener("pointerup", end2);
    grip.addEventListener("pointercancel", end2);
  };
  var start6 = () => {
    set(height);
    grip.addEventListener("pointerdown", drag);
    grip.addEventListener("click", () => {
      if (!dragged) turn();
      dragged = false;
    });
    grip.addEventListener("keydown", ({ key: key3 }) => {
      if (key3 === "ArrowUp") step2(1);
      if (key3 === "ArrowDown") step2(-1);
    });
  };

  // src/panels.ts
  var WIDE = matchMedia("(min-width: 1200px)");
  var PHONE = matchMedia("(max-width: 720px)");
  var details = byId("card");
  var places = byId("places");
  var unfold = byId("unfold");
  var tabs = [...document.querySelectorAll("[data-tab]")];
  var PLACES = [
    ["overview", "Overview"],
    ["map", "Map"],
    ["papers", "Papers"],
    ["filters", "Filters"]
  ];
  var side = "right";
  var place3 = "overview";
  var isChosen = () => now.selected >= 0 || now.topic !== "" || details.dataset.row !== void 0;
  var leftOf2 = (size4) => {
    if (size4 === "phone") return place3 === "papers" || place3 === "filters" ? place3 : "";
    return size4 === "wide" || side === "left" ? now.left : "";
  };
  var rightOf = (size4, left) => {
    if (details.hidden) return false;
    if (size4 === "phone") return left === "" && (place3 === "overview" || isChosen());
    return size4 === "wide" || side === "right";
  };
  var mark3 = (size4, left, right) => {
    const { dataset } = document.body;
    Object.assign(dataset, { size: size4, left, right: right ? "open" : "" });
    const tab2 = left || now.left || "papers";
    for (const item of tabs) {
      const chosen3 = item.dataset.tab === tab2;
      item.setAttribute("aria-selected", String(chosen3));
      item.tabIndex = chosen3 ? 0 : -1;
      byId(item.dataset.tab ?? "").hidden = !chosen3;
    }
    unfold.hidden = size4 === "phone" || right || size === 0;
    places.hidden = size4 !== "phone" || size === 0;
    const here = left || (right && !isChosen() ? "overview" : "map");
    for (const item of places.children)
      item.setAttribute("aria-current", String(item.dataset.place === here));
    const name3 = left || (right ? isChosen() ? "card" : "overview" : "");
    show4(size4 === "phone" ? name3 : "", name3 === "overview" ? "full" : "half");
  };
  var arrange = () => reframe(() => {
    const size4 = PHONE.matches ? "phone" : WIDE.matches ? "wide" : "medium";
    const left = size ? leftOf2(size4) : "";
    mark3(size4, left, rightOf(size4, left));
  });
  var open3 = (left) => {
    side = "left";
    place3 = left;
    tab(left);
    arrange();
  };
  var openDetails = () => {
    side = "right";
    if (details.hidden) home();
    arrange();
    details.focus({ preventScroll: true });
  };
  var fold3 = () => {
    side = "";
    place3 = "map";
    const tab2 = now.left || "papers";
    if (WIDE.matches) tab("");
    arrange();
    document.querySelector(`[data-open=${tab2}]`)?.focus();
  };
  var go = (to) => {
    if (to === "papers" || to === "filters") return open3(to);
    place3 = to;
    if (to === "overview" && (details.hidden || isChosen())) home();
    else if (to === "map" && isChosen()) clear();
    if (now.main !== "map") show("map");
    return arrange();
  };
  var turnTabs = (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other2 = tabs.find((item) => item !== document.activeElement);
    other2?.click();
    other2?.focus();
    event.preventDefault();
  };
  var start7 = () => {
    for (const item of tabs) {
      item.addEventListener("click", () => open3(item.dataset.tab));
      item.addEventListener("keydown", turnTabs);
    }
    for (const item of document.querySelectorAll("[data-open]"))
      item.addEventListener("click", () => {
        const tab2 = item.dataset.open;
        open3(tab2);
        byId(`tab-${tab2}`).focus();
      });
    byId("fold").addEventListener("click", fold3);
    unfold.addEventListener("click", openDetails);
    places.append(...PLACES.map(([name3, label2]) => button({ "data-place": name3 }, label2, () => go(name3))));
    for (const query of [WIDE, PHONE]) query.addEventListener("change", arrange);
    on(["left"], arrange);
    on(["selection"], () => {
      if (isChosen()) [side, place3] = ["right", "map"];
    });
    on(["main"], ({ main }) => {
      if (main !== "map") lower();
    });
    new MutationObserver(() => {
      if (details.hidden && place3 === "overview") place3 = "map";
      arrange();
    }).observe(details, { attributes: true, attributeFilter: ["hidden", "data-node", "data-row"] });
    start6();
    arrange();
  };

  // src/sorted.ts
  var sorted = (items2, value, way) => {
    const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return items2.map((item) => ({ item, key: value(item) })).sort((a, b) => {
      const empty = Number(a.key === "") - Number(b.key === "");
      return empty || way * less(a.key, b.key) || a.item - b.item;
    }).map(({ item }) => item);
  };

  // src/table_figures.ts
  var make = () => {
    const named4 = new Map(
      [...kinds.keys()].filter((kind) => kind !== "paper").map((kind) => [kind, new Int32Array(size)])
    );
    const [related, topics2] = [new Int32Array(size), new Int32Array(size)];
    const first = Array(size).fill("");
    const seen = /* @__PURE__ */ new Set();
    const pairs = /* @__PURE__ */ new Set();
    for (let e = 0; e < links; e += 1) {
      const [from, to] = [edges.from[e], edges.to[e]];
      if (isPaper(from) && isPaper(to)) {
        related[from] += 1;
        related[to] += 1;
        continue;
      }
      if (pairs.has(from * size + to)) continue;
      pairs.add(from * size + to);
      const counts2 = named4.get(nodes.kind[to]);
      if (counts2) counts2[from] += 1;
      const date2 = nodes.date[from];
      if (date2 && (!first[to] || date2 < first[to])) first[to] = date2;
      const place4 = `${to} ${nodes.topic[from]}`;
      if (nodes.topic[from] && !seen.has(place4)) {
        seen.add(place4);
        topics2[to] += 1;
      }
    }
    return { named: named4, related, topics: topics2, first };
  };
  var made2 = null;
  var figures = () => {
    made2 = made2 ?? make();
    return made2;
  };

  // src/table_columns.ts
  var cell2 = (node2) => el(
    "span",
    { class: "cell" },
    icon(nodes.kind[node2]),
    nodeLink(node2, void 0, { title: nodes.label[node2] })
  );
  var paperCell = (row6) => {
    const node2 = corpus.node[row6];
    if (node2 >= 0) return cell2(node2);
    const title = corpus.title[row6];
    const open4 = button(
      { class: "undrawn", title: `${title} (not on the map)` },
      foreign(title),
      () => show3(row6)
    );
    return el("span", { class: "cell" }, icon("paper"), open4);
  };
  var text2 = (name3, title, wide, value) => ({
    ...{ name: name3, title, wide, value },
    show: (item) => foreign(value(item), { title: value(item) || void 0 })
  });
  var whole4 = (name3, title, value, wide = 92) => ({
    ...{ name: name3, title, wide, value, number: true },
    show: (item) => value(item) ? value(item).toLocaleString("en") : ""
  });
  var share = (name3, title, value, wide = 104) => ({
    ...{ name: name3, title, wide, value, number: true },
    show: (item) => value(item) ? value(item).toFixed(2) : ""
  });
  var papers2 = () => {
    const ofNode3 = (count3) => (row6) => count3?.[corpus.node[row6]] ?? 0;
    const { named: named4, related } = figures();
    return [
      { name: "title", title: "Title", wide: 300, value: (row6) => corpus.title[row6], show: paperCell },
      text2("date", "Date", 100, (row6) => corpus.date[row6]),
      text2("topic", "Topic", 150, (row6) => corpus.topic[row6]),
      text2("authors", "Authors", 150, (row6) => corpus.authors[row6]),
      text2("venue", "Venue", 110, (row6) => corpus.venue[row6]),
      ...Object.keys(KINDS).filter((kind) => named4.has(kind)).map(
        (kind) => whole4(kind, KINDS[kind].many, ofNode3(named4.get(kind)), 66 + 5 * KINDS[kind].many.length)
      ),
      whole4("links", "Links", ofNode3(related), 76)
    ];
  };
  var entities3 = () => {
    const { topics: topics2, first } = figures();
    const count3 = (i) => now2.count.papers < now2.count.of ? now2.named[i] : nodes.papers[i];
    return [
      { name: "label", title: "Name", wide: 220, value: (i) => nodes.label[i], show: cell2 },
      text2("kind", "Kind", 110, (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i]),
      { ...whole4("papers", "Papers", count3), varies: true },
      text2("topic", "Topic", 190, (i) => nodes.topic[i]),
      whole4("topics", "Topics", (i) => topics2[i]),
      text2("first", "First date", 110, (i) => first[i])
    ];
  };
  var relation2 = (line) => {
    const name3 = nameOf(line);
    return name3 === BESIDE ? "Named with" : RELATIONS[name3]?.edge ?? name3;
  };
  var edgeOf = (line) => now3.edge[line];
  var isOfPapers = (line) => isPaper(now3.a[line]) && isPaper(now3.b[line]);
  var end = (name3, title, node2) => ({
    ...{ name: name3, title, wide: 220, value: (line) => nodes.label[node2(line)], show: (line) => cell2(node2(line)) }
  });
  var probability = (line) => isOfPapers(line) ? now3.weight[line] : 0;
  var together = (line) => edgeOf(line) < 0 ? now3.weight[line] : 0;
  var sure = (line) => edgeOf(line) < 0 || isOfPapers(line) ? 0 : edges.confidence[edgeOf(line)];
  var ofLines = () => [
    end("source", "From", (line) => now3.a[line]),
    text2("relation", "Relation", 150, relation2),
    end("target", "To", (line) => now3.b[line]),
    {
      ...share("weight", "Probability", probability, 112),
      show: (line) => probability(line) ? percent(probability(line)) : ""
    },
    whole4("together", "Papers with both", together, 150),
    share("salience", "Salience", (line) => edgeOf(line) < 0 ? 0 : edges.salience[edgeOf(line)]),
    share("confidence", "Confidence", sure, 116)
  ];
  var MAKERS = { papers: papers2, entities: entities3, links: ofLines };
  var made3 = {};
  var columnsOf = (what2) => {
    const found = made3[what2] ?? MAKERS[what2]();
    made3[what2] = found;
    return found;
  };
  var columnsFor = (what2, items2) => columnsOf(what2).filter(({ value }, at3) => {
    if (at3 === 0) return true;
    for (let i = 0; i < items2.length; i += 1) if (value(items2[i])) return true;
    return items2.length === 0;
  });
  var everyItem = (what2) => what2 === "papers" ? Array.from({ length: corpus.size }, (_, row6) => row6) : what2 === "entities" ? nodes.id.filter((i) => !isPaper(i)) : Array.from({ length: now3.count }, (_, line) => line);
  var isLeft = (what2) => (item) => what2 === "papers" ? now2.passes[item] === 1 : what2 === "entities" ? now2.listed[item] === 1 : isListed(item);
  var nodeOf = (what2, item) => what2 === "papers" ? corpus.node[item] : what2 === "entities" ? item : -1;
  var NOUNS = {
    papers: ["paper", "papers"],
    entities: [entities.one.includes(" ") ? "entity" : entities.one, "entities"],
    links: ["link", "links"]
  };

  // src/table_order.ts
  var made4 = /* @__PURE__ */ new Map();
  var itemsOf = (what2, { name: name3, value, varies }, way) => {
    const left = isLeft(what2);
    if (varies || what2 === "links") return sorted(everyItem(what2).filter(left), value, way);
    const key3 = `${what2} ${name3} ${way}`;
    const all4 = made4.get(key3) ?? sorted(everyItem(what2), value, way);
    made4.set(key3, all4);
    return all4.filter(left);
  };

  // src/table.ts
  var HIGH2 = 42;
  var MOST_PRINTED = 2e3;
  var TITLES2 = { papers: "Papers", entities: "Entities", links: "Links" };
  var panel5 = byId("table");
  var order2 = {
    papers: ["date", -1],
    entities: ["papers", -1],
    links: ["weight", -1]
  };
  var chosen = { papers: /* @__PURE__ */ new Set(), entities: /* @__PURE__ */ new Set(), links: /* @__PURE__ */ new Set() };
  var scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" });
  var head2 = el("div", { class: "table-head" });
  var body2 = el("tbody");
  var columns2 = [];
  var items = [];
  var last = -1;
  var what = () => now.table;
  var isPicked = (item) => chosen[what()].has(item);
  var box = (label2, checked, act) => {
    const made5 = el("input", { type: "checkbox", "aria-label": label2 });
    made5.checked = checked;
    made5.addEventListener("click", (event) => act(made5.checked, event.shiftKey));
    return made5;
  };
  var pick2 = (at3) => (on3, shift) => {
    const from = shift && last >= 0 ? last : at3;
    for (let i = Math.min(from, at3); i <= Math.max(from, at3); i += 1) {
      if (on3) chosen[what()].add(items[i]);
      else chosen[what()].delete(items[i]);
    }
    last = at3;
    refresh3();
  };
  var row5 = (at3) => {
    const item = items[at3];
    const name3 = String(columns2[0].value(item)).slice(0, 120);
    const picker = what() === "links" ? null : el("td", { class: "pick-row" }, box(`Choose ${name3}`, isPicked(item), pick2(at3)));
    return el(
      "tr",
      { "aria-rowindex": String(at3 + 2), class: isPicked(item) ? "picked" : false, "data-at": String(at3) },
      picker,
      ...columns2.map(({ show: show5, number: number2 }) => el("td", { class: number2 ? "number" : false }, show5(item)))
    );
  };
  var gap = (high) => {
    const made5 = el("tr", { class: "gap", "aria-hidden": "true" });
    made5.style.height = `${high}px`;
    return made5;
  };
  var fill2 = (whole5 = false) => {
    if (panel5.hidden) return;
    const [first, end2] = whole5 ? [0, Math.min(items.length, MOST_PRINTED)] : windowOf(scroll.scrollTop, scroll.clientHeight, HIGH2, items.length);
    const kept = new Map(
      [...body2.querySelectorAll("[data-at]")].map((item) => [item.dataset.at, item])
    );
    const shown3 = Array.from({ length: end2 - first }, (_, i) => kept.get(String(first + i)) ?? row5(first + i));
    const held = document.activeElement;
    body2.replaceChildren(gap(first * HIGH2), ...shown3, gap((items.length - end2) * HIGH2));
    if (held instanceof HTMLElement && body2.contains(held)) held.focus({ preventScroll: true });
  };
  var refresh3 = () => {
    body2.replaceChildren();
    fill2();
    renderHead();
  };
  var header = ({ name: name3, title, number: number2 }) => {
    const [by, way] = order2[what()];
    const turn2 = () => {
      order2[what()] = [name3, by === name3 ? way > 0 ? -1 : 1 : number2 ? -1 : 1];
      render2();
      panel5.querySelector(`[data-column="${name3}"]`)?.focus();
    };
    const sign2 = el("span", { "aria-hidden": "true", class: "sign" }, by === name3 ? way > 0 ? "▲" : "▼" : "");
    return el(
      "th",
      {
        scope: "col",
        class: number2 ? "number" : false,
        "aria-sort": by === name3 ? way > 0 ? "ascending" : "descending" : "none"
      },
      button({ "data-column": name3 }, [title, sign2], turn2)
    );
  };
  var save = () => {
    const picked = items.filter(isPicked);
    const text3 = csv(
      columns2.map(({ title }) => title),
      columns2.map(({ name: name3 }) => name3),
      (picked.length ? picked : items).map(
        (item) => Object.fromEntries(columns2.map(({ name: name3, value }) => [name3, value(item)]))
      )
    );
    const href = URL.createObjectURL(new Blob([text3], { type: "text/csv;charset=utf-8" }));
    el("a", { href, download: `${TITLES2[what()].toLowerCase()}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1e4);
  };
  var compare3 = (nodes2) => {
    compare2(nodes2);
    show("compare");
  };
  var renderHead = () => {
    const count3 = plural(items.length, ...NOUNS[what()]);
    const picked = items.filter(isPicked);
    const nodes2 = picked.map((item) => nodeOf(what(), item)).filter((node2) => node2 >= 0);
    const isComparable = nodes2.length > 1 && nodes2.length < 5 && document.getElementById("compare") !== null;
    head2.replaceChildren(
      el(
        "div",
        { class: "segments", role: "group", "aria-label": "Rows" },
        ...Object.keys(TITLES2).filter((name3) => everyItem(name3).length > 0).map(
          (name3) => button(
            { "aria-pressed": String(what() === name3), "data-table": name3 },
            TITLES2[name3],
            () => table2(name3)
          )
        )
      ),
      el(
        "span",
        { class: "count", role: "status" },
        `${count3} shown${picked.length ? `, ${picked.length.toLocaleString("en")} chosen` : ""}`
      ),
      el(
        "span",
        { class: "table-tools" },
        isComparable ? button({ class: "tool" }, "Compare", () => compare3(nodes2)) : null,
        picked.length ? button({ class: "tool" }, "Choose none", () => {
          chosen[what()].clear();
          refresh3();
        }) : null,
        button({ class: "tool" }, picked.length ? `Save ${picked.length} (CSV)` : "Save table (CSV)", save)
      )
    );
  };
  var widths2 = () => {
    const sizes = [...what() === "links" ? [] : [40], ...columns2.map(({ wide }) => wide)];
    const total = sizes.reduce((sum, size4) => sum + size4, 0);
    const lead = what() === "links" ? 0 : 1;
    return {
      total,
      cols: sizes.map((size4, at3) => {
        const col = el("col");
        if (at3 !== lead) col.style.width = `${size4}px`;
        return col;
      })
    };
  };
  var render2 = () => {
    panel5.hidden = now.main !== "table";
    if (panel5.hidden) {
      panel5.replaceChildren();
      return;
    }
    const left = everyItem(what()).filter(isLeft(what()));
    columns2 = columnsFor(what(), left);
    const [by, way] = order2[what()];
    const column2 = columns2.find(({ name: name3 }) => name3 === by);
    items = column2 ? itemsOf(what(), column2, way) : sorted(left, columns2[0].value, 1);
    last = -1;
    const all4 = box("Choose all", items.length > 0 && items.every(isPicked), (on3) => {
      chosen[what()] = new Set(on3 ? items : []);
      refresh3();
    });
    const { total, cols } = widths2();
    const grid = el(
      "table",
      { "aria-rowcount": String(items.length + 1) },
      el(
        "caption",
        { class: "unseen" },
        `What is shown: ${plural(items.length, ...NOUNS[what()])}. Headers sort.`
      ),
      el("colgroup", {}, ...cols),
      el(
        "thead",
        {},
        el("tr", {}, what() === "links" ? null : el("td", { class: "pick-row" }, all4), ...columns2.map(header))
      ),
      body2
    );
    grid.style.minWidth = `${total}px`;
    if (!panel5.contains(scroll)) panel5.replaceChildren(head2, scroll);
    body2.replaceChildren();
    scroll.replaceChildren(grid);
    scroll.scrollTop = 0;
    fill2();
    renderHead();
  };
  var start8 = () => {
    scroll.addEventListener("scroll", () => fill2(), { passive: true });
    new ResizeObserver(() => fill2()).observe(scroll);
    window.addEventListener("beforeprint", () => fill2(true));
    window.addEventListener("afterprint", () => fill2());
    if (size) render2();
  };

  // src/time_window.ts
  var clamp = (value, most2) => Math.min(most2, Math.max(0, value));
  var windowBetween = (a, b, count3) => {
    const [first, last2] = [clamp(Math.min(a, b), count3 - 1), clamp(Math.max(a, b), count3 - 1)];
    return first === 0 && last2 === count3 - 1 ? null : [first, last2];
  };
  var moved2 = ([first, last2], by, count3) => {
    const shift = Math.min(count3 - 1 - last2, Math.max(-first, by));
    return [first + shift, last2 + shift];
  };
  var opening = (now5, count3) => {
    const wide = now5 ? now5[1] - now5[0] + 1 : Math.max(1, Math.round(count3 / 6));
    return now5 && now5[1] < count3 - 1 ? now5 : [0, Math.min(wide, count3) - 1];
  };
  var windowOfBounds = (names4, since, until) => {
    if (!since && !until) return null;
    const first = since ? names4.findIndex((name3) => name3 >= since.slice(0, name3.length)) : 0;
    const last2 = until ? names4.findLastIndex((name3) => name3.slice(0, until.length) <= until) : names4.length - 1;
    return [first < 0 ? names4.length - 1 : first, Math.max(0, last2)];
  };
  var labelled = (names4, apart) => {
    const every = Math.max(1, Math.ceil(names4.length * apart));
    const starts = names4.flatMap((name3, at3) => /^\d{4}-01$/.test(name3) ? [at3] : []);
    if (starts.length > 2 && every <= 12 && every > 3) return starts;
    return names4.flatMap((_, at3) => at3 % every === 0 && at3 + every / 2 <= names4.length ? [at3] : []);
  };

  // src/timeline.ts
  var panel6 = byId("timeline");
  var quiet2 = matchMedia("(prefers-reduced-motion: reduce)");
  var { names: names3, of, unit } = corpus.bins;
  var BEAT = 700;
  var LARGE = { day: 7, month: 12, year: 10 }[unit];
  var APART = 0.14;
  var all3 = new Int32Array(names3.length);
  for (const bin of of) if (bin >= 0) all3[bin] += 1;
  var most = Math.max(1, ...all3);
  var bars = names3.map(() => el("span", { class: "bin" }, el("i", {}), el("b", {})));
  var strip = el("div", { class: "strip" }, ...bars);
  var status3 = el("span", { class: "count", role: "status" });
  var clear3 = button({ class: "more" }, "Whole time", () => choose3(null));
  var timer2 = 0;
  var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  var spoken = (name3) => {
    const [year, month, day2] = name3.split("-");
    return [day2 && String(Number(day2)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
  };
  var chosen2 = () => windowOfBounds(names3, ...ordered2(now.since, now.until));
  var choose3 = (next) => refine({
    since: next && next[0] > 0 ? names3[next[0]] : "",
    until: next && next[1] < names3.length - 1 ? names3[next[1]] : ""
  });
  var handle = (end2, label2) => {
    const input2 = el("input", {
      type: "range",
      class: end2 ? "until" : "since",
      name: label2,
      "aria-label": label2,
      min: "0",
      max: String(names3.length - 1),
      step: "1"
    });
    input2.addEventListener("input", () => {
      const now5 = chosen2() ?? [0, names3.length - 1];
      const at3 = Number(input2.value);
      choose3(
        windowBetween(end2 ? now5[0] : Math.min(at3, now5[1]), end2 ? Math.max(at3, now5[0]) : now5[1], names3.length)
      );
      refresh4();
    });
    input2.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (!way || !event.shiftKey) return;
      input2.value = String(Number(input2.value) + way * LARGE);
      input2.dispatchEvent(new Event("input"));
      event.preventDefault();
    });
    return input2;
  };
  var handles = [handle(0, "Papers from"), handle(1, "Papers until")];
  var refresh4 = () => {
    const window2 = chosen2();
    const [first, last2] = window2 ?? [0, names3.length - 1];
    bars.forEach((bar2, at3) => {
      const found = now2.times[at3];
      const [behind, front] = bar2.children;
      behind.style.height = `${100 * all3[at3] / most}%`;
      front.style.height = `${100 * found / most}%`;
      bar2.classList.toggle("out", at3 < first || at3 > last2);
      bar2.title = `${spoken(names3[at3])}: ${found < all3[at3] ? `${found} of ` : ""}${plural(all3[at3], "paper")}`;
    });
    for (const [end2, input2] of handles.entries()) {
      input2.value = String(end2 ? last2 : first);
      input2.setAttribute("aria-valuetext", spoken(names3[end2 ? last2 : first]));
    }
    strip.style.setProperty("--first", String(first));
    strip.style.setProperty("--last", String(last2 + 1));
    panel6.classList.toggle("chosen", window2 !== null);
    clear3.hidden = window2 === null;
    status3.textContent = window2 ? `${spoken(names3[first])}${first < last2 ? ` to ${spoken(names3[last2])}` : ""}` : `Papers by ${unit}`;
  };
  var binAt = (x2) => {
    const box2 = strip.getBoundingClientRect();
    return Math.min(names3.length - 1, Math.max(0, Math.floor((x2 - box2.left) / box2.width * names3.length)));
  };
  var brush = (down) => {
    if (down.button !== 0) return;
    const from = binAt(down.clientX);
    const before = chosen2();
    const inside = before !== null && from >= before[0] && from <= before[1] && before[0] < before[1];
    let dragged2 = false;
    const move2 = (event) => {
      dragged2 ||= Math.abs(event.clientX - down.clientX) > 3;
      if (!dragged2) return;
      const at3 = binAt(event.clientX);
      choose3(inside && before ? moved2(before, at3 - from, names3.length) : windowBetween(from, at3, names3.length));
    };
    const end2 = (event) => {
      strip.removeEventListener("pointermove", move2);
      strip.removeEventListener("pointerup", end2);
      strip.removeEventListener("pointercancel", end2);
      if (dragged2 || event.type === "pointercancel") return;
      const again = before !== null && before[0] === from && before[1] === from;
      choose3(again ? null : windowBetween(from, from, names3.length));
    };
    stop();
    strip.setPointerCapture(down.pointerId);
    strip.addEventListener("pointermove", move2);
    strip.addEventListener("pointerup", end2);
    strip.addEventListener("pointercancel", end2);
  };
  var play = button({ class: "play", "aria-pressed": "false" }, "▶", () => timer2 ? stop() : run2());
  var label = () => {
    play.textContent = timer2 ? "❚❚" : "▶";
    play.setAttribute("aria-pressed", String(timer2 !== 0));
    const name3 = quiet2.matches ? "Next step of time" : "Play the time";
    for (const attribute2 of ["aria-label", "title"]) play.setAttribute(attribute2, name3);
  };
  var stop = () => {
    clearInterval(timer2);
    timer2 = 0;
    label();
  };
  var advance = () => {
    const now5 = chosen2();
    if (now5 && now5[1] < names3.length - 1) choose3(moved2(now5, 1, names3.length));
    else stop();
  };
  var run2 = () => {
    const [now5, first] = [chosen2(), opening(chosen2(), names3.length)];
    const isNew = !now5 || now5[0] !== first[0];
    if (isNew) choose3(first);
    if (quiet2.matches) {
      if (!isNew) advance();
      return;
    }
    timer2 = window.setInterval(advance, BEAT);
    label();
  };
  var start9 = () => {
    panel6.hidden = names3.length < 2;
    if (panel6.hidden) return;
    strip.style.setProperty("--bins", String(names3.length));
    const at3 = new Set(labelled(names3, APART));
    const ticks = names3.map((name3, bin) => el("span", {}, at3.has(bin) ? spoken(name3) : ""));
    strip.append(...handles);
    panel6.append(
      el("div", { class: "time-head" }, play, status3, clear3),
      el("div", { class: "time-bars" }, strip, el("div", { class: "ticks", "aria-hidden": "true" }, ...ticks))
    );
    strip.addEventListener("pointerdown", (event) => {
      if (!event.target.matches("input")) brush(event);
    });
    quiet2.addEventListener("change", stop);
    label();
    refresh4();
    on2(refresh4);
  };

  // src/toolbar.ts
  var group3 = byId("views");
  var opener2 = byId("show-table");
  var hint = byId("hint");
  var VIEWS2 = {
    full: ["Everything", "Papers and what they name"],
    papers: ["Papers", "Papers and the links between them"],
    entities: ["Entities", `${entities.many}, linked where papers name both`]
  };
  var entities4 = size - (kinds.get("paper") || 0);
  var refresh5 = (now5) => {
    for (const box2 of group3.querySelectorAll("input")) box2.checked = box2.value === now5.view;
    opener2.setAttribute("aria-pressed", String(now5.main === "table"));
    const none2 = size > 0 && !shown.some(Boolean);
    hint.hidden = !none2;
    hint.textContent = none2 ? "Nothing passes these filters. Reset them in the legend." : "";
  };
  var start10 = () => {
    for (const [value, [label2, title]] of Object.entries(VIEWS2)) {
      const box2 = el("input", { type: "radio", name: "view", value });
      box2.addEventListener("change", () => view(value));
      group3.append(el("label", { title }, box2, el("span", {}, label2)));
    }
    group3.hidden = !entities4 || entities4 === size;
    opener2.hidden = size === 0;
    opener2.addEventListener("click", () => show(now.main === "table" ? "map" : "table"));
    refresh5(now);
  };

  // src/main.ts
  var ZOOMS = {
    in: () => zoom(1.5),
    out: () => zoom(1 / 1.5),
    fit: () => fit()
  };
  var start11 = () => {
    const { now: now5 } = state_exports;
    let still = false;
    let arriving = null;
    let shown3 = Promise.resolve();
    let pending2 = 0;
    const track = (work) => {
      pending2 += 1;
      return work.finally(() => {
        pending2 -= 1;
      });
    };
    const nextFrame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moveCamera = (changed) => {
      const has = (field) => changed.includes(field);
      if (arriving) place(arriving);
      else if (now5.target >= 0 && has("target"))
        fit(stations(now5.selected, path(now5.selected, now5.target) || []), {
          most: 1.2,
          pad: 50
        });
      else if (now5.selected >= 0 && (has("steps") || has("selected") && !still && now5.steps > 1))
        fit([...within(now5.selected, now5.steps).keys()], { pad: 20 });
      else if (now5.selected >= 0 && has("selected") && !still) goTo(now5.selected);
      else if (now5.topic && has("topic")) fit(topic.get(now5.topic)?.members, { most: 1.1 });
      arriving = null;
      still = false;
    };
    const refilter = () => {
      compute2(now5);
      emphasise2(now5);
      repaint();
      render2();
      refresh5(now5);
      recount();
    };
    start2();
    on2(refilter);
    start4();
    start10();
    start5();
    start9();
    start8();
    start3();
    start7();
    on(["selection"], (_, changed) => {
      emphasise2(now5);
      repaint();
      const restep = changed.length === 1 && changed[0] === "steps";
      shown3 = track(
        nextFrame().then(() => restep ? mark() : show2()).then(() => {
          arrange();
          still &&= isInSight(now5.selected);
          moveCamera(changed);
        })
      );
    });
    on(["colour"], repaint);
    on(["main"], () => {
      render2();
      refresh5(now5);
      if (now5.selected < 0) show2();
    });
    onArrival((camera3) => {
      arriving = camera3;
      track(
        shown3.then(() => {
          if (arriving) moveCamera([]);
        })
      );
    });
    byId("card").addEventListener("leave", () => show2());
    onMoved(cameraMoved);
    onPick((node2) => {
      still = node2 >= 0 && node2 !== now5.selected;
      if (node2 < 0) clear();
      else select(node2);
    });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-node]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      select(Number(link.dataset.node));
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target.matches("input[type=search], textarea");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        focus();
      } else if (event.key === "Escape") clear();
    });
    for (const button2 of document.querySelectorAll("[data-zoom]")) {
      const act = ZOOMS[button2.dataset.zoom ?? "fit"];
      button2.addEventListener("click", act);
    }
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      restyle();
      restyle2();
      restyle3();
      show2();
    });
    const notice = byId("notice");
    notice.hidden = size > 0;
    notice.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
    show2();
    arrange();
    fit(void 0, { animated: false });
    return () => pending2 === 0 && hasArrived() && isWritten();
  };
  var isSettled = start11();
  var listen = () => start(camera2);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
  else listen();
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
      list: list_exports,
      isSettled
    }
  });
})();
