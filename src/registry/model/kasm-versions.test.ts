import { expect, test } from "vitest";
import {
  compareVersions,
  kasmReleases,
  kasmServers,
  kasmVersions,
  likelyVersion,
  minorVersion,
  newestKasm,
  parseVersion,
  schemaRead,
  serversFor,
  suits,
} from "./kasm-versions.ts";

test("versions compare by number", () => {
  expect(
    ["1.20.x", "1.9.x", "odd", "1.16.10", "b", "odd", "1.16.9", "a", "1.16.x", "2.1.x"].sort(compareVersions),
  ).toEqual(["a", "b", "odd", "odd", "1.9.x", "1.16.x", "1.16.9", "1.16.10", "1.20.x", "2.1.x"]);
  expect(compareVersions("odd", "odd")).toBe(0);
  expect(newestKasm).toBe(
    [...kasmVersions].sort((a, b) => compareVersions(a.version, b.version)).at(-1)!.version,
  );
});

test("orders releases of a version by number", () =>
  expect(["1.18.1", "1.9.x", "1.18.0", "1.18.10", "1.18.2", "1.20.x"].sort(compareVersions)).toEqual([
    "1.9.x",
    "1.18.0",
    "1.18.1",
    "1.18.2",
    "1.18.10",
    "1.20.x",
  ]));

test("up to 1.15 servers read 1.0, from 1.16 on 1.1", () => {
  for (const { version, reads } of kasmVersions) expect(schemaRead(version)).toBe(reads);
  expect(["1.25.x", "1.15.3", "1.16.0"].map(schemaRead)).toEqual(["1.1", "1.0", "1.1"]);
});

test.each([
  ["1.13", "1.13.x"],
  ["1.13.1", "1.13.1"],
  ["v1.13.1", "1.13.1"],
  ["v1.16.X", "1.16.x"],
  [" 1.013.01 ", "1.13.1"],
  ["1.16.*", "1.16.x"],
  ["latest", null],
  ["x1.13", null],
  ["1.13.x.y", null],
  ["", null],
])("%j probably means %j", (text, likely) => expect(likelyVersion(text)).toBe(likely));

test("a server lists what names its release or its version with an x, and nothing else", () => {
  const listed = (server: string): string[] =>
    ["1.18.1", "1.18.x", "1.18", "1.18.0", "1.1.x", "1.180.x", "v1.18.1", "x", ""].filter((version) =>
      suits(server, version),
    );
  expect(listed("1.18.1")).toEqual(["1.18.1", "1.18.x"]);
  expect(listed("1.18.0")).toEqual(["1.18.x", "1.18.0"]);
  expect(listed("1.18.x")).toEqual(["1.18.x"]);
});

test("every release belongs to a known version", () => {
  expect([...new Set(kasmServers.map(minorVersion))]).toEqual(kasmVersions.map(({ version }) => version));
  expect(kasmReleases).toEqual([...kasmReleases].sort(compareVersions));
  expect(kasmReleases).toEqual(expect.arrayContaining(["1.16.0", "1.16.1", "1.18.1"]));
});

test("an exact version or one with an x has numbers, nothing else has", () => {
  expect(["1.18.x", "12.34.56", "v1.18.x", "1.18.xy", "1.18"].map(parseVersion)).toEqual([
    [1, 18],
    [12, 34, 56],
    null,
    null,
    null,
  ]);
});

test("an exact version of zero comes behind all of its minor version", () => {
  expect(compareVersions("1.18.0", "1.18.x")).toBeGreaterThan(0);
});

test("the servers for some versions are those that take one of them", () => {
  expect(serversFor(["1.17.x", "1.18.1"], ["1.16.0", "1.17.0", "1.18.0", "1.18.1"])).toEqual([
    "1.17.0",
    "1.18.1",
  ]);
});
