import "server-only";
import { notFound } from "next/navigation";
import { NotAllowed, NotFound } from "@/lib/shared/problem";

/** For pages: what is absent and what is not this viewer's are the same page that is not there. */
export async function orNotFound<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) notFound();
    throw error;
  }
}
