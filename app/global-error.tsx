"use client";

import { FailurePage } from "@/components/layout/failure-page";
import "./globals.css";

/** When even the frame could not be made, nobody knows the reader's language. */
export default function GlobalErrorPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="nl">
      <body>
        <title>Verzuimloket</title>
        <FailurePage locale="nl" error={error} retry={retry} />
      </body>
    </html>
  );
}
