import { expect, test } from "vitest";
import { invitationLetter } from "@/lib/casework/invitation";
import { drawLetter } from "@/lib/casework/letter-pdf.server";
import { translatorFor } from "@/lib/i18n/translator";
import { calendarDate } from "@/lib/shared/calendar-date";

const t = translatorFor("nl");
const facts = {
  talk: {
    eventId: "1",
    intervention: "talk_at_office",
    on: calendarDate.parse("2026-05-12"),
    time: "14:30",
    place: "kamer 12",
  },
  today: calendarDate.parse("2026-04-28"),
  reference: "V-2026-7K4QX9M",
  studentName: "Şebnem Łukasz-Öztürk",
  address: ["Dorpsstraat 1", "7511 AA Enschede"],
  office: { name: "Leerplicht Enschede", email: "leerplicht@enschede.example", phone: "053 000 00 00" },
  officerName: "J. de Vries",
  schoolName: "Stedelijk Lyceum",
  text: null,
} as const;

test("a letter says to whom, when and where, and in Dutch who signs", () => {
  const letter = invitationLetter(facts, t);
  expect(letter.addressee).toEqual([
    "Aan de ouder(s) of verzorger(s) van Şebnem Łukasz-Öztürk",
    "Dorpsstraat 1",
    "7511 AA Enschede",
  ]);
  expect(Object.fromEntries(letter.facts)).toEqual({
    Dag: "dinsdag 12 mei",
    Tijd: "14:30 uur",
    Plaats: "Leerplicht Enschede, kamer 12",
  });
  expect(letter.signature).toEqual(["J. de Vries", "Leerplicht Enschede"]);
});

test("a text of the office is filled in, every mark of it, wherever it stands", () => {
  const text = "[leerling] komt op [dag] om [tijd] naar [plaats].\n\n[ambtenaar], [kantoor]. Tot [dag]!";
  expect(invitationLetter({ ...facts, text }, t).paragraphs).toEqual([
    "Şebnem Łukasz-Öztürk komt op dinsdag 12 mei om 14:30 naar Leerplicht Enschede, kamer 12.",
    "J. de Vries, Leerplicht Enschede. Tot dinsdag 12 mei!",
  ]);
});

test("what is filled in is taken as it was typed, and marks that mean nothing stay", () => {
  const talk = { ...facts.talk, place: "zaal $& [leerling]" };
  expect(invitationLetter({ ...facts, talk, text: "[plaats] [kamer]" }, t).paragraphs).toEqual([
    "Leerplicht Enschede, zaal $& [leerling] [kamer]",
  ]);
});

test("a home visit is at home, and a talk at school at the school", () => {
  const placeOf = (intervention: "home_visit" | "talk_at_school") =>
    Object.fromEntries(
      invitationLetter({ ...facts, talk: { ...facts.talk, intervention, place: null, time: null } }, t).facts,
    );
  expect(placeOf("home_visit")).toEqual({ Dag: "dinsdag 12 mei", Plaats: "bij u thuis" });
  expect(placeOf("talk_at_school")).toEqual({ Dag: "dinsdag 12 mei", Plaats: "Stedelijk Lyceum" });
});

test("names from everywhere can be drawn, and a long text runs on to a second page", async () => {
  const short = await drawLetter(invitationLetter(facts, t));
  const long = await drawLetter(invitationLetter({ ...facts, text: "Een lange alinea. ".repeat(400) }, t));
  const pagesOf = (pdf: Uint8Array) => new TextDecoder("latin1").decode(pdf).match(/\/Type \/Page\b/g)?.length;
  expect(pagesOf(short)).toBe(1);
  expect(pagesOf(long)).toBeGreaterThan(1);
  expect(new TextDecoder("latin1").decode(short)).toContain("/Lang (nl-NL)");
});
