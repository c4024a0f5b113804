import { expect, test } from "vitest";
import { leftOut, notes, pasteFaults, templates as words } from "../strings/docker.ts";
import { badValue } from "../strings/docker.ts";
import { convertDocker } from "./index.ts";
import { nameFromImage } from "./values/image.ts";

const unraid = `<?xml version="1.0"?>
<Container version="2">
  <Name>Paint &amp; Draw</Name>
  <Repository>me/paint:1</Repository>
  <Network>bridge</Network>
  <Privileged>true</Privileged>
  <Icon>https://example.org/paint.png</Icon>
  <ExtraParams>--shm-size=1g --restart always</ExtraParams>
  <PostArgs>start 'now or later'</PostArgs>
  <Config Name="Web" Target="80" Default="8080" Mode="tcp" Type="Port" Required="true">9090</Config>
  <Config Name="Data" Target="/data" Default="" Mode="ro" Type="Path">/mnt/user/my data</Config>
  <Config Name="Zone" Target="TZ" Default="Etc/UTC" Mode="" Type="Variable"></Config>
  <Config Name="Quote" Target="Q" Type="Variable">&quot;a&#39;s&quot; &lt;b&gt;</Config>
  <Config Name="Label" Target="team" Type="Label">it</Config>
  <Config Name="Sound" Target="" Default="/dev/snd" Type="Device"/>
  <Config Name="Odd" Target="x" Type="Other">y</Config>
</Container>`;

test("reads a template of Unraid", async () => {
  expect(await convertDocker(unraid)).toEqual({
    ok: true,
    title: "Paint & Draw",
    workspace: {
      name: "me/paint:1",
      run_config: {
        privileged: true,
        ports: { "80/tcp": 9090 },
        volumes: { "/mnt/user/my data": { bind: "/data", mode: "ro" } },
        environment: { TZ: "Etc/UTC", Q: `"a's" <b>` },
        labels: { team: "it" },
        devices: ["/dev/snd"],
        shm_size: "1g",
        restart_policy: { Name: "always" },
        command: ["start", "now or later"],
      },
    },
    notMapped: [{ option: "--network", value: "bridge", reason: leftOut.defaultNetwork }],
    notes: [
      expect.stringContaining("taken on the agent"),
      expect.stringContaining("<b> was kept unchanged"),
      words.icon("https://example.org/paint.png"),
    ],
  });
});

test.each([
  ["<Container><Name>x</Name></Container>", 1, pasteFaults.xml],
  ["<!doctype html><html><body>x</body></html>", 1, pasteFaults.html],
  ["<Container>\n<Repository>A b</Repository></Container>", 2, pasteFaults.notImage("A b")],
])("names the XML that is no template: %s", async (text, line, message) => {
  expect(await convertDocker(text)).toMatchObject({ ok: false, message, line });
});

const portainer = {
  version: "3",
  templates: [
    {
      type: 1,
      title: "Paint",
      description: "A painting program",
      logo: "https://example.org/paint.png",
      registry: "ghcr.io",
      image: "me/paint:1",
      env: [
        { name: "A", default: "b" },
        { name: "C", label: "Key" },
        { name: "D", set: "e" },
      ],
      ports: ["8080:80/tcp"],
      volumes: [{ container: "/data" }, { container: "/b", bind: "/a", readonly: true }],
      labels: [{ name: "team", value: "it" }],
      network: "host",
      restart_policy: "always",
      hostname: "paint",
      command: "start now",
      privileged: true,
      interactive: true,
    },
    { type: 1, title: "Other", image: "b:1" },
  ],
};

