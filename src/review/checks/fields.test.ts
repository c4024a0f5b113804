import { expect, test } from "vitest";
import { reviewWorkspace } from "../index.ts";
import { listFindings } from "../list-findings.fixture.ts";
import { repeatedProfiles } from "./fields.ts";

test("switching off a control of the administrator is found", () => {
  expect(listFindings({ filter_policy_force_disabled: true, session_banner_force_disabled: "true" })).toEqual(
    [
      "filter_policy_force_disabled control-disabled medium",
      "session_banner_force_disabled control-disabled medium",
    ],
  );
  expect(listFindings({ filter_policy_force_disabled: false, session_banner_force_disabled: null })).toEqual(
    [],
  );
});

test("a profile path without the user is one home for all", () => {
  expect(listFindings({ persistent_profile_path: "/mnt/profiles/{image_id}" })).toEqual([
    "persistent_profile_path profile-shared medium",
  ]);
  for (const path of ["/mnt/{username}", "s3://profiles/{user_id}/{image_id}", "", "  ", null, false, []])
    expect(listFindings({ persistent_profile_path: path }), String(path)).toEqual([]);
});

test("workspaces that share a path, and unknown names in braces", () => {
  const path = "/mnt/{username}";
  const all = [path, path, "/mnt/{user_id}", "/mnt/{username}/{image_id}", "/mnt/{username}/{image_id}"];
  const data = all.map((persistent_profile_path) => ({ persistent_profile_path }));
  const profiles = repeatedProfiles(data);
  expect(data.map((each) => reviewWorkspace(each, profiles).map(({ severity }) => severity))).toEqual([
    ["low"],
    ["low"],
    [],
    [],
    [],
  ]);
  const said = (persistent_profile_path: string): string[] =>
    reviewWorkspace({ persistent_profile_path }).map(({ severity, advice }) => `${severity}: ${advice}`);
  expect(said("/mnt/{user_id}/{imageid}")).toEqual([
    "low: Did you mean `{image_id}`? Kasm does not know `{imageid}`.",
  ]);
  expect(said("/mnt/{image_id}")).toEqual(["medium: Add `{user_id}` or `{username}` to the path."]);
  expect(said("/mnt/{imageid}")).toEqual([
    "medium: Add `{user_id}` or `{username}` to the path, and `{image_id}` to keep workspaces apart.",
  ]);
  expect(reviewWorkspace(data[0]!, profiles)[0]!.advice).toBe("Add `{image_id}` to the path.");
  expect(said("/mnt/{user name}")).toEqual([
    "medium: Did you mean `{username}`? Kasm does not know `{user name}`.",
  ]);
  expect(said("/mnt/{group}/{username}")).toEqual([
    "low: Kasm does not know `{group}`; it replaces `{username}`, `{user_id}` and `{image_id}`.",
  ]);
});
