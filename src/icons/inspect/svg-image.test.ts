import { expect, test } from "vitest";
import { examineSvg, sanitizeSvg } from "./svg.ts";
import { nestedSvg } from "./svg-image.ts";

const namespace = 'xmlns="http://www.w3.org/2000/svg"';
const inner = `<svg ${namespace} width="9" height="9"><rect width="100%" height="9" fill="red"/></svg>`;
const unsafe = inner.replace("<rect", "<script>alert(1)</script><rect");
const base64 = (text: string): string => `data:image/svg+xml;base64,${btoa(text)}`;
const around = (address: string): string =>
  `<svg ${namespace} width="64" height="64"><image href="${address.replaceAll("<", "&lt;").replaceAll('"', "&quot;")}"/></svg>`;

test.each([
  base64(inner),
  base64(inner).replace(";base64", ";charset=utf-8;base64"),
  `data:image/svg+xml,${encodeURIComponent(inner)}`,
  `data:image/svg+xml;utf8,${inner}`,
  `data:image/svg+xml;utf8,${inner}#part`,
])("publishes a drawing inside as it is: %s", (address) => {
  expect(nestedSvg(address)).toBe(inner);
  expect(sanitizeSvg(around(address))).toBe(around(address));
});

test("a drawing inside is published without what is unsafe in it", () => {
  const published = sanitizeSvg(around(base64(unsafe)));
  const [, address = ""] = /href="([^"]*)"/.exec(published) ?? [];
  expect(nestedSvg(address)).toBe(inner);
  expect(sanitizeSvg(published)).toBe(published);
  expect(examineSvg(around(base64(unsafe)))).toMatchObject({ fault: null, lost: ["<script>"] });
});

test("drawings are read three deep", () => {
  const nest = (levels: number): string => (levels === 0 ? inner : around(base64(nest(levels - 1))));
  expect(sanitizeSvg(nest(3))).toBe(nest(3));
  expect(examineSvg(nest(4)).lost?.[0]).toContain("data:image/svg+xml");
});

test("counts what a drawing inside draws", () => {
  const many = `<svg ${namespace} width="9" height="9">${"<path/>".repeat(1000)}</svg>`;
  const repeated = around(base64(many)).replace("</svg>", `${'<use href="#i"/>'.repeat(250)}</svg>`);
  expect(examineSvg(repeated).fault).toBeNull();
  expect(examineSvg(repeated.replace("<image", '<image id="i"')).fault).toContain("too often");
});

test.each([
  base64("<svg/>"),
  base64("no drawing"),
  "data:image/svg+xml;base64,!",
  "data:image/svg+xml,%FF",
  "data:image/svg+xml",
])("leaves out %s, which is no drawing", (address) => {
  expect(sanitizeSvg(around(address))).toBe(around("").replace(' href=""', ""));
  expect(examineSvg(around(address)).lost).toEqual([`href=${address}`]);
});
