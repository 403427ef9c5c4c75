import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { NotFound } from "@/lib/shared/problem";
import type { TemplateView } from "../template";
import { presentTemplate, templateRecord, templatesOf } from "../template-rows.server";

/** The templates of the own school and locations, for who writes reports or tends the templates. */
export async function listReportTemplates(viewer: PersonViewer): Promise<readonly TemplateView[]> {
  if (viewer.kind !== "school" || !seesTemplates(viewer)) throw new NotFound("templates");
  const rows = await prisma.reportTemplate.findMany({
    relationLoadStrategy: "join",
    where: templatesOf(viewer),
    orderBy: { name: "asc" },
    select: templateRecord,
  });
  return rows.map((row) => presentTemplate(viewer, row));
}

export async function findReportTemplate(viewer: PersonViewer, id: string): Promise<TemplateView> {
  if (viewer.kind !== "school" || !seesTemplates(viewer)) throw new NotFound("template");
  const row = await prisma.reportTemplate.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [templatesOf(viewer), { id }] },
    select: templateRecord,
  });
  if (row === null) throw new NotFound("template");
  return presentTemplate(viewer, row);
}

function seesTemplates(viewer: PersonViewer): boolean {
  const { organisationId } = viewer;
  return can(viewer, "draft:begin", { organisationId }) || can(viewer, "calendar:keep", { organisationId });
}
