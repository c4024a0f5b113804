import { expect, test } from "vitest";
import { importAddress, importContact, importIcon, importSettings as words } from "../../strings/tools.ts";
import { importSettings } from "./settings.ts";

const repository = "https://github.com/Lab/kasm-registry";
const given = (
  config: Record<string, string>,
  more: { publicFiles?: string[]; otherFiles?: string[]; cname?: string; repository?: string | null } = {},
) =>
  importSettings({
    config: { unread: [], ...config },
    publicFiles: more.publicFiles ?? [],
    otherFiles: more.otherFiles ?? [],
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

const changed: typeof given = (config, more) => given({ ...sound, ...config }, more);

test("takes nothing from nothing", () =>
  expect(given({})).toEqual({
    registry: {},
    corrections: [importAddress.empty],
    picture: null,
    oldSite: null,
  }));

test("says what could not be read", () =>
  expect(
    importSettings({
      config: { unread: ["env.name (line 1) is x"], listUrl: sound.listUrl },
      publicFiles: [],
      cname: null,
      repository: null,
    }).corrections,
  ).toEqual([words.unread("env.name (line 1) is x")]));

test("the template's own values are left out, each with a line", () => {
  const found = given({
    name: "Kasm Technologies",
    description: " The official store for Kasm supported workspaces. ",
    icon: "/img/logo.svg",
    listUrl: "https://registry.kasmweb.com",
    contactUrl: "https://kasmweb.com/support/",
    basePath: "/kasm-registry/1.0",
  });
  expect(found).toEqual({
    registry: {},
    corrections: [
      importAddress.template("https://registry.kasmweb.com/"),
      words.templateName("Kasm Technologies"),
      words.templateDescription,
      importIcon.leftOut({ from: '"/img/logo.svg"', reason: importIcon.reasons.template }),
      importContact.template("https://kasmweb.com/support"),
    ],
    picture: null,
    oldSite: null,
  });
});

test.each([
  ["name", " Lab ", { name: "Lab" }, [words.spacedName({ from: '" Lab "', name: '"Lab"' })]],
  ["name", " ", { name: undefined }, [words.emptyName]],
  ["description", " Ours. ", { description: "Ours." }, []],
  ["description", " ", { description: undefined }, []],
  ["defaultChannel", " stable ", { default_channel: "stable" }, []],
  ["defaultChannel", " ", {}, []],
])("the %s %j becomes %j", (key, value, registry, corrections) => {
  const found = changed({ [key]: value });
  expect(found.registry).toEqual({ ...given(sound).registry, ...registry });
  expect(found.corrections).toEqual(corrections);
});

const { reasons } = words;
const site = sound.listUrl;
const mended = (from: string, ...why: string[]) => [
  words.mended({ key: "listUrl", from: JSON.stringify(from), to: site, reasons: why }),
];
test.each<[listUrl: string, oldSite: string | null, corrections: (from: string) => string[]]>([
  ["https://Lab.github,io/kasm-registry", site, (from) => mended(from, reasons.comma, reasons.slash)],
  ["lab.github.io/kasm-registry/1.0", site, (from) => mended(from, reasons.scheme, reasons.schemaFolder)],
  ["https://lab.github.io/kasm-registry/1.1/list.json", site, (from) => mended(from, reasons.schemaFolder)],
  ...["1.1/", "1.12", "list.json", "versions.txt", "index.htm", "index.html"].map(
    (end): [string, string, (from: string) => string[]] => [
      site + end,
      site,
      (from) => mended(from, reasons.schemaFolder),
    ],
  ),
  ["htps://lab.github.io/kasm-registry/", site, (from) => mended(from, reasons.scheme)],
  ["https://lab.github.io/ kasm-registry/", site, (from) => mended(from, reasons.spaces)],
  ["https://lab.github.io/kasm-registry/?a=1", site, (from) => mended(from, reasons.query)],
  ["https://lab.github.io/kasm-registry/#a", site, (from) => mended(from, reasons.query)],
  [" https://lab.github.io/kasm-registry/ ", site, () => []],
  [
    "https://somebody-else.github.io/kasm-registry/",
    site,
    () => [
      importAddress.publishedElsewhere({
        said: "https://somebody-else.github.io/kasm-registry/",
        repository,
        published: site,
      }),
    ],
  ],
  ["not an address at all!", null, (from) => [importAddress.noAddress(JSON.stringify(from))]],
  [" ", null, () => [importAddress.empty]],
])("the listUrl %j leads to %j", (listUrl, oldSite, corrections) => {
  expect(changed({ listUrl })).toEqual({
    ...given(sound),
    corrections: corrections(listUrl),
    oldSite,
  });
});

test.each([
  ["https://lab.github.io/Kasm-Registry/", "/Kasm-Registry/1.0", repository],
  ["https://somebody-else.github.io/kasm-registry/", "/kasm-registry/1.0", null],
  ["https://somebody-else.github.io/kasm-registry/", "/kasm-registry/1.0", "https://git.example/lab/r"],
])("believes the listUrl %s with the repository %s", (listUrl, basePath, at) =>
  expect(changed({ listUrl, basePath }, { repository: at })).toEqual({
    ...given(sound),
    oldSite: listUrl,
  }),
);

test("an address that nothing can detect is written", () => {
  expect(
    changed({ listUrl: "https://registry.lab.example/kasm-1.0x/1.0x/", basePath: "/kasm-1.0x/1.0x/1.0" }),
  ).toEqual({
    registry: { ...given(sound).registry, url: "https://registry.lab.example/kasm-1.0x/1.0x/" },
    corrections: [],
    picture: null,
    oldSite: "https://registry.lab.example/kasm-1.0x/1.0x/",
  });
});

test.each([
  [
    "names another",
    sound.listUrl,
    [importAddress.otherDomain({ host: "lab.github.io", domain: "Registry.lab.example" })],
  ],
  ["is empty", "", [importAddress.fromDomain({ isEmpty: true, domain: "Registry.lab.example" })]],
  [
    "is the template's",
    "https://registry.kasmweb.com/",
    [importAddress.fromDomain({ isEmpty: false, domain: "Registry.lab.example" })],
  ],
])("a custom domain wins when listUrl %s", (_, listUrl, corrections) => {
  const found = changed({ listUrl }, { cname: " Registry.lab.example\nother.example " });
  expect(found.registry.url).toBe("https://Registry.lab.example/");
  expect(found.oldSite).toBe("https://Registry.lab.example/");
  expect(found.corrections).toEqual(corrections);
});

test("a custom domain that listUrl names too is no correction", () => {
  const listUrl = "https://registry.lab.example/";
  expect(changed({ listUrl, basePath: "/1.0" }, { cname: "Registry.Lab.example" })).toMatchObject({
    corrections: [],
    oldSite: listUrl,
  });
});

test.each([
  ["/kasm-registry/1.0", true],
  ["/kasm-registry/1.1", true],
  ["/kasm-registry/1.12/ ", true],
  ["/other/1.0", false],
  ["/kasm-registry/1.0/x", false],
  ["/kasm-registry", false],
  ["/kasm-registry/1.x", false],
])("whether the basePath %j fits listUrl: %j", (basePath, fits) =>
  expect(changed({ basePath }).corrections).toEqual(
    fits ? [] : [importAddress.basePath({ base: JSON.stringify(basePath.trim()), path: "/kasm-registry/" })],
  ),
);

const blob = "https://github.com/Lab/kasm-registry/blob/1.0";
const raw = "https://raw.githubusercontent.com/Lab/kasm-registry/1.0";
type IconRow = [
  icon: string,
  files: string[],
  icon: string | undefined,
  picture: string | null,
  said: string | null,
];
const leftOut: (icon: string, files: string[], reason: string) => IconRow = (icon, files, reason) => [
  icon,
  files,
  undefined,
  null,
  importIcon.leftOut({ from: JSON.stringify(icon), reason }),
];
const copied = (icon: string, file: string, reason: string, to = file.split("/").at(-1)!): IconRow => [
  icon,
  [file],
  to,
  `site/public/${file}`,
  importIcon.copied({ from: JSON.stringify(icon.trim()), reason, to }),
];
const { reasons: why } = importIcon;
test.each<IconRow>([
  copied(`${blob}/site/public/img/lab%20logo.png`, "img/lab logo.png", why.githubPage),
  copied(`${blob}/site/public/lab.png?raw=true`, "lab.png", why.githubPage),
  copied(`${blob.replace("blob", "raw")}/site/public/lab.png`, "lab.png", why.githubPage),
  [
    `${blob}/site/public/lab.png`,
    [],
    `${raw}/site/public/lab.png`,
    null,
    importIcon.rawAddress({ from: `"${blob}/site/public/lab.png"`, raw: `${raw}/site/public/lab.png` }),
  ],
  [
    `${blob}/docs/site/public/lab.png?raw=true`,
    ["lab.png", ""],
    `${raw}/docs/site/public/lab.png`,
    null,
    importIcon.rawAddress({
      from: `"${blob}/docs/site/public/lab.png?raw=true"`,
      raw: `${raw}/docs/site/public/lab.png`,
    }),
  ],
  [`https://a.example/?x=${blob}/lab.png`, [], `https://a.example/?x=${blob}/lab.png`, null, null],
  copied(`${site}1.0/lab%20logo.png`, "lab logo.png", why.oldSite),
  copied(`${site}1.12/img/lab.png`, "img/lab.png", why.oldSite),
  copied(`${site}a/1.0/lab.png`, "a/1.0/lab.png", why.oldSite),
  copied(`${site}1.0/%E0.png`, "%E0.png", why.oldSite),
  leftOut(`${site}1.0/lab.png`, [], why.missingOnOldSite),
  leftOut(`${site}1.0/img/logo.svg`, [], why.templateLogo),
  copied("/lab.svg", "lab.svg", why.relative),
  copied(" ./lab.svg ", "lab.svg", why.relative),
  copied("/kasm-registry/1.12/img/lab.svg", "img/lab.svg", why.relative),
  copied("img/lab.svg", "img/lab.svg", why.relative),
  copied("a/.b.c/lab.svg", "a/.b.c/lab.svg", why.relative),
  copied("x/https://y", "x/https://y", why.relative),
  copied("/data:x.svg", "data:x.svg", why.relative),
  leftOut("/lab.svg", [], why.relativeAndMissing),
  leftOut("lab.svg", ["other.svg"], why.relativeAndMissing),
  leftOut("data:image/png;base64,AAAA", [], why.noWebAddress),
  leftOut("BLOB:x", ["BLOB:x"], why.noWebAddress),
  leftOut("file:///a.png", [], why.noWebAddress),
  leftOut(" ", [""], why.empty),
  leftOut("https://", [], why.noAddress),
  ["http://lab.example/logo.png", [], "http://lab.example/logo.png", null, null],
  [
    "a.lab.example/logo.png",
    [],
    "https://a.lab.example/logo.png",
    null,
    words.mended({
      key: "icon",
      from: '"a.lab.example/logo.png"',
      to: "https://a.lab.example/logo.png",
      reasons: [reasons.scheme],
    }),
  ],
])("the icon %j beside the files %j becomes %j", (icon, publicFiles, expected, picture, said) => {
  expect(changed({ icon }, { publicFiles })).toEqual({
    ...given(sound),
    registry: { ...given(sound).registry, icon: expected },
    picture: picture === null ? null : { from: picture, to: expected },
    corrections: said === null ? [] : [said],
  });
});

test.each([
  "/notes.png",
  `${site}1.0/notes.png`,
  `${blob}/site/public/notes.png`,
  "https://a.example/icons.html",
])("refuses the icon %s, which is no picture", (icon) =>
  expect(changed({ icon }, { publicFiles: ["notes.png"], otherFiles: ["notes.png"] })).toEqual({
    ...given(sound),
    registry: { ...given(sound).registry, icon: undefined },
    corrections: [importIcon.leftOut({ from: JSON.stringify(icon), reason: why.noPicture })],
  }),
);

test("an icon of an old site whose address is not known is an address like any other", () => {
  expect(changed({ icon: `${site}1.0/lab.png`, listUrl: "" }, { publicFiles: ["lab.png"] })).toMatchObject({
    registry: { icon: `${site}1.0/lab.png` },
    picture: null,
  });
});

type ContactRow = [contactUrl: string, contact: string | undefined, said: string | null];
const pagesIssues = (from: string, to: string): string =>
  importContact.pagesIssues({ from: JSON.stringify(from), to });
test.each<ContactRow>([
  [
    " help@lab.example ",
    "mailto:help@lab.example",
    importContact.mail({ from: '"help@lab.example"', to: "mailto:help@lab.example" }),
  ],
  ["MAILTO:help@lab.example", "MAILTO:help@lab.example", null],
  ...["write to help@lab.example", "help@lab.example or us", "a:help@lab.example"].map((from): ContactRow => [
    from,
    undefined,
    importContact.noAddress(JSON.stringify(from)),
  ]),
  [
    "lab.example/help",
    "https://lab.example/help",
    words.mended({
      key: "contactUrl",
      from: '"lab.example/help"',
      to: "https://lab.example/help",
      reasons: [reasons.scheme],
    }),
  ],
  [
    "https://lab.github.io/other/issues",
    "https://github.com/lab/other/issues",
    pagesIssues("https://lab.github.io/other/issues", "https://github.com/lab/other/issues"),
  ],
  [
    "http://lab.github.io/other/issues/",
    "https://github.com/lab/other/issues",
    pagesIssues("http://lab.github.io/other/issues/", "https://github.com/lab/other/issues"),
  ],
  ["https://lab.github.io/other/issues/1", "https://lab.github.io/other/issues/1", null],
  [
    "https://a.example/?x=https://lab.github.io/other/issues",
    "https://a.example/?x=https://lab.github.io/other/issues",
    null,
  ],
  [
    "https://lab.github.io/kasm-registry/1.0/support",
    undefined,
    importContact.oldPage('"https://lab.github.io/kasm-registry/1.0/support"'),
  ],
  [
    "https://lab.github.io/kasm-registry/1.12/support",
    undefined,
    importContact.oldPage('"https://lab.github.io/kasm-registry/1.12/support"'),
  ],
  ["https://lab.github.io/kasm-registry/support", "https://lab.github.io/kasm-registry/support", null],
  ["https://lab.example/1.0/support", "https://lab.example/1.0/support", null],
  [" ", undefined, null],
  ["call us!", undefined, importContact.noAddress('"call us!"')],
])("the contactUrl %j becomes %j", (contactUrl, expected, said) => {
  expect(changed({ contactUrl })).toEqual({
    ...given(sound),
    registry: { ...given(sound).registry, contact_url: expected },
    corrections: said === null ? [] : [said],
  });
});

test("the issues page of the repository is left out, because it is the default", () => {
  const from = "https://lab.github.io/r/issues";
  const found = changed({ contactUrl: from }, { repository: "https://github.com/lab/r" });
  expect(found.registry.contact_url).toBeUndefined();
  expect(found.corrections).toContain(pagesIssues(from, "https://github.com/lab/r/issues"));
});
