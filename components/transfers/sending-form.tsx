import { useLocale } from "next-intl";
import { offerAction, referAction } from "@/app/werkvoorraad/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Notice } from "@/components/ui/notice";
import { reasonsFor, type TransferReason, transferReasons } from "@/lib/casework/transfer-reasons";
import { useTranslations } from "@/lib/i18n/use-translations";

export type SendingAct = "refer" | "transfer";

interface SendingFormProps {
  readonly act: SendingAct;
  readonly sending: {
    readonly reference: string;
    readonly version: number;
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
          options: reasonsFor(act).map((code) => ({ value: code, label: asChoice(transferReasons[code][locale]) })),
        },
        { kind: "words", name: "note", label: t("note"), hint: t("noteHint"), optional: acts("optional") },
      ]}
      button={t(`${act}.button`)}
      text={actText(acts, locale)}
    />
  );
}

/** The end of a sentence, as a choice of its own. */
export function asChoice(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
