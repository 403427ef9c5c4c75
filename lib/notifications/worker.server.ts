import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { type JobResult, type JobWithMetadata, PgBoss } from "pg-boss";
import { settings } from "@/lib/config/env.server";
import { log } from "@/lib/config/log.server";
import type { QueueName } from "@/lib/config/queues";
import { type Now, now } from "@/lib/shared/clock";
import { deliverAll } from "./deliver.server";
import { type Pace, usualPace } from "./pace";
import { type Handed, type OutboxJob, relayWaiting } from "./relay.server";
import type { Post } from "./send.server";

/** What was begun is finished within this time after the signal; what is not, is done again by another worker. */
const graceMilliseconds = 20_000;

/**
 * Whoever finds a whole batch looks at once for more, so that a pile is gone quickly and an idle queue is asked seldom.
 * The messages of one batch share what must be asked; while one waits for a mail server, another tells people in the desk.
 */
const look = {
  batchSize: 100,
  localConcurrency: 2,
  includeMetadata: true,
  perJobResults: true,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 0.5,
} as const;

/** One sheet is read while another one is waited for. */
const soon = { pollingIntervalSeconds: 0.5, localConcurrency: 2 } as const;

/**
 * Carries out what the desk promised to do later, until the signal. Any number of workers may run: each message is
 * done by one of them, and again by another when that one dies.
 */
export async function runWorker(
  signal: AbortSignal,
  post: Post,
  { pace = usualPace, upkeep = [], deliveries, imports }: Chores = {},
): Promise<void> {
  const boss = openQueue(pace);
  // A database that is just starting up is waited for, a minute and a half at most.
  await boss.start({ attempts: 8 });
  try {
    const carrier = await boss.work<OutboxJob, void, typeof look>("outbox", look, (jobs) => carryOut(jobs, post));
    await boss.work("upkeep", () => keepUp(upkeep));
    if (deliveries !== undefined) await boss.work("deliveries", () => deliveries(now()));
    if (imports !== undefined) await boss.work("imports", soon, () => imports.work(now()));
    await Promise.all([
      relayUntil(signal, boss, pace, carrier),
      remindUntil(signal, boss, { queue: "upkeep", seconds: pace.upkeepSeconds }),
      ...(deliveries === undefined
        ? []
        : [remindUntil(signal, boss, { queue: "deliveries", seconds: pace.deliverySeconds })]),
      ...(imports === undefined
        ? []
        : [remindUntil(signal, boss, { queue: "imports", seconds: pace.importSeconds, isDue: imports.waits })]),
    ]);
  } finally {
    await boss.stop({ graceful: true, timeout: graceMilliseconds });
  }
}

/** What was handed over is begun at once: otherwise it would wait here, and then as long again in the queue. */
async function relayUntil(signal: AbortSignal, boss: PgBoss, pace: Pace, carrier: string): Promise<void> {
  while (!signal.aborted) {
    const handed = await relay(boss, pace);
    if (handed !== "none") boss.notifyWorker(carrier);
    if (handed !== "full") await rest(signal, pace.pollMilliseconds);
  }
}

interface Reminder {
  readonly queue: QueueName;
  readonly seconds: number;
  /** Absent: there is always something to look after. */
  readonly isDue?: (now: Now) => Promise<boolean>;
}

/** Of all workers one does the work of each stretch of time: the queue takes one reminder for it. */
async function remindUntil(signal: AbortSignal, boss: PgBoss, reminder: Reminder): Promise<void> {
  while (!signal.aborted) {
    await remind(boss, reminder).catch(tryLater);
    await rest(signal, reminder.seconds * 1000);
  }
}

async function remind(boss: PgBoss, { queue, seconds, isDue }: Reminder): Promise<void> {
  if (isDue === undefined || (await isDue(now()))) await boss.send(queue, {}, { singletonSeconds: seconds });
}

function tryLater(error: unknown): void {
  log().warn({ err: error }, "work that comes back could not be asked for; trying again");
}

async function rest(signal: AbortSignal, milliseconds: number): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

interface Chores {
  readonly pace?: Pace;
  readonly upkeep?: readonly Upkeep[];
  /** Making files of many persons takes minutes, so it has a queue of its own and holds nothing up. */
  readonly deliveries?: Upkeep;
  /** Somebody looks on while his sheet is checked and sent, so it is begun at once. */
  readonly imports?: { readonly work: Upkeep; readonly waits: (now: Now) => Promise<boolean> };
}

/** Work that comes back by itself, whatever people do; it may run twice without harm. */
export type Upkeep = (now: Now) => Promise<unknown>;

async function keepUp(upkeep: readonly Upkeep[]): Promise<void> {
  const failures: unknown[] = [];
  for (const work of upkeep) await work(now()).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "a part of the upkeep failed; the rest was done");
}

/** The tables of the queue are made by the owner, with the migrations: this role may use them, not change them. */
function openQueue({ superviseSeconds }: Pace): PgBoss {
  const boss = new PgBoss({
    connectionString: settings().databaseUrl,
    schema: "pgboss",
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on("error", (error) => log().warn({ err: error }, "the queue had a problem and goes on"));
  return boss;
}

/** One message that fails does not make the others of its batch be done again. */
async function carryOut(jobs: readonly JobWithMetadata<OutboxJob>[], post: Post): Promise<JobResult[]> {
  const tries = jobs.map(({ data, retryCount, retryLimit }) => ({
    outboxId: data.outboxId,
    count: retryCount + 1,
    isLast: retryCount >= retryLimit,
  }));
  const failures = await deliverAll(tries, post);
  for (const [outboxId, err] of failures) {
    log().warn({ err, outboxId }, "a message was not delivered and is tried again");
  }
  return jobs.map(({ id, data }) => ({ id, status: failures.has(data.outboxId) ? "failed" : "completed" }));
}

/** A database that is away comes back; the worker waits for it. */
async function relay(boss: PgBoss, pace: Pace): Promise<Handed> {
  try {
    return await relayWaiting(boss, pace);
  } catch (error) {
    log().warn({ err: error }, "waiting messages could not be handed to the queue; trying again");
    return "none";
  }
}
