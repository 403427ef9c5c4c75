import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { EventActor } from "./events";
import type { NarrateLabels } from "./narrate-labels";
import type { Reader } from "./redact";
import type { Sentence } from "./sentence";

export type NarrateReader = Reader & {
  readonly locale: Locale;
  /** The sentence leaves the desk: nobody of a school is named in it (settled 9). */
  readonly isOutside?: boolean;
};

/** What the telling of one event works with. */
export interface Narrator {
  readonly actor: EventActor;
  readonly reader: NarrateReader;
  readonly t: Translate;
  readonly labels: NarrateLabels;
}

/** How the reader knows whoever acted: as oneself, a colleague, a person of an organisation, or an office without name. */
export function whoIs(narrator: Narrator): { readonly self: "yes" | "no"; readonly who: string } {
  const { actor, reader } = narrator;
  return actor.id !== null && actor.id === reader.accountId
    ? { self: "yes", who: "" }
    : { self: "no", who: someoneElse(narrator) };
}

function someoneElse({ actor, reader, t }: Narrator): string {
  if (actor.side === "school" && reader.isOutside === true) {
    return t("timeline.who.school", { side: reader.side });
  }
  if (actor.side === "system" || (actor.side === "desk" && reader.side !== "desk")) {
    return t("timeline.who.desk");
  }
  if (actor.name === "") return t("timeline.who.office");
  if (actor.id === null) return coupledSystem(actor, reader, t);
  if (actor.side === reader.side) return t("timeline.who.colleague", { name: actor.name });
  if (actor.organisation === null) return actor.name;
  return t("timeline.who.member", { name: actor.name, organisation: actor.organisation });
}

/** Who has no account and yet a name is a coupled system, called by its organisation. */
function coupledSystem(actor: EventActor, reader: NarrateReader, t: Translate): string {
  return actor.side === reader.side
    ? t("timeline.who.ownSystem")
    : t("timeline.who.system", { organisation: actor.organisation ?? actor.name });
}

interface Rest {
  readonly names?: readonly string[];
  readonly detail?: string | null;
  readonly said?: string | null;
}

export function done(narrator: Pick<Narrator, "actor">, text: string, rest: Rest = {}): Sentence {
  return {
    text,
    names: [narrator.actor.name, ...(rest.names ?? [])],
    tone: "done",
    detail: rest.detail ?? null,
    said: rest.said === "" ? null : (rest.said ?? null),
  };
}

/** The words of a code; the code itself when a later release has one that this one lacks. */
export function labelOf(
  table: Readonly<Record<string, Readonly<Record<Locale, string>>>>,
  code: string,
  locale: Locale,
) {
  return table[code]?.[locale] ?? code;
}

export function listOf(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
}
