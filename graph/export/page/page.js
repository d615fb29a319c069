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
  var __export = (target, all5) => {
    for (var name3 in all5)
      __defProp(target, name3, { get: all5[name3], enumerable: true });
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
      unpackColumn = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at4) => column2.values[at4]);
      unpackTable = (columns2) => Object.fromEntries(Object.entries(columns2).map(([name3, column2]) => [name3, unpackColumn(column2)]));
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
        for (let at4 = 0; at4 < signs.length; at4 += 1) bytes[at4] = signs.charCodeAt(at4);
        return bytes;
      };
      unpack = async (packed2) => {
        const plain3 = new Blob([bytesOf(packed2)]).stream().pipeThrough(new DecompressionStream("deflate"));
        return JSON.parse(await new Response(plain3).text());
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
      split = (text2) => text2.split(" | ").filter((part2) => part2 !== "");
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
      for (const facts3 of data.topics || []) Object.assign(topic.get(facts3.name) ?? {}, facts3);
      ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
      topics = ordered("");
      topics.forEach((item, rank) => {
        item.subtopics = ordered(item.name);
        for (const each of [item, ...item.subtopics]) each.rank = rank;
      });
      topicsBut = (name3) => {
        const parent = topic.get(name3)?.parent ?? "";
        const siblings = topic.get(parent)?.subtopics ?? [];
        const all5 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name3));
        return /* @__PURE__ */ new Set([...all5, ...siblings.map((item) => item.name).filter((other2) => other2 !== name3)]);
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
      TABLES = ["nodes", "links"];
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
      encode = (text2) => encodeURIComponent(text2).replaceAll("%3A", ":");
      decode = (text2) => {
        try {
          return decodeURIComponent(text2);
        } catch {
          return "";
        }
      };
      list = (values) => [...values].map(encode).join(",");
      known = (values) => (text2) => new Set(
        text2.split(",").map(decode).filter((value) => values.has(value))
      );
      node = (text2) => at.get(decode(text2)) ?? -1;
      among = (values, fallback) => (text2) => values.find((value) => value === text2) ?? fallback;
      number = (least2, most2) => (text2) => {
        const value = text2 === "" ? Number.NaN : Number(text2);
        return Number.isFinite(value) ? Math.min(most2, Math.max(least2, value)) : least2;
      };
      whole = (least2) => (text2) => Math.round(number(least2, 1e6)(text2));
      day = (text2) => /^[0-9-]{4,10}$/.test(text2) ? text2 : "";
      topic2 = (text2) => topic.has(decode(text2)) ? decode(text2) : "";
      same = (a, b) => {
        if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
        if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
        return a === b;
      };
      codec = (field, format, parse) => ({
        format: (now5, first3) => same(now5[field], first3[field]) ? null : format(now5[field]),
        read: (now5, text2) => {
          now5[field] = parse(text2);
        }
      });
      readTable = (now5, text2) => {
        const table4 = TABLES.find((name3) => name3 === text2);
        if (table4) Object.assign(now5, { main: "table", table: table4 });
      };
      several = (text2) => [...new Set(text2.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
      polygon = (text2) => {
        const found = text2.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
        const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
        return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
      };
      NONE = "-";
      name = (topic5) => topic5 === "" ? NONE : topic5 === NONE ? "%2D" : encode(topic5);
      topicNames = (text2) => text2.split(",").map((part2) => part2 === NONE ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
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
          const [written2, text2] = hidden.size ? formatTopics(hidden) : ["", ""];
          return written2 === field ? text2 : null;
        },
        read: (now5, text2) => {
          const named5 = topicNames(text2);
          if (named5.length) now5.hiddenTopics = field === "topics" ? hiddenBut(named5) : new Set(named5);
        }
      });
      CODECS = {
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
      write = (now5, camera3 = null) => {
        const first3 = fresh();
        const parts3 = Object.entries(CODECS).flatMap(([name3, { format }]) => {
          const text2 = format(now5, first3);
          return text2 === null ? [] : [`${name3}=${text2}`];
        });
        if (camera3)
          parts3.push(`at=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`);
        const key3 = now5.selected < 0 ? "" : encode(nodes.key[now5.selected]);
        return key3 || parts3.length ? `#${[key3, ...parts3].join("&")}` : "";
      };
      read = (hash) => {
        const [key3, ...parts3] = hash.replace(/^#/, "").split("&");
        const found = {
          now: { ...fresh(), selected: node(key3) },
          camera: null
        };
        for (const part2 of parts3) {
          const cut = part2.indexOf("=");
          const [name3, text2] = [part2.slice(0, cut), part2.slice(cut + 1)];
          if (Object.hasOwn(CODECS, name3)) CODECS[name3].read(found.now, text2);
          const [x2, y2, zoom2] = name3 === "at" ? text2.split(",").map(Number) : [];
          if ([x2, y2, zoom2].every(Number.isFinite) && zoom2 > 0) found.camera = { x: x2, y: y2, zoom: zoom2 };
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
      corners = (ctx, count2, turn2, place2) => {
        for (let corner = 0; corner < count2; corner += 1) {
          const [px, py, r] = place2(corner);
          const angle = turn2 + 2 * Math.PI * corner / count2;
          const point2 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
          if (corner) ctx.lineTo(...point2);
          else ctx.moveTo(...point2);
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
  var SVG, byId, present, el, icon, svgShape, foreign, button, nodeLink, webAddress, outside;
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
        const made = document.createElement(tag);
        for (const [name3, value] of Object.entries(attributes)) {
          if (value !== false && value !== void 0) made.setAttribute(name3, value === true ? "" : value);
        }
        made.append(...present(children).filter((child) => child !== ""));
        return made;
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
      svgShape = (name3, attributes) => {
        const made = document.createElementNS(SVG, name3);
        for (const [key3, value] of Object.entries(attributes)) made.setAttribute(key3, String(value));
        return made;
      };
      foreign = (text2, attributes = {}) => el("bdi", attributes, text2);
      button = (attributes, label, act) => {
        const made = el("button", { type: "button", ...attributes }, ...[label].flat());
        made.addEventListener("click", () => act());
        return made;
      };
      nodeLink = (node2, text2 = nodes.label[node2], attributes = {}) => el("a", { href: ofNode(node2), "data-node": String(node2), dir: "auto", ...attributes }, text2);
      webAddress = (text2) => {
        try {
          const url = new URL(text2);
          return url.protocol === "https:" || url.protocol === "http:" ? url : null;
        } catch {
          return null;
        }
      };
      outside = (text2) => {
        const url = webAddress(text2);
        if (!url) return text2 ? foreign(text2, { class: "muted" }) : null;
        const shown2 = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
        return el(
          "a",
          { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
          foreign(shown2)
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
      marked = (texts, text2, linked2) => {
        const forms2 = linked2.flatMap(
          (edge) => split(texts.surfaces[edge]).map((form) => [form, edge])
        );
        const target = new Map(forms2);
        if (!target.size) return [text2];
        const escaped = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
        const parts3 = [];
        let from = 0;
        for (const found of text2.matchAll(pattern)) {
          const edge = target.get(found[0].replace(/\s+/g, " "));
          if (edge === void 0) continue;
          const node2 = edges.to[edge];
          const look = linked2.length > 1 && isBackground(edge) ? "slight mention" : "mention";
          parts3.push(
            text2.slice(from, found.index),
            nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
          );
          from = found.index + found[0].length;
        }
        return [...parts3, text2.slice(from)];
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
        return split(texts.shared[edge]).map((label) => {
          const node2 = found.get(label);
          return node2 === void 0 ? foreign(label, { class: "tag" }) : nodeLink(node2, label, { class: `tag ${nodes.kind[node2]}` });
        });
      };
      shared = (texts, edge) => {
        const said3 = texts.shared[edge].toLowerCase();
        const terms = split(texts.terms[edge]).filter((term) => !said3.includes(term.toLowerCase()));
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
          (group3) => GROUPS[group3].some((field) => changed.includes(field))
        );
        for (const [wanted, listener] of listeners)
          if (wanted.some((group3) => groups2.includes(group3))) listener(now, changed);
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
        const without = (set, value) => new Set([...set].filter((item) => item !== value));
        const { kind, topic: topic5, subtopic: subtopic2 } = nodes;
        const fits = now.view === "full" || now.view === "papers" === isPaper(node2);
        const own2 = around[node2];
        const alone = own2.length > 0 && own2.every((edge) => now.hiddenRelations.has(edges.relation[edge]));
        const shown2 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
        return {
          view: fits ? now.view : "full",
          hiddenRelations: new Set([...now.hiddenRelations].filter((relation3) => !shown2.has(relation3))),
          hiddenKinds: without(now.hiddenKinds, kind[node2]),
          hiddenTopics: without(without(now.hiddenTopics, topic5[node2]), subtopic2[node2])
        };
      };
      toggled = (set, value) => {
        const next = new Set(set);
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
      view = (chosen) => {
        const fits = (node2) => node2 < 0 || chosen === "full" || chosen === "papers" === isPaper(node2);
        const keep = fits(now.selected) && fits(now.target);
        step({ view: chosen, ...keep ? {} : { selected: -1, target: -1 } });
      };
      show = (main) => step({ main });
      table = (table4) => step({ main: "table", table: table4 });
      tab = (left) => adjust({ left });
      focusOn = (focus2) => step({ focus: focus2 });
      compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
      toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
      toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
      toggleTopic = (name3) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name3) });
      only = (all5, value, now5) => {
        const others3 = new Set([...all5].filter((other2) => other2 !== value));
        return same(now5, others3) ? null : others3;
      };
      onlyKind = (kind) => adjust({ hiddenKinds: only(kinds.keys(), kind, now.hiddenKinds) ?? /* @__PURE__ */ new Set() });
      onlyRelation = (relation3) => {
        const first3 = fresh().hiddenRelations;
        adjust({ hiddenRelations: only(relations.keys(), relation3, now.hiddenRelations) ?? first3 });
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
        const first3 = fresh();
        const fields = GROUPS.filter.filter((field) => field !== "view");
        adjust(Object.fromEntries(fields.map((field) => [field, first3[field]])));
      };
      isFilter = (field) => GROUPS.filter.includes(field);
      isNarrowed = () => {
        const first3 = fresh();
        return GROUPS.filter.some((field) => field !== "view" && !same(now[field], first3[field]));
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
      plural = (count2, one, many2 = `${one}s`) => `${count2.toLocaleString("en")} ${count2 === 1 ? one : many2}`;
      percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
      section = (title2, ...content3) => el("section", {}, el("h3", {}, title2), ...content3);
      listing = (items, render8, attributes = {}, first3 = FIRST) => {
        const list3 = el("ul", attributes, ...items.slice(0, first3).map((item) => render8(item)));
        if (items.length <= first3) return [list3];
        const label = () => `Show more (${(items.length - list3.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label(), () => {
          const next = items.slice(list3.children.length, list3.children.length + STEP).map((item) => render8(item));
          list3.append(...next);
          next[0].querySelector("a")?.focus();
          if (list3.children.length === items.length) more.remove();
          else more.textContent = label();
        });
        return [list3, more];
      };
      swatch = (name3) => {
        const made = el("span", { class: "swatch" });
        made.style.backgroundColor = ofTopic(name3);
        return made;
      };
      chip = (name3) => {
        if (!name3) return null;
        const title2 = `${topic.get(name3)?.parent ? "Subtopic" : "Topic"} ${name3}`;
        return button({ class: "chip", title: title2 }, [swatch(name3), foreign(name3)], () => showTopic(name3));
      };
      meta = (...parts3) => {
        const known2 = parts3.filter((part2) => part2);
        return known2.length ? el("p", { class: "meta" }, ...known2.map((part2) => el("span", {}, part2))) : null;
      };
      bar = (value, most2, what) => el("meter", { min: "0", max: String(most2), value: String(value), title: what, "aria-label": what });
      salience = (edge) => {
        const value = edges.salience[edge];
        const kind = nodes.kind[edges.to[edge]];
        return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
      };
      fold = (title2, list3, open3 = false) => el("details", { class: "background", open: open3 }, el("summary", {}, title2), ...list3);
      named2 = (node2, remark = null, ...below2) => el(
        "li",
        { class: "named" },
        icon(nodes.kind[node2]),
        nodeLink(node2),
        remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
        ...below2
      );
      RANK = Object.keys(RELATIONS);
      byRelation = (list3) => {
        const groups2 = /* @__PURE__ */ new Map();
        for (const edge of list3) {
          const relation3 = edges.relation[edge];
          const group3 = groups2.get(relation3);
          if (group3) group3.push(edge);
          else groups2.set(relation3, [edge]);
        }
        return [...groups2].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
      };
      bySalience = (list3, otherwise) => [...list3].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));
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
        const counts4 = /* @__PURE__ */ new Map();
        const matters = (edge) => !isBackground(edge);
        for (const paper of neighbours(entity, matters)) {
          for (const peer of neighbours(paper, matters)) {
            if (peer !== entity && !isPaper(peer)) counts4.set(peer, (counts4.get(peer) || 0) + 1);
          }
        }
        return [...counts4].sort(
          (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || named(a[0], b[0])
        );
      };
      forms = (entity, texts) => {
        const papers3 = /* @__PURE__ */ new Map();
        for (const edge of around[entity]) {
          for (const form of split(texts.surfaces[edge])) {
            const found = papers3.get(form) ?? /* @__PURE__ */ new Set();
            papers3.set(form, found.add(edges.from[edge]));
          }
        }
        const counts4 = [...papers3].map(([form, found]) => [form, found.size]);
        return counts4.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      };
      formRow = ([form, count2]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count2, "paper")));
      reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
      cardEntity = (entity, texts) => {
        const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
        const paperRow = (edge) => {
          const remark = [nodes.date[edges.from[edge]], salience(edge)].filter(Boolean);
          return named2(edges.from[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const groups2 = byRelation(around[entity]);
        const papers3 = groups2.map(([relation3, list3]) => {
          const title2 = RELATIONS[relation3]?.by ?? relation3;
          const listed2 = listing(bySalience(list3, newest), paperRow);
          if (!isBackground(list3[0])) return section(title2, ...listed2);
          const count2 = `${plural(list3.length, "paper")}, in the background`;
          return section(title2, fold(count2, listed2, groups2.length === 1));
        });
        const company2 = namedWith(entity);
        const written2 = forms(entity, texts);
        const reasons = split(texts.united[entity]);
        return [
          ...papers3,
          company2.length ? section(
            "Often named with",
            ...listing(company2, ([peer, count2]) => named2(peer, plural(count2, "paper")), {
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
      peerRow = (texts, paper, most2) => (edge) => {
        const peer = other(edge, paper);
        const weight2 = edges.weight[edge];
        const bar2 = bar(weight2, Math.max(most2, 1), `probability ${percent(weight2)}`);
        return el(
          "li",
          { class: "peer" },
          el("div", { class: "line" }, nodeLink(peer), bar2, el("span", { class: "count" }, percent(weight2))),
          reason(texts, edge),
          shared(texts, edge)
        );
      };
      entitySections = (texts, own2) => {
        const order3 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
        const row5 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
          return named2(edges.to[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const listed2 = (list3) => listing(bySalience(list3, order3), row5);
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
        const most2 = related.length ? edges.weight[related[0]] : 0;
        const body3 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts, abstract, own2)) : null;
        return [
          subjects(own2),
          body3 ? section("Abstract", body3) : null,
          ...entitySections(texts, own2),
          related.length ? section("Related papers", ...listing(related, peerRow(texts, paper, most2))) : null,
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
      part = (text2, at4) => Number(text2.split("-")[at4] ?? 1);
      successor = (name3, unit) => {
        const next = /* @__PURE__ */ new Date(0);
        next.setUTCFullYear(
          part(name3, 0) + Number(unit === "year"),
          part(name3, 1) - 1 + Number(unit === "month"),
          part(name3, 2) + Number(unit === "day")
        );
        return next.toISOString().slice(0, LENGTH[unit]);
      };
      through = (first3, last, unit) => {
        const found = [first3];
        while (found[found.length - 1] < last) found.push(successor(found[found.length - 1], unit));
        return found;
      };
      ofUnit = (dates3, unit) => {
        const cut = dates3.map(
          (date3) => date3.length >= LENGTH[unit] && DATE.test(date3) ? date3.slice(0, LENGTH[unit]) : ""
        );
        const known2 = [...new Set(cut)].filter(Boolean).sort();
        const names4 = known2.length ? through(known2[0], known2[known2.length - 1], unit) : [];
        const at4 = new Map(names4.map((name3, index2) => [name3, index2]));
        return { unit, names: names4, of: Int32Array.from(cut, (date3) => at4.get(date3) ?? -1) };
      };
      binsOf = (dates3) => {
        const known2 = dates3.filter((date3) => DATE.test(date3));
        const share = (unit) => known2.filter((date3) => date3.length >= LENGTH[unit]).length >= known2.length / 2;
        if (!share("month")) return ofUnit(dates3, "year");
        const years = known2.map((date3) => part(date3, 0)).sort((a, b) => a - b);
        if (12 * (years[years.length - 1] - years[0]) > MOST_MONTHS) return ofUnit(dates3, "year");
        const months2 = ofUnit(dates3, "month");
        if (months2.names.length > 2 || !share("day")) return months2;
        const days = ofUnit(dates3, "day");
        return days.names.length > 1 && days.names.length <= MOST_DAYS ? days : months2;
      };
      ordered2 = (since, until) => {
        const digits = Math.min(since.length, until.length);
        return since && until && since.slice(0, digits) > until.slice(0, digits) ? [until, since] : [since, until];
      };
      isIn = (date3, since, until) => !since && !until || date3 !== "" && (!since || date3 >= since) && (!until || date3.slice(0, until.length) <= until);
      MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
      parts = (date3) => {
        const [year, month, day2] = date3.split("-");
        return [year, month ? MONTHS[Number(month) - 1] : "", day2 ? String(Number(day2)) : ""];
      };
      written = (date3) => parts(date3).reverse().filter(Boolean).join(" ");
      spoken = (date3) => DATE.test(date3) ? written(date3) : date3;
      spanOf = (first3, last) => {
        if (!DATE.test(first3) || !DATE.test(last)) return [first3, last].filter(Boolean).join(" – ");
        const [from, to] = [parts(first3), parts(last)];
        if (written(first3) === written(last)) return written(first3);
        if (from[0] !== to[0]) return `${written(first3)} – ${written(last)}`;
        if (from[1] !== to[1] || !from[2] || !to[2])
          return `${from.slice(1).reverse().filter(Boolean).join(" ") || from[0]} – ${written(last)}`;
        return `${from[2]} – ${written(last)}`;
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
          ...Array.from({ length: others }, (_, row5) => more?.[row5] ?? "")
        ];
      };
      [topic3, subtopic, date] = ["topic", "subtopic", "date"].map(column);
      size2 = drawn.length + others;
      corpus = {
        size: size2,
        drawn: drawn.length,
        node: Int32Array.from({ length: size2 }, (_, row5) => drawn[row5] ?? -1),
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
      row = new Int32Array(size).fill(-1);
      drawn.forEach((node2, at4) => {
        row[node2] = at4;
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
        for (let row5 = 0; row5 < mask.length; row5 += 1) {
          mask[row5] = fails?.(row5) ? mask[row5] | bit : mask[row5] & ~bit;
        }
      };
      passing = (mask, ...without) => {
        const kept = keptBits(without);
        const found = new Int32Array(mask.length);
        let count2 = 0;
        for (let row5 = 0; row5 < mask.length; row5 += 1) {
          if (!(mask[row5] & kept)) {
            found[count2] = row5;
            count2 += 1;
          }
        }
        return found.slice(0, count2);
      };
      keptBits = (without) => without.reduce((bits, facet) => bits & ~BITS[facet], 255);
      countBy = (rows2, codes2, size3) => {
        const found = new Int32Array(size3);
        for (const row5 of rows2) if (codes2[row5] >= 0) found[codes2[row5]] += 1;
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
    hot: () => hot,
    pick: () => pick,
    radius: () => radius,
    shown: () => shown,
    turned: () => turned,
    view: () => view2,
    x: () => x,
    y: () => y
  });
  var extent, turned, x, y, radius, shown, hot, view2, emphasise, pick, bounds;
  var init_scene = __esm({
    "src/scene.ts"() {
      "use strict";
      init_model();
      extent = (values) => {
        let [least2, most2] = [0, 0];
        for (const value of values) [least2, most2] = [Math.min(least2, value), Math.max(most2, value)];
        return most2 - least2;
      };
      turned = window.innerHeight > 1.2 * window.innerWidth && extent(nodes.x) > 1.1 * extent(nodes.y);
      x = Float64Array.from(turned ? nodes.y : nodes.x);
      y = Float64Array.from(turned ? nodes.x : nodes.y);
      radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
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
          const distance = Math.hypot(x[i] - px, y[i] - py) - radius[i];
          if (distance < Math.min(least2, slack)) [best, least2] = [i, distance];
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
      code = new Map(names.map((name3, at4) => [name3, at4]));
      codes = (column2) => Int32Array.from(column2, (name3) => code.get(name3) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
      entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
        (kind) => kind !== "paper"
      );
      matching = null;
      revealed = false;
      now2 = {
        rows: Int32Array.from(corpus.title, (_, row5) => row5),
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
      strongEdges = (chosen) => {
        const wanted = new Uint8Array(links);
        for (let e = 0; e < links; e += 1) {
          const strong = isRelated[e] ? edges.weight[e] >= chosen.weight : edges.confidence[e] >= chosen.confidence;
          wanted[e] = strong ? 1 : 0;
        }
        return wanted;
      };
      judgeLinks = (chosen, strong) => {
        const first3 = fresh();
        const related = [...chosen.hiddenRelations].some((name3) => !first3.hiddenRelations.has(name3));
        if (!related && !chosen.confidence && !chosen.weight) return null;
        const [had, has2] = [new Uint8Array(size), new Uint8Array(size)];
        for (let e = 0; e < links; e += 1) {
          const before2 = first3.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
          const after = chosen.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
          for (const end2 of [edges.from[e], edges.to[e]]) {
            had[end2] |= before2;
            has2[end2] |= after;
          }
        }
        return (row5) => {
          const node2 = corpus.node[row5];
          return node2 < 0 ? related : !has2[node2] && (related || had[node2]);
        };
      };
      judgeAll = (chosen, strong) => {
        const { mask } = now2;
        const { date: date3, node: node2, drawn: drawn2, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen;
        const hidden = Uint8Array.from(names, (name3) => Number(hiddenTopics2.has(name3)));
        const isHidden2 = (row5) => hidden[topicAt[row5]] || subtopic2[row5] && hidden[subtopicAt[row5]];
        const topic5 = chosen.topic ? code.get(chosen.topic) ?? -1 : -1;
        const isOther = (row5) => topicAt[row5] !== topic5 && subtopicAt[row5] !== topic5;
        const [since, until] = ordered2(chosen.since, chosen.until);
        const isOutside = (row5) => row5 >= drawn2 || !isInside(lasso, nodes.x[node2[row5]], nodes.y[node2[row5]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden2 : null);
        judge(mask, "chosen", topic5 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row5) => !isIn(date3[row5], since, until) : null);
        judge(mask, "text", chosen.text && matching ? (row5) => !matching?.[row5] : null);
        judge(mask, "lasso", lasso.length ? isOutside : null);
        judge(mask, "links", judgeLinks(chosen, strong));
      };
      aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
        const alive = new Uint8Array(size);
        const kept = keptBits(["chosen"]);
        for (let i = 0; i < size; i += 1) {
          const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
          alive[i] = hidden || isPaper(i) ? 0 : 1;
        }
        for (let row5 = 0; row5 < corpus.drawn; row5 += 1) alive[corpus.node[row5]] = now2.mask[row5] & kept ? 0 : 1;
        return alive;
      };
      isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
      keepEdges = (chosen, strong, alive) => {
        now2.relations.clear();
        for (let e = 0; e < links; e += 1) {
          const [from, to, relation3] = [edges.from[e], edges.to[e], edges.relation[e]];
          const possible = strong[e] && alive[from] && (!isRelated[e] || alive[to]);
          if (possible) now2.relations.set(relation3, (now2.relations.get(relation3) ?? 0) + 1);
          now2.edges[e] = possible && !chosen.hiddenRelations.has(relation3) ? 1 : 0;
        }
      };
      countNamed = () => {
        const last = new Int32Array(size).fill(-1);
        now2.named.fill(0);
        for (let e = 0; e < links; e += 1) {
          if (isRelated[e] || !now2.edges[e] || last[edges.to[e]] === edges.from[e]) continue;
          last[edges.to[e]] = edges.from[e];
          now2.named[edges.to[e]] += 1;
        }
      };
      isThinned = (chosen) => chosen.hiddenRelations.size > 0 || chosen.hiddenTopics.size > 0 || chosen.confidence > 0 || chosen.lasso.length > 0 || Boolean(chosen.since || chosen.until || chosen.text);
      showNodes = (chosen, alive) => {
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
          const asked2 = i === chosen.selected || i === chosen.target;
          shown[i] = inView && !chosen.hiddenKinds.has(kind) && (passes || asked2) ? 1 : 0;
          revealed ||= asked2 && !passes;
        }
        return left;
      };
      listNodes = ({ topic: topic5 }) => {
        if (!topic5) return shown;
        return shown.map(
          (shown2, i) => shown2 && Number(nodes.topic[i] === topic5 || nodes.subtopic[i] === topic5)
        );
      };
      countRows = (left) => {
        now2.rows = passing(now2.mask);
        now2.passes.fill(0);
        for (const row5 of now2.rows) now2.passes[row5] = 1;
        now2.count.papers = now2.rows.length;
        now2.count.kinds = new Map(entities2.map((kind) => [kind, [left.get(kind) ?? 0, counts[kind] ?? 0]]));
        now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
        const byTopic = passing(now2.mask, "topic", "chosen");
        const [first3, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        now2.topics = new Map(names.map((name3, at4) => [name3, name3 ? first3[at4] + second[at4] : first3[at4]]));
        now2.times = countBy(passing(now2.mask, "time"), corpus.bins.of, corpus.bins.names.length);
      };
      compute = (chosen) => {
        const strong = strongEdges(chosen);
        judgeAll(chosen, strong);
        const alive = aliveNodes(chosen);
        keepEdges(chosen, strong, alive);
        countNamed();
        countRows(showNodes(chosen, alive));
        now2.listed = listNodes(chosen);
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
        for (const row5 of rows2 ?? []) if (matching) matching[row5] = 1;
        renew();
      };
      start2 = () => on(["filter", "selection"], (chosen, changed) => {
        const asked2 = [chosen.selected, chosen.target].some((node2) => node2 >= 0 && !shown[node2]);
        if (asked2 || revealed || changed.includes("topic") || changed.some(isFilter)) renew();
      });
    }
  });

  // src/naming.ts
  var background2, counts2, linked, company, strongest, linkOf, earliest;
  var init_naming = __esm({
    "src/naming.ts"() {
      "use strict";
      init_address();
      init_corpus();
      init_model();
      init_result();
      background2 = fresh().hiddenRelations;
      counts2 = ({ confidence, hiddenRelations }) => (edge) => {
        const [from, relation3] = [edges.from[edge], edges.relation[edge]];
        if (!isPaper(from) || isPaper(edges.to[edge]) || !now2.passes[rowOf(from)]) return false;
        const hidden = hiddenRelations.has(relation3) && !background2.has(relation3);
        return !hidden && edges.confidence[edge] >= confidence;
      };
      linked = (chosen, node2) => {
        const found = /* @__PURE__ */ new Map();
        for (const edge of around[node2].filter(counts2(chosen))) {
          const end2 = other(edge, node2);
          found.set(end2, [...found.get(end2) ?? [], edge]);
        }
        return found;
      };
      company = (chosen, entity) => {
        const found = /* @__PURE__ */ new Map();
        for (const paper of linked(chosen, entity).keys())
          for (const peer of linked(chosen, paper).keys())
            if (peer !== entity) found.set(peer, (found.get(peer) ?? 0) + 1);
        return found;
      };
      strongest = (list3) => [...list3].sort(
        (a, b) => edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
      )[0];
      linkOf = (a, b) => around[a].find((edge) => other(edge, a) === b && isPaper(a) && isPaper(b)) ?? -1;
      earliest = (papers3) => [...papers3].filter((paper) => /^\d{4}/.test(nodes.date[paper])).sort((a, b) => nodes.date[a] < nodes.date[b] ? -1 : nodes.date[a] > nodes.date[b] ? 1 : a - b)[0] ?? -1;
    }
  });

  // src/compare_sets.ts
  var alike, setsOf, shares, isShared, sharedCompany, sharedNames2, tellingEdges, byTime;
  var init_compare_sets = __esm({
    "src/compare_sets.ts"() {
      "use strict";
      init_corpus();
      init_model();
      init_naming();
      alike = (chosen) => chosen.filter((node2) => isPaper(node2) === isPaper(chosen[0]));
      setsOf = (chosen, items) => items.map((item) => new Set(linked(chosen, item).keys()));
      shares = (sets) => {
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
      isShared = (cells, least2) => cells.filter((value) => value > least2).length > 1;
      sharedCompany = (chosen, items) => {
        const counts4 = items.map((item) => company(chosen, item));
        const all5 = new Set(counts4.flatMap((found) => [...found.keys()]));
        const rank = ({ cells }) => [...cells].sort((a, b) => b - a)[1];
        const sum = ({ cells }) => cells.reduce((total, value) => total + value, 0);
        return [...all5].filter((node2) => !items.includes(node2)).map((node2) => ({ node: node2, cells: counts4.map((found) => found.get(node2) ?? 0) })).filter(({ cells }) => isShared(cells, 0)).sort(
          (a, b) => rank(b) - rank(a) || sum(b) - sum(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
        );
      };
      sharedNames2 = (chosen, papers3) => {
        const found = papers3.map((paper) => linked(chosen, paper));
        const slight = ({ cells }) => Number(cells.filter((edge) => edge >= 0).every(isBackground));
        const about3 = ({ cells }) => cells.reduce((sum, edge) => sum + (edges.salience[edge] ?? 0), 0);
        return [...new Set(found.flatMap((own2) => [...own2.keys()]))].map((node2) => ({
          node: node2,
          cells: found.map((own2) => own2.has(node2) ? strongest(own2.get(node2) ?? []) : -1)
        })).filter(({ cells }) => isShared(cells, -1)).sort(
          (a, b) => slight(a) - slight(b) || about3(b) - about3(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
        );
      };
      tellingEdges = (chosen, entity, most2) => [...linked(chosen, entity).values()].map(strongest).sort(
        (a, b) => Number(isBackground(a)) - Number(isBackground(b)) || edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
      ).slice(0, most2);
      byTime = (papers3) => {
        const found = new Array(corpus.bins.names.length).fill(0);
        for (const paper of papers3) {
          const bin = corpus.bins.of[rowOf(paper)];
          if (bin >= 0) found[bin] += 1;
        }
        return found;
      };
    }
  });

  // src/card_pair.ts
  var FIRST2, said, likelihood, namesOfBoth, ofNaming, ofEntities, pairSections;
  var init_card_pair = __esm({
    "src/card_pair.ts"() {
      "use strict";
      init_card_text();
      init_compare_sets();
      init_dom();
      init_model();
      init_model();
      init_naming();
      init_rows();
      init_state();
      FIRST2 = 6;
      said = (texts, edge) => {
        const body3 = evidence(texts, edge) ?? el("p", { class: "muted" }, "No sentence is known.");
        return el("div", { class: "said" }, nodeLink(edges.from[edge], void 0, { class: "muted" }), body3);
      };
      likelihood = (texts, edge) => {
        if (edge < 0) return null;
        const weight2 = edges.weight[edge];
        const words = split(texts.terms[edge]).map((word) => foreign(word, { class: "tag term" }));
        return el(
          "div",
          { class: "likely" },
          el(
            "p",
            { class: "line" },
            bar(weight2, 1, `probability ${percent(weight2)}`),
            ` ${percent(weight2)} likely to belong together`
          ),
          reason(texts, edge),
          words.length ? el("div", { class: "tags" }, ...words) : null
        );
      };
      namesOfBoth = (texts, papers3) => {
        const found = sharedNames2(now, papers3);
        const row5 = ({ node: node2, cells }) => named2(
          node2,
          cells.every((edge) => edge >= 0 && isBackground(edge)) ? "in the background" : null,
          ...cells.filter((edge) => edge >= 0).map((edge) => said(texts, edge))
        );
        return found.length ? listing(found, row5, {}, FIRST2) : [el("p", { class: "muted" }, "They share no name, but what they write is alike.")];
      };
      ofNaming = (texts, between3) => between3.map((edge) => {
        const relation3 = edges.relation[edge];
        return section(
          RELATIONS[relation3]?.group ?? relation3,
          el("p", { class: "muted" }, `confidence ${edges.confidence[edge].toFixed(2)} `, salience(edge)),
          said(texts, edge)
        );
      });
      ofEntities = (texts, one, two) => {
        const [first3, second] = [one, two].map((node2) => linked(now, node2));
        const both = [...first3].filter(([paper]) => second.has(paper));
        const row5 = ([paper, own2]) => named2(
          paper,
          nodes.date[paper],
          ...[own2, second.get(paper) ?? []].map((list3) => evidence(texts, strongest(list3)))
        );
        return both.length ? [
          section(
            `${plural(both.length, "paper")} of what is shown name${both.length === 1 ? "s" : ""} both`,
            ...listing(both, row5, {}, FIRST2)
          )
        ] : [];
      };
      pairSections = (one, two, texts) => {
        const papers3 = [one, two].filter(isPaper);
        const between3 = around[one].filter((edge2) => other(edge2, one) === two);
        if (papers3.length === 1) return ofNaming(texts, between3);
        if (papers3.length === 0) return ofEntities(texts, one, two);
        const edge = linkOf(one, two);
        const likely2 = likelihood(texts, edge);
        return likely2 ? [
          section("Why they are linked", likely2),
          section("What both name", ...namesOfBoth(texts, papers3))
        ] : [];
      };
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
      code2 = new Map(names2.map((name3, at4) => [name3, at4]));
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
        let first3 = 0;
        while (first3 < kept.length) {
          const own2 = relation[kept[first3]];
          let end2 = first3 + 1;
          while (end2 < kept.length && relation[kept[end2]] === own2) end2 += 1;
          found.push({ name: names2[own2], first: first3, end: end2 });
          first3 = end2;
        }
        return found;
      };
      coMentions = ({ together }) => {
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
        const kept = [...pairs2].filter(([, count2]) => count2 >= together).sort((p, q) => p[0] - q[0]);
        now3.edge = new Int32Array(kept.length).fill(-1);
        now3.a = Int32Array.from(kept, ([pair2]) => Math.floor(pair2 / size));
        now3.b = Int32Array.from(kept, ([pair2]) => pair2 % size);
        now3.weight = Float64Array.from(kept, ([, count2]) => count2);
        return kept.length ? [{ name: BESIDE, first: 0, end: kept.length }] : [];
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name3, first: first3, end: end2 } = range2;
        const [least2, most2] = [now3.weight[first3], now3.weight[end2 - 1]];
        if (name3 !== "related" || least2 === most2) return [{ ...range2, strength: 1 }];
        const bandOf = (line4) => Math.floor(BANDS * (now3.weight[line4] - least2) / (most2 - least2));
        let next = first3;
        return Array.from({ length: BANDS }, (_, band) => {
          const start11 = next;
          while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
          return { name: name3, first: start11, end: next, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen) => {
        const ranges = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
        now3.count = now3.edge.length;
        now3.hot = new Uint8Array(now3.count);
        now3.apart = Uint8Array.from(now3.a, (a, line4) => topic4[a] === topic4[now3.b[line4]] ? 0 : 1);
        now3.ranges = ranges.flatMap(inBands);
        adjacency = null;
      };
      isListed = (line4) => now2.listed[now3.a[line4]] === 1 && now2.listed[now3.b[line4]] === 1;
      at2 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line4 = 0; line4 < now3.count; line4 += 1) {
            adjacency[now3.a[line4]].push(line4);
            if (now3.a[line4] !== now3.b[line4]) adjacency[now3.b[line4]].push(line4);
          }
        }
        return adjacency[node2];
      };
      across = (line4, node2) => now3.a[line4] === node2 ? now3.b[line4] : now3.a[line4];
      nameOf = (line4) => now3.edge[line4] < 0 ? BESIDE : edges.relation[now3.edge[line4]];
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
        const distance = /* @__PURE__ */ new Map([[node2, 0]]);
        for (const [here, far] of distance) {
          if (far === steps) break;
          for (const line4 of at2(here)) {
            const next = across(line4, here);
            if (!distance.has(next)) distance.set(next, far + 1);
          }
        }
        return distance;
      };
      path = (from, to) => {
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
            for (const line4 of at2(here)) {
              const there = across(line4, here);
              if (distance[there] >= 0 && distance[there] !== distance[here] + 1) continue;
              if (distance[there] < 0) {
                distance[there] = distance[here] + 1;
                next.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line4];
            }
          }
          ring = next;
        }
        if (distance[to] < 0) return null;
        const found = [];
        for (let here = to; here !== from; here = across(via[here], here)) found.unshift(via[here]);
        return found;
      };
      stations = (from, found) => {
        const way = [from];
        for (const line4 of found) way.push(across(line4, way[way.length - 1]));
        return way;
      };
      emphasise2 = (now5) => {
        const { hot: hot2 } = now3;
        hot2.fill(0);
        view2.focused = now5.selected;
        if (now5.selected >= 0 && now5.target >= 0) {
          const found = path(now5.selected, now5.target) || [];
          for (const line4 of found) hot2[line4] = 1;
          emphasise([...stations(now5.selected, found), now5.target]);
        } else if (now5.selected >= 0) {
          const near2 = within(now5.selected, now5.steps);
          for (const [node2, far] of near2) {
            if (far < now5.steps) for (const line4 of at2(node2)) hot2[line4] = 1;
          }
          emphasise(near2.keys());
        } else if (now5.topic) {
          emphasise(topic.get(now5.topic)?.members ?? []);
          for (let line4 = 0; line4 < hot2.length; line4 += 1) {
            hot2[line4] = hot[now3.a[line4]] && hot[now3.b[line4]];
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
      init_card_pair();
      init_card_text();
      init_dom();
      init_lines();
      init_model();
      init_neighbourhood();
      init_rows();
      init_state();
      verb = (line4) => {
        const name3 = nameOf(line4);
        if (name3 === BESIDE) return `named together in ${plural(now3.weight[line4], "paper")}`;
        const likely2 = name3 === "related" ? `, ${percent(now3.weight[line4])}` : "";
        return (RELATIONS[name3]?.edge ?? name3).toLowerCase() + likely2;
      };
      between = (line4, here, texts) => {
        const edge = now3.edge[line4];
        const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
        return el(
          "li",
          { class: "step" },
          el("span", { class: "count" }, backwards ? `↑ ${verb(line4)}` : `↓ ${verb(line4)}`),
          ...edge >= 0 ? [reason, shared, evidence].map((part2) => part2(texts, edge)) : []
        );
      };
      cardPath = (from, to, texts) => {
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
        const direct = found.length === 1 ? pairSections(from, to, texts) : [];
        if (direct.length) {
          const leave2 = button({ class: "more" }, "Leave the link", () => select(from));
          const list4 = el("ul", { class: "tight" }, named2(from), named2(to));
          return el("div", { class: "link" }, section("Link", list4, leave2), ...direct);
        }
        const way = stations(from, found);
        const list3 = el("ol", { class: "path" }, named2(from));
        found.forEach((line4, at4) => {
          list3.append(between(line4, way[at4], texts), named2(way[at4 + 1]));
        });
        return section(`Path of ${plural(found.length, "step")}`, list3, drop);
      };
    }
  });

  // src/focus_lines.ts
  var ends, toMiddle, between2, linesOf, light;
  var init_focus_lines = __esm({
    "src/focus_lines.ts"() {
      "use strict";
      init_dom();
      init_lines();
      init_model();
      ends = (a, b) => ({ x1: a.x, y1: a.y, x2: b.x, y2: b.y });
      toMiddle = ({ anchors, middle, weightOf }, why2) => {
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
      between2 = ({ anchors, middle }) => {
        const found = [];
        const seen = /* @__PURE__ */ new Set();
        for (const [node2, from] of anchors) {
          for (const line4 of node2 === middle || node2 < 0 ? [] : at2(node2)) {
            const other2 = across(line4, node2);
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
      linesOf = (stage, why2) => {
        const svg2 = svgShape("svg", {
          viewBox: `0 0 ${stage.wide} ${stage.high}`,
          width: stage.wide,
          height: stage.high,
          "aria-hidden": "true"
        });
        svg2.append(...between2(stage), ...toMiddle(stage, why2));
        return svg2;
      };
      light = (svg2, node2) => {
        const near2 = /* @__PURE__ */ new Set([node2]);
        for (const line4 of svg2.querySelectorAll("line")) {
          const { end: end2, one, two } = line4.dataset;
          const other2 = one === String(node2) ? two : two === String(node2) ? one : void 0;
          const lit = end2 === String(node2) || other2 !== void 0;
          line4.classList.toggle("lit", lit);
          if (other2 !== void 0) near2.add(Number(other2));
        }
        return near2;
      };
    }
  });

  // src/focus_members.ts
  var heaviest, OWN, closeness, naming, ofPaper, byKind, counted, ofEntity, ofTopic2, membersOf, readable;
  var init_focus_members = __esm({
    "src/focus_members.ts"() {
      "use strict";
      init_lines();
      init_model();
      init_naming();
      init_scene();
      heaviest = (a, b) => b.weight - a.weight || nodes.papers[b.node] - nodes.papers[a.node] || a.node - b.node;
      OWN = ["proposes", "introduces"];
      closeness = (edge) => {
        const relation3 = edges.relation[edge];
        if (OWN.includes(relation3)) return 1;
        return (isBackground(edge) ? 0 : 0.4) + 0.5 * edges.salience[edge];
      };
      naming = (node2, list3) => {
        const own2 = list3.find((edge2) => OWN.includes(edges.relation[edge2]));
        const edge = own2 ?? strongest(list3);
        const says = (RELATIONS[edges.relation[edge]]?.edge ?? edges.relation[edge]).toLowerCase();
        return { node: node2, edge, weight: closeness(edge), says };
      };
      ofPaper = (chosen, paper) => {
        const papers3 = at2(paper).filter((line4) => isPaper(across(line4, paper))).map((line4) => {
          const weight2 = now3.weight[line4];
          return {
            node: across(line4, paper),
            weight: Math.min(1, weight2),
            edge: now3.edge[line4],
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
        const order3 = Object.values(RELATIONS).map(({ group: group3, edge }) => group3 || edge);
        const sorted2 = [...groups2].sort((a, b) => order3.indexOf(a[0]) - order3.indexOf(b[0]));
        return { papers: papers3, groups: sorted2.map(([title2, members]) => ({ title: title2, members })) };
      };
      byKind = (titleOf, members) => Object.entries(KINDS).filter(([, { worded }]) => worded).map(([kind, { many: many2 }]) => ({
        title: titleOf(many2),
        members: members.filter(({ node: node2 }) => nodes.kind[node2] === kind)
      })).filter((group3) => group3.members.length);
      counted = (node2, count2, most2) => ({
        ...{ node: node2, edge: -1, weight: count2 / Math.max(1, most2) },
        says: `in ${count2.toLocaleString("en")} ${count2 === 1 ? "paper" : "papers"}`
      });
      ofEntity = (chosen, entity) => {
        const papers3 = [...linked(chosen, entity)].filter(([paper]) => shown[paper]).map(([paper, list3]) => naming(paper, list3));
        const found = [...company(chosen, entity)].filter(([peer]) => shown[peer]);
        const most2 = Math.max(...found.map(([, count2]) => count2));
        return {
          papers: papers3,
          groups: byKind(
            (many2) => `With ${many2.toLowerCase()}`,
            found.map(([peer, count2]) => counted(peer, count2, most2))
          )
        };
      };
      ofTopic2 = (name3) => {
        const found = topic.get(name3);
        if (!found) return { papers: [], groups: [] };
        const { members, central, particular: particular2 } = found;
        const alive = members.filter((node2) => shown[node2]);
        const most2 = Math.max(1, ...alive.filter(isPaper).map((node2) => nodes.papers[node2]));
        const papers3 = alive.filter(isPaper).map((node2) => {
          const rank = central.indexOf(node2);
          const weight2 = rank < 0 ? 0.6 * nodes.papers[node2] / most2 : 1 - 0.3 * rank / Math.max(1, central.length);
          return { node: node2, edge: -1, weight: weight2, says: rank < 0 ? "" : "central" };
        });
        const entities5 = alive.filter((node2) => !isPaper(node2));
        const first3 = new Set(particular2);
        const size3 = Math.max(1, ...entities5.map((node2) => nodes.papers[node2]));
        const named5 = entities5.map((node2) => {
          const one = counted(node2, nodes.papers[node2], size3);
          return { ...one, weight: one.weight + Number(first3.has(nodes.label[node2])) };
        });
        return { papers: papers3, groups: byKind((many2) => many2, named5) };
      };
      membersOf = (chosen) => {
        const { selected, topic: name3 } = chosen;
        const found = selected < 0 ? ofTopic2(name3) : isPaper(selected) ? ofPaper(chosen, selected) : ofEntity(chosen, selected);
        found.papers.sort(heaviest);
        for (const group3 of found.groups) group3.members.sort(heaviest);
        return found;
      };
      readable = ({ papers: papers3, groups: groups2 }, most2) => {
        const outer = groups2.reduce((sum, group3) => sum + group3.members.length, 0);
        const quota = Math.min(papers3.length, Math.max(Math.ceil(0.55 * most2), most2 - outer));
        const taken = new Map(groups2.map((group3) => [group3, 0]));
        let room = most2 - quota;
        while (room > 0 && groups2.some((group3) => (taken.get(group3) ?? 0) < group3.members.length))
          for (const group3 of groups2) {
            const count2 = taken.get(group3) ?? 0;
            if (room <= 0 || count2 >= group3.members.length) continue;
            taken.set(group3, count2 + 1);
            room -= 1;
          }
        return {
          papers: papers3.slice(0, quota),
          groups: groups2.map((group3) => ({ ...group3, members: group3.members.slice(0, taken.get(group3)) })).filter((group3) => group3.members.length),
          left: [...papers3.slice(quota), ...groups2.flatMap((group3) => group3.members.slice(taken.get(group3)))]
        };
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
      cameraIn = (container2, { onPaint, onMove }) => {
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
    }
  });

  // src/convex.ts
  var STEPS, hull, around2;
  var init_convex = __esm({
    "src/convex.ts"() {
      "use strict";
      STEPS = Array.from({ length: 16 }, (_, step2) => [
        Math.cos(step2 * Math.PI / 8),
        Math.sin(step2 * Math.PI / 8)
      ]);
      hull = (given2) => {
        const points2 = [...given2].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
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
      around2 = (discs) => hull(
        hull(discs).flatMap(([px, py, far]) => STEPS.map(([dx, dy]) => [px + dx * far, py + dy * far]))
      );
    }
  });

  // src/hulls.ts
  var PAD, outlined, areas;
  var init_hulls = __esm({
    "src/hulls.ts"() {
      "use strict";
      init_convex();
      init_model();
      init_scene();
      PAD = 16;
      outlined = ({ name: name3, members, subtopics }, pad = PAD) => {
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
      areas = topics.map((topic5) => outlined(topic5));
    }
  });

  // src/label_room.ts
  var CELL, short, within2, wrapped, freeRoom;
  var init_label_room = __esm({
    "src/label_room.ts"() {
      "use strict";
      CELL = 64;
      short = (text2, most2) => text2.length > most2 ? `${text2.slice(0, most2 - 1).trimEnd()}…` : text2;
      within2 = (least2, value, most2) => Math.max(Math.min(least2, most2), Math.min(value, Math.max(least2, most2)));
      wrapped = (text2, length) => {
        const most2 = Math.max(length, Math.ceil(text2.length / 3));
        const found = [];
        for (const word of text2.split(" ")) {
          const last = found.at(-1);
          if (last === void 0 || last.length + word.length >= most2) found.push(word);
          else found[found.length - 1] = `${last} ${word}`;
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
      measure = (ctx, font, text2) => {
        const key3 = `${font}
${text2}`;
        const known2 = widths.get(key3);
        if (known2 !== void 0) return known2;
        ctx.font = font;
        const { width } = ctx.measureText(text2);
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
      ranked = (box) => {
        const order3 = [];
        for (let i = 0; i < size; i += 1) {
          if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
          const rank = urgency(i, box.zoom);
          if (rank > 0) order3.push([rank, i]);
        }
        return order3.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      };
      paint = (ctx, box) => {
        const { matrix, ratio, zoom: zoom2 } = box;
        const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
        const narrow2 = wide < 720;
        const far = areas.length > 1 && zoom2 < FAR;
        const most2 = Math.round(wide * high / (far ? 4e4 : 9e3));
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
            const wide2 = Math.max(...lines.map((line4) => measure(ctx, font, line4)));
            const spot2 = wide2 < room && placed(area, atTop, { px, wide: wide2, lines });
            if (!spot2) continue;
            const look = { font, px: px * LEADING, halo: 4, colour: ofTopic(name3), always: true };
            lines.forEach((line4, at4) => {
              drawText(line4, spot2.x, spot2.y + at4 * px * LEADING, look);
            });
            for (const part2 of name3.split(" and ")) said3.add(part2);
            return;
          }
        };
        const nameAreas = () => {
          const opened5 = areas.filter(
            ({ inner, left, right }) => inner.length > 1 && sx(right) - sx(left) > OPENED
          );
          for (const area of areas) nameArea(area, opened5.includes(area));
          for (const { inner } of opened5) for (const area of inner) nameArea(area);
        };
        ctx.save();
        ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
        ctx.textAlign = "center";
        ctx.textBaseline = "middle";
        ctx.lineJoin = "round";
        const order3 = ranked(box);
        order3.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
        const chosen = areas.find(({ name: name3 }) => name3 === now.topic);
        for (const area of chosen?.inner ?? []) nameArea(area);
        for (const [, i] of view2.emphasis ? order3.slice(0, 150) : []) {
          const arm = radius[i] * zoom2;
          occupied.occupy([sx(x[i]) - arm, sy(y[i]) - arm, sx(x[i]) + arm, sy(y[i]) + arm]);
        }
        if (!view2.emphasis) nameAreas();
        order3.filter(([rank]) => rank < ASKED).slice(0, most2).forEach(drawLabel);
        ctx.restore();
      };
    }
  });

  // src/paint.ts
  var paint_exports = {};
  __export(paint_exports, {
    all: () => all,
    layers: () => layers,
    stale: () => stale
  });
  var BATCH, FAINT_BUDGET, frame, ground, grounds, stroke, faintPen, faintness, lookOf, faintLines, hotLines, edges2, trace, isFaded, looks, groups, hovered, stale, bodies, rings, all, layers;
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
      ground = (ctx, { name: name3, outline, members }) => {
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
      grounds = (ctx) => {
        if (topics.length < 2) return;
        for (const area of areas) {
          ground(ctx, area);
          for (const inner of area.inner) ground(ctx, inner);
        }
        ctx.globalAlpha = 1;
      };
      stroke = (ctx, box, [first3, end2, step2], wanted) => {
        const { a, b } = now3;
        let open3 = 0;
        ctx.beginPath();
        for (let line4 = first3; line4 < end2; line4 += step2) {
          const [p, q] = [a[line4], b[line4]];
          if (!wanted(line4)) continue;
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
      faintPen = (ctx, box, width, alpha) => {
        const thin = Math.min(width, 1 / box.ratio);
        ctx.lineWidth = thin / box.zoom;
        ctx.globalAlpha = Math.min(1, alpha * width / thin);
      };
      faintness = (name3) => name3 === "beside" ? 0.4 : RELATIONS[name3]?.background ? 0.25 : 0.7;
      lookOf = ({ name: name3, strength: strength2 }) => name3 === "related" ? [0.6 + 0.8 * strength2, 0.3 + 0.55 * strength2] : [0.8, faintness(name3)];
      faintLines = (ctx, box, moving2) => {
        const step2 = moving2 || view2.emphasis ? Math.ceil(now3.count / FAINT_BUDGET) : 1;
        const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now3.count, 1)) ** 0.7));
        const { hot: lineHot, apart } = now3;
        const across2 = topics.length < 2 ? 1 : Math.max(0.3, Math.min(1, box.zoom / 2));
        ctx.strokeStyle = own.edge;
        for (const range2 of now3.ranges) {
          const { first: first3, end: end2 } = range2;
          const [width, alpha] = lookOf(range2);
          const plain3 = alpha * crowd * (view2.emphasis ? 0.25 : 1) * Math.min(2, step2 ** 0.5);
          for (const far of [1, 0]) {
            faintPen(ctx, box, width, plain3 * (far ? across2 : 1));
            stroke(
              ctx,
              box,
              [first3, end2, step2],
              (line4) => apart[line4] === far && !(view2.emphasis && lineHot[line4])
            );
          }
        }
      };
      hotLines = (ctx, box) => {
        const { a, b, count: count2, ranges, hot: lineHot } = now3;
        const unfocused = view2.focused < 0;
        const path2 = now.target >= 0;
        ctx.lineWidth = (path2 ? 3 : unfocused ? 0.9 : 1.5) / box.zoom;
        const end2 = (line4) => nodes.kind[view2.focused === b[line4] || isPaper(b[line4]) ? a[line4] : b[line4]];
        for (const kind of Object.keys(KINDS)) {
          ctx.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx.globalAlpha = path2 ? 1 : unfocused ? 0.35 : 0.8;
          const wanted = (line4) => lineHot[line4] > 0 && end2(line4) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx, box, [0, count2, 1], wanted);
          else
            for (const range2 of ranges) {
              ctx.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
              stroke(ctx, box, [range2.first, range2.end, 1], wanted);
            }
        }
      };
      edges2 = (ctx, box, moving2) => {
        faintLines(ctx, box, moving2);
        if (view2.emphasis) hotLines(ctx, box);
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
      bodies = (ctx, box) => {
        if (hovered !== view2.hovered && view2.emphasis) stale();
        hovered = view2.hovered;
        groups = groups || looks();
        const speck = size > 2e3 ? 2.2 / box.zoom : 0;
        const least2 = 1.5 / box.zoom;
        ctx.strokeStyle = own.ground;
        ctx.lineWidth = Math.min(1.2 / box.zoom, 1.5);
        for (const [look, members] of groups) {
          ctx.globalAlpha = look[0] === "a" ? 0.13 : 1;
          ctx.fillStyle = look.slice(1);
          for (let first3 = 0; first3 < members.length; first3 += BATCH) {
            ctx.beginPath();
            for (let at4 = first3; at4 < Math.min(first3 + BATCH, members.length); at4 += 1) {
              const i = members[at4];
              const arm = radius[i] * 1.3;
              if (x[i] + arm < box.left || x[i] - arm > box.right) continue;
              if (y[i] + arm < box.top || y[i] - arm > box.bottom) continue;
              if (radius[i] < speck) ctx.fillRect(x[i] - least2, y[i] - least2, 2 * least2, 2 * least2);
              else trace(ctx, i, box.zoom);
            }
            ctx.fill();
            if (box.zoom > 0.35) ctx.stroke();
          }
        }
        ctx.globalAlpha = 1;
      };
      rings = (ctx, box) => {
        for (const i of /* @__PURE__ */ new Set([view2.hovered, view2.focused, now.target])) {
          if (i < 0 || !shown[i]) continue;
          ctx.beginPath();
          ctx.arc(x[i], y[i], Math.max(radius[i], 1.6 / box.zoom) * 1.25 + 3.5 / box.zoom, 0, 2 * Math.PI);
          ctx.strokeStyle = i === view2.hovered && i !== view2.focused ? own.muted : own.ink;
          ctx.lineWidth = 2 / box.zoom;
          ctx.stroke();
        }
      };
      all = (ctx, {
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
      layers = { frame, grounds, faintLines, hotLines, bodies, rings };
    }
  });

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
  var container, quiet, ARRIVE, moving, settle, touched, moved, stir, clear2, canvas, repaint, move, fit, nearTo, turn, goTo, camera2, place, zoom, restyle, onPick, onMoved, position, view3, free, hasArrived;
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
      canvas = cameraIn(container, {
        onPaint: (ctx) => all(ctx, { moving, free: clear2().free }),
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
      move = (goal, animated, offset = clear2().middle) => {
        const flight = animated && !quiet.matches ? ARRIVE : 0;
        canvas.moveTo(goal, offset, flight);
        if (animated) stir(flight);
      };
      fit = (members = nodes.id, { animated = true, most: most2 = 1.4, pad = 0 } = {}) => {
        const box = bounds(members);
        const { wide, high } = clear2();
        if (!box) return;
        const zoom2 = Math.min(
          Math.max(40, wide - 2 * pad) / Math.max(1, box.right - box.left),
          Math.max(40, high - 2 * pad) / Math.max(1, box.bottom - box.top),
          most2
        );
        move({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: zoom2 }, animated);
      };
      nearTo = (node2) => {
        const near2 = { x: x[node2], y: y[node2] };
        const box = bounds(within(node2, 1).keys());
        if (!box) return { ...near2, zoom: 1 };
        const { wide, high } = clear2();
        const across2 = Math.max(60, box.right - near2.x, near2.x - box.left);
        const down = Math.max(60, box.bottom - near2.y, near2.y - box.top);
        const zoom2 = 0.45 * Math.min(wide / across2, high / down);
        return { ...near2, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
      };
      turn = (at4) => turned ? { ...at4, x: at4.y, y: at4.x } : at4;
      goTo = (node2) => {
        if (shown[node2]) move(nearTo(node2), true);
      };
      camera2 = () => touched ? turn(canvas.now()) : null;
      place = (at4) => move(turn(at4), false, { x: 0, y: 0 });
      zoom = (factor) => {
        const now5 = canvas.now();
        move({ ...now5, zoom: now5.zoom * factor }, true, { x: 0, y: 0 });
      };
      restyle = () => {
        dress();
        repaint();
      };
      onPick = (pick2) => canvas.onPick((point2) => pick2(pick(point2.x, point2.y, 8 / canvas.now().zoom)));
      onMoved = (listener) => {
        moved = listener;
      };
      position = (node2) => canvas.toPage({ x: x[node2], y: y[node2] });
      view3 = () => ({
        ...canvas.now(),
        width: container.clientWidth,
        height: container.clientHeight
      });
      free = () => {
        const [{ wide, high, middle }, now5] = [clear2(), canvas.now()];
        const [left, top] = [now5.x + middle.x / now5.zoom, now5.y + middle.y / now5.zoom];
        return { x: left, y: top, zoom: now5.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
      };
      hasArrived = () => !moving;
    }
  });

  // src/focus_moves.ts
  var ARRIVE2, quiet2, before, forget, arrive, STEPS2, nextTo, EDGE, listen;
  var init_focus_moves = __esm({
    "src/focus_moves.ts"() {
      "use strict";
      init_dom();
      init_draw();
      init_focus_lines();
      ARRIVE2 = 300;
      quiet2 = matchMedia("(prefers-reduced-motion: reduce)");
      before = /* @__PURE__ */ new Map();
      forget = () => {
        before = /* @__PURE__ */ new Map();
      };
      arrive = (stage, svg2, { places }) => {
        const { left, top } = stage.getBoundingClientRect();
        const canvas2 = byId("canvas").getBoundingClientRect();
        const now5 = /* @__PURE__ */ new Map();
        for (const [{ node: node2, made }, { x: x2, y: y2 }] of places) {
          if (node2 < 0) continue;
          now5.set(node2, { x: x2 + left, y: y2 + top });
          if (quiet2.matches) continue;
          const onMap = position(node2);
          const from = before.get(node2) ?? { x: onMap.x + canvas2.left, y: onMap.y + canvas2.top };
          const start11 = `translate(${from.x - left - x2}px, ${from.y - top - y2}px)`;
          const steps = [
            { transform: start11, opacity: 0.4 },
            { transform: "none", opacity: 1 }
          ];
          made.animate(steps, { duration: ARRIVE2, easing: "ease-out" });
        }
        if (!quiet2.matches) svg2.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], ARRIVE2);
        before = now5;
      };
      STEPS2 = {
        ArrowLeft: [-1, 0],
        ArrowRight: [1, 0],
        ArrowUp: [0, -1],
        ArrowDown: [0, 1]
      };
      nextTo = (places, from, [dx, dy]) => {
        const start11 = places.get(from) ?? { x: 0, y: 0 };
        let [best, least2] = [null, Infinity];
        for (const [one, { x: x2, y: y2 }] of places) {
          const ahead = (x2 - start11.x) * dx + (y2 - start11.y) * dy;
          const far = ahead + 2 * Math.abs((x2 - start11.x) * dy + (y2 - start11.y) * dx);
          if (one === from || ahead < EDGE || !one.made.matches("a")) continue;
          if (far < least2) [best, least2] = [one, far];
        }
        return best;
      };
      EDGE = 4;
      listen = (stage, svg2, { places }, { say, why: why2 }) => {
        const pieceAt = (target) => {
          const star = target?.closest(".star");
          return [...places.keys()].find(({ made }) => made === star);
        };
        const ask2 = (node2) => {
          stage.classList.toggle("asked", node2 >= 0);
          const near2 = light(svg2, node2);
          for (const { node: node3, made } of places.keys())
            made.classList.toggle("lit", near2.has(node3) || made.classList.contains("middle"));
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
    }
  });

  // src/focus_layout.ts
  var TURNS, STEPS3, INNER, GRID, GAP, rectOf, roomAround, isInside2, take, nearest, aside, ringsOf, onRings, onTime, inColumns;
  var init_focus_layout = __esm({
    "src/focus_layout.ts"() {
      "use strict";
      init_label_room();
      TURNS = 48;
      STEPS3 = [0, 0.06, -0.06, 0.12, -0.12];
      INNER = 0.5;
      GRID = 10;
      GAP = 6;
      rectOf = ({ x: x2, y: y2 }, { wide, high }, gap = 0) => [
        x2 - wide / 2 - gap,
        y2 - high / 2 - gap,
        x2 + wide / 2 + gap,
        y2 + high / 2 + gap
      ];
      roomAround = (taken) => {
        const room = freeRoom();
        taken.forEach(room.occupy);
        return room;
      };
      isInside2 = (rect, area) => rect[0] >= area[0] && rect[1] >= area[1] && rect[2] <= area[2] && rect[3] <= area[3];
      take = (room, area, point2, box) => {
        if (!isInside2(rectOf(point2, box), area) || !room.isFree(rectOf(point2, box, GAP / 2))) return false;
        room.occupy(rectOf(point2, box, GAP / 2));
        return true;
      };
      nearest = (room, area, wanted, box) => {
        let [best, least2] = [null, Infinity];
        for (let x2 = area[0] + box.wide / 2; x2 <= area[2] - box.wide / 2; x2 += GRID)
          for (let y2 = area[1] + box.high / 2; y2 <= area[3] - box.high / 2; y2 += GRID) {
            const far = Math.hypot(x2 - wanted.x, y2 - wanted.y);
            if (far < least2 && room.isFree(rectOf({ x: x2, y: y2 }, box, GAP / 2))) [best, least2] = [{ x: x2, y: y2 }, far];
          }
        return best;
      };
      aside = (step2) => step2 % 2 ? (step2 + 1) / 2 : -step2 / 2;
      ringsOf = (weights2, rings2) => {
        const order3 = weights2.map((_, at4) => at4).sort((a, b) => weights2[b] - weights2[a] || a - b);
        const found = new Array(weights2.length);
        const parts3 = rings2 * (rings2 + 1) / 2;
        order3.forEach((at4, rank) => {
          const share = (rank + 0.5) / weights2.length * parts3;
          let ring = 0;
          while (ring < rings2 - 1 && share > (ring + 1) * (ring + 2) / 2) ring += 1;
          found[at4] = ring;
        });
        return found;
      };
      onRings = (items, {
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
          const start11 = -Math.PI / 2 + ring * Math.PI / Math.max(2, members.length);
          members.forEach((item, at4) => {
            const direction = start11 + 2 * Math.PI * at4 / members.length;
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
      onTime = (items, {
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
      inColumns = (groups2, { area, boxOf: boxOf2, bulge }) => {
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
    }
  });

  // src/focus_stage.ts
  var RINGS, EDGE2, AXIS, DAY, date2, dayOf, isDated, tinted, paperPiece, outerPiece, middlePiece, measure2, piecesOn, ticks, boxOf, alongTime, aroundMiddle, placeOn;
  var init_focus_stage = __esm({
    "src/focus_stage.ts"() {
      "use strict";
      init_dom();
      init_focus_layout();
      init_model();
      init_rows();
      init_theme();
      RINGS = 3;
      EDGE2 = 4;
      AXIS = 24;
      DAY = 864e5;
      date2 = (node2) => /^\d{4}/.test(nodes.date[node2]) ? nodes.date[node2].slice(0, 7) : "";
      dayOf = (node2) => node2 >= 0 && isPaper(node2) ? Date.parse(nodes.date[node2].slice(0, 10)) : Number.NaN;
      isDated = ({ papers: papers3 }) => {
        const days = papers3.map(({ node: node2 }) => dayOf(node2)).filter(Number.isFinite);
        return new Set(days).size > 1;
      };
      tinted = (node2) => {
        const made = icon(nodes.kind[node2]);
        made.style.setProperty("--tint", ofNode2(node2));
        return made;
      };
      paperPiece = ({ node: node2, says }) => {
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
      outerPiece = ({ node: node2, says }) => {
        const title2 = `${nodes.label[node2]}: ${says}`;
        const made = nodeLink(node2, "", { class: "star outer", tabindex: "-1", title: title2, "aria-label": title2 });
        made.append(tinted(node2), foreign(nodes.label[node2], { class: "label" }));
        return made;
      };
      middlePiece = (node2, name3) => el(
        "div",
        { class: "star middle" },
        node2 >= 0 ? tinted(node2) : swatch(name3),
        foreign(name3, { class: "label" })
      );
      measure2 = (piece) => {
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
      piecesOn = (stage, members, [node2, name3]) => {
        const piece = (made, node3 = -1, weight2 = 0) => {
          stage.append(made);
          return { made, node: node3, weight: weight2, box: { wide: 0, high: 0 }, hook: { x: 0, y: 0 } };
        };
        const middle = piece(middlePiece(node2, name3), node2, 1);
        const papers3 = members.papers.map((one) => piece(paperPiece(one), one.node, one.weight));
        const groups2 = members.groups.map((group3) => ({
          head: piece(el("p", { class: "group" }, group3.title)),
          members: group3.members.map((one) => piece(outerPiece(one), one.node, one.weight))
        }));
        const all5 = [middle, ...papers3, ...groups2.flatMap((group3) => [group3.head, ...group3.members])];
        all5.forEach(measure2);
        return { middle, papers: papers3, groups: groups2, all: all5 };
      };
      ticks = ([first3, last], xOf, y2) => {
        const steps = 4;
        const days = Array.from({ length: steps + 1 }, (_, at4) => first3 + (last - first3) * at4 / steps);
        const digits = last - first3 > 100 * DAY ? 7 : 10;
        return [...new Map(days.map((day2) => [new Date(day2).toISOString().slice(0, digits), day2]))].map(
          ([text2, day2]) => {
            const made = el("p", { class: "tick count" }, text2);
            made.style.left = `${xOf(day2)}px`;
            made.style.top = `${y2}px`;
            return made;
          }
        );
      };
      boxOf = ({ box }) => box;
      alongTime = (pieces, area) => {
        const { middle, papers: papers3 } = pieces;
        const days = [...papers3, middle].map(({ node: node2 }) => dayOf(node2)).filter(Number.isFinite);
        const ends2 = [Math.min(...days), Math.max(...days)];
        const margin = (papers3[0]?.box.wide ?? 0) / 2;
        const [left, right] = [area[0] + margin, area[2] - margin];
        const xOf = (day2) => left + (right - left) * (day2 - ends2[0]) / Math.max(1, ends2[1] - ends2[0]);
        const own2 = dayOf(middle.node);
        const half = middle.box.wide / 2;
        const at4 = Number.isFinite(own2) ? { x: Math.max(area[0] + half, Math.min(area[2] - half, xOf(own2))), y: (area[1] + area[3]) / 2 } : { x: (area[0] + area[2]) / 2, y: area[1] + middle.box.high / 2 };
        const known2 = papers3.filter(({ node: node2 }) => Number.isFinite(dayOf(node2)));
        const room = roomAround([rectOf(at4, middle.box, 8)]);
        const placed = onTime(known2, { area, room, boxOf, xOf: ({ node: node2 }) => xOf(dayOf(node2)) });
        return { places: new Map([[middle, at4], ...placed.at]), ticks: ticks(ends2, xOf, area[3] + 2) };
      };
      aroundMiddle = (pieces, area) => {
        const { middle, papers: papers3, groups: groups2 } = pieces;
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
          papers3.map(({ weight: weight2 }) => weight2),
          RINGS
        );
        const ring = new Map(papers3.map((piece, index2) => [piece, rings2[index2]]));
        const inside2 = onRings(papers3, {
          area,
          room,
          boxOf,
          rings: RINGS,
          ringOf: (piece) => ring.get(piece) ?? 0
        });
        return { places: new Map([[middle, at4], ...outside2.at, ...inside2.at]), ticks: [] };
      };
      placeOn = (stage, members, middle, inTime2) => {
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
    ofPaper: () => ofPaper2
  });
  var PAPERS, OTHERS, NODE_COLUMNS, EDGE_COLUMNS, chunkOf, first, papers, others2, blank, now4, inside, edgesInside, placeEvidence, fill, packed, pending, load, loaded, near, ofEdges, all2, ofPaper2, ofEdge, chunks, nodesOf;
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
      placeEvidence = (own2, start11, length) => {
        let [paper, text2] = [-1, ""];
        own2.forEach((e, at4) => {
          if (start11[at4] < 0) return;
          if (edges.from[e] !== paper)
            [paper, text2] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now4.abstract[edges.from[e]]}`];
          now4.evidence[e] = text2.slice(start11[at4], start11[at4] + length[at4]);
        });
      };
      fill = (chunk, packed2) => {
        const columns2 = unpackTable(packed2);
        const [own2, lines] = [inside(chunk), edgesInside(chunk)];
        const copy2 = (name3, rows2) => {
          columns2[name3]?.forEach((text2, at4) => {
            now4[name3][rows2[at4]] = text2;
          });
        };
        for (const name3 of NODE_COLUMNS) copy2(name3, own2);
        for (const name3 of EDGE_COLUMNS) copy2(name3, lines);
        const { start: start11, length } = columns2;
        if (start11 && length) placeEvidence(lines, start11, length);
      };
      packed = null;
      pending = /* @__PURE__ */ new Map();
      load = (chunk) => {
        packed ??= content("text-data").split("\n");
        const found = pending.get(chunk) ?? unpack(packed[chunk] ?? "").then(
          (columns2) => fill(chunk, columns2),
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
      ofPaper2 = async (node2) => {
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

  // src/focus.ts
  var focus_exports = {};
  __export(focus_exports, {
    leave: () => leave,
    opener: () => opener,
    refresh: () => refresh,
    start: () => start3,
    toggle: () => toggle
  });
  var MOST, NARROW, panel, timed, listed, hasMiddle, isOn, name2, leave, toggle, opener, why, asList, restList, head, hint, sayIn, asStage, render, refresh, onKey, start3;
  var init_focus = __esm({
    "src/focus.ts"() {
      "use strict";
      init_dom();
      init_focus_lines();
      init_focus_members();
      init_focus_moves();
      init_focus_stage();
      init_model();
      init_model();
      init_result();
      init_rows();
      init_state();
      init_texts();
      MOST = 40;
      NARROW = 560;
      panel = byId("focus");
      timed = false;
      listed = false;
      hasMiddle = () => now.selected >= 0 || topic.has(now.topic);
      isOn = () => now.focus && now.main === "map" && hasMiddle();
      name2 = () => now.selected >= 0 ? nodes.label[now.selected] : now.topic;
      leave = () => {
        const on3 = isOn();
        if (on3) focusOn(false);
        return on3;
      };
      toggle = () => {
        if (!hasMiddle()) return;
        const on3 = isOn();
        if (now.main !== "map") show("map");
        focusOn(!on3);
      };
      opener = () => {
        const look = { class: "ask", title: "Lay the neighbourhood out (F)", "data-focus": "" };
        return button({ ...look, "aria-pressed": String(isOn()) }, "Focus", toggle);
      };
      why = (node2) => {
        if (now.selected >= 0 && node2 !== now.selected) pathTo(node2);
      };
      asList = (members) => {
        const row5 = ({ node: node2, says, edge }) => {
          const label = `Why ${nodes.label[node2].slice(0, 60)}`;
          return named2(
            node2,
            says,
            edge >= 0 ? button({ class: "more", "aria-label": label }, "Why", () => why(node2)) : null
          );
        };
        const part2 = (title2, list3) => list3.length ? section(title2, ...listing(list3, row5, { class: "tight" })) : null;
        return [part2("Papers", members.papers), ...members.groups.map((group3) => part2(group3.title, group3.members))];
      };
      restList = (left) => el(
        "div",
        { class: "rest", role: "region", "aria-label": "The others" },
        ...listing(left, ({ node: node2, says }) => named2(node2, says), { class: "tight" }, 30)
      );
      head = (members, left) => {
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
      hint = () => now.selected >= 0 ? "Point at a line for the reason, click it for the sentences; click a name to move there." : "Click a name to move there.";
      sayIn = (bar2, all5) => async (node2) => {
        const edge = all5.find((one) => one.node === node2)?.edge ?? -1;
        bar2.dataset.node = String(node2);
        const found = edge >= 0 ? await ofEdge(edge) : null;
        if (bar2.dataset.node !== String(node2)) return;
        const reason2 = found && (found.reason || found.evidence);
        bar2.textContent = node2 < 0 ? hint() : reason2 || nodes.label[node2];
      };
      asStage = (members) => {
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
        const all5 = [...members.papers, ...members.groups.flatMap((group3) => group3.members)];
        const weights2 = new Map([...places.keys()].map(({ node: node2, weight: weight2 }) => [node2, weight2]));
        const weightOf = (node2) => Math.min(1, weights2.get(node2) ?? 0);
        const svg2 = linesOf({ wide, high, anchors, middle: middle.node, weightOf }, why);
        for (const line4 of svg2.querySelectorAll(".spoke"))
          line4.classList.toggle("chosen", line4.dataset.end === String(now.target));
        stage.prepend(svg2, ...ticks2);
        const left = all5.filter(({ node: node2 }) => !anchors.has(node2));
        panel.replaceChild(head(members, left.length), panel.children[0]);
        if (left.length && listed) panel.append(restList(left));
        stage.querySelector("a")?.setAttribute("tabindex", "0");
        bar2.textContent = all5.length ? hint() : "Nothing that passes the filters is linked with it.";
        listen(stage, svg2, placement, { say: sayIn(bar2, all5), why });
        arrive(stage, svg2, placement);
      };
      render = () => {
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
      refresh = render;
      onKey = (event) => {
        const typing = event.target.matches("input, textarea, select");
        if (event.key.toLowerCase() !== "f" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        toggle();
      };
      start3 = () => {
        on(["selection", "focus", "main", "colour"], (now5, changed) => {
          if (changed.includes("selected")) listed = false;
          if (now5.focus && !hasMiddle()) queueMicrotask(() => !hasMiddle() && focusOn(false));
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
          const now5 = `${Math.round(contentRect.width)} ${Math.round(contentRect.height)}`;
          if (isOn() && now5 !== size3) render();
          size3 = now5;
        }).observe(panel);
        render();
      };
    }
  });

  // src/card_topic.ts
  var particular, subtopicRow, cardTopic;
  var init_card_topic = __esm({
    "src/card_topic.ts"() {
      "use strict";
      init_dom();
      init_focus();
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
      subtopicRow = ({ name: name3, papers: papers3 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name3), foreign(name3, { class: "grow" })],
          () => showTopic(name3)
        ),
        el("span", { class: "count" }, plural(papers3, "paper"))
      );
      cardTopic = (topic5) => {
        const { name: name3, parent, papers: papers3, subtopics, central } = topic5;
        return [
          el("h2", { dir: "auto" }, name3),
          meta(
            plural(papers3, "paper"),
            subtopics.length ? plural(subtopics.length, "subtopic") : ""
          ),
          parent ? el("div", { class: "chips" }, chip(parent)) : null,
          el("div", { class: "actions" }, opener()),
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
      lineEnds = (text2, wrap) => text2.replace(/[\u0085\u2028]/g, (sign) => wrap(`&#${sign.charCodeAt(0)};`));
      legal = (text2) => text2.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
      attribute = (text2) => lineEnds(
        legal(text2).replace(/[&<>"\n\t]/g, (sign) => MARKS[sign]),
        (reference) => reference
      );
      content2 = (text2) => {
        const clean = legal(text2);
        if (!/[&<]|\]\]>/.test(clean)) return lineEnds(clean, (reference) => reference);
        const cut = clean.replaceAll("]]>", "]]]]><![CDATA[>");
        return `<![CDATA[${lineEnds(cut, (reference) => `]]>${reference}<![CDATA[`)}]]>`;
      };
    }
  });

  // src/tables.ts
  var columns, broader, NODE_TEXTS, NODE_TYPES, NODE_NAMES, EDGE_NAMES, EDGE_TYPES, nodeRows, edgeRow, edgeRows, cell, csvOf, csv, nodeTable, edgeTable, key, data2, graphml;
  var init_tables = __esm({
    "src/tables.ts"() {
      "use strict";
      init_lines();
      init_model();
      init_model();
      init_result();
      init_texts();
      init_xml();
      columns = (table4) => table4;
      broader = nodes.broader.some(Boolean) ? ["broader"] : [];
      NODE_TEXTS = [
        ...["label", "kind", "papers", "topic", "topic_id", "subtopic", "subtopic_id"],
        ...["date", "url", "sources", "aliases"],
        ...broader,
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
      edgeRow = (texts) => (line4) => {
        const edge = now3.edge[line4];
        const ends2 = { source: nodes.key[now3.a[line4]], target: nodes.key[now3.b[line4]] };
        const relation3 = nameOf(line4);
        const id = `${ends2.source}--${relation3}--${ends2.target}`;
        if (edge < 0) return { id, ...ends2, relation: relation3, weight: now3.weight[line4] };
        const shared2 = texts.shared[edge];
        const count2 = { shared_count: shared2 ? split(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name3) => [
            name3,
            count2[name3] ?? columns(texts)[name3]?.[edge] ?? columns(edges)[name3]?.[edge]
          ])
        );
        for (const name3 of Object.keys(EDGE_TYPES)) if (own2[name3] === 0) own2[name3] = "";
        return { ...own2, id, ...ends2, relation: relation3 };
      };
      edgeRows = (texts) => {
        const all5 = Array.from({ length: now3.count }, (_, line4) => line4).filter(isListed);
        return all5.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow(texts));
      };
      cell = (value) => {
        const text2 = String(value ?? "");
        return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
      };
      csvOf = (list3) => list3.map((row5) => `${row5.map(cell).join(",")}
`).join("");
      csv = (heads2, names4, list3) => csvOf([heads2, ...list3.map((row5) => names4.map((name3) => row5[name3]))]);
      nodeTable = async () => {
        const rest3 = NODE_NAMES.filter((name3) => name3 !== "label");
        return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows(await all2()));
      };
      edgeTable = async () => {
        const rest3 = EDGE_NAMES.filter((name3) => name3 !== "weight");
        const list3 = edgeRows(await all2()).map((row5) => ({ ...row5, type: "Directed" }));
        const heads2 = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
        return csv(heads2, ["source", "target", "type", "relation", "id", "weight", ...rest3], list3);
      };
      key = (id, of, name3, type = "string") => `<key id="${id}" for="${of}" attr.name="${name3}" attr.type="${type}"/>
`;
      data2 = (row5, names4) => names4.filter((name3) => row5[name3] !== "" && row5[name3] !== void 0).map((name3) => `<data key="${name3}">${content2(String(row5[name3]))}</data>
`).join("");
      graphml = async () => {
        const texts = await all2();
        const id = attribute;
        return [
          '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
          ...NODE_NAMES.map((name3) => key(name3, "node", name3, NODE_TYPES[name3])),
          key("edgelabel", "edge", "label"),
          ...EDGE_NAMES.map((name3) => key(name3, "edge", name3, EDGE_TYPES[name3])),
          '<graph edgedefault="directed">\n',
          ...nodeRows(texts).map((row5) => `<node id="${id(String(row5.id))}">
${data2(row5, NODE_NAMES)}</node>
`),
          ...edgeRows(texts).map(
            (row5) => `<edge id="${id(row5.id)}" source="${id(row5.source)}" target="${id(row5.target)}" label="${id(row5.relation)}">
<data key="edgelabel">${content2(row5.relation)}</data>
${data2(row5, EDGE_NAMES)}</edge>
`
          ),
          "</graph>\n</graphml>\n"
        ].join("");
      };
    }
  });

  // src/compare_files.ts
  var labels, shareName, cellOf, first2, facts, parts2, linesOf2, named3, asCsv, plain, line, table2, MOST2, bullets, asMarkdown;
  var init_compare_files = __esm({
    "src/compare_files.ts"() {
      "use strict";
      init_compare_sets();
      init_corpus();
      init_model();
      init_naming();
      init_state();
      init_tables();
      labels = (items) => items.map((node2) => nodes.label[node2]);
      shareName = ({ sets }, names4) => sets.length === names4.length ? names4.length === 2 ? "both" : `all ${names4.length}` : `${sets.length > 1 ? "" : "only "}${sets.map((at4) => names4[at4]).join(" and ")}`;
      cellOf = (value, papers3) => papers3 ? value < 0 ? "" : RELATIONS[edges.relation[value]]?.edge ?? edges.relation[value] : value;
      first2 = (item) => {
        const paper = earliest(linked(now, item).keys());
        return paper < 0 ? "" : `${nodes.label[paper]} (${nodes.date[paper]})`;
      };
      facts = (items) => {
        const papers3 = isPaper(items[0]);
        if (papers3)
          return [
            ["date", ...items.map((item) => nodes.date[item])],
            ["names", ...setsOf(now, items).map((set) => set.size)]
          ];
        const series = items.map((item) => byTime(linked(now, item).keys()));
        return [
          ["papers", ...setsOf(now, items).map((set) => set.size)],
          ["first paper", ...items.map(first2)],
          ...corpus.bins.names.map((name3, bin) => [name3, ...series.map((one) => one[bin])])
        ];
      };
      parts2 = (items) => shares(setsOf(now, items)).map((share) => [
        shareName(share, labels(items)),
        ...items.map((_, at4) => share.sets.includes(at4) ? share.members.length : "")
      ]);
      linesOf2 = (items) => (isPaper(items[0]) ? sharedNames2 : sharedCompany)(now, items);
      named3 = (items) => linesOf2(items).map(({ node: node2, cells }) => [
        KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2],
        [nodes.label[node2], ...cells.map((value) => cellOf(value, isPaper(items[0])))]
      ]);
      asCsv = (items) => csvOf([
        ["section", "name", ...labels(items)],
        ...facts(items).map((row5) => ["facts", ...row5]),
        ...parts2(items).map((row5) => ["in common and apart", ...row5]),
        ...named3(items).map(([kind, row5]) => [kind, ...row5])
      ]);
      plain = (text2) => String(text2).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
      line = (cells) => `| ${cells.map(plain).join(" | ")} |`;
      table2 = (heads2, body3) => [line(heads2), `|${" --- |".repeat(heads2.length)}`, ...body3.map(line)].join("\n");
      MOST2 = 30;
      bullets = (members) => {
        const dated2 = (node2) => nodes.date[node2] ? ` (${nodes.date[node2]})` : "";
        const list3 = members.slice(0, MOST2).map((node2) => `- ${plain(nodes.label[node2] + dated2(node2))}`);
        return [...list3, ...members.length > MOST2 ? [`- and ${members.length - MOST2} more`] : []].join("\n");
      };
      asMarkdown = (items) => {
        const names4 = labels(items);
        const shared2 = named3(items).slice(0, MOST2);
        const cut = shares(setsOf(now, items));
        const nouns = isPaper(items[0]) ? "Names" : "Papers";
        const parts3 = [
          `# ${names4.map(plain).join(" and ")}`,
          table2(["", ...names4], facts(items)),
          `## ${nouns} in common and apart`,
          table2(
            ["", nouns],
            cut.map((share) => [shareName(share, names4), share.members.length])
          )
        ];
        if (shared2.length) {
          const rows2 = shared2.map(([kind, [name3, ...cells]]) => [name3, kind, ...cells]);
          parts3.push("## Named with them", table2(["", "kind", ...names4], rows2));
        }
        for (const share of cut)
          if (share.sets.length > 1 && share.members.length)
            parts3.push(`## Of ${plain(shareName(share, names4))}`, bullets(share.members));
        return `${parts3.join("\n\n")}
`;
      };
    }
  });

  // src/svg_backend.ts
  var svgBackend;
  var init_svg_backend = __esm({
    "src/svg_backend.ts"() {
      "use strict";
      init_xml();
      svgBackend = (width, height, background3) => {
        const measuring = document.createElement("canvas").getContext("2d");
        const parts3 = [];
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
          parts3.push(
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
              parts3.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
          },
          stroke: () => {
            if (path2) parts3.push(`<path d="${path2}" ${lineLook()}/>`);
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
${parts3.join("\n")}
</svg>
`
        };
        return pen;
      };
    }
  });

  // src/picture.ts
  var sheet, SHARP, aim, onCanvas, png, svg, whole2, key2;
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
      aim = (ctx, { x: x2, y: y2, zoom: zoom2, width, height }, ratio) => {
        const scale = zoom2 * ratio;
        ctx.setTransform(scale, 0, 0, scale, width / 2 * ratio - x2 * scale, height / 2 * ratio - y2 * scale);
      };
      onCanvas = (view4) => {
        const canvas2 = el("canvas", { width: String(view4.width * SHARP), height: String(view4.height * SHARP) });
        const ctx = canvas2.getContext("2d");
        ctx.fillStyle = own.ground;
        ctx.fillRect(0, 0, canvas2.width, canvas2.height);
        aim(ctx, view4, SHARP);
        all(ctx, { ratio: SHARP });
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
        all(pen, { ratio: 1 });
        return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
      };
      whole2 = () => {
        const box = bounds(nodes.id);
        const width = 1e3;
        if (!box) return { x: 0, y: 0, zoom: 1, width, height: 100 };
        const [wide, high] = [box.right - box.left, box.bottom - box.top];
        const height = Math.round(Math.min(1250, Math.max(400, (width - 80) * high / wide + 80)));
        const zoom2 = Math.min((width - 80) / wide, (height - 80) / high, 2);
        return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: zoom2, width, height };
      };
      key2 = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
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
    }
  });

  // src/export_menu.ts
  var opener2, menu, status, UTF8, STEPS4, stem, download, text, copy, THINGS, open, run;
  var init_export_menu = __esm({
    "src/export_menu.ts"() {
      "use strict";
      init_dom();
      init_picture();
      init_state();
      init_tables();
      opener2 = byId("save");
      menu = byId("save-menu");
      status = byId("save-status");
      UTF8 = "charset=utf-8";
      STEPS4 = { ArrowDown: 1, ArrowUp: -1 };
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
      text = (make, type, ending) => async () => download(new Blob([await make()], { type: `${type};${UTF8}` }), ending);
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
        opener2.setAttribute("aria-expanded", String(wanted));
      };
      run = (act) => async () => {
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
        const all5 = [...menu.querySelectorAll("button")];
        const step2 = STEPS4[event.key];
        if (event.key === "Escape") {
          open(false);
          opener2.focus();
        } else if (step2)
          all5[(all5.indexOf(document.activeElement) + step2 + all5.length) % all5.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target) && target !== opener2) open(false);
      });
    }
  });

  // src/grade.ts
  var fold2, loose, grade;
  var init_grade = __esm({
    "src/grade.ts"() {
      "use strict";
      fold2 = (text2) => text2.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      loose = (text2) => text2.replace(/[\s_-]+/g, "");
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
  var input, list2, status2, LIMIT, index, hits, active, answer2, usual, build, find, point, close, dress2, release, ask, choose, row2, refresh2, keys, focus;
  var init_search = __esm({
    "src/search.ts"() {
      "use strict";
      init_dom();
      init_grade();
      init_model();
      init_state();
      input = byId("search");
      list2 = byId("suggestions");
      status2 = byId("search-status");
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
      find = (text2) => {
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
      point = (next) => {
        active = next;
        for (const [at4, item] of [...list2.children].entries())
          item.setAttribute("aria-selected", String(at4 === active));
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
      dress2 = ({ placeholder, label }) => {
        input.placeholder = placeholder;
        input.setAttribute("aria-label", label);
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
        refresh2();
        input.focus();
      };
      choose = (at4) => {
        if (!hits[at4]) return;
        const { node: node2 } = hits[at4];
        input.value = "";
        refresh2();
        const give2 = answer2 || select;
        release();
        give2(node2);
        byId("card").focus({ preventScroll: true });
      };
      row2 = ({ node: node2, alias }, at4) => {
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
      refresh2 = () => {
        hits = find(input.value);
        const asked2 = input.value.trim() !== "";
        list2.replaceChildren(...hits.map(row2));
        if (asked2 && hits.length === 0)
          list2.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
        list2.hidden = !asked2;
        input.setAttribute("aria-expanded", String(asked2 && hits.length > 0));
        status2.textContent = asked2 ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
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
      focus = () => input.focus();
    }
  });

  // src/spark.ts
  var SVG2, WIDE, HIGH, PAD2, shape, points, spark;
  var init_spark = __esm({
    "src/spark.ts"() {
      "use strict";
      SVG2 = "http://www.w3.org/2000/svg";
      [WIDE, HIGH, PAD2] = [64, 18, 2];
      shape = (name3, attributes) => {
        const made = document.createElementNS(SVG2, name3);
        for (const [key3, value] of Object.entries(attributes)) made.setAttribute(key3, String(value));
        return made;
      };
      points = (series) => {
        const most2 = Math.max(1, ...series);
        const step2 = series.length > 1 ? (WIDE - 2 * PAD2) / (series.length - 1) : 0;
        const round = (value) => Math.round(10 * value) / 10;
        return series.map((value, at4) => [
          round(PAD2 + at4 * step2),
          round(HIGH - PAD2 - (HIGH - 2 * PAD2) * value / most2)
        ]);
      };
      spark = (series) => {
        const found = points(series);
        const line4 = found.map((point2) => point2.join(",")).join(" ");
        const svg2 = shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "spark", "aria-hidden": "true" });
        const [x2, y2] = found[found.length - 1] ?? [PAD2, HIGH - PAD2];
        svg2.append(
          shape("polygon", { points: `${PAD2},${HIGH - PAD2} ${line4} ${x2},${HIGH - PAD2}`, class: "under" }),
          shape("polyline", { points: line4 }),
          shape("circle", { cx: x2, cy: y2, r: 2 })
        );
        return svg2;
      };
    }
  });

  // src/toolbar.ts
  var group, mains, hint2, VIEWS2, entities3, offer, refresh3, start4;
  var init_toolbar = __esm({
    "src/toolbar.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_scene();
      init_state();
      group = byId("views");
      mains = byId("mains");
      hint2 = byId("hint");
      VIEWS2 = {
        full: ["Everything", "Papers and what they name"],
        papers: ["Papers", "Papers and the links between them"],
        entities: ["Entities", `${entities.many}, linked where papers name both`]
      };
      entities3 = size - (kinds.get("paper") || 0);
      offer = (main, label) => {
        const made = button(
          { "data-main": main, "aria-pressed": String(now.main === main) },
          label,
          () => show(main)
        );
        mains.append(made);
        return made;
      };
      refresh3 = (now5) => {
        for (const box of group.querySelectorAll("input")) box.checked = box.value === now5.view;
        for (const made of mains.querySelectorAll("button"))
          made.setAttribute("aria-pressed", String(made.dataset.main === now5.main));
        const none = size > 0 && !shown.some(Boolean);
        hint2.hidden = !none;
        hint2.textContent = none ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
      };
      start4 = () => {
        for (const [value, [label, title2]] of Object.entries(VIEWS2)) {
          const box = el("input", { type: "radio", name: "view", value });
          box.addEventListener("change", () => view(value));
          group.append(el("label", { title: title2 }, box, el("span", {}, label)));
        }
        group.hidden = !entities3 || entities3 === size;
        mains.hidden = size === 0;
        offer("map", "Map");
        offer("table", "Table");
        refresh3(now);
      };
    }
  });

  // src/compare.ts
  var compare_exports = {};
  __export(compare_exports, {
    has: () => has,
    isAsked: () => isAsked,
    pinOf: () => pinOf,
    start: () => start5,
    toggle: () => toggle2
  });
  var MOST3, SENTENCES, NAMES2, panel2, status3, opened, shift, isAsked, has, toggle2, pinOf, heads, line2, inTime, firstPaper, topicOf, facts2, shareRow, inCommon, sharedTable, namedWith2, said2, links2, sentences, add, save, tools, HOW, body, render2, start5;
  var init_compare = __esm({
    "src/compare.ts"() {
      "use strict";
      init_card_pair();
      init_card_text();
      init_compare_files();
      init_compare_sets();
      init_corpus();
      init_dom();
      init_export_menu();
      init_model();
      init_model();
      init_naming();
      init_result();
      init_rows();
      init_search();
      init_spark();
      init_state();
      init_texts();
      init_toolbar();
      MOST3 = 4;
      SENTENCES = 3;
      NAMES2 = 8;
      panel2 = byId("compare");
      status3 = el("p", { class: "unseen", role: "status" });
      opened = -1;
      shift = false;
      isAsked = () => shift;
      has = (node2) => now.compare.includes(node2);
      toggle2 = (node2) => {
        const others3 = now.compare.filter((one) => one !== node2);
        const fits = others3.filter((one) => isPaper(one) === isPaper(node2));
        compare2(has(node2) ? others3 : [...fits, node2]);
        const left = plural(now.compare.length, isPaper(node2) ? "paper" : "name");
        status3.textContent = `${left} to compare`;
      };
      pinOf = (node2) => {
        const title2 = "Put beside others, then open Compare above (Shift+click pins as well)";
        const look = { class: "ask", title: title2, "aria-pressed": String(has(node2)), "data-compare": String(node2) };
        return button(look, "Compare", () => toggle2(node2));
      };
      heads = (items) => items.map(
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
      line2 = (title2, cells, attributes = {}) => el("tr", attributes, el("th", { scope: "row" }, title2), ...cells.map((cell3) => el("td", {}, cell3)));
      inTime = (item) => {
        const series = byTime(isPaper(item) ? [item] : linked(now, item).keys());
        const most2 = Math.max(...series);
        const { names: names4, unit } = corpus.bins;
        return el(
          "div",
          { class: "in-time" },
          spark(series),
          el(
            "span",
            { class: "count" },
            most2 ? `at most ${most2} a ${unit}, in ${names4[series.indexOf(most2)]}` : "no date"
          )
        );
      };
      firstPaper = (item) => {
        const paper = earliest(linked(now, item).keys());
        return paper < 0 ? "" : el("span", {}, nodeLink(paper), el("span", { class: "count" }, ` ${nodes.date[paper]}`));
      };
      topicOf = (item) => topic.has(nodes.topic[item]) ? el("span", { class: "chips" }, chip(nodes.topic[item])) : "";
      facts2 = (items, sets) => {
        const papers3 = isPaper(items[0]);
        const counts4 = sets.map((set) => plural(set.size, papers3 ? "name" : "paper"));
        const dated2 = corpus.bins.names.length > 1;
        return [
          line2(papers3 ? "Names" : "Papers", counts4),
          papers3 ? line2(
            "Date",
            items.map((item) => nodes.date[item])
          ) : null,
          dated2 && !papers3 ? line2("In time", items.map(inTime)) : null,
          dated2 && !papers3 ? line2("First paper", items.map(firstPaper)) : null,
          topics.length ? line2("Topic", items.map(topicOf)) : null
        ];
      };
      shareRow = (share, at4, items, most2) => {
        const { sets, members } = share;
        const names4 = labels(items).map((name3) => name3.length > 28 ? `${name3.slice(0, 27).trimEnd()}…` : name3);
        const dots = items.map((_, set) => el("span", { class: sets.includes(set) ? "dot in" : "dot" }));
        const count2 = members.length.toLocaleString("en");
        const bar2 = el("span", {});
        bar2.style.width = `${100 * members.length / Math.max(1, most2)}%`;
        const label = [
          el("span", { class: "dots", "aria-hidden": "true" }, ...dots),
          foreign(shareName(share, names4), { class: "grow" }),
          el("span", { class: "cut-bar", "aria-hidden": "true" }, bar2),
          el("span", { class: "count" }, count2)
        ];
        const act = () => {
          opened = opened === at4 ? -1 : at4;
          render2();
          panel2.querySelectorAll(".cut")[at4]?.focus();
        };
        const list3 = opened === at4 ? listing(members, (node2) => named2(node2, nodes.date[node2]), { class: "tight members" }) : [];
        return el("li", {}, button({ class: "cut", "aria-expanded": String(opened === at4) }, label, act), ...list3);
      };
      inCommon = (items, sets) => {
        const found = shares(sets);
        const most2 = Math.max(...found.map(({ members }) => members.length));
        const noun = isPaper(items[0]) ? "Names" : "Papers";
        return section(
          `${noun} in common and apart`,
          el("ul", { class: "cuts" }, ...found.map((share, at4) => shareRow(share, at4, items, most2)))
        );
      };
      sharedTable = (items, kind, list3) => {
        const papers3 = isPaper(items[0]);
        const most2 = Math.max(1, ...list3.flatMap(({ cells }) => cells));
        const cell3 = (value) => {
          const made = el(
            "td",
            { class: value > (papers3 ? -1 : 0) ? "some" : "none" },
            String(cellOf(value, papers3) || "")
          );
          if (!papers3 && value) made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(value / most2))}%`);
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
      namedWith2 = (items) => {
        const found = (isPaper(items[0]) ? sharedNames2 : sharedCompany)(now, items);
        const tables = Object.keys(KINDS).map((kind) => [kind, found.filter(({ node: node2 }) => nodes.kind[node2] === kind)]).filter(([, list3]) => list3.length).map(([kind, list3]) => sharedTable(items, kind, list3));
        const none = el("p", { class: "muted" }, "Nothing is named with two of them.");
        return section(
          isPaper(items[0]) ? "Named by two or more" : "Named with two or more, in how many papers",
          tables.length ? el("div", { class: "tables" }, ...tables.map((one) => el("div", {}, one))) : none
        );
      };
      said2 = (texts, item) => el(
        "div",
        { class: "saying" },
        el("h4", {}, icon(nodes.kind[item]), foreign(nodes.label[item])),
        ...tellingEdges(now, item, SENTENCES).map(
          (edge) => el(
            "div",
            { class: "said" },
            nodeLink(edges.from[edge], void 0, { class: "muted" }),
            evidence(texts, edge)
          )
        )
      );
      links2 = (texts, papers3) => papers3.flatMap(
        (one, at4) => papers3.slice(at4 + 1).map((two) => {
          const likely2 = likelihood(texts, linkOf(one, two));
          const both = el("p", { class: "pair" }, foreign(nodes.label[one]), " – ", foreign(nodes.label[two]));
          const none = el("p", { class: "muted" }, "The graph has no link between them.");
          return el("div", { class: "link" }, papers3.length > 2 ? both : null, likely2 ?? none);
        })
      );
      sentences = async (items) => {
        const found = await near(...items);
        if (!isPaper(items[0]))
          return [
            section(
              "What papers say",
              el("div", { class: "side" }, ...items.map((item) => said2(found, item)))
            )
          ];
        return [
          section("Links", ...links2(found, items)),
          section("What is said of names that they share", ...namesOfBoth(found, items))
        ];
      };
      add = () => ask("Compare with …", (node2) => {
        if (!has(node2)) toggle2(node2);
      });
      save = (text2, type, ending) => download(new Blob([text2], { type: `${type};charset=utf-8` }), ending);
      tools = (items) => el(
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
      HOW = "Choose Compare on the cards of two to four papers, or of as many methods, datasets or tasks. Shift+click on the map or on a name does the same.";
      body = (items) => {
        const sets = setsOf(now, items);
        const head4 = el("tr", {}, el("td", {}), ...heads(items));
        return [
          el(
            "div",
            { class: "facts-box" },
            el("table", { class: "facts" }, el("thead", {}, head4), el("tbody", {}, ...facts2(items, sets)))
          ),
          ...items.length > 1 ? [inCommon(items, sets), namedWith2(items)] : [el("p", { class: "muted" }, HOW)]
        ];
      };
      render2 = async () => {
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
      start5 = () => {
        const opener3 = offer("compare", "Compare");
        const recount3 = () => {
          const count2 = now.compare.length;
          opener3.textContent = count2 ? `Compare (${count2})` : "Compare";
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
        recount3();
        on(["compare", "main"], () => {
          opened = -1;
          recount3();
          render2();
        });
        on2(() => {
          if (!panel2.hidden) render2();
        });
        render2();
      };
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
      plus = (set, value) => /* @__PURE__ */ new Set([...set, value]);
      minus = (set, value) => new Set([...set].filter((one) => one !== value));
      percent2 = (value) => `${Math.round(100 * value)} %`;
      topics2 = ({ hiddenTopics: hidden }) => {
        if (!hidden.size) return [];
        const title2 = (name3) => name3 || "no topic";
        const left = topicsLeft(hidden);
        const all5 = { hiddenTopics: /* @__PURE__ */ new Set() };
        if (left && left.length <= FEW && left.length < hidden.size)
          return left.map((name3) => ({
            ...{ name: "topic", value: title2(name3) },
            without: left.length > 1 ? { hiddenTopics: plus(hidden, name3) } : all5
          }));
        if (hidden.size > FEW) return [{ name: "without", value: `${hidden.size} topics`, without: all5 }];
        return [...hidden].map((name3) => ({
          ...{ name: "without", value: title2(name3) },
          without: { hiddenTopics: minus(hidden, name3) }
        }));
      };
      few = (field, { [field]: hidden }, all5, title2) => {
        const first3 = fresh()[field];
        if (same(hidden, first3)) return [];
        const left = all5.filter((name3) => !hidden.has(name3));
        if (left.length === 1 && all5.length > 2)
          return [{ name: "only", value: title2(left[0]), without: { [field]: first3 } }];
        const gone = all5.filter((name3) => hidden.has(name3) && !first3.has(name3));
        const more = left.filter((name3) => first3.has(name3));
        return [
          ...gone.map((name3) => ({
            ...{ name: "without", value: title2(name3) },
            without: { [field]: minus(hidden, name3) }
          })),
          ...more.map((name3) => ({ name: "with", value: title2(name3), without: { [field]: plus(hidden, name3) } }))
        ];
      };
      kindTitle = (kind) => KINDS[kind]?.many ?? kind;
      relationTitle = (name3) => {
        const { edge, background: background3 } = RELATIONS[name3] ?? { edge: name3, background: false };
        return background3 ? `Background ${edge.toLowerCase()}` : edge;
      };
      time = ({ since, until }) => {
        const [first3, last] = ordered2(since, until);
        if (!first3 && !last) return [];
        const without = { since: "", until: "" };
        if (first3 && last) return [{ name: "time", value: spanOf(first3, last), without }];
        return [{ name: first3 ? "since" : "until", value: spoken(first3 || last), without }];
      };
      least = (now5, field, name3, show4 = String) => {
        const first3 = fresh()[field];
        return now5[field] === first3 ? [] : [{ name: name3, value: `≥ ${show4(now5[field])}`, without: { [field]: first3 } }];
      };
      active2 = (now5) => [
        ...now5.topic ? [{ name: "open topic", value: now5.topic, without: { topic: "" } }] : [],
        ...topics2(now5),
        ...time(now5),
        ...now5.text ? [{ name: "text", value: now5.text, without: { text: "" } }] : [],
        ...now5.lasso.length ? [{ name: "selected", value: "on the map", without: { lasso: [] } }] : [],
        ...few("hiddenKinds", now5, [...kinds.keys()], kindTitle),
        ...few("hiddenRelations", now5, [...relations.keys()], relationTitle),
        ...least(now5, "confidence", "confidence"),
        ...least(now5, "papers", "papers each"),
        ...least(now5, "weight", "probability", percent2),
        ...least(now5, "together", "together in")
      ];
    }
  });

  // src/chips.ts
  var line3, chip2, papersLeft, render3, start6;
  var init_chips = __esm({
    "src/chips.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_rows();
      init_state();
      line3 = byId("chips");
      chip2 = ({ name: name3, value, without }) => button(
        { class: "filter", "aria-label": `Remove the filter ${name3} ${value}`, title: `${name3}: ${value}` },
        [
          el("span", { class: "muted" }, name3),
          foreign(value.slice(0, 80)),
          el("span", { class: "cross", "aria-hidden": "true" }, "×")
        ],
        () => {
          const at4 = [...line3.querySelectorAll("button")].indexOf(document.activeElement);
          refine(without);
          const next = [...line3.querySelectorAll("button")];
          if (at4 >= 0) (next[Math.min(at4, next.length - 1)] ?? byId("search")).focus();
        }
      );
      papersLeft = ({ count: { papers: papers3, of } }) => papers3 === of ? plural(of, "paper") : `${papers3.toLocaleString("en")} of ${plural(of, "paper")}`;
      render3 = (result) => {
        const active3 = active2(now);
        line3.hidden = active3.length === 0 || size === 0;
        if (line3.hidden) {
          line3.replaceChildren();
          return;
        }
        line3.replaceChildren(
          el("ul", { "aria-label": "Active filters" }, ...active3.map((filter) => el("li", {}, chip2(filter)))),
          el("span", { class: "count" }, papersLeft(result)),
          button({ class: "more reset-all" }, "Reset all", () => {
            refine({ topic: "" });
            widen();
            byId("search").focus();
          })
        );
      };
      start6 = (on3, now5) => {
        on3(render3);
        render3(now5);
      };
    }
  });

  // src/header.ts
  var summary, status4, dates, period, kindsLeft, render4, start7;
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
      status4 = byId("result-status");
      dates = corpus.date.filter((date3) => /^\d{4}/.test(date3)).sort();
      period = dates.length ? spanOf(
        (figures?.time.first || dates[0]).slice(0, 7),
        (figures?.time.last || dates[dates.length - 1]).slice(0, 7)
      ) : "";
      kindsLeft = ({ count: { kinds: kinds4 } }, filtered) => Object.entries(KINDS).filter(([kind]) => kind !== "paper" && kinds4.get(kind)?.[1]).map(([kind, { one, many: many2 }]) => {
        const [found, all5] = kinds4.get(kind) ?? [0, 0];
        const noun = plural(all5, one.toLowerCase(), many2.toLowerCase());
        return filtered && found < all5 ? `${found.toLocaleString("en")} of ${noun}` : noun;
      });
      render4 = (now5) => {
        const said3 = [period, papersLeft(now5), ...kindsLeft(now5, active2(now).length > 0)].filter(Boolean);
        summary.replaceChildren(...said3.map((text2) => el("span", {}, text2)));
        summary.title = said3.join(" · ");
        if (status4.textContent !== "" || now5.count.papers < now5.count.of) status4.textContent = papersLeft(now5);
      };
      start7 = (home2) => {
        byId("home").addEventListener("click", home2);
        render4(now2);
        on2(render4);
      };
    }
  });

  // src/questions.ts
  var most, firstOf, entities4, largest, uses, connects, news, questions;
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
      entities4 = Object.keys(KINDS).filter((kind) => kind !== "paper");
      largest = () => topics.filter(({ name: name3 }) => !now.hiddenTopics.has(name3)).sort((a, b) => (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0))[0];
      uses = () => {
        const node2 = firstOf(["dataset", ...entities4]);
        if (node2 < 0) return null;
        const [ask2, end2] = nodes.kind[node2] === "dataset" ? ["Which papers use ", "?"] : ["Which papers name ", "?"];
        return { words: [ask2, nodes.label[node2], end2], answer: { selected: node2 } };
      };
      connects = () => {
        const first3 = firstOf(["method", ...entities4]);
        const second = firstOf(["task", "technique", ...entities4], [first3]);
        if (first3 < 0 || second < 0) return null;
        return {
          words: ["What connects ", nodes.label[first3], " and ", nodes.label[second], "?"],
          answer: { selected: first3, target: second }
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
  var FIRST3, opened2, all3, barred, onlyButton, row3, isHidden, byCount, topicBars;
  var init_start_topics = __esm({
    "src/start_topics.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_result();
      init_rows();
      init_state();
      init_theme();
      FIRST3 = 8;
      opened2 = /* @__PURE__ */ new Set();
      all3 = false;
      barred = (share, colour, ...content3) => {
        const bar2 = el("span", { class: "share", "aria-hidden": "true" });
        bar2.style.inlineSize = `${Math.round(1e3 * Math.min(1, share)) / 10}%`;
        bar2.style.backgroundColor = colour;
        return [bar2, ...content3];
      };
      onlyButton = (what, pressed, act) => button(
        { class: "only", "aria-pressed": String(pressed), "aria-label": `Only ${what}`, title: `Only ${what}` },
        "only",
        act
      );
      row3 = (topic5, most2, again) => {
        const { name: name3, parent, subtopics } = topic5;
        const count2 = now2.topics.get(name3) ?? 0;
        const pick2 = button(
          { class: "pick barred", title: name3, "data-start": name3 },
          barred(
            count2 / most2,
            ofTopic(name3),
            foreign(name3, { class: "grow" }),
            el("span", { class: "count" }, count2.toLocaleString("en"))
          ),
          () => showTopic(name3)
        );
        const folds = subtopics.length > 1;
        const open3 = opened2.has(name3);
        const turn2 = () => {
          if (!opened2.delete(name3)) opened2.add(name3);
          again();
        };
        const label = `${open3 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return el(
          "li",
          { class: `bar-row${parent ? " finer" : ""}${isHidden(topic5) ? " hidden-too" : ""}` },
          folds ? button({ class: "turn", "aria-expanded": String(open3), "aria-label": label, value: name3 }, "›", turn2) : el("span", { class: "turn", "aria-hidden": "true" }),
          pick2,
          onlyButton(name3, isOnlyTopic(name3), () => onlyTopic(name3))
        );
      };
      isHidden = ({ name: name3, parent }) => now.hiddenTopics.has(name3) || parent !== "" && now.hiddenTopics.has(parent);
      byCount = (a, b) => Number(isHidden(a)) - Number(isHidden(b)) || (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0) || a.rank - b.rank;
      topicBars = (again) => {
        if (!topics.length) return null;
        const ordered3 = [...topics].sort(byCount);
        const most2 = Math.max(1, ...ordered3.map(({ name: name3 }) => now2.topics.get(name3) ?? 0));
        const shown2 = all3 ? ordered3 : ordered3.slice(0, FIRST3);
        const list3 = shown2.flatMap((topic5) => [
          row3(topic5, most2, again),
          ...(opened2.has(topic5.name) ? [...topic5.subtopics].sort(byCount) : []).map(
            (finer) => row3(finer, most2, again)
          )
        ]);
        const turn2 = () => {
          all3 = !all3;
          again();
        };
        const more = button(
          { class: "more", "data-start": "all" },
          all3 ? "Show fewer" : `Show all ${ordered3.length} topics`,
          turn2
        );
        return section("Topics", el("ul", { class: "bars" }, ...list3), ordered3.length > FIRST3 ? more : null);
      };
    }
  });

  // src/start_trends.ts
  var FIRST4, naming2, trendRow, trend, takenRow, trends;
  var init_start_trends = __esm({
    "src/start_trends.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_model();
      init_rows();
      init_spark();
      init_state();
      FIRST4 = 5;
      naming2 = (id, kind, label) => {
        const node2 = at.get(id);
        if (node2 !== void 0) return [icon(kind), nodeLink(node2, label)];
        if (kind === "topic" && topic.has(label)) {
          const link2 = el("a", { href: `#&topic=${encodeURIComponent(label)}`, dir: "auto" }, label);
          link2.addEventListener("click", (event) => {
            event.preventDefault();
            showTopic(label);
          });
          return [swatch(label), link2];
        }
        return [icon(kind), foreign(label)];
      };
      trendRow = ({ series, time: time2 }, table4) => (line4) => {
        const row5 = table4.row[line4];
        const [before2, late] = [table4.before[line4], table4.late[line4]];
        const said3 = `${plural(before2, "paper")} up to ${time2.bins[time2.split - 1]}, ${late.toLocaleString("en")} since`;
        return el(
          "li",
          { class: "trend", title: said3 },
          ...naming2(series.id[row5], series.kind[row5], series.label[row5]),
          series.bins ? spark(series.bins[row5]) : null,
          el(
            "span",
            { class: "count", "aria-hidden": "true" },
            `${before2.toLocaleString("en")} → ${late.toLocaleString("en")}`
          ),
          el("span", { class: "unseen" }, said3)
        );
      };
      trend = (title2, figures2, table4) => table4.row.length && figures2.time.bins.length > 1 ? section(
        title2,
        ...listing([...table4.row.keys()], trendRow(figures2, table4), { class: "trends" }, FIRST4)
      ) : null;
      takenRow = ({ series, taken_up: table4 }) => (line4) => {
        const row5 = table4.row[line4];
        const paper = at.get(table4.first[line4]);
        const from = paper === void 0 ? foreign(table4.title[line4]) : nodeLink(paper, table4.title[line4]);
        return el(
          "li",
          { class: "taken" },
          ...naming2(series.id[row5], series.kind[row5], series.label[row5]),
          el("span", { class: "count" }, plural(table4.takers[line4], "paper")),
          el("p", { class: "muted from" }, "from ", from)
        );
      };
      trends = (filtered) => {
        const { figures: figures2 } = model_exports;
        if (!figures2) return [];
        const found = [
          trend("Rising", figures2, figures2.rising),
          trend("Fading", figures2, figures2.fading),
          figures2.taken_up.row.length ? section(
            "New here, taken up by others",
            ...listing([...figures2.taken_up.row.keys()], takenRow(figures2), { class: "trends" }, FIRST4)
          ) : null
        ].filter((section2) => section2 !== null);
        const note2 = el("p", { class: "muted aside" }, "Counted in all papers, whatever the filters.");
        return found.length && filtered ? [...found, note2] : found;
      };
    }
  });

  // src/start.ts
  var FIRST5, tab2, counted2, kinds2, mostUsed, usedRow, KEYS, used, asked, counts3, startPanel;
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
      FIRST5 = 6;
      tab2 = "";
      counted2 = (node2) => rest.key?.length && !active2(now).length ? nodes.papers[node2] : now2.named[node2];
      kinds2 = () => Object.keys(KINDS).filter((kind) => kind !== "paper" && kind !== "repo" && kinds.has(kind));
      mostUsed = (kind) => nodes.id.filter((node2) => nodes.kind[node2] === kind && counted2(node2) > 0).sort((a, b) => counted2(b) - counted2(a) || named(a, b));
      usedRow = (most2) => (node2) => el(
        "li",
        { class: "bar-row" },
        el(
          "span",
          { class: "barred" },
          ...barred(
            counted2(node2) / most2,
            `var(--${nodes.kind[node2]})`,
            icon(nodes.kind[node2]),
            nodeLink(node2, void 0, { class: "grow" }),
            el("span", { class: "count" }, counted2(node2).toLocaleString("en"))
          )
        )
      );
      KEYS = { ArrowLeft: -1, ArrowRight: 1 };
      used = (again) => {
        const all5 = kinds2();
        if (!all5.length) return null;
        if (!all5.includes(tab2)) tab2 = all5.includes("dataset") ? "dataset" : all5[0];
        const list3 = mostUsed(tab2);
        const choose2 = (kind) => {
          tab2 = kind;
          again();
        };
        const heads2 = all5.map(
          (kind) => button(
            {
              ...{ role: "tab", "data-start": `tab ${kind}`, "aria-controls": "most-used" },
              ...{ "aria-selected": String(kind === tab2), tabindex: kind === tab2 ? "0" : "-1" }
            },
            kindTitle(kind),
            () => choose2(kind)
          )
        );
        const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": "Most used" }, ...heads2);
        tabs.addEventListener("keydown", (event) => {
          const step2 = KEYS[event.key];
          if (!step2) return;
          event.preventDefault();
          choose2(all5[(all5.indexOf(tab2) + step2 + all5.length) % all5.length]);
          byId("card").querySelector("[role=tab][aria-selected=true]")?.focus();
        });
        const content3 = list3.length ? listing(list3, usedRow(counted2(list3[0])), { class: "bars" }, FIRST5) : [el("p", { class: "muted" }, "None in the papers that are left.")];
        return section(
          "Most used",
          tabs,
          el("div", { id: "most-used", role: "tabpanel", "aria-label": kindTitle(tab2) }, ...content3)
        );
      };
      asked = () => {
        const list3 = questions().map(
          ({ words, answer: answer3 }) => el(
            "li",
            {},
            button(
              { class: "question" },
              words.map((text2, at4) => at4 % 2 ? foreign(text2) : text2),
              () => answer(answer3)
            )
          )
        );
        return list3.length ? section("Ask", el("ul", { class: "questions" }, ...list3)) : null;
      };
      counts3 = (filtered) => {
        const found = kindsLeft(now2, filtered);
        const [first3, ...more] = [papersLeft(now2), ...found];
        return el("p", { class: "counts" }, el("strong", {}, first3), more.length ? ` · ${more.join(" · ")}` : null);
      };
      startPanel = (again, closing2, toMap) => {
        const filtered = active2(now).length > 0;
        return present([
          el("div", { class: "card-head" }, el("span", { class: "kind" }, "What is in here"), closing2),
          el("h2", { dir: "auto" }, document.title),
          period ? el("p", { class: "meta" }, period) : null,
          counts3(filtered),
          toMap,
          topicBars(again),
          asked(),
          ...trends(filtered),
          used(again)
        ]);
      };
    }
  });

  // src/card.ts
  var panel3, dismissed, called, closing, head2, actions, alsoKnown, chips, aside2, broader2, source, render5, heading, byMention, topicCard, beginning, markOf, refresh4, isStart, dismiss, home, NARROW2, ROOMY, show2, recount, mark;
  var init_card = __esm({
    "src/card.ts"() {
      "use strict";
      init_card_entity();
      init_card_paper();
      init_card_path();
      init_card_topic();
      init_compare();
      init_dom();
      init_focus();
      init_model();
      init_model();
      init_rows();
      init_rows();
      init_search();
      init_start();
      init_start_topics();
      init_state();
      init_texts();
      panel3 = byId("card");
      dismissed = false;
      called = false;
      closing = () => button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", dismiss);
      head2 = (node2) => el(
        "div",
        { class: "card-head" },
        icon(nodes.kind[node2]),
        el("span", { class: "kind" }, KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2]),
        closing()
      );
      actions = (node2) => {
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
      alsoKnown = (node2) => {
        let aliases = split(nodes.aliases[node2]);
        if (KINDS[nodes.kind[node2]]?.term) {
          const seen = /* @__PURE__ */ new Set([nodes.label[node2].toLowerCase()]);
          aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
        }
        if (!aliases.length) return null;
        const list3 = aliases.flatMap((alias, at4) => [at4 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list3);
      };
      chips = (node2) => {
        const names4 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
          (name3) => topic.has(name3)
        );
        return names4.length ? el("div", { class: "chips" }, ...names4.map(chip)) : null;
      };
      aside2 = (node2) => {
        const count2 = around[node2].filter(isBackground).length;
        return count2 ? `${count2.toLocaleString("en")} in the background` : "";
      };
      broader2 = (node2) => {
        const names4 = split(nodes.broader[node2] || "");
        if (!names4.length) return null;
        const same2 = (name3) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name3;
        const list3 = names4.flatMap((name3, at4) => {
          const found = nodes.id.find(same2(name3));
          return [at4 ? ", " : "", found === void 0 ? foreign(name3) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list3);
      };
      source = (node2) => {
        const link2 = outside(nodes.url[node2]);
        return link2 ? el("p", { class: "source" }, link2) : null;
      };
      render5 = async (node2) => {
        const whole4 = now.target >= 0;
        const found = await (whole4 ? all2() : near(node2));
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
            found.missing ? el("p", { class: "muted" }, "The abstracts and sentences in this file cannot be unpacked.") : null,
            target >= 0 ? cardPath(node2, target, found) : null,
            ...(paper ? cardPaper : cardEntity)(node2, found)
          ])
        );
        panel3.scrollTop = 0;
      };
      heading = (kind, { many: many2, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many2.toLowerCase()}` : many2;
      byMention = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
      topicCard = (topic5) => {
        const row5 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
        const found = Object.fromEntries(Object.keys(KINDS).map((kind2) => [kind2, []]));
        for (const i of topic5.members) found[nodes.kind[i]]?.push(i);
        const { paper, ...entities5 } = KINDS;
        const later = ([, facts3]) => facts3.term ? 0 : 1;
        const groups2 = Object.entries({ ...entities5, paper }).filter(([kind2]) => found[kind2].length).sort((a, b) => later(a) - later(b));
        const kind = el("span", { class: "kind" }, topic5.parent ? "Subtopic" : "Topic");
        const only2 = onlyButton(topic5.name, isOnlyTopic(topic5.name), () => onlyTopic(topic5.name));
        panel3.replaceChildren(
          el("div", { class: "card-head" }, swatch(topic5.name), kind, only2, closing()),
          ...present(cardTopic(topic5)),
          ...groups2.map(
            ([kind2, facts3]) => section(heading(kind2, facts3), ...listing(found[kind2].sort(byMention), row5, { class: "tight" }, 8))
          )
        );
        panel3.scrollTop = 0;
      };
      beginning = () => {
        const toMap = button({ class: "to-map" }, "Show the map", dismiss);
        panel3.replaceChildren(...present(startPanel(refresh4, closing(), toMap)));
      };
      markOf = (item) => item && panel3.contains(item) ? ["class", "value", "data-start", "aria-label"].map((name3) => item.getAttribute(name3)).join("\n") : "";
      refresh4 = () => {
        if (!isStart() || panel3.hidden) return;
        const [held, top] = [markOf(document.activeElement), panel3.scrollTop];
        beginning();
        panel3.scrollTop = top;
        if (held)
          [...panel3.querySelectorAll("button, a")].find((item) => markOf(item) === held)?.focus();
      };
      isStart = () => now.selected < 0 && now.topic === "";
      dismiss = () => {
        if (isStart()) dismissed = true;
        clear();
        show2();
      };
      home = () => {
        dismissed = false;
        called = true;
        clear();
        show("map");
        show2();
        panel3.focus({ preventScroll: true });
      };
      NARROW2 = matchMedia("(max-width: 720px)");
      ROOMY = matchMedia("(min-width: 1000px)");
      show2 = async () => {
        const { selected, topic: topic5, main } = now;
        const fits = called || ROOMY.matches || NARROW2.matches;
        const welcome = topic5 !== "" || !dismissed && size > 0 && fits && main === "map";
        panel3.hidden = selected < 0 && !welcome;
        document.body.classList.toggle("with-card", !panel3.hidden);
        panel3.classList.toggle("start", !panel3.hidden && isStart());
        panel3.dataset.node = selected < 0 ? "" : nodes.key[selected];
        if (selected >= 0) await render5(selected);
        else if (topic5 && topic.has(topic5)) topicCard(topic.get(topic5));
        else if (welcome) {
          beginning();
          panel3.scrollTop = 0;
        }
      };
      recount = refresh4;
      mark = () => {
        for (const step2 of panel3.querySelectorAll("[data-steps]"))
          step2.setAttribute("aria-pressed", String(Number(step2.dataset.steps) === now.steps));
      };
    }
  });

  // src/sliders.ts
  var range, named4, weights, papers2, dates2, months, times, row4, STEPS5, DIGITS, plain2, scaled, counted3, dated, rows;
  var init_sliders = __esm({
    "src/sliders.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_rows();
      init_state();
      range = (values) => values.reduce(
        ([least2, most2], value) => [Math.min(least2, value), Math.max(most2, value)],
        [Infinity, -Infinity]
      );
      named4 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
      weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers2 = nodes.papers.filter((_, i) => !isPaper(i));
      dates2 = [...new Set(nodes.date.filter((date3) => /^\d{4}/.test(date3)))].sort();
      months = [...new Set(dates2.map((date3) => date3.slice(0, 7)))];
      times = months.length > 2 ? months : dates2;
      row4 = (slider) => {
        const { name: name3, label, field, views, most: most2, write: write3, read: read2, show: show4 } = slider;
        const output = el("output", { class: "count" });
        const input2 = el("input", {
          type: "range",
          name: name3,
          min: "0",
          max: String(most2),
          step: "1",
          "aria-label": name3
        });
        const made = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input2, output);
        const refresh6 = (now5) => {
          const step2 = read2(now5[field]);
          input2.value = String(step2);
          output.textContent = show4(step2);
          input2.setAttribute("aria-valuetext", show4(step2));
          made.hidden = views !== void 0 && !views.includes(now5.view);
        };
        input2.addEventListener("input", () => narrow(field, write3(Number(input2.value))));
        refresh6(now);
        on(["filter"], refresh6);
        return made;
      };
      STEPS5 = 50;
      DIGITS = 2;
      plain2 = (value) => value.toFixed(DIGITS);
      scaled = (slider, [least2, most2], written2 = plain2) => {
        const value = (step2) => {
          const exact = least2 + (most2 - least2) * step2 / STEPS5;
          return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
        };
        return row4({
          ...slider,
          most: STEPS5,
          write: (step2) => step2 ? value(step2) : 0,
          read: (now5) => Math.max(0, Math.min(STEPS5, Math.ceil((now5 - least2) / (most2 - least2) * STEPS5 - 1e-6))),
          show: (step2) => step2 ? `≥ ${written2(value(step2))}` : "any"
        });
      };
      counted3 = (slider, most2) => row4({
        ...slider,
        most: most2 - 1,
        write: (step2) => step2 + 1,
        read: (now5) => now5 - 1,
        show: (step2) => step2 ? `≥ ${(step2 + 1).toLocaleString("en")}` : "any"
      });
      dated = (slider, edge) => row4({
        ...slider,
        most: times.length - 1,
        write: (step2) => step2 === edge ? "" : times[step2],
        read: (now5) => {
          const found = times.findIndex((time2) => time2 >= now5);
          return now5 === "" ? edge : found < 0 ? times.length - 1 : found;
        },
        show: (step2) => times[step2]
      });
      rows = () => {
        const found = [];
        const [sure, heavy, often] = [named4, weights, papers2].map(range);
        if (sure[1] > sure[0])
          found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure));
        if (often[1] > 1)
          found.push(
            counted3(
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
            counted3(
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
    }
  });

  // src/legend.ts
  var ONLY, FIRST6, panel4, body2, boxes, all4, check, group2, kinds3, relations2, colours2, opened3, isOpen, turner, topicCount, topicRow, topicRows, topicList, topicOf2, renderTopics, reset, refresh5, recount2, start8, restyle2;
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
      FIRST6 = 8;
      panel4 = byId("legend");
      body2 = panel4.querySelector(".legend-body");
      boxes = [];
      all4 = false;
      check = (field, [name3, value, count2], label, toggle3, extra = false) => {
        const box = el("input", { type: "checkbox", name: name3, value });
        box.addEventListener("change", () => toggle3(value));
        const figure2 = el("span", { class: "count" }, count2.toLocaleString("en"));
        const title2 = label.map((part2) => part2 instanceof HTMLElement ? part2.textContent : "").join("");
        const only2 = onlyButton(title2, ONLY[field].is(value), () => ONLY[field].make(value));
        boxes.push({ box, field, figure: figure2, only: only2 });
        const row5 = el("label", { class: "pick" }, box, ...label, figure2);
        return el("div", { class: extra ? "row extra" : "row" }, row5, only2);
      };
      group2 = (title2, ...rows2) => el("fieldset", {}, el("legend", {}, title2), ...rows2);
      kinds3 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many: many2 }]) => {
        const label = [icon(kind), el("span", { class: "grow" }, many2)];
        return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label, toggleKind);
      });
      relations2 = () => Object.entries(RELATIONS).filter(([name3]) => relations.has(name3)).map(
        ([name3, { background: background3 }]) => check(
          "hiddenRelations",
          ["relation", name3, relations.get(name3) ?? 0],
          [el("span", { class: "grow" }, relationTitle(name3))],
          toggleRelation,
          background3
        )
      );
      colours2 = () => {
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
      opened3 = /* @__PURE__ */ new Set();
      isOpen = ({ name: name3 }) => opened3.has(name3) || [now.topic, topic.get(now.topic)?.parent].includes(name3);
      turner = (topic5) => {
        const { name: name3, subtopics } = topic5;
        if (subtopics.length < 2) return null;
        const open3 = isOpen(topic5);
        const label = `${open3 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return button(
          { class: "turn", "aria-expanded": String(open3), "aria-label": label, value: name3 },
          "›",
          () => {
            if (!opened3.delete(name3)) opened3.add(name3);
            renderTopics();
          }
        );
      };
      topicCount = ({ name: name3, papers: papers3, members }) => (papers3 ? now2.topics.get(name3) ?? 0 : members.length).toLocaleString("en");
      topicRow = (topic5) => {
        const { name: name3, parent } = topic5;
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
          el("span", { class: "count", "data-count": name3 }, topicCount(topic5))
        ]);
        const pick2 = button(
          { class: "pick", "aria-pressed": pressed, "data-topic": name3, title: name3 },
          label,
          () => showTopic(name3)
        );
        const only2 = onlyButton(name3, isOnlyTopic(name3), () => onlyTopic(name3));
        return el("div", { class: parent ? "row finer" : "row" }, box, pick2, only2, turner(topic5));
      };
      topicRows = (topic5) => [
        topicRow(topic5),
        ...topic5.subtopics.length > 1 && isOpen(topic5) ? topic5.subtopics.map(topicRow) : []
      ];
      topicList = el("div", { class: "topics" });
      topicOf2 = (item) => item.getAttribute("value") || item.dataset.topic;
      renderTopics = () => {
        const { topics: topics3 } = model_exports;
        const held = [...topicList.querySelectorAll("button, input")].find(
          (item) => item === document.activeElement
        );
        const list3 = (all4 ? topics3 : topics3.slice(0, FIRST6)).flatMap(topicRows);
        if (topics3.length > FIRST6) {
          const turn2 = () => {
            all4 = !all4;
            renderTopics();
          };
          list3.push(button({ class: "more" }, all4 ? "Show fewer" : `Show all ${topics3.length}`, turn2));
        }
        topicList.replaceChildren(...list3);
        if (!held) return;
        const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf2(item) === topicOf2(held);
        [...topicList.querySelectorAll("button, input")].find(again)?.focus();
      };
      reset = button({ class: "more reset" }, "Reset filters", widen);
      refresh5 = (now5) => {
        for (const { box, field, only: only2 } of boxes) {
          box.checked = !now5[field].has(box.value);
          only2.setAttribute("aria-pressed", String(ONLY[field].is(box.value)));
        }
        for (const box of body2.querySelectorAll("input[name=colour]"))
          box.checked = box.value === now5.colour;
        reset.hidden = !isNarrowed();
      };
      recount2 = () => {
        const { count: count2, relations: relations3 } = now2;
        for (const { box, field, figure: figure2 } of boxes) {
          const [found, all5] = field === "hiddenKinds" ? count2.kinds.get(box.value) ?? [0, 0] : [relations3.get(box.value) ?? 0, relations.get(box.value) ?? 0];
          figure2.textContent = (found < all5 ? `${found.toLocaleString("en")} of ` : "") + all5.toLocaleString("en");
        }
        for (const figure2 of topicList.querySelectorAll("[data-count]")) {
          const topic5 = topic.get(figure2.dataset.count ?? "");
          if (topic5) figure2.textContent = topicCount(topic5);
        }
      };
      start8 = () => {
        body2.append(group2("Show", ...kinds3()));
        if (topics.length) {
          body2.append(group2("Colour", colours2()), group2("Topics", topicList));
          renderTopics();
        }
        if (links) body2.append(group2("Links", ...relations2()));
        const narrow2 = rows();
        if (narrow2.length) body2.append(group2("Narrow", ...narrow2));
        body2.append(reset);
        panel4.hidden = size === 0;
        recount2();
        if (matchMedia("(max-width: 720px)").matches) panel4.open = false;
        refresh5(now);
        on(["filter", "colour"], refresh5);
        on(["filter"], (_, changed) => {
          if (changed.includes("hiddenTopics")) renderTopics();
        });
        on(["selection"], renderTopics);
      };
      restyle2 = renderTopics;
    }
  });

  // src/matrix_counts.ts
  var UNLIKELY, expected, logFactorials, logFactorial, chanceOfNone, discoveryRates, lower, topOf, namings, countTogether, gapsOf, gridOf;
  var init_matrix_counts = __esm({
    "src/matrix_counts.ts"() {
      "use strict";
      init_corpus();
      init_model();
      init_naming();
      init_result();
      UNLIKELY = 0.05;
      expected = (grid2, row5, column2) => grid2.rows[row5].papers * grid2.columns[column2].papers / Math.max(1, grid2.papers);
      logFactorials = [0];
      logFactorial = (n) => {
        for (let next = logFactorials.length; next <= n; next += 1)
          logFactorials.push(logFactorials[next - 1] + Math.log(next));
        return logFactorials[n];
      };
      chanceOfNone = (papers3, row5, column2) => {
        if (row5 + column2 > papers3) return 0;
        const log = logFactorial(papers3 - row5) + logFactorial(papers3 - column2) - logFactorial(papers3 - row5 - column2) - logFactorial(papers3);
        return Math.exp(Math.min(log, 0));
      };
      discoveryRates = (chances) => {
        const order3 = chances.map((_, at4) => at4).sort((a, b) => chances[b] - chances[a]);
        const found = new Array(chances.length);
        let least2 = 1;
        order3.forEach((at4, above) => {
          least2 = Math.min(least2, chances[at4] * chances.length / (chances.length - above));
          found[at4] = least2;
        });
        return found;
      };
      lower = (node2) => nodes.label[node2].toLowerCase();
      topOf = (kind, papers3, top) => nodes.id.filter((node2) => nodes.kind[node2] === kind && papers3[node2] > 0).sort((a, b) => {
        const [one, two] = [lower(a), lower(b)];
        return papers3[b] - papers3[a] || (one < two ? -1 : one > two ? 1 : nodes.key[a] < nodes.key[b] ? -1 : 1);
      }).slice(0, top).map((node2) => ({ node: node2, papers: papers3[node2] }));
      namings = (chosen) => {
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
      countTogether = (pairs2, rows2, columns2) => {
        const table4 = rows2.map(() => columns2.map(() => 0));
        const rowAt = new Map(rows2.map(({ node: node2 }, at4) => [node2, at4]));
        const columnAt = new Map(columns2.map(({ node: node2 }, at4) => [node2, at4]));
        const named5 = /* @__PURE__ */ new Map();
        for (const [paper, entity] of pairs2) {
          const [row5, column2] = [rowAt.get(entity), columnAt.get(entity)];
          if (row5 === void 0 && column2 === void 0) continue;
          const own2 = named5.get(paper) ?? [[], []];
          named5.set(paper, own2);
          if (row5 !== void 0) own2[0].push(row5);
          if (column2 !== void 0) own2[1].push(column2);
        }
        for (const [inRows, inColumns2] of named5.values())
          for (const row5 of inRows) for (const column2 of inColumns2) table4[row5][column2] += 1;
        return table4;
      };
      gapsOf = (grid2) => {
        const width = grid2.columns.length;
        const chances = grid2.counts.flatMap(
          (line4, row5) => line4.map(
            (count2, column2) => count2 ? 1 : chanceOfNone(grid2.papers, grid2.rows[row5].papers, grid2.columns[column2].papers)
          )
        );
        const found = /* @__PURE__ */ new Map();
        discoveryRates(chances).forEach((q, at4) => {
          if (chances[at4] > UNLIKELY) return;
          const row5 = Math.floor(at4 / width);
          const line4 = found.get(row5) ?? /* @__PURE__ */ new Map();
          found.set(row5, line4.set(at4 % width, { p: chances[at4], q }));
        });
        return found;
      };
      gridOf = (chosen, rowKind, columnKind, top = 30) => {
        const pairs2 = namings(chosen);
        const papers3 = new Int32Array(size);
        for (const [, entity] of pairs2) papers3[entity] += 1;
        const [rows2, columns2] = [rowKind, columnKind].map((kind) => topOf(kind, papers3, top));
        const plain3 = {
          ...{ rows: rows2, columns: columns2, counts: countTogether(pairs2, rows2, columns2) },
          papers: nodes.id.filter((node2) => isPaper(node2) && now2.passes[rowOf(node2)]).length
        };
        return { ...plain3, gaps: gapsOf(plain3) };
      };
    }
  });

  // src/matrix.ts
  var matrix_exports = {};
  __export(matrix_exports, {
    counted: () => counted4,
    start: () => start9
  });
  var TOP, PAIRS, PAGE, CAVEAT, panel5, pairs, pair, grid, spot, opened4, many, title, about, names3, papersOf, quoted, paperList, cellAt, go, show3, KEYS2, open2, onKey2, at3, head3, cell2, table3, save2, tools2, note, render6, start9, counted4;
  var init_matrix = __esm({
    "src/matrix.ts"() {
      "use strict";
      init_dom();
      init_export_menu();
      init_matrix_counts();
      init_model();
      init_model();
      init_naming();
      init_result();
      init_rows();
      init_state();
      init_tables();
      init_toolbar();
      TOP = 30;
      PAIRS = [
        ["method", "dataset"],
        ["method", "task"],
        ["technique", "task"],
        ["technique", "dataset"],
        ["dataset", "task"]
      ];
      PAGE = 10;
      CAVEAT = "Counts are of the papers of this corpus, as their titles and abstracts name things: an empty cell says nothing of the field.";
      panel5 = byId("matrix");
      pairs = PAIRS.filter((pair2) => pair2.every((kind) => kinds.get(kind)));
      pair = pairs[0] ?? [];
      grid = null;
      spot = [0, 0];
      opened4 = null;
      many = (kind) => KINDS[kind].many;
      title = ([row5, column2]) => `${many(row5)} × ${many(column2).toLowerCase()}`;
      about = (found, row5, column2) => {
        const [one, two] = [found.rows[row5].node, found.columns[column2].node].map((node2) => nodes.label[node2]);
        const mean = expected(found, row5, column2);
        const gap = found.gaps.get(row5)?.get(column2);
        const likely2 = gap ? `, a gap (${gap.q <= 0.05 ? "hardly chance" : "perhaps chance"})` : "";
        const count2 = found.counts[row5][column2];
        return `${one} and ${two}: ${count2 ? plural(count2, "paper") : "no paper"}, ${mean.toFixed(1)} expected${likely2}`;
      };
      names3 = ([row5, column2]) => grid ? [grid.rows[row5], grid.columns[column2]].map((one) => one.node) : null;
      papersOf = (cell3) => {
        const both = names3(cell3);
        if (!both) return [];
        const [one, two] = both.map((node2) => linked(now, node2));
        const found = [...one.keys()].filter((paper) => two.has(paper));
        return found.sort(
          (a, b) => nodes.date[a] < nodes.date[b] ? 1 : nodes.date[a] > nodes.date[b] ? -1 : a - b
        );
      };
      quoted = (node2) => `${nodes.kind[node2]}:"${nodes.label[node2].replaceAll('"', " ")}"`;
      paperList = () => {
        const both = opened4 && names3(opened4);
        if (!opened4 || !both) return null;
        const papers3 = papersOf(opened4);
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
        const head4 = `${papers3.length ? plural(papers3.length, "paper") : "No paper"} of what is shown ${papers3.length === 1 ? "names" : "name"} `;
        return el(
          "div",
          { class: "cell-papers", role: "region", "aria-label": "Papers of the cell" },
          el("h3", {}, head4, one, " and ", two, close2),
          papers3.length ? narrow2 : null,
          ...listing(papers3, (paper) => named2(paper, nodes.date[paper]), { class: "tight" }, 20)
        );
      };
      cellAt = (row5, column2) => panel5.querySelector(`[data-row="${row5}"][data-column="${column2}"]`);
      go = (row5, column2) => {
        cellAt(...spot)?.setAttribute("tabindex", "-1");
        spot = [row5, column2];
        const cell3 = cellAt(row5, column2);
        cell3?.setAttribute("tabindex", "0");
        cell3?.focus();
      };
      show3 = (cell3) => {
        const asked2 = opened4 ?? spot;
        opened4 = cell3;
        panel5.querySelector(".cell-papers")?.remove();
        const list3 = paperList();
        if (list3) panel5.append(list3);
        for (const open3 of panel5.querySelectorAll("[aria-selected=true]"))
          open3.setAttribute("aria-selected", "false");
        if (cell3) cellAt(...cell3)?.setAttribute("aria-selected", "true");
        else go(...asked2);
      };
      KEYS2 = {
        ArrowLeft: ([row5, column2]) => [row5, column2 - 1],
        ArrowRight: ([row5, column2]) => [row5, column2 + 1],
        ArrowUp: ([row5, column2]) => [row5 - 1, column2],
        ArrowDown: ([row5, column2]) => [row5 + 1, column2],
        Home: ([row5]) => [row5, -1],
        End: ([row5], [, last]) => [row5, last],
        PageUp: ([row5, column2]) => [row5 - PAGE, column2],
        PageDown: ([row5, column2]) => [row5 + PAGE, column2]
      };
      open2 = () => {
        const [row5, column2] = spot;
        if (!grid) return;
        if (row5 >= 0 && column2 >= 0) show3([row5, column2]);
        else if (row5 >= 0) select(grid.rows[row5].node);
        else if (column2 >= 0) select(grid.columns[column2].node);
      };
      onKey2 = (event) => {
        const at4 = event.target.closest("[data-row]");
        if (!grid || !at4 || event.altKey || event.metaKey) return;
        if (event.key === "Enter" || event.key === " ") open2();
        else if (KEYS2[event.key]) {
          const last = [grid.rows.length - 1, grid.columns.length - 1];
          let [row5, column2] = KEYS2[event.key](spot, last);
          if (event.ctrlKey && event.key === "Home") row5 = 0;
          if (event.ctrlKey && event.key === "End") row5 = last[0];
          row5 = Math.max(-1, Math.min(last[0], row5));
          column2 = Math.max(row5 < 0 ? 0 : -1, Math.min(last[1], column2));
          go(row5, column2);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      };
      at3 = (row5, column2) => ({
        "data-row": String(row5),
        "data-column": String(column2),
        tabindex: spot[0] === row5 && spot[1] === column2 ? "0" : "-1"
      });
      head3 = (node2, papers3, row5, column2) => {
        const label = nodeLink(node2, void 0, {
          tabindex: "-1",
          title: `${nodes.label[node2]}: ${plural(papers3, "paper")}`
        });
        const scope = column2 < 0 ? "row" : "col";
        const role = column2 < 0 ? "rowheader" : "columnheader";
        const inner = el(
          "div",
          {},
          icon(nodes.kind[node2]),
          label,
          el("span", { class: "count" }, papers3.toLocaleString("en"))
        );
        return el("th", { scope, role, ...at3(row5, column2) }, inner);
      };
      cell2 = (found, row5, column2, most2) => {
        const count2 = found.counts[row5][column2];
        const gap = found.gaps.get(row5)?.get(column2);
        const says = about(found, row5, column2);
        const look = count2 ? "some" : gap ? gap.q <= 0.05 ? "gap sure" : "gap" : "none";
        const chosen = opened4?.[0] === row5 && opened4[1] === column2;
        const made = el(
          "td",
          {
            role: "gridcell",
            class: look,
            title: says,
            "aria-label": says,
            "aria-selected": String(chosen),
            ...at3(row5, column2)
          },
          count2 ? count2.toLocaleString("en") : gap ? "○" : ""
        );
        if (count2) made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(count2 / most2))}%`);
        return made;
      };
      table3 = (found) => {
        const most2 = Math.max(1, ...found.counts.flat());
        const corner = el("th", { class: "corner", scope: "col", role: "columnheader" }, many(pair[0]));
        const heads2 = found.columns.map(({ node: node2, papers: papers3 }, column2) => head3(node2, papers3, -1, column2));
        const lines = found.rows.map(
          ({ node: node2, papers: papers3 }, row5) => el(
            "tr",
            { role: "row" },
            head3(node2, papers3, row5, -1),
            ...found.columns.map((_, column2) => cell2(found, row5, column2, most2))
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
      save2 = () => {
        if (!grid) return;
        const { rows: lines, columns: columns2, counts: counts4 } = grid;
        const heads2 = [pair[0], "papers", ...columns2.map(({ node: node2 }) => nodes.label[node2])];
        const body3 = lines.map(({ node: node2, papers: papers3 }, row5) => [nodes.label[node2], papers3, ...counts4[row5]]);
        const text2 = csvOf([heads2, ["papers", grid.papers, ...columns2.map((one) => one.papers)], ...body3]);
        download(new Blob([text2], { type: "text/csv;charset=utf-8" }), `.${pair.join("-")}.csv`);
      };
      tools2 = () => {
        const choices = pairs.map(
          (one) => button({ "aria-pressed": String(one === pair) }, title(one), () => {
            [pair, opened4, spot] = [one, null, [0, 0]];
            render6();
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
      note = (found) => {
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
      render6 = () => {
        panel5.hidden = now.main !== "matrix";
        if (panel5.hidden) {
          panel5.replaceChildren();
          return;
        }
        const held = panel5.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
        grid = pair.length ? gridOf(now, pair[0], pair[1], TOP) : null;
        const empty = !grid?.rows.length || !grid.columns.length;
        if (empty) opened4 = null;
        const says = pair.length ? "Nothing that passes the filters is named together." : "This graph has no two kinds to cross.";
        const content3 = empty || !grid ? [el("p", { class: "muted note" }, says)] : [table3(grid), note(grid)];
        panel5.replaceChildren(tools2(), ...content3.filter((part2) => part2 !== null));
        const list3 = paperList();
        if (list3) panel5.append(list3);
        if (held) cellAt(...spot)?.focus();
      };
      start9 = () => {
        if (pairs.length) offer("matrix", "Matrix");
        on2(() => {
          [opened4, spot] = [null, [0, 0]];
          if (!panel5.hidden) render6();
        });
        on(["main"], render6);
        render6();
      };
      counted4 = (rowKind, columnKind, top) => {
        const found = gridOf(now, rowKind, columnKind, top);
        const key3 = ({ node: node2 }) => nodes.key[node2];
        const [lines, columns2] = [found.rows.map(key3), found.columns.map(key3)];
        const gaps = [...found.gaps].flatMap(
          ([row5, line4]) => [...line4].map(([column2, { p, q }]) => [lines[row5], columns2[column2], p, q])
        );
        return { counts: found.counts, papers: found.papers, rows: lines, columns: columns2, gaps };
      };
    }
  });

  // src/table.ts
  var FIRST7, panel6, order2, limit, relation2, link, figure, surety, weight, about2, strength, whole3, end, COLUMNS, columnsOf, itemsOf, sorted, header, choice, render7;
  var init_table = __esm({
    "src/table.ts"() {
      "use strict";
      init_dom();
      init_lines();
      init_model();
      init_result();
      init_rows();
      init_state();
      FIRST7 = 200;
      panel6 = byId("table");
      order2 = { nodes: ["papers", -1], links: ["weight", -1] };
      limit = FIRST7;
      relation2 = (line4) => {
        const name3 = nameOf(line4);
        return name3 === BESIDE ? "Named with" : RELATIONS[name3]?.edge ?? name3;
      };
      link = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      figure = (value, digits) => value ? value.toFixed(digits) : "";
      surety = (line4) => now3.edge[line4] < 0 || isPaper(now3.b[line4]) ? 0 : edges.confidence[now3.edge[line4]];
      weight = (line4) => {
        const value = strength(line4);
        return isPaper(now3.b[line4]) && value ? percent(value) : figure(value, 0);
      };
      about2 = (line4) => now3.edge[line4] < 0 ? 0 : edges.salience[now3.edge[line4]];
      strength = (line4) => isPaper(now3.b[line4]) || now3.edge[line4] < 0 ? now3.weight[line4] : 0;
      whole3 = (title2, value) => ({
        ...{ title: title2, value, show: (item) => value(item).toLocaleString("en"), number: true }
      });
      end = (title2, node2) => ({
        ...{ title: title2, value: (line4) => nodes.label[node2(line4)], show: (line4) => link(node2(line4)) }
      });
      COLUMNS = {
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
          source: end("From", (line4) => now3.a[line4]),
          relation: { title: "Relation", value: relation2, show: relation2 },
          target: end("To", (line4) => now3.b[line4]),
          salience: { title: "Salience", value: about2, show: (line4) => figure(about2(line4), 2), number: true },
          confidence: { title: "Confidence", value: surety, show: (line4) => figure(surety(line4), 2), number: true },
          weight: { title: "Weight", value: strength, show: weight, number: true }
        }
      };
      columnsOf = (what, items) => Object.entries(COLUMNS[what]).filter(
        ([name3, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name3) || items.some(value)
      );
      itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => now2.listed[i]) : Array.from({ length: now3.count }, (_, line4) => line4).filter(isListed);
      sorted = (what, items) => {
        const [by, way] = order2[what];
        const { value } = COLUMNS[what][by];
        const keyed = items.map((item) => ({ item, key: value(item) }));
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
      };
      header = (what) => ([name3, { title: title2, number: number2 }]) => {
        const [by, way] = order2[what];
        const turn2 = () => {
          order2[what] = [name3, by === name3 ? way > 0 ? -1 : 1 : number2 ? -1 : 1];
          limit = FIRST7;
          render7();
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
      choice = (what, title2) => button(
        { "aria-pressed": String(now.table === what), "data-table": what },
        title2,
        () => table(what)
      );
      render7 = () => {
        const what = now.table;
        panel6.hidden = now.main !== "table";
        document.body.classList.toggle("with-table", !panel6.hidden);
        if (panel6.hidden) {
          panel6.replaceChildren();
          return;
        }
        const items = itemsOf(what);
        const columns2 = columnsOf(what, items);
        const row5 = (item) => el(
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
        const body3 = sorted(what, items).slice(0, limit).map(row5);
        const rest3 = items.length - body3.length;
        const more = button({ class: "more" }, `Show more (${rest3.toLocaleString("en")})`, () => {
          limit += 5 * FIRST7;
          render7();
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
    }
  });

  // src/main.ts
  var main_exports = {};
  var ZOOMS, start10, isSettled, listen2;
  var init_main = __esm({
    "src/main.ts"() {
      "use strict";
      init_card();
      init_chips();
      init_compare();
      init_dom();
      init_draw();
      init_header();
      init_export_menu();
      init_corpus();
      init_focus();
      init_labels();
      init_legend();
      init_lines();
      init_matrix();
      init_model();
      init_neighbourhood();
      init_paint();
      init_result();
      init_scene();
      init_search();
      init_state();
      init_table();
      init_texts();
      init_toolbar();
      ZOOMS = {
        in: () => zoom(1.5),
        out: () => zoom(1 / 1.5),
        fit: () => fit()
      };
      start10 = () => {
        const { now: now5 } = state_exports;
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
          else if (now5.target >= 0 && has2("target"))
            fit(stations(now5.selected, path(now5.selected, now5.target) || []), {
              most: 1.2,
              pad: 50
            });
          else if (now5.selected >= 0 && (has2("steps") || has2("selected") && !still && now5.steps > 1))
            fit([...within(now5.selected, now5.steps).keys()], { pad: 20 });
          else if (now5.selected >= 0 && has2("selected") && !still) goTo(now5.selected);
          else if (now5.topic && has2("topic")) fit(topic.get(now5.topic)?.members, { most: 1.1 });
          arriving = null;
          still = false;
        };
        const refilter = () => {
          compute2(now5);
          emphasise2(now5);
          repaint();
          render7();
          refresh3(now5);
          recount2();
          recount();
        };
        start2();
        on2(refilter);
        start8();
        start4();
        start7(home);
        start6(on2, now2);
        on(["selection"], (_, changed) => {
          emphasise2(now5);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown2 = track(
            nextFrame().then(() => restep ? mark() : show2()).then(() => moveCamera(changed))
          );
        });
        start9();
        start5();
        start3();
        on(["colour"], repaint);
        on(["main"], () => {
          render7();
          refresh3(now5);
          if (now5.selected < 0) show2();
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
          still = node2 >= 0 && node2 !== now5.selected;
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
      isSettled = start10();
      listen2 = () => start(camera2);
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
