/** An entry of the access log as it goes into a seal: every column, in a fixed order. */
export interface SealedEntry {
  readonly id: string;
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly organisationId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly objectCount: number | null;
  readonly reason: string;
  readonly result: string;
}

/** Before the first seal there is none. */
export const beginning = "0".repeat(64);

/** What a seal is the hash of: the seal before it and every entry since, one per line. */
export function sealText(previousHash: string, entries: readonly SealedEntry[]): string {
  return [previousHash, ...entries.map(lineOf)].join("\n");
}

function lineOf(entry: SealedEntry): string {
  const { id, at, actorKind, actorId, actorRole, organisationId } = entry;
  const { action, objectKind, objectId, objectCount, reason, result } = entry;
  const act = [action, objectKind, objectId, objectCount, reason, result];
  return JSON.stringify([id, at, actorKind, actorId, actorRole, organisationId, ...act]);
}
