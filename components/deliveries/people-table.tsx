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
    classColumn(dataset, t),
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

/** Where all are of one class it says nothing of anybody. */
function classColumn(dataset: Dataset, t: Words["t"]): Column<PreviewRow> {
  const isOne = datasets[dataset].classes.length === 1;
  return {
    key: "class",
    header: t(isOne ? "evidence" : "class"),
    cell: (row) => <ClassAndWhy row={row} label={isOne ? null : classes[row.class]} />,
  };
}

/** Of an absence how long it lasts and when it is long-term; of others since when they stand as they do. */
function sinceColumn(dataset: Dataset, { t, locale }: Words): Column<PreviewRow> {
  if (datasets[dataset].method !== "reports") {
    return {
      key: "since",
      header: t("since"),
      cell: ({ facts }) => facts.since && <Whole>{formatDay(facts.since, locale)}</Whole>,
    };
  }
  return {
    key: "since",
    header: t("absentSince"),
    cell: ({ facts: { absence } }) =>
      absence && (
        <>
          <Whole>{formatDay(absence.firstDay, locale)}</Whole>
          <span className="block text-sm text-ink-soft">
            {t("limitOn")} <Whole>{formatDay(absence.limitOn, locale)}</Whole>
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
        <Whole>{formatDay(birthDate, locale)}</Whole>, <Whole>{t("years", { age: facts.age })}</Whole>
      </span>
    </>
  );
}

interface ClassAndWhyProps {
  readonly row: PreviewRow;
  readonly label: Label | null;
}

function ClassAndWhy({ row: { facts }, label }: ClassAndWhyProps) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const lines = evidenceLines(facts, { t, locale });
  const why = reasons[facts.reason][locale];
  return (
    <span className="grid gap-1 lg:min-w-36">
      <span>
        {label?.[locale]}
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

/** A day or an age on one line, however narrow its column. */
function Whole({ children }: { readonly children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
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
