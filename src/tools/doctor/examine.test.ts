import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCertificate } from "../../../tests/support/certificate.ts";
import { entry10, entry11, jpeg, list, soundRegistry } from "../../../tests/support/made-up-registry.ts";
import { closedPort, serveBytes, serveFiles, type Files } from "../../../tests/support/registry-server.ts";
import { compareVersions, kasmServers, kasmVersions } from "../../registry/model/kasm-versions.ts";
import type { MessageId } from "./behaviour.ts";
import { report } from "../../strings/doctor.ts";
import { examine, exitCodeOf, type Examination } from "./examine.ts";
import { severityOf, wordDiagnosis, type DiagnosisCode } from "./faults.ts";
import { printable, some } from "./printable.ts";
import { reportJson } from "./report/json.ts";
import { reportText } from "./report/text.ts";

interface Case {
  name: string;
  /** Spoils a sound registry. */
  spoil?: (files: Files, root: string) => void;
  /** Address as typed; the root where left out. */
  typed?: (root: string) => string;
  /** Every fault, apart from the remark that 127.0.0.1 is local. */
  faults: DiagnosisCode[];
  /** Message that an admin of Kasm 1.18 (and of 1.14, after a slash) gets. */
  message: MessageId | [newer: MessageId, older: MessageId];
  exit: 0 | 1;
  kasm?: string[];
  /** The server never ends: not waited for as long as for the others. */
  hangs?: true;
  /** Part of the text that a person must be told. */
  says?: string | RegExp;
}

// The table of releases may gain lines.
const [before, newest] = kasmVersions.slice(-2).map(({ version }) => version.replace(".x", ""));
const since119 = kasmServers.filter((server) => compareVersions(server, "1.19.x") >= 0);

const json = (value: unknown): string => JSON.stringify(value);
const edit = (files: Files, path: string, change: (data: any) => void): void => {
  const data = JSON.parse(String(files[path]!.body));
  change(data);
  files[path] = { body: json(data) };
};
const editBoth = (files: Files, change: (data: any) => void): void =>
  ["1.0/list.json", "1.1/list.json"].forEach((path) => edit(files, path, change));
const versions =
  (text: string | Uint8Array, headers = {}) =>
  (files: Files): void =>
    void (files["versions.txt"] = { body: text, headers });
const page = "<!doctype html><html><body>Everything is this page</body></html>";
const timeout = 15_000;
const patience = 700;

