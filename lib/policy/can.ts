import type { Viewer } from "@/lib/identity/viewer";
import {
  asksForRoute,
  importsDirectory,
  keepsAreas,
  keepsCalendar,
  managesClients,
  managesPeople,
  movesReports,
  type OrganisationFacts,
  seesAccessLog,
  seesMailbox,
  seesUnroutable,
  watchesRetention,
} from "./admin-rules";
import {
  addsAttachment,
  beginsAttachment,
  endsPapers,
  opensAttachment,
  provesDestruction,
  removesAttachment,
  type SentPaperFacts,
} from "./attachment-rules";
import { answersRequest, asksSchool, bringsIn, notesInOffice, talks } from "./conversation-rules";
import { type DeliveryFacts, makesDeliveries, readsDeliveries, tracksLeavers } from "./delivery-rules";
import {
  beginsDraft,
  changesDraft,
  type DraftFacts,
  keepsReportTemplate,
  movesDrafts,
  type ReportTemplateFacts,
} from "./draft-rules";
import { type FigurePlace, type QuietFacts, saysQuiet, seesFigures, seesOwnFigures, seesPlaces } from "./figure-rules";
import { beginsImport, type ImportFacts, usesImport } from "./import-rules";
import {
  keepsTerms,
  type OfficerFacts,
  overseesOffice,
  plansLeave,
  plansOfficers,
  readsOwnAreas,
} from "./office-rules";
import {
  assignsReport,
  filesReport,
  handlesReport,
  mendsReport,
  placesReport,
  preparesReport,
  type ReportFacts,
  readsReport,
  writesDownReport,
} from "./report-rules";
import { keepsRules, type RuleSetFacts, readsRules, triesRules } from "./rule-set-rules";
import {
  answersTransfer,
  looksBack,
  refersReport,
  seesOffer,
  type TransferFacts,
  transfersReport,
} from "./transfer-rules";

type Nothing = Readonly<Record<string, never>>;

/** Every action that somebody may take, with the facts that its rule needs. */
interface ActionFacts {
  "report:file": Pick<ReportFacts, "organisationId" | "locationId">;
  "report:prepare": Pick<ReportFacts, "organisationId" | "locationId">;
  "report:write-down": Pick<ReportFacts, "officeId">;
  "report:confirm": ReportFacts;
  "report:read": ReportFacts;
  "report:correct": ReportFacts;
  "report:withdraw": ReportFacts;
  "report:urge": ReportFacts;
  "report:take": ReportFacts;
  "report:record": ReportFacts;
  "report:acknowledge": ReportFacts;
  "report:close": ReportFacts;
  "report:reopen": ReportFacts;
  "report:assign": ReportFacts;
  "report:refer": ReportFacts;
  "report:transfer": ReportFacts;
  "report:bring-in": ReportFacts;
  "residence:read": ReportFacts;
  "dossier:take": ReportFacts;
  "message:send": ReportFacts;
  "note:write": ReportFacts;
  "request:ask": ReportFacts;
  "request:answer": ReportFacts;
  "draft:begin": Pick<DraftFacts, "organisationId">;
  "draft:change": DraftFacts;
  "draft:move": Pick<DraftFacts, "organisationId">;
  "report-template:keep": ReportTemplateFacts;
  "attachment:begin": Nothing;
  "import:begin": Pick<ImportFacts, "organisationId">;
  "import:use": ImportFacts;
  "attachment:add": ReportFacts;
  "attachment:open": ReportFacts;
  "attachment:remove": SentPaperFacts;
  "papers:hold": ReportFacts;
  "papers:hand-over": ReportFacts;
  "papers:prove": ReportFacts;
  "transfer:see": TransferFacts;
  "transfer:answer": TransferFacts;
  "transfer:look-back": TransferFacts;
  "report:move": Nothing;
  "report:place": Pick<ReportFacts, "officeId">;
  "oversight:read": Pick<OfficerFacts, "officeId">;
  "terms:keep": Pick<OfficerFacts, "officeId">;
  "templates:keep": Pick<OfficerFacts, "officeId">;
  "officers:plan": Pick<OfficerFacts, "officeId">;
  "leave:plan": OfficerFacts;
  "presence:keep": OfficerFacts;
  "rules:keep": RuleSetFacts;
  "rules:read": RuleSetFacts;
  "rules:try": RuleSetFacts;
  "unroutable:list": Nothing;
  "areas:keep": Nothing;
  "areas:read-own": Pick<OfficerFacts, "officeId">;
  "route:ask": Nothing;
  "directory:import": Nothing;
  "people:manage": OrganisationFacts;
  "calendar:keep": OrganisationFacts;
  "clients:manage": Nothing;
  "mailbox:read": Nothing;
  "retention:watch": Nothing;
  "retention:release": Nothing;
  "access-log:read": Nothing;
  "figures:read": Nothing;
  "figures:read-own": Nothing;
  "figures:read-places": FigurePlace;
  "figures:say-quiet": QuietFacts;
  "delivery:read": DeliveryFacts;
  "delivery:ask": DeliveryFacts;
  "delivery:mark": DeliveryFacts;
  "delivery:make": Nothing;
}

