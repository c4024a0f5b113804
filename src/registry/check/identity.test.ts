import { expect, test } from "vitest";
import { registry } from "../../strings/check.ts";
import { messageOf } from "../model/text.ts";
import { completeIdentity, formerNames, validateIdentity, type PresentWorkspaces } from "./identity.ts";

const present: PresentWorkspaces = {
  find: (text) => (/^beta$/i.test(text) ? "beta" : null),
  folders: new Map([["beta", "Beta"]]),
};
const check = (data: unknown): string[] =>
  validateIdentity(
    new TextEncoder().encode(typeof data === "string" ? data : JSON.stringify(data, null, 2)),
    ["logo.svg"],
    present,
  ).faults.map(({ code, line }) => `${line} ${code}`);

test.each([
  [{}, []],
  [
    {
      name: "A",
      icon: "logo.svg",
      contact_url: "mailto:a@example.org",
      url: "https://a.example/",
      flags_in_list: false,
      icons: "original",
      accent: "#00aaff",
    },
    [],
  ],
  [{ icon: "/logo.svg" }, []],
  [{ name: 1 }, ["2 wrong-type"]],
  [{ nme: "A" }, ["2 unknown-setting"]],
  [{ icon: "gone.png" }, ["2 registry-icon-missing"]],
  [{ url: "owner.github.io/reg" }, ["2 registry-address"]],
  [{ url: "https://owner.github,io/reg" }, ["2 registry-address"]],
  [{ url: "https://owner.github.io/reg/1.0/" }, ["2 registry-address"]],
  [{ url: "https://github.com/o/r" }, ["2 registry-address"]],
  [{ url: "https://o.githib.io/r/" }, ["2 registry-address"]],
  [{ url: "https://o.gihtub.io/r/" }, ["2 registry-address"]],
  [{ url: "https://o.github.io/r/list.json" }, ["2 registry-address"]],
  [{ url: "https://o.github.io/r/1.1/list.json" }, ["2 registry-address"]],
  [{ url: "https://o.github.io/r/workspaces/" }, ["2 registry-address"]],
  [{ url: "https://o.github.io/r/?x=1" }, ["2 registry-address"]],
  [{ url: "http://localhost:4321/" }, ["2 registry-address"]],
  [{ url: "http://192.168.1.4/kasm" }, []],
  [{ url: "https://o.gitlab.io/r/" }, []],
  [{ url: "https://github.example/r/" }, []],
  [{ icon: "https://github.com/o/r/blob/main/logo.png" }, ["2 registry-address"]],
  [{ icon: "https://gitlab.com/o/r/-/blob/main/logo.png" }, ["2 registry-address"]],
  [{ icon: "https://github.com/o/r/raw/main/logo.png" }, []],
  [{ icon: "https://codeberg.org/o/r/src/branch/main/logo.png" }, ["2 registry-address"]],
  [{ icon: "https://bitbucket.org/o/r/src/main/logo.png" }, ["2 registry-address"]],
  [{ icon: "https://codeberg.org/o/r/raw/branch/main/logo.png" }, []],
  [{ icon: "https://github.com/o/r/blob/main/logo.png?raw=true" }, []],
  [{ contact_url: "call me" }, ["2 registry-address"]],
  // Only the address of the site may not end in a schema version.
  [{ contact_url: "https://lab.example/help/1.0/" }, []],
  [{ source: "https://lab.example/code/1.0" }, []],
  [{ accent: "red" }, ["2 wrong-pattern"]],
  [{ icons: "small" }, ["2 not-allowed"]],
  [{ withdrawn: { Alpha: { since: "2026-11-29", because: "Old", replaced_by: "Beta" }, x: {} } }, []],
  [{ renamed: { Alpha: "beta" } }, []],
  [{ withdrawn: { beta: {} } }, ["3 withdrawn-still-here"]],
  [{ withdrawn: { Beta: {} } }, ["3 withdrawn-still-here"]],
  [{ renamed: { Beta: "beta" } }, ["3 withdrawn-still-here"]],
  [{ renamed: { Alpha: "Gamma" } }, ["3 replaced-by-unknown"]],
  [{ withdrawn: { Alpha: { replaced_by: "Gamma" } } }, ["4 replaced-by-unknown"]],
  [{ withdrawn: { Alpha: { since: "soon" } } }, ["4 wrong-pattern"]],
  [{ withdrawn: { Alpha: { since: "2026-02-31" } } }, ["4 wrong-pattern"]],
  [{ withdrawn: { Alpha: { becuase: "Old" } } }, ["4 unknown-setting"]],
  [{ withdrawn: { Alpha: "Old" } }, ["3 wrong-type"]],
  [{ withdrawn: ["Alpha"] }, ["2 wrong-type"]],
  [{ renamed: { Alpha: 3 } }, ["3 wrong-type"]],
  [{ renamed: { Alpha: "" } }, ["3 empty-value"]],
  [{ deprecated_in_notes: "yes" }, ["2 wrong-type"]],
  [{ withdrawn: { Alpha: {} }, renamed: { alpha: "Beta" } }, ["6 former-address"]],
  [{ withdrawn: { Alpha: {}, alpha: {} } }, ["4 former-address"]],
  [{ withdrawn: { "": {} } }, ["3 former-address"]],
  [{ withdrawn: { " 🦊 ": {} } }, ["3 former-address"]],
  [{ withdrawn: { "https://example.org/workspaces/foo/": {} } }, ["3 former-address"]],
  [{ renamed: { "../../etc": "Beta" } }, ["3 former-address"]],
  ["[]", ["1 json-not-object"]],
  ['{"name": "A",}', ["1 json-trailing-comma"]],
])("reports the line of each fault when registry.json is %j", (data, expected) =>
  expect(check(data)).toEqual(expected),
);

