"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Messages } from "@/lib/i18n/messages";
import type { DraftMark } from "./draft-post";
import { DraftKeeping, type Kept } from "./keep-draft";

export type KeeperText = Messages["drafts"]["keeper"];

const address = "/meldingen/concepten/bewaren";

interface DraftKeeperProps {
  /** Which draft the form begins with. */
  readonly start: DraftMark;
  /** Grows when the server answered: then the form may hold other words. */
  readonly round: number;
  readonly text: KeeperText;
}

/** Keeps the form around it, and says truly whether all of it is kept. Without script there is the button. */
export function DraftKeeper({ start, round, text }: DraftKeeperProps) {
  const place = useRef<HTMLDivElement>(null);
  const keeper = useRef<DraftKeeping>(null);
  const [kept, setKept] = useState<Kept>({ kind: "nothing" });
  const [mark, setMark] = useState(start);
  const first = useRef(start);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const made = new DraftKeeping({ form, address }, first.current, (nowKept, nowMark) => {
      setKept(nowKept);
      setMark(nowMark);
    });
    keeper.current = made;
    made.start();
    return () => made.stop();
  }, []);

  useEffect(() => {
    if (round > 0) keeper.current?.wait();
  }, [round]);

  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <input type="hidden" name="submissionId" value={mark.id} />
      <input type="hidden" name="draftVersion" value={mark.version} />
      <input type="hidden" name="draftPage" value={mark.page} />
      <Button type="submit" name="go" value="save-draft" look="plain">
        {text.button}
      </Button>
      <Standing kept={kept} text={text} />
    </div>
  );
}

const usual = new Set<Kept["kind"]>(["nothing", "waiting", "saved"]);

/** What is as it should be is not read aloud every two seconds; trouble is. */
function Standing({ kept, text }: { readonly kept: Kept; readonly text: KeeperText }) {
  const isTrouble = !usual.has(kept.kind);
  return (
    <>
      <p className="text-sm text-ink-soft empty:hidden">{isTrouble ? null : sentenceOf(kept, text)}</p>
      <p role="status" className="max-w-text font-semibold text-attention empty:hidden">
        {isTrouble ? sentenceOf(kept, text) : null}
        {kept.kind === "sent" ? (
          <>
            {" "}
            <a href={`/meldingen/${kept.reference}`}>{text.sentLink.replace("#", kept.reference)}</a>
          </>
        ) : null}
      </p>
    </>
  );
}

function sentenceOf(kept: Kept, text: KeeperText): string | null {
  if (kept.kind === "nothing") return null;
  if (kept.kind === "saved" || kept.kind === "copied") return text[kept.kind].replace("#", kept.at);
  return text[kept.kind];
}
