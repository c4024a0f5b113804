import { createHash } from "node:crypto";
import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { readImage } from "../../icons/inspect/format.ts";
import { problemOf, type Problem, type ProblemCode } from "../model/problem.ts";
import { quote } from "../model/text.ts";
import type { SourceFile } from "../model/types.ts";
import { disk as words } from "../../strings/check.ts";
import { readWhole } from "./open-file.ts";

/** Looks at single files and folders of the disk; what cannot be read is reported. */

export type ReportProblem = (code: ProblemCode, file: string, args: Record<string, string>) => void;

export function reporter(problems: Problem[]): ReportProblem {
  return (code, file, args) => void problems.push(problemOf(code, file, args));
}

/** Bytes of a regular file that is not too large. */
export function readRegular(
  root: string,
  file: string,
  stats: Stats,
  limit: number,
  report: ReportProblem,
): { bytes: Uint8Array } | null {
  const name = quote(file);
  if (!stats.isFile()) {
    const { link, pipe, socket, device } = words.kinds;
    const kind = stats.isSymbolicLink() ? link : stats.isFIFO() ? pipe : stats.isSocket() ? socket : device;
    report("not-a-regular-file", file, { name, kind });
    return null;
  }
  if (stats.size > limit) {
    const megabyte = 1024 * 1024;
    report("file-too-large", file, {
      name,
      size: `${(stats.size / megabyte).toFixed(1)} MB`,
      limit: `${limit / megabyte} MB`,
    });
    return null;
  }
  try {
    return { bytes: readWhole(join(root, file), limit) };
  } catch (error) {
    report("unreadable", file, { name, cause: causeOf(error) });
    return null;
  }
}

export function sourceFile(
  path: string,
  name: string,
  stats: Stats,
  read: { bytes: Uint8Array } | null,
): SourceFile {
  const kind = stats.isFile() ? "file" : stats.isSymbolicLink() ? "link" : "other";
  const isPicture = read !== null && !/\.(json|md)$/i.test(name);
  return {
    name,
    path,
    kind,
    size: stats.size,
    sha1: read ? createHash("sha1").update(read.bytes).digest("hex") : "",
    image: isPicture ? readImage(read.bytes) : null,
  };
}

export function decodeText(bytes: Uint8Array | undefined): string | null {
  return bytes ? new TextDecoder().decode(bytes) : null;
}

export function list(path: string): string[] | string {
  try {
    return readdirSync(path);
  } catch (error) {
    return causeOf(error);
  }
}

export function statOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    // Removed between listing and looking: as if it had never been there.
    return null;
  }
}

function causeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const causes: Partial<Record<string, string>> = words.causes;
  return causes[code ?? ""] ?? code ?? String(error);
}
