import { expect, test } from "vitest";
import { realRegistries } from "../../../tests/support/real-registries.ts";
import type { ImageLock } from "../../registry/model/image-lock.ts";
import { readContent } from "../../registry/read/content.ts";
import type { ImageFormat, SourceFile } from "../../registry/model/types.ts";
import { repairs as words } from "../../strings/tools.ts";
import { validateWorkspace } from "../../registry/check/workspace.ts";
import { fixText, fixWorkspace, type Fixed } from "./index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function picture(name: string, format: ImageFormat | null): SourceFile {
  return {
    name,
    path: `/x/${name}`,
    size: 9,
    sha1: "a".repeat(40),
    kind: "file",
    image: format && { format, width: 64, height: 64, fault: null },
  };
}

const linesOf = ({ repairs }: Fixed): string =>
  repairs.map(({ code, message }) => `${code}: ${message}`).join("\n");

/** Keys, as written, and what becomes of them; the rest of the file has to stay as it is. */
const keys: readonly [title: string, before: string, after: string, code: string | null][] = [
  ["nothing to repair", '"cores": 2', '"cores": 2', null],
  [
    "trailing comma in a list",
    '"categories": ["Browser", "Desktop",]',
    '"categories": ["Browser", "Desktop"]',
    "json-trailing-comma",
  ],
  [
    "trailing comma over lines",
    '"categories": [\n    "Browser",\n  ]',
    '"categories": [\n    "Browser"\n  ]',
    "json-trailing-comma",
  ],
  [
    "trailing comma in an object",
    '"run_config": {"hostname": "kasm",}',
    '"run_config": {"hostname": "kasm"}',
    "json-trailing-comma",
  ],
  [
    "trailing comma before a comment",
    '"categories": ["Browser", // the only one\n  ]',
    '"categories": ["Browser"\n  ]',
    "json-comment",
  ],
  [
    "comment at the end of a line",
    '"cores": 2, // enough\n  "memory": 4096',
    '"cores": 2,\n  "memory": 4096',
    "json-comment",
  ],
  [
    "comment on a line of its own",
    '"cores": 2,\n  // more for games\n  "memory": 4096',
    '"cores": 2,\n  "memory": 4096',
    "json-comment",
  ],
  ["comment inside a line", '"cores": /* at least */ 2', '"cores":  2', "json-comment"],
  [
    "comment over lines",
    '"cores": 2,\n  /* more\n     for games */\n  "memory": 4096',
    '"cores": 2,\n  "memory": 4096',
    "json-comment",
  ],
  [
    "what looks like a comment in a text",
    '"notes": "see https://example.org/ /* not */ ,]"',
    '"notes": "see https://example.org/ /* not */ ,]"',
    null,
  ],
  ["two commas before a bracket", '"categories": ["Browser",,]', '"categories": ["Browser",,]', null],
  [
    "comma before a comment in the middle",
    '"cores": 2, /* x */ "memory": 1',
    '"cores": 2,  "memory": 1',
    "json-comment",
  ],
  [
    "comment before a trailing comma",
    '"categories": ["Browser" /* x */ ,]',
    '"categories": ["Browser"  ]',
    "json-comment",
  ],
  [
    "two comments on a line",
    '"cores": 2, // a // b\n  "memory": 1',
    '"cores": 2,\n  "memory": 1',
    "json-comment",
  ],
  [
    "comment at the end of a line, after others",
    '"cores": 2, /* a */ /* b */\n  "memory": 1',
    '"cores": 2, \n  "memory": 1',
    "json-comment",
  ],
  [
    "long value of a wrong type",
    `"categories": "${"x".repeat(58)}"`,
    `"categories": ["${"x".repeat(58)}"]`,
    "wrong-type",
  ],
  [
    "longer value of a wrong type",
    `"categories": "${"x".repeat(59)}"`,
    `"categories": ["${"x".repeat(59)}"]`,
    "wrong-type",
  ],
  ["negative number in a text", '"cores": "-1"', '"cores": -1', "wrong-type"],
  ["number with a point and nothing after it", '"cores": "1."', '"cores": "1."', null],
  ["number with a zero in front", '"gpu_count": "01"', '"gpu_count": "01"', null],
  ["number after letters", '"gpu_count": "x1"', '"gpu_count": "x1"', null],
  ["truth value after letters", '"enabled": "untrue"', '"enabled": "untrue"', null],
  ["truth value before letters", '"enabled": "falsey"', '"enabled": "falsey"', null],
  ["false in a text", '"enabled": " FALSE "', '"enabled": false', "wrong-type"],
  ["number where a truth value belongs", '"enabled": 1', '"enabled": 1', null],
  ["truth value where a text belongs", '"notes": true', '"notes": true', null],
  ["list where a text belongs", '"notes": ["a"]', '"notes": ["a"]', null],
  ["number where a list of texts belongs", '"categories": 1', '"categories": 1', null],
  ["number in a list of texts", '"categories": ["a", 1.50]', '"categories": ["a", "1.50"]', "wrong-type"],
  ["null", '"notes": null', '"notes": null', null],
  ["misspelt key", '"Catagories": ["Browser"]', '"categories": ["Browser"]', "unknown-key"],
  ["key in camel case", '"runConfig": {}', '"run_config": {}', "unknown-key"],
  ["misspelt key of another type", '"core": ["a"]', '"core": ["a"]', null],
  ["two misspellings of one key", '"core": 2, "coress": 3', '"core": 2, "coress": 3', null],
  ["misspelt key beside the right one", '"cores": 2, "core": 3', '"cores": 2, "core": 3', null],
  ["a key of somebody's own", '"maintainer": "me"', '"maintainer": "me"', null],
  [
    "misspelt option of the container",
    '"run_config": {"Privileged": true, "cap-add": ["ALL"]}',
    '"run_config": {"Privileged": true, "cap-add": ["ALL"]}',
    null,
  ],
  ["whole number in a text", '"gpu_count": "1"', '"gpu_count": 1', "wrong-type"],
  ["number in a text", '"cores": " 1.50 "', '"cores": 1.50', "wrong-type"],
  ["number with a unit", '"memory": "4 GB"', '"memory": "4 GB"', null],
  ["fraction where a whole number belongs", '"gpu_count": "1.5"', '"gpu_count": "1.5"', null],
  ["truth value in a text", '"enabled": "True"', '"enabled": true', "wrong-type"],
  ["number where a text belongs", '"notes": 1.20', '"notes": "1.20"', "wrong-type"],
  ["text where a list belongs", '"categories": "Browser"', '"categories": ["Browser"]', "wrong-type"],
  ["empty text where a list belongs", '"categories": " "', '"categories": " "', null],
  [
    "text where a list of whole numbers or objects belongs",
    '"launch_config": "a"',
    '"launch_config": "a"',
    null,
  ],
  ["misspelt key with a number in a text", '"gpu_cuont": "2"', '"gpu_count": 2', "unknown-key"],
];

