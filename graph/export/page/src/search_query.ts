// What a reader types, taken apart: words, "quoted words", -excluded ones, and operators such as dataset:gsm8k.
import { fold } from "./grade";

/** A word or a quoted phrase, folded; `no` excludes it. */
export interface Term {
  text: string;
  quoted: boolean;
  no: boolean;
}
/** `field` is one of those that are known, `value` what follows its colon, folded. */
export interface Operator {
  field: string;
  value: string;
  no: boolean;
}
/** `text` is what stands outside operators and exclusions; `notes` say what was not understood. */
export interface Query {
  text: string;
  terms: Term[];
  operators: Operator[];
  notes: string[];
}

// -topic:"speculative decoding"  "attention sink"  -llama  since:2024-06  gpt-4
const PART = /(-?)(?:([\p{L}_]+):(?!\/\/))?(?:"([^"]*)"?|([^\s"]+))|\S/gu;
const DATE = /^\d{4}(?:-\d{2}){0,2}$/;
// https://arxiv.org/abs/2312.17653v2, arXiv:2312.17653, https://doi.org/10.1000/abc: what counts is the id.
const ADDRESS =
  /(?:https?:\/\/)?(?:(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:dx\.)?doi\.org\/|arxiv:\s?|doi:\s?)(\S+)/giu;
const bare = (id: string) => id.replace(/\.pdf$/i, "").replace(/^(\d{4}\.\d{4,5})v\d+$/, "$1");

/** Take a query apart; `fields` are the operators that there are. A leading slash is the key that led here. */
export const parse = (typed: string, fields: readonly string[]): Query => {
  const found: Query = { text: "", terms: [], operators: [], notes: [] };
  const plain: string[] = [];
  const term = (text: string, quoted: boolean, no: boolean) => {
    const folded = fold(text).replace(/\s+/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(folded)) return;
    found.terms.push({ text: folded, quoted, no });
    if (!no) plain.push(text.trim());
  };
  const text = typed.replace(/^\s*\//, "").replace(ADDRESS, (_, id: string) => bare(id));
  for (const [, minus, name, quote, word] of text.matchAll(PART)) {
    const [field, value, no] = [name?.toLowerCase() ?? "", quote ?? word ?? "", minus === "-"];
    if (!field) term(value, quote !== undefined, no);
    else if (!fields.includes(field)) {
      found.notes.push(`“${field}:” is not an operator and is read as text.`);
      term(quote === undefined ? `${name}:${value}` : `${name}: ${value}`, false, no);
    } else if ((field === "since" || field === "until") && !DATE.test(value))
      found.notes.push(`“${field}:” wants a date such as 2024, 2024-06 or 2024-06-15.`);
    else if (value.trim()) found.operators.push({ field, value: fold(value.trim()), no });
  }
  found.text = plain.join(" ");
  return found;
};
