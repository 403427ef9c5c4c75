import { notFound, redirect } from "next/navigation";
import { openNotice } from "@/lib/notifications/commands.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";

/** Leads on to the report of a notice, which then counts as read. */
export async function GET(_request: Request, { params }: RouteContext<"/berichten/[id]">): Promise<never> {
  const id = onlyId((await params).id);
  if (id === undefined) notFound();
  const viewer = await pageViewer(`/berichten/${id}`);
  redirect(await orNotFound(() => openNotice(viewer, id, now())));
}
