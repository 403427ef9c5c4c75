import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PaperPreview } from "@/components/attachments/paper-preview";
import { factsText } from "@/components/attachments/paper-text";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Button } from "@/components/ui/button";
import { previewPaper } from "@/lib/attachments/commands/preview-paper.server";
import { translatorFor } from "@/lib/i18n/translator";
import { reportPath } from "@/lib/notifications/views";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

type Props = PageProps<"/bijlagen/bekijken/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attachments.preview"))("title") };
}

/** A paper to look at, without taking it along. Its name stands on the page, and neither in the title nor the address. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const path = `/bijlagen/bekijken/${id}`;
  const viewer = await pageViewer(path);
  const paper = await orNotFound(() => previewPaper(viewer, { id, page: pageIn(query["blad"]) }, now()));
  const shell = await shellProps(viewer, path);
  const t = translatorFor(locale);
  const back = `${reportPath(viewer.kind, paper.reference)}#bijlagen`;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[{ label: paper.reference, href: back }, { label: t("attachments.preview.crumb") }]}
      />
      <PageHeading title={<span className="wrap-anywhere">{paper.name}</span>} lead={factsText(paper, t, locale)} />
      <form method="post" action={`/bijlagen/bestand/${paper.id}`} className="print:hidden">
        <Button type="submit">{t("attachments.open")}</Button>
      </form>
      <PaperPreview preview={paper.preview} t={t} />
      <p className="text-sm text-ink-soft">{t("attachments.preview.note")}</p>
    </PageShell>
  );
}

/** The first page that is shown; what is no number is the beginning. */
function pageIn(given: string | string[] | undefined): number {
  const text = onlyText(given);
  return text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
