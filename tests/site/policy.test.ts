import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { builtSite, template } from "../support/browser.ts";
import { hostileRegistry } from "../support/hostile-registry.ts";
import { oddRegistry } from "../support/odd-registry.ts";

/** Every HTML file of built sites, read without a browser: its Content-Security-Policy, and nothing in it that the policy would have to stop. */

const sites = [
  ["the examples", await builtSite("template", template, "/")],
  ["a hostile registry", await builtSite("hostile", hostileRegistry, "/hostile/")],
  ["one with an accent colour", await builtSite("odd", oddRegistry, "/odd/")],
] as const;

/** Directive → sources. */
function parsePolicy(text: string): Map<string, string[]> {
  return new Map(
    text.split(";").flatMap((part): [string, string[]][] => {
      const [name, ...sources] = part.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources]] : [];
    }),
  );
}

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A sentence for each thing that a page must not have. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const policies: string[] = [];
  const inline: { kind: "script-src" | "style-src"; text: string }[] = [];
  let text: { kind: "script-src" | "style-src"; text: string } | null = null;
  new Parser(
    {
      onopentag(name, attributes) {
        if (policies.length === 0 && /^(link|script|style|img)$/.test(name))
          faults.push(`${name} before the policy`);
        for (const [key, value] of Object.entries(attributes)) {
          if (/^on/i.test(key)) faults.push(`handler ${name}[${key}]`);
          if (key === "style" || key === "srcdoc") faults.push(`${name}[${key}]`);
          if (
            /^(href|src|action|formaction|xlink:href|data|poster|ping|background)$/.test(key) &&
            /^\s*[a-z][a-z0-9+.-]*:/i.test(value) &&
            !/^(https?|mailto):/i.test(value)
          )
            faults.push(`address ${name}[${key}] ${value}`);
          if (/^(src|srcset|action|formaction|poster)$/.test(key) && /^(\w+:)?\/\//.test(value))
            faults.push(`foreign ${name}[${key}] ${value}`);
        }
        if (/^(iframe|frame|object|embed|base|applet|portal|math|audio|video)$/.test(name))
          faults.push(`element ${name}`);
        if (
          name === "a" &&
          /^(https?:)?\/\//.test(attributes["href"] ?? "") &&
          !(attributes["rel"] ?? "").split(" ").includes("noopener")
        )
          faults.push(`link without noopener ${attributes["href"]}`);
        if (
          name === "link" &&
          !/^(canonical|alternate)$/.test(attributes["rel"] ?? "") &&
          /^(\w+:)?\/\//.test(attributes["href"] ?? "")
        )
          faults.push(`foreign link ${attributes["href"]}`);
        const directive = attributes["http-equiv"]?.toLowerCase();
        if (directive === "content-security-policy") policies.push(attributes["content"] ?? "");
        else if (
          directive === "refresh" &&
          !/^0; url=(\.\.\/)+(new\/|workspaces\/[^/]+\/)?$/.test(attributes["content"] ?? "")
        )
          faults.push(`refresh ${attributes["content"]}`);
        else if (directive !== undefined && directive !== "refresh") faults.push(`directive ${directive}`);
        // A data block is no script: nothing runs it.
        if (
          name === "script" &&
          attributes["src"] === undefined &&
          attributes["type"] !== "application/ld+json"
        )
          text = { kind: "script-src", text: "" };
        if (name === "style") text = { kind: "style-src", text: "" };
      },
      ontext: (part) => void (text && (text.text += part)),
      onclosetag(name) {
        if ((name === "script" || name === "style") && text) inline.push(text);
        if (name === "script" || name === "style") text = null;
      },
    },
    { decodeEntities: true },
  ).end(html);
  if (policies.length !== 1) return [...faults, `${policies.length} policies`];
  const policy = parsePolicy(policies[0]!);
  for (const { kind, text } of inline)
    if (!policy.get(kind)?.includes(hash(text)))
      faults.push(`${kind} without its hash: ${text.slice(0, 60)}`);
  return [...faults, ...policyFaults(policy)];
}

function policyFaults(policy: ReadonlyMap<string, readonly string[]>): string[] {
  const faults: string[] = [];
  const wanted: Record<string, string[]> = {
    "default-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
  };
  for (const [name, sources] of Object.entries(wanted))
    if (policy.get(name)?.join(" ") !== sources.join(" "))
      faults.push(`${name} is ${policy.get(name)?.join(" ")}`);
  for (const [name, sources] of policy) {
    const allowed =
      name === "script-src"
        ? /^'(self|wasm-unsafe-eval)'$/
        : name === "style-src"
          ? /^('self'|'sha256-[A-Za-z0-9+/=]{44}')$/
          : name === "img-src"
            ? /^('self'|blob:)$/
            : /^'(self|none)'$/;
    for (const source of sources) if (!allowed.test(source)) faults.push(`${name} allows ${source}`);
  }
  for (const name of ["script-src", "style-src"]) if (!policy.has(name)) faults.push(`no ${name}`);
  return faults;
}

