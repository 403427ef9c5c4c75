/**
 * A refusal in three parts: the code is for machines and never changes, the sentence stands in the messages
 * under that code, the cause goes to the log only.
 */
export interface Problem {
  readonly code: string;
  /** Path of the field in the input, in dots: "hours.0.day". Absent: about the whole. */
  readonly field?: string;
  /** Facts that the sentence names. Never personal data of others. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Thrown for what is absent and for what this viewer may not see: the two look the same. */
export class NotFound extends Error {
  override readonly name = "NotFound";
  constructor(thing: string, options?: ErrorOptions) {
    super(`${thing} not found`, options);
  }
}

/** Thrown when nobody is signed in, or the session has ended. */
export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

/** Thrown when a viewer who may know of the thing asks for something that his role does not do. */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
  constructor(action: string) {
    super(`not allowed: ${action}`);
  }
}
