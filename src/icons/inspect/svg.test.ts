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
