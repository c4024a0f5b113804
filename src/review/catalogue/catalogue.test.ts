import { expect, test } from "vitest";
import { propertyChecks } from "../property-checks.ts";
import { severities } from "../severity.ts";
import { propertyTypes } from "../../registry/model/run-config.ts";
import { reviewWorkspace } from "../index.ts";
import { examples } from "./examples.ts";
import {
  flagIdWords,
  propertyGroupWords,
  propertyWords,
  ruleWords,
  sourceWords,
  topicWords,
} from "../../strings/findings.ts";
import { propertyGroups } from "./properties.ts";
import { ruleRows, wordsOf, type RuleId } from "./rules.ts";
import type { RuleRow } from "./row.ts";
import { readCitation, sourceUrls } from "./sources.ts";
import { topics } from "./topics.ts";

const rows = Object.entries(ruleRows) as [RuleId, RuleRow][];

test("208 rules, each in exactly one topic, in the order of the topics", () => {
  expect(rows).toHaveLength(208);
  expect(topics.flatMap((topic) => Object.keys(topic.rules))).toEqual(Object.keys(ruleRows));
  expect(topics.map(({ id }) => id)).toEqual(Object.keys(topicWords));
  expect(Object.keys(ruleWords)).toEqual(Object.keys(ruleRows));
});

test.each(rows)("%s says what, why, what to do, and where it comes from", (id, row) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const { title, reason, purpose, advice, varies } = wordsOf(id);
  const sentences = [reason, purpose, advice, ...(varies ? [varies] : [])];
  for (const text of [title, ...sentences]) {
    expect(text.trim(), id).toBe(text);
    expect(text, id).toMatch(/^["A-Z]/);
    expect(text, id).not.toMatch(/ {2}|\bTODO\b/);
  }
  for (const sentence of sentences) expect(sentence).toMatch(/[.]$/);
  expect(title).not.toMatch(/\.$/);
  expect(title.length).toBeLessThan(60);
  expect(severities).toContain(row.severity);
  expect(row.sources.length).toBeGreaterThan(0);
  expect(new Set(row.sources).size).toBe(row.sources.length);
});

test.each(rows)(
  "%s fires on its example, with the severity of its row",
  (id, { severity, properties: names }) => {
    const found = reviewWorkspace(examples[id]).find(({ rule }) => rule === id);
    expect(found).toMatchObject({ rule: id, severity });
    if (names.length > 0) expect(names).toContain(found!.property);
  },
);

test("titles can be told apart", () => {
  const titles = rows.map(([id]) => wordsOf(id).title);
  const twice = titles.filter((title, at) => titles.indexOf(title) !== at);
  // Folders in memory are one thing, whichever property makes them.
  expect(twice).toEqual(["Folder in memory"]);
});

test("sources and the cited sections are known", () => {
  for (const [id, row] of rows) {
    for (const reference of row.sources) {
      const [code = ""] = reference.split(" ");
      expect(Object.hasOwn(sourceUrls, code), `${id}: ${reference}`).toBe(true);
      if (["CIS", "NIST", "OWASP"].includes(code))
        expect(readCitation(reference).section, `${id}: ${reference}`).toMatch(/ /);
      expect(readCitation(reference).title).not.toBe(reference);
    }
  }
  expect(readCitation("CIS 5.22")).toEqual({
    title: "CIS Docker Benchmark 1.6.0, in the numbering of docker-bench-security",
    section: "5.22 The default seccomp profile is not disabled",
    url: "https://github.com/docker/docker-bench-security",
  });
  expect(readCitation("constructor")).toEqual({ title: "constructor", section: "", url: null });
});

test("addresses are https and written out", () => {
  for (const url of Object.values(sourceUrls)) if (url !== null) expect(new URL(url).protocol).toBe("https:");
  expect(Object.keys(sourceUrls)).toEqual(Object.keys(sourceWords));
});

test("every one of the 90 properties has words, a check and at least one rule, or is ignored by Kasm", () => {
  expect(Object.keys(propertyTypes)).toHaveLength(90);
  expect(Object.keys(propertyGroups).sort()).toEqual(Object.keys(propertyTypes).sort());
  expect(Object.keys(propertyWords)).toEqual(Object.keys(propertyGroups));
  expect(Object.keys(propertyChecks).sort()).toEqual(Object.keys(propertyTypes).sort());
  const covered = new Set<string>(rows.flatMap(([, row]) => row.properties));
  expect(Object.keys(propertyTypes).filter((name) => !covered.has(name))).toEqual(["hostname"]);
  expect(ruleRows["neutral-option"].properties).toHaveLength(30);
});

test("the table of properties reads well", () => {
  expect(new Set(Object.values(propertyGroups))).toEqual(new Set(Object.keys(propertyGroupWords)));
  for (const [name, text] of Object.entries(propertyWords)) expect(text, name).toMatch(/^["A-Z].*\.$/);
});

test("Kasm's three identifiers have words", () => {
  expect(Object.keys(flagIdWords)).toEqual(["flag_user", "flag_privileged", "flag_property"]);
});
