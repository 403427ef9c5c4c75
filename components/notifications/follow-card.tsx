import { useLocale } from "next-intl";
import { watchAction } from "@/app/gesprek/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ConversationView } from "@/lib/conversation/views";
import { useTranslations } from "@/lib/i18n/use-translations";

interface FollowCardProps {
  readonly conversation: Pick<ConversationView, "watch" | "followers" | "unreached">;
  readonly reference: string;
}

const otherChoices = {
  part: ["follow", "mute"],
  follow: ["part", "mute"],
  mute: ["part", "follow"],
} as const satisfies Record<ConversationView["watch"], readonly ConversationView["watch"][]>;

/** What the reader hears of this report, who else follows it, and whom no mail could reach. */
export function FollowCard({ conversation: { watch, followers, unreached }, reference }: FollowCardProps) {
  const t = useTranslations("following.card");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(followers);
  return (
    <div className="print:hidden">
      <Card title={{ id: "volgen", text: t("title") }} edge={unreached.length > 0 ? "attention" : "none"}>
        {unreached.map((address) => (
          <p key={address} className="font-semibold wrap-anywhere text-attention">
            {t("unreached", { address })}
          </p>
        ))}
        <p className="text-sm text-ink-soft">{t(`state.${watch}`)}</p>
        {followers.length === 0 ? null : <p className="text-sm">{t("others", { names })}</p>}
        <div className="flex flex-wrap gap-2.5">
          {otherChoices[watch].map((choice) => (
            <ActForm
              key={choice}
              id={`volgen-${choice}`}
              action={watchAction}
              given={{ reference, watch: choice }}
              fields={[]}
              button={t(choice)}
              look="secondary"
              text={actText(acts, locale)}
            />
          ))}
        </div>
        <p className="text-sm">
          <TextLink href="/account/mail">{t("choices")}</TextLink>
        </p>
      </Card>
    </div>
  );
}
