import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { absenceTypes, isAbsenceType } from "@/lib/reports/absence-types";
import { verdicts } from "@/lib/reports/import/stages";
import { typeIn } from "@/lib/reports/import/to-report";
import type { ImportRowView } from "@/lib/reports/import/views";
import { warningCodes } from "@/lib/reports/warnings";

interface ShownRow extends ImportRowView {
  /** What is wrong, in words. */
  readonly sentences: readonly string[];
}

interface ImportRowsProps {
  readonly rows: readonly ShownRow[];
  readonly locale: Locale;
  readonly mendHref: (line: number) => string;
  /** The form of the one row that is shown. Null: all are only looked at. */
  readonly mending: ReactNode;
}

/** Each row of a sheet with what the desk says of it. */
export function ImportRows({ rows, locale, mendHref, mending }: ImportRowsProps) {
  const t = translatorFor(locale);
  if (rows.length === 0) return <EmptyState title={t("imports.rows.none")} />;
  return (
    <ol className="grid overflow-hidden rounded-xl border border-line bg-paper">
      {rows.map((row) => (
        <li
          key={row.line}
          id={`regel-${row.line}`}
          className="grid gap-3 border-b border-line px-4 py-3 last:border-b-0 sm:px-5"
        >
          <div className="grid gap-x-5 gap-y-2 sm:grid-cols-[5.5rem_minmax(0,1fr)_auto] sm:items-start">
            <p className="text-sm text-ink-soft sm:pt-0.5">{t("imports.rows.line", { line: row.line })}</p>
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <strong className="break-words">{nameOf(row, t)}</strong>
                <StatusTag tone={verdicts[row.verdict].tone}>{t(`imports.verdicts.${row.verdict}`)}</StatusTag>
              </p>
              <About row={row} t={t} locale={locale} />
            </div>
            <RowLink row={row} t={t} href={mending === null ? mendHref(row.line) : null} />
          </div>
          {mending}
        </li>
      ))}
    </ol>
  );
}

/** The desk names who it found; of anybody else stands what the sheet says. */
function nameOf({ student, values, reference }: ShownRow, t: Translate): string {
  if (student !== null) return student.group === null ? student.name : `${student.name}, ${student.group}`;
  const number = values.student ?? "";
  if (number !== "") return number;
  return reference === null ? t("imports.rows.noStudent") : t("imports.rows.open", { reference });
}

interface PartProps {
  readonly row: ShownRow;
  readonly t: Translate;
}

function About({ row, t, locale }: PartProps & { readonly locale: Locale }) {
  const { verdict, values, sentences, warnings } = row;
  const outline = outlineOf(values, locale, t);
  return (
    <>
      {outline === "" ? null : <p className="break-words text-ink-soft">{outline}</p>}
      {sentences.map((sentence) => (
        <p key={sentence} className="max-w-text font-semibold text-danger">
          {sentence}
        </p>
      ))}
      {warnings.map((code) => (
        <p key={code} className="max-w-text text-sm text-ink-soft">
          {warningCodes[code][locale]}
        </p>
      ))}
      {verdict === "left_out" ? <p className="text-sm text-ink-soft">{t("imports.rows.leftOut")}</p> : null}
    </>
  );
}

function outlineOf({ type = "", firstDay, lastDay, days }: ShownRow["values"], locale: Locale, t: Translate): string {
  const code = typeIn(type);
  const name = isAbsenceType(code) ? absenceTypes[code].label[locale] : type.slice(0, 60);
  const span = spanOf(firstDay ?? "", lastDay ?? "", t) || (days ?? "").slice(0, 80);
  return [name, span].filter((part) => part !== "").join(", ");
}

function spanOf(first: string, last: string, t: Translate): string {
  if (first === "") return "";
  return last === "" || last === first ? t("imports.rows.from", { first }) : t("imports.rows.span", { first, last });
}

function RowLink({ row: { line, verdict, reference }, t, href }: PartProps & { readonly href: string | null }) {
  if (reference !== null) {
    return <TextLink href={`/meldingen/${reference}`}>{t("imports.rows.open", { reference })}</TextLink>;
  }
  if (href === null) return null;
  return (
    <ButtonLink href={href} size="small">
      {t(verdict === "wrong" ? "imports.rows.mend" : "imports.rows.change")}
      <span className="sr-only">: {t("imports.rows.line", { line })}</span>
    </ButtonLink>
  );
}
