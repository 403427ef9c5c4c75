import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { ResidenceLine } from "./residence-line";

/** What is shown of each, the latest first. */
export const residencesShown = {
  orderBy: { residentFrom: "desc" },
  select: { residentFrom: true, kind: true, street: true, houseNumber: true, postcode: true, city: true },
} satisfies Prisma.Student$residencesArgs;

type ResidenceRow = Prisma.ResidenceGetPayload<{ select: (typeof residencesShown)["select"] }>;

export function presentResidence(row: ResidenceRow): ResidenceLine {
  const { residentFrom, kind, street, houseNumber, postcode, city } = row;
  const lines = [
    [street, houseNumber],
    [postcode, city],
  ].map((parts) => parts.filter(Boolean).join(" "));
  const address = lines.filter((line) => line !== "").join(", ");
  return { from: fromColumn(residentFrom), kind, address: address === "" ? null : address };
}
