import { diffLines } from "diff";
import { expect, test } from "vitest";
import { realRegistries } from "../../tests/support/real-registries.ts";
import { edits as words } from "../strings/tools.ts";
import { addVersion, type AddOptions, type Edited } from "./add-version.ts";
import { parseJson } from "../registry/json/parse.ts";
import { readContent } from "../registry/read/content.ts";

const textOf = (edited: Edited): string => ("fault" in edited ? `fault: ${edited.fault}` : edited.text);

/** The list as authored, the version, and the list afterwards. */
const lists: readonly [before: string, version: string, after: string][] = [
  ['["1.19.x"]', "1.20.x", '["1.19.x", "1.20.x"]'],
  ['["1.19.0", "1.19.x"]', "1.20.x", '["1.19.0", "1.19.x", "1.20.x"]'],
  ['["1.20.0", "1.19.x"]', "1.20.x", '["1.20.0", "1.20.x", "1.19.x"]'],
  ['["1.19.x", "1.20.x"]', "1.20.1", '["1.19.x", "1.20.x", "1.20.1"]'],
  ['["1.9.x", "1.19.x"]', "1.20.x", '["1.9.x", "1.19.x", "1.20.x"]'],
  ['["1.9.x"]', "1.20.x", '["1.9.x", "1.20.x"]'],
  ['["1.9.x","1.21.x"]', "1.20.x", '["1.9.x","1.20.x","1.21.x"]'],
  ['["1.21.x", "1.22.x"]', "1.20.x", '["1.20.x", "1.21.x", "1.22.x"]'],
  ['["1.19.x", "1.18.x"]', "1.20.x", '["1.20.x", "1.19.x", "1.18.x"]'],
  ['["1.21.x", "1.9.x"]', "1.20.x", '["1.21.x", "1.20.x", "1.9.x"]'],
  ['["1.22.x", "1.21.x"]', "1.20.x", '["1.22.x", "1.21.x", "1.20.x"]'],
  ['["1.17.x", "1.19.x", "1.18.x"]', "1.20.x", '["1.17.x", "1.19.x", "1.20.x", "1.18.x"]'],
  ['["2.1.x"]', "1.20.x", '["1.20.x", "2.1.x"]'],
  ['["1.19.x", "1.20.x"]', "1.20.x", '["1.19.x", "1.20.x"]'],
  ['[\n    "1.19.x"\n  ]', "1.20.x", '[\n    "1.19.x",\n    "1.20.x"\n  ]'],
  [
    '[\r\n\t\t"1.18.x",\r\n\t\t"1.19.x"\r\n\t]',
    "1.20.x",
    '[\r\n\t\t"1.18.x",\r\n\t\t"1.19.x",\r\n\t\t"1.20.x"\r\n\t]',
  ],
  ['[\n    "1.18.x", "1.19.x"\n  ]', "1.20.x", '[\n    "1.18.x", "1.19.x", "1.20.x"\n  ]'],
  ['["1.19"]', "1.20.x", '["1.19", "1.20.x"]'],
  [
    '[{ "image":"a:1",  "version": "1.19.x", "uncompressed_size_mb": 9e2, "available_tags": ["1","develop"] }]',
    "1.20.x",
    '[{ "image":"a:1",  "version": "1.19.x", "uncompressed_size_mb": 9e2, "available_tags": ["1","develop"] }, { "image":"a:1",  "version": "1.20.x", "uncompressed_size_mb": 9e2, "available_tags": ["1","develop"] }]',
  ],
  [
    '[\n    {\n      "version": "1.19.x",\n      "image": "a:19"\n    },\n    {\n      "version": "1.18.x",\n      "image": "a:18"\n    }\n  ]',
    "1.20.x",
    '[\n    {\n      "version": "1.20.x",\n      "image": "a:19"\n    },\n    {\n      "version": "1.19.x",\n      "image": "a:19"\n    },\n    {\n      "version": "1.18.x",\n      "image": "a:18"\n    }\n  ]',
  ],
  [
    '[{"image":"a:1"},{"version":"1.21.x","image":"a:21"}]',
    "1.20.x",
    '[{"image":"a:1"},{"version":"1.20.x","image":"a:21"},{"version":"1.21.x","image":"a:21"}]',
  ],
  [
    '[{"version":"1.17.x","image":"a:17"},{"version":"1.19.x","image":"a:19"}]',
    "1.18.x",
    '[{"version":"1.17.x","image":"a:17"},{"version":"1.18.x","image":"a:17"},{"version":"1.19.x","image":"a:19"}]',
  ],
];

