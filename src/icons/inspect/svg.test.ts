import { expect, test } from "vitest";
import { pictures as words } from "../../strings/check.ts";
import { examineSvg, sanitizeSvg } from "./svg.ts";

const svg = (inner: string, attributes = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"${attributes}>${inner}</svg>`;

test("a clean drawing is published byte for byte", () => {
  for (const text of [
    svg("<path d='M0 0'/>"),
    `<?xml version="1.0"?>\n<!-- drawn by hand -->\n${svg("<style>.a{fill:url(#g)}</style>")}\n`,
    svg('<use href="#a"/>'),
  ])
    expect(sanitizeSvg(text)).toBe(text);
});

test.each([
  ["<script>alert(1)</script>", ""],
  ["<foreignObject><p/>text<g/></foreignObject>", ""],
  ["<script><script/></script><g/>", "<g/>"],
  ['<set attributeName="onload" to="alert(1)"/>', ""],
  ['<iframe xmlns="http://www.w3.org/1999/xhtml" src="//x"/>', ""],
  ['<thing xmlns=""/>', ""],
  ['<e:thing xmlns:e="http://www.inkscape.org/"><path/></e:thing>', ""],
  ...["1999/xhtml", "1998/Math/MathML", "xbl", "1999/XSL/Transform", "mozilla"].map((name) => [
    `<e:thing xmlns:e="http://www.example/${name}"/>`,
    "",
  ]),
  ['<?xml-stylesheet href="x"?>', ""],
  ['<path onload="alert(1)" d="M1 1"/>', '<path d="M1 1"/>'],
  ['<path ONX="1" d="M1 1"/>', '<path d="M1 1"/>'],
  ['<path xmlns:e="http://e/" e:onx="1" e:d="2"/>', '<path xmlns:e="http://e/" e:d="2"/>'],
  ['<path xml:base="http://x/"/>', "<path/>"],
  ['<a href="javascript:alert(1)"><path/></a>', "<a><path/></a>"],
  ['<image href="https://example.org/a.png" width="1"/>', '<image width="1"/>'],
  ['<image href="data:text/html,x"/>', "<image/>"],
  ['<image href="data:image/svg+xml;base64,AA"/>', "<image/>"],
  ['<image href="x data:image/png;base64,AA"/>', "<image/>"],
  ['<image href="data:image/png;base64,AA!"/>', "<image/>"],
  ['<image src="//x"/>', "<image/>"],
  ['<feImage href="http://x/"/>', "<feImage/>"],
  ['<use href="data:image/png;base64,AA"/>', "<use/>"],
  ['<use href="x#a"/>', "<use/>"],
  ["<style>@import url(https://example.org/a.css)</style>", "<style></style>"],
  ["<style>*{background:\\75rl(//x)}</style>", "<style>*{}</style>"],
  ["<style>.a{}<path/></style>", "<style>.a{}</style>"],
  ["<style>/* url(//x) */.a{}</style>", "<style>.a{}</style>"],
  ["<style>/* @import</style>", "<style></style>"],
  // A browser goes on with the text behind this line break, so that the comment is none.
  ["<style>a{b:'\\&#13;\n;/*';c:url(//x)/**/}</style>", "<style>a{b:'\\\r\n;}</style>"],
  [`<path style="fill:url(#a);stroke:url(//x)"/>`, `<path style="fill:url(#a);"/>`],
  [`<path fill="url(//x)" id="image(1)"/>`, `<path id="image(1)"/>`],
  ["<style>.a{}<path>b</path></style><g/>", "<style>.a{}</style><g/>"],
  ...[
    "fill:url(//example.org/a)",
    "fill:URL ( '//x')",
    "fill:url(data:image/svg+xml;base64,AA)",
    "width:expression (1)",
    "behavior :none",
    "-moz-binding:none",
    "a:javascript:b",
    "a:image(b)",
    "a:image-set (b)",
    "a:cross-fade (b)",
    "a:src (b)",
    "a:\\75 rl(b)",
  ].map((css) => [`<path style="${css}"/>`, "<path/>"]),
])("of %j publishes %j", (part, rest) => {
  expect(sanitizeSvg(svg(`<rect width="1"/>${part}`))).toBe(svg(`<rect width="1"/>${rest}`));
});

test.each([
  '<image href="data:image/png;base64,AA+/=" width="1"/>',
  '<image xlink:href="data:image/jpeg;base64,AA" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
  '<image src="data:image/jpg;base64,AA"/>',
  '<image src="data:image/gif;base64,AA"/>',
  '<feImage href="data:image/webp;base64,A A"/>',
  '<use href="#a"/>',
  "<style><![CDATA[.a>.b{fill:url( '#g' )}]]></style>",
  "<style/><g/>",
  `<path style="fill:url('#a' )" mask='url("#b")'/>`,
  '<path style="fill:url( data:image/png;base64,AA )"/>',
  '<path style="a:xsrc(b)"/>',
  '<path style="a:\\75"/>',
  '<path base="x"/>',
  '<path xml:space="preserve" connection="x"/>',
  '<path xmlns=""/>',
  '<path id="image(1)" class="url(b)" data-name="src(b)" aria-label="javascript:"/>',
  '<path name="image (1)" title="src(b)" label="image (c)"/>',
  '<path xmlns:e="http://www.inkscape.org/" e:label="image (copy)"/>',
  "<style>.md\\:a{fill:url(#g)}@media (x){.\\31 a{fill:red}}</style>",
  '<image href="data:image/png;charset=utf-8;base64,AA%2B%3D"/>',
  '<e:thing xmlns:e="http://www.inkscape.org/namespaces/inkscape"/>',
  "<text>a &lt; b &#38; c</text>",
])("publishes %j as it is", (part) => expect(sanitizeSvg(svg(part))).toBe(svg(part)));

test("writes text and attributes again so that they mean the same", () => {
  const part = `<text>a &lt; b &amp; "c"</text><desc>a\r\nb\tc</desc><path d='a"b' e='a&#9;b>'/><![CDATA[a<b]]><!-- c -->`;
  expect(sanitizeSvg(svg(`<script/>${part}`))).toBe(
    svg(
      '<text>a &lt; b &amp; &quot;c&quot;</text><desc>a\nb\tc</desc><path d="a&quot;b" e="a\tb&gt;"/>a&lt;b',
    ),
  );
});

test.each([
  ["<path/>", null],
  ["<text>a</text>", null],
  ["<g/>", words.noSize],
  ["", words.noSize],
])("of a drawing without a size that holds %j says %j", (inner, fault) =>
  expect(examineSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="100">${inner}</svg>`)).toEqual({
    format: "svg",
    width: null,
    height: null,
    fault,
  }),
);

test.each([
  ['width="10" height="20px"', 10, 20],
  ['width="25.4mm" height="2.54cm"', 96, 96],
  ['width="1in" height="1e2"', 96, 100],
  ['width="3pt" height="2PC"', 4, 32],
  ['width="2em" height="20"', 32, 20],
  ['width="2ex" height="20"', 64, 32],
  ['width=" 1.5 px " height="2"', 1.5, 2],
  ['width="10"', 64, 32],
  ['width="10%" height="20"', 64, 32],
  ['width="x1" height="20"', 64, 32],
  ['width="1x" height="20"', 64, 32],
  ['width="1constructor" height="20"', 64, 32],
  ['width="-1" height="20"', 64, 32],
])("with %s a drawing is %d wide and %d high", (attributes, width, height) => {
  expect(examineSvg(svg("<path/>", ` ${attributes}`))).toEqual({ format: "svg", width, height, fault: null });
});

test.each([
  [" 0,0 , 7  8 ", 7, 8],
  ["0 0 7", null, null],
  ["0 0 7 8 9", null, null],
  ["0 0 x 8", null, null],
  ["0 0 7 Infinity", null, null],
  ["", null, null],
])("the view box %j gives %j by %j", (box, width, height) =>
  expect(examineSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path/></svg>`)).toEqual({
    format: "svg",
    width,
    height,
    fault: null,
  }),
);

