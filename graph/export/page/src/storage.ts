// What the reader keeps in this browser. Where that is forbidden (a private window, a notebook, a file:// page of a
// strict browser), it is kept in the name of the window: for this visit, also when the page is loaded again.
const PREFIX = "paperlattice:";
const NAMED = "paperlattice-visit:";

const visit = (): Record<string, string> => {
  if (!window.name?.startsWith(NAMED)) return {};
  try {
    return JSON.parse(window.name.slice(NAMED.length)) as Record<string, string>;
  } catch {
    return {};
  }
};
const keepForVisit = (name: string, text: string) => {
  window.name = NAMED + JSON.stringify({ ...visit(), [name]: text });
};
const isWritable = () => {
  try {
    localStorage.setItem(`${PREFIX}probe`, "1");
    localStorage.removeItem(`${PREFIX}probe`);
    return true;
  } catch {
    return false;
  }
};
let lasting = isWritable();

/** What was kept under a name, or "". */
export const kept = (name: string) => {
  if (!lasting) return visit()[name] ?? "";
  return localStorage.getItem(PREFIX + name) ?? "";
};
/** Keep a text; "" takes it away. */
export const keep = (name: string, text: string) => {
  try {
    if (!lasting) keepForVisit(name, text);
    else if (text === "") localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
  } catch {
    lasting = false; // Full, or forbidden meanwhile.
    keepForVisit(name, text);
  }
};
/** Kept JSON, or what `fallback` is when nothing or something else is there. */
export const keptJson = <Value>(
  name: string,
  isRight: (value: unknown) => value is Value,
  fallback: Value,
) => {
  try {
    const value: unknown = JSON.parse(kept(name) || "null");
    return isRight(value) ? value : fallback;
  } catch {
    return fallback;
  }
};
/** What to tell the reader of a browser that keeps nothing, or "". */
export const notice = () =>
  lasting
    ? ""
    : "This browser forbids the page to keep anything: save a file, or it is gone with this window.";