const document = (inner: string, newline = "\n"): string =>
  `{
  "friendly_name":"Firefox",  "name": "kasmweb/firefox:1.16.0",
\t"description": "caf\\u00e9",
  "image_src": "firefox.png",
  "architecture": ["amd64"],
  "compatibility": ["1.15.x", "1.16.x"],
  "uncompressed_size_mb": 2.5e3,
  ${inner}
}`.replaceAll("\n", newline);

test.for(keys)("repairs what has one cure and nothing else: %s", ([, before, after, code]) => {
  for (const newline of ["\n", "\r\n"]) {
    const fixed = fixWorkspace(utf8(document(before, newline)), [picture("firefox.png", "png")]);
    expect(fixed.before).toBe(document(before, newline));
    expect(fixed.after).toBe(document(after, newline));
    if (code === null) expect(fixed.repairs).toStrictEqual([]);
    else expect(fixed.repairs[0]!.code).toBe(code);
    if (code !== null && newline === "\n") expect(linesOf(fixed)).toMatchSnapshot();
    expect(fixed.renames).toStrictEqual([]);
    const again = fixWorkspace(utf8(fixed.after!), [picture("firefox.png", "png")]);
    expect(again).toMatchObject({ after: fixed.after, repairs: [] });
  }
});

const lists: readonly [architecture: string, compatibility: string, expected: string][] = [
  ['["x86_64"]', '["1.16.x"]', '["amd64"] ["1.16.x"]'],
  ['["aarch64", "X64"]', '["1.16.x"]', '["arm64", "amd64"] ["1.16.x"]'],
  ['["amd64", "x86_64"]', '["1.16.x"]', '["amd64"] ["1.16.x"]'],
  ['["x86_64", "x64", "arm64"]', '["1.16.x"]', '["amd64", "arm64"] ["1.16.x"]'],
  ['"amd64"', '["1.16.x"]', '["amd64"] ["1.16.x"]'],
  ['["riscv64"]', '["1.16.x"]', '["riscv64"] ["1.16.x"]'],
  [
    '["amd64"]',
    '["1.13", "1.14.0", "v1.15", "1.16.X"]',
    '["amd64"] ["1.13.x", "1.14.0", "1.15.x", "1.16.x"]',
  ],
  ['["amd64"]', '["1.13.x", "1.13.1", "1.13"]', '["amd64"] ["1.13.x", "1.13.1"]'],
  ['["amd64"]', "[1.13, 1.20]", '["amd64"] ["1.13.x", "1.20.x"]'],
  ['["amd64"]', '"1.16"', '["amd64"] ["1.16.x"]'],
  ['["amd64"]', '["latest"]', '["amd64"] ["latest"]'],
  [
    '["amd64"]',
    '[{"version": "1.16", "image": "a:1", "uncompressed_size_mb": "9"}]',
    '["amd64"] [{"version": "1.16.x", "image": "a:1", "uncompressed_size_mb": 9}]',
  ],
  [
    '["amd64"]',
    '[{"verison": "1.16.x", "image": "a:1", "uncompressed_size_mb": 9}]',
    '["amd64"] [{"version": "1.16.x", "image": "a:1", "uncompressed_size_mb": 9}]',
  ],
  [
    '["amd64"]',
    '[{"version": "1.16.x", "image": "a:1"}, {"version": "1.16", "image": "b:1"}]',
    '["amd64"] [{"version": "1.16.x", "image": "a:1"}, {"version": "1.16", "image": "b:1"}]',
  ],
];

