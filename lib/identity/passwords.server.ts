import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { boundedQueue } from "./bounded-queue";

/** OWASP's figures for argon2id, the default of the library. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each takes a core and 19 MiB: two at once, and whoever stands 100th in line is told to come back. */
const inTurn = boundedQueue({ atOnce: 2, waiting: 100 });

/** As it was typed, trailing space and all; only the two ways to write "é" are made one. */
const asTyped = (password: string) => password.normalize("NFC");

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(asTyped(password), cost));
}

let nobodysHash: Promise<string> | undefined;

/** Without a hash (nobody has this address, or it is not active) it takes as long, and says no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword("nobody signs in with this");
  const against = passwordHash ?? (await nobodysHash);
  const fits = await inTurn(() => verify(against, asTyped(password)));
  return fits && passwordHash !== null;
}
