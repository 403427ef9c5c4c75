import "server-only";
import { prisma } from "@/lib/db/client.server";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

const keptFormDays = 14;

/** Forgets drafts whose days are over, and what another tab kept while the report was being sent; answers how many. */
export async function forgetDrafts(now: Now): Promise<number> {
  const over = await prisma.reportDraft.deleteMany({ where: { expiresOn: { lt: toColumn(now.today) } } });
  const sent = await prisma.$executeRaw`DELETE FROM report_drafts d USING reports r WHERE r.submission_id = d.id`;
  const before = new Date(now.at.getTime() - keptFormDays * 86_400_000);
  const forms = await prisma.keptForm.deleteMany({ where: { keptAt: { lt: before } } });
  return over.count + sent + forms.count;
}
