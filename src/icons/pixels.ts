/** A decoded picture: red, green, blue and alpha of each pixel, 0 to 255, not premultiplied, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The pixels of a picture as numbers, so that one is compared, read and written at once: alpha above blue, green and red. */
export function asWords(rgba: Uint8Array): Int32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}
