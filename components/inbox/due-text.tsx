import { useLocale, useTranslations } from "next-intl";
import { type Due, dueOf } from "@/lib/casework/due";
import type { InboxLine } from "@/lib/casework/inbox";
import { formatShortDay } from "@/lib/i18n/format";
import type { Now } from "@/lib/shared/clock";

const looks = {
  late: "font-semibold text-danger",
  today: "font-semibold text-attention",
  tomorrow: "",
  day: "",
  reacted: "text-ink-faint",
  done: "text-ink-soft",
} as const satisfies Record<Due["kind"], string>;

interface DueTextProps {
  readonly line: Pick<InboxLine, "status" | "hasReaction" | "dueAt" | "changedAt">;
  readonly now: Now;
}

/** Until when, in words: "2 dagen te laat", "vandaag", "wo 11 nov". */
export function DueText({ line, now }: DueTextProps) {
  const t = useTranslations("inbox.due");
  const locale = useLocale();
  const due = dueOf(line, now);
  const look = looks[due.kind];
  const words =
    due.kind === "day" || due.kind === "done"
      ? formatShortDay(due.day, locale)
      : due.kind === "late"
        ? t("late", { days: due.days })
        : t(due.kind);
  return look === "" ? words : <span className={look}>{words}</span>;
}
