import { Client } from "pg";

/**
 * Delivers one message of the outbox and dies, by its own hand and at once, around a chosen statement: before it is
 * sent, or after it was sent and before its answer is read. Started by the test of deaths, with what it needs in one
 * argument.
 */
const { outboxId, smtpUrl, killAt, moment } = JSON.parse(process.argv[2] ?? "{}");

let sent = 0;
const query = Client.prototype.query;
Client.prototype.query = new Proxy(query, {
  apply(target, self, given) {
    sent += 1;
    if (sent === killAt && moment === "before") process.kill(process.pid, "SIGKILL");
    const answer = Reflect.apply(target, self, given);
    // The bytes leave in the next turn of the loop; the answer takes a trip.
    if (sent === killAt && moment === "after") setImmediate(() => process.kill(process.pid, "SIGKILL"));
    return answer;
  },
});

const { deliver } = await import("@/lib/notifications/deliver.server");
const { openMail } = await import("@/lib/notifications/mailer.server");
const { postWith } = await import("@/tests/support/post");
await deliver(outboxId, postWith(openMail(smtpUrl, "loket@loket.example")), { count: 1, isLast: false });
process.stdout.write(JSON.stringify({ sent }));
process.exit(0);
