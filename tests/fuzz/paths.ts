/**
 * Paths of made-up trees are texts in which a byte that is no UTF-8 is a half surrogate, U+DC80 to U+DCFF, as in Python's
 * `surrogateescape`: names that no text can hold are part of what is tried, and cases must be storable as JSON.
 */
export function pathBytes(path: string): Buffer {
  return Buffer.concat(
    path
      .split(/([\udc80-\udcff])/)
      .map((part) =>
        /^[\udc80-\udcff]$/.test(part) ? Buffer.from([part.charCodeAt(0) & 0xff]) : Buffer.from(part),
      ),
  );
}

/** A name that a folder can hold: no slash, no NUL, at most 255 bytes, and neither "." nor "..". */
export function fileName(text: string): string {
  let name = "";
  let size = 0;
  for (const char of text.replace(/[/\0]/g, "")) {
    size += pathBytes(char).length;
    if (size > 255) break;
    name += char;
  }
  return name === "" || name === "." || name === ".." ? `${name}x` : name;
}
