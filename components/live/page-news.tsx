import { useTranslations } from "@/lib/i18n/use-translations";
import type { Now } from "@/lib/shared/clock";
import { firstIdAt } from "@/lib/shared/ids";
import { LiveNews } from "./live-news";

interface PageNewsProps {
  readonly now: Now;
  /** Only of this report, from the last of these on; absent: all that the reader may see, from now on. */
  readonly report?: {
    readonly reference: string;
    readonly timeline: readonly { readonly event: { readonly id: string } }[];
  };
}

/** News for a page that stays open. */
export function PageNews({ now, report }: PageNewsProps) {
  const t = useTranslations("conversation.live");
  const last = report?.timeline.at(-1)?.event.id;
  return (
    <LiveNews
      {...(report === undefined ? {} : { reference: report.reference })}
      after={last ?? firstIdAt(now.at)}
      since={firstIdAt(now.at)}
      words={{
        one: t(report === undefined ? "oneReport" : "one"),
        many: t(report === undefined ? "manyReports" : "many", { count: "#" }),
        more: t("more"),
        changed: t("changed"),
        show: t("show"),
      }}
    />
  );
}
