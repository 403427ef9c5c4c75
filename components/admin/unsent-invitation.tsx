import { Notice } from "@/components/ui/notice";
import { useTranslations } from "@/lib/i18n/use-translations";

interface UnsentInvitationProps {
  /** It was just made; otherwise this warns of what will happen. */
  readonly isMade: boolean;
}

/** Without a mail server an invitation reaches nobody: who invites must know, and know what does work. */
export function UnsentInvitation({ isMade }: UnsentInvitationProps) {
  const t = useTranslations("admin.unsent");
  return (
    <Notice tone="warning" title={isMade ? t("made") : t("title")} takesFocus={isMade}>
      <p>{t("text")}</p>
      <p>{t("byHand", { command: "desk user invite" })}</p>
    </Notice>
  );
}
