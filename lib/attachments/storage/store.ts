/** Bytes under a random key. What they are, and the key that opens them, the store does not know. */
export interface ObjectStore {
  /** When it throws, nothing can be read under the key, or all of it. */
  readonly put: (key: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Throws `ObjectMissing` at the first piece when there is nothing. */
  readonly get: (key: string) => AsyncIterable<Uint8Array>;
  /** What is gone already is gone. */
  readonly remove: (key: string) => Promise<void>;
}

export class ObjectMissing extends Error {
  override readonly name = "ObjectMissing";
  constructor(key: string, options?: ErrorOptions) {
    super(`nothing is stored under ${key}`, options);
  }
}
