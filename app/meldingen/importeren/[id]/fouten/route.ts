import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { exportLeftRows } from "@/lib/reports/queries/import-rows.server";
import { now } from "@/lib/shared/clock";
import { madeFileAnswer } from "@/lib/web/file-answer.server";
import { leftRowsFile, sheetKindOf } from "@/lib/web/import-file.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";

/** What was not sent, to go on with in a spreadsheet. */
export async function GET(request: Request, { params }: RouteContext<"/meldingen/importeren/[id]/fouten">) {
  const viewer = await pageViewer("/meldingen/importeren");
  const id = onlyId((await params).id);
  const kind = sheetKindOf(new URL(request.url).searchParams.get("vorm"));
  if (id === undefined || kind === null) notFound();
  const left = await orNotFound(() => exportLeftRows(viewer, now(), id));
  return madeFileAnswer(await leftRowsFile(left, kind, await getLocale()));
}
