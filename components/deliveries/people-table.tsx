import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import type { Place } from "@/lib/deliveries/address";
import { classes, reasons } from "@/lib/deliveries/classes";
import { type Dataset, datasets } from "@/lib/deliveries/datasets";
import { exitReasonLabels, sectorLabels } from "@/lib/deliveries/labels";
import { oddities } from "@/lib/deliveries/oddities";
import type { ShownFacts } from "@/lib/deliveries/shown-facts";
import type { PreviewRow } from "@/lib/deliveries/views";
import { formatDay } from "@/lib/i18n/format";
import type { Label, Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import { MarkForm } from "./mark-form";

interface PeopleTableProps {
  readonly caption: string;
  readonly deliveryId: string;
  readonly dataset: Dataset;
  readonly place: Place;
  /** The line of which something was just said. Null: none. */
  readonly marked: number | null;
  readonly rows: readonly PreviewRow[];
  readonly markAction: (form: FormData) => Promise<void>;
}

/** Who stands in a delivery, and for what reason; nothing is hidden behind a link but what the register says. */
export function PeopleTable(props: PeopleTableProps) {
  const { caption, deliveryId, dataset, place, marked, rows, markAction } = props;
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const columns: readonly Column<PreviewRow>[] = [
    { key: "person", header: t("person"), namesRow: true, cell: (row) => <Person row={row} /> },
    { key: "class", header: t("class"), cell: (row) => <ClassAndWhy row={row} /> },
    sinceColumn(dataset, { t, locale }),
    { key: "place", header: t("place"), showFrom: "lg", cell: ({ facts }) => facts.municipality },
    { key: "school", header: t("school"), showFrom: "xl", cell: ({ facts }) => schoolOf(facts, locale) },
    {
      key: "mark",
      header: t("mark"),
      cell: (row) => {
        const at = rows.indexOf(row);
        return row.name === null ? null : (
          <MarkForm
            action={markAction}
            deliveryId={deliveryId}
            place={place}
            line={{ ...row, name: row.name, at }}
            isDone={at === marked}
          />
        );
      },
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ studentId }) => studentId} />;
}

/** Of an absence how long it lasts and when it is long-term; of others since when they stand as they do. */
function sinceColumn(dataset: Dataset, { t, locale }: Words): Column<PreviewRow> {
  if (datasets[dataset].method !== "reports") {
    return { key: "since", header: t("since"), cell: ({ facts }) => facts.since && formatDay(facts.since, locale) };
  }
  return {
    key: "since",
    header: t("absentSince"),
    cell: ({ facts: { absence } }) =>
      absence && (
        <>
          {formatDay(absence.firstDay, locale)}
          <span className="block text-sm text-ink-soft">
            {t("limitOn", { day: formatDay(absence.limitOn, locale) })}
          </span>
        </>
      ),
  };
}

function Person({ row: { name, birthDate, facts } }: { readonly row: PreviewRow }) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  if (name === null || birthDate === null || facts.age === null) {
    return <span className="text-ink-soft">{t("protected")}</span>;
  }
  return (
    <>
      <span className="font-semibold">{name}</span>
      <span className="block text-sm text-ink-soft">
        {formatDay(birthDate, locale)}, {t("years", { age: facts.age })}
      </span>
    </>
  );
}

function ClassAndWhy({ row: { class: name, facts } }: { readonly row: PreviewRow }) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const lines = evidenceLines(facts, { t, locale });
  const why = reasons[facts.reason][locale];
  return (
    <span className="grid gap-1">
      <span>
        {classes[name][locale]}
        {why === "" ? null : <span className="block text-sm text-ink-soft">{why}</span>}
      </span>
      {lines.length === 0 ? null : (
        <Details summary={t("evidence")}>
          <SummaryList rows={lines} />
        </Details>
      )}
    </span>
  );
}

interface Words {
  readonly t: ReturnType<typeof useTranslations<"deliveries.one">>;
  readonly locale: Locale;
}

function evidenceLines(facts: ShownFacts, { t, locale }: Words) {
  const { last, next, absence, corrections, oddities: odd } = facts;
  const line = (term: string, value: string | null | undefined) => (value ? [{ term, value }] : []);
  return [
    ...line(t("school"), schoolOf(facts, locale)),
    ...line(t("lastDay"), last?.lastDay && formatDay(last.lastDay, locale)),
    ...line(t("exitReason"), last?.exitReason && labelIn(exitReasonLabels, last.exitReason, locale)),
    ...line(t("nextSchool"), next && `${next.school ?? next.brin}, ${formatDay(next.firstDay, locale)}`),
    ...line(t("report"), absence?.reference),
    ...line(t("corrected"), corrections.map(({ was, is }) => `${was ?? "–"} → ${is ?? "–"}`).join(", ")),
    ...line(t("oddity"), odd.map((code) => oddities[code][locale]).join(", ")),
  ];
}

/** With a comma, for names of schools and of sectors have brackets of their own. */
function schoolOf({ last, next }: ShownFacts, locale: Locale): string | null {
  const one = next ?? last;
  return one === null ? null : `${one.school ?? one.brin}, ${labelIn(sectorLabels, one.sector, locale)}`;
}

function labelIn(table: Readonly<Record<string, Label>>, code: string, locale: Locale): string {
  return table[code]?.[locale] ?? code;
}
