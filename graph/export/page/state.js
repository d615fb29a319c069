// What the reader chose. Every part of the page reads it here and listens to changes here; the URL hash follows.
// What a reader would want to undo is a step in the history; filters and the camera amend the last step.
const state = (() => {
  const listeners = [];
  const arrivals = [];
  const now = address.fresh();
  const AMEND_AFTER = 250; // Browsers drop updates that are too frequent.
  const GROUPS = {
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
      "until",
    ],
    colour: ["colour"],
    table: ["table"],
  };
  const same = (a, b) =>
    a instanceof Set ? a.size === b.size && [...a].every((value) => b.has(value)) : a === b;
  let camera = () => null;
  let timer = 0;
  let mute = false; // A sandboxed frame has no address of its own to write to.

  const write = (way) => {
    clearTimeout(timer);
    timer = 0;
    const hash = address.write(now, way === "replaceState" ? camera() : null);
    if (mute || (way === "replaceState" && hash === location.hash)) return;
    try {
      history[way](null, "", hash || location.pathname + location.search);
    } catch {
      mute = true;
    }
  };
  const amend = () => {
    clearTimeout(timer);
    timer = setTimeout(write, AMEND_AFTER, "replaceState");
  };
  // Applies what differs and notifies each listener once; returns whether anything did.
  const apply = (changes) => {
    const changed = Object.keys(changes).filter((field) => !same(now[field], changes[field]));
    Object.assign(now, changes);
    for (const [group, fields] of Object.entries(GROUPS)) {
      if (!changed.some((field) => fields.includes(field))) continue;
      for (const [wanted, listener] of listeners) if (wanted.includes(group)) listener(now, changed);
    }
    return changed.length > 0;
  };
  const step = (changes) => {
    if (timer) write("replaceState"); // The pending update belongs to the step before.
    if (apply(changes)) write("pushState");
  };
  const adjust = (changes) => apply(changes) && amend();

  // A node that is asked for by name is shown, even if it was hidden before.
  const revealing = (node) => {
    if (node < 0) return {};
    const without = (set, value) => new Set([...set].filter((item) => item !== value));
    const { kind, topic, subtopic } = model.nodes;
    const fits = now.view === "full" || (now.view === "papers") === model.isPaper(node);
    // What only hidden relations lead to would stand there alone.
    const own = model.around[node];
    const alone = own.length > 0 && own.every((edge) => now.hiddenRelations.has(model.edges.relation[edge]));
    const shown = new Set(alone ? own.map((edge) => model.edges.relation[edge]) : []);
    return {
      view: fits ? now.view : "full",
      hiddenRelations: new Set([...now.hiddenRelations].filter((relation) => !shown.has(relation))),
      hiddenKinds: without(now.hiddenKinds, kind[node]),
      hiddenTopics: without(without(now.hiddenTopics, topic[node]), subtopic[node]),
    };
  };
  const toggled = (set, value) => {
    const next = new Set(set);
    if (!next.delete(value)) next.add(value);
    return next;
  };
  const follow = () => {
    const found = address.read(location.hash);
    clearTimeout(timer);
    timer = 0;
    apply(found.now);
    if (found.camera) arrivals.forEach((listener) => listener(found.camera));
  };

  return {
    now,
    on: (groups, listener) => listeners.push([groups, listener]),
    onArrival: (listener) => arrivals.push(listener),
    select: (node) => step({ selected: node, target: -1, topic: "", ...revealing(node) }),
    pathTo: (node) => step({ target: node, topic: "", ...revealing(node) }),
    showSteps: (steps) => step({ steps }),
    clear: () => step({ selected: -1, target: -1, topic: "" }),
    showTopic: (name) =>
      step({ selected: -1, target: -1, topic: now.topic === name ? "" : name }),
    view: (view) => {
      const fits = (node) => node < 0 || view === "full" || (view === "papers") === model.isPaper(node);
      const keep = fits(now.selected) && fits(now.target);
      step({ view, ...(keep ? {} : { selected: -1, target: -1 }) });
    },
    table: (table) => step({ table }),
    toggleKind: (kind) => adjust({ hiddenKinds: toggled(now.hiddenKinds, kind) }),
    toggleRelation: (relation) => adjust({ hiddenRelations: toggled(now.hiddenRelations, relation) }),
    toggleTopic: (name) => adjust({ hiddenTopics: toggled(now.hiddenTopics, name) }),
    narrow: (field, value) => adjust({ [field]: value }),
    widen: () => {
      const first = address.fresh();
      const fields = GROUPS.filter.filter((field) => field !== "view");
      adjust(Object.fromEntries(fields.map((field) => [field, first[field]])));
    },
    isNarrowed: () => {
      const first = address.fresh();
      return GROUPS.filter.some((field) => field !== "view" && !same(now[field], first[field]));
    },
    colourBy: (colour) => adjust({ colour }),
    cameraMoved: amend,
    /** Whether the address holds all of it. */
    isWritten: () => !timer,
    start: (readCamera) => {
      camera = readCamera;
      window.addEventListener("popstate", follow);
      window.addEventListener("hashchange", follow);
      follow();
    },
  };
})();