test.each(["url", "source", "contact_url", "icon"])("a login is the reason why %s is refused", (key) => {
  const text = JSON.stringify({ [key]: "https://me:a,b c@lab.example/x.png" });
  const [fault] = validateIdentity(new TextEncoder().encode(text), []).faults;
  expect(fault).toMatchObject({ code: "registry-address", args: registry.login });
});

test("an address that is probably wrong is a warning, and is used", () => {
  const { data, faults } = validateIdentity(
    new TextEncoder().encode('{"url": "https://o.githib.io/r/"}'),
    [],
  );
  expect([data.url, faults[0]!.severity]).toEqual(["https://o.githib.io/r/", "warning"]);
  expect(messageOf(faults[0]!)).toContain('Write the root: "https://o.github.io/r/".');
});

test.each([
  [{ url: "https//o.github.io/r/" }, "https://o.github.io/r/"],
  [{ url: "htps://o.github.io/r/1.0/list.json" }, "https://o.github.io/r/"],
  [{ url: "o.github.io/r" }, "https://o.github.io/r/"],
  [{ url: "git@github.com:o/r.git" }, "https://o.github.io/r/"],
  [{ source: "https:/git.example/o/r" }, "https://git.example/o/r"],
])("%j is meant for %s", (data, likely) => {
  const { faults } = validateIdentity(new TextEncoder().encode(JSON.stringify(data)), []);
  expect(messageOf(faults[0]!)).toContain(`Did you mean "${likely}"?`);
});

test("everything is derived where nothing is written", () => {
  expect(
    completeIdentity({}, { env: { GITHUB_REPOSITORY: "Lab/registry" }, publicFiles: ["logo.svg"] }),
  ).toEqual({
    name: "Lab workspaces",
    description: "Kasm workspaces published by Lab.",
    icon: "https://lab.github.io/registry/logo.svg",
    contactUrl: "https://github.com/Lab/registry/issues",
    url: "https://lab.github.io/registry/",
    source: "https://github.com/Lab/registry",
    defaultChannel: null,
    flagsInList: true,
    icons: "fit",
    failOn: null,
    accent: null,
    lang: "en",
    dir: "ltr",
  });
});

test("what is written wins, and nothing is null at the top of the list", () => {
  const identity = completeIdentity(
    { name: "N", icon: "a b.png", contact_url: "" },
    { env: {}, site: "https://x.example/r/", publicFiles: [] },
  );
  expect(identity).toMatchObject({
    name: "N",
    icon: "https://x.example/r/a%20b.png",
    contactUrl: "https://x.example/r/",
    source: null,
  });
});

test("the direction follows the language, unless it is written", () => {
  const directionOf = (data: object): string =>
    completeIdentity(data, { env: {}, site: "https://x.example/", publicFiles: [] }).dir;
  expect(directionOf({ lang: "ar" })).toBe("rtl");
  expect(directionOf({ lang: "ar", dir: "ltr" })).toBe("ltr");
  expect(directionOf({ lang: "de", dir: "rtl" })).toBe("rtl");
});

test("does not speak of servers, which do not read registry.json", () => {
  const { faults } = validateIdentity(new TextEncoder().encode('{"description": 5}'), []);
  expect(messageOf(faults[0]!)).toBe(
    'description is the number 5, but must be a text in quotation marks. A value of another type is not used. Write "5".',
  );
});

test.each([
  ["logo.png", []],
  ["https://a.example/logo", []],
  ["https://a.example/logo.png?v=1.html", []],
  ["https://a.example/logo.html", ["/icon registry-address"]],
  ["https://a.example/README.md#logo", ["/icon registry-address"]],
  ["notes.txt", ["/icon registry-address"]],
  ["missing.txt", ["/icon registry-icon-missing"]],
])("finds of the icon %j: %j", (icon, expected) => {
  const { faults } = validateIdentity(new TextEncoder().encode(JSON.stringify({ icon })), [
    "logo.png",
    "notes.txt",
  ]);
  expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});

test.each([
  [{ withdrawn: { a: { since: 20261129 } } }, 'Write for instance "2026-11-29".'],
  [{ renamed: { a: 5 } }, 'Write for instance "Firefox ESR".'],
  [{ renamed: { a: "" } }, 'Write for instance "Firefox ESR".'],
  [{ withdrawn: { a: { replaced_by: 5 } } }, 'Write for instance "Firefox ESR".'],
])("the cure of %j is one", (data, cure) => {
  const [fault] = validateIdentity(new TextEncoder().encode(JSON.stringify(data)), [], present).faults;
  expect(messageOf(fault!)).toContain(cure);
});

test("names of former workspaces are folders or addresses, and lead to workspaces that are there", () => {
  const { withdrawn, renamed } = formerNames(
    {
      withdrawn: { "Old One": { since: "2026-11-29", replaced_by: " beta " }, other: {} },
      renamed: { Alpha: "BETA", Lost: "Gamma" },
    },
    present.find,
  );
  expect([...withdrawn]).toEqual([
    ["old-one", { name: "Old One", since: "2026-11-29", because: "", replacedBy: "beta" }],
    ["other", { name: "other", since: "", because: "", replacedBy: "" }],
  ]);
  expect([...renamed]).toEqual([["alpha", "beta"]]);
});
