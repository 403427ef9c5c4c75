import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { translatorFor } from "@/lib/i18n/translator";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { studentName } from "@/lib/shared/student-name";
import { eventColumns, readEvent } from "@/lib/timeline/event-row";
import { invitationLetter } from "../invitation";
import { drawLetter } from "../letter-pdf.server";
import type { OfficeLetter } from "../office-letter";
import { plannedTalks, talkEvents } from "../talks";
import type { TemplateKind } from "../template-kinds";
import { sentWarnings, warningLetter } from "../warning";

interface AskedLetter {
  readonly reference: string;
  readonly eventId: string;
  /** Undefined: the usual text. */
  readonly templateId: string | undefined;
}

/** The letter that invites to a planned talk, as a PDF. */
export function printInvitation(viewer: Viewer, now: Now, asked: AskedLetter): Promise<Uint8Array<ArrayBuffer>> {
  return printLetter(viewer, now, { ...asked, kind: "invitation" }, ({ timeline, parties, text }) => {
    const talk = plannedTalks(timeline, now.today).find(({ eventId }) => eventId === asked.eventId);
    return talk && invitationLetter({ ...parties, talk, today: now.today, text }, translatorFor("nl"));
  });
}

/** The letter of a warning that was recorded, as a PDF. */
export function printWarning(viewer: Viewer, now: Now, asked: AskedLetter): Promise<Uint8Array<ArrayBuffer>> {
  return printLetter(viewer, now, { ...asked, kind: "warning" }, ({ timeline, parties, absence, text }) => {
    const warning = sentWarnings(timeline).find(({ eventId }) => eventId === asked.eventId);
    return warning && warningLetter({ ...parties, ...absence, on: warning.on, text }, translatorFor("nl"));
  });
}

type LetterFound = ReturnType<typeof presentFound>;

/** Made of what the register and the report say now, and put on the access log. Of a protected student it says no address. */
async function printLetter(
  viewer: Viewer,
  now: Now,
  { reference, templateId, kind }: AskedLetter & { readonly kind: TemplateKind },
  write: (found: LetterFound) => OfficeLetter | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (viewer.kind !== "office") throw new NotFound("report");
  const { officeId } = viewer;
  const [report, template] = await Promise.all([
    prisma.report.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
      select: letterColumns(now),
    }),
    templateId === undefined
      ? null
      : prisma.officeTemplate.findFirst({
          where: { id: templateId, officeId, kind, retiredAt: null },
          select: { text: true },
        }),
  ]);
  if (report === null || !can(viewer, "report:record", report)) throw new NotFound("report");
  const letter = write(presentFound(report, viewer.name, template?.text ?? null));
  if (letter === undefined) throw new NotFound("letter");
  await recordRead(viewer, now, {
    action: "letter:print",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  return drawLetter(letter);
}

type LetterRow = Prisma.ReportGetPayload<{ select: ReturnType<typeof letterColumns> }>;

function presentFound(report: LetterRow, ownName: string, text: string | null) {
  const { office, student, location, officer } = report;
  if (office === null) throw new NotFound("report");
  return {
    timeline: report.events.map((row) => ({ event: readEvent(row) })),
    text,
    parties: {
      reference: report.reference,
      studentName: studentName(student),
      address: report.isProtected ? [] : addressOf(student.residences),
      office: { name: office.organisation.name, email: office.email, phone: office.phone },
      officerName: officer?.name ?? ownName,
      schoolName: location.name,
    },
    absence: {
      firstDay: fromColumn(report.firstDay),
      lastDay: report.lastDay === null ? null : fromColumn(report.lastDay),
      hours: Number(report.hoursTotal),
      arrivalCount: report._count.arrivals,
    },
  };
}

function letterColumns(now: Now) {
  const kinds: string[] = [...talkEvents];
  return {
    id: true,
    reference: true,
    organisationId: true,
    locationId: true,
    officeId: true,
    isProtected: true,
    firstDay: true,
    lastDay: true,
    hoursTotal: true,
    _count: { select: { arrivals: true } },
    events: { where: { kind: { in: kinds } }, orderBy: { id: "asc" }, select: eventColumns },
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
