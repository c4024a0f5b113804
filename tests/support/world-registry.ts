import { mkdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolder, writeFiles } from "./run.ts";

/** Names of many scripts, an image that says more than the name, a Kasm version with a neighbour, every severity. Ages in days, so that each order differs. */
const workspaces: [folder: string, days: number, change: Record<string, unknown>][] = [
  [
    "Firefox",
    9,
    {
      friendly_name: "Firefox",
      name: "kasmweb/firefox:1.14.0",
      categories: ["Browser"],
      compatibility: ["1.14.x", "1.15.x"],
      uncompressed_size_mb: 2900,
    },
  ],
  [
    "Code",
    3,
    {
      friendly_name: "Visual Studio Code",
      name: "kasmweb/vs-code:1.14.0",
      categories: ["Development"],
      architecture: ["amd64", "arm64"],
      compatibility: ["1.14.x"],
      uncompressed_size_mb: 2400,
      run_config: { hostname: "kasm", user: 0, security_opt: ["seccomp=unconfined"] },
    },
  ],
  [
    "Café",
    7,
    {
      friendly_name: "Éditeur du café",
      name: "example/editeur:1",
      categories: ["Bureautique"],
      compatibility: ["1.14.x", "1.15.x"],
      uncompressed_size_mb: 700,
      notes: "Réglages gardés dans le profil.",
    },
  ],
  [
    "Überblick",
    5,
    {
      friendly_name: "Überblick",
      name: "example/ueberblick:1",
      categories: ["Bureautique"],
      compatibility: ["1.13.x", "1.15.x"],
      uncompressed_size_mb: 650,
      run_config: { privileged: true, devices: ["/dev/kvm:/dev/kvm:rwm"] },
    },
  ],
  [
    "浏览器",
    2,
    {
      friendly_name: "安全浏览器",
      name: "example/liulanqi:1",
      categories: ["Browser", "网络"],
      compatibility: ["1.15.x", "1.17.x"],
      uncompressed_size_mb: 1200,
    },
  ],
  [
    "متصفح",
    8,
    {
      friendly_name: "متصفح الإنترنت",
      name: "example/mutasaffih:1",
      categories: ["Browser"],
      architecture: ["arm64"],
      compatibility: ["1.15.x", "1.19.x"],
      uncompressed_size_mb: 1100,
      run_config: { environment: { LANG: "ar" } },
    },
  ],
  [
    "Ελληνικά",
    1,
    {
      friendly_name: "Ελληνικός επεξεργαστής",
      name: "example/ellinika:1",
      categories: ["Development"],
      compatibility: ["1.19.x"],
      uncompressed_size_mb: 300,
      exec_config: { first_launch: { user: "root", cmd: "bash -c 'apt-get update'" } },
    },
  ],
];

/** Writes the registry below a folder. */
export async function worldRegistry(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFiles(folder, {
    "registry.json": {
      name: "World Lab",
      description: "Names of many scripts.",
      contact_url: "https://example.org/help",
      source: "https://github.com/example/registry",
    },
  });
  for (const [name, days, change] of workspaces) {
    const files = workspaceFolder(name, {
      image_src: "icon.svg",
      description: `Made up for a test: ${name}.`,
      ...change,
    });
    const renamed = Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path.endsWith(".svg") ? `${name}/icon.svg` : path,
        content,
      ]),
    );
    writeFiles(folder, renamed);
    const date = new Date(Date.UTC(2025, 0, 31 - days));
    for (const path of [...Object.keys(renamed), name]) utimesSync(join(folder, path), date, date);
  }
}
