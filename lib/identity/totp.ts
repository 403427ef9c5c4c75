import { generateSecret, generateURI, verifySync } from "otplib";

const stepSeconds = 30;
const issuer = "Verzuimloket";

export function newTotpSecret(): string {
  return generateSecret();
}

/** What the app on the telephone reads from the picture. */
export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer, label: email, secret });
}

/**
 * The time step of this code, or null. One step early or late is taken: telephones run behind, and people type
 * slowly (a deviation from ASVS 6.5.5, which wants the current step only; a step is used once all the same).
 */
export function totpStepOf(secret: string, code: string, at: Date): number | null {
  const digits = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const epoch = Math.floor(at.getTime() / 1000);
  const result = verifySync({ secret, token: digits, epoch, epochTolerance: stepSeconds });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
