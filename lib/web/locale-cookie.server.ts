import "server-only";
import { cookies } from "next/headers";
import { settings } from "@/lib/config/env.server";
import { type Locale, localeCookieName } from "@/lib/i18n/locale";

const secondsInYear = 365 * 24 * 60 * 60;

/** Remembers the language in this browser, signed in or not. */
export async function rememberLocale(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookieName, locale, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: secondsInYear,
    secure: settings().publicUrl?.startsWith("https:") ?? false,
  });
}
