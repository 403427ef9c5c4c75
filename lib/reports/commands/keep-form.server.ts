import "server-only";
import type { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { sealWords } from "../draft-rows.server";
import type { keptFormInput } from "../kept-form";

/** Of one writer; who has that many forms open types in none of them. */
const formsAtMost = 200;

/** Keeps what somebody is typing in a form of the school's side, for himself, until it is sent or fourteen days old. */
export async function keepForm(
  viewer: PersonViewer,
  { place, words }: z.output<typeof keptFormInput>,
  now: Now,
): Promise<Result<{ readonly place: string }>> {
  if (viewer.kind !== "school" || !can(viewer, "draft:begin", viewer)) throw new NotAllowed("draft:begin");
  const { accountId, organisationId } = viewer;
  const kept = await ask<{ place: string }>(Prisma.sql`
    INSERT INTO kept_forms (owner_id, organisation_id, place, words_sealed, kept_at)
    SELECT ${accountId}::uuid, ${organisationId}::uuid, ${place}, ${sealWords(words)}, ${now.at}::timestamptz
     WHERE (SELECT count(*) FROM kept_forms WHERE owner_id = ${accountId}::uuid AND place <> ${place}) < ${formsAtMost}::int
    ON CONFLICT (owner_id, organisation_id, place) DO UPDATE SET words_sealed = excluded.words_sealed, kept_at = excluded.kept_at
    RETURNING place`);
  return kept.length === 0 ? fail({ code: "draft-too-large" }) : ok({ place });
}

/** It was sent, or its writer begins anew. */
export async function dropKeptForm(
  viewer: PersonViewer,
  { place }: { readonly place: string },
): Promise<Result<{ readonly place: string }>> {
  const { accountId: ownerId, organisationId } = viewer;
  await prisma.keptForm.deleteMany({ where: { ownerId, organisationId, place } });
  return ok({ place });
}
