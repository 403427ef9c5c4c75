"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { plainLinkOf } from "@/components/ui/plain-link";

/**
 * Follows the links of the desk without loading everything anew. One listener for all of them: a component for each
 * link is made on the server, sent and made again in the browser, and costs more than the link itself. Nothing is
 * fetched ahead: opening a report is written down.
 */
export function SoftNavigation() {
  const router = useRouter();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const address = addressOf(event);
      if (address === null) return;
      event.preventDefault();
      router.push(address);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);

  return null;
}

/** Where the click leads within the desk; null when it is the browser's own to follow. */
function addressOf(event: MouseEvent): string | null {
  const link = plainLinkOf(event);
  if (
    link === null ||
    link.dataset["wholePage"] !== undefined ||
    link.origin !== location.origin ||
    link.target !== "" ||
    link.hasAttribute("download")
  )
    return null;
  const isWithinPage = link.hash !== "" && link.pathname === location.pathname && link.search === location.search;
  return isWithinPage ? null : link.pathname + link.search + link.hash;
}
