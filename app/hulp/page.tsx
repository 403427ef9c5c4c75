import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { deskPhone } from "@/components/layout/desk-contact";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { can } from "@/lib/policy/can";
import { statuses } from "@/lib/timeline/statuses";
import { findSignInIfKnown, publicShellProps, shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.help"))("title") };
}

/** For everybody, signed in or not: who cannot get in looks here too. */
export default async function HelpPage() {
  const signIn = await findSignInIfKnown();
  const [t, locale, shell] = await Promise.all([
    getTranslations("identity.help"),
    getLocale(),
    signIn === null ? publicShellProps() : shellProps(signIn.viewer, "/hulp"),
  ]);
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} />
      <Card title={{ id: "bellen", text: t("phoneTitle") }}>
        <p>{t("phoneText", { phone: deskPhone.shown })}</p>
      </Card>
      <Card title={{ id: "status", text: t("statusTitle") }}>
        <p>{t("statusText")}</p>
        <SummaryList
          look="lined"
          rows={Object.values(statuses).map(({ label, meaning }) => ({ term: label[locale], value: meaning[locale] }))}
        />
      </Card>
      <Card title={{ id: "cijfers", text: t("figuresTitle") }}>
        <p>{t("figuresText")}</p>
        {signIn !== null && can(signIn.viewer, "figures:read", {}) ? (
          <p>
            <TextLink href="/beveiligd">{t("figuresLink")}</TextLink>
          </p>
        ) : null}
      </Card>
      {signIn?.viewer.kind === "office" ? (
        <Card title={{ id: "toetsen", text: t("keysTitle") }}>
          <p>{t("keysText")}</p>
        </Card>
      ) : null}
      <Card title={{ id: "inloggen", text: t("accessTitle") }}>
        <p>{t("accessText")}</p>
      </Card>
      <Card title={{ id: "gegevens", text: t("privacyTitle") }}>
        <p>{t("privacyText")}</p>
      </Card>
    </PageShell>
  );
}
