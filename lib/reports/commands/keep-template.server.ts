import "server-only";
import type { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { mostTemplates, type TemplateInput, type templateTarget } from "../template";
import { sealTemplate } from "../template-rows.server";

/** Keeps what a school says again and again; an own name for each, so that nobody takes the wrong one. */
export function keepReportTemplate(
  viewer: PersonViewer,
  { id, name, locationId: place, ...words }: TemplateInput,
  now: Now,
): Promise<Result<{ readonly id: string }>> {
  const { organisationId } = viewer;
  const locationId = place ?? null;
  if (!can(viewer, "report-template:keep", { organisationId, locationId }))
    throw new NotAllowed("report-template:keep");
  return transact(viewer, now, async (tx) => {
    if (id !== undefined) await findOwn(viewer, tx, id);
    const kept = { id: id ?? newId() };
    const refusal = await refusalOf(tx, { ...kept, name, organisationId, locationId });
    if (refusal !== null) return fail({ code: refusal, field: "name" });
    const data = { name, locationId, wordsSealed: sealTemplate(words), changedAt: now.at };
    await tx.client.reportTemplate.upsert({ where: kept, create: { ...kept, organisationId, ...data }, update: data });
    record(tx, { action: "report-template:keep", object: { kind: "template", ...kept }, reason: "own-school" });
    return ok(kept);
  });
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly locationId: string | null;
}

/** Null: nothing stands against it. */
async function refusalOf(tx: Transaction, { id, name, organisationId, locationId }: Named): Promise<string | null> {
  const others = await tx.client.reportTemplate.findMany({
    where: { organisationId, NOT: { id } },
    select: { name: true },
  });
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return "template-name-taken";
  if (others.length >= mostTemplates) return "too-many-templates";
  const isForeign =
    locationId !== null && !(await tx.client.location.count({ where: { id: locationId, organisationId } }));
  if (isForeign) throw new NotFound("location");
  return null;
}

export function dropReportTemplate(
  viewer: PersonViewer,
  { id }: z.output<typeof templateTarget>,
  now: Now,
): Promise<Result<null>> {
  return transact(viewer, now, async (tx) => {
    await findOwn(viewer, tx, id);
    await tx.client.reportTemplate.delete({ where: { id } });
    record(tx, { action: "report-template:drop", object: { kind: "template", id }, reason: "own-school" });
    return ok(null);
  });
}

/** One that this viewer may change; all others are not there. */
async function findOwn(viewer: PersonViewer, tx: Transaction, id: string): Promise<void> {
  const found = await tx.client.reportTemplate.findUnique({ where: { id } });
  if (found === null || !can(viewer, "report-template:keep", found)) throw new NotFound("template");
}
