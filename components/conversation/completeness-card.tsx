import { useLocale } from "next-intl";
import { askAction } from "@/app/gesprek/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import type { KindCode } from "@/lib/attachments/kinds";
import type { PapersView } from "@/lib/attachments/views";
import { usualAnswerDay } from "@/lib/conversation/answer-day";
import { completenessOf, type NeedLine } from "@/lib/conversation/completeness";
import type { ConversationView } from "@/lib/conversation/views";
import { formatWeekday, formatWrittenDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { statuses } from "@/lib/timeline/statuses";

interface CompletenessCardProps {
  readonly report: ReportView;
  readonly papers: PapersView;
  readonly conversation: Pick<ConversationView, "requests" | "allows">;
  readonly today: CalendarDate;
}

/** What is there, what is not, and one press to ask the school for it. */
export function CompletenessCard({ report, papers, conversation, today }: CompletenessCardProps) {
  const [t, locale] = [useTranslations("conversation.complete"), useLocale()];
  if (!statuses[report.status].open) return null;
  const kindsThere = papers.papers.flatMap(({ kind, state }): readonly KindCode[] => (state === "clean" ? [kind] : []));
  const { lines, thereCount } = completenessOf({ report, papers: kindsThere }, conversation.requests);
  const missing = lines.filter(({ state }) => state === "missing");
  const isWhole = thereCount === lines.length;
  return (
    <Card title={{ id: "volledig", text: t("title") }}>
      <Meter
        id="volledig-stand"
        value={thereCount}
        max={lines.length}
        label={isWhole ? t("whole") : t("part", { there: thereCount, all: lines.length })}
        tone={isWhole ? "good" : "attention"}
      />
      <ul className="grid gap-1.5">
        {lines.map((line) => (
          <Line key={line.code} line={line} />
        ))}
      </ul>
      {missing.length === 0 || !conversation.allows.ask ? null : (
        <div className="grid gap-2 border-t border-line pt-3 print:hidden">
          <p className="text-sm text-ink-soft">
            {t("askLead", { day: formatWeekday(usualAnswerDay(today), today, locale) })}
          </p>
          {missing.map((line) => (
            <AskFor key={line.code} line={line} report={report} today={today} />
          ))}
        </div>
      )}
    </Card>
  );
}

function Line({ line: { label, state } }: { readonly line: NeedLine }) {
  const [t, locale] = [useTranslations("conversation.complete"), useLocale()];
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
      <span className={state === "there" ? "mt-1 text-good" : "mt-1 text-attention"}>
        <Icon name={state === "there" ? "check" : "warning"} size={16} />
      </span>
      <span>
        {label[locale]}
        <span className="text-sm text-ink-soft">{` · ${t(`state.${state}`)}`}</span>
      </span>
    </li>
  );
}

interface AskForProps {
  readonly line: NeedLine;
  readonly report: Pick<ReportView, "reference">;
  readonly today: CalendarDate;
}

function AskFor({ line: { code, label, request, words }, report, today }: AskForProps) {
  const [t, acts, locale] = [useTranslations("conversation.complete"), useTranslations("inbox.acts"), useLocale()];
  return (
    <ActForm
      id={`vraag-${code}`}
      action={askAction}
      given={{
        reference: report.reference,
        kind: request,
        words,
        dueOn: formatWrittenDay(usualAnswerDay(today)),
      }}
      fields={[]}
      button={t("ask", { what: label[locale] })}
      look="secondary"
      text={actText(acts, locale)}
    />
  );
}
