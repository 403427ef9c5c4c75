import "server-only";
import { localeOf } from "@/lib/i18n/locale";
import type { Now } from "@/lib/shared/clock";
import { type EventNews, loadNews } from "./event-news.server";
import { standingLine } from "./letters";

interface AboutReport {
  readonly reportId: string;
  readonly toAddress: string;
  readonly side: string | null;
  readonly locale: string;
}

/**
 * Who has these reports now, and what comes next: for each letter a line in the words of its reader. Null: he is of an
 * office that has it no more.
 */
export async function loadStandings(
  letters: readonly AboutReport[],
  now: Now,
): Promise<(letter: AboutReport) => string | null> {
  const reportIds = [...new Set(letters.map(({ reportId }) => reportId))];
  const newest = reportIds.map((reportId) => ({ reportId, eventId: null }));
  const byReport = new Map((await loadNews(newest, now)).map((news) => [news.reportId, news]));
  return ({ reportId, toAddress, side, locale }) => {
    const news = byReport.get(reportId);
    const reader = news === undefined ? null : sideOf(side, toAddress, news.concerned);
    if (news === undefined || reader === null) return null;
    return standingLine(news.facts, { side: reader, locale: localeOf(locale) }, now);
  };
}

function sideOf(side: string | null, address: string, concerned: EventNews["concerned"]) {
  if (side === "school" || side === "desk") return side;
  const { officer, officeEmail, officeFollowers, officeCopies } = concerned;
  const atOffice = [officer?.email, officeEmail, ...officeFollowers.map(({ email }) => email), ...officeCopies];
  return atOffice.some((one) => one?.toLowerCase() === address) ? "office" : null;
}
