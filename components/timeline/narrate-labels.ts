import { kindCodes, kinds } from "@/lib/attachments/kinds";
import { interventionCodes, interventionOf, interventions, interventionsForSchool } from "@/lib/casework/interventions";
import { talkOutcomes, talkPresent } from "@/lib/casework/talk-outcomes";
import { transferReasons } from "@/lib/casework/transfer-reasons";
import { requestCodes, requestKinds } from "@/lib/conversation/request-kinds";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import { closeNotes, closeReasons } from "@/lib/reports/codes";
import { thirdParties } from "@/lib/reports/waiting";
import { becauseCodes, officerReasons } from "@/lib/routing/route";
import type { NarrateLabels } from "@/lib/timeline/narrate-labels";

/** The words of all codes that a timeline can hold. */
export const narrateLabels: NarrateLabels = {
  absenceTypes: Object.fromEntries(absenceTypeCodes.map((code) => [code, absenceTypes[code].label])),
  closeReasons,
  closeNotes,
  because: becauseCodes,
  officerReasons,
  interventions: Object.fromEntries(interventionCodes.map((code) => [code, interventions[code].office])),
  interventionsForSchool,
  plannedForSchool: Object.fromEntries(
    interventionCodes.flatMap((code) => {
      const { planned } = interventionOf(code);
      return planned === undefined ? [] : [[code, planned]];
    }),
  ),
  talkOutcomes,
  talkPresent,
  transfers: transferReasons,
  requests: Object.fromEntries(requestCodes.map((code) => [code, requestKinds[code].what])),
  parties: thirdParties,
  papers: Object.fromEntries(kindCodes.map((code) => [code, kinds[code].told])),
};