const cases: Case[] = [
  { name: "a sound registry", faults: [], message: "listed", exit: 0, says: report.sound(1) },

  // The address typed wrong
  {
    name: "the schema folder typed",
    typed: (root) => `${root}1.1/`,
    faults: ["typed-schema-folder"],
    message: "schema-list",
    exit: 1,
    says: /ends in 1\.1\/, the folder of one schema.*Give Kasm http:\/\/127\.0\.0\.1:\d+\/ /,
  },
  {
    name: "the schema folder typed without a slash",
    typed: (root) => `${root}1.0`,
    faults: ["typed-schema-folder"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "list.json typed",
    typed: (root) => `${root}1.1/list.json`,
    faults: ["typed-file"],
    message: "schema-list",
    exit: 1,
    says: "names the file 1.1/list.json",
  },
  {
    name: "versions.txt typed",
    typed: (root) => `${root}versions.txt`,
    faults: ["typed-file"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "index.html typed",
    typed: (root) => `${root}index.html`,
    faults: ["typed-file"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "a page of the store-front typed",
    typed: (root) => `${root}workspaces/alpha/`,
    faults: ["typed-page"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "an old detail page typed",
    typed: (root) => `${root}1.0/new/YWxwaGE=/`,
    faults: ["typed-page"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "a query at the end",
    typed: (root) => `${root}?utm_source=mail`,
    faults: ["typed-query"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "spaces around the address",
    typed: (root) => `  ${root} `,
    faults: ["typed-wrapped"],
    message: "listed",
    exit: 0,
  },
  {
    name: "no scheme",
    typed: (root) => root.replace("http://", ""),
    faults: ["typed-no-scheme", "tls-not-spoken"],
    message: "valid-url",
    exit: 1,
  },
  {
    name: "https typed where only http is served",
    typed: (root) => root.replace("http:", "https:"),
    faults: ["tls-not-spoken"],
    message: "valid-url",
    exit: 1,
    says: "does not speak TLS",
  },
  {
    name: "no such host",
    typed: () => "https://registry.invalid/",
    faults: ["name-unknown"],
    message: "valid-url",
    exit: 1,
    says: "not known",
  },
  { name: "nothing typed", typed: () => "  ", faults: ["typed-empty"], message: "valid-url", exit: 1 },
  {
    name: "no address at all",
    typed: () => "ftp://example.org/",
    faults: ["typed-not-an-address"],
    message: "valid-url",
    exit: 1,
  },

  // versions.txt
  {
    name: "versions.txt missing",
    spoil: (files) => delete files["versions.txt"],
    faults: ["versions-missing"],
    message: "schema-list",
    exit: 1,
    says: "answers 404",
  },
  {
    name: "versions.txt forbidden",
    spoil: (files) => void (files["versions.txt"] = { body: "no", status: 403 }),
    faults: ["versions-missing"],
    message: "schema-list",
    exit: 1,
    says: "Kasm cannot log in",
  },
  {
    name: "versions.txt makes the server fail",
    spoil: (files) => void (files["versions.txt"] = { body: "no", status: 500 }),
    faults: ["versions-missing"],
    message: "schema-list",
    exit: 1,
    says: "error log",
  },
  {
    name: "every address is a web page",
    spoil: (files) => {
      for (const name of Object.keys(files)) delete files[name];
      files["*"] = { body: page, headers: { "content-type": "text/html" } };
    },
    faults: ["versions-html"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "versions.txt empty",
    spoil: versions(""),
    faults: ["versions-empty"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "versions.txt is a blank line",
    spoil: versions("\n \n"),
    faults: ["versions-empty"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "versions.txt with a byte-order mark",
    spoil: versions("\ufeff1.1\n1.0\n"),
    faults: ["versions-bom", "versions-unlisted", "newest-shows-nothing"],
    message: ["compatible-schema", "listed"],
    exit: 1,
  },
  {
    name: "versions.txt with Windows line ends",
    spoil: versions("1.0\r\n1.1\r\n"),
    faults: ["versions-crlf"],
    message: "listed",
    exit: 0,
  },
  {
    name: "versions.txt in UTF-16",
    spoil: versions(Buffer.from("\ufeff1.0\n1.1\n", "utf16le")),
    faults: ["versions-encoding"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "versions.txt with spaces",
    spoil: versions("1.0 \n 1.1\n"),
    faults: ["versions-spaces", "versions-spaces"],
    message: "listed",
    exit: 0,
  },
  {
    name: "versions.txt names a branch",
    spoil: versions("1.0\n1.1\nmain\n"),
    faults: ["versions-line"],
    message: "listed",
    exit: 0,
    says: '"main"',
  },
  {
    name: "versions.txt names nothing known",
    spoil: versions("2.0\nmain\n"),
    faults: ["versions-none-known", "versions-unlisted", "versions-unlisted", "newest-shows-nothing"],
    message: "compatible-schema",
    exit: 1,
  },
  {
    name: "versions.txt as HTML type",
    spoil: versions("1.0\n1.1\n", { "content-type": "text/html" }),
    faults: ["versions-type"],
    message: "listed",
    exit: 0,
  },
  {
    name: "1.1 published, but not named",
    spoil: versions("1.0\n"),
    faults: ["versions-unlisted", "newest-shows-nothing"],
    message: ["compatible-schema", "listed"],
    exit: 0,
    says: "Add the line 1.1",
  },
  {
    name: "1.0 left out, and nothing in it for its servers",
    spoil: (files) => {
      versions("1.1\n")(files);
      edit(files, "1.0/list.json", (list) =>
        list.workspaces.forEach((entry: { compatibility: string[] }) => (entry.compatibility = ["1.18.x"])),
      );
    },
    faults: [],
    message: ["listed", "compatible-schema"],
    exit: 0,
  },
  {
    name: "gigabytes as versions.txt",
    spoil: (files) => void (files["versions.txt"] = { body: endless }),
    faults: ["too-large"],
    message: "schema-list",
    exit: 1,
  },

  {
    name: "a web page of 70 kB as versions.txt",
    spoil: (files) => void (files["versions.txt"] = { body: page.padEnd(70_000) }),
    faults: ["versions-html"],
    message: "schema-list",
    exit: 1,
  },
  {
    name: "70 kB of lines as versions.txt",
    spoil: (files) => void (files["versions.txt"] = { body: "1.0\n".repeat(17_500) }),
    faults: ["too-large"],
    message: "schema-list",
    exit: 1,
    says: "larger than 66 kB",
  },

  // Lists
  {
    name: "1.1 named, but its list missing",
    spoil: (files) => delete files["1.1/list.json"],
    faults: ["list-missing"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "list that is no JSON",
    spoil: (files) => void (files["1.1/list.json"] = { body: '{"name": "x",' }),
    faults: ["list-not-json"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "list that is a web page",
    spoil: (files) => void (files["1.1/list.json"] = { body: page }),
    faults: ["list-html"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "list that is an empty file",
    spoil: (files) => void (files["1.1/list.json"] = { body: "" }),
    faults: ["list-empty-file"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "list that is an array",
    spoil: (files) => void (files["1.1/list.json"] = { body: "[]" }),
    faults: ["list-not-object"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "list without a workspace",
    spoil: (files, root) => void (files["1.1/list.json"] = { body: json(list("1.1", root, [])) }),
    faults: ["list-no-workspaces"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "list without the key workspaces",
    spoil: (files) => edit(files, "1.1/list.json", (data) => delete data.workspaces),
    faults: ["list-key-missing"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "gigabytes as a list",
    spoil: (files) => void (files["1.1/list.json"] = { body: endless }),
    faults: ["too-large"],
    message: ["schema-list", "listed"],
    exit: 1,
    says: "larger than 34 MB",
  },
  {
    name: "a gzip bomb as a list",
    spoil: (files) =>
      void (files["1.1/list.json"] = {
        body: gzipSync(Buffer.alloc(64_000_000, 32)),
        headers: { "content-encoding": "gzip" },
      }),
    faults: ["too-large"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "a list that is not the gzip it claims",
    spoil: (files) => void (files["1.1/list.json"] = { body: "{}", headers: { "content-encoding": "gzip" } }),
    faults: ["bad-encoding"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "millions of values",
    spoil: (files) =>
      void (files["1.1/list.json"] = { body: `{"workspaces": [${"{},".repeat(3_000_000)}{}]}` }),
    faults: ["list-values"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "many empty entries",
    spoil: (files) =>
      void (files["1.1/list.json"] = { body: `{"workspaces": [${"{},".repeat(400_000)}{}]}` }),
    faults: [
      "list-long",
      ...Array.from({ length: 14 }, () => "list-key-missing" as const),
      "nothing-suits",
      "newest-shows-nothing",
    ],
    message: ["nothing-listed", "listed"],
    exit: 1,
  },
  {
    name: "a large list",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) => (data.workspaces[0].notes = "x".repeat(6_000_000))),
    faults: ["list-large"],
    message: "listed",
    exit: 0,
  },
  {
    name: "null in a list",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.contact_url = null)),
    faults: ["list-null"],
    message: "listed",
    exit: 1,
  },
  {
    name: "keys missing in workspaces, said once",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) =>
        data.workspaces.forEach((each: any) => delete each.architecture),
      ),
    faults: ["list-key-missing"],
    message: "listed",
    exit: 1,
    says: '"Alpha" lacks "architecture" (and 1 more like it)',
  },
  {
    name: "a wrong type in a workspace",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.workspaces[1].cores = "two")),
    faults: ["list-value"],
    message: "listed",
    exit: 0,
    says: 'cores of "Beta"',
  },
  {
    name: "workspacecount wrong",
    spoil: (files) => edit(files, "1.0/list.json", (data) => (data.workspacecount = 7)),
    faults: ["list-count"],
    message: "listed",
    exit: 0,
  },
  {
    name: "two workspaces of one name",
    spoil: (files) => edit(files, "1.0/list.json", (data) => (data.workspaces[1].friendly_name = "Alpha")),
    faults: ["list-duplicate"],
    message: "listed",
    exit: 0,
  },
  {
    name: "1.0 entries in the 1.1 list",
    spoil: (files, root) =>
      void (files["1.1/list.json"] = { body: json(list("1.1", root, [entry10("Alpha"), entry10("Beta")])) }),
    faults: ["list-wrong-shape", "newest-shows-nothing"],
    message: ["nothing-listed", "listed"],
    exit: 1,
  },
  {
    name: "list.json as text/html type",
    spoil: (files) => void (files["1.1/list.json"]!.headers = { "content-type": "text/html" }),
    faults: ["list-type"],
    message: "listed",
    exit: 0,
  },
  {
    name: "list with a byte-order mark",
    spoil: (files) => void (files["1.1/list.json"]!.body = "\ufeff" + String(files["1.1/list.json"]!.body)),
    faults: ["list-bom"],
    message: "listed",
    exit: 0,
  },
  {
    name: "the name of the official template",
    spoil: (files) => editBoth(files, (data) => (data.name = "Kasm Technologies")),
    faults: ["list-default-name", "list-default-name"],
    message: "listed",
    exit: 0,
  },

  // Channels
  {
    name: "default_channel not in channels",
    spoil: (files) =>
      edit(
        files,
        "1.1/list.json",
        (data) => ((data.channels = ["stable"]), (data.default_channel = "develop"), tag(data, "stable")),
      ),
    faults: ["channel-unknown"],
    message: "listed",
    exit: 1,
    says: 'default_channel is "develop", but channels holds "stable"',
  },
  {
    name: "default_channel empty",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.default_channel = "")),
    faults: ["channel-empty"],
    message: "listed",
    exit: 1,
  },
  {
    name: "a tag that channels lacks",
    spoil: (files) =>
      edit(
        files,
        "1.1/list.json",
        (data) => (
          (data.channels = ["a"]),
          (data.default_channel = "a"),
          tag(data, "a"),
          (data.workspaces[0].compatibility[0].available_tags = ["a", "b"])
        ),
      ),
    faults: ["channel-unlisted"],
    message: "listed",
    exit: 0,
  },
  {
    name: "tags on one workspace only",
    spoil: (files) =>
      edit(
        files,
        "1.1/list.json",
        (data) => (
          (data.channels = ["a"]),
          (data.default_channel = "a"),
          (data.workspaces[0].compatibility[0].available_tags = ["a"])
        ),
      ),
    faults: ["channel-mixed"],
    message: "listed",
    exit: 0,
  },

  // Identity
  {
    name: "list_url elsewhere",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.list_url = "https://registry.invalid/")),
    faults: ["list-url"],
    message: "listed",
    exit: 0,
  },
  {
    name: "list_url with a comma",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) => (data.list_url = "https://example.github,io/x/")),
    faults: ["list-url-invalid"],
    message: "listed",
    exit: 1,
  },
  {
    name: "list_url with the schema",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.list_url += "1.1/")),
    faults: ["list-url-invalid"],
    message: "listed",
    exit: 1,
  },
  {
    name: "registry icon relative",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.icon = "/img/logo.svg")),
    faults: ["list-icon-relative"],
    message: "listed",
    exit: 0,
  },
  {
    name: "registry icon missing",
    spoil: (files) => edit(files, "1.1/list.json", (data) => (data.icon = `${data.list_url}no.png`)),
    faults: ["list-icon-missing"],
    message: "listed",
    exit: 1,
  },
  {
    name: "registry icon is a page about a picture",
    spoil: (files, root) => {
      files["logo-page.png"] = { body: page, headers: { "content-type": "text/html" } };
      edit(files, "1.1/list.json", (data) => (data.icon = `${root}logo-page.png`));
    },
    faults: ["list-icon-missing"],
    message: "listed",
    exit: 1,
    says: "is no picture",
  },

  // Icons of workspaces
  {
    name: "icon missing",
    spoil: (files) => delete files["1.1/icons/alpha.png"],
    faults: ["icon-missing"],
    message: "listed",
    exit: 1,
    says: '"Alpha"',
  },
  {
    name: "icon is a web page",
    spoil: (files) => void (files["1.1/icons/alpha.png"] = { body: page }),
    faults: ["icon-not-image"],
    message: "listed",
    exit: 1,
  },
  {
    name: "icon is empty",
    spoil: (files) => void (files["1.1/icons/alpha.png"] = { body: "" }),
    faults: ["icon-not-image"],
    message: "listed",
    exit: 1,
  },
  {
    name: "JPEG named png",
    spoil: (files) => void (files["1.1/icons/alpha.png"] = { body: jpeg }),
    faults: ["icon-type"],
    message: "listed",
    exit: 0,
    says: "a JPEG picture, but comes as image/png",
  },
  {
    name: "icon is an address",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) => (data.workspaces[0].image_src = "https://example.org/a.png")),
    faults: ["list-value", "icon-name"],
    message: "listed",
    exit: 1,
  },
  {
    name: "icons blocked by a header",
    spoil: (files) =>
      void (files["1.1/icons/alpha.png"]!.headers = { "cross-origin-resource-policy": "same-origin" }),
    faults: ["icon-blocked"],
    message: "listed",
    exit: 1,
  },
  {
    name: "a heavy icon",
    spoil: (files) =>
      void (files["1.1/icons/alpha.png"] = {
        body: Buffer.concat([files["1.1/icons/alpha.png"]!.body as Buffer, Buffer.alloc(3_000_000)]),
      }),
    faults: ["icon-large"],
    message: "listed",
    exit: 0,
  },

  // Kasm versions
  {
    name: "nothing for the version asked for",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) =>
        data.workspaces.forEach((each: any) => (each.compatibility = each.compatibility.slice(0, 1))),
      ),
    kasm: ["1.18.0", "1.18.1"],
    faults: ["newest-shows-nothing"],
    message: "nothing-listed",
    exit: 1,
    says: "Kasm 1.18 would show nothing",
  },
  {
    name: "nothing for the newest version",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) =>
        data.workspaces.forEach((each: any) => (each.compatibility = each.compatibility.slice(0, -1))),
      ),
    faults: ["newest-shows-nothing"],
    message: "listed",
    exit: 0,
    says: `OK for Kasm 1.12–${before}; empty on ${newest}, with 2 warnings.`,
  },
  {
    name: "single releases, which other releases of the version do not list",
    spoil: (files) =>
      edit(files, "1.1/list.json", (data) =>
        data.workspaces.forEach(
          (each: any) =>
            (each.compatibility = ["1.16.1", "1.18.0", ...since119].map((version) => ({
              ...each.compatibility[0],
              version,
            }))),
        ),
      ),
    faults: [],
    message: "listed",
    exit: 0,
    says: /\nDo not add it to Kasm 1\.16\.0: the whole Registry page stays empty there\. OK for Kasm 1\.12–1\.15, 1\.16\.1, 1\.18\.0, 1\.19(–[\d.]+)?; empty on 1\.17, 1\.18\.1, with 1 warning\.\n$/,
  },
  {
    name: "1.1 left out, and what servers of 1.16 do then",
    spoil: (files) => {
      versions("1.0\n")(files);
      delete files["1.1/list.json"];
    },
    faults: ["newest-shows-nothing"],
    message: ["compatible-schema", "listed"],
    exit: 0,
    says: `OK for Kasm 1.12–1.15; refused on 1.16–${newest}, with 2 warnings.`,
  },
  {
    name: "nothing for any version",
    spoil: (files) =>
      editBoth(files, (data) =>
        data.workspaces.forEach(
          (each: any) =>
            (each.compatibility =
              typeof each.compatibility[0] === "string"
                ? ["0.9.x"]
                : [{ ...each.compatibility[0], version: "0.9.x" }]),
        ),
      ),
    faults: ["nothing-suits", "newest-shows-nothing"],
    message: "nothing-listed",
    exit: 1,
  },

  // Redirects
  {
    name: "redirects in a loop",
    spoil: (files) => {
      files["versions.txt"] = redirect("/a");
      files["a"] = redirect("/versions.txt");
    },
    faults: ["redirect-loop"],
    message: "valid-url",
    exit: 1,
  },
  {
    name: "redirects without end",
    spoil: (files) => {
      files["versions.txt"] = redirect("/n0");
      for (let n = 0; n < 30; n++) files[`n${n}`] = redirect(`/n${n + 1}`);
    },
    faults: ["redirect-many"],
    message: "valid-url",
    exit: 1,
  },
  {
    name: "redirect to nowhere",
    spoil: (files) => void (files["versions.txt"] = redirect("mailto:x@example.org")),
    faults: ["redirect-broken"],
    message: "valid-url",
    exit: 1,
  },
  {
    name: "redirect to another place",
    spoil: (files) => {
      files["new/versions.txt"] = files["versions.txt"]!;
      files["versions.txt"] = redirect("/new/versions.txt");
    },
    faults: ["redirected"],
    message: "listed",
    exit: 0,
    says: /Give Kasm the last address: .*\/new\//,
  },

  // Servers that misbehave
  {
    name: "a server that never answers",
    hangs: true,
    spoil: (files) => void (files["versions.txt"] = { body: () => {} }),
    faults: ["timed-out"],
    message: "spinner",
    exit: 1,
    says: "no answer within 0.7 seconds",
  },
  {
    name: "a server that drips",
    hangs: true,
    spoil: (files) => void (files["versions.txt"] = { body: drip }),
    faults: ["timed-out"],
    message: "spinner",
    exit: 1,
    says: "the answer did not end",
  },
  {
    name: "a list that never ends",
    hangs: true,
    spoil: (files) => void (files["1.1/list.json"] = { body: drip }),
    faults: ["timed-out"],
    message: ["schema-list", "listed"],
    exit: 1,
  },
  {
    name: "a server that hangs up in the middle",
    spoil: (files) =>
      void (files["versions.txt"] = {
        body: (_request, response) => {
          response.writeHead(200, { "content-length": "100" });
          response.write("1.0\n");
          setTimeout(() => response.destroy(), 20);
        },
      }),
    faults: ["connection-broken"],
    message: "valid-url",
    exit: 1,
  },
];

