import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { compiledFolder } from "../src/publish/cache-folder.ts";

// package.json has this loaded before a command's own modules: what Node compiles of them and of the libraries is kept for the next time.
enableCompileCache(join(import.meta.dirname, "..", compiledFolder));
