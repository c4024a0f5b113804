import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PictureProcesses } from "../../../src/icons/pool.ts";
import { cachedPictures } from "../../../src/publish/icon-cache.ts";
import { drawIcons } from "../../../src/publish/draw-icons.ts";
import { iconPictures } from "../../../src/site/icons.ts";
import { sharePictures } from "../../../src/site/pictures.ts";
import { publishIcon } from "../../../src/icons/draw.ts";
import { readImage } from "../../../src/icons/inspect/format.ts";
import { jpeg, png } from "../../support/made-up-registry.ts";
import { drawing } from "../../support/run.ts";
import { dangersIn } from "./clean-svg.ts";
import { contentFolder, load, problemsOf, sound } from "../../support/content-folder.ts";

const svgNamespace = "http://www.w3.org/2000/svg";
const svg = (inner: string, attributes = ""): string =>
  `<svg xmlns="${svgNamespace}" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64" viewBox="0 0 64 64"${attributes}>${inner}<rect id="kept" width="9" height="9"/></svg>`;
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** Under each of these names, the byte before `]]>` and the bracket after it are one letter: a comment is then markup. */
const twoByteEncodings = ["GBK", "gb18030", "Big5", "Shift_JIS", "EUC-KR", "EUC-JP", "windows-949"];
const twoFaced = svg(
  "<title><![CDATA[\u4e2d]]></title><!-- ]]></title><script>alert(1)</script><title><![CDATA[ --><title><![CDATA[ ]]></title>",
);
const encodingDeclarations: [name: string, declaration: string][] = [
  ...twoByteEncodings.flatMap((encoding): [string, string][] => [
    [`${encoding}`, `<?xml version="1.0" encoding="${encoding}"?>`],
    [`${encoding} behind 500 spaces`, `<?xml version="1.0"${" ".repeat(500)}encoding="${encoding}"?>`],
  ]),
  ["GBK behind line breaks and tabs", `<?xml version='1.0'${"\r\n\t".repeat(1000)}encoding\n=\n'GBK'\n?>`],
  ["GBK between spaces", `<?xml version="1.0" encoding${" ".repeat(3000)}=${" ".repeat(300)}"GBK" ?>`],
  ["GBK behind a byte-order mark", `\ufeff<?xml version="1.0"${" ".repeat(500)}encoding="GBK"?>`],
  ["GBK behind an end that is none", `<?xml version="1.0" standalone=">" encoding="GBK"?>`],
  ["GBK as a second declaration", `<?xml version="1.0"?><?xml version="1.0" encoding="GBK"?>`],
  ["GBK in capitals", `<?XML VERSION="1.0" ENCODING="GBK"?>`],
  ["GBK before UTF-8", `<?xml version="1.0" encoding="GBK" encoding="UTF-8"?>`],
  ["GBK inside the version", `<?xml version=" encoding='utf-8' " encoding="GBK"?>`],
  ["GBK behind white space", ` <?xml version="1.0" encoding="GBK"?>`],
  ["an encoding of seven bits", `<?xml version="1.0"${" ".repeat(500)}encoding="hz-gb-2312"?>`],
  ["an encoding of no browser", `<?xml version="1.0"${" ".repeat(500)}encoding="x-user-defined"?>`],
];

async function publish(bytes: Uint8Array): Promise<string> {
  const info = readImage(bytes)!;
  return Buffer.from(await publishIcon(bytes, info, "fit")).toString("utf8");
}