test("sizes come from width and height, else from the view box", () => {
  expect(examineSvg(svg("<path/>"))).toEqual({ format: "svg", width: 64, height: 32, fault: null });
  expect(examineSvg(svg("", ' width="10" height="20px"'))).toMatchObject({ width: 10, height: 20 });
});

test.each([
  ["<svg><path></svg>", words.noNamespace("http://www.w3.org/2000/svg")],
  ['<svg xmlns="http://example.org/"/>', words.noNamespace("http://www.w3.org/2000/svg")],
  ["<html/>", words.noSvg],
  [svg("<path>"), "unexpected close tag"],
  [svg("&nope;"), "undefined entity"],
  [svg("&constructor;"), "undefined entity"],
])("says why browsers refuse %j: %s", (text, fault) => {
  expect(examineSvg(text)).toEqual({ format: "svg", width: null, height: null, fault });
  expect(() => sanitizeSvg(text)).toThrow();
});

test.each([
  ["&#1;", false],
  ["&amp;&lt;&gt;&quot;&apos;", true],
])("whether text may hold %s: %j", (text, isFine) =>
  expect(examineSvg(`<?xml version="1.1"?>${svg(`<text>${text}</text>`)}`).fault === null).toBe(isFine),
);

test.each([
  ['<!ENTITY a "x">', null],
  ["<!ENTITY a 'x'>", null],
  ['<!ENTITY a.b:c-d "">', null],
  ['<!ENTITY a "&#65;">', words.complexEntity],
  ['<!ENTITY a "<g/>">', words.complexEntity],
  ['<!ENTITY a "%b;">', words.complexEntity],
  ['<!ENTITY % a "x">', words.foreignEntity],
  ['<!ENTITY a PUBLIC "x" "y">', words.foreignEntity],
  ['<!ENTITY a SYSTEM "x">', words.foreignEntity],
])("of the document type [%s] says %j", (declaration, fault) =>
  expect(examineSvg(`<!DOCTYPE svg [${declaration}]>${svg("")}`).fault).toBe(fault),
);

