import { useLocale, useTranslations } from "next-intl";
import { PageHeading } from "@/components/layout/page-heading";
import { StatusTag } from "@/components/ui/status-tag";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { ReportView } from "@/lib/reports/views";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";

interface CaseHeadingProps {
  readonly report: Pick<ReportView, "reference" | "type" | "student" | "school" | "urgentReason" | "isProtected">;
  readonly today: CalendarDate;
}

export function CaseHeading({ report, today }: CaseHeadingProps) {
  const t = useTranslations("inbox");
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
      lead={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {school.locationName}
          {student.group === null ? null : <span>· {t("case.group", { group: student.group })}</span>}
          <span>· {absenceTypes[type].label[locale]}</span>
          <span className="whitespace-nowrap">· {reference}</span>
        </span>
      }
      actions={
        <>
          {report.urgentReason === null ? null : <StatusTag tone="wait">{t("urgent")}</StatusTag>}
          {report.isProtected ? <StatusTag>{t("protected")}</StatusTag> : null}
        </>
      }
    />
  );
}
