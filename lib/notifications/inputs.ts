import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";
import { emailAddress } from "@/lib/shared/words";
import { mailboxDeliveries, topics } from "./choices";
import { mailLevelCodes } from "./mail-levels";

export const watchInput = z.strictObject({
  reference: z.string().max(20),
  /** `part`: as his part in the report says. */
  watch: z.enum(["follow", "mute", "part"], { error: "choice-unknown" }),
});

export const bringInInput = z.strictObject({
  reference: z.string().max(20),
  colleagueId: z.uuid({ error: "colleague-missing" }),
});

const chosen = <Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.enum(codes, { error: "choice-unknown" });

/** A choice for each kind of news; a new kind does not compile without a field here. */
export const choicesInput = z.strictObject({
  place: chosen(topics.place.choices),
  steps: chosen(topics.steps.choices),
  talk: chosen(topics.talk.choices),
  requests: chosen(topics.requests.choices),
  result: chosen(topics.result.choices),
} satisfies Record<keyof typeof topics, z.ZodType>);

export const standInInput = z
  .strictObject({
    firstDay: calendarDate,
    lastDay: calendarDate,
    deputyId: z.uuid({ error: "deputy-missing" }),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { path: ["lastDay"], error: "last-day-before-first" });

export const dropStandInInput = z.strictObject({ id: z.uuid() });

export const followRuleInput = z.strictObject({
  email: emailAddress,
  locationId: z.uuid({ error: "location-unknown" }).optional(),
  type: z.string().max(60).optional(),
  delivery: chosen(mailboxDeliveries).optional(),
});

export const changeFollowRuleInput = z.strictObject({ id: z.uuid(), delivery: chosen(mailboxDeliveries) });

export const mailLevelInput = z.strictObject({
  level: z.literal(mailLevelCodes, { error: "choice-unknown" }),
});

export const dropFollowRuleInput = z.strictObject({ id: z.uuid() });

export const handOnInput = z.strictObject({
  fromId: z.uuid({ error: "person-missing" }),
  toId: z.uuid({ error: "person-missing" }),
});
