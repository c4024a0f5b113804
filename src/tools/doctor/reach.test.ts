import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { promises } from "node:dns";
import { expect, test, vi } from "vitest";
import { makeGet } from "./fetch.ts";
import { isInner, Reach } from "./reach.ts";

test.each([
  ["127.0.0.1", true],
  ["127.255.255.255", true],
  ["0.0.0.0", true],
  ["10.1.2.3", true],
  ["100.64.0.1", true],
  ["100.128.0.1", false],
  ["169.254.169.254", true],
  ["172.15.0.1", false],
  ["172.16.0.1", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["192.169.1.1", false],
  ["203.0.113.7", false],
  ["::1", true],
  ["::", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["2001:db8::1", false],
  ["::ffff:127.0.0.1", true],
  ["::ffff:203.0.113.7", false],
  ["64:ff9b::10.0.0.1", true],
  ["64:ff9b::203.0.113.7", false],
  ["::7f00:1", true],
  ["64:ff9b:1::7f00:1", true],
  ["64:ff9b:1:7f00:0:100::", true],
  ["2002:7f00:1::", true],
  ["fec0::1", true],
  ["ff02::1", true],
  ["198.18.0.1", true],
  ["192.0.0.1", true],
  ["239.1.1.1", true],
  ["255.255.255.255", true],
  ["223.255.255.255", false],
])("%s is an inner address: %s", (address, expected) => expect(isInner(address)).toBe(expected));

test("a public registry names no inner address, and an inner one may", () => {
  const fromOutside = new Reach();
  expect(fromOutside.refuse(["203.0.113.7"])).toBe(null);
  expect(fromOutside.refuse(["203.0.113.7", "10.0.0.1"])).toBe("10.0.0.1");
  expect(fromOutside.refuse(["203.0.113.8"])).toBe(null);
  const inside = new Reach();
  expect(inside.refuse(["192.168.1.1"])).toBe(null);
  expect(inside.refuse(["127.0.0.1"])).toBe(null);
});

test("a name that leads to this machine is refused where the registry is public", async () => {
  const reach = new Reach();
  const lookup = promisify(reach.lookup);
  reach.refuse(["203.0.113.7"]);
  await expect(lookup("localhost", {})).rejects.toMatchObject({ code: "EPRIVATE" });
  const inside = new Reach();
  await expect(promisify(inside.lookup)("localhost", { family: 4 })).resolves.toBe("127.0.0.1");
});

test("an address that a public registry names is not asked, and said", async () => {
  const get = makeGet({ timeout: 50 });
  await get("http://203.0.113.7/versions.txt", { limit: 10 });
  for (const host of ["127.0.0.1", "[::1]", "localhost", "169.254.169.254"])
    expect(await get(`http://${host}:9/`, { limit: 10 }), host).toMatchObject({
      ok: false,
      fault: { code: "private-address" },
    });
});

test.each(["127.0.0.1", "localhost"])("a proxy at %s leads to no inner address either", async (proxy) => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.writeHead(302, { location: new URL(url).searchParams.get("to") ?? "" }).end();
  }).listen(0, proxy);
  await once(server, "listening");
  const env = { HTTP_PROXY: `http://${proxy}:${(server.address() as AddressInfo).port}` };
  try {
    for (const registry of ["203.0.113.7", "name-that-only-the-proxy-knows.invalid"]) {
      const get = makeGet({ timeout: 20_000, env });
      for (const host of ["localhost", "169.254.169.254", "[::1]"]) {
        const url = `http://${registry}/?to=http://${host}:9/`;
        expect(await get(url, { limit: 10 }), url).toMatchObject({
          ok: false,
          fault: { code: "private-address" },
        });
        expect(asked.splice(0), url).toEqual([url]);
      }
    }
    // A registry within such a network may name its neighbours.
    const get = makeGet({ timeout: 20_000, env });
    await get("http://10.0.0.1/?to=http://localhost:9/?to=", { limit: 10 });
    expect(asked).toHaveLength(2);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test("a name that takes too long to resolve is not waited for", async () => {
  const get = makeGet({ timeout: 100, env: { HTTP_PROXY: "http://192.0.2.1:9" } });
  const lookup = vi.spyOn(promises, "lookup").mockReturnValue(new Promise(() => undefined) as never);
  const result = await get("http://slow.example/", { limit: 10 });
  expect(lookup).toHaveBeenCalledOnce();
  expect(result).toMatchObject({ ok: false, fault: { code: "timed-out", args: { seconds: "0.1" } } });
  lookup.mockRestore();
});
