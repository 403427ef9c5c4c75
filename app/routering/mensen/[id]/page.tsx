import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { StandingTag } from "@/components/team/team-table";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { findTeamMember, type TeamMemberView } from "@/lib/casework/queries.server";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { officePlaces } from "../../office-places";
import { HandOverCard, LeaveCard, TermsCard } from "./cards";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const outcomes = ["afspraken", "verlof", "terug"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.person"))("title") };
}

export default async function TeamMemberPage({ params, searchParams }: Props) {
  const viewer = await pageViewer("/routering/mensen");
  const at = now();
  const [{ id }, { klaar, verlof }] = await Promise.all([params, searchParams]);
  const view = await orNotFound(() => findTeamMember(viewer, at, onlyId(id) ?? ""));
  const [t, shell] = await Promise.all([getTranslations("people"), shellProps(viewer, "/routering/mensen")]);
  const done = outcomes.find((outcome) => outcome === klaar);
  const { member, mayPlan, mayHandOver } = view;
  return (
    <PageShell {...shell} width="form">
      <PageHeading
        title={member.name}
        lead={t("person.title")}
        actions={mayPlan ? <ButtonLink href="/routering/mensen">{t("back")}</ButtonLink> : null}
      />
      {mayPlan ? <OfficeNav current="people" open={officePlaces(viewer)} /> : null}
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      {member.warning === null ? null : <Notice tone="warning" title={t(`warningText.${member.warning}`)} />}
      <Standing view={view} />
      <LeaveCard view={view} today={at.today} chosen={onlyId(verlof)} />
      {mayPlan && member.mandate !== null ? <TermsCard member={member} /> : null}
      {mayHandOver && member.openHere > 0 ? <HandOverCard view={view} /> : null}
    </PageShell>
  );
}

async function Standing({ view: { member } }: { readonly view: TeamMemberView }) {
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const isMarked = member.warning !== null || member.absence !== null;
  const until = member.mandate?.until ?? null;
  return (
    <Card>
      <SummaryList
        rows={[
          { term: t("person.open"), value: formatNumber(member.openHere, locale) },
          { term: t("person.state"), value: isMarked ? <StandingTag line={member} /> : t("person.atWork") },
          ...(member.deputyNow === null ? [] : [{ term: t("deputyNow"), value: member.deputyNow }]),
          ...(until === null ? [] : [{ term: t("person.mandateUntil"), value: formatDay(until, locale) }]),
        ]}
      />
    </Card>
  );
}
