import { z } from "zod";
import type { Scope } from "@/lib/identity/viewer";
import { correctionInput } from "@/lib/reports/correction";
import { reportInput } from "@/lib/reports/input";
import { calendarDate, startOfDay } from "@/lib/shared/calendar-date";
import { requiredWords } from "@/lib/shared/words";
import { statusCodes } from "@/lib/timeline/statuses";
import { changedAnswer, changesAnswer, eventsAnswer, filedAnswer, listAnswer, reportAnswer } from "./answers";
import { addedAttachmentAnswer, attachmentInput, attachmentsAnswer, fileContent } from "./attachment-answers";
import { deliveriesAnswer, wholeDeliveryAnswer } from "./delivery-answers";
import { figuresAnswer, figuresQuery } from "./figure-answers";
import { statusInput } from "./status-input";

export interface Operation {
  readonly method: "GET" | "POST";
  /** Below `/api/v1`. */
  readonly path: string;
  readonly summary: string;
  /** A client needs all of them. */
  readonly scopes: readonly Scope[];
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly answer: z.ZodType;
  readonly status: 200 | 201;
  /** Creates something: needs an Idempotency-Key. */
  readonly creates: boolean;
  /** Changes something: looks at If-Match. */
  readonly changes: boolean;
  /** A file comes as a form, or goes out as it is. Absent: JSON both ways. */
  readonly file?: "in" | "out";
}

const nothing = z.undefined();
const noQuery = z.strictObject({});
const reading = { method: "GET", body: nothing, query: noQuery, status: 200, creates: false, changes: false } as const;
const changing = { method: "POST", query: noQuery, status: 200, creates: false, changes: true } as const;

const cursor = z.string().max(300).optional();
const changedSince = z.union([
  z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
  calendarDate.transform(startOfDay),
]);
const statusList = z
  .string()
  .max(200)
  .transform((value) => value.split(","))
  .pipe(z.array(z.enum(statusCodes, { error: "choice-unknown" })));

/** Every call of the API but the token: the routes, the checks at the door and OpenAPI read this one table. */
export const operations = {
  fileReport: {
    method: "POST",
    path: "/reports",
    summary: "Doe een verzuimmelding",
    scopes: ["reports:file"],
    query: noQuery,
    body: reportInput.meta({ id: "ReportInput" }),
    answer: filedAnswer,
    status: 201,
    creates: true,
    changes: false,
  },
  listReports: {
    ...reading,
    path: "/reports",
    summary: "De meldingen van deze koppeling, de laatste verandering als laatste",
    scopes: ["reports:read"],
    query: z.strictObject({ changedSince: changedSince.optional(), status: statusList.optional(), cursor }),
    answer: listAnswer,
  },
  readReport: {
    ...reading,
    path: "/reports/{reference}",
    summary: "Een melding, zoals deze koppeling haar mag zien",
    scopes: ["reports:read"],
    answer: reportAnswer,
  },
  readEvents: {
    ...reading,
    path: "/reports/{reference}/events",
    summary: "Wat er met een melding is gebeurd",
    scopes: ["reports:read"],
    answer: eventsAnswer,
  },
  correctReport: {
    ...changing,
    path: "/reports/{reference}/correction",
    summary: "Verbeter een melding, of zeg dat de leerling terug is",
    scopes: ["reports:file"],
    body: correctionInput.meta({ id: "CorrectionInput" }),
    answer: changedAnswer,
  },
  withdrawReport: {
    ...changing,
    path: "/reports/{reference}/withdrawal",
    summary: "Trek een melding in",
    scopes: ["reports:file"],
    body: z.strictObject({ reason: requiredWords(500) }).meta({ id: "WithdrawalInput" }),
    answer: changedAnswer,
  },
  setStatus: {
    ...changing,
    path: "/reports/{reference}/status",
    summary: "Zeg wat het kantoor met de melding doet",
    scopes: ["reports:handle"],
    body: statusInput.meta({ id: "StatusInput" }),
    answer: changedAnswer,
  },
  addAttachment: {
    method: "POST",
    path: "/reports/{reference}/attachments",
    summary: "Voeg een bijlage toe: een formulier met één bestand, als laatste veld",
    scopes: ["attachments:write"],
    query: noQuery,
    body: attachmentInput.meta({ id: "AttachmentInput" }),
    answer: addedAttachmentAnswer,
    status: 201,
    creates: true,
    changes: false,
    file: "in",
  },
  listAttachments: {
    ...reading,
    path: "/reports/{reference}/attachments",
    summary: "De bijlagen van een melding",
    scopes: ["reports:read"],
    answer: attachmentsAnswer,
  },
  readAttachment: {
    ...reading,
    path: "/reports/{reference}/attachments/{id}",
    summary: "Het bestand van een bijlage",
    scopes: ["reports:read"],
    answer: fileContent,
    file: "out",
  },
  readChanges: {
    ...reading,
    path: "/changes",
    summary: "Wat er gebeurde met de meldingen van deze koppeling, in volgorde",
    scopes: ["changes:read"],
    query: z.strictObject({ cursor }),
    answer: changesAnswer,
  },
  listDeliveries: {
    ...reading,
    path: "/deliveries",
    summary: "De leveringen van de eigen regio, wat wordt gemaakt eerst, dan wat het laatst is gemaakt",
    scopes: ["deliveries:read"],
    answer: deliveriesAnswer,
  },
  readDelivery: {
    ...reading,
    path: "/deliveries/{id}",
    summary: "Een levering met haar bestanden; wie haar opvraagt, ziet nog geen personen",
    scopes: ["deliveries:read"],
    answer: wholeDeliveryAnswer,
  },
  readDeliveryFile: {
    ...reading,
    path: "/deliveries/{id}/files/{name}",
    summary: "Een bestand van een levering; levering.zip is alles in een",
    scopes: ["deliveries:read"],
    answer: fileContent,
    file: "out",
  },
  readFigures: {
    ...reading,
    path: "/figures",
    summary:
      "Cijfers: exact over de eigen meldingen (ook met reports:read), over anderen afgerond en zonder kleine aantallen",
    scopes: ["figures:read"],
    query: figuresQuery,
    answer: figuresAnswer,
  },
} as const satisfies Record<string, Operation>;

export const apiPath = "/api/v1";

export function linksTo(reference: string) {
  const self = `${apiPath}/reports/${reference}`;
  return { self, events: `${self}/events`, page: `/meldingen/${reference}` };
}
