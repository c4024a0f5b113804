import type { RuleWords } from "./rule-words.ts";

/** Findings about fields of the workspace. */
export const fieldWords = {
  "control-disabled": {
    title: "Administrator's control switched off",
    reason:
      "The workspace switches off a control that an administrator may have set for everybody: the web filter, or the banner that is shown in sessions.",
    purpose: "Sessions that have no browser, or in which a banner would hide something.",
    advice:
      "Remove the field, or set it to false, unless you have decided that this workspace needs no such control.",
  },
  "profile-shared": {
    title: "One profile folder for all users",
    varies: "Low when users are kept apart but workspaces are not, and for an unknown name in braces.",
    reason:
      "The path of the persistent profile holds neither `{username}` nor `{user_id}`, so all users share one home: each can read and change the files and stored passwords of the others.",
    purpose: "Usually a slip, or a workspace with a single user.",
    advice: "Add `{user_id}` or `{username}` to the path, and `{image_id}` to keep workspaces apart.",
  },
} as const satisfies Record<string, RuleWords>;
