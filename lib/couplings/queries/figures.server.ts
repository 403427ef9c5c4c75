import "server-only";
import type { z } from "zod";
import type { ClientViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { ok, type Result } from "@/lib/shared/result";
import { pair } from "@/lib/statistics/address";
import { findFigures } from "@/lib/statistics/queries.server";
import { selection } from "@/lib/statistics/selection";
import { type figuresAnswer, type figuresQuery, toFiguresAnswer } from "../figure-answers";

/** The figures of the page for a coupled system, by the same door and guarded in the same way. */
export async function readFigures(
  viewer: ClientViewer,
  query: z.output<typeof figuresQuery>,
  now: Now,
): Promise<Result<z.output<typeof figuresAnswer>>> {
  const wish = parseInput(selection, toSelection(query));
  return wish.ok ? ok(toFiguresAnswer(await findFigures(viewer, wish.value, now))) : wish;
}

function toSelection({ measures, place, only, ...rest }: z.output<typeof figuresQuery>) {
  return {
    ...rest,
    measures: measures.split(","),
    ...(place === undefined ? {} : { place: pair(place, "level", "code") }),
    ...(only === undefined ? {} : { only: only.split(",").map((one) => pair(one, "breakdown", "code")) }),
  };
}
