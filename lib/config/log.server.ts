import "server-only";
import pino, { type Logger } from "pino";
import { settings } from "@/lib/config/env.server";

let known: Logger | undefined;

/** Lines carry ids and codes; names, numbers and addresses of people stay out. */
export function log(): Logger {
  known ??= pino({
    level: settings().logLevel,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    // An error of the database quotes values of the row in `detail`, and Prisma quotes arguments in its message.
    serializers: { err: (error) => pino.stdSerializers.err(withoutValues(error)) },
  });
  return known;
}

function withoutValues(error: unknown): Error {
  if (!(error instanceof Error)) return new Error("Something that is no error was thrown.");
  const bare = new Error(error.name.startsWith("Prisma") ? firstLineOf(error.message) : error.message);
  bare.name = error.name;
  if (error.stack) bare.stack = `${bare.name}: ${bare.message}\n${framesOf(error.stack)}`;
  if (error.cause instanceof Error) bare.cause = withoutValues(error.cause);
  return bare;
}

const firstLineOf = (text: string) => text.trim().split("\n").at(0) ?? "";

const framesOf = (stack: string) =>
  stack
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
