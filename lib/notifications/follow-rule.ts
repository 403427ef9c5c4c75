import type { Mailbox } from "./concerned";

interface RuleFor {
  /** Null: all locations. */
  readonly locationId: string | null;
  /** Null: all types. */
  readonly type: string | null;
}

interface RuledReport {
  readonly locationId: string;
  readonly type: string;
}

/** Whether a rule of the school or office of a report is for this report. */
export function isFor(rule: RuleFor, { locationId, type }: RuledReport): boolean {
  return (rule.locationId ?? locationId) === locationId && (rule.type ?? type) === type;
}

/** Each address of these rules of one organisation once. One of several rules for it that says "at once" is enough. */
export function mailboxesOf(rules: readonly Mailbox[]): readonly Mailbox[] {
  return [...Map.groupBy(rules, ({ email }) => email).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            email: first.email,
            isDaily: first.isDaily && others.every(({ isDaily }) => isDaily),
            organisationId: first.organisationId,
          },
        ],
  );
}
