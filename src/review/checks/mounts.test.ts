import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { noteWords } from "../../strings/findings.ts";
import { reviewWorkspace } from "../index.ts";
import { listFindings, listRunConfig, ofFlagged } from "../list-findings.fixture.ts";

test.each<[string, string, string]>([
  ["/var/run/docker.sock", "mount-control-socket critical", "mount-control-socket critical"],
  ["/run/user/1000/podman/podman.sock", "mount-control-socket critical", "mount-control-socket critical"],
  ["/run/containerd/containerd.sock", "mount-control-socket critical", "mount-control-socket critical"],
  ["\\\\.\\pipe\\docker_engine", "mount-control-socket critical", "mount-control-socket critical"],
  ["npipe:////./pipe/docker_engine", "mount-control-socket critical", "mount-control-socket critical"],
  ["/", "mount-host-root critical", "mount-host-root critical"],
  ["/home/..", "mount-host-root critical", "mount-host-root critical"],
  ["/var/run/", "mount-host-root critical", "mount-host-root critical"],
  ["/run/systemd", "mount-host-root critical", "mount-host-root critical"],
  ["/run/docker", "mount-host-root critical", "mount-host-root critical"],
  ["/etc", "mount-system-path critical", "mount-system-path high"],
  ["/etc/shadow", "mount-system-path critical", "mount-system-path high"],
  ["/root/.ssh", "mount-system-path critical", "mount-system-path high"],
  ["/lib64", "mount-system-path critical", "mount-system-path high"],
  ["/proc", "mount-system-path critical", "mount-system-path high"],
  ["/var", "mount-system-path critical", "mount-system-path high"],
  ["/var/lib/docker/volumes", "mount-system-path critical", "mount-system-path high"],
  ["/opt/kasm/current", "mount-system-path critical", "mount-system-path high"],
  ["/sys", "mount-kernel-fs high", "mount-kernel-fs medium"],
  ["/sys/fs/cgroup", "mount-kernel-fs high", "mount-kernel-fs medium"],
  ["/dev", "mount-dev high", "mount-dev high"],
  ["/dev/dri", "mount-dev high", "mount-dev high"],
  ["/data/sys/fs", "mount-host-path medium", "mount-host-path low"],
  ["/data/dev/sda", "mount-host-path medium", "mount-host-path low"],
  ["/dev/null", "mount-host-path medium", "mount-host-path low"],
  ["/run/dbus/system_bus_socket", "mount-runtime-path high", "mount-runtime-path high"],
  ["/var/lock/x", "mount-runtime-path high", "mount-runtime-path high"],
  ["/home", "mount-home high", "mount-home high"],
  ["/home/alice", "mount-home high", "mount-home high"],
  ["/home/alice/shared", "mount-host-path medium", "mount-host-path low"],
  ["/srv/x/.kube/config", "mount-home high", "mount-home high"],
  ["/tmp", "mount-tmp medium", "mount-tmp medium"],
  ["/tmp/.X11-unix", "mount-tmp medium", "mount-tmp medium"],
  ["/opt/data", "mount-host-path medium", "mount-host-path low"],
  ["/var/www", "mount-host-path medium", "mount-host-path low"],
  ["/etcetera", "mount-host-path medium", "mount-host-path low"],
  ["C:\\data", "mount-host-path medium", "mount-host-path low"],
  ["/etc/localtime", "mount-timezone medium", "mount-timezone info"],
  ["/etc/timezone", "mount-timezone medium", "mount-timezone info"],
  ["media", "mount-named-volume low", "mount-named-volume low"],
  ["docker.sock", "mount-named-volume low", "mount-named-volume low"],
  ["", "mount-anonymous info", "mount-anonymous info"],
])("finds the mount of %j: %s, read-only %s", (source, writable, readOnly) => {
  const expected = (path: string, line: string): string[] => [`${path} ${line}`];
  const both: [JsonObject, string][] = [
    [{ bind: "/x" }, writable],
    [{ bind: "/x", mode: "ro" }, readOnly],
    [{ bind: "/x", ro: true }, readOnly],
  ];
  for (const [settings, line] of both) {
    expect(listRunConfig({ volumes: { [source]: settings } })).toEqual(expected(`volumes.${source}`, line));
    expect(listFindings({ volume_mappings: { [source]: settings } })).toEqual(
      expected(`volume_mappings.${source}`, line),
    );
  }
  expect(listRunConfig({ mounts: [{ Target: "/x", Source: source }] })).toEqual(
    expected("mounts[0]", writable),
  );
  expect(listRunConfig({ mounts: [{ Target: "/x", Source: source, ReadOnly: true }] })).toEqual(
    expected("mounts[0]", readOnly),
  );
  if (source === "" || source.startsWith("npipe:")) return;
  expect(listRunConfig({ volumes: [`${source}:/x`] })).toEqual(expected("volumes[0]", writable));
  expect(listRunConfig({ volumes: [`${source}:/x:z,ro`] })).toEqual(expected("volumes[0]", readOnly));
});

