import { z } from "zod";

export const sessionChoice = z.strictObject({ sessionId: z.uuid() });
export const mandateChoice = z.strictObject({ mandateId: z.uuid() });
export const localeChoice = z.strictObject({ locale: z.enum(["nl", "en"]) });

export const passwordChange = z.strictObject({
  currentPassword: z.string().max(1000),
  newPassword: z.string().max(1000),
});
export type PasswordChange = z.output<typeof passwordChange>;
export type LocaleChoice = z.output<typeof localeChoice>;
