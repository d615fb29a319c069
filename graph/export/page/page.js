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
    for (var name5 in all6)
      __defProp(target, name5, { get: all6[name5], enumerable: true });
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
          for (const name5 of namesOf(pin))
            for (const node2 of graph.named(pin.kind ?? pin.from ?? "", name5)) found.add(node2);
        for (const pin of pins)
          if (pin.table === "drop")
            for (const name5 of namesOf(pin)) for (const node2 of graph.named("", name5)) found.add(node2);
        return [...found].sort((a, b) => a - b);
      };
      indexed = (graph, pins, table4) => {
        const found = /* @__PURE__ */ new Map();
        pins.forEach((pin, at8) => {
          if (pin.table !== table4 || table4 === "rename" && !pin.paper) return;
          const scopes = pin.paper ? graph.papersOf(pin.paper) : [""];
          for (const name5 of namesOf(pin))
            for (const scope of scopes) {
              const key4 = [name5, scope, pin.kind ?? pin.from ?? ""].join("\n");
              if (!found.has(key4)) found.set(key4, at8);
            }
        });
        return (kind, name5, paper4) => {
          for (const scope of [paper4, ""])
            for (const each2 of [kind, ""]) {
              const at8 = found.get([name5, scope, each2].join("\n"));
              if (at8 !== void 0) return at8;
            }
          return -1;
        };
      };
      formParts = (graph, pins, node2, effects2) => {
        const names6 = new Set(graph.names(node2));
        const root = new Map([...names6].map((name5) => [name5, name5]));
        const find2 = (name5) => {
          const up = root.get(name5) ?? name5;
          return up === name5 ? name5 : find2(up);
        };
        const meant = (pin) => !pin.kind || pin.kind === graph.kind[node2];
        const inside2 = (pin) => meant(pin) ? (pin.names ?? []).filter((name5) => names6.has(name5)) : [];
        for (const pin of pins)
          if (pin.table === "same") {
            const [first2, ...others2] = inside2(pin);
            for (const name5 of others2) root.set(find2(name5), find2(first2));
          }
        const apart = [];
        pins.forEach((pin, at8) => {
          if (pin.table !== "different") return;
          const own2 = inside2(pin);
          for (const [i, one] of own2.entries())
            for (const other2 of own2.slice(i + 1)) apart.push([find2(one), find2(other2), at8]);
        });
        const part2 = /* @__PURE__ */ new Map([[find2(graph.label[node2]), 0]]);
        const order5 = [find2(graph.label[node2]), ...apart.flatMap((pair2) => pair2.slice(0, 2))];
        for (const name5 of order5) {
          if (part2.has(name5)) continue;
          const foes = apart.filter((pair2) => pair2.slice(0, 2).includes(name5));
          const taken = new Set(foes.flatMap(([one, other2]) => [part2.get(one), part2.get(other2)]));
          let free2 = 0;
          while (taken.has(free2)) free2 += 1;
          part2.set(name5, free2);
        }
        for (const [one, other2, at8] of apart) if (one !== other2) effects2[at8] = true;
        return (form) => names6.has(form) ? part2.get(find2(form)) ?? 0 : 0;
      };
      paperParts = (graph, pins, node2, effects2) => {
        const names6 = new Set(graph.names(node2));
        const part2 = /* @__PURE__ */ new Map();
        const own2 = new Set(graph.own[node2].map((e) => graph.from[e]));
        pins.forEach((pin, at8) => {
          const meant = pin.table === "different" && pin.name && names6.has(pin.name);
          if (!meant || pin.kind && pin.kind !== graph.kind[node2]) return;
          pin.papers.forEach((group4, number3) => {
            for (const paper4 of group4.flatMap(graph.papersOf))
              if (own2.has(paper4) && !part2.has(paper4)) part2.set(paper4, number3);
          });
          effects2[at8] = true;
        });
        return (paper4) => part2.get(paper4) ?? 0;
      };
      placesOf = (graph, pins, surfaces, effects2) => {
        const [dropAt, retypeAt, renameAt] = ["drop", "retype", "rename"].map(
          (table4) => indexed(graph, pins, table4)
        );
        const targets = graph.key.map((key4, base) => ({
          ...{ kind: graph.kind[base], base, label: graph.label[base], key: key4, forms: /* @__PURE__ */ new Map() }
        }));
        const made7 = /* @__PURE__ */ new Map();
        const make3 = (key4, target) => {
          const known3 = made7.get(key4);
          if (known3 !== void 0) return known3;
          targets.push({ ...target, key: key4, forms: /* @__PURE__ */ new Map() });
          made7.set(key4, targets.length - 1);
          return targets.length - 1;
        };
        const judged = (kind, form, paper4) => {
          const [rename2, retype] = [renameAt(kind, form, paper4), retypeAt(kind, form, paper4)];
          const [name5, wanted] = [pins[rename2]?.to, pins[retype]?.to];
          const first2 = dropAt(kind, form, paper4);
          const dropped = first2 >= 0 ? first2 : dropAt(wanted ?? kind, name5 ?? form, paper4);
          const by = [rename2, retype, dropped].filter((at8) => at8 >= 0);
          const verdict = { ...dropped >= 0 ? { dropped } : {}, kind: wanted, name: name5 };
          return { said: by.length ? `${dropped >= 0}
${wanted}
${name5}` : "", verdict, by };
        };
        const verdictOf = (node2, form, paper4) => {
          const own2 = judged(graph.kind[node2], form, paper4);
          if (own2.said || graph.names(node2).includes(form)) return own2;
          const all6 = graph.names(node2).map((name5) => judged(graph.kind[node2], name5, paper4));
          return all6.every(({ said: said3 }) => said3 && said3 === all6[0].said) ? all6[0] : own2;
        };
        const retyped = (node2, kind, name5) => {
          const known3 = (name5 ? [name5] : graph.names(node2)).flatMap((each2) => graph.named(kind, each2));
          if (known3.length) return known3[0];
          if (name5) return make3(`${kind}:~${name5}`, { kind, base: node2, label: name5, isNamed: true });
          return make3(`${graph.key[node2]}~${kind}`, { kind, base: node2, label: "" });
        };
        const place3 = (node2, byForm, byPaper) => {
          const { kind, key: key4, label: label2 } = graph;
          return (form, paper4) => {
            const { verdict, by } = verdictOf(node2, form, paper4);
            for (const at8 of by) effects2[at8] = true;
            if (verdict.dropped !== void 0) return DROPPED;
            const wanted = verdict.kind ?? kind[node2];
            if (wanted !== kind[node2] || verdict.name) return retyped(node2, wanted, verdict.name);
            const [one, other2] = [byForm(form), byPaper(paper4)];
            if (!one && !other2) return node2;
            return make3(`${key4[node2]}~${one}.${other2}`, {
              kind: kind[node2],
              base: node2,
              label: one ? "" : label2[node2]
            });
          };
        };
        const count5 = (target, form, more) => {
          const { forms: forms2, label: label2, isNamed } = targets[target];
          const name5 = isNamed ? label2 : form;
          forms2.set(name5, (forms2.get(name5) ?? 0) + more);
        };
        const moves = /* @__PURE__ */ new Map();
        const home3 = /* @__PURE__ */ new Map();
        for (const node2 of touched(graph, pins)) {
          const byForm = formParts(graph, pins, node2, effects2);
          const at8 = place3(node2, byForm, paperParts(graph, pins, node2, effects2));
          home3.set(node2, at8(graph.label[node2], -1));
          for (const name5 of graph.names(node2)) {
            const target = at8(name5, -1);
            if (target >= 0) count5(target, name5, 0);
          }
          for (const e of graph.own[node2]) {
            const written2 = surfaces(e);
            const own2 = /* @__PURE__ */ new Map();
            for (const form of written2.length ? written2 : [graph.label[node2]]) {
              const target = at8(form, graph.from[e]);
              own2.set(target, [...own2.get(target) ?? [], form]);
              if (target >= 0) count5(target, form, 1);
            }
            moves.set(
              e,
              [...own2].filter(([target]) => target !== DROPPED)
            );
          }
        }
        return { targets, moves, home: home3 };
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
        const [one, other2] = [kind, wanted].map((name5) => graph.data.facts.kinds[name5]?.relations ?? []);
        if (kind === wanted || !other2.length) return relation3;
        const rank = one.indexOf(relation3);
        return other2[Math.min(rank < 0 ? other2.length : rank, other2.length - 1)];
      };
      parted = (graph, pins, effects2) => {
        const pairs2 = /* @__PURE__ */ new Set();
        pins.forEach((pin, at8) => {
          if (pin.table !== "unrelated") return;
          const [ones2, others2] = pin.papers.map(graph.papersOf);
          for (const one of ones2) for (const other2 of others2) pairs2.add(`${one}
${other2}`).add(`${other2}
${one}`);
          effects2[at8] = ones2.length > 0 && others2.length > 0;
        });
        return (a, b) => pairs2.has(`${a}
${b}`);
      };
      addTo = (graph, pins, places3, effects2) => {
        const found = [];
        pins.forEach((pin, at8) => {
          if (pin.table !== "add") return;
          const { name: name5 = "", kind = "", paper: paper4 = "" } = pin;
          const relation3 = pin.relation ?? graph.data.facts.kinds[kind]?.relations?.at(-1) ?? "uses";
          for (const from of graph.papersOf(paper4)) {
            const [known3] = graph.named(kind, name5);
            const key4 = `${kind}:~${name5}`;
            let to = known3 ?? places3.targets.findIndex((target) => target.key === key4);
            if (to < 0) {
              const forms2 = /* @__PURE__ */ new Map([[name5, 1]]);
              to = places3.targets.push({ kind, base: from, label: name5, key: key4, forms: forms2 }) - 1;
            }
            found.push({ from, to, relation: relation3, origins: /* @__PURE__ */ new Map() });
            effects2[at8] = true;
          }
        });
        return found;
      };
      edgesOf = (graph, pins, places3, surfaces, find2, effects2) => {
        const found = /* @__PURE__ */ new Map();
        const relations4 = graph.edges.relation ?? [];
        const areParted = parted(graph, pins, effects2);
        const put2 = (edge) => {
          const key4 = `${edge.from}
${edge.to}
${edge.relation}`;
          const known3 = found.get(key4);
          if (!known3) found.set(key4, edge);
          else
            for (const [e, forms2] of edge.origins) {
              const before3 = known3.origins.get(e);
              known3.origins.set(e, before3 && forms2 ? [...before3, ...forms2] : forms2);
            }
        };
        graph.from.forEach((from, e) => {
          const [to, relation3] = [graph.to[e], relations4[e]];
          if (graph.isPaper[to]) {
            if (relation3 !== "related" || !areParted(from, to))
              put2({ from, to, relation: relation3, origins: /* @__PURE__ */ new Map([[e, void 0]]) });
            return;
          }
          const whole6 = surfaces(e).length;
          for (const [target, forms2] of places3.moves.get(e) ?? [[to, []]]) {
            const root = find2(target);
            const own2 = likeRole(graph, graph.kind[to], places3.targets[root].kind, relation3);
            const part2 = places3.moves.has(e) && forms2.length < whole6 ? forms2 : void 0;
            put2({ from, to: root, relation: own2, origins: /* @__PURE__ */ new Map([[e, part2]]) });
          }
        });
        for (const edge of addTo(graph, pins, places3, effects2)) put2({ ...edge, to: find2(edge.to) ?? edge.to });
        return [...found.values()].filter(({ to }) => to !== DROPPED).sort((a, b) => a.from - b.from);
      };
    }
  });

  // src/data.ts
  var given, give, pageData, split, unpackColumn, unpackTable;
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
      split = (text3) => text3.split(" | ").filter((part2) => part2 !== "");
      unpackColumn = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at8) => column2.values[at8]);
      unpackTable = (columns3) => Object.fromEntries(Object.entries(columns3).map(([name5, column2]) => [name5, unpackColumn(column2)]));
    }
  });

  // src/paper_id.ts
  var paperId;
  var init_paper_id = __esm({
    "src/paper_id.ts"() {
      "use strict";
      paperId = (key4) => key4.replace(/^paper:/, "").replaceAll(":", "/").replace(/(?:_[0-9A-F]{2})+/g, (run3) => {
        const bytes = run3.split("_").slice(1).map((code3) => Number.parseInt(code3, 16));
        return new TextDecoder().decode(Uint8Array.from(bytes));
      });
    }
  });

  // src/correct_graph.ts
  var titleKey, graphOf;
  var init_correct_graph = __esm({
    "src/correct_graph.ts"() {
      "use strict";
      init_data();
      init_paper_id();
      titleKey = (title2) => {
        const folded = title2.normalize("NFKC").toLowerCase();
        return folded.replace(/[^\p{L}\p{N}]/gu, "") || folded.trim();
      };
      graphOf = (data3) => {
        const nodes2 = unpackTable(data3.nodes);
        const edges2 = unpackTable(data3.edges);
        const texts = (name5) => nodes2[name5] ?? [];
        const [key4, kind, label2, written2, aliases] = ["key", "kind", "label", "written", "aliases"].map(texts);
        const [from, to] = [edges2.from ?? [], edges2.to ?? []];
        const size4 = key4.length;
        const isPaper2 = kind.map((name5) => name5 === "paper");
        const own2 = Array.from({ length: size4 }, () => []);
        for (let e = 0; e < from.length; e += 1) if (!isPaper2[to[e]]) own2[to[e]].push(e);
        const names6 = (node2) => [label2[node2], ...split(aliases[node2] ?? "")];
        const byName2 = /* @__PURE__ */ new Map();
        const papers5 = /* @__PURE__ */ new Map();
        const enter = (map, name5, node2) => {
          const found = map.get(name5);
          if (!found) map.set(name5, [node2]);
          else if (!found.includes(node2)) found.push(node2);
        };
        for (let i = 0; i < size4; i += 1) {
          if (isPaper2[i]) {
            enter(papers5, `id:${paperId(key4[i])}`, i);
            enter(papers5, `title:${titleKey(written2[i] || label2[i])}`, i);
          } else for (const name5 of names6(i)) enter(byName2, `${kind[i]}
${name5}`, i);
        }
        const kinds6 = Object.keys(data3.facts.kinds).filter((name5) => name5 !== "paper");
        return {
          ...{ data: data3, nodes: nodes2, edges: edges2, key: key4, kind, label: label2, from, to, size: size4, isPaper: isPaper2, own: own2, names: names6, kinds: kinds6 },
          /** Entities of a kind ("": any) that go by a name. */
          named: (wanted, name5) => (wanted ? [wanted] : kinds6).flatMap((each2) => byName2.get(`${each2}
${name5}`) ?? []),
          /** Papers of an id or a title. */
          papersOf: (given2) => [
            .../* @__PURE__ */ new Set([...papers5.get(`id:${given2}`) ?? [], ...papers5.get(`title:${titleKey(given2)}`) ?? []])
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
      mergesOf = (graph, pins, { targets, moves, home: home3 }, effects2) => {
        const up = targets.map((_, at8) => at8);
        const find2 = (at8) => {
          let root = at8;
          while ((up[root] ?? root) !== root) root = up[root];
          up[at8] = root;
          return root;
        };
        const papers5 = graph.nodes.papers ?? [];
        const rank = (at8) => at8 < graph.size ? papers5[at8] : -1;
        const union = (a, b) => {
          const [one, other2] = [find2(a), find2(b)];
          if (one === other2) return;
          const first2 = rank(one) > rank(other2) || rank(one) === rank(other2) && one < other2;
          if (first2) up[other2] = one;
          else up[one] = other2;
        };
        const isWhole2 = (node2) => !home3.has(node2);
        const holders = (kind, name5) => {
          const found = graph.named(kind, name5).filter(isWhole2);
          for (let at8 = 0; at8 < targets.length; at8 += 1) {
            const { kind: own2, label: label2, forms: forms2 } = targets[at8];
            if ((at8 >= graph.size || home3.has(at8)) && own2 === kind && (label2 === name5 || forms2.has(name5)))
              found.push(at8);
          }
          return found;
        };
        pins.forEach((pin, number3) => {
          if (pin.table !== "same") return;
          const names6 = pin.names ?? [pin.name ?? ""];
          for (const kind of pin.kind ? [pin.kind] : graph.kinds) {
            const wanted = new Set((pin.papers ?? []).flatMap(graph.papersOf));
            const ofPapers = (node2) => graph.own[node2].filter((e) => wanted.has(graph.from[e])).flatMap((e) => moves.get(e)?.map(([target]) => target) ?? [node2]);
            const all6 = pin.papers ? names6.flatMap((name5) => graph.named(kind, name5)).flatMap(ofPapers) : names6.flatMap((name5) => holders(kind, name5));
            const [first2, ...others2] = new Set(all6);
            for (const other2 of others2) union(first2, other2);
            if (first2 !== void 0) effects2[number3] = true;
          }
        });
        return find2;
      };
    }
  });

  // src/correct_topics.ts
  var renames, correctTopics, rowsOf, correctFigures, correctRest;
  var init_correct_topics = __esm({
    "src/correct_topics.ts"() {
      "use strict";
      init_data();
      renames = (graph, pins, effects2) => {
        const found = { topic: /* @__PURE__ */ new Map(), subtopic: /* @__PURE__ */ new Map() };
        pins.forEach((pin, at8) => {
          if (pin.table !== "topic" || !pin.to) return;
          const level = pin.level ?? "topic";
          const column2 = graph.nodes[level] ?? [];
          const [paper4] = pin.paper ? graph.papersOf(pin.paper) : [];
          const asked4 = (pin.name ?? "").toLowerCase();
          const old = pin.paper ? column2[paper4] : column2.find((name5) => name5.toLowerCase() === asked4);
          if (!old) return;
          effects2[at8] = true;
          if (!found[level].has(old)) found[level].set(old, pin.to);
        });
        return found;
      };
      correctTopics = (graph, pins, effects2) => {
        const found = renames(graph, pins, effects2);
        const all6 = new Map([...found.topic, ...found.subtopic]);
        const nameOf4 = (name5) => all6.get(name5) ?? name5;
        const columns3 = (table4) => ({
          ...table4,
          ...table4.topic ? { topic: table4.topic.map((name5) => found.topic.get(name5) ?? name5) } : {},
          ...table4.subtopic ? {
            subtopic: table4.subtopic.map(
              (name5) => found.subtopic.get(name5) ?? all6.get(name5) ?? name5
            )
          } : {}
        });
        const facts3 = (topics4) => topics4?.map((item) => ({ ...item, name: nameOf4(item.name) }));
        return { columns: columns3, facts: facts3, nameOf: nameOf4 };
      };
      rowsOf = (table4, isKept2) => Object.fromEntries(
        Object.entries(table4).map(([name5, column2]) => [name5, column2.filter((_, at8) => isKept2(at8))])
      );
      correctFigures = (figures3, fates, topic5) => {
        if (!figures3?.series?.id) return figures3;
        const { series } = figures3;
        const fate = (row7) => fates.get(series.id[row7]);
        const without = (table4) => table4?.row && rowsOf(table4, (at8) => fate(table4.row[at8]) !== null);
        const labelOf = (label2, row7) => series.kind[row7] === "topic" ? topic5(label2) : fate(row7)?.label ?? label2;
        return {
          ...figures3,
          ...{
            rising: without(figures3.rising),
            fading: without(figures3.fading),
            taken_up: without(figures3.taken_up)
          },
          series: {
            ...series,
            label: series.label.map(labelOf),
            kind: series.kind.map((kind, row7) => fate(row7)?.kind ?? kind)
          }
        };
      };
      correctRest = (data3, columns3) => data3.rest ? columns3(unpackTable(data3.rest)) : void 0;
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
      init_data();
      asked = (data3, pins) => {
        const graph = graphOf(data3);
        return [...new Set(touched(graph, pins).flatMap((node2) => graph.own[node2]))];
      };
      keptTargets = (graph, { targets, home: home3 }, find2, edges2) => {
        const used2 = new Set(edges2.map(({ to }) => to));
        for (const at8 of home3.values()) if (at8 >= 0) used2.add(find2(at8));
        return targets.map((_, at8) => at8).filter((at8) => {
          if (at8 < graph.size && graph.isPaper[at8]) return true;
          if (find2(at8) !== at8) return false;
          return used2.has(at8) || at8 < graph.size && !home3.has(at8);
        });
      };
      most = (forms2) => [...forms2].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
      mayDiffer = ({ graph, places: places3, find: find2 }) => {
        const changed = /* @__PURE__ */ new Set();
        places3.targets.forEach((_, at8) => {
          if (find2(at8) !== at8) changed.add(find2(at8));
        });
        for (const at8 of places3.home.values()) changed.add(find2(at8));
        for (const own2 of places3.moves.values()) for (const [at8] of own2) changed.add(find2(at8));
        return (at8) => at8 >= graph.size || places3.home.has(at8) || changed.has(at8);
      };
      hiddenPapers = (graph, node2) => {
        const papers5 = Number(graph.nodes.papers?.[node2] ?? 0);
        return Math.max(0, papers5 - new Set(graph.own[node2].map((e) => graph.from[e])).size);
      };
      patches = (built) => {
        const { graph, places: places3, find: find2, edges: edges2, kept: kept4 } = built;
        const { targets, home: home3 } = places3;
        const [drawn4, hidden, names6] = [
          /* @__PURE__ */ new Map(),
          /* @__PURE__ */ new Map(),
          /* @__PURE__ */ new Map()
        ];
        for (const { from, to } of edges2) drawn4.set(to, (drawn4.get(to) ?? /* @__PURE__ */ new Set()).add(from));
        targets.forEach((target, at8) => {
          const root = find2(at8);
          const own2 = names6.get(root) ?? /* @__PURE__ */ new Set();
          if (at8 < graph.size && !graph.isPaper[at8]) {
            const place3 = home3.get(at8) ?? at8;
            if (place3 >= 0) hidden.set(find2(place3), (hidden.get(find2(place3)) ?? 0) + hiddenPapers(graph, at8));
          }
          const isWhole2 = at8 < graph.size && !home3.has(at8);
          for (const name5 of isWhole2 ? graph.names(at8) : target.forms.keys()) own2.add(name5);
          names6.set(root, own2);
        });
        const differs = mayDiffer(built);
        return kept4.map((at8) => {
          if (!differs(at8)) return {};
          const { kind, base, key: key4, forms: forms2 } = targets[at8];
          const first2 = targets[at8].label;
          const label2 = first2 && (!forms2.size || forms2.has(first2) || !home3.has(at8)) ? first2 : most(forms2) ?? graph.label[base];
          const aliases = [...names6.get(at8) ?? []].filter((name5) => name5 !== label2).sort();
          const apart = at8 >= graph.size && kept4.includes(base) ? 2 * Number(graph.nodes.size?.[base] ?? 10) : 0;
          return {
            ...{ key: key4, kind, label: label2, aliases: aliases.join(" | "), shape: graph.data.facts.kinds[kind]?.shape },
            papers: (drawn4.get(at8)?.size ?? 0) + (hidden.get(at8) ?? 0),
            x: Number(graph.nodes.x?.[base] ?? 0) + apart,
            ...graph.isPaper[base] && at8 >= graph.size ? { ...NEW, size: 8 } : {}
          };
        });
      };
      NEW = {
        written: "",
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
        pins.forEach((pin, at8) => {
          const key4 = `${pin.kind ?? ""}
${pin.name}`;
          if (pin.table === "rename" && !pin.paper && !to.has(key4)) to.set(key4, at8);
        });
        for (const row7 of to.size ? rows3 : []) {
          if (row7.kind === "paper") continue;
          const [label2, aliases] = [row7.label, split(row7.aliases)];
          const names6 = [label2, ...aliases].flatMap((name5) => [`${row7.kind}
${name5}`, `
${name5}`]);
          const at8 = names6.map((name5) => to.get(name5)).find((found) => found !== void 0);
          if (at8 === void 0) continue;
          effects2[at8] = true;
          const now7 = pins[at8].to;
          Object.assign(row7, {
            label: now7,
            aliases: [.../* @__PURE__ */ new Set([...aliases, label2])].filter((name5) => name5 !== now7).sort().join(" | ")
          });
        }
      };
      columnsOf = (names6, rows3) => Object.fromEntries(names6.map((name5) => [name5, rows3.map((row7) => row7[name5])]));
      rowAt = (columns3, at8) => Object.fromEntries(Object.entries(columns3).map(([name5, column2]) => [name5, column2[at8]]));
      edgeRow = (graph, { from, to, relation: relation3, origins }, row7) => {
        const all6 = [...origins.keys()];
        const numbers = (name5) => all6.map((e) => Number(graph.edges[name5]?.[e] ?? 0));
        const own2 = all6.length ? rowAt(graph.edges, all6[0]) : { weight: 1, confidence: 1, salience: 0, mentions: 1, origin: "" };
        const best = Object.fromEntries(
          ["weight", "confidence", "salience"].map((name5) => [name5, Math.max(...numbers(name5))])
        );
        return {
          ...own2,
          ...all6.length > 1 ? { ...best, mentions: numbers("mentions").reduce((sum, each2) => sum + each2, 0) } : {},
          ...{ from: row7.get(from), to: row7.get(to), relation: relation3 }
        };
      };
      originOf = ({ graph, places: places3, edges: edges2, kept: kept4 }, heirs) => ({
        heirs,
        isPaper: graph.isPaper,
        from: graph.from,
        nodes: kept4.map(
          (at8) => places3.targets[at8].base >= 0 && !graph.isPaper[places3.targets[at8].base] ? places3.targets[at8].base : at8 < graph.size ? at8 : -1
        ),
        edges: edges2.map(({ origins }) => [...origins.keys()]),
        forms: edges2.map(({ origins }) => [...origins.values()])
      });
      counts = (data3, graph, rows3, edges2) => {
        if (!data3.counts) return void 0;
        const found = { ...data3.counts };
        for (const kind of graph.kind) found[kind] = (found[kind] ?? 0) - 1;
        for (const { kind } of rows3) found[kind] = (found[kind] ?? 0) + 1;
        if ("links" in found) found.links += edges2 - graph.from.length;
        return found;
      };
      fatesOf = ({ graph, kept: kept4, places: places3, find: find2 }, rows3) => {
        const at8 = new Map(kept4.map((target, row7) => [target, row7]));
        const fates = /* @__PURE__ */ new Map();
        const moved3 = [];
        const heirs = new Array(graph.size).fill(-1);
        for (let i = 0; i < graph.size; i += 1) {
          if (graph.isPaper[i]) continue;
          const place3 = places3.home.get(i) ?? i;
          const row7 = at8.get(i) ?? (place3 < 0 ? void 0 : at8.get(find2(place3)));
          heirs[i] = row7 ?? -1;
          if (row7 === void 0) fates.set(graph.key[i], null);
          else if (at8.get(i) === row7) fates.set(graph.key[i], rows3[row7]);
          else {
            fates.set(graph.key[i], kept4[row7] >= graph.size ? rows3[row7] : null);
            moved3.push([graph.key[i], row7]);
          }
        }
        return { fates, moved: moved3, heirs };
      };
      correct = (data3, pins, surfaces) => {
        const effects2 = pins.map(() => false);
        const graph = graphOf(data3);
        const places3 = placesOf(graph, pins, surfaces, effects2);
        const merged = mergesOf(graph, pins, places3, effects2);
        const find2 = (target) => target < 0 ? target : merged(target);
        const edges2 = edgesOf(graph, pins, places3, surfaces, find2, effects2);
        const built = { graph, places: places3, find: find2, edges: edges2, kept: keptTargets(graph, places3, find2, edges2) };
        const own2 = patches(built);
        const rows3 = built.kept.map(
          (at8, id2) => ({ ...rowAt(graph.nodes, places3.targets[at8].base), ...own2[id2], id: id2 })
        );
        rename(pins, rows3, effects2);
        const row7 = new Map(built.kept.map((at8, id2) => [at8, id2]));
        const topics4 = correctTopics(graph, pins, effects2);
        const { fates, moved: moved3, heirs } = fatesOf(built, rows3);
        const lines = edges2.filter(({ from, to }) => row7.has(from) && row7.has(to));
        return {
          effects: effects2,
          data: {
            ...data3,
            nodes: topics4.columns(columnsOf(Object.keys(graph.nodes), rows3)),
            edges: columnsOf(
              Object.keys(graph.edges),
              lines.map((edge) => edgeRow(graph, edge, row7))
            ),
            rest: correctRest(data3, topics4.columns),
            topics: topics4.facts(data3.topics)?.map((item) => ({
              ...item,
              central: item.central.flatMap((node2) => row7.get(node2) ?? [])
            })),
            counts: counts(data3, graph, rows3, lines.length),
            figures: correctFigures(data3.figures, fates, topics4.nameOf),
            origin: originOf({ ...built, edges: lines }, heirs),
            moved: moved3
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
        for (let before3 = 0; before3 < reached.size; ) {
          before3 = reached.size;
          for (const pin of pins)
            if (pin.table === "same" && pin.names && meet(pin.kind, kind) && pin.names.some((name5) => reached.has(name5)))
              for (const name5 of pin.names) reached.add(name5);
        }
        return reached.has(other2);
      };
      contradicts = (pins, { table: table4, names: names6, name: name5, kind }) => {
        if (table4 !== "different") return false;
        if (!names6)
          return pins.some(
            (pin) => pin.table === "same" && !pin.papers && pin.name === name5 && meet(pin.kind, kind)
          );
        return names6.some((one, i) => names6.slice(i + 1).some((other2) => areOne(pins, kind, one, other2)));
      };
      settleSame = (pins, pin) => [
        ...pins.filter((old) => !contradicts([pin, ...pins], old)),
        pin
      ];
      settleDifferent = (pins, pin) => {
        let kept4 = pins.filter(
          (old) => !(pin.papers && old.table === "different" && old.papers && same(old.name, pin.name))
        );
        while (contradicts(kept4, pin)) {
          const guilty = kept4.findLastIndex(
            (old, at8) => old.table === "same" && !contradicts(
              kept4.filter((_, other2) => other2 !== at8),
              pin
            )
          );
          const any = kept4.findLastIndex(
            (old) => old.table === "same" && namesOf2(old).some((name5) => namesOf2(pin).includes(name5))
          );
          const gone = guilty >= 0 ? guilty : any;
          kept4 = kept4.filter((_, at8) => at8 !== gone);
          if (gone < 0) break;
        }
        return [...kept4, pin];
      };
      overlaps = (a, b) => same(a.paper, b.paper) && meet(kindOf(a), kindOf(b)) && namesOf2(a).some((name5) => namesOf2(b).includes(name5));
      settleDrop = (pins, pin) => [
        ...pins.filter((old) => !["rename", "retype", "add"].includes(old.table) || !overlaps(old, pin)),
        pin
      ];
      settleChange = (pins, pin) => {
        const names6 = (old) => (old.names ?? []).filter((name5) => name5 !== pin.name);
        const kept4 = pins.flatMap((old) => {
          if (old.table !== "drop" || !overlaps(old, pin)) return [old];
          return names6(old).length ? [{ ...old, names: names6(old) }] : [];
        });
        const isBefore = (old) => old.table === pin.table && same(old.paper, pin.paper) && (pin.table === "rename" ? old.to === pin.name && same(old.kind, pin.kind) : old.name === pin.name && old.to === pin.from);
        const before3 = kept4.find(isBefore);
        const merged = before3 ? { ...before3, to: pin.to } : pin;
        const others2 = kept4.filter(
          (old) => old !== before3 && !(old.table === pin.table && old.name === merged.name && same(old.paper, merged.paper) && same(kindOf(old), kindOf(merged)))
        );
        return merged.to === (pin.table === "rename" ? merged.name : merged.from) ? others2 : [...others2, merged];
      };
      settleTopic = (pins, pin) => {
        const before3 = pins.find(
          (old) => old.table === "topic" && old.to === pin.name && same(old.level, pin.level)
        );
        const merged = before3 && pin.name ? { ...before3, to: pin.to } : pin;
        const isOf2 = (old) => old.table === "topic" && same(old.level, merged.level) && same(old.name, merged.name) && same(old.paper, merged.paper);
        return [...pins.filter((old) => !isOf2(old)), merged];
      };
      WAYS = {
        same: settleSame,
        different: settleDifferent,
        drop: settleDrop,
        rename: settleChange,
        retype: settleChange,
        topic: settleTopic
      };
      settled = (pins, added) => added.reduce((kept4, pin) => {
        if (kept4.some((old) => isEqual(old, pin))) return kept4;
        return (WAYS[pin.table] ?? ((list4, one) => [...list4, one]))(kept4, pin);
      }, pins);
    }
  });

  // node_modules/smol-toml/dist/error.js
  function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
  }
  function makeCodeBlock(string, line7, column2) {
    let lines = string.split(/\r?\n/);
    let codeblock = "";
    let numberLen = (Math.log10(line7 + 1) | 0) + 1;
    for (let i = line7 - 1; i <= line7 + 1; i++) {
      let l = lines[i - 1];
      if (!l)
        continue;
      codeblock += i.toString().padEnd(numberLen, " ");
      codeblock += ":  ";
      codeblock += l;
      codeblock += "\n";
      if (i === line7) {
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
          const [line7, column2] = getLineColFromPtr(options2.toml, options2.ptr);
          const codeblock = makeCodeBlock(options2.toml, line7, column2);
          super(`Invalid TOML document: ${message}

${codeblock}`, options2);
          this.line = line7;
          this.column = column2;
          this.codeblock = codeblock;
        }
        /** @internal */
        static x(message, ctx2, ptr) {
          throw new _TomlError(message, { toml: ctx2.s, ptr: ptr ?? ctx2.p });
        }
      };
    }
  });

  // node_modules/smol-toml/dist/primitive.js
  function parseString(ctx2) {
    let startPtr = ctx2.p;
    let c = ctx2.s.charCodeAt(ctx2.p++);
    let first2 = c;
    let isLiteral = c === 39;
    let isMultiline = c === ctx2.s.charCodeAt(ctx2.p) && c === ctx2.s.charCodeAt(ctx2.p + 1);
    if (isMultiline) {
      if ((c = ctx2.s.charCodeAt(ctx2.p += 2)) === 10)
        ctx2.p++;
      else if (c === 13 && ctx2.s.charCodeAt(ctx2.p + 1) === 10)
        ctx2.p += 2;
    }
    let parsed = "";
    let sliceStart = ctx2.p;
    let state = 0;
    for (; ctx2.p < ctx2.s.length; ctx2.p++) {
      c = ctx2.s.charCodeAt(ctx2.p);
      if (isMultiline && (c === 10 || c === 13 && ctx2.s.charCodeAt(ctx2.p + 1) === 10)) {
        state = state && 3;
      } else if (c < 32 && c !== 9 || c === 127) {
        TomlError.x("control characters are not allowed in strings", ctx2);
      } else if ((!state || state === 3) && c === first2 && (!isMultiline || ctx2.s.charCodeAt(ctx2.p + 1) === first2 && ctx2.s.charCodeAt(ctx2.p + 2) === first2)) {
        if (isMultiline) {
          if (ctx2.s.charCodeAt(ctx2.p + 3) === first2)
            ctx2.p++;
          if (ctx2.s.charCodeAt(ctx2.p + 3) === first2)
            ctx2.p++;
        }
        if (!state) {
          let s = ctx2.s.slice(sliceStart, ctx2.p);
          parsed = parsed ? parsed + s : s;
        }
        ctx2.p += isMultiline ? 3 : 1;
        return parsed;
      } else if (!state) {
        if (!isLiteral && c === 92) {
          parsed += ctx2.s.slice(sliceStart, sliceStart = ctx2.p);
          state = 1;
        }
      } else if (state === 1) {
        if (c === 120 || c === 117 || c === 85) {
          let errPtr = ctx2.p++ - 1;
          let value = 0;
          let len = c === 120 ? 2 : c === 117 ? 4 : 8;
          for (let j = 0; j < len; j++, ctx2.p++) {
            let hex = ctx2.s.charCodeAt(ctx2.p);
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
              TomlError.x("invalid non-hex character in unicode escape", ctx2);
            value = value << 4 | digit;
          }
          if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) {
            TomlError.x("invalid unicode escape", ctx2, errPtr);
          }
          parsed += String.fromCodePoint(value);
          sliceStart = ctx2.p--;
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
            TomlError.x("unrecognised escape sequence", ctx2);
          sliceStart = ctx2.p + 1;
          state = 0;
        }
      } else if (c !== 32 && c !== 9) {
        if (state === 2)
          TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx2, sliceStart);
        state = !isLiteral && c === 92 ? 1 : 0;
        sliceStart = ctx2.p;
      }
    }
    TomlError.x("unfinished string", ctx2, startPtr);
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
        constructor(date3, fasttype, unsafeDelim) {
          let hasDate = true;
          let hasTime = true;
          let offset = "Z";
          let c;
          if (typeof date3 === "string") {
            if (fasttype)
              prep: {
                if (fasttype < 3) {
                  if (+date3.slice(11, 13) > 23) {
                    date3 = "";
                    break prep;
                  }
                  if (fasttype === 2) {
                    offset = null;
                    date3 += "Z";
                  } else if ((c = date3.charCodeAt(date3.length - 1)) !== 90 && c !== 122) {
                    offset = date3.slice(date3.length - 6);
                  }
                  if (unsafeDelim)
                    date3 = date3.slice(0, 10) + "T" + date3.slice(11);
                } else if (fasttype === 4) {
                  date3 = +date3.slice(0, 2) > 23 ? "" : `0000-01-01T${date3}Z`;
                }
                hasDate = fasttype !== 4;
                hasTime = fasttype !== 3;
              }
            else {
              let match3 = date3.match(DATE_TIME_RE);
              if (match3) {
                if (!match3[1]) {
                  hasDate = false;
                  date3 = `0000-01-01T${date3}`;
                }
                hasTime = !!match3[2];
                hasTime && date3[10] === " " && (date3 = date3.replace(" ", "T"));
                if (match3[2] && +match3[2] > 23) {
                  date3 = "";
                } else {
                  offset = match3[3] || null;
                  if (!offset && hasTime)
                    date3 += "Z";
                }
              } else {
                date3 = "";
              }
            }
          }
          super(date3);
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
          let date3 = new _TomlDate(jsDate);
          date3.#offset = offset;
          return date3;
        }
        static wrapAsLocalDateTime(jsDate) {
          let date3 = new _TomlDate(jsDate);
          date3.#offset = null;
          return date3;
        }
        static wrapAsLocalDate(jsDate) {
          let date3 = new _TomlDate(jsDate);
          date3.#hasTime = false;
          date3.#offset = null;
          return date3;
        }
        static wrapAsLocalTime(jsDate) {
          let date3 = new _TomlDate(jsDate);
          date3.#hasDate = false;
          date3.#offset = null;
          return date3;
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
  function extractValue(ctx2, end2) {
    let errPtr = ctx2.p;
    let c = ctx2.s.charCodeAt(ctx2.p);
    if (c === 91 || c === 123) {
      ctx2.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx2);
      let value = c === 91 ? parseArray(ctx2) : parseInlineTable(ctx2);
      ctx2.d++;
      return value;
    }
    if (c === 34 || c === 39) {
      return parseString(ctx2);
    }
    if (c === 116) {
      if (ctx2.s.charCodeAt(++ctx2.p) !== 114 || ctx2.s.charCodeAt(++ctx2.p) !== 117 || ctx2.s.charCodeAt(++ctx2.p) !== 101)
        TomlError.x("invalid value", ctx2, errPtr);
      return ctx2.p++, true;
    }
    if (c === 102) {
      if (ctx2.s.charCodeAt(++ctx2.p) !== 97 || ctx2.s.charCodeAt(++ctx2.p) !== 108 || ctx2.s.charCodeAt(++ctx2.p) !== 115 || ctx2.s.charCodeAt(++ctx2.p) !== 101)
        TomlError.x("invalid value", ctx2, errPtr);
      return ctx2.p++, false;
    }
    if (c === 43 || c === 45) {
      return parseNumber(ctx2, ctx2.p, ctx2.s.charCodeAt(++ctx2.p), 44 - c, end2);
    }
    if (ctx2.s.charCodeAt(ctx2.p + 4) === 45 && ctx2.s.charCodeAt(ctx2.p + 7) === 45) {
      return parseDate(ctx2, c, end2);
    }
    if (ctx2.s.charCodeAt(ctx2.p + 2) === 58) {
      return parseTime(ctx2, c, end2);
    }
    return parseNumber(ctx2, ctx2.p, c, 0, end2);
  }
  function parseNumber(ctx2, startPtr, startChr, sign3, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    if (c === 105) {
      if (ctx2.s.charCodeAt(++ctx2.p) !== 110 || ctx2.s.charCodeAt(++ctx2.p) !== 102)
        TomlError.x("invalid value", ctx2, startPtr);
      return ctx2.p++, (sign3 || 1) / 0;
    }
    if (c === 110) {
      if (ctx2.s.charCodeAt(++ctx2.p) !== 97 || ctx2.s.charCodeAt(++ctx2.p) !== 110)
        TomlError.x("invalid value", ctx2, startPtr);
      return ctx2.p++, NaN;
    }
    if (c === 48) {
      if (++ctx2.p >= ctx2.s.length || isEndOfValue(c = ctx2.s.charCodeAt(ctx2.p), endChr))
        return ctx2.bi === true ? 0n : 0;
      if (!sign3) {
        if (c === 120)
          return parseIntegerBaseN(ctx2, startPtr, 16, endChr);
        else if (c === 98)
          return parseIntegerBaseN(ctx2, startPtr, 2, endChr);
        else if (c === 111)
          return parseIntegerBaseN(ctx2, startPtr, 8, endChr);
      }
      if (c === 46)
        state = 2;
      else if (c === 101 || c === 69)
        state = 4;
      else
        TomlError.x("illegal leading zero", ctx2, startPtr);
    } else if (!isDigit(c))
      TomlError.x("invalid value", ctx2, startPtr);
    while (++ctx2.p < ctx2.s.length && (c = ctx2.s.charCodeAt(ctx2.p), !isEndOfValue(c, endChr))) {
      if (!state)
        state = 1;
      if (c === 95) {
        if (!(state & 1))
          TomlError.x("illegal underscore", ctx2);
        state += 11;
        hasUnderscores = true;
      } else if (state === 1 && c === 46)
        state = 2;
      else if ((state === 1 || state === 3) && (c === 101 || c === 69))
        state = 4;
      else if (state === 4 && (c === 43 || c === 45)) {
        state = 6;
      } else if (!isDigit(c))
        TomlError.x(`illegal character in numeric literal`, ctx2);
      else if (state > 9)
        state -= 11;
      else if (!(state & 1))
        state++;
    }
    if (!state) {
      let val = (startChr - 48) * (sign3 || 1);
      return ctx2.bi === true ? BigInt(val) : val;
    }
    if (!(state & 1))
      TomlError.x("unfinished numeric value", ctx2, startPtr);
    let str = ctx2.s.slice(startPtr, ctx2.p);
    if (hasUnderscores)
      str = str.replaceAll("_", "");
    return state > 1 ? parseFloat(str) : parseInteger(ctx2, str, 10, startPtr);
  }
  function parseIntegerBaseN(ctx2, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx2.p < ctx2.s.length && (c = ctx2.s.charCodeAt(ctx2.p), !isEndOfValue(c, endChr))) {
      if (c === 95) {
        if (underscore & 1)
          TomlError.x("illegal underscore", ctx2);
        underscore = 3;
      } else if (!isDigit(c, base))
        TomlError.x(`illegal character in numeric literal`, ctx2);
      else if (underscore & 1)
        underscore--;
    }
    if (underscore & 1)
      TomlError.x("unfinished numeric value", ctx2);
    let str = ctx2.s.slice(startPtr + 2, ctx2.p);
    if (underscore)
      str = str.replaceAll("_", "");
    return parseInteger(ctx2, str, base, startPtr);
  }
  function parseInteger(ctx2, str, base, startPtr) {
    if (ctx2.bi !== true)
      int: {
        let val = parseInt(str, base);
        if (!Number.isSafeInteger(val)) {
          if (ctx2.bi)
            break int;
          TomlError.x("integer value cannot be represented losslessly", ctx2, startPtr);
        }
        return val;
      }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
  }
  function parseDate(ctx2, c, endChr) {
    let startPtr = ctx2.p++, unsafeSeparator;
    if (!isDigit(c) || !isDigit(ctx2.s.charCodeAt(ctx2.p++)) || !isDigit(ctx2.s.charCodeAt(ctx2.p++)) || !isDigit(ctx2.s.charCodeAt(ctx2.p++))) {
      return parseNumber(ctx2, ctx2.p = startPtr, c, 0, endChr);
    }
    ctx2.p += 5;
    if (!isDigit(ctx2.s.charCodeAt(ctx2.p++)))
      TomlError.x("invalid date-time: date part is malformed", ctx2, startPtr);
    if (ctx2.p >= ctx2.s.length || ((c = ctx2.s.charCodeAt(ctx2.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx2.s.charCodeAt(ctx2.p + 1)))) && c !== 84 && c !== 116) {
      let t2 = ctx2.s.slice(startPtr, ctx2.p);
      return readDate(ctx2, t2, 3, false, startPtr);
    }
    if (ctx2.s.charCodeAt(ctx2.p += 3) !== 58)
      TomlError.x("invalid date-time: time part is malformed", ctx2, startPtr);
    if (ctx2.s.charCodeAt(ctx2.p += 3) === 58)
      ctx2.p += 3;
    if (ctx2.s.charCodeAt(ctx2.p) === 46)
      while (isDigit(ctx2.s.charCodeAt(++ctx2.p)))
        ;
    if (c = ctx2.s.charCodeAt(ctx2.p)) {
      if (c === 90 || c === 122) {
        let t2 = ctx2.s.slice(startPtr, ++ctx2.p);
        return readDate(ctx2, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
      }
      if (c === 43 || c === 45) {
        let t2 = ctx2.s.slice(startPtr, ctx2.p += 6);
        return readDate(ctx2, t2, 1, unsafeSeparator, startPtr, !ctx2.ld && "[" + ctx2.s.slice(ctx2.p - 6, ctx2.p) + "]");
      }
    }
    let t = ctx2.s.slice(startPtr, ctx2.p);
    return readDate(ctx2, t, 2, unsafeSeparator, startPtr);
  }
  function parseTime(ctx2, c, endChr) {
    let start19 = ctx2.p;
    if (!isDigit(c) || !isDigit(ctx2.s.charCodeAt(++ctx2.p))) {
      return parseNumber(ctx2, --ctx2.p, c, 0, endChr);
    }
    if (ctx2.s.charCodeAt(ctx2.p += 4) === 58)
      ctx2.p += 3;
    if (ctx2.s.charCodeAt(ctx2.p) === 46)
      while (isDigit(ctx2.s.charCodeAt(++ctx2.p)))
        ;
    let t = ctx2.s.slice(start19, ctx2.p);
    return readDate(ctx2, t, 4, false, start19);
  }
  function readDate(ctx2, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx2.ld) {
      let date3 = new TomlDate(str, type, unsafeDelim);
      if (!date3.isValid())
        TomlError.x("invalid date", ctx2, errPtr);
      return date3;
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
      TomlError.x(e instanceof Error ? e.message : "" + e, ctx2, errPtr);
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
  function skipComment(ctx2) {
    for (; ctx2.p < ctx2.s.length; ctx2.p++) {
      let c = ctx2.s.charCodeAt(ctx2.p);
      if (c === 10)
        break;
      if (c === 13 && ctx2.s.charCodeAt(ctx2.p + 1) === 10) {
        ctx2.p++;
        break;
      }
      if (c < 32 && c !== 9 || c === 127) {
        TomlError.x("control characters are not allowed in comments", ctx2);
      }
    }
  }
  function skipVoid(ctx2, banNewLines, banComments) {
    let c;
    while (ctx2.p < ctx2.s.length) {
      while (ctx2.p < ctx2.s.length && ((c = ctx2.s.charCodeAt(ctx2.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx2.s.charCodeAt(ctx2.p + 1) === 10)))
        ctx2.p++;
      if (banComments || c !== 35)
        break;
      skipComment(ctx2);
    }
  }
  var init_util = __esm({
    "node_modules/smol-toml/dist/util.js"() {
      init_error();
    }
  });

  // node_modules/smol-toml/dist/struct.js
  function parseKey(ctx2, end2 = 61) {
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx2.s.charCodeAt(startPtr = ctx2.p);
    do {
      if (c === end2) {
        if (!state)
          TomlError.x("unexpected end of key", ctx2);
        if (state === 1)
          parsed.push(ctx2.s.slice(sliceStart, ctx2.p));
        return ctx2.p++, parsed;
      } else if (c === 46) {
        if (!state)
          TomlError.x("illegal empty bare key", ctx2);
        if (state === 1)
          parsed.push(ctx2.s.slice(sliceStart, ctx2.p));
        state = 0;
      } else if (!state && (c === 34 || c === 39)) {
        if (c === ctx2.s.charCodeAt(ctx2.p + 1) && c === ctx2.s.charCodeAt(ctx2.p + 2))
          TomlError.x("illegal quoted key: multiline strings are not allowed", ctx2);
        parsed.push(parseString(ctx2));
        state = 2;
        ctx2.p--;
      } else if (c === 32 || c === 9) {
        if (state === 1) {
          parsed.push(ctx2.s.slice(sliceStart, ctx2.p));
          state = 2;
        }
      } else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) {
        TomlError.x("illegal character in key", ctx2);
      } else if (!state) {
        state = 1;
        sliceStart = ctx2.p;
      }
    } while (c = ctx2.s.charCodeAt(++ctx2.p));
    TomlError.x("incomplete key-value: cannot find end of key", ctx2, startPtr);
  }
  function parseInlineTable(ctx2) {
    let startPtr = ctx2.p++;
    let res = /* @__PURE__ */ Object.create(null);
    let seen = /* @__PURE__ */ new Set();
    let c;
    while (ctx2.p < ctx2.s.length) {
      skipVoid(ctx2);
      if ((c = ctx2.s.charCodeAt(ctx2.p)) === 125) {
        ctx2.p++;
        return res;
      }
      let k;
      let t = res;
      let hasOwn = false;
      let errPtr = ctx2.p;
      let key4 = parseKey(ctx2);
      for (let i = 0; i < key4.length; i++) {
        if (i)
          t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
        k = key4[i];
        if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) {
          TomlError.x("trying to redefine an already defined value", ctx2, errPtr);
        }
        let unsafe = k === "__proto__";
        if (ctx2.uk && (unsafe || k === "constructor")) {
          t = ctx2.uk !== 1 && TomlError.x("document contains an unsafe property", ctx2, errPtr);
          break;
        }
        if (!hasOwn && unsafe) {
          Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
        }
      }
      if (hasOwn) {
        TomlError.x("trying to redefine an already defined value", ctx2, errPtr);
      }
      skipVoid(ctx2, true, true);
      let value = extractValue(
        ctx2,
        125
        /* } */
      );
      if (t && typeof (t[k] = value) === "object")
        seen.add(value);
      skipVoid(ctx2);
      if ((c = ctx2.s.charCodeAt(ctx2.p++)) === 125) {
        return res;
      }
      if (c !== 44)
        TomlError.x("expected comma or end of structure", ctx2, ctx2.p - 1);
    }
    TomlError.x("unfinished table", ctx2, startPtr);
  }
  function parseArray(ctx2) {
    let startPtr = ctx2.p++;
    let res = [];
    let c;
    while (ctx2.p < ctx2.s.length) {
      skipVoid(ctx2);
      if ((c = ctx2.s.charCodeAt(ctx2.p)) === 93) {
        ctx2.p++;
        return res;
      }
      res.push(extractValue(
        ctx2,
        93
        /* ] */
      ));
      skipVoid(ctx2);
      if ((c = ctx2.s.charCodeAt(ctx2.p++)) === 93) {
        return res;
      }
      if (c !== 44)
        TomlError.x("expected comma or end of structure", ctx2, ctx2.p - 1);
    }
    TomlError.x("unfinished array", ctx2, startPtr);
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
  function peekTable(ctx2, key4, table4, meta2, type) {
    let t = table4;
    let m = meta2;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key4.length; i++) {
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
      k = key4[i];
      if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) {
        return null;
      }
      if (!hasOwn) {
        let unsafe = k === "__proto__";
        if (ctx2.uk && (unsafe || k === "constructor"))
          return false;
        if (unsafe) {
          Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
          Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
        }
        m[k] = {
          t: i < key4.length - 1 && type === 2 ? 3 : type,
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
  function validateTablePeek(ctx2, peek, ptr) {
    if (peek === null || ctx2.uk === 2)
      TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx2, ptr);
  }
  function parse(toml2, options2 = {}) {
    let ctx2 = {
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
      ctx2.p++;
    skipVoid(ctx2);
    while (ctx2.p < toml2.length) {
      if (toml2.charCodeAt(ctx2.p) === 91) {
        let isTableArray = toml2.charCodeAt(++ctx2.p) === 91;
        tmp = ctx2.p += +isTableArray;
        skipping = false;
        let k = parseKey(
          ctx2,
          93
          /* ] */
        );
        if (isTableArray) {
          if (toml2.charCodeAt(ctx2.p) !== 93) {
            TomlError.x("expected end of table array declaration", ctx2);
          }
          ctx2.p++;
        }
        let p = peekTable(
          ctx2,
          k,
          res,
          meta2,
          isTableArray ? 2 : 1
          /* Type.EXPLICIT */
        );
        if (!p) {
          validateTablePeek(ctx2, p, tmp);
          skipping = true;
        } else {
          m = p[2];
          tbl = p[1];
        }
      } else {
        tmp = ctx2.p;
        let k = parseKey(ctx2);
        let p = peekTable(
          ctx2,
          k,
          tbl,
          m,
          0
          /* Type.DOTTED */
        );
        if (!p && !skipping)
          validateTablePeek(ctx2, p, tmp);
        skipVoid(ctx2, true, true);
        let v = extractValue(ctx2, void 0);
        if (p && !skipping)
          p[1][p[0]] = v;
      }
      skipVoid(ctx2, true);
      if (ctx2.p < toml2.length && (tmp = toml2.charCodeAt(ctx2.p)) !== 10 && (tmp !== 13 || toml2.charCodeAt(ctx2.p + 1) !== 10)) {
        TomlError.x("each key-value declaration must be followed by an end-of-line", ctx2);
      }
      skipVoid(ctx2);
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
      pinsText = (pins) => TABLES.flatMap((table4) => pins.filter((pin) => pin.table === table4)).map((pin) => {
        const keys2 = KEYS[pin.table].filter(
          (key4) => key4 in pin && pin[key4]
        );
        const lines = keys2.map((key4) => `${key4} = ${toml(pin[key4])}
`);
        return `[[${pin.table}]]
${lines.join("")}`;
      }).join("\n");
      isText = (value) => typeof value === "string" && value.trim() !== "";
      isTexts = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
      isRight = (table4, key4, value) => {
        if (key4 === "names") return isTexts(value) && (table4 === "drop" || value.length > 1);
        if (key4 !== "papers") return isText(value);
        if (table4 === "different") return Array.isArray(value) && value.length > 1 && value.every(isTexts);
        return isTexts(value) && (table4 === "unrelated" ? value.length === 2 : value.length > 1);
      };
      checked = (table4, number3, values, kinds6) => {
        const where2 = `[[${table4}]] ${number3}`;
        if (typeof values !== "object" || values === null || Array.isArray(values))
          throw new Error(`${where2} is not a table; write [[${table4}]]`);
        const given2 = values;
        for (const [key4, value] of Object.entries(given2)) {
          if (!KEYS[table4].includes(key4))
            throw new Error(`${where2}: unknown entry "${key4}"; allowed are ${KEYS[table4].join(", ")}`);
          if (!isRight(table4, key4, value))
            throw new Error(
              `${where2}: "${key4}" is ${JSON.stringify(value).slice(0, 60)}, which is not what belongs there`
            );
        }
        const isKind = ["kind", "from", ...table4 === "retype" ? ["to"] : []];
        for (const key4 of isKind)
          if (key4 in given2 && !kinds6.includes(given2[key4]))
            throw new Error(`${where2}: ${key4} "${given2[key4]}" is not one of ${kinds6.join(", ")}`);
        if (!NEEDED[table4].some((keys2) => keys2.every((key4) => key4 in given2)))
          throw new Error(`${where2}: give ${NEEDED[table4].map((keys2) => keys2.join(" and ")).join(", or ")}`);
        if ("level" in given2 && given2.level !== "topic" && given2.level !== "subtopic")
          throw new Error(`${where2}: level "${given2.level}" is neither "topic" nor "subtopic"`);
        return { table: table4, ...given2 };
      };
      readPins = (text3, kinds6) => {
        let data3;
        try {
          data3 = parse(text3);
        } catch (error) {
          const { line: line7 } = error;
          const [why2] = (error instanceof Error ? error.message : "").split("\n");
          throw new Error(
            `this is not a file of corrections: ${why2}${error instanceof TomlError ? `, line ${line7}` : ""}`
          );
        }
        return Object.entries(data3).flatMap(([table4, list4]) => {
          if (!TABLES.includes(table4))
            throw new Error(
              `unknown table "${table4}"; a file of corrections has ${TABLES.map((t) => `[[${t}]]`).join(", ")}`
            );
          if (!Array.isArray(list4)) throw new Error(`"${table4}" is not a list of tables; write [[${table4}]]`);
          return list4.map((values, at8) => checked(table4, at8 + 1, values, kinds6));
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
      keepForVisit = (name5, text3) => {
        window.name = NAMED + JSON.stringify({ ...visit(), [name5]: text3 });
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
      kept = (name5) => {
        if (!lasting) return visit()[name5] ?? "";
        return localStorage.getItem(PREFIX + name5) ?? "";
      };
      keep = (name5, text3) => {
        try {
          if (!lasting) keepForVisit(name5, text3);
          else if (text3 === "") localStorage.removeItem(PREFIX + name5);
          else localStorage.setItem(PREFIX + name5, text3);
        } catch {
          lasting = false;
          keepForVisit(name5, text3);
        }
      };
      keptJson = (name5, isRight2, fallback) => {
        try {
          const value = JSON.parse(kept(name5) || "null");
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
        const first2 = Math.ceil(isPaper2.filter(Boolean).length / PAPERS);
        let [papers5, others2] = [0, 0];
        return Int32Array.from(isPaper2, (paper4) => {
          if (paper4) papers5 += 1;
          else others2 += 1;
          return paper4 ? Math.floor((papers5 - 1) / PAPERS) : first2 + Math.floor((others2 - 1) / OTHERS);
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
        return edgesByChunk(chunkNumbers(kind.map((name5) => name5 === "paper")), from);
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
        for (let at8 = 0; at8 < signs.length; at8 += 1) bytes[at8] = signs.charCodeAt(at8);
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
        return [...bytes.slice(-4)].map((sign3) => sign3.charCodeAt(0).toString(16).padStart(2, "0")).join("");
      };
      isSteps = (value) => Array.isArray(value) && value.every((step4) => typeof step4?.said === "string" && Array.isArray(step4?.pins));
      current = () => steps.flatMap((step4) => step4.pins);
      surfacesOf = async (data3, pins) => {
        const found = /* @__PURE__ */ new Map();
        const wanted = new Set(asked(data3, pins));
        if (!wanted.size) return found;
        const packed3 = content("text-data").split("\n");
        for (const [chunk, edges2] of edgeChunks(data3)) {
          if (!edges2.some((e) => wanted.has(e))) continue;
          const { surfaces = [] } = unpackTable(await unpack(packed3[chunk]));
          edges2.forEach((e, at8) => {
            const text3 = surfaces[at8];
            if (wanted.has(e) && typeof text3 === "string") found.set(e, split(text3));
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
          const corrected = correct(data3, current(), (edge) => forms2.get(edge) ?? []);
          effects = corrected.effects;
          return corrected.data;
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
      keep2 = (next2) => {
        keep(name, next2.length ? JSON.stringify(next2) : "");
        for (const listener of listeners) listener();
        location.reload();
      };
      add = (said3, pins) => {
        const all6 = settled(current(), pins);
        const kept4 = new Set(all6.map((pin) => JSON.stringify(pin)));
        const old = steps.map((step4) => ({ ...step4, pins: step4.pins.filter((pin) => kept4.delete(JSON.stringify(pin))) })).filter((step4) => step4.pins.length);
        const own2 = all6.filter((pin) => kept4.has(JSON.stringify(pin)));
        keep2(own2.length ? [...old, { said: said3, pins: own2 }] : old);
      };
      undo = (step4) => keep2(steps.filter((_, at8) => at8 !== step4));
      reset = () => keep2([]);
      list = () => {
        let at8 = 0;
        return steps.map(({ said: said3, pins }) => {
          const own2 = effects.slice(at8, at8 + pins.length);
          at8 += pins.length;
          return { said: said3, seen: own2.some(Boolean) };
        });
      };
      toToml = () => pinsText(current());
      inWords = ({ table: table4, ...values }) => {
        const texts = Object.values(values).flat(3).filter(Boolean);
        const shown5 = texts.slice(0, 4).join(", ");
        return `${table4}: ${shown5}${texts.length > 4 ? " …" : ""}`;
      };
      takeToml = (text3) => {
        const pins = readPins(text3, kinds);
        const known3 = new Set(current().map((pin) => JSON.stringify(pin)));
        const more = pins.filter((pin) => !known3.has(JSON.stringify(pin)));
        if (!more.length) return pins.length;
        const next2 = [...steps];
        for (const pin of more) next2.push({ said: inWords(pin), pins: [pin] });
        keep2(next2);
        return pins.length;
      };
      foundNames = (names6) => {
        const given2 = new Map(
          current().flatMap((pin) => pin.table === "rename" && !pin.paper ? [[pin.to, pin.name]] : [])
        );
        const found = names6.map((each2) => given2.get(each2) ?? each2);
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
    asked: () => asked2,
    at: () => at,
    colours: () => colours,
    compare: () => compare,
    counts: () => counts2,
    edges: () => edges,
    entities: () => entities,
    figures: () => figures,
    isBackground: () => isBackground,
    isDivided: () => isDivided,
    isPaper: () => isPaper,
    isRelated: () => isRelated,
    kinds: () => kinds2,
    links: () => links,
    matrices: () => matrices,
    named: () => named,
    neighbours: () => neighbours,
    nodes: () => nodes,
    options: () => options,
    origin: () => origin,
    other: () => other,
    relations: () => relations,
    rest: () => rest,
    shownAs: () => shownAs,
    size: () => size,
    split: () => split,
    topic: () => topic,
    topics: () => topics,
    topicsBut: () => topicsBut
  });
  var data, nodes, edges, rest, size, links, colours, options, origin, KINDS, RELATIONS, entities, matrices, asked2, at, around, isBackground, isPaper, isRelated, other, neighbours, count, kinds2, relations, figures, readable, shownAs, counts2, compare, named, topic, join, ordered, topics, isDivided, topicsBut;
  var init_model = __esm({
    "src/model.ts"() {
      "use strict";
      init_data();
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
      ({ kinds: KINDS, relations: RELATIONS, entities, matrices, asked: asked2 } = data.facts);
      at = /* @__PURE__ */ new Map();
      around = Array.from({ length: size }, () => []);
      for (const [key4, row7] of data.moved ?? []) at.set(key4, row7);
      for (let i = 0; i < size; i += 1) at.set(nodes.key[i], i);
      for (let e = 0; e < links; e += 1) {
        around[edges.from[e]].push(e);
        if (edges.to[e] !== edges.from[e]) around[edges.to[e]].push(e);
      }
      isBackground = (edge) => RELATIONS[edges.relation[edge]]?.background === true;
      isPaper = (node2) => nodes.kind[node2] === "paper";
      isRelated = new Uint8Array(links);
      for (let e = 0; e < links; e += 1) isRelated[e] = isPaper(edges.from[e]) && isPaper(edges.to[e]) ? 1 : 0;
      other = (edge, node2) => edges.from[edge] === node2 ? edges.to[edge] : edges.from[edge];
      neighbours = (node2, wanted = () => true) => new Set(around[node2].filter(wanted).map((edge) => other(edge, node2)));
      count = (column2) => {
        const found = /* @__PURE__ */ new Map();
        for (const value of column2) found.set(value, (found.get(value) || 0) + 1);
        return found;
      };
      kinds2 = count(nodes.kind);
      relations = count(edges.relation);
      figures = data.figures ?? null;
      readable = new Map(Object.entries(data.readable ?? {}));
      shownAs = (form) => readable.get(form) ?? form;
      counts2 = data.figures?.counts ?? data.counts ?? Object.fromEntries(kinds2);
      ({ compare } = new Intl.Collator("en"));
      named = (a, b) => compare(nodes.label[a], nodes.label[b]) || a - b;
      topic = /* @__PURE__ */ new Map();
      join = (name5, parent, node2) => {
        if (name5 === "") return;
        const found = topic.get(name5) ?? {
          ...{ name: name5, parent, members: [], papers: 0, particular: [], central: [], subtopics: [], rank: 0 }
        };
        if (found.parent !== parent) return;
        topic.set(name5, found);
        found.members.push(node2);
        if (isPaper(node2)) found.papers += 1;
      };
      nodes.topic.forEach((name5, node2) => {
        join(name5, "", node2);
      });
      nodes.subtopic.forEach((name5, node2) => {
        if (nodes.topic[node2]) join(name5, nodes.topic[node2], node2);
      });
      for (const facts3 of data.topics || []) Object.assign(topic.get(facts3.name) ?? {}, facts3);
      ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
      topics = ordered("");
      topics.forEach((item, rank) => {
        item.subtopics = ordered(item.name);
        for (const each2 of [item, ...item.subtopics]) each2.rank = rank;
      });
      isDivided = topics.length > 1 || topics.some(({ subtopics }) => subtopics.length > 1);
      topicsBut = (name5) => {
        const parent = topic.get(name5)?.parent ?? "";
        const siblings = topic.get(parent)?.subtopics ?? [];
        const all6 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name5));
        return /* @__PURE__ */ new Set([...all6, ...siblings.map((item) => item.name).filter((other2) => other2 !== name5)]);
      };
    }
  });

  // src/address.ts
  var COLOURS, VIEWS, TABLES2, MAINS, LEFTS, MOST_TEXT, MOST_CORNERS, MOST_COMPARED, background, fresh, encode, decode, list2, known, node, among, number, whole, day, topic2, same2, codec, readTable, several, polygon, NONE, name2, topicNames, tops, below, hiddenBut, topicsLeft, leftOf, formatTopics, hiddenTopics, CODECS, write, read, isStranger, ofNode;
  var init_address = __esm({
    "src/address.ts"() {
      "use strict";
      init_model();
      init_model();
      COLOURS = ["kind", "topic"];
      VIEWS = ["full", "papers", "entities"];
      TABLES2 = ["papers", "entities", "links"];
      MAINS = ["map", "table", "matrix", "compare"];
      LEFTS = ["papers", "filters", ""];
      MOST_TEXT = 500;
      MOST_CORNERS = 200;
      MOST_COMPARED = 4;
      background = [...relations.keys()].filter((name5) => RELATIONS[name5]?.background);
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
      list2 = (values) => [...values].map(encode).join(",");
      known = (values) => (text3) => new Set(
        text3.split(",").map(decode).filter((value) => values.has(value))
      );
      node = (text3) => at.get(decode(text3)) ?? -1;
      among = (values, fallback) => (text3) => values.find((value) => value === text3) ?? fallback;
      number = (least2, most4) => (text3) => {
        const value = text3 === "" ? Number.NaN : Number(text3);
        return Number.isFinite(value) ? Math.min(most4, Math.max(least2, value)) : least2;
      };
      whole = (least2) => (text3) => Math.round(number(least2, 1e6)(text3));
      day = (text3) => /^[0-9-]{4,10}$/.test(text3) ? text3 : "";
      topic2 = (text3) => topic.has(decode(text3)) ? decode(text3) : "";
      same2 = (a, b) => {
        if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
        if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
        return a === b;
      };
      codec = (field, format, parse3) => ({
        format: (now7, first2) => same2(now7[field], first2[field]) ? null : format(now7[field]),
        read: (now7, text3) => {
          now7[field] = parse3(text3);
        }
      });
      readTable = (now7, text3) => {
        const table4 = TABLES2.find((name5) => name5 === text3 || name5 === "papers" && text3 === "nodes");
        if (table4) Object.assign(now7, { main: "table", table: table4 });
      };
      several = (text3) => [...new Set(text3.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
      polygon = (text3) => {
        const found = text3.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
        const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
        return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
      };
      NONE = "-";
      name2 = (topic5) => topic5 === "" ? NONE : topic5 === NONE ? "%2D" : encode(topic5);
      topicNames = (text3) => text3.split(",").map((part2) => part2 === NONE ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
      tops = ["", ...topics.map((item) => item.name)];
      below = (top4) => (topic.get(top4)?.subtopics ?? []).map((item) => item.name);
      hiddenBut = (left2) => {
        const kept4 = new Set(left2);
        return new Set(
          tops.flatMap((top4) => {
            if (kept4.has(top4)) return [];
            const some = below(top4).some((finer) => kept4.has(finer));
            return some ? below(top4).filter((finer) => !kept4.has(finer)) : [top4];
          })
        );
      };
      topicsLeft = (hidden) => {
        const left2 = leftOf(hidden);
        return left2.length && same2(hiddenBut(left2), hidden) ? left2 : null;
      };
      leftOf = (hidden) => tops.flatMap((top4) => {
        if (hidden.has(top4)) return [];
        const finer = below(top4);
        return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top4];
      });
      formatTopics = (hidden) => {
        const left2 = topicsLeft(hidden);
        const [without, topics4] = [[...hidden].map(name2).join(","), (left2 ?? []).map(name2).join(",")];
        return left2 && topics4.length < without.length ? ["topics", topics4] : ["without", without];
      };
      hiddenTopics = (field) => ({
        format: ({ hiddenTopics: hidden }) => {
          const [written2, text3] = hidden.size ? formatTopics(hidden) : ["", ""];
          return written2 === field ? text3 : null;
        },
        read: (now7, text3) => {
          const named6 = topicNames(text3);
          if (named6.length) now7.hiddenTopics = field === "topics" ? hiddenBut(named6) : new Set(named6);
        }
      });
      CODECS = {
        to: codec("target", (value) => encode(nodes.key[value]), node),
        steps: codec("steps", String, (text3) => text3 === "2" ? 2 : 1),
        topic: codec("topic", encode, topic2),
        colour: codec("colour", String, among(COLOURS, fresh().colour)),
        view: codec("view", String, among(VIEWS, "full")),
        main: codec("main", String, among(MAINS, "map")),
        rows: codec("table", String, among(TABLES2, "papers")),
        table: { format: () => null, read: readTable },
        left: codec("left", String, (text3) => text3 === "" ? "" : among(LEFTS, "papers")(text3)),
        focus: codec(
          "focus",
          (value) => String(Number(value)),
          (text3) => text3 === "1"
        ),
        compare: codec("compare", (value) => value.map((one) => encode(nodes.key[one])).join(","), several),
        hide: codec("hiddenKinds", list2, known(kinds2)),
        drop: codec("hiddenRelations", list2, known(relations)),
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
      write = (now7, camera4 = null) => {
        const first2 = fresh();
        const parts4 = Object.entries(CODECS).flatMap(([name5, { format }]) => {
          const text3 = format(now7, first2);
          return text3 === null ? [] : [`${name5}=${text3}`];
        });
        if (camera4)
          parts4.push(
            `${camera4.relative ? "see" : "at"}=${Math.round(camera4.x)},${Math.round(camera4.y)},${Number(camera4.zoom.toPrecision(3))}`
          );
        const key4 = now7.selected < 0 ? "" : encode(nodes.key[now7.selected]);
        return key4 || parts4.length ? `#${[key4, ...parts4].join("&")}` : "";
      };
      read = (hash) => {
        const [key4, ...parts4] = hash.replace(/^#/, "").split("&");
        const found = {
          now: { ...fresh(), selected: node(key4) },
          camera: null
        };
        for (const part2 of parts4) {
          const cut = part2.indexOf("=");
          const [name5, text3] = [part2.slice(0, cut), part2.slice(cut + 1)];
          if (Object.hasOwn(CODECS, name5)) CODECS[name5].read(found.now, text3);
          const [x2, y2, zoom2] = name5 === "at" || name5 === "see" ? text3.split(",").map(Number) : [];
          if ([x2, y2, zoom2].every(Number.isFinite) && zoom2 > 0)
            found.camera = { x: x2, y: y2, zoom: zoom2, ...name5 === "see" ? { relative: true } : {} };
        }
        return found;
      };
      isStranger = (hash) => {
        const [key4] = hash.replace(/^#/, "").split("&");
        return decode(key4).includes(":") && node(key4) < 0;
      };
      ofNode = (selected) => `#${encode(nodes.key[selected])}`;
    }
  });

  // node_modules/d3-array/dist/d3-array.mjs
  function ascending(a, b) {
    return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
  }
  function descending(a, b) {
    return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
  }
  function bisector(f) {
    let compare1, compare22, delta;
    if (f.length !== 2) {
      compare1 = ascending;
      compare22 = (d, x2) => ascending(f(d), x2);
      delta = (d, x2) => f(d) - x2;
    } else {
      compare1 = f === ascending || f === descending ? f : zero;
      compare22 = f;
      delta = f;
    }
    function left2(a, x2, lo = 0, hi = a.length) {
      if (lo < hi) {
        if (compare1(x2, x2) !== 0) return hi;
        do {
          const mid = lo + hi >>> 1;
          if (compare22(a[mid], x2) < 0) lo = mid + 1;
          else hi = mid;
        } while (lo < hi);
      }
      return lo;
    }
    function right2(a, x2, lo = 0, hi = a.length) {
      if (lo < hi) {
        if (compare1(x2, x2) !== 0) return hi;
        do {
          const mid = lo + hi >>> 1;
          if (compare22(a[mid], x2) <= 0) lo = mid + 1;
          else hi = mid;
        } while (lo < hi);
      }
      return lo;
    }
    function center(a, x2, lo = 0, hi = a.length) {
      const i = left2(a, x2, lo, hi - 1);
      return i > lo && delta(a[i - 1], x2) > -delta(a[i], x2) ? i - 1 : i;
    }
    return { left: left2, center, right: right2 };
  }
  function zero() {
    return 0;
  }
  function number2(x2) {
    return x2 === null ? NaN : +x2;
  }
  function Blur2(blur3) {
    return function(data3, rx, ry = rx) {
      if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
      if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
      let { data: values, width: width2, height: height3 } = data3;
      if (!((width2 = Math.floor(width2)) >= 0)) throw new RangeError("invalid width");
      if (!((height3 = Math.floor(height3 !== void 0 ? height3 : values.length / width2)) >= 0)) throw new RangeError("invalid height");
      if (!width2 || !height3 || !rx && !ry) return data3;
      const blurx = rx && blur3(rx);
      const blury = ry && blur3(ry);
      const temp = values.slice();
      if (blurx && blury) {
        blurh(blurx, temp, values, width2, height3);
        blurh(blurx, values, temp, width2, height3);
        blurh(blurx, temp, values, width2, height3);
        blurv(blury, values, temp, width2, height3);
        blurv(blury, temp, values, width2, height3);
        blurv(blury, values, temp, width2, height3);
      } else if (blurx) {
        blurh(blurx, values, temp, width2, height3);
        blurh(blurx, temp, values, width2, height3);
        blurh(blurx, values, temp, width2, height3);
      } else if (blury) {
        blurv(blury, values, temp, width2, height3);
        blurv(blury, temp, values, width2, height3);
        blurv(blury, values, temp, width2, height3);
      }
      return data3;
    };
  }
  function blurh(blur3, T, S, w, h) {
    for (let y2 = 0, n = w * h; y2 < n; ) {
      blur3(T, S, y2, y2 += w, 1);
    }
  }
  function blurv(blur3, T, S, w, h) {
    for (let x2 = 0, n = w * h; x2 < w; ++x2) {
      blur3(T, S, x2, x2 + n, w);
    }
  }
  function blurfImage(radius2) {
    const blur3 = blurf(radius2);
    return (T, S, start19, stop2, step4) => {
      start19 <<= 2, stop2 <<= 2, step4 <<= 2;
      blur3(T, S, start19 + 0, stop2 + 0, step4);
      blur3(T, S, start19 + 1, stop2 + 1, step4);
      blur3(T, S, start19 + 2, stop2 + 2, step4);
      blur3(T, S, start19 + 3, stop2 + 3, step4);
    };
  }
  function blurf(radius2) {
    const radius0 = Math.floor(radius2);
    if (radius0 === radius2) return bluri(radius2);
    const t = radius2 - radius0;
    const w = 2 * radius2 + 1;
    return (T, S, start19, stop2, step4) => {
      if (!((stop2 -= step4) >= start19)) return;
      let sum = radius0 * S[start19];
      const s0 = step4 * radius0;
      const s1 = s0 + step4;
      for (let i = start19, j = start19 + s0; i < j; i += step4) {
        sum += S[Math.min(stop2, i)];
      }
      for (let i = start19, j = stop2; i <= j; i += step4) {
        sum += S[Math.min(stop2, i + s0)];
        T[i] = (sum + t * (S[Math.max(start19, i - s1)] + S[Math.min(stop2, i + s1)])) / w;
        sum -= S[Math.max(start19, i - s0)];
      }
    };
  }
  function bluri(radius2) {
    const w = 2 * radius2 + 1;
    return (T, S, start19, stop2, step4) => {
      if (!((stop2 -= step4) >= start19)) return;
      let sum = radius2 * S[start19];
      const s = step4 * radius2;
      for (let i = start19, j = start19 + s; i < j; i += step4) {
        sum += S[Math.min(stop2, i)];
      }
      for (let i = start19, j = stop2; i <= j; i += step4) {
        sum += S[Math.min(stop2, i + s)];
        T[i] = sum / w;
        sum -= S[Math.max(start19, i - s)];
      }
    };
  }
  function count2(values, valueof) {
    let count5 = 0;
    if (valueof === void 0) {
      for (let value of values) {
        if (value != null && (value = +value) >= value) {
          ++count5;
        }
      }
    } else {
      let index = -1;
      for (let value of values) {
        if ((value = valueof(value, ++index, values)) != null && (value = +value) >= value) {
          ++count5;
        }
      }
    }
    return count5;
  }
  function extent(values, valueof) {
    let min;
    let max;
    if (valueof === void 0) {
      for (const value of values) {
        if (value != null) {
          if (min === void 0) {
            if (value >= value) min = max = value;
          } else {
            if (min > value) min = value;
            if (max < value) max = value;
          }
        }
      }
    } else {
      let index = -1;
      for (let value of values) {
        if ((value = valueof(value, ++index, values)) != null) {
          if (min === void 0) {
            if (value >= value) min = max = value;
          } else {
            if (min > value) min = value;
            if (max < value) max = value;
          }
        }
      }
    }
    return [min, max];
  }
  function tickSpec(start19, stop2, count5) {
    const step4 = (stop2 - start19) / Math.max(0, count5), power = Math.floor(Math.log10(step4)), error = step4 / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
    let i1, i2, inc;
    if (power < 0) {
      inc = Math.pow(10, -power) / factor;
      i1 = Math.round(start19 * inc);
      i2 = Math.round(stop2 * inc);
      if (i1 / inc < start19) ++i1;
      if (i2 / inc > stop2) --i2;
      inc = -inc;
    } else {
      inc = Math.pow(10, power) * factor;
      i1 = Math.round(start19 / inc);
      i2 = Math.round(stop2 / inc);
      if (i1 * inc < start19) ++i1;
      if (i2 * inc > stop2) --i2;
    }
    if (i2 < i1 && 0.5 <= count5 && count5 < 2) return tickSpec(start19, stop2, count5 * 2);
    return [i1, i2, inc];
  }
  function ticks(start19, stop2, count5) {
    stop2 = +stop2, start19 = +start19, count5 = +count5;
    if (!(count5 > 0)) return [];
    if (start19 === stop2) return [start19];
    const reverse = stop2 < start19, [i1, i2, inc] = reverse ? tickSpec(stop2, start19, count5) : tickSpec(start19, stop2, count5);
    if (!(i2 >= i1)) return [];
    const n = i2 - i1 + 1, ticks4 = new Array(n);
    if (reverse) {
      if (inc < 0) for (let i = 0; i < n; ++i) ticks4[i] = (i2 - i) / -inc;
      else for (let i = 0; i < n; ++i) ticks4[i] = (i2 - i) * inc;
    } else {
      if (inc < 0) for (let i = 0; i < n; ++i) ticks4[i] = (i1 + i) / -inc;
      else for (let i = 0; i < n; ++i) ticks4[i] = (i1 + i) * inc;
    }
    return ticks4;
  }
  function tickIncrement(start19, stop2, count5) {
    stop2 = +stop2, start19 = +start19, count5 = +count5;
    return tickSpec(start19, stop2, count5)[2];
  }
  function nice(start19, stop2, count5) {
    let prestep;
    while (true) {
      const step4 = tickIncrement(start19, stop2, count5);
      if (step4 === prestep || step4 === 0 || !isFinite(step4)) {
        return [start19, stop2];
      } else if (step4 > 0) {
        const i = Math.ceil(start19 / step4);
        const j = Math.floor(stop2 / step4);
        start19 = (i - (i * step4 > start19)) * step4;
        stop2 = (j + (j * step4 < stop2)) * step4;
      } else if (step4 < 0) {
        const s = -step4;
        const i = Math.ceil(start19 * s);
        const j = Math.floor(stop2 * s);
        start19 = (i - (i / s > start19)) / s;
        stop2 = (j + (j / s < stop2)) / s;
      }
      prestep = step4;
    }
  }
  function thresholdSturges(values) {
    return Math.max(1, Math.ceil(Math.log(count2(values)) / Math.LN2) + 1);
  }
  function shuffler(random) {
    return function shuffle2(array3, i0 = 0, i1 = array3.length) {
      let m = i1 - (i0 = +i0);
      while (m) {
        const i = random() * m-- | 0, t = array3[m + i0];
        array3[m + i0] = array3[i + i0];
        array3[i + i0] = t;
      }
      return array3;
    };
  }
  var ascendingBisect, bisectRight, bisectLeft, bisectCenter, blur2, blurImage, array, slice, e10, e5, e2, shuffle;
  var init_d3_array = __esm({
    "node_modules/d3-array/dist/d3-array.mjs"() {
      ascendingBisect = bisector(ascending);
      bisectRight = ascendingBisect.right;
      bisectLeft = ascendingBisect.left;
      bisectCenter = bisector(number2).center;
      blur2 = Blur2(blurf);
      blurImage = Blur2(blurfImage);
      array = Array.prototype;
      slice = array.slice;
      e10 = Math.sqrt(50);
      e5 = Math.sqrt(10);
      e2 = Math.sqrt(2);
      shuffle = shuffler(Math.random);
    }
  });

  // node_modules/d3-contour/src/array.js
  var array2, slice2;
  var init_array = __esm({
    "node_modules/d3-contour/src/array.js"() {
      array2 = Array.prototype;
      slice2 = array2.slice;
    }
  });

  // node_modules/d3-contour/src/ascending.js
  function ascending_default(a, b) {
    return a - b;
  }
  var init_ascending = __esm({
    "node_modules/d3-contour/src/ascending.js"() {
    }
  });

  // node_modules/d3-contour/src/area.js
  function area_default(ring2) {
    var i = 0, n = ring2.length, area = ring2[n - 1][1] * ring2[0][0] - ring2[n - 1][0] * ring2[0][1];
    while (++i < n) area += ring2[i - 1][1] * ring2[i][0] - ring2[i - 1][0] * ring2[i][1];
    return area;
  }
  var init_area = __esm({
    "node_modules/d3-contour/src/area.js"() {
    }
  });

  // node_modules/d3-contour/src/constant.js
  var constant_default;
  var init_constant = __esm({
    "node_modules/d3-contour/src/constant.js"() {
      constant_default = (x2) => () => x2;
    }
  });

  // node_modules/d3-contour/src/contains.js
  function contains_default(ring2, hole) {
    var i = -1, n = hole.length, c;
    while (++i < n) if (c = ringContains(ring2, hole[i])) return c;
    return 0;
  }
  function ringContains(ring2, point3) {
    var x2 = point3[0], y2 = point3[1], contains2 = -1;
    for (var i = 0, n = ring2.length, j = n - 1; i < n; j = i++) {
      var pi = ring2[i], xi = pi[0], yi = pi[1], pj = ring2[j], xj = pj[0], yj = pj[1];
      if (segmentContains(pi, pj, point3)) return 0;
      if (yi > y2 !== yj > y2 && x2 < (xj - xi) * (y2 - yi) / (yj - yi) + xi) contains2 = -contains2;
    }
    return contains2;
  }
  function segmentContains(a, b, c) {
    var i;
    return collinear(a, b, c) && within(a[i = +(a[0] === b[0])], c[i], b[i]);
  }
  function collinear(a, b, c) {
    return (b[0] - a[0]) * (c[1] - a[1]) === (c[0] - a[0]) * (b[1] - a[1]);
  }
  function within(p, q, r) {
    return p <= q && q <= r || r <= q && q <= p;
  }
  var init_contains = __esm({
    "node_modules/d3-contour/src/contains.js"() {
    }
  });

  // node_modules/d3-contour/src/noop.js
  function noop_default() {
  }
  var init_noop = __esm({
    "node_modules/d3-contour/src/noop.js"() {
    }
  });

  // node_modules/d3-contour/src/contours.js
  function contours_default() {
    var dx = 1, dy = 1, threshold = thresholdSturges, smooth2 = smoothLinear;
    function contours(values) {
      var tz = threshold(values);
      if (!Array.isArray(tz)) {
        const e = extent(values, finite);
        tz = ticks(...nice(e[0], e[1], tz), tz);
        while (tz[tz.length - 1] >= e[1]) tz.pop();
        while (tz[1] < e[0]) tz.shift();
      } else {
        tz = tz.slice().sort(ascending_default);
      }
      return tz.map((value) => contour(values, value));
    }
    function contour(values, value) {
      const v = value == null ? NaN : +value;
      if (isNaN(v)) throw new Error(`invalid value: ${value}`);
      var polygons = [], holes = [];
      isorings(values, v, function(ring2) {
        smooth2(ring2, values, v);
        if (area_default(ring2) > 0) polygons.push([ring2]);
        else holes.push(ring2);
      });
      holes.forEach(function(hole) {
        for (var i = 0, n = polygons.length, polygon2; i < n; ++i) {
          if (contains_default((polygon2 = polygons[i])[0], hole) !== -1) {
            polygon2.push(hole);
            return;
          }
        }
      });
      return {
        type: "MultiPolygon",
        value,
        coordinates: polygons
      };
    }
    function isorings(values, value, callback) {
      var fragmentByStart = new Array(), fragmentByEnd = new Array(), x2, y2, t0, t1, t2, t3;
      x2 = y2 = -1;
      t1 = above(values[0], value);
      cases[t1 << 1].forEach(stitch);
      while (++x2 < dx - 1) {
        t0 = t1, t1 = above(values[x2 + 1], value);
        cases[t0 | t1 << 1].forEach(stitch);
      }
      cases[t1 << 0].forEach(stitch);
      while (++y2 < dy - 1) {
        x2 = -1;
        t1 = above(values[y2 * dx + dx], value);
        t2 = above(values[y2 * dx], value);
        cases[t1 << 1 | t2 << 2].forEach(stitch);
        while (++x2 < dx - 1) {
          t0 = t1, t1 = above(values[y2 * dx + dx + x2 + 1], value);
          t3 = t2, t2 = above(values[y2 * dx + x2 + 1], value);
          cases[t0 | t1 << 1 | t2 << 2 | t3 << 3].forEach(stitch);
        }
        cases[t1 | t2 << 3].forEach(stitch);
      }
      x2 = -1;
      t2 = values[y2 * dx] >= value;
      cases[t2 << 2].forEach(stitch);
      while (++x2 < dx - 1) {
        t3 = t2, t2 = above(values[y2 * dx + x2 + 1], value);
        cases[t2 << 2 | t3 << 3].forEach(stitch);
      }
      cases[t2 << 3].forEach(stitch);
      function stitch(line7) {
        var start19 = [line7[0][0] + x2, line7[0][1] + y2], end2 = [line7[1][0] + x2, line7[1][1] + y2], startIndex = index(start19), endIndex = index(end2), f, g;
        if (f = fragmentByEnd[startIndex]) {
          if (g = fragmentByStart[endIndex]) {
            delete fragmentByEnd[f.end];
            delete fragmentByStart[g.start];
            if (f === g) {
              f.ring.push(end2);
              callback(f.ring);
            } else {
              fragmentByStart[f.start] = fragmentByEnd[g.end] = { start: f.start, end: g.end, ring: f.ring.concat(g.ring) };
            }
          } else {
            delete fragmentByEnd[f.end];
            f.ring.push(end2);
            fragmentByEnd[f.end = endIndex] = f;
          }
        } else if (f = fragmentByStart[endIndex]) {
          if (g = fragmentByEnd[startIndex]) {
            delete fragmentByStart[f.start];
            delete fragmentByEnd[g.end];
            if (f === g) {
              f.ring.push(end2);
              callback(f.ring);
            } else {
              fragmentByStart[g.start] = fragmentByEnd[f.end] = { start: g.start, end: f.end, ring: g.ring.concat(f.ring) };
            }
          } else {
            delete fragmentByStart[f.start];
            f.ring.unshift(start19);
            fragmentByStart[f.start = startIndex] = f;
          }
        } else {
          fragmentByStart[startIndex] = fragmentByEnd[endIndex] = { start: startIndex, end: endIndex, ring: [start19, end2] };
        }
      }
    }
    function index(point3) {
      return point3[0] * 2 + point3[1] * (dx + 1) * 4;
    }
    function smoothLinear(ring2, values, value) {
      ring2.forEach(function(point3) {
        var x2 = point3[0], y2 = point3[1], xt = x2 | 0, yt = y2 | 0, v1 = valid(values[yt * dx + xt]);
        if (x2 > 0 && x2 < dx && xt === x2) {
          point3[0] = smooth1(x2, valid(values[yt * dx + xt - 1]), v1, value);
        }
        if (y2 > 0 && y2 < dy && yt === y2) {
          point3[1] = smooth1(y2, valid(values[(yt - 1) * dx + xt]), v1, value);
        }
      });
    }
    contours.contour = contour;
    contours.size = function(_) {
      if (!arguments.length) return [dx, dy];
      var _0 = Math.floor(_[0]), _1 = Math.floor(_[1]);
      if (!(_0 >= 0 && _1 >= 0)) throw new Error("invalid size");
      return dx = _0, dy = _1, contours;
    };
    contours.thresholds = function(_) {
      return arguments.length ? (threshold = typeof _ === "function" ? _ : Array.isArray(_) ? constant_default(slice2.call(_)) : constant_default(_), contours) : threshold;
    };
    contours.smooth = function(_) {
      return arguments.length ? (smooth2 = _ ? smoothLinear : noop_default, contours) : smooth2 === smoothLinear;
    };
    return contours;
  }
  function finite(x2) {
    return isFinite(x2) ? x2 : NaN;
  }
  function above(x2, value) {
    return x2 == null ? false : +x2 >= value;
  }
  function valid(v) {
    return v == null || isNaN(v = +v) ? -Infinity : v;
  }
  function smooth1(x2, v0, v1, value) {
    const a = value - v0;
    const b = v1 - v0;
    const d = isFinite(a) || isFinite(b) ? a / b : Math.sign(a) / Math.sign(b);
    return isNaN(d) ? x2 : x2 + d - 0.5;
  }
  var cases;
  var init_contours = __esm({
    "node_modules/d3-contour/src/contours.js"() {
      init_d3_array();
      init_array();
      init_ascending();
      init_area();
      init_constant();
      init_contains();
      init_noop();
      cases = [
        [],
        [[[1, 1.5], [0.5, 1]]],
        [[[1.5, 1], [1, 1.5]]],
        [[[1.5, 1], [0.5, 1]]],
        [[[1, 0.5], [1.5, 1]]],
        [[[1, 1.5], [0.5, 1]], [[1, 0.5], [1.5, 1]]],
        [[[1, 0.5], [1, 1.5]]],
        [[[1, 0.5], [0.5, 1]]],
        [[[0.5, 1], [1, 0.5]]],
        [[[1, 1.5], [1, 0.5]]],
        [[[0.5, 1], [1, 0.5]], [[1.5, 1], [1, 1.5]]],
        [[[1.5, 1], [1, 0.5]]],
        [[[0.5, 1], [1.5, 1]]],
        [[[1, 1.5], [1.5, 1]]],
        [[[0.5, 1], [1, 1.5]]],
        []
      ];
    }
  });

  // node_modules/d3-contour/src/index.js
  var init_src = __esm({
    "node_modules/d3-contour/src/index.js"() {
      init_contours();
    }
  });

  // src/distance.ts
  var NONE2, line, envelope, nearest;
  var init_distance = __esm({
    "src/distance.ts"() {
      "use strict";
      NONE2 = 1e20;
      line = (length) => ({
        value: new Float64Array(length),
        lowest: new Int32Array(length),
        index: new Int32Array(length),
        starts: new Float64Array(length)
      });
      envelope = (length, { value, lowest, index, starts }) => {
        let top4 = -1;
        for (let q = 0; q < length; q += 1) {
          const own2 = value[q];
          if (own2 >= NONE2) continue;
          let start19 = -Infinity;
          while (top4 >= 0) {
            const p = index[top4];
            start19 = (own2 + q * q - value[p] - p * p) / (2 * (q - p));
            if (start19 > starts[top4]) break;
            top4 -= 1;
            start19 = -Infinity;
          }
          top4 += 1;
          index[top4] = q;
          starts[top4] = start19;
        }
        let at8 = 0;
        for (let q = 0; q < length; q += 1) {
          while (at8 < top4 && starts[at8 + 1] < q) at8 += 1;
          lowest[q] = top4 < 0 ? -1 : index[at8];
        }
      };
      nearest = ({ wide: wide2, high: high3 }, seeds, radius2) => {
        const found = new Int32Array(wide2 * high3);
        const power = new Float64Array(wide2 * high3);
        const down2 = line(high3);
        for (let cx = 0; cx < wide2; cx += 1) {
          for (let cy = 0, at8 = cx; cy < high3; cy += 1, at8 += wide2) {
            const seed = seeds[at8];
            down2.value[cy] = seed < 0 ? NONE2 : -radius2[seed] * radius2[seed];
          }
          envelope(high3, down2);
          for (let cy = 0, at8 = cx; cy < high3; cy += 1, at8 += wide2) {
            const p = down2.lowest[cy];
            found[at8] = p < 0 ? -1 : seeds[p * wide2 + cx];
            power[at8] = p < 0 ? NONE2 : (cy - p) * (cy - p) + down2.value[p];
          }
        }
        const across3 = line(wide2);
        const row7 = new Int32Array(wide2);
        for (let cy = 0; cy < high3; cy += 1) {
          const first2 = cy * wide2;
          for (let cx = 0; cx < wide2; cx += 1) {
            across3.value[cx] = power[first2 + cx];
            row7[cx] = found[first2 + cx];
          }
          envelope(wide2, across3);
          for (let cx = 0; cx < wide2; cx += 1)
            found[first2 + cx] = across3.lowest[cx] < 0 ? -1 : row7[across3.lowest[cx]];
        }
        return found;
      };
    }
  });

  // src/outline.ts
  function* outlining(discs, looks) {
    if (!discs.length) return [];
    const grid2 = gridAround(discs, looks);
    const { depth, group: group4 } = depths(grid2, discs, looks);
    yield;
    const found = [];
    for (const [own2, [west, north, east, south]] of boxesOf(grid2, group4)) {
      const part2 = {
        left: grid2.left + (west - 2) * grid2.cell,
        top: grid2.top + (north - 2) * grid2.cell,
        cell: grid2.cell,
        wide: east - west + 5,
        high: south - north + 5
      };
      const level = new Float32Array(part2.wide * part2.high).fill(-1);
      for (let cy = north; cy <= south; cy += 1)
        for (let cx = west; cx <= east; cx += 1) {
          const at8 = cy * grid2.wide + cx;
          if (group4[at8] === own2) level[(cy - north + 2) * part2.wide + cx - west + 2] = depth[at8];
        }
      const smooth2 = blur(blur(level, part2.wide, part2.high), part2.wide, part2.high);
      const rings = ringsOf(part2, smooth2, (3 * looks.pad) ** 2 / grid2.cell ** 2);
      found.push({ ...part2, group: own2, level: smooth2, rings });
      yield;
    }
    return found;
  }
  var gridAround, depths, blur, areaOf, ringsOf, boxesOf, finish;
  var init_outline = __esm({
    "src/outline.ts"() {
      "use strict";
      init_src();
      init_distance();
      gridAround = (discs, { cell: cell4, reach }) => {
        let [left2, top4, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const { x: x2, y: y2, radius: radius2 } of discs) {
          left2 = Math.min(left2, x2 - radius2);
          top4 = Math.min(top4, y2 - radius2);
          right2 = Math.max(right2, x2 + radius2);
          bottom2 = Math.max(bottom2, y2 + radius2);
        }
        const edge = reach + 3 * cell4;
        const cells = (from, to) => Math.ceil((to - from + 2 * edge) / cell4) + 1;
        return { left: left2 - edge, top: top4 - edge, cell: cell4, wide: cells(left2, right2), high: cells(top4, bottom2) };
      };
      depths = (grid2, discs, { cell: cell4, pad, reach }) => {
        const { wide: wide2, high: high3, left: left2, top: top4 } = grid2;
        const total = wide2 * high3;
        const seeds = new Int32Array(total).fill(-1);
        const radius2 = new Float64Array(discs.length);
        const px = new Float64Array(discs.length);
        const py = new Float64Array(discs.length);
        for (let i = 0; i < discs.length; i += 1) {
          const disc = discs[i];
          radius2[i] = disc.radius / cell4;
          px[i] = (disc.x - left2) / cell4;
          py[i] = (disc.y - top4) / cell4;
          const at8 = Math.round(py[i]) * wide2 + Math.round(px[i]);
          if (seeds[at8] < 0 || radius2[seeds[at8]] < radius2[i]) seeds[at8] = i;
        }
        const owner = nearest(grid2, seeds, radius2);
        const group4 = new Int16Array(total).fill(-1);
        const gap2 = new Float32Array(total);
        const free2 = new Int32Array(total).fill(-1);
        for (let cy = 0, at8 = 0; cy < high3; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1, at8 += 1) {
            const i = owner[at8];
            const dx = cx - px[i];
            const dy = cy - py[i];
            gap2[at8] = Math.sqrt(dx * dx + dy * dy) - radius2[i];
            if (gap2[at8] < reach / cell4) group4[at8] = discs[i].group;
            else free2[at8] = at8;
          }
        const outside2 = nearest(grid2, free2, new Float64Array(total));
        const depth = new Float32Array(total).fill(-1);
        for (let cy = 0, at8 = 0; cy < high3; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1, at8 += 1) {
            if (group4[at8] < 0) continue;
            const out = outside2[at8];
            const dx = cx - out % wide2;
            const dy = cy - Math.floor(out / wide2);
            const far = Math.sqrt(dx * dx + dy * dy);
            const deep = Math.max(far - (reach - pad) / cell4, pad / cell4 - gap2[at8]);
            depth[at8] = Math.max(-1, Math.min(1, deep));
          }
        return { depth, group: group4 };
      };
      blur = (level, wide2, high3) => {
        const next2 = new Float32Array(level.length);
        for (let cy = 1; cy < high3 - 1; cy += 1)
          for (let cx = 1; cx < wide2 - 1; cx += 1) {
            const at8 = cy * wide2 + cx;
            const sides = level[at8 - 1] + level[at8 + 1] + level[at8 - wide2] + level[at8 + wide2];
            const corners2 = level[at8 - wide2 - 1] + level[at8 - wide2 + 1] + level[at8 + wide2 - 1] + level[at8 + wide2 + 1];
            next2[at8] = (4 * level[at8] + 2 * sides + corners2) / 16;
          }
        for (let cx = 0; cx < wide2; cx += 1) next2[cx] = next2[(high3 - 1) * wide2 + cx] = -1;
        for (let cy = 0; cy < high3; cy += 1) next2[cy * wide2] = next2[cy * wide2 + wide2 - 1] = -1;
        return next2;
      };
      areaOf = (ring2) => {
        let twice = 0;
        for (let i = 0; i < ring2.length; i += 1) {
          const [[ax, ay], [bx, by]] = [ring2[i], ring2[(i + 1) % ring2.length]];
          twice += ax * by - bx * ay;
        }
        return Math.abs(twice) / 2;
      };
      ringsOf = ({ left: left2, top: top4, cell: cell4, wide: wide2, high: high3 }, level, least2) => {
        const [{ coordinates }] = contours_default().size([wide2, high3]).thresholds([0])(level);
        return coordinates.flatMap(
          (polygon2) => polygon2.filter((ring2, at8) => at8 === 0 || areaOf(ring2) > least2).map((ring2) => {
            const open6 = ring2.slice(0, -1);
            const kept4 = open6.length > 24 ? open6.filter((_, i) => i % 2 === 0) : open6;
            return Float64Array.from(
              kept4.flatMap(([px, py]) => [left2 + (px - 0.5) * cell4, top4 + (py - 0.5) * cell4])
            );
          })
        );
      };
      boxesOf = ({ wide: wide2, high: high3 }, group4) => {
        const boxes2 = /* @__PURE__ */ new Map();
        for (let cy = 0; cy < high3; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1) {
            const own2 = group4[cy * wide2 + cx];
            if (own2 < 0) continue;
            const box3 = boxes2.get(own2);
            if (!box3) boxes2.set(own2, [cx, cy, cx, cy]);
            else {
              box3[0] = Math.min(box3[0], cx);
              box3[2] = Math.max(box3[2], cx);
              box3[3] = cy;
            }
          }
        return boxes2;
      };
      finish = (work2) => {
        for (; ; ) {
          const step4 = work2.next();
          if (step4.done) return step4.value;
        }
      };
    }
  });

  // src/room.ts
  var STEPS, sums, middleOf, roomIn, contains;
  var init_room = __esm({
    "src/room.ts"() {
      "use strict";
      STEPS = 7;
      sums = ({ wide: wide2, high: high3, level }) => {
        const found = new Int32Array((wide2 + 1) * (high3 + 1));
        for (let cy = 0; cy < high3; cy += 1) {
          let row7 = 0;
          for (let cx = 0; cx < wide2; cx += 1) {
            row7 += level[cy * wide2 + cx] > 0 ? 1 : 0;
            found[(cy + 1) * (wide2 + 1) + cx + 1] = found[cy * (wide2 + 1) + cx + 1] + row7;
          }
        }
        return found;
      };
      middleOf = ({ wide: wide2, level }) => {
        let x2 = 0;
        let y2 = 0;
        let count5 = 0;
        level.forEach((value, at8) => {
          if (value <= 0) return;
          x2 += at8 % wide2;
          y2 += Math.floor(at8 / wide2);
          count5 += 1;
        });
        return { x: x2 / Math.max(count5, 1), y: y2 / Math.max(count5, 1) };
      };
      roomIn = (mask) => {
        const { left: left2, top: top4, cell: cell4, wide: wide2, high: high3 } = mask;
        const inside2 = sums(mask);
        const middle = middleOf(mask);
        const place3 = (across3, down2, stride) => {
          let best = null;
          let least2 = Infinity;
          for (let cy = 0; cy + down2 <= high3; cy += stride)
            for (let cx = 0; cx + across3 <= wide2; cx += stride) {
              const from = cy * (wide2 + 1) + cx;
              const to = from + down2 * (wide2 + 1);
              if (inside2[to + across3] - inside2[to] - inside2[from + across3] + inside2[from] < across3 * down2) continue;
              const x2 = cx + (across3 - 1) / 2;
              const y2 = cy + (down2 - 1) / 2;
              const off = (x2 - middle.x) ** 2 + 2 * (y2 - middle.y) ** 2;
              if (off < least2) {
                least2 = off;
                best = { x: x2, y: y2 };
              }
            }
          return best;
        };
        return (width2, height3) => {
          const at8 = (scale, stride) => place3(
            Math.max(1, Math.round(width2 * scale / cell4)),
            Math.max(1, Math.round(height3 * scale / cell4)),
            stride
          );
          let [least2, most4] = [0, Math.min(wide2 * cell4 / width2, high3 * cell4 / height3)];
          let found = null;
          for (let step4 = 0; step4 < STEPS; step4 += 1) {
            const scale = (least2 + most4) / 2;
            const spot2 = at8(scale, step4 < STEPS - 2 && wide2 * high3 > 1e3 ? 2 : 1);
            if (spot2) [least2, found] = [scale, spot2];
            else most4 = scale;
          }
          return found && { x: left2 + found.x * cell4, y: top4 + found.y * cell4, scale: least2 };
        };
      };
      contains = ({ left: left2, top: top4, cell: cell4, wide: wide2, high: high3, level }, x2, y2) => {
        const [gx, gy] = [(x2 - left2) / cell4, (y2 - top4) / cell4];
        const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
        if (cx < 0 || cy < 0 || cx >= wide2 - 1 || cy >= high3 - 1) return false;
        const [fx, fy, at8] = [gx - cx, gy - cy, cy * wide2 + cx];
        const upper = level[at8] * (1 - fx) + level[at8 + 1] * fx;
        const lower3 = level[at8 + wide2] * (1 - fx) + level[at8 + wide2 + 1] * fx;
        return upper * (1 - fy) + lower3 * fy > 0;
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
      part = (text3, at8) => Number(text3.split("-")[at8] ?? 1);
      successor = (name5, unit2) => {
        const next2 = /* @__PURE__ */ new Date(0);
        next2.setUTCFullYear(
          part(name5, 0) + Number(unit2 === "year"),
          part(name5, 1) - 1 + Number(unit2 === "month"),
          part(name5, 2) + Number(unit2 === "day")
        );
        return next2.toISOString().slice(0, LENGTH[unit2]);
      };
      through = (first2, last2, unit2) => {
        const found = [first2];
        while (found[found.length - 1] < last2) found.push(successor(found[found.length - 1], unit2));
        return found;
      };
      ofUnit = (dates2, unit2) => {
        const cut = dates2.map(
          (date3) => date3.length >= LENGTH[unit2] && DATE.test(date3) ? date3.slice(0, LENGTH[unit2]) : ""
        );
        const known3 = [...new Set(cut)].filter(Boolean).sort();
        const names6 = known3.length ? through(known3[0], known3[known3.length - 1], unit2) : [];
        const at8 = new Map(names6.map((name5, index) => [name5, index]));
        return { unit: unit2, names: names6, of: Int32Array.from(cut, (date3) => at8.get(date3) ?? -1) };
      };
      binsOf = (dates2) => {
        const known3 = dates2.filter((date3) => DATE.test(date3));
        const share2 = (unit2) => known3.filter((date3) => date3.length >= LENGTH[unit2]).length >= known3.length / 2;
        if (!share2("month")) return ofUnit(dates2, "year");
        const years = known3.map((date3) => part(date3, 0)).sort((a, b) => a - b);
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
      isIn = (date3, since, until) => !since && !until || date3 !== "" && (!since || date3 >= since) && (!until || date3.slice(0, until.length) <= until);
      MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
      parts = (date3) => {
        const [year, month, day2] = date3.split("-");
        return [year, month ? MONTHS[Number(month) - 1] : "", day2 ? String(Number(day2)) : ""];
      };
      written = (date3) => parts(date3).reverse().filter(Boolean).join(" ");
      spoken = (date3) => DATE.test(date3) ? written(date3) : date3;
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
  var drawn, rest2, others, column, topic3, subtopic, date, size2, corpus, row, writtenTitle, rowOf;
  var init_corpus = __esm({
    "src/corpus.ts"() {
      "use strict";
      init_model();
      init_model();
      init_periods();
      drawn = nodes.id.filter(isPaper);
      ({ rest: rest2 } = model_exports);
      others = rest2.label?.length ?? 0;
      column = (name5) => {
        const own2 = nodes[name5];
        const more = rest2[name5];
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
        written: column("written"),
        date,
        topic: topic3,
        subtopic,
        url: column("url"),
        authors: column("authors"),
        given: column("given"),
        venue: column("venue"),
        arxiv: column("arxiv"),
        doi: column("doi"),
        bins: binsOf(date)
      };
      row = new Int32Array(size).fill(-1);
      drawn.forEach((node2, at8) => {
        row[node2] = at8;
      });
      writtenTitle = (row7) => corpus.written[row7] || corpus.title[row7];
      rowOf = (node2) => row[node2] ?? -1;
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
    stretch: () => stretch,
    turned: () => turned,
    view: () => view,
    x: () => x,
    y: () => y
  });
  var extent2, turned, MOST_STRETCH, PANELS, BARS, PHONE, across, down, width, height, phoneBars, room, stretched, limited, stretch, x, y, radius, extentOfAll, shown, hot, view, emphasise, pick, bounds;
  var init_scene = __esm({
    "src/scene.ts"() {
      "use strict";
      init_corpus();
      init_model();
      extent2 = (values) => {
        let [least2, most4] = [0, 0];
        for (const value of values) [least2, most4] = [Math.min(least2, value), Math.max(most4, value)];
        return most4 - least2;
      };
      turned = window.innerHeight > 1.2 * window.innerWidth && extent2(nodes.x) > 1.1 * extent2(nodes.y);
      MOST_STRETCH = 1.35;
      PANELS = 700;
      BARS = 200;
      PHONE = { edges: 48, bars: 344, timeline: 84 };
      [across, down] = [extent2(turned ? nodes.y : nodes.x) || 1, extent2(turned ? nodes.x : nodes.y) || 1];
      ({ innerWidth: width, innerHeight: height } = window);
      phoneBars = PHONE.bars + (corpus.bins.names.length > 1 ? PHONE.timeline : 0);
      room = width > 720 ? (width - (width > 1100 ? PANELS : 0)) / (height - BARS) : (width - PHONE.edges) / (height - phoneBars);
      stretched = size > 200 && room > 0 ? across / down / room : 1;
      limited = (value) => Math.max(1, Math.min(MOST_STRETCH, value));
      stretch = { x: limited(1 / stretched), y: limited(stretched) };
      x = Float64Array.from(turned ? nodes.y : nodes.x, (value) => stretch.x * value);
      y = Float64Array.from(turned ? nodes.x : nodes.y, (value) => stretch.y * value);
      radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
      extentOfAll = () => {
        const along = (at8) => {
          let [least2, most4] = [Infinity, -Infinity];
          at8.forEach((value, i) => {
            [least2, most4] = [Math.min(least2, value - radius[i]), Math.max(most4, value + radius[i])];
          });
          return size ? most4 - least2 : 0;
        };
        return { x: along(x), y: along(y) };
      };
      shown = new Uint8Array(size).fill(1);
      hot = new Uint8Array(size);
      view = { focused: -1, hovered: -1, lifted: "", emphasis: false };
      emphasise = (members) => {
        hot.fill(0);
        view.emphasis = members !== null;
        for (const node2 of members || []) hot[node2] = 1;
      };
      pick = (px, py, slack) => {
        let best = -1;
        let least2 = Infinity;
        for (let i = 0; i < size; i += 1) {
          if (!shown[i]) continue;
          const distance3 = Math.hypot(x[i] - px, y[i] - py) - radius[i];
          if (distance3 < Math.min(least2, slack)) [best, least2] = [i, distance3];
        }
        return best;
      };
      bounds = (members) => {
        let [left2, top4, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const i of members) {
          if (!shown[i]) continue;
          left2 = Math.min(left2, x[i] - radius[i]);
          right2 = Math.max(right2, x[i] + radius[i]);
          top4 = Math.min(top4, y[i] - radius[i]);
          bottom2 = Math.max(bottom2, y[i] + radius[i]);
        }
        return left2 <= right2 ? { left: left2, top: top4, right: right2, bottom: bottom2 } : null;
      };
    }
  });

  // src/areas.ts
  var areas_exports = {};
  __export(areas_exports, {
    advance: () => advance,
    at: () => at2,
    complete: () => complete,
    made: () => made,
    ofTopics: () => ofTopics,
    stale: () => stale,
    trace: () => trace,
    within: () => within2
  });
  function* around2(groups, look2) {
    const discs = [];
    groups.forEach(({ members }, group4) => {
      for (const i of members) if (shown[i]) discs.push({ x: x[i], y: y[i], radius: radius[i], group: group4 });
    });
    if (!discs.length) return [];
    let [left2, top4, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const disc of discs) {
      [left2, right2] = [Math.min(left2, disc.x), Math.max(right2, disc.x)];
      [top4, bottom2] = [Math.min(top4, disc.y), Math.max(bottom2, disc.y)];
    }
    const across3 = Math.sqrt((right2 - left2 + 300) * (bottom2 - top4 + 300));
    const shapes = yield* outlining(discs, look2(across3, spacing(discs)));
    return shapes.map((shape2) => areaOf2(groups[shape2.group], shape2));
  }
  function* making(before3, made7) {
    made7.areas = yield* topicsAround();
    for (const topic5 of topics) {
      const known3 = before3.inner.get(topic5.name);
      if (!known3) continue;
      const same4 = topic5.members.every((i) => made7.shown[i] === before3.shown[i]);
      made7.inner.set(topic5.name, same4 ? known3 : yield* subtopicsAround(topic5));
    }
  }
  var CELLS, LEAST_CELL, once, areaOf2, spacing, looksOfTopics, looksOfSubtopics, topicsAround, subtopicsAround, KEPT, fresh2, kept2, now, next, work, lasting2, isOf, stale, advance, complete, ofTopics, within2, made, at2, trace;
  var init_areas = __esm({
    "src/areas.ts"() {
      "use strict";
      init_model();
      init_outline();
      init_room();
      init_scene();
      CELLS = 5e4;
      LEAST_CELL = 6;
      once = (make3) => {
        let made7 = null;
        return () => {
          made7 ??= { value: make3() };
          return made7.value;
        };
      };
      areaOf2 = (topic5, shape2) => {
        const { left: left2, top: top4, wide: wide2, high: high3, cell: cell4, level, rings } = shape2;
        const inside2 = level.reduce((count5, value) => count5 + (value > 0 ? 1 : 0), 0);
        const middle = middleOf(shape2);
        const rooms = once(() => roomIn(shape2));
        const spots = /* @__PURE__ */ new Map();
        return {
          ...{ topic: topic5, rings, left: left2, top: top4, right: left2 + wide2 * cell4, bottom: top4 + high3 * cell4 },
          size: Math.sqrt(inside2) * cell4,
          middle: { x: left2 + middle.x * cell4, y: top4 + middle.y * cell4 },
          holds: (px, py) => contains(shape2, px, py),
          room: (width2, height3) => {
            const key4 = `${width2} ${height3}`;
            const known3 = spots.get(key4);
            if (known3 !== void 0) return known3;
            const spot2 = rooms()(width2, height3);
            spots.set(key4, spot2);
            return spot2;
          }
        };
      };
      spacing = (discs) => {
        const boxes2 = /* @__PURE__ */ new Map();
        for (const { x: px, y: py, radius: r, group: group4 } of discs) {
          let box3 = boxes2.get(group4);
          if (!box3) {
            box3 = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, count: 0 };
            boxes2.set(group4, box3);
          }
          box3.left = Math.min(box3.left, px - r);
          box3.top = Math.min(box3.top, py - r);
          box3.right = Math.max(box3.right, px + r);
          box3.bottom = Math.max(box3.bottom, py + r);
          box3.count += 1;
        }
        const found = [...boxes2.values()].map(
          ({ left: left2, top: top4, right: right2, bottom: bottom2, count: count5 }) => Math.sqrt((right2 - left2) * (bottom2 - top4) / count5)
        );
        return found.sort((a, b) => a - b)[found.length >> 1];
      };
      looksOfTopics = (across3, apart) => {
        const cell4 = Math.max(LEAST_CELL, across3 / Math.sqrt(CELLS));
        const pad = 2.2 * cell4;
        return { cell: cell4, pad, reach: pad + Math.max(7 * cell4, Math.min(apart, 28 * cell4)) };
      };
      looksOfSubtopics = (across3, apart) => {
        const cell4 = Math.max(LEAST_CELL, across3 / 100);
        return { cell: cell4, pad: 1.6 * cell4, reach: Math.max(4 * cell4, Math.min(apart, 28 * cell4)) };
      };
      topicsAround = () => topics.length > 1 ? around2(topics, looksOfTopics) : around2([], looksOfTopics);
      subtopicsAround = ({ subtopics }) => around2(subtopics.length > 1 ? subtopics : [], looksOfSubtopics);
      KEPT = 4;
      fresh2 = () => ({ shown: shown.slice(), areas: null, inner: /* @__PURE__ */ new Map() });
      kept2 = [];
      now = fresh2();
      next = null;
      work = null;
      lasting2 = null;
      isOf = (made7) => made7.shown.every((value, i) => value === shown[i]);
      stale = () => {
        if (isOf(next ?? now)) return;
        if (now.areas && !kept2.includes(now)) kept2 = [now, ...kept2].slice(0, KEPT);
        [next, work, lasting2] = [null, null, null];
        const known3 = kept2.find(isOf);
        if (known3) now = known3;
        else if (!now.areas) now = fresh2();
        else {
          next = fresh2();
          work = making(now, next);
        }
      };
      advance = () => {
        if (!work || !next) return true;
        if (!work.next().done) return false;
        [now, next, work, lasting2] = [next, null, null, null];
        return true;
      };
      complete = () => {
        while (!advance()) ;
      };
      ofTopics = () => {
        if (!now.areas) {
          now.shown = shown.slice();
          now.areas = finish(topicsAround());
        }
        if (!next) return now.areas;
        lasting2 ??= now.areas.filter(({ topic: topic5 }) => topic5.members.some((i) => shown[i]));
        return lasting2;
      };
      within2 = (topic5) => {
        const known3 = now.inner.get(topic5.name);
        if (known3) return known3;
        const made7 = finish(subtopicsAround(topic5));
        now.inner.set(topic5.name, made7);
        return made7;
      };
      made = ({ name: name5 }) => now.inner.get(name5) ?? [];
      at2 = (list4, px, py) => list4.find((area) => area.holds(px, py));
      trace = (ctx2, { rings }) => {
        for (const ring2 of rings) {
          const corners2 = ring2.length / 2;
          const px = (i) => ring2[2 * (i % corners2)];
          const py = (i) => ring2[2 * (i % corners2) + 1];
          ctx2.moveTo((px(0) + px(1)) / 2, (py(0) + py(1)) / 2);
          for (let i = 1; i <= corners2; i += 1)
            ctx2.quadraticCurveTo(px(i), py(i), (px(i) + px(i + 1)) / 2, (py(i) + py(i + 1)) / 2);
          ctx2.closePath();
        }
      };
    }
  });

  // src/shapes.ts
  var corners, THIRD, HALF_ROOT, NORMALS, SHAPES;
  var init_shapes = __esm({
    "src/shapes.ts"() {
      "use strict";
      corners = (ctx2, count5, turn2, place3) => {
        for (let corner = 0; corner < count5; corner += 1) {
          const [px, py, r] = place3(corner);
          const angle = turn2 + 2 * Math.PI * corner / count5;
          const point3 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
          if (corner) ctx2.lineTo(...point3);
          else ctx2.moveTo(...point3);
        }
        ctx2.closePath();
      };
      [THIRD, HALF_ROOT] = [1.15, Math.sqrt(3) / 2];
      NORMALS = Array.from({ length: 5 }, (_, side2) => [
        Math.sin(2 * Math.PI * side2 / 5),
        Math.cos(2 * Math.PI * side2 / 5)
      ]);
      SHAPES = {
        dot: {
          icon: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
          trace: (ctx2, px, py, r) => {
            ctx2.moveTo(px + r, py);
            ctx2.arc(px, py, r, 0, 2 * Math.PI);
          },
          reach: 1,
          distance: (dx, dy) => Math.sqrt(dx * dx + dy * dy)
        },
        square: {
          icon: "M2.5 2.5h11v11h-11z",
          trace: (ctx2, px, py, r) => ctx2.rect(px - r * 0.86, py - r * 0.86, r * 1.72, r * 1.72),
          reach: 0.86,
          distance: (dx, dy) => Math.max(Math.abs(dx), Math.abs(dy)) / 0.86
        },
        diamond: {
          icon: "M8 1l7 7-7 7-7-7z",
          trace: (ctx2, px, py, r) => {
            ctx2.moveTo(px, py - r * 1.2);
            ctx2.lineTo(px + r * 1.2, py);
            ctx2.lineTo(px, py + r * 1.2);
            ctx2.lineTo(px - r * 1.2, py);
            ctx2.closePath();
          },
          reach: 1.2,
          distance: (dx, dy) => (Math.abs(dx) + Math.abs(dy)) / 1.2
        },
        triangle: {
          icon: "M8 1.5l7 12.5h-14z",
          trace: (ctx2, px, py, r) => {
            ctx2.moveTo(px, py - r * 1.15);
            ctx2.lineTo(px + r * 1.1, py + r * 0.8);
            ctx2.lineTo(px - r * 1.1, py + r * 0.8);
            ctx2.closePath();
          },
          reach: THIRD,
          // Of the slanted sides the distance from (0, -1.15) along their normal.
          distance: (dx, dy) => Math.max(dy / 0.8, 1 + (Math.abs(dx) * 1.95 - (dy + THIRD) * 1.1) / 1.3)
        },
        star: {
          icon: "M8 1L10.1 5.8L15.2 6.3L11.3 9.7L12.5 14.7L8 12.1L3.5 14.7L4.7 9.7L0.8 6.3L5.9 5.8z",
          trace: (ctx2, px, py, r) => corners(ctx2, 10, -Math.PI / 2, (corner) => [px, py, r * (corner % 2 ? 0.6 : 1.3)]),
          reach: 1.3,
          // Inside a star is what is inside four of the five lines of a pentagram.
          distance: (dx, dy) => {
            let [most4, next2] = [-9, -9];
            for (const [nx, ny] of NORMALS) {
              const far = dx * nx + dy * ny;
              if (far > most4) [most4, next2] = [far, most4];
              else if (far > next2) next2 = far;
            }
            return next2 / 0.47;
          }
        },
        hexagon: {
          icon: "M4.3 1.6h7.4L15.4 8l-3.7 6.4H4.3L.6 8z",
          trace: (ctx2, px, py, r) => corners(ctx2, 6, 0, () => [px, py, r * 1.08]),
          reach: 1.08,
          distance: (dx, dy) => {
            const [ax, ay] = [Math.abs(dx), Math.abs(dy)];
            return Math.max(ay, HALF_ROOT * ax + ay / 2) / (1.08 * HALF_ROOT);
          }
        }
      };
    }
  });

  // src/dom.ts
  var SVG, byId, say, present, el, icon, svgShape, foreign, button, nodeLink, webAddress, outside;
  var init_dom = __esm({
    "src/dom.ts"() {
      "use strict";
      init_address();
      init_model();
      init_shapes();
      SVG = "http://www.w3.org/2000/svg";
      byId = (id2) => document.getElementById(id2);
      say = (text3) => {
        const line7 = byId("save-status");
        line7.textContent = text3;
        line7.classList.toggle("unseen", !text3);
      };
      present = (values) => values.filter((value) => value !== null && value !== void 0);
      el = (tag2, attributes = {}, ...children) => {
        const made7 = document.createElement(tag2);
        for (const [name5, value] of Object.entries(attributes)) {
          if (value !== false && value !== void 0) made7.setAttribute(name5, value === true ? "" : value);
        }
        made7.append(...present(children).filter((child) => child !== ""));
        return made7;
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
      svgShape = (name5, attributes) => {
        const made7 = document.createElementNS(SVG, name5);
        for (const [key4, value] of Object.entries(attributes)) made7.setAttribute(key4, String(value));
        return made7;
      };
      foreign = (text3, attributes = {}) => el("bdi", attributes, text3);
      button = (attributes, label2, act) => {
        const made7 = el("button", { type: "button", ...attributes }, ...[label2].flat());
        made7.addEventListener("click", () => act());
        return made7;
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
        const shown5 = (url.host + url.pathname).replace(/^www\.|\/$/g, "");
        return el(
          "a",
          { href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside" },
          foreign(shown5)
        );
      };
    }
  });

  // src/citation_record.ts
  var BLANKS, plain, authorsOf, DATE2, dateParts, quote, isWeb, outwardLink, LETTERS, ascii, PLAIN_WORDS, keyOf, before, citationKeys, MEETING;
  var init_citation_record = __esm({
    "src/citation_record.ts"() {
      "use strict";
      BLANKS = /[ \t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\p{Cc}\p{Cs}]+/gu;
      plain = (text3) => text3.replace(BLANKS, " ").replace(/^ | $/g, "");
      authorsOf = (line7, given2) => {
        const names6 = line7.split("; ").filter(Boolean);
        const lengths = given2.split(" ").map(Number);
        const known3 = lengths.length === names6.length;
        return names6.map((name5, at8) => {
          const length = known3 ? lengths[at8] || 0 : 0;
          return length ? { given: name5.slice(0, length), family: name5.slice(length + 1) } : { given: "", family: name5 };
        });
      };
      DATE2 = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])/;
      dateParts = ({ date: date3 }) => (DATE2.exec(date3)?.slice(1) ?? []).filter(Boolean);
      quote = (text3, safe) => encodeURIComponent(text3).replace(/[!*'()]/g, (sign3) => `%${sign3.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%[0-9A-F]{2}/g, (code3) => {
        const sign3 = String.fromCharCode(Number.parseInt(code3.slice(1), 16));
        return safe.includes(sign3) ? sign3 : code3;
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
      ascii = (text3) => text3.replace(/[øØłŁæÆđĐßẞ]/g, (sign3) => LETTERS[sign3]).normalize("NFKD").toLowerCase().replace(/[^0-9a-z]/g, "");
      PLAIN_WORDS = new Set("a an and at by for from in is of on the to towards via with".split(" "));
      keyOf = (citation) => {
        const words2 = citation.title.split(/[\s:\-–—/]+/).map(ascii).filter(Boolean);
        const some = words2.filter((word) => !PLAIN_WORDS.has(word));
        const telling = some.length ? some : words2;
        const [first2] = citation.authors;
        const family = first2 ? ascii(first2.family) : telling[0] ?? "";
        const rest4 = first2 ? telling[0] : telling[1];
        if (!family && !rest4) return `paper${ascii(citation.id)}`;
        return `${family}${dateParts(citation)[0] ?? ""}${rest4 ?? ""}`;
      };
      before = (a, b) => {
        const [one, other2] = [[...a], [...b]];
        const at8 = one.findIndex((sign3, i) => sign3 !== other2[i]);
        if (at8 < 0) return one.length - other2.length;
        return at8 >= other2.length ? 1 : (one[at8].codePointAt(0) ?? 0) - (other2[at8].codePointAt(0) ?? 0);
      };
      citationKeys = (citations) => {
        const keys2 = citations.map(() => "");
        const taken = /* @__PURE__ */ new Set();
        const order5 = citations.map((_, at8) => at8);
        order5.sort((a, b) => {
          const [one, other2] = [citations[a], citations[b]];
          return before(one.date || "~", other2.date || "~") || before(one.id, other2.id) || a - b;
        });
        for (const at8 of order5) {
          let base = keyOf(citations[at8]);
          if (taken.has(base)) base = `${base}-${ascii(citations[at8].id) || "x"}`;
          let [key4, number3] = [base, 1];
          while (taken.has(key4)) {
            number3 += 1;
            key4 = `${base}-${number3}`;
          }
          taken.add(key4);
          keys2[at8] = key4;
        }
        return keys2;
      };
      MEETING = /(?<![\p{L}\p{N}_])(?:proceedings|proc\.|conference|workshop|symposium|meeting)/iu;
    }
  });

  // src/csv.ts
  var cell, csvOf;
  var init_csv = __esm({
    "src/csv.ts"() {
      "use strict";
      cell = (value) => {
        const text3 = String(value ?? "");
        return /[",\r\n]/.test(text3) ? `"${text3.replaceAll('"', '""')}"` : text3;
      };
      csvOf = (list4) => list4.map((row7) => `${row7.map(cell).join(",")}
`).join("");
    }
  });

  // src/bibtex.ts
  var MONTHS2, FORMULA, WORD, SPECIAL, COMMANDS, DIGIT, LIGATURE, escaped, isFormula, latex, guarded, verbatim, nameOf, venueOf, entry, toBibtex;
  var init_bibtex = __esm({
    "src/bibtex.ts"() {
      "use strict";
      init_citation_record();
      MONTHS2 = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
      FORMULA = /\$[^$ ][^$]*\$/gu;
      WORD = /(?:\$[^$ ][^$]*\$|[^ ])+/gu;
      SPECIAL = /[\\{}$&%#_~^]/g;
      COMMANDS = {
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}"
      };
      DIGIT = /[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]/u;
      LIGATURE = /(?<=-)-|(?<=`)`|(?<=')'/g;
      escaped = (text3) => text3.replace(SPECIAL, (sign3) => COMMANDS[sign3] ?? `\\${sign3}`).replace(LIGATURE, "{}$&");
      isFormula = (text3) => {
        const inner2 = text3.slice(1, -1);
        if (!/[\\^_]/.test(inner2) || inner2.endsWith("\\") || /[%#&]/.test(inner2)) return false;
        let depth = 0;
        for (const sign3 of inner2) {
          depth += Number(sign3 === "{") - Number(sign3 === "}");
          if (depth < 0) return false;
        }
        return depth === 0;
      };
      latex = (text3) => {
        const found = [];
        let end2 = 0;
        for (const match3 of text3.matchAll(FORMULA)) {
          if (!isFormula(match3[0])) continue;
          found.push(escaped(text3.slice(end2, match3.index)), match3[0]);
          end2 = match3.index + match3[0].length;
        }
        return [...found, escaped(text3.slice(end2))].join("");
      };
      guarded = (word) => {
        const letters = word.match(/\p{L}/gu) ?? [];
        const inner2 = letters.slice(1).some((sign3) => /\p{Uppercase}/u.test(sign3)) || letters[0] && DIGIT.test(word);
        return inner2 || word.includes("$") ? `{${latex(word)}}` : latex(word);
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
      entry = (key4, citation) => {
        const [year = "", month = "", day2 = ""] = dateParts(citation);
        const [kind, where2] = venueOf(citation);
        const fields = {
          title: (plain(citation.title).match(WORD) ?? []).map(guarded).join(" "),
          author: citation.authors.map(nameOf).join(" and "),
          [where2]: latex(plain(citation.venue)),
          year,
          month: MONTHS2[Number(month || 0) - 1] ?? "",
          day: day2.replace(/^0+/, ""),
          doi: verbatim(citation.doi),
          eprint: verbatim(citation.arxiv),
          archiveprefix: citation.arxiv ? "arXiv" : "",
          url: verbatim(outwardLink(citation))
        };
        const lines = Object.entries(fields).filter(([, value]) => value).map(([name5, value]) => `  ${name5} = ${name5 === "month" ? value : `{${value}}`},`);
        return [`@${kind}{${key4},`, ...lines, "}", ""].join("\n");
      };
      toBibtex = (citations) => {
        const keys2 = citationKeys(citations);
        return citations.map((citation, at8) => entry(keys2[at8], citation)).join("\n");
      };
    }
  });

  // src/citations.ts
  var risLines, toRis, MOST_NAMED, MARKUP, markup, markdownLine, plainName, toMarkdown, toText, HEADS, toCsv;
  var init_citations = __esm({
    "src/citations.ts"() {
      "use strict";
      init_citation_record();
      init_csv();
      init_bibtex();
      risLines = (citation) => {
        const parts4 = dateParts(citation);
        const kind = !citation.venue ? "UNPB" : MEETING.test(citation.venue) ? "CPAPER" : "JOUR";
        const fields = [
          ["TY", kind],
          ["TI", citation.title],
          ...citation.authors.map(({ family, given: given2 }) => [
            "AU",
            [family, given2].filter(Boolean).join(", ")
          ]),
          ["T2", citation.venue],
          ["PY", parts4[0] ?? ""],
          ["DA", parts4.length ? `${[...parts4, "", ""].slice(0, 3).join("/")}/` : ""],
          ["DO", citation.doi],
          ["AN", citation.arxiv ? `arXiv:${citation.arxiv}` : ""],
          ["UR", outwardLink(citation)],
          ["ID", citation.id]
        ];
        const lines = fields.map(([tag2, value]) => [tag2, plain(value)]).filter(([, text3]) => text3);
        return [...lines.map(([tag2, text3]) => `${tag2}  - ${text3}`), "ER  - ", ""];
      };
      toRis = (citations) => citations.flatMap(risLines).map((line7) => `${line7}\r
`).join("");
      MOST_NAMED = 6;
      MARKUP = /([\\`*_{}[\]<>#|~$&!])/g;
      markup = (text3) => plain(text3).replace(MARKUP, "\\$1");
      markdownLine = (citation) => {
        const names6 = citation.authors.map(({ given: given2, family }) => plainName(given2, family));
        const shown5 = names6.length > MOST_NAMED ? [...names6.slice(0, MOST_NAMED), "et al."] : names6;
        const title2 = markup(citation.title) || markup(citation.id);
        const link = outwardLink(citation).replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(" ", "%20");
        const parts4 = [
          markup(shown5.join(", ")),
          link ? `[${title2}](<${link}>)` : title2,
          plain(citation.venue) ? `*${markup(citation.venue)}*` : "",
          dateParts(citation).join("-"),
          citation.arxiv ? `arXiv:${markup(citation.arxiv)}` : "",
          citation.doi ? `doi:${markup(citation.doi)}` : ""
        ];
        return parts4.filter(Boolean).map((part2) => part2.endsWith(".") ? part2 : `${part2}.`).join(" ");
      };
      plainName = (given2, family) => `${given2} ${family}`.trim();
      toMarkdown = (citations) => citations.map((citation) => `- ${markdownLine(citation)}
`).join("");
      toText = (citation) => {
        const names6 = citation.authors.map(({ given: given2, family }) => plainName(given2, family));
        const shown5 = names6.length > MOST_NAMED ? [...names6.slice(0, MOST_NAMED), "et al."] : names6;
        const parts4 = [
          shown5.join(", "),
          citation.title || citation.id,
          citation.venue,
          dateParts(citation).join("-"),
          outwardLink(citation)
        ].map(plain);
        return parts4.filter(Boolean).map((part2) => /[.!?]$/.test(part2) ? part2 : `${part2}.`).join(" ");
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
      toCsv = (citations, more) => {
        const rows3 = citations.map((citation, at8) => {
          const own2 = {
            ...{ id: citation.id, title: citation.title, venue: citation.venue, date: citation.date },
            ...{ doi: citation.doi, arxiv_id: citation.arxiv, url: outwardLink(citation), ...more[at8] },
            authors: citation.authors.map(({ given: given2, family }) => plainName(given2, family)).join("; ")
          };
          return HEADS.map((name5) => own2[name5]);
        });
        return csvOf([[...HEADS], ...rows3]);
      };
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
        const kept4 = keptBits(without);
        const found = new Int32Array(mask.length);
        let count5 = 0;
        for (let row7 = 0; row7 < mask.length; row7 += 1) {
          if (!(mask[row7] & kept4)) {
            found[count5] = row7;
            count5 += 1;
          }
        }
        return found.slice(0, count5);
      };
      keptBits = (without) => without.reduce((bits, facet) => bits & ~BITS[facet], 255);
      countBy = (rows3, codes2, size4) => {
        const found = new Int32Array(size4);
        for (const row7 of rows3) if (codes2[row7] >= 0) found[codes2[row7]] += 1;
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

  // src/state.ts
  var state_exports = {};
  __export(state_exports, {
    answer: () => answer,
    cameraMoved: () => cameraMoved,
    clear: () => clear,
    colourBy: () => colourBy,
    compare: () => compare2,
    flush: () => flush,
    focusOn: () => focusOn,
    isFilter: () => isFilter,
    isNarrowed: () => isNarrowed,
    isOnlyKind: () => isOnlyKind,
    isOnlyRelation: () => isOnlyRelation,
    isOnlyTopic: () => isOnlyTopic,
    isWritten: () => isWritten,
    narrow: () => narrow,
    now: () => now2,
    on: () => on,
    onArrival: () => onArrival,
    once: () => once2,
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
    view: () => view2,
    widen: () => widen
  });
  var listeners2, arrivals, now2, AMEND_AFTER, GROUPS, camera, timer, mute, write2, amend, apply, step, adjust, revealing, toggled, follow, on, once2, onArrival, select, pathTo, showSteps, clear, showTopic, view2, show, table, tab, focusOn, compare2, toggleKind, toggleRelation, toggleTopic, only, onlyKind, onlyRelation, isOnlyTopic, isOnlyKind, isOnlyRelation, onlyTopic, refine, answer, narrow, widen, isFilter, isNarrowed, colourBy, cameraMoved, flush, isWritten, start;
  var init_state = __esm({
    "src/state.ts"() {
      "use strict";
      init_address();
      init_address();
      init_model();
      listeners2 = [];
      arrivals = [];
      now2 = fresh();
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
        const hash = write(now2, way2 === "replaceState" ? camera() : null);
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
        const changed = Object.keys(changes2).filter((field) => !same2(now2[field], changes2[field]));
        Object.assign(now2, changes2);
        const groups = Object.keys(GROUPS).filter(
          (group4) => GROUPS[group4].some((field) => changed.includes(field))
        );
        for (const [wanted, listener] of listeners2)
          if (wanted.some((group4) => groups.includes(group4))) listener(now2, changed);
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
        const without = (set2, value) => new Set([...set2].filter((item) => item !== value));
        const { kind, topic: topic5, subtopic: subtopic2 } = nodes;
        const fits = now2.view === "full" || now2.view === "papers" === isPaper(node2);
        const own2 = around[node2];
        const alone = own2.length > 0 && own2.every((edge) => now2.hiddenRelations.has(edges.relation[edge]));
        const shown5 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
        return {
          view: fits ? now2.view : "full",
          hiddenRelations: new Set([...now2.hiddenRelations].filter((relation3) => !shown5.has(relation3))),
          hiddenKinds: without(now2.hiddenKinds, kind[node2]),
          hiddenTopics: without(without(now2.hiddenTopics, topic5[node2]), subtopic2[node2])
        };
      };
      toggled = (set2, value) => {
        const next2 = new Set(set2);
        if (!next2.delete(value)) next2.add(value);
        return next2;
      };
      follow = () => {
        const found = read(location.hash);
        clearTimeout(timer);
        timer = 0;
        apply(found.now);
        if (found.camera) for (const listener of arrivals) listener(found.camera);
      };
      on = (groups, listener) => {
        listeners2.push([groups, listener]);
      };
      once2 = (act) => {
        let asked4 = false;
        return () => {
          if (asked4) return;
          asked4 = true;
          queueMicrotask(() => {
            asked4 = false;
            act();
          });
        };
      };
      onArrival = (listener) => {
        arrivals.push(listener);
      };
      select = (node2) => step({ selected: node2, target: -1, topic: "", ...revealing(node2) });
      pathTo = (node2) => step({ target: node2, topic: "", ...revealing(node2) });
      showSteps = (steps3) => step({ steps: steps3 });
      clear = () => step({ selected: -1, target: -1, topic: "" });
      showTopic = (name5) => step({ selected: -1, target: -1, topic: now2.topic === name5 ? "" : name5 });
      view2 = (chosen4) => {
        const fits = (node2) => node2 < 0 || chosen4 === "full" || chosen4 === "papers" === isPaper(node2);
        const keep4 = fits(now2.selected) && fits(now2.target);
        step({ view: chosen4, ...keep4 ? {} : { selected: -1, target: -1 } });
      };
      show = (main2) => step({ main: main2 });
      table = (table4) => step({ main: "table", table: table4 });
      tab = (left2) => adjust({ left: left2 });
      focusOn = (focus2) => step({ focus: focus2 });
      compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-MOST_COMPARED) });
      toggleKind = (kind) => adjust({ hiddenKinds: toggled(now2.hiddenKinds, kind) });
      toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now2.hiddenRelations, relation3) });
      toggleTopic = (name5) => adjust({ hiddenTopics: toggled(now2.hiddenTopics, name5) });
      only = (all6, value, now7) => {
        const others2 = new Set([...all6].filter((other2) => other2 !== value));
        return same2(now7, others2) ? null : others2;
      };
      onlyKind = (kind) => adjust({ hiddenKinds: only(kinds2.keys(), kind, now2.hiddenKinds) ?? /* @__PURE__ */ new Set() });
      onlyRelation = (relation3) => {
        const first2 = fresh().hiddenRelations;
        adjust({ hiddenRelations: only(relations.keys(), relation3, now2.hiddenRelations) ?? first2 });
      };
      isOnlyTopic = (name5) => same2(now2.hiddenTopics, topicsBut(name5));
      isOnlyKind = (kind) => only(kinds2.keys(), kind, now2.hiddenKinds) === null;
      isOnlyRelation = (relation3) => only(relations.keys(), relation3, now2.hiddenRelations) === null;
      onlyTopic = (name5) => {
        adjust({ hiddenTopics: isOnlyTopic(name5) ? /* @__PURE__ */ new Set() : topicsBut(name5) });
      };
      refine = (changes2) => adjust(changes2);
      answer = (changes2) => step({ selected: -1, target: -1, topic: "", ...revealing(changes2.target ?? -1), ...changes2 });
      narrow = (field, value) => adjust({ [field]: value });
      widen = () => {
        const first2 = fresh();
        const fields = GROUPS.filter.filter((field) => field !== "view");
        adjust(Object.fromEntries(fields.map((field) => [field, first2[field]])));
      };
      isFilter = (field) => GROUPS.filter.includes(field);
      isNarrowed = () => {
        const first2 = fresh();
        return GROUPS.filter.some((field) => field !== "view" && !same2(now2[field], first2[field]));
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

  // src/result.ts
  var result_exports = {};
  __export(result_exports, {
    catchUp: () => catchUp,
    compute: () => compute,
    isFollowed: () => isFollowed,
    match: () => match,
    now: () => now3,
    on: () => on2,
    onFollowing: () => onFollowing,
    setText: () => setText,
    start: () => start2
  });
  var listeners3, followers, following, names, code, codes, topicAt, subtopicAt, entities2, relations2, relationCode, relationAt, matching, revealed, now3, strongEdges, judgeLinks, judgeAll, aliveNodes, isSubHidden, keepEdges, countNamed, isThinned, showNodes, listNodes, countRows, compute, on2, onFollowing, isFollowed, catchUp, renew, match, setText, start2;
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
      followers = [];
      following = 0;
      names = [.../* @__PURE__ */ new Set([...topic.keys(), ...corpus.topic, ...corpus.subtopic])];
      code = new Map(names.map((name5, at8) => [name5, at8]));
      codes = (column2) => Int32Array.from(column2, (name5) => code.get(name5) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      entities2 = [.../* @__PURE__ */ new Set([...kinds2.keys(), ...Object.keys(counts2)])].filter(
        (kind) => kind !== "paper"
      );
      relations2 = [...relations.keys()];
      relationCode = new Map(relations2.map((name5, at8) => [name5, at8]));
      relationAt = Int32Array.from(edges.relation, (name5) => relationCode.get(name5) ?? 0);
      matching = null;
      revealed = false;
      now3 = {
        rows: Int32Array.from(corpus.title, (_, row7) => row7),
        passes: new Uint8Array(corpus.size).fill(1),
        mask: new Uint8Array(corpus.size),
        shown,
        listed: shown,
        edges: new Uint8Array(links).fill(1),
        named: new Int32Array(size),
        count: { papers: corpus.size, of: Math.max(corpus.size, counts2.paper ?? 0), kinds: /* @__PURE__ */ new Map() },
        topics: /* @__PURE__ */ new Map(),
        times: new Int32Array(corpus.bins.names.length),
        relations: /* @__PURE__ */ new Map(),
        ranks: null
      };
      strongEdges = (chosen4) => {
        const wanted = new Uint8Array(links);
        for (let e = 0; e < links; e += 1) {
          const strong = isRelated[e] ? edges.weight[e] >= chosen4.weight : edges.confidence[e] >= chosen4.confidence;
          wanted[e] = strong ? 1 : 0;
        }
        return wanted;
      };
      judgeLinks = (chosen4, strong) => {
        const first2 = fresh();
        const related = [...chosen4.hiddenRelations].some((name5) => !first2.hiddenRelations.has(name5));
        if (!related && !chosen4.confidence && !chosen4.weight) return null;
        const [had, has2] = [new Uint8Array(size), new Uint8Array(size)];
        for (let e = 0; e < links; e += 1) {
          const before3 = first2.hiddenRelations.has(edges.relation[e]) ? 0 : 1;
          const after = chosen4.hiddenRelations.has(edges.relation[e]) ? 0 : strong[e];
          for (const end2 of [edges.from[e], edges.to[e]]) {
            had[end2] |= before3;
            has2[end2] |= after;
          }
        }
        return (row7) => {
          const node2 = corpus.node[row7];
          return node2 < 0 ? related : !has2[node2] && (related || had[node2]);
        };
      };
      judgeAll = (chosen4, strong) => {
        const { mask } = now3;
        const { date: date3, node: node2, drawn: drawn4, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen4;
        const hidden = Uint8Array.from(names, (name5) => Number(hiddenTopics2.has(name5)));
        const isHidden2 = (row7) => hidden[topicAt[row7]] || subtopic2[row7] && hidden[subtopicAt[row7]];
        const topic5 = chosen4.topic ? code.get(chosen4.topic) ?? -1 : -1;
        const isOther = (row7) => topicAt[row7] !== topic5 && subtopicAt[row7] !== topic5;
        const [since, until] = ordered2(chosen4.since, chosen4.until);
        const isOutside = (row7) => row7 >= drawn4 || !isInside(lasso, nodes.x[node2[row7]], nodes.y[node2[row7]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden2 : null);
        judge(mask, "chosen", topic5 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row7) => !isIn(date3[row7], since, until) : null);
        judge(mask, "text", chosen4.text && matching ? (row7) => !matching?.[row7] : null);
        judge(mask, "lasso", lasso.length ? isOutside : null);
        judge(mask, "links", judgeLinks(chosen4, strong));
      };
      aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
        const alive = new Uint8Array(size);
        const kept4 = keptBits(["chosen"]);
        for (let i = 0; i < size; i += 1) {
          const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
          alive[i] = hidden || isPaper(i) ? 0 : 1;
        }
        for (let row7 = 0; row7 < corpus.drawn; row7 += 1) alive[corpus.node[row7]] = now3.mask[row7] & kept4 ? 0 : 1;
        return alive;
      };
      isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
      keepEdges = (chosen4, strong, alive) => {
        const found = new Int32Array(relations2.length);
        const wanted = Uint8Array.from(relations2, (name5) => Number(!chosen4.hiddenRelations.has(name5)));
        for (let e = 0; e < links; e += 1) {
          const possible = strong[e] && alive[edges.from[e]] && (!isRelated[e] || alive[edges.to[e]]);
          if (possible) found[relationAt[e]] += 1;
          now3.edges[e] = possible ? wanted[relationAt[e]] : 0;
        }
        now3.relations = new Map(relations2.map((name5, at8) => [name5, found[at8]]));
      };
      countNamed = () => {
        const last2 = new Int32Array(size).fill(-1);
        now3.named.fill(0);
        for (let e = 0; e < links; e += 1) {
          if (isRelated[e] || !now3.edges[e] || last2[edges.to[e]] === edges.from[e]) continue;
          last2[edges.to[e]] = edges.from[e];
          now3.named[edges.to[e]] += 1;
        }
      };
      isThinned = (chosen4) => chosen4.hiddenRelations.size > 0 || chosen4.hiddenTopics.size > 0 || chosen4.confidence > 0 || chosen4.lasso.length > 0 || Boolean(chosen4.since || chosen4.until || chosen4.text);
      showNodes = (chosen4, alive) => {
        const thinned3 = isThinned(chosen4);
        const needed = chosen4.papers > 1 || thinned3 ? chosen4.papers : 0;
        const found = thinned3 ? now3.named : nodes.papers;
        const left2 = /* @__PURE__ */ new Map();
        revealed = false;
        for (let i = 0; i < size; i += 1) {
          const [kind, paper4] = [nodes.kind[i], isPaper(i)];
          const passes = alive[i] && (paper4 || found[i] >= needed);
          if (passes && !paper4) left2.set(kind, (left2.get(kind) ?? 0) + 1);
          const inView = chosen4.view === "full" || chosen4.view === "papers" === paper4;
          const asked4 = i === chosen4.selected || i === chosen4.target;
          shown[i] = inView && !chosen4.hiddenKinds.has(kind) && (passes || asked4) ? 1 : 0;
          revealed ||= asked4 && !passes;
        }
        return left2;
      };
      listNodes = ({ topic: topic5 }) => {
        if (!topic5) return shown;
        return shown.map(
          (shown5, i) => shown5 && Number(nodes.topic[i] === topic5 || nodes.subtopic[i] === topic5)
        );
      };
      countRows = (left2) => {
        now3.rows = passing(now3.mask);
        now3.passes.fill(0);
        for (const row7 of now3.rows) now3.passes[row7] = 1;
        now3.count.papers = now3.rows.length;
        now3.count.kinds = new Map(entities2.map((kind) => [kind, [left2.get(kind) ?? 0, counts2[kind] ?? 0]]));
        now3.count.kinds.set("paper", [now3.rows.length, now3.count.of]);
        const byTopic = passing(now3.mask, "topic", "chosen");
        const [first2, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        const whole6 = byTopic.length === corpus.size;
        const known3 = (name5) => whole6 ? topic.get(name5)?.papers ?? 0 : 0;
        now3.topics = new Map(
          names.map((name5, at8) => [name5, Math.max(known3(name5), first2[at8] + (name5 ? second[at8] : 0))])
        );
        now3.times = countBy(passing(now3.mask, "time"), corpus.bins.of, corpus.bins.names.length);
      };
      compute = (chosen4) => {
        const strong = strongEdges(chosen4);
        judgeAll(chosen4, strong);
        const alive = aliveNodes(chosen4);
        keepEdges(chosen4, strong, alive);
        countNamed();
        countRows(showNodes(chosen4, alive));
        now3.listed = listNodes(chosen4);
      };
      on2 = (listener) => {
        listeners3.push(listener);
      };
      onFollowing = (listener) => {
        followers.push(listener);
      };
      isFollowed = () => !following;
      catchUp = () => {
        if (!following) return;
        cancelAnimationFrame(following);
        following = 0;
        for (const follower of followers) follower(now3);
      };
      renew = () => {
        compute(now2);
        for (const listener of listeners3) listener(now3);
        following ||= requestAnimationFrame(() => {
          following = requestAnimationFrame(catchUp);
        });
      };
      match = (rows3) => {
        matching = rows3 && new Uint8Array(corpus.size);
        now3.ranks = rows3 && /* @__PURE__ */ new Map();
        for (const row7 of rows3 ?? []) {
          if (matching) matching[row7] = 1;
          now3.ranks?.set(row7, now3.ranks.size);
        }
      };
      setText = (rows3) => {
        match(rows3);
        renew();
      };
      start2 = () => on(["filter", "selection"], (chosen4, changed) => {
        const asked4 = [chosen4.selected, chosen4.target].some((node2) => node2 >= 0 && !shown[node2]);
        if (asked4 || revealed || changed.includes("topic") || changed.some(isFilter)) renew();
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
      citationOf = (row7) => ({
        id: paperId(corpus.key[row7]),
        title: writtenTitle(row7),
        authors: authorsOf(corpus.authors[row7], corpus.given[row7]),
        venue: corpus.venue[row7],
        date: corpus.date[row7],
        doi: corpus.doi[row7],
        arxiv: corpus.arxiv[row7],
        url: corpus.url[row7]
      });
      linkOf = (row7) => outwardLink(citationOf(row7));
      shown2 = () => [...now3.rows];
      listed = () => shown2().map(citationOf);
      FILES = {
        bib: () => toBibtex(listed()),
        ris: () => toRis(listed()),
        md: () => toMarkdown(listed()),
        csv: () => {
          const topics4 = shown2().map((row7) => ({ topic: corpus.topic[row7], subtopic: corpus.subtopic[row7] }));
          return toCsv(listed(), topics4);
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
    count: () => count3,
    mark: () => mark,
    markOf: () => markOf,
    on: () => on3,
    rows: () => rows,
    takeJson: () => takeJson,
    toJson: () => toJson
  });
  var MARKS, SIGNS, NAME, isMark, isKept, isBook, book, listeners4, idOf, plain2, save, markOf, mark, rows, count3, on3, toJson, takeJson;
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
        const { mark: mark6, title: title2 } = value ?? {};
        return isMark(mark6) && typeof title2 === "string";
      };
      isBook = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isKept);
      book = new Map(Object.entries(keptJson(NAME, isBook, {})));
      listeners4 = [];
      idOf = (row7) => paperId(corpus.key[row7]);
      plain2 = (title2) => title2.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
      save = () => {
        keep(NAME, book.size ? JSON.stringify(Object.fromEntries(book)) : "");
        for (const listener of listeners4) listener();
      };
      markOf = (row7) => {
        const found = book.get(idOf(row7));
        return found && plain2(found.title) === plain2(writtenTitle(row7)) ? found.mark : null;
      };
      mark = (row7, wanted) => {
        if (markOf(row7) === wanted) book.delete(idOf(row7));
        else book.set(idOf(row7), { mark: wanted, title: writtenTitle(row7) });
        save();
      };
      rows = (wanted) => {
        const found = [];
        if (book.size) {
          for (let row7 = 0; row7 < corpus.size; row7 += 1) if (markOf(row7) === wanted) found.push(row7);
        }
        return found;
      };
      count3 = () => book.size;
      on3 = (listener) => {
        listeners4.push(listener);
      };
      toJson = () => `${JSON.stringify(
        [...book].map(([id2, { mark: mark6, title: title2 }]) => ({ id: id2, title: title2, mark: mark6 })),
        null,
        2
      )}
`;
      takeJson = (text3) => {
        let list4;
        try {
          list4 = JSON.parse(text3);
        } catch {
          throw new Error("this file is not JSON; give one that this page saved as reading marks");
        }
        const wrong = 'reading marks are a list of {"id", "title", "mark"}, and a mark is one of';
        if (!Array.isArray(list4)) throw new Error(`${wrong} ${MARKS.join(", ")}`);
        const found = list4.map((item) => {
          const { id: id2, title: title2, mark: mark6 } = item ?? {};
          if (typeof id2 !== "string" || typeof title2 !== "string" || !isMark(mark6))
            throw new Error(`${wrong} ${MARKS.join(", ")}; found ${JSON.stringify(item)?.slice(0, 80)}`);
          return [id2, { mark: mark6, title: title2 }];
        });
        book = new Map([...book, ...found]);
        save();
        return found.length;
      };
    }
  });

  // src/sites.ts
  var SITES, NAME2, OWN, FIRST, isTemplate, chosen, choose, nameOf2, searchFor;
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
      isTemplate = (text3) => /^https?:\/\/[^/?#\s]+\S*$/i.test(text3) && text3.includes("{}") && URL.canParse(text3.replace("{}", "x"));
      chosen = () => {
        const kept4 = kept(NAME2);
        if (kept4.startsWith(OWN) && isTemplate(kept4.slice(OWN.length))) return kept4.slice(OWN.length);
        return kept4 in SITES ? kept4 : FIRST;
      };
      choose = (site) => keep(NAME2, site in SITES ? site : OWN + site);
      nameOf2 = (site) => site in SITES ? site : new URL(site.replace("{}", "x")).host;
      searchFor = (title2, site = chosen()) => (SITES[site] ?? site).replace("{}", () => encodeURIComponent([...title2].slice(0, 300).join("")));
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
      siteChoice = (renew3) => {
        const now7 = chosen();
        const names6 = [...Object.keys(SITES), ...now7 in SITES ? [] : [now7], OWN2];
        const choice = el(
          "select",
          { class: "sites", "aria-label": "Site to look for titles at" },
          ...names6.map(
            (name5) => el("option", { value: name5, selected: name5 === now7 }, name5 === OWN2 ? OWN2 : nameOf2(name5))
          )
        );
        choice.addEventListener("change", () => {
          if (choice.value !== OWN2) {
            choose(choice.value);
            renew3();
          } else choice.replaceWith(...ownSite(renew3));
        });
        return choice;
      };
      ownSite = (renew3) => {
        const label2 = "Address of a search, with {} for the title";
        const input2 = el("input", {
          type: "text",
          "aria-label": label2,
          placeholder: "https://…?q={}",
          class: "line-input"
        });
        const said3 = el("p", { class: "muted", role: "status" });
        const save6 = button({ class: "ask" }, "Use it", () => {
          const text3 = input2.value.trim();
          if (isTemplate(text3)) {
            choose(text3);
            renew3();
          } else said3.textContent = "Give an address that begins with https:// and has {} where the title belongs.";
        });
        return [input2, save6, said3];
      };
      way = (row7, title2) => {
        const place3 = el("p", { class: "source" });
        const fill5 = () => {
          const link = linkOf(row7);
          if (link) place3.replaceChildren(outside(link) ?? "");
          else {
            const site = chosen();
            const attributes = { rel: "noopener noreferrer", target: "_blank", class: "outside" };
            const name5 = `Look for it at ${nameOf2(site)}`;
            const search = el(
              "a",
              { href: searchFor(title2, site), "aria-label": name5, ...attributes },
              "Look for it"
            );
            place3.replaceChildren(search, " at ", siteChoice(fill5));
          }
        };
        fill5();
        return place3;
      };
      copyText = async (text3) => {
        try {
          await navigator.clipboard.writeText(text3);
          return true;
        } catch {
          return false;
        }
      };
      citing = (row7) => {
        const said3 = el("span", { class: "muted", role: "status" });
        const forms2 = [
          ["Copy citation", () => toText(citationOf(row7))],
          ["BibTeX", () => toBibtex([citationOf(row7)])]
        ];
        const buttons = forms2.map(
          ([name5, make3]) => button({ class: "ask", title: name5 === "BibTeX" ? "Copy as BibTeX" : name5 }, name5, async () => {
            const text3 = make3();
            if (await copyText(text3)) said3.textContent = "Copied";
            else {
              const area = el(
                "textarea",
                { readonly: true, rows: "5", class: "line-input", "aria-label": name5 },
                text3
              );
              said3.replaceChildren(area);
              area.select();
            }
          })
        );
        return [...buttons, said3];
      };
      marking = (row7) => {
        const buttons = MARKS.map(
          (mark6, at8) => button(
            {
              ...{ "data-mark": mark6, title: `${mark6} (key ${at8 + 1})` },
              "aria-pressed": String(markOf(row7) === mark6)
            },
            mark6.charAt(0).toUpperCase() + mark6.slice(1),
            () => {
              mark(row7, mark6);
              for (const each2 of buttons)
                each2.setAttribute("aria-pressed", String(markOf(row7) === each2.dataset.mark));
              said3.textContent = notice();
            }
          )
        );
        const said3 = el("p", { class: "muted", role: "status" });
        const group4 = { class: "segments marks", role: "group", "aria-label": "Reading mark" };
        return [el("div", group4, ...buttons), said3];
      };
      cardReading = (row7, title2) => {
        const [marks, said3] = marking(row7);
        return [way(row7, title2), el("div", { class: "actions reading" }, marks, ...citing(row7)), said3];
      };
      startKeys = () => document.addEventListener("keydown", (event) => {
        const typing = event.target.matches("input, textarea, select");
        const at8 = ["1", "2", "3"].indexOf(event.key);
        if (typing || at8 < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
        const pressed = document.querySelector(
          `#card:not([hidden]) [data-mark="${MARKS[at8]}"]`
        );
        pressed?.click();
      });
      sign = (row7) => {
        const mark6 = row7 < 0 ? null : markOf(row7);
        return mark6 ? el("span", { class: "read-mark", role: "img", "aria-label": mark6, title: mark6 }, SIGNS[mark6]) : null;
      };
    }
  });

  // src/theme.ts
  var FONT, probe, own, NAMES, dress, ofTopic, ofNode2, channels, mixed, tint;
  var init_theme = __esm({
    "src/theme.ts"() {
      "use strict";
      init_model();
      init_state();
      FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
      probe = document.createElement("canvas").getContext("2d");
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
        const colour = (name5) => style.getPropertyValue(`--${name5}`).trim();
        for (const name5 of NAMES) own[name5] = colour(name5);
        for (const kind of Object.keys(KINDS)) own.kinds[kind] = colour(kind);
        own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
        own.dark = colour("dark") === "1";
      };
      ofTopic = (name5) => {
        const found = topic.get(name5);
        if (!found) return own.muted;
        return own.topics[found.rank] || `hsl(${found.rank * 137.5 % 360} 45% ${own.dark ? 70 : 38}%)`;
      };
      ofNode2 = (i) => now2.colour === "topic" ? ofTopic(nodes.topic[i]) : own.kinds[nodes.kind[i]] || own.muted;
      channels = (colour) => {
        probe.fillStyle = colour;
        return [1, 3, 5].map((at8) => Number.parseInt(String(probe.fillStyle).slice(at8, at8 + 2), 16));
      };
      mixed = /* @__PURE__ */ new Map();
      tint = (colour, share2, other2 = own.ground) => {
        const part2 = Math.round(20 * share2) / 20;
        const key4 = `${colour} ${part2} ${other2}`;
        const known3 = mixed.get(key4);
        if (known3 !== void 0) return known3;
        const [one, two] = [channels(colour), channels(other2)];
        const made7 = `#${one.map(
          (value, i) => Math.round(value * part2 + two[i] * (1 - part2)).toString(16).padStart(2, "0")
        ).join("")}`;
        mixed.set(key4, made7);
        return made7;
      };
      dress();
    }
  });

  // src/rows.ts
  var FIRST2, STEP, plural, percent, section, listing, swatch, chip, chips, tag, meta, bar, salience, fold, named2, paper, RANK, byRelation, bySalience;
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
      plural = (count5, one, many2 = `${one}s`) => `${count5.toLocaleString("en")} ${count5 === 1 ? one : many2}`;
      percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
      section = (title2, ...content3) => el("section", {}, el("h3", {}, title2), ...content3);
      listing = (items2, render8, attributes = {}, first2 = FIRST2) => {
        const list4 = el("ul", attributes, ...items2.slice(0, first2).map((item) => render8(item)));
        if (items2.length <= first2) return [list4];
        const label2 = () => `Show more (${(items2.length - list4.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label2(), () => {
          const next2 = items2.slice(list4.children.length, list4.children.length + STEP).map((item) => render8(item));
          list4.append(...next2);
          next2[0].querySelector("a")?.focus();
          if (list4.children.length === items2.length) more.remove();
          else more.textContent = label2();
        });
        return [list4, more];
      };
      swatch = (name5) => {
        const made7 = el("span", { class: "swatch" });
        made7.style.backgroundColor = ofTopic(name5);
        return made7;
      };
      chip = (name5) => {
        if (!name5) return null;
        const title2 = `${topic.get(name5)?.parent ? "Subtopic" : "Topic"} ${name5}`;
        return button({ class: "chip", title: title2 }, [swatch(name5), foreign(name5)], () => showTopic(name5));
      };
      chips = (...names6) => {
        const known3 = [...new Set(names6)].filter((name5) => topic.has(name5));
        return known3.length ? el("div", { class: "chips" }, ...known3.map(chip)) : null;
      };
      tag = (name5, node2) => node2 === void 0 ? foreign(name5, { class: "tag" }) : nodeLink(node2, name5, { class: `tag ${nodes.kind[node2]}` });
      meta = (...parts4) => {
        const known3 = parts4.filter((part2) => part2);
        return known3.length ? el("p", { class: "meta" }, ...known3.map((part2) => el("span", {}, part2))) : null;
      };
      bar = (value, most4, what2) => el("meter", { min: "0", max: String(most4), value: String(value), title: what2, "aria-label": what2 });
      salience = (edge) => {
        const value = edges.salience[edge];
        const kind = nodes.kind[edges.to[edge]];
        return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
      };
      fold = (title2, list4, open6 = false) => el("details", { class: "background", open: open6 }, el("summary", {}, title2), ...list4);
      named2 = (node2, remark = null, ...below2) => {
        const remarks = present([sign(rowOf(node2)), ...[remark].flat()]).filter(Boolean);
        return el(
          "li",
          { class: isPaper(node2) ? "named titled" : "named" },
          icon(nodes.kind[node2]),
          nodeLink(node2),
          remarks.length ? el("span", { class: "count" }, ...remarks) : null,
          ...below2
        );
      };
      paper = (row7, open6) => {
        const { [row7]: node2 } = corpus.node;
        if (node2 >= 0) return named2(node2, corpus.date[row7]);
        const title2 = button(
          { class: "undrawn", title: "Not on the map" },
          foreign(corpus.title[row7]),
          () => open6(row7)
        );
        return el("li", { class: "named" }, icon("paper"), title2, el("span", { class: "count" }, corpus.date[row7]));
      };
      RANK = Object.keys(RELATIONS);
      byRelation = (list4) => {
        const groups = /* @__PURE__ */ new Map();
        for (const edge of list4) {
          const relation3 = edges.relation[edge];
          const group4 = groups.get(relation3);
          if (group4) group4.push(edge);
          else groups.set(relation3, [edge]);
        }
        return [...groups].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
      };
      bySalience = (list4, otherwise) => [...list4].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));
    }
  });

  // src/grade.ts
  var fold2, loose, beginsLoosely, grade;
  var init_grade = __esm({
    "src/grade.ts"() {
      "use strict";
      fold2 = (text3) => (
        // biome-ignore lint/suspicious/noControlCharactersInRegex: most names are ASCII, which has no marks.
        /^[\x00-\x7f]*$/.test(text3) ? text3.toLowerCase() : text3.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      );
      loose = (text3) => /[\s_-]/.test(text3) ? text3.replace(/[\s_-]+/g, "") : text3;
      beginsLoosely = (text3, start19) => {
        let at8 = 0;
        for (let i = 0; i < text3.length && at8 < start19.length; i += 1) {
          if (text3[i] === start19[at8]) at8 += 1;
          else if (!/[\s_-]/.test(text3[i])) return false;
        }
        return at8 === start19.length;
      };
      grade = (folded, query, words2, looseQuery = loose(query)) => {
        if (folded === query) return 0;
        if (folded.startsWith(query)) return 1;
        const found = folded.indexOf(query);
        if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
        if (looseQuery !== "" && beginsLoosely(folded, looseQuery)) return 3;
        return words2.length > 1 && words2.every((word) => folded.includes(word)) ? 5 : -1;
      };
    }
  });

  // src/search_terms.ts
  var WORD2, TOLERANCE, MOST, REMEMBERED, LEAST, wordsOf, bitsOf, ones, rowsOfTable, distance, remembered, grown, sortedByWord, makeTerms;
  var init_search_terms = __esm({
    "src/search_terms.ts"() {
      "use strict";
      init_grade();
      WORD2 = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
      TOLERANCE = 0.2;
      MOST = 2;
      REMEMBERED = 50;
      LEAST = 4;
      wordsOf = (text3) => fold2(text3).match(WORD2) ?? [];
      bitsOf = (word) => {
        let bits = 0;
        for (let at8 = 0; at8 < word.length; at8 += 1) bits |= 1 << (word.charCodeAt(at8) & 31);
        return bits;
      };
      ones = (bits) => {
        const pairs2 = bits - (bits >>> 1 & 1431655765);
        const fours = (pairs2 & 858993459) + (pairs2 >>> 2 & 858993459);
        return Math.imul(fours + (fours >>> 4) & 252645135, 16843009) >>> 24;
      };
      rowsOfTable = [0, 1, 2].map(() => new Uint8Array(64));
      distance = (a, b, most4) => {
        if (Math.abs(a.length - b.length) > most4 || b.length > 62) return a === b ? 0 : most4 + 1;
        const far = most4 + 1;
        let [before3, last2, now7] = rowsOfTable;
        for (let j = 0; j <= b.length; j += 1) now7[j] = Math.min(j, far);
        for (let i = 1; i <= a.length; i += 1) {
          [before3, last2, now7] = [last2, now7, before3];
          const [first2, end2] = [Math.max(1, i - most4), Math.min(b.length, i + most4)];
          now7[first2 - 1] = first2 === 1 ? Math.min(i, far) : far;
          let least2 = now7[first2 - 1];
          for (let j = first2; j <= end2; j += 1) {
            const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
            let found = Math.min(last2[j] + 1, now7[j - 1] + 1, last2[j - 1] + change);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            if (swapped) found = Math.min(found, before3[j - 2] + 1);
            now7[j] = Math.min(found, far);
            least2 = Math.min(least2, now7[j]);
          }
          now7[end2 + 1] = far;
          if (least2 > most4) return far;
        }
        return now7[b.length];
      };
      remembered = (answer3) => {
        const known3 = /* @__PURE__ */ new Map();
        return {
          forget: () => known3.clear(),
          ask: (word) => {
            const found = known3.get(word) ?? answer3(word);
            if (known3.size >= REMEMBERED) known3.clear();
            known3.set(word, found);
            return found;
          }
        };
      };
      grown = (full) => {
        const made7 = new Int32Array(2 * full.length);
        made7.set(full);
        return made7;
      };
      sortedByWord = (log, words2) => {
        const first2 = new Int32Array(words2 + 1);
        for (const value of log) if (value >= 0) first2[value + 1] += 1;
        for (let word = 0; word < words2; word += 1) first2[word + 1] += first2[word];
        const next2 = first2.slice();
        const rows3 = new Int32Array(first2[words2]);
        let row7 = 0;
        for (const value of log) {
          if (value < 0) row7 = -1 - value;
          else {
            rows3[next2[value]] = row7;
            next2[value] += 1;
          }
        }
        return { first: first2, rows: rows3 };
      };
      makeTerms = () => {
        const numbers = /* @__PURE__ */ new Map();
        const words2 = [];
        let last2 = new Int32Array(1024);
        let log = new Int32Array(4096);
        let end2 = 0;
        const write5 = (value) => {
          if (end2 === log.length) log = grown(log);
          log[end2] = value;
          end2 += 1;
        };
        const add4 = (row7, text3) => {
          write5(-1 - row7);
          for (const word of wordsOf(text3)) {
            let number3 = numbers.get(word);
            if (number3 === void 0) {
              number3 = words2.push(word) - 1;
              numbers.set(word, number3);
              if (number3 >= last2.length) last2 = grown(last2);
            }
            if (last2[number3] === row7 + 1) continue;
            last2[number3] = row7 + 1;
            write5(number3);
          }
        };
        let sorted3 = null;
        const byWord = () => {
          sorted3 ??= sortedByWord(log.subarray(0, end2), words2.length);
          return sorted3;
        };
        const rowsOf4 = (number3) => {
          const { first: first2, rows: rows3 } = byWord();
          return rows3.subarray(first2[number3], first2[number3 + 1]);
        };
        const beginning2 = remembered((word) => {
          const found = [];
          for (let number3 = 0; number3 < words2.length; number3 += 1) {
            if (!words2[number3].startsWith(word)) continue;
            const weight = words2[number3] === word ? 1 : 0.3 + 0.5 * word.length / words2[number3].length;
            found.push({ word: words2[number3], weight, rows: rowsOf4(number3) });
          }
          return found;
        });
        const almost = remembered((word) => {
          const most4 = word.length < LEAST ? 0 : Math.min(MOST, Math.round(TOLERANCE * word.length));
          const found = [];
          if (!most4 || /^\p{N}/u.test(word)) return found;
          const own2 = bitsOf(word);
          for (let number3 = 0; number3 < words2.length; number3 += 1) {
            if (Math.abs(words2[number3].length - word.length) > most4) continue;
            const bits = bitsOf(words2[number3]);
            if (ones(own2 & ~bits) > most4 || ones(bits & ~own2) > most4) continue;
            const apart = distance(word, words2[number3], most4);
            if (apart <= most4) found.push({ word: words2[number3], weight: 0.4 / apart, rows: rowsOf4(number3) });
          }
          return found;
        });
        return {
          add: (row7, text3) => {
            beginning2.forget();
            almost.forget();
            sorted3 = null;
            add4(row7, text3);
          },
          ...{ beginning: beginning2.ask, almost: almost.ask },
          seal: () => {
            byWord();
            numbers.clear();
            [last2, log, end2] = [new Int32Array(0), new Int32Array(0), 0];
          },
          get size() {
            return words2.length;
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
    ofEdges: () => ofEdges
  });
  var NODE_COLUMNS, EDGE_COLUMNS, origin2, fileChunk, fileEdges, rowsBy, same3, nodeRows, edgeRows, chunkOf, blank, now4, inside, insideFile, placeEvidence, formsOf, copyNodes, copyEdges, fill, packed, pending, read2, load, loaded, near, ofEdges, all, ofEdge, chunks, abstractsOf;
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
      ({ origin: origin2 } = model_exports);
      fileChunk = chunkNumbers(origin2?.isPaper ?? nodes.id.map(isPaper));
      fileEdges = edgesByChunk(fileChunk, origin2?.from ?? edges.from);
      rowsBy = (origins) => {
        const found = /* @__PURE__ */ new Map();
        origins.forEach((all6, row7) => {
          for (const each2 of all6) found.set(each2, [...found.get(each2) ?? [], row7]);
        });
        return (each2) => found.get(each2) ?? [];
      };
      same3 = (each2) => [each2];
      nodeRows = origin2 ? rowsBy(origin2.nodes.map(same3)) : same3;
      edgeRows = origin2 ? rowsBy(origin2.edges) : same3;
      chunkOf = origin2 ? Int32Array.from(origin2.nodes, (row7) => fileChunk[row7] ?? -1) : fileChunk;
      blank = (length) => Array(length).fill("");
      now4 = {
        ...{ abstract: blank(size), united: blank(size) },
        ...{ evidence: blank(links), surfaces: blank(links), shared: blank(links) },
        ...{ terms: blank(links), reason: blank(links) }
      };
      inside = (chunk) => nodes.id.filter((node2) => chunkOf[node2] === chunk);
      insideFile = (chunk) => [...fileChunk.keys()].filter((row7) => fileChunk[row7] === chunk);
      placeEvidence = (own2, start19, length) => {
        let [paper4, text3] = [-1, ""];
        own2.forEach((each2, at8) => {
          if (start19[at8] < 0) return;
          for (const e of edgeRows(each2)) {
            if (edges.from[e] !== paper4)
              [paper4, text3] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now4.abstract[edges.from[e]]}`];
            now4.evidence[e] ||= text3.slice(start19[at8], start19[at8] + length[at8]);
          }
        });
      };
      formsOf = (e, each2, text3) => {
        if (!origin2) return text3;
        const own2 = origin2.forms[e][origin2.edges[e].indexOf(each2)] ?? split(text3);
        return [.../* @__PURE__ */ new Set([...split(now4.surfaces[e]), ...own2])].join(" | ");
      };
      copyNodes = (name5, own2, columns3) => {
        columns3[name5]?.forEach((text3, at8) => {
          for (const row7 of nodeRows(own2[at8])) now4[name5][row7] = text3;
        });
      };
      copyEdges = (name5, own2, columns3) => {
        columns3[name5]?.forEach((text3, at8) => {
          for (const e of edgeRows(own2[at8])) {
            if (name5 === "surfaces") now4.surfaces[e] = formsOf(e, own2[at8], text3);
            else now4[name5][e] ||= text3;
          }
        });
      };
      fill = (chunk, packed3) => {
        const columns3 = unpackTable(packed3);
        const [own2, lines] = [insideFile(chunk), fileEdges.get(chunk) ?? []];
        for (const name5 of NODE_COLUMNS) copyNodes(name5, own2, columns3);
        for (const name5 of EDGE_COLUMNS) copyEdges(name5, lines, columns3);
        const { start: start19, length } = columns3;
        if (start19 && length) placeEvidence(lines, start19, length);
      };
      packed = null;
      pending = /* @__PURE__ */ new Map();
      read2 = (chunk) => {
        packed ??= content("text-data").split("\n");
        return unpack(packed[chunk] ?? "");
      };
      load = (chunk) => {
        const found = pending.get(chunk) ?? read2(chunk).then(
          (columns3) => fill(chunk, columns3),
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
      ofEdge = async (e) => {
        const texts = await ofEdges([e]);
        const own2 = EDGE_COLUMNS.map((name5) => [name5, texts[name5][e]]);
        return Object.fromEntries(own2);
      };
      chunks = fileChunk.reduce((most4, chunk) => Math.max(most4, chunk), -1) + 1;
      abstractsOf = async (chunk) => {
        const own2 = inside(chunk);
        if (!pending.has(chunk)) {
          const columns3 = await read2(chunk).catch(() => ({}));
          copyNodes("abstract", insideFile(chunk), unpackTable(columns3));
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
    namesOf: () => namesOf3,
    parts: () => parts2,
    prepare: () => prepare
  });
  var SLICE, TITLE, OTHER, ABSTRACT, parts2, unpacked, done, namesOf3, abstractOf, lineOf, isWhole, pause, goThrough, make, making2, prepare;
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
      namesOf3 = (row7) => {
        const names6 = rest.names;
        return row7 >= corpus.drawn ? names6?.[row7 - corpus.drawn] ?? "" : "";
      };
      abstractOf = (row7) => {
        const node2 = corpus.node[row7];
        return node2 < 0 ? "" : unpacked?.abstract[node2] ?? "";
      };
      lineOf = (row7) => fold2(
        [corpus.title[row7], corpus.authors[row7], namesOf3(row7), abstractOf(row7)].join("\n").replace(/\s+/g, " ")
      );
      isWhole = () => done;
      pause = () => new Promise((go3) => setTimeout(go3));
      goThrough = async (items2, act) => {
        let start19 = performance.now();
        for (const item of items2) {
          act(item);
          if (performance.now() - start19 < SLICE) continue;
          await pause();
          start19 = performance.now();
        }
      };
      make = async (first2) => {
        const [titles, others2, abstracts] = parts2;
        for (const step4 of first2) await goThrough(Array(step4.size).keys(), (at8) => step4.upTo(at8 + 1));
        await goThrough(Array(corpus.size).keys(), (row7) => {
          titles.terms.add(row7, corpus.title[row7]);
          others2.terms.add(row7, `${corpus.authors[row7]} ${namesOf3(row7)}`);
        });
        for (let chunk = 0; chunk < chunks; chunk += 1) {
          await pause();
          const found = await abstractsOf(chunk);
          unpacked = found.texts;
          await pause();
          await goThrough(found.nodes, (node2) => {
            const row7 = rowOf(node2);
            if (row7 >= 0) abstracts.terms.add(row7, found.texts.abstract[node2]);
          });
        }
        for (const { terms } of parts2) terms.seal();
        done = true;
      };
      making2 = null;
      prepare = (first2) => {
        making2 ??= make(first2);
        return making2;
      };
    }
  });

  // src/card_undrawn.ts
  var panel, close, names2, show2;
  var init_card_undrawn = __esm({
    "src/card_undrawn.ts"() {
      "use strict";
      init_card_reading();
      init_corpus();
      init_dom();
      init_model();
      init_rows();
      init_search_index();
      init_state();
      panel = byId("card");
      close = () => {
        delete panel.dataset.row;
        panel.dispatchEvent(new Event("leave"));
      };
      names2 = (row7) => {
        const labels2 = new Set(split(namesOf3(row7)));
        const drawn4 = new Map(
          nodes.id.filter((node2) => labels2.has(nodes.label[node2])).map((node2) => [nodes.label[node2], node2])
        );
        const tag2 = (label2) => tag(label2, drawn4.get(label2));
        return labels2.size ? section("Names", el("div", { class: "tags" }, ...[...labels2].map(tag2))) : null;
      };
      show2 = (row7) => {
        panel.dataset.row = String(row7);
        clear();
        panel.replaceChildren(
          ...present([
            el(
              "div",
              { class: "card-head" },
              icon("paper"),
              el("span", { class: "kind" }, KINDS.paper?.one ?? "Paper"),
              button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", close)
            ),
            el("h2", { dir: "auto" }, corpus.title[row7]),
            meta(corpus.date[row7], corpus.authors[row7]),
            chips(corpus.topic[row7], corpus.subtopic[row7]),
            ...cardReading(row7, corpus.title[row7]),
            el("p", { class: "muted" }, "This paper is not drawn: the map shows those with the strongest links."),
            names2(row7)
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
  var CHECKED, TOGETHER, answersOf, usual, sorted, top, match2, excluded;
  var init_search_match = __esm({
    "src/search_match.ts"() {
      "use strict";
      init_search_terms();
      CHECKED = 24;
      TOGETHER = 1.6;
      answersOf = (word, parts4, ask3) => parts4.map(({ terms }) => terms[ask3](word));
      usual = (answers) => answers.flat().sort((a, b) => b.weight * b.rows.length - a.weight * a.rows.length)[0]?.word ?? "";
      sorted = (rows3, score) => rows3.sort((a, b) => score[b] - score[a] || a - b);
      top = (rows3, score) => {
        const best = [];
        for (const row7 of rows3) {
          if (best.length === CHECKED && score[row7] <= score[best[CHECKED - 1]]) continue;
          let at8 = best.length;
          while (at8 > 0 && score[best[at8 - 1]] < score[row7]) at8 -= 1;
          best.splice(at8, 0, row7);
          if (best.length > CHECKED) best.pop();
        }
        return best;
      };
      match2 = (terms, parts4, size4, text3) => {
        const found = {
          ...{
            rows: [],
            best: [],
            parts: new Uint8Array(size4),
            whole: /* @__PURE__ */ new Set(),
            words: /* @__PURE__ */ new Set(),
            spelt: [],
            nearly: []
          }
        };
        const [score, now7, counts5] = [new Float32Array(size4), new Float32Array(size4), new Uint8Array(size4)];
        const firsts = new Uint8Array(size4);
        const words2 = [...new Set(terms.filter(({ no }) => !no).flatMap((term) => wordsOf(term.text)))];
        const all6 = [];
        for (const [at8, word] of words2.entries()) {
          let answers = answersOf(word, parts4, "beginning");
          if (!answers.some((list4) => list4.length)) {
            answers = answersOf(word, parts4, "almost");
            if (answers.some((list4) => list4.length)) found.spelt.push([word, usual(answers)]);
          }
          const touched3 = [];
          answers.forEach((list4, part2) => {
            for (const answer3 of list4) {
              found.words.add(answer3.word);
              const value = parts4[part2].weight * answer3.weight * Math.log(1 + size4 / answer3.rows.length);
              for (const row7 of answer3.rows) {
                if (!now7[row7]) touched3.push(row7);
                now7[row7] = Math.max(now7[row7], value);
                found.parts[row7] |= 1 << part2;
                if (part2 === 0 && firsts[row7] === at8) firsts[row7] = at8 + 1;
              }
            }
          });
          for (const row7 of touched3) {
            if (!counts5[row7]) all6.push(row7);
            counts5[row7] += 1;
            score[row7] += now7[row7];
            now7[row7] = 0;
          }
        }
        const quoted3 = terms.filter((term) => term.quoted && !term.no);
        const fits = (row7) => quoted3.every((term) => text3(row7).includes(term.text));
        found.rows = all6.filter((row7) => counts5[row7] === words2.length && fits(row7));
        found.best = top(found.rows, score);
        if (!found.rows.length) {
          const most4 = all6.reduce((least2, row7) => Math.max(least2, counts5[row7]), 0);
          const nearly = all6.filter((row7) => counts5[row7] === most4);
          found.nearly = most4 * 2 >= words2.length ? top(nearly, score) : [];
        }
        for (const row7 of found.best) if (firsts[row7] === words2.length) found.whole.add(row7);
        if (words2.length > 1) {
          const phrase = words2.join(" ");
          for (const row7 of found.best) if (text3(row7).includes(phrase)) score[row7] *= TOGETHER;
          sorted(found.best, score);
        }
        return found;
      };
      excluded = (terms, parts4, size4, text3) => {
        const out = new Uint8Array(size4);
        for (const term of terms.filter(({ no }) => no)) {
          const counts5 = new Uint8Array(size4);
          const words2 = wordsOf(term.text);
          words2.forEach((word, at8) => {
            for (const list4 of answersOf(word, parts4, "beginning"))
              for (const { rows: rows3 } of list4) for (const row7 of rows3) if (counts5[row7] === at8) counts5[row7] = at8 + 1;
          });
          counts5.forEach((count5, row7) => {
            if (count5 === words2.length && (!term.quoted || text3(row7).includes(term.text))) out[row7] = 1;
          });
        }
        return out;
      };
    }
  });

  // src/search_names.ts
  var ALIAS, ID, SHORTEST_ID, LIKE, empty, add2, idOf2, growing, entities3, papers, topicNames2, topics2, keep3, candidates, find, pairAt, nearest2;
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
        rank: [],
        last: { query: "", answered: [] }
      });
      add2 = (names6, of3, name5, rank) => {
        if (!name5) return;
        names6.of.push(of3);
        names6.name.push(name5);
        names6.folded.push(fold2(name5));
        names6.rank.push(rank);
      };
      idOf2 = (key4) => {
        const id2 = key4.replace(/^paper:/, "").replaceAll(":", "/");
        if (!id2.includes("_")) return id2;
        try {
          return decodeURIComponent(id2.replaceAll("%", "%25").replace(/_([0-9A-F]{2})/g, "%$1"));
        } catch {
          return id2;
        }
      };
      growing = (made7, size4, add4) => {
        let next2 = 0;
        const upTo = (end2) => {
          for (; next2 < end2; next2 += 1) add4(made7, next2);
        };
        return {
          ...{ size: size4, upTo },
          get whole() {
            upTo(size4);
            return made7;
          }
        };
      };
      entities3 = growing(empty(), nodes.id.length, (names6, node2) => {
        if (isPaper(node2)) return;
        add2(names6, node2, nodes.label[node2], 0);
        for (const alias of split(nodes.aliases[node2])) add2(names6, node2, alias, ALIAS);
      });
      papers = growing(empty(), corpus.size, (names6, row7) => {
        add2(names6, row7, corpus.title[row7], 0);
        for (const id2 of /* @__PURE__ */ new Set([idOf2(corpus.key[row7]), corpus.arxiv[row7], corpus.doi[row7]]))
          add2(names6, row7, id2, ID);
      });
      topicNames2 = [...topic.keys()];
      topics2 = growing(empty(), topicNames2.length, (names6, at8) => add2(names6, at8, topicNames2[at8], 0));
      keep3 = (best, hit, most4) => {
        const before3 = (a, b) => a.score - b.score || b.weight - a.weight || a.of - b.of;
        let at8 = best.length;
        while (at8 > 0 && before3(hit, best[at8 - 1]) < 0) at8 -= 1;
        if (at8 >= most4) return;
        best.splice(at8, 0, hit);
        if (best.length > most4) best.pop();
      };
      candidates = ({ last: last2, of: of3 }, query) => loose(last2.query) !== "" && query.startsWith(last2.query) ? last2.answered : of3.keys();
      find = (names6, query, most4, weigh) => {
        const words2 = query.split(/\s+/);
        const looseQuery = loose(query);
        const [best, all6, answered] = [[], [], []];
        let current3 = null;
        const close3 = () => {
          if (!current3) return;
          all6.push(current3.of);
          current3.weight = weigh(current3.of);
          keep3(best, current3, most4);
          current3 = null;
        };
        for (const at8 of candidates(names6, query)) {
          const [of3, rank] = [names6.of[at8], names6.rank[at8]];
          if (current3 && current3.of !== of3) close3();
          const found = grade(names6.folded[at8], query, words2, rank === ID ? "" : looseQuery);
          if (found < 0 || rank === ID && found > 1) continue;
          answered.push(at8);
          if (rank === ID && query.length < SHORTEST_ID) continue;
          const score = found * 2 + Number(rank > 0);
          if (!current3 || score < current3.score)
            current3 = { of: of3, score, alias: rank ? names6.name[at8] : "", weight: 0 };
        }
        close3();
        names6.last = { query, answered };
        return { best, all: all6 };
      };
      pairAt = (text3, at8) => text3.charCodeAt(at8 - 1) * 65536 + text3.charCodeAt(at8);
      nearest2 = (names6, query, most4) => {
        const text3 = loose(query);
        const own2 = new Set(Array.from({ length: Math.max(text3.length - 1, 0) }, (_, at8) => pairAt(text3, at8 + 1)));
        const best = [];
        for (let row7 = 0; row7 < names6.of.length; row7 += 1) {
          const name5 = loose(names6.folded[row7]);
          if (name5.length > 3 * text3.length || 3 * name5.length < text3.length) continue;
          let shared2 = 0;
          for (let at8 = 1; at8 < name5.length; at8 += 1) if (own2.has(pairAt(name5, at8))) shared2 += 1;
          const share2 = 2 * shared2 / (own2.size + Math.max(name5.length - 1, 1));
          if (share2 < LIKE || best.some(({ of: of3 }) => of3 === names6.of[row7])) continue;
          const alias = names6.rank[row7] ? names6.name[row7] : "";
          keep3(best, { of: names6.of[row7], score: 1 - share2, alias, weight: 0 }, most4);
        }
        return best;
      };
    }
  });

  // src/search_operators.ts
  var LOOSELY, NEAR, MOST2, REMEMBERED2, kindOf2, FIELDS, HELP, remembered2, entitiesOf, rowsNaming, addRest, where, ofKind, rowsOf2, passing2, allowed, kindsOf, namedIn;
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
      kindOf2 = new Map(
        Object.entries(KINDS).flatMap(
          ([kind, { one, many: many2 }]) => [kind, one.toLowerCase(), many2.toLowerCase()].map((word) => [word, kind])
        )
      );
      FIELDS = [
        ...[...kindOf2].filter(([word, kind]) => kind !== "paper" && !word.includes(" ")).map(([word]) => word),
        ...["topic", "author", "kind", "since", "until"]
      ];
      HELP = [...Object.keys(KINDS).filter((kind) => kind !== "paper"), "topic", "author", "kind"].map((field) => `${field}:`).concat("since:2024-06", "until:");
      remembered2 = (make3) => {
        const known3 = /* @__PURE__ */ new Map();
        return (operator) => {
          const key4 = `${operator.field}:${operator.value}`;
          const found = known3.get(key4) ?? make3(operator);
          if (known3.size > REMEMBERED2) known3.clear();
          known3.set(key4, found);
          return found;
        };
      };
      entitiesOf = remembered2(({ field, value }) => {
        const kind = kindOf2.get(field);
        const every = entities3.whole;
        const hits = find(every, value, MOST2, () => 0).best.filter(({ of: of3 }) => nodes.kind[of3] === kind);
        const least2 = hits[0]?.score ?? LOOSELY + 1;
        if (least2 <= LOOSELY) return hits.filter(({ score }) => score <= Math.max(least2, 1)).map(({ of: of3 }) => of3);
        const near2 = nearest2(every, value, 4 * NEAR).filter(({ of: of3 }) => nodes.kind[of3] === kind);
        return hits.length ? hits.map(({ of: of3 }) => of3) : near2.slice(0, 1).map(({ of: of3 }) => of3);
      });
      rowsNaming = (wanted) => {
        const found = new Uint8Array(corpus.size);
        for (const node2 of nodes.id) {
          if (isPaper(node2) || !wanted(node2)) continue;
          for (const e of around[node2]) {
            const row7 = rowOf(edges.from[e]);
            if (row7 >= 0) found[row7] = 1;
          }
        }
        return found;
      };
      addRest = (found, labels2) => {
        for (let row7 = corpus.drawn; row7 < corpus.size; row7 += 1)
          if (split(namesOf3(row7)).some((label2) => labels2.has(label2))) found[row7] = 1;
        return found;
      };
      where = (fits) => {
        const found = new Uint8Array(corpus.size);
        for (let row7 = 0; row7 < corpus.size; row7 += 1) found[row7] = fits(row7) ? 1 : 0;
        return found;
      };
      ofKind = (value, notes) => {
        const kind = kindOf2.get(value);
        if (!kind) notes.push(`“kind:${value}” is not a kind; there are ${Object.keys(KINDS).join(", ")}.`);
        return !kind || kind === "paper" ? where(() => true) : rowsNaming((node2) => nodes.kind[node2] === kind);
      };
      rowsOf2 = remembered2((operator) => {
        const notes = [];
        return { rows: passing2(operator, notes), notes };
      });
      passing2 = (operator, notes) => {
        const { field, value } = operator;
        const lacking = { author: corpus.authors, since: corpus.date, until: corpus.date }[field];
        if (lacking && !lacking.some(Boolean))
          notes.push(
            `No paper here has ${field === "author" ? "an author" : "a date"}, so “${field}:” finds none.`
          );
        if (field === "since") return where((row7) => isIn(corpus.date[row7], value, ""));
        if (field === "until") return where((row7) => isIn(corpus.date[row7], "", value));
        if (field === "author") return where((row7) => fold2(corpus.authors[row7]).includes(value));
        if (field === "kind") return ofKind(value, notes);
        if (field === "topic") {
          const hits = find(topics2.whole, value, topic.size, () => 0).best;
          const all6 = [...topic.keys()];
          const wanted = new Set(hits.map(({ of: of3 }) => all6[of3]));
          if (!wanted.size) notes.push(`No topic is called “${value}”.`);
          return where((row7) => wanted.has(corpus.topic[row7]) || wanted.has(corpus.subtopic[row7]));
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
          (name5) => operators.find(({ field, no }) => field === name5 && !no)
        );
        const crossed = since && until && ordered2(since.value, until.value)[0] !== since.value;
        if (crossed) [since.value, until.value] = [until.value, since.value];
        const found = new Uint8Array(corpus.size).fill(1);
        for (const operator of operators) {
          const { rows: rows3, notes: own2 } = rowsOf2(operator);
          notes.push(...own2);
          for (let row7 = 0; row7 < corpus.size; row7 += 1) if (rows3[row7] === Number(operator.no)) found[row7] = 0;
        }
        return found;
      };
      kindsOf = ({ operators }) => {
        const wanted = operators.filter(({ field }) => field === "kind");
        if (!wanted.length) return null;
        const named6 = (no) => wanted.filter((one) => one.no === no).flatMap(({ value }) => kindOf2.get(value) ?? []);
        const [without, only2] = [named6(true), named6(false)];
        return new Set(
          Object.keys(KINDS).filter((kind) => !without.includes(kind) && (!only2.length || only2.includes(kind)))
        );
      };
      namedIn = ({ operators }) => operators.filter(({ field, no }) => !no && kindOf2.has(field)).flatMap(entitiesOf);
    }
  });

  // src/search_query.ts
  var PART, DATE3, ADDRESS, bare, parse2;
  var init_search_query = __esm({
    "src/search_query.ts"() {
      "use strict";
      init_grade();
      PART = /(-?)(?:([\p{L}_]+):(?!\/\/))?(?:"([^"]*)"?|([^\s"]+))|\S/gu;
      DATE3 = /^\d{4}(?:-\d{2}){0,2}$/;
      ADDRESS = /(?:https?:\/\/)?(?:(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:dx\.)?doi\.org\/|arxiv:\s?|doi:\s?)(\S+)/giu;
      bare = (id2) => id2.replace(/\.pdf$/i, "").replace(/^(\d{4}\.\d{4,5})v\d+$/, "$1");
      parse2 = (typed, fields) => {
        const found = { text: "", terms: [], operators: [], notes: [] };
        const plain4 = [];
        const term = (text4, quoted3, no) => {
          const folded = fold2(text4).replace(/\s+/g, " ").trim();
          if (!/[\p{L}\p{N}]/u.test(folded)) return;
          found.terms.push({ text: folded, quoted: quoted3, no });
          if (!no) plain4.push(text4.trim());
        };
        const text3 = typed.replace(/^\s*\//, "").replace(ADDRESS, (_, id2) => bare(id2));
        for (const [, minus2, name5, quote2, word] of text3.matchAll(PART)) {
          const [field, value, no] = [name5?.toLowerCase() ?? "", quote2 ?? word ?? "", minus2 === "-"];
          if (!field) term(value, quote2 !== void 0, no);
          else if (!fields.includes(field)) {
            found.notes.push(`“${field}:” is not an operator and is read as text.`);
            term(quote2 === void 0 ? `${name5}:${value}` : `${name5}: ${value}`, false, no);
          } else if ((field === "since" || field === "until") && !DATE3.test(value))
            found.notes.push(`“${field}:” wants a date such as 2024, 2024-06 or 2024-06-15.`);
          else if (value.trim()) found.operators.push({ field, value: fold2(value.trim()), no });
        }
        found.text = plain4.join(" ");
        return found;
      };
    }
  });

  // src/search_find.ts
  var search_find_exports = {};
  __export(search_find_exports, {
    ask: () => ask,
    rowsOf: () => rowsOf3,
    steps: () => steps2
  });
  var MOST3, weighNode, weighRow, weighTopic, spelt, almostNamed, steps2, entitiesFor, isOut, papersFor, inGroups, topicsFor, isFirst, ask, rowsOf3;
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
      weighRow = (row7) => corpus.node[row7] < 0 ? -1 : nodes.papers[corpus.node[row7]];
      weighTopic = (at8) => [...topic.values()][at8].papers;
      spelt = growing(makeTerms(), nodes.id.length, (terms, node2) => {
        if (!isPaper(node2)) terms.add(node2, `${nodes.label[node2]} ${nodes.aliases[node2]}`);
      });
      almostNamed = (query) => {
        const parts4 = [{ terms: spelt.whole, weight: 1 }];
        const found = match2(query.terms, parts4, nodes.id.length, () => query.text);
        const best = found.best.sort((a, b) => weighNode(b) - weighNode(a));
        return best.slice(0, MOST3.entities).map((of3) => ({ of: of3, score: 1, alias: "", weight: 0 }));
      };
      steps2 = [entities3, papers, spelt];
      entitiesFor = (query, folded) => {
        const kinds6 = kindsOf(query);
        const named6 = namedIn(query).map((of3) => ({ of: of3, score: 0, alias: "", weight: 0 }));
        const most4 = kinds6 ? nodes.id.length : 4 * MOST3.entities;
        const found = folded ? find(entities3.whole, folded, most4, weighNode).best : [];
        const all6 = named6.length || found.length || !folded ? [...named6, ...found] : almostNamed(query);
        const seen = /* @__PURE__ */ new Set();
        return all6.filter(({ of: of3 }) => !seen.has(of3) && seen.add(of3) && (!kinds6 || kinds6.has(nodes.kind[of3]))).slice(0, MOST3.entities);
      };
      isOut = (row7, allowed2, out) => allowed2 !== null && !allowed2[row7] || out[row7] === 1;
      papersFor = (query, folded) => {
        const notes = [...query.notes];
        const allowed2 = allowed(query, notes);
        const { size: size4 } = corpus;
        const matches = match2(query.terms, parts2, size4, lineOf);
        const out = excluded(query.terms, parts2, size4, lineOf);
        const keep4 = (row7) => !isOut(row7, allowed2, out);
        const quoted3 = query.terms.some((term) => term.quoted && !term.no);
        const titles = folded && !quoted3 ? find(papers.whole, folded, allowed2 ? 100 : MOST3.titles, weighRow) : null;
        const words2 = query.terms.some(({ no }) => !no);
        const wanted = new Uint8Array(size4).fill(words2 ? 0 : 1);
        for (const row7 of matches.rows) wanted[row7] = 1;
        for (const row7 of titles?.all ?? []) wanted[row7] = 1;
        const rows3 = [];
        for (let row7 = 0; row7 < size4; row7 += 1) if (wanted[row7] && keep4(row7)) rows3.push(row7);
        if (rows3.length)
          for (const [typed, taken] of matches.spelt) notes.push(`Taken for “${typed}”: “${taken}”.`);
        matches.best = matches.best.filter(keep4);
        matches.nearly = matches.nearly.filter(keep4);
        return { matches, titled: (titles?.best ?? []).filter(({ of: of3 }) => keep4(of3)), rows: rows3, notes };
      };
      inGroups = ({ matches, titled }, best) => {
        const titles = titled.slice(0, MOST3.titles).map(({ of: of3, alias }) => ({ row: of3, alias }));
        const seen = new Set(titles.map(({ row: row7 }) => row7));
        const [authors, abstracts] = [[], []];
        for (const row7 of best) {
          if (seen.has(row7)) continue;
          const { [row7]: bits } = matches.parts;
          const [list4, most4] = matches.whole.has(row7) || bits === TITLE ? [titles, MOST3.titles] : bits === OTHER && !namesOf3(row7) ? [authors, MOST3.authors] : [abstracts, MOST3.abstracts];
          if (list4.length < most4) list4.push({ row: row7, alias: "" });
        }
        return { titles, authors, abstracts };
      };
      topicsFor = (folded) => {
        const all6 = [...topic.keys()];
        return folded ? find(topics2.whole, folded, MOST3.topics, weighTopic).best.map(({ of: of3 }) => all6[of3]) : [];
      };
      isFirst = ([title2], [entity]) => title2 && (!entity || title2.score < entity.score);
      ask = (typed) => {
        const query = parse2(typed, FIELDS);
        const folded = fold2(query.text);
        if (!query.terms.length && !query.operators.length) return null;
        const found = papersFor(query, folded);
        const common = { query, words: found.matches.words, rows: found.rows, notes: found.notes };
        const [entities7, topics4] = [entitiesFor(query, folded), topicsFor(folded)];
        const groups = inGroups(found, found.matches.best);
        if (found.rows.length || entities7.length || topics4.length)
          return {
            ...common,
            ...groups,
            entities: entities7,
            topics: topics4,
            nearest: false,
            titlesFirst: isFirst(found.titled, entities7)
          };
        const near2 = nearest2(entities3.whole, folded, MOST3.nearest);
        return {
          ...common,
          ...inGroups(found, found.matches.nearly),
          entities: near2,
          topics: [],
          nearest: true,
          titlesFirst: false
        };
      };
      rowsOf3 = (typed) => {
        const query = parse2(typed, FIELDS);
        return papersFor(query, fold2(query.text)).rows;
      };
    }
  });

  // src/search_snippet.ts
  var WORD3, LENGTH2, BEFORE, snippet;
  var init_search_snippet = __esm({
    "src/search_snippet.ts"() {
      "use strict";
      init_grade();
      WORD3 = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
      LENGTH2 = 110;
      BEFORE = 30;
      snippet = (text3, words2, length = LENGTH2) => {
        const hits = [...text3.matchAll(WORD3)].map(({ 0: word, index }) => ({ word: fold2(word), from: index, to: index + word.length })).filter(({ word }) => words2.has(word));
        if (!hits.length) return [];
        const around4 = hits.map(
          ({ from }) => new Set(
            hits.filter((hit) => hit.from >= from && hit.to <= from + length - BEFORE).map(({ word }) => word)
          ).size
        );
        const first2 = hits[around4.indexOf(Math.max(...around4))].from;
        let start19 = Math.max(0, first2 - BEFORE);
        if (start19 > 0) start19 = text3.indexOf(" ", start19 - 1) + 1 || start19;
        start19 = Math.min(start19, first2);
        let end2 = Math.min(text3.length, Math.max(start19 + length, first2 + 1));
        if (end2 < text3.length)
          end2 = Math.max(text3.lastIndexOf(" ", end2), hits.find((hit) => hit.from === first2)?.to ?? end2);
        const pieces2 = start19 > 0 ? [["… ", false]] : [];
        let at8 = start19;
        for (const { from, to } of hits) {
          if (from < start19 || to > end2) continue;
          if (from > at8) pieces2.push([text3.slice(at8, from), false]);
          pieces2.push([text3.slice(from, to), true]);
          at8 = to;
        }
        pieces2.push([text3.slice(at8, end2) + (end2 < text3.length ? " …" : ""), false]);
        return pieces2.filter(([piece]) => piece !== "");
      };
    }
  });

  // src/search_list.ts
  var MOST_SIGNS, note, entityRow, pieces, paperRow, draw, line2, byline, ofTopic2;
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
      note = (text3) => text3 ? foreign(text3.slice(0, 120), { class: "note" }) : null;
      entityRow = ({ of: of3, alias }) => [
        icon(nodes.kind[of3]),
        el("span", { class: "unseen" }, `${KINDS[nodes.kind[of3]]?.one ?? ""}: `),
        foreign(nodes.label[of3].slice(0, MOST_SIGNS), { class: "hit" }),
        note(alias ? `also ${alias}` : plural(nodes.papers[of3], "paper"))
      ];
      pieces = (row7, words2) => {
        const abstract = abstractOf(row7);
        const names6 = namesOf3(row7);
        const found = snippet(abstract || (names6 ? `Names ${names6.replaceAll(" | ", ", ")}` : ""), words2);
        const marked2 = found.map(([text3, isMarked]) => isMarked ? el("mark", {}, text3) : text3);
        return marked2.length ? el("span", { class: "snippet", dir: "auto" }, ...marked2) : null;
      };
      paperRow = ({ row: row7, alias }, below2 = null) => [
        icon("paper"),
        el("span", { class: "unseen" }, `${KINDS.paper?.one ?? "Paper"}: `),
        foreign(corpus.title[row7].slice(0, MOST_SIGNS), { class: "hit" }),
        note([alias, corpus.date[row7], corpus.node[row7] < 0 ? "not drawn" : ""].filter(Boolean).join(" · ")),
        below2
      ];
      draw = (answer3, acts2, nodesOnly = false) => {
        const drawn4 = { items: [], choices: [], all: -1 };
        const option = (key4, act, content3, look2 = "") => {
          const id2 = `hit-${drawn4.choices.length}`;
          const item = el("div", { id: id2, role: "option", "aria-selected": "false", class: look2 }, ...content3);
          item.addEventListener("pointerdown", (event) => event.preventDefault());
          item.addEventListener("click", () => act());
          drawn4.choices.push({ key: key4, act });
          return item;
        };
        const group4 = (title2, items2) => {
          if (!items2.length) return;
          const heading2 = el("span", { class: "heading", "aria-hidden": "true" }, title2);
          drawn4.items.push(el("div", { role: "group", "aria-label": title2 }, heading2, ...items2));
        };
        const papers5 = (hits, more = () => null) => hits.filter(({ row: row7 }) => !nodesOnly || corpus.node[row7] >= 0).map((hit) => {
          const node2 = corpus.node[hit.row];
          const act = () => node2 < 0 ? acts2.undrawn(hit.row) : acts2.node(node2);
          const below2 = more(hit);
          return option(corpus.key[hit.row], act, paperRow(hit, below2), below2 ? "two" : "");
        });
        const entities7 = () => group4(
          "Entities",
          answer3.entities.map((hit) => option(nodes.key[hit.of], () => acts2.node(hit.of), entityRow(hit)))
        );
        const titles = () => group4("Papers by title", papers5(answer3.titles));
        if (answer3.nearest && (answer3.entities.length || answer3.titles.length || answer3.abstracts.length))
          drawn4.items.push(line2(`Nothing found for “${answer3.query.text}”. The nearest:`));
        for (const part2 of answer3.titlesFirst ? [titles, entities7] : [entities7, titles]) part2();
        group4(
          "Papers by author",
          papers5(answer3.authors, ({ row: row7 }) => byline(row7))
        );
        group4(
          "In abstracts",
          papers5(answer3.abstracts, ({ row: row7 }) => pieces(row7, answer3.words))
        );
        if (!nodesOnly) {
          const topic5 = (name5) => [swatch(name5), foreign(name5, { class: "hit" }), ofTopic2(name5)];
          group4(
            "Topics",
            answer3.topics.map((name5) => option(`topic ${name5}`, () => acts2.topic(name5), topic5(name5)))
          );
          if (answer3.rows.length) {
            drawn4.all = drawn4.choices.length;
            const many2 = answer3.rows.length === 1 ? "The one paper" : `All ${plural(answer3.rows.length, "paper")}`;
            const keys2 = note("filters list and map · Ctrl+Enter");
            drawn4.items.push(option("all", acts2.all, [el("span", { class: "hit" }, many2), keys2], "all"));
          }
          if (!isWhole()) drawn4.items.push(line2("Abstracts are being read …"));
          for (const text3 of answer3.notes) drawn4.items.push(line2(text3));
          if (answer3.notes.length) drawn4.items.push(line2(`Operators: ${HELP.join(" ")}`));
        }
        return drawn4;
      };
      line2 = (text3) => el("div", { class: "none", role: "presentation" }, text3);
      byline = (row7) => foreign(corpus.authors[row7].slice(0, MOST_SIGNS), { class: "snippet" });
      ofTopic2 = (name5) => note(plural(topic.get(name5)?.papers ?? 0, "paper"));
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
  var input, box, status, NOTHING, drawn2, active, answer2, usual2, point, close2, dress2, release, ask2, finish2, acts, refresh, prepare2, step2, leave, keys, focus;
  var init_search = __esm({
    "src/search.ts"() {
      "use strict";
      init_card_undrawn();
      init_dom();
      init_rows();
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
      point = (next2) => {
        active = next2;
        const options2 = [...box.querySelectorAll("[role=option]")];
        for (const [at8, item] of options2.entries()) item.setAttribute("aria-selected", String(at8 === active));
        if (active >= 0) input.setAttribute("aria-activedescendant", `hit-${active}`);
        else input.removeAttribute("aria-activedescendant");
      };
      close2 = () => {
        box.hidden = true;
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
        dress2(usual2);
      };
      ask2 = (question, give2) => {
        answer2 = give2;
        dress2({ placeholder: question, label: question });
        input.value = "";
        refresh();
        input.focus();
      };
      finish2 = () => {
        input.value = "";
        refresh();
        const give2 = answer2 ?? select;
        release();
        return give2;
      };
      acts = {
        node: (node2) => {
          finish2()(node2);
          byId("card").focus({ preventScroll: true });
        },
        undrawn: (row7) => {
          finish2();
          show2(row7);
          byId("card").focus({ preventScroll: true });
        },
        topic: (name5) => {
          finish2();
          if (now2.topic !== name5) showTopic(name5);
          byId("card").focus({ preventScroll: true });
        },
        all: () => {
          const text3 = input.value.replace(/^\s*\//, "").trim();
          finish2();
          input.blur();
          narrow("text", text3);
        }
      };
      refresh = (kept4 = "") => {
        const typed = input.value.replace(/^\s*\//, "").trim();
        const found = typed === "" ? null : ask(typed);
        drawn2 = found ? draw(found, acts, answer2 !== null) : NOTHING;
        const none2 = typed !== "" && !drawn2.choices.length;
        box.replaceChildren(
          ...none2 ? [line2(`Nothing found for “${typed}”, and nothing like it.`)] : [],
          ...drawn2.items
        );
        box.hidden = typed === "";
        const { choices, all: all6 } = drawn2;
        input.setAttribute("aria-expanded", String(choices.length > 0));
        status.textContent = typed ? plural(choices.length, "suggestion") : "";
        const first2 = found?.query.operators.length && all6 >= 0 ? all6 : 0;
        const same4 = choices.findIndex(({ key: key4 }) => key4 === kept4);
        point(choices.length ? same4 < 0 ? first2 : same4 : -1);
      };
      prepare2 = async () => {
        if (isWhole()) return;
        await prepare(steps2);
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

  // src/card_correct.ts
  var MOST_PAPERS, short, quoted, noun, id, isUrl, writtenNames, asking, closer, naming, renaming, retyping, merging, ticks2, parting, dropping, correctEntity, correctFind, correctLink, small, correctTopic;
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
      short = (text3) => text3.length > 60 ? `${text3.slice(0, 59)}…` : text3;
      quoted = (text3) => `“${short(text3)}”`;
      noun = (kind) => (KINDS[kind]?.one ?? kind).toLowerCase();
      id = (paper4) => paperId(nodes.key[paper4]);
      isUrl = (node2) => KINDS[nodes.kind[node2]]?.worded === false;
      writtenNames = (entity, texts) => {
        const names6 = foundNames([nodes.label[entity], ...split(nodes.aliases[entity])]);
        const urls = isUrl(entity) && nodes.url[entity] ? [nodes.url[entity]] : [];
        const forms2 = around[entity].flatMap((edge) => split(texts.surfaces[edge]));
        return [.../* @__PURE__ */ new Set([...urls, ...names6, ...forms2])];
      };
      asking = (name5, fill5, place3) => {
        const opener3 = button({ class: "ask", "aria-expanded": "false" }, name5, () => {
          const wanted = opener3.getAttribute("aria-expanded") !== "true";
          for (const other2 of place3.parentElement?.querySelectorAll(".ask[aria-expanded=true]") ?? [])
            other2.setAttribute("aria-expanded", "false");
          opener3.setAttribute("aria-expanded", String(wanted));
          const close3 = () => {
            place3.replaceChildren();
            opener3.setAttribute("aria-expanded", "false");
            opener3.focus();
          };
          place3.replaceChildren(...wanted ? [el("div", { class: "set-right-form" }, ...fill5(close3))] : []);
          place3.querySelector("input, button, select")?.focus();
        });
        return opener3;
      };
      closer = (close3) => button({ class: "ask" }, "Cancel", close3);
      naming = (label2, value, done2, close3) => {
        const input2 = el("input", {
          type: "text",
          class: "line-input",
          value,
          "aria-label": label2,
          maxlength: "200"
        });
        const said3 = el("p", { class: "muted", role: "status" });
        const finish3 = () => {
          const text3 = input2.value.replace(/\s+/g, " ").trim();
          said3.textContent = text3 === "" || text3 === value ? "Give another name." : done2(text3);
        };
        input2.addEventListener("keydown", (event) => {
          if (event.key === "Enter") finish3();
        });
        return [input2, button({ class: "ask" }, "Rename", finish3), closer(close3), said3];
      };
      renaming = (entity, close3) => {
        const [label2, kind] = [nodes.label[entity], nodes.kind[entity]];
        const done2 = (to) => {
          const pin = { table: "rename", name: label2, to, kind };
          add(`${quoted(label2)} is called ${quoted(to)}`, [pin]);
          return "";
        };
        return naming("New name", label2, done2, close3);
      };
      retyping = (entity, texts, close3) => {
        const from = nodes.kind[entity];
        const kinds6 = Object.keys(KINDS).filter((kind) => kind !== from && KINDS[kind].worded);
        const choose4 = (to) => () => add(
          `${quoted(nodes.label[entity])} is a ${noun(to)}, not a ${noun(from)}`,
          writtenNames(entity, texts).map((name5) => ({ table: "retype", name: name5, from, to }))
        );
        return [
          el("span", {}, "It is a "),
          ...kinds6.map((kind) => button({ class: "ask" }, noun(kind), choose4(kind))),
          closer(close3)
        ];
      };
      merging = (entity, said3) => () => ask2(`${nodes.label[entity].slice(0, 40)} is the same as …`, (other2) => {
        const kind = nodes.kind[entity];
        if (other2 === entity) return;
        if (nodes.kind[other2] !== kind) {
          said3.textContent = `${quoted(nodes.label[other2])} is a ${noun(nodes.kind[other2])}, this is a ${noun(kind)}: say first what kind it is.`;
          return;
        }
        const names6 = [entity, other2].map((node2) => foundNames([nodes.label[node2]])[0]);
        const pin = names6[0] === names6[1] ? { table: "same", name: names6[0], kind } : { table: "same", names: names6, kind };
        add(`${quoted(nodes.label[entity])} is the same as ${quoted(nodes.label[other2])}`, [pin]);
      });
      ticks2 = (legend, items2) => {
        const boxes2 = items2.map(([value, text3]) => {
          const box3 = el("input", { type: "checkbox", value });
          return { box: box3, row: el("label", { class: "apart-row" }, box3, foreign(text3, { class: "grow" })) };
        });
        const group4 = el("fieldset", { class: "ticks" }, el("legend", {}, legend), ...boxes2.map(({ row: row7 }) => row7));
        return { group: group4, chosen: () => boxes2.filter(({ box: box3 }) => box3.checked).map(({ box: box3 }) => box3.value) };
      };
      parting = (entity, texts, close3) => {
        const kind = nodes.kind[entity];
        const names6 = foundNames([nodes.label[entity], ...split(nodes.aliases[entity])]);
        const papers5 = [...neighbours(entity)].filter(isPaper).slice(0, MOST_PAPERS);
        const said3 = el("p", { class: "muted", role: "status" });
        const forms2 = names6.length > 1 ? ticks2(
          "These names are another thing",
          names6.map((name5) => [name5, shownAs(name5)])
        ) : null;
        const worded = KINDS[kind]?.worded && !KINDS[kind].term;
        const others2 = worded && papers5.length > 1 ? ticks2(
          "These papers mean another thing",
          papers5.map((paper4) => [String(paper4), nodes.label[paper4]])
        ) : null;
        const finish3 = () => {
          const [some, few2] = [forms2?.chosen() ?? [], others2?.chosen().map(Number) ?? []];
          if (some.length === names6.length || few2.length === papers5.length || !some.length && !few2.length) {
            said3.textContent = "Tick some, but not all.";
            return;
          }
          const [label2] = names6.filter((name5) => !some.includes(name5));
          const rest4 = names6.filter((name5) => !some.includes(name5));
          const groups = [rest4, some].filter((group4) => group4.length > 1);
          const byName2 = some.length ? [
            ...groups.map((group4) => ({ table: "same", names: group4, kind })),
            { table: "different", names: [label2, some[0]], kind }
          ] : [];
          const written2 = new Set(writtenNames(entity, texts));
          const lists = [papers5.filter((paper4) => !few2.includes(paper4)), few2].map((group4) => group4.map(id));
          const byPaper = few2.length ? names6.filter((name5) => written2.has(name5)).map((name5) => ({ table: "different", name: name5, papers: lists, kind })) : [];
          add(`${quoted(nodes.label[entity])} is two things`, [...byName2, ...byPaper]);
        };
        if (!forms2 && !others2)
          return [
            el("p", { class: "muted" }, "One paper names it, by one name: there is nothing to part."),
            closer(close3)
          ];
        return [
          forms2?.group ?? null,
          others2?.group ?? null,
          button({ class: "ask" }, "These are apart", finish3),
          closer(close3),
          said3
        ];
      };
      dropping = (entity, texts, close3) => {
        const drop = () => {
          const { label: label2, kind } = nodes;
          const pin = { table: "drop", names: writtenNames(entity, texts), kind: kind[entity] };
          add(`${quoted(label2[entity])} is not a ${noun(kind[entity])}`, [pin]);
        };
        return [
          el("span", {}, "Not an entity, in no paper. "),
          button({ class: "ask" }, "Wrong everywhere", drop),
          closer(close3)
        ];
      };
      correctEntity = (entity, texts) => {
        const place3 = el("div", { class: "set-right-place", role: "group", "aria-label": "Correction" });
        const said3 = el("p", { class: "muted", role: "status" });
        const parts4 = [
          ["Rename …", (close3) => renaming(entity, close3)],
          ...isUrl(entity) ? [] : [
            ["It is a …", (close3) => retyping(entity, texts, close3)]
          ],
          ["Not the same …", (close3) => parting(entity, texts, close3)],
          ["Wrong …", (close3) => dropping(entity, texts, close3)]
        ];
        return el(
          "details",
          { class: "set-right" },
          el("summary", {}, "Set it right"),
          el(
            "div",
            { class: "actions" },
            ...parts4.map(([name5, fill5]) => asking(name5, fill5, place3)),
            button({ class: "ask" }, "Same as …", merging(entity, said3))
          ),
          said3,
          place3
        );
      };
      correctFind = (edge, texts) => {
        const [paper4, entity] = [edges.from[edge], edges.to[edge]];
        const { label: label2, kind } = nodes;
        const here = () => add(`${quoted(label2[entity])} is wrong in ${quoted(label2[paper4])}`, [
          { table: "drop", names: writtenNames(entity, texts), kind: kind[entity], paper: id(paper4) }
        ]);
        const everywhere = () => add(`${quoted(label2[entity])} is not a ${noun(kind[entity])}`, [
          { table: "drop", names: writtenNames(entity, texts), kind: kind[entity] }
        ]);
        return small(`${label2[entity]} is wrong here`, [
          ["Wrong in this paper", here],
          ["Wrong everywhere", everywhere]
        ]);
      };
      correctLink = (edge) => {
        const ends2 = [edges.from[edge], edges.to[edge]];
        const [one, other2] = ends2.map((paper4) => quoted(nodes.label[paper4]));
        const papers5 = ends2.map(id);
        return small("These papers are unrelated", [
          [
            "Unrelated",
            () => add(`${one} and ${other2} are unrelated`, [{ table: "unrelated", papers: papers5 }])
          ]
        ]);
      };
      small = (label2, choices) => {
        const place3 = el("div", { class: "wrong", role: "group", "aria-label": "Correction" });
        const opener3 = button(
          { class: "wrong-open", "aria-label": label2.slice(0, 200), title: "Wrong?" },
          "✕",
          () => {
            if (place3.isConnected) place3.remove();
            else opener3.closest("li")?.append(place3);
            place3.querySelector("button")?.focus();
          }
        );
        const back = () => {
          place3.remove();
          opener3.focus();
        };
        place3.append(...choices.map(([name5, act]) => button({ class: "ask" }, name5, act)), closer(back));
        return opener3;
      };
      correctTopic = ({ name: name5, parent, members, central }) => {
        const place3 = el("div", { class: "set-right-place", role: "group", "aria-label": "Correction" });
        const paper4 = [...central, ...members].find(isPaper);
        const level = parent ? "subtopic" : "topic";
        const done2 = (to) => {
          if (topic.has(to)) return "Another topic has this name.";
          const own2 = paper4 === void 0 ? { table: "topic", to, name: name5 } : { table: "topic", to, paper: id(paper4) };
          add(`The ${level} ${quoted(name5)} is called ${quoted(to)}`, [
            parent ? { ...own2, level } : own2
          ]);
          return "";
        };
        const rename2 = asking("Rename …", (close3) => naming("New name of the topic", name5, done2, close3), place3);
        return el("div", { class: "set-right" }, rename2, place3);
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
      init_rows();
      marked = (texts, text3, linked4) => {
        const forms2 = linked4.flatMap(
          (edge) => split(texts.surfaces[edge]).map((form) => [shownAs(form), edge])
        );
        const target = new Map(forms2);
        if (!target.size) return [text3];
        const escaped2 = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped2.join("|")})(?![\\p{L}\\p{N}])`, "gu");
        const parts4 = [];
        let from = 0;
        for (const found of text3.matchAll(pattern)) {
          const edge = target.get(found[0].replace(/\s+/g, " "));
          if (edge === void 0) continue;
          const node2 = edges.to[edge];
          const look2 = linked4.length > 1 && isBackground(edge) ? "slight mention" : "mention";
          parts4.push(
            text3.slice(from, found.index),
            nodeLink(node2, found[0], { class: `${look2} ${nodes.kind[node2]}`, title: nodes.label[node2] })
          );
          from = found.index + found[0].length;
        }
        return [...parts4, text3.slice(from)];
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
        const [one, other2] = [edges.from[edge], edges.to[edge]].map((paper4) => neighbours(paper4));
        const both = [...one].filter((node2) => other2.has(node2) && !isPaper(node2));
        const found = new Map(both.map((node2) => [nodes.label[node2], node2]));
        return split(texts.shared[edge]).map((label2) => tag(label2, found.get(label2)));
      };
      shared = (texts, edge) => {
        const said3 = texts.shared[edge].toLowerCase();
        const terms = split(texts.terms[edge]).filter((term) => !said3.includes(term.toLowerCase()));
        const tags = [...sharedNames(texts, edge), ...terms.map((term) => foreign(term, { class: "tag term" }))];
        return tags.length ? el("div", { class: "tags" }, ...tags) : null;
      };
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
        const counts5 = /* @__PURE__ */ new Map();
        const matters = (edge) => !isBackground(edge);
        for (const paper4 of neighbours(entity, matters)) {
          for (const peer of neighbours(paper4, matters)) {
            if (peer !== entity && !isPaper(peer)) counts5.set(peer, (counts5.get(peer) || 0) + 1);
          }
        }
        return [...counts5].sort(
          (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || named(a[0], b[0])
        );
      };
      forms = (entity, texts) => {
        const papers5 = /* @__PURE__ */ new Map();
        for (const edge of around[entity]) {
          for (const form of split(texts.surfaces[edge]).map(shownAs)) {
            const found = papers5.get(form) ?? /* @__PURE__ */ new Set();
            papers5.set(form, found.add(edges.from[edge]));
          }
        }
        const counts5 = [...papers5].map(([form, found]) => [form, found.size]);
        return counts5.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      };
      formRow = ([form, count5]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count5, "paper")));
      reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
      cardEntity = (entity, texts) => {
        const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
        const paperRow2 = (edge) => {
          const remark = [nodes.date[edges.from[edge]], salience(edge), correctFind(edge, texts)];
          return named2(edges.from[edge], remark.filter(Boolean), evidence(texts, edge));
        };
        const groups = byRelation(around[entity]);
        const papers5 = groups.map(([relation3, list4]) => {
          const title2 = RELATIONS[relation3]?.by ?? relation3;
          const listed4 = listing(bySalience(list4, newest), paperRow2);
          if (!isBackground(list4[0])) return section(title2, ...listed4);
          const count5 = `${plural(list4.length, "paper")}, in the background`;
          return section(title2, fold(count5, listed4, groups.length === 1));
        });
        const company2 = namedWith(entity);
        const written2 = forms(entity, texts);
        const reasons = split(texts.united[entity]);
        return [
          ...papers5,
          company2.length ? section(
            "Often named with",
            ...listing(company2, ([peer, count5]) => named2(peer, plural(count5, "paper")), {
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
      peerRow = (texts, paper4, most4) => (edge) => {
        const peer = other(edge, paper4);
        const weight = edges.weight[edge];
        const bar2 = bar(weight, Math.max(most4, 1), `probability ${percent(weight)}`);
        return el(
          "li",
          { class: "peer" },
          el(
            "div",
            { class: "line" },
            nodeLink(peer),
            bar2,
            el("span", {}, el("span", { class: "count" }, percent(weight)), correctLink(edge))
          ),
          reason(texts, edge),
          shared(texts, edge)
        );
      };
      entitySections = (texts, own2) => {
        const order5 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
        const row7 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge), correctFind(edge, texts)];
          return named2(edges.to[edge], remark.filter(Boolean), evidence(texts, edge));
        };
        const listed4 = (list4) => listing(bySalience(list4, order5), row7);
        const terms = Object.entries(KINDS).map(([kind, { many: many2 }]) => {
          const list4 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
          const [front, back] = [list4.filter((edge) => !isBackground(edge)), list4.filter(isBackground)];
          if (!list4.length) return null;
          const fold4 = back.length ? [fold(`${back.length} in the background`, listed4(back))] : [];
          return section(many2, ...front.length ? listed4(front) : [], ...fold4);
        });
        const roles = byRelation(own2.filter((edge) => !isTerm(edge))).map(([relation3, list4]) => section(RELATIONS[relation3]?.group ?? relation3, ...listed4(list4)));
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
      cardPaper = (paper4, texts) => {
        const own2 = around[paper4].filter((edge) => edges.from[edge] === paper4 && !isPaper(edges.to[edge]));
        const related = around[paper4].filter((edge) => isPaper(other(edge, paper4))).sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
        const abstract = texts.abstract[paper4];
        const most4 = related.length ? edges.weight[related[0]] : 0;
        const body4 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts, abstract, own2)) : null;
        return [
          subjects(own2),
          body4 ? section("Abstract", body4) : null,
          ...entitySections(texts, own2),
          related.length ? section("Related papers", ...listing(related, peerRow(texts, paper4, most4))) : null,
          own2.length ? null : el("p", { class: "muted" }, `No ${entities.one} was found in this paper.`)
        ];
      };
    }
  });

  // src/naming.ts
  var background2, isCounted, unpack2, unpacked2, eachUndrawn, countedPapers, uncounted, rowsNaming2, linked, company, wholeCompany, strongest, linkOf2, earliest;
  var init_naming = __esm({
    "src/naming.ts"() {
      "use strict";
      init_address();
      init_corpus();
      init_model();
      init_result();
      background2 = fresh().hiddenRelations;
      isCounted = ({ confidence, hiddenRelations }) => (edge) => {
        const [from, relation3] = [edges.from[edge], edges.relation[edge]];
        if (!isPaper(from) || isPaper(edges.to[edge]) || !now3.passes[rowOf(from)]) return false;
        const hidden = hiddenRelations.has(relation3) && !background2.has(relation3);
        return !hidden && edges.confidence[edge] >= confidence;
      };
      unpack2 = () => (rest.named ?? []).map((steps3) => {
        let at8 = 0;
        const found = Int32Array.from(steps3 ? steps3.split(" ") : [], (step4) => {
          at8 += Number(step4);
          return at8;
        });
        return origin ? new Set(found.map((row7) => origin?.heirs[row7] ?? -1)) : found;
      });
      unpacked2 = null;
      eachUndrawn = ({ confidence }, act) => {
        if (confidence > 0) return;
        unpacked2 ??= unpack2();
        unpacked2.forEach((named6, at8) => {
          if (now3.passes[corpus.drawn + at8]) {
            for (const entity of named6) if (entity >= 0) act(corpus.drawn + at8, entity);
          }
        });
      };
      countedPapers = ({ confidence }) => {
        const known3 = confidence === 0 && rest.named !== void 0;
        return known3 ? now3.rows.length : now3.rows.filter((row7) => row7 < corpus.drawn).length;
      };
      uncounted = (chosen4) => {
        const undrawn = now3.rows.length - countedPapers(chosen4);
        const unknown = (counts2.paper ?? 0) - corpus.size;
        const say2 = (count5, why2) => count5 > 0 ? `Not counted: ${count5.toLocaleString("en")} ${why2}.` : "";
        return [
          say2(
            undrawn,
            "of the papers that the map does not draw, as the page does not know how sure their names are"
          ),
          say2(unknown, "of the papers, which are not in this page")
        ].filter(Boolean).join(" ");
      };
      rowsNaming2 = (chosen4, entity) => {
        const found = new Set([...linked(chosen4, entity).keys()].map(rowOf));
        eachUndrawn(chosen4, (row7, named6) => {
          if (named6 === entity) found.add(row7);
        });
        return found;
      };
      linked = (chosen4, node2) => {
        const found = /* @__PURE__ */ new Map();
        for (const edge of around[node2].filter(isCounted(chosen4))) {
          const end2 = other(edge, node2);
          found.set(end2, [...found.get(end2) ?? [], edge]);
        }
        return found;
      };
      company = (chosen4, entity) => {
        const found = /* @__PURE__ */ new Map();
        for (const paper4 of linked(chosen4, entity).keys())
          for (const peer of linked(chosen4, paper4).keys())
            if (peer !== entity) found.set(peer, (found.get(peer) ?? 0) + 1);
        return found;
      };
      wholeCompany = (chosen4, entity) => {
        const found = company(chosen4, entity);
        const rows3 = rowsNaming2(chosen4, entity);
        eachUndrawn(chosen4, (row7, peer) => {
          if (peer !== entity && rows3.has(row7)) found.set(peer, (found.get(peer) ?? 0) + 1);
        });
        return found;
      };
      strongest = (list4) => [...list4].sort(
        (a, b) => edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
      )[0];
      linkOf2 = (a, b) => around[a].find((edge) => other(edge, a) === b && isPaper(a) && isPaper(b)) ?? -1;
      earliest = (rows3) => [...rows3].filter((row7) => /^\d{4}/.test(corpus.date[row7])).sort(
        (a, b) => corpus.date[a] < corpus.date[b] ? -1 : corpus.date[a] > corpus.date[b] ? 1 : a - b
      )[0] ?? -1;
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
      alike = (chosen4) => chosen4.filter((node2) => isPaper(node2) === isPaper(chosen4[0]));
      setsOf = (chosen4, items2) => items2.map((item) => isPaper(item) ? new Set(linked(chosen4, item).keys()) : rowsNaming2(chosen4, item));
      shares = (sets) => {
        const found = /* @__PURE__ */ new Map([[2 ** sets.length - 1, []]]);
        for (const member of new Set(sets.flatMap((set2) => [...set2]))) {
          const bits = sets.reduce((sum, set2, at8) => sum + (set2.has(member) ? 2 ** at8 : 0), 0);
          found.set(bits, [...found.get(bits) ?? [], member]);
        }
        return [...found].sort((a, b) => b[1].length - a[1].length || b[0] - a[0]).map(([bits, members]) => ({
          sets: sets.map((_, at8) => at8).filter((at8) => Math.floor(bits / 2 ** at8) % 2),
          members
        }));
      };
      isShared = (cells, least2) => cells.filter((value) => value > least2).length > 1;
      sharedCompany = (chosen4, items2) => {
        const counts5 = items2.map((item) => wholeCompany(chosen4, item));
        const all6 = new Set(counts5.flatMap((found) => [...found.keys()]));
        const rank = ({ cells }) => [...cells].sort((a, b) => b - a)[1];
        const sum = ({ cells }) => cells.reduce((total, value) => total + value, 0);
        return [...all6].filter((node2) => !items2.includes(node2)).map((node2) => ({ node: node2, cells: counts5.map((found) => found.get(node2) ?? 0) })).filter(({ cells }) => isShared(cells, 0)).sort(
          (a, b) => rank(b) - rank(a) || sum(b) - sum(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
        );
      };
      sharedNames2 = (chosen4, papers5) => {
        const found = papers5.map((paper4) => linked(chosen4, paper4));
        const slight = ({ cells }) => Number(cells.filter((edge) => edge >= 0).every(isBackground));
        const about2 = ({ cells }) => cells.reduce((sum, edge) => sum + (edges.salience[edge] ?? 0), 0);
        return [...new Set(found.flatMap((own2) => [...own2.keys()]))].map((node2) => ({
          node: node2,
          cells: found.map((own2) => own2.has(node2) ? strongest(own2.get(node2) ?? []) : -1)
        })).filter(({ cells }) => isShared(cells, -1)).sort(
          (a, b) => slight(a) - slight(b) || about2(b) - about2(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
        );
      };
      tellingEdges = (chosen4, entity, most4) => [...linked(chosen4, entity).values()].map(strongest).sort(
        (a, b) => Number(isBackground(a)) - Number(isBackground(b)) || edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
      ).slice(0, most4);
      byTime = (rows3) => {
        const found = new Array(corpus.bins.names.length).fill(0);
        for (const row7 of rows3) {
          const bin = corpus.bins.of[row7];
          if (bin >= 0) found[bin] += 1;
        }
        return found;
      };
    }
  });

  // src/card_pair.ts
  var FIRST3, said, likelihood, namesOfBoth, ofNaming, ofEntities, pairSections;
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
      FIRST3 = 6;
      said = (texts, edge) => {
        const body4 = evidence(texts, edge) ?? el("p", { class: "muted" }, "No sentence is known.");
        return el("div", { class: "said" }, nodeLink(edges.from[edge], void 0, { class: "muted" }), body4);
      };
      likelihood = (texts, edge) => {
        if (edge < 0) return null;
        const weight = edges.weight[edge];
        const words2 = split(texts.terms[edge]).map((word) => foreign(word, { class: "tag term" }));
        return el(
          "div",
          { class: "likely" },
          el(
            "p",
            { class: "line" },
            bar(weight, 1, `probability ${percent(weight)}`),
            ` ${percent(weight)} likely to belong together`
          ),
          reason(texts, edge),
          words2.length ? el("div", { class: "tags" }, ...words2) : null
        );
      };
      namesOfBoth = (texts, papers5) => {
        const found = sharedNames2(now2, papers5);
        const row7 = ({ node: node2, cells }) => named2(
          node2,
          cells.every((edge) => edge >= 0 && isBackground(edge)) ? "in the background" : null,
          ...cells.filter((edge) => edge >= 0).map((edge) => said(texts, edge))
        );
        return found.length ? listing(found, row7, {}, FIRST3) : [el("p", { class: "muted" }, "They share no name, but what they write is alike.")];
      };
      ofNaming = (texts, between4) => between4.map((edge) => {
        const relation3 = edges.relation[edge];
        return section(
          RELATIONS[relation3]?.group ?? relation3,
          el("p", { class: "muted" }, `confidence ${edges.confidence[edge].toFixed(2)} `, salience(edge)),
          said(texts, edge)
        );
      });
      ofEntities = (texts, one, two) => {
        const [first2, second] = [one, two].map((node2) => linked(now2, node2));
        const both = [...first2].filter(([paper4]) => second.has(paper4));
        const row7 = ([paper4, own2]) => named2(
          paper4,
          nodes.date[paper4],
          ...[own2, second.get(paper4) ?? []].map((list4) => evidence(texts, strongest(list4)))
        );
        return both.length ? [
          section(
            `${plural(both.length, "paper")} of what is shown name${both.length === 1 ? "s" : ""} both`,
            ...listing(both, row7, {}, FIRST3)
          )
        ] : [];
      };
      pairSections = (one, two, texts) => {
        const papers5 = [one, two].filter(isPaper);
        const between4 = around[one].filter((edge2) => other(edge2, one) === two);
        if (papers5.length === 1) return ofNaming(texts, between4);
        if (papers5.length === 0) return ofEntities(texts, one, two);
        const edge = linkOf2(one, two);
        const likely2 = likelihood(texts, edge);
        return likely2 ? [
          section("Why they are linked", likely2),
          section("What both name", ...namesOfBoth(texts, papers5))
        ] : [];
      };
    }
  });

  // src/lines.ts
  var lines_exports = {};
  __export(lines_exports, {
    BESIDE: () => BESIDE,
    across: () => across2,
    at: () => at3,
    compute: () => compute2,
    isListed: () => isListed,
    nameOf: () => nameOf3,
    now: () => now5
  });
  var BESIDE, names3, code2, likely, relation, inOrder, order, topicAt2, topic4, now5, adjacency, ofGraph, inRanges, coMentions, BANDS, inBands, compute2, isListed, at3, across2, nameOf3;
  var init_lines = __esm({
    "src/lines.ts"() {
      "use strict";
      init_model();
      init_model();
      init_result();
      init_scene();
      BESIDE = "beside";
      names3 = [...relations.keys(), BESIDE];
      code2 = new Map(names3.map((name5, at8) => [name5, at8]));
      likely = code2.get("related") ?? -1;
      relation = new Uint8Array(links);
      inOrder = () => {
        const groups = names3.map(() => []);
        for (let e = 0; e < links; e += 1) {
          relation[e] = code2.get(edges.relation[e]) ?? 0;
          groups[relation[e]].push(e);
        }
        groups[likely]?.sort((p, q) => edges.weight[p] - edges.weight[q] || p - q);
        return Int32Array.from(groups.flat());
      };
      order = inOrder();
      topicAt2 = /* @__PURE__ */ new Map();
      topic4 = Int32Array.from(nodes.topic, (name5) => {
        if (!topicAt2.has(name5)) topicAt2.set(name5, topicAt2.size);
        return topicAt2.get(name5) ?? 0;
      });
      now5 = {
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
        const [kept4, a, b] = [new Int32Array(links), new Int32Array(links), new Int32Array(links)];
        const weight = new Float64Array(links);
        let count5 = 0;
        for (let at8 = 0; at8 < links; at8 += 1) {
          const e = order[at8];
          const [from, to] = [edges.from[e], edges.to[e]];
          if (!now3.edges[e] || !shown[from] || !shown[to]) continue;
          kept4[count5] = e;
          a[count5] = from;
          b[count5] = to;
          weight[count5] = edges.weight[e];
          count5 += 1;
        }
        now5.edge = kept4.slice(0, count5);
        now5.a = a.slice(0, count5);
        now5.b = b.slice(0, count5);
        now5.weight = weight.slice(0, count5);
        return inRanges(now5.edge);
      };
      inRanges = (kept4) => {
        const found = [];
        let first2 = 0;
        while (first2 < kept4.length) {
          const own2 = relation[kept4[first2]];
          let end2 = first2 + 1;
          while (end2 < kept4.length && relation[kept4[end2]] === own2) end2 += 1;
          found.push({ name: names3[own2], first: first2, end: end2 });
          first2 = end2;
        }
        return found;
      };
      coMentions = ({ together: together2 }) => {
        const pairs2 = /* @__PURE__ */ new Map();
        for (let paper4 = 0; paper4 < size; paper4 += 1) {
          if (!isPaper(paper4)) continue;
          const own2 = around[paper4].filter(
            (e) => now3.edges[e] && !isRelated[e] && shown[edges.to[e]]
          );
          const named6 = [...new Set(own2.map((e) => edges.to[e]))].sort((a, b) => a - b);
          for (let i = 0; i < named6.length; i += 1) {
            for (let j = i + 1; j < named6.length; j += 1) {
              const pair2 = named6[i] * size + named6[j];
              pairs2.set(pair2, (pairs2.get(pair2) || 0) + 1);
            }
          }
        }
        const kept4 = [...pairs2].filter(([, count5]) => count5 >= together2).sort((p, q) => p[0] - q[0]);
        now5.edge = new Int32Array(kept4.length).fill(-1);
        now5.a = Int32Array.from(kept4, ([pair2]) => Math.floor(pair2 / size));
        now5.b = Int32Array.from(kept4, ([pair2]) => pair2 % size);
        now5.weight = Float64Array.from(kept4, ([, count5]) => count5);
        return kept4.length ? [{ name: BESIDE, first: 0, end: kept4.length }] : [];
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name5, first: first2, end: end2 } = range2;
        const [least2, most4] = [now5.weight[first2], now5.weight[end2 - 1]];
        if (name5 !== "related" || least2 === most4) return [{ ...range2, strength: 1 }];
        const bandOf = (line7) => Math.floor(BANDS * (now5.weight[line7] - least2) / (most4 - least2));
        let next2 = first2;
        return Array.from({ length: BANDS }, (_, band) => {
          const start19 = next2;
          while (next2 < end2 && Math.min(BANDS - 1, bandOf(next2)) <= band) next2 += 1;
          return { name: name5, first: start19, end: next2, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen4) => {
        const ranges = chosen4.view === "entities" ? coMentions(chosen4) : ofGraph();
        now5.count = now5.edge.length;
        now5.hot = new Uint8Array(now5.count);
        now5.apart = new Uint8Array(now5.count);
        for (let line7 = 0; line7 < now5.count; line7 += 1)
          now5.apart[line7] = topic4[now5.a[line7]] === topic4[now5.b[line7]] ? 0 : 1;
        now5.ranges = ranges.flatMap(inBands);
        adjacency = null;
      };
      isListed = (line7) => now3.listed[now5.a[line7]] === 1 && now3.listed[now5.b[line7]] === 1;
      at3 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line7 = 0; line7 < now5.count; line7 += 1) {
            adjacency[now5.a[line7]].push(line7);
            if (now5.a[line7] !== now5.b[line7]) adjacency[now5.b[line7]].push(line7);
          }
        }
        return adjacency[node2];
      };
      across2 = (line7, node2) => now5.a[line7] === node2 ? now5.b[line7] : now5.a[line7];
      nameOf3 = (line7) => now5.edge[line7] < 0 ? BESIDE : edges.relation[now5.edge[line7]];
    }
  });

  // src/neighbourhood.ts
  var neighbourhood_exports = {};
  __export(neighbourhood_exports, {
    emphasise: () => emphasise2,
    path: () => path,
    stations: () => stations,
    within: () => within3
  });
  var within3, path, stations, emphasise2;
  var init_neighbourhood = __esm({
    "src/neighbourhood.ts"() {
      "use strict";
      init_lines();
      init_model();
      init_model();
      init_scene();
      within3 = (node2, steps3) => {
        const distance3 = /* @__PURE__ */ new Map([[node2, 0]]);
        for (const [here, far] of distance3) {
          if (far === steps3) break;
          for (const line7 of at3(here)) {
            const next2 = across2(line7, here);
            if (!distance3.has(next2)) distance3.set(next2, far + 1);
          }
        }
        return distance3;
      };
      path = (from, to) => {
        if (from === to) return [];
        const distance3 = new Int32Array(size).fill(-1);
        const cost = new Float64Array(size).fill(Infinity);
        const via = new Int32Array(size).fill(-1);
        distance3[from] = 0;
        cost[from] = 0;
        let ring2 = [from];
        while (ring2.length && distance3[to] < 0) {
          const next2 = [];
          for (const here of ring2) {
            const price = cost[here] + (here === from ? 0 : at3(here).length);
            for (const line7 of at3(here)) {
              const there = across2(line7, here);
              if (distance3[there] >= 0 && distance3[there] !== distance3[here] + 1) continue;
              if (distance3[there] < 0) {
                distance3[there] = distance3[here] + 1;
                next2.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line7];
            }
          }
          ring2 = next2;
        }
        if (distance3[to] < 0) return null;
        const found = [];
        for (let here = to; here !== from; here = across2(via[here], here)) found.unshift(via[here]);
        return found;
      };
      stations = (from, found) => {
        const way2 = [from];
        for (const line7 of found) way2.push(across2(line7, way2[way2.length - 1]));
        return way2;
      };
      emphasise2 = (now7) => {
        const { hot: hot3 } = now5;
        hot3.fill(0);
        view.focused = now7.selected;
        if (now7.selected >= 0 && now7.target >= 0) {
          const found = path(now7.selected, now7.target) || [];
          for (const line7 of found) hot3[line7] = 1;
          emphasise([...stations(now7.selected, found), now7.target]);
        } else if (now7.selected >= 0) {
          const near2 = within3(now7.selected, now7.steps);
          for (const [node2, far] of near2) {
            if (far < now7.steps) for (const line7 of at3(node2)) hot3[line7] = 1;
          }
          emphasise(near2.keys());
        } else if (now7.topic) {
          emphasise(topic.get(now7.topic)?.members ?? []);
          for (let line7 = 0; line7 < hot3.length; line7 += 1) {
            hot3[line7] = hot[now5.a[line7]] && hot[now5.b[line7]];
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
      verb = (line7) => {
        const name5 = nameOf3(line7);
        if (name5 === BESIDE) return `named together in ${plural(now5.weight[line7], "paper")}`;
        const likely2 = name5 === "related" ? `, ${percent(now5.weight[line7])}` : "";
        return (RELATIONS[name5]?.edge ?? name5).toLowerCase() + likely2;
      };
      between = (line7, here, texts) => {
        const edge = now5.edge[line7];
        const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
        return el(
          "li",
          { class: "step" },
          el("span", { class: "count" }, backwards ? `↑ ${verb(line7)}` : `↓ ${verb(line7)}`),
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
        const direct = found.length === 1 ? pairSections(from, to, texts) : [];
        if (direct.length) {
          const leave3 = button({ class: "more" }, "Leave the link", () => select(from));
          const list5 = el("ul", { class: "tight" }, named2(from), named2(to));
          return el("div", { class: "link" }, section("Link", list5, leave3), ...direct);
        }
        const way2 = stations(from, found);
        const list4 = el("ol", { class: "path" }, named2(from));
        found.forEach((line7, at8) => {
          list4.append(between(line7, way2[at8], texts), named2(way2[at8 + 1]));
        });
        return section(`Path of ${plural(found.length, "step")}`, list4, drop);
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
          for (const line7 of node2 === middle || node2 < 0 ? [] : at3(node2)) {
            const other2 = across2(line7, node2);
            const to = anchors.get(other2);
            const pair2 = `${Math.min(node2, other2)}-${Math.max(node2, other2)}`;
            if (!to || other2 === middle || seen.has(pair2)) continue;
            seen.add(pair2);
            const look2 = isPaper(node2) && isPaper(other2) ? "chord" : "chord quiet";
            found.push(svgShape("line", { ...ends(from, to), class: look2, "data-one": node2, "data-two": other2 }));
          }
        }
        return found;
      };
      linesOf = (stage2, why2) => {
        const svg2 = svgShape("svg", {
          viewBox: `0 0 ${stage2.wide} ${stage2.high}`,
          width: stage2.wide,
          height: stage2.high,
          "aria-hidden": "true"
        });
        svg2.append(...between2(stage2), ...toMiddle(stage2, why2));
        return svg2;
      };
      light = (svg2, node2) => {
        const near2 = /* @__PURE__ */ new Set([node2]);
        for (const line7 of svg2.querySelectorAll("line")) {
          const { end: end2, one, two } = line7.dataset;
          const other2 = one === String(node2) ? two : two === String(node2) ? one : void 0;
          const lit = end2 === String(node2) || other2 !== void 0;
          line7.classList.toggle("lit", lit);
          if (other2 !== void 0) near2.add(Number(other2));
        }
        return near2;
      };
    }
  });

  // src/focus_members.ts
  var heaviest, OWN3, closeness, naming2, ofPaper, byKind, counted, ofEntity, ofTopic3, membersOf, readable2;
  var init_focus_members = __esm({
    "src/focus_members.ts"() {
      "use strict";
      init_lines();
      init_model();
      init_naming();
      init_scene();
      heaviest = (a, b) => b.weight - a.weight || nodes.papers[b.node] - nodes.papers[a.node] || a.node - b.node;
      OWN3 = ["proposes", "introduces"];
      closeness = (edge) => {
        const relation3 = edges.relation[edge];
        if (OWN3.includes(relation3)) return 1;
        return (isBackground(edge) ? 0 : 0.4) + 0.5 * edges.salience[edge];
      };
      naming2 = (node2, list4) => {
        const own2 = list4.find((edge2) => OWN3.includes(edges.relation[edge2]));
        const edge = own2 ?? strongest(list4);
        const says = (RELATIONS[edges.relation[edge]]?.edge ?? edges.relation[edge]).toLowerCase();
        return { node: node2, edge, weight: closeness(edge), says };
      };
      ofPaper = (chosen4, paper4) => {
        const papers5 = at3(paper4).filter((line7) => isPaper(across2(line7, paper4))).map((line7) => {
          const weight = now5.weight[line7];
          return {
            node: across2(line7, paper4),
            weight: Math.min(1, weight),
            edge: now5.edge[line7],
            says: `${Math.round(100 * weight)} %`
          };
        });
        const groups = /* @__PURE__ */ new Map();
        for (const [entity, list4] of linked(chosen4, paper4)) {
          if (!shown[entity]) continue;
          const found = naming2(entity, list4);
          const { group: group4, edge } = RELATIONS[edges.relation[found.edge]] ?? {
            group: edges.relation[found.edge],
            edge: ""
          };
          const title2 = group4 || edge;
          groups.set(title2, [...groups.get(title2) ?? [], found]);
        }
        const order5 = Object.values(RELATIONS).map(({ group: group4, edge }) => group4 || edge);
        const sorted3 = [...groups].sort((a, b) => order5.indexOf(a[0]) - order5.indexOf(b[0]));
        return { papers: papers5, groups: sorted3.map(([title2, members]) => ({ title: title2, members })) };
      };
      byKind = (titleOf, members) => Object.entries(KINDS).filter(([, { worded }]) => worded).map(([kind, { many: many2 }]) => ({
        title: titleOf(many2),
        members: members.filter(({ node: node2 }) => nodes.kind[node2] === kind)
      })).filter((group4) => group4.members.length);
      counted = (node2, count5, most4) => ({
        ...{ node: node2, edge: -1, weight: count5 / Math.max(1, most4) },
        says: `in ${count5.toLocaleString("en")} ${count5 === 1 ? "paper" : "papers"}`
      });
      ofEntity = (chosen4, entity) => {
        const papers5 = [...linked(chosen4, entity)].filter(([paper4]) => shown[paper4]).map(([paper4, list4]) => naming2(paper4, list4));
        const found = [...company(chosen4, entity)].filter(([peer]) => shown[peer]);
        const most4 = Math.max(...found.map(([, count5]) => count5));
        return {
          papers: papers5,
          groups: byKind(
            (many2) => `With ${many2.toLowerCase()}`,
            found.map(([peer, count5]) => counted(peer, count5, most4))
          )
        };
      };
      ofTopic3 = (name5) => {
        const found = topic.get(name5);
        if (!found) return { papers: [], groups: [] };
        const { members, central, particular: particular2 } = found;
        const alive = members.filter((node2) => shown[node2]);
        const most4 = Math.max(1, ...alive.filter(isPaper).map((node2) => nodes.papers[node2]));
        const papers5 = alive.filter(isPaper).map((node2) => {
          const rank = central.indexOf(node2);
          const weight = rank < 0 ? 0.6 * nodes.papers[node2] / most4 : 1 - 0.3 * rank / Math.max(1, central.length);
          return { node: node2, edge: -1, weight, says: rank < 0 ? "" : "central" };
        });
        const entities7 = alive.filter((node2) => !isPaper(node2));
        const first2 = new Set(particular2);
        const size4 = Math.max(1, ...entities7.map((node2) => nodes.papers[node2]));
        const named6 = entities7.map((node2) => {
          const one = counted(node2, nodes.papers[node2], size4);
          return { ...one, weight: one.weight + Number(first2.has(nodes.label[node2])) };
        });
        return { papers: papers5, groups: byKind((many2) => many2, named6) };
      };
      membersOf = (chosen4) => {
        const { selected, topic: name5 } = chosen4;
        const found = selected < 0 ? ofTopic3(name5) : isPaper(selected) ? ofPaper(chosen4, selected) : ofEntity(chosen4, selected);
        found.papers.sort(heaviest);
        for (const group4 of found.groups) group4.members.sort(heaviest);
        return found;
      };
      readable2 = ({ papers: papers5, groups }, most4) => {
        const outer = groups.reduce((sum, group4) => sum + group4.members.length, 0);
        const quota = Math.min(papers5.length, Math.max(Math.ceil(0.55 * most4), most4 - outer));
        const taken = new Map(groups.map((group4) => [group4, 0]));
        let room3 = most4 - quota;
        while (room3 > 0 && groups.some((group4) => (taken.get(group4) ?? 0) < group4.members.length))
          for (const group4 of groups) {
            const count5 = taken.get(group4) ?? 0;
            if (room3 <= 0 || count5 >= group4.members.length) continue;
            taken.set(group4, count5 + 1);
            room3 -= 1;
          }
        return {
          papers: papers5.slice(0, quota),
          groups: groups.map((group4) => ({ ...group4, members: group4.members.slice(0, taken.get(group4)) })).filter((group4) => group4.members.length),
          left: [...papers5.slice(quota), ...groups.flatMap((group4) => group4.members.slice(taken.get(group4)))]
        };
      };
    }
  });

  // src/camera.ts
  var MOVES, smooth, cameraIn;
  var init_camera = __esm({
    "src/camera.ts"() {
      "use strict";
      init_model();
      MOVES = ["dragging", "zoom", "dragEnd"];
      smooth = (part2) => part2 < 0.5 ? 2 * part2 * part2 : 1 - 2 * (1 - part2) ** 2;
      cameraIn = (container2, { onPaint: onPaint2, onMove }) => {
        const network = new vis.Network(container2, { nodes: [], edges: [] }, options);
        network.on("beforeDrawing", onPaint2);
        for (const event of MOVES) network.on(event, onMove);
        const frame2 = container2.querySelector(".vis-network");
        frame2.addEventListener("keydown", () => setTimeout(onMove));
        const now7 = () => ({ ...network.getViewPosition(), zoom: network.getScale() });
        const place3 = ({ x: x2, y: y2, zoom: zoom2 }, offset) => network.moveTo({ position: { x: x2, y: y2 }, scale: zoom2, offset, animation: false });
        let flight = 0;
        const fly = (goal, offset, duration) => {
          const [from, start19] = [now7(), performance.now()];
          const mix = (a, b, part2) => a + (b - a) * part2;
          const step4 = () => {
            const time2 = Math.min(1, (performance.now() - start19) / duration);
            const part2 = smooth(time2);
            const zoom2 = mix(from.zoom, goal.zoom, part2);
            const x2 = mix(from.x * from.zoom, goal.x * goal.zoom - offset.x, part2) / zoom2;
            const y2 = mix(from.y * from.zoom, goal.y * goal.zoom - offset.y, part2) / zoom2;
            flight = time2 < 1 ? requestAnimationFrame(step4) : 0;
            if (time2 < 1) place3({ x: x2, y: y2, zoom: zoom2 }, { x: 0, y: 0 });
            else place3(goal, offset);
            onMove();
          };
          flight = requestAnimationFrame(step4);
        };
        const land = () => cancelAnimationFrame(flight);
        for (const event of ["pointerdown", "wheel", "keydown"])
          container2.addEventListener(event, land, { capture: true, passive: true });
        return {
          frame: frame2,
          onPick: (pick3) => network.on("click", ({ pointer }) => pick3(pointer.DOM)),
          redraw: () => network.redraw(),
          /** Take the size of the container at once, not when the browser reports it. */
          resize: () => network.setSize("100%", "100%"),
          now: now7,
          moveTo: (goal, offset, duration) => {
            land();
            if (duration) fly(goal, offset, duration);
            else place3(goal, offset);
          },
          toGraph: (point3) => network.DOMtoCanvas(point3),
          toPage: (point3) => network.canvasToDOM(point3)
        };
      };
    }
  });

  // src/label_room.ts
  var CELL, short2, within4, freeRoom;
  var init_label_room = __esm({
    "src/label_room.ts"() {
      "use strict";
      CELL = 64;
      short2 = (text3, most4) => text3.length > most4 ? `${text3.slice(0, most4 - 1).trimEnd()}…` : text3;
      within4 = (least2, value, most4) => Math.max(Math.min(least2, most4), Math.min(value, Math.max(least2, most4)));
      freeRoom = () => {
        const cells = /* @__PURE__ */ new Map();
        const each2 = ([left2, top4, right2, bottom2], act) => {
          for (let cx = Math.floor(left2 / CELL); cx <= right2 / CELL; cx += 1)
            for (let cy = Math.floor(top4 / CELL); cy <= bottom2 / CELL; cy += 1) act(`${cx},${cy}`);
        };
        const occupy = (rect) => each2(rect, (cell4) => cells.set(cell4, [...cells.get(cell4) || [], rect]));
        const isFree = (rect) => {
          let free2 = true;
          each2(rect, (cell4) => {
            for (const t of cells.get(cell4) || [])
              if (rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]) free2 = false;
          });
          return free2;
        };
        return { occupy, isFree };
      };
    }
  });

  // src/settings.ts
  var MOST_LINES, MOST_PARTS, partsOf, joined, costOf, broken, waysOf, known2, settings;
  var init_settings = __esm({
    "src/settings.ts"() {
      "use strict";
      MOST_LINES = 4;
      MOST_PARTS = 9;
      partsOf = (name5) => name5.split(/(?<=-)| /).filter(Boolean);
      joined = (parts4) => parts4.reduce((line7, part2) => line7 + (line7.endsWith("-") ? "" : " ") + part2);
      costOf = (lines) => Math.max(...lines.map((line7) => line7.length)) + 2 * lines.filter((line7) => line7.endsWith("-")).length;
      broken = (parts4, count5) => {
        if (count5 === 1) return [[joined(parts4)]];
        const ends2 = Array.from({ length: parts4.length - count5 + 1 }, (_, at8) => at8 + 1);
        return ends2.flatMap(
          (end2) => broken(parts4.slice(end2), count5 - 1).map((rest4) => [joined(parts4.slice(0, end2)), ...rest4])
        );
      };
      waysOf = (name5) => {
        const parts4 = partsOf(name5);
        if (parts4.length < 2 || parts4.length > MOST_PARTS) return [[name5]];
        const counts5 = Array.from({ length: Math.min(MOST_LINES, parts4.length) - 1 }, (_, at8) => at8 + 2);
        const narrowest = (count5) => broken(parts4, count5).reduce((best, other2) => costOf(other2) < costOf(best) ? other2 : best);
        return [[name5], ...counts5.map(narrowest)];
      };
      known2 = /* @__PURE__ */ new Map();
      settings = (name5) => {
        const found = known2.get(name5) ?? waysOf(name5);
        known2.set(name5, found);
        return found;
      };
    }
  });

  // src/names.ts
  var WEIGHT, LEADING, MEASURED, LEAST2, PLAIN, probe2, widths, widthOf, fit, haloOf, colourOf;
  var init_names = __esm({
    "src/names.ts"() {
      "use strict";
      init_settings();
      init_theme();
      init_theme();
      WEIGHT = 650;
      LEADING = 1.15;
      MEASURED = 100;
      LEAST2 = 10;
      PLAIN = 10.5;
      probe2 = document.createElement("canvas").getContext("2d");
      widths = /* @__PURE__ */ new Map();
      widthOf = (text3, weight = WEIGHT) => {
        const key4 = `${weight} ${text3}`;
        const known3 = widths.get(key4);
        if (known3 !== void 0) return known3;
        probe2.font = `${weight} ${MEASURED}px ${own.font}`;
        const found = probe2.measureText(text3).width / MEASURED;
        widths.set(key4, found);
        return found;
      };
      fit = (area, zoom2, most4) => {
        let best = null;
        for (const lines of settings(area.topic.name)) {
          if (lines.length > 2 && best && best.px >= PLAIN) continue;
          const width2 = Math.max(...lines.map((line7) => widthOf(line7))) + 0.4;
          const spot2 = area.room(width2, lines.length * LEADING);
          const px = spot2 ? Math.floor(2 * Math.min(most4, spot2.scale * zoom2)) / 2 : 0;
          if (spot2 && px >= LEAST2 && px > (best?.px ?? 0) * 1.05) best = { lines, px, x: spot2.x, y: spot2.y };
        }
        return best;
      };
      haloOf = ({ topic: topic5 }) => tint(ofTopic(topic5.name), own.dark ? 0.2 : 0.15);
      colourOf = ({ topic: topic5 }) => tint(ofTopic(topic5.name), 0.75, own.ink);
    }
  });

  // src/label_sheet.ts
  var sheetOf, write3, rectOf, isIn2, touches, isInside2, isApart, key, dress3;
  var init_label_sheet = __esm({
    "src/label_sheet.ts"() {
      "use strict";
      init_label_room();
      init_names();
      init_theme();
      sheetOf = (ctx2, box3) => {
        const { matrix, ratio } = box3;
        const [wide2, high3] = [ctx2.canvas.width / ratio, ctx2.canvas.height / ratio];
        return {
          ...{ ctx: ctx2, box: box3, wide: wide2, high: high3, occupied: freeRoom(), said: /* @__PURE__ */ new Set() },
          free: box3.free || { left: 0, top: 0, right: wide2, bottom: high3 },
          sx: (px) => (px * matrix.a + matrix.e) / ratio,
          sy: (py) => (py * matrix.d + matrix.f) / ratio,
          gx: (px) => (px * ratio - matrix.e) / matrix.a,
          gy: (py) => (py * ratio - matrix.f) / matrix.d
        };
      };
      write3 = ({ ctx: ctx2 }, lines, px, py, { weight, px: letters, colour, halo, alpha = 1 }) => {
        ctx2.font = `${weight} ${letters}px ${own.font}`;
        ctx2.globalAlpha = alpha;
        ctx2.strokeStyle = halo;
        ctx2.lineWidth = Math.min(4, 1.5 + letters / 6);
        const first2 = py - (lines.length - 1) * letters * LEADING / 2;
        lines.forEach((line7, at8) => {
          ctx2.strokeText(line7, px, first2 + at8 * letters * LEADING);
        });
        ctx2.fillStyle = colour;
        lines.forEach((line7, at8) => {
          ctx2.fillText(line7, px, first2 + at8 * letters * LEADING);
        });
        ctx2.globalAlpha = 1;
      };
      rectOf = (lines, letters, weight, px, py) => {
        const half = Math.max(...lines.map((line7) => widthOf(line7, weight))) * letters / 2;
        const tall = lines.length * letters * LEADING / 2;
        return [px - half, py - tall, px + half, py + tall];
      };
      isIn2 = ([left2, top4, right2, bottom2], free2) => left2 >= free2.left && right2 <= free2.right && top4 >= free2.top && bottom2 <= free2.bottom;
      touches = ({ gx, gy }, area, [left2, top4, right2, bottom2]) => {
        const isFar = gx(right2) < area.left || gx(left2) > area.right || gy(bottom2) < area.top || gy(top4) > area.bottom;
        if (isFar) return false;
        return [left2, (left2 + right2) / 2, right2].some(
          (px) => [top4, bottom2].some((py) => area.holds(gx(px), gy(py)))
        );
      };
      isInside2 = ({ gx, gy }, area, [left2, top4, right2, bottom2]) => [left2, (left2 + right2) / 2, right2].every((px) => [top4, bottom2].every((py) => area.holds(gx(px), gy(py))));
      isApart = (sheet3, area, rect, shapes) => isInside2(sheet3, area, rect) || [...shapes.values()].every((other2) => other2 === area || !touches(sheet3, other2, rect));
      key = (text3) => text3.toLowerCase();
      dress3 = (ctx2, ratio) => {
        ctx2.save();
        ctx2.setTransform(ratio, 0, 0, ratio, 0, 0);
        ctx2.textAlign = "center";
        ctx2.textBaseline = "middle";
        ctx2.lineJoin = "round";
      };
    }
  });

  // src/label_beside.ts
  function* placesAround(name5, px, py) {
    const ways = settings(name5).map((lines) => ({
      lines,
      own: rectOf(lines, LEAST2, WEIGHT, 0, 0)
    }));
    for (const far of DISTANCES)
      for (let hour = 0; hour < 12; hour += 1)
        for (const { lines, own: own2 } of ways) {
          const [left2, top4, right2, bottom2] = own2;
          const at8 = px + Math.cos(Math.PI * hour / 6) * (far + right2);
          const down2 = py + Math.sin(Math.PI * hour / 6) * (far + bottom2);
          yield { lines, rect: [at8 + left2, down2 + top4, at8 + right2, down2 + bottom2] };
        }
  }
  var DISTANCES, ACROSS, DOWN, LEAST_ON, MOST_OVER, shares2, nameOver, nameBeside;
  var init_label_beside = __esm({
    "src/label_beside.ts"() {
      "use strict";
      init_label_room();
      init_label_sheet();
      init_names();
      init_settings();
      init_theme();
      DISTANCES = [16, 30, 44, 60, 80, 100];
      [ACROSS, DOWN] = [5, 3];
      LEAST_ON = 0.6;
      MOST_OVER = 0.28;
      shares2 = ({ gx, gy }, area, shapes, [left2, top4, right2, bottom2]) => {
        const found = { on: 0, over: 0 };
        for (let i = 0; i < ACROSS; i += 1)
          for (let j = 0; j < DOWN; j += 1) {
            const px = gx(left2 + (right2 - left2) * i / (ACROSS - 1));
            const py = gy(top4 + (bottom2 - top4) * j / (DOWN - 1));
            if (area.holds(px, py)) found.on += 1 / (ACROSS * DOWN);
            else if (shapes.some((other2) => other2.holds(px, py))) found.over += 1 / (ACROSS * DOWN);
          }
        return found;
      };
      nameOver = (sheet3, area, shapes, alpha) => {
        const { sx, sy, occupied, said: said3, free: free2 } = sheet3;
        const { name: name5 } = area.topic;
        if (said3.has(key(name5))) return null;
        let [best, found] = [LEAST_ON, null];
        for (const spot2 of [area.room(1, 1) ?? area.middle, area.middle])
          for (const lines2 of settings(name5)) {
            const rect2 = rectOf(lines2, LEAST2, WEIGHT, sx(spot2.x), sy(spot2.y));
            if (!isIn2(rect2, free2) || !occupied.isFree(rect2)) continue;
            const { on: on4, over } = shares2(sheet3, area, shapes, rect2);
            if (on4 >= best && over <= MOST_OVER) [best, found] = [on4 + 0.01, { lines: lines2, rect: rect2 }];
          }
        if (!found) return null;
        const { lines, rect } = found;
        occupied.occupy(rect);
        said3.add(key(name5));
        write3(sheet3, lines, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, {
          ...{ weight: WEIGHT, px: LEAST2, alpha, colour: colourOf(area) },
          halo: haloOf(area)
        });
        return { text: name5, rect, area: name5, beside: true };
      };
      nameBeside = (sheet3, area, shapes, alpha) => {
        const { ctx: ctx2, sx, sy, occupied, said: said3, free: free2, box: box3 } = sheet3;
        const { name: name5 } = area.topic;
        const spot2 = area.room(1, 1) ?? area.middle;
        const [ax, ay] = [sx(spot2.x), sy(spot2.y)];
        if (said3.has(key(name5)) || !isIn2([ax, ay, ax, ay], free2)) return null;
        let found = null;
        for (const place3 of placesAround(name5, ax, ay)) {
          if (!isIn2(place3.rect, free2) || !occupied.isFree(place3.rect)) continue;
          const alone = !shapes.some((other2) => touches(sheet3, other2, place3.rect));
          if (alone || !found) found = place3;
          if (alone) break;
        }
        if (!found) return null;
        const { lines, rect } = found;
        occupied.occupy(rect);
        said3.add(key(name5));
        const colour = colourOf(area);
        ctx2.globalAlpha = 0.8 * alpha;
        ctx2.strokeStyle = colour;
        ctx2.lineWidth = 1 / box3.ratio;
        ctx2.beginPath();
        ctx2.moveTo(ax, ay);
        ctx2.lineTo(within4(rect[0], ax, rect[2]), within4(rect[1], ay, rect[3]));
        ctx2.stroke();
        write3(sheet3, lines, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, {
          ...{ weight: WEIGHT, px: LEAST2, alpha, colour, halo: own.ground }
        });
        return { text: name5, rect, area: name5, beside: true };
      };
    }
  });

  // src/levels.ts
  var papers2, usual3, ramp, OPENED, opened, at4;
  var init_levels = __esm({
    "src/levels.ts"() {
      "use strict";
      init_model();
      init_scene();
      papers2 = nodes.id.filter(isPaper).map((i) => radius[i]);
      usual3 = papers2.sort((a, b) => a - b)[papers2.length >> 1] ?? 10;
      ramp = (value, from, to) => {
        const part2 = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return part2 * part2 * (3 - 2 * part2);
      };
      OPENED = [240, 300];
      opened = (wide2) => ramp(wide2, OPENED[0], OPENED[1]);
      at4 = (zoom2, mapped) => {
        const dot2 = mapped ? usual3 * zoom2 : Infinity;
        return {
          ribbons: 1 - ramp(dot2, 3, 5),
          inside: ramp(dot2, 2, 4),
          // Lines within a topic.
          across: ramp(dot2, 4, 7),
          // Lines between topics.
          bodies: ramp(dot2, 1.2, 5),
          // The colours of nodes.
          subtopics: ramp(dot2, 2, 3.2),
          hubs: ramp(dot2, 2, 3)
        };
      };
    }
  });

  // src/labels.ts
  var labels_exports = {};
  __export(labels_exports, {
    areaNamedAt: () => areaNamedAt,
    hovered: () => hovered,
    lifted: () => lifted,
    paint: () => paint,
    painted: () => painted
  });
  var FOCUSED, ASKED, SIZES, NARROW, LEAST_NAMED, painted, urgency, ranked, nameArea, captionArea, faded, nameAreas, labelNode, paint, hovered, lifted, areaNamedAt;
  var init_labels = __esm({
    "src/labels.ts"() {
      "use strict";
      init_areas();
      init_label_beside();
      init_label_room();
      init_label_sheet();
      init_levels();
      init_model();
      init_names();
      init_scene();
      init_state();
      init_theme();
      FOCUSED = 1e9;
      ASKED = 1e8;
      SIZES = [12.5, 21];
      NARROW = 480;
      LEAST_NAMED = 20;
      painted = [];
      urgency = (i, zoom2, mapped) => {
        if (i === view.focused) return FOCUSED;
        if (i === now2.target) return ASKED;
        const onScreen = radius[i] * zoom2;
        if (view.emphasis) {
          if (!hot[i]) return 0;
          if (now2.target >= 0) return 1e6 + radius[i];
          return isPaper(i) ? onScreen > 5 ? 1e3 + radius[i] : 0 : 1e5 + radius[i];
        }
        if (isPaper(i)) return onScreen > (now2.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
        if (mapped && usual3 * zoom2 < 2) return 0;
        return onScreen > (mapped ? 5 : 2.6) || !mapped && nodes.size[i] > 40 ? 1e3 + radius[i] : 0;
      };
      ranked = (box3, mapped) => {
        const order5 = [];
        for (let i = 0; i < size; i += 1) {
          if (!shown[i] || x[i] < box3.left || x[i] > box3.right || y[i] < box3.top || y[i] > box3.bottom) continue;
          const rank = urgency(i, box3.zoom, mapped);
          if (rank > 0) order5.push([rank, i]);
        }
        return order5.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      };
      nameArea = (sheet3, area, most4, alpha) => {
        const { sx, sy, occupied, said: said3, free: free2, box: box3 } = sheet3;
        const { name: name5 } = area.topic;
        if (alpha < 0.05 || said3.has(key(name5))) return;
        const fitted = fit(area, box3.zoom, most4);
        if (!fitted) return;
        const { lines, px } = fitted;
        const [left2, top4, right2, bottom2] = rectOf(lines, px, WEIGHT, 0, 0);
        const at8 = within4(free2.left + right2, sx(fitted.x), free2.right + left2);
        const down2 = within4(free2.top + bottom2, sy(fitted.y), free2.bottom + top4);
        const rect = [at8 + left2, down2 + top4, at8 + right2, down2 + bottom2];
        const moved3 = at8 !== sx(fitted.x) || down2 !== sy(fitted.y);
        if (!isIn2(rect, free2) || !occupied.isFree(rect) || moved3 && !isInside2(sheet3, area, rect)) return;
        occupied.occupy(rect);
        said3.add(key(name5));
        painted.push({ text: name5, rect, area: name5 });
        write3(sheet3, lines, at8, down2, {
          ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
          halo: haloOf(area)
        });
      };
      captionArea = (sheet3, area, alpha) => {
        const { sx, sy, occupied, said: said3, free: free2 } = sheet3;
        const { name: name5 } = area.topic;
        const px = 13;
        if (said3.has(key(name5))) return;
        const half = widthOf(name5) * px / 2 + 4;
        const [west, east] = [
          Math.max(sx(area.left), free2.left) + half,
          Math.min(sx(area.right), free2.right) - half
        ];
        const [north, south] = [Math.max(sy(area.top), free2.top) + px, Math.min(sy(area.bottom), free2.bottom) - px];
        for (let py = north; py < south; py += 12)
          for (let px_ = west; px_ < east; px_ += 16) {
            const rect = rectOf([name5], px, WEIGHT, px_, py);
            if (!isInside2(sheet3, area, rect) || !occupied.isFree(rect)) continue;
            occupied.occupy(rect);
            said3.add(key(name5));
            painted.push({ text: name5, rect, area: name5 });
            write3(sheet3, [name5], px_, py, {
              ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
              halo: haloOf(area)
            });
            return;
          }
      };
      faded = (share2) => Math.max(0.6, share2);
      nameAreas = (sheet3, shapes) => {
        const { box: box3, wide: wide2 } = sheet3;
        const small2 = wide2 < 720 ? 0.85 : 1;
        const largest2 = Math.max(...shapes.map(({ topic: topic5 }) => topic5.papers), 1);
        const quiet4 = view.emphasis ? 0.35 : 1;
        const opened6 = (area) => {
          const level = opened(area.size * box3.zoom);
          return level && within2(area.topic).length ? level : 0;
        };
        for (const area of shapes) {
          if (area.right < box3.left || area.left > box3.right || area.bottom < box3.top || area.top > box3.bottom)
            continue;
          const loud = now2.topic === area.topic.name;
          const open6 = loud ? 1 : opened6(area);
          const most4 = small2 * (SIZES[0] + (SIZES[1] - SIZES[0]) * Math.sqrt(area.topic.papers / largest2));
          if (open6 < 0.5) nameArea(sheet3, area, most4, faded(1 - 2 * open6) * (loud ? 1 : quiet4));
          if (open6 <= 0.5) continue;
          for (const inner2 of within2(area.topic))
            nameArea(sheet3, inner2, small2 * 14, faded(2 * open6 - 1) * (loud ? 1 : quiet4));
          captionArea(sheet3, area, 2 * open6 - 1);
        }
        for (const place3 of wide2 < NARROW ? [nameOver] : [nameOver, nameBeside])
          for (const area of shapes)
            if (area.size * box3.zoom > LEAST_NAMED && !opened6(area)) {
              const label2 = place3(sheet3, area, shapes, quiet4);
              if (label2) painted.push(label2);
            }
      };
      labelNode = (sheet3, [rank, i], shapes) => {
        const { box: box3, wide: wide2, sx, sy, occupied, said: said3, free: free2 } = sheet3;
        const loud = rank >= ASKED;
        if (!loud && said3.has(key(nodes.label[i]))) return;
        const px = Math.round(2 * Math.min(15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
        const middle = !loud && shapes.size > 0 && usual3 * box3.zoom < 5;
        const weight = loud ? 650 : isPaper(i) || middle ? 400 : 550;
        const text3 = short2(nodes.label[i], loud && wide2 >= 720 ? 70 : 34);
        const under2 = radius[i] * box3.zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0) + px * 0.7;
        const half = widthOf(text3, weight) * px / 2 + 4;
        const area = view.emphasis ? void 0 : shapes.get(nodes.topic[i]);
        for (const side2 of loud ? [1] : [1, -1]) {
          const [at8, down2] = [within4(half, sx(x[i]), wide2 - half), sy(y[i]) + side2 * under2];
          const rect = rectOf([text3], px, weight, at8, down2);
          if (!loud && !(isIn2(rect, free2) && occupied.isFree(rect) && (!area || (middle ? isInside2(sheet3, area, rect) : isApart(sheet3, area, rect, shapes)))))
            continue;
          occupied.occupy(rect);
          said3.add(key(nodes.label[i]));
          painted.push({ text: text3, rect, area: "" });
          const colour = (isPaper(i) || middle) && !loud ? own.muted : own.ink;
          const halo = area && !loud ? haloOf(area) : own.ground;
          write3(sheet3, [text3], at8, down2, { weight, px, colour, halo });
          return;
        }
      };
      paint = (ctx2, box3) => {
        const list4 = ofTopics();
        const shapes = new Map(list4.map((area) => [area.topic.name, area]));
        const sheet3 = sheetOf(ctx2, box3);
        const far = list4.length > 0 && at4(box3.zoom, true).hubs < 1;
        const most4 = Math.round(sheet3.wide * sheet3.high / (far ? 4e4 : 12e3));
        painted = [];
        dress3(ctx2, box3.ratio);
        const order5 = ranked(box3, list4.length > 0);
        for (const one of order5) if (one[0] >= ASKED) labelNode(sheet3, one, shapes);
        for (const [, i] of view.emphasis ? order5.slice(0, 150) : []) {
          const arm2 = radius[i] * box3.zoom;
          const [px, py] = [sheet3.sx(x[i]), sheet3.sy(y[i])];
          sheet3.occupied.occupy([px - arm2, py - arm2, px + arm2, py + arm2]);
        }
        if (view.focused < 0) {
          const chosen4 = topic.get(now2.topic);
          const first2 = list4.find(({ topic: topic5 }) => topic5.name === (chosen4?.parent || chosen4?.name));
          nameAreas(sheet3, first2 ? [first2, ...list4.filter((area) => area !== first2)] : list4);
        }
        for (const one of order5.filter(([rank]) => rank < ASKED).slice(0, most4)) labelNode(sheet3, one, shapes);
        ctx2.restore();
      };
      hovered = (ctx2, box3, i) => {
        if (i === view.focused || i === now2.target) return;
        const sheet3 = sheetOf(ctx2, box3);
        const text3 = short2(nodes.label[i], sheet3.wide < 720 ? 34 : 70);
        const px = 13.5;
        const half = widthOf(text3, 600) * px / 2 + 8;
        const at8 = within4(half, sheet3.sx(x[i]), sheet3.wide - half);
        const down2 = sheet3.sy(y[i]) + Math.max(radius[i] * box3.zoom, 2) * 1.25 + 20;
        dress3(ctx2, box3.ratio);
        ctx2.fillStyle = own.ground;
        ctx2.globalAlpha = 0.92;
        ctx2.fillRect(at8 - half, down2 - px * 0.85, 2 * half, px * 1.7);
        write3(sheet3, [text3], at8, down2, { weight: 600, px, colour: own.ink, halo: own.ground });
        ctx2.restore();
      };
      lifted = (ctx2, box3, { topic: topic5, middle }) => {
        if (painted.some(({ area }) => area === topic5.name)) return;
        const sheet3 = sheetOf(ctx2, box3);
        const half = widthOf(topic5.name, 600) * 13 / 2;
        dress3(ctx2, box3.ratio);
        write3(sheet3, [topic5.name], within4(half, sheet3.sx(middle.x), sheet3.wide - half), sheet3.sy(middle.y), {
          ...{ weight: 600, px: 13, colour: own.ink, halo: own.ground }
        });
        ctx2.restore();
      };
      areaNamedAt = (px, py) => painted.find(
        ({ area, rect: [left2, top4, right2, bottom2] }) => area && px >= left2 && px <= right2 && py >= top4 && py <= bottom2
      )?.area ?? "";
    }
  });

  // src/dots.ts
  var APART, paper2, order2, kinds3, topicAt3, kindAt, sample, of, samples, thinned, looksAt, kept3, stale2, at5, drawn3;
  var init_dots = __esm({
    "src/dots.ts"() {
      "use strict";
      init_model();
      init_scene();
      init_state();
      init_theme();
      APART = 2.9;
      paper2 = Uint8Array.from(nodes.id, (i) => Number(isPaper(i)));
      order2 = Int32Array.from(nodes.id).sort((a, b) => paper2[b] - paper2[a] || radius[b] - radius[a] || a - b);
      kinds3 = Object.keys(KINDS);
      topicAt3 = Int32Array.from(nodes.topic, (name5) => topic.get(name5)?.rank ?? topics.length);
      kindAt = Int32Array.from(nodes.kind, (kind) => kinds3.indexOf(kind) + 1);
      sample = (zoom2) => {
        const cell4 = APART / zoom2;
        const taken = /* @__PURE__ */ new Set();
        return order2.filter((i) => {
          if (!shown[i]) return false;
          if (radius[i] > cell4) return true;
          const key4 = Math.round(x[i] / cell4) * 100003 + Math.round(y[i] / cell4);
          return !taken.has(key4) && taken.add(key4);
        });
      };
      of = shown.slice();
      samples = /* @__PURE__ */ new Map();
      thinned = (zoom2) => {
        const known3 = samples.get(zoom2);
        if (known3) return known3;
        const made7 = sample(zoom2);
        samples.set(zoom2, made7);
        return made7;
      };
      looksAt = (zoom2) => {
        const found = /* @__PURE__ */ new Map();
        const group4 = now2.colour === "topic" ? topicAt3 : kindAt;
        for (const i of thinned(zoom2)) {
          const faded2 = view.emphasis && !hot[i];
          const key4 = 4 * group4[i] + 2 * paper2[i] + Number(faded2);
          const look2 = found.get(key4);
          if (look2) look2.members.push(i);
          else found.set(key4, { colour: ofNode2(i), paper: paper2[i] === 1, faded: faded2, members: [i] });
        }
        const before3 = (p, q) => Number(q.faded) - Number(p.faded) || Number(p.paper) - Number(q.paper) || (p.colour < q.colour ? -1 : Number(p.colour > q.colour));
        return [...found.values()].sort(before3);
      };
      kept3 = /* @__PURE__ */ new Map();
      stale2 = () => {
        kept3.clear();
        if (of.every((value, i) => value === shown[i])) return;
        of = shown.slice();
        samples.clear();
      };
      at5 = (zoom2) => {
        const step4 = Math.min(4, Math.floor(2 * Math.log2(Math.max(zoom2, 1e-6))));
        const known3 = kept3.get(step4);
        if (known3) return known3;
        const made7 = looksAt(2 ** (step4 / 2));
        kept3.set(step4, made7);
        return made7;
      };
      drawn3 = (zoom2) => at5(zoom2).reduce((sum, { members }) => sum + members.length, 0);
    }
  });

  // src/raster.ts
  var canvas, ctx, image, words, cover, quads, lined, open, wide, high, left, top2, right, bottom, ink, strength, dip, begin, touch, line3, endLines, QUARTERS, stamps, stampOf, mixed2, dot, put, flush2, serves;
  var init_raster = __esm({
    "src/raster.ts"() {
      "use strict";
      canvas = document.createElement("canvas");
      ctx = canvas.getContext("2d");
      image = new ImageData(1, 1);
      words = new Uint32Array(image.data.buffer);
      cover = new Uint8Array(4);
      quads = new Uint32Array(cover.buffer);
      lined = false;
      open = false;
      wide = 1;
      high = 1;
      [left, top2, right, bottom] = [0, 0, 0, 0];
      ink = 0;
      strength = 255;
      dip = (colour, alpha) => {
        const [r, g, b] = [1, 3, 5].map((at8) => Number.parseInt(colour.slice(at8, at8 + 2), 16));
        ink = r | g << 8 | b << 16;
        strength = Math.round(255 * Math.min(1, alpha));
      };
      begin = ({ width: width2, height: height3 }) => {
        if (open) return;
        if (width2 > wide || height3 > high) {
          [wide, high] = [Math.ceil(Math.max(wide, width2) / 4) * 4, Math.max(high, height3)];
          image = new ImageData(wide, high);
          words = new Uint32Array(image.data.buffer);
          cover = new Uint8Array(wide * high);
          quads = new Uint32Array(cover.buffer);
          canvas.width = wide;
          canvas.height = high;
        }
        [left, top2, right, bottom] = [wide, high, 0, 0];
        open = true;
      };
      touch = (west, north, east, south) => {
        if (west < left) left = Math.max(0, Math.floor(west));
        if (north < top2) top2 = Math.max(0, Math.floor(north));
        if (east > right) right = Math.min(wide, Math.ceil(east));
        if (south > bottom) bottom = Math.min(high, Math.ceil(south));
      };
      line3 = (fromX, fromY, toX, toY) => {
        const steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
        const flip = steep ? fromY > toY : fromX > toX;
        const ax = flip ? steep ? toY : toX : steep ? fromY : fromX;
        const ay = flip ? steep ? toX : toY : steep ? fromX : fromY;
        const bx = flip ? steep ? fromY : fromX : steep ? toY : toX;
        const by = flip ? steep ? fromX : fromY : steep ? toX : toY;
        const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
        const most4 = (steep ? wide : high) - 1;
        if (slope === 0 && (ay < 0 || ay >= most4)) return;
        const enter = slope === 0 ? -Infinity : ax - ay / slope;
        const leave3 = slope === 0 ? Infinity : ax + (most4 - 0.01 - ay) / slope;
        const first2 = Math.ceil(Math.max(0, ax, Math.min(enter, leave3)));
        const last2 = Math.floor(Math.min((steep ? high : wide) - 1, bx, Math.max(enter, leave3)));
        if (first2 > last2) return;
        lined = true;
        const [low, up] = [Math.min(ay, by) - 1, Math.max(ay, by) + 2];
        if (steep) touch(low, first2, up, last2 + 1);
        else touch(first2, low, last2 + 1, up);
        const [on4, full] = [cover, strength];
        const onward = steep ? wide : 1;
        const aside3 = steep ? 1 : wide;
        let across3 = ay + slope * (first2 - ax);
        for (let along = first2; along <= last2; along += 1) {
          const base = across3 | 0;
          const share2 = (across3 - base) * full + 0.5 | 0;
          const at8 = along * onward + base * aside3;
          on4[at8] += (255 - on4[at8]) * (full - share2) >> 8;
          on4[at8 + aside3] += (255 - on4[at8 + aside3]) * share2 >> 8;
          across3 += slope;
        }
      };
      endLines = () => {
        if (!lined) return;
        const [on4, out, four, colour] = [cover, words, quads, ink];
        for (let y2 = top2; y2 < bottom; y2 += 1)
          for (let quad = y2 * wide + left >> 2, end2 = y2 * wide + right + 3 >> 2; quad < end2; quad += 1) {
            if (four[quad] === 0) continue;
            for (let at8 = 4 * quad; at8 < 4 * quad + 4; at8 += 1) if (on4[at8]) out[at8] = colour | on4[at8] << 24;
            four[quad] = 0;
          }
        lined = false;
      };
      QUARTERS = 4;
      stamps = /* @__PURE__ */ new Map();
      stampOf = (shape2, radius2, dx, dy) => {
        const key4 = (Math.round(radius2 * QUARTERS) * QUARTERS + dx) * QUARTERS + dy;
        let own2 = stamps.get(shape2);
        if (!own2) {
          own2 = /* @__PURE__ */ new Map();
          stamps.set(shape2, own2);
        }
        const known3 = own2.get(key4);
        if (known3) return known3;
        const size4 = Math.round(radius2 * QUARTERS) / QUARTERS;
        const arm2 = Math.ceil(size4 * shape2.reach) + 1;
        const side2 = 2 * arm2 + 1;
        const share2 = new Uint8Array(side2 * side2);
        const spans = new Uint8Array(2 * side2);
        for (let y2 = 0; y2 < side2; y2 += 1)
          for (let x2 = 0; x2 < side2; x2 += 1) {
            const far = shape2.distance(
              (x2 + 0.5 - arm2 - dx / QUARTERS) / size4,
              (y2 + 0.5 - arm2 - dy / QUARTERS) / size4
            );
            const part2 = Math.round(255 * Math.max(0, Math.min(1, (1 - far) * size4 + 0.5)));
            share2[y2 * side2 + x2] = part2;
            if (!part2) continue;
            if (!spans[2 * y2 + 1]) spans[2 * y2] = x2;
            spans[2 * y2 + 1] = x2 + 1;
          }
        const made7 = { side: side2, share: share2, spans };
        own2.set(key4, made7);
        return made7;
      };
      mixed2 = (old, colour, share2) => {
        const under2 = (old >>> 24) * (255 - share2);
        const sum = 255 * share2 + under2;
        const part2 = old >>> 24 === 255 ? share2 + (share2 >> 7) : 65280 * share2 / sum | 0;
        const rest4 = 256 - part2;
        const sides = Math.imul(colour & 16711935, part2) + Math.imul(old & 16711935, rest4) >>> 8 & 16711935;
        const middle = Math.imul(colour & 65280, part2) + Math.imul(old & 65280, rest4) >>> 8 & 65280;
        return sides | middle | (sum / 255 | 0) << 24;
      };
      dot = (px, py, radius2, shape2) => {
        const far = 1.4 * radius2 + 2;
        if (px < -far || py < -far || px > wide + far || py > high + far) return;
        const [x0, y0] = [Math.floor(px), Math.floor(py)];
        const { side: side2, share: share2, spans } = stampOf(
          shape2,
          radius2,
          Math.floor((px - x0) * QUARTERS),
          Math.floor((py - y0) * QUARTERS)
        );
        const arm2 = (side2 - 1) / 2;
        const [west, north] = [x0 - arm2, y0 - arm2];
        if (west >= wide || north >= high || west + side2 <= 0 || north + side2 <= 0) return;
        touch(west, north, west + side2, north + side2);
        const [firstX, endX] = [Math.max(0, -west), Math.min(side2, wide - west)];
        const [firstY, endY] = [Math.max(0, -north), Math.min(side2, high - north)];
        const [out, colour, much] = [words, ink, strength];
        const full = colour | 255 << 24;
        for (let y2 = firstY; y2 < endY; y2 += 1) {
          const first2 = Math.max(firstX, spans[2 * y2]);
          let at8 = (north + y2) * wide + west + first2;
          const end2 = y2 * side2 + Math.min(endX, spans[2 * y2 + 1]);
          for (let from = y2 * side2 + first2; from < end2; from += 1, at8 += 1) {
            const part2 = much === 255 ? share2[from] : (share2[from] * much + 127) / 255 | 0;
            if (part2 === 255) out[at8] = full;
            else if (part2 !== 0) out[at8] = out[at8] === 0 ? colour | part2 << 24 : mixed2(out[at8], colour, part2);
          }
        }
      };
      put = (on4) => {
        endLines();
        open = false;
        const [width2, height3] = [right - left, bottom - top2];
        if (width2 <= 0 || height3 <= 0) return;
        ctx.putImageData(image, 0, 0, left, top2, width2, height3);
        on4.save();
        on4.setTransform(1, 0, 0, 1, 0, 0);
        on4.globalAlpha = 1;
        on4.drawImage(canvas, left, top2, width2, height3, left, top2, width2, height3);
        on4.restore();
        for (let y2 = top2; y2 < bottom; y2 += 1) words.fill(0, y2 * wide + left, y2 * wide + right);
      };
      flush2 = (pen) => {
        if (open && pen instanceof CanvasRenderingContext2D) put(pen);
      };
      serves = (pen, count5) => pen instanceof CanvasRenderingContext2D && count5 > 400;
    }
  });

  // src/ribbons.ts
  var MOST4, rankAt, paper3, linked2, compute3, made2, current2;
  var init_ribbons = __esm({
    "src/ribbons.ts"() {
      "use strict";
      init_lines();
      init_model();
      MOST4 = 2;
      rankAt = Int32Array.from(nodes.topic, (name5) => topic.get(name5)?.rank ?? -1);
      paper3 = Uint8Array.from(nodes.id, (i) => Number(isPaper(i)));
      linked2 = () => {
        const { count: count5, a, b, weight, apart } = now5;
        const sums2 = new Float64Array(topics.length ** 2);
        const counts5 = new Float64Array(topics.length ** 2);
        let found = 0;
        for (let line7 = 0; line7 < count5; line7 += 1) {
          if (!apart[line7]) continue;
          const p = rankAt[a[line7]];
          const q = rankAt[b[line7]];
          if (p < 0 || q < 0) continue;
          const pair2 = Math.min(p, q) * topics.length + Math.max(p, q);
          counts5[pair2] += 1;
          if (!paper3[a[line7]] || !paper3[b[line7]]) continue;
          sums2[pair2] += weight[line7];
          found += 1;
        }
        return found ? sums2 : counts5;
      };
      compute3 = () => {
        const sums2 = linked2();
        const own2 = topics.map(() => []);
        sums2.forEach((strength2, pair2) => {
          if (!strength2) return;
          const ribbon = { from: Math.floor(pair2 / topics.length), to: pair2 % topics.length, strength: strength2 };
          own2[ribbon.from].push(ribbon);
          own2[ribbon.to].push(ribbon);
        });
        const kept4 = new Set(own2.flatMap((list4) => list4.sort((p, q) => q.strength - p.strength).slice(0, MOST4)));
        const most4 = Math.max(...[...kept4].map(({ strength: strength2 }) => strength2));
        return [...kept4].map((ribbon) => ({ ...ribbon, strength: ribbon.strength / most4 })).sort((p, q) => p.strength - q.strength);
      };
      made2 = null;
      current2 = () => {
        const { a: of3 } = now5;
        if (made2?.of !== of3) made2 = { of: of3, ribbons: compute3() };
        return made2.ribbons;
      };
    }
  });

  // src/strokes.ts
  var HAIRLINES, WIDE, SAMPLE, MOST5, WIDEST, each, stroke, hairline, faintness, lookOf, sampled, faint, hot2, between3;
  var init_strokes = __esm({
    "src/strokes.ts"() {
      "use strict";
      init_areas();
      init_levels();
      init_lines();
      init_model();
      init_model();
      init_raster();
      init_ribbons();
      init_scene();
      init_state();
      init_theme();
      init_theme();
      HAIRLINES = 200;
      WIDE = 20;
      SAMPLE = 2e5;
      MOST5 = 4e5;
      WIDEST = 9;
      each = (box3, [first2, end2, step4], wanted, whole6, act) => {
        const { a, b } = now5;
        const { left: left2, top: top4, right: right2, bottom: bottom2 } = box3;
        const inView = (i) => x[i] >= left2 && x[i] <= right2 && y[i] >= top4 && y[i] <= bottom2;
        for (let line7 = first2; line7 < end2; line7 += step4) {
          if (!wanted(line7)) continue;
          const p = a[line7];
          const q = b[line7];
          if (x[p] < left2 && x[q] < left2 || x[p] > right2 && x[q] > right2) continue;
          if (y[p] < top4 && y[q] < top4 || y[p] > bottom2 && y[q] > bottom2) continue;
          if (whole6 && !(inView(p) && inView(q))) continue;
          act(p, q);
        }
      };
      stroke = (ctx2, box3, rows3, wanted, whole6 = false) => {
        const batch = ctx2.lineWidth * box3.zoom * box3.ratio > 1.001 ? WIDE : HAIRLINES;
        let open6 = 0;
        ctx2.beginPath();
        each(box3, rows3, wanted, whole6, (p, q) => {
          ctx2.moveTo(x[p], y[p]);
          ctx2.lineTo(x[q], y[q]);
          open6 += 1;
          if (open6 % batch) return;
          ctx2.stroke();
          ctx2.beginPath();
        });
        ctx2.stroke();
      };
      hairline = (ctx2, box3, width2, alpha) => {
        const thin2 = Math.min(width2, 1 / box3.ratio);
        ctx2.lineWidth = thin2 / box3.zoom;
        ctx2.globalAlpha = Math.min(1, alpha * width2 / thin2);
      };
      faintness = (name5) => name5 === "beside" ? 0.4 : RELATIONS[name5]?.background ? 0.25 : 0.7;
      lookOf = ({ name: name5, strength: strength2 }) => name5 === "related" ? [0.6 + 0.8 * strength2, 0.3 + 0.55 * strength2] : [0.8, faintness(name5)];
      sampled = (box3, wanted, most4) => {
        let length = 0;
        const [wide2, high3] = [box3.right - box3.left, box3.bottom - box3.top];
        each(box3, [0, now5.count, 1], wanted, false, (p, q) => {
          length += Math.max(Math.min(wide2, Math.abs(x[p] - x[q])), Math.min(high3, Math.abs(y[p] - y[q])));
        });
        return Math.ceil(length * box3.matrix.a / most4) || 1;
      };
      faint = (ctx2, box3, moving2) => {
        const mapped = ofTopics().length > 0;
        const { inside: inside2, across: across3 } = at4(box3.zoom, mapped);
        const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now5.count, 1)) ** 0.7));
        const near2 = ramp(usual3 * box3.zoom, 3, 14);
        const strong = crowd + (Math.max(crowd, 0.6) - crowd) * near2;
        const { hot: lineHot, apart } = now5;
        const { a, d, e, f } = box3.matrix;
        const pixels = serves(ctx2, now5.count);
        const colour = tint(own.edge, 1);
        ctx2.strokeStyle = colour;
        if (pixels) begin(ctx2.canvas);
        const wantedAt = (line7) => apart[line7] === 0 || across3 > 0.02;
        const most4 = (moving2 || view.emphasis ? SAMPLE : MOST5) * Math.max(inside2, across3);
        const step4 = inside2 < 0.02 ? 1 : sampled(box3, wantedAt, most4);
        for (const range2 of now5.ranges) {
          const rows3 = [range2.first, range2.end, step4];
          const [width2, alpha] = lookOf(range2);
          const plain4 = alpha * strong * (view.emphasis ? 0.25 : 1) * Math.min(2, step4 ** 0.5);
          for (const far of [1, 0]) {
            const level = far && mapped ? across3 : inside2;
            if (level < 0.02) continue;
            hairline(ctx2, box3, width2, plain4 * level);
            const wanted = (line7) => apart[line7] === far && !(view.emphasis && lineHot[line7]);
            if (!pixels) stroke(ctx2, box3, rows3, wanted, far === 1 && mapped);
            else {
              dip(colour, ctx2.globalAlpha * ctx2.lineWidth * box3.zoom * box3.ratio);
              each(
                box3,
                rows3,
                wanted,
                far === 1 && mapped,
                (p, q) => line3(x[p] * a + e, y[p] * d + f, x[q] * a + e, y[q] * d + f)
              );
            }
          }
        }
        endLines();
        ctx2.globalAlpha = 1;
      };
      hot2 = (ctx2, box3) => {
        if (!view.emphasis) return;
        flush2(ctx2);
        const { a, b, count: count5, ranges, hot: lineHot } = now5;
        const unfocused = view.focused < 0;
        const path2 = now2.target >= 0;
        if (unfocused && !path2) hairline(ctx2, box3, 0.9, 0.35);
        else ctx2.lineWidth = (path2 ? 3 : 1.5) / box3.zoom;
        const thin2 = ctx2.globalAlpha;
        const end2 = (line7) => nodes.kind[view.focused === b[line7] || isPaper(b[line7]) ? a[line7] : b[line7]];
        for (const kind of Object.keys(KINDS)) {
          ctx2.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx2.globalAlpha = path2 ? 1 : unfocused ? thin2 : 0.8;
          const wanted = (line7) => lineHot[line7] > 0 && end2(line7) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx2, box3, [0, count5, 1], wanted);
          else
            for (const range2 of ranges) {
              ctx2.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
              stroke(ctx2, box3, [range2.first, range2.end, 1], wanted);
            }
        }
        ctx2.globalAlpha = 1;
      };
      between3 = (ctx2, box3) => {
        const shapes = ofTopics();
        const level = at4(box3.zoom, shapes.length > 0).ribbons * (view.emphasis ? 0.3 : 1);
        if (level < 0.02) return;
        const byRank = new Map(shapes.map((area) => [area.topic.rank, area.middle]));
        ctx2.strokeStyle = own.edge;
        for (const { from, to, strength: strength2 } of current2()) {
          const [p, q] = [byRank.get(from), byRank.get(to)];
          if (!p || !q) continue;
          ctx2.globalAlpha = level * (0.16 + 0.2 * strength2);
          ctx2.lineWidth = (1.2 + (WIDEST - 1.2) * Math.sqrt(strength2)) / box3.zoom;
          const bend = 0.14;
          ctx2.beginPath();
          ctx2.moveTo(p.x, p.y);
          ctx2.quadraticCurveTo(
            (p.x + q.x) / 2 - bend * (q.y - p.y),
            (p.y + q.y) / 2 + bend * (q.x - p.x),
            q.x,
            q.y
          );
          ctx2.stroke();
        }
        ctx2.globalAlpha = 1;
      };
    }
  });

  // src/paint.ts
  var paint_exports = {};
  __export(paint_exports, {
    all: () => all2,
    counts: () => counts3,
    frame: () => frame,
    layers: () => layers,
    overlay: () => overlay,
    stale: () => stale3
  });
  var BATCH, COARSE, SPECK, SHEER, LEAST3, frame, isOut2, colourOf2, ground, grounds, shapeOf, asPixels, around3, asPaths, bodies, ring, stale3, all2, overlay, layers, counts3;
  var init_paint = __esm({
    "src/paint.ts"() {
      "use strict";
      init_areas();
      init_dots();
      init_labels();
      init_levels();
      init_model();
      init_model();
      init_raster();
      init_scene();
      init_shapes();
      init_state();
      init_strokes();
      init_theme();
      init_theme();
      BATCH = 200;
      COARSE = 16;
      SPECK = 1.6;
      SHEER = 0.85;
      LEAST3 = [1, 1.45];
      frame = (ctx2, ratio, free2) => {
        const { a, d, e, f } = ctx2.getTransform();
        const matrix = { a, d, e, f };
        return {
          matrix,
          ratio,
          free: free2,
          zoom: matrix.a / ratio,
          left: -matrix.e / matrix.a,
          top: -matrix.f / matrix.d,
          right: (ctx2.canvas.width - matrix.e) / matrix.a,
          bottom: (ctx2.canvas.height - matrix.f) / matrix.d
        };
      };
      isOut2 = ({ left: left2, right: right2, top: top4, bottom: bottom2 }, box3) => right2 < box3.left || left2 > box3.right || bottom2 < box3.top || top4 > box3.bottom;
      colourOf2 = ({ topic: topic5 }) => now2.colour === "topic" ? ofTopic(topic5.name) : own.muted;
      ground = (ctx2, box3, list4, strong, alpha) => {
        if (!list4.length) return;
        const [area] = list4;
        const loud = now2.topic === area.topic.name ? 1.8 : view.emphasis ? 0.45 : 1;
        ctx2.beginPath();
        for (const one of list4) trace(ctx2, one);
        ctx2.fillStyle = tint(colourOf2(area), strong * loud);
        ctx2.globalAlpha = alpha;
        ctx2.fill();
        ctx2.strokeStyle = tint(colourOf2(area), 2.4 * strong * loud);
        ctx2.lineWidth = 1 / box3.ratio / box3.zoom;
        ctx2.stroke();
      };
      grounds = (ctx2, box3) => {
        const shapes = ofTopics();
        const { subtopics, ribbons: under2 } = at4(box3.zoom, true);
        const plain4 = own.dark ? 0.2 : 0.15;
        for (const area of shapes) {
          if (isOut2(area, box3)) continue;
          if (under2 > 0.02) ground(ctx2, box3, [area], plain4, SHEER);
          else ground(ctx2, box3, [area], plain4 * SHEER, 1);
          const loud = now2.topic !== "" && topic.get(now2.topic)?.rank === area.topic.rank;
          const level = Math.min(subtopics, loud ? 1 : opened(area.size * box3.zoom));
          if (level < 0.05) continue;
          const inner2 = within2(area.topic).filter((one) => !isOut2(one, box3));
          const isChosen2 = ({ topic: topic5 }) => topic5.name === now2.topic;
          ground(
            ctx2,
            box3,
            inner2.filter((one) => !isChosen2(one)),
            plain4 + 0.07,
            level
          );
          ground(ctx2, box3, inner2.filter(isChosen2), plain4 + 0.07, level);
          ctx2.globalAlpha = 1;
        }
      };
      shapeOf = (i) => SHAPES[nodes.shape[i]] || SHAPES.dot;
      asPixels = (_, box3, members, least2) => {
        const { a, d, e, f } = box3.matrix;
        for (const i of members) {
          const seen = radius[i] * box3.zoom;
          const shape2 = seen < SPECK ? SHAPES.dot : shapeOf(i);
          dot(x[i] * a + e, y[i] * d + f, Math.max(seen, least2) * box3.ratio, shape2);
        }
      };
      around3 = (i) => {
        const arm2 = radius[i] * 1.3;
        return { left: x[i] - arm2, right: x[i] + arm2, top: y[i] - arm2, bottom: y[i] + arm2 };
      };
      asPaths = (ctx2, box3, members, least2) => {
        for (let first2 = 0; first2 < members.length; first2 += BATCH) {
          ctx2.beginPath();
          for (const i of members.slice(first2, first2 + BATCH)) {
            if (isOut2(around3(i), box3)) continue;
            const shape2 = radius[i] * box3.zoom < SPECK ? SHAPES.dot : shapeOf(i);
            shape2.trace(ctx2, x[i], y[i], Math.max(radius[i], least2 / box3.zoom));
          }
          ctx2.fill();
        }
      };
      bodies = (ctx2, box3) => {
        const mapped = ofTopics().length > 0;
        const level = at4(box3.zoom, mapped).bodies;
        const looks = at5(box3.zoom);
        const pixels = usual3 * box3.zoom * box3.ratio < COARSE && serves(ctx2, drawn3(box3.zoom));
        if (pixels) begin(ctx2.canvas);
        else flush2(ctx2);
        for (const { colour, paper: paper4, faded: faded2, members } of looks) {
          const palest = paper4 ? 0.65 : now2.colour === "kind" ? 0.55 : 0.4;
          const most4 = now2.colour === "kind" ? 1 : paper4 ? 0.95 : 0.7;
          const strength2 = tint(colour, palest + (most4 - palest) * level);
          ctx2.globalAlpha = faded2 ? 0.15 : 1;
          ctx2.fillStyle = strength2;
          dip(strength2, ctx2.globalAlpha);
          (pixels ? asPixels : asPaths)(ctx2, box3, members, LEAST3[Number(paper4)]);
        }
        if (pixels) put(ctx2);
        ctx2.globalAlpha = 1;
      };
      ring = (ctx2, box3, i, colour) => {
        if (i < 0 || !shown[i]) return;
        ctx2.beginPath();
        ctx2.arc(x[i], y[i], Math.max(radius[i], 1.6 / box3.zoom) * 1.25 + 3.5 / box3.zoom, 0, 2 * Math.PI);
        ctx2.strokeStyle = colour;
        ctx2.lineWidth = 2 / box3.zoom;
        ctx2.stroke();
      };
      stale3 = () => {
        stale2();
        stale();
      };
      all2 = (ctx2, { ratio = window.devicePixelRatio || 1, moving: moving2 = false, free: free2 = null } = {}) => {
        if (!moving2) complete();
        const box3 = frame(ctx2, ratio, free2);
        between3(ctx2, box3);
        grounds(ctx2, box3);
        faint(ctx2, box3, moving2);
        hot2(ctx2, box3);
        bodies(ctx2, box3);
        for (const i of /* @__PURE__ */ new Set([view.focused, now2.target])) ring(ctx2, box3, i, own.ink);
        paint(ctx2, box3);
      };
      overlay = (ctx2, { ratio = window.devicePixelRatio || 1 } = {}) => {
        const box3 = frame(ctx2, ratio, null);
        const { hovered: hovered3, lifted: lifted2 } = view;
        const area = [...ofTopics(), ...ofTopics().flatMap(({ topic: topic5 }) => made(topic5))].find(
          ({ topic: topic5 }) => topic5.name === lifted2
        );
        if (area) {
          ctx2.beginPath();
          trace(ctx2, area);
          ctx2.fillStyle = ctx2.strokeStyle = ofTopic(lifted2);
          ctx2.globalAlpha = 0.1;
          ctx2.fill();
          ctx2.globalAlpha = 1;
          ctx2.lineWidth = 1.5 / box3.zoom;
          ctx2.stroke();
        }
        if (area) lifted(ctx2, box3, area);
        if (hovered3 < 0 || !shown[hovered3]) return;
        ctx2.beginPath();
        (SHAPES[nodes.shape[hovered3]] || SHAPES.dot).trace(
          ctx2,
          x[hovered3],
          y[hovered3],
          Math.max(radius[hovered3], 2.2 / box3.zoom)
        );
        ctx2.fillStyle = ofNode2(hovered3);
        ctx2.fill();
        if (hovered3 !== view.focused) ring(ctx2, box3, hovered3, own.muted);
        hovered(ctx2, box3, hovered3);
      };
      layers = {
        frame,
        between: between3,
        grounds,
        faint,
        hot: hot2,
        bodies,
        labels: paint
      };
      counts3 = { drawn: drawn3, total: size };
    }
  });

  // src/still.ts
  var LEAST_COVERED, sheet, inner, at6, rough, stale4, isAt, paintSheet, placed, covered, show3;
  var init_still = __esm({
    "src/still.ts"() {
      "use strict";
      init_paint();
      init_theme();
      LEAST_COVERED = 0.55;
      sheet = document.createElement("canvas");
      inner = sheet.getContext("2d", { alpha: false });
      at6 = null;
      rough = false;
      stale4 = () => {
        at6 = null;
      };
      isAt = ({ a, e, f }) => at6?.a === a && at6.e === e && at6.f === f;
      paintSheet = (matrix, moving2, free2) => {
        inner.setTransform(1, 0, 0, 1, 0, 0);
        inner.globalAlpha = 1;
        inner.fillStyle = own.ground;
        inner.fillRect(0, 0, sheet.width, sheet.height);
        inner.setTransform(matrix.a, 0, 0, matrix.d, matrix.e, matrix.f);
        all2(inner, { moving: moving2, free: free2 });
        at6 = { a: matrix.a, d: matrix.d, e: matrix.e, f: matrix.f };
        rough = moving2;
      };
      placed = (from, to) => {
        const scale = to.a / from.a;
        return { scale, left: to.e - from.e * scale, top: to.f - from.f * scale };
      };
      covered = ({ scale, left: left2, top: top4 }) => {
        const { width: width2, height: height3 } = sheet;
        const across3 = Math.min(width2, left2 + width2 * scale) - Math.max(0, left2);
        const down2 = Math.min(height3, top4 + height3 * scale) - Math.max(0, top4);
        return Math.max(0, across3) * Math.max(0, down2) / (width2 * height3);
      };
      show3 = (ctx2, moving2, free2) => {
        const matrix = ctx2.getTransform();
        const { width: width2, height: height3 } = ctx2.canvas;
        if (!width2 || !height3) return;
        if (sheet.width !== width2 || sheet.height !== height3) {
          sheet.width = width2;
          sheet.height = height3;
          at6 = null;
        }
        if (!at6 || !moving2 && (rough || !isAt(matrix))) paintSheet(matrix, moving2, free2);
        let place3 = placed(at6 ?? matrix, matrix);
        if (moving2 && (covered(place3) < LEAST_COVERED || place3.scale > 4)) {
          paintSheet(matrix, true, free2);
          place3 = placed(matrix, matrix);
        }
        const { scale, left: left2, top: top4 } = place3;
        ctx2.save();
        ctx2.setTransform(1, 0, 0, 1, 0, 0);
        ctx2.imageSmoothingEnabled = scale !== 1;
        if (scale === 1) ctx2.drawImage(sheet, Math.round(left2), Math.round(top4));
        else ctx2.drawImage(sheet, left2, top4, width2 * scale, height3 * scale);
        ctx2.restore();
        overlay(ctx2);
      };
    }
  });

  // src/draw.ts
  var draw_exports = {};
  __export(draw_exports, {
    camera: () => camera2,
    fit: () => fit2,
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
    refilter: () => refilter,
    reframe: () => reframe,
    repaint: () => repaint,
    restyle: () => restyle,
    view: () => view3,
    zoom: () => zoom
  });
  var container, main, quiet, ARRIVE, moving, settle, touched2, following2, moved, overlays, hoverers, stretch2, rest3, unsettle, stir, clear2, canvas2, repaint, refilter, under, redraw, hover, onHover, onPaint, move, MOST_FIT, fit2, FAR, BEYOND, follow2, nearTo, toLayout, fromLayout, layoutAt, goTo, whole2, wholeZoom, camera2, place, SIDES, seat, reseat, reframe, isInSight, zoom, restyle, onPick, onMoved, position, view3, freeCorners, free, hasArrived;
  var init_draw = __esm({
    "src/draw.ts"() {
      "use strict";
      init_areas();
      init_camera();
      init_dom();
      init_labels();
      init_levels();
      init_lines();
      init_model();
      init_neighbourhood();
      init_paint();
      init_result();
      init_scene();
      init_scene();
      init_state();
      init_still();
      init_theme();
      container = byId("canvas");
      main = container.parentElement;
      quiet = matchMedia("(prefers-reduced-motion: reduce)");
      ARRIVE = 350;
      moving = false;
      settle = 0;
      touched2 = false;
      following2 = false;
      moved = () => {
      };
      overlays = [];
      hoverers = [];
      stretch2 = () => {
        container.style.height = `${main.clientHeight + byId("chips").offsetHeight}px`;
      };
      stretch2();
      new ResizeObserver(stretch2).observe(main);
      compute(now2);
      compute2(now2);
      rest3 = () => {
        if (!advance()) {
          settle = window.setTimeout(rest3);
          return;
        }
        if (follow2()) return;
        moving = following2 = false;
        canvas2.redraw();
        moved();
      };
      unsettle = (flight = 0) => {
        moving = true;
        clearTimeout(settle);
        settle = window.setTimeout(rest3, 160 + flight);
      };
      stir = (flight = 0) => {
        touched2 ||= !following2;
        unsettle(flight);
      };
      clear2 = () => {
        const whole6 = container.getBoundingClientRect();
        const seen = main.getBoundingClientRect().top - whole6.top;
        const free2 = { left: 24, top: seen + 24, right: whole6.width - 24, bottom: whole6.height - 24 };
        for (const id2 of ["card", "left"]) {
          const panel10 = byId(id2);
          const rect = panel10.getBoundingClientRect();
          if (panel10.hidden || rect.height < 60 || rect.width > whole6.width * 0.8 && rect.top < whole6.top + 90)
            continue;
          if (rect.width > whole6.width * 0.8) free2.bottom = Math.min(free2.bottom, rect.top - whole6.top - 12);
          else if (rect.left - whole6.left > whole6.width / 2)
            free2.right = Math.min(free2.right, rect.left - whole6.left - 12);
          else if (whole6.width > 720) free2.left = Math.max(free2.left, rect.right - whole6.left + 12);
        }
        const note3 = document.getElementById("part")?.getBoundingClientRect();
        if (note3?.height) free2.bottom = Math.min(free2.bottom, note3.top - whole6.top - 12);
        if (document.body.dataset.size === "phone") free2.top = seen + 64;
        return {
          free: free2,
          wide: Math.max(40, free2.right - free2.left),
          high: Math.max(40, free2.bottom - free2.top),
          middle: {
            x: (free2.left + free2.right - whole6.width) / 2,
            y: (free2.top + free2.bottom - whole6.height) / 2
          }
        };
      };
      canvas2 = cameraIn(container, {
        onPaint: (ctx2) => {
          show3(ctx2, moving, clear2().free);
          for (const overlay2 of overlays) overlay2(ctx2, canvas2.now().zoom);
        },
        onMove: () => stir()
      });
      canvas2.frame.tabIndex = 0;
      canvas2.frame.setAttribute("role", "application");
      canvas2.frame.setAttribute(
        "aria-label",
        "Graph. Arrow keys move it, plus and minus zoom; the search box and the table reach every node."
      );
      repaint = () => {
        stale3();
        stale4();
        canvas2.redraw();
      };
      refilter = () => {
        stale3();
        stale4();
        unsettle();
        requestAnimationFrame(canvas2.redraw);
      };
      under = (point3, slack) => {
        const { zoom: zoom2 } = canvas2.now();
        const named6 = areaNamedAt(point3.x, point3.y);
        const { x: px, y: py } = canvas2.toGraph(point3);
        const reach = ofTopics().length && usual3 * zoom2 < 3 ? 0 : slack;
        const node2 = named6 ? -1 : pick(px, py, Math.max(reach, 0.01) / zoom2);
        if (named6 || node2 >= 0) return { node: node2, topic: named6 };
        const area = at2(ofTopics(), px, py);
        const finer = area && at4(zoom2, true).subtopics > 0.5 ? at2(made(area.topic), px, py) : area;
        return { node: -1, topic: (finer ?? area)?.topic.name ?? "" };
      };
      redraw = () => canvas2.redraw();
      hover = (node2, topic5 = "") => {
        container.classList.toggle("over-node", node2 >= 0 || topic5 !== "");
        if (node2 === view.hovered && topic5 === view.lifted) return;
        view.hovered = node2;
        view.lifted = topic5;
        canvas2.redraw();
        for (const listener of hoverers) listener(node2);
      };
      onHover = (listener) => {
        hoverers.push(listener);
      };
      onPaint = (overlay2) => {
        overlays.push(overlay2);
      };
      container.addEventListener("pointermove", (event) => {
        if (event.pointerType === "touch" || event.buttons) return;
        const box3 = container.getBoundingClientRect();
        const { node: node2, topic: topic5 } = under({ x: event.clientX - box3.left, y: event.clientY - box3.top }, 4);
        hover(node2, topic5);
      });
      container.addEventListener("pointerleave", () => hover(-1));
      move = (goal, animated, offset = clear2().middle, follows = false) => {
        following2 = follows;
        const flight = animated && !quiet.matches ? ARRIVE : 0;
        canvas2.moveTo(goal, offset, flight);
        if (animated) stir(flight);
      };
      MOST_FIT = 1.4;
      fit2 = (members = nodes.id, { animated = true, most: most4 = MOST_FIT, pad = 0, follows = false } = {}) => {
        const box3 = bounds(members);
        const { wide: wide2, high: high3, middle } = clear2();
        if (!box3) return;
        const zoom2 = Math.min(
          Math.max(40, wide2 - 2 * pad) / Math.max(1, box3.right - box3.left),
          Math.max(40, high3 - 2 * pad) / Math.max(1, box3.bottom - box3.top),
          most4
        );
        const goal = { x: (box3.left + box3.right) / 2, y: (box3.top + box3.bottom) / 2, zoom: zoom2 };
        move(goal, animated, middle, follows);
      };
      FAR = 0.6;
      BEYOND = 1.05;
      follow2 = () => {
        const box3 = touched2 || following2 || now2.main !== "map" ? null : bounds(nodes.id);
        if (!box3) return false;
        const [{ wide: wide2, high: high3, free: free2 }, { zoom: zoom2 }] = [clear2(), canvas2.now()];
        const [across3, down2] = [(box3.right - box3.left) * zoom2, (box3.bottom - box3.top) * zoom2];
        const corner = canvas2.toPage({ x: box3.left, y: box3.top });
        const isBeyond = Math.max(across3 / wide2, down2 / high3) > BEYOND || corner.x + across3 < free2.left || corner.x > free2.right || corner.y + down2 < free2.top || corner.y > free2.bottom;
        const isSmall = Math.max(across3 / wide2, down2 / high3) < FAR && zoom2 < MOST_FIT * FAR;
        if (!isBeyond && !isSmall) return false;
        fit2(void 0, { follows: true });
        return true;
      };
      for (const event of ["pointerdown", "wheel", "keydown"])
        container.addEventListener(
          event,
          () => {
            following2 = false;
          },
          { capture: true, passive: true }
        );
      nearTo = (node2) => {
        const near2 = { x: x[node2], y: y[node2] };
        const box3 = bounds(within3(node2, 1).keys());
        if (!box3) return { ...near2, zoom: 1 };
        const { wide: wide2, high: high3 } = clear2();
        const across3 = Math.max(60, box3.right - near2.x, near2.x - box3.left);
        const down2 = Math.max(60, box3.bottom - near2.y, near2.y - box3.top);
        const zoom2 = 0.45 * Math.min(wide2 / across3, high3 / down2);
        return { ...near2, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
      };
      toLayout = (point3) => {
        const [across3, down2] = [point3.x / stretch.x, point3.y / stretch.y];
        return turned ? { x: down2, y: across3 } : { x: across3, y: down2 };
      };
      fromLayout = (point3) => {
        const [across3, down2] = turned ? [point3.y, point3.x] : [point3.x, point3.y];
        return { x: across3 * stretch.x, y: down2 * stretch.y };
      };
      layoutAt = (point3) => toLayout(canvas2.toGraph(point3));
      goTo = (node2) => {
        if (shown[node2]) move(nearTo(node2), true);
      };
      whole2 = extentOfAll();
      wholeZoom = () => {
        const { wide: wide2, high: high3 } = clear2();
        return Math.min(wide2 / Math.max(1, whole2.x), high3 / Math.max(1, whole2.y));
      };
      camera2 = () => {
        if (!touched2) return null;
        const [{ middle }, now7] = [clear2(), canvas2.now()];
        const centre = toLayout({ x: now7.x + middle.x / now7.zoom, y: now7.y + middle.y / now7.zoom });
        return { ...centre, zoom: now7.zoom / wholeZoom(), relative: true };
      };
      place = ({ x: px, y: py, zoom: zoom2, relative }) => {
        const centre = fromLayout({ x: px, y: py });
        touched2 = true;
        if (relative) move({ ...centre, zoom: zoom2 * wholeZoom() }, false);
        else move({ ...centre, zoom: zoom2 }, false, { x: 0, y: 0 });
      };
      SIDES = ["left", "top", "width", "height"];
      seat = container.getBoundingClientRect();
      reseat = () => {
        const [before3, now7] = [seat, canvas2.now()];
        seat = container.getBoundingClientRect();
        if (seat.width === 0 || SIDES.every((side2) => before3[side2] === seat[side2])) return;
        canvas2.resize();
        if (!touched2) fit2(void 0, { animated: false });
        else {
          const [dx, dy] = [seat.left - before3.left, seat.top - before3.top];
          move({ x: now7.x + dx / now7.zoom, y: now7.y + dy / now7.zoom, zoom: now7.zoom }, false, { x: 0, y: 0 });
        }
      };
      new ResizeObserver(reseat).observe(container);
      reframe = (change) => {
        change();
        stretch2();
        reseat();
      };
      isInSight = (node2) => {
        const [{ free: open6 }, { x: px, y: py }] = [clear2(), position(node2)];
        return px >= open6.left && px <= open6.right && py >= open6.top && py <= open6.bottom;
      };
      zoom = (factor) => {
        const now7 = canvas2.now();
        move({ ...now7, zoom: now7.zoom * factor }, true, { x: 0, y: 0 });
      };
      restyle = () => {
        dress();
        repaint();
      };
      onPick = (pick3) => canvas2.onPick((point3) => {
        const { node: node2, topic: topic5 } = under(point3, 8);
        pick3(node2, topic5);
      });
      onMoved = (listener) => {
        moved = listener;
      };
      position = (node2) => canvas2.toPage({ x: x[node2], y: y[node2] });
      view3 = () => ({
        ...canvas2.now(),
        width: container.clientWidth,
        height: container.clientHeight
      });
      freeCorners = () => {
        const { left: left2, top: top4, right: right2, bottom: bottom2 } = clear2().free;
        const corners2 = [
          [left2, top4],
          [right2, top4],
          [right2, bottom2],
          [left2, bottom2]
        ];
        return corners2.flatMap(([cx, cy]) => {
          const found = layoutAt({ x: cx, y: cy });
          return [found.x, found.y];
        });
      };
      free = () => {
        const [{ wide: wide2, high: high3, middle }, now7] = [clear2(), canvas2.now()];
        const [left2, top4] = [now7.x + middle.x / now7.zoom, now7.y + middle.y / now7.zoom];
        return { x: left2, y: top4, zoom: now7.zoom, width: Math.round(wide2 + 40), height: Math.round(high3 + 40) };
      };
      hasArrived = () => !moving;
    }
  });

  // src/focus_moves.ts
  var ARRIVE2, quiet2, before2, forget, arrive, STEPS2, nextTo, EDGE, listen;
  var init_focus_moves = __esm({
    "src/focus_moves.ts"() {
      "use strict";
      init_dom();
      init_draw();
      init_focus_lines();
      ARRIVE2 = 300;
      quiet2 = matchMedia("(prefers-reduced-motion: reduce)");
      before2 = /* @__PURE__ */ new Map();
      forget = () => {
        before2 = /* @__PURE__ */ new Map();
      };
      arrive = (stage2, svg2, { places: places3 }) => {
        const { left: left2, top: top4 } = stage2.getBoundingClientRect();
        const canvas3 = byId("canvas").getBoundingClientRect();
        const now7 = /* @__PURE__ */ new Map();
        for (const [{ node: node2, made: made7 }, { x: x2, y: y2 }] of places3) {
          if (node2 < 0) continue;
          now7.set(node2, { x: x2 + left2, y: y2 + top4 });
          if (quiet2.matches) continue;
          const onMap = position(node2);
          const from = before2.get(node2) ?? { x: onMap.x + canvas3.left, y: onMap.y + canvas3.top };
          const start19 = `translate(${from.x - left2 - x2}px, ${from.y - top4 - y2}px)`;
          const steps3 = [
            { transform: start19, opacity: 0.4 },
            { transform: "none", opacity: 1 }
          ];
          made7.animate(steps3, { duration: ARRIVE2, easing: "ease-out" });
        }
        if (!quiet2.matches) svg2.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], ARRIVE2);
        before2 = now7;
      };
      STEPS2 = {
        ArrowLeft: [-1, 0],
        ArrowRight: [1, 0],
        ArrowUp: [0, -1],
        ArrowDown: [0, 1]
      };
      nextTo = (places3, from, [dx, dy]) => {
        const start19 = places3.get(from) ?? { x: 0, y: 0 };
        let [best, least2] = [null, Infinity];
        for (const [one, { x: x2, y: y2 }] of places3) {
          const ahead = (x2 - start19.x) * dx + (y2 - start19.y) * dy;
          const far = ahead + 2 * Math.abs((x2 - start19.x) * dy + (y2 - start19.y) * dx);
          if (one === from || ahead < EDGE || !one.made.matches("a")) continue;
          if (far < least2) [best, least2] = [one, far];
        }
        return best;
      };
      EDGE = 4;
      listen = (stage2, svg2, { places: places3 }, { say: say2, why: why2 }) => {
        const pieceAt = (target) => {
          const star = target?.closest(".star");
          return [...places3.keys()].find(({ made: made7 }) => made7 === star);
        };
        const ask3 = (node2) => {
          stage2.classList.toggle("asked", node2 >= 0);
          const near2 = light(svg2, node2);
          for (const { node: node3, made: made7 } of places3.keys())
            made7.classList.toggle("lit", near2.has(node3) || made7.classList.contains("middle"));
          say2(node2);
        };
        const over = ({ target }) => {
          const end2 = target?.dataset?.end;
          const piece = pieceAt(target);
          ask3(Number(end2 ?? (piece?.made.matches("a") ? piece.node : -1)));
        };
        stage2.addEventListener("pointerover", over);
        stage2.addEventListener("focusin", over);
        stage2.addEventListener("pointerleave", () => ask3(-1));
        stage2.addEventListener("keydown", (event) => {
          const from = pieceAt(event.target);
          if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === " ") why2(from.node);
          else if (STEPS2[event.key]) {
            const found = nextTo(places3, from, STEPS2[event.key]);
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
  var TURNS, STEPS3, INNER, GRID, GAP, rectOf2, roomAround, isInside3, take, nearest3, aside, ringsOf2, onRings, onTime, inColumns;
  var init_focus_layout = __esm({
    "src/focus_layout.ts"() {
      "use strict";
      init_label_room();
      TURNS = 48;
      STEPS3 = [0, 0.06, -0.06, 0.12, -0.12];
      INNER = 0.5;
      GRID = 10;
      GAP = 6;
      rectOf2 = ({ x: x2, y: y2 }, { wide: wide2, high: high3 }, gap2 = 0) => [
        x2 - wide2 / 2 - gap2,
        y2 - high3 / 2 - gap2,
        x2 + wide2 / 2 + gap2,
        y2 + high3 / 2 + gap2
      ];
      roomAround = (taken) => {
        const room3 = freeRoom();
        taken.forEach(room3.occupy);
        return room3;
      };
      isInside3 = (rect, area) => rect[0] >= area[0] && rect[1] >= area[1] && rect[2] <= area[2] && rect[3] <= area[3];
      take = (room3, area, point3, box3) => {
        if (!isInside3(rectOf2(point3, box3), area) || !room3.isFree(rectOf2(point3, box3, GAP / 2))) return false;
        room3.occupy(rectOf2(point3, box3, GAP / 2));
        return true;
      };
      nearest3 = (room3, area, wanted, box3) => {
        let [best, least2] = [null, Infinity];
        for (let x2 = area[0] + box3.wide / 2; x2 <= area[2] - box3.wide / 2; x2 += GRID)
          for (let y2 = area[1] + box3.high / 2; y2 <= area[3] - box3.high / 2; y2 += GRID) {
            const far = Math.hypot(x2 - wanted.x, y2 - wanted.y);
            if (far < least2 && room3.isFree(rectOf2({ x: x2, y: y2 }, box3, GAP / 2))) [best, least2] = [{ x: x2, y: y2 }, far];
          }
        return best;
      };
      aside = (step4) => step4 % 2 ? (step4 + 1) / 2 : -step4 / 2;
      ringsOf2 = (weights2, rings) => {
        const order5 = weights2.map((_, at8) => at8).sort((a, b) => weights2[b] - weights2[a] || a - b);
        const found = new Array(weights2.length);
        const parts4 = rings * (rings + 1) / 2;
        order5.forEach((at8, rank) => {
          const share2 = (rank + 0.5) / weights2.length * parts4;
          let ring2 = 0;
          while (ring2 < rings - 1 && share2 > (ring2 + 1) * (ring2 + 2) / 2) ring2 += 1;
          found[at8] = ring2;
        });
        return found;
      };
      onRings = (items2, {
        area,
        room: room3,
        boxOf: boxOf2,
        ringOf,
        rings
      }) => {
        const middle = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
        const placed2 = { at: /* @__PURE__ */ new Map(), left: [] };
        const onRing = (ring2) => items2.filter((item) => ringOf(item) === ring2);
        const tryAt = (item, factor, direction) => {
          const box3 = boxOf2(item);
          const reach = { x: (area[2] - area[0] - box3.wide) / 2, y: (area[3] - area[1] - box3.high) / 2 };
          const point3 = {
            x: middle.x + reach.x * factor * Math.cos(direction),
            y: middle.y + reach.y * factor * Math.sin(direction)
          };
          if (!take(room3, area, point3, box3)) return false;
          placed2.at.set(item, point3);
          return true;
        };
        const place3 = (item, factor, direction) => {
          for (const step4 of STEPS3)
            for (let turn2 = 0; turn2 < TURNS / 2; turn2 += 1) {
              const away = direction + 2 * Math.PI * aside(turn2) / TURNS;
              if (factor + step4 <= 1 && tryAt(item, factor + step4, away)) return true;
            }
          return false;
        };
        const late = [];
        for (let ring2 = 0; ring2 < rings; ring2 += 1) {
          const members = onRing(ring2);
          const start19 = -Math.PI / 2 + ring2 * Math.PI / Math.max(2, members.length);
          members.forEach((item, at8) => {
            const direction = start19 + 2 * Math.PI * at8 / members.length;
            const factor = rings > 1 ? INNER + (1 - INNER) * ring2 / (rings - 1) : INNER;
            if (place3(item, factor, direction)) return;
            const reach = { x: factor * (area[2] - area[0]) / 2, y: factor * (area[3] - area[1]) / 2 };
            late.push([
              item,
              { x: middle.x + reach.x * Math.cos(direction), y: middle.y + reach.y * Math.sin(direction) }
            ]);
          });
        }
        for (const [item, wanted] of late) {
          const point3 = nearest3(room3, area, wanted, boxOf2(item));
          if (point3 && take(room3, area, point3, boxOf2(item))) placed2.at.set(item, point3);
          else placed2.left.push(item);
        }
        return placed2;
      };
      onTime = (items2, {
        area,
        room: room3,
        boxOf: boxOf2,
        xOf
      }) => {
        const placed2 = { at: /* @__PURE__ */ new Map(), left: [] };
        const middle = (area[1] + area[3]) / 2;
        const step4 = 8;
        for (const item of items2) {
          const box3 = boxOf2(item);
          const x2 = Math.max(area[0] + box3.wide / 2, Math.min(area[2] - box3.wide / 2, xOf(item)));
          const tries = Math.ceil((area[3] - area[1]) / step4);
          let done2 = false;
          for (let turn2 = 0; turn2 < tries && !done2; turn2 += 1) {
            const point3 = { x: x2, y: middle + step4 * aside(turn2) };
            done2 = take(room3, area, point3, box3);
            if (done2) placed2.at.set(item, point3);
          }
          if (!done2) placed2.left.push(item);
        }
        return placed2;
      };
      inColumns = (groups, { area, boxOf: boxOf2, bulge }) => {
        const placed2 = { at: /* @__PURE__ */ new Map(), left: [] };
        const length = (group4) => [group4.head, ...group4.members].reduce((sum2, item) => sum2 + boxOf2(item).high + GAP, 2 * GAP);
        const whole6 = groups.reduce((sum2, group4) => sum2 + length(group4), 0);
        const columns3 = [[], []];
        let sum = 0;
        for (const group4 of groups) {
          columns3[sum + length(group4) / 2 <= whole6 / 2 || !columns3[0].length ? 0 : 1].push(group4);
          sum += length(group4);
        }
        columns3.forEach((column2, side2) => {
          const broad = Math.max(
            0,
            ...column2.flatMap(({ head: head5, members }) => [head5, ...members]).map((item) => boxOf2(item).wide)
          );
          const high3 = column2.reduce((total, group4) => total + length(group4), 0);
          let y2 = Math.max(area[1], (area[1] + area[3] - high3) / 2);
          const put2 = (item) => {
            const box3 = boxOf2(item);
            if (y2 + box3.high > area[3]) return false;
            const off = 2 * (y2 + box3.high / 2 - area[1]) / Math.max(1, area[3] - area[1]) - 1;
            const inward = bulge * off * off;
            const edge = inward + broad - box3.wide / 2;
            const x2 = side2 ? area[2] - edge : area[0] + edge;
            placed2.at.set(item, { x: x2, y: y2 + box3.high / 2 });
            y2 += box3.high + GAP;
            return true;
          };
          for (const { head: head5, members } of column2) {
            y2 += GAP;
            const fits = members.length > 0 && y2 + boxOf2(head5).high + GAP + boxOf2(members[0]).high <= area[3];
            if (fits) put2(head5);
            for (const item of members) if (!fits || !put2(item)) placed2.left.push(item);
            y2 += GAP;
          }
        });
        return placed2;
      };
    }
  });

  // src/focus_stage.ts
  var RINGS, EDGE2, AXIS, DAY, date2, dayOf, isDated, tinted, paperPiece, outerPiece, middlePiece, measure, piecesOn, ticks3, boxOf, alongTime, aroundMiddle, placeOn;
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
      isDated = ({ papers: papers5 }) => {
        const days = papers5.map(({ node: node2 }) => dayOf(node2)).filter(Number.isFinite);
        return new Set(days).size > 1;
      };
      tinted = (node2) => {
        const made7 = icon(nodes.kind[node2]);
        made7.style.setProperty("--tint", ofNode2(node2));
        return made7;
      };
      paperPiece = ({ node: node2, says }) => {
        const small2 = [says, date2(node2)].filter(Boolean).join(" · ");
        const made7 = nodeLink(node2, "", { class: "star", tabindex: "-1", title: nodes.label[node2] });
        made7.append(
          el("span", { class: "count" }, tinted(node2), small2),
          foreign(nodes.label[node2], { class: "label" })
        );
        return made7;
      };
      outerPiece = ({ node: node2, says }) => {
        const title2 = `${nodes.label[node2]}: ${says}`;
        const made7 = nodeLink(node2, "", { class: "star outer", tabindex: "-1", title: title2, "aria-label": title2 });
        made7.append(tinted(node2), foreign(nodes.label[node2], { class: "label" }));
        return made7;
      };
      middlePiece = (node2, name5) => el(
        "div",
        { class: "star middle" },
        node2 >= 0 ? tinted(node2) : swatch(name5),
        foreign(name5, { class: "label" })
      );
      measure = (piece) => {
        const [box3, dot2] = [piece.made, piece.made.querySelector(".icon")].map(
          (one) => one?.getBoundingClientRect()
        );
        if (!box3) return;
        piece.box = { wide: box3.width, high: box3.height };
        const middle = piece.made.classList.contains("middle");
        if (dot2 && !middle)
          piece.hook = {
            x: dot2.x + dot2.width / 2 - box3.x - box3.width / 2,
            y: dot2.y + dot2.height / 2 - box3.y - box3.height / 2
          };
      };
      piecesOn = (stage2, members, [node2, name5]) => {
        const piece = (made7, node3 = -1, weight = 0) => {
          stage2.append(made7);
          return { made: made7, node: node3, weight, box: { wide: 0, high: 0 }, hook: { x: 0, y: 0 } };
        };
        const middle = piece(middlePiece(node2, name5), node2, 1);
        const papers5 = members.papers.map((one) => piece(paperPiece(one), one.node, one.weight));
        const groups = members.groups.map((group4) => ({
          head: piece(el("p", { class: "group" }, group4.title)),
          members: group4.members.map((one) => piece(outerPiece(one), one.node, one.weight))
        }));
        const all6 = [middle, ...papers5, ...groups.flatMap((group4) => [group4.head, ...group4.members])];
        all6.forEach(measure);
        return { middle, papers: papers5, groups, all: all6 };
      };
      ticks3 = ([first2, last2], xOf, y2) => {
        const steps3 = 4;
        const days = Array.from({ length: steps3 + 1 }, (_, at8) => first2 + (last2 - first2) * at8 / steps3);
        const digits = last2 - first2 > 100 * DAY ? 7 : 10;
        return [...new Map(days.map((day2) => [new Date(day2).toISOString().slice(0, digits), day2]))].map(
          ([text3, day2]) => {
            const made7 = el("p", { class: "tick count" }, text3);
            made7.style.left = `${xOf(day2)}px`;
            made7.style.top = `${y2}px`;
            return made7;
          }
        );
      };
      boxOf = ({ box: box3 }) => box3;
      alongTime = (pieces2, area) => {
        const { middle, papers: papers5 } = pieces2;
        const days = [...papers5, middle].map(({ node: node2 }) => dayOf(node2)).filter(Number.isFinite);
        const ends2 = [Math.min(...days), Math.max(...days)];
        const margin = (papers5[0]?.box.wide ?? 0) / 2;
        const [left2, right2] = [area[0] + margin, area[2] - margin];
        const xOf = (day2) => left2 + (right2 - left2) * (day2 - ends2[0]) / Math.max(1, ends2[1] - ends2[0]);
        const own2 = dayOf(middle.node);
        const half = middle.box.wide / 2;
        const at8 = Number.isFinite(own2) ? { x: Math.max(area[0] + half, Math.min(area[2] - half, xOf(own2))), y: (area[1] + area[3]) / 2 } : { x: (area[0] + area[2]) / 2, y: area[1] + middle.box.high / 2 };
        const known3 = papers5.filter(({ node: node2 }) => Number.isFinite(dayOf(node2)));
        const room3 = roomAround([rectOf2(at8, middle.box, 8)]);
        const placed2 = onTime(known3, { area, room: room3, boxOf, xOf: ({ node: node2 }) => xOf(dayOf(node2)) });
        return { places: new Map([[middle, at8], ...placed2.at]), ticks: ticks3(ends2, xOf, area[3] + 2) };
      };
      aroundMiddle = (pieces2, area) => {
        const { middle, papers: papers5, groups } = pieces2;
        const outside2 = inColumns(groups, { area, boxOf, bulge: Math.min(40, (area[2] - area[0]) / 30) });
        const at8 = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
        for (const [piece, { x: x2 }] of outside2.at) {
          if (x2 > at8.x) continue;
          piece.made.classList.add("left");
          piece.hook = { ...piece.hook, x: -piece.hook.x };
        }
        const taken = [...outside2.at].map(([piece, point3]) => rectOf2(point3, piece.box));
        const room3 = roomAround([rectOf2(at8, middle.box, 8), ...taken]);
        const rings = ringsOf2(
          papers5.map(({ weight }) => weight),
          RINGS
        );
        const ring2 = new Map(papers5.map((piece, index) => [piece, rings[index]]));
        const inside2 = onRings(papers5, {
          area,
          room: room3,
          boxOf,
          rings: RINGS,
          ringOf: (piece) => ring2.get(piece) ?? 0
        });
        return { places: new Map([[middle, at8], ...outside2.at, ...inside2.at]), ticks: [] };
      };
      placeOn = (stage2, members, middle, inTime2) => {
        const [wide2, high3] = [stage2.clientWidth, stage2.clientHeight];
        const area = [EDGE2, EDGE2, wide2 - EDGE2, high3 - EDGE2 - (inTime2 ? AXIS : 0)];
        const pieces2 = piecesOn(stage2, members, middle);
        const { places: places3, ticks: ticks4 } = (inTime2 ? alongTime : aroundMiddle)(pieces2, area);
        for (const piece of pieces2.all) {
          const point3 = places3.get(piece);
          if (!point3) piece.made.remove();
          else {
            piece.made.style.left = `${point3.x - piece.box.wide / 2}px`;
            piece.made.style.top = `${point3.y - piece.box.high / 2}px`;
          }
        }
        return { middle: pieces2.middle, places: places3, wide: wide2, high: high3, ticks: ticks4 };
      };
    }
  });

  // src/focus.ts
  var focus_exports = {};
  __export(focus_exports, {
    leave: () => leave2,
    opener: () => opener,
    refresh: () => refresh2,
    stage: () => stage,
    start: () => start3,
    toggle: () => toggle
  });
  var MOST6, NARROW2, panel2, timed, listed2, hasMiddle, isOn, name3, stage, leave2, toggle, opener, why, asList, restList, head, hint, sayIn, asStage, render, refresh2, onKey, start3;
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
      MOST6 = 40;
      NARROW2 = 560;
      panel2 = byId("focus");
      timed = false;
      listed2 = false;
      hasMiddle = () => now2.selected >= 0 || topic.has(now2.topic);
      isOn = () => now2.focus && now2.main === "map" && hasMiddle();
      name3 = () => now2.selected >= 0 ? nodes.label[now2.selected] : now2.topic;
      stage = () => panel2.querySelector(".stage");
      leave2 = () => {
        const on4 = isOn();
        if (on4) focusOn(false);
        return on4;
      };
      toggle = () => {
        if (!hasMiddle()) return;
        const on4 = isOn();
        if (now2.main !== "map") show("map");
        focusOn(!on4);
      };
      opener = () => {
        const look2 = { class: "ask", title: "Lay the neighbourhood out (F)", "data-focus": "" };
        return button({ ...look2, "aria-pressed": String(isOn()) }, "Focus", toggle);
      };
      why = (node2) => {
        if (now2.selected >= 0 && node2 !== now2.selected) pathTo(node2);
      };
      asList = (members) => {
        const row7 = ({ node: node2, says, edge }) => {
          const label2 = `Why ${nodes.label[node2].slice(0, 60)}`;
          return named2(
            node2,
            says,
            edge >= 0 ? button({ class: "more", "aria-label": label2 }, "Why", () => why(node2)) : null
          );
        };
        const part2 = (title2, list4) => list4.length ? section(title2, ...listing(list4, row7, { class: "tight" })) : null;
        return [part2("Papers", members.papers), ...members.groups.map((group4) => part2(group4.title, group4.members))];
      };
      restList = (left2) => el(
        "div",
        { class: "rest", role: "region", "aria-label": "The others" },
        ...listing(left2, ({ node: node2, says }) => named2(node2, says), { class: "tight" }, 30)
      );
      head = (members, left2) => {
        const again = (change, focused) => () => {
          change();
          render();
          panel2.querySelector(focused)?.focus();
        };
        const choice = (label2, value) => {
          const turn2 = () => {
            timed = value;
          };
          return button(
            { "aria-pressed": String(timed === value) },
            label2,
            again(turn2, ".segments [aria-pressed=true]")
          );
        };
        const open6 = () => {
          listed2 = !listed2;
        };
        const more = `and ${left2.toLocaleString("en")} more`;
        return el(
          "div",
          { class: "view-head" },
          button({ class: "ask back" }, "← Map", leave2),
          el("h2", { class: "unseen" }, "Around ", foreign(name3())),
          isDated(members) && panel2.clientWidth >= NARROW2 ? el(
            "div",
            { class: "segments", role: "group", "aria-label": "Papers" },
            choice("By weight", false),
            choice("By time", true)
          ) : null,
          left2 && panel2.clientWidth >= NARROW2 ? button(
            { class: "ask", "aria-expanded": String(listed2), "data-rest": "" },
            more,
            again(open6, "[data-rest]")
          ) : null
        );
      };
      hint = () => now2.selected >= 0 ? "Point at a line for the reason, click it for the sentences; click a name to move there." : "Click a name to move there.";
      sayIn = (bar2, all6) => async (node2) => {
        const edge = all6.find((one) => one.node === node2)?.edge ?? -1;
        bar2.dataset.node = String(node2);
        const found = edge >= 0 ? await ofEdge(edge) : null;
        if (bar2.dataset.node !== String(node2)) return;
        const reason2 = found && (found.reason || found.evidence);
        bar2.textContent = node2 < 0 ? hint() : reason2 || nodes.label[node2];
      };
      asStage = (members) => {
        const inTime2 = timed && isDated(members);
        const label2 = `Around ${name3().slice(0, 80)}: arrow keys step, Enter moves there, Space says why`;
        const stage2 = el("div", { class: "stage", role: "group", "aria-label": label2 });
        const bar2 = el("p", { class: "why muted" });
        panel2.replaceChildren(head(members, 1), stage2, bar2);
        const seen = readable2(inTime2 ? { ...members, groups: [] } : members, MOST6);
        const placement = placeOn(stage2, seen, [now2.selected, name3()], inTime2);
        const { middle, places: places3, wide: wide2, high: high3, ticks: ticks4 } = placement;
        const anchors = new Map(
          [...places3].filter(([{ node: node2 }]) => node2 >= 0).map(([{ node: node2, hook }, { x: x2, y: y2 }]) => [node2, { x: x2 + hook.x, y: y2 + hook.y }])
        );
        const all6 = [...members.papers, ...members.groups.flatMap((group4) => group4.members)];
        const weights2 = new Map([...places3.keys()].map(({ node: node2, weight }) => [node2, weight]));
        const weightOf = (node2) => Math.min(1, weights2.get(node2) ?? 0);
        const svg2 = linesOf({ wide: wide2, high: high3, anchors, middle: middle.node, weightOf }, why);
        for (const line7 of svg2.querySelectorAll(".spoke"))
          line7.classList.toggle("chosen", line7.dataset.end === String(now2.target));
        stage2.prepend(svg2, ...ticks4);
        const left2 = all6.filter(({ node: node2 }) => !anchors.has(node2));
        panel2.replaceChild(head(members, left2.length), panel2.children[0]);
        if (left2.length && listed2) panel2.append(restList(left2));
        stage2.querySelector("a")?.setAttribute("tabindex", "0");
        bar2.textContent = all6.length ? hint() : "Nothing that passes the filters is linked with it.";
        listen(stage2, svg2, placement, { say: sayIn(bar2, all6), why });
        arrive(stage2, svg2, placement);
      };
      render = () => {
        const on4 = isOn();
        panel2.hidden = !on4;
        document.body.classList.toggle("with-focus", on4);
        for (const made7 of document.querySelectorAll("[data-focus]")) made7.setAttribute("aria-pressed", String(on4));
        if (!on4) {
          forget();
          panel2.replaceChildren();
          return;
        }
        panel2.setAttribute("aria-label", `Neighbourhood of ${name3().slice(0, 80)}`);
        const held = panel2.contains(document.activeElement) && document.activeElement?.matches("[data-node]");
        const members = membersOf(now2);
        const style = getComputedStyle(panel2);
        const wide2 = panel2.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        if (wide2 >= NARROW2) asStage(members);
        else panel2.replaceChildren(head(members, 0), el("div", { class: "scroll" }, ...present(asList(members))));
        if (held) panel2.querySelector("a[tabindex='0'], .scroll a")?.focus();
      };
      refresh2 = once2(render);
      onKey = (event) => {
        const typing = event.target.matches("input, textarea, select");
        if (event.key.toLowerCase() !== "f" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        toggle();
      };
      start3 = () => {
        on(["selection", "focus", "main", "colour"], (now7, changed) => {
          if (changed.includes("selected")) listed2 = false;
          if (now7.focus && !hasMiddle()) queueMicrotask(() => !hasMiddle() && focusOn(false));
          refresh2();
        });
        on2(() => {
          if (isOn()) refresh2();
        });
        document.addEventListener("keydown", onKey);
        byId("canvas").addEventListener("dblclick", () => {
          if (hasMiddle() && !now2.focus) focusOn(true);
        });
        let size4 = "";
        new ResizeObserver(([{ contentRect }]) => {
          const now7 = `${Math.round(contentRect.width)} ${Math.round(contentRect.height)}`;
          if (isOn() && now7 !== size4) render();
          size4 = now7;
        }).observe(panel2);
        render();
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
      init_focus();
      init_model();
      init_rows();
      init_state();
      particular = ({ particular: words2, members }) => {
        const found = new Map(members.map((node2) => [nodes.label[node2], node2]));
        const tags = words2.map((word) => tag(word, found.get(word)));
        return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
      };
      subtopicRow = ({ name: name5, papers: papers5 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name5), foreign(name5, { class: "grow" })],
          () => showTopic(name5)
        ),
        el("span", { class: "count" }, plural(papers5, "paper"))
      );
      cardTopic = (topic5) => {
        const { name: name5, parent, papers: papers5, subtopics, central } = topic5;
        return [
          el("h2", { dir: "auto" }, name5),
          meta(
            plural(papers5, "paper"),
            subtopics.length ? plural(subtopics.length, "subtopic") : ""
          ),
          parent ? el("div", { class: "chips" }, chip(parent)) : null,
          el("div", { class: "actions" }, opener()),
          correctTopic(topic5),
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

  // src/compare_files.ts
  var labels, shareName, cellOf, first, facts, parts3, linesOf2, named3, asCsv, line4, table2, MOST7, bullets, asMarkdown;
  var init_compare_files = __esm({
    "src/compare_files.ts"() {
      "use strict";
      init_citations();
      init_compare_sets();
      init_corpus();
      init_csv();
      init_model();
      init_naming();
      init_state();
      labels = (items2) => items2.map((node2) => nodes.label[node2]);
      shareName = ({ sets }, names6) => sets.length === names6.length ? names6.length === 2 ? "both" : `all ${names6.length}` : `${sets.length > 1 ? "" : "only "}${sets.map((at8) => names6[at8]).join(" and ")}`;
      cellOf = (value, papers5) => papers5 ? value < 0 ? "" : RELATIONS[edges.relation[value]]?.edge ?? edges.relation[value] : value;
      first = (item) => {
        const row7 = earliest(rowsNaming2(now2, item));
        return row7 < 0 ? "" : `${corpus.title[row7]} (${corpus.date[row7]})`;
      };
      facts = (items2) => {
        const papers5 = isPaper(items2[0]);
        if (papers5)
          return [
            ["date", ...items2.map((item) => nodes.date[item])],
            ["names", ...setsOf(now2, items2).map((set2) => set2.size)]
          ];
        const series = items2.map((item) => byTime(rowsNaming2(now2, item)));
        return [
          ["papers", ...setsOf(now2, items2).map((set2) => set2.size)],
          ["first paper", ...items2.map(first)],
          ...corpus.bins.names.map((name5, bin) => [name5, ...series.map((one) => one[bin])])
        ];
      };
      parts3 = (items2) => shares(setsOf(now2, items2)).map((share2) => [
        shareName(share2, labels(items2)),
        ...items2.map((_, at8) => share2.sets.includes(at8) ? share2.members.length : "")
      ]);
      linesOf2 = (items2) => (isPaper(items2[0]) ? sharedNames2 : sharedCompany)(now2, items2);
      named3 = (items2) => linesOf2(items2).map(({ node: node2, cells }) => [
        KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2],
        [nodes.label[node2], ...cells.map((value) => cellOf(value, isPaper(items2[0])))]
      ]);
      asCsv = (items2) => csvOf([
        ["section", "name", ...labels(items2)],
        ...facts(items2).map((row7) => ["facts", ...row7]),
        ...parts3(items2).map((row7) => ["in common and apart", ...row7]),
        ...named3(items2).map(([kind, row7]) => [kind, ...row7])
      ]);
      line4 = (cells) => `| ${cells.map((cell4) => markup(String(cell4))).join(" | ")} |`;
      table2 = (heads2, body4) => [line4(heads2), `|${" --- |".repeat(heads2.length)}`, ...body4.map(line4)].join("\n");
      MOST7 = 30;
      bullets = (members, papers5) => {
        const line7 = (row7) => corpus.title[row7] + (corpus.date[row7] ? ` (${corpus.date[row7]})` : "");
        const list4 = members.slice(0, MOST7).map((member) => `- ${markup(papers5 ? line7(member) : nodes.label[member])}`);
        return [...list4, ...members.length > MOST7 ? [`- and ${members.length - MOST7} more`] : []].join("\n");
      };
      asMarkdown = (items2) => {
        const names6 = labels(items2);
        const shared2 = named3(items2).slice(0, MOST7);
        const cut = shares(setsOf(now2, items2));
        const nouns = isPaper(items2[0]) ? "Names" : "Papers";
        const parts4 = [
          `# ${names6.map(markup).join(" and ")}`,
          table2(["", ...names6], facts(items2)),
          `## ${nouns} in common and apart`,
          table2(
            ["", nouns],
            cut.map((share2) => [shareName(share2, names6), share2.members.length])
          )
        ];
        if (shared2.length) {
          const rows3 = shared2.map(([kind, [name5, ...cells]]) => [name5, kind, ...cells]);
          parts4.push("## Named with them", table2(["", "kind", ...names6], rows3));
        }
        for (const share2 of cut)
          if (share2.sets.length > 1 && share2.members.length)
            parts4.push(`## Of ${markup(shareName(share2, names6))}`, bullets(share2.members, !isPaper(items2[0])));
        return `${parts4.join("\n\n")}
`;
      };
    }
  });

  // src/files.ts
  var MOST8, openText, saveFile;
  var init_files = __esm({
    "src/files.ts"() {
      "use strict";
      init_dom();
      MOST8 = 2e7;
      openText = (ending) => new Promise((done2, fail) => {
        const input2 = el("input", { type: "file", accept: ending });
        input2.addEventListener("change", () => {
          const [file] = input2.files ?? [];
          if (!file) return;
          if (file.size > MOST8)
            fail(new Error(`${file.name} is larger than 20 MB: it is not a file of this page`));
          else file.text().then(done2, () => fail(new Error(`${file.name} cannot be read`)));
        });
        input2.click();
      });
      saveFile = (blob, name5) => {
        const href = URL.createObjectURL(blob);
        el("a", { href, download: name5 }).click();
        setTimeout(() => URL.revokeObjectURL(href), 1e4);
      };
    }
  });

  // src/corrections_panel.ts
  var FILE, save2, load2, row2, fill2, start4;
  var init_corrections_panel = __esm({
    "src/corrections_panel.ts"() {
      "use strict";
      init_corrections();
      init_dom();
      init_files();
      init_rows();
      init_storage();
      FILE = "pins.toml";
      save2 = () => saveFile(new Blob([toToml()], { type: "application/toml;charset=utf-8" }), FILE);
      load2 = async () => {
        const count5 = takeToml(await openText(".toml"));
        return `${plural(count5, "correction")} taken over`;
      };
      row2 = ({ said: said3, seen }, at8) => el(
        "li",
        {},
        el(
          "span",
          { class: "grow" },
          foreign(said3),
          seen ? null : el("span", { class: "muted" }, " – nothing in this page has this name")
        ),
        button({ class: "ask", "aria-label": `Undo: ${said3}`.slice(0, 200) }, "Undo", () => undo(at8))
      );
      fill2 = () => {
        const steps3 = list();
        const said3 = el("p", { class: "muted", role: "status" }, notice());
        const loading = async () => {
          try {
            said3.textContent = await load2();
          } catch (error) {
            said3.textContent = error instanceof Error ? error.message : String(error);
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
          el("ul", {}, ...steps3.map(row2)),
          el(
            "div",
            { class: "actions" },
            button({ class: "ask" }, `Save ${FILE}`, save2),
            button({ class: "ask" }, "Load …", loading),
            button({ class: "ask" }, "Undo all", () => reset())
          ),
          said3
        ];
      };
      start4 = () => {
        const count5 = list().length;
        if (!count5) return;
        const panel10 = el("div", {
          id: "corrections-panel",
          role: "group",
          "aria-label": "Corrections",
          hidden: true
        });
        const opener3 = button(
          {
            ...{ id: "corrections", class: "tool", "aria-label": `Corrections (${count5})` },
            ...{ "aria-expanded": "false", "aria-controls": "corrections-panel" }
          },
          [el("span", { class: "wide" }, "Corrections "), `(${count5})`],
          () => open6(panel10.hidden)
        );
        const open6 = (wanted) => {
          if (wanted) panel10.replaceChildren(...fill2());
          panel10.hidden = !wanted;
          opener3.setAttribute("aria-expanded", String(wanted));
          if (wanted) panel10.querySelector("button")?.focus();
        };
        panel10.addEventListener("keydown", (event) => {
          if (event.key !== "Escape") return;
          open6(false);
          opener3.focus();
          event.stopPropagation();
        });
        const menu2 = el("div", { class: "menu" }, opener3, panel10);
        document.addEventListener("pointerdown", ({ target }) => {
          if (!menu2.contains(target)) open6(false);
        });
        byId("save").parentElement?.before(menu2);
      };
    }
  });

  // src/focus_picture.ts
  var linesOf3, write4, cover2, mark2, stroke2, paint2;
  var init_focus_picture = __esm({
    "src/focus_picture.ts"() {
      "use strict";
      init_model();
      init_shapes();
      init_state();
      init_theme();
      linesOf3 = (text3, room3) => {
        const found = [];
        const range2 = document.createRange();
        let at8 = 0;
        for (const sign3 of text3.data) {
          range2.setStart(text3, at8);
          at8 += sign3.length;
          range2.setEnd(text3, at8);
          const box3 = range2.getBoundingClientRect();
          const last2 = found[found.length - 1];
          if (last2 && (!box3.width || Math.abs(box3.top - last2.box.top) < box3.height / 2)) {
            last2.text += sign3;
            const left2 = Math.min(last2.box.left, box3.width ? box3.left : Infinity);
            last2.box = new DOMRect(left2, last2.box.top, Math.max(last2.box.right, box3.right) - left2, last2.box.height);
          } else if (box3.width) found.push({ text: sign3, box: box3 });
        }
        const seen = found.filter(({ box: box3 }) => box3.top + box3.height / 2 < room3.bottom);
        if (seen.length < found.length) seen[seen.length - 1].text = `${seen[seen.length - 1].text.trim()}…`;
        return seen;
      };
      write4 = (pen, piece) => {
        const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
        for (let text3 = walker.nextNode(); text3; text3 = walker.nextNode()) {
          const holder = text3.parentElement;
          const { fontWeight, fontSize, color } = getComputedStyle(holder);
          pen.font = `${fontWeight} ${fontSize} ${own.font}`;
          pen.fillStyle = color;
          for (const { text: words2, box: box3 } of linesOf3(text3, holder.getBoundingClientRect()))
            pen.fillText(words2.trim(), box3.left + box3.width / 2, box3.top + box3.height / 2);
        }
      };
      cover2 = (pen, { left: left2, top: top4, width: width2, height: height3 }, colour, alpha) => {
        pen.globalAlpha = alpha;
        pen.fillStyle = colour;
        pen.fillRect(left2, top4, width2, height3);
        pen.globalAlpha = 1;
      };
      mark2 = (pen, piece) => {
        const sign3 = piece.querySelector(".icon, .swatch");
        if (!sign3) return;
        const { left: left2, top: top4, width: width2, height: height3 } = sign3.getBoundingClientRect();
        const { fill: fill5, backgroundColor } = getComputedStyle(sign3);
        const node2 = Number(piece.dataset.node ?? now2.selected);
        pen.fillStyle = sign3.matches(".icon") ? fill5 : backgroundColor;
        pen.beginPath();
        const shape2 = SHAPES[nodes.shape[node2]] || SHAPES.dot;
        shape2.trace(pen, left2 + width2 / 2, top4 + height3 / 2, 0.4 * width2);
        pen.fill();
      };
      stroke2 = (pen, line7, left2, top4) => {
        const { visibility, stroke: stroke4, strokeOpacity, strokeWidth } = getComputedStyle(line7);
        if (visibility === "hidden") return;
        const { x1, y1, x2, y2 } = line7;
        pen.strokeStyle = stroke4;
        pen.globalAlpha = Number(strokeOpacity);
        pen.lineWidth = Number.parseFloat(strokeWidth);
        pen.beginPath();
        pen.moveTo(left2 + x1.baseVal.value, top4 + y1.baseVal.value);
        pen.lineTo(left2 + x2.baseVal.value, top4 + y2.baseVal.value);
        pen.stroke();
        pen.globalAlpha = 1;
      };
      paint2 = (pen, stage2, ratio) => {
        const { left: left2, top: top4 } = stage2.getBoundingClientRect();
        pen.setTransform(ratio, 0, 0, ratio, -left2 * ratio, -top4 * ratio);
        pen.textAlign = "center";
        pen.textBaseline = "middle";
        for (const line7 of stage2.querySelectorAll("line:not(.reach)")) stroke2(pen, line7, left2, top4);
        for (const piece of stage2.querySelectorAll(".star, .group, .tick")) {
          for (const part2 of piece.querySelectorAll(".label, .count"))
            cover2(pen, part2.getBoundingClientRect(), own.ground, 0.82);
          if (piece.matches(".middle"))
            cover2(pen, piece.getBoundingClientRect(), getComputedStyle(piece).backgroundColor, 1);
          mark2(pen, piece);
          write4(pen, piece);
        }
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
      lineEnds = (text3, wrap) => text3.replace(/[\u0085\u2028]/g, (sign3) => wrap(`&#${sign3.charCodeAt(0)};`));
      legal = (text3) => text3.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
      attribute = (text3) => lineEnds(
        legal(text3).replace(/[&<>"\n\t]/g, (sign3) => MARKS2[sign3]),
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
      svgBackend = (width2, height3, background3) => {
        const measuring = document.createElement("canvas").getContext("2d");
        const parts4 = [];
        const saved = [];
        const look2 = () => ({
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
        const at8 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
        const alpha = (name5) => pen.globalAlpha < 1 ? ` ${name5}-opacity="${round(pen.globalAlpha)}"` : "";
        const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
        const text3 = (words2, x2, y2, attributes) => {
          const font = attribute(pen.font);
          parts4.push(
            `<text transform="translate(${at8(x2, y2)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${content2(words2)}</text>`
          );
        };
        const pen = {
          ...look2(),
          canvas: { width: width2, height: height3 },
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
            path2 += `M${at8(x2, y2)}`;
          },
          lineTo: (x2, y2) => {
            path2 += `L${at8(x2, y2)}`;
          },
          quadraticCurveTo: (cx, cy, x2, y2) => {
            path2 += `Q${at8(cx, cy)} ${at8(x2, y2)}`;
          },
          closePath: () => {
            path2 += "Z";
          },
          rect: (x2, y2, w, h) => {
            path2 += `M${at8(x2, y2)}L${at8(x2 + w, y2)}L${at8(x2 + w, y2 + h)}L${at8(x2, y2 + h)}Z`;
          },
          fillRect: (x2, y2, w, h) => {
            const kept4 = path2;
            path2 = "";
            pen.rect(x2, y2, w, h);
            pen.fill();
            path2 = kept4;
          },
          // Only whole circles are needed.
          arc: (x2, y2, r) => {
            const turn2 = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
            path2 += `M${at8(x2 + r, y2)}${turn2} ${at8(x2 - r, y2)}${turn2} ${at8(x2 + r, y2)}Z`;
          },
          fill: () => {
            if (path2)
              parts4.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
          },
          stroke: () => {
            if (path2) parts4.push(`<path d="${path2}" ${lineLook()}/>`);
          },
          fillText: (words2, x2, y2) => text3(words2, x2, y2, `fill="${attribute(String(pen.fillStyle))}"`),
          strokeText: (words2, x2, y2) => text3(words2, x2, y2, lineLook()),
          measureText: (words2) => {
            measuring.font = pen.font;
            return measuring.measureText(words2);
          },
          finish: (title2) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width2}" height="${height3}" viewBox="0 0 ${width2} ${height3}">
<title>${content2(title2)}</title>
<rect width="100%" height="100%" fill="${attribute(background3)}"/>
${parts4.join("\n")}
</svg>
`
        };
        return pen;
      };
    }
  });

  // src/picture.ts
  var sheet2, SHARP, ofMap, shown3, onCanvas, png, svg, whole3, key2;
  var init_picture = __esm({
    "src/picture.ts"() {
      "use strict";
      init_dom();
      init_draw();
      init_focus();
      init_focus_picture();
      init_model();
      init_paint();
      init_scene();
      init_state();
      init_svg_backend();
      init_theme();
      sheet2 = byId("print");
      SHARP = 2;
      ofMap = ({ x: x2, y: y2, zoom: zoom2, width: width2, height: height3 }) => ({
        ...{ width: width2, height: height3 },
        paint: (pen, ratio) => {
          const scale = zoom2 * ratio;
          pen.setTransform(scale, 0, 0, scale, width2 / 2 * ratio - x2 * scale, height3 / 2 * ratio - y2 * scale);
          all2(pen, { ratio });
        }
      });
      shown3 = () => {
        const stage2 = stage();
        if (!stage2) return ofMap(free());
        const { clientWidth: width2, clientHeight: height3 } = stage2;
        return { width: width2, height: height3, paint: (pen, ratio) => paint2(pen, stage2, ratio) };
      };
      onCanvas = ({ width: width2, height: height3, paint: paint3 }) => {
        const canvas3 = el("canvas", { width: String(width2 * SHARP), height: String(height3 * SHARP) });
        const ctx2 = canvas3.getContext("2d");
        ctx2.fillStyle = own.ground;
        ctx2.fillRect(0, 0, canvas3.width, canvas3.height);
        paint3(ctx2, SHARP);
        return canvas3;
      };
      png = () => new Promise((done2, fail) => {
        onCanvas(shown3()).toBlob(
          (blob) => blob ? done2(blob) : fail(new Error("the picture is too large for this browser")),
          "image/png"
        );
      });
      svg = () => {
        const { width: width2, height: height3, paint: paint3 } = shown3();
        const pen = svgBackend(width2, height3, own.ground);
        paint3(pen, 1);
        return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
      };
      whole3 = () => {
        const box3 = bounds(nodes.id);
        const width2 = 1e3;
        if (!box3) return { x: 0, y: 0, zoom: 1, width: width2, height: 100 };
        const [wide2, high3] = [box3.right - box3.left, box3.bottom - box3.top];
        const height3 = Math.round(Math.min(1250, Math.max(400, (width2 - 80) * high3 / wide2 + 80)));
        const zoom2 = Math.min((width2 - 80) / wide2, (height3 - 80) / high3, 2);
        return { x: (box3.left + box3.right) / 2, y: (box3.top + box3.bottom) / 2, zoom: zoom2, width: width2, height: height3 };
      };
      key2 = () => [...kinds2.keys()].filter((kind) => KINDS[kind] && !now2.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
      window.addEventListener("beforeprint", () => {
        document.documentElement.dataset.print = "";
        dress();
        stale3();
        sheet2.replaceChildren(onCanvas(ofMap(whole3())), el("p", { class: "key" }, ...key2()));
      });
      window.addEventListener("afterprint", () => {
        delete document.documentElement.dataset.print;
        sheet2.replaceChildren();
        restyle();
      });
    }
  });

  // src/tables.ts
  var columns, broader, NODE_TEXTS, NODE_TYPES, NODE_NAMES, EDGE_NAMES, EDGE_TYPES, nodeRows2, edgeRow2, edgeRows2, csv, nodeTable, edgeTable, key3, data2, graphml;
  var init_tables = __esm({
    "src/tables.ts"() {
      "use strict";
      init_csv();
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
      nodeRows2 = (texts) => nodes.id.filter((i) => now3.listed[i]).map((i) => {
        const [r, g, b] = colours[nodes.kind[i]] || [];
        const drawn4 = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(
            NODE_NAMES.map((name5) => [name5, drawn4[name5] ?? columns(nodes)[name5]?.[i] ?? ""])
          )
        };
      });
      edgeRow2 = (texts) => (line7) => {
        const edge = now5.edge[line7];
        const ends2 = { source: nodes.key[now5.a[line7]], target: nodes.key[now5.b[line7]] };
        const relation3 = nameOf3(line7);
        const id2 = `${ends2.source}--${relation3}--${ends2.target}`;
        if (edge < 0) return { id: id2, ...ends2, relation: relation3, weight: now5.weight[line7] };
        const shared2 = texts.shared[edge];
        const count5 = { shared_count: shared2 ? split(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name5) => [
            name5,
            count5[name5] ?? columns(texts)[name5]?.[edge] ?? columns(edges)[name5]?.[edge]
          ])
        );
        for (const name5 of Object.keys(EDGE_TYPES)) if (own2[name5] === 0) own2[name5] = "";
        return { ...own2, id: id2, ...ends2, relation: relation3 };
      };
      edgeRows2 = (texts) => {
        const all6 = Array.from({ length: now5.count }, (_, line7) => line7).filter(isListed);
        return all6.sort((p, q) => now5.edge[p] - now5.edge[q] || p - q).map(edgeRow2(texts));
      };
      csv = (heads2, names6, list4) => csvOf([heads2, ...list4.map((row7) => names6.map((name5) => row7[name5]))]);
      nodeTable = async () => {
        const rest4 = NODE_NAMES.filter((name5) => name5 !== "label");
        return csv(["Id", "Label", ...rest4], ["id", "label", ...rest4], nodeRows2(await all()));
      };
      edgeTable = async () => {
        const rest4 = EDGE_NAMES.filter((name5) => name5 !== "weight");
        const list4 = edgeRows2(await all()).map((row7) => ({ ...row7, type: "Directed" }));
        const heads2 = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest4];
        return csv(heads2, ["source", "target", "type", "relation", "id", "weight", ...rest4], list4);
      };
      key3 = (id2, of3, name5, type = "string") => `<key id="${id2}" for="${of3}" attr.name="${name5}" attr.type="${type}"/>
`;
      data2 = (row7, names6) => names6.filter((name5) => row7[name5] !== "" && row7[name5] !== void 0).map((name5) => `<data key="${name5}">${content2(String(row7[name5]))}</data>
`).join("");
      graphml = async () => {
        const texts = await all();
        const id2 = attribute;
        return [
          '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
          ...NODE_NAMES.map((name5) => key3(name5, "node", name5, NODE_TYPES[name5])),
          key3("edgelabel", "edge", "label"),
          ...EDGE_NAMES.map((name5) => key3(name5, "edge", name5, EDGE_TYPES[name5])),
          '<graph edgedefault="directed">\n',
          ...nodeRows2(texts).map((row7) => `<node id="${id2(String(row7.id))}">
${data2(row7, NODE_NAMES)}</node>
`),
          ...edgeRows2(texts).map(
            (row7) => `<edge id="${id2(row7.id)}" source="${id2(row7.source)}" target="${id2(row7.target)}" label="${id2(row7.relation)}">
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
  var opener2, menu, UTF8, STEPS4, stem, download, text, copy, THINGS, open2, run;
  var init_export_menu = __esm({
    "src/export_menu.ts"() {
      "use strict";
      init_cite();
      init_corrections_panel();
      init_dom();
      init_files();
      init_picture();
      init_reading();
      init_rows();
      init_state();
      init_tables();
      opener2 = byId("save");
      menu = byId("save-menu");
      UTF8 = "charset=utf-8";
      STEPS4 = { ArrowDown: 1, ArrowUp: -1 };
      stem = () => {
        const words2 = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const { view: view4 } = now2;
        return [words2.slice(0, 60) || "graph", view4 === "full" ? "" : view4].filter(Boolean).join("-");
      };
      download = (blob, ending) => {
        const name5 = `${stem()}${ending}`;
        saveFile(blob, name5);
        return `Saved ${name5}`;
      };
      text = (make3, type, ending) => async () => download(new Blob([await make3()], { type: `${type};${UTF8}` }), ending);
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
      open2 = (wanted) => {
        menu.hidden = !wanted;
        opener2.setAttribute("aria-expanded", String(wanted));
      };
      run = (act) => async () => {
        open2(false);
        opener2.focus();
        try {
          say(await act() || "");
        } catch (error) {
          say(`That did not work: ${error instanceof Error ? error.message : error}`);
        }
      };
      menu.append(
        el("p", { class: "muted" }, "What is shown, as"),
        ...THINGS.map(([title2, act]) => button({}, title2, run(act)))
      );
      opener2.addEventListener("click", () => {
        open2(menu.hidden);
        if (!menu.hidden) menu.querySelector("button")?.focus();
      });
      menu.addEventListener("keydown", (event) => {
        const all6 = [...menu.querySelectorAll("button")];
        const step4 = STEPS4[event.key];
        if (event.key === "Escape") {
          open2(false);
          opener2.focus();
        } else if (step4)
          all6[(all6.indexOf(document.activeElement) + step4 + all6.length) % all6.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      for (const press of ["pointerdown", "keydown"]) document.addEventListener(press, () => say(""), true);
      document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target) && target !== opener2) open2(false);
      });
    }
  });

  // src/spark.ts
  var SVG2, WIDE2, HIGH, PAD, shape, points, spark;
  var init_spark = __esm({
    "src/spark.ts"() {
      "use strict";
      SVG2 = "http://www.w3.org/2000/svg";
      [WIDE2, HIGH, PAD] = [64, 18, 2];
      shape = (name5, attributes) => {
        const made7 = document.createElementNS(SVG2, name5);
        for (const [key4, value] of Object.entries(attributes)) made7.setAttribute(key4, String(value));
        return made7;
      };
      points = (series) => {
        const most4 = Math.max(1, ...series);
        const step4 = series.length > 1 ? (WIDE2 - 2 * PAD) / (series.length - 1) : 0;
        const round = (value) => Math.round(10 * value) / 10;
        return series.map((value, at8) => [
          round(PAD + at8 * step4),
          round(HIGH - PAD - (HIGH - 2 * PAD) * value / most4)
        ]);
      };
      spark = (series) => {
        const found = points(series);
        const line7 = found.map((point3) => point3.join(",")).join(" ");
        const svg2 = shape("svg", { viewBox: `0 0 ${WIDE2} ${HIGH}`, class: "spark", "aria-hidden": "true" });
        const [x2, y2] = found[found.length - 1] ?? [PAD, HIGH - PAD];
        svg2.append(
          shape("polygon", { points: `${PAD},${HIGH - PAD} ${line7} ${x2},${HIGH - PAD}`, class: "under" }),
          shape("polyline", { points: line7 }),
          shape("circle", { cx: x2, cy: y2, r: 2 })
        );
        return svg2;
      };
    }
  });

  // src/toolbar.ts
  var group, mains, hint2, VIEWS2, entities4, offer, refresh3, start5;
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
      entities4 = size - (kinds2.get("paper") || 0);
      offer = (main2, label2) => {
        const made7 = button(
          { "data-main": main2, "aria-pressed": String(now2.main === main2) },
          label2,
          () => show(main2)
        );
        mains.append(made7);
        return made7;
      };
      refresh3 = (now7) => {
        for (const box3 of group.querySelectorAll("input")) box3.checked = box3.value === now7.view;
        for (const made7 of mains.querySelectorAll("button"))
          made7.setAttribute("aria-pressed", String(made7.dataset.main === now7.main));
        const none2 = size > 0 && !shown.some(Boolean);
        hint2.hidden = !none2;
        hint2.textContent = none2 ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
      };
      start5 = () => {
        for (const [value, [label2, title2]] of Object.entries(VIEWS2)) {
          const box3 = el("input", { type: "radio", name: "view", value });
          box3.addEventListener("change", () => view2(value));
          group.append(el("label", { title: title2 }, box3, el("span", {}, label2)));
        }
        group.hidden = !entities4 || entities4 === size;
        mains.hidden = size === 0;
        offer("map", "Map");
        offer("table", "Table");
        refresh3(now2);
      };
    }
  });

  // src/compare.ts
  var compare_exports = {};
  __export(compare_exports, {
    has: () => has,
    isAsked: () => isAsked,
    pinOf: () => pinOf,
    start: () => start6,
    toggle: () => toggle2
  });
  var SENTENCES, NAMES2, panel3, status2, opened2, shift, isAsked, has, toggle2, pinOf, heads, line5, inTime, firstPaper, topicOf, facts2, openable, shareRow, inCommon, sharedTable, namedWith2, said2, links2, sentences, add3, save3, tools, HOW, body, render2, start6;
  var init_compare = __esm({
    "src/compare.ts"() {
      "use strict";
      init_address();
      init_card_pair();
      init_card_text();
      init_card_undrawn();
      init_compare_files();
      init_compare_sets();
      init_corpus();
      init_dom();
      init_export_menu();
      init_label_room();
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
      SENTENCES = 3;
      NAMES2 = 8;
      panel3 = byId("compare");
      status2 = el("p", { class: "unseen", role: "status" });
      opened2 = -1;
      shift = false;
      isAsked = () => shift;
      has = (node2) => now2.compare.includes(node2);
      toggle2 = (node2) => {
        const others2 = now2.compare.filter((one) => one !== node2);
        const fits = others2.filter((one) => isPaper(one) === isPaper(node2));
        compare2(has(node2) ? others2 : [...fits, node2]);
        const left2 = plural(now2.compare.length, isPaper(node2) ? "paper" : "name");
        status2.textContent = `${left2} to compare`;
      };
      pinOf = (node2) => {
        const title2 = "Put beside others, then open Compare above (Shift+click pins as well)";
        const look2 = { class: "ask", title: title2, "aria-pressed": String(has(node2)), "data-compare": String(node2) };
        return button(look2, "Compare", () => toggle2(node2));
      };
      heads = (items2) => items2.map(
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
      line5 = (title2, cells, attributes = {}) => el("tr", attributes, el("th", { scope: "row" }, title2), ...cells.map((cell4) => el("td", {}, cell4)));
      inTime = (item) => {
        const series = byTime(rowsNaming2(now2, item));
        const most4 = Math.max(...series);
        const { names: names6, unit: unit2 } = corpus.bins;
        return el(
          "div",
          { class: "in-time" },
          spark(series),
          el(
            "span",
            { class: "count" },
            most4 ? `at most ${most4} a ${unit2}, in ${names6[series.indexOf(most4)]}` : "no date"
          )
        );
      };
      firstPaper = (item) => {
        const row7 = earliest(rowsNaming2(now2, item));
        return row7 < 0 ? "" : el("ul", { class: "tight" }, paper(row7, show2));
      };
      topicOf = (item) => topic.has(nodes.topic[item]) ? el("span", { class: "chips" }, chip(nodes.topic[item])) : "";
      facts2 = (items2, sets) => {
        const papers5 = isPaper(items2[0]);
        const counts5 = sets.map((set2) => plural(set2.size, papers5 ? "name" : "paper"));
        const dated = corpus.bins.names.length > 1;
        return [
          line5(papers5 ? "Names" : "Papers", counts5),
          papers5 ? line5(
            "Date",
            items2.map((item) => nodes.date[item])
          ) : null,
          dated && !papers5 ? line5("In time", items2.map(inTime)) : null,
          dated && !papers5 ? line5("First paper", items2.map(firstPaper)) : null,
          topics.length ? line5("Topic", items2.map(topicOf)) : null
        ];
      };
      openable = (row7) => paper(row7, show2);
      shareRow = (share2, at8, items2, most4) => {
        const { sets, members } = share2;
        const names6 = labels(items2).map((name5) => short2(name5, 28));
        const dots = items2.map((_, set2) => el("span", { class: sets.includes(set2) ? "dot in" : "dot" }));
        const count5 = members.length.toLocaleString("en");
        const bar2 = el("span", {});
        bar2.style.width = `${100 * members.length / Math.max(1, most4)}%`;
        const label2 = [
          el("span", { class: "dots", "aria-hidden": "true" }, ...dots),
          foreign(shareName(share2, names6), { class: "grow" }),
          el("span", { class: "cut-bar", "aria-hidden": "true" }, bar2),
          el("span", { class: "count" }, count5)
        ];
        const act = () => {
          opened2 = opened2 === at8 ? -1 : at8;
          render2();
          panel3.querySelectorAll(".cut")[at8]?.focus();
        };
        const list4 = opened2 === at8 ? listing(members, isPaper(items2[0]) ? (node2) => named2(node2) : openable, {
          class: "tight members"
        }) : [];
        return el("li", {}, button({ class: "cut", "aria-expanded": String(opened2 === at8) }, label2, act), ...list4);
      };
      inCommon = (items2, sets) => {
        const found = shares(sets);
        const most4 = Math.max(...found.map(({ members }) => members.length));
        const noun2 = isPaper(items2[0]) ? "Names" : "Papers";
        return section(
          `${noun2} in common and apart`,
          el("ul", { class: "cuts" }, ...found.map((share2, at8) => shareRow(share2, at8, items2, most4)))
        );
      };
      sharedTable = (items2, kind, list4) => {
        const papers5 = isPaper(items2[0]);
        const most4 = Math.max(1, ...list4.flatMap(({ cells }) => cells));
        const cell4 = (value) => {
          const made7 = el(
            "td",
            { class: value > (papers5 ? -1 : 0) ? "some" : "none" },
            String(cellOf(value, papers5) || "")
          );
          if (!papers5 && value) made7.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(value / most4))}%`);
          return made7;
        };
        const body4 = list4.slice(0, NAMES2).map(
          ({ node: node2, cells }) => el(
            "tr",
            {},
            el("th", { scope: "row" }, el("span", { class: "cell" }, icon(kind), nodeLink(node2))),
            ...cells.map(cell4)
          )
        );
        const head5 = el(
          "tr",
          {},
          el("th", { scope: "col" }, KINDS[kind]?.many ?? kind),
          ...items2.map((item) => el("th", { scope: "col" }, foreign(nodes.label[item], { class: "short" })))
        );
        return el("table", { class: "shared" }, el("thead", {}, head5), el("tbody", {}, ...body4));
      };
      namedWith2 = (items2) => {
        const found = (isPaper(items2[0]) ? sharedNames2 : sharedCompany)(now2, items2);
        const tables = Object.keys(KINDS).map((kind) => [kind, found.filter(({ node: node2 }) => nodes.kind[node2] === kind)]).filter(([, list4]) => list4.length).map(([kind, list4]) => sharedTable(items2, kind, list4));
        const none2 = el("p", { class: "muted" }, "Nothing is named with two of them.");
        return section(
          isPaper(items2[0]) ? "Named by two or more" : "Named with two or more, in how many papers",
          tables.length ? el("div", { class: "tables" }, ...tables.map((one) => el("div", {}, one))) : none2
        );
      };
      said2 = (texts, item) => el(
        "div",
        { class: "saying" },
        el("h4", {}, icon(nodes.kind[item]), foreign(nodes.label[item])),
        ...tellingEdges(now2, item, SENTENCES).map(
          (edge) => el(
            "div",
            { class: "said" },
            nodeLink(edges.from[edge], void 0, { class: "muted" }),
            evidence(texts, edge)
          )
        )
      );
      links2 = (texts, papers5) => papers5.flatMap(
        (one, at8) => papers5.slice(at8 + 1).map((two) => {
          const likely2 = likelihood(texts, linkOf2(one, two));
          const both = el("p", { class: "pair" }, foreign(nodes.label[one]), " – ", foreign(nodes.label[two]));
          const none2 = el("p", { class: "muted" }, "The graph has no link between them.");
          return el("div", { class: "link" }, papers5.length > 2 ? both : null, likely2 ?? none2);
        })
      );
      sentences = async (items2) => {
        const found = await near(...items2);
        if (!isPaper(items2[0]))
          return [
            section(
              "What papers say",
              el("div", { class: "side" }, ...items2.map((item) => said2(found, item)))
            )
          ];
        return [
          section("Links", ...links2(found, items2)),
          section("What is said of names that they share", ...namesOfBoth(found, items2))
        ];
      };
      add3 = () => ask2("Compare with …", (node2) => {
        if (!has(node2)) toggle2(node2);
      });
      save3 = (text3, type, ending) => download(new Blob([text3], { type: `${type};charset=utf-8` }), ending);
      tools = (items2) => el(
        "div",
        { class: "view-head" },
        el("h2", {}, "Compare"),
        items2.length < MOST_COMPARED ? button({ class: "ask" }, "Add …", add3) : null,
        items2.length > 1 ? button({ class: "ask" }, "Save as CSV", () => save3(asCsv(items2), "text/csv", ".compared.csv")) : null,
        items2.length > 1 ? button(
          { class: "ask" },
          "Save as Markdown",
          () => save3(asMarkdown(items2), "text/markdown", ".compared.md")
        ) : null,
        items2.length ? button({ class: "ask" }, "Clear", () => compare2([])) : null
      );
      HOW = "Choose Compare on the cards of two to four papers, or of as many entities of one kind. Shift+click on the map or on a name does the same.";
      body = (items2) => {
        const sets = setsOf(now2, items2);
        const head5 = el("tr", {}, el("td", {}), ...heads(items2));
        const left2 = isPaper(items2[0]) ? "" : uncounted(now2);
        return [
          el(
            "div",
            { class: "facts-box" },
            el("table", { class: "facts" }, el("thead", {}, head5), el("tbody", {}, ...facts2(items2, sets)))
          ),
          left2 ? el("p", { class: "muted" }, left2) : null,
          ...items2.length > 1 ? [inCommon(items2, sets), namedWith2(items2)] : [el("p", { class: "muted" }, HOW)]
        ];
      };
      render2 = async () => {
        panel3.hidden = now2.main !== "compare";
        const items2 = panel3.hidden ? [] : alike(now2.compare);
        const scroll2 = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Comparison" });
        if (panel3.hidden) {
          panel3.replaceChildren();
          return;
        }
        const top4 = panel3.querySelector(".scroll")?.scrollTop ?? 0;
        scroll2.append(...present(items2.length ? body(items2) : [el("p", { class: "muted" }, HOW)]));
        panel3.replaceChildren(tools(items2), scroll2);
        scroll2.scrollTop = top4;
        const more = items2.length > 1 ? await sentences(items2) : [];
        if (!scroll2.isConnected) return;
        scroll2.append(...more);
        scroll2.scrollTop = top4;
      };
      start6 = () => {
        const opener3 = offer("compare", "Compare");
        const recount3 = () => {
          const count5 = now2.compare.length;
          opener3.textContent = count5 ? `Compare (${count5})` : "Compare";
          for (const pin of document.querySelectorAll("[data-compare]"))
            pin.setAttribute("aria-pressed", String(has(Number(pin.dataset.compare))));
        };
        document.body.append(status2);
        byId("canvas").addEventListener(
          "pointerdown",
          (event) => {
            shift = event.shiftKey;
          },
          true
        );
        recount3();
        on(["compare", "main"], () => {
          opened2 = -1;
          recount3();
          render2();
        });
        on2(() => {
          if (!panel3.hidden) render2();
        });
        render2();
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
      plus = (set2, value) => /* @__PURE__ */ new Set([...set2, value]);
      minus = (set2, value) => new Set([...set2].filter((one) => one !== value));
      percent2 = (value) => `${Math.round(100 * value)} %`;
      topics3 = ({ hiddenTopics: hidden }) => {
        if (!hidden.size) return [];
        const title2 = (name5) => name5 || "no topic";
        const left2 = topicsLeft(hidden);
        const all6 = { hiddenTopics: /* @__PURE__ */ new Set() };
        if (left2 && left2.length <= FEW && left2.length < hidden.size)
          return left2.map((name5) => ({
            ...{ name: "topic", value: title2(name5) },
            without: left2.length > 1 ? { hiddenTopics: plus(hidden, name5) } : all6
          }));
        if (hidden.size > FEW) return [{ name: "without", value: `${hidden.size} topics`, without: all6 }];
        return [...hidden].map((name5) => ({
          ...{ name: "without", value: title2(name5) },
          without: { hiddenTopics: minus(hidden, name5) }
        }));
      };
      few = (field, { [field]: hidden }, all6, title2) => {
        const first2 = fresh()[field];
        if (same2(hidden, first2)) return [];
        const left2 = all6.filter((name5) => !hidden.has(name5));
        if (left2.length === 1 && all6.length > 2)
          return [{ name: "only", value: title2(left2[0]), without: { [field]: first2 } }];
        const gone = all6.filter((name5) => hidden.has(name5) && !first2.has(name5));
        const more = left2.filter((name5) => first2.has(name5));
        return [
          ...gone.map((name5) => ({
            ...{ name: "without", value: title2(name5) },
            without: { [field]: minus(hidden, name5) }
          })),
          ...more.map((name5) => ({ name: "with", value: title2(name5), without: { [field]: plus(hidden, name5) } }))
        ];
      };
      kindTitle = (kind) => KINDS[kind]?.many ?? kind;
      relationTitle = (name5) => {
        const { edge, background: background3 } = RELATIONS[name5] ?? { edge: name5, background: false };
        return background3 ? `Background ${edge.toLowerCase()}` : edge;
      };
      time = ({ since, until }) => {
        const [first2, last2] = ordered2(since, until);
        if (!first2 && !last2) return [];
        const without = { since: "", until: "" };
        if (first2 && last2) return [{ name: "time", value: spanOf(first2, last2), without }];
        return [{ name: first2 ? "since" : "until", value: spoken(first2 || last2), without }];
      };
      least = (now7, field, name5, show7 = String) => {
        const first2 = fresh()[field];
        return now7[field] === first2 ? [] : [{ name: name5, value: `≥ ${show7(now7[field])}`, without: { [field]: first2 } }];
      };
      active2 = (now7) => [
        ...now7.topic ? [{ name: "open topic", value: now7.topic, without: { topic: "" } }] : [],
        ...topics3(now7),
        ...time(now7),
        ...now7.text ? [{ name: "text", value: now7.text, without: { text: "" } }] : [],
        ...now7.lasso.length ? [{ name: "selected", value: "on the map", without: { lasso: [] } }] : [],
        ...few("hiddenKinds", now7, [...kinds2.keys()], kindTitle),
        ...few("hiddenRelations", now7, [...relations.keys()], relationTitle),
        ...least(now7, "confidence", "confidence"),
        ...least(now7, "papers", "papers each"),
        ...least(now7, "weight", "probability", percent2),
        ...least(now7, "together", "together in")
      ];
    }
  });

  // src/chips.ts
  var line6, chip2, papersLeft, render3, start7;
  var init_chips = __esm({
    "src/chips.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_rows();
      init_state();
      line6 = byId("chips");
      chip2 = ({ name: name5, value, without }) => button(
        { class: "filter", title: `${name5}: ${value}` },
        [
          el("span", { class: "unseen" }, "Remove the filter "),
          el("span", { class: "muted" }, `${name5} `),
          foreign(value.slice(0, 80)),
          el("span", { class: "cross", "aria-hidden": "true" }, "×")
        ],
        () => {
          const at8 = [...line6.querySelectorAll("button")].indexOf(document.activeElement);
          refine(without);
          const next2 = [...line6.querySelectorAll("button")];
          if (at8 >= 0) (next2[Math.min(at8, next2.length - 1)] ?? byId("search")).focus();
        }
      );
      papersLeft = ({ count: { papers: papers5, of: of3 } }) => papers5 === of3 ? plural(of3, "paper") : `${papers5.toLocaleString("en")} of ${plural(of3, "paper")}`;
      render3 = (result) => {
        const active4 = active2(now2);
        line6.hidden = active4.length === 0 || size === 0;
        if (line6.hidden) {
          line6.replaceChildren();
          return;
        }
        line6.replaceChildren(
          el("ul", {}, ...active4.map((filter) => el("li", {}, chip2(filter)))),
          el("span", { class: "count" }, papersLeft(result)),
          button({ class: "more reset-all" }, "Reset all", () => {
            refine({ topic: "" });
            widen();
            byId("search").focus();
          })
        );
      };
      start7 = (on4, now7) => {
        on4(render3);
        render3(now7);
      };
    }
  });

  // src/header.ts
  var summary, status3, dates, period, kindsLeft, render4, start8;
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
      status3 = byId("result-status");
      dates = corpus.date.filter((date3) => /^\d{4}/.test(date3)).sort();
      period = dates.length ? spanOf(
        (figures?.time.first || dates[0]).slice(0, 7),
        (figures?.time.last || dates[dates.length - 1]).slice(0, 7)
      ) : "";
      kindsLeft = ({ count: { kinds: kinds6 } }, filtered) => Object.entries(KINDS).filter(([kind]) => kind !== "paper" && kinds6.get(kind)?.[1]).map(([kind, { one, many: many2 }]) => {
        const [found, all6] = kinds6.get(kind) ?? [0, 0];
        const noun2 = plural(all6, one.toLowerCase(), many2.toLowerCase());
        return filtered && found < all6 ? `${found.toLocaleString("en")} of ${noun2}` : noun2;
      });
      render4 = (now7) => {
        const said3 = [period, papersLeft(now7)].filter(Boolean);
        summary.replaceChildren(...said3.map((text3) => el("span", {}, text3)));
        summary.title = [...said3, ...kindsLeft(now7, active2(now2).length > 0)].join(" · ");
        if (status3.textContent !== "" || now7.count.papers < now7.count.of) status3.textContent = papersLeft(now7);
      };
      start8 = (home3) => {
        byId("home").addEventListener("click", home3);
        render4(now3);
        onFollowing(render4);
      };
    }
  });

  // src/questions.ts
  var most2, firstOf, entities5, largest, uses, connects, news, questions;
  var init_questions = __esm({
    "src/questions.ts"() {
      "use strict";
      init_model();
      init_model();
      init_periods();
      init_result();
      init_state();
      most2 = (kind, taken = []) => {
        let best = -1;
        for (const node2 of nodes.id) {
          const fits = nodes.kind[node2] === kind && !taken.includes(node2) && now3.named[node2] > 0;
          if (fits && (best < 0 || now3.named[node2] > now3.named[best])) best = node2;
        }
        return best;
      };
      firstOf = (kinds6, taken = []) => kinds6.map((kind) => most2(kind, taken)).find((node2) => node2 >= 0) ?? -1;
      entities5 = Object.keys(KINDS).filter((kind) => kind !== "paper");
      largest = () => topics.filter(({ name: name5 }) => !now2.hiddenTopics.has(name5)).sort((a, b) => (now3.topics.get(b.name) ?? 0) - (now3.topics.get(a.name) ?? 0))[0];
      uses = () => {
        const node2 = firstOf([...asked2.used, ...entities5]);
        if (node2 < 0) return null;
        const ask3 = asked2.used.includes(nodes.kind[node2]) ? "Which papers use " : "Which papers name ";
        return { words: [ask3, nodes.label[node2], "?"], answer: { selected: node2 } };
      };
      connects = () => {
        const first2 = firstOf([...asked2.from, ...entities5]);
        const second = firstOf([...asked2.to, ...entities5], [first2]);
        if (first2 < 0 || second < 0) return null;
        return {
          words: ["What connects ", nodes.label[first2], " and ", nodes.label[second], "?"],
          answer: { selected: first2, target: second }
        };
      };
      news = () => {
        const topic5 = largest();
        if (!topic5 || !isDivided) return null;
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
  var FIRST4, foldable, opened3, all3, barred, onlyButton, row3, isHidden, byCount, topicBars;
  var init_start_topics = __esm({
    "src/start_topics.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_result();
      init_rows();
      init_state();
      init_theme();
      FIRST4 = 8;
      foldable = () => {
        const opened6 = /* @__PURE__ */ new Set();
        return {
          has: (name5) => opened6.has(name5),
          turner: ({ name: name5 }, open6, again) => {
            const label2 = `${open6 ? "Hide" : "Show"} the subtopics of ${name5}`;
            const turn2 = () => {
              if (!opened6.delete(name5)) opened6.add(name5);
              again();
            };
            return button(
              { class: "turn", "aria-expanded": String(open6), "aria-label": label2, value: name5 },
              "›",
              turn2
            );
          }
        };
      };
      opened3 = foldable();
      all3 = false;
      barred = (share2, colour, ...content3) => {
        const bar2 = el("span", { class: "share", "aria-hidden": "true" });
        bar2.style.inlineSize = `calc((100% - 3.4em) * ${Math.round(1e3 * Math.min(1, share2)) / 1e3})`;
        bar2.style.backgroundColor = colour;
        return [bar2, ...content3];
      };
      onlyButton = (what2, pressed, act) => button(
        { class: "only", "aria-pressed": String(pressed), "aria-label": `Only ${what2}`, title: `Only ${what2}` },
        "only",
        act
      );
      row3 = (topic5, most4, again) => {
        const { name: name5, parent, subtopics } = topic5;
        const count5 = now3.topics.get(name5) ?? 0;
        const pick3 = button(
          { class: "pick barred", title: name5, "data-start": name5 },
          barred(
            count5 / most4,
            ofTopic(name5),
            foreign(name5, { class: "grow" }),
            el("span", { class: "count" }, count5.toLocaleString("en"))
          ),
          () => showTopic(name5)
        );
        return el(
          "li",
          { class: `bar-row${parent ? " finer" : ""}${isHidden(topic5) ? " hidden-too" : ""}` },
          subtopics.length > 1 ? opened3.turner(topic5, opened3.has(name5), again) : el("span", { class: "turn", "aria-hidden": "true" }),
          pick3,
          onlyButton(name5, isOnlyTopic(name5), () => onlyTopic(name5))
        );
      };
      isHidden = ({ name: name5, parent }) => now2.hiddenTopics.has(name5) || parent !== "" && now2.hiddenTopics.has(parent);
      byCount = (a, b) => Number(isHidden(a)) - Number(isHidden(b)) || (now3.topics.get(b.name) ?? 0) - (now3.topics.get(a.name) ?? 0) || a.rank - b.rank;
      topicBars = (again) => {
        if (!isDivided) return null;
        const ordered3 = [...topics].sort(byCount);
        const most4 = Math.max(1, ...ordered3.map(({ name: name5 }) => now3.topics.get(name5) ?? 0));
        const shown5 = all3 ? ordered3 : ordered3.slice(0, FIRST4);
        const list4 = shown5.flatMap((topic5) => [
          row3(topic5, most4, again),
          ...(opened3.has(topic5.name) ? [...topic5.subtopics].sort(byCount) : []).map(
            (finer) => row3(finer, most4, again)
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
        return section("Topics", el("ul", { class: "bars" }, ...list4), ordered3.length > FIRST4 ? more : null);
      };
    }
  });

  // src/start_trends.ts
  var FIRST5, naming3, trendRow, trend, takenRow, trends;
  var init_start_trends = __esm({
    "src/start_trends.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_model();
      init_rows();
      init_spark();
      init_state();
      FIRST5 = 5;
      naming3 = (id2, kind, label2) => {
        const node2 = at.get(id2);
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
      trendRow = ({ series, time: time2 }, table4) => (line7) => {
        const row7 = table4.row[line7];
        const [before3, late] = [table4.before[line7], table4.late[line7]];
        const said3 = `${plural(before3, "paper")} up to ${time2.bins[time2.split - 1]}, ${late.toLocaleString("en")} since`;
        return el(
          "li",
          { class: "trend", title: said3 },
          ...naming3(series.id[row7], series.kind[row7], series.label[row7]),
          series.bins ? spark(series.bins[row7]) : null,
          el(
            "span",
            { class: "count", "aria-hidden": "true" },
            `${before3.toLocaleString("en")} → ${late.toLocaleString("en")}`
          ),
          el("span", { class: "unseen" }, said3)
        );
      };
      trend = (title2, figures3, table4) => table4.row.length && figures3.time.bins.length > 1 ? section(
        title2,
        ...listing([...table4.row.keys()], trendRow(figures3, table4), { class: "trends" }, FIRST5)
      ) : null;
      takenRow = ({ series, taken_up: table4 }) => (line7) => {
        const row7 = table4.row[line7];
        const paper4 = at.get(table4.first[line7]);
        const from = paper4 === void 0 ? foreign(table4.title[line7]) : nodeLink(paper4, table4.title[line7]);
        return el(
          "li",
          { class: "taken" },
          ...naming3(series.id[row7], series.kind[row7], series.label[row7]),
          el("span", { class: "count" }, plural(table4.takers[line7], "paper")),
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
            ...listing([...figures3.taken_up.row.keys()], takenRow(figures3), { class: "trends" }, FIRST5)
          ) : null
        ].filter((section2) => section2 !== null);
        const note3 = el("p", { class: "muted aside" }, "Counted in all papers, whatever the filters.");
        return found.length && filtered ? [...found, note3] : found;
      };
    }
  });

  // src/start.ts
  var FIRST6, tab2, whole4, counted2, kinds4, named4, byName, mostUsed, usedRow, KEYS2, used, asked3, counts4, startPanel;
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
      FIRST6 = 6;
      tab2 = "";
      whole4 = false;
      counted2 = (node2) => whole4 ? nodes.papers[node2] : now3.named[node2];
      kinds4 = () => Object.keys(KINDS).filter(
        (kind) => kind !== "paper" && KINDS[kind].worded && kinds2.has(kind)
      );
      named4 = /* @__PURE__ */ new Map();
      byName = (kind) => {
        const found = named4.get(kind) ?? nodes.id.filter((node2) => nodes.kind[node2] === kind).sort(named);
        named4.set(kind, found);
        return found;
      };
      mostUsed = (kind) => byName(kind).filter((node2) => counted2(node2) > 0).sort((a, b) => counted2(b) - counted2(a));
      usedRow = (most4) => (node2) => el(
        "li",
        { class: "bar-row" },
        el(
          "span",
          { class: "barred" },
          ...barred(
            counted2(node2) / most4,
            `var(--${nodes.kind[node2]})`,
            icon(nodes.kind[node2]),
            nodeLink(node2, void 0, { class: "grow" }),
            el("span", { class: "count" }, counted2(node2).toLocaleString("en"))
          )
        )
      );
      KEYS2 = { ArrowLeft: -1, ArrowRight: 1 };
      used = (again) => {
        const all6 = kinds4();
        if (!all6.length) return null;
        if (!all6.includes(tab2)) tab2 = all6[0];
        const list4 = mostUsed(tab2);
        const choose4 = (kind) => {
          tab2 = kind;
          again();
        };
        const heads2 = all6.map(
          (kind) => button(
            {
              ...{ role: "tab", "data-start": `tab ${kind}`, "aria-controls": "most-used" },
              ...{ "aria-selected": String(kind === tab2), tabindex: kind === tab2 ? "0" : "-1" }
            },
            kindTitle(kind),
            () => choose4(kind)
          )
        );
        const tabs2 = el("div", { class: "tabs", role: "tablist", "aria-label": "Most used" }, ...heads2);
        tabs2.addEventListener("keydown", (event) => {
          const step4 = KEYS2[event.key];
          if (!step4) return;
          event.preventDefault();
          choose4(all6[(all6.indexOf(tab2) + step4 + all6.length) % all6.length]);
          byId("card").querySelector("[role=tab][aria-selected=true]")?.focus();
        });
        const content3 = list4.length ? listing(list4, usedRow(counted2(list4[0])), { class: "bars" }, FIRST6) : [el("p", { class: "muted" }, "None in the papers that are left.")];
        return section(
          "Most used",
          tabs2,
          el("div", { id: "most-used", role: "tabpanel", "aria-label": kindTitle(tab2) }, ...content3)
        );
      };
      asked3 = () => {
        const list4 = questions().map(
          ({ words: words2, answer: answer3 }) => el(
            "li",
            {},
            button(
              { class: "question" },
              words2.map((text3, at8) => at8 % 2 ? foreign(text3) : text3),
              () => answer(answer3)
            )
          )
        );
        return list4.length ? section("Ask", el("ul", { class: "questions" }, ...list4)) : null;
      };
      counts4 = (filtered) => {
        const found = kindsLeft(now3, filtered);
        const [first2, ...more] = [papersLeft(now3), ...found];
        return el("p", { class: "counts" }, el("strong", {}, first2), more.length ? ` · ${more.join(" · ")}` : null);
      };
      startPanel = (again, closing2) => {
        const filtered = active2(now2).length > 0;
        whole4 = !filtered && Boolean(rest.key?.length);
        return present([
          el("div", { class: "card-head" }, el("span", { class: "kind" }, "What is in here"), closing2),
          el("h2", { dir: "auto" }, document.title),
          period ? el("p", { class: "meta" }, period) : null,
          counts4(filtered),
          topicBars(again),
          asked3(),
          ...trends(filtered),
          used(again)
        ]);
      };
    }
  });

  // src/card.ts
  var panel4, dismissed, called, closing, head2, actions, alsoKnown, chips2, aside2, broader2, source, render5, heading, byMention, topicCard, beginning, markOf2, refresh4, isStart, dismiss, home, NARROW3, ROOMY, show4, recount, mark3;
  var init_card = __esm({
    "src/card.ts"() {
      "use strict";
      init_card_correct();
      init_card_entity();
      init_card_paper();
      init_card_path();
      init_card_reading();
      init_card_topic();
      init_compare();
      init_corpus();
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
      panel4 = byId("card");
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
        const steps3 = [1, 2].map(
          (count5) => button(
            { "aria-pressed": String(now2.steps === count5), "data-steps": String(count5) },
            plural(count5, "step"),
            () => showSteps(count5)
          )
        );
        const name5 = nodes.label[node2].slice(0, 40);
        const path2 = button(
          { class: "ask" },
          "Path to …",
          () => ask2(`Path from ${name5} to …`, (other2) => {
            if (other2 !== node2) pathTo(other2);
          })
        );
        return el(
          "div",
          { class: "actions" },
          el("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, ...steps3),
          opener(),
          pinOf(node2),
          path2
        );
      };
      alsoKnown = (node2) => {
        let aliases = [...new Set(split(nodes.aliases[node2]).map(shownAs))];
        aliases = aliases.filter((alias) => alias !== nodes.label[node2]);
        if (KINDS[nodes.kind[node2]]?.term) {
          const seen = /* @__PURE__ */ new Set([nodes.label[node2].toLowerCase()]);
          aliases = aliases.filter((alias) => !seen.has(alias.toLowerCase()) && seen.add(alias.toLowerCase()));
        }
        if (!aliases.length) return null;
        const list4 = aliases.flatMap((alias, at8) => [at8 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list4);
      };
      chips2 = (node2) => chips(nodes.topic[node2], nodes.subtopic[node2]);
      aside2 = (node2) => {
        const count5 = around[node2].filter(isBackground).length;
        return count5 ? `${count5.toLocaleString("en")} in the background` : "";
      };
      broader2 = (node2) => {
        const names6 = split(nodes.broader[node2] || "");
        if (!names6.length) return null;
        const same4 = (name5) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name5;
        const list4 = names6.flatMap((name5, at8) => {
          const found = nodes.id.find(same4(name5));
          return [at8 ? ", " : "", found === void 0 ? foreign(name5) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list4);
      };
      source = (node2) => {
        const link = outside(nodes.url[node2]);
        return link ? el("p", { class: "source" }, link) : null;
      };
      render5 = async (node2) => {
        const whole6 = now2.target >= 0;
        const found = await (whole6 ? all() : near(node2));
        const { selected, target } = now2;
        if (selected !== node2) return;
        const paper4 = isPaper(node2);
        panel4.replaceChildren(
          ...present([
            head2(node2),
            el("h2", { dir: "auto" }, nodes.label[node2]),
            paper4 ? meta(nodes.date[node2], ...split(nodes.sources[node2])) : meta(`named by ${plural(nodes.papers[node2], "paper")}`, aside2(node2)),
            chips2(node2),
            alsoKnown(node2),
            broader2(node2),
            ...paper4 ? cardReading(rowOf(node2), nodes.label[node2]) : [source(node2)],
            actions(node2),
            paper4 ? null : correctEntity(node2, found),
            found.missing ? el("p", { class: "muted" }, "The abstracts and sentences in this file cannot be unpacked.") : null,
            target >= 0 ? cardPath(node2, target, found) : null,
            ...(paper4 ? cardPaper : cardEntity)(node2, found)
          ])
        );
        panel4.scrollTop = 0;
      };
      heading = (kind, { many: many2, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many2.toLowerCase()}` : many2;
      byMention = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
      topicCard = (topic5) => {
        const row7 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
        const found = Object.fromEntries(Object.keys(KINDS).map((kind2) => [kind2, []]));
        for (const i of topic5.members) found[nodes.kind[i]]?.push(i);
        const { paper: paper4, ...entities7 } = KINDS;
        const later = ([, facts3]) => facts3.term ? 0 : 1;
        const groups = Object.entries({ ...entities7, paper: paper4 }).filter(([kind2]) => found[kind2].length).sort((a, b) => later(a) - later(b));
        const kind = el("span", { class: "kind" }, topic5.parent ? "Subtopic" : "Topic");
        const only2 = onlyButton(topic5.name, isOnlyTopic(topic5.name), () => onlyTopic(topic5.name));
        panel4.replaceChildren(
          el("div", { class: "card-head" }, swatch(topic5.name), kind, only2, closing()),
          ...present(cardTopic(topic5)),
          ...groups.map(
            ([kind2, facts3]) => section(heading(kind2, facts3), ...listing(found[kind2].sort(byMention), row7, { class: "tight" }, 8))
          )
        );
        panel4.scrollTop = 0;
      };
      beginning = () => {
        panel4.replaceChildren(...present(startPanel(refresh4, closing())));
      };
      markOf2 = (item) => item && panel4.contains(item) ? ["class", "value", "data-start", "aria-label"].map((name5) => item.getAttribute(name5)).join("\n") : "";
      refresh4 = () => {
        if (!isStart() || panel4.hidden) return;
        const held = markOf2(document.activeElement);
        beginning();
        if (!held) return;
        const again = [...panel4.querySelectorAll("button, a")].find((item) => markOf2(item) === held);
        again?.focus({ preventScroll: true });
      };
      isStart = () => now2.selected < 0 && now2.topic === "" && panel4.dataset.row === void 0;
      dismiss = () => {
        if (isStart()) dismissed = true;
        clear();
        show4();
      };
      home = () => {
        dismissed = false;
        called = true;
        delete panel4.dataset.row;
        clear();
        show("map");
        show4();
        panel4.focus({ preventScroll: true });
      };
      NARROW3 = matchMedia("(max-width: 720px)");
      ROOMY = matchMedia("(min-width: 1000px)");
      show4 = async () => {
        const { selected, topic: topic5, main: main2 } = now2;
        if (selected >= 0 || topic5) delete panel4.dataset.row;
        else if (panel4.dataset.row !== void 0) return;
        const fits = called || ROOMY.matches || NARROW3.matches;
        const welcome = topic5 !== "" || !dismissed && size > 0 && fits && main2 === "map";
        panel4.hidden = selected < 0 && !welcome;
        document.body.classList.toggle("with-card", !panel4.hidden);
        panel4.classList.toggle("start", !panel4.hidden && isStart());
        panel4.dataset.node = selected < 0 ? "" : nodes.key[selected];
        if (selected >= 0) await render5(selected);
        else if (topic5 && topic.has(topic5)) topicCard(topic.get(topic5));
        else if (welcome) {
          beginning();
          panel4.scrollTop = 0;
        }
      };
      startKeys();
      recount = refresh4;
      mark3 = () => {
        for (const step4 of panel4.querySelectorAll("[data-steps]"))
          step4.setAttribute("aria-pressed", String(Number(step4.dataset.steps) === now2.steps));
      };
    }
  });

  // src/polygon.ts
  var MOST9, distance2, thinned2;
  var init_polygon = __esm({
    "src/polygon.ts"() {
      "use strict";
      MOST9 = 60;
      distance2 = (line7, at8, from, to) => {
        const [ax, ay, bx, by] = [line7[2 * from], line7[2 * from + 1], line7[2 * to], line7[2 * to + 1]];
        const [px, py] = [line7[2 * at8] - ax, line7[2 * at8 + 1] - ay];
        const [dx, dy] = [bx - ax, by - ay];
        const length = Math.hypot(dx, dy);
        return length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
      };
      thinned2 = (line7, most4 = MOST9) => {
        const count5 = line7.length / 2;
        if (count5 <= most4) return line7;
        const kept4 = [0, count5 - 1];
        while (kept4.length < most4) {
          let [best, far, slot] = [-1, 0, 0];
          for (let part2 = 0; part2 + 1 < kept4.length; part2 += 1) {
            for (let at8 = kept4[part2] + 1; at8 < kept4[part2 + 1]; at8 += 1) {
              const found = distance2(line7, at8, kept4[part2], kept4[part2 + 1]);
              if (found > far) [best, far, slot] = [at8, found, part2 + 1];
            }
          }
          if (best < 0) break;
          kept4.splice(slot, 0, best);
        }
        return kept4.flatMap((at8) => [line7[2 * at8], line7[2 * at8 + 1]]);
      };
    }
  });

  // src/lasso.ts
  var group2, cover3, drawing, outline, choose2, drawer, arm, stroke3, sign2, name4, start9;
  var init_lasso = __esm({
    "src/lasso.ts"() {
      "use strict";
      init_dom();
      init_draw();
      init_model();
      init_polygon();
      init_state();
      init_theme();
      group2 = byId("lasso");
      cover3 = el("div", { class: "lasso-cover", hidden: true });
      drawing = [];
      outline = (ctx2, zoom2) => {
        const corners2 = drawing.length ? drawing : now2.lasso;
        if (corners2.length < 4) return;
        ctx2.beginPath();
        for (let i = 0; i < corners2.length; i += 2) {
          const { x: x2, y: y2 } = fromLayout({ x: corners2[i], y: corners2[i + 1] });
          if (i) ctx2.lineTo(x2, y2);
          else ctx2.moveTo(x2, y2);
        }
        if (!drawing.length) ctx2.closePath();
        ctx2.strokeStyle = own.accent;
        ctx2.lineWidth = 2 / zoom2;
        ctx2.stroke();
      };
      choose2 = (corners2) => narrow("lasso", thinned2(corners2).map(Math.round));
      drawer = button({ "aria-pressed": "false" }, "", () => arm(cover3.hidden));
      arm = (wanted) => {
        cover3.hidden = !wanted;
        drawing = [];
        drawer.setAttribute("aria-pressed", String(wanted));
        redraw();
      };
      stroke3 = (down2) => {
        const box3 = cover3.getBoundingClientRect();
        const add4 = (event) => {
          const { x: x2, y: y2 } = layoutAt({ x: event.clientX - box3.left, y: event.clientY - box3.top });
          drawing.push(x2, y2);
          redraw();
        };
        const end2 = (event) => {
          cover3.removeEventListener("pointermove", add4);
          cover3.removeEventListener("pointerup", end2);
          cover3.removeEventListener("pointercancel", end2);
          const found = event.type === "pointercancel" ? [] : drawing;
          arm(false);
          if (found.length >= 6) choose2(found);
        };
        cover3.setPointerCapture(down2.pointerId);
        cover3.addEventListener("pointermove", add4);
        cover3.addEventListener("pointerup", end2);
        cover3.addEventListener("pointercancel", end2);
        add4(down2);
      };
      sign2 = (path2) => {
        const svg2 = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        const line7 = document.createElementNS("http://www.w3.org/2000/svg", "path");
        svg2.setAttribute("viewBox", "0 0 16 16");
        svg2.setAttribute("aria-hidden", "true");
        line7.setAttribute("d", path2);
        svg2.append(line7);
        return svg2;
      };
      name4 = (item, text3) => {
        for (const attribute2 of ["aria-label", "title"]) item.setAttribute(attribute2, text3);
      };
      start9 = () => {
        const view4 = button(
          {},
          sign2("M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M6 6h4v4H6z"),
          () => choose2(freeCorners())
        );
        drawer.append(sign2("M3 9C1 5 5 2 9 3s5 5 2 7-6 1-6 3"));
        name4(drawer, "Draw a line around papers");
        name4(view4, "Select the papers in view");
        group2.append(drawer, view4);
        group2.hidden = !kinds2.has("paper");
        byId("stage").append(cover3);
        cover3.addEventListener("pointerdown", stroke3);
        document.addEventListener(
          "keydown",
          (event) => {
            if (event.key !== "Escape" || cover3.hidden) return;
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
  var range, named5, weights, papers3, row4, STEPS5, DIGITS, plain3, scaled, counted3, rows2;
  var init_sliders = __esm({
    "src/sliders.ts"() {
      "use strict";
      init_dom();
      init_model();
      init_rows();
      init_state();
      range = (values) => values.reduce(
        ([least2, most4], value) => [Math.min(least2, value), Math.max(most4, value)],
        [Infinity, -Infinity]
      );
      named5 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
      weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers3 = nodes.papers.filter((_, i) => !isPaper(i));
      row4 = (slider) => {
        const { name: name5, label: label2, field, views, most: most4, write: write5, read: read3, show: show7 } = slider;
        const output = el("output", { class: "count" });
        const input2 = el("input", {
          type: "range",
          name: name5,
          min: "0",
          max: String(most4),
          step: "1",
          "aria-label": name5
        });
        const made7 = el("label", { class: "slider" }, el("span", { class: "grow" }, label2), input2, output);
        const refresh8 = (now7) => {
          const step4 = read3(now7[field]);
          input2.value = String(step4);
          output.textContent = show7(step4);
          input2.setAttribute("aria-valuetext", show7(step4));
          made7.hidden = views !== void 0 && !views.includes(now7.view);
        };
        input2.addEventListener("input", () => narrow(field, write5(Number(input2.value))));
        refresh8(now2);
        on(["filter"], refresh8);
        return made7;
      };
      STEPS5 = 50;
      DIGITS = 2;
      plain3 = (value) => value.toFixed(DIGITS);
      scaled = (slider, [least2, most4], written2 = plain3) => {
        const value = (step4) => {
          const exact = least2 + (most4 - least2) * step4 / STEPS5;
          return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
        };
        return row4({
          ...slider,
          most: STEPS5,
          write: (step4) => step4 ? value(step4) : 0,
          read: (now7) => Math.max(0, Math.min(STEPS5, Math.ceil((now7 - least2) / (most4 - least2) * STEPS5 - 1e-6))),
          show: (step4) => step4 ? `≥ ${written2(value(step4))}` : "any"
        });
      };
      counted3 = (slider, most4) => row4({
        ...slider,
        most: most4 - 1,
        write: (step4) => step4 + 1,
        read: (now7) => now7 - 1,
        show: (step4) => step4 ? `≥ ${(step4 + 1).toLocaleString("en")}` : "any"
      });
      rows2 = () => {
        const found = [];
        const [sure2, heavy, often] = [named5, weights, papers3].map(range);
        if (sure2[1] > sure2[0])
          found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure2));
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
        if (papers3.length > 1)
          found.push(
            counted3(
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
  var ONLY, FIRST7, LATER, panel5, body2, boxes, all4, check, group3, kinds5, relations3, colours2, opened4, isOpen, turner, topicCount, topicRow, topicRows, topicList, topicOf2, renderTopics, reset2, refresh5, recount2, build, start10, restyle2;
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
      FIRST7 = 8;
      LATER = 300;
      panel5 = byId("legend");
      body2 = panel5.querySelector(".legend-body");
      boxes = [];
      all4 = false;
      check = (field, [name5, value, count5], label2, toggle3, extra = false) => {
        const box3 = el("input", { type: "checkbox", name: name5, value });
        box3.addEventListener("change", () => toggle3(value));
        const figure = el("span", { class: "count" }, count5.toLocaleString("en"));
        const title2 = label2.map((part2) => part2 instanceof HTMLElement ? part2.textContent : "").join("");
        const only2 = onlyButton(title2, ONLY[field].is(value), () => ONLY[field].make(value));
        boxes.push({ box: box3, field, figure, only: only2 });
        const row7 = el("label", { class: "pick" }, box3, ...label2, figure);
        return el("div", { class: extra ? "row extra" : "row" }, row7, only2);
      };
      group3 = (title2, ...rows3) => el("fieldset", {}, el("legend", {}, title2), ...rows3);
      kinds5 = () => Object.entries(KINDS).filter(([kind]) => kinds2.has(kind)).map(([kind, { many: many2 }]) => {
        const label2 = [icon(kind), el("span", { class: "grow" }, many2)];
        return check("hiddenKinds", ["kind", kind, kinds2.get(kind) ?? 0], label2, toggleKind);
      });
      relations3 = () => Object.entries(RELATIONS).filter(([name5]) => relations.has(name5)).map(
        ([name5, { background: background3 }]) => check(
          "hiddenRelations",
          ["relation", name5, relations.get(name5) ?? 0],
          [el("span", { class: "grow" }, relationTitle(name5))],
          toggleRelation,
          background3
        )
      );
      colours2 = () => {
        const option = (value, label2) => {
          const box3 = el("input", { type: "radio", name: "colour", value });
          box3.addEventListener("change", () => colourBy(value));
          return el("label", {}, box3, el("span", {}, label2));
        };
        return el(
          "div",
          { class: "segments", role: "radiogroup", "aria-label": "Colour by" },
          option("kind", "Kinds"),
          option("topic", "Topics")
        );
      };
      opened4 = foldable();
      isOpen = ({ name: name5 }) => opened4.has(name5) || [now2.topic, topic.get(now2.topic)?.parent].includes(name5);
      turner = (topic5) => topic5.subtopics.length > 1 ? opened4.turner(topic5, isOpen(topic5), () => renderTopics()) : null;
      topicCount = ({ name: name5, papers: papers5, members }) => (papers5 ? now3.topics.get(name5) ?? 0 : members.length).toLocaleString("en");
      topicRow = (topic5) => {
        const { name: name5, parent } = topic5;
        const box3 = el("input", {
          type: "checkbox",
          name: "topic",
          value: name5,
          "aria-label": `Show ${name5}`
        });
        box3.checked = !now2.hiddenTopics.has(name5);
        box3.addEventListener("change", () => toggleTopic(name5));
        const pressed = String(now2.topic === name5);
        const label2 = present([
          parent ? null : swatch(name5),
          foreign(name5, { class: "grow" }),
          el("span", { class: "count", "data-count": name5 }, topicCount(topic5))
        ]);
        const pick3 = button(
          { class: "pick", "aria-pressed": pressed, "data-topic": name5, title: name5 },
          label2,
          () => showTopic(name5)
        );
        const only2 = onlyButton(name5, isOnlyTopic(name5), () => onlyTopic(name5));
        return el("div", { class: parent ? "row finer" : "row" }, box3, pick3, only2, turner(topic5));
      };
      topicRows = (topic5) => [
        topicRow(topic5),
        ...topic5.subtopics.length > 1 && isOpen(topic5) ? topic5.subtopics.map(topicRow) : []
      ];
      topicList = el("div", { class: "topics" });
      topicOf2 = (item) => item.getAttribute("value") || item.dataset.topic;
      renderTopics = () => {
        const { topics: topics4 } = model_exports;
        const held = [...topicList.querySelectorAll("button, input")].find(
          (item) => item === document.activeElement
        );
        const list4 = (all4 ? topics4 : topics4.slice(0, FIRST7)).flatMap(topicRows);
        if (topics4.length > FIRST7) {
          const turn2 = () => {
            all4 = !all4;
            renderTopics();
          };
          list4.push(button({ class: "more" }, all4 ? "Show fewer" : `Show all ${topics4.length}`, turn2));
        }
        topicList.replaceChildren(...list4);
        if (!held) return;
        const again = (item) => item.tagName === held.tagName && item.className === held.className && topicOf2(item) === topicOf2(held);
        [...topicList.querySelectorAll("button, input")].find(again)?.focus();
      };
      reset2 = button({ class: "more reset" }, "Reset filters", widen);
      refresh5 = (now7) => {
        for (const { box: box3, field, only: only2 } of boxes) {
          box3.checked = !now7[field].has(box3.value);
          only2.setAttribute("aria-pressed", String(ONLY[field].is(box3.value)));
        }
        for (const box3 of body2.querySelectorAll("input[name=colour]"))
          box3.checked = box3.value === now7.colour;
        reset2.hidden = !isNarrowed();
      };
      recount2 = () => {
        const { count: count5, relations: relations4 } = now3;
        for (const { box: box3, field, figure } of boxes) {
          const [found, all6] = field === "hiddenKinds" ? count5.kinds.get(box3.value) ?? [0, 0] : [relations4.get(box3.value) ?? 0, relations.get(box3.value) ?? 0];
          figure.textContent = (found < all6 ? `${found.toLocaleString("en")} of ` : "") + all6.toLocaleString("en");
        }
        for (const figure of topicList.querySelectorAll("[data-count]")) {
          const topic5 = topic.get(figure.dataset.count ?? "");
          if (topic5) figure.textContent = topicCount(topic5);
        }
      };
      build = () => {
        if (body2.contains(reset2)) return;
        body2.append(group3("Show", ...kinds5()));
        if (topics.length) {
          body2.append(group3("Colour", colours2()), group3("Topics", topicList));
          renderTopics();
        }
        if (links) body2.append(group3("Links", ...relations3()));
        const narrow2 = rows2();
        if (narrow2.length) body2.append(group3("Narrow", ...narrow2));
        body2.append(reset2);
        recount2();
        refresh5(now2);
        on(["filter", "colour"], refresh5);
        on(["filter", "selection"], (_, changed) => {
          if (changed.includes("hiddenTopics") || changed.includes("topic")) renderTopics();
        });
      };
      start10 = () => {
        panel5.hidden = size === 0;
        on(["left"], build);
        requestAnimationFrame(() => setTimeout(build, LATER));
      };
      restyle2 = renderTopics;
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
      passed = (order5, passes) => order5.filter((row7) => passes[row7]);
      scoredFirst = (rows3, scores2) => {
        if (!scores2.size) return rows3;
        const [first2, rest4] = [[], []];
        for (const row7 of rows3) (scores2.has(row7) ? first2 : rest4).push(row7);
        const score = (row7) => scores2.get(row7) ?? 0;
        return Int32Array.from([...first2.sort((a, b) => score(b) - score(a)), ...rest4]);
      };
    }
  });

  // src/visible_rows.ts
  var SPARE, windowOf, topFor, rowByKey;
  var init_visible_rows = __esm({
    "src/visible_rows.ts"() {
      "use strict";
      SPARE = 6;
      windowOf = (top4, height3, row7, count5) => {
        const first2 = Math.max(0, Math.min(count5, Math.floor(top4 / row7) - SPARE));
        return [first2, Math.min(count5, Math.max(first2, Math.ceil((top4 + height3) / row7) + SPARE))];
      };
      topFor = (at8, top4, height3, row7, above2 = 0) => {
        if (at8 * row7 < top4) return at8 * row7;
        return Math.max(top4, (at8 + 1) * row7 + above2 - height3);
      };
      rowByKey = (key4, at8, count5, page) => {
        const to = {
          ArrowDown: at8 + 1,
          ArrowUp: at8 - 1,
          PageDown: at8 + page,
          PageUp: at8 - page,
          Home: 0,
          End: count5 - 1
        };
        return count5 > 0 && Object.hasOwn(to, key4) ? Math.min(count5 - 1, Math.max(0, to[key4])) : -1;
      };
    }
  });

  // src/list.ts
  var list_exports = {};
  __export(list_exports, {
    listed: () => listed3,
    restyle: () => restyle3,
    start: () => start11
  });
  var TITLES, CHIPS, panel6, count4, sorter, sized, list3, none, hasAuthors, HIGH2, linksOf, linked3, orders, order3, now6, places, active3, hovered2, top3, high2, made3, scores, chips3, row5, isOpen2, dress4, placeOf, fill3, look, scrollTo, renew2, relist, point2, open3, mark4, reselect, atOf, start11, restyle3, listed3;
  var init_list = __esm({
    "src/list.ts"() {
      "use strict";
      init_card_reading();
      init_card_undrawn();
      init_chips();
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
      panel6 = byId("papers");
      count4 = el("span", { class: "count", role: "status" });
      sorter = el("select", { "aria-label": "Sort papers by" });
      sized = el("div", { class: "all-rows", role: "presentation" });
      list3 = el("div", { class: "scroll", role: "listbox", tabindex: "0", "aria-label": "Papers" }, sized);
      none = el("p", { class: "muted none", hidden: true }, "No paper passes these filters.");
      hasAuthors = corpus.authors.some(Boolean);
      HIGH2 = hasAuthors ? 86 : 68;
      linksOf = Int32Array.from(corpus.node, (node2) => node2 < 0 ? -1 : nodes.papers[node2]);
      linked3 = byValue(linksOf);
      orders = { links: linked3, date: byValue(corpus.date), relevance: linked3 };
      order3 = "relevance";
      now6 = new Int32Array(0);
      places = null;
      active3 = 0;
      hovered2 = -1;
      [top3, high2] = [0, 0];
      made3 = /* @__PURE__ */ new Map();
      scores = () => {
        const found = /* @__PURE__ */ new Map();
        const { selected } = now2;
        if (now2.text && now3.ranks) for (const [row7, rank] of now3.ranks) found.set(row7, -rank);
        if (selected < 0) return found;
        if (isPaper(selected)) found.set(rowOf(selected), 2);
        for (const edge of around[selected]) {
          const paper4 = other(edge, selected);
          if (!isPaper(paper4)) continue;
          const score = 1 + (isPaper(selected) ? edges.weight[edge] : edges.salience[edge]);
          found.set(rowOf(paper4), Math.max(score, found.get(rowOf(paper4)) ?? 0));
        }
        return found;
      };
      chips3 = (node2) => {
        const own2 = around[node2].filter((edge) => edges.from[edge] === node2 && !isPaper(edges.to[edge]));
        const front = own2.filter((edge) => !isBackground(edge));
        const ranked2 = bySalience(front.length ? front : own2, (a, b) => a - b).map((edge) => edges.to[edge]);
        return [...new Set(ranked2)].slice(0, CHIPS).map((entity) => foreign(nodes.label[entity], { class: `tag ${nodes.kind[entity]}` }));
      };
      row5 = (at8) => {
        const paper4 = now6[at8];
        const node2 = corpus.node[paper4];
        const topic5 = corpus.topic[paper4];
        const dot2 = swatch(topic5);
        dot2.title = topic5 || "No topic";
        return el(
          "div",
          {
            id: `paper-${paper4}`,
            class: "paper-row",
            role: "option",
            "data-at": String(at8),
            "aria-setsize": String(now6.length),
            "aria-posinset": String(at8 + 1),
            "aria-selected": String(isOpen2(paper4))
          },
          foreign(corpus.title[paper4], { class: "title", title: corpus.title[paper4] }),
          hasAuthors ? foreign(corpus.authors[paper4], { class: "who" }) : null,
          el(
            "span",
            { class: "about-paper" },
            ...present([
              topic5 ? dot2 : icon("paper"),
              sign(paper4),
              corpus.date[paper4] ? el("span", {}, corpus.date[paper4]) : null,
              ...node2 < 0 ? [el("span", { class: "muted" }, "not on the map")] : chips3(node2)
            ])
          )
        );
      };
      isOpen2 = (paper4) => {
        const node2 = corpus.node[paper4];
        return node2 < 0 ? byId("card").dataset.row === String(paper4) : node2 === now2.selected;
      };
      dress4 = (at8, item) => {
        const node2 = corpus.node[now6[at8]];
        item.classList.toggle("marked", node2 >= 0 && node2 === hovered2);
        item.classList.toggle("active", at8 === active3);
      };
      placeOf = (paper4) => {
        if (!places) {
          places = new Int32Array(corpus.size).fill(-1);
          for (let at8 = 0; at8 < now6.length; at8 += 1) places[now6[at8]] = at8;
        }
        return places[paper4] ?? -1;
      };
      fill3 = () => {
        if (panel6.hidden || !high2) return;
        const [first2, end2] = windowOf(top3, high2, HIGH2, now6.length);
        for (const [at8, item] of made3) {
          if (at8 >= first2 && at8 < end2 || at8 === active3) continue;
          item.remove();
          made3.delete(at8);
        }
        for (const at8 of [...Array.from({ length: end2 - first2 }, (_, i) => first2 + i), active3]) {
          if (at8 >= now6.length || made3.has(at8)) continue;
          const item = row5(at8);
          item.style.top = `${at8 * HIGH2}px`;
          dress4(at8, item);
          made3.set(at8, item);
          sized.append(item);
        }
      };
      look = () => {
        [top3, high2] = [list3.scrollTop, list3.clientHeight];
        fill3();
      };
      scrollTo = (goal) => {
        if (goal === top3) return;
        list3.scrollTop = goal;
        top3 = goal;
      };
      renew2 = () => {
        sized.replaceChildren();
        made3.clear();
        sized.style.height = `${now6.length * HIGH2}px`;
        none.hidden = now6.length > 0;
        list3.hidden = now6.length === 0;
        point2(active3, false);
      };
      relist = (stay = false) => {
        const before3 = now6[active3];
        const base = passed(orders[order3], now3.passes);
        now6 = order3 === "relevance" ? scoredFirst(base, scores()) : base;
        places = null;
        active3 = stay ? Math.max(0, placeOf(before3)) : 0;
        if (!stay) scrollTo(0);
        count4.textContent = papersLeft(now3);
        renew2();
      };
      point2 = (at8, scroll2 = true) => {
        const before3 = made3.get(active3);
        active3 = Math.max(0, Math.min(at8, now6.length - 1));
        if (scroll2) scrollTo(topFor(active3, top3, high2, HIGH2));
        fill3();
        before3?.classList.remove("active");
        const item = made3.get(active3);
        item?.classList.add("active");
        if (item) list3.setAttribute("aria-activedescendant", item.id);
        else list3.removeAttribute("aria-activedescendant");
      };
      open3 = (at8) => {
        const paper4 = now6[at8];
        if (paper4 === void 0) return;
        point2(at8);
        if (corpus.node[paper4] >= 0) select(corpus.node[paper4]);
        else show2(paper4);
      };
      mark4 = (node2) => {
        const before3 = hovered2;
        hovered2 = node2;
        for (const one of [before3, node2]) {
          const at8 = one < 0 || !isPaper(one) ? -1 : placeOf(rowOf(one));
          const item = made3.get(at8);
          if (item) dress4(at8, item);
        }
      };
      reselect = () => {
        for (const [at8, item] of made3) item.setAttribute("aria-selected", String(isOpen2(now6[at8])));
      };
      atOf = (target) => Number(target?.closest("[data-at]")?.dataset.at ?? -1);
      start11 = () => {
        for (const [name5, title2] of Object.entries(TITLES)) {
          if (name5 === "date" && !corpus.date.some(Boolean)) continue;
          sorter.append(el("option", { value: name5 }, title2));
        }
        sorter.addEventListener("change", () => {
          order3 = sorter.value;
          relist();
        });
        panel6.classList.toggle("with-authors", hasAuthors);
        panel6.append(el("div", { class: "list-head" }, count4, sorter), list3, none);
        list3.addEventListener("scroll", look, { passive: true });
        list3.addEventListener("click", (event) => {
          if (atOf(event.target) >= 0) open3(atOf(event.target));
        });
        list3.addEventListener("pointerover", (event) => {
          const at8 = event.pointerType === "touch" ? -1 : atOf(event.target);
          hover(at8 < 0 ? -1 : corpus.node[now6[at8]]);
        });
        list3.addEventListener("pointerleave", () => hover(-1));
        list3.addEventListener("keydown", (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const to = rowByKey(event.key, active3, now6.length, Math.max(1, Math.floor(high2 / HIGH2) - 1));
          if (event.key === "Enter" || event.key === " ") open3(active3);
          else if (to >= 0) {
            point2(to);
            hover(corpus.node[now6[to]] ?? -1);
          } else return;
          event.preventDefault();
        });
        new ResizeObserver(look).observe(list3);
        onHover(mark4);
        onFollowing(() => relist());
        on(["selection"], () => {
          if (order3 === "relevance" && now2.selected >= 0 && !isPaper(now2.selected)) relist();
          else reselect();
        });
        new MutationObserver(reselect).observe(byId("card"), { attributes: true, attributeFilter: ["data-row"] });
        relist();
      };
      restyle3 = renew2;
      listed3 = () => {
        catchUp();
        return now6;
      };
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
      UNLIKELY = 0.05;
      expected = (grid2, row7, column2) => grid2.rows[row7].papers * grid2.columns[column2].papers / Math.max(1, grid2.papers);
      logFactorials = [0];
      logFactorial = (n) => {
        for (let next2 = logFactorials.length; next2 <= n; next2 += 1)
          logFactorials.push(logFactorials[next2 - 1] + Math.log(next2));
        return logFactorials[n];
      };
      chanceOfNone = (papers5, row7, column2) => {
        if (row7 + column2 > papers5) return 0;
        const log = logFactorial(papers5 - row7) + logFactorial(papers5 - column2) - logFactorial(papers5 - row7 - column2) - logFactorial(papers5);
        return Math.exp(Math.min(log, 0));
      };
      discoveryRates = (chances) => {
        const order5 = chances.map((_, at8) => at8).sort((a, b) => chances[b] - chances[a]);
        const found = new Array(chances.length);
        let least2 = 1;
        order5.forEach((at8, above2) => {
          least2 = Math.min(least2, chances[at8] * chances.length / (chances.length - above2));
          found[at8] = least2;
        });
        return found;
      };
      lower = (node2) => nodes.label[node2].toLowerCase();
      topOf = (kind, papers5, top4) => nodes.id.filter((node2) => nodes.kind[node2] === kind && papers5[node2] > 0).sort((a, b) => {
        const [one, two] = [lower(a), lower(b)];
        return papers5[b] - papers5[a] || (one < two ? -1 : one > two ? 1 : nodes.key[a] < nodes.key[b] ? -1 : 1);
      }).slice(0, top4).map((node2) => ({ node: node2, papers: papers5[node2] }));
      namings = (chosen4) => {
        const wanted = isCounted(chosen4);
        const last2 = new Int32Array(size).fill(-1);
        const found = [];
        for (let e = 0; e < links; e += 1) {
          const [paper4, entity] = [edges.from[e], edges.to[e]];
          if (!wanted(e) || last2[entity] === paper4) continue;
          last2[entity] = paper4;
          found.push([rowOf(paper4), entity]);
        }
        eachUndrawn(chosen4, (row7, entity) => found.push([row7, entity]));
        return found;
      };
      countTogether = (pairs2, rows3, columns3) => {
        const table4 = rows3.map(() => columns3.map(() => 0));
        const rowAt2 = new Map(rows3.map(({ node: node2 }, at8) => [node2, at8]));
        const columnAt = new Map(columns3.map(({ node: node2 }, at8) => [node2, at8]));
        const named6 = /* @__PURE__ */ new Map();
        for (const [paper4, entity] of pairs2) {
          const [row7, column2] = [rowAt2.get(entity), columnAt.get(entity)];
          if (row7 === void 0 && column2 === void 0) continue;
          const own2 = named6.get(paper4) ?? [[], []];
          named6.set(paper4, own2);
          if (row7 !== void 0) own2[0].push(row7);
          if (column2 !== void 0) own2[1].push(column2);
        }
        for (const [inRows, inColumns2] of named6.values())
          for (const row7 of inRows) for (const column2 of inColumns2) table4[row7][column2] += 1;
        return table4;
      };
      gapsOf = (grid2) => {
        const width2 = grid2.columns.length;
        const chances = grid2.counts.flatMap(
          (line7, row7) => line7.map(
            (count5, column2) => count5 ? 1 : chanceOfNone(grid2.papers, grid2.rows[row7].papers, grid2.columns[column2].papers)
          )
        );
        const found = /* @__PURE__ */ new Map();
        discoveryRates(chances).forEach((q, at8) => {
          if (chances[at8] > UNLIKELY) return;
          const row7 = Math.floor(at8 / width2);
          const line7 = found.get(row7) ?? /* @__PURE__ */ new Map();
          found.set(row7, line7.set(at8 % width2, { p: chances[at8], q }));
        });
        return found;
      };
      gridOf = (chosen4, rowKind, columnKind, top4 = 30) => {
        const pairs2 = namings(chosen4);
        const papers5 = new Int32Array(size);
        for (const [, entity] of pairs2) papers5[entity] += 1;
        const [rows3, columns3] = [rowKind, columnKind].map((kind) => topOf(kind, papers5, top4));
        const plain4 = {
          ...{ rows: rows3, columns: columns3, counts: countTogether(pairs2, rows3, columns3) },
          papers: countedPapers(chosen4)
        };
        return { ...plain4, gaps: gapsOf(plain4) };
      };
    }
  });

  // src/matrix.ts
  var matrix_exports = {};
  __export(matrix_exports, {
    counted: () => counted4,
    start: () => start12
  });
  var TOP, PAGE, CAVEAT, panel7, pairs, pair, grid, spot, opened5, many, title, about, names4, papersOf, quoted2, paperList, cellAt, go, show5, KEYS3, open4, onKey2, at7, head3, cell2, table3, save4, tools2, note2, render6, start12, counted4;
  var init_matrix = __esm({
    "src/matrix.ts"() {
      "use strict";
      init_card_undrawn();
      init_corpus();
      init_csv();
      init_dom();
      init_export_menu();
      init_matrix_counts();
      init_model();
      init_model();
      init_naming();
      init_result();
      init_rows();
      init_state();
      init_toolbar();
      TOP = 30;
      PAGE = 10;
      CAVEAT = "Counts are of the papers of this corpus, as their titles and abstracts name things: an empty cell says nothing of the field.";
      panel7 = byId("matrix");
      pairs = matrices.filter((pair2) => pair2.every((kind) => kinds2.get(kind)));
      pair = pairs[0] ?? [];
      grid = null;
      spot = [0, 0];
      opened5 = null;
      many = (kind) => KINDS[kind].many;
      title = ([row7, column2]) => `${many(row7)} × ${many(column2).toLowerCase()}`;
      about = (found, row7, column2) => {
        const [one, two] = [found.rows[row7].node, found.columns[column2].node].map((node2) => nodes.label[node2]);
        const mean = expected(found, row7, column2);
        const gap2 = found.gaps.get(row7)?.get(column2);
        const likely2 = gap2 ? `, a gap (${gap2.q <= 0.05 ? "hardly chance" : "perhaps chance"})` : "";
        const count5 = found.counts[row7][column2];
        return `${one} and ${two}: ${count5 ? plural(count5, "paper") : "no paper"}, ${mean.toFixed(1)} expected${likely2}`;
      };
      names4 = ([row7, column2]) => grid ? [grid.rows[row7], grid.columns[column2]].map((one) => one.node) : null;
      papersOf = (cell4) => {
        const both = names4(cell4);
        if (!both) return [];
        const [one, two] = both.map((node2) => rowsNaming2(now2, node2));
        const found = [...one].filter((row7) => two.has(row7));
        const { date: date3 } = corpus;
        return found.sort((a, b) => date3[a] < date3[b] ? 1 : date3[a] > date3[b] ? -1 : a - b);
      };
      quoted2 = (node2) => `${nodes.kind[node2]}:"${nodes.label[node2].replaceAll('"', " ")}"`;
      paperList = () => {
        const both = opened5 && names4(opened5);
        if (!opened5 || !both) return null;
        const papers5 = papersOf(opened5);
        const [one, two] = both.map((node2) => foreign(nodes.label[node2]));
        const close3 = button(
          { class: "close", "aria-label": "Close the list", title: "Close" },
          "×",
          () => show5(null)
        );
        const narrow2 = button({ class: "more" }, "Show only these on the map", () => {
          narrow("text", both.map(quoted2).join(" "));
          show("map");
        });
        const head5 = `${papers5.length ? plural(papers5.length, "paper") : "No paper"} of what is shown ${papers5.length === 1 ? "names" : "name"} `;
        return el(
          "div",
          { class: "cell-papers", role: "region", "aria-label": "Papers of the cell" },
          el("h3", {}, head5, one, " and ", two, close3),
          papers5.length ? narrow2 : null,
          ...listing(papers5, (row7) => paper(row7, show2), { class: "tight" }, 20)
        );
      };
      cellAt = (row7, column2) => panel7.querySelector(`[data-row="${row7}"][data-column="${column2}"]`);
      go = (row7, column2) => {
        cellAt(...spot)?.setAttribute("tabindex", "-1");
        spot = [row7, column2];
        const cell4 = cellAt(row7, column2);
        cell4?.setAttribute("tabindex", "0");
        cell4?.focus();
      };
      show5 = (cell4) => {
        const asked4 = opened5 ?? spot;
        opened5 = cell4;
        panel7.querySelector(".cell-papers")?.remove();
        const list4 = paperList();
        if (list4) panel7.append(list4);
        for (const open6 of panel7.querySelectorAll("[aria-selected=true]"))
          open6.setAttribute("aria-selected", "false");
        if (cell4) cellAt(...cell4)?.setAttribute("aria-selected", "true");
        else go(...asked4);
      };
      KEYS3 = {
        ArrowLeft: ([row7, column2]) => [row7, column2 - 1],
        ArrowRight: ([row7, column2]) => [row7, column2 + 1],
        ArrowUp: ([row7, column2]) => [row7 - 1, column2],
        ArrowDown: ([row7, column2]) => [row7 + 1, column2],
        Home: ([row7]) => [row7, -1],
        End: ([row7], [, last2]) => [row7, last2],
        PageUp: ([row7, column2]) => [row7 - PAGE, column2],
        PageDown: ([row7, column2]) => [row7 + PAGE, column2]
      };
      open4 = () => {
        const [row7, column2] = spot;
        if (!grid) return;
        if (row7 >= 0 && column2 >= 0) show5([row7, column2]);
        else if (row7 >= 0) select(grid.rows[row7].node);
        else if (column2 >= 0) select(grid.columns[column2].node);
      };
      onKey2 = (event) => {
        const at8 = event.target.closest("[data-row]");
        if (!grid || !at8 || event.altKey || event.metaKey) return;
        if (event.key === "Enter" || event.key === " ") open4();
        else if (KEYS3[event.key]) {
          const last2 = [grid.rows.length - 1, grid.columns.length - 1];
          let [row7, column2] = KEYS3[event.key](spot, last2);
          if (event.ctrlKey && event.key === "Home") row7 = 0;
          if (event.ctrlKey && event.key === "End") row7 = last2[0];
          row7 = Math.max(-1, Math.min(last2[0], row7));
          column2 = Math.max(row7 < 0 ? 0 : -1, Math.min(last2[1], column2));
          go(row7, column2);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      };
      at7 = (row7, column2) => ({
        "data-row": String(row7),
        "data-column": String(column2),
        tabindex: spot[0] === row7 && spot[1] === column2 ? "0" : "-1"
      });
      head3 = (node2, papers5, row7, column2) => {
        const label2 = nodeLink(node2, void 0, {
          tabindex: "-1",
          title: `${nodes.label[node2]}: ${plural(papers5, "paper")}`
        });
        const scope = column2 < 0 ? "row" : "col";
        const role = column2 < 0 ? "rowheader" : "columnheader";
        const inner2 = el(
          "div",
          {},
          icon(nodes.kind[node2]),
          label2,
          el("span", { class: "count" }, papers5.toLocaleString("en"))
        );
        return el("th", { scope, role, ...at7(row7, column2) }, inner2);
      };
      cell2 = (found, row7, column2, most4) => {
        const count5 = found.counts[row7][column2];
        const gap2 = found.gaps.get(row7)?.get(column2);
        const says = about(found, row7, column2);
        const look2 = count5 ? "some" : gap2 ? gap2.q <= 0.05 ? "gap sure" : "gap" : "none";
        const chosen4 = opened5?.[0] === row7 && opened5[1] === column2;
        const made7 = el(
          "td",
          {
            role: "gridcell",
            class: look2,
            title: says,
            "aria-label": says,
            "aria-selected": String(chosen4),
            ...at7(row7, column2)
          },
          count5 ? count5.toLocaleString("en") : gap2 ? "○" : ""
        );
        if (count5) made7.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(count5 / most4))}%`);
        return made7;
      };
      table3 = (found) => {
        const most4 = Math.max(1, ...found.counts.flat());
        const corner = el("th", { class: "corner", scope: "col", role: "columnheader" }, many(pair[0]));
        const heads2 = found.columns.map(({ node: node2, papers: papers5 }, column2) => head3(node2, papers5, -1, column2));
        const lines = found.rows.map(
          ({ node: node2, papers: papers5 }, row7) => el(
            "tr",
            { role: "row" },
            head3(node2, papers5, row7, -1),
            ...found.columns.map((_, column2) => cell2(found, row7, column2, most4))
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
          open4();
        });
        return el("div", { class: "scroll" }, grid2);
      };
      save4 = () => {
        if (!grid) return;
        const { rows: lines, columns: columns3, counts: counts5 } = grid;
        const heads2 = [pair[0], "papers", ...columns3.map(({ node: node2 }) => nodes.label[node2])];
        const body4 = lines.map(({ node: node2, papers: papers5 }, row7) => [nodes.label[node2], papers5, ...counts5[row7]]);
        const text3 = csvOf([heads2, ["papers", grid.papers, ...columns3.map((one) => one.papers)], ...body4]);
        download(new Blob([text3], { type: "text/csv;charset=utf-8" }), `.${pair.join("-")}.csv`);
      };
      tools2 = () => {
        const choices = pairs.map(
          (one) => button({ "aria-pressed": String(one === pair) }, title(one), () => {
            [pair, opened5, spot] = [one, null, [0, 0]];
            render6();
            panel7.querySelector("[aria-pressed=true]")?.focus();
          })
        );
        return el(
          "div",
          { class: "view-head" },
          el("h2", { class: "unseen" }, "Matrix"),
          choices.length > 1 ? el("div", { class: "segments", role: "group", "aria-label": "Rows and columns" }, ...choices) : null,
          button({ class: "ask" }, "Save as CSV", save4)
        );
      };
      note2 = (found) => {
        return el(
          "p",
          { class: "muted note" },
          `${plural(found.papers, "paper")}; each cell says how many name both. `,
          el("b", {}, "○"),
          " none, although papers were expected if the two were independent (bold: hardly chance). ",
          `${CAVEAT} `,
          uncounted(now2)
        );
      };
      render6 = () => {
        panel7.hidden = now2.main !== "matrix";
        if (panel7.hidden) {
          panel7.replaceChildren();
          return;
        }
        const held = panel7.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
        grid = pair.length ? gridOf(now2, pair[0], pair[1], TOP) : null;
        const empty2 = !grid?.rows.length || !grid.columns.length;
        if (empty2) opened5 = null;
        const says = pair.length ? "Nothing that passes the filters is named together." : "This graph has no two kinds to cross.";
        const content3 = empty2 || !grid ? [el("p", { class: "muted note" }, says)] : [table3(grid), note2(grid)];
        panel7.replaceChildren(tools2(), ...content3.filter((part2) => part2 !== null));
        const list4 = paperList();
        if (list4) panel7.append(list4);
        if (held) cellAt(...spot)?.focus();
      };
      start12 = () => {
        if (pairs.length) offer("matrix", "Matrix");
        on2(() => {
          [opened5, spot] = [null, [0, 0]];
          if (!panel7.hidden) render6();
        });
        on(["main"], render6);
        render6();
      };
      counted4 = (rowKind, columnKind, top4) => {
        const found = gridOf(now2, rowKind, columnKind, top4);
        const key4 = ({ node: node2 }) => nodes.key[node2];
        const [lines, columns3] = [found.rows.map(key4), found.columns.map(key4)];
        const gaps = [...found.gaps].flatMap(
          ([row7, line7]) => [...line7].map(([column2, { p, q }]) => [lines[row7], columns3[column2], p, q])
        );
        return { counts: found.counts, papers: found.papers, rows: lines, columns: columns3, gaps };
      };
    }
  });

  // src/sheet.ts
  var SHARES, HEIGHTS, QUICK, grip, room2, height2, shown4, dragged, nearest4, size3, set, show6, lower2, step3, turn, drag, start13;
  var init_sheet = __esm({
    "src/sheet.ts"() {
      "use strict";
      init_dom();
      SHARES = { low: 0.2, half: 0.55, full: 1 };
      HEIGHTS = ["low", "half", "full"];
      QUICK = 6;
      grip = byId("grip");
      room2 = grip.parentElement;
      height2 = "half";
      shown4 = "";
      dragged = false;
      nearest4 = (share2, pull = 0) => {
        const aim = share2 + 0.25 * Math.sign(pull);
        const far = (name5) => Math.abs(SHARES[name5] - aim);
        return HEIGHTS.reduce((best, name5) => far(name5) < far(best) ? name5 : best);
      };
      size3 = (share2) => room2.style.setProperty("--sheet", `${(100 * share2).toFixed(1)}%`);
      set = (next2) => {
        height2 = next2;
        document.body.dataset.sheet = next2;
        size3(SHARES[next2]);
        grip.setAttribute("aria-label", `Height of the panel: ${next2}. Arrow up and down change it.`);
      };
      show6 = (name5, opening2) => {
        grip.hidden = name5 === "";
        if (name5 !== "" && name5 !== shown4) set(opening2);
        shown4 = name5;
      };
      lower2 = () => set("low");
      step3 = (by) => {
        const next2 = HEIGHTS[HEIGHTS.indexOf(height2) + by];
        if (next2) set(next2);
      };
      turn = () => set(HEIGHTS[(HEIGHTS.indexOf(height2) + 1) % HEIGHTS.length]);
      drag = (down2) => {
        const { height: whole6 } = room2.getBoundingClientRect();
        const first2 = SHARES[height2];
        let [share2, last2, speed] = [first2, down2.clientY, 0];
        dragged = false;
        const move2 = (event) => {
          dragged ||= Math.abs(event.clientY - down2.clientY) > 4;
          [speed, last2] = [last2 - event.clientY, event.clientY];
          share2 = Math.min(1, Math.max(0.1, first2 + (down2.clientY - event.clientY) / whole6));
          if (dragged) size3(share2);
        };
        const end2 = () => {
          grip.removeEventListener("pointermove", move2);
          grip.removeEventListener("pointerup", end2);
          grip.removeEventListener("pointercancel", end2);
          if (dragged) set(nearest4(share2, Math.abs(speed) > QUICK ? speed : 0));
        };
        grip.setPointerCapture(down2.pointerId);
        grip.addEventListener("pointermove", move2);
        grip.addEventListener("pointerup", end2);
        grip.addEventListener("pointercancel", end2);
      };
      start13 = () => {
        set(height2);
        grip.addEventListener("pointerdown", drag);
        grip.addEventListener("click", () => {
          if (!dragged) turn();
          dragged = false;
        });
        grip.addEventListener("keydown", ({ key: key4 }) => {
          if (key4 === "ArrowUp") step3(1);
          if (key4 === "ArrowDown") step3(-1);
        });
      };
    }
  });

  // src/panels.ts
  var WIDE3, PHONE2, details, places2, unfold, tabs, PLACES, side, place2, isChosen, leftOf2, rightOf, mark5, arrange, open5, openDetails, home2, fold3, go2, turnTabs, start14;
  var init_panels = __esm({
    "src/panels.ts"() {
      "use strict";
      init_card();
      init_dom();
      init_draw();
      init_model();
      init_sheet();
      init_state();
      WIDE3 = matchMedia("(min-width: 1200px)");
      PHONE2 = matchMedia("(max-width: 720px)");
      details = byId("card");
      places2 = byId("places");
      unfold = byId("unfold");
      tabs = [...document.querySelectorAll("[data-tab]")];
      PLACES = [
        ["overview", "Overview"],
        ["map", "Map"],
        ["papers", "Papers"],
        ["filters", "Filters"]
      ];
      side = "right";
      place2 = "overview";
      isChosen = () => now2.selected >= 0 || now2.topic !== "" || details.dataset.row !== void 0;
      leftOf2 = (size4) => {
        if (size4 === "phone") return place2 === "papers" || place2 === "filters" ? place2 : "";
        return size4 === "wide" || side === "left" ? now2.left : "";
      };
      rightOf = (size4, left2) => {
        if (details.hidden) return false;
        if (size4 === "phone") return left2 === "" && (place2 === "overview" || isChosen());
        return size4 === "wide" || side === "right";
      };
      mark5 = (size4, left2, right2) => {
        Object.assign(document.body.dataset, { size: size4, left: left2, right: right2 ? "open" : "" });
        const tab3 = left2 || now2.left || "papers";
        for (const item of tabs) {
          const chosen4 = item.dataset.tab === tab3;
          item.setAttribute("aria-selected", String(chosen4));
          item.tabIndex = chosen4 ? 0 : -1;
          byId(item.dataset.tab ?? "").hidden = !chosen4;
        }
        unfold.hidden = size4 === "phone" || right2 || size === 0;
        places2.hidden = size4 !== "phone" || size === 0;
        const here = left2 || (right2 && !isChosen() ? "overview" : "map");
        for (const item of places2.children)
          item.setAttribute("aria-current", String(item.dataset.place === here));
        const name5 = left2 || (right2 ? isChosen() ? "card" : "overview" : "");
        const opening2 = name5 === "overview" ? "full" : name5 === "card" && now2.focus ? "low" : "half";
        show6(size4 === "phone" ? name5 : "", opening2);
      };
      arrange = () => reframe(() => {
        const size4 = PHONE2.matches ? "phone" : WIDE3.matches ? "wide" : "medium";
        const left2 = size ? leftOf2(size4) : "";
        mark5(size4, left2, rightOf(size4, left2));
      });
      open5 = (left2) => {
        side = "left";
        place2 = left2;
        tab(left2);
        arrange();
      };
      openDetails = () => {
        side = "right";
        if (details.hidden) home();
        arrange();
        details.focus({ preventScroll: true });
      };
      home2 = () => {
        [side, place2] = ["right", "overview"];
        home();
        arrange();
      };
      fold3 = () => {
        side = "";
        place2 = "map";
        const tab3 = now2.left || "papers";
        if (WIDE3.matches) tab("");
        arrange();
        document.querySelector(`[data-open=${tab3}]`)?.focus();
      };
      go2 = (to) => {
        if (to === "papers" || to === "filters") return open5(to);
        place2 = to;
        if (to === "overview" && (details.hidden || isChosen())) home();
        else if (to === "map" && isChosen()) clear();
        if (now2.main !== "map") show("map");
        return arrange();
      };
      turnTabs = (event) => {
        if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
        const other2 = tabs.find((item) => item !== document.activeElement);
        other2?.click();
        other2?.focus();
        event.preventDefault();
      };
      start14 = () => {
        for (const item of tabs) {
          item.addEventListener("click", () => open5(item.dataset.tab));
          item.addEventListener("keydown", turnTabs);
        }
        for (const item of document.querySelectorAll("[data-open]"))
          item.addEventListener("click", () => {
            const tab3 = item.dataset.open;
            open5(tab3);
            byId(`tab-${tab3}`).focus();
          });
        byId("fold").addEventListener("click", fold3);
        unfold.addEventListener("click", openDetails);
        places2.append(...PLACES.map(([name5, label2]) => button({ "data-place": name5 }, label2, () => go2(name5))));
        for (const query of [WIDE3, PHONE2]) query.addEventListener("change", arrange);
        on(["left"], arrange);
        on(["selection"], () => {
          if (isChosen()) [side, place2] = ["right", "map"];
        });
        on(["main"], ({ main: main2 }) => {
          if (main2 !== "map") lower2();
        });
        on(["focus"], ({ focus: focus2 }) => {
          if (focus2) lower2();
        });
        new MutationObserver(() => {
          if (details.hidden && place2 === "overview") place2 = "map";
          arrange();
        }).observe(details, { attributes: true, attributeFilter: ["hidden", "data-node", "data-row"] });
        start13();
      };
    }
  });

  // src/search_filter.ts
  var pending2, follow3, isSettled, start15;
  var init_search_filter = __esm({
    "src/search_filter.ts"() {
      "use strict";
      init_result();
      init_search_find();
      init_search_index();
      init_state();
      pending2 = 0;
      follow3 = async (text3) => {
        if (text3 === "") return;
        match(isWhole() ? rowsOf3(text3) : null);
        if (isWhole()) return;
        pending2 += 1;
        await prepare(steps2).finally(() => {
          pending2 -= 1;
        });
        if (now2.text === text3) setText(rowsOf3(text3));
      };
      isSettled = () => pending2 === 0;
      start15 = () => {
        on(["filter"], ({ text: text3 }, changed) => {
          if (changed.includes("text")) follow3(text3);
        });
      };
    }
  });

  // src/sorted.ts
  var sorted2;
  var init_sorted = __esm({
    "src/sorted.ts"() {
      "use strict";
      init_model();
      sorted2 = (items2, value, way2) => {
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return items2.map((item) => ({ item, key: value(item) })).sort((a, b) => {
          const empty2 = Number(a.key === "") - Number(b.key === "");
          return empty2 || way2 * less(a.key, b.key) || a.item - b.item;
        }).map(({ item }) => item);
      };
    }
  });

  // src/table_figures.ts
  var make2, made4, figures2;
  var init_table_figures = __esm({
    "src/table_figures.ts"() {
      "use strict";
      init_model();
      init_model();
      make2 = () => {
        const named6 = new Map(
          [...kinds2.keys()].filter((kind) => kind !== "paper").map((kind) => [kind, new Int32Array(size)])
        );
        const [related, topics4] = [new Int32Array(size), new Int32Array(size)];
        const first2 = Array(size).fill("");
        const seen = /* @__PURE__ */ new Set();
        const pairs2 = /* @__PURE__ */ new Set();
        for (let e = 0; e < links; e += 1) {
          const [from, to] = [edges.from[e], edges.to[e]];
          if (isPaper(from) && isPaper(to)) {
            related[from] += 1;
            related[to] += 1;
            continue;
          }
          if (pairs2.has(from * size + to)) continue;
          pairs2.add(from * size + to);
          const counts5 = named6.get(nodes.kind[to]);
          if (counts5) counts5[from] += 1;
          const date3 = nodes.date[from];
          if (date3 && (!first2[to] || date3 < first2[to])) first2[to] = date3;
          const place3 = `${to} ${nodes.topic[from]}`;
          if (nodes.topic[from] && !seen.has(place3)) {
            seen.add(place3);
            topics4[to] += 1;
          }
        }
        return { named: named6, related, topics: topics4, first: first2 };
      };
      made4 = null;
      figures2 = () => {
        made4 = made4 ?? make2();
        return made4;
      };
    }
  });

  // src/table_columns.ts
  var cell3, paperCell, text2, whole5, share, papers4, entities6, relation2, edgeOf, isOfPapers, end, probability, together, sure, ofLines, MAKERS, made5, columnsOf2, columnsFor, everyItem, isLeft, nodeOf, NOUNS;
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
      cell3 = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      paperCell = (row7) => {
        const node2 = corpus.node[row7];
        if (node2 >= 0) return cell3(node2);
        const title2 = corpus.title[row7];
        const open6 = button(
          { class: "undrawn", title: `${title2} (not on the map)` },
          foreign(title2),
          () => show2(row7)
        );
        return el("span", { class: "cell" }, icon("paper"), open6);
      };
      text2 = (name5, title2, wide2, value, look2 = "") => ({
        ...{ name: name5, title: title2, wide: wide2, value },
        show: (item) => foreign(value(item), { title: value(item) || void 0, class: look2 || void 0 })
      });
      whole5 = (name5, title2, value, wide2 = 92) => ({
        ...{ name: name5, title: title2, wide: wide2, value, number: true },
        show: (item) => value(item) ? value(item).toLocaleString("en") : ""
      });
      share = (name5, title2, value, wide2 = 104) => ({
        ...{ name: name5, title: title2, wide: wide2, value, number: true },
        show: (item) => value(item) ? value(item).toFixed(2) : ""
      });
      papers4 = () => {
        const ofNode3 = (count5) => (row7) => count5?.[corpus.node[row7]] ?? 0;
        const { named: named6, related } = figures2();
        return [
          { name: "title", title: "Title", wide: 190, value: (row7) => corpus.title[row7], show: paperCell },
          text2("date", "Date", 106, (row7) => corpus.date[row7]),
          text2("topic", "Topic", 125, (row7) => corpus.topic[row7], "two"),
          text2("authors", "Authors", 100, (row7) => corpus.authors[row7], "two"),
          text2("venue", "Venue", 90, (row7) => corpus.venue[row7], "two"),
          ...Object.keys(KINDS).filter((kind) => named6.has(kind)).map(
            (kind) => whole5(kind, KINDS[kind].many, ofNode3(named6.get(kind)), 32 + 7 * KINDS[kind].many.length)
          ),
          whole5("related", "Related", ofNode3(related), 81)
        ];
      };
      entities6 = () => {
        const { topics: topics4, first: first2 } = figures2();
        const count5 = (i) => now3.count.papers < now3.count.of ? now3.named[i] : nodes.papers[i];
        return [
          { name: "label", title: "Name", wide: 220, value: (i) => nodes.label[i], show: cell3 },
          text2("kind", "Kind", 110, (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i]),
          { ...whole5("papers", "Papers", count5), varies: true },
          text2("topic", "Topic", 190, (i) => nodes.topic[i], "two"),
          whole5("topics", "Topics", (i) => topics4[i]),
          text2("first", "First date", 110, (i) => first2[i])
        ];
      };
      relation2 = (line7) => {
        const name5 = nameOf3(line7);
        return name5 === BESIDE ? "Named with" : RELATIONS[name5]?.edge ?? name5;
      };
      edgeOf = (line7) => now5.edge[line7];
      isOfPapers = (line7) => isPaper(now5.a[line7]) && isPaper(now5.b[line7]);
      end = (name5, title2, node2) => ({
        ...{ name: name5, title: title2, wide: 220, value: (line7) => nodes.label[node2(line7)], show: (line7) => cell3(node2(line7)) }
      });
      probability = (line7) => isOfPapers(line7) ? now5.weight[line7] : 0;
      together = (line7) => edgeOf(line7) < 0 ? now5.weight[line7] : 0;
      sure = (line7) => edgeOf(line7) < 0 || isOfPapers(line7) ? 0 : edges.confidence[edgeOf(line7)];
      ofLines = () => [
        end("source", "From", (line7) => now5.a[line7]),
        text2("relation", "Relation", 150, relation2),
        end("target", "To", (line7) => now5.b[line7]),
        share("salience", "Salience", (line7) => edgeOf(line7) < 0 ? 0 : edges.salience[edgeOf(line7)]),
        share("confidence", "Confidence", sure, 116),
        {
          ...share("weight", "Probability", probability, 112),
          show: (line7) => probability(line7) ? percent(probability(line7)) : ""
        },
        whole5("together", "Papers with both", together, 150)
      ];
      MAKERS = { papers: papers4, entities: entities6, links: ofLines };
      made5 = {};
      columnsOf2 = (what2) => {
        const found = made5[what2] ?? MAKERS[what2]();
        made5[what2] = found;
        return found;
      };
      columnsFor = (what2, items2) => columnsOf2(what2).filter(({ value }, at8) => {
        if (at8 === 0) return true;
        for (let i = 0; i < items2.length; i += 1) if (value(items2[i])) return true;
        return items2.length === 0;
      });
      everyItem = (what2) => what2 === "papers" ? Array.from({ length: corpus.size }, (_, row7) => row7) : what2 === "entities" ? nodes.id.filter((i) => !isPaper(i)) : Array.from({ length: now5.count }, (_, line7) => line7);
      isLeft = (what2) => (item) => what2 === "papers" ? now3.passes[item] === 1 : what2 === "entities" ? now3.listed[item] === 1 : isListed(item);
      nodeOf = (what2, item) => what2 === "papers" ? corpus.node[item] : what2 === "entities" ? item : -1;
      NOUNS = {
        papers: ["paper", "papers"],
        entities: [entities.one.includes(" ") ? "entity" : entities.one, "entities"],
        links: ["link", "links"]
      };
    }
  });

  // src/table_order.ts
  var made6, itemsOf;
  var init_table_order = __esm({
    "src/table_order.ts"() {
      "use strict";
      init_sorted();
      init_table_columns();
      made6 = /* @__PURE__ */ new Map();
      itemsOf = (what2, { name: name5, value, varies }, way2) => {
        const left2 = isLeft(what2);
        if (varies || what2 === "links") return sorted2(everyItem(what2).filter(left2), value, way2);
        const key4 = `${what2} ${name5} ${way2}`;
        const all6 = made6.get(key4) ?? sorted2(everyItem(what2), value, way2);
        made6.set(key4, all6);
        return all6.filter(left2);
      };
    }
  });

  // src/table.ts
  var HIGH3, MOST_PRINTED, TITLES2, panel8, order4, chosen2, scroll, head4, body3, columns2, items, last, what, isPicked, box2, pick2, row6, gap, fill4, refresh6, header, save5, compare3, renderHead, widths2, render7, start16;
  var init_table = __esm({
    "src/table.ts"() {
      "use strict";
      init_address();
      init_csv();
      init_dom();
      init_files();
      init_model();
      init_rows();
      init_sorted();
      init_state();
      init_table_columns();
      init_table_order();
      init_visible_rows();
      HIGH3 = 42;
      MOST_PRINTED = 2e3;
      TITLES2 = { papers: "Papers", entities: "Entities", links: "Links" };
      panel8 = byId("table");
      order4 = {
        papers: ["date", -1],
        entities: ["papers", -1],
        links: ["weight", -1]
      };
      chosen2 = { papers: /* @__PURE__ */ new Set(), entities: /* @__PURE__ */ new Set(), links: /* @__PURE__ */ new Set() };
      scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" });
      head4 = el("div", { class: "table-head" });
      body3 = el("tbody");
      columns2 = [];
      items = [];
      last = -1;
      what = () => now2.table;
      isPicked = (item) => chosen2[what()].has(item);
      box2 = (label2, checked2, act) => {
        const made7 = el("input", { type: "checkbox", "aria-label": label2 });
        made7.checked = checked2;
        made7.addEventListener("click", (event) => act(made7.checked, event.shiftKey));
        return made7;
      };
      pick2 = (at8) => (on4, shift2) => {
        const from = shift2 && last >= 0 ? last : at8;
        for (let i = Math.min(from, at8); i <= Math.max(from, at8); i += 1) {
          if (on4) chosen2[what()].add(items[i]);
          else chosen2[what()].delete(items[i]);
        }
        last = at8;
        refresh6();
      };
      row6 = (at8) => {
        const item = items[at8];
        const name5 = String(columns2[0].value(item)).slice(0, 120);
        const picker = what() === "links" ? null : el("td", { class: "pick-row" }, box2(`Choose ${name5}`, isPicked(item), pick2(at8)));
        return el(
          "tr",
          { "aria-rowindex": String(at8 + 2), class: isPicked(item) ? "picked" : false, "data-at": String(at8) },
          picker,
          ...columns2.map(({ show: show7, number: number3 }) => el("td", { class: number3 ? "number" : false }, show7(item)))
        );
      };
      gap = (high3) => {
        const made7 = el("tr", { class: "gap", "aria-hidden": "true" });
        made7.style.height = `${high3}px`;
        return made7;
      };
      fill4 = (whole6 = false) => {
        if (panel8.hidden) return;
        const [first2, end2] = whole6 ? [0, Math.min(items.length, MOST_PRINTED)] : windowOf(scroll.scrollTop, scroll.clientHeight, HIGH3, items.length);
        const kept4 = new Map(
          [...body3.querySelectorAll("[data-at]")].map((item) => [item.dataset.at, item])
        );
        const shown5 = Array.from({ length: end2 - first2 }, (_, i) => kept4.get(String(first2 + i)) ?? row6(first2 + i));
        const held = document.activeElement;
        body3.replaceChildren(gap(first2 * HIGH3), ...shown5, gap((items.length - end2) * HIGH3));
        if (held instanceof HTMLElement && body3.contains(held)) held.focus({ preventScroll: true });
      };
      refresh6 = () => {
        body3.replaceChildren();
        fill4();
        renderHead();
      };
      header = ({ name: name5, title: title2, number: number3 }) => {
        const [by, way2] = order4[what()];
        const turn2 = () => {
          order4[what()] = [name5, by === name5 ? way2 > 0 ? -1 : 1 : number3 ? -1 : 1];
          render7();
          panel8.querySelector(`[data-column="${name5}"]`)?.focus();
        };
        const sign3 = el("span", { "aria-hidden": "true", class: "sign" }, by === name5 ? way2 > 0 ? "▲" : "▼" : "");
        return el(
          "th",
          {
            scope: "col",
            class: number3 ? "number" : false,
            "aria-sort": by === name5 ? way2 > 0 ? "ascending" : "descending" : "none"
          },
          button({ "data-column": name5 }, [title2, sign3], turn2)
        );
      };
      save5 = () => {
        const picked = items.filter(isPicked);
        const text3 = csvOf([
          columns2.map(({ title: title2 }) => title2),
          ...(picked.length ? picked : items).map((item) => columns2.map(({ value }) => value(item)))
        ]);
        saveFile(new Blob([text3], { type: "text/csv;charset=utf-8" }), `${TITLES2[what()].toLowerCase()}.csv`);
      };
      compare3 = (nodes2) => {
        compare2(nodes2);
        show("compare");
      };
      renderHead = () => {
        const count5 = plural(items.length, ...NOUNS[what()]);
        const picked = items.filter(isPicked);
        const nodes2 = picked.map((item) => nodeOf(what(), item)).filter((node2) => node2 >= 0);
        const isComparable = nodes2.length > 1 && nodes2.length <= MOST_COMPARED && document.getElementById("compare") !== null;
        head4.replaceChildren(
          el(
            "div",
            { class: "segments", role: "group", "aria-label": "Rows" },
            ...Object.keys(TITLES2).filter((name5) => everyItem(name5).length > 0).map(
              (name5) => button(
                { "aria-pressed": String(what() === name5), "data-table": name5 },
                TITLES2[name5],
                () => table(name5)
              )
            )
          ),
          el(
            "span",
            { class: "count", role: "status" },
            `${count5} shown${picked.length ? `, ${picked.length.toLocaleString("en")} chosen` : ""}`
          ),
          el(
            "span",
            { class: "table-tools" },
            isComparable ? button({ class: "tool" }, "Compare", () => compare3(nodes2)) : null,
            picked.length ? button({ class: "tool" }, "Choose none", () => {
              chosen2[what()].clear();
              refresh6();
            }) : null,
            button({ class: "tool" }, picked.length ? `Save ${picked.length} (CSV)` : "Save table (CSV)", save5)
          )
        );
      };
      widths2 = () => {
        const sizes = [...what() === "links" ? [] : [40], ...columns2.map(({ wide: wide2 }) => wide2)];
        const total = sizes.reduce((sum, size4) => sum + size4, 0);
        const lead = what() === "links" ? 0 : 1;
        return {
          total,
          cols: sizes.map((size4) => {
            const col = el("col");
            if (size4 !== sizes[lead]) col.style.width = `${size4}px`;
            return col;
          })
        };
      };
      render7 = () => {
        panel8.hidden = now2.main !== "table";
        if (panel8.hidden) {
          panel8.replaceChildren();
          return;
        }
        const left2 = everyItem(what()).filter(isLeft(what()));
        columns2 = columnsFor(what(), left2);
        const [by, way2] = order4[what()];
        const column2 = columns2.find(({ name: name5 }) => name5 === by);
        items = column2 ? itemsOf(what(), column2, way2) : sorted2(left2, columns2[0].value, 1);
        last = -1;
        const all6 = box2("Choose all", items.length > 0 && items.every(isPicked), (on4) => {
          chosen2[what()] = new Set(on4 ? items : []);
          refresh6();
        });
        const { total, cols } = widths2();
        const grid2 = el(
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
          body3
        );
        grid2.style.minWidth = `${total}px`;
        if (!panel8.contains(scroll)) panel8.replaceChildren(head4, scroll);
        body3.replaceChildren();
        scroll.replaceChildren(grid2);
        scroll.scrollTop = 0;
        fill4();
        renderHead();
      };
      start16 = () => {
        scroll.addEventListener("scroll", () => fill4(), { passive: true });
        new ResizeObserver(() => fill4()).observe(scroll);
        window.addEventListener("beforeprint", () => fill4(true));
        window.addEventListener("afterprint", () => fill4());
        if (size) render7();
      };
    }
  });

  // src/time_window.ts
  var clamp, windowBetween, moved2, opening, windowOfBounds, labelled;
  var init_time_window = __esm({
    "src/time_window.ts"() {
      "use strict";
      clamp = (value, most4) => Math.min(most4, Math.max(0, value));
      windowBetween = (a, b, count5) => {
        const [first2, last2] = [clamp(Math.min(a, b), count5 - 1), clamp(Math.max(a, b), count5 - 1)];
        return first2 === 0 && last2 === count5 - 1 ? null : [first2, last2];
      };
      moved2 = ([first2, last2], by, count5) => {
        const shift2 = Math.min(count5 - 1 - last2, Math.max(-first2, by));
        return [first2 + shift2, last2 + shift2];
      };
      opening = (now7, count5) => {
        const wide2 = now7 ? now7[1] - now7[0] + 1 : Math.max(1, Math.round(count5 / 6));
        return now7 && now7[1] < count5 - 1 ? now7 : [0, Math.min(wide2, count5) - 1];
      };
      windowOfBounds = (names6, since, until) => {
        if (!since && !until) return null;
        const first2 = since ? names6.findIndex((name5) => name5 >= since.slice(0, name5.length)) : 0;
        const last2 = until ? names6.findLastIndex((name5) => name5.slice(0, until.length) <= until) : names6.length - 1;
        return [first2 < 0 ? names6.length - 1 : first2, Math.max(0, last2)];
      };
      labelled = (names6, apart) => {
        const every = Math.max(1, Math.ceil(names6.length * apart));
        const starts = names6.flatMap((name5, at8) => /^\d{4}-01$/.test(name5) ? [at8] : []);
        if (starts.length > 2 && every <= 12 && every > 3) return starts;
        return names6.flatMap((_, at8) => at8 % every === 0 && at8 + every / 2 <= names6.length ? [at8] : []);
      };
    }
  });

  // src/timeline.ts
  var panel9, quiet3, names5, of2, unit, BEAT, LARGE, APART2, GAP2, MARGIN, all5, most3, bars, strip, status4, clear3, timer2, chosen3, choose3, handle, handles, refresh7, binAt, brush, play, label, stop, advance2, run2, thin, start17;
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
      panel9 = byId("timeline");
      quiet3 = matchMedia("(prefers-reduced-motion: reduce)");
      ({ names: names5, of: of2, unit } = corpus.bins);
      BEAT = 700;
      LARGE = { day: 7, month: 12, year: 10 }[unit];
      APART2 = 0.14;
      GAP2 = 6;
      MARGIN = 16;
      all5 = new Int32Array(names5.length);
      for (const bin of of2) if (bin >= 0) all5[bin] += 1;
      most3 = Math.max(1, ...all5);
      bars = names5.map(() => el("span", { class: "bin" }, el("i", {}), el("b", {})));
      strip = el("div", { class: "strip" }, ...bars);
      status4 = el("span", { class: "count", role: "status" });
      clear3 = button({ class: "more" }, "Whole time", () => choose3(null));
      timer2 = 0;
      chosen3 = () => windowOfBounds(names5, ...ordered2(now2.since, now2.until));
      choose3 = (next2) => refine({
        since: next2 && next2[0] > 0 ? names5[next2[0]] : "",
        until: next2 && next2[1] < names5.length - 1 ? names5[next2[1]] : ""
      });
      handle = (end2, label2) => {
        const input2 = el("input", {
          type: "range",
          class: end2 ? "until" : "since",
          name: label2,
          "aria-label": label2,
          min: "0",
          max: String(names5.length - 1),
          step: "1"
        });
        input2.addEventListener("input", () => {
          const now7 = chosen3() ?? [0, names5.length - 1];
          const at8 = Number(input2.value);
          choose3(
            windowBetween(end2 ? now7[0] : Math.min(at8, now7[1]), end2 ? Math.max(at8, now7[0]) : now7[1], names5.length)
          );
          refresh7();
        });
        input2.addEventListener("keydown", (event) => {
          const way2 = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
          if (!way2 || !event.shiftKey) return;
          input2.value = String(Number(input2.value) + way2 * LARGE);
          input2.dispatchEvent(new Event("input"));
          event.preventDefault();
        });
        return input2;
      };
      handles = [handle(0, "Papers from"), handle(1, "Papers until")];
      refresh7 = () => {
        const window2 = chosen3();
        const [first2, last2] = window2 ?? [0, names5.length - 1];
        bars.forEach((bar2, at8) => {
          const found = now3.times[at8];
          const [behind, front] = bar2.children;
          behind.style.height = `${100 * all5[at8] / most3}%`;
          front.style.height = `${100 * found / most3}%`;
          bar2.classList.toggle("out", at8 < first2 || at8 > last2);
          bar2.title = `${spoken(names5[at8])}: ${found < all5[at8] ? `${found} of ` : ""}${plural(all5[at8], "paper")}`;
        });
        for (const [end2, input2] of handles.entries()) {
          input2.value = String(end2 ? last2 : first2);
          input2.setAttribute("aria-valuetext", spoken(names5[end2 ? last2 : first2]));
        }
        strip.style.setProperty("--first", String(first2));
        strip.style.setProperty("--last", String(last2 + 1));
        panel9.classList.toggle("chosen", window2 !== null);
        clear3.hidden = window2 === null;
        status4.textContent = window2 ? spanOf(names5[first2], names5[last2]) : `Papers by ${unit}`;
      };
      binAt = (x2) => {
        const box3 = strip.getBoundingClientRect();
        return Math.min(names5.length - 1, Math.max(0, Math.floor((x2 - box3.left) / box3.width * names5.length)));
      };
      brush = (down2) => {
        if (down2.button !== 0) return;
        const from = binAt(down2.clientX);
        const before3 = chosen3();
        const inside2 = before3 !== null && from >= before3[0] && from <= before3[1] && before3[0] < before3[1];
        let dragged2 = false;
        const move2 = (event) => {
          dragged2 ||= Math.abs(event.clientX - down2.clientX) > 3;
          if (!dragged2) return;
          const at8 = binAt(event.clientX);
          choose3(inside2 && before3 ? moved2(before3, at8 - from, names5.length) : windowBetween(from, at8, names5.length));
        };
        const end2 = (event) => {
          strip.removeEventListener("pointermove", move2);
          strip.removeEventListener("pointerup", end2);
          strip.removeEventListener("pointercancel", end2);
          if (dragged2 || event.type === "pointercancel") return;
          const again = before3 !== null && before3[0] === from && before3[1] === from;
          choose3(again ? null : windowBetween(from, from, names5.length));
        };
        stop();
        strip.setPointerCapture(down2.pointerId);
        strip.addEventListener("pointermove", move2);
        strip.addEventListener("pointerup", end2);
        strip.addEventListener("pointercancel", end2);
      };
      play = button({ class: "play", "aria-pressed": "false" }, "▶", () => timer2 ? stop() : run2());
      label = () => {
        play.textContent = timer2 ? "❚❚" : "▶";
        play.setAttribute("aria-pressed", String(timer2 !== 0));
        const name5 = quiet3.matches ? "Next step of time" : "Play the time";
        for (const attribute2 of ["aria-label", "title"]) play.setAttribute(attribute2, name5);
      };
      stop = () => {
        clearInterval(timer2);
        timer2 = 0;
        label();
      };
      advance2 = () => {
        const now7 = chosen3();
        if (now7 && now7[1] < names5.length - 1) choose3(moved2(now7, 1, names5.length));
        else stop();
      };
      run2 = () => {
        const [now7, first2] = [chosen3(), opening(chosen3(), names5.length)];
        const isNew = !now7 || now7[0] !== first2[0];
        if (isNew) choose3(first2);
        if (quiet3.matches) {
          if (!isNew) advance2();
          return;
        }
        timer2 = window.setInterval(advance2, BEAT);
        label();
      };
      thin = (ticks4, labels2) => {
        const edge = ticks4.offsetLeft + ticks4.clientWidth + MARGIN;
        let free2 = 0;
        for (const label2 of labels2) {
          const end2 = label2.offsetLeft + label2.scrollWidth;
          const fits = label2.offsetLeft >= free2 && end2 <= edge;
          label2.style.visibility = fits ? "" : "hidden";
          if (fits && label2.textContent) free2 = end2 + GAP2;
        }
      };
      start17 = () => {
        panel9.hidden = names5.length < 2;
        if (panel9.hidden) return;
        strip.style.setProperty("--bins", String(names5.length));
        const at8 = new Set(labelled(names5, APART2));
        const labels2 = names5.map((name5, bin) => el("span", {}, at8.has(bin) ? spoken(name5) : ""));
        const ticks4 = el("div", { class: "time-ticks", "aria-hidden": "true" }, ...labels2);
        strip.append(...handles);
        panel9.append(
          el("div", { class: "time-head" }, play, status4, clear3),
          el("div", { class: "time-bars" }, strip, ticks4)
        );
        strip.addEventListener("pointerdown", (event) => {
          if (!event.target.matches("input")) brush(event);
        });
        new ResizeObserver(() => thin(ticks4, labels2)).observe(ticks4);
        quiet3.addEventListener("change", stop);
        label();
        refresh7();
        onFollowing(refresh7);
      };
    }
  });

  // src/main.ts
  var main_exports = {};
  var ZOOMS, start18, isSettled2, camera3, greet, listen2;
  var init_main = __esm({
    "src/main.ts"() {
      "use strict";
      init_address();
      init_areas();
      init_card();
      init_chips();
      init_compare();
      init_dom();
      init_draw();
      init_header();
      init_export_menu();
      init_cite();
      init_corpus();
      init_corrections();
      init_corrections_panel();
      init_focus();
      init_labels();
      init_lasso();
      init_legend();
      init_lines();
      init_list();
      init_matrix();
      init_model();
      init_neighbourhood();
      init_paint();
      init_panels();
      init_reading();
      init_result();
      init_scene();
      init_search();
      init_search_filter();
      init_state();
      init_table();
      init_texts();
      init_timeline();
      init_toolbar();
      ZOOMS = {
        in: () => zoom(1.5),
        out: () => zoom(1 / 1.5),
        fit: () => fit2()
      };
      start18 = () => {
        const { now: now7 } = state_exports;
        let still = false;
        let arriving = null;
        let shown5 = Promise.resolve();
        let pending3 = 0;
        const track = (work2) => {
          pending3 += 1;
          return work2.finally(() => {
            pending3 -= 1;
          });
        };
        const nextFrame = () => new Promise((done2) => requestAnimationFrame(() => requestAnimationFrame(done2)));
        const moveCamera = (changed) => {
          const has2 = (field) => changed.includes(field);
          if (arriving) place(arriving);
          else if (now7.target >= 0 && has2("target"))
            fit2(stations(now7.selected, path(now7.selected, now7.target) || []), {
              most: 1.2,
              pad: 50
            });
          else if (now7.selected >= 0 && (has2("steps") || has2("selected") && !still && now7.steps > 1))
            fit2([...within3(now7.selected, now7.steps).keys()], { pad: 20 });
          else if (now7.selected >= 0 && has2("selected") && !still) goTo(now7.selected);
          else if (now7.topic && has2("topic")) fit2(topic.get(now7.topic)?.members, { most: 1.1 });
          arriving = null;
          still = false;
        };
        const refilter2 = () => {
          compute2(now7);
          emphasise2(now7);
          refilter();
          render7();
          refresh3(now7);
        };
        start15();
        start2();
        on2(refilter2);
        onFollowing(recount2);
        onFollowing(recount);
        start10();
        start5();
        start4();
        onLeaving(flush);
        on3(restyle3);
        start8(home2);
        start7(on2, now3);
        start11();
        start17();
        start16();
        start9();
        start14();
        on(["selection"], (_, changed) => {
          emphasise2(now7);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown5 = track(
            nextFrame().then(() => restep ? mark3() : show4()).then(() => {
              arrange();
              still &&= isInSight(now7.selected);
              moveCamera(changed);
            })
          );
        });
        start12();
        start6();
        start3();
        on(["colour"], repaint);
        on(["main"], () => {
          render7();
          refresh3(now7);
          if (now7.selected < 0) show4();
        });
        onArrival((camera4) => {
          arriving = camera4;
          track(
            shown5.then(() => {
              if (arriving) moveCamera([]);
            })
          );
        });
        byId("card").addEventListener("leave", () => show4());
        onMoved(cameraMoved);
        onPick((node2, topic5) => {
          if (node2 >= 0 && isAsked()) {
            toggle2(node2);
            return;
          }
          still = node2 >= 0 && node2 !== now7.selected;
          if (node2 >= 0) select(node2);
          else if (topic5) showTopic(topic5);
          else clear();
        });
        document.addEventListener("click", (event) => {
          const link = event.target.closest("a[data-node]");
          if (!link || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          (event.shiftKey ? toggle2 : select)(Number(link.dataset.node));
        });
        document.addEventListener("keydown", (event) => {
          const typing = event.target.matches("input[type=search], textarea");
          if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            focus();
          } else if (event.key === "Escape" && !leave2()) clear();
        });
        for (const button2 of document.querySelectorAll("[data-zoom]")) {
          const act = ZOOMS[button2.dataset.zoom ?? "fit"];
          button2.addEventListener("click", act);
        }
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
          restyle();
          restyle2();
          restyle3();
          refresh2();
          show4();
        });
        const notice2 = byId("notice");
        notice2.hidden = size > 0;
        notice2.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
        show4();
        arrange();
        fit2(void 0, { animated: false });
        return {
          /** Whether all that was requested is done: cards, camera, address. */
          isSettled: () => pending3 === 0 && isFollowed() && isSettled() && hasArrived() && isWritten(),
          /** Where the camera is, or will be once the card is open that a link asks for. */
          camera: () => arriving ?? camera2()
        };
      };
      ({ isSettled: isSettled2, camera: camera3 } = start18());
      greet = () => {
        if (isStranger(location.hash)) say("This page does not have what its address names.");
      };
      listen2 = () => {
        start(camera3);
        greet();
        window.addEventListener("hashchange", greet);
      };
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen2);
      else listen2();
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
          list: list_exports,
          areas: areas_exports,
          matrix: matrix_exports,
          compare: compare_exports,
          focus: focus_exports,
          texts: texts_exports,
          isSettled: isSettled2
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
/*! d3-contour and d3-array, which draw the outlines of areas:
 *
 * Copyright 2010-2026 Mike Bostock
 *
 * Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
 * granted, provided that the above copyright notice and this permission notice appear in all copies.
 *
 * THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
 * INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
 * ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
 * THIS SOFTWARE.
 */
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
