"use server";

import { deliveriesPath, markedAddress } from "@/lib/deliveries/address";
import { askAgain, askSnapshot } from "@/lib/deliveries/commands/ask-delivery.server";
import { markPerson } from "@/lib/deliveries/commands/mark-person.server";
import { deliveryChoice, markInput, snapshotInput } from "@/lib/deliveries/inputs";
import { countSnapshot } from "@/lib/deliveries/queries/delivery.server";
import { now } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { ok } from "@/lib/shared/result";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction, formSearch, withSearch } from "@/lib/web/form-action.server";
import { withoutEmpty } from "@/lib/web/form-fields";

const countAction = formSearch(async (viewer, fields) => {
  const { zoek: _, search: __, ...asked } = withoutEmpty(fields);
  const input = parseInput(snapshotInput, { purpose: "-", ...asked });
  if (!input.ok) return input;
  const counted = await countSnapshot(viewer, input.value, now());
  if (!counted.ok) return counted;
  const count = String(counted.value);
  return ok({ count: [{ value: count, label: count }] });
});

export const askSnapshotAction = withSearch(
  countAction,
  formAction(snapshotInput, askSnapshot, () => `${deliveriesPath}?klaar=aangevraagd`),
);

export const askAgainAction = buttonAction(deliveryChoice, askAgain, {
  done: () => `${deliveriesPath}?klaar=aangevraagd`,
  refused: deliveriesPath,
});

export const markAction = buttonAction(markInput, markPerson, {
  done: ({ id, row, ...place }) => markedAddress(id, place, row),
  refused: deliveriesPath,
});
