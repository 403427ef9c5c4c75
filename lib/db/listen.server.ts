import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { settings } from "@/lib/config/env.server";
import { log } from "@/lib/config/log.server";

/** What one process tells all others through the database. */
export type Channel = "desk_news";

interface Listener {
  readonly hear: (payload: string) => void;
  /** Listening has begun, or begun again: what was said before was not heard. */
  readonly catchUp: () => void;
}

const retryMilliseconds = 2_000;

/** Listens on a connection of its own until the signal; a database that is away comes back and is listened to again. */
export async function listenTo(channel: Channel, { hear, catchUp }: Listener, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const client = openClient();
    try {
      const ended = endOf(client, stop);
      await client.connect();
      client.on("notification", ({ payload }) => hear(payload ?? ""));
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      catchUp();
      await ended;
    } catch (error) {
      if (!stop.aborted) log().warn({ err: error }, "the news of other processes is not heard; trying again");
    }
    await client.end().catch(() => undefined);
    if (!stop.aborted) await wait(retryMilliseconds, undefined, { signal: stop }).catch(() => undefined);
  }
}

function openClient(): Client {
  return new Client({
    connectionString: settings().databaseUrl,
    application_name: "verzuimloket news",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
}

function endOf(client: Client, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
    stop.addEventListener("abort", () => resolve(), { once: true });
  });
}
