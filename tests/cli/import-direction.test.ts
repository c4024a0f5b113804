import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../support/run.ts";

/** Each room may import from those above it in this list, and from itself; rooms of one line may not import each other. */
const floors = [
  ["package.json", "schema", "styles"],
  ["strings"],
  ["registry/model"],
  ["registry/json"],
  ["icons/inspect"],
  ["registry/read"],
  ["registry/check"],
  ["registry/lists", "review"],
  ["registry/load"],
  ["report"],
  ["icons", "edit", "docker", "history", "images"],
  ["site"],
  ["client"],
  ["components"],
  ["layouts"],
  ["pages"],
  ["publish"],
  ["tools"],
  ["tests"],
  ["scripts"],
];

test("imports run from higher rooms to lower ones, and never in a circle", () => {
  const imports = importGraph();
  const wrong = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(target) >= floorOf(file))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
  expect(circleIn(imports)).toEqual([]);
});

/** Every file of src/ and scripts/ with the files of this repository that it imports, types included. */
function importGraph(): Map<string, string[]> {
  const files = ["src", "scripts"]
    .flatMap((top) =>
      readdirSync(join(projectRoot, top), { recursive: true, encoding: "utf8" }).map(
        (path) => `${top}/${path.replaceAll("\\", "/")}`,
      ),
    )
    .filter((path) => /\.(ts|astro)$/.test(path) && !/\.(test|fixture)\.ts$/.test(path));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(projectRoot, file), "utf8");
      const targets = [...text.matchAll(/(?:\bfrom|\bimport|\bglob|\bURL)\s*\(?\s*["'`](\.[^"'`?]+)/g)].map(
        ([, path]) => normalize(join(dirname(file), path!)).replaceAll("\\", "/"),
      );
      return [file, targets];
    }),
  );
}

function roomOf(file: string): string {
  if (file === "src/registry/load.ts") return "registry/load";
  const [top, room, part] = file.split("/") as [string, string?, string?];
  if (top !== "src") return top;
  const isOpened = room === "registry" || (room === "icons" && part === "inspect");
  return isOpened ? `${room}/${part}` : room!;
}

function floorOf(file: string): number {
  const floor = floors.findIndex((rooms) => rooms.includes(roomOf(file)));
  expect(floor, `${roomOf(file)}, of ${file}, is missing from the list`).not.toBe(-1);
  return floor;
}

/** The files of one circle of imports, in order; empty where there is none. */
function circleIn(imports: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const target of imports.get(file) ?? []) {
      const circle = visit(target);
      if (circle.length > 0) return circle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}
