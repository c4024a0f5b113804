import { PictureProcesses } from "../icons/pool.ts";
import { sharePictures } from "../site/pictures.ts";
import { cachedPictures } from "./icon-cache.ts";

let processes: PictureProcesses | null = null;

/** Starts to draw pictures for pages and endpoints. Icons of earlier builds come from a folder; null for none. */
export function startPictures(cacheFolder: string | null): void {
  processes = new PictureProcesses();
  sharePictures(cachedPictures(processes, cacheFolder));
}

/** Ends the processes that draw pictures; harmless where none was started. */
export function endPictures(): void {
  processes?.close();
  processes = null;
}
