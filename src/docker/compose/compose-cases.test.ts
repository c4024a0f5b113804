import type { JsonObject } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { reviewWorkspace } from "../../review/index.ts";
import { leftOut, pasteFaults } from "../../strings/docker.ts";
import { convertDocker } from "../index.ts";

type Case = readonly [
  title: string,
  keys: string,
  expected: { workspace?: JsonObject; config?: JsonObject; notMapped?: string[] },
];

const image = "kasmweb/firefox:1.16.0";

/** Keys of one service, as written below it. */
const cases: readonly Case[] = [
  ["nothing else", "", {}],
  [
    "ports, short",
    'ports: ["8080:80", 443, "127.0.0.1:53:53/udp", "6901:6901"]',
    {
      config: { ports: { "80/tcp": 8080, "443/tcp": null, "53/udp": { HostIp: "127.0.0.1", HostPort: 53 } } },
      notMapped: ["ports"],
    },
  ],
  [
    "ports, unquoted",
    "ports:\n  - 8080:80\n  - 22:22",
    { config: { ports: { "80/tcp": 8080, "22/tcp": 22 } } },
  ],
  [
    "ports, long",
    "ports:\n  - target: 80\n    published: '8080'\n    host_ip: 127.0.0.1\n    protocol: udp\n    mode: host",
    {
      config: { ports: { "80/udp": { HostIp: "127.0.0.1", HostPort: 8080 } } },
      notMapped: ["ports.mode"],
    },
  ],
  [
    "environment, mapping",
    "environment:\n  A: 1.10\n  B: yes\n  C: 0644\n  D: true\n  E: ''\n  F:",
    {
      config: { environment: { A: "1.10", B: "yes", C: "0644", D: "true", E: "" } },
      notMapped: ["environment"],
    },
  ],
  [
    "environment, list",
    "environment:\n  - A=1\n  - B=a=b\n  - C",
    { config: { environment: { A: "1", B: "a=b" } }, notMapped: ["environment"] },
  ],
  [
    "environment with variables",
    'environment: {A: "$$x", B: "${T:-UTC}", C: "$HOME/x"}',
    { config: { environment: { A: "$x", B: "UTC", C: "$HOME/x" } } },
  ],
  [
    "volumes, short",
    "volumes:\n  - /a:/b:ro\n  - data:/c\n  - ./x:/d",
    {
      config: {
        volumes: {
          "/a": { bind: "/b", mode: "ro" },
          data: { bind: "/c", mode: "rw" },
          "./x": { bind: "/d", mode: "rw" },
        },
      },
    },
  ],
  [
    "volumes, long",
    "volumes:\n  - {type: bind, source: /a, target: /b, read_only: true, bind: {propagation: rslave, create_host_path: true}}",
    {
      config: { volumes: { "/a": { bind: "/b", mode: "ro,rslave" } } },
    },
  ],
  [
    "volumes, long and special",
    "volumes:\n  - {type: volume, source: v, target: /b, volume: {nocopy: true, subpath: x}}\n  - {type: tmpfs, target: /t, tmpfs: {size: 10m}}",
    {
      config: {
        mounts: [
          {
            Type: "volume",
            Source: "v",
            Target: "/b",
            ReadOnly: false,
            VolumeOptions: { NoCopy: true, Subpath: "x" },
          },
        ],
        tmpfs: { "/t": "size=10485760" },
      },
    },
  ],
  [
    "volumes of another type",
    "volumes:\n  - {type: cluster, source: v, target: /b}",
    { notMapped: ["volumes"] },
  ],
  ["tmpfs, text", "tmpfs: /run", { config: { tmpfs: { "/run": "" } } }],
  ["tmpfs, list", "tmpfs: ['/run:size=1m', /tmp]", { config: { tmpfs: { "/run": "size=1m", "/tmp": "" } } }],
  [
    "limits of deploy",
    "deploy:\n  replicas: 2\n  resources:\n    limits: {cpus: '0.5', memory: 512M, pids: 100}\n    reservations: {memory: 256m}",
    {
      workspace: { cores: 0.5, memory: 537 },
      config: { pids_limit: 100, mem_reservation: "256m" },
      notMapped: ["deploy.replicas"],
    },
  ],
  [
    "a GPU of deploy",
    "deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1, capabilities: [gpu]}]}}}",
    { workspace: { gpu_count: 1 } },
  ],
  [
    "all GPUs of deploy",
    "deploy: {resources: {reservations: {devices: [{count: all, capabilities: [gpu, video]}]}}}",
    {
      config: {
        device_requests: [
          { driver: "", count: -1, device_ids: [], capabilities: [["gpu", "video"]], options: {} },
        ],
      },
    },
  ],
  [
    "gpus",
    "gpus: all",
    {
      config: {
        device_requests: [{ driver: "", count: -1, device_ids: [], capabilities: [["gpu"]], options: {} }],
      },
    },
  ],
  [
    "old limits",
    "mem_limit: 1g\ncpus: 2\ncpu_shares: 512\nmemswap_limit: 2g",
    { workspace: { memory: 1074, cores: 2 }, config: { cpu_shares: 512, memswap_limit: "2g" } },
  ],
  [
    "processor time",
    "cpu_quota: 50ms\ncpu_period: 100000",
    { config: { cpu_quota: 50000, cpu_period: 100000 } },
  ],
  [
    "capabilities and security",
    "cap_add: [SYS_ADMIN]\ncap_drop: [ALL]\nsecurity_opt: ['seccomp:unconfined']\nprivileged: true",
    {
      config: {
        cap_add: ["SYS_ADMIN"],
        cap_drop: ["ALL"],
        security_opt: ["seccomp=unconfined"],
        privileged: true,
      },
    },
  ],
  [
    "devices",
    "devices:\n  - /dev/dri:/dev/dri\n  - {source: /dev/a, target: /dev/b, permissions: rw}\n  - {source: /dev/c}",
    {
      config: { devices: ["/dev/dri:/dev/dri", "/dev/a:/dev/b:rw", "/dev/c"] },
    },
  ],
  ["shared memory", "shm_size: 512m", { config: { shm_size: "512m" } }],
  ["shared memory in bytes", "shm_size: 1073741824", { config: { shm_size: 1073741824 } }],
  [
    "sysctls, mapping",
    "sysctls: {net.core.somaxconn: 1024}",
    { config: { sysctls: { "net.core.somaxconn": "1024" } } },
  ],
  [
    "sysctls, list",
    "sysctls: [net.core.somaxconn=1024]",
    { config: { sysctls: { "net.core.somaxconn": "1024" } } },
  ],
  [
    "ulimits",
    "ulimits: {nproc: 64, nofile: {soft: 1, hard: 2}}",
    {
      config: {
        ulimits: [
          { Name: "nproc", Soft: 64, Hard: 64 },
          { Name: "nofile", Soft: 1, Hard: 2 },
        ],
      },
    },
  ],
  [
    "hosts, list",
    "extra_hosts: ['a:10.0.0.1', 'b=10.0.0.2']",
    { config: { extra_hosts: { a: "10.0.0.1", b: "10.0.0.2" } } },
  ],
  [
    "hosts, mapping",
    "extra_hosts: {a: 10.0.0.1, b: ['::1', 10.0.0.2]}",
    { config: { extra_hosts: ["a:10.0.0.1", "b:::1", "b:10.0.0.2"] } },
  ],
  ["restart", "restart: always", { config: { restart_policy: { Name: "always" } } }],
  ["restart, off", "restart: no", { config: { restart_policy: { Name: "no" } } }],
  ["network of the host", "network_mode: host", { config: { network_mode: "host" } }],
  ["network of a service", "network_mode: service:vpn", { notMapped: ["network_mode"] }],
  ["networks", "networks: [front, back]", { notMapped: ["networks"] }],
  ["user", "user: 1000", { config: { user: 1000 } }],
  ["user and group", "user: '1000:1000'", { config: { user: "1000:1000" } }],
  [
    "command, text",
    "command: sh -c \"echo 'hi' $$HOME\"",
    { config: { command: ["sh", "-c", "echo 'hi' $HOME"] } },
  ],
  [
    "command, list",
    "command: [sh, -c, 8080]\nentrypoint: /init --fast",
    { config: { command: ["sh", "-c", "8080"], entrypoint: ["/init", "--fast"] } },
  ],
  ["command with a mapping in it", "command: [sh, {a: 1}]", { notMapped: ["command"] }],
  ["command that is a mapping", "command: {a: 1}", { notMapped: ["command"] }],
  [
    "command that is empty",
    "command: []\nentrypoint: ''",
    { config: { entrypoint: [""] }, notMapped: ["command"] },
  ],
  [
    "keys that compose has had only lately",
    "pre_start: [{command: x}]\npull_refresh_after: 1d",
    { notMapped: ["pre_start", "pull_refresh_after"] },
  ],
  ["command without a value", "command:", { notMapped: ["command"] }],
  ["GPUs by an odd count", "gpus: [{count: many}]", { notMapped: ["gpus"] }],
  [
    "GPUs that are no mapping",
    "deploy: {resources: {reservations: {devices: [gpu]}}}",
    { notMapped: ["deploy.resources.reservations.devices"] },
  ],
  ["network of another service", 'network_mode: "service:db"', { notMapped: ["network_mode"] }],
  [
    "network of another container",
    'network_mode: "container:db"',
    { config: { network_mode: "container:db" } },
  ],
  ["command with a quote too many", "command: sh -c 'x", { notMapped: ["command"] }],
  [
    "health check",
    "healthcheck:\n  test: [CMD, curl, -f, localhost]\n  interval: 1m30s\n  retries: 3\n  start_interval: 1s",
    {
      config: { healthcheck: { test: ["CMD", "curl", "-f", "localhost"], interval: 90e9, retries: 3 } },
      notMapped: ["healthcheck.start_interval"],
    },
  ],
  [
    "health check, text",
    "healthcheck: {test: curl -f localhost}",
    { config: { healthcheck: { test: ["CMD-SHELL", "curl -f localhost"] } } },
  ],
  ["health check, off", "healthcheck: {disable: true}", { config: { healthcheck: { test: ["NONE"] } } }],
  ["labels, mapping and list", "labels: {a: b, c: }", { config: { labels: { a: "b", c: "" } } }],
  [
    "logging",
    "logging: {driver: json-file, options: {max-size: 10m}}",
    { config: { log_config: { Type: "json-file", Config: { "max-size": "10m" } } } },
  ],
  [
    "block devices",
    "blkio_config: {weight: 300, device_read_bps: [{path: /dev/sda, rate: 1mb}], device_read_iops: [{path: /dev/sda, rate: 9}], device_write_bps: [{path: /dev/sda, rate: 2mb}], device_write_iops: [{path: /dev/sda, rate: 8}]}",
    {
      config: {
        blkio_weight: 300,
        device_read_bps: [{ Path: "/dev/sda", Rate: 1048576 }],
        device_read_iops: [{ Path: "/dev/sda", Rate: 9 }],
        device_write_bps: [{ Path: "/dev/sda", Rate: 2097152 }],
        device_write_iops: [{ Path: "/dev/sda", Rate: 8 }],
      },
    },
  ],
  [
    "names",
    "hostname: kasm\ndomainname: lan\nworking_dir: /srv\nruntime: sysbox-runc\npid: host\nipc: shareable\nstop_signal: SIGINT",
    {
      config: {
        hostname: "kasm",
        domainname: "lan",
        working_dir: "/srv",
        runtime: "sysbox-runc",
        pid_mode: "host",
        ipc_mode: "shareable",
        stop_signal: "SIGINT",
      },
    },
  ],
  [
    "switches",
    "init: true\nread_only: true\nprivileged: false",
    { config: { init: true, read_only: true }, notMapped: ["privileged"] },
  ],
  ["platform", "platform: linux/arm64/v8", { workspace: { architecture: ["arm64"] } }],
  [
    "what a workspace has no place for",
    "build: .\ndepends_on: [db]\nenv_file: .env\ncontainer_name: x\nsecrets: [a]\nconfigs: [b]\nprofiles: [c]\ntty: true\nstdin_open: true\nexpose: [80]\nlinks: [db]\nextends: {service: base}\nstop_grace_period: 1s\npull_policy: always",
    {
      notMapped: [
        "build",
        "depends_on",
        "env_file",
        "container_name",
        "secrets",
        "configs",
        "profiles",
        "tty",
        "stdin_open",
        "expose",
        "links",
        "extends",
        "stop_grace_period",
        "pull_policy",
      ],
    },
  ],
  [
    "unknown keys",
    "x-note: hi\nprivilged: true\nhealthcheck: {tset: x}",
    { config: {}, notMapped: ["x-note", "privilged", "healthcheck.tset"] },
  ],
  [
    "wrong kinds",
    "hostname: [a]\nports: {a: b}\ncap_add: [[x]]\nlogging: yes\nulimits: 3",
    { notMapped: ["hostname", "ports", "cap_add", "logging", "ulimits"] },
  ],
];

