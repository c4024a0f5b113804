import { expect, test } from "vitest";
import { reviewWorkspace } from "../index.ts";
import { listFindings, listRunConfig } from "../list-findings.fixture.ts";

test.each<[string, string | number | null, string | null]>([
  ["VNC_PW", "password", "env-secret high"],
  ["password", "x", "env-secret high"],
  ["DB_PASSWD", 1234, "env-secret high"],
  ["DB_URL", "postgres://u:p@db.example/x", "env-secret high"],
  ["HTTPS_PROXY", "http://u:p@proxy.example:3128", "env-secret high"],
  ["GITHUB_TOKEN", "x", "env-secret high"],
  ["AWS_SECRET_ACCESS_KEY", "x", "env-secret high"],
  ["OPENAI_APIKEY", "x", "env-secret high"],
  ["SERVICE_CREDENTIALS", "x", "env-secret high"],
  ["TAILSCALE_KEY", "tskey-x", "env-secret high"],
  ["TAILSCALE_KEY", "", null],
  ["API_TOKEN", null, null],
  ["API_TOKEN", "  ", null],
  ["DB_PASSWORD_FILE", "/run/secrets/x", null],
  ["TOKEN_URL", "https://example.com", null],
  ["SSH_PUBLIC_KEY", "x", null],
  ["KEYBOARD", "de", null],
  ["TOKENIZERS_PARALLELISM", "true", null],
  ["COMPASS", "x", null],
  ["https_proxy", "http://p", "env-proxy medium"],
  ["ALL_PROXY", "http://p", "env-proxy medium"],
  ["no_proxy", "localhost", null],
  ["DOCKER_HOST", "tcp://x", "env-docker-host medium"],
  ["docker_host", "tcp://x", null],
  ["NODE_TLS_REJECT_UNAUTHORIZED", 0, "env-tls-off medium"],
  ["NODE_TLS_REJECT_UNAUTHORIZED", "1", null],
  ["PYTHONHTTPSVERIFY", "0", "env-tls-off medium"],
  ["GIT_SSL_NO_VERIFY", "1", "env-tls-off medium"],
  ["LD_PRELOAD", "/x.so", "env-loader low"],
  ["NODE_OPTIONS", "-r x", "env-loader low"],
  ["NVIDIA_VISIBLE_DEVICES", "all", "env-nvidia low"],
  ["NVIDIA_API_KEY", "x", "env-secret high"],
  ["TZ", "Europe/Berlin", null],
])("finds in %s=%j: %s", (name, value, expected) => {
  const lines = (path: string): string[] => (expected ? [`${path}.${name} ${expected}`] : []);
  expect(listRunConfig({ environment: { [name]: value } })).toEqual(lines("environment"));
  if (value !== null)
    expect(listRunConfig({ environment: [`${name}=${value}`] })).toEqual(lines("environment"));
  expect(listFindings({ exec_config: { go: { cmd: "true", environment: { [name]: value } } } })).toEqual(
    lines("exec_config.go.environment"),
  );
});

test("the list form points at the item, and a name without a value is empty", () => {
  const findings = reviewWorkspace({
    run_config: { environment: ["LANG=C", "DB_PASSWORD=a=b", "API_TOKEN", 5] },
  });
  expect(findings).toMatchObject([
    { path: "environment[3]", pointer: "/run_config/environment/3", rule: "type-mismatch" },
    { path: "environment.DB_PASSWORD", pointer: "/run_config/environment/1", flag: null },
  ]);
});

test("text counts as a list of one", () => {
  expect(listRunConfig({ environment: "DB_PASSWORD=x" })).toEqual([
    "environment type-mismatch low",
    "environment.DB_PASSWORD env-secret high",
  ]);
});

test("a name that stands twice is found once", () => {
  expect(listRunConfig({ environment: ["VNC_PW=a", "VNC_PW=b"] })).toEqual([
    "environment.VNC_PW env-secret high",
  ]);
});
