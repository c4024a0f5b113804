import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { convertDocker } from "../../docker/index.ts";
import { examples } from "../catalogue/examples.ts";
import { commaSeparated, quote } from "./quote.ts";
import { propertyTypes } from "../../registry/model/run-config.ts";
import { splitCommand } from "../split-command.ts";
import { checkedData } from "../../registry/check/workspace.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { toDockerRun, type DockerRun } from "./to-docker-run.ts";

/** As the page of a workspace asks for it, here with the values that count alone. */
const dockerRun = (data: JsonObject, schema: SchemaVersion): DockerRun =>
  toDockerRun(checkedData({ data, schema }));

/** The option lines between "docker run --detach" and the image. */
function optionsOf(run_config: JsonObject, rest: JsonObject = {}): string[] {
  const { command } = dockerRun({ name: "i", run_config, ...rest }, "1.0");
  return command.split(" \\\n  ").slice(2, -1);
}

test("writes the usual desktop image", () => {
  const data = {
    name: "example/paint:latest",
    run_config: {
      user: 1000,
      entrypoint: ["/kasminit"],
      environment: { HOME: "/home/kasm-user" },
      security_opt: ["seccomp=unconfined"],
    },
    cores: 2,
    memory: 2768,
    gpu_count: 0,
  };
  expect(dockerRun(data, "1.0")).toEqual({
    command: [
      "docker run",
      "--detach",
      "--user 1000",
      "--env HOME=/home/kasm-user",
      "--security-opt seccomp=unconfined",
      "--memory 2768m",
      "--cpus 2",
      "--entrypoint /kasminit",
      "example/paint:latest",
    ].join(" \\\n  "),
    notMapped: [],
  });
});

test("hooks become docker exec, each with its moment", () => {
  const { command, notMapped } = dockerRun(
    {
      name: "i",
      run_config: { hostname: "kasm" },
      exec_config: {
        go: { cmd: "bash -c 'open \"$KASM_URL\"'" },
        first_launch: {
          user: "root",
          privileged: true,
          cmd: ["echo", "it's"],
          environment: { A: "b c" },
          workdir: "/x",
          stream: true,
        },
        assign: { cmd: "bash -c 'open" },
        other: {},
      },
    },
    "1.0",
  );
  expect(command).toBe(`docker run \\
  --detach \\
  --name session \\
  --hostname kasm \\
  i

# Once, when the session is created:
docker exec --user root --privileged --env 'A=b c' --workdir /x session echo 'it'\\''s'

# When a link is opened in a new session:
docker exec session bash -c 'open "$KASM_URL"'`);
  expect(notMapped).toEqual(["exec_config.other", "exec_config.first_launch.stream", "exec_config.assign"]);
});

test("a name of its own is the one that the hooks use", () => {
  const { command } = dockerRun(
    { name: "i", run_config: { name: "my desk" }, exec_config: { go: { cmd: "true" } } },
    "1.0",
  );
  expect(command).toContain("--name 'my desk' \\\n  i\n");
  expect(command).toContain("docker exec 'my desk' true");
});

test("schema 1.1 shows the image of the newest version", () => {
  const compatibility = [
    { version: "1.9.x", image: "a:9" },
    { version: "1.20.x", image: "a:20" },
    { version: "1.16.x", image: "a:16" },
  ];
  expect(dockerRun({ compatibility }, "1.1").command).toBe("docker run \\\n  --detach \\\n  a:20");
  expect(dockerRun({ compatibility: [] }, "1.1").command).toContain("IMAGE");
  expect(dockerRun({}, "1.0").command).toContain("IMAGE");
});