test.each<[JsonValue, string[]]>([
  [{ "/srv": "/x" }, ["volumes./srv type-mismatch low", "volumes./srv mount-host-path medium"]],
  [
    { "/srv": { bind: "/x", mode: "rw", propagation: "rslave" } },
    ["volumes./srv mount-host-path medium", "volumes./srv mount-propagation medium"],
  ],
  [{ "/srv": { bind: "/x", ro: false } }, ["volumes./srv mount-host-path medium"]],
  [["/data"], ["volumes[0] mount-anonymous info"]],
  [["/srv:/x:ro,shared"], ["volumes[0] mount-host-path low", "volumes[0] mount-propagation medium"]],
  [["$HOME/x:/x"], ["volumes[0] mount-refused info"]],
  [["$HOME/x"], ["volumes[0] mount-refused info", "volumes[0] mount-anonymous info"]],
  [["${DATA}:/x", "my data:/x"], [0, 1].map((index) => `volumes[${index}] mount-refused info`)],
  [["~/.ssh:/x"], ["volumes[0] mount-refused info", "volumes[0] mount-home high"]],
  [["./data:/x:ro"], ["volumes[0] mount-refused info", "volumes[0] mount-host-path low"]],
  [["/srv:data"], ["volumes[0] mount-refused info", "volumes[0] mount-host-path medium"]],
  [{ "%USERPROFILE%": { bind: "/x" } }, ["volumes.%USERPROFILE% mount-refused info"]],
  [
    ["my.volume_2:/x", "C:\\data:/x"],
    ["volumes[0] mount-named-volume low", "volumes[1] mount-host-path medium"],
  ],
  [["/srv:/x:rprivate"], ["volumes[0] mount-host-path medium"]],
  [
    [5, {}],
    ["volumes[0] type-mismatch low", "volumes[1] type-mismatch low"],
  ],
  ["/:/host", ["volumes type-mismatch low", "volumes[0] mount-host-root critical"]],
  [5, ["volumes type-mismatch low"]],
  [{}, ["volumes empty-value info"]],
])("finds when volumes is %j", (volumes, expected) =>
  expect(listRunConfig({ volumes })).toEqual(ofFlagged(expected)),
);

