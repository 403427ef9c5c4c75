import { useLocale } from "next-intl";
import { takeOutAction } from "@/app/gesprek/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import type { Follower } from "@/lib/conversation/views";
import { useTranslations } from "@/lib/i18n/use-translations";

interface LookingAlongProps {
  readonly followers: readonly Follower[];
  readonly reference: string;
  readonly mayTakeOut: boolean;
}

/** Colleagues of the own side who follow the report: by themselves, or because somebody brought them in. */
export function LookingAlong({ followers, reference, mayTakeOut }: LookingAlongProps) {
  const t = useTranslations("following.card");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  const own = followers.flatMap(({ name, askedBy }) => (askedBy === null ? [name] : []));
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(own);
  const brought = followers.flatMap(({ id, name, askedBy }) => (askedBy === null ? [] : [{ id, name, who: askedBy }]));
  return (
    <>
      {own.length === 0 ? null : <p className="text-sm">{t("others", { names })}</p>}
      {brought.length === 0 ? null : (
        <ul aria-label={t("brought.label")} className="grid gap-3">
          {brought.map(({ id, name, who }) => (
            <li key={id} className="grid gap-1.5 text-sm wrap-anywhere">
              {t("brought.line", { name, who })}
              {mayTakeOut ? (
                <ActForm
                  id={`weg-${id}`}
                  action={takeOutAction}
                  given={{ reference, colleagueId: id }}
                  fields={[]}
                  button={t("brought.takeOut", { name })}
                  look="secondary"
                  text={actText(acts, locale)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
