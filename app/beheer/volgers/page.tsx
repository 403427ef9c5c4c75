import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { AddFollowRuleCard, choicesIn, FollowRulesCard } from "@/components/notifications/follow-rules";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { findFollowRules } from "@/lib/notifications/queries/own-mail.server";
import type { FollowRulesView } from "@/lib/notifications/views";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { addFollowRuleAction, changeFollowRuleAction, dropFollowRuleAction, handOnAction } from "./actions";

const doneWords = ["toegevoegd", "gewijzigd", "weggehaald", "overgedragen"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("following.rules"))("title") };
}

export default async function FollowersPage({ searchParams }: PageProps<"/beheer/volgers">) {
  const viewer = await pageViewer("/beheer/volgers");
  const found = await orNotFound(() => findFollowRules(viewer, now()));
  const [shell, t, common, people, { klaar }] = await Promise.all([
    shellProps(viewer, "/beheer"),
    getTranslations("following.rules"),
    getTranslations("common"),
    getTranslations("admin.people"),
    searchParams,
  ]);
  const done = doneWords.find((word) => word === klaar);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: people("title"), href: "/beheer" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead")} />
      {done === undefined ? null : (
        <Notice key={choicesIn(found.rules)} tone="success" title={t(`done.${done}`)} takesFocus={true} />
      )}
      <FollowRulesCard
        rules={found.rules}
        change={changeFollowRuleAction}
        drop={dropFollowRuleAction}
        hasLocations={true}
      />
      <AddFollowRuleCard
        add={addFollowRuleAction}
        locations={found.locations}
        count={found.rules.length}
        howOftenHint={t("howOftenHint")}
      />
      <HandOnCard people={found.people} holders={found.holders} />
    </PageShell>
  );
}

async function HandOnCard({ people, holders }: Pick<FollowRulesView, "people" | "holders">) {
  const [t, acts, locale] = await Promise.all([
    getTranslations("following.rules"),
    getTranslations("inbox.acts"),
    getLocale(),
  ]);
  const asOptions = (all: FollowRulesView["people"]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={{ id: "overdragen", text: t("handOn") }}>
      <p className="text-ink-soft">{t("handOnLead")}</p>
      {holders.length === 0 ? (
        <p className="text-ink-soft">{t("nobody")}</p>
      ) : (
        <ActForm
          id="overdragen"
          action={handOnAction}
          given={{}}
          fields={[
            { kind: "select", name: "fromId", label: t("from"), prompt: t("choose"), options: asOptions(holders) },
            { kind: "select", name: "toId", label: t("to"), prompt: t("choose"), options: asOptions(people) },
          ]}
          button={t("handOnButton")}
          text={actText(acts, locale)}
        />
      )}
    </Card>
  );
}
