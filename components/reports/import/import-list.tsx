import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { formatCount, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { progressOf } from "@/lib/reports/import/stages";
import { type ImportLine, isFinished } from "@/lib/reports/import/views";

interface ImportListProps {
  readonly imports: readonly ImportLine[];
  /** Throws one away. */
  readonly drop: (form: FormData) => Promise<void>;
  readonly locale: Locale;
}

/** Sheets that were brought, and how far each is; nothing when there is none. */
export function ImportList({ imports, drop, locale }: ImportListProps) {
  if (imports.length === 0) return null;
  const t = translatorFor(locale);
  return (
    <Card title={{ id: "bestanden", text: t("imports.list.title") }} edge="brand">
      <p className="text-sm text-ink-soft">{t("imports.list.lead")}</p>
      <ul className="grid">
        {imports.map((line) => (
          <li
            key={line.id}
            className="grid gap-2 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start sm:gap-x-6"
          >
            <div className="min-w-0">
              <p>
                <strong>{t("imports.list.from", { moment: formatMoment(line.createdAt, locale) })}</strong>,{" "}
                {t("imports.list.rows", { count: line.rowCount })}
              </p>
              <p className="text-sm text-ink-soft">{standingOf(line, t, locale)}</p>
            </div>
            <Ways line={line} drop={drop} t={t} locale={locale} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type WaysProps = Pick<ImportListProps, "drop" | "locale"> & { readonly line: ImportLine; readonly t: Translate };

/** On with it, or away with it; what is being sent goes on by itself. */
function Ways({ line, drop, t, locale }: WaysProps) {
  const named = t("imports.list.from", { moment: formatMoment(line.createdAt, locale) });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink href={`/meldingen/importeren/${line.id}`} size="small">
        {t(isFinished(line) ? "imports.list.look" : "imports.list.go")}
        <span className="sr-only">: {named}</span>
      </ButtonLink>
      {line.stage === "sending" ? null : (
        <Details summary={t("imports.list.drop")}>
          <form action={drop} className="grid gap-2">
            <input type="hidden" name="id" value={line.id} />
            <p className="text-sm">{t("imports.page.dropText")}</p>
            <div>
              <Button type="submit" look="danger" size="small">
                {t("imports.page.drop")}
                <span className="sr-only">: {named}</span>
              </Button>
            </div>
          </form>
        </Details>
      )}
    </div>
  );
}

function standingOf(line: ImportLine, t: Translate, locale: Locale): string {
  const { stage, counts } = line;
  const progress = progressOf(line);
  const shown = (count: number) => formatCount(count, locale);
  if (progress !== null && stage !== "columns" && stage !== "ready") {
    return t(`imports.standing.${stage}`, { done: shown(progress.done), total: shown(progress.total) });
  }
  if (stage === "columns") return t("imports.standing.columns");
  const sent = shown(counts.filed);
  if (isFinished(line)) return t("imports.standing.done", { sent });
  return t("imports.standing.ready", { good: shown(counts.good + counts.look), wrong: shown(counts.wrong), sent });
}
