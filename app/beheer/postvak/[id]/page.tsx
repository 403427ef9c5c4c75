import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { LetterState } from "@/components/notifications/mailbox-table";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { formatMoment } from "@/lib/i18n/format";
import { findLetter } from "@/lib/notifications/queries.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.mailbox"))("title") };
}

export default async function LetterPage({ params }: PageProps<"/beheer/postvak/[id]">) {
  const { id } = await params;
  const viewer = await pageViewer(`/beheer/postvak/${encodeURIComponent(id)}`);
  const hidden = (await getTranslations("notifications.invitation"))("hidden");
  const letter = await orNotFound(() => findLetter(viewer, { id, hidden }, now()));
  const [shell, locale, t, common] = await Promise.all([
    shellProps(viewer, "/beheer/postvak"),
    getLocale(),
    getTranslations("notifications.mailbox"),
    getTranslations("common"),
  ]);
  const { toAddress, createdAt, sentAt, lastError } = letter;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/beheer/postvak" }, { label: letter.subject }]}
      />
      <PageHeading title={letter.subject} />
      <Card>
        <SummaryList
          rows={[
            { term: t("to"), value: <span className="wrap-anywhere">{toAddress}</span> },
            { term: t("made"), value: formatMoment(createdAt, locale) },
            { term: t("state"), value: <LetterState letter={letter} hasMailServer={letter.hasMailServer} /> },
            ...(sentAt === null ? [] : [{ term: t("sent"), value: formatMoment(sentAt, locale) }]),
            ...(lastError === null ? [] : [{ term: t("lastError"), value: lastError }]),
          ]}
        />
      </Card>
      <Card title={{ id: "tekst", text: t("text") }}>
        <p className="max-w-text whitespace-pre-line wrap-anywhere">{letter.text}</p>
      </Card>
    </PageShell>
  );
}
