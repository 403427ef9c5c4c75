import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { SheetFileField } from "@/components/reports/sheet-file-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { problemSentence } from "@/lib/web/problem-sentence";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId, onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

const form = "/meldingen/nieuw";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hours.sheet"))("pageTitle") };
}

/** Where a sheet is chosen without script: a form that posts its answers has no room for five megabytes. */
export default async function SheetPage({ searchParams }: PageProps<"/meldingen/nieuw/urenbestand">) {
  const viewer = await pageViewer(form);
  const asked = await searchParams;
  const id = onlyId(asked["concept"]);
  if (viewer.kind !== "school" || id === undefined) notFound();
  const [t, upload, shell, locale] = await Promise.all([
    getTranslations("hours.sheet"),
    getTranslations("imports.upload"),
    shellProps(viewer, form),
    getLocale(),
  ]);
  const code = onlyText(asked["probleem"]);
  const facts = { line: onlyText(asked["regel"]) ?? "1" };
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("pageTitle")} lead={t("pageLead")} />
      {code === undefined ? null : (
        <Notice tone="danger" title={upload("refusedTitle")} takesFocus={true}>
          <p>{problemSentence({ code, facts }, locale)}</p>
        </Notice>
      )}
      <Card title={{ id: "kiezen", text: t("chooseFile") }}>
        <form
          method="post"
          action={`${form}/urenbestand/lezen?concept=${id}`}
          encType="multipart/form-data"
          className="grid gap-4"
        >
          <SheetFileField label={upload("file")} hint={t("fileHint")} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look="main">
              {upload("button")}
            </Button>
            <ButtonLink look="plain" href={`${form}?concept=${id}`}>
              {t("backToForm")}
            </ButtonLink>
          </div>
        </form>
      </Card>
    </PageShell>
  );
}
