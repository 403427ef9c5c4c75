import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { HowTo } from "@/components/layout/how-to";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ActivateForm } from "@/components/routing/activate-form";
import { OfficeNav } from "@/components/routing/office-nav";
import { RuleList, SeenDraft } from "@/components/routing/rule-list";
import type { RuleNames } from "@/components/routing/rule-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/i18n/format";
import { spreads } from "@/lib/routing/office-rules/rule-set";
import { readOfficeRules } from "@/lib/routing/queries.server";
import type { OfficeRulesView, RuleSetView } from "@/lib/routing/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";
import {
  activateAction,
  discardAction,
  moveAction,
  removeAction,
  spreadAction,
  startAction,
  takeBackAction,
} from "./actions";
import { ruleNames } from "./rule-names";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.rules"))("title") };
}

export default async function RulesPage({ searchParams }: Props) {
  const viewer = await pageViewer("/routering/regels");
  const at = now();
  const view = await orNotFound(() => readOfficeRules(viewer, at));
  const { klaar, probleem } = await searchParams;
  const [t, locale, names, shell] = await Promise.all([
    getTranslations("routing.rules"),
    getLocale(),
    ruleNames(view),
    shellProps(viewer, "/routering/regels"),
  ]);
  const problem = onlyText(probleem);
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <OfficeNav current="rules" open={officePlaces(viewer)} />
      {problem === undefined ? null : <Notice tone="danger" title={problemSentence({ code: problem }, locale)} />}
      {klaar === "ja" ? <Notice tone="success" title={t("saved")} takesFocus={true} /> : null}
      <HowTo lines={[t("howTo.1"), t("howTo.2"), t("howTo.3")]} />
      {view.draft === null || !view.mayKeep ? null : <Draft set={view.draft} names={names} since={at.today} />}
      <Active view={view} names={names} today={at.today} />
      {view.versions.length === 0 ? null : <History view={view} names={names} today={at.today} />}
    </PageShell>
  );
}

interface SetProps {
  readonly set: RuleSetView;
  readonly names: RuleNames;
}

async function Draft({ set, names, since }: SetProps & { readonly since: CalendarDate }) {
  const t = await getTranslations("routing.rules");
  const words = {
    from: t("activateFrom"),
    hint: t("activateHint"),
    optional: t("optional"),
    submit: t("activate"),
    problems: await problemWords(),
  };
  return (
    <Card title={{ id: "concept", text: t("draft", { version: set.version }) }} edge="attention" spacing="wide">
      <p>{t("draftText")}</p>
      <RuleList set={set} names={names} since={since} acts={{ move: moveAction, remove: removeAction }} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/routering/regels/nieuw">{t("add")}</ButtonLink>
        <ButtonLink href={`/routering/wat-als?versie=${set.version}`}>{t("try")}</ButtonLink>
      </div>
      <SpreadForm set={set} names={names} />
      <ActivateForm action={activateAction} draft={{ id: set.id, edition: set.edition }} words={words} />
      <Details summary={t("discard")}>
        <p>{t("discardText")}</p>
        <form action={discardAction}>
          <SeenDraft draft={set} />
          <Button type="submit" look="danger">
            {t("discard")}
          </Button>
        </form>
      </Details>
    </Card>
  );
}

async function SpreadForm({ set, names }: SetProps) {
  const t = await getTranslations("routing.rules");
  const choices = Object.entries(spreads).map(([value, { label }]) => ({ value, label: label[names.locale] }));
  return (
    <form action={spreadAction} className="grid gap-3">
      <SeenDraft draft={set} />
      <ChoiceGroup kind="radio" name="spread" label={t("spread")} choices={choices} chosen={[set.spread]} columns={2} />
      <div>
        <Button type="submit">{t("spreadSave")}</Button>
      </div>
    </form>
  );
}

interface ViewProps {
  readonly view: OfficeRulesView;
  readonly names: RuleNames;
  readonly today: CalendarDate;
}

async function Active({ view, names, today }: ViewProps) {
  const t = await getTranslations("routing.rules");
  const { active, draft, mayKeep } = view;
  return (
    <Card title={{ id: "nu", text: t("active") }}>
      {active === null || active.activeFrom === null ? (
        <p>{t("noActive")}</p>
      ) : (
        <>
          <p className="text-ink-soft">
            {t("activeSince", { version: active.version, day: formatDay(active.activeFrom, names.locale) })}
          </p>
          <RuleList set={active} names={names} since={today} />
          <p className="text-ink-soft">
            {t("spread")}: {spreads[active.spread].label[names.locale]}
          </p>
        </>
      )}
      {draft === null && mayKeep ? (
        <form action={startAction}>
          <Button type="submit" look="main">
            {t("start")}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}

/** What came into force and when, and what is still to come; each opens to its rules. */
async function History({ view, names, today }: ViewProps) {
  const t = await getTranslations("routing.rules");
  return (
    <Card title={{ id: "versies", text: t("history") }}>
      {view.versions.map((set) =>
        set.activeFrom === null ? null : (
          <Details
            key={set.id}
            summary={t("historyLine", { version: set.version, day: formatDay(set.activeFrom, names.locale) })}
          >
            <RuleList set={set} names={names} since={set.activeFrom} />
            {set.activeFrom > today && view.mayKeep ? (
              <form action={takeBackAction}>
                <input type="hidden" name="versionId" value={set.id} />
                <Button type="submit">{t("takeBack")}</Button>
              </form>
            ) : null}
          </Details>
        ),
      )}
    </Card>
  );
}