test.for(lists)(
  "repairs the architectures %s and the versions %s",
  ([architecture, compatibility, expected]) => {
    const text = (a: string, c: string): string => `{"architecture": ${a}, "compatibility": ${c}}`;
    const fixed = fixWorkspace(utf8(text(architecture, compatibility)), null);
    const [a, c] = expected.split(/(?<=["\]]) (?=\[)/);
    expect(fixed.after).toBe(text(a!, c!));
    expect(linesOf(fixed)).toMatchSnapshot();
  },
);

const caseWords = words.iconCase({ from: '"Firefox.PNG"', to: '"firefox.png"' });
test.each<[title: string, files: SourceFile[], after: string, repairs: object[]]>([
  [
    "other capitals",
    [picture("firefox.png", "png")],
    "firefox.png",
    [{ code: "icon-case", message: caseWords }],
  ],
  ["its own capitals", [picture("Firefox.PNG", "png"), picture("firefox.png", "png")], "Firefox.PNG", []],
  ["other capitals twice", [picture("firefox.png", "png"), picture("FIREFOX.png", "png")], "Firefox.PNG", []],
  ["another name", [picture("fire.png", "png")], "Firefox.PNG", []],
  ["a folder's name", [{ ...picture("firefox.png", null), kind: "directory" }], "Firefox.PNG", []],
])("image_src follows the file when it has %s", (_, files, after, repairs) => {
  expect(fixWorkspace(utf8('{"image_src": "Firefox.PNG"}'), files)).toStrictEqual({
    before: '{"image_src": "Firefox.PNG"}',
    after: `{"image_src": "${after}"}`,
    repairs,
    renames: [],
  });
});

test("image_src is left alone when it names workspace.json or nothing", () => {
  for (const text of ['{"image_src": "Workspace.json"}', '{"image_src": true}', "{}"])
    expect(fixWorkspace(utf8(text), [picture("workspace.json", null)])).toMatchObject({
      after: text,
      repairs: [],
    });
  expect(fixWorkspace(utf8('{"image_src": "A.png"}'), null).repairs).toStrictEqual([]);
});

const damaged = (file: SourceFile): SourceFile => ({
  ...file,
  image: { ...file.image!, fault: "ends early" },
});
test.each<[image: string, to: string, format: string, files: SourceFile[]]>([
  ["firefox.png", "firefox.jpg", "a JPEG picture", [picture("firefox.png", "jpeg")]],
  ["a.b.png", "a.b.gif", "a GIF picture", [picture("a.b.png", "gif"), picture("a.gif", "gif")]],
  ["icon", "icon.svg", "an SVG drawing", [picture("icon", "svg")]],
])("the picture %s becomes %s, because it is %s", (from, to, format, files) => {
  const message = words.iconRenamed({ from: `"${from}"`, format, to: `"${to}"` });
  expect(fixWorkspace(utf8(`{"image_src": "${from}"}`), files)).toStrictEqual({
    before: `{"image_src": "${from}"}`,
    after: `{"image_src": "${to}"}`,
    repairs: [{ code: "icon-content-type", message }],
    renames: [{ from, to }],
  });
});

test.each<[title: string, files: SourceFile[]]>([
  ["its new name is taken", [picture("Firefox.png", "jpeg"), picture("firefox.JPG", "jpeg")]],
  ["no browser shows it", [picture("Firefox.png", "bmp")]],
  ["it is no picture", [picture("Firefox.png", null)]],
  ["it is damaged", [damaged(picture("Firefox.png", "jpeg"))]],
  ["image_src names another", [picture("Firefox.jpeg", "jpeg")]],
  ["it is right", [picture("Firefox.png", "png")]],
  ["it is no file", [{ ...picture("Firefox.png", "jpeg"), kind: "link" }]],
])("a picture keeps its name when %s", (_, files) => {
  expect(fixWorkspace(utf8('{"image_src": "Firefox.png"}'), files)).toMatchObject({
    repairs: [],
    renames: [],
  });
});

test("a picture is renamed after its capitals were put right", () => {
  expect(fixWorkspace(utf8('{"image_src": "Firefox.png"}'), [picture("firefox.png", "jpeg")])).toMatchObject({
    after: '{"image_src": "firefox.jpg"}',
    repairs: [{ code: "icon-case" }, { code: "icon-content-type" }],
    renames: [{ from: "firefox.png", to: "firefox.jpg" }],
  });
});

test("a byte-order mark and UTF-16 go, other encodings are left alone", () => {
  const text = '{"notes": "é"}\r\n';
  const utf16 = (mark: string, swap: boolean): Uint8Array => {
    const bytes = Buffer.from(mark + text, "utf16le");
    return new Uint8Array(swap ? bytes.swap16() : bytes);
  };
  expect(fixText(utf8(`\ufeff${text}`))).toStrictEqual({
    before: text,
    after: text,
    repairs: [{ code: "json-bom", message: words.byteOrderMark }],
    renames: [],
  });
  for (const mark of ["\ufeff", ""]) {
    for (const swap of [false, true])
      expect(fixText(utf16(mark, swap))).toMatchObject({
        after: text,
        repairs: [{ code: "json-encoding", message: words.utf16 }],
      });
  }
  expect(fixText(new Uint8Array(Buffer.from(text, "latin1")))).toStrictEqual({
    before: null,
    after: null,
    repairs: [],
    renames: [],
  });
  // Neither mark is whole, so nothing says that these are UTF-16.
  for (const bytes of [
    [0x7b, 0xfe],
    [0xff, 0x7d],
    [0x7b, 0xff],
    [0xfe, 0x7d],
    [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0],
  ])
    expect(fixText(new Uint8Array(bytes))).toMatchObject({ after: null });
  expect(fixText(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).toMatchObject({ after: null });
  for (const torn of ["\ufeff\0null", "\ufeffn\0ull"])
    expect(fixText(utf8(torn))).toMatchObject({ after: null, repairs: [] });
});

test.for([
  "{'notes': 'https://example.org/'}",
  '{"a": 1 "b": 2,}',
  '{"a": [1,,]}',
  '{"a": "x // y\n}',
  "[1, 2,",
  "",
  "null",
  '"text"',
])("what is no JSON for other reasons is left alone: %j", (text) => {
  expect(fixWorkspace(utf8(text), null)).toMatchObject({ after: text, repairs: [] });
});

test("a megabyte of comments in one line is read once, not once for each comment", () => {
  const { after, repairs } = fixWorkspace(utf8(`{${"/*x*/".repeat(200_000)}"a":1}`), null);
  expect([after, repairs.length]).toEqual(['{"a":1}', 200_000]);
}, 120_000);

test("repairs faults of real registries that have one cure, and no others", () => {
  const repaired: string[] = [];
  for (const { root } of realRegistries) {
    for (const source of readContent(root).sources) {
      if (!source.bytes) continue;
      const fixed = fixWorkspace(source.bytes, source.files);
      if (fixed.repairs.length === 0) {
        expect(utf8(fixed.after!)).toStrictEqual(new Uint8Array(source.bytes));
        continue;
      }
      const files = source.files.map((file) => ({
        ...file,
        name: fixed.renames.find(({ from }) => from === file.name)?.to ?? file.name,
      }));
      const codes = (content: string | Uint8Array, beside: SourceFile[]): string[] =>
        validateWorkspace({ ...source, content, files: beside }).faults.map(({ code }) => code);
      const before = codes(source.bytes, source.files);
      const after = codes(fixed.after!, files);
      for (const { code } of fixed.repairs) {
        expect(before).toContain(code);
        expect(after).not.toContain(code);
      }
      expect(fixWorkspace(utf8(fixed.after!), files)).toMatchObject({ after: fixed.after, repairs: [] });
      repaired.push(...fixed.repairs.map(({ code }) => code));
    }
  }
  expect([...new Set(repaired)].sort()).toStrictEqual(["icon-content-type", "json-trailing-comma"]);
});

const measured: ImageLock = new Map([
  [
    "docker.io/example/editor:1",
    {
      digest: "sha256:0",
      type: "",
      created: "",
      checked: "2026-11-29",
      platforms: { amd64: { digest: "", compressed: 1, unpacked: 3_000_000_000, layers: 1 } },
      config: {},
    },
  ],
]);
test.each([
  [
    "missing",
    '{"name": "example/editor:1", "a": 1}',
    '{"name": "example/editor:1", "uncompressed_size_mb": 3000, "a": 1}',
  ],
  [
    "missing, over lines",
    '{\n  "a": 1,\n  "name": "example/editor:1"\n}',
    '{\n  "a": 1,\n  "name": "example/editor:1",\n  "uncompressed_size_mb": 3000\n}',
  ],
  [
    "0",
    '{"name": "example/editor:1", "uncompressed_size_mb": 0}',
    '{"name": "example/editor:1", "uncompressed_size_mb": 3000}',
  ],
  [
    "far off",
    '{"name": "example/editor:1", "uncompressed_size_mb": 20}',
    '{"name": "example/editor:1", "uncompressed_size_mb": 3000}',
  ],
  ["about right", '{"name": "example/editor:1", "uncompressed_size_mb": 2500}', null],
  ["of another image", '{"name": "example/editor:2", "uncompressed_size_mb": 20}', null],
  ["of a link", '{"image_type": "Link", "name": "example/editor:1"}', null],
  ["there twice", '{"name": "example/editor:1", "uncompressed_size_mb": 1, "uncompressed_size_mb": 2}', null],
  [
    "of a version",
    '{"compatibility": [{"version": "1.18.x", "image": "example/editor:1"}]}',
    '{"compatibility": [{"version": "1.18.x", "image": "example/editor:1", "uncompressed_size_mb": 3000}]}',
  ],
])("a size that is %s becomes the measured one", (_, before, after) => {
  const fixed = fixWorkspace(utf8(before), null, measured);
  expect(fixed.after).toBe(after ?? before);
  expect(fixWorkspace(utf8(before), null).after).toBe(before);
});
