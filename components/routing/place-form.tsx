import { useLocale } from "next-intl";
import { useTranslations } from "@/lib/i18n/use-translations";
import { officeKinds } from "@/lib/routing/table";
import type { OfficeChoice } from "@/lib/routing/views";
import type { FormState } from "@/lib/web/form-state";
import { PlaceFields } from "./place-fields";

interface PlaceFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly report: { readonly reference: string; readonly version: number };
  readonly offices: readonly OfficeChoice[];
}

/** Gives the fields their words: a form in the browser has no messages of its own. */
export function PlaceForm({ action, report, offices }: PlaceFormProps) {
  const t = useTranslations("routing.page");
  const form = useTranslations("common.form");
  const locale = useLocale();
  return (
    <PlaceFields
      action={action}
      report={report}
      choices={offices.map(({ code, name, kind }) => ({
        value: code,
        label: name,
        hint: `${officeKinds[kind].label[locale]}, ${code}`,
      }))}
      words={{
        problems: {
          heading: form("errorHeading"),
          lead: form("errorLead"),
          titlePrefix: form("errorTitlePrefix"),
        },
        office: t("found"),
        reason: t("reason"),
        reasonHint: t("reasonHint"),
        submit: t("submit"),
        busy: t("busy"),
      }}
    />
  );
}
