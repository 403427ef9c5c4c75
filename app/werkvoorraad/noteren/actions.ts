"use server";

import { z } from "zod";
import { casePath } from "@/lib/casework/inbox-address";
import { findSchoolPlaces } from "@/lib/directory/queries/schools.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { writeDownReport } from "@/lib/reports/commands/write-down-report.server";
import { contact, reportInput } from "@/lib/reports/input";
import { fromWriteDownForm, onWriteDownForm, submissionId } from "@/lib/reports/write-down-form";
import { newId } from "@/lib/shared/ids";
import { parseInput } from "@/lib/shared/parse-input";
import { fail, ok } from "@/lib/shared/result";
import { formAction, formSearch, withSearch } from "@/lib/web/form-action.server";
import { type FieldValues, textOf } from "@/lib/web/form-state";

const passedOn = reportInput.and(z.object({ contact }));

const save = formAction(
  z.custom<FieldValues>(),
  async (viewer: PersonViewer, fields, now) => {
    const parsed = parseInput(passedOn, fromWriteDownForm(fields, now.today));
    if (!parsed.ok) return fail(...onWriteDownForm(parsed.problems));
    const id = submissionId.safeParse(textOf({ values: fields }, "submissionId")).data ?? newId();
    const outcome = await writeDownReport(viewer, { input: parsed.value, submissionId: id }, now);
    return outcome.ok ? outcome : fail(...onWriteDownForm(outcome.problems));
  },
  ({ reference }) => `${casePath(reference)}?gedaan=genoteerd&v=1`,
);

const search = formSearch(async (viewer, fields) =>
  ok({ place: await findSchoolPlaces(viewer, textOf({ values: fields }, "zoek")) }),
);

export const writeDownAction = withSearch(search, save);
