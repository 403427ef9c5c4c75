// node bin/run.mjs bin/PROGRAM.ts …: any other program of ours, on a checkout that is ready for it.
import { handOver, prepareCheckout, refuse } from "./node24.mjs";

const [script, ...args] = process.argv.slice(2);
if (!script) refuse("Name the program to run.");
prepareCheckout();
handOver(script, args);
