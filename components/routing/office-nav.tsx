import { classes } from "@/components/ui/classes";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";

const places = {
  rules: "/routering/regels",
  trial: "/routering/wat-als",
  people: "/routering/mensen",
  presence: "/routering/spreekuren",
  followers: "/routering/volgers",
  areas: "/routering/gebieden",
  terms: "/routering/termijnen",
  texts: "/routering/teksten",
  transfers: "/routering/overdrachten",
} as const;

export type OfficePlace = keyof typeof places;

interface OfficeNavProps {
  readonly current: OfficePlace;
  /** The places that this viewer may open. */
  readonly open: readonly OfficePlace[];
}

/** What an office keeps of its own routing: its rules, trials of other ones, and its people. */
export function OfficeNav({ current, open }: OfficeNavProps) {
  const t = useTranslations("routing.nav");
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="flex flex-wrap gap-0.5 border-b border-line pb-2">
        {open.map((place) => (
          <li key={place}>
            <TextLink
              href={places[place]}
              aria-current={place === current ? "page" : undefined}
              className={classes(
                "flex min-h-10 items-center rounded-md px-3 font-medium no-underline",
                place === current
                  ? "bg-brand-wash text-brand-strong forced-colors:outline-2"
                  : "text-ink-soft hover:bg-sunken hover:text-ink",
              )}
            >
              {t(place)}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
