// The side card: what the graph knows of one node, or an overview while none is chosen. Names are links to nodes.
const card = (() => {
  const { el, icon, foreign, button, nodeLink, outside } = dom;
  const { nodes, edges, around, other, split, RELATIONS, KINDS } = model;
  const FIRST = 12;
  const STEP = 100;
  const panel = document.getElementById("card");
  let dismissed = false;

  const plural = (count, one, many = `${one}s`) =>
    `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
  const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
  // The next part of a long list comes when asked for, so that a hub with thousands of papers opens at once.
  const listing = (items, render, attributes = {}, first = FIRST) => {
    const list = el("ul", attributes, ...items.slice(0, first).map(render));
    if (items.length <= first) return [list];
    const label = () => `Show more (${(items.length - list.children.length).toLocaleString("en")})`;
    const more = button({ class: "more" }, label(), () => {
      const next = items.slice(list.children.length, list.children.length + STEP).map(render);
      list.append(...next);
      next[0].querySelector("a")?.focus();
      if (list.children.length === items.length) more.remove();
      else more.textContent = label();
    });
    return [list, more];
  };

  // Cuts text at the written forms that the edges name. A form counts where no letter or digit touches it.
  const marked = (text, linked) => {
    const forms = linked.flatMap((edge) => split(edges.surfaces[edge]).map((form) => [form, edges.to[edge]]));
    const target = new Map(forms);
    if (!target.size) return [text];
    const escaped = [...target.keys()]
      .sort((a, b) => b.length - a.length)
      .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(pattern)) {
      const node = target.get(found[0].replace(/\s+/g, " "));
      parts.push(
        text.slice(from, found.index),
        nodeLink(node, found[0], { class: `mention ${nodes.kind[node]}`, title: nodes.label[node] }),
      );
      from = found.index + found[0].length;
    }
    return [...parts, text.slice(from)];
  };
  const evidence = (texts, edge) => {
    const sentence = texts.evidence[edge] || "";
    return sentence ? el("blockquote", { dir: "auto" }, ...marked(sentence, [edge])) : null;
  };

  const head = (node) => {
    const kind = nodes.kind[node];
    return el(
      "div",
      { class: "card-head" },
      icon(kind),
      el("span", { class: "kind" }, (KINDS[kind] || { one: kind }).one),
      communityChip(nodes.cluster[node]),
      button({ class: "close", "aria-label": "Close", title: "Close (Escape)" }, "×", dismiss),
    );
  };
  const swatch = (name) => {
    const made = el("span", { class: "swatch" });
    made.style.backgroundColor = paint.communityColour(name);
    return made;
  };
  const communityChip = (name) => {
    if (!name) return null;
    return button({ class: "chip", title: `Community ${name}` }, [swatch(name), foreign(name)], () =>
      state.showCommunity(name),
    );
  };
  const meta = (...parts) => {
    const known = parts.filter((part) => part);
    return known.length ? el("p", { class: "meta" }, ...known.map((part) => el("span", {}, part))) : null;
  };

  const RANK = Object.keys(RELATIONS);
  const byRelation = (list) => {
    const groups = new Map();
    for (const edge of list) {
      const relation = edges.relation[edge];
      groups.set(relation, [...(groups.get(relation) || []), edge]);
    }
    return [...groups].sort((a, b) => RANK.indexOf(a[0]) - RANK.indexOf(b[0]));
  };
  const sharedNames = (edge, paper, peer) => {
    const mine = new Map(
      [...model.neighbours(paper)].filter((n) => nodes.kind[n] !== "paper").map((n) => [nodes.label[n], n]),
    );
    const theirs = model.neighbours(peer);
    return split(edges.shared[edge]).map((label) => {
      const node = mine.get(label);
      return node !== undefined && theirs.has(node)
        ? nodeLink(node, label, { class: `tag ${nodes.kind[node]}` })
        : foreign(label, { class: "tag" });
    });
  };

  const paperBody = (paper, texts) => {
    const named = around[paper].filter(
      (edge) => edges.from[edge] === paper && nodes.kind[edges.to[edge]] !== "paper",
    );
    const related = around[paper]
      .filter((edge) => nodes.kind[other(edge, paper)] === "paper")
      .sort((a, b) => edges.weight[b] - edges.weight[a] || a - b);
    const abstract = texts.abstract[paper];
    const entityRow = (edge) => {
      const node = edges.to[edge];
      const declared = {
        declared: "declared by the authors",
        both: "declared by the authors and in the text",
      }[edges.origin[edge]];
      return el(
        "li",
        { class: "named" },
        icon(nodes.kind[node]),
        nodeLink(node),
        declared ? el("span", { class: "count" }, declared) : null,
        evidence(texts, edge),
      );
    };
    const most = Math.max(...related.map((edge) => edges.weight[edge]), 0);
    const relatedRow = (edge) => {
      const peer = other(edge, paper);
      const bar = el("meter", {
        min: "0",
        max: String(most || 1),
        value: String(edges.weight[edge]),
        title: `weight ${edges.weight[edge]}`,
        "aria-label": `weight ${edges.weight[edge]}`,
      });
      return el(
        "li",
        { class: "peer" },
        el(
          "div",
          { class: "line" },
          nodeLink(peer),
          bar,
          el("span", { class: "count" }, edges.weight[edge].toFixed(2)),
        ),
        el("div", { class: "tags" }, ...sharedNames(edge, paper, peer)),
      );
    };
    return [
      abstract
        ? section("Abstract", el("p", { class: "abstract", dir: "auto" }, ...marked(abstract, named)))
        : null,
      ...byRelation(named).map(([relation, list]) =>
        section(
          (RELATIONS[relation] || { group: relation }).group,
          ...listing(
            [...list].sort(
              (a, b) =>
                nodes.kind[edges.to[a]].localeCompare(nodes.kind[edges.to[b]]) ||
                model.named(edges.to[a], edges.to[b]),
            ),
            entityRow,
          ),
        ),
      ),
      related.length ? section("Related papers", ...listing(related, relatedRow)) : null,
      named.length
        ? null
        : el("p", { class: "muted" }, "No method, dataset or repository was found in this paper."),
    ];
  };

  // How many papers name both: counted over the papers of this entity.
  const beside = (entity) => {
    const counts = new Map();
    for (const paper of model.neighbours(entity)) {
      for (const peer of model.neighbours(paper)) {
        if (peer !== entity && nodes.kind[peer] !== "paper") counts.set(peer, (counts.get(peer) || 0) + 1);
      }
    }
    return [...counts].sort(
      (a, b) => b[1] - a[1] || nodes.papers[a[0]] - nodes.papers[b[0]] || model.named(a[0], b[0]),
    );
  };
  const entityBody = (entity, texts) => {
    const newest = (a, b) =>
      (nodes.date[edges.from[b]] || "").localeCompare(nodes.date[edges.from[a]] || "") ||
      model.named(edges.from[a], edges.from[b]);
    const paperRow = (edge) => {
      const paper = edges.from[edge];
      return el(
        "li",
        { class: "named" },
        icon("paper"),
        nodeLink(paper),
        el("span", { class: "count" }, nodes.date[paper]),
        evidence(texts, edge),
      );
    };
    const besideRow = ([peer, count]) =>
      el(
        "li",
        { class: "named" },
        icon(nodes.kind[peer]),
        nodeLink(peer),
        el("span", { class: "count" }, plural(count, "paper")),
      );
    const company = beside(entity);
    return [
      ...byRelation(around[entity]).map(([relation, list]) =>
        section((RELATIONS[relation] || { by: relation }).by, ...listing([...list].sort(newest), paperRow)),
      ),
      company.length
        ? section("Often stands beside", ...listing(company, besideRow, { class: "tight" }))
        : null,
    ];
  };

  const render = async (node) => {
    const texts = await model.texts();
    if (state.now.selected !== node) return;
    const paper = nodes.kind[node] === "paper";
    const aliases = split(nodes.aliases[node]);
    const written = el("h2", { dir: "auto" }, nodes.label[node]);
    const link = outside(nodes.url[node]);
    panel.replaceChildren(
      ...[
        head(node),
        written,
        paper
          ? meta(nodes.date[node], ...split(nodes.sources[node]))
          : meta(`named by ${plural(nodes.papers[node], "paper")}`),
        aliases.length
          ? el(
              "p",
              { class: "aliases" },
              "Also ",
              ...aliases.flatMap((alias, at) => [at ? ", " : "", foreign(alias)]),
            )
          : null,
        link ? el("p", { class: "source" }, link) : null,
        ...(paper ? paperBody(node, texts) : entityBody(node, texts)),
      ].filter(Boolean),
    );
    panel.scrollTop = 0;
  };

  // Of everything, or of one community.
  const overview = (community) => {
    const belongs = (i) => community === "" || nodes.cluster[i] === community;
    const top = (kind) =>
      nodes.id
        .filter((i) => nodes.kind[i] === kind && belongs(i))
        .sort((a, b) => nodes.papers[b] - nodes.papers[a] || model.named(a, b));
    const row = (node) =>
      el(
        "li",
        { class: "named" },
        icon(nodes.kind[node]),
        nodeLink(node),
        el(
          "span",
          { class: "count" },
          plural(nodes.papers[node], nodes.kind[node] === "paper" ? "link" : "paper"),
        ),
      );
    const titles = {
      method: "Most named methods",
      dataset: "Most named datasets",
      repo: "Repositories",
      paper: "Best connected papers",
    };
    const groups = Object.entries(titles)
      .map(([kind, title]) => [title, top(kind)])
      .filter(([, found]) => found.length);
    const close = button({ class: "close", "aria-label": "Close", title: "Close" }, "×", dismiss);
    const heading = community
      ? [
          el(
            "div",
            { class: "card-head" },
            swatch(community),
            el("span", { class: "kind" }, "Community"),
            close,
          ),
          el("h2", { dir: "auto" }, community),
        ]
      : [el("div", { class: "card-head" }, el("span", { class: "kind" }, "At a glance"), close)];
    panel.replaceChildren(
      ...heading,
      ...groups.map(([title, found]) => section(title, ...listing(found, row, { class: "tight" }, 8))),
    );
    panel.scrollTop = 0;
  };
  const dismiss = () => {
    if (state.now.selected < 0 && state.now.community === "") dismissed = true;
    state.clear();
    show();
  };
  const show = async () => {
    const { selected, community } = state.now;
    const welcome =
      community !== "" || (!dismissed && model.size > 0 && matchMedia("(min-width: 1000px)").matches);
    panel.hidden = selected < 0 && !welcome;
    panel.dataset.node = selected < 0 ? "" : nodes.key[selected];
    if (selected >= 0) await render(selected);
    else if (welcome) overview(community);
  };
  return { show };
})();
