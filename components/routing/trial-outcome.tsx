import { useLocale } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Trial } from "@/lib/routing/trial";
import type { RuleSetView, TrialRun } from "@/lib/routing/views";
import { TrialDifferences } from "./trial-differences";
import { TrialShares } from "./trial-shares";

export interface TrialOutcomeProps {
  readonly run: Pick<TrialRun, "before" | "after" | "notYet" | "reportCount" | "hasMore">;
  readonly trial: Trial;
  readonly pathOf: (reference: string) => string;
}

export function TrialOutcome({ run, trial, pathOf }: TrialOutcomeProps) {
  const t = useTranslations("routing.trial");
  const { differences, differenceCount, hiddenCount } = trial;
  const rest = differenceCount - hiddenCount - differences.length;
  return (
    <>
      <Summary run={run} trial={trial} />
      <Card title={{ id: "wie", text: t("shares") }}>
        <TrialShares shares={trial.shares} />
      </Card>
      <Next after={run.after} />
      {differenceCount === 0 ? null : (
        <Card title={{ id: "welke", text: t("differences") }}>
          {differences.length === 0 ? null : (
            <TrialDifferences
              differences={differences}
              ruleNames={{ before: namesOf(run.before), after: namesOf(run.after) }}
              pathOf={pathOf}
            />
          )}
          {rest === 0 ? null : <p>{t("rest", { count: rest })}</p>}
          {hiddenCount === 0 ? null : <p>{t("hidden", { count: hiddenCount })}</p>}
        </Card>
      )}
    </>
  );
}

function namesOf(set: RuleSetView | null): Readonly<Record<string, string>> {
  return Object.fromEntries(set?.rules.map(({ id, name }) => [id, name]) ?? []);
}

function Summary({ run, trial }: Pick<TrialOutcomeProps, "run" | "trial">) {
  const [t, locale] = [useTranslations("routing.trial"), useLocale()];
  const { before, after, notYet, reportCount, hasMore } = run;
  const unreadable = reportCount - trial.reportCount;
  const total = formatNumber(trial.reportCount, locale);
  return (
    <Card title={{ id: "uitkomst", text: t("outcome") }} edge="brand">
      <p className="text-lg font-semibold">{t("changed", { count: trial.differenceCount, total })}</p>
      <ul className="text-ink-soft">
        <li>{before === null ? t("beforeNone") : t("before", { version: before.version })}</li>
        <li>{t("after", { version: after.version })}</li>
        {hasMore ? <li>{t("hasMore", { count: formatNumber(reportCount, locale) })}</li> : null}
        {unreadable === 0 ? null : <li>{t("unreadable", { count: unreadable })}</li>}
      </ul>
      {notYet.length === 0 ? null : (
        <Notice tone="warning" title={t("notYet", { count: notYet.length })}>
          <ul className="wrap-anywhere">
            {notYet.map(({ name, from }) => (
              <li key={`${from} ${name}`}>{t("notBefore", { name, day: formatDay(from, locale) })}</li>
            ))}
          </ul>
          <p>{t("notYetText")}</p>
        </Notice>
      )}
    </Card>
  );
}

function Next({ after: { activeFrom } }: { readonly after: RuleSetView }) {
  const [t, locale] = [useTranslations("routing.trial"), useLocale()];
  return (
    <Card title={{ id: "verder", text: t("next") }}>
      <p>{activeFrom === null ? t("nextDraft") : t("nextComing", { day: formatDay(activeFrom, locale) })}</p>
      <div>
        <ButtonLink href={activeFrom === null ? "/routering/regels#concept" : "/routering/regels"}>
          {activeFrom === null ? t("activate") : t("toRules")}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** Nothing to try the rules on. */
export function TrialWithoutReports({ isPeriod }: { readonly isPeriod: boolean }) {
  const t = useTranslations("routing.trial");
  return (
    <EmptyState title={isPeriod ? t("none") : t("noneEver")}>{isPeriod ? t("noneText") : t("noneEverText")}</EmptyState>
  );
}
