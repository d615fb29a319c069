// The id of a paper from the key of its node, as `paper_id` of graph/model/attributes.py reads it.

/** "10.1000/a_b" of "paper:10.1000:a_5Fb". */
export const paperId = (key: string) =>
  key
    .replace(/^paper:/, "")
    .replaceAll(":", "/")
    .replace(/(?:_[0-9A-F]{2})+/g, (run) => {
      const bytes = run
        .split("_")
        .slice(1)
        .map((code) => Number.parseInt(code, 16));
      return new TextDecoder().decode(Uint8Array.from(bytes));
    });
