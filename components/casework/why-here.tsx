import { useLocale } from "next-intl";
import { reasonsOf } from "@/components/reports/destination";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { casePath } from "@/lib/casework/inbox-address";
import { type Receipt, ruleQuestions, type Step } from "@/lib/casework/receipt";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

interface WhyHereProps {
  readonly receipts: readonly Receipt[];
  readonly reference: string;
}

/** Why the report came to this office and this officer: every decision, with each rule that was asked. */
export function WhyHere({ receipts, reference }: WhyHereProps) {
  const t = useTranslations("inbox.case");
  const all = useTranslations("inbox.why");
  return (
    <Card
      title={{ id: "waarom", text: t("whyTitle") }}
      beside={<TextLink href={`${casePath(reference)}/waarom`}>{all("all")}</TextLink>}
    >
      {receipts.map((receipt) => (
        <Decision key={receipt.decidedAt.getTime()} receipt={receipt} />
      ))}
    </Card>
  );
}

function Decision({ receipt }: { readonly receipt: Receipt }) {
  const t = useTranslations("inbox.case.receipt");
  const locale = useLocale();
  const { officerName, because, steps, decidedAt } = receipt;
  const reasons = reasonsOf(because, locale);
  return (
    <div className="grid gap-2">
      <p>{officerName === null ? t("toAll", { reasons }) : t("toOfficer", { name: officerName, reasons })}</p>
      <Details summary={t("steps")}>
        <ol className="grid gap-1 text-sm">
          {steps.map((step) => (
            <StepLine key={step.rule} step={step} />
          ))}
        </ol>
        <p className="text-sm text-ink-soft">{t("decided", { moment: formatMoment(decidedAt, locale) })}</p>
      </Details>
    </div>
  );
}

function StepLine({ step: { rule, outcome, decided } }: { readonly step: Step }) {
  const t = useTranslations("inbox.case.receipt");
  const locale = useLocale();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
      <span>{ruleQuestions[rule][locale]}</span>
      <span className={classes(outcome === "no-match" ? "text-ink-faint" : "font-semibold")}>
        {decided ? t("decides") : t(outcome)}
      </span>
    </li>
  );
}
