import type { Metadata } from "next";
import { getTranslations } from "@/lib/web/words.server";
import { SendingPage } from "../sending-page";

interface Props {
  readonly params: Promise<{ readonly reference: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox.between"))("refer.heading") };
}

export default async function ReferPage({ params, searchParams }: Props) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  return <SendingPage act="refer" reference={reference} query={query} />;
}
