import { useLocale } from "next-intl";
import { PageHeading } from "@/components/layout/page-heading";
import { ButtonLink } from "@/components/ui/button";
import { StatusTag } from "@/components/ui/status-tag";
import { casePath } from "@/lib/casework/inbox-address";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { ReportView } from "@/lib/reports/views";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";

interface CaseHeadingProps {
  readonly report: Pick<
    ReportView,
    "reference" | "type" | "student" | "school" | "urgentReason" | "isProtected" | "allows"
  >;
  readonly today: CalendarDate;
}

export function CaseHeading({ report, today }: CaseHeadingProps) {
  const [t, dossier] = [useTranslations("inbox"), useTranslations("dossier")];
  const locale = useLocale();
  const { student, school, reference, type } = report;
  return (
    <PageHeading
      title={
        <>
          {student.name}
          <span className="ml-2.5 text-lg font-normal tracking-normal text-ink-soft">
            {t("case.age", { age: ageOn(student.birthDate, today) })}
          </span>
        </>
      }
      lead={[
        school.locationName,
        student.group === null ? null : t("case.group", { group: student.group }),
        absenceTypes[type].label[locale],
        reference,
      ]
        .filter((part) => part !== null)
        .join(" · ")}
      actions={
        <>
          {report.urgentReason === null ? null : <StatusTag tone="wait">{t("urgent")}</StatusTag>}
          {report.isProtected ? <StatusTag>{t("protected")}</StatusTag> : null}
          {report.allows.dossier ? (
            <ButtonLink href={`${casePath(reference)}/dossier`} size="small">
              {dossier("open")}
            </ButtonLink>
          ) : null}
          <ButtonLink href={`${casePath(reference)}/afdruk`} size="small" target="_blank" rel="noreferrer">
            {t("case.print")}
            <span className="sr-only"> ({t("case.printNewTab")})</span>
          </ButtonLink>
        </>
      }
    />
  );
}
