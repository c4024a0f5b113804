import type { JsonValue } from "../../registry/model/json.ts";
import { badValue, leftOut, notes } from "../../strings/docker.ts";
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
export const putPort: Put = (partial, value) => {
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

/** Adds to run_config.ports in docker-py's form; the reason where it cannot. */
export function addPort(partial: PartialWorkspace, spec: PortSpec): string | undefined {
  const inside = range(spec.container);
  const outside = spec.host === "" ? null : range(spec.host);
  if (!inside || (spec.host !== "" && !outside)) return leftOut.notPort;
  if (/[g-z]/i.test(spec.ip)) return leftOut.notAddress;
  if (!/^(?:tcp|udp|sctp)$/.test(spec.protocol)) return badValue.protocol(spec.protocol);
  if (outside && inside.length !== outside.length && inside.length > 1) return leftOut.rangeLengths;
  if (inside.every((port) => displayPorts.has(port)) && spec.protocol === "tcp") {
    return leftOut.display;
  }
  for (const [index, port] of inside.entries()) {
    // A range of host ports for one container port lets docker take any free one; docker-py has no form for it.
    const published = outside?.[inside.length > 1 ? index : 0] ?? null;
    const key = `${port}/${spec.protocol}`;
    const binding: JsonValue =
      spec.ip && spec.ip !== "0.0.0.0" ? { HostIp: spec.ip, HostPort: published } : published;
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

/** The ports of `80` or `8000-8005`; null where it is no range of at most 1,000 ports. */
function range(text: string): number[] | null {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first < 1 || last > 65535 || last < first || last - first >= 1000) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
