import type { JsonValue } from "../../registry/model/json.ts";
import { badValue, leftOut, notes } from "../../strings/docker.ts";
import { keyValue } from "./csv.ts";
import { isAddress } from "../../registry/model/docker-forms.ts";
import { objectAt, type Put, type PartialWorkspace } from "../converted-workspace.ts";

/** A published port or a range of them. */
export interface PortSpec {
  container: string;
  /** "" for a free port of the agent's choice. */
  host: string;
  ip: string;
  protocol: string;
}

/** Ports on which KasmVNC, its audio and plain VNC serve a session. */
const displayPorts = new Set([6901, 4901, 5901]);

/** `-p [[ip:]host:]container[/protocol]`, with ranges. Source: the docker reference for `--publish`. */
export const putPort: Put = (partial, written) => {
  const value = written.includes("=") ? shortForm(written) : written;
  const match = /^(?:(?:\[([^\]]*)\]|([^[\]]*)):)?([\d-]*):([\d-]+)(?:\/(\w+))?$|^([\d-]+)(?:\/(\w+))?$/.exec(
    value,
  );
  if (!match) return leftOut.notPublish;
  const [, ip6, ip4, host = "", container, protocol, alone = "", aloneProtocol] = match;
  const spec: PortSpec = {
    container: container ?? alone,
    host,
    ip: ip6 ?? ip4 ?? "",
    protocol: (protocol ?? aloneProtocol ?? "tcp").toLowerCase(),
  };
  return addPort(partial, spec);
};

/** `published:target/protocol` of `target=80,published=8080`, which docker takes too; "" where a field is no pair. */
function shortForm(value: string): string {
  const fields = value.split(",").map(keyValue);
  if (fields.some(([key, text]) => key === "" || text === null)) return "";
  const {
    published = "",
    target = "",
    protocol = "tcp",
  } = Object.fromEntries(fields) as Record<string, string>;
  return `${published}:${target}/${protocol}`;
}

/** Adds to run_config.ports in docker-py's form; the reason where it cannot. */
export function addPort(partial: PartialWorkspace, spec: PortSpec): string | undefined {
  const inside = range(spec.container);
  // Docker takes port 0 of the host for any free one.
  const outside = /^0*$/.test(spec.host) ? null : range(spec.host);
  if (inside === "long" || outside === "long") return leftOut.longRange;
  if (inside === "bad" || outside === "bad") return leftOut.notPort;
  if (spec.ip !== "" && !isAddress(spec.ip)) return leftOut.notAddress;
  if (!/^(?:tcp|udp|sctp)$/.test(spec.protocol)) return badValue.protocol(spec.protocol);
  if (outside && inside.length !== outside.length && inside.length > 1) return leftOut.rangeLengths;
  if (inside.every((port) => displayPorts.has(port)) && spec.protocol === "tcp") {
    return leftOut.display;
  }
  for (const [index, port] of inside.entries()) {
    // A range of host ports for one container port lets docker take any free one; docker-py has no form for it.
    const published = outside?.[inside.length > 1 ? index : 0] ?? null;
    const key = `${port}/${spec.protocol}`;
    const binding: JsonValue = spec.ip ? { HostIp: spec.ip, HostPort: published } : published;
    const ports = objectAt(partial.config, "ports");
    const present = ports[key];
    if (present === undefined) ports[key] = binding;
    else ports[key] = Array.isArray(present) ? [...present, binding] : [present, binding];
  }
  const [onlyPort, anotherPort] = inside;
  const [firstFree, secondFree] = outside ?? [];
  if (
    onlyPort !== undefined &&
    anotherPort === undefined &&
    firstFree !== undefined &&
    secondFree !== undefined
  )
    partial.notes.add(notes.portRange(onlyPort, firstFree));
  if (outside) partial.notes.add(notes.publishedPort);
  return undefined;
}

/** The ports of `80` or `8000-8005`, at most 1,000. */
function range(text: string): number[] | "bad" | "long" {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return "bad";
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first < 1 || last > 65535 || last < first) return "bad";
  if (last - first >= 1000) return "long";
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
