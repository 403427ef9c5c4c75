import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ImportCrumbs } from "@/components/reports/import/import-crumbs";
import { ImportProgress } from "@/components/reports/import/import-progress";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { progressOf } from "@/lib/reports/import/stages";
import type { ImportView } from "@/lib/reports/import/views";
import { findImport } from "@/lib/reports/queries/imports.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { problemSentence } from "@/lib/web/problem-sentence";
import { onlyText } from "@/lib/web/search-params";
import { getTranslations } from "@/lib/web/words.server";
import { importAt } from "./import-at";
import { ReadyCards } from "./ready-cards";
import { Rows, readRowsAddress } from "./rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.page"))("title") };
}

/** A sheet with many reports, from the first look at its rows to the last report that is sent. */
export default async function OneImportPage({ params, searchParams }: PageProps<"/meldingen/importeren/[id]">) {
  const { viewer, found, shell } = await importAt((await params).id, (viewer, id) => findImport(viewer, now(), id));
  if (found.stage === "columns") redirect(`/meldingen/importeren/${found.id}/kolommen`);
  const [t, locale, asked] = await Promise.all([getTranslations("imports"), getLocale(), searchParams]);
  const problem = onlyText(asked["probleem"]);
  const isReady = found.stage === "ready";
  const address = readRowsAddress(asked, found);
  return (
    <PageShell {...shell}>
      <ImportCrumbs current={t("page.title")} />
      <PageHeading title={t("page.title")} lead={await leadOf(found, locale)} />
      {problem === undefined ? null : (
        <Notice tone="warning" title={problemSentence({ code: problem }, locale)} takesFocus={true} />
      )}
      {onlyText(asked["klaar"]) === "bekend" ? (
        <Notice title={t("page.knownTitle")} takesFocus={true}>
          <p>{t("page.knownText")}</p>
        </Notice>
      ) : null}
      {isReady ? null : <BusyCard found={found} locale={locale} />}
      {isReady && address.line === null ? <ReadyCards found={found} /> : null}
      {isReady ? <Rows viewer={viewer} found={found} address={address} /> : null}
    </PageShell>
  );
}

async function leadOf({ createdAt, rowCount, expiresOn }: ImportView, locale: Locale): Promise<string> {
  const t = await getTranslations("imports.page");
  const day = formatDay(calendarDate.parse(expiresOn), locale);
  return t("lead", { moment: formatMoment(createdAt, locale), count: rowCount, day });
}

/** The desk is at work: how far it is, and that nobody has to wait for it. */
async function BusyCard({ found, locale }: { readonly found: ImportView; readonly locale: Locale }) {
  const t = await getTranslations("imports.page");
  const stage = found.stage === "sending" ? "sending" : "checking";
  const address = `/meldingen/importeren/${found.id}`;
  return (
    <Card title={{ id: "bezig", text: t(`${stage}Title`) }} edge="brand">
      <ImportProgress
        key={stage}
        address={`${address}/stand`}
        start={progressOf(found) ?? { done: 0, total: found.rowCount }}
        label={messages[locale].imports.page[stage]}
        locale={locale}
        text={t("goesOn")}
      />
      <noscript>
        <TextLink href={address}>{t("refresh")}</TextLink>
      </noscript>
    </Card>
  );
}
