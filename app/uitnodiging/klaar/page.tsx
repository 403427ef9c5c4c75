import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readSealed } from "@/lib/identity/cookies.server";
import { openCodes } from "@/lib/identity/recovery-code-hand-over.server";
import { publicShellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.invitation"))("doneTitle") };
}

export default async function AcceptedPage({ searchParams }: Props) {
  const [{ later }, t, shell] = await Promise.all([
    searchParams,
    getTranslations("identity.invitation"),
    publicShellProps(),
  ]);
  const codes = openCodes(await readSealed("codes"));
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("doneTitle")} />
      {later === undefined ? null : (
        <Notice>
          <p>{t("notYet")}</p>
        </Notice>
      )}
      {codes.length === 0 ? null : (
        <Card title={{ id: "herstelcodes", text: t("codesTitle") }} edge="attention">
          <p>{t("codesText")}</p>
          <ol className="grid gap-1 font-mono sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </Card>
      )}
      <div>
        <ButtonLink look="main" href="/">
          {t("continue")}
        </ButtonLink>
      </div>
    </PageShell>
  );
}
