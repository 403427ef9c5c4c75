"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/lib/i18n/messages/en/keys.json";
import nl from "@/lib/i18n/messages/nl/keys.json";
import { areKeysOff, switchKeys } from "./listen";

interface KeySheetProps {
  readonly locale: Locale;
  readonly onClose: () => void;
}

type KeyName = keyof (typeof nl)["keys"];

const places: Readonly<
  Record<"list" | "choosing" | "case" | "anywhere", readonly (readonly [KeyName, readonly string[]])[]>
> = {
  list: [
    ["walk", ["↓", "↑", "J", "K"]],
    ["open", ["Enter"]],
    ["take", ["O"]],
    ["assign", ["W"]],
    ["note", ["N"]],
    ["choose", ["X"]],
    ["filter", ["F"]],
    ["search", ["Z"]],
    ["reference", ["/"]],
  ],
  choosing: [
    ["walk", ["↓", "↑", "J", "K"]],
    ["tick", ["X"]],
    ["acts", ["B"]],
  ],
  case: [
    ["take", ["O"]],
    ["called", ["G"]],
    ["assign", ["W"]],
    ["note", ["N"]],
    ["close", ["A"]],
    ["next", ["V"]],
    ["back", ["B"]],
  ],
  anywhere: [
    ["leave", ["Esc"]],
    ["help", ["?"]],
  ],
};

/** All keys, and the switch for who wants none. */
export function KeySheet({ locale, onClose }: KeySheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = { nl, en }[locale];

  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-full max-w-160 rounded-xl bg-paper p-0 text-ink shadow-over backdrop:bg-ink/40"
    >
      <div className="grid gap-5 p-5 text-base sm:p-6">
        <div className="-mt-1 flex items-center justify-between gap-4">
          <h2 id={titleId} className="text-xl">
            {words.title}
          </h2>
          <Button look="plain" onClick={() => dialog.current?.close()}>
            <Icon name="close" size={16} />
            {words.close}
          </Button>
        </div>
        <div className="grid gap-6 sm:grid-cols-2">
          {(["list", "case", "choosing", "anywhere"] as const).map((place) => (
            <section key={place} className="grid content-start gap-2">
              <h3 className="font-semibold">{words[place]}</h3>
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
                {places[place].map(([name, keys]) => (
                  <KeyLine key={name} keys={keys} text={words.keys[name]} />
                ))}
              </dl>
            </section>
          ))}
        </div>
        <label className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5 border-t border-line pt-4">
          <input
            type="checkbox"
            defaultChecked={!areKeysOff()}
            onChange={(event) => switchKeys(event.currentTarget.checked)}
            className="mt-0.5 size-5 accent-brand"
          />
          <span className="font-semibold">{words.use}</span>
          <span className="col-start-2 text-sm text-ink-soft">{words.useHint}</span>
        </label>
      </div>
    </dialog>
  );
}

function KeyLine({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  );
}
