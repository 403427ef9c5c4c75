import { notFound, redirect } from "next/navigation";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { findReport } from "@/lib/reports/queries.server";
import type { ReportView } from "@/lib/reports/views";
import { type Now, now } from "@/lib/shared/clock";
import type { StorySpan } from "@/lib/timeline/span";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";

interface ReadReport {
  readonly viewer: SchoolViewer;
  readonly report: ReportView;
  readonly now: Now;
}

/** The report of a page of the school's side; an office has a page of its own for it. */
export async function readReport(reference: string, path: string, span: StorySpan = "latest"): Promise<ReadReport> {
  const viewer = await readSchoolViewer(reference, path);
  const moment = now();
  const report = await orNotFound(() => findReport(viewer, moment, reference, span));
  return { viewer, report, now: moment };
}

export async function readSchoolViewer(reference: string, path: string): Promise<SchoolViewer> {
  const viewer = await pageViewer(path);
  if (viewer.kind === "office") redirect(`/werkvoorraad/${reference}`);
  if (viewer.kind !== "school") notFound();
  return viewer;
}
