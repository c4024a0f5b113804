import type { RuleWords } from "./rule-words.ts";

/** Findings about the form of run_config. */
export const formWords = {
  "misplaced-property": {
    title: "Setting in the wrong place",
    varies: "Low directly under exec_config.",
    reason:
      "The option has no effect where it stands, so the workspace does not do what its publisher expects.",
    purpose: "A slip: a bracket closed too late, or the wrong field.",
    advice: "Move it to the top level of run_config.",
  },
  "obsolete-option": {
    title: "Obsolete option",
    reason: "Current versions of Docker ignore or refuse it.",
    purpose: "Copied from old instructions.",
    advice: "Remove it.",
  },
  "neutral-option": {
    title: "Harmless option, perhaps flagged",
    reason:
      "Has no effect on security outside the session. It is shown because Kasm may put its general flag on it: the name is not known to be on Kasm's list of ignored settings.",
    purpose: "Comfort, or a limit on what the session may use.",
    advice: "No action needed.",
  },
  "empty-value": {
    title: "Empty setting",
    reason: "Has no effect, but Kasm may still put its general flag on the name.",
    purpose: "Left over from a template.",
    advice: "Delete the key.",
  },
  "type-mismatch": {
    title: "Value of the wrong type",
    reason:
      "The session, or the command, will not start. Kasm passes the value on to Docker, which does not take this kind of value here.",
    purpose: "A slip: quotation marks around a number, or text in place of a list.",
    advice: "Write the value in the form that the property takes.",
  },
  "value-refused": {
    title: "Value that Docker refuses",
    varies: "A device whose permissions are taken for a path starts, and is not found.",
    reason: "The session will not start: Docker refuses this value.",
    purpose: "A slip: a number without its unit, or a word that Docker does not know.",
    advice: "Write a value that Docker takes.",
  },
  "unknown-property": {
    title: "Unknown setting",
    reason:
      "The session will not start: the library through which Kasm uses Docker knows no setting of this name. Often it is the spelling of a Compose file or of the docker command.",
    purpose: "A slip, or copied from a Compose file or a docker run command.",
    advice:
      "Look the name up in the documentation of the Docker library for Python (`containers.run`), or delete it.",
  },
} as const satisfies Record<string, RuleWords>;
