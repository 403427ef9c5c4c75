import type { Problem } from "@/lib/shared/problem";

type Sentence = string | ((facts: NonNullable<Problem["facts"]>) => string);

/** Sentences for those who build and run a coupled system; the others stand with the pages. */
const sentences: Readonly<Record<string, Sentence>> = {
  "body-too-large": "Het bericht is te groot.",
  "client-refused": "Dit clientId en dit clientSecret horen niet bij elkaar.",
  "columns-are-rows": "Kies als kolommen iets anders dan als regels.",
  "combination-not-offered": "Cijfers over anderen geeft het loket niet in deze combinatie.",
  "content-type-unsupported": "Stuur het bericht als application/json, in UTF-8 en zonder compressie.",
  "cursor-invalid": "Deze cursor is niet van u, of is veranderd. Begin opnieuw zonder cursor.",
  "database-away":
    "Het loket kan nu niets opslaan. Stuur hetzelfde bericht later opnieuw, met dezelfde Idempotency-Key.",
  "close-note-missing": "Wie afsluit (closed), geeft een closeNote mee.",
  "close-reason-missing": "Wie afsluit (closed), geeft een closeReason mee.",
  "field-fixed": "Dit veld kan na het melden niet meer veranderen. Trek de melding in en doe een nieuwe melding.",
  "field-unknown": "Dit veld kent het loket niet.",
  "fingerprint-invalid": "Een SHA-256 staat in 64 kleine hexadecimale tekens.",
  "form-expected": "Stuur een formulier (multipart/form-data) met eerst kind en dan het bestand.",
  "grant-unsupported": "Vraag een token met grant_type=client_credentials.",
  "idempotency-key-in-use": "Een bericht met deze Idempotency-Key wordt nu verwerkt. Probeer het zo opnieuw.",
  "idempotency-key-invalid": "Een Idempotency-Key heeft hooguit 255 zichtbare ASCII-tekens.",
  "idempotency-key-missing": "Geef bij deze vraag een Idempotency-Key mee.",
  "idempotency-key-reused": "Deze Idempotency-Key is al gebruikt voor een ander bericht.",
  "internal-error": "Er ging iets mis in het loket. Noem bij uw vraag aan de servicedesk het traceId.",
  "json-invalid":
    "Het bericht is geen geldige JSON: elke sleutel één keer, geen bijzondere sleutels, niet te diep genest.",
  "move-not-possible": ({ status }) => `Dit kan niet: de melding heeft de status ${status}.`,
  "not-allowed": "Deze koppeling mag dit niet doen.",
  "not-found": "Dit is er niet, of het is niet van u.",
  "only-of-own": "Alleen eigen cijfers kunt u tot soorten beperken.",
  "only-when-closing": "Dit hoort alleen bij afsluiten (status closed).",
  "only-when-reopening": "Dit hoort alleen bij weer oppakken (status in_progress).",
  "parameter-twice": "Deze parameter staat er twee keer.",
  "period-invalid": "Geef een maand (2026-10) of een schooljaar (2026-2027).",
  "place-missing": "Geef bij cijfers over anderen een plaats, bijvoorbeeld region:12.",
  "rate-limited": "Te veel vragen achter elkaar. Wacht even en ga dan verder.",
  "report-changed": ({ status }) => `De melding is intussen veranderd; zij heeft nu de status ${status}.`,
  "reopen-reason-missing": "Deze melding is afgesloten. Geef een reason mee om haar weer op te pakken.",
  "rows-not-within": "Deze regels liggen niet binnen deze plaats.",
  "school-not-yours": "Deze koppeling mag niet melden voor deze school.",
  "scope-missing": ({ scope }) => `Deze koppeling mist de scope ${scope}.`,
  "scope-unknown": "Deze koppeling heeft niet alle scopes die u vraagt.",
  "status-unknown": "Kies in_progress, noted of closed.",
  "text-missing": "Vul dit in.",
  "token-invalid": "Geef een geldig token mee. Een token geldt 15 minuten; vraag een nieuw aan op /api/v1/token.",
  "year-for-months": "Geef bij maanden als regels een schooljaar.",
};

/** Null: the sentence stands with the pages. */
export function sentenceOf({ code, facts }: Problem): string | null {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (sentence === undefined) return null;
  return typeof sentence === "string" ? sentence : sentence(facts ?? {});
}
