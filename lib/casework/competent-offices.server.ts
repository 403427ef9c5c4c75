import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { DutyRegime } from "@/lib/directory/regime";
import { type CalendarDate, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { dutiesOf } from "./transfer";

type Client = Pick<Prisma.TransactionClient, "office" | "mandate">;

export interface CompetentOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

interface Sent {
  readonly officeId: string | null;
  readonly regime: string;
  readonly isProtected: boolean;
  readonly student: { readonly birthDate: Date };
}

/** Offices that have one of these duties somewhere in the country on this day. */
function competentFor(regimes: readonly DutyRegime[], day: CalendarDate): Prisma.OfficeWhereInput {
  const on = toColumn(day);
  return {
    competences: {
      some: {
        regime: { in: [...regimes] },
        validFrom: { lte: on },
        OR: [{ validUntil: null }, { validUntil: { gte: on } }],
      },
    },
  };
}

const nameColumns = { id: true, organisation: { select: { code: true, name: true } } } satisfies Prisma.OfficeSelect;

/** The office that was chosen for a report, or why it cannot get it. */
export async function chooseOffice(
  client: Client,
  report: Sent,
  officeCode: string,
  now: Now,
): Promise<Result<CompetentOffice>> {
  const refuse = (code: string): Result<never> => fail({ code, field: "officeCode" } satisfies Problem);
  const office = await client.office.findFirst({
    where: { organisation: { code: officeCode } },
    select: nameColumns,
  });
  if (office === null) return refuse("office-unknown");
  if (office.id === report.officeId) return refuse("office-own");
  const isCompetent = await client.office.count({ where: { AND: [{ id: office.id }, fitting(report, now)] } });
  if (isCompetent === 0) return refuse("office-not-competent");
  if (report.isProtected && !(await hasNamedOfficer(client, office.id, now))) return refuse("nobody-named");
  return ok({ id: office.id, ...office.organisation });
}

/** Every office that could get this report, by name. */
export async function listFittingOffices(client: Client, report: Sent, now: Now): Promise<readonly CompetentOffice[]> {
  const offices = await client.office.findMany({
    where: { AND: [fitting(report, now), report.officeId === null ? {} : { id: { not: report.officeId } }] },
    select: nameColumns,
    orderBy: { organisation: { name: "asc" } },
  });
  return offices.map(({ id, organisation }) => ({ id, ...organisation }));
}

function fitting({ regime, student }: Sent, { today }: Now): Prisma.OfficeWhereInput {
  return competentFor(dutiesOf(regime, fromColumn(student.birthDate), today), today);
}

/** A protected case at an office where nobody is named for such cases would be seen by nobody. */
async function hasNamedOfficer(client: Client, officeId: string, { today }: Now): Promise<boolean> {
  const on = toColumn(today);
  const named = await client.mandate.count({
    where: {
      organisationId: officeId,
      protectedCases: true,
      role: { in: ["officer", "team_lead", "coordinator"] },
      validFrom: { lte: on },
      OR: [{ validUntil: null }, { validUntil: { gte: on } }],
      account: { disabledAt: null },
    },
  });
  return named > 0;
}
