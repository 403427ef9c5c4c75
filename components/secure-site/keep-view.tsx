import { Details } from "@/components/ui/details";
import { KeepViewFields } from "@/components/views/keep-view-fields";
import { useTranslations } from "@/lib/i18n/use-translations";
import { type Chart, queryOf } from "@/lib/statistics/address";
import type { Selection } from "@/lib/statistics/selection";
import type { FormState } from "@/lib/web/form-state";

interface KeepViewProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly selection: Selection;
  readonly chart: Chart;
}

/** Gives the fields their words: a form in the browser has no messages of its own. */
export function KeepView({ action, selection, chart }: KeepViewProps) {
  const [t, form] = [useTranslations("figures.keep"), useTranslations("common.form")];
  return (
    <Details summary={t("title")}>
      <KeepViewFields
        action={action}
        given={{ chosen: queryOf(selection).toString(), chart }}
        words={{
          problems: { heading: form("errorHeading"), lead: form("errorLead"), titlePrefix: form("errorTitlePrefix") },
          name: t("name"),
          nameHint: t("nameHint"),
          shared: t("shared"),
          keep: t("keep"),
        }}
      />
    </Details>
  );
}
