import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { AddFollowRuleCard, choicesIn, FollowRulesCard } from "@/components/notifications/follow-rules";
import { OfficeNav } from "@/components/routing/office-nav";
import { Notice } from "@/components/ui/notice";
import { listOfficeFollowers } from "@/lib/notifications/queries/own-mail.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";
import { addOfficeFollowerAction, changeOfficeFollowerAction, dropOfficeFollowerAction } from "./actions";

const path = "/routering/volgers";
const doneWords = ["toegevoegd", "gewijzigd", "weggehaald"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("following.rules"))("title") };
}

/** Who at the office hears of its reports without handling them: all, or those of one type. */
export default async function OfficeFollowersPage({ searchParams }: PageProps<"/routering/volgers">) {
  const viewer = await pageViewer(path);
  const rules = await orNotFound(() => listOfficeFollowers(viewer, now()));
  const [shell, t, { klaar }] = await Promise.all([
    shellProps(viewer, path),
    getTranslations("following.rules"),
    searchParams,
  ]);
  const done = doneWords.find((word) => word === klaar);
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={t("officeLead", { office: viewer.organisationName })} />
      <OfficeNav current="followers" open={officePlaces(viewer)} />
      {done === undefined ? null : (
        <Notice key={choicesIn(rules)} tone="success" title={t(`done.${done}`)} takesFocus={true} />
      )}
      <FollowRulesCard
        rules={rules}
        change={changeOfficeFollowerAction}
        drop={dropOfficeFollowerAction}
        hasLocations={false}
      />
      <AddFollowRuleCard
        add={addOfficeFollowerAction}
        locations={[]}
        count={rules.length}
        howOftenHint={t("officeHowOftenHint")}
      />
    </PageShell>
  );
}
