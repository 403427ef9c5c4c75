import type { Label } from "@/lib/i18n/locale";

type Labels = Readonly<Record<string, Label>>;

/**
 * The words of the codes that events carry. Their tables stand in domains after this one, so whoever tells the story
 * brings them along (settled 31).
 */
export interface NarrateLabels {
  readonly absenceTypes: Labels;
  readonly closeReasons: Labels;
  readonly closeNotes: Labels;
  /** Why a report went where it went: the end of a sentence that begins with "omdat". */
  readonly because: Labels;
  /** Which of these are reasons for the person in the office; the others are for the office. */
  readonly officerReasons: ReadonlySet<string>;
  /** What the office calls an act: "Gesprek op school". */
  readonly interventions: Labels;
  /** What the school hears of it, after the officer's name: "heeft op school een gesprek gevoerd". */
  readonly interventionsForSchool: Labels;
  /** What the school hears of a talk that lies ahead: "heeft op school een gesprek gepland". */
  readonly plannedForSchool: Labels;
  /** How a planned talk went: "Gevoerd, met afspraken". */
  readonly talkOutcomes: Labels;
  /** Who of the family was there. */
  readonly talkPresent: Labels;
  /** Why a report goes to another office, or does not: the end of a sentence that begins with "omdat". */
  readonly transfers: Labels;
  /** What an office asks of a school: "de verzuimstaat". */
  readonly requests: Labels;
  /** For whom an office waits: the end of a sentence that begins with "wacht op". */
  readonly parties: Labels;
  /** What a paper is, with its article: "een verzuimstaat". */
  readonly papers: Labels;
}
