import { join } from "node:path";
import { expect, test } from "vitest";
import { convertDocker, type Conversion } from "../../src/docker/index.ts";
import { pasteOf, table } from "../../src/docker/outcome.fixture.ts";
import { checkedData } from "../../src/registry/check/workspace.ts";
import type { JsonObject } from "../../src/registry/model/json.ts";
import { toDockerRun } from "../../src/review/docker-run/to-docker-run.ts";
import { differences, isPartOf } from "../support/compare-bodies.ts";
import { dockerBodies, dockerPyBodies, hasDocker, python } from "../support/docker-bodies.ts";
import { temporaryFolder } from "../support/run.ts";

const skipped = python === undefined || !hasDocker;
const title = (words: string): string =>
  `${words}${skipped ? " (skipped: docker-py, Debian's python3-docker, or the docker command is not installed)" : ""}`;

/** Commands that docker itself sees in another way, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  "-v a:/a:ro": "docker-py names the target in a second place",
  "--cgroupns host": "Debian's docker-py 5 does not know it",
  "--cgroupns private": "Debian's docker-py 5 does not know it",
  "-p 0:80": "docker-py has no word for any free port but null",
  '--security-opt \'seccomp={"defaultAction":"SCMP_ACT_ALLOW"}\'':
    "docker reads a file, docker-py the profile itself",
};

/** Lines continued as PowerShell and cmd do it, which a POSIX shell cannot run. */
const otherShell = /[`^]⏎/;

/** Faults of the text that docker cannot know of: it was never meant to be run as it is written. */
const faultsOfText = /^x \S+ (?:placeholder|typographic|secondRun)/;

/** Notes of values that the reader keeps or guesses, so that docker's differ. */
const differs = /^! (?:variableKept|hostPath|portRange|defaultTaken|logDriver|networkOptions)/;

/** A workspace's fields as Kasm hands them to docker-py. */
function argumentsOf(conversion: Conversion): JsonObject {
  if (!conversion.ok) return {};
  const { run_config: config, cores, memory, gpu_count: gpus } = conversion.workspace;
  return {
    ...(config as JsonObject | undefined),
    ...(cores !== undefined && { nano_cpus: Math.round(Number(cores) * 1e9) }),
    ...(memory !== undefined && { mem_limit: Number(memory) * 1e6 }),
    ...(gpus !== undefined && { device_requests: [{ count: gpus, capabilities: [["gpu"]] }] }),
  };
}

test.skipIf(skipped)(title("docker-py asks the engine for what docker asks it for"), async () => {
  const rows = table.filter(
    ({ row }) =>
      !row.startsWith("compose") &&
      (!row.startsWith("$") || /^\$ docker (?:container )?(?:run|create)/.test(row)),
  );
  const conversions = await Promise.all(rows.map(({ row }) => convertDocker(pasteOf(row))));
  const docker = await dockerBodies(
    rows.map(({ row }) => pasteOf(row)),
    join(temporaryFolder(), "engine.sock"),
  );
  const dockerPy = dockerPyBodies(conversions.map(argumentsOf));
  const counts = { same: 0, part: 0, refused: 0 };
  const faults = rows.flatMap(({ row, outcome }, index) => {
    if (row in exceptions || otherShell.test(row) || faultsOfText.test(outcome[0] ?? "")) return [];
    const [one, two, conversion] = [docker[index]!, dockerPy[index]!, conversions[index]!];
    const said =
      !conversion.ok || conversion.notMapped.length > 0 || outcome.some((line) => differs.test(line));
    if ("error" in two) return [`${row}: docker-py refuses it: ${two.error}`];
    if ("error" in one) {
      counts.refused++;
      return said ? [] : [`${row}: docker refuses it: ${one.error}`];
    }
    if (!conversion.ok) return [`${row}: docker takes it`];
    const found = differences(one.body, two.body);
    if (found.length > 0 && said) counts.part++;
    else if (found.length === 0) counts.same++;
    const isKept = outcome.some((line) => differs.test(line));
    return said
      ? isKept || isPartOf(two.body, one.body)
        ? []
        : [`${row}: ${found.join("; ")}`]
      : found.map((text) => `${row}: ${text}`);
  });
  process.stdout.write(
    `${rows.length} commands: ${counts.same} the same, ${counts.refused} refused by docker and named, ${counts.part} with a part left out or kept and named\n`,
  );
  expect(faults).toEqual([]);
});

test.skipIf(skipped)(title("the page's docker run asks for what docker-py asks for"), async () => {
  const configs = [
    ...(await Promise.all(table.map(({ row }) => convertDocker(pasteOf(row))))).flatMap((conversion) => {
      const config = conversion.ok
        ? (conversion.workspace["run_config"] as JsonObject | undefined)
        : undefined;
      return config === undefined || /[$%`~]|"\.{1,2}["/]|"a":\{"bind|"a:\/a/.test(JSON.stringify(config))
        ? []
        : [config];
    }),
    ...pageConfigs,
  ];
  const written = configs.map((run_config) =>
    toDockerRun(checkedData({ data: { name: "me/app:1", run_config }, schema: "1.0" })),
  );
  const docker = await dockerBodies(
    written.map(({ command }) => command),
    join(temporaryFolder(), "engine.sock"),
  );
  const dockerPy = dockerPyBodies(configs);
  const faults = written.flatMap(({ command, notMapped }, index) => {
    const [one, two] = [docker[index]!, dockerPy[index]!];
    if (notMapped.length > 0 || "error" in two) return [];
    if ("error" in one) return [`${command}: ${one.error}`];
    return differences(one.body, two.body).map((text) => `${command}: ${text}`);
  });
  process.stdout.write(
    `${configs.length} settings, ${configs.length - faults.length} written as docker-py sends them\n`,
  );
  expect(faults).toEqual([]);
});

