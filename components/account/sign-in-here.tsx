"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { SessionLeft } from "@/lib/identity/sign-in-state";

export interface SignInHereWords {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly codeHint: string;
  readonly codeText: string;
  readonly submit: string;
  readonly back: string;
  readonly busy: string;
  readonly elsewhere: string;
}

interface SignInHereProps {
  readonly sitter: SessionLeft;
  readonly words: SignInHereWords;
  readonly onResumed: (left: SessionLeft) => void;
}

type Answer =
  | { readonly kind: "resumed"; readonly left: SessionLeft }
  | { readonly kind: "other" | "code-needed" }
  | { readonly kind: "refused"; readonly sentence: string };

const address = "/inloggen/hier";

/** Signs in without leaving the page. Somebody else is taken to an own, empty start. */
export function SignInHere({ sitter, words, onResumed }: SignInHereProps) {
  const [asksCode, setAsksCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const take = (answer: Answer) => {
    if (answer.kind === "other") window.location.replace("/");
    if (answer.kind === "code-needed") setAsksCode(true);
    if (answer.kind === "refused") setFault(answer.sentence);
    if (answer.kind === "resumed") onResumed(answer.left);
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    take(await signIn(fields, sitter, words.elsewhere));
    setBusy(false);
  };

  const beginAgain = () => {
    setAsksCode(false);
    setFault(null);
  };

  return (
    <form onSubmit={(event) => void send(event)} noValidate={true} className="grid gap-4">
      <p role="alert" className="font-semibold text-danger empty:hidden">
        {fault}
      </p>
      {asksCode ? (
        <>
          <p>{words.codeText}</p>
          <TextField
            name="code"
            id="hier-code"
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            width="short"
            defaultValue=""
          />
        </>
      ) : (
        <>
          <TextField
            name="email"
            id="hier-email"
            type="email"
            label={words.email}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            name="password"
            id="hier-password"
            type="password"
            label={words.password}
            autoComplete="current-password"
          />
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="main" aria-disabled={isBusy || undefined}>
          {isBusy ? words.busy : words.submit}
        </Button>
        {asksCode ? (
          <Button look="plain" onClick={beginAgain}>
            {words.back}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

async function signIn(fields: FormData, { accountId, mandateId }: SessionLeft, elsewhere: string): Promise<Answer> {
  const body = new URLSearchParams({ accountId, mandateId });
  for (const [name, value] of fields) if (typeof value === "string") body.set(name, value);
  try {
    const response = await fetch(address, { method: "POST", body });
    return response.ok ? await response.json() : { kind: "refused", sentence: elsewhere };
  } catch (error) {
    if (error instanceof TypeError) return { kind: "refused", sentence: elsewhere };
    throw error;
  }
}
