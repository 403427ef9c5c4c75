import { z } from "zod";
import { regimes } from "@/lib/directory/regime";
import { absenceTypeCodes } from "@/lib/reports/absence-types";
import { closeNoteCodes, closeReasonCodes, reasonCodes, schoolActionCodes } from "@/lib/reports/codes";
import { warningCodes } from "@/lib/reports/warnings";
import { becauseCodes } from "@/lib/routing/route";
import { eventKinds } from "@/lib/timeline/events";
import { statusCodes } from "@/lib/timeline/statuses";

/** What the API answers. One description for the compiler, for the reader of OpenAPI and for the tests. */

const moment = z.iso.datetime();
const day = z.iso.date();
const path = z.string().meta({ format: "uri-reference" });
const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => z.enum(Object.keys(table));

const status = z.enum(statusCodes);
const regime = keysOf(regimes);
const because = z.array(keysOf(becauseCodes));
const links = z.object({ self: path, events: path, page: path });

export const filedAnswer = z
  .object({
    reference: z.string().meta({ example: "V-2026-7K4QX9M" }),
    status,
    filedAt: moment,
    regime,
    assignment: z.object({
      outcome: z.enum(["assigned", "unroutable"]),
      office: z.object({ code: z.string(), name: z.string() }).nullable(),
      officer: z.object({ name: z.string() }).nullable(),
      because,
    }),
    dueAt: moment,
    warnings: z.array(z.object({ code: keysOf(warningCodes), detail: z.string() })),
    links,
  })
  .meta({ id: "FiledReport" });

export const reportAnswer = z
  .object({
    reference: z.string(),
    version: z.int().meta({ description: "Ook de ETag; stuur hem mee als If-Match." }),
    status,
    type: z.enum(absenceTypeCodes),
    regime,
    firstDay: day,
    lastDay: day.nullable(),
    hoursTotal: z.number(),
    hours: z.array(z.object({ day, hours: z.number(), lessons: z.array(z.int()), wholeDay: z.boolean() })),
    arrivals: z.array(z.object({ day, minutes: z.int() })),
    student: z.object({
      number: z.string().optional().meta({ description: "Alleen voor het kantoor." }),
      name: z.string(),
      birthDate: day,
      group: z.string().nullable(),
    }),
    school: z.object({ name: z.string(), location: z.string(), locationName: z.string(), city: z.string() }),
    reasonCode: z.enum(reasonCodes),
    reason: z.string().nullable(),
    explanation: z.string().nullable(),
    schoolActions: z.array(z.enum(schoolActionCodes)),
    schoolActionsNote: z.string().nullable(),
    actionWanted: z.boolean(),
    noActionReason: z.string().nullable(),
    urgent: z.object({ reason: z.string() }).nullable(),
    contact: z.object({
      name: z.string(),
      function: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    parentPhone: z.string().nullable(),
    stay: z.record(z.string(), z.string()).nullable(),
    ownReference: z.string().nullable(),
    reporterName: z.string(),
    followUpTo: z.string().nullable(),
    filedAt: moment,
    dueAt: moment,
    firstReactionAt: moment.nullable(),
    closeReason: z.enum(closeReasonCodes).nullable(),
    closeNote: z.enum(closeNoteCodes).nullable(),
    assignment: z.object({
      outcome: z.enum(["assigned", "unroutable"]),
      office: z
        .object({ code: z.string(), name: z.string(), email: z.string(), phone: z.string().nullable() })
        .nullable(),
      officer: z.object({ name: z.string(), email: z.string() }).nullable(),
      because,
    }),
    links,
  })
  .meta({ id: "Report" });

export const eventAnswer = z
  .object({
    id: z.uuid(),
    kind: keysOf(eventKinds),
    at: moment,
    status,
    actor: z.object({
      side: z.enum(["school", "office", "desk", "system"]),
      name: z.string().nullable(),
      organisation: z.string().nullable(),
    }),
    data: z.record(z.string(), z.unknown()),
    sentence: z.string(),
    detail: z.string().nullable(),
    words: z.string().nullable().meta({ description: "Wat iemand erbij schreef." }),
  })
  .meta({ id: "ReportEvent" });

export const eventsAnswer = z.object({ reference: z.string(), events: z.array(eventAnswer) }).meta({ id: "Timeline" });

const line = z
  .object({
    reference: z.string(),
    ownReference: z.string().nullable(),
    version: z.int(),
    status,
    group: z.string().nullable(),
    locationName: z.string(),
    filedAt: moment,
    changedAt: moment,
    dueAt: moment,
    office: z.object({ code: z.string(), name: z.string() }).nullable(),
    officer: z.object({ name: z.string() }).nullable(),
    links,
  })
  .meta({ id: "ReportLine" });

export const listAnswer = z
  .object({
    reports: z.array(line),
    nextCursor: z.string().nullable().meta({ description: "Null: dit is de laatste bladzijde." }),
  })
  .meta({ id: "ReportPage" });

export const changesAnswer = z
  .object({
    changes: z.array(
      z.object({
        id: z.uuid(),
        at: moment,
        reference: z.string(),
        ownReference: z.string().nullable(),
        kind: keysOf(eventKinds),
        status,
        links,
      }),
    ),
    nextCursor: z.string().nullable().meta({
      description: "Bewaar hem en vraag er de volgende keer mee verder. Null: er is nog nooit iets gebeurd.",
    }),
    hasMore: z.boolean(),
  })
  .meta({ id: "ChangePage" });

export const changedAnswer = z
  .object({ reference: z.string(), version: z.int(), status, links })
  .meta({ id: "ChangedReport" });

export const tokenAnswer = z
  .object({
    access_token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int(),
    scope: z.string(),
  })
  .meta({ id: "Token" });

export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })),
    traceId: z.uuid(),
    reference: z.string().optional().meta({ description: "De eerdere melding waar het om gaat." }),
  })
  .meta({ id: "Problem" });
