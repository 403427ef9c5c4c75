import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { type TrialFields, TrialForm } from "@/components/routing/trial-form";
import { TrialWithoutReports } from "@/components/routing/trial-outcome";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { readTriableRules, tryRules } from "@/lib/routing/queries.server";
import { type TrialInput, trialInput, trialSizes } from "@/lib/routing/trial-input";
import type { RuleSetView, TrialRun } from "@/lib/routing/views";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";
import { TrialSteps, WholeTrial } from "./trial-steps";

const path = "/routering/wat-als";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.trial"))("title") };
}

export default async function TrialPage({ searchParams }: PageProps<"/routering/wat-als">) {
  const [viewer, params, at] = [await pageViewer(path), await searchParams, now()];
  const sets = await orNotFound(() => readTriableRules(viewer, at));
  const typed = { version: text(params["versie"]), from: text(params["van"]), until: text(params["tot"]) };
  const asked = typed.version === "" ? null : trialInput.safeParse(given(typed));
  const run = asked?.success ? await orNotFound(() => tryRules(viewer, at, asked.data)) : null;
  const [t, locale, shell] = await Promise.all([
    getTranslations("routing.trial"),
    getLocale(),
    shellProps(viewer, path),
  ]);
  const issues = asked?.error?.issues ?? [];
  const errors = issues.map(({ path: [field], message }) => [field, problemSentence({ code: message }, locale)]);
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <OfficeNav current="trial" open={officePlaces(viewer)} />
      {sets.length === 0 ? (
        <EmptyState title={t("noRules")} action={<ButtonLink href="/routering/regels">{t("toRules")}</ButtonLink>}>
          {t("noRulesText")}
        </EmptyState>
      ) : (
        <Question sets={sets} typed={typed} errors={Object.fromEntries(errors)} isAnswered={run !== null} />
      )}
      {run === null || !asked?.success ? null : (
        <Answer run={run} input={asked.data} isWhole={onlyText(params["heel"]) === "ja"} typed={typed} />
      )}
    </PageShell>
  );
}

function text(value: string | string[] | undefined): string {
  return onlyText(value) ?? "";
}

function given(typed: TrialFields): Partial<TrialFields> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
}

interface QuestionProps {
  readonly sets: readonly RuleSetView[];
  readonly typed: TrialFields;
  readonly errors: Readonly<Partial<Record<keyof TrialFields, string>>>;
  readonly isAnswered: boolean;
}

async function Question({ sets, typed, errors, isAnswered }: QuestionProps) {
  const [t, locale] = await Promise.all([getTranslations("routing.trial"), getLocale()]);
  const versions = sets.map(({ version, activeFrom }) => ({
    value: String(version),
    label: activeFrom === null ? t("draft", { version }) : t("coming", { version, day: formatDay(activeFrom, locale) }),
  }));
  const sizes = { count: formatNumber(trialSizes.latest, locale), most: formatNumber(trialSizes.period, locale) };
  return (
    <Card title={{ id: "proef", text: t("form") }}>
      <TrialForm path={path} versions={versions} typed={typed} errors={errors} />
      <p className="max-w-text text-ink-soft">{t("period", sizes)}</p>
      <Details summary={t("how")} isOpen={!isAnswered}>
        <ul className="grid max-w-text list-disc gap-1 pl-5">
          {(["how1", "how2", "how3", "how4", "how5"] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Details>
    </Card>
  );
}

interface AnswerProps {
  readonly run: TrialRun;
  readonly input: TrialInput;
  readonly isWhole: boolean;
  readonly typed: TrialFields;
}

/** What is there within the blink of an eye needs no progress. */
const quickSize = 5_000;

function Answer({ run, input, isWhole, typed }: AnswerProps) {
  if (run.reportCount === 0)
    return <TrialWithoutReports isPeriod={input.from !== undefined || input.until !== undefined} />;
  if (isWhole || run.reportCount <= quickSize) return <WholeTrial run={run} />;
  const whole = new URLSearchParams({ versie: typed.version, van: typed.from, tot: typed.until, heel: "ja" });
  return <TrialSteps run={run} wholePath={`${path}?${whole}`} />;
}
