"use client";

import { Button } from "@/components/ui/button";

/** Opens the printing of the browser; without script people use its menu. */
export function PrintButton({ children }: { readonly children: string }) {
  return (
    <Button look="main" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
