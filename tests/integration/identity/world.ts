import { generateSync } from "otplib";
import { prisma } from "@/lib/db/client.server";
import { sealText } from "@/lib/db/seal.server";
import type { Device } from "@/lib/identity/device";
import { signIn } from "@/lib/identity/entry/sign-in.server";
import { hashPassword } from "@/lib/identity/passwords.server";
import type { Role } from "@/lib/identity/roles";
import { newTotpSecret } from "@/lib/identity/totp";
import { type CalendarDate, calendarDate, toColumn } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";

export const day = (value: string): CalendarDate => calendarDate.parse(value);
export const moment = (value: string): Now => nowAt(new Date(value));
export const later = (now: Now, seconds: number): Now => nowAt(new Date(now.at.getTime() + seconds * 1000));

/** Thursday morning. */
export const morning = moment("2026-04-23T08:00:00+02:00");
export const password = "paard lantaarn viool";

const passwordHash = hashPassword(password);

export const device = (traits: Partial<Device> = {}): Device => ({
  network: "192.0.2.7",
  browser: "Firefox, Linux",
  mark: null,
  computer: "own",
  ...traits,
});

export async function organisation(kind: "school" | "office" | "desk", name = `Organisatie ${newId()}`) {
  const id = newId();
  const code = newId().slice(-12).toUpperCase();
  await prisma.organisation.create({ data: { id, code, kind, name } });
  if (kind === "office") await prisma.office.create({ data: { id, email: "kantoor@gemeente.example" } });
  return { id, code, name };
}

interface Traits {
  readonly role?: Role;
  readonly from?: string;
  readonly until?: string;
  readonly factor?: "totp" | "none";
}

/** Somebody with a password, a telephone and one mandate. */
export async function person(organisationId: string, traits: Traits = {}) {
  const id = newId();
  const secret = newTotpSecret();
  const email = `${id}@example.test`;
  await prisma.account.create({
    data: {
      id,
      email,
      name: "Jan de Vries",
      passwordHash: await passwordHash,
      totpSealed: traits.factor === "none" ? null : sealText(secret),
    },
  });
  const mandateId = await mandate(id, organisationId, traits);
  const codeAt = (now: Now, secondsLater = 0) =>
    generateSync({ secret, epoch: Math.floor(now.at.getTime() / 1000) + secondsLater });
  return { id, email, mandateId, codeAt };
}

export async function mandate(accountId: string, organisationId: string, traits: Traits = {}): Promise<string> {
  const id = newId();
  await prisma.mandate.create({
    data: {
      id,
      accountId,
      organisationId,
      role: traits.role ?? "reporter",
      validFrom: toColumn(day(traits.from ?? "2026-01-01")),
      validUntil: traits.until === undefined ? null : toColumn(day(traits.until)),
      grantedBy: "test",
    },
  });
  return id;
}

type Somebody = Awaited<ReturnType<typeof person>>;

/** Signs in with both steps and answers the name of the session. */
export async function sessionOf(somebody: Somebody, now: Now = morning, from: Device = device()) {
  const credentials = { email: somebody.email, password, code: somebody.codeAt(now) };
  const outcome = await signIn(credentials, from, now);
  if (outcome.kind !== "signed-in") throw new Error(`signing in was ${JSON.stringify(outcome)}`);
  return outcome.session;
}

export async function setDemo(value: boolean): Promise<void> {
  await prisma.deskSetting.upsert({ where: { key: "demo" }, create: { key: "demo", value }, update: { value } });
}
