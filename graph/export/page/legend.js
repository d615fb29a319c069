// The legend, which is also the filter: kinds, links, sliders, communities, each with its count.
const legend = (() => {
  const { el, icon, foreign, button } = dom;
  const FIRST = 8;
  const panel = document.getElementById("legend");
  const body = panel.querySelector(".legend-body");
  const boxes = [];
  let all = false;

  // `extra` is off at first, so that its name is not struck through.
  const check = (field, name, value, count, mark, label, toggle, extra = false) => {
    const box = el("input", { type: "checkbox", name, value });
    box.addEventListener("change", () => toggle(value));
    boxes.push([box, field]);
    return el(
      "label",
      { class: extra ? "row extra" : "row" },
      box,
      mark,
      el("span", { class: "grow" }, label),
      el("span", { class: "count" }, count.toLocaleString("en")),
    );
  };
  const group = (title, ...rows) => el("fieldset", {}, el("legend", {}, title), ...rows);
  const kinds = () =>
    Object.entries(model.KINDS)
      .filter(([kind]) => model.kinds.has(kind))
      .map(([kind, { many }]) =>
        check("hiddenKinds", "kind", kind, model.kinds.get(kind), icon(kind), many, state.toggleKind),
      );
  const relations = () =>
    Object.entries(model.RELATIONS)
      .filter(([name]) => model.relations.has(name))
      .map(([name, { edge, background }]) =>
        check(
          "hiddenRelations",
          "relation",
          name,
          model.relations.get(name),
          null,
          background ? `Background ${edge.toLowerCase()}` : edge,
          state.toggleRelation,
          background,
        ),
      );
  const colours = () => {
    const option = (value, label) => {
      const box = el("input", { type: "radio", name: "colour", value });
      box.addEventListener("change", () => state.colourBy(value));
      return el("label", {}, box, el("span", {}, label));
    };
    return el(
      "div",
      { class: "segments", role: "radiogroup", "aria-label": "Colour by" },
      option("kind", "Kinds"),
      option("community", "Communities"),
    );
  };

  const communityRow = ({ name, members }) => {
    const swatch = el("span", { class: "swatch" });
    swatch.style.backgroundColor = theme.ofCommunity(name);
    const box = el("input", {
      type: "checkbox",
      name: "community",
      value: name,
      "aria-label": `Show ${name}`,
    });
    box.checked = !state.now.hiddenCommunities.has(name);
    box.addEventListener("change", () => state.toggleCommunity(name));
    const pressed = String(state.now.community === name);
    const label = [
      swatch,
      foreign(name, { class: "grow" }),
      el("span", { class: "count" }, members.toLocaleString("en")),
    ];
    const pick = button(
      { class: "pick", "aria-pressed": pressed, "data-community": name, title: name },
      label,
      () => state.showCommunity(name),
    );
    return el("div", { class: "row" }, box, pick);
  };
  const communityList = el("div", { class: "communities" });
  const renderCommunities = () => {
    const { communities } = model;
    const held = communityList.contains(document.activeElement) ? document.activeElement : null;
    const rows = (all ? communities : communities.slice(0, FIRST)).map(communityRow);
    if (communities.length > FIRST) {
      const turn = () => {
        all = !all;
        renderCommunities();
      };
      rows.push(button({ class: "more" }, all ? "Show fewer" : `Show all ${communities.length}`, turn));
    }
    communityList.replaceChildren(...rows);
    // The focused button was replaced: focus its successor.
    const again = (item) =>
      item.tagName === held.tagName &&
      (item.value || item.dataset.community) === (held.value || held.dataset.community);
    if (held) [...communityList.querySelectorAll("button, input")].find(again)?.focus();
  };

  const reset = button({ class: "more reset" }, "Reset filters", state.widen);
  const refresh = (now) => {
    for (const [box, field] of boxes) box.checked = !now[field].has(box.value);
    for (const box of body.querySelectorAll("input[name=colour]")) box.checked = box.value === now.colour;
    reset.hidden = !state.isNarrowed();
  };
  // How many nodes of each kind are left, beside how many there are.
  const recount = () => {
    const left = new Map();
    for (let i = 0; i < model.size; i += 1)
      if (scene.shown[i]) left.set(model.nodes.kind[i], (left.get(model.nodes.kind[i]) || 0) + 1);
    for (const [box, field] of boxes) {
      if (field !== "hiddenKinds") continue;
      const [found, all] = [left.get(box.value) || 0, model.kinds.get(box.value)];
      const some = found > 0 && found < all ? `${found.toLocaleString("en")} of ` : "";
      box.parentElement.querySelector(".count").textContent = some + all.toLocaleString("en");
    }
  };
  const start = () => {
    body.append(group("Show", ...kinds()));
    if (model.links) body.append(group("Links", ...relations()));
    const rows = sliders.rows();
    if (rows.length) body.append(group("Narrow", ...rows));
    body.append(reset);
    if (model.communities.length) {
      body.append(group("Colour", colours()), group("Communities", communityList));
      renderCommunities();
    }
    panel.hidden = model.size === 0;
    recount();
    if (matchMedia("(max-width: 720px)").matches) panel.open = false;
    refresh(state.now);
    state.on(["filter", "colour"], refresh);
    state.on(["filter"], (_, changed) => changed.includes("hiddenCommunities") && renderCommunities());
    state.on(["selection"], renderCommunities);
  };
  return { start, recount, restyle: renderCommunities };
})();
