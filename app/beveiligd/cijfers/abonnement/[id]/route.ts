import { notFound, redirect } from "next/navigation";
import { now } from "@/lib/shared/clock";
import { chooseAddress, fileAddress } from "@/lib/statistics/address";
import { fileKinds } from "@/lib/statistics/file";
import { findSubscribedView } from "@/lib/statistics/queries/subscription.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";

/** From a mail to the figures, on the page or as a file; the mail itself holds none. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/beveiligd/cijfers/abonnement/[id]">,
): Promise<Response> {
  const id = onlyId((await params).id);
  if (id === undefined) notFound();
  const asked = new URL(request.url).searchParams.get("vorm");
  const kind = fileKinds.find((known) => known === asked);
  const path = `/beveiligd/cijfers/abonnement/${id}`;
  const viewer = await pageViewer(kind === undefined ? path : `${path}?vorm=${kind}`);
  const { selection, chart } = await orNotFound(() => findSubscribedView(viewer, id, now()));
  redirect(kind === undefined ? chooseAddress(selection, chart) : fileAddress(selection, kind));
}