const redirect = (to: string) => ({ body: "", status: 302, headers: { location: to } });
function tag(data: any, name: string): void {
  for (const workspace of data.workspaces) workspace.compatibility[0].available_tags = [name];
}
function endless(_request: unknown, response: ServerResponse): void {
  response.writeHead(200);
  const chunk = Buffer.alloc(1_000_000, 32);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}
function drip(_request: unknown, response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write("1"), 30);
  response.on("close", () => clearInterval(timer));
}

const codes = (found: Examination): string[] =>
  found.faults
    .map((fault) => fault.code)
    .filter((code) => code !== "typed-local")
    .sort();

/** Every line about a fault as a person reads it, without what differs between machines and releases of Kasm. */
function faultLines(found: Examination, root: string): string {
  const { host } = new URL(root);
  return found.faults
    .filter(({ code }) => code !== "typed-local")
    .map((fault) => `${severityOf(fault)} ${fault.code}: ${wordDiagnosis(fault)}`)
    .join("\n")
    .replaceAll(host, "HOST")
    .replaceAll(newest!, "NEWEST")
    .replace(/ENOTFOUND|EAI_AGAIN/, "RESOLVER")
    .replace(/wrong version number|packet length too long/, "OPENSSL");
}

describe("examine names the cause", () => {
  for (const each of cases) {
    test(each.name, { timeout: 40_000 }, async () => {
      const files: Files = {};
      const served = await serveFiles(files);
      try {
        Object.assign(files, soundRegistry(served.root));
        each.spoil?.(files, served.root);
        const found = await examine(each.typed?.(served.root) ?? served.root, {
          kasm: each.kasm ?? [],
          timeout: each.hangs ? patience : timeout,
        });
        expect(codes(found)).toEqual([...each.faults].sort());
        if (each.faults.length > 0) expect(faultLines(found, served.root)).toMatchSnapshot();
        const [newer, older] = Array.isArray(each.message) ? each.message : [each.message, each.message];
        expect(found.kasm.find((view) => view.version === "1.18.0")?.message).toBe(newer);
        if (!each.kasm) expect(found.kasm.find((view) => view.version === "1.14.x")?.message).toBe(older);
        expect(exitCodeOf(found)).toBe(each.exit);
        if (each.says) expect(reportText(found)).toMatch(each.says);
        expect(JSON.parse(reportJson(found)).summary.sound).toBe(each.exit === 0);
      } finally {
        await served.close();
      }
    });
  }

  test("there are at least 25 broken registries", () =>
    expect(cases.filter((each) => each.exit === 1).length).toBeGreaterThanOrEqual(25));
});

