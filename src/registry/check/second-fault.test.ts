import { expect, test } from "vitest";
import { toPointer, type JsonObject, type JsonValue } from "../model/json.ts";
import { workspaceSchemas, type Schema } from "../model/schemas.ts";
import { bent, faultsOf, sound, sound11 } from "./workspace.fixture.ts";

/** Values of a wrong type as JSON texts: 1.20 and 1.2 are different versions. */
const wrong = [
  "1.20",
  "-1",
  "2.5",
  "1e12",
  "true",
  '""',
  '"x"',
  '"2.5"',
  '"-4"',
  '"007"',
  '"1.18"',
  '"x86_64"',
];

/** The places of all fields and of the first item of each list. */
function placesOf(schema: Schema, place: (string | number)[] = []): (string | number)[][] {
  const inner = schema.items ? [[...place, 0], ...placesOf(schema.items, [...place, 0])] : [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => [
    [...place, key],
    ...placesOf(field, [...place, key]),
  ]);
  return [...own, ...inner];
}

/** The workspace as JSON with a text in the place of one value. */
function withText(base: JsonObject, place: readonly (string | number)[], text: string): string {
  const copy = structuredClone(base);
  let parent: JsonValue = copy;
  for (const [index, step] of place.slice(0, -1).entries()) {
    const inside = parent as Record<string | number, JsonValue>;
    inside[step] ??= typeof place[index + 1] === "number" ? [] : {};
    parent = inside[step];
  }
  (parent as Record<string | number, JsonValue>)[place.at(-1)!] = "here it is";
  return bent(copy, {}).replace('"here it is"', () => text);
}

test.each(["1.0", "1.1"] as const)("a cure of schema %s leads to no second fault", (schema) => {
  const base = schema === "1.0" ? sound : sound11;
  let followed = 0;
  for (const place of placesOf(workspaceSchemas[schema]).filter(([key]) => key !== "$schema")) {
    for (const text of wrong) {
      const pointer = toPointer(place);
      const isHere = (fault: { pointer: string }): boolean => fault.pointer === pointer;
      const fault = faultsOf(withText(base, place, text)).find(
        (each) => isHere(each) && /^(wrong-type|empty-value)$/.test(each.code),
      );
      const cure = /^Write (?:for instance )?(.*?)(?:, without quotation marks)?\.$/.exec(
        fault?.args["cure"] ?? "",
      )?.[1];
      if (cure === undefined || pointer === "/image_src") continue;
      followed++;
      const after = faultsOf(withText(base, place, cure)).filter(
        // A number of the right type can still be in another unit.
        (each) =>
          each.pointer.startsWith(pointer) &&
          !/^(size-missing|no-newest-version|unlikely-unit)$/.test(each.code),
      );
      expect(
        after.map(({ code }) => code),
        `${pointer} ${text}: ${cure}`,
      ).toEqual([]);
    }
  }
  expect(followed).toBeGreaterThan(300);
});

test.each(["[]", "null", "true", "{}", '"x"'])("no version is missed after the cure of %s", (text) => {
  const cure = /\[.*\]/.exec(faultsOf(withText(sound, ["compatibility"], text))[0]!.args["cure"]!)![0];
  expect(faultsOf(withText(sound, ["compatibility"], cure))).toEqual([]);
});

test("a version written as a number is meant as it is written", () => {
  const cureOf = (text: string): string => faultsOf(text)[0]!.args["cure"]!;
  expect(cureOf(withText(sound, ["compatibility", 0], "1.20"))).toBe('Write "1.20.x".');
  expect(cureOf(withText(sound11, ["compatibility", 0, "version"], "1.19"))).toBe('Write "1.19.x".');
});
