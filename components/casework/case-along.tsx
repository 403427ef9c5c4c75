import { useTranslations } from "@/lib/i18n/use-translations";
import { CaseKeys } from "./case-keys";
import { CasePresence } from "./case-presence";

/** The way through the list that one comes from, and who else is here. */
export function CaseAlong({ reference }: { readonly reference: string }) {
  const [walk, presence] = [useTranslations("inboxTools.walk"), useTranslations("inboxTools.presence")];
  return (
    <>
      <CaseKeys reference={reference} words={{ next: walk("next"), back: walk("back") }} />
      <CasePresence
        reference={reference}
        words={{ one: presence("one"), more: presence("more"), and: presence("and") }}
      />
    </>
  );
}
