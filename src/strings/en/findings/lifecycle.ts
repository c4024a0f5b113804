import type { RuleWords } from "./rule-words.ts";

/** Findings about start, stop and logging. */
export const lifecycleWords = {
  "restart-policy": {
    title: "Restart policy",
    varies: "Low for always, and for on-failure without a limit or with more than 5 tries.",
    reason:
      "Kasm restarts a session unless it was stopped (unless-stopped). Another policy changes when it comes back. Agents on Kubernetes (Kasm 1.19) ignore it.",
    purpose: "Tasks that end by themselves, or services that must never end.",
    advice: "Use on-failure with 5 for tasks that end by themselves; otherwise leave it out.",
  },
  "auto-remove": {
    title: "Container deleted when it stops",
    varies: "Info when it is false.",
    reason:
      "Docker does not take this together with a restart policy, and Kasm sets one; the session then fails to start.",
    purpose: "Copied from a docker run command with --rm.",
    advice: "Remove it.",
  },
  "detach-off": {
    title: "Container not started in the background",
    varies: "Info when it is true.",
    reason:
      "The session would be started in the foreground: Kasm waits until it ends, and it never becomes ready.",
    purpose: "Copied from an example for short tasks.",
    advice: "Remove it.",
  },
  "image-override": {
    title: "Image replaced by run_config",
    reason: "The session may start another image than the one that the registry shows.",
    purpose: "Usually a slip: the image belongs to the entry itself.",
    advice:
      "Do not install it before the publisher has corrected it. Publishers: name the image in the entry itself: `name`, or `compatibility[].image` in schema 1.1.",
  },
  "command-set": {
    title: "Start command replaced",
    reason: "Starts something else than the image starts by itself.",
    purpose: "One image that serves for several applications.",
    advice:
      "Ask the publisher what is started and why, unless the notes say so. Publishers: say it in `notes`.",
  },
  healthcheck: {
    title: "Health check command",
    varies: "Info when it names no command.",
    reason: "Docker runs this command inside the session again and again, as long as it lasts.",
    purpose: "To notice when the application hangs.",
    advice: "Keep the command small, and without passwords.",
  },
  "log-none": {
    title: "Logging off",
    reason: "Nothing is left to look at when something fails or has been attacked.",
    purpose: "To save disk space, or so that nothing private is written down.",
    advice: "Remove it.",
  },
  "log-local": {
    title: "Logging on the host",
    reason: "The output of the session is logged on the host, as usual.",
    purpose: "To limit the size of the logs.",
    advice: "No action needed.",
  },
  "log-remote": {
    title: "Logging to another system",
    reason: "The output of the session is sent to another system.",
    purpose: "Central collection of logs.",
    advice: "Remove it: this is for the administrator of the agents to decide.",
  },
  "name-fixed": {
    title: "Fixed container name",
    reason: "Only one session per agent can have this name; the next one fails to start.",
    purpose: "Other containers should find the session by its name.",
    advice: "Remove it.",
  },
  "labels-set": {
    title: "Labels",
    reason:
      "Programs on the host act on labels: a reverse proxy may publish the session, an updater may restart it.",
    purpose: "Monitoring, or sorting sessions.",
    advice:
      "Remove it unless a program on your agents acts on this label. Publishers: say in `notes` what it is for.",
  },
} as const satisfies Record<string, RuleWords>;