/** Settings that no command of the table leads to. */
const pageConfigs: readonly JsonObject[] = [
  { device_requests: [{ device_ids: ["0", "2"], capabilities: [["gpu", "utility"]] }] },
  { device_requests: [{ driver: "nvidia", capabilities: [["gpu"]], options: { a: "b", c: "d,e" } }] },
  { device_requests: [{ Count: -1, Capabilities: [["gpu"]] }] },
  { mounts: [{ Type: "tmpfs", Target: "/t", TmpfsOptions: { Mode: 1023, SizeBytes: 5 } }] },
  { mounts: [{ Type: "bind", Source: "/a", Target: "/b", BindOptions: { NonRecursive: true } }] },
  { environment: { A: true, B: false, C: 1, D: "" } },
  { environment: ["A=b"], labels: ["a", "b"] },
  { labels: { a: "b=c", d: "" } },
  { ports: { "80/tcp": [{ HostIp: "::1", HostPort: "8080" }, 81], "82": null } },
  { volumes: { "/a": { bind: "/b", ro: true }, "/c": "/d" } },
  { healthcheck: { test: ["CMD-SHELL", "a | b"], interval: 5e9, retries: 2, start_period: 1e9 } },
  { extra_hosts: ["a:1.1.1.1"], links: [["db", "d"]] },
  { ulimits: [{ name: "core", soft: 0, hard: 5 }], tmpfs: { "/a": "" } },
  {
    log_config: { type: "syslog", config: { tag: "x" } },
    restart_policy: { Name: "on-failure", MaximumRetryCount: 5 },
  },
  {
    blkio_weight_device: [{ Path: "/dev/sda", Weight: 10 }],
    device_write_bps: [{ Path: "/dev/sda", Rate: 5 }],
  },
  { entrypoint: ["sh", "-c"], command: "a 'b c'" },
  { entrypoint: "sh -c", command: ["a"] },
];
