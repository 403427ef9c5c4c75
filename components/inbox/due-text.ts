import type { useTranslations } from "next-intl";
import type { Due } from "@/lib/casework/due";
import { formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export const dueLooks = {
  late: "font-semibold text-danger",
  today: "font-semibold text-attention",
  tomorrow: undefined,
  day: undefined,
  reacted: "text-ink-faint",
  done: "text-ink-soft",
} as const satisfies Record<Due["kind"], string | undefined>;

/** Until when, in words: "2 dagen te laat", "vandaag", "wo 11 nov". */
export function dueText(due: Due, t: ReturnType<typeof useTranslations<"inbox">>, locale: Locale): string {
  switch (due.kind) {
    case "late":
      return t("due.late", { days: due.days });
    case "day":
    case "done":
      return formatShortDay(due.day, locale);
    default:
      return t(`due.${due.kind}`);
  }
}
