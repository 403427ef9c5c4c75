import "server-only";
import { packPapers, recordPacked } from "@/lib/attachments/pack.server";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { findStanding } from "@/lib/reports/queries/standing.server";
import type { Now } from "@/lib/shared/clock";
import type { NarrateLabels } from "@/lib/timeline/narrate-labels";
import type { CaseFile, FileReport } from "../case-file";
import { dossierOf } from "../dossier";
import { drawDossier } from "../draw.server";
import type { DossierInput } from "../input";
import { readCaseFile } from "../read-case-file.server";
import { t } from "../telling";

/** Its name says which report, and nothing of the student. */
export type TakenDossier =
  | { readonly kind: "pdf"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "zip"; readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

type Asked = DossierInput & { readonly reference: string; readonly labels: NarrateLabels };

/**
 * The whole case as a PDF or, with its papers, as a package that is packed while it goes out. It stands on the access
 * log of every report in it, with what it was taken for.
 */
export async function takeDossier(viewer: OfficeViewer, now: Now, asked: Asked): Promise<TakenDossier> {
  const has = { conversation: asked.parts.includes("conversation"), papers: asked.parts.includes("papers") };
  const { files, ...found } = await transact(viewer, now, async (tx) => {
    const file = await readCaseFile(tx, viewer, asked);
    const reason = `dossier-${asked.purpose}` as const;
    for (const { report, papers } of file.files) {
      record(tx, { action: "dossier:take", object: { kind: "report", id: report.id }, reason });
      if (has.papers) recordPacked(tx, papers, reason);
    }
    return file;
  });
  const reports: FileReport[] = [];
  for (const { report, messages, questions } of files) {
    const { threshold } = await findStanding(viewer, now, report);
    reports.push({ report, threshold, messages, questions });
  }
  const papers = files.flatMap((file) => file.papers);
  const file: CaseFile = {
    ...found,
    has,
    reports,
    papers,
    purpose: asked.purpose,
    officeName: viewer.organisationName,
    maker: viewer.name,
    madeAt: now.at,
  };
  const pdf = await drawDossier(dossierOf(file, asked.labels), now.at);
  const name = t("dossier.file.name", { reference: found.reference });
  if (!has.papers) return { kind: "pdf", name: `${name}.pdf`, bytes: pdf };
  return { kind: "zip", name: `${name}.zip`, bytes: packPapers(papers, now, [{ name: `${name}.pdf`, bytes: pdf }]) };
}
