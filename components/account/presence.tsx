"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";

const reportEveryMilliseconds = 60_000;
const signs = ["keydown", "pointerdown", "touchstart"] as const;

interface PresenceProps {
  readonly address: string;
  readonly words: { readonly title: string; readonly text: string; readonly signIn: string };
}

/**
 * Tells the desk, at most once a minute, that somebody types or clicks here: forty minutes on one explanation are forty
 * minutes of work. When the session has ended all the same, it says so before anything is sent.
 */
export function Presence({ address, words }: PresenceProps) {
  const [hasEnded, setHasEnded] = useState(false);

  useEffect(() => {
    let reportedAt = Date.now();
    const report = async () => {
      if (Date.now() - reportedAt < reportEveryMilliseconds) return;
      reportedAt = Date.now();
      const status = await statusOf(address);
      if (status === 401) setHasEnded(true);
      if (status === 204) setHasEnded(false);
    };
    const noticed = () => void report();
    for (const sign of signs) document.addEventListener(sign, noticed, { passive: true });
    return () => {
      for (const sign of signs) document.removeEventListener(sign, noticed);
    };
  }, [address]);

  if (!hasEnded) return null;
  return (
    <div role="alert" className="fixed inset-x-4 bottom-4 z-10 mx-auto max-w-form shadow-over print:hidden">
      <Notice tone="warning" title={words.title}>
        <p>{words.text}</p>
        <p>
          <a href="/inloggen" target="_blank" rel="noopener">
            {words.signIn}
          </a>
        </p>
      </Notice>
    </div>
  );
}

/** The status of the answer; null without a network, which says nothing about the session. */
async function statusOf(address: string): Promise<number | null> {
  try {
    return (await fetch(address, { method: "POST", keepalive: true })).status;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
