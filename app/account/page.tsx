import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { MandateList } from "@/components/account/mandate-list";
import { PasswordForm } from "@/components/account/password-form";
import { SessionList } from "@/components/account/session-list";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { listOwnMandates, listOwnSessions } from "@/lib/identity/queries.server";
import { usualSessionCount } from "@/lib/identity/session-policy";
import { now } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { framePaths, shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { changePasswordAction, chooseLocaleAction, endSessionAction } from "./actions";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.account"))("title") };
}

export default async function AccountPage({ searchParams }: Props) {
  const viewer = await pageViewer("/account");
  const at = now();
  const [sessions, mandates, t, form, locale, shell, { klaar }] = await Promise.all([
    listOwnSessions(viewer, at),
    listOwnMandates(viewer, at),
    getTranslations("identity.account"),
    getTranslations("common.form"),
    getLocale(),
    shellProps(viewer, "/account"),
    searchParams,
  ]);
  const words = {
    problems: { heading: form("errorHeading"), titlePrefix: form("errorTitlePrefix") },
    currentPassword: t("currentPassword"),
    newPassword: t("newPassword"),
    hint: t("passwordHint"),
    repeatPassword: t("repeatPassword"),
    submit: t("changePassword"),
  };
  return (
    <PageShell {...shell} width="form">
      <PageHeading
        title={t("title")}
        actions={
          <form action={framePaths.signOut} method="post">
            <Button type="submit">{t("signOut")}</Button>
          </form>
        }
      />
      <Done what={klaar} />
      <Card title={{ id: "gegevens", text: t("who") }}>
        <SummaryList
          rows={[
            { term: t("name"), value: viewer.name },
            { term: t("email"), value: viewer.email },
            { term: t("factors"), value: viewer.factors === 2 ? t("twoFactors") : t("oneFactor") },
          ]}
        />
      </Card>
      <Card title={{ id: "mail", text: t("mail") }}>
        <p className="text-ink-soft">{t("mailText", { isSchool: viewer.kind === "school" ? "yes" : "no" })}</p>
        <p>
          <TextLink href="/account/mail">{t("mailLink")}</TextLink>
        </p>
      </Card>
      <Card title={{ id: "functies", text: t("mandates") }}>
        <p className="text-ink-soft">{t("mandatesText")}</p>
        <MandateList mandates={mandates} currentId={viewer.mandateId} />
      </Card>
      <Card title={{ id: "sessies", text: t("sessions") }}>
        <p className="text-ink-soft">{t("sessionsText")}</p>
        {sessions.length > usualSessionCount ? (
          <Notice tone="warning">{t("manySessions", { count: sessions.length })}</Notice>
        ) : null}
        <SessionList sessions={sessions} end={endSessionAction} />
      </Card>
      <Card title={{ id: "wachtwoord", text: t("password") }}>
        <PasswordForm action={changePasswordAction} email={viewer.email} words={words} />
      </Card>
      <Card title={{ id: "taal", text: t("language") }}>
        <form action={chooseLocaleAction} className="grid gap-5">
          <ChoiceGroup
            kind="radio"
            name="locale"
            label={t("languageText")}
            choices={[
              { value: "nl", label: "Nederlands" },
              { value: "en", label: "English" },
            ]}
            chosen={[locale]}
            columns={2}
          />
          <div>
            <Button type="submit">{t("save")}</Button>
          </div>
        </form>
      </Card>
    </PageShell>
  );
}

async function Done({ what }: { readonly what: unknown }) {
  const t = await getTranslations("identity.account");
  if (what === "wachtwoord") {
    return (
      <Notice tone="success" title={t("passwordChanged")} takesFocus={true}>
        <p>{t("passwordChangedText")}</p>
      </Notice>
    );
  }
  if (what === "sessie") return <Notice tone="success" title={t("ended")} takesFocus={true} />;
  if (what === "taal") return <Notice tone="success" title={t("saved")} takesFocus={true} />;
  return null;
}
