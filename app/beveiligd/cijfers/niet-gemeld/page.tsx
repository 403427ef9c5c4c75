import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OwnSilence } from "@/components/secure-site/own-silence";
import { SecureNav } from "@/components/secure-site/secure-nav";
import { SilentForm } from "@/components/secure-site/silent-form";
import { SilentTable } from "@/components/secure-site/silent-table";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { PersonViewer } from "@/lib/identity/viewer";
import { now } from "@/lib/shared/clock";
import { chooseAddress } from "@/lib/statistics/address";
import { latenessOf } from "@/lib/statistics/presets";
import { homeRegion, listOwnSilence, listSilent } from "@/lib/statistics/queries/silent.server";
import { listPlaceChoices } from "@/lib/statistics/queries.server";
import { gatherings, monthsOver } from "@/lib/statistics/silent";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { securePlaces } from "../../secure-places";

const path = "/beveiligd/cijfers/niet-gemeld";
const monthsOffered = 12;

type Query = Readonly<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures.silent"))("title") };
}

/** Which schools were not heard of; for a school, where it says that there was nothing. */
export default async function SilentPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const [viewer, query] = [await pageViewer(path), await searchParams];
  const [t, locale, shell] = await Promise.all([
    getTranslations("figures.silent"),
    getLocale(),
    shellProps(viewer, path),
  ]);
  const isSchool = viewer.kind === "school";
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t(isSchool ? "ownLead" : "lead")} />
      <SecureNav current={path} places={await securePlaces(viewer, locale)} />
      {query["klaar"] === "ja" ? <Notice tone="success" title={t("saved")} takesFocus={true} /> : null}
      {isSchool ? <OwnSilence months={await orNotFound(() => listOwnSilence(viewer, now()))} /> : null}
      {isSchool ? null : <Others viewer={viewer} query={query} />}
    </PageShell>
  );
}

async function Others({ viewer, query }: { readonly viewer: PersonViewer; readonly query: Query }) {
  const [at, t] = [now(), await getTranslations("figures.silent")];
  const months = monthsOver(at.today, monthsOffered);
  const [places, home] = await orNotFound(() => Promise.all([listPlaceChoices(viewer), homeRegion(viewer)]));
  const month = months.find((known) => known === query["maand"]) ?? months[0] ?? "";
  const asked = onlyText(query["regio"]);
  const region = asked === undefined ? home : /^\d{1,3}$/.test(asked) ? Number(asked) : null;
  const sector = onlyText(query["soort"]) ?? null;
  const by = gatherings.find((known) => known === query["per"]) ?? "location";
  const view = await orNotFound(() => listSilent(viewer, { month, region, sector, by }, at));
  const regions = places.filter(({ place }) => place.level === "region");
  return (
    <>
      <SilentForm
        path={path}
        months={months}
        regions={regions.map(({ place, label }) => ({ value: place.code, label: label.nl }))}
        chosen={{ month, region: region === null ? "alle" : String(region), sector: sector ?? "", by }}
      />
      <SilentTable view={view} by={by} />
      <p>
        {t("late")} <TextLink href={chooseAddress(latenessOf(region, month), "none")}>{t("lateLink")}</TextLink>
      </p>
    </>
  );
}
