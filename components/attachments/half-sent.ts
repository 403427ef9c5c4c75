import { useEffect, useEffectEvent, useState } from "react";
import type { HalfSent } from "@/lib/attachments/views";

export interface HalfSentFile extends HalfSent {
  readonly uploadId: string;
}

/** The numbers alone: what the files are called, only the desk knows. */
const keyOf = (address: string) => `bijlagen onderweg ${address}`;

function numbersAt(address: string): readonly string[] {
  return sessionStorage.getItem(keyOf(address))?.split(" ") ?? [];
}

function write(address: string, numbers: readonly string[]): void {
  if (numbers.length === 0) sessionStorage.removeItem(keyOf(address));
  else sessionStorage.setItem(keyOf(address), numbers.join(" "));
}

/** A file is on its way to this address: should the page go, the next one asks the desk about it. */
export function noteSending(address: string, uploadId: string): void {
  write(address, [...new Set(numbersAt(address)).add(uploadId)]);
}

export function forgetSending(address: string, uploadId: string): void {
  write(
    address,
    numbersAt(address).filter((each) => each !== uploadId),
  );
}

/** The files that were on their way when an earlier page went, until they are chosen again. */
export function useHalfSent(addressOf: () => string) {
  const [halfSent, setHalfSent] = useState<readonly HalfSentFile[]>([]);
  const ask = useEffectEvent(() => {
    const address = addressOf();
    for (const uploadId of numbersAt(address)) {
      void askAbout(uploadId).then((half) => {
        if (half === "gone") forgetSending(address, uploadId);
        else if (half !== "unknown") setHalfSent((all) => [...all, { ...half, uploadId }]);
      });
    }
  });
  useEffect(() => ask(), []);
  const goesOn = (uploadId: string) => setHalfSent((all) => all.filter((each) => each.uploadId !== uploadId));
  const forget = (uploadId: string) => {
    forgetSending(addressOf(), uploadId);
    goesOn(uploadId);
  };
  return { halfSent, goesOn, forget };
}

async function askAbout(uploadId: string): Promise<HalfSent | "gone" | "unknown"> {
  try {
    const answer = await fetch(`/bijlagen/delen/${uploadId}`);
    if (!answer.ok) return "unknown";
    return answer.status === 204 ? "gone" : await answer.json();
  } catch (error) {
    if (error instanceof TypeError) return "unknown";
    throw error;
  }
}
