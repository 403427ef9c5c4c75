import { useLocale } from "next-intl";
import { offerAction, referAction } from "@/app/werkvoorraad/actions";
import type { ActField } from "@/components/casework/act";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Notice } from "@/components/ui/notice";
import { reasonsFor, type TransferReason, transferReasons } from "@/lib/casework/transfer-reasons";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";

export type SendingAct = "refer" | "transfer";

interface SendingFormProps {
  readonly act: SendingAct;
  readonly sending: {
    readonly reference: string;
    readonly version: number;
    readonly otherCount: number;
    readonly offices: readonly { readonly code: string; readonly name: string }[];
  };
  /** What is filled in already, to be changed at will. */
  readonly proposal: { readonly officeCode: string; readonly reason: TransferReason | "" };
}

const actions = { refer: referAction, transfer: offerAction } as const;

/** To which office, why, and what that office should know. */
export function SendingForm({ act, sending, proposal }: SendingFormProps) {
  const [t, acts, locale] = [useTranslations("inbox.between"), useTranslations("inbox.acts"), useLocale()];
  if (sending.offices.length === 0) return <Notice>{t("noOffices")}</Notice>;
  const prompt = acts("choose");
  return (
    <ActForm
      id={act}
      isOnOwnPage={true}
      action={actions[act]}
      given={{ reference: sending.reference, version: String(sending.version) }}
      fields={[
        {
          kind: "select",
          name: "officeCode",
          label: t("office"),
          prompt,
          initial: proposal.officeCode,
          options: sending.offices.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          kind: "select",
          name: "reason",
          label: t("reason"),
          prompt,
          initial: proposal.reason,
          options: reasonsFor(act).map((code) => ({
            value: code,
            label: asChoice(transferReasons[code][locale], locale),
          })),
        },
        ...(sending.otherCount === 0 ? [] : [whichReports(act, sending.otherCount, t)]),
        { kind: "words", name: "note", label: t("note"), hint: t("noteHint"), optional: acts("optional") },
      ]}
      button={t(`${act}.button`)}
      text={actText(acts, locale)}
    />
  );
}

/** A case is all that is open of one student; a report that came wrong may have come alone. */
function whichReports(act: SendingAct, otherCount: number, t: Words<"inbox.between">): ActField {
  return {
    kind: "select",
    name: "reports",
    label: t("which.label"),
    initial: act === "transfer" ? "all" : "this",
    options: [
      { value: "this", label: t("which.this") },
      { value: "all", label: t("which.all", { count: otherCount + 1 }) },
    ],
  };
}

/** The reasons are the end of a sentence; as a choice they are one of their own. */
export function asChoice(words: string, locale: Locale): string {
  return `${locale === "nl" ? "Omdat" : "Because"} ${words}`;
}
