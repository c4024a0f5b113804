import { expect, test } from "vitest";
import { details, faultWords, report as words, whyWords } from "../../../strings/doctor.ts";
import { laterMessages } from "../behaviour.ts";
import type { Examination } from "../examine.ts";
import type { KasmView } from "../kasm.ts";
import { reportText } from "./text.ts";

const view = (version: string, change: Partial<KasmView> = {}): KasmView => ({
  version,
  reads: "1.1",
  situation: "nothing-for-this-version",
  suit: 0,
  listed: 3,
  message: "nothing-listed",
  text: null,
  seen: "an empty list",
  why: "nothing suits",
  certainty: "seen",
  source: "an issue",
  ...change,
});
const found = (version: string, suit: number, change: Partial<KasmView> = {}): KasmView =>
  view(version, { situation: "workspaces-found", message: "listed", suit, ...change });
const report = (change: Partial<Examination>): string[] =>
  reportText({
    typed: "https://a.example/",
    examined: "https://a.example/",
    faults: [],
    kasm: [],
    kasmThere: null,
    modified: null,
    failing: [],
    ...change,
  }).split("\n");
const later = laterMessages.map(({ text, why, certainty, source }) =>
  words.laterMessage(text, whyWords[why], certainty, source),
);
const why = [`    ${words.why("nothing suits")}`, `    ${words.certainty("seen", "an issue")}`];

test("names the address, or what was typed where there is none", () => {
  expect(report({})).toEqual([words.examined("https://a.example/"), "", words.failed(0, 0, []), ""]);
  expect(report({ examined: null, typed: "x" })[0]).toBe(words.examined("x"));
});

test("lists faults below each other, with their codes, before the conclusion", () => {
  const error = { code: "tls-expired", args: { host: "a", detail: "b" } } as const;
  const warning = { code: "versions-type", args: { url: "a", type: "b" } } as const;
  expect(report({ faults: [error, warning] })).toEqual([
    words.examined("https://a.example/"),
    "",
    `error    ${faultWords["tls-expired"](error.args)}  [tls-expired]`,
    `warning  ${faultWords["versions-type"](warning.args)}  [versions-type]`,
    "",
    words.failed(1, 1, []),
    "",
  ]);
  expect(report({ faults: [warning], kasm: [found("1.19.0", 3)] }).at(-2)).toBe(words.sound(1, ["1.19"]));
});

test("puts icons with the same fault into one line, and counts all of them", () => {
  const lost = Array.from({ length: 70 }, (_, i) => ({
    code: "icon-missing" as const,
    args: { url: `https://a.example/1.1/icons/${i}.png`, cause: details.answers(404), workspace: `"W${i}"` },
  }));
  const [, second] = lost;
  const other = { ...second!, args: { ...second!.args, cause: details.answers(403) } };
  const named = ["a/b", "c/d"].map((found) => ({
    code: "icon-name" as const,
    args: { found: `"${found}"`, workspace: '"N"' },
  }));
  const lines = report({ faults: [...lost, other, ...named] });
  expect(lines.slice(2, 6)).toEqual([
    `error    https://a.example/1.1/icons/0.png (and 69 more like it) answers 404 ("W0", "W1", "W2" and 67 more). Admins see a broken picture. Put the file beside workspace.json under exactly that name, and build again.  [icon-missing]`,
    `error    ${faultWords["icon-missing"](other.args)}  [icon-missing]`,
    expect.stringContaining('image_src is "a/b" (and 1 more like it) ("N" and "N")'),
    "",
  ]);
  expect(lines.at(-2)).toBe(words.failed(73, 0, []));
});

test("leaves equal faults of other kinds apart", () => {
  const fault = { code: "versions-type", args: { url: "a", type: "b" } } as const;
  expect(report({ faults: [fault, { ...fault, args: { url: "c", type: "b" } }] })).toHaveLength(7);
});

test("puts neighbours of one result together and says how many workspaces they show", () => {
  const kasm = [found("1.17.0", 2), found("1.18.0", 1), found("1.18.1", 2), view("1.19.0")];
  expect(report({ kasm })).toEqual([
    words.examined("https://a.example/"),
    "",
    words.server,
    `  ${words.reading(words.versions("1.17", "1.18"), "1.1")}: ${words.shows("1 to 2", 3)}`,
    `  ${words.reading(words.version("1.19"), "1.1")}: an empty list`,
    ...why,
    "",
    ...later,
    "",
    words.sound(0, ["1.17–1.18"], ["1.19"], []),
    "",
  ]);
});

test("says one number when all of a group show as many", () => {
  expect(report({ kasm: [found("1.18.0", 2), found("1.18.1", 2)] })).toContain(
    `  ${words.reading(words.version("1.18"), "1.1")}: ${words.shows("2", 3)}`,
  );
});

