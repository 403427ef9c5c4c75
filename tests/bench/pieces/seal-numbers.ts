import { sealText } from "@/lib/db/seal.server";
import { studentNumbers } from "@/tests/bench/files";

/** Numbers of students, sealed with the keys of the desk that will open them. */
const count = 1_000;

process.send?.(studentNumbers(count).map(sealText), () => process.exit(0));
