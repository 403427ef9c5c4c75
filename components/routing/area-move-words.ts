import type { AreaMoveLine } from "@/lib/casework/area-move";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";

type MoveWords = Words<"routing.moves">;

/** "Haren gaat op in Groningen." */
export function changeSentence({ kind, oldName, newNames }: AreaMoveLine, t: MoveWords, locale: Locale): string {
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(newNames);
  return t(`kinds.${kind}`, { from: oldName, to: names });
}

/** What was decided about it, and what came of that. */
export function moveStateSentence(line: AreaMoveLine, t: MoveWords, locale: Locale): string {
  const { isPlanned, doneOn, movedCount } = line;
  if (!isPlanned) return t("states.open");
  if (doneOn === null) return movedCount === 0 ? t("states.planned") : t("states.partly", { count: movedCount });
  return t("states.done", { day: formatDay(doneOn, locale), count: formatNumber(movedCount, locale) });
}
