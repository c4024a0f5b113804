import type { JsonObject } from "../registry/model/json.ts";
import type { Finding, Flag, Severity } from "../registry/model/types.ts";
import { sortWorstFirst } from "../registry/model/severity.ts";
import { compare as words } from "../strings/compare.ts";
import { access } from "../strings/access.ts";
import { severityWords } from "../strings/site.ts";
import { accessSheet, areas, type Area } from "./access.ts";
import { releasesOf, unique } from "./facts.ts";
import { formatDate, formatSize, formatVersions } from "./format.ts";
import type { GuideEntry } from "./search/find-in-guide.ts";

/** Workspaces side by side, row by row. Pure. */

/** The parts of /1.1/workspaces/<slug>.json that a comparison shows. */
export interface Subject {
  slug: string;
  workspace: JsonObject;
  flags: Flag[];
  findings: Finding[];
  /** Milliseconds since 1970, where the JSON says so. */
  modified?: number;
}

/** A line of a cell. */
export interface Line {
  /** `code` between backticks is shown as such where `isSentence`. */
  text: string;
  isSentence?: boolean;
  /** The property that the text is the value of. */
  property?: string;
  /** Of a finding: its severity, "usual" where it is common among public workspaces; and its rule. */
  level?: Severity | "usual";
  rule?: string;
  /** Whether it says that nothing is set. */
  isDefault?: boolean;
}

export interface Row {
  label: string;
  /** For each workspace. */
  cells: Line[][];
  isEqual: boolean;
}

/** The rows of a comparison. `guide` names the findings. */
export function compareRows(
  subjects: readonly Subject[],
  guide: ReadonlyMap<string, GuideEntry>,
  lang: string,
): Row[] {
  const row = (label: string, cell: (subject: Subject) => Line[]): Row => {
    const cells = subjects.map(cell);
    return { label, cells, isEqual: new Set(cells.map((lines) => JSON.stringify(lines))).size === 1 };
  };
  const text = (label: string, value: (subject: Subject) => string): Row =>
    row(label, (subject) => [{ text: value(subject) || access.notStated }]);
  const sheets = new Map(
    subjects.map((subject) => [
      subject,
      new Map(accessSheet(subject.workspace, subject.findings).map((each) => [each.area, each])),
    ]),
  );
  return [
    text(words.about, ({ workspace }) => textOf(workspace, "description")),
    row(words.worst, ({ findings }) => findingLines(findings, guide, true)),
    ...areas.map((area) =>
      row(access.areas[area][0], (subject) => settingLines(sheets.get(subject)?.get(area), area)),
    ),
    row(words.findings, ({ findings }) => findingLines(findings, guide, false)),
    row(words.flags, ({ flags }) =>
      flags.length > 0
        ? flags.map(({ property, flag }) => ({ property: flag, text: property }))
        : [{ text: words.noFlag, isDefault: true }],
    ),
    text(access.versions, (subject) => formatVersions(releases(subject).map(({ version }) => version))),
    text(access.architectures, ({ workspace }) => textsOf(workspace["architecture"]).join(", ")),
    text(access.size, (subject) =>
      formatSize(Math.max(0, ...releases(subject).map(({ size }) => size)), lang),
    ),
    ...(subjects.every(({ modified }) => modified)
      ? [text(access.changed, ({ modified = 0 }) => formatDate(modified, lang))]
      : []),
  ];
}

/** The findings' titles in the order to decide on them; the first alone in a few words, as on the card. */
function findingLines(
  findings: readonly Finding[],
  guide: ReadonlyMap<string, GuideEntry>,
  isShort: boolean,
): Line[] {
  const isCommon = (rule: string): boolean => guide.get(rule)?.common === true;
  const ofRules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  const sorted = sortWorstFirst(ofRules, isCommon);
  if (!sorted[0] || (isShort && sorted[0].severity === "info"))
    return [{ text: severityWords.none, isDefault: true }];
  return sorted.slice(0, isShort ? 1 : undefined).map(({ rule, severity }) => {
    const entry = guide.get(rule);
    return {
      text: (isShort ? entry?.short : undefined) ?? entry?.title ?? rule,
      level: isShort && isCommon(rule) ? "usual" : severity,
      rule,
    };
  });
}

function settingLines(row: ReturnType<typeof accessSheet>[number] | undefined, area: Area): Line[] {
  if (!row?.settings.length) return [{ text: access.areas[area][1], isDefault: true }];
  return row.settings.map((setting) =>
    "effect" in setting
      ? { text: String(setting.effect), isSentence: true }
      : { property: setting.property, text: setting.value },
  );
}

const releases = ({ workspace }: Subject): ReturnType<typeof releasesOf> => releasesOf({ data: workspace });

const textOf = (data: JsonObject, key: string): string =>
  typeof data[key] === "string" ? data[key].trim() : "";

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? unique(value.filter((item) => typeof item === "string")) : [];

/** The name as it is shown. */
export const nameOf = ({ workspace, slug }: Subject): string => textOf(workspace, "friendly_name") || slug;
