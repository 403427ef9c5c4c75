import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { now } from "@/lib/shared/clock";
import { choosePath, readSelection } from "@/lib/statistics/address";
import { attachmentHeader, fileKinds } from "@/lib/statistics/file";
import { exportFigures } from "@/lib/statistics/queries/export.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";

/** Chosen figures as a file. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await pageViewer(choosePath);
  const asked = new URL(request.url).searchParams;
  const read = readSelection({ ...Object.fromEntries(asked), cijfer: asked.getAll("cijfer") });
  const kind = fileKinds.find((known) => known === asked.get("vorm"));
  if (!read.success || kind === undefined) notFound();
  const locale = await getLocale();
  const { name, contentType, bytes } = await orNotFound(() =>
    exportFigures(viewer, { wish: read.data, kind, locale }, now()),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": contentType,
      "content-disposition": attachmentHeader(name),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
