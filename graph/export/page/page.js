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
    for (var name2 in all5)
      __defProp(target, name2, { get: all5[name2], enumerable: true });
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
      unpackTable = (columns2) => Object.fromEntries(Object.entries(columns2).map(([name2, column2]) => [name2, unpackColumn(column2)]));
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
      join = (name2, parent, node2) => {
        if (name2 === "") return;
        const found = topic.get(name2) ?? {
          ...{ name: name2, parent, members: [], papers: 0, particular: [], central: [], subtopics: [], rank: 0 }
        };
        if (found.parent !== parent) return;
        topic.set(name2, found);
        found.members.push(node2);
        if (isPaper(node2)) found.papers += 1;
      };
      nodes.topic.forEach((name2, node2) => {
        join(name2, "", node2);
      });
      nodes.subtopic.forEach((name2, node2) => {
        if (nodes.topic[node2]) join(name2, nodes.topic[node2], node2);
      });
      for (const facts of data.topics || []) Object.assign(topic.get(facts.name) ?? {}, facts);
      ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
      topics = ordered("");
      topics.forEach((item, rank) => {
        item.subtopics = ordered(item.name);
        for (const each of [item, ...item.subtopics]) each.rank = rank;
      });
      topicsBut = (name2) => {
        const parent = topic.get(name2)?.parent ?? "";
        const siblings = topic.get(parent)?.subtopics ?? [];
        const all5 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name2));
        return /* @__PURE__ */ new Set([...all5, ...siblings.map((item) => item.name).filter((other2) => other2 !== name2)]);
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
      background = [...relations.keys()].filter((name2) => RELATIONS[name2]?.background);
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
      codec = (field, format, parse2) => ({
        format: (now5, first2) => same(now5[field], first2[field]) ? null : format(now5[field]),
        read: (now5, text2) => {
          now5[field] = parse2(text2);
        }
      });
      readTable = (now5, text2) => {
        const table2 = TABLES.find((name2) => name2 === text2);
        if (table2) Object.assign(now5, { main: "table", table: table2 });
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
      below = (top2) => (topic.get(top2)?.subtopics ?? []).map((item) => item.name);
      hiddenBut = (left) => {
        const kept = new Set(left);
        return new Set(
          tops.flatMap((top2) => {
            if (kept.has(top2)) return [];
            const some = below(top2).some((finer) => kept.has(finer));
            return some ? below(top2).filter((finer) => !kept.has(finer)) : [top2];
          })
        );
      };
      topicsLeft = (hidden) => {
        const left = leftOf(hidden);
        return left.length && same(hiddenBut(left), hidden) ? left : null;
      };
      leftOf = (hidden) => tops.flatMap((top2) => {
        if (hidden.has(top2)) return [];
        const finer = below(top2);
        return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top2];
      });
      formatTopics = (hidden) => {
        const left = topicsLeft(hidden);
        const [without, topics4] = [[...hidden].map(name).join(","), (left ?? []).map(name).join(",")];
        return left && topics4.length < without.length ? ["topics", topics4] : ["without", without];
      };
      hiddenTopics = (field) => ({
        format: ({ hiddenTopics: hidden }) => {
          const [written2, text2] = hidden.size ? formatTopics(hidden) : ["", ""];
          return written2 === field ? text2 : null;
        },
        read: (now5, text2) => {
          const named4 = topicNames(text2);
          if (named4.length) now5.hiddenTopics = field === "topics" ? hiddenBut(named4) : new Set(named4);
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
        const first2 = fresh();
        const parts3 = Object.entries(CODECS).flatMap(([name2, { format }]) => {
          const text2 = format(now5, first2);
          return text2 === null ? [] : [`${name2}=${text2}`];
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
          const [name2, text2] = [part2.slice(0, cut), part2.slice(cut + 1)];
          if (Object.hasOwn(CODECS, name2)) CODECS[name2].read(found.now, text2);
          const [x2, y2, zoom2] = name2 === "at" ? text2.split(",").map(Number) : [];
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
        const made = document.createElement(tag);
        for (const [name2, value] of Object.entries(attributes)) {
          if (value !== false && value !== void 0) made.setAttribute(name2, value === true ? "" : value);
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
      marked = (texts, text2, linked) => {
        const forms2 = linked.flatMap(
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
          const look = linked.length > 1 && isBackground(edge) ? "slight mention" : "mention";
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
      showSteps = (steps2) => step({ steps: steps2 });
      clear = () => step({ selected: -1, target: -1, topic: "" });
      showTopic = (name2) => step({ selected: -1, target: -1, topic: now.topic === name2 ? "" : name2 });
      view = (chosen) => {
        const fits = (node2) => node2 < 0 || chosen === "full" || chosen === "papers" === isPaper(node2);
        const keep2 = fits(now.selected) && fits(now.target);
        step({ view: chosen, ...keep2 ? {} : { selected: -1, target: -1 } });
      };
      show = (main) => step({ main });
      table = (table2) => step({ main: "table", table: table2 });
      tab = (left) => adjust({ left });
      focusOn = (focus2) => step({ focus: focus2 });
      compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
      toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
      toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
      toggleTopic = (name2) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name2) });
      only = (all5, value, now5) => {
        const others3 = new Set([...all5].filter((other2) => other2 !== value));
        return same(now5, others3) ? null : others3;
      };
      onlyKind = (kind) => adjust({ hiddenKinds: only(kinds.keys(), kind, now.hiddenKinds) ?? /* @__PURE__ */ new Set() });
      onlyRelation = (relation3) => {
        const first2 = fresh().hiddenRelations;
        adjust({ hiddenRelations: only(relations.keys(), relation3, now.hiddenRelations) ?? first2 });
      };
      isOnlyTopic = (name2) => same(now.hiddenTopics, topicsBut(name2));
      isOnlyKind = (kind) => only(kinds.keys(), kind, now.hiddenKinds) === null;
      isOnlyRelation = (relation3) => only(relations.keys(), relation3, now.hiddenRelations) === null;
      onlyTopic = (name2) => {
        adjust({ hiddenTopics: isOnlyTopic(name2) ? /* @__PURE__ */ new Set() : topicsBut(name2) });
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
        const colour = (name2) => style.getPropertyValue(`--${name2}`).trim();
        for (const name2 of NAMES) own[name2] = colour(name2);
        for (const kind of Object.keys(KINDS)) own.kinds[kind] = colour(kind);
        own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
        own.dark = colour("dark") === "1";
      };
      ofTopic = (name2) => {
        const found = topic.get(name2);
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
      plural = (count2, one, many = `${one}s`) => `${count2.toLocaleString("en")} ${count2 === 1 ? one : many}`;
      percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
      section = (title, ...content3) => el("section", {}, el("h3", {}, title), ...content3);
      listing = (items, render5, attributes = {}, first2 = FIRST) => {
        const list2 = el("ul", attributes, ...items.slice(0, first2).map((item) => render5(item)));
        if (items.length <= first2) return [list2];
        const label = () => `Show more (${(items.length - list2.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label(), () => {
          const next = items.slice(list2.children.length, list2.children.length + STEP).map((item) => render5(item));
          list2.append(...next);
          next[0].querySelector("a")?.focus();
          if (list2.children.length === items.length) more.remove();
          else more.textContent = label();
        });
        return [list2, more];
      };
      swatch = (name2) => {
        const made = el("span", { class: "swatch" });
        made.style.backgroundColor = ofTopic(name2);
        return made;
      };
      chip = (name2) => {
        if (!name2) return null;
        const title = `${topic.get(name2)?.parent ? "Subtopic" : "Topic"} ${name2}`;
        return button({ class: "chip", title }, [swatch(name2), foreign(name2)], () => showTopic(name2));
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
      fold = (title, list2, open2 = false) => el("details", { class: "background", open: open2 }, el("summary", {}, title), ...list2);
      named2 = (node2, remark = null, ...below2) => el(
        "li",
        { class: "named" },
        icon(nodes.kind[node2]),
        nodeLink(node2),
        remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
        ...below2
      );
      RANK = Object.keys(RELATIONS);
      byRelation = (list2) => {
        const groups2 = /* @__PURE__ */ new Map();
        for (const edge of list2) {
          const relation3 = edges.relation[edge];
          const group3 = groups2.get(relation3);
          if (group3) group3.push(edge);
          else groups2.set(relation3, [edge]);
        }
        return [...groups2].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
      };
      bySalience = (list2, otherwise) => [...list2].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));
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
      formRow = ([form, count2]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count2, "paper")));
      reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
      cardEntity = (entity, texts) => {
        const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
        const paperRow2 = (edge) => {
          const remark = [nodes.date[edges.from[edge]], salience(edge)].filter(Boolean);
          return named2(edges.from[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const groups2 = byRelation(around[entity]);
        const papers4 = groups2.map(([relation3, list2]) => {
          const title = RELATIONS[relation3]?.by ?? relation3;
          const listed = listing(bySalience(list2, newest), paperRow2);
          if (!isBackground(list2[0])) return section(title, ...listed);
          const count2 = `${plural(list2.length, "paper")}, in the background`;
          return section(title, fold(count2, listed, groups2.length === 1));
        });
        const company = namedWith(entity);
        const written2 = forms(entity, texts);
        const reasons = split(texts.united[entity]);
        return [
          ...papers4,
          company.length ? section(
            "Often named with",
            ...listing(company, ([peer, count2]) => named2(peer, plural(count2, "paper")), {
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
        const row4 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
          return named2(edges.to[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const listed = (list2) => listing(bySalience(list2, order3), row4);
        const terms = Object.entries(KINDS).map(([kind, { many }]) => {
          const list2 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
          const [front, back] = [list2.filter((edge) => !isBackground(edge)), list2.filter(isBackground)];
          if (!list2.length) return null;
          const fold3 = back.length ? [fold(`${back.length} in the background`, listed(back))] : [];
          return section(many, ...front.length ? listed(front) : [], ...fold3);
        });
        const roles = byRelation(own2.filter((edge) => !isTerm(edge))).map(([relation3, list2]) => section(RELATIONS[relation3]?.group ?? relation3, ...listed(list2)));
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
        const body2 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts, abstract, own2)) : null;
        return [
          subjects(own2),
          body2 ? section("Abstract", body2) : null,
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
      part = (text2, at3) => Number(text2.split("-")[at3] ?? 1);
      successor = (name2, unit) => {
        const next = /* @__PURE__ */ new Date(0);
        next.setUTCFullYear(
          part(name2, 0) + Number(unit === "year"),
          part(name2, 1) - 1 + Number(unit === "month"),
          part(name2, 2) + Number(unit === "day")
        );
        return next.toISOString().slice(0, LENGTH[unit]);
      };
      through = (first2, last, unit) => {
        const found = [first2];
        while (found[found.length - 1] < last) found.push(successor(found[found.length - 1], unit));
        return found;
      };
      ofUnit = (dates3, unit) => {
        const cut = dates3.map(
          (date2) => date2.length >= LENGTH[unit] && DATE.test(date2) ? date2.slice(0, LENGTH[unit]) : ""
        );
        const known2 = [...new Set(cut)].filter(Boolean).sort();
        const names4 = known2.length ? through(known2[0], known2[known2.length - 1], unit) : [];
        const at3 = new Map(names4.map((name2, index) => [name2, index]));
        return { unit, names: names4, of: Int32Array.from(cut, (date2) => at3.get(date2) ?? -1) };
      };
      binsOf = (dates3) => {
        const known2 = dates3.filter((date2) => DATE.test(date2));
        const share = (unit) => known2.filter((date2) => date2.length >= LENGTH[unit]).length >= known2.length / 2;
        if (!share("month")) return ofUnit(dates3, "year");
        const years = known2.map((date2) => part(date2, 0)).sort((a, b) => a - b);
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
      isIn = (date2, since, until) => !since && !until || date2 !== "" && (!since || date2 >= since) && (!until || date2.slice(0, until.length) <= until);
      MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
      parts = (date2) => {
        const [year, month, day2] = date2.split("-");
        return [year, month ? MONTHS[Number(month) - 1] : "", day2 ? String(Number(day2)) : ""];
      };
      written = (date2) => parts(date2).reverse().filter(Boolean).join(" ");
      spoken = (date2) => DATE.test(date2) ? written(date2) : date2;
      spanOf = (first2, last) => {
        if (!DATE.test(first2) || !DATE.test(last)) return [first2, last].filter(Boolean).join(" – ");
        const [from, to] = [parts(first2), parts(last)];
        if (written(first2) === written(last)) return written(first2);
        if (from[0] !== to[0]) return `${written(first2)} – ${written(last)}`;
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
      column = (name2) => {
        const own2 = nodes[name2];
        const more = rest2[name2];
        return [
          ...drawn.map((node2) => own2?.[node2] ?? ""),
          ...Array.from({ length: others }, (_, row4) => more?.[row4] ?? "")
        ];
      };
      [topic3, subtopic, date] = ["topic", "subtopic", "date"].map(column);
      size2 = drawn.length + others;
      corpus = {
        size: size2,
        drawn: drawn.length,
        node: Int32Array.from({ length: size2 }, (_, row4) => drawn[row4] ?? -1),
        key: column("key"),
        title: column("label"),
        date,
        topic: topic3,
        subtopic,
        rank: Int32Array.from(topic3, (name2) => topic.get(name2)?.rank ?? -1),
        url: column("url"),
        authors: column("authors"),
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
        for (let row4 = 0; row4 < mask.length; row4 += 1) {
          mask[row4] = fails?.(row4) ? mask[row4] | bit : mask[row4] & ~bit;
        }
      };
      passing = (mask, ...without) => {
        const kept = keptBits(without);
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
      keptBits = (without) => without.reduce((bits, facet) => bits & ~BITS[facet], 255);
      countBy = (rows2, codes2, size3) => {
        const found = new Int32Array(size3);
        for (const row4 of rows2) if (codes2[row4] >= 0) found[codes2[row4]] += 1;
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
          const distance2 = Math.hypot(x[i] - px, y[i] - py) - radius[i];
          if (distance2 < Math.min(least2, slack)) [best, least2] = [i, distance2];
        }
        return best;
      };
      bounds = (members) => {
        let [left, top2, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const i of members) {
          if (!shown[i]) continue;
          left = Math.min(left, x[i] - radius[i]);
          right = Math.max(right, x[i] + radius[i]);
          top2 = Math.min(top2, y[i] - radius[i]);
          bottom = Math.max(bottom, y[i] + radius[i]);
        }
        return left <= right ? { left, top: top2, right, bottom } : null;
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
      code = new Map(names.map((name2, at3) => [name2, at3]));
      codes = (column2) => Int32Array.from(column2, (name2) => code.get(name2) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
      entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
        (kind) => kind !== "paper"
      );
      matching = null;
      revealed = false;
      now2 = {
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
      strongEdges = (chosen) => {
        const wanted = new Uint8Array(links);
        for (let e = 0; e < links; e += 1) {
          const strong = isRelated[e] ? edges.weight[e] >= chosen.weight : edges.confidence[e] >= chosen.confidence;
          wanted[e] = strong ? 1 : 0;
        }
        return wanted;
      };
      judgeLinks = (chosen, strong) => {
        const first2 = fresh();
        const related = [...chosen.hiddenRelations].some((name2) => !first2.hiddenRelations.has(name2));
        if (!related && !chosen.confidence && !chosen.weight) return null;
        const [had, has] = [new Uint8Array(size), new Uint8Array(size)];
        for (let e = 0; e < links; e += 1) {
          const before = first2.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
          const after = chosen.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
          for (const end2 of [edges.from[e], edges.to[e]]) {
            had[end2] |= before;
            has[end2] |= after;
          }
        }
        return (row4) => {
          const node2 = corpus.node[row4];
          return node2 < 0 ? related : !has[node2] && (related || had[node2]);
        };
      };
      judgeAll = (chosen, strong) => {
        const { mask } = now2;
        const { date: date2, node: node2, drawn: drawn3, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen;
        const hidden = Uint8Array.from(names, (name2) => Number(hiddenTopics2.has(name2)));
        const isHidden2 = (row4) => hidden[topicAt[row4]] || subtopic2[row4] && hidden[subtopicAt[row4]];
        const topic5 = chosen.topic ? code.get(chosen.topic) ?? -1 : -1;
        const isOther = (row4) => topicAt[row4] !== topic5 && subtopicAt[row4] !== topic5;
        const [since, until] = ordered2(chosen.since, chosen.until);
        const isOutside = (row4) => row4 >= drawn3 || !isInside(lasso, nodes.x[node2[row4]], nodes.y[node2[row4]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden2 : null);
        judge(mask, "chosen", topic5 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row4) => !isIn(date2[row4], since, until) : null);
        judge(mask, "text", chosen.text && matching ? (row4) => !matching?.[row4] : null);
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
        for (let row4 = 0; row4 < corpus.drawn; row4 += 1) alive[corpus.node[row4]] = now2.mask[row4] & kept ? 0 : 1;
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
        for (const row4 of now2.rows) now2.passes[row4] = 1;
        now2.count.papers = now2.rows.length;
        now2.count.kinds = new Map(entities2.map((kind) => [kind, [left.get(kind) ?? 0, counts[kind] ?? 0]]));
        now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
        const byTopic = passing(now2.mask, "topic", "chosen");
        const [first2, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        now2.topics = new Map(names.map((name2, at3) => [name2, name2 ? first2[at3] + second[at3] : first2[at3]]));
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
        for (const row4 of rows2 ?? []) if (matching) matching[row4] = 1;
        renew();
      };
      start2 = () => on(["filter", "selection"], (chosen, changed) => {
        const asked2 = [chosen.selected, chosen.target].some((node2) => node2 >= 0 && !shown[node2]);
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
      code2 = new Map(names2.map((name2, at3) => [name2, at3]));
      likely = code2.get("related") ?? -1;
      relation = Uint8Array.from(edges.relation, (name2) => code2.get(name2) ?? 0);
      isRelated2 = edges.relation.map((_, e) => isPaper(edges.from[e]) && isPaper(edges.to[e]));
      order = Int32Array.from({ length: links }, (_, e) => e).sort(
        (p, q) => relation[p] - relation[q] || (relation[p] === likely ? edges.weight[p] - edges.weight[q] : 0) || p - q
      );
      topicAt2 = /* @__PURE__ */ new Map();
      topic4 = Int32Array.from(nodes.topic, (name2) => {
        if (!topicAt2.has(name2)) topicAt2.set(name2, topicAt2.size);
        return topicAt2.get(name2) ?? 0;
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
      coMentions = ({ together }) => {
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
        const kept = [...pairs].filter(([, count2]) => count2 >= together).sort((p, q) => p[0] - q[0]);
        now3.edge = new Int32Array(kept.length).fill(-1);
        now3.a = Int32Array.from(kept, ([pair]) => Math.floor(pair / size));
        now3.b = Int32Array.from(kept, ([pair]) => pair % size);
        now3.weight = Float64Array.from(kept, ([, count2]) => count2);
        return kept.length ? [{ name: BESIDE, first: 0, end: kept.length }] : [];
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name2, first: first2, end: end2 } = range2;
        const [least2, most2] = [now3.weight[first2], now3.weight[end2 - 1]];
        if (name2 !== "related" || least2 === most2) return [{ ...range2, strength: 1 }];
        const bandOf = (line3) => Math.floor(BANDS * (now3.weight[line3] - least2) / (most2 - least2));
        let next = first2;
        return Array.from({ length: BANDS }, (_, band) => {
          const start9 = next;
          while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
          return { name: name2, first: start9, end: next, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen) => {
        const ranges = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
        now3.count = now3.edge.length;
        now3.hot = new Uint8Array(now3.count);
        now3.apart = Uint8Array.from(now3.a, (a, line3) => topic4[a] === topic4[now3.b[line3]] ? 0 : 1);
        now3.ranges = ranges.flatMap(inBands);
        adjacency = null;
      };
      isListed = (line3) => now2.listed[now3.a[line3]] === 1 && now2.listed[now3.b[line3]] === 1;
      at2 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line3 = 0; line3 < now3.count; line3 += 1) {
            adjacency[now3.a[line3]].push(line3);
            if (now3.a[line3] !== now3.b[line3]) adjacency[now3.b[line3]].push(line3);
          }
        }
        return adjacency[node2];
      };
      across = (line3, node2) => now3.a[line3] === node2 ? now3.b[line3] : now3.a[line3];
      nameOf = (line3) => now3.edge[line3] < 0 ? BESIDE : edges.relation[now3.edge[line3]];
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
      within = (node2, steps2) => {
        const distance2 = /* @__PURE__ */ new Map([[node2, 0]]);
        for (const [here, far] of distance2) {
          if (far === steps2) break;
          for (const line3 of at2(here)) {
            const next = across(line3, here);
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
            for (const line3 of at2(here)) {
              const there = across(line3, here);
              if (distance2[there] >= 0 && distance2[there] !== distance2[here] + 1) continue;
              if (distance2[there] < 0) {
                distance2[there] = distance2[here] + 1;
                next.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line3];
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
        for (const line3 of found) way.push(across(line3, way[way.length - 1]));
        return way;
      };
      emphasise2 = (now5) => {
        const { hot: hot2 } = now3;
        hot2.fill(0);
        view2.focused = now5.selected;
        if (now5.selected >= 0 && now5.target >= 0) {
          const found = path(now5.selected, now5.target) || [];
          for (const line3 of found) hot2[line3] = 1;
          emphasise([...stations(now5.selected, found), now5.target]);
        } else if (now5.selected >= 0) {
          const near2 = within(now5.selected, now5.steps);
          for (const [node2, far] of near2) {
            if (far < now5.steps) for (const line3 of at2(node2)) hot2[line3] = 1;
          }
          emphasise(near2.keys());
        } else if (now5.topic) {
          emphasise(topic.get(now5.topic)?.members ?? []);
          for (let line3 = 0; line3 < hot2.length; line3 += 1) {
            hot2[line3] = hot[now3.a[line3]] && hot[now3.b[line3]];
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
      verb = (line3) => {
        const name2 = nameOf(line3);
        if (name2 === BESIDE) return `named together in ${plural(now3.weight[line3], "paper")}`;
        const likely2 = name2 === "related" ? `, ${percent(now3.weight[line3])}` : "";
        return (RELATIONS[name2]?.edge ?? name2).toLowerCase() + likely2;
      };
      between = (line3, here, texts) => {
        const edge = now3.edge[line3];
        const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
        return el(
          "li",
          { class: "step" },
          el("span", { class: "count" }, backwards ? `↑ ${verb(line3)}` : `↓ ${verb(line3)}`),
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
        const way = stations(from, found);
        const list2 = el("ol", { class: "path" }, named2(from));
        found.forEach((line3, at3) => {
          list2.append(between(line3, way[at3], texts), named2(way[at3 + 1]));
        });
        return section(`Path of ${plural(found.length, "step")}`, list2, drop);
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
      subtopicRow = ({ name: name2, papers: papers4 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name2), foreign(name2, { class: "grow" })],
          () => showTopic(name2)
        ),
        el("span", { class: "count" }, plural(papers4, "paper"))
      );
      cardTopic = (topic5) => {
        const { name: name2, parent, papers: papers4, subtopics, central } = topic5;
        return [
          el("h2", { dir: "auto" }, name2),
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
      fold2 = (text2) => (
        // biome-ignore lint/suspicious/noControlCharactersInRegex: most names are ASCII, which has no marks.
        /^[\x00-\x7f]*$/.test(text2) ? text2.toLowerCase() : text2.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      );
      loose = (text2) => /[\s_-]/.test(text2) ? text2.replace(/[\s_-]+/g, "") : text2;
      grade = (folded, query, words, [looseName, looseQuery] = [loose(folded), loose(query)]) => {
        if (folded === query) return 0;
        if (folded.startsWith(query)) return 1;
        const found = folded.indexOf(query);
        if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
        if (looseQuery !== "" && looseName.startsWith(looseQuery)) return 3;
        return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
      };
    }
  });

  // src/search_terms.ts
  var WORD, TOLERANCE, MOST, REMEMBERED, LEAST, wordsOf, bitsOf, ones, rowsOfTable, distance, remembered, makeTerms;
  var init_search_terms = __esm({
    "src/search_terms.ts"() {
      "use strict";
      init_grade();
      WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
      TOLERANCE = 0.2;
      MOST = 2;
      REMEMBERED = 50;
      LEAST = 4;
      wordsOf = (text2) => fold2(text2).match(WORD) ?? [];
      bitsOf = (word) => {
        let bits = 0;
        for (let at3 = 0; at3 < word.length; at3 += 1) bits |= 1 << (word.charCodeAt(at3) & 31);
        return bits;
      };
      ones = (bits) => {
        const pairs = bits - (bits >>> 1 & 1431655765);
        const fours = (pairs & 858993459) + (pairs >>> 2 & 858993459);
        return Math.imul(fours + (fours >>> 4) & 252645135, 16843009) >>> 24;
      };
      rowsOfTable = [0, 1, 2].map(() => new Uint8Array(64));
      distance = (a, b, most2) => {
        if (Math.abs(a.length - b.length) > most2 || b.length > 62) return a === b ? 0 : most2 + 1;
        const far = most2 + 1;
        let [before, last, now5] = rowsOfTable;
        for (let j = 0; j <= b.length; j += 1) now5[j] = Math.min(j, far);
        for (let i = 1; i <= a.length; i += 1) {
          [before, last, now5] = [last, now5, before];
          const [first2, end2] = [Math.max(1, i - most2), Math.min(b.length, i + most2)];
          now5[first2 - 1] = first2 === 1 ? Math.min(i, far) : far;
          let least2 = now5[first2 - 1];
          for (let j = first2; j <= end2; j += 1) {
            const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
            let found = Math.min(last[j] + 1, now5[j - 1] + 1, last[j - 1] + change);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            if (swapped) found = Math.min(found, before[j - 2] + 1);
            now5[j] = Math.min(found, far);
            least2 = Math.min(least2, now5[j]);
          }
          now5[end2 + 1] = far;
          if (least2 > most2) return far;
        }
        return now5[b.length];
      };
      remembered = (answer3) => {
        const known2 = /* @__PURE__ */ new Map();
        return {
          forget: () => known2.clear(),
          ask: (word) => {
            const found = known2.get(word) ?? answer3(word);
            if (known2.size >= REMEMBERED) known2.clear();
            known2.set(word, found);
            return found;
          }
        };
      };
      makeTerms = () => {
        const numbers = /* @__PURE__ */ new Map();
        const [words, bits, postings] = [[], [], []];
        const add2 = (row4, text2) => {
          for (const word of wordsOf(text2)) {
            const number2 = numbers.get(word);
            if (number2 === void 0) {
              numbers.set(word, words.length);
              words.push(word);
              bits.push(bitsOf(word));
              postings.push([row4]);
            } else {
              const rows2 = postings[number2];
              if (rows2[rows2.length - 1] !== row4) rows2.push(row4);
            }
          }
        };
        const beginning2 = remembered((word) => {
          const found = [];
          for (let number2 = 0; number2 < words.length; number2 += 1) {
            if (!words[number2].startsWith(word)) continue;
            const weight2 = words[number2] === word ? 1 : 0.3 + 0.5 * word.length / words[number2].length;
            found.push({ word: words[number2], weight: weight2, rows: postings[number2] });
          }
          return found;
        });
        const almost = remembered((word) => {
          const most2 = word.length < LEAST ? 0 : Math.min(MOST, Math.round(TOLERANCE * word.length));
          const found = [];
          if (!most2 || /^\p{N}/u.test(word)) return found;
          const own2 = bitsOf(word);
          for (let number2 = 0; number2 < words.length; number2 += 1) {
            if (Math.abs(words[number2].length - word.length) > most2) continue;
            if (ones(own2 & ~bits[number2]) > most2 || ones(bits[number2] & ~own2) > most2) continue;
            const apart = distance(word, words[number2], most2);
            if (apart <= most2) found.push({ word: words[number2], weight: 0.4 / apart, rows: postings[number2] });
          }
          return found;
        });
        return {
          add: (row4, text2) => {
            beginning2.forget();
            almost.forget();
            add2(row4, text2);
          },
          ...{ beginning: beginning2.ask, almost: almost.ask },
          get size() {
            return words.length;
          }
        };
      };
    }
  });

  // src/texts.ts
  var texts_exports = {};
  __export(texts_exports, {
    abstractsOf: () => abstractsOf,
    all: () => all,
    chunks: () => chunks,
    near: () => near,
    ofEdge: () => ofEdge,
    ofEdges: () => ofEdges,
    ofPaper: () => ofPaper
  });
  var PAPERS, OTHERS, NODE_COLUMNS, EDGE_COLUMNS, chunkOf, first, papers, others2, blank, now4, inside, edgesInside, placeEvidence, copy, fill, packed, pending, read2, load, loaded, near, ofEdges, all, ofPaper, ofEdge, chunks, abstractsOf;
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
      placeEvidence = (own2, start9, length) => {
        let [paper, text2] = [-1, ""];
        own2.forEach((e, at3) => {
          if (start9[at3] < 0) return;
          if (edges.from[e] !== paper)
            [paper, text2] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now4.abstract[edges.from[e]]}`];
          now4.evidence[e] = text2.slice(start9[at3], start9[at3] + length[at3]);
        });
      };
      copy = (name2, rows2, columns2) => {
        columns2[name2]?.forEach((text2, at3) => {
          now4[name2][rows2[at3]] = text2;
        });
      };
      fill = (chunk, packed2) => {
        const columns2 = unpackTable(packed2);
        const [own2, lines] = [inside(chunk), edgesInside(chunk)];
        for (const name2 of NODE_COLUMNS) copy(name2, own2, columns2);
        for (const name2 of EDGE_COLUMNS) copy(name2, lines, columns2);
        const { start: start9, length } = columns2;
        if (start9 && length) placeEvidence(lines, start9, length);
      };
      packed = null;
      pending = /* @__PURE__ */ new Map();
      read2 = (chunk) => {
        packed ??= content("text-data").split("\n");
        return unpack(packed[chunk] ?? "");
      };
      load = (chunk) => {
        const found = pending.get(chunk) ?? read2(chunk).then(
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
      all = () => loaded(chunkOf);
      ofPaper = async (node2) => {
        const texts = await loaded([chunkOf[node2]]);
        return { abstract: texts.abstract[node2], united: texts.united[node2] };
      };
      ofEdge = async (e) => {
        const texts = await ofEdges([e]);
        const own2 = EDGE_COLUMNS.map((name2) => [name2, texts[name2][e]]);
        return Object.fromEntries(own2);
      };
      chunks = Math.max(-1, ...chunkOf) + 1;
      abstractsOf = async (chunk) => {
        const own2 = inside(chunk);
        if (!pending.has(chunk)) {
          const columns2 = await read2(chunk).catch(() => ({}));
          copy("abstract", own2, unpackTable(columns2));
        }
        await pending.get(chunk);
        return { nodes: own2, texts: now4 };
      };
    }
  });

  // src/search_index.ts
  var search_index_exports = {};
  __export(search_index_exports, {
    ABSTRACT: () => ABSTRACT,
    OTHER: () => OTHER,
    TITLE: () => TITLE,
    abstractOf: () => abstractOf,
    isWhole: () => isWhole,
    lineOf: () => lineOf,
    namesOf: () => namesOf,
    parts: () => parts2,
    prepare: () => prepare
  });
  var SLICE, TITLE, OTHER, ABSTRACT, parts2, unpacked, done, namesOf, abstractOf, lineOf, isWhole, pause, goThrough, make, making, prepare;
  var init_search_index = __esm({
    "src/search_index.ts"() {
      "use strict";
      init_corpus();
      init_grade();
      init_model();
      init_search_terms();
      init_texts();
      SLICE = 8;
      TITLE = 1;
      OTHER = 2;
      ABSTRACT = 4;
      parts2 = [
        { terms: makeTerms(), weight: 3 },
        { terms: makeTerms(), weight: 1.5 },
        { terms: makeTerms(), weight: 1 }
      ];
      unpacked = null;
      done = false;
      namesOf = (row4) => {
        const names4 = rest.names;
        return row4 >= corpus.drawn ? names4?.[row4 - corpus.drawn] ?? "" : "";
      };
      abstractOf = (row4) => {
        const node2 = corpus.node[row4];
        return node2 < 0 ? "" : unpacked?.abstract[node2] ?? "";
      };
      lineOf = (row4) => fold2(
        [corpus.title[row4], corpus.authors[row4], namesOf(row4), abstractOf(row4)].join("\n").replace(/\s+/g, " ")
      );
      isWhole = () => done;
      pause = () => new Promise((go) => setTimeout(go));
      goThrough = async (items, act) => {
        let start9 = performance.now();
        for (const item of items) {
          act(item);
          if (performance.now() - start9 < SLICE) continue;
          await pause();
          start9 = performance.now();
        }
      };
      make = async (first2) => {
        const [titles, others3, abstracts] = parts2;
        for (const step3 of first2) await goThrough(Array(step3.size).keys(), (at3) => step3.upTo(at3 + 1));
        await goThrough(Array(corpus.size).keys(), (row4) => {
          titles.terms.add(row4, corpus.title[row4]);
          others3.terms.add(row4, `${corpus.authors[row4]} ${namesOf(row4)}`);
        });
        for (let chunk = 0; chunk < chunks; chunk += 1) {
          await pause();
          const found = await abstractsOf(chunk);
          unpacked = found.texts;
          await pause();
          await goThrough(found.nodes, (node2) => {
            const row4 = rowOf(node2);
            if (row4 >= 0) abstracts.terms.add(row4, found.texts.abstract[node2]);
          });
        }
        done = true;
      };
      making = null;
      prepare = (first2) => {
        making ??= make(first2);
        return making;
      };
    }
  });

  // src/card_undrawn.ts
  var panel, close, names3, show2;
  var init_card_undrawn = __esm({
    "src/card_undrawn.ts"() {
      "use strict";
      init_corpus();
      init_dom();
      init_model();
      init_rows();
      init_search_index();
      init_state();
      panel = byId("card");
      close = () => {
        panel.hidden = true;
        document.body.classList.remove("with-card");
      };
      names3 = (row4) => {
        const labels = new Set(split(namesOf(row4)));
        const drawn3 = new Map(
          nodes.id.filter((node2) => labels.has(nodes.label[node2])).map((node2) => [nodes.label[node2], node2])
        );
        const tag = (label) => {
          const node2 = drawn3.get(label);
          return node2 === void 0 ? foreign(label, { class: "tag" }) : nodeLink(node2, label, { class: `tag ${nodes.kind[node2]}` });
        };
        return labels.size ? section("Names", el("div", { class: "tags" }, ...[...labels].map(tag))) : null;
      };
      show2 = (row4) => {
        clear();
        const link2 = outside(corpus.url[row4]);
        const topics4 = [.../* @__PURE__ */ new Set([corpus.topic[row4], corpus.subtopic[row4]])].filter(
          (name2) => topic.has(name2)
        );
        panel.replaceChildren(
          ...present([
            el(
              "div",
              { class: "card-head" },
              icon("paper"),
              el("span", { class: "kind" }, KINDS.paper?.one ?? "Paper"),
              button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", close)
            ),
            el("h2", { dir: "auto" }, corpus.title[row4]),
            meta(corpus.date[row4], corpus.authors[row4]),
            topics4.length ? el("div", { class: "chips" }, ...topics4.map(chip)) : null,
            link2 ? el("p", { class: "source" }, link2) : null,
            el("p", { class: "muted" }, "This paper is not drawn: the map shows those with the strongest links."),
            names3(row4)
          ])
        );
        panel.hidden = false;
        panel.dataset.node = "";
        document.body.classList.add("with-card");
        panel.scrollTop = 0;
      };
    }
  });

  // src/search_match.ts
  var CHECKED, TOGETHER, answersOf, usual, sorted, top, match, excluded;
  var init_search_match = __esm({
    "src/search_match.ts"() {
      "use strict";
      init_search_terms();
      CHECKED = 24;
      TOGETHER = 1.6;
      answersOf = (word, parts3, ask3) => parts3.map(({ terms }) => terms[ask3](word));
      usual = (answers) => answers.flat().sort((a, b) => b.weight * b.rows.length - a.weight * a.rows.length)[0]?.word ?? "";
      sorted = (rows2, score) => rows2.sort((a, b) => score[b] - score[a] || a - b);
      top = (rows2, score) => {
        const best = [];
        for (const row4 of rows2) {
          if (best.length === CHECKED && score[row4] <= score[best[CHECKED - 1]]) continue;
          let at3 = best.length;
          while (at3 > 0 && score[best[at3 - 1]] < score[row4]) at3 -= 1;
          best.splice(at3, 0, row4);
          if (best.length > CHECKED) best.pop();
        }
        return best;
      };
      match = (terms, parts3, size3, text2) => {
        const found = {
          ...{
            rows: [],
            best: [],
            parts: new Uint8Array(size3),
            whole: /* @__PURE__ */ new Set(),
            words: /* @__PURE__ */ new Set(),
            spelt: [],
            nearly: []
          }
        };
        const [score, now5, counts3] = [new Float32Array(size3), new Float32Array(size3), new Uint8Array(size3)];
        const firsts = new Uint8Array(size3);
        const words = [...new Set(terms.filter(({ no }) => !no).flatMap((term) => wordsOf(term.text)))];
        const all5 = [];
        for (const [at3, word] of words.entries()) {
          let answers = answersOf(word, parts3, "beginning");
          if (!answers.some((list2) => list2.length)) {
            answers = answersOf(word, parts3, "almost");
            if (answers.some((list2) => list2.length)) found.spelt.push([word, usual(answers)]);
          }
          const touched2 = [];
          answers.forEach((list2, part2) => {
            for (const answer3 of list2) {
              found.words.add(answer3.word);
              const value = parts3[part2].weight * answer3.weight * Math.log(1 + size3 / answer3.rows.length);
              for (const row4 of answer3.rows) {
                if (!now5[row4]) touched2.push(row4);
                now5[row4] = Math.max(now5[row4], value);
                found.parts[row4] |= 1 << part2;
                if (part2 === 0 && firsts[row4] === at3) firsts[row4] = at3 + 1;
              }
            }
          });
          for (const row4 of touched2) {
            if (!counts3[row4]) all5.push(row4);
            counts3[row4] += 1;
            score[row4] += now5[row4];
            now5[row4] = 0;
          }
        }
        const quoted = terms.filter((term) => term.quoted && !term.no);
        const fits = (row4) => quoted.every((term) => text2(row4).includes(term.text));
        found.rows = all5.filter((row4) => counts3[row4] === words.length && fits(row4));
        found.best = top(found.rows, score);
        if (!found.rows.length) {
          const most2 = all5.reduce((least2, row4) => Math.max(least2, counts3[row4]), 0);
          const nearly = all5.filter((row4) => counts3[row4] === most2);
          found.nearly = most2 * 2 >= words.length ? top(nearly, score) : [];
        }
        for (const row4 of found.best) if (firsts[row4] === words.length) found.whole.add(row4);
        if (words.length > 1) {
          const phrase = words.join(" ");
          for (const row4 of found.best) if (text2(row4).includes(phrase)) score[row4] *= TOGETHER;
          sorted(found.best, score);
        }
        return found;
      };
      excluded = (terms, parts3, size3, text2) => {
        const out = new Uint8Array(size3);
        for (const term of terms.filter(({ no }) => no)) {
          const counts3 = new Uint8Array(size3);
          const words = wordsOf(term.text);
          words.forEach((word, at3) => {
            for (const list2 of answersOf(word, parts3, "beginning"))
              for (const { rows: rows2 } of list2) for (const row4 of rows2) if (counts3[row4] === at3) counts3[row4] = at3 + 1;
          });
          counts3.forEach((count2, row4) => {
            if (count2 === words.length && (!term.quoted || text2(row4).includes(term.text))) out[row4] = 1;
          });
        }
        return out;
      };
    }
  });

  // src/search_names.ts
  var ALIAS, ID, SHORTEST_ID, LIKE, empty, add, idOf, growing, entities3, papers2, topicNames2, topics2, keep, candidates, find, pairAt, nearest;
  var init_search_names = __esm({
    "src/search_names.ts"() {
      "use strict";
      init_corpus();
      init_grade();
      init_model();
      init_model();
      ALIAS = 1;
      ID = 2;
      SHORTEST_ID = 4;
      LIKE = 0.4;
      empty = () => ({
        of: [],
        name: [],
        folded: [],
        loose: [],
        rank: [],
        last: { query: "", answered: [] }
      });
      add = (names4, of, name2, rank) => {
        if (!name2) return;
        const folded = fold2(name2);
        names4.of.push(of);
        names4.name.push(name2);
        names4.folded.push(folded);
        names4.loose.push(rank === ID ? "" : loose(folded));
        names4.rank.push(rank);
      };
      idOf = (key3) => {
        const id = key3.replace(/^paper:/, "").replaceAll(":", "/");
        if (!id.includes("_")) return id;
        try {
          return decodeURIComponent(id.replaceAll("%", "%25").replace(/_([0-9A-F]{2})/g, "%$1"));
        } catch {
          return id;
        }
      };
      growing = (made, size3, add2) => {
        let next = 0;
        const upTo = (end2) => {
          for (; next < end2; next += 1) add2(made, next);
        };
        return {
          ...{ size: size3, upTo },
          get whole() {
            upTo(size3);
            return made;
          }
        };
      };
      entities3 = growing(empty(), nodes.id.length, (names4, node2) => {
        if (isPaper(node2)) return;
        add(names4, node2, nodes.label[node2], 0);
        for (const alias of split(nodes.aliases[node2])) add(names4, node2, alias, ALIAS);
      });
      papers2 = growing(empty(), corpus.size, (names4, row4) => {
        add(names4, row4, corpus.title[row4], 0);
        for (const id of /* @__PURE__ */ new Set([idOf(corpus.key[row4]), corpus.arxiv[row4], corpus.doi[row4]]))
          add(names4, row4, id, ID);
      });
      topicNames2 = [...topic.keys()];
      topics2 = growing(empty(), topicNames2.length, (names4, at3) => add(names4, at3, topicNames2[at3], 0));
      keep = (best, hit, most2) => {
        const before = (a, b) => a.score - b.score || b.weight - a.weight || a.of - b.of;
        let at3 = best.length;
        while (at3 > 0 && before(hit, best[at3 - 1]) < 0) at3 -= 1;
        if (at3 >= most2) return;
        best.splice(at3, 0, hit);
        if (best.length > most2) best.pop();
      };
      candidates = ({ last, of }, query) => loose(last.query) !== "" && query.startsWith(last.query) ? last.answered : of.keys();
      find = (names4, query, most2, weigh) => {
        const words = query.split(/\s+/);
        const looseQuery = loose(query);
        const [best, all5, answered] = [[], [], []];
        let current = null;
        const close3 = () => {
          if (!current) return;
          all5.push(current.of);
          current.weight = weigh(current.of);
          keep(best, current, most2);
          current = null;
        };
        for (const at3 of candidates(names4, query)) {
          const [of, rank] = [names4.of[at3], names4.rank[at3]];
          if (current && current.of !== of) close3();
          const found = grade(names4.folded[at3], query, words, [names4.loose[at3], looseQuery]);
          if (found < 0 || rank === ID && found > 1) continue;
          answered.push(at3);
          if (rank === ID && query.length < SHORTEST_ID) continue;
          const score = found * 2 + Number(rank > 0);
          if (!current || score < current.score)
            current = { of, score, alias: rank ? names4.name[at3] : "", weight: 0 };
        }
        close3();
        names4.last = { query, answered };
        return { best, all: all5 };
      };
      pairAt = (text2, at3) => text2.charCodeAt(at3 - 1) * 65536 + text2.charCodeAt(at3);
      nearest = (names4, query, most2) => {
        const text2 = loose(query);
        const own2 = new Set(Array.from({ length: Math.max(text2.length - 1, 0) }, (_, at3) => pairAt(text2, at3 + 1)));
        const best = [];
        for (let row4 = 0; row4 < names4.of.length; row4 += 1) {
          const name2 = names4.loose[row4];
          if (name2.length > 3 * text2.length || 3 * name2.length < text2.length) continue;
          let shared2 = 0;
          for (let at3 = 1; at3 < name2.length; at3 += 1) if (own2.has(pairAt(name2, at3))) shared2 += 1;
          const share = 2 * shared2 / (own2.size + Math.max(name2.length - 1, 1));
          if (share < LIKE || best.some(({ of }) => of === names4.of[row4])) continue;
          const alias = names4.rank[row4] ? names4.name[row4] : "";
          keep(best, { of: names4.of[row4], score: 1 - share, alias, weight: 0 }, most2);
        }
        return best;
      };
    }
  });

  // src/search_operators.ts
  var LOOSELY, NEAR, MOST2, REMEMBERED2, kindOf, FIELDS, HELP, remembered2, entitiesOf, rowsNaming, addRest, where, ofKind, rowsOf, passing2, allowed, kindsOf, namedIn;
  var init_search_operators = __esm({
    "src/search_operators.ts"() {
      "use strict";
      init_corpus();
      init_grade();
      init_model();
      init_model();
      init_periods();
      init_search_index();
      init_search_names();
      LOOSELY = 7;
      NEAR = 3;
      MOST2 = 200;
      REMEMBERED2 = 20;
      kindOf = new Map(
        Object.entries(KINDS).flatMap(
          ([kind, { one, many }]) => [kind, one.toLowerCase(), many.toLowerCase()].map((word) => [word, kind])
        )
      );
      FIELDS = [
        ...[...kindOf].filter(([word, kind]) => kind !== "paper" && !word.includes(" ")).map(([word]) => word),
        ...["topic", "author", "kind", "since", "until"]
      ];
      HELP = [...Object.keys(KINDS).filter((kind) => kind !== "paper"), "topic", "author", "kind"].map((field) => `${field}:`).concat("since:2024-06", "until:");
      remembered2 = (make2) => {
        const known2 = /* @__PURE__ */ new Map();
        return (operator) => {
          const key3 = `${operator.field}:${operator.value}`;
          const found = known2.get(key3) ?? make2(operator);
          if (known2.size > REMEMBERED2) known2.clear();
          known2.set(key3, found);
          return found;
        };
      };
      entitiesOf = remembered2(({ field, value }) => {
        const kind = kindOf.get(field);
        const every = entities3.whole;
        const hits = find(every, value, MOST2, () => 0).best.filter(({ of }) => nodes.kind[of] === kind);
        const least2 = hits[0]?.score ?? LOOSELY + 1;
        if (least2 <= LOOSELY) return hits.filter(({ score }) => score <= Math.max(least2, 1)).map(({ of }) => of);
        const near2 = nearest(every, value, 4 * NEAR).filter(({ of }) => nodes.kind[of] === kind);
        return hits.length ? hits.map(({ of }) => of) : near2.slice(0, 1).map(({ of }) => of);
      });
      rowsNaming = (wanted) => {
        const found = new Uint8Array(corpus.size);
        for (const node2 of nodes.id) {
          if (isPaper(node2) || !wanted(node2)) continue;
          for (const e of around[node2]) {
            const row4 = rowOf(edges.from[e]);
            if (row4 >= 0) found[row4] = 1;
          }
        }
        return found;
      };
      addRest = (found, labels) => {
        for (let row4 = corpus.drawn; row4 < corpus.size; row4 += 1)
          if (split(namesOf(row4)).some((label) => labels.has(label))) found[row4] = 1;
        return found;
      };
      where = (fits) => {
        const found = new Uint8Array(corpus.size);
        for (let row4 = 0; row4 < corpus.size; row4 += 1) found[row4] = fits(row4) ? 1 : 0;
        return found;
      };
      ofKind = (value, notes) => {
        const kind = kindOf.get(value);
        if (!kind) notes.push(`“kind:${value}” is not a kind; there are ${Object.keys(KINDS).join(", ")}.`);
        return !kind || kind === "paper" ? where(() => true) : rowsNaming((node2) => nodes.kind[node2] === kind);
      };
      rowsOf = remembered2((operator) => {
        const notes = [];
        return { rows: passing2(operator, notes), notes };
      });
      passing2 = (operator, notes) => {
        const { field, value } = operator;
        if (field === "since") return where((row4) => isIn(corpus.date[row4], value, ""));
        if (field === "until") return where((row4) => isIn(corpus.date[row4], "", value));
        if (field === "author") return where((row4) => fold2(corpus.authors[row4]).includes(value));
        if (field === "kind") return ofKind(value, notes);
        if (field === "topic") {
          const hits = find(topics2.whole, value, topic.size, () => 0).best;
          const all5 = [...topic.keys()];
          const wanted = new Set(hits.map(({ of }) => all5[of]));
          if (!wanted.size) notes.push(`No topic is called “${value}”.`);
          return where((row4) => wanted.has(corpus.topic[row4]) || wanted.has(corpus.subtopic[row4]));
        }
        const found = new Set(entitiesOf(operator));
        if (!found.size) notes.push(`No ${field} is called “${value}”.`);
        return addRest(
          rowsNaming((node2) => found.has(node2)),
          new Set([...found].map((node2) => nodes.label[node2]))
        );
      };
      allowed = ({ operators }, notes) => {
        if (!operators.length) return null;
        const [since, until] = ["since", "until"].map(
          (name2) => operators.find(({ field, no }) => field === name2 && !no)
        );
        const crossed = since && until && ordered2(since.value, until.value)[0] !== since.value;
        if (crossed) [since.value, until.value] = [until.value, since.value];
        const found = new Uint8Array(corpus.size).fill(1);
        for (const operator of operators) {
          const { rows: rows2, notes: own2 } = rowsOf(operator);
          notes.push(...own2);
          for (let row4 = 0; row4 < corpus.size; row4 += 1) if (rows2[row4] === Number(operator.no)) found[row4] = 0;
        }
        return found;
      };
      kindsOf = ({ operators }) => {
        const wanted = operators.filter(({ field }) => field === "kind");
        if (!wanted.length) return null;
        const named4 = (no) => wanted.filter((one) => one.no === no).flatMap(({ value }) => kindOf.get(value) ?? []);
        const [without, only2] = [named4(true), named4(false)];
        return new Set(
          Object.keys(KINDS).filter((kind) => !without.includes(kind) && (!only2.length || only2.includes(kind)))
        );
      };
      namedIn = ({ operators }) => operators.filter(({ field, no }) => !no && kindOf.has(field)).flatMap(entitiesOf);
    }
  });

  // src/search_query.ts
  var PART, DATE2, ADDRESS, bare, parse;
  var init_search_query = __esm({
    "src/search_query.ts"() {
      "use strict";
      init_grade();
      PART = /(-?)(?:([\p{L}_]+):(?!\/\/))?(?:"([^"]*)"?|([^\s"]+))|\S/gu;
      DATE2 = /^\d{4}(?:-\d{2}){0,2}$/;
      ADDRESS = /(?:https?:\/\/)?(?:(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:dx\.)?doi\.org\/|arxiv:\s?|doi:\s?)(\S+)/giu;
      bare = (id) => id.replace(/\.pdf$/i, "").replace(/^(\d{4}\.\d{4,5})v\d+$/, "$1");
      parse = (typed, fields) => {
        const found = { text: "", terms: [], operators: [], notes: [] };
        const plain2 = [];
        const term = (text3, quoted, no) => {
          const folded = fold2(text3).replace(/\s+/g, " ").trim();
          if (!/[\p{L}\p{N}]/u.test(folded)) return;
          found.terms.push({ text: folded, quoted, no });
          if (!no) plain2.push(text3.trim());
        };
        const text2 = typed.replace(/^\s*\//, "").replace(ADDRESS, (_, id) => bare(id));
        for (const [, minus2, name2, quote, word] of text2.matchAll(PART)) {
          const [field, value, no] = [name2?.toLowerCase() ?? "", quote ?? word ?? "", minus2 === "-"];
          if (!field) term(value, quote !== void 0, no);
          else if (!fields.includes(field)) {
            found.notes.push(`“${field}:” is not an operator and is read as text.`);
            term(quote === void 0 ? `${name2}:${value}` : `${name2}: ${value}`, false, no);
          } else if ((field === "since" || field === "until") && !DATE2.test(value))
            found.notes.push(`“${field}:” wants a date such as 2024, 2024-06 or 2024-06-15.`);
          else if (value.trim()) found.operators.push({ field, value: fold2(value.trim()), no });
        }
        found.text = plain2.join(" ");
        return found;
      };
    }
  });

  // src/search_find.ts
  var search_find_exports = {};
  __export(search_find_exports, {
    ask: () => ask,
    rowsOf: () => rowsOf2,
    steps: () => steps
  });
  var MOST3, weighNode, weighRow, weighTopic, spelt, almostNamed, steps, entitiesFor, isOut, papersFor, inGroups, topicsFor, isFirst, ask, rowsOf2;
  var init_search_find = __esm({
    "src/search_find.ts"() {
      "use strict";
      init_corpus();
      init_grade();
      init_model();
      init_model();
      init_search_index();
      init_search_match();
      init_search_names();
      init_search_operators();
      init_search_query();
      init_search_terms();
      MOST3 = { entities: 6, titles: 5, authors: 3, abstracts: 4, topics: 3, nearest: 4 };
      weighNode = (node2) => nodes.papers[node2];
      weighRow = (row4) => corpus.node[row4] < 0 ? -1 : nodes.papers[corpus.node[row4]];
      weighTopic = (at3) => [...topic.values()][at3].papers;
      spelt = growing(makeTerms(), nodes.id.length, (terms, node2) => {
        if (!isPaper(node2)) terms.add(node2, `${nodes.label[node2]} ${nodes.aliases[node2]}`);
      });
      almostNamed = (query) => {
        const parts3 = [{ terms: spelt.whole, weight: 1 }];
        const found = match(query.terms, parts3, nodes.id.length, () => query.text);
        const best = found.best.sort((a, b) => weighNode(b) - weighNode(a));
        return best.slice(0, MOST3.entities).map((of) => ({ of, score: 1, alias: "", weight: 0 }));
      };
      steps = [entities3, papers2, spelt];
      entitiesFor = (query, folded) => {
        const kinds4 = kindsOf(query);
        const named4 = namedIn(query).map((of) => ({ of, score: 0, alias: "", weight: 0 }));
        const found = folded ? find(entities3.whole, folded, 4 * MOST3.entities, weighNode).best : [];
        const all5 = named4.length || found.length || !folded ? [...named4, ...found] : almostNamed(query);
        const seen = /* @__PURE__ */ new Set();
        return all5.filter(({ of }) => !seen.has(of) && seen.add(of) && (!kinds4 || kinds4.has(nodes.kind[of]))).slice(0, MOST3.entities);
      };
      isOut = (row4, allowed2, out) => allowed2 !== null && !allowed2[row4] || out[row4] === 1;
      papersFor = (query, folded) => {
        const notes = [...query.notes];
        const allowed2 = allowed(query, notes);
        const { size: size3 } = corpus;
        const matches = match(query.terms, parts2, size3, lineOf);
        const out = excluded(query.terms, parts2, size3, lineOf);
        const keep2 = (row4) => !isOut(row4, allowed2, out);
        const quoted = query.terms.some((term) => term.quoted && !term.no);
        const titles = folded && !quoted ? find(papers2.whole, folded, allowed2 ? 100 : MOST3.titles, weighRow) : null;
        const words = query.terms.some(({ no }) => !no);
        const wanted = new Uint8Array(size3).fill(words ? 0 : 1);
        for (const row4 of matches.rows) wanted[row4] = 1;
        for (const row4 of titles?.all ?? []) wanted[row4] = 1;
        const rows2 = [];
        for (let row4 = 0; row4 < size3; row4 += 1) if (wanted[row4] && keep2(row4)) rows2.push(row4);
        if (rows2.length)
          for (const [typed, taken] of matches.spelt) notes.push(`Taken for “${typed}”: “${taken}”.`);
        matches.best = matches.best.filter(keep2);
        matches.nearly = matches.nearly.filter(keep2);
        return { matches, titled: (titles?.best ?? []).filter(({ of }) => keep2(of)), rows: rows2, notes };
      };
      inGroups = ({ matches, titled }, best) => {
        const titles = titled.slice(0, MOST3.titles).map(({ of, alias }) => ({ row: of, alias }));
        const seen = new Set(titles.map(({ row: row4 }) => row4));
        const [authors, abstracts] = [[], []];
        for (const row4 of best) {
          if (seen.has(row4)) continue;
          const { [row4]: bits } = matches.parts;
          const [list2, most2] = matches.whole.has(row4) || bits === TITLE ? [titles, MOST3.titles] : bits === OTHER && !namesOf(row4) ? [authors, MOST3.authors] : [abstracts, MOST3.abstracts];
          if (list2.length < most2) list2.push({ row: row4, alias: "" });
        }
        return { titles, authors, abstracts };
      };
      topicsFor = (folded) => {
        const all5 = [...topic.keys()];
        return folded ? find(topics2.whole, folded, MOST3.topics, weighTopic).best.map(({ of }) => all5[of]) : [];
      };
      isFirst = ([title], [entity]) => title && (!entity || title.score < entity.score);
      ask = (typed) => {
        const query = parse(typed, FIELDS);
        const folded = fold2(query.text);
        if (!query.terms.length && !query.operators.length) return null;
        const found = papersFor(query, folded);
        const common = { query, words: found.matches.words, rows: found.rows, notes: found.notes };
        const [entities6, topics4] = [entitiesFor(query, folded), topicsFor(folded)];
        const groups2 = inGroups(found, found.matches.best);
        if (found.rows.length || entities6.length || topics4.length)
          return {
            ...common,
            ...groups2,
            entities: entities6,
            topics: topics4,
            nearest: false,
            titlesFirst: isFirst(found.titled, entities6)
          };
        const near2 = nearest(entities3.whole, folded, MOST3.nearest);
        return {
          ...common,
          ...inGroups(found, found.matches.nearly),
          entities: near2,
          topics: [],
          nearest: true,
          titlesFirst: false
        };
      };
      rowsOf2 = (typed) => {
        const query = parse(typed, FIELDS);
        return papersFor(query, fold2(query.text)).rows;
      };
    }
  });

  // src/search_snippet.ts
  var WORD2, LENGTH2, BEFORE, snippet;
  var init_search_snippet = __esm({
    "src/search_snippet.ts"() {
      "use strict";
      init_grade();
      WORD2 = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
      LENGTH2 = 110;
      BEFORE = 30;
      snippet = (text2, words, length = LENGTH2) => {
        const hits = [...text2.matchAll(WORD2)].map(({ 0: word, index }) => ({ word: fold2(word), from: index, to: index + word.length })).filter(({ word }) => words.has(word));
        if (!hits.length) return [];
        const around3 = hits.map(
          ({ from }) => new Set(
            hits.filter((hit) => hit.from >= from && hit.to <= from + length - BEFORE).map(({ word }) => word)
          ).size
        );
        const first2 = hits[around3.indexOf(Math.max(...around3))].from;
        let start9 = Math.max(0, first2 - BEFORE);
        if (start9 > 0) start9 = text2.indexOf(" ", start9 - 1) + 1 || start9;
        start9 = Math.min(start9, first2);
        let end2 = Math.min(text2.length, Math.max(start9 + length, first2 + 1));
        if (end2 < text2.length)
          end2 = Math.max(text2.lastIndexOf(" ", end2), hits.find((hit) => hit.from === first2)?.to ?? end2);
        const pieces2 = start9 > 0 ? [["… ", false]] : [];
        let at3 = start9;
        for (const { from, to } of hits) {
          if (from < start9 || to > end2) continue;
          if (from > at3) pieces2.push([text2.slice(at3, from), false]);
          pieces2.push([text2.slice(from, to), true]);
          at3 = to;
        }
        pieces2.push([text2.slice(at3, end2) + (end2 < text2.length ? " …" : ""), false]);
        return pieces2.filter(([piece]) => piece !== "");
      };
    }
  });

  // src/search_list.ts
  var MOST_SIGNS, note, entityRow, pieces, paperRow, draw, line, byline, ofTopic2;
  var init_search_list = __esm({
    "src/search_list.ts"() {
      "use strict";
      init_corpus();
      init_dom();
      init_model();
      init_model();
      init_rows();
      init_search_index();
      init_search_operators();
      init_search_snippet();
      MOST_SIGNS = 300;
      note = (text2) => text2 ? foreign(text2.slice(0, 120), { class: "note" }) : null;
      entityRow = ({ of, alias }) => [
        icon(nodes.kind[of]),
        el("span", { class: "unseen" }, `${KINDS[nodes.kind[of]]?.one ?? ""}: `),
        foreign(nodes.label[of].slice(0, MOST_SIGNS), { class: "hit" }),
        note(alias ? `also ${alias}` : plural(nodes.papers[of], "paper"))
      ];
      pieces = (row4, words) => {
        const abstract = abstractOf(row4);
        const names4 = namesOf(row4);
        const found = snippet(abstract || (names4 ? `Names ${names4.replaceAll(" | ", ", ")}` : ""), words);
        const marked2 = found.map(([text2, isMarked]) => isMarked ? el("mark", {}, text2) : text2);
        return marked2.length ? el("span", { class: "snippet", dir: "auto" }, ...marked2) : null;
      };
      paperRow = ({ row: row4, alias }, below2 = null) => [
        icon("paper"),
        el("span", { class: "unseen" }, `${KINDS.paper?.one ?? "Paper"}: `),
        foreign(corpus.title[row4].slice(0, MOST_SIGNS), { class: "hit" }),
        note([alias, corpus.date[row4], corpus.node[row4] < 0 ? "not drawn" : ""].filter(Boolean).join(" · ")),
        below2
      ];
      draw = (answer3, acts2, nodesOnly = false) => {
        const drawn3 = { items: [], choices: [], all: -1 };
        const option = (key3, act, content3, look = "") => {
          const id = `hit-${drawn3.choices.length}`;
          const item = el("li", { id, role: "option", "aria-selected": "false", class: look }, ...content3);
          item.addEventListener("pointerdown", (event) => event.preventDefault());
          item.addEventListener("click", () => act());
          drawn3.choices.push({ key: key3, act });
          return item;
        };
        const group3 = (title, items) => {
          if (!items.length) return;
          const heading2 = el("span", { class: "heading", "aria-hidden": "true" }, title);
          const list2 = el("ul", { role: "presentation" }, ...items);
          drawn3.items.push(el("li", { role: "group", "aria-label": title }, heading2, list2));
        };
        const papers4 = (hits, more = () => null) => hits.filter(({ row: row4 }) => !nodesOnly || corpus.node[row4] >= 0).map((hit) => {
          const node2 = corpus.node[hit.row];
          const act = () => node2 < 0 ? acts2.undrawn(hit.row) : acts2.node(node2);
          const below2 = more(hit);
          return option(corpus.key[hit.row], act, paperRow(hit, below2), below2 ? "two" : "");
        });
        const entities6 = () => group3(
          "Entities",
          answer3.entities.map((hit) => option(nodes.key[hit.of], () => acts2.node(hit.of), entityRow(hit)))
        );
        const titles = () => group3("Papers by title", papers4(answer3.titles));
        if (answer3.nearest && (answer3.entities.length || answer3.titles.length || answer3.abstracts.length))
          drawn3.items.push(line(`Nothing found for “${answer3.query.text}”. The nearest:`));
        for (const part2 of answer3.titlesFirst ? [titles, entities6] : [entities6, titles]) part2();
        group3(
          "Papers by author",
          papers4(answer3.authors, ({ row: row4 }) => byline(row4))
        );
        group3(
          "In abstracts",
          papers4(answer3.abstracts, ({ row: row4 }) => pieces(row4, answer3.words))
        );
        if (!nodesOnly) {
          const topic5 = (name2) => [swatch(name2), foreign(name2, { class: "hit" }), ofTopic2(name2)];
          group3(
            "Topics",
            answer3.topics.map((name2) => option(`topic ${name2}`, () => acts2.topic(name2), topic5(name2)))
          );
          if (answer3.rows.length) {
            drawn3.all = drawn3.choices.length;
            const many = answer3.rows.length === 1 ? "The one paper" : `All ${plural(answer3.rows.length, "paper")}`;
            const keys2 = note("filters list and map · Ctrl+Enter");
            drawn3.items.push(option("all", acts2.all, [el("span", { class: "hit" }, many), keys2], "all"));
          }
          if (!isWhole()) drawn3.items.push(line("Abstracts are being read …"));
          for (const text2 of answer3.notes) drawn3.items.push(line(text2));
          if (answer3.notes.length) drawn3.items.push(line(`Operators: ${HELP.join(" ")}`));
        }
        return drawn3;
      };
      line = (text2) => el("li", { class: "none", role: "presentation" }, text2);
      byline = (row4) => foreign(corpus.authors[row4].slice(0, MOST_SIGNS), { class: "snippet" });
      ofTopic2 = (name2) => note(plural(topic.get(name2)?.papers ?? 0, "paper"));
    }
  });

  // src/search.ts
  var search_exports = {};
  __export(search_exports, {
    ask: () => ask2,
    find: () => search_find_exports,
    focus: () => focus,
    index: () => search_index_exports
  });
  var input, box, status, NOTHING, drawn2, active, answer2, usual2, point, close2, dress2, release, ask2, finish, acts, refresh, prepare2, step2, leave, keys, focus;
  var init_search = __esm({
    "src/search.ts"() {
      "use strict";
      init_card_undrawn();
      init_dom();
      init_search_find();
      init_search_index();
      init_search_list();
      init_state();
      input = byId("search");
      box = byId("suggestions");
      status = byId("search-status");
      NOTHING = { items: [], choices: [], all: -1 };
      drawn2 = NOTHING;
      active = -1;
      answer2 = null;
      usual2 = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };
      point = (next) => {
        active = next;
        const options2 = [...box.querySelectorAll("[role=option]")];
        for (const [at3, item] of options2.entries()) item.setAttribute("aria-selected", String(at3 === active));
        if (active >= 0) input.setAttribute("aria-activedescendant", `hit-${active}`);
        else input.removeAttribute("aria-activedescendant");
      };
      close2 = () => {
        box.hidden = true;
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
        dress2(usual2);
      };
      ask2 = (question, give2) => {
        answer2 = give2;
        dress2({ placeholder: question, label: question });
        input.value = "";
        refresh();
        input.focus();
      };
      finish = () => {
        input.value = "";
        refresh();
        const give2 = answer2 ?? select;
        release();
        return give2;
      };
      acts = {
        node: (node2) => {
          finish()(node2);
          byId("card").focus({ preventScroll: true });
        },
        undrawn: (row4) => {
          finish();
          show2(row4);
          byId("card").focus({ preventScroll: true });
        },
        topic: (name2) => {
          finish();
          if (now.topic !== name2) showTopic(name2);
          byId("card").focus({ preventScroll: true });
        },
        all: () => {
          const text2 = input.value.replace(/^\s*\//, "").trim();
          finish();
          input.blur();
          narrow("text", text2);
        }
      };
      refresh = (kept = "") => {
        const typed = input.value.replace(/^\s*\//, "").trim();
        const found = typed === "" ? null : ask(typed);
        drawn2 = found ? draw(found, acts, answer2 !== null) : NOTHING;
        const none = typed !== "" && !drawn2.choices.length;
        box.replaceChildren(
          ...none ? [line(`Nothing found for “${typed}”, and nothing like it.`)] : [],
          ...drawn2.items
        );
        box.hidden = typed === "";
        const { choices, all: all5 } = drawn2;
        input.setAttribute("aria-expanded", String(choices.length > 0));
        status.textContent = typed ? `${choices.length} ${choices.length === 1 ? "suggestion" : "suggestions"}` : "";
        const first2 = found?.query.operators.length && all5 >= 0 ? all5 : 0;
        const same2 = choices.findIndex(({ key: key3 }) => key3 === kept);
        point(choices.length ? same2 < 0 ? first2 : same2 : -1);
      };
      prepare2 = async () => {
        if (isWhole()) return;
        await prepare(steps);
        if (!box.hidden && input.value.trim() !== "") refresh(drawn2.choices[active]?.key);
      };
      step2 = (by) => () => {
        const { length } = drawn2.choices;
        if (!length) return;
        point((active + by + length) % length);
        document.getElementById(`hit-${active}`)?.scrollIntoView({ block: "nearest" });
      };
      leave = () => {
        input.value = "";
        refresh();
        input.blur();
      };
      keys = {
        ArrowDown: step2(1),
        ArrowUp: step2(-1),
        Enter: ({ ctrlKey, metaKey }) => drawn2.choices[ctrlKey || metaKey ? drawn2.all : active]?.act(),
        Escape: leave
      };
      input.addEventListener("input", () => refresh());
      input.addEventListener("focus", () => {
        prepare2();
        if (input.value.trim() !== "") refresh();
      });
      input.addEventListener("blur", () => {
        close2();
        release();
      });
      input.addEventListener("keydown", (event) => {
        if (event.isComposing || !keys[event.key]) return;
        event.preventDefault();
        event.stopPropagation();
        keys[event.key](event);
      });
      focus = () => {
        input.focus();
        input.select();
      };
    }
  });

  // src/filters.ts
  var FEW, plus, minus, percent2, topics3, few, kindTitle, relationTitle, time, least, active2;
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
      topics3 = ({ hiddenTopics: hidden }) => {
        if (!hidden.size) return [];
        const title = (name2) => name2 || "no topic";
        const left = topicsLeft(hidden);
        const all5 = { hiddenTopics: /* @__PURE__ */ new Set() };
        if (left && left.length <= FEW && left.length < hidden.size)
          return left.map((name2) => ({
            ...{ name: "topic", value: title(name2) },
            without: left.length > 1 ? { hiddenTopics: plus(hidden, name2) } : all5
          }));
        if (hidden.size > FEW) return [{ name: "without", value: `${hidden.size} topics`, without: all5 }];
        return [...hidden].map((name2) => ({
          ...{ name: "without", value: title(name2) },
          without: { hiddenTopics: minus(hidden, name2) }
        }));
      };
      few = (field, { [field]: hidden }, all5, title) => {
        const first2 = fresh()[field];
        if (same(hidden, first2)) return [];
        const left = all5.filter((name2) => !hidden.has(name2));
        if (left.length === 1 && all5.length > 2)
          return [{ name: "only", value: title(left[0]), without: { [field]: first2 } }];
        const gone = all5.filter((name2) => hidden.has(name2) && !first2.has(name2));
        const more = left.filter((name2) => first2.has(name2));
        return [
          ...gone.map((name2) => ({
            ...{ name: "without", value: title(name2) },
            without: { [field]: minus(hidden, name2) }
          })),
          ...more.map((name2) => ({ name: "with", value: title(name2), without: { [field]: plus(hidden, name2) } }))
        ];
      };
      kindTitle = (kind) => KINDS[kind]?.many ?? kind;
      relationTitle = (name2) => {
        const { edge, background: background2 } = RELATIONS[name2] ?? { edge: name2, background: false };
        return background2 ? `Background ${edge.toLowerCase()}` : edge;
      };
      time = ({ since, until }) => {
        const [first2, last] = ordered2(since, until);
        if (!first2 && !last) return [];
        const without = { since: "", until: "" };
        if (first2 && last) return [{ name: "time", value: spanOf(first2, last), without }];
        return [{ name: first2 ? "since" : "until", value: spoken(first2 || last), without }];
      };
      least = (now5, field, name2, show4 = String) => {
        const first2 = fresh()[field];
        return now5[field] === first2 ? [] : [{ name: name2, value: `≥ ${show4(now5[field])}`, without: { [field]: first2 } }];
      };
      active2 = (now5) => [
        ...now5.topic ? [{ name: "open topic", value: now5.topic, without: { topic: "" } }] : [],
        ...topics3(now5),
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
  var line2, chip2, papersLeft, render, start3;
  var init_chips = __esm({
    "src/chips.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_rows();
      init_state();
      line2 = byId("chips");
      chip2 = ({ name: name2, value, without }) => button(
        { class: "filter", "aria-label": `Remove the filter ${name2} ${value}`, title: `${name2}: ${value}` },
        [
          el("span", { class: "muted" }, name2),
          foreign(value.slice(0, 80)),
          el("span", { class: "cross", "aria-hidden": "true" }, "×")
        ],
        () => {
          const at3 = [...line2.querySelectorAll("button")].indexOf(document.activeElement);
          refine(without);
          const next = [...line2.querySelectorAll("button")];
          if (at3 >= 0) (next[Math.min(at3, next.length - 1)] ?? byId("search")).focus();
        }
      );
      papersLeft = ({ count: { papers: papers4, of } }) => papers4 === of ? plural(of, "paper") : `${papers4.toLocaleString("en")} of ${plural(of, "paper")}`;
      render = (result) => {
        const active3 = active2(now);
        line2.hidden = active3.length === 0 || size === 0;
        if (line2.hidden) {
          line2.replaceChildren();
          return;
        }
        line2.replaceChildren(
          el("ul", { "aria-label": "Active filters" }, ...active3.map((filter) => el("li", {}, chip2(filter)))),
          el("span", { class: "count" }, papersLeft(result)),
          button({ class: "more reset-all" }, "Reset all", () => {
            refine({ topic: "" });
            widen();
            byId("search").focus();
          })
        );
      };
      start3 = (on3, now5) => {
        on3(render);
        render(now5);
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
        const [found, all5] = kinds4.get(kind) ?? [0, 0];
        const noun = plural(all5, one.toLowerCase(), many.toLowerCase());
        return filtered && found < all5 ? `${found.toLocaleString("en")} of ${noun}` : noun;
      });
      render2 = (now5) => {
        const said = [period, papersLeft(now5), ...kindsLeft(now5, active2(now).length > 0)].filter(Boolean);
        summary.replaceChildren(...said.map((text2) => el("span", {}, text2)));
        summary.title = said.join(" · ");
        if (status2.textContent !== "" || now5.count.papers < now5.count.of) status2.textContent = papersLeft(now5);
      };
      start4 = (home2) => {
        byId("home").addEventListener("click", home2);
        render2(now2);
        on2(render2);
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
      largest = () => topics.filter(({ name: name2 }) => !now.hiddenTopics.has(name2)).sort((a, b) => (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0))[0];
      uses = () => {
        const node2 = firstOf(["dataset", ...entities4]);
        if (node2 < 0) return null;
        const [ask3, end2] = nodes.kind[node2] === "dataset" ? ["Which papers use ", "?"] : ["Which papers name ", "?"];
        return { words: [ask3, nodes.label[node2], end2], answer: { selected: node2 } };
      };
      connects = () => {
        const first2 = firstOf(["method", ...entities4]);
        const second = firstOf(["task", "technique", ...entities4], [first2]);
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
  var FIRST2, opened, all2, barred, onlyButton, row2, isHidden, byCount, topicBars;
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
      all2 = false;
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
      row2 = (topic5, most2, again) => {
        const { name: name2, parent, subtopics } = topic5;
        const count2 = now2.topics.get(name2) ?? 0;
        const pick2 = button(
          { class: "pick barred", title: name2, "data-start": name2 },
          barred(
            count2 / most2,
            ofTopic(name2),
            foreign(name2, { class: "grow" }),
            el("span", { class: "count" }, count2.toLocaleString("en"))
          ),
          () => showTopic(name2)
        );
        const folds = subtopics.length > 1;
        const open2 = opened.has(name2);
        const turn2 = () => {
          if (!opened.delete(name2)) opened.add(name2);
          again();
        };
        const label = `${open2 ? "Hide" : "Show"} the subtopics of ${name2}`;
        return el(
          "li",
          { class: `bar-row${parent ? " finer" : ""}${isHidden(topic5) ? " hidden-too" : ""}` },
          folds ? button({ class: "turn", "aria-expanded": String(open2), "aria-label": label, value: name2 }, "›", turn2) : el("span", { class: "turn", "aria-hidden": "true" }),
          pick2,
          onlyButton(name2, isOnlyTopic(name2), () => onlyTopic(name2))
        );
      };
      isHidden = ({ name: name2, parent }) => now.hiddenTopics.has(name2) || parent !== "" && now.hiddenTopics.has(parent);
      byCount = (a, b) => Number(isHidden(a)) - Number(isHidden(b)) || (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0) || a.rank - b.rank;
      topicBars = (again) => {
        if (!topics.length) return null;
        const ordered3 = [...topics].sort(byCount);
        const most2 = Math.max(1, ...ordered3.map(({ name: name2 }) => now2.topics.get(name2) ?? 0));
        const shown2 = all2 ? ordered3 : ordered3.slice(0, FIRST2);
        const list2 = shown2.flatMap((topic5) => [
          row2(topic5, most2, again),
          ...(opened.has(topic5.name) ? [...topic5.subtopics].sort(byCount) : []).map(
            (finer) => row2(finer, most2, again)
          )
        ]);
        const turn2 = () => {
          all2 = !all2;
          again();
        };
        const more = button(
          { class: "more", "data-start": "all" },
          all2 ? "Show fewer" : `Show all ${ordered3.length} topics`,
          turn2
        );
        return section("Topics", el("ul", { class: "bars" }, ...list2), ordered3.length > FIRST2 ? more : null);
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
      shape = (name2, attributes) => {
        const made = document.createElementNS(SVG2, name2);
        for (const [key3, value] of Object.entries(attributes)) made.setAttribute(key3, String(value));
        return made;
      };
      points = (series) => {
        const most2 = Math.max(1, ...series);
        const step3 = series.length > 1 ? (WIDE - 2 * PAD) / (series.length - 1) : 0;
        const round = (value) => Math.round(10 * value) / 10;
        return series.map((value, at3) => [
          round(PAD + at3 * step3),
          round(HIGH - PAD - (HIGH - 2 * PAD) * value / most2)
        ]);
      };
      spark = (series) => {
        const found = points(series);
        const line3 = found.map((point2) => point2.join(",")).join(" ");
        const svg2 = shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "spark", "aria-hidden": "true" });
        const [x2, y2] = found[found.length - 1] ?? [PAD, HIGH - PAD];
        svg2.append(
          shape("polygon", { points: `${PAD},${HIGH - PAD} ${line3} ${x2},${HIGH - PAD}`, class: "under" }),
          shape("polyline", { points: line3 }),
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
      naming = (id, kind, label) => {
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
      trendRow = ({ series, time: time2 }, table2) => (line3) => {
        const row4 = table2.row[line3];
        const [before, late] = [table2.before[line3], table2.late[line3]];
        const said = `${plural(before, "paper")} up to ${time2.bins[time2.split - 1]}, ${late.toLocaleString("en")} since`;
        return el(
          "li",
          { class: "trend", title: said },
          ...naming(series.id[row4], series.kind[row4], series.label[row4]),
          series.bins ? spark(series.bins[row4]) : null,
          el(
            "span",
            { class: "count", "aria-hidden": "true" },
            `${before.toLocaleString("en")} → ${late.toLocaleString("en")}`
          ),
          el("span", { class: "unseen" }, said)
        );
      };
      trend = (title, figures2, table2) => table2.row.length && figures2.time.bins.length > 1 ? section(
        title,
        ...listing([...table2.row.keys()], trendRow(figures2, table2), { class: "trends" }, FIRST3)
      ) : null;
      takenRow = ({ series, taken_up: table2 }) => (line3) => {
        const row4 = table2.row[line3];
        const paper = at.get(table2.first[line3]);
        const from = paper === void 0 ? foreign(table2.title[line3]) : nodeLink(paper, table2.title[line3]);
        return el(
          "li",
          { class: "taken" },
          ...naming(series.id[row4], series.kind[row4], series.label[row4]),
          el("span", { class: "count" }, plural(table2.takers[line3], "paper")),
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
            ...listing([...figures2.taken_up.row.keys()], takenRow(figures2), { class: "trends" }, FIRST3)
          ) : null
        ].filter((section2) => section2 !== null);
        const note2 = el("p", { class: "muted aside" }, "Counted in all papers, whatever the filters.");
        return found.length && filtered ? [...found, note2] : found;
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
      usedRow = (most2) => (node2) => el(
        "li",
        { class: "bar-row" },
        el(
          "span",
          { class: "barred" },
          ...barred(
            counted(node2) / most2,
            `var(--${nodes.kind[node2]})`,
            icon(nodes.kind[node2]),
            nodeLink(node2, void 0, { class: "grow" }),
            el("span", { class: "count" }, counted(node2).toLocaleString("en"))
          )
        )
      );
      KEYS = { ArrowLeft: -1, ArrowRight: 1 };
      used = (again) => {
        const all5 = kinds2();
        if (!all5.length) return null;
        if (!all5.includes(tab2)) tab2 = all5.includes("dataset") ? "dataset" : all5[0];
        const list2 = mostUsed(tab2);
        const choose = (kind) => {
          tab2 = kind;
          again();
        };
        const heads = all5.map(
          (kind) => button(
            {
              ...{ role: "tab", "data-start": `tab ${kind}`, "aria-controls": "most-used" },
              ...{ "aria-selected": String(kind === tab2), tabindex: kind === tab2 ? "0" : "-1" }
            },
            kindTitle(kind),
            () => choose(kind)
          )
        );
        const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": "Most used" }, ...heads);
        tabs.addEventListener("keydown", (event) => {
          const step3 = KEYS[event.key];
          if (!step3) return;
          event.preventDefault();
          choose(all5[(all5.indexOf(tab2) + step3 + all5.length) % all5.length]);
          byId("card").querySelector("[role=tab][aria-selected=true]")?.focus();
        });
        const content3 = list2.length ? listing(list2, usedRow(counted(list2[0])), { class: "bars" }, FIRST4) : [el("p", { class: "muted" }, "None in the papers that are left.")];
        return section(
          "Most used",
          tabs,
          el("div", { id: "most-used", role: "tabpanel", "aria-label": kindTitle(tab2) }, ...content3)
        );
      };
      asked = () => {
        const list2 = questions().map(
          ({ words, answer: answer3 }) => el(
            "li",
            {},
            button(
              { class: "question" },
              words.map((text2, at3) => at3 % 2 ? foreign(text2) : text2),
              () => answer(answer3)
            )
          )
        );
        return list2.length ? section("Ask", el("ul", { class: "questions" }, ...list2)) : null;
      };
      counts2 = (filtered) => {
        const found = kindsLeft(now2, filtered);
        const [first2, ...more] = [papersLeft(now2), ...found];
        return el("p", { class: "counts" }, el("strong", {}, first2), more.length ? ` · ${more.join(" · ")}` : null);
      };
      startPanel = (again, closing2, toMap) => {
        const filtered = active2(now).length > 0;
        return present([
          el("div", { class: "card-head" }, el("span", { class: "kind" }, "What is in here"), closing2),
          el("h2", { dir: "auto" }, document.title),
          period ? el("p", { class: "meta" }, period) : null,
          counts2(filtered),
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
  var panel2, dismissed, called, closing, head, actions, alsoKnown, chips, aside, broader, source, render3, heading, byMention, topicCard, beginning, markOf, refresh2, isStart, dismiss, home, NARROW, ROOMY, show3, recount, mark;
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
      panel2 = byId("card");
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
        const steps2 = [1, 2].map(
          (count2) => button(
            { "aria-pressed": String(now.steps === count2), "data-steps": String(count2) },
            plural(count2, "step"),
            () => showSteps(count2)
          )
        );
        const name2 = nodes.label[node2].slice(0, 40);
        const path2 = button(
          { class: "ask" },
          "Path to …",
          () => ask2(`Path from ${name2} to …`, (other2) => {
            if (other2 !== node2) pathTo(other2);
          })
        );
        return el(
          "div",
          { class: "actions" },
          el("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, ...steps2),
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
        const list2 = aliases.flatMap((alias, at3) => [at3 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list2);
      };
      chips = (node2) => {
        const names4 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
          (name2) => topic.has(name2)
        );
        return names4.length ? el("div", { class: "chips" }, ...names4.map(chip)) : null;
      };
      aside = (node2) => {
        const count2 = around[node2].filter(isBackground).length;
        return count2 ? `${count2.toLocaleString("en")} in the background` : "";
      };
      broader = (node2) => {
        const names4 = split(nodes.broader[node2] || "");
        if (!names4.length) return null;
        const same2 = (name2) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name2;
        const list2 = names4.flatMap((name2, at3) => {
          const found = nodes.id.find(same2(name2));
          return [at3 ? ", " : "", found === void 0 ? foreign(name2) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list2);
      };
      source = (node2) => {
        const link2 = outside(nodes.url[node2]);
        return link2 ? el("p", { class: "source" }, link2) : null;
      };
      render3 = async (node2) => {
        const whole4 = now.target >= 0;
        const found = await (whole4 ? all() : near(node2));
        const { selected, target } = now;
        if (selected !== node2) return;
        const paper = isPaper(node2);
        panel2.replaceChildren(
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
        panel2.scrollTop = 0;
      };
      heading = (kind, { many, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many.toLowerCase()}` : many;
      byMention = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
      topicCard = (topic5) => {
        const row4 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
        const found = Object.fromEntries(Object.keys(KINDS).map((kind2) => [kind2, []]));
        for (const i of topic5.members) found[nodes.kind[i]]?.push(i);
        const { paper, ...entities6 } = KINDS;
        const later = ([, facts]) => facts.term ? 0 : 1;
        const groups2 = Object.entries({ ...entities6, paper }).filter(([kind2]) => found[kind2].length).sort((a, b) => later(a) - later(b));
        const kind = el("span", { class: "kind" }, topic5.parent ? "Subtopic" : "Topic");
        const only2 = onlyButton(topic5.name, isOnlyTopic(topic5.name), () => onlyTopic(topic5.name));
        panel2.replaceChildren(
          el("div", { class: "card-head" }, swatch(topic5.name), kind, only2, closing()),
          ...present(cardTopic(topic5)),
          ...groups2.map(
            ([kind2, facts]) => section(heading(kind2, facts), ...listing(found[kind2].sort(byMention), row4, { class: "tight" }, 8))
          )
        );
        panel2.scrollTop = 0;
      };
      beginning = () => {
        const toMap = button({ class: "to-map" }, "Show the map", dismiss);
        panel2.replaceChildren(...present(startPanel(refresh2, closing(), toMap)));
      };
      markOf = (item) => item && panel2.contains(item) ? ["class", "value", "data-start", "aria-label"].map((name2) => item.getAttribute(name2)).join("\n") : "";
      refresh2 = () => {
        if (!isStart() || panel2.hidden) return;
        const [held, top2] = [markOf(document.activeElement), panel2.scrollTop];
        beginning();
        panel2.scrollTop = top2;
        if (held)
          [...panel2.querySelectorAll("button, a")].find((item) => markOf(item) === held)?.focus();
      };
      isStart = () => now.selected < 0 && now.topic === "";
      dismiss = () => {
        if (isStart()) dismissed = true;
        clear();
        show3();
      };
      home = () => {
        dismissed = false;
        called = true;
        clear();
        show("map");
        show3();
        panel2.focus({ preventScroll: true });
      };
      NARROW = matchMedia("(max-width: 720px)");
      ROOMY = matchMedia("(min-width: 1000px)");
      show3 = async () => {
        const { selected, topic: topic5, main } = now;
        const fits = called || ROOMY.matches || NARROW.matches;
        const welcome = topic5 !== "" || !dismissed && size > 0 && fits && main === "map";
        panel2.hidden = selected < 0 && !welcome;
        document.body.classList.toggle("with-card", !panel2.hidden);
        panel2.classList.toggle("start", !panel2.hidden && isStart());
        panel2.dataset.node = selected < 0 ? "" : nodes.key[selected];
        if (selected >= 0) await render3(selected);
        else if (topic5 && topic.has(topic5)) topicCard(topic.get(topic5));
        else if (welcome) {
          beginning();
          panel2.scrollTop = 0;
        }
      };
      recount = refresh2;
      mark = () => {
        for (const step3 of panel2.querySelectorAll("[data-steps]"))
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
      STEPS = Array.from({ length: 16 }, (_, step3) => [
        Math.cos(step3 * Math.PI / 8),
        Math.sin(step3 * Math.PI / 8)
      ]);
      hull = (given2) => {
        const points2 = [...given2].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        const turn2 = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
        const half = (list2) => {
          const chain = [];
          for (const p of list2) {
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
      outlined = ({ name: name2, members, subtopics }, pad = PAD2) => {
        const outline = around2(members.map((i) => [x[i], y[i], radius[i] + pad]));
        const sides = outline.map(([px]) => px);
        const heights = outline.map(([, py]) => py);
        const inner = (subtopics.length > 1 ? subtopics : []).map((subtopic2) => outlined(subtopic2, PAD2 / 3));
        return {
          ...{ name: name2, members, inner, outline },
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
        const each = ([left, top2, right, bottom], act) => {
          for (let cx = Math.floor(left / CELL); cx <= right / CELL; cx += 1)
            for (let cy = Math.floor(top2 / CELL); cy <= bottom / CELL; cy += 1) act(`${cx},${cy}`);
        };
        const occupy = (rect) => each(rect, (cell2) => cells.set(cell2, [...cells.get(cell2) || [], rect]));
        const isFree = (rect) => {
          let free2 = true;
          each(rect, (cell2) => {
            for (const t of cells.get(cell2) || [])
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
      ranked = (box2) => {
        const order3 = [];
        for (let i = 0; i < size; i += 1) {
          if (!shown[i] || x[i] < box2.left || x[i] > box2.right || y[i] < box2.top || y[i] > box2.bottom) continue;
          const rank = urgency(i, box2.zoom);
          if (rank > 0) order3.push([rank, i]);
        }
        return order3.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      };
      paint = (ctx, box2) => {
        const { matrix, ratio, zoom: zoom2 } = box2;
        const [wide, high] = [ctx.canvas.width / ratio, ctx.canvas.height / ratio];
        const narrow2 = wide < 720;
        const far = areas.length > 1 && zoom2 < FAR;
        const most2 = Math.round(wide * high / (far ? 4e4 : 9e3));
        const free2 = box2.free || { left: 0, top: 0, right: wide, bottom: high };
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
        const said = /* @__PURE__ */ new Set();
        const drawLabel = ([rank, i]) => {
          const loud = rank >= ASKED;
          if (!loud && said.has(nodes.label[i])) return;
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
        const placed = ({ left, right, top: top2, bottom }, atTop, { px, wide: wide2, lines }) => {
          const [west, east] = [Math.max(sx(left), free2.left), Math.min(sx(right), free2.right)];
          const [north, south] = [Math.max(sy(top2), free2.top), Math.min(sy(bottom), free2.bottom)];
          if (west >= east || north >= south) return null;
          const high2 = (lines.length - 1) * px * LEADING;
          const x2 = within2(free2.left + wide2 / 2, (west + east) / 2, free2.right - wide2 / 2);
          const y2 = atTop ? north + px * 0.8 : (north + south - high2) / 2;
          const rect = [x2 - wide2 / 2 - 3, y2 - px * 0.6, x2 + wide2 / 2 + 3, y2 + high2 + px * 0.6];
          return occupied.isFree(rect) ? { x: x2, y: y2 } : null;
        };
        const nameArea = (area, atTop = false) => {
          const { name: name2, members, left, right } = area;
          if (members.length < LEAST_NAMED || !members.some((i) => shown[i])) return;
          const room = Math.max(1.15 * (sx(right) - sx(left)), LEAST_ROOM);
          for (const [px, length] of NAME_SIZES.slice(narrow2 ? 4 : 0)) {
            const font = `650 ${px}px ${own.font}`;
            const lines = wrapped(short(name2, 60), length);
            const wide2 = Math.max(...lines.map((line3) => measure(ctx, font, line3)));
            const spot = wide2 < room && placed(area, atTop, { px, wide: wide2, lines });
            if (!spot) continue;
            const look = { font, px: px * LEADING, halo: 4, colour: ofTopic(name2), always: true };
            lines.forEach((line3, at3) => {
              drawText(line3, spot.x, spot.y + at3 * px * LEADING, look);
            });
            for (const part2 of name2.split(" and ")) said.add(part2);
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
        const order3 = ranked(box2);
        order3.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
        const chosen = areas.find(({ name: name2 }) => name2 === now.topic);
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
      ground = (ctx, { name: name2, outline, members }) => {
        if (!members.some((i) => shown[i])) return;
        const loud = now.topic === name2;
        ctx.globalAlpha = loud ? 0.13 : view2.emphasis ? 0.035 : own.dark ? 0.1 : 0.08;
        ctx.fillStyle = ofTopic(name2);
        ctx.beginPath();
        outline.forEach(([px, py], step3) => {
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
        let open2 = 0;
        ctx.beginPath();
        for (let line3 = first2; line3 < end2; line3 += step3) {
          const [p, q] = [a[line3], b[line3]];
          if (!wanted(line3)) continue;
          if (x[p] < box2.left && x[q] < box2.left || x[p] > box2.right && x[q] > box2.right) continue;
          if (y[p] < box2.top && y[q] < box2.top || y[p] > box2.bottom && y[q] > box2.bottom) continue;
          ctx.moveTo(x[p], y[p]);
          ctx.lineTo(x[q], y[q]);
          open2 += 1;
          if (open2 % BATCH === 0) {
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
      faintness = (name2) => name2 === "beside" ? 0.4 : RELATIONS[name2]?.background ? 0.25 : 0.7;
      lookOf = ({ name: name2, strength: strength2 }) => name2 === "related" ? [0.6 + 0.8 * strength2, 0.3 + 0.55 * strength2] : [0.8, faintness(name2)];
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
              (line3) => apart[line3] === far && !(view2.emphasis && lineHot[line3])
            );
          }
        }
      };
      hotLines = (ctx, box2) => {
        const { a, b, count: count2, ranges, hot: lineHot } = now3;
        const unfocused = view2.focused < 0;
        const path2 = now.target >= 0;
        ctx.lineWidth = (path2 ? 3 : unfocused ? 0.9 : 1.5) / box2.zoom;
        const end2 = (line3) => nodes.kind[view2.focused === b[line3] || isPaper(b[line3]) ? a[line3] : b[line3]];
        for (const kind of Object.keys(KINDS)) {
          ctx.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx.globalAlpha = path2 ? 1 : unfocused ? 0.35 : 0.8;
          const wanted = (line3) => lineHot[line3] > 0 && end2(line3) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx, box2, [0, count2, 1], wanted);
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
              const arm = radius[i] * 1.3;
              if (x[i] + arm < box2.left || x[i] - arm > box2.right) continue;
              if (y[i] + arm < box2.top || y[i] - arm > box2.bottom) continue;
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
          const panel5 = byId(id);
          const rect = panel5.getBoundingClientRect();
          if (panel5.hidden || rect.height < 60) continue;
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
        onPaint: (ctx) => all3(ctx, { moving, free: clear2().free }),
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
        const box2 = container.getBoundingClientRect();
        const point2 = canvas.toGraph({ x: event.clientX - box2.left, y: event.clientY - box2.top });
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
      turn = (at3) => turned ? { ...at3, x: at3.y, y: at3.x } : at3;
      goTo = (node2) => {
        if (shown[node2]) move(nearTo(node2), true);
      };
      camera2 = () => touched ? turn(canvas.now()) : null;
      place = (at3) => move(turn(at3), false, { x: 0, y: 0 });
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
        const [left, top2] = [now5.x + middle.x / now5.zoom, now5.y + middle.y / now5.zoom];
        return { x: left, y: top2, zoom: now5.zoom, width: Math.round(wide + 40), height: Math.round(high + 40) };
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

  // src/svg_backend.ts
  var svgBackend;
  var init_svg_backend = __esm({
    "src/svg_backend.ts"() {
      "use strict";
      init_xml();
      svgBackend = (width, height, background2) => {
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
        const at3 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
        const alpha = (name2) => pen.globalAlpha < 1 ? ` ${name2}-opacity="${round(pen.globalAlpha)}"` : "";
        const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
        const text2 = (words, x2, y2, attributes) => {
          const font = attribute(pen.font);
          parts3.push(
            `<text transform="translate(${at3(x2, y2)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${content2(words)}</text>`
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
          finish: (title) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${content2(title)}</title>
<rect width="100%" height="100%" fill="${attribute(background2)}"/>
${parts3.join("\n")}
</svg>
`
        };
        return pen;
      };
    }
  });

  // src/picture.ts
  var sheet, SHARP, aim, onCanvas, png, svg, whole2, key;
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
        all3(ctx, { ratio: SHARP });
        return canvas2;
      };
      png = () => new Promise((done2, fail) => {
        onCanvas(free()).toBlob(
          (blob) => blob ? done2(blob) : fail(new Error("the picture is too large for this browser")),
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
      whole2 = () => {
        const box2 = bounds(nodes.id);
        const width = 1e3;
        if (!box2) return { x: 0, y: 0, zoom: 1, width, height: 100 };
        const [wide, high] = [box2.right - box2.left, box2.bottom - box2.top];
        const height = Math.round(Math.min(1250, Math.max(400, (width - 80) * high / wide + 80)));
        const zoom2 = Math.min((width - 80) / wide, (height - 80) / high, 2);
        return { x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2, width, height };
      };
      key = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
      window.addEventListener("beforeprint", () => {
        document.documentElement.dataset.print = "";
        dress();
        stale();
        sheet.replaceChildren(onCanvas(whole2()), el("p", { class: "key" }, ...key()));
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
        const drawn3 = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(
            NODE_NAMES.map((name2) => [name2, drawn3[name2] ?? columns(nodes)[name2]?.[i] ?? ""])
          )
        };
      });
      edgeRow = (texts) => (line3) => {
        const edge = now3.edge[line3];
        const ends = { source: nodes.key[now3.a[line3]], target: nodes.key[now3.b[line3]] };
        const relation3 = nameOf(line3);
        const id = `${ends.source}--${relation3}--${ends.target}`;
        if (edge < 0) return { id, ...ends, relation: relation3, weight: now3.weight[line3] };
        const shared2 = texts.shared[edge];
        const count2 = { shared_count: shared2 ? split(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name2) => [
            name2,
            count2[name2] ?? columns(texts)[name2]?.[edge] ?? columns(edges)[name2]?.[edge]
          ])
        );
        for (const name2 of Object.keys(EDGE_TYPES)) if (own2[name2] === 0) own2[name2] = "";
        return { ...own2, id, ...ends, relation: relation3 };
      };
      edgeRows = (texts) => {
        const all5 = Array.from({ length: now3.count }, (_, line3) => line3).filter(isListed);
        return all5.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow(texts));
      };
      cell = (value) => {
        const text2 = String(value ?? "");
        return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
      };
      csv = (heads, names4, list2) => [heads, ...list2.map((row4) => names4.map((name2) => row4[name2]))].map((row4) => `${row4.map(cell).join(",")}
`).join("");
      nodeTable = async () => {
        const rest3 = NODE_NAMES.filter((name2) => name2 !== "label");
        return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows(await all()));
      };
      edgeTable = async () => {
        const rest3 = EDGE_NAMES.filter((name2) => name2 !== "weight");
        const list2 = edgeRows(await all()).map((row4) => ({ ...row4, type: "Directed" }));
        const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
        return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest3], list2);
      };
      key2 = (id, of, name2, type = "string") => `<key id="${id}" for="${of}" attr.name="${name2}" attr.type="${type}"/>
`;
      data2 = (row4, names4) => names4.filter((name2) => row4[name2] !== "" && row4[name2] !== void 0).map((name2) => `<data key="${name2}">${content2(String(row4[name2]))}</data>
`).join("");
      graphml = async () => {
        const texts = await all();
        const id = attribute;
        return [
          '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
          ...NODE_NAMES.map((name2) => key2(name2, "node", name2, NODE_TYPES[name2])),
          key2("edgelabel", "edge", "label"),
          ...EDGE_NAMES.map((name2) => key2(name2, "edge", name2, EDGE_TYPES[name2])),
          '<graph edgedefault="directed">\n',
          ...nodeRows(texts).map((row4) => `<node id="${id(String(row4.id))}">
${data2(row4, NODE_NAMES)}</node>
`),
          ...edgeRows(texts).map(
            (row4) => `<edge id="${id(row4.id)}" source="${id(row4.source)}" target="${id(row4.target)}" label="${id(row4.relation)}">
<data key="edgelabel">${content2(row4.relation)}</data>
${data2(row4, EDGE_NAMES)}</edge>
`
          ),
          "</graph>\n</graphml>\n"
        ].join("");
      };
    }
  });

  // src/export_menu.ts
  var opener, menu, status3, UTF8, STEPS2, stem, download, text, copy2, THINGS, open, run;
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
        const name2 = `${stem()}${ending}`;
        el("a", { href, download: name2 }).click();
        setTimeout(() => URL.revokeObjectURL(href), 1e4);
        return `Saved ${name2}`;
      };
      text = (make2, type, ending) => async () => download(new Blob([await make2()], { type: `${type};${UTF8}` }), ending);
      copy2 = async () => {
        await navigator.clipboard.writeText(location.href);
        return "Link copied";
      };
      THINGS = [
        ["Picture (PNG)", async () => download(await png(), ".png")],
        ["Picture (SVG)", async () => download(svg(), ".svg")],
        ["Nodes (CSV)", text(nodeTable, "text/csv", ".nodes.csv")],
        ["Links (CSV)", text(edgeTable, "text/csv", ".edges.csv")],
        ["Graph (GraphML)", text(graphml, "application/xml", ".graphml")],
        ...navigator.clipboard && window.top === window ? [["Copy link to this view", copy2]] : [],
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
        const all5 = [...menu.querySelectorAll("button")];
        const step3 = STEPS2[event.key];
        if (event.key === "Escape") {
          open(false);
          opener.focus();
        } else if (step3)
          all5[(all5.indexOf(document.activeElement) + step3 + all5.length) % all5.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target) && target !== opener) open(false);
      });
    }
  });

  // src/sliders.ts
  var range, named3, weights, papers3, dates2, months, times, row3, STEPS3, DIGITS, plain, scaled, counted2, dated, rows;
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
      named3 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
      weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers3 = nodes.papers.filter((_, i) => !isPaper(i));
      dates2 = [...new Set(nodes.date.filter((date2) => /^\d{4}/.test(date2)))].sort();
      months = [...new Set(dates2.map((date2) => date2.slice(0, 7)))];
      times = months.length > 2 ? months : dates2;
      row3 = (slider) => {
        const { name: name2, label, field, views, most: most2, write: write3, read: read3, show: show4 } = slider;
        const output = el("output", { class: "count" });
        const input2 = el("input", {
          type: "range",
          name: name2,
          min: "0",
          max: String(most2),
          step: "1",
          "aria-label": name2
        });
        const made = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input2, output);
        const refresh5 = (now5) => {
          const step3 = read3(now5[field]);
          input2.value = String(step3);
          output.textContent = show4(step3);
          input2.setAttribute("aria-valuetext", show4(step3));
          made.hidden = views !== void 0 && !views.includes(now5.view);
        };
        input2.addEventListener("input", () => narrow(field, write3(Number(input2.value))));
        refresh5(now);
        on(["filter"], refresh5);
        return made;
      };
      STEPS3 = 50;
      DIGITS = 2;
      plain = (value) => value.toFixed(DIGITS);
      scaled = (slider, [least2, most2], written2 = plain) => {
        const value = (step3) => {
          const exact = least2 + (most2 - least2) * step3 / STEPS3;
          return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
        };
        return row3({
          ...slider,
          most: STEPS3,
          write: (step3) => step3 ? value(step3) : 0,
          read: (now5) => Math.max(0, Math.min(STEPS3, Math.ceil((now5 - least2) / (most2 - least2) * STEPS3 - 1e-6))),
          show: (step3) => step3 ? `≥ ${written2(value(step3))}` : "any"
        });
      };
      counted2 = (slider, most2) => row3({
        ...slider,
        most: most2 - 1,
        write: (step3) => step3 + 1,
        read: (now5) => now5 - 1,
        show: (step3) => step3 ? `≥ ${(step3 + 1).toLocaleString("en")}` : "any"
      });
      dated = (slider, edge) => row3({
        ...slider,
        most: times.length - 1,
        write: (step3) => step3 === edge ? "" : times[step3],
        read: (now5) => {
          const found = times.findIndex((time2) => time2 >= now5);
          return now5 === "" ? edge : found < 0 ? times.length - 1 : found;
        },
        show: (step3) => times[step3]
      });
      rows = () => {
        const found = [];
        const [sure, heavy, often] = [named3, weights, papers3].map(range);
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
        if (papers3.length > 1)
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
    }
  });

  // src/legend.ts
  var ONLY, FIRST5, panel3, body, boxes, all4, check, group, kinds3, relations2, colours2, opened2, isOpen, turner, topicCount, topicRow, topicRows, topicList, topicOf, renderTopics, reset, refresh3, recount2, start5, restyle2;
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
      panel3 = byId("legend");
      body = panel3.querySelector(".legend-body");
      boxes = [];
      all4 = false;
      check = (field, [name2, value, count2], label, toggle, extra = false) => {
        const box2 = el("input", { type: "checkbox", name: name2, value });
        box2.addEventListener("change", () => toggle(value));
        const figure2 = el("span", { class: "count" }, count2.toLocaleString("en"));
        const title = label.map((part2) => part2 instanceof HTMLElement ? part2.textContent : "").join("");
        const only2 = onlyButton(title, ONLY[field].is(value), () => ONLY[field].make(value));
        boxes.push({ box: box2, field, figure: figure2, only: only2 });
        const row4 = el("label", { class: "pick" }, box2, ...label, figure2);
        return el("div", { class: extra ? "row extra" : "row" }, row4, only2);
      };
      group = (title, ...rows2) => el("fieldset", {}, el("legend", {}, title), ...rows2);
      kinds3 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many }]) => {
        const label = [icon(kind), el("span", { class: "grow" }, many)];
        return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label, toggleKind);
      });
      relations2 = () => Object.entries(RELATIONS).filter(([name2]) => relations.has(name2)).map(
        ([name2, { background: background2 }]) => check(
          "hiddenRelations",
          ["relation", name2, relations.get(name2) ?? 0],
          [el("span", { class: "grow" }, relationTitle(name2))],
          toggleRelation,
          background2
        )
      );
      colours2 = () => {
        const option = (value, label) => {
          const box2 = el("input", { type: "radio", name: "colour", value });
          box2.addEventListener("change", () => colourBy(value));
          return el("label", {}, box2, el("span", {}, label));
        };
        return el(
          "div",
          { class: "segments", role: "radiogroup", "aria-label": "Colour by" },
          option("kind", "Kinds"),
          option("topic", "Topics")
        );
      };
      opened2 = /* @__PURE__ */ new Set();
      isOpen = ({ name: name2 }) => opened2.has(name2) || [now.topic, topic.get(now.topic)?.parent].includes(name2);
      turner = (topic5) => {
        const { name: name2, subtopics } = topic5;
        if (subtopics.length < 2) return null;
        const open2 = isOpen(topic5);
        const label = `${open2 ? "Hide" : "Show"} the subtopics of ${name2}`;
        return button(
          { class: "turn", "aria-expanded": String(open2), "aria-label": label, value: name2 },
          "›",
          () => {
            if (!opened2.delete(name2)) opened2.add(name2);
            renderTopics();
          }
        );
      };
      topicCount = ({ name: name2, papers: papers4, members }) => (papers4 ? now2.topics.get(name2) ?? 0 : members.length).toLocaleString("en");
      topicRow = (topic5) => {
        const { name: name2, parent } = topic5;
        const box2 = el("input", {
          type: "checkbox",
          name: "topic",
          value: name2,
          "aria-label": `Show ${name2}`
        });
        box2.checked = !now.hiddenTopics.has(name2);
        box2.addEventListener("change", () => toggleTopic(name2));
        const pressed = String(now.topic === name2);
        const label = present([
          parent ? null : swatch(name2),
          foreign(name2, { class: "grow" }),
          el("span", { class: "count", "data-count": name2 }, topicCount(topic5))
        ]);
        const pick2 = button(
          { class: "pick", "aria-pressed": pressed, "data-topic": name2, title: name2 },
          label,
          () => showTopic(name2)
        );
        const only2 = onlyButton(name2, isOnlyTopic(name2), () => onlyTopic(name2));
        return el("div", { class: parent ? "row finer" : "row" }, box2, pick2, only2, turner(topic5));
      };
      topicRows = (topic5) => [
        topicRow(topic5),
        ...topic5.subtopics.length > 1 && isOpen(topic5) ? topic5.subtopics.map(topicRow) : []
      ];
      topicList = el("div", { class: "topics" });
      topicOf = (item) => item.getAttribute("value") || item.dataset.topic;
      renderTopics = () => {
        const { topics: topics4 } = model_exports;
        const held = [...topicList.querySelectorAll("button, input")].find(
          (item) => item === document.activeElement
        );
        const list2 = (all4 ? topics4 : topics4.slice(0, FIRST5)).flatMap(topicRows);
        if (topics4.length > FIRST5) {
          const turn2 = () => {
            all4 = !all4;
            renderTopics();
          };
          list2.push(button({ class: "more" }, all4 ? "Show fewer" : `Show all ${topics4.length}`, turn2));
        }
        topicList.replaceChildren(...list2);
        if (!held) return;
        const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf(item) === topicOf(held);
        [...topicList.querySelectorAll("button, input")].find(again)?.focus();
      };
      reset = button({ class: "more reset" }, "Reset filters", widen);
      refresh3 = (now5) => {
        for (const { box: box2, field, only: only2 } of boxes) {
          box2.checked = !now5[field].has(box2.value);
          only2.setAttribute("aria-pressed", String(ONLY[field].is(box2.value)));
        }
        for (const box2 of body.querySelectorAll("input[name=colour]"))
          box2.checked = box2.value === now5.colour;
        reset.hidden = !isNarrowed();
      };
      recount2 = () => {
        const { count: count2, relations: relations3 } = now2;
        for (const { box: box2, field, figure: figure2 } of boxes) {
          const [found, all5] = field === "hiddenKinds" ? count2.kinds.get(box2.value) ?? [0, 0] : [relations3.get(box2.value) ?? 0, relations.get(box2.value) ?? 0];
          figure2.textContent = (found < all5 ? `${found.toLocaleString("en")} of ` : "") + all5.toLocaleString("en");
        }
        for (const figure2 of topicList.querySelectorAll("[data-count]")) {
          const topic5 = topic.get(figure2.dataset.count ?? "");
          if (topic5) figure2.textContent = topicCount(topic5);
        }
      };
      start5 = () => {
        body.append(group("Show", ...kinds3()));
        if (topics.length) {
          body.append(group("Colour", colours2()), group("Topics", topicList));
          renderTopics();
        }
        if (links) body.append(group("Links", ...relations2()));
        const narrow2 = rows();
        if (narrow2.length) body.append(group("Narrow", ...narrow2));
        body.append(reset);
        panel3.hidden = size === 0;
        recount2();
        if (matchMedia("(max-width: 720px)").matches) panel3.open = false;
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

  // src/search_filter.ts
  var pending2, follow2, isSettled, start6;
  var init_search_filter = __esm({
    "src/search_filter.ts"() {
      "use strict";
      init_result();
      init_search_find();
      init_search_index();
      init_state();
      pending2 = 0;
      follow2 = async (text2) => {
        if (text2 === "") return;
        if (!isWhole()) {
          pending2 += 1;
          setText(null);
          await prepare(steps).finally(() => {
            pending2 -= 1;
          });
        }
        if (now.text === text2) setText(rowsOf2(text2));
      };
      isSettled = () => pending2 === 0;
      start6 = () => {
        on(["filter"], ({ text: text2 }, changed) => {
          if (changed.includes("text")) follow2(text2);
        });
      };
    }
  });

  // src/table.ts
  var FIRST6, panel4, order2, limit, relation2, link, figure, surety, weight, about, strength, whole3, end, COLUMNS, columnsOf, itemsOf, sorted2, header, choice, render4;
  var init_table = __esm({
    "src/table.ts"() {
      "use strict";
      init_dom();
      init_lines();
      init_model();
      init_result();
      init_rows();
      init_state();
      FIRST6 = 200;
      panel4 = byId("table");
      order2 = { nodes: ["papers", -1], links: ["weight", -1] };
      limit = FIRST6;
      relation2 = (line3) => {
        const name2 = nameOf(line3);
        return name2 === BESIDE ? "Named with" : RELATIONS[name2]?.edge ?? name2;
      };
      link = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      figure = (value, digits) => value ? value.toFixed(digits) : "";
      surety = (line3) => now3.edge[line3] < 0 || isPaper(now3.b[line3]) ? 0 : edges.confidence[now3.edge[line3]];
      weight = (line3) => {
        const value = strength(line3);
        return isPaper(now3.b[line3]) && value ? percent(value) : figure(value, 0);
      };
      about = (line3) => now3.edge[line3] < 0 ? 0 : edges.salience[now3.edge[line3]];
      strength = (line3) => isPaper(now3.b[line3]) || now3.edge[line3] < 0 ? now3.weight[line3] : 0;
      whole3 = (title, value) => ({
        ...{ title, value, show: (item) => value(item).toLocaleString("en"), number: true }
      });
      end = (title, node2) => ({
        ...{ title, value: (line3) => nodes.label[node2(line3)], show: (line3) => link(node2(line3)) }
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
          source: end("From", (line3) => now3.a[line3]),
          relation: { title: "Relation", value: relation2, show: relation2 },
          target: end("To", (line3) => now3.b[line3]),
          salience: { title: "Salience", value: about, show: (line3) => figure(about(line3), 2), number: true },
          confidence: { title: "Confidence", value: surety, show: (line3) => figure(surety(line3), 2), number: true },
          weight: { title: "Weight", value: strength, show: weight, number: true }
        }
      };
      columnsOf = (what, items) => Object.entries(COLUMNS[what]).filter(
        ([name2, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name2) || items.some(value)
      );
      itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => now2.listed[i]) : Array.from({ length: now3.count }, (_, line3) => line3).filter(isListed);
      sorted2 = (what, items) => {
        const [by, way] = order2[what];
        const { value } = COLUMNS[what][by];
        const keyed = items.map((item) => ({ item, key: value(item) }));
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
      };
      header = (what) => ([name2, { title, number: number2 }]) => {
        const [by, way] = order2[what];
        const turn2 = () => {
          order2[what] = [name2, by === name2 ? way > 0 ? -1 : 1 : number2 ? -1 : 1];
          limit = FIRST6;
          render4();
          panel4.querySelector(`[data-column="${name2}"]`)?.focus();
        };
        const sign = el(
          "span",
          { "aria-hidden": "true", class: "sign" },
          by === name2 ? way > 0 ? "▲" : "▼" : ""
        );
        return el(
          "th",
          {
            scope: "col",
            class: number2 ? "number" : false,
            "aria-sort": by === name2 ? way > 0 ? "ascending" : "descending" : "none"
          },
          button({ "data-column": name2 }, [title, sign], turn2)
        );
      };
      choice = (what, title) => button(
        { "aria-pressed": String(now.table === what), "data-table": what },
        title,
        () => table(what)
      );
      render4 = () => {
        const what = now.table;
        panel4.hidden = now.main !== "table";
        document.body.classList.toggle("with-table", !panel4.hidden);
        if (panel4.hidden) {
          panel4.replaceChildren();
          return;
        }
        const items = itemsOf(what);
        const columns2 = columnsOf(what, items);
        const row4 = (item) => el(
          "tr",
          {},
          ...columns2.map(
            ([name2, { show: show4, number: number2 }]) => el(
              "td",
              { class: number2 ? "number" : ["topic", "target"].includes(name2) ? "text" : false },
              show4(item)
            )
          )
        );
        const body2 = sorted2(what, items).slice(0, limit).map(row4);
        const rest3 = items.length - body2.length;
        const more = button({ class: "more" }, `Show more (${rest3.toLocaleString("en")})`, () => {
          limit += 5 * FIRST6;
          render4();
        });
        const count2 = plural(items.length, what === "nodes" ? "node" : "link");
        const close3 = button(
          { class: "close", "aria-label": "Close the table", title: "Close" },
          "×",
          () => show("map")
        );
        const head2 = el(
          "div",
          { class: "table-head" },
          el(
            "div",
            { class: "segments", role: "group", "aria-label": "Rows" },
            choice("nodes", "Nodes"),
            choice("links", "Links")
          ),
          el("span", { class: "count", role: "status" }, `${count2} shown`),
          close3
        );
        const grid = el(
          "table",
          {},
          el("caption", { class: "unseen" }, `What is shown: ${count2}. Headers sort.`),
          el("thead", {}, el("tr", {}, ...columns2.map(header(what)))),
          el("tbody", {}, ...body2)
        );
        panel4.replaceChildren(
          head2,
          el(
            "div",
            { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" },
            grid,
            rest3 ? more : null
          )
        );
      };
    }
  });

  // src/toolbar.ts
  var group2, mains, hint, VIEWS2, entities5, offer, refresh4, start7;
  var init_toolbar = __esm({
    "src/toolbar.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_scene();
      init_state();
      group2 = byId("views");
      mains = byId("mains");
      hint = byId("hint");
      VIEWS2 = {
        full: ["Everything", "Papers and what they name"],
        papers: ["Papers", "Papers and the links between them"],
        entities: ["Entities", `${entities.many}, linked where papers name both`]
      };
      entities5 = size - (kinds.get("paper") || 0);
      offer = (main, label) => {
        const made = button(
          { "data-main": main, "aria-pressed": String(now.main === main) },
          label,
          () => show(main)
        );
        mains.append(made);
        return made;
      };
      refresh4 = (now5) => {
        for (const box2 of group2.querySelectorAll("input")) box2.checked = box2.value === now5.view;
        for (const made of mains.querySelectorAll("button"))
          made.setAttribute("aria-pressed", String(made.dataset.main === now5.main));
        const none = size > 0 && !shown.some(Boolean);
        hint.hidden = !none;
        hint.textContent = none ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
      };
      start7 = () => {
        for (const [value, [label, title]] of Object.entries(VIEWS2)) {
          const box2 = el("input", { type: "radio", name: "view", value });
          box2.addEventListener("change", () => view(value));
          group2.append(el("label", { title }, box2, el("span", {}, label)));
        }
        group2.hidden = !entities5 || entities5 === size;
        mains.hidden = size === 0;
        offer("map", "Map");
        offer("table", "Table");
        refresh4(now);
      };
    }
  });

  // src/main.ts
  var main_exports = {};
  var ZOOMS, start8, isSettled2, listen;
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
      init_legend();
      init_lines();
      init_model();
      init_neighbourhood();
      init_paint();
      init_result();
      init_scene();
      init_search();
      init_search_filter();
      init_state();
      init_table();
      init_texts();
      init_toolbar();
      ZOOMS = {
        in: () => zoom(1.5),
        out: () => zoom(1 / 1.5),
        fit: () => fit()
      };
      start8 = () => {
        const { now: now5 } = state_exports;
        let still = false;
        let arriving = null;
        let shown2 = Promise.resolve();
        let pending3 = 0;
        const track = (work) => {
          pending3 += 1;
          return work.finally(() => {
            pending3 -= 1;
          });
        };
        const nextFrame = () => new Promise((done2) => requestAnimationFrame(() => requestAnimationFrame(done2)));
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
          render4();
          refresh4(now5);
          recount2();
          recount();
        };
        start2();
        on2(refilter);
        start6();
        start5();
        start7();
        start4(home);
        start3(on2, now2);
        on(["selection"], (_, changed) => {
          emphasise2(now5);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown2 = track(
            nextFrame().then(() => restep ? mark() : show3()).then(() => moveCamera(changed))
          );
        });
        on(["colour"], repaint);
        on(["main"], () => {
          render4();
          refresh4(now5);
          if (now5.selected < 0) show3();
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
          still = node2 >= 0 && node2 !== now5.selected;
          if (node2 < 0) clear();
          else select(node2);
        });
        document.addEventListener("click", (event) => {
          const link2 = event.target.closest("a[data-node]");
          if (!link2 || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          select(Number(link2.dataset.node));
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
          show3();
        });
        const notice = byId("notice");
        notice.hidden = size > 0;
        notice.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
        show3();
        fit(void 0, { animated: false });
        return () => pending3 === 0 && isSettled() && hasArrived() && isWritten();
      };
      isSettled2 = start8();
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
          texts: texts_exports,
          isSettled: isSettled2
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
