"use strict";
(() => {
  var __defProp = Object.defineProperty;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __esm = (fn, res, err) => function __init() {
    if (err) throw err[0];
    try {
      return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
    } catch (e) {
      throw err = [e], e;
    }
  };
  var __export = (target, all6) => {
    for (var name3 in all6)
      __defProp(target, name3, { get: all6[name3], enumerable: true });
  };

  // src/data.ts
  var given, give, pageData, unpackColumn, unpackTable;
  var init_data = __esm({
    "src/data.ts"() {
      "use strict";
      given = null;
      give = (data3) => {
        given = data3;
      };
      pageData = () => {
        if (!given) throw new Error("the data of the page are not there yet");
        return given;
      };
      unpackColumn = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at3) => column2.values[at3]);
      unpackTable = (columns3) => Object.fromEntries(Object.entries(columns3).map(([name3, column2]) => [name3, unpackColumn(column2)]));
    }
  });

  // src/unpack.ts
  var content, bytesOf, unpack;
  var init_unpack = __esm({
    "src/unpack.ts"() {
      "use strict";
      content = (id) => document.getElementById(id)?.textContent ?? "";
      bytesOf = (packed2) => {
        const signs = atob(packed2);
        const bytes = new Uint8Array(signs.length);
        for (let at3 = 0; at3 < signs.length; at3 += 1) bytes[at3] = signs.charCodeAt(at3);
        return bytes;
      };
      unpack = async (packed2) => {
        const plain2 = new Blob([bytesOf(packed2)]).stream().pipeThrough(new DecompressionStream("deflate"));
        return JSON.parse(await new Response(plain2).text());
      };
    }
  });

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
    figures: () => figures,
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
    topic: () => topic,
    topics: () => topics,
    topicsBut: () => topicsBut
  });
  var data, nodes, edges, rest, size, links, colours, options, KINDS, RELATIONS, entities, at, around, isBackground, isPaper, other, neighbours, split, count, kinds, relations, figures, counts, compare, named, topic, join, ordered, topics, topicsBut;
  var init_model = __esm({
    "src/model.ts"() {
      "use strict";
      init_data();
      data = pageData();
      nodes = {
        ...{ id: [], key: [], kind: [], label: [], shape: [], x: [], y: [], size: [], papers: [] },
        ...{ topic: [], topic_id: [], subtopic: [], subtopic_id: [] },
        ...{ aliases: [], broader: [], date: [], sources: [], url: [] },
        ...unpackTable(data.nodes)
      };
      edges = {
        ...{ from: [], to: [], relation: [], weight: [], confidence: [], salience: [], mentions: [], origin: [] },
        ...unpackTable(data.edges)
      };
      rest = unpackTable(data.rest ?? {});
      size = nodes.id.length;
      links = edges.from.length;
      ({ colours, options } = data);
      ({ kinds: KINDS, relations: RELATIONS, entities } = data.facts);
      at = /* @__PURE__ */ new Map();
      around = Array.from({ length: size }, () => []);
      for (let i = 0; i < size; i += 1) at.set(nodes.key[i], i);
      for (let e = 0; e < links; e += 1) {
        around[edges.from[e]].push(e);
        if (edges.to[e] !== edges.from[e]) around[edges.to[e]].push(e);
      }
      isBackground = (edge) => RELATIONS[edges.relation[edge]]?.background === true;
      isPaper = (node2) => nodes.kind[node2] === "paper";
      other = (edge, node2) => edges.from[edge] === node2 ? edges.to[edge] : edges.from[edge];
      neighbours = (node2, wanted = () => true) => new Set(around[node2].filter(wanted).map((edge) => other(edge, node2)));
      split = (text3) => text3.split(" | ").filter((part2) => part2 !== "");
      count = (column2) => {
        const found = /* @__PURE__ */ new Map();
        for (const value of column2) found.set(value, (found.get(value) || 0) + 1);
        return found;
      };
      kinds = count(nodes.kind);
      relations = count(edges.relation);
      figures = data.figures ?? null;
      counts = data.figures?.counts ?? data.counts ?? Object.fromEntries(kinds);
      ({ compare } = new Intl.Collator("en"));
      named = (a, b) => compare(nodes.label[a], nodes.label[b]) || a - b;
      topic = /* @__PURE__ */ new Map();
      join = (name3, parent, node2) => {
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
      ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
      topics = ordered("");
      topics.forEach((item, rank) => {
        item.subtopics = ordered(item.name);
        for (const each of [item, ...item.subtopics]) each.rank = rank;
      });
      topicsBut = (name3) => {
        const parent = topic.get(name3)?.parent ?? "";
        const siblings = topic.get(parent)?.subtopics ?? [];
        const all6 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name3));
        return /* @__PURE__ */ new Set([...all6, ...siblings.map((item) => item.name).filter((other2) => other2 !== name3)]);
      };
    }
  });

  // src/address.ts
  var COLOURS, VIEWS, TABLES, MAINS, LEFTS, MOST_TEXT, MOST_CORNERS, MOST_COMPARED, background, fresh, encode, decode, list, known, node, among, number, whole, day, topic2, same, codec, readTable, several, polygon, NONE, name, topicNames, tops, below, hiddenBut, topicsLeft, leftOf, formatTopics, hiddenTopics, CODECS, write, read, ofNode;
  var init_address = __esm({
    "src/address.ts"() {
      "use strict";
      init_model();
      init_model();
      COLOURS = ["kind", "topic"];
      VIEWS = ["full", "papers", "entities"];
      TABLES = ["papers", "entities", "links"];
      MAINS = ["map", "table", "matrix", "compare"];
      LEFTS = ["papers", "filters", ""];
      MOST_TEXT = 500;
      MOST_CORNERS = 200;
      MOST_COMPARED = 4;
      background = [...relations.keys()].filter((name3) => RELATIONS[name3]?.background);
      fresh = () => ({
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
      encode = (text3) => encodeURIComponent(text3).replaceAll("%3A", ":");
      decode = (text3) => {
        try {
          return decodeURIComponent(text3);
        } catch {
          return "";
        }
      };
      list = (values) => [...values].map(encode).join(",");
      known = (values) => (text3) => new Set(
        text3.split(",").map(decode).filter((value) => values.has(value))
      );
      node = (text3) => at.get(decode(text3)) ?? -1;
      among = (values, fallback) => (text3) => values.find((value) => value === text3) ?? fallback;
      number = (least2, most3) => (text3) => {
        const value = text3 === "" ? Number.NaN : Number(text3);
        return Number.isFinite(value) ? Math.min(most3, Math.max(least2, value)) : least2;
      };
      whole = (least2) => (text3) => Math.round(number(least2, 1e6)(text3));
      day = (text3) => /^[0-9-]{4,10}$/.test(text3) ? text3 : "";
      topic2 = (text3) => topic.has(decode(text3)) ? decode(text3) : "";
      same = (a, b) => {
        if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
        if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
        return a === b;
      };
      codec = (field, format, parse) => ({
        format: (now6, first2) => same(now6[field], first2[field]) ? null : format(now6[field]),
        read: (now6, text3) => {
          now6[field] = parse(text3);
        }
      });
      readTable = (now6, text3) => {
        const table2 = TABLES.find((name3) => name3 === text3 || name3 === "papers" && text3 === "nodes");
        if (table2) Object.assign(now6, { main: "table", table: table2 });
      };
      several = (text3) => [...new Set(text3.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
      polygon = (text3) => {
        const found = text3.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
        const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
        return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
      };
      NONE = "-";
      name = (topic5) => topic5 === "" ? NONE : topic5 === NONE ? "%2D" : encode(topic5);
      topicNames = (text3) => text3.split(",").map((part2) => part2 === NONE ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
      tops = ["", ...topics.map((item) => item.name)];
      below = (top) => (topic.get(top)?.subtopics ?? []).map((item) => item.name);
      hiddenBut = (left) => {
        const kept = new Set(left);
        return new Set(
          tops.flatMap((top) => {
            if (kept.has(top)) return [];
            const some = below(top).some((finer) => kept.has(finer));
            return some ? below(top).filter((finer) => !kept.has(finer)) : [top];
          })
        );
      };
      topicsLeft = (hidden) => {
        const left = leftOf(hidden);
        return left.length && same(hiddenBut(left), hidden) ? left : null;
      };
      leftOf = (hidden) => tops.flatMap((top) => {
        if (hidden.has(top)) return [];
        const finer = below(top);
        return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top];
      });
      formatTopics = (hidden) => {
        const left = topicsLeft(hidden);
        const [without, topics3] = [[...hidden].map(name).join(","), (left ?? []).map(name).join(",")];
        return left && topics3.length < without.length ? ["topics", topics3] : ["without", without];
      };
      hiddenTopics = (field) => ({
        format: ({ hiddenTopics: hidden }) => {
          const [written2, text3] = hidden.size ? formatTopics(hidden) : ["", ""];
          return written2 === field ? text3 : null;
        },
        read: (now6, text3) => {
          const named4 = topicNames(text3);
          if (named4.length) now6.hiddenTopics = field === "topics" ? hiddenBut(named4) : new Set(named4);
        }
      });
      CODECS = {
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
      write = (now6, camera3 = null) => {
        const first2 = fresh();
        const parts2 = Object.entries(CODECS).flatMap(([name3, { format }]) => {
          const text3 = format(now6, first2);
          return text3 === null ? [] : [`${name3}=${text3}`];
        });
        if (camera3)
          parts2.push(
            `${camera3.relative ? "see" : "at"}=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`
          );
        const key3 = now6.selected < 0 ? "" : encode(nodes.key[now6.selected]);
        return key3 || parts2.length ? `#${[key3, ...parts2].join("&")}` : "";
      };
      read = (hash) => {
        const [key3, ...parts2] = hash.replace(/^#/, "").split("&");
        const found = {
          now: { ...fresh(), selected: node(key3) },
          camera: null
        };
        for (const part2 of parts2) {
          const cut = part2.indexOf("=");
          const [name3, text3] = [part2.slice(0, cut), part2.slice(cut + 1)];
          if (Object.hasOwn(CODECS, name3)) CODECS[name3].read(found.now, text3);
          const [x2, y2, zoom2] = name3 === "at" || name3 === "see" ? text3.split(",").map(Number) : [];
          if ([x2, y2, zoom2].every(Number.isFinite) && zoom2 > 0)
            found.camera = { x: x2, y: y2, zoom: zoom2, ...name3 === "see" ? { relative: true } : {} };
        }
        return found;
      };
      ofNode = (selected) => `#${encode(nodes.key[selected])}`;
    }
  });

  // src/shapes.ts
  var corners, SHAPES;
  var init_shapes = __esm({
    "src/shapes.ts"() {
      "use strict";
      corners = (ctx, count3, turn2, place4) => {
        for (let corner = 0; corner < count3; corner += 1) {
          const [px, py, r] = place4(corner);
          const angle = turn2 + 2 * Math.PI * corner / count3;
          const point3 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
          if (corner) ctx.lineTo(...point3);
          else ctx.moveTo(...point3);
        }
        ctx.closePath();
      };
      SHAPES = {
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
    }
  });

  // src/dom.ts
  var SVG, byId, present, el, icon, foreign, button, nodeLink, webAddress, outside;
  var init_dom = __esm({
    "src/dom.ts"() {
      "use strict";
      init_address();
      init_model();
      init_shapes();
      SVG = "http://www.w3.org/2000/svg";
      byId = (id) => document.getElementById(id);
      present = (values) => values.filter((value) => value !== null && value !== void 0);
      el = (tag, attributes = {}, ...children) => {
        const made5 = document.createElement(tag);
        for (const [name3, value] of Object.entries(attributes)) {
          if (value !== false && value !== void 0) made5.setAttribute(name3, value === true ? "" : value);
        }
        made5.append(...present(children).filter((child) => child !== ""));
        return made5;
      };
      icon = (kind) => {
        const svg2 = document.createElementNS(SVG, "svg");
        const path2 = document.createElementNS(SVG, "path");
        svg2.setAttribute("viewBox", "0 0 16 16");
        svg2.setAttribute("class", `icon ${kind}`);
        svg2.setAttribute("aria-hidden", "true");
        path2.setAttribute("d", SHAPES[KINDS[kind]?.shape || "dot"].icon);
        svg2.append(path2);
        return svg2;
      };
      foreign = (text3, attributes = {}) => el("bdi", attributes, text3);
      button = (attributes, label2, act) => {
        const made5 = el("button", { type: "button", ...attributes }, ...[label2].flat());
        made5.addEventListener("click", () => act());
        return made5;
      };
      nodeLink = (node2, text3 = nodes.label[node2], attributes = {}) => el("a", { href: ofNode(node2), "data-node": String(node2), dir: "auto", ...attributes }, text3);
      webAddress = (text3) => {
        try {
          const url = new URL(text3);
          return url.protocol === "https:" || url.protocol === "http:" ? url : null;
        } catch {
          return null;
        }
      };
      outside = (text3) => {
        const url = webAddress(text3);
        if (!url) return text3 ? foreign(text3, { class: "muted" }) : null;
        const shown3 = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
        return el(
          "a",
          { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
          foreign(shown3)
        );
      };
    }
  });

  // src/card_text.ts
  var marked, evidence, reason, sharedNames, shared;
  var init_card_text = __esm({
    "src/card_text.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_model();
      marked = (texts, text3, linked) => {
        const forms2 = linked.flatMap(
          (edge) => split(texts.surfaces[edge]).map((form) => [form, edge])
        );
        const target = new Map(forms2);
        if (!target.size) return [text3];
        const escaped = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
        const parts2 = [];
        let from = 0;
        for (const found of text3.matchAll(pattern)) {
          const edge = target.get(found[0].replace(/\s+/g, " "));
          if (edge === void 0) continue;
          const node2 = edges.to[edge];
          const look = linked.length > 1 && isBackground(edge) ? "slight mention" : "mention";
          parts2.push(
            text3.slice(from, found.index),
            nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
          );
          from = found.index + found[0].length;
        }
        return [...parts2, text3.slice(from)];
      };
      evidence = (texts, edge) => {
        const sentence = texts.evidence[edge] || "";
        return sentence ? el("blockquote", { dir: "auto" }, ...marked(texts, sentence, [edge])) : null;
      };
      reason = (texts, edge) => {
        const sentence = texts.reason[edge] || "";
        return sentence ? el("p", { class: "reason", dir: "auto" }, sentence) : null;
      };
      sharedNames = (texts, edge) => {
        const [one, other2] = [edges.from[edge], edges.to[edge]].map((paper) => neighbours(paper));
        const both = [...one].filter((node2) => other2.has(node2) && !isPaper(node2));
        const found = new Map(both.map((node2) => [nodes.label[node2], node2]));
        return split(texts.shared[edge]).map((label2) => {
          const node2 = found.get(label2);
          return node2 === void 0 ? foreign(label2, { class: "tag" }) : nodeLink(node2, label2, { class: `tag ${nodes.kind[node2]}` });
        });
      };
      shared = (texts, edge) => {
        const said = texts.shared[edge].toLowerCase();
        const terms = split(texts.terms[edge]).filter((term) => !said.includes(term.toLowerCase()));
        const tags = [...sharedNames(texts, edge), ...terms.map((term) => foreign(term, { class: "tag term" }))];
        return tags.length ? el("div", { class: "tags" }, ...tags) : null;
      };
    }
  });

  // src/state.ts
  var state_exports = {};
  __export(state_exports, {
    answer: () => answer,
    cameraMoved: () => cameraMoved,
    clear: () => clear,
    colourBy: () => colourBy,
    compare: () => compare2,
    focusOn: () => focusOn,
    isFilter: () => isFilter,
    isNarrowed: () => isNarrowed,
    isOnlyKind: () => isOnlyKind,
    isOnlyRelation: () => isOnlyRelation,
    isOnlyTopic: () => isOnlyTopic,
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
    table: () => table,
    toggleKind: () => toggleKind,
    toggleRelation: () => toggleRelation,
    toggleTopic: () => toggleTopic,
    view: () => view,
    widen: () => widen
  });
  var listeners, arrivals, now, AMEND_AFTER, GROUPS, camera, timer, mute, write2, amend, apply, step, adjust, revealing, toggled, follow, on, onArrival, select, pathTo, showSteps, clear, showTopic, view, show, table, tab, focusOn, compare2, toggleKind, toggleRelation, toggleTopic, only, onlyKind, onlyRelation, isOnlyTopic, isOnlyKind, isOnlyRelation, onlyTopic, refine, answer, narrow, widen, isFilter, isNarrowed, colourBy, cameraMoved, isWritten, start;
  var init_state = __esm({
    "src/state.ts"() {
      "use strict";
      init_address();
      init_address();
      init_model();
      listeners = [];
      arrivals = [];
      now = fresh();
      AMEND_AFTER = 250;
      GROUPS = {
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
      camera = () => null;
      timer = 0;
      mute = false;
      write2 = (way) => {
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
      amend = () => {
        clearTimeout(timer);
        timer = window.setTimeout(write2, AMEND_AFTER, "replaceState");
      };
      apply = (changes) => {
        const changed = Object.keys(changes).filter((field) => !same(now[field], changes[field]));
        Object.assign(now, changes);
        const groups2 = Object.keys(GROUPS).filter(
          (group4) => GROUPS[group4].some((field) => changed.includes(field))
        );
        for (const [wanted, listener] of listeners)
          if (wanted.some((group4) => groups2.includes(group4))) listener(now, changed);
        return changed.length > 0;
      };
      step = (changes) => {
        if (timer) write2("replaceState");
        if (apply(changes)) write2("pushState");
      };
      adjust = (changes) => {
        if (apply(changes)) amend();
      };
      revealing = (node2) => {
        if (node2 < 0) return {};
        const without = (set2, value) => new Set([...set2].filter((item) => item !== value));
        const { kind, topic: topic5, subtopic: subtopic2 } = nodes;
        const fits = now.view === "full" || now.view === "papers" === isPaper(node2);
        const own2 = around[node2];
        const alone = own2.length > 0 && own2.every((edge) => now.hiddenRelations.has(edges.relation[edge]));
        const shown3 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
        return {
          view: fits ? now.view : "full",
          hiddenRelations: new Set([...now.hiddenRelations].filter((relation3) => !shown3.has(relation3))),
          hiddenKinds: without(now.hiddenKinds, kind[node2]),
          hiddenTopics: without(without(now.hiddenTopics, topic5[node2]), subtopic2[node2])
        };
      };
      toggled = (set2, value) => {
        const next = new Set(set2);
        if (!next.delete(value)) next.add(value);
        return next;
      };
      follow = () => {
        const found = read(location.hash);
        clearTimeout(timer);
        timer = 0;
        apply(found.now);
        if (found.camera) for (const listener of arrivals) listener(found.camera);
      };
      on = (groups2, listener) => {
        listeners.push([groups2, listener]);
      };
      onArrival = (listener) => {
        arrivals.push(listener);
      };
      select = (node2) => step({ selected: node2, target: -1, topic: "", ...revealing(node2) });
      pathTo = (node2) => step({ target: node2, topic: "", ...revealing(node2) });
      showSteps = (steps) => step({ steps });
      clear = () => step({ selected: -1, target: -1, topic: "" });
      showTopic = (name3) => step({ selected: -1, target: -1, topic: now.topic === name3 ? "" : name3 });
      view = (chosen3) => {
        const fits = (node2) => node2 < 0 || chosen3 === "full" || chosen3 === "papers" === isPaper(node2);
        const keep = fits(now.selected) && fits(now.target);
        step({ view: chosen3, ...keep ? {} : { selected: -1, target: -1 } });
      };
      show = (main) => step({ main });
      table = (table2) => step({ main: "table", table: table2 });
      tab = (left) => adjust({ left });
      focusOn = (focus2) => step({ focus: focus2 });
      compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
      toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
      toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
      toggleTopic = (name3) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name3) });
      only = (all6, value, now6) => {
        const others3 = new Set([...all6].filter((other2) => other2 !== value));
        return same(now6, others3) ? null : others3;
      };
      onlyKind = (kind) => adjust({ hiddenKinds: only(kinds.keys(), kind, now.hiddenKinds) ?? /* @__PURE__ */ new Set() });
      onlyRelation = (relation3) => {
        const first2 = fresh().hiddenRelations;
        adjust({ hiddenRelations: only(relations.keys(), relation3, now.hiddenRelations) ?? first2 });
      };
      isOnlyTopic = (name3) => same(now.hiddenTopics, topicsBut(name3));
      isOnlyKind = (kind) => only(kinds.keys(), kind, now.hiddenKinds) === null;
      isOnlyRelation = (relation3) => only(relations.keys(), relation3, now.hiddenRelations) === null;
      onlyTopic = (name3) => {
        adjust({ hiddenTopics: isOnlyTopic(name3) ? /* @__PURE__ */ new Set() : topicsBut(name3) });
      };
      refine = (changes) => adjust(changes);
      answer = (changes) => step({ selected: -1, target: -1, topic: "", ...revealing(changes.target ?? -1), ...changes });
      narrow = (field, value) => adjust({ [field]: value });
      widen = () => {
        const first2 = fresh();
        const fields = GROUPS.filter.filter((field) => field !== "view");
        adjust(Object.fromEntries(fields.map((field) => [field, first2[field]])));
      };
      isFilter = (field) => GROUPS.filter.includes(field);
      isNarrowed = () => {
        const first2 = fresh();
        return GROUPS.filter.some((field) => field !== "view" && !same(now[field], first2[field]));
      };
      colourBy = (colour) => adjust({ colour });
      cameraMoved = amend;
      isWritten = () => !timer;
      start = (readCamera) => {
        camera = readCamera;
        window.addEventListener("popstate", follow);
        window.addEventListener("hashchange", follow);
        follow();
      };
    }
  });

  // src/theme.ts
  var FONT, own, NAMES, dress, ofTopic, ofNode2;
  var init_theme = __esm({
    "src/theme.ts"() {
      "use strict";
      init_model();
      init_state();
      FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
      own = {
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
      NAMES = ["ground", "ink", "muted", "edge", "accent"];
      dress = () => {
        const style = getComputedStyle(document.documentElement);
        const colour = (name3) => style.getPropertyValue(`--${name3}`).trim();
        for (const name3 of NAMES) own[name3] = colour(name3);
        for (const kind of Object.keys(KINDS)) own.kinds[kind] = colour(kind);
        own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
        own.dark = colour("dark") === "1";
      };
      ofTopic = (name3) => {
        const found = topic.get(name3);
        if (!found) return own.muted;
        return own.topics[found.rank] || `hsl(${found.rank * 137.5 % 360} 45% ${own.dark ? 70 : 38}%)`;
      };
      ofNode2 = (i) => now.colour === "topic" ? ofTopic(nodes.topic[i]) : own.kinds[nodes.kind[i]] || own.muted;
      dress();
    }
  });

  // src/rows.ts
  var FIRST, STEP, plural, percent, section, listing, swatch, chip, meta, bar, salience, fold, named2, RANK, byRelation, bySalience;
  var init_rows = __esm({
    "src/rows.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_state();
      init_theme();
      FIRST = 12;
      STEP = 100;
      plural = (count3, one, many = `${one}s`) => `${count3.toLocaleString("en")} ${count3 === 1 ? one : many}`;
      percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
      section = (title, ...content3) => el("section", {}, el("h3", {}, title), ...content3);
      listing = (items2, render5, attributes = {}, first2 = FIRST) => {
        const list4 = el("ul", attributes, ...items2.slice(0, first2).map((item) => render5(item)));
        if (items2.length <= first2) return [list4];
        const label2 = () => `Show more (${(items2.length - list4.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label2(), () => {
          const next = items2.slice(list4.children.length, list4.children.length + STEP).map((item) => render5(item));
          list4.append(...next);
          next[0].querySelector("a")?.focus();
          if (list4.children.length === items2.length) more.remove();
          else more.textContent = label2();
        });
        return [list4, more];
      };
      swatch = (name3) => {
        const made5 = el("span", { class: "swatch" });
        made5.style.backgroundColor = ofTopic(name3);
        return made5;
      };
      chip = (name3) => {
        if (!name3) return null;
        const title = `${topic.get(name3)?.parent ? "Subtopic" : "Topic"} ${name3}`;
        return button({ class: "chip", title }, [swatch(name3), foreign(name3)], () => showTopic(name3));
      };
      meta = (...parts2) => {
        const known2 = parts2.filter((part2) => part2);
        return known2.length ? el("p", { class: "meta" }, ...known2.map((part2) => el("span", {}, part2))) : null;
      };
      bar = (value, most3, what2) => el("meter", { min: "0", max: String(most3), value: String(value), title: what2, "aria-label": what2 });
      salience = (edge) => {
        const value = edges.salience[edge];
        const kind = nodes.kind[edges.to[edge]];
        return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
      };
      fold = (title, list4, open4 = false) => el("details", { class: "background", open: open4 }, el("summary", {}, title), ...list4);
      named2 = (node2, remark = null, ...below2) => el(
        "li",
        { class: "named" },
        icon(nodes.kind[node2]),
        nodeLink(node2),
        remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
        ...below2
      );
      RANK = Object.keys(RELATIONS);
      byRelation = (list4) => {
        const groups2 = /* @__PURE__ */ new Map();
        for (const edge of list4) {
          const relation3 = edges.relation[edge];
          const group4 = groups2.get(relation3);
          if (group4) group4.push(edge);
          else groups2.set(relation3, [edge]);
        }
        return [...groups2].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
      };
      bySalience = (list4, otherwise) => [...list4].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));
    }
  });

  // src/card_entity.ts
  var namedWith, forms, formRow, reasonRow, cardEntity;
  var init_card_entity = __esm({
    "src/card_entity.ts"() {
      "use strict";
      init_card_text();
      init_dom();
      init_model();
      init_model();
      init_rows();
      namedWith = (entity) => {
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
      forms = (entity, texts) => {
        const papers4 = /* @__PURE__ */ new Map();
        for (const edge of around[entity]) {
          for (const form of split(texts.surfaces[edge])) {
            const found = papers4.get(form) ?? /* @__PURE__ */ new Set();
            papers4.set(form, found.add(edges.from[edge]));
          }
        }
        const counts3 = [...papers4].map(([form, found]) => [form, found.size]);
        return counts3.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      };
      formRow = ([form, count3]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count3, "paper")));
      reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
      cardEntity = (entity, texts) => {
        const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
        const paperRow = (edge) => {
          const remark = [nodes.date[edges.from[edge]], salience(edge)].filter(Boolean);
          return named2(edges.from[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const groups2 = byRelation(around[entity]);
        const papers4 = groups2.map(([relation3, list4]) => {
          const title = RELATIONS[relation3]?.by ?? relation3;
          const listed2 = listing(bySalience(list4, newest), paperRow);
          if (!isBackground(list4[0])) return section(title, ...listed2);
          const count3 = `${plural(list4.length, "paper")}, in the background`;
          return section(title, fold(count3, listed2, groups2.length === 1));
        });
        const company = namedWith(entity);
        const written2 = forms(entity, texts);
        const reasons = split(texts.united[entity]);
        return [
          ...papers4,
          company.length ? section(
            "Often named with",
            ...listing(company, ([peer, count3]) => named2(peer, plural(count3, "paper")), {
              class: "tight"
            })
          ) : null,
          written2.length > 1 ? section("Written as", ...listing(written2, formRow, { class: "tight" })) : null,
          reasons.length ? section(
            "Why these are one entity",
            ...listing(reasons, reasonRow, { class: "tight muted" })
          ) : null
        ];
      };
    }
  });

  // src/card_paper.ts
  var SUBJECTS, DECLARED, peerRow, entitySections, isTerm, subjects, cardPaper;
  var init_card_paper = __esm({
    "src/card_paper.ts"() {
      "use strict";
      init_card_text();
      init_dom();
      init_model();
      init_model();
      init_rows();
      SUBJECTS = 6;
      DECLARED = {
        declared: "declared by the authors",
        both: "declared by the authors and in the text"
      };
      peerRow = (texts, paper, most3) => (edge) => {
        const peer = other(edge, paper);
        const weight = edges.weight[edge];
        const bar2 = bar(weight, Math.max(most3, 1), `probability ${percent(weight)}`);
        return el(
          "li",
          { class: "peer" },
          el("div", { class: "line" }, nodeLink(peer), bar2, el("span", { class: "count" }, percent(weight))),
          reason(texts, edge),
          shared(texts, edge)
        );
      };
      entitySections = (texts, own2) => {
        const order4 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
        const row7 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
          return named2(edges.to[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const listed2 = (list4) => listing(bySalience(list4, order4), row7);
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
      isTerm = (edge) => KINDS[nodes.kind[edges.to[edge]]]?.term === true;
      subjects = (own2) => {
        const found = bySalience(
          own2.filter((edge) => isTerm(edge) && !isBackground(edge)),
          (a, b) => named(edges.to[a], edges.to[b])
        );
        const tags = found.slice(0, SUBJECTS).map((edge) => nodeLink(edges.to[edge], void 0, { class: `tag ${nodes.kind[edges.to[edge]]}` }));
        return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
      };
      cardPaper = (paper, texts) => {
        const own2 = around[paper].filter((edge) => edges.from[edge] === paper && !isPaper(edges.to[edge]));
        const related = around[paper].filter((edge) => isPaper(other(edge, paper))).sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
        const abstract = texts.abstract[paper];
        const most3 = related.length ? edges.weight[related[0]] : 0;
        const body3 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts, abstract, own2)) : null;
        return [
          subjects(own2),
          body3 ? section("Abstract", body3) : null,
          ...entitySections(texts, own2),
          related.length ? section("Related papers", ...listing(related, peerRow(texts, paper, most3))) : null,
          own2.length ? null : el("p", { class: "muted" }, `No ${entities.one} was found in this paper.`)
        ];
      };
    }
  });

  // src/periods.ts
  var LENGTH, MOST_MONTHS, MOST_DAYS, DATE, part, successor, through, ofUnit, binsOf, ordered2, isIn, MONTHS, parts, written, spoken, spanOf;
  var init_periods = __esm({
    "src/periods.ts"() {
      "use strict";
      LENGTH = { day: 10, month: 7, year: 4 };
      MOST_MONTHS = 120;
      MOST_DAYS = 92;
      DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
      part = (text3, at3) => Number(text3.split("-")[at3] ?? 1);
      successor = (name3, unit2) => {
        const next = /* @__PURE__ */ new Date(0);
        next.setUTCFullYear(
          part(name3, 0) + Number(unit2 === "year"),
          part(name3, 1) - 1 + Number(unit2 === "month"),
          part(name3, 2) + Number(unit2 === "day")
        );
        return next.toISOString().slice(0, LENGTH[unit2]);
      };
      through = (first2, last2, unit2) => {
        const found = [first2];
        while (found[found.length - 1] < last2) found.push(successor(found[found.length - 1], unit2));
        return found;
      };
      ofUnit = (dates2, unit2) => {
        const cut = dates2.map(
          (date2) => date2.length >= LENGTH[unit2] && DATE.test(date2) ? date2.slice(0, LENGTH[unit2]) : ""
        );
        const known2 = [...new Set(cut)].filter(Boolean).sort();
        const names4 = known2.length ? through(known2[0], known2[known2.length - 1], unit2) : [];
        const at3 = new Map(names4.map((name3, index2) => [name3, index2]));
        return { unit: unit2, names: names4, of: Int32Array.from(cut, (date2) => at3.get(date2) ?? -1) };
      };
      binsOf = (dates2) => {
        const known2 = dates2.filter((date2) => DATE.test(date2));
        const share2 = (unit2) => known2.filter((date2) => date2.length >= LENGTH[unit2]).length >= known2.length / 2;
        if (!share2("month")) return ofUnit(dates2, "year");
        const years = known2.map((date2) => part(date2, 0)).sort((a, b) => a - b);
        if (12 * (years[years.length - 1] - years[0]) > MOST_MONTHS) return ofUnit(dates2, "year");
        const months = ofUnit(dates2, "month");
        if (months.names.length > 2 || !share2("day")) return months;
        const days = ofUnit(dates2, "day");
        return days.names.length > 1 && days.names.length <= MOST_DAYS ? days : months;
      };
      ordered2 = (since, until) => {
        const digits = Math.min(since.length, until.length);
        return since && until && since.slice(0, digits) > until.slice(0, digits) ? [until, since] : [since, until];
      };
      isIn = (date2, since, until) => !since && !until || date2 !== "" && (!since || date2 >= since) && (!until || date2.slice(0, until.length) <= until);
      MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
      parts = (date2) => {
        const [year, month, day2] = date2.split("-");
        return [year, month ? MONTHS[Number(month) - 1] : "", day2 ? String(Number(day2)) : ""];
      };
      written = (date2) => parts(date2).reverse().filter(Boolean).join(" ");
      spoken = (date2) => DATE.test(date2) ? written(date2) : date2;
      spanOf = (first2, last2) => {
        if (!DATE.test(first2) || !DATE.test(last2)) return [first2, last2].filter(Boolean).join(" – ");
        const [from, to] = [parts(first2), parts(last2)];
        if (written(first2) === written(last2)) return written(first2);
        if (from[0] !== to[0]) return `${written(first2)} – ${written(last2)}`;
        if (from[1] !== to[1] || !from[2] || !to[2])
          return `${from.slice(1).reverse().filter(Boolean).join(" ") || from[0]} – ${written(last2)}`;
        return `${from[2]} – ${written(last2)}`;
      };
    }
  });

  // src/corpus.ts
  var drawn, rest2, others, column, topic3, subtopic, date, size2, corpus, row, rowOf;
  var init_corpus = __esm({
    "src/corpus.ts"() {
      "use strict";
      init_model();
      init_model();
      init_periods();
      drawn = nodes.id.filter(isPaper);
      ({ rest: rest2 } = model_exports);
      others = rest2.label?.length ?? 0;
      column = (name3) => {
        const own2 = nodes[name3];
        const more = rest2[name3];
        return [
          ...drawn.map((node2) => own2?.[node2] ?? ""),
          ...Array.from({ length: others }, (_, row7) => more?.[row7] ?? "")
        ];
      };
      [topic3, subtopic, date] = ["topic", "subtopic", "date"].map(column);
      size2 = drawn.length + others;
      corpus = {
        size: size2,
        drawn: drawn.length,
        node: Int32Array.from({ length: size2 }, (_, row7) => drawn[row7] ?? -1),
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
      row = new Int32Array(size).fill(-1);
      drawn.forEach((node2, at3) => {
        row[node2] = at3;
      });
      rowOf = (node2) => row[node2] ?? -1;
    }
  });

  // src/facets.ts
  var BITS, judge, passing, keptBits, countBy, isInside;
  var init_facets = __esm({
    "src/facets.ts"() {
      "use strict";
      BITS = { topic: 1, time: 2, text: 4, lasso: 8, links: 16, chosen: 32 };
      judge = (mask, facet, fails) => {
        const bit = BITS[facet];
        for (let row7 = 0; row7 < mask.length; row7 += 1) {
          mask[row7] = fails?.(row7) ? mask[row7] | bit : mask[row7] & ~bit;
        }
      };
      passing = (mask, ...without) => {
        const kept = keptBits(without);
        const found = new Int32Array(mask.length);
        let count3 = 0;
        for (let row7 = 0; row7 < mask.length; row7 += 1) {
          if (!(mask[row7] & kept)) {
            found[count3] = row7;
            count3 += 1;
          }
        }
        return found.slice(0, count3);
      };
      keptBits = (without) => without.reduce((bits, facet) => bits & ~BITS[facet], 255);
      countBy = (rows2, codes2, size4) => {
        const found = new Int32Array(size4);
        for (const row7 of rows2) if (codes2[row7] >= 0) found[codes2[row7]] += 1;
        return found;
      };
      isInside = (polygon2, x2, y2) => {
        let inside2 = false;
        for (let i = 0, j = polygon2.length - 2; i < polygon2.length; j = i, i += 2) {
          const [ax, ay, bx, by] = [polygon2[i], polygon2[i + 1], polygon2[j], polygon2[j + 1]];
          if (ay > y2 !== by > y2 && x2 < ax + (bx - ax) * (y2 - ay) / (by - ay)) inside2 = !inside2;
        }
        return inside2;
      };
    }
  });

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
  var extent, turned, x, y, radius, extentOfAll, shown, hot, view2, emphasise, pick, bounds;
  var init_scene = __esm({
    "src/scene.ts"() {
      "use strict";
      init_model();
      extent = (values) => {
        let [least2, most3] = [0, 0];
        for (const value of values) [least2, most3] = [Math.min(least2, value), Math.max(most3, value)];
        return most3 - least2;
      };
      turned = window.innerHeight > 1.2 * window.innerWidth && extent(nodes.x) > 1.1 * extent(nodes.y);
      x = Float64Array.from(turned ? nodes.y : nodes.x);
      y = Float64Array.from(turned ? nodes.x : nodes.y);
      radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
      extentOfAll = () => {
        const along = (at3) => {
          let [least2, most3] = [Infinity, -Infinity];
          at3.forEach((value, i) => {
            [least2, most3] = [Math.min(least2, value - radius[i]), Math.max(most3, value + radius[i])];
          });
          return size ? most3 - least2 : 0;
        };
        return { x: along(x), y: along(y) };
      };
      shown = new Uint8Array(size).fill(1);
      hot = new Uint8Array(size);
      view2 = { focused: -1, hovered: -1, emphasis: false };
      emphasise = (members) => {
        hot.fill(0);
        view2.emphasis = members !== null;
        for (const node2 of members || []) hot[node2] = 1;
      };
      pick = (px, py, slack) => {
        let best = -1;
        let least2 = Infinity;
        for (let i = 0; i < size; i += 1) {
          if (!shown[i]) continue;
          const distance2 = Math.hypot(x[i] - px, y[i] - py) - radius[i];
          if (distance2 < Math.min(least2, slack)) [best, least2] = [i, distance2];
        }
        return best;
      };
      bounds = (members) => {
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
    }
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
  var listeners2, names, code, codes, topicAt, subtopicAt, isRelated, entities2, matching, revealed, now2, strongEdges, judgeLinks, judgeAll, aliveNodes, isSubHidden, keepEdges, countNamed, isThinned, showNodes, listNodes, countRows, compute, on2, renew, setText, start2;
  var init_result = __esm({
    "src/result.ts"() {
      "use strict";
      init_address();
      init_corpus();
      init_facets();
      init_model();
      init_model();
      init_periods();
      init_scene();
      init_state();
      listeners2 = [];
      names = [.../* @__PURE__ */ new Set([...topic.keys(), ...corpus.topic, ...corpus.subtopic])];
      code = new Map(names.map((name3, at3) => [name3, at3]));
      codes = (column2) => Int32Array.from(column2, (name3) => code.get(name3) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
      entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
        (kind) => kind !== "paper"
      );
      matching = null;
      revealed = false;
      now2 = {
        rows: Int32Array.from(corpus.title, (_, row7) => row7),
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
      strongEdges = (chosen3) => {
        const wanted = new Uint8Array(links);
        for (let e = 0; e < links; e += 1) {
          const strong = isRelated[e] ? edges.weight[e] >= chosen3.weight : edges.confidence[e] >= chosen3.confidence;
          wanted[e] = strong ? 1 : 0;
        }
        return wanted;
      };
      judgeLinks = (chosen3, strong) => {
        const first2 = fresh();
        const related = [...chosen3.hiddenRelations].some((name3) => !first2.hiddenRelations.has(name3));
        if (!related && !chosen3.confidence && !chosen3.weight) return null;
        const [had, has] = [new Uint8Array(size), new Uint8Array(size)];
        for (let e = 0; e < links; e += 1) {
          const before = first2.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
          const after = chosen3.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
          for (const end2 of [edges.from[e], edges.to[e]]) {
            had[end2] |= before;
            has[end2] |= after;
          }
        }
        return (row7) => {
          const node2 = corpus.node[row7];
          return node2 < 0 ? related : !has[node2] && (related || had[node2]);
        };
      };
      judgeAll = (chosen3, strong) => {
        const { mask } = now2;
        const { date: date2, node: node2, drawn: drawn2, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen3;
        const hidden = Uint8Array.from(names, (name3) => Number(hiddenTopics2.has(name3)));
        const isHidden2 = (row7) => hidden[topicAt[row7]] || subtopic2[row7] && hidden[subtopicAt[row7]];
        const topic5 = chosen3.topic ? code.get(chosen3.topic) ?? -1 : -1;
        const isOther = (row7) => topicAt[row7] !== topic5 && subtopicAt[row7] !== topic5;
        const [since, until] = ordered2(chosen3.since, chosen3.until);
        const isOutside = (row7) => row7 >= drawn2 || !isInside(lasso, nodes.x[node2[row7]], nodes.y[node2[row7]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden2 : null);
        judge(mask, "chosen", topic5 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row7) => !isIn(date2[row7], since, until) : null);
        judge(mask, "text", chosen3.text && matching ? (row7) => !matching?.[row7] : null);
        judge(mask, "lasso", lasso.length ? isOutside : null);
        judge(mask, "links", judgeLinks(chosen3, strong));
      };
      aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
        const alive = new Uint8Array(size);
        const kept = keptBits(["chosen"]);
        for (let i = 0; i < size; i += 1) {
          const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
          alive[i] = hidden || isPaper(i) ? 0 : 1;
        }
        for (let row7 = 0; row7 < corpus.drawn; row7 += 1) alive[corpus.node[row7]] = now2.mask[row7] & kept ? 0 : 1;
        return alive;
      };
      isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
      keepEdges = (chosen3, strong, alive) => {
        now2.relations.clear();
        for (let e = 0; e < links; e += 1) {
          const [from, to, relation3] = [edges.from[e], edges.to[e], edges.relation[e]];
          const possible = strong[e] && alive[from] && (!isRelated[e] || alive[to]);
          if (possible) now2.relations.set(relation3, (now2.relations.get(relation3) ?? 0) + 1);
          now2.edges[e] = possible && !chosen3.hiddenRelations.has(relation3) ? 1 : 0;
        }
      };
      countNamed = () => {
        const last2 = new Int32Array(size).fill(-1);
        now2.named.fill(0);
        for (let e = 0; e < links; e += 1) {
          if (isRelated[e] || !now2.edges[e] || last2[edges.to[e]] === edges.from[e]) continue;
          last2[edges.to[e]] = edges.from[e];
          now2.named[edges.to[e]] += 1;
        }
      };
      isThinned = (chosen3) => chosen3.hiddenRelations.size > 0 || chosen3.hiddenTopics.size > 0 || chosen3.confidence > 0 || chosen3.lasso.length > 0 || Boolean(chosen3.since || chosen3.until || chosen3.text);
      showNodes = (chosen3, alive) => {
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
          const asked2 = i === chosen3.selected || i === chosen3.target;
          shown[i] = inView && !chosen3.hiddenKinds.has(kind) && (passes || asked2) ? 1 : 0;
          revealed ||= asked2 && !passes;
        }
        return left;
      };
      listNodes = ({ topic: topic5 }) => {
        if (!topic5) return shown;
        return shown.map(
          (shown3, i) => shown3 && Number(nodes.topic[i] === topic5 || nodes.subtopic[i] === topic5)
        );
      };
      countRows = (left) => {
        now2.rows = passing(now2.mask);
        now2.passes.fill(0);
        for (const row7 of now2.rows) now2.passes[row7] = 1;
        now2.count.papers = now2.rows.length;
        now2.count.kinds = new Map(entities2.map((kind) => [kind, [left.get(kind) ?? 0, counts[kind] ?? 0]]));
        now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
        const byTopic = passing(now2.mask, "topic", "chosen");
        const [first2, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        const whole5 = byTopic.length === corpus.size;
        const known2 = (name3) => whole5 ? topic.get(name3)?.papers ?? 0 : 0;
        now2.topics = new Map(
          names.map((name3, at3) => [name3, Math.max(known2(name3), first2[at3] + (name3 ? second[at3] : 0))])
        );
        now2.times = countBy(passing(now2.mask, "time"), corpus.bins.of, corpus.bins.names.length);
      };
      compute = (chosen3) => {
        const strong = strongEdges(chosen3);
        judgeAll(chosen3, strong);
        const alive = aliveNodes(chosen3);
        keepEdges(chosen3, strong, alive);
        countNamed();
        countRows(showNodes(chosen3, alive));
        now2.listed = listNodes(chosen3);
      };
      on2 = (listener) => {
        listeners2.push(listener);
      };
      renew = () => {
        compute(now);
        for (const listener of listeners2) listener(now2);
      };
      setText = (rows2) => {
        matching = rows2 && new Uint8Array(corpus.size);
        now2.ranks = rows2 && /* @__PURE__ */ new Map();
        for (const row7 of rows2 ?? []) {
          if (matching) matching[row7] = 1;
          now2.ranks?.set(row7, now2.ranks.size);
        }
        renew();
      };
      start2 = () => on(["filter", "selection"], (chosen3, changed) => {
        const asked2 = [chosen3.selected, chosen3.target].some((node2) => node2 >= 0 && !shown[node2]);
        if (asked2 || revealed || changed.includes("topic") || changed.some(isFilter)) renew();
      });
    }
  });

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
  var BESIDE, names2, code2, likely, relation, isRelated2, order, topicAt2, topic4, now3, adjacency, isShown, ofGraph, inRanges, coMentions, BANDS, inBands, compute2, isListed, at2, across, nameOf;
  var init_lines = __esm({
    "src/lines.ts"() {
      "use strict";
      init_model();
      init_model();
      init_result();
      init_scene();
      BESIDE = "beside";
      names2 = [...relations.keys(), BESIDE];
      code2 = new Map(names2.map((name3, at3) => [name3, at3]));
      likely = code2.get("related") ?? -1;
      relation = Uint8Array.from(edges.relation, (name3) => code2.get(name3) ?? 0);
      isRelated2 = edges.relation.map((_, e) => isPaper(edges.from[e]) && isPaper(edges.to[e]));
      order = Int32Array.from({ length: links }, (_, e) => e).sort(
        (p, q) => relation[p] - relation[q] || (relation[p] === likely ? edges.weight[p] - edges.weight[q] : 0) || p - q
      );
      topicAt2 = /* @__PURE__ */ new Map();
      topic4 = Int32Array.from(nodes.topic, (name3) => {
        if (!topicAt2.has(name3)) topicAt2.set(name3, topicAt2.size);
        return topicAt2.get(name3) ?? 0;
      });
      now3 = {
        count: 0,
        a: new Int32Array(0),
        b: new Int32Array(0),
        edge: new Int32Array(0),
        weight: new Float64Array(0),
        ranges: [],
        hot: new Uint8Array(0),
        apart: new Uint8Array(0)
      };
      adjacency = null;
      isShown = (e) => now2.edges[e] && shown[edges.from[e]] && shown[edges.to[e]];
      ofGraph = () => {
        const kept = order.filter(isShown);
        now3.edge = kept;
        now3.a = kept.map((e) => edges.from[e]);
        now3.b = kept.map((e) => edges.to[e]);
        now3.weight = Float64Array.from(kept, (e) => edges.weight[e]);
        return inRanges(kept);
      };
      inRanges = (kept) => {
        const found = [];
        let first2 = 0;
        while (first2 < kept.length) {
          const own2 = relation[kept[first2]];
          let end2 = first2 + 1;
          while (end2 < kept.length && relation[kept[end2]] === own2) end2 += 1;
          found.push({ name: names2[own2], first: first2, end: end2 });
          first2 = end2;
        }
        return found;
      };
      coMentions = ({ together: together2 }) => {
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
        const kept = [...pairs].filter(([, count3]) => count3 >= together2).sort((p, q) => p[0] - q[0]);
        now3.edge = new Int32Array(kept.length).fill(-1);
        now3.a = Int32Array.from(kept, ([pair]) => Math.floor(pair / size));
        now3.b = Int32Array.from(kept, ([pair]) => pair % size);
        now3.weight = Float64Array.from(kept, ([, count3]) => count3);
        return kept.length ? [{ name: BESIDE, first: 0, end: kept.length }] : [];
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name3, first: first2, end: end2 } = range2;
        const [least2, most3] = [now3.weight[first2], now3.weight[end2 - 1]];
        if (name3 !== "related" || least2 === most3) return [{ ...range2, strength: 1 }];
        const bandOf = (line2) => Math.floor(BANDS * (now3.weight[line2] - least2) / (most3 - least2));
        let next = first2;
        return Array.from({ length: BANDS }, (_, band) => {
          const start14 = next;
          while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
          return { name: name3, first: start14, end: next, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen3) => {
        const ranges = chosen3.view === "entities" ? coMentions(chosen3) : ofGraph();
        now3.count = now3.edge.length;
        now3.hot = new Uint8Array(now3.count);
        now3.apart = Uint8Array.from(now3.a, (a, line2) => topic4[a] === topic4[now3.b[line2]] ? 0 : 1);
        now3.ranges = ranges.flatMap(inBands);
        adjacency = null;
      };
      isListed = (line2) => now2.listed[now3.a[line2]] === 1 && now2.listed[now3.b[line2]] === 1;
      at2 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line2 = 0; line2 < now3.count; line2 += 1) {
            adjacency[now3.a[line2]].push(line2);
            if (now3.a[line2] !== now3.b[line2]) adjacency[now3.b[line2]].push(line2);
          }
        }
        return adjacency[node2];
      };
      across = (line2, node2) => now3.a[line2] === node2 ? now3.b[line2] : now3.a[line2];
      nameOf = (line2) => now3.edge[line2] < 0 ? BESIDE : edges.relation[now3.edge[line2]];
    }
  });

  // src/neighbourhood.ts
  var neighbourhood_exports = {};
  __export(neighbourhood_exports, {
    emphasise: () => emphasise2,
    path: () => path,
    stations: () => stations,
    within: () => within
  });
  var within, path, stations, emphasise2;
  var init_neighbourhood = __esm({
    "src/neighbourhood.ts"() {
      "use strict";
      init_lines();
      init_model();
      init_model();
      init_scene();
      within = (node2, steps) => {
        const distance2 = /* @__PURE__ */ new Map([[node2, 0]]);
        for (const [here, far] of distance2) {
          if (far === steps) break;
          for (const line2 of at2(here)) {
            const next = across(line2, here);
            if (!distance2.has(next)) distance2.set(next, far + 1);
          }
        }
        return distance2;
      };
      path = (from, to) => {
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
            for (const line2 of at2(here)) {
              const there = across(line2, here);
              if (distance2[there] >= 0 && distance2[there] !== distance2[here] + 1) continue;
              if (distance2[there] < 0) {
                distance2[there] = distance2[here] + 1;
                next.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line2];
            }
          }
          ring = next;
        }
        if (distance2[to] < 0) return null;
        const found = [];
        for (let here = to; here !== from; here = across(via[here], here)) found.unshift(via[here]);
        return found;
      };
      stations = (from, found) => {
        const way = [from];
        for (const line2 of found) way.push(across(line2, way[way.length - 1]));
        return way;
      };
      emphasise2 = (now6) => {
        const { hot: hot2 } = now3;
        hot2.fill(0);
        view2.focused = now6.selected;
        if (now6.selected >= 0 && now6.target >= 0) {
          const found = path(now6.selected, now6.target) || [];
          for (const line2 of found) hot2[line2] = 1;
          emphasise([...stations(now6.selected, found), now6.target]);
        } else if (now6.selected >= 0) {
          const near2 = within(now6.selected, now6.steps);
          for (const [node2, far] of near2) {
            if (far < now6.steps) for (const line2 of at2(node2)) hot2[line2] = 1;
          }
          emphasise(near2.keys());
        } else if (now6.topic) {
          emphasise(topic.get(now6.topic)?.members ?? []);
          for (let line2 = 0; line2 < hot2.length; line2 += 1) {
            hot2[line2] = hot[now3.a[line2]] && hot[now3.b[line2]];
          }
        } else emphasise(null);
      };
    }
  });

  // src/card_path.ts
  var verb, between, cardPath;
  var init_card_path = __esm({
    "src/card_path.ts"() {
      "use strict";
      init_card_text();
      init_dom();
      init_lines();
      init_model();
      init_neighbourhood();
      init_rows();
      init_state();
      verb = (line2) => {
        const name3 = nameOf(line2);
        if (name3 === BESIDE) return `named together in ${plural(now3.weight[line2], "paper")}`;
        const likely2 = name3 === "related" ? `, ${percent(now3.weight[line2])}` : "";
        return (RELATIONS[name3]?.edge ?? name3).toLowerCase() + likely2;
      };
      between = (line2, here, texts) => {
        const edge = now3.edge[line2];
        const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
        return el(
          "li",
          { class: "step" },
          el("span", { class: "count" }, backwards ? `↑ ${verb(line2)}` : `↓ ${verb(line2)}`),
          ...edge >= 0 ? [reason, shared, evidence].map((part2) => part2(texts, edge)) : []
        );
      };
      cardPath = (from, to, texts) => {
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
        found.forEach((line2, at3) => {
          list4.append(between(line2, way[at3], texts), named2(way[at3 + 1]));
        });
        return section(`Path of ${plural(found.length, "step")}`, list4, drop);
      };
    }
  });

  // src/card_topic.ts
  var particular, subtopicRow, cardTopic;
  var init_card_topic = __esm({
    "src/card_topic.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_rows();
      init_state();
      particular = ({ particular: words, members }) => {
        const found = new Map(members.map((node2) => [nodes.label[node2], node2]));
        const tags = words.map((word) => {
          const node2 = found.get(word);
          return node2 === void 0 ? foreign(word, { class: "tag" }) : nodeLink(node2, word, { class: `tag ${nodes.kind[node2]}` });
        });
        return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
      };
      subtopicRow = ({ name: name3, papers: papers4 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name3), foreign(name3, { class: "grow" })],
          () => showTopic(name3)
        ),
        el("span", { class: "count" }, plural(papers4, "paper"))
      );
      cardTopic = (topic5) => {
        const { name: name3, parent, papers: papers4, subtopics, central } = topic5;
        return [
          el("h2", { dir: "auto" }, name3),
          meta(
            plural(papers4, "paper"),
            subtopics.length ? plural(subtopics.length, "subtopic") : ""
          ),
          parent ? el("div", { class: "chips" }, chip(parent)) : null,
          particular(topic5),
          subtopics.length ? section("Subtopics", ...listing(subtopics, subtopicRow, { class: "tight" }, 8)) : null,
          central.length ? section(
            "Most central papers",
            ...listing(central, (node2) => named2(node2), { class: "tight" })
          ) : null
        ];
      };
    }
  });

  // src/grade.ts
  var fold2, loose, grade;
  var init_grade = __esm({
    "src/grade.ts"() {
      "use strict";
      fold2 = (text3) => text3.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      loose = (text3) => text3.replace(/[\s_-]+/g, "");
      grade = (folded, query, words) => {
        if (folded === query) return 0;
        if (folded.startsWith(query)) return 1;
        const found = folded.indexOf(query);
        if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
        if (loose(query) !== "" && loose(folded).startsWith(loose(query))) return 3;
        return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
      };
    }
  });

  // src/search.ts
  var search_exports = {};
  __export(search_exports, {
    ask: () => ask,
    find: () => find,
    focus: () => focus
  });
  var input, list2, status, LIMIT, index, hits, active, answer2, usual, build, find, point, close, dress2, release, ask, choose, row2, refresh, keys, focus;
  var init_search = __esm({
    "src/search.ts"() {
      "use strict";
      init_dom();
      init_grade();
      init_model();
      init_state();
      input = byId("search");
      list2 = byId("suggestions");
      status = byId("search-status");
      LIMIT = 12;
      index = null;
      hits = [];
      active = -1;
      answer2 = null;
      usual = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };
      build = () => nodes.id.map(
        (node2) => [nodes.label[node2], ...split(nodes.aliases[node2])].map((name3) => ({
          name: name3,
          folded: fold2(name3)
        }))
      );
      find = (text3) => {
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
      point = (next) => {
        active = next;
        for (const [at3, item] of [...list2.children].entries())
          item.setAttribute("aria-selected", String(at3 === active));
        if (active >= 0) {
          input.setAttribute("aria-activedescendant", `hit-${active}`);
          list2.children[active].scrollIntoView({ block: "nearest" });
        } else input.removeAttribute("aria-activedescendant");
      };
      close = () => {
        list2.hidden = true;
        input.setAttribute("aria-expanded", "false");
        point(-1);
      };
      dress2 = ({ placeholder, label: label2 }) => {
        input.placeholder = placeholder;
        input.setAttribute("aria-label", label2);
        input.classList.toggle("asking", answer2 !== null);
      };
      release = () => {
        answer2 = null;
        dress2(usual);
      };
      ask = (question, give2) => {
        answer2 = give2;
        dress2({ placeholder: question, label: question });
        input.value = "";
        refresh();
        input.focus();
      };
      choose = (at3) => {
        if (!hits[at3]) return;
        const { node: node2 } = hits[at3];
        input.value = "";
        refresh();
        const give2 = answer2 || select;
        release();
        give2(node2);
        byId("card").focus({ preventScroll: true });
      };
      row2 = ({ node: node2, alias }, at3) => {
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
      refresh = () => {
        hits = find(input.value);
        const asked2 = input.value.trim() !== "";
        list2.replaceChildren(...hits.map(row2));
        if (asked2 && hits.length === 0)
          list2.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
        list2.hidden = !asked2;
        input.setAttribute("aria-expanded", String(asked2 && hits.length > 0));
        status.textContent = asked2 ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
        point(hits.length ? 0 : -1);
      };
      keys = {
        ArrowDown: () => hits.length && point((active + 1) % hits.length),
        ArrowUp: () => hits.length && point((active - 1 + hits.length) % hits.length),
        Enter: () => choose(active),
        Escape: () => {
          if (input.value === "" && answer2) release();
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
      focus = () => input.focus();
    }
  });

  // src/filters.ts
  var FEW, plus, minus, percent2, topics2, few, kindTitle, relationTitle, time, least, active2;
  var init_filters = __esm({
    "src/filters.ts"() {
      "use strict";
      init_address();
      init_model();
      init_periods();
      FEW = 4;
      plus = (set2, value) => /* @__PURE__ */ new Set([...set2, value]);
      minus = (set2, value) => new Set([...set2].filter((one) => one !== value));
      percent2 = (value) => `${Math.round(100 * value)} %`;
      topics2 = ({ hiddenTopics: hidden }) => {
        if (!hidden.size) return [];
        const title = (name3) => name3 || "no topic";
        const left = topicsLeft(hidden);
        const all6 = { hiddenTopics: /* @__PURE__ */ new Set() };
        if (left && left.length <= FEW && left.length < hidden.size)
          return left.map((name3) => ({
            ...{ name: "topic", value: title(name3) },
            without: left.length > 1 ? { hiddenTopics: plus(hidden, name3) } : all6
          }));
        if (hidden.size > FEW) return [{ name: "without", value: `${hidden.size} topics`, without: all6 }];
        return [...hidden].map((name3) => ({
          ...{ name: "without", value: title(name3) },
          without: { hiddenTopics: minus(hidden, name3) }
        }));
      };
      few = (field, { [field]: hidden }, all6, title) => {
        const first2 = fresh()[field];
        if (same(hidden, first2)) return [];
        const left = all6.filter((name3) => !hidden.has(name3));
        if (left.length === 1 && all6.length > 2)
          return [{ name: "only", value: title(left[0]), without: { [field]: first2 } }];
        const gone = all6.filter((name3) => hidden.has(name3) && !first2.has(name3));
        const more = left.filter((name3) => first2.has(name3));
        return [
          ...gone.map((name3) => ({
            ...{ name: "without", value: title(name3) },
            without: { [field]: minus(hidden, name3) }
          })),
          ...more.map((name3) => ({ name: "with", value: title(name3), without: { [field]: plus(hidden, name3) } }))
        ];
      };
      kindTitle = (kind) => KINDS[kind]?.many ?? kind;
      relationTitle = (name3) => {
        const { edge, background: background2 } = RELATIONS[name3] ?? { edge: name3, background: false };
        return background2 ? `Background ${edge.toLowerCase()}` : edge;
      };
      time = ({ since, until }) => {
        const [first2, last2] = ordered2(since, until);
        if (!first2 && !last2) return [];
        const without = { since: "", until: "" };
        if (first2 && last2) return [{ name: "time", value: spanOf(first2, last2), without }];
        return [{ name: first2 ? "since" : "until", value: spoken(first2 || last2), without }];
      };
      least = (now6, field, name3, show5 = String) => {
        const first2 = fresh()[field];
        return now6[field] === first2 ? [] : [{ name: name3, value: `≥ ${show5(now6[field])}`, without: { [field]: first2 } }];
      };
      active2 = (now6) => [
        ...now6.topic ? [{ name: "open topic", value: now6.topic, without: { topic: "" } }] : [],
        ...topics2(now6),
        ...time(now6),
        ...now6.text ? [{ name: "text", value: now6.text, without: { text: "" } }] : [],
        ...now6.lasso.length ? [{ name: "selected", value: "on the map", without: { lasso: [] } }] : [],
        ...few("hiddenKinds", now6, [...kinds.keys()], kindTitle),
        ...few("hiddenRelations", now6, [...relations.keys()], relationTitle),
        ...least(now6, "confidence", "confidence"),
        ...least(now6, "papers", "papers each"),
        ...least(now6, "weight", "probability", percent2),
        ...least(now6, "together", "together in")
      ];
    }
  });

  // src/chips.ts
  var line, chip2, papersLeft, render, start3;
  var init_chips = __esm({
    "src/chips.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_rows();
      init_state();
      line = byId("chips");
      chip2 = ({ name: name3, value, without }) => button(
        { class: "filter", title: `${name3}: ${value}` },
        [
          el("span", { class: "unseen" }, "Remove the filter "),
          el("span", { class: "muted" }, `${name3} `),
          foreign(value.slice(0, 80)),
          el("span", { class: "cross", "aria-hidden": "true" }, "×")
        ],
        () => {
          const at3 = [...line.querySelectorAll("button")].indexOf(document.activeElement);
          refine(without);
          const next = [...line.querySelectorAll("button")];
          if (at3 >= 0) (next[Math.min(at3, next.length - 1)] ?? byId("search")).focus();
        }
      );
      papersLeft = ({ count: { papers: papers4, of: of2 } }) => papers4 === of2 ? plural(of2, "paper") : `${papers4.toLocaleString("en")} of ${plural(of2, "paper")}`;
      render = (result) => {
        const active4 = active2(now);
        line.hidden = active4.length === 0 || size === 0;
        if (line.hidden) {
          line.replaceChildren();
          return;
        }
        line.replaceChildren(
          el("ul", {}, ...active4.map((filter) => el("li", {}, chip2(filter)))),
          el("span", { class: "count" }, papersLeft(result)),
          button({ class: "more reset-all" }, "Reset all", () => {
            refine({ topic: "" });
            widen();
            byId("search").focus();
          })
        );
      };
      start3 = (on3, now6) => {
        on3(render);
        render(now6);
      };
    }
  });

  // src/header.ts
  var summary, status2, dates, period, kindsLeft, render2, start4;
  var init_header = __esm({
    "src/header.ts"() {
      "use strict";
      init_chips();
      init_corpus();
      init_dom();
      init_filters();
      init_model();
      init_periods();
      init_result();
      init_rows();
      init_state();
      summary = document.querySelector(".summary");
      status2 = byId("result-status");
      dates = corpus.date.filter((date2) => /^\d{4}/.test(date2)).sort();
      period = dates.length ? spanOf(
        (figures?.time.first || dates[0]).slice(0, 7),
        (figures?.time.last || dates[dates.length - 1]).slice(0, 7)
      ) : "";
      kindsLeft = ({ count: { kinds: kinds4 } }, filtered) => Object.entries(KINDS).filter(([kind]) => kind !== "paper" && kinds4.get(kind)?.[1]).map(([kind, { one, many }]) => {
        const [found, all6] = kinds4.get(kind) ?? [0, 0];
        const noun = plural(all6, one.toLowerCase(), many.toLowerCase());
        return filtered && found < all6 ? `${found.toLocaleString("en")} of ${noun}` : noun;
      });
      render2 = (now6) => {
        const said = [period, papersLeft(now6)].filter(Boolean);
        summary.replaceChildren(...said.map((text3) => el("span", {}, text3)));
        summary.title = [...said, ...kindsLeft(now6, active2(now).length > 0)].join(" · ");
        if (status2.textContent !== "" || now6.count.papers < now6.count.of) status2.textContent = papersLeft(now6);
      };
      start4 = (home3) => {
        byId("home").addEventListener("click", home3);
        render2(now2);
        on2(render2);
      };
    }
  });

  // src/questions.ts
  var most, firstOf, entities3, largest, uses, connects, news, questions;
  var init_questions = __esm({
    "src/questions.ts"() {
      "use strict";
      init_model();
      init_model();
      init_periods();
      init_result();
      init_state();
      most = (kind, taken = []) => {
        let best = -1;
        for (const node2 of nodes.id) {
          const fits = nodes.kind[node2] === kind && !taken.includes(node2) && now2.named[node2] > 0;
          if (fits && (best < 0 || now2.named[node2] > now2.named[best])) best = node2;
        }
        return best;
      };
      firstOf = (kinds4, taken = []) => kinds4.map((kind) => most(kind, taken)).find((node2) => node2 >= 0) ?? -1;
      entities3 = Object.keys(KINDS).filter((kind) => kind !== "paper");
      largest = () => topics.filter(({ name: name3 }) => !now.hiddenTopics.has(name3)).sort((a, b) => (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0))[0];
      uses = () => {
        const node2 = firstOf(["dataset", ...entities3]);
        if (node2 < 0) return null;
        const [ask2, end2] = nodes.kind[node2] === "dataset" ? ["Which papers use ", "?"] : ["Which papers name ", "?"];
        return { words: [ask2, nodes.label[node2], end2], answer: { selected: node2 } };
      };
      connects = () => {
        const first2 = firstOf(["method", ...entities3]);
        const second = firstOf(["task", "technique", ...entities3], [first2]);
        if (first2 < 0 || second < 0) return null;
        return {
          words: ["What connects ", nodes.label[first2], " and ", nodes.label[second], "?"],
          answer: { selected: first2, target: second }
        };
      };
      news = () => {
        const topic5 = largest();
        if (!topic5) return null;
        const { bins, split: split2 } = figures?.time ?? { bins: [], split: 0 };
        if (bins.length < 3 || !split2)
          return { words: ["What is ", topic5.name, " about?"], answer: { topic: topic5.name } };
        return {
          words: ["What is new in ", topic5.name, ` since ${spoken(bins[split2])}?`],
          answer: { topic: topic5.name, since: bins[split2] }
        };
      };
      questions = () => [uses(), connects(), news()].filter((question) => question !== null);
    }
  });

  // src/start_topics.ts
  var FIRST2, opened, all, barred, onlyButton, row3, isHidden, byCount, topicBars;
  var init_start_topics = __esm({
    "src/start_topics.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_result();
      init_rows();
      init_state();
      init_theme();
      FIRST2 = 8;
      opened = /* @__PURE__ */ new Set();
      all = false;
      barred = (share2, colour, ...content3) => {
        const bar2 = el("span", { class: "share", "aria-hidden": "true" });
        bar2.style.inlineSize = `${Math.round(1e3 * Math.min(1, share2)) / 10}%`;
        bar2.style.backgroundColor = colour;
        return [bar2, ...content3];
      };
      onlyButton = (what2, pressed, act) => button(
        { class: "only", "aria-pressed": String(pressed), "aria-label": `Only ${what2}`, title: `Only ${what2}` },
        "only",
        act
      );
      row3 = (topic5, most3, again) => {
        const { name: name3, parent, subtopics } = topic5;
        const count3 = now2.topics.get(name3) ?? 0;
        const pick3 = button(
          { class: "pick barred", title: name3, "data-start": name3 },
          barred(
            count3 / most3,
            ofTopic(name3),
            foreign(name3, { class: "grow" }),
            el("span", { class: "count" }, count3.toLocaleString("en"))
          ),
          () => showTopic(name3)
        );
        const folds = subtopics.length > 1;
        const open4 = opened.has(name3);
        const turn2 = () => {
          if (!opened.delete(name3)) opened.add(name3);
          again();
        };
        const label2 = `${open4 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return el(
          "li",
          { class: `bar-row${parent ? " finer" : ""}${isHidden(topic5) ? " hidden-too" : ""}` },
          folds ? button({ class: "turn", "aria-expanded": String(open4), "aria-label": label2, value: name3 }, "›", turn2) : el("span", { class: "turn", "aria-hidden": "true" }),
          pick3,
          onlyButton(name3, isOnlyTopic(name3), () => onlyTopic(name3))
        );
      };
      isHidden = ({ name: name3, parent }) => now.hiddenTopics.has(name3) || parent !== "" && now.hiddenTopics.has(parent);
      byCount = (a, b) => Number(isHidden(a)) - Number(isHidden(b)) || (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0) || a.rank - b.rank;
      topicBars = (again) => {
        if (!topics.length) return null;
        const ordered3 = [...topics].sort(byCount);
        const most3 = Math.max(1, ...ordered3.map(({ name: name3 }) => now2.topics.get(name3) ?? 0));
        const shown3 = all ? ordered3 : ordered3.slice(0, FIRST2);
        const list4 = shown3.flatMap((topic5) => [
          row3(topic5, most3, again),
          ...(opened.has(topic5.name) ? [...topic5.subtopics].sort(byCount) : []).map(
            (finer) => row3(finer, most3, again)
          )
        ]);
        const turn2 = () => {
          all = !all;
          again();
        };
        const more = button(
          { class: "more", "data-start": "all" },
          all ? "Show fewer" : `Show all ${ordered3.length} topics`,
          turn2
        );
        return section("Topics", el("ul", { class: "bars" }, ...list4), ordered3.length > FIRST2 ? more : null);
      };
    }
  });

  // src/spark.ts
  var SVG2, WIDE, HIGH, PAD, shape, points, spark;
  var init_spark = __esm({
    "src/spark.ts"() {
      "use strict";
      SVG2 = "http://www.w3.org/2000/svg";
      [WIDE, HIGH, PAD] = [64, 18, 2];
      shape = (name3, attributes) => {
        const made5 = document.createElementNS(SVG2, name3);
        for (const [key3, value] of Object.entries(attributes)) made5.setAttribute(key3, String(value));
        return made5;
      };
      points = (series) => {
        const most3 = Math.max(1, ...series);
        const step3 = series.length > 1 ? (WIDE - 2 * PAD) / (series.length - 1) : 0;
        const round = (value) => Math.round(10 * value) / 10;
        return series.map((value, at3) => [
          round(PAD + at3 * step3),
          round(HIGH - PAD - (HIGH - 2 * PAD) * value / most3)
        ]);
      };
      spark = (series) => {
        const found = points(series);
        const line2 = found.map((point3) => point3.join(",")).join(" ");
        const svg2 = shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "spark", "aria-hidden": "true" });
        const [x2, y2] = found[found.length - 1] ?? [PAD, HIGH - PAD];
        svg2.append(
          shape("polygon", { points: `${PAD},${HIGH - PAD} ${line2} ${x2},${HIGH - PAD}`, class: "under" }),
          shape("polyline", { points: line2 }),
          shape("circle", { cx: x2, cy: y2, r: 2 })
        );
        return svg2;
      };
    }
  });

  // src/start_trends.ts
  var FIRST3, naming, trendRow, trend, takenRow, trends;
  var init_start_trends = __esm({
    "src/start_trends.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_model();
      init_rows();
      init_spark();
      init_state();
      FIRST3 = 5;
      naming = (id, kind, label2) => {
        const node2 = at.get(id);
        if (node2 !== void 0) return [icon(kind), nodeLink(node2, label2)];
        if (kind === "topic" && topic.has(label2)) {
          const link = el("a", { href: `#&topic=${encodeURIComponent(label2)}`, dir: "auto" }, label2);
          link.addEventListener("click", (event) => {
            event.preventDefault();
            showTopic(label2);
          });
          return [swatch(label2), link];
        }
        return [icon(kind), foreign(label2)];
      };
      trendRow = ({ series, time: time2 }, table2) => (line2) => {
        const row7 = table2.row[line2];
        const [before, late] = [table2.before[line2], table2.late[line2]];
        const said = `${plural(before, "paper")} up to ${time2.bins[time2.split - 1]}, ${late.toLocaleString("en")} since`;
        return el(
          "li",
          { class: "trend", title: said },
          ...naming(series.id[row7], series.kind[row7], series.label[row7]),
          series.bins ? spark(series.bins[row7]) : null,
          el(
            "span",
            { class: "count", "aria-hidden": "true" },
            `${before.toLocaleString("en")} → ${late.toLocaleString("en")}`
          ),
          el("span", { class: "unseen" }, said)
        );
      };
      trend = (title, figures3, table2) => table2.row.length && figures3.time.bins.length > 1 ? section(
        title,
        ...listing([...table2.row.keys()], trendRow(figures3, table2), { class: "trends" }, FIRST3)
      ) : null;
      takenRow = ({ series, taken_up: table2 }) => (line2) => {
        const row7 = table2.row[line2];
        const paper = at.get(table2.first[line2]);
        const from = paper === void 0 ? foreign(table2.title[line2]) : nodeLink(paper, table2.title[line2]);
        return el(
          "li",
          { class: "taken" },
          ...naming(series.id[row7], series.kind[row7], series.label[row7]),
          el("span", { class: "count" }, plural(table2.takers[line2], "paper")),
          el("p", { class: "muted from" }, "from ", from)
        );
      };
      trends = (filtered) => {
        const { figures: figures3 } = model_exports;
        if (!figures3) return [];
        const found = [
          trend("Rising", figures3, figures3.rising),
          trend("Fading", figures3, figures3.fading),
          figures3.taken_up.row.length ? section(
            "New here, taken up by others",
            ...listing([...figures3.taken_up.row.keys()], takenRow(figures3), { class: "trends" }, FIRST3)
          ) : null
        ].filter((section2) => section2 !== null);
        const note = el("p", { class: "muted aside" }, "Counted in all papers, whatever the filters.");
        return found.length && filtered ? [...found, note] : found;
      };
    }
  });

  // src/start.ts
  var FIRST4, tab2, counted, kinds2, mostUsed, usedRow, KEYS, used, asked, counts2, startPanel;
  var init_start = __esm({
    "src/start.ts"() {
      "use strict";
      init_chips();
      init_dom();
      init_filters();
      init_header();
      init_model();
      init_model();
      init_questions();
      init_result();
      init_rows();
      init_start_topics();
      init_start_trends();
      init_state();
      FIRST4 = 6;
      tab2 = "";
      counted = (node2) => rest.key?.length && !active2(now).length ? nodes.papers[node2] : now2.named[node2];
      kinds2 = () => Object.keys(KINDS).filter((kind) => kind !== "paper" && kind !== "repo" && kinds.has(kind));
      mostUsed = (kind) => nodes.id.filter((node2) => nodes.kind[node2] === kind && counted(node2) > 0).sort((a, b) => counted(b) - counted(a) || named(a, b));
      usedRow = (most3) => (node2) => el(
        "li",
        { class: "bar-row" },
        el(
          "span",
          { class: "barred" },
          ...barred(
            counted(node2) / most3,
            `var(--${nodes.kind[node2]})`,
            icon(nodes.kind[node2]),
            nodeLink(node2, void 0, { class: "grow" }),
            el("span", { class: "count" }, counted(node2).toLocaleString("en"))
          )
        )
      );
      KEYS = { ArrowLeft: -1, ArrowRight: 1 };
      used = (again) => {
        const all6 = kinds2();
        if (!all6.length) return null;
        if (!all6.includes(tab2)) tab2 = all6[0];
        const list4 = mostUsed(tab2);
        const choose4 = (kind) => {
          tab2 = kind;
          again();
        };
        const heads = all6.map(
          (kind) => button(
            {
              ...{ role: "tab", "data-start": `tab ${kind}`, "aria-controls": "most-used" },
              ...{ "aria-selected": String(kind === tab2), tabindex: kind === tab2 ? "0" : "-1" }
            },
            kindTitle(kind),
            () => choose4(kind)
          )
        );
        const tabs2 = el("div", { class: "tabs", role: "tablist", "aria-label": "Most used" }, ...heads);
        tabs2.addEventListener("keydown", (event) => {
          const step3 = KEYS[event.key];
          if (!step3) return;
          event.preventDefault();
          choose4(all6[(all6.indexOf(tab2) + step3 + all6.length) % all6.length]);
          byId("card").querySelector("[role=tab][aria-selected=true]")?.focus();
        });
        const content3 = list4.length ? listing(list4, usedRow(counted(list4[0])), { class: "bars" }, FIRST4) : [el("p", { class: "muted" }, "None in the papers that are left.")];
        return section(
          "Most used",
          tabs2,
          el("div", { id: "most-used", role: "tabpanel", "aria-label": kindTitle(tab2) }, ...content3)
        );
      };
      asked = () => {
        const list4 = questions().map(
          ({ words, answer: answer3 }) => el(
            "li",
            {},
            button(
              { class: "question" },
              words.map((text3, at3) => at3 % 2 ? foreign(text3) : text3),
              () => answer(answer3)
            )
          )
        );
        return list4.length ? section("Ask", el("ul", { class: "questions" }, ...list4)) : null;
      };
      counts2 = (filtered) => {
        const found = kindsLeft(now2, filtered);
        const [first2, ...more] = [papersLeft(now2), ...found];
        return el("p", { class: "counts" }, el("strong", {}, first2), more.length ? ` · ${more.join(" · ")}` : null);
      };
      startPanel = (again, closing2) => {
        const filtered = active2(now).length > 0;
        return present([
          el("div", { class: "card-head" }, el("span", { class: "kind" }, "What is in here"), closing2),
          el("h2", { dir: "auto" }, document.title),
          period ? el("p", { class: "meta" }, period) : null,
          counts2(filtered),
          topicBars(again),
          asked(),
          ...trends(filtered),
          used(again)
        ]);
      };
    }
  });

  // src/texts.ts
  var texts_exports = {};
  __export(texts_exports, {
    all: () => all2,
    chunks: () => chunks,
    near: () => near,
    nodesOf: () => nodesOf,
    ofEdge: () => ofEdge,
    ofEdges: () => ofEdges,
    ofPaper: () => ofPaper
  });
  var PAPERS, OTHERS, NODE_COLUMNS, EDGE_COLUMNS, chunkOf, first, papers, others2, blank, now4, inside, edgesInside, placeEvidence, fill, packed, pending, load, loaded, near, ofEdges, all2, ofPaper, ofEdge, chunks, nodesOf;
  var init_texts = __esm({
    "src/texts.ts"() {
      "use strict";
      init_data();
      init_model();
      init_unpack();
      PAPERS = 256;
      OTHERS = 2048;
      NODE_COLUMNS = ["abstract", "united"];
      EDGE_COLUMNS = ["evidence", "surfaces", "shared", "terms", "reason"];
      chunkOf = new Int32Array(size);
      first = Math.ceil(nodes.id.filter(isPaper).length / PAPERS);
      [papers, others2] = [0, 0];
      for (let i = 0; i < size; i += 1) {
        chunkOf[i] = isPaper(i) ? Math.floor(papers / PAPERS) : first + Math.floor(others2 / OTHERS);
        if (isPaper(i)) papers += 1;
        else others2 += 1;
      }
      blank = (length) => Array(length).fill("");
      now4 = {
        ...{ abstract: blank(size), united: blank(size) },
        ...{ evidence: blank(links), surfaces: blank(links), shared: blank(links) },
        ...{ terms: blank(links), reason: blank(links) }
      };
      inside = (chunk) => nodes.id.filter((node2) => chunkOf[node2] === chunk);
      edgesInside = (chunk) => {
        const found = [];
        for (let e = 0; e < links; e += 1) if (chunkOf[edges.from[e]] === chunk) found.push(e);
        return found;
      };
      placeEvidence = (own2, start14, length) => {
        let [paper, text3] = [-1, ""];
        own2.forEach((e, at3) => {
          if (start14[at3] < 0) return;
          if (edges.from[e] !== paper)
            [paper, text3] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now4.abstract[edges.from[e]]}`];
          now4.evidence[e] = text3.slice(start14[at3], start14[at3] + length[at3]);
        });
      };
      fill = (chunk, packed2) => {
        const columns3 = unpackTable(packed2);
        const [own2, lines] = [inside(chunk), edgesInside(chunk)];
        const copy2 = (name3, rows2) => {
          columns3[name3]?.forEach((text3, at3) => {
            now4[name3][rows2[at3]] = text3;
          });
        };
        for (const name3 of NODE_COLUMNS) copy2(name3, own2);
        for (const name3 of EDGE_COLUMNS) copy2(name3, lines);
        const { start: start14, length } = columns3;
        if (start14 && length) placeEvidence(lines, start14, length);
      };
      packed = null;
      pending = /* @__PURE__ */ new Map();
      load = (chunk) => {
        packed ??= content("text-data").split("\n");
        const found = pending.get(chunk) ?? unpack(packed[chunk] ?? "").then(
          (columns3) => fill(chunk, columns3),
          () => {
            now4.missing = true;
          }
        );
        pending.set(chunk, found);
        return found;
      };
      loaded = async (chunks2) => {
        await Promise.all([...new Set(chunks2)].map(load));
        return now4;
      };
      near = (...wanted) => loaded(wanted.flatMap((node2) => [chunkOf[node2], ...around[node2].map((e) => chunkOf[edges.from[e]])]));
      ofEdges = (wanted) => loaded(wanted.map((e) => chunkOf[edges.from[e]]));
      all2 = () => loaded(chunkOf);
      ofPaper = async (node2) => {
        const texts = await loaded([chunkOf[node2]]);
        return { abstract: texts.abstract[node2], united: texts.united[node2] };
      };
      ofEdge = async (e) => {
        const texts = await ofEdges([e]);
        const own2 = EDGE_COLUMNS.map((name3) => [name3, texts[name3][e]]);
        return Object.fromEntries(own2);
      };
      chunks = Math.max(-1, ...chunkOf) + 1;
      nodesOf = async (chunk) => {
        await load(chunk);
        return { nodes: inside(chunk), texts: now4 };
      };
    }
  });

  // src/card.ts
  var panel, dismissed, called, closing, head, actions, alsoKnown, chips, aside, broader, source, render3, heading, byMention, topicCard, beginning, markOf, refresh2, isStart, dismiss, home, NARROW, ROOMY, show2, recount, mark;
  var init_card = __esm({
    "src/card.ts"() {
      "use strict";
      init_card_entity();
      init_card_paper();
      init_card_path();
      init_card_topic();
      init_dom();
      init_model();
      init_model();
      init_rows();
      init_rows();
      init_search();
      init_start();
      init_start_topics();
      init_state();
      init_texts();
      panel = byId("card");
      dismissed = false;
      called = false;
      closing = () => button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", dismiss);
      head = (node2) => el(
        "div",
        { class: "card-head" },
        icon(nodes.kind[node2]),
        el("span", { class: "kind" }, KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2]),
        closing()
      );
      actions = (node2) => {
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
      alsoKnown = (node2) => {
        let aliases = split(nodes.aliases[node2]);
        if (KINDS[nodes.kind[node2]]?.term) {
          const seen = /* @__PURE__ */ new Set([nodes.label[node2].toLowerCase()]);
          aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
        }
        if (!aliases.length) return null;
        const list4 = aliases.flatMap((alias, at3) => [at3 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list4);
      };
      chips = (node2) => {
        const names4 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
          (name3) => topic.has(name3)
        );
        return names4.length ? el("div", { class: "chips" }, ...names4.map(chip)) : null;
      };
      aside = (node2) => {
        const count3 = around[node2].filter(isBackground).length;
        return count3 ? `${count3.toLocaleString("en")} in the background` : "";
      };
      broader = (node2) => {
        const names4 = split(nodes.broader[node2] || "");
        if (!names4.length) return null;
        const same2 = (name3) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name3;
        const list4 = names4.flatMap((name3, at3) => {
          const found = nodes.id.find(same2(name3));
          return [at3 ? ", " : "", found === void 0 ? foreign(name3) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list4);
      };
      source = (node2) => {
        const link = outside(nodes.url[node2]);
        return link ? el("p", { class: "source" }, link) : null;
      };
      render3 = async (node2) => {
        const whole5 = now.target >= 0;
        const found = await (whole5 ? all2() : near(node2));
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
            found.missing ? el("p", { class: "muted" }, "The abstracts and sentences in this file cannot be unpacked.") : null,
            target >= 0 ? cardPath(node2, target, found) : null,
            ...(paper ? cardPaper : cardEntity)(node2, found)
          ])
        );
        panel.scrollTop = 0;
      };
      heading = (kind, { many, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many.toLowerCase()}` : many;
      byMention = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
      topicCard = (topic5) => {
        const row7 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
        const found = Object.fromEntries(Object.keys(KINDS).map((kind2) => [kind2, []]));
        for (const i of topic5.members) found[nodes.kind[i]]?.push(i);
        const { paper, ...entities6 } = KINDS;
        const later = ([, facts]) => facts.term ? 0 : 1;
        const groups2 = Object.entries({ ...entities6, paper }).filter(([kind2]) => found[kind2].length).sort((a, b) => later(a) - later(b));
        const kind = el("span", { class: "kind" }, topic5.parent ? "Subtopic" : "Topic");
        const only2 = onlyButton(topic5.name, isOnlyTopic(topic5.name), () => onlyTopic(topic5.name));
        panel.replaceChildren(
          el("div", { class: "card-head" }, swatch(topic5.name), kind, only2, closing()),
          ...present(cardTopic(topic5)),
          ...groups2.map(
            ([kind2, facts]) => section(heading(kind2, facts), ...listing(found[kind2].sort(byMention), row7, { class: "tight" }, 8))
          )
        );
        panel.scrollTop = 0;
      };
      beginning = () => {
        panel.replaceChildren(...present(startPanel(refresh2, closing())));
      };
      markOf = (item) => item && panel.contains(item) ? ["class", "value", "data-start", "aria-label"].map((name3) => item.getAttribute(name3)).join("\n") : "";
      refresh2 = () => {
        if (!isStart() || panel.hidden) return;
        const [held, top] = [markOf(document.activeElement), panel.scrollTop];
        beginning();
        panel.scrollTop = top;
        if (held)
          [...panel.querySelectorAll("button, a")].find((item) => markOf(item) === held)?.focus();
      };
      isStart = () => now.selected < 0 && now.topic === "" && panel.dataset.row === void 0;
      dismiss = () => {
        if (isStart()) dismissed = true;
        clear();
        show2();
      };
      home = () => {
        dismissed = false;
        called = true;
        delete panel.dataset.row;
        clear();
        show("map");
        show2();
        panel.focus({ preventScroll: true });
      };
      NARROW = matchMedia("(max-width: 720px)");
      ROOMY = matchMedia("(min-width: 1000px)");
      show2 = async () => {
        const { selected, topic: topic5, main } = now;
        if (selected >= 0 || topic5) delete panel.dataset.row;
        else if (panel.dataset.row !== void 0) return;
        const fits = called || ROOMY.matches || NARROW.matches;
        const welcome = topic5 !== "" || !dismissed && size > 0 && fits && main === "map";
        panel.hidden = selected < 0 && !welcome;
        document.body.classList.toggle("with-card", !panel.hidden);
        panel.classList.toggle("start", !panel.hidden && isStart());
        panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
        if (selected >= 0) await render3(selected);
        else if (topic5 && topic.has(topic5)) topicCard(topic.get(topic5));
        else if (welcome) {
          beginning();
          panel.scrollTop = 0;
        }
      };
      recount = refresh2;
      mark = () => {
        for (const step3 of panel.querySelectorAll("[data-steps]"))
          step3.setAttribute("aria-pressed", String(Number(step3.dataset.steps) === now.steps));
      };
    }
  });

  // src/camera.ts
  var MOVES, cameraIn;
  var init_camera = __esm({
    "src/camera.ts"() {
      "use strict";
      init_model();
      MOVES = ["dragging", "zoom", "animationFinished", "dragEnd"];
      cameraIn = (container2, { onPaint: onPaint2, onMove }) => {
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
    }
  });

  // src/convex.ts
  var STEPS, hull, around2;
  var init_convex = __esm({
    "src/convex.ts"() {
      "use strict";
      STEPS = Array.from({ length: 16 }, (_, step3) => [
        Math.cos(step3 * Math.PI / 8),
        Math.sin(step3 * Math.PI / 8)
      ]);
      hull = (given2) => {
        const points2 = [...given2].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        const turn2 = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
        const half = (list4) => {
          const chain = [];
          for (const p of list4) {
            while (chain.length > 1 && turn2(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
            chain.push(p);
          }
          return chain.slice(0, -1);
        };
        return points2.length < 3 ? points2 : [...half(points2), ...half(points2.reverse())];
      };
      around2 = (discs) => hull(
        hull(discs).flatMap(([px, py, far]) => STEPS.map(([dx, dy]) => [px + dx * far, py + dy * far]))
      );
    }
  });

  // src/hulls.ts
  var PAD2, outlined, areas;
  var init_hulls = __esm({
    "src/hulls.ts"() {
      "use strict";
      init_convex();
      init_model();
      init_scene();
      PAD2 = 16;
      outlined = ({ name: name3, members, subtopics }, pad = PAD2) => {
        const outline2 = around2(members.map((i) => [x[i], y[i], radius[i] + pad]));
        const sides = outline2.map(([px]) => px);
        const heights = outline2.map(([, py]) => py);
        const inner = (subtopics.length > 1 ? subtopics : []).map((subtopic2) => outlined(subtopic2, PAD2 / 3));
        return {
          ...{ name: name3, members, inner, outline: outline2 },
          ...{ left: Math.min(...sides), right: Math.max(...sides) },
          ...{ top: Math.min(...heights), bottom: Math.max(...heights) }
        };
      };
      areas = topics.map((topic5) => outlined(topic5));
    }
  });

  // src/label_room.ts
  var CELL, short, within2, wrapped, freeRoom;
  var init_label_room = __esm({
    "src/label_room.ts"() {
      "use strict";
      CELL = 64;
      short = (text3, most3) => text3.length > most3 ? `${text3.slice(0, most3 - 1).trimEnd()}…` : text3;
      within2 = (least2, value, most3) => Math.max(Math.min(least2, most3), Math.min(value, Math.max(least2, most3)));
      wrapped = (text3, length) => {
        const most3 = Math.max(length, Math.ceil(text3.length / 3));
        const found = [];
        for (const word of text3.split(" ")) {
          const last2 = found.at(-1);
          if (last2 === void 0 || last2.length + word.length >= most3) found.push(word);
          else found[found.length - 1] = `${last2} ${word}`;
        }
        return found;
      };
      freeRoom = () => {
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
    }
  });

  // src/labels.ts
  var labels_exports = {};
  __export(labels_exports, {
    paint: () => paint
  });
  var widths, FOCUSED, ASKED, LEAST_NAMED, LEAST_ROOM, NAME_SIZES, OPENED, FAR, LEADING, measure, urgency, ranked, paint;
  var init_labels = __esm({
    "src/labels.ts"() {
      "use strict";
      init_hulls();
      init_label_room();
      init_model();
      init_scene();
      init_state();
      init_theme();
      init_theme();
      widths = /* @__PURE__ */ new Map();
      FOCUSED = 1e9;
      ASKED = 1e8;
      LEAST_NAMED = 4;
      LEAST_ROOM = 135;
      NAME_SIZES = [17, 15, 13, 11.5].flatMap((px) => [20, 13].map((length) => [px, length]));
      OPENED = 420;
      FAR = 0.7;
      LEADING = 1.2;
      measure = (ctx, font, text3) => {
        const key3 = `${font}
${text3}`;
        const known2 = widths.get(key3);
        if (known2 !== void 0) return known2;
        ctx.font = font;
        const { width } = ctx.measureText(text3);
        widths.set(key3, width);
        return width;
      };
      urgency = (i, zoom2) => {
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
      ranked = (box2) => {
        const order4 = [];
        for (let i = 0; i < size; i += 1) {
          if (!shown[i] || x[i] < box2.left || x[i] > box2.right || y[i] < box2.top || y[i] > box2.bottom) continue;
          const rank = urgency(i, box2.zoom);
          if (rank > 0) order4.push([rank, i]);
        }
        return order4.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      };
      paint = (ctx, box2) => {
        const { matrix, ratio, zoom: zoom2 } = box2;
        const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
        const narrow2 = wide < 720;
        const far = areas.length > 1 && zoom2 < FAR;
        const most3 = Math.round(wide * high / (far ? 4e4 : 9e3));
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
            const wide2 = Math.max(...lines.map((line2) => measure(ctx, font, line2)));
            const spot = wide2 < room2 && placed(area, atTop, { px, wide: wide2, lines });
            if (!spot) continue;
            const look = { font, px: px * LEADING, halo: 4, colour: ofTopic(name3), always: true };
            lines.forEach((line2, at3) => {
              drawText(line2, spot.x, spot.y + at3 * px * LEADING, look);
            });
            for (const part2 of name3.split(" and ")) said.add(part2);
            return;
          }
        };
        const nameAreas = () => {
          const opened3 = areas.filter(
            ({ inner, left, right }) => inner.length > 1 && sx(right) - sx(left) > OPENED
          );
          for (const area of areas) nameArea(area, opened3.includes(area));
          for (const { inner } of opened3) for (const area of inner) nameArea(area);
        };
        ctx.save();
        ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
        ctx.textAlign = "center";
        ctx.textBaseline = "middle";
        ctx.lineJoin = "round";
        const order4 = ranked(box2);
        order4.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
        const chosen3 = areas.find(({ name: name3 }) => name3 === now.topic);
        for (const area of chosen3?.inner ?? []) nameArea(area);
        for (const [, i] of view2.emphasis ? order4.slice(0, 150) : []) {
          const arm2 = radius[i] * zoom2;
          occupied.occupy([sx(x[i]) - arm2, sy(y[i]) - arm2, sx(x[i]) + arm2, sy(y[i]) + arm2]);
        }
        if (!view2.emphasis) nameAreas();
        order4.filter(([rank]) => rank < ASKED).slice(0, most3).forEach(drawLabel);
        ctx.restore();
      };
    }
  });

  // src/paint.ts
  var paint_exports = {};
  __export(paint_exports, {
    all: () => all3,
    layers: () => layers,
    stale: () => stale
  });
  var BATCH, FAINT_BUDGET, frame, ground, grounds, stroke, faintPen, faintness, lookOf, faintLines, hotLines, edges2, trace, isFaded, looks, groups, hovered, stale, bodies, rings, all3, layers;
  var init_paint = __esm({
    "src/paint.ts"() {
      "use strict";
      init_hulls();
      init_labels();
      init_lines();
      init_model();
      init_model();
      init_scene();
      init_shapes();
      init_state();
      init_theme();
      init_theme();
      BATCH = 200;
      FAINT_BUDGET = 7e3;
      frame = (ctx, ratio, free2) => {
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
      ground = (ctx, { name: name3, outline: outline2, members }) => {
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
      grounds = (ctx) => {
        if (topics.length < 2) return;
        for (const area of areas) {
          ground(ctx, area);
          for (const inner of area.inner) ground(ctx, inner);
        }
        ctx.globalAlpha = 1;
      };
      stroke = (ctx, box2, [first2, end2, step3], wanted) => {
        const { a, b } = now3;
        let open4 = 0;
        ctx.beginPath();
        for (let line2 = first2; line2 < end2; line2 += step3) {
          const [p, q] = [a[line2], b[line2]];
          if (!wanted(line2)) continue;
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
      faintPen = (ctx, box2, width, alpha) => {
        const thin = Math.min(width, 1 / box2.ratio);
        ctx.lineWidth = thin / box2.zoom;
        ctx.globalAlpha = Math.min(1, alpha * width / thin);
      };
      faintness = (name3) => name3 === "beside" ? 0.4 : RELATIONS[name3]?.background ? 0.25 : 0.7;
      lookOf = ({ name: name3, strength }) => name3 === "related" ? [0.6 + 0.8 * strength, 0.3 + 0.55 * strength] : [0.8, faintness(name3)];
      faintLines = (ctx, box2, moving2) => {
        const step3 = moving2 || view2.emphasis ? Math.ceil(now3.count / FAINT_BUDGET) : 1;
        const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now3.count, 1)) ** 0.7));
        const { hot: lineHot, apart } = now3;
        const across2 = topics.length < 2 ? 1 : Math.max(0.3, Math.min(1, box2.zoom / 2));
        ctx.strokeStyle = own.edge;
        for (const range2 of now3.ranges) {
          const { first: first2, end: end2 } = range2;
          const [width, alpha] = lookOf(range2);
          const plain2 = alpha * crowd * (view2.emphasis ? 0.25 : 1) * Math.min(2, step3 ** 0.5);
          for (const far of [1, 0]) {
            faintPen(ctx, box2, width, plain2 * (far ? across2 : 1));
            stroke(
              ctx,
              box2,
              [first2, end2, step3],
              (line2) => apart[line2] === far && !(view2.emphasis && lineHot[line2])
            );
          }
        }
      };
      hotLines = (ctx, box2) => {
        const { a, b, count: count3, ranges, hot: lineHot } = now3;
        const unfocused = view2.focused < 0;
        const path2 = now.target >= 0;
        ctx.lineWidth = (path2 ? 3 : unfocused ? 0.9 : 1.5) / box2.zoom;
        const end2 = (line2) => nodes.kind[view2.focused === b[line2] || isPaper(b[line2]) ? a[line2] : b[line2]];
        for (const kind of Object.keys(KINDS)) {
          ctx.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx.globalAlpha = path2 ? 1 : unfocused ? 0.35 : 0.8;
          const wanted = (line2) => lineHot[line2] > 0 && end2(line2) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx, box2, [0, count3, 1], wanted);
          else
            for (const range2 of ranges) {
              ctx.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
              stroke(ctx, box2, [range2.first, range2.end, 1], wanted);
            }
        }
      };
      edges2 = (ctx, box2, moving2) => {
        faintLines(ctx, box2, moving2);
        if (view2.emphasis) hotLines(ctx, box2);
        ctx.globalAlpha = 1;
      };
      trace = (ctx, i, zoom2) => (SHAPES[nodes.shape[i]] || SHAPES.dot).trace(ctx, x[i], y[i], Math.max(radius[i], 1.6 / zoom2));
      isFaded = (i) => view2.emphasis && !hot[i] && i !== view2.hovered;
      looks = () => {
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
      groups = null;
      hovered = -1;
      stale = () => {
        groups = null;
      };
      bodies = (ctx, box2) => {
        if (hovered !== view2.hovered && view2.emphasis) stale();
        hovered = view2.hovered;
        groups = groups || looks();
        const speck = size > 2e3 ? 2.2 / box2.zoom : 0;
        const least2 = 1.5 / box2.zoom;
        ctx.strokeStyle = own.ground;
        ctx.lineWidth = Math.min(1.2 / box2.zoom, 1.5);
        for (const [look, members] of groups) {
          ctx.globalAlpha = look[0] === "a" ? 0.13 : 1;
          ctx.fillStyle = look.slice(1);
          for (let first2 = 0; first2 < members.length; first2 += BATCH) {
            ctx.beginPath();
            for (let at3 = first2; at3 < Math.min(first2 + BATCH, members.length); at3 += 1) {
              const i = members[at3];
              const arm2 = radius[i] * 1.3;
              if (x[i] + arm2 < box2.left || x[i] - arm2 > box2.right) continue;
              if (y[i] + arm2 < box2.top || y[i] - arm2 > box2.bottom) continue;
              if (radius[i] < speck) ctx.fillRect(x[i] - least2, y[i] - least2, 2 * least2, 2 * least2);
              else trace(ctx, i, box2.zoom);
            }
            ctx.fill();
            if (box2.zoom > 0.35) ctx.stroke();
          }
        }
        ctx.globalAlpha = 1;
      };
      rings = (ctx, box2) => {
        for (const i of /* @__PURE__ */ new Set([view2.hovered, view2.focused, now.target])) {
          if (i < 0 || !shown[i]) continue;
          ctx.beginPath();
          ctx.arc(x[i], y[i], Math.max(radius[i], 1.6 / box2.zoom) * 1.25 + 3.5 / box2.zoom, 0, 2 * Math.PI);
          ctx.strokeStyle = i === view2.hovered && i !== view2.focused ? own.muted : own.ink;
          ctx.lineWidth = 2 / box2.zoom;
          ctx.stroke();
        }
      };
      all3 = (ctx, {
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
      layers = { frame, grounds, faintLines, hotLines, bodies, rings };
    }
  });

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
  var container, quiet, ARRIVE, moving, settle, touched, moved, overlays, hoverers, stir, clear2, canvas, repaint, redraw, hover, onHover, onPaint, move, fit, nearTo, toLayout, fromLayout, layoutAt, goTo, whole2, wholeZoom, camera2, place, SIDES, seat, reseat, reframe, isInSight, zoom, restyle, onPick, onMoved, position, view3, freeCorners, free, hasArrived;
  var init_draw = __esm({
    "src/draw.ts"() {
      "use strict";
      init_camera();
      init_dom();
      init_lines();
      init_model();
      init_neighbourhood();
      init_paint();
      init_result();
      init_scene();
      init_scene();
      init_state();
      init_theme();
      container = byId("canvas");
      quiet = matchMedia("(prefers-reduced-motion: reduce)");
      ARRIVE = 350;
      moving = false;
      settle = 0;
      touched = false;
      moved = () => {
      };
      overlays = [];
      hoverers = [];
      compute(now);
      compute2(now);
      stir = (flight = 0) => {
        moving = true;
        touched = true;
        clearTimeout(settle);
        settle = window.setTimeout(() => {
          moving = false;
          canvas.redraw();
          moved();
        }, 160 + flight);
      };
      clear2 = () => {
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
        if (document.body.dataset.size === "phone") free2.top = 64;
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
      canvas = cameraIn(container, {
        onPaint: (ctx) => {
          all3(ctx, { moving, free: clear2().free });
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
      repaint = () => {
        stale();
        canvas.redraw();
      };
      redraw = () => canvas.redraw();
      hover = (node2) => {
        if (node2 === view2.hovered) return;
        view2.hovered = node2;
        canvas.redraw();
        for (const listener of hoverers) listener(node2);
      };
      onHover = (listener) => {
        hoverers.push(listener);
      };
      onPaint = (overlay) => {
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
      move = (goal, animated, offset = clear2().middle) => {
        const flight = animated && !quiet.matches ? ARRIVE : 0;
        canvas.moveTo(goal, offset, flight);
        if (animated) stir(flight);
      };
      fit = (members = nodes.id, { animated = true, most: most3 = 1.4, pad = 0 } = {}) => {
        const box2 = bounds(members);
        const { wide, high } = clear2();
        if (!box2) return;
        const zoom2 = Math.min(
          Math.max(40, wide - 2 * pad) / Math.max(1, box2.right - box2.left),
          Math.max(40, high - 2 * pad) / Math.max(1, box2.bottom - box2.top),
          most3
        );
        move({ x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2 }, animated);
      };
      nearTo = (node2) => {
        const near2 = { x: x[node2], y: y[node2] };
        const box2 = bounds(within(node2, 1).keys());
        if (!box2) return { ...near2, zoom: 1 };
        const { wide, high } = clear2();
        const across2 = Math.max(60, box2.right - near2.x, near2.x - box2.left);
        const down = Math.max(60, box2.bottom - near2.y, near2.y - box2.top);
        const zoom2 = 0.45 * Math.min(wide / across2, high / down);
        return { ...near2, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
      };
      toLayout = ({ x: px, y: py }) => turned ? { x: py, y: px } : { x: px, y: py };
      fromLayout = toLayout;
      layoutAt = (point3) => toLayout(canvas.toGraph(point3));
      goTo = (node2) => {
        if (shown[node2]) move(nearTo(node2), true);
      };
      whole2 = extentOfAll();
      wholeZoom = () => {
        const { wide, high } = clear2();
        return Math.min(wide / Math.max(1, whole2.x), high / Math.max(1, whole2.y));
      };
      camera2 = () => {
        if (!touched) return null;
        const [{ middle }, now6] = [clear2(), canvas.now()];
        const centre = toLayout({ x: now6.x + middle.x / now6.zoom, y: now6.y + middle.y / now6.zoom });
        return { ...centre, zoom: now6.zoom / wholeZoom(), relative: true };
      };
      place = ({ x: px, y: py, zoom: zoom2, relative }) => {
        const centre = fromLayout({ x: px, y: py });
        touched = true;
        if (relative) move({ ...centre, zoom: zoom2 * wholeZoom() }, false);
        else move({ ...centre, zoom: zoom2 }, false, { x: 0, y: 0 });
      };
      SIDES = ["left", "top", "width", "height"];
      seat = container.getBoundingClientRect();
      reseat = () => {
        const [before, now6] = [seat, canvas.now()];
        seat = container.getBoundingClientRect();
        if (seat.width === 0 || SIDES.every((side2) => before[side2] === seat[side2])) return;
        canvas.resize();
        if (!touched) fit(void 0, { animated: false });
        else {
          const [dx, dy] = [seat.left - before.left, seat.top - before.top];
          move({ x: now6.x + dx / now6.zoom, y: now6.y + dy / now6.zoom, zoom: now6.zoom }, false, { x: 0, y: 0 });
        }
      };
      new ResizeObserver(reseat).observe(container);
      reframe = (change) => {
        change();
        reseat();
      };
      isInSight = (node2) => {
        const [{ free: open4 }, { x: px, y: py }] = [clear2(), position(node2)];
        return px >= open4.left && px <= open4.right && py >= open4.top && py <= open4.bottom;
      };
      zoom = (factor) => {
        const now6 = canvas.now();
        move({ ...now6, zoom: now6.zoom * factor }, true, { x: 0, y: 0 });
      };
      restyle = () => {
        dress();
        repaint();
      };
      onPick = (pick3) => canvas.onPick((point3) => pick3(pick(point3.x, point3.y, 8 / canvas.now().zoom)));
      onMoved = (listener) => {
        moved = listener;
      };
      position = (node2) => canvas.toPage({ x: x[node2], y: y[node2] });
      view3 = () => ({
        ...canvas.now(),
        width: container.clientWidth,
        height: container.clientHeight
      });
      freeCorners = () => {
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
      free = () => {
        const [{ wide, high, middle }, now6] = [clear2(), canvas.now()];
        const [left, top] = [now6.x + middle.x / now6.zoom, now6.y + middle.y / now6.zoom];
        return { x: left, y: top, zoom: now6.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
      };
      hasArrived = () => !moving;
    }
  });

  // src/xml.ts
  var MARKS, lineEnds, legal, attribute, content2;
  var init_xml = __esm({
    "src/xml.ts"() {
      "use strict";
      MARKS = {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "	": "&#9;"
      };
      lineEnds = (text3, wrap) => text3.replace(/[\u0085\u2028]/g, (sign2) => wrap(`&#${sign2.charCodeAt(0)};`));
      legal = (text3) => text3.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
      attribute = (text3) => lineEnds(
        legal(text3).replace(/[&<>"\n\t]/g, (sign2) => MARKS[sign2]),
        (reference) => reference
      );
      content2 = (text3) => {
        const clean = legal(text3);
        if (!/[&<]|\]\]>/.test(clean)) return lineEnds(clean, (reference) => reference);
        const cut = clean.replaceAll("]]>", "]]]]><![CDATA[>");
        return `<![CDATA[${lineEnds(cut, (reference) => `]]>${reference}<![CDATA[`)}]]>`;
      };
    }
  });

  // src/svg_backend.ts
  var svgBackend;
  var init_svg_backend = __esm({
    "src/svg_backend.ts"() {
      "use strict";
      init_xml();
      svgBackend = (width, height2, background2) => {
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
        const at3 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
        const alpha = (name3) => pen.globalAlpha < 1 ? ` ${name3}-opacity="${round(pen.globalAlpha)}"` : "";
        const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
        const text3 = (words, x2, y2, attributes) => {
          const font = attribute(pen.font);
          parts2.push(
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
              parts2.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
          },
          stroke: () => {
            if (path2) parts2.push(`<path d="${path2}" ${lineLook()}/>`);
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
${parts2.join("\n")}
</svg>
`
        };
        return pen;
      };
    }
  });

  // src/picture.ts
  var sheet, SHARP, aim, onCanvas, png, svg, whole3, key;
  var init_picture = __esm({
    "src/picture.ts"() {
      "use strict";
      init_dom();
      init_draw();
      init_model();
      init_paint();
      init_scene();
      init_state();
      init_svg_backend();
      init_theme();
      sheet = byId("print");
      SHARP = 2;
      aim = (ctx, { x: x2, y: y2, zoom: zoom2, width, height: height2 }, ratio) => {
        const scale = zoom2 * ratio;
        ctx.setTransform(scale, 0, 0, scale, width / 2 * ratio - x2 * scale, height2 / 2 * ratio - y2 * scale);
      };
      onCanvas = (view4) => {
        const canvas2 = el("canvas", { width: String(view4.width * SHARP), height: String(view4.height * SHARP) });
        const ctx = canvas2.getContext("2d");
        ctx.fillStyle = own.ground;
        ctx.fillRect(0, 0, canvas2.width, canvas2.height);
        aim(ctx, view4, SHARP);
        all3(ctx, { ratio: SHARP });
        return canvas2;
      };
      png = () => new Promise((done, fail) => {
        onCanvas(free()).toBlob(
          (blob) => blob ? done(blob) : fail(new Error("the picture is too large for this browser")),
          "image/png"
        );
      });
      svg = () => {
        const view4 = free();
        const pen = svgBackend(view4.width, view4.height, own.ground);
        aim(pen, view4, 1);
        all3(pen, { ratio: 1 });
        return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
      };
      whole3 = () => {
        const box2 = bounds(nodes.id);
        const width = 1e3;
        if (!box2) return { x: 0, y: 0, zoom: 1, width, height: 100 };
        const [wide, high] = [box2.right - box2.left, box2.bottom - box2.top];
        const height2 = Math.round(Math.min(1250, Math.max(400, (width - 80) * high / wide + 80)));
        const zoom2 = Math.min((width - 80) / wide, (height2 - 80) / high, 2);
        return { x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2, width, height: height2 };
      };
      key = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
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
    }
  });

  // src/tables.ts
  var columns, broader2, NODE_TEXTS, NODE_TYPES, NODE_NAMES, EDGE_NAMES, EDGE_TYPES, nodeRows, edgeRow, edgeRows, cell, csv, nodeTable, edgeTable, key2, data2, graphml;
  var init_tables = __esm({
    "src/tables.ts"() {
      "use strict";
      init_lines();
      init_model();
      init_model();
      init_result();
      init_texts();
      init_xml();
      columns = (table2) => table2;
      broader2 = nodes.broader.some(Boolean) ? ["broader"] : [];
      NODE_TEXTS = [
        ...["label", "kind", "papers", "topic", "topic_id", "subtopic", "subtopic_id"],
        ...["date", "url", "sources", "aliases"],
        ...broader2,
        "abstract"
      ];
      NODE_TYPES = {
        papers: "int",
        x: "double",
        y: "double",
        size: "double",
        r: "int",
        g: "int",
        b: "int"
      };
      NODE_NAMES = [...NODE_TEXTS, "x", "y", "size", "r", "g", "b"];
      EDGE_NAMES = [
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
      EDGE_TYPES = {
        weight: "double",
        confidence: "double",
        salience: "double",
        mentions: "int",
        shared_count: "int"
      };
      nodeRows = (texts) => nodes.id.filter((i) => now2.listed[i]).map((i) => {
        const [r, g, b] = colours[nodes.kind[i]] || [];
        const drawn2 = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(
            NODE_NAMES.map((name3) => [name3, drawn2[name3] ?? columns(nodes)[name3]?.[i] ?? ""])
          )
        };
      });
      edgeRow = (texts) => (line2) => {
        const edge = now3.edge[line2];
        const ends = { source: nodes.key[now3.a[line2]], target: nodes.key[now3.b[line2]] };
        const relation3 = nameOf(line2);
        const id = `${ends.source}--${relation3}--${ends.target}`;
        if (edge < 0) return { id, ...ends, relation: relation3, weight: now3.weight[line2] };
        const shared2 = texts.shared[edge];
        const count3 = { shared_count: shared2 ? split(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name3) => [
            name3,
            count3[name3] ?? columns(texts)[name3]?.[edge] ?? columns(edges)[name3]?.[edge]
          ])
        );
        for (const name3 of Object.keys(EDGE_TYPES)) if (own2[name3] === 0) own2[name3] = "";
        return { ...own2, id, ...ends, relation: relation3 };
      };
      edgeRows = (texts) => {
        const all6 = Array.from({ length: now3.count }, (_, line2) => line2).filter(isListed);
        return all6.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow(texts));
      };
      cell = (value) => {
        const text3 = String(value ?? "");
        return /[",\r\n]/.test(text3) ? `"${text3.replaceAll('"', '""')}"` : text3;
      };
      csv = (heads, names4, list4) => [heads, ...list4.map((row7) => names4.map((name3) => row7[name3]))].map((row7) => `${row7.map(cell).join(",")}
`).join("");
      nodeTable = async () => {
        const rest3 = NODE_NAMES.filter((name3) => name3 !== "label");
        return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows(await all2()));
      };
      edgeTable = async () => {
        const rest3 = EDGE_NAMES.filter((name3) => name3 !== "weight");
        const list4 = edgeRows(await all2()).map((row7) => ({ ...row7, type: "Directed" }));
        const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
        return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest3], list4);
      };
      key2 = (id, of2, name3, type = "string") => `<key id="${id}" for="${of2}" attr.name="${name3}" attr.type="${type}"/>
`;
      data2 = (row7, names4) => names4.filter((name3) => row7[name3] !== "" && row7[name3] !== void 0).map((name3) => `<data key="${name3}">${content2(String(row7[name3]))}</data>
`).join("");
      graphml = async () => {
        const texts = await all2();
        const id = attribute;
        return [
          '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
          ...NODE_NAMES.map((name3) => key2(name3, "node", name3, NODE_TYPES[name3])),
          key2("edgelabel", "edge", "label"),
          ...EDGE_NAMES.map((name3) => key2(name3, "edge", name3, EDGE_TYPES[name3])),
          '<graph edgedefault="directed">\n',
          ...nodeRows(texts).map((row7) => `<node id="${id(String(row7.id))}">
${data2(row7, NODE_NAMES)}</node>
`),
          ...edgeRows(texts).map(
            (row7) => `<edge id="${id(row7.id)}" source="${id(row7.source)}" target="${id(row7.target)}" label="${id(row7.relation)}">
<data key="edgelabel">${content2(row7.relation)}</data>
${data2(row7, EDGE_NAMES)}</edge>
`
          ),
          "</graph>\n</graphml>\n"
        ].join("");
      };
    }
  });

  // src/export_menu.ts
  var opener, menu, status3, UTF8, STEPS2, stem, download, text, copy, THINGS, open, run;
  var init_export_menu = __esm({
    "src/export_menu.ts"() {
      "use strict";
      init_dom();
      init_picture();
      init_state();
      init_tables();
      opener = byId("save");
      menu = byId("save-menu");
      status3 = byId("save-status");
      UTF8 = "charset=utf-8";
      STEPS2 = { ArrowDown: 1, ArrowUp: -1 };
      stem = () => {
        const words = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const { view: view4 } = now;
        return [words.slice(0, 60) || "graph", view4 === "full" ? "" : view4].filter(Boolean).join("-");
      };
      download = (blob, ending) => {
        const href = URL.createObjectURL(blob);
        const name3 = `${stem()}${ending}`;
        el("a", { href, download: name3 }).click();
        setTimeout(() => URL.revokeObjectURL(href), 1e4);
        return `Saved ${name3}`;
      };
      text = (make2, type, ending) => async () => download(new Blob([await make2()], { type: `${type};${UTF8}` }), ending);
      copy = async () => {
        await navigator.clipboard.writeText(location.href);
        return "Link copied";
      };
      THINGS = [
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
      open = (wanted) => {
        menu.hidden = !wanted;
        opener.setAttribute("aria-expanded", String(wanted));
      };
      run = (act) => async () => {
        open(false);
        opener.focus();
        try {
          status3.textContent = await act() || "";
        } catch (error) {
          status3.textContent = `That did not work: ${error instanceof Error ? error.message : error}`;
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
        const all6 = [...menu.querySelectorAll("button")];
        const step3 = STEPS2[event.key];
        if (event.key === "Escape") {
          open(false);
          opener.focus();
        } else if (step3)
          all6[(all6.indexOf(document.activeElement) + step3 + all6.length) % all6.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target) && target !== opener) open(false);
      });
    }
  });

  // src/polygon.ts
  var MOST, distance, thinned;
  var init_polygon = __esm({
    "src/polygon.ts"() {
      "use strict";
      MOST = 60;
      distance = (line2, at3, from, to) => {
        const [ax, ay, bx, by] = [line2[2 * from], line2[2 * from + 1], line2[2 * to], line2[2 * to + 1]];
        const [px, py] = [line2[2 * at3] - ax, line2[2 * at3 + 1] - ay];
        const [dx, dy] = [bx - ax, by - ay];
        const length = Math.hypot(dx, dy);
        return length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
      };
      thinned = (line2, most3 = MOST) => {
        const count3 = line2.length / 2;
        if (count3 <= most3) return line2;
        const kept = [0, count3 - 1];
        while (kept.length < most3) {
          let [best, far, slot] = [-1, 0, 0];
          for (let part2 = 0; part2 + 1 < kept.length; part2 += 1) {
            for (let at3 = kept[part2] + 1; at3 < kept[part2 + 1]; at3 += 1) {
              const found = distance(line2, at3, kept[part2], kept[part2 + 1]);
              if (found > far) [best, far, slot] = [at3, found, part2 + 1];
            }
          }
          if (best < 0) break;
          kept.splice(slot, 0, best);
        }
        return kept.flatMap((at3) => [line2[2 * at3], line2[2 * at3 + 1]]);
      };
    }
  });

  // src/lasso.ts
  var group, cover, drawing, outline, choose2, drawer, arm, stroke2, sign, name2, start5;
  var init_lasso = __esm({
    "src/lasso.ts"() {
      "use strict";
      init_dom();
      init_draw();
      init_model();
      init_polygon();
      init_state();
      init_theme();
      group = byId("lasso");
      cover = el("div", { class: "lasso-cover", hidden: true });
      drawing = [];
      outline = (ctx, zoom2) => {
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
      choose2 = (corners2) => narrow("lasso", thinned(corners2).map(Math.round));
      drawer = button({ "aria-pressed": "false" }, "", () => arm(cover.hidden));
      arm = (wanted) => {
        cover.hidden = !wanted;
        drawing = [];
        drawer.setAttribute("aria-pressed", String(wanted));
        redraw();
      };
      stroke2 = (down) => {
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
      sign = (path2) => {
        const svg2 = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        const line2 = document.createElementNS("http://www.w3.org/2000/svg", "path");
        svg2.setAttribute("viewBox", "0 0 16 16");
        svg2.setAttribute("aria-hidden", "true");
        line2.setAttribute("d", path2);
        svg2.append(line2);
        return svg2;
      };
      name2 = (item, text3) => {
        for (const attribute2 of ["aria-label", "title"]) item.setAttribute(attribute2, text3);
      };
      start5 = () => {
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
    }
  });

  // src/sliders.ts
  var range, named3, weights, papers2, row4, STEPS3, DIGITS, plain, scaled, counted2, rows;
  var init_sliders = __esm({
    "src/sliders.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_rows();
      init_state();
      range = (values) => values.reduce(
        ([least2, most3], value) => [Math.min(least2, value), Math.max(most3, value)],
        [Infinity, -Infinity]
      );
      named3 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
      weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers2 = nodes.papers.filter((_, i) => !isPaper(i));
      row4 = (slider) => {
        const { name: name3, label: label2, field, views, most: most3, write: write3, read: read2, show: show5 } = slider;
        const output = el("output", { class: "count" });
        const input2 = el("input", {
          type: "range",
          name: name3,
          min: "0",
          max: String(most3),
          step: "1",
          "aria-label": name3
        });
        const made5 = el("label", { class: "slider" }, el("span", { class: "grow" }, label2), input2, output);
        const refresh7 = (now6) => {
          const step3 = read2(now6[field]);
          input2.value = String(step3);
          output.textContent = show5(step3);
          input2.setAttribute("aria-valuetext", show5(step3));
          made5.hidden = views !== void 0 && !views.includes(now6.view);
        };
        input2.addEventListener("input", () => narrow(field, write3(Number(input2.value))));
        refresh7(now);
        on(["filter"], refresh7);
        return made5;
      };
      STEPS3 = 50;
      DIGITS = 2;
      plain = (value) => value.toFixed(DIGITS);
      scaled = (slider, [least2, most3], written2 = plain) => {
        const value = (step3) => {
          const exact = least2 + (most3 - least2) * step3 / STEPS3;
          return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
        };
        return row4({
          ...slider,
          most: STEPS3,
          write: (step3) => step3 ? value(step3) : 0,
          read: (now6) => Math.max(0, Math.min(STEPS3, Math.ceil((now6 - least2) / (most3 - least2) * STEPS3 - 1e-6))),
          show: (step3) => step3 ? `≥ ${written2(value(step3))}` : "any"
        });
      };
      counted2 = (slider, most3) => row4({
        ...slider,
        most: most3 - 1,
        write: (step3) => step3 + 1,
        read: (now6) => now6 - 1,
        show: (step3) => step3 ? `≥ ${(step3 + 1).toLocaleString("en")}` : "any"
      });
      rows = () => {
        const found = [];
        const [sure2, heavy, often] = [named3, weights, papers2].map(range);
        if (sure2[1] > sure2[0])
          found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure2));
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
        if (papers2.length > 1)
          found.push(
            counted2(
              {
                ...{ name: "Papers that name both entities", label: "Together in", field: "together" },
                views: ["entities"]
              },
              10
            )
          );
        return found;
      };
    }
  });

  // src/legend.ts
  var ONLY, FIRST5, panel2, body, boxes, all4, check, group2, kinds3, relations2, colours2, opened2, isOpen, turner, topicCount, topicRow, topicRows, topicList, topicOf, renderTopics, reset, refresh3, recount2, start6, restyle2;
  var init_legend = __esm({
    "src/legend.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_result();
      init_rows();
      init_sliders();
      init_start_topics();
      init_state();
      ONLY = {
        hiddenKinds: { is: isOnlyKind, make: onlyKind },
        hiddenRelations: { is: isOnlyRelation, make: onlyRelation }
      };
      FIRST5 = 8;
      panel2 = byId("legend");
      body = panel2.querySelector(".legend-body");
      boxes = [];
      all4 = false;
      check = (field, [name3, value, count3], label2, toggle, extra = false) => {
        const box2 = el("input", { type: "checkbox", name: name3, value });
        box2.addEventListener("change", () => toggle(value));
        const figure = el("span", { class: "count" }, count3.toLocaleString("en"));
        const title = label2.map((part2) => part2 instanceof HTMLElement ? part2.textContent : "").join("");
        const only2 = onlyButton(title, ONLY[field].is(value), () => ONLY[field].make(value));
        boxes.push({ box: box2, field, figure, only: only2 });
        const row7 = el("label", { class: "pick" }, box2, ...label2, figure);
        return el("div", { class: extra ? "row extra" : "row" }, row7, only2);
      };
      group2 = (title, ...rows2) => el("fieldset", {}, el("legend", {}, title), ...rows2);
      kinds3 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many }]) => {
        const label2 = [icon(kind), el("span", { class: "grow" }, many)];
        return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label2, toggleKind);
      });
      relations2 = () => Object.entries(RELATIONS).filter(([name3]) => relations.has(name3)).map(
        ([name3, { background: background2 }]) => check(
          "hiddenRelations",
          ["relation", name3, relations.get(name3) ?? 0],
          [el("span", { class: "grow" }, relationTitle(name3))],
          toggleRelation,
          background2
        )
      );
      colours2 = () => {
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
      opened2 = /* @__PURE__ */ new Set();
      isOpen = ({ name: name3 }) => opened2.has(name3) || [now.topic, topic.get(now.topic)?.parent].includes(name3);
      turner = (topic5) => {
        const { name: name3, subtopics } = topic5;
        if (subtopics.length < 2) return null;
        const open4 = isOpen(topic5);
        const label2 = `${open4 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return button(
          { class: "turn", "aria-expanded": String(open4), "aria-label": label2, value: name3 },
          "›",
          () => {
            if (!opened2.delete(name3)) opened2.add(name3);
            renderTopics();
          }
        );
      };
      topicCount = ({ name: name3, papers: papers4, members }) => (papers4 ? now2.topics.get(name3) ?? 0 : members.length).toLocaleString("en");
      topicRow = (topic5) => {
        const { name: name3, parent } = topic5;
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
          el("span", { class: "count", "data-count": name3 }, topicCount(topic5))
        ]);
        const pick3 = button(
          { class: "pick", "aria-pressed": pressed, "data-topic": name3, title: name3 },
          label2,
          () => showTopic(name3)
        );
        const only2 = onlyButton(name3, isOnlyTopic(name3), () => onlyTopic(name3));
        return el("div", { class: parent ? "row finer" : "row" }, box2, pick3, only2, turner(topic5));
      };
      topicRows = (topic5) => [
        topicRow(topic5),
        ...topic5.subtopics.length > 1 && isOpen(topic5) ? topic5.subtopics.map(topicRow) : []
      ];
      topicList = el("div", { class: "topics" });
      topicOf = (item) => item.getAttribute("value") || item.dataset.topic;
      renderTopics = () => {
        const { topics: topics3 } = model_exports;
        const held = [...topicList.querySelectorAll("button, input")].find(
          (item) => item === document.activeElement
        );
        const list4 = (all4 ? topics3 : topics3.slice(0, FIRST5)).flatMap(topicRows);
        if (topics3.length > FIRST5) {
          const turn2 = () => {
            all4 = !all4;
            renderTopics();
          };
          list4.push(button({ class: "more" }, all4 ? "Show fewer" : `Show all ${topics3.length}`, turn2));
        }
        topicList.replaceChildren(...list4);
        if (!held) return;
        const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf(item) === topicOf(held);
        [...topicList.querySelectorAll("button, input")].find(again)?.focus();
      };
      reset = button({ class: "more reset" }, "Reset filters", widen);
      refresh3 = (now6) => {
        for (const { box: box2, field, only: only2 } of boxes) {
          box2.checked = !now6[field].has(box2.value);
          only2.setAttribute("aria-pressed", String(ONLY[field].is(box2.value)));
        }
        for (const box2 of body.querySelectorAll("input[name=colour]"))
          box2.checked = box2.value === now6.colour;
        reset.hidden = !isNarrowed();
      };
      recount2 = () => {
        const { count: count3, relations: relations3 } = now2;
        for (const { box: box2, field, figure } of boxes) {
          const [found, all6] = field === "hiddenKinds" ? count3.kinds.get(box2.value) ?? [0, 0] : [relations3.get(box2.value) ?? 0, relations.get(box2.value) ?? 0];
          figure.textContent = (found < all6 ? `${found.toLocaleString("en")} of ` : "") + all6.toLocaleString("en");
        }
        for (const figure of topicList.querySelectorAll("[data-count]")) {
          const topic5 = topic.get(figure.dataset.count ?? "");
          if (topic5) figure.textContent = topicCount(topic5);
        }
      };
      start6 = () => {
        body.append(group2("Show", ...kinds3()));
        if (topics.length) {
          body.append(group2("Colour", colours2()), group2("Topics", topicList));
          renderTopics();
        }
        if (links) body.append(group2("Links", ...relations2()));
        const narrow2 = rows();
        if (narrow2.length) body.append(group2("Narrow", ...narrow2));
        body.append(reset);
        panel2.hidden = size === 0;
        recount2();
        refresh3(now);
        on(["filter", "colour"], refresh3);
        on(["filter"], (_, changed) => {
          if (changed.includes("hiddenTopics")) renderTopics();
        });
        on(["selection"], renderTopics);
      };
      restyle2 = renderTopics;
    }
  });

  // src/card_undrawn.ts
  var panel3, close2, show3;
  var init_card_undrawn = __esm({
    "src/card_undrawn.ts"() {
      "use strict";
      init_corpus();
      init_dom();
      init_model();
      init_rows();
      init_state();
      panel3 = byId("card");
      close2 = () => {
        delete panel3.dataset.row;
        panel3.dispatchEvent(new Event("leave"));
      };
      show3 = (row7) => {
        const topics3 = [.../* @__PURE__ */ new Set([corpus.topic[row7], corpus.subtopic[row7]])].filter(
          (name3) => topic.has(name3)
        );
        const link = outside(corpus.url[row7]);
        panel3.dataset.row = String(row7);
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
            el("h2", {}, foreign(corpus.title[row7])),
            meta(corpus.date[row7], corpus.authors[row7]),
            topics3.length ? el("div", { class: "chips" }, ...topics3.map(chip)) : null,
            link ? el("p", { class: "source" }, link) : null,
            el("p", { class: "muted" }, "Not on the map: it shows the papers with the strongest links.")
          ])
        );
        panel3.hidden = false;
        panel3.dataset.node = "";
        document.body.classList.add("with-card");
        panel3.scrollTop = 0;
      };
    }
  });

  // src/paper_order.ts
  var byValue, passed, scoredFirst;
  var init_paper_order = __esm({
    "src/paper_order.ts"() {
      "use strict";
      byValue = (values) => Int32Array.from({ length: values.length }, (_, row7) => row7).sort(
        (a, b) => values[a] === values[b] ? a - b : values[a] > values[b] ? -1 : 1
      );
      passed = (order4, passes) => order4.filter((row7) => passes[row7]);
      scoredFirst = (rows2, scores2) => {
        if (!scores2.size) return rows2;
        const [first2, rest3] = [[], []];
        for (const row7 of rows2) (scores2.has(row7) ? first2 : rest3).push(row7);
        const score = (row7) => scores2.get(row7) ?? 0;
        return Int32Array.from([...first2.sort((a, b) => score(b) - score(a)), ...rest3]);
      };
    }
  });

  // src/visible_rows.ts
  var SPARE, windowOf, topFor, rowByKey;
  var init_visible_rows = __esm({
    "src/visible_rows.ts"() {
      "use strict";
      SPARE = 6;
      windowOf = (top, height2, row7, count3) => {
        const first2 = Math.max(0, Math.min(count3, Math.floor(top / row7) - SPARE));
        return [first2, Math.min(count3, Math.max(first2, Math.ceil((top + height2) / row7) + SPARE))];
      };
      topFor = (at3, top, height2, row7, above = 0) => {
        if (at3 * row7 < top) return at3 * row7;
        return Math.max(top, (at3 + 1) * row7 + above - height2);
      };
      rowByKey = (key3, at3, count3, page) => {
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
    }
  });

  // src/list.ts
  var list_exports = {};
  __export(list_exports, {
    listed: () => listed,
    restyle: () => restyle3,
    start: () => start7
  });
  var TITLES, CHIPS, panel4, count2, sorter, sized, list3, none, hasAuthors, HIGH2, linksOf, orders, order2, now5, place2, active3, hovered2, made, scores, chips2, row5, isOpen2, dress3, fill2, renew2, relist, point2, open2, mark2, reselect, atOf, start7, restyle3, listed;
  var init_list = __esm({
    "src/list.ts"() {
      "use strict";
      init_card_undrawn();
      init_corpus();
      init_dom();
      init_draw();
      init_model();
      init_paper_order();
      init_result();
      init_rows();
      init_state();
      init_visible_rows();
      TITLES = { relevance: "Relevance", date: "Newest", links: "Most links" };
      CHIPS = 2;
      panel4 = byId("papers");
      count2 = el("span", { class: "count", role: "status" });
      sorter = el("select", { "aria-label": "Sort papers by" });
      sized = el("div", { class: "all-rows", role: "presentation" });
      list3 = el("div", { class: "scroll", role: "listbox", tabindex: "0", "aria-label": "Papers" }, sized);
      none = el("p", { class: "muted none", hidden: true }, "No paper passes these filters.");
      hasAuthors = corpus.authors.some(Boolean);
      HIGH2 = hasAuthors ? 86 : 68;
      linksOf = Int32Array.from(corpus.node, (node2) => node2 < 0 ? -1 : nodes.papers[node2]);
      orders = {
        links: byValue(linksOf),
        date: byValue(corpus.date),
        relevance: byValue(linksOf)
      };
      order2 = "relevance";
      now5 = new Int32Array(0);
      place2 = /* @__PURE__ */ new Map();
      active3 = 0;
      hovered2 = -1;
      made = /* @__PURE__ */ new Map();
      scores = () => {
        const found = /* @__PURE__ */ new Map();
        const { selected } = now;
        if (now.text && now2.ranks) for (const [row7, rank] of now2.ranks) found.set(row7, -rank);
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
      chips2 = (node2) => {
        const own2 = around[node2].filter((edge) => edges.from[edge] === node2 && !isPaper(edges.to[edge]));
        const front = own2.filter((edge) => !isBackground(edge));
        const ranked2 = bySalience(front.length ? front : own2, (a, b) => a - b).map((edge) => edges.to[edge]);
        return [...new Set(ranked2)].slice(0, CHIPS).map((entity) => foreign(nodes.label[entity], { class: `tag ${nodes.kind[entity]}` }));
      };
      row5 = (at3) => {
        const paper = now5[at3];
        const node2 = corpus.node[paper];
        const topic5 = corpus.topic[paper];
        const dot = swatch(topic5);
        dot.title = topic5 || "No topic";
        return el(
          "div",
          {
            id: `paper-${paper}`,
            class: "paper-row",
            role: "option",
            "data-at": String(at3),
            "aria-setsize": String(now5.length),
            "aria-posinset": String(at3 + 1),
            "aria-selected": String(isOpen2(paper))
          },
          foreign(corpus.title[paper], { class: "title", title: corpus.title[paper] }),
          hasAuthors ? foreign(corpus.authors[paper], { class: "who" }) : null,
          el(
            "span",
            { class: "about-paper" },
            ...present([
              topic5 ? dot : icon("paper"),
              corpus.date[paper] ? el("span", {}, corpus.date[paper]) : null,
              ...node2 < 0 ? [el("span", { class: "muted" }, "not on the map")] : chips2(node2)
            ])
          )
        );
      };
      isOpen2 = (paper) => {
        const node2 = corpus.node[paper];
        return node2 < 0 ? byId("card").dataset.row === String(paper) : node2 === now.selected;
      };
      dress3 = (at3, item) => {
        const node2 = corpus.node[now5[at3]];
        item.classList.toggle("marked", node2 >= 0 && node2 === hovered2);
        item.classList.toggle("active", at3 === active3);
      };
      fill2 = () => {
        if (panel4.hidden || !panel4.clientHeight) return;
        const [first2, end2] = windowOf(list3.scrollTop, list3.clientHeight, HIGH2, now5.length);
        for (const [at3, item] of made) {
          if (at3 >= first2 && at3 < end2 || at3 === active3) continue;
          item.remove();
          made.delete(at3);
        }
        for (const at3 of [...Array.from({ length: end2 - first2 }, (_, i) => first2 + i), active3]) {
          if (at3 >= now5.length || made.has(at3)) continue;
          const item = row5(at3);
          item.style.top = `${at3 * HIGH2}px`;
          dress3(at3, item);
          made.set(at3, item);
          sized.append(item);
        }
      };
      renew2 = () => {
        sized.replaceChildren();
        made.clear();
        sized.style.height = `${now5.length * HIGH2}px`;
        none.hidden = now5.length > 0;
        list3.hidden = now5.length === 0;
        fill2();
        point2(active3, false);
      };
      relist = (stay = false) => {
        const before = now5[active3];
        const base = passed(orders[order2], now2.passes);
        now5 = order2 === "relevance" ? scoredFirst(base, scores()) : base;
        place2 = /* @__PURE__ */ new Map();
        now5.forEach((paper, at3) => {
          place2.set(paper, at3);
        });
        active3 = stay ? place2.get(before) ?? 0 : 0;
        if (!stay) list3.scrollTop = 0;
        const { papers: papers4, of: of2 } = now2.count;
        count2.textContent = papers4 < of2 ? `${papers4.toLocaleString("en")} of ${plural(of2, "paper")}` : plural(of2, "paper");
        renew2();
      };
      point2 = (at3, scroll2 = true) => {
        const before = made.get(active3);
        active3 = Math.max(0, Math.min(at3, now5.length - 1));
        if (scroll2) list3.scrollTop = topFor(active3, list3.scrollTop, list3.clientHeight, HIGH2);
        fill2();
        before?.classList.remove("active");
        const item = made.get(active3);
        item?.classList.add("active");
        if (item) list3.setAttribute("aria-activedescendant", item.id);
        else list3.removeAttribute("aria-activedescendant");
      };
      open2 = (at3) => {
        const paper = now5[at3];
        if (paper === void 0) return;
        point2(at3);
        if (corpus.node[paper] >= 0) select(corpus.node[paper]);
        else show3(paper);
      };
      mark2 = (node2) => {
        const before = hovered2;
        hovered2 = node2;
        for (const one of [before, node2]) {
          const at3 = one < 0 || !isPaper(one) ? void 0 : place2.get(rowOf(one));
          const item = at3 === void 0 ? void 0 : made.get(at3);
          if (at3 !== void 0 && item) dress3(at3, item);
        }
      };
      reselect = () => {
        for (const [at3, item] of made) item.setAttribute("aria-selected", String(isOpen2(now5[at3])));
      };
      atOf = (target) => Number(target?.closest("[data-at]")?.dataset.at ?? -1);
      start7 = () => {
        for (const [name3, title] of Object.entries(TITLES)) {
          if (name3 === "date" && !corpus.date.some(Boolean)) continue;
          sorter.append(el("option", { value: name3 }, title));
        }
        sorter.addEventListener("change", () => {
          order2 = sorter.value;
          relist();
        });
        panel4.classList.toggle("with-authors", hasAuthors);
        panel4.append(el("div", { class: "list-head" }, count2, sorter), list3, none);
        list3.addEventListener("scroll", fill2, { passive: true });
        list3.addEventListener("click", (event) => {
          if (atOf(event.target) >= 0) open2(atOf(event.target));
        });
        list3.addEventListener("pointerover", (event) => {
          const at3 = event.pointerType === "touch" ? -1 : atOf(event.target);
          hover(at3 < 0 ? -1 : corpus.node[now5[at3]]);
        });
        list3.addEventListener("pointerleave", () => hover(-1));
        list3.addEventListener("keydown", (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const to = rowByKey(event.key, active3, now5.length, Math.max(1, Math.floor(list3.clientHeight / HIGH2) - 1));
          if (event.key === "Enter" || event.key === " ") open2(active3);
          else if (to >= 0) {
            point2(to);
            hover(corpus.node[now5[to]] ?? -1);
          } else return;
          event.preventDefault();
        });
        new ResizeObserver(fill2).observe(list3);
        onHover(mark2);
        on2(() => relist());
        on(["selection"], () => {
          if (order2 === "relevance" && now.selected >= 0 && !isPaper(now.selected)) relist();
          else reselect();
        });
        new MutationObserver(reselect).observe(byId("card"), { attributes: true, attributeFilter: ["data-row"] });
        relist();
      };
      restyle3 = renew2;
      listed = () => now5;
    }
  });

  // src/sheet.ts
  var SHARES, HEIGHTS, QUICK, grip, room, height, shown2, dragged, nearest, size3, set, show4, lower, step2, turn, drag, start8;
  var init_sheet = __esm({
    "src/sheet.ts"() {
      "use strict";
      init_dom();
      SHARES = { low: 0.2, half: 0.55, full: 1 };
      HEIGHTS = ["low", "half", "full"];
      QUICK = 6;
      grip = byId("grip");
      room = grip.parentElement;
      height = "half";
      shown2 = "";
      dragged = false;
      nearest = (share2, pull = 0) => {
        const aim2 = share2 + 0.25 * Math.sign(pull);
        const far = (name3) => Math.abs(SHARES[name3] - aim2);
        return HEIGHTS.reduce((best, name3) => far(name3) < far(best) ? name3 : best);
      };
      size3 = (share2) => room.style.setProperty("--sheet", `${(100 * share2).toFixed(1)}%`);
      set = (next) => {
        height = next;
        document.body.dataset.sheet = next;
        size3(SHARES[next]);
        grip.setAttribute("aria-label", `Height of the panel: ${next}. Arrow up and down change it.`);
      };
      show4 = (name3, opening2) => {
        grip.hidden = name3 === "";
        if (name3 !== "" && name3 !== shown2) set(opening2);
        shown2 = name3;
      };
      lower = () => set("low");
      step2 = (by) => {
        const next = HEIGHTS[HEIGHTS.indexOf(height) + by];
        if (next) set(next);
      };
      turn = () => set(HEIGHTS[(HEIGHTS.indexOf(height) + 1) % HEIGHTS.length]);
      drag = (down) => {
        const { height: whole5 } = room.getBoundingClientRect();
        const first2 = SHARES[height];
        let [share2, last2, speed] = [first2, down.clientY, 0];
        dragged = false;
        const move2 = (event) => {
          dragged ||= Math.abs(event.clientY - down.clientY) > 4;
          [speed, last2] = [last2 - event.clientY, event.clientY];
          share2 = Math.min(1, Math.max(0.1, first2 + (down.clientY - event.clientY) / whole5));
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
      start8 = () => {
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
    }
  });

  // src/panels.ts
  var WIDE2, PHONE, details, places, unfold, tabs, PLACES, side, place3, isChosen, leftOf2, rightOf, mark3, arrange, open3, openDetails, home2, fold3, go, turnTabs, start9;
  var init_panels = __esm({
    "src/panels.ts"() {
      "use strict";
      init_card();
      init_dom();
      init_draw();
      init_model();
      init_sheet();
      init_state();
      WIDE2 = matchMedia("(min-width: 1200px)");
      PHONE = matchMedia("(max-width: 720px)");
      details = byId("card");
      places = byId("places");
      unfold = byId("unfold");
      tabs = [...document.querySelectorAll("[data-tab]")];
      PLACES = [
        ["overview", "Overview"],
        ["map", "Map"],
        ["papers", "Papers"],
        ["filters", "Filters"]
      ];
      side = "right";
      place3 = "overview";
      isChosen = () => now.selected >= 0 || now.topic !== "" || details.dataset.row !== void 0;
      leftOf2 = (size4) => {
        if (size4 === "phone") return place3 === "papers" || place3 === "filters" ? place3 : "";
        return size4 === "wide" || side === "left" ? now.left : "";
      };
      rightOf = (size4, left) => {
        if (details.hidden) return false;
        if (size4 === "phone") return left === "" && (place3 === "overview" || isChosen());
        return size4 === "wide" || side === "right";
      };
      mark3 = (size4, left, right) => {
        const { dataset } = document.body;
        Object.assign(dataset, { size: size4, left, right: right ? "open" : "" });
        const tab3 = left || now.left || "papers";
        for (const item of tabs) {
          const chosen3 = item.dataset.tab === tab3;
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
      arrange = () => reframe(() => {
        const size4 = PHONE.matches ? "phone" : WIDE2.matches ? "wide" : "medium";
        const left = size ? leftOf2(size4) : "";
        mark3(size4, left, rightOf(size4, left));
      });
      open3 = (left) => {
        side = "left";
        place3 = left;
        tab(left);
        arrange();
      };
      openDetails = () => {
        side = "right";
        if (details.hidden) home();
        arrange();
        details.focus({ preventScroll: true });
      };
      home2 = () => {
        [side, place3] = ["right", "overview"];
        home();
        arrange();
      };
      fold3 = () => {
        side = "";
        place3 = "map";
        const tab3 = now.left || "papers";
        if (WIDE2.matches) tab("");
        arrange();
        document.querySelector(`[data-open=${tab3}]`)?.focus();
      };
      go = (to) => {
        if (to === "papers" || to === "filters") return open3(to);
        place3 = to;
        if (to === "overview" && (details.hidden || isChosen())) home();
        else if (to === "map" && isChosen()) clear();
        if (now.main !== "map") show("map");
        return arrange();
      };
      turnTabs = (event) => {
        if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
        const other2 = tabs.find((item) => item !== document.activeElement);
        other2?.click();
        other2?.focus();
        event.preventDefault();
      };
      start9 = () => {
        for (const item of tabs) {
          item.addEventListener("click", () => open3(item.dataset.tab));
          item.addEventListener("keydown", turnTabs);
        }
        for (const item of document.querySelectorAll("[data-open]"))
          item.addEventListener("click", () => {
            const tab3 = item.dataset.open;
            open3(tab3);
            byId(`tab-${tab3}`).focus();
          });
        byId("fold").addEventListener("click", fold3);
        unfold.addEventListener("click", openDetails);
        places.append(...PLACES.map(([name3, label2]) => button({ "data-place": name3 }, label2, () => go(name3))));
        for (const query of [WIDE2, PHONE]) query.addEventListener("change", arrange);
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
        start8();
        arrange();
      };
    }
  });

  // src/sorted.ts
  var sorted;
  var init_sorted = __esm({
    "src/sorted.ts"() {
      "use strict";
      init_model();
      sorted = (items2, value, way) => {
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return items2.map((item) => ({ item, key: value(item) })).sort((a, b) => {
          const empty = Number(a.key === "") - Number(b.key === "");
          return empty || way * less(a.key, b.key) || a.item - b.item;
        }).map(({ item }) => item);
      };
    }
  });

  // src/table_figures.ts
  var make, made2, figures2;
  var init_table_figures = __esm({
    "src/table_figures.ts"() {
      "use strict";
      init_model();
      init_model();
      make = () => {
        const named4 = new Map(
          [...kinds.keys()].filter((kind) => kind !== "paper").map((kind) => [kind, new Int32Array(size)])
        );
        const [related, topics3] = [new Int32Array(size), new Int32Array(size)];
        const first2 = Array(size).fill("");
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
          const counts3 = named4.get(nodes.kind[to]);
          if (counts3) counts3[from] += 1;
          const date2 = nodes.date[from];
          if (date2 && (!first2[to] || date2 < first2[to])) first2[to] = date2;
          const place4 = `${to} ${nodes.topic[from]}`;
          if (nodes.topic[from] && !seen.has(place4)) {
            seen.add(place4);
            topics3[to] += 1;
          }
        }
        return { named: named4, related, topics: topics3, first: first2 };
      };
      made2 = null;
      figures2 = () => {
        made2 = made2 ?? make();
        return made2;
      };
    }
  });

  // src/table_columns.ts
  var cell2, paperCell, text2, whole4, share, papers3, entities4, relation2, edgeOf, isOfPapers, end, probability, together, sure, ofLines, MAKERS, made3, columnsOf, columnsFor, everyItem, isLeft, nodeOf, NOUNS;
  var init_table_columns = __esm({
    "src/table_columns.ts"() {
      "use strict";
      init_card_undrawn();
      init_corpus();
      init_dom();
      init_lines();
      init_model();
      init_model();
      init_result();
      init_rows();
      init_table_figures();
      cell2 = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      paperCell = (row7) => {
        const node2 = corpus.node[row7];
        if (node2 >= 0) return cell2(node2);
        const title = corpus.title[row7];
        const open4 = button(
          { class: "undrawn", title: `${title} (not on the map)` },
          foreign(title),
          () => show3(row7)
        );
        return el("span", { class: "cell" }, icon("paper"), open4);
      };
      text2 = (name3, title, wide, value) => ({
        ...{ name: name3, title, wide, value },
        show: (item) => foreign(value(item), { title: value(item) || void 0 })
      });
      whole4 = (name3, title, value, wide = 92) => ({
        ...{ name: name3, title, wide, value, number: true },
        show: (item) => value(item) ? value(item).toLocaleString("en") : ""
      });
      share = (name3, title, value, wide = 104) => ({
        ...{ name: name3, title, wide, value, number: true },
        show: (item) => value(item) ? value(item).toFixed(2) : ""
      });
      papers3 = () => {
        const ofNode3 = (count3) => (row7) => count3?.[corpus.node[row7]] ?? 0;
        const { named: named4, related } = figures2();
        return [
          { name: "title", title: "Title", wide: 300, value: (row7) => corpus.title[row7], show: paperCell },
          text2("date", "Date", 100, (row7) => corpus.date[row7]),
          text2("topic", "Topic", 150, (row7) => corpus.topic[row7]),
          text2("authors", "Authors", 150, (row7) => corpus.authors[row7]),
          text2("venue", "Venue", 110, (row7) => corpus.venue[row7]),
          ...Object.keys(KINDS).filter((kind) => named4.has(kind)).map(
            (kind) => whole4(kind, KINDS[kind].many, ofNode3(named4.get(kind)), 66 + 5 * KINDS[kind].many.length)
          ),
          whole4("related", "Related", ofNode3(related), 88)
        ];
      };
      entities4 = () => {
        const { topics: topics3, first: first2 } = figures2();
        const count3 = (i) => now2.count.papers < now2.count.of ? now2.named[i] : nodes.papers[i];
        return [
          { name: "label", title: "Name", wide: 220, value: (i) => nodes.label[i], show: cell2 },
          text2("kind", "Kind", 110, (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i]),
          { ...whole4("papers", "Papers", count3), varies: true },
          text2("topic", "Topic", 190, (i) => nodes.topic[i]),
          whole4("topics", "Topics", (i) => topics3[i]),
          text2("first", "First date", 110, (i) => first2[i])
        ];
      };
      relation2 = (line2) => {
        const name3 = nameOf(line2);
        return name3 === BESIDE ? "Named with" : RELATIONS[name3]?.edge ?? name3;
      };
      edgeOf = (line2) => now3.edge[line2];
      isOfPapers = (line2) => isPaper(now3.a[line2]) && isPaper(now3.b[line2]);
      end = (name3, title, node2) => ({
        ...{ name: name3, title, wide: 220, value: (line2) => nodes.label[node2(line2)], show: (line2) => cell2(node2(line2)) }
      });
      probability = (line2) => isOfPapers(line2) ? now3.weight[line2] : 0;
      together = (line2) => edgeOf(line2) < 0 ? now3.weight[line2] : 0;
      sure = (line2) => edgeOf(line2) < 0 || isOfPapers(line2) ? 0 : edges.confidence[edgeOf(line2)];
      ofLines = () => [
        end("source", "From", (line2) => now3.a[line2]),
        text2("relation", "Relation", 150, relation2),
        end("target", "To", (line2) => now3.b[line2]),
        share("salience", "Salience", (line2) => edgeOf(line2) < 0 ? 0 : edges.salience[edgeOf(line2)]),
        share("confidence", "Confidence", sure, 116),
        {
          ...share("weight", "Probability", probability, 112),
          show: (line2) => probability(line2) ? percent(probability(line2)) : ""
        },
        whole4("together", "Papers with both", together, 150)
      ];
      MAKERS = { papers: papers3, entities: entities4, links: ofLines };
      made3 = {};
      columnsOf = (what2) => {
        const found = made3[what2] ?? MAKERS[what2]();
        made3[what2] = found;
        return found;
      };
      columnsFor = (what2, items2) => columnsOf(what2).filter(({ value }, at3) => {
        if (at3 === 0) return true;
        for (let i = 0; i < items2.length; i += 1) if (value(items2[i])) return true;
        return items2.length === 0;
      });
      everyItem = (what2) => what2 === "papers" ? Array.from({ length: corpus.size }, (_, row7) => row7) : what2 === "entities" ? nodes.id.filter((i) => !isPaper(i)) : Array.from({ length: now3.count }, (_, line2) => line2);
      isLeft = (what2) => (item) => what2 === "papers" ? now2.passes[item] === 1 : what2 === "entities" ? now2.listed[item] === 1 : isListed(item);
      nodeOf = (what2, item) => what2 === "papers" ? corpus.node[item] : what2 === "entities" ? item : -1;
      NOUNS = {
        papers: ["paper", "papers"],
        entities: [entities.one.includes(" ") ? "entity" : entities.one, "entities"],
        links: ["link", "links"]
      };
    }
  });

  // src/table_order.ts
  var made4, itemsOf;
  var init_table_order = __esm({
    "src/table_order.ts"() {
      "use strict";
      init_sorted();
      init_table_columns();
      made4 = /* @__PURE__ */ new Map();
      itemsOf = (what2, { name: name3, value, varies }, way) => {
        const left = isLeft(what2);
        if (varies || what2 === "links") return sorted(everyItem(what2).filter(left), value, way);
        const key3 = `${what2} ${name3} ${way}`;
        const all6 = made4.get(key3) ?? sorted(everyItem(what2), value, way);
        made4.set(key3, all6);
        return all6.filter(left);
      };
    }
  });

  // src/table.ts
  var HIGH3, MOST_PRINTED, TITLES2, panel5, order3, chosen, scroll, head2, body2, columns2, items, last, what, isPicked, box, pick2, row6, gap, fill3, refresh4, header, save, compare3, renderHead, widths2, render4, start10;
  var init_table = __esm({
    "src/table.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_rows();
      init_sorted();
      init_state();
      init_table_columns();
      init_table_order();
      init_tables();
      init_visible_rows();
      HIGH3 = 42;
      MOST_PRINTED = 2e3;
      TITLES2 = { papers: "Papers", entities: "Entities", links: "Links" };
      panel5 = byId("table");
      order3 = {
        papers: ["date", -1],
        entities: ["papers", -1],
        links: ["weight", -1]
      };
      chosen = { papers: /* @__PURE__ */ new Set(), entities: /* @__PURE__ */ new Set(), links: /* @__PURE__ */ new Set() };
      scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" });
      head2 = el("div", { class: "table-head" });
      body2 = el("tbody");
      columns2 = [];
      items = [];
      last = -1;
      what = () => now.table;
      isPicked = (item) => chosen[what()].has(item);
      box = (label2, checked, act) => {
        const made5 = el("input", { type: "checkbox", "aria-label": label2 });
        made5.checked = checked;
        made5.addEventListener("click", (event) => act(made5.checked, event.shiftKey));
        return made5;
      };
      pick2 = (at3) => (on3, shift) => {
        const from = shift && last >= 0 ? last : at3;
        for (let i = Math.min(from, at3); i <= Math.max(from, at3); i += 1) {
          if (on3) chosen[what()].add(items[i]);
          else chosen[what()].delete(items[i]);
        }
        last = at3;
        refresh4();
      };
      row6 = (at3) => {
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
      gap = (high) => {
        const made5 = el("tr", { class: "gap", "aria-hidden": "true" });
        made5.style.height = `${high}px`;
        return made5;
      };
      fill3 = (whole5 = false) => {
        if (panel5.hidden) return;
        const [first2, end2] = whole5 ? [0, Math.min(items.length, MOST_PRINTED)] : windowOf(scroll.scrollTop, scroll.clientHeight, HIGH3, items.length);
        const kept = new Map(
          [...body2.querySelectorAll("[data-at]")].map((item) => [item.dataset.at, item])
        );
        const shown3 = Array.from({ length: end2 - first2 }, (_, i) => kept.get(String(first2 + i)) ?? row6(first2 + i));
        const held = document.activeElement;
        body2.replaceChildren(gap(first2 * HIGH3), ...shown3, gap((items.length - end2) * HIGH3));
        if (held instanceof HTMLElement && body2.contains(held)) held.focus({ preventScroll: true });
      };
      refresh4 = () => {
        body2.replaceChildren();
        fill3();
        renderHead();
      };
      header = ({ name: name3, title, number: number2 }) => {
        const [by, way] = order3[what()];
        const turn2 = () => {
          order3[what()] = [name3, by === name3 ? way > 0 ? -1 : 1 : number2 ? -1 : 1];
          render4();
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
      save = () => {
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
      compare3 = (nodes2) => {
        compare2(nodes2);
        show("compare");
      };
      renderHead = () => {
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
                () => table(name3)
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
              refresh4();
            }) : null,
            button({ class: "tool" }, picked.length ? `Save ${picked.length} (CSV)` : "Save table (CSV)", save)
          )
        );
      };
      widths2 = () => {
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
      render4 = () => {
        panel5.hidden = now.main !== "table";
        if (panel5.hidden) {
          panel5.replaceChildren();
          return;
        }
        const left = everyItem(what()).filter(isLeft(what()));
        columns2 = columnsFor(what(), left);
        const [by, way] = order3[what()];
        const column2 = columns2.find(({ name: name3 }) => name3 === by);
        items = column2 ? itemsOf(what(), column2, way) : sorted(left, columns2[0].value, 1);
        last = -1;
        const all6 = box("Choose all", items.length > 0 && items.every(isPicked), (on3) => {
          chosen[what()] = new Set(on3 ? items : []);
          refresh4();
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
            el("tr", {}, what() === "links" ? null : el("td", { class: "pick-row" }, all6), ...columns2.map(header))
          ),
          body2
        );
        grid.style.minWidth = `${total}px`;
        if (!panel5.contains(scroll)) panel5.replaceChildren(head2, scroll);
        body2.replaceChildren();
        scroll.replaceChildren(grid);
        scroll.scrollTop = 0;
        fill3();
        renderHead();
      };
      start10 = () => {
        scroll.addEventListener("scroll", () => fill3(), { passive: true });
        new ResizeObserver(() => fill3()).observe(scroll);
        window.addEventListener("beforeprint", () => fill3(true));
        window.addEventListener("afterprint", () => fill3());
        if (size) render4();
      };
    }
  });

  // src/time_window.ts
  var clamp, windowBetween, moved2, opening, windowOfBounds, labelled;
  var init_time_window = __esm({
    "src/time_window.ts"() {
      "use strict";
      clamp = (value, most3) => Math.min(most3, Math.max(0, value));
      windowBetween = (a, b, count3) => {
        const [first2, last2] = [clamp(Math.min(a, b), count3 - 1), clamp(Math.max(a, b), count3 - 1)];
        return first2 === 0 && last2 === count3 - 1 ? null : [first2, last2];
      };
      moved2 = ([first2, last2], by, count3) => {
        const shift = Math.min(count3 - 1 - last2, Math.max(-first2, by));
        return [first2 + shift, last2 + shift];
      };
      opening = (now6, count3) => {
        const wide = now6 ? now6[1] - now6[0] + 1 : Math.max(1, Math.round(count3 / 6));
        return now6 && now6[1] < count3 - 1 ? now6 : [0, Math.min(wide, count3) - 1];
      };
      windowOfBounds = (names4, since, until) => {
        if (!since && !until) return null;
        const first2 = since ? names4.findIndex((name3) => name3 >= since.slice(0, name3.length)) : 0;
        const last2 = until ? names4.findLastIndex((name3) => name3.slice(0, until.length) <= until) : names4.length - 1;
        return [first2 < 0 ? names4.length - 1 : first2, Math.max(0, last2)];
      };
      labelled = (names4, apart) => {
        const every = Math.max(1, Math.ceil(names4.length * apart));
        const starts = names4.flatMap((name3, at3) => /^\d{4}-01$/.test(name3) ? [at3] : []);
        if (starts.length > 2 && every <= 12 && every > 3) return starts;
        return names4.flatMap((_, at3) => at3 % every === 0 && at3 + every / 2 <= names4.length ? [at3] : []);
      };
    }
  });

  // src/timeline.ts
  var panel6, quiet2, names3, of, unit, BEAT, LARGE, APART, all5, most2, bars, strip, status4, clear3, timer2, chosen2, choose3, handle, handles, refresh5, binAt, brush, play, label, stop, advance, run2, start11;
  var init_timeline = __esm({
    "src/timeline.ts"() {
      "use strict";
      init_corpus();
      init_dom();
      init_periods();
      init_result();
      init_rows();
      init_state();
      init_time_window();
      panel6 = byId("timeline");
      quiet2 = matchMedia("(prefers-reduced-motion: reduce)");
      ({ names: names3, of, unit } = corpus.bins);
      BEAT = 700;
      LARGE = { day: 7, month: 12, year: 10 }[unit];
      APART = 0.14;
      all5 = new Int32Array(names3.length);
      for (const bin of of) if (bin >= 0) all5[bin] += 1;
      most2 = Math.max(1, ...all5);
      bars = names3.map(() => el("span", { class: "bin" }, el("i", {}), el("b", {})));
      strip = el("div", { class: "strip" }, ...bars);
      status4 = el("span", { class: "count", role: "status" });
      clear3 = button({ class: "more" }, "Whole time", () => choose3(null));
      timer2 = 0;
      chosen2 = () => windowOfBounds(names3, ...ordered2(now.since, now.until));
      choose3 = (next) => refine({
        since: next && next[0] > 0 ? names3[next[0]] : "",
        until: next && next[1] < names3.length - 1 ? names3[next[1]] : ""
      });
      handle = (end2, label2) => {
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
          const now6 = chosen2() ?? [0, names3.length - 1];
          const at3 = Number(input2.value);
          choose3(
            windowBetween(end2 ? now6[0] : Math.min(at3, now6[1]), end2 ? Math.max(at3, now6[0]) : now6[1], names3.length)
          );
          refresh5();
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
      handles = [handle(0, "Papers from"), handle(1, "Papers until")];
      refresh5 = () => {
        const window2 = chosen2();
        const [first2, last2] = window2 ?? [0, names3.length - 1];
        bars.forEach((bar2, at3) => {
          const found = now2.times[at3];
          const [behind, front] = bar2.children;
          behind.style.height = `${100 * all5[at3] / most2}%`;
          front.style.height = `${100 * found / most2}%`;
          bar2.classList.toggle("out", at3 < first2 || at3 > last2);
          bar2.title = `${spoken(names3[at3])}: ${found < all5[at3] ? `${found} of ` : ""}${plural(all5[at3], "paper")}`;
        });
        for (const [end2, input2] of handles.entries()) {
          input2.value = String(end2 ? last2 : first2);
          input2.setAttribute("aria-valuetext", spoken(names3[end2 ? last2 : first2]));
        }
        strip.style.setProperty("--first", String(first2));
        strip.style.setProperty("--last", String(last2 + 1));
        panel6.classList.toggle("chosen", window2 !== null);
        clear3.hidden = window2 === null;
        status4.textContent = window2 ? spanOf(names3[first2], names3[last2]) : `Papers by ${unit}`;
      };
      binAt = (x2) => {
        const box2 = strip.getBoundingClientRect();
        return Math.min(names3.length - 1, Math.max(0, Math.floor((x2 - box2.left) / box2.width * names3.length)));
      };
      brush = (down) => {
        if (down.button !== 0) return;
        const from = binAt(down.clientX);
        const before = chosen2();
        const inside2 = before !== null && from >= before[0] && from <= before[1] && before[0] < before[1];
        let dragged2 = false;
        const move2 = (event) => {
          dragged2 ||= Math.abs(event.clientX - down.clientX) > 3;
          if (!dragged2) return;
          const at3 = binAt(event.clientX);
          choose3(inside2 && before ? moved2(before, at3 - from, names3.length) : windowBetween(from, at3, names3.length));
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
      play = button({ class: "play", "aria-pressed": "false" }, "▶", () => timer2 ? stop() : run2());
      label = () => {
        play.textContent = timer2 ? "❚❚" : "▶";
        play.setAttribute("aria-pressed", String(timer2 !== 0));
        const name3 = quiet2.matches ? "Next step of time" : "Play the time";
        for (const attribute2 of ["aria-label", "title"]) play.setAttribute(attribute2, name3);
      };
      stop = () => {
        clearInterval(timer2);
        timer2 = 0;
        label();
      };
      advance = () => {
        const now6 = chosen2();
        if (now6 && now6[1] < names3.length - 1) choose3(moved2(now6, 1, names3.length));
        else stop();
      };
      run2 = () => {
        const [now6, first2] = [chosen2(), opening(chosen2(), names3.length)];
        const isNew = !now6 || now6[0] !== first2[0];
        if (isNew) choose3(first2);
        if (quiet2.matches) {
          if (!isNew) advance();
          return;
        }
        timer2 = window.setInterval(advance, BEAT);
        label();
      };
      start11 = () => {
        panel6.hidden = names3.length < 2;
        if (panel6.hidden) return;
        strip.style.setProperty("--bins", String(names3.length));
        const at3 = new Set(labelled(names3, APART));
        const ticks = names3.map((name3, bin) => el("span", {}, at3.has(bin) ? spoken(name3) : ""));
        strip.append(...handles);
        panel6.append(
          el("div", { class: "time-head" }, play, status4, clear3),
          el("div", { class: "time-bars" }, strip, el("div", { class: "ticks", "aria-hidden": "true" }, ...ticks))
        );
        strip.addEventListener("pointerdown", (event) => {
          if (!event.target.matches("input")) brush(event);
        });
        quiet2.addEventListener("change", stop);
        label();
        refresh5();
        on2(refresh5);
      };
    }
  });

  // src/toolbar.ts
  var group3, mains, hint, VIEWS2, entities5, offer, refresh6, start12;
  var init_toolbar = __esm({
    "src/toolbar.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_scene();
      init_state();
      group3 = byId("views");
      mains = byId("mains");
      hint = byId("hint");
      VIEWS2 = {
        full: ["Everything", "Papers and what they name"],
        papers: ["Papers", "Papers and the links between them"],
        entities: ["Entities", `${entities.many}, linked where papers name both`]
      };
      entities5 = size - (kinds.get("paper") || 0);
      offer = (main, label2) => {
        const made5 = button(
          { "data-main": main, "aria-pressed": String(now.main === main) },
          label2,
          () => show(main)
        );
        mains.append(made5);
        return made5;
      };
      refresh6 = (now6) => {
        for (const box2 of group3.querySelectorAll("input")) box2.checked = box2.value === now6.view;
        for (const made5 of mains.querySelectorAll("button"))
          made5.setAttribute("aria-pressed", String(made5.dataset.main === now6.main));
        const none2 = size > 0 && !shown.some(Boolean);
        hint.hidden = !none2;
        hint.textContent = none2 ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
      };
      start12 = () => {
        for (const [value, [label2, title]] of Object.entries(VIEWS2)) {
          const box2 = el("input", { type: "radio", name: "view", value });
          box2.addEventListener("change", () => view(value));
          group3.append(el("label", { title }, box2, el("span", {}, label2)));
        }
        group3.hidden = !entities5 || entities5 === size;
        mains.hidden = size === 0;
        offer("map", "Map");
        offer("table", "Table");
        refresh6(now);
      };
    }
  });

  // src/main.ts
  var main_exports = {};
  var ZOOMS, start13, isSettled, listen;
  var init_main = __esm({
    "src/main.ts"() {
      "use strict";
      init_card();
      init_chips();
      init_dom();
      init_draw();
      init_header();
      init_export_menu();
      init_corpus();
      init_labels();
      init_lasso();
      init_legend();
      init_lines();
      init_list();
      init_model();
      init_neighbourhood();
      init_paint();
      init_panels();
      init_result();
      init_scene();
      init_search();
      init_state();
      init_table();
      init_texts();
      init_timeline();
      init_toolbar();
      ZOOMS = {
        in: () => zoom(1.5),
        out: () => zoom(1 / 1.5),
        fit: () => fit()
      };
      start13 = () => {
        const { now: now6 } = state_exports;
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
          else if (now6.target >= 0 && has("target"))
            fit(stations(now6.selected, path(now6.selected, now6.target) || []), {
              most: 1.2,
              pad: 50
            });
          else if (now6.selected >= 0 && (has("steps") || has("selected") && !still && now6.steps > 1))
            fit([...within(now6.selected, now6.steps).keys()], { pad: 20 });
          else if (now6.selected >= 0 && has("selected") && !still) goTo(now6.selected);
          else if (now6.topic && has("topic")) fit(topic.get(now6.topic)?.members, { most: 1.1 });
          arriving = null;
          still = false;
        };
        const refilter = () => {
          compute2(now6);
          emphasise2(now6);
          repaint();
          render4();
          refresh6(now6);
          recount2();
          recount();
        };
        start2();
        on2(refilter);
        start6();
        start12();
        start4(home2);
        start3(on2, now2);
        start7();
        start11();
        start10();
        start5();
        start9();
        on(["selection"], (_, changed) => {
          emphasise2(now6);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown3 = track(
            nextFrame().then(() => restep ? mark() : show2()).then(() => {
              arrange();
              still &&= isInSight(now6.selected);
              moveCamera(changed);
            })
          );
        });
        on(["colour"], repaint);
        on(["main"], () => {
          render4();
          refresh6(now6);
          if (now6.selected < 0) show2();
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
          still = node2 >= 0 && node2 !== now6.selected;
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
      isSettled = start13();
      listen = () => start(camera2);
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
          texts: texts_exports,
          isSettled
        }
      });
    }
  });

  // src/boot.ts
  init_data();
  init_unpack();
  var sayWhy = () => {
    const notice = document.getElementById("notice");
    if (!notice) return;
    notice.hidden = false;
    notice.textContent = "This browser cannot unpack the graph: it is from before 2023, or the file is damaged. Open it in a newer browser, or write it again.";
  };
  unpack(content("graph-data")).then((data3) => {
    give(data3);
    return Promise.resolve().then(() => (init_main(), main_exports));
  }, sayWhy);
})();
