import { expect, test } from "vitest";
import { officialFlag } from "../../registry/model/flags.ts";
import { propertyChecks } from "../property-checks.ts";
import { severities } from "../severity.ts";
import { isPropertyName, shapes } from "../../registry/model/run-config.ts";
import { reviewWorkspace } from "../index.ts";
import { examples } from "./examples.ts";
import { officialRows } from "./official.ts";
import { properties, propertyGroups } from "./properties.ts";
import { rules } from "./rules.ts";
import type { RuleRow } from "./row.ts";
import { citeSource, sources } from "./sources.ts";
import { topics } from "./topics.ts";

const rows = Object.entries(rules);
const texts = ({ title, reason, purpose, advice, varies }: RuleRow): string[] => [
  title,
  reason,
  purpose,
  advice,
  ...(varies ? [varies] : []),
];

test("195 rules, each in exactly one topic, in the order of the topics", () => {
  expect(rows).toHaveLength(195);
  expect(topics.flatMap((topic) => Object.keys(topic.rules))).toEqual(Object.keys(rules));
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
});

test.each(rows)("%s says what, why, what to do, and where it comes from", (id, row) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const text of texts(row)) {
    expect(text.trim(), id).toBe(text);
    expect(text, id).toMatch(/^["A-Z]/);
    expect(text, id).not.toMatch(/ {2}|\bTODO\b/);
  }
  for (const sentence of [row.reason, row.purpose, row.advice, ...(row.varies ? [row.varies] : [])])
    expect(sentence).toMatch(/[.]$/);
  expect(row.title).not.toMatch(/\.$/);
  expect(row.title.length).toBeLessThan(60);
  expect(severities).toContain(row.severity);
  expect(row.sources.length).toBeGreaterThan(0);
  expect(new Set(row.sources).size).toBe(row.sources.length);
});

test.each(rows)(
  "%s fires on its example, with the severity of its row",
  (id, { severity, flag, properties: names }) => {
    const found = reviewWorkspace(examples[id as keyof typeof examples]).find(({ rule }) => rule === id);
    expect(found).toMatchObject({ rule: id, severity, flag });
    if (names.length > 0) expect(names).toContain(found!.property);
  },
);

test("titles can be told apart", () => {
  const titles = rows.map(([, { title }]) => title);
  const twice = titles.filter((title, at) => titles.indexOf(title) !== at);
  // Folders in memory are one thing, whichever property makes them.
  expect(twice).toEqual(["A folder in memory"]);
});

test("sources and the cited sections are known", () => {
  for (const [id, row] of rows) {
    for (const reference of row.sources) {
      const [code = ""] = reference.split(" ");
      expect(Object.hasOwn(sources, code), `${id}: ${reference}`).toBe(true);
      if (["CIS", "NIST", "OWASP"].includes(code))
        expect(citeSource(reference).section, `${id}: ${reference}`).toMatch(/ /);
      expect(citeSource(reference).title).not.toBe(reference);
    }
  }
  expect(citeSource("CIS 5.22")).toEqual({
    title: "CIS Docker Benchmark 1.6.0, in the numbering of docker-bench-security",
    section: "5.22 The default seccomp profile is not disabled",
    url: "https://github.com/docker/docker-bench-security",
  });
  expect(citeSource("constructor")).toEqual({ title: "constructor", section: "", url: null });
});

test("addresses are https and written out", () => {
  for (const source of Object.values(sources))
    if ("url" in source) expect(new URL(source.url).protocol).toBe("https:");
});

test("a rule's flag is the flag of its properties", () => {
  for (const [id, { flag, properties: names }] of rows) {
    for (const name of names.filter(isPropertyName)) {
      // These rules stand for both: run_config and the fields beside it.
      if (flag === null && name === "environment") continue;
      expect(`${id} ${name} ${officialFlag(name, "other")}`).toBe(`${id} ${name} ${flag}`);
    }
  }
});

test("every one of the 90 properties has words, a check and at least one rule, or is ignored by Kasm", () => {
  expect(Object.keys(shapes)).toHaveLength(90);
  expect(Object.keys(properties).sort()).toEqual(Object.keys(shapes).sort());
  expect(Object.keys(propertyChecks).sort()).toEqual(Object.keys(shapes).sort());
  const covered = new Set<string>(rows.flatMap(([, row]) => row.properties));
  expect(Object.keys(shapes).filter((name) => !covered.has(name))).toEqual(["hostname"]);
  expect(rules["neutral-option"].properties).toHaveLength(30);
});

test("the table of properties reads well", () => {
  for (const [name, { group, type, does, effect }] of Object.entries(properties)) {
    expect(Object.hasOwn(propertyGroups, group), name).toBe(true);
    expect(does, name).toMatch(/^["A-Z].*\.$/);
    expect(effect, name).toMatch(/^[A-Z].*[^.]$/);
    expect(type, name).not.toMatch(/\.$/);
  }
});

test("Kasm's three identifiers have words", () => {
  expect(Object.keys(officialRows)).toEqual(["flag_user", "flag_privileged", "flag_property"]);
});
