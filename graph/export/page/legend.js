// The legend, which is also the filter: kinds, links, communities, each with its count.
const legend = (() => {
  const { el, icon, foreign, button } = dom;
  const FIRST = 8;
  const panel = document.getElementById("legend");
  const body = panel.querySelector(".legend-body");
  let all = false;

  const check = (name, value, count, mark, label, toggle) => {
    const box = el("input", { type: "checkbox", name, value, checked: true });
    box.addEventListener("change", () => toggle(value));
    return el(
      "label",
      { class: "row" },
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
        check("kind", kind, model.kinds.get(kind), icon(kind), many, state.toggleKind),
      );
  const relations = () =>
    Object.entries(model.RELATIONS)
      .filter(([relation]) => model.relations.has(relation))
      .map(([relation, { edge }]) =>
        check("relation", relation, model.relations.get(relation), null, edge, state.toggleRelation),
      );
  const colours = () => {
    const option = (value, label) => {
      const box = el("input", { type: "radio", name: "colour", value, checked: state.now.colour === value });
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
    swatch.style.backgroundColor = paint.communityColour(name);
    const pressed = state.now.community === name;
    return button(
      { class: "row", "aria-pressed": String(pressed), "data-community": name },
      [
        swatch,
        foreign(name, { class: "grow" }),
        el("span", { class: "count" }, members.toLocaleString("en")),
      ],
      () => state.showCommunity(name),
    );
  };
  const communityList = el("div", { class: "communities" });
  const renderCommunities = () => {
    const { communities } = model;
    const rows = (all ? communities : communities.slice(0, FIRST)).map(communityRow);
    if (communities.length > FIRST) {
      rows.push(
        button({ class: "more" }, all ? "Show fewer" : `Show all ${communities.length}`, () => {
          all = !all;
          renderCommunities();
        }),
      );
    }
    communityList.replaceChildren(...rows);
  };

  const start = () => {
    body.append(group("Show", ...kinds()));
    if (model.links) body.append(group("Links", ...relations()));
    if (model.communities.length) {
      body.append(group("Colour", colours()), group("Communities", communityList));
      renderCommunities();
    }
    panel.hidden = model.size === 0;
    if (matchMedia("(max-width: 720px)").matches) panel.open = false;
    state.on(["filter"], ({ hiddenKinds }) => {
      for (const box of body.querySelectorAll("input[name=kind]")) box.checked = !hiddenKinds.has(box.value);
    });
    state.on(["selection"], renderCommunities);
  };
  return { start, restyle: renderCommunities };
})();
