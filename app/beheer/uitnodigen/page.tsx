import type { Metadata } from "next";
import { InviteForm } from "@/components/admin/invite-form";
import { UnsentInvitation } from "@/components/admin/unsent-invitation";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { findOrganisationToManage } from "@/lib/identity/queries.server";
import { hasMailServer } from "@/lib/web/mail-server.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { inviteAction } from "../actions";
import { mandateChoices, mandateWords } from "../mandate-words";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.invite"))("title") };
}

export default async function InvitePage({ searchParams }: Props) {
  const viewer = await pageViewer("/beheer");
  const code = onlyText((await searchParams)["organisatie"]) ?? "";
  const organisation = await orNotFound(() => findOrganisationToManage(viewer, code));
  const [t, shell, choices, mandate, problems] = await Promise.all([
    getTranslations("admin.invite"),
    shellProps(viewer, "/beheer"),
    mandateChoices(organisation),
    mandateWords(),
    problemWords(),
  ]);
  const words = {
    ...mandate,
    problems,
    name: t("name"),
    email: t("email"),
    emailHint: t("emailHint"),
    toPerson: t("toPerson"),
    submit: t("submit"),
    busy: t("busy"),
  };
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={`${organisation.name}. ${t("lead")}`} />
      {hasMailServer() ? null : <UnsentInvitation isMade={false} />}
      <Card>
        <InviteForm action={inviteAction} choices={choices} words={words} />
      </Card>
    </PageShell>
  );
}