describe("on the way to the server", () => {
  test("reports a port when nobody listens", async () => {
    const found = await examine(`http://127.0.0.1:${await closedPort()}/`, { kasm: [], timeout });
    expect(codes(found)).toEqual(["connection-refused"]);
    expect(found.kasm[0]!.message).toBe("valid-url");
  });

  test("reports a port when it does not speak HTTP", async () => {
    const served = await serveBytes("SSH-2.0-OpenSSH_9.2\r\n");
    expect(codes(await examine(served.root, { kasm: [], timeout }))).toEqual(["not-http"]);
    await served.close();
  });

  test("the second of two typed mistakes is found at the address that was meant", async () => {
    const files: Files = {};
    const served = await serveFiles(files);
    Object.assign(files, soundRegistry(served.root));
    delete files["1.1/icons/beta.png"];
    const found = await examine(`${served.root}1.0/list.json`, { kasm: [], timeout });
    expect(codes(found)).toEqual(["icon-missing", "typed-file"]);
    expect(found.examined).toBe(served.root);
    expect(found.kasmThere!.every((view) => view.message === "listed")).toBe(true);
    await served.close();
  });

  test("a registry that really lives in a folder named 1.0 is taken as it is", async () => {
    const files: Files = {};
    const served = await serveFiles(files, { base: "/kasm/1.0/" });
    Object.assign(files, soundRegistry(served.root));
    const found = await examine(served.root, { kasm: [], timeout });
    expect(codes(found)).toEqual(["list-url-invalid", "list-url-invalid"]);
    expect(found.kasm.every((view) => view.message === "listed")).toBe(true);
    await served.close();
  });

  test("never more than 8 requests at once, also for 200 icons", async () => {
    const files: Files = {};
    const served = await serveFiles(files);
    Object.assign(files, soundRegistry(served.root));
    const icon = files["1.1/icons/alpha.png"]!.body as Buffer;
    const many = Array.from({ length: 200 }, (_, n) => entry11(`W${n}`));
    files["1.1/list.json"] = { body: json(list("1.1", served.root, many)) };
    for (const each of many)
      files[`1.1/icons/${each.image_src}`] = {
        body: (_request, response) => void setTimeout(() => response.end(icon), 3),
      };
    const found = await examine(served.root, { kasm: [], timeout: 5000 });
    expect(codes(found)).toEqual([]);
    expect(served.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(served.asked.filter((path) => path.startsWith("/1.1/icons/"))).toHaveLength(200);
    await served.close();
  });

  test(
    "a server that goes silent at the icons is not waited for 200 times",
    { timeout: 60_000 },
    async () => {
      const files: Files = {};
      const served = await serveFiles(files);
      Object.assign(files, soundRegistry(served.root));
      const many = Array.from({ length: 200 }, (_, n) => entry11(`W${n}`));
      files["1.1/list.json"] = { body: json(list("1.1", served.root, many)) };
      for (const each of many) files[`1.1/icons/${each.image_src}`] = { body: () => {} };
      const found = await examine(served.root, { kasm: [], timeout: 1500 });
      expect(codes(found)).toContain("icons-unchecked");
      await served.close();
    },
  );

  test("what a hostile server writes reaches the terminal without control characters", async () => {
    const files: Files = {};
    const served = await serveFiles(files);
    Object.assign(files, soundRegistry(served.root));
    edit(
      files,
      "1.1/list.json",
      (data) => (
        (data.workspaces[0].friendly_name = "\u001b[2J\u202eevil\n"),
        (data.workspaces[0].image_src = "x\u0007.png"),
        (data.list_url = "https://\u001b]0;x/")
      ),
    );
    const text = reportText(await examine(served.root, { kasm: [], timeout }));
    expect(text).toMatch("\\u001b[2J");
    expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    await served.close();
  });
});

describe("TLS", () => {
  const authority = makeCertificate({ subject: "Test authority", authority: true });
  const between = makeCertificate({ subject: "Test intermediate", authority: true, issuer: authority });
  const rows: [string, ReturnType<typeof makeCertificate>, DiagnosisCode[]][] = [
    ["a good certificate", makeCertificate({ subject: "good", names: ["127.0.0.1"], issuer: authority }), []],
    ["signed by itself", makeCertificate({ subject: "self", names: ["127.0.0.1"] }), ["tls-self-signed"]],
    [
      "for another name",
      makeCertificate({ subject: "other", names: ["registry.example"], issuer: authority }),
      ["tls-name"],
    ],
    [
      "out of date",
      makeCertificate({ subject: "old", names: ["127.0.0.1"], issuer: authority, from: -30, to: -2 }),
      ["tls-expired"],
    ],
    [
      "without its intermediate",
      makeCertificate({ subject: "leaf", names: ["127.0.0.1"], issuer: between }),
      ["tls-chain"],
    ],
  ];
  for (const [name, tls, faults] of rows) {
    test(name, async () => {
      const files: Files = {};
      const served = await serveFiles(files, { tls });
      Object.assign(files, soundRegistry(served.root));
      const found = await examine(served.root, { kasm: [], timeout: 3000, ca: authority.cert });
      expect(codes(found)).toEqual(faults);
      expect(found.kasm[0]!.message).toBe(faults.length > 0 ? "valid-url" : "listed");
      await served.close();
    });
  }

  test("https that redirects to http", async () => {
    const plain: Files = {};
    const insecure = await serveFiles(plain);
    Object.assign(plain, soundRegistry(insecure.root));
    const secure = await serveFiles(
      { "versions.txt": redirect(`${insecure.root}versions.txt`) },
      { tls: rows[0]![1] },
    );
    expect(codes(await examine(secure.root, { kasm: [], timeout: 3000, ca: authority.cert }))).toEqual([
      "redirect-insecure",
    ]);
    await Promise.all([insecure.close(), secure.close()]);
  });
});

describe("a folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/doctor-`);
    await write(folder, soundRegistry("https://registry.example.org/lab/"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("is examined as if it were served, and nothing is asked on the network", async () => {
    const found = await examine(folder, { kasm: [], timeout });
    expect(found).toMatchObject({
      typed: folder,
      examined: folder,
      faults: [],
      kasmThere: null,
      failing: [],
    });
    expect(found.kasm.map(({ version, message }) => [version, message])).toEqual(
      kasmServers.map((server) => [server, "listed"]),
    );
    expect(exitCodeOf(found)).toBe(0);
  });

  test("with an icon whose name differs in case", async () => {
    await rename(`${folder}/1.1/icons/alpha.png`, `${folder}/1.1/icons/Alpha.png`);
    expect(codes(await examine(folder, { kasm: [], timeout }))).toEqual(["icon-missing"]);
    await rename(`${folder}/1.1/icons/Alpha.png`, `${folder}/1.1/icons/alpha.png`);
  });

  test("a link that leads out of it is not followed", async () => {
    await rm(`${folder}/1.0/icons/alpha.png`);
    await symlink("/etc/hostname", `${folder}/1.0/icons/alpha.png`);
    expect(codes(await examine(folder, { kasm: [], timeout }))).toEqual(["icon-missing"]);
    await rm(`${folder}/1.0/icons/alpha.png`);
    await writeFile(
      `${folder}/1.0/icons/alpha.png`,
      soundRegistry("https://x.example/")["1.0/icons/alpha.png"]!.body as Buffer,
    );
  });

  test("that is not there, and the source instead of the site", async () => {
    for (const typed of [
      "./no-such-folder",
      "no-such-folder",
      "no/such/folder",
      "no\\such",
      "/no-such-folder",
      "~/no-such-folder",
      "\\\\no\\such",
      "C:\\no-such-folder",
      "d:/no-such-folder",
      "dist//no-such-folder",
    ])
      expect(await examine(typed, { kasm: [], timeout })).toEqual({
        typed,
        examined: null,
        faults: [{ code: "no-such-folder", args: { folder: printable(typed) } }],
        kasm: [],
        kasmThere: null,
        modified: null,
        failing: [],
      });
    for (const typed of ["localhost:1", "LOCALHOST", "", "https//127.0.0.1:1/", "//127.0.0.1:1/"])
      expect(codes(await examine(typed, { kasm: [], timeout }))).not.toContain("no-such-folder");
    const source = await mkdtemp(`${folder}-source-`);
    expect(codes(await examine(source, { kasm: [], timeout }))).toContain("versions-missing");
    for (const [i, name] of ["package.json", "workspaces", "site"].entries()) {
      await mkdir(`${source}/${name}`);
      const found = await examine(source, { kasm: [], timeout });
      expect(found).toMatchObject({
        examined: null,
        faults: [
          {
            code: "not-the-site",
            args: { folder: source, found: some(["package.json", "workspaces", "site"].slice(0, i + 1)) },
          },
        ],
      });
      expect(exitCodeOf(found)).toBe(1);
    }
    await writeFile(`${source}/versions.txt`, "1.0\n");
    expect(codes(await examine(source, { kasm: [], timeout }))).toEqual([
      "list-missing",
      "newest-shows-nothing",
    ]);
    await rm(source, { recursive: true });
  });
});

async function write(folder: string, files: Files): Promise<void> {
  for (const [path, file] of Object.entries(files)) {
    await mkdir(`${folder}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    await writeFile(`${folder}/${path}`, file.body as string | Uint8Array);
  }
}
