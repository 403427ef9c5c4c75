"use server";

import { setCompetence } from "@/lib/directory/commands/set-competence.server";
import { competenceForm } from "@/lib/directory/competence-input";
import { findOffices } from "@/lib/routing/queries.server";
import { now } from "@/lib/shared/clock";
import { ok } from "@/lib/shared/result";
import { formAction, formSearch, withSearch } from "@/lib/web/form-action.server";
import { textOf } from "@/lib/web/form-state";

const save = formAction(
  competenceForm,
  setCompetence,
  ({ municipalityCode }) => `/routering/gebieden/${municipalityCode}?klaar=ja`,
);

const search = formSearch(async (viewer, fields) => {
  const offices = await findOffices(viewer, now(), textOf({ values: fields }, "zoek"));
  return ok({ officeCode: offices.map(({ code, name }) => ({ value: code, label: name })) });
});

export const competenceAction = withSearch(search, save);