test("reads a template of Portainer", async () => {
  const result = await convertDocker(JSON.stringify(portainer), "Paint");
  expect(result).toEqual({
    ok: true,
    title: "Paint",
    workspace: {
      name: "ghcr.io/me/paint:1",
      docker_registry: "https://ghcr.io/",
      run_config: {
        network_mode: "host",
        restart_policy: { Name: "always" },
        environment: { A: "b", D: "e" },
        labels: { team: "it" },
        volumes: ["/data", "/a:/b:ro"],
        hostname: "paint",
        command: ["start", "now"],
        privileged: true,
      },
    },
    notMapped: [
      { option: "services.Other", value: "b:1", reason: leftOut.services },
      { option: "environment", value: "C", reason: badValue.environment("C") },
      { option: "published ports", value: "80/tcp", reason: leftOut.hostNetwork },
    ],
    notes: [words.icon("https://example.org/paint.png")],
  });
  expect(await convertDocker(JSON.stringify(portainer))).toMatchObject({
    ok: false,
    services: ["Paint", "Other"],
  });
  expect(await convertDocker(JSON.stringify(portainer.templates[1]))).toMatchObject({
    ok: true,
    title: "Other",
    workspace: { name: "b:1" },
  });
});

test("reads the title, the icon and the main service of a CasaOS file", async () => {
  const text = `
name: paint
services:
  paint:
    image: me/server:1
    x-casaos: {envs: []}
  db: {image: "postgres:17"}
x-casaos:
  main: paint
  icon: https://example.org/paint.png
  title: {en_us: Paint and Draw}
  description: {en_us: ${"long ".repeat(60)}}
`;
  const result = await convertDocker(text);
  expect(result).toMatchObject({
    ok: true,
    title: "Paint and Draw",
    workspace: { name: "me/server:1" },
    notes: [words.icon("https://example.org/paint.png")],
  });
  if (!result.ok) return;
  expect(result.notMapped.map(({ option }) => option)).toEqual([
    "name",
    "x-casaos",
    "services.db",
    "x-casaos",
  ]);
  expect(result.notMapped[1]!.value).toHaveLength(100);
  const other = text.replace("main: paint", "main: gone").replace("{en_us: Paint and Draw}", "Plain");
  expect(await convertDocker(other)).toMatchObject({ ok: false, services: ["paint", "db"] });
  expect(await convertDocker(other, "db")).toMatchObject({ ok: true, title: "Plain" });
});

test.each([
  ["ghcr.io/me/my-editor:2", "", "My Editor"],
  ["vaultwarden/server", "vaultwarden", "Vaultwarden"],
  ["vaultwarden/server", "", "Vaultwarden"],
  ["me/app", "app", "Me"],
  ["me/web", "photo_box", "Photo Box"],
  ["me/editor", "web", "Editor"],
  ["me/editor", "db", "Editor"],
  ["server", "", "Server"],
  ["not an image", "web", ""],
])("the name of %s as service %j is %s", (image, service, name) => {
  expect(nameFromImage(image, service)).toBe(name);
});

test("an anchor that 200 services use is read, one that grows without end is not", async () => {
  const services = Array.from({ length: 200 }, (_, index) => `  s${index}: {<<: *base, image: "a:${index}"}`);
  const text = `x-base: &base {restart: always}\nservices:\n${services.join("\n")}\n`;
  expect(await convertDocker(text, "s150")).toMatchObject({
    ok: true,
    workspace: { name: "a:150", run_config: { restart_policy: { Name: "always" } } },
  });
  expect(await convertDocker("a: &a [*a]\nimage: b:1\n")).toMatchObject({
    ok: false,
    message: pasteFaults.aliases,
  });
});

test("variables that Unraid masks look like secrets, once", async () => {
  const masked = (name: string, value: string): string =>
    `<Config Name="N" Target="${name}" Type="Variable" Mask="true">${value}</Config>`;
  const settings = [
    masked("LICENCE", "hunter2"),
    masked("DB_PASSWORD", "hunter2"),
    masked("PIN", ""),
    masked("VNC_PW", "x"),
  ];
  const result = await convertDocker(
    `<Container><Repository>me/paint:1</Repository>${settings.join("")}</Container>`,
  );
  if (!result.ok) throw new Error(result.message);
  expect(result.notes).toEqual([notes.secret("environment.DB_PASSWORD, environment.LICENCE")]);
});
