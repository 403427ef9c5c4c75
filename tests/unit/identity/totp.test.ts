import { generateSync } from "otplib";
import { expect, test } from "vitest";
import { newTotpSecret, totpStepOf, totpUri } from "@/lib/identity/totp";

const secret = newTotpSecret();
const at = new Date("2026-04-23T08:00:15Z");
const epoch = Math.floor(at.getTime() / 1000);
const codeAt = (secondsLater: number) => generateSync({ secret, epoch: epoch + secondsLater });

test("the code of now, of the step before and of the step after are known by their step", () => {
  const step = Math.floor(epoch / 30);
  expect([-30, 0, 30].map((later) => totpStepOf(secret, codeAt(later), at))).toEqual([step - 1, step, step + 1]);
});

test("a code three steps old is no code", () => {
  expect(totpStepOf(secret, codeAt(-90), at)).toBeNull();
});

test("spaces that a telephone shows may be typed along", () => {
  const code = codeAt(0);
  expect(totpStepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at)).not.toBeNull();
});

test.each(["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "-12345"])("%j is no code", (code) => {
  expect(totpStepOf(secret, code, at)).toBeNull();
});

test("the telephone shows under which name the code is for", () => {
  expect(totpUri(secret, "a@b.example")).toContain("Verzuimloket");
});
