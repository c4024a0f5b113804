import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { checkedData } from "../../registry/check/workspace.ts";
import type { Checked } from "../../registry/model/types.ts";
import { propertyTypes } from "../../registry/model/run-config.ts";
import { examples } from "../../review/catalogue/examples.ts";
import { convertDocker } from "../index.ts";
import { toCompose } from "./to-compose.ts";

const checked = (data: JsonObject): Checked => checkedData({ data, schema: "1.0" });
const compose = (run_config: JsonObject, rest: JsonObject = {}): { yaml: string; notMapped: string[] } =>
  toCompose(checked({ name: "example/x:1", run_config, ...rest }));
const service = (run_config: JsonObject): unknown =>
  (parse(compose(run_config).yaml) as { services: { session: unknown } }).services.session;

test("writes the usual desktop image", () => {
  const { yaml, notMapped } = compose(
    { security_opt: ["seccomp=unconfined"], environment: { HOME: "/home/kasm-user", PRICE: "5$" } },
    { cores: 2, memory: 2768, exec_config: { go: { cmd: "true" } } },
  );
  expect(yaml).toBe(`services:
  session:
    image: example/x:1
    security_opt:
      - seccomp=unconfined
    environment:
      HOME: /home/kasm-user
      PRICE: 5$$
    mem_limit: 2768m
    cpus: 2
`);
  expect(notMapped).toEqual(["exec_config.go"]);
});

test.each<[JsonObject, JsonObject]>([
  [{ network_mode: "host" }, { network_mode: "host" }],
  [
    { mounts: [{ Type: "tmpfs", Target: "/c", TmpfsOptions: { SizeBytes: 64 } }] },
    { volumes: [{ type: "tmpfs", target: "/c", tmpfs: { size: 64 } }] },
  ],
  [
    {
      mounts: [
        { Type: "bind", Source: "/a", Target: "/c", ReadOnly: true, BindOptions: { Propagation: "rslave" } },
      ],
    },
    {
      volumes: [
        { type: "bind", source: "/a", target: "/c", read_only: true, bind: { propagation: "rslave" } },
      ],
    },
  ],
  [{ device_requests: [{ count: -1, capabilities: [["gpu"]] }] }, { gpus: "all" }],
  [
    { device_requests: [{ Count: 2 }, { DeviceIDs: ["0", "1"], Capabilities: [["gpu", "video"]] }] },
    { gpus: [{ count: 2 }, { device_ids: ["0", "1"], capabilities: ["video"] }] },
  ],
  [{ ulimits: [{ Name: "core", Soft: 0 }] }, { ulimits: { core: 0 } }],
  [
    { device_read_bps: [{ Path: "/dev/sda", Rate: 5 }], blkio_weight: 10 },
    { blkio_config: { device_read_bps: [{ path: "/dev/sda", rate: 5 }], weight: 10 } },
  ],
  [
    { log_config: { type: "syslog", config: { tag: "x" } } },
    { logging: { driver: "syslog", options: { tag: "x" } } },
  ],
  [
    { entrypoint: ["sh", "-c"], command: "a 'b c'" },
    { entrypoint: ["sh", "-c"], command: ["a", "b c"] },
  ],
  [{ environment: ["A=1", "B="] }, { environment: { A: "1", B: "" } }],
  [
    { device_requests: [{ count: 1, capabilities: [["gpu"]], options: { a: "b", c: "d,e" } }] },
    { gpus: [{ count: 1, options: { a: "b", c: "d,e" } }] },
  ],
  [
    {
      mounts: [
        { Type: "tmpfs", Target: "/t", TmpfsOptions: { Mode: 1023, SizeBytes: 5 } },
        {
          Type: "volume",
          Source: "v",
          Target: "/v",
          VolumeOptions: { NoCopy: true, Labels: { a: "b" }, Subpath: "x" },
        },
      ],
    },
    {
      volumes: [
        { type: "tmpfs", target: "/t", tmpfs: { size: 5, mode: 1023 } },
        {
          type: "volume",
          source: "v",
          target: "/v",
          volume: { nocopy: true, subpath: "x", labels: { a: "b" } },
        },
      ],
    },
  ],
])("writes %j as %j", (run_config, expected) => {
  expect(service(run_config)).toMatchObject(expected);
  expect(compose(run_config).notMapped).toEqual([]);
});

test("names what a compose file cannot say", () => {
  const driver = { Type: "volume", Target: "/v", VolumeOptions: { DriverConfig: { Name: "local" } } };
  expect(compose({ environment: ["A"], mounts: [driver] }).notMapped).toEqual([
    "run_config.environment.0",
    "run_config.mounts",
  ]);
});

test("declares networks and volumes that have a name", () => {
  const { yaml } = compose({ network: "lab", volumes: { data: { bind: "/d" }, "/a": { bind: "/b" } } });
  expect(parse(yaml)).toMatchObject({ networks: { lab: { external: true } }, volumes: { data: {} } });
});

test("names what compose cannot say", () => {
  expect(compose({ auto_remove: true, publish_all_ports: true, lxc_conf: { a: "b" } }).notMapped).toEqual([
    "run_config.lxc_conf",
    "run_config.auto_remove",
    "run_config.publish_all_ports",
  ]);
});

