import { randomBytes } from "node:crypto";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { sealSession } from "@/lib/identity/auth.server";
import { cookiesOf } from "@/lib/identity/session-cookie";
import { now } from "@/lib/shared/clock";
import { aFiledReport, anAccount, aWorld } from "@/tests/support/world";

/** Officers of one office who are signed in, each in several browsers, and reports of that office. */
const [browsers = 0, reportCount = 0] = process.argv.slice(2).map(Number);
const browsersEach = 5;
const hours = 8;

const world = await aWorld();
for (let count = 0; count < reportCount; count += 1) await aFiledReport(world, { separate: true });
await prisma.outboxMessage.deleteMany();

async function signIn(accountId: string): Promise<string> {
  const mandate = await prisma.mandate.findFirstOrThrow({ where: { accountId } });
  const sid = randomBytes(32).toString("base64url");
  const { at } = now();
  await prisma.session.create({
    data: {
      tokenHash: lookupHash("session", sid),
      accountId,
      mandateId: mandate.id,
      factors: 2,
      authenticatedAt: at,
      lastInputAt: at,
      expiresAt: new Date(at.getTime() + hours * 3_600_000),
      device: "bench",
    },
  });
  return `${cookiesOf(null).session.name}=${await sealSession(sid, hours * 3_600)}`;
}

const cookies: string[] = [];
while (cookies.length < browsers) {
  const { accountId } = await anAccount(world.office.id, "officer");
  for (let count = 0; count < browsersEach; count += 1) cookies.push(await signIn(accountId));
}
await prisma.$disconnect();
process.send?.(cookies, () => process.exit(0));
