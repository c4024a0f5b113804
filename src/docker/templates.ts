import { pasteFaults, templates as words } from "../strings/docker.ts";
import { quote } from "../review/docker-run/quote.ts";
import { PasteError, type ConvertedWorkspace } from "./converted-workspace.ts";
import { convertRun } from "./from-run.ts";
import { isObject } from "../registry/model/json.ts";
import { shown, type Mapping, type Value } from "./compose/value.ts";

/** Facts about an application in a template of another platform, beside its settings. */
export interface TemplateFacts {
  title: string;
  /** Address of its icon; "" where it has none. */
  icon: string;
}

/** The facts of a `x-casaos` block; null where there is none. `main` names the service that the block is about. */
export function casaFacts(root: Mapping): (TemplateFacts & { main: string | undefined }) | null {
  const block = root["x-casaos"];
  if (!isObject(block)) return null;
  const { title, icon, main } = block;
  const text = isObject(title) ? (title["en_us"] ?? title["en_US"] ?? Object.values(title)[0]) : title;
  return { title: shown(text), icon: shown(icon), main: typeof main === "string" ? main : undefined };
}

/** The templates of Portainer as services of compose, by title; null where the file holds none. Source: Portainer, app template JSON. */
export function portainerServices(
  root: Mapping,
): Map<string, { keys: Mapping; facts: TemplateFacts }> | null {
  const isOne = Object.hasOwn(root, "title") && Object.hasOwn(root, "type") && Object.hasOwn(root, "image");
  const list = isOne ? [root] : root["templates"];
  if (!Array.isArray(list)) return null;
  return new Map(
    list.filter(isMapping).map((template) => {
      const title = shown(template["title"]) || shown(template["name"]);
      return [title, { keys: serviceOf(template), facts: { title, icon: shown(template["logo"]) } }];
    }),
  );
}

const isMapping = (value: Value): value is Mapping => isObject(value);

/** Keys of a Portainer template that describe it and set nothing. */
const descriptions = new Set(
  "id type title name description categories platform logo note administrator_only registry image env volumes labels network restart_policy interactive".split(
    " ",
  ),
);

function serviceOf(template: Mapping): Mapping {
  const { registry, image, env, volumes, labels, network, restart_policy: restart } = template;
  const items = (value: Value | undefined): Mapping[] =>
    Array.isArray(value) ? value.filter(isMapping) : [];
  const rest = Object.entries(template).filter(([key]) => !descriptions.has(key));
  const given: [string, Value | undefined][] = [
    ["image", [shown(registry), shown(image)].filter(Boolean).join("/") || undefined],
    ["network_mode", network],
    ["restart", restart],
    [
      "environment",
      items(env).map((item) => pair(item["name"], item["default"] ?? item["set"] ?? chosen(item["select"]))),
    ],
    ["labels", items(labels).map((item) => pair(item["name"], item["value"] ?? ""))],
    [
      "volumes",
      items(volumes).map(({ bind, container, readonly }) =>
        [bind, container, readonly === "true" ? "ro" : ""].map(shown).filter(Boolean).join(":"),
      ),
    ],
  ];
  const keys = [...given, ...rest].filter(([, value]) => value !== undefined && String(value) !== "");
  return Object.fromEntries(keys) as Mapping;
}

/** The answer that Portainer offers first, of those to choose from. */
function chosen(select: Value | undefined): Value | undefined {
  const answers = Array.isArray(select) ? select.filter(isMapping) : [];
  return (answers.find((answer) => answer["default"] === "true") ?? answers[0])?.["value"];
}

function pair(name: Value | undefined, value: Value | undefined): string {
  return value === undefined ? shown(name) : `${shown(name)}=${shown(value)}`;
}

/** Converts an Unraid template, whose settings are options of `docker run`. Source: Unraid, Docker template XML schema. */
export function convertUnraid(text: string): ConvertedWorkspace {
  const element = (name: string): string =>
    decode(new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? "").trim();
  const image = element("Repository");
  if (image === "") throw new PasteError(/<html/i.test(text) ? pasteFaults.html : pasteFaults.xml, 0);
  const settings = [...text.matchAll(/<Config\s([^>]*?)(?:\/>|>([^<]*)<\/Config>)/g)].flatMap(
    ([, attributes = "", value = ""]) => settingOf(attributes, value),
  );
  const network = element("Network");
  const options = [
    ...(network === "" ? [] : ["--network", network]),
    ...(element("Privileged") === "true" ? ["--privileged"] : []),
    ...settings,
  ];
  const command = [
    "docker run",
    ...options.map(quote),
    element("ExtraParams"),
    quote(image),
    element("PostArgs"),
  ];
  try {
    const converted = convertRun(command.join(" "), maskedNames(text));
    return withFacts(converted, { title: element("Name"), icon: element("Icon") });
  } catch (error) {
    // The place would be that in the command made here.
    throw error instanceof PasteError ? new PasteError(error.message, text.indexOf(image)) : error;
  }
}

/** The title and a note of the icon over what the settings gave. */
export function withFacts(converted: ConvertedWorkspace, { title, icon }: TemplateFacts): ConvertedWorkspace {
  const notes = icon === "" ? converted.notes : [...converted.notes, words.icon(icon)];
  return { ...converted, title: title || converted.title, notes };
}

/** One `<Config Target="8080" Default="80" Mode="tcp" Type="Port">8080</Config>` as an option. */
function settingOf(attributes: string, text: string): string[] {
  const of = (name: string): string =>
    decode(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
  const value = decode(text).trim() || of("Default");
  const [target, mode] = [of("Target"), of("Mode")];
  switch (of("Type")) {
    case "Port":
      return ["-p", `${value}:${target}${mode && `/${mode}`}`];
    case "Path":
      return ["-v", [value, target, mode].filter(Boolean).join(":")];
    case "Variable":
      return ["-e", `${target}=${value}`];
    case "Label":
      return ["-l", `${target}=${value}`];
    case "Device":
      return ["--device", value];
    default:
      return [];
  }
}

/** Variables whose values Unraid hides: Mask="true". */
function maskedNames(text: string): string[] {
  const marks = [...text.matchAll(/<Config\s([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  return marks
    .filter((attributes) => /\sMask="true"/i.test(attributes) && /\sType="Variable"/.test(attributes))
    .map((attributes) => decode(/(?:^|\s)Target="([^"]*)"/.exec(attributes)?.[1] ?? ""));
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(lt|gt|quot|apos|amp));/g, (_, code: string | undefined, name = "") =>
    code === undefined ? (entities[name] ?? "") : String.fromCodePoint(Number(code)),
  );
}