test.each([
  ["schema", { reads: "1.0" as const }],
  ["situation", { situation: "list-empty" as const }],
  ["message", { message: "blank-page" as const }],
  ["length of the list", { listed: 4 }],
])("keeps neighbours apart when they differ in the %s", (_, change) => {
  const lines = report({ kasm: [view("1.17.0"), view("1.19.0", change)] });
  expect(lines.filter((line) => line === why[0])).toHaveLength(2);
});

test.each([
  "address-unusable",
  "host-unreachable",
  "server-hangs",
  "secure-connection-refused",
  "versions-not-found",
  "versions-not-text",
  "versions-unreadable",
] as const)("puts servers of both schemas together when the situation is %s", (situation) => {
  const kasm = [view("1.15.x", { situation, reads: "1.0" }), view("1.16.0", { situation })];
  expect(report({ kasm })).toContain(`  ${words.versions("1.15", "1.16.0")}: an empty list`);
});

test("quotes the message of Kasm and says what else an admin sees", () => {
  const lines = report({ kasm: [view("1.19.0", { text: "No.", certainty: "open" })] });
  expect(lines).toEqual(
    expect.arrayContaining([
      `  ${words.reading(words.version("1.19"), "1.1")}: "No."`,
      `    ${words.adminSees("an empty list")}`,
      `    ${words.guess}`,
    ]),
  );
  expect(lines).not.toContain(why[1]);
});

test("tells the address as typed from the one that was meant", () => {
  const lines = report({
    typed: "a.example/1.0",
    kasm: [view("1.19.0", { situation: "address-unusable" })],
    kasmThere: [found("1.19.0", 3)],
  });
  const [typed, meant] = [words.asTyped("a.example/1.0"), words.atExamined("https://a.example/")];
  expect(lines.indexOf(typed)).toBe(2);
  expect(lines[lines.indexOf(meant) - 1]).toBe("");
  expect(lines[lines.indexOf(meant) + 1]).toContain(words.shows("3", 3));
  expect(lines[lines.indexOf(meant) + 2]).toBe("");
  // Nothing is listed at the typed address, so nothing can be installed.
  expect(lines).not.toContain(later[0]);
});

test("concludes with the releases that are shown, empty and refused", () => {
  const kasm = [
    view("1.16.0", { situation: "list-not-found" }),
    view("1.17.0"),
    found("1.18.0", 1),
    found("1.18.1", 1),
    view("1.19.0"),
  ];
  expect(report({ kasm }).at(-2)).toBe(words.sound(0, ["1.18"], ["1.17", "1.19"], ["1.16.0"]));
});

test("concludes with the releases whose page a registry would spoil, before all others", () => {
  const kasm = [view("1.16.0", { message: "blank-page" }), found("1.17.0", 1), view("1.19.0")];
  expect(report({ kasm }).at(-2)).toBe(words.sound(0, ["1.17"], ["1.19"], [], ["1.16.0"]));
  expect(words.sound(1, ["1.17"], [], [], ["1.16.0"])).toBe(
    "Do not add it to Kasm 1.16.0: the whole Registry page stays empty there. OK for Kasm 1.17, with 1 warning.",
  );
});

test("concludes with the releases that were asked for and show nothing", () => {
  const kasm = [view("1.18.0"), view("1.18.1"), view("1.19.0")];
  expect(report({ kasm, failing: ["1.18.0", "1.18.1"] }).at(-2)).toBe(words.failed(0, 0, ["1.18"]));
});

test("makes what a stranger's server says harmless", () => {
  expect(report({ examined: "https://a.example/\u001b[31m" })[0]).not.toContain("\u001b");
});

test("says when the lists last changed, where they do", () => {
  const modified = Date.now() - 3 * 86_400_000;
  const line = /^Last changed on \d{1,2} \w+ \d{4}|^Last changed on \w+ \d{1,2}, \d{4}/;
  expect(report({ modified }).find((text) => line.test(text))).toContain(", 3 days ago, as its lists say.");
  expect(report({ modified: null }).some((text) => line.test(text))).toBe(false);
});

test("with errors too, says where it is empty, refused or spoils the page", () => {
  const kasm = [view("1.16.0", { message: "blank-page" }), found("1.17.0", 1), view("1.19.0")];
  const text = report({ kasm, faults: [{ code: "tls-expired", args: { host: "a", detail: "b" } }] }).at(-2);
  expect(text).toBe(words.failed(1, 0, [], ["1.19"], [], ["1.16.0"]));
  expect(text).toBe(
    "Do not add it to Kasm 1.16.0: the whole Registry page stays empty there. 1 error, 0 warnings; empty on 1.19.",
  );
});
