import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import { isTold } from "@/lib/timeline/redact";

/** What an open page hears: that something happened with a report, and not what. */
export interface News {
  readonly id: string;
  /** Null: more happened than is told one by one, with whatever reports. */
  readonly reference: string | null;
  /** No event of the report: mail about it came back, words were put right, or an office noted something. Absent: an event. */
  readonly byMoment?: boolean | undefined;
}

/** With what must be known to say who may hear of it. */
export interface NewsFacts extends News, ReportFacts {
  readonly kind: string;
  /** Null: the desk itself or a coupled system. */
  readonly actorId: string | null;
  /** False: mail to somebody of the office, or its note, which is nothing to a school. */
  readonly isForSchool: boolean;
}

/** Whoever may read the report hears of it, except of what he did himself and of what is not told to his side. */
export function concerns(viewer: PersonViewer, news: NewsFacts): boolean {
  return (
    news.actorId !== viewer.accountId &&
    (news.isForSchool || viewer.kind !== "school") &&
    can(viewer, "report:read", news) &&
    isTold(news.kind, { side: viewer.kind }, news.isProtected)
  );
}

/** Server-sent events, as the browser reads them. */
export function newsFrame({ id, reference, byMoment }: News): string {
  const told = byMoment === true ? { reference, byMoment } : { reference };
  return `id: ${id}\ndata: ${JSON.stringify(told)}\n\n`;
}

export const heartbeatFrame = ": \n\n";
