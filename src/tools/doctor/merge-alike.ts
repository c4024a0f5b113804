import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "./faults.ts";
import { some } from "./printable.ts";

/** What differs between files with the same fault. */
const ownArguments: ReadonlySet<string> = new Set(["url", "size", "workspace", "file"]);

/** Icons and other files with the same fault as one, where the first of them stands. */
export function mergeAlike(faults: readonly Diagnosis[]): Diagnosis[] {
  const kindOf = ({ code, args }: Diagnosis): string =>
    JSON.stringify([
      code,
      code !== "icon-name" && Object.entries(args).filter(([name]) => !ownArguments.has(name)),
    ]);
  const groups = Map.groupBy(faults, (fault) => (/^(?:icon|file)-/.test(fault.code) ? kindOf(fault) : fault));
  return [...groups.values()].map((group) => {
    const [first] = group as [Diagnosis, ...Diagnosis[]];
    if (group.length === 1) return first;
    const workspaces = group.flatMap(({ args }) => args["workspace"] ?? []);
    const files = group.flatMap(({ args }) => args["file"] ?? []);
    const more = details.moreLikeIt(group.length - 1);
    return { ...first, args: { ...first.args, more, workspace: some(workspaces), file: some(files) } };
  });
}
