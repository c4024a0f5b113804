import { expect, test } from "vitest";
import { jsonHtml, lineOf } from "./json-html.ts";
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
  { "/run_config": "run", "/exec_config": "exec" },
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
  expect(lines[3]).toContain('<span class="line run marked medium" id="json-4">');
  expect(lines[3]).toContain('<a class="severity medium" data-no-copy href="#finding-2">&lt;Medium&gt;</a>');
  expect(lines[4]).toContain('<span class="line run marked high" id="json-5">');
  expect(lines[5]).toBe(
    '<span class="line run marked high">      <b>&quot;a&quot;</b>: <s>&quot;1&quot;</s>',
  );
  expect(lines[6]).toBe('<span class="line run marked high">    }');
});

test("blocks that are there are marked at the side", () => {
  expect(lines[2]).toContain('class="line run"');
  expect(lines[7]).toBe('<span class="line run">  }');
  expect(lines[8]).toBe('<span class="line">}');
  expect(html).not.toContain("exec");
});

test("lines are counted from 1", () => {
  expect(lineOf(view, "/run_config/sysctls/a")).toBe(6);
});
