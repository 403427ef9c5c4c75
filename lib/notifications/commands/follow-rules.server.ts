import "server-only";
import type { z } from "zod";
import type { AuditAct } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { handOnNews } from "../hand-on.server";
import type { changeFollowRuleInput, dropFollowRuleInput, followRuleInput, handOnInput } from "../inputs";
import { followedOrganisation, managedSchool } from "../managed-school";
import { hasWorkedAt, worksAt } from "../stand-in-scope";

const rulesMost = 100;

/** Who tends a school or plans an office: this address hears of all reports from now on, or of a location or type. */
export function addFollowRule(
  viewer: PersonViewer,
  input: z.infer<typeof followRuleInput>,
  now: Now,
): Promise<Result<null>> {
  const organisationId = followed(viewer);
  const { email, locationId = null, type = null, delivery = "now" } = input;
  const isDaily = delivery === "daily";
  return transact(viewer, now, async (tx) => {
    const rules = await tx.client.followRule.findMany({ where: { organisationId } });
    if (rules.length >= rulesMost) return fail({ code: "too-many-rules" });
    if (rules.some((rule) => rule.email === email && rule.locationId === locationId && rule.type === type)) {
      return fail({ code: "follows-already", field: "email" });
    }
    if (locationId !== null && (await tx.client.location.count({ where: { id: locationId, organisationId } })) === 0) {
      return fail({ code: "location-unknown", field: "locationId" });
    }
    await tx.client.followRule.create({
      data: { organisationId, email, locationId, type, isDaily, createdBy: viewer.name, createdAt: now.at },
    });
    log(tx, "followers:add", organisationId);
    return ok(null);
  });
}

/** From now on a mailbox hears at once, or once a day. What waits for its letter of the day arrives with that letter. */
export function changeFollowRule(
  viewer: PersonViewer,
  { id, delivery }: z.infer<typeof changeFollowRuleInput>,
  now: Now,
): Promise<Result<null>> {
  const organisationId = followed(viewer);
  return transact(viewer, now, async (tx) => {
    const isDaily = delivery === "daily";
    const { count } = await tx.client.followRule.updateMany({ where: { id, organisationId }, data: { isDaily } });
    if (count === 0) throw new NotFound("follow rule");
    log(tx, "followers:change", organisationId);
    return ok(null);
  });
}

export function dropFollowRule(
  viewer: PersonViewer,
  { id }: z.infer<typeof dropFollowRuleInput>,
  now: Now,
): Promise<Result<null>> {
  const organisationId = followed(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.followRule.deleteMany({ where: { id, organisationId } });
    if (count === 0) throw new NotFound("follow rule");
    log(tx, "followers:drop", organisationId);
    return ok(null);
  });
}

export interface HandedOn {
  readonly count: number;
}

/** Somebody leaves: a colleague hears from now on of all open reports that he filed, prepared or followed. */
export function handOnReports(
  viewer: PersonViewer,
  { fromId, toId }: z.infer<typeof handOnInput>,
  now: Now,
): Promise<Result<HandedOn>> {
  const organisationId = managed(viewer);
  return transact(viewer, now, async (tx) => {
    if (fromId === toId) return fail({ code: "deputy-is-self", field: "toId" });
    const receiver = await tx.client.account.count({ where: { AND: [{ id: toId }, worksAt(organisationId, now)] } });
    if (receiver === 0) return fail({ code: "person-missing", field: "toId" });
    const giver = await tx.client.account.count({ where: { AND: [{ id: fromId }, hasWorkedAt(organisationId)] } });
    if (giver === 0) return fail({ code: "person-missing", field: "fromId" });
    const count = await handOnNews(tx, { organisationId, fromId, toId });
    if (count === 0) return fail({ code: "nothing-to-hand-over" });
    log(tx, "followers:hand-on", organisationId);
    return ok({ count });
  });
}

/** The school of which this viewer tends the people. */
function managed(viewer: PersonViewer): string {
  const organisationId = managedSchool(viewer);
  if (organisationId === null) throw new NotAllowed("people:manage");
  return organisationId;
}

/** The school or the office for which this viewer says who hears of all its reports. */
function followed(viewer: PersonViewer): string {
  const organisationId = followedOrganisation(viewer);
  if (organisationId === null) throw new NotAllowed("followers:add");
  return organisationId;
}

function log(tx: Transaction, action: AuditAct["action"], organisationId: string): void {
  record(tx, { action, object: { kind: "organisation", id: organisationId }, reason: "administration" });
}
