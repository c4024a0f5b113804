import { expect, test } from "vitest";
import { listFindings } from "../list-findings.ts";

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
