import { expect, test } from "vitest";
import type { LockedImage } from "../registry/model/image-lock.ts";
import { imageStateOf } from "./image-state.ts";

const built = (created: string, rest: object = {}): LockedImage => ({
  digest: "sha256:0",
  type: "",
  created,
  checked: "2026-11-29",
  platforms: {},
  config: {},
  ...rest,
});
const missing: LockedImage = { state: "missing", since: "2026-11-01" };

test.each<[LockedImage[], string]>([
  [[], ""],
  [[built("2025-11-29T00:00:00.000Z")], ""],
  [[built("2025-11-28T23:59:59.999Z")], "old"],
  [[built("2024-01-01T00:00:00.000Z"), built("2026-01-01T00:00:00.000Z")], ""],
  [[built("")], ""],
  [[built("2024-01-01T00:00:00.000Z"), built("")], "old"],
  [[built("2026-01-01T00:00:00.000Z"), missing], "missing"],
  [[built("2024-01-01T00:00:00.000Z", missing)], "missing"],
  [[{ state: "private", since: "2026-11-01" }], ""],
])("images %j are %j", (images, state) => {
  const lock = new Map(images.map((image, place) => [`docker.io/a/b:${place}`, image]));
  const releases = ["a/b:0", "a/b:1", "a/b:9", ""].map((image) => ({ image }));
  expect(imageStateOf(releases, lock)).toBe(state);
});
