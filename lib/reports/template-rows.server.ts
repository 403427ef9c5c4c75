import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { openText, sealText } from "@/lib/db/seal.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type TemplateView, type TemplateWords, templateWords } from "./template";

export const templateRecord = {
  id: true,
  name: true,
  organisationId: true,
  wordsSealed: true,
  location: { select: { id: true, name: true } },
} satisfies Prisma.ReportTemplateSelect;

/** Those of the whole school, and of the locations for which somebody has a mandate. */
export function templatesOf({ organisationId, locationIds }: SchoolViewer): Prisma.ReportTemplateWhereInput {
  if (locationIds.length === 0) return { organisationId };
  return { organisationId, OR: [{ locationId: null }, { locationId: { in: [...locationIds] } }] };
}

export function sealTemplate(words: TemplateWords): string {
  return sealText(JSON.stringify(words));
}

export function presentTemplate(
  viewer: SchoolViewer,
  row: Prisma.ReportTemplateGetPayload<{ select: typeof templateRecord }>,
): TemplateView {
  const { id, name, location, organisationId } = row;
  const words = templateWords.parse(JSON.parse(openText(row.wordsSealed)));
  const mayChange = can(viewer, "report-template:keep", { organisationId, locationId: location?.id ?? null });
  return { id, name, location, type: words.type ?? null, words, mayChange };
}
