import { useLocale } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useTranslations } from "@/lib/i18n/use-translations";
import { problemSentence } from "@/lib/web/problem-sentence";

interface ViewNoticeProps {
  /** The link named a view that was taken away, or that nobody shares any more. */
  readonly isGone: boolean;
  /** What was just done with a view, as the address says it. */
  readonly done: string | string[] | undefined;
  /** Why a button of the page was refused, as the address says it. */
  readonly problem: string | undefined;
}

export function ViewNotice({ isGone, done, problem }: ViewNoticeProps) {
  const t = useTranslations("inboxTools.kept");
  const locale = useLocale();
  if (problem !== undefined) {
    return <Notice tone="warning" title={problemSentence({ code: problem }, locale)} takesFocus={true} />;
  }
  if (done === "bewaard" && !isGone) return <Notice tone="success" title={t("savedNotice")} takesFocus={true} />;
  if (done === "weggehaald") return <Notice tone="success" title={t("dropped")} takesFocus={true} />;
  if (!isGone) return null;
  return (
    <Notice tone="warning" title={t("gone")}>
      <p>{t("goneText")}</p>
    </Notice>
  );
}
