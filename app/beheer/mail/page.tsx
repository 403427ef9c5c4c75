import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { MailLevelForm } from "@/components/notifications/mail-level-form";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/lib/i18n/format";
import { mailLevels } from "@/lib/notifications/mail-levels";
import { findMailLevel } from "@/lib/notifications/queries/mail-level.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { chooseMailLevelAction } from "./actions";

const path = "/beheer/mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailLevel"))("title") };
}

/** How much the mail of a school may say, with the mail itself beside each choice. */
export default async function MailLevelPage({ searchParams }: PageProps<"/beheer/mail">) {
  const viewer = await pageViewer(path);
  const locale = await getLocale();
  const { level, chosen, sender, previews } = await orNotFound(() => findMailLevel(viewer, now(), locale));
  const [shell, t, common, people, problems, { klaar }] = await Promise.all([
    shellProps(viewer, "/beheer"),
    getTranslations("mailLevel"),
    getTranslations("common"),
    getTranslations("admin.people"),
    problemWords(),
    searchParams,
  ]);
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: people("title"), href: "/beheer" }, { label: t("title") }]}
      />
      <PageHeading title={t("title")} lead={t("lead", { school: viewer.organisationName })} />
      {klaar === "ja" ? <Notice tone="success" title={t("saved")} takesFocus={true} /> : null}
      <MailLevelForm
        action={chooseMailLevelAction}
        level={level}
        choices={previews.map((preview) => ({
          ...preview,
          label: mailLevels[preview.level].label[locale],
          help: mailLevels[preview.level].help[locale],
        }))}
        words={{
          problems,
          question: t("question"),
          hint: t("hint"),
          submit: t("submit"),
          pending: t("pending"),
          preview: t("preview"),
          from: t("from"),
          sender,
          subject: t("subject"),
          never: t("never"),
          chosen:
            chosen === null ? t("nobodyChose") : t("chosen", { by: chosen.by, at: formatMoment(chosen.at, locale) }),
        }}
      />
    </PageShell>
  );
}
