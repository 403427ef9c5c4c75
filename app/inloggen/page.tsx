import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { safeReturnPath } from "@/lib/identity/return-path";
import { findSignInIfKnown, publicShellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { signInAction } from "./actions";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { terug, callbackUrl, uitgelogd } = await searchParams;
  const returnTo = safeReturnPath(terug ?? callbackUrl);
  if ((await findSignInIfKnown()) !== null) redirect(returnTo);
  const [t, form, shell] = await Promise.all([
    getTranslations("identity.signIn"),
    getTranslations("common.form"),
    publicShellProps(),
  ]);
  const words = {
    problems: { heading: form("errorHeading"), titlePrefix: form("errorTitlePrefix") },
    email: t("email"),
    password: t("password"),
    shared: t("shared"),
    sharedHint: t("sharedHint"),
    submit: t("submit"),
    busy: t("busy"),
  };
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={t("lead")} />
      {uitgelogd === undefined ? null : (
        <Notice tone="success" title={t("signedOut")} takesFocus={true}>
          <p>{t("signedOutText")}</p>
        </Notice>
      )}
      {returnTo === "/" ? null : (
        <Notice title={t("continue")}>
          <p>{t("continueText")}</p>
        </Notice>
      )}
      <Card>
        <SignInForm action={signInAction} words={words} returnTo={returnTo} />
      </Card>
      {shell.isDemo ? (
        <Notice title={t("demoTitle")}>
          <p>{t("demo")}</p>
        </Notice>
      ) : null}
      <Card title={{ id: "lukt-het-niet", text: t("troubleTitle") }}>
        <p>{t("trouble")}</p>
      </Card>
    </PageShell>
  );
}
