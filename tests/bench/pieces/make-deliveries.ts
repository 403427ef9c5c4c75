import { prisma } from "@/lib/db/client.server";
import { produceDeliveries } from "@/lib/deliveries/produce.server";
import { nowAt } from "@/lib/shared/clock";

/** Makes all deliveries that wait, as the worker does, at a moment that is given. */
const [moment = ""] = process.argv.slice(2);
const began = performance.now();
const made = await produceDeliveries(nowAt(new Date(moment)));
const seconds = (performance.now() - began) / 1000;
await prisma.$disconnect();
process.send?.({ made, seconds }, () => process.exit(0));
