import { expect, test } from "vitest";
import { harmlessCss } from "./svg-css.ts";

test.each<[css: string, kept: string, ...lost: string[]]>([
  [
    "@import url(https://a.example/x.css);.a{fill:#e00}",
    ".a{fill:#e00}",
    "@import url(https://a.example/x.css);",
  ],
  ["@import '//a.example';\n.a{fill:#e00}", "\n.a{fill:#e00}", "@import '//a.example';"],
  [".a{fill:url(#g);mask:url(//x)}.b{fill:red}", ".a{fill:url(#g);}.b{fill:red}", "mask:url(//x)"],
  [
    ".a{fill:url(//x#a) #e00;stroke: url('//x') rgb(1, 2, 3)}",
    ".a{fill:#e00;stroke:rgb(1, 2, 3)}",
    "fill:url(//x#a) #e00;",
    "stroke: url('//x') rgb(1, 2, 3)",
  ],
  [".a{fill:url(//x) url(//y)}", ".a{}", "fill:url(//x) url(//y)"],
  [".a{mask:url(//x) red}", ".a{}", "mask:url(//x) red"],
  [".a{fill:red", ".a{fill:red"],
  [".a{mask:url(//x", ".a{}", "mask:url(//x"],
  [
    "@namespace svg url(http://www.w3.org/2000/svg);.a{fill:red}",
    "@namespace svg url(http://www.w3.org/2000/svg);.a{fill:red}",
  ],
  ["@namespace url(//x);.a{fill:red}", ".a{fill:red}", "@namespace url(//x);"],
  [".md\\:a{fill:url(#g)}", ".md\\:a{fill:url(#g)}"],
  [".a{fill:u\\72l(//x)}.b{fill:red}", ".a{}.b{fill:red}", "fill:u\\72l(//x)"],
  [".a{fill:u\\000072\tl(//x)}", ".a{}", "fill:u\\000072 l(//x)"],
  ["@\\69mport '//x';.a{fill:red}", ".a{fill:red}", "@\\69mport '//x';"],
  ["@media (x){.a{mask:url(//x)}.b{fill:red}}", "@media (x){.a{}.b{fill:red}}", "mask:url(//x)"],
  [
    "@font-face{font-family:x;src:url(x.woff)}.a{fill:red}",
    "@font-face{font-family:x;}.a{fill:red}",
    "src:url(x.woff)",
  ],
  ["/* url(//x) */.a{fill:red}", ".a{fill:red}"],
  [".a{/* @import */fill:red}", ".a{fill:red}"],
  ['a{content:"/*"}@import "//x";b{content:"*/"}', 'a{content:"/*"}b{content:"*/"}', '@import "//x";'],
  ['.a[b="};"]{fill:red}@import "//x"', '.a[b="};"]{fill:red}', '@import "//x"'],
  [
    ".a{fill:url(data:image/png;base64,AA);mask:url(//x)}",
    ".a{fill:url(data:image/png;base64,AA);}",
    "mask:url(//x)",
  ],
  ["} @import '//x'; .a{fill:red}", "} .a{fill:red}", "@import '//x';"],
  ["a{b{c{d{e{f:url(//x)}}}}}", "a{b{c{d{}}}}", "e{f:url(//x)}"],
  ["fill:url(#a 'url(//x", "", "fill:url(#a 'url(//x"],
  ["fill:red;stroke:URL( '//x')", "fill:red;", "stroke:URL( '//x')"],
])("of %j keeps %j", (css, kept, ...lost) => {
  const told: string[] = [];
  expect(harmlessCss(css, (part) => told.push(part))).toBe(kept);
  expect(told).toEqual(lost);
  expect(harmlessCss(kept, () => told.push("more"))).toBe(kept);
  expect(told).toEqual(lost);
});
