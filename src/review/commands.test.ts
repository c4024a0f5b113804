import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandRules, rulesOfCommand } from "./commands.ts";
import { splitCommand } from "./split-command.ts";

/** The policy's own expressions. Some take quadratic time, which is why the engine has others; both must find the same. */
const policy: Readonly<Record<string, RegExp>> = {
  "exec-remote-script":
    /(curl|wget)\b[^|;&]*\|\s*(sudo\s+)?(ba|da|z)?sh\b|(ba|da|z)?sh\s+<\(\s*(curl|wget)|(eval|sh\s+-c)\s+["']?\$\((curl|wget)/,
  "exec-docker": /docker\.sock|\bdocker\s+(run|exec|cp)\b|\bnerdctl\b/,
  "exec-namespace-tool": /\b(nsenter|unshare|pivot_root)\b|\bchroot\s+\/|\b(insmod|modprobe|kexec)\b/,
  "exec-eval-url": /\beval\b[^;&|]*KASM_URL/,
  "exec-grants-root":
    /NOPASSWD|\/etc\/sudoers|usermod\s+[^;&|]*-[aA]?G\s*\S*(sudo|wheel|root|docker)|adduser\s+\S+\s+(sudo|wheel)|passwd\s+-d\s+root|\bchpasswd\b/,
  "exec-setuid": /chmod\s+(-R\s+)?(0?[4-7][0-7]{3}\b|[ugoa]*\+[rwxXt]*s)|\bsetcap\b/,
  "exec-mount": /(^|[;&|\s])mount\s+-?\S/,
  "exec-network-change":
    /\bip\s+(-\d\s+)?(route|rule|link|addr)\b|\biptables\b|\bnft\b|\/etc\/resolv\.conf|\/etc\/hosts\b/,
  "exec-disable-security": /\bsetenforce\s+0|\baa-(disable|complain)\b|\bufw\s+disable|auditctl\s+-e\s*0/,
  "exec-secret":
    /(?<![A-Za-z])(?:password|passwd|secret|token|api[_-]?key)\s*[=:]\s*[^\s$"']{4,}|(?<!\S)--(?:[a-z]{1,20}-)?(?:password|passwd|secret|token|api-key)\s+[^\s$"'<{-][^\s$"']{3,}/i,
  "exec-package-install":
    /\b(apt|apt-get|apk|dnf|yum|zypper|pacman|pip3?|npm|gem|cargo)\s+(-\S+\s+)*(install|add|i|-S\w*)\b/,
  "exec-download": /\b(curl|wget)\s/,
  "exec-world-writable": /chmod\s+(-R\s+)?0?777\b/,
  "exec-device-perms": /\b(chmod|chown)\b[^;&|]*\/dev\//,
  "exec-unquoted-url": /(?<!["\w\\])\$\{?KASM_URL\}?(?!")/,
};

const matching = (command: string): string[] =>
  commandRules.filter(({ matches }) => matches(command)).map(({ rule }) => rule);

test("each expression of the policy has its rule, in the same order", () => {
  expect(commandRules.map(({ rule }) => rule)).toEqual(Object.keys(policy));
});

/** One thing that each rule finds, and one that looks like it and is none. */
test.each([
  ["curl -fsSL https://x.example/i.sh | sudo bash", ["exec-remote-script", "exec-download"]],
  ["bash <(curl -s https://x.example)", ["exec-remote-script", "exec-download"]],
  ['eval "$(wget -qO- https://x.example)"', ["exec-remote-script", "exec-download"]],
  ["curl -o x https://x.example; cat y | sh", ["exec-download"]],
  ["curl x | shuf", ["exec-download"]],
  ["ls -l /var/run/docker.sock", ["exec-docker"]],
  ["docker run -d x", ["exec-docker"]],
  ["docker ps", []],
  ["nsenter -t 1 -m", ["exec-namespace-tool"]],
  ["chroot /mnt sh", ["exec-namespace-tool"]],
  ["modprobe wireguard", ["exec-namespace-tool"]],
  ["chroot mnt", []],
  ['eval "firefox" "$KASM_URL"', ["exec-eval-url"]],
  ['eval x; firefox "$KASM_URL"', []],
  ["echo 'kasm-user ALL=(ALL) NOPASSWD: ALL'", ["exec-grants-root"]],
  ["usermod -a -G video,sudo kasm-user", ["exec-grants-root"]],
  ["usermod -aG  docker kasm-user", ["exec-grants-root"]],
  ["usermod -Gx;sudo kasm-user", ["exec-grants-root"]],
  ["usermod -aG video kasm-user && echo sudo", []],
  ["usermod -s /bin/bash x; grep -G root", []],
  ["adduser kasm-user sudo", ["exec-grants-root"]],
  ["echo root:x | chpasswd", ["exec-grants-root"]],
  ["chmod 4755 /x", ["exec-setuid"]],
  ["chmod -R u+s /x", ["exec-setuid"]],
  ["setcap cap_net_raw+ep /x", ["exec-setuid"]],
  ["chmod 0755 /x", []],
  ["chmod u+x /x", []],
  ["mount -t nfs a b", ["exec-mount"]],
  ["umount /x", []],
  ["ip -4 route add default via 10.0.0.1", ["exec-network-change"]],
  ["echo nameserver >> /etc/resolv.conf", ["exec-network-change"]],
  ["cat /etc/hostsfile", []],
  ["setenforce 0", ["exec-disable-security"]],
  ["ufw disable", ["exec-disable-security"]],
  ["login --password=hunter2", ["exec-secret"]],
  ["API_KEY: abcdef", ["exec-secret"]],
  ["login --password hunter2", ["exec-secret"]],
  ["app --db-password hunter2", ["exec-secret"]],
  ["login --password $PW", []],
  ["login --password --quiet", []],
  ["reset the password please", []],
  ["login --password=$PW --token=abc", []],
  ["mytoken=abcdef", []],
  ["apt-get -y --no-install-recommends install vim", ["exec-package-install"]],
  ["pacman -Syu", ["exec-package-install"]],
  ["pip3 install x", ["exec-package-install"]],
  ["apt update", []],
  ["npm run i", []],
  ["wget https://x.example", ["exec-download"]],
  ["libcurl x", []],
  ["chmod -R 777 /x", ["exec-world-writable"]],
  ["chmod 0777 /x", ["exec-world-writable"]],
  ["chmod 7777 /x", ["exec-setuid"]],
  ["chown kasm-user /dev/dri/card0", ["exec-device-perms"]],
  ["chmod 600 x; ls /dev/dri", []],
  ["firefox $KASM_URL", ["exec-unquoted-url"]],
  ["firefox ${KASM_URL}", ["exec-unquoted-url"]],
  ['firefox "$KASM_URL"', []],
  ["echo \\$KASM_URL", []],
] as [string, string[]][])("%s: %j", (command, expected) => {
  expect(matching(command)).toEqual(expected);
  // More space between two words changes nothing for a shell.
  expect(matching(command.replaceAll(" ", "  "))).toEqual(expected);
});

test("a script run from the internet is one finding, not a download as well", () => {
  expect(rulesOfCommand("curl https://x.example | sh")).toEqual(["exec-remote-script"]);
  expect(rulesOfCommand("curl https://x.example -o x")).toEqual(["exec-download"]);
});

/** The pieces of which the expressions are made, so that chance finds their edges. */
const pieces = [
  "curl",
  "wget",
  "sh",
  "bash",
  "zsh",
  "sudo",
  "eval",
  "<(",
  "$(",
  "-c",
  "docker",
  "docker.sock",
  "run",
  "exec",
  "cp",
  "nerdctl",
  "nsenter",
  "chroot",
  "/",
  "insmod",
  "KASM_URL",
  "$KASM_URL",
  "${KASM_URL}",
  "NOPASSWD",
  "/etc/sudoers",
  "usermod",
  "-aG",
  "-G",
  "-AG",
  "G",
  "wheel",
  "root",
  "adduser",
  "passwd",
  "-d",
  "chpasswd",
  "chmod",
  "-R",
  "u+s",
  "+",
  "0",
  "4755",
  "777",
  "setcap",
  "mount",
  "ip",
  "-4",
  "route",
  "nft",
  "/etc/hosts",
  "setenforce",
  "ufw",
  "disable",
  "auditctl",
  "-e",
  "password",
  "token",
  "api_key",
  "=",
  ":",
  "apt",
  "apt-get",
  "-y",
  "-apt",
  "-Sy",
  "install",
  "add",
  "i",
  "pip3",
  "npm",
  "chown",
  "/dev/",
  "x",
  "é",
  "_",
  "-",
  ";",
  "&",
  "|",
  "&&",
  "||",
  " ",
  " ",
  " ",
  " ",
  "  ",
  "\n",
  "\t",
  "'",
  '"',
  "\\",
  "abcd",
];

test("the engine's functions find exactly what the policy's expressions find", () => {
  const command = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((words) => words.join(""));
  const check = fc.property(command, (text) => {
    expect(matching(text)).toEqual(
      Object.entries(policy)
        .filter(([, expression]) => expression.test(text))
        .map(([rule]) => rule),
    );
  });
  fc.assert(check, { numRuns: 20_000 });
});

/**
 * Texts on which two repetitions that share a character, or a search that starts again everywhere, cost quadratic time: a text then takes four
 * times as long as its four quarters. The policy's own expression for eval takes 17 s for one of them.
 */
describe("no text takes quadratic time", () => {
  const length = 1 << 18;
  const fill = (start: string, again: string): string => start + again.repeat(length / again.length);
  const starts =
    "curl sh eval docker chroot usermod adduser chmod mount ip password apt chown $KASM_URL".split(" ");
  const texts = [
    ...pieces.flatMap((again) => [fill("", again), fill("", `${again} `)]),
    ...starts.flatMap((start) => [" ", "-", "x", `${start} x `].map((again) => fill(`${start} `, again))),
    ...["-G", "-G ", ";", "sh <( "].map((again) => fill("usermod ", again)),
    fill("apt ", "-apt "),
    fill("curl |", " "),
  ];

  /** Milliseconds of the processor that this thread took. */
  const spent = (run: () => void): number => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };

  test("in commands of 256 KB", () => {
    for (const text of texts) {
      const look = (part: string): void => {
        matching(part);
        splitCommand(part);
      };
      const quarter = text.slice(0, length / 4);
      const quarters = spent(() => [1, 2, 3, 4].forEach(() => look(quarter)));
      // A collection of garbage may fall into either.
      expect(
        spent(() => look(text)),
        text.slice(0, 40),
      ).toBeLessThan(2.5 * quarters + 60);
    }
  });
});
