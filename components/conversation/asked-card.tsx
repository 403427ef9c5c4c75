import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import { requestKinds } from "@/lib/conversation/request-kinds";
import type { AskedLine } from "@/lib/conversation/views";
import { formatShortDay } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What offices wait for, on the page where somebody of the school begins. Nothing asked, nothing shown. */
export function AskedCard({ lines }: { readonly lines: readonly AskedLine[] }) {
  const t = useTranslations("conversation.list");
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <Card title={{ id: "gevraagd", text: t("title") }} edge="attention">
      <p className="text-sm text-ink-soft">{t("lead")}</p>
      <ul className="grid">
        {lines.map((line) => (
          <li
            key={line.id}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line py-2 first:border-0 first:pt-0 last:pb-0"
          >
            <TextLink href={`/meldingen/${line.reference}#vragen`}>
              {t("line", { office: line.office ?? t("someOffice"), what: requestKinds[line.kind].what[locale] })}
            </TextLink>
            <span className="text-ink-soft">
              {[line.studentName, line.group, line.ownReference].filter((part) => part !== null).join(", ")}
            </span>
            <Due line={line} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Due({ line }: { readonly line: AskedLine }) {
  const t = useTranslations("conversation.list");
  const locale = useLocale();
  const day = formatShortDay(line.dueOn, locale);
  return (
    <StatusTag tone={line.isLate ? "late" : "wait"}>{line.isLate ? t("late", { day }) : t("due", { day })}</StatusTag>
  );
}
