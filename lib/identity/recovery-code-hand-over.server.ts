import "server-only";
import { z } from "zod";
import { openText, sealText } from "@/lib/db/seal.server";

export const handOverMinutes = 15;

const codes = z.array(z.string());

/** From the page that makes the codes to the page that shows them, in the browser's hands and not in its sight. */
export function sealCodes(given: readonly string[]): string {
  return sealText(JSON.stringify(given));
}

export function openCodes(sealed: string | null): readonly string[] {
  try {
    return codes.parse(JSON.parse(openText(sealed ?? "")));
  } catch (error) {
    // Gone, changed, or from before the keys were changed: there is nothing to show.
    if (error instanceof Error) return [];
    throw error;
  }
}
