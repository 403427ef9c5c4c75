import { useLocale } from "next-intl";
import { bringInAction, watchAction } from "@/app/gesprek/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ConversationView } from "@/lib/conversation/views";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { FollowWord } from "@/lib/notifications/follow-address";
import { BringInForm } from "./bring-in-form";
import { LookingAlong } from "./looking-along";

interface FollowCardProps {
  readonly conversation: Pick<ConversationView, "watch" | "askedBy" | "followers" | "unreached" | "allows">;
  readonly reference: string;
  /** Null: nothing was done about it just now. */
  readonly done: FollowWord | null;
}

const otherChoices = {
  part: ["follow", "mute"],
  follow: ["part", "mute"],
  mute: ["part", "follow"],
} as const satisfies Record<ConversationView["watch"], readonly ConversationView["watch"][]>;

/** What the reader hears of this report, who else follows it, and whom no mail could reach. */
export function FollowCard({ conversation, reference, done }: FollowCardProps) {
  const { watch, askedBy, followers, unreached, allows } = conversation;
  const t = useTranslations("following.card");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  return (
    <div className="print:hidden">
      <Card title={{ id: "volgen", text: t("title") }} edge={unreached.length > 0 ? "attention" : "none"}>
        {done === null ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
        {unreached.map((address) => (
          <p key={address} className="font-semibold wrap-anywhere text-attention">
            {t("unreached", { address })}
          </p>
        ))}
        <p className="text-sm text-ink-soft">
          {askedBy === null || watch === "mute" ? null : `${t("askedBy", { name: askedBy })} `}
          {t(`state.${watch}`)}
        </p>
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
        <LookingAlong followers={followers} reference={reference} mayTakeOut={allows.bringIn} />
        {allows.bringIn ? <BringIn key={followers.map(({ id }) => id).join()} reference={reference} /> : null}
        <p className="text-sm">
          <TextLink href="/account/mail">{t("choices")}</TextLink>
        </p>
      </Card>
    </div>
  );
}

/** Begins anew when somebody else follows the report than before. */
function BringIn({ reference }: { readonly reference: string }) {
  const t = useTranslations("following.bringIn");
  const acts = useTranslations("inbox.acts");
  const words = {
    summary: t("summary"),
    lead: t("lead"),
    list: t("list"),
    listing: t("listing"),
    label: t("label"),
    choose: t("choose"),
    nobody: t("nobody"),
    button: t("button"),
    busy: t("busy"),
  };
  const problems = { heading: acts("errorHeading"), titlePrefix: acts("errorPrefix") };
  return <BringInForm action={bringInAction} reference={reference} words={words} problems={problems} />;
}