test.each<[JsonObject, ...string[]]>([
  [{ privileged: true, init: false, cap_drop: ["ALL"] }, "--privileged", "--cap-drop ALL"],
  [
    {
      devices: [
        "/dev/kvm",
        { PathOnHost: "/dev/a", PathInContainer: "/dev/b", CgroupPermissions: "r" },
        { PathOnHost: "/dev/c" },
      ],
    },
    "--device /dev/kvm",
    "--device /dev/a:/dev/b:r",
    "--device /dev/c",
  ],
  [
    {
      volumes: {
        "/a": { bind: "/b", mode: "ro", propagation: "rslave" },
        "/my c": { bind: "/d", ro: true },
        v: { bind: "/e", mode: "rw" },
        "/f": "/g",
      },
    },
    "--volume /a:/b:ro,rslave",
    "--volume '/my c:/d:ro'",
    "--volume v:/e",
    "--volume /f:/g",
  ],
  [
    {
      mounts: [
        {
          Type: "bind",
          Source: "/a,b",
          Target: "/c",
          ReadOnly: true,
          BindOptions: { Propagation: "shared" },
        },
      ],
    },
    "--mount 'type=bind,\"source=/a,b\",target=/c,readonly,bind-propagation=shared'",
  ],
  [
    {
      mounts: [
        {
          Type: "volume",
          Target: "/c",
          VolumeOptions: { DriverConfig: { Name: "local", Options: { o: "bind" } } },
        },
      ],
    },
    "--mount type=volume,target=/c,volume-driver=local,volume-opt=o=bind",
  ],
  [
    { mounts: [{ Type: "tmpfs", Target: "/c", TmpfsOptions: { SizeBytes: 64 } }] },
    "--mount type=tmpfs,target=/c,tmpfs-size=64",
  ],
  [{ volumes_from: "a,b:ro" }, "--volumes-from a", "--volumes-from b:ro"],
  [{ tmpfs: { "/a": "", "/b": "size=1m", "/c": null } }, "--tmpfs /a", "--tmpfs /b:size=1m", "--tmpfs /c"],
  [
    {
      ports: {
        "80/tcp": 8080,
        "81": null,
        "82/udp": { HostIp: "::1", HostPort: 82 },
        "83": [1, { HostPort: "2" }],
      },
    },
    "--publish 81",
    "--publish 1:83",
    "--publish 2:83",
    "--publish 8080:80/tcp",
    "--publish '[::1]:82:82/udp'",
  ],
  [
    { extra_hosts: { a: "host-gateway" }, links: [["db", "d"], "c"] },
    "--add-host a:host-gateway",
    "--link db:d",
    "--link c",
  ],
  [
    { sysctls: { "net.ipv4.ip_forward": 1 }, storage_opt: { size: "1G" } },
    "--sysctl net.ipv4.ip_forward=1",
    "--storage-opt size=1G",
  ],
  [
    {
      ulimits: [
        { Name: "nofile", Soft: 1, Hard: 2 },
        { name: "core", soft: 0 },
      ],
    },
    "--ulimit nofile=1:2",
    "--ulimit core=0",
  ],
  [{ restart_policy: { Name: "on-failure", MaximumRetryCount: 5 } }, "--restart on-failure:5"],
  [{ log_config: { type: "syslog", config: { tag: "x" } } }, "--log-driver syslog", "--log-opt tag=x"],
  [
    { nano_cpus: 1_500_000_000, shm_size: "1g", mem_limit: 1024 },
    "--cpus 1.5",
    "--shm-size 1g",
    "--memory 1024",
  ],
  [
    {
      blkio_weight_device: [{ Path: "/dev/sda", Weight: 10 }],
      device_read_bps: [{ Path: "/dev/sda", Rate: 5 }],
    },
    "--blkio-weight-device /dev/sda:10",
    "--device-read-bps /dev/sda:5",
  ],
  [
    {
      device_requests: [
        { count: -1, capabilities: [["gpu"]] },
        { Count: 2 },
        { DeviceIDs: ["0", "1"], Capabilities: [["gpu", "video"]] },
      ],
    },
    "--gpus all",
    "--gpus 2",
    "--gpus '\"device=0,1\",capabilities=video'",
  ],
  [
    {
      healthcheck: {
        test: ["CMD", "pgrep", "a b"],
        interval: 5e9,
        timeout: 5e8,
        retries: 3,
        start_period: 10,
      },
    },
    "--health-cmd 'pgrep '\\''a b'\\'''",
    "--health-interval 5s",
    "--health-timeout 500ms",
    "--health-start-period 10ns",
    "--health-retries 3",
  ],
  [{ healthcheck: { Test: ["CMD-SHELL", "a | b"] } }, "--health-cmd 'a | b'"],
  [{ healthcheck: { Test: ["NONE"] } }, "--no-healthcheck"],
  [{ environment: ["A=1", "B="], labels: ["x"], dns: "1.1.1.1" }, "--env A=1", "--label x", "--dns 1.1.1.1"],
  [
    { auto_remove: true, publish_all_ports: true, oom_kill_disable: true, stdin_open: true, tty: true },
    "--rm",
    "--publish-all",
    "--oom-kill-disable",
    "--interactive",
    "--tty",
  ],
])("writes as docker run %j", (config, ...expected) => {
  expect(optionsOf(config)).toEqual(expect.arrayContaining(expected));
  expect(dockerRun({ run_config: config }, "1.0").notMapped).toEqual([]);
});

