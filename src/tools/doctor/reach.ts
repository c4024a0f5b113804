import { lookup, promises, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Loopback, private, shared, link-local, reserved and multicast networks. Source: the special-purpose registries of IANA (RFC 6890). */
const inner = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  inner.addSubnet(network, prefix, "ipv4");
  // The same behind a translator of an IPv6 network (RFC 6052).
  inner.addSubnet(`64:ff9b::${network}`, 96 + prefix, "ipv6");
  // The same in the oldest form of an address of both kinds.
  inner.addSubnet(`::${network}`, 96 + prefix, "ipv6");
}
for (const [network, prefix] of [
  ["::1", 128],
  // Translators of one network alone (RFC 8215).
  ["64:ff9b:1::", 48],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
  // Tunnels of IPv4, which nobody should need.
  ["2002::", 16],
] as const)
  inner.addSubnet(network, prefix, "ipv6");

/** Whether an IP address is of this machine or of a network that is not the internet. */
export function isInner(address: string): boolean {
  return inner.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * What may be asked: a registry on the internet names no address of this machine or its network, or a stranger's list could make the doctor
 * ask services that only this machine reaches. A registry that is in such a network itself may. The first address decides.
 */
export class Reach {
  #isPublic: boolean | null = null;
  readonly #proxies: ReadonlySet<string>;
  readonly #judged = new Map<string, Promise<string | null>>();

  /** `env` names the proxies, which may be anywhere: an admin chose them. `mayBeInner` decides in place of the first address. */
  constructor(env: NodeJS.ProcessEnv = {}, mayBeInner?: boolean) {
    if (mayBeInner !== undefined) this.#isPublic = !mayBeInner;
    const names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"];
    this.#proxies = new Set(
      names.map((name) => URL.parse(env[name] ?? "")?.hostname).filter((host) => host !== undefined),
    );
  }

  /**
   * The address of a host that must not be asked, or null. A name is judged when it is resolved for a connection; a proxy resolves it
   * elsewhere, so it is resolved here too. One that only a proxy knows is taken for public.
   */
  async judge(host: string): Promise<string | null> {
    if (isIP(host) !== 0) return this.refuse([host]);
    if (this.#proxies.size === 0) return null;
    const judged =
      this.#judged.get(host) ??
      promises.lookup(host, { all: true }).then(
        (found) => this.refuse(found.map(({ address }) => address)),
        () => this.refuse([]),
      );
    this.#judged.set(host, judged);
    return judged;
  }

  /** The first of these addresses that must not be asked, or null. */
  refuse(addresses: readonly string[]): string | null {
    const refused = addresses.find(isInner) ?? null;
    this.#isPublic ??= refused === null;
    return this.#isPublic ? refused : null;
  }

  /** Resolves names for connections; what must not be asked is the error EPRIVATE, with the address as its message. */
  readonly lookup: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first)
        return done(error ?? Object.assign(new Error("ENOTFOUND"), { code: "ENOTFOUND" }), []);
      const refused = this.#proxies.has(hostname) ? null : this.refuse(found.map(({ address }) => address));
      if (refused !== null) return done(Object.assign(new Error(refused), { code: "EPRIVATE" }), []);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
