import { expect, test } from "vitest";
import { pictures as words } from "../../strings/check.ts";
import { decodeSvg, withoutDeclaration } from "./svg-encoding.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const declared = (encoding: string, rest = "<svg/>"): Uint8Array =>
  bytes(`<?xml version="1.0" encoding="${encoding}"?>${rest}`);
const decode = (of: Uint8Array): string => withoutDeclaration(decodeSvg(of));

test.each(["us-ascii", "ASCII", "latin1", "ISO-8859-1", "iso-8859-15", "windows-1252"])(
  "reads %s",
  (encoding) => expect(decode(declared(encoding, "<svg/>\x7f"))).toBe("<svg/>\x7f"),
);

test("reads each byte as the declared encoding means it", () => {
  expect(decode(declared("iso-8859-1", "\xe9"))).toBe("é");
  expect(decode(declared("windows-1251", "\xe9"))).toBe("й");
});

test.each(["UTF-8", "utf8"])("takes %s as it is", (encoding) =>
  expect(decode(declared(encoding, "\xc3\xa9"))).toBe("é"),
);

test.each([
  ["no declaration", "<svg>\xc3\xa9</svg>"],
  ["a declaration without an encoding", '<?xml version="1.0"?><svg>\xc3\xa9</svg>'],
  ["an encoding elsewhere", '<svg encoding="latin1">\xc3\xa9</svg>'],
  ["an encoding behind the declaration", '<?xml version="1.0"?><!-- encoding="latin1" -->\xc3\xa9'],
])("takes a text with %s for UTF-8", (_, text) => {
  expect(decodeSvg(bytes(text))).toContain("é");
  expect(() => decodeSvg(bytes(`${text}\xff`))).toThrow(words.otherEncoding);
});

test("reads the declaration behind a byte-order mark, with single quotes and spaces", () => {
  const text = "<?xml version='1.0' encoding = 'latin1'?>\xe9";
  expect(decodeSvg(bytes(text))).toContain("é");
  expect(decodeSvg(bytes(`\xef\xbb\xbf${text}`))).toContain("é");
});

test.each(["utf-16", "utf-7", "x-latin1", "latin1x", "iso-8859-123", "iso-8859-", "xutf-8", "utf-8x", ""])(
  "refuses the encoding %j by its name",
  (encoding) => expect(() => decodeSvg(declared(encoding))).toThrow(words.unknownEncoding(encoding)),
);

test("reads a declaration of any length to its end, and nothing behind it", () => {
  const late = `<?xml version="1.0"${" ".repeat(100_000)}encoding="GBK"?>`;
  expect(() => decodeSvg(bytes(`${late}<svg/>`))).toThrow(words.unknownEncoding("gbk"));
  expect(decodeSvg(bytes(`<svg/>${late}`))).toContain(late);
});

test("refuses a known encoding that no reader has", () => {
  expect(() => decodeSvg(declared("iso-8859-99"))).toThrow(words.otherEncoding);
});

test.each([
  ['<?xml version="1.0" encoding="latin1"?>\n <svg/>', "<svg/>"],
  ['\ufeff<?xml version="1.0"?><svg/>', "<svg/>"],
  ["<svg/>", "<svg/>"],
  ["<svg/><?xml ?>", "<svg/><?xml ?>"],
])("takes the declaration off %j", (text, rest) => expect(withoutDeclaration(text)).toBe(rest));
