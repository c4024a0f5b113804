import { expect, test } from "vitest";
import { ignoredProperties } from "../registry/model/unflagged-properties.ts";
import { flagIdWords } from "../strings/findings.ts";
import { topics } from "../review/catalogue/topics.ts";
import { propertyTypes } from "../registry/model/run-config.ts";
import { ruleRows, wordsOf } from "../review/catalogue/rules.ts";
import { countFlags, propertyRows, rulesFound } from "./flag-index.ts";

test("every identifier, property and rule has an anchor of its own on the page", () => {
  const anchors = [
    ...Object.keys(flagIdWords),
    ...propertyRows().map(({ name }) => `property-${name}`),
    ...topics.flatMap(({ rules }) => Object.keys(rules)),
    ...topics.map(({ id }) => `topic-${id}`),
  ];
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(propertyRows()).toHaveLength(90);
});

test("a workspace counts once for each flag, property and rule", () => {
  const finding = {
    rule: "cap-net-admin",
    property: "cap_add",
    path: "",
    pointer: "",
    flag: null,
    severity: "medium",
    reason: "",
    advice: "",
    sources: [],
  } as const;
  const workspace = {
    data: { run_config: { cap_add: ["NET_ADMIN"], dns: [] } },
    flags: [
      { flag: "flag_property", property: "cap_add" },
      { flag: "flag_property", property: "dns" },
    ] as const,
    findings: [finding, finding],
  };
  const index = countFlags([
    workspace,
    workspace,
    { data: {}, flags: [], findings: [] },
  ] as unknown as Parameters<typeof countFlags>[0]);
  expect([...index.flags]).toEqual([["flag_property", 2]]);
  expect([...index.properties]).toEqual([
    ["cap_add", 2],
    ["dns", 2],
  ]);
  expect([...index.rules]).toEqual([["cap-net-admin", 2]]);
});

test("lists the rules found, worst first, then the rarest", () => {
  const row = (rule: keyof typeof ruleRows, count: number) => ({
    rule,
    title: wordsOf(rule).title,
    severity: ruleRows[rule].severity,
    count,
  });
  const counts = { "image-latest": 3, "cap-net-admin": 1, "user-root": 2, gone: 9 };
  const found = rulesFound(new Map(Object.entries(counts)));
  expect(found).toEqual([row("cap-net-admin", 1), row("user-root", 2), row("image-latest", 3)]);
});

test("says of each property which rules look at it", () => {
  const rows = propertyRows();
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(propertyTypes).sort());
  for (const { name, rules } of rows)
    expect(rules, name).toEqual(
      Object.entries(ruleRows).flatMap(([rule, { properties }]) =>
        (properties as readonly string[]).includes(name) ? [rule] : [],
      ),
    );
});

test("properties that Kasm ignores carry no flag", () => {
  const flagged = Object.fromEntries(propertyRows().map(({ name, flag }) => [name, flag]));
  expect(flagged).toMatchObject({
    user: "value",
    privileged: "value",
    ...Object.fromEntries(Object.keys(ignoredProperties).map((name) => [name, null])),
  });
  const unflagged = Object.values(flagged).filter((flag) => flag === null);
  expect(unflagged).toHaveLength(Object.keys(ignoredProperties).length);
});
