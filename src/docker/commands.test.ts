import { expect, test } from "vitest";
import { convertDocker } from "./index.ts";
import { options, shortOptions } from "./options.ts";
import { serviceKeys } from "./compose/keys.ts";
import { outcomeOf, pasteOf, table } from "./outcome.fixture.ts";

test.for(table)("reads $row", async ({ row, outcome }) => {
  expect(outcomeOf(await convertDocker(pasteOf(row)))).toEqual(outcome);
});

test("the table holds every option and every key", () => {
  const text = table.map(({ row }) => row).join("\n");
  const long = [...options.keys()].filter((name) => !text.includes(`--${name}`));
  const short = [...shortOptions.keys()].filter(
    (letter) => !new RegExp(`(?:^| )-\\w*${letter}`, "m").test(text),
  );
  const keys = Object.keys(serviceKeys).filter((key) => !new RegExp(`[{ ]${key}:`).test(text));
  expect({ long, short, keys }).toEqual({ long: [], short: [], keys: [] });
});

test("a range of 1,000 ports is read to its end", async () => {
  const result = await convertDocker("docker run -p 8000-8999:18000-18999 me/app:1");
  if (!result.ok) throw new Error(result.message);
  const { ports } = result.workspace["run_config"] as { ports: Record<string, number> };
  expect(Object.keys(ports)).toHaveLength(1000);
  expect(ports["18999/tcp"]).toBe(8999);
});
