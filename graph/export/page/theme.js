// The colours of the style sheet as a canvas needs them.
const theme = (() => {
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
  const own = { font: FONT };
  const dress = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    for (const name of ["ground", "ink", "muted", "edge", "accent", ...Object.keys(model.KINDS)])
      own[name] = colour(name);
    own.topics = Array.from({ length: 12 }, (_, i) => colour(`topic-${i}`));
    own.dark = colour("dark") === "1";
  };
  const ofTopic = (name) => {
    const found = model.topic.get(name);
    if (!found) return own.muted;
    // Beyond the palette hues step by the golden angle, so that neighbours in the order differ most.
    return own.topics[found.rank] || `hsl(${(found.rank * 137.5) % 360} 45% ${own.dark ? 70 : 38}%)`;
  };
  const ofNode = (i) =>
    state.now.colour === "topic" ? ofTopic(model.nodes.topic[i]) : own[model.nodes.kind[i]] || own.muted;
  dress();
  return { own, dress, ofTopic, ofNode };
})();
