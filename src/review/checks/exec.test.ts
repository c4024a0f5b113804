import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { listFindings } from "../list-findings.fixture.ts";

const hook = (go: JsonValue): string[] =>
  listFindings({ exec_config: { go } }).map((line) => line.replace("exec_config.go", "go"));

test.each([
  "bash -c '/dockerstartup/custom_startup.sh --go --url \"$KASM_URL\"'",
  "bash -c '/dockerstartup/custom_startup.sh --assign --url \"$KASM_URL\"'",
  "bash -c 'HOME=/home/kasm-user firefox \"$KASM_URL\"'",
  "bash -c '/usr/bin/desktop_ready && xdg-open \"${KASM_URL}\"'",
])("Kasm's standard command %s is nothing to talk about", (cmd) => {
  expect(hook({ cmd })).toEqual([]);
  expect(hook({ cmd: ["bash", "-c", cmd.slice(9, -1)], user: 1000 })).toEqual([]);
});

test.each<[JsonValue, ...string[]]>([
  ["root", "go.user exec-root medium"],
  [0, "go.user exec-root medium"],
  ["+0:1000", "go.user exec-root medium"],
  [":1000", "go.user exec-root medium"],
  ["kasm-user"],
  ["kasm-user:kasm-user"],
  [1000],
  ["1000:1000"],
  [null],
  [""],
  ["1000:0", "go.user exec-user-other low"],
  ["kasm-user:root", "go.user exec-user-other low"],
  ["abc", "go.user exec-user-other low"],
  [33, "go.user exec-user-other low"],
  ["a b", "go.user exec-user-other low"],
  [true, "go.user type-mismatch low"],
  [[0], "go.user type-mismatch low"],
])("a hook's user %j: %s", (user, ...expected) => expect(hook({ user, cmd: "true" })).toEqual(expected));

test.each<[JsonValue, ...string[]]>([
  [{}, "go exec-no-cmd low"],
  [{ user: 1000 }, "go exec-no-cmd low"],
  [{ cmd: "" }, "go.cmd exec-no-cmd low"],
  [{ cmd: "  " }, "go.cmd exec-no-cmd low"],
  [{ cmd: [] }, "go.cmd exec-no-cmd low"],
  [{ cmd: null }, "go.cmd exec-no-cmd low"],
  [{ cmd: 5 }, "go.cmd type-mismatch low"],
  [{ cmd: { a: 1 } }, "go.cmd type-mismatch low"],
  [{ cmd: "true", privileged: "false" }, "go.privileged exec-privileged high"],
  [{ cmd: "true", privileged: false }],
  [{ cmd: "true", workdir: "/", tty: true, detach: true, demux: false }],
  [
    { cmd: "true", detach_keys: "x", cap_add: [] },
    "go.detach_keys exec-unknown-key low",
    "go.cap_add exec-unknown-key low",
  ],
  [{ cmd: "true", environment: 5 }, "go.environment type-mismatch low"],
  [
    { cmd: "true", constructor: 1, ["__proto__"]: 2 },
    "go.constructor exec-unknown-key low",
    "go.__proto__ exec-unknown-key low",
  ],
  [{ go: { cmd: "id" }, cmd: "true" }, "go.go exec-nested-hook medium"],
  [{ assign: "x" }, "go.assign exec-nested-hook medium", "go.assign type-mismatch low"],
  ["true", "go type-mismatch low"],
  [["true"], "go type-mismatch low"],
  [null],
])("hook %j: %s", (value, ...expected) => expect(hook(value)).toEqual(expected));

test.each<[JsonObject["x"], ...string[]]>([
  [{ on_start: { cmd: "id" } }, "exec_config.on_start exec-unknown-hook low"],
  [
    { cmd: "id", user: "root" },
    "exec_config.cmd exec-unknown-hook low",
    "exec_config.user misplaced-property low",
  ],
  [{ environment: { A: "b" } }, "exec_config.environment misplaced-property low"],
  ["{}", "exec_config type-mismatch low"],
  [[], "exec_config type-mismatch low"],
  [{}],
  [null],
])("exec_config %j: %s", (exec_config, ...expected) =>
  expect(listFindings({ exec_config: exec_config! })).toEqual(expected),
);

test.each<[JsonValue, ...string[]]>([
  ["echo hi > /tmp/x", "exec-no-shell info"],
  ["echo 'a && b'"],
  ["/bin/bash -c 'a && b'"],
  ["/usr/bin/zsh x && y"],
  [["echo", "&&", "b"], "exec-no-shell info"],
  ["bash -c 'open", "exec-bad-quoting low"],
  ["echo \\", "exec-bad-quoting low"],
  ["echo 'x' && nsenter -t 1 'oops", "exec-bad-quoting low", "exec-namespace-tool high"],
])("the form of command %j: %s", (cmd, ...expected) =>
  expect(hook({ cmd })).toEqual(expected.map((line) => `go.cmd ${line}`)),
);

test("hooks a hundred thousand deep are looked at as far as anybody would write, and the finding says so", () => {
  const depth = 100_000;
  const data = JSON.parse(
    `${'{"exec_config":'}${'{"go":'.repeat(depth)}{"cmd":"id"}${"}".repeat(depth + 1)}`,
  ) as JsonObject;
  const lines = listFindings(data);
  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toBe(`exec_config${".go".repeat(9)} exec-nested-hook medium`);
});
