import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { JsonObject } from "../../src/registry/model/json.ts";
import { projectRoot } from "./run.ts";

/** The body of the request that makes a container, or why there is none. */
export type Body = { body: JsonObject } | { error: string };

export const python = ["python3", "/usr/bin/python3"].find(
  (program) => spawnSync(program, ["-c", "import docker"]).status === 0,
);
export const hasDocker = spawnSync("docker", ["--version"]).status === 0;

/** What docker-py makes of each run_config. */
export function dockerPyBodies(configs: readonly JsonObject[]): Body[] {
  const script = join(projectRoot, "tests/support/docker-py.py");
  const input = configs.map((config) => JSON.stringify({ image: "me/app:1", config })).join("\n");
  const lines = execFileSync(python!, [script], { input, encoding: "utf8", maxBuffer: 1e8 });
  return lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Body);
}

/** What docker's own command line makes of each command; a pretend engine takes the request and refuses it. */
export async function dockerBodies(commands: readonly string[], socket: string): Promise<Body[]> {
  let body: JsonObject | null = null;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.url!.includes("/containers/create"))
        body = JSON.parse(Buffer.concat(chunks).toString()) as JsonObject;
      const isPing = request.url!.endsWith("/_ping");
      response.writeHead(isPing ? 200 : 500, {
        "Api-Version": "1.48",
        Ostype: "linux",
        "Content-Type": "application/json",
      });
      response.end(isPing ? "OK" : '{"message":"stop"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const bodies: Body[] = [];
  for (const command of commands) {
    body = null;
    const error = await promisify(execFile)("bash", ["-c", command], {
      // Some commands write a file.
      cwd: dirname(socket),
      env: { PATH: process.env["PATH"], HOME: "/nonexistent", DOCKER_HOST: `unix://${socket}` },
    }).then(
      () => "",
      (failure: { stderr: string }) => failure.stderr.trim(),
    );
    bodies.push(body ? { body } : { error });
  }
  server.close();
  return bodies;
}
