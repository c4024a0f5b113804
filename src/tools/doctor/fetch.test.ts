import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { stages } from "../../strings/doctor.ts";
import { makeGet } from "./fetch.ts";
import { some } from "./printable.ts";

test("a timeout before the secure connection is there is called no connection", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const stageOf = async (scheme: string): Promise<string | undefined> => {
    const result = await makeGet({ timeout: 300 })(`${scheme}://127.0.0.1:${port}/`, { limit: 10 });
    return result.ok ? undefined : result.fault.args["stage"];
  };
  expect(await stageOf("https")).toBe(stages.connecting);
  expect(await stageOf("http")).toBe(stages.waiting);
  silent.close();
});

test("names three items and counts the rest", () => {
  expect(some(["a", "b", "c"])).toBe("a, b and c");
  expect(some(["a", "b", "c", "d"])).toBe("a, b, c and 1 more");
  expect(some([])).toBe("nothing");
});
