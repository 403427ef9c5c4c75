import { z } from "zod";
import { absenceTypeCodes } from "../absence-types";
import { reasonCodes } from "../codes";
import { plainHead } from "../sheet/columns";

/** What a column of a sheet with many reports can hold, with the heads that packages and people use for it. */
export const importRoles = {
  student: [
    "bsn",
    "onderwijsnummer",
    "bsn of onderwijsnummer",
    "persoonsnummer",
    "pgn",
    "burgerservicenummer",
    "student number",
  ],
  type: ["soort verzuim", "soort", "verzuimsoort", "type verzuim", "type", "type of absence"],
  firstDay: [
    "eerste dag",
    "eerste verzuimdag",
    "begindatum",
    "datum",
    "van",
    "startdatum",
    "ingangsdatum",
    "first day",
  ],
  lastDay: ["laatste dag", "laatste verzuimdag", "einddatum", "tot", "tot en met", "tm", "last day"],
  days: ["dagen en uren", "verzuimde uren", "uren", "dagen", "lesuren", "days and hours"],
  minutes: ["minuten te laat", "minuten", "te laat", "minutes late"],
  reason: ["reden", "verzuimreden", "reason"],
  explanation: ["toelichting", "omschrijving", "opmerking", "opmerkingen", "explanation"],
  actions: ["acties", "acties van de school", "wat de school deed", "ondernomen acties", "school actions"],
  location: ["vestiging", "locatie", "vestigingscode", "brin", "brin en vestiging", "location"],
  parentPhone: ["telefoon ouders", "telefoon", "telefoonnummer", "telefoonnummer ouders", "phone of parents"],
  ownReference: ["uw kenmerk", "kenmerk", "eigen kenmerk", "own reference"],
} as const satisfies Record<string, readonly string[]>;

export type ImportRole = keyof typeof importRoles;
export const importRoleCodes: readonly ImportRole[] = Object.keys(importRoles).filter(isRole);

function isRole(code: string): code is ImportRole {
  return Object.hasOwn(importRoles, code);
}

const head = z.string().max(200);
/** Which column holds what, by its head; what is absent is in no column. */
export const importColumns = z.partialRecord(z.enum(importRoleCodes), head);
export type ImportColumns = Readonly<z.infer<typeof importColumns>>;

/** What holds for each row that says nothing of it itself. */
export const importDefaults = z.object({
  type: z.enum(absenceTypeCodes).optional(),
  reason: z.enum(reasonCodes).optional(),
  location: z.string().max(20).optional(),
});
export type ImportDefaults = Readonly<z.infer<typeof importDefaults>>;

export interface Reading {
  readonly columns: ImportColumns;
  readonly defaults: ImportDefaults;
}

/** Each head once, so that it names one column; a column without a head is called by its number. */
export function distinctHeads(heads: readonly string[], width: number): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const name = (heads[index] ?? "").slice(0, 180) || String(index + 1);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** As the school said before, when its columns are all there; else by what the heads say. */
export function readingFor(heads: readonly string[], remembered: Reading): Reading {
  const known = Object.values(remembered.columns);
  if (known.length > 0 && known.every((name) => heads.includes(name))) return remembered;
  return { columns: guessColumns(heads), defaults: remembered.defaults };
}

function guessColumns(heads: readonly string[]): ImportColumns {
  return Object.fromEntries(
    importRoleCodes.flatMap((role) => {
      const known: readonly string[] = importRoles[role];
      const found = heads.find((name) => known.includes(plainHead(name)));
      return found === undefined ? [] : [[role, found]];
    }),
  );
}

/** What must be in a column or hold for all rows, and is not. */
export function missingRoles({ columns, defaults }: Reading): readonly ImportRole[] {
  const missing: ImportRole[] = [];
  if (columns.student === undefined) missing.push("student");
  if ((columns.type ?? defaults.type) === undefined) missing.push("type");
  if ((columns.firstDay ?? columns.days) === undefined) missing.push("firstDay");
  if ((columns.reason ?? defaults.reason) === undefined) missing.push("reason");
  return missing;
}
