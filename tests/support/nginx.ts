import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { projectRoot } from "./run.ts";

/** Whether nginx is installed; tests with it skip where it is not. */
export const nginx =
  ["nginx", "/usr/sbin/nginx"].find((command) => spawnSync(command, ["-v"]).status === 0) ?? null;

export interface Nginx {
  port: number;
  close: () => Promise<void>;
}

/**
 * Starts nginx with one of the committed configurations. Changed are only what a machine decides: the port, and where files lie.
 * `folder` is this test's own; its html/ is what the configuration calls /usr/share/nginx/html.
 */
export async function startNginx(
  configuration: "root.conf" | "sub-path.conf",
  folder: string,
): Promise<Nginx> {
  const port = await freePort();
  const settings = join(folder, "registry");
  mkdirSync(settings, { recursive: true });
  for (const name of readdirSync(join(projectRoot, "deploy/nginx"))) {
    const text = readFileSync(join(projectRoot, "deploy/nginx", name), "utf8");
    writeFileSync(
      join(settings, name),
      text
        .replaceAll("/etc/nginx/registry", settings)
        .replaceAll("/usr/share/nginx/html", join(folder, "html"))
        .replace("listen      8080", `listen      127.0.0.1:${port}`),
    );
  }
  cpSync("/etc/nginx/mime.types", join(folder, "mime.types"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, "tmp", name)};`)
    .join("\n");
  mkdirSync(join(folder, "tmp"), { recursive: true });
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off;\nmaster_process off;\npid ${join(folder, "nginx.pid")};\nerror_log stderr notice;\nevents {}\nhttp {\naccess_log off;\n${temporary}\ninclude ${join(folder, "mime.types")};\ndefault_type application/octet-stream;\ninclude ${join(settings, configuration)};\n}\n`,
  );
  const child = spawn(nginx!, ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  for (let attempt = 0; ; attempt++) {
    if (child.exitCode !== null || attempt > 200) throw new Error(`nginx does not start: ${errors}`);
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    await answer?.body?.cancel();
    if (answer) break;
    await wait(25);
  }
  return {
    port,
    close: async () => {
      child.kill();
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
