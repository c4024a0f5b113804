import { expect, test } from "vitest";
import { newestKasm } from "../../model/kasm-versions.ts";
import { messageOf } from "../../model/text.ts";
import { bent, codesOf, faultsOf, sound11 } from "../workspace.fixture.ts";

const entry = { version: newestKasm, image: "example/editor:1.0" };
const entries = [entry, { ...entry, version: "1.18.x", uncompressed_size_mb: 100 }];

test("names a workspace, or each entry, without a size", () => {
  expect(codesOf(bent({ uncompressed_size_mb: undefined }))).toEqual(["1:1 size-missing"]);
  expect(codesOf(bent({ compatibility: entries }, sound11))).toEqual(["9:5 size-missing"]);
  expect(messageOf(faultsOf(bent({ compatibility: entries }, sound11))[0]!)).toContain(
    `for "${newestKasm}". Kasm then shows no estimate`,
  );
});

test("a link has none", () => {
  const link = { image_type: "Link", link_url: "https://example.org/" };
  expect(codesOf(bent({ ...link, name: undefined, uncompressed_size_mb: undefined }))).toEqual([]);
  expect(codesOf(bent({ ...link, compatibility: [{ version: newestKasm }] }, sound11))).toEqual([]);
});

test("an entry without a version is named by its place", () => {
  const [, fault] = faultsOf(bent({ compatibility: [{ image: "example/editor:1.0" }] }, sound11));
  expect(messageOf(fault!)).toMatch(/^uncompressed_size_mb is missing in compatibility\[0\]\. /);
});

test("one cure is enough where the size is at the top of a 1.1 workspace", () => {
  expect(codesOf(bent({ compatibility: [entry], uncompressed_size_mb: 100 }, sound11))).toEqual([
    "14:3 schema-10-key",
  ]);
});
