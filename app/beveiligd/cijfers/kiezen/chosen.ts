import type { z } from "zod";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What was chosen, as it goes back into the fields. */
export function chosenFields(query: Query): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const faults = [
  "columns-are-rows",
  "combination-not-offered",
  "year-for-months",
  "place-missing",
  "rows-not-within",
] as const;

/** What is wrong with a choice, as far as the page has words for it. */
export function faultOf(error: z.ZodError): (typeof faults)[number] | "other" {
  const [code] = error.issues.map(({ message }) => message);
  return faults.find((fault) => fault === code) ?? "other";
}
