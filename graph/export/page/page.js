"use strict";
(() => {
  var __defProp = Object.defineProperty;
  var __export = (target, all3) => {
    for (var name in all3)
      __defProp(target, name, { get: all3[name], enumerable: true });
  };

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

  // src/model.ts
  var model_exports = {};
  __export(model_exports, {
    KINDS: () => KINDS,
    RELATIONS: () => RELATIONS,
    around: () => around,
    at: () => at,
    colours: () => colours,
    compare: () => compare,
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
    size: () => size,
    split: () => split,
    texts: () => texts,
    topic: () => topic,
    topics: () => topics
  });
  var content = (id) => document.getElementById(id)?.textContent ?? "";
  var unpack = (column) => Array.isArray(column) ? column : column.index.map((at7) => column.values[at7]);
  var table = (columns2) => Object.fromEntries(Object.entries(columns2).map(([name, column]) => [name, unpack(column)]));
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
  var split = (text2) => text2.split(" | ").filter((part) => part !== "");
  var count = (column) => {
    const found = /* @__PURE__ */ new Map();
    for (const value of column) found.set(value, (found.get(value) || 0) + 1);
    return found;
  };
  var kinds = count(nodes.kind);
  var relations = count(edges.relation);
  var { compare } = new Intl.Collator("en");
  var named = (a, b) => compare(nodes.label[a], nodes.label[b]) || a - b;
  var topic = /* @__PURE__ */ new Map();
  var join = (name, parent, node2) => {
    if (name === "") return;
    const found = topic.get(name) ?? {
      ...{ name, parent, members: [], papers: 0, particular: [], central: [], subtopics: [], rank: 0 }
    };
    if (found.parent !== parent) return;
    topic.set(name, found);
    found.members.push(node2);
    if (isPaper(node2)) found.papers += 1;
  };
  nodes.topic.forEach((name, node2) => {
    join(name, "", node2);
  });
  nodes.subtopic.forEach((name, node2) => {
    if (nodes.topic[node2]) join(name, nodes.topic[node2], node2);
  });
  for (const facts of data.topics || []) Object.assign(topic.get(facts.name) ?? {}, facts);
  var ordered = (parent) => [...topic.values()].filter((item) => item.parent === parent).sort((a, b) => b.papers - a.papers || b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
  var topics = ordered("");
  topics.forEach((item, rank) => {
    item.subtopics = ordered(item.name);
    for (const each2 of [item, ...item.subtopics]) each2.rank = rank;
  });
  var inflate = async () => {
    const packed = Uint8Array.from(atob(content("text-data")), (sign) => sign.charCodeAt(0));
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

  // node_modules/d3-array/dist/d3-array.mjs
  function ascending(a, b) {
    return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
  }
  function descending(a, b) {
    return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
  }
  function bisector(f) {
    let compare1, compare2, delta;
    if (f.length !== 2) {
      compare1 = ascending;
      compare2 = (d, x2) => ascending(f(d), x2);
      delta = (d, x2) => f(d) - x2;
    } else {
      compare1 = f === ascending || f === descending ? f : zero;
      compare2 = f;
      delta = f;
    }
    function left2(a, x2, lo = 0, hi = a.length) {
      if (lo < hi) {
        if (compare1(x2, x2) !== 0) return hi;
        do {
          const mid = lo + hi >>> 1;
          if (compare2(a[mid], x2) < 0) lo = mid + 1;
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
          if (compare2(a[mid], x2) <= 0) lo = mid + 1;
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
  var ascendingBisect = bisector(ascending);
  var bisectRight = ascendingBisect.right;
  var bisectLeft = ascendingBisect.left;
  var bisectCenter = bisector(number).center;
  var blur2 = Blur2(blurf);
  var blurImage = Blur2(blurfImage);
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
    return (T, S, start5, stop, step2) => {
      start5 <<= 2, stop <<= 2, step2 <<= 2;
      blur3(T, S, start5 + 0, stop + 0, step2);
      blur3(T, S, start5 + 1, stop + 1, step2);
      blur3(T, S, start5 + 2, stop + 2, step2);
      blur3(T, S, start5 + 3, stop + 3, step2);
    };
  }
  function blurf(radius2) {
    const radius0 = Math.floor(radius2);
    if (radius0 === radius2) return bluri(radius2);
    const t = radius2 - radius0;
    const w = 2 * radius2 + 1;
    return (T, S, start5, stop, step2) => {
      if (!((stop -= step2) >= start5)) return;
      let sum = radius0 * S[start5];
      const s0 = step2 * radius0;
      const s1 = s0 + step2;
      for (let i = start5, j = start5 + s0; i < j; i += step2) {
        sum += S[Math.min(stop, i)];
      }
      for (let i = start5, j = stop; i <= j; i += step2) {
        sum += S[Math.min(stop, i + s0)];
        T[i] = (sum + t * (S[Math.max(start5, i - s1)] + S[Math.min(stop, i + s1)])) / w;
        sum -= S[Math.max(start5, i - s0)];
      }
    };
  }
  function bluri(radius2) {
    const w = 2 * radius2 + 1;
    return (T, S, start5, stop, step2) => {
      if (!((stop -= step2) >= start5)) return;
      let sum = radius2 * S[start5];
      const s = step2 * radius2;
      for (let i = start5, j = start5 + s; i < j; i += step2) {
        sum += S[Math.min(stop, i)];
      }
      for (let i = start5, j = stop; i <= j; i += step2) {
        sum += S[Math.min(stop, i + s)];
        T[i] = sum / w;
        sum -= S[Math.max(start5, i - s)];
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
      let index2 = -1;
      for (let value of values) {
        if ((value = valueof(value, ++index2, values)) != null && (value = +value) >= value) {
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
      let index2 = -1;
      for (let value of values) {
        if ((value = valueof(value, ++index2, values)) != null) {
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
  var array = Array.prototype;
  var slice = array.slice;
  var e10 = Math.sqrt(50);
  var e5 = Math.sqrt(10);
  var e2 = Math.sqrt(2);
  function tickSpec(start5, stop, count3) {
    const step2 = (stop - start5) / Math.max(0, count3), power = Math.floor(Math.log10(step2)), error = step2 / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
    let i1, i2, inc;
    if (power < 0) {
      inc = Math.pow(10, -power) / factor;
      i1 = Math.round(start5 * inc);
      i2 = Math.round(stop * inc);
      if (i1 / inc < start5) ++i1;
      if (i2 / inc > stop) --i2;
      inc = -inc;
    } else {
      inc = Math.pow(10, power) * factor;
      i1 = Math.round(start5 / inc);
      i2 = Math.round(stop / inc);
      if (i1 * inc < start5) ++i1;
      if (i2 * inc > stop) --i2;
    }
    if (i2 < i1 && 0.5 <= count3 && count3 < 2) return tickSpec(start5, stop, count3 * 2);
    return [i1, i2, inc];
  }
  function ticks(start5, stop, count3) {
    stop = +stop, start5 = +start5, count3 = +count3;
    if (!(count3 > 0)) return [];
    if (start5 === stop) return [start5];
    const reverse = stop < start5, [i1, i2, inc] = reverse ? tickSpec(stop, start5, count3) : tickSpec(start5, stop, count3);
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
  function tickIncrement(start5, stop, count3) {
    stop = +stop, start5 = +start5, count3 = +count3;
    return tickSpec(start5, stop, count3)[2];
  }
  function nice(start5, stop, count3) {
    let prestep;
    while (true) {
      const step2 = tickIncrement(start5, stop, count3);
      if (step2 === prestep || step2 === 0 || !isFinite(step2)) {
        return [start5, stop];
      } else if (step2 > 0) {
        const i = Math.ceil(start5 / step2);
        const j = Math.floor(stop / step2);
        start5 = (i - (i * step2 > start5)) * step2;
        stop = (j + (j * step2 < stop)) * step2;
      } else if (step2 < 0) {
        const s = -step2;
        const i = Math.ceil(start5 * s);
        const j = Math.floor(stop * s);
        start5 = (i - (i / s > start5)) / s;
        stop = (j + (j / s < stop)) / s;
      }
      prestep = step2;
    }
  }
  function thresholdSturges(values) {
    return Math.max(1, Math.ceil(Math.log(count2(values)) / Math.LN2) + 1);
  }
  var shuffle = shuffler(Math.random);
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

  // node_modules/d3-contour/src/array.js
  var array2 = Array.prototype;
  var slice2 = array2.slice;

  // node_modules/d3-contour/src/ascending.js
  function ascending_default(a, b) {
    return a - b;
  }

  // node_modules/d3-contour/src/area.js
  function area_default(ring2) {
    var i = 0, n = ring2.length, area = ring2[n - 1][1] * ring2[0][0] - ring2[n - 1][0] * ring2[0][1];
    while (++i < n) area += ring2[i - 1][1] * ring2[i][0] - ring2[i - 1][0] * ring2[i][1];
    return area;
  }

  // node_modules/d3-contour/src/constant.js
  var constant_default = (x2) => () => x2;

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

  // node_modules/d3-contour/src/noop.js
  function noop_default() {
  }

  // node_modules/d3-contour/src/contours.js
  var cases = [
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
        for (var i = 0, n = polygons.length, polygon; i < n; ++i) {
          if (contains_default((polygon = polygons[i])[0], hole) !== -1) {
            polygon.push(hole);
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
      function stitch(line3) {
        var start5 = [line3[0][0] + x2, line3[0][1] + y2], end2 = [line3[1][0] + x2, line3[1][1] + y2], startIndex = index2(start5), endIndex = index2(end2), f, g;
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
            f.ring.unshift(start5);
            fragmentByStart[f.start = startIndex] = f;
          }
        } else {
          fragmentByStart[startIndex] = fragmentByEnd[endIndex] = { start: startIndex, end: endIndex, ring: [start5, end2] };
        }
      }
    }
    function index2(point2) {
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

  // src/distance.ts
  var NONE = 1e20;
  var line = (length) => ({
    value: new Float64Array(length),
    lowest: new Int32Array(length),
    index: new Int32Array(length),
    starts: new Float64Array(length)
  });
  var envelope = (length, { value, lowest, index: index2, starts }) => {
    let top2 = -1;
    for (let q = 0; q < length; q += 1) {
      const own2 = value[q];
      if (own2 >= NONE) continue;
      let start5 = -Infinity;
      while (top2 >= 0) {
        const p = index2[top2];
        start5 = (own2 + q * q - value[p] - p * p) / (2 * (q - p));
        if (start5 > starts[top2]) break;
        top2 -= 1;
        start5 = -Infinity;
      }
      top2 += 1;
      index2[top2] = q;
      starts[top2] = start5;
    }
    let at7 = 0;
    for (let q = 0; q < length; q += 1) {
      while (at7 < top2 && starts[at7 + 1] < q) at7 += 1;
      lowest[q] = top2 < 0 ? -1 : index2[at7];
    }
  };
  var nearest = ({ wide: wide2, high: high2 }, seeds, radius2) => {
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
    const row3 = new Int32Array(wide2);
    for (let cy = 0; cy < high2; cy += 1) {
      const first = cy * wide2;
      for (let cx = 0; cx < wide2; cx += 1) {
        across3.value[cx] = power[first + cx];
        row3[cx] = found[first + cx];
      }
      envelope(wide2, across3);
      for (let cx = 0; cx < wide2; cx += 1)
        found[first + cx] = across3.lowest[cx] < 0 ? -1 : row3[across3.lowest[cx]];
    }
    return found;
  };

  // src/outline.ts
  var gridAround = (discs, { cell: cell2, reach }) => {
    let [left2, top2, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x: x2, y: y2, radius: radius2 } of discs) {
      left2 = Math.min(left2, x2 - radius2);
      top2 = Math.min(top2, y2 - radius2);
      right2 = Math.max(right2, x2 + radius2);
      bottom2 = Math.max(bottom2, y2 + radius2);
    }
    const edge = reach + 3 * cell2;
    const cells = (from, to) => Math.ceil((to - from + 2 * edge) / cell2) + 1;
    return { left: left2 - edge, top: top2 - edge, cell: cell2, wide: cells(left2, right2), high: cells(top2, bottom2) };
  };
  var depths = (grid, discs, { cell: cell2, pad, reach }) => {
    const { wide: wide2, high: high2, left: left2, top: top2 } = grid;
    const total = wide2 * high2;
    const seeds = new Int32Array(total).fill(-1);
    const radius2 = Float64Array.from(discs, (disc) => disc.radius / cell2);
    const px = Float64Array.from(discs, (disc) => (disc.x - left2) / cell2);
    const py = Float64Array.from(discs, (disc) => (disc.y - top2) / cell2);
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
  var blur = (level, wide2, high2) => {
    const next = new Float32Array(level.length);
    for (let cy = 1; cy < high2 - 1; cy += 1)
      for (let cx = 1; cx < wide2 - 1; cx += 1) {
        const at7 = cy * wide2 + cx;
        const sides = level[at7 - 1] + level[at7 + 1] + level[at7 - wide2] + level[at7 + wide2];
        const corners2 = level[at7 - wide2 - 1] + level[at7 - wide2 + 1] + level[at7 + wide2 - 1] + level[at7 + wide2 + 1];
        next[at7] = (4 * level[at7] + 2 * sides + corners2) / 16;
      }
    for (let cx = 0; cx < wide2; cx += 1) next[cx] = next[(high2 - 1) * wide2 + cx] = -1;
    for (let cy = 0; cy < high2; cy += 1) next[cy * wide2] = next[cy * wide2 + wide2 - 1] = -1;
    return next;
  };
  var areaOf = (ring2) => {
    let twice = 0;
    for (let i = 0; i < ring2.length; i += 1) {
      const [[ax, ay], [bx, by]] = [ring2[i], ring2[(i + 1) % ring2.length]];
      twice += ax * by - bx * ay;
    }
    return Math.abs(twice) / 2;
  };
  var ringsOf = ({ left: left2, top: top2, cell: cell2, wide: wide2, high: high2 }, level, least) => {
    const [{ coordinates }] = contours_default().size([wide2, high2]).thresholds([0])(level);
    return coordinates.flatMap(
      (polygon) => polygon.filter((ring2, at7) => at7 === 0 || areaOf(ring2) > least).map((ring2) => {
        const open3 = ring2.slice(0, -1);
        const kept2 = open3.length > 24 ? open3.filter((_, i) => i % 2 === 0) : open3;
        return Float64Array.from(
          kept2.flatMap(([px, py]) => [left2 + (px - 0.5) * cell2, top2 + (py - 0.5) * cell2])
        );
      })
    );
  };
  var outlines = (discs, looks) => {
    if (!discs.length) return [];
    const grid = gridAround(discs, looks);
    const { depth, group: group3 } = depths(grid, discs, looks);
    const boxes2 = /* @__PURE__ */ new Map();
    for (let cy = 0; cy < grid.high; cy += 1)
      for (let cx = 0; cx < grid.wide; cx += 1) {
        const own2 = group3[cy * grid.wide + cx];
        if (own2 < 0) continue;
        const box = boxes2.get(own2);
        if (!box) boxes2.set(own2, [cx, cy, cx, cy]);
        else {
          box[0] = Math.min(box[0], cx);
          box[2] = Math.max(box[2], cx);
          box[3] = cy;
        }
      }
    return [...boxes2].map(([own2, [west, north, east, south]]) => {
      const part = {
        left: grid.left + (west - 2) * grid.cell,
        top: grid.top + (north - 2) * grid.cell,
        cell: grid.cell,
        wide: east - west + 5,
        high: south - north + 5
      };
      const level = new Float32Array(part.wide * part.high).fill(-1);
      for (let cy = north; cy <= south; cy += 1)
        for (let cx = west; cx <= east; cx += 1) {
          const at7 = cy * grid.wide + cx;
          if (group3[at7] === own2) level[(cy - north + 2) * part.wide + cx - west + 2] = depth[at7];
        }
      const smooth = blur(blur(level, part.wide, part.high), part.wide, part.high);
      const rings = ringsOf(part, smooth, (3 * looks.pad) ** 2 / grid.cell ** 2);
      return { ...part, group: own2, level: smooth, rings };
    });
  };

  // src/room.ts
  var STEPS = 7;
  var sums = ({ wide: wide2, high: high2, level }) => {
    const found = new Int32Array((wide2 + 1) * (high2 + 1));
    for (let cy = 0; cy < high2; cy += 1) {
      let row3 = 0;
      for (let cx = 0; cx < wide2; cx += 1) {
        row3 += level[cy * wide2 + cx] > 0 ? 1 : 0;
        found[(cy + 1) * (wide2 + 1) + cx + 1] = found[cy * (wide2 + 1) + cx + 1] + row3;
      }
    }
    return found;
  };
  var middleOf = ({ wide: wide2, level }) => {
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
  var roomIn = (mask) => {
    const { left: left2, top: top2, cell: cell2, wide: wide2, high: high2 } = mask;
    const inside = sums(mask);
    const middle = middleOf(mask);
    const place2 = (across3, down2, stride) => {
      let best = null;
      let least = Infinity;
      for (let cy = 0; cy + down2 <= high2; cy += stride)
        for (let cx = 0; cx + across3 <= wide2; cx += stride) {
          const from = cy * (wide2 + 1) + cx;
          const to = from + down2 * (wide2 + 1);
          if (inside[to + across3] - inside[to] - inside[from + across3] + inside[from] < across3 * down2) continue;
          const x2 = cx + (across3 - 1) / 2;
          const y2 = cy + (down2 - 1) / 2;
          const off = (x2 - middle.x) ** 2 + 2 * (y2 - middle.y) ** 2;
          if (off < least) {
            least = off;
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
      let [least, most] = [0, Math.min(wide2 * cell2 / width, high2 * cell2 / height)];
      let found = null;
      for (let step2 = 0; step2 < STEPS; step2 += 1) {
        const scale = (least + most) / 2;
        const spot = at7(scale, step2 < STEPS - 2 && wide2 * high2 > 1e3 ? 2 : 1);
        if (spot) [least, found] = [scale, spot];
        else most = scale;
      }
      return found && { x: left2 + found.x * cell2, y: top2 + found.y * cell2, scale: least };
    };
  };
  var contains = ({ left: left2, top: top2, cell: cell2, wide: wide2, high: high2, level }, x2, y2) => {
    const [gx, gy] = [(x2 - left2) / cell2, (y2 - top2) / cell2];
    const [cx, cy] = [Math.floor(gx), Math.floor(gy)];
    if (cx < 0 || cy < 0 || cx >= wide2 - 1 || cy >= high2 - 1) return false;
    const [fx, fy, at7] = [gx - cx, gy - cy, cy * wide2 + cx];
    const upper = level[at7] * (1 - fx) + level[at7 + 1] * fx;
    const lower = level[at7 + wide2] * (1 - fx) + level[at7 + wide2 + 1] * fx;
    return upper * (1 - fy) + lower * fy > 0;
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
    stretch: () => stretch,
    turned: () => turned,
    view: () => view,
    x: () => x,
    y: () => y
  });
  var extent2 = (values) => {
    let [least, most] = [0, 0];
    for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
    return most - least;
  };
  var turned = window.innerHeight > 1.2 * window.innerWidth && extent2(nodes.x) > 1.1 * extent2(nodes.y);
  var MOST_STRETCH = 1.35;
  var PANELS = 700;
  var [across, down] = [extent2(turned ? nodes.y : nodes.x) || 1, extent2(turned ? nodes.x : nodes.y) || 1];
  var room = (window.innerWidth - (window.innerWidth > 1100 ? PANELS : 0)) / (window.innerHeight - 200);
  var stretched = size > 200 && room > 0 ? across / down / room : 1;
  var stretch = Math.max(1, Math.min(MOST_STRETCH, stretched));
  var x = Float64Array.from(turned ? nodes.y : nodes.x);
  var y = Float64Array.from(turned ? nodes.x : nodes.y, (value) => stretch * value);
  var radius = Float64Array.from(nodes.size, (value) => 1.2 * value ** 0.85);
  var shown = new Uint8Array(size).fill(1);
  var hot = new Uint8Array(size);
  var view = { focused: -1, hovered: -1, lifted: "", emphasis: false };
  var emphasise = (members) => {
    hot.fill(0);
    view.emphasis = members !== null;
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
    let [left2, top2, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const i of members) {
      if (!shown[i]) continue;
      left2 = Math.min(left2, x[i] - radius[i]);
      right2 = Math.max(right2, x[i] + radius[i]);
      top2 = Math.min(top2, y[i] - radius[i]);
      bottom2 = Math.max(bottom2, y[i] + radius[i]);
    }
    return left2 <= right2 ? { left: left2, top: top2, right: right2, bottom: bottom2 } : null;
  };

  // src/areas.ts
  var CELLS = 5e4;
  var LEAST_CELL = 6;
  var once = (make) => {
    let made3 = null;
    return () => {
      made3 ??= { value: make() };
      return made3.value;
    };
  };
  var areaOf2 = (topic3, shape) => {
    const { left: left2, top: top2, wide: wide2, high: high2, cell: cell2, level, rings } = shape;
    const inside = level.reduce((count3, value) => count3 + (value > 0 ? 1 : 0), 0);
    const middle = middleOf(shape);
    const rooms = once(() => roomIn(shape));
    const spots = /* @__PURE__ */ new Map();
    return {
      ...{ topic: topic3, rings, left: left2, top: top2, right: left2 + wide2 * cell2, bottom: top2 + high2 * cell2 },
      size: Math.sqrt(inside) * cell2,
      middle: { x: left2 + middle.x * cell2, y: top2 + middle.y * cell2 },
      holds: (px, py) => contains(shape, px, py),
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
  var around2 = (groups, look) => {
    const discs = groups.flatMap(
      ({ members }, group3) => members.filter((i) => shown[i]).map((i) => ({ x: x[i], y: y[i], radius: radius[i], group: group3 }))
    );
    if (!discs.length) return [];
    let [left2, top2, right2, bottom2] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const disc of discs) {
      [left2, right2] = [Math.min(left2, disc.x), Math.max(right2, disc.x)];
      [top2, bottom2] = [Math.min(top2, disc.y), Math.max(bottom2, disc.y)];
    }
    const across3 = Math.sqrt((right2 - left2 + 300) * (bottom2 - top2 + 300));
    return outlines(discs, look(across3)).map((shape) => areaOf2(groups[shape.group], shape));
  };
  var looksOfTopics = (across3) => {
    const cell2 = Math.max(LEAST_CELL, across3 / Math.sqrt(CELLS));
    const pad = 2.2 * cell2;
    return { cell: cell2, pad, reach: pad + 7 * cell2 };
  };
  var looksOfSubtopics = (across3) => {
    const cell2 = Math.max(LEAST_CELL, across3 / 100);
    return { cell: cell2, pad: 1.6 * cell2, reach: 4 * cell2 };
  };
  var areas = null;
  var held = shown.slice();
  var inner = /* @__PURE__ */ new Map();
  var stale = () => {
    if (held.every((value, i) => value === shown[i])) return;
    held = shown.slice();
    areas = null;
    inner = /* @__PURE__ */ new Map();
  };
  var ofTopics = () => {
    areas ??= topics.length > 1 ? around2(topics, looksOfTopics) : [];
    return areas;
  };
  var within2 = ({ name, subtopics }) => {
    const known2 = inner.get(name);
    if (known2) return known2;
    const made3 = subtopics.length > 1 ? around2(subtopics, looksOfSubtopics) : [];
    inner.set(name, made3);
    return made3;
  };
  var made = ({ name }) => inner.get(name) ?? [];
  var at2 = (list3, px, py) => list3.find((area) => area.holds(px, py));
  var trace = (ctx2, { rings }) => {
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

  // src/address.ts
  var COLOURS = ["kind", "topic"];
  var VIEWS = ["full", "papers", "entities"];
  var TABLES = ["", "nodes", "links"];
  var background = [...relations.keys()].filter((name) => RELATIONS[name]?.background);
  var fresh = () => ({
    selected: -1,
    target: -1,
    steps: 1,
    topic: "",
    colour: topics.length > 1 ? "topic" : "kind",
    view: "full",
    table: "",
    hiddenKinds: /* @__PURE__ */ new Set(),
    hiddenRelations: new Set(background),
    hiddenTopics: /* @__PURE__ */ new Set(),
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
  var number2 = (least, most) => (text2) => {
    const value = text2 === "" ? Number.NaN : Number(text2);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
  };
  var whole = (least) => (text2) => Math.round(number2(least, 1e6)(text2));
  var day = (text2) => /^[0-9-]{4,10}$/.test(text2) ? text2 : "";
  var topic2 = (text2) => topic.has(decode(text2)) ? decode(text2) : "";
  var same = (a, b) => a instanceof Set && b instanceof Set ? a.size === b.size && [...a].every((one) => b.has(one)) : a === b;
  var codec = (field, format, parse) => ({
    format: (now3, first) => same(now3[field], first[field]) ? null : format(now3[field]),
    read: (now3, text2) => {
      now3[field] = parse(text2);
    }
  });
  var CODECS = {
    to: codec("target", (value) => encode(nodes.key[value]), node),
    steps: codec("steps", String, (text2) => text2 === "2" ? 2 : 1),
    topic: codec("topic", encode, topic2),
    colour: codec("colour", String, among(COLOURS, fresh().colour)),
    view: codec("view", String, among(VIEWS, "full")),
    table: codec("table", String, among(TABLES, "")),
    hide: codec("hiddenKinds", list, known(kinds)),
    drop: codec("hiddenRelations", list, known(relations)),
    without: codec("hiddenTopics", list, known(topic)),
    confidence: codec("confidence", String, number2(0, 1)),
    papers: codec("papers", String, whole(1)),
    weight: codec("weight", String, number2(0, 1e6)),
    together: codec("together", String, whole(1)),
    since: codec("since", encode, day),
    until: codec("until", encode, day)
  };
  var write = (now3, camera3 = null) => {
    const first = fresh();
    const parts = Object.entries(CODECS).flatMap(([name, { format }]) => {
      const text2 = format(now3, first);
      return text2 === null ? [] : [`${name}=${text2}`];
    });
    if (camera3)
      parts.push(`at=${Math.round(camera3.x)},${Math.round(camera3.y)},${Number(camera3.zoom.toPrecision(3))}`);
    const key4 = now3.selected < 0 ? "" : encode(nodes.key[now3.selected]);
    return key4 || parts.length ? `#${[key4, ...parts].join("&")}` : "";
  };
  var read = (hash) => {
    const [key4, ...parts] = hash.replace(/^#/, "").split("&");
    const found = {
      now: { ...fresh(), selected: node(key4) },
      camera: null
    };
    for (const part of parts) {
      const cut = part.indexOf("=");
      const [name, text2] = [part.slice(0, cut), part.slice(cut + 1)];
      if (Object.hasOwn(CODECS, name)) CODECS[name].read(found.now, text2);
      const [x2, y2, zoom2] = name === "at" ? text2.split(",").map(Number) : [];
      if ([x2, y2, zoom2].every(Number.isFinite) && zoom2 > 0) found.camera = { x: x2, y: y2, zoom: zoom2 };
    }
    return found;
  };
  var ofNode = (selected) => `#${encode(nodes.key[selected])}`;

  // src/shapes.ts
  var corners = (ctx2, count3, turn, place2) => {
    for (let corner = 0; corner < count3; corner += 1) {
      const [px, py, r] = place2(corner);
      const angle = turn + 2 * Math.PI * corner / count3;
      const point2 = [px + r * Math.cos(angle), py + r * Math.sin(angle)];
      if (corner) ctx2.lineTo(...point2);
      else ctx2.moveTo(...point2);
    }
    ctx2.closePath();
  };
  var [THIRD, HALF_ROOT] = [1.15, Math.sqrt(3) / 2];
  var NORMALS = Array.from({ length: 5 }, (_, side) => [
    Math.sin(2 * Math.PI * side / 5),
    Math.cos(2 * Math.PI * side / 5)
  ]);
  var SHAPES = {
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
        let [most, next] = [-9, -9];
        for (const [nx, ny] of NORMALS) {
          const far = dx * nx + dy * ny;
          if (far > most) [most, next] = [far, most];
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

  // src/dom.ts
  var SVG = "http://www.w3.org/2000/svg";
  var byId = (id) => document.getElementById(id);
  var present = (values) => values.filter((value) => value !== null && value !== void 0);
  var el = (tag, attributes = {}, ...children) => {
    const made3 = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== void 0) made3.setAttribute(name, value === true ? "" : value);
    }
    made3.append(...present(children).filter((child) => child !== ""));
    return made3;
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
  var foreign = (text2, attributes = {}) => el("bdi", attributes, text2);
  var button = (attributes, label, act) => {
    const made3 = el("button", { type: "button", ...attributes }, ...[label].flat());
    made3.addEventListener("click", () => act());
    return made3;
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
    const parts = [];
    let from = 0;
    for (const found of text2.matchAll(pattern)) {
      const edge = target.get(found[0].replace(/\s+/g, " "));
      if (edge === void 0) continue;
      const node2 = edges.to[edge];
      const look = linked2.length > 1 && isBackground(edge) ? "slight mention" : "mention";
      parts.push(
        text2.slice(from, found.index),
        nodeLink(node2, found[0], { class: `${look} ${nodes.kind[node2]}`, title: nodes.label[node2] })
      );
      from = found.index + found[0].length;
    }
    return [...parts, text2.slice(from)];
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
    isNarrowed: () => isNarrowed,
    isWritten: () => isWritten,
    narrow: () => narrow,
    now: () => now,
    on: () => on,
    onArrival: () => onArrival,
    pathTo: () => pathTo,
    select: () => select,
    showSteps: () => showSteps,
    showTopic: () => showTopic,
    start: () => start,
    table: () => table2,
    toggleKind: () => toggleKind,
    toggleRelation: () => toggleRelation,
    toggleTopic: () => toggleTopic,
    view: () => view2,
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
      "confidence",
      "papers",
      "weight",
      "together",
      "since",
      "until"
    ],
    colour: ["colour"],
    table: ["table"]
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
    for (const [group3, fields] of Object.entries(GROUPS)) {
      if (!changed.some((field) => fields.includes(field))) continue;
      for (const [wanted, listener] of listeners) if (wanted.includes(group3)) listener(now, changed);
    }
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
    const { kind, topic: topic3, subtopic } = nodes;
    const fits = now.view === "full" || now.view === "papers" === isPaper(node2);
    const own2 = around[node2];
    const alone = own2.length > 0 && own2.every((edge) => now.hiddenRelations.has(edges.relation[edge]));
    const shown2 = new Set(alone ? own2.map((edge) => edges.relation[edge]) : []);
    return {
      view: fits ? now.view : "full",
      hiddenRelations: new Set([...now.hiddenRelations].filter((relation3) => !shown2.has(relation3))),
      hiddenKinds: without2(now.hiddenKinds, kind[node2]),
      hiddenTopics: without2(without2(now.hiddenTopics, topic3[node2]), subtopic[node2])
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
  var on = (groups, listener) => {
    listeners.push([groups, listener]);
  };
  var onArrival = (listener) => {
    arrivals.push(listener);
  };
  var select = (node2) => step({ selected: node2, target: -1, topic: "", ...revealing(node2) });
  var pathTo = (node2) => step({ target: node2, topic: "", ...revealing(node2) });
  var showSteps = (steps) => step({ steps });
  var clear = () => step({ selected: -1, target: -1, topic: "" });
  var showTopic = (name) => step({ selected: -1, target: -1, topic: now.topic === name ? "" : name });
  var view2 = (chosen) => {
    const fits = (node2) => node2 < 0 || chosen === "full" || chosen === "papers" === isPaper(node2);
    const keep = fits(now.selected) && fits(now.target);
    step({ view: chosen, ...keep ? {} : { selected: -1, target: -1 } });
  };
  var table2 = (chosen) => step({ table: chosen });
  var toggleKind = (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) });
  var toggleRelation = (relation3) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation3) });
  var toggleTopic = (name) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name) });
  var narrow = (field, value) => adjust({ [field]: value });
  var widen = () => {
    const first = fresh();
    const fields = GROUPS.filter.filter((field) => field !== "view");
    adjust(Object.fromEntries(fields.map((field) => [field, first[field]])));
  };
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
  var probe = document.createElement("canvas").getContext("2d");
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
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    for (const name of NAMES) own[name] = colour(name);
    for (const kind of Object.keys(KINDS)) own.kinds[kind] = colour(kind);
    own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
    own.dark = colour("dark") === "1";
  };
  var ofTopic = (name) => {
    const found = topic.get(name);
    if (!found) return own.muted;
    return own.topics[found.rank] || `hsl(${found.rank * 137.5 % 360} 45% ${own.dark ? 70 : 38}%)`;
  };
  var ofNode2 = (i) => now.colour === "topic" ? ofTopic(nodes.topic[i]) : own.kinds[nodes.kind[i]] || own.muted;
  var channels = (colour) => {
    probe.fillStyle = colour;
    return [1, 3, 5].map((at7) => Number.parseInt(String(probe.fillStyle).slice(at7, at7 + 2), 16));
  };
  var mixed = /* @__PURE__ */ new Map();
  var tint = (colour, share, other2 = own.ground) => {
    const part = Math.round(20 * share) / 20;
    const key4 = `${colour} ${part} ${other2}`;
    const known2 = mixed.get(key4);
    if (known2 !== void 0) return known2;
    const [one, two] = [channels(colour), channels(other2)];
    const made3 = `#${one.map(
      (value, i) => Math.round(value * part + two[i] * (1 - part)).toString(16).padStart(2, "0")
    ).join("")}`;
    mixed.set(key4, made3);
    return made3;
  };
  dress();

  // src/rows.ts
  var FIRST = 12;
  var STEP = 100;
  var plural = (count3, one, many = `${one}s`) => `${count3.toLocaleString("en")} ${count3 === 1 ? one : many}`;
  var percent = (value) => value > 1 ? value.toFixed(2) : `${Math.round(100 * value)} %`;
  var section = (title, ...content3) => el("section", {}, el("h3", {}, title), ...content3);
  var listing = (items, render3, attributes = {}, first = FIRST) => {
    const list3 = el("ul", attributes, ...items.slice(0, first).map((item) => render3(item)));
    if (items.length <= first) return [list3];
    const label = () => `Show more (${(items.length - list3.children.length).toLocaleString("en")})`;
    const more = button({ class: "more" }, label(), () => {
      const next = items.slice(list3.children.length, list3.children.length + STEP).map((item) => render3(item));
      list3.append(...next);
      next[0].querySelector("a")?.focus();
      if (list3.children.length === items.length) more.remove();
      else more.textContent = label();
    });
    return [list3, more];
  };
  var swatch = (name) => {
    const made3 = el("span", { class: "swatch" });
    made3.style.backgroundColor = ofTopic(name);
    return made3;
  };
  var chip = (name) => {
    if (!name) return null;
    const title = `${topic.get(name)?.parent ? "Subtopic" : "Topic"} ${name}`;
    return button({ class: "chip", title }, [swatch(name), foreign(name)], () => showTopic(name));
  };
  var meta = (...parts) => {
    const known2 = parts.filter((part) => part);
    return known2.length ? el("p", { class: "meta" }, ...known2.map((part) => el("span", {}, part))) : null;
  };
  var bar = (value, most, what) => el("meter", { min: "0", max: String(most), value: String(value), title: what, "aria-label": what });
  var salience = (edge) => {
    const value = edges.salience[edge];
    const kind = nodes.kind[edges.to[edge]];
    return value ? el("span", { class: `about ${kind}` }, bar(value, 1, `salience ${value.toFixed(2)}`)) : null;
  };
  var fold = (title, list3, open3 = false) => el("details", { class: "background", open: open3 }, el("summary", {}, title), ...list3);
  var named2 = (node2, remark = null, ...below) => el(
    "li",
    { class: "named" },
    icon(nodes.kind[node2]),
    nodeLink(node2),
    remark ? el("span", { class: "count" }, ...[remark].flat().filter(Boolean)) : null,
    ...below
  );
  var RANK = Object.keys(RELATIONS);
  var byRelation = (list3) => {
    const groups = /* @__PURE__ */ new Map();
    for (const edge of list3) {
      const relation3 = edges.relation[edge];
      const group3 = groups.get(relation3);
      if (group3) group3.push(edge);
      else groups.set(relation3, [edge]);
    }
    return [...groups].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
  };
  var bySalience = (list3, otherwise) => [...list3].sort((a, b) => edges.salience[b] - edges.salience[a] || otherwise(a, b));

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
    const groups = byRelation(around[entity]);
    const papers3 = groups.map(([relation3, list3]) => {
      const title = RELATIONS[relation3]?.by ?? relation3;
      const listed = listing(bySalience(list3, newest), paperRow);
      if (!isBackground(list3[0])) return section(title, ...listed);
      const count3 = `${plural(list3.length, "paper")}, in the background`;
      return section(title, fold(count3, listed, groups.length === 1));
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
    const order3 = (a, b) => compare(nodes.kind[edges.to[a]], nodes.kind[edges.to[b]]) || named(edges.to[a], edges.to[b]);
    const row3 = (edge) => {
      const remark = [DECLARED[edges.origin[edge]], salience(edge)].filter(Boolean);
      return named2(edges.to[edge], remark.length ? remark : null, evidence(texts2, edge));
    };
    const listed = (list3) => listing(bySalience(list3, order3), row3);
    const terms = Object.entries(KINDS).map(([kind, { many }]) => {
      const list3 = own2.filter((edge) => isTerm(edge) && nodes.kind[edges.to[edge]] === kind);
      const [front, back] = [list3.filter((edge) => !isBackground(edge)), list3.filter(isBackground)];
      if (!list3.length) return null;
      const fold3 = back.length ? [fold(`${back.length} in the background`, listed(back))] : [];
      return section(many, ...front.length ? listed(front) : [], ...fold3);
    });
    const roles = byRelation(own2.filter((edge) => !isTerm(edge))).map(([relation3, list3]) => section(RELATIONS[relation3]?.group ?? relation3, ...listed(list3)));
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
    const body2 = abstract ? el("p", { class: "abstract", dir: "auto" }, ...marked(texts2, abstract, own2)) : null;
    return [
      subjects(own2),
      body2 ? section("Abstract", body2) : null,
      ...entitySections(texts2, own2),
      related.length ? section("Related papers", ...listing(related, peerRow(texts2, paper, most))) : null,
      own2.length ? null : el("p", { class: "muted" }, `No ${entities.one} was found in this paper.`)
    ];
  };

  // src/lines.ts
  var lines_exports = {};
  __export(lines_exports, {
    BESIDE: () => BESIDE,
    across: () => across2,
    at: () => at3,
    compute: () => compute,
    nameOf: () => nameOf,
    now: () => now2
  });
  var BESIDE = "beside";
  var names = [...relations.keys(), BESIDE];
  var code = new Map(names.map((name, at7) => [name, at7]));
  var [likely, beside] = [code.get("related") ?? -1, code.get(BESIDE) ?? -1];
  var relation = Uint8Array.from(edges.relation, (name) => code.get(name) ?? 0);
  var isRelated = edges.relation.map((_, e) => isPaper(edges.from[e]) && isPaper(edges.to[e]));
  var now2 = {
    count: 0,
    a: new Int32Array(0),
    b: new Int32Array(0),
    edge: new Int32Array(0),
    weight: new Float64Array(0),
    ranges: [],
    hot: new Uint8Array(0),
    apart: new Uint8Array(0)
  };
  var passes = new Uint8Array(links);
  var adjacency = null;
  var inTime = (paper, { since, until }) => {
    const date = nodes.date[paper];
    if (!since && !until) return true;
    return date !== "" && (!since || date >= since) && (!until || date.slice(0, until.length) <= until);
  };
  var passEdges = (chosen, alive) => {
    for (let e = 0; e < links; e += 1) {
      const strong = isRelated[e] ? edges.weight[e] >= chosen.weight && alive[edges.to[e]] : edges.confidence[e] >= chosen.confidence;
      passes[e] = strong && alive[edges.from[e]] && !chosen.hiddenRelations.has(edges.relation[e]) ? 1 : 0;
    }
  };
  var support = () => {
    const found = new Int32Array(size);
    const last = new Int32Array(size).fill(-1);
    for (let e = 0; e < links; e += 1) {
      if (isRelated[e] || !passes[e] || last[edges.to[e]] === edges.from[e]) continue;
      last[edges.to[e]] = edges.from[e];
      found[edges.to[e]] += 1;
    }
    return found;
  };
  var showNodes = (chosen) => {
    const alive = new Uint8Array(size);
    for (let i = 0; i < size; i += 1) {
      const welcome = ![nodes.topic[i], nodes.subtopic[i]].some((name) => chosen.hiddenTopics.has(name));
      alive[i] = welcome && (!isPaper(i) || inTime(i, chosen)) ? 1 : 0;
    }
    passEdges(chosen, alive);
    const thinned2 = chosen.confidence > 0 || chosen.since || chosen.until || chosen.hiddenRelations.size > 0 || chosen.hiddenTopics.size > 0;
    const needed = chosen.papers > 1 || thinned2 ? chosen.papers : 0;
    const found = thinned2 ? support() : nodes.papers;
    for (let i = 0; i < size; i += 1) {
      const asked = i === chosen.selected || i === chosen.target;
      const enough = isPaper(i) || found[i] >= needed;
      const inView = chosen.view === "full" || chosen.view === "papers" === isPaper(i);
      shown[i] = inView && !chosen.hiddenKinds.has(nodes.kind[i]) && (alive[i] && enough || asked) ? 1 : 0;
    }
  };
  var ofGraph = () => {
    const kept2 = [];
    for (let e = 0; e < links; e += 1) {
      if (passes[e] && shown[edges.from[e]] && shown[edges.to[e]]) kept2.push(e);
    }
    return kept2.map((e) => [relation[e], edges.from[e], edges.to[e], e, edges.weight[e]]);
  };
  var coMentions = ({ together }) => {
    const pairs = /* @__PURE__ */ new Map();
    for (let paper = 0; paper < size; paper += 1) {
      if (!isPaper(paper)) continue;
      const own2 = around[paper].filter((e) => passes[e] && !isRelated[e] && shown[edges.to[e]]);
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
  var BANDS = 4;
  var inBands = (range2) => {
    const { name, first, end: end2 } = range2;
    const [least, most] = [now2.weight[first], now2.weight[end2 - 1]];
    if (name !== "related" || least === most) return [{ ...range2, strength: 1 }];
    const bands = Array.from({ length: BANDS }, (_, band) => ({
      name,
      first: end2,
      end: end2,
      strength: band / (BANDS - 1)
    }));
    for (let line3 = end2 - 1; line3 >= first; line3 -= 1) {
      const band = Math.min(BANDS - 1, Math.floor(BANDS * (now2.weight[line3] - least) / (most - least)));
      bands[band].first = line3;
      if (band > 0) bands[band - 1].end = line3;
    }
    return bands.map((band, at7) => ({ ...band, end: at7 < BANDS - 1 ? bands[at7 + 1].first : end2 }));
  };
  var compute = (chosen) => {
    showNodes(chosen);
    const rows2 = chosen.view === "entities" ? coMentions(chosen) : ofGraph();
    rows2.sort((p, q) => p[0] - q[0] || (p[0] === likely ? p[4] - q[4] : 0));
    now2.count = rows2.length;
    now2.a = Int32Array.from(rows2, (row3) => row3[1]);
    now2.b = Int32Array.from(rows2, (row3) => row3[2]);
    now2.edge = Int32Array.from(rows2, (row3) => row3[3]);
    now2.weight = Float64Array.from(rows2, (row3) => row3[4]);
    now2.hot = new Uint8Array(rows2.length);
    now2.apart = Uint8Array.from(rows2, ([, a, b]) => nodes.topic[a] === nodes.topic[b] ? 0 : 1);
    now2.ranges = names.map((name, at7) => {
      const first = rows2.findIndex((row3) => row3[0] === at7);
      return { name, first, end: rows2.findLastIndex((row3) => row3[0] === at7) + 1 };
    }).filter(({ first }) => first >= 0).flatMap(inBands);
    adjacency = null;
  };
  var at3 = (node2) => {
    if (!adjacency) {
      adjacency = Array.from({ length: size }, () => []);
      for (let line3 = 0; line3 < now2.count; line3 += 1) {
        adjacency[now2.a[line3]].push(line3);
        if (now2.a[line3] !== now2.b[line3]) adjacency[now2.b[line3]].push(line3);
      }
    }
    return adjacency[node2];
  };
  var across2 = (line3, node2) => now2.a[line3] === node2 ? now2.b[line3] : now2.a[line3];
  var nameOf = (line3) => now2.edge[line3] < 0 ? BESIDE : edges.relation[now2.edge[line3]];

  // src/neighbourhood.ts
  var neighbourhood_exports = {};
  __export(neighbourhood_exports, {
    emphasise: () => emphasise2,
    path: () => path,
    stations: () => stations,
    within: () => within3
  });
  var within3 = (node2, steps) => {
    const distance = /* @__PURE__ */ new Map([[node2, 0]]);
    for (const [here, far] of distance) {
      if (far === steps) break;
      for (const line3 of at3(here)) {
        const next = across2(line3, here);
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
    let ring2 = [from];
    while (ring2.length && distance[to] < 0) {
      const next = [];
      for (const here of ring2) {
        const price = cost[here] + (here === from ? 0 : at3(here).length);
        for (const line3 of at3(here)) {
          const there = across2(line3, here);
          if (distance[there] >= 0 && distance[there] !== distance[here] + 1) continue;
          if (distance[there] < 0) {
            distance[there] = distance[here] + 1;
            next.push(there);
          }
          if (price < cost[there]) [cost[there], via[there]] = [price, line3];
        }
      }
      ring2 = next;
    }
    if (distance[to] < 0) return null;
    const found = [];
    for (let here = to; here !== from; here = across2(via[here], here)) found.unshift(via[here]);
    return found;
  };
  var stations = (from, found) => {
    const way = [from];
    for (const line3 of found) way.push(across2(line3, way[way.length - 1]));
    return way;
  };
  var emphasise2 = (now3) => {
    const { hot: hot3 } = now2;
    hot3.fill(0);
    view.focused = now3.selected;
    if (now3.selected >= 0 && now3.target >= 0) {
      const found = path(now3.selected, now3.target) || [];
      for (const line3 of found) hot3[line3] = 1;
      emphasise([...stations(now3.selected, found), now3.target]);
    } else if (now3.selected >= 0) {
      const near = within3(now3.selected, now3.steps);
      for (const [node2, far] of near) {
        if (far < now3.steps) for (const line3 of at3(node2)) hot3[line3] = 1;
      }
      emphasise(near.keys());
    } else if (now3.topic) {
      emphasise(topic.get(now3.topic)?.members ?? []);
      for (let line3 = 0; line3 < hot3.length; line3 += 1) {
        hot3[line3] = hot[now2.a[line3]] && hot[now2.b[line3]];
      }
    } else emphasise(null);
  };

  // src/card_path.ts
  var verb = (line3) => {
    const name = nameOf(line3);
    if (name === BESIDE) return `named together in ${plural(now2.weight[line3], "paper")}`;
    const likely2 = name === "related" ? `, ${percent(now2.weight[line3])}` : "";
    return (RELATIONS[name]?.edge ?? name).toLowerCase() + likely2;
  };
  var between = (line3, here, texts2) => {
    const edge = now2.edge[line3];
    const backwards = edge >= 0 && edges.from[edge] !== here && edges.relation[edge] !== "related";
    return el(
      "li",
      { class: "step" },
      el("span", { class: "count" }, backwards ? `↑ ${verb(line3)}` : `↓ ${verb(line3)}`),
      ...edge >= 0 ? [reason, shared, evidence].map((part) => part(texts2, edge)) : []
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
    const way = stations(from, found);
    const list3 = el("ol", { class: "path" }, named2(from));
    found.forEach((line3, at7) => {
      list3.append(between(line3, way[at7], texts2), named2(way[at7 + 1]));
    });
    return section(`Path of ${plural(found.length, "step")}`, list3, drop);
  };

  // src/card_topic.ts
  var particular = ({ particular: words2, members }) => {
    const found = new Map(members.map((node2) => [nodes.label[node2], node2]));
    const tags = words2.map((word) => {
      const node2 = found.get(word);
      return node2 === void 0 ? foreign(word, { class: "tag" }) : nodeLink(node2, word, { class: `tag ${nodes.kind[node2]}` });
    });
    return tags.length ? el("div", { class: "tags subjects" }, ...tags) : null;
  };
  var subtopicRow = ({ name, papers: papers3 }) => el(
    "li",
    { class: "subtopic" },
    button(
      { class: "pick" },
      [swatch(name), foreign(name, { class: "grow" })],
      () => showTopic(name)
    ),
    el("span", { class: "count" }, plural(papers3, "paper"))
  );
  var cardTopic = (topic3) => {
    const { name, parent, papers: papers3, subtopics, central } = topic3;
    return [
      el("h2", { dir: "auto" }, name),
      meta(
        plural(papers3, "paper"),
        subtopics.length ? plural(subtopics.length, "subtopic") : ""
      ),
      parent ? el("div", { class: "chips" }, chip(parent)) : null,
      particular(topic3),
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
  var fold2 = (text2) => text2.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  var loose = (text2) => text2.replace(/[\s_-]+/g, "");
  var grade = (folded, query, words2) => {
    if (folded === query) return 0;
    if (folded.startsWith(query)) return 1;
    const found = folded.indexOf(query);
    if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
    if (loose(query) !== "" && loose(folded).startsWith(loose(query))) return 3;
    return words2.length > 1 && words2.every((word) => folded.includes(word)) ? 5 : -1;
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
    (node2) => [nodes.label[node2], ...split(nodes.aliases[node2])].map((name) => ({
      name,
      folded: fold2(name)
    }))
  );
  var find = (text2) => {
    const query = fold2(text2.trim());
    if (query === "") return [];
    index = index || build();
    const words2 = query.split(/\s+/);
    const found = [];
    index.forEach((names2, node2) => {
      let best = null;
      for (const [rank, { name, folded }] of names2.entries()) {
        const score = grade(folded, query, words2);
        if (score >= 0 && (!best || score * 2 + Number(rank > 0) < best.score)) {
          best = { node: node2, score: score * 2 + Number(rank > 0), alias: rank > 0 ? name : "" };
        }
      }
      if (best) found.push(best);
    });
    const weight2 = ({ node: node2 }) => nodes.papers[node2] + (nodes.kind[node2] === "paper" ? 0 : 0.5);
    return found.sort((a, b) => a.score - b.score || weight2(b) - weight2(a) || named(a.node, b.node)).slice(0, LIMIT);
  };
  var point = (next) => {
    active = next;
    for (const [at7, item] of [...list2.children].entries())
      item.setAttribute("aria-selected", String(at7 === active));
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
    refresh();
    input.focus();
  };
  var choose = (at7) => {
    if (!hits[at7]) return;
    const { node: node2 } = hits[at7];
    input.value = "";
    refresh();
    const give = answer || select;
    release();
    give(node2);
    byId("card").focus({ preventScroll: true });
  };
  var row = ({ node: node2, alias }, at7) => {
    const { nodes: nodes2 } = model_exports;
    const note = alias ? `also ${alias}` : nodes2.kind[node2] === "paper" ? nodes2.date[node2] : `${nodes2.papers[node2]} ${nodes2.papers[node2] === 1 ? "paper" : "papers"}`;
    const item = el(
      "li",
      { id: `hit-${at7}`, role: "option", "aria-selected": "false" },
      icon(nodes2.kind[node2]),
      el("span", { class: "unseen" }, `${KINDS[nodes2.kind[node2]]?.one ?? ""}: `),
      foreign(nodes2.label[node2].slice(0, 300), { class: "hit" }),
      foreign(note.slice(0, 120), { class: "note" })
    );
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(at7));
    return item;
  };
  var refresh = () => {
    hits = find(input.value);
    const asked = input.value.trim() !== "";
    list2.replaceChildren(...hits.map(row));
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
    const name = nodes.label[node2].slice(0, 40);
    const path2 = button(
      { class: "ask" },
      "Path to …",
      () => ask(`Path from ${name} to …`, (other2) => {
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
    const list3 = aliases.flatMap((alias, at7) => [at7 ? ", " : "", foreign(alias)]);
    return el("p", { class: "aliases" }, "Also ", ...list3);
  };
  var chips = (node2) => {
    const names2 = [.../* @__PURE__ */ new Set([nodes.topic[node2], nodes.subtopic[node2]])].filter(
      (name) => topic.has(name)
    );
    return names2.length ? el("div", { class: "chips" }, ...names2.map(chip)) : null;
  };
  var aside = (node2) => {
    const count3 = around[node2].filter(isBackground).length;
    return count3 ? `${count3.toLocaleString("en")} in the background` : "";
  };
  var broader = (node2) => {
    const names2 = split(nodes.broader[node2] || "");
    if (!names2.length) return null;
    const same2 = (name) => (i) => nodes.kind[i] === nodes.kind[node2] && nodes.label[i] === name;
    const list3 = names2.flatMap((name, at7) => {
      const found = nodes.id.find(same2(name));
      return [at7 ? ", " : "", found === void 0 ? foreign(name) : nodeLink(found)];
    });
    return el("p", { class: "broader" }, "Broader: ", ...list3);
  };
  var source = (node2) => {
    const link2 = outside(nodes.url[node2]);
    return link2 ? el("p", { class: "source" }, link2) : null;
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
  var overview = (name) => {
    const topic3 = topic.get(name);
    const row3 = (node2) => named2(node2, plural(nodes.papers[node2], isPaper(node2) ? "link" : "paper"));
    const found = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, []]));
    for (const i of topic3 ? topic3.members : nodes.id) found[nodes.kind[i]]?.push(i);
    const order3 = (a, b) => nodes.papers[b] - nodes.papers[a] || named(a, b);
    const { paper, ...entities3 } = KINDS;
    const later = ([, facts]) => facts.term ? 0 : 1;
    const groups = Object.entries({ ...entities3, paper }).filter(([kind]) => found[kind].length).sort((a, b) => later(a) - later(b));
    const first = topic3 ? [swatch(name), el("span", { class: "kind" }, topic3.parent ? "Subtopic" : "Topic")] : [el("span", { class: "kind" }, "At a glance")];
    panel.replaceChildren(
      el("div", { class: "card-head" }, ...first, closing()),
      ...topic3 ? present(cardTopic(topic3)) : [],
      ...groups.map(
        ([kind, facts]) => section(heading(kind, facts), ...listing(found[kind].sort(order3), row3, { class: "tight" }, 8))
      )
    );
    panel.scrollTop = 0;
  };
  var dismiss = () => {
    if (now.selected < 0 && now.topic === "") dismissed = true;
    clear();
    show();
  };
  var show = async () => {
    const { selected, topic: topic3, table: table3 } = now;
    const roomy = matchMedia("(min-width: 1000px)").matches;
    const welcome = topic3 !== "" || !dismissed && size > 0 && roomy && table3 === "";
    panel.hidden = selected < 0 && !welcome;
    document.body.classList.toggle("with-card", !panel.hidden);
    panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
    if (selected >= 0) await render(selected);
    else if (welcome) overview(topic3);
  };
  var mark = () => {
    for (const step2 of panel.querySelectorAll("[data-steps]"))
      step2.setAttribute("aria-pressed", String(Number(step2.dataset.steps) === now.steps));
  };

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

  // src/labels.ts
  var labels_exports = {};
  __export(labels_exports, {
    areaNamedAt: () => areaNamedAt,
    hovered: () => hovered,
    lifted: () => lifted,
    paint: () => paint,
    painted: () => painted
  });

  // src/label_room.ts
  var CELL = 64;
  var short = (text2, most) => text2.length > most ? `${text2.slice(0, most - 1).trimEnd()}…` : text2;
  var within4 = (least, value, most) => Math.max(Math.min(least, most), Math.min(value, Math.max(least, most)));
  var freeRoom = () => {
    const cells = /* @__PURE__ */ new Map();
    const each2 = ([left2, top2, right2, bottom2], act) => {
      for (let cx = Math.floor(left2 / CELL); cx <= right2 / CELL; cx += 1)
        for (let cy = Math.floor(top2 / CELL); cy <= bottom2 / CELL; cy += 1) act(`${cx},${cy}`);
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

  // src/levels.ts
  var papers = nodes.id.filter(isPaper).map((i) => radius[i]);
  var usual2 = papers.sort((a, b) => a - b)[papers.length >> 1] ?? 10;
  var ramp = (value, from, to) => {
    const part = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return part * part * (3 - 2 * part);
  };
  var at4 = (zoom2, mapped) => {
    const dot2 = mapped ? usual2 * zoom2 : Infinity;
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

  // src/names.ts
  var WEIGHT = 650;
  var LEADING = 1.15;
  var MEASURED = 100;
  var LEAST = 8.5;
  var probe2 = document.createElement("canvas").getContext("2d");
  var widths = /* @__PURE__ */ new Map();
  var widthOf = (text2, weight2 = WEIGHT) => {
    const key4 = `${weight2} ${text2}`;
    const known2 = widths.get(key4);
    if (known2 !== void 0) return known2;
    probe2.font = `${weight2} ${MEASURED}px ${own.font}`;
    const found = probe2.measureText(text2).width / MEASURED;
    widths.set(key4, found);
    return found;
  };
  var settings = (name) => {
    const breaks = [...name.matchAll(/[ -]/g)].map(({ index: index2, 0: sign }) => {
      const [first, second] = [name.slice(0, index2 + (sign === "-" ? 1 : 0)), name.slice(index2 + 1)];
      return { lines: [first, second], cost: Math.max(first.length, second.length) + (sign === "-" ? 2 : 0) };
    });
    const best = breaks.filter(({ lines }) => lines[0] && lines[1]).sort((a, b) => a.cost - b.cost)[0];
    const parts = name.split(/(?<=-)| /).filter(Boolean);
    return [[name], ...best ? [best.lines] : [], ...parts.length === 3 ? [parts] : []];
  };
  var fit = (area, zoom2, most) => {
    let best = null;
    for (const lines of settings(area.topic.name)) {
      if (lines.length > 2 && best) continue;
      const width = Math.max(...lines.map((line3) => widthOf(line3))) + 0.4;
      const spot = area.room(width, lines.length * LEADING);
      const px = spot ? Math.min(most, spot.scale * zoom2) : 0;
      if (spot && px >= LEAST && px > (best?.px ?? 0) * 1.05) best = { lines, px, x: spot.x, y: spot.y };
    }
    return best;
  };
  var colourOf = ({ topic: topic3 }) => tint(ofTopic(topic3.name), 0.75, own.ink);

  // src/labels.ts
  var FOCUSED = 1e9;
  var ASKED = 1e8;
  var SIZES = [12.5, 21];
  var OPENED = [240, 300];
  var painted = [];
  var urgency = (i, zoom2, mapped) => {
    if (i === view.focused) return FOCUSED;
    if (i === now.target) return ASKED;
    const onScreen = radius[i] * zoom2;
    if (view.emphasis) {
      if (!hot[i]) return 0;
      if (now.target >= 0) return 1e6 + radius[i];
      return isPaper(i) ? onScreen > 5 ? 1e3 + radius[i] : 0 : 1e5 + radius[i];
    }
    if (isPaper(i)) return onScreen > (now.view === "papers" ? 6 : 9) ? 1 + radius[i] : 0;
    if (mapped && usual2 * zoom2 < 2) return 0;
    return onScreen > (mapped ? 5 : 2.6) || !mapped && nodes.size[i] > 40 ? 1e3 + radius[i] : 0;
  };
  var ranked = (box, mapped) => {
    const order3 = [];
    for (let i = 0; i < size; i += 1) {
      if (!shown[i] || x[i] < box.left || x[i] > box.right || y[i] < box.top || y[i] > box.bottom) continue;
      const rank = urgency(i, box.zoom, mapped);
      if (rank > 0) order3.push([rank, i]);
    }
    return order3.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  };
  var sheetOf = (ctx2, box) => {
    const { matrix, ratio } = box;
    const [wide2, high2] = [ctx2.canvas.width / ratio, ctx2.canvas.height / ratio];
    return {
      ...{ ctx: ctx2, box, wide: wide2, high: high2, occupied: freeRoom(), said: /* @__PURE__ */ new Set() },
      free: box.free || { left: 0, top: 0, right: wide2, bottom: high2 },
      sx: (px) => (px * matrix.a + matrix.e) / ratio,
      sy: (py) => (py * matrix.d + matrix.f) / ratio,
      gx: (px) => (px * ratio - matrix.e) / matrix.a,
      gy: (py) => (py * ratio - matrix.f) / matrix.d
    };
  };
  var write3 = ({ ctx: ctx2 }, lines, px, py, { weight: weight2, px: letters, colour, halo, alpha = 1 }) => {
    ctx2.font = `${weight2} ${letters}px ${own.font}`;
    ctx2.globalAlpha = alpha;
    ctx2.strokeStyle = halo;
    ctx2.lineWidth = Math.min(4, 1.5 + letters / 6);
    const first = py - (lines.length - 1) * letters * LEADING / 2;
    lines.forEach((line3, at7) => {
      ctx2.strokeText(line3, px, first + at7 * letters * LEADING);
    });
    ctx2.fillStyle = colour;
    lines.forEach((line3, at7) => {
      ctx2.fillText(line3, px, first + at7 * letters * LEADING);
    });
    ctx2.globalAlpha = 1;
  };
  var rectOf = (lines, letters, weight2, px, py) => {
    const half = Math.max(...lines.map((line3) => widthOf(line3, weight2))) * letters / 2;
    const tall = lines.length * letters * LEADING / 2;
    return [px - half, py - tall, px + half, py + tall];
  };
  var isIn = ([left2, top2, right2, bottom2], free2) => left2 >= free2.left && right2 <= free2.right && top2 >= free2.top && bottom2 <= free2.bottom;
  var isInside = ({ gx, gy }, area, [left2, top2, right2, bottom2]) => [left2, (left2 + right2) / 2, right2].every((px) => [top2, bottom2].every((py) => area.holds(gx(px), gy(py))));
  var key = (text2) => text2.toLowerCase();
  var nameArea = (sheet3, area, most, alpha) => {
    const { sx, sy, occupied, said, free: free2, box } = sheet3;
    const { name } = area.topic;
    if (alpha < 0.05 || said.has(key(name))) return;
    const fitted = fit(area, box.zoom, most);
    if (!fitted) return;
    const { lines, px } = fitted;
    const rect = rectOf(lines, px, WEIGHT, sx(fitted.x), sy(fitted.y));
    if (!isIn(rect, free2) || !occupied.isFree(rect)) return;
    occupied.occupy(rect);
    said.add(key(name));
    painted.push({ text: name, rect, area: name });
    write3(sheet3, lines, sx(fitted.x), sy(fitted.y), {
      ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
      halo: tint(ofTopic(name), own.dark ? 0.2 : 0.15)
    });
  };
  var captionArea = (sheet3, area, alpha) => {
    const { sx, sy, occupied, said, free: free2 } = sheet3;
    const { name } = area.topic;
    const px = 13;
    if (said.has(key(name))) return;
    const half = widthOf(name) * px / 2 + 4;
    const [west, east] = [
      Math.max(sx(area.left), free2.left) + half,
      Math.min(sx(area.right), free2.right) - half
    ];
    const [north, south] = [Math.max(sy(area.top), free2.top) + px, Math.min(sy(area.bottom), free2.bottom) - px];
    for (let py = north; py < south; py += 12)
      for (let px_ = west; px_ < east; px_ += 16) {
        const rect = rectOf([name], px, WEIGHT, px_, py);
        if (!isInside(sheet3, area, rect) || !occupied.isFree(rect)) continue;
        occupied.occupy(rect);
        said.add(key(name));
        painted.push({ text: name, rect, area: name });
        write3(sheet3, [name], px_, py, {
          ...{ weight: WEIGHT, px, alpha, colour: colourOf(area) },
          halo: tint(ofTopic(name), own.dark ? 0.2 : 0.15)
        });
        return;
      }
  };
  var nameAreas = (sheet3, shapes) => {
    const { box, wide: wide2 } = sheet3;
    const small = wide2 < 720 ? 0.85 : 1;
    const largest = Math.max(...shapes.map(({ topic: topic3 }) => topic3.papers), 1);
    const quiet2 = view.emphasis ? 0.35 : 1;
    const opened2 = (area) => within2(area.topic).length ? ramp(area.size * box.zoom, OPENED[0], OPENED[1]) : 0;
    for (const area of shapes) {
      if (area.right < box.left || area.left > box.right || area.bottom < box.top || area.top > box.bottom)
        continue;
      const loud = now.topic === area.topic.name;
      const open3 = loud ? 1 : opened2(area);
      const most = small * (SIZES[0] + (SIZES[1] - SIZES[0]) * Math.sqrt(area.topic.papers / largest));
      if (open3 < 0.5) nameArea(sheet3, area, most, (1 - 2 * open3) * (loud ? 1 : quiet2));
      if (open3 <= 0.5) continue;
      for (const inner3 of within2(area.topic))
        nameArea(sheet3, inner3, small * 14, (2 * open3 - 1) * (loud ? 1 : quiet2));
      captionArea(sheet3, area, 2 * open3 - 1);
    }
  };
  var labelNode = (sheet3, [rank, i], shapes) => {
    const { box, wide: wide2, sx, sy, occupied, said, free: free2 } = sheet3;
    const loud = rank >= ASKED;
    if (!loud && said.has(key(nodes.label[i]))) return;
    const px = Math.round(2 * Math.min(15, 11 + radius[i] / 8)) / 2 + (loud ? 1 : 0);
    const middle = !loud && shapes.size > 0 && usual2 * box.zoom < 5;
    const weight2 = loud ? 650 : isPaper(i) || middle ? 400 : 550;
    const text2 = short(nodes.label[i], loud && wide2 >= 720 ? 70 : 34);
    const under2 = radius[i] * box.zoom * (loud ? 1.25 : 1.2) + (loud ? 5 : 0) + px * 0.7;
    const half = widthOf(text2, weight2) * px / 2 + 4;
    const area = view.emphasis ? void 0 : shapes.get(nodes.topic[i]);
    for (const side of loud ? [1] : [1, -1]) {
      const [at7, down2] = [within4(half, sx(x[i]), wide2 - half), sy(y[i]) + side * under2];
      const rect = rectOf([text2], px, weight2, at7, down2);
      if (!loud && !(isIn(rect, free2) && occupied.isFree(rect) && (!area || isInside(sheet3, area, rect))))
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
  var dress3 = (ctx2, ratio) => {
    ctx2.save();
    ctx2.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx2.textAlign = "center";
    ctx2.textBaseline = "middle";
    ctx2.lineJoin = "round";
  };
  var paint = (ctx2, box) => {
    const list3 = ofTopics();
    const shapes = new Map(list3.map((area) => [area.topic.name, area]));
    const sheet3 = sheetOf(ctx2, box);
    const far = list3.length > 0 && at4(box.zoom, true).hubs < 1;
    const most = Math.round(sheet3.wide * sheet3.high / (far ? 4e4 : 12e3));
    painted = [];
    dress3(ctx2, box.ratio);
    const order3 = ranked(box, list3.length > 0);
    for (const one of order3) if (one[0] >= ASKED) labelNode(sheet3, one, shapes);
    for (const [, i] of view.emphasis ? order3.slice(0, 150) : []) {
      const arm = radius[i] * box.zoom;
      const [px, py] = [sheet3.sx(x[i]), sheet3.sy(y[i])];
      sheet3.occupied.occupy([px - arm, py - arm, px + arm, py + arm]);
    }
    if (view.focused < 0) {
      const chosen = topic.get(now.topic);
      const first = list3.find(({ topic: topic3 }) => topic3.name === (chosen?.parent || chosen?.name));
      nameAreas(sheet3, first ? [first, ...list3.filter((area) => area !== first)] : list3);
    }
    for (const one of order3.filter(([rank]) => rank < ASKED).slice(0, most)) labelNode(sheet3, one, shapes);
    ctx2.restore();
  };
  var hovered = (ctx2, box, i) => {
    if (i === view.focused || i === now.target) return;
    const sheet3 = sheetOf(ctx2, box);
    const text2 = short(nodes.label[i], sheet3.wide < 720 ? 34 : 70);
    const px = 13.5;
    const half = widthOf(text2, 600) * px / 2 + 8;
    const at7 = within4(half, sheet3.sx(x[i]), sheet3.wide - half);
    const down2 = sheet3.sy(y[i]) + Math.max(radius[i] * box.zoom, 2) * 1.25 + 20;
    dress3(ctx2, box.ratio);
    ctx2.fillStyle = own.ground;
    ctx2.globalAlpha = 0.92;
    ctx2.fillRect(at7 - half, down2 - px * 0.85, 2 * half, px * 1.7);
    write3(sheet3, [text2], at7, down2, { weight: 600, px, colour: own.ink, halo: own.ground });
    ctx2.restore();
  };
  var lifted = (ctx2, box, { topic: topic3, middle }) => {
    if (painted.some(({ area }) => area === topic3.name)) return;
    const sheet3 = sheetOf(ctx2, box);
    const half = widthOf(topic3.name, 600) * 13 / 2;
    dress3(ctx2, box.ratio);
    write3(sheet3, [topic3.name], within4(half, sheet3.sx(middle.x), sheet3.wide - half), sheet3.sy(middle.y), {
      ...{ weight: 600, px: 13, colour: own.ink, halo: own.ground }
    });
    ctx2.restore();
  };
  var areaNamedAt = (px, py) => painted.find(
    ({ area, rect: [left2, top2, right2, bottom2] }) => area && px >= left2 && px <= right2 && py >= top2 && py <= bottom2
  )?.area ?? "";

  // src/paint.ts
  var paint_exports = {};
  __export(paint_exports, {
    all: () => all,
    counts: () => counts,
    frame: () => frame,
    layers: () => layers,
    overlay: () => overlay,
    stale: () => stale4
  });

  // src/dots.ts
  var APART = 2.9;
  var order = [...nodes.id].sort(
    (a, b) => Number(isPaper(b)) - Number(isPaper(a)) || radius[b] - radius[a] || a - b
  );
  var thinned = (zoom2) => {
    const cell2 = APART / zoom2;
    const taken = /* @__PURE__ */ new Set();
    return order.filter((i) => {
      if (!shown[i]) return false;
      if (radius[i] > cell2) return true;
      const key4 = Math.round(x[i] / cell2) * 100003 + Math.round(y[i] / cell2);
      return !taken.has(key4) && taken.add(key4);
    });
  };
  var looksAt = (zoom2) => {
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
  var kept = /* @__PURE__ */ new Map();
  var stale2 = () => kept.clear();
  var at5 = (zoom2) => {
    const step2 = Math.min(4, Math.floor(2 * Math.log2(Math.max(zoom2, 1e-6))));
    const known2 = kept.get(step2);
    if (known2) return known2;
    const made3 = looksAt(2 ** (step2 / 2));
    kept.set(step2, made3);
    return made3;
  };
  var drawn = (zoom2) => at5(zoom2).reduce((sum, { members }) => sum + members.length, 0);

  // src/raster.ts
  var canvas = document.createElement("canvas");
  var ctx = canvas.getContext("2d");
  var image = new ImageData(1, 1);
  var words = new Uint32Array(image.data.buffer);
  var cover = new Uint8Array(1);
  var lined = false;
  var open = false;
  var wide = 1;
  var high = 1;
  var [left, top, right, bottom] = [0, 0, 0, 0];
  var ink = 0;
  var strength = 255;
  var dip = (colour, alpha) => {
    const [r, g, b] = [1, 3, 5].map((at7) => Number.parseInt(colour.slice(at7, at7 + 2), 16));
    ink = r | g << 8 | b << 16;
    strength = Math.round(255 * Math.min(1, alpha));
  };
  var begin = ({ width, height }) => {
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
  var touch = (west, north, east, south) => {
    if (west < left) left = Math.max(0, Math.floor(west));
    if (north < top) top = Math.max(0, Math.floor(north));
    if (east > right) right = Math.min(wide, Math.ceil(east));
    if (south > bottom) bottom = Math.min(high, Math.ceil(south));
  };
  var line2 = (fromX, fromY, toX, toY) => {
    const steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
    const flip = steep ? fromY > toY : fromX > toX;
    const ax = flip ? steep ? toY : toX : steep ? fromY : fromX;
    const ay = flip ? steep ? toX : toY : steep ? fromX : fromY;
    const bx = flip ? steep ? fromY : fromX : steep ? toY : toX;
    const by = flip ? steep ? fromX : fromY : steep ? toX : toY;
    const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
    const most = (steep ? wide : high) - 1;
    if (slope === 0 && (ay < 0 || ay >= most)) return;
    const enter = slope === 0 ? -Infinity : ax - ay / slope;
    const leave = slope === 0 ? Infinity : ax + (most - 0.01 - ay) / slope;
    const first = Math.ceil(Math.max(0, ax, Math.min(enter, leave)));
    const last = Math.floor(Math.min((steep ? high : wide) - 1, bx, Math.max(enter, leave)));
    if (first > last) return;
    lined = true;
    const [low, up] = [Math.min(ay, by) - 1, Math.max(ay, by) + 2];
    if (steep) touch(low, first, up, last + 1);
    else touch(first, low, last + 1, up);
    const onward = steep ? wide : 1;
    const aside2 = steep ? 1 : wide;
    let across3 = ay + slope * (first - ax);
    for (let along = first; along <= last; along += 1) {
      const base = Math.floor(across3);
      const share = Math.round((across3 - base) * strength);
      const at7 = along * onward + base * aside2;
      cover[at7] += (255 - cover[at7]) * (strength - share) >> 8;
      cover[at7 + aside2] += (255 - cover[at7 + aside2]) * share >> 8;
      across3 += slope;
    }
  };
  var endLines = () => {
    if (!lined) return;
    for (let y2 = top; y2 < bottom; y2 += 1)
      for (let at7 = y2 * wide + left, end2 = y2 * wide + right; at7 < end2; at7 += 1)
        if (cover[at7]) {
          words[at7] = ink | cover[at7] << 24;
          cover[at7] = 0;
        }
    lined = false;
  };
  var QUARTERS = 4;
  var stamps = /* @__PURE__ */ new Map();
  var stampOf = (shape, radius2, dx, dy) => {
    const key4 = (Math.round(radius2 * QUARTERS) * QUARTERS + dx) * QUARTERS + dy;
    let own2 = stamps.get(shape);
    if (!own2) {
      own2 = /* @__PURE__ */ new Map();
      stamps.set(shape, own2);
    }
    const known2 = own2.get(key4);
    if (known2) return known2;
    const size2 = Math.round(radius2 * QUARTERS) / QUARTERS;
    const arm = Math.ceil(size2 * shape.reach) + 1;
    const side = 2 * arm + 1;
    const share = new Uint8Array(side * side);
    for (let y2 = 0; y2 < side; y2 += 1)
      for (let x2 = 0; x2 < side; x2 += 1) {
        const far = shape.distance(
          (x2 + 0.5 - arm - dx / QUARTERS) / size2,
          (y2 + 0.5 - arm - dy / QUARTERS) / size2
        );
        share[y2 * side + x2] = Math.round(255 * Math.max(0, Math.min(1, (1 - far) * size2 + 0.5)));
      }
    const made3 = { side, share };
    own2.set(key4, made3);
    return made3;
  };
  var blend = (at7, share) => {
    const old = words[at7];
    const under2 = (old >>> 24) * (255 - share) / 255;
    const sum = share + under2;
    const channel = (shift) => Math.round(((ink >> shift & 255) * share + (old >> shift & 255) * under2) / sum) << shift;
    words[at7] = channel(0) | channel(8) | channel(16) | Math.round(sum) << 24;
  };
  var dot = (px, py, radius2, shape) => {
    const [x0, y0] = [Math.floor(px), Math.floor(py)];
    const { side, share } = stampOf(
      shape,
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
      const at7 = (north + y2) * wide + west;
      for (let x2 = firstX; x2 < endX; x2 += 1) {
        const part = share[y2 * side + x2];
        if (!part) continue;
        const much = strength === 255 ? part : Math.round(part * strength / 255);
        if (much === 255 || words[at7 + x2] === 0) words[at7 + x2] = ink | much << 24;
        else blend(at7 + x2, much);
      }
    }
  };
  var put = (on2) => {
    endLines();
    open = false;
    const [width, height] = [right - left, bottom - top];
    if (width <= 0 || height <= 0) return;
    ctx.putImageData(image, 0, 0, left, top, width, height);
    on2.save();
    on2.setTransform(1, 0, 0, 1, 0, 0);
    on2.globalAlpha = 1;
    on2.drawImage(canvas, left, top, width, height, left, top, width, height);
    on2.restore();
    for (let y2 = top; y2 < bottom; y2 += 1) words.fill(0, y2 * wide + left, y2 * wide + right);
  };
  var flush = (pen) => {
    if (open && pen instanceof CanvasRenderingContext2D) put(pen);
  };
  var serves = (pen, count3) => pen instanceof CanvasRenderingContext2D && count3 > 400;

  // src/ribbons.ts
  var MOST = 3;
  var linked = () => {
    const { count: count3, a, b, weight: weight2, apart } = now2;
    const sums2 = new Float64Array(topics.length ** 2);
    const counts2 = new Float64Array(topics.length ** 2);
    let found = 0;
    for (let line3 = 0; line3 < count3; line3 += 1) {
      if (!apart[line3]) continue;
      const [p, q] = [topic.get(nodes.topic[a[line3]]), topic.get(nodes.topic[b[line3]])];
      if (!p || !q) continue;
      const pair = Math.min(p.rank, q.rank) * topics.length + Math.max(p.rank, q.rank);
      counts2[pair] += 1;
      if (!isPaper(a[line3]) || !isPaper(b[line3])) continue;
      sums2[pair] += weight2[line3];
      found += 1;
    }
    return found ? sums2 : counts2;
  };
  var compute2 = () => {
    const sums2 = linked();
    const own2 = topics.map(() => []);
    sums2.forEach((strength3, pair) => {
      if (!strength3) return;
      const ribbon = { from: Math.floor(pair / topics.length), to: pair % topics.length, strength: strength3 };
      own2[ribbon.from].push(ribbon);
      own2[ribbon.to].push(ribbon);
    });
    const kept2 = new Set(own2.flatMap((list3) => list3.sort((p, q) => q.strength - p.strength).slice(0, MOST)));
    const most = Math.max(...[...kept2].map(({ strength: strength3 }) => strength3));
    return [...kept2].map((ribbon) => ({ ...ribbon, strength: ribbon.strength / most })).sort((p, q) => p.strength - q.strength);
  };
  var made2 = null;
  var stale3 = () => {
    made2 = null;
  };
  var current = () => {
    made2 ??= compute2();
    return made2;
  };

  // src/strokes.ts
  var HAIRLINES = 200;
  var WIDE = 20;
  var SAMPLE = 2e5;
  var MOST2 = 6e5;
  var WIDEST = 9;
  var each = (box, [first, end2, step2], wanted, whole4, act) => {
    const { a, b } = now2;
    const inView = (i) => x[i] >= box.left && x[i] <= box.right && y[i] >= box.top && y[i] <= box.bottom;
    for (let line3 = first; line3 < end2; line3 += step2) {
      if (!wanted(line3)) continue;
      const p = a[line3];
      const q = b[line3];
      if (x[p] < box.left && x[q] < box.left || x[p] > box.right && x[q] > box.right) continue;
      if (y[p] < box.top && y[q] < box.top || y[p] > box.bottom && y[q] > box.bottom) continue;
      if (whole4 && !(inView(p) && inView(q))) continue;
      act(p, q);
    }
  };
  var stroke = (ctx2, box, rows2, wanted, whole4 = false) => {
    const batch = ctx2.lineWidth * box.zoom * box.ratio > 1.001 ? WIDE : HAIRLINES;
    let open3 = 0;
    ctx2.beginPath();
    each(box, rows2, wanted, whole4, (p, q) => {
      ctx2.moveTo(x[p], y[p]);
      ctx2.lineTo(x[q], y[q]);
      open3 += 1;
      if (open3 % batch) return;
      ctx2.stroke();
      ctx2.beginPath();
    });
    ctx2.stroke();
  };
  var hairline = (ctx2, box, width, alpha) => {
    const thin = Math.min(width, 1 / box.ratio);
    ctx2.lineWidth = thin / box.zoom;
    ctx2.globalAlpha = Math.min(1, alpha * width / thin);
  };
  var faintness = (name) => name === "beside" ? 0.4 : RELATIONS[name]?.background ? 0.25 : 0.7;
  var lookOf = ({ name, strength: strength3 }) => name === "related" ? [0.6 + 0.8 * strength3, 0.3 + 0.55 * strength3] : [0.8, faintness(name)];
  var sampled = (box, wanted, most) => {
    let length = 0;
    const [wide2, high2] = [box.right - box.left, box.bottom - box.top];
    each(box, [0, now2.count, 1], wanted, false, (p, q) => {
      length += Math.max(Math.min(wide2, Math.abs(x[p] - x[q])), Math.min(high2, Math.abs(y[p] - y[q])));
    });
    return Math.ceil(length * box.matrix.a / most) || 1;
  };
  var faint = (ctx2, box, moving2) => {
    const mapped = ofTopics().length > 0;
    const { inside, across: across3 } = at4(box.zoom, mapped);
    const crowd = Math.max(0.12, Math.min(1, (1500 / Math.max(now2.count, 1)) ** 0.7));
    const near = ramp(usual2 * box.zoom, 3, 14);
    const strong = crowd + (Math.max(crowd, 0.6) - crowd) * near;
    const { hot: lineHot, apart } = now2;
    const { a, d, e, f } = box.matrix;
    const pixels = serves(ctx2, now2.count);
    const colour = tint(own.edge, 1);
    ctx2.strokeStyle = colour;
    if (pixels) begin(ctx2.canvas);
    const wantedAt = (line3) => apart[line3] === 0 || across3 > 0.02;
    const step2 = inside < 0.02 ? 1 : sampled(box, wantedAt, moving2 || view.emphasis ? SAMPLE : MOST2);
    for (const range2 of now2.ranges) {
      const rows2 = [range2.first, range2.end, step2];
      const [width, alpha] = lookOf(range2);
      const plain2 = alpha * strong * (view.emphasis ? 0.25 : 1) * Math.min(2, step2 ** 0.5);
      for (const far of [1, 0]) {
        const level = far && mapped ? across3 : inside;
        if (level < 0.02) continue;
        hairline(ctx2, box, width, plain2 * level);
        const wanted = (line3) => apart[line3] === far && !(view.emphasis && lineHot[line3]);
        if (!pixels) stroke(ctx2, box, rows2, wanted, far === 1 && mapped);
        else {
          dip(colour, ctx2.globalAlpha * ctx2.lineWidth * box.zoom * box.ratio);
          each(
            box,
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
  var hot2 = (ctx2, box) => {
    if (!view.emphasis) return;
    flush(ctx2);
    const { a, b, count: count3, ranges, hot: lineHot } = now2;
    const unfocused = view.focused < 0;
    const path2 = now.target >= 0;
    if (unfocused && !path2) hairline(ctx2, box, 0.9, 0.35);
    else ctx2.lineWidth = (path2 ? 3 : 1.5) / box.zoom;
    const thin = ctx2.globalAlpha;
    const end2 = (line3) => nodes.kind[view.focused === b[line3] || isPaper(b[line3]) ? a[line3] : b[line3]];
    for (const kind of Object.keys(KINDS)) {
      ctx2.strokeStyle = path2 ? own.accent : own.kinds[kind];
      ctx2.globalAlpha = path2 ? 1 : unfocused ? thin : 0.8;
      const wanted = (line3) => lineHot[line3] > 0 && end2(line3) === kind;
      if (path2 || unfocused || kind !== "paper") stroke(ctx2, box, [0, count3, 1], wanted);
      else
        for (const range2 of ranges) {
          ctx2.globalAlpha = range2.name === "related" ? 0.25 + 0.65 * range2.strength : 0.45;
          stroke(ctx2, box, [range2.first, range2.end, 1], wanted);
        }
    }
    ctx2.globalAlpha = 1;
  };
  var between2 = (ctx2, box) => {
    const shapes = ofTopics();
    const level = at4(box.zoom, shapes.length > 0).ribbons * (view.emphasis ? 0.3 : 1);
    if (level < 0.02) return;
    const byRank = new Map(shapes.map((area) => [area.topic.rank, area.middle]));
    ctx2.strokeStyle = own.edge;
    for (const { from, to, strength: strength3 } of current()) {
      const [p, q] = [byRank.get(from), byRank.get(to)];
      if (!p || !q) continue;
      ctx2.globalAlpha = level * (0.16 + 0.2 * strength3);
      ctx2.lineWidth = (1.2 + (WIDEST - 1.2) * Math.sqrt(strength3)) / box.zoom;
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

  // src/paint.ts
  var BATCH = 200;
  var COARSE = 16;
  var SPECK = 1.6;
  var SHEER = 0.85;
  var LEAST2 = [1, 1.45];
  var frame = (ctx2, ratio, free2) => {
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
  var isOut = ({ left: left2, right: right2, top: top2, bottom: bottom2 }, box) => right2 < box.left || left2 > box.right || bottom2 < box.top || top2 > box.bottom;
  var colourOf2 = ({ topic: topic3 }) => now.colour === "topic" ? ofTopic(topic3.name) : own.muted;
  var ground = (ctx2, box, area, strong, alpha) => {
    const { topic: topic3 } = area;
    const loud = now.topic === topic3.name ? 1.8 : view.emphasis ? 0.45 : 1;
    ctx2.beginPath();
    trace(ctx2, area);
    ctx2.fillStyle = tint(colourOf2(area), strong * loud);
    ctx2.globalAlpha = alpha;
    ctx2.fill();
    ctx2.strokeStyle = tint(colourOf2(area), 2.4 * strong * loud);
    ctx2.lineWidth = 1 / box.ratio / box.zoom;
    ctx2.stroke();
  };
  var grounds = (ctx2, box) => {
    const shapes = ofTopics();
    const { subtopics } = at4(box.zoom, true);
    const plain2 = own.dark ? 0.2 : 0.15;
    for (const area of shapes) {
      if (isOut(area, box)) continue;
      ground(ctx2, box, area, plain2, SHEER);
      if (subtopics < 0.05) continue;
      for (const inner3 of within2(area.topic))
        if (!isOut(inner3, box)) ground(ctx2, box, inner3, plain2 + 0.07, subtopics);
      ctx2.globalAlpha = 1;
    }
  };
  var shapeOf = (i) => SHAPES[nodes.shape[i]] || SHAPES.dot;
  var asPixels = (_, box, members, least) => {
    const { a, d, e, f } = box.matrix;
    for (const i of members) {
      const seen = radius[i] * box.zoom;
      const shape = seen < SPECK ? SHAPES.dot : shapeOf(i);
      dot(x[i] * a + e, y[i] * d + f, Math.max(seen, least) * box.ratio, shape);
    }
  };
  var asPaths = (ctx2, box, members, least) => {
    for (let first = 0; first < members.length; first += BATCH) {
      ctx2.beginPath();
      for (const i of members.slice(first, first + BATCH)) {
        const shape = radius[i] * box.zoom < SPECK ? SHAPES.dot : shapeOf(i);
        shape.trace(ctx2, x[i], y[i], Math.max(radius[i], least / box.zoom));
      }
      ctx2.fill();
    }
  };
  var bodies = (ctx2, box) => {
    const mapped = ofTopics().length > 0;
    const level = at4(box.zoom, mapped).bodies;
    const inView = (i) => {
      const arm = radius[i] * 1.3;
      return x[i] + arm > box.left && x[i] - arm < box.right && y[i] + arm > box.top && y[i] - arm < box.bottom;
    };
    const looks = at5(box.zoom).map((look) => ({ ...look, members: look.members.filter(inView) }));
    const count3 = looks.reduce((sum, { members }) => sum + members.length, 0);
    const pixels = usual2 * box.zoom * box.ratio < COARSE && serves(ctx2, count3);
    if (pixels) begin(ctx2.canvas);
    else flush(ctx2);
    for (const { colour, paper, faded, members } of looks) {
      const strength3 = tint(colour, paper ? 0.65 + 0.3 * level : 0.4 + 0.3 * level);
      ctx2.globalAlpha = faded ? 0.15 : 1;
      ctx2.fillStyle = strength3;
      dip(strength3, ctx2.globalAlpha);
      (pixels ? asPixels : asPaths)(ctx2, box, members, LEAST2[Number(paper)]);
    }
    if (pixels) put(ctx2);
    ctx2.globalAlpha = 1;
  };
  var ring = (ctx2, box, i, colour) => {
    if (i < 0 || !shown[i]) return;
    ctx2.beginPath();
    ctx2.arc(x[i], y[i], Math.max(radius[i], 1.6 / box.zoom) * 1.25 + 3.5 / box.zoom, 0, 2 * Math.PI);
    ctx2.strokeStyle = colour;
    ctx2.lineWidth = 2 / box.zoom;
    ctx2.stroke();
  };
  var stale4 = () => {
    stale2();
    stale();
    stale3();
  };
  var all = (ctx2, { ratio = window.devicePixelRatio || 1, moving: moving2 = false, free: free2 = null } = {}) => {
    const box = frame(ctx2, ratio, free2);
    between2(ctx2, box);
    grounds(ctx2, box);
    faint(ctx2, box, moving2);
    hot2(ctx2, box);
    bodies(ctx2, box);
    for (const i of /* @__PURE__ */ new Set([view.focused, now.target])) ring(ctx2, box, i, own.ink);
    paint(ctx2, box);
  };
  var overlay = (ctx2, { ratio = window.devicePixelRatio || 1 } = {}) => {
    const box = frame(ctx2, ratio, null);
    const { hovered: hovered2, lifted: lifted2 } = view;
    const area = [...ofTopics(), ...ofTopics().flatMap(({ topic: topic3 }) => made(topic3))].find(
      ({ topic: topic3 }) => topic3.name === lifted2
    );
    if (area) {
      ctx2.beginPath();
      trace(ctx2, area);
      ctx2.fillStyle = ctx2.strokeStyle = ofTopic(lifted2);
      ctx2.globalAlpha = 0.1;
      ctx2.fill();
      ctx2.globalAlpha = 1;
      ctx2.lineWidth = 1.5 / box.zoom;
      ctx2.stroke();
    }
    if (area) lifted(ctx2, box, area);
    if (hovered2 < 0 || !shown[hovered2]) return;
    ctx2.beginPath();
    (SHAPES[nodes.shape[hovered2]] || SHAPES.dot).trace(
      ctx2,
      x[hovered2],
      y[hovered2],
      Math.max(radius[hovered2], 2.2 / box.zoom)
    );
    ctx2.fillStyle = ofNode2(hovered2);
    ctx2.fill();
    if (hovered2 !== view.focused) ring(ctx2, box, hovered2, own.muted);
    hovered(ctx2, box, hovered2);
  };
  var layers = {
    frame,
    between: between2,
    grounds,
    faint,
    hot: hot2,
    bodies,
    labels: paint
  };
  var counts = { drawn, total: size };

  // src/still.ts
  var LEAST_COVERED = 0.55;
  var sheet = document.createElement("canvas");
  var inner2 = sheet.getContext("2d", { alpha: false });
  var at6 = null;
  var rough = false;
  var stale5 = () => {
    at6 = null;
  };
  var isAt = ({ a, e, f }) => at6?.a === a && at6.e === e && at6.f === f;
  var paintSheet = (matrix, moving2, free2) => {
    inner2.setTransform(1, 0, 0, 1, 0, 0);
    inner2.globalAlpha = 1;
    inner2.fillStyle = own.ground;
    inner2.fillRect(0, 0, sheet.width, sheet.height);
    inner2.setTransform(matrix.a, 0, 0, matrix.d, matrix.e, matrix.f);
    all(inner2, { moving: moving2, free: free2 });
    at6 = { a: matrix.a, d: matrix.d, e: matrix.e, f: matrix.f };
    rough = moving2;
  };
  var placed = (from, to) => {
    const scale = to.a / from.a;
    return { scale, left: to.e - from.e * scale, top: to.f - from.f * scale };
  };
  var covered = ({ scale, left: left2, top: top2 }) => {
    const { width, height } = sheet;
    const across3 = Math.min(width, left2 + width * scale) - Math.max(0, left2);
    const down2 = Math.min(height, top2 + height * scale) - Math.max(0, top2);
    return Math.max(0, across3) * Math.max(0, down2) / (width * height);
  };
  var show2 = (ctx2, moving2, free2) => {
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
    const { scale, left: left2, top: top2 } = place2;
    ctx2.save();
    ctx2.setTransform(1, 0, 0, 1, 0, 0);
    ctx2.imageSmoothingEnabled = scale !== 1;
    if (scale === 1) ctx2.drawImage(sheet, Math.round(left2), Math.round(top2));
    else ctx2.drawImage(sheet, left2, top2, width * scale, height * scale);
    ctx2.restore();
    overlay(ctx2);
  };

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
  var stir = (flight = 0) => {
    moving = true;
    touched = true;
    clearTimeout(settle);
    settle = window.setTimeout(() => {
      moving = false;
      canvas2.redraw();
      moved();
    }, 160 + flight);
  };
  var clear2 = () => {
    const whole4 = container.getBoundingClientRect();
    const free2 = { left: 24, top: 24, right: whole4.width - 24, bottom: whole4.height - 24 };
    for (const id of ["card", "legend"]) {
      const panel4 = byId(id);
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
  var canvas2 = cameraIn(container, {
    onPaint: (ctx2) => show2(ctx2, moving, clear2().free),
    onMove: () => stir()
  });
  canvas2.frame.tabIndex = 0;
  canvas2.frame.setAttribute("role", "application");
  canvas2.frame.setAttribute(
    "aria-label",
    "Graph. Arrow keys move it, plus and minus zoom; the search box and the table reach every node."
  );
  var repaint = () => {
    stale4();
    stale5();
    canvas2.redraw();
  };
  var under = (point2, slack) => {
    const { zoom: zoom2 } = canvas2.now();
    const named4 = areaNamedAt(point2.x, point2.y);
    const { x: px, y: py } = canvas2.toGraph(point2);
    const reach = ofTopics().length && usual2 * zoom2 < 3 ? 0 : slack;
    const node2 = named4 ? -1 : pick(px, py, Math.max(reach, 0.01) / zoom2);
    if (named4 || node2 >= 0) return { node: node2, topic: named4 };
    const area = at2(ofTopics(), px, py);
    const finer = area && at4(zoom2, true).subtopics > 0.5 ? at2(made(area.topic), px, py) : area;
    return { node: -1, topic: (finer ?? area)?.topic.name ?? "" };
  };
  var hover = (node2, topic3) => {
    container.classList.toggle("over-node", node2 >= 0 || topic3 !== "");
    if (node2 === view.hovered && topic3 === view.lifted) return;
    view.hovered = node2;
    view.lifted = topic3;
    canvas2.redraw();
  };
  container.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || event.buttons) return;
    const box = container.getBoundingClientRect();
    const { node: node2, topic: topic3 } = under({ x: event.clientX - box.left, y: event.clientY - box.top }, 4);
    hover(node2, topic3);
  });
  container.addEventListener("pointerleave", () => hover(-1, ""));
  var move = (goal, animated, offset = clear2().middle) => {
    const flight = animated && !quiet.matches ? ARRIVE : 0;
    canvas2.moveTo(goal, offset, flight);
    if (animated) stir(flight);
  };
  var fit2 = (members = nodes.id, { animated = true, most = 1.4, pad = 0 } = {}) => {
    const box = bounds(members);
    const { wide: wide2, high: high2 } = clear2();
    if (!box) return;
    const zoom2 = Math.min(
      Math.max(40, wide2 - 2 * pad) / Math.max(1, box.right - box.left),
      Math.max(40, high2 - 2 * pad) / Math.max(1, box.bottom - box.top),
      most
    );
    move({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: zoom2 }, animated);
  };
  var nearTo = (node2) => {
    const near = { x: x[node2], y: y[node2] };
    const box = bounds(within3(node2, 1).keys());
    if (!box) return { ...near, zoom: 1 };
    const { wide: wide2, high: high2 } = clear2();
    const across3 = Math.max(60, box.right - near.x, near.x - box.left);
    const down2 = Math.max(60, box.bottom - near.y, near.y - box.top);
    const zoom2 = 0.45 * Math.min(wide2 / across3, high2 / down2);
    return { ...near, zoom: Math.min(1.6, Math.max(0.5, zoom2)) };
  };
  var unturned = ({ x: px, y: py, zoom: zoom2 }) => turned ? { x: py / stretch, y: px, zoom: zoom2 } : { x: px, y: py / stretch, zoom: zoom2 };
  var turned2 = ({ x: px, y: py, zoom: zoom2 }) => turned ? { x: py, y: px * stretch, zoom: zoom2 } : { x: px, y: py * stretch, zoom: zoom2 };
  var goTo = (node2) => {
    if (shown[node2]) move(nearTo(node2), true);
  };
  var camera2 = () => touched ? unturned(canvas2.now()) : null;
  var place = (at7) => move(turned2(at7), false, { x: 0, y: 0 });
  var zoom = (factor) => {
    const now3 = canvas2.now();
    move({ ...now3, zoom: now3.zoom * factor }, true, { x: 0, y: 0 });
  };
  var restyle = () => {
    dress();
    repaint();
  };
  var onPick = (pick2) => canvas2.onPick((point2) => {
    const { node: node2, topic: topic3 } = under(point2, 8);
    pick2(node2, topic3);
  });
  var onMoved = (listener) => {
    moved = listener;
  };
  var position = (node2) => canvas2.toPage({ x: x[node2], y: y[node2] });
  var view3 = () => ({
    ...canvas2.now(),
    width: container.clientWidth,
    height: container.clientHeight
  });
  var free = () => {
    const [{ wide: wide2, high: high2, middle }, now3] = [clear2(), canvas2.now()];
    const [left2, top2] = [now3.x + middle.x / now3.zoom, now3.y + middle.y / now3.zoom];
    return { x: left2, y: top2, zoom: now3.zoom, width: Math.round(wide2 + 40), height: Math.round(high2 + 40) };
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

  // src/svg_backend.ts
  var svgBackend = (width, height, background2) => {
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
    const at7 = (x2, y2) => `${round(x2 * matrix.a + matrix.e)} ${round(y2 * matrix.d + matrix.f)}`;
    const alpha = (name) => pen.globalAlpha < 1 ? ` ${name}-opacity="${round(pen.globalAlpha)}"` : "";
    const lineLook = () => `fill="none" stroke="${attribute(String(pen.strokeStyle))}" stroke-width="${round(pen.lineWidth * matrix.a)}"${alpha("stroke")}`;
    const text2 = (words2, x2, y2, attributes) => {
      const font = attribute(pen.font);
      parts.push(
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
        const kept2 = path2;
        path2 = "";
        pen.rect(x2, y2, w, h);
        pen.fill();
        path2 = kept2;
      },
      // Only whole circles are needed.
      arc: (x2, y2, r) => {
        const turn = `A${round(r * matrix.a)} ${round(r * matrix.a)} 0 1 0`;
        path2 += `M${at7(x2 + r, y2)}${turn} ${at7(x2 - r, y2)}${turn} ${at7(x2 + r, y2)}Z`;
      },
      fill: () => {
        if (path2)
          parts.push(`<path d="${path2}" fill="${attribute(String(pen.fillStyle))}"${alpha("fill")}/>`);
      },
      stroke: () => {
        if (path2) parts.push(`<path d="${path2}" ${lineLook()}/>`);
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
${parts.join("\n")}
</svg>
`
    };
    return pen;
  };

  // src/picture.ts
  var sheet2 = byId("print");
  var SHARP = 2;
  var aim = (ctx2, { x: x2, y: y2, zoom: zoom2, width, height }, ratio) => {
    const scale = zoom2 * ratio;
    ctx2.setTransform(scale, 0, 0, scale, width / 2 * ratio - x2 * scale, height / 2 * ratio - y2 * scale);
  };
  var onCanvas = (view4) => {
    const canvas3 = el("canvas", { width: String(view4.width * SHARP), height: String(view4.height * SHARP) });
    const ctx2 = canvas3.getContext("2d");
    ctx2.fillStyle = own.ground;
    ctx2.fillRect(0, 0, canvas3.width, canvas3.height);
    aim(ctx2, view4, SHARP);
    all(ctx2, { ratio: SHARP });
    return canvas3;
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
    const [wide2, high2] = [box.right - box.left, box.bottom - box.top];
    const height = Math.round(Math.min(1250, Math.max(400, (width - 80) * high2 / wide2 + 80)));
    const zoom2 = Math.min((width - 80) / wide2, (height - 80) / high2, 2);
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, zoom: zoom2, width, height };
  };
  var key2 = () => [...kinds.keys()].filter((kind) => KINDS[kind] && !now.hiddenKinds.has(kind)).map((kind) => el("span", {}, icon(kind), KINDS[kind].many));
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.print = "";
    dress();
    stale4();
    sheet2.replaceChildren(onCanvas(whole2()), el("p", { class: "key" }, ...key2()));
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    sheet2.replaceChildren();
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
  var nodeRows = (texts2) => nodes.id.filter((i) => shown[i]).map((i) => {
    const [r, g, b] = colours[nodes.kind[i]] || [];
    const drawn2 = { abstract: texts2.abstract[i], r, g, b };
    return {
      id: nodes.key[i],
      ...Object.fromEntries(
        NODE_NAMES.map((name) => [name, drawn2[name] ?? columns(nodes)[name]?.[i] ?? ""])
      )
    };
  });
  var edgeRow = (texts2) => (line3) => {
    const edge = now2.edge[line3];
    const ends = { source: nodes.key[now2.a[line3]], target: nodes.key[now2.b[line3]] };
    const relation3 = nameOf(line3);
    const id = `${ends.source}--${relation3}--${ends.target}`;
    if (edge < 0) return { id, ...ends, relation: relation3, weight: now2.weight[line3] };
    const shared2 = texts2.shared[edge];
    const count3 = { shared_count: shared2 ? split(shared2).length : "" };
    const own2 = Object.fromEntries(
      EDGE_NAMES.map((name) => [
        name,
        count3[name] ?? columns(texts2)[name]?.[edge] ?? columns(edges)[name]?.[edge]
      ])
    );
    for (const name of Object.keys(EDGE_TYPES)) if (own2[name] === 0) own2[name] = "";
    return { ...own2, id, ...ends, relation: relation3 };
  };
  var edgeRows = (texts2) => {
    const all3 = Array.from({ length: now2.count }, (_, line3) => line3);
    return all3.sort((p, q) => now2.edge[p] - now2.edge[q] || p - q).map(edgeRow(texts2));
  };
  var cell = (value) => {
    const text2 = String(value ?? "");
    return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
  };
  var csv = (heads, names2, list3) => [heads, ...list3.map((row3) => names2.map((name) => row3[name]))].map((row3) => `${row3.map(cell).join(",")}
`).join("");
  var nodeTable = async () => {
    const rest = NODE_NAMES.filter((name) => name !== "label");
    return csv(["Id", "Label", ...rest], ["id", "label", ...rest], nodeRows(await texts()));
  };
  var edgeTable = async () => {
    const rest = EDGE_NAMES.filter((name) => name !== "weight");
    const list3 = edgeRows(await texts()).map((row3) => ({ ...row3, type: "Directed" }));
    const heads = ["Source", "Target", "Type", "Kind", "Id", "Weight", ...rest];
    return csv(heads, ["source", "target", "type", "relation", "id", "weight", ...rest], list3);
  };
  var key3 = (id, of, name, type = "string") => `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>
`;
  var data2 = (row3, names2) => names2.filter((name) => row3[name] !== "" && row3[name] !== void 0).map((name) => `<data key="${name}">${content2(String(row3[name]))}</data>
`).join("");
  var graphml = async () => {
    const texts2 = await texts();
    const id = attribute;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
      ...NODE_NAMES.map((name) => key3(name, "node", name, NODE_TYPES[name])),
      key3("edgelabel", "edge", "label"),
      ...EDGE_NAMES.map((name) => key3(name, "edge", name, EDGE_TYPES[name])),
      '<graph edgedefault="directed">\n',
      ...nodeRows(texts2).map((row3) => `<node id="${id(String(row3.id))}">
${data2(row3, NODE_NAMES)}</node>
`),
      ...edgeRows(texts2).map(
        (row3) => `<edge id="${id(row3.id)}" source="${id(row3.source)}" target="${id(row3.target)}" label="${id(row3.relation)}">
<data key="edgelabel">${content2(row3.relation)}</data>
${data2(row3, EDGE_NAMES)}</edge>
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
    const words2 = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    const { view: view4 } = now;
    return [words2.slice(0, 60) || "graph", view4 === "full" ? "" : view4].filter(Boolean).join("-");
  };
  var download = (blob, ending) => {
    const href = URL.createObjectURL(blob);
    const name = `${stem()}${ending}`;
    el("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1e4);
    return `Saved ${name}`;
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
  var open2 = (wanted) => {
    menu.hidden = !wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  };
  var run = (act) => async () => {
    open2(false);
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
    open2(menu.hidden);
    if (!menu.hidden) menu.querySelector("button")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const all3 = [...menu.querySelectorAll("button")];
    const step2 = STEPS2[event.key];
    if (event.key === "Escape") {
      open2(false);
      opener.focus();
    } else if (step2)
      all3[(all3.indexOf(document.activeElement) + step2 + all3.length) % all3.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target) && target !== opener) open2(false);
  });

  // src/sliders.ts
  var range = (values) => values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity]
  );
  var named3 = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
  var weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
  var papers2 = nodes.papers.filter((_, i) => !isPaper(i));
  var dates = [...new Set(nodes.date.filter((date) => /^\d{4}/.test(date)))].sort();
  var months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  var times = months.length > 2 ? months : dates;
  var row2 = (slider) => {
    const { name, label, field, views, most, write: write4, read: read2, show: show3 } = slider;
    const output = el("output", { class: "count" });
    const input2 = el("input", {
      type: "range",
      name,
      min: "0",
      max: String(most),
      step: "1",
      "aria-label": name
    });
    const made3 = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input2, output);
    const refresh4 = (now3) => {
      const step2 = read2(now3[field]);
      input2.value = String(step2);
      output.textContent = show3(step2);
      input2.setAttribute("aria-valuetext", show3(step2));
      made3.hidden = views !== void 0 && !views.includes(now3.view);
    };
    input2.addEventListener("input", () => narrow(field, write4(Number(input2.value))));
    refresh4(now);
    on(["filter"], refresh4);
    return made3;
  };
  var STEPS3 = 50;
  var DIGITS = 2;
  var plain = (value) => value.toFixed(DIGITS);
  var scaled = (slider, [least, most], written = plain) => {
    const value = (step2) => {
      const exact = least + (most - least) * step2 / STEPS3;
      return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
    };
    return row2({
      ...slider,
      most: STEPS3,
      write: (step2) => step2 ? value(step2) : 0,
      read: (now3) => Math.max(0, Math.min(STEPS3, Math.ceil((now3 - least) / (most - least) * STEPS3 - 1e-6))),
      show: (step2) => step2 ? `≥ ${written(value(step2))}` : "any"
    });
  };
  var counted = (slider, most) => row2({
    ...slider,
    most: most - 1,
    write: (step2) => step2 + 1,
    read: (now3) => now3 - 1,
    show: (step2) => step2 ? `≥ ${(step2 + 1).toLocaleString("en")}` : "any"
  });
  var dated = (slider, edge) => row2({
    ...slider,
    most: times.length - 1,
    write: (step2) => step2 === edge ? "" : times[step2],
    read: (now3) => {
      const found = times.findIndex((time) => time >= now3);
      return now3 === "" ? edge : found < 0 ? times.length - 1 : found;
    },
    show: (step2) => times[step2]
  });
  var rows = () => {
    const found = [];
    const [sure, heavy, often] = [named3, weights, papers2].map(range);
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
    if (papers2.length > 1)
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

  // src/legend.ts
  var FIRST2 = 8;
  var panel2 = byId("legend");
  var body = panel2.querySelector(".legend-body");
  var boxes = [];
  var all2 = false;
  var check = (field, [name, value, count3], label, toggle, extra = false) => {
    const box = el("input", { type: "checkbox", name, value });
    box.addEventListener("change", () => toggle(value));
    const figure2 = el("span", { class: "count" }, count3.toLocaleString("en"));
    boxes.push({ box, field, figure: figure2 });
    return el("label", { class: extra ? "row extra" : "row" }, box, ...label, figure2);
  };
  var group = (title, ...rows2) => el("fieldset", {}, el("legend", {}, title), ...rows2);
  var kinds2 = () => Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, { many }]) => {
    const label = [icon(kind), el("span", { class: "grow" }, many)];
    return check("hiddenKinds", ["kind", kind, kinds.get(kind) ?? 0], label, toggleKind);
  });
  var relations2 = () => Object.entries(RELATIONS).filter(([name]) => relations.has(name)).map(
    ([name, { edge, background: background2 }]) => check(
      "hiddenRelations",
      ["relation", name, relations.get(name) ?? 0],
      [el("span", { class: "grow" }, background2 ? `Background ${edge.toLowerCase()}` : edge)],
      toggleRelation,
      background2
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
  var opened = /* @__PURE__ */ new Set();
  var isOpen = ({ name }) => opened.has(name) || [now.topic, topic.get(now.topic)?.parent].includes(name);
  var turner = (topic3) => {
    const { name, subtopics } = topic3;
    if (subtopics.length < 2) return null;
    const open3 = isOpen(topic3);
    const label = `${open3 ? "Hide" : "Show"} the subtopics of ${name}`;
    return button(
      { class: "turn", "aria-expanded": String(open3), "aria-label": label, value: name },
      "›",
      () => {
        if (!opened.delete(name)) opened.add(name);
        renderTopics();
      }
    );
  };
  var topicRow = (topic3) => {
    const { name, papers: papers3, members, parent } = topic3;
    const box = el("input", {
      type: "checkbox",
      name: "topic",
      value: name,
      "aria-label": `Show ${name}`
    });
    box.checked = !now.hiddenTopics.has(name);
    box.addEventListener("change", () => toggleTopic(name));
    const pressed = String(now.topic === name);
    const label = present([
      parent ? null : swatch(name),
      foreign(name, { class: "grow" }),
      el("span", { class: "count" }, (papers3 || members.length).toLocaleString("en"))
    ]);
    const pick2 = button(
      { class: "pick", "aria-pressed": pressed, "data-topic": name, title: name },
      label,
      () => showTopic(name)
    );
    return el("div", { class: parent ? "row finer" : "row" }, box, pick2, turner(topic3));
  };
  var topicRows = (topic3) => [
    topicRow(topic3),
    ...topic3.subtopics.length > 1 && isOpen(topic3) ? topic3.subtopics.map(topicRow) : []
  ];
  var topicList = el("div", { class: "topics" });
  var topicOf = (item) => item.getAttribute("value") || item.dataset.topic;
  var renderTopics = () => {
    const { topics: topics2 } = model_exports;
    const held2 = [...topicList.querySelectorAll("button, input")].find(
      (item) => item === document.activeElement
    );
    const list3 = (all2 ? topics2 : topics2.slice(0, FIRST2)).flatMap(topicRows);
    if (topics2.length > FIRST2) {
      const turn = () => {
        all2 = !all2;
        renderTopics();
      };
      list3.push(button({ class: "more" }, all2 ? "Show fewer" : `Show all ${topics2.length}`, turn));
    }
    topicList.replaceChildren(...list3);
    if (!held2) return;
    const again = (item) => item.tagName === held2.tagName && item.className === held2.className && topicOf(item) === topicOf(held2);
    [...topicList.querySelectorAll("button, input")].find(again)?.focus();
  };
  var reset = button({ class: "more reset" }, "Reset filters", widen);
  var refresh2 = (now3) => {
    for (const { box, field } of boxes) box.checked = !now3[field].has(box.value);
    for (const box of body.querySelectorAll("input[name=colour]"))
      box.checked = box.value === now3.colour;
    reset.hidden = !isNarrowed();
  };
  var recount = () => {
    const left2 = /* @__PURE__ */ new Map();
    for (let i = 0; i < size; i += 1)
      if (shown[i]) left2.set(nodes.kind[i], (left2.get(nodes.kind[i]) || 0) + 1);
    for (const { box, field, figure: figure2 } of boxes) {
      if (field !== "hiddenKinds") continue;
      const [found, all3] = [left2.get(box.value) || 0, kinds.get(box.value) ?? 0];
      const some = found > 0 && found < all3 ? `${found.toLocaleString("en")} of ` : "";
      figure2.textContent = some + all3.toLocaleString("en");
    }
  };
  var start2 = () => {
    body.append(group("Show", ...kinds2()));
    if (topics.length) {
      body.append(group("Colour", colours2()), group("Topics", topicList));
      renderTopics();
    }
    if (links) body.append(group("Links", ...relations2()));
    const narrow2 = rows();
    if (narrow2.length) body.append(group("Narrow", ...narrow2));
    body.append(reset);
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
  var restyle2 = renderTopics;

  // src/table.ts
  var FIRST3 = 200;
  var panel3 = byId("table");
  var order2 = { nodes: ["papers", -1], links: ["weight", -1] };
  var limit = FIRST3;
  var relation2 = (line3) => {
    const name = nameOf(line3);
    return name === BESIDE ? "Named with" : RELATIONS[name]?.edge ?? name;
  };
  var link = (node2) => el(
    "span",
    { class: "cell" },
    icon(nodes.kind[node2]),
    nodeLink(node2, void 0, { title: nodes.label[node2] })
  );
  var figure = (value, digits) => value ? value.toFixed(digits) : "";
  var surety = (line3) => now2.edge[line3] < 0 || isPaper(now2.b[line3]) ? 0 : edges.confidence[now2.edge[line3]];
  var weight = (line3) => {
    const value = strength2(line3);
    return isPaper(now2.b[line3]) && value ? percent(value) : figure(value, 0);
  };
  var about = (line3) => now2.edge[line3] < 0 ? 0 : edges.salience[now2.edge[line3]];
  var strength2 = (line3) => isPaper(now2.b[line3]) || now2.edge[line3] < 0 ? now2.weight[line3] : 0;
  var whole3 = (title, value) => ({
    ...{ title, value, show: (item) => value(item).toLocaleString("en"), number: true }
  });
  var end = (title, node2) => ({
    ...{ title, value: (line3) => nodes.label[node2(line3)], show: (line3) => link(node2(line3)) }
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
      degree: whole3("Links shown", (i) => at3(i).length),
      date: { title: "Date", value: (i) => nodes.date[i], show: (i) => nodes.date[i] },
      topic: { title: "Topic", value: (i) => nodes.topic[i], show: (i) => foreign(nodes.topic[i]) }
    },
    links: {
      source: end("From", (line3) => now2.a[line3]),
      relation: { title: "Relation", value: relation2, show: relation2 },
      target: end("To", (line3) => now2.b[line3]),
      salience: { title: "Salience", value: about, show: (line3) => figure(about(line3), 2), number: true },
      confidence: { title: "Confidence", value: surety, show: (line3) => figure(surety(line3), 2), number: true },
      weight: { title: "Weight", value: strength2, show: weight, number: true }
    }
  };
  var columnsOf = (what, items) => Object.entries(COLUMNS[what]).filter(
    ([name, { value }]) => !["date", "topic", "salience", "confidence", "weight"].includes(name) || items.some(value)
  );
  var itemsOf = (what) => what === "nodes" ? nodes.id.filter((i) => shown[i]) : Array.from({ length: now2.count }, (_, line3) => line3);
  var sorted = (what, items) => {
    const [by, way] = order2[what];
    const { value } = COLUMNS[what][by];
    const keyed = items.map((item) => ({ item, key: value(item) }));
    const less = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return keyed.sort((a, b) => way * less(a.key, b.key) || a.item - b.item).map(({ item }) => item);
  };
  var header = (what) => ([name, { title, number: number3 }]) => {
    const [by, way] = order2[what];
    const turn = () => {
      order2[what] = [name, by === name ? way > 0 ? -1 : 1 : number3 ? -1 : 1];
      limit = FIRST3;
      render2();
      panel3.querySelector(`[data-column="${name}"]`)?.focus();
    };
    const sign = el(
      "span",
      { "aria-hidden": "true", class: "sign" },
      by === name ? way > 0 ? "▲" : "▼" : ""
    );
    return el(
      "th",
      {
        scope: "col",
        class: number3 ? "number" : false,
        "aria-sort": by === name ? way > 0 ? "ascending" : "descending" : "none"
      },
      button({ "data-column": name }, [title, sign], turn)
    );
  };
  var choice = (what, title) => button(
    { "aria-pressed": String(now.table === what), "data-table": what },
    title,
    () => table2(what)
  );
  var render2 = () => {
    const what = now.table;
    panel3.hidden = what === "";
    document.body.classList.toggle("with-table", what !== "");
    if (what === "") {
      panel3.replaceChildren();
      return;
    }
    const items = itemsOf(what);
    const columns2 = columnsOf(what, items);
    const row3 = (item) => el(
      "tr",
      {},
      ...columns2.map(
        ([name, { show: show3, number: number3 }]) => el(
          "td",
          { class: number3 ? "number" : ["topic", "target"].includes(name) ? "text" : false },
          show3(item)
        )
      )
    );
    const body2 = sorted(what, items).slice(0, limit).map(row3);
    const rest = items.length - body2.length;
    const more = button({ class: "more" }, `Show more (${rest.toLocaleString("en")})`, () => {
      limit += 5 * FIRST3;
      render2();
    });
    const count3 = plural(items.length, what === "nodes" ? "node" : "link");
    const close2 = button(
      { class: "close", "aria-label": "Close the table", title: "Close" },
      "×",
      () => table2("")
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
        rest ? more : null
      )
    );
  };

  // src/toolbar.ts
  var group2 = byId("views");
  var opener2 = byId("show-table");
  var hint = byId("hint");
  var VIEWS2 = {
    full: ["Everything", "Papers and what they name"],
    papers: ["Papers", "Papers and the links between them"],
    entities: ["Entities", `${entities.many}, linked where papers name both`]
  };
  var entities2 = size - (kinds.get("paper") || 0);
  var refresh3 = (now3) => {
    for (const box of group2.querySelectorAll("input")) box.checked = box.value === now3.view;
    opener2.setAttribute("aria-pressed", String(now3.table !== ""));
    const none = size > 0 && !shown.some(Boolean);
    hint.hidden = !none;
    hint.textContent = none ? "Nothing passes these filters. Reset them in the legend." : "";
  };
  var start3 = () => {
    for (const [value, [label, title]] of Object.entries(VIEWS2)) {
      const box = el("input", { type: "radio", name: "view", value });
      box.addEventListener("change", () => view2(value));
      group2.append(el("label", { title }, box, el("span", {}, label)));
    }
    group2.hidden = !entities2 || entities2 === size;
    opener2.hidden = size === 0;
    opener2.addEventListener("click", () => table2(now.table ? "" : "nodes"));
    refresh3(now);
  };

  // src/main.ts
  var ZOOMS = {
    in: () => zoom(1.5),
    out: () => zoom(1 / 1.5),
    fit: () => fit2()
  };
  var start4 = () => {
    const { now: now3 } = state_exports;
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
      const has = (field) => changed.includes(field);
      if (arriving) place(arriving);
      else if (now3.target >= 0 && has("target"))
        fit2(stations(now3.selected, path(now3.selected, now3.target) || []), {
          most: 1.2,
          pad: 50
        });
      else if (now3.selected >= 0 && (has("steps") || has("selected") && !still && now3.steps > 1))
        fit2([...within3(now3.selected, now3.steps).keys()], { pad: 20 });
      else if (now3.selected >= 0 && has("selected") && !still) goTo(now3.selected);
      else if (now3.topic && has("topic")) fit2(topic.get(now3.topic)?.members, { most: 1.1 });
      arriving = null;
      still = false;
    };
    const refilter = () => {
      compute(now3);
      emphasise2(now3);
      repaint();
      render2();
      refresh3(now3);
      recount();
    };
    start2();
    start3();
    on(["filter"], refilter);
    on(["selection"], (_, changed) => {
      const hidden = [now3.selected, now3.target].some((node2) => node2 >= 0 && !shown[node2]);
      if (hidden) refilter();
      emphasise2(now3);
      repaint();
      const restep = changed.length === 1 && changed[0] === "steps";
      shown2 = track(
        nextFrame().then(() => restep ? mark() : show()).then(() => moveCamera(changed))
      );
    });
    on(["colour"], repaint);
    on(["table"], () => {
      render2();
      refresh3(now3);
      if (now3.selected < 0) show();
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
    onPick((node2, topic3) => {
      still = node2 >= 0 && node2 !== now3.selected;
      if (node2 >= 0) select(node2);
      else if (topic3) showTopic(topic3);
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
      show();
    });
    const notice = byId("notice");
    notice.hidden = size > 0;
    notice.textContent = size ? "" : "This graph is empty: no paper was read, so there is nothing to draw yet.";
    show();
    fit2(void 0, { animated: false });
    return () => pending2 === 0 && hasArrived() && isWritten();
  };
  var isSettled = start4();
  var listen = () => start(camera2);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", listen);
  else listen();
  Object.assign(window, {
    paperlattice: { model: model_exports, state: state_exports, scene: scene_exports, lines: lines_exports, neighbourhood: neighbourhood_exports, draw: draw_exports, search: search_exports, paint: paint_exports, labels: labels_exports, areas: areas_exports, isSettled }
  });
})();
