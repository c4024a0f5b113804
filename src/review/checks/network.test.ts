import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { expect, test } from "vitest";
import { listRunConfig } from "../list-findings.fixture.ts";

test.each<[string, JsonValue, ...string[]]>([
  ["8080/tcp", 8080, "ports-published medium"],
  ["8080", null, "ports-published medium"],
  ["8080/tcp", "8080", "ports-published medium"],
  ["8080/tcp", 0, "ports-published medium"],
  ["80/tcp", 80, "ports-privileged medium"],
  ["80/tcp", { HostIp: "0.0.0.0", HostPort: "443" }, "ports-privileged medium"],
  ["8080/tcp", { HostIp: "192.0.2.1", HostPort: 8080 }, "ports-published medium"],
  ["8080/tcp", { HostIp: "127.0.0.1", HostPort: 8080 }, "ports-loopback low"],
  ["8080/tcp", { HostIp: "::1", HostPort: 80 }, "ports-privileged medium"],
  [
    "8080/tcp",
    [{ HostIp: "127.0.0.1", HostPort: 1 }, 8081],
    "ports-privileged medium",
    "ports-published medium",
  ],
  ["8080/tcp", ["127.0.0.1", 8080], "ports-published medium"],
  ["8080/tcp", [], "ports-published medium"],
  ["6901/tcp", null, "ports-kasmvnc high"],
  ["6901", [6901, 6902], "ports-kasmvnc high"],
  ["4901/tcp", 4901, "ports-kasmvnc high"],
  ["5901/udp", 22, "ports-kasmvnc high"],
  ["6900-6910/tcp", null, "ports-kasmvnc high"],
  ["6901/tcp", { HostIp: "127.0.0.1", HostPort: 6901 }, "ports-loopback low"],
  ["69010/tcp", 6901, "ports-published medium"],
  ["web", {}, "ports-published medium"],
])("port %s %j: %s", (port, value, ...expected) =>
  expect(listRunConfig({ ports: { [port]: value } })).toEqual(
    expected.map((line) => `ports.${port} ${line}`),
  ),
);

test.each<[JsonObject, ...string[]]>([
  [{ ports: ["8080:80"] }, "ports type-mismatch low"],
  [{ publish_all_ports: true }, "publish_all_ports ports-published medium"],
  [{ publish_all_ports: false }, "publish_all_ports ports-published info"],
  [
    { publish_all_ports: "no" },
    "publish_all_ports type-mismatch low",
    "publish_all_ports ports-published info",
  ],
  [
    { dns: ["8.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.53", "fd00::1", "::1", "fe80::1"] },
    "dns dns-custom low",
  ],
  [{ dns: ["8.8.8.8", "203.0.113.7"] }, "dns dns-custom medium"],
  [{ dns: ["172.32.0.1"] }, "dns dns-custom medium"],
  [{ dns: ["10.0.0.256"] }, "dns dns-custom medium"],
  [{ dns: ["2001:db8::1"] }, "dns dns-custom medium"],
  [{ dns: "1.1.1.1" }, "dns type-mismatch low", "dns dns-custom low"],
  [{ dns: [null] }, "dns dns-custom medium"],
  [{ dns_search: ["example.com"] }, "dns_search dns-search low"],
  [{ dns_opt: ["ndots:1"] }, "dns_opt dns-opt low"],
  [{ extra_hosts: ["a:10.0.0.1"] }, "extra_hosts extra-hosts low"],
  [{ extra_hosts: ["agent:host-gateway"] }, "extra_hosts extra-hosts medium"],
  [{ extra_hosts: { agent: "host-gateway", b: "10.0.0.1" } }, "extra_hosts extra-hosts medium"],
  [{ links: { db: "db" } }, "links links-legacy low"],
  [{ mac_address: "02:42:ac:11:00:02" }, "mac_address mac-address low"],
  [{ networking_config: { lab: {} } }, "networking_config networking-config low"],
])("finds in %j: %s", (config, ...expected) => expect(listRunConfig(config)).toEqual(expected));
