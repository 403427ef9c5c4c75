import { Client } from "pg";

/** Makes what waits and dies, by its own hand and at once, before a chosen statement. Started by the test of crashes. */
const { killAt, today } = JSON.parse(process.argv[2] ?? "{}");

let sent = 0;
const query = Client.prototype.query;
Client.prototype.query = new Proxy(query, {
  apply(target, self, given) {
    sent += 1;
    if (sent === killAt) process.kill(process.pid, "SIGKILL");
    return Reflect.apply(target, self, given);
  },
});

const { produceDeliveries } = await import("@/lib/deliveries/produce.server");
const { nowAt } = await import("@/lib/shared/clock");
await produceDeliveries(nowAt(new Date(today)));
process.stdout.write(String(sent));
process.exit(0);
