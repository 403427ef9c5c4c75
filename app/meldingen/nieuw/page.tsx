import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { BeginNotice } from "@/components/reports/drafts/begin-notice";
import { ReportForm } from "@/components/reports/form/report-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { translatorFor } from "@/lib/i18n/translator";
import { can } from "@/lib/policy/can";
import { listReportTemplates } from "@/lib/reports/queries/report-templates.server";
import { now } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { arePapersScanned } from "@/lib/web/scanning.server";
import { findSignInIfKnown, publicShellProps, shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { reportFormAction } from "./actions";
import { beginForm } from "./begin";
import { formOffer, templateChoices } from "./offer";
import { emptyReportForm } from "./start";

const path = "/meldingen/nieuw";

interface Props {
  readonly searchParams: Promise<Readonly<Record<"vervolg" | "concept" | "na", string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.form"))("title") };
}

export default async function NewReportPage({ searchParams }: Props) {
  const shellWithoutViewer = await postedByNobody();
  if (shellWithoutViewer !== null) return <FormWithoutViewer shell={shellWithoutViewer} />;
  const viewer = await pageViewer(path);
  if (viewer.kind !== "school") notFound();
  const { organisationId } = viewer;
  const [locale, t, shell, own, templates, address] = await Promise.all([
    getLocale(),
    getTranslations("reports"),
    shellProps(viewer, path),
    findSchoolLocations(viewer),
    can(viewer, "draft:begin", { organisationId }) ? listReportTemplates(viewer) : [],
    searchParams,
  ]);
  const mayAt = (right: "report:file" | "report:prepare") =>
    own.filter(({ id }) => can(viewer, right, { organisationId, locationId: id }));
  const locations = mayAt("report:prepare");
  const maySend = mayAt("report:file").length > 0;
  const moment = now();
  const offer = formOffer(locations, moment.today, locale, arePapersScanned());
  const begun = locations.length === 0 ? null : await beginForm(viewer, address, { now: moment, locale });
  return (
    <PageShell {...shell} width="form">
      <PageHeading
        title={t("form.title")}
        lead={
          can(viewer, "import:begin", viewer) ? (
            <TextLink href="/meldingen/importeren">{translatorFor(locale)("imports.formLink")}</TextLink>
          ) : undefined
        }
      />
      {begun === null ? null : (
        <>
          <BeginNotice beginning={begun.beginning} maySend={maySend} />
          <ReportForm
            // The next report is another form, at the same address.
            key={begun.beginning.kind === "next" ? begun.beginning.sent : "first"}
            action={reportFormAction}
            start={begun.start}
            papers={begun.papers}
            offer={{ ...offer, maySend, templates: { ...offer.templates, choices: templateChoices(templates, own) } }}
          />
        </>
      )}
      {begun === null ? (
        <Notice tone="warning" title={t("page.mayNotTitle")}>
          <p>{t("page.mayNotText")}</p>
        </Notice>
      ) : null}
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
      <ReportForm
        action={reportFormAction}
        start={emptyReportForm()}
        offer={formOffer([], now().today, locale, arePapersScanned())}
        papers={[]}
      />
    </PageShell>
  );
}
