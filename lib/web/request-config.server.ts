import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookieName, localeFor } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export default getRequestConfig(async ({ locale: asked }) => {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  const locale = asked ?? localeFor(cookieStore.get(localeCookieName)?.value, headerList.get("accept-language"));
  return { locale, messages: messages[locale], timeZone: "Europe/Amsterdam" };
});
