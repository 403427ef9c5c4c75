import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/account/code-form";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { readSealed } from "@/lib/identity/cookies.server";
import { safeReturnPath } from "@/lib/identity/return-path";
import { publicShellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { giveCodeAction } from "../actions";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.code"))("title") };
}

export default async function CodePage({ searchParams }: Props) {
  if ((await readSealed("half")) === null) redirect("/inloggen");
  const returnTo = safeReturnPath((await searchParams)["terug"]);
  const [t, form, shell] = await Promise.all([
    getTranslations("identity.code"),
    getTranslations("common.form"),
    publicShellProps(),
  ]);
  const words = {
    problems: { heading: form("errorHeading"), titlePrefix: form("errorTitlePrefix") },
    code: t("code"),
    hint: t("hint"),
    submit: t("submit"),
    busy: t("busy"),
  };
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={t("lead")} />
      <Card>
        <CodeForm action={giveCodeAction} words={words} returnTo={returnTo} />
      </Card>
      <p>
        <TextLink href="/inloggen">{t("again")}</TextLink>
      </p>
    </PageShell>
  );
}
