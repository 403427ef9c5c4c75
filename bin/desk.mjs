import { handOver, prepareCheckout } from "./node24.mjs";

prepareCheckout();
handOver("bin/with-database.ts", ["bin/desk.ts", ...process.argv.slice(2)]);