/** Each judged by docker-py and docker's own command line: tests/slow/docker-oracle.test.ts compares what both send. */
test.each<[JsonObject, readonly string[], readonly string[]]>([
  [
    { device_requests: [{ device_ids: ["0", "2"], capabilities: [["gpu", "utility"]] }] },
    ["--gpus '\"device=0,2\",capabilities=utility'"],
    [],
  ],
  [
    { device_requests: [{ driver: "nvidia", capabilities: [["gpu"]], options: { a: "b", c: "d,e" } }] },
    [`--gpus 'driver=nvidia,count=0,"options=a=b,""c=d,e"""'`],
    [],
  ],
  [
    {
      device_requests: [{ Count: 2, DeviceIDs: ["0"], Capabilities: [["gpu"]] }, { Capabilities: [["gpu"]] }],
    },
    ["--gpus device=0,count=2", "--gpus 0"],
    [],
  ],
  [{ device_requests: [{ driver: "cdi", device_ids: ["v.com/c=n"] }] }, ["--device v.com/c=n"], []],
  [{ device_requests: [{ count: 1, capabilities: [["gpu"], ["x"]] }] }, [], ["device_requests"]],
  [{ device_requests: [{ count: 1, capabilities: [["compute"]] }] }, [], ["device_requests"]],
  [
    { device_requests: [{ count: 1, capabilities: [["gpu"]], size: 2 }] },
    ["--gpus 1"],
    ["device_requests.0.size"],
  ],
  [
    {
      mounts: [
        {
          Type: "volume",
          Source: "v",
          Target: "/v",
          VolumeOptions: { NoCopy: true, Labels: { a: "b" }, Subpath: "x/y", Odd: 1 },
        },
        {
          Type: "bind",
          Source: "/a",
          Target: "/b",
          BindOptions: { NonRecursive: true, CreateMountpoint: true },
        },
      ],
    },
    [
      "--mount type=volume,source=v,target=/v,volume-nocopy,volume-subpath=x/y,volume-label=a=b",
      "--mount type=bind,source=/a,target=/b,bind-recursive=disabled",
    ],
    ["mounts.0.VolumeOptions.Odd", "mounts.1.BindOptions.CreateMountpoint"],
  ],
  [
    { mounts: [{ Type: "tmpfs", Target: "/t", TmpfsOptions: { Mode: 1023 } }] },
    ["--mount type=tmpfs,target=/t,tmpfs-mode=1777"],
    [],
  ],
  [
    { environment: { C: true, D: false, E: null, F: ["x"], G: 1, H: "" } },
    ["--env C=True", "--env D=False", "--env G=1", "--env H="],
    ["environment.E", "environment.F"],
  ],
  [{ environment: ["A=b", "C", 5] }, ["--env A=b"], ["environment.1", "environment.2"]],
  [{ labels: ["a", "b=c"] }, ["--label a"], ["labels.1"]],
  [{ labels: { a: "b=c", "d=e": "f" } }, ["--label a=b=c"], ["labels.d=e"]],
  [
    { security_opt: ['seccomp={"a":1}', "label=disable"] },
    ["--security-opt label=disable"],
    ["security_opt.0"],
  ],
  [{ extra_hosts: { a: true } }, ["--add-host a:True"], []],
  [
    { healthcheck: { test: "x", StartInterval: 5 }, log_config: { Type: "syslog", Size: 1 } },
    ["--health-cmd x", "--log-driver syslog"],
    ["healthcheck.StartInterval", "log_config.Size"],
  ],
  [
    { ulimits: [{ Name: "core", Soft: 0, Max: 1 }], devices: [{ PathOnHost: "/dev/a", Mode: "r" }] },
    ["--ulimit core=0", "--device /dev/a"],
    ["ulimits.0.Max", "devices.0.Mode"],
  ],
])("writes %j, and names what it cannot say", (config, expected, unsaid) => {
  expect(optionsOf(config)).toEqual(expected);
  expect(dockerRun({ run_config: config }, "1.0").notMapped).toEqual(
    unsaid.map((path) => `run_config.${path}`),
  );
});

test("entrypoint and command: one option, the rest after the image", () => {
  const { command } = dockerRun(
    { name: "i", run_config: { entrypoint: ["sh", "-c", "a && b"], command: "x 'y z'" } },
    "1.0",
  );
  expect(command).toBe("docker run \\\n  --detach \\\n  --entrypoint sh \\\n  i -c 'a && b' x 'y z'");
});

test("writes the workspace's own fields, and run_config before them", () => {
  expect(optionsOf({}, { cores: 0.5, memory: 512, gpu_count: 1, cpu_allocation_method: "Quotas" })).toEqual([
    "--memory 512m",
    "--cpus 0.5",
    "--gpus 1",
  ]);
  expect(optionsOf({ mem_limit: "1g", nano_cpus: 1e9 }, { cores: 4, memory: 512 })).toEqual([
    "--memory 1g",
    "--cpus 1",
  ]);
  const data = {
    cores: 4,
    cpu_allocation_method: "Shares",
    persistent_profile_path: "/profiles/{user_id}",
    volume_mappings: { "/mnt/a": { bind: "/a", mode: "ro", uid: 1000 } },
    run_config: { restart_policy: { Name: "always", shm_size: "1g" } },
  };
  expect(dockerRun(data, "1.0").command).toContain("--volume /mnt/a:/a:ro");
  expect(dockerRun(data, "1.0").notMapped).toEqual([
    "run_config.restart_policy.shm_size",
    "cores",
    "volume_mappings./mnt/a.uid",
    "persistent_profile_path",
  ]);
});

