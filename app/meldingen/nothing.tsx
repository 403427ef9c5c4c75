import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Translate } from "@/lib/i18n/translator";
import type { ListView } from "@/lib/reports/list-filter";

interface NothingProps {
  readonly view: ListView;
  readonly list: { readonly isFirst: boolean; readonly hasAny: boolean; readonly isNarrowed: boolean };
  readonly t: Translate;
}

/** Why no report is shown, and where there is none at all: a button to begin with. */
export function Nothing({ view, list, t }: NothingProps) {
  const { title, text } = nothingOf(view, list, t);
  return (
    <EmptyState
      title={title}
      action={
        list.hasAny ? null : (
          <ButtonLink look="main" href="/meldingen/nieuw">
            {t("reports.list.new")}
          </ButtonLink>
        )
      }
    >
      {text}
    </EmptyState>
  );
}

function nothingOf(view: ListView, list: NothingProps["list"], t: Translate) {
  const said = (name: "empty" | "emptyOpen" | "emptyDone" | "emptyPage") => ({
    title: t(`reports.list.${name}Title`),
    text: t(`reports.list.${name}Text`),
  });
  if (!list.hasAny) return said("empty");
  if (!list.isFirst) return said("emptyPage");
  if (list.isNarrowed) return { title: t("myReports.filter.nothingTitle"), text: t("myReports.filter.nothingText") };
  return said(view === "done" ? "emptyDone" : "emptyOpen");
}
