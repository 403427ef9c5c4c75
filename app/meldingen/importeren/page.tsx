import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ImportCrumbs } from "@/components/reports/import/import-crumbs";
import { ImportHelp } from "@/components/reports/import/import-help";
import { ImportList } from "@/components/reports/import/import-list";
import { UploadForm } from "@/components/reports/import/upload-form";
import { SheetFileField } from "@/components/reports/sheet-file-field";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/policy/can";
import { listImports } from "@/lib/reports/queries/imports.server";
import { now } from "@/lib/shared/clock";
import { problemSentence } from "@/lib/web/problem-sentence";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { dropImportAction } from "./actions";

const path = "/meldingen/importeren";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

/** Many reports in one sheet: bring it, or go on with one that was brought. */
export default async function ImportPage({ searchParams }: PageProps<"/meldingen/importeren">) {
  const viewer = await pageViewer(path);
  if (viewer.kind !== "school") notFound();
  const [t, shell, locale, asked, imports] = await Promise.all([
    getTranslations("imports"),
    shellProps(viewer, "/meldingen"),
    getLocale(),
    searchParams,
    listImports(viewer, now()),
  ]);
  const code = onlyText(asked["probleem"]);
  const facts = { line: onlyText(asked["regel"]) ?? "1" };
  return (
    <PageShell {...shell}>
      <ImportCrumbs />
      <PageHeading title={t("title")} lead={t("lead")} />
      {code === undefined ? null : (
        <Notice tone="danger" title={t("upload.refusedTitle")} takesFocus={true}>
          <p>{problemSentence({ code, facts }, locale)}</p>
        </Notice>
      )}
      {asked["weg"] === undefined ? null : <Notice tone="success" title={t("dropped")} takesFocus={true} />}
      <ImportList drop={dropImportAction} imports={imports} locale={locale} />
      {can(viewer, "import:begin", viewer) ? (
        <UploadCard />
      ) : (
        <Notice tone="warning" title={t("mayNotTitle")}>
          <p>{t("mayNotText")}</p>
        </Notice>
      )}
      <ImportHelp />
    </PageShell>
  );
}

async function UploadCard() {
  const [t, form, failure] = await Promise.all([
    getTranslations("imports.upload"),
    getTranslations("common.form"),
    getTranslations("problems"),
  ]);
  const words = {
    refused: t("refusedTitle"),
    titlePrefix: form("errorTitlePrefix"),
    busy: t("busy"),
    failed: failure("upload-cut"),
  };
  return (
    <Card title={{ id: "inlezen", text: t("title") }}>
      <UploadForm address={`${path}/bestand`} look="main" words={{ ...words, button: t("button") }}>
        <SheetFileField label={t("file")} hint={t("fileHint")} />
      </UploadForm>
      <Details summary={t("pasteSummary")}>
        <UploadForm address={`${path}/regels`} look="secondary" words={{ ...words, button: t("pasteButton") }}>
          <TextAreaField name="regels" label={t("paste")} hint={t("pasteHint")} rows={6} spellCheck={false} />
        </UploadForm>
      </Details>
    </Card>
  );
}
