import { expect, test } from "vitest";
import { longestBody, mostScreenshots, parseReadme } from "../registry/check/readme.ts";
import { picturesIn, readmeText, renderReadme } from "./readme-html.ts";

const files = ["workspace.json", "shot.png", "two words.jpg"];
const render = (body: string): string =>
  renderReadme(body, (file) => (files.includes(file) ? { src: `/p/${file}`, width: 10, height: 20 } : null));

test("Markdown becomes HTML, with headings below the page's own", () => {
  expect(render("# One\n\n## Two\n\n**b** `c` [l](https://example.org)")).toBe(
    '<h3>One</h3>\n<h3>Two</h3>\n<p><strong>b</strong> <code>c</code> <a href="https://example.org/" rel="external nofollow noopener">l</a></p>\n',
  );
  expect(render("| a | b |\n|---|---|\n| 1 | 2 |")).toContain("<td>1</td>");
});

test.each([
  ["headings", "### a\n\n#### b\n\n##### c\n\n###### d", "<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n"],
  ["lists", "3. a\n\n- b", '<ol start="3">\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>\n'],
  ["code", "```sh\na\n```", '<pre tabindex="0"><code>a\n</code></pre>\n'],
  ["quotes and rules", "> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n"],
  ["changes", "*a* ~~b~~ <ins>c</ins>", "<p><em>a</em> <del>b</del> <ins>c</ins></p>\n"],
  [
    "small marks",
    "<sub>a</sub><sup>b</sup><kbd>c</kbd><samp>d</samp><var>e</var><br>",
    "<p><sub>a</sub><sup>b</sup><kbd>c</kbd><samp>d</samp><var>e</var><br /></p>\n",
  ],
  [
    "tables",
    '<table><thead><tr><th colspan="2" rowspan="1">a</th></tr></thead><tbody><tr><td colspan="1" rowspan="2">b</td></tr></tbody><tfoot></tfoot></table>',
    '<table tabindex="0"><thead><tr><th colspan="2" rowspan="1">a</th></tr></thead><tbody><tr><td colspan="1" rowspan="2">b</td></tr></tbody><tfoot></tfoot></table>',
  ],
  [
    "terms, details and abbreviations",
    '<dl><dt>a</dt><dd>b</dd></dl><details><summary>c</summary><abbr title="d">e</abbr></details>',
    '<dl><dt>a</dt><dd>b</dd></dl><details><summary>c</summary><abbr title="d">e</abbr></details>',
  ],
  [
    "a mail address",
    "[a](mailto:b@example.org)",
    '<p><a href="mailto:b@example.org" rel="external nofollow noopener">a</a></p>\n',
  ],
  ["a link without an address", "<a>x</a>", "<p><a>x</a></p>\n"],
  ["unknown tags, but not their text", '<center class="x">a</center>', "a"],
])("shows %s", (_, text, html) => expect(render(text)).toBe(html));

test.each("script style textarea option noscript title template xmp iframe object svg math".split(" "))(
  "shows nothing of what is inside <%s>",
  (tag) => expect(render(`<p>a<${tag}>b</${tag}>c</p>`)).toBe("<p>ac</p>"),
);

test("tells no more of a picture than its text when it has no address", () => {
  expect(render("<img>")).toBe("<em></em>");
  expect(render('<img alt="a">')).toBe("<em>a</em>");
});

