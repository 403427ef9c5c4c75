"use server";

import { setCompetence } from "@/lib/directory/commands/set-competence.server";
import { competenceForm } from "@/lib/directory/competence-input";
import { findOffices } from "@/lib/routing/queries.server";
import { now } from "@/lib/shared/clock";
import { formAction, formSearch } from "@/lib/web/form-action.server";
import { type FormState, textOf } from "@/lib/web/form-state";

const save = formAction(
  competenceForm,
  setCompetence,
  ({ municipalityCode }) => `/routering/gebieden/${municipalityCode}?klaar=ja`,
);

const search = formSearch(async (viewer, fields) => {
  const offices = await findOffices(viewer, now(), textOf({ values: fields }, "zoek"));
  return { officeCode: offices.map(({ code, name }) => ({ value: code, label: name })) };
});

/** One form with two buttons: looking for an office must not cost what was chosen. */
export async function competenceAction(state: FormState, form: FormData): Promise<FormState> {
  // Enter in any field presses the first button; without words to look for, saving is what was meant.
  if (form.has("search") && form.get("zoek") !== "") return search(state, form);
  form.delete("search");
  form.delete("zoek");
  return save(state, form);
}
