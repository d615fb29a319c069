// The colours of the style sheet as a canvas needs them.
import * as model from "./model";
import * as state from "./state";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
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
dress();
