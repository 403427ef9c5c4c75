import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import { lookupHash } from "@/lib/db/seal.server";
import type { ClientViewer } from "@/lib/identity/viewer";
import { fail, ok, type Result } from "@/lib/shared/result";

type Place = readonly string[];

/** A place in one list of one client, which nobody else can use and nobody can change. */
export function writeCursor(viewer: ClientViewer, list: string, place: Place): string {
  const text = Buffer.from(place.join("\n")).toString("base64url");
  return `${text}.${seal(viewer, list, text)}`;
}

/** Null: from the beginning. */
export function readCursor<Schema extends z.ZodType>(
  viewer: ClientViewer,
  list: string,
  shape: Schema,
  cursor: string | undefined,
): Result<z.output<Schema> | null> {
  if (cursor === undefined) return ok(null);
  const [text = "", given = "", ...more] = cursor.split(".");
  const place = shape.safeParse(Buffer.from(text, "base64url").toString().split("\n"));
  const isOurs = more.length === 0 && isSame(given, seal(viewer, list, text));
  return isOurs && place.success ? ok(place.data) : fail({ code: "cursor-invalid", field: "cursor" });
}

function seal(viewer: ClientViewer, list: string, text: string): string {
  return lookupHash("token", `cursor:${viewer.clientId}:${list}:${text}`).slice(0, 32);
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
