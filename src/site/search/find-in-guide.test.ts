import { describe, expect, test } from "vitest";
import { flagIdWords } from "../../strings/findings.ts";
import { ruleRows } from "../../review/catalogue/rules.ts";
import { findInGuide } from "./find-in-guide.ts";
import { guideIndex } from "./guide-index.ts";

const { entries } = guideIndex();
const find = (query: string, isLast = false): string[] =>
  findInGuide(entries, query, isLast).map(({ anchor }) => anchor);

test("every flag, property and rule has an entry", () => {
  const anchors = entries.map(({ anchor }) => anchor);
  expect(anchors).toEqual(expect.arrayContaining([...Object.keys(flagIdWords), ...Object.keys(ruleRows)]));
  expect(anchors).toContain("property-cap_add");
  expect(new Set(anchors).size).toBe(anchors.length);
});

describe("a query that names something", () => {
  test.each([
    ["flag_property", "flag_property"],
    ["FLAG-PROPERTY", "flag_property"],
    ["SYS_ADMIN", "cap-sys-admin"],
    ["CAP_SYS_ADMIN", "cap-sys-admin"],
    ["sys admin", "cap-sys-admin"],
    ["cap_add", "property-cap_add"],
    ["privileged", "flag_privileged"],
    ["seccomp", "seccomp-unconfined"],
    ["seccomp-unconfined", "seccomp-unconfined"],
    ["env-secret", "env-secret"],
  ])("%s → %s first", (query, anchor) => expect(find(query)[0]).toBe(anchor));

  test("a property is followed by its rules, worst first", () =>
    expect(find("cap_add").slice(0, 3)).toEqual(["property-cap_add", "cap-all", "cap-sys-admin"]));
});

test.each(["firefox", "desktop", "docker", "dev", "sys", "", " ", "_", "中文"])("%j names nothing", (query) =>
  expect(find(query)).toEqual([]),
);

test("words of a title count where nothing else was found", () => {
  expect(find("docker socket")).toEqual([]);
  expect(find("docker socket", true)).toEqual(["mount-control-socket"]);
  expect(find("firefox", true)).toEqual([]);
  expect(find("to a", true)).toEqual([]);
});
