// What the reader chose. Every part of the page reads it here and hears of changes here; the URL hash follows.
const state = (() => {
  const listeners = [];
  const now = {
    selected: -1,
    community: "",
    colour: "kind",
    hiddenKinds: new Set(),
    hiddenRelations: new Set(),
  };
  const tell = (topic) => listeners.forEach(([wanted, listener]) => wanted.includes(topic) && listener(now));

  const address = (node) =>
    node < 0 ? "" : `#${encodeURIComponent(model.nodes.key[node]).replaceAll("%3A", ":")}`;
  const fromAddress = () => {
    try {
      const key = decodeURIComponent(location.hash.slice(1).split("&")[0]);
      return model.at.has(key) ? model.at.get(key) : -1;
    } catch {
      return -1;
    }
  };
  const writeAddress = () => {
    if (fromAddress() === now.selected) return;
    try {
      history.pushState(null, "", address(now.selected) || location.pathname + location.search);
    } catch {
      location.hash = address(now.selected); // A sandboxed frame may forbid pushState.
    }
  };

  const take = (node) => {
    if (node === now.selected) return;
    now.selected = node;
    now.community = "";
    if (node >= 0 && now.hiddenKinds.delete(model.nodes.kind[node])) tell("filter");
    tell("selection");
  };
  const toggle = (set, value) => {
    if (!set.delete(value)) set.add(value);
    tell("filter");
  };

  return {
    now,
    address,
    on: (topics, listener) => listeners.push([topics, listener]),
    select: (node) => {
      take(node);
      writeAddress();
    },
    clear: () => {
      const had = now.community !== "";
      now.community = "";
      if (now.selected < 0 && had) tell("selection");
      take(-1);
      writeAddress();
    },
    showCommunity: (name) => {
      const next = now.community === name ? "" : name;
      now.selected = -1;
      now.community = next;
      tell("selection");
      writeAddress();
    },
    toggleKind: (kind) => toggle(now.hiddenKinds, kind),
    toggleRelation: (relation) => toggle(now.hiddenRelations, relation),
    colourBy: (what) => {
      now.colour = what;
      tell("colour");
    },
    start: () => {
      const follow = () => take(fromAddress());
      window.addEventListener("hashchange", follow);
      window.addEventListener("popstate", follow);
      follow();
    },
  };
})();
