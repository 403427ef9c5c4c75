import type { Locale } from "./locale";
import enAdmin from "./messages/en/admin.json";
import enAttachments from "./messages/en/attachments.json";
import enClock from "./messages/en/clock.json";
import enCommon from "./messages/en/common.json";
import enConversation from "./messages/en/conversation.json";
import enDeliveries from "./messages/en/deliveries.json";
import enDistribution from "./messages/en/distribution.json";
import enDossier from "./messages/en/dossier.json";
import enDrafts from "./messages/en/drafts.json";
import enFailure from "./messages/en/failure.json";
import enFigures from "./messages/en/figures.json";
import enFollowing from "./messages/en/following.json";
import enHours from "./messages/en/hours.json";
import enIdentity from "./messages/en/identity.json";
import enImports from "./messages/en/imports.json";
import enInbox from "./messages/en/inbox.json";
import enInboxTools from "./messages/en/inbox-tools.json";
import enKeys from "./messages/en/keys.json";
import enLetters from "./messages/en/letters.json";
import enMailLevel from "./messages/en/mail-level.json";
import enMonthOutcomes from "./messages/en/month-outcomes.json";
import enMyReports from "./messages/en/my-reports.json";
import enNotifications from "./messages/en/notifications.json";
import enOversight from "./messages/en/oversight.json";
import enPeople from "./messages/en/people.json";
import enPresence from "./messages/en/presence.json";
import enProblems from "./messages/en/problems.json";
import enReportTemplates from "./messages/en/report-templates.json";
import enReports from "./messages/en/reports.json";
import enRetention from "./messages/en/retention.json";
import enRouting from "./messages/en/routing.json";
import enTimeline from "./messages/en/timeline.json";
import enWho from "./messages/en/who.json";
import nlAdmin from "./messages/nl/admin.json";
import nlAttachments from "./messages/nl/attachments.json";
import nlClock from "./messages/nl/clock.json";
import nlCommon from "./messages/nl/common.json";
import nlConversation from "./messages/nl/conversation.json";
import nlDeliveries from "./messages/nl/deliveries.json";
import nlDistribution from "./messages/nl/distribution.json";
import nlDossier from "./messages/nl/dossier.json";
import nlDrafts from "./messages/nl/drafts.json";
import nlFailure from "./messages/nl/failure.json";
import nlFigures from "./messages/nl/figures.json";
import nlFollowing from "./messages/nl/following.json";
import nlHours from "./messages/nl/hours.json";
import nlIdentity from "./messages/nl/identity.json";
import nlImports from "./messages/nl/imports.json";
import nlInbox from "./messages/nl/inbox.json";
import nlInboxTools from "./messages/nl/inbox-tools.json";
import nlKeys from "./messages/nl/keys.json";
import nlLetters from "./messages/nl/letters.json";
import nlMailLevel from "./messages/nl/mail-level.json";
import nlMonthOutcomes from "./messages/nl/month-outcomes.json";
import nlMyReports from "./messages/nl/my-reports.json";
import nlNotifications from "./messages/nl/notifications.json";
import nlOversight from "./messages/nl/oversight.json";
import nlPeople from "./messages/nl/people.json";
import nlPresence from "./messages/nl/presence.json";
import nlProblems from "./messages/nl/problems.json";
import nlReportTemplates from "./messages/nl/report-templates.json";
import nlReports from "./messages/nl/reports.json";
import nlRetention from "./messages/nl/retention.json";
import nlRouting from "./messages/nl/routing.json";
import nlTimeline from "./messages/nl/timeline.json";
import nlWho from "./messages/nl/who.json";

/** Dutch is the source: what stands here is what English must have too. */
const nl = {
  admin: nlAdmin,
  clock: nlClock,
  attachments: nlAttachments,
  common: nlCommon,
  conversation: nlConversation,
  drafts: nlDrafts,
  deliveries: nlDeliveries,
  distribution: nlDistribution,
  dossier: nlDossier,
  failure: nlFailure,
  hours: nlHours,
  figures: nlFigures,
  following: nlFollowing,
  mailLevel: nlMailLevel,
  identity: nlIdentity,
  imports: nlImports,
  inbox: nlInbox,
  inboxTools: nlInboxTools,
  keys: nlKeys,
  letters: nlLetters,
  monthOutcomes: nlMonthOutcomes,
  myReports: nlMyReports,
  reportTemplates: nlReportTemplates,
  notifications: nlNotifications,
  oversight: nlOversight,
  people: nlPeople,
  presence: nlPresence,
  problems: nlProblems,
  reports: nlReports,
  retention: nlRetention,
  routing: nlRouting,
  timeline: nlTimeline,
  who: nlWho,
};

export type Messages = typeof nl;

const en: Messages = {
  admin: enAdmin,
  clock: enClock,
  attachments: enAttachments,
  common: enCommon,
  conversation: enConversation,
  drafts: enDrafts,
  deliveries: enDeliveries,
  distribution: enDistribution,
  dossier: enDossier,
  failure: enFailure,
  hours: enHours,
  figures: enFigures,
  following: enFollowing,
  mailLevel: enMailLevel,
  identity: enIdentity,
  imports: enImports,
  inbox: enInbox,
  inboxTools: enInboxTools,
  keys: enKeys,
  letters: enLetters,
  monthOutcomes: enMonthOutcomes,
  myReports: enMyReports,
  reportTemplates: enReportTemplates,
  notifications: enNotifications,
  oversight: enOversight,
  people: enPeople,
  presence: enPresence,
  problems: enProblems,
  reports: enReports,
  retention: enRetention,
  routing: enRouting,
  timeline: enTimeline,
  who: enWho,
};

export const messages: Readonly<Record<Locale, Messages>> = { nl, en };
