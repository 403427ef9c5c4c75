import { redirect } from "next/navigation";
import { startPage } from "@/lib/web/navigation";
import { pageViewer } from "@/lib/web/require-viewer.server";

/** Sends each to the own desk. */
export default async function Home() {
  redirect(startPage(await pageViewer("/")));
}
