import { expect, test } from "vitest";
import { takesChannel } from "./add-commands.ts";

test.each([
  ["stable", true],
  ["beta", true],
  ["develop", true],
  ["1.17.0", true],
  ["1.17", false],
  ["1.17.0-rc1", false],
  ["Stable", false],
  ["daily", false],
])("the provider for Terraform takes the channel %s: %s", (channel, taken) =>
  expect(takesChannel(channel)).toBe(taken),
);
