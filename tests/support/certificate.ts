import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";

/** A throw-away X.509 certificate for TLS tests, so that no private key is kept in the repository. */
export interface Certificate {
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
  subject: string;
  privateKey: KeyObject;
}

interface Wish {
  /** Common name. */
  subject: string;
  /** Host names and IPv4 addresses of the subjectAltName. */
  names?: string[];
  /** Who signs it; itself where left out. */
  issuer?: Certificate;
  authority?: boolean;
  /** Validity in days from now. */
  from?: number;
  to?: number;
}

/** Makes a P-256 certificate, signed with ECDSA and SHA-256. Source of the form: RFC 5280, section 4. */
export function makeCertificate({
  subject,
  names = [],
  issuer,
  authority = false,
  from = -1,
  to = 30,
}: Wish): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302"));
  const name = (text: string): Buffer =>
    sequence(tlv(0x31, sequence(oid("550403"), tlv(0x0c, Buffer.from(text)))));
  const time = (days: number): Buffer =>
    tlv(
      0x18,
      Buffer.from(new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, "")),
    );
  const alternatives = sequence(
    ...names.map((each) =>
      /^[\d.]+$/.test(each)
        ? tlv(0x87, Buffer.from(each.split(".").map(Number)))
        : tlv(0x82, Buffer.from(each)),
    ),
  );
  const extensions = [
    ...(authority
      ? [
          sequence(
            oid("551d13"),
            tlv(0x01, Buffer.from([0xff])),
            tlv(0x04, sequence(tlv(0x01, Buffer.from([0xff])))),
          ),
        ]
      : []),
    ...(names.length > 0 ? [sequence(oid("551d11"), tlv(0x04, alternatives))] : []),
  ];
  const spki = publicKey.export({ type: "spki", format: "der" });
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([1]), createHash("sha1").update(spki).digest().subarray(0, 8)])),
    algorithm,
    name(issuer?.subject ?? subject),
    sequence(time(from), time(to)),
    name(subject),
    spki,
    ...(extensions.length > 0 ? [tlv(0xa3, sequence(...extensions))] : []),
  );
  const signature = sign("sha256", body, issuer?.privateKey ?? privateKey);
  const der = sequence(body, algorithm, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }) as string, subject, privateKey };
}

function tlv(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: Buffer[]): Buffer => tlv(0x30, ...parts);
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, "hex"));
