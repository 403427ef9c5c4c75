import { useLocale } from "next-intl";
import { isLocale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { SessionLeft } from "@/lib/identity/sign-in-state";
import { Presence } from "./presence";

/** Stands in the frame of every page of who is signed in. */
export function SessionGuard({ session }: { readonly session: SessionLeft }) {
  const locale = useLocale();
  const { guard, signIn, code } = messages[isLocale(locale) ? locale : "nl"].identity;
  const { email, password, submit, busy } = signIn;
  const words = { ...guard, email, password, submit, busy, code: code.code, codeHint: code.hint };
  return <Presence session={session} words={words} locale={isLocale(locale) ? locale : "nl"} />;
}
