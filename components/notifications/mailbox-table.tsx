import { useLocale } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { LetterLine } from "@/lib/notifications/views";

interface MailboxTableProps {
  readonly letters: readonly LetterLine[];
  /** Without a mail server letters are kept, and do not wait. */
  readonly hasMailServer: boolean;
}

export function MailboxTable({ letters, hasMailServer }: MailboxTableProps) {
  const t = useTranslations("notifications.mailbox");
  const locale = useLocale();
  const columns: readonly Column<LetterLine>[] = [
    { key: "subject", header: t("subject"), cell: ({ subject }) => subject, namesRow: true },
    { key: "to", header: t("to"), cell: ({ toAddress }) => <span className="wrap-anywhere">{toAddress}</span> },
    { key: "made", header: t("made"), cell: ({ createdAt }) => formatMoment(createdAt, locale), showFrom: "lg" },
    {
      key: "state",
      header: t("state"),
      cell: (letter) => <LetterState letter={letter} hasMailServer={hasMailServer} />,
    },
  ];
  return (
    <DataTable
      caption={t("listCaption")}
      columns={columns}
      rows={letters}
      keyOf={({ id }) => id}
      linkOf={({ id }) => `/beheer/postvak/${id}`}
    />
  );
}

export function LetterState({
  letter,
  hasMailServer,
}: {
  readonly letter: LetterLine;
  readonly hasMailServer: boolean;
}) {
  const t = useTranslations("notifications.mailbox");
  if (letter.refusedAt !== null) return <StatusTag tone="late">{t("refused")}</StatusTag>;
  if (letter.sentAt !== null) return <StatusTag tone="done">{t("sent")}</StatusTag>;
  if (letter.lastError !== null) return <StatusTag tone="late">{t("retrying")}</StatusTag>;
  return hasMailServer ? <StatusTag tone="wait">{t("waiting")}</StatusTag> : <StatusTag>{t("kept")}</StatusTag>;
}
