import type { Metadata } from "next";
import { getTranslations } from "@/lib/web/words.server";
import { SendingPage } from "../sending-page";

interface Props {
  readonly params: Promise<{ readonly reference: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox.between"))("transfer.heading") };
}

export default async function TransferPage({ params, searchParams }: Props) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  return <SendingPage act="transfer" reference={reference} query={query} />;
}
