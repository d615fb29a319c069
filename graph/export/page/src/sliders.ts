// The sliders of the legend: each is there if its numbers differ, shows its value, and narrows one field.
import { el } from "./dom";
import { edges, isPaper, nodes } from "./model";
import { percent } from "./rows";
import * as state from "./state";
import type { State, View } from "./types";

type Numeric = "confidence" | "papers" | "weight" | "together";
interface Slider<Name extends Numeric> {
  name: string;
  label: string;
  field: Name;
  /** The views that it narrows; all if left out. */
  views?: View[];
  most: number;
  /** From a step to the state, back, and to what stands beside it. */
  write(step: number): State[Name];
  read(now: State[Name]): number;
  show(step: number): string;
}

const range = (values: number[]) =>
  values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
const named = edges.confidence.filter((value, e) => value > 0 && !isPaper(edges.to[e]));
const weights = edges.weight.filter((value, e) => value > 0 && isPaper(edges.to[e]));
const papers = nodes.papers.filter((_, i) => !isPaper(i));

// One row: label, value, the slider.
const row = <Name extends Numeric>(slider: Slider<Name>) => {
  const { name, label, field, views, most, write, read, show } = slider;
  const output = el("output", { class: "count" });
  const input = el("input", {
    type: "range",
    name,
    min: "0",
    max: String(most),
    step: "1",
    "aria-label": name,
  });
  const made = el("label", { class: "slider" }, el("span", { class: "grow" }, label), input, output);
  const refresh = (now: State) => {
    const step = read(now[field]);
    input.value = String(step);
    output.textContent = show(step);
    input.setAttribute("aria-valuetext", show(step));
    made.hidden = views !== undefined && !views.includes(now.view);
  };
  input.addEventListener("input", () => state.narrow(field, write(Number(input.value))));
  refresh(state.now);
  state.on(["filter"], refresh);
  return made;
};
type Named<Name extends Numeric> = Pick<Slider<Name>, "name" | "label" | "field" | "views">;
const STEPS = 50;
const DIGITS = 2;
const plain = (value: number) => value.toFixed(DIGITS);
const scaled = (slider: Named<Numeric>, [least, most]: number[], written = plain) => {
  // Rounded down: the strongest still passes at the last step.
  const value = (step: number) => {
    const exact = least + ((most - least) * step) / STEPS;
    return Math.floor(exact * 10 ** DIGITS + 1e-9) / 10 ** DIGITS;
  };
  return row({
    ...slider,
    most: STEPS,
    write: (step) => (step ? value(step) : 0),
    read: (now) => Math.max(0, Math.min(STEPS, Math.ceil(((now - least) / (most - least)) * STEPS - 1e-6))),
    show: (step) => (step ? `≥ ${written(value(step))}` : "any"),
  });
};
const counted = (slider: Named<Numeric>, most: number) =>
  row({
    ...slider,
    most: most - 1,
    write: (step) => step + 1,
    read: (now) => now - 1,
    show: (step) => (step ? `≥ ${(step + 1).toLocaleString("en")}` : "any"),
  });
/** The rows that make sense for this graph. */
export const rows = () => {
  const found: HTMLElement[] = [];
  const [sure, heavy, often] = [named, weights, papers].map(range);
  if (sure[1] > sure[0])
    found.push(scaled({ name: "Confidence at least", label: "Confidence", field: "confidence" }, sure));
  if (often[1] > 1)
    found.push(
      counted(
        {
          ...{ name: "Papers that an entity needs", label: "Papers each", field: "papers" },
          views: ["full", "entities"],
        },
        Math.min(often[1], 50),
      ),
    );
  if (heavy[1] > heavy[0])
    found.push(
      scaled(
        {
          ...{ name: "Probability of a link between papers at least", label: "Probability", field: "weight" },
          views: ["full", "papers"],
        },
        heavy,
        percent,
      ),
    );
  if (papers.length > 1)
    found.push(
      counted(
        {
          ...{ name: "Papers that name both entities", label: "Together in", field: "together" },
          views: ["entities"],
        },
        10,
      ),
    );
  return found;
};
