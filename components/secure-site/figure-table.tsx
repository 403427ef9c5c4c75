import { useLocale } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { Shown } from "@/lib/statistics/shown";
import { shownText } from "@/lib/statistics/shown-text";
import type { FigureTable as Table } from "@/lib/statistics/table";

interface FigureTableProps {
  readonly caption: string;
  /** What the rows are: "Maand". */
  readonly rowHeader: string;
  readonly table: Table;
  /** Where the cases behind a row can be read. Absent: nowhere. */
  readonly linkOf?: (code: string) => string | null;
}

interface Row {
  readonly code: string;
  readonly label: string;
  readonly isTotal: boolean;
  readonly cells: readonly Shown[];
}

export function FigureTable({ caption, rowHeader, table, linkOf }: FigureTableProps) {
  const locale = useLocale();
  const rows = table.rows.map(
    ({ code, label, isTotal }, at): Row => ({ code, label: label[locale], isTotal, cells: table.cells[at] ?? [] }),
  );
  const nameOf = ({ code, label, isTotal }: Row) => {
    const href = isTotal ? null : (linkOf?.(code) ?? null);
    if (isTotal) return <strong>{label}</strong>;
    return href === null ? label : <TextLink href={href}>{label}</TextLink>;
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        { key: "row", header: rowHeader, namesRow: true, cell: nameOf },
        ...table.columns.map(({ code, label }, at) => ({
          key: code,
          header: label[locale],
          align: "end" as const,
          cell: ({ cells, isTotal }: Row) => {
            const text = shownText(cells[at] ?? { kind: "none" }, locale);
            return isTotal ? <strong>{text}</strong> : text;
          },
        })),
      ]}
    />
  );
}
