import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatDay, formatWrittenDay } from "@/lib/i18n/format";
import { deliveries, topicCodes, topics } from "@/lib/notifications/choices";
import { findOwnMail, type OwnMailView } from "@/lib/notifications/queries/own-mail.server";
import { type Now, now } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { chooseMailAction, dropStandInAction, nameStandInAction } from "../mail-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("following.mail"))("title") };
}

export default async function OwnMailPage({ searchParams }: PageProps<"/account/mail">) {
  const viewer = await pageViewer("/account/mail");
  const moment = now();
  const [own, shell, t, account, common, { klaar }] = await Promise.all([
    findOwnMail(viewer, moment),
    shellProps(viewer, "/account"),
    getTranslations("following.mail"),
    getTranslations("identity.account"),
    getTranslations("common"),
    searchParams,
  ]);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: account("title"), href: "/account" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead")} />
      {klaar === "keuze" ? <Notice tone="success" title={t("saved")} takesFocus={true} /> : null}
      {klaar === "vervanger" ? <Notice tone="success" title={t("away.saved")} takesFocus={true} /> : null}
      {klaar === "gestopt" ? <Notice tone="success" title={t("away.dropped")} takesFocus={true} /> : null}
      <ChoicesCard choices={own.choices} />
      {own.absence === null ? null : <AwayCard absence={own.absence} now={moment} />}
      {viewer.kind === "office" ? (
        <Card title={{ id: "afwezig", text: t("away.title") }}>
          <p className="text-ink-soft">{t("away.atOffice")}</p>
        </Card>
      ) : null}
    </PageShell>
  );
}

async function ChoicesCard({ choices }: Pick<OwnMailView, "choices">) {
  const [t, acts, locale] = await Promise.all([
    getTranslations("following.mail"),
    getTranslations("inbox.acts"),
    getLocale(),
  ]);
  return (
    <Card>
      <ActForm
        id="mail"
        action={chooseMailAction}
        given={{}}
        fields={topicCodes.map((code) => ({
          kind: "select",
          name: code,
          label: topics[code].label[locale],
          hint: topics[code].help[locale],
          initial: choices[code] ?? "now",
          options: topics[code].choices.map((value) => ({ value, label: deliveries[value].label[locale] })),
        }))}
        button={t("save")}
        text={{ ...actText(acts, locale), pending: t("busy") }}
      />
    </Card>
  );
}

interface AwayCardProps {
  readonly absence: NonNullable<OwnMailView["absence"]>;
  readonly now: Now;
}

async function AwayCard({ absence: { colleagues, planned }, now: { today } }: AwayCardProps) {
  const [t, acts, locale] = await Promise.all([
    getTranslations("following.mail.away"),
    getTranslations("inbox.acts"),
    getLocale(),
  ]);
  const text = actText(acts, locale);
  const day = { kind: "day", hint: t("hint"), initial: formatWrittenDay(today) } as const;
  return (
    <Card title={{ id: "afwezig", text: t("title") }}>
      <p className="text-ink-soft">{t("lead")}</p>
      {planned.map(({ id, deputy, firstDay, lastDay }) => (
        <div key={id} className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-wash px-3.5 py-2.5">
          <p>{t("planned", { deputy, first: formatDay(firstDay, locale), last: formatDay(lastDay, locale) })}</p>
          <ActForm
            id={`vervanging-${id}`}
            action={dropStandInAction}
            given={{ id }}
            fields={[]}
            button={t("drop")}
            look="secondary"
            text={text}
          />
        </div>
      ))}
      {colleagues.length === 0 ? (
        <p className="text-ink-soft">{t("nobody")}</p>
      ) : (
        <ActForm
          key={planned.length}
          id="afwezig"
          action={nameStandInAction}
          given={{}}
          fields={[
            { ...day, name: "firstDay", label: t("firstDay") },
            { ...day, name: "lastDay", label: t("lastDay") },
            {
              kind: "select",
              name: "deputyId",
              label: t("deputy"),
              prompt: t("choose"),
              options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          button={t("button")}
          text={text}
        />
      )}
    </Card>
  );
}
