// Reading marks: what a reader wants to read, has read, or leaves out. They are kept in this browser by paper, not by
// graph: a paper that is read stays so in the next page that has it.
import { corpus, writtenTitle } from "./corpus";
import { paperId } from "./paper_id";
import * as storage from "./storage";

export const MARKS = ["to read", "read", "not for me"] as const;
export type Mark = (typeof MARKS)[number];
/** The sign of each mark in lists. */
export const SIGNS: Record<Mark, string> = { "to read": "◷", read: "✓", "not for me": "–" };
interface Kept {
  mark: Mark;
  title: string;
}
type Book = Record<string, Kept>;

const NAME = "reading";
const isMark = (value: unknown): value is Mark => MARKS.includes(value as Mark);
const isKept = (value: unknown): value is Kept => {
  const { mark, title } = (value ?? {}) as Partial<Kept>;
  return isMark(mark) && typeof title === "string";
};
const isBook = (value: unknown): value is Book =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isKept);

let book = new Map<string, Kept>(Object.entries(storage.keptJson<Book>(NAME, isBook, {})));
const listeners: (() => unknown)[] = [];
const idOf = (row: number) => paperId(corpus.key[row]);
// Ids of lists without one of their own may be the same for two papers: the title has to be, too.
const plain = (title: string) =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
const save = () => {
  storage.keep(NAME, book.size ? JSON.stringify(Object.fromEntries(book)) : "");
  for (const listener of listeners) listener();
};

/** The mark of a row of the corpus, or null. */
export const markOf = (row: number): Mark | null => {
  const found = book.get(idOf(row));
  return found && plain(found.title) === plain(writtenTitle(row)) ? found.mark : null;
};
/** Mark a paper; a second time the same, the mark goes. */
export const mark = (row: number, wanted: Mark) => {
  if (markOf(row) === wanted) book.delete(idOf(row));
  else book.set(idOf(row), { mark: wanted, title: writtenTitle(row) });
  save();
};
/** The rows of the corpus that have a mark. */
export const rows = (wanted: Mark) => {
  const found: number[] = [];
  if (book.size) for (let row = 0; row < corpus.size; row += 1) if (markOf(row) === wanted) found.push(row);
  return found;
};
/** How many papers have a mark, those of other pages among them. */
export const count = () => book.size;
export const on = (listener: () => unknown) => {
  listeners.push(listener);
};

/** All marks as JSON: a list of `id`, `title` and `mark`. */
export const toJson = () =>
  `${JSON.stringify(
    [...book].map(([id, { mark, title }]) => ({ id, title, mark })),
    null,
    2,
  )}\n`;
/** Take over the marks of a file, in place of what the same papers had; returns how many. Throws in one line. */
export const takeJson = (text: string) => {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new Error("this file is not JSON; give one that this page saved as reading marks");
  }
  const wrong = 'reading marks are a list of {"id", "title", "mark"}, and a mark is one of';
  if (!Array.isArray(list)) throw new Error(`${wrong} ${MARKS.join(", ")}`);
  const found = list.map((item: unknown): [string, Kept] => {
    const { id, title, mark } = (item ?? {}) as Record<string, unknown>;
    if (typeof id !== "string" || typeof title !== "string" || !isMark(mark))
      throw new Error(`${wrong} ${MARKS.join(", ")}; found ${JSON.stringify(item)?.slice(0, 80)}`);
    return [id, { mark, title }];
  });
  book = new Map([...book, ...found]);
  save();
  return found.length;
};
