"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Meter } from "@/components/ui/meter";

interface Standing {
  readonly done: number;
  readonly total: number;
}

interface ImportProgressProps {
  readonly address: string;
  readonly start: Standing;
  /** With the numbers as `{done}` and `{total}`. */
  readonly label: string;
  readonly locale: string;
  readonly text: string;
}

const everyMilliseconds = 1_000;

/** How far the desk is, asked anew each second, and the page again once it is done. */
export function ImportProgress({ address, start, label, locale, text }: ImportProgressProps) {
  const [{ done, total }, setStanding] = useState(start);
  const router = useRouter();
  useEffect(() => {
    const look = async () => {
      const standing = await ask(address);
      if (standing === "done") router.refresh();
      else if (standing !== "away") setStanding(standing);
    };
    const timer = setInterval(look, everyMilliseconds);
    return () => clearInterval(timer);
  }, [address, router]);
  const written = (count: number) => count.toLocaleString(locale);
  const words = label.replace("{done}", written(done)).replace("{total}", written(total));
  return (
    <Meter id="voortgang" value={done} max={total} label={words}>
      <p>{text}</p>
    </Meter>
  );
}

/** A network that is away for a moment is asked again. */
async function ask(address: string): Promise<Standing | "done" | "away"> {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    return answer.ok ? ((await answer.json()) ?? "done") : "away";
  } catch (error) {
    if (error instanceof TypeError) return "away";
    throw error;
  }
}
