import "server-only";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import type { AreaView, MunicipalityChoice, OwnDuty } from "../area-views";
import { competenceFaults, type HeldPeriod } from "../competence-plan";
import type { DutyRegime } from "../regime";

const municipalitiesShown = 20;

/** Municipalities of today by a part of their name, or by their code: a few, never all. */
export async function findMunicipalities(
  viewer: Viewer,
  now: Now,
  words: string,
): Promise<readonly MunicipalityChoice[]> {
  requireKeeper(viewer);
  const asked = words.trim();
  if (asked === "") return [];
  const isNow = { OR: [{ validUntil: null }, { validUntil: { gte: toColumn(now.today) } }] };
  return prisma.municipality.findMany({
    where: { AND: [isNow, { OR: [{ code: asked }, { name: { contains: asked, mode: "insensitive" } }] }] },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    take: municipalitiesShown,
    select: { code: true, name: true },
  });
}

const dutyRegimes = ["compulsory", "qualification", "over_18"] as const satisfies readonly DutyRegime[];

/** Which office has which duty of a municipality, and when: past, now and to come. */
export async function readArea(viewer: Viewer, now: Now, code: string): Promise<AreaView> {
  requireKeeper(viewer);
  const found = await prisma.municipality.findUnique({
    where: { code },
    select: {
      code: true,
      name: true,
      competences: {
        orderBy: [{ validFrom: "desc" }, { id: "asc" }],
        include: { office: { select: { organisation: { select: { name: true } } } } },
      },
    },
  });
  if (found === null) throw new NotFound("municipality");
  const object = { kind: "municipality", id: code };
  await recordRead(viewer, now, { action: "areas:read", object, reason: "duty-of-the-desk" });
  const rows = found.competences.map(({ office, ...row }) => ({
    ...toPeriod(row),
    ...{ regime: row.regime, officeName: office.organisation.name },
  }));
  const duties = dutyRegimes.map((regime) => {
    const held = rows.filter((row) => row.regime === regime);
    return { regime, held, faults: competenceFaults(held, now.today) };
  });
  return { code, name: found.name, duties };
}

/** Which duties the own office has, now and to come: those with a gap or an overlap first, then by municipality. */
export async function listOwnDuties(viewer: Viewer, now: Now): Promise<readonly OwnDuty[]> {
  if (viewer.kind !== "office" || !can(viewer, "areas:read-own", { officeId: viewer.officeId }))
    throw new NotFound("areas");
  const { officeId } = viewer;
  const isToCome = { OR: [{ validUntil: null }, { validUntil: { gte: toColumn(now.today) } }] };
  const municipalities = await prisma.municipality.findMany({
    where: { competences: { some: { officeId, ...isToCome } } },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    select: { name: true, competences: { where: isToCome, orderBy: [{ validFrom: "asc" }, { id: "asc" }] } },
  });
  const duties = municipalities.flatMap(({ name, competences }) => ownDutiesIn(name, competences, { officeId, now }));
  const object = { kind: "municipality", count: municipalities.length };
  await recordRead(viewer, now, { action: "areas:read", object, reason: "own-office" });
  const isFaulty = ({ faults }: OwnDuty) => Number(faults.length > 0);
  return duties.toSorted((one, other) => isFaulty(other) - isFaulty(one));
}

type CompetenceRow = Awaited<ReturnType<typeof prisma.competence.findMany>>[number];

function ownDutiesIn(
  municipality: string,
  rows: readonly CompetenceRow[],
  { officeId, now }: { readonly officeId: string; readonly now: Now },
): readonly OwnDuty[] {
  return dutyRegimes.flatMap((regime) => {
    const held = rows.filter((row) => row.regime === regime).map(toPeriod);
    const faults = competenceFaults(held, now.today);
    const own = held.filter((period) => period.officeId === officeId);
    return own.map(({ id, from, until }) => ({ id, municipality, regime, from, until, faults }));
  });
}

function toPeriod({ id, officeId, validFrom, validUntil }: CompetenceRow): HeldPeriod {
  return {
    id,
    officeId,
    from: fromColumn(validFrom),
    until: validUntil === null ? null : fromColumn(validUntil),
  };
}

function requireKeeper(viewer: Viewer): void {
  if (!can(viewer, "areas:keep", {})) throw new NotFound("areas");
}
