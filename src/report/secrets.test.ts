import { expect, test } from "vitest";
import { contentFolder, load } from "../../tests/support/content-folder.ts";
import { workspaceFolder } from "../../tests/support/run.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import { reportText } from "./text.ts";

const secret = "hunter2";
const json = JSON.stringify({ environment: { VNC_PW: secret } });
const image = `user:${secret}@example.org/a/b:1`;

/** Changes of a workspace that put a secret where people put one. */
const changes: Record<string, unknown>[] = [
  ...["docker_password", "docker_user", "dockerToken"].map((key) => ({ [key]: secret })),
  { docker_password: { nested: secret } },
  ...["run_config", "exec_config", "volume_mappings", "launch_config", "image_attributes"].flatMap((key) => [
    { [key]: json },
    { [key]: `login --password=${secret}` },
  ]),
  { exec_config: { go: `login -p ${secret}` } },
  { exec_config: { go: { cmd: `login --password=${secret}`, environment: { A_TOKEN: secret } } } },
  { exec_config: { go: { cmd: "x", docker_password: secret } } },
  { run_config: { docker_password: secret } },
  { run_config: { environment: { VNC_PW: secret, HTTP_PROXY: `http://a:${secret}@b.example` } } },
  { run_config: { environment: [`VNC_PW=${secret}`, `HTTP_PROXY: http://a:${secret}@b.example`] } },
  { run_config: { environment: `VNC_PW=${secret}` } },
  { run_config: { volumes: { [`https://bob:${secret}@example.org/`]: { bind: "/a" } } } },
  { volume_mappings: { [`s3://key:${secret}@bucket/`]: { bind: "/a" } } },
  { docker_run_config_override: json },
  { name: image },
  { name: `https://${image}` },
  { name: `user:${secret}@` },
  { name: `user:${secret}@example.org/A B` },
  { compatibility: [{ version: "1.19.x", image }] },
  { docker_registry: `https://user:${secret}@example.org/` },
  { docker_registry: `user:${secret}@example.org` },
  { image_src: `https://user:${secret}@example.org/a.png` },
  { notes: [secret] },
  { categories: json },
];

/** Texts that are no JSON, or no object. */
const texts = [
  JSON.stringify(json),
  `{"docker_password": ${secret}}`,
  `{"docker_password": '${secret}'}`,
  `{"docker_password" "${secret}"}`,
  `{"docker_password":\n  ${secret}}`,
  `{"run_config": {"environment": ["A=1" "VNC_PW=${secret}"]}}`,
  `{"docker_password": "a" ${secret}}`,
];

test("no report holds a secret of a workspace", () => {
  const folders = [
    ...changes.map((change, index) => workspaceFolder(`W${index}`, change)),
    ...texts.map((text, index) => ({ [`T${index}/workspace.json`]: text })),
    { "registry.json": { name: "A", source: `https://me:${secret}@github.com/a/b`, contact_url: image } },
  ];
  const { root } = contentFolder(Object.assign({}, ...folders) as Record<string, string | object>);
  const registry = load(root);
  expect(registry.problems.length).toBeGreaterThan(changes.length);
  for (const report of [
    reportText(registry, { findings: "all" }),
    reportJson(registry),
    reportGithub(registry, "workspaces"),
  ])
    expect(report.split("\n").filter((line) => line.includes(secret))).toEqual([]);
});

test("other texts are still shown", () => {
  const { root } = contentFolder({
    ...workspaceFolder("A", { name: "lab/A:1" }),
    ...workspaceFolder("B", { cores: "two" }),
    "registry.json": { contact_url: "mailto:help at example.org" },
  });
  const report = reportText(load(root));
  for (const text of ['"lab/A:1"', '"two"', '"mailto:help at example.org"']) expect(report).toContain(text);
});
