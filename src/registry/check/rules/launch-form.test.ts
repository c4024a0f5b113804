import { expect, test } from "vitest";
import { bent, codesOf, faultsOf } from "../workspace.fixture.ts";

const codes = (launch_config: unknown): string[] => faultsOf(bent({ launch_config })).map(({ code }) => code);
const form = (...launch_form: unknown[]) => ({ launch_form });

test.each([
  ["a whole form", { file_mapping: { destination: "/tmp/a.json" }, ...form({ key: "a", value: null }) }, []],
  ["a path on Windows", { file_mapping: { destination: "C:\\a.json" } }, []],
  ["a relative path", { file_mapping: { destination: "a.json" } }, ["launch-destination"]],
  ["a path below the home folder", { file_mapping: { destination: "~/a.json" } }, ["launch-destination"]],
  ["a key twice", form({ key: "a" }, { key: "b" }, { key: "a" }), ["launch-duplicate-key"]],
  ["a saved key", form({ key: "tailscale_key", allow_saving: true }), ["launch-saved-secret"]],
  ["a saved token", form({ key: "API-Token", allow_saving: true }), ["launch-saved-secret"]],
  ["a saved password", form({ key: "password", allow_saving: true }), ["launch-saved-secret"]],
  ...[
    "clientSecret",
    "vnc_pw",
    "mypassword",
    "otp",
    "tsauthkey",
    "credentials",
    "pass",
    "db_pass",
    "access_key_id",
    "token_value",
    "auth_token_1",
  ].map((key): [string, unknown, string[]] => [
    `a saved ${key}`,
    form({ key, allow_saving: true }),
    ["launch-saved-secret"],
  ]),
  [
    "a saved field for passwords",
    form({ key: "a", input_type: "password", allow_saving: true }),
    ["launch-saved-secret"],
  ],
  ...["ssh_public_key", "max_tokens", "token_count", "key_lang", "sort_key", "keys"].map(
    (key): [string, unknown, string[]] => [`a saved ${key}`, form({ key, allow_saving: true }), []],
  ),
  ["a secret that is not saved", form({ key: "password", allow_saving: false }), []],
  [
    "words that hold one",
    form({ key: "keyboard", allow_saving: true }, { key: "spin", allow_saving: true }),
    [],
  ],
  ["no question", form("a"), ["wrong-type"]],
  ["a question without a key", form({ label: "A" }), ["missing-key"]],
  ["no form", "{}", ["wrong-type"]],
])("%s", (_, config, expected) => expect(codes(config)).toEqual(expected));

test("the second of two is shown", () => {
  expect(codesOf(bent({ launch_config: form({ key: "a" }, { key: "a" }) }))).toEqual([
    "19:16 launch-duplicate-key",
  ]);
});
