import { expect, test } from "vitest";
import { importSettings } from "./settings.ts";

const repository = "https://github.com/Lab/kasm-registry";
const given = (
  config: Record<string, string>,
  more: { publicFiles?: string[]; cname?: string; repository?: string | null } = {},
) =>
  importSettings({
    config: { unread: [], ...config },
    publicFiles: more.publicFiles ?? [],
    cname: more.cname ?? null,
    repository: more.repository === undefined ? repository : more.repository,
  });

const sound = {
  name: "Lab",
  description: "Ours.",
  icon: "https://lab.example/logo.png",
  listUrl: "https://lab.github.io/kasm-registry/",
  contactUrl: "https://lab.example/help",
  basePath: "/kasm-registry/1.0",
};

test("sound settings are taken over without a word; a detected address is not written", () => {
  expect(given(sound)).toEqual({
    registry: {
      name: "Lab",
      description: "Ours.",
      icon: "https://lab.example/logo.png",
      contact_url: "https://lab.example/help",
    },
    corrections: [],
    picture: null,
    oldSite: "https://lab.github.io/kasm-registry/",
  });
});

test("the template's own values are left out, each with a line", () => {
  const found = given({
    name: "Kasm Technologies",
    description: "The official store for Kasm supported workspaces.",
    icon: "/img/logo.svg",
    listUrl: "https://registry.kasmweb.com/",
    contactUrl: "https://kasmweb.com/support",
    basePath: "/kasm-registry/1.0",
  });
  expect(found.registry).toEqual({});
  expect(found.corrections).toHaveLength(5);
});

const addresses: [listUrl: string, site: string | null, says: RegExp | null][] = [
  [
    "https://Lab.github,io/kasm-registry",
    "https://lab.github.io/kasm-registry/",
    /a dot for the comma.*a slash at its end/,
  ],
  [
    "lab.github.io/kasm-registry/1.0",
    "https://lab.github.io/kasm-registry/",
    /https:\/\/ in front.*without the schema's folder/,
  ],
  [
    "https://lab.github.io/kasm-registry/1.1/",
    "https://lab.github.io/kasm-registry/",
    /without the schema's folder/,
  ],
  [
    "https://lab.github.io/kasm-registry/1.0/list.json",
    "https://lab.github.io/kasm-registry/",
    /without the schema's folder/,
  ],
  ["htps://lab.github.io/kasm-registry/", "https://lab.github.io/kasm-registry/", /https:\/\/ in front/],
  ["https://lab.github.io/ kasm-registry/", "https://lab.github.io/kasm-registry/", /without spaces/],
  [
    "https://lab.github.io/kasm-registry/?a=1",
    "https://lab.github.io/kasm-registry/",
    /what follows the path/,
  ],
  [
    "https://somebody-else.github.io/kasm-registry/",
    "https://lab.github.io/kasm-registry/",
    /is published at/,
  ],
  ["not an address at all!", null, /no address/],
  ["", null, /empty/],
];
for (const [listUrl, site, says] of addresses) {
  test(`listUrl ${listUrl}`, () => {
    const found = given({ ...sound, listUrl });
    expect([found.oldSite, found.registry.url]).toEqual([site, undefined]);
    if (says) expect(found.corrections.join("\n")).toMatch(says);
  });
}

test("an address that nothing can detect is written", () => {
  expect(given({ ...sound, listUrl: "https://registry.lab.example", basePath: "/1.0" }).registry.url).toBe(
    "https://registry.lab.example/",
  );
});

test("a custom domain wins over a listUrl that names another", () => {
  const found = given(sound, { cname: "registry.lab.example" });
  expect(found.registry.url).toBe("https://registry.lab.example/");
  expect(found.corrections.join()).toMatch("custom domain");
});

test("a basePath that does not fit is mentioned, because the old site was broken by it", () => {
  expect(given({ ...sound, basePath: "/other/1.0" }).corrections).toEqual([
    `basePath was "/other/1.0" where listUrl says /kasm-registry/; basePath is not needed any more.`,
  ]);
});

const icons: [
  icon: string,
  files: string[],
  registryIcon: string | undefined,
  picture: string | null,
  says: RegExp,
][] = [
  [
    "https://github.com/Lab/kasm-registry/blob/1.0/site/public/lab.png",
    ["lab.png"],
    "lab.png",
    "site/public/lab.png",
    /copied to public\/lab\.png/,
  ],
  [
    "https://github.com/Lab/kasm-registry/blob/1.0/site/public/lab.png",
    [],
    "https://raw.githubusercontent.com/Lab/kasm-registry/1.0/site/public/lab.png",
    null,
    /a page of GitHub/,
  ],
  [
    "https://lab.github.io/kasm-registry/1.0/lab%20logo.png",
    ["lab logo.png"],
    "lab logo.png",
    "site/public/lab logo.png",
    /a file of the old site/,
  ],
  ["https://lab.github.io/kasm-registry/1.0/lab.png", [], undefined, null, /goes away with the old site/],
  ["/lab.svg", ["lab.svg"], "lab.svg", "site/public/lab.svg", /which is relative/],
  ["/lab.svg", [], undefined, null, /no such picture/],
  ["data:image/png;base64,AAAA", [], undefined, null, /no web address/],
  ["lab.example/logo.png", [], "https://lab.example/logo.png", null, /https:\/\/ in front/],
  ["https://lab.github.io/kasm-registry/1.0/img/logo.svg", [], undefined, null, /template's own logo/],
];
for (const [icon, publicFiles, expected, picture, says] of icons) {
  test(`icon ${icon} with ${publicFiles.length} files`, () => {
    const found = given({ ...sound, icon }, { publicFiles });
    expect([found.registry.icon, found.picture?.from ?? null]).toEqual([expected, picture]);
    expect(found.corrections.join("\n")).toMatch(says);
  });
}

const contacts: [contactUrl: string, expected: string | undefined, says: RegExp | null][] = [
  ["help@lab.example", "mailto:help@lab.example", /now mailto:/],
  ["mailto:help@lab.example", "mailto:help@lab.example", null],
  ["lab.example/help", "https://lab.example/help", /https:\/\/ in front/],
  ["https://lab.github.io/other/issues", "https://github.com/lab/other/issues", /GitHub Pages does not have/],
  ["https://lab.github.io/kasm-registry/1.0/support", undefined, /inside the old site/],
  ["", undefined, null],
  ["call us!", undefined, /no address/],
];
for (const [contactUrl, expected, says] of contacts) {
  test(`contactUrl ${contactUrl || "empty"}`, () => {
    const found = given({ ...sound, contactUrl });
    expect(found.registry.contact_url).toBe(expected);
    if (says) expect(found.corrections.join("\n")).toMatch(says);
    else expect(found.corrections).toEqual([]);
  });
}
