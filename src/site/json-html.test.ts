import { expect, test } from "vitest";
import { escapeHtml, jsonHtml, lineOf } from "./json-html.ts";
import { layOutJson } from "./json-lines.ts";

const view = layOutJson(
  '{"name":"<img src=x onerror=alert(1)>\\"&","run_config":{"cap_add":["NET_ADMIN"],"sysctls":{"a":"1"}}}',
);
const html = jsonHtml(
  view,
  [
    { pointer: "/run_config/sysctls", severity: "high", target: "finding-1", text: "High" },
    { pointer: "/run_config/cap_add/0", severity: "medium", target: "finding-2", text: "<Medium>" },
  ],
  "json-",
);
const lines = html.split("\n</span>");

test("authored text is text", () => {
  expect(lines[1]).toBe(
    '<span class="line">  <b>&quot;name&quot;</b>: <s>&quot;&lt;img src=x onerror=alert(1)&gt;\\&quot;&amp;&quot;</s>,',
  );
  expect(html).not.toContain("<img");
});

test("a finding marks all lines of its value, and the first one leads to it", () => {
  expect(lines).toEqual([
    '<span class="line">{',
    lines[1],
    '<span class="line">  <b>&quot;run_config&quot;</b>: {',
    '<span class="line marked medium" id="json-4">    <b>&quot;cap_add&quot;</b>: [<s>&quot;NET_ADMIN&quot;</s>],<a class="severity medium" data-no-copy href="#finding-2">&lt;Medium&gt;</a>',
    '<span class="line marked high" id="json-5">    <b>&quot;sysctls&quot;</b>: {<a class="severity high" data-no-copy href="#finding-1">High</a>',
    '<span class="line marked high">      <b>&quot;a&quot;</b>: <s>&quot;1&quot;</s>',
    '<span class="line marked high">    }',
    '<span class="line">  }',
    '<span class="line">}',
    "",
  ]);
});

test("the worst finding of a line colours it, and every finding is linked", () => {
  const mark = (severity: "high" | "low", target: string) => ({
    pointer: "/a",
    severity,
    target,
    text: severity,
  });
  expect(jsonHtml(layOutJson('{"a":1.5}'), [mark("high", 'x"'), mark("low", "y")], "p'")).toBe(
    `<span class="line">{\n</span><span class="line marked high" id="p'2">  <b>&quot;a&quot;</b>: <i>1.5</i><a class="severity high" data-no-copy href="#x&quot;">high</a><a class="severity low" data-no-copy href="#y">low</a>\n</span><span class="line">}\n</span>`,
  );
});

test("text is safe in elements and in quoted attributes", () =>
  expect(escapeHtml(`<a b="c" d='e'>&amp;`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;"));

test("lines are counted from 1", () => {
  expect(lineOf(view, "/run_config/sysctls/a")).toBe(6);
});
