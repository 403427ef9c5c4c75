import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { casePath } from "@/lib/casework/inbox-address";
import type { TransferLine, TransferLists } from "@/lib/casework/transfer";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

/** One of the three lists of what lies between offices. */
export function TransferList({
  kind,
  rows,
}: {
  readonly kind: keyof TransferLists;
  readonly rows: readonly TransferLine[];
}) {
  const [t, locale] = [useTranslations("inbox.between.lists"), useLocale()];
  const last: Column<TransferLine> =
    kind === "gone"
      ? { key: "at", header: t("moment"), cell: ({ at }) => formatMoment(at, locale) }
      : { key: "due", header: t("until"), cell: ({ dueOn }) => formatDay(dueOn, locale) };
  const how: readonly Column<TransferLine>[] =
    kind === "gone" ? [{ key: "kind", header: t("kind"), cell: (line) => t(line.kind) }] : [];
  return (
    <Card title={{ id: kind, text: t(kind) }}>
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <DataTable
          caption={t(kind)}
          columns={[
            { key: "reference", header: t("reference"), cell: ({ reference }) => reference, namesRow: true },
            { key: "office", header: t("office"), cell: ({ otherOffice }) => otherOffice },
            ...how,
            last,
          ]}
          rows={rows}
          keyOf={({ reference, at }) => `${reference} ${at.toISOString()}`}
          linkOf={({ reference }) => casePath(reference)}
        />
      )}
    </Card>
  );
}
