/** Bytes under a random key. What they are, and the key that opens them, the store does not know. */
export interface ObjectStore {
  /** When it throws, nothing can be read under the key, or all of it. */
  readonly put: (key: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Throws `ObjectMissing` at the first piece when there is nothing. */
  readonly get: (key: string) => AsyncIterable<Uint8Array>;
  /**
   * Makes one object of several, in their order; the several are gone then. Throws `ObjectMissing` when one is not
   * there, and then there is nothing under the new key.
   */
  readonly join: (keys: readonly string[], into: string) => Promise<void>;
  /** What is gone already is gone. */
  readonly remove: (key: string) => Promise<void>;
}

/** For a store that cannot join what it has: the bytes go through here, sealed as they are. */
export async function joinByCopying(
  { get, put, remove }: Pick<ObjectStore, "get" | "put" | "remove">,
  keys: readonly string[],
  into: string,
): Promise<void> {
  async function* all() {
    for (const key of keys) yield* get(key);
  }
  await put(into, all());
  for (const key of keys) await remove(key);
}

export class ObjectMissing extends Error {
  override readonly name = "ObjectMissing";
  constructor(key: string, options?: ErrorOptions) {
    super(`nothing is stored under ${key}`, options);
  }
}
