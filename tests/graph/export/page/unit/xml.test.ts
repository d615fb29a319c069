import assert from "node:assert/strict";
import test from "node:test";
import { attribute, content } from "../../../../../graph/export/page/src/xml";

for (const [text, inAttribute, inContent] of [
  ["plain", "plain", "plain"],
  ['a & b < "c"', "a &amp; b &lt; &quot;c&quot;", '<![CDATA[a & b < "c"]]>'],
  ["a > b", "a &gt; b", "a > b"],
  ["tab\tand\r\nline", "tab&#9;and&#10;line", "tab\tand\nline"],
  ["end ]]> of it", "end ]]&gt; of it", "<![CDATA[end ]]]]><![CDATA[> of it]]>"],
  ["\u2028 & \u0085", "&#8232; &amp; &#133;", "<![CDATA[]]>&#8232;<![CDATA[ & ]]>&#133;<![CDATA[]]>"],
  ["\0\x07 \ufffe\ud800 \u{1F600}", "  \u{1F600}", "  \u{1F600}"],
] as const) {
  test(`${JSON.stringify(text)} is legal and complete`, () => {
    assert.equal(attribute(text), inAttribute);
    assert.equal(content(text), inContent);
  });
}
