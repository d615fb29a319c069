// Citations of the papers of this page, and where a reader finds a paper outside.
import { authorsOf, type Citation, outwardLink } from "./citation_record";
import * as citations from "./citations";
import { corpus, writtenTitle } from "./corpus";
import { paperId } from "./paper_id";
import * as result from "./result";

/** What is cited of a row of the corpus. */
export const citationOf = (row: number): Citation => ({
  id: paperId(corpus.key[row]),
  title: writtenTitle(row),
  authors: authorsOf(corpus.authors[row], corpus.given[row]),
  venue: corpus.venue[row],
  date: corpus.date[row],
  doi: corpus.doi[row],
  arxiv: corpus.arxiv[row],
  url: corpus.url[row],
});
/** Where a paper is read, or "". */
export const linkOf = (row: number) => outwardLink(citationOf(row));
const shown = () => [...result.now.rows];
const listed = () => shown().map(citationOf);
/** The papers that are shown, as files by their ending. */
export const FILES = {
  bib: () => citations.toBibtex(listed()),
  ris: () => citations.toRis(listed()),
  md: () => citations.toMarkdown(listed()),
  csv: () => {
    const topics = shown().map((row) => ({ topic: corpus.topic[row], subtopic: corpus.subtopic[row] }));
    return citations.toCsv(listed(), topics);
  },
};
/** The ids of all papers, in the order of the corpus. */
export const ids = () => corpus.key.map(paperId);
