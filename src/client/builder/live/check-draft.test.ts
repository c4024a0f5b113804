import { expect, test } from "vitest";
import { sound } from "../../../registry/check/workspace.fixture.ts";
import type { Draft } from "../draft.ts";
import { checkDraft } from "./check-draft.ts";

test("a warning of the review is not shown where an error is, as in check", () => {
  const data = { ...sound, run_config: "--network host", name: "owner/app" };
  const draft = { text: JSON.stringify(data), data, folder: "", icon: null, pending: {} };
  const { remarks } = checkDraft(draft as unknown as Draft, []);
  const ofReview = remarks.filter(({ pointer }) => pointer === "/run_config" || pointer === "/name");
  expect(ofReview.map(({ code, pointer }) => `${pointer} ${code}`).sort()).toEqual([
    "/name image-without-tag",
    "/run_config wrong-type",
  ]);
});