test.each([
  ["script", "<script>alert(1)</script>x", "x"],
  ["script in a fence that is none", "<SCRIPT SRC=//evil.example></SCRIPT>x", "x"],
  [
    "handler",
    '<img src="shot.png" onerror="alert(1)">',
    '<img src="/p/shot.png" alt="" width="10" height="20" loading="lazy" />',
  ],
  ["javascript link", "[x](javascript:alert(1))", "<p><a>x</a></p>\n"],
  ["javascript link with a tab", "[x](java\tscript:alert(1))", "<p>[x](java\tscript:alert(1))</p>\n"],
  ["javascript link, encoded", "[x](&#106;avascript:alert(1))", "<p><a>x</a></p>\n"],
  ["data link", "[x](data:text/html,<script>alert(1)</script>)", "<p><a>x</a></p>\n"],
  ["vbscript link", "[x](vbscript:msgbox)", "<p><a>x</a></p>\n"],
  ["style", '<p style="background:url(https://evil.example)">x</p><style>*{}</style>', "<p>x</p>"],
  ["iframe", '<iframe src="https://evil.example"></iframe>', ""],
  ["form", '<form action="https://evil.example"><input><button>x</button></form>', "x"],
  ["svg", '<svg onload="alert(1)"><script>alert(1)</script></svg>', "<p></p>\n"],
  ["meta refresh", '<meta http-equiv="refresh" content="0;url=https://evil.example">', ""],
  ["base", '<base href="https://evil.example">', ""],
  ["template", "<template><script>alert(1)</script></template>", "<p></p>\n"],
  ["foreign picture", "![x](https://evil.example/a.png)", "<p><em>x</em></p>\n"],
  [
    "foreign picture set",
    '<img srcset="https://evil.example/a.png 1x" src="shot.png">',
    '<img src="/p/shot.png" alt="" width="10" height="20" loading="lazy" />',
  ],
  ["picture by data", "![x](data:image/svg+xml,<svg onload=alert(1)>)", "<p>![x](data:image/svg+xml,</p>\n"],
  [
    "id that shadows a global",
    '<a id="location" name="location" href="https://example.org">x</a>',
    '<p><a href="https://example.org/" rel="external nofollow noopener">x</a></p>\n',
  ],
  [
    "math trick",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<p></p>\n",
  ],
  ["noscript trick", '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', "<p></p>\n"],
  ["comment trick", "<!--><img src=x onerror=alert(1)>-->", "<em></em>--&gt;"],
])("%s does no harm", (_, text, expected) => {
  const html = render(text);
  expect(html).toBe(expected);
  expect(html).not.toMatch(
    /<(script|style|iframe|form|input|button|svg|meta|base|template|math|noscript|link|object|embed)\b/i,
  );
  expect(html).not.toMatch(/<[^>]+\s(on\w+|style|srcset|id|name|class)\s*=/i);
  expect(html).not.toMatch(/(href|src)="(?!https:\/\/example\.org|\/p\/)/i);
});

test("pictures of the folder stay, with their size; others become their text", () => {
  expect(render("![Two](two%20words.jpg) ![Gone](gone.png)")).toBe(
    '<p><img src="/p/two words.jpg" alt="Two" width="10" height="20" loading="lazy" /> <em>Gone</em></p>\n',
  );
  expect(
    picturesIn("![a](shot.png) ![b](shot.png) ![c](https://example.org/x.png) ![d](./two%20words.jpg)"),
  ).toEqual(["shot.png", "two words.jpg"]);
});

test.each([
  ["# Fonts\n\nUse `a < b` & **more**.\n\n<script>no()</script>", "Fonts Use a < b & more."],
  ['"a" > b\n\n\n   c', '"a" > b c'],
  ["&lt;&gt; &amp;lt; a", "<> &lt; a"],
])("the text of %j for search is %j", (body, text) => expect(readmeText(body)).toBe(text));

test.each([
  ["shot.png", true],
  ["shot.JPG", true],
  ["shot.jpeg", true],
  ["shot.webp", true],
  ["shot.gif", true],
  ["shot.svg", false],
  ["shot.png.txt", false],
  ["a/shot.png", false],
  ["a:shot.png", false],
  ["..%5Cshot.png", false],
  [".png", false],
  ["%E0.png", true],
  [".%2Fshot.png", false],
])("whether %s is a picture of the folder: %j", (file, isPicture) =>
  expect(picturesIn(`![x](${file})`)).toEqual(isPicture ? [file] : []),
);

test("takes no more pictures than a page shows", () => {
  const names = Array.from({ length: mostScreenshots + 1 }, (_, index) => `${index}.png`);
  expect(picturesIn(names.map((name) => `![x](${name})`).join("\n"))).toEqual(names.slice(0, -1));
});

test.each([
  ["nothing", ""],
  ["an open front matter", "---"],
  ["an empty front matter", "---\n---"],
  ["a byte-order mark", "\uFEFF---\nlicense: MIT\n---\n"],
  ["brackets", "[".repeat(50_000)],
  ["quotes in quotes", ">".repeat(5_000)],
  ["lists in lists", Array.from({ length: 2_000 }, (_, depth) => " ".repeat(depth) + "- x").join("\n")],
  ["20,000 items of a list", "- a\n".repeat(20_000)],
  ["open emphasis", "*a_ ".repeat(20_000)],
  ["open tags", "<".repeat(50_000)],
  ["tags in tags", "<p><b>".repeat(5_000)],
  ["backticks", "`".repeat(50_000)],
  ["pictures in links", "![[".repeat(20_000)],
  [
    "YAML that refers to itself a million times",
    "---\na: &a [x,x,x,x,x,x,x,x,x]\n" +
      "bcdefgh"
        .split("")
        .map(
          (name, i) =>
            `${name}: &${name} [${Array(9)
              .fill("*" + "abcdefgh"[i])
              .join(",")}]`,
        )
        .join("\n") +
      "\n---\n",
  ],
  ["a key that is everywhere", "---\n__proto__: {license: MIT}\nconstructor: x\n---\n"],
])("%s end in time and never throw", (_, text) => {
  const { body, facts } = parseReadme(text, []);
  renderReadme(body, () => null);
  expect(readmeText(body)).toEqual(expect.any(String));
  expect(facts.homepage).toBeNull();
});

test.each([
  ["quotes 29 deep", ">".repeat(29) + " a", "<blockquote>"],
  [
    "quotes 30 deep",
    "> ".repeat(30) + "a & <b>",
    `<pre tabindex="0">${"&gt; ".repeat(30)}a &amp; &lt;b&gt;</pre>`,
  ],
])("shows %s", (_, text, html) => expect(render(text).slice(0, html.length)).toBe(html));

test("counts marks in each paragraph, and shows no more of a body than fits", () => {
  expect(render(`${"**a** ".repeat(250)}\n \n_b_`)).toContain("<em>b</em>");
  expect(render(`${"a".repeat(longestBody)}b`)).toBe(`<p>${"a".repeat(longestBody)}</p>\n`);
});

test("shows a paragraph with very many marks as text, and one mark fewer as Markdown", () => {
  // Emphasis takes quadratic time; the limit is 1,000 marks in a paragraph.
  expect(render("**a** ".repeat(250))).toContain("<strong>");
  expect(render(`${"**a** ".repeat(250)}_`)).not.toContain("<strong>");
});
