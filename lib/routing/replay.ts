import { z } from "zod";
import { decideRoute } from "./decide";
import type { RoutingFacts } from "./facts";
import { studentShape, tableRows, toRoutingTable } from "./facts-rows";
import type { Route } from "./route";

const { birthDate, basicQualificationOn, deceasedOn, exemptions, residences, openCases } = studentShape;
const enrolments = z.array(studentShape.enrolments.element.omit({ locationId: true, level: true }));
const text = z.string();

const factsThen = z.object({
  student: z.object({ birthDate, basicQualificationOn, deceasedOn, exemptions, enrolments }),
  residences,
  stay: z.object({ postcode: text }).nullable(),
  openCases,
  locationId: text,
  schoolId: text,
  type: text,
  isUrgent: z.boolean(),
  letters: text,
  level: text.nullable(),
  firstDay: birthDate,
  filedOn: birthDate,
});

interface StoredReceipt {
  readonly facts: unknown;
  readonly tableThen: unknown;
}

/** The facts of a stored decision; null: it was made by hand, or before facts were kept in full. */
export function readFactsThen(facts: unknown): RoutingFacts | null {
  const read = factsThen.safeParse(facts).data;
  // The receipt does not say who it was; nothing that decides depends on it.
  return read === undefined ? null : { ...read, student: { ...read.student, id: "" } };
}

/** Makes a stored decision again, out of nothing but its receipt. Null: there was no decision by rule to make again. */
export function replay({ facts, tableThen }: StoredReceipt): Route | null {
  const factsOfThen = readFactsThen(facts);
  const table = tableRows.safeParse(tableThen);
  return factsOfThen === null || !table.success ? null : decideRoute(factsOfThen, toRoutingTable(table.data));
}
