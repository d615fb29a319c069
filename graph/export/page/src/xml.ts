// Text that every XML 1.0 reader accepts and gives back unchanged.
const MARKS: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};
// Some readers end lines by the rules of XML 1.1, where these two are line ends unless they are references.
const lineEnds = (text: string, wrap: (reference: string) => string) =>
  text.replace(/[\u0085\u2028]/g, (sign) => wrap(`&#${sign.charCodeAt(0)};`));
const legal = (text: string) =>
  text.replace(/\r\n?/g, "\n").replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
export const attribute = (text: string) =>
  lineEnds(
    legal(text).replace(/[&<>"\n\t]/g, (sign) => MARKS[sign]),
    (reference) => reference,
  );
// CDATA, since some readers lose a blank between two entities.
export const content = (text: string) => {
  const clean = legal(text);
  if (!/[&<]|\]\]>/.test(clean)) return lineEnds(clean, (reference) => reference);
  const cut = clean.replaceAll("]]>", "]]]]><![CDATA[>");
  return `<![CDATA[${lineEnds(cut, (reference) => `]]>${reference}<![CDATA[`)}]]>`;
};
