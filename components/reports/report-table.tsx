import { classes } from "@/components/ui/classes";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { Locale } from "@/lib/i18n/locale";
import type { ListRow } from "./list-row";
import { ReportStatus } from "./report-status";

export interface ListText {
  readonly caption: string;
  readonly columns: {
    readonly status: string;
    readonly student: string;
    readonly group: string;
    readonly type: string;
    readonly firstDay: string;
    readonly where: string;
    readonly due: string;
    readonly ownReference: string;
  };
}

interface ReportTableProps {
  readonly rows: readonly ListRow[];
  readonly text: ListText;
  readonly locale: Locale;
}

export function ReportTable({ rows, text, locale }: ReportTableProps) {
  return (
    <DataTable
      caption={text.caption}
      rows={rows}
      columns={columnsOf(text, locale)}
      keyOf={({ reference }) => reference}
      linkOf={({ reference }) => `/meldingen/${reference}`}
    />
  );
}

function columnsOf({ columns }: ListText, locale: Locale): readonly Column<ListRow>[] {
  return [
    { key: "student", header: columns.student, cell: ({ student }) => student, namesRow: true },
    { key: "group", header: columns.group, cell: ({ group }) => group },
    { key: "status", header: columns.status, cell: ({ status }) => <ReportStatus status={status} locale={locale} /> },
    { key: "type", header: columns.type, cell: ({ type }) => <OneLine>{type}</OneLine> },
    {
      key: "firstDay",
      header: columns.firstDay,
      cell: ({ firstDay }) => <OneLine>{firstDay}</OneLine>,
      showFrom: "lg",
    },
    { key: "where", header: columns.where, cell: ({ where }) => where, showFrom: "lg" },
    {
      key: "due",
      header: columns.due,
      cell: ({ due, isLate }) => <OneLine isLate={isLate}>{due}</OneLine>,
    },
    { key: "ownReference", header: columns.ownReference, cell: ({ ownReference }) => ownReference, showFrom: "xl" },
  ];
}

function OneLine({ children, isLate = false }: { readonly children: string; readonly isLate?: boolean }) {
  return <span className={classes("whitespace-nowrap", isLate && "font-semibold text-danger")}>{children}</span>;
}