test.each<[JsonValue, string[]]>([
  [{ type: "tmpfs", target: "/x" }, ["mount-tmpfs info"]],
  [{ Type: "bind", Source: "srv", Target: "/x" }, ["mount-refused info", "mount-host-path medium"]],
  [{ TYPE: "volume", TARGET: "/x" }, ["mount-anonymous info"]],
  [{ Type: "bind", Target: "/x" }, ["mount-anonymous info"]],
  [{ Type: "bind", Source: "", Target: "/x" }, ["mount-anonymous info"]],
  [{ source: "/srv", target: "/x", type: "bind", readonly: true }, ["mount-host-path low"]],
  [{ source: "/srv", type: "bind", read_only: true, ReadOnly: true }, ["mount-host-path low"]],
  [{ source: "/srv", type: "bind", read_only: false }, ["mount-host-path medium"]],
  [
    { Source: "/srv", Type: "bind", BindOptions: { Propagation: "rshared" } },
    ["mount-host-path medium", "mount-propagation medium"],
  ],
  [
    {
      Source: "v",
      VolumeOptions: { DriverConfig: { Options: { o: "bind", device: "/etc" } } },
      ReadOnly: true,
    },
    ["mount-system-path high"],
  ],
  [
    {
      Source: "v",
      VolumeOptions: { DriverConfig: { Name: "local", Options: { type: "nfs", device: ":/export" } } },
    },
    ["mount-named-volume low"],
  ],
  [
    {
      Source: "v",
      VolumeOptions: { DriverConfig: { Name: "plugin", Options: { o: "bind", device: "/etc" } } },
    },
    ["mount-named-volume low"],
  ],
  ["/srv:/x", ["type-mismatch low"]],
])("finds when mounts has %j", (mount, expected) =>
  expect(listRunConfig({ mounts: [mount] })).toEqual(expected.map((line) => `mounts[0] ${line}`)),
);

test.each<[JsonObject, string[]]>([
  [{ volumes_from: ["other"] }, ["volumes_from volumes-from high"]],
  [{ volumes_from: "other, kasm_api:ro" }, ["volumes_from volumes-from critical"]],
  [{ volumes_from: {} }, ["volumes_from empty-value info"]],
  [{ volume_driver: "rclone" }, ["volume_driver volume-driver medium"]],
  [{ storage_opt: { size: "10G" } }, ["storage_opt storage-opt low"]],
  [
    { tmpfs: ["/a", "/b:size=1g", "/c:rw,EXEC,size=1g", 5] },
    [
      "tmpfs[0] tmpfs-unsized low",
      "tmpfs[1] tmpfs-sized info",
      "tmpfs[2] tmpfs-relaxed low",
      "tmpfs[3] type-mismatch low",
      "tmpfs[2] value-refused low",
    ],
  ],
  [
    { tmpfs: { "/a": null, "/b": "noexec", "/c": 5 } },
    ["tmpfs./a tmpfs-unsized low", "tmpfs./b tmpfs-unsized low", "tmpfs./c type-mismatch low"],
  ],
  [{ tmpfs: "/a" }, ["tmpfs type-mismatch low", "tmpfs[0] tmpfs-unsized low"]],
])("finds the mounts of %j", (config, expected) =>
  expect(listRunConfig(config)).toEqual(ofFlagged(expected)),
);

test("volume_mappings is no run_config: no flag, and pointers of its own", () => {
  const [found] = reviewWorkspace({ volume_mappings: { "/mnt/a~b": { bind: "/x" } } });
  expect(found).toMatchObject({
    property: "volume_mappings",
    flag: null,
    pointer: "/volume_mappings/~1mnt~1a~0b",
  });
  expect(listFindings({ volume_mappings: {} })).toEqual([]);
  expect(listFindings({ volume_mappings: null })).toEqual([]);
  expect(listFindings({ volume_mappings: ["/mnt:/x"] })).toEqual(["volume_mappings type-mismatch low"]);
});

test("a volume mapping is not told to become a volume mapping", () => {
  const adviceOf = (data: JsonObject): string => reviewWorkspace(data)[0]!.advice;
  expect(adviceOf({ volume_mappings: { "/srv/data": { bind: "/data" } } })).toContain("{user_id}");
  expect(adviceOf({ run_config: { volumes: ["/srv/data:/data"] } })).toContain("use Kasm's volume mappings");
});

test("a volume mapping is not advised where the mount is one", () => {
  const adviceOf = (data: JsonObject): string | undefined =>
    reviewWorkspace(data).find(({ rule }) => rule === "mount-host-path")?.advice;
  const volumes = { "/data/share": { bind: "/share", mode: "rw" } };
  const mapping = adviceOf({ volume_mappings: volumes });
  expect(mapping).toBe(noteWords.volumeMappingAdvice);
  expect(adviceOf({ run_config: { volumes } })).not.toBe(mapping);
});
