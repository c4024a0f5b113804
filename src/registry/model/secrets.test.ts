import { expect, test } from "vitest";
import { isSecretInProse, isSecretName, withoutSecrets } from "./secrets.ts";

test.each([
  ["VNC_PW", true],
  ["db-password", true],
  ["TAILSCALE_KEY", true],
  ["DB_PASSWORD_FILE", false],
  ["ssh-public-key", false],
  ["TOKENIZERS", false],
])("whether %s names a secret: %j", (name, is) => expect(isSecretName(name)).toBe(is));

test.each([
  ["Log in with the password: hunter2", true],
  ["The password is `Passw0rd`.", true],
  ["API key = sk-12345", true],
  ["Log in at https://me:hunter@a.example/", true],
  ["password: see the documentation", false],
  ["Set the token: https://a.example/1 says how", false],
  ["The password is <your 12 letters>", false],
  ["Change the password after 10 days", false],
])("whether %j tells a secret: %j", (text, is) => expect(isSecretInProse(text)).toBe(is));

test.each([
  ["VNC_PW=hunter2", "VNC_PW=…"],
  ['{"api_key": "hunter2", "a": "b"}', '{"api_key": "…", "a": "b"}'],
  ['{"pw":{"file":"./pw.txt"}}', '{"pw":{"file":"./pw.txt"}}'],
  ["docker login -u me -p hunter2 ghcr.io", "docker login -u me -p … ghcr.io"],
  ["KEYBOARD=de -p 80:80", "KEYBOARD=de -p 80:80"],
])("shows %j as %j", (text, shown) => expect(withoutSecrets(text)).toBe(shown));
