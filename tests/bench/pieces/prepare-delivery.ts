import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { countsOf } from "@/lib/deliveries/balance";
import { fileDays } from "@/lib/deliveries/delivery";
import { keepFile } from "@/lib/deliveries/store.server";
import { sealSession } from "@/lib/identity/auth.server";
import { cookiesOf } from "@/lib/identity/session-cookie";
import { addDays, toColumn } from "@/lib/shared/calendar-date";
import { now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { copyOfFile } from "@/tests/bench/paper-rows";
import { aRegion } from "@/tests/support/region";

/** Keeps a delivery of many files, with the rows that stand in the table of the anchor, and signs in its reader. */
const [rows = 0, files = 0] = process.argv.slice(2).map(Number);
const sessionHours = 8;

const { number: regionNumber, officeId } = await aRegion();
const { at, today } = now();
const deliveryId = newId();
await prisma.delivery.create({
  data: {
    id: deliveryId,
    dataset: "monthly-balance",
    regionNumber,
    periodFrom: new Date("2026-10-01"),
    periodUntil: new Date("2026-10-31"),
    version: 1,
    status: "ready",
    counts: { ...countsOf("monthly-balance", [{ class: "still-open", wasOpen: true, isOpen: true, count: rows }]) },
    plannedAt: at,
    readyAt: at,
    expiresOn: toColumn(addDays(today, fileDays)),
  },
});
const { DATABASE_URL } = process.env;
const client = new Client({ connectionString: DATABASE_URL });
await client.connect();
for (let file = 0; file < files; file += 1) {
  const name = `deel-${String(file).padStart(3, "0")}.csv`;
  const bytes = client.query(copyTo(copyOfFile(file)));
  await keepFile({ deliveryId, name, title: name, mediaType: "text/csv; charset=utf-8" }, bytes);
}
await client.end();

const mandate = await prisma.mandate.findFirstOrThrow({ where: { organisationId: officeId } });
const sid = randomBytes(32).toString("base64url");
await prisma.session.create({
  data: {
    tokenHash: lookupHash("session", sid),
    accountId: mandate.accountId,
    mandateId: mandate.id,
    factors: 2,
    authenticatedAt: now().at,
    lastInputAt: now().at,
    expiresAt: new Date(at.getTime() + sessionHours * 3_600_000),
    device: "bench",
  },
});
const cookie = `${cookiesOf(null).session.name}=${await sealSession(sid, sessionHours * 3_600)}`;
await prisma.$disconnect();
process.send?.({ cookie, deliveryId }, () => process.exit(0));