test.for(lists)("writes into %j when the version is %s", ([before, version, after]) => {
  const file = (list: string): string => `{"a": "\\u00e9",  "compatibility":${list}\n\n}`;
  expect(textOf(addVersion(file(before), version))).toBe(file(after));
  expect(textOf(addVersion(file(after), version))).toBe(file(after));
});

test.for<[options: AddOptions, list: string, expected: string | { fault: string }]>([
  [
    { from: "1.18.x" },
    '[{"version":"1.18.x","image":"a:18"}, {"version":"1.19.x","image":"a:19"}]',
    '[{"version":"1.18.x","image":"a:18"}, {"version":"1.19.x","image":"a:19"}, {"version":"1.20.x","image":"a:18"}]',
  ],
  [
    {},
    '[{"version":"1.19.0","image":"a:19"}, {"version":"1.20.0","image":"a:20"}, {"version":"1.20.1","image":"a:201"}, {"version":"1.21.0","image":"a:21"}]',
    '[{"version":"1.19.0","image":"a:19"}, {"version":"1.20.x","image":"a:201"}, {"version":"1.20.0","image":"a:20"}, {"version":"1.20.1","image":"a:201"}, {"version":"1.21.0","image":"a:21"}]',
  ],
  [{ from: "1.18.x" }, '[{"version":"1.19.x","image":"a:19"}]', '[{"version":"1.19.x","image":"a:19"}]'],
  [{ from: "1.18.x" }, '["1.18.x"]', '["1.18.x", "1.20.x"]'],
  [{ from: "1.18.x" }, '["1.17.x"]', '["1.17.x"]'],
  [
    { imageTag: "2" },
    '[{"version":"1.19.x","image":"h.io:5000/a:1","available_tags":["1","develop"]}]',
    '[{"version":"1.19.x","image":"h.io:5000/a:1","available_tags":["1","develop"]}, {"version":"1.20.x","image":"h.io:5000/a:2","available_tags":["2","develop"]}]',
  ],
  [
    { imageTag: "2" },
    '[{"version":"1.19.x","image":"h.io:5000/a"}]',
    '[{"version":"1.19.x","image":"h.io:5000/a"}, {"version":"1.20.x","image":"h.io:5000/a:2"}]',
  ],
  [
    { imageTag: "2" },
    '[{"version":"1.19.x","image":"a:1@sha256:0123456789012345678901234567890123456789012345678901234567890123"}]',
    '[{"version":"1.19.x","image":"a:1@sha256:0123456789012345678901234567890123456789012345678901234567890123"}, {"version":"1.20.x","image":"a:2"}]',
  ],
  [
    { imageTag: "2" },
    '[{"version":"1.19.x","image":"a:1","available_tags":["1","2"]}]',
    '[{"version":"1.19.x","image":"a:1","available_tags":["1","2"]}, {"version":"1.20.x","image":"a:2","available_tags":["1","2"]}]',
  ],
  [{ imageTag: "2" }, '[{"version":"1.19.x"}]', { fault: words.noTag }],
  [{ imageTag: "2" }, '[{"version":"1.19.x","image":7}]', { fault: words.noTag }],
  [{ imageTag: "2" }, '[{"version":"1.19.x","image":"A:1"}]', { fault: words.noTag }],
  [{ imageTag: "2" }, '["1.19.x"]', { fault: words.oneImage }],
  [{}, "[]", { fault: words.noVersions }],
  [{}, '"1.19.x"', { fault: words.noVersions }],
  [{}, '["1.19.x", {"version":"1.18.x"}]', { fault: words.mixedVersions }],
  [{}, '[{"image":"a:1"}]', { fault: words.entryWithoutVersion }],
  [{}, '["1.19.x",]', { fault: words.notJson }],
])("chooses by %j when the list is %s", ([options, list, expected]) => {
  const after = addVersion(`{"compatibility": ${list}}`, "1.20.x", options);
  if (typeof expected === "string") expect(textOf(after)).toBe(`{"compatibility": ${expected}}`);
  else expect(after).toEqual(expected);
});

