import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { reasonsOf } from "@/components/reports/destination";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { SummaryList } from "@/components/ui/summary-list";
import type { FactsThen, FullReceipt, FullStep, RulesAsked, SkippedByName } from "@/lib/casework/full-receipt";
import { ruleQuestions } from "@/lib/casework/receipt";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes, isAbsenceType } from "@/lib/reports/absence-types";

/** One decision about where a report went, with all that it was made of. */
export function DecisionCard({ receipt }: { readonly receipt: FullReceipt }) {
  const t = useTranslations("inbox.why");
  const locale = useLocale();
  const { decidedAt, isByHand, rules, facts, holdsAgain } = receipt;
  return (
    <Card title={{ id: `besluit-${receipt.id}`, text: t("decision", { moment: formatMoment(decidedAt, locale) }) }}>
      <p>
        <Outcome receipt={receipt} /> {isByHand ? t("byHand") : null}
      </p>
      {receipt.fullSteps.length === 0 ? null : <Steps steps={receipt.fullSteps} />}
      {rules === null ? null : <Rules rules={rules} />}
      {facts === null ? null : <Facts facts={facts} />}
      {holdsAgain === null ? null : (
        <p className={holdsAgain ? "text-sm text-ink-soft" : "font-semibold text-danger"}>
          {holdsAgain ? t("again") : t("notAgain")}
        </p>
      )}
    </Card>
  );
}

function Outcome({ receipt: { officeName, officerName, because } }: { readonly receipt: FullReceipt }) {
  const t = useTranslations("inbox");
  const reasons = reasonsOf(because, useLocale());
  if (officeName === null) return t("why.nowhereThen", { reasons });
  return officerName === null
    ? t("case.receipt.toAll", { reasons })
    : t("case.receipt.toOfficer", { name: officerName, reasons });
}

function Steps({ steps }: { readonly steps: readonly FullStep[] }) {
  const t = useTranslations("inbox");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("why.stepsCaption")}
      columns={[
        { key: "question", header: t("why.question"), cell: ({ rule }) => ruleQuestions[rule][locale], namesRow: true },
        { key: "answer", header: t("why.answer"), cell: ({ found }) => found.join(", ") || "–" },
        {
          key: "result",
          header: t("why.result"),
          cell: ({ decided, outcome }) =>
            decided ? <strong>{t("case.receipt.decides")}</strong> : t(`case.receipt.${outcome}`),
        },
      ]}
      rows={steps}
      keyOf={({ rule }) => rule}
    />
  );
}

function Rules({ rules: { version, decided, alsoMatched, skipped } }: { readonly rules: RulesAsked }) {
  const t = useTranslations("inbox.why");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  return (
    <Part title={t("rulesTitle")}>
      <p>
        {t("version", { version })}. {decided === null ? t("noRule") : t("ruleDecided", { rule: decided })}
      </p>
      {skipped.map((rule) => (
        <SkippedRule key={rule.rule} skipped={rule} />
      ))}
      {alsoMatched.length === 0 ? null : <p>{t("alsoMatched", { rules: list.format(alsoMatched) })}</p>}
    </Part>
  );
}

function SkippedRule({ skipped: { rule, officers } }: { readonly skipped: SkippedByName }) {
  const t = useTranslations("inbox.why");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const people = officers.map(({ name, why }) => t("person", { name, why }));
  return (
    <p>{people.length === 0 ? t("skippedNobody", { rule }) : t("skipped", { rule, people: list.format(people) })}</p>
  );
}

function Facts({ facts }: { readonly facts: FactsThen }) {
  const t = useTranslations("inbox.why");
  const locale = useLocale();
  const { firstDay, filedOn, age, type, level, letters, stay, isUrgent } = facts;
  const known: readonly (readonly [term: string, value: ReactNode])[] = [
    [t("facts.firstDay"), formatDay(firstDay, locale)],
    [t("facts.filedOn"), formatDay(filedOn, locale)],
    [t("facts.age"), t("facts.ageYears", { age })],
    [t("facts.home"), <Home key="home" home={facts.home} />],
    [t("facts.stay"), stay === null ? null : t("facts.stayAt", { digits: stay })],
    [t("facts.letters"), letters],
    [t("facts.level"), level],
    [t("facts.type"), isAbsenceType(type) ? absenceTypes[type].label[locale] : type],
    [t("facts.urgent"), isUrgent ? t("facts.yes") : null],
  ];
  return (
    <Part title={t("factsTitle")}>
      <SummaryList rows={known.flatMap(([term, value]) => (value === null ? [] : { term, value }))} />
    </Part>
  );
}

function Home({ home }: Pick<FactsThen, "home">) {
  const t = useTranslations("inbox.why");
  const locale = useLocale();
  if (home === null) return t("facts.noHome");
  const said = { kind: t(`kinds.${home.kind}`), day: formatDay(home.since, locale) };
  return home.municipality === null
    ? t("facts.since", said)
    : t("facts.sinceIn", { ...said, place: home.municipality });
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
