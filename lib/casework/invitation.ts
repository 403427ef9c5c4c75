import { formatWeekday } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { interventionOf } from "./interventions";
import { type OfficeLetter, officeLetter } from "./office-letter";
import type { PlannedTalk } from "./talks";

export interface InvitationFacts {
  readonly talk: PlannedTalk;
  readonly today: CalendarDate;
  readonly reference: string;
  readonly studentName: string;
  /** Empty: the register gives none, or it is not for a letter. */
  readonly address: readonly string[];
  readonly office: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly officerName: string;
  readonly schoolName: string;
  /** Null: the usual text. */
  readonly text: string | null;
}

/** The letter that invites to a talk, in Dutch: it goes to parents, whatever language the officer works in. */
export function invitationLetter(facts: InvitationFacts, t: Translate): OfficeLetter {
  const { talk, office, officerName, studentName, today } = facts;
  const day = formatWeekday(talk.on, today, "nl");
  const place = placeOf(facts, t);
  return officeLetter(
    {
      ...facts,
      title: t("letters.invitation.title"),
      subject: t("letters.invitation.subject", { reference: facts.reference }),
      on: today,
      facts: [
        [t("letters.invitation.day"), day],
        ...(talk.time === null
          ? []
          : ([[t("letters.invitation.time"), t("letters.invitation.hour", { time: talk.time })]] as const)),
        [t("letters.invitation.place"), place],
      ],
      text: facts.text ?? t("letters.invitation.usual"),
      fill: {
        leerling: studentName,
        dag: day,
        tijd: talk.time ?? t("letters.invitation.noTime"),
        plaats: place,
        ambtenaar: officerName,
        kantoor: office.name,
      },
    },
    t,
  );
}

function placeOf({ talk, office, schoolName }: InvitationFacts, t: Translate): string {
  if (interventionOf(talk.intervention).place === "home") return t("letters.invitation.atHome");
  const house = talk.intervention === "talk_at_office" ? office.name : schoolName;
  return talk.place === null ? house : `${house}, ${talk.place}`;
}
