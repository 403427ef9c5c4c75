import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { HowTo } from "@/components/layout/how-to";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { OwnDuties } from "@/components/routing/own-duties";
import { SearchRow } from "@/components/routing/search-row";
import { TableFaults } from "@/components/routing/table-faults";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { findMunicipalities, listOwnDuties } from "@/lib/directory/queries/areas.server";
import { formatDay } from "@/lib/i18n/format";
import type { PersonViewer } from "@/lib/identity/viewer";
import { listComingFaults, listTableFaults } from "@/lib/routing/queries/table-faults.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";

const path = "/routering/gebieden";

interface Props {
  readonly searchParams: Promise<{ readonly zoek?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.areas"))("title") };
}

/** Which office has which municipality: what is wrong today and soon, and the way to one municipality. */
export default async function AreasPage({ searchParams }: Props) {
  const viewer = await pageViewer(path);
  if (viewer.kind === "office") return <OwnAreas viewer={viewer} />;
  const at = now();
  const words = onlyText((await searchParams).zoek) ?? "";
  const found = await orNotFound(() => findMunicipalities(viewer, at, words));
  const [faults, coming] = await Promise.all([listTableFaults(viewer, at), listComingFaults(viewer, at)]);
  const [t, common, routing, locale, shell] = await Promise.all([
    getTranslations("routing.areas"),
    getTranslations("common"),
    getTranslations("routing"),
    getLocale(),
    shellProps(viewer, path),
  ]);
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: routing("title"), href: "/routering" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead")} />
      <HowTo lines={[t("howTo.1"), t("howTo.2"), t("howTo.3")]} />
      <Card title={{ id: "zoeken", text: t("find") }}>
        <form action={path} method="get">
          <SearchRow name="zoek" label={t("findLabel")} words={words} button={t("search")} />
        </form>
        {words !== "" && found.length === 0 ? <Notice>{t("nothing")}</Notice> : null}
        {found.length === 0 ? null : (
          <ul className="grid gap-1">
            {found.map(({ code, name }) => (
              <li key={code}>
                <TextLink href={`${path}/${code}`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <TableFaults {...faults} />
      {coming.map(({ on, ...later }) => (
        <TableFaults
          key={on}
          {...later}
          title={{ id: `tabel-${on}`, text: t("comingTitle", { day: formatDay(on, locale) }) }}
        />
      ))}
    </PageShell>
  );
}

/** What a lead sees: the municipalities of the own office, and no way to change them. */
async function OwnAreas({ viewer }: { readonly viewer: PersonViewer }) {
  const duties = await orNotFound(() => listOwnDuties(viewer, now()));
  const [t, shell] = await Promise.all([getTranslations("routing.areas.own"), shellProps(viewer, path)]);
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead", { office: viewer.organisationName })} />
      <OfficeNav current="areas" open={officePlaces(viewer)} />
      <HowTo lines={[t("howTo.1"), t("howTo.2")]} />
      {duties.length === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : <OwnDuties duties={duties} />}
    </PageShell>
  );
}
