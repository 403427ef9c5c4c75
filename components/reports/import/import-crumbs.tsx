import { Breadcrumb } from "@/components/layout/breadcrumb";
import { useTranslations } from "@/lib/i18n/use-translations";

interface ImportCrumbsProps {
  /** Absent: this is the page where sheets are brought. */
  readonly current?: string;
}

export function ImportCrumbs({ current }: ImportCrumbsProps) {
  const t = useTranslations();
  const reports = { href: "/meldingen", label: t("reports.page.crumb") };
  const brought = t("imports.title");
  return (
    <Breadcrumb
      label={t("common.breadcrumb")}
      crumbs={
        current === undefined
          ? [reports, { label: brought }]
          : [reports, { href: "/meldingen/importeren", label: brought }, { label: current }]
      }
    />
  );
}
