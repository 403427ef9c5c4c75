import { FocusField } from "@/components/reports/form/focus-field";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";

/** With what the form begins: `prepared` by a colleague, one's own `resumed`, or one that is `gone`. */
export type Beginning =
  | { readonly kind: "empty" | "resumed" | "gone" }
  | { readonly kind: "prepared"; readonly by: string }
  /** One after the other: this one was just sent. */
  | { readonly kind: "next"; readonly sent: string };

interface BeginNoticeProps {
  readonly beginning: Beginning;
  /** False: a colleague sends what is written here. */
  readonly maySend: boolean;
}

export function BeginNotice({ beginning, maySend }: BeginNoticeProps) {
  const t = useTranslations("drafts.form");
  return (
    <>
      {maySend ? null : <p className="max-w-text text-ink-soft">{t("handInLead")}</p>}
      {beginning.kind === "resumed" ? <Notice title={t("resumedTitle")} /> : null}
      {beginning.kind === "prepared" ? (
        <Notice title={t("preparedTitle", { name: beginning.by })}>
          <p>{t("preparedText", { name: beginning.by })}</p>
        </Notice>
      ) : null}
      {beginning.kind === "next" ? (
        <>
          <Notice tone="success" title={t("nextTitle", { reference: beginning.sent })}>
            <p>
              {t("nextText")} <TextLink href={`/meldingen/${beginning.sent}`}>{t("nextLook")}</TextLink>
            </p>
          </Notice>
          <FocusField key={beginning.sent} id="student.number" />
        </>
      ) : null}
      {beginning.kind === "gone" ? (
        <Notice tone="warning" title={t("goneTitle")}>
          <p>{t("goneText")}</p>
        </Notice>
      ) : null}
    </>
  );
}
