import { startProgram, statusOf } from "./child";
import { interruption } from "./interruption";

// The benchmarks live with the tests, which no program imports: they run as one of their own.
const measuring = startProgram("tests/bench/main.ts", process.argv.slice(2), {});
interruption().addEventListener("abort", () => measuring.kill("SIGTERM"));
process.exitCode = await statusOf(measuring);
