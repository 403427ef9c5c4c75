import "server-only";
import { prisma } from "@/lib/db/client.server";
import { type CalendarDate, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { AreaMoveChoice } from "./area-move-choice";

interface DueMove extends AreaMoveChoice {
  readonly id: string;
}

/** Planned moves whose day has come and that are not carried out to the end, the earliest first. */
export async function dueAreaMoves(today: CalendarDate): Promise<readonly DueMove[]> {
  const due = await prisma.areaMove.findMany({
    where: { doneAt: null, effectiveOn: { lte: toColumn(today) } },
    orderBy: [{ effectiveOn: "asc" }, { oldCode: "asc" }],
    select: { id: true, oldCode: true, effectiveOn: true },
  });
  return due.map((move) => ({ ...move, effectiveOn: fromColumn(move.effectiveOn) }));
}

interface CarriedOut {
  readonly movedCount: number;
  /** Something waits for an office that is not competent yet. */
  readonly waits: boolean;
}

export async function noteAreaMove(id: string, { movedCount, waits }: CarriedOut, now: Now): Promise<void> {
  const done = waits ? {} : { doneAt: now.at };
  await prisma.areaMove.updateMany({
    where: { id, doneAt: null },
    data: { movedCount: { increment: movedCount }, ...done },
  });
}