test.each<[JsonObject, ...string[]]>([
  [
    { lxc_conf: { a: "b" }, network_disabled: true, version: "1", image: "x", memory: "4g" },
    "lxc_conf",
    "network_disabled",
    "version",
    "image",
    "memory",
  ],
  [
    {
      init: "true",
      volumes: 5,
      mounts: ["x"],
      ports: ["80"],
      healthcheck: "x",
      ulimits: [5],
      restart_policy: "always",
      detach: false,
    },
    "init",
    "volumes",
    "mounts",
    "ports",
    "healthcheck",
    "ulimits",
    "restart_policy",
    "detach",
  ],
  [{ entrypoint: "sh -c 'open", command: { a: 1 } }, "entrypoint", "command"],
])("what the command line cannot say is named: %j", (config, ...names) => {
  const { command, notMapped } = dockerRun({ name: "i", run_config: config }, "1.0");
  expect(notMapped).toEqual(names.map((name) => `run_config.${name}`));
  expect(command).toBe("docker run \\\n  --detach \\\n  i");
});

test("quoting gives every word back as it was", () => {
  expect(["a", "a b", "it's", "", "$x", "~", "a\nb", "-x"].map(quote)).toEqual([
    "a",
    "'a b'",
    String.raw`'it'\''s'`,
    "''",
    "'$x'",
    "'~'",
    "'a\nb'",
    "-x",
  ]);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (words) => {
      expect(splitCommand(words.map(quote).join(" "))).toEqual(
        words.map((text) => text.replaceAll("\0", "")),
      );
    }),
  );
  expect(commaSeparated(["a", "b,c", 'd"e'])).toBe('a,"b,c","d""e"');
});

/** The reader of docker commands turns the command back into the run_config that it was made from. */
test.each<JsonObject>([
  {
    user: 1000,
    environment: { HOME: "/home/kasm-user", GREETING: 'it\'s $HOME, "hi"' },
    security_opt: ["seccomp=unconfined"],
    entrypoint: ["/kasminit"],
  },
  {
    cap_add: ["NET_ADMIN"],
    cap_drop: ["NET_RAW"],
    devices: ["/dev/net/tun:/dev/net/tun:rwm"],
    sysctls: { "net.ipv4.conf.all.src_valid_mark": "1" },
    dns: ["9.9.9.9"],
  },
  {
    privileged: true,
    network_mode: "host",
    pid_mode: "host",
    ipc_mode: "host",
    userns_mode: "host",
    uts_mode: "host",
    cgroupns: "host",
  },
  {
    volumes: { "/srv/my data": { bind: "/data", mode: "ro" }, results: { bind: "/results", mode: "rw" } },
    tmpfs: { "/scratch": "size=64m" },
    read_only: true,
  },
  {
    shm_size: "1g",
    pids_limit: 512,
    ulimits: [{ Name: "nofile", Soft: 1024, Hard: 2048 }],
    oom_score_adj: 100,
    group_add: ["video"],
    runtime: "runsc",
    hostname: "kasm",
  },
  {
    restart_policy: { Name: "on-failure", MaximumRetryCount: 5 },
    init: true,
    working_dir: "/x y",
    labels: { team: "a b" },
    extra_hosts: { a: "10.0.0.1" },
  },
  { entrypoint: ["sh"], command: ["-c", "echo 'a  b' && sleep 1"] },
])("back and forth: %j", async (run_config) => {
  const { command, notMapped } = dockerRun({ name: "example/x:1", run_config }, "1.0");
  expect(notMapped).toEqual([]);
  const back = await convertDocker(command);
  expect(back).toMatchObject({ ok: true, workspace: { name: "example/x:1", run_config } });
});

test("every property is written or named, and nothing odd makes it fail", () => {
  for (const { run_config } of Object.values(examples)) {
    if (run_config === undefined) continue;
    const { command, notMapped } = dockerRun({ name: "i", run_config }, "1.0");
    // An empty setting, and true for what is on anyway, change nothing.
    if (!/security_opt":\[\]|"user":""/.test(JSON.stringify(run_config)))
      expect(command.length + notMapped.join("").length).toBeGreaterThan(28);
  }
  const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(propertyTypes)),
      value,
      value,
      value,
      (name, item, exec, mappings) => {
        const { command } = dockerRun(
          { name: "i", run_config: { [name]: item }, exec_config: exec, volume_mappings: mappings },
          "1.0",
        );
        expect(command.startsWith("docker run \\\n  --detach")).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
