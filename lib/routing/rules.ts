import type { Rule } from "./rule";
import { competentOffice } from "./rules/competent-office";
import { inTurn } from "./rules/in-turn";
import { leastOpenWork } from "./rules/least-open-work";
import { locationOfficer } from "./rules/location-officer";
import { officeRule } from "./rules/office-rule";
import { openCase } from "./rules/open-case";
import { regime } from "./rules/regime";
import { residence } from "./rules/residence";
import { sharedInbox } from "./rules/shared-inbox";
import { stayAddress } from "./rules/stay-address";
import { successor } from "./rules/successor";

/** Which office. */
const towardsOffice: readonly Rule[] = [regime, stayAddress, residence, successor, competentOffice];

/** Which officer of that office. */
export const withinOffice: readonly Rule[] = [
  openCase,
  officeRule,
  locationOfficer,
  inTurn,
  leastOpenWork,
  sharedInbox,
];

/** The rules in the order in which they are asked. A new one is a file in `rules/` and its place here. */
export const rules: readonly Rule[] = [...towardsOffice, ...withinOffice];
