import { expect, test } from "vitest";
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

test("what runs, loads or leads elsewhere is left out, the rest stays", () => {
  const unsafe = [
    "<script>alert(1)</script>",
    '<path onload="alert(1)" d="M1 1"/>',
    "<foreignObject><p/></foreignObject>",
    '<image href="https://example.org/a.png"/>',
    '<use href="data:image/svg+xml,x#a"/>',
    "<style>@import url(https://example.org/a.css)</style>",
    '<path style="fill:url(//example.org/a)"/>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<set attributeName="onload" to="alert(1)"/>',
    "<style>*{background:\\75rl(//x)}</style>",
    '<iframe xmlns="http://www.w3.org/1999/xhtml" src="//x"/>',
    '<image href="data:text/html,x"/>',
    '<feImage href="http://x/"/>',
  ];
  for (const part of unsafe) {
    const out = sanitizeSvg(svg(`<rect width="1"/>${part}`));
    expect(out, part).toContain('<rect width="1"/>');
    expect(out, part).not.toMatch(
      /script|alert|foreignObject|example\.org|javascript|data:|@import|iframe|\/\/x|<set/,
    );
  }
});

test("sizes come from width and height, else from the view box", () => {
  expect(examineSvg(svg(""))).toEqual({ format: "svg", width: 64, height: 32, fault: null });
  expect(examineSvg(svg("", ' width="10" height="20px"'))).toMatchObject({ width: 10, height: 20 });
  expect(examineSvg('<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({
    width: null,
    height: null,
    fault: null,
  });
});

test("a drawing that browsers refuse is named broken", () => {
  for (const text of ["<svg><path></svg>", svg("&nope;"), "<html/>"])
    expect(examineSvg(text).fault).not.toBeNull();
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
