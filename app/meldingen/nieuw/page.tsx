import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ReportForm } from "@/components/reports/form/report-form";
import { Notice } from "@/components/ui/notice";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { can } from "@/lib/policy/can";
import { now } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { findSignInIfKnown, publicShellProps, shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { reportFormAction } from "./actions";
import { formOffer } from "./offer";
import { emptyReportForm, followUpStart, startOf } from "./start";

const path = "/meldingen/nieuw";

interface Props {
  readonly searchParams: Promise<{ readonly vervolg?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.form"))("title") };
}

export default async function NewReportPage({ searchParams }: Props) {
  const shellWithoutViewer = await postedByNobody();
  if (shellWithoutViewer !== null) return <FormWithoutViewer shell={shellWithoutViewer} />;
  const viewer = await pageViewer(path);
  if (viewer.kind !== "school") notFound();
  const [locale, t, shell, own, { vervolg }] = await Promise.all([
    getLocale(),
    getTranslations("reports"),
    shellProps(viewer, path),
    findSchoolLocations(viewer),
    searchParams,
  ]);
  const { organisationId } = viewer;
  const locations = own.filter(({ id }) => can(viewer, "report:file", { organisationId, locationId: id }));
  const moment = now();
  const mayFile = locations.length > 0;
  const start =
    mayFile && typeof vervolg === "string"
      ? await followUpStart(viewer, vervolg, { now: moment, locale })
      : startOf(viewer);
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("form.title")} />
      {mayFile ? (
        <ReportForm action={reportFormAction} start={start} offer={formOffer(locations, moment.today, locale)} />
      ) : (
        <Notice tone="warning" title={t("page.mayNotTitle")}>
          <p>{t("page.mayNotText")}</p>
        </Notice>
      )}
    </PageShell>
  );
}

type ShellWithoutViewer = Awaited<ReturnType<typeof publicShellProps>>;

/**
 * A form that was posted without script is shown again by this page, whatever became of the session or the database.
 * Null: nothing was posted, or somebody is signed in.
 */
async function postedByNobody(): Promise<ShellWithoutViewer | null> {
  const isPosted = (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (!isPosted) return null;
  const [signIn, shell] = await Promise.all([findSignInIfKnown(), publicShellProps()]);
  return signIn === null ? shell : null;
}

/** All that was typed comes back with the answer to the post; nothing here asks the database. */
async function FormWithoutViewer({ shell }: { readonly shell: ShellWithoutViewer }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("reports")]);
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("form.title")} />
      <ReportForm action={reportFormAction} start={emptyReportForm()} offer={formOffer([], now().today, locale)} />
    </PageShell>
  );
}
