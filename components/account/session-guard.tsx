import { useTranslations } from "@/lib/i18n/use-translations";
import { Presence } from "./presence";

/** Stands in the frame of every page of who is signed in. */
export function SessionGuard() {
  const t = useTranslations("identity.guard");
  const words = { title: t("title"), text: t("text"), signIn: t("signIn") };
  return <Presence address="/account/aanwezig" words={words} />;
}