describe.each(sites)("%s", (_, folder) => {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.x?html?$/i.test(file),
  );

  test("every page has the policy, and needs none", () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(pages).toEqual(
      expect.arrayContaining([
        "index.html",
        "404.html",
        "new/index.html",
        "1.0/index.html",
        "1.1/index.html",
      ]),
    );
    for (const page of pages) expect(faultsOf(readFileSync(join(folder, page), "utf8")), page).toEqual([]);
  });

  test("only the builder shows pictures out of memory", () => {
    expect(
      pages.filter((page) =>
        /content-security-policy" content="[^"]*blob:/.test(readFileSync(join(folder, page), "utf8")),
      ),
    ).toEqual(["new/index.html"]);
  });
});

test("one style is in a page, by its hash, with an accent colour where there is one", () => {
  const styleOf = (folder: string): string | undefined =>
    /<style>([^<]*)<\/style>/.exec(readFileSync(join(folder, "index.html"), "utf8"))?.[1];
  expect(styleOf(sites[0][1])).toMatch(/^@view-transition\{[^<]*\}\}$/);
  expect(styleOf(sites[2][1])).toContain("--accent");
});

describe("what these checks find in a page", () => {
  const page = readFileSync(join(sites[0][1], "index.html"), "utf8");
  const policyTag = /<meta http-equiv="content-security-policy"[^>]*>/.exec(page)![0];
  const inBody = (part: string): string => page.replace("<main", `${part}<main`);
  const inPolicy = (from: string, to: string): string => page.replace(from, to);
  const cases: [name: string, html: string, expected: RegExp][] = [
    ["no policy", page.replace(policyTag, ""), /0 policies/],
    [
      "a policy after what it is about",
      page.replace(policyTag, "").replace("</head>", `${policyTag}</head>`),
      /link before the policy/,
    ],
    ["a second policy", inBody('<meta http-equiv="Content-Security-Policy" content="">'), /2 policies/],
    [
      "unsafe-inline",
      inPolicy("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
      /script-src allows 'unsafe-inline'/,
    ],
    [
      "unsafe-eval",
      inPolicy("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
      /script-src allows 'unsafe-eval'/,
    ],
    ["a scheme", inPolicy("script-src 'self'", "script-src 'self' data:"), /script-src allows data:/],
    [
      "another host",
      inPolicy("connect-src 'self'", "connect-src 'self' https://evil.example"),
      /connect-src allows/,
    ],
    ["no base-uri", inPolicy("base-uri 'none';", ""), /base-uri is undefined/],
    ["an inline script", inBody("<script>alert(1)</script>"), /script-src without its hash/],
    ["a script module", inBody('<script type="module">alert(1)</script>'), /script-src without its hash/],
    ["an inline style", inBody("<style>p{}</style>"), /style-src without its hash/],
    ["a style attribute", inBody('<p style="color:red">'), /p\[style\]/],
    ["a handler", inBody("<p onclick=x>"), /handler p\[onclick\]/],
    ["a script as address", inBody('<a href=" JavaScript:x">'), /address a\[href\]/],
    ["data as address", inBody('<img src="data:image/png,">'), /address img\[src\]/],
    ["a foreign script", inBody('<script src="//evil.example/x.js"></script>'), /foreign script\[src\]/],
    ["a foreign style sheet", inBody('<link rel="stylesheet" href="https://evil.example/">'), /foreign link/],
    [
      "a link that hands over the window",
      inBody('<a href="https://evil.example/" rel="nofollow">'),
      /without noopener/,
    ],
    ["a frame", inBody("<iframe></iframe>"), /element iframe/],
    ["another base", inBody('<base href="/x/">'), /element base/],
    [
      "a refresh elsewhere",
      inBody('<meta http-equiv="refresh" content="0; url=https://evil.example/">'),
      /refresh 0/,
    ],
    [
      "a form that sends elsewhere",
      inBody('<form action="https://evil.example/">'),
      /foreign form\[action\]/,
    ],
  ];
  test.each(cases)("%s", (_, html, expected) => expect(faultsOf(html).join("\n")).toMatch(expected));
  test("a sound page: nothing", () => expect(faultsOf(page)).toEqual([]));
});
