import { z } from "zod";
import { breakdownCodes } from "@/lib/statistics/breakdowns";
import { levelCodes } from "@/lib/statistics/levels";
import { measureCodes, measures } from "@/lib/statistics/measures";
import { rowKinds } from "@/lib/statistics/selection";
import type { FigureView } from "@/lib/statistics/views";

const list = z.string().max(400);
const pair = (parts: string, example: string) =>
  z
    .string()
    .max(60)
    .meta({ description: `Een ${parts}, met een dubbele punt ertussen`, example });

/** The selection of the page, one parameter for each of its parts; which parts fit together, the selection says. */
export const figuresQuery = z.strictObject({
  about: z.enum(["own", "others"]),
  rows: z.enum(rowKinds),
  columns: z.enum(["measures", ...breakdownCodes]).optional(),
  measures: list.meta({ description: `Met komma's ertussen: ${measureCodes.join(", ")}`, example: "reports,pupils" }),
  period: z.string().max(20).meta({ description: "Een maand of een schooljaar", example: "2026-2027" }),
  place: pair("soort plaats en haar code", "region:12").optional(),
  only: list
    .meta({ description: "Alleen deze soorten, met komma's ertussen", example: "type:late_arrival" })
    .optional(),
  sort: z.enum(["name", "most"]).optional(),
});

const counted = z.object({ kind: z.enum(["number", "percent", "days"]), value: z.number() });
const ratio = z.object({ kind: z.literal("ratio"), part: z.int(), base: z.int() });
const untold = z.object({ kind: z.enum(["small", "hidden", "thin", "none"]) }).meta({
  description:
    "small: minder dan vijf; hidden: zou een klein aantal verraden; thin: te weinig voor een deel; none: er is niets",
});
const axis = { code: z.string(), label: z.string() };

export const figuresAnswer = z
  .object({
    about: z.enum(["own", "others"]),
    period: z.string(),
    place: z.object({ level: z.enum(levelCodes), code: z.string(), name: z.string() }).nullable(),
    countedAt: z.iso.datetime().nullable(),
    coverage: z.object({ reporting: z.int(), schools: z.int() }).nullable(),
    closedMonths: z.array(z.string()),
    corrections: z.array(z.object({ month: z.string(), before: z.int(), after: z.int() })),
    measures: z.array(z.object({ ...axis, definition: z.string() })),
    columns: z.array(z.object(axis)),
    rows: z.array(z.object({ ...axis, isTotal: z.boolean(), cells: z.array(z.union([counted, ratio, untold])) })),
  })
  .meta({ id: "Figures" });

/** Guarded as on the page: what the table does not tell, the answer does not hold. */
export function toFiguresAnswer(view: FigureView): z.output<typeof figuresAnswer> {
  const { selection, table, placeName, countedAt, coverage } = view;
  const { about, period, place } = selection;
  return {
    about,
    period,
    place: place === null || placeName === null ? null : { ...place, name: placeName.nl },
    countedAt: countedAt?.toISOString() ?? null,
    coverage: coverage === null ? null : { reporting: coverage.reporting, schools: coverage.schools },
    closedMonths: [...view.closedMonths],
    corrections: view.corrections.map(({ month, before, after }) => ({ month, before, after })),
    measures: selection.measures.map((code) => {
      const { label, definition } = measures[code];
      return { code, label: label.nl, definition: definition.nl };
    }),
    columns: table.columns.map(({ code, label }) => ({ code, label: label.nl })),
    rows: table.rows.map(({ code, label, isTotal }, at) => {
      return { code, label: label.nl, isTotal, cells: [...(table.cells[at] ?? [])] };
    }),
  };
}
