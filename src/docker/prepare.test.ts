import { expect, test } from "vitest";
import { shellOf } from "./prepare.ts";

test.each([
  ["PS C:\\> docker run a", "powershell"],
  ["  PS /home/me> docker run a", "powershell"],
  ["docker run `\n  a", "powershell"],
  ["docker run ` \r\n  a", "powershell"],
  ["C:\\Users\\me> docker run a", "cmd"],
  ["\tD:\\> docker run a", "cmd"],
  ["docker run ^\n  a", "cmd"],
  ["docker run \\\n  a", "posix"],
  ["docker run -e A=`date` a", "posix"],
  ["docker run -e TIPS=1 a > PS b>", "posix"],
  ["docker run -v C:\\a:/b a", "posix"],
  ["docker run -e A=2^3 a", "posix"],
])("%j comes from %s", (text, shell) => expect(shellOf(text)).toBe(shell));
