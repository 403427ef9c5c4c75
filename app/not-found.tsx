import type { Metadata } from "next";
import { MissingPage } from "@/components/layout/missing-page";
import { getTranslations } from "@/lib/web/words.server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("failure.missing");
  return { title: t("title") };
}

/** The same page for what does not exist and for what is not yours. */
export default function NotFoundPage() {
  return <MissingPage />;
}
