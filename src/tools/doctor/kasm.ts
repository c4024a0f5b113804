import { schemaRead, suits, minorVersion } from "../../registry/model/kasm-versions.ts";
import { seenWords, whyWords } from "../../strings/doctor.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { messages, rowFor, type Certainty, type MessageId, type Situation } from "./behaviour.ts";
import type { List } from "./list.ts";
import type { Versions } from "./versions-txt.ts";

/** The registry as a Kasm server of one release would see it. */
export interface KasmView {
  /** "1.18.1", or "1.15.x" where the releases of a version are not told apart. */
  version: string;
  reads: SchemaVersion;
  situation: Situation;
  /** Workspaces with an entry for this release. */
  suit: number;
  /** All workspaces of the list it reads. */
  listed: number;
  message: MessageId;
  /** Exact text that the admin reads, or null. */
  text: string | null;
  /** Other things that the admin sees. */
  seen: string;
  why: string;
  certainty: Certainty;
  source: string;
}

/** An obstacle before the server reads any file: null where versions.txt could be asked for. */
export type Obstacle =
  "address-unusable" | "host-unreachable" | "server-hangs" | "secure-connection-refused" | null;

/** Follows the steps of a Kasm server: address, versions.txt, the list of its schema, the workspaces for its version. */
export function viewOf(
  version: string,
  obstacle: Obstacle,
  versions: Versions | null,
  lists: Partial<Record<SchemaVersion, List>>,
): KasmView {
  const reads = schemaRead(minorVersion(version));
  const list = versions?.schemas.includes(reads) ? lists[reads] : undefined;
  const suit =
    list?.workspaces.filter(({ versions }) => versions.some((each) => suits(version, each))).length ?? 0;
  const situation = situationOf(obstacle, versions, reads, list, suit);
  const row = rowFor(situation, version);
  const { text, source } = messages[row.message];
  return {
    version,
    reads,
    situation,
    suit,
    listed: list?.workspaces.length ?? 0,
    message: row.message,
    text,
    seen: seenWords[row.message],
    why: whyWords[row.why ?? situation],
    certainty: row.certainty,
    source,
  };
}

function situationOf(
  obstacle: Obstacle,
  versions: Versions | null,
  reads: SchemaVersion,
  list: List | undefined,
  suit: number,
): Situation {
  if (obstacle !== null) return obstacle;
  if (versions === null || versions.state === "missing") return "versions-not-found";
  if (versions.state === "not-text") return "versions-not-text";
  if (versions.state === "unreadable") return "versions-unreadable";
  if (!versions.schemas.includes(reads)) return "schema-not-named";
  if (list === undefined || list.state === "missing") return "list-not-found";
  if (list.state === "unreadable") return "list-unreadable";
  if (list.state === "empty") return "list-empty";
  return suit === 0 ? "nothing-for-this-version" : "workspaces-found";
}
