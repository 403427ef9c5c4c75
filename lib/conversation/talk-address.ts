import type { Said } from "./talk.server";

/** What was just said, as the address of the page that follows says it. */
export const saidWords = [
  "verstuurd",
  "aangepast",
  "genoteerd",
  "gevraagd",
  "beantwoord",
  "vervallen",
  "belverzoek",
  "gebeld",
] as const;
export type SaidWord = (typeof saidWords)[number];

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Where each word is shown. */
const places: Readonly<Record<SaidWord, string>> = {
  verstuurd: "gesprek",
  aangepast: "gesprek",
  genoteerd: "notities",
  gevraagd: "vragen",
  beantwoord: "vragen",
  vervallen: "vragen",
  belverzoek: "gesprek",
  gebeld: "gesprek",
};

/** The page of the report on the own side. */
function talkPath(side: Said["side"], reference: string): string {
  return side === "school" ? `/meldingen/${reference}` : `/werkvoorraad/${reference}`;
}

/** The report again, at the place where something was said. */
export function saidPath(word: SaidWord) {
  return ({ reference, side }: Said) =>
    `${talkPath(side, reference)}?${new URLSearchParams({ gesprek: word })}#${places[word]}`;
}

export interface TalkAddress {
  /** Null: nothing was said just now. */
  readonly said: SaidWord | null;
  /** The message that is being answered. */
  readonly replyTo: string | null;
}

export function readTalkAddress(params: SearchParams): TalkAddress {
  const reply = params["antwoord"];
  return {
    said: saidWords.find((word) => word === params["gesprek"]) ?? null,
    replyTo: typeof reply === "string" ? reply : null,
  };
}

export function replyHref(id: string): string {
  return `?${new URLSearchParams({ antwoord: id })}#bericht`;
}
