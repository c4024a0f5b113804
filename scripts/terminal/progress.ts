/** One line on a terminal that says what a long command is doing; nothing in a pipe. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show: (text: string) => void;
  clear: () => void;
} {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let last = 0;
  return {
    show(text) {
      const now = performance.now();
      if (now - last < 80) return;
      last = now;
      stream.write(`\r\u001b[K${text}`);
    },
    clear() {
      stream.write("\r\u001b[K");
    },
  };
}
