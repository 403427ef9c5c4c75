import { classes, reasons } from "./classes";
import { correctionText, type FileRow, hidden, ifKnown, label, labelOf, last, next } from "./file-row";
import { diplomaLabels, exitReasonLabels, sectorLabels } from "./labels";
import { marks } from "./marks";
import { oddities } from "./oddities";
import { standings } from "./standing";

export type ColumnKind = "text" | "number" | "date";

interface Column {
  /** For people, in Dutch as the whole file. */
  readonly head: string;
  readonly kind: ColumnKind;
  /** What stands in it, for the guide. */
  readonly about: string;
  readonly value: (row: FileRow) => string | number | null;
}

/** The columns of a file, in their order. The order and the names are a promise to whoever reads them by program. */
export const columns = {
  class: {
    head: "Soort",
    kind: "text",
    about: "In welk deel van de levering deze persoon staat.",
    value: (row) => label(classes, row.class),
  },
  class_code: {
    head: "Soort (code)",
    kind: "text",
    about: "Dezelfde soort als vaste code.",
    value: (row) => row.class,
  },
  reason: {
    head: "Waarom",
    kind: "text",
    about: "Waarom deze persoon in dat deel staat.",
    value: ({ facts }) => label(reasons, facts.reason),
  },
  number: {
    head: "BSN of onderwijsnummer",
    kind: "text",
    about: "Het nummer van de persoon.",
    value: ({ person }) => person?.number ?? hidden,
  },
  first_name: {
    head: "Voornaam",
    kind: "text",
    about: "Voornaam.",
    value: ({ person }) => person?.firstName ?? hidden,
  },
  prefix: {
    head: "Tussenvoegsel",
    kind: "text",
    about: "Tussenvoegsel van de achternaam.",
    value: ({ person }) => person?.prefix ?? null,
  },
  last_name: {
    head: "Achternaam",
    kind: "text",
    about: "Achternaam.",
    value: ({ person }) => person?.lastName ?? hidden,
  },
  birth_date: {
    head: "Geboortedatum",
    kind: "date",
    about: "Geboortedatum.",
    value: ({ person }) => person?.birthDate ?? null,
  },
  age: {
    head: "Leeftijd",
    kind: "number",
    about: "Leeftijd op de laatste dag van de periode.",
    value: ({ facts }) => facts.age,
  },
  municipality: {
    head: "Woonplaats",
    kind: "text",
    about: "Gemeente op de laatste dag van de periode.",
    value: ({ facts, person }) => (person === null ? hidden : facts.municipality),
  },
  standing: {
    head: "Stand",
    kind: "text",
    about: "Hoe het op de laatste dag van de periode is.",
    value: ({ facts }) => label(standings, facts.standing),
  },
  since: { head: "Sinds", kind: "date", about: "Vanaf welke dag dat zo is.", value: ({ facts }) => facts.since },
  sector: {
    head: "Onderwijssoort",
    kind: "text",
    about: "Van de laatste of huidige school.",
    value: (row) => ifKnown(row, ({ sector }) => labelOf(sectorLabels, sector)),
  },
  school: {
    head: "School",
    kind: "text",
    about: "Naam van de laatste of huidige school.",
    value: (row) => ifKnown(row, ({ school }) => school),
  },
  brin: {
    head: "Instellingscode",
    kind: "text",
    about: "BRIN van de laatste of huidige school.",
    value: (row) => ifKnown(row, ({ brin }) => brin),
  },
  location: {
    head: "Vestiging",
    kind: "text",
    about: "Vestigingscode.",
    value: (row) => ifKnown(row, ({ locationCode }) => locationCode),
  },
  programme: {
    head: "Opleiding",
    kind: "text",
    about: "Code van de opleiding.",
    value: (row) => ifKnown(row, ({ programmeCode }) => programmeCode),
  },
  level: {
    head: "Niveau",
    kind: "text",
    about: "Niveau van de opleiding.",
    value: (row) => ifKnown(row, ({ level }) => level),
  },
  first_day: {
    head: "Eerste dag",
    kind: "date",
    about: "Eerste dag van de laatste inschrijving die eindigde.",
    value: (row) => ifKnown(row, ({ firstDay }) => firstDay, last),
  },
  last_day: {
    head: "Laatste dag",
    kind: "date",
    about: "Laatste dag van die inschrijving.",
    value: (row) => ifKnown(row, ({ lastDay }) => lastDay, last),
  },
  exit_reason: {
    head: "Reden van uitschrijving",
    kind: "text",
    about: "Reden die de school opgaf.",
    value: (row) => ifKnown(row, ({ exitReason }) => labelOf(exitReasonLabels, exitReason), last),
  },
  diploma: {
    head: "Diploma",
    kind: "text",
    about: "Diploma van die inschrijving.",
    value: (row) => ifKnown(row, ({ diploma }) => labelOf(diplomaLabels, diploma), last),
  },
  special: {
    head: "Speciaal of praktijkonderwijs",
    kind: "text",
    about: "Ja bij (v)so en bij een getuigschrift praktijkonderwijs.",
    value: ({ facts }) => (facts.isSpecial === null ? null : facts.isSpecial ? "ja" : "nee"),
  },
  next_school: {
    head: "Nieuwe school",
    kind: "text",
    about: "Waar iemand nu is ingeschreven.",
    value: (row) => ifKnown(row, ({ school, brin }) => school ?? brin, next),
  },
  next_first_day: {
    head: "Nieuwe inschrijving vanaf",
    kind: "date",
    about: "Eerste dag daar.",
    value: (row) => ifKnown(row, ({ firstDay }) => firstDay, next),
  },
  absent_since: {
    head: "Afwezig sinds",
    kind: "date",
    about: "Eerste dag van het gemelde verzuim.",
    value: ({ facts }) => facts.absence?.firstDay ?? null,
  },
  limit_on: {
    head: "Grens bereikt op",
    kind: "date",
    about: "De dag waarop het langdurig verzuim is.",
    value: ({ facts }) => facts.absence?.limitOn ?? null,
  },
  report: {
    head: "Melding",
    kind: "text",
    about: "Kenmerk van de melding.",
    value: ({ facts }) => facts.absence?.reference ?? null,
  },
  mark: {
    head: "Wat u doet",
    kind: "text",
    about: "Wat uw Doorstroompunt over deze persoon vastlegde.",
    value: ({ facts }) => (facts.mark === null ? null : label(marks, facts.mark.code)),
  },
  mark_on: {
    head: "Vastgelegd op",
    kind: "date",
    about: "De dag waarop dat is vastgelegd.",
    value: ({ facts }) => facts.mark?.on ?? null,
  },
  corrections: {
    head: "Verbeterd",
    kind: "text",
    about: "Wat het register veranderde sinds de vorige levering: oude en nieuwe waarde.",
    value: ({ facts }) => correctionText(facts),
  },
  oddities: {
    head: "Let op",
    kind: "text",
    about: "Wat niet kan kloppen in het register.",
    value: ({ facts }) => facts.oddities.map((code) => label(oddities, code)).join("; ") || null,
  },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns).filter(isColumn);

export function isColumn(text: string): text is ColumnName {
  return Object.hasOwn(columns, text);
}

/** Only the columns that say something in this dataset. */
const never: Readonly<Record<string, readonly ColumnName[]>> = {
  "long-term-absence": ["class_code", "reason", "mark", "mark_on", "corrections", "next_school", "next_first_day"],
  snapshot: ["reason", "corrections"],
};
const absenceColumns: readonly ColumnName[] = ["absent_since", "limit_on", "report"];

export function columnsOf(dataset: string, chosen: readonly ColumnName[]): readonly ColumnName[] {
  if (chosen.length > 0) return columnNames.filter((name) => chosen.includes(name));
  const left = new Set<ColumnName>([
    ...(never[dataset] ?? []),
    ...(dataset === "long-term-absence" ? [] : absenceColumns),
  ]);
  return columnNames.filter((name) => !left.has(name));
}
