"use server";

import { keepMunicipalityLadder } from "@/lib/reports/commands/keep-ladder.server";
import { addFreeDay, keepTerm, removeFreeDay, removeTerm } from "@/lib/reports/commands/keep-terms.server";
import { municipalityLadderForm } from "@/lib/reports/ladder-input";
import { freeDayInput, termInput, termRemovalInput } from "@/lib/reports/terms-input";
import { formAction } from "@/lib/web/form-action.server";

const page = (done: string) => () => `/routering/termijnen?klaar=${done}`;

export const keepLadderAction = formAction(municipalityLadderForm, keepMunicipalityLadder, page("stappen"));

export const keepTermAction = formAction(termInput, keepTerm, page("termijn"));

export const removeTermAction = formAction(termRemovalInput, removeTerm, page("termijn-weg"));

export const addFreeDayAction = formAction(freeDayInput, addFreeDay, page("dag"));

export const removeFreeDayAction = formAction(termRemovalInput, removeFreeDay, page("dag-weg"));
