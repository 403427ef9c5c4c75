import "server-only";
import { transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { closeMonths } from "./close-months.server";
import { keepBases } from "./keep-bases.server";
import { keepCells } from "./keep-cells.server";
import { keepConcealed } from "./keep-concealed.server";
import { keepFacts } from "./keep-facts.server";
import { keepFlags } from "./keep-flags.server";

/** Brings all kept figures up to this moment; done again it changes nothing. */
export async function keepFigures(now: Now): Promise<void> {
  await keepFacts(now);
  await keepFlags(now);
  await keepCells();
  await closeMonths(now);
  await keepConcealed();
  await keepBases(now);
  await transact(systemViewer("statistics"), now, ({ client }) =>
    client.figureStand.upsert({
      where: { id: 1 },
      create: { id: 1, countedAt: now.at },
      update: { countedAt: now.at },
    }),
  );
}
