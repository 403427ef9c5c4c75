import "server-only";
import { Client } from "pg";

type Recording = { readonly statements: string[] };

const recordings = new Set<Recording>();

const bracket = /^\s*(begin|start transaction|commit|rollback|savepoint|release|set|deallocate)\b/i;

/** A connection that tells every recording what it was asked. */
export class CountedClient extends Client {
  override query: Client["query"] = recordThen(super.query);
}

function recordThen(query: Client["query"]): Client["query"] {
  return new Proxy(query, {
    apply(target, self, given) {
      note(given.at(0));
      return Reflect.apply(target, self, given);
    },
  });
}

function note(asked: unknown): void {
  if (recordings.size === 0) return;
  const statement = textOf(asked);
  if (statement === null || bracket.test(statement)) return;
  for (const recording of recordings) recording.statements.push(statement);
}

function textOf(asked: unknown): string | null {
  if (typeof asked === "string") return asked;
  if (typeof asked === "object" && asked !== null && "text" in asked && typeof asked.text === "string")
    return asked.text;
  return null;
}

/**
 * The statements that `work` sent, without BEGIN, COMMIT and settings: the trips that the promises speak of.
 * It hears the whole process, so nothing else may run beside it.
 */
export async function recordStatements<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; statements: readonly string[] }> {
  const recording: Recording = { statements: [] };
  recordings.add(recording);
  try {
    return { value: await work(), statements: recording.statements };
  } finally {
    recordings.delete(recording);
  }
}