describe("a drawing is published without what runs or loads", () => {
  const cases: [name: string, content: string | Uint8Array][] = [
    ["a script", svg("<script>alert(1)</script>")],
    ["a script by address", svg('<script href="https://example.org/x.js"/>')],
    ["a script with another prefix", svg(`<s:script xmlns:s="${svgNamespace}">alert(1)</s:script>`)],
    ["a script of XHTML", svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>')],
    [
      "a script in an element of an editor",
      svg(`<x:y xmlns:x="urn:x"><script xmlns="${svgNamespace}">alert(1)</script></x:y>`),
    ],
    ["a script in CDATA", svg("<script><![CDATA[alert(1)]]></script>")],
    ["a script by entity", `<!DOCTYPE svg [<!ENTITY s "alert(1)">]>${svg("<script>&s;</script>")}`],
    ["a handler", svg('<rect onload="alert(1)" width="1"/>')],
    ["a handler of the root", svg("", ' onload="alert(1)"')],
    ["a handler in capitals", svg('<rect ONCLICK="alert(1)" width="1"/>')],
    ["a handler by a default attribute", `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg("")}`],
    ["an external subset", `<!DOCTYPE svg SYSTEM "https://example.org/x.dtd" [<!ELEMENT x ANY>]>${svg("")}`],
    ["a style sheet instruction", `<?xml-stylesheet href="https://example.org/x.css"?>${svg("")}`],
    [
      "a transformation",
      `<?xml-stylesheet type="text/xsl" href="#x"?>${svg('<xsl:stylesheet id="x" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/>')}`,
    ],
    [
      "a foreign object",
      svg(
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/"/></foreignObject>',
      ),
    ],
    [
      "XHTML without a foreign object",
      svg('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://example.org/"/>'),
    ],
    [
      "MathML with a link",
      svg('<math xmlns="http://www.w3.org/1998/Math/MathML" href="javascript:alert(1)">x</math>'),
    ],
    ["XUL", svg('<x:script xmlns:x="http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul"/>')],
    ["an external picture", svg('<image href="https://example.org/x.png"/>')],
    ["an external picture in the old way", svg('<image xlink:href="//example.org/x.png"/>')],
    ["an external picture by a relative address", svg('<image href="../../../private.png"/>')],
    [
      "a drawing as data that runs",
      svg(
        `<image href="data:image/svg+xml;base64,${Buffer.from(svg("<script>alert(1)</script>")).toString("base64")}"/>`,
      ),
    ],
    [
      "a drawing as data that loads",
      svg(`<image href="data:image/svg+xml,${encodeURIComponent(svg('<image href="//example.org/x"/>'))}"/>`),
    ],
    ["a drawing as data", svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
    ["a page as data", svg('<image href="data:text/html,x"/>')],
    ["another file's symbol", svg('<use href="other.svg#x"/>')],
    ["another file's symbol as data", svg('<use href="data:image/svg+xml,x#x"/>')],
    ["a link that runs", svg('<a href="javascript:alert(1)"><rect width="1"/></a>')],
    [
      "a link that runs, with white space",
      svg('<a xlink:href=" java&#x0A;script:alert(1)"><rect width="1"/></a>'),
    ],
    ["a link elsewhere", svg('<a href="https://example.org/"><rect width="1"/></a>')],
    [
      "an animation of a link",
      svg('<a id="l"><animate attributeName="href" values="javascript:alert(1)"/></a>'),
    ],
    ["a handler that is set", svg('<set attributeName="onload" to="alert(1)"/>')],
    ["an import", svg("<style>@import 'https://example.org/x.css';</style>")],
    [
      "an import behind a text that looks like a comment",
      svg('<style>a{content:"/*"}@import "//example.org/x";b{content:"*/"}</style>'),
    ],
    [
      "an import behind an element in the style",
      svg("<style><g/>@import url(https://example.org/x.css);</style>"),
    ],
    ["an import in CDATA", svg("<style><![CDATA[@import url(//example.org/x)]]></style>")],
    ["an import with an escape", svg("<style>@\\69mport '//example.org/x';</style>")],
    ["an import with a simple escape", svg("<style>@im\\port '//example.org/x';</style>")],
    ["an address with an escape", svg("<style>rect{fill:u\\rl(//example.org/x)}</style>")],
    ["an address with a hexadecimal escape", svg('<rect style="fill:\\75rl(//example.org/x)"/>')],
    ["an address in a style", svg("<style>rect{filter:url(https://example.org/f.svg#f)}</style>")],
    ["an address in capitals", svg('<rect fill="URL(//example.org/x)"/>')],
    ["an address in an attribute", svg("<rect mask=\"url('https://example.org/m.svg#m')\"/>")],
    ["an address behind a harmless one", svg('<rect style="fill:url(#a);mask:url(//example.org/x)"/>')],
    ["a font", svg("<style>@font-face{font-family:x;src:url(https://example.org/x.woff)}</style>")],
    ["an image-set", svg("<style>rect{background:image-set('//example.org/x' 1x)}</style>")],
    [
      "a cross-fade",
      svg("<style>rect{background:-webkit-cross-fade(url(//example.org/x),url(#a),50%)}</style>"),
    ],
    ["an old expression", svg('<rect style="width:expression(alert(1))"/>')],
    ["a binding", svg('<rect style="-moz-binding:url(//example.org/x#x)"/>')],
    ["another base", svg('<use href="#kept"/>', ' xml:base="https://example.org/"')],
    ["a picture in a filter", svg('<filter id="f"><feImage href="https://example.org/x"/></filter>')],
    ["a byte-order mark before a script", `\ufeff${svg("<script>alert(1)</script>")}`],
    [
      "markup that only Shift-JIS sees",
      Buffer.concat([
        latin1('<?xml version="1.0" encoding="Shift_JIS"?>'),
        latin1(svg('<rect id="\x81" class=" onload=&quot;" width="1"/>')),
      ]),
    ],
    [
      "markup that only ISO-2022-JP sees",
      latin1(`<?xml version="1.0" encoding="iso-2022-jp"?>${svg('<rect id="\x1b$B"/>')}`),
    ],
    [
      "UTF-7",
      latin1(`<?xml version="1.0" encoding="UTF-7"?>${svg("+ADw-script+AD4-alert(1)+ADw-/script+AD4-")}`),
    ],
    [
      "Latin-1 that has to be written anew",
      latin1(
        `<?xml version="1.0" encoding="ISO-8859-1"?>${svg("<title>caf\xe9</title><script>alert(1)</script>")}`,
      ),
    ],
    ["XML 1.1", `<?xml version="1.1"?>${svg("<script>alert(1)</script>")}`],
    [
      "an SVG with an <embed> and an <object>",
      svg('<embed src="//example.org/"/><object data="//example.org/"/>'),
    ],
    [
      "a video and sound",
      svg(
        '<video xmlns="http://www.w3.org/1999/xhtml" src="//example.org/x"/><audio href="//example.org/x"/>',
      ),
    ],
    [
      "a discarded element and a handler element",
      svg('<discard/><handler type="application/ecmascript">alert(1)</handler>'),
    ],
    [
      "a cursor and a colour profile",
      svg('<cursor href="//example.org/x"/><color-profile href="//example.org/x"/>'),
    ],
    ...encodingDeclarations.map(([name, declaration]): [string, string] => [
      `a comment that is markup in another encoding: ${name}`,
      `${declaration}${twoFaced}`,
    ]),
    ["UTF-16", Buffer.from(`\ufeff${svg("<script>alert(1)</script>")}`, "utf16le")],
    ["font and glyph elements", svg('<font-face-uri href="//example.org/x"/>')],
  ];

  test.each(cases)("%s", async (_, content) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const info = readImage(bytes);
    if (info === null) return;
    expect(info.format).toBe("svg");
    if (info.fault) return expect(() => publish(bytes)).rejects.toThrow();
    const published = await publish(bytes);
    expect(dangersIn(published)).toEqual([]);
    expect(published).toContain('id="kept"');
    expect(published).not.toContain("alert(1)");
    // Clean drawings stay so.
    expect(await publish(Buffer.from(published))).toBe(published);
  });

  test("the oracle sees what the cleaner takes away", () => {
    const seen = cases.filter(([, content]) => dangersIn(Buffer.from(content).toString("latin1")).length > 0);
    expect(seen.length).toBeGreaterThan(cases.length * 0.85);
  });

  const harmless: [name: string, content: string | Uint8Array][] = [
    [
      "gradients and references inside",
      svg(
        '<linearGradient id="g"><stop offset="0"/></linearGradient><rect fill="url(#g)" style="stroke:url(\'#g\')"/><use href="#kept"/>',
      ),
    ],
    ["a photograph inside", svg(`<image href="data:image/png;base64,${png(8).toString("base64")}"/>`)],
    [
      "what drawing programs leave",
      svg(
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="base"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
      ),
    ],
    [
      "a public document type",
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg("")}`,
    ],
    ["a selector with a backslash", svg("<style>.md\\:a{fill:url(#g)}</style>")],
    [
      "a drawing inside",
      svg(`<image href="data:image/svg+xml;base64,${Buffer.from(svg("")).toString("base64")}"/>`),
    ],
    [
      "a photograph inside, with a character set",
      svg(`<image href="data:image/png;charset=utf-8;base64,${png(8).toString("base64")}"/>`),
    ],
    ["a style of its own", svg("<style>.a{fill:#123;opacity:calc(1 - .5)}</style>")],
  ];
  test.each(harmless)("%s: byte for byte", async (_, content) => {
    const bytes = Buffer.from(content);
    expect(await publishIcon(bytes, readImage(bytes)!, "fit")).toBe(bytes);
  });

  test.each(["utf-8", "iso-8859-1", "us-ascii"])("no drawing keeps its declaration: %s", async (encoding) => {
    expect(await publish(Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>\n${svg("")}`))).toBe(
      svg(""),
    );
  });

  test("Latin-1 comes out as UTF-8 with the same letters", async () => {
    expect(
      await publish(latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${svg("<title>caf\xe9</title>")}`)),
    ).toMatch(/^<svg [^]*<title>caf\u00e9<\/title>/);
  });
});

/** Nested <use>: each level draws the one before it `times` times. */
const laughs = (levels: number, times: number): string =>
  svg(
    `<defs><path id="u0" d="M0 0h9v9z"/>${Array.from({ length: levels }, (_, i) => `<g id="u${i + 1}">${`<use href="#u${i}"/>`.repeat(times)}</g>`).join("")}</defs><use href="#u${levels}"/>`,
  );

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG whose header says what we like; one bit a pixel, all black, unless there is other data. */
function pngOf(width: number, height: number, extra: Buffer[] = [], rows = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    latin1("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", header),
    ...extra,
    chunk("IDAT", deflateSync(Buffer.alloc(rows * (Math.ceil(width / 8) + 1)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function gifOf(screen: [number, number], frame: [number, number], frames = 1): Buffer {
  const words = (...values: number[]): Buffer =>
    Buffer.from(values.flatMap((value) => [value & 255, value >> 8]));
  const image = Buffer.concat([
    Buffer.from([0x2c]),
    words(0, 0, ...frame),
    Buffer.from([0, 2, 2, 0x4c, 1, 0]),
  ]);
  return Buffer.concat([
    latin1("GIF89a"),
    words(...screen),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...Array.from({ length: frames }, () => image),
    Buffer.from([0x3b]),
  ]);
}

function icoOf(entry: Buffer, count = 1, size = entry.length): Buffer {
  const head = Buffer.alloc(6 + 16 * count);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(count, 4);
  for (let i = 0; i < count; i++) {
    head.writeUInt32LE(size, 6 + i * 16 + 8);
    head.writeUInt32LE(head.length, 6 + i * 16 + 12);
  }
  return Buffer.concat([head, entry]);
}

function webpOf(kind: "VP8X" | "VP8L", width: number, height: number): Buffer {
  const data = Buffer.alloc(10);
  if (kind === "VP8X") {
    data.writeUIntLE(width - 1, 4, 3);
    data.writeUIntLE(height - 1, 7, 3);
  } else {
    data[0] = 0x2f;
    data.writeUInt32LE(((width - 1) & 0x3fff) | (((height - 1) & 0x3fff) << 14), 1);
  }
  const out = Buffer.concat([latin1("RIFF\0\0\0\0WEBP"), latin1(kind), Buffer.from([10, 0, 0, 0]), data]);
  out.writeUInt32LE(out.length - 8, 4);
  return out;
}

function jpegOf(width: number, height: number): Buffer {
  const out = Buffer.from(jpeg);
  const at = out.indexOf(Buffer.from([0xff, 0xc0]));
  out.writeUInt16BE(height, at + 5);
  out.writeUInt16BE(width, at + 7);
  return out;
}

describe("what check refuses by looking at the file", () => {
  const whole = png(64);
  const cases: [name: string, file: string, bytes: () => Uint8Array, expected: string][] = [
    [
      "billion laughs",
      "x.svg",
      () =>
        Buffer.from(
          `<!DOCTYPE svg [<!ENTITY a "lol">${"bcdefghij"
            .split("")
            .map((c, i) => `<!ENTITY ${c} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
            .join("")}]>${svg("<text>&j;</text>")}`,
        ),
      "icon-broken",
    ],
    [
      "a quadratic blow-up",
      "x.svg",
      () =>
        Buffer.from(
          `<!DOCTYPE svg [<!ENTITY a "${"x".repeat(40_000)}">]>${svg(`<text>${"&a;".repeat(50_000)}</text>`)}`,
        ),
      "icon-broken",
    ],
    [
      "an entity from the disk",
      "x.svg",
      () => Buffer.from(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg("<text>&a;</text>")}`),
      "icon-broken",
    ],
    [
      "an entity by parameter",
      "x.svg",
      () => Buffer.from(`<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/x.dtd"> %a;]>${svg("")}`),
      "icon-broken",
    ],
    [
      "an entity named like a method",
      "x.svg",
      () => Buffer.from(svg("<text>&constructor;</text>")),
      "icon-broken",
    ],
    [
      "a document type of 60,000 characters",
      "x.svg",
      () => Buffer.from(`<!DOCTYPE svg [${" ".repeat(60_000)}]>${svg("")}`),
      "icon-broken",
    ],
    ["nested <use>, ten times ten levels", "x.svg", () => Buffer.from(laughs(10, 10)), "icon-broken"],
    ["nested <use>, twice in 40 levels", "x.svg", () => Buffer.from(laughs(40, 2)), "icon-broken"],
    [
      "nested patterns",
      "x.svg",
      () =>
        Buffer.from(
          svg(
            Array.from(
              { length: 9 },
              (_, i) =>
                `<pattern id="p${i + 1}" width="1" height="1">${`<rect width="1" height="1" fill="url(#p${i})"/>`.repeat(9)}</pattern>`,
            ).join("") + '<rect fill="url(#p9)"/>',
          ),
        ),
      "icon-broken",
    ],
    [
      "10,000 elements in one another",
      "x.svg",
      () => Buffer.from(svg("<g>".repeat(10_000) + "</g>".repeat(10_000))),
      "icon-broken",
    ],
    [
      "a chain of 10,000 references",
      "x.svg",
      () =>
        Buffer.from(
          svg(
            Array.from({ length: 10_000 }, (_, i) => `<g id="c${i}"><use href="#c${i + 1}"/></g>`).join(""),
          ),
        ),
      "icon-broken",
    ],
    ["60,000 elements", "x.svg", () => Buffer.from(svg("<path/>".repeat(60_000))), "icon-broken"],
    [
      "a width of a billion",
      "x.svg",
      () => Buffer.from(svg("").replace('width="64"', 'width="1000000000"')),
      "icon-too-large",
    ],
    [
      "a view box of a billion",
      "x.svg",
      () =>
        Buffer.from(svg("").replace('width="64" height="64" viewBox="0 0 64 64"', 'viewBox="0 0 1e9 1e9"')),
      "icon-too-large",
    ],
    [
      "a drawing of a misspelt kind",
      "x.svg",
      () => Buffer.from(svg("<rtop/>").replace(svgNamespace, "ittp://www.w3.org/2000/svg")),
      "icon-broken",
    ],
    [
      "a drawing of no kind",
      "x.svg",
      () => Buffer.from('<svg viewBox="0 0 64 64"><rect width="64" height="64"/></svg>'),
      "icon-broken",
    ],
    ["a drawing cut off", "x.svg", () => Buffer.from(svg("<g>")), "icon-broken"],
    [
      "a drawing with half a character",
      "x.svg",
      () =>
        Buffer.concat([
          Buffer.from(svg("")).subarray(0, -6),
          Buffer.from([0xe2, 0x82]),
          Buffer.from("</svg>"),
        ]),
      "icon-broken",
    ],
    [
      "HTML called SVG",
      "x.svg",
      () => Buffer.from("<!doctype html><svg></svg><script>alert(1)</script>"),
      "icon-type",
    ],
    [
      "HTML behind an SVG's beginning",
      "x.svg",
      () =>
        Buffer.from(
          `<!-- --><html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="${svgNamespace}"/></html>`,
        ),
      "icon-broken",
    ],
    [
      "UTF-16",
      "x.svg",
      () => Buffer.from(`\ufeff${svg("<script>alert(1)</script>")}`, "utf16le"),
      "icon-type",
    ],
    ["compressed SVG", "x.svg", () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), "icon-type"],
    [
      "a PNG of 65,535 pixels a side in 50 kB",
      "x.png",
      () => pngOf(65_535, 65_535, [], 1000),
      "icon-too-large",
    ],
    ["a PNG of 2^31 pixels a side", "x.png", () => pngOf(0x7fffffff, 0x7fffffff, [], 0), "icon-too-large"],
    ["a PNG without size", "x.png", () => pngOf(0, 0, [], 1), "icon-broken"],
    ["a PNG cut in the middle", "x.png", () => whole.subarray(0, whole.length / 2), "icon-broken"],
    [
      "a PNG cut in the middle with its end put on",
      "x.png",
      () => Buffer.concat([whole.subarray(0, whole.length / 2), chunk("IEND", Buffer.alloc(0))]),
      "icon-broken",
    ],
    [
      "a PNG whose part is longer than the file",
      "x.png",
      () =>
        Buffer.concat([whole.subarray(0, 33), Buffer.from([0x7f, 255, 255, 255]), Buffer.from("IDATIEND")]),
      "icon-broken",
    ],
    ["a PNG's first bytes alone", "x.png", () => whole.subarray(0, 8), "icon-broken"],
    [
      "a GIF of 65,535 pixels a side in 40 bytes",
      "x.gif",
      () => gifOf([65_535, 65_535], [65_535, 65_535]),
      "icon-too-large",
    ],
    [
      "a GIF with a frame larger than itself",
      "x.gif",
      () => gifOf([64, 64], [60_000, 60_000]),
      "icon-too-large",
    ],
    ["a GIF without a picture", "x.gif", () => gifOf([64, 64], [64, 64], 0), "icon-broken"],
    ["a GIF cut off", "x.gif", () => gifOf([64, 64], [64, 64], 50).subarray(0, 300), "icon-broken"],
    [
      "a GIF of noise",
      "x.gif",
      () => Buffer.concat([gifOf([64, 64], [64, 64]).subarray(0, 19), Buffer.alloc(500, 0x77)]),
      "icon-broken",
    ],
    [
      "a WebP of 16,384 pixels a side in 40 bytes",
      "x.webp",
      () => webpOf("VP8X", 16_384, 16_384),
      "icon-too-large",
    ],
    [
      "a lossless WebP of 16,384 pixels a side",
      "x.webp",
      () => webpOf("VP8L", 16_384, 16_384),
      "icon-too-large",
    ],
    [
      "a WebP cut off",
      "x.webp",
      () =>
        Buffer.concat([
          webpOf("VP8L", 64, 64).subarray(0, 4),
          Buffer.from([255, 255, 0, 0]),
          webpOf("VP8L", 64, 64).subarray(8),
        ]),
      "icon-broken",
    ],
    ["a JPEG of 65,500 pixels a side in 160 bytes", "x.jpg", () => jpegOf(65_500, 65_500), "icon-too-large"],
    ["a JPEG cut off", "x.jpg", () => jpegOf(64, 64).subarray(0, 120), "icon-broken"],
    ["a JPEG's first bytes alone", "x.jpg", () => jpeg.subarray(0, 3), "icon-broken"],
    [
      "a Windows icon with a PNG of 30,000 pixels a side",
      "x.ico",
      () => icoOf(pngOf(30_000, 30_000, [], 10)),
      "icon-too-large",
    ],
    ["a Windows icon with 65,535 entries", "x.ico", () => icoOf(png(32), 65_535, 4), "icon-broken"],
    ["a Windows icon whose entry is elsewhere", "x.ico", () => icoOf(png(32), 1, 0x7fffffff), "icon-broken"],
    ["a Windows icon without entries", "x.ico", () => Buffer.from([0, 0, 1, 0, 0, 0]), "icon-broken"],
    [
      "an AVIF called PNG",
      "x.png",
      () => Buffer.concat([Buffer.from([0, 0, 0, 0x1c]), Buffer.from("ftypavif"), Buffer.alloc(64)]),
      "icon-type",
    ],
    [
      "a TIFF called PNG",
      "x.png",
      () => Buffer.concat([latin1("II*\0"), Buffer.from([255, 255, 255, 127]), Buffer.alloc(64)]),
      "icon-type",
    ],
    ["a program called PNG", "x.png", () => latin1("\x7fELF\x02\x01\x01"), "icon-type"],
    ["a script called PNG", "x.png", () => Buffer.from("<script>alert(1)</script>"), "icon-type"],
    ["nothing", "x.png", () => Buffer.alloc(0), "icon-type"],
    [
      "a file of 11 MB",
      "x.png",
      () => Buffer.concat([whole, Buffer.alloc(11 * 1024 * 1024)]),
      "file-too-large",
    ],
  ];

  test.each(cases)("%s", (_, file, bytes, expected) => {
    const { root } = contentFolder({
      ...sound("Good"),
      ...sound("Editor", { image_src: file }),
      [`Editor/${file}`]: bytes(),
    });
    const before = process.memoryUsage().rss;
    const registry = load(root);
    expect(
      problemsOf(registry).some((line) => line.startsWith("Editor/") && line.endsWith(` ${expected}`)),
      problemsOf(registry).join(", "),
    ).toBe(true);
    expect(registry.workspaces.map(({ folder }) => folder)).toEqual(["Good"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  test("megabytes of the worst texts for a pattern are read in seconds", () => {
    const pad = (text: string): string => text.repeat(Math.floor(4_000_000 / text.length));
    const worst = [
      svg(`<style>${pad("/*")}</style>`),
      svg(`<style>${pad("url(")}</style>`),
      svg(`<rect style="${pad("url ")}"/>`),
      svg(`<rect style="${pad("'  ")}"/>`),
      svg(`<path d="${pad("M0 0 ")}"/>`),
      `<!DOCTYPE svg [${"<!ENTITY a SYSTEM   ".repeat(2_000)}]>${svg("")}`,
      `<?xml ${pad(" encoding")}`,
      `<!--${pad("- ")}`,
      svg(`<image href="data:image/png;base64,${pad("A")}!"/>`),
      svg(`<!--${pad("<svg ")}-->`),
      svg(`<rect ${"a='1' ".repeat(3)}${Array.from({ length: 80_000 }, (_, i) => `a${i}='1' `).join("")}/>`),
    ];
    for (const text of worst) {
      const bytes = Buffer.from(text);
      readImage(bytes);
    }
  });
});

describe("what only drawing finds out", () => {
  let processes: PictureProcesses;
  beforeAll(() => {
    processes = new PictureProcesses(2);
  });
  afterAll(() => processes.close());

  const blur = `<filter id="f">${'<feGaussianBlur stdDeviation="30"/>'.repeat(1000)}</filter>${'<rect width="64" height="64" filter="url(#f)"/>'.repeat(150)}`;
  const cases: [
    name: string,
    file: string,
    bytes: () => Promise<Uint8Array> | Uint8Array,
    expected: RegExp,
  ][] = [
    ["thousands of filters", "blur.svg", () => Buffer.from(svg(blur)), /longer than 2 seconds/],
    [
      "a line with 200,000 corners",
      "line.svg",
      () =>
        Buffer.from(
          svg(
            `<path stroke="#000" stroke-width="50" d="M0 0${Array.from({ length: 200_000 }, (_, i) => `L${(i * 7919) % 64} ${(i * 104729) % 64}`).join("")}"/>`,
          ),
        ),
      /longer than 2 seconds/,
    ],
    [
      "a picture of 900 million pixels in a drawing",
      "inside.svg",
      () =>
        Buffer.from(
          svg(
            `<image width="64" height="64" href="data:image/png;base64,${pngOf(30_000, 30_000).toString("base64")}"/>`,
          ),
        ),
      /.?/,
    ],
    ["a PNG whose data end early", "short.png", () => pngOf(2000, 2000, [], 3), /./],
    [
      "a PNG with a damaged check sum",
      "sum.png",
      async () => {
        const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, background: "#246" } })
          .png()
          .toBuffer();
        bytes[bytes.length - 20]! ^= 255;
        return bytes;
      },
      /./,
    ],
    [
      "a GIF of 4,000 × 4,000 pixels and 50 frames",
      "frames.gif",
      () => gifOf([4000, 4000], [4000, 4000], 50),
      /./,
    ],
    ["a JPEG without pictures in it", "empty.jpg", () => jpegOf(3000, 3000), /./],
    ["a WebP that is a header alone", "head.webp", () => webpOf("VP8X", 4000, 4000), /./],
    [
      "a drawing in a drawing in a drawing",
      "svg.svg",
      () =>
        Buffer.from(
          svg(
            '<svg width="1e9" height="1e9"><svg width="1e9" height="1e9"><rect width="1e9" height="1e9" stroke-dasharray="0.0000001" stroke="#000"/></svg></svg>',
          ),
        ),
      /.?/,
    ],
    [
      "a compressed text of 300 MB in a PNG",
      "text.png",
      () =>
        pngOf(300, 300, [
          chunk("zTXt", Buffer.concat([latin1("x\0\0"), deflateSync(Buffer.alloc(300 * 1024 * 1024))])),
        ]),
      /.?/,
    ],
  ];

  test("each is given up in bounded time and named; the others are published", async () => {
    const made = await Promise.all(cases.map(async ([, file, bytes]) => [file, await bytes()] as const));
    const { root } = contentFolder({
      ...sound("Good"),
      ...Object.fromEntries(
        made.flatMap(([file, bytes], i) =>
          Object.entries({ ...sound(`Bad${i}`, { image_src: file }), [`Bad${i}/${file}`]: bytes }),
        ),
      ),
    });
    const registry = load(root);
    // The check finds these two before anything is drawn.
    const refused = ["sum.png", "frames.gif"];
    const folders = refused.map((file) => `Bad${made.findIndex(([name]) => name === file)}`);
    expect(registry.invalid.toSorted()).toEqual(folders.toSorted());
    sharePictures(cachedPictures(processes, null));
    const memory: number[] = [];
    const watch = setInterval(() => memory.push(process.memoryUsage().rss), 20);
    const failures = await drawIcons(registry, () => {});
    clearInterval(watch);
    const causes = new Map(failures.map(({ workspace, cause }) => [workspace.icon.file.name, cause]));
    for (const [name, file, , expected] of cases) {
      // Where the pattern allows nothing, the picture may be drawn as well: what counts is that it ends.
      if (expected.source !== ".?" && !refused.includes(file))
        expect(`${name}: ${causes.get(file) ?? ""}`).toMatch(new RegExp(`: .*${expected.source}`));
    }
    const good = registry.workspaces.find(({ folder }) => folder === "Good")!;
    expect(failures.map(({ workspace }) => workspace)).not.toContain(good);
    expect((await iconPictures(good, "fit")).length).toBe(2);
    expect(Math.max(...memory) - memory[0]!).toBeLessThan(400 * 1024 * 1024);
  });

  const drawn = async (text: string): Promise<string> => {
    const bytes = Buffer.from(text);
    return processes
      .draw({ kind: "icon", icon: bytes, image: readImage(bytes)!, mode: "fit", side: 64 })
      .then(
        ([published]) => Buffer.from(published!).toString(),
        (error: Error) => error.message,
      );
  };
  const slow = "it takes longer than 2 seconds to draw";

  test("those that wait beside one that ends its process are drawn", async () => {
    const jobs = [drawing, svg(blur), drawing, drawing, drawing, drawing, svg(blur), drawing];
    expect(await Promise.all(jobs.map(drawn))).toEqual([
      drawing,
      slow,
      drawing,
      drawing,
      drawing,
      drawing,
      slow,
      drawing,
    ]);
  });

  test("what is drawn at the same time as one that ends its process is not taken for it", async () => {
    processes.close();
    processes = new PictureProcesses(2);
    // Each takes a fifth of a second: their process is at one of them when it is ended because of the other.
    const sound = Array.from({ length: 24 }, (_, i) =>
      svg(
        `<title>${i}</title><filter id="f">${'<feGaussianBlur stdDeviation="30"/>'.repeat(20)}</filter>${'<rect width="64" height="64" filter="url(#f)"/>'.repeat(15)}`,
      ),
    );
    const jobs = [svg(blur), svg(blur), ...sound];
    expect(
      (await Promise.all(jobs.map(drawn))).map((result) =>
        result === slow ? "slow" : result.includes("<title>") ? "drawn" : result,
      ),
    ).toEqual(["slow", "slow", ...sound.map(() => "drawn")]);
  });

  test("after that, a sound picture is drawn as if nothing had been", async () => {
    const bytes = Buffer.from(drawing);
    const [published, thumbnail] = await processes.draw({
      kind: "icon",
      icon: bytes,
      image: readImage(bytes)!,
      mode: "fit",
      side: 64,
    });
    expect(Buffer.from(published!).toString()).toBe(drawing);
    expect(readImage(thumbnail!)).toMatchObject({ format: "webp", width: 64 });
  });
});
