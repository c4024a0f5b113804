import { afterAll, expect, test, vi } from "vitest";

const invented = "1.99.x";

// Test files of this project share their modules.
afterAll(() => {
  vi.doUnmock("../model/kasm-versions.ts");
  vi.resetModules();
});

test("a Kasm release is one line in the table: fixtures follow it, and registries without it get a warning", async () => {
  const known = (await import("../model/kasm-versions.ts")).newestKasm;
  vi.resetModules();
  vi.doMock("../model/kasm-versions.ts", async (original) => {
    const table = await original<typeof import("../model/kasm-versions.ts")>();
    const kasmVersions = [...table.kasmVersions, { version: invented, reads: "1.1" }];
    return { ...table, kasmVersions, newestKasm: invented };
  });
  const { bent, codesOf, sound11 } = await import("./workspace.fixture.ts");
  const { entry11 } = await import("../../../tests/support/made-up-registry.ts");

  expect([codesOf(bent({})), codesOf(bent({}, sound11))]).toEqual([[], []]);
  expect(codesOf(bent({ compatibility: [known] }))).toEqual(["10:5 no-newest-version"]);
  expect(entry11("A").compatibility.at(-1).version).toBe(invented);
});
