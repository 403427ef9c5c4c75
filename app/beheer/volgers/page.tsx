import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type FollowRulesView, findFollowRules } from "@/lib/notifications/queries/own-mail.server";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { addFollowRuleAction, dropFollowRuleAction, handOnAction } from "./actions";

const doneWords = ["toegevoegd", "weggehaald", "overgedragen"] as const;

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
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      <RulesCard rules={found.rules} />
      <AddCard locations={found.locations} count={found.rules.length} />
      <HandOnCard people={found.people} holders={found.holders} />
    </PageShell>
  );
}

async function formText() {
  const [acts, locale] = await Promise.all([getTranslations("inbox.acts"), getLocale()]);
  return actText(acts, locale);
}

async function RulesCard({ rules }: Pick<FollowRulesView, "rules">) {
  const [t, locale, text] = await Promise.all([getTranslations("following.rules"), getLocale(), formText()]);
  return (
    <Card title={{ id: "volgers", text: t("list") }}>
      {rules.length === 0 ? <p className="text-ink-soft">{t("empty")}</p> : null}
      <ul className="grid gap-2">
        {rules.map(({ id, email, location, type }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2 first:border-0"
          >
            <span className="wrap-anywhere">
              {t("line", {
                email,
                type: type === null ? t("allTypes") : absenceTypes[absenceTypeOf(type)].label[locale],
                location: location ?? t("allLocations"),
              })}
            </span>
            <ActForm
              id={`weg-${id}`}
              action={dropFollowRuleAction}
              given={{ id }}
              fields={[]}
              button={t("drop")}
              look="secondary"
              text={text}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function AddCard({ locations, count }: Pick<FollowRulesView, "locations"> & { readonly count: number }) {
  const [t, locale, text] = await Promise.all([getTranslations("following.rules"), getLocale(), formText()]);
  return (
    <Card title={{ id: "toevoegen", text: t("add") }}>
      <ActForm
        key={count}
        id="volger"
        action={addFollowRuleAction}
        given={{}}
        fields={[
          { kind: "line", name: "email", label: t("email"), hint: t("emailHint") },
          {
            kind: "select",
            name: "locationId",
            label: t("location"),
            prompt: t("allLocations"),
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: "select",
            name: "type",
            label: t("type"),
            prompt: t("allTypes"),
            options: absenceTypeCodes.map((value) => ({ value, label: absenceTypes[value].label[locale] })),
          },
        ]}
        button={t("addButton")}
        text={text}
      />
    </Card>
  );
}

async function HandOnCard({ people, holders }: Pick<FollowRulesView, "people" | "holders">) {
  const [t, text] = await Promise.all([getTranslations("following.rules"), formText()]);
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
          text={text}
        />
      )}
    </Card>
  );
}