const indent = (text: string): string => text.replace(/^(?=.)/gm, "    ");

test.for(cases)("converts a service with %s", async ([, keys, expected]) => {
  const alone = `image: ${image}\n${keys}\n`;
  for (const paste of [alone, `web:\n${indent(alone)}`, `services:\n  web:\n${indent(alone)}`]) {
    const result = await convertDocker(paste);
    if (!result.ok) throw new Error(result.message);
    const { name, run_config: config, ...workspace } = result.workspace;
    expect(name).toBe(image);
    expect(config ?? {}).toStrictEqual(expected.config ?? {});
    expect(workspace).toStrictEqual(expected.workspace ?? {});
    expect(result.notMapped.map(({ option }) => option)).toStrictEqual(expected.notMapped ?? []);
    expect(
      reviewWorkspace(result.workspace).filter(({ rule }) =>
        /^(?:unknown-property|type-mismatch)$/.test(rule),
      ),
    ).toStrictEqual([]);
  }
});

test("names the rest of a file when one service is converted", async () => {
  const paste = `
version: "3"
x-base: &base {restart: always}
services:
  web: {<<: *base, image: "${image}"}
  db: {image: "postgres:17"}
volumes: {data: {}}
networks: {front: {}}
oops: 1
`;
  const result = await convertDocker(paste, "web");
  expect(result).toMatchObject({
    ok: true,
    workspace: { name: image, run_config: { restart_policy: { Name: "always" } } },
  });
  if (!result.ok) return;
  expect(result.notMapped.map(({ option }) => option)).toStrictEqual([
    "version",
    "x-base",
    "volumes",
    "networks",
    "oops",
    "services.db",
  ]);
});

