import { expect, test } from "vitest";
import { releaseFor } from "./releases.ts";

const versions = (...names: string[]) => names.map((version) => ({ version }));

test.each([
  ["1.18.1", ["1.18.x", "1.18.1"], "1.18.1"],
  ["1.18.1", ["1.18.0", "1.18.x"], "1.18.x"],
  ["1.18.1", ["1.18.0", "1.17.x"], undefined],
  ["1.18.1", ["1.18", "v1.18.1"], undefined],
])("server %s of %j takes %s", (server, names, taken) =>
  expect(releaseFor(versions(...names), server)?.version).toBe(taken),
);
