import { describe, expect, test } from "vitest";
import { isFromMachine } from "@/lib/conversation/mail-kind";
import { ownWords } from "@/lib/conversation/reply-text";

describe("of an answer by mail only what somebody wrote himself is kept", () => {
  test.each([
    ["a quote with signs", "Ja, morgen.\n\n> Kunt u bellen?\n> Groet", "Ja, morgen."],
    ["a Dutch heading", "Ja.\n\nOp ma 9 nov 2026 om 10:12 schreef Verzuimloket <loket@x.example>:\n> Hoi", "Ja."],
    [
      "a heading over two lines",
      "Ja.\n\nOn Mon, 9 Nov 2026 at 10:12, Verzuimloket\n<loket@x.example> wrote:\n\nHoi",
      "Ja.",
    ],
    ["Outlook's block", "Ja.\n\nVan: Verzuimloket <loket@x.example>\nVerzonden: maandag\nHoi", "Ja."],
    ["an original message", "Ja.\n-----Oorspronkelijk bericht-----\nHoi", "Ja."],
    ["a signature", "Ja.\n-- \nAnouk Verbeek\nStedelijk Lyceum", "Ja."],
    ["signs that are not seen", "J\u200ba\u0007.\u202e", "Ja."],
    ["nothing but a quote", "> Hoi", ""],
    ["signs of a terminal", "J\u001b[31ma\u001b[0m.", "Ja."],
    [
      "what stands under the quote",
      "Op ma 9 nov 2026 schreef Loket <l@x.example>:\n> Hoi\n> Wanneer?\n\nMorgen.\n-- \nAnouk",
      "Morgen.",
    ],
    ["what stands between the quotes", "> Wanneer?\nMorgen.\n> Hoe laat?\nTien uur.", "Morgen.\n\nTien uur."],
    ["what is repeated without a sign", "Van: Loket <l@x.example>\nVerzonden: maandag\nHoi", ""],
    [
      "words that only look like a heading",
      "Op school schreef hij niets op.\nTot morgen.",
      "Op school schreef hij niets op.\nTot morgen.",
    ],
  ])("%s", (_name, text, expected) => {
    expect(ownWords(text)).toBe(expected);
  });

  test("line ends of any kind are one kind, and many empty lines are one", () => {
    expect(ownWords("Een.\r\n\r\n\r\n\r\nTwee.\rDrie.")).toBe("Een.\n\nTwee.\nDrie.");
  });
});

describe("what a machine sent is told from what a person wrote", () => {
  const mail = (headers: Record<string, string>, returnPath = "anouk@school.example") =>
    isFromMachine({ header: (name) => headers[name] ?? "", returnPath });

  test.each([
    ["out of office", { "auto-submitted": "auto-replied" }],
    ["a mailing list", { "list-id": "<team.school.example>" }],
    ["bulk mail", { precedence: "bulk" }],
    ["an old automatic answer", { "x-autoreply": "yes" }],
    ["a loop", { "x-loop": "loket" }],
    ["a Dutch absence", { subject: "Automatisch antwoord: Melding V-2026-7K4QX9M" }],
    ["an English absence", { subject: "Out of Office Re: Melding" }],
  ])("%s", (_name, headers) => {
    expect(mail(headers)).toBe(true);
  });

  test("a bounce has no return path", () => {
    expect(mail({}, "")).toBe(true);
    expect(mail({}, "MAILER-DAEMON@school.example")).toBe(true);
  });

  test("a person", () => {
    expect(mail({ "auto-submitted": "no" })).toBe(false);
    expect(mail({})).toBe(false);
    expect(mail({ subject: "Re: Melding V-2026-7K4QX9M: automatisch antwoord gekregen" })).toBe(false);
  });
});