/** The reader of compose files turns the file back into the run_config that it was made from. */
test.each<JsonObject>([
  { user: 1000, environment: { GREETING: 'it\'s $HOME, "hi": #1' }, security_opt: ["seccomp=unconfined"] },
  {
    cap_add: ["NET_ADMIN"],
    devices: ["/dev/net/tun:/dev/net/tun:rwm"],
    sysctls: { "net.ipv4.conf.all.src_valid_mark": "1" },
    dns: ["9.9.9.9"],
  },
  {
    privileged: true,
    hostname: "kasm",
    network_mode: "host",
    pid_mode: "host",
    userns_mode: "host",
    cgroupns: "host",
  },
  {
    volumes: { "/srv/my data": { bind: "/data", mode: "ro" }, results: { bind: "/results", mode: "rw" } },
    read_only: true,
  },
  {
    shm_size: "1g",
    pids_limit: 512,
    ulimits: [{ Name: "nofile", Soft: 1024, Hard: 2048 }],
    group_add: ["video"],
  },
  {
    restart_policy: { Name: "on-failure", MaximumRetryCount: 5 },
    init: true,
    working_dir: "/x y",
    labels: { team: "a b" },
  },
  { entrypoint: ["sh"], command: ["-c", "echo 'a  b' && sleep 1"] },
])("back and forth: %j", async (run_config) => {
  const back = await convertDocker(compose(run_config).yaml);
  expect(back).toMatchObject({ ok: true, workspace: { name: "example/x:1", run_config } });
});

test("nothing odd makes it fail, and the result is YAML", () => {
  for (const data of Object.values(examples)) parse(toCompose(checked(data)).yaml);
  const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(propertyTypes)), value, value, (key, setting, hook) => {
      const { yaml } = toCompose(checked({ run_config: { [key]: setting }, exec_config: { go: hook } }));
      expect(parse(yaml)).toHaveProperty("services");
    }),
  );
});

test("writes each option under its key", () => {
  const same = {
    hostname: "h",
    domainname: "d",
    platform: "linux/amd64",
    runtime: "sysbox-runc",
    isolation: "default",
    user: "1000",
    privileged: true,
    cap_add: ["A"],
    cap_drop: ["B"],
    security_opt: ["x=y"],
    group_add: ["video"],
    userns_mode: "host",
    devices: ["/dev/a:/dev/b"],
    device_cgroup_rules: ["c 1:3 rwm"],
    volumes: ["a:/b"],
    tmpfs: ["/t"],
    read_only: true,
    storage_opt: { size: "1g" },
    cgroup_parent: "/c",
    dns: ["1.1.1.1"],
    dns_opt: ["ndots:1"],
    dns_search: ["s"],
    mac_address: "02:42:ac:11:00:02",
    labels: { l: "m" },
    stop_signal: "SIGINT",
    init: true,
    tty: true,
    stdin_open: true,
    working_dir: "/w",
    shm_size: "1g",
    mem_limit: "2g",
    memswap_limit: "3g",
    mem_reservation: "1g",
    mem_swappiness: 10,
    oom_kill_disable: true,
    oom_score_adj: 5,
    cpu_shares: 7,
    cpu_period: 8,
    cpu_quota: 9,
    cpu_rt_period: 1,
    cpu_rt_runtime: 2,
    pids_limit: 100,
    sysctls: { "net.a": "1" },
  };
  const other: [JsonObject, JsonObject][] = [
    [{ volumes_from: ["other"] }, { volumes_from: ["container:other"] }],
    [{ pid_mode: "host" }, { pid: "host" }],
    [{ ipc_mode: "private" }, { ipc: "private" }],
    [{ uts_mode: "host" }, { uts: "host" }],
    [{ cgroupns: "host" }, { cgroup: "host" }],
    [{ network: "lan" }, { networks: ["lan"] }],
    [{ ports: { "80/tcp": 8080 } }, { ports: ["8080:80/tcp"] }],
    [{ extra_hosts: { a: "1.2.3.4" } }, { extra_hosts: ["a:1.2.3.4"] }],
    [{ links: { c: "d" } }, { external_links: ["c:d"] }],
    [{ restart_policy: { Name: "on-failure", MaximumRetryCount: 3 } }, { restart: "on-failure:3" }],
    [{ cpuset_cpus: "0" }, { cpuset: "0" }],
    [{ nano_cpus: 1_500_000_000 }, { cpus: 1.5 }],
    [
      { healthcheck: { test: ["CMD", "true"], interval: 1_000_000_000 } },
      { healthcheck: { test: "true", interval: "1s" } },
    ],
  ];
  const config = Object.assign({ ...same }, ...other.map(([value]) => value)) as JsonObject;
  expect(service(config)).toEqual(
    Object.assign({ image: "example/x:1", ...same }, ...other.map(([, value]) => value)),
  );
  expect(compose(config).notMapped).toEqual([]);
  expect(compose({ cpuset_mems: "0" }).notMapped).toEqual(["run_config.cpuset_mems"]);
});
