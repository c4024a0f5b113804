import { expect, test } from "vitest";
import { sound } from "../../../registry/check/workspace.fixture.ts";
import type { Draft } from "../draft.ts";
import { blankCard } from "../../../site/card.ts";
import { checkDraft, folderOfAnother } from "./check-draft.ts";

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

test.each([
  ["Studio", "", []],
  ["My Studio", "Studio", ["#folder folder-of-another"]],
  ["", "Studio", []],
  ["My Studio", "", []],
  ["STUDIO!", "", ["#folder folder-of-another"]],
])("a workspace called %j in the folder %j beside Studio: %j", (friendly_name, folder, expected) => {
  const data = { ...sound, friendly_name };
  const draft = { text: JSON.stringify(data), data, folder, icon: null, pending: {} };
  const studio = { ...blankCard, name: "Studio", slug: "studio" };
  const { remarks } = checkDraft(draft as unknown as Draft, [studio]);
  expect(
    remarks.filter(({ code }) => code === folderOfAnother).map(({ code, pointer }) => `${pointer} ${code}`),
  ).toEqual(expected);
});
