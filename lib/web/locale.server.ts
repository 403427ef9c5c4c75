"use server";

import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isLocale, localeCookieName } from "@/lib/i18n/locale";
import { rememberLocale } from "./locale-cookie.server";

/** The switch in the head and foot of each page: a plain form with one button, named `taal`. */
export async function switchLanguage(form: FormData): Promise<void> {
  const asked = form.get(localeCookieName);
  if (isLocale(asked)) await rememberLocale(asked);
  redirect(pathOf((await headers()).get("referer")));
}

/** Only the path of where the reader was: the rest of a Referer may be anything. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : `${pathname}${search}`;
}
