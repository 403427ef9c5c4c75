"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { follow } from "./feed";
import type { NewsItem } from "./frames";

interface LiveNewsProps {
  /** Only of this report; absent: of all that the reader may see. */
  readonly reference?: string;
  /** The last event that stands on the page. */
  readonly after: string;
  /** The moment of the page, as an id: what came later was not there to be shown. */
  readonly since: string;
  readonly words: {
    readonly one: string;
    /** With # where the number goes. */
    readonly many: string;
    /** When there is too much to count. */
    readonly more: string;
    /** When nothing happened, but something on the page is not as it was. */
    readonly changed: string;
    readonly show: string;
  };
}

/** Says quietly how much happened since the page was drawn. Nothing moves until somebody asks for it. */
export function LiveNews({ reference, after, since, words }: LiveNewsProps) {
  const [items, setItems] = useState<readonly NewsItem[]>([]);
  const [isLoading, startLoading] = useTransition();
  const router = useRouter();
  const isShown = useRef(false);

  useEffect(
    () =>
      follow((item) => {
        if (reference === undefined || item.reference === reference || item.reference === null)
          setItems((known) => [...known, item]);
      }, since),
    [reference, since],
  );

  // Returned mail, words put right and notes stand on the page by their moment, an event by itself: it may be stored later than it was made.
  const news = items.filter(({ id, byMoment }) => id > (byMoment === true ? since : after));
  useEffect(() => {
    if (news.length === 0 && isShown.current) goOnInPage();
    isShown.current = news.length > 0;
  }, [news.length]);
  return (
    <div aria-live="polite" className="fixed bottom-4 left-4 z-10 print:hidden">
      {news.length === 0 ? null : (
        <div className="flex items-center gap-3 rounded-xl border border-brand/30 bg-paper px-3.5 py-2 shadow-over">
          <span>{told(reference === undefined ? oneOfEach(news) : news.filter(isEvent), news, words)}</span>
          <Button
            size="small"
            onClick={() => startLoading(() => router.refresh())}
            aria-disabled={isLoading || undefined}
          >
            {words.show}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The button that was pressed is gone: whoever works with the keyboard goes on in the page and not before it. */
function goOnInPage(): void {
  if (document.activeElement === document.body) document.getElementById("inhoud")?.focus({ preventScroll: true });
}

/** Where many reports stand, what counts is with how many there is news: sending one is more than one event. */
function oneOfEach(news: readonly NewsItem[]): readonly NewsItem[] {
  return [...new Map(news.map((item) => [item.reference, item])).values()];
}

/** The others change what stands on the page, and nobody finds them there as something new. */
const isEvent = ({ byMoment }: NewsItem) => byMoment !== true;

function told(
  counted: readonly NewsItem[],
  news: readonly NewsItem[],
  { one, many, more, changed }: LiveNewsProps["words"],
): string {
  if (news.some(({ reference }) => reference === null)) return more;
  if (counted.length === 0) return changed;
  return counted.length === 1 ? one : many.replace("#", String(counted.length));
}
