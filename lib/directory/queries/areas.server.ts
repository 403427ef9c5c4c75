import "server-only";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import type { AreaView, MunicipalityChoice } from "../area-views";
import { competenceFaults } from "../competence-plan";
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
  const rows = found.competences.map(({ id, regime, officeId, validFrom, validUntil, office }) => ({
    ...{ id, regime, officeId, officeName: office.organisation.name, from: fromColumn(validFrom) },
    until: validUntil === null ? null : fromColumn(validUntil),
  }));
  const duties = dutyRegimes.map((regime) => {
    const held = rows.filter((row) => row.regime === regime);
    return { regime, held, faults: competenceFaults(held, now.today) };
  });
  return { code, name: found.name, duties };
}

function requireKeeper(viewer: Viewer): void {
  if (!can(viewer, "areas:keep", {})) throw new NotFound("areas");
}