test.each([
  ["version", "composeVersion"],
  ["name", "compose"],
  ["volumes", "composeVolumes"],
  ["networks", "composeNetworks"],
  ["configs", "secret"],
  ["secrets", "secret"],
  ["include", "file"],
  ["models", "compose"],
  ["x-base", "extension"],
  ["oops", "unknownFileKey"],
  ["constructor", "unknownFileKey"],
] as const)("says why %s of a file has no place", async (key, reason) => {
  const result = await convertDocker(JSON.stringify({ [key]: "a", services: { web: { image } } }));
  expect(result).toMatchObject({
    ok: true,
    notMapped: [{ option: key, value: "a", reason: leftOut[reason] }],
  });
});

test("says which services are left out, with their images", async () => {
  const result = await convertDocker(
    JSON.stringify({ services: { web: { image }, db: { image: "b:1" }, odd: "x" } }),
    "web",
  );
  expect(result).toMatchObject({
    ok: true,
    notMapped: [{ option: "services.db", value: "b:1", reason: leftOut.services }],
  });
});

test.each([
  ["build", { build: "." }],
  ["extends", { extends: "x" }],
  ["image", { image: "a:1" }],
])("takes a mapping with %s for a service when there is no other sign of one", async (_, keys) => {
  const result = await convertDocker(JSON.stringify({ other: { a: 1 }, web: keys }));
  expect(result.ok ? "" : result.message).not.toBe(pasteFaults.noService);
});

test("takes a service that is named image for a service", async () => {
  expect(await convertDocker(JSON.stringify({ image: { image } }))).toMatchObject({
    ok: true,
    workspace: { name: image },
  });
});

test("JSON is read as well", async () => {
  const paste = JSON.stringify({ services: { web: { image, environment: { A: 1 } } } });
  expect(await convertDocker(paste)).toMatchObject({
    ok: true,
    workspace: { name: image, run_config: { environment: { A: "1" } } },
  });
});

test("a registry other than Docker Hub is named", async () => {
  expect(await convertDocker("image: ghcr.io/me/x:1")).toMatchObject({
    workspace: { name: "ghcr.io/me/x:1", docker_registry: "https://ghcr.io/" },
  });
  expect(await convertDocker("image: localhost:5000/x:1")).toMatchObject({
    workspace: { docker_registry: "https://localhost:5000/" },
  });
});
