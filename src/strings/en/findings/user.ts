import type { RuleWords } from "./rule-words.ts";

/** Findings about account and privileged mode. */
export const userWords = {
  "user-root": {
    title: "Session runs as root",
    reason:
      "The session's programs run as root, the all-powerful account, inside the container. The container still stands between them and the host, but whoever finds a hole in that wall comes through it with full rights.",
    purpose:
      "Some images need root to install software, to start system services, or because their desktop was not built for Kasm.",
    advice:
      "Set `user` to 1000 or remove it, and try the workspace. If it needs root, use agents of their own, or agents with the Sysbox runtime, an addition that holds root back better. Publishers: say why in `notes`.",
  },
  "user-unset": {
    title: "User left empty",
    reason:
      "An empty value can replace Kasm's default account 1000. Docker then takes the account that the image names, and that is root when the image names none.",
    purpose: "The publisher wants the image to choose its own account.",
    advice: "Delete `user`, or write 1000.",
  },
  "user-root-group": {
    title: "Session belongs to the root group",
    reason: "The session does not run as root, but it can change every file that the root group may change.",
    purpose: "Some images, among them those built for OpenShift, keep their files in the root group.",
    advice: "Write 1000.",
  },
  "user-group-explicit": {
    title: "User 1000, spelt another way",
    reason:
      "The session runs as account 1000, as Kasm expects. Only the spelling differs from 1000, so Kasm may still show its user warning.",
    purpose:
      "The value was copied from a docker run command or a Compose file, where a group is often added.",
    advice: "Write the number 1000.",
  },
  "user-other-uid": {
    title: "Other user number",
    reason:
      "Not root, but not the account that Kasm's images are built for either: the home folder and saved profiles may turn out not to be readable or writable.",
    purpose: "Some images are built for a fixed account of their own.",
    advice: "Use 1000 unless the image documents another number.",
  },
  "user-name": {
    title: "User given by name",
    reason:
      "Docker looks the name up inside the image. So whoever builds the image decides which account it is, and a later version of the image can make it root.",
    purpose: "The image documents only the name of its account.",
    advice: "Write the number 1000.",
  },
  "user-malformed": {
    title: "User that Docker cannot read",
    reason: "Docker cannot find an account for this value, so the session will not start.",
    purpose: "Usually a slip: true or false, a list, a negative number, or a name with a space in it.",
    advice: "Write the number 1000, or delete `user`.",
  },
  "privileged-on": {
    title: "Privileged mode",
    short: "Privileged: controls the host",
    reason:
      "Nearly everything that keeps the session apart from the host is switched off: it gets every special right and every device of the host. The user of the session can take over the host, and with it the other sessions there.",
    purpose: "Docker or virtual machines inside the session, or hardware that needs many rights at once.",
    advice:
      "Remove it, or use an agent of its own and people you would trust with that agent. Docker inside the session works without it on agents with the Sysbox runtime. Publishers: ask for the one capability or device instead.",
  },
  "privileged-nonbool": {
    title: "Privileged mode, written as text or number",
    short: "Privileged, as text or number",
    varies: 'Medium where the text means off ("false", "no", "off", "0").',
    reason:
      'Read as on, whatever the word says: the library through which Kasm uses Docker counts everything that is not empty as on, even the word "false". Docker may also refuse it, and then the session does not start.',
    purpose: "Usually a slip: quotation marks around true or false, or a number.",
    advice: "Write true or false without quotation marks, or delete the key.",
  },
} as const satisfies Record<string, RuleWords>;
