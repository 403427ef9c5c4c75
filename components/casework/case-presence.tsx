"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";

interface CasePresenceProps {
  readonly reference: string;
  readonly words: {
    /** With # where the name goes. */
    readonly one: string;
    /** With # where the names go. */
    readonly more: string;
    readonly and: string;
  };
}

const heartbeatMilliseconds = 12_000;

/** Two people on one case see each other before they press. */
export function CasePresence({ reference, words }: CasePresenceProps) {
  const [others, setOthers] = useState<readonly string[]>([]);

  useEffect(() => beThere(`/werkvoorraad/${reference}/aanwezig`, setOthers), [reference]);

  return (
    <div role="status" className="empty:hidden print:hidden">
      {others.length === 0 ? null : (
        <p className="flex items-center gap-2 rounded-md bg-attention-wash px-3.5 py-2.5 font-semibold text-attention">
          <Icon name="person" />
          {(others.length === 1 ? words.one : words.more).replace("#", others.join(` ${words.and} `))}
        </p>
      )}
    </div>
  );
}

/** Says now and then that the page is open, while somebody can see it, and that it is not when that is over. */
function beThere(address: string, hear: (others: readonly string[]) => void): () => void {
  let isThere = true;
  const say = async () => {
    const others = document.hidden ? null : await askOthers(address);
    if (isThere && others !== null) hear(others);
  };
  const leave = () => navigator.sendBeacon(`${address}?weg=ja`);
  const timer = setInterval(say, heartbeatMilliseconds);
  void say();
  document.addEventListener("visibilitychange", say);
  window.addEventListener("pagehide", leave);
  return () => {
    isThere = false;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", say);
    window.removeEventListener("pagehide", leave);
    leave();
  };
}

/** Null: not known now. Without a network nobody else is seen; the next time there may be one. */
async function askOthers(address: string): Promise<readonly string[] | null> {
  const answer = await fetch(address, { method: "POST" }).catch(() => null);
  if (answer === null || !answer.ok) return null;
  const { others } = await answer.json();
  return others;
}
