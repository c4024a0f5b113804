import { expect, test } from "vitest";
import { kasmServers } from "../registry/model/kasm-versions.ts";
import { serversToChoose } from "./servers.ts";

test("known servers newest first, and those that only the registry names", () => {
  expect(serversToChoose(["1.16.x", "1.18.1"])).toEqual(kasmServers.toReversed());
  expect(serversToChoose(["1.99.x", "1.17.9", "1.17.x"])).toEqual(
    expect.arrayContaining(["1.99.x", "1.17.9", ...kasmServers]),
  );
  expect(serversToChoose(["1.99.x"])[0]).toBe("1.99.x");
});
