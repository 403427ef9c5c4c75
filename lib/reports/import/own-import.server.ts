import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { importsOf } from "@/lib/policy/import-rules";
import { addDays, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { openHeads } from "./claim.server";
import { importColumns, importDefaults } from "./columns";
import { type ImportStage, importDays, importStages } from "./stages";

/** An import that is the viewer's own; anybody else's is as absent as one that does not exist. */
export async function ownImport(viewer: Viewer, id: string, now: Now) {
  const scope = importsOf(viewer);
  if (viewer.kind !== "school" || scope === null) throw new NotFound("import");
  const found = await prisma.reportImport.findFirst({
    where: { id, ...scope, expiresOn: { gte: toColumn(now.today) } },
  });
  if (found === null || !can(viewer, "import:use", found)) throw new NotFound("import");
  const { headsSealed, columns, defaults, stage, ...rest } = found;
  return {
    viewer,
    ...rest,
    stage: stageOf(stage),
    sheet: {
      heads: openHeads(headsSealed),
      columns: importColumns.parse(columns),
      defaults: importDefaults.parse(defaults),
    },
  };
}

export type OwnImport = Awaited<ReturnType<typeof ownImport>> & { readonly viewer: SchoolViewer };

export function stageOf(kept: string): ImportStage {
  const stage = importStages.find((known) => known === kept);
  if (stage === undefined) throw new Error("an import is in a stage that is none");
  return stage;
}

/** Whoever does something with it keeps it so much longer, and the work goes on in his name of now. */
export function touchedBy({ mandateId }: SchoolViewer, now: Now) {
  return { mandateId, touchedAt: now.at, expiresOn: toColumn(addDays(now.today, importDays)) };
}
