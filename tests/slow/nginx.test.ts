import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nginx, startNginx, type Nginx } from "../support/nginx.ts";
import { run, temporaryFolder } from "../support/run.ts";

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A plain request, so that no client undoes what the server sends. */
function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers, method, host: "127.0.0.1" }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        );
    })
      .on("error", reject)
      .end();
  });
}

describe.skipIf(!nginx).each([
  ["root.conf", "/", ""],
  ["sub-path.conf", "/kasm-registry/", "kasm-registry"],
] as const)(
  "nginx with deploy/nginx/%s (skipped where nginx is not installed)",
  (configuration, base, below) => {
    const folder = temporaryFolder();
    let server: Nginx;
    const ask = (path: string, headers?: Record<string, string>, method?: string): Promise<Answer> =>
      get(server.port, base + path, headers, method);

    beforeAll(async () => {
      // nginx works below /tmp as another user where it can; here it stays the same one.
      mkdirSync(join(folder, "html"));
      server = await startNginx(configuration, folder);
      const built = await run("build", [
        "--out",
        join(folder, "site"),
        "--site",
        `http://127.0.0.1:${server.port}${base}`,
      ]);
      expect(built.stderr + built.stdout).toContain("workspaces");
      expect(built.code).toBe(0);
      if (below === "")
        for (const name of readdirSync(join(folder, "site")))
          renameSync(join(folder, "site", name), join(folder, "html", name));
      else renameSync(join(folder, "site"), join(folder, "html", below));
    });
    afterAll(() => server?.close());

    test("doctor finds nothing", async () => {
      const { code, stdout } = await run("doctor", [
        `http://127.0.0.1:${server.port}${base}`,
        "--format",
        "json",
      ]);
      const report = JSON.parse(stdout) as { faults: { code: string; message: string }[] };
      expect(report.faults.filter((fault) => fault.code !== "typed-local")).toEqual([]);
      expect(code).toBe(0);
    });

    test.each([
      ["versions.txt", "text/plain; charset=utf-8", "no-cache"],
      ["1.0/list.json", "application/json; charset=utf-8", "no-cache"],
      ["1.1/list.json", "application/json; charset=utf-8", "no-cache"],
      ["", "text/html; charset=utf-8", "no-cache"],
      ["1.1/icons/chromium.svg", "image/svg+xml; charset=utf-8", "public, max-age=86400"],
      ["1.1/icons/desktop-zh.png", "image/png", "public, max-age=86400"],
      ["manifest.webmanifest", "application/manifest+json; charset=utf-8", "no-cache"],
    ])("%s comes as %s, kept: %s", async (path, type, cache) => {
      const { status, headers } = await ask(path);
      expect([status, headers["content-type"], headers["cache-control"]]).toEqual([200, type, cache]);
    });

    test("files with a hash in their name are kept for a year", async () => {
      const name = readdirSync(join(folder, "html", below, "_astro")).find((file) => file.endsWith(".css"))!;
      const { headers } = await ask(`_astro/${name}`);
      expect([headers["content-type"], headers["cache-control"]]).toEqual([
        "text/css; charset=utf-8",
        "public, max-age=31536000, immutable",
      ]);
    });

    test("security headers are on every answer, also on errors", async () => {
      for (const path of [
        "",
        "1.1/list.json",
        "1.1/icons/chromium.svg",
        "manifest.webmanifest",
        "nothing-here",
        ".git/config",
      ]) {
        const { headers } = await ask(path);
        expect(headers, path).toMatchObject({
          "x-content-type-options": "nosniff",
          "referrer-policy": "strict-origin-when-cross-origin",
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "cross-origin",
          "access-control-allow-origin": "*",
          "permissions-policy": expect.stringContaining("camera=()"),
        });
        expect(headers["content-security-policy"], path).toBe(
          path.endsWith(".svg")
            ? "default-src 'none'; style-src 'unsafe-inline'; sandbox"
            : "frame-ancestors 'none'",
        );
        expect(headers["server"], path).toBe("nginx");
      }
    });

    test("a drawing runs nothing, however its name is written", async () => {
      writeFileSync(
        join(folder, "html", below, "1.0/icons/ODD.SVG"),
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
      );
      const { headers } = await ask("1.0/icons/ODD.SVG");
      expect([
        headers["content-type"],
        headers["content-security-policy"],
        headers["x-content-type-options"],
      ]).toEqual([
        "image/svg+xml; charset=utf-8",
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "nosniff",
      ]);
    });

    test("lists are sent packed, and not at all when they are unchanged", async () => {
      const plain = await ask("1.1/list.json");
      const packed = await ask("1.1/list.json", { "accept-encoding": "gzip" });
      expect([packed.headers["content-encoding"], packed.headers["vary"]]).toEqual([
        "gzip",
        "Accept-Encoding",
      ]);
      expect(gunzipSync(packed.body)).toEqual(plain.body);
      const again = await ask("1.1/list.json", { "if-none-match": String(plain.headers["etag"]) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    });

    test("folders are pages or nothing, never a listing; what is missing is the site's own page", async () => {
      mkdirSync(join(folder, "html", below, "empty"), { recursive: true });
      writeFileSync(join(folder, "html", below, "empty/secret.txt"), "x");
      expect((await ask("1.1/icons/")).status).toBe(403);
      expect((await ask("empty/")).body.toString()).not.toContain("secret.txt");
      const missing = await ask("nothing-here/");
      expect(missing.status).toBe(404);
      expect(missing.body).toEqual(readFileSync(join(folder, "html", below, "404.html")));
      const slash = await ask("workspaces/chromium");
      expect([slash.status, slash.headers["location"]]).toEqual([301, `${base}workspaces/chromium/`]);
    });

    test("nothing hidden, nothing outside, nothing but reading", async () => {
      writeFileSync(join(folder, "html", below, ".env"), "secret");
      writeFileSync(join(folder, "outside.txt"), "secret");
      for (const path of [".env", "..%2f..%2foutside.txt", "%2e%2e/outside.txt", "x/../../outside.txt"]) {
        const answer = await ask(path);
        expect([400, 404], path).toContain(answer.status);
        expect(answer.body.toString(), path).not.toContain("secret");
      }
      for (const method of ["POST", "PUT", "DELETE"])
        expect([404, 405]).toContain((await ask("versions.txt", {}, method)).status);
    });

    if (below !== "")
      test("beside the registry there is nothing", async () =>
        expect((await get(server.port, "/")).status).toBe(404));
  },
);
