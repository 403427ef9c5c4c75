"use client";

import { FailurePage } from "@/components/layout/failure-page";
import { usePageLocale } from "@/components/layout/locale-context";

export default function ErrorPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return <FailurePage locale={usePageLocale()} error={error} retry={retry} />;
}
