import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { isDatabaseAway } from "./database-away";

/** Thrown when the work on a call takes longer than anybody should wait for. */
export class TooSlow extends Error {
  override readonly name = "TooSlow";
}

/** A lock or a statement that took too long, or a transaction that had to give way. */
const busyCodes = /\b(55P03|57014|40001|40P01|P2028|P2034)\b/;

/** What a coupled system hears of a failure. What is not known here is a fault of ours. */
export function problemOfFailure(error: unknown): Problem {
  if (error instanceof NotFound) return { code: "not-found" };
  if (error instanceof NotAllowed) return { code: "not-allowed" };
  if (error instanceof TooSlow) return { code: "busy" };
  if (isDatabaseAway(error)) return { code: "database-away" };
  return isBusy(error) ? { code: "busy" } : { code: "internal-error" };
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, "code");
  return busyCodes.test(`${String(code)} ${JSON.stringify(Reflect.get(error, "meta") ?? "")} ${error.message}`);
}
