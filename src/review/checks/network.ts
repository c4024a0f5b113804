import { isObject, type JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import type { RuleId } from "../catalogue/rules.ts";
import { finding, type Check } from "../finding.ts";
import { memberPlace, type SettingPlace } from "../setting-place.ts";
import { asNumber, asText, isMeantOn, ownAnyCase } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";

/** One published port: the address and the port on the agent; 0 for a port that Docker picks. */
interface Binding {
  address: string;
  port: number;
}

/** The ports on which Kasm's images serve their display. */
const displayPorts = [6901, 4901, 5901];

/** `ports`: {"port/protocol": number | null | {HostIp, HostPort} | a list of those}. */
export const checkPorts: Check = (value, place) => {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([port, bindings]) =>
    checkPort(port, bindings, memberPlace(place, port)),
  );
};

function checkPort(port: string, value: JsonValue, place: SettingPlace): Finding[] {
  const bindings = (Array.isArray(value) ? value : [value]).map(readBinding);
  const found = new Set(bindings.map((binding) => ruleOfBinding(port, binding)));
  return [
    ...[...(found.size ? found : (["ports-published"] as const))].map((rule) => finding(rule, place)),
    ...(bindings.some(({ address }) => /[g-z]/i.test(address))
      ? [finding("type-mismatch", place, { advice: noteWords.hostAddress })]
      : []),
  ];
}

/** The most specific rule that fits. */
function ruleOfBinding(port: string, { address, port: hostPort }: Binding): RuleId {
  const isLoopback = address === "127.0.0.1" || address === "::1";
  if (!isLoopback && servesDisplay(port)) return "ports-kasmvnc";
  if (hostPort > 0 && hostPort < 1024) return "ports-privileged";
  return isLoopback ? "ports-loopback" : "ports-published";
}

/** An address next to a number ("[address, port]") is no pair here: JSON has none, so Docker reads two ports. */
function readBinding(value: JsonValue): Binding {
  if (!isObject(value)) return { address: "", port: asNumber(value) ?? 0 };
  return {
    address: asText(ownAnyCase(value, "HostIp")).trim(),
    port: asNumber(ownAnyCase(value, "HostPort")) ?? 0,
  };
}

/** "6901/tcp", "6901" or a range that holds it. */
function servesDisplay(key: string): boolean {
  const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?/.exec(key);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? first);
  return match !== null && displayPorts.some((port) => port >= first && port <= last);
}

export const checkPublishAllPorts: Check = (value, place) => [
  finding(
    "ports-published",
    place,
    isMeantOn(value) ? {} : { severity: "info", reason: noteWords.publishAllOffReason },
  ),
];

/** Name servers that everybody knows: Cloudflare, Google, Quad9 and OpenDNS. */
const publicNameServers = new Set(
  "1.0.0.1 1.1.1.1 149.112.112.112 208.67.220.220 208.67.222.222 8.8.4.4 8.8.8.8 9.9.9.9".split(" "),
);

export const checkDns: Check = (value, place) => {
  const servers = (Array.isArray(value) ? value : [value]).map((server) => asText(server).trim());
  const known = servers.every((server) => publicNameServers.has(server) || isPrivateAddress(server));
  return [finding("dns-custom", place, known ? {} : { severity: "medium" })];
};

/** Addresses of private networks (RFC 1918, RFC 4193), of the machine itself and of the link. */
function isPrivateAddress(address: string): boolean {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (!octets) return /^(?:::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i.test(address);
  const [first, second] = octets as [number, number, number, number];
  if (octets.some((octet) => octet > 255)) return false;
  return (
    first === 10 ||
    first === 127 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  );
}

/** `extra_hosts`: {name: address}, or a list of "name:address". */
export const checkExtraHosts: Check = (value, place) => {
  const entries = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [value];
  const reachesAgent = entries.some((entry) =>
    /(?:^|[:=\s])host-gateway\s*$/i.test(asText(entry).slice(-40)),
  );
  return [finding("extra-hosts", place, reachesAgent ? { severity: "medium" } : {})];
};
