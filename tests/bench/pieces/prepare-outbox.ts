import { prisma } from "@/lib/db/client.server";
import { aFiledReport, anAccount, aWorld, thursday } from "@/tests/support/world";

/** Reports with three followers each, and many events of them that nobody was told of yet. */
const [reportCount = 0, eventsEach = 0] = process.argv.slice(2).map(Number);
const followersEach = 3;

const world = await aWorld();
const followers: string[] = [];
for (let count = 0; count < followersEach; count += 1) {
  followers.push((await anAccount(world.school.id, "reporter")).accountId);
}
const ids: string[] = [];
for (let count = 0; count < reportCount; count += 1) ids.push((await aFiledReport(world, { separate: true })).id);
await prisma.outboxMessage.deleteMany();
// Only the followers hear of them, so that each event is three mails.
await prisma.mandate.updateMany({
  where: { accountId: world.reporter.accountId },
  data: { validUntil: thursday.at },
});
await prisma.report.updateMany({ data: { contactEmail: null } });
await prisma.watch.createMany({
  data: ids.flatMap((reportId) =>
    followers.map((accountId) => ({ reportId, accountId, isMuted: false, since: thursday.at })),
  ),
});
await prisma.$executeRaw`
  WITH one AS (
    INSERT INTO events (id, report_id, kind, version, at, actor_side, actor_name, actor_organisation, actor_id, status, data)
    SELECT uuidv7(make_interval(secs => turn - 3600)), r.id, 'acted', 1, now() + make_interval(secs => turn - 3600), 'office',
      'J. de Vries', 'Leerplicht', ${world.officer.accountId}::uuid, 'in_progress',
      jsonb_build_object('intervention', 'called', 'on', to_char(now(), 'YYYY-MM-DD'), 'words', NULL)
    FROM generate_series(1, ${eventsEach}::int) AS turn CROSS JOIN reports r
    RETURNING id, report_id, at)
  INSERT INTO outbox_messages (id, topic, payload, created_at)
  SELECT uuidv7(), 'report-event', jsonb_build_object('eventId', id, 'reportId', report_id), at FROM one ORDER BY at, id`;
await prisma.$disconnect();
process.send?.("ready", () => process.exit(0));
