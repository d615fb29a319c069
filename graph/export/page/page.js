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
      unpackColumn = (column2) => Array.isArray(column2) ? column2 : column2.index.map((at8) => column2.values[at8]);
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
        for (let at8 = 0; at8 < signs.length; at8 += 1) bytes[at8] = signs.charCodeAt(at8);
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
        for (const each2 of [item, ...item.subtopics]) each2.rank = rank;
      });
      topicsBut = (name3) => {
        const parent = topic.get(name3)?.parent ?? "";
        const siblings = topic.get(parent)?.subtopics ?? [];
        const all5 = ["", ...topics.map((item) => item.name)].filter((other2) => other2 !== (parent || name3));
        return /* @__PURE__ */ new Set([...all5, ...siblings.map((item) => item.name).filter((other2) => other2 !== name3)]);
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
    return (T, S, start12, stop, step3) => {
      start12 <<= 2, stop <<= 2, step3 <<= 2;
      blur3(T, S, start12 + 0, stop + 0, step3);
      blur3(T, S, start12 + 1, stop + 1, step3);
      blur3(T, S, start12 + 2, stop + 2, step3);
      blur3(T, S, start12 + 3, stop + 3, step3);
    };
  }
  function blurf(radius2) {
    const radius0 = Math.floor(radius2);
    if (radius0 === radius2) return bluri(radius2);
    const t = radius2 - radius0;
    const w = 2 * radius2 + 1;
    return (T, S, start12, stop, step3) => {
      if (!((stop -= step3) >= start12)) return;
      let sum = radius0 * S[start12];
      const s0 = step3 * radius0;
      const s1 = s0 + step3;
      for (let i = start12, j = start12 + s0; i < j; i += step3) {
        sum += S[Math.min(stop, i)];
      }
      for (let i = start12, j = stop; i <= j; i += step3) {
        sum += S[Math.min(stop, i + s0)];
        T[i] = (sum + t * (S[Math.max(start12, i - s1)] + S[Math.min(stop, i + s1)])) / w;
        sum -= S[Math.max(start12, i - s0)];
      }
    };
  }
  function bluri(radius2) {
    const w = 2 * radius2 + 1;
    return (T, S, start12, stop, step3) => {
      if (!((stop -= step3) >= start12)) return;
      let sum = radius2 * S[start12];
      const s = step3 * radius2;
      for (let i = start12, j = start12 + s; i < j; i += step3) {
        sum += S[Math.min(stop, i)];
      }
      for (let i = start12, j = stop; i <= j; i += step3) {
        sum += S[Math.min(stop, i + s)];
        T[i] = sum / w;
        sum -= S[Math.max(start12, i - s)];
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
  function tickSpec(start12, stop, count3) {
    const step3 = (stop - start12) / Math.max(0, count3), power = Math.floor(Math.log10(step3)), error = step3 / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
    let i1, i2, inc;
    if (power < 0) {
      inc = Math.pow(10, -power) / factor;
      i1 = Math.round(start12 * inc);
      i2 = Math.round(stop * inc);
      if (i1 / inc < start12) ++i1;
      if (i2 / inc > stop) --i2;
      inc = -inc;
    } else {
      inc = Math.pow(10, power) * factor;
      i1 = Math.round(start12 / inc);
      i2 = Math.round(stop / inc);
      if (i1 * inc < start12) ++i1;
      if (i2 * inc > stop) --i2;
    }
    if (i2 < i1 && 0.5 <= count3 && count3 < 2) return tickSpec(start12, stop, count3 * 2);
    return [i1, i2, inc];
  }
  function ticks(start12, stop, count3) {
    stop = +stop, start12 = +start12, count3 = +count3;
    if (!(count3 > 0)) return [];
    if (start12 === stop) return [start12];
    const reverse = stop < start12, [i1, i2, inc] = reverse ? tickSpec(stop, start12, count3) : tickSpec(start12, stop, count3);
    if (!(i2 >= i1)) return [];
    const n = i2 - i1 + 1, ticks3 = new Array(n);
    if (reverse) {
      if (inc < 0) for (let i = 0; i < n; ++i) ticks3[i] = (i2 - i) / -inc;
      else for (let i = 0; i < n; ++i) ticks3[i] = (i2 - i) * inc;
    } else {
      if (inc < 0) for (let i = 0; i < n; ++i) ticks3[i] = (i1 + i) / -inc;
      else for (let i = 0; i < n; ++i) ticks3[i] = (i1 + i) * inc;
    }
    return ticks3;
  }
  function tickIncrement(start12, stop, count3) {
    stop = +stop, start12 = +start12, count3 = +count3;
    return tickSpec(start12, stop, count3)[2];
  }
  function nice(start12, stop, count3) {
    let prestep;
    while (true) {
      const step3 = tickIncrement(start12, stop, count3);
      if (step3 === prestep || step3 === 0 || !isFinite(step3)) {
        return [start12, stop];
      } else if (step3 > 0) {
        const i = Math.ceil(start12 / step3);
        const j = Math.floor(stop / step3);
        start12 = (i - (i * step3 > start12)) * step3;
        stop = (j + (j * step3 < stop)) * step3;
      } else if (step3 < 0) {
        const s = -step3;
        const i = Math.ceil(start12 * s);
        const j = Math.floor(stop * s);
        start12 = (i - (i / s > start12)) / s;
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
    var dx = 1, dy = 1, threshold = thresholdSturges, smooth = smoothLinear;
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
        smooth(ring2, values, v);
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
        var start12 = [line7[0][0] + x2, line7[0][1] + y2], end2 = [line7[1][0] + x2, line7[1][1] + y2], startIndex = index(start12), endIndex = index(end2), f, g;
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
            f.ring.unshift(start12);
            fragmentByStart[f.start = startIndex] = f;
          }
        } else {
          fragmentByStart[startIndex] = fragmentByEnd[endIndex] = { start: startIndex, end: endIndex, ring: [start12, end2] };
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
      return arguments.length ? (smooth = _ ? smoothLinear : noop_default, contours) : smooth === smoothLinear;
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
          let start12 = -Infinity;
          while (top3 >= 0) {
            const p = index[top3];
            start12 = (own2 + q * q - value[p] - p * p) / (2 * (q - p));
            if (start12 > starts[top3]) break;
            top3 -= 1;
            start12 = -Infinity;
          }
          top3 += 1;
          index[top3] = q;
          starts[top3] = start12;
        }
        let at8 = 0;
        for (let q = 0; q < length; q += 1) {
          while (at8 < top3 && starts[at8 + 1] < q) at8 += 1;
          lowest[q] = top3 < 0 ? -1 : index[at8];
        }
      };
      nearest = ({ wide: wide2, high: high2 }, seeds, radius2) => {
        const found = new Int32Array(wide2 * high2);
        const power = new Float64Array(wide2 * high2);
        const down2 = line(high2);
        for (let cx = 0; cx < wide2; cx += 1) {
          for (let cy = 0, at8 = cx; cy < high2; cy += 1, at8 += wide2) {
            const seed = seeds[at8];
            down2.value[cy] = seed < 0 ? NONE : -radius2[seed] * radius2[seed];
          }
          envelope(high2, down2);
          for (let cy = 0, at8 = cx; cy < high2; cy += 1, at8 += wide2) {
            const p = down2.lowest[cy];
            found[at8] = p < 0 ? -1 : seeds[p * wide2 + cx];
            power[at8] = p < 0 ? NONE : (cy - p) * (cy - p) + down2.value[p];
          }
        }
        const across3 = line(wide2);
        const row4 = new Int32Array(wide2);
        for (let cy = 0; cy < high2; cy += 1) {
          const first3 = cy * wide2;
          for (let cx = 0; cx < wide2; cx += 1) {
            across3.value[cx] = power[first3 + cx];
            row4[cx] = found[first3 + cx];
          }
          envelope(wide2, across3);
          for (let cx = 0; cx < wide2; cx += 1)
            found[first3 + cx] = across3.lowest[cx] < 0 ? -1 : row4[across3.lowest[cx]];
        }
        return found;
      };
    }
  });

  // src/outline.ts
  var gridAround, depths, blur, areaOf, ringsOf, outlines;
  var init_outline = __esm({
    "src/outline.ts"() {
      "use strict";
      init_src();
      init_distance();
      gridAround = (discs, { cell: cell3, reach }) => {
        let [left2, top3, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
        for (const { x: x2, y: y2, radius: radius2 } of discs) {
          left2 = Math.min(left2, x2 - radius2);
          top3 = Math.min(top3, y2 - radius2);
          right2 = Math.max(right2, x2 + radius2);
          bottom2 = Math.max(bottom2, y2 + radius2);
        }
        const edge = reach + 3 * cell3;
        const cells = (from, to) => Math.ceil((to - from + 2 * edge) / cell3) + 1;
        return { left: left2 - edge, top: top3 - edge, cell: cell3, wide: cells(left2, right2), high: cells(top3, bottom2) };
      };
      depths = (grid2, discs, { cell: cell3, pad, reach }) => {
        const { wide: wide2, high: high2, left: left2, top: top3 } = grid2;
        const total = wide2 * high2;
        const seeds = new Int32Array(total).fill(-1);
        const radius2 = Float64Array.from(discs, (disc) => disc.radius / cell3);
        const px = Float64Array.from(discs, (disc) => (disc.x - left2) / cell3);
        const py = Float64Array.from(discs, (disc) => (disc.y - top3) / cell3);
        const groups = Int16Array.from(discs, (disc) => disc.group);
        discs.forEach((_, i) => {
          const at8 = Math.round(py[i]) * wide2 + Math.round(px[i]);
          if (seeds[at8] < 0 || radius2[seeds[at8]] < radius2[i]) seeds[at8] = i;
        });
        const owner = nearest(grid2, seeds, radius2);
        const group3 = new Int16Array(total).fill(-1);
        const gap = new Float32Array(total);
        for (let cy = 0, at8 = 0; cy < high2; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1, at8 += 1) {
            const i = owner[at8];
            const dx = cx - px[i];
            const dy = cy - py[i];
            gap[at8] = Math.sqrt(dx * dx + dy * dy) - radius2[i];
            if (gap[at8] < reach / cell3) group3[at8] = groups[i];
          }
        const free2 = Int32Array.from(group3, (value, at8) => value < 0 ? at8 : -1);
        const outside2 = nearest(grid2, free2, new Float64Array(total));
        const depth = new Float32Array(total).fill(-1);
        for (let cy = 0, at8 = 0; cy < high2; cy += 1)
          for (let cx = 0; cx < wide2; cx += 1, at8 += 1) {
            if (group3[at8] < 0) continue;
            const out = outside2[at8];
            const dx = cx - out % wide2;
            const dy = cy - Math.floor(out / wide2);
            const far = Math.sqrt(dx * dx + dy * dy);
            const deep = Math.max(far - (reach - pad) / cell3, pad / cell3 - gap[at8]);
            depth[at8] = Math.max(-1, Math.min(1, deep));
          }
        return { depth, group: group3 };
      };
      blur = (level, wide2, high2) => {
        const next = new Float32Array(level.length);
        for (let cy = 1; cy < high2 - 1; cy += 1)
          for (let cx = 1; cx < wide2 - 1; cx += 1) {
            const at8 = cy * wide2 + cx;
            const sides = level[at8 - 1] + level[at8 + 1] + level[at8 - wide2] + level[at8 + wide2];
            const corners2 = level[at8 - wide2 - 1] + level[at8 - wide2 + 1] + level[at8 + wide2 - 1] + level[at8 + wide2 + 1];
            next[at8] = (4 * level[at8] + 2 * sides + corners2) / 16;
          }
        for (let cx = 0; cx < wide2; cx += 1) next[cx] = next[(high2 - 1) * wide2 + cx] = -1;
        for (let cy = 0; cy < high2; cy += 1) next[cy * wide2] = next[cy * wide2 + wide2 - 1] = -1;
        return next;
      };
      areaOf = (ring2) => {
        let twice = 0;
        for (let i = 0; i < ring2.length; i += 1) {
          const [[ax, ay], [bx, by]] = [ring2[i], ring2[(i + 1) % ring2.length]];
          twice += ax * by - bx * ay;
        }
        return Math.abs(twice) / 2;
      };
      ringsOf = ({ left: left2, top: top3, cell: cell3, wide: wide2, high: high2 }, level, least2) => {
        const [{ coordinates }] = contours_default().size([wide2, high2]).thresholds([0])(level);
        return coordinates.flatMap(
          (polygon2) => polygon2.filter((ring2, at8) => at8 === 0 || areaOf(ring2) > least2).map((ring2) => {
            const open4 = ring2.slice(0, -1);
            const kept2 = open4.length > 24 ? open4.filter((_, i) => i % 2 === 0) : open4;
            return Float64Array.from(
              kept2.flatMap(([px, py]) => [left2 + (px - 0.5) * cell3, top3 + (py - 0.5) * cell3])
            );
          })
        );
      };
      outlines = (discs, looks) => {
        if (!discs.length) return [];
        const grid2 = gridAround(discs, looks);
        const { depth, group: group3 } = depths(grid2, discs, looks);
        const boxes2 = /* @__PURE__ */ new Map();
        for (let cy = 0; cy < grid2.high; cy += 1)
          for (let cx = 0; cx < grid2.wide; cx += 1) {
            const own2 = group3[cy * grid2.wide + cx];
            if (own2 < 0) continue;
            const box2 = boxes2.get(own2);
            if (!box2) boxes2.set(own2, [cx, cy, cx, cy]);
            else {
              box2[0] = Math.min(box2[0], cx);
              box2[2] = Math.max(box2[2], cx);
              box2[3] = cy;
            }
          }
        return [...boxes2].map(([own2, [west, north, east, south]]) => {
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
              if (group3[at8] === own2) level[(cy - north + 2) * part2.wide + cx - west + 2] = depth[at8];
            }
          const smooth = blur(blur(level, part2.wide, part2.high), part2.wide, part2.high);
          const rings = ringsOf(part2, smooth, (3 * looks.pad) ** 2 / grid2.cell ** 2);
          return { ...part2, group: own2, level: smooth, rings };
        });
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
        level.forEach((value, at8) => {
          if (value <= 0) return;
          x2 += at8 % wide2;
          y2 += Math.floor(at8 / wide2);
          count3 += 1;
        });
        return { x: x2 / Math.max(count3, 1), y: y2 / Math.max(count3, 1) };
      };
      roomIn = (mask) => {
        const { left: left2, top: top3, cell: cell3, wide: wide2, high: high2 } = mask;
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
          const at8 = (scale, stride) => place2(
            Math.max(1, Math.round(width * scale / cell3)),
            Math.max(1, Math.round(height * scale / cell3)),
            stride
          );
          let [least2, most2] = [0, Math.min(wide2 * cell3 / width, high2 * cell3 / height)];
          let found = null;
          for (let step3 = 0; step3 < STEPS; step3 += 1) {
            const scale = (least2 + most2) / 2;
            const spot2 = at8(scale, step3 < STEPS - 2 && wide2 * high2 > 1e3 ? 2 : 1);
            if (spot2) [least2, found] = [scale, spot2];
            else most2 = scale;
          }
          return found && { x: left2 + found.x * cell3, y: top3 + found.y * cell3, scale: least2 };
        };
      };
      contains = ({ left: left2, top: top3, cell: cell3, wide: wide2, high: high2, level }, x2, y2) => {
        const [gx, gy] = [(x2 - left2) / cell3, (y2 - top3) / cell3];
        const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
        if (cx < 0 || cy < 0 || cx >= wide2 - 1 || cy >= high2 - 1) return false;
        const [fx, fy, at8] = [gx - cx, gy - cy, cy * wide2 + cx];
        const upper = level[at8] * (1 - fx) + level[at8 + 1] * fx;
        const lower2 = level[at8 + wide2] * (1 - fx) + level[at8 + wide2 + 1] * fx;
        return upper * (1 - fy) + lower2 * fy > 0;
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
    at: () => at2,
    made: () => made,
    ofTopics: () => ofTopics,
    stale: () => stale,
    trace: () => trace,
    within: () => within2
  });
  var CELLS, LEAST_CELL, once, areaOf2, spacing, around2, looksOfTopics, looksOfSubtopics, areas, held, inner, stale, ofTopics, within2, made, at2, trace;
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
        const { left: left2, top: top3, wide: wide2, high: high2, cell: cell3, level, rings } = shape2;
        const inside2 = level.reduce((count3, value) => count3 + (value > 0 ? 1 : 0), 0);
        const middle = middleOf(shape2);
        const rooms = once(() => roomIn(shape2));
        const spots = /* @__PURE__ */ new Map();
        return {
          ...{ topic: topic5, rings, left: left2, top: top3, right: left2 + wide2 * cell3, bottom: top3 + high2 * cell3 },
          size: Math.sqrt(inside2) * cell3,
          middle: { x: left2 + middle.x * cell3, y: top3 + middle.y * cell3 },
          holds: (px, py) => contains(shape2, px, py),
          room: (width, height) => {
            const key4 = `${width} ${height}`;
            const known2 = spots.get(key4);
            if (known2 !== void 0) return known2;
            const spot2 = rooms()(width, height);
            spots.set(key4, spot2);
            return spot2;
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
      around2 = (groups, look) => {
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
        return outlines(discs, look(across3, spacing(discs))).map((shape2) => areaOf2(groups[shape2.group], shape2));
      };
      looksOfTopics = (across3, apart) => {
        const cell3 = Math.max(LEAST_CELL, across3 / Math.sqrt(CELLS));
        const pad = 2.2 * cell3;
        return { cell: cell3, pad, reach: pad + Math.max(7 * cell3, Math.min(apart, 28 * cell3)) };
      };
      looksOfSubtopics = (across3, apart) => {
        const cell3 = Math.max(LEAST_CELL, across3 / 100);
        return { cell: cell3, pad: 1.6 * cell3, reach: Math.max(4 * cell3, Math.min(apart, 28 * cell3)) };
      };
      areas = null;
      held = shown.slice();
      inner = /* @__PURE__ */ new Map();
      stale = () => {
        if (held.every((value, i) => value === shown[i])) return;
        held = shown.slice();
        areas = null;
        inner = /* @__PURE__ */ new Map();
      };
      ofTopics = () => {
        areas ??= topics.length > 1 ? around2(topics, looksOfTopics) : [];
        return areas;
      };
      within2 = ({ name: name3, subtopics }) => {
        const known2 = inner.get(name3);
        if (known2) return known2;
        const made3 = subtopics.length > 1 ? around2(subtopics, looksOfSubtopics) : [];
        inner.set(name3, made3);
        return made3;
      };
      made = ({ name: name3 }) => inner.get(name3) ?? [];
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
  var COLOURS, VIEWS, TABLES, MAINS, LEFTS, MOST_TEXT, MOST_CORNERS, MOST_COMPARED, background, fresh, encode, decode, list, known, node, among, number2, whole, day, topic2, same, codec, readTable, several, polygon, NONE2, name, topicNames, tops, below, hiddenBut, topicsLeft, leftOf, formatTopics, hiddenTopics, CODECS, write, read, ofNode;
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
        format: (now5, first3) => same(now5[field], first3[field]) ? null : format(now5[field]),
        read: (now5, text2) => {
          now5[field] = parse2(text2);
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
      NONE2 = "-";
      name = (topic5) => topic5 === "" ? NONE2 : topic5 === NONE2 ? "%2D" : encode(topic5);
      topicNames = (text2) => text2.split(",").map((part2) => part2 === NONE2 ? "" : decode(part2) || null).filter((part2) => part2 === "" || part2 !== null && topic.has(part2));
      tops = ["", ...topics.map((item) => item.name)];
      below = (top3) => (topic.get(top3)?.subtopics ?? []).map((item) => item.name);
      hiddenBut = (left2) => {
        const kept2 = new Set(left2);
        return new Set(
          tops.flatMap((top3) => {
            if (kept2.has(top3)) return [];
            const some = below(top3).some((finer) => kept2.has(finer));
            return some ? below(top3).filter((finer) => !kept2.has(finer)) : [top3];
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
        read: (now5, text2) => {
          const named6 = topicNames(text2);
          if (named6.length) now5.hiddenTopics = field === "topics" ? hiddenBut(named6) : new Set(named6);
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
        confidence: codec("confidence", String, number2(0, 1)),
        papers: codec("papers", String, whole(1)),
        weight: codec("weight", String, number2(0, 1e6)),
        together: codec("together", String, whole(1)),
        since: codec("since", encode, day),
        until: codec("until", encode, day)
      };
      write = (now5, camera3 = null) => {
        const first3 = fresh();
        const parts4 = Object.entries(CODECS).flatMap(([name3, { format }]) => {
          const text2 = format(now5, first3);
          return text2 === null ? [] : [`${name3}=${text2}`];
        });
        if (camera3)
          parts4.push(`at=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`);
        const key4 = now5.selected < 0 ? "" : encode(nodes.key[now5.selected]);
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
            let [most2, next] = [-9, -9];
            for (const [nx, ny] of NORMALS) {
              const far = dx * nx + dy * ny;
              if (far > most2) [most2, next] = [far, most2];
              else if (far > next) next = far;
            }
            return next / 0.47;
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
        const made3 = document.createElement(tag);
        for (const [name3, value] of Object.entries(attributes)) {
          if (value !== false && value !== void 0) made3.setAttribute(name3, value === true ? "" : value);
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
      svgShape = (name3, attributes) => {
        const made3 = document.createElementNS(SVG, name3);
        for (const [key4, value] of Object.entries(attributes)) made3.setAttribute(key4, String(value));
        return made3;
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
      marked = (texts, text2, linked3) => {
        const forms2 = linked3.flatMap(
          (edge) => split(texts.surfaces[edge]).map((form) => [form, edge])
        );
        const target = new Map(forms2);
        if (!target.size) return [text2];
        const escaped = [...target.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
        const parts4 = [];
        let from = 0;
        for (const found of text2.matchAll(pattern)) {
          const edge = target.get(found[0].replace(/\s+/g, " "));
          if (edge === void 0) continue;
          const node2 = edges.to[edge];
          const look = linked3.length > 1 && isBackground(edge) ? "slight mention" : "mention";
          parts4.push(
            text2.slice(from, found.index),
            nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
          );
          from = found.index + found[0].length;
        }
        return [...parts4, text2.slice(from)];
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
    view: () => view2,
    widen: () => widen
  });
  var listeners, arrivals, now, AMEND_AFTER, GROUPS, camera, timer, mute, write2, amend, apply, step, adjust, revealing, toggled, follow, on, onArrival, select, pathTo, showSteps, clear, showTopic, view2, show, table, tab, focusOn, compare2, toggleKind, toggleRelation, toggleTopic, only, onlyKind, onlyRelation, isOnlyTopic, isOnlyKind, isOnlyRelation, onlyTopic, refine, answer, narrow, widen, isFilter, isNarrowed, colourBy, cameraMoved, isWritten, start;
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
        const groups = Object.keys(GROUPS).filter(
          (group3) => GROUPS[group3].some((field) => changed.includes(field))
        );
        for (const [wanted, listener] of listeners)
          if (wanted.some((group3) => groups.includes(group3))) listener(now, changed);
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
      showTopic = (name3) => step({ selected: -1, target: -1, topic: now.topic === name3 ? "" : name3 });
      view2 = (chosen) => {
        const fits = (node2) => node2 < 0 || chosen === "full" || chosen === "papers" === isPaper(node2);
        const keep2 = fits(now.selected) && fits(now.target);
        step({ view: chosen, ...keep2 ? {} : { selected: -1, target: -1 } });
      };
      show = (main) => step({ main });
      table = (table4) => step({ main: "table", table: table4 });
      tab = (left2) => adjust({ left: left2 });
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
      channels = (colour) => {
        probe.fillStyle = colour;
        return [1, 3, 5].map((at8) => Number.parseInt(String(probe.fillStyle).slice(at8, at8 + 2), 16));
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
      plural = (count3, one, many2 = `${one}s`) => `${count3.toLocaleString("en")} ${count3 === 1 ? one : many2}`;
      percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
      section = (title2, ...content3) => el("section", {}, el("h3", {}, title2), ...content3);
      listing = (items, render8, attributes = {}, first3 = FIRST) => {
        const list2 = el("ul", attributes, ...items.slice(0, first3).map((item) => render8(item)));
        if (items.length <= first3) return [list2];
        const label = () => `Show more (${(items.length - list2.children.length).toLocaleString("en")})`;
        const more = button({ class: "more" }, label(), () => {
          const next = items.slice(list2.children.length, list2.children.length + STEP).map((item) => render8(item));
          list2.append(...next);
          next[0].querySelector("a")?.focus();
          if (list2.children.length === items.length) more.remove();
          else more.textContent = label();
        });
        return [list2, more];
      };
      swatch = (name3) => {
        const made3 = el("span", { class: "swatch" });
        made3.style.backgroundColor = ofTopic(name3);
        return made3;
      };
      chip = (name3) => {
        if (!name3) return null;
        const title2 = `${topic.get(name3)?.parent ? "Subtopic" : "Topic"} ${name3}`;
        return button({ class: "chip", title: title2 }, [swatch(name3), foreign(name3)], () => showTopic(name3));
      };
      meta = (...parts4) => {
        const known2 = parts4.filter((part2) => part2);
        return known2.length ? el("p", { class: "meta" }, ...known2.map((part2) => el("span", {}, part2))) : null;
      };
      bar = (value, most2, what) => el("meter", { min: "0", max: String(most2), value: String(value), title: what, "aria-label": what });
      salience = (edge) => {
        const value = edges.salience[edge];
        const kind = nodes.kind[edges.to[edge]];
        return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
      };
      fold = (title2, list2, open4 = false) => el("details", { class: "background", open: open4 }, el("summary", {}, title2), ...list2);
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
        const counts5 = /* @__PURE__ */ new Map();
        const matters = (edge) => !isBackground(edge);
        for (const paper of neighbours(entity, matters)) {
          for (const peer of neighbours(paper, matters)) {
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
          for (const form of split(texts.surfaces[edge])) {
            const found = papers5.get(form) ?? /* @__PURE__ */ new Set();
            papers5.set(form, found.add(edges.from[edge]));
          }
        }
        const counts5 = [...papers5].map(([form, found]) => [form, found.size]);
        return counts5.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
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
          const title2 = RELATIONS[relation3]?.by ?? relation3;
          const listed2 = listing(bySalience(list2, newest), paperRow2);
          if (!isBackground(list2[0])) return section(title2, ...listed2);
          const count3 = `${plural(list2.length, "paper")}, in the background`;
          return section(title2, fold(count3, listed2, groups.length === 1));
        });
        const company2 = namedWith(entity);
        const written2 = forms(entity, texts);
        const reasons = split(texts.united[entity]);
        return [
          ...papers5,
          company2.length ? section(
            "Often named with",
            ...listing(company2, ([peer, count3]) => named2(peer, plural(count3, "paper")), {
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
        const order4 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
        const row4 = (edge) => {
          const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
          return named2(edges.to[edge], remark.length ? remark : null, evidence(texts, edge));
        };
        const listed2 = (list2) => listing(bySalience(list2, order4), row4);
        const terms = Object.entries(KINDS).map(([kind, { many: many2 }]) => {
          const list2 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
          const [front, back] = [list2.filter((edge) => !isBackground(edge)), list2.filter(isBackground)];
          if (!list2.length) return null;
          const fold3 = back.length ? [fold(`${back.length} in the background`, listed2(back))] : [];
          return section(many2, ...front.length ? listed2(front) : [], ...fold3);
        });
        const roles = byRelation(own2.filter((edge) => !isTerm(edge))).map(([relation3, list2]) => section(RELATIONS[relation3]?.group ?? relation3, ...listed2(list2)));
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
      part = (text2, at8) => Number(text2.split("-")[at8] ?? 1);
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
        const names5 = known2.length ? through(known2[0], known2[known2.length - 1], unit) : [];
        const at8 = new Map(names5.map((name3, index) => [name3, index]));
        return { unit, names: names5, of: Int32Array.from(cut, (date3) => at8.get(date3) ?? -1) };
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
        rank: Int32Array.from(topic3, (name3) => topic.get(name3)?.rank ?? -1),
        url: column("url"),
        authors: column("authors"),
        arxiv: column("arxiv"),
        doi: column("doi"),
        bins: binsOf(date)
      };
      row = new Int32Array(size).fill(-1);
      drawn.forEach((node2, at8) => {
        row[node2] = at8;
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
        const kept2 = keptBits(without);
        const found = new Int32Array(mask.length);
        let count3 = 0;
        for (let row4 = 0; row4 < mask.length; row4 += 1) {
          if (!(mask[row4] & kept2)) {
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
    now: () => now2,
    on: () => on2,
    setText: () => setText,
    start: () => start2
  });
  var listeners2, names, code, codes, topicAt, subtopicAt, isRelated, entities2, relations2, relationCode, relationAt, matching, revealed, now2, strongEdges, judgeLinks, judgeAll, aliveNodes, isSubHidden, keepEdges, countNamed, isThinned, showNodes, listNodes, countRows, compute, on2, renew, setText, start2;
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
      code = new Map(names.map((name3, at8) => [name3, at8]));
      codes = (column2) => Int32Array.from(column2, (name3) => code.get(name3) ?? -1);
      [topicAt, subtopicAt] = [corpus.topic, corpus.subtopic].map(codes);
      isRelated = Uint8Array.from(edges.from, (from, e) => Number(isPaper(from) && isPaper(edges.to[e])));
      entities2 = [.../* @__PURE__ */ new Set([...kinds.keys(), ...Object.keys(counts)])].filter(
        (kind) => kind !== "paper"
      );
      relations2 = [...relations.keys()];
      relationCode = new Map(relations2.map((name3, at8) => [name3, at8]));
      relationAt = Int32Array.from(edges.relation, (name3) => relationCode.get(name3) ?? 0);
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
        return (row4) => {
          const node2 = corpus.node[row4];
          return node2 < 0 ? related : !has2[node2] && (related || had[node2]);
        };
      };
      judgeAll = (chosen, strong) => {
        const { mask } = now2;
        const { date: date3, node: node2, drawn: drawn4, subtopic: subtopic2 } = corpus;
        const { hiddenTopics: hiddenTopics2, lasso } = chosen;
        const hidden = Uint8Array.from(names, (name3) => Number(hiddenTopics2.has(name3)));
        const isHidden2 = (row4) => hidden[topicAt[row4]] || subtopic2[row4] && hidden[subtopicAt[row4]];
        const topic5 = chosen.topic ? code.get(chosen.topic) ?? -1 : -1;
        const isOther = (row4) => topicAt[row4] !== topic5 && subtopicAt[row4] !== topic5;
        const [since, until] = ordered2(chosen.since, chosen.until);
        const isOutside = (row4) => row4 >= drawn4 || !isInside(lasso, nodes.x[node2[row4]], nodes.y[node2[row4]]);
        judge(mask, "topic", hiddenTopics2.size ? isHidden2 : null);
        judge(mask, "chosen", topic5 < 0 ? null : isOther);
        judge(mask, "time", since || until ? (row4) => !isIn(date3[row4], since, until) : null);
        judge(mask, "text", chosen.text && matching ? (row4) => !matching?.[row4] : null);
        judge(mask, "lasso", lasso.length ? isOutside : null);
        judge(mask, "links", judgeLinks(chosen, strong));
      };
      aliveNodes = ({ hiddenTopics: hiddenTopics2 }) => {
        const alive = new Uint8Array(size);
        const kept2 = keptBits(["chosen"]);
        for (let i = 0; i < size; i += 1) {
          const hidden = hiddenTopics2.size > 0 && (hiddenTopics2.has(nodes.topic[i]) || isSubHidden(i, hiddenTopics2));
          alive[i] = hidden || isPaper(i) ? 0 : 1;
        }
        for (let row4 = 0; row4 < corpus.drawn; row4 += 1) alive[corpus.node[row4]] = now2.mask[row4] & kept2 ? 0 : 1;
        return alive;
      };
      isSubHidden = (node2, hidden) => nodes.subtopic[node2] !== "" && hidden.has(nodes.subtopic[node2]);
      keepEdges = (chosen, strong, alive) => {
        const found = new Int32Array(relations2.length);
        const wanted = Uint8Array.from(relations2, (name3) => Number(!chosen.hiddenRelations.has(name3)));
        for (let e = 0; e < links; e += 1) {
          const possible = strong[e] && alive[edges.from[e]] && (!isRelated[e] || alive[edges.to[e]]);
          if (possible) found[relationAt[e]] += 1;
          now2.edges[e] = possible ? wanted[relationAt[e]] : 0;
        }
        now2.relations = new Map(relations2.map((name3, at8) => [name3, found[at8]]));
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
        const thinned2 = isThinned(chosen);
        const needed = chosen.papers > 1 || thinned2 ? chosen.papers : 0;
        const found = thinned2 ? now2.named : nodes.papers;
        const left2 = /* @__PURE__ */ new Map();
        revealed = false;
        for (let i = 0; i < size; i += 1) {
          const [kind, paper] = [nodes.kind[i], isPaper(i)];
          const passes = alive[i] && (paper || found[i] >= needed);
          if (passes && !paper) left2.set(kind, (left2.get(kind) ?? 0) + 1);
          const inView = chosen.view === "full" || chosen.view === "papers" === paper;
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
        now2.rows = passing(now2.mask);
        now2.passes.fill(0);
        for (const row4 of now2.rows) now2.passes[row4] = 1;
        now2.count.papers = now2.rows.length;
        now2.count.kinds = new Map(entities2.map((kind) => [kind, [left2.get(kind) ?? 0, counts[kind] ?? 0]]));
        now2.count.kinds.set("paper", [now2.rows.length, now2.count.of]);
        const byTopic = passing(now2.mask, "topic", "chosen");
        const [first3, second] = [topicAt, subtopicAt].map((column2) => countBy(byTopic, column2, names.length));
        const whole5 = byTopic.length === corpus.size;
        const known2 = (name3) => whole5 ? topic.get(name3)?.papers ?? 0 : 0;
        now2.topics = new Map(
          names.map((name3, at8) => [name3, Math.max(known2(name3), first3[at8] + (name3 ? second[at8] : 0))])
        );
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
      strongest = (list2) => [...list2].sort(
        (a, b) => edges.salience[b] - edges.salience[a] || edges.confidence[b] - edges.confidence[a] || a - b
      )[0];
      linkOf = (a, b) => around[a].find((edge) => other(edge, a) === b && isPaper(a) && isPaper(b)) ?? -1;
      earliest = (papers5) => [...papers5].filter((paper) => /^\d{4}/.test(nodes.date[paper])).sort((a, b) => nodes.date[a] < nodes.date[b] ? -1 : nodes.date[a] > nodes.date[b] ? 1 : a - b)[0] ?? -1;
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
          const bits = sets.reduce((sum, set, at8) => sum + (set.has(member) ? 2 ** at8 : 0), 0);
          found.set(bits, [...found.get(bits) ?? [], member]);
        }
        return [...found].sort((a, b) => b[1].length - a[1].length || b[0] - a[0]).map(([bits, members]) => ({
          sets: sets.map((_, at8) => at8).filter((at8) => Math.floor(bits / 2 ** at8) % 2),
          members
        }));
      };
      isShared = (cells, least2) => cells.filter((value) => value > least2).length > 1;
      sharedCompany = (chosen, items) => {
        const counts5 = items.map((item) => company(chosen, item));
        const all5 = new Set(counts5.flatMap((found) => [...found.keys()]));
        const rank = ({ cells }) => [...cells].sort((a, b) => b - a)[1];
        const sum = ({ cells }) => cells.reduce((total, value) => total + value, 0);
        return [...all5].filter((node2) => !items.includes(node2)).map((node2) => ({ node: node2, cells: counts5.map((found) => found.get(node2) ?? 0) })).filter(({ cells }) => isShared(cells, 0)).sort(
          (a, b) => rank(b) - rank(a) || sum(b) - sum(a) || nodes.papers[a.node] - nodes.papers[b.node] || a.node - b.node
        );
      };
      sharedNames2 = (chosen, papers5) => {
        const found = papers5.map((paper) => linked(chosen, paper));
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
      byTime = (papers5) => {
        const found = new Array(corpus.bins.names.length).fill(0);
        for (const paper of papers5) {
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
        const words2 = split(texts.terms[edge]).map((word) => foreign(word, { class: "tag term" }));
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
          words2.length ? el("div", { class: "tags" }, ...words2) : null
        );
      };
      namesOfBoth = (texts, papers5) => {
        const found = sharedNames2(now, papers5);
        const row4 = ({ node: node2, cells }) => named2(
          node2,
          cells.every((edge) => edge >= 0 && isBackground(edge)) ? "in the background" : null,
          ...cells.filter((edge) => edge >= 0).map((edge) => said(texts, edge))
        );
        return found.length ? listing(found, row4, {}, FIRST2) : [el("p", { class: "muted" }, "They share no name, but what they write is alike.")];
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
        const [first3, second] = [one, two].map((node2) => linked(now, node2));
        const both = [...first3].filter(([paper]) => second.has(paper));
        const row4 = ([paper, own2]) => named2(
          paper,
          nodes.date[paper],
          ...[own2, second.get(paper) ?? []].map((list2) => evidence(texts, strongest(list2)))
        );
        return both.length ? [
          section(
            `${plural(both.length, "paper")} of what is shown name${both.length === 1 ? "s" : ""} both`,
            ...listing(both, row4, {}, FIRST2)
          )
        ] : [];
      };
      pairSections = (one, two, texts) => {
        const papers5 = [one, two].filter(isPaper);
        const between4 = around[one].filter((edge2) => other(edge2, one) === two);
        if (papers5.length === 1) return ofNaming(texts, between4);
        if (papers5.length === 0) return ofEntities(texts, one, two);
        const edge = linkOf(one, two);
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
    nameOf: () => nameOf,
    now: () => now3
  });
  var BESIDE, names2, code2, likely, relation, isRelated2, order, topicAt2, topic4, now3, adjacency, isShown, ofGraph, weights, inRanges, coMentions, BANDS, inBands, compute2, isListed, at3, across2, nameOf;
  var init_lines = __esm({
    "src/lines.ts"() {
      "use strict";
      init_model();
      init_model();
      init_result();
      init_scene();
      BESIDE = "beside";
      names2 = [...relations.keys(), BESIDE];
      code2 = new Map(names2.map((name3, at8) => [name3, at8]));
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
        const kept2 = order.filter(isShown);
        now3.edge = kept2;
        now3.a = kept2.map((e) => edges.from[e]);
        now3.b = kept2.map((e) => edges.to[e]);
        now3.weight = weights(kept2);
        return inRanges(kept2);
      };
      weights = (kept2) => {
        const found = new Float64Array(kept2.length);
        for (let line7 = 0; line7 < kept2.length; line7 += 1) found[line7] = edges.weight[kept2[line7]];
        return found;
      };
      inRanges = (kept2) => {
        const found = [];
        let first3 = 0;
        while (first3 < kept2.length) {
          const own2 = relation[kept2[first3]];
          let end2 = first3 + 1;
          while (end2 < kept2.length && relation[kept2[end2]] === own2) end2 += 1;
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
          const named6 = [...new Set(own2.map((e) => edges.to[e]))].sort((a, b) => a - b);
          for (let i = 0; i < named6.length; i += 1) {
            for (let j = i + 1; j < named6.length; j += 1) {
              const pair2 = named6[i] * size + named6[j];
              pairs2.set(pair2, (pairs2.get(pair2) || 0) + 1);
            }
          }
        }
        const kept2 = [...pairs2].filter(([, count3]) => count3 >= together).sort((p, q) => p[0] - q[0]);
        now3.edge = new Int32Array(kept2.length).fill(-1);
        now3.a = Int32Array.from(kept2, ([pair2]) => Math.floor(pair2 / size));
        now3.b = Int32Array.from(kept2, ([pair2]) => pair2 % size);
        now3.weight = Float64Array.from(kept2, ([, count3]) => count3);
        return kept2.length ? [{ name: BESIDE, first: 0, end: kept2.length }] : [];
      };
      BANDS = 4;
      inBands = (range2) => {
        const { name: name3, first: first3, end: end2 } = range2;
        const [least2, most2] = [now3.weight[first3], now3.weight[end2 - 1]];
        if (name3 !== "related" || least2 === most2) return [{ ...range2, strength: 1 }];
        const bandOf = (line7) => Math.floor(BANDS * (now3.weight[line7] - least2) / (most2 - least2));
        let next = first3;
        return Array.from({ length: BANDS }, (_, band) => {
          const start12 = next;
          while (next < end2 && Math.min(BANDS - 1, bandOf(next)) <= band) next += 1;
          return { name: name3, first: start12, end: next, strength: band / (BANDS - 1) };
        }).filter((band) => band.first < band.end);
      };
      compute2 = (chosen) => {
        const ranges = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
        now3.count = now3.edge.length;
        now3.hot = new Uint8Array(now3.count);
        now3.apart = new Uint8Array(now3.count);
        for (let line7 = 0; line7 < now3.count; line7 += 1)
          now3.apart[line7] = topic4[now3.a[line7]] === topic4[now3.b[line7]] ? 0 : 1;
        now3.ranges = ranges.flatMap(inBands);
        adjacency = null;
      };
      isListed = (line7) => now2.listed[now3.a[line7]] === 1 && now2.listed[now3.b[line7]] === 1;
      at3 = (node2) => {
        if (!adjacency) {
          adjacency = Array.from({ length: size }, () => []);
          for (let line7 = 0; line7 < now3.count; line7 += 1) {
            adjacency[now3.a[line7]].push(line7);
            if (now3.a[line7] !== now3.b[line7]) adjacency[now3.b[line7]].push(line7);
          }
        }
        return adjacency[node2];
      };
      across2 = (line7, node2) => now3.a[line7] === node2 ? now3.b[line7] : now3.a[line7];
      nameOf = (line7) => now3.edge[line7] < 0 ? BESIDE : edges.relation[now3.edge[line7]];
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
          for (const line7 of at3(here)) {
            const next = across2(line7, here);
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
        let ring2 = [from];
        while (ring2.length && distance2[to] < 0) {
          const next = [];
          for (const here of ring2) {
            const price = cost[here] + (here === from ? 0 : at3(here).length);
            for (const line7 of at3(here)) {
              const there = across2(line7, here);
              if (distance2[there] >= 0 && distance2[there] !== distance2[here] + 1) continue;
              if (distance2[there] < 0) {
                distance2[there] = distance2[here] + 1;
                next.push(there);
              }
              if (price < cost[there]) [cost[there], via[there]] = [price, line7];
            }
          }
          ring2 = next;
        }
        if (distance2[to] < 0) return null;
        const found = [];
        for (let here = to; here !== from; here = across2(via[here], here)) found.unshift(via[here]);
        return found;
      };
      stations = (from, found) => {
        const way = [from];
        for (const line7 of found) way.push(across2(line7, way[way.length - 1]));
        return way;
      };
      emphasise2 = (now5) => {
        const { hot: hot3 } = now3;
        hot3.fill(0);
        view.focused = now5.selected;
        if (now5.selected >= 0 && now5.target >= 0) {
          const found = path(now5.selected, now5.target) || [];
          for (const line7 of found) hot3[line7] = 1;
          emphasise([...stations(now5.selected, found), now5.target]);
        } else if (now5.selected >= 0) {
          const near2 = within3(now5.selected, now5.steps);
          for (const [node2, far] of near2) {
            if (far < now5.steps) for (const line7 of at3(node2)) hot3[line7] = 1;
          }
          emphasise(near2.keys());
        } else if (now5.topic) {
          emphasise(topic.get(now5.topic)?.members ?? []);
          for (let line7 = 0; line7 < hot3.length; line7 += 1) {
            hot3[line7] = hot[now3.a[line7]] && hot[now3.b[line7]];
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
        const name3 = nameOf(line7);
        if (name3 === BESIDE) return `named together in ${plural(now3.weight[line7], "paper")}`;
        const likely2 = name3 === "related" ? `, ${percent(now3.weight[line7])}` : "";
        return (RELATIONS[name3]?.edge ?? name3).toLowerCase() + likely2;
      };
      between = (line7, here, texts) => {
        const edge = now3.edge[line7];
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
          const none = [
            "There is no path to ",
            foreign(nodes.label[to]),
            " in what is shown. Wider filters may give one."
          ];
          return section("Path", el("p", { class: "muted" }, ...none), drop);
        }
        const direct = found.length === 1 ? pairSections(from, to, texts) : [];
        if (direct.length) {
          const leave3 = button({ class: "more" }, "Leave the link", () => select(from));
          const list3 = el("ul", { class: "tight" }, named2(from), named2(to));
          return el("div", { class: "link" }, section("Link", list3, leave3), ...direct);
        }
        const way = stations(from, found);
        const list2 = el("ol", { class: "path" }, named2(from));
        found.forEach((line7, at8) => {
          list2.append(between(line7, way[at8], texts), named2(way[at8 + 1]));
        });
        return section(`Path of ${plural(found.length, "step")}`, list2, drop);
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
      naming = (node2, list2) => {
        const own2 = list2.find((edge2) => OWN.includes(edges.relation[edge2]));
        const edge = own2 ?? strongest(list2);
        const says = (RELATIONS[edges.relation[edge]]?.edge ?? edges.relation[edge]).toLowerCase();
        return { node: node2, edge, weight: closeness(edge), says };
      };
      ofPaper = (chosen, paper) => {
        const papers5 = at3(paper).filter((line7) => isPaper(across2(line7, paper))).map((line7) => {
          const weight2 = now3.weight[line7];
          return {
            node: across2(line7, paper),
            weight: Math.min(1, weight2),
            edge: now3.edge[line7],
            says: `${Math.round(100 * weight2)} %`
          };
        });
        const groups = /* @__PURE__ */ new Map();
        for (const [entity, list2] of linked(chosen, paper)) {
          if (!shown[entity]) continue;
          const found = naming(entity, list2);
          const { group: group3, edge } = RELATIONS[edges.relation[found.edge]] ?? {
            group: edges.relation[found.edge],
            edge: ""
          };
          const title2 = group3 || edge;
          groups.set(title2, [...groups.get(title2) ?? [], found]);
        }
        const order4 = Object.values(RELATIONS).map(({ group: group3, edge }) => group3 || edge);
        const sorted3 = [...groups].sort((a, b) => order4.indexOf(a[0]) - order4.indexOf(b[0]));
        return { papers: papers5, groups: sorted3.map(([title2, members]) => ({ title: title2, members })) };
      };
      byKind = (titleOf, members) => Object.entries(KINDS).filter(([, { worded }]) => worded).map(([kind, { many: many2 }]) => ({
        title: titleOf(many2),
        members: members.filter(({ node: node2 }) => nodes.kind[node2] === kind)
      })).filter((group3) => group3.members.length);
      counted = (node2, count3, most2) => ({
        ...{ node: node2, edge: -1, weight: count3 / Math.max(1, most2) },
        says: `in ${count3.toLocaleString("en")} ${count3 === 1 ? "paper" : "papers"}`
      });
      ofEntity = (chosen, entity) => {
        const papers5 = [...linked(chosen, entity)].filter(([paper]) => shown[paper]).map(([paper, list2]) => naming(paper, list2));
        const found = [...company(chosen, entity)].filter(([peer]) => shown[peer]);
        const most2 = Math.max(...found.map(([, count3]) => count3));
        return {
          papers: papers5,
          groups: byKind(
            (many2) => `With ${many2.toLowerCase()}`,
            found.map(([peer, count3]) => counted(peer, count3, most2))
          )
        };
      };
      ofTopic2 = (name3) => {
        const found = topic.get(name3);
        if (!found) return { papers: [], groups: [] };
        const { members, central, particular: particular2 } = found;
        const alive = members.filter((node2) => shown[node2]);
        const most2 = Math.max(1, ...alive.filter(isPaper).map((node2) => nodes.papers[node2]));
        const papers5 = alive.filter(isPaper).map((node2) => {
          const rank = central.indexOf(node2);
          const weight2 = rank < 0 ? 0.6 * nodes.papers[node2] / most2 : 1 - 0.3 * rank / Math.max(1, central.length);
          return { node: node2, edge: -1, weight: weight2, says: rank < 0 ? "" : "central" };
        });
        const entities6 = alive.filter((node2) => !isPaper(node2));
        const first3 = new Set(particular2);
        const size3 = Math.max(1, ...entities6.map((node2) => nodes.papers[node2]));
        const named6 = entities6.map((node2) => {
          const one = counted(node2, nodes.papers[node2], size3);
          return { ...one, weight: one.weight + Number(first3.has(nodes.label[node2])) };
        });
        return { papers: papers5, groups: byKind((many2) => many2, named6) };
      };
      membersOf = (chosen) => {
        const { selected, topic: name3 } = chosen;
        const found = selected < 0 ? ofTopic2(name3) : isPaper(selected) ? ofPaper(chosen, selected) : ofEntity(chosen, selected);
        found.papers.sort(heaviest);
        for (const group3 of found.groups) group3.members.sort(heaviest);
        return found;
      };
      readable = ({ papers: papers5, groups }, most2) => {
        const outer = groups.reduce((sum, group3) => sum + group3.members.length, 0);
        const quota = Math.min(papers5.length, Math.max(Math.ceil(0.55 * most2), most2 - outer));
        const taken = new Map(groups.map((group3) => [group3, 0]));
        let room2 = most2 - quota;
        while (room2 > 0 && groups.some((group3) => (taken.get(group3) ?? 0) < group3.members.length))
          for (const group3 of groups) {
            const count3 = taken.get(group3) ?? 0;
            if (room2 <= 0 || count3 >= group3.members.length) continue;
            taken.set(group3, count3 + 1);
            room2 -= 1;
          }
        return {
          papers: papers5.slice(0, quota),
          groups: groups.map((group3) => ({ ...group3, members: group3.members.slice(0, taken.get(group3)) })).filter((group3) => group3.members.length),
          left: [...papers5.slice(quota), ...groups.flatMap((group3) => group3.members.slice(taken.get(group3)))]
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
          onPick: (pick2) => network.on("click", ({ pointer }) => pick2(pointer.DOM)),
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
        const occupy = (rect) => each2(rect, (cell3) => cells.set(cell3, [...cells.get(cell3) || [], rect]));
        const isFree = (rect) => {
          let free2 = true;
          each2(rect, (cell3) => {
            for (const t of cells.get(cell3) || [])
              if (rect[0] < t[2] && rect[2] > t[0] && rect[1] < t[3] && rect[3] > t[1]) free2 = false;
          });
          return free2;
        };
        return { occupy, isFree };
      };
    }
  });

  // src/levels.ts
  var papers, usual, ramp, at4;
  var init_levels = __esm({
    "src/levels.ts"() {
      "use strict";
      init_model();
      init_scene();
      papers = nodes.id.filter(isPaper).map((i) => radius[i]);
      usual = papers.sort((a, b) => a - b)[papers.length >> 1] ?? 10;
      ramp = (value, from, to) => {
        const part2 = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return part2 * part2 * (3 - 2 * part2);
      };
      at4 = (zoom2, mapped) => {
        const dot2 = mapped ? usual * zoom2 : Infinity;
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

  // src/settings.ts
  var settings;
  var init_settings = __esm({
    "src/settings.ts"() {
      "use strict";
      settings = (name3) => {
        const breaks = [...name3.matchAll(/[ -]/g)].map(({ index, 0: sign }) => {
          const [first3, second] = [name3.slice(0, index + (sign === "-" ? 1 : 0)), name3.slice(index + 1)];
          return { lines: [first3, second], cost: Math.max(first3.length, second.length) + (sign === "-" ? 2 : 0) };
        });
        const best = breaks.filter(({ lines }) => lines[0] && lines[1]).sort((a, b) => a.cost - b.cost)[0];
        const parts4 = name3.split(/(?<=-)| /).filter(Boolean);
        return [[name3], ...best ? [best.lines] : [], ...parts4.length === 3 ? [parts4] : []];
      };
    }
  });

  // src/names.ts
  var WEIGHT, LEADING, MEASURED, LEAST, probe2, widths, widthOf, fit, colourOf;
  var init_names = __esm({
    "src/names.ts"() {
      "use strict";
      init_settings();
      init_theme();
      init_theme();
      WEIGHT = 650;
      LEADING = 1.15;
      MEASURED = 100;
      LEAST = 8.5;
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
          const width = Math.max(...lines.map((line7) => widthOf(line7))) + 0.4;
          const spot2 = area.room(width, lines.length * LEADING);
          const px = spot2 ? Math.min(most2, spot2.scale * zoom2) : 0;
          if (spot2 && px >= LEAST && px > (best?.px ?? 0) * 1.05) best = { lines, px, x: spot2.x, y: spot2.y };
        }
        return best;
      };
      colourOf = ({ topic: topic5 }) => tint(ofTopic(topic5.name), 0.75, own.ink);
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
  var FOCUSED, ASKED, SIZES, OPENED, painted, urgency, ranked, sheetOf, write3, rectOf, isIn2, touches, isInside2, isApart, key, nameArea, captionArea, nameAreas, labelNode, dress2, paint, hovered, lifted, areaNamedAt;
  var init_labels = __esm({
    "src/labels.ts"() {
      "use strict";
      init_areas();
      init_label_room();
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
      OPENED = [240, 300];
      painted = [];
      urgency = (i, zoom2, mapped) => {
        if (i === view.focused) return FOCUSED;
        if (i === now.target) return ASKED;
        const onScreen = radius[i] * zoom2;
        if (view.emphasis) {
          if (!hot[i]) return 0;
          if (now.target >= 0) return 1e6 + radius[i];
          return isPaper(i) ? onScreen > 5 ? 1e3 + radius[i] : 0 : 1e5 + radius[i];
        }
        if (isPaper(i)) return onScreen > (now.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
        if (mapped && usual * zoom2 < 2) return 0;
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
        const first3 = py - (lines.length - 1) * letters * LEADING / 2;
        lines.forEach((line7, at8) => {
          ctx2.strokeText(line7, px, first3 + at8 * letters * LEADING);
        });
        ctx2.fillStyle = colour;
        lines.forEach((line7, at8) => {
          ctx2.fillText(line7, px, first3 + at8 * letters * LEADING);
        });
        ctx2.globalAlpha = 1;
      };
      rectOf = (lines, letters, weight2, px, py) => {
        const half = Math.max(...lines.map((line7) => widthOf(line7, weight2))) * letters / 2;
        const tall = lines.length * letters * LEADING / 2;
        return [px - half, py - tall, px + half, py + tall];
      };
      isIn2 = ([left2, top3, right2, bottom2], free2) => left2 >= free2.left && right2 <= free2.right && top3 >= free2.top && bottom2 <= free2.bottom;
      touches = ({ gx, gy }, area, [left2, top3, right2, bottom2]) => [left2, (left2 + right2) / 2, right2].some((px) => [top3, bottom2].some((py) => area.holds(gx(px), gy(py))));
      isInside2 = ({ gx, gy }, area, [left2, top3, right2, bottom2]) => [left2, (left2 + right2) / 2, right2].every((px) => [top3, bottom2].every((py) => area.holds(gx(px), gy(py))));
      isApart = (sheet3, area, rect, shapes) => isInside2(sheet3, area, rect) || [...shapes.values()].every((other2) => other2 === area || !touches(sheet3, other2, rect));
      key = (text2) => text2.toLowerCase();
      nameArea = (sheet3, area, most2, alpha) => {
        const { sx, sy, occupied, said: said3, free: free2, box: box2 } = sheet3;
        const { name: name3 } = area.topic;
        if (alpha < 0.05 || said3.has(key(name3))) return;
        const fitted = fit(area, box2.zoom, most2);
        if (!fitted) return;
        const { lines, px } = fitted;
        const [left2, top3, right2, bottom2] = rectOf(lines, px, WEIGHT, 0, 0);
        const at8 = within4(free2.left + right2, sx(fitted.x), free2.right + left2);
        const down2 = within4(free2.top + bottom2, sy(fitted.y), free2.bottom + top3);
        const rect = [at8 + left2, down2 + top3, at8 + right2, down2 + bottom2];
        const moved2 = at8 !== sx(fitted.x) || down2 !== sy(fitted.y);
        if (!isIn2(rect, free2) || !occupied.isFree(rect) || moved2 && !isInside2(sheet3, area, rect)) return;
        occupied.occupy(rect);
        said3.add(key(name3));
        painted.push({ text: name3, rect, area: name3 });
        write3(sheet3, lines, at8, down2, {
          ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
          halo: tint(ofTopic(name3), own.dark ? 0.2 : 0.15)
        });
      };
      captionArea = (sheet3, area, alpha) => {
        const { sx, sy, occupied, said: said3, free: free2 } = sheet3;
        const { name: name3 } = area.topic;
        const px = 13;
        if (said3.has(key(name3))) return;
        const half = widthOf(name3) * px / 2 + 4;
        const [west, east] = [
          Math.max(sx(area.left), free2.left) + half,
          Math.min(sx(area.right), free2.right) - half
        ];
        const [north, south] = [Math.max(sy(area.top), free2.top) + px, Math.min(sy(area.bottom), free2.bottom) - px];
        for (let py = north; py < south; py += 12)
          for (let px_ = west; px_ < east; px_ += 16) {
            const rect = rectOf([name3], px, WEIGHT, px_, py);
            if (!isInside2(sheet3, area, rect) || !occupied.isFree(rect)) continue;
            occupied.occupy(rect);
            said3.add(key(name3));
            painted.push({ text: name3, rect, area: name3 });
            write3(sheet3, [name3], px_, py, {
              ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
              halo: tint(ofTopic(name3), own.dark ? 0.2 : 0.15)
            });
            return;
          }
      };
      nameAreas = (sheet3, shapes) => {
        const { box: box2, wide: wide2 } = sheet3;
        const small = wide2 < 720 ? 0.85 : 1;
        const largest2 = Math.max(...shapes.map(({ topic: topic5 }) => topic5.papers), 1);
        const quiet3 = view.emphasis ? 0.35 : 1;
        const opened5 = (area) => within2(area.topic).length ? ramp(area.size * box2.zoom, OPENED[0], OPENED[1]) : 0;
        for (const area of shapes) {
          if (area.right < box2.left || area.left > box2.right || area.bottom < box2.top || area.top > box2.bottom)
            continue;
          const loud = now.topic === area.topic.name;
          const open4 = loud ? 1 : opened5(area);
          const most2 = small * (SIZES[0] + (SIZES[1] - SIZES[0]) * Math.sqrt(area.topic.papers / largest2));
          if (open4 < 0.5) nameArea(sheet3, area, most2, (1 - 2 * open4) * (loud ? 1 : quiet3));
          if (open4 <= 0.5) continue;
          for (const inner3 of within2(area.topic))
            nameArea(sheet3, inner3, small * 14, (2 * open4 - 1) * (loud ? 1 : quiet3));
          captionArea(sheet3, area, 2 * open4 - 1);
        }
      };
      labelNode = (sheet3, [rank, i], shapes) => {
        const { box: box2, wide: wide2, sx, sy, occupied, said: said3, free: free2 } = sheet3;
        const loud = rank >= ASKED;
        if (!loud && said3.has(key(nodes.label[i]))) return;
        const px = Math.round(2 * Math.min(15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
        const middle = !loud && shapes.size > 0 && usual * box2.zoom < 5;
        const weight2 = loud ? 650 : isPaper(i) || middle ? 400 : 550;
        const text2 = short(nodes.label[i], loud && wide2 >= 720 ? 70 : 34);
        const under2 = radius[i] * box2.zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0) + px * 0.7;
        const half = widthOf(text2, weight2) * px / 2 + 4;
        const area = view.emphasis ? void 0 : shapes.get(nodes.topic[i]);
        for (const side of loud ? [1] : [1, -1]) {
          const [at8, down2] = [within4(half, sx(x[i]), wide2 - half), sy(y[i]) + side * under2];
          const rect = rectOf([text2], px, weight2, at8, down2);
          if (!loud && !(isIn2(rect, free2) && occupied.isFree(rect) && (!area || isApart(sheet3, area, rect, shapes))))
            continue;
          occupied.occupy(rect);
          said3.add(key(nodes.label[i]));
          painted.push({ text: text2, rect, area: "" });
          const colour = (isPaper(i) || middle) && !loud ? own.muted : own.ink;
          const halo = area && !loud ? tint(ofTopic(area.topic.name), own.dark ? 0.2 : 0.15) : own.ground;
          write3(sheet3, [text2], at8, down2, { weight: weight2, px, colour, halo });
          return;
        }
      };
      dress2 = (ctx2, ratio) => {
        ctx2.save();
        ctx2.setTransform(ratio, 0, 0, ratio, 0, 0);
        ctx2.textAlign = "center";
        ctx2.textBaseline = "middle";
        ctx2.lineJoin = "round";
      };
      paint = (ctx2, box2) => {
        const list2 = ofTopics();
        const shapes = new Map(list2.map((area) => [area.topic.name, area]));
        const sheet3 = sheetOf(ctx2, box2);
        const far = list2.length > 0 && at4(box2.zoom, true).hubs < 1;
        const most2 = Math.round(sheet3.wide * sheet3.high / (far ? 4e4 : 12e3));
        painted = [];
        dress2(ctx2, box2.ratio);
        const order4 = ranked(box2, list2.length > 0);
        for (const one of order4) if (one[0] >= ASKED) labelNode(sheet3, one, shapes);
        for (const [, i] of view.emphasis ? order4.slice(0, 150) : []) {
          const arm = radius[i] * box2.zoom;
          const [px, py] = [sheet3.sx(x[i]), sheet3.sy(y[i])];
          sheet3.occupied.occupy([px - arm, py - arm, px + arm, py + arm]);
        }
        if (view.focused < 0) {
          const chosen = topic.get(now.topic);
          const first3 = list2.find(({ topic: topic5 }) => topic5.name === (chosen?.parent || chosen?.name));
          nameAreas(sheet3, first3 ? [first3, ...list2.filter((area) => area !== first3)] : list2);
        }
        for (const one of order4.filter(([rank]) => rank < ASKED).slice(0, most2)) labelNode(sheet3, one, shapes);
        ctx2.restore();
      };
      hovered = (ctx2, box2, i) => {
        if (i === view.focused || i === now.target) return;
        const sheet3 = sheetOf(ctx2, box2);
        const text2 = short(nodes.label[i], sheet3.wide < 720 ? 34 : 70);
        const px = 13.5;
        const half = widthOf(text2, 600) * px / 2 + 8;
        const at8 = within4(half, sheet3.sx(x[i]), sheet3.wide - half);
        const down2 = sheet3.sy(y[i]) + Math.max(radius[i] * box2.zoom, 2) * 1.25 + 20;
        dress2(ctx2, box2.ratio);
        ctx2.fillStyle = own.ground;
        ctx2.globalAlpha = 0.92;
        ctx2.fillRect(at8 - half, down2 - px * 0.85, 2 * half, px * 1.7);
        write3(sheet3, [text2], at8, down2, { weight: 600, px, colour: own.ink, halo: own.ground });
        ctx2.restore();
      };
      lifted = (ctx2, box2, { topic: topic5, middle }) => {
        if (painted.some(({ area }) => area === topic5.name)) return;
        const sheet3 = sheetOf(ctx2, box2);
        const half = widthOf(topic5.name, 600) * 13 / 2;
        dress2(ctx2, box2.ratio);
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
  var APART, order2, thinned, looksAt, kept, stale2, at5, drawn2;
  var init_dots = __esm({
    "src/dots.ts"() {
      "use strict";
      init_model();
      init_scene();
      init_theme();
      APART = 2.9;
      order2 = [...nodes.id].sort(
        (a, b) => Number(isPaper(b)) - Number(isPaper(a)) || radius[b] - radius[a] || a - b
      );
      thinned = (zoom2) => {
        const cell3 = APART / zoom2;
        const taken = /* @__PURE__ */ new Set();
        return order2.filter((i) => {
          if (!shown[i]) return false;
          if (radius[i] > cell3) return true;
          const key4 = Math.round(x[i] / cell3) * 100003 + Math.round(y[i] / cell3);
          return !taken.has(key4) && taken.add(key4);
        });
      };
      looksAt = (zoom2) => {
        const found = /* @__PURE__ */ new Map();
        for (const i of thinned(zoom2)) {
          const colour = ofNode2(i);
          const paper = isPaper(i);
          const faded = view.emphasis && !hot[i];
          const key4 = `${faded ? 0 : 1}${paper ? 1 : 0}${colour}`;
          const look = found.get(key4);
          if (look) look.members.push(i);
          else found.set(key4, { colour, paper, faded, members: [i] });
        }
        return [...found].sort((p, q) => p[0] < q[0] ? -1 : 1).map(([, look]) => look);
      };
      kept = /* @__PURE__ */ new Map();
      stale2 = () => kept.clear();
      at5 = (zoom2) => {
        const step3 = Math.min(4, Math.floor(2 * Math.log2(Math.max(zoom2, 1e-6))));
        const known2 = kept.get(step3);
        if (known2) return known2;
        const made3 = looksAt(2 ** (step3 / 2));
        kept.set(step3, made3);
        return made3;
      };
      drawn2 = (zoom2) => at5(zoom2).reduce((sum, { members }) => sum + members.length, 0);
    }
  });

  // src/raster.ts
  var canvas, ctx, image, words, cover, lined, open, wide, high, left, top, right, bottom, ink, strength, dip, begin, touch, line2, endLines, QUARTERS, stamps, stampOf, blend, dot, put, flush, serves;
  var init_raster = __esm({
    "src/raster.ts"() {
      "use strict";
      canvas = document.createElement("canvas");
      ctx = canvas.getContext("2d");
      image = new ImageData(1, 1);
      words = new Uint32Array(image.data.buffer);
      cover = new Uint8Array(1);
      lined = false;
      open = false;
      wide = 1;
      high = 1;
      [left, top, right, bottom] = [0, 0, 0, 0];
      ink = 0;
      strength = 255;
      dip = (colour, alpha) => {
        const [r, g, b] = [1, 3, 5].map((at8) => Number.parseInt(colour.slice(at8, at8 + 2), 16));
        ink = r | g << 8 | b << 16;
        strength = Math.round(255 * Math.min(1, alpha));
      };
      begin = ({ width, height }) => {
        if (open && width === wide && height === high) return;
        if (width !== wide || height !== high) {
          [wide, high] = [width, height];
          image = new ImageData(wide, high);
          words = new Uint32Array(image.data.buffer);
          cover = new Uint8Array(wide * high);
          canvas.width = wide;
          canvas.height = high;
        }
        [left, top, right, bottom] = [wide, high, 0, 0];
        open = true;
      };
      touch = (west, north, east, south) => {
        if (west < left) left = Math.max(0, Math.floor(west));
        if (north < top) top = Math.max(0, Math.floor(north));
        if (east > right) right = Math.min(wide, Math.ceil(east));
        if (south > bottom) bottom = Math.min(high, Math.ceil(south));
      };
      line2 = (fromX, fromY, toX, toY) => {
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
        const leave3 = slope === 0 ? Infinity : ax + (most2 - 0.01 - ay) / slope;
        const first3 = Math.ceil(Math.max(0, ax, Math.min(enter, leave3)));
        const last = Math.floor(Math.min((steep ? high : wide) - 1, bx, Math.max(enter, leave3)));
        if (first3 > last) return;
        lined = true;
        const [low, up] = [Math.min(ay, by) - 1, Math.max(ay, by) + 2];
        if (steep) touch(low, first3, up, last + 1);
        else touch(first3, low, last + 1, up);
        const onward = steep ? wide : 1;
        const aside3 = steep ? 1 : wide;
        let across3 = ay + slope * (first3 - ax);
        for (let along = first3; along <= last; along += 1) {
          const base = Math.floor(across3);
          const share = Math.round((across3 - base) * strength);
          const at8 = along * onward + base * aside3;
          cover[at8] += (255 - cover[at8]) * (strength - share) >> 8;
          cover[at8 + aside3] += (255 - cover[at8 + aside3]) * share >> 8;
          across3 += slope;
        }
      };
      endLines = () => {
        if (!lined) return;
        for (let y2 = top; y2 < bottom; y2 += 1)
          for (let at8 = y2 * wide + left, end2 = y2 * wide + right; at8 < end2; at8 += 1)
            if (cover[at8]) {
              words[at8] = ink | cover[at8] << 24;
              cover[at8] = 0;
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
      blend = (at8, share) => {
        const old = words[at8];
        const under2 = (old >>> 24) * (255 - share) / 255;
        const sum = share + under2;
        const channel = (shift2) => Math.round(((ink >> shift2 & 255) * share + (old >> shift2 & 255) * under2) / sum) << shift2;
        words[at8] = channel(0) | channel(8) | channel(16) | Math.round(sum) << 24;
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
        for (let y2 = firstY; y2 < endY; y2 += 1) {
          const at8 = (north + y2) * wide + west;
          for (let x2 = firstX; x2 < endX; x2 += 1) {
            const part2 = share[y2 * side + x2];
            if (!part2) continue;
            const much = strength === 255 ? part2 : Math.round(part2 * strength / 255);
            if (much === 255 || words[at8 + x2] === 0) words[at8 + x2] = ink | much << 24;
            else blend(at8 + x2, much);
          }
        }
      };
      put = (on3) => {
        endLines();
        open = false;
        const [width, height] = [right - left, bottom - top];
        if (width <= 0 || height <= 0) return;
        ctx.putImageData(image, 0, 0, left, top, width, height);
        on3.save();
        on3.setTransform(1, 0, 0, 1, 0, 0);
        on3.globalAlpha = 1;
        on3.drawImage(canvas, left, top, width, height, left, top, width, height);
        on3.restore();
        for (let y2 = top; y2 < bottom; y2 += 1) words.fill(0, y2 * wide + left, y2 * wide + right);
      };
      flush = (pen) => {
        if (open && pen instanceof CanvasRenderingContext2D) put(pen);
      };
      serves = (pen, count3) => pen instanceof CanvasRenderingContext2D && count3 > 400;
    }
  });

  // src/ribbons.ts
  var MOST, linked2, compute3, made2, stale3, current;
  var init_ribbons = __esm({
    "src/ribbons.ts"() {
      "use strict";
      init_lines();
      init_model();
      MOST = 3;
      linked2 = () => {
        const { count: count3, a, b, weight: weight2, apart } = now3;
        const sums2 = new Float64Array(topics.length ** 2);
        const counts5 = new Float64Array(topics.length ** 2);
        let found = 0;
        for (let line7 = 0; line7 < count3; line7 += 1) {
          if (!apart[line7]) continue;
          const [p, q] = [topic.get(nodes.topic[a[line7]]), topic.get(nodes.topic[b[line7]])];
          if (!p || !q) continue;
          const pair2 = Math.min(p.rank, q.rank) * topics.length + Math.max(p.rank, q.rank);
          counts5[pair2] += 1;
          if (!isPaper(a[line7]) || !isPaper(b[line7])) continue;
          sums2[pair2] += weight2[line7];
          found += 1;
        }
        return found ? sums2 : counts5;
      };
      compute3 = () => {
        const sums2 = linked2();
        const own2 = topics.map(() => []);
        sums2.forEach((strength3, pair2) => {
          if (!strength3) return;
          const ribbon = { from: Math.floor(pair2 / topics.length), to: pair2 % topics.length, strength: strength3 };
          own2[ribbon.from].push(ribbon);
          own2[ribbon.to].push(ribbon);
        });
        const kept2 = new Set(own2.flatMap((list2) => list2.sort((p, q) => q.strength - p.strength).slice(0, MOST)));
        const most2 = Math.max(...[...kept2].map(({ strength: strength3 }) => strength3));
        return [...kept2].map((ribbon) => ({ ...ribbon, strength: ribbon.strength / most2 })).sort((p, q) => p.strength - q.strength);
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
  var HAIRLINES, WIDE, SAMPLE, MOST2, WIDEST, each, stroke, hairline, faintness, lookOf, sampled, faint, hot2, between3;
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
      MOST2 = 6e5;
      WIDEST = 9;
      each = (box2, [first3, end2, step3], wanted, whole5, act) => {
        const { a, b } = now3;
        const inView = (i) => x[i] >= box2.left && x[i] <= box2.right && y[i] >= box2.top && y[i] <= box2.bottom;
        for (let line7 = first3; line7 < end2; line7 += step3) {
          if (!wanted(line7)) continue;
          const p = a[line7];
          const q = b[line7];
          if (x[p] < box2.left && x[q] < box2.left || x[p] > box2.right && x[q] > box2.right) continue;
          if (y[p] < box2.top && y[q] < box2.top || y[p] > box2.bottom && y[q] > box2.bottom) continue;
          if (whole5 && !(inView(p) && inView(q))) continue;
          act(p, q);
        }
      };
      stroke = (ctx2, box2, rows2, wanted, whole5 = false) => {
        const batch = ctx2.lineWidth * box2.zoom * box2.ratio > 1.001 ? WIDE : HAIRLINES;
        let open4 = 0;
        ctx2.beginPath();
        each(box2, rows2, wanted, whole5, (p, q) => {
          ctx2.moveTo(x[p], y[p]);
          ctx2.lineTo(x[q], y[q]);
          open4 += 1;
          if (open4 % batch) return;
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
      faintness = (name3) => name3 === "beside" ? 0.4 : RELATIONS[name3]?.background ? 0.25 : 0.7;
      lookOf = ({ name: name3, strength: strength3 }) => name3 === "related" ? [0.6 + 0.8 * strength3, 0.3 + 0.55 * strength3] : [0.8, faintness(name3)];
      sampled = (box2, wanted, most2) => {
        let length = 0;
        const [wide2, high2] = [box2.right - box2.left, box2.bottom - box2.top];
        each(box2, [0, now3.count, 1], wanted, false, (p, q) => {
          length += Math.max(Math.min(wide2, Math.abs(x[p] - x[q])), Math.min(high2, Math.abs(y[p] - y[q])));
        });
        return Math.ceil(length * box2.matrix.a / most2) || 1;
      };
      faint = (ctx2, box2, moving2) => {
        const mapped = ofTopics().length > 0;
        const { inside: inside2, across: across3 } = at4(box2.zoom, mapped);
        const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now3.count, 1)) ** 0.7));
        const near2 = ramp(usual * box2.zoom, 3, 14);
        const strong = crowd + (Math.max(crowd, 0.6) - crowd) * near2;
        const { hot: lineHot, apart } = now3;
        const { a, d, e, f } = box2.matrix;
        const pixels = serves(ctx2, now3.count);
        const colour = tint(own.edge, 1);
        ctx2.strokeStyle = colour;
        if (pixels) begin(ctx2.canvas);
        const wantedAt = (line7) => apart[line7] === 0 || across3 > 0.02;
        const step3 = inside2 < 0.02 ? 1 : sampled(box2, wantedAt, moving2 || view.emphasis ? SAMPLE : MOST2);
        for (const range2 of now3.ranges) {
          const rows2 = [range2.first, range2.end, step3];
          const [width, alpha] = lookOf(range2);
          const plain3 = alpha * strong * (view.emphasis ? 0.25 : 1) * Math.min(2, step3 ** 0.5);
          for (const far of [1, 0]) {
            const level = far && mapped ? across3 : inside2;
            if (level < 0.02) continue;
            hairline(ctx2, box2, width, plain3 * level);
            const wanted = (line7) => apart[line7] === far && !(view.emphasis && lineHot[line7]);
            if (!pixels) stroke(ctx2, box2, rows2, wanted, far === 1 && mapped);
            else {
              dip(colour, ctx2.globalAlpha * ctx2.lineWidth * box2.zoom * box2.ratio);
              each(
                box2,
                rows2,
                wanted,
                far === 1 && mapped,
                (p, q) => line2(x[p] * a + e, y[p] * d + f, x[q] * a + e, y[q] * d + f)
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
        const { a, b, count: count3, ranges, hot: lineHot } = now3;
        const unfocused = view.focused < 0;
        const path2 = now.target >= 0;
        if (unfocused && !path2) hairline(ctx2, box2, 0.9, 0.35);
        else ctx2.lineWidth = (path2 ? 3 : 1.5) / box2.zoom;
        const thin = ctx2.globalAlpha;
        const end2 = (line7) => nodes.kind[view.focused === b[line7] || isPaper(b[line7]) ? a[line7] : b[line7]];
        for (const kind of Object.keys(KINDS)) {
          ctx2.strokeStyle = path2 ? own.accent : own.kinds[kind];
          ctx2.globalAlpha = path2 ? 1 : unfocused ? thin : 0.8;
          const wanted = (line7) => lineHot[line7] > 0 && end2(line7) === kind;
          if (path2 || unfocused || kind !== "paper") stroke(ctx2, box2, [0, count3, 1], wanted);
          else
            for (const range2 of ranges) {
              ctx2.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
              stroke(ctx2, box2, [range2.first, range2.end, 1], wanted);
            }
        }
        ctx2.globalAlpha = 1;
      };
      between3 = (ctx2, box2) => {
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
    all: () => all,
    counts: () => counts3,
    frame: () => frame,
    layers: () => layers,
    overlay: () => overlay,
    stale: () => stale4
  });
  var BATCH, COARSE, SPECK, SHEER, LEAST2, frame, isOut, colourOf2, ground, grounds, shapeOf, asPixels, asPaths, bodies, ring, stale4, all, overlay, layers, counts3;
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
      LEAST2 = [1, 1.45];
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
      isOut = ({ left: left2, right: right2, top: top3, bottom: bottom2 }, box2) => right2 < box2.left || left2 > box2.right || bottom2 < box2.top || top3 > box2.bottom;
      colourOf2 = ({ topic: topic5 }) => now.colour === "topic" ? ofTopic(topic5.name) : own.muted;
      ground = (ctx2, box2, area, strong, alpha) => {
        const { topic: topic5 } = area;
        const loud = now.topic === topic5.name ? 1.8 : view.emphasis ? 0.45 : 1;
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
        const { subtopics } = at4(box2.zoom, true);
        const plain3 = own.dark ? 0.2 : 0.15;
        for (const area of shapes) {
          if (isOut(area, box2)) continue;
          ground(ctx2, box2, area, plain3, SHEER);
          if (subtopics < 0.05) continue;
          for (const inner3 of within2(area.topic))
            if (!isOut(inner3, box2)) ground(ctx2, box2, inner3, plain3 + 0.07, subtopics);
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
        for (let first3 = 0; first3 < members.length; first3 += BATCH) {
          ctx2.beginPath();
          for (const i of members.slice(first3, first3 + BATCH)) {
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
        const pixels = usual * box2.zoom * box2.ratio < COARSE && serves(ctx2, count3);
        if (pixels) begin(ctx2.canvas);
        else flush(ctx2);
        for (const { colour, paper, faded, members } of looks) {
          const palest = paper ? 0.65 : now.colour === "kind" ? 0.55 : 0.4;
          const most2 = now.colour === "kind" ? 1 : paper ? 0.95 : 0.7;
          const strength3 = tint(colour, palest + (most2 - palest) * level);
          ctx2.globalAlpha = faded ? 0.15 : 1;
          ctx2.fillStyle = strength3;
          dip(strength3, ctx2.globalAlpha);
          (pixels ? asPixels : asPaths)(ctx2, box2, members, LEAST2[Number(paper)]);
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
      all = (ctx2, { ratio = window.devicePixelRatio || 1, moving: moving2 = false, free: free2 = null } = {}) => {
        const box2 = frame(ctx2, ratio, free2);
        between3(ctx2, box2);
        grounds(ctx2, box2);
        faint(ctx2, box2, moving2);
        hot2(ctx2, box2);
        bodies(ctx2, box2);
        for (const i of /* @__PURE__ */ new Set([view.focused, now.target])) ring(ctx2, box2, i, own.ink);
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
        between: between3,
        grounds,
        faint,
        hot: hot2,
        bodies,
        labels: paint
      };
      counts3 = { drawn: drawn2, total: size };
    }
  });

  // src/still.ts
  var LEAST_COVERED, sheet, inner2, at6, rough, stale5, isAt, paintSheet, placed, covered, show2;
  var init_still = __esm({
    "src/still.ts"() {
      "use strict";
      init_paint();
      init_theme();
      LEAST_COVERED = 0.55;
      sheet = document.createElement("canvas");
      inner2 = sheet.getContext("2d", { alpha: false });
      at6 = null;
      rough = false;
      stale5 = () => {
        at6 = null;
      };
      isAt = ({ a, e, f }) => at6?.a === a && at6.e === e && at6.f === f;
      paintSheet = (matrix, moving2, free2) => {
        inner2.setTransform(1, 0, 0, 1, 0, 0);
        inner2.globalAlpha = 1;
        inner2.fillStyle = own.ground;
        inner2.fillRect(0, 0, sheet.width, sheet.height);
        inner2.setTransform(matrix.a, 0, 0, matrix.d, matrix.e, matrix.f);
        all(inner2, { moving: moving2, free: free2 });
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
      show2 = (ctx2, moving2, free2) => {
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
    repaint: () => repaint,
    restyle: () => restyle,
    view: () => view3,
    zoom: () => zoom
  });
  var container, quiet, ARRIVE, moving, settle, touched, moved, stir, clear2, canvas2, repaint, under, hover, move, fit2, nearTo, unturned, turned2, goTo, camera2, place, zoom, restyle, onPick, onMoved, position, view3, free, hasArrived;
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
          canvas2.redraw();
          moved();
        }, 160 + flight);
      };
      clear2 = () => {
        const whole5 = container.getBoundingClientRect();
        const free2 = { left: 24, top: 24, right: whole5.width - 24, bottom: whole5.height - 24 };
        for (const id of ["card", "legend"]) {
          const panel8 = byId(id);
          const rect = panel8.getBoundingClientRect();
          if (panel8.hidden || rect.height < 60) continue;
          if (rect.width > whole5.width * 0.8) free2.bottom = Math.min(free2.bottom, rect.top - whole5.top - 12);
          else if (rect.left - whole5.left > whole5.width / 2)
            free2.right = Math.min(free2.right, rect.left - whole5.left - 12);
          else if (whole5.width > 720) free2.left = Math.max(free2.left, rect.right - whole5.left + 12);
        }
        const note3 = document.getElementById("part")?.getBoundingClientRect();
        if (note3?.height) free2.bottom = Math.min(free2.bottom, note3.top - whole5.top - 12);
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
      canvas2 = cameraIn(container, {
        onPaint: (ctx2) => show2(ctx2, moving, clear2().free),
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
      under = (point2, slack) => {
        const { zoom: zoom2 } = canvas2.now();
        const named6 = areaNamedAt(point2.x, point2.y);
        const { x: px, y: py } = canvas2.toGraph(point2);
        const reach = ofTopics().length && usual * zoom2 < 3 ? 0 : slack;
        const node2 = named6 ? -1 : pick(px, py, Math.max(reach, 0.01) / zoom2);
        if (named6 || node2 >= 0) return { node: node2, topic: named6 };
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
      place = (at8) => move(turned2(at8), false, { x: 0, y: 0 });
      zoom = (factor) => {
        const now5 = canvas2.now();
        move({ ...now5, zoom: now5.zoom * factor }, true, { x: 0, y: 0 });
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
        const [{ wide: wide2, high: high2, middle }, now5] = [clear2(), canvas2.now()];
        const [left2, top3] = [now5.x + middle.x / now5.zoom, now5.y + middle.y / now5.zoom];
        return { x: left2, y: top3, zoom: now5.zoom, width: Math.round(wide2 + 40), height: Math.round(high2 + 40) };
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
        const { left: left2, top: top3 } = stage.getBoundingClientRect();
        const canvas3 = byId("canvas").getBoundingClientRect();
        const now5 = /* @__PURE__ */ new Map();
        for (const [{ node: node2, made: made3 }, { x: x2, y: y2 }] of places) {
          if (node2 < 0) continue;
          now5.set(node2, { x: x2 + left2, y: y2 + top3 });
          if (quiet2.matches) continue;
          const onMap = position(node2);
          const from = before.get(node2) ?? { x: onMap.x + canvas3.left, y: onMap.y + canvas3.top };
          const start12 = `translate(${from.x - left2 - x2}px, ${from.y - top3 - y2}px)`;
          const steps2 = [
            { transform: start12, opacity: 0.4 },
            { transform: "none", opacity: 1 }
          ];
          made3.animate(steps2, { duration: ARRIVE2, easing: "ease-out" });
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
        const start12 = places.get(from) ?? { x: 0, y: 0 };
        let [best, least2] = [null, Infinity];
        for (const [one, { x: x2, y: y2 }] of places) {
          const ahead = (x2 - start12.x) * dx + (y2 - start12.y) * dy;
          const far = ahead + 2 * Math.abs((x2 - start12.x) * dy + (y2 - start12.y) * dx);
          if (one === from || ahead < EDGE || !one.made.matches("a")) continue;
          if (far < least2) [best, least2] = [one, far];
        }
        return best;
      };
      EDGE = 4;
      listen = (stage, svg2, { places }, { say, why: why2 }) => {
        const pieceAt = (target) => {
          const star = target?.closest(".star");
          return [...places.keys()].find(({ made: made3 }) => made3 === star);
        };
        const ask3 = (node2) => {
          stage.classList.toggle("asked", node2 >= 0);
          const near2 = light(svg2, node2);
          for (const { node: node3, made: made3 } of places.keys())
            made3.classList.toggle("lit", near2.has(node3) || made3.classList.contains("middle"));
          say(node2);
        };
        const over = ({ target }) => {
          const end2 = target?.dataset?.end;
          const piece = pieceAt(target);
          ask3(Number(end2 ?? (piece?.made.matches("a") ? piece.node : -1)));
        };
        stage.addEventListener("pointerover", over);
        stage.addEventListener("focusin", over);
        stage.addEventListener("pointerleave", () => ask3(-1));
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
  var TURNS, STEPS3, INNER, GRID, GAP, rectOf2, roomAround, isInside3, take, nearest2, aside, ringsOf2, onRings, onTime, inColumns;
  var init_focus_layout = __esm({
    "src/focus_layout.ts"() {
      "use strict";
      init_label_room();
      TURNS = 48;
      STEPS3 = [0, 0.06, -0.06, 0.12, -0.12];
      INNER = 0.5;
      GRID = 10;
      GAP = 6;
      rectOf2 = ({ x: x2, y: y2 }, { wide: wide2, high: high2 }, gap = 0) => [
        x2 - wide2 / 2 - gap,
        y2 - high2 / 2 - gap,
        x2 + wide2 / 2 + gap,
        y2 + high2 / 2 + gap
      ];
      roomAround = (taken) => {
        const room2 = freeRoom();
        taken.forEach(room2.occupy);
        return room2;
      };
      isInside3 = (rect, area) => rect[0] >= area[0] && rect[1] >= area[1] && rect[2] <= area[2] && rect[3] <= area[3];
      take = (room2, area, point2, box2) => {
        if (!isInside3(rectOf2(point2, box2), area) || !room2.isFree(rectOf2(point2, box2, GAP / 2))) return false;
        room2.occupy(rectOf2(point2, box2, GAP / 2));
        return true;
      };
      nearest2 = (room2, area, wanted, box2) => {
        let [best, least2] = [null, Infinity];
        for (let x2 = area[0] + box2.wide / 2; x2 <= area[2] - box2.wide / 2; x2 += GRID)
          for (let y2 = area[1] + box2.high / 2; y2 <= area[3] - box2.high / 2; y2 += GRID) {
            const far = Math.hypot(x2 - wanted.x, y2 - wanted.y);
            if (far < least2 && room2.isFree(rectOf2({ x: x2, y: y2 }, box2, GAP / 2))) [best, least2] = [{ x: x2, y: y2 }, far];
          }
        return best;
      };
      aside = (step3) => step3 % 2 ? (step3 + 1) / 2 : -step3 / 2;
      ringsOf2 = (weights3, rings) => {
        const order4 = weights3.map((_, at8) => at8).sort((a, b) => weights3[b] - weights3[a] || a - b);
        const found = new Array(weights3.length);
        const parts4 = rings * (rings + 1) / 2;
        order4.forEach((at8, rank) => {
          const share = (rank + 0.5) / weights3.length * parts4;
          let ring2 = 0;
          while (ring2 < rings - 1 && share > (ring2 + 1) * (ring2 + 2) / 2) ring2 += 1;
          found[at8] = ring2;
        });
        return found;
      };
      onRings = (items, {
        area,
        room: room2,
        boxOf: boxOf2,
        ringOf,
        rings
      }) => {
        const middle = { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
        const placed2 = { at: /* @__PURE__ */ new Map(), left: [] };
        const onRing = (ring2) => items.filter((item) => ringOf(item) === ring2);
        const tryAt = (item, factor, direction) => {
          const box2 = boxOf2(item);
          const reach = { x: (area[2] - area[0] - box2.wide) / 2, y: (area[3] - area[1] - box2.high) / 2 };
          const point2 = {
            x: middle.x + reach.x * factor * Math.cos(direction),
            y: middle.y + reach.y * factor * Math.sin(direction)
          };
          if (!take(room2, area, point2, box2)) return false;
          placed2.at.set(item, point2);
          return true;
        };
        const place2 = (item, factor, direction) => {
          for (const step3 of STEPS3)
            for (let turn = 0; turn < TURNS / 2; turn += 1) {
              const away = direction + 2 * Math.PI * aside(turn) / TURNS;
              if (factor + step3 <= 1 && tryAt(item, factor + step3, away)) return true;
            }
          return false;
        };
        const late = [];
        for (let ring2 = 0; ring2 < rings; ring2 += 1) {
          const members = onRing(ring2);
          const start12 = -Math.PI / 2 + ring2 * Math.PI / Math.max(2, members.length);
          members.forEach((item, at8) => {
            const direction = start12 + 2 * Math.PI * at8 / members.length;
            const factor = rings > 1 ? INNER + (1 - INNER) * ring2 / (rings - 1) : INNER;
            if (place2(item, factor, direction)) return;
            const reach = { x: factor * (area[2] - area[0]) / 2, y: factor * (area[3] - area[1]) / 2 };
            late.push([
              item,
              { x: middle.x + reach.x * Math.cos(direction), y: middle.y + reach.y * Math.sin(direction) }
            ]);
          });
        }
        for (const [item, wanted] of late) {
          const point2 = nearest2(room2, area, wanted, boxOf2(item));
          if (point2 && take(room2, area, point2, boxOf2(item))) placed2.at.set(item, point2);
          else placed2.left.push(item);
        }
        return placed2;
      };
      onTime = (items, {
        area,
        room: room2,
        boxOf: boxOf2,
        xOf
      }) => {
        const placed2 = { at: /* @__PURE__ */ new Map(), left: [] };
        const middle = (area[1] + area[3]) / 2;
        const step3 = 8;
        for (const item of items) {
          const box2 = boxOf2(item);
          const x2 = Math.max(area[0] + box2.wide / 2, Math.min(area[2] - box2.wide / 2, xOf(item)));
          const tries = Math.ceil((area[3] - area[1]) / step3);
          let done2 = false;
          for (let turn = 0; turn < tries && !done2; turn += 1) {
            const point2 = { x: x2, y: middle + step3 * aside(turn) };
            done2 = take(room2, area, point2, box2);
            if (done2) placed2.at.set(item, point2);
          }
          if (!done2) placed2.left.push(item);
        }
        return placed2;
      };
      inColumns = (groups, { area, boxOf: boxOf2, bulge }) => {
        const placed2 = { at: /* @__PURE__ */ new Map(), left: [] };
        const length = (group3) => [group3.head, ...group3.members].reduce((sum2, item) => sum2 + boxOf2(item).high + GAP, 2 * GAP);
        const whole5 = groups.reduce((sum2, group3) => sum2 + length(group3), 0);
        const columns2 = [[], []];
        let sum = 0;
        for (const group3 of groups) {
          columns2[sum + length(group3) / 2 <= whole5 / 2 || !columns2[0].length ? 0 : 1].push(group3);
          sum += length(group3);
        }
        columns2.forEach((column2, side) => {
          const broad = Math.max(
            0,
            ...column2.flatMap(({ head: head4, members }) => [head4, ...members]).map((item) => boxOf2(item).wide)
          );
          const high2 = column2.reduce((total, group3) => total + length(group3), 0);
          let y2 = Math.max(area[1], (area[1] + area[3] - high2) / 2);
          const put2 = (item) => {
            const box2 = boxOf2(item);
            if (y2 + box2.high > area[3]) return false;
            const off = 2 * (y2 + box2.high / 2 - area[1]) / Math.max(1, area[3] - area[1]) - 1;
            const inward = bulge * off * off;
            const edge = inward + broad - box2.wide / 2;
            const x2 = side ? area[2] - edge : area[0] + edge;
            placed2.at.set(item, { x: x2, y: y2 + box2.high / 2 });
            y2 += box2.high + GAP;
            return true;
          };
          for (const { head: head4, members } of column2) {
            y2 += GAP;
            const fits = members.length > 0 && y2 + boxOf2(head4).high + GAP + boxOf2(members[0]).high <= area[3];
            if (fits) put2(head4);
            for (const item of members) if (!fits || !put2(item)) placed2.left.push(item);
            y2 += GAP;
          }
        });
        return placed2;
      };
    }
  });

  // src/focus_stage.ts
  var RINGS, EDGE2, AXIS, DAY, date2, dayOf, isDated, tinted, paperPiece, outerPiece, middlePiece, measure, piecesOn, ticks2, boxOf, alongTime, aroundMiddle, placeOn;
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
        const made3 = icon(nodes.kind[node2]);
        made3.style.setProperty("--tint", ofNode2(node2));
        return made3;
      };
      paperPiece = ({ node: node2, says }) => {
        const small = [says, date2(node2)].filter(Boolean).join(" · ");
        const made3 = nodeLink(node2, "", { class: "star", tabindex: "-1", title: nodes.label[node2] });
        made3.append(
          el("span", { class: "count" }, tinted(node2), small),
          foreign(nodes.label[node2], { class: "label" })
        );
        return made3;
      };
      outerPiece = ({ node: node2, says }) => {
        const title2 = `${nodes.label[node2]}: ${says}`;
        const made3 = nodeLink(node2, "", { class: "star outer", tabindex: "-1", title: title2, "aria-label": title2 });
        made3.append(tinted(node2), foreign(nodes.label[node2], { class: "label" }));
        return made3;
      };
      middlePiece = (node2, name3) => el(
        "div",
        { class: "star middle" },
        node2 >= 0 ? tinted(node2) : swatch(name3),
        foreign(name3, { class: "label" })
      );
      measure = (piece) => {
        const [box2, dot2] = [piece.made, piece.made.querySelector(".icon")].map(
          (one) => one?.getBoundingClientRect()
        );
        if (!box2) return;
        piece.box = { wide: box2.width, high: box2.height };
        const middle = piece.made.classList.contains("middle");
        if (dot2 && !middle)
          piece.hook = {
            x: dot2.x + dot2.width / 2 - box2.x - box2.width / 2,
            y: dot2.y + dot2.height / 2 - box2.y - box2.height / 2
          };
      };
      piecesOn = (stage, members, [node2, name3]) => {
        const piece = (made3, node3 = -1, weight2 = 0) => {
          stage.append(made3);
          return { made: made3, node: node3, weight: weight2, box: { wide: 0, high: 0 }, hook: { x: 0, y: 0 } };
        };
        const middle = piece(middlePiece(node2, name3), node2, 1);
        const papers5 = members.papers.map((one) => piece(paperPiece(one), one.node, one.weight));
        const groups = members.groups.map((group3) => ({
          head: piece(el("p", { class: "group" }, group3.title)),
          members: group3.members.map((one) => piece(outerPiece(one), one.node, one.weight))
        }));
        const all5 = [middle, ...papers5, ...groups.flatMap((group3) => [group3.head, ...group3.members])];
        all5.forEach(measure);
        return { middle, papers: papers5, groups, all: all5 };
      };
      ticks2 = ([first3, last], xOf, y2) => {
        const steps2 = 4;
        const days = Array.from({ length: steps2 + 1 }, (_, at8) => first3 + (last - first3) * at8 / steps2);
        const digits = last - first3 > 100 * DAY ? 7 : 10;
        return [...new Map(days.map((day2) => [new Date(day2).toISOString().slice(0, digits), day2]))].map(
          ([text2, day2]) => {
            const made3 = el("p", { class: "tick count" }, text2);
            made3.style.left = `${xOf(day2)}px`;
            made3.style.top = `${y2}px`;
            return made3;
          }
        );
      };
      boxOf = ({ box: box2 }) => box2;
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
        const known2 = papers5.filter(({ node: node2 }) => Number.isFinite(dayOf(node2)));
        const room2 = roomAround([rectOf2(at8, middle.box, 8)]);
        const placed2 = onTime(known2, { area, room: room2, boxOf, xOf: ({ node: node2 }) => xOf(dayOf(node2)) });
        return { places: new Map([[middle, at8], ...placed2.at]), ticks: ticks2(ends2, xOf, area[3] + 2) };
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
        const taken = [...outside2.at].map(([piece, point2]) => rectOf2(point2, piece.box));
        const room2 = roomAround([rectOf2(at8, middle.box, 8), ...taken]);
        const rings = ringsOf2(
          papers5.map(({ weight: weight2 }) => weight2),
          RINGS
        );
        const ring2 = new Map(papers5.map((piece, index) => [piece, rings[index]]));
        const inside2 = onRings(papers5, {
          area,
          room: room2,
          boxOf,
          rings: RINGS,
          ringOf: (piece) => ring2.get(piece) ?? 0
        });
        return { places: new Map([[middle, at8], ...outside2.at, ...inside2.at]), ticks: [] };
      };
      placeOn = (stage, members, middle, inTime2) => {
        const [wide2, high2] = [stage.clientWidth, stage.clientHeight];
        const area = [EDGE2, EDGE2, wide2 - EDGE2, high2 - EDGE2 - (inTime2 ? AXIS : 0)];
        const pieces2 = piecesOn(stage, members, middle);
        const { places, ticks: ticks3 } = (inTime2 ? alongTime : aroundMiddle)(pieces2, area);
        for (const piece of pieces2.all) {
          const point2 = places.get(piece);
          if (!point2) piece.made.remove();
          else {
            piece.made.style.left = `${point2.x - piece.box.wide / 2}px`;
            piece.made.style.top = `${point2.y - piece.box.high / 2}px`;
          }
        }
        return { middle: pieces2.middle, places, wide: wide2, high: high2, ticks: ticks3 };
      };
    }
  });

  // src/texts.ts
  var texts_exports = {};
  __export(texts_exports, {
    abstractsOf: () => abstractsOf,
    all: () => all2,
    chunks: () => chunks,
    near: () => near,
    ofEdge: () => ofEdge,
    ofEdges: () => ofEdges,
    ofPaper: () => ofPaper2
  });
  var PAPERS, OTHERS, NODE_COLUMNS, EDGE_COLUMNS, chunkOf, first, papers2, others2, blank, now4, inside, edgesInside, placeEvidence, copy, fill, packed, pending, read2, load, loaded, near, ofEdges, all2, ofPaper2, ofEdge, chunks, abstractsOf;
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
      [papers2, others2] = [0, 0];
      for (let i = 0; i < size; i += 1) {
        chunkOf[i] = isPaper(i) ? Math.floor(papers2 / PAPERS) : first + Math.floor(others2 / OTHERS);
        if (isPaper(i)) papers2 += 1;
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
      placeEvidence = (own2, start12, length) => {
        let [paper, text2] = [-1, ""];
        own2.forEach((e, at8) => {
          if (start12[at8] < 0) return;
          if (edges.from[e] !== paper)
            [paper, text2] = [edges.from[e], `${nodes.label[edges.from[e]]}
${now4.abstract[edges.from[e]]}`];
          now4.evidence[e] = text2.slice(start12[at8], start12[at8] + length[at8]);
        });
      };
      copy = (name3, rows2, columns2) => {
        columns2[name3]?.forEach((text2, at8) => {
          now4[name3][rows2[at8]] = text2;
        });
      };
      fill = (chunk, packed2) => {
        const columns2 = unpackTable(packed2);
        const [own2, lines] = [inside(chunk), edgesInside(chunk)];
        for (const name3 of NODE_COLUMNS) copy(name3, own2, columns2);
        for (const name3 of EDGE_COLUMNS) copy(name3, lines, columns2);
        const { start: start12, length } = columns2;
        if (start12 && length) placeEvidence(lines, start12, length);
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

  // src/focus.ts
  var focus_exports = {};
  __export(focus_exports, {
    leave: () => leave,
    opener: () => opener,
    refresh: () => refresh,
    start: () => start3,
    toggle: () => toggle
  });
  var MOST3, NARROW, panel, timed, listed, hasMiddle, isOn, name2, leave, toggle, opener, why, asList, restList, head, hint, sayIn, asStage, render, refresh, onKey, start3;
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
      MOST3 = 40;
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
        const row4 = ({ node: node2, says, edge }) => {
          const label = `Why ${nodes.label[node2].slice(0, 60)}`;
          return named2(
            node2,
            says,
            edge >= 0 ? button({ class: "more", "aria-label": label }, "Why", () => why(node2)) : null
          );
        };
        const part2 = (title2, list2) => list2.length ? section(title2, ...listing(list2, row4, { class: "tight" })) : null;
        return [part2("Papers", members.papers), ...members.groups.map((group3) => part2(group3.title, group3.members))];
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
          panel.querySelector(focused)?.focus();
        };
        const choice2 = (label, value) => {
          const turn = () => {
            timed = value;
          };
          return button(
            { "aria-pressed": String(timed === value) },
            label,
            again(turn, ".segments [aria-pressed=true]")
          );
        };
        const open4 = () => {
          listed = !listed;
        };
        const more = `and ${left2.toLocaleString("en")} more`;
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
          left2 && panel.clientWidth >= NARROW ? button(
            { class: "ask", "aria-expanded": String(listed), "data-rest": "" },
            more,
            again(open4, "[data-rest]")
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
        const seen = readable(inTime2 ? { ...members, groups: [] } : members, MOST3);
        const placement = placeOn(stage, seen, [now.selected, name2()], inTime2);
        const { middle, places, wide: wide2, high: high2, ticks: ticks3 } = placement;
        const anchors = new Map(
          [...places].filter(([{ node: node2 }]) => node2 >= 0).map(([{ node: node2, hook }, { x: x2, y: y2 }]) => [node2, { x: x2 + hook.x, y: y2 + hook.y }])
        );
        const all5 = [...members.papers, ...members.groups.flatMap((group3) => group3.members)];
        const weights3 = new Map([...places.keys()].map(({ node: node2, weight: weight2 }) => [node2, weight2]));
        const weightOf = (node2) => Math.min(1, weights3.get(node2) ?? 0);
        const svg2 = linesOf({ wide: wide2, high: high2, anchors, middle: middle.node, weightOf }, why);
        for (const line7 of svg2.querySelectorAll(".spoke"))
          line7.classList.toggle("chosen", line7.dataset.end === String(now.target));
        stage.prepend(svg2, ...ticks3);
        const left2 = all5.filter(({ node: node2 }) => !anchors.has(node2));
        panel.replaceChild(head(members, left2.length), panel.children[0]);
        if (left2.length && listed) panel.append(restList(left2));
        stage.querySelector("a")?.setAttribute("tabindex", "0");
        bar2.textContent = all5.length ? hint() : "Nothing that passes the filters is linked with it.";
        listen(stage, svg2, placement, { say: sayIn(bar2, all5), why });
        arrive(stage, svg2, placement);
      };
      render = () => {
        const on3 = isOn();
        panel.hidden = !on3;
        document.body.classList.toggle("with-focus", on3);
        for (const made3 of document.querySelectorAll("[data-focus]")) made3.setAttribute("aria-pressed", String(on3));
        if (!on3) {
          forget();
          panel.replaceChildren();
          return;
        }
        panel.setAttribute("aria-label", `Neighbourhood of ${name2().slice(0, 80)}`);
        const held2 = panel.contains(document.activeElement) && document.activeElement?.matches("[data-node]");
        const members = membersOf(now);
        const style = getComputedStyle(panel);
        const wide2 = panel.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        if (wide2 >= NARROW) asStage(members);
        else panel.replaceChildren(head(members, 0), el("div", { class: "scroll" }, ...present(asList(members))));
        if (held2) panel.querySelector("a[tabindex='0'], .scroll a")?.focus();
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
      particular = ({ particular: words2, members }) => {
        const found = new Map(members.map((node2) => [nodes.label[node2], node2]));
        const tags = words2.map((word) => {
          const node2 = found.get(word);
          return node2 === void 0 ? foreign(word, { class: "tag" }) : nodeLink(node2, word, { class: `tag ${nodes.kind[node2]}` });
        });
        return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
      };
      subtopicRow = ({ name: name3, papers: papers5 }) => el(
        "li",
        { class: "subtopic" },
        button(
          { class: "pick" },
          [swatch(name3), foreign(name3, { class: "grow" })],
          () => showTopic(name3)
        ),
        el("span", { class: "count" }, plural(papers5, "paper"))
      );
      cardTopic = (topic5) => {
        const { name: name3, parent, papers: papers5, subtopics, central } = topic5;
        return [
          el("h2", { dir: "auto" }, name3),
          meta(
            plural(papers5, "paper"),
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
  var columns, broader, NODE_TEXTS, NODE_TYPES, NODE_NAMES, EDGE_NAMES, EDGE_TYPES, nodeRows, edgeRow, edgeRows, cell, csvOf, csv, nodeTable, edgeTable, key2, data2, graphml;
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
        const drawn4 = { abstract: texts.abstract[i], r, g, b };
        return {
          id: nodes.key[i],
          ...Object.fromEntries(
            NODE_NAMES.map((name3) => [name3, drawn4[name3] ?? columns(nodes)[name3]?.[i] ?? ""])
          )
        };
      });
      edgeRow = (texts) => (line7) => {
        const edge = now3.edge[line7];
        const ends2 = { source: nodes.key[now3.a[line7]], target: nodes.key[now3.b[line7]] };
        const relation3 = nameOf(line7);
        const id = `${ends2.source}--${relation3}--${ends2.target}`;
        if (edge < 0) return { id, ...ends2, relation: relation3, weight: now3.weight[line7] };
        const shared2 = texts.shared[edge];
        const count3 = { shared_count: shared2 ? split(shared2).length : "" };
        const own2 = Object.fromEntries(
          EDGE_NAMES.map((name3) => [
            name3,
            count3[name3] ?? columns(texts)[name3]?.[edge] ?? columns(edges)[name3]?.[edge]
          ])
        );
        for (const name3 of Object.keys(EDGE_TYPES)) if (own2[name3] === 0) own2[name3] = "";
        return { ...own2, id, ...ends2, relation: relation3 };
      };
      edgeRows = (texts) => {
        const all5 = Array.from({ length: now3.count }, (_, line7) => line7).filter(isListed);
        return all5.sort((p, q) => now3.edge[p] - now3.edge[q] || p - q).map(edgeRow(texts));
      };
      cell = (value) => {
        const text2 = String(value ?? "");
        return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
      };
      csvOf = (list2) => list2.map((row4) => `${row4.map(cell).join(",")}
`).join("");
      csv = (heads2, names5, list2) => csvOf([heads2, ...list2.map((row4) => names5.map((name3) => row4[name3]))]);
      nodeTable = async () => {
        const rest3 = NODE_NAMES.filter((name3) => name3 !== "label");
        return csv(["Id", "Label", ...rest3], ["id", "label", ...rest3], nodeRows(await all2()));
      };
      edgeTable = async () => {
        const rest3 = EDGE_NAMES.filter((name3) => name3 !== "weight");
        const list2 = edgeRows(await all2()).map((row4) => ({ ...row4, type: "Directed" }));
        const heads2 = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest3];
        return csv(heads2, ["source", "target", "type", "relation", "id", "weight", ...rest3], list2);
      };
      key2 = (id, of, name3, type = "string") => `<key id="${id}" for="${of}" attr.name="${name3}" attr.type="${type}"/>
`;
      data2 = (row4, names5) => names5.filter((name3) => row4[name3] !== "" && row4[name3] !== void 0).map((name3) => `<data key="${name3}">${content2(String(row4[name3]))}</data>
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

  // src/compare_files.ts
  var labels, shareName, cellOf, first2, facts, parts2, linesOf2, named3, asCsv, plain, line3, table2, MOST4, bullets, asMarkdown;
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
      shareName = ({ sets }, names5) => sets.length === names5.length ? names5.length === 2 ? "both" : `all ${names5.length}` : `${sets.length > 1 ? "" : "only "}${sets.map((at8) => names5[at8]).join(" and ")}`;
      cellOf = (value, papers5) => papers5 ? value < 0 ? "" : RELATIONS[edges.relation[value]]?.edge ?? edges.relation[value] : value;
      first2 = (item) => {
        const paper = earliest(linked(now, item).keys());
        return paper < 0 ? "" : `${nodes.label[paper]} (${nodes.date[paper]})`;
      };
      facts = (items) => {
        const papers5 = isPaper(items[0]);
        if (papers5)
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
        ...items.map((_, at8) => share.sets.includes(at8) ? share.members.length : "")
      ]);
      linesOf2 = (items) => (isPaper(items[0]) ? sharedNames2 : sharedCompany)(now, items);
      named3 = (items) => linesOf2(items).map(({ node: node2, cells }) => [
        KINDS[nodes.kind[node2]]?.one ?? nodes.kind[node2],
        [nodes.label[node2], ...cells.map((value) => cellOf(value, isPaper(items[0])))]
      ]);
      asCsv = (items) => csvOf([
        ["section", "name", ...labels(items)],
        ...facts(items).map((row4) => ["facts", ...row4]),
        ...parts2(items).map((row4) => ["in common and apart", ...row4]),
        ...named3(items).map(([kind, row4]) => [kind, ...row4])
      ]);
      plain = (text2) => String(text2).replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
      line3 = (cells) => `| ${cells.map(plain).join(" | ")} |`;
      table2 = (heads2, body3) => [line3(heads2), `|${" --- |".repeat(heads2.length)}`, ...body3.map(line3)].join("\n");
      MOST4 = 30;
      bullets = (members) => {
        const dated2 = (node2) => nodes.date[node2] ? ` (${nodes.date[node2]})` : "";
        const list2 = members.slice(0, MOST4).map((node2) => `- ${plain(nodes.label[node2] + dated2(node2))}`);
        return [...list2, ...members.length > MOST4 ? [`- and ${members.length - MOST4} more`] : []].join("\n");
      };
      asMarkdown = (items) => {
        const names5 = labels(items);
        const shared2 = named3(items).slice(0, MOST4);
        const cut = shares(setsOf(now, items));
        const nouns = isPaper(items[0]) ? "Names" : "Papers";
        const parts4 = [
          `# ${names5.map(plain).join(" and ")}`,
          table2(["", ...names5], facts(items)),
          `## ${nouns} in common and apart`,
          table2(
            ["", nouns],
            cut.map((share) => [shareName(share, names5), share.members.length])
          )
        ];
        if (shared2.length) {
          const rows2 = shared2.map(([kind, [name3, ...cells]]) => [name3, kind, ...cells]);
          parts4.push("## Named with them", table2(["", "kind", ...names5], rows2));
        }
        for (const share of cut)
          if (share.sets.length > 1 && share.members.length)
            parts4.push(`## Of ${plain(shareName(share, names5))}`, bullets(share.members));
        return `${parts4.join("\n\n")}
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
        const parts4 = [];
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
        const at8 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
        const alpha = (name3) => pen.globalAlpha < 1 ? ` ${name3}-opacity="${round(pen.globalAlpha)}"` : "";
        const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
        const text2 = (words2, x2, y2, attributes) => {
          const font = attribute(pen.font);
          parts4.push(
            `<text transform="translate(${at8(x2, y2)})" style="font:${font}" text-anchor="middle" dominant-baseline="central" stroke-linejoin="round" ${attributes}>${content2(words2)}</text>`
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
            const kept2 = path2;
            path2 = "";
            pen.rect(x2, y2, w, h);
            pen.fill();
            path2 = kept2;
          },
          // Only whole circles are needed.
          arc: (x2, y2, r) => {
            const turn = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
            path2 += `M${at8(x2 + r, y2)}${turn} ${at8(x2 - r, y2)}${turn} ${at8(x2 + r, y2)}Z`;
          },
          fill: () => {
            if (path2)
              parts4.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
          },
          stroke: () => {
            if (path2) parts4.push(`<path d="${path2}" ${lineLook()}/>`);
          },
          fillText: (words2, x2, y2) => text2(words2, x2, y2, `fill="${attribute(String(pen.fillStyle))}"`),
          strokeText: (words2, x2, y2) => text2(words2, x2, y2, lineLook()),
          measureText: (words2) => {
            measuring.font = pen.font;
            return measuring.measureText(words2);
          },
          finish: (title2) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
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
  var sheet2, SHARP, aim, onCanvas, png, svg, whole2, key3;
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
        all(ctx2, { ratio: SHARP });
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
        all(pen, { ratio: 1 });
        return new Blob([pen.finish(document.title)], { type: "image/svg+xml" });
      };
      whole2 = () => {
        const box2 = bounds(nodes.id);
        const width = 1e3;
        if (!box2) return { x: 0, y: 0, zoom: 1, width, height: 100 };
        const [wide2, high2] = [box2.right - box2.left, box2.bottom - box2.top];
        const height = Math.round(Math.min(1250, Math.max(400, (width - 80) * high2 / wide2 + 80)));
        const zoom2 = Math.min((width - 80) / wide2, (height - 80) / high2, 2);
        return { x: (box2.left + box2.right) / 2, y: (box2.top + box2.bottom) / 2, zoom: zoom2, width, height };
      };
      key3 = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
      window.addEventListener("beforeprint", () => {
        document.documentElement.dataset.print = "";
        dress();
        stale4();
        sheet2.replaceChildren(onCanvas(whole2()), el("p", { class: "key" }, ...key3()));
      });
      window.addEventListener("afterprint", () => {
        delete document.documentElement.dataset.print;
        sheet2.replaceChildren();
        restyle();
      });
    }
  });

  // src/export_menu.ts
  var opener2, menu, status, UTF8, STEPS4, stem, download, text, copy2, THINGS, open2, run;
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
        const words2 = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const { view: view4 } = now;
        return [words2.slice(0, 60) || "graph", view4 === "full" ? "" : view4].filter(Boolean).join("-");
      };
      download = (blob, ending) => {
        const href = URL.createObjectURL(blob);
        const name3 = `${stem()}${ending}`;
        el("a", { href, download: name3 }).click();
        setTimeout(() => URL.revokeObjectURL(href), 1e4);
        return `Saved ${name3}`;
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
        opener2.setAttribute("aria-expanded", String(wanted));
      };
      run = (act) => async () => {
        open2(false);
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
        open2(menu.hidden);
        if (!menu.hidden) menu.querySelector("button")?.focus();
      });
      menu.addEventListener("keydown", (event) => {
        const all5 = [...menu.querySelectorAll("button")];
        const step3 = STEPS4[event.key];
        if (event.key === "Escape") {
          open2(false);
          opener2.focus();
        } else if (step3)
          all5[(all5.indexOf(document.activeElement) + step3 + all5.length) % all5.length].focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target) && target !== opener2) open2(false);
      });
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
  var WORD, TOLERANCE, MOST5, REMEMBERED, LEAST3, wordsOf, bitsOf, ones, rowsOfTable, distance, remembered, makeTerms;
  var init_search_terms = __esm({
    "src/search_terms.ts"() {
      "use strict";
      init_grade();
      WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
      TOLERANCE = 0.2;
      MOST5 = 2;
      REMEMBERED = 50;
      LEAST3 = 4;
      wordsOf = (text2) => fold2(text2).match(WORD) ?? [];
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
      distance = (a, b, most2) => {
        if (Math.abs(a.length - b.length) > most2 || b.length > 62) return a === b ? 0 : most2 + 1;
        const far = most2 + 1;
        let [before2, last, now5] = rowsOfTable;
        for (let j = 0; j <= b.length; j += 1) now5[j] = Math.min(j, far);
        for (let i = 1; i <= a.length; i += 1) {
          [before2, last, now5] = [last, now5, before2];
          const [first3, end2] = [Math.max(1, i - most2), Math.min(b.length, i + most2)];
          now5[first3 - 1] = first3 === 1 ? Math.min(i, far) : far;
          let least2 = now5[first3 - 1];
          for (let j = first3; j <= end2; j += 1) {
            const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
            let found = Math.min(last[j] + 1, now5[j - 1] + 1, last[j - 1] + change);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            if (swapped) found = Math.min(found, before2[j - 2] + 1);
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
        const [words2, bits, postings] = [[], [], []];
        const add3 = (row4, text2) => {
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
          const most2 = word.length < LEAST3 ? 0 : Math.min(MOST5, Math.round(TOLERANCE * word.length));
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
            add3(row4, text2);
          },
          ...{ beginning: beginning2.ask, almost: almost.ask },
          get size() {
            return words2.length;
          }
        };
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
    parts: () => parts3,
    prepare: () => prepare
  });
  var SLICE, TITLE, OTHER, ABSTRACT, parts3, unpacked, done, namesOf, abstractOf, lineOf, isWhole, pause, goThrough, make, making, prepare;
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
      parts3 = [
        { terms: makeTerms(), weight: 3 },
        { terms: makeTerms(), weight: 1.5 },
        { terms: makeTerms(), weight: 1 }
      ];
      unpacked = null;
      done = false;
      namesOf = (row4) => {
        const names5 = rest.names;
        return row4 >= corpus.drawn ? names5?.[row4 - corpus.drawn] ?? "" : "";
      };
      abstractOf = (row4) => {
        const node2 = corpus.node[row4];
        return node2 < 0 ? "" : unpacked?.abstract[node2] ?? "";
      };
      lineOf = (row4) => fold2(
        [corpus.title[row4], corpus.authors[row4], namesOf(row4), abstractOf(row4)].join("\n").replace(/\s+/g, " ")
      );
      isWhole = () => done;
      pause = () => new Promise((go2) => setTimeout(go2));
      goThrough = async (items, act) => {
        let start12 = performance.now();
        for (const item of items) {
          act(item);
          if (performance.now() - start12 < SLICE) continue;
          await pause();
          start12 = performance.now();
        }
      };
      make = async (first3) => {
        const [titles, others3, abstracts] = parts3;
        for (const step3 of first3) await goThrough(Array(step3.size).keys(), (at8) => step3.upTo(at8 + 1));
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
      prepare = (first3) => {
        making ??= make(first3);
        return making;
      };
    }
  });

  // src/card_undrawn.ts
  var panel2, close, names3, show3;
  var init_card_undrawn = __esm({
    "src/card_undrawn.ts"() {
      "use strict";
      init_corpus();
      init_dom();
      init_model();
      init_rows();
      init_search_index();
      init_state();
      panel2 = byId("card");
      close = () => {
        panel2.hidden = true;
        document.body.classList.remove("with-card");
      };
      names3 = (row4) => {
        const labels2 = new Set(split(namesOf(row4)));
        const drawn4 = new Map(
          nodes.id.filter((node2) => labels2.has(nodes.label[node2])).map((node2) => [nodes.label[node2], node2])
        );
        const tag = (label) => {
          const node2 = drawn4.get(label);
          return node2 === void 0 ? foreign(label, { class: "tag" }) : nodeLink(node2, label, { class: `tag ${nodes.kind[node2]}` });
        };
        return labels2.size ? section("Names", el("div", { class: "tags" }, ...[...labels2].map(tag))) : null;
      };
      show3 = (row4) => {
        clear();
        const link2 = outside(corpus.url[row4]);
        const topics4 = [.../* @__PURE__ */ new Set([corpus.topic[row4], corpus.subtopic[row4]])].filter(
          (name3) => topic.has(name3)
        );
        panel2.replaceChildren(
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
        panel2.hidden = false;
        panel2.dataset.node = "";
        document.body.classList.add("with-card");
        panel2.scrollTop = 0;
      };
    }
  });

  // src/search_match.ts
  var CHECKED, TOGETHER, answersOf, usual2, sorted, top2, match, excluded;
  var init_search_match = __esm({
    "src/search_match.ts"() {
      "use strict";
      init_search_terms();
      CHECKED = 24;
      TOGETHER = 1.6;
      answersOf = (word, parts4, ask3) => parts4.map(({ terms }) => terms[ask3](word));
      usual2 = (answers) => answers.flat().sort((a, b) => b.weight * b.rows.length - a.weight * a.rows.length)[0]?.word ?? "";
      sorted = (rows2, score) => rows2.sort((a, b) => score[b] - score[a] || a - b);
      top2 = (rows2, score) => {
        const best = [];
        for (const row4 of rows2) {
          if (best.length === CHECKED && score[row4] <= score[best[CHECKED - 1]]) continue;
          let at8 = best.length;
          while (at8 > 0 && score[best[at8 - 1]] < score[row4]) at8 -= 1;
          best.splice(at8, 0, row4);
          if (best.length > CHECKED) best.pop();
        }
        return best;
      };
      match = (terms, parts4, size3, text2) => {
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
        const [score, now5, counts5] = [new Float32Array(size3), new Float32Array(size3), new Uint8Array(size3)];
        const firsts = new Uint8Array(size3);
        const words2 = [...new Set(terms.filter(({ no }) => !no).flatMap((term) => wordsOf(term.text)))];
        const all5 = [];
        for (const [at8, word] of words2.entries()) {
          let answers = answersOf(word, parts4, "beginning");
          if (!answers.some((list2) => list2.length)) {
            answers = answersOf(word, parts4, "almost");
            if (answers.some((list2) => list2.length)) found.spelt.push([word, usual2(answers)]);
          }
          const touched2 = [];
          answers.forEach((list2, part2) => {
            for (const answer3 of list2) {
              found.words.add(answer3.word);
              const value = parts4[part2].weight * answer3.weight * Math.log(1 + size3 / answer3.rows.length);
              for (const row4 of answer3.rows) {
                if (!now5[row4]) touched2.push(row4);
                now5[row4] = Math.max(now5[row4], value);
                found.parts[row4] |= 1 << part2;
                if (part2 === 0 && firsts[row4] === at8) firsts[row4] = at8 + 1;
              }
            }
          });
          for (const row4 of touched2) {
            if (!counts5[row4]) all5.push(row4);
            counts5[row4] += 1;
            score[row4] += now5[row4];
            now5[row4] = 0;
          }
        }
        const quoted2 = terms.filter((term) => term.quoted && !term.no);
        const fits = (row4) => quoted2.every((term) => text2(row4).includes(term.text));
        found.rows = all5.filter((row4) => counts5[row4] === words2.length && fits(row4));
        found.best = top2(found.rows, score);
        if (!found.rows.length) {
          const most2 = all5.reduce((least2, row4) => Math.max(least2, counts5[row4]), 0);
          const nearly = all5.filter((row4) => counts5[row4] === most2);
          found.nearly = most2 * 2 >= words2.length ? top2(nearly, score) : [];
        }
        for (const row4 of found.best) if (firsts[row4] === words2.length) found.whole.add(row4);
        if (words2.length > 1) {
          const phrase = words2.join(" ");
          for (const row4 of found.best) if (text2(row4).includes(phrase)) score[row4] *= TOGETHER;
          sorted(found.best, score);
        }
        return found;
      };
      excluded = (terms, parts4, size3, text2) => {
        const out = new Uint8Array(size3);
        for (const term of terms.filter(({ no }) => no)) {
          const counts5 = new Uint8Array(size3);
          const words2 = wordsOf(term.text);
          words2.forEach((word, at8) => {
            for (const list2 of answersOf(word, parts4, "beginning"))
              for (const { rows: rows2 } of list2) for (const row4 of rows2) if (counts5[row4] === at8) counts5[row4] = at8 + 1;
          });
          counts5.forEach((count3, row4) => {
            if (count3 === words2.length && (!term.quoted || text2(row4).includes(term.text))) out[row4] = 1;
          });
        }
        return out;
      };
    }
  });

  // src/search_names.ts
  var ALIAS, ID, SHORTEST_ID, LIKE, empty, add, idOf, growing, entities3, papers3, topicNames2, topics2, keep, candidates, find, pairAt, nearest3;
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
      add = (names5, of, name3, rank) => {
        if (!name3) return;
        const folded = fold2(name3);
        names5.of.push(of);
        names5.name.push(name3);
        names5.folded.push(folded);
        names5.loose.push(rank === ID ? "" : loose(folded));
        names5.rank.push(rank);
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
      growing = (made3, size3, add3) => {
        let next = 0;
        const upTo = (end2) => {
          for (; next < end2; next += 1) add3(made3, next);
        };
        return {
          ...{ size: size3, upTo },
          get whole() {
            upTo(size3);
            return made3;
          }
        };
      };
      entities3 = growing(empty(), nodes.id.length, (names5, node2) => {
        if (isPaper(node2)) return;
        add(names5, node2, nodes.label[node2], 0);
        for (const alias of split(nodes.aliases[node2])) add(names5, node2, alias, ALIAS);
      });
      papers3 = growing(empty(), corpus.size, (names5, row4) => {
        add(names5, row4, corpus.title[row4], 0);
        for (const id of /* @__PURE__ */ new Set([idOf(corpus.key[row4]), corpus.arxiv[row4], corpus.doi[row4]]))
          add(names5, row4, id, ID);
      });
      topicNames2 = [...topic.keys()];
      topics2 = growing(empty(), topicNames2.length, (names5, at8) => add(names5, at8, topicNames2[at8], 0));
      keep = (best, hit, most2) => {
        const before2 = (a, b) => a.score - b.score || b.weight - a.weight || a.of - b.of;
        let at8 = best.length;
        while (at8 > 0 && before2(hit, best[at8 - 1]) < 0) at8 -= 1;
        if (at8 >= most2) return;
        best.splice(at8, 0, hit);
        if (best.length > most2) best.pop();
      };
      candidates = ({ last, of }, query) => loose(last.query) !== "" && query.startsWith(last.query) ? last.answered : of.keys();
      find = (names5, query, most2, weigh) => {
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
        for (const at8 of candidates(names5, query)) {
          const [of, rank] = [names5.of[at8], names5.rank[at8]];
          if (current2 && current2.of !== of) close3();
          const found = grade(names5.folded[at8], query, words2, [names5.loose[at8], looseQuery]);
          if (found < 0 || rank === ID && found > 1) continue;
          answered.push(at8);
          if (rank === ID && query.length < SHORTEST_ID) continue;
          const score = found * 2 + Number(rank > 0);
          if (!current2 || score < current2.score)
            current2 = { of, score, alias: rank ? names5.name[at8] : "", weight: 0 };
        }
        close3();
        names5.last = { query, answered };
        return { best, all: all5 };
      };
      pairAt = (text2, at8) => text2.charCodeAt(at8 - 1) * 65536 + text2.charCodeAt(at8);
      nearest3 = (names5, query, most2) => {
        const text2 = loose(query);
        const own2 = new Set(Array.from({ length: Math.max(text2.length - 1, 0) }, (_, at8) => pairAt(text2, at8 + 1)));
        const best = [];
        for (let row4 = 0; row4 < names5.of.length; row4 += 1) {
          const name3 = names5.loose[row4];
          if (name3.length > 3 * text2.length || 3 * name3.length < text2.length) continue;
          let shared2 = 0;
          for (let at8 = 1; at8 < name3.length; at8 += 1) if (own2.has(pairAt(name3, at8))) shared2 += 1;
          const share = 2 * shared2 / (own2.size + Math.max(name3.length - 1, 1));
          if (share < LIKE || best.some(({ of }) => of === names5.of[row4])) continue;
          const alias = names5.rank[row4] ? names5.name[row4] : "";
          keep(best, { of: names5.of[row4], score: 1 - share, alias, weight: 0 }, most2);
        }
        return best;
      };
    }
  });

  // src/search_operators.ts
  var LOOSELY, NEAR, MOST6, REMEMBERED2, kindOf, FIELDS, HELP, remembered2, entitiesOf, rowsNaming, addRest, where, ofKind, rowsOf, passing2, allowed, kindsOf, namedIn;
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
      MOST6 = 200;
      REMEMBERED2 = 20;
      kindOf = new Map(
        Object.entries(KINDS).flatMap(
          ([kind, { one, many: many2 }]) => [kind, one.toLowerCase(), many2.toLowerCase()].map((word) => [word, kind])
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
        const hits = find(every, value, MOST6, () => 0).best.filter(({ of }) => nodes.kind[of] === kind);
        const least2 = hits[0]?.score ?? LOOSELY + 1;
        if (least2 <= LOOSELY) return hits.filter(({ score }) => score <= Math.max(least2, 1)).map(({ of }) => of);
        const near2 = nearest3(every, value, 4 * NEAR).filter(({ of }) => nodes.kind[of] === kind);
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
      addRest = (found, labels2) => {
        for (let row4 = corpus.drawn; row4 < corpus.size; row4 += 1)
          if (split(namesOf(row4)).some((label) => labels2.has(label))) found[row4] = 1;
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
          (name3) => operators.find(({ field, no }) => field === name3 && !no)
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
        const named6 = (no) => wanted.filter((one) => one.no === no).flatMap(({ value }) => kindOf.get(value) ?? []);
        const [without, only2] = [named6(true), named6(false)];
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
        const plain3 = [];
        const term = (text3, quoted2, no) => {
          const folded = fold2(text3).replace(/\s+/g, " ").trim();
          if (!/[\p{L}\p{N}]/u.test(folded)) return;
          found.terms.push({ text: folded, quoted: quoted2, no });
          if (!no) plain3.push(text3.trim());
        };
        const text2 = typed.replace(/^\s*\//, "").replace(ADDRESS, (_, id) => bare(id));
        for (const [, minus2, name3, quote, word] of text2.matchAll(PART)) {
          const [field, value, no] = [name3?.toLowerCase() ?? "", quote ?? word ?? "", minus2 === "-"];
          if (!field) term(value, quote !== void 0, no);
          else if (!fields.includes(field)) {
            found.notes.push(`“${field}:” is not an operator and is read as text.`);
            term(quote === void 0 ? `${name3}:${value}` : `${name3}: ${value}`, false, no);
          } else if ((field === "since" || field === "until") && !DATE2.test(value))
            found.notes.push(`“${field}:” wants a date such as 2024, 2024-06 or 2024-06-15.`);
          else if (value.trim()) found.operators.push({ field, value: fold2(value.trim()), no });
        }
        found.text = plain3.join(" ");
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
  var MOST7, weighNode, weighRow, weighTopic, spelt, almostNamed, steps, entitiesFor, isOut2, papersFor, inGroups, topicsFor, isFirst, ask, rowsOf2;
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
      MOST7 = { entities: 6, titles: 5, authors: 3, abstracts: 4, topics: 3, nearest: 4 };
      weighNode = (node2) => nodes.papers[node2];
      weighRow = (row4) => corpus.node[row4] < 0 ? -1 : nodes.papers[corpus.node[row4]];
      weighTopic = (at8) => [...topic.values()][at8].papers;
      spelt = growing(makeTerms(), nodes.id.length, (terms, node2) => {
        if (!isPaper(node2)) terms.add(node2, `${nodes.label[node2]} ${nodes.aliases[node2]}`);
      });
      almostNamed = (query) => {
        const parts4 = [{ terms: spelt.whole, weight: 1 }];
        const found = match(query.terms, parts4, nodes.id.length, () => query.text);
        const best = found.best.sort((a, b) => weighNode(b) - weighNode(a));
        return best.slice(0, MOST7.entities).map((of) => ({ of, score: 1, alias: "", weight: 0 }));
      };
      steps = [entities3, papers3, spelt];
      entitiesFor = (query, folded) => {
        const kinds4 = kindsOf(query);
        const named6 = namedIn(query).map((of) => ({ of, score: 0, alias: "", weight: 0 }));
        const found = folded ? find(entities3.whole, folded, 4 * MOST7.entities, weighNode).best : [];
        const all5 = named6.length || found.length || !folded ? [...named6, ...found] : almostNamed(query);
        const seen = /* @__PURE__ */ new Set();
        return all5.filter(({ of }) => !seen.has(of) && seen.add(of) && (!kinds4 || kinds4.has(nodes.kind[of]))).slice(0, MOST7.entities);
      };
      isOut2 = (row4, allowed2, out) => allowed2 !== null && !allowed2[row4] || out[row4] === 1;
      papersFor = (query, folded) => {
        const notes = [...query.notes];
        const allowed2 = allowed(query, notes);
        const { size: size3 } = corpus;
        const matches = match(query.terms, parts3, size3, lineOf);
        const out = excluded(query.terms, parts3, size3, lineOf);
        const keep2 = (row4) => !isOut2(row4, allowed2, out);
        const quoted2 = query.terms.some((term) => term.quoted && !term.no);
        const titles = folded && !quoted2 ? find(papers3.whole, folded, allowed2 ? 100 : MOST7.titles, weighRow) : null;
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
        const titles = titled.slice(0, MOST7.titles).map(({ of, alias }) => ({ row: of, alias }));
        const seen = new Set(titles.map(({ row: row4 }) => row4));
        const [authors, abstracts] = [[], []];
        for (const row4 of best) {
          if (seen.has(row4)) continue;
          const { [row4]: bits } = matches.parts;
          const [list2, most2] = matches.whole.has(row4) || bits === TITLE ? [titles, MOST7.titles] : bits === OTHER && !namesOf(row4) ? [authors, MOST7.authors] : [abstracts, MOST7.abstracts];
          if (list2.length < most2) list2.push({ row: row4, alias: "" });
        }
        return { titles, authors, abstracts };
      };
      topicsFor = (folded) => {
        const all5 = [...topic.keys()];
        return folded ? find(topics2.whole, folded, MOST7.topics, weighTopic).best.map(({ of }) => all5[of]) : [];
      };
      isFirst = ([title2], [entity]) => title2 && (!entity || title2.score < entity.score);
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
        const near2 = nearest3(entities3.whole, folded, MOST7.nearest);
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
        const first3 = hits[around3.indexOf(Math.max(...around3))].from;
        let start12 = Math.max(0, first3 - BEFORE);
        if (start12 > 0) start12 = text2.indexOf(" ", start12 - 1) + 1 || start12;
        start12 = Math.min(start12, first3);
        let end2 = Math.min(text2.length, Math.max(start12 + length, first3 + 1));
        if (end2 < text2.length)
          end2 = Math.max(text2.lastIndexOf(" ", end2), hits.find((hit) => hit.from === first3)?.to ?? end2);
        const pieces2 = start12 > 0 ? [["… ", false]] : [];
        let at8 = start12;
        for (const { from, to } of hits) {
          if (from < start12 || to > end2) continue;
          if (from > at8) pieces2.push([text2.slice(at8, from), false]);
          pieces2.push([text2.slice(from, to), true]);
          at8 = to;
        }
        pieces2.push([text2.slice(at8, end2) + (end2 < text2.length ? " …" : ""), false]);
        return pieces2.filter(([piece]) => piece !== "");
      };
    }
  });

  // src/search_list.ts
  var MOST_SIGNS, note, entityRow, pieces, paperRow, draw, line4, byline, ofTopic3;
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
        const names5 = namesOf(row4);
        const found = snippet(abstract || (names5 ? `Names ${names5.replaceAll(" | ", ", ")}` : ""), words2);
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
        const group3 = (title2, items) => {
          if (!items.length) return;
          const heading2 = el("span", { class: "heading", "aria-hidden": "true" }, title2);
          const list2 = el("ul", { role: "presentation" }, ...items);
          drawn4.items.push(el("li", { role: "group", "aria-label": title2 }, heading2, list2));
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
          drawn4.items.push(line4(`Nothing found for “${answer3.query.text}”. The nearest:`));
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
          const topic5 = (name3) => [swatch(name3), foreign(name3, { class: "hit" }), ofTopic3(name3)];
          group3(
            "Topics",
            answer3.topics.map((name3) => option(`topic ${name3}`, () => acts2.topic(name3), topic5(name3)))
          );
          if (answer3.rows.length) {
            drawn4.all = drawn4.choices.length;
            const many2 = answer3.rows.length === 1 ? "The one paper" : `All ${plural(answer3.rows.length, "paper")}`;
            const keys2 = note("filters list and map · Ctrl+Enter");
            drawn4.items.push(option("all", acts2.all, [el("span", { class: "hit" }, many2), keys2], "all"));
          }
          if (!isWhole()) drawn4.items.push(line4("Abstracts are being read …"));
          for (const text2 of answer3.notes) drawn4.items.push(line4(text2));
          if (answer3.notes.length) drawn4.items.push(line4(`Operators: ${HELP.join(" ")}`));
        }
        return drawn4;
      };
      line4 = (text2) => el("li", { class: "none", role: "presentation" }, text2);
      byline = (row4) => foreign(corpus.authors[row4].slice(0, MOST_SIGNS), { class: "snippet" });
      ofTopic3 = (name3) => note(plural(topic.get(name3)?.papers ?? 0, "paper"));
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
  var input, box, status2, NOTHING, drawn3, active, answer2, usual3, point, close2, dress3, release, ask2, finish, acts, refresh2, prepare2, step2, leave2, keys, focus;
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
      status2 = byId("search-status");
      NOTHING = { items: [], choices: [], all: -1 };
      drawn3 = NOTHING;
      active = -1;
      answer2 = null;
      usual3 = { placeholder: input.placeholder, label: input.getAttribute("aria-label") ?? "" };
      point = (next) => {
        active = next;
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
      dress3 = ({ placeholder, label }) => {
        input.placeholder = placeholder;
        input.setAttribute("aria-label", label);
        input.classList.toggle("asking", answer2 !== null);
      };
      release = () => {
        answer2 = null;
        dress3(usual3);
      };
      ask2 = (question, give2) => {
        answer2 = give2;
        dress3({ placeholder: question, label: question });
        input.value = "";
        refresh2();
        input.focus();
      };
      finish = () => {
        input.value = "";
        refresh2();
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
          show3(row4);
          byId("card").focus({ preventScroll: true });
        },
        topic: (name3) => {
          finish();
          if (now.topic !== name3) showTopic(name3);
          byId("card").focus({ preventScroll: true });
        },
        all: () => {
          const text2 = input.value.replace(/^\s*\//, "").trim();
          finish();
          input.blur();
          narrow("text", text2);
        }
      };
      refresh2 = (kept2 = "") => {
        const typed = input.value.replace(/^\s*\//, "").trim();
        const found = typed === "" ? null : ask(typed);
        drawn3 = found ? draw(found, acts, answer2 !== null) : NOTHING;
        const none = typed !== "" && !drawn3.choices.length;
        box.replaceChildren(
          ...none ? [line4(`Nothing found for “${typed}”, and nothing like it.`)] : [],
          ...drawn3.items
        );
        box.hidden = typed === "";
        const { choices, all: all5 } = drawn3;
        input.setAttribute("aria-expanded", String(choices.length > 0));
        status2.textContent = typed ? `${choices.length} ${choices.length === 1 ? "suggestion" : "suggestions"}` : "";
        const first3 = found?.query.operators.length && all5 >= 0 ? all5 : 0;
        const same2 = choices.findIndex(({ key: key4 }) => key4 === kept2);
        point(choices.length ? same2 < 0 ? first3 : same2 : -1);
      };
      prepare2 = async () => {
        if (isWhole()) return;
        await prepare(steps);
        if (!box.hidden && input.value.trim() !== "") refresh2(drawn3.choices[active]?.key);
      };
      step2 = (by) => () => {
        const { length } = drawn3.choices;
        if (!length) return;
        point((active + by + length) % length);
        document.getElementById(`hit-${active}`)?.scrollIntoView({ block: "nearest" });
      };
      leave2 = () => {
        input.value = "";
        refresh2();
        input.blur();
      };
      keys = {
        ArrowDown: step2(1),
        ArrowUp: step2(-1),
        Enter: ({ ctrlKey, metaKey }) => drawn3.choices[ctrlKey || metaKey ? drawn3.all : active]?.act(),
        Escape: leave2
      };
      input.addEventListener("input", () => refresh2());
      input.addEventListener("focus", () => {
        prepare2();
        if (input.value.trim() !== "") refresh2();
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

  // src/spark.ts
  var SVG2, WIDE2, HIGH, PAD, shape, points, spark;
  var init_spark = __esm({
    "src/spark.ts"() {
      "use strict";
      SVG2 = "http://www.w3.org/2000/svg";
      [WIDE2, HIGH, PAD] = [64, 18, 2];
      shape = (name3, attributes) => {
        const made3 = document.createElementNS(SVG2, name3);
        for (const [key4, value] of Object.entries(attributes)) made3.setAttribute(key4, String(value));
        return made3;
      };
      points = (series) => {
        const most2 = Math.max(1, ...series);
        const step3 = series.length > 1 ? (WIDE2 - 2 * PAD) / (series.length - 1) : 0;
        const round = (value) => Math.round(10 * value) / 10;
        return series.map((value, at8) => [
          round(PAD + at8 * step3),
          round(HIGH - PAD - (HIGH - 2 * PAD) * value / most2)
        ]);
      };
      spark = (series) => {
        const found = points(series);
        const line7 = found.map((point2) => point2.join(",")).join(" ");
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
  var group, mains, hint2, VIEWS2, entities4, offer, refresh3, start4;
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
      entities4 = size - (kinds.get("paper") || 0);
      offer = (main, label) => {
        const made3 = button(
          { "data-main": main, "aria-pressed": String(now.main === main) },
          label,
          () => show(main)
        );
        mains.append(made3);
        return made3;
      };
      refresh3 = (now5) => {
        for (const box2 of group.querySelectorAll("input")) box2.checked = box2.value === now5.view;
        for (const made3 of mains.querySelectorAll("button"))
          made3.setAttribute("aria-pressed", String(made3.dataset.main === now5.main));
        const none = size > 0 && !shown.some(Boolean);
        hint2.hidden = !none;
        hint2.textContent = none ? "Nothing passes these filters. Remove one of them above, or reset them all." : "";
      };
      start4 = () => {
        for (const [value, [label, title2]] of Object.entries(VIEWS2)) {
          const box2 = el("input", { type: "radio", name: "view", value });
          box2.addEventListener("change", () => view2(value));
          group.append(el("label", { title: title2 }, box2, el("span", {}, label)));
        }
        group.hidden = !entities4 || entities4 === size;
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
  var MOST8, SENTENCES, NAMES2, panel3, status3, opened, shift, isAsked, has, toggle2, pinOf, heads, line5, inTime, firstPaper, topicOf, facts2, shareRow, inCommon, sharedTable, namedWith2, said2, links2, sentences, add2, save, tools, HOW, body, render2, start5;
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
      MOST8 = 4;
      SENTENCES = 3;
      NAMES2 = 8;
      panel3 = byId("compare");
      status3 = el("p", { class: "unseen", role: "status" });
      opened = -1;
      shift = false;
      isAsked = () => shift;
      has = (node2) => now.compare.includes(node2);
      toggle2 = (node2) => {
        const others3 = now.compare.filter((one) => one !== node2);
        const fits = others3.filter((one) => isPaper(one) === isPaper(node2));
        compare2(has(node2) ? others3 : [...fits, node2]);
        const left2 = plural(now.compare.length, isPaper(node2) ? "paper" : "name");
        status3.textContent = `${left2} to compare`;
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
      line5 = (title2, cells, attributes = {}) => el("tr", attributes, el("th", { scope: "row" }, title2), ...cells.map((cell3) => el("td", {}, cell3)));
      inTime = (item) => {
        const series = byTime(isPaper(item) ? [item] : linked(now, item).keys());
        const most2 = Math.max(...series);
        const { names: names5, unit } = corpus.bins;
        return el(
          "div",
          { class: "in-time" },
          spark(series),
          el(
            "span",
            { class: "count" },
            most2 ? `at most ${most2} a ${unit}, in ${names5[series.indexOf(most2)]}` : "no date"
          )
        );
      };
      firstPaper = (item) => {
        const paper = earliest(linked(now, item).keys());
        return paper < 0 ? "" : el("span", {}, nodeLink(paper), el("span", { class: "count" }, ` ${nodes.date[paper]}`));
      };
      topicOf = (item) => topic.has(nodes.topic[item]) ? el("span", { class: "chips" }, chip(nodes.topic[item])) : "";
      facts2 = (items, sets) => {
        const papers5 = isPaper(items[0]);
        const counts5 = sets.map((set) => plural(set.size, papers5 ? "name" : "paper"));
        const dated2 = corpus.bins.names.length > 1;
        return [
          line5(papers5 ? "Names" : "Papers", counts5),
          papers5 ? line5(
            "Date",
            items.map((item) => nodes.date[item])
          ) : null,
          dated2 && !papers5 ? line5("In time", items.map(inTime)) : null,
          dated2 && !papers5 ? line5("First paper", items.map(firstPaper)) : null,
          topics.length ? line5("Topic", items.map(topicOf)) : null
        ];
      };
      shareRow = (share, at8, items, most2) => {
        const { sets, members } = share;
        const names5 = labels(items).map((name3) => name3.length > 28 ? `${name3.slice(0, 27).trimEnd()}…` : name3);
        const dots = items.map((_, set) => el("span", { class: sets.includes(set) ? "dot in" : "dot" }));
        const count3 = members.length.toLocaleString("en");
        const bar2 = el("span", {});
        bar2.style.width = `${100 * members.length / Math.max(1, most2)}%`;
        const label = [
          el("span", { class: "dots", "aria-hidden": "true" }, ...dots),
          foreign(shareName(share, names5), { class: "grow" }),
          el("span", { class: "cut-bar", "aria-hidden": "true" }, bar2),
          el("span", { class: "count" }, count3)
        ];
        const act = () => {
          opened = opened === at8 ? -1 : at8;
          render2();
          panel3.querySelectorAll(".cut")[at8]?.focus();
        };
        const list2 = opened === at8 ? listing(members, (node2) => named2(node2, nodes.date[node2]), { class: "tight members" }) : [];
        return el("li", {}, button({ class: "cut", "aria-expanded": String(opened === at8) }, label, act), ...list2);
      };
      inCommon = (items, sets) => {
        const found = shares(sets);
        const most2 = Math.max(...found.map(({ members }) => members.length));
        const noun = isPaper(items[0]) ? "Names" : "Papers";
        return section(
          `${noun} in common and apart`,
          el("ul", { class: "cuts" }, ...found.map((share, at8) => shareRow(share, at8, items, most2)))
        );
      };
      sharedTable = (items, kind, list2) => {
        const papers5 = isPaper(items[0]);
        const most2 = Math.max(1, ...list2.flatMap(({ cells }) => cells));
        const cell3 = (value) => {
          const made3 = el(
            "td",
            { class: value > (papers5 ? -1 : 0) ? "some" : "none" },
            String(cellOf(value, papers5) || "")
          );
          if (!papers5 && value) made3.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(value / most2))}%`);
          return made3;
        };
        const body3 = list2.slice(0, NAMES2).map(
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
        const tables = Object.keys(KINDS).map((kind) => [kind, found.filter(({ node: node2 }) => nodes.kind[node2] === kind)]).filter(([, list2]) => list2.length).map(([kind, list2]) => sharedTable(items, kind, list2));
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
      links2 = (texts, papers5) => papers5.flatMap(
        (one, at8) => papers5.slice(at8 + 1).map((two) => {
          const likely2 = likelihood(texts, linkOf(one, two));
          const both = el("p", { class: "pair" }, foreign(nodes.label[one]), " – ", foreign(nodes.label[two]));
          const none = el("p", { class: "muted" }, "The graph has no link between them.");
          return el("div", { class: "link" }, papers5.length > 2 ? both : null, likely2 ?? none);
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
      add2 = () => ask2("Compare with …", (node2) => {
        if (!has(node2)) toggle2(node2);
      });
      save = (text2, type, ending) => download(new Blob([text2], { type: `${type};charset=utf-8` }), ending);
      tools = (items) => el(
        "div",
        { class: "view-head" },
        el("h2", {}, "Compare"),
        items.length < MOST8 ? button({ class: "ask" }, "Add …", add2) : null,
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
        panel3.hidden = now.main !== "compare";
        const items = panel3.hidden ? [] : alike(now.compare);
        const scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Comparison" });
        if (panel3.hidden) {
          panel3.replaceChildren();
          return;
        }
        const top3 = panel3.querySelector(".scroll")?.scrollTop ?? 0;
        scroll.append(...items.length ? body(items) : [el("p", { class: "muted" }, HOW)]);
        panel3.replaceChildren(tools(items), scroll);
        scroll.scrollTop = top3;
        const more = items.length > 1 ? await sentences(items) : [];
        if (!scroll.isConnected) return;
        scroll.append(...more);
        scroll.scrollTop = top3;
      };
      start5 = () => {
        const opener3 = offer("compare", "Compare");
        const recount3 = () => {
          const count3 = now.compare.length;
          opener3.textContent = count3 ? `Compare (${count3})` : "Compare";
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
      plus = (set, value) => /* @__PURE__ */ new Set([...set, value]);
      minus = (set, value) => new Set([...set].filter((one) => one !== value));
      percent2 = (value) => `${Math.round(100 * value)} %`;
      topics3 = ({ hiddenTopics: hidden }) => {
        if (!hidden.size) return [];
        const title2 = (name3) => name3 || "no topic";
        const left2 = topicsLeft(hidden);
        const all5 = { hiddenTopics: /* @__PURE__ */ new Set() };
        if (left2 && left2.length <= FEW && left2.length < hidden.size)
          return left2.map((name3) => ({
            ...{ name: "topic", value: title2(name3) },
            without: left2.length > 1 ? { hiddenTopics: plus(hidden, name3) } : all5
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
        const left2 = all5.filter((name3) => !hidden.has(name3));
        if (left2.length === 1 && all5.length > 2)
          return [{ name: "only", value: title2(left2[0]), without: { [field]: first3 } }];
        const gone = all5.filter((name3) => hidden.has(name3) && !first3.has(name3));
        const more = left2.filter((name3) => first3.has(name3));
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
      least = (now5, field, name3, show6 = String) => {
        const first3 = fresh()[field];
        return now5[field] === first3 ? [] : [{ name: name3, value: `≥ ${show6(now5[field])}`, without: { [field]: first3 } }];
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
  var line6, chip2, papersLeft, render3, start6;
  var init_chips = __esm({
    "src/chips.ts"() {
      "use strict";
      init_dom();
      init_filters();
      init_model();
      init_rows();
      init_state();
      line6 = byId("chips");
      chip2 = ({ name: name3, value, without }) => button(
        { class: "filter", title: `${name3}: ${value}` },
        [
          el("span", { class: "unseen" }, "Remove the filter "),
          el("span", { class: "muted" }, `${name3} `),
          foreign(value.slice(0, 80)),
          el("span", { class: "cross", "aria-hidden": "true" }, "×")
        ],
        () => {
          const at8 = [...line6.querySelectorAll("button")].indexOf(document.activeElement);
          refine(without);
          const next = [...line6.querySelectorAll("button")];
          if (at8 >= 0) (next[Math.min(at8, next.length - 1)] ?? byId("search")).focus();
        }
      );
      papersLeft = ({ count: { papers: papers5, of } }) => papers5 === of ? plural(of, "paper") : `${papers5.toLocaleString("en")} of ${plural(of, "paper")}`;
      render3 = (result) => {
        const active3 = active2(now);
        line6.hidden = active3.length === 0 || size === 0;
        if (line6.hidden) {
          line6.replaceChildren();
          return;
        }
        line6.replaceChildren(
          el("ul", {}, ...active3.map((filter) => el("li", {}, chip2(filter)))),
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
        const said3 = [period, papersLeft(now5)].filter(Boolean);
        summary.replaceChildren(...said3.map((text2) => el("span", {}, text2)));
        summary.title = [...said3, ...kindsLeft(now5, active2(now).length > 0)].join(" · ");
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
  var most, firstOf, entities5, largest, uses, connects, news, questions;
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
      entities5 = Object.keys(KINDS).filter((kind) => kind !== "paper");
      largest = () => topics.filter(({ name: name3 }) => !now.hiddenTopics.has(name3)).sort((a, b) => (now2.topics.get(b.name) ?? 0) - (now2.topics.get(a.name) ?? 0))[0];
      uses = () => {
        const node2 = firstOf(["dataset", ...entities5]);
        if (node2 < 0) return null;
        const [ask3, end2] = nodes.kind[node2] === "dataset" ? ["Which papers use ", "?"] : ["Which papers name ", "?"];
        return { words: [ask3, nodes.label[node2], end2], answer: { selected: node2 } };
      };
      connects = () => {
        const first3 = firstOf(["method", ...entities5]);
        const second = firstOf(["task", "technique", ...entities5], [first3]);
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
  var FIRST3, opened2, all3, barred, onlyButton, row2, isHidden, byCount, topicBars;
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
      row2 = (topic5, most2, again) => {
        const { name: name3, parent, subtopics } = topic5;
        const count3 = now2.topics.get(name3) ?? 0;
        const pick2 = button(
          { class: "pick barred", title: name3, "data-start": name3 },
          barred(
            count3 / most2,
            ofTopic(name3),
            foreign(name3, { class: "grow" }),
            el("span", { class: "count" }, count3.toLocaleString("en"))
          ),
          () => showTopic(name3)
        );
        const folds = subtopics.length > 1;
        const open4 = opened2.has(name3);
        const turn = () => {
          if (!opened2.delete(name3)) opened2.add(name3);
          again();
        };
        const label = `${open4 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return el(
          "li",
          { class: `bar-row${parent ? " finer" : ""}${isHidden(topic5) ? " hidden-too" : ""}` },
          folds ? button({ class: "turn", "aria-expanded": String(open4), "aria-label": label, value: name3 }, "›", turn) : el("span", { class: "turn", "aria-hidden": "true" }),
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
        const list2 = shown2.flatMap((topic5) => [
          row2(topic5, most2, again),
          ...(opened2.has(topic5.name) ? [...topic5.subtopics].sort(byCount) : []).map(
            (finer) => row2(finer, most2, again)
          )
        ]);
        const turn = () => {
          all3 = !all3;
          again();
        };
        const more = button(
          { class: "more", "data-start": "all" },
          all3 ? "Show fewer" : `Show all ${ordered3.length} topics`,
          turn
        );
        return section("Topics", el("ul", { class: "bars" }, ...list2), ordered3.length > FIRST3 ? more : null);
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
      trendRow = ({ series, time: time2 }, table4) => (line7) => {
        const row4 = table4.row[line7];
        const [before2, late] = [table4.before[line7], table4.late[line7]];
        const said3 = `${plural(before2, "paper")} up to ${time2.bins[time2.split - 1]}, ${late.toLocaleString("en")} since`;
        return el(
          "li",
          { class: "trend", title: said3 },
          ...naming2(series.id[row4], series.kind[row4], series.label[row4]),
          series.bins ? spark(series.bins[row4]) : null,
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
      takenRow = ({ series, taken_up: table4 }) => (line7) => {
        const row4 = table4.row[line7];
        const paper = at.get(table4.first[line7]);
        const from = paper === void 0 ? foreign(table4.title[line7]) : nodeLink(paper, table4.title[line7]);
        return el(
          "li",
          { class: "taken" },
          ...naming2(series.id[row4], series.kind[row4], series.label[row4]),
          el("span", { class: "count" }, plural(table4.takers[line7], "paper")),
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
        const note3 = el("p", { class: "muted aside" }, "Counted in all papers, whatever the filters.");
        return found.length && filtered ? [...found, note3] : found;
      };
    }
  });

  // src/start.ts
  var FIRST5, tab2, whole3, counted2, kinds2, named4, byName, mostUsed, usedRow, KEYS, used, asked, counts4, startPanel;
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
      whole3 = false;
      counted2 = (node2) => whole3 ? nodes.papers[node2] : now2.named[node2];
      kinds2 = () => Object.keys(KINDS).filter((kind) => kind !== "paper" && kind !== "repo" && kinds.has(kind));
      named4 = /* @__PURE__ */ new Map();
      byName = (kind) => {
        const found = named4.get(kind) ?? nodes.id.filter((node2) => nodes.kind[node2] === kind).sort(named);
        named4.set(kind, found);
        return found;
      };
      mostUsed = (kind) => byName(kind).filter((node2) => counted2(node2) > 0).sort((a, b) => counted2(b) - counted2(a));
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
        if (!all5.includes(tab2)) tab2 = all5[0];
        const list2 = mostUsed(tab2);
        const choose = (kind) => {
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
            () => choose(kind)
          )
        );
        const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": "Most used" }, ...heads2);
        tabs.addEventListener("keydown", (event) => {
          const step3 = KEYS[event.key];
          if (!step3) return;
          event.preventDefault();
          choose(all5[(all5.indexOf(tab2) + step3 + all5.length) % all5.length]);
          byId("card").querySelector("[role=tab][aria-selected=true]")?.focus();
        });
        const content3 = list2.length ? listing(list2, usedRow(counted2(list2[0])), { class: "bars" }, FIRST5) : [el("p", { class: "muted" }, "None in the papers that are left.")];
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
              words2.map((text2, at8) => at8 % 2 ? foreign(text2) : text2),
              () => answer(answer3)
            )
          )
        );
        return list2.length ? section("Ask", el("ul", { class: "questions" }, ...list2)) : null;
      };
      counts4 = (filtered) => {
        const found = kindsLeft(now2, filtered);
        const [first3, ...more] = [papersLeft(now2), ...found];
        return el("p", { class: "counts" }, el("strong", {}, first3), more.length ? ` · ${more.join(" · ")}` : null);
      };
      startPanel = (again, closing2, toMap) => {
        const filtered = active2(now).length > 0;
        whole3 = !filtered && Boolean(rest.key?.length);
        return present([
          el("div", { class: "card-head" }, el("span", { class: "kind" }, "What is in here"), closing2),
          el("h2", { dir: "auto" }, document.title),
          period ? el("p", { class: "meta" }, period) : null,
          counts4(filtered),
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
  var panel4, dismissed, called, closing, head2, actions, alsoKnown, chips, aside2, broader2, source, render5, heading, byMention, topicCard, beginning, markOf, refresh4, isStart, dismiss, home, NARROW2, ROOMY, show4, recount, mark;
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
          () => ask2(`Path from ${name3} to …`, (other2) => {
            if (other2 !== node2) pathTo(other2);
          })
        );
        return el(
          "div",
          { class: "actions" },
          el("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, ...steps2),
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
        const list2 = aliases.flatMap((alias, at8) => [at8 ? ", " : "", foreign(alias)]);
        return el("p", { class: "aliases" }, "Also ", ...list2);
      };
      chips = (node2) => {
        const names5 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
          (name3) => topic.has(name3)
        );
        return names5.length ? el("div", { class: "chips" }, ...names5.map(chip)) : null;
      };
      aside2 = (node2) => {
        const count3 = around[node2].filter(isBackground).length;
        return count3 ? `${count3.toLocaleString("en")} in the background` : "";
      };
      broader2 = (node2) => {
        const names5 = split(nodes.broader[node2] || "");
        if (!names5.length) return null;
        const same2 = (name3) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name3;
        const list2 = names5.flatMap((name3, at8) => {
          const found = nodes.id.find(same2(name3));
          return [at8 ? ", " : "", found === void 0 ? foreign(name3) : nodeLink(found)];
        });
        return el("p", { class: "broader" }, "Broader: ", ...list2);
      };
      source = (node2) => {
        const link2 = outside(nodes.url[node2]);
        return link2 ? el("p", { class: "source" }, link2) : null;
      };
      render5 = async (node2) => {
        const whole5 = now.target >= 0;
        const found = await (whole5 ? all2() : near(node2));
        const { selected, target } = now;
        if (selected !== node2) return;
        const paper = isPaper(node2);
        panel4.replaceChildren(
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
        panel4.scrollTop = 0;
      };
      heading = (kind, { many: many2, worded }) => kind === "paper" ? "Best connected papers" : worded ? `Most mentioned ${many2.toLowerCase()}` : many2;
      byMention = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
      topicCard = (topic5) => {
        const row4 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
        const found = Object.fromEntries(Object.keys(KINDS).map((kind2) => [kind2, []]));
        for (const i of topic5.members) found[nodes.kind[i]]?.push(i);
        const { paper, ...entities6 } = KINDS;
        const later = ([, facts3]) => facts3.term ? 0 : 1;
        const groups = Object.entries({ ...entities6, paper }).filter(([kind2]) => found[kind2].length).sort((a, b) => later(a) - later(b));
        const kind = el("span", { class: "kind" }, topic5.parent ? "Subtopic" : "Topic");
        const only2 = onlyButton(topic5.name, isOnlyTopic(topic5.name), () => onlyTopic(topic5.name));
        panel4.replaceChildren(
          el("div", { class: "card-head" }, swatch(topic5.name), kind, only2, closing()),
          ...present(cardTopic(topic5)),
          ...groups.map(
            ([kind2, facts3]) => section(heading(kind2, facts3), ...listing(found[kind2].sort(byMention), row4, { class: "tight" }, 8))
          )
        );
        panel4.scrollTop = 0;
      };
      beginning = () => {
        const toMap = button({ class: "to-map" }, "Show the map", dismiss);
        panel4.replaceChildren(...present(startPanel(refresh4, closing(), toMap)));
      };
      markOf = (item) => item && panel4.contains(item) ? ["class", "value", "data-start", "aria-label"].map((name3) => item.getAttribute(name3)).join("\n") : "";
      refresh4 = () => {
        if (!isStart() || panel4.hidden) return;
        const [held2, top3] = [markOf(document.activeElement), panel4.scrollTop];
        beginning();
        panel4.scrollTop = top3;
        if (held2)
          [...panel4.querySelectorAll("button, a")].find((item) => markOf(item) === held2)?.focus();
      };
      isStart = () => now.selected < 0 && now.topic === "";
      dismiss = () => {
        if (isStart()) dismissed = true;
        clear();
        show4();
      };
      home = () => {
        dismissed = false;
        called = true;
        clear();
        show("map");
        show4();
        panel4.focus({ preventScroll: true });
      };
      NARROW2 = matchMedia("(max-width: 720px)");
      ROOMY = matchMedia("(min-width: 1000px)");
      show4 = async () => {
        const { selected, topic: topic5, main } = now;
        const fits = called || ROOMY.matches || NARROW2.matches;
        const welcome = topic5 !== "" || !dismissed && size > 0 && fits && main === "map";
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
      recount = refresh4;
      mark = () => {
        for (const step3 of panel4.querySelectorAll("[data-steps]"))
          step3.setAttribute("aria-pressed", String(Number(step3.dataset.steps) === now.steps));
      };
    }
  });

  // src/sliders.ts
  var range, named5, weights2, papers4, dates2, months, times, row3, STEPS5, DIGITS, plain2, scaled, counted3, dated, rows;
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
      named5 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
      weights2 = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
      papers4 = nodes.papers.filter((_, i) => !isPaper(i));
      dates2 = [...new Set(nodes.date.filter((date3) => /^\d{4}/.test(date3)))].sort();
      months = [...new Set(dates2.map((date3) => date3.slice(0, 7)))];
      times = months.length > 2 ? months : dates2;
      row3 = (slider) => {
        const { name: name3, label, field, views, most: most2, write: write4, read: read3, show: show6 } = slider;
        const output = el("output", { class: "count" });
        const input2 = el("input", {
          type: "range",
          name: name3,
          min: "0",
          max: String(most2),
          step: "1",
          "aria-label": name3
        });
        const made3 = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input2, output);
        const refresh6 = (now5) => {
          const step3 = read3(now5[field]);
          input2.value = String(step3);
          output.textContent = show6(step3);
          input2.setAttribute("aria-valuetext", show6(step3));
          made3.hidden = views !== void 0 && !views.includes(now5.view);
        };
        input2.addEventListener("input", () => narrow(field, write4(Number(input2.value))));
        refresh6(now);
        on(["filter"], refresh6);
        return made3;
      };
      STEPS5 = 50;
      DIGITS = 2;
      plain2 = (value) => value.toFixed(DIGITS);
      scaled = (slider, [least2, most2], written2 = plain2) => {
        const value = (step3) => {
          const exact = least2 + (most2 - least2) * step3 / STEPS5;
          return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
        };
        return row3({
          ...slider,
          most: STEPS5,
          write: (step3) => step3 ? value(step3) : 0,
          read: (now5) => Math.max(0, Math.min(STEPS5, Math.ceil((now5 - least2) / (most2 - least2) * STEPS5 - 1e-6))),
          show: (step3) => step3 ? `≥ ${written2(value(step3))}` : "any"
        });
      };
      counted3 = (slider, most2) => row3({
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
        const [sure, heavy, often] = [named5, weights2, papers4].map(range);
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
        if (papers4.length > 1)
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
  var ONLY, FIRST6, panel5, body2, boxes, all4, check, group2, kinds3, relations3, colours2, opened3, isOpen, turner, topicCount, topicRow, topicRows, topicList, topicOf2, renderTopics, reset, refresh5, recount2, start8, restyle2;
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
      panel5 = byId("legend");
      body2 = panel5.querySelector(".legend-body");
      boxes = [];
      all4 = false;
      check = (field, [name3, value, count3], label, toggle3, extra = false) => {
        const box2 = el("input", { type: "checkbox", name: name3, value });
        box2.addEventListener("change", () => toggle3(value));
        const figure2 = el("span", { class: "count" }, count3.toLocaleString("en"));
        const title2 = label.map((part2) => part2 instanceof HTMLElement ? part2.textContent : "").join("");
        const only2 = onlyButton(title2, ONLY[field].is(value), () => ONLY[field].make(value));
        boxes.push({ box: box2, field, figure: figure2, only: only2 });
        const row4 = el("label", { class: "pick" }, box2, ...label, figure2);
        return el("div", { class: extra ? "row extra" : "row" }, row4, only2);
      };
      group2 = (title2, ...rows2) => el("fieldset", {}, el("legend", {}, title2), ...rows2);
      kinds3 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many: many2 }]) => {
        const label = [icon(kind), el("span", { class: "grow" }, many2)];
        return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label, toggleKind);
      });
      relations3 = () => Object.entries(RELATIONS).filter(([name3]) => relations.has(name3)).map(
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
      opened3 = /* @__PURE__ */ new Set();
      isOpen = ({ name: name3 }) => opened3.has(name3) || [now.topic, topic.get(now.topic)?.parent].includes(name3);
      turner = (topic5) => {
        const { name: name3, subtopics } = topic5;
        if (subtopics.length < 2) return null;
        const open4 = isOpen(topic5);
        const label = `${open4 ? "Hide" : "Show"} the subtopics of ${name3}`;
        return button(
          { class: "turn", "aria-expanded": String(open4), "aria-label": label, value: name3 },
          "›",
          () => {
            if (!opened3.delete(name3)) opened3.add(name3);
            renderTopics();
          }
        );
      };
      topicCount = ({ name: name3, papers: papers5, members }) => (papers5 ? now2.topics.get(name3) ?? 0 : members.length).toLocaleString("en");
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
        return el("div", { class: parent ? "row finer" : "row" }, box2, pick2, only2, turner(topic5));
      };
      topicRows = (topic5) => [
        topicRow(topic5),
        ...topic5.subtopics.length > 1 && isOpen(topic5) ? topic5.subtopics.map(topicRow) : []
      ];
      topicList = el("div", { class: "topics" });
      topicOf2 = (item) => item.getAttribute("value") || item.dataset.topic;
      renderTopics = () => {
        const { topics: topics4 } = model_exports;
        const held2 = [...topicList.querySelectorAll("button, input")].find(
          (item) => item === document.activeElement
        );
        const list2 = (all4 ? topics4 : topics4.slice(0, FIRST6)).flatMap(topicRows);
        if (topics4.length > FIRST6) {
          const turn = () => {
            all4 = !all4;
            renderTopics();
          };
          list2.push(button({ class: "more" }, all4 ? "Show fewer" : `Show all ${topics4.length}`, turn));
        }
        topicList.replaceChildren(...list2);
        if (!held2) return;
        const again = (item) => item.tagName === held2.tagName && item.className === held2.className && topicOf2(item) === topicOf2(held2);
        [...topicList.querySelectorAll("button, input")].find(again)?.focus();
      };
      reset = button({ class: "more reset" }, "Reset filters", widen);
      refresh5 = (now5) => {
        for (const { box: box2, field, only: only2 } of boxes) {
          box2.checked = !now5[field].has(box2.value);
          only2.setAttribute("aria-pressed", String(ONLY[field].is(box2.value)));
        }
        for (const box2 of body2.querySelectorAll("input[name=colour]"))
          box2.checked = box2.value === now5.colour;
        reset.hidden = !isNarrowed();
      };
      recount2 = () => {
        const { count: count3, relations: relations4 } = now2;
        for (const { box: box2, field, figure: figure2 } of boxes) {
          const [found, all5] = field === "hiddenKinds" ? count3.kinds.get(box2.value) ?? [0, 0] : [relations4.get(box2.value) ?? 0, relations.get(box2.value) ?? 0];
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
        if (links) body2.append(group2("Links", ...relations3()));
        const narrow2 = rows();
        if (narrow2.length) body2.append(group2("Narrow", ...narrow2));
        body2.append(reset);
        panel5.hidden = size === 0;
        recount2();
        if (matchMedia("(max-width: 720px)").matches) panel5.open = false;
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
      expected = (grid2, row4, column2) => grid2.rows[row4].papers * grid2.columns[column2].papers / Math.max(1, grid2.papers);
      logFactorials = [0];
      logFactorial = (n) => {
        for (let next = logFactorials.length; next <= n; next += 1)
          logFactorials.push(logFactorials[next - 1] + Math.log(next));
        return logFactorials[n];
      };
      chanceOfNone = (papers5, row4, column2) => {
        if (row4 + column2 > papers5) return 0;
        const log = logFactorial(papers5 - row4) + logFactorial(papers5 - column2) - logFactorial(papers5 - row4 - column2) - logFactorial(papers5);
        return Math.exp(Math.min(log, 0));
      };
      discoveryRates = (chances) => {
        const order4 = chances.map((_, at8) => at8).sort((a, b) => chances[b] - chances[a]);
        const found = new Array(chances.length);
        let least2 = 1;
        order4.forEach((at8, above2) => {
          least2 = Math.min(least2, chances[at8] * chances.length / (chances.length - above2));
          found[at8] = least2;
        });
        return found;
      };
      lower = (node2) => nodes.label[node2].toLowerCase();
      topOf = (kind, papers5, top3) => nodes.id.filter((node2) => nodes.kind[node2] === kind && papers5[node2] > 0).sort((a, b) => {
        const [one, two] = [lower(a), lower(b)];
        return papers5[b] - papers5[a] || (one < two ? -1 : one > two ? 1 : nodes.key[a] < nodes.key[b] ? -1 : 1);
      }).slice(0, top3).map((node2) => ({ node: node2, papers: papers5[node2] }));
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
        const rowAt = new Map(rows2.map(({ node: node2 }, at8) => [node2, at8]));
        const columnAt = new Map(columns2.map(({ node: node2 }, at8) => [node2, at8]));
        const named6 = /* @__PURE__ */ new Map();
        for (const [paper, entity] of pairs2) {
          const [row4, column2] = [rowAt.get(entity), columnAt.get(entity)];
          if (row4 === void 0 && column2 === void 0) continue;
          const own2 = named6.get(paper) ?? [[], []];
          named6.set(paper, own2);
          if (row4 !== void 0) own2[0].push(row4);
          if (column2 !== void 0) own2[1].push(column2);
        }
        for (const [inRows, inColumns2] of named6.values())
          for (const row4 of inRows) for (const column2 of inColumns2) table4[row4][column2] += 1;
        return table4;
      };
      gapsOf = (grid2) => {
        const width = grid2.columns.length;
        const chances = grid2.counts.flatMap(
          (line7, row4) => line7.map(
            (count3, column2) => count3 ? 1 : chanceOfNone(grid2.papers, grid2.rows[row4].papers, grid2.columns[column2].papers)
          )
        );
        const found = /* @__PURE__ */ new Map();
        discoveryRates(chances).forEach((q, at8) => {
          if (chances[at8] > UNLIKELY) return;
          const row4 = Math.floor(at8 / width);
          const line7 = found.get(row4) ?? /* @__PURE__ */ new Map();
          found.set(row4, line7.set(at8 % width, { p: chances[at8], q }));
        });
        return found;
      };
      gridOf = (chosen, rowKind, columnKind, top3 = 30) => {
        const pairs2 = namings(chosen);
        const papers5 = new Int32Array(size);
        for (const [, entity] of pairs2) papers5[entity] += 1;
        const [rows2, columns2] = [rowKind, columnKind].map((kind) => topOf(kind, papers5, top3));
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
  var TOP, PAIRS, PAGE, CAVEAT, panel6, pairs, pair, grid, spot, opened4, many, title, about, names4, papersOf, quoted, paperList, cellAt, go, show5, KEYS2, open3, onKey2, at7, head3, cell2, table3, save2, tools2, note2, render6, start9, counted4;
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
      panel6 = byId("matrix");
      pairs = PAIRS.filter((pair2) => pair2.every((kind) => kinds.get(kind)));
      pair = pairs[0] ?? [];
      grid = null;
      spot = [0, 0];
      opened4 = null;
      many = (kind) => KINDS[kind].many;
      title = ([row4, column2]) => `${many(row4)} × ${many(column2).toLowerCase()}`;
      about = (found, row4, column2) => {
        const [one, two] = [found.rows[row4].node, found.columns[column2].node].map((node2) => nodes.label[node2]);
        const mean = expected(found, row4, column2);
        const gap = found.gaps.get(row4)?.get(column2);
        const likely2 = gap ? `, a gap (${gap.q <= 0.05 ? "hardly chance" : "perhaps chance"})` : "";
        const count3 = found.counts[row4][column2];
        return `${one} and ${two}: ${count3 ? plural(count3, "paper") : "no paper"}, ${mean.toFixed(1)} expected${likely2}`;
      };
      names4 = ([row4, column2]) => grid ? [grid.rows[row4], grid.columns[column2]].map((one) => one.node) : null;
      papersOf = (cell3) => {
        const both = names4(cell3);
        if (!both) return [];
        const [one, two] = both.map((node2) => linked(now, node2));
        const found = [...one.keys()].filter((paper) => two.has(paper));
        return found.sort(
          (a, b) => nodes.date[a] < nodes.date[b] ? 1 : nodes.date[a] > nodes.date[b] ? -1 : a - b
        );
      };
      quoted = (node2) => `${nodes.kind[node2]}:"${nodes.label[node2].replaceAll('"', " ")}"`;
      paperList = () => {
        const both = opened4 && names4(opened4);
        if (!opened4 || !both) return null;
        const papers5 = papersOf(opened4);
        const [one, two] = both.map((node2) => foreign(nodes.label[node2]));
        const close3 = button(
          { class: "close", "aria-label": "Close the list", title: "Close" },
          "×",
          () => show5(null)
        );
        const narrow2 = button({ class: "more" }, "Show only these on the map", () => {
          narrow("text", both.map(quoted).join(" "));
          show("map");
        });
        const head4 = `${papers5.length ? plural(papers5.length, "paper") : "No paper"} of what is shown ${papers5.length === 1 ? "names" : "name"} `;
        return el(
          "div",
          { class: "cell-papers", role: "region", "aria-label": "Papers of the cell" },
          el("h3", {}, head4, one, " and ", two, close3),
          papers5.length ? narrow2 : null,
          ...listing(papers5, (paper) => named2(paper, nodes.date[paper]), { class: "tight" }, 20)
        );
      };
      cellAt = (row4, column2) => panel6.querySelector(`[data-row="${row4}"][data-column="${column2}"]`);
      go = (row4, column2) => {
        cellAt(...spot)?.setAttribute("tabindex", "-1");
        spot = [row4, column2];
        const cell3 = cellAt(row4, column2);
        cell3?.setAttribute("tabindex", "0");
        cell3?.focus();
      };
      show5 = (cell3) => {
        const asked2 = opened4 ?? spot;
        opened4 = cell3;
        panel6.querySelector(".cell-papers")?.remove();
        const list2 = paperList();
        if (list2) panel6.append(list2);
        for (const open4 of panel6.querySelectorAll("[aria-selected=true]"))
          open4.setAttribute("aria-selected", "false");
        if (cell3) cellAt(...cell3)?.setAttribute("aria-selected", "true");
        else go(...asked2);
      };
      KEYS2 = {
        ArrowLeft: ([row4, column2]) => [row4, column2 - 1],
        ArrowRight: ([row4, column2]) => [row4, column2 + 1],
        ArrowUp: ([row4, column2]) => [row4 - 1, column2],
        ArrowDown: ([row4, column2]) => [row4 + 1, column2],
        Home: ([row4]) => [row4, -1],
        End: ([row4], [, last]) => [row4, last],
        PageUp: ([row4, column2]) => [row4 - PAGE, column2],
        PageDown: ([row4, column2]) => [row4 + PAGE, column2]
      };
      open3 = () => {
        const [row4, column2] = spot;
        if (!grid) return;
        if (row4 >= 0 && column2 >= 0) show5([row4, column2]);
        else if (row4 >= 0) select(grid.rows[row4].node);
        else if (column2 >= 0) select(grid.columns[column2].node);
      };
      onKey2 = (event) => {
        const at8 = event.target.closest("[data-row]");
        if (!grid || !at8 || event.altKey || event.metaKey) return;
        if (event.key === "Enter" || event.key === " ") open3();
        else if (KEYS2[event.key]) {
          const last = [grid.rows.length - 1, grid.columns.length - 1];
          let [row4, column2] = KEYS2[event.key](spot, last);
          if (event.ctrlKey && event.key === "Home") row4 = 0;
          if (event.ctrlKey && event.key === "End") row4 = last[0];
          row4 = Math.max(-1, Math.min(last[0], row4));
          column2 = Math.max(row4 < 0 ? 0 : -1, Math.min(last[1], column2));
          go(row4, column2);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      };
      at7 = (row4, column2) => ({
        "data-row": String(row4),
        "data-column": String(column2),
        tabindex: spot[0] === row4 && spot[1] === column2 ? "0" : "-1"
      });
      head3 = (node2, papers5, row4, column2) => {
        const label = nodeLink(node2, void 0, {
          tabindex: "-1",
          title: `${nodes.label[node2]}: ${plural(papers5, "paper")}`
        });
        const scope = column2 < 0 ? "row" : "col";
        const role = column2 < 0 ? "rowheader" : "columnheader";
        const inner3 = el(
          "div",
          {},
          icon(nodes.kind[node2]),
          label,
          el("span", { class: "count" }, papers5.toLocaleString("en"))
        );
        return el("th", { scope, role, ...at7(row4, column2) }, inner3);
      };
      cell2 = (found, row4, column2, most2) => {
        const count3 = found.counts[row4][column2];
        const gap = found.gaps.get(row4)?.get(column2);
        const says = about(found, row4, column2);
        const look = count3 ? "some" : gap ? gap.q <= 0.05 ? "gap sure" : "gap" : "none";
        const chosen = opened4?.[0] === row4 && opened4[1] === column2;
        const made3 = el(
          "td",
          {
            role: "gridcell",
            class: look,
            title: says,
            "aria-label": says,
            "aria-selected": String(chosen),
            ...at7(row4, column2)
          },
          count3 ? count3.toLocaleString("en") : gap ? "○" : ""
        );
        if (count3) made3.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(count3 / most2))}%`);
        return made3;
      };
      table3 = (found) => {
        const most2 = Math.max(1, ...found.counts.flat());
        const corner = el("th", { class: "corner", scope: "col", role: "columnheader" }, many(pair[0]));
        const heads2 = found.columns.map(({ node: node2, papers: papers5 }, column2) => head3(node2, papers5, -1, column2));
        const lines = found.rows.map(
          ({ node: node2, papers: papers5 }, row4) => el(
            "tr",
            { role: "row" },
            head3(node2, papers5, row4, -1),
            ...found.columns.map((_, column2) => cell2(found, row4, column2, most2))
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
          open3();
        });
        return el("div", { class: "scroll" }, grid2);
      };
      save2 = () => {
        if (!grid) return;
        const { rows: lines, columns: columns2, counts: counts5 } = grid;
        const heads2 = [pair[0], "papers", ...columns2.map(({ node: node2 }) => nodes.label[node2])];
        const body3 = lines.map(({ node: node2, papers: papers5 }, row4) => [nodes.label[node2], papers5, ...counts5[row4]]);
        const text2 = csvOf([heads2, ["papers", grid.papers, ...columns2.map((one) => one.papers)], ...body3]);
        download(new Blob([text2], { type: "text/csv;charset=utf-8" }), `.${pair.join("-")}.csv`);
      };
      tools2 = () => {
        const choices = pairs.map(
          (one) => button({ "aria-pressed": String(one === pair) }, title(one), () => {
            [pair, opened4, spot] = [one, null, [0, 0]];
            render6();
            panel6.querySelector("[aria-pressed=true]")?.focus();
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
      note2 = (found) => {
        const undrawn = now2.rows.length - found.papers;
        const drawn4 = undrawn > 0 ? ` ${undrawn.toLocaleString("en")} papers that the map does not draw are not counted.` : "";
        return el(
          "p",
          { class: "muted note" },
          `${plural(found.papers, "paper")}; each cell says how many name both. `,
          el("b", {}, "○"),
          " none, although papers were expected if the two were independent (bold: hardly chance). ",
          CAVEAT + drawn4
        );
      };
      render6 = () => {
        panel6.hidden = now.main !== "matrix";
        if (panel6.hidden) {
          panel6.replaceChildren();
          return;
        }
        const held2 = panel6.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
        grid = pair.length ? gridOf(now, pair[0], pair[1], TOP) : null;
        const empty2 = !grid?.rows.length || !grid.columns.length;
        if (empty2) opened4 = null;
        const says = pair.length ? "Nothing that passes the filters is named together." : "This graph has no two kinds to cross.";
        const content3 = empty2 || !grid ? [el("p", { class: "muted note" }, says)] : [table3(grid), note2(grid)];
        panel6.replaceChildren(tools2(), ...content3.filter((part2) => part2 !== null));
        const list2 = paperList();
        if (list2) panel6.append(list2);
        if (held2) cellAt(...spot)?.focus();
      };
      start9 = () => {
        if (pairs.length) offer("matrix", "Matrix");
        on2(() => {
          [opened4, spot] = [null, [0, 0]];
          if (!panel6.hidden) render6();
        });
        on(["main"], render6);
        render6();
      };
      counted4 = (rowKind, columnKind, top3) => {
        const found = gridOf(now, rowKind, columnKind, top3);
        const key4 = ({ node: node2 }) => nodes.key[node2];
        const [lines, columns2] = [found.rows.map(key4), found.columns.map(key4)];
        const gaps = [...found.gaps].flatMap(
          ([row4, line7]) => [...line7].map(([column2, { p, q }]) => [lines[row4], columns2[column2], p, q])
        );
        return { counts: found.counts, papers: found.papers, rows: lines, columns: columns2, gaps };
      };
    }
  });

  // src/search_filter.ts
  var pending2, follow2, isSettled, start10;
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
      start10 = () => {
        on(["filter"], ({ text: text2 }, changed) => {
          if (changed.includes("text")) follow2(text2);
        });
      };
    }
  });

  // src/table.ts
  var FIRST7, panel7, order3, limit, relation2, link, figure, surety, weight, about2, strength2, whole4, end, COLUMNS, columnsOf, itemsOf, sorted2, header, choice, render7;
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
      panel7 = byId("table");
      order3 = { nodes: ["papers", -1], links: ["weight", -1] };
      limit = FIRST7;
      relation2 = (line7) => {
        const name3 = nameOf(line7);
        return name3 === BESIDE ? "Named with" : RELATIONS[name3]?.edge ?? name3;
      };
      link = (node2) => el(
        "span",
        { class: "cell" },
        icon(nodes.kind[node2]),
        nodeLink(node2, void 0, { title: nodes.label[node2] })
      );
      figure = (value, digits) => value ? value.toFixed(digits) : "";
      surety = (line7) => now3.edge[line7] < 0 || isPaper(now3.b[line7]) ? 0 : edges.confidence[now3.edge[line7]];
      weight = (line7) => {
        const value = strength2(line7);
        return isPaper(now3.b[line7]) && value ? percent(value) : figure(value, 0);
      };
      about2 = (line7) => now3.edge[line7] < 0 ? 0 : edges.salience[now3.edge[line7]];
      strength2 = (line7) => isPaper(now3.b[line7]) || now3.edge[line7] < 0 ? now3.weight[line7] : 0;
      whole4 = (title2, value) => ({
        ...{ title: title2, value, show: (item) => value(item).toLocaleString("en"), number: true }
      });
      end = (title2, node2) => ({
        ...{ title: title2, value: (line7) => nodes.label[node2(line7)], show: (line7) => link(node2(line7)) }
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
          source: end("From", (line7) => now3.a[line7]),
          relation: { title: "Relation", value: relation2, show: relation2 },
          target: end("To", (line7) => now3.b[line7]),
          salience: { title: "Salience", value: about2, show: (line7) => figure(about2(line7), 2), number: true },
          confidence: { title: "Confidence", value: surety, show: (line7) => figure(surety(line7), 2), number: true },
          weight: { title: "Weight", value: strength2, show: weight, number: true }
        }
      };
      columnsOf = (what, items) => Object.entries(COLUMNS[what]).filter(
        ([name3, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name3) || items.some(value)
      );
      itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => now2.listed[i]) : Array.from({ length: now3.count }, (_, line7) => line7).filter(isListed);
      sorted2 = (what, items) => {
        const [by, way] = order3[what];
        const { value } = COLUMNS[what][by];
        const keyed = items.map((item) => ({ item, key: value(item) }));
        const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
        return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
      };
      header = (what) => ([name3, { title: title2, number: number3 }]) => {
        const [by, way] = order3[what];
        const turn = () => {
          order3[what] = [name3, by === name3 ? way > 0 ? -1 : 1 : number3 ? -1 : 1];
          limit = FIRST7;
          render7();
          panel7.querySelector(`[data-column="${name3}"]`)?.focus();
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
            class: number3 ? "number" : false,
            "aria-sort": by === name3 ? way > 0 ? "ascending" : "descending" : "none"
          },
          button({ "data-column": name3 }, [title2, sign], turn)
        );
      };
      choice = (what, title2) => button(
        { "aria-pressed": String(now.table === what), "data-table": what },
        title2,
        () => table(what)
      );
      render7 = () => {
        const what = now.table;
        panel7.hidden = now.main !== "table";
        document.body.classList.toggle("with-table", !panel7.hidden);
        if (panel7.hidden) {
          panel7.replaceChildren();
          return;
        }
        const items = itemsOf(what);
        const columns2 = columnsOf(what, items);
        const row4 = (item) => el(
          "tr",
          {},
          ...columns2.map(
            ([name3, { show: show6, number: number3 }]) => el(
              "td",
              { class: number3 ? "number" : ["topic", "target"].includes(name3) ? "text" : false },
              show6(item)
            )
          )
        );
        const body3 = sorted2(what, items).slice(0, limit).map(row4);
        const rest3 = items.length - body3.length;
        const more = button({ class: "more" }, `Show more (${rest3.toLocaleString("en")})`, () => {
          limit += 5 * FIRST7;
          render7();
        });
        const count3 = plural(items.length, what === "nodes" ? "node" : "link");
        const close3 = button(
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
          el("span", { class: "count", role: "status" }, `${count3} shown`),
          close3
        );
        const grid2 = el(
          "table",
          {},
          el("caption", { class: "unseen" }, `What is shown: ${count3}. Headers sort.`),
          el("thead", {}, el("tr", {}, ...columns2.map(header(what)))),
          el("tbody", {}, ...body3)
        );
        panel7.replaceChildren(
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
  var ZOOMS, start11, isSettled2, listen2;
  var init_main = __esm({
    "src/main.ts"() {
      "use strict";
      init_areas();
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
      start11 = () => {
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
          const has2 = (field) => changed.includes(field);
          if (arriving) place(arriving);
          else if (now5.target >= 0 && has2("target"))
            fit2(stations(now5.selected, path(now5.selected, now5.target) || []), {
              most: 1.2,
              pad: 50
            });
          else if (now5.selected >= 0 && (has2("steps") || has2("selected") && !still && now5.steps > 1))
            fit2([...within3(now5.selected, now5.steps).keys()], { pad: 20 });
          else if (now5.selected >= 0 && has2("selected") && !still) goTo(now5.selected);
          else if (now5.topic && has2("topic")) fit2(topic.get(now5.topic)?.members, { most: 1.1 });
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
        start10();
        start8();
        start4();
        start7(home);
        start6(on2, now2);
        on(["selection"], (_, changed) => {
          emphasise2(now5);
          repaint();
          const restep = changed.length === 1 && changed[0] === "steps";
          shown2 = track(
            nextFrame().then(() => restep ? mark() : show4()).then(() => moveCamera(changed))
          );
        });
        start9();
        start5();
        start3();
        on(["colour"], repaint);
        on(["main"], () => {
          render7();
          refresh3(now5);
          if (now5.selected < 0) show4();
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
          if (node2 >= 0 && isAsked()) {
            toggle2(node2);
            return;
          }
          still = node2 >= 0 && node2 !== now5.selected;
          if (node2 >= 0) select(node2);
          else if (topic5) showTopic(topic5);
          else clear();
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
          show4();
        });
        const notice = byId("notice");
        notice.hidden = size > 0;
        notice.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
        show4();
        fit2(void 0, { animated: false });
        return () => pending3 === 0 && isSettled() && hasArrived() && isWritten();
      };
      isSettled2 = start11();
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
