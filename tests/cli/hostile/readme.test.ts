import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { messageOf } from "../../../src/registry/model/text.ts";
import { parseReadme } from "../../../src/registry/check/readme.ts";
import { readmeText, renderReadme } from "../../../src/site/readme-html.ts";
import { contentFolder, load, sound } from "../../support/content-folder.ts";

const matter = (yaml: string, body = ""): string => `---\n${yaml}\n---\n${body}`;

/** Ten levels of nine references each: 3.5 billion items when written out. */
function laughs(key: string): string {
  const names = [..."abcdefghijk"];
  const levels = names.map(
    (name, i) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => (i === 0 ? "x" : `*${names[i - 1]}`)).join()}]`,
  );
  return matter(`${levels.join("\n")}\n${key}: *k`);
}

describe("front matter", () => {
  const cases: [name: string, text: string][] = [
    ["billion laughs in an address", laughs("homepage")],
    ["billion laughs in the screenshots", laughs("screenshots")],
    ["a list that holds itself", matter("homepage: &a [*a]")],
    ["an object that holds itself", matter("license: &a {b: *a}")],
    ["JavaScript", "---js\n{ homepage: process.exit(3) }\n---\n"],
    ["a function by tag", matter("homepage: !!js/function 'function () { process.exit(3) }'")],
    ["coffee", "---coffee\nprocess.exit 3\n---\n"],
    ["JSON", '---json\n{"homepage": "x"}\n---\n'],
    [
      "__proto__ and constructor",
      matter("__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}"),
    ],
    ["20,000 lists in one another", matter(`a: ${"[".repeat(19_000)}`)],
    ["50,000 keys", matter(Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join("\n"))],
    [
      "merged keys",
      matter(`a: &a {x: 1}\n${Array.from({ length: 900 }, (_, i) => `b${i}: {<<: *a}`).join("\n")}`),
    ],
    ["100,000 screenshots", matter(`screenshots: [${"x,".repeat(100_000)}x]`)],
    ["no end", `---${"\n".repeat(2_000_000)}`],
    ["a block of a megabyte", matter(`a: |\n${"  x\n".repeat(250_000)}`)],
  ];
  test.each(cases)("%s: named, in bounded time, and nothing runs", (_, text) => {
    const { root } = contentFolder(sound("Editor"));
    writeFileSync(join(root, "Editor", "README.md"), text);
    const registry = load(root);
    expect(registry.workspaces).toHaveLength(1);
    const named = registry.problems.filter(({ file }) => file === "Editor/README.md");
    expect(named.length).toBeGreaterThan(0);
    for (const problem of named) expect(messageOf(problem).length).toBeLessThan(600);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("Markdown", () => {
  const floods = [
    "_a",
    "__a",
    "*a",
    "_a*b",
    "~~a",
    ">",
    "[",
    "[a](",
    "`",
    "&",
    "<a ",
    "<!--",
    "<div>",
    "www.",
    "- ",
    "|",
    "![",
    "<svg><style>",
    "\\",
  ];
  test.each(floods)("100,000 characters of %j", (unit) => {
    const text = unit.repeat(Math.floor(100_000 / unit.length));
    renderReadme(text, () => null);
    readmeText(text);
  });

  const injections = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "![x](https://example.org/x.png)",
    "![x](//example.org/x.png)",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<svg onload=alert(1)>",
    "<math><mtext></p><style><img src onerror=alert(1)></style>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<base href=https://example.org/>",
    "<form action=https://example.org/><button>x</button></form>",
    "<style>@import url(https://example.org/)</style>",
    "<p style='background:url(https://example.org/)'>x</p>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<template><img src=x onerror=alert(1)></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<link rel=stylesheet href=https://example.org/>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video src=https://example.org/ onerror=alert(1)></video>",
    "<object data=https://example.org/></object>",
    "<embed src=https://example.org/>",
    "<a id=location name=location href=#x>x</a>",
    "<img srcset='https://example.org/x 1x'>",
    "<input autofocus onfocus=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
  ];
  test.each(injections)("%s comes out harmless", (text) => {
    const html = renderReadme(text, () => null);
    expect(html).not.toMatch(
      /<(?:script|img|svg|math|style|iframe|object|embed|form|input|button|video|meta|base|link|template|noscript)\b/i,
    );
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style|id|name|class|srcset|srcdoc)\s*=/i);
    for (const [, address = ""] of html.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g))
      expect(address).toMatch(/^(?:https?:|mailto:)/);
  });
});

test("the facts hold addresses that a visitor can follow, and nothing else", () => {
  for (const address of [
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org/",
    "file:///etc/passwd",
    "https://user:secret@example.org/",
    "ftp://example.org/",
    " java\tscript:alert(1)",
    "mailto:x",
  ]) {
    const { facts, faults } = parseReadme(
      matter(`homepage: ${JSON.stringify(address)}\nsource: ${JSON.stringify(address)}`),
      [],
    );
    expect([facts.homepage, facts.source, faults.length], address).toEqual([null, null, 2]);
  }
  for (const file of [
    "../secret.png",
    "/etc/x.png",
    "https://example.org/x.png",
    "a\\b.png",
    "x.svg",
    "missing.png",
  ])
    expect(
      parseReadme(matter(`screenshots: [${JSON.stringify(file)}]`), ["a.png", "x.svg"]).facts.screenshots,
      file,
    ).toEqual([]);
});
