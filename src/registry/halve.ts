/** A decoded picture: red, green, blue and alpha of each pixel, 0 to 255, not premultiplied, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Half as wide and half as high. Each pixel is the mean of four, their colours by how far they are seen. Width and height are even. */
export function halve({ data, width, height }: Pixels): Pixels {
  const half = { data: new Uint8Array(data.length / 4), width: width / 2, height: height / 2 };
  const row = width * 4;
  let to = 0;
  for (let y = 0; y < height; y += 2) {
    for (let from = y * row, end = from + row; from < end; from += 8, to += 4) {
      const [a, b, c, d] = [data[from + 3]!, data[from + 7]!, data[from + row + 3]!, data[from + row + 7]!];
      const alpha = a + b + c + d;
      if (alpha === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        const at = from + channel;
        half.data[to + channel] = (data[at]! * a + data[at + 4]! * b + data[at + row]! * c + data[at + row + 4]! * d) / alpha + 0.5;
      }
      half.data[to + 3] = (alpha + 2) >> 2;
    }
  }
  return half;
}