export type Action = keyof ActionFacts;

const rules: { readonly [A in Action]: (viewer: Viewer, facts: ActionFacts[A]) => boolean } = {
  "report:file": filesReport,
  "report:prepare": preparesReport,
  "report:write-down": writesDownReport,
  "report:confirm": mendsReport,
  "report:read": readsReport,
  "report:correct": mendsReport,
  "report:withdraw": mendsReport,
  "report:urge": mendsReport,
  "report:take": handlesReport,
  "report:record": handlesReport,
  "report:acknowledge": handlesReport,
  "report:close": handlesReport,
  "report:reopen": handlesReport,
  "report:assign": assignsReport,
  "report:refer": refersReport,
  "report:transfer": transfersReport,
  "report:bring-in": bringsIn,
  "residence:read": handlesReport,
  "dossier:take": handlesReport,
  "message:send": talks,
  "note:write": notesInOffice,
  "request:ask": asksSchool,
  "request:answer": answersRequest,
  "draft:begin": beginsDraft,
  "draft:change": changesDraft,
  "draft:move": movesDrafts,
  "report-template:keep": keepsReportTemplate,
  "attachment:begin": beginsAttachment,
  "import:begin": beginsImport,
  "import:use": usesImport,
  "attachment:add": addsAttachment,
  "attachment:open": opensAttachment,
  "attachment:remove": removesAttachment,
  "papers:hold": endsPapers,
  "papers:hand-over": endsPapers,
  "papers:prove": provesDestruction,
  "transfer:see": seesOffer,
  "transfer:answer": answersTransfer,
  "transfer:look-back": looksBack,
  "report:move": movesReports,
  "report:place": placesReport,
  "oversight:read": overseesOffice,
  "terms:keep": keepsTerms,
  "templates:keep": keepsTerms,
  "officers:plan": plansOfficers,
  "leave:plan": plansLeave,
  "presence:keep": plansLeave,
  "rules:keep": keepsRules,
  "rules:read": readsRules,
  "rules:try": triesRules,
  "unroutable:list": seesUnroutable,
  "areas:keep": keepsAreas,
  "areas:read-own": readsOwnAreas,
  "route:ask": asksForRoute,
  "directory:import": importsDirectory,
  "people:manage": managesPeople,
  "calendar:keep": keepsCalendar,
  "clients:manage": managesClients,
  "mailbox:read": seesMailbox,
  "retention:watch": watchesRetention,
  "retention:release": watchesRetention,
  "access-log:read": seesAccessLog,
  "figures:read": seesFigures,
  "figures:read-own": seesOwnFigures,
  "figures:read-places": seesPlaces,
  "figures:say-quiet": saysQuiet,
  "delivery:read": readsDeliveries,
  "delivery:ask": tracksLeavers,
  "delivery:mark": tracksLeavers,
  "delivery:make": makesDeliveries,
};

export const actions = Object.keys(rules);

/** The one question about rights. Wrong facts or a misspelt action do not compile. */
export function can<A extends Action>(viewer: Viewer, action: A, facts: ActionFacts[A]): boolean {
  return rules[action](viewer, facts);
}
