import { expect, test } from "vitest";
import type { JsonObject } from "../../registry/model/json.ts";
import { listFindings } from "../list-findings.fixture.ts";

const form = (...questions: JsonObject[]): JsonObject => ({ launch_config: { launch_form: questions } });

test.each<[JsonObject, string[]]>([
  [{ run_config: { command: "app --password=hunter2" } }, ["command exec-secret high"]],
  [{ run_config: { command: ["app", "--token", "hunter2"] } }, ["command exec-secret high"]],
  [{ run_config: { command: ["app", "--token", "$TOKEN"] } }, []],
  [{ run_config: { entrypoint: ["app", "--api-key=hunter2"] } }, ["entrypoint exec-secret high"]],
  [
    { run_config: { healthcheck: { test: ["CMD", "x", "--password", "hunter2"] } } },
    ["healthcheck.test exec-secret high"],
  ],
  [{ run_config: { labels: { DB_PASSWORD: "hunter2", a: "b" } } }, ["labels.DB_PASSWORD env-secret high"]],
  [{ run_config: { labels: ["api_token=hunter2"] } }, ["labels.api_token env-secret high"]],
  [{ notes: "The password is hunter2" }, ["notes env-secret high"]],
  [{ notes: "The password is that of the user." }, []],
  [form({ key: "vnc_pw", value: "hunter2" }), ["launch_config.launch_form[0].value env-secret high"]],
  [
    form({ key: "a" }, { key: "b", input_type: "password", value: "x" }),
    ["launch_config.launch_form[1].value env-secret high"],
  ],
  [form({ key: "vnc_pw", value: "" }, { key: "a", value: "b" }), []],
])("finds the secrets in %j", (data, expected) =>
  expect(listFindings(data).filter((line) => /-secret /.test(line))).toEqual(expected),
);
