import { createHash } from "node:crypto";

/** The policy of a drawing that is opened as a page of its own, as a header: it runs and loads nothing. */
export const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export const isDrawing = (path: string): boolean => /\.svgz?$/i.test(path);

interface Needs {
  /** The one style sheet in the page itself. */
  style?: string | null;
  /** Whether the page shows pictures that are nowhere but in the browser's memory. */
  blobPictures?: boolean;
}

/**
 * A page's Content-Security-Policy, https://www.w3.org/TR/CSP3/: all that it loads comes from the site's own files. Not Astro's, which names
 * each script by a hash too, though `'self'` allows them all, and calculates those again for every page.
 * A page itself may hold no script, which astro.config.mjs sees to.
 */
export function contentPolicy({ style, blobPictures = false }: Needs): string {
  return [
    "default-src 'none'",
    `img-src 'self'${blobPictures ? " blob:" : ""}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // Pagefind runs WebAssembly in a worker of its own.
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${style ? ` 'sha256-${createHash("sha256").update(style).digest("base64")}'` : ""}`,
    // Named for readers and scanners: the first line holds for it too.
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}
