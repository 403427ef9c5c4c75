import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { formatDatedDay, formatTime } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { accessLogLabel } from "@/lib/identity/access-log-labels";
import { isRole, roles } from "@/lib/identity/roles";
import { dayOf } from "@/lib/shared/calendar-date";

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly organisationName: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly objectName: string | null;
  readonly objectCount: number | null;
  readonly reason: string;
  readonly result: string;
}

export function AccessLogTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  const columns: readonly Column<Row>[] = [
    { key: "at", header: t("at"), cell: ({ at }) => <When at={at} />, namesRow: true },
    { key: "who", header: t("who"), cell: (row) => <Who row={row} /> },
    { key: "action", header: t("action"), cell: ({ action }) => accessLogLabel("action", action, locale) },
    { key: "what", header: t("what"), cell: (row) => <What row={row} /> },
    {
      key: "reason",
      header: t("reason"),
      showFrom: "xl",
      cell: ({ reason }) => accessLogLabel("reason", reason, locale),
    },
    {
      key: "result",
      header: t("result"),
      cell: ({ result }) =>
        result === "refused" ? <StatusTag tone="late">{t("refused")}</StatusTag> : <StatusTag>{t("done")}</StatusTag>,
    },
  ];
  return <DataTable caption={t("caption")} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function When({ at }: { readonly at: Date }) {
  const locale = useLocale();
  return (
    <span className="whitespace-nowrap">
      {formatDatedDay(dayOf(at), locale)}, {formatTime(at, locale)}
    </span>
  );
}

function Who({ row }: { readonly row: Row }) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  if (row.actorKind === "system") return `${t("desk")} (${accessLogLabel("system", row.actorRole, locale)})`;
  const role = isRole(row.actorRole) ? roles[row.actorRole].label[locale] : t("client");
  return (
    <>
      <span className="block">{row.actorName ?? t("unknown")}</span>
      <span className="block text-sm text-ink-soft">
        {[role, row.organisationName].filter((part) => part !== null).join(", ")}
      </span>
    </>
  );
}

function What({ row }: { readonly row: Row }) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  return (
    <>
      <span className="block">
        {accessLogLabel("object", row.objectKind, locale)}
        {row.objectCount === null ? null : `, ${t("count", { count: row.objectCount })}`}
      </span>
      {row.objectName === null ? null : <span className="block">{row.objectName}</span>}
      {row.objectId === null || row.objectName !== null ? null : (
        <span className="block font-mono text-xs text-ink-soft wrap-anywhere">{row.objectId}</span>
      )}
    </>
  );
}
