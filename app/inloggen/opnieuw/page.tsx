import type { Metadata } from "next";
import { StepUpForm } from "@/components/account/step-up-form";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { needsCode } from "@/lib/identity/commands/step-up.server";
import { safeReturnPath } from "@/lib/identity/return-path";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { stepUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deliveries.stepUp"))("title") };
}

/** For weighty acts: whoever signed in a while ago shows once more who he is. */
export default async function StepUpPage({ searchParams }: PageProps<"/inloggen/opnieuw">) {
  const returnTo = safeReturnPath((await searchParams)["terug"]);
  const viewer = await pageViewer(returnTo);
  const [t, problems, shell, hasCode] = await Promise.all([
    getTranslations("deliveries.stepUp"),
    problemWords(),
    shellProps(viewer, returnTo),
    needsCode(viewer),
  ]);
  const words = {
    password: t("password"),
    code: t("code"),
    codeHint: t("codeHint"),
    submit: t("submit"),
    busy: t("busy"),
  };
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={t("lead")} />
      <Card>
        <StepUpForm action={stepUpAction} words={words} problems={problems} hasCode={hasCode} returnTo={returnTo} />
      </Card>
    </PageShell>
  );
}
