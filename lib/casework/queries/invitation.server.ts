import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { translatorFor } from "@/lib/i18n/translator";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { studentName } from "@/lib/shared/student-name";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import { invitationLetter, plannedTalks } from "../invitation";
import { drawLetter } from "../letter-pdf.server";

interface Invitation {
  readonly reference: string;
  readonly eventId: string;
  /** Undefined: the usual text. */
  readonly templateId: string | undefined;
}

/** The letter that invites to a planned talk, as a PDF, put on the access log. Of a protected student it says no address. */
export async function printInvitation(
  viewer: Viewer,
  now: Now,
  { reference, eventId, templateId }: Invitation,
): Promise<Uint8Array<ArrayBuffer>> {
  if (viewer.kind !== "office") throw new NotFound("report");
  const { officeId } = viewer;
  const [report, template] = await Promise.all([
    prisma.report.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
      select: letterColumns(eventId, now),
    }),
    templateId === undefined
      ? null
      : prisma.officeTemplate.findFirst({
          where: { id: templateId, officeId, kind: "invitation", retiredAt: null },
          select: { text: true },
        }),
  ]);
  if (report === null || report.office === null || !can(viewer, "report:record", report)) throw new NotFound("report");
  const [talk] = plannedTalks(
    report.events.map((row) => ({ event: readEvent(row) })),
    now.today,
  );
  if (talk === undefined) throw new NotFound("talk");
  await recordRead(viewer, now, {
    action: "letter:print",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  const { organisation, email, phone } = report.office;
  const letter = invitationLetter(
    {
      talk,
      today: now.today,
      reference: report.reference,
      studentName: studentName(report.student),
      address: report.isProtected ? [] : addressOf(report.student.residences),
      office: { name: organisation.name, email, phone },
      officerName: report.officer?.name ?? viewer.name,
      schoolName: report.location.name,
      text: template?.text ?? null,
    },
    translatorFor("nl"),
  );
  return drawLetter(letter);
}

function letterColumns(eventId: string, now: Now) {
  return {
    id: true,
    reference: true,
    organisationId: true,
    locationId: true,
    officeId: true,
    isProtected: true,
    events: { where: { id: eventId, kind: "acted" }, select: eventColumns },
    location: { select: { name: true } },
    officer: { select: { name: true } },
    office: { select: { email: true, phone: true, organisation: { select: { name: true } } } },
    student: {
      select: {
        firstName: true,
        prefix: true,
        lastName: true,
        residences: {
          where: { residentFrom: { lte: toColumn(now.today) } },
          orderBy: { residentFrom: "desc" },
          take: 1,
          select: { kind: true, street: true, houseNumber: true, postcode: true, city: true },
        },
      },
    },
  } as const;
}

interface Residence {
  readonly kind: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

/** Where the student lives today, as lines; none when the register knows no street, or must not say it. */
function addressOf([residence]: readonly Residence[]): readonly string[] {
  if (residence === undefined || residence.kind === "protected" || residence.street === null) return [];
  const { street, houseNumber, postcode, city } = residence;
  return [`${street} ${houseNumber ?? ""}`.trim(), `${postcode ?? ""} ${city ?? ""}`.trim()].filter(
    (line) => line !== "",
  );
}
