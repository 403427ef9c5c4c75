import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { addDays, fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { dueSql } from "../due.server";
import { isKind, kindCodes } from "../kinds";
import type { KindCount, RetentionView, RunView } from "../views";

const mostRuns = 30;

/** What was destroyed on the last days and what would be tomorrow, in numbers; it says nothing of any report. */
export async function findRetention(viewer: PersonViewer, now: Now): Promise<RetentionView> {
  if (!can(viewer, "retention:watch", {})) throw new NotFound("retention");
  const [rows, due] = await Promise.all([
    prisma.paperRun.findMany({ orderBy: { day: "desc" }, take: mostRuns, include: { counts: true } }),
    prisma.$queryRaw<readonly DueRow[]>(Prisma.sql`
      SELECT kind, count(*) FILTER (WHERE NOT is_held)::int AS due, count(*) FILTER (WHERE is_held)::int AS held
        FROM (${dueSql(addDays(now.today, 1))}) due GROUP BY kind`),
    recordRead(viewer, now, { action: "retention:read", object: { kind: "attachment" }, reason: usualReason(viewer) }),
  ]);
  const runs = rows.map(toRun);
  const tomorrow = kindCodes.map((kind) => {
    const found = due.find((row) => row.kind === kind);
    return { kind, due: found?.due ?? 0, held: found?.held ?? 0 };
  });
  const stopped = runs.find(({ day, state }) => day === now.today && state === "stopped") ?? null;
  return { runs, tomorrow, stopped };
}

interface DueRow {
  readonly kind: string;
  readonly due: number;
  readonly held: number;
}

type RunRow = Prisma.PaperRunGetPayload<{ include: { counts: true } }>;

function toRun({ day, usualCount, stoppedAt, releasedAt, releasedByName, counts }: RunRow): RunView {
  const each = counts.flatMap(({ kind, dueCount, heldCount, destroyedCount }): readonly KindCount[] =>
    isKind(kind) ? [{ kind, due: dueCount, held: heldCount, destroyed: destroyedCount }] : [],
  );
  const sumOf = (what: "due" | "held" | "destroyed") => each.reduce((sum, one) => sum + one[what], 0);
  return {
    day: fromColumn(day),
    counts: each.toSorted((one, other) => kindCodes.indexOf(one.kind) - kindCodes.indexOf(other.kind)),
    due: sumOf("due"),
    held: sumOf("held"),
    destroyed: sumOf("destroyed"),
    usual: usualCount,
    state: stateOf(stoppedAt, releasedAt),
    releasedBy: releasedByName,
  };
}

function stateOf(stoppedAt: Date | null, releasedAt: Date | null): RunView["state"] {
  if (releasedAt !== null) return "released";
  return stoppedAt === null ? "went-on" : "stopped";
}
