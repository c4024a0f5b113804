import { expect, test } from "vitest";
import { examineSvg, sanitizeSvg } from "./svg.ts";

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;
const freeze = 'fill="freeze"';

test.each([
  // A style, because a style sheet or a style that is there would win over an attribute.
  [
    `<g opacity="0"><animate attributeName="opacity" to="1" ${freeze}/></g>`,
    '<g opacity="0" style="opacity:1"></g>',
  ],
  [
    `<g style="opacity:0"><animate attributeName="opacity" values="0; .5;1;" ${freeze}/></g>`,
    '<g style="opacity:0;opacity:1"></g>',
  ],
  [`<g r="0"><animate attributeName="r" begin="1s" to="4" ${freeze}/></g>`, '<g r="4"></g>'],
  [`<g r="0"><animate attributeName="r" begin="a.end" to="4" ${freeze}/></g>`, '<g r="4"></g>'],
  [`<g r="0"><animate attributeName="r" to="4"/></g>`, '<g r="0"></g>'],
  [`<g r="0"><animate attributeName="r" begin="click" to="4" ${freeze}/></g>`, '<g r="0"></g>'],
  [`<g r="0"><set attributeName="r" to="4"/></g>`, '<g r="4"></g>'],
  [`<g r="0"><set attributeName="r" dur="1s" to="4"/></g>`, '<g r="0"></g>'],
  [`<animate href="#a" attributeName="r" to="4" ${freeze}/><g id="a"/>`, '<g id="a" r="4"/>'],
  [
    `<g transform="scale(2)"><animateTransform attributeName="transform" type="rotate" to="45" ${freeze}/></g>`,
    '<g transform="rotate(45)"></g>',
  ],
  [
    `<g transform="scale(2)"><animateTransform attributeName="transform" additive="sum" to="4" ${freeze}/></g>`,
    '<g transform="scale(2) translate(4)"></g>',
  ],
  [
    `<g opacity=".25"><animate attributeName="opacity" by=".5" ${freeze}/></g>`,
    '<g opacity=".25" style="opacity:0.75"></g>',
  ],
  [
    `<g style="opacity: 0"><animate attributeName="opacity" by="1" ${freeze}/></g>`,
    '<g style="opacity: 0;opacity:1"></g>',
  ],
  [`<g r="2"><animate attributeName="r" from="1" by="4" ${freeze}/></g>`, '<g r="5"></g>'],
  [`<g><animate attributeName="x" by="4" ${freeze}/></g>`, '<g x="4"></g>'],
  [`<g width="10%"><animate attributeName="width" by="4" ${freeze}/></g>`, '<g width="10%"></g>'],
  [`<g r="1"><animate attributeName="r" by="a" ${freeze}/></g>`, '<g r="1"></g>'],
  [
    `<g transform="scale(2)"><animateTransform attributeName="transform" by="4" ${freeze}/></g>`,
    '<g transform="scale(2) translate(4)"></g>',
  ],
  [`<a><animate attributeName="href" to="javascript:alert(1)" ${freeze}/></a>`, "<a></a>"],
  [`<a><set attributeName="onclick" to="alert(1)"/></a>`, "<a></a>"],
  [`<g><set attributeName="fill" to="url(//x)"/></g>`, "<g></g>"],
  [`<g><set attributeName="fill" to="red;mask:u\\72l(//x)"/></g>`, "<g></g>"],
  [`<g><set attributeName="style" to="fill:red"/></g>`, "<g></g>"],
  [`<g><script><set attributeName="r" to="4"/></script></g>`, "<g></g>"],
])("publishes %s as %s", (part, published) => {
  expect(sanitizeSvg(svg(part))).toBe(svg(published));
  expect(sanitizeSvg(svg(published))).toBe(svg(published));
  expect(examineSvg(svg(part)).lost).not.toBeUndefined();
});
