/** Closed lists of a report. Lists may grow; a code is never renamed. */

export const reasons = {
  truancy: { nl: "Spijbelen", en: "Truancy" },
  oversleeping: { nl: "Verslapen", en: "Oversleeping" },
  transport: { nl: "Vervoer", en: "Transport" },
  home_situation: { nl: "Situatie thuis", en: "Situation at home" },
  conflict_at_school: { nl: "Conflict op school", en: "Conflict at school" },
  motivation: { nl: "Motivatie", en: "Motivation" },
  work: { nl: "Werk", en: "Work" },
  holiday: { nl: "Vakantie", en: "Holiday" },
  illness_doubted: { nl: "Ziekmelding waar u aan twijfelt", en: "Illness that is doubted" },
  unknown: { nl: "Niet bekend", en: "Unknown" },
  other: { nl: "Anders", en: "Other" },
} as const satisfies Record<string, { nl: string; en: string }>;
export type ReasonCode = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as readonly ReasonCode[];

export const schoolActions = {
  parents_called: { nl: "Ouders gebeld", en: "Called the parents" },
  parents_written: { nl: "Ouders geschreven", en: "Wrote to the parents" },
  student_talk: { nl: "Gesprek met de leerling", en: "Talked with the student" },
  mentor_talk: { nl: "Gesprek met de mentor", en: "Talk with the mentor" },
  care_team: { nl: "Besproken in het zorgteam", en: "Discussed in the care team" },
  youth_doctor: { nl: "Jeugdarts gevraagd", en: "Asked the youth doctor" },
  home_visit: { nl: "Huisbezoek", en: "Home visit" },
  other: { nl: "Iets anders", en: "Something else" },
} as const satisfies Record<string, { nl: string; en: string }>;
export type SchoolActionCode = keyof typeof schoolActions;
export const schoolActionCodes = Object.keys(schoolActions) as readonly SchoolActionCode[];

/** The seven reasons and three notes with which an office closes. Source: Besluit Verzuimmelding, annex. */
export const closeReasons = {
  back_to_school: { nl: "Terug naar school", en: "Back at school" },
  left_other_programme: { nl: "Uitgeschreven: andere opleiding", en: "Deregistered: other programme" },
  left_work: { nl: "Uitgeschreven: werk", en: "Deregistered: work" },
  left_other: { nl: "Uitgeschreven: andere reden", en: "Deregistered: other reason" },
  deceased: { nl: "Overleden", en: "Deceased" },
  no_absence_long_term_ill: { nl: "Geen verzuim: langdurig ziek", en: "No absence: long-term ill" },
  no_absence_authorised: { nl: "Geen verzuim: geoorloofd afwezig", en: "No absence: authorised" },
} as const satisfies Record<string, { nl: string; en: string }>;
export type CloseReason = keyof typeof closeReasons;
export const closeReasonCodes = Object.keys(closeReasons) as readonly CloseReason[];

export const closeNotes = {
  student_seen: { nl: "De leerling is door de gemeente gezien", en: "The municipality has seen the student" },
  action_under_way: { nl: "Er loopt een actie richting de leerling", en: "Action towards the student is under way" },
  no_further_action: { nl: "Er volgt geen actie meer", en: "No further action follows" },
} as const satisfies Record<string, { nl: string; en: string }>;
export type CloseNote = keyof typeof closeNotes;
export const closeNoteCodes = Object.keys(closeNotes) as readonly CloseNote[];

export type Locale = "nl" | "en";

/** A code as an option of a choice, in one language. */
export function options<Code extends string>(
  table: Readonly<Record<Code, { nl: string; en: string }>>,
  locale: Locale,
): readonly { readonly value: Code; readonly label: string }[] {
  return (Object.keys(table) as Code[]).map((value) => ({ value, label: table[value][locale] }));
}
