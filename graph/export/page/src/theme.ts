// The colours of the style sheet as a canvas needs them.
import * as model from "./model";
import * as state from "./state";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const probe = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
export const own = {
  font: FONT,
  ground: "",
  ink: "",
  muted: "",
  edge: "",
  accent: "",
  kinds: {} as Record<string, string>,
  topics: [] as string[],
  dark: false,
};
const NAMES = ["ground", "ink", "muted", "edge", "accent"] as const;
export const dress = () => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  for (const name of NAMES) own[name] = colour(name);
  for (const kind of Object.keys(model.KINDS)) own.kinds[kind] = colour(kind);
  own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
  own.dark = colour("dark") === "1";
};
export const ofTopic = (name: string) => {
  const found = model.topic.get(name);
  if (!found) return own.muted;
  // Beyond the palette hues step by the golden angle, so that neighbours in the order differ most.
  return own.topics[found.rank] || `hsl(${(found.rank * 137.5) % 360} 45% ${own.dark ? 70 : 38}%)`;
};
export const ofNode = (i: number) =>
  state.now.colour === "topic" ? ofTopic(model.nodes.topic[i]) : own.kinds[model.nodes.kind[i]] || own.muted;

// A canvas writes any colour that it knows as #rrggbb.
const channels = (colour: string) => {
  probe.fillStyle = colour;
  return [1, 3, 5].map((at) => Number.parseInt(String(probe.fillStyle).slice(at, at + 2), 16));
};
const mixed = new Map<string, string>();
/** So much (0 to 1) of a colour, the rest of another: by default of the ground. Opaque, unlike alpha. */
export const tint = (colour: string, share: number, other = own.ground) => {
  const part = Math.round(20 * share) / 20;
  const key = `${colour} ${part} ${other}`;
  const known = mixed.get(key);
  if (known !== undefined) return known;
  const [one, two] = [channels(colour), channels(other)];
  const made = `#${one
    .map((value, i) =>
      Math.round(value * part + two[i] * (1 - part))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
  mixed.set(key, made);
  return made;
};
dress();
