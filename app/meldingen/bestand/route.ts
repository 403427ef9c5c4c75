import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { exportReports } from "@/lib/reports/queries.server";
import { now } from "@/lib/shared/clock";
import { fileKinds } from "@/lib/statistics/file";
import { madeFileAnswer } from "@/lib/web/file-answer.server";
import { listFile } from "@/lib/web/list-file.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { readListAddress } from "../list-address";
import { filterOf } from "../list-choices";

/** The list as it is chosen, as a file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await pageViewer("/meldingen");
  const asked = new URL(request.url).searchParams;
  const kind = fileKinds.find((known) => known === asked.get("vorm"));
  if (viewer.kind !== "school" || kind === undefined) notFound();
  const moment = now();
  const { cursor: _cursor, ...wish } = readListAddress(Object.fromEntries(asked));
  const lines = await exportReports(viewer, moment, filterOf(viewer, wish));
  const frame = { organisation: viewer.organisationName, locale: await getLocale(), now: moment };
  return madeFileAnswer(await listFile(lines, kind, frame));
}
