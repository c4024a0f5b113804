import { expect, test } from "vitest";
import type { ImageInfo, SourceFile } from "../registry/model/types.ts";
import { contentTypeOf, needsThumbnail, thumbnail, thumbnailId } from "./icons.ts";

const sha1 = "0123456789abcdef0123456789abcdef01234567";
const file = (image: Partial<ImageInfo> | null, size = 6 * 1024): SourceFile => ({
  name: "icon",
  path: "/icon",
  kind: "file",
  size,
  sha1,
  image: image && { format: "png", width: 128, height: 128, fault: null, ...image },
});

test.each<[string, SourceFile, boolean]>([
  ["a picture of 128 pixels and 6 KiB", file({}), false],
  ["one that is a byte larger", file({}, 6 * 1024 + 1), true],
  ["one that is a pixel wider", file({ width: 129 }), true],
  ["one that is a pixel higher", file({ height: 129 }), true],
  ["one of unknown width", file({ width: null }), true],
  ["one of unknown height", file({ height: null }), true],
  ["a drawing", file({ format: "svg" }), true],
  ["a large Windows icon", file({ format: "ico", width: 256 }, 99_999), false],
  ["what is no picture", file(null), false],
])("whether a smaller picture is made of %s: %s", (_, of, needed) => expect(needsThumbnail(of)).toBe(needed));

test("a thumbnail is named by its content, a small picture by its file", () => {
  expect(thumbnailId({ sha1 })).toBe("0123456789abcdef");
  expect(thumbnail({ icon: { file: file({ width: 300 }), published: "a b.png" } })).toBe(
    "thumbs/0123456789abcdef.webp",
  );
  expect(thumbnail({ icon: { file: file({}), published: "a b.png" } })).toBe("1.0/icons/a%20b.png");
  expect(thumbnail({ icon: { file: file(null), published: "a.png" } })).toBe("");
});

test.each([
  ["png", "image/png"],
  ["svg", "image/svg+xml"],
  ["ico", "image/x-icon"],
] as const)("the media type of %s is %s", (format, type) => {
  expect(contentTypeOf(file({ format }))).toBe(type);
  expect(contentTypeOf(file(null))).toBe("application/octet-stream");
});
