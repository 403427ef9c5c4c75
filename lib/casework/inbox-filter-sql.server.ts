import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import type { InboxFilter, SchoolChoice } from "./inbox-filter";

/** The school said something that nobody of the office has read. */
export function hasUnread(reportId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM messages m
    WHERE m.report_id = ${reportId} AND m.side = 'school' AND m.read_at IS NULL)`;
}

/** The school asked to be called, and nobody says that there was a call: as `callAwaitedSince`. */
export function isCallAwaited(reportId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM events asked
    WHERE asked.report_id = ${reportId} AND asked.kind = 'call_asked' AND NOT EXISTS (SELECT FROM events called
      WHERE called.report_id = asked.report_id AND called.id > asked.id
        AND (called.kind IN ('call_told', 'closed', 'withdrawn')
          OR (called.kind = 'acted' AND called.data->>'intervention' = 'called'))))`;
}

type Condition = (filter: InboxFilter, reader: Pick<OfficeViewer, "accountId">) => Prisma.Sql | undefined;

/** Each filter as a condition on the columns of `reports`. A new one does not compile without its condition here. */
const conditions: { readonly [F in keyof InboxFilter]-?: Condition } = {
  school: ({ school }) => school && schoolSql(school),
  type: ({ type }) => type && Prisma.sql`type = ${type}`,
  municipality: ({ municipality }) => (municipality ? Prisma.sql`municipality_code = ${municipality}` : undefined),
  regime: ({ regime }) => regime && Prisma.sql`regime = ${regime}`,
  officerId: ({ officerId }) => (officerId === undefined ? undefined : officerSql(officerId)),
  status: ({ status }) => status && Prisma.sql`status = ${status}::report_status`,
  filedFrom: ({ filedFrom }) => filedFrom && Prisma.sql`filed_at >= ${startOfDay(filedFrom)}`,
  filedUntil: ({ filedUntil }) => filedUntil && Prisma.sql`filed_at <= ${endOfDay(filedUntil)}`,
  isUrgent: ({ isUrgent }) => isUrgent && Prisma.sql`is_urgent`,
  isUnread: ({ isUnread }) => isUnread && hasUnread(Prisma.sql`reports.id`),
  isWaiting: ({ isWaiting }) => isWaiting && Prisma.sql`paused_at IS NOT NULL`,
  isFollowed: ({ isFollowed }, { accountId }) =>
    isFollowed &&
    Prisma.sql`EXISTS (SELECT FROM watches w
      WHERE w.report_id = reports.id AND w.account_id = ${accountId}::uuid AND NOT w.is_muted)`,
};

/** All that is chosen, on columns that the indexes of the inbox carry. */
export function filterSql(filter: InboxFilter, reader: Pick<OfficeViewer, "accountId">): Prisma.Sql {
  const chosen = Object.values(conditions).flatMap((condition) => condition(filter, reader) ?? []);
  return chosen.length === 0 ? Prisma.sql`TRUE` : Prisma.join(chosen, " AND ");
}

function officerSql(officerId: string | null): Prisma.Sql {
  return officerId === null ? Prisma.sql`officer_id IS NULL` : Prisma.sql`officer_id = ${officerId}::uuid`;
}

function schoolSql(school: SchoolChoice): Prisma.Sql {
  return school.kind === "school"
    ? Prisma.sql`organisation_id = (SELECT o.id FROM organisations o WHERE o.code = ${school.code})`
    : Prisma.sql`location_id = (SELECT l.id FROM locations l
        WHERE l.sector = ${school.sector}::sector AND l.location_code = ${school.code})`;
}
