import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ChooseForm } from "@/components/secure-site/choose-form";
import { FigureResult } from "@/components/secure-site/figure-result";
import { KeepView } from "@/components/secure-site/keep-view";
import { SecureNav } from "@/components/secure-site/secure-nav";
import { TakeAlong } from "@/components/secure-site/take-along";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/policy/can";
import { now } from "@/lib/shared/clock";
import { casesAddress, choosePath, fieldsOf, queryOf, readChart, readSelection } from "@/lib/statistics/address";
import { periodChoices } from "@/lib/statistics/period-choices";
import { findFigures, listPlaceChoices, listPresets } from "@/lib/statistics/queries.server";
import { rowKinds } from "@/lib/statistics/selection";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { securePlaces } from "../../secure-places";
import { keepViewAction } from "../actions";
import { chosenFields, faultOf } from "./chosen";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures.choose"))("title") };
}

/** An own selection; without one the form stands as the first ready-made view has it. */
export default async function ChoosePage({ searchParams }: Props) {
  const [viewer, query] = [await pageViewer(choosePath), await searchParams];
  const at = now();
  const [places, presets] = await orNotFound(() => Promise.all([listPlaceChoices(viewer), listPresets(viewer, at)]));
  const isAsked = Object.keys(query).length > 0;
  const read = readSelection(query);
  const [first] = presets;
  const view = isAsked && read.success ? await orNotFound(() => findFigures(viewer, read.data, at)) : null;
  const [t, locale, shell] = await Promise.all([
    getTranslations("figures.choose"),
    getLocale(),
    shellProps(viewer, choosePath),
  ]);
  const start = first === undefined ? {} : fieldsOf(queryOf(first.selection));
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <SecureNav current={choosePath} places={await securePlaces(viewer, locale)} />
      {isAsked && !read.success ? (
        <Notice tone="warning" title={t("refused")} takesFocus={true}>
          <p>{t(`faults.${faultOf(read.error)}`)}</p>
        </Notice>
      ) : null}
      {view === null ? null : (
        <FigureResult
          view={view}
          chart={readChart(query)}
          {...(view.selection.about === "own" ? { linkOf: (row) => casesAddress(view.selection, row) } : {})}
        >
          <TakeAlong selection={view.selection} />
          <KeepView action={keepViewAction} selection={view.selection} chart={readChart(query)} />
        </FigureResult>
      )}
      <ChooseForm
        chosen={chosenFields(isAsked ? query : start)}
        places={places}
        periods={periodChoices(at.today, locale, (year) => t("wholeYear", { year }))}
        rows={rowKinds.filter(
          (row) => can(viewer, "figures:read-places", { level: row }) || can(viewer, "figures:read-own", {}),
        )}
        mayOwn={can(viewer, "figures:read-own", {})}
      />
    </PageShell>
  );
}
