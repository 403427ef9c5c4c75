import "server-only";
import type { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer, SchoolViewer } from "@/lib/identity/viewer";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { topicCodes } from "../choices";
import type { choicesInput, dropStandInInput, standInInput } from "../inputs";
import { colleaguesOf } from "../stand-in-scope";

/** How somebody wants to hear of each kind of news. */
export function chooseMail(viewer: PersonViewer, input: z.infer<typeof choicesInput>, now: Now): Promise<Result<null>> {
  const { accountId } = viewer;
  return transact(viewer, now, async (tx) => {
    for (const topic of topicCodes) {
      const delivery = input[topic];
      await tx.client.notificationChoice.upsert({
        where: { accountId_topic: { accountId, topic } },
        create: { accountId, topic, delivery },
        update: { delivery },
      });
    }
    record(tx, { action: "mail:choose", object: { kind: "account", id: accountId }, reason: "own-account" });
    return ok(null);
  });
}

/** Somebody of a school is away, and a colleague hears in his place. */
export function nameStandIn(
  viewer: PersonViewer,
  input: z.infer<typeof standInInput>,
  now: Now,
): Promise<Result<null>> {
  const school = ofSchool(viewer);
  const { firstDay, lastDay, deputyId } = input;
  return transact(viewer, now, async (tx) => {
    if (lastDay < now.today) return fail({ code: "day-past", field: "lastDay" });
    const deputy = await tx.client.account.findFirst({ where: { AND: [{ id: deputyId }, colleaguesOf(school, now)] } });
    if (deputy === null) return fail({ code: "deputy-missing", field: "deputyId" });
    const { accountId } = school;
    await tx.client.standIn.create({
      data: { accountId, deputyId, firstDay: toColumn(firstDay), lastDay: toColumn(lastDay) },
    });
    record(tx, { action: "stand-in:name", object: { kind: "account", id: accountId }, reason: "own-account" });
    return ok(null);
  });
}

/** He is back, or stays after all. */
export function dropStandIn(
  viewer: PersonViewer,
  { id }: z.infer<typeof dropStandInInput>,
  now: Now,
): Promise<Result<null>> {
  const { accountId } = ofSchool(viewer);
  return transact(viewer, now, async (tx) => {
    await tx.client.standIn.deleteMany({ where: { id, accountId } });
    record(tx, { action: "stand-in:drop", object: { kind: "account", id: accountId }, reason: "own-account" });
    return ok(null);
  });
}

/** At an office the planning of leave says who stands in. */
function ofSchool(viewer: PersonViewer): SchoolViewer {
  if (viewer.kind !== "school") throw new NotAllowed("stand-in:name");
  return viewer;
}
