import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, open, readFile, rename } from "node:fs/promises";
import { z } from "zod";
import { StartProblem } from "./processes";

const keyFile = z.strictObject({
  encryptionKeys: z.array(z.strictObject({ id: z.string(), key: z.string() })).min(1),
  lookupKey: z.string(),
  sessionSecrets: z.array(z.string()).min(1),
  passwords: z.strictObject({ superuser: z.string(), owner: z.string(), desk: z.string() }),
});

export type Keys = z.output<typeof keyFile>;

/** The embedded server's keys: read, or made once. Lost keys are never replaced in silence. */
export async function readOrMakeKeys(file: string, clusterDirectory: string): Promise<Keys> {
  if (existsSync(file)) return readKeys(file);
  if (existsSync(clusterDirectory)) {
    throw new StartProblem(
      `The keys in ${file} are gone while ${clusterDirectory} holds data that needs them: put them back, or remove both to begin anew.`,
    );
  }
  const keys = makeKeys();
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, "w", 0o600);
  await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(unfinished, file);
  return keys;
}

async function readKeys(file: string): Promise<Keys> {
  await chmod(file, 0o600);
  const text = await readFile(file, "utf8");
  const parsed = keyFile.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new StartProblem(`The keys in ${file} cannot be read: restore that file.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const secret = () => randomBytes(32).toString("base64");
// Passwords stand in URLs, so they hold no sign with a meaning there.
const password = () => randomBytes(24).toString("hex");

function makeKeys(): Keys {
  return {
    encryptionKeys: [{ id: `k${new Date().getUTCFullYear()}`, key: secret() }],
    lookupKey: secret(),
    sessionSecrets: [secret()],
    passwords: { superuser: password(), owner: password(), desk: password() },
  };
}

/** The keys as the settings that every process of the desk reads. */
export function keySettings(keys: Keys): Record<"ENCRYPTION_KEYS" | "LOOKUP_KEY" | "SESSION_SECRETS", string> {
  return {
    ENCRYPTION_KEYS: keys.encryptionKeys.map(({ id, key }) => `${id}:${key}`).join(","),
    LOOKUP_KEY: keys.lookupKey,
    SESSION_SECRETS: keys.sessionSecrets.join(","),
  };
}
