import { textsIn, own } from "../model/json.ts";

/**
 * The example workspaces of this template, by folder: `workspaces/.examples.json` holds the hash that each folder was delivered
 * with. A fork that has a workspace of its own does not publish ours by accident, and needs to edit nothing for it.
 */
export type ExampleMarks = Readonly<Record<string, string>>;

interface Candidate {
  folder: string;
  /** 40 hex digits. */
  sha: string;
  /** Null for a folder without workspace.json, which is neither an example nor a workspace. */
  bytes: Uint8Array | null;
}

/** Reads .examples.json. Whatever is not a map of folder to hash counts as no mark: then nothing is set aside. */
export function parseExampleMarks(text: string | null): ExampleMarks {
  return Object.fromEntries(textsIn(text).filter(([, sha]) => /^[0-9a-f]{40}$/.test(sha)));
}

/**
 * Leaves the examples out as soon as there is one workspace that is not an example as delivered: another folder, or an example that
 * was edited (which makes it the fork's own, and it stays). Where there are only examples, all are kept. Keeps the order.
 */
export function dropUneditedExamples<Source extends Candidate>(
  sources: readonly Source[],
  marks: ExampleMarks,
): { kept: Source[]; aside: string[]; examples: string[] } {
  const isExample = ({ folder, sha }: Candidate): boolean => own(marks, folder) === sha;
  const hasOthers = sources.some((source) => source.bytes !== null && !isExample(source));
  const examples = sources.filter(isExample).map((source) => source.folder);
  if (!hasOthers) return { kept: [...sources], aside: [], examples };
  return { kept: sources.filter((source) => !isExample(source)), aside: examples, examples };
}
