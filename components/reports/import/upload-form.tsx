"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";

interface UploadFormProps {
  readonly address: string;
  readonly look: "main" | "secondary";
  readonly words: {
    readonly refused: string;
    readonly titlePrefix: string;
    readonly button: string;
    readonly busy: string;
    readonly failed: string;
  };
  /** The field. */
  readonly children: ReactNode;
}

interface Answer {
  readonly to?: string;
  readonly sentences?: readonly string[];
}

/** Sends a sheet. Without script a plain form; with it a refusal is said here, and the field keeps what it holds. */
export function UploadForm({ address, look, words, children }: UploadFormProps) {
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const { to, sentences } = await send(address, new FormData(event.currentTarget), words.failed);
    if (to !== undefined) {
      window.location.assign(to);
      return;
    }
    setFaults(sentences ?? [words.failed]);
    setBusy(false);
  };
  return (
    <form method="post" action={address} encType="multipart/form-data" onSubmit={submit} className="grid gap-4">
      <ErrorSummary heading={words.refused} titlePrefix={words.titlePrefix} items={faults.map((text) => ({ text }))} />
      {children}
      <div>
        <Button type="submit" look={look} aria-disabled={isBusy || undefined}>
          {isBusy ? words.busy : words.button}
        </Button>
      </div>
    </form>
  );
}

async function send(address: string, body: FormData, failed: string): Promise<Answer> {
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : { sentences: [failed] };
  } catch (error) {
    // No network: what the field holds is still there to be sent again.
    if (error instanceof TypeError) return { sentences: [failed] };
    throw error;
  }
}
