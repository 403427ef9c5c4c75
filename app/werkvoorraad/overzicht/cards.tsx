import { getLocale } from "next-intl/server";
import { Bars } from "@/components/oversight/bars";
import { ReactionTable } from "@/components/oversight/reaction-table";
import { WeekColumns } from "@/components/oversight/week-columns";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  ages,
  behindPath,
  type IdleDays,
  idleChoices,
  type Oversight,
  outcomeDays,
  oversightPath,
} from "@/lib/casework/oversight";
import { closeReasons } from "@/lib/reports/codes";
import { getTranslations } from "@/lib/web/words.server";

interface CardProps {
  readonly view: Oversight;
}

export async function AgeCard({ view }: CardProps) {
  const t = await getTranslations("oversight");
  const bars = ages.map(({ code }) => ({
    key: code,
    label: t(`age.${code}`),
    count: view.ages[code],
    href: behindPath({ what: "age", age: code }),
    words: t("cases", { count: view.ages[code] }),
  }));
  return (
    <Card title={{ id: "leeftijd", text: t("age.title") }}>
      <p className="text-sm text-ink-soft">{t("age.lead")}</p>
      <Bars label={t("age.title")} bars={bars} />
    </Card>
  );
}

export async function IdleCard({ view, idleDays }: CardProps & { readonly idleDays: IdleDays }) {
  const t = await getTranslations("oversight");
  const bars = [
    {
      key: "unopened",
      label: t("still.unopened"),
      count: view.unopened,
      href: behindPath({ what: "unopened" }),
      words: t("cases", { count: view.unopened }),
    },
    {
      key: "idle",
      label: t("still.idle", { days: idleDays }),
      count: view.idle,
      href: behindPath({ what: "idle", days: idleDays }),
      words: t("cases", { count: view.idle }),
    },
    {
      key: "over",
      label: t("still.over"),
      count: view.over,
      late: view.over,
      href: "/werkvoorraad?lijst=overdue",
      words: t("cases", { count: view.over }),
    },
  ];
  return (
    <Card title={{ id: "stil", text: t("still.title") }}>
      <Bars label={t("still.title")} bars={bars} />
      <form action={`${oversightPath}#stil`} method="get" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="dagen"
          label={t("still.choose")}
          options={idleChoices.map((days) => ({ value: String(days), label: t("still.days", { days }) }))}
          defaultValue={String(idleDays)}
          width="short"
        />
        <SubmitButton look="secondary">{t("still.show")}</SubmitButton>
      </form>
    </Card>
  );
}

export async function LoadCard({ view }: CardProps) {
  const t = await getTranslations("oversight");
  const bars = view.officers.map(({ officerId, name, open, over }) => ({
    key: officerId ?? "nobody",
    label: name ?? t("load.nobody"),
    count: open,
    late: over,
    href: behindPath({ what: "officer", officerId }),
    words: t("load.words", { open, over }),
  }));
  return (
    <Card title={{ id: "werk", text: t("load.title") }}>
      <p className="text-sm text-ink-soft">{t("load.lead")}</p>
      {bars.length === 0 ? <p>{t("load.none")}</p> : <Bars label={t("load.title")} bars={bars} />}
    </Card>
  );
}

export async function OutcomeCard({ view }: CardProps) {
  const [t, locale] = await Promise.all([getTranslations("oversight"), getLocale()]);
  const bars = view.outcomes.map(({ closeReason, count }) => ({
    key: closeReason,
    label: closeReasons[closeReason][locale],
    count,
    href: behindPath({ what: "outcome", closeReason }),
    words: t("cases", { count }),
  }));
  return (
    <Card title={{ id: "uitkomst", text: t("outcome.title") }}>
      <p className="text-sm text-ink-soft">{t("outcome.lead", { days: outcomeDays })}</p>
      {bars.length === 0 ? <p>{t("outcome.none")}</p> : <Bars label={t("outcome.title")} bars={bars} />}
    </Card>
  );
}

export async function WeekCard({ view }: CardProps) {
  const t = await getTranslations("oversight.weeks");
  return (
    <Card title={{ id: "weken", text: t("title") }}>
      <WeekColumns weeks={view.weeks} />
    </Card>
  );
}

export async function ReactionCard({ view }: CardProps) {
  const t = await getTranslations("oversight.reactions");
  return (
    <Card title={{ id: "reacties", text: t("title") }}>
      <p className="text-sm text-ink-soft">{t("lead")}</p>
      {view.months.length === 0 ? <p>{t("none")}</p> : <ReactionTable months={view.months} />}
    </Card>
  );
}
