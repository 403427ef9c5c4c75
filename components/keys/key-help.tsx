"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Locale } from "@/lib/i18n/locale";
import { listenToKeys, press } from "./listen";

const KeySheet = lazy(() => import("./key-sheet").then(({ KeySheet: sheet }) => ({ default: sheet })));

interface KeyHelpProps {
  readonly label: string;
  readonly locale: Locale;
}

/** Ways from the inbox that are there also when its list is empty, or when several lines are chosen. */
const ways = {
  f: () => press("#filteren"),
  x: () => press("#kiezen"),
  z: () => press("#zoeken"),
  "/": () => document.getElementById("melding")?.focus(),
};

/** A button, and the key "?": the sheet itself is fetched when somebody asks for it. */
export function KeyHelp({ label, locale }: KeyHelpProps) {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => listenToKeys(() => ({ "?": () => setIsOpen(true), ...ways })), []);

  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)} className="hover:underline">
        <kbd>?</kbd> {label}
      </button>
      {isOpen
        ? // Not inside the hint, which is hidden where there is no room for it: the sheet stays.
          createPortal(
            <Suspense>
              <KeySheet locale={locale} onClose={() => setIsOpen(false)} />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
