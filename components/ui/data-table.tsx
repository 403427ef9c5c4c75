import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { Icon } from "./icon";
import { StatusTag } from "./status-tag";
import { TextLink } from "./text-link";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "start" | "end";
  /** The column that names the row; it carries the row's link. One per table. */
  readonly namesRow?: boolean;
  /** Left out between 640 and this width; on a narrow screen each row is a small card with all its cells. */
  readonly showFrom?: "lg" | "xl";
  readonly sort?: { readonly href: string; readonly direction: "ascending" | "descending" | null };
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly linkOf?: (row: Row) => string;
  /** Rows that nobody has opened yet: their name is bold, and the label is read after it. */
  readonly unread?: { readonly has: (row: Row) => boolean; readonly label: string };
  readonly isSelected?: (row: Row) => boolean;
}

const froms = { lg: "rows-lg", xl: "rows-xl" } as const;

/** A dense list: one line per row, the whole row a link. Says the same as a table to a screen reader. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption = false, columns, rows, keyOf } = props;
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-paper print:overflow-visible print:border-0">
      <table className="rows w-full border-collapse text-left">
        <caption className={showCaption ? "px-4 pt-3 pb-1 text-left font-semibold" : "sr-only"}>{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DataRow key={keyOf(row)} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column }: { readonly column: Column<Row> }) {
  const { header, align, showFrom, sort } = column;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={classes(
        "border-b border-line-strong px-3 py-2 text-sm font-semibold whitespace-nowrap text-ink-faint first:pl-4 last:pr-4",
        align === "end" && "text-right",
        showFrom && froms[showFrom],
      )}
    >
      {sort === undefined ? (
        header
      ) : (
        <TextLink
          href={sort.href}
          className="inline-flex min-h-6 items-center gap-1 text-ink-faint no-underline hover:underline"
        >
          {header}
          {sort.direction === null ? null : (
            <Icon name={sort.direction === "ascending" ? "arrow-up" : "arrow-down"} size={14} />
          )}
        </TextLink>
      )}
    </th>
  );
}

function DataRow<Row>({ row, table }: { readonly row: Row; readonly table: DataTableProps<Row> }) {
  const isSelected = table.isSelected?.(row) ?? false;
  return (
    <tr aria-current={isSelected || undefined}>
      {table.columns.map((column) => (
        <DataCell
          key={column.key}
          column={column}
          row={row}
          href={table.linkOf?.(row)}
          mark={table.unread?.has(row) ? table.unread.label : null}
        />
      ))}
    </tr>
  );
}

interface DataCellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly href: string | undefined;
  readonly mark: string | null;
}

function DataCell<Row>({ column, row, href, mark }: DataCellProps<Row>) {
  const { header, cell, align, namesRow = false, showFrom } = column;
  const look = classes(align === "end" && "rows-end", showFrom && froms[showFrom]);
  if (namesRow) {
    return (
      <th scope="row" className={classes(look, mark !== null && "rows-unread") || undefined}>
        {href === undefined ? (
          cell(row)
        ) : (
          <a href={href} className="rows-link">
            {cell(row)}
          </a>
        )}
        {mark === null ? null : <span className="sr-only">, {mark}</span>}
      </th>
    );
  }
  return (
    <td className={look || undefined} data-label={header}>
      <span>{cell(row)}</span>
    </td>
  );
}

const rows = [
  { id: "1", due: "2 dagen te laat", student: "Yara Kaya", hours: 64, isNew: true },
  { id: "2", due: "wo 11 nov", student: "Bram ter Horst", hours: 12, isNew: false },
];

export const examples: Examples = {
  list: (
    <DataTable
      caption="Van mij, op uiterste dag"
      rows={rows}
      keyOf={(row) => row.id}
      linkOf={(row) => `/werkvoorraad/${row.id}`}
      unread={{ has: (row) => row.isNew, label: "nog niet geopend" }}
      isSelected={(row) => row.id === "2"}
      columns={[
        {
          key: "due",
          header: "Uiterlijk",
          cell: (row) => row.due,
          sort: { href: "?sort=due", direction: "ascending" },
        },
        { key: "student", header: "Leerling", cell: (row) => row.student, namesRow: true },
        { key: "hours", header: "Uren", cell: (row) => row.hours, align: "end" },
        {
          key: "state",
          header: "Stand",
          cell: (row) => (
            <StatusTag tone={row.isNew ? "late" : "busy"}>{row.isNew ? "Nieuw" : "In behandeling"}</StatusTag>
          ),
        },
      ]}
    />
  ),
};
