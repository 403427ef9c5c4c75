import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import { fromColumn } from "@/lib/shared/calendar-date";
import { isClass } from "./classes";
import { rowFacts } from "./facts";
import type { FileRow } from "./file-row";
import { protectedAmong } from "./protected.server";
import { withoutTraces } from "./shown-facts";

const batchSize = 1_000;

const storedRow = z.object({
  studentId: z.uuid(),
  class: z.string().refine(isClass),
  isProtected: z.boolean(),
  facts: rowFacts,
});

type StoredRow = z.output<typeof storedRow>;

/** The rows of a delivery with the names and numbers of the register, a batch at a time. */
export async function* fileRows(deliveryId: string): AsyncGenerator<readonly FileRow[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await nextRows(deliveryId, after);
    after = rows.at(-1)?.studentId;
    if (after === undefined) return;
    yield await withPersons(rows);
  }
}

async function nextRows(deliveryId: string, after: string | undefined): Promise<readonly StoredRow[]> {
  const rows = await prisma.deliveryRow.findMany({
    where: { deliveryId, ...(after === undefined ? {} : { studentId: { gt: after } }) },
    orderBy: { studentId: "asc" },
    take: batchSize,
    select: { studentId: true, class: true, isProtected: true, facts: true },
  });
  return rows.map((row) => storedRow.parse(row));
}

async function withPersons(rows: readonly StoredRow[]): Promise<readonly FileRow[]> {
  const hidden = await protectedAmong(rows.map(({ studentId }) => studentId));
  const open = rows.flatMap(({ studentId, isProtected }) => (isProtected || hidden.has(studentId) ? [] : [studentId]));
  const students = await prisma.student.findMany({
    where: { id: { in: open } },
    select: { id: true, numberSealed: true, firstName: true, prefix: true, lastName: true, birthDate: true },
  });
  const byId = new Map(
    students.map(({ id, numberSealed, birthDate, ...names }) => [
      id,
      { ...names, number: openText(numberSealed), birthDate: fromColumn(birthDate) },
    ]),
  );
  return rows.map(({ studentId, class: name, facts }) => {
    const person = byId.get(studentId) ?? null;
    return { class: name, facts: person === null ? withoutTraces(facts) : facts, person };
  });
}
