import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { madeFileAnswer } from "@/lib/web/file-answer.server";
import { emptySheetFile, sheetKindOf } from "@/lib/web/import-file.server";
import { pageViewer } from "@/lib/web/require-viewer.server";

/** A sheet to fill in. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await pageViewer("/meldingen/importeren");
  const kind = sheetKindOf(new URL(request.url).searchParams.get("vorm"));
  if (viewer.kind !== "school" || kind === null) notFound();
  return madeFileAnswer(await emptySheetFile(kind, await getLocale()));
}
