import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import type { LadderSteps } from "../ladder-fields";
import type { MunicipalityLadder } from "../views";

const keptSteps = z.array(z.object({ times: z.number(), action: z.string() }));

/** What the own school says of late arrival. Null: nothing. */
export async function findSchoolLadder(viewer: Viewer): Promise<LadderSteps> {
  if (viewer.kind !== "school" || !can(viewer, "calendar:keep", { organisationId: viewer.organisationId })) {
    throw new NotFound("ladder");
  }
  const kept = await prisma.lateLadder.findUnique({ where: { owner: `organisation:${viewer.organisationId}` } });
  return kept === null ? null : keptSteps.parse(kept.steps);
}

/** What each municipality of the own office says of late arrival. */
export async function listMunicipalityLadders(viewer: Viewer, now: Now): Promise<readonly MunicipalityLadder[]> {
  if (viewer.kind !== "office" || !can(viewer, "terms:keep", { officeId: viewer.officeId }))
    throw new NotFound("ladder");
  const today = toColumn(now.today);
  const municipalities = await prisma.municipality.findMany({
    where: {
      competences: {
        some: {
          officeId: viewer.officeId,
          validFrom: { lte: today },
          OR: [{ validUntil: null }, { validUntil: { gte: today } }],
        },
      },
    },
    select: { code: true, name: true },
    orderBy: { name: "asc" },
  });
  const owners = municipalities.map(({ code }) => `municipality:${code}`);
  const kept = await prisma.lateLadder.findMany({ where: { owner: { in: owners } } });
  const stepsOf = new Map(kept.map(({ owner, steps }) => [owner, keptSteps.parse(steps)]));
  return municipalities.map(({ code, name }) => ({ code, name, steps: stepsOf.get(`municipality:${code}`) ?? null }));
}
