import "server-only";
import { parseSettings, type Settings } from "@/lib/config/settings";

let known: Settings | undefined;

/** Read at first use, not at import: `next build` imports everything and has no settings. */
export function settings(): Settings {
  known ??= parseSettings(process.env);
  return known;
}
