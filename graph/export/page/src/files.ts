// Files of the reader: one is chosen and read here in the page, or made here and saved; nothing is sent anywhere.
import { el } from "./dom";

const MOST = 20_000_000;
/** The text of a file of an ending; it stays open for choice until one is chosen. */
export const openText = (ending: string) =>
  new Promise<string>((done, fail) => {
    const input = el("input", { type: "file", accept: ending });
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (!file) return;
      if (file.size > MOST)
        fail(new Error(`${file.name} is larger than 20 MB: it is not a file of this page`));
      else file.text().then(done, () => fail(new Error(`${file.name} cannot be read`)));
    });
    input.click();
  });
export const saveFile = (blob: Blob, name: string) => {
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
};
