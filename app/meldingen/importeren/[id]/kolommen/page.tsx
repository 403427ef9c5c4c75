import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ColumnsForm } from "@/components/reports/import/columns-form";
import { ImportCrumbs } from "@/components/reports/import/import-crumbs";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Details } from "@/components/ui/details";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import type { Locale } from "@/lib/i18n/locale";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import { options, reasons } from "@/lib/reports/codes";
import { importRoleCodes } from "@/lib/reports/import/columns";
import { locationValue } from "@/lib/reports/import/to-report";
import type { ImportView } from "@/lib/reports/import/views";
import { findImport } from "@/lib/reports/queries/imports.server";
import { now } from "@/lib/shared/clock";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { readImportAction } from "../../actions";
import { importAt } from "../import-at";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.columns"))("title") };
}

/** What the columns of a sheet hold. */
export default async function ColumnsPage({ params }: PageProps<"/meldingen/importeren/[id]/kolommen">) {
  const { viewer, found, shell } = await importAt((await params).id, (viewer, id) => findImport(viewer, now(), id));
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()]);
  const columns = [
    { key: "head", header: t("columns.head"), namesRow: true, cell: (row: Example) => row.head },
    { key: "examples", header: t("columns.examples"), cell: (row: Example) => row.texts },
  ];
  return (
    <PageShell {...shell}>
      <ImportCrumbs current={t("columns.title")} />
      <PageHeading title={t("columns.title")} lead={t("columns.lead")} />
      <Details summary={t("columns.yours")} isOpen={found.heads.length < 9}>
        <DataTable caption={t("columns.yours")} columns={columns} rows={examplesOf(found)} keyOf={({ head }) => head} />
      </Details>
      <Card>
        <ColumnsForm
          action={readImportAction}
          id={found.id}
          heads={found.heads}
          fields={importRoleCodes.map((name) => ({
            name,
            label: t(`roles.${name}.label`),
            hint: t(`roles.${name}.hint`),
          }))}
          fixed={await fixedFields(viewer, locale)}
          start={startOf(found)}
          words={{
            problems: await problemWords(),
            none: t("columns.none"),
            submit: t("columns.submit"),
            busy: t("columns.busy"),
          }}
        />
      </Card>
    </PageShell>
  );
}

interface Example {
  readonly head: string;
  readonly texts: string;
}

function examplesOf({ heads, firstRows }: ImportView): readonly Example[] {
  return heads.map((head, at) => {
    const texts = firstRows.map((cells) => (cells[at] ?? "").slice(0, 60)).filter((text) => text !== "");
    return { head, texts: texts.join(" · ") };
  });
}

function startOf({ reading: { columns, defaults } }: ImportView) {
  const said = {
    ...columns,
    "all-type": defaults.type,
    "all-reason": defaults.reason,
    "all-location": defaults.location,
  };
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? ""]));
}

async function fixedFields(viewer: SchoolViewer, locale: Locale) {
  const [t, locations] = await Promise.all([getTranslations("imports.columns"), findSchoolLocations(viewer)]);
  const types = absenceTypeCodes.map((code) => ({ value: code, label: absenceTypes[code].label[locale] }));
  const places = locations.map((own) => ({ value: locationValue(own), label: `${own.name} (${own.locationCode})` }));
  const fields = [
    { name: "all-type", label: t("fixed.type"), prompt: t("fixedNone"), options: types },
    { name: "all-reason", label: t("fixed.reason"), prompt: t("fixedNone"), options: options(reasons, locale) },
  ];
  if (places.length < 2) return fields;
  return [...fields, { name: "all-location", label: t("fixed.location"), prompt: t("fixedOwn"), options: places }];
}
