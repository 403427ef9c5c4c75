import "server-only";
import { notFound } from "next/navigation";
import { NotAllowed, NotFound } from "@/lib/shared/problem";

/** For pages: what is absent and what is not this viewer's are the same page that is not there. */
export async function orNotFound<Value>(ask: () => Promise<Value>): Promise<Value> {
  const found = await orNull(async () => ({ value: await ask() }));
  return found === null ? notFound() : found.value;
}

/** The same, for a page that knows where else to go. */
export async function orNull<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return null;
    throw error;
  }
}
