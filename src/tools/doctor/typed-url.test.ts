import { expect, test } from "vitest";
import { readTyped } from "./typed-url.ts";

const rows: [typed: string, asTyped: string | null, meant: string | null, codes: string[]][] = [
  [
    "https://lab.github.io/registry/",
    "https://lab.github.io/registry/",
    "https://lab.github.io/registry/",
    [],
  ],
  ["https://registry.example.org/", "https://registry.example.org/", "https://registry.example.org/", []],
  ["http://NAS.local/", "http://nas.local/", "http://nas.local/", ["typed-local"]],
  ["http://x.lan/", "http://x.lan/", "http://x.lan/", ["typed-local"]],
  ["http://[fd00::1]/", "http://[fd00::1]/", "http://[fd00::1]/", ["typed-local"]],
  ["https://registry.example.org", "https://registry.example.org/", "https://registry.example.org/", []],
  [
    "https://lab.github.io/registry",
    "https://lab.github.io/registry",
    "https://lab.github.io/registry/",
    ["typed-no-slash"],
  ],
  [
    "https://lab.github.io/registry/1.0/",
    "https://lab.github.io/registry/1.0/",
    "https://lab.github.io/registry/",
    ["typed-schema-folder"],
  ],
  [
    "https://lab.github.io/registry/1.1",
    "https://lab.github.io/registry/1.1",
    "https://lab.github.io/registry/",
    ["typed-schema-folder"],
  ],
  [
    "https://lab.github.io/registry/1.1/list.json",
    "https://lab.github.io/registry/1.1/list.json",
    "https://lab.github.io/registry/",
    ["typed-file"],
  ],
  [
    "https://lab.github.io/versions.txt",
    "https://lab.github.io/versions.txt",
    "https://lab.github.io/",
    ["typed-file"],
  ],
  [
    "https://lab.github.io/registry/workspaces/chromium/",
    "https://lab.github.io/registry/workspaces/chromium/",
    "https://lab.github.io/registry/",
    ["typed-page"],
  ],
  [
    "https://lab.github.io/registry/new/",
    "https://lab.github.io/registry/new/",
    "https://lab.github.io/registry/",
    ["typed-page"],
  ],
  [
    "lab.github.io/registry/1.0",
    null,
    "https://lab.github.io/registry/",
    ["typed-no-scheme", "typed-schema-folder"],
  ],
  ["https://lab.github,io/registry/", null, "https://lab.github.io/registry/", ["typed-comma"]],
  ["htps://lab.github.io/registry/", null, "https://lab.github.io/registry/", ["typed-scheme"]],
  ["https//lab.github.io/registry/", null, "https://lab.github.io/registry/", ["typed-scheme"]],
  ["https:/lab.github.io/registry/", null, "https://lab.github.io/registry/", ["typed-scheme"]],
  ["https:lab.github.io/registry/", null, "https://lab.github.io/registry/", ["typed-scheme"]],
  ["https://https://lab.github.io/registry/", null, "https://lab.github.io/registry/", ["typed-scheme"]],
  ["http:///lab.github.io/registry/", null, "http://lab.github.io/registry/", ["typed-scheme", "typed-http"]],
  [
    "HTTPS://LAB.github.io/Registry/",
    "https://lab.github.io/Registry/",
    "https://lab.github.io/Registry/",
    [],
  ],
  [
    "http://lab.github.io/registry/",
    "http://lab.github.io/registry/",
    "http://lab.github.io/registry/",
    ["typed-http"],
  ],
  [
    '"https://lab.github.io/registry/"',
    "https://lab.github.io/registry/",
    "https://lab.github.io/registry/",
    ["typed-wrapped"],
  ],
  [
    "<https://lab.github.io/registry/>",
    "https://lab.github.io/registry/",
    "https://lab.github.io/registry/",
    ["typed-wrapped"],
  ],
  [
    "https://lab.github.io/ registry/",
    "https://lab.github.io/registry/",
    "https://lab.github.io/registry/",
    ["typed-wrapped"],
  ],
  [
    "https://lab.github.io/registry/?x=1#top",
    "https://lab.github.io/registry/?x=1#top",
    "https://lab.github.io/registry/",
    ["typed-query"],
  ],
  [
    "https://me:secret@lab.github.io/registry/",
    "https://lab.github.io/registry/",
    "https://lab.github.io/registry/",
    ["typed-credentials"],
  ],
  [
    "https://github.com/Lab/registry",
    "https://github.com/Lab/registry",
    "https://lab.github.io/registry/",
    ["typed-repository"],
  ],
  [
    "https://github.com/Lab/registry/tree/main/workspaces",
    "https://github.com/Lab/registry/tree/main/workspaces",
    "https://lab.github.io/registry/",
    ["typed-repository"],
  ],
  [
    "https://github.com/lab/lab.github.io.git",
    "https://github.com/lab/lab.github.io.git",
    "https://lab.github.io/",
    ["typed-repository"],
  ],
  [
    "https://gitlab.com/lab/registry",
    "https://gitlab.com/lab/registry",
    "https://lab.gitlab.io/registry/",
    ["typed-repository"],
  ],
  ["https://localhost:8443/", "https://localhost:8443/", "https://localhost:8443/", ["typed-local"]],
  ["http://192.168.1.20/kasm/", "http://192.168.1.20/kasm/", "http://192.168.1.20/kasm/", ["typed-local"]],
  ["", null, null, ["typed-empty"]],
  ['""', null, null, ["typed-empty"]],
  ["ftp://example.org/", null, null, ["typed-not-an-address"]],
  ["javascript:alert(1)", null, null, ["typed-not-an-address"]],
  ["https://exa_mple!.org/", null, null, ["typed-not-an-address"]],
  ["https://", null, null, ["typed-not-an-address"]],
  ["https://[::1]:8080/", "https://[::1]:8080/", "https://[::1]:8080/", ["typed-local"]],
  [
    "https://münchen.example/kasm/",
    "https://xn--mnchen-3ya.example/kasm/",
    "https://xn--mnchen-3ya.example/kasm/",
    [],
  ],
];

for (const [typed, asTyped, suggested, codes] of rows) {
  test(`typed: ${typed || "nothing"}`, () => {
    const read = readTyped(typed);
    expect([...read.form, ...read.path].map((fault) => fault.code)).toEqual(codes);
    expect({ asTyped: read.asTyped, suggested: read.suggested }).toEqual({ asTyped, suggested });
    expect(JSON.stringify(read)).not.toContain("secret");
  });
}
