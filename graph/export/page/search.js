// The search box: labels, aliases and titles, with suggestions (the ARIA combobox pattern). A card can borrow it to
// ask for a second node; then the answer goes to the card.
const search = (() => {
  const { el, icon, foreign } = dom;
  const input = document.getElementById("search");
  const list = document.getElementById("suggestions");
  const status = document.getElementById("search-status");
  const LIMIT = 12;
  let index = null;
  let hits = [];
  let active = -1;
  let answer = null;
  const usual = { placeholder: input.placeholder, label: input.getAttribute("aria-label") };

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const loose = (text) => text.replace(/[\s_-]+/g, "");
  const build = () =>
    model.nodes.id.map((node) =>
      [model.nodes.label[node], ...model.split(model.nodes.aliases[node])].map((name) => ({
        name,
        folded: fold(name),
      })),
    );

  // Small is good: exact, then beginning, then beginning of a word, then anywhere, then all words somewhere.
  const grade = (folded, query, words) => {
    if (folded === query) return 0;
    if (folded.startsWith(query)) return 1;
    const found = folded.indexOf(query);
    if (found > 0) return /[\p{L}\p{N}]/u.test(folded[found - 1]) ? 4 : 2;
    if (loose(query) !== "" && loose(folded).startsWith(loose(query))) return 3;
    return words.length > 1 && words.every((word) => folded.includes(word)) ? 5 : -1;
  };
  const find = (text) => {
    const query = fold(text.trim());
    if (query === "") return [];
    index = index || build();
    const words = query.split(/\s+/);
    const found = [];
    index.forEach((names, node) => {
      let best = null;
      names.forEach(({ name, folded }, rank) => {
        const score = grade(folded, query, words);
        if (score >= 0 && (!best || score * 2 + (rank > 0) < best.score)) {
          best = { node, score: score * 2 + (rank > 0), alias: rank > 0 ? name : "" };
        }
      });
      if (best) found.push(best);
    });
    const weight = ({ node }) => model.nodes.papers[node] + (model.nodes.kind[node] === "paper" ? 0 : 0.5);
    return found
      .sort((a, b) => a.score - b.score || weight(b) - weight(a) || model.named(a.node, b.node))
      .slice(0, LIMIT);
  };

  const point = (next) => {
    active = next;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `hit-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  };
  const dress = ({ placeholder, label }) => {
    input.placeholder = placeholder;
    input.setAttribute("aria-label", label);
    input.classList.toggle("asking", answer !== null);
  };
  const release = () => {
    answer = null;
    dress(usual);
  };
  const ask = (question, give) => {
    answer = give;
    dress({ placeholder: question, label: question });
    input.value = "";
    refresh();
    input.focus();
  };
  const choose = (at) => {
    if (!hits[at]) return;
    const { node } = hits[at];
    input.value = "";
    refresh();
    const give = answer || state.select;
    release();
    give(node);
    document.getElementById("card").focus({ preventScroll: true });
  };
  const row = ({ node, alias }, at) => {
    const { nodes } = model;
    const note = alias
      ? `also ${alias}`
      : nodes.kind[node] === "paper"
        ? nodes.date[node]
        : `${nodes.papers[node]} ${nodes.papers[node] === 1 ? "paper" : "papers"}`;
    const item = el(
      "li",
      { id: `hit-${at}`, role: "option", "aria-selected": "false" },
      icon(nodes.kind[node]),
      el("span", { class: "unseen" }, `${(model.KINDS[nodes.kind[node]] || {}).one || ""}: `),
      foreign(nodes.label[node].slice(0, 300), { class: "hit" }),
      foreign(note.slice(0, 120), { class: "note" }),
    );
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => choose(at));
    return item;
  };
  const refresh = () => {
    hits = find(input.value);
    const asked = input.value.trim() !== "";
    list.replaceChildren(...hits.map(row));
    if (asked && hits.length === 0)
      list.append(el("li", { class: "none", role: "presentation" }, "Nothing has that name"));
    list.hidden = !asked;
    input.setAttribute("aria-expanded", String(asked && hits.length > 0));
    status.textContent = asked ? `${hits.length} ${hits.length === 1 ? "suggestion" : "suggestions"}` : "";
    point(hits.length ? 0 : -1);
  };

  const keys = {
    ArrowDown: () => hits.length && point((active + 1) % hits.length),
    ArrowUp: () => hits.length && point((active - 1 + hits.length) % hits.length),
    Enter: () => choose(active),
    Escape: () => {
      if (input.value === "" && answer) release();
      else if (input.value === "") input.blur();
      input.value = "";
      refresh();
    },
  };
  input.addEventListener("input", refresh);
  input.addEventListener("focus", () => input.value.trim() !== "" && refresh());
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
  return { find, ask, focus: () => input.focus() };
})();
