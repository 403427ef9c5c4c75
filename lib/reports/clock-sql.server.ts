import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** The end of the promise of a reaction; null when none is promised. */
export const reactionPromised = Prisma.sql`CASE WHEN first_reaction_at IS NULL THEN due_at ELSE next_due_at END`;

/** The end of the nearest promise of an open report; null when nothing more is promised. */
export const promised = Prisma.sql`LEAST(${reactionPromised}, close_due_at)`;

/**
 * From when an open report is over its term: never, while its clock stood still before that moment. Word for word the
 * expression of the index `reports_over_term`.
 */
export const overTerm = Prisma.sql`(CASE WHEN paused_at <= ${promised} THEN NULL ELSE ${promised} END)`;
