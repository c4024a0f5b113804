import { expect, test } from "vitest";
import { oldAddress, parseOldAddresses, redirectsOf } from "./old-addresses.ts";

test("addresses are those of the official template: the image's name in 1.0, the friendly name in 1.1", () => {
  // Both are real addresses of the template's own site.
  expect(oldAddress("1.0", { name: "kasmweb/chromium:develop", friendly_name: "Chromium" })).toBe(
    "1.0/new/a2FzbXdlYi9jaHJvbWl1bTpkZXZlbG9w/",
  );
  expect(oldAddress("1.1", { friendly_name: "Chromium" })).toBe("1.1/new/Q2hyb21pdW0=/");
});

test("there is none where the template could not make a page", () => {
  expect(oldAddress("1.1", { friendly_name: "桌面" })).toBeNull();
  expect(oldAddress("1.0", {})).toBeNull();
  expect(oldAddress("1.0", { name: null })).toBeNull();
  expect(oldAddress("1.0", { name: "" })).toBeNull();
});

test("redirects are relative; what is gone leads to the store-front", () => {
  const addresses = {
    "1.0/new/YWI=/": "My Editor",
    "1.1/new/YWI/YWI=/": "My Editor",
    "1.1/new/eA==/": "Gone",
  };
  expect(
    redirectsOf(addresses, [{ folder: "My Editor", slug: "my-editor" }], (slug) => `workspaces/${slug}/`),
  ).toEqual([
    { schema: "1.0", id: "YWI=", target: "../../../workspaces/my-editor/" },
    { schema: "1.1", id: "YWI/YWI=", target: "../../../../workspaces/my-editor/" },
    { schema: "1.1", id: "eA==", target: "../../../" },
  ]);
});

test("what is no old address is left out", () => {
  for (const text of [
    null,
    "",
    "[]",
    "{",
    '{"../../etc/": "x"}',
    '{"1.0/new/../x/": "x"}',
    '{"1.0/new/YWI=": "x"}',
    '{"1.0/new/YWI=/": 1}',
    '{"1.2/new/YWI=/": "x"}',
    '{"1.0/new//YWI=/": "x"}',
    '{"1.0/new/YW//YWI=/": "x"}',
    JSON.stringify({ [`1.0/new/${"A".repeat(256)}/`]: "x" }),
  ])
    expect(parseOldAddresses(text), String(text)).toEqual({});
  expect(parseOldAddresses('{"1.0/new/YWI=/": "x", "bad": "y"}')).toEqual({ "1.0/new/YWI=/": "x" });
});
