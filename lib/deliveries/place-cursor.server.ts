import "server-only";
import { z } from "zod";
import { openText, sealText } from "@/lib/db/seal.server";
import { NotFound } from "@/lib/shared/problem";

const sealedPlace = z.tuple([z.uuid(), z.uuid()]);

/** Where a page of a delivery ends, for an address: sealed, because it is a person. */
export function writePlace(deliveryId: string, studentId: string): string {
  return sealText(`${deliveryId} ${studentId}`);
}

/** The person after whom a page begins. Null: it is the first one. */
export function readPlace(deliveryId: string, cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const place = sealedPlace.safeParse(opened(cursor)?.split(" "));
  if (!place.success || place.data[0] !== deliveryId) throw new NotFound("delivery");
  return place.data[1];
}

/** Null: not sealed here, or changed since. */
function opened(cursor: string): string | null {
  try {
    return openText(cursor);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
