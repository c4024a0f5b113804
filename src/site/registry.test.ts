import { expect, test } from "vitest";
import type { Registry } from "../registry/model/types.ts";
import { getRegistry, rereadRegistry, shareRegistry, withIdentityOnly } from "./registry.ts";

const registry = (name: string): Registry =>
  ({
    root: "/in",
    identity: { name },
    workspaces: [],
    problems: [],
    invalid: [],
    aside: [],
    modified: 0,
  }) as unknown as Registry;

test("a page that is kept from build to build sees the identity and nothing else, also after waiting", async () => {
  shareRegistry(registry("Lab"));
  await withIdentityOnly(async () => {
    await Promise.resolve();
    expect(getRegistry().identity.name).toBe("Lab");
    expect(() => getRegistry().workspaces).toThrow("pass what they show through their props");
    expect(() => getRegistry().modified).toThrow("registry.modified");
  });
  expect(getRegistry().workspaces).toEqual([]);
});

test("reading again replaces the registry, and says what changed", () => {
  shareRegistry(registry("before"), (changed) => registry(changed.join()));
  rereadRegistry(["Firefox", "Code"]);
  expect(getRegistry().identity.name).toBe("Firefox,Code");
});
