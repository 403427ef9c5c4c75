import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** The sums of a group of facts, under the names of `Sums`, for statements that group `figure_facts f`. */
export const sumsSql = Prisma.sql`count(*)::int AS "reportCount", count(DISTINCT f.person)::int AS "pupilCount",
  count(*) FILTER (WHERE f.is_follow_up)::int AS "followUpCount",
  count(f.is_filed_in_time)::int AS "timedCount",
  count(*) FILTER (WHERE f.is_filed_in_time)::int AS "filedInTimeCount",
  count(f.is_answered_in_time)::int AS "dueCount",
  count(*) FILTER (WHERE f.is_answered_in_time)::int AS "answeredInTimeCount",
  count(*) FILTER (WHERE f.outcome = 'open')::int AS "openCount",
  count(*) FILTER (WHERE f.has_sheet)::int AS "sheetCount",
  count(*) FILTER (WHERE f.was_asked)::int AS "askedCount",
  count(f.is_reported_again)::int AS "settledCount",
  count(*) FILTER (WHERE f.is_reported_again)::int AS "againCount",
  percentile_disc(0.5) WITHIN GROUP (ORDER BY f.reaction_days) AS "reactionDaysMedian",
  percentile_disc(0.9) WITHIN GROUP (ORDER BY f.reaction_days) AS "reactionDaysSlow"`;
