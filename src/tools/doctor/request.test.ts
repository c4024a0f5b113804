import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeGet } from "./fetch.ts";

const server = createServer((_, response) => response.end("x".repeat(10)));
let url: string;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const get = makeGet({ timeout: 30_000 });

test("reads a body when it is as long as the limit", async () =>
  expect(await get(url, { limit: 10 })).toMatchObject({ ok: true, cut: false, body: { length: 10 } }));

test("refuses a body when it is a byte longer than the limit", async () =>
  expect(await get(url, { limit: 9 })).toMatchObject({ ok: false, fault: { code: "too-large" } }));

test("cuts a body at the limit when that was asked for", async () =>
  expect(await get(url, { limit: 9, cut: true })).toMatchObject({
    ok: true,
    cut: true,
    body: { length: 9 },
  }));
