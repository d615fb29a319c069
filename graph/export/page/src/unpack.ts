// What Python deflated into the page: base64 of zlib of JSON.

/** The text of an element of the page. */
export const content = (id: string) => document.getElementById(id)?.textContent ?? "";

const bytesOf = (packed: string) => {
  const signs = atob(packed);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
};
/** What was deflated. Fails in browsers from before 2023, which have no `DecompressionStream`. */
export const unpack = async <Value>(packed: string): Promise<Value> => {
  const plain = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(plain).text()) as Value;
};
