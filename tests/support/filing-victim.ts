import { Client } from "pg";

/**
 * Files one report and dies, by its own hand and at once, around a chosen statement: before it is sent, or after it
 * was sent and before its answer is read. Started by the test of crashes with what it needs in one argument.
 */
const { viewer, input, submissionId, killAt, moment, today } = JSON.parse(process.argv[2] ?? "{}");

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

const { fileReport } = await import("@/lib/reports/commands/file-report.server");
const { nowAt } = await import("@/lib/shared/clock");
const filed = await fileReport(viewer, input, nowAt(new Date(today)), { id: submissionId });
process.stdout.write(JSON.stringify({ sent, ok: filed.ok }));
process.exit(0);
