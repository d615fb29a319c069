// The sliders of the legend: each is there if its numbers differ, shows its value, and narrows one field.
const sliders = (() => {
  const { el } = dom;
  const { nodes, edges, isPaper } = model;
  const range = (values) =>
    values.reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Infinity, -Infinity],
    );
  const named = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
  const weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
  const papers = (nodes.papers || []).filter((_, i) => !isPaper(i));

  const dates = [...new Set(nodes.date.filter((date) => /^\d{4}/.test(date)))].sort();
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  const times = months.length > 2 ? months : dates;

  // One row: label, value, the slider. `read` and `write` convert between its steps and the state.
  const row = ({ name, label, field, most, show, write, read, view }) => {
    const output = el("output", { class: "count" });
    const input = el("input", {
      type: "range",
      name,
      min: "0",
      max: String(most),
      step: "1",
      "aria-label": name,
    });
    const refresh = (now) => {
      const step = read(now[field]);
      input.value = String(step);
      output.textContent = show(step);
      input.setAttribute("aria-valuetext", show(step));
      made.hidden = view !== undefined && !view.includes(now.view);
    };
    const made = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input, output);
    input.addEventListener("input", () => state.narrow(field, write(Number(input.value))));
    refresh(state.now);
    state.on(["filter"], refresh);
    return made;
  };
  const STEPS = 50;
  const scaled = (name, label, field, [least, most], digits, view, written = (value) => value.toFixed(digits)) => {
    // Rounded down: the strongest still passes at the last step.
    const value = (step) => {
      const exact = least + ((most - least) * step) / STEPS;
      return Math.floor(exact * 10 ** digits + 1e-9) / 10 ** digits;
    };
    return row({
      name,
      label,
      field,
      view,
      most: STEPS,
      write: (step) => (step ? value(step) : 0),
      read: (now) => Math.max(0, Math.min(STEPS, Math.ceil(((now - least) / (most - least)) * STEPS - 1e-6))),
      show: (step) => (step ? `≥ ${written(value(step))}` : "any"),
    });
  };
  const counted = (name, label, field, most, view) =>
    row({
      name,
      label,
      field,
      view,
      most: most - 1,
      write: (step) => step + 1,
      read: (now) => now - 1,
      show: (step) => (step ? `≥ ${(step + 1).toLocaleString("en")}` : "any"),
    });
  const dated = (name, label, field, edge) =>
    row({
      name,
      label,
      field,
      most: times.length - 1,
      write: (step) => (step === edge ? "" : times[step]),
      read: (now) => {
        const found = times.findIndex((time) => time >= now);
        return now === "" ? edge : found < 0 ? times.length - 1 : found;
      },
      show: (step) => times[step],
    });

  /** The rows that make sense for this graph. */
  const made = () => {
    const found = [];
    const [sure, heavy, often] = [named, weights, papers].map(range);
    if (sure[1] > sure[0]) found.push(scaled("Confidence at least", "Confidence", "confidence", sure, 2));
    if (often[1] > 1)
      found.push(
        counted("Papers that an entity needs", "Papers each", "papers", Math.min(often[1], 50), [
          "full",
          "entities",
        ]),
      );
    if (heavy[1] > heavy[0])
      found.push(
        scaled(
          "Probability of a link between papers at least",
          "Probability",
          "weight",
          heavy,
          2,
          ["full", "papers"],
          rows.percent,
        ),
      );
    if (papers.length > 1)
      found.push(counted("Papers that name both entities", "Together in", "together", 10, ["entities"]));
    if (times.length > 1)
      found.push(
        dated("Papers from", "From", "since", 0),
        dated("Papers until", "Until", "until", times.length - 1),
      );
    return found;
  };
  return { rows: made };
})();
