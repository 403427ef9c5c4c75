import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookieName, localeFor } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export default getRequestConfig(async ({ locale: asked }) => {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  // Without its front door the desk would answer to any name, and let any script run: then it answers nothing.
  if (!headerList.has("content-security-policy")) throw new Error("pages are served behind bin/web.ts only");
  const locale = asked ?? localeFor(cookieStore.get(localeCookieName)?.value, headerList.get("accept-language"));
  return { locale, messages: messages[locale], timeZone: "Europe/Amsterdam" };
});
