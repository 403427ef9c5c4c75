import { parseLaunchSettings } from "@/lib/config/settings";
import { withDatabase } from "@/prisma/embedded";
import { takeSnapshot, writeMigration } from "@/prisma/migration";

const usage = `npm run migration -- NAME         writes prisma/migrations/…_NAME from what changed in prisma/schema
npm run migration -- --snapshot   the newest migration was edited by hand and now holds the whole schema`;

const words = process.argv.slice(2);
if (words.length === 0) {
  console.error(usage);
  process.exitCode = 2;
} else if (words[0] === "--snapshot") {
  takeSnapshot();
} else {
  const file = await withDatabase(parseLaunchSettings(process.env), process.env, ({ deskUrl }) =>
    writeMigration(deskUrl, words.join(" ")),
  );
  console.log(
    file === null
      ? "Nothing to do: the schema has not changed."
      : `Wrote ${file}. Add by hand what the schema cannot say.`,
  );
}
