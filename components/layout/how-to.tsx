import { Details } from "@/components/ui/details";
import { useTranslations } from "@/lib/i18n/use-translations";

interface HowToProps {
  /** A paragraph each. */
  readonly lines: readonly string[];
}

/** Help at the place, for who comes here for the first time; closed for who knows. */
export function HowTo({ lines }: HowToProps) {
  const t = useTranslations("common");
  return (
    <Details summary={t("howTo")}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Details>
  );
}
