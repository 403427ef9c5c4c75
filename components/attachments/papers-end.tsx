import { Button } from "@/components/ui/button";
import type { PapersView } from "@/lib/attachments/views";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { PapersHandOver } from "./papers-hand-over";
import { PapersHold } from "./papers-hold";

interface PapersEndProps {
  readonly reference: string;
  readonly papers: PapersView;
  /** Until when all of them are kept. Null: not the same day, or nobody knows. */
  readonly together: CalendarDate | null;
  readonly t: Translate;
  readonly locale: Locale;
}

/** How long the papers stay, what the office may do about it, and what proves how they ended. */
export function PapersEnd({ reference, papers, together, t, locale }: PapersEndProps) {
  const { hold, mayHold, mayProve, goneCount } = papers;
  const count = papers.papers.length;
  return (
    <>
      {together === null ? null : (
        <p className="max-w-text text-sm text-ink-soft">
          {t("attachments.end.kept", { count, day: formatDay(together, locale) })}
        </p>
      )}
      <PapersHandOver reference={reference} papers={papers} />
      <PapersHold reference={reference} hold={hold} mayHold={mayHold} />
      {mayProve ? (
        <form
          method="post"
          action={`/bijlagen/bewijs/${reference}`}
          className="grid justify-items-start gap-2 print:hidden"
        >
          <p className="max-w-text text-sm text-ink-soft">{t("attachments.end.gone", { count: goneCount })}</p>
          <Button type="submit" size="small">
            {t("attachments.end.proof")}
          </Button>
        </form>
      ) : null}
    </>
  );
}
