import { expect, test } from "vitest";
import { drawMonogram } from "../../../edit/new/monogram.ts";
import { newFileAddress } from "./github.ts";

const repository = "https://github.com/example/registry";

test("a drawn icon of any letter fits into an address many times over", () => {
  for (const name of ["Firefox", "中文桌面", "𠮷野家", "Ω"]) {
    const drawing = drawMonogram(name);
    const address = newFileAddress(repository, `workspaces/${name}/icon.svg`, drawing)!;
    expect(new URL(address).searchParams.get("value")).toBe(drawing);
    expect(address.length).toBeLessThan(1000);
  }
});

test("an address is as long as 7,500 characters, and no longer", () => {
  const rest = newFileAddress(repository, "a/workspace.json", "x")!.length - 1;
  expect(newFileAddress(repository, "a/workspace.json", "x".repeat(7500 - rest))).toHaveLength(7500);
  expect(newFileAddress(repository, "a/workspace.json", "x".repeat(7501 - rest))).toBeNull();
  // Each line end and quotation mark takes three characters of it.
  expect(newFileAddress(repository, "a/workspace.json", "\n".repeat(2500))).toBeNull();
});
