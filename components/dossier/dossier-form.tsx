import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Notice } from "@/components/ui/notice";
import { casePath } from "@/lib/casework/inbox-address";
import { optionalParts } from "@/lib/dossier/input";
import { purposeCodes, purposes } from "@/lib/dossier/purposes";
import type { DossierChoices } from "@/lib/dossier/views";
import { useTranslations } from "@/lib/i18n/use-translations";

interface DossierFormProps {
  readonly choices: DossierChoices;
  /** Null: nothing was wrong. */
  readonly fault: string | null;
  /** What was chosen before it was refused, by field. Null: nothing yet. */
  readonly chosen: Readonly<Record<string, string | string[] | undefined>> | null;
}

/** A plain form: the answer to it is the file. */
export function DossierForm({ choices, fault, chosen }: DossierFormProps) {
  const [t, locale] = [useTranslations("dossier"), useLocale()];
  const { reference, spans, isProtected, mostReports } = choices;
  return (
    <form method="post" action={`${casePath(reference)}/dossier/bestand`} className="grid gap-6">
      <ChoiceGroup
        kind="radio"
        name="purpose"
        label={t("purpose")}
        hint={t("purposeHint")}
        {...(fault === null ? {} : { error: fault })}
        choices={purposeCodes.map((value) => ({ value, label: purposes[value].label[locale] }))}
        columns={2}
      />
      {spans.length === 1 ? (
        <input type="hidden" name="span" value="this" />
      ) : (
        <ChoiceGroup
          kind="radio"
          name="span"
          label={t("span")}
          choices={spans.map(({ span, reports, papers }) => ({
            value: span,
            label: t(`spans.${span}`),
            hint: t("spanHint", { reports, papers }),
          }))}
          chosen={chosen === null ? [spans.at(-1)?.span ?? "this"] : listOf(chosen["span"])}
        />
      )}
      <ChoiceGroup
        kind="checkbox"
        name="parts"
        label={t("parts")}
        choices={optionalParts.map((value) => ({
          value,
          label: t(`partChoices.${value}`),
          hint: t(`partHints.${value}`),
        }))}
        chosen={chosen === null ? optionalParts : listOf(chosen["parts"])}
        columns={2}
      />
      <div className="grid gap-2 text-sm text-ink-soft">
        <p>{t("left")}</p>
        {mostReports === null ? null : <p>{t("most", { count: mostReports })}</p>}
      </div>
      {isProtected ? (
        <Notice tone="warning">
          <p>{t("protected")}</p>
        </Notice>
      ) : null}
      <div>
        <Button type="submit" look="main">
          {t("button")}
        </Button>
      </div>
    </form>
  );
}

function listOf(value: string | string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
