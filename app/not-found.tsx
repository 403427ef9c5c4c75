import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { switchLanguage } from "@/lib/web/locale.server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title") };
}

/** The same page for what does not exist and for what is not yours. */
export default function NotFoundPage() {
  const t = useTranslations("common.notFound");
  return (
    <PageShell width="form" actions={{ switchLanguage }}>
      <h1 className="mt-6">{t("title")}</h1>
      <p className="text-lg">{t("text")}</p>
      <p>{t("advice")}</p>
      <div>
        <ButtonLink look="main" href="/">
          {t("home")}
        </ButtonLink>
      </div>
    </PageShell>
  );
}
