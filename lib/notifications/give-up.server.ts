import "server-only";
import { prisma } from "@/lib/db/client.server";
import { spread } from "./spread.server";

interface Refusal {
  readonly letterId: string;
  /** What the mail server said, as a code; its words may quote people. */
  readonly code: string;
  readonly at: Date;
}

/**
 * Nobody can be reached with this letter: that stands at its report from now on, and open pages hear of it. What a letter
 * of many told of was not read either. The first refusal counts.
 */
export async function giveUp({ letterId, code, at }: Refusal): Promise<void> {
  await prisma.$transaction(async (client) => {
    const refusal = { refusedAt: at, lastError: code };
    const select = { id: true, eventId: true, reportId: true } as const;
    const where = { id: letterId, refusedAt: null };
    const [letter] = await client.letter.updateManyAndReturn({ where, data: refusal, select });
    if (letter === undefined) return;
    const told =
      letter.reportId === null
        ? await client.letter.updateManyAndReturn({ where: { digestId: letter.eventId }, data: refusal, select })
        : [letter];
    await spread({ returned: told.map(({ id }) => id) }, client);
  });
}
