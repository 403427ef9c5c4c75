"use client";

import { createContext, type ReactNode, use } from "react";
import { defaultLocale, type Locale } from "@/lib/i18n/locale";

const LocaleContext = createContext<Locale>(defaultLocale);

interface LocaleProviderProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** For the error page, which the browser makes: it knows no cookies and gets no texts from the server. */
export function LocaleProvider({ locale, children }: LocaleProviderProps) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function usePageLocale(): Locale {
  return use(LocaleContext);
}
