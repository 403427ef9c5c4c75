import { describe, expect, test } from "vitest";
import { passwordProblem } from "@/lib/identity/password-rules";

const context = ["j.jansen@vo.example", "Jan Jansen", "Het Grote Lyceum Amstelveen", "02AB"];

describe("a password that works exactly as it was set", () => {
  test.each([
    ["three words and a space", "paard lantaarn viool"],
    ["a sentence", "mijn fiets staat nog bij de bakker"],
    ["small letters only", "kratkpliemvos"],
    ["exactly twelve characters", "vlinderkwast"],
    ["capitals only", "BLAUWE TANGO REGEN"],
    ["digits without an order", "840273915562"],
    ["emoji", "🐘🌧️🎻🚲🍉🧦🪁🧃🕯️🪵🧊🧲"],
    ["a space at the end", "lantaarnviool "],
    ["letters of another script", "длинныйпарольтут"],
    ["accents", "éénvogelopdépaal"],
    ["two hundred characters", "zeer lang maar goed ".repeat(10)],
    ["a common word inside something own", "welkom in de tuin van tante Toos"],
    ["the own school with a lot around it", "lyceum met een regenboogvis"],
    ["signs", "k!p&v*s(w@x#z$q"],
    ["quotes and a semicolon", `'; "DROP" ;-- x`],
    ["html", "<b>vetgedrukte tekst</b>"],
  ])("%s", (_what, password) => {
    expect(passwordProblem(password, context)).toBeNull();
  });
});

describe("a password that a stranger tries first", () => {
  test.each([
    ["password-too-short", "kort"],
    ["password-too-short", "elf tekens!"],
    ["password-too-short", "🐘🌧🎻🚲🍉🧦🪁🧃🕯🪵🧊"],
    ["password-too-long", "a b c d e f ".repeat(22)],
    ["password-common", "wachtwoord12"],
    ["password-common", "Wachtwoord2026!"],
    ["password-common", "password1234"],
    ["password-common", "P@ssw0rd2026"],
    ["password-common", "welkom012026"],
    ["password-common", "Welkom-2026!!"],
    ["password-common", "qwertyuiop12"],
    ["password-common", "qwertyuiopas"],
    ["password-common", "123456789012"],
    ["password-common", "012345678901"],
    ["password-common", "098765432109"],
    ["password-common", "aaaaaaaaaaaa"],
    ["password-common", "abababababab"],
    ["password-common", "abcdefghijkl"],
    ["password-common", "welkomwelkom"],
    ["password-common", "ikhouvanjou1"],
    ["password-common", "Feyenoord2026"],
    ["password-common", "september2026"],
    ["password-common", "Verzuimloket2026"],
    ["password-guessable", "verzuimloket-zomer"],
    ["password-guessable", "JanJansen2026!"],
    ["password-guessable", "jansen-jan-02AB-1"],
    ["password-guessable", "Lyceum Amstelveen"],
    ["password-guessable", "zomer2026zomer"],
    ["password-guessable", "herfst-2026-vo"],
  ])("%s: %s", (problem, password) => {
    expect(passwordProblem(password, context)).toBe(problem);
  });
});
