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
      unpackColumn = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at7) => column2.values[at7]);
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
        for (let at7 = 0; at7 < signs.length; at7 += 1) bytes[at7] = signs.charCodeAt(at7);
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
        for (const each2 of [item, ...item.subtopics]) each2.rank = rank;
      });
      topicsBut = (name2) => {
        const parent = topic.get(name2)?.parent ?? "";
        const siblings = topic.get(parent)?.subtopics ?? [];
        const all5 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name2));
        return /* @__PURE__ */ new Set([...all5, ...siblings.map((item) => item.name).filter((other2) => other2 !== name2)]);
      };
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
  function number(x2) {
    return x2 === null ? NaN : +x2;
  }
  function Blur2(blur3) {
    return function(data3, rx, ry = rx) {
      if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
      if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
      let { data: values, width, height } = data3;
      if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
      if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
      if (!width || !height || !rx && !ry) return data3;
      const blurx = rx && blur3(rx);
      const blury = ry && blur3(ry);
      const temp = values.slice();
      if (blurx && blury) {
        blurh(blurx, temp, values, width, height);
        blurh(blurx, values, temp, width, height);
        blurh(blurx, temp, values, width, height);
        blurv(blury, values, temp, width, height);
        blurv(blury, temp, values, width, height);
        blurv(blury, values, temp, width, height);
      } else if (blurx) {
        blurh(blurx, values, temp, width, height);
        blurh(blurx, temp, values, width, height);
        blurh(blurx, values, temp, width, height);
      } else if (blury) {
        blurv(blury, values, temp, width, height);
        blurv(blury, temp, values, width, height);
        blurv(blury, values, temp, width, height);
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
    return (T, S, start9, stop, step3) => {
      start9 <<= 2, stop <<= 2, step3 <<= 2;
      blur3(T, S, start9 + 0, stop + 0, step3);
      blur3(T, S, start9 + 1, stop + 1, step3);
      blur3(T, S, start9 + 2, stop + 2, step3);
      blur3(T, S, start9 + 3, stop + 3, step3);
    };
  }
  function blurf(radius2) {
    const radius0 = Math.floor(radius2);
    if (radius0 === radius2) return bluri(radius2);
    const t = radius2 - radius0;
    const w = 2 * radius2 + 1;
    return (T, S, start9, stop, step3) => {
      if (!((stop -= step3) >= start9)) return;
      let sum = radius0 * S[start9];
      const s0 = step3 * radius0;
      const s1 = s0 + step3;
      for (let i = start9, j = start9 + s0; i < j; i += step3) {
        sum += S[Math.min(stop, i)];
      }
      for (let i = start9, j = stop; i <= j; i += step3) {
        sum += S[Math.min(stop, i + s0)];
        T[i] = (sum + t * (S[Math.max(start9, i - s1)] + S[Math.min(stop, i + s1)])) / w;
        sum -= S[Math.max(start9, i - s0)];
      }
    };
  }
  function bluri(radius2) {
    const w = 2 * radius2 + 1;
    return (T, S, start9, stop, step3) => {
      if (!((stop -= step3) >= start9)) return;
      let sum = radius2 * S[start9];
      const s = step3 * radius2;
      for (let i = start9, j = start9 + s; i < j; i += step3) {
        sum += S[Math.min(stop, i)];
      }
      for (let i = start9, j = stop; i <= j; i += step3) {
        sum += S[Math.min(stop, i + s)];
        T[i] = sum / w;
        sum -= S[Math.max(start9, i - s)];
      }
    };
  }
  function count2(values, valueof) {
    let count3 = 0;
    if (valueof === void 0) {
      for (let value of values) {
        if (value != null && (value = +value) >= value) {
          ++count3;
        }
      }
    } else {
      let index = -1;
      for (let value of values) {
        if ((value = valueof(value, ++index, values)) != null && (value = +value) >= value) {
          ++count3;
        }
      }
    }
    return count3;
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
  function tickSpec(start9, stop, count3) {
    const step3 = (stop - start9) / Math.max(0, count3), power = Math.floor(Math.log10(step3)), error = step3 / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
    let i1, i2, inc;
    if (power < 0) {
      inc = Math.pow(10, -power) / factor;
      i1 = Math.round(start9 * inc);
      i2 = Math.round(stop * inc);
      if (i1 / inc < start9) ++i1;
      if (i2 / inc > stop) --i2;
      inc = -inc;
    } else {
      inc = Math.pow(10, power) * factor;
      i1 = Math.round(start9 / inc);
      i2 = Math.round(stop / inc);
      if (i1 * inc < start9) ++i1;
      if (i2 * inc > stop) --i2;
    }
    if (i2 < i1 && 0.5 <= count3 && count3 < 2) return tickSpec(start9, stop, count3 * 2);
    return [i1, i2, inc];
  }
  function ticks(start9, stop, count3) {
    stop = +stop, start9 = +start9, count3 = +count3;
    if (!(count3 > 0)) return [];
    if (start9 === stop) return [start9];
    const reverse = stop < start9, [i1, i2, inc] = reverse ? tickSpec(stop, start9, count3) : tickSpec(start9, stop, count3);
    if (!(i2 >= i1)) return [];
    const n = i2 - i1 + 1, ticks2 = new Array(n);
    if (reverse) {
      if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) / -inc;
      else for (let i = 0; i < n; ++i) ticks2[i] = (i2 - i) * inc;
    } else {
      if (inc < 0) for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) / -inc;
      else for (let i = 0; i < n; ++i) ticks2[i] = (i1 + i) * inc;
    }
    return ticks2;
  }
  function tickIncrement(start9, stop, count3) {
    stop = +stop, start9 = +start9, count3 = +count3;
    return tickSpec(start9, stop, count3)[2];
  }
  function nice(start9, stop, count3) {
    let prestep;
    while (true) {
      const step3 = tickIncrement(start9, stop, count3);
      if (step3 === prestep || step3 === 0 || !isFinite(step3)) {
        return [start9, stop];
      } else if (step3 > 0) {
        const i = Math.ceil(start9 / step3);
        const j = Math.floor(stop / step3);
        start9 = (i - (i * step3 > start9)) * step3;
        stop = (j + (j * step3 < stop)) * step3;
      } else if (step3 < 0) {
        const s = -step3;
        const i = Math.ceil(start9 * s);
        const j = Math.floor(stop * s);
        start9 = (i - (i / s > start9)) / s;
        stop = (j + (j / s < stop)) / s;
      }
      prestep = step3;
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
      bisectCenter = bisector(number).center;
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
  function ringContains(ring2, point2) {
    var x2 = point2[0], y2 = point2[1], contains2 = -1;
    for (var i = 0, n = ring2.length, j = n - 1; i < n; j = i++) {
      var pi = ring2[i], xi = pi[0], yi = pi[1], pj = ring2[j], xj = pj[0], yj = pj[1];
      if (segmentContains(pi, pj, point2)) return 0;
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
      function stitch(line5) {
        var start9 = [line5[0][0] + x2, line5[0][1] + y2], end2 = [line5[1][0] + x2, line5[1][1] + y2], startIndex = index(start9), endIndex = index(end2), f, g;
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
            f.ring.unshift(start9);
            fragmentByStart[f.start = startIndex] = f;
          }
        } else {
          fragmentByStart[startIndex] = fragmentByEnd[endIndex] = { start: startIndex, end: endIndex, ring: [start9, end2] };
        }
      }
    }
    function index(point2) {
      return point2[0] * 2 + point2[1] * (dx + 1) * 4;
    }
    function smoothLinear(ring2, values, value) {
      ring2.forEach(function(point2) {
        var x2 = point2[0], y2 = point2[1], xt = x2 | 0, yt = y2 | 0, v1 = valid(values[yt * dx + xt]);
        if (x2 > 0 && x2 < dx && xt === x2) {
          point2[0] = smooth1(x2, valid(values[yt * dx + xt - 1]), v1, value);
        }
        if (y2 > 0 && y2 < dy && yt === y2) {
          point2[1] = smooth1(y2, valid(values[(yt - 1) * dx + xt]), v1, value);
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
  var NONE, line, envelope, nearest;
  var init_distance = __esm({
    "src/distance.ts"() {
      "use strict";
      NONE = 1e20;
      line = (length) => ({
        value: new Float64Array(length),
        lowest: new Int32Array(length),
        index: new Int32Array(length),
        starts: new Float64Array(length)
      });
      envelope = (length, { value, lowest, index, starts }) => {
        let top3 = -1;
        for (let q = 0; q < length; q += 1) {
          const own2 = value[q];
          if (own2 >= NONE) continue;
          let start9 = -Infinity;
          while (top3 >= 0) {
            const p = index[top3];
            start9 = (own2 + q * q - value[p] - p * p) / (2 * (q - p));
            if (start9 > starts[top3]) break;
            top3 -= 1;
            start9 = -Infinity;
          }
          top3 += 1;
          index[top3] = q;
          starts[top3] = start9;
        }
        let at7 = 0;
        for (let q = 0; q < length; q += 1) {
          while (at7 < top3 && starts[at7 + 1] < q) at7 += 1;
          lowest[q] = top3 < 0 ? -1 : index[at7];
        }
      };
      nearest = ({ wide: wide2, high: high2 }, seeds, radius2) => {
        const found = new Int32Array(wide2 * high2);
        const power = new Float64Array(wide2 * high2);
        const down2 = line(high2);
        for (let cx = 0; cx < wide2; cx += 1) {
          for (let cy = 0, at7 = cx; cy < high2; cy += 1, at7 += wide2) {
            const seed = seeds[at7];
            down2.value[cy] = seed < 0 ? NONE : -radius2[seed] * radius2[seed];
          }
          envelope(high2, down2);
          for (let cy = 0, at7 = cx; cy < high2; cy += 1, at7 += wide2) {
            const p = down2.lowest[cy];
            found[at7] = p < 0 ? -1 : seeds[p * wide2 + cx];
            power[at7] = p < 0 ? NONE : (cy - p) * (cy - p) + down2.value[p];
          }
        }
        const across3 = line(wide2);
        const row4 = new Int32Array(wide2);
        for (let cy = 0; cy < high2; cy += 1) {
          const first2 = cy * wide2;
          for (let cx = 0; cx < wide2; cx += 1) {
            across3.value[cx] = power[first2 + cx];
            row4[cx] = found[first2 + cx];
          }
          envelope(wide2, across3);
          for (let cx = 0; cx < wide2; cx += 1)
            found[first2 + cx] = across3.lowest[cx] < 0 ? -1 : row4[across3.lowest[cx]];
        }
        return found;
      };
    }
  });

  // src/outline.ts
  function* outlining(discs, looks) {
    if (!discs.length) return [];
    const grid = gridAround(discs, looks);
    const { depth, group: group3 } = depths(grid, discs, looks);
    yield;
    const found = [];
    for (const [own2, [west, north, east, south]] of boxesOf(grid, group3)) {
      const part2 = {
        left: grid.left + (west - 2) * grid.cell,
        top: grid.top + (north - 2) * grid.cell,
        cell: grid.cell,
        wide: east - west + 5,
        high: south - north + 5
      };
      const level = new Float32Array(part2.wide * part2.high).fill(-1);
      for (let cy = north; cy <= south; cy += 1)
        for (let cx = west; cx <= east; cx += 1) {
          const at7 = cy * grid.wide + cx;
          if (group3[at7] === own2) level[(cy - north + 2) * part2.wide + cx - west + 2] = depth[at7];
        }
      const smooth2 = blur(blur(level, part2.wide, part2.high), part2.wide, part2.high);
      const rings = ringsOf(part2, smooth2, (3 * looks.pad) ** 2 / grid.cell ** 2);
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
      gridAround = (discs, { cell: cell2, reach }) => {
        let [left2, top3, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const { x: x2, y: y2, radius: radius2 } of discs) {
          left2 = Math.min(left2, x2 - radius2);
          top3 = Math.min(top3, y2 - radius2);
          right2 = Math.max(right2, x2 + radius2);
          bottom2 = Math.max(bottom2, y2 + radius2);
        }
        const edge = reach + 3 * cell2;
        const cells = (from, to) => Math.ceil((to - from + 2 * edge) / cell2) + 1;
        return { left: left2 - edge, top: top3 - edge, cell: cell2, wide: cells(left2, right2), high: cells(top3, bottom2) };
      };
      depths = (grid, discs, { cell: cell2, pad, reach }) => {
        const { wide: wide2, high: high2, left: left2, top: top3 } = grid;
        const total = wide2 * high2;
        const seeds = new Int32Array(total).fill(-1);
        const radius2 = Float64Array.from(discs, (disc) => disc.radius / cell2);
        const px = Float64Array.from(discs, (disc) => (disc.x - left2) / cell2);
        const py = Float64Array.from(discs, (disc) => (disc.y - top3) / cell2);
        const groups = Int16Array.from(discs, (disc) => disc.group);
        discs.forEach((_, i) => {
          const at7 = Math.round(py[i]) * wide2 + Math.round(px[i]);
          if (seeds[at7] < 0 || radius2[seeds[at7]] < radius2[i]) seeds[at7] = i;
        });
        const owner = nearest(grid, seeds, radius2);
        const group3 = new Int16Array(total).fill(-1);
        const gap = new Float32Array(total);
        for (let cy = 0, at7 = 0; cy < high2; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1, at7 += 1) {
            const i = owner[at7];
            const dx = cx - px[i];
            const dy = cy - py[i];
            gap[at7] = Math.sqrt(dx * dx + dy * dy) - radius2[i];
            if (gap[at7] < reach / cell2) group3[at7] = groups[i];
          }
        const free2 = Int32Array.from(group3, (value, at7) => value < 0 ? at7 : -1);
        const outside2 = nearest(grid, free2, new Float64Array(total));
        const depth = new Float32Array(total).fill(-1);
        for (let cy = 0, at7 = 0; cy < high2; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1, at7 += 1) {
            if (group3[at7] < 0) continue;
            const out = outside2[at7];
            const dx = cx - out % wide2;
            const dy = cy - Math.floor(out / wide2);
            const far = Math.sqrt(dx * dx + dy * dy);
            const deep = Math.max(far - (reach - pad) / cell2, pad / cell2 - gap[at7]);
            depth[at7] = Math.max(-1, Math.min(1, deep));
          }
        return { depth, group: group3 };
      };
      blur = (level, wide2, high2) => {
        const next2 = new Float32Array(level.length);
        for (let cy = 1; cy < high2 - 1; cy += 1)
          for (let cx = 1; cx < wide2 - 1; cx += 1) {
            const at7 = cy * wide2 + cx;
            const sides = level[at7 - 1] + level[at7 + 1] + level[at7 - wide2] + level[at7 + wide2];
            const corners2 = level[at7 - wide2 - 1] + level[at7 - wide2 + 1] + level[at7 + wide2 - 1] + level[at7 + wide2 + 1];
            next2[at7] = (4 * level[at7] + 2 * sides + corners2) / 16;
          }
        for (let cx = 0; cx < wide2; cx += 1) next2[cx] = next2[(high2 - 1) * wide2 + cx] = -1;
        for (let cy = 0; cy < high2; cy += 1) next2[cy * wide2] = next2[cy * wide2 + wide2 - 1] = -1;
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
      ringsOf = ({ left: left2, top: top3, cell: cell2, wide: wide2, high: high2 }, level, least2) => {
        const [{ coordinates }] = contours_default().size([wide2, high2]).thresholds([0])(level);
        return coordinates.flatMap(
          (polygon2) => polygon2.filter((ring2, at7) => at7 === 0 || areaOf(ring2) > least2).map((ring2) => {
            const open3 = ring2.slice(0, -1);
            const kept3 = open3.length > 24 ? open3.filter((_, i) => i % 2 === 0) : open3;
            return Float64Array.from(
              kept3.flatMap(([px, py]) => [left2 + (px - 0.5) * cell2, top3 + (py - 0.5) * cell2])
            );
          })
        );
      };
      boxesOf = ({ wide: wide2, high: high2 }, group3) => {
        const boxes2 = /* @__PURE__ */ new Map();
        for (let cy = 0; cy < high2; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1) {
            const own2 = group3[cy * wide2 + cx];
            if (own2 < 0) continue;
            const box2 = boxes2.get(own2);
            if (!box2) boxes2.set(own2, [cx, cy, cx, cy]);
            else {
              box2[0] = Math.min(box2[0], cx);
              box2[2] = Math.max(box2[2], cx);
              box2[3] = cy;
            }
          }
        return boxes2;
      };
      finish = (work2) => {
        for (; ; ) {
          const step3 = work2.next();
          if (step3.done) return step3.value;
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
      sums = ({ wide: wide2, high: high2, level }) => {
        const found = new Int32Array((wide2 + 1) * (high2 + 1));
        for (let cy = 0; cy < high2; cy += 1) {
          let row4 = 0;
          for (let cx = 0; cx < wide2; cx += 1) {
            row4 += level[cy * wide2 + cx] > 0 ? 1 : 0;
            found[(cy + 1) * (wide2 + 1) + cx + 1] = found[cy * (wide2 + 1) + cx + 1] + row4;
          }
        }
        return found;
      };
      middleOf = ({ wide: wide2, level }) => {
        let x2 = 0;
        let y2 = 0;
        let count3 = 0;
        level.forEach((value, at7) => {
          if (value <= 0) return;
          x2 += at7 % wide2;
          y2 += Math.floor(at7 / wide2);
          count3 += 1;
        });
        return { x: x2 / Math.max(count3, 1), y: y2 / Math.max(count3, 1) };
      };
      roomIn = (mask) => {
        const { left: left2, top: top3, cell: cell2, wide: wide2, high: high2 } = mask;
        const inside2 = sums(mask);
        const middle = middleOf(mask);
        const place2 = (across3, down2, stride) => {
          let best = null;
          let least2 = Infinity;
          for (let cy = 0; cy + down2 <= high2; cy += stride)
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
        return (width, height) => {
          const at7 = (scale, stride) => place2(
            Math.max(1, Math.round(width * scale / cell2)),
            Math.max(1, Math.round(height * scale / cell2)),
            stride
          );
          let [least2, most2] = [0, Math.min(wide2 * cell2 / width, high2 * cell2 / height)];
          let found = null;
          for (let step3 = 0; step3 < STEPS; step3 += 1) {
            const scale = (least2 + most2) / 2;
            const spot = at7(scale, step3 < STEPS - 2 && wide2 * high2 > 1e3 ? 2 : 1);
            if (spot) [least2, found] = [scale, spot];
            else most2 = scale;
          }
          return found && { x: left2 + found.x * cell2, y: top3 + found.y * cell2, scale: least2 };
        };
      };
      contains = ({ left: left2, top: top3, cell: cell2, wide: wide2, high: high2, level }, x2, y2) => {
        const [gx, gy] = [(x2 - left2) / cell2, (y2 - top3) / cell2];
        const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
        if (cx < 0 || cy < 0 || cx >= wide2 - 1 || cy >= high2 - 1) return false;
        const [fx, fy, at7] = [gx - cx, gy - cy, cy * wide2 + cx];
        const upper = level[at7] * (1 - fx) + level[at7 + 1] * fx;
        const lower = level[at7 + wide2] * (1 - fx) + level[at7 + wide2 + 1] * fx;
        return upper * (1 - fy) + lower * fy > 0;
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
    stretch: () => stretch,
    turned: () => turned,
    view: () => view,
    x: () => x,
    y: () => y
  });
  var extent2, turned, MOST_STRETCH, PANELS, across, down, room, stretched, stretch, x, y, radius, shown, hot, view, emphasise, pick, bounds;
  var init_scene = __esm({
    "src/scene.ts"() {
      "use strict";
      init_model();
      extent2 = (values) => {
        let [least2, most2] = [0, 0];
        for (const value of values) [least2, most2] = [Math.min(least2, value), Math.max(most2, value)];
        return most2 - least2;
      };
      turned = window.innerHeight > 1.2 * window.innerWidth && extent2(nodes.x) > 1.1 * extent2(nodes.y);
      MOST_STRETCH = 1.35;
      PANELS = 700;
      [across, down] = [extent2(turned ? nodes.y : nodes.x) || 1, extent2(turned ? nodes.x : nodes.y) || 1];
      room = (window.innerWidth - (window.innerWidth > 1100 ? PANELS : 0)) / (window.innerHeight - 200);
      stretched = size > 200 && room > 0 ? across / down / room : 1;
      stretch = Math.max(1, Math.min(MOST_STRETCH, stretched));
      x = Float64Array.from(turned ? nodes.y : nodes.x);
      y = Float64Array.from(turned ? nodes.x : nodes.y, (value) => stretch * value);
      radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
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
          const distance2 = Math.hypot(x[i] - px, y[i] - py) - radius[i];
          if (distance2 < Math.min(least2, slack)) [best, least2] = [i, distance2];
        }
        return best;
      };
      bounds = (members) => {
        let [left2, top3, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const i of members) {
          if (!shown[i]) continue;
          left2 = Math.min(left2, x[i] - radius[i]);
          right2 = Math.max(right2, x[i] + radius[i]);
          top3 = Math.min(top3, y[i] - radius[i]);
          bottom2 = Math.max(bottom2, y[i] + radius[i]);
        }
        return left2 <= right2 ? { left: left2, top: top3, right: right2, bottom: bottom2 } : null;
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
  function* around2(groups, look) {
    const discs = groups.flatMap(
      ({ members }, group3) => members.filter((i) => shown[i]).map((i) => ({ x: x[i], y: y[i], radius: radius[i], group: group3 }))
    );
    if (!discs.length) return [];
    let [left2, top3, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const disc of discs) {
      [left2, right2] = [Math.min(left2, disc.x), Math.max(right2, disc.x)];
      [top3, bottom2] = [Math.min(top3, disc.y), Math.max(bottom2, disc.y)];
    }
    const across3 = Math.sqrt((right2 - left2 + 300) * (bottom2 - top3 + 300));
    const shapes = yield* outlining(discs, look(across3, spacing(discs)));
    return shapes.map((shape2) => areaOf2(groups[shape2.group], shape2));
  }
  function* making(before, made3) {
    made3.areas = yield* topicsAround();
    for (const topic5 of topics) {
      const known2 = before.inner.get(topic5.name);
      if (!known2) continue;
      const same2 = topic5.members.every((i) => made3.shown[i] === before.shown[i]);
      made3.inner.set(topic5.name, same2 ? known2 : yield* subtopicsAround(topic5));
    }
  }
  var CELLS, LEAST_CELL, once, areaOf2, spacing, looksOfTopics, looksOfSubtopics, topicsAround, subtopicsAround, KEPT, fresh, kept, now, next, work, lasting, isOf, stale, advance, complete, ofTopics, within2, made, at2, trace;
  var init_areas = __esm({
    "src/areas.ts"() {
      "use strict";
      init_model();
      init_outline();
      init_room();
      init_scene();
      CELLS = 5e4;
      LEAST_CELL = 6;
      once = (make2) => {
        let made3 = null;
        return () => {
          made3 ??= { value: make2() };
          return made3.value;
        };
      };
      areaOf2 = (topic5, shape2) => {
        const { left: left2, top: top3, wide: wide2, high: high2, cell: cell2, level, rings } = shape2;
        const inside2 = level.reduce((count3, value) => count3 + (value > 0 ? 1 : 0), 0);
        const middle = middleOf(shape2);
        const rooms = once(() => roomIn(shape2));
        const spots = /* @__PURE__ */ new Map();
        return {
          ...{ topic: topic5, rings, left: left2, top: top3, right: left2 + wide2 * cell2, bottom: top3 + high2 * cell2 },
          size: Math.sqrt(inside2) * cell2,
          middle: { x: left2 + middle.x * cell2, y: top3 + middle.y * cell2 },
          holds: (px, py) => contains(shape2, px, py),
          room: (width, height) => {
            const key4 = `${width} ${height}`;
            const known2 = spots.get(key4);
            if (known2 !== void 0) return known2;
            const spot = rooms()(width, height);
            spots.set(key4, spot);
            return spot;
          }
        };
      };
      spacing = (discs) => {
        const boxes2 = /* @__PURE__ */ new Map();
        for (const { x: px, y: py, radius: r, group: group3 } of discs) {
          const box2 = boxes2.get(group3) ?? [Infinity, Infinity, -Infinity, -Infinity, 0];
          boxes2.set(group3, [
            ...[Math.min(box2[0], px - r), Math.min(box2[1], py - r), Math.max(box2[2], px + r)],
            ...[Math.max(box2[3], py + r), box2[4] + 1]
          ]);
        }
        const found = [...boxes2.values()].map(
          ([left2, top3, right2, bottom2, count3]) => Math.sqrt((right2 - left2) * (bottom2 - top3) / count3)
        );
        return found.sort((a, b) => a - b)[found.length >> 1];
      };
      looksOfTopics = (across3, apart) => {
        const cell2 = Math.max(LEAST_CELL, across3 / Math.sqrt(CELLS));
        const pad = 2.2 * cell2;
        return { cell: cell2, pad, reach: pad + Math.max(7 * cell2, Math.min(apart, 28 * cell2)) };
      };
      looksOfSubtopics = (across3, apart) => {
        const cell2 = Math.max(LEAST_CELL, across3 / 100);
        return { cell: cell2, pad: 1.6 * cell2, reach: Math.max(4 * cell2, Math.min(apart, 28 * cell2)) };
      };
      topicsAround = () => topics.length > 1 ? around2(topics, looksOfTopics) : around2([], looksOfTopics);
      subtopicsAround = ({ subtopics }) => around2(subtopics.length > 1 ? subtopics : [], looksOfSubtopics);
      KEPT = 4;
      fresh = () => ({ shown: shown.slice(), areas: null, inner: /* @__PURE__ */ new Map() });
      kept = [];
      now = fresh();
      next = null;
      work = null;
      lasting = null;
      isOf = (made3) => made3.shown.every((value, i) => value === shown[i]);
      stale = () => {
        if (isOf(next ?? now)) return;
        if (now.areas && !kept.includes(now)) kept = [now, ...kept].slice(0, KEPT);
        [next, work, lasting] = [null, null, null];
        const known2 = kept.find(isOf);
        if (known2) now = known2;
        else if (!now.areas) now = fresh();
        else {
          next = fresh();
          work = making(now, next);
        }
      };
      advance = () => {
        if (!work || !next) return true;
        if (!work.next().done) return false;
        [now, next, work, lasting] = [next, null, null, null];
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
        lasting ??= now.areas.filter(({ topic: topic5 }) => topic5.members.some((i) => shown[i]));
        return lasting;
      };
      within2 = (topic5) => {
        const known2 = now.inner.get(topic5.name);
        if (known2) return known2;
        const made3 = finish(subtopicsAround(topic5));
        now.inner.set(topic5.name, made3);
        return made3;
      };
      made = ({ name: name2 }) => now.inner.get(name2) ?? [];
      at2 = (list2, px, py) => list2.find((area) => area.holds(px, py));
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

  // src/address.ts
  var COLOURS, VIEWS, TABLES, MAINS, LEFTS, MOST_TEXT, MOST_CORNERS, MOST_COMPARED, background, fresh2, encode, decode, list, known, node, among, number2, whole, day, topic2, same, codec, readTable, several, polygon, NONE2, name, topicNames, tops, below, hiddenBut, topicsLeft, leftOf, formatTopics, hiddenTopics, CODECS, write, read, ofNode;
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
      fresh2 = () => ({
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
      number2 = (least2, most2) => (text2) => {
        const value = text2 === "" ? Number.NaN : Number(text2);
        return Number.isFinite(value) ? Math.min(most2, Math.max(least2, value)) : least2;
      };
      whole = (least2) => (text2) => Math.round(number2(least2, 1e6)(text2));
      day = (text2) => /^[0-9-]{4,10}$/.test(text2) ? text2 : "";
      topic2 = (text2) => topic.has(decode(text2)) ? decode(text2) : "";
      same = (a, b) => {
        if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((one) => b.has(one));
        if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
        return a === b;
      };
      codec = (field, format, parse2) => ({
        format: (now6, first2) => same(now6[field], first2[field]) ? null : format(now6[field]),
        read: (now6, text2) => {
          now6[field] = parse2(text2);
        }
      });
      readTable = (now6, text2) => {
        const table2 = TABLES.find((name2) => name2 === text2);
        if (table2) Object.assign(now6, { main: "table", table: table2 });
      };
      several = (text2) => [...new Set(text2.split(",").map(node))].filter((one) => one >= 0).slice(0, MOST_COMPARED);
      polygon = (text2) => {
        const found = text2.split(",").map((one) => one === "" ? Number.NaN : Math.round(Number(one)));
        const sound = found.length >= 6 && found.length % 2 === 0 && found.length <= 2 * MOST_CORNERS;
        return sound && found.every((one) => Math.abs(one) < 1e7) ? found : [];
      };
      NONE2 = "-";
      name = (topic5) => topic5 === "" ? NONE2 : topic5 === NONE2 ? "%2D" : encode(topic5);
      topicNames = (text2) => text2.split(",").map((part2) => part2 === NONE2 ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
      tops = ["", ...topics.map((item) => item.name)];
      below = (top3) => (topic.get(top3)?.subtopics ?? []).map((item) => item.name);
      hiddenBut = (left2) => {
        const kept3 = new Set(left2);
        return new Set(
          tops.flatMap((top3) => {
            if (kept3.has(top3)) return [];
            const some = below(top3).some((finer) => kept3.has(finer));
            return some ? below(top3).filter((finer) => !kept3.has(finer)) : [top3];
          })
        );
      };
      topicsLeft = (hidden) => {
        const left2 = leftOf(hidden);
        return left2.length && same(hiddenBut(left2), hidden) ? left2 : null;
      };
      leftOf = (hidden) => tops.flatMap((top3) => {
        if (hidden.has(top3)) return [];
        const finer = below(top3);
        return finer.some((one) => hidden.has(one)) ? finer.filter((one) => !hidden.has(one)) : [top3];
      });
      formatTopics = (hidden) => {
        const left2 = topicsLeft(hidden);
        const [without, topics4] = [[...hidden].map(name).join(","), (left2 ?? []).map(name).join(",")];
        return left2 && topics4.length < without.length ? ["topics", topics4] : ["without", without];
      };
      hiddenTopics = (field) => ({
        format: ({ hiddenTopics: hidden }) => {
          const [written2, text2] = hidden.size ? formatTopics(hidden) : ["", ""];
          return written2 === field ? text2 : null;
        },
        read: (now6, text2) => {
          const named5 = topicNames(text2);
          if (named5.length) now6.hiddenTopics = field === "topics" ? hiddenBut(named5) : new Set(named5);
        }
      });
      CODECS = {
        to: codec("target", (value) => encode(nodes.key[value]), node),
        steps: codec("steps", String, (text2) => text2 === "2" ? 2 : 1),
        topic: codec("topic", encode, topic2),
        colour: codec("colour", String, among(COLOURS, fresh2().colour)),
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
        confidence: codec("confidence", String, number2(0, 1)),
        papers: codec("papers", String, whole(1)),
        weight: codec("weight", String, number2(0, 1e6)),
        together: codec("together", String, whole(1)),
        since: codec("since", encode, day),
        until: codec("until", encode, day)
      };
      write = (now6, camera3 = null) => {
        const first2 = fresh2();
        const parts3 = Object.entries(CODECS).flatMap(([name2, { format }]) => {
          const text2 = format(now6, first2);
          return text2 === null ? [] : [`${name2}=${text2}`];
        });
        if (camera3)
          parts3.push(`at=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`);
        const key4 = now6.selected < 0 ? "" : encode(nodes.key[now6.selected]);
        return key4 || parts3.length ? `#${[key4, ...parts3].join("&")}` : "";
      };
      read = (hash) => {
        const [key4, ...parts3] = hash.replace(/^#/, "").split("&");
        const found = {
          now: { ...fresh2(), selected: node(key4) },
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
  var corners, THIRD, HALF_ROOT, NORMALS, SHAPES;
  var init_shapes = __esm({
    "src/shapes.ts"() {
      "use strict";
      corners = (ctx2, count3, turn, place2) => {
        for (let corner = 0; corner < count3; corner += 1) {
          const [px, py, r] = place2(corner);
          const angle = turn + 2 * Math.PI * corner / count3;
          const point2 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
          if (corner) ctx2.lineTo(...point2);
          else ctx2.moveTo(...point2);
        }
        ctx2.closePath();
      };
      [THIRD, HALF_ROOT] = [1.15, Math.sqrt(3) / 2];
      NORMALS = Array.from({ length: 5 }, (_, side) => [
        Math.sin(2 * Math.PI * side / 5),
        Math.cos(2 * Math.PI * side / 5)
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
            let [most2, next2] = [-9, -9];
            for (const [nx, ny] of NORMALS) {
              const far = dx * nx + dy * ny;
              if (far > most2) [most2, next2] = [far, most2];
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
        const made3 = document.createElement(tag);
        for (const [name2, value] of Object.entries(attributes)) {
          if (value !== false && value !== void 0) made3.setAttribute(name2, value === true ? "" : value);
        }
        made3.append(...present(children).filter((child) => child !== ""));
        return made3;
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
        const made3 = el("button", { type: "button", ...attributes }, ...[label].flat());
        made3.addEventListener("click", () => act());
        return made3;
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
        const [one, other2] = [edges.from[edge], edges.to[edge]].map((paper3) => neighbours(paper3));
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
    now: () => now2,
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
    view: () => view2,
    widen: () => widen
  });
  var listeners, arrivals, now2, AMEND_AFTER, GROUPS, camera, timer, mute, write2, amend, apply, step, adjust, revealing, toggled, follow, on, onArrival, select, pathTo, showSteps, clear, showTopic, view2, show, table, tab, focusOn, compare2, toggleKind, toggleRelation, toggleTopic, only, onlyKind, onlyRelation, isOnlyTopic, isOnlyKind, isOnlyRelation, onlyTopic, refine, answer, narrow, widen, isFilter, isNarrowed, colourBy, cameraMoved, isWritten, start;
  var init_state = __esm({
    "src/state.ts"() {
      "use strict";
      init_address();
      init_address();
      init_model();
      listeners = [];
      arrivals = [];
      now2 = fresh2();
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
        const hash = write(now2, way === "replaceState" ? camera() : null);
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
        const changed = Object.keys(changes).filter((field) => !same(now2[field], changes[field]));
        Object.assign(now2, changes);
        const groups = Object.keys(GROUPS).filter(
          (group3) => GROUPS[group3].some((field) => changed.includes(field))
        );
        for (const [wanted, listener] of listeners)
          if (wanted.some((group3) => groups.includes(group3))) listener(now2, changed);
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
        const fits = now2.view === "full" || now2.view === "papers" === isPaper(node2);
        const own2 = around[node2];
        const alone = own2.length > 0 && own2.every((edge) => now2.hiddenRelations.has(edges.relation[edge]));
        const shown2 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
        return {
          view: fits ? now2.view : "full",
          hiddenRelations: new Set([...now2.hiddenRelations].filter((relation3) => !shown2.has(relation3))),
          hiddenKinds: without(now2.hiddenKinds, kind[node2]),
          hiddenTopics: without(without(now2.hiddenTopics, topic5[node2]), subtopic2[node2])
        };
      };
      toggled = (set, value) => {
        const next2 = new Set(set);
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
        listeners.push([groups, listener]);
      };
      onArrival = (listener) => {
        arrivals.push(listener);
      };
      select = (node2) => step({ selected: node2, target: -1, topic: "", ...revealing(node2) });
      pathTo = (node2) => step({ target: node2, topic: "", ...revealing(node2) });
      showSteps = (steps2) => step({ steps: steps2 });
      clear = () => step({ selected: -1, target: -1, topic: "" });
      showTopic = (name2) => step({ selected: -1, target: -1, topic: now2.topic === name2 ? "" : name2 });
      view2 = (chosen) => {
        const fits = (node2) => node2 < 0 || chosen === "full" || chosen === "papers" === isPaper(node2);
        const keep2 = fits(now2.selected) && fits(now2.target);
        step({ view: chosen, ...keep2 ? {} : { selected: -1, target: -1 } });
      };
      show = (main2) => step({ main: main2 });
      table = (table2) => step({ main: "table", table: table2 });
      tab = (left2) => adjust({ left: left2 });
      focusOn = (focus2) => step({ focus: focus2 });
      compare2 = (nodes2) => adjust({ compare: [...new Set(nodes2)].slice(-4) });
      toggleKind = (kind) => adjust({ hiddenKinds: toggled(now2.hiddenKinds, kind) });
      toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now2.hiddenRelations, relation3) });
      toggleTopic = (name2) => adjust({ hiddenTopics: toggled(now2.hiddenTopics, name2) });
      only = (all5, value, now6) => {
        const others3 = new Set([...all5].filter((other2) => other2 !== value));
        return same(now6, others3) ? null : others3;
      };
      onlyKind = (kind) => adjust({ hiddenKinds: only(kinds.keys(), kind, now2.hiddenKinds) ?? /* @__PURE__ */ new Set() });
      onlyRelation = (relation3) => {
        const first2 = fresh2().hiddenRelations;
        adjust({ hiddenRelations: only(relations.keys(), relation3, now2.hiddenRelations) ?? first2 });
      };
      isOnlyTopic = (name2) => same(now2.hiddenTopics, topicsBut(name2));
      isOnlyKind = (kind) => only(kinds.keys(), kind, now2.hiddenKinds) === null;
      isOnlyRelation = (relation3) => only(relations.keys(), relation3, now2.hiddenRelations) === null;
      onlyTopic = (name2) => {
        adjust({ hiddenTopics: isOnlyTopic(name2) ? /* @__PURE__ */ new Set() : topicsBut(name2) });
      };
      refine = (changes) => adjust(changes);
      answer = (changes) => step({ selected: -1, target: -1, topic: "", ...revealing(changes.target ?? -1), ...changes });
      narrow = (field, value) => adjust({ [field]: value });
      widen = () => {
        const first2 = fresh2();
        const fields = GROUPS.filter.filter((field) => field !== "view");
        adjust(Object.fromEntries(fields.map((field) => [field, first2[field]])));
      };
      isFilter = (field) => GROUPS.filter.includes(field);
      isNarrowed = () => {
        const first2 = fresh2();
        return GROUPS.filter.some((field) => field !== "view" && !same(now2[field], first2[field]));
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
      ofNode2 = (i) => now2.colour === "topic" ? ofTopic(nodes.topic[i]) : own.kinds[nodes.kind[i]] || own.muted;
      channels = (colour) => {
        probe.fillStyle = colour;
        return [1, 3, 5].map((at7) => Number.parseInt(String(probe.fillStyle).slice(at7, at7 + 2), 16));
      };
      mixed = /* @__PURE__ */ new Map();
      tint = (colour, share, other2 = own.ground) => {
        const part2 = Math.round(20 * share) / 20;
        const key4 = `${colour} ${part2} ${other2}`;
        const known2 = mixed.get(key4);
        if (known2 !== void 0) return known2;
        const [one, two] = [channels(colour), channels(other2)];
        const made3 = `#${one.map(
          (value, i) => Math.round(value * part2 + two[i] * (1 - part2)).toString(16).padStart(2, "0")
        ).join("")}`;
        mixed.set(key4, made3);
        return made3;
      };
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
      listing = (items, render5, attributes = {}, first2 = FIRST) => {
        const list2 = el("ul", attributes, ...items.slice(0, first2).map((item) => render5(item)));
        if (items.length <= first2) return [list2];
        const label = () => `Show more (${(items.length - list2.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label(), () => {
          const next2 = items.slice(list2.children.length, list2.children.length + STEP).map((item) => render5(item));
          list2.append(...next2);
          next2[0].querySelector("a")?.focus();
          if (list2.children.length === items.length) more.remove();
          else more.textContent = label();
        });
        return [list2, more];
      };
      swatch = (name2) => {
        const made3 = el("span", { class: "swatch" });
        made3.style.backgroundColor = ofTopic(name2);
        return made3;
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
      fold = (title, list2, open3 = false) => el("details", { class: "background", open: open3 }, el("summary", {}, title), ...list2);
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
        const groups = /* @__PURE__ */ new Map();
        for (const edge of list2) {
          const relation3 = edges.relation[edge];
          const group3 = groups.get(relation3);
          if (group3) group3.push(edge);
          else groups.set(relation3, [edge]);
        }
        return [...groups].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
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
        const counts4 = /* @__PURE__ */ new Map();
        const matters = (edge) => !isBackground(edge);
        for (const paper3 of neighbours(entity, matters)) {
          for (const peer of neighbours(paper3, matters)) {
            if (peer !== entity && !isPaper(peer)) counts4.set(peer, (counts4.get(peer) || 0) + 1);
          }
        }
        return [...counts4].sort(
          (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || named(a[0], b[0])
        );
      };
      forms = (entity, texts) => {
        const papers5 = /* @__PURE__ */ new Map();
        for (const edge of around[entity]) {
          for (const form of split(texts.surfaces[edge])) {
            const found = papers5.get(form) ?? /* @__PURE__ */ new Set();
            papers5.set(form, found.add(edges.from[edge]));
          }
        }
        const counts4 = [...papers5].map(([form, found]) => [form, found.size]);
        return counts4.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
      };
      formRow = ([form, count3]) => el("li", { class: "form" }, foreign(form), el("span", { class: "count" }, plural(count3, "paper")));
      reasonRow = (reason2) => el("li", { dir: "auto" }, reason2);
      cardEntity = (entity, texts) => {
        const newest = (a, b) => (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") || named(edges.from[a], edges.from[b]);
        const paperRow2 = (edge) => {
          const remark = [nodes.date[edges.from[edge]], salience(edge)].filter(Boolean);
          return named2(edges.from[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const groups = byRelation(around[entity]);
        const papers5 = groups.map(([relation3, list2]) => {
          const title = RELATIONS[relation3]?.by ?? relation3;
          const listed = listing(bySalience(list2, newest), paperRow2);
          if (!isBackground(list2[0])) return section(title, ...listed);
          const count3 = `${plural(list2.length, "paper")}, in the background`;
          return section(title, fold(count3, listed, groups.length === 1));
        });
        const company = namedWith(entity);
        const written2 = forms(entity, texts);
        const reasons = split(texts.united[entity]);
        return [
          ...papers5,
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
      peerRow = (texts, paper3, most2) => (edge) => {
        const peer = other(edge, paper3);
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
        const order4 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
        const row4 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
          return named2(edges.to[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const listed = (list2) => listing(bySalience(list2, order4), row4);
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
      cardPaper = (paper3, texts) => {
        const own2 = around[paper3].filter((edge) => edges.from[edge] === paper3 && !isPaper(edges.to[edge]));
        const related = around[paper3].filter((edge) => isPaper(other(edge, paper3))).sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
        const abstract = texts.abstract[paper3];
        const most2 = related.length ? edges.weight[related[0]] : 0;
        const body2 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts, abstract, own2)) : null;
        return [
          subjects(own2),
          body2 ? section("Abstract", body2) : null,
          ...entitySections(texts, own2),
          related.length ? section("Related papers", ...listing(related, peerRow(texts, paper3, most2))) : null,
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
      part = (text2, at7) => Number(text2.split("-")[at7] ?? 1);
      successor = (name2, unit) => {
        const next2 = /* @__PURE__ */ new Date(0);
        next2.setUTCFullYear(
          part(name2, 0) + Number(unit === "year"),
          part(name2, 1) - 1 + Number(unit === "month"),
          part(name2, 2) + Number(unit === "day")
        );
        return next2.toISOString().slice(0, LENGTH[unit]);
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
        const at7 = new Map(names4.map((name2, index) => [name2, index]));
        return { unit, names: names4, of: Int32Array.from(cut, (date2) => at7.get(date2) ?? -1) };
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
      drawn.forEach((node2, at7) => {
        row[node2] = at7;
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
        const kept3 = keptBits(without);
        const found = new Int32Array(mask.length);
        let count3 = 0;
        for (let row4 = 0; row4 < mask.length; row4 += 1) {
          if (!(mask[row4] & kept3)) {
            found[count3] = row4;
            count3 += 1;
          }
        }
        return found.slice(0, count3);
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

  // src/result.ts
  var result_exports = {};
  __export(result_exports, {
    compute: () => compute,
    now: () => now3,
    on: () => on2,
    setText: () => setText,
    start: () => start2
  });
  var listeners2, names, code, codes, topicAt, subtopicAt, isRelated, entities2, relations2, relationCode, relationAt, matching, revealed, now3, strongEdges, judgeLinks, judgeAll, aliveNodes, isSubHidden, keepEdges, countNamed, isThinned, showNodes, listNodes, countRows, compute, on2, renew, setText, start2;
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
      code = new Map(names.map((name2, at7) => [name2, at7]));
      codes = (column2) => Int32Array.from(column2, (name2) => code.get(name2) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
      entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
        (kind) => kind !== "paper"
      );
      relations2 = [...relations.keys()];
      relationCode = new Map(relations2.map((name2, at7) => [name2, at7]));
      relationAt = Int32Array.from(edges.relation, (name2) => relationCode.get(name2) ?? 0);
      matching = null;
      revealed = false;
      now3 = {
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
        const first2 = fresh2();
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
        const { mask } = now3;
        const { date: date2, node: node2, drawn: drawn4, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen;
        const hidden = Uint8Array.from(names, (name2) => Number(hiddenTopics2.has(name2)));
        const isHidden2 = (row4) => hidden[topicAt[row4]] || subtopic2[row4] && hidden[subtopicAt[row4]];
        const topic5 = chosen.topic ? code.get(chosen.topic) ?? -1 : -1;
        const isOther = (row4) => topicAt[row4] !== topic5 && subtopicAt[row4] !== topic5;
        const [since, until] = ordered2(chosen.since, chosen.until);
        const isOutside = (row4) => row4 >= drawn4 || !isInside(lasso, nodes.x[node2[row4]], nodes.y[node2[row4]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden2 : null);
        judge(mask, "chosen", topic5 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row4) => !isIn(date2[row4], since, until) : null);
        judge(mask, "text", chosen.text && matching ? (row4) => !matching?.[row4] : null);
        judge(mask, "lasso", lasso.length ? isOutside : null);
        judge(mask, "links", judgeLinks(chosen, strong));
      };
      aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
        const alive = new Uint8Array(size);
        const kept3 = keptBits(["chosen"]);
        for (let i = 0; i < size; i += 1) {
          const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
          alive[i] = hidden || isPaper(i) ? 0 : 1;
        }
        for (let row4 = 0; row4 < corpus.drawn; row4 += 1) alive[corpus.node[row4]] = now3.mask[row4] & kept3 ? 0 : 1;
        return alive;
      };
      isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
      keepEdges = (chosen, strong, alive) => {
        const found = new Int32Array(relations2.length);
        const wanted = Uint8Array.from(relations2, (name2) => Number(!chosen.hiddenRelations.has(name2)));
        for (let e = 0; e < links; e += 1) {
          const possible = strong[e] && alive[edges.from[e]] && (!isRelated[e] || alive[edges.to[e]]);
          if (possible) found[relationAt[e]] += 1;
          now3.edges[e] = possible ? wanted[relationAt[e]] : 0;
        }
        now3.relations = new Map(relations2.map((name2, at7) => [name2, found[at7]]));
      };
      countNamed = () => {
        const last = new Int32Array(size).fill(-1);
        now3.named.fill(0);
        for (let e = 0; e < links; e += 1) {
          if (isRelated[e] || !now3.edges[e] || last[edges.to[e]] === edges.from[e]) continue;
          last[edges.to[e]] = edges.from[e];
          now3.named[edges.to[e]] += 1;
        }
      };
      isThinned = (chosen) => chosen.hiddenRelations.size > 0 || chosen.hiddenTopics.size > 0 || chosen.confidence > 0 || chosen.lasso.length > 0 || Boolean(chosen.since || chosen.until || chosen.text);
      showNodes = (chosen, alive) => {
        const thinned2 = isThinned(chosen);
        const needed = chosen.papers > 1 || thinned2 ? chosen.papers : 0;
        const found = thinned2 ? now3.named : nodes.papers;
        const left2 = /* @__PURE__ */ new Map();
        revealed = false;
        for (let i = 0; i < size; i += 1) {
          const [kind, paper3] = [nodes.kind[i], isPaper(i)];
          const passes = alive[i] && (paper3 || found[i] >= needed);
          if (passes && !paper3) left2.set(kind, (left2.get(kind) ?? 0) + 1);
          const inView = chosen.view === "full" || chosen.view === "papers" === paper3;
          const asked2 = i === chosen.selected || i === chosen.target;
          shown[i] = inView && !chosen.hiddenKinds.has(kind) && (passes || asked2) ? 1 : 0;
          revealed ||= asked2 && !passes;
        }
        return left2;
      };
      listNodes = ({ topic: topic5 }) => {
        if (!topic5) return shown;
        return shown.map(
          (shown2, i) => shown2 && Number(nodes.topic[i] === topic5 || nodes.subtopic[i] === topic5)
        );
      };
      countRows = (left2) => {
        now3.rows = passing(now3.mask);
        now3.passes.fill(0);
        for (const row4 of now3.rows) now3.passes[row4] = 1;
        now3.count.papers = now3.rows.length;
        now3.count.kinds = new Map(entities2.map((kind) => [kind, [left2.get(kind) ?? 0, counts[kind] ?? 0]]));
        now3.count.kinds.set("paper", [now3.rows.length, now3.count.of]);
        const byTopic = passing(now3.mask, "topic", "chosen");
        const [first2, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        const whole5 = byTopic.length === corpus.size;
        const known2 = (name2) => whole5 ? topic.get(name2)?.papers ?? 0 : 0;
        now3.topics = new Map(
          names.map((name2, at7) => [name2, Math.max(known2(name2), first2[at7] + (name2 ? second[at7] : 0))])
        );
        now3.times = countBy(passing(now3.mask, "time"), corpus.bins.of, corpus.bins.names.length);
      };
      compute = (chosen) => {
        const strong = strongEdges(chosen);
        judgeAll(chosen, strong);
        const alive = aliveNodes(chosen);
        keepEdges(chosen, strong, alive);
        countNamed();
        countRows(showNodes(chosen, alive));
        now3.listed = listNodes(chosen);
      };
      on2 = (listener) => {
        listeners2.push(listener);
      };
      renew = () => {
        compute(now2);
        for (const listener of listeners2) listener(now3);
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
    across: () => across2,
    at: () => at3,
    compute: () => compute2,
    isListed: () => isListed,
    nameOf: () => nameOf,
    now: () => now4
  });
  var BESIDE, names2, code2, likely, relation, isRelated2, order, topicAt2, topic4, now4, adjacency, isShown, ofGraph, weights, inRanges, coMentions, BANDS, inBands, compute2, isListed, at3, across2, nameOf;
  var init_lines = __esm({
    "src/lines.ts"() {
      "use strict";
      init_model();
      init_model();
      init_result();
      init_scene();
      BESIDE = "beside";
      names2 = [...relations.keys(), BESIDE];
      code2 = new Map(names2.map((name2, at7) => [name2, at7]));
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
      now4 = {
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
      isShown = (e) => now3.edges[e] && shown[edges.from[e]] && shown[edges.to[e]];
      ofGraph = () => {
        const kept3 = order.filter(isShown);
        now4.edge = kept3;
        now4.a = kept3.map((e) => edges.from[e]);
        now4.b = kept3.map((e) => edges.to[e]);
        now4.weight = weights(kept3);
        return inRanges(kept3);
      };
      weights = (kept3) => {
        const found = new Float64Array(kept3.length);
        for (let line5 = 0; line5 < kept3.length; line5 += 1) found[line5] = edges.weight[kept3[line5]];
        return found;
      };
      inRanges = (kept3) => {
        const found = [];
        let first2 = 0;
        while (first2 < kept3.length) {
          const own2 = relation[kept3[first2]];
          let end2 = first2 + 1;
          while (end2 < kept3.length && relation[kept3[end2]] === own2) end2 += 1;
          found.push({ name: names2[own2], first: first2, end: end2 });
          first2 = end2;
        }
        return found;
      };
      coMentions = ({ together }) => {
        const pairs = /* @__PURE__ */ new Map();
        for (let paper3 = 0; paper3 < size; paper3 += 1) {
          if (!isPaper(paper3)) continue;
          const own2 = around[paper3].filter(
            (e) => now3.edges[e] && !isRelated2[e] && shown[edges.to[e]]
          );
          const named5 = [...new Set(own2.map((e) => edges.to[e]))].sort((a, b) => a - b);
          for (let i = 0; i < named5.length; i += 1) {
            for (let j = i + 1; j < named5.length; j += 1) {
              const pair = named5[i] * size + named5[j];
              pairs.set(pair, (pairs.get(pair) || 0) + 1);
            }
          }
        }
        const kept3 = [...pairs].filter(([, count3]) => count3 >= together).sort((p, q) => p[0] - q[0]);
        now4.edge = new Int32Array(kept3.length).fill(-1);
        now4.a = Int32Array.from(kept3, ([pair]) => Math.floor(pair / size));
        now4.b = Int32Array.from(kept3, ([pair]) => pair % size);
        now4.weight = Float64Array.from(kept3, ([, count3]) => count3);
        return kept3.length ? [{ name: BESIDE, first: 0, end: kept3.length }] : [];
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name2, first: first2, end: end2 } = range2;
        const [least2, most2] = [now4.weight[first2], now4.weight[end2 - 1]];
        if (name2 !== "related" || least2 === most2) return [{ ...range2, strength: 1 }];
        const bandOf = (line5) => Math.floor(BANDS * (now4.weight[line5] - least2) / (most2 - least2));
        let next2 = first2;
        return Array.from({ length: BANDS }, (_, band) => {
          const start9 = next2;
          while (next2 < end2 && Math.min(BANDS - 1, bandOf(next2)) <= band) next2 += 1;
          return { name: name2, first: start9, end: next2, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen) => {
        const ranges = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
        now4.count = now4.edge.length;
        now4.hot = new Uint8Array(now4.count);
        now4.apart = new Uint8Array(now4.count);
        for (let line5 = 0; line5 < now4.count; line5 += 1)
          now4.apart[line5] = topic4[now4.a[line5]] === topic4[now4.b[line5]] ? 0 : 1;
        now4.ranges = ranges.flatMap(inBands);
        adjacency = null;
      };
      isListed = (line5) => now3.listed[now4.a[line5]] === 1 && now3.listed[now4.b[line5]] === 1;
      at3 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line5 = 0; line5 < now4.count; line5 += 1) {
            adjacency[now4.a[line5]].push(line5);
            if (now4.a[line5] !== now4.b[line5]) adjacency[now4.b[line5]].push(line5);
          }
        }
        return adjacency[node2];
      };
      across2 = (line5, node2) => now4.a[line5] === node2 ? now4.b[line5] : now4.a[line5];
      nameOf = (line5) => now4.edge[line5] < 0 ? BESIDE : edges.relation[now4.edge[line5]];
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
      within3 = (node2, steps2) => {
        const distance2 = /* @__PURE__ */ new Map([[node2, 0]]);
        for (const [here, far] of distance2) {
          if (far === steps2) break;
          for (const line5 of at3(here)) {
            const next2 = across2(line5, here);
            if (!distance2.has(next2)) distance2.set(next2, far + 1);
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
        let ring2 = [from];
        while (ring2.length && distance2[to] < 0) {
          const next2 = [];
          for (const here of ring2) {
            const price = cost[here] + (here === from ? 0 : at3(here).length);
            for (const line5 of at3(here)) {
              const there = across2(line5, here);
              if (distance2[there] >= 0 && distance2[there] !== distance2[here] + 1) continue;
              if (distance2[there] < 0) {
                distance2[there] = distance2[here] + 1;
                next2.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line5];
            }
          }
          ring2 = next2;
        }
        if (distance2[to] < 0) return null;
        const found = [];
        for (let here = to; here !== from; here = across2(via[here], here)) found.unshift(via[here]);
        return found;
      };
      stations = (from, found) => {
        const way = [from];
        for (const line5 of found) way.push(across2(line5, way[way.length - 1]));
        return way;
      };
      emphasise2 = (now6) => {
        const { hot: hot3 } = now4;
        hot3.fill(0);
        view.focused = now6.selected;
        if (now6.selected >= 0 && now6.target >= 0) {
          const found = path(now6.selected, now6.target) || [];
          for (const line5 of found) hot3[line5] = 1;
          emphasise([...stations(now6.selected, found), now6.target]);
        } else if (now6.selected >= 0) {
          const near2 = within3(now6.selected, now6.steps);
          for (const [node2, far] of near2) {
            if (far < now6.steps) for (const line5 of at3(node2)) hot3[line5] = 1;
          }
          emphasise(near2.keys());
        } else if (now6.topic) {
          emphasise(topic.get(now6.topic)?.members ?? []);
          for (let line5 = 0; line5 < hot3.length; line5 += 1) {
            hot3[line5] = hot[now4.a[line5]] && hot[now4.b[line5]];
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
      verb = (line5) => {
        const name2 = nameOf(line5);
        if (name2 === BESIDE) return `named together in ${plural(now4.weight[line5], "paper")}`;
        const likely2 = name2 === "related" ? `, ${percent(now4.weight[line5])}` : "";
        return (RELATIONS[name2]?.edge ?? name2).toLowerCase() + likely2;
      };
      between = (line5, here, texts) => {
        const edge = now4.edge[line5];
        const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
        return el(
          "li",
          { class: "step" },
          el("span", { class: "count" }, backwards ? `↑ ${verb(line5)}` : `↓ ${verb(line5)}`),
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
        found.forEach((line5, at7) => {
          list2.append(between(line5, way[at7], texts), named2(way[at7 + 1]));
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
      particular = ({ particular: words2, members }) => {
        const found = new Map(members.map((node2) => [nodes.label[node2], node2]));
        const tags = words2.map((word) => {
          const node2 = found.get(word);
          return node2 === void 0 ? foreign(word, { class: "tag" }) : nodeLink(node2, word, { class: `tag ${nodes.kind[node2]}` });
        });
        return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
      };
      subtopicRow = ({ name: name2, papers: papers5 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name2), foreign(name2, { class: "grow" })],
          () => showTopic(name2)
        ),
        el("span", { class: "count" }, plural(papers5, "paper"))
      );
      cardTopic = (topic5) => {
        const { name: name2, parent, papers: papers5, subtopics, central } = topic5;
        return [
          el("h2", { dir: "auto" }, name2),
          meta(
            plural(papers5, "paper"),
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
      grade = (folded, query, words2, [looseName, looseQuery] = [loose(folded), loose(query)]) => {
        if (folded === query) return 0;
        if (folded.startsWith(query)) return 1;
        const found = folded.indexOf(query);
        if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
        if (looseQuery !== "" && looseName.startsWith(looseQuery)) return 3;
        return words2.length > 1 && words2.every((word) => folded.includes(word)) ? 5 : -1;
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
        for (let at7 = 0; at7 < word.length; at7 += 1) bits |= 1 << (word.charCodeAt(at7) & 31);
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
        let [before, last, now6] = rowsOfTable;
        for (let j = 0; j <= b.length; j += 1) now6[j] = Math.min(j, far);
        for (let i = 1; i <= a.length; i += 1) {
          [before, last, now6] = [last, now6, before];
          const [first2, end2] = [Math.max(1, i - most2), Math.min(b.length, i + most2)];
          now6[first2 - 1] = first2 === 1 ? Math.min(i, far) : far;
          let least2 = now6[first2 - 1];
          for (let j = first2; j <= end2; j += 1) {
            const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
            let found = Math.min(last[j] + 1, now6[j - 1] + 1, last[j - 1] + change);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            if (swapped) found = Math.min(found, before[j - 2] + 1);
            now6[j] = Math.min(found, far);
            least2 = Math.min(least2, now6[j]);
          }
          now6[end2 + 1] = far;
          if (least2 > most2) return far;
        }
        return now6[b.length];
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
        const [words2, bits, postings] = [[], [], []];
        const add2 = (row4, text2) => {
          for (const word of wordsOf(text2)) {
            const number3 = numbers.get(word);
            if (number3 === void 0) {
              numbers.set(word, words2.length);
              words2.push(word);
              bits.push(bitsOf(word));
              postings.push([row4]);
            } else {
              const rows2 = postings[number3];
              if (rows2[rows2.length - 1] !== row4) rows2.push(row4);
            }
          }
        };
        const beginning2 = remembered((word) => {
          const found = [];
          for (let number3 = 0; number3 < words2.length; number3 += 1) {
            if (!words2[number3].startsWith(word)) continue;
            const weight2 = words2[number3] === word ? 1 : 0.3 + 0.5 * word.length / words2[number3].length;
            found.push({ word: words2[number3], weight: weight2, rows: postings[number3] });
          }
          return found;
        });
        const almost = remembered((word) => {
          const most2 = word.length < LEAST ? 0 : Math.min(MOST, Math.round(TOLERANCE * word.length));
          const found = [];
          if (!most2 || /^\p{N}/u.test(word)) return found;
          const own2 = bitsOf(word);
          for (let number3 = 0; number3 < words2.length; number3 += 1) {
            if (Math.abs(words2[number3].length - word.length) > most2) continue;
            if (ones(own2 & ~bits[number3]) > most2 || ones(bits[number3] & ~own2) > most2) continue;
            const apart = distance(word, words2[number3], most2);
            if (apart <= most2) found.push({ word: words2[number3], weight: 0.4 / apart, rows: postings[number3] });
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
    ofEdges: () => ofEdges,
    ofPaper: () => ofPaper
  });
  var PAPERS, OTHERS, NODE_COLUMNS, EDGE_COLUMNS, chunkOf, first, papers, others2, blank, now5, inside, edgesInside, placeEvidence, copy, fill, packed, pending, read2, load, loaded, near, ofEdges, all, ofPaper, ofEdge, chunks, abstractsOf;
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
      now5 = {
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
        let [paper3, text2] = [-1, ""];
        own2.forEach((e, at7) => {
          if (start9[at7] < 0) return;
          if (edges.from[e] !== paper3)
            [paper3, text2] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now5.abstract[edges.from[e]]}`];
          now5.evidence[e] = text2.slice(start9[at7], start9[at7] + length[at7]);
        });
      };
      copy = (name2, rows2, columns2) => {
        columns2[name2]?.forEach((text2, at7) => {
          now5[name2][rows2[at7]] = text2;
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
            now5.missing = true;
          }
        );
        pending.set(chunk, found);
        return found;
      };
      loaded = async (chunks2) => {
        await Promise.all([...new Set(chunks2)].map(load));
        return now5;
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
        return { nodes: own2, texts: now5 };
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
  var SLICE, TITLE, OTHER, ABSTRACT, parts2, unpacked, done, namesOf, abstractOf, lineOf, isWhole, pause, goThrough, make, making2, prepare;
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
        for (const step3 of first2) await goThrough(Array(step3.size).keys(), (at7) => step3.upTo(at7 + 1));
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
      making2 = null;
      prepare = (first2) => {
        making2 ??= make(first2);
        return making2;
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
        const drawn4 = new Map(
          nodes.id.filter((node2) => labels.has(nodes.label[node2])).map((node2) => [nodes.label[node2], node2])
        );
        const tag = (label) => {
          const node2 = drawn4.get(label);
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
          let at7 = best.length;
          while (at7 > 0 && score[best[at7 - 1]] < score[row4]) at7 -= 1;
          best.splice(at7, 0, row4);
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
        const [score, now6, counts4] = [new Float32Array(size3), new Float32Array(size3), new Uint8Array(size3)];
        const firsts = new Uint8Array(size3);
        const words2 = [...new Set(terms.filter(({ no }) => !no).flatMap((term) => wordsOf(term.text)))];
        const all5 = [];
        for (const [at7, word] of words2.entries()) {
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
                if (!now6[row4]) touched2.push(row4);
                now6[row4] = Math.max(now6[row4], value);
                found.parts[row4] |= 1 << part2;
                if (part2 === 0 && firsts[row4] === at7) firsts[row4] = at7 + 1;
              }
            }
          });
          for (const row4 of touched2) {
            if (!counts4[row4]) all5.push(row4);
            counts4[row4] += 1;
            score[row4] += now6[row4];
            now6[row4] = 0;
          }
        }
        const quoted = terms.filter((term) => term.quoted && !term.no);
        const fits = (row4) => quoted.every((term) => text2(row4).includes(term.text));
        found.rows = all5.filter((row4) => counts4[row4] === words2.length && fits(row4));
        found.best = top(found.rows, score);
        if (!found.rows.length) {
          const most2 = all5.reduce((least2, row4) => Math.max(least2, counts4[row4]), 0);
          const nearly = all5.filter((row4) => counts4[row4] === most2);
          found.nearly = most2 * 2 >= words2.length ? top(nearly, score) : [];
        }
        for (const row4 of found.best) if (firsts[row4] === words2.length) found.whole.add(row4);
        if (words2.length > 1) {
          const phrase = words2.join(" ");
          for (const row4 of found.best) if (text2(row4).includes(phrase)) score[row4] *= TOGETHER;
          sorted(found.best, score);
        }
        return found;
      };
      excluded = (terms, parts3, size3, text2) => {
        const out = new Uint8Array(size3);
        for (const term of terms.filter(({ no }) => no)) {
          const counts4 = new Uint8Array(size3);
          const words2 = wordsOf(term.text);
          words2.forEach((word, at7) => {
            for (const list2 of answersOf(word, parts3, "beginning"))
              for (const { rows: rows2 } of list2) for (const row4 of rows2) if (counts4[row4] === at7) counts4[row4] = at7 + 1;
          });
          counts4.forEach((count3, row4) => {
            if (count3 === words2.length && (!term.quoted || text2(row4).includes(term.text))) out[row4] = 1;
          });
        }
        return out;
      };
    }
  });

  // src/search_names.ts
  var ALIAS, ID, SHORTEST_ID, LIKE, empty, add, idOf, growing, entities3, papers2, topicNames2, topics2, keep, candidates, find, pairAt, nearest2;
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
      idOf = (key4) => {
        const id = key4.replace(/^paper:/, "").replaceAll(":", "/");
        if (!id.includes("_")) return id;
        try {
          return decodeURIComponent(id.replaceAll("%", "%25").replace(/_([0-9A-F]{2})/g, "%$1"));
        } catch {
          return id;
        }
      };
      growing = (made3, size3, add2) => {
        let next2 = 0;
        const upTo = (end2) => {
          for (; next2 < end2; next2 += 1) add2(made3, next2);
        };
        return {
          ...{ size: size3, upTo },
          get whole() {
            upTo(size3);
            return made3;
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
      topics2 = growing(empty(), topicNames2.length, (names4, at7) => add(names4, at7, topicNames2[at7], 0));
      keep = (best, hit, most2) => {
        const before = (a, b) => a.score - b.score || b.weight - a.weight || a.of - b.of;
        let at7 = best.length;
        while (at7 > 0 && before(hit, best[at7 - 1]) < 0) at7 -= 1;
        if (at7 >= most2) return;
        best.splice(at7, 0, hit);
        if (best.length > most2) best.pop();
      };
      candidates = ({ last, of }, query) => loose(last.query) !== "" && query.startsWith(last.query) ? last.answered : of.keys();
      find = (names4, query, most2, weigh) => {
        const words2 = query.split(/\s+/);
        const looseQuery = loose(query);
        const [best, all5, answered] = [[], [], []];
        let current2 = null;
        const close3 = () => {
          if (!current2) return;
          all5.push(current2.of);
          current2.weight = weigh(current2.of);
          keep(best, current2, most2);
          current2 = null;
        };
        for (const at7 of candidates(names4, query)) {
          const [of, rank] = [names4.of[at7], names4.rank[at7]];
          if (current2 && current2.of !== of) close3();
          const found = grade(names4.folded[at7], query, words2, [names4.loose[at7], looseQuery]);
          if (found < 0 || rank === ID && found > 1) continue;
          answered.push(at7);
          if (rank === ID && query.length < SHORTEST_ID) continue;
          const score = found * 2 + Number(rank > 0);
          if (!current2 || score < current2.score)
            current2 = { of, score, alias: rank ? names4.name[at7] : "", weight: 0 };
        }
        close3();
        names4.last = { query, answered };
        return { best, all: all5 };
      };
      pairAt = (text2, at7) => text2.charCodeAt(at7 - 1) * 65536 + text2.charCodeAt(at7);
      nearest2 = (names4, query, most2) => {
        const text2 = loose(query);
        const own2 = new Set(Array.from({ length: Math.max(text2.length - 1, 0) }, (_, at7) => pairAt(text2, at7 + 1)));
        const best = [];
        for (let row4 = 0; row4 < names4.of.length; row4 += 1) {
          const name2 = names4.loose[row4];
          if (name2.length > 3 * text2.length || 3 * name2.length < text2.length) continue;
          let shared2 = 0;
          for (let at7 = 1; at7 < name2.length; at7 += 1) if (own2.has(pairAt(name2, at7))) shared2 += 1;
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
          const key4 = `${operator.field}:${operator.value}`;
          const found = known2.get(key4) ?? make2(operator);
          if (known2.size > REMEMBERED2) known2.clear();
          known2.set(key4, found);
          return found;
        };
      };
      entitiesOf = remembered2(({ field, value }) => {
        const kind = kindOf.get(field);
        const every = entities3.whole;
        const hits = find(every, value, MOST2, () => 0).best.filter(({ of }) => nodes.kind[of] === kind);
        const least2 = hits[0]?.score ?? LOOSELY + 1;
        if (least2 <= LOOSELY) return hits.filter(({ score }) => score <= Math.max(least2, 1)).map(({ of }) => of);
        const near2 = nearest2(every, value, 4 * NEAR).filter(({ of }) => nodes.kind[of] === kind);
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
        const named5 = (no) => wanted.filter((one) => one.no === no).flatMap(({ value }) => kindOf.get(value) ?? []);
        const [without, only2] = [named5(true), named5(false)];
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
      weighTopic = (at7) => [...topic.values()][at7].papers;
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
        const kinds5 = kindsOf(query);
        const named5 = namedIn(query).map((of) => ({ of, score: 0, alias: "", weight: 0 }));
        const found = folded ? find(entities3.whole, folded, 4 * MOST3.entities, weighNode).best : [];
        const all5 = named5.length || found.length || !folded ? [...named5, ...found] : almostNamed(query);
        const seen = /* @__PURE__ */ new Set();
        return all5.filter(({ of }) => !seen.has(of) && seen.add(of) && (!kinds5 || kinds5.has(nodes.kind[of]))).slice(0, MOST3.entities);
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
        const words2 = query.terms.some(({ no }) => !no);
        const wanted = new Uint8Array(size3).fill(words2 ? 0 : 1);
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
        const groups = inGroups(found, found.matches.best);
        if (found.rows.length || entities6.length || topics4.length)
          return {
            ...common,
            ...groups,
            entities: entities6,
            topics: topics4,
            nearest: false,
            titlesFirst: isFirst(found.titled, entities6)
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
      snippet = (text2, words2, length = LENGTH2) => {
        const hits = [...text2.matchAll(WORD2)].map(({ 0: word, index }) => ({ word: fold2(word), from: index, to: index + word.length })).filter(({ word }) => words2.has(word));
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
        let at7 = start9;
        for (const { from, to } of hits) {
          if (from < start9 || to > end2) continue;
          if (from > at7) pieces2.push([text2.slice(at7, from), false]);
          pieces2.push([text2.slice(from, to), true]);
          at7 = to;
        }
        pieces2.push([text2.slice(at7, end2) + (end2 < text2.length ? " …" : ""), false]);
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
      note = (text2) => text2 ? foreign(text2.slice(0, 120), { class: "note" }) : null;
      entityRow = ({ of, alias }) => [
        icon(nodes.kind[of]),
        el("span", { class: "unseen" }, `${KINDS[nodes.kind[of]]?.one ?? ""}: `),
        foreign(nodes.label[of].slice(0, MOST_SIGNS), { class: "hit" }),
        note(alias ? `also ${alias}` : plural(nodes.papers[of], "paper"))
      ];
      pieces = (row4, words2) => {
        const abstract = abstractOf(row4);
        const names4 = namesOf(row4);
        const found = snippet(abstract || (names4 ? `Names ${names4.replaceAll(" | ", ", ")}` : ""), words2);
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
        const drawn4 = { items: [], choices: [], all: -1 };
        const option = (key4, act, content3, look = "") => {
          const id = `hit-${drawn4.choices.length}`;
          const item = el("li", { id, role: "option", "aria-selected": "false", class: look }, ...content3);
          item.addEventListener("pointerdown", (event) => event.preventDefault());
          item.addEventListener("click", () => act());
          drawn4.choices.push({ key: key4, act });
          return item;
        };
        const group3 = (title, items) => {
          if (!items.length) return;
          const heading2 = el("span", { class: "heading", "aria-hidden": "true" }, title);
          const list2 = el("ul", { role: "presentation" }, ...items);
          drawn4.items.push(el("li", { role: "group", "aria-label": title }, heading2, list2));
        };
        const papers5 = (hits, more = () => null) => hits.filter(({ row: row4 }) => !nodesOnly || corpus.node[row4] >= 0).map((hit) => {
          const node2 = corpus.node[hit.row];
          const act = () => node2 < 0 ? acts2.undrawn(hit.row) : acts2.node(node2);
          const below2 = more(hit);
          return option(corpus.key[hit.row], act, paperRow(hit, below2), below2 ? "two" : "");
        });
        const entities6 = () => group3(
          "Entities",
          answer3.entities.map((hit) => option(nodes.key[hit.of], () => acts2.node(hit.of), entityRow(hit)))
        );
        const titles = () => group3("Papers by title", papers5(answer3.titles));
        if (answer3.nearest && (answer3.entities.length || answer3.titles.length || answer3.abstracts.length))
          drawn4.items.push(line2(`Nothing found for “${answer3.query.text}”. The nearest:`));
        for (const part2 of answer3.titlesFirst ? [titles, entities6] : [entities6, titles]) part2();
        group3(
          "Papers by author",
          papers5(answer3.authors, ({ row: row4 }) => byline(row4))
        );
        group3(
          "In abstracts",
          papers5(answer3.abstracts, ({ row: row4 }) => pieces(row4, answer3.words))
        );
        if (!nodesOnly) {
          const topic5 = (name2) => [swatch(name2), foreign(name2, { class: "hit" }), ofTopic2(name2)];
          group3(
            "Topics",
            answer3.topics.map((name2) => option(`topic ${name2}`, () => acts2.topic(name2), topic5(name2)))
          );
          if (answer3.rows.length) {
            drawn4.all = drawn4.choices.length;
            const many = answer3.rows.length === 1 ? "The one paper" : `All ${plural(answer3.rows.length, "paper")}`;
            const keys2 = note("filters list and map · Ctrl+Enter");
            drawn4.items.push(option("all", acts2.all, [el("span", { class: "hit" }, many), keys2], "all"));
          }
          if (!isWhole()) drawn4.items.push(line2("Abstracts are being read …"));
          for (const text2 of answer3.notes) drawn4.items.push(line2(text2));
          if (answer3.notes.length) drawn4.items.push(line2(`Operators: ${HELP.join(" ")}`));
        }
        return drawn4;
      };
      line2 = (text2) => el("li", { class: "none", role: "presentation" }, text2);
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
  var input, box, status, NOTHING, drawn2, active, answer2, usual2, point, close2, dress2, release, ask2, finish2, acts, refresh, prepare2, step2, leave, keys, focus;
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
      point = (next2) => {
        active = next2;
        const options2 = [...box.querySelectorAll("[role=option]")];
        for (const [at7, item] of options2.entries()) item.setAttribute("aria-selected", String(at7 === active));
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
        undrawn: (row4) => {
          finish2();
          show2(row4);
          byId("card").focus({ preventScroll: true });
        },
        topic: (name2) => {
          finish2();
          if (now2.topic !== name2) showTopic(name2);
          byId("card").focus({ preventScroll: true });
        },
        all: () => {
          const text2 = input.value.replace(/^\s*\//, "").trim();
          finish2();
          input.blur();
          narrow("text", text2);
        }
      };
      refresh = (kept3 = "") => {
        const typed = input.value.replace(/^\s*\//, "").trim();
        const found = typed === "" ? null : ask(typed);
        drawn2 = found ? draw(found, acts, answer2 !== null) : NOTHING;
        const none = typed !== "" && !drawn2.choices.length;
        box.replaceChildren(
          ...none ? [line2(`Nothing found for “${typed}”, and nothing like it.`)] : [],
          ...drawn2.items
        );
        box.hidden = typed === "";
        const { choices, all: all5 } = drawn2;
        input.setAttribute("aria-expanded", String(choices.length > 0));
        status.textContent = typed ? `${choices.length} ${choices.length === 1 ? "suggestion" : "suggestions"}` : "";
        const first2 = found?.query.operators.length && all5 >= 0 ? all5 : 0;
        const same2 = choices.findIndex(({ key: key4 }) => key4 === kept3);
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
        const left2 = topicsLeft(hidden);
        const all5 = { hiddenTopics: /* @__PURE__ */ new Set() };
        if (left2 && left2.length <= FEW && left2.length < hidden.size)
          return left2.map((name2) => ({
            ...{ name: "topic", value: title(name2) },
            without: left2.length > 1 ? { hiddenTopics: plus(hidden, name2) } : all5
          }));
        if (hidden.size > FEW) return [{ name: "without", value: `${hidden.size} topics`, without: all5 }];
        return [...hidden].map((name2) => ({
          ...{ name: "without", value: title(name2) },
          without: { hiddenTopics: minus(hidden, name2) }
        }));
      };
      few = (field, { [field]: hidden }, all5, title) => {
        const first2 = fresh2()[field];
        if (same(hidden, first2)) return [];
        const left2 = all5.filter((name2) => !hidden.has(name2));
        if (left2.length === 1 && all5.length > 2)
          return [{ name: "only", value: title(left2[0]), without: { [field]: first2 } }];
        const gone = all5.filter((name2) => hidden.has(name2) && !first2.has(name2));
        const more = left2.filter((name2) => first2.has(name2));
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
      least = (now6, field, name2, show5 = String) => {
        const first2 = fresh2()[field];
        return now6[field] === first2 ? [] : [{ name: name2, value: `≥ ${show5(now6[field])}`, without: { [field]: first2 } }];
      };
      active2 = (now6) => [
        ...now6.topic ? [{ name: "open topic", value: now6.topic, without: { topic: "" } }] : [],
        ...topics3(now6),
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
  var line3, chip2, papersLeft, render, start3;
  var init_chips = __esm({
    "src/chips.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_rows();
      init_state();
      line3 = byId("chips");
      chip2 = ({ name: name2, value, without }) => button(
        { class: "filter", title: `${name2}: ${value}` },
        [
          el("span", { class: "unseen" }, "Remove the filter "),
          el("span", { class: "muted" }, `${name2} `),
          foreign(value.slice(0, 80)),
          el("span", { class: "cross", "aria-hidden": "true" }, "×")
        ],
        () => {
          const at7 = [...line3.querySelectorAll("button")].indexOf(document.activeElement);
          refine(without);
          const next2 = [...line3.querySelectorAll("button")];
          if (at7 >= 0) (next2[Math.min(at7, next2.length - 1)] ?? byId("search")).focus();
        }
      );
      papersLeft = ({ count: { papers: papers5, of } }) => papers5 === of ? plural(of, "paper") : `${papers5.toLocaleString("en")} of ${plural(of, "paper")}`;
      render = (result) => {
        const active3 = active2(now2);
        line3.hidden = active3.length === 0 || size === 0;
        if (line3.hidden) {
          line3.replaceChildren();
          return;
        }
        line3.replaceChildren(
          el("ul", {}, ...active3.map((filter) => el("li", {}, chip2(filter)))),
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
      kindsLeft = ({ count: { kinds: kinds5 } }, filtered) => Object.entries(KINDS).filter(([kind]) => kind !== "paper" && kinds5.get(kind)?.[1]).map(([kind, { one, many }]) => {
        const [found, all5] = kinds5.get(kind) ?? [0, 0];
        const noun = plural(all5, one.toLowerCase(), many.toLowerCase());
        return filtered && found < all5 ? `${found.toLocaleString("en")} of ${noun}` : noun;
      });
      render2 = (now6) => {
        const said = [period, papersLeft(now6)].filter(Boolean);
        summary.replaceChildren(...said.map((text2) => el("span", {}, text2)));
        summary.title = [...said, ...kindsLeft(now6, active2(now2).length > 0)].join(" · ");
        if (status2.textContent !== "" || now6.count.papers < now6.count.of) status2.textContent = papersLeft(now6);
      };
      start4 = (home2) => {
        byId("home").addEventListener("click", home2);
        render2(now3);
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
          const fits = nodes.kind[node2] === kind && !taken.includes(node2) && now3.named[node2] > 0;
          if (fits && (best < 0 || now3.named[node2] > now3.named[best])) best = node2;
        }
        return best;
      };
      firstOf = (kinds5, taken = []) => kinds5.map((kind) => most(kind, taken)).find((node2) => node2 >= 0) ?? -1;
      entities4 = Object.keys(KINDS).filter((kind) => kind !== "paper");
      largest = () => topics.filter(({ name: name2 }) => !now2.hiddenTopics.has(name2)).sort((a, b) => (now3.topics.get(b.name) ?? 0) - (now3.topics.get(a.name) ?? 0))[0];
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
        const count3 = now3.topics.get(name2) ?? 0;
        const pick2 = button(
          { class: "pick barred", title: name2, "data-start": name2 },
          barred(
            count3 / most2,
            ofTopic(name2),
            foreign(name2, { class: "grow" }),
            el("span", { class: "count" }, count3.toLocaleString("en"))
          ),
          () => showTopic(name2)
        );
        const folds = subtopics.length > 1;
        const open3 = opened.has(name2);
        const turn = () => {
          if (!opened.delete(name2)) opened.add(name2);
          again();
        };
        const label = `${open3 ? "Hide" : "Show"} the subtopics of ${name2}`;
        return el(
          "li",
          { class: `bar-row${parent ? " finer" : ""}${isHidden(topic5) ? " hidden-too" : ""}` },
          folds ? button({ class: "turn", "aria-expanded": String(open3), "aria-label": label, value: name2 }, "›", turn) : el("span", { class: "turn", "aria-hidden": "true" }),
          pick2,
          onlyButton(name2, isOnlyTopic(name2), () => onlyTopic(name2))
        );
      };
      isHidden = ({ name: name2, parent }) => now2.hiddenTopics.has(name2) || parent !== "" && now2.hiddenTopics.has(parent);
      byCount = (a, b) => Number(isHidden(a)) - Number(isHidden(b)) || (now3.topics.get(b.name) ?? 0) - (now3.topics.get(a.name) ?? 0) || a.rank - b.rank;
      topicBars = (again) => {
        if (!topics.length) return null;
        const ordered3 = [...topics].sort(byCount);
        const most2 = Math.max(1, ...ordered3.map(({ name: name2 }) => now3.topics.get(name2) ?? 0));
        const shown2 = all2 ? ordered3 : ordered3.slice(0, FIRST2);
        const list2 = shown2.flatMap((topic5) => [
          row2(topic5, most2, again),
          ...(opened.has(topic5.name) ? [...topic5.subtopics].sort(byCount) : []).map(
            (finer) => row2(finer, most2, again)
          )
        ]);
        const turn = () => {
          all2 = !all2;
          again();
        };
        const more = button(
          { class: "more", "data-start": "all" },
          all2 ? "Show fewer" : `Show all ${ordered3.length} topics`,
          turn
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
        const made3 = document.createElementNS(SVG2, name2);
        for (const [key4, value] of Object.entries(attributes)) made3.setAttribute(key4, String(value));
        return made3;
      };
      points = (series) => {
        const most2 = Math.max(1, ...series);
        const step3 = series.length > 1 ? (WIDE - 2 * PAD) / (series.length - 1) : 0;
        const round = (value) => Math.round(10 * value) / 10;
        return series.map((value, at7) => [
          round(PAD + at7 * step3),
          round(HIGH - PAD - (HIGH - 2 * PAD) * value / most2)
        ]);
      };
      spark = (series) => {
        const found = points(series);
        const line5 = found.map((point2) => point2.join(",")).join(" ");
        const svg2 = shape("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "spark", "aria-hidden": "true" });
        const [x2, y2] = found[found.length - 1] ?? [PAD, HIGH - PAD];
        svg2.append(
          shape("polygon", { points: `${PAD},${HIGH - PAD} ${line5} ${x2},${HIGH - PAD}`, class: "under" }),
          shape("polyline", { points: line5 }),
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
      trendRow = ({ series, time: time2 }, table2) => (line5) => {
        const row4 = table2.row[line5];
        const [before, late] = [table2.before[line5], table2.late[line5]];
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
      takenRow = ({ series, taken_up: table2 }) => (line5) => {
        const row4 = table2.row[line5];
        const paper3 = at.get(table2.first[line5]);
        const from = paper3 === void 0 ? foreign(table2.title[line5]) : nodeLink(paper3, table2.title[line5]);
        return el(
          "li",
          { class: "taken" },
          ...naming(series.id[row4], series.kind[row4], series.label[row4]),
          el("span", { class: "count" }, plural(table2.takers[line5], "paper")),
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
  var FIRST4, tab2, whole2, counted, kinds2, named3, byName, mostUsed, usedRow, KEYS, used, asked, counts2, startPanel;
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
      whole2 = false;
      counted = (node2) => whole2 ? nodes.papers[node2] : now3.named[node2];
      kinds2 = () => Object.keys(KINDS).filter((kind) => kind !== "paper" && kind !== "repo" && kinds.has(kind));
      named3 = /* @__PURE__ */ new Map();
      byName = (kind) => {
        const found = named3.get(kind) ?? nodes.id.filter((node2) => nodes.kind[node2] === kind).sort(named);
        named3.set(kind, found);
        return found;
      };
      mostUsed = (kind) => byName(kind).filter((node2) => counted(node2) > 0).sort((a, b) => counted(b) - counted(a));
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
        if (!all5.includes(tab2)) tab2 = all5[0];
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
          ({ words: words2, answer: answer3 }) => el(
            "li",
            {},
            button(
              { class: "question" },
              words2.map((text2, at7) => at7 % 2 ? foreign(text2) : text2),
              () => answer(answer3)
            )
          )
        );
        return list2.length ? section("Ask", el("ul", { class: "questions" }, ...list2)) : null;
      };
      counts2 = (filtered) => {
        const found = kindsLeft(now3, filtered);
        const [first2, ...more] = [papersLeft(now3), ...found];
        return el("p", { class: "counts" }, el("strong", {}, first2), more.length ? ` · ${more.join(" · ")}` : null);
      };
      startPanel = (again, closing2, toMap) => {
        const filtered = active2(now2).length > 0;
        whole2 = !filtered && Boolean(rest.key?.length);
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
          (count3) => button(
            { "aria-pressed": String(now2.steps === count3), "data-steps": String(count3) },
            plural(count3, "step"),
            () => showSteps(count3)
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
        const list2 = aliases.flatMap((alias, at7) => [at7 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list2);
      };
      chips = (node2) => {
        const names4 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
          (name2) => topic.has(name2)
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
        const same2 = (name2) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name2;
        const list2 = names4.flatMap((name2, at7) => {
          const found = nodes.id.find(same2(name2));
          return [at7 ? ", " : "", found === void 0 ? foreign(name2) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list2);
      };
      source = (node2) => {
        const link2 = outside(nodes.url[node2]);
        return link2 ? el("p", { class: "source" }, link2) : null;
      };
      render3 = async (node2) => {
        const whole5 = now2.target >= 0;
        const found = await (whole5 ? all() : near(node2));
        const { selected, target } = now2;
        if (selected !== node2) return;
        const paper3 = isPaper(node2);
        panel2.replaceChildren(
          ...present([
            head(node2),
            el("h2", { dir: "auto" }, nodes.label[node2]),
            paper3 ? meta(nodes.date[node2], ...split(nodes.sources[node2])) : meta(`named by ${plural(nodes.papers[node2], "paper")}`, aside(node2)),
            chips(node2),
            alsoKnown(node2),
            broader(node2),
            source(node2),
            actions(node2),
            found.missing ? el("p", { class: "muted" }, "The abstracts and sentences in this file cannot be unpacked.") : null,
            target >= 0 ? cardPath(node2, target, found) : null,
            ...(paper3 ? cardPaper : cardEntity)(node2, found)
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
        const { paper: paper3, ...entities6 } = KINDS;
        const later = ([, facts]) => facts.term ? 0 : 1;
        const groups = Object.entries({ ...entities6, paper: paper3 }).filter(([kind2]) => found[kind2].length).sort((a, b) => later(a) - later(b));
        const kind = el("span", { class: "kind" }, topic5.parent ? "Subtopic" : "Topic");
        const only2 = onlyButton(topic5.name, isOnlyTopic(topic5.name), () => onlyTopic(topic5.name));
        panel2.replaceChildren(
          el("div", { class: "card-head" }, swatch(topic5.name), kind, only2, closing()),
          ...present(cardTopic(topic5)),
          ...groups.map(
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
        const [held, top3] = [markOf(document.activeElement), panel2.scrollTop];
        beginning();
        panel2.scrollTop = top3;
        if (held)
          [...panel2.querySelectorAll("button, a")].find((item) => markOf(item) === held)?.focus();
      };
      isStart = () => now2.selected < 0 && now2.topic === "";
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
        const { selected, topic: topic5, main: main2 } = now2;
        const fits = called || ROOMY.matches || NARROW.matches;
        const welcome = topic5 !== "" || !dismissed && size > 0 && fits && main2 === "map";
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
          step3.setAttribute("aria-pressed", String(Number(step3.dataset.steps) === now2.steps));
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
      cameraIn = (container2, { onPaint, onMove }) => {
        const network = new vis.Network(container2, { nodes: [], edges: [] }, options);
        network.on("beforeDrawing", onPaint);
        for (const event of MOVES) network.on(event, onMove);
        const frame2 = container2.querySelector(".vis-network");
        frame2.addEventListener("keydown", () => setTimeout(onMove));
        const now6 = () => ({ ...network.getViewPosition(), zoom: network.getScale() });
        const place2 = ({ x: x2, y: y2, zoom: zoom2 }, offset) => network.moveTo({ position: { x: x2, y: y2 }, scale: zoom2, offset, animation: false });
        let flight = 0;
        const fly = (goal, offset, duration) => {
          const [from, start9] = [now6(), performance.now()];
          const mix = (a, b, part2) => a + (b - a) * part2;
          const step3 = () => {
            const time2 = Math.min(1, (performance.now() - start9) / duration);
            const part2 = smooth(time2);
            const zoom2 = mix(from.zoom, goal.zoom, part2);
            const x2 = mix(from.x * from.zoom, goal.x * goal.zoom - offset.x, part2) / zoom2;
            const y2 = mix(from.y * from.zoom, goal.y * goal.zoom - offset.y, part2) / zoom2;
            flight = time2 < 1 ? requestAnimationFrame(step3) : 0;
            if (time2 < 1) place2({ x: x2, y: y2, zoom: zoom2 }, { x: 0, y: 0 });
            else place2(goal, offset);
            onMove();
          };
          flight = requestAnimationFrame(step3);
        };
        const land = () => cancelAnimationFrame(flight);
        for (const event of ["pointerdown", "wheel", "keydown"])
          container2.addEventListener(event, land, { capture: true, passive: true });
        return {
          frame: frame2,
          onPick: (pick2) => network.on("click", ({ pointer }) => pick2(pointer.DOM)),
          redraw: () => network.redraw(),
          now: now6,
          moveTo: (goal, offset, duration) => {
            land();
            if (duration) fly(goal, offset, duration);
            else place2(goal, offset);
          },
          toGraph: (point2) => network.DOMtoCanvas(point2),
          toPage: (point2) => network.canvasToDOM(point2)
        };
      };
    }
  });

  // src/label_room.ts
  var CELL, short, within4, freeRoom;
  var init_label_room = __esm({
    "src/label_room.ts"() {
      "use strict";
      CELL = 64;
      short = (text2, most2) => text2.length > most2 ? `${text2.slice(0, most2 - 1).trimEnd()}…` : text2;
      within4 = (least2, value, most2) => Math.max(Math.min(least2, most2), Math.min(value, Math.max(least2, most2)));
      freeRoom = () => {
        const cells = /* @__PURE__ */ new Map();
        const each2 = ([left2, top3, right2, bottom2], act) => {
          for (let cx = Math.floor(left2 / CELL); cx <= right2 / CELL; cx += 1)
            for (let cy = Math.floor(top3 / CELL); cy <= bottom2 / CELL; cy += 1) act(`${cx},${cy}`);
        };
        const occupy = (rect) => each2(rect, (cell2) => cells.set(cell2, [...cells.get(cell2) || [], rect]));
        const isFree = (rect) => {
          let free2 = true;
          each2(rect, (cell2) => {
            for (const t of cells.get(cell2) || [])
              if (rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]) free2 = false;
          });
          return free2;
        };
        return { occupy, isFree };
      };
    }
  });

  // src/settings.ts
  var settings;
  var init_settings = __esm({
    "src/settings.ts"() {
      "use strict";
      settings = (name2) => {
        const breaks = [...name2.matchAll(/[ -]/g)].map(({ index, 0: sign }) => {
          const [first2, second] = [name2.slice(0, index + (sign === "-" ? 1 : 0)), name2.slice(index + 1)];
          return { lines: [first2, second], cost: Math.max(first2.length, second.length) + (sign === "-" ? 2 : 0) };
        });
        const best = breaks.filter(({ lines }) => lines[0] && lines[1]).sort((a, b) => a.cost - b.cost)[0];
        const parts3 = name2.split(/(?<=-)| /).filter(Boolean);
        return [[name2], ...best ? [best.lines] : [], ...parts3.length === 3 ? [parts3] : []];
      };
    }
  });

  // src/names.ts
  var WEIGHT, LEADING, MEASURED, LEAST2, probe2, widths, widthOf, fit, colourOf;
  var init_names = __esm({
    "src/names.ts"() {
      "use strict";
      init_settings();
      init_theme();
      init_theme();
      WEIGHT = 650;
      LEADING = 1.15;
      MEASURED = 100;
      LEAST2 = 8.5;
      probe2 = document.createElement("canvas").getContext("2d");
      widths = /* @__PURE__ */ new Map();
      widthOf = (text2, weight2 = WEIGHT) => {
        const key4 = `${weight2} ${text2}`;
        const known2 = widths.get(key4);
        if (known2 !== void 0) return known2;
        probe2.font = `${weight2} ${MEASURED}px ${own.font}`;
        const found = probe2.measureText(text2).width / MEASURED;
        widths.set(key4, found);
        return found;
      };
      fit = (area, zoom2, most2) => {
        let best = null;
        for (const lines of settings(area.topic.name)) {
          if (lines.length > 2 && best) continue;
          const width = Math.max(...lines.map((line5) => widthOf(line5))) + 0.4;
          const spot = area.room(width, lines.length * LEADING);
          const px = spot ? Math.floor(2 * Math.min(most2, spot.scale * zoom2)) / 2 : 0;
          if (spot && px >= LEAST2 && px > (best?.px ?? 0) * 1.05) best = { lines, px, x: spot.x, y: spot.y };
        }
        return best;
      };
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
      sheetOf = (ctx2, box2) => {
        const { matrix, ratio } = box2;
        const [wide2, high2] = [ctx2.canvas.width / ratio, ctx2.canvas.height / ratio];
        return {
          ...{ ctx: ctx2, box: box2, wide: wide2, high: high2, occupied: freeRoom(), said: /* @__PURE__ */ new Set() },
          free: box2.free || { left: 0, top: 0, right: wide2, bottom: high2 },
          sx: (px) => (px * matrix.a + matrix.e) / ratio,
          sy: (py) => (py * matrix.d + matrix.f) / ratio,
          gx: (px) => (px * ratio - matrix.e) / matrix.a,
          gy: (py) => (py * ratio - matrix.f) / matrix.d
        };
      };
      write3 = ({ ctx: ctx2 }, lines, px, py, { weight: weight2, px: letters, colour, halo, alpha = 1 }) => {
        ctx2.font = `${weight2} ${letters}px ${own.font}`;
        ctx2.globalAlpha = alpha;
        ctx2.strokeStyle = halo;
        ctx2.lineWidth = Math.min(4, 1.5 + letters / 6);
        const first2 = py - (lines.length - 1) * letters * LEADING / 2;
        lines.forEach((line5, at7) => {
          ctx2.strokeText(line5, px, first2 + at7 * letters * LEADING);
        });
        ctx2.fillStyle = colour;
        lines.forEach((line5, at7) => {
          ctx2.fillText(line5, px, first2 + at7 * letters * LEADING);
        });
        ctx2.globalAlpha = 1;
      };
      rectOf = (lines, letters, weight2, px, py) => {
        const half = Math.max(...lines.map((line5) => widthOf(line5, weight2))) * letters / 2;
        const tall = lines.length * letters * LEADING / 2;
        return [px - half, py - tall, px + half, py + tall];
      };
      isIn2 = ([left2, top3, right2, bottom2], free2) => left2 >= free2.left && right2 <= free2.right && top3 >= free2.top && bottom2 <= free2.bottom;
      touches = ({ gx, gy }, area, [left2, top3, right2, bottom2]) => [left2, (left2 + right2) / 2, right2].some((px) => [top3, bottom2].some((py) => area.holds(gx(px), gy(py))));
      isInside2 = ({ gx, gy }, area, [left2, top3, right2, bottom2]) => [left2, (left2 + right2) / 2, right2].every((px) => [top3, bottom2].every((py) => area.holds(gx(px), gy(py))));
      isApart = (sheet3, area, rect, shapes) => isInside2(sheet3, area, rect) || [...shapes.values()].every((other2) => other2 === area || !touches(sheet3, other2, rect));
      key = (text2) => text2.toLowerCase();
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
  var BESIDE2, DISTANCES, placesAround, nameBeside;
  var init_label_beside = __esm({
    "src/label_beside.ts"() {
      "use strict";
      init_label_room();
      init_label_sheet();
      init_names();
      init_settings();
      init_theme();
      BESIDE2 = 10;
      DISTANCES = [16, 30, 44, 60, 80, 100];
      placesAround = (name2, px, py) => DISTANCES.flatMap(
        (far) => Array.from({ length: 12 }, (_, hour) => Math.PI * hour / 6).flatMap(
          (angle) => settings(name2).map((lines) => {
            const [left2, top3, right2, bottom2] = rectOf(lines, BESIDE2, WEIGHT, 0, 0);
            const at7 = px + Math.cos(angle) * (far + right2);
            const down2 = py + Math.sin(angle) * (far + bottom2);
            return { lines, rect: [at7 + left2, down2 + top3, at7 + right2, down2 + bottom2] };
          })
        )
      );
      nameBeside = (sheet3, area, shapes, alpha) => {
        const { ctx: ctx2, sx, sy, occupied, said, free: free2, box: box2 } = sheet3;
        const { name: name2 } = area.topic;
        const spot = area.room(1, 1) ?? area.middle;
        const [ax, ay] = [sx(spot.x), sy(spot.y)];
        if (said.has(key(name2)) || !isIn2([ax, ay, ax, ay], free2)) return null;
        const wide2 = Math.max(...settings(name2).map(([line5]) => widthOf(line5))) * BESIDE2 + DISTANCES[5];
        const near2 = shapes.filter(
          (other2) => sx(other2.right) > ax - wide2 && sx(other2.left) < ax + wide2 && sy(other2.bottom) > ay - wide2 && sy(other2.top) < ay + wide2
        );
        const fits = ({ rect: rect2 }, alone) => isIn2(rect2, free2) && occupied.isFree(rect2) && !(alone && near2.some((other2) => touches(sheet3, other2, rect2)));
        const places = placesAround(name2, ax, ay);
        const found = places.find((place2) => fits(place2, true)) ?? places.find((place2) => fits(place2, false));
        if (!found) return null;
        const { lines, rect } = found;
        occupied.occupy(rect);
        said.add(key(name2));
        const colour = colourOf(area);
        ctx2.globalAlpha = 0.8 * alpha;
        ctx2.strokeStyle = colour;
        ctx2.lineWidth = 1 / box2.ratio;
        ctx2.beginPath();
        ctx2.moveTo(ax, ay);
        ctx2.lineTo(within4(rect[0], ax, rect[2]), within4(rect[1], ay, rect[3]));
        ctx2.stroke();
        write3(sheet3, lines, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2, {
          ...{ weight: WEIGHT, px: BESIDE2, alpha, colour, halo: own.ground }
        });
        return { text: name2, rect, area: name2, beside: true };
      };
    }
  });

  // src/levels.ts
  var papers3, usual3, ramp, at4;
  var init_levels = __esm({
    "src/levels.ts"() {
      "use strict";
      init_model();
      init_scene();
      papers3 = nodes.id.filter(isPaper).map((i) => radius[i]);
      usual3 = papers3.sort((a, b) => a - b)[papers3.length >> 1] ?? 10;
      ramp = (value, from, to) => {
        const part2 = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return part2 * part2 * (3 - 2 * part2);
      };
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
  var FOCUSED, ASKED, SIZES, LEAST_NAMED, OPENED, painted, urgency, ranked, nameArea, captionArea, nameAreas, labelNode, paint, hovered, lifted, areaNamedAt;
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
      init_theme();
      FOCUSED = 1e9;
      ASKED = 1e8;
      SIZES = [12.5, 21];
      LEAST_NAMED = 20;
      OPENED = [240, 300];
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
      ranked = (box2, mapped) => {
        const order4 = [];
        for (let i = 0; i < size; i += 1) {
          if (!shown[i] || x[i] < box2.left || x[i] > box2.right || y[i] < box2.top || y[i] > box2.bottom) continue;
          const rank = urgency(i, box2.zoom, mapped);
          if (rank > 0) order4.push([rank, i]);
        }
        return order4.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      };
      nameArea = (sheet3, area, most2, alpha) => {
        const { sx, sy, occupied, said, free: free2, box: box2 } = sheet3;
        const { name: name2 } = area.topic;
        if (alpha < 0.05 || said.has(key(name2))) return;
        const fitted = fit(area, box2.zoom, most2);
        if (!fitted) return;
        const { lines, px } = fitted;
        const [left2, top3, right2, bottom2] = rectOf(lines, px, WEIGHT, 0, 0);
        const at7 = within4(free2.left + right2, sx(fitted.x), free2.right + left2);
        const down2 = within4(free2.top + bottom2, sy(fitted.y), free2.bottom + top3);
        const rect = [at7 + left2, down2 + top3, at7 + right2, down2 + bottom2];
        const moved2 = at7 !== sx(fitted.x) || down2 !== sy(fitted.y);
        if (!isIn2(rect, free2) || !occupied.isFree(rect) || moved2 && !isInside2(sheet3, area, rect)) return;
        occupied.occupy(rect);
        said.add(key(name2));
        painted.push({ text: name2, rect, area: name2 });
        write3(sheet3, lines, at7, down2, {
          ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
          halo: tint(ofTopic(name2), own.dark ? 0.2 : 0.15)
        });
      };
      captionArea = (sheet3, area, alpha) => {
        const { sx, sy, occupied, said, free: free2 } = sheet3;
        const { name: name2 } = area.topic;
        const px = 13;
        if (said.has(key(name2))) return;
        const half = widthOf(name2) * px / 2 + 4;
        const [west, east] = [
          Math.max(sx(area.left), free2.left) + half,
          Math.min(sx(area.right), free2.right) - half
        ];
        const [north, south] = [Math.max(sy(area.top), free2.top) + px, Math.min(sy(area.bottom), free2.bottom) - px];
        for (let py = north; py < south; py += 12)
          for (let px_ = west; px_ < east; px_ += 16) {
            const rect = rectOf([name2], px, WEIGHT, px_, py);
            if (!isInside2(sheet3, area, rect) || !occupied.isFree(rect)) continue;
            occupied.occupy(rect);
            said.add(key(name2));
            painted.push({ text: name2, rect, area: name2 });
            write3(sheet3, [name2], px_, py, {
              ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
              halo: tint(ofTopic(name2), own.dark ? 0.2 : 0.15)
            });
            return;
          }
      };
      nameAreas = (sheet3, shapes) => {
        const { box: box2, wide: wide2 } = sheet3;
        const small = wide2 < 720 ? 0.85 : 1;
        const largest2 = Math.max(...shapes.map(({ topic: topic5 }) => topic5.papers), 1);
        const quiet2 = view.emphasis ? 0.35 : 1;
        const opened3 = (area) => {
          const level = ramp(area.size * box2.zoom, OPENED[0], OPENED[1]);
          return level && within2(area.topic).length ? level : 0;
        };
        for (const area of shapes) {
          if (area.right < box2.left || area.left > box2.right || area.bottom < box2.top || area.top > box2.bottom)
            continue;
          const loud = now2.topic === area.topic.name;
          const open3 = loud ? 1 : opened3(area);
          const most2 = small * (SIZES[0] + (SIZES[1] - SIZES[0]) * Math.sqrt(area.topic.papers / largest2));
          if (open3 < 0.5) nameArea(sheet3, area, most2, (1 - 2 * open3) * (loud ? 1 : quiet2));
          if (open3 <= 0.5) continue;
          for (const inner2 of within2(area.topic))
            nameArea(sheet3, inner2, small * 14, (2 * open3 - 1) * (loud ? 1 : quiet2));
          captionArea(sheet3, area, 2 * open3 - 1);
        }
        if (wide2 < 720) return;
        for (const area of shapes)
          if (area.size * box2.zoom > LEAST_NAMED && !opened3(area)) {
            const label = nameBeside(sheet3, area, shapes, quiet2);
            if (label) painted.push(label);
          }
      };
      labelNode = (sheet3, [rank, i], shapes) => {
        const { box: box2, wide: wide2, sx, sy, occupied, said, free: free2 } = sheet3;
        const loud = rank >= ASKED;
        if (!loud && said.has(key(nodes.label[i]))) return;
        const px = Math.round(2 * Math.min(15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
        const middle = !loud && shapes.size > 0 && usual3 * box2.zoom < 5;
        const weight2 = loud ? 650 : isPaper(i) || middle ? 400 : 550;
        const text2 = short(nodes.label[i], loud && wide2 >= 720 ? 70 : 34);
        const under2 = radius[i] * box2.zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0) + px * 0.7;
        const half = widthOf(text2, weight2) * px / 2 + 4;
        const area = view.emphasis ? void 0 : shapes.get(nodes.topic[i]);
        for (const side of loud ? [1] : [1, -1]) {
          const [at7, down2] = [within4(half, sx(x[i]), wide2 - half), sy(y[i]) + side * under2];
          const rect = rectOf([text2], px, weight2, at7, down2);
          if (!loud && !(isIn2(rect, free2) && occupied.isFree(rect) && (!area || (middle ? isInside2(sheet3, area, rect) : isApart(sheet3, area, rect, shapes)))))
            continue;
          occupied.occupy(rect);
          said.add(key(nodes.label[i]));
          painted.push({ text: text2, rect, area: "" });
          const colour = (isPaper(i) || middle) && !loud ? own.muted : own.ink;
          const halo = area && !loud ? tint(ofTopic(area.topic.name), own.dark ? 0.2 : 0.15) : own.ground;
          write3(sheet3, [text2], at7, down2, { weight: weight2, px, colour, halo });
          return;
        }
      };
      paint = (ctx2, box2) => {
        const list2 = ofTopics();
        const shapes = new Map(list2.map((area) => [area.topic.name, area]));
        const sheet3 = sheetOf(ctx2, box2);
        const far = list2.length > 0 && at4(box2.zoom, true).hubs < 1;
        const most2 = Math.round(sheet3.wide * sheet3.high / (far ? 4e4 : 12e3));
        painted = [];
        dress3(ctx2, box2.ratio);
        const order4 = ranked(box2, list2.length > 0);
        for (const one of order4) if (one[0] >= ASKED) labelNode(sheet3, one, shapes);
        for (const [, i] of view.emphasis ? order4.slice(0, 150) : []) {
          const arm = radius[i] * box2.zoom;
          const [px, py] = [sheet3.sx(x[i]), sheet3.sy(y[i])];
          sheet3.occupied.occupy([px - arm, py - arm, px + arm, py + arm]);
        }
        if (view.focused < 0) {
          const chosen = topic.get(now2.topic);
          const first2 = list2.find(({ topic: topic5 }) => topic5.name === (chosen?.parent || chosen?.name));
          nameAreas(sheet3, first2 ? [first2, ...list2.filter((area) => area !== first2)] : list2);
        }
        for (const one of order4.filter(([rank]) => rank < ASKED).slice(0, most2)) labelNode(sheet3, one, shapes);
        ctx2.restore();
      };
      hovered = (ctx2, box2, i) => {
        if (i === view.focused || i === now2.target) return;
        const sheet3 = sheetOf(ctx2, box2);
        const text2 = short(nodes.label[i], sheet3.wide < 720 ? 34 : 70);
        const px = 13.5;
        const half = widthOf(text2, 600) * px / 2 + 8;
        const at7 = within4(half, sheet3.sx(x[i]), sheet3.wide - half);
        const down2 = sheet3.sy(y[i]) + Math.max(radius[i] * box2.zoom, 2) * 1.25 + 20;
        dress3(ctx2, box2.ratio);
        ctx2.fillStyle = own.ground;
        ctx2.globalAlpha = 0.92;
        ctx2.fillRect(at7 - half, down2 - px * 0.85, 2 * half, px * 1.7);
        write3(sheet3, [text2], at7, down2, { weight: 600, px, colour: own.ink, halo: own.ground });
        ctx2.restore();
      };
      lifted = (ctx2, box2, { topic: topic5, middle }) => {
        if (painted.some(({ area }) => area === topic5.name)) return;
        const sheet3 = sheetOf(ctx2, box2);
        const half = widthOf(topic5.name, 600) * 13 / 2;
        dress3(ctx2, box2.ratio);
        write3(sheet3, [topic5.name], within4(half, sheet3.sx(middle.x), sheet3.wide - half), sheet3.sy(middle.y), {
          ...{ weight: 600, px: 13, colour: own.ink, halo: own.ground }
        });
        ctx2.restore();
      };
      areaNamedAt = (px, py) => painted.find(
        ({ area, rect: [left2, top3, right2, bottom2] }) => area && px >= left2 && px <= right2 && py >= top3 && py <= bottom2
      )?.area ?? "";
    }
  });

  // src/dots.ts
  var APART, paper, order2, kinds3, topicAt3, kindAt, thinned, looksAt, kept2, stale2, at5, drawn3;
  var init_dots = __esm({
    "src/dots.ts"() {
      "use strict";
      init_model();
      init_scene();
      init_state();
      init_theme();
      APART = 2.9;
      paper = Uint8Array.from(nodes.id, (i) => Number(isPaper(i)));
      order2 = Int32Array.from(nodes.id).sort((a, b) => paper[b] - paper[a] || radius[b] - radius[a] || a - b);
      kinds3 = Object.keys(KINDS);
      topicAt3 = Int32Array.from(nodes.topic, (name2) => topic.get(name2)?.rank ?? topics.length);
      kindAt = Int32Array.from(nodes.kind, (kind) => kinds3.indexOf(kind) + 1);
      thinned = (zoom2) => {
        const cell2 = APART / zoom2;
        const taken = /* @__PURE__ */ new Set();
        return order2.filter((i) => {
          if (!shown[i]) return false;
          if (radius[i] > cell2) return true;
          const key4 = Math.round(x[i] / cell2) * 100003 + Math.round(y[i] / cell2);
          return !taken.has(key4) && taken.add(key4);
        });
      };
      looksAt = (zoom2) => {
        const found = /* @__PURE__ */ new Map();
        const group3 = now2.colour === "topic" ? topicAt3 : kindAt;
        for (const i of thinned(zoom2)) {
          const faded = view.emphasis && !hot[i];
          const key4 = 4 * group3[i] + 2 * paper[i] + Number(faded);
          const look = found.get(key4);
          if (look) look.members.push(i);
          else found.set(key4, { colour: ofNode2(i), paper: paper[i] === 1, faded, members: [i] });
        }
        const before = (p, q) => Number(q.faded) - Number(p.faded) || Number(p.paper) - Number(q.paper) || (p.colour < q.colour ? -1 : Number(p.colour > q.colour));
        return [...found.values()].sort(before);
      };
      kept2 = /* @__PURE__ */ new Map();
      stale2 = () => kept2.clear();
      at5 = (zoom2) => {
        const step3 = Math.min(4, Math.floor(2 * Math.log2(Math.max(zoom2, 1e-6))));
        const known2 = kept2.get(step3);
        if (known2) return known2;
        const made3 = looksAt(2 ** (step3 / 2));
        kept2.set(step3, made3);
        return made3;
      };
      drawn3 = (zoom2) => at5(zoom2).reduce((sum, { members }) => sum + members.length, 0);
    }
  });

  // src/raster.ts
  var canvas, ctx, image, words, cover, quads, lined, open, wide, high, left, top2, right, bottom, ink, strength, dip, begin, touch, line4, endLines, QUARTERS, stamps, stampOf, mixed2, dot, put, flush, serves;
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
        const [r, g, b] = [1, 3, 5].map((at7) => Number.parseInt(colour.slice(at7, at7 + 2), 16));
        ink = r | g << 8 | b << 16;
        strength = Math.round(255 * Math.min(1, alpha));
      };
      begin = ({ width, height }) => {
        if (open) return;
        if (width > wide || height > high) {
          [wide, high] = [Math.ceil(Math.max(wide, width) / 4) * 4, Math.max(high, height)];
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
      line4 = (fromX, fromY, toX, toY) => {
        const steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
        const flip = steep ? fromY > toY : fromX > toX;
        const ax = flip ? steep ? toY : toX : steep ? fromY : fromX;
        const ay = flip ? steep ? toX : toY : steep ? fromX : fromY;
        const bx = flip ? steep ? fromY : fromX : steep ? toY : toX;
        const by = flip ? steep ? fromX : fromY : steep ? toX : toY;
        const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
        const most2 = (steep ? wide : high) - 1;
        if (slope === 0 && (ay < 0 || ay >= most2)) return;
        const enter = slope === 0 ? -Infinity : ax - ay / slope;
        const leave2 = slope === 0 ? Infinity : ax + (most2 - 0.01 - ay) / slope;
        const first2 = Math.ceil(Math.max(0, ax, Math.min(enter, leave2)));
        const last = Math.floor(Math.min((steep ? high : wide) - 1, bx, Math.max(enter, leave2)));
        if (first2 > last) return;
        lined = true;
        const [low, up] = [Math.min(ay, by) - 1, Math.max(ay, by) + 2];
        if (steep) touch(low, first2, up, last + 1);
        else touch(first2, low, last + 1, up);
        const [on3, full] = [cover, strength];
        const onward = steep ? wide : 1;
        const aside2 = steep ? 1 : wide;
        let across3 = ay + slope * (first2 - ax);
        for (let along = first2; along <= last; along += 1) {
          const base = across3 | 0;
          const share = (across3 - base) * full + 0.5 | 0;
          const at7 = along * onward + base * aside2;
          on3[at7] += (255 - on3[at7]) * (full - share) >> 8;
          on3[at7 + aside2] += (255 - on3[at7 + aside2]) * share >> 8;
          across3 += slope;
        }
      };
      endLines = () => {
        if (!lined) return;
        const [on3, out, four, colour] = [cover, words, quads, ink];
        for (let y2 = top2; y2 < bottom; y2 += 1)
          for (let quad = y2 * wide + left >> 2, end2 = y2 * wide + right + 3 >> 2; quad < end2; quad += 1) {
            if (four[quad] === 0) continue;
            for (let at7 = 4 * quad; at7 < 4 * quad + 4; at7 += 1) if (on3[at7]) out[at7] = colour | on3[at7] << 24;
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
        const known2 = own2.get(key4);
        if (known2) return known2;
        const size3 = Math.round(radius2 * QUARTERS) / QUARTERS;
        const arm = Math.ceil(size3 * shape2.reach) + 1;
        const side = 2 * arm + 1;
        const share = new Uint8Array(side * side);
        for (let y2 = 0; y2 < side; y2 += 1)
          for (let x2 = 0; x2 < side; x2 += 1) {
            const far = shape2.distance(
              (x2 + 0.5 - arm - dx / QUARTERS) / size3,
              (y2 + 0.5 - arm - dy / QUARTERS) / size3
            );
            share[y2 * side + x2] = Math.round(255 * Math.max(0, Math.min(1, (1 - far) * size3 + 0.5)));
          }
        const made3 = { side, share };
        own2.set(key4, made3);
        return made3;
      };
      mixed2 = (old, colour, share) => {
        const under2 = (old >>> 24) * (255 - share);
        const sum = 255 * share + under2;
        const part2 = 65280 * share / sum | 0;
        const rest4 = 256 - part2;
        const sides = Math.imul(colour & 16711935, part2) + Math.imul(old & 16711935, rest4) >>> 8 & 16711935;
        const middle = Math.imul(colour & 65280, part2) + Math.imul(old & 65280, rest4) >>> 8 & 65280;
        return sides | middle | (sum / 255 | 0) << 24;
      };
      dot = (px, py, radius2, shape2) => {
        const [x0, y0] = [Math.floor(px), Math.floor(py)];
        const { side, share } = stampOf(
          shape2,
          radius2,
          Math.floor((px - x0) * QUARTERS),
          Math.floor((py - y0) * QUARTERS)
        );
        const arm = (side - 1) / 2;
        const [west, north] = [x0 - arm, y0 - arm];
        if (west >= wide || north >= high || west + side <= 0 || north + side <= 0) return;
        touch(west, north, west + side, north + side);
        const [firstX, endX] = [Math.max(0, -west), Math.min(side, wide - west)];
        const [firstY, endY] = [Math.max(0, -north), Math.min(side, high - north)];
        const [out, colour, much] = [words, ink, strength];
        const full = colour | 255 << 24;
        for (let y2 = firstY; y2 < endY; y2 += 1) {
          let at7 = (north + y2) * wide + west + firstX;
          for (let from = y2 * side + firstX, end2 = y2 * side + endX; from < end2; from += 1, at7 += 1) {
            const part2 = much === 255 ? share[from] : (share[from] * much + 127) / 255 | 0;
            if (part2 === 255) out[at7] = full;
            else if (part2 !== 0) out[at7] = out[at7] === 0 ? colour | part2 << 24 : mixed2(out[at7], colour, part2);
          }
        }
      };
      put = (on3) => {
        endLines();
        open = false;
        const [width, height] = [right - left, bottom - top2];
        if (width <= 0 || height <= 0) return;
        ctx.putImageData(image, 0, 0, left, top2, width, height);
        on3.save();
        on3.setTransform(1, 0, 0, 1, 0, 0);
        on3.globalAlpha = 1;
        on3.drawImage(canvas, left, top2, width, height, left, top2, width, height);
        on3.restore();
        for (let y2 = top2; y2 < bottom; y2 += 1) words.fill(0, y2 * wide + left, y2 * wide + right);
      };
      flush = (pen) => {
        if (open && pen instanceof CanvasRenderingContext2D) put(pen);
      };
      serves = (pen, count3) => pen instanceof CanvasRenderingContext2D && count3 > 400;
    }
  });

  // src/ribbons.ts
  var MOST4, rankAt, paper2, linked, compute3, made2, stale3, current;
  var init_ribbons = __esm({
    "src/ribbons.ts"() {
      "use strict";
      init_lines();
      init_model();
      MOST4 = 3;
      rankAt = Int32Array.from(nodes.topic, (name2) => topic.get(name2)?.rank ?? -1);
      paper2 = Uint8Array.from(nodes.id, (i) => Number(isPaper(i)));
      linked = () => {
        const { count: count3, a, b, weight: weight2, apart } = now4;
        const sums2 = new Float64Array(topics.length ** 2);
        const counts4 = new Float64Array(topics.length ** 2);
        let found = 0;
        for (let line5 = 0; line5 < count3; line5 += 1) {
          if (!apart[line5]) continue;
          const p = rankAt[a[line5]];
          const q = rankAt[b[line5]];
          if (p < 0 || q < 0) continue;
          const pair = Math.min(p, q) * topics.length + Math.max(p, q);
          counts4[pair] += 1;
          if (!paper2[a[line5]] || !paper2[b[line5]]) continue;
          sums2[pair] += weight2[line5];
          found += 1;
        }
        return found ? sums2 : counts4;
      };
      compute3 = () => {
        const sums2 = linked();
        const own2 = topics.map(() => []);
        sums2.forEach((strength3, pair) => {
          if (!strength3) return;
          const ribbon = { from: Math.floor(pair / topics.length), to: pair % topics.length, strength: strength3 };
          own2[ribbon.from].push(ribbon);
          own2[ribbon.to].push(ribbon);
        });
        const kept3 = new Set(own2.flatMap((list2) => list2.sort((p, q) => q.strength - p.strength).slice(0, MOST4)));
        const most2 = Math.max(...[...kept3].map(({ strength: strength3 }) => strength3));
        return [...kept3].map((ribbon) => ({ ...ribbon, strength: ribbon.strength / most2 })).sort((p, q) => p.strength - q.strength);
      };
      made2 = null;
      stale3 = () => {
        made2 = null;
      };
      current = () => {
        made2 ??= compute3();
        return made2;
      };
    }
  });

  // src/strokes.ts
  var HAIRLINES, WIDE2, SAMPLE, MOST5, WIDEST, each, stroke, hairline, faintness, lookOf, sampled, faint, hot2, between2;
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
      WIDE2 = 20;
      SAMPLE = 2e5;
      MOST5 = 4e5;
      WIDEST = 9;
      each = (box2, [first2, end2, step3], wanted, whole5, act) => {
        const { a, b } = now4;
        const { left: left2, top: top3, right: right2, bottom: bottom2 } = box2;
        const inView = (i) => x[i] >= left2 && x[i] <= right2 && y[i] >= top3 && y[i] <= bottom2;
        for (let line5 = first2; line5 < end2; line5 += step3) {
          if (!wanted(line5)) continue;
          const p = a[line5];
          const q = b[line5];
          if (x[p] < left2 && x[q] < left2 || x[p] > right2 && x[q] > right2) continue;
          if (y[p] < top3 && y[q] < top3 || y[p] > bottom2 && y[q] > bottom2) continue;
          if (whole5 && !(inView(p) && inView(q))) continue;
          act(p, q);
        }
      };
      stroke = (ctx2, box2, rows2, wanted, whole5 = false) => {
        const batch = ctx2.lineWidth * box2.zoom * box2.ratio > 1.001 ? WIDE2 : HAIRLINES;
        let open3 = 0;
        ctx2.beginPath();
        each(box2, rows2, wanted, whole5, (p, q) => {
          ctx2.moveTo(x[p], y[p]);
          ctx2.lineTo(x[q], y[q]);
          open3 += 1;
          if (open3 % batch) return;
          ctx2.stroke();
          ctx2.beginPath();
        });
        ctx2.stroke();
      };
      hairline = (ctx2, box2, width, alpha) => {
        const thin = Math.min(width, 1 / box2.ratio);
        ctx2.lineWidth = thin / box2.zoom;
        ctx2.globalAlpha = Math.min(1, alpha * width / thin);
      };
      faintness = (name2) => name2 === "beside" ? 0.4 : RELATIONS[name2]?.background ? 0.25 : 0.7;
      lookOf = ({ name: name2, strength: strength3 }) => name2 === "related" ? [0.6 + 0.8 * strength3, 0.3 + 0.55 * strength3] : [0.8, faintness(name2)];
      sampled = (box2, wanted, most2) => {
        let length = 0;
        const [wide2, high2] = [box2.right - box2.left, box2.bottom - box2.top];
        each(box2, [0, now4.count, 1], wanted, false, (p, q) => {
          length += Math.max(Math.min(wide2, Math.abs(x[p] - x[q])), Math.min(high2, Math.abs(y[p] - y[q])));
        });
        return Math.ceil(length * box2.matrix.a / most2) || 1;
      };
      faint = (ctx2, box2, moving2) => {
        const mapped = ofTopics().length > 0;
        const { inside: inside2, across: across3 } = at4(box2.zoom, mapped);
        const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now4.count, 1)) ** 0.7));
        const near2 = ramp(usual3 * box2.zoom, 3, 14);
        const strong = crowd + (Math.max(crowd, 0.6) - crowd) * near2;
        const { hot: lineHot, apart } = now4;
        const { a, d, e, f } = box2.matrix;
        const pixels = serves(ctx2, now4.count);
        const colour = tint(own.edge, 1);
        ctx2.strokeStyle = colour;
        if (pixels) begin(ctx2.canvas);
        const wantedAt = (line5) => apart[line5] === 0 || across3 > 0.02;
        const step3 = inside2 < 0.02 ? 1 : sampled(box2, wantedAt, moving2 || view.emphasis ? SAMPLE : MOST5);
        for (const range2 of now4.ranges) {
          const rows2 = [range2.first, range2.end, step3];
          const [width, alpha] = lookOf(range2);
          const plain2 = alpha * strong * (view.emphasis ? 0.25 : 1) * Math.min(2, step3 ** 0.5);
          for (const far of [1, 0]) {
            const level = far && mapped ? across3 : inside2;
            if (level < 0.02) continue;
            hairline(ctx2, box2, width, plain2 * level);
            const wanted = (line5) => apart[line5] === far && !(view.emphasis && lineHot[line5]);
            if (!pixels) stroke(ctx2, box2, rows2, wanted, far === 1 && mapped);
            else {
              dip(colour, ctx2.globalAlpha * ctx2.lineWidth * box2.zoom * box2.ratio);
              each(
                box2,
                rows2,
                wanted,
                far === 1 && mapped,
                (p, q) => line4(x[p] * a + e, y[p] * d + f, x[q] * a + e, y[q] * d + f)
              );
            }
          }
        }
        endLines();
        ctx2.globalAlpha = 1;
      };
      hot2 = (ctx2, box2) => {
        if (!view.emphasis) return;
        flush(ctx2);
        const { a, b, count: count3, ranges, hot: lineHot } = now4;
        const unfocused = view.focused < 0;
        const path2 = now2.target >= 0;
        if (unfocused && !path2) hairline(ctx2, box2, 0.9, 0.35);
        else ctx2.lineWidth = (path2 ? 3 : 1.5) / box2.zoom;
        const thin = ctx2.globalAlpha;
        const end2 = (line5) => nodes.kind[view.focused === b[line5] || isPaper(b[line5]) ? a[line5] : b[line5]];
        for (const kind of Object.keys(KINDS)) {
          ctx2.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx2.globalAlpha = path2 ? 1 : unfocused ? thin : 0.8;
          const wanted = (line5) => lineHot[line5] > 0 && end2(line5) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx2, box2, [0, count3, 1], wanted);
          else
            for (const range2 of ranges) {
              ctx2.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
              stroke(ctx2, box2, [range2.first, range2.end, 1], wanted);
            }
        }
        ctx2.globalAlpha = 1;
      };
      between2 = (ctx2, box2) => {
        const shapes = ofTopics();
        const level = at4(box2.zoom, shapes.length > 0).ribbons * (view.emphasis ? 0.3 : 1);
        if (level < 0.02) return;
        const byRank = new Map(shapes.map((area) => [area.topic.rank, area.middle]));
        ctx2.strokeStyle = own.edge;
        for (const { from, to, strength: strength3 } of current()) {
          const [p, q] = [byRank.get(from), byRank.get(to)];
          if (!p || !q) continue;
          ctx2.globalAlpha = level * (0.16 + 0.2 * strength3);
          ctx2.lineWidth = (1.2 + (WIDEST - 1.2) * Math.sqrt(strength3)) / box2.zoom;
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
    all: () => all3,
    counts: () => counts3,
    frame: () => frame,
    layers: () => layers,
    overlay: () => overlay,
    stale: () => stale4
  });
  var BATCH, COARSE, SPECK, SHEER, LEAST3, frame, isOut2, colourOf2, ground, grounds, shapeOf, asPixels, asPaths, bodies, ring, stale4, all3, overlay, layers, counts3;
  var init_paint = __esm({
    "src/paint.ts"() {
      "use strict";
      init_areas();
      init_dots();
      init_labels();
      init_levels();
      init_model();
      init_raster();
      init_ribbons();
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
        const matrix = ctx2.getTransform();
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
      isOut2 = ({ left: left2, right: right2, top: top3, bottom: bottom2 }, box2) => right2 < box2.left || left2 > box2.right || bottom2 < box2.top || top3 > box2.bottom;
      colourOf2 = ({ topic: topic5 }) => now2.colour === "topic" ? ofTopic(topic5.name) : own.muted;
      ground = (ctx2, box2, area, strong, alpha) => {
        const { topic: topic5 } = area;
        const loud = now2.topic === topic5.name ? 1.8 : view.emphasis ? 0.45 : 1;
        ctx2.beginPath();
        trace(ctx2, area);
        ctx2.fillStyle = tint(colourOf2(area), strong * loud);
        ctx2.globalAlpha = alpha;
        ctx2.fill();
        ctx2.strokeStyle = tint(colourOf2(area), 2.4 * strong * loud);
        ctx2.lineWidth = 1 / box2.ratio / box2.zoom;
        ctx2.stroke();
      };
      grounds = (ctx2, box2) => {
        const shapes = ofTopics();
        const { subtopics, ribbons: under2 } = at4(box2.zoom, true);
        const plain2 = own.dark ? 0.2 : 0.15;
        for (const area of shapes) {
          if (isOut2(area, box2)) continue;
          if (under2 > 0.02) ground(ctx2, box2, area, plain2, SHEER);
          else ground(ctx2, box2, area, plain2 * SHEER, 1);
          if (subtopics < 0.05) continue;
          for (const inner2 of within2(area.topic))
            if (!isOut2(inner2, box2)) ground(ctx2, box2, inner2, plain2 + 0.07, subtopics);
          ctx2.globalAlpha = 1;
        }
      };
      shapeOf = (i) => SHAPES[nodes.shape[i]] || SHAPES.dot;
      asPixels = (_, box2, members, least2) => {
        const { a, d, e, f } = box2.matrix;
        for (const i of members) {
          const seen = radius[i] * box2.zoom;
          const shape2 = seen < SPECK ? SHAPES.dot : shapeOf(i);
          dot(x[i] * a + e, y[i] * d + f, Math.max(seen, least2) * box2.ratio, shape2);
        }
      };
      asPaths = (ctx2, box2, members, least2) => {
        for (let first2 = 0; first2 < members.length; first2 += BATCH) {
          ctx2.beginPath();
          for (const i of members.slice(first2, first2 + BATCH)) {
            const shape2 = radius[i] * box2.zoom < SPECK ? SHAPES.dot : shapeOf(i);
            shape2.trace(ctx2, x[i], y[i], Math.max(radius[i], least2 / box2.zoom));
          }
          ctx2.fill();
        }
      };
      bodies = (ctx2, box2) => {
        const mapped = ofTopics().length > 0;
        const level = at4(box2.zoom, mapped).bodies;
        const inView = (i) => {
          const arm = radius[i] * 1.3;
          return x[i] + arm > box2.left && x[i] - arm < box2.right && y[i] + arm > box2.top && y[i] - arm < box2.bottom;
        };
        const looks = at5(box2.zoom).map((look) => ({ ...look, members: look.members.filter(inView) }));
        const count3 = looks.reduce((sum, { members }) => sum + members.length, 0);
        const pixels = usual3 * box2.zoom * box2.ratio < COARSE && serves(ctx2, count3);
        if (pixels) begin(ctx2.canvas);
        else flush(ctx2);
        for (const { colour, paper: paper3, faded, members } of looks) {
          const palest = paper3 ? 0.65 : now2.colour === "kind" ? 0.55 : 0.4;
          const most2 = now2.colour === "kind" ? 1 : paper3 ? 0.95 : 0.7;
          const strength3 = tint(colour, palest + (most2 - palest) * level);
          ctx2.globalAlpha = faded ? 0.15 : 1;
          ctx2.fillStyle = strength3;
          dip(strength3, ctx2.globalAlpha);
          (pixels ? asPixels : asPaths)(ctx2, box2, members, LEAST3[Number(paper3)]);
        }
        if (pixels) put(ctx2);
        ctx2.globalAlpha = 1;
      };
      ring = (ctx2, box2, i, colour) => {
        if (i < 0 || !shown[i]) return;
        ctx2.beginPath();
        ctx2.arc(x[i], y[i], Math.max(radius[i], 1.6 / box2.zoom) * 1.25 + 3.5 / box2.zoom, 0, 2 * Math.PI);
        ctx2.strokeStyle = colour;
        ctx2.lineWidth = 2 / box2.zoom;
        ctx2.stroke();
      };
      stale4 = () => {
        stale2();
        stale();
        stale3();
      };
      all3 = (ctx2, { ratio = window.devicePixelRatio || 1, moving: moving2 = false, free: free2 = null } = {}) => {
        if (!moving2) complete();
        const box2 = frame(ctx2, ratio, free2);
        between2(ctx2, box2);
        grounds(ctx2, box2);
        faint(ctx2, box2, moving2);
        hot2(ctx2, box2);
        bodies(ctx2, box2);
        for (const i of /* @__PURE__ */ new Set([view.focused, now2.target])) ring(ctx2, box2, i, own.ink);
        paint(ctx2, box2);
      };
      overlay = (ctx2, { ratio = window.devicePixelRatio || 1 } = {}) => {
        const box2 = frame(ctx2, ratio, null);
        const { hovered: hovered2, lifted: lifted2 } = view;
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
          ctx2.lineWidth = 1.5 / box2.zoom;
          ctx2.stroke();
        }
        if (area) lifted(ctx2, box2, area);
        if (hovered2 < 0 || !shown[hovered2]) return;
        ctx2.beginPath();
        (SHAPES[nodes.shape[hovered2]] || SHAPES.dot).trace(
          ctx2,
          x[hovered2],
          y[hovered2],
          Math.max(radius[hovered2], 2.2 / box2.zoom)
        );
        ctx2.fillStyle = ofNode2(hovered2);
        ctx2.fill();
        if (hovered2 !== view.focused) ring(ctx2, box2, hovered2, own.muted);
        hovered(ctx2, box2, hovered2);
      };
      layers = {
        frame,
        between: between2,
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
  var LEAST_COVERED, sheet, inner, at6, rough, stale5, isAt, paintSheet, placed, covered, show4;
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
      stale5 = () => {
        at6 = null;
      };
      isAt = ({ a, e, f }) => at6?.a === a && at6.e === e && at6.f === f;
      paintSheet = (matrix, moving2, free2) => {
        inner.setTransform(1, 0, 0, 1, 0, 0);
        inner.globalAlpha = 1;
        inner.fillStyle = own.ground;
        inner.fillRect(0, 0, sheet.width, sheet.height);
        inner.setTransform(matrix.a, 0, 0, matrix.d, matrix.e, matrix.f);
        all3(inner, { moving: moving2, free: free2 });
        at6 = { a: matrix.a, d: matrix.d, e: matrix.e, f: matrix.f };
        rough = moving2;
      };
      placed = (from, to) => {
        const scale = to.a / from.a;
        return { scale, left: to.e - from.e * scale, top: to.f - from.f * scale };
      };
      covered = ({ scale, left: left2, top: top3 }) => {
        const { width, height } = sheet;
        const across3 = Math.min(width, left2 + width * scale) - Math.max(0, left2);
        const down2 = Math.min(height, top3 + height * scale) - Math.max(0, top3);
        return Math.max(0, across3) * Math.max(0, down2) / (width * height);
      };
      show4 = (ctx2, moving2, free2) => {
        const matrix = ctx2.getTransform();
        const { width, height } = ctx2.canvas;
        if (!width || !height) return;
        if (sheet.width !== width || sheet.height !== height) {
          sheet.width = width;
          sheet.height = height;
          at6 = null;
        }
        if (!at6 || !moving2 && (rough || !isAt(matrix))) paintSheet(matrix, moving2, free2);
        let place2 = placed(at6 ?? matrix, matrix);
        if (moving2 && (covered(place2) < LEAST_COVERED || place2.scale > 4)) {
          paintSheet(matrix, true, free2);
          place2 = placed(matrix, matrix);
        }
        const { scale, left: left2, top: top3 } = place2;
        ctx2.save();
        ctx2.setTransform(1, 0, 0, 1, 0, 0);
        ctx2.imageSmoothingEnabled = scale !== 1;
        if (scale === 1) ctx2.drawImage(sheet, Math.round(left2), Math.round(top3));
        else ctx2.drawImage(sheet, left2, top3, width * scale, height * scale);
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
    goTo: () => goTo,
    hasArrived: () => hasArrived,
    onMoved: () => onMoved,
    onPick: () => onPick,
    place: () => place,
    position: () => position,
    refilter: () => refilter,
    repaint: () => repaint,
    restyle: () => restyle,
    view: () => view3,
    zoom: () => zoom
  });
  var container, main, quiet, ARRIVE, moving, settle, touched, moved, stretch2, rest3, unsettle, stir, clear2, canvas2, repaint, refilter, under, hover, move, fit2, nearTo, unturned, turned2, goTo, camera2, place, zoom, restyle, onPick, onMoved, position, view3, free, hasArrived;
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
      touched = false;
      moved = () => {
      };
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
        moving = false;
        canvas2.redraw();
        moved();
      };
      unsettle = (flight = 0) => {
        moving = true;
        clearTimeout(settle);
        settle = window.setTimeout(rest3, 160 + flight);
      };
      stir = (flight = 0) => {
        touched = true;
        unsettle(flight);
      };
      clear2 = () => {
        const whole5 = container.getBoundingClientRect();
        const seen = main.getBoundingClientRect().top - whole5.top;
        const free2 = { left: 24, top: seen + 24, right: whole5.width - 24, bottom: whole5.height - 24 };
        for (const id of ["card", "legend"]) {
          const panel5 = byId(id);
          const rect = panel5.getBoundingClientRect();
          if (panel5.hidden || rect.height < 60) continue;
          if (rect.width > whole5.width * 0.8) free2.bottom = Math.min(free2.bottom, rect.top - whole5.top - 12);
          else if (rect.left - whole5.left > whole5.width / 2)
            free2.right = Math.min(free2.right, rect.left - whole5.left - 12);
          else if (whole5.width > 720) free2.left = Math.max(free2.left, rect.right - whole5.left + 12);
        }
        const note2 = document.getElementById("part")?.getBoundingClientRect();
        if (note2?.height) free2.bottom = Math.min(free2.bottom, note2.top - whole5.top - 12);
        if (whole5.width <= 720) free2.top = seen + 64;
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
      canvas2 = cameraIn(container, {
        onPaint: (ctx2) => show4(ctx2, moving, clear2().free),
        onMove: () => stir()
      });
      canvas2.frame.tabIndex = 0;
      canvas2.frame.setAttribute("role", "application");
      canvas2.frame.setAttribute(
        "aria-label",
        "Graph. Arrow keys move it, plus and minus zoom; the search box and the table reach every node."
      );
      repaint = () => {
        stale4();
        stale5();
        canvas2.redraw();
      };
      refilter = () => {
        stale4();
        stale5();
        unsettle();
        requestAnimationFrame(canvas2.redraw);
      };
      under = (point2, slack) => {
        const { zoom: zoom2 } = canvas2.now();
        const named5 = areaNamedAt(point2.x, point2.y);
        const { x: px, y: py } = canvas2.toGraph(point2);
        const reach = ofTopics().length && usual3 * zoom2 < 3 ? 0 : slack;
        const node2 = named5 ? -1 : pick(px, py, Math.max(reach, 0.01) / zoom2);
        if (named5 || node2 >= 0) return { node: node2, topic: named5 };
        const area = at2(ofTopics(), px, py);
        const finer = area && at4(zoom2, true).subtopics > 0.5 ? at2(made(area.topic), px, py) : area;
        return { node: -1, topic: (finer ?? area)?.topic.name ?? "" };
      };
      hover = (node2, topic5) => {
        container.classList.toggle("over-node", node2 >= 0 || topic5 !== "");
        if (node2 === view.hovered && topic5 === view.lifted) return;
        view.hovered = node2;
        view.lifted = topic5;
        canvas2.redraw();
      };
      container.addEventListener("pointermove", (event) => {
        if (event.pointerType === "touch" || event.buttons) return;
        const box2 = container.getBoundingClientRect();
        const { node: node2, topic: topic5 } = under({ x: event.clientX - box2.left, y: event.clientY - box2.top }, 4);
        hover(node2, topic5);
      });
      container.addEventListener("pointerleave", () => hover(-1, ""));
      move = (goal, animated, offset = clear2().middle) => {
        const flight = animated && !quiet.matches ? ARRIVE : 0;
        canvas2.moveTo(goal, offset, flight);
        if (animated) stir(flight);
      };
      fit2 = (members = nodes.id, { animated = true, most: most2 = 1.4, pad = 0 } = {}) => {
        const box2 = bounds(members);
        const { wide: wide2, high: high2 } = clear2();
        if (!box2) return;
        const zoom2 = Math.min(
          Math.max(40, wide2 - 2 * pad) / Math.max(1, box2.right - box2.left),
          Math.max(40, high2 - 2 * pad) / Math.max(1, box2.bottom - box2.top),
          most2
        );
        move({ x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2 }, animated);
      };
      nearTo = (node2) => {
        const near2 = { x: x[node2], y: y[node2] };
        const box2 = bounds(within3(node2, 1).keys());
        if (!box2) return { ...near2, zoom: 1 };
        const { wide: wide2, high: high2 } = clear2();
        const across3 = Math.max(60, box2.right - near2.x, near2.x - box2.left);
        const down2 = Math.max(60, box2.bottom - near2.y, near2.y - box2.top);
        const zoom2 = 0.45 * Math.min(wide2 / across3, high2 / down2);
        return { ...near2, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
      };
      unturned = ({ x: px, y: py, zoom: zoom2 }) => turned ? { x: py / stretch, y: px, zoom: zoom2 } : { x: px, y: py / stretch, zoom: zoom2 };
      turned2 = ({ x: px, y: py, zoom: zoom2 }) => turned ? { x: py, y: px * stretch, zoom: zoom2 } : { x: px, y: py * stretch, zoom: zoom2 };
      goTo = (node2) => {
        if (shown[node2]) move(nearTo(node2), true);
      };
      camera2 = () => touched ? unturned(canvas2.now()) : null;
      place = (at7) => move(turned2(at7), false, { x: 0, y: 0 });
      zoom = (factor) => {
        const now6 = canvas2.now();
        move({ ...now6, zoom: now6.zoom * factor }, true, { x: 0, y: 0 });
      };
      restyle = () => {
        dress();
        repaint();
      };
      onPick = (pick2) => canvas2.onPick((point2) => {
        const { node: node2, topic: topic5 } = under(point2, 8);
        pick2(node2, topic5);
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
      free = () => {
        const [{ wide: wide2, high: high2, middle }, now6] = [clear2(), canvas2.now()];
        const [left2, top3] = [now6.x + middle.x / now6.zoom, now6.y + middle.y / now6.zoom];
        return { x: left2, y: top3, zoom: now6.zoom, width: Math.round(wide2 + 40), height: Math.round(high2 + 40) };
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
        const at7 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
        const alpha = (name2) => pen.globalAlpha < 1 ? ` ${name2}-opacity="${round(pen.globalAlpha)}"` : "";
        const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
        const text2 = (words2, x2, y2, attributes) => {
          const font = attribute(pen.font);
          parts3.push(
            `<text transform="translate(${at7(x2, y2)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${content2(words2)}</text>`
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
            path2 += `M${at7(x2, y2)}`;
          },
          lineTo: (x2, y2) => {
            path2 += `L${at7(x2, y2)}`;
          },
          quadraticCurveTo: (cx, cy, x2, y2) => {
            path2 += `Q${at7(cx, cy)} ${at7(x2, y2)}`;
          },
          closePath: () => {
            path2 += "Z";
          },
          rect: (x2, y2, w, h) => {
            path2 += `M${at7(x2, y2)}L${at7(x2 + w, y2)}L${at7(x2 + w, y2 + h)}L${at7(x2, y2 + h)}Z`;
          },
          fillRect: (x2, y2, w, h) => {
            const kept3 = path2;
            path2 = "";
            pen.rect(x2, y2, w, h);
            pen.fill();
            path2 = kept3;
          },
          // Only whole circles are needed.
          arc: (x2, y2, r) => {
            const turn = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
            path2 += `M${at7(x2 + r, y2)}${turn} ${at7(x2 - r, y2)}${turn} ${at7(x2 + r, y2)}Z`;
          },
          fill: () => {
            if (path2)
              parts3.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
          },
          stroke: () => {
            if (path2) parts3.push(`<path d="${path2}" ${lineLook()}/>`);
          },
          fillText: (words2, x2, y2) => text2(words2, x2, y2, `fill="${attribute(String(pen.fillStyle))}"`),
          strokeText: (words2, x2, y2) => text2(words2, x2, y2, lineLook()),
          measureText: (words2) => {
            measuring.font = pen.font;
            return measuring.measureText(words2);
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
  var sheet2, SHARP, aim, onCanvas, png, svg, whole3, key2;
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
      sheet2 = byId("print");
      SHARP = 2;
      aim = (ctx2, { x: x2, y: y2, zoom: zoom2, width, height }, ratio) => {
        const scale = zoom2 * ratio;
        ctx2.setTransform(scale, 0, 0, scale, width / 2 * ratio - x2 * scale, height / 2 * ratio - y2 * scale);
      };
      onCanvas = (view4) => {
        const canvas3 = el("canvas", { width: String(view4.width * SHARP), height: String(view4.height * SHARP) });
        const ctx2 = canvas3.getContext("2d");
        ctx2.fillStyle = own.ground;
        ctx2.fillRect(0, 0, canvas3.width, canvas3.height);
        aim(ctx2, view4, SHARP);
        all3(ctx2, { ratio: SHARP });
        return canvas3;
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
      whole3 = () => {
        const box2 = bounds(nodes.id);
        const width = 1e3;
        if (!box2) return { x: 0, y: 0, zoom: 1, width, height: 100 };
        const [wide2, high2] = [box2.right - box2.left, box2.bottom - box2.top];
        const height = Math.round(Math.min(1250, Math.max(400, (width - 80) * high2 / wide2 + 80)));
        const zoom2 = Math.min((width - 80) / wide2, (height - 80) / high2, 2);
        return { x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2, width, height };
      };
      key2 = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now2.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
      window.addEventListener("beforeprint", () => {
        document.documentElement.dataset.print = "";
        dress();
        stale4();
        sheet2.replaceChildren(onCanvas(whole3()), el("p", { class: "key" }, ...key2()));
      });
      window.addEventListener("afterprint", () => {
        delete document.documentElement.dataset.print;
        sheet2.replaceChildren();
        restyle();
      });
    }
  });

  // src/tables.ts
  var columns, broader2, NODE_TEXTS, NODE_TYPES, NODE_NAMES, EDGE_NAMES, EDGE_TYPES, nodeRows, edgeRow, edgeRows, cell, csv, nodeTable, edgeTable, key3, data2, graphml;
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
      nodeRows = (texts) => nodes.id.filter((i) => now3.listed[i]).map((i) => {
        const [r, g, b] = colours[nodes.kind[i]] || [];
        const drawn4 = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(
            NODE_NAMES.map((name2) => [name2, drawn4[name2] ?? columns(nodes)[name2]?.[i] ?? ""])
          )
        };
      });
      edgeRow = (texts) => (line5) => {
        const edge = now4.edge[line5];
        const ends = { source: nodes.key[now4.a[line5]], target: nodes.key[now4.b[line5]] };
        const relation3 = nameOf(line5);
        const id = `${ends.source}--${relation3}--${ends.target}`;
        if (edge < 0) return { id, ...ends, relation: relation3, weight: now4.weight[line5] };
        const shared2 = texts.shared[edge];
        const count3 = { shared_count: shared2 ? split(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name2) => [
            name2,
            count3[name2] ?? columns(texts)[name2]?.[edge] ?? columns(edges)[name2]?.[edge]
          ])
        );
        for (const name2 of Object.keys(EDGE_TYPES)) if (own2[name2] === 0) own2[name2] = "";
        return { ...own2, id, ...ends, relation: relation3 };
      };
      edgeRows = (texts) => {
        const all5 = Array.from({ length: now4.count }, (_, line5) => line5).filter(isListed);
        return all5.sort((p, q) => now4.edge[p] - now4.edge[q] || p - q).map(edgeRow(texts));
      };
      cell = (value) => {
        const text2 = String(value ?? "");
        return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
      };
      csv = (heads, names4, list2) => [heads, ...list2.map((row4) => names4.map((name2) => row4[name2]))].map((row4) => `${row4.map(cell).join(",")}
`).join("");
      nodeTable = async () => {
        const rest4 = NODE_NAMES.filter((name2) => name2 !== "label");
        return csv(["Id", "Label", ...rest4], ["id", "label", ...rest4], nodeRows(await all()));
      };
      edgeTable = async () => {
        const rest4 = EDGE_NAMES.filter((name2) => name2 !== "weight");
        const list2 = edgeRows(await all()).map((row4) => ({ ...row4, type: "Directed" }));
        const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest4];
        return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest4], list2);
      };
      key3 = (id, of, name2, type = "string") => `<key id="${id}" for="${of}" attr.name="${name2}" attr.type="${type}"/>
`;
      data2 = (row4, names4) => names4.filter((name2) => row4[name2] !== "" && row4[name2] !== void 0).map((name2) => `<data key="${name2}">${content2(String(row4[name2]))}</data>
`).join("");
      graphml = async () => {
        const texts = await all();
        const id = attribute;
        return [
          '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
          ...NODE_NAMES.map((name2) => key3(name2, "node", name2, NODE_TYPES[name2])),
          key3("edgelabel", "edge", "label"),
          ...EDGE_NAMES.map((name2) => key3(name2, "edge", name2, EDGE_TYPES[name2])),
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
  var opener, menu, status3, UTF8, STEPS2, stem, download, text, copy2, THINGS, open2, run;
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
        const words2 = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const { view: view4 } = now2;
        return [words2.slice(0, 60) || "graph", view4 === "full" ? "" : view4].filter(Boolean).join("-");
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
      open2 = (wanted) => {
        menu.hidden = !wanted;
        opener.setAttribute("aria-expanded", String(wanted));
      };
      run = (act) => async () => {
        open2(false);
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
        open2(menu.hidden);
        if (!menu.hidden) menu.querySelector("button")?.focus();
      });
      menu.addEventListener("keydown", (event) => {
        const all5 = [...menu.querySelectorAll("button")];
        const step3 = STEPS2[event.key];
        if (event.key === "Escape") {
          open2(false);
          opener.focus();
        } else if (step3)
          all5[(all5.indexOf(document.activeElement) + step3 + all5.length) % all5.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target) && target !== opener) open2(false);
      });
    }
  });

  // src/sliders.ts
  var range, named4, weights2, papers4, dates2, months, times, row3, STEPS3, DIGITS, plain, scaled, counted2, dated, rows;
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
      weights2 = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers4 = nodes.papers.filter((_, i) => !isPaper(i));
      dates2 = [...new Set(nodes.date.filter((date2) => /^\d{4}/.test(date2)))].sort();
      months = [...new Set(dates2.map((date2) => date2.slice(0, 7)))];
      times = months.length > 2 ? months : dates2;
      row3 = (slider) => {
        const { name: name2, label, field, views, most: most2, write: write4, read: read3, show: show5 } = slider;
        const output = el("output", { class: "count" });
        const input2 = el("input", {
          type: "range",
          name: name2,
          min: "0",
          max: String(most2),
          step: "1",
          "aria-label": name2
        });
        const made3 = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input2, output);
        const refresh5 = (now6) => {
          const step3 = read3(now6[field]);
          input2.value = String(step3);
          output.textContent = show5(step3);
          input2.setAttribute("aria-valuetext", show5(step3));
          made3.hidden = views !== void 0 && !views.includes(now6.view);
        };
        input2.addEventListener("input", () => narrow(field, write4(Number(input2.value))));
        refresh5(now2);
        on(["filter"], refresh5);
        return made3;
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
          read: (now6) => Math.max(0, Math.min(STEPS3, Math.ceil((now6 - least2) / (most2 - least2) * STEPS3 - 1e-6))),
          show: (step3) => step3 ? `≥ ${written2(value(step3))}` : "any"
        });
      };
      counted2 = (slider, most2) => row3({
        ...slider,
        most: most2 - 1,
        write: (step3) => step3 + 1,
        read: (now6) => now6 - 1,
        show: (step3) => step3 ? `≥ ${(step3 + 1).toLocaleString("en")}` : "any"
      });
      dated = (slider, edge) => row3({
        ...slider,
        most: times.length - 1,
        write: (step3) => step3 === edge ? "" : times[step3],
        read: (now6) => {
          const found = times.findIndex((time2) => time2 >= now6);
          return now6 === "" ? edge : found < 0 ? times.length - 1 : found;
        },
        show: (step3) => times[step3]
      });
      rows = () => {
        const found = [];
        const [sure, heavy, often] = [named4, weights2, papers4].map(range);
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
        if (papers4.length > 1)
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
  var ONLY, FIRST5, panel3, body, boxes, all4, check, group, kinds4, relations3, colours2, opened2, isOpen, turner, topicCount, topicRow, topicRows, topicList, topicOf, renderTopics, reset, refresh3, recount2, start5, restyle2;
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
      check = (field, [name2, value, count3], label, toggle, extra = false) => {
        const box2 = el("input", { type: "checkbox", name: name2, value });
        box2.addEventListener("change", () => toggle(value));
        const figure2 = el("span", { class: "count" }, count3.toLocaleString("en"));
        const title = label.map((part2) => part2 instanceof HTMLElement ? part2.textContent : "").join("");
        const only2 = onlyButton(title, ONLY[field].is(value), () => ONLY[field].make(value));
        boxes.push({ box: box2, field, figure: figure2, only: only2 });
        const row4 = el("label", { class: "pick" }, box2, ...label, figure2);
        return el("div", { class: extra ? "row extra" : "row" }, row4, only2);
      };
      group = (title, ...rows2) => el("fieldset", {}, el("legend", {}, title), ...rows2);
      kinds4 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many }]) => {
        const label = [icon(kind), el("span", { class: "grow" }, many)];
        return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label, toggleKind);
      });
      relations3 = () => Object.entries(RELATIONS).filter(([name2]) => relations.has(name2)).map(
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
      isOpen = ({ name: name2 }) => opened2.has(name2) || [now2.topic, topic.get(now2.topic)?.parent].includes(name2);
      turner = (topic5) => {
        const { name: name2, subtopics } = topic5;
        if (subtopics.length < 2) return null;
        const open3 = isOpen(topic5);
        const label = `${open3 ? "Hide" : "Show"} the subtopics of ${name2}`;
        return button(
          { class: "turn", "aria-expanded": String(open3), "aria-label": label, value: name2 },
          "›",
          () => {
            if (!opened2.delete(name2)) opened2.add(name2);
            renderTopics();
          }
        );
      };
      topicCount = ({ name: name2, papers: papers5, members }) => (papers5 ? now3.topics.get(name2) ?? 0 : members.length).toLocaleString("en");
      topicRow = (topic5) => {
        const { name: name2, parent } = topic5;
        const box2 = el("input", {
          type: "checkbox",
          name: "topic",
          value: name2,
          "aria-label": `Show ${name2}`
        });
        box2.checked = !now2.hiddenTopics.has(name2);
        box2.addEventListener("change", () => toggleTopic(name2));
        const pressed = String(now2.topic === name2);
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
          const turn = () => {
            all4 = !all4;
            renderTopics();
          };
          list2.push(button({ class: "more" }, all4 ? "Show fewer" : `Show all ${topics4.length}`, turn));
        }
        topicList.replaceChildren(...list2);
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
        const { count: count3, relations: relations4 } = now3;
        for (const { box: box2, field, figure: figure2 } of boxes) {
          const [found, all5] = field === "hiddenKinds" ? count3.kinds.get(box2.value) ?? [0, 0] : [relations4.get(box2.value) ?? 0, relations.get(box2.value) ?? 0];
          figure2.textContent = (found < all5 ? `${found.toLocaleString("en")} of ` : "") + all5.toLocaleString("en");
        }
        for (const figure2 of topicList.querySelectorAll("[data-count]")) {
          const topic5 = topic.get(figure2.dataset.count ?? "");
          if (topic5) figure2.textContent = topicCount(topic5);
        }
      };
      start5 = () => {
        body.append(group("Show", ...kinds4()));
        if (topics.length) {
          body.append(group("Colour", colours2()), group("Topics", topicList));
          renderTopics();
        }
        if (links) body.append(group("Links", ...relations3()));
        const narrow2 = rows();
        if (narrow2.length) body.append(group("Narrow", ...narrow2));
        body.append(reset);
        panel3.hidden = size === 0;
        recount2();
        if (matchMedia("(max-width: 720px)").matches) panel3.open = false;
        refresh3(now2);
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
        if (now2.text === text2) setText(rowsOf2(text2));
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
  var FIRST6, panel4, order3, limit, relation2, link, figure, surety, weight, about, strength2, whole4, end, COLUMNS, columnsOf, itemsOf, sorted2, header, choice, render4;
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
      order3 = { nodes: ["papers", -1], links: ["weight", -1] };
      limit = FIRST6;
      relation2 = (line5) => {
        const name2 = nameOf(line5);
        return name2 === BESIDE ? "Named with" : RELATIONS[name2]?.edge ?? name2;
      };
      link = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      figure = (value, digits) => value ? value.toFixed(digits) : "";
      surety = (line5) => now4.edge[line5] < 0 || isPaper(now4.b[line5]) ? 0 : edges.confidence[now4.edge[line5]];
      weight = (line5) => {
        const value = strength2(line5);
        return isPaper(now4.b[line5]) && value ? percent(value) : figure(value, 0);
      };
      about = (line5) => now4.edge[line5] < 0 ? 0 : edges.salience[now4.edge[line5]];
      strength2 = (line5) => isPaper(now4.b[line5]) || now4.edge[line5] < 0 ? now4.weight[line5] : 0;
      whole4 = (title, value) => ({
        ...{ title, value, show: (item) => value(item).toLocaleString("en"), number: true }
      });
      end = (title, node2) => ({
        ...{ title, value: (line5) => nodes.label[node2(line5)], show: (line5) => link(node2(line5)) }
      });
      COLUMNS = {
        nodes: {
          label: { title: "Name", value: (i) => nodes.label[i], show: link },
          kind: {
            title: "Kind",
            value: (i) => nodes.kind[i],
            show: (i) => KINDS[nodes.kind[i]]?.one ?? nodes.kind[i]
          },
          papers: whole4("Papers", (i) => nodes.papers[i]),
          degree: whole4("Links shown", (i) => at3(i).length),
          date: { title: "Date", value: (i) => nodes.date[i], show: (i) => nodes.date[i] },
          topic: { title: "Topic", value: (i) => nodes.topic[i], show: (i) => foreign(nodes.topic[i]) }
        },
        links: {
          source: end("From", (line5) => now4.a[line5]),
          relation: { title: "Relation", value: relation2, show: relation2 },
          target: end("To", (line5) => now4.b[line5]),
          salience: { title: "Salience", value: about, show: (line5) => figure(about(line5), 2), number: true },
          confidence: { title: "Confidence", value: surety, show: (line5) => figure(surety(line5), 2), number: true },
          weight: { title: "Weight", value: strength2, show: weight, number: true }
        }
      };
      columnsOf = (what, items) => Object.entries(COLUMNS[what]).filter(
        ([name2, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name2) || items.some(value)
      );
      itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => now3.listed[i]) : Array.from({ length: now4.count }, (_, line5) => line5).filter(isListed);
      sorted2 = (what, items) => {
        const [by, way] = order3[what];
        const { value } = COLUMNS[what][by];
        const keyed = items.map((item) => ({ item, key: value(item) }));
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
      };
      header = (what) => ([name2, { title, number: number3 }]) => {
        const [by, way] = order3[what];
        const turn = () => {
          order3[what] = [name2, by === name2 ? way > 0 ? -1 : 1 : number3 ? -1 : 1];
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
            class: number3 ? "number" : false,
            "aria-sort": by === name2 ? way > 0 ? "ascending" : "descending" : "none"
          },
          button({ "data-column": name2 }, [title, sign], turn)
        );
      };
      choice = (what, title) => button(
        { "aria-pressed": String(now2.table === what), "data-table": what },
        title,
        () => table(what)
      );
      render4 = () => {
        const what = now2.table;
        panel4.hidden = now2.main !== "table";
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
            ([name2, { show: show5, number: number3 }]) => el(
              "td",
              { class: number3 ? "number" : ["topic", "target"].includes(name2) ? "text" : false },
              show5(item)
            )
          )
        );
        const body2 = sorted2(what, items).slice(0, limit).map(row4);
        const rest4 = items.length - body2.length;
        const more = button({ class: "more" }, `Show more (${rest4.toLocaleString("en")})`, () => {
          limit += 5 * FIRST6;
          render4();
        });
        const count3 = plural(items.length, what === "nodes" ? "node" : "link");
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
          el("span", { class: "count", role: "status" }, `${count3} shown`),
          close3
        );
        const grid = el(
          "table",
          {},
          el("caption", { class: "unseen" }, `What is shown: ${count3}. Headers sort.`),
          el("thead", {}, el("tr", {}, ...columns2.map(header(what)))),
          el("tbody", {}, ...body2)
        );
        panel4.replaceChildren(
          head2,
          el(
            "div",
            { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" },
            grid,
            rest4 ? more : null
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
      offer = (main2, label) => {
        const made3 = button(
          { "data-main": main2, "aria-pressed": String(now2.main === main2) },
          label,
          () => show(main2)
        );
        mains.append(made3);
        return made3;
      };
      refresh4 = (now6) => {
        for (const box2 of group2.querySelectorAll("input")) box2.checked = box2.value === now6.view;
        for (const made3 of mains.querySelectorAll("button"))
          made3.setAttribute("aria-pressed", String(made3.dataset.main === now6.main));
        const none = size > 0 && !shown.some(Boolean);
        hint.hidden = !none;
        hint.textContent = none ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
      };
      start7 = () => {
        for (const [value, [label, title]] of Object.entries(VIEWS2)) {
          const box2 = el("input", { type: "radio", name: "view", value });
          box2.addEventListener("change", () => view2(value));
          group2.append(el("label", { title }, box2, el("span", {}, label)));
        }
        group2.hidden = !entities5 || entities5 === size;
        mains.hidden = size === 0;
        offer("map", "Map");
        offer("table", "Table");
        refresh4(now2);
      };
    }
  });

  // src/main.ts
  var main_exports = {};
  var ZOOMS, start8, isSettled2, listen;
  var init_main = __esm({
    "src/main.ts"() {
      "use strict";
      init_areas();
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
        fit: () => fit2()
      };
      start8 = () => {
        const { now: now6 } = state_exports;
        let still = false;
        let arriving = null;
        let shown2 = Promise.resolve();
        let pending3 = 0;
        const track = (work2) => {
          pending3 += 1;
          return work2.finally(() => {
            pending3 -= 1;
          });
        };
        const nextFrame = () => new Promise((done2) => requestAnimationFrame(() => requestAnimationFrame(done2)));
        const moveCamera = (changed) => {
          const has = (field) => changed.includes(field);
          if (arriving) place(arriving);
          else if (now6.target >= 0 && has("target"))
            fit2(stations(now6.selected, path(now6.selected, now6.target) || []), {
              most: 1.2,
              pad: 50
            });
          else if (now6.selected >= 0 && (has("steps") || has("selected") && !still && now6.steps > 1))
            fit2([...within3(now6.selected, now6.steps).keys()], { pad: 20 });
          else if (now6.selected >= 0 && has("selected") && !still) goTo(now6.selected);
          else if (now6.topic && has("topic")) fit2(topic.get(now6.topic)?.members, { most: 1.1 });
          arriving = null;
          still = false;
        };
        const refilter2 = () => {
          compute2(now6);
          emphasise2(now6);
          refilter();
          render4();
          refresh4(now6);
          recount2();
          recount();
        };
        start2();
        on2(refilter2);
        start6();
        start5();
        start7();
        start4(home);
        start3(on2, now3);
        on(["selection"], (_, changed) => {
          emphasise2(now6);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown2 = track(
            nextFrame().then(() => restep ? mark() : show3()).then(() => moveCamera(changed))
          );
        });
        on(["colour"], repaint);
        on(["main"], () => {
          render4();
          refresh4(now6);
          if (now6.selected < 0) show3();
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
        onPick((node2, topic5) => {
          still = node2 >= 0 && node2 !== now6.selected;
          if (node2 >= 0) select(node2);
          else if (topic5) showTopic(topic5);
          else clear();
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
        fit2(void 0, { animated: false });
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
          areas: areas_exports,
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
