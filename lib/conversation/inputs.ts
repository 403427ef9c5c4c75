import { z } from "zod";
import { calendarDate } from "@/lib/shared/calendar-date";
import { optionalWords, phoneNumber, requiredLine, requiredWords } from "@/lib/shared/words";
import { requestCodes, requestKinds } from "./request-kinds";

const reference = z.string().max(20);
/** Forms of a case carry the version that they showed; words need no version. */
const version = z.coerce.number().int().min(1).optional();
export const wordsLimit = 5_000;

/** A box that is ticked posts its value, one that is not posts nothing. */
const ticked = z
  .literal("ja", { error: "choice-unknown" })
  .optional()
  .transform((value) => value === "ja");

export const sendInput = z.strictObject({
  reference,
  words: requiredWords(wordsLimit),
  /** The message that this one answers. */
  replyTo: z.uuid().optional(),
  /** Only of a closed report, and only from the school. */
  asksReopening: ticked,
});

/** The number and the times become words of the conversation. */
export const callInput = z.strictObject({
  reference,
  phone: z.string({ error: "phone-invalid" }).pipe(phoneNumber),
  times: requiredLine(200),
});

export const calledInput = z.strictObject({ reference, words: requiredLine(300) });

export const editInput = z.strictObject({ reference, id: z.uuid(), words: requiredWords(wordsLimit) });

export const noteInput = z.strictObject({ reference, words: requiredWords(wordsLimit) });

/** What somebody is typing: a message, a note, or the answer to the request with this id. */
export const draftInput = z.strictObject({
  reference,
  about: z.enum(["message", "note"]).or(z.uuid()).default("message"),
  words: optionalWords(wordsLimit),
});

export const askInput = z
  .strictObject({
    reference,
    version,
    kind: z.enum(requestCodes, { error: "choice-unknown" }),
    words: optionalWords(2_000),
    dueOn: calendarDate,
  })
  .refine(({ kind, words }) => !requestKinds[kind].needsWords || words !== undefined, {
    path: ["words"],
    error: "text-missing",
  });

export const answerInput = z.strictObject({ reference, request: z.uuid(), words: requiredWords(wordsLimit) });

export const dropInput = z.strictObject({ reference, request: z.uuid() });
