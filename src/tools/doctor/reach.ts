import { lookup, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Loopback, private, shared and link-local networks. Source: the special-purpose registries of IANA (RFC 6890). */
const inner = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  inner.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 128],
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
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
      const refused = this.refuse(found.map(({ address }) => address));
      if (refused !== null) return done(Object.assign(new Error(refused), { code: "EPRIVATE" }), []);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
