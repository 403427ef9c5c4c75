import { keptUntil } from "@/lib/attachments/retention";
import type { PapersView, PaperView } from "@/lib/attachments/views";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { CalendarDate } from "@/lib/shared/calendar-date";

export interface PaperDay {
  readonly id: string;
  readonly day: CalendarDate;
}

/** Until when each paper of a report that is over is kept, unless the office said otherwise; one day where it is the same. */
export function keptDays({
  papers,
  closedOn,
  hold,
  handOver,
}: Pick<PapersView, "papers" | "closedOn" | "hold" | "handOver">): {
  readonly all: CalendarDate | null;
  readonly each: readonly PaperDay[];
} {
  if (closedOn === null || hold !== null || handOver !== null) return { all: null, each: [] };
  const kept = papers.filter(({ state }) => state !== "refused");
  const each = kept.map(({ id, kind }) => ({ id, day: keptUntil(kind, closedOn) }));
  const [first] = each;
  const isSame = each.every(({ day }) => day === first?.day);
  return isSame ? { all: first?.day ?? null, each: [] } : { all: null, each };
}

interface KeptOneProps {
  readonly paper: Pick<PaperView, "id">;
  readonly days: readonly PaperDay[];
  readonly t: Translate;
  readonly locale: Locale;
}

/** Where they are not all kept until the same day. */
export function KeptOne({ paper, days, t, locale }: KeptOneProps) {
  const found = days.find(({ id }) => id === paper.id);
  if (found === undefined) return null;
  return (
    <p className="text-sm text-ink-soft">
      {t("attachments.end.kept", { count: 1, day: formatDay(found.day, locale) })}
    </p>
  );
}
