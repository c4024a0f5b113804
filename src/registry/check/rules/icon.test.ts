import { expect, test } from "vitest";
import { bent, faultsOf, picture } from "../workspace.fixture.ts";

const name = (length: number): string => `${"x".repeat(length - 4)}.png`;

test.each<[name: string, image_src: string, files: ReturnType<typeof picture>[], code: string | null]>([
  ["accepts an icon beside workspace.json", "a.png", [picture("a.png")], null],
  ["reports an icon that is not there", "a.png", [], "icon-missing"],
  ["reports an icon when only another picture is there", "a.png", [picture("b.png")], "icon-missing"],
  ["reports an icon when its file differs in case", "a.png", [picture("A.PNG")], "icon-case"],
  ["reports an address", "https://example.org/a.png", [], "icon-url"],
  ["reports an address without scheme", "//example.org/a.png", [], "icon-url"],
  ["reports a data URL", "data:image/png;base64,AAAA", [], "icon-url"],
  ["reports a blob URL", "blob:https://example.org/1", [], "icon-blob"],
  ["reports a path", "icons/a.png", [picture("a.png")], "icon-path"],
  ["reports a path upwards", "../a.png", [], "icon-path"],
  ["reports a Windows path", "icons\\a.png", [], "icon-path"],
  ["reports an encoded path", "%2e%2e%2fa.png", [], "icon-path"],
  ["reports the name of a device", "con.png", [picture("con.png")], "icon-path"],
  ["reports a JPEG named .png", "a.png", [picture("a.png", { format: "jpeg" })], "icon-content-type"],
  ["reports a file that is no picture", "a.png", [picture("a.png", null)], "icon-type"],
  ["reports a picture browsers do not show", "a.tiff", [picture("a.tiff", { format: "tiff" })], "icon-type"],
  [
    "reports a picture that ends too early",
    "a.png",
    [picture("a.png", { fault: "the file ends too early" })],
    "icon-broken",
  ],
  [
    "reports a picture of 30,000 pixels",
    "a.png",
    [picture("a.png", { width: 30000, height: 30000 })],
    "icon-too-large",
  ],
  ["accepts a picture of 4,096 pixels", "a.png", [picture("a.png", { width: 4096, height: 4096 })], null],
  [
    "reports a picture of 4,097 pixels in width",
    "a.png",
    [picture("a.png", { width: 4097, height: 4096 })],
    "icon-too-large",
  ],
  [
    "reports a picture of 4,097 pixels in height",
    "a.png",
    [picture("a.png", { width: 4096, height: 4097 })],
    "icon-too-large",
  ],
  [
    "reports a GIF of 380 frames",
    "a.gif",
    [picture("a.gif", { format: "gif", width: 472, height: 472, frames: 380 })],
    "icon-too-large",
  ],
  [
    "accepts a small GIF of many frames, which is published as it is",
    "a.gif",
    [picture("a.gif", { format: "gif", width: 200, height: 200, frames: 2000 })],
    null,
  ],
  ["accepts a Windows icon", "a.ico", [picture("a.ico", { format: "ico" })], null],
  [
    "reports a picture of two squares",
    "a.png",
    [picture("a.png", { width: 200, height: 100 })],
    "icon-not-square",
  ],
  ["reports a picture of 48 pixels", "a.png", [picture("a.png", { width: 48, height: 48 })], "icon-small"],
  [
    "accepts a drawing of 24 pixels",
    "a.svg",
    [picture("a.svg", { format: "svg", width: 24, height: 24 })],
    null,
  ],
  [
    "reports a drawing of a tenth of a pixel",
    "a.svg",
    [picture("a.svg", { format: "svg", width: 0.09, height: 0.09 })],
    "icon-broken",
  ],
  [
    "reports a drawing that is a line",
    "a.svg",
    [picture("a.svg", { format: "svg", width: 4000, height: 39 })],
    "icon-broken",
  ],
  [
    "reports a drawing without a size",
    "a.svg",
    [picture("a.svg", { format: "svg", width: null, height: null })],
    "icon-unsized",
  ],
  [
    "reports a drawing that loses a part",
    "a.svg",
    [picture("a.svg", { format: "svg", lost: ["<script>"] })],
    "icon-stripped",
  ],
  ["reports an empty drawing", "a.svg", [picture("a.svg", { format: "svg", isBlank: true })], "icon-blank"],
  [
    "reports a pointer of Git LFS",
    "a.png",
    [picture("a.png", { format: "lfs", width: null, height: null, fault: "x" })],
    "icon-type",
  ],
  ["accepts a name of 200 bytes", name(200), [picture(name(200))], null],
  ["reports a name of 201 bytes", name(201), [picture(name(201))], "icon-path"],
  ["accepts a picture of 50 pixels", "a.png", [picture("a.png", { width: 50, height: 50 })], null],
  ["reports a picture of 49 pixels", "a.png", [picture("a.png", { width: 49, height: 50 })], "icon-small"],
  ["accepts sides that differ by 2 %", "a.png", [picture("a.png", { width: 200, height: 196 })], null],
  [
    "reports sides that differ by more",
    "a.png",
    [picture("a.png", { width: 200, height: 195 })],
    "icon-not-square",
  ],
  ["reports a picture without a height", "a.png", [picture("a.png", { height: 0 })], "icon-broken"],
  ["reports a name without an extension", "a", [picture("a")], "icon-extension"],
])("%s", (_, image_src, files, code) =>
  expect(faultsOf(bent({ image_src }), files).map((fault) => fault.code)).toEqual(code ? [code] : []),
);

test("names the files that are there in place of the icon", () => {
  const of = (...names: string[]) =>
    faultsOf(
      bent({ image_src: "a.png" }),
      names.map((each) => picture(each)),
    )[0]?.args;
  expect(of("b.png")).toMatchObject({ files: '"b.png"' });
  expect(of("b.png")?.["cure"]).toContain('"b.png"');
  expect(of("b.png", "c.png")).toMatchObject({ files: '"b.png", "c.png"' });
});
