import { buttonClasses } from "@/components/ui/button";
import { useTranslations } from "@/lib/i18n/use-translations";
import { fileAddress } from "@/lib/statistics/address";
import { fileKinds } from "@/lib/statistics/file";
import type { Selection } from "@/lib/statistics/selection";

const names = { xlsx: "Excel", csv: "CSV", pdf: "PDF" } as const;

/** The figures as a file; what is covered on the page is covered there. */
export function TakeAlong({ selection }: { readonly selection: Selection }) {
  const t = useTranslations("figures.file");
  return (
    <p className="flex max-w-none flex-wrap items-center gap-2.5 print:hidden">
      <span className="font-semibold">{t("takeAlong")}</span>
      {fileKinds.map((kind) => (
        // A file, not a page: the browser must not fetch it ahead.
        <a key={kind} href={fileAddress(selection, kind)} className={buttonClasses({ size: "small" })} download="">
          {names[kind]}
        </a>
      ))}
    </p>
  );
}
