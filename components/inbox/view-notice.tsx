import { Notice } from "@/components/ui/notice";
import { useTranslations } from "@/lib/i18n/use-translations";

interface ViewNoticeProps {
  /** The link named a view that was taken away, or that nobody shares any more. */
  readonly isGone: boolean;
  /** What was just done with a view, as the address says it. */
  readonly done: string | string[] | undefined;
}

export function ViewNotice({ isGone, done }: ViewNoticeProps) {
  const t = useTranslations("inboxTools.kept");
  if (done === "bewaard" && !isGone) return <Notice tone="success" title={t("savedNotice")} takesFocus={true} />;
  if (done === "weggehaald") return <Notice tone="success" title={t("dropped")} takesFocus={true} />;
  if (!isGone) return null;
  return (
    <Notice tone="warning" title={t("gone")}>
      <p>{t("goneText")}</p>
    </Notice>
  );
}
