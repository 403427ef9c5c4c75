import { PageHeading } from "@/components/layout/page-heading";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useTranslations } from "@/lib/i18n/use-translations";

/** For somebody of the office whose work is not with reports: what one can do instead. */
export function InboxClosed({ managesPeople }: { readonly managesPeople: boolean }) {
  const t = useTranslations("inbox");
  const next = managesPeople
    ? { href: "/beheer", label: t("closed.people"), text: t("closed.peopleText") }
    : { href: "/hulp", label: t("closed.help"), text: t("closed.helpText") };
  return (
    <>
      <PageHeading title={t("title")} />
      <EmptyState title={t("closed.title")} action={<ButtonLink href={next.href}>{next.label}</ButtonLink>}>
        {next.text}
      </EmptyState>
    </>
  );
}
