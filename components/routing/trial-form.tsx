import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { useTranslations } from "@/lib/i18n/use-translations";

export interface TrialFields {
  readonly version: string;
  readonly from: string;
  readonly until: string;
}

interface TrialFormProps {
  readonly path: string;
  readonly versions: readonly { readonly value: string; readonly label: string }[];
  readonly typed: TrialFields;
  /** Sentences, by field. */
  readonly errors: Readonly<Partial<Record<keyof TrialFields, string>>>;
}

export function TrialForm({ path, versions, typed, errors }: TrialFormProps) {
  const t = useTranslations("routing.trial");
  const day = { hint: t("dayHint"), optional: t("optional") };
  return (
    <form action={path} method="get" className="flex flex-wrap items-end gap-x-6 gap-y-4">
      <div className="w-full min-w-0 sm:w-80">
        <SelectField
          name="versie"
          label={t("version")}
          options={versions}
          defaultValue={typed.version}
          error={errors.version}
        />
      </div>
      <DateField name="van" label={t("from")} {...day} defaultValue={typed.from} error={errors.from} />
      <DateField name="tot" label={t("until")} {...day} defaultValue={typed.until} error={errors.until} />
      {/* Progress comes in by script; without it the page is sent when all of it is there. */}
      <noscript>
        <input type="hidden" name="heel" value="ja" />
      </noscript>
      <Button type="submit" look="main">
        {t("submit")}
      </Button>
    </form>
  );
}