test("puts in what an entity stands for, and publishes no document type that has some", () => {
  const inner = svg("<text>&a;</text>");
  expect(sanitizeSvg(`<!DOCTYPE svg [<!ENTITY a 'b c'>]>${inner}`)).toBe(svg("<text>b c</text>"));
  const plain = `<!DOCTYPE svg>${svg("")}`;
  expect(sanitizeSvg(plain)).toBe(plain);
  expect(sanitizeSvg(`\ufeff${svg("")}`)).toBe(`\ufeff${svg("")}`);
});

test("entities: plain ones of drawing programs are read, entities in entities are refused", () => {
  const plain = `<!DOCTYPE svg [<!ENTITY ns "http://ns.example/">]>${svg('<g xmlns:x="&ns;"/>')}`;
  expect(examineSvg(plain).fault).toBeNull();
  expect(sanitizeSvg(plain)).not.toContain("ENTITY");
  const laughs = `<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>${svg("<text>&b;</text>")}`;
  expect(examineSvg(laughs).fault).toContain("entities");
  expect(
    examineSvg(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg("<text>&a;</text>")}`).fault,
  ).toContain("elsewhere");
});

test("reads a size with a million spaces in it", () => {
  const spaces = " ".repeat(1_000_000);
  const sized = (width: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="5"/>`;
  expect(examineSvg(sized(` 7.5${spaces}px `))).toMatchObject({ width: 7.5, height: 5 });
  expect(examineSvg(sized(`7${spaces}x`))).toMatchObject({ width: null, height: null });
});

test("accepts 50,000 elements and refuses one more", () => {
  const withElements = (count: number): string => svg("<path/>".repeat(count - 1));
  expect(examineSvg(withElements(50_000)).fault).toBeNull();
  expect(examineSvg(withElements(50_001)).fault).toBe("it has too many elements");
});

test("accepts 200,000 drawn elements and refuses one more", () => {
  // The root, a group of 1,000 elements, 198 elements that draw it again, and the rest.
  const drawing = (rest: number): string =>
    svg(`<g id="a">${"<path/>".repeat(999)}</g>${'<use href="#a"/>'.repeat(198)}${"<path/>".repeat(rest)}`);
  const rest = 200_000 - 1 - 1000 - 198 * 1001;
  expect(examineSvg(drawing(rest)).fault).toBeNull();
  expect(examineSvg(drawing(rest + 1)).fault).toBe("it repeats itself too often (nested <use>)");
});

test("counts each part once when parts draw parts", () => {
  const doubled = Array.from(
    { length: 60 },
    (_, i) => `<g id="p${i + 1}"><use href="#p${i}"/><use href="#p${i}"/></g>`,
  );
  expect(examineSvg(svg(`<path id="p0"/>${doubled.join("")}`)).fault).toBe(
    "it repeats itself too often (nested <use>)",
  );
});

test("draws nothing where parts draw each other in a circle", () => {
  expect(examineSvg(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).fault).toBeNull();
});

test("accepts elements nested 500 deep and refuses one more", () => {
  const nested = (depth: number): string => svg("<g>".repeat(depth - 1) + "</g>".repeat(depth - 1));
  expect(examineSvg(nested(500)).fault).toBeNull();
  expect(examineSvg(nested(501)).fault).toBe("its elements are nested too deeply");
});

test("accepts a document type of 50,000 characters and refuses one more", () => {
  const withDoctype = (length: number): string => `<!DOCTYPE${" svg".padEnd(length)}>${svg("")}`;
  expect(examineSvg(withDoctype(50_000)).fault).toBeNull();
  expect(examineSvg(withDoctype(50_001)).fault).toBe("its document type is too long");
});

test("accepts 100 entities of 1,000 characters and refuses more", () => {
  const withEntities = (count: number, length: number): string =>
    `<!DOCTYPE svg [${Array.from({ length: count }, (_, i) => `<!ENTITY e${i} "${"x".repeat(length)}">`).join("")}]>${svg("")}`;
  expect(examineSvg(withEntities(1, 1000)).fault).toBeNull();
  expect(examineSvg(withEntities(1, 1001)).fault).toContain("entities");
  expect(examineSvg(withEntities(100, 1)).fault).toBeNull();
  expect(examineSvg(withEntities(101, 1)).fault).toContain("entities");
});

test.each([
  ["", true],
  ["<title>a</title><g><defs/></g>", true],
  ["<font><glyph d='M0 0'/></font>", true],
  ["<path/>", undefined],
  ["<g><text>a</text></g>", undefined],
  ["<style>svg{background:red}</style>", undefined],
  ['<g style="background:red"/>', undefined],
  ["<foreignObject/>", undefined],
])("whether a drawing that holds %j is blank: %j", (inner, isBlank) =>
  expect(examineSvg(svg(inner)).isBlank).toBe(isBlank),
);

test.each([
  ['<metadata><?xpacket begin="a"?></metadata>', "<metadata></metadata>"],
  ['<a href="https://a.example/"><path/></a>', "<a><path/></a>"],
  ["<font><font-face/><glyph d='M0 0'/></font>", ""],
  ["<flowRoot><flowRegion><rect/></flowRegion><flowPara>a</flowPara></flowRoot>", ""],
  [
    '<switch><foreignObject requiredExtensions="http://ns.adobe.com/Illustrator/"><p xmlns="x"/></foreignObject><g/></switch>',
    "<switch><g/></switch>",
  ],
])("nothing of %j is lost, though it is published as %j", (part, rest) => {
  expect(examineSvg(svg(`<path/>${part}`)).lost).toBeUndefined();
  expect(sanitizeSvg(svg(`<path/>${part}`))).toBe(svg(`<path/>${rest}`));
});

test("what stands behind an element that nobody sees is looked at again", () => {
  expect(examineSvg(svg("<font><script/></font><script/>")).lost).toEqual(["<script>"]);
  expect(examineSvg(svg('<foreignObject requiredExtensions="http://www.w3.org/1999/xhtml"/>')).lost).toEqual([
    "<foreignObject>",
  ]);
});

test.each([
  ['fill="url(//x#a) #e00"', ' fill="#e00"'],
  ['stroke="url(https://a.example/#b) currentColor"', ' stroke="currentColor"'],
  ['fill="url(//x) url(//y)"', ""],
  ['mask="url(//x) red"', ""],
  ['style="fill:url(//x) red"', ' style="fill:red"'],
])("of %s the colour behind an address is kept: %s", (attribute, kept) => {
  expect(sanitizeSvg(svg(`<path ${attribute}/>`))).toBe(svg(`<path${kept}/>`));
  expect(examineSvg(svg(`<path ${attribute}/>`)).lost).toHaveLength(1);
});

test("entities of a small file become no large one", () => {
  const declared = `<!DOCTYPE svg [<!ENTITY a "${"1 ".repeat(500)}">]>`;
  const many = (number: number): string => `${declared}${svg('<path d="&a;"/>'.repeat(number))}`;
  expect(examineSvg(many(1000)).fault).toBeNull();
  for (const text of [many(1001), declared + svg(`<text>${"&a;".repeat(1001)}</text>`)])
    expect(examineSvg(text).fault).toBe(words.longEntities(1_000_000));
});