test.for<[list: string, options: AddOptions, note: string]>([
  ['["1.19.x"]', {}, words.added("1.20.x")],
  ['["1.20.x"]', {}, words.hasVersion("1.20.x")],
  ['["1.19.x"]', { from: "1.18.x" }, words.lacksVersion("1.18.x")],
  ['[{"version": "1.19.x"}]', {}, words.addedWithImage({ version: "1.20.x", from: "1.19.x" })],
  ['[{"version": "1.21.x"}]', {}, words.addedWithImage({ version: "1.20.x", from: "1.21.x" })],
])("says what was done to %s with %j", ([list, options, note]) => {
  expect(addVersion(`{"compatibility": ${list}}`, "1.20.x", options)).toMatchObject({ note });
});

test("bytes that are not plain UTF-8 are left alone", () => {
  expect(addVersion(new TextEncoder().encode('\ufeff{"compatibility": ["1.19.x"]}'), "1.20.x")).toMatchObject(
    { fault: expect.stringContaining("npm run fix") },
  );
});

test("changes only the intended lines of real registries", () => {
  let changed = 0;
  for (const { root } of realRegistries) {
    for (const { bytes } of readContent(root).sources) {
      if (!bytes) continue;
      const edited = addVersion(bytes, "1.20.x");
      if ("fault" in edited) continue;
      const before = new TextDecoder().decode(bytes);
      const after = edited.text;
      changed++;
      // A pure insertion: the text before and behind it is the whole of the old file.
      let prefix = 0;
      while (prefix < before.length && before[prefix] === after[prefix]) prefix++;
      expect(after.endsWith(before.slice(prefix))).toBe(true);
      // In lines: the only one that goes comes back with a comma.
      const parts = diffLines(before, after);
      const removed = parts.filter((part) => part.removed).map(({ value }) => value.trimEnd());
      const added = parts.filter((part) => part.added).map(({ value }) => value);
      expect(removed.length).toBeLessThanOrEqual(1);
      expect(added).toHaveLength(1);
      if (removed[0]) expect(added[0]!.startsWith(`${removed[0]},`)).toBe(true);

      const [was, is] = [before, after].map(
        (text) => parseJson(text).parsed!.value as { compatibility: (string | { version: string })[] },
      );
      const version = (item: string | { version: string }): string =>
        typeof item === "string" ? item : item.version;
      const place = is!.compatibility.findIndex((item) => version(item) === "1.20.x");
      const versions = was!.compatibility.map(version);
      // At the newer end, whichever that is in this list; one that is malformed says nothing about the order.
      if (versions.length > 1 && versions.every((each) => /^\d+\.\d+\.x$/.test(each)))
        expect([0, versions.length]).toContain(place);
      else expect(place).toBeGreaterThanOrEqual(0);
      expect({ ...is, compatibility: is!.compatibility.toSpliced(place, 1) }).toStrictEqual(was);
      expect(textOf(addVersion(after, "1.20.x"))).toBe(after);
    }
  }
  expect(changed).toBeGreaterThan(10);
});

test("an exact version takes the entry of all releases beside it, or the newest older one", () => {
  const entry = (version: string): string => `{"version":"${version}","image":"a:${version}"}`;
  const added = (...versions: string[]): string => {
    const text = textOf(addVersion(`{"compatibility": [${versions.map(entry).join()}]}`, "1.20.1"));
    return /"version":"1\.20\.1","image":"a:([^"]*)"/.exec(text)![1]!;
  };
  expect(added("1.19.x", "1.20.x")).toBe("1.20.x");
  expect(added("1.19.x", "1.20.0", "1.20.2")).toBe("1.20.0");
  expect(added("1.19.x", "1.20.2")).toBe("1.19.x");
  // Until now a server of 1.20.1 took that of 1.20.x, whatever 1.20.0 has.
  expect(added("1.19.x", "1.20.x", "1.20.0")).toBe("1.20.x");
});

test("of a version that is there twice, the entry that servers use is copied", () => {
  const entry = (image: string): string => `{"version":"1.19.x","image":"${image}"}`;
  const text = textOf(addVersion(`{"compatibility": [${entry("a:1")},${entry("a:2")}]}`, "1.20.x"));
  expect(text).toContain('"version":"1.20.x","image":"a:1"');
});
