import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Label } from "@/lib/i18n/locale";
import { nameOfPlace } from "./places.server";
import { type Selection, selection } from "./selection";
import { titleOf } from "./title";

/** What a kept view counts, and not what somebody called it: that may name a pupil. Null: it is not offered any more. */
export async function titleOfKept(
  kept: Prisma.JsonValue,
): Promise<{ readonly title: Label; readonly selection: Selection } | null> {
  const { data } = selection.safeParse(kept);
  if (data === undefined) return null;
  const named = { selection: data, placeName: data.place === null ? null : await nameOfPlace(data.place) };
  return { selection: data, title: { nl: titleOf(named, "nl"), en: titleOf(named, "en") } };
}
