import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import { isTold } from "@/lib/timeline/redact";

/** One event as an open page hears of it: that something happened with a report, and not what. */
export interface News {
  readonly id: string;
  readonly reference: string;
}

/** With what must be known to say who may hear of it. */
export interface NewsFacts extends News, ReportFacts {
  readonly kind: string;
  /** Null: the desk itself or a coupled system. */
  readonly actorId: string | null;
}

/** Whoever may read the report hears of it, except of what he did himself and of what is not told to his side. */
export function concerns(viewer: PersonViewer, news: NewsFacts): boolean {
  return (
    news.actorId !== viewer.accountId &&
    can(viewer, "report:read", news) &&
    isTold(news.kind, { side: viewer.kind }, news.isProtected)
  );
}

/** Server-sent events, as the browser reads them. */
export function newsFrame({ id, reference }: News): string {
  return `id: ${id}\ndata: ${JSON.stringify({ reference })}\n\n`;
}

export const heartbeatFrame = ": \n\n";
