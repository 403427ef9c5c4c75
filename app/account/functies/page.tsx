import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Button, ButtonLink } from "@/components/ui/button";
import { safeReturnPath } from "@/lib/identity/return-path";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { framePaths, shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

const path = "/account/functies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.otherFunction"))("title") };
}

/** For whoever opened a page that belongs to another function of his: he goes on there, on that page. */
export default async function OtherFunctionPage({ searchParams }: PageProps<"/account/functies">) {
  const returnTo = safeReturnPath((await searchParams)["terug"]);
  const viewer = await pageViewer(`${path}?${new URLSearchParams({ terug: returnTo })}`);
  const [shell, t] = await Promise.all([shellProps(viewer, path), getTranslations("identity.otherFunction")]);
  const others = shell.otherMandates;
  return (
    <PageShell {...shell} width="form">
      <PageHeading title={t("title")} lead={others.length === 0 ? t("none", shell.who) : t("lead", shell.who)} />
      {others.length === 0 ? (
        <p>
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </p>
      ) : (
        <form action={framePaths.switchMandate} method="post" className="grid justify-items-start gap-3">
          <input type="hidden" name="terug" value={returnTo} />
          {others.map(({ id, role, organisation }) => (
            <Button key={id} type="submit" name="mandateId" value={id}>
              {t("goOn", { role, organisation })}
            </Button>
          ))}
        </form>
      )}
    </PageShell>
  );
}
