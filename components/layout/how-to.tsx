import { Details } from "@/components/ui/details";
import { getTranslations } from "@/lib/web/words.server";

interface HowToProps {
  /** A paragraph each. */
  readonly lines: readonly string[];
}

/** Help at the place, for who comes here for the first time; closed for who knows. */
export async function HowTo({ lines }: HowToProps) {
  const t = await getTranslations("common");
  return (
    <Details summary={t("howTo")}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Details>
  );
}
