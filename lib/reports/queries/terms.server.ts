import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type CalendarDate, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import type { KeptTerm, OfficeTermsView } from "../terms";

/** What the own office promises and when it is closed; nothing here is about a person. */
export async function findOfficeTerms(viewer: Viewer, now: Now): Promise<OfficeTermsView> {
  if (viewer.kind !== "office" || !can(viewer, "terms:keep", { officeId: viewer.officeId })) {
    throw new NotAllowed("terms:keep");
  }
  const { officeId } = viewer;
  const [terms, freeDays, municipalities] = await Promise.all([
    prisma.officeTerm.findMany({ where: { officeId }, orderBy: [{ validFrom: "desc" }] }),
    prisma.officeFreeDay.findMany({
      where: { officeId, removedAt: null, day: { gt: toColumn(now.today) } },
      select: { id: true, day: true, name: true },
      orderBy: { day: "asc" },
    }),
    prisma.municipality.findMany({
      where: { competences: { some: { officeId } } },
      select: { code: true, name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  const rows = terms.map(({ validFrom, ...term }) => ({
    ...term,
    from: fromColumn(validFrom),
    municipalityName:
      term.municipalityCode === null ? null : (names.get(term.municipalityCode) ?? term.municipalityCode),
  }));
  return {
    terms: rows.filter((row) => isOfUse(row, rows, now.today)),
    freeDays: freeDays.map(({ day, ...rest }) => ({ ...rest, day: fromColumn(day) })),
    municipalities,
  };
}

/** It begins later, or is the last of its part that has begun and still says something. */
function isOfUse(row: KeptTerm, rows: readonly KeptTerm[], today: CalendarDate): boolean {
  if (row.from > today) return true;
  const isReplaced = rows.some(
    (other) =>
      other.municipalityCode === row.municipalityCode &&
      other.type === row.type &&
      other.from <= today &&
      other.from > row.from,
  );
  return !isReplaced && row.firstReactionDays !== null;
}
