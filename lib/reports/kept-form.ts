import { z } from "zod";
import { draftWords, isDraftSized } from "./draft";

/** Which form it is: the address of its page. */
const keptPlace = z.string().regex(/^\/meldingen\/[\w/-]{1,90}(\?[a-z]{1,10}=[\w-]{1,40})?$/);

export const keptFormInput = z
  .strictObject({ place: keptPlace, words: draftWords })
  .refine(({ words }) => isDraftSized(words), { error: "draft-too-large" });

export const keptFormTarget = z.object({ keptAs: keptPlace }).transform(({ keptAs }) => ({ place: keptAs }));
