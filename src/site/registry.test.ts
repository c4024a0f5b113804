import { expect, test } from "vitest";
import type { Registry } from "../registry/model/types.ts";
import { getRegistry, rereadRegistry, shareRegistry } from "./registry.ts";

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

test("reading again replaces the registry, and says what changed", () => {
  shareRegistry(registry("before"), (changed) => registry(changed.join()));
  rereadRegistry(["Firefox", "Code"]);
  expect(getRegistry().identity.name).toBe("Firefox,Code");
});
