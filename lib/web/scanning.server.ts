import "server-only";
import { hasScanner } from "@/lib/attachments/scanner.server";

/** False: this desk has no scanner for viruses, and says so where papers are given. */
export function arePapersScanned(): boolean {
  return hasScanner();
}
