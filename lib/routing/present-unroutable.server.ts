import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { Regime } from "@/lib/directory/regime";
import { dayOf } from "@/lib/shared/calendar-date";
import { type Why, whys } from "./route";
import type { UnroutableLine } from "./views";

/** Nothing of the student is asked, so that nothing of the student can be shown (settled 13). */
export const unroutableRecord = {
  id: true,
  reference: true,
  version: true,
  filedAt: true,
  type: true,
  regime: true,
  isProtected: true,
  organisation: { select: { name: true } },
  location: { select: { name: true } },
  assignments: {
    orderBy: { decidedAt: "desc" },
    take: 1,
    select: { because: true, municipalityCode: true },
  },
} as const satisfies Prisma.ReportSelect;

type Row = Prisma.ReportGetPayload<{ select: typeof unroutableRecord }>;

/** One trip for a whole page: only the municipalities for which an office is missing are named. */
export async function presentUnroutable(reports: readonly Row[]): Promise<readonly UnroutableLine[]> {
  const codes = reports.map(municipalityWithoutOffice).filter((code) => code !== null);
  const found =
    codes.length === 0
      ? []
      : await prisma.municipality.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } });
  const names = new Map(found.map(({ code, name }) => [code, name]));
  return reports.map((report) => toLine(report, names));
}

function municipalityWithoutOffice({ assignments, isProtected }: Row): string | null {
  const [decision] = assignments;
  return decision?.because.includes("no-office") && !isProtected ? decision.municipalityCode : null;
}

function toLine(report: Row, names: ReadonlyMap<string, string>): UnroutableLine {
  const code = municipalityWithoutOffice(report);
  return {
    reference: report.reference,
    version: report.version,
    filedOn: dayOf(report.filedAt),
    schoolName: report.organisation.name,
    locationName: report.location.name,
    type: report.type,
    regime: regimeOf(report.regime),
    why: whyOf(report.assignments[0]?.because ?? []),
    municipality: code === null ? null : (names.get(code) ?? code),
  };
}

function whyOf(because: readonly string[]): Why {
  const why = whys.find((code) => because.includes(code));
  if (why === undefined) throw new TypeError(`an unroutable report without a reason: ${because.join()}`);
  return why;
}

function regimeOf(code: string): Regime {
  const known: readonly Regime[] = ["compulsory", "qualification", "over_18", "none"];
  const regime = known.find((candidate) => candidate === code);
  if (regime === undefined) throw new TypeError(`unknown regime: ${code}`);
  return regime;
}
