"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n/locale";
import type { SessionLeft } from "@/lib/identity/sign-in-state";
import type { SessionWords } from "./session-dialog";
import { SessionWatch, type Stage } from "./session-watch";

/** Most people never meet it: it comes when it is needed. */
const SessionDialog = lazy(async () => ({ default: (await import("./session-dialog")).SessionDialog }));

interface PresenceProps {
  readonly session: SessionLeft;
  readonly words: SessionWords;
  readonly locale: Locale;
}

/** Keeps the session of who works here, warns before it ends, and lets the same person in again over the page. */
export function Presence({ session, words, locale }: PresenceProps) {
  const [stage, setStage] = useState<Stage>({ kind: "well" });
  const watch = useRef<SessionWatch>(null);

  useEffect(() => {
    const made = new SessionWatch(session, setStage);
    watch.current = made;
    made.start();
    return () => made.stop();
  }, [session]);

  if (stage.kind === "well") return null;
  return (
    <Suspense>
      <SessionDialog
        stage={stage}
        sitter={session}
        words={words}
        locale={locale}
        onStay={() => watch.current?.stay()}
        onLater={() => watch.current?.later()}
        onResumed={(left) => watch.current?.resumed(left)}
      />
    </Suspense>
  );
}
