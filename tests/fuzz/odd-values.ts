import * as schemas from "../../src/registry/schemas.ts";

/** Keys that some part of a schema knows: what a renamed key becomes most usefully. */
const known = [schemas.workspace10, schemas.workspace11, schemas.registry].flatMap((schema) => Object.keys(schema.properties));
const knownInside = ["version", "image", "available_tags", "security_opt", "privileged", "user", "volumes", "environment", "cap_add", "devices", "network_mode", "go", "first_launch", "assign", "cmd", "sha", "flags", "$schema"];

/** As JavaScript texts. */
export const oddKeys: readonly string[] = [
  ...new Set([...known, ...knownInside]), "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length", "", " ", "0", "10", "-1", "1.0", "a/b", "a~b", "~1", "a.b", "freindly_name", "Name", "catagories",
  "\u202eeman", "na\u200bme", "\u0000", "\u001b[31m", "\n", "\ud800", "naïve", "🙂", "k".repeat(300),
];

/** As JSON texts, some of them none that a reader takes. */
export const oddJson: readonly string[] = [
  "null", "true", "false", "0", "-0", "-1", "1", "0.5", "1.50", "1E2", "1e400", "-1e999", "1e-400", "9007199254740993", "12345678901234567890", "100000001", "01", "+1", ".5", "1.", "0x10", "NaN", "Infinity", "undefined",
  '""', '" "', '"a"', "'a'", '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\u202e"', '"\\u001b[2J"', '"\\n::error::x"', '"%0A"', '"\\u2028"', '"\\u0085"', '"\\u009b31m"', '"\\/"', '"\\x"', '"a\tb"', '"a\nb"', `"${"x".repeat(5000)}"`, '"<script>alert(1)</script>"', '"javascript:alert(1)"',
  "[]", "{}", "[[]]", "[null]", '[""]', "[{}]", '[{},"1.19.x"]', '{"":{}}', '{"__proto__":{"polluted":true}}', '{"a":1,"a":2}', '{"toString":1,"hasOwnProperty":2}', "[1,]", "{}{}", "/* c */ 1", "1 // c", '"amd64"', '"arm64"', '"x86_64"', '["amd64","amd64"]',
  '"1.13"', '"1.19.x"', '"1.15.x"', '"1.12.x"', '"1.100.x"', '"2.0.x"', '"01.2.x"', '"1.19.X"', '"develop"', '["1.15.x","1.16.x"]', '{"version":"1.19.x","image":"a/b:1","uncompressed_size_mb":1}', '{"version":"1.9.x","image":"a/b","uncompressed_size_mb":0,"available_tags":["develop","b","a"]}', '[{"version":"1.15.x","image":"a/b:1","uncompressed_size_mb":1.0E2},{"version":"x","image":"a/c:1","uncompressed_size_mb":1}]',
  '"icon.png"', '"../icon.png"', '"ICON.PNG"', '"con.svg"', '"icon%2esvg"', '"https://example.org/icon.png"', '"blob:https://example.org/1"', '"data:image/png;base64,AA=="', '"icon.html"', '"logo.svg"',
  '"Inherit"', '"inherit"', '"#12ab34"', '"rtl"', '"de"', '"fit"', '"original"', '"https://example.org"', '"https://user:secret@example.org/"', '"//example.org/"', '"http://[::1]/"', '"https://example.org/a b/%zz"', '"ghcr.io/a/b@sha256:0"', '"A/B:1"', '"a/b:latest"', '"localhost:5000/a"',
];

/** Pieces that are put into files of any kind. */
export const oddPieces: readonly Uint8Array[] = [
  ...["\ufeff", "\r", "\r\n", "\n\n", "\t", "\0", "\u001b[31m", "\u009b31m", "\u2028", "\u202e", "\u200b", "//", "/*", "*/", ",", ",]", "}", "{", "[", "]", '"', "\\", "\\u", "\\ud800", "'", ":", "1e400", "null", "<<<<<<< HEAD\n", "-->", "<!--", "<![CDATA[", "<script>alert(1)</script>", "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
    ' onload="alert(1)"', '<foreignObject/>', '<image href="https://example.org/x.png"/>', "<style>@import url(//example.org)</style>", '<?xml version="1.0" encoding="utf-16"?>', "---\n", "---js\n", "homepage: javascript:alert(1)\n", "screenshots: [icon.png]\n", "a: &a [*a]\n", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "```", "# ", "| a |\n|---|\n",
    "\x89PNG\r\n\x1a\n", "GIF89a", "RIFF\0\0\0\0WEBP", "IHDR", "IDAT", "IEND"].map((text) => Buffer.from(text, "utf8")),
  ...[[0xff], [0xfe, 0xff], [0xff, 0xfe], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82], [0x80], [0xff, 0xd8, 0xff], [0, 0, 0, 0], [0xff, 0xff, 0xff, 0xff], [0x7f], [0xef, 0xbb, 0xbf]].map((bytes) => Buffer.from(bytes)),
];

/** Names of folders and files; those that no disk can hold are made fit when they are used. */
export const oddNames: readonly string[] = [
  "Workspace.json", "workspace.json", "workspace.json ", "workspaces.json", "workspace.jsonc", "README.md", "readme.MD", "registry.json", ".hidden", "..x", "a b", " a", "a ", "a.", "a..", "CON", "con.txt", "nul", "COM1", "a%20b", "a%2fb", "a#b", "a?b", "a:b", "a*b", "a|b", 'a"b', "a<b>", "a\\b", "a\nb", "a\tb", "a\u001b[31mb", "a\u009bb", "\u202ea", "a\u200bb", "a\ufeffb",
  "\ud83d\ude00", "e\u0301", "\u00e9", "中文", "Ǆ", "ß", "SS", "i̇", "İ", "K", "a\udcffb", "\udc80", "\ufffd", "a".repeat(255), "é".repeat(127), "__proto__", "constructor", "toString", "0", "-", "--", "'", "$(id)", "`id`", "::error::x", "a,b", "icon.png", "icon.svg", "icon.SVG", "icon.html", "icon", "icon.svg.png", "logo.svg", "package.json", "x.ico",
];
