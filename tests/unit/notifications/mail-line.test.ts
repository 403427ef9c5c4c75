import { expect, test } from "vitest";
import { mustBeSecret } from "@/lib/notifications/mail-line";

test("mail leaves this machine only encrypted, unless the operator says otherwise in so many words", () => {
  for (const away of ["smtp://mail.example", "smtp://localhost.example:25", "smtp://10.0.0.5", "smtp://mail/?pool=x"]) {
    expect.soft(mustBeSecret(away), away).toBe(true);
  }
  for (const here of ["smtp://localhost:1025", "smtp://127.0.0.1", "smtp://user:word@[::1]:25"]) {
    expect.soft(mustBeSecret(here), here).toBe(false);
  }
  expect(mustBeSecret("smtp://mail.example/?requireTLS=false")).toBe(false);
  expect(mustBeSecret("smtp://localhost/?requireTLS=true")).toBe(true);
});
