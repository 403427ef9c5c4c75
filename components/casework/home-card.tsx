import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import type { Home } from "@/lib/casework/case";
import { type ResidenceLine, residenceOn } from "@/lib/directory/residence-line";
import { formatDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface HomeCardProps {
  /** Null: not for this reader. */
  readonly home: Home | null;
  /** On it depends which office is competent. */
  readonly firstDay: CalendarDate;
}

/** Where the student lives and lived, as the register says it. */
export function HomeCard({ home, firstDay }: HomeCardProps) {
  const t = useTranslations("inbox.case");
  if (home === null) return null;
  return (
    <Card title={{ id: "woonplaats", text: t("homeTitle") }}>
      {home.kind === "secret" ? <p>{t("home.secret")}</p> : <Lines lines={home.lines} firstDay={firstDay} />}
    </Card>
  );
}

function Lines({ lines, firstDay }: { readonly lines: readonly ResidenceLine[] } & Pick<HomeCardProps, "firstDay">) {
  const t = useTranslations("inbox.case.home");
  const [latest, ...earlier] = lines;
  if (latest === undefined) return <p className="text-ink-soft">{t("none")}</p>;
  const atFirst = residenceOn(firstDay, lines);
  return (
    <>
      <Line line={latest} isOfFirstDay={earlier.length > 0 && latest === atFirst} />
      {earlier.length === 0 ? null : (
        <Details summary={t("earlier", { count: earlier.length })} isOpen={latest !== atFirst}>
          {earlier.map((line) => (
            <Line key={line.from} line={line} isOfFirstDay={line === atFirst} />
          ))}
        </Details>
      )}
    </>
  );
}

function Line({ line, isOfFirstDay }: { readonly line: ResidenceLine; readonly isOfFirstDay: boolean }) {
  const t = useTranslations("inbox.case.home");
  const locale = useLocale();
  const { kind, address, from } = line;
  const isElsewhere = kind === "abroad" || kind === "unknown" || kind === "protected";
  return (
    <div className="grid wrap-anywhere">
      <span>{isElsewhere ? t(kind === "abroad" ? "abroad" : "unknown") : (address ?? t("unknown"))}</span>
      <span className="text-sm text-ink-soft">
        {kind === "correspondence" ? `${t("correspondence")} · ` : ""}
        {t("since", { day: formatDay(from, locale) })}
      </span>
      {isOfFirstDay ? <span className="text-sm text-ink-soft">{t("first")}</span> : null}
    </div>
  );
}
