interface NameParts {
  readonly firstName: string;
  /** Null: no prefix ("van", "de"). */
  readonly prefix: string | null;
  readonly lastName: string;
}

/** A student as people say the name: "Sami de Boer". */
export function studentName({ firstName, prefix, lastName }: NameParts): string {
  return [firstName, prefix, lastName].filter(Boolean).join(" ");
}
