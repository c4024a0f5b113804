import { severityOf } from "../registry/model/problem.ts";
import { expect, test } from "vitest";
import { parseJson } from "../registry/json/parse.ts";
import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import { messageOf } from "../registry/model/text.ts";
import { ruleRows } from "./catalogue/rules.ts";
import { examples } from "./catalogue/examples.ts";
import { warningsOf } from "./warnings.ts";

/** "code pointer" of each warning. */
function warned(data: JsonObject): string[] {
  const { parsed } = parseJson(JSON.stringify(data, null, 2));
  if (!parsed || !isObject(parsed.value)) throw new Error("The test is no JSON object.");
  return warningsOf({ parsed, data: parsed.value }).map((fault) => {
    expect(messageOf(fault), fault.code).not.toMatch(/undefined|\[object|`|\.\./);
    expect(fault.line, fault.code).toBeGreaterThan(1);
    return `${fault.code} ${fault.pointer}`;
  });
}
const run = (config: JsonObject): string[] => warned({ run_config: config });
const go = (hook: JsonValue): string[] => warned({ exec_config: { go: hook } });

test("the example of a rule is warned of where its row says so", () => {
  for (const [rule, { warning }] of Object.entries(ruleRows)) {
    const codes = warned(examples[rule as keyof typeof examples]).map((line) => line.split(" ")[0]);
    if (warning) expect(codes, rule).toContain(warning);
  }
});

test.each<[JsonObject, ...string[]]>([
  [{ ports: ["3000:3000"] }, "/ports"],
  [{ dns: "1.1.1.1" }, "/dns"],
  [{ user: "$(id -u)" }, "/user"],
  [{ user: "${UID}:1000" }, "/user"],
  [{ user: "1000:abc:1" }, "/user"],
  [{ network_mode: "host" }, "/network_mode"],
  [{ network_mode: "container:vpn" }, "/network_mode"],
  [{ network_mode: "bridge" }, "/network_mode"],
  [{ network_mode: "none" }, "/network_mode"],
  [{ network: "lab", network_mode: "lab" }, "/network_mode"],
  [{ healthcheck: { test: ["CMD", "true"], interval: "30s" } }, "/healthcheck/interval"],
  [{ volumes: { "/a": "/b" } }, "/volumes/~1a"],
  [{ mounts: [{ Type: "bind", Source: "$HOME/a", Target: "/a" }] }, "/mounts/0"],
  [{ labels: { a: true, b: 3, c: null, d: "e" } }, "/labels/a", "/labels/b"],
  [{ log_config: { Type: "json-file", Config: { "max-file": 3 } } }, "/log_config/Config/max-file"],
  [{ storage_opt: { size: 5 } }, "/storage_opt/size"],
  [
    { dns_search: [5], entrypoint: [5], environment: [5] },
    "/dns_search/0",
    "/entrypoint/0",
    "/environment/0",
  ],
  [{ shm_size: "1t" }, "/shm_size"],
  [{ mem_limit: "2TB" }, "/mem_limit"],
  [{ memswap_limit: "2gib" }, "/memswap_limit"],
  [{ devices: ["/dev/fuse:/dev/fuse:1rwm"] }, "/devices/0"],
  [{ ports: { "80/tcp": { HostIp: "localhost", HostPort: 8080 } } }, "/ports/80~1tcp"],
  [{ tty: "true" }, "/tty"],
])("a session does not start with %j", (config, ...pointers) =>
  expect(run(config)).toEqual(pointers.map((pointer) => `will-not-start /run_config${pointer}`)),
);

test.each<[JsonObject, JsonObject, ...string[]]>([
  [{ mem_limit: "4" }, { mem_limit: "4g" }],
  [{ mem_limit: 4096 }, { mem_limit: 6291456 }],
  [{ mem_reservation: "4m" }, { mem_reservation: "6m" }],
  [{ cpuset_cpus: "0-" }, { cpuset_cpus: "0-3,5" }],
  [{ cpuset_mems: "all" }, { cpuset_mems: "0" }],
  [{ restart_policy: { Name: "sometimes" } }, { restart_policy: { Name: "on-failure" } }],
  [{ restart_policy: { Name: "Always" } }, { restart_policy: { Name: "always" } }],
  [
    { restart_policy: { Name: "always", MaximumRetryCount: 3 } },
    { restart_policy: { Name: "on-failure", MaximumRetryCount: 3 } },
  ],
  [
    { ulimits: [{ Name: "nofile", Soft: 2, Hard: 1 }] },
    { ulimits: [{ Name: "nofile", Soft: 1, Hard: -1 }] },
    "/0",
  ],
  [
    { ulimits: [{ Name: "nofiles", Soft: 1, Hard: 1 }] },
    { ulimits: [{ name: "NOFILE", soft: 1, hard: 1 }] },
    "/0",
  ],
  [{ healthcheck: { test: "x", interval: 30 } }, { healthcheck: { test: "x", interval: 3e10 } }, "/interval"],
  [{ healthcheck: { StartPeriod: 5 } }, { healthcheck: { StartPeriod: 0 } }, "/StartPeriod"],
  [{ ports: { "99999/tcp": null } }, { ports: { "9999/tcp": null } }, "/99999~1tcp"],
  [{ ports: { "80/tcp": 99999 } }, { ports: { "80/tcp": 65535 } }, "/80~1tcp"],
  [
    { ports: { "80/tcp": [{ HostPort: "70000" }] } },
    { ports: { "80/tcp": [{ HostPort: "7000" }] } },
    "/80~1tcp",
  ],
  [{ extra_hosts: ["db"] }, { extra_hosts: ["db:192.0.2.1", "a:host-gateway", "b:::1"] }, "/0"],
  [{ extra_hosts: { db: "db.example" } }, { extra_hosts: { db: "192.0.2.1", me: "{ip}" } }, "/db"],
  [{ extra_hosts: { db: "" } }, { extra_hosts: { db: "::1" } }, "/db"],
  [
    { volumes: { "/a": { bind: "/b", mode: "sw" } } },
    { volumes: { "/a": { bind: "/b", mode: "ro,z,rslave" } } },
    "/~1a",
  ],
  [{ volumes: ["/a:/b:ro,rw"] }, { volumes: ["/a:/b:rw", "/c", "d:/e"] }, "/0"],
  [{ working_dir: "app" }, { working_dir: "/app" }],
  [{ oom_score_adj: 2000 }, { oom_score_adj: -1000 }],
  [{ mem_swappiness: 101 }, { mem_swappiness: -1 }],
  [{ cpuset_cpus: "3-1" }, { cpuset_cpus: "1-3" }],
  [{ dns: ["1.1.1.1", "dns.example"] }, { dns: ["1.1.1.1", "2606:4700::1111", "{dns}"] }, "/1"],
  [{ mac_address: "92:d0:c6:0a:29" }, { mac_address: "92d0.c60a.2933" }],
  [{ ports: { "80/http": 80 } }, { ports: { "80/UDP": 80, "81-82": null } }, "/80~1http"],
  [{ ports: { "80": "web" } }, { ports: { "80": "8080-8090", "81": ["{port}"], "82": "" } }, "/80"],
  [{ healthcheck: { test: "x", retries: "3" } }, { healthcheck: { test: "x", retries: 3 } }, "/retries"],
  [
    { device_requests: [{ count: 1, device_ids: ["0"], capabilities: [["gpu"]] }] },
    { device_requests: [{ count: 0, device_ids: ["0"], capabilities: [["gpu"]] }] },
    "/0",
  ],
  [
    { device_requests: [{ count: "all", capabilities: [["gpu"]] }] },
    { device_requests: [{ Count: -1, Capabilities: [["gpu"]] }] },
    "/0",
  ],
  [{ device_requests: [{ capabilities: ["gpu"] }] }, { device_requests: [{ count: 1 }] }, "/0"],
  [{ ipc_mode: "open" }, { ipc_mode: "container:a" }],
  [{ uts_mode: "private" }, { uts_mode: "host" }],
  [{ userns_mode: "keep-id" }, { userns_mode: "host" }],
  [{ cap_drop: ["ALL", "FOOBAR"] }, { cap_drop: ["ALL", "CAP_KILL"] }, "/1"],
  [{ volumes_from: ["a:sw"] }, { volumes_from: ["a:ro", "b"] }, "/0"],
  [{ tmpfs: { "/run": "fast" } }, { tmpfs: { "/run": "size=1m,exec", "/tmp": "" } }, "/~1run"],
  [{ tmpfs: ["run"] }, { tmpfs: ["/run", "/tmp:size=1m"] }, "/0"],
  [{ stop_signal: "SIGFOO" }, { stop_signal: "SIGINT" }],
  [
    { memswap_limit: "1g", mem_limit: "2g" },
    { memswap_limit: "2g", mem_limit: "2g" },
  ],
  [
    { mem_reservation: "2g", mem_limit: 1e9 },
    { mem_reservation: "2g", mem_limit: 0 },
  ],
  [{ hostname: "desk", uts_mode: "host" }, { hostname: "desk" }],
  [
    { cpu_quota: 50000, nano_cpus: 1e9 },
    { cpu_quota: -1, nano_cpus: 1e9 },
  ],
])("docker refuses %j and takes %j", (config, cured, at = "") => {
  const [key = ""] = Object.keys(config);
  expect(run(config)).toEqual([`setting-refused /run_config/${key}${at}`]);
  expect(run(cured)).toEqual([]);
  // Agents on Kubernetes do not look at all of these.
  expect(severityOf({ code: "setting-refused" })).toBe("warning");
});

test("a total of memory and swap is held to the workspace's own memory", () => {
  const withMemory = (memory: JsonValue, memswap_limit: JsonValue): string[] =>
    warned({ memory, run_config: { memswap_limit } });
  expect(withMemory(2768, "2g")).toEqual(["setting-refused /run_config/memswap_limit"]);
  expect([withMemory(2768, "3g"), withMemory(2768, -1), withMemory("lots", "2g")]).toEqual([[], [], []]);
});

test("permissions in the place of a device's path", () => {
  expect(run({ devices: ["/dev/fuse:rwm"] })).toEqual(["will-not-start /run_config/devices/0"]);
  expect(run({ devices: ["/dev/fuse:/dev/fuse:rwm", "/dev/fuse:/dev/x"] })).toEqual([]);
});

test.each<[JsonValue, string]>([
  ["bash -c x", "will-not-start /exec_config/go"],
  [{}, "will-not-start /exec_config/go"],
  [{ user: "root" }, "will-not-start /exec_config/go"],
  [{ cmd: "" }, "will-not-start /exec_config/go/cmd"],
  [{ cmd: 'bash -c "exec x' }, "will-not-start /exec_config/go/cmd"],
  [{ cmd: "x", timeout: 5 }, "will-not-start /exec_config/go/timeout"],
  [{ cmd: "bash -c script A B" }, "exec-lost-arguments /exec_config/go/cmd"],
  [{ cmd: "sh -c echo hello" }, "exec-lost-arguments /exec_config/go/cmd"],
  [{ cmd: ["/bin/bash", "-l", "-ec", "ls", "/tmp"] }, "exec-lost-arguments /exec_config/go/cmd"],
  [{ cmd: "sudo bash -c echo hi" }, "exec-lost-arguments /exec_config/go/cmd"],
  [{ cmd: "env A=1 bash -o pipefail -c echo hi" }, "exec-lost-arguments /exec_config/go/cmd"],
])("the hook %j", (hook, line) => expect(go(hook)).toEqual([line]));

test("a hook that Kasm does not have", () =>
  expect(warned({ exec_config: { firstlaunch: { cmd: "x" } } })).toEqual([
    "will-not-start /exec_config/firstlaunch",
  ]));

test.each<JsonObject>([
  { network: "host" },
  { network: "lab" },
  { network_mode: "" },
  { detach: true },
  { auto_remove: false },
  { use_config_proxy: "yes" },
  { cap_add: "NET_ADMIN" },
  { shm_size: "512MB", mem_limit: "1.5g", mem_reservation: "100m" },
  { devices: ["/dev/fuse", "/dev/dri:/dev/dri:rw", { PathOnHost: "/dev/snd" }] },
  { ports: { "80/tcp": { HostIp: "::1", HostPort: 8080 }, "81/tcp": { HostIp: "127.0.0.1", HostPort: 81 } } },
  { volumes: { "/a": { bind: "/b" } } },
  { healthcheck: { test: "x", interval: 30000000000 } },
  { environment: { DISPLAY: "" } },
  { environment: { A: 5, B: true }, group_add: [44] },
  { environment: { DISPLAY: ":1", XAUTHORITY: "/home/kasm-user/.Xauthority" } },
  { environment: ["XAUTHORITY="] },
  { user: "abc", security_opt: ["seccomp=unconfined"] },
])("no false alarm: %j", (config) => expect(run(config)).toEqual([]));

test.each<JsonValue>([
  { cmd: "bash -c 'echo ready'" },
  { cmd: "bash -c 'echo \"$1\"' _ ready" },
  { cmd: ["bash", "-c", 'exec "$@"', "bash", "ls"] },
  { cmd: ["bash", "-c", "ls", "bash"] },
  { cmd: "bash script.sh -c x y" },
  { cmd: ["bash", "-c", "source /lib.sh", "_", "arg"] },
  { cmd: ["fish", "-c", "echo $argv", "a", "b"] },
  { cmd: ["bash", "-c", "for x; do echo; done", "a", "b"] },
  { cmd: "sudo -u kasm-user bash -c x" },
  { cmd: "bash -c" },
  { cmd: "bash" },
  { cmd: "x", environment: { DISPLAY: ":0", XAUTHORITY: "/tmp/.docker.xauth" } },
  null,
])("no false alarm in the hook %j", (hook) => expect(go(hook)).toEqual([]));

test("a display of the agent, as a variable and as a file", () => {
  expect(
    run({
      environment: ["DISPLAY=:0", "XAUTHORITY=/tmp/.docker.xauth"],
      volumes: ["/tmp/.X11-unix:/tmp/.X11-unix", "/home/alex/.Xauthority:/root/.Xauthority:ro"],
    }),
  ).toEqual([
    "own-display /run_config/environment/0",
    "own-display /run_config/environment/1",
    "own-display /run_config/volumes/0",
    "own-display /run_config/volumes/1",
  ]);
});

test("says what, why and what to do instead", () => {
  const data = { name: "kasmweb/chrome", compatibility: ["1.16.x", "1.18.x"] };
  const { parsed } = parseJson(JSON.stringify(data, null, 1));
  expect(warningsOf({ parsed: parsed!, data }).map((fault) => [messageOf(fault), fault.line, fault.column]))
    .toMatchInlineSnapshot(`
    [
      [
        ""name": Tag that Kasm does not publish. Kasm's own images have no tag "latest", which Docker also takes where none is written. The image cannot be pulled, so installing it does not end. Write "kasmweb/chrome:1.18.0".",
        2,
        10,
      ],
    ]
  `);
});

test("a mount of the display is warned of in the words of the display", () => {
  const data = { run_config: { volumes: ["/tmp/.X11-unix:/tmp/.X11-unix"] } };
  const [fault] = warningsOf({ parsed: parseJson(JSON.stringify(data)).parsed!, data });
  expect(messageOf(fault!)).toMatch(
    /^"volumes\[0\]": Another display than the session's own\. A session has a display/,
  );
});
