"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import en from "@/lib/i18n/messages/en/failure.json";
import nl from "@/lib/i18n/messages/nl/failure.json";
import { deskPhone } from "./desk-contact";
import { usePageLocale } from "./locale-context";

const words = { nl: nl.missing, en: en.missing } as const;

/** Made in the browser, like the page for faults: every page carries it along, and hardly any shows it. */
export function MissingPage() {
  const t = words[usePageLocale()];
  const [path, setPath] = useState("/");
  // The page for addresses that nobody knows is made before it is known which one was asked.
  useEffect(() => setPath(location.pathname), []);
  return (
    <main id="inhoud" className="mx-auto grid max-w-form content-start gap-5 px-4 py-14 sm:px-6">
      <p className="text-lg font-bold">Verzuimloket</p>
      <h1>{t.title}</h1>
      <p className="text-lg">{t.text}</p>
      <p>{t.advice}</p>
      <p>
        {t.otherFunction}{" "}
        <TextLink href={`/account/functies?${new URLSearchParams({ terug: path })}`}>{t.otherFunctionLink}</TextLink>
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink look="main" href="/">
          {t.home}
        </ButtonLink>
        <a href={deskPhone.href}>{deskPhone.shown}</a>
      </div>
    </main>
  );
}
