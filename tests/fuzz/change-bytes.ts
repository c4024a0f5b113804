import fc from "fast-check";
import { oddPieces } from "./odd-values.ts";

/** A change to the bytes of a file. `at` counts bytes, beginning anew at the end. */
export type ByteChange =
  | { do: "insert"; at: number; piece: Uint8Array }
  | { do: "remove" | "repeat"; at: number; count: number }
  | { do: "move"; at: number; count: number; to: number }
  | { do: "flip"; at: number; bit: number }
  | { do: "truncate"; at: number }
  | { do: "encode"; as: "utf16le" | "latin1" | "utf8-bom" | "crlf" | "cr" };

const at = fc.nat(30_000);
const count = fc.integer({ min: 1, max: 40 });
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddPieces) },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 6 }) },
);

export const byteChange: fc.Arbitrary<ByteChange> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("insert" as const), at, piece }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("remove" as const, "repeat" as const), at, count }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("move" as const), at, count, to: at }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("flip" as const), at, bit: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("truncate" as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("encode" as const),
      as: fc.constantFrom(
        "utf16le" as const,
        "latin1" as const,
        "utf8-bom" as const,
        "crlf" as const,
        "cr" as const,
      ),
    }),
  },
);

/** The bytes after the changes, in order. */
export function changeBytes(bytes: Uint8Array, changes: readonly ByteChange[]): Uint8Array {
  return changes.reduce<Uint8Array>((current, change) => apply(Buffer.from(current), change), bytes);
}

function apply(bytes: Buffer, change: ByteChange): Uint8Array {
  if (change.do === "encode") return encode(bytes, change.as);
  const at = change.at % (bytes.length + 1);
  switch (change.do) {
    case "insert":
      return Buffer.concat([bytes.subarray(0, at), change.piece, bytes.subarray(at)]);
    case "remove":
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.count)]);
    case "repeat":
      return Buffer.concat([bytes.subarray(0, at + change.count), bytes.subarray(at)]);
    case "move": {
      const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.count)]);
      const to = change.to % (rest.length + 1);
      return Buffer.concat([rest.subarray(0, to), bytes.subarray(at, at + change.count), rest.subarray(to)]);
    }
    case "flip":
      if (at < bytes.length) bytes[at]! ^= 1 << change.bit;
      return bytes;
    case "truncate":
      return bytes.subarray(0, at);
  }
}

function encode(bytes: Buffer, as: "utf16le" | "latin1" | "utf8-bom" | "crlf" | "cr"): Uint8Array {
  const text = bytes.toString("utf8");
  switch (as) {
    case "utf16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "latin1":
      return Buffer.from(text, "latin1");
    case "utf8-bom":
      return Buffer.from(`\ufeff${text}`);
    case "crlf":
      return Buffer.from(text.replace(/\n/g, "\r\n"));
    case "cr":
      return Buffer.from(text.replace(/\n/g, "\r"));
  }
}
