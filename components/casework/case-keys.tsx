"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { listenToKeys, press, rememberedList, takeButton } from "@/components/keys/listen";
import { TextLink } from "@/components/ui/text-link";

interface CaseKeysProps {
  readonly reference: string;
  readonly words: { readonly next: string; readonly back: string };
}

interface Around {
  readonly backHref: string;
  /** Null: this is the last one, or it stands in no list. */
  readonly nextHref: string | null;
}

/** Keys for what an officer does with a case, and the way on through the list that he comes from. */
export function CaseKeys({ reference, words }: CaseKeysProps) {
  const [around, setAround] = useState<Around | null>(null);
  const router = useRouter();

  useEffect(() => setAround(aroundOf(reference)), [reference]);

  useEffect(
    () =>
      listenToKeys(() => {
        // Read at the press: a key may come before the links are drawn.
        const { backHref, nextHref } = aroundOf(reference) ?? { backHref: "/werkvoorraad", nextHref: null };
        return {
          o: () => press(takeButton),
          g: () => openForm("gebeld"),
          w: () => openForm("toewijzen"),
          a: () => openForm("afsluiten"),
          n: () => firstFieldIn("notitie")?.focus(),
          v: nextHref === null ? undefined : () => router.push(nextHref),
          b: () => router.push(backHref),
        };
      }),
    [router, reference],
  );

  if (around === null) return null;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm print:hidden">
      <TextLink href={around.backHref}>{words.back}</TextLink>
      {around.nextHref === null ? null : <TextLink href={around.nextHref}>{words.next}</TextLink>}
    </p>
  );
}

function aroundOf(reference: string): Around | null {
  const list = rememberedList();
  if (list === null) return null;
  const at = list.references.indexOf(reference);
  const next = at < 0 ? undefined : list.references[at + 1];
  return { backHref: list.href, nextHref: next === undefined ? null : `/werkvoorraad/${next}` };
}

/** The form is made when its panel opens, so its first field is there a moment later. */
function openForm(id: string): void {
  const panel = document.getElementById(id);
  if (!(panel instanceof HTMLDetailsElement)) return;
  panel.open = true;
  requestAnimationFrame(() => setTimeout(() => firstFieldIn(id)?.focus()));
}

function firstFieldIn(id: string): HTMLElement | null {
  const place = document.getElementById(id);
  const fields = "textarea, select, input:not([type=hidden])";
  return place?.matches(fields) ? place : (place?.querySelector<HTMLElement>(fields) ?? null);
}
