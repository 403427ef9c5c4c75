import { ruleSetOn } from "@/lib/directory/rule-sets";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import { type BalanceLine, balanceLines, type Counts, otherLines } from "./balance";
import { classes } from "./classes";
import { type ColumnName, columns } from "./columns";
import { type Dataset, datasets, hasBalance } from "./datasets";
import { workbookRowsMost } from "./delivery";
import { fileTitle, type Named } from "./names";

export interface GuideFacts extends Named {
  readonly madeAt: Date;
  readonly expiresOn: string;
  readonly counts: Counts;
  readonly columnNames: readonly ColumnName[];
  /** Of a snapshot; null: came by itself. */
  readonly purpose: string | null;
}

/** Hyphens under a heading, so that the text reads well in any editor. */
const heading = (text: string) => `${text}\n${"-".repeat([...text].length)}`;
const lineOf = ({ label, count }: BalanceLine) => `${String(count).padStart(8)}  ${label.nl}`;
const linesText = (lines: readonly BalanceLine[]) => lines.map(lineOf).join("\n") || "niets";
const balanceHead = (dataset: Dataset) => (hasBalance(dataset) ? "De balans" : "Op en van de lijst van uitgevallenen");

/** The text that lies beside the files: what it is, how it was counted, what each column says. */
export function guideText(facts: GuideFacts): string {
  const { dataset, madeAt, expiresOn, counts, columnNames, purpose } = facts;
  const isNetted = datasets[dataset].method === "netting";
  const parts = [
    `${fileTitle(facts)}\n\n${datasets[dataset].about.nl}`,
    `Gemaakt op ${formatMoment(madeAt, "nl")} uit het register van dat moment.\nOp te halen tot en met ${expiresOn}.`,
    ...(purpose === null ? [] : [`Aangevraagd voor: ${purpose}`]),
    ...(isNetted ? [`${heading(balanceHead(dataset))}\n${linesText(balanceLines(dataset, counts))}`] : []),
    ...(isNetted ? [`${heading("Verder in dit bestand")}\n${linesText(otherLines(counts))}`] : []),
    `${heading("Hoe er is geteld")}\n${rulesText(facts)}`,
    `${heading("De soorten")}\n${datasets[dataset].classes.map((name) => `${name}: ${classes[name].nl}`).join("\n")}`,
    `${heading("De kolommen")}\n${columnNames.map((name) => `${columns[name].head} (${name}): ${columns[name].about}`).join("\n")}`,
    `${heading("Let op")}\n${careText}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function rulesText({ period }: GuideFacts): string {
  const { over18 } = ruleSetOn(period.until);
  return [
    "Geteld is per persoon, uit de gaten tussen inschrijvingen; een uitschrijving alleen zegt niets.",
    `Uitgevallen is wie 18 jaar of ouder is en jonger dan ${over18.untilAge}, geen startkwalificatie heeft en nergens staat ingeschreven (${over18.legalBasis}).`,
    "Wie 16 of 17 is en niet is ingeschreven, is leerplichtig en staat in een eigen levering.",
    "Op de laatste dag van een inschrijving is iemand nog ingeschreven.",
    "Wie in de zomer een diploma haalt, mag tot 1 oktober op een inschrijving wachten.",
    "Elke persoon staat in deze regio in precies een soort.",
  ].join("\n");
}

const careText = [
  "Dit bestand bevat persoonsgegevens. Gebruik het alleen voor het doel waarvoor u het ophaalde en gooi het daarna weg.",
  "Van iemand met een beschermd adres staan naam, nummer, woonplaats en school er niet in.",
  `In een werkmap (xlsx) staan hooguit ${formatNumber(workbookRowsMost, "nl")} personen. Zijn het er meer, dan staan de volgende in deel 2 en verder. In de CSV staat iedereen.`,
  "In SHA256SUMS staat per bestand een controlegetal; manifest.json zegt hetzelfde voor programma's.",
].join("\n");
