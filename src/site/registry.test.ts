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

test("reads the registry again", () => {
  shareRegistry(registry("before"), () => registry("after"));
  rereadRegistry();
  expect(getRegistry().identity.name).toBe("after");
});
