import "server-only";
import type { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { templateInput, templateRetirement } from "../template-input";

/** So many texts of one kind an office keeps in use: more can no longer be chosen from a list. */
const textsMost = 30;

interface KeptText {
  readonly id: string;
}

/** Keeps a text of the own office, a new one or a changed one; what was said with it before stays as it was. */
export function keepTemplate(
  viewer: Viewer,
  { id, kind, name, text }: z.infer<typeof templateInput>,
  now: Now,
): Promise<Result<KeptText>> {
  const officeId = keepingOffice(viewer);
  return transact(viewer, now, async (tx) => {
    const words = { name, text, changedAt: now.at };
    if (id !== undefined) {
      const { count } = await tx.client.officeTemplate.updateMany({
        where: { id, officeId, kind, retiredAt: null },
        data: words,
      });
      if (count === 0) throw new NotFound("template");
      return kept(tx, officeId, id);
    }
    const known = await tx.client.officeTemplate.count({ where: { officeId, kind, retiredAt: null } });
    if (known >= textsMost) return fail({ code: "too-many-texts", field: "name" });
    const made = await tx.client.officeTemplate.create({ data: { officeId, kind, ...words }, select: { id: true } });
    return kept(tx, officeId, made.id);
  });
}

/** A text is no longer offered. */
export function retireTemplate(viewer: Viewer, { id }: z.infer<typeof templateRetirement>, now: Now) {
  const officeId = keepingOffice(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.officeTemplate.updateMany({
      where: { id, officeId, retiredAt: null },
      data: { retiredAt: now.at },
    });
    if (count === 0) throw new NotFound("template");
    return kept(tx, officeId, id);
  });
}

function keepingOffice(viewer: Viewer): string {
  if (viewer.kind !== "office" || !can(viewer, "templates:keep", { officeId: viewer.officeId })) {
    throw new NotAllowed("templates:keep");
  }
  return viewer.officeId;
}

function kept(tx: Transaction, officeId: string, id: string): Result<KeptText> {
  record(tx, { action: "templates:keep", object: { kind: "office", id: officeId }, reason: "own-office" });
  return ok({ id });
}
