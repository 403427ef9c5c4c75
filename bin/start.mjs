import { handOver, prepareCheckout } from "./node24.mjs";

prepareCheckout();
handOver("bin/serve.ts");
