import { z } from "zod";

export const sessionChoice = z.strictObject({ sessionId: z.uuid() });
export const mandateChoice = z.strictObject({ mandateId: z.uuid() });
export const localeChoice = z.strictObject({ locale: z.enum(["nl", "en"]) });

const typedPassword = z.string().max(1000);

export const passwordChange = z
  .strictObject({ currentPassword: typedPassword, newPassword: typedPassword, repeatPassword: typedPassword })
  .refine((input) => input.newPassword === input.repeatPassword, {
    path: ["repeatPassword"],
    error: "passwords-differ",
  });

export const acceptanceInput = z
  .strictObject({
    password: typedPassword,
    repeatPassword: typedPassword,
    token: z.string().max(200),
    code: z.string().max(40).default(""),
  })
  .refine((input) => input.password === input.repeatPassword, { path: ["repeatPassword"], error: "passwords-differ" });
export type PasswordChange = z.output<typeof passwordChange>;
export type LocaleChoice = z.output<typeof localeChoice>;
