import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { EventActor } from "./events";
import type { NarrateLabels } from "./narrate-labels";
import type { Reader } from "./redact";
import type { Sentence } from "./sentence";

export type NarrateReader = Reader & { readonly locale: Locale };

/** What the telling of one event works with. */
export interface Narrator {
  readonly actor: EventActor;
  readonly reader: NarrateReader;
  readonly t: Translate;
  readonly labels: NarrateLabels;
}

/** How the reader knows whoever acted: as oneself, a colleague, a person of an organisation, or an office without name. */
export function whoIs({ actor, reader, t }: Narrator): { readonly self: "yes" | "no"; readonly who: string } {
  if (actor.id !== null && actor.id === reader.accountId) return { self: "yes", who: "" };
  if (actor.side === "system" || (actor.side === "desk" && reader.side !== "desk")) {
    return { self: "no", who: t("timeline.who.desk") };
  }
  if (actor.name === "") return { self: "no", who: t("timeline.who.office") };
  if (actor.id === null) return { self: "no", who: coupledSystem(actor, reader, t) };
  if (actor.side === reader.side) return { self: "no", who: t("timeline.who.colleague", { name: actor.name }) };
  if (actor.organisation === null) return { self: "no", who: actor.name };
  return { self: "no", who: t("timeline.who.member", { name: actor.name, organisation: actor.organisation }) };
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
