import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { securePlaces } from "./secure-places";

/** Opens on the first part that this viewer may see. */
export default async function SecurePage() {
  const [viewer, locale] = [await pageViewer("/beveiligd"), await getLocale()];
  const [first] = await securePlaces(viewer, locale);
  redirect(first?.href ?? notFound());
}
