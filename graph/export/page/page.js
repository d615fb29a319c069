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
  var __export = (target, all4) => {
    for (var name3 in all4)
      __defProp(target, name3, { get: all4[name3], enumerable: true });
  };

  // src/correct_places.ts
  var DROPPED, CHANGING, namesOf, changes, touched, indexed, formParts, paperParts, placesOf;
  var init_correct_places = __esm({
    "src/correct_places.ts"() {
      "use strict";
      DROPPED = -1;
      CHANGING = ["drop", "retype", "different"];
      namesOf = (pin) => pin.names ?? (pin.name ? [pin.name] : []);
      changes = (pin) => CHANGING.includes(pin.table) || pin.table === "rename" && Boolean(pin.paper);
      touched = (graph, pins) => {
        const found = /* @__PURE__ */ new Set();
        for (const pin of pins.filter(changes))
          for (const name3 of namesOf(pin))
            for (const node2 of graph.named(pin.kind ?? pin.from ?? "", name3)) found.add(node2);
        for (const pin of pins)
          if (pin.table === "drop")
            for (const name3 of namesOf(pin)) for (const node2 of graph.named("", name3)) found.add(node2);
        return [...found].sort((a, b) => a - b);
      };
      indexed = (graph, pins, table2) => {
        const found = /* @__PURE__ */ new Map();
        pins.forEach((pin, at3) => {
          if (pin.table !== table2 || table2 === "rename" && !pin.paper) return;
          const scopes = pin.paper ? graph.papersOf(pin.paper) : [""];
          for (const name3 of namesOf(pin))
            for (const scope of scopes) {
              const key3 = [name3, scope, pin.kind ?? pin.from ?? ""].join("\n");
              if (!found.has(key3)) found.set(key3, at3);
            }
        });
        return (kind, name3, paper) => {
          for (const scope of [paper, ""])
            for (const each of [kind, ""]) {
              const at3 = found.get([name3, scope, each].join("\n"));
              if (at3 !== void 0) return at3;
            }
          return -1;
        };
      };
      formParts = (graph, pins, node2, effects2) => {
        const names3 = new Set(graph.names(node2));
        const root = new Map([...names3].map((name3) => [name3, name3]));
        const find2 = (name3) => {
          const up = root.get(name3) ?? name3;
          return up === name3 ? name3 : find2(up);
        };
        const meant = (pin) => !pin.kind || pin.kind === graph.kind[node2];
        const inside2 = (pin) => meant(pin) ? (pin.names ?? []).filter((name3) => names3.has(name3)) : [];
        for (const pin of pins)
          if (pin.table === "same") {
            const [first, ...others2] = inside2(pin);
            for (const name3 of others2) root.set(find2(name3), find2(first));
          }
        const apart = [];
        pins.forEach((pin, at3) => {
          if (pin.table !== "different") return;
          const own2 = inside2(pin);
          for (const [i, one] of own2.entries())
            for (const other2 of own2.slice(i + 1)) apart.push([find2(one), find2(other2), at3]);
        });
        const part2 = /* @__PURE__ */ new Map([[find2(graph.label[node2]), 0]]);
        const order2 = [find2(graph.label[node2]), ...apart.flatMap((pair) => pair.slice(0, 2))];
        for (const name3 of order2) {
          if (part2.has(name3)) continue;
          const foes = apart.filter((pair) => pair.slice(0, 2).includes(name3));
          const taken = new Set(foes.flatMap(([one, other2]) => [part2.get(one), part2.get(other2)]));
          let free2 = 0;
          while (taken.has(free2)) free2 += 1;
          part2.set(name3, free2);
        }
        for (const [one, other2, at3] of apart) if (one !== other2) effects2[at3] = true;
        return (form) => names3.has(form) ? part2.get(find2(form)) ?? 0 : 0;
      };
      paperParts = (graph, pins, node2, effects2) => {
        const names3 = new Set(graph.names(node2));
        const part2 = /* @__PURE__ */ new Map();
        const own2 = new Set(graph.own[node2].map((e) => graph.from[e]));
        pins.forEach((pin, at3) => {
          const meant = pin.table === "different" && pin.name && names3.has(pin.name);
          if (!meant || pin.kind && pin.kind !== graph.kind[node2]) return;
          pin.papers.forEach((group3, number2) => {
            for (const paper of group3.flatMap(graph.papersOf))
              if (own2.has(paper) && !part2.has(paper)) part2.set(paper, number2);
          });
          effects2[at3] = true;
        });
        return (paper) => part2.get(paper) ?? 0;
      };
      placesOf = (graph, pins, surfaces, effects2) => {
        const [dropAt, retypeAt, renameAt] = ["drop", "retype", "rename"].map(
          (table2) => indexed(graph, pins, table2)
        );
        const targets = graph.key.map((key3, base) => ({
          ...{ kind: graph.kind[base], base, label: graph.label[base], key: key3, forms: /* @__PURE__ */ new Map() }
        }));
        const made = /* @__PURE__ */ new Map();
        const make = (key3, target) => {
          const known2 = made.get(key3);
          if (known2 !== void 0) return known2;
          targets.push({ ...target, key: key3, forms: /* @__PURE__ */ new Map() });
          made.set(key3, targets.length - 1);
          return targets.length - 1;
        };
        const judged = (kind, form, paper) => {
          const [rename2, retype] = [renameAt(kind, form, paper), retypeAt(kind, form, paper)];
          const [name3, wanted] = [pins[rename2]?.to, pins[retype]?.to];
          const first = dropAt(kind, form, paper);
          const dropped = first >= 0 ? first : dropAt(wanted ?? kind, name3 ?? form, paper);
          const by = [rename2, retype, dropped].filter((at3) => at3 >= 0);
          const verdict = { ...dropped >= 0 ? { dropped } : {}, kind: wanted, name: name3 };
          return { said: by.length ? `${dropped >= 0}
${wanted}
${name3}` : "", verdict, by };
        };
        const verdictOf = (node2, form, paper) => {
          const own2 = judged(graph.kind[node2], form, paper);
          if (own2.said || graph.names(node2).includes(form)) return own2;
          const all4 = graph.names(node2).map((name3) => judged(graph.kind[node2], name3, paper));
          return all4.every(({ said }) => said && said === all4[0].said) ? all4[0] : own2;
        };
        const retyped = (node2, kind, name3) => {
          const known2 = (name3 ? [name3] : graph.names(node2)).flatMap((each) => graph.named(kind, each));
          if (known2.length) return known2[0];
          if (name3) return make(`${kind}:~${name3}`, { kind, base: node2, label: name3, isNamed: true });
          return make(`${graph.key[node2]}~${kind}`, { kind, base: node2, label: "" });
        };
        const place2 = (node2, byForm, byPaper) => {
          const { kind, key: key3, label } = graph;
          return (form, paper) => {
            const { verdict, by } = verdictOf(node2, form, paper);
            for (const at3 of by) effects2[at3] = true;
            if (verdict.dropped !== void 0) return DROPPED;
            const wanted = verdict.kind ?? kind[node2];
            if (wanted !== kind[node2] || verdict.name) return retyped(node2, wanted, verdict.name);
            const [one, other2] = [byForm(form), byPaper(paper)];
            if (!one && !other2) return node2;
            return make(`${key3[node2]}~${one}.${other2}`, {
              kind: kind[node2],
              base: node2,
              label: one ? "" : label[node2]
            });
          };
        };
        const count3 = (target, form, more) => {
          const { forms: forms2, label, isNamed } = targets[target];
          const name3 = isNamed ? label : form;
          forms2.set(name3, (forms2.get(name3) ?? 0) + more);
        };
        const moves = /* @__PURE__ */ new Map();
        const home = /* @__PURE__ */ new Map();
        for (const node2 of touched(graph, pins)) {
          const byForm = formParts(graph, pins, node2, effects2);
          const at3 = place2(node2, byForm, paperParts(graph, pins, node2, effects2));
          home.set(node2, at3(graph.label[node2], -1));
          for (const name3 of graph.names(node2)) {
            const target = at3(name3, -1);
            if (target >= 0) count3(target, name3, 0);
          }
          for (const e of graph.own[node2]) {
            const written = surfaces(e);
            const own2 = /* @__PURE__ */ new Map();
            for (const form of written.length ? written : [graph.label[node2]]) {
              const target = at3(form, graph.from[e]);
              own2.set(target, [...own2.get(target) ?? [], form]);
              if (target >= 0) count3(target, form, 1);
            }
            moves.set(
              e,
              [...own2].filter(([target]) => target !== DROPPED)
            );
          }
        }
        return { targets, moves, home };
      };
    }
  });

  // src/correct_edges.ts
  var likeRole, parted, addTo, edgesOf;
  var init_correct_edges = __esm({
    "src/correct_edges.ts"() {
      "use strict";
      init_correct_places();
      likeRole = (graph, kind, wanted, relation3) => {
        const [one, other2] = [kind, wanted].map((name3) => graph.data.facts.kinds[name3]?.relations ?? []);
        if (kind === wanted || !other2.length) return relation3;
        const rank = one.indexOf(relation3);
        return other2[Math.min(rank < 0 ? other2.length : rank, other2.length - 1)];
      };
      parted = (graph, pins, effects2) => {
        const pairs = /* @__PURE__ */ new Set();
        pins.forEach((pin, at3) => {
          if (pin.table !== "unrelated") return;
          const [ones, others2] = pin.papers.map(graph.papersOf);
          for (const one of ones) for (const other2 of others2) pairs.add(`${one}
${other2}`).add(`${other2}
${one}`);
          effects2[at3] = ones.length > 0 && others2.length > 0;
        });
        return (a, b) => pairs.has(`${a}
${b}`);
      };
      addTo = (graph, pins, places, effects2) => {
        const found = [];
        pins.forEach((pin, at3) => {
          if (pin.table !== "add") return;
          const { name: name3 = "", kind = "", paper = "" } = pin;
          const relation3 = pin.relation ?? graph.data.facts.kinds[kind]?.relations?.at(-1) ?? "uses";
          for (const from of graph.papersOf(paper)) {
            const [known2] = graph.named(kind, name3);
            const key3 = `${kind}:~${name3}`;
            let to = known2 ?? places.targets.findIndex((target) => target.key === key3);
            if (to < 0) {
              const forms2 = /* @__PURE__ */ new Map([[name3, 1]]);
              to = places.targets.push({ kind, base: from, label: name3, key: key3, forms: forms2 }) - 1;
            }
            found.push({ from, to, relation: relation3, origins: /* @__PURE__ */ new Map() });
            effects2[at3] = true;
          }
        });
        return found;
      };
      edgesOf = (graph, pins, places, surfaces, find2, effects2) => {
        const found = /* @__PURE__ */ new Map();
        const relations3 = graph.edges.relation ?? [];
        const areParted = parted(graph, pins, effects2);
        const put = (edge) => {
          const key3 = `${edge.from}
${edge.to}
${edge.relation}`;
          const known2 = found.get(key3);
          if (!known2) found.set(key3, edge);
          else
            for (const [e, forms2] of edge.origins) {
              const before2 = known2.origins.get(e);
              known2.origins.set(e, before2 && forms2 ? [...before2, ...forms2] : forms2);
            }
        };
        graph.from.forEach((from, e) => {
          const [to, relation3] = [graph.to[e], relations3[e]];
          if (graph.isPaper[to]) {
            if (relation3 !== "related" || !areParted(from, to))
              put({ from, to, relation: relation3, origins: /* @__PURE__ */ new Map([[e, void 0]]) });
            return;
          }
          const whole4 = surfaces(e).length;
          for (const [target, forms2] of places.moves.get(e) ?? [[to, []]]) {
            const root = find2(target);
            const own2 = likeRole(graph, graph.kind[to], places.targets[root].kind, relation3);
            const part2 = places.moves.has(e) && forms2.length < whole4 ? forms2 : void 0;
            put({ from, to: root, relation: own2, origins: /* @__PURE__ */ new Map([[e, part2]]) });
          }
        });
        for (const edge of addTo(graph, pins, places, effects2)) put({ ...edge, to: find2(edge.to) ?? edge.to });
        return [...found.values()].filter(({ to }) => to !== DROPPED).sort((a, b) => a.from - b.from);
      };
    }
  });

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
      unpackTable = (columns2) => Object.fromEntries(Object.entries(columns2).map(([name3, column2]) => [name3, unpackColumn(column2)]));
    }
  });

  // src/paper_id.ts
  var paperId;
  var init_paper_id = __esm({
    "src/paper_id.ts"() {
      "use strict";
      paperId = (key3) => key3.replace(/^paper:/, "").replaceAll(":", "/").replace(/(?:_[0-9A-F]{2})+/g, (run2) => {
        const bytes = run2.split("_").slice(1).map((code3) => Number.parseInt(code3, 16));
        return new TextDecoder().decode(Uint8Array.from(bytes));
      });
    }
  });

  // src/correct_graph.ts
  var titleKey, split, graphOf;
  var init_correct_graph = __esm({
    "src/correct_graph.ts"() {
      "use strict";
      init_data();
      init_paper_id();
      titleKey = (title) => {
        const folded = title.normalize("NFKC").toLowerCase();
        return folded.replace(/[^\p{L}\p{N}]/gu, "") || folded.trim();
      };
      split = (text2) => text2.split(" | ").filter(Boolean);
      graphOf = (data3) => {
        const nodes2 = unpackTable(data3.nodes);
        const edges3 = unpackTable(data3.edges);
        const texts = (name3) => nodes2[name3] ?? [];
        const [key3, kind, label, aliases] = ["key", "kind", "label", "aliases"].map(texts);
        const [from, to] = [edges3.from ?? [], edges3.to ?? []];
        const size3 = key3.length;
        const isPaper2 = kind.map((name3) => name3 === "paper");
        const own2 = Array.from({ length: size3 }, () => []);
        for (let e = 0; e < from.length; e += 1) if (!isPaper2[to[e]]) own2[to[e]].push(e);
        const names3 = (node2) => [label[node2], ...split(aliases[node2] ?? "")];
        const byName = /* @__PURE__ */ new Map();
        const papers2 = /* @__PURE__ */ new Map();
        const enter = (map, name3, node2) => {
          const found = map.get(name3);
          if (!found) map.set(name3, [node2]);
          else if (!found.includes(node2)) found.push(node2);
        };
        for (let i = 0; i < size3; i += 1) {
          if (isPaper2[i]) {
            enter(papers2, `id:${paperId(key3[i])}`, i);
            enter(papers2, `title:${titleKey(label[i])}`, i);
          } else for (const name3 of names3(i)) enter(byName, `${kind[i]}
${name3}`, i);
        }
        const kinds4 = Object.keys(data3.facts.kinds).filter((name3) => name3 !== "paper");
        return {
          ...{ data: data3, nodes: nodes2, edges: edges3, key: key3, kind, label, from, to, size: size3, isPaper: isPaper2, own: own2, names: names3, kinds: kinds4 },
          /** Entities of a kind ("": any) that go by a name. */
          named: (wanted, name3) => (wanted ? [wanted] : kinds4).flatMap((each) => byName.get(`${each}
${name3}`) ?? []),
          /** Papers of an id or a title. */
          papersOf: (given2) => [
            .../* @__PURE__ */ new Set([...papers2.get(`id:${given2}`) ?? [], ...papers2.get(`title:${titleKey(given2)}`) ?? []])
          ]
        };
      };
    }
  });

  // src/correct_merges.ts
  var mergesOf;
  var init_correct_merges = __esm({
    "src/correct_merges.ts"() {
      "use strict";
      mergesOf = (graph, pins, { targets, moves, home }, effects2) => {
        const up = targets.map((_, at3) => at3);
        const find2 = (at3) => {
          let root = at3;
          while ((up[root] ?? root) !== root) root = up[root];
          up[at3] = root;
          return root;
        };
        const papers2 = graph.nodes.papers ?? [];
        const rank = (at3) => at3 < graph.size ? papers2[at3] : -1;
        const union = (a, b) => {
          const [one, other2] = [find2(a), find2(b)];
          if (one === other2) return;
          const first = rank(one) > rank(other2) || rank(one) === rank(other2) && one < other2;
          if (first) up[other2] = one;
          else up[one] = other2;
        };
        const isWhole = (node2) => !home.has(node2);
        const holders = (kind, name3) => {
          const found = graph.named(kind, name3).filter((node2) => isWhole(node2) || home.get(node2) === node2);
          for (let at3 = 0; at3 < targets.length; at3 += 1) {
            const { kind: own2, label, forms: forms2 } = targets[at3];
            if ((at3 >= graph.size || home.has(at3)) && own2 === kind && (label === name3 || forms2.has(name3)))
              found.push(at3);
          }
          return found;
        };
        pins.forEach((pin, number2) => {
          if (pin.table !== "same") return;
          const names3 = pin.names ?? [pin.name ?? ""];
          for (const kind of pin.kind ? [pin.kind] : graph.kinds) {
            const wanted = new Set((pin.papers ?? []).flatMap(graph.papersOf));
            const ofPapers = (node2) => graph.own[node2].filter((e) => wanted.has(graph.from[e])).flatMap((e) => moves.get(e)?.map(([target]) => target) ?? [node2]);
            const all4 = pin.papers ? names3.flatMap((name3) => graph.named(kind, name3)).flatMap(ofPapers) : names3.flatMap((name3) => holders(kind, name3));
            const [first, ...others2] = new Set(all4);
            for (const other2 of others2) union(first, other2);
            if (first !== void 0) effects2[number2] = true;
          }
        });
        return find2;
      };
    }
  });

  // src/correct_topics.ts
  var renames, correctTopics, correctFigures, correctRest;
  var init_correct_topics = __esm({
    "src/correct_topics.ts"() {
      "use strict";
      init_data();
      renames = (graph, pins, effects2) => {
        const found = { topic: /* @__PURE__ */ new Map(), subtopic: /* @__PURE__ */ new Map() };
        pins.forEach((pin, at3) => {
          if (pin.table !== "topic" || !pin.to) return;
          const level = pin.level ?? "topic";
          const column2 = graph.nodes[level] ?? [];
          const [paper] = pin.paper ? graph.papersOf(pin.paper) : [];
          const asked2 = (pin.name ?? "").toLowerCase();
          const old = pin.paper ? column2[paper] : column2.find((name3) => name3.toLowerCase() === asked2);
          if (!old) return;
          effects2[at3] = true;
          if (!found[level].has(old)) found[level].set(old, pin.to);
        });
        return found;
      };
      correctTopics = (graph, pins, effects2) => {
        const found = renames(graph, pins, effects2);
        const all4 = new Map([...found.topic, ...found.subtopic]);
        const nameOf4 = (name3) => all4.get(name3) ?? name3;
        const columns2 = (table2) => ({
          ...table2,
          ...table2.topic ? { topic: table2.topic.map((name3) => found.topic.get(name3) ?? name3) } : {},
          ...table2.subtopic ? {
            subtopic: table2.subtopic.map(
              (name3) => found.subtopic.get(name3) ?? all4.get(name3) ?? name3
            )
          } : {}
        });
        const facts = (topics2) => topics2?.map((item) => ({ ...item, name: nameOf4(item.name) }));
        return { columns: columns2, facts, nameOf: nameOf4 };
      };
      correctFigures = (figures, fates, topic4) => {
        const { series, ...more } = figures ?? {};
        if (!series?.id || !series.label || !series.kind) return figures;
        const { id: id2, label, kind, papers: papers2 = [] } = series;
        const fate = (row5) => fates.get(id2[row5]);
        const isGone = (row5) => fate(row5) === null;
        const rows3 = id2.map((_, row5) => row5);
        const without = (table2) => {
          if (!table2?.row) return table2;
          const kept2 = table2.row.map((row5) => !isGone(row5));
          return Object.fromEntries(
            Object.entries(table2).map(([name3, column2]) => [name3, column2?.filter((_, at3) => kept2[at3]) ?? []])
          );
        };
        return {
          ...more,
          ...{ rising: without(more.rising), fading: without(more.fading), taken_up: without(more.taken_up) },
          series: {
            ...series,
            label: rows3.map(
              (row5) => kind[row5] === "topic" ? topic4(label[row5]) : fate(row5)?.label ?? label[row5]
            ),
            kind: rows3.map((row5) => fate(row5)?.kind ?? kind[row5]),
            papers: rows3.map((row5) => isGone(row5) ? 0 : papers2[row5])
          }
        };
      };
      correctRest = (data3, columns2) => data3.rest ? columns2(unpackTable(data3.rest)) : void 0;
    }
  });

  // src/correct.ts
  var asked, keptTargets, most, mayDiffer, hiddenPapers, patches, NEW, rename, columnsOf, rowAt, edgeRow, originOf, counts, fatesOf, correct;
  var init_correct = __esm({
    "src/correct.ts"() {
      "use strict";
      init_correct_edges();
      init_correct_graph();
      init_correct_merges();
      init_correct_places();
      init_correct_topics();
      asked = (data3, pins) => {
        const graph = graphOf(data3);
        return [...new Set(touched(graph, pins).flatMap((node2) => graph.own[node2]))];
      };
      keptTargets = (graph, { targets, home }, find2, edges3) => {
        const used = new Set(edges3.map(({ to }) => to));
        for (const at3 of home.values()) if (at3 >= 0) used.add(find2(at3));
        return targets.map((_, at3) => at3).filter((at3) => {
          if (at3 < graph.size && graph.isPaper[at3]) return true;
          if (find2(at3) !== at3) return false;
          return used.has(at3) || at3 < graph.size && !home.has(at3);
        });
      };
      most = (forms2) => [...forms2].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
      mayDiffer = ({ graph, places, find: find2 }) => {
        const changed = /* @__PURE__ */ new Set();
        places.targets.forEach((_, at3) => {
          if (find2(at3) !== at3) changed.add(find2(at3));
        });
        for (const at3 of places.home.values()) changed.add(find2(at3));
        for (const own2 of places.moves.values()) for (const [at3] of own2) changed.add(find2(at3));
        return (at3) => at3 >= graph.size || places.home.has(at3) || changed.has(at3);
      };
      hiddenPapers = (graph, node2) => {
        const papers2 = Number(graph.nodes.papers?.[node2] ?? 0);
        return Math.max(0, papers2 - new Set(graph.own[node2].map((e) => graph.from[e])).size);
      };
      patches = (built) => {
        const { graph, places, find: find2, edges: edges3, kept: kept2 } = built;
        const { targets, home } = places;
        const [drawn2, hidden, names3] = [
          /* @__PURE__ */ new Map(),
          /* @__PURE__ */ new Map(),
          /* @__PURE__ */ new Map()
        ];
        for (const { from, to } of edges3) drawn2.set(to, (drawn2.get(to) ?? /* @__PURE__ */ new Set()).add(from));
        targets.forEach((target, at3) => {
          const root = find2(at3);
          const own2 = names3.get(root) ?? /* @__PURE__ */ new Set();
          if (at3 < graph.size && !graph.isPaper[at3]) {
            const place2 = home.get(at3) ?? at3;
            if (place2 >= 0) hidden.set(find2(place2), (hidden.get(find2(place2)) ?? 0) + hiddenPapers(graph, at3));
          }
          const isWhole = at3 < graph.size && !home.has(at3);
          for (const name3 of isWhole ? graph.names(at3) : target.forms.keys()) own2.add(name3);
          names3.set(root, own2);
        });
        const differs = mayDiffer(built);
        return kept2.map((at3) => {
          if (!differs(at3)) return {};
          const { kind, base, key: key3, forms: forms2 } = targets[at3];
          const first = targets[at3].label;
          const label = first && (!forms2.size || forms2.has(first) || !home.has(at3)) ? first : most(forms2) ?? graph.label[base];
          const aliases = [...names3.get(at3) ?? []].filter((name3) => name3 !== label).sort();
          const apart = at3 >= graph.size && kept2.includes(base) ? 2 * Number(graph.nodes.size?.[base] ?? 10) : 0;
          return {
            ...{ key: key3, kind, label, aliases: aliases.join(" | "), shape: graph.data.facts.kinds[kind]?.shape },
            papers: (drawn2.get(at3)?.size ?? 0) + (hidden.get(at3) ?? 0),
            x: Number(graph.nodes.x?.[base] ?? 0) + apart,
            ...graph.isPaper[base] && at3 >= graph.size ? { ...NEW, size: 8 } : {}
          };
        });
      };
      NEW = {
        date: "",
        sources: "",
        url: "",
        authors: "",
        given: "",
        venue: "",
        doi: "",
        arxiv: "",
        broader: ""
      };
      rename = (pins, rows3, effects2) => {
        const to = /* @__PURE__ */ new Map();
        pins.forEach((pin, at3) => {
          const key3 = `${pin.kind ?? ""}
${pin.name}`;
          if (pin.table === "rename" && !pin.paper && !to.has(key3)) to.set(key3, at3);
        });
        for (const row5 of to.size ? rows3 : []) {
          if (row5.kind === "paper") continue;
          const [label, aliases] = [row5.label, split(row5.aliases)];
          const names3 = [label, ...aliases].flatMap((name3) => [`${row5.kind}
${name3}`, `
${name3}`]);
          const at3 = names3.map((name3) => to.get(name3)).find((found) => found !== void 0);
          if (at3 === void 0) continue;
          effects2[at3] = true;
          const now5 = pins[at3].to;
          Object.assign(row5, {
            label: now5,
            aliases: [.../* @__PURE__ */ new Set([...aliases, label])].filter((name3) => name3 !== now5).sort().join(" | ")
          });
        }
      };
      columnsOf = (names3, rows3) => Object.fromEntries(names3.map((name3) => [name3, rows3.map((row5) => row5[name3])]));
      rowAt = (columns2, at3) => Object.fromEntries(Object.entries(columns2).map(([name3, column2]) => [name3, column2[at3]]));
      edgeRow = (graph, { from, to, relation: relation3, origins }, row5) => {
        const all4 = [...origins.keys()];
        const numbers = (name3) => all4.map((e) => Number(graph.edges[name3]?.[e] ?? 0));
        const own2 = all4.length ? rowAt(graph.edges, all4[0]) : { weight: 1, confidence: 1, salience: 0, mentions: 1, origin: "" };
        const best = Object.fromEntries(
          ["weight", "confidence", "salience"].map((name3) => [name3, Math.max(...numbers(name3))])
        );
        return {
          ...own2,
          ...all4.length > 1 ? { ...best, mentions: numbers("mentions").reduce((sum, each) => sum + each, 0) } : {},
          ...{ from: row5.get(from), to: row5.get(to), relation: relation3 }
        };
      };
      originOf = ({ graph, places, edges: edges3, kept: kept2 }) => ({
        isPaper: graph.isPaper,
        from: graph.from,
        nodes: kept2.map(
          (at3) => places.targets[at3].base >= 0 && !graph.isPaper[places.targets[at3].base] ? places.targets[at3].base : at3 < graph.size ? at3 : -1
        ),
        edges: edges3.map(({ origins }) => [...origins.keys()]),
        forms: edges3.map(({ origins }) => [...origins.values()])
      });
      counts = (data3, graph, rows3, edges3) => {
        if (!data3.counts) return void 0;
        const found = { ...data3.counts };
        for (const kind of graph.kind) found[kind] = (found[kind] ?? 0) - 1;
        for (const { kind } of rows3) found[kind] = (found[kind] ?? 0) + 1;
        if ("links" in found) found.links += edges3 - graph.from.length;
        return found;
      };
      fatesOf = ({ graph, kept: kept2, places, find: find2 }, rows3) => {
        const at3 = new Map(kept2.map((target, row5) => [target, row5]));
        const fates = /* @__PURE__ */ new Map();
        const moved2 = [];
        for (let i = 0; i < graph.size; i += 1) {
          if (graph.isPaper[i]) continue;
          const place2 = places.home.get(i) ?? i;
          const row5 = at3.get(i) ?? (place2 < 0 ? void 0 : at3.get(find2(place2)));
          if (row5 === void 0) fates.set(graph.key[i], null);
          else if (at3.get(i) === row5) fates.set(graph.key[i], rows3[row5]);
          else {
            fates.set(graph.key[i], kept2[row5] >= graph.size ? rows3[row5] : null);
            moved2.push([graph.key[i], row5]);
          }
        }
        return { fates, moved: moved2 };
      };
      correct = (data3, pins, surfaces) => {
        const effects2 = pins.map(() => false);
        const graph = graphOf(data3);
        const places = placesOf(graph, pins, surfaces, effects2);
        const merged = mergesOf(graph, pins, places, effects2);
        const find2 = (target) => target < 0 ? target : merged(target);
        const edges3 = edgesOf(graph, pins, places, surfaces, find2, effects2);
        const built = { graph, places, find: find2, edges: edges3, kept: keptTargets(graph, places, find2, edges3) };
        const own2 = patches(built);
        const rows3 = built.kept.map(
          (at3, id2) => ({ ...rowAt(graph.nodes, places.targets[at3].base), ...own2[id2], id: id2 })
        );
        rename(pins, rows3, effects2);
        const row5 = new Map(built.kept.map((at3, id2) => [at3, id2]));
        const topics2 = correctTopics(graph, pins, effects2);
        const { fates, moved: moved2 } = fatesOf(built, rows3);
        const lines = edges3.filter(({ from, to }) => row5.has(from) && row5.has(to));
        return {
          effects: effects2,
          data: {
            ...data3,
            nodes: topics2.columns(columnsOf(Object.keys(graph.nodes), rows3)),
            edges: columnsOf(
              Object.keys(graph.edges),
              lines.map((edge) => edgeRow(graph, edge, row5))
            ),
            rest: correctRest(data3, topics2.columns),
            topics: topics2.facts(data3.topics)?.map((item) => ({
              ...item,
              central: item.central.flatMap((node2) => row5.get(node2) ?? [])
            })),
            counts: counts(data3, graph, rows3, lines.length),
            figures: correctFigures(data3.figures, fates, topics2.nameOf),
            origin: originOf({ ...built, edges: lines }),
            moved: moved2
          }
        };
      };
    }
  });

  // src/corrections_settle.ts
  var same, meet, kindOf, namesOf2, isEqual, areOne, contradicts, settleSame, settleDifferent, overlaps, settleDrop, settleChange, settleTopic, WAYS, settled;
  var init_corrections_settle = __esm({
    "src/corrections_settle.ts"() {
      "use strict";
      same = (a, b) => (a ?? "") === (b ?? "");
      meet = (a, b) => !a || !b || a === b;
      kindOf = (pin) => pin.kind ?? pin.from;
      namesOf2 = (pin) => pin.names ?? (pin.name ? [pin.name] : []);
      isEqual = (a, b) => JSON.stringify(a) === JSON.stringify(b);
      areOne = (pins, kind, one, other2) => {
        const reached = /* @__PURE__ */ new Set([one]);
        for (let before2 = 0; before2 < reached.size; ) {
          before2 = reached.size;
          for (const pin of pins)
            if (pin.table === "same" && pin.names && meet(pin.kind, kind) && pin.names.some((name3) => reached.has(name3)))
              for (const name3 of pin.names) reached.add(name3);
        }
        return reached.has(other2);
      };
      contradicts = (pins, { table: table2, names: names3, name: name3, kind }) => {
        if (table2 !== "different") return false;
        if (!names3)
          return pins.some(
            (pin) => pin.table === "same" && !pin.papers && pin.name === name3 && meet(pin.kind, kind)
          );
        return names3.some((one, i) => names3.slice(i + 1).some((other2) => areOne(pins, kind, one, other2)));
      };
      settleSame = (pins, pin) => [
        ...pins.filter((old) => !contradicts([pin, ...pins], old)),
        pin
      ];
      settleDifferent = (pins, pin) => {
        let kept2 = pins.filter(
          (old) => !(pin.papers && old.table === "different" && old.papers && same(old.name, pin.name))
        );
        while (contradicts(kept2, pin)) {
          const guilty = kept2.findLastIndex(
            (old, at3) => old.table === "same" && !contradicts(
              kept2.filter((_, other2) => other2 !== at3),
              pin
            )
          );
          const any = kept2.findLastIndex(
            (old) => old.table === "same" && namesOf2(old).some((name3) => namesOf2(pin).includes(name3))
          );
          const gone = guilty >= 0 ? guilty : any;
          kept2 = kept2.filter((_, at3) => at3 !== gone);
          if (gone < 0) break;
        }
        return [...kept2, pin];
      };
      overlaps = (a, b) => same(a.paper, b.paper) && meet(kindOf(a), kindOf(b)) && namesOf2(a).some((name3) => namesOf2(b).includes(name3));
      settleDrop = (pins, pin) => [
        ...pins.filter((old) => !["rename", "retype", "add"].includes(old.table) || !overlaps(old, pin)),
        pin
      ];
      settleChange = (pins, pin) => {
        const names3 = (old) => (old.names ?? []).filter((name3) => name3 !== pin.name);
        const kept2 = pins.flatMap((old) => {
          if (old.table !== "drop" || !overlaps(old, pin)) return [old];
          return names3(old).length ? [{ ...old, names: names3(old) }] : [];
        });
        const isBefore = (old) => old.table === pin.table && same(old.paper, pin.paper) && (pin.table === "rename" ? old.to === pin.name && same(old.kind, pin.kind) : old.name === pin.name && old.to === pin.from);
        const before2 = kept2.find(isBefore);
        const merged = before2 ? { ...before2, to: pin.to } : pin;
        const others2 = kept2.filter(
          (old) => old !== before2 && !(old.table === pin.table && old.name === merged.name && same(old.paper, merged.paper) && same(kindOf(old), kindOf(merged)))
        );
        return merged.to === (pin.table === "rename" ? merged.name : merged.from) ? others2 : [...others2, merged];
      };
      settleTopic = (pins, pin) => {
        const before2 = pins.find(
          (old) => old.table === "topic" && old.to === pin.name && same(old.level, pin.level)
        );
        const merged = before2 && pin.name ? { ...before2, to: pin.to } : pin;
        const isOf = (old) => old.table === "topic" && same(old.level, merged.level) && same(old.name, merged.name) && same(old.paper, merged.paper);
        return [...pins.filter((old) => !isOf(old)), merged];
      };
      WAYS = {
        same: settleSame,
        different: settleDifferent,
        drop: settleDrop,
        rename: settleChange,
        retype: settleChange,
        topic: settleTopic
      };
      settled = (pins, added) => added.reduce((kept2, pin) => {
        if (kept2.some((old) => isEqual(old, pin))) return kept2;
        return (WAYS[pin.table] ?? ((list4, one) => [...list4, one]))(kept2, pin);
      }, pins);
    }
  });

  // node_modules/smol-toml/dist/error.js
  function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
  }
  function makeCodeBlock(string, line, column2) {
    let lines = string.split(/\r?\n/);
    let codeblock = "";
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
      let l = lines[i - 1];
      if (!l)
        continue;
      codeblock += i.toString().padEnd(numberLen, " ");
      codeblock += ":  ";
      codeblock += l;
      codeblock += "\n";
      if (i === line) {
        codeblock += " ".repeat(numberLen + column2 + 2);
        codeblock += "^\n";
      }
    }
    return codeblock;
  }
  var TomlError;
  var init_error = __esm({
    "node_modules/smol-toml/dist/error.js"() {
      TomlError = class _TomlError extends Error {
        line;
        column;
        codeblock;
        constructor(message, options2) {
          const [line, column2] = getLineColFromPtr(options2.toml, options2.ptr);
          const codeblock = makeCodeBlock(options2.toml, line, column2);
          super(`Invalid TOML document: ${message}

${codeblock}`, options2);
          this.line = line;
          this.column = column2;
          this.codeblock = codeblock;
        }
        /** @internal */
        static x(message, ctx, ptr) {
          throw new _TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
        }
      };
    }
  });

  // node_modules/smol-toml/dist/primitive.js
  function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 39;
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
      if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10)
        ctx.p++;
      else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)
        ctx.p += 2;
    }
    let parsed = "";
    let sliceStart = ctx.p;
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
      c = ctx.s.charCodeAt(ctx.p);
      if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) {
        state = state && 3;
      } else if (c < 32 && c !== 9 || c === 127) {
        TomlError.x("control characters are not allowed in strings", ctx);
      } else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
        if (isMultiline) {
          if (ctx.s.charCodeAt(ctx.p + 3) === first)
            ctx.p++;
          if (ctx.s.charCodeAt(ctx.p + 3) === first)
            ctx.p++;
        }
        if (!state) {
          let s = ctx.s.slice(sliceStart, ctx.p);
          parsed = parsed ? parsed + s : s;
        }
        ctx.p += isMultiline ? 3 : 1;
        return parsed;
      } else if (!state) {
        if (!isLiteral && c === 92) {
          parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
          state = 1;
        }
      } else if (state === 1) {
        if (c === 120 || c === 117 || c === 85) {
          let errPtr = ctx.p++ - 1;
          let value = 0;
          let len = c === 120 ? 2 : c === 117 ? 4 : 8;
          for (let j = 0; j < len; j++, ctx.p++) {
            let hex = ctx.s.charCodeAt(ctx.p);
            let digit = (
              /* 0-9 */
              hex >= 48 && hex <= 57 ? hex - 48 : (
                /* A-F */
                hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                  /* a-f */
                  hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
                )
              )
            );
            if (digit < 0)
              TomlError.x("invalid non-hex character in unicode escape", ctx);
            value = value << 4 | digit;
          }
          if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
            TomlError.x("invalid unicode escape", ctx, errPtr);
          }
          parsed += String.fromCodePoint(value);
          sliceStart = ctx.p--;
          state = 0;
        } else if (isMultiline && (c === 32 || c === 9)) {
          state = 2;
        } else {
          if (c === 98)
            parsed += "\b";
          else if (c === 116)
            parsed += "	";
          else if (c === 110)
            parsed += "\n";
          else if (c === 102)
            parsed += "\f";
          else if (c === 114)
            parsed += "\r";
          else if (c === 101)
            parsed += "\x1B";
          else if (c === 34)
            parsed += '"';
          else if (c === 92)
            parsed += "\\";
          else
            TomlError.x("unrecognised escape sequence", ctx);
          sliceStart = ctx.p + 1;
          state = 0;
        }
      } else if (c !== 32 && c !== 9) {
        if (state === 2)
          TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
        state = !isLiteral && c === 92 ? 1 : 0;
        sliceStart = ctx.p;
      }
    }
    TomlError.x("unfinished string", ctx, startPtr);
  }
  var init_primitive = __esm({
    "node_modules/smol-toml/dist/primitive.js"() {
      init_error();
    }
  });

  // node_modules/smol-toml/dist/date.js
  var DATE_TIME_RE, TomlDate;
  var init_date = __esm({
    "node_modules/smol-toml/dist/date.js"() {
      DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
      TomlDate = class _TomlDate extends Date {
        #hasDate = false;
        #hasTime = false;
        #offset = null;
        constructor(date2, fasttype, unsafeDelim) {
          let hasDate = true;
          let hasTime = true;
          let offset = "Z";
          let c;
          if (typeof date2 === "string") {
            if (fasttype)
              prep: {
                if (fasttype < 3) {
                  if (+date2.slice(11, 13) > 23) {
                    date2 = "";
                    break prep;
                  }
                  if (fasttype === 2) {
                    offset = null;
                    date2 += "Z";
                  } else if ((c = date2.charCodeAt(date2.length - 1)) !== 90 && c !== 122) {
                    offset = date2.slice(date2.length - 6);
                  }
                  if (unsafeDelim)
                    date2 = date2.slice(0, 10) + "T" + date2.slice(11);
                } else if (fasttype === 4) {
                  date2 = +date2.slice(0, 2) > 23 ? "" : `0000-01-01T${date2}Z`;
                }
                hasDate = fasttype !== 4;
                hasTime = fasttype !== 3;
              }
            else {
              let match = date2.match(DATE_TIME_RE);
              if (match) {
                if (!match[1]) {
                  hasDate = false;
                  date2 = `0000-01-01T${date2}`;
                }
                hasTime = !!match[2];
                hasTime && date2[10] === " " && (date2 = date2.replace(" ", "T"));
                if (match[2] && +match[2] > 23) {
                  date2 = "";
                } else {
                  offset = match[3] || null;
                  if (!offset && hasTime)
                    date2 += "Z";
                }
              } else {
                date2 = "";
              }
            }
          }
          super(date2);
          if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
          }
        }
        isDateTime() {
          return this.#hasDate && this.#hasTime;
        }
        isLocal() {
          return !this.#hasDate || !this.#hasTime || !this.#offset;
        }
        isDate() {
          return this.#hasDate && !this.#hasTime;
        }
        isTime() {
          return this.#hasTime && !this.#hasDate;
        }
        isValid() {
          return this.#hasDate || this.#hasTime;
        }
        toISOString() {
          let iso = super.toISOString();
          if (this.isDate())
            return iso.slice(0, 10);
          if (this.isTime())
            return iso.slice(11, 23);
          if (this.#offset === null)
            return iso.slice(0, -1);
          if (this.#offset === "Z" || this.#offset === "z")
            return iso;
          let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
          offset = this.#offset[0] === "-" ? offset : -offset;
          let offsetDate = new Date(this.getTime() - offset * 6e4);
          return offsetDate.toISOString().slice(0, -1) + this.#offset;
        }
        static wrapAsOffsetDateTime(jsDate, offset = "Z") {
          let date2 = new _TomlDate(jsDate);
          date2.#offset = offset;
          return date2;
        }
        static wrapAsLocalDateTime(jsDate) {
          let date2 = new _TomlDate(jsDate);
          date2.#offset = null;
          return date2;
        }
        static wrapAsLocalDate(jsDate) {
          let date2 = new _TomlDate(jsDate);
          date2.#hasTime = false;
          date2.#offset = null;
          return date2;
        }
        static wrapAsLocalTime(jsDate) {
          let date2 = new _TomlDate(jsDate);
          date2.#hasDate = false;
          date2.#offset = null;
          return date2;
        }
      };
    }
  });

  // node_modules/smol-toml/dist/extract.js
  function isDigit(char, base = 10) {
    return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
  }
  function isEndOfValue(char, delim) {
    return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
    delim && (char === delim || char === 44) || // Comment
    char === 35;
  }
  function extractValue(ctx, end2) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 91 || c === 123) {
      ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
      let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
      ctx.d++;
      return value;
    }
    if (c === 34 || c === 39) {
      return parseString(ctx);
    }
    if (c === 116) {
      if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101)
        TomlError.x("invalid value", ctx, errPtr);
      return ctx.p++, true;
    }
    if (c === 102) {
      if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101)
        TomlError.x("invalid value", ctx, errPtr);
      return ctx.p++, false;
    }
    if (c === 43 || c === 45) {
      return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end2);
    }
    if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) {
      return parseDate(ctx, c, end2);
    }
    if (ctx.s.charCodeAt(ctx.p + 2) === 58) {
      return parseTime(ctx, c, end2);
    }
    return parseNumber(ctx, ctx.p, c, 0, end2);
  }
  function parseNumber(ctx, startPtr, startChr, sign2, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    if (c === 105) {
      if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102)
        TomlError.x("invalid value", ctx, startPtr);
      return ctx.p++, (sign2 || 1) / 0;
    }
    if (c === 110) {
      if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110)
        TomlError.x("invalid value", ctx, startPtr);
      return ctx.p++, NaN;
    }
    if (c === 48) {
      if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
        return ctx.bi === true ? 0n : 0;
      if (!sign2) {
        if (c === 120)
          return parseIntegerBaseN(ctx, startPtr, 16, endChr);
        else if (c === 98)
          return parseIntegerBaseN(ctx, startPtr, 2, endChr);
        else if (c === 111)
          return parseIntegerBaseN(ctx, startPtr, 8, endChr);
      }
      if (c === 46)
        state = 2;
      else if (c === 101 || c === 69)
        state = 4;
      else
        TomlError.x("illegal leading zero", ctx, startPtr);
    } else if (!isDigit(c))
      TomlError.x("invalid value", ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
      if (!state)
        state = 1;
      if (c === 95) {
        if (!(state & 1))
          TomlError.x("illegal underscore", ctx);
        state += 11;
        hasUnderscores = true;
      } else if (state === 1 && c === 46)
        state = 2;
      else if ((state === 1 || state === 3) && (c === 101 || c === 69))
        state = 4;
      else if (state === 4 && (c === 43 || c === 45)) {
        state = 6;
      } else if (!isDigit(c))
        TomlError.x(`illegal character in numeric literal`, ctx);
      else if (state > 9)
        state -= 11;
      else if (!(state & 1))
        state++;
    }
    if (!state) {
      let val = (startChr - 48) * (sign2 || 1);
      return ctx.bi === true ? BigInt(val) : val;
    }
    if (!(state & 1))
      TomlError.x("unfinished numeric value", ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
      str = str.replaceAll("_", "");
    return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
  }
  function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
      if (c === 95) {
        if (underscore & 1)
          TomlError.x("illegal underscore", ctx);
        underscore = 3;
      } else if (!isDigit(c, base))
        TomlError.x(`illegal character in numeric literal`, ctx);
      else if (underscore & 1)
        underscore--;
    }
    if (underscore & 1)
      TomlError.x("unfinished numeric value", ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
      str = str.replaceAll("_", "");
    return parseInteger(ctx, str, base, startPtr);
  }
  function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
      int: {
        let val = parseInt(str, base);
        if (!Number.isSafeInteger(val)) {
          if (ctx.bi)
            break int;
          TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
        }
        return val;
      }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
  }
  function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) {
      return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
      TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
    if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
      let t2 = ctx.s.slice(startPtr, ctx.p);
      return readDate(ctx, t2, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 58)
      TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 58)
      ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 46)
      while (isDigit(ctx.s.charCodeAt(++ctx.p)))
        ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
      if (c === 90 || c === 122) {
        let t2 = ctx.s.slice(startPtr, ++ctx.p);
        return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
      }
      if (c === 43 || c === 45) {
        let t2 = ctx.s.slice(startPtr, ctx.p += 6);
        return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
      }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
  }
  function parseTime(ctx, c, endChr) {
    let start7 = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
      return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 58)
      ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 46)
      while (isDigit(ctx.s.charCodeAt(++ctx.p)))
        ;
    let t = ctx.s.slice(start7, ctx.p);
    return readDate(ctx, t, 4, false, start7);
  }
  function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
      let date2 = new TomlDate(str, type, unsafeDelim);
      if (!date2.isValid())
        TomlError.x("invalid date", ctx, errPtr);
      return date2;
    }
    try {
      if (temporalSuffix)
        str += temporalSuffix;
      switch (type) {
        case 1:
          return Temporal.ZonedDateTime.from(str);
        case 2:
          return Temporal.PlainDateTime.from(str);
        case 3:
          return Temporal.PlainDate.from(str);
        case 4:
          return Temporal.PlainTime.from(str);
      }
    } catch (e) {
      TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
    }
  }
  var init_extract = __esm({
    "node_modules/smol-toml/dist/extract.js"() {
      init_primitive();
      init_struct();
      init_error();
      init_date();
    }
  });

  // node_modules/smol-toml/dist/util.js
  function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
      let c = ctx.s.charCodeAt(ctx.p);
      if (c === 10)
        break;
      if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
        ctx.p++;
        break;
      }
      if (c < 32 && c !== 9 || c === 127) {
        TomlError.x("control characters are not allowed in comments", ctx);
      }
    }
  }
  function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
      while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)))
        ctx.p++;
      if (banComments || c !== 35)
        break;
      skipComment(ctx);
    }
  }
  var init_util = __esm({
    "node_modules/smol-toml/dist/util.js"() {
      init_error();
    }
  });

  // node_modules/smol-toml/dist/struct.js
  function parseKey(ctx, end2 = 61) {
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
      if (c === end2) {
        if (!state)
          TomlError.x("unexpected end of key", ctx);
        if (state === 1)
          parsed.push(ctx.s.slice(sliceStart, ctx.p));
        return ctx.p++, parsed;
      } else if (c === 46) {
        if (!state)
          TomlError.x("illegal empty bare key", ctx);
        if (state === 1)
          parsed.push(ctx.s.slice(sliceStart, ctx.p));
        state = 0;
      } else if (!state && (c === 34 || c === 39)) {
        if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
          TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
        parsed.push(parseString(ctx));
        state = 2;
        ctx.p--;
      } else if (c === 32 || c === 9) {
        if (state === 1) {
          parsed.push(ctx.s.slice(sliceStart, ctx.p));
          state = 2;
        }
      } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
        TomlError.x("illegal character in key", ctx);
      } else if (!state) {
        state = 1;
        sliceStart = ctx.p;
      }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
  }
  function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = /* @__PURE__ */ Object.create(null);
    let seen = /* @__PURE__ */ new Set();
    let c;
    while (ctx.p < ctx.s.length) {
      skipVoid(ctx);
      if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
        ctx.p++;
        return res;
      }
      let k;
      let t = res;
      let hasOwn = false;
      let errPtr = ctx.p;
      let key3 = parseKey(ctx);
      for (let i = 0; i < key3.length; i++) {
        if (i)
          t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
        k = key3[i];
        if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
          TomlError.x("trying to redefine an already defined value", ctx, errPtr);
        }
        let unsafe = k === "__proto__";
        if (ctx.uk && (unsafe || k === "constructor")) {
          t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
          break;
        }
        if (!hasOwn && unsafe) {
          Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        }
      }
      if (hasOwn) {
        TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      }
      skipVoid(ctx, true, true);
      let value = extractValue(
        ctx,
        125
        /* } */
      );
      if (t && typeof (t[k] = value) === "object")
        seen.add(value);
      skipVoid(ctx);
      if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) {
        return res;
      }
      if (c !== 44)
        TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
    }
    TomlError.x("unfinished table", ctx, startPtr);
  }
  function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
      skipVoid(ctx);
      if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
        ctx.p++;
        return res;
      }
      res.push(extractValue(
        ctx,
        93
        /* ] */
      ));
      skipVoid(ctx);
      if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) {
        return res;
      }
      if (c !== 44)
        TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
    }
    TomlError.x("unfinished array", ctx, startPtr);
  }
  var init_struct = __esm({
    "node_modules/smol-toml/dist/struct.js"() {
      init_primitive();
      init_extract();
      init_util();
      init_error();
    }
  });

  // node_modules/smol-toml/dist/parse.js
  function peekTable(ctx, key3, table2, meta2, type) {
    let t = table2;
    let m = meta2;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key3.length; i++) {
      if (i) {
        t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
        m = (state = m[k]).c;
        if (type === 0 && (state.t === 1 || state.t === 2)) {
          return null;
        }
        if (state.t === 2) {
          let l = t.length - 1;
          t = t[l];
          m = m[l].c;
        }
      }
      k = key3[i];
      if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
        return null;
      }
      if (!hasOwn) {
        let unsafe = k === "__proto__";
        if (ctx.uk && (unsafe || k === "constructor"))
          return false;
        if (unsafe) {
          Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
          Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
        }
        m[k] = {
          t: i < key3.length - 1 && type === 2 ? 3 : type,
          d: false,
          i: 0,
          c: /* @__PURE__ */ Object.create(null)
        };
      }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 && state.t === 3)) {
      return null;
    }
    if (type === 2) {
      if (!state.d) {
        state.d = true;
        t[k] = [];
      }
      t[k].push(t = /* @__PURE__ */ Object.create(null));
      state.c[state.i++] = state = { t: 1, d: false, i: 0, c: /* @__PURE__ */ Object.create(null) };
    }
    if (state.d) {
      return null;
    }
    state.d = true;
    if (type === 1) {
      t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
    } else if (type === 0 && hasOwn) {
      return null;
    }
    return [k, t, state.c];
  }
  function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
      TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
  }
  function parse(toml2, options2 = {}) {
    let ctx = {
      s: toml2,
      p: 0,
      d: options2.maxDepth ?? 1e3,
      bi: options2.integersAsBigInt ?? false,
      ld: options2.useLegacyDate ?? true,
      uk: options2.unsafeKeyBehaviour === "throw" ? 2 : options2.unsafeKeyBehaviour === "drop" ? 1 : 0
    };
    let res = /* @__PURE__ */ Object.create(null);
    let meta2 = /* @__PURE__ */ Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta2;
    if (toml2.charCodeAt(0) === 65279)
      ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml2.length) {
      if (toml2.charCodeAt(ctx.p) === 91) {
        let isTableArray = toml2.charCodeAt(++ctx.p) === 91;
        tmp = ctx.p += +isTableArray;
        skipping = false;
        let k = parseKey(
          ctx,
          93
          /* ] */
        );
        if (isTableArray) {
          if (toml2.charCodeAt(ctx.p) !== 93) {
            TomlError.x("expected end of table array declaration", ctx);
          }
          ctx.p++;
        }
        let p = peekTable(
          ctx,
          k,
          res,
          meta2,
          isTableArray ? 2 : 1
          /* Type.EXPLICIT */
        );
        if (!p) {
          validateTablePeek(ctx, p, tmp);
          skipping = true;
        } else {
          m = p[2];
          tbl = p[1];
        }
      } else {
        tmp = ctx.p;
        let k = parseKey(ctx);
        let p = peekTable(
          ctx,
          k,
          tbl,
          m,
          0
          /* Type.DOTTED */
        );
        if (!p && !skipping)
          validateTablePeek(ctx, p, tmp);
        skipVoid(ctx, true, true);
        let v = extractValue(ctx, void 0);
        if (p && !skipping)
          p[1][p[0]] = v;
      }
      skipVoid(ctx, true);
      if (ctx.p < toml2.length && (tmp = toml2.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml2.charCodeAt(ctx.p + 1) !== 10)) {
        TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
      }
      skipVoid(ctx);
    }
    return res;
  }
  var init_parse = __esm({
    "node_modules/smol-toml/dist/parse.js"() {
      init_struct();
      init_extract();
      init_util();
      init_error();
    }
  });

  // node_modules/smol-toml/dist/stringify.js
  var HAS_WELLFORMED;
  var init_stringify = __esm({
    "node_modules/smol-toml/dist/stringify.js"() {
      HAS_WELLFORMED = !!"".isWellFormed;
    }
  });

  // node_modules/smol-toml/dist/index.js
  var init_dist = __esm({
    "node_modules/smol-toml/dist/index.js"() {
      init_parse();
      init_stringify();
      init_date();
      init_error();
    }
  });

  // src/pins.ts
  var KEYS, TABLES, NEEDED, toml, pinsText, isText, isTexts, isRight, checked, readPins;
  var init_pins = __esm({
    "src/pins.ts"() {
      "use strict";
      init_dist();
      KEYS = {
        same: ["names", "name", "papers", "kind"],
        different: ["names", "name", "papers", "kind"],
        drop: ["names", "kind", "paper"],
        rename: ["name", "to", "kind", "paper"],
        retype: ["name", "to", "from", "paper"],
        add: ["name", "kind", "paper", "relation"],
        unrelated: ["papers"],
        topic: ["to", "name", "paper", "level"]
      };
      TABLES = Object.keys(KEYS);
      NEEDED = {
        same: [["names"], ["name"]],
        different: [["names"], ["name", "papers"]],
        drop: [["names"]],
        rename: [["name", "to"]],
        retype: [["name", "to"]],
        add: [["name", "kind", "paper"]],
        unrelated: [["papers"]],
        topic: [
          ["to", "name"],
          ["to", "paper"]
        ]
      };
      toml = (value) => Array.isArray(value) ? `[${value.map(toml).join(", ")}]` : JSON.stringify(value.replace(/\p{Cs}/gu, "�")).replaceAll("", "\\u007f");
      pinsText = (pins) => TABLES.flatMap((table2) => pins.filter((pin) => pin.table === table2)).map((pin) => {
        const keys2 = KEYS[pin.table].filter(
          (key3) => key3 in pin && pin[key3]
        );
        const lines = keys2.map((key3) => `${key3} = ${toml(pin[key3])}
`);
        return `[[${pin.table}]]
${lines.join("")}`;
      }).join("\n");
      isText = (value) => typeof value === "string" && value.trim() !== "";
      isTexts = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
      isRight = (table2, key3, value) => {
        if (key3 === "names") return isTexts(value) && (table2 === "drop" || value.length > 1);
        if (key3 !== "papers") return isText(value);
        if (table2 === "different") return Array.isArray(value) && value.length > 1 && value.every(isTexts);
        return isTexts(value) && (table2 === "unrelated" ? value.length === 2 : value.length > 1);
      };
      checked = (table2, number2, values, kinds4) => {
        const where = `[[${table2}]] ${number2}`;
        if (typeof values !== "object" || values === null || Array.isArray(values))
          throw new Error(`${where} is not a table; write [[${table2}]]`);
        const given2 = values;
        for (const [key3, value] of Object.entries(given2)) {
          if (!KEYS[table2].includes(key3))
            throw new Error(`${where}: unknown entry "${key3}"; allowed are ${KEYS[table2].join(", ")}`);
          if (!isRight(table2, key3, value))
            throw new Error(
              `${where}: "${key3}" is ${JSON.stringify(value).slice(0, 60)}, which is not what belongs there`
            );
        }
        const isKind = ["kind", "from", ...table2 === "retype" ? ["to"] : []];
        for (const key3 of isKind)
          if (key3 in given2 && !kinds4.includes(given2[key3]))
            throw new Error(`${where}: ${key3} "${given2[key3]}" is not one of ${kinds4.join(", ")}`);
        if (!NEEDED[table2].some((keys2) => keys2.every((key3) => key3 in given2)))
          throw new Error(`${where}: give ${NEEDED[table2].map((keys2) => keys2.join(" and ")).join(", or ")}`);
        if ("level" in given2 && given2.level !== "topic" && given2.level !== "subtopic")
          throw new Error(`${where}: level "${given2.level}" is neither "topic" nor "subtopic"`);
        return { table: table2, ...given2 };
      };
      readPins = (text2, kinds4) => {
        let data3;
        try {
          data3 = parse(text2);
        } catch (error) {
          const { line } = error;
          const [why] = (error instanceof Error ? error.message : "").split("\n");
          throw new Error(
            `this is not a file of corrections: ${why}${error instanceof TomlError ? `, line ${line}` : ""}`
          );
        }
        return Object.entries(data3).flatMap(([table2, list4]) => {
          if (!TABLES.includes(table2))
            throw new Error(
              `unknown table "${table2}"; a file of corrections has ${TABLES.map((t) => `[[${t}]]`).join(", ")}`
            );
          if (!Array.isArray(list4)) throw new Error(`"${table2}" is not a list of tables; write [[${table2}]]`);
          return list4.map((values, at3) => checked(table2, at3 + 1, values, kinds4));
        });
      };
    }
  });

  // src/storage.ts
  var PREFIX, NAMED, visit, keepForVisit, isWritable, lasting, kept, keep, keptJson, notice;
  var init_storage = __esm({
    "src/storage.ts"() {
      "use strict";
      PREFIX = "paperlattice:";
      NAMED = "paperlattice-visit:";
      visit = () => {
        if (!window.name?.startsWith(NAMED)) return {};
        try {
          return JSON.parse(window.name.slice(NAMED.length));
        } catch {
          return {};
        }
      };
      keepForVisit = (name3, text2) => {
        window.name = NAMED + JSON.stringify({ ...visit(), [name3]: text2 });
      };
      isWritable = () => {
        try {
          localStorage.setItem(`${PREFIX}probe`, "1");
          localStorage.removeItem(`${PREFIX}probe`);
          return true;
        } catch {
          return false;
        }
      };
      lasting = isWritable();
      kept = (name3) => {
        if (!lasting) return visit()[name3] ?? "";
        return localStorage.getItem(PREFIX + name3) ?? "";
      };
      keep = (name3, text2) => {
        try {
          if (!lasting) keepForVisit(name3, text2);
          else if (text2 === "") localStorage.removeItem(PREFIX + name3);
          else localStorage.setItem(PREFIX + name3, text2);
        } catch {
          lasting = false;
          keepForVisit(name3, text2);
        }
      };
      keptJson = (name3, isRight2, fallback) => {
        try {
          const value = JSON.parse(kept(name3) || "null");
          return isRight2(value) ? value : fallback;
        } catch {
          return fallback;
        }
      };
      notice = () => lasting ? "" : "This browser forbids the page to keep anything: save a file, or it is gone with this window.";
    }
  });

  // src/text_chunks.ts
  var PAPERS, OTHERS, chunkNumbers, edgesByChunk, edgeChunks;
  var init_text_chunks = __esm({
    "src/text_chunks.ts"() {
      "use strict";
      init_data();
      PAPERS = 256;
      OTHERS = 2048;
      chunkNumbers = (isPaper2) => {
        const first = Math.ceil(isPaper2.filter(Boolean).length / PAPERS);
        let [papers2, others2] = [0, 0];
        return Int32Array.from(isPaper2, (paper) => {
          if (paper) papers2 += 1;
          else others2 += 1;
          return paper ? Math.floor((papers2 - 1) / PAPERS) : first + Math.floor((others2 - 1) / OTHERS);
        });
      };
      edgesByChunk = (chunkOf2, from) => {
        const found = /* @__PURE__ */ new Map();
        from.forEach((node2, e) => {
          const own2 = found.get(chunkOf2[node2]);
          if (own2) own2.push(e);
          else found.set(chunkOf2[node2], [e]);
        });
        return found;
      };
      edgeChunks = (data3) => {
        const { kind = [] } = unpackTable(data3.nodes);
        const { from = [] } = unpackTable(data3.edges);
        return edgesByChunk(chunkNumbers(kind.map((name3) => name3 === "paper")), from);
      };
    }
  });

  // src/unpack.ts
  var content, bytesOf, unpack;
  var init_unpack = __esm({
    "src/unpack.ts"() {
      "use strict";
      content = (id2) => document.getElementById(id2)?.textContent ?? "";
      bytesOf = (packed3) => {
        const signs = atob(packed3);
        const bytes = new Uint8Array(signs.length);
        for (let at3 = 0; at3 < signs.length; at3 += 1) bytes[at3] = signs.charCodeAt(at3);
        return bytes;
      };
      unpack = async (packed3) => {
        const plain4 = new Blob([bytesOf(packed3)]).stream().pipeThrough(new DecompressionStream("deflate"));
        return JSON.parse(await new Response(plain4).text());
      };
    }
  });

  // src/corrections.ts
  var corrections_exports = {};
  __export(corrections_exports, {
    add: () => add,
    applied: () => applied,
    foundNames: () => foundNames,
    list: () => list,
    onLeaving: () => onLeaving,
    reset: () => reset,
    takeToml: () => takeToml,
    toToml: () => toToml,
    undo: () => undo
  });
  var name, kinds, steps, effects, sumOf, isSteps, current, surfacesOf, applied, listeners, onLeaving, keep2, add, undo, reset, list, toToml, inWords, takeToml, foundNames;
  var init_corrections = __esm({
    "src/corrections.ts"() {
      "use strict";
      init_correct();
      init_corrections_settle();
      init_data();
      init_pins();
      init_storage();
      init_text_chunks();
      init_unpack();
      name = "";
      kinds = [];
      steps = [];
      effects = [];
      sumOf = (packed3) => {
        const bytes = atob(packed3.trim().slice(-8));
        return [...bytes.slice(-4)].map((sign2) => sign2.charCodeAt(0).toString(16).padStart(2, "0")).join("");
      };
      isSteps = (value) => Array.isArray(value) && value.every((step2) => typeof step2?.said === "string" && Array.isArray(step2?.pins));
      current = () => steps.flatMap((step2) => step2.pins);
      surfacesOf = async (data3, pins) => {
        const found = /* @__PURE__ */ new Map();
        const wanted = new Set(asked(data3, pins));
        if (!wanted.size) return found;
        const packed3 = content("text-data").split("\n");
        for (const [chunk, edges3] of edgeChunks(data3)) {
          if (!edges3.some((e) => wanted.has(e))) continue;
          const { surfaces = [] } = unpackTable(await unpack(packed3[chunk]));
          edges3.forEach((e, at3) => {
            const text2 = surfaces[at3];
            if (wanted.has(e) && typeof text2 === "string") found.set(e, text2.split(" | ").filter(Boolean));
          });
        }
        return found;
      };
      applied = async (data3, packed3) => {
        name = `corrections:${sumOf(packed3)}`;
        kinds = Object.keys(data3.facts.kinds).filter((kind) => kind !== "paper");
        steps = keptJson(name, isSteps, []);
        if (!steps.length) return data3;
        try {
          const forms2 = await surfacesOf(data3, current());
          const corrected2 = correct(data3, current(), (edge) => forms2.get(edge) ?? []);
          effects = corrected2.effects;
          return corrected2.data;
        } catch {
          keep(name, "");
          steps = [];
          return data3;
        }
      };
      listeners = [];
      onLeaving = (listener) => {
        listeners.push(listener);
      };
      keep2 = (next) => {
        keep(name, next.length ? JSON.stringify(next) : "");
        for (const listener of listeners) listener();
        location.reload();
      };
      add = (said, pins) => {
        const all4 = settled(current(), pins);
        const kept2 = new Set(all4.map((pin) => JSON.stringify(pin)));
        const old = steps.map((step2) => ({ ...step2, pins: step2.pins.filter((pin) => kept2.delete(JSON.stringify(pin))) })).filter((step2) => step2.pins.length);
        const own2 = all4.filter((pin) => kept2.has(JSON.stringify(pin)));
        keep2(own2.length ? [...old, { said, pins: own2 }] : old);
      };
      undo = (step2) => keep2(steps.filter((_, at3) => at3 !== step2));
      reset = () => keep2([]);
      list = () => {
        let at3 = 0;
        return steps.map(({ said, pins }) => {
          const own2 = effects.slice(at3, at3 + pins.length);
          at3 += pins.length;
          return { said, seen: own2.some(Boolean) };
        });
      };
      toToml = () => pinsText(current());
      inWords = ({ table: table2, ...values }) => {
        const texts = Object.values(values).flat(3).filter(Boolean);
        const shown3 = texts.slice(0, 4).join(", ");
        return `${table2}: ${shown3}${texts.length > 4 ? " …" : ""}`;
      };
      takeToml = (text2) => {
        const pins = readPins(text2, kinds);
        const known2 = new Set(current().map((pin) => JSON.stringify(pin)));
        const more = pins.filter((pin) => !known2.has(JSON.stringify(pin)));
        if (!more.length) return pins.length;
        const next = [...steps];
        for (const pin of more) next.push({ said: inWords(pin), pins: [pin] });
        keep2(next);
        return pins.length;
      };
      foundNames = (names3) => {
        const given2 = new Map(
          current().flatMap((pin) => pin.table === "rename" && !pin.paper ? [[pin.to, pin.name]] : [])
        );
        const found = names3.map((each) => given2.get(each) ?? each);
        return [...new Set(found)];
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
    counts: () => counts2,
    edges: () => edges,
    entities: () => entities,
    isBackground: () => isBackground,
    isPaper: () => isPaper,
    kinds: () => kinds2,
    links: () => links,
    named: () => named,
    neighbours: () => neighbours,
    nodes: () => nodes,
    options: () => options,
    origin: () => origin,
    other: () => other,
    relations: () => relations,
    rest: () => rest,
    size: () => size,
    split: () => split2,
    topic: () => topic,
    topics: () => topics,
    topicsBut: () => topicsBut
  });
  var data, nodes, edges, rest, size, links, colours, options, origin, KINDS, RELATIONS, entities, at, around, isBackground, isPaper, other, neighbours, split2, count, kinds2, relations, counts2, compare, named, topic, join, ordered, topics, topicsBut;
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
      ({ colours, options, origin } = data);
      ({ kinds: KINDS, relations: RELATIONS, entities } = data.facts);
      at = /* @__PURE__ */ new Map();
      around = Array.from({ length: size }, () => []);
      for (const [key3, row5] of data.moved ?? []) at.set(key3, row5);
      for (let i = 0; i < size; i += 1) at.set(nodes.key[i], i);
      for (let e = 0; e < links; e += 1) {
        around[edges.from[e]].push(e);
        if (edges.to[e] !== edges.from[e]) around[edges.to[e]].push(e);
      }
      isBackground = (edge) => RELATIONS[edges.relation[edge]]?.background === true;
      isPaper = (node2) => nodes.kind[node2] === "paper";
      other = (edge, node2) => edges.from[edge] === node2 ? edges.to[edge] : edges.from[edge];
      neighbours = (node2, wanted = () => true) => new Set(around[node2].filter(wanted).map((edge) => other(edge, node2)));
      split2 = (text2) => text2.split(" | ").filter((part2) => part2 !== "");
      count = (column2) => {
        const found = /* @__PURE__ */ new Map();
        for (const value of column2) found.set(value, (found.get(value) || 0) + 1);
        return found;
      };
      kinds2 = count(nodes.kind);
      relations = count(edges.relation);
      counts2 = data.counts ?? Object.fromEntries(kinds2);
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
        const all4 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name3));
        return /* @__PURE__ */ new Set([...all4, ...siblings.map((item) => item.name).filter((other2) => other2 !== name3)]);
      };
    }
  });

  // src/address.ts
  var COLOURS, VIEWS, TABLES2, MAINS, LEFTS, MOST_TEXT, MOST_CORNERS, MOST_COMPARED, background, fresh, encode, decode, list2, known, node, among, number, whole, day, topic2, same2, codec, readTable, several, polygon, NONE, name2, topicNames, tops, below, hiddenBut, leftOf, formatTopics, hiddenTopics, CODECS, write, read, ofNode;
  var init_address = __esm({
    "src/address.ts"() {
      "use strict";
      init_model();
      init_model();
      COLOURS = ["kind", "topic"];
      VIEWS = ["full", "papers", "entities"];
      TABLES2 = ["nodes", "links"];
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
      list2 = (values) => [...values].map(encode).join(",");
      known = (values) => (text2) => new Set(
        text2.split(",").map(decode).filter((value) => values.has(value))
      );
      node = (text2) => at.get(decode(text2)) ?? -1;
      among = (values, fallback) => (text2) => values.find((value) => value === text2) ?? fallback;
      number = (least, most2) => (text2) => {
        const value = text2 === "" ? Number.NaN : Number(text2);
        return Number.isFinite(value) ? Math.min(most2, Math.max(least, value)) : least;
      };
      whole = (least) => (text2) => Math.round(number(least, 1e6)(text2));
      day = (text2) => /^[0-9-]{4,10}$/.test(text2) ? text2 : "";
      topic2 = (text2) => topic.has(decode(text2)) ? decode(text2) : "";
      same2 = (a, b) => {
        if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
        if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
        return a === b;
      };
      codec = (field, format, parse2) => ({
        format: (now5, first) => same2(now5[field], first[field]) ? null : format(now5[field]),
        read: (now5, text2) => {
          now5[field] = parse2(text2);
        }
      });
      readTable = (now5, text2) => {
        const table2 = TABLES2.find((name3) => name3 === text2);
        if (table2) Object.assign(now5, { main: "table", table: table2 });
      };
      several = (text2) => [...new Set(text2.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
      polygon = (text2) => {
        const found = text2.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
        const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
        return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
      };
      NONE = "-";
      name2 = (topic4) => topic4 === "" ? NONE : topic4 === NONE ? "%2D" : encode(topic4);
      topicNames = (text2) => text2.split(",").map((part2) => part2 === NONE ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
      tops = ["", ...topics.map((item) => item.name)];
      below = (top) => (topic.get(top)?.subtopics ?? []).map((item) => item.name);
      hiddenBut = (left) => {
        const kept2 = new Set(left);
        return new Set(
          tops.flatMap((top) => {
            if (kept2.has(top)) return [];
            const some = below(top).some((finer) => kept2.has(finer));
            return some ? below(top).filter((finer) => !kept2.has(finer)) : [top];
          })
        );
      };
      leftOf = (hidden) => tops.flatMap((top) => {
        if (hidden.has(top)) return [];
        const finer = below(top);
        return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top];
      });
      formatTopics = (hidden) => {
        const left = leftOf(hidden);
        const [without, topics2] = [[...hidden].map(name2).join(","), left.map(name2).join(",")];
        const says = left.length > 0 && topics2.length < without.length && same2(hiddenBut(left), hidden);
        return says ? ["topics", topics2] : ["without", without];
      };
      hiddenTopics = (field) => ({
        format: ({ hiddenTopics: hidden }) => {
          const [written, text2] = hidden.size ? formatTopics(hidden) : ["", ""];
          return written === field ? text2 : null;
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
        rows: codec("table", String, among(TABLES2, "nodes")),
        table: { format: () => null, read: readTable },
        left: codec("left", String, (text2) => text2 === "" ? "" : among(LEFTS, "papers")(text2)),
        focus: codec(
          "focus",
          (value) => String(Number(value)),
          (text2) => text2 === "1"
        ),
        compare: codec("compare", (value) => value.map((one) => encode(nodes.key[one])).join(","), several),
        hide: codec("hiddenKinds", list2, known(kinds2)),
        drop: codec("hiddenRelations", list2, known(relations)),
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
        const first = fresh();
        const parts = Object.entries(CODECS).flatMap(([name3, { format }]) => {
          const text2 = format(now5, first);
          return text2 === null ? [] : [`${name3}=${text2}`];
        });
        if (camera3)
          parts.push(`at=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`);
        const key3 = now5.selected < 0 ? "" : encode(nodes.key[now5.selected]);
        return key3 || parts.length ? `#${[key3, ...parts].join("&")}` : "";
      };
      read = (hash) => {
        const [key3, ...parts] = hash.replace(/^#/, "").split("&");
        const found = {
          now: { ...fresh(), selected: node(key3) },
          camera: null
        };
        for (const part2 of parts) {
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
      corners = (ctx, count3, turn2, place2) => {
        for (let corner = 0; corner < count3; corner += 1) {
          const [px, py, r] = place2(corner);
          const angle = turn2 + 2 * Math.PI * corner / count3;
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
      byId = (id2) => document.getElementById(id2);
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
        const shown3 = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
        return el(
          "a",
          { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
          foreign(shown3)
        );
      };
    }
  });

  // src/grade.ts
  var fold, loose, grade;
  var init_grade = __esm({
    "src/grade.ts"() {
      "use strict";
      fold = (text2) => text2.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
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

  // src/state.ts
  var state_exports = {};
  __export(state_exports, {
    cameraMoved: () => cameraMoved,
    clear: () => clear,
    colourBy: () => colourBy,
    compare: () => compare2,
    flush: () => flush,
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
    table: () => table,
    toggleKind: () => toggleKind,
    toggleRelation: () => toggleRelation,
    toggleTopic: () => toggleTopic,
    view: () => view,
    widen: () => widen
  });
  var listeners2, arrivals, now, AMEND_AFTER, GROUPS, camera, timer, mute, write2, amend, apply, step, adjust, revealing, toggled, follow, on, onArrival, select, pathTo, showSteps, clear, showTopic, view, show, table, tab, focusOn, compare2, toggleKind, toggleRelation, toggleTopic, only, onlyKind, onlyRelation, onlyTopic, narrow, widen, isFilter, isNarrowed, colourBy, cameraMoved, flush, isWritten, start;
  var init_state = __esm({
    "src/state.ts"() {
      "use strict";
      init_address();
      init_address();
      init_model();
      listeners2 = [];
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
      write2 = (way2) => {
        clearTimeout(timer);
        timer = 0;
        const hash = write(now, way2 === "replaceState" ? camera() : null);
        if (mute || way2 === "replaceState" && hash === location.hash) return;
        try {
          history[way2](null, "", hash || location.pathname + location.search);
        } catch {
          mute = true;
        }
      };
      amend = () => {
        clearTimeout(timer);
        timer = window.setTimeout(write2, AMEND_AFTER, "replaceState");
      };
      apply = (changes2) => {
        const changed = Object.keys(changes2).filter((field) => !same2(now[field], changes2[field]));
        Object.assign(now, changes2);
        const groups2 = Object.keys(GROUPS).filter(
          (group3) => GROUPS[group3].some((field) => changed.includes(field))
        );
        for (const [wanted, listener] of listeners2)
          if (wanted.some((group3) => groups2.includes(group3))) listener(now, changed);
        return changed.length > 0;
      };
      step = (changes2) => {
        if (timer) write2("replaceState");
        if (apply(changes2)) write2("pushState");
      };
      adjust = (changes2) => {
        if (apply(changes2)) amend();
      };
      revealing = (node2) => {
        if (node2 < 0) return {};
        const without = (set, value) => new Set([...set].filter((item) => item !== value));
        const { kind, topic: topic4, subtopic: subtopic2 } = nodes;
        const fits = now.view === "full" || now.view === "papers" === isPaper(node2);
        const own2 = around[node2];
        const alone = own2.length > 0 && own2.every((edge) => now.hiddenRelations.has(edges.relation[edge]));
        const shown3 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
        return {
          view: fits ? now.view : "full",
          hiddenRelations: new Set([...now.hiddenRelations].filter((relation3) => !shown3.has(relation3))),
          hiddenKinds: without(now.hiddenKinds, kind[node2]),
          hiddenTopics: without(without(now.hiddenTopics, topic4[node2]), subtopic2[node2])
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
        listeners2.push([groups2, listener]);
      };
      onArrival = (listener) => {
        arrivals.push(listener);
      };
      select = (node2) => step({ selected: node2, target: -1, topic: "", ...revealing(node2) });
      pathTo = (node2) => step({ target: node2, topic: "", ...revealing(node2) });
      showSteps = (steps2) => step({ steps: steps2 });
      clear = () => step({ selected: -1, target: -1, topic: "" });
      showTopic = (name3) => step({ selected: -1, target: -1, topic: now.topic === name3 ? "" : name3 });
      view = (chosen2) => {
        const fits = (node2) => node2 < 0 || chosen2 === "full" || chosen2 === "papers" === isPaper(node2);
        const keep3 = fits(now.selected) && fits(now.target);
        step({ view: chosen2, ...keep3 ? {} : { selected: -1, target: -1 } });
      };
      show = (main) => step({ main });
      table = (table2) => step({ main: "table", table: table2 });
      tab = (left) => adjust({ left });
      focusOn = (focus2) => step({ focus: focus2 });
      compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
      toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
      toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
      toggleTopic = (name3) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name3) });
      only = (all4, value, now5) => {
        const others2 = new Set([...all4].filter((other2) => other2 !== value));
        return same2(now5, others2) ? null : others2;
      };
      onlyKind = (kind) => adjust({ hiddenKinds: only(kinds2.keys(), kind, now.hiddenKinds) ?? /* @__PURE__ */ new Set() });
      onlyRelation = (relation3) => {
        const first = fresh().hiddenRelations;
        adjust({ hiddenRelations: only(relations.keys(), relation3, now.hiddenRelations) ?? first });
      };
      onlyTopic = (name3) => {
        const others2 = topicsBut(name3);
        adjust({ hiddenTopics: same2(now.hiddenTopics, others2) ? /* @__PURE__ */ new Set() : others2 });
      };
      narrow = (field, value) => adjust({ [field]: value });
      widen = () => {
        const first = fresh();
        const fields = GROUPS.filter.filter((field) => field !== "view");
        adjust(Object.fromEntries(fields.map((field) => [field, first[field]])));
      };
      isFilter = (field) => GROUPS.filter.includes(field);
      isNarrowed = () => {
        const first = fresh();
        return GROUPS.filter.some((field) => field !== "view" && !same2(now[field], first[field]));
      };
      colourBy = (colour) => adjust({ colour });
      cameraMoved = amend;
      flush = () => write2("replaceState");
      isWritten = () => !timer;
      start = (readCamera) => {
        camera = readCamera;
        window.addEventListener("popstate", follow);
        window.addEventListener("hashchange", follow);
        follow();
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
  var input, list3, status, LIMIT, index, hits, active, answer, usual, build, find, point, close, dress, release, ask, choose, row, refresh, keys, focus;
  var init_search = __esm({
    "src/search.ts"() {
      "use strict";
      init_dom();
      init_grade();
      init_model();
      init_state();
      input = byId("search");
      list3 = byId("suggestions");
      status = byId("search-status");
      LIMIT = 12;
      index = null;
      hits = [];
      active = -1;
      answer = null;
      usual = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };
      build = () => nodes.id.map(
        (node2) => [nodes.label[node2], ...split2(nodes.aliases[node2])].map((name3) => ({
          name: name3,
          folded: fold(name3)
        }))
      );
      find = (text2) => {
        const query = fold(text2.trim());
        if (query === "") return [];
        index = index || build();
        const words = query.split(/\s+/);
        const found = [];
        index.forEach((names3, node2) => {
          let best = null;
          for (const [rank, { name: name3, folded }] of names3.entries()) {
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
        for (const [at3, item] of [...list3.children].entries())
          item.setAttribute("aria-selected", String(at3 === active));
        if (active >= 0) {
          input.setAttribute("aria-activedescendant", `hit-${active}`);
          list3.children[active].scrollIntoView({ block: "nearest" });
        } else input.removeAttribute("aria-activedescendant");
      };
      close = () => {
        list3.hidden = true;
        input.setAttribute("aria-expanded", "false");
        point(-1);
      };
      dress = ({ placeholder, label }) => {
        input.placeholder = placeholder;
        input.setAttribute("aria-label", label);
        input.classList.toggle("asking", answer !== null);
      };
      release = () => {
        answer = null;
        dress(usual);
      };
      ask = (question, give2) => {
        answer = give2;
        dress({ placeholder: question, label: question });
        input.value = "";
        refresh();
        input.focus();
      };
      choose = (at3) => {
        if (!hits[at3]) return;
        const { node: node2 } = hits[at3];
        input.value = "";
        refresh();
        const give2 = answer || select;
        release();
        give2(node2);
        byId("card").focus({ preventScroll: true });
      };
      row = ({ node: node2, alias }, at3) => {
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
        list3.replaceChildren(...hits.map(row));
        if (asked2 && hits.length === 0)
          list3.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
        list3.hidden = !asked2;
        input.setAttribute("aria-expanded", String(asked2 && hits.length > 0));
        status.textContent = asked2 ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
        point(hits.length ? 0 : -1);
      };
      keys = {
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
      focus = () => input.focus();
    }
  });

  // src/card_correct.ts
  var MOST_PAPERS, short, quoted, noun, id, isUrl, writtenNames, asking, closer, naming, renaming, retyping, merging, ticks, parting, dropping, correctEntity, correctFind, correctLink, small, correctTopic;
  var init_card_correct = __esm({
    "src/card_correct.ts"() {
      "use strict";
      init_corrections();
      init_dom();
      init_model();
      init_model();
      init_paper_id();
      init_search();
      MOST_PAPERS = 200;
      short = (text2) => text2.length > 60 ? `${text2.slice(0, 59)}…` : text2;
      quoted = (text2) => `“${short(text2)}”`;
      noun = (kind) => (KINDS[kind]?.one ?? kind).toLowerCase();
      id = (paper) => paperId(nodes.key[paper]);
      isUrl = (node2) => nodes.kind[node2] === "repo";
      writtenNames = (entity, texts) => {
        const names3 = foundNames([nodes.label[entity], ...split2(nodes.aliases[entity])]);
        const urls = isUrl(entity) && nodes.url[entity] ? [nodes.url[entity]] : [];
        const forms2 = around[entity].flatMap((edge) => split2(texts.surfaces[edge]));
        return [.../* @__PURE__ */ new Set([...urls, ...names3, ...forms2])];
      };
      asking = (name3, fill3, place2) => {
        const opener3 = button({ class: "ask", "aria-expanded": "false" }, name3, () => {
          const wanted = opener3.getAttribute("aria-expanded") !== "true";
          for (const other2 of place2.parentElement?.querySelectorAll(".ask[aria-expanded=true]") ?? [])
            other2.setAttribute("aria-expanded", "false");
          opener3.setAttribute("aria-expanded", String(wanted));
          const close2 = () => {
            place2.replaceChildren();
            opener3.setAttribute("aria-expanded", "false");
            opener3.focus();
          };
          place2.replaceChildren(...wanted ? [el("div", { class: "set-right-form" }, ...fill3(close2))] : []);
          place2.querySelector("input, button, select")?.focus();
        });
        return opener3;
      };
      closer = (close2) => button({ class: "ask" }, "Cancel", close2);
      naming = (label, value, done, close2) => {
        const input2 = el("input", {
          type: "text",
          class: "line-input",
          value,
          "aria-label": label,
          maxlength: "200"
        });
        const said = el("p", { class: "muted", role: "status" });
        const finish = () => {
          const text2 = input2.value.replace(/\s+/g, " ").trim();
          said.textContent = text2 === "" || text2 === value ? "Give another name." : done(text2);
        };
        input2.addEventListener("keydown", (event) => {
          if (event.key === "Enter") finish();
        });
        return [input2, button({ class: "ask" }, "Rename", finish), closer(close2), said];
      };
      renaming = (entity, close2) => {
        const [label, kind] = [nodes.label[entity], nodes.kind[entity]];
        const done = (to) => {
          const pin = { table: "rename", name: label, to, kind };
          add(`${quoted(label)} is called ${quoted(to)}`, [pin]);
          return "";
        };
        return naming("New name", label, done, close2);
      };
      retyping = (entity, texts, close2) => {
        const from = nodes.kind[entity];
        const kinds4 = Object.keys(KINDS).filter((kind) => kind !== from && KINDS[kind].worded);
        const choose3 = (to) => () => add(
          `${quoted(nodes.label[entity])} is a ${noun(to)}, not a ${noun(from)}`,
          writtenNames(entity, texts).map((name3) => ({ table: "retype", name: name3, from, to }))
        );
        return [
          el("span", {}, "It is a "),
          ...kinds4.map((kind) => button({ class: "ask" }, noun(kind), choose3(kind))),
          closer(close2)
        ];
      };
      merging = (entity, said) => () => ask(`${nodes.label[entity].slice(0, 40)} is the same as …`, (other2) => {
        const kind = nodes.kind[entity];
        if (other2 === entity) return;
        if (nodes.kind[other2] !== kind) {
          said.textContent = `${quoted(nodes.label[other2])} is a ${noun(nodes.kind[other2])}, this is a ${noun(kind)}: say first what kind it is.`;
          return;
        }
        const names3 = [entity, other2].map((node2) => foundNames([nodes.label[node2]])[0]);
        const pin = names3[0] === names3[1] ? { table: "same", name: names3[0], kind } : { table: "same", names: names3, kind };
        add(`${quoted(nodes.label[entity])} is the same as ${quoted(nodes.label[other2])}`, [pin]);
      });
      ticks = (legend, items) => {
        const boxes2 = items.map(([value, text2]) => {
          const box = el("input", { type: "checkbox", value });
          return { box, row: el("label", { class: "row" }, box, foreign(text2, { class: "grow" })) };
        });
        const group3 = el("fieldset", { class: "ticks" }, el("legend", {}, legend), ...boxes2.map(({ row: row5 }) => row5));
        return { group: group3, chosen: () => boxes2.filter(({ box }) => box.checked).map(({ box }) => box.value) };
      };
      parting = (entity, texts, close2) => {
        const kind = nodes.kind[entity];
        const names3 = foundNames([nodes.label[entity], ...split2(nodes.aliases[entity])]);
        const papers2 = [...neighbours(entity)].filter(isPaper).slice(0, MOST_PAPERS);
        const said = el("p", { class: "muted", role: "status" });
        const forms2 = names3.length > 1 ? ticks(
          "These names are another thing",
          names3.map((name3) => [name3, name3])
        ) : null;
        const worded = KINDS[kind]?.worded && !KINDS[kind].term;
        const others2 = worded && papers2.length > 1 ? ticks(
          "These papers mean another thing",
          papers2.map((paper) => [String(paper), nodes.label[paper]])
        ) : null;
        const finish = () => {
          const [some, few] = [forms2?.chosen() ?? [], others2?.chosen().map(Number) ?? []];
          if (some.length === names3.length || few.length === papers2.length || !some.length && !few.length) {
            said.textContent = "Tick some, but not all.";
            return;
          }
          const [label] = names3.filter((name3) => !some.includes(name3));
          const rest3 = names3.filter((name3) => !some.includes(name3));
          const groups2 = [rest3, some].filter((group3) => group3.length > 1);
          const byName = some.length ? [
            ...groups2.map((group3) => ({ table: "same", names: group3, kind })),
            { table: "different", names: [label, some[0]], kind }
          ] : [];
          const written = new Set(writtenNames(entity, texts));
          const lists = [papers2.filter((paper) => !few.includes(paper)), few].map((group3) => group3.map(id));
          const byPaper = few.length ? names3.filter((name3) => written.has(name3)).map((name3) => ({ table: "different", name: name3, papers: lists, kind })) : [];
          add(`${quoted(nodes.label[entity])} is two things`, [...byName, ...byPaper]);
        };
        if (!forms2 && !others2)
          return [
            el("p", { class: "muted" }, "One paper names it, by one name: there is nothing to part."),
            closer(close2)
          ];
        return [
          forms2?.group ?? null,
          others2?.group ?? null,
          button({ class: "ask" }, "These are apart", finish),
          closer(close2),
          said
        ];
      };
      dropping = (entity, texts, close2) => {
        const drop = () => {
          const { label, kind } = nodes;
          const pin = { table: "drop", names: writtenNames(entity, texts), kind: kind[entity] };
          add(`${quoted(label[entity])} is not a ${noun(kind[entity])}`, [pin]);
        };
        return [
          el("span", {}, "Not an entity, in no paper. "),
          button({ class: "ask" }, "Wrong everywhere", drop),
          closer(close2)
        ];
      };
      correctEntity = (entity, texts) => {
        const place2 = el("div", { class: "set-right-place", role: "group", "aria-label": "Correction" });
        const said = el("p", { class: "muted", role: "status" });
        const parts = [
          ["Rename …", (close2) => renaming(entity, close2)],
          ...isUrl(entity) ? [] : [
            ["It is a …", (close2) => retyping(entity, texts, close2)]
          ],
          ["Not the same …", (close2) => parting(entity, texts, close2)],
          ["Wrong …", (close2) => dropping(entity, texts, close2)]
        ];
        return el(
          "details",
          { class: "set-right" },
          el("summary", {}, "Set it right"),
          el(
            "div",
            { class: "actions" },
            ...parts.map(([name3, fill3]) => asking(name3, fill3, place2)),
            button({ class: "ask" }, "Same as …", merging(entity, said))
          ),
          said,
          place2
        );
      };
      correctFind = (edge, texts) => {
        const [paper, entity] = [edges.from[edge], edges.to[edge]];
        const { label, kind } = nodes;
        const here = () => add(`${quoted(label[entity])} is wrong in ${quoted(label[paper])}`, [
          { table: "drop", names: writtenNames(entity, texts), kind: kind[entity], paper: id(paper) }
        ]);
        const everywhere = () => add(`${quoted(label[entity])} is not a ${noun(kind[entity])}`, [
          { table: "drop", names: writtenNames(entity, texts), kind: kind[entity] }
        ]);
        return small(`${label[entity]} is wrong here`, [
          ["Wrong in this paper", here],
          ["Wrong everywhere", everywhere]
        ]);
      };
      correctLink = (edge) => {
        const ends = [edges.from[edge], edges.to[edge]];
        const [one, other2] = ends.map((paper) => quoted(nodes.label[paper]));
        const papers2 = ends.map(id);
        return small("These papers are unrelated", [
          [
            "Unrelated",
            () => add(`${one} and ${other2} are unrelated`, [{ table: "unrelated", papers: papers2 }])
          ]
        ]);
      };
      small = (label, choices) => {
        const place2 = el("span", { class: "wrong" });
        const open2 = () => {
          const back = () => {
            place2.replaceChildren(opener3);
            opener3.focus();
          };
          place2.replaceChildren(...choices.map(([name3, act]) => button({ class: "ask" }, name3, act)), closer(back));
          place2.querySelector("button")?.focus();
        };
        const opener3 = button(
          { class: "wrong-open", "aria-label": label.slice(0, 200), title: "Wrong?" },
          "✕",
          open2
        );
        place2.append(opener3);
        return place2;
      };
      correctTopic = ({ name: name3, parent, members, central }) => {
        const place2 = el("div", { class: "set-right-place", role: "group", "aria-label": "Correction" });
        const paper = [...central, ...members].find(isPaper);
        const level = parent ? "subtopic" : "topic";
        const done = (to) => {
          if (topic.has(to)) return "Another topic has this name.";
          const own2 = paper === void 0 ? { table: "topic", to, name: name3 } : { table: "topic", to, paper: id(paper) };
          add(`The ${level} ${quoted(name3)} is called ${quoted(to)}`, [
            parent ? { ...own2, level } : own2
          ]);
          return "";
        };
        const rename2 = asking("Rename …", (close2) => naming("New name of the topic", name3, done, close2), place2);
        return el("div", { class: "set-right" }, rename2, place2);
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
          (edge) => split2(texts.surfaces[edge]).map((form) => [form, edge])
        );
        const target = new Map(forms2);
        if (!target.size) return [text2];
        const escaped2 = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped2.join("|")})(?![\\p{L}\\p{N}])`, "gu");
        const parts = [];
        let from = 0;
        for (const found of text2.matchAll(pattern)) {
          const edge = target.get(found[0].replace(/\s+/g, " "));
          if (edge === void 0) continue;
          const node2 = edges.to[edge];
          const look = linked.length > 1 && isBackground(edge) ? "slight mention" : "mention";
          parts.push(
            text2.slice(from, found.index),
            nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
          );
          from = found.index + found[0].length;
        }
        return [...parts, text2.slice(from)];
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
        return split2(texts.shared[edge]).map((label) => {
          const node2 = found.get(label);
          return node2 === void 0 ? foreign(label, { class: "tag" }) : nodeLink(node2, label, { class: `tag ${nodes.kind[node2]}` });
        });
      };
      shared = (texts, edge) => {
        const said = texts.shared[edge].toLowerCase();
        const terms = split2(texts.terms[edge]).filter((term) => !said.includes(term.toLowerCase()));
        const tags = [...sharedNames(texts, edge), ...terms.map((term) => foreign(term, { class: "tag term" }))];
        return tags.length ? el("div", { class: "tags" }, ...tags) : null;
      };
    }
  });

  // src/citation_record.ts
  var BLANKS, plain, authorsOf, DATE, dateParts, quote, isWeb, outwardLink, LETTERS, ascii, PLAIN_WORDS, keyOf, before, citationKeys, MEETING;
  var init_citation_record = __esm({
    "src/citation_record.ts"() {
      "use strict";
      BLANKS = /[ \t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\p{Cc}\p{Cs}]+/gu;
      plain = (text2) => text2.replace(BLANKS, " ").replace(/^ | $/g, "");
      authorsOf = (line, given2) => {
        const names3 = line.split("; ").filter(Boolean);
        const lengths = given2.split(" ").map(Number);
        const known2 = lengths.length === names3.length;
        return names3.map((name3, at3) => {
          const length = known2 ? lengths[at3] || 0 : 0;
          return length ? { given: name3.slice(0, length), family: name3.slice(length + 1) } : { given: "", family: name3 };
        });
      };
      DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])/;
      dateParts = ({ date: date2 }) => (DATE.exec(date2)?.slice(1) ?? []).filter(Boolean);
      quote = (text2, safe) => encodeURIComponent(text2).replace(/[!*'()]/g, (sign2) => `%${sign2.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%[0-9A-F]{2}/g, (code3) => {
        const sign2 = String.fromCharCode(Number.parseInt(code3.slice(1), 16));
        return safe.includes(sign2) ? sign2 : code3;
      });
      isWeb = (url) => {
        if (!/^https?:\/\/[^/?#]/i.test(url) || plain(url) !== url || url.includes(" ")) return false;
        return URL.canParse(url);
      };
      outwardLink = ({ arxiv, doi, url }) => {
        if (arxiv) return `https://arxiv.org/abs/${quote(plain(arxiv), "/")}`;
        if (doi) return `https://doi.org/${quote(plain(doi), "/:;()")}`;
        return isWeb(url) ? url : "";
      };
      LETTERS = {
        ...{ ø: "o", Ø: "o", ł: "l", Ł: "l", æ: "ae", Æ: "ae", đ: "d", Đ: "d", ß: "ss", "ẞ": "ss" }
      };
      ascii = (text2) => text2.replace(/[øØłŁæÆđĐßẞ]/g, (sign2) => LETTERS[sign2]).normalize("NFKD").toLowerCase().replace(/[^0-9a-z]/g, "");
      PLAIN_WORDS = new Set("a an and at by for from in is of on the to towards via with".split(" "));
      keyOf = (citation) => {
        const words = citation.title.split(/[\s:\-–—/]+/).map(ascii).filter(Boolean);
        const some = words.filter((word) => !PLAIN_WORDS.has(word));
        const telling = some.length ? some : words;
        const [first] = citation.authors;
        const family = first ? ascii(first.family) : telling[0] ?? "";
        const rest3 = first ? telling[0] : telling[1];
        if (!family && !rest3) return `paper${ascii(citation.id)}`;
        return `${family}${dateParts(citation)[0] ?? ""}${rest3 ?? ""}`;
      };
      before = (a, b) => {
        const [one, other2] = [[...a], [...b]];
        const at3 = one.findIndex((sign2, i) => sign2 !== other2[i]);
        if (at3 < 0) return one.length - other2.length;
        return at3 >= other2.length ? 1 : (one[at3].codePointAt(0) ?? 0) - (other2[at3].codePointAt(0) ?? 0);
      };
      citationKeys = (citations) => {
        const keys2 = citations.map(() => "");
        const taken = /* @__PURE__ */ new Set();
        const order2 = citations.map((_, at3) => at3);
        order2.sort((a, b) => {
          const [one, other2] = [citations[a], citations[b]];
          return before(one.date || "~", other2.date || "~") || before(one.id, other2.id) || a - b;
        });
        for (const at3 of order2) {
          let base = keyOf(citations[at3]);
          if (taken.has(base)) base = `${base}-${ascii(citations[at3].id) || "x"}`;
          let [key3, number2] = [base, 1];
          while (taken.has(key3)) {
            number2 += 1;
            key3 = `${base}-${number2}`;
          }
          taken.add(key3);
          keys2[at3] = key3;
        }
        return keys2;
      };
      MEETING = /(?<![\p{L}\p{N}_])(?:proceedings|proc\.|conference|workshop|symposium|meeting)/iu;
    }
  });

  // src/bibtex.ts
  var MONTHS, FORMULA, WORD, SPECIAL, COMMANDS, DIGIT, escaped, isFormula, latex, guarded, verbatim, nameOf, venueOf, entry, toBibtex;
  var init_bibtex = __esm({
    "src/bibtex.ts"() {
      "use strict";
      init_citation_record();
      MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
      FORMULA = /\$[^$ ][^$]*\$/gu;
      WORD = /(?:\$[^$ ][^$]*\$|[^ ])+/gu;
      SPECIAL = /[\\{}$&%#_~^]/g;
      COMMANDS = {
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}"
      };
      DIGIT = /[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]/u;
      escaped = (text2) => text2.replace(SPECIAL, (sign2) => COMMANDS[sign2] ?? `\\${sign2}`);
      isFormula = (text2) => {
        const inner = text2.slice(1, -1);
        if (!/[\\^_]/.test(inner) || inner.endsWith("\\") || /[%#&]/.test(inner)) return false;
        let depth = 0;
        for (const sign2 of inner) {
          depth += Number(sign2 === "{") - Number(sign2 === "}");
          if (depth < 0) return false;
        }
        return depth === 0;
      };
      latex = (text2) => {
        const found = [];
        let end2 = 0;
        for (const match of text2.matchAll(FORMULA)) {
          if (!isFormula(match[0])) continue;
          found.push(escaped(text2.slice(end2, match.index)), match[0]);
          end2 = match.index + match[0].length;
        }
        return [...found, escaped(text2.slice(end2))].join("");
      };
      guarded = (word) => {
        const letters = word.match(/\p{L}/gu) ?? [];
        const inner = letters.slice(1).some((sign2) => /\p{Uppercase}/u.test(sign2)) || letters[0] && DIGIT.test(word);
        return inner || word.includes("$") ? `{${latex(word)}}` : latex(word);
      };
      verbatim = (address) => plain(address).replaceAll("{", "%7B").replaceAll("}", "%7D").replaceAll("\\", "%5C");
      nameOf = (author) => {
        const [family, given2] = [latex(plain(author.family)), latex(plain(author.given))];
        const several2 = /,|(?<![\p{L}\p{N}_])and(?![\p{L}\p{N}_])/u.test(`${author.family} ${author.given}`);
        if (!given2 || several2) return `{${[given2, family].filter(Boolean).join(" ")}}`;
        return `${family}, ${given2}`;
      };
      venueOf = ({ venue }) => {
        if (!venue) return ["misc", "howpublished"];
        return MEETING.test(venue) ? ["inproceedings", "booktitle"] : ["article", "journal"];
      };
      entry = (key3, citation) => {
        const [year = "", month = "", day2 = ""] = dateParts(citation);
        const [kind, where] = venueOf(citation);
        const fields = {
          title: (plain(citation.title).match(WORD) ?? []).map(guarded).join(" "),
          author: citation.authors.map(nameOf).join(" and "),
          [where]: latex(plain(citation.venue)),
          year,
          month: MONTHS[Number(month || 0) - 1] ?? "",
          day: day2.replace(/^0+/, ""),
          doi: verbatim(citation.doi),
          eprint: verbatim(citation.arxiv),
          archiveprefix: citation.arxiv ? "arXiv" : "",
          url: verbatim(outwardLink(citation))
        };
        const lines = Object.entries(fields).filter(([, value]) => value).map(([name3, value]) => `  ${name3} = ${name3 === "month" ? value : `{${value}}`},`);
        return [`@${kind}{${key3},`, ...lines, "}", ""].join("\n");
      };
      toBibtex = (citations) => {
        const keys2 = citationKeys(citations);
        return citations.map((citation, at3) => entry(keys2[at3], citation)).join("\n");
      };
    }
  });

  // src/citations.ts
  var risLines, toRis, MOST_NAMED, MARKUP, markup, markdownLine, plainName, toMarkdown, toText, HEADS, cell, toCsv;
  var init_citations = __esm({
    "src/citations.ts"() {
      "use strict";
      init_citation_record();
      init_bibtex();
      risLines = (citation) => {
        const parts = dateParts(citation);
        const kind = !citation.venue ? "UNPB" : MEETING.test(citation.venue) ? "CPAPER" : "JOUR";
        const fields = [
          ["TY", kind],
          ["TI", citation.title],
          ...citation.authors.map(({ family, given: given2 }) => [
            "AU",
            [family, given2].filter(Boolean).join(", ")
          ]),
          ["T2", citation.venue],
          ["PY", parts[0] ?? ""],
          ["DA", parts.length ? `${[...parts, "", ""].slice(0, 3).join("/")}/` : ""],
          ["DO", citation.doi],
          ["AN", citation.arxiv ? `arXiv:${citation.arxiv}` : ""],
          ["UR", outwardLink(citation)],
          ["ID", citation.id]
        ];
        const lines = fields.map(([tag, value]) => [tag, plain(value)]).filter(([, text2]) => text2);
        return [...lines.map(([tag, text2]) => `${tag}  - ${text2}`), "ER  - ", ""];
      };
      toRis = (citations) => citations.flatMap(risLines).map((line) => `${line}\r
`).join("");
      MOST_NAMED = 6;
      MARKUP = /([\\`*_{}[\]<>#|~$&!])/g;
      markup = (text2) => plain(text2).replace(MARKUP, "\\$1");
      markdownLine = (citation) => {
        const names3 = citation.authors.map(({ given: given2, family }) => plainName(given2, family));
        const shown3 = names3.length > MOST_NAMED ? [...names3.slice(0, MOST_NAMED), "et al."] : names3;
        const title = markup(citation.title) || markup(citation.id);
        const link2 = outwardLink(citation).replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(" ", "%20");
        const parts = [
          markup(shown3.join(", ")),
          link2 ? `[${title}](<${link2}>)` : title,
          plain(citation.venue) ? `*${markup(citation.venue)}*` : "",
          dateParts(citation).join("-"),
          citation.arxiv ? `arXiv:${markup(citation.arxiv)}` : "",
          citation.doi ? `doi:${markup(citation.doi)}` : ""
        ];
        return parts.filter(Boolean).map((part2) => part2.endsWith(".") ? part2 : `${part2}.`).join(" ");
      };
      plainName = (given2, family) => `${given2} ${family}`.trim();
      toMarkdown = (citations) => citations.map((citation) => `- ${markdownLine(citation)}
`).join("");
      toText = (citation) => {
        const names3 = citation.authors.map(({ given: given2, family }) => plainName(given2, family));
        const shown3 = names3.length > MOST_NAMED ? [...names3.slice(0, MOST_NAMED), "et al."] : names3;
        const parts = [
          shown3.join(", "),
          citation.title || citation.id,
          citation.venue,
          dateParts(citation).join("-"),
          outwardLink(citation)
        ].map(plain);
        return parts.filter(Boolean).map((part2) => /[.!?]$/.test(part2) ? part2 : `${part2}.`).join(" ");
      };
      HEADS = [
        "id",
        "title",
        "authors",
        "venue",
        "date",
        "doi",
        "arxiv_id",
        "url",
        "topic",
        "subtopic"
      ];
      cell = (text2) => /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
      toCsv = (citations, more) => {
        const rows3 = citations.map((citation, at3) => {
          const own2 = {
            ...{ id: citation.id, title: citation.title, venue: citation.venue, date: citation.date },
            ...{ doi: citation.doi, arxiv_id: citation.arxiv, url: outwardLink(citation), ...more[at3] },
            authors: citation.authors.map(({ given: given2, family }) => plainName(given2, family)).join("; ")
          };
          return HEADS.map((name3) => cell(own2[name3])).join(",");
        });
        return [HEADS.join(","), ...rows3].map((line) => `${line}
`).join("");
      };
    }
  });

  // src/periods.ts
  var LENGTH, MOST_MONTHS, MOST_DAYS, DATE2, part, successor, through, ofUnit, binsOf, ordered2, isIn;
  var init_periods = __esm({
    "src/periods.ts"() {
      "use strict";
      LENGTH = { day: 10, month: 7, year: 4 };
      MOST_MONTHS = 120;
      MOST_DAYS = 92;
      DATE2 = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
      part = (text2, at3) => Number(text2.split("-")[at3] ?? 1);
      successor = (name3, unit) => {
        const next = /* @__PURE__ */ new Date(0);
        next.setUTCFullYear(
          part(name3, 0) + Number(unit === "year"),
          part(name3, 1) - 1 + Number(unit === "month"),
          part(name3, 2) + Number(unit === "day")
        );
        return next.toISOString().slice(0, LENGTH[unit]);
      };
      through = (first, last, unit) => {
        const found = [first];
        while (found[found.length - 1] < last) found.push(successor(found[found.length - 1], unit));
        return found;
      };
      ofUnit = (dates2, unit) => {
        const cut = dates2.map(
          (date2) => date2.length >= LENGTH[unit] && DATE2.test(date2) ? date2.slice(0, LENGTH[unit]) : ""
        );
        const known2 = [...new Set(cut)].filter(Boolean).sort();
        const names3 = known2.length ? through(known2[0], known2[known2.length - 1], unit) : [];
        const at3 = new Map(names3.map((name3, index2) => [name3, index2]));
        return { unit, names: names3, of: Int32Array.from(cut, (date2) => at3.get(date2) ?? -1) };
      };
      binsOf = (dates2) => {
        const known2 = dates2.filter((date2) => DATE2.test(date2));
        const share = (unit) => known2.filter((date2) => date2.length >= LENGTH[unit]).length >= known2.length / 2;
        if (!share("month")) return ofUnit(dates2, "year");
        const years = known2.map((date2) => part(date2, 0)).sort((a, b) => a - b);
        if (12 * (years[years.length - 1] - years[0]) > MOST_MONTHS) return ofUnit(dates2, "year");
        const months2 = ofUnit(dates2, "month");
        if (months2.names.length > 2 || !share("day")) return months2;
        const days = ofUnit(dates2, "day");
        return days.names.length > 1 && days.names.length <= MOST_DAYS ? days : months2;
      };
      ordered2 = (since, until) => {
        const digits = Math.min(since.length, until.length);
        return since && until && since.slice(0, digits) > until.slice(0, digits) ? [until, since] : [since, until];
      };
      isIn = (date2, since, until) => !since && !until || date2 !== "" && (!since || date2 >= since) && (!until || date2.slice(0, until.length) <= until);
    }
  });

  // src/corpus.ts
  var drawn, rest2, others, column, topic3, subtopic, date, size2, corpus, row2, rowOf;
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
        given: column("given"),
        venue: column("venue"),
        arxiv: column("arxiv"),
        doi: column("doi"),
        bins: binsOf(date)
      };
      row2 = new Int32Array(size).fill(-1);
      drawn.forEach((node2, at3) => {
        row2[node2] = at3;
      });
      rowOf = (node2) => row2[node2] ?? -1;
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
        const kept2 = keptBits(without);
        const found = new Int32Array(mask.length);
        let count3 = 0;
        for (let row5 = 0; row5 < mask.length; row5 += 1) {
          if (!(mask[row5] & kept2)) {
            found[count3] = row5;
            count3 += 1;
          }
        }
        return found.slice(0, count3);
      };
      keptBits = (without) => without.reduce((bits, facet) => bits & ~BITS[facet], 255);
      countBy = (rows3, codes2, size3) => {
        const found = new Int32Array(size3);
        for (const row5 of rows3) if (codes2[row5] >= 0) found[codes2[row5]] += 1;
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
        let [least, most2] = [0, 0];
        for (const value of values) [least, most2] = [Math.min(least, value), Math.max(most2, value)];
        return most2 - least;
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
        let least = Infinity;
        for (let i = 0; i < size; i += 1) {
          if (!shown[i]) continue;
          const distance = Math.hypot(x[i] - px, y[i] - py) - radius[i];
          if (distance < Math.min(least, slack)) [best, least] = [i, distance];
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
  var listeners3, names, code, codes, topicAt, subtopicAt, isRelated, entities2, matching, revealed, now2, strongEdges, judgeLinks, judgeAll, aliveNodes, isSubHidden, keepEdges, countNamed, isThinned, showNodes, listNodes, countRows, compute, on2, renew, setText, start2;
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
      listeners3 = [];
      names = [.../* @__PURE__ */ new Set([...topic.keys(), ...corpus.topic, ...corpus.subtopic])];
      code = new Map(names.map((name3, at3) => [name3, at3]));
      codes = (column2) => Int32Array.from(column2, (name3) => code.get(name3) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
      entities2 = [.../* @__PURE__ */ new Set([...kinds2.keys(), ...Object.keys(counts2)])].filter(
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
        count: { papers: corpus.size, of: Math.max(corpus.size, counts2.paper ?? 0), kinds: /* @__PURE__ */ new Map() },
        topics: /* @__PURE__ */ new Map(),
        times: new Int32Array(corpus.bins.names.length),
        relations: /* @__PURE__ */ new Map()
      };
      strongEdges = (chosen2) => {
        const wanted = new Uint8Array(links);
        for (let e = 0; e < links; e += 1) {
          const strong = isRelated[e] ? edges.weight[e] >= chosen2.weight : edges.confidence[e] >= chosen2.confidence;
          wanted[e] = strong ? 1 : 0;
        }
        return wanted;
      };
      judgeLinks = (chosen2, strong) => {
        const first = fresh();
        const related = [...chosen2.hiddenRelations].some((name3) => !first.hiddenRelations.has(name3));
        if (!related && !chosen2.confidence && !chosen2.weight) return null;
        const [had, has] = [new Uint8Array(size), new Uint8Array(size)];
        for (let e = 0; e < links; e += 1) {
          const before2 = first.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
          const after = chosen2.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
          for (const end2 of [edges.from[e], edges.to[e]]) {
            had[end2] |= before2;
            has[end2] |= after;
          }
        }
        return (row5) => {
          const node2 = corpus.node[row5];
          return node2 < 0 ? related : !has[node2] && (related || had[node2]);
        };
      };
      judgeAll = (chosen2, strong) => {
        const { mask } = now2;
        const { date: date2, node: node2, drawn: drawn2, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen2;
        const hidden = Uint8Array.from(names, (name3) => Number(hiddenTopics2.has(name3)));
        const isHidden = (row5) => hidden[topicAt[row5]] || subtopic2[row5] && hidden[subtopicAt[row5]];
        const topic4 = chosen2.topic ? code.get(chosen2.topic) ?? -1 : -1;
        const isOther = (row5) => topicAt[row5] !== topic4 && subtopicAt[row5] !== topic4;
        const [since, until] = ordered2(chosen2.since, chosen2.until);
        const isOutside = (row5) => row5 >= drawn2 || !isInside(lasso, nodes.x[node2[row5]], nodes.y[node2[row5]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden : null);
        judge(mask, "chosen", topic4 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row5) => !isIn(date2[row5], since, until) : null);
        judge(mask, "text", chosen2.text && matching ? (row5) => !matching?.[row5] : null);
        judge(mask, "lasso", lasso.length ? isOutside : null);
        judge(mask, "links", judgeLinks(chosen2, strong));
      };
      aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
        const alive = new Uint8Array(size);
        const kept2 = keptBits(["chosen"]);
        for (let i = 0; i < size; i += 1) {
          const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
          alive[i] = hidden || isPaper(i) ? 0 : 1;
        }
        for (let row5 = 0; row5 < corpus.drawn; row5 += 1) alive[corpus.node[row5]] = now2.mask[row5] & kept2 ? 0 : 1;
        return alive;
      };
      isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
      keepEdges = (chosen2, strong, alive) => {
        now2.relations.clear();
        for (let e = 0; e < links; e += 1) {
          const [from, to, relation3] = [edges.from[e], edges.to[e], edges.relation[e]];
          const possible = strong[e] && alive[from] && (!isRelated[e] || alive[to]);
          if (possible) now2.relations.set(relation3, (now2.relations.get(relation3) ?? 0) + 1);
          now2.edges[e] = possible && !chosen2.hiddenRelations.has(relation3) ? 1 : 0;
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
      isThinned = (chosen2) => chosen2.hiddenRelations.size > 0 || chosen2.hiddenTopics.size > 0 || chosen2.confidence > 0 || chosen2.lasso.length > 0 || Boolean(chosen2.since || chosen2.until || chosen2.text);
      showNodes = (chosen2, alive) => {
        const thinned = isThinned(chosen2);
        const needed = chosen2.papers > 1 || thinned ? chosen2.papers : 0;
        const found = thinned ? now2.named : nodes.papers;
        const left = /* @__PURE__ */ new Map();
        revealed = false;
        for (let i = 0; i < size; i += 1) {
          const [kind, paper] = [nodes.kind[i], isPaper(i)];
          const passes = alive[i] && (paper || found[i] >= needed);
          if (passes && !paper) left.set(kind, (left.get(kind) ?? 0) + 1);
          const inView = chosen2.view === "full" || chosen2.view === "papers" === paper;
          const asked2 = i === chosen2.selected || i === chosen2.target;
          shown[i] = inView && !chosen2.hiddenKinds.has(kind) && (passes || asked2) ? 1 : 0;
          revealed ||= asked2 && !passes;
        }
        return left;
      };
      listNodes = ({ topic: topic4 }) => {
        if (!topic4) return shown;
        return shown.map(
          (shown3, i) => shown3 && Number(nodes.topic[i] === topic4 || nodes.subtopic[i] === topic4)
        );
      };
      countRows = (left) => {
        now2.rows = passing(now2.mask);
        now2.passes.fill(0);
        for (const row5 of now2.rows) now2.passes[row5] = 1;
        now2.count.papers = now2.rows.length;
        now2.count.kinds = new Map(entities2.map((kind) => [kind, [left.get(kind) ?? 0, counts2[kind] ?? 0]]));
        now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
        const byTopic = passing(now2.mask, "topic", "chosen");
        const [first, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        now2.topics = new Map(names.map((name3, at3) => [name3, name3 ? first[at3] + second[at3] : first[at3]]));
        now2.times = countBy(passing(now2.mask, "time"), corpus.bins.of, corpus.bins.names.length);
      };
      compute = (chosen2) => {
        const strong = strongEdges(chosen2);
        judgeAll(chosen2, strong);
        const alive = aliveNodes(chosen2);
        keepEdges(chosen2, strong, alive);
        countNamed();
        countRows(showNodes(chosen2, alive));
        now2.listed = listNodes(chosen2);
      };
      on2 = (listener) => {
        listeners3.push(listener);
      };
      renew = () => {
        compute(now);
        for (const listener of listeners3) listener(now2);
      };
      setText = (rows3) => {
        matching = rows3 && new Uint8Array(corpus.size);
        for (const row5 of rows3 ?? []) if (matching) matching[row5] = 1;
        renew();
      };
      start2 = () => on(["filter", "selection"], (chosen2, changed) => {
        const asked2 = [chosen2.selected, chosen2.target].some((node2) => node2 >= 0 && !shown[node2]);
        if (asked2 || revealed || changed.includes("topic") || changed.some(isFilter)) renew();
      });
    }
  });

  // src/cite.ts
  var cite_exports = {};
  __export(cite_exports, {
    FILES: () => FILES,
    citationOf: () => citationOf,
    ids: () => ids,
    linkOf: () => linkOf
  });
  var citationOf, linkOf, shown2, listed, FILES, ids;
  var init_cite = __esm({
    "src/cite.ts"() {
      "use strict";
      init_citation_record();
      init_citations();
      init_corpus();
      init_paper_id();
      init_result();
      citationOf = (row5) => ({
        id: paperId(corpus.key[row5]),
        title: corpus.title[row5],
        authors: authorsOf(corpus.authors[row5], corpus.given[row5]),
        venue: corpus.venue[row5],
        date: corpus.date[row5],
        doi: corpus.doi[row5],
        arxiv: corpus.arxiv[row5],
        url: corpus.url[row5]
      });
      linkOf = (row5) => outwardLink(citationOf(row5));
      shown2 = () => [...now2.rows];
      listed = () => shown2().map(citationOf);
      FILES = {
        bib: () => toBibtex(listed()),
        ris: () => toRis(listed()),
        md: () => toMarkdown(listed()),
        csv: () => {
          const topics2 = shown2().map((row5) => ({ topic: corpus.topic[row5], subtopic: corpus.subtopic[row5] }));
          return toCsv(listed(), topics2);
        }
      };
      ids = () => corpus.key.map(paperId);
    }
  });

  // src/reading.ts
  var reading_exports = {};
  __export(reading_exports, {
    MARKS: () => MARKS,
    SIGNS: () => SIGNS,
    count: () => count2,
    mark: () => mark,
    markOf: () => markOf,
    on: () => on3,
    rows: () => rows,
    takeJson: () => takeJson,
    toJson: () => toJson
  });
  var MARKS, SIGNS, NAME, isMark, isKept, isBook, book, listeners4, idOf, plain2, save, markOf, mark, rows, count2, on3, toJson, takeJson;
  var init_reading = __esm({
    "src/reading.ts"() {
      "use strict";
      init_corpus();
      init_paper_id();
      init_storage();
      MARKS = ["to read", "read", "not for me"];
      SIGNS = { "to read": "◷", read: "✓", "not for me": "–" };
      NAME = "reading";
      isMark = (value) => MARKS.includes(value);
      isKept = (value) => {
        const { mark: mark3, title } = value ?? {};
        return isMark(mark3) && typeof title === "string";
      };
      isBook = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isKept);
      book = new Map(Object.entries(keptJson(NAME, isBook, {})));
      listeners4 = [];
      idOf = (row5) => paperId(corpus.key[row5]);
      plain2 = (title) => title.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
      save = () => {
        keep(NAME, book.size ? JSON.stringify(Object.fromEntries(book)) : "");
        for (const listener of listeners4) listener();
      };
      markOf = (row5) => {
        const found = book.get(idOf(row5));
        return found && plain2(found.title) === plain2(corpus.title[row5]) ? found.mark : null;
      };
      mark = (row5, wanted) => {
        if (markOf(row5) === wanted) book.delete(idOf(row5));
        else book.set(idOf(row5), { mark: wanted, title: corpus.title[row5] });
        save();
      };
      rows = (wanted) => {
        const found = [];
        if (book.size) {
          for (let row5 = 0; row5 < corpus.size; row5 += 1) if (markOf(row5) === wanted) found.push(row5);
        }
        return found;
      };
      count2 = () => book.size;
      on3 = (listener) => {
        listeners4.push(listener);
      };
      toJson = () => `${JSON.stringify(
        [...book].map(([id2, { mark: mark3, title }]) => ({ id: id2, title, mark: mark3 })),
        null,
        2
      )}
`;
      takeJson = (text2) => {
        let list4;
        try {
          list4 = JSON.parse(text2);
        } catch {
          throw new Error("this file is not JSON; give one that this page saved as reading marks");
        }
        const wrong = 'reading marks are a list of {"id", "title", "mark"}, and a mark is one of';
        if (!Array.isArray(list4)) throw new Error(`${wrong} ${MARKS.join(", ")}`);
        const found = list4.map((item) => {
          const { id: id2, title, mark: mark3 } = item ?? {};
          if (typeof id2 !== "string" || typeof title !== "string" || !isMark(mark3))
            throw new Error(`${wrong} ${MARKS.join(", ")}; found ${JSON.stringify(item)?.slice(0, 80)}`);
          return [id2, { mark: mark3, title }];
        });
        book = new Map([...book, ...found]);
        save();
        return found.length;
      };
    }
  });

  // src/sites.ts
  var SITES, NAME2, OWN, FIRST, isTemplate, chosen, choose2, nameOf2, searchFor;
  var init_sites = __esm({
    "src/sites.ts"() {
      "use strict";
      init_storage();
      SITES = {
        "Google Scholar": "https://scholar.google.com/scholar?q={}",
        "Semantic Scholar": "https://www.semanticscholar.org/search?q={}",
        arXiv: "https://arxiv.org/search/?searchtype=title&query={}",
        DBLP: "https://dblp.org/search?q={}"
      };
      NAME2 = "site";
      OWN = "own ";
      [FIRST] = Object.keys(SITES);
      isTemplate = (text2) => /^https?:\/\/[^/?#\s]+\S*$/i.test(text2) && text2.includes("{}") && URL.canParse(text2.replace("{}", "x"));
      chosen = () => {
        const kept2 = kept(NAME2);
        if (kept2.startsWith(OWN) && isTemplate(kept2.slice(OWN.length))) return kept2.slice(OWN.length);
        return kept2 in SITES ? kept2 : FIRST;
      };
      choose2 = (site) => keep(NAME2, site in SITES ? site : OWN + site);
      nameOf2 = (site) => site in SITES ? site : new URL(site.replace("{}", "x")).host;
      searchFor = (title, site = chosen()) => (SITES[site] ?? site).replace("{}", () => encodeURIComponent([...title].slice(0, 300).join("")));
    }
  });

  // src/card_reading.ts
  var OWN2, siteChoice, ownSite, way, copyText, citing, marking, cardReading, startKeys, sign;
  var init_card_reading = __esm({
    "src/card_reading.ts"() {
      "use strict";
      init_citations();
      init_cite();
      init_dom();
      init_reading();
      init_sites();
      init_storage();
      OWN2 = "Another site …";
      siteChoice = (renew2) => {
        const now5 = chosen();
        const names3 = [...Object.keys(SITES), ...now5 in SITES ? [] : [now5], OWN2];
        const choice2 = el(
          "select",
          { class: "sites", "aria-label": "Site to look for titles at" },
          ...names3.map(
            (name3) => el("option", { value: name3, selected: name3 === now5 }, name3 === OWN2 ? OWN2 : nameOf2(name3))
          )
        );
        choice2.addEventListener("change", () => {
          if (choice2.value !== OWN2) {
            choose2(choice2.value);
            renew2();
          } else choice2.replaceWith(...ownSite(renew2));
        });
        return choice2;
      };
      ownSite = (renew2) => {
        const label = "Address of a search, with {} for the title";
        const input2 = el("input", {
          type: "text",
          "aria-label": label,
          placeholder: "https://…?q={}",
          class: "line-input"
        });
        const said = el("p", { class: "muted", role: "status" });
        const save3 = button({ class: "ask" }, "Use it", () => {
          const text2 = input2.value.trim();
          if (isTemplate(text2)) {
            choose2(text2);
            renew2();
          } else said.textContent = "Give an address that begins with https:// and has {} where the title belongs.";
        });
        return [input2, save3, said];
      };
      way = (row5, title) => {
        const place2 = el("p", { class: "source" });
        const fill3 = () => {
          const link2 = linkOf(row5);
          if (link2) place2.replaceChildren(outside(link2) ?? "");
          else {
            const site = chosen();
            const search = el(
              "a",
              {
                href: searchFor(title, site),
                rel: "noopener noreferrer",
                target: "_blank",
                class: "outside"
              },
              `Look for it at ${nameOf2(site)}`
            );
            place2.replaceChildren(search, siteChoice(fill3));
          }
        };
        fill3();
        return place2;
      };
      copyText = async (text2) => {
        try {
          await navigator.clipboard.writeText(text2);
          return true;
        } catch {
          return false;
        }
      };
      citing = (row5) => {
        const said = el("span", { class: "muted", role: "status" });
        const forms2 = [
          ["Copy citation", () => toText(citationOf(row5))],
          ["BibTeX", () => toBibtex([citationOf(row5)])]
        ];
        const buttons = forms2.map(
          ([name3, make]) => button({ class: "ask", title: name3 === "BibTeX" ? "Copy as BibTeX" : name3 }, name3, async () => {
            const text2 = make();
            if (await copyText(text2)) said.textContent = "Copied";
            else {
              const area = el(
                "textarea",
                { readonly: true, rows: "5", class: "line-input", "aria-label": name3 },
                text2
              );
              said.replaceChildren(area);
              area.select();
            }
          })
        );
        return [...buttons, said];
      };
      marking = (row5) => {
        const buttons = MARKS.map(
          (mark3, at3) => button(
            {
              ...{ "data-mark": mark3, title: `${mark3} (key ${at3 + 1})` },
              "aria-pressed": String(markOf(row5) === mark3)
            },
            mark3.charAt(0).toUpperCase() + mark3.slice(1),
            () => {
              mark(row5, mark3);
              for (const each of buttons)
                each.setAttribute("aria-pressed", String(markOf(row5) === each.dataset.mark));
              said.textContent = notice();
            }
          )
        );
        const said = el("p", { class: "muted", role: "status" });
        const group3 = { class: "segments marks", role: "group", "aria-label": "Reading mark" };
        return [el("div", group3, ...buttons), said];
      };
      cardReading = (row5, title) => {
        const [marks, said] = marking(row5);
        return [way(row5, title), el("div", { class: "actions reading" }, marks, ...citing(row5)), said];
      };
      startKeys = (rowOfCard) => document.addEventListener("keydown", (event) => {
        const typing = event.target.matches("input, textarea, select");
        const at3 = ["1", "2", "3"].indexOf(event.key);
        if (typing || at3 < 0 || event.ctrlKey || event.metaKey || event.altKey || rowOfCard() < 0) return;
        const pressed = document.querySelector(`#card [data-mark="${MARKS[at3]}"]`);
        pressed?.click();
      });
      sign = (row5) => {
        const mark3 = row5 < 0 ? null : markOf(row5);
        return mark3 ? el("span", { class: "read-mark", role: "img", "aria-label": mark3, title: mark3 }, SIGNS[mark3]) : null;
      };
    }
  });

  // src/theme.ts
  var FONT, own, NAMES, dress2, ofTopic, ofNode2;
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
      dress2 = () => {
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
      dress2();
    }
  });

  // src/rows.ts
  var FIRST2, STEP, plural, percent, section, listing, swatch, chip, meta, bar, salience, fold2, named2, RANK, byRelation, bySalience;
  var init_rows = __esm({
    "src/rows.ts"() {
      "use strict";
      init_card_reading();
      init_corpus();
      init_dom();
      init_model();
      init_state();
      init_theme();
      FIRST2 = 12;
      STEP = 100;
      plural = (count3, one, many = `${one}s`) => `${count3.toLocaleString("en")} ${count3 === 1 ? one : many}`;
      percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
      section = (title, ...content3) => el("section", {}, el("h3", {}, title), ...content3);
      listing = (items, render3, attributes = {}, first = FIRST2) => {
        const list4 = el("ul", attributes, ...items.slice(0, first).map((item) => render3(item)));
        if (items.length <= first) return [list4];
        const label = () => `Show more (${(items.length - list4.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label(), () => {
          const next = items.slice(list4.children.length, list4.children.length + STEP).map((item) => render3(item));
          list4.append(...next);
          next[0].querySelector("a")?.focus();
          if (list4.children.length === items.length) more.remove();
          else more.textContent = label();
        });
        return [list4, more];
      };
      swatch = (name3) => {
        const made = el("span", { class: "swatch" });
        made.style.backgroundColor = ofTopic(name3);
        return made;
      };
      chip = (name3) => {
        if (!name3) return null;
        const title = `${topic.get(name3)?.parent ? "Subtopic" : "Topic"} ${name3}`;
        return button({ class: "chip", title }, [swatch(name3), foreign(name3)], () => showTopic(name3));
      };
      meta = (...parts) => {
        const known2 = parts.filter((part2) => part2);
        return known2.length ? el("p", { class: "meta" }, ...known2.map((part2) => el("span", {}, part2))) : null;
      };
      bar = (value, most2, what) => el("meter", { min: "0", max: String(most2), value: String(value), title: what, "aria-label": what });
      salience = (edge) => {
        const value = edges.salience[edge];
        const kind = nodes.kind[edges.to[edge]];
        return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
      };
      fold2 = (title, list4, open2 = false) => el("details", { class: "background", open: open2 }, el("summary", {}, title), ...list4);
      named2 = (node2, remark = null, ...below2) => {
        const remarks = present([sign(rowOf(node2)), ...[remark].flat()]).filter(Boolean);
        return el(
          "li",
          { class: "named" },
          icon(nodes.kind[node2]),
          nodeLink(node2),
          remarks.length ? el("span", { class: "count" }, ...remarks) : null,
          ...below2
        );
      };
      RANK = Object.keys(RELATIONS);
      byRelation = (list4) => {
        const groups2 = /* @__PURE__ */ new Map();
        for (const edge of list4) {
          const relation3 = edges.relation[edge];
          const group3 = groups2.get(relation3);
          if (group3) group3.push(edge);
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
      init_card_correct();
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
        const papers2 = /* @__PURE__ */ new Map();
        for (const edge of around[entity]) {
          for (const form of split2(texts.surfaces[edge])) {
            const found = papers2.get(form) ?? /* @__PURE__ */ new Set();
            papers2.set(form, found.add(edges.from[edge]));
          }
        }
        const counts3 = [...papers2].map(([form, found]) => [form, found.size]);
        return counts3.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      };
      formRow = ([form, count3]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count3, "paper")));
      reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
      cardEntity = (entity, texts) => {
        const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
        const paperRow = (edge) => {
          const remark = [nodes.date[edges.from[edge]], salience(edge), correctFind(edge, texts)];
          return named2(edges.from[edge], remark.filter(Boolean), evidence(texts, edge));
        };
        const groups2 = byRelation(around[entity]);
        const papers2 = groups2.map(([relation3, list4]) => {
          const title = RELATIONS[relation3]?.by ?? relation3;
          const listed2 = listing(bySalience(list4, newest), paperRow);
          if (!isBackground(list4[0])) return section(title, ...listed2);
          const count3 = `${plural(list4.length, "paper")}, in the background`;
          return section(title, fold2(count3, listed2, groups2.length === 1));
        });
        const company = namedWith(entity);
        const written = forms(entity, texts);
        const reasons = split2(texts.united[entity]);
        return [
          ...papers2,
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
    }
  });

  // src/card_paper.ts
  var SUBJECTS, DECLARED, peerRow, entitySections, isTerm, subjects, cardPaper;
  var init_card_paper = __esm({
    "src/card_paper.ts"() {
      "use strict";
      init_card_correct();
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
          el(
            "div",
            { class: "line" },
            nodeLink(peer),
            bar2,
            el("span", { class: "count" }, percent(weight2), correctLink(edge))
          ),
          reason(texts, edge),
          shared(texts, edge)
        );
      };
      entitySections = (texts, own2) => {
        const order2 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
        const row5 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge), correctFind(edge, texts)];
          return named2(edges.to[edge], remark.filter(Boolean), evidence(texts, edge));
        };
        const listed2 = (list4) => listing(bySalience(list4, order2), row5);
        const terms = Object.entries(KINDS).map(([kind, { many }]) => {
          const list4 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
          const [front, back] = [list4.filter((edge) => !isBackground(edge)), list4.filter(isBackground)];
          if (!list4.length) return null;
          const fold3 = back.length ? [fold2(`${back.length} in the background`, listed2(back))] : [];
          return section(many, ...front.length ? listed2(front) : [], ...fold3);
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

  // src/lines.ts
  var lines_exports = {};
  __export(lines_exports, {
    BESIDE: () => BESIDE,
    across: () => across,
    at: () => at2,
    compute: () => compute2,
    isListed: () => isListed,
    nameOf: () => nameOf3,
    now: () => now3
  });
  var BESIDE, names2, code2, likely, beside, relation, isRelated2, now3, adjacency, ofGraph, coMentions, BANDS, inBands, compute2, isListed, at2, across, nameOf3;
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
      [likely, beside] = [code2.get("related") ?? -1, code2.get(BESIDE) ?? -1];
      relation = Uint8Array.from(edges.relation, (name3) => code2.get(name3) ?? 0);
      isRelated2 = edges.relation.map((_, e) => isPaper(edges.from[e]) && isPaper(edges.to[e]));
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
      ofGraph = () => {
        const kept2 = [];
        for (let e = 0; e < links; e += 1) {
          if (now2.edges[e] && shown[edges.from[e]] && shown[edges.to[e]]) kept2.push(e);
        }
        return kept2.map((e) => [relation[e], edges.from[e], edges.to[e], e, edges.weight[e]]);
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
        return [...pairs].filter(([, count3]) => count3 >= together).sort((p, q) => p[0] - q[0]).map(([pair, count3]) => [beside, Math.floor(pair / size), pair % size, -1, count3]);
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name3, first, end: end2 } = range2;
        const [least, most2] = [now3.weight[first], now3.weight[end2 - 1]];
        if (name3 !== "related" || least === most2) return [{ ...range2, strength: 1 }];
        const bandOf = (line) => Math.floor(BANDS * (now3.weight[line] - least) / (most2 - least));
        let next = first;
        return Array.from({ length: BANDS }, (_, band) => {
          const start7 = next;
          while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
          return { name: name3, first: start7, end: next, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen2) => {
        const rows3 = chosen2.view === "entities" ? coMentions(chosen2) : ofGraph();
        rows3.sort((p, q) => p[0] - q[0] || (p[0] === likely ? p[4] - q[4] : 0));
        now3.count = rows3.length;
        now3.a = Int32Array.from(rows3, (row5) => row5[1]);
        now3.b = Int32Array.from(rows3, (row5) => row5[2]);
        now3.edge = Int32Array.from(rows3, (row5) => row5[3]);
        now3.weight = Float64Array.from(rows3, (row5) => row5[4]);
        now3.hot = new Uint8Array(rows3.length);
        now3.apart = Uint8Array.from(rows3, ([, a, b]) => nodes.topic[a] === nodes.topic[b] ? 0 : 1);
        now3.ranges = names2.map((name3, at3) => {
          const first = rows3.findIndex((row5) => row5[0] === at3);
          return { name: name3, first, end: rows3.findLastIndex((row5) => row5[0] === at3) + 1 };
        }).filter(({ first }) => first >= 0).flatMap(inBands);
        adjacency = null;
      };
      isListed = (line) => now2.listed[now3.a[line]] === 1 && now2.listed[now3.b[line]] === 1;
      at2 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line = 0; line < now3.count; line += 1) {
            adjacency[now3.a[line]].push(line);
            if (now3.a[line] !== now3.b[line]) adjacency[now3.b[line]].push(line);
          }
        }
        return adjacency[node2];
      };
      across = (line, node2) => now3.a[line] === node2 ? now3.b[line] : now3.a[line];
      nameOf3 = (line) => now3.edge[line] < 0 ? BESIDE : edges.relation[now3.edge[line]];
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
        const distance = /* @__PURE__ */ new Map([[node2, 0]]);
        for (const [here, far] of distance) {
          if (far === steps2) break;
          for (const line of at2(here)) {
            const next = across(line, here);
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
            for (const line of at2(here)) {
              const there = across(line, here);
              if (distance[there] >= 0 && distance[there] !== distance[here] + 1) continue;
              if (distance[there] < 0) {
                distance[there] = distance[here] + 1;
                next.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line];
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
        const way2 = [from];
        for (const line of found) way2.push(across(line, way2[way2.length - 1]));
        return way2;
      };
      emphasise2 = (now5) => {
        const { hot: hot2 } = now3;
        hot2.fill(0);
        view2.focused = now5.selected;
        if (now5.selected >= 0 && now5.target >= 0) {
          const found = path(now5.selected, now5.target) || [];
          for (const line of found) hot2[line] = 1;
          emphasise([...stations(now5.selected, found), now5.target]);
        } else if (now5.selected >= 0) {
          const near2 = within(now5.selected, now5.steps);
          for (const [node2, far] of near2) {
            if (far < now5.steps) for (const line of at2(node2)) hot2[line] = 1;
          }
          emphasise(near2.keys());
        } else if (now5.topic) {
          emphasise(topic.get(now5.topic)?.members ?? []);
          for (let line = 0; line < hot2.length; line += 1) {
            hot2[line] = hot[now3.a[line]] && hot[now3.b[line]];
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
      verb = (line) => {
        const name3 = nameOf3(line);
        if (name3 === BESIDE) return `named together in ${plural(now3.weight[line], "paper")}`;
        const likely2 = name3 === "related" ? `, ${percent(now3.weight[line])}` : "";
        return (RELATIONS[name3]?.edge ?? name3).toLowerCase() + likely2;
      };
      between = (line, here, texts) => {
        const edge = now3.edge[line];
        const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
        return el(
          "li",
          { class: "step" },
          el("span", { class: "count" }, backwards ? `↑ ${verb(line)}` : `↓ ${verb(line)}`),
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
        const way2 = stations(from, found);
        const list4 = el("ol", { class: "path" }, named2(from));
        found.forEach((line, at3) => {
          list4.append(between(line, way2[at3], texts), named2(way2[at3 + 1]));
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
      init_card_correct();
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
      subtopicRow = ({ name: name3, papers: papers2 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name3), foreign(name3, { class: "grow" })],
          () => showTopic(name3)
        ),
        el("span", { class: "count" }, plural(papers2, "paper"))
      );
      cardTopic = (topic4) => {
        const { name: name3, parent, papers: papers2, subtopics, central } = topic4;
        return [
          el("h2", { dir: "auto" }, name3),
          meta(
            plural(papers2, "paper"),
            subtopics.length ? plural(subtopics.length, "subtopic") : ""
          ),
          parent ? el("div", { class: "chips" }, chip(parent)) : null,
          correctTopic(topic4),
          particular(topic4),
          subtopics.length ? section("Subtopics", ...listing(subtopics, subtopicRow, { class: "tight" }, 8)) : null,
          central.length ? section(
            "Most central papers",
            ...listing(central, (node2) => named2(node2), { class: "tight" })
          ) : null
        ];
      };
    }
  });

  // src/texts.ts
  var texts_exports = {};
  __export(texts_exports, {
    all: () => all,
    chunks: () => chunks,
    near: () => near,
    nodesOf: () => nodesOf,
    ofEdge: () => ofEdge,
    ofEdges: () => ofEdges,
    ofPaper: () => ofPaper
  });
  var NODE_COLUMNS, EDGE_COLUMNS, inFile, fileChunk, fileEdges, rowsBy, corrected, nodeRows, edgeRows, chunkOf, blank, now4, inside, placeEvidence, formsOf, fill, packed, pending, load, loaded, near, ofEdges, all, ofPaper, ofEdge, chunks, nodesOf;
  var init_texts = __esm({
    "src/texts.ts"() {
      "use strict";
      init_data();
      init_model();
      init_model();
      init_text_chunks();
      init_unpack();
      NODE_COLUMNS = ["abstract", "united"];
      EDGE_COLUMNS = ["evidence", "surfaces", "shared", "terms", "reason"];
      inFile = {
        isPaper: origin?.isPaper ?? nodes.id.map(isPaper),
        from: origin?.from ?? edges.from
      };
      fileChunk = chunkNumbers(inFile.isPaper);
      fileEdges = edgesByChunk(fileChunk, inFile.from);
      rowsBy = (origins) => {
        const found = /* @__PURE__ */ new Map();
        let row5 = 0;
        for (const all4 of origins) {
          for (const origin2 of all4) found.set(origin2, [...found.get(origin2) ?? [], row5]);
          row5 += 1;
        }
        return found;
      };
      corrected = origin && {
        nodes: rowsBy(origin.nodes.map((row5) => [row5])),
        edges: rowsBy(origin.edges)
      };
      nodeRows = (origin2) => corrected ? corrected.nodes.get(origin2) ?? [] : [origin2];
      edgeRows = (origin2) => corrected ? corrected.edges.get(origin2) ?? [] : [origin2];
      chunkOf = origin ? Int32Array.from(origin.nodes, (row5) => fileChunk[row5] ?? -1) : fileChunk;
      blank = (length) => Array(length).fill("");
      now4 = {
        ...{ abstract: blank(size), united: blank(size) },
        ...{ evidence: blank(links), surfaces: blank(links), shared: blank(links) },
        ...{ terms: blank(links), reason: blank(links) }
      };
      inside = (chunk) => nodes.id.filter((node2) => chunkOf[node2] === chunk);
      placeEvidence = (own2, start7, length) => {
        let [paper, text2] = [-1, ""];
        own2.forEach((origin2, at3) => {
          if (start7[at3] < 0) return;
          for (const e of edgeRows(origin2)) {
            if (edges.from[e] !== paper)
              [paper, text2] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now4.abstract[edges.from[e]]}`];
            now4.evidence[e] ||= text2.slice(start7[at3], start7[at3] + length[at3]);
          }
        });
      };
      formsOf = (e, origin2, text2) => {
        const place2 = origin?.edges[e].indexOf(origin2) ?? -1;
        const own2 = origin?.forms[e][place2]?.join(" | ") ?? text2;
        const known2 = split2(now4.surfaces[e]);
        return [.../* @__PURE__ */ new Set([...known2, ...split2(own2)])].join(" | ");
      };
      fill = (chunk, packed3) => {
        const columns2 = unpackTable(packed3);
        const ownNodes = [];
        fileChunk.forEach((each, row5) => {
          if (each === chunk) ownNodes.push(row5);
        });
        const ownEdges = fileEdges.get(chunk) ?? [];
        for (const name3 of NODE_COLUMNS)
          columns2[name3]?.forEach((text2, at3) => {
            for (const row5 of nodeRows(ownNodes[at3])) now4[name3][row5] = text2;
          });
        for (const name3 of EDGE_COLUMNS)
          columns2[name3]?.forEach((text2, at3) => {
            const origin2 = ownEdges[at3];
            for (const e of edgeRows(origin2)) {
              if (name3 === "surfaces") now4.surfaces[e] = corrected ? formsOf(e, origin2, text2) : text2;
              else now4[name3][e] ||= text2;
            }
          });
        const { start: start7, length } = columns2;
        if (start7 && length) placeEvidence(ownEdges, start7, length);
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
        await Promise.all([...new Set(chunks2)].filter((chunk) => chunk >= 0).map(load));
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
        const own2 = EDGE_COLUMNS.map((name3) => [name3, texts[name3][e]]);
        return Object.fromEntries(own2);
      };
      chunks = fileChunk.reduce((most2, chunk) => Math.max(most2, chunk), -1) + 1;
      nodesOf = async (chunk) => {
        await load(chunk);
        return { nodes: inside(chunk), texts: now4 };
      };
    }
  });

  // src/card.ts
  var panel, dismissed, closing, head, actions, alsoKnown, chips, aside, broader, source, render, heading, overview, dismiss, show2, mark2;
  var init_card = __esm({
    "src/card.ts"() {
      "use strict";
      init_card_correct();
      init_card_entity();
      init_card_paper();
      init_card_path();
      init_card_reading();
      init_card_topic();
      init_corpus();
      init_dom();
      init_model();
      init_model();
      init_rows();
      init_rows();
      init_search();
      init_state();
      init_texts();
      panel = byId("card");
      dismissed = false;
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
          el("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, ...steps2),
          path2
        );
      };
      alsoKnown = (node2) => {
        let aliases = split2(nodes.aliases[node2]);
        if (KINDS[nodes.kind[node2]]?.term) {
          const seen = /* @__PURE__ */ new Set([nodes.label[node2].toLowerCase()]);
          aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
        }
        if (!aliases.length) return null;
        const list4 = aliases.flatMap((alias, at3) => [at3 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list4);
      };
      chips = (node2) => {
        const names3 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
          (name3) => topic.has(name3)
        );
        return names3.length ? el("div", { class: "chips" }, ...names3.map(chip)) : null;
      };
      aside = (node2) => {
        const count3 = around[node2].filter(isBackground).length;
        return count3 ? `${count3.toLocaleString("en")} in the background` : "";
      };
      broader = (node2) => {
        const names3 = split2(nodes.broader[node2] || "");
        if (!names3.length) return null;
        const same3 = (name3) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name3;
        const list4 = names3.flatMap((name3, at3) => {
          const found = nodes.id.find(same3(name3));
          return [at3 ? ", " : "", found === void 0 ? foreign(name3) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list4);
      };
      source = (node2) => {
        const link2 = outside(nodes.url[node2]);
        return link2 ? el("p", { class: "source" }, link2) : null;
      };
      render = async (node2) => {
        const whole4 = now.target >= 0;
        const found = await (whole4 ? all() : near(node2));
        const { selected, target } = now;
        if (selected !== node2) return;
        const paper = isPaper(node2);
        panel.replaceChildren(
          ...present([
            head(node2),
            el("h2", { dir: "auto" }, nodes.label[node2]),
            paper ? meta(nodes.date[node2], ...split2(nodes.sources[node2])) : meta(`named by ${plural(nodes.papers[node2], "paper")}`, aside(node2)),
            chips(node2),
            alsoKnown(node2),
            broader(node2),
            ...paper ? cardReading(rowOf(node2), nodes.label[node2]) : [source(node2)],
            actions(node2),
            paper ? null : correctEntity(node2, found),
            found.missing ? el("p", { class: "muted" }, "The abstracts and sentences in this file cannot be unpacked.") : null,
            target >= 0 ? cardPath(node2, target, found) : null,
            ...(paper ? cardPaper : cardEntity)(node2, found)
          ])
        );
        panel.scrollTop = 0;
      };
      heading = (kind, { many, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many.toLowerCase()}` : many;
      overview = (name3) => {
        const topic4 = topic.get(name3);
        const row5 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
        const found = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
        for (const i of topic4 ? topic4.members : nodes.id) found[nodes.kind[i]]?.push(i);
        const order2 = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
        const { paper, ...entities4 } = KINDS;
        const later = ([, facts]) => facts.term ? 0 : 1;
        const groups2 = Object.entries({ ...entities4, paper }).filter(([kind]) => found[kind].length).sort((a, b) => later(a) - later(b));
        const first = topic4 ? [swatch(name3), el("span", { class: "kind" }, topic4.parent ? "Subtopic" : "Topic")] : [el("span", { class: "kind" }, "At a glance")];
        panel.replaceChildren(
          el("div", { class: "card-head" }, ...first, closing()),
          ...topic4 ? present(cardTopic(topic4)) : [],
          ...groups2.map(
            ([kind, facts]) => section(heading(kind, facts), ...listing(found[kind].sort(order2), row5, { class: "tight" }, 8))
          )
        );
        panel.scrollTop = 0;
      };
      dismiss = () => {
        if (now.selected < 0 && now.topic === "") dismissed = true;
        clear();
        show2();
      };
      show2 = async () => {
        const { selected, topic: topic4, main } = now;
        const roomy = matchMedia("(min-width: 1000px)").matches;
        const welcome = topic4 !== "" || !dismissed && size > 0 && roomy && main === "map";
        panel.hidden = selected < 0 && !welcome;
        document.body.classList.toggle("with-card", !panel.hidden);
        panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
        if (selected >= 0) await render(selected);
        else if (welcome) overview(topic4);
      };
      startKeys(() => now.selected < 0 ? -1 : rowOf(now.selected));
      mark2 = () => {
        for (const step2 of panel.querySelectorAll("[data-steps]"))
          step2.setAttribute("aria-pressed", String(Number(step2.dataset.steps) === now.steps));
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
        const points = [...given2].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
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
      areas = topics.map((topic4) => outlined(topic4));
    }
  });

  // src/label_room.ts
  var CELL, short2, within2, wrapped, freeRoom;
  var init_label_room = __esm({
    "src/label_room.ts"() {
      "use strict";
      CELL = 64;
      short2 = (text2, most2) => text2.length > most2 ? `${text2.slice(0, most2 - 1).trimEnd()}…` : text2;
      within2 = (least, value, most2) => Math.max(Math.min(least, most2), Math.min(value, Math.max(least, most2)));
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
        const order2 = [];
        for (let i = 0; i < size; i += 1) {
          if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
          const rank = urgency(i, box.zoom);
          if (rank > 0) order2.push([rank, i]);
        }
        return order2.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
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
        const said = /* @__PURE__ */ new Set();
        const drawLabel = ([rank, i]) => {
          const loud = rank >= ASKED;
          if (!loud && said.has(nodes.label[i])) return;
          const px = Math.round(2 * Math.min(far ? 12 : 15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
          const under = radius[i] * zoom2 * (loud ? 1.25 : 1.2) + (loud ? 5 : 0);
          const font = `${loud ? 650 : isPaper(i) || far ? 400 : 550} ${px}px ${own.font}`;
          const text2 = short2(nodes.label[i], loud && !narrow2 ? 70 : 34);
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
            const lines = wrapped(short2(name3, 60), length);
            const wide2 = Math.max(...lines.map((line) => measure(ctx, font, line)));
            const spot = wide2 < room && placed(area, atTop, { px, wide: wide2, lines });
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
        const order2 = ranked(box);
        order2.filter(([rank]) => rank >= ASKED).forEach(drawLabel);
        const chosen2 = areas.find(({ name: name3 }) => name3 === now.topic);
        for (const area of chosen2?.inner ?? []) nameArea(area);
        for (const [, i] of view2.emphasis ? order2.slice(0, 150) : []) {
          const arm = radius[i] * zoom2;
          occupied.occupy([sx(x[i]) - arm, sy(y[i]) - arm, sx(x[i]) + arm, sy(y[i]) + arm]);
        }
        if (!view2.emphasis) nameAreas();
        order2.filter(([rank]) => rank < ASKED).slice(0, most2).forEach(drawLabel);
        ctx.restore();
      };
    }
  });

  // src/paint.ts
  var paint_exports = {};
  __export(paint_exports, {
    all: () => all2,
    layers: () => layers,
    stale: () => stale
  });
  var BATCH, FAINT_BUDGET, frame, ground, grounds, stroke, faintPen, faintness, lookOf, faintLines, hotLines, edges2, trace, isFaded, looks, groups, hovered, stale, bodies, rings, all2, layers;
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
      stroke = (ctx, box, [first, end2, step2], wanted) => {
        const { a, b } = now3;
        let open2 = 0;
        ctx.beginPath();
        for (let line = first; line < end2; line += step2) {
          const [p, q] = [a[line], b[line]];
          if (!wanted(line)) continue;
          if (x[p] < box.left && x[q] < box.left || x[p] > box.right && x[q] > box.right) continue;
          if (y[p] < box.top && y[q] < box.top || y[p] > box.bottom && y[q] > box.bottom) continue;
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
          const { first, end: end2 } = range2;
          const [width, alpha] = lookOf(range2);
          const plain4 = alpha * crowd * (view2.emphasis ? 0.25 : 1) * Math.min(2, step2 ** 0.5);
          for (const far of [1, 0]) {
            faintPen(ctx, box, width, plain4 * (far ? across2 : 1));
            stroke(
              ctx,
              box,
              [first, end2, step2],
              (line) => apart[line] === far && !(view2.emphasis && lineHot[line])
            );
          }
        }
      };
      hotLines = (ctx, box) => {
        const { a, b, count: count3, ranges, hot: lineHot } = now3;
        const unfocused = view2.focused < 0;
        const path2 = now.target >= 0;
        ctx.lineWidth = (path2 ? 3 : unfocused ? 0.9 : 1.5) / box.zoom;
        const end2 = (line) => nodes.kind[view2.focused === b[line] || isPaper(b[line]) ? a[line] : b[line]];
        for (const kind of Object.keys(KINDS)) {
          ctx.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx.globalAlpha = path2 ? 1 : unfocused ? 0.35 : 0.8;
          const wanted = (line) => lineHot[line] > 0 && end2(line) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx, box, [0, count3, 1], wanted);
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
        const least = 1.5 / box.zoom;
        ctx.strokeStyle = own.ground;
        ctx.lineWidth = Math.min(1.2 / box.zoom, 1.5);
        for (const [look, members] of groups) {
          ctx.globalAlpha = look[0] === "a" ? 0.13 : 1;
          ctx.fillStyle = look.slice(1);
          for (let first = 0; first < members.length; first += BATCH) {
            ctx.beginPath();
            for (let at3 = first; at3 < Math.min(first + BATCH, members.length); at3 += 1) {
              const i = members[at3];
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
      all2 = (ctx, {
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
  var container, quiet, ARRIVE, moving, settle, touched2, moved, stir, clear2, canvas, repaint, move, fit, nearTo, turn, goTo, camera2, place, zoom, restyle, onPick, onMoved, position, view3, free, hasArrived;
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
      touched2 = false;
      moved = () => {
      };
      compute(now);
      compute2(now);
      stir = (flight = 0) => {
        moving = true;
        touched2 = true;
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
        for (const id2 of ["card", "legend"]) {
          const panel4 = byId(id2);
          const rect = panel4.getBoundingClientRect();
          if (panel4.hidden || rect.height < 60) continue;
          if (rect.width > whole4.width * 0.8) free2.bottom = Math.min(free2.bottom, rect.top - whole4.top - 12);
          else if (rect.left - whole4.left > whole4.width / 2)
            free2.right = Math.min(free2.right, rect.left - whole4.left - 12);
          else if (whole4.width > 720) free2.left = Math.max(free2.left, rect.right - whole4.left + 12);
        }
        const note = document.getElementById("part")?.getBoundingClientRect();
        if (note?.height) free2.bottom = Math.min(free2.bottom, note.top - whole4.top - 12);
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
        onPaint: (ctx) => all2(ctx, { moving, free: clear2().free }),
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
      turn = (at3) => turned ? { ...at3, x: at3.y, y: at3.x } : at3;
      goTo = (node2) => {
        if (shown[node2]) move(nearTo(node2), true);
      };
      camera2 = () => touched2 ? turn(canvas.now()) : null;
      place = (at3) => move(turn(at3), false, { x: 0, y: 0 });
      zoom = (factor) => {
        const now5 = canvas.now();
        move({ ...now5, zoom: now5.zoom * factor }, true, { x: 0, y: 0 });
      };
      restyle = () => {
        dress2();
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

  // src/open_text.ts
  var MOST, openText;
  var init_open_text = __esm({
    "src/open_text.ts"() {
      "use strict";
      init_dom();
      MOST = 2e7;
      openText = (ending) => new Promise((done, fail) => {
        const input2 = el("input", { type: "file", accept: ending });
        input2.addEventListener("change", () => {
          const [file] = input2.files ?? [];
          if (!file) return;
          if (file.size > MOST)
            fail(new Error(`${file.name} is larger than 20 MB: it is not a file of this page`));
          else file.text().then(done, () => fail(new Error(`${file.name} cannot be read`)));
        });
        input2.click();
      });
    }
  });

  // src/corrections_panel.ts
  var FILE, save2, load2, row3, fill2, start3;
  var init_corrections_panel = __esm({
    "src/corrections_panel.ts"() {
      "use strict";
      init_corrections();
      init_dom();
      init_open_text();
      init_storage();
      FILE = "pins.toml";
      save2 = () => {
        const href = URL.createObjectURL(
          new Blob([toToml()], { type: "application/toml;charset=utf-8" })
        );
        el("a", { href, download: FILE }).click();
        setTimeout(() => URL.revokeObjectURL(href), 1e4);
      };
      load2 = async () => {
        const count3 = takeToml(await openText(".toml"));
        return count3 === 1 ? "1 correction taken over" : `${count3} corrections taken over`;
      };
      row3 = ({ said, seen }, at3) => el(
        "li",
        {},
        el(
          "span",
          { class: "grow" },
          foreign(said),
          seen ? null : el("span", { class: "muted" }, " – nothing in this page has this name")
        ),
        button({ class: "ask", "aria-label": `Undo: ${said}`.slice(0, 200) }, "Undo", () => undo(at3))
      );
      fill2 = () => {
        const steps2 = list();
        const said = el("p", { class: "muted", role: "status" }, notice());
        const loading = async () => {
          try {
            said.textContent = await load2();
          } catch (error) {
            said.textContent = error instanceof Error ? error.message : String(error);
          }
        };
        return [
          el(
            "p",
            { class: "muted" },
            "Seen here at once. For the next build, save the file and give it to ",
            el("code", {}, "--pins"),
            "."
          ),
          el("ul", {}, ...steps2.map(row3)),
          el(
            "div",
            { class: "actions" },
            button({ class: "ask" }, `Save ${FILE}`, save2),
            button({ class: "ask" }, "Load …", loading),
            button({ class: "ask" }, "Undo all", () => reset())
          ),
          said
        ];
      };
      start3 = () => {
        const count3 = list().length;
        if (!count3) return;
        const panel4 = el("div", {
          id: "corrections-panel",
          role: "group",
          "aria-label": "Corrections",
          hidden: true
        });
        const opener3 = button(
          { id: "corrections", class: "tool", "aria-expanded": "false", "aria-controls": "corrections-panel" },
          `Corrections (${count3})`,
          () => open2(panel4.hidden)
        );
        const open2 = (wanted) => {
          if (wanted) panel4.replaceChildren(...fill2());
          panel4.hidden = !wanted;
          opener3.setAttribute("aria-expanded", String(wanted));
          if (wanted) panel4.querySelector("button")?.focus();
        };
        panel4.addEventListener("keydown", (event) => {
          if (event.key !== "Escape") return;
          open2(false);
          opener3.focus();
          event.stopPropagation();
        });
        const menu2 = el("div", { class: "menu" }, opener3, panel4);
        document.addEventListener("pointerdown", ({ target }) => {
          if (!menu2.contains(target)) open2(false);
        });
        byId("save").parentElement?.before(menu2);
      };
    }
  });

  // src/xml.ts
  var MARKS2, lineEnds, legal, attribute, content2;
  var init_xml = __esm({
    "src/xml.ts"() {
      "use strict";
      MARKS2 = {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "	": "&#9;"
      };
      lineEnds = (text2, wrap) => text2.replace(/[\u0085\u2028]/g, (sign2) => wrap(`&#${sign2.charCodeAt(0)};`));
      legal = (text2) => text2.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
      attribute = (text2) => lineEnds(
        legal(text2).replace(/[&<>"\n\t]/g, (sign2) => MARKS2[sign2]),
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
        const text2 = (words, x2, y2, attributes) => {
          const font = attribute(pen.font);
          parts.push(
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
            const kept2 = path2;
            path2 = "";
            pen.rect(x2, y2, w, h);
            pen.fill();
            path2 = kept2;
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
${parts.join("\n")}
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
        all2(ctx, { ratio: SHARP });
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
        all2(pen, { ratio: 1 });
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
      key = () => [...kinds2.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
      window.addEventListener("beforeprint", () => {
        document.documentElement.dataset.print = "";
        dress2();
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
  var columns, broader2, NODE_TEXTS, NODE_TYPES, NODE_NAMES, EDGE_NAMES, EDGE_TYPES, nodeRows2, edgeRow2, edgeRows2, cell2, csv, nodeTable, edgeTable, key2, data2, graphml;
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
      nodeRows2 = (texts) => nodes.id.filter((i) => now2.listed[i]).map((i) => {
        const [r, g, b] = colours[nodes.kind[i]] || [];
        const drawn2 = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(
            NODE_NAMES.map((name3) => [name3, drawn2[name3] ?? columns(nodes)[name3]?.[i] ?? ""])
          )
        };
      });
      edgeRow2 = (texts) => (line) => {
        const edge = now3.edge[line];
        const ends = { source: nodes.key[now3.a[line]], target: nodes.key[now3.b[line]] };
        const relation3 = nameOf3(line);
        const id2 = `${ends.source}--${relation3}--${ends.target}`;
        if (edge < 0) return { id: id2, ...ends, relation: relation3, weight: now3.weight[line] };
        const shared2 = texts.shared[edge];
        const count3 = { shared_count: shared2 ? split2(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name3) => [
            name3,
            count3[name3] ?? columns(texts)[name3]?.[edge] ?? columns(edges)[name3]?.[edge]
          ])
        );
        for (const name3 of Object.keys(EDGE_TYPES)) if (own2[name3] === 0) own2[name3] = "";
        return { ...own2, id: id2, ...ends, relation: relation3 };
      };
      edgeRows2 = (texts) => {
        const all4 = Array.from({ length: now3.count }, (_, line) => line).filter(isListed);
        return all4.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow2(texts));
      };
      cell2 = (value) => {
        const text2 = String(value ?? "");
        return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
      };
      csv = (heads, names3, list4) => [heads, ...list4.map((row5) => names3.map((name3) => row5[name3]))].map((row5) => `${row5.map(cell2).join(",")}
`).join("");
      nodeTable = async () => {
        const rest3 = NODE_NAMES.filter((name3) => name3 !== "label");
        return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows2(await all()));
      };
      edgeTable = async () => {
        const rest3 = EDGE_NAMES.filter((name3) => name3 !== "weight");
        const list4 = edgeRows2(await all()).map((row5) => ({ ...row5, type: "Directed" }));
        const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
        return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest3], list4);
      };
      key2 = (id2, of, name3, type = "string") => `<key id="${id2}" for="${of}" attr.name="${name3}" attr.type="${type}"/>
`;
      data2 = (row5, names3) => names3.filter((name3) => row5[name3] !== "" && row5[name3] !== void 0).map((name3) => `<data key="${name3}">${content2(String(row5[name3]))}</data>
`).join("");
      graphml = async () => {
        const texts = await all();
        const id2 = attribute;
        return [
          '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
          ...NODE_NAMES.map((name3) => key2(name3, "node", name3, NODE_TYPES[name3])),
          key2("edgelabel", "edge", "label"),
          ...EDGE_NAMES.map((name3) => key2(name3, "edge", name3, EDGE_TYPES[name3])),
          '<graph edgedefault="directed">\n',
          ...nodeRows2(texts).map((row5) => `<node id="${id2(String(row5.id))}">
${data2(row5, NODE_NAMES)}</node>
`),
          ...edgeRows2(texts).map(
            (row5) => `<edge id="${id2(row5.id)}" source="${id2(row5.source)}" target="${id2(row5.target)}" label="${id2(row5.relation)}">
<data key="edgelabel">${content2(row5.relation)}</data>
${data2(row5, EDGE_NAMES)}</edge>
`
          ),
          "</graph>\n</graphml>\n"
        ].join("");
      };
    }
  });

  // src/export_menu.ts
  var opener, menu, status2, UTF8, STEPS2, stem, download, text, copy, THINGS, open, run;
  var init_export_menu = __esm({
    "src/export_menu.ts"() {
      "use strict";
      init_cite();
      init_corrections_panel();
      init_dom();
      init_open_text();
      init_picture();
      init_reading();
      init_rows();
      init_state();
      init_tables();
      opener = byId("save");
      menu = byId("save-menu");
      status2 = byId("save-status");
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
        ["Papers (BibTeX)", text(async () => FILES.bib(), "application/x-bibtex", ".bib")],
        ["Papers (RIS)", text(async () => FILES.ris(), "application/x-research-info-systems", ".ris")],
        ["Papers (Markdown)", text(async () => FILES.md(), "text/markdown", ".md")],
        ["Papers (CSV)", text(async () => FILES.csv(), "text/csv", ".papers.csv")],
        ["Reading marks (JSON)", text(async () => toJson(), "application/json", ".reading.json")],
        [
          "Load reading marks …",
          async () => `${plural(takeJson(await openText(".json")), "mark")} taken over`
        ],
        ["Load corrections …", load2],
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
        const step2 = STEPS2[event.key];
        if (event.key === "Escape") {
          open(false);
          opener.focus();
        } else if (step2)
          all4[(all4.indexOf(document.activeElement) + step2 + all4.length) % all4.length].focus();
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
  var range, named3, weights, papers, dates, months, times, row4, STEPS3, DIGITS, plain3, scaled, counted, dated, rows2;
  var init_sliders = __esm({
    "src/sliders.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_rows();
      init_state();
      range = (values) => values.reduce(
        ([least, most2], value) => [Math.min(least, value), Math.max(most2, value)],
        [Infinity, -Infinity]
      );
      named3 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
      weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers = nodes.papers.filter((_, i) => !isPaper(i));
      dates = [...new Set(nodes.date.filter((date2) => /^\d{4}/.test(date2)))].sort();
      months = [...new Set(dates.map((date2) => date2.slice(0, 7)))];
      times = months.length > 2 ? months : dates;
      row4 = (slider) => {
        const { name: name3, label, field, views, most: most2, write: write3, read: read2, show: show3 } = slider;
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
        const refresh4 = (now5) => {
          const step2 = read2(now5[field]);
          input2.value = String(step2);
          output.textContent = show3(step2);
          input2.setAttribute("aria-valuetext", show3(step2));
          made.hidden = views !== void 0 && !views.includes(now5.view);
        };
        input2.addEventListener("input", () => narrow(field, write3(Number(input2.value))));
        refresh4(now);
        on(["filter"], refresh4);
        return made;
      };
      STEPS3 = 50;
      DIGITS = 2;
      plain3 = (value) => value.toFixed(DIGITS);
      scaled = (slider, [least, most2], written = plain3) => {
        const value = (step2) => {
          const exact = least + (most2 - least) * step2 / STEPS3;
          return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
        };
        return row4({
          ...slider,
          most: STEPS3,
          write: (step2) => step2 ? value(step2) : 0,
          read: (now5) => Math.max(0, Math.min(STEPS3, Math.ceil((now5 - least) / (most2 - least) * STEPS3 - 1e-6))),
          show: (step2) => step2 ? `≥ ${written(value(step2))}` : "any"
        });
      };
      counted = (slider, most2) => row4({
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
          const found = times.findIndex((time) => time >= now5);
          return now5 === "" ? edge : found < 0 ? times.length - 1 : found;
        },
        show: (step2) => times[step2]
      });
      rows2 = () => {
        const found = [];
        const [sure, heavy, often] = [named3, weights, papers].map(range);
        if (sure[1] > sure[0])
          found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure));
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
  var FIRST3, panel2, body, boxes, all3, check, group, kinds3, relations2, colours2, opened, isOpen, turner, topicRow, topicRows, topicList, topicOf, renderTopics, reset2, refresh2, recount, start4, restyle2;
  var init_legend = __esm({
    "src/legend.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_result();
      init_rows();
      init_sliders();
      init_state();
      FIRST3 = 8;
      panel2 = byId("legend");
      body = panel2.querySelector(".legend-body");
      boxes = [];
      all3 = false;
      check = (field, [name3, value, count3], label, toggle, extra = false) => {
        const box = el("input", { type: "checkbox", name: name3, value });
        box.addEventListener("change", () => toggle(value));
        const figure2 = el("span", { class: "count" }, count3.toLocaleString("en"));
        boxes.push({ box, field, figure: figure2 });
        return el("label", { class: extra ? "row extra" : "row" }, box, ...label, figure2);
      };
      group = (title, ...rows3) => el("fieldset", {}, el("legend", {}, title), ...rows3);
      kinds3 = () => Object.entries(KINDS).filter(([kind]) => kinds2.has(kind)).map(([kind, { many }]) => {
        const label = [icon(kind), el("span", { class: "grow" }, many)];
        return check("hiddenKinds", ["kind", kind, kinds2.get(kind) ?? 0], label, toggleKind);
      });
      relations2 = () => Object.entries(RELATIONS).filter(([name3]) => relations.has(name3)).map(
        ([name3, { edge, background: background2 }]) => check(
          "hiddenRelations",
          ["relation", name3, relations.get(name3) ?? 0],
          [el("span", { class: "grow" }, background2 ? `Background ${edge.toLowerCase()}` : edge)],
          toggleRelation,
          background2
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
      opened = /* @__PURE__ */ new Set();
      isOpen = ({ name: name3 }) => opened.has(name3) || [now.topic, topic.get(now.topic)?.parent].includes(name3);
      turner = (topic4) => {
        const { name: name3, subtopics } = topic4;
        if (subtopics.length < 2) return null;
        const open2 = isOpen(topic4);
        const label = `${open2 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return button(
          { class: "turn", "aria-expanded": String(open2), "aria-label": label, value: name3 },
          "›",
          () => {
            if (!opened.delete(name3)) opened.add(name3);
            renderTopics();
          }
        );
      };
      topicRow = (topic4) => {
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
      topicRows = (topic4) => [
        topicRow(topic4),
        ...topic4.subtopics.length > 1 && isOpen(topic4) ? topic4.subtopics.map(topicRow) : []
      ];
      topicList = el("div", { class: "topics" });
      topicOf = (item) => item.getAttribute("value") || item.dataset.topic;
      renderTopics = () => {
        const { topics: topics2 } = model_exports;
        const held = [...topicList.querySelectorAll("button, input")].find(
          (item) => item === document.activeElement
        );
        const list4 = (all3 ? topics2 : topics2.slice(0, FIRST3)).flatMap(topicRows);
        if (topics2.length > FIRST3) {
          const turn2 = () => {
            all3 = !all3;
            renderTopics();
          };
          list4.push(button({ class: "more" }, all3 ? "Show fewer" : `Show all ${topics2.length}`, turn2));
        }
        topicList.replaceChildren(...list4);
        if (!held) return;
        const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf(item) === topicOf(held);
        [...topicList.querySelectorAll("button, input")].find(again)?.focus();
      };
      reset2 = button({ class: "more reset" }, "Reset filters", widen);
      refresh2 = (now5) => {
        for (const { box, field } of boxes) box.checked = !now5[field].has(box.value);
        for (const box of body.querySelectorAll("input[name=colour]"))
          box.checked = box.value === now5.colour;
        reset2.hidden = !isNarrowed();
      };
      recount = () => {
        for (const { box, field, figure: figure2 } of boxes) {
          if (field !== "hiddenKinds") continue;
          const [found, all4] = now2.count.kinds.get(box.value) ?? [0, 0];
          figure2.textContent = (found < all4 ? `${found.toLocaleString("en")} of ` : "") + all4.toLocaleString("en");
        }
      };
      start4 = () => {
        body.append(group("Show", ...kinds3()));
        if (topics.length) {
          body.append(group("Colour", colours2()), group("Topics", topicList));
          renderTopics();
        }
        if (links) body.append(group("Links", ...relations2()));
        const narrow2 = rows2();
        if (narrow2.length) body.append(group("Narrow", ...narrow2));
        body.append(reset2);
        panel2.hidden = size === 0;
        recount();
        if (matchMedia("(max-width: 720px)").matches) panel2.open = false;
        refresh2(now);
        on(["filter", "colour"], refresh2);
        on(["filter"], (_, changed) => {
          if (changed.includes("hiddenTopics")) renderTopics();
        });
        on(["selection"], renderTopics);
      };
      restyle2 = renderTopics;
    }
  });

  // src/table.ts
  var FIRST4, panel3, order, limit, relation2, link, figure, surety, weight, about, strength, whole3, end, COLUMNS, columnsOf2, itemsOf, sorted, header, choice, render2;
  var init_table = __esm({
    "src/table.ts"() {
      "use strict";
      init_dom();
      init_lines();
      init_model();
      init_result();
      init_rows();
      init_state();
      FIRST4 = 200;
      panel3 = byId("table");
      order = { nodes: ["papers", -1], links: ["weight", -1] };
      limit = FIRST4;
      relation2 = (line) => {
        const name3 = nameOf3(line);
        return name3 === BESIDE ? "Named with" : RELATIONS[name3]?.edge ?? name3;
      };
      link = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      figure = (value, digits) => value ? value.toFixed(digits) : "";
      surety = (line) => now3.edge[line] < 0 || isPaper(now3.b[line]) ? 0 : edges.confidence[now3.edge[line]];
      weight = (line) => {
        const value = strength(line);
        return isPaper(now3.b[line]) && value ? percent(value) : figure(value, 0);
      };
      about = (line) => now3.edge[line] < 0 ? 0 : edges.salience[now3.edge[line]];
      strength = (line) => isPaper(now3.b[line]) || now3.edge[line] < 0 ? now3.weight[line] : 0;
      whole3 = (title, value) => ({
        ...{ title, value, show: (item) => value(item).toLocaleString("en"), number: true }
      });
      end = (title, node2) => ({
        ...{ title, value: (line) => nodes.label[node2(line)], show: (line) => link(node2(line)) }
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
          source: end("From", (line) => now3.a[line]),
          relation: { title: "Relation", value: relation2, show: relation2 },
          target: end("To", (line) => now3.b[line]),
          salience: { title: "Salience", value: about, show: (line) => figure(about(line), 2), number: true },
          confidence: { title: "Confidence", value: surety, show: (line) => figure(surety(line), 2), number: true },
          weight: { title: "Weight", value: strength, show: weight, number: true }
        }
      };
      columnsOf2 = (what, items) => Object.entries(COLUMNS[what]).filter(
        ([name3, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name3) || items.some(value)
      );
      itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => now2.listed[i]) : Array.from({ length: now3.count }, (_, line) => line).filter(isListed);
      sorted = (what, items) => {
        const [by, way2] = order[what];
        const { value } = COLUMNS[what][by];
        const keyed = items.map((item) => ({ item, key: value(item) }));
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return keyed.sort((a, b) => way2 * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
      };
      header = (what) => ([name3, { title, number: number2 }]) => {
        const [by, way2] = order[what];
        const turn2 = () => {
          order[what] = [name3, by === name3 ? way2 > 0 ? -1 : 1 : number2 ? -1 : 1];
          limit = FIRST4;
          render2();
          panel3.querySelector(`[data-column="${name3}"]`)?.focus();
        };
        const sign2 = el(
          "span",
          { "aria-hidden": "true", class: "sign" },
          by === name3 ? way2 > 0 ? "▲" : "▼" : ""
        );
        return el(
          "th",
          {
            scope: "col",
            class: number2 ? "number" : false,
            "aria-sort": by === name3 ? way2 > 0 ? "ascending" : "descending" : "none"
          },
          button({ "data-column": name3 }, [title, sign2], turn2)
        );
      };
      choice = (what, title) => button(
        { "aria-pressed": String(now.table === what), "data-table": what },
        title,
        () => table(what)
      );
      render2 = () => {
        const what = now.table;
        panel3.hidden = now.main !== "table";
        document.body.classList.toggle("with-table", !panel3.hidden);
        if (panel3.hidden) {
          panel3.replaceChildren();
          return;
        }
        const items = itemsOf(what);
        const columns2 = columnsOf2(what, items);
        const row5 = (item) => el(
          "tr",
          {},
          ...columns2.map(
            ([name3, { show: show3, number: number2 }]) => el(
              "td",
              { class: number2 ? "number" : ["topic", "target"].includes(name3) ? "text" : false },
              show3(item)
            )
          )
        );
        const body2 = sorted(what, items).slice(0, limit).map(row5);
        const rest3 = items.length - body2.length;
        const more = button({ class: "more" }, `Show more (${rest3.toLocaleString("en")})`, () => {
          limit += 5 * FIRST4;
          render2();
        });
        const count3 = plural(items.length, what === "nodes" ? "node" : "link");
        const close2 = button(
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
          el("span", { class: "count", role: "status" }, `${count3} shown`),
          close2
        );
        const grid = el(
          "table",
          {},
          el("caption", { class: "unseen" }, `What is shown: ${count3}. Headers sort.`),
          el("thead", {}, el("tr", {}, ...columns2.map(header(what)))),
          el("tbody", {}, ...body2)
        );
        panel3.replaceChildren(
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
  var group2, opener2, hint, VIEWS2, entities3, refresh3, start5;
  var init_toolbar = __esm({
    "src/toolbar.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_scene();
      init_state();
      group2 = byId("views");
      opener2 = byId("show-table");
      hint = byId("hint");
      VIEWS2 = {
        full: ["Everything", "Papers and what they name"],
        papers: ["Papers", "Papers and the links between them"],
        entities: ["Entities", `${entities.many}, linked where papers name both`]
      };
      entities3 = size - (kinds2.get("paper") || 0);
      refresh3 = (now5) => {
        for (const box of group2.querySelectorAll("input")) box.checked = box.value === now5.view;
        opener2.setAttribute("aria-pressed", String(now5.main === "table"));
        const none = size > 0 && !shown.some(Boolean);
        hint.hidden = !none;
        hint.textContent = none ? "Nothing passes these filters. Reset them in the legend." : "";
      };
      start5 = () => {
        for (const [value, [label, title]] of Object.entries(VIEWS2)) {
          const box = el("input", { type: "radio", name: "view", value });
          box.addEventListener("change", () => view(value));
          group2.append(el("label", { title }, box, el("span", {}, label)));
        }
        group2.hidden = !entities3 || entities3 === size;
        opener2.hidden = size === 0;
        opener2.addEventListener("click", () => show(now.main === "table" ? "map" : "table"));
        refresh3(now);
      };
    }
  });

  // src/main.ts
  var main_exports = {};
  var ZOOMS, start6, isSettled, listen;
  var init_main = __esm({
    "src/main.ts"() {
      "use strict";
      init_card();
      init_dom();
      init_draw();
      init_export_menu();
      init_cite();
      init_corpus();
      init_corrections();
      init_corrections_panel();
      init_labels();
      init_legend();
      init_lines();
      init_model();
      init_neighbourhood();
      init_paint();
      init_reading();
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
      start6 = () => {
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
          refresh3(now5);
          recount();
        };
        start2();
        on2(refilter);
        start4();
        start5();
        start3();
        onLeaving(flush);
        on(["selection"], (_, changed) => {
          emphasise2(now5);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown3 = track(
            nextFrame().then(() => restep ? mark2() : show2()).then(() => moveCamera(changed))
          );
        });
        on(["colour"], repaint);
        on(["main"], () => {
          render2();
          refresh3(now5);
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
          show2();
        });
        const notice2 = byId("notice");
        notice2.hidden = size > 0;
        notice2.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
        show2();
        fit(void 0, { animated: false });
        return () => pending2 === 0 && hasArrived() && isWritten();
      };
      isSettled = start6();
      listen = () => start(camera2);
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
      else listen();
      Object.assign(window, {
        paperlattice: {
          model: model_exports,
          corpus,
          cite: cite_exports,
          corrections: corrections_exports,
          reading: reading_exports,
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
          isSettled
        }
      });
    }
  });

  // src/boot.ts
  init_corrections();
  init_data();
  init_unpack();
  var sayWhy = () => {
    const notice2 = document.getElementById("notice");
    if (!notice2) return;
    notice2.hidden = false;
    notice2.textContent = "This browser cannot unpack the graph: it is from before 2023, or the file is damaged. Open it in a newer browser, or write it again.";
  };
  var packed2 = content("graph-data");
  unpack(packed2).then(async (data3) => {
    give(await applied(data3, packed2));
    return Promise.resolve().then(() => (init_main(), main_exports));
  }, sayWhy);
})();
/*! Bundled license information:

smol-toml/dist/error.js:
smol-toml/dist/primitive.js:
smol-toml/dist/date.js:
smol-toml/dist/extract.js:
smol-toml/dist/util.js:
smol-toml/dist/struct.js:
smol-toml/dist/parse.js:
smol-toml/dist/stringify.js:
smol-toml/dist/index.js:
  (*!
   * Copyright (c) Squirrel Chat et al., All rights reserved.
   * SPDX-License-Identifier: BSD-3-Clause
   *
   * Redistribution and use in source and binary forms, with or without
   * modification, are permitted provided that the following conditions are met:
   *
   * 1. Redistributions of source code must retain the above copyright notice, this
   *    list of conditions and the following disclaimer.
   * 2. Redistributions in binary form must reproduce the above copyright notice,
   *    this list of conditions and the following disclaimer in the
   *    documentation and/or other materials provided with the distribution.
   * 3. Neither the name of the copyright holder nor the names of its contributors
   *    may be used to endorse or promote products derived from this software without
   *    specific prior written permission.
   *
   * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
   * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
   * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
   * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
   * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
   * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
   * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
   * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
   * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
   * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
   *)
*/
