"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

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
  const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a");
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
