import { expect, test } from "vitest";
import { parseReadme } from "../registry/check/readme.ts";
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
  ["script", "<script>alert(1)</script>x"],
  ["script in a fence that is none", "<SCRIPT SRC=//evil.example></SCRIPT>x"],
  ["handler", '<img src="shot.png" onerror="alert(1)">'],
  ["javascript link", "[x](javascript:alert(1))"],
  ["javascript link with a tab", "[x](java\tscript:alert(1))"],
  ["javascript link, encoded", "[x](&#106;avascript:alert(1))"],
  ["data link", "[x](data:text/html,<script>alert(1)</script>)"],
  ["vbscript link", "[x](vbscript:msgbox)"],
  ["style", '<p style="background:url(https://evil.example)">x</p><style>*{}</style>'],
  ["iframe", '<iframe src="https://evil.example"></iframe>'],
  ["form", '<form action="https://evil.example"><input><button>x</button></form>'],
  ["svg", '<svg onload="alert(1)"><script>alert(1)</script></svg>'],
  ["meta refresh", '<meta http-equiv="refresh" content="0;url=https://evil.example">'],
  ["base", '<base href="https://evil.example">'],
  ["template", "<template><script>alert(1)</script></template>"],
  ["foreign picture", "![x](https://evil.example/a.png)"],
  ["foreign picture set", '<img srcset="https://evil.example/a.png 1x" src="shot.png">'],
  ["picture by data", "![x](data:image/svg+xml,<svg onload=alert(1)>)"],
  ["id that shadows a global", '<a id="location" name="location" href="https://example.org">x</a>'],
  [
    "math trick",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
  ],
  ["noscript trick", '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
  ["comment trick", "<!--><img src=x onerror=alert(1)>-->"],
])("%s does no harm", (_, text) => {
  const html = render(text);
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

test("text for search has no markup", () => {
  expect(readmeText("# Fonts\n\nUse `a < b` & **more**.\n\n<script>no()</script>")).toBe(
    "Fonts Use a < b & more.",
  );
});

test.each([
  ["nothing", ""],
  ["an open front matter", "---"],
  ["an empty front matter", "---\n---"],
  ["a byte-order mark", "\uFEFF---\nlicense: MIT\n---\n"],
  ["brackets", "[".repeat(50_000)],
  ["quotes in quotes", ">".repeat(5_000)],
  ["lists in lists", Array.from({ length: 2_000 }, (_, depth) => " ".repeat(depth) + "- x").join("\n")],
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

test("shows a paragraph with very many marks as text, and one mark fewer as Markdown", () => {
  // Emphasis takes quadratic time; the limit is 1,000 marks in a paragraph.
  expect(render("**a** ".repeat(250))).toContain("<strong>");
  expect(render(`${"**a** ".repeat(250)}_`)).not.toContain("<strong>");
});
