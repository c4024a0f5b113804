import { expect, test } from "vitest";
import { importSettings } from "../../../strings/tools.ts";
import { isDetected, isInside, isSameRoot } from "./clues.ts";
import { mendAddress } from "./mend-address.ts";

const { spaces, scheme, comma } = importSettings.reasons;

test.each([
  ["https://a.example/x", "https://a.example/x", []],
  [" HTTP://A.example/x ", "http://a.example/x", []],
  ["https://a. example/x", "https://a.example/x", [spaces]],
  ["a.example/x", "https://a.example/x", [scheme]],
  ["//a.example/x", "https://a.example/x", [scheme]],
  ["htps://a.example/", "https://a.example/", [scheme]],
  ["https:/a.example/", "https://a.example/", [scheme]],
  ["https//a.example/", "https://a.example/", [scheme]],
  ["htttps://a.example/", "https://a.example/", [scheme]],
  ["ttps:/a.example/", "https://a.example/", [scheme]],
  ["http//a.example/", "https://a.example/", [scheme]],
  ["httpss://a.example/", "https://a.example/", [scheme]],
  ["https:///a.example/", "https://a.example/", []],
  ["///a.example/", "https://a.example/", [scheme]],
  ["a.example/http://x", "https://a.example/http://x", [scheme]],
  ["a.example/?x=ftp://y", "https://a.example/?x=ftp://y", [scheme]],
  ["https://a  b.example/ c", "https://ab.example/c", [spaces]],
  ["https://a.example:80/?x=https://a,b/", "https://a.example:80/?x=https://a,b/", []],
  ["https://192,0,2,1/", "https://192.0.2.1/", [comma]],
  ["https://a,b,example/x,y", "https://a.b.example/x,y", [comma]],
  ["a,ex ample/", "https://a.example/", [spaces, scheme, comma]],
  ["https://localhost:8080/", "https://localhost:8080/", []],
  ["https://192.0.2.1/", "https://192.0.2.1/", []],
  ["https://[::1]/", "https://[::1]/", []],
])("mends %j to %j", (text, url, reasons) => expect(mendAddress(text)).toEqual({ url, reasons }));

test.each([
  "ftp://a.example/",
  "javascript://a.example/",
  "https://kasm/",
  "https://a.1x/",
  "",
  "https://a!b.example/",
  "git+ssh://a.example/",
  "hxxps://a.example/",
  "h://a.example/",
  "https://a.example!/",
  "https://localhost.1x/",
  "https://xlocalhost/",
  "https://localhostx/",
  "write to me@a.example",
  "https://me:secret@a.example/",
])("makes no address of %j", (text) => expect(mendAddress(text)).toBeNull());

test.each([
  ["https://a.example/r/", "https://A.example/r", true],
  ["https://a.example/r//", "https://a.example/r", true],
  ["https://a.example/r", "https://a.example/s", false],
])("whether %s is the root %s: %s", (a, b, same) => expect(isSameRoot(a, b)).toBe(same));

test.each([
  ["https://a.example/r/logo.svg", true],
  ["https://a.example/logo.svg", false],
  ["https://b.example/r/logo.svg", false],
])("whether %s lies inside https://a.example/r/: %s", (address, inside) =>
  expect(isInside(address, "https://a.example/r/")).toBe(inside),
);

test.each([
  ["https://lab.github.io/r/", true],
  ["https://lab.gitlab.io/", true],
  ["https://lab.gitbox.io/", false],
  ["https://a.lab.github.io/", false],
  ["https://lab.github.io.example/", false],
])("whether %s is found without a setting: %s", (site, detected) => expect(isDetected(site)).toBe(detected));
