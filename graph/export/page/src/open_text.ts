// A file that the reader chooses, read here in the page.
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
