import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { useTranslations } from "@/lib/i18n/use-translations";

interface KeptListsProps {
  readonly lists: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly drop: (form: FormData) => Promise<void>;
}

/** What one keeps of the list, each at one press. */
export function KeptLists({ lists, drop }: KeptListsProps) {
  const t = useTranslations("myReports.keep");
  if (lists.length === 0) return null;
  return (
    <nav aria-label={t("kept")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {lists.map(({ id, name, href, isCurrent }) => (
          <li
            key={id}
            className={classes(
              "flex min-w-0 items-center rounded-full border text-sm",
              isCurrent ? "border-brand bg-brand-wash" : "border-line-strong",
            )}
          >
            <TextLink
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className="flex min-h-9 items-center py-1 pl-3.5 wrap-anywhere no-underline hover:underline"
            >
              {name}
            </TextLink>
            <form action={drop} className="flex">
              <input type="hidden" name="id" value={id} />
              <button
                type="submit"
                className="inline-flex size-9 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
              >
                <Icon name="close" size={14} />
                <span className="sr-only">
                  {t("drop")}: {name}
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </nav>
  );
}
