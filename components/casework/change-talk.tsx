import { useLocale } from "next-intl";
import { endTalkAction, moveTalkAction } from "@/app/werkvoorraad/actions";
import { Details } from "@/components/ui/details";
import { interventionOf } from "@/lib/casework/interventions";
import type { PlannedTalk } from "@/lib/casework/talks";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import type { ReportView } from "@/lib/reports/views";
import type { ActField } from "./act";
import { ActForm } from "./act-form";
import { actText, spokenFields } from "./act-text";

interface ChangeTalkProps {
  readonly talk: PlannedTalk;
  readonly report: Pick<ReportView, "reference" | "version">;
}

/** The same talk on another day. */
export function MoveTalk({ talk, report }: ChangeTalkProps) {
  const [t, acts, locale] = [useTranslations("letters.talks"), useTranslations("inbox.acts"), useLocale()];
  const letters = useTranslations("letters.acts");
  const optional = acts("optional");
  return (
    <Details summary={t("move")}>
      <ActForm
        id={`verplaatsen-${talk.eventId}`}
        action={moveTalkAction}
        given={givenOf(talk, report)}
        fields={[...whenFields(talk, { t, letters, optional }), ...spokenFields(acts)]}
        button={t("moveButton")}
        look="secondary"
        text={actText(acts, locale)}
      />
    </Details>
  );
}

interface WhenWords {
  readonly t: Words<"letters.talks">;
  readonly letters: Words<"letters.acts">;
  readonly optional: string;
}

/** With the time and the place as they are: whoever moves the day says nothing of them. */
function whenFields({ intervention, ...talk }: PlannedTalk, { t, letters, optional }: WhenWords): readonly ActField[] {
  const place = {
    kind: "line",
    name: "place",
    label: letters("place"),
    hint: letters("placeHint"),
    optional,
    initial: talk.place ?? "",
  } as const;
  return [
    { kind: "day", name: "on", label: t("day"), hint: t("dayHint"), initial: "" },
    {
      kind: "line",
      name: "time",
      label: letters("time"),
      hint: letters("timeHint"),
      optional,
      initial: talk.time ?? "",
    },
    ...(interventionOf(intervention).place === "asked" ? [place] : []),
  ];
}

/** A talk that lies ahead and will not be held. */
export function CancelTalk({ talk, report }: ChangeTalkProps) {
  const [t, acts, locale] = [useTranslations("letters.talks"), useTranslations("inbox.acts"), useLocale()];
  return (
    <Details summary={t("cancel")}>
      <ActForm
        id={`afzeggen-${talk.eventId}`}
        action={endTalkAction}
        given={{ ...givenOf(talk, report), outcome: "cancelled" }}
        fields={spokenFields(acts)}
        button={t("cancelButton")}
        look="secondary"
        text={actText(acts, locale)}
      />
    </Details>
  );
}

function givenOf({ eventId }: PlannedTalk, { reference, version }: ChangeTalkProps["report"]) {
  return { reference, version: String(version), talk: eventId };
}
