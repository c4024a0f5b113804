import type { JsonValue } from "../../registry/model/json.ts";
import { objectAt, type Put, type Sketch } from "../draft.ts";

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
export const putPort: Put = (sketch, value) => {
  const match = /^(?:(?:\[([^\]]*)\]|([^[\]]*)):)?([\d-]*):([\d-]+)(?:\/(\w+))?$|^([\d-]+)(?:\/(\w+))?$/.exec(
    value,
  );
  if (!match) return "It is not [address:][port:]port[/protocol].";
  const [, ip6, ip4, host = "", container, protocol, alone, aloneProtocol] = match;
  const spec: PortSpec = {
    container: container ?? alone!,
    host,
    ip: ip6 ?? ip4 ?? "",
    protocol: (protocol ?? aloneProtocol ?? "tcp").toLowerCase(),
  };
  return addPort(sketch, spec);
};

/** Adds to run_config.ports in docker-py's form; the reason where it cannot. */
export function addPort(sketch: Sketch, spec: PortSpec): string | undefined {
  const inside = range(spec.container);
  const outside = spec.host === "" ? null : range(spec.host);
  if (!inside || (spec.host !== "" && !outside))
    return "A port is a number from 1 to 65535, a range two of them.";
  if (!/^(?:tcp|udp|sctp)$/.test(spec.protocol))
    return `The protocol "${spec.protocol}" is not tcp, udp or sctp.`;
  if (outside && inside.length !== outside.length && inside.length > 1)
    return "The two ranges differ in length.";
  if (inside.every((port) => displayPorts.has(port)) && spec.protocol === "tcp") {
    return "Kasm connects to the session's display itself; published, it could be reached without signing in.";
  }
  for (const [index, port] of inside.entries()) {
    // A range of host ports for one container port lets docker take any free one; docker-py has no form for it.
    const published = outside ? outside[inside.length > 1 ? index : 0]! : null;
    const key = `${port}/${spec.protocol}`;
    const binding: JsonValue =
      spec.ip && spec.ip !== "0.0.0.0" ? { HostIp: spec.ip, HostPort: published } : published;
    const ports = objectAt(sketch.config, "ports");
    const present = ports[key];
    if (present === undefined) ports[key] = binding;
    else ports[key] = Array.isArray(present) ? [...present, binding] : [present, binding];
  }
  if (outside && inside.length === 1 && outside.length > 1) {
    sketch.notes.add(
      `Port ${inside[0]}: a range of host ports cannot be expressed; the first, ${outside[0]}, was taken.`,
    );
  }
  if (outside)
    sketch.notes.add("A published port is taken on the agent: a second session there will not start.");
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
