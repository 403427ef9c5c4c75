import { releaseRunAction } from "@/app/beheer/bewaren/actions";
import { ActButton } from "@/components/account/act-button";
import type { ProblemWords } from "@/components/account/action-form";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import type { RunView } from "@/lib/attachments/views";
import { useTranslations } from "@/lib/i18n/use-translations";

interface BrakeNoticeProps {
  readonly run: RunView;
  readonly problems: ProblemWords;
}

/** Nothing is destroyed today; what that means, and the way to let it go on once. */
export function BrakeNotice({ run: { day, due, usual }, problems }: BrakeNoticeProps) {
  const t = useTranslations("retention.brake");
  return (
    <Notice tone="warning" title={t("title")}>
      <p className="max-w-text">{t("text", { due, usual })}</p>
      <Details summary={t("open")}>
        <p className="max-w-text">{t("check", { due })}</p>
        <ActButton
          action={releaseRunAction}
          fields={{ day, due: String(due) }}
          look="danger"
          label={t("button", { due })}
          problems={problems}
        />
      </Details>
    </Notice>
  );
}
