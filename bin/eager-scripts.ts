import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Browsers compile scripts from this size on while they arrive, beside the page. */
const bytesLeast = 30_000;
const hint = "//# allFunctionsCalledOnLoad\n";

/**
 * Asks browsers to compile all of a large script while it arrives. A page begins by calling nearly every function in
 * them; without this each is compiled at its first call, in one go on the thread that should answer to the keyboard.
 */
export function compileEarly(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!name.endsWith(".js") || statSync(file).size < bytesLeast) continue;
    const script = readFileSync(file, "utf8");
    if (!script.startsWith(hint)) writeFileSync(file, hint + script);
  }
}
