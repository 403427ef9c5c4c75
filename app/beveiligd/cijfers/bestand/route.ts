import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { now } from "@/lib/shared/clock";
import { choosePath, fieldsOf, readSelection } from "@/lib/statistics/address";
import { fileKinds } from "@/lib/statistics/file";
import { exportFigures } from "@/lib/statistics/queries/export.server";
import { madeFileAnswer } from "@/lib/web/file-answer.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";

/** Chosen figures as a file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await pageViewer(choosePath);
  const asked = new URL(request.url).searchParams;
  const read = readSelection(fieldsOf(asked));
  const kind = fileKinds.find((known) => known === asked.get("vorm"));
  if (!read.success || kind === undefined) notFound();
  const locale = await getLocale();
  const file = await orNotFound(() => exportFigures(viewer, { wish: read.data, kind, locale }, now()));
  return madeFileAnswer(file);
}
