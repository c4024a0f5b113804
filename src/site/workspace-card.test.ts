import { expect, test } from "vitest";
import { sound, sound11 } from "../registry/check/workspace.fixture.ts";
import type { FlaggedWorkspace } from "../registry/model/types.ts";
import { ruleRows, type RuleId } from "../review/catalogue/rules.ts";
import { cardTexts } from "./card-texts.ts";
import { cardOf } from "./workspace-card.ts";

const day = 86_400_000;
const workspace = (data: object, more: object = {}): FlaggedWorkspace =>
  ({
    folder: "Editor Folder",
    slug: "editor",
    schema: "1.0",
    data,
    icon: { file: { image: null }, published: "" },
    flags: [],
    findings: [],
    severity: null,
    created: 0,
    modified: 0,
    ...more,
  }) as unknown as FlaggedWorkspace;

test.each([
  [" Editor ", "Editor"],
  ["  ", "Editor Folder"],
])("the name of %j is %j", (friendly_name, name) =>
  expect(cardOf(workspace({ ...sound, friendly_name })).name).toBe(name),
);

test("texts are trimmed, each shown once, and empty ones left out", () => {
  const card = cardOf(
    workspace({
      ...sound,
      description: " Edits. ",
      categories: ["A", " A ", "", "B"],
      architecture: ["amd64", "amd64"],
      compatibility: [" 1.19.x ", "1.18.x", "1.18.x"],
    }),
  );
  expect(card).toMatchObject({
    description: "Edits.",
    categories: ["A", "B"],
    architectures: ["amd64"],
    kasm: ["1.18.x", "1.19.x"],
    images: ["example/editor:1.0"],
  });
  expect(cardOf(workspace(sound)).categories).toEqual([]);
});

test("the size is that of the largest image, and 0 where none is known", () => {
  const entry = (version: string, image: string, size?: number) => ({
    version,
    image,
    uncompressed_size_mb: size,
  });
  const sized = (...compatibility: object[]) =>
    cardOf(workspace({ ...sound11, compatibility }, { schema: "1.1" }));
  expect(
    sized(entry("1.18.x", " a:1", 5), entry("1.17.x", "a:2", 9), entry("1.19.x", "a:1", 7)),
  ).toMatchObject({
    size: 9,
    images: ["a:2", "a:1"],
    kasm: ["1.17.x", "1.18.x", "1.19.x"],
  });
  expect(sized(entry("1.18.x", "a:1"))).toMatchObject({ size: 0 });
});

test("flags, findings and days come from the workspace", () => {
  const findings = [
    { rule: "a", severity: "low" },
    { rule: "b", severity: "high" },
    { rule: "a", severity: "low" },
  ];
  expect(
    cardOf(
      workspace(sound, {
        flags: [{ property: "privileged", flag: "privileged" }],
        findings,
        created: day * 3 - 1,
        modified: day * 3,
      }),
    ),
  ).toMatchObject({
    slug: "editor",
    flags: [["privileged", "privileged"]],
    findings: [
      { rule: "b", level: "high", text: "b" },
      { rule: "a", level: "low", text: "a" },
    ],
    created: 2,
    modified: 3,
  });
});

test.each([
  [[], "", "", "", ""],
  [["cap-drop"], "", "", "", ""],
  [["seccomp-unconfined"], "usual", "No seccomp filter", "", ""],
  [["seccomp-unconfined", "cap-drop"], "usual", "No seccomp filter", "", ""],
  [["image-latest", "seccomp-unconfined"], "usual", "No seccomp filter", "low", "Image with the tag latest"],
  [["seccomp-unconfined", "exec-grants-root"], "medium", "Users can become root", "", ""],
  [["exec-grants-root", "privileged-on"], "critical", "Privileged: controls the host", "", ""],
])(
  "a card names of %j first %s %j, and where that is accepted %s %j",
  (rules, level, reason, nextLevel, next) => {
    const findings = rules.map((rule) => ({ rule, severity: ruleRows[rule as RuleId].severity }));
    const texts = cardTexts(cardOf(workspace(sound, { findings })), "en");
    expect(texts).toMatchObject({ level, reason, nextLevel, next });
  },
);
