// The choice of the view, and the switch of the table.
const toolbar = (() => {
  const { el } = dom;
  const group = document.getElementById("views");
  const table = document.getElementById("show-table");
  const hint = document.getElementById("hint");
  const VIEWS = {
    full: ["Everything", "Papers and what they name"],
    papers: ["Papers", "Papers and the links between them"],
    entities: ["Entities", `${model.entities.many}, linked where papers name both`],
  };
  const entities = model.size - (model.kinds.get("paper") || 0);

  const refresh = (now) => {
    for (const box of group.querySelectorAll("input")) box.checked = box.value === now.view;
    table.setAttribute("aria-pressed", String(now.table !== ""));
    const none = model.size > 0 && !scene.shown.some(Boolean);
    hint.hidden = !none;
    hint.textContent = none ? "Nothing passes these filters. Reset them in the legend." : "";
  };
  const start = () => {
    for (const [value, [label, title]] of Object.entries(VIEWS)) {
      const box = el("input", { type: "radio", name: "view", value });
      box.addEventListener("change", () => state.view(value));
      group.append(el("label", { title }, box, el("span", {}, label)));
    }
    group.hidden = !entities || entities === model.size;
    table.hidden = model.size === 0;
    table.addEventListener("click", () => state.table(state.now.table ? "" : "nodes"));
    refresh(state.now);
  };
  return { start, refresh };
})();
