import type { RefusedCell } from "@/lib/directory/imports/read-rows";
import type { Problem } from "@/lib/shared/problem";

type Sentence = string | ((fact: string) => string);

const cells: Readonly<Record<string, Sentence>> = {
  "cell-missing": "hier moet iets staan.",
  "cells-do-not-fit": "deze regel heeft meer of minder cellen dan de kopregel.",
  "text-too-long": "deze tekst is te lang.",
  "text-sign-invalid": "hier staat een ongeldig teken.",
  "date-invalid": "dit is geen dag; schrijf jaar-maand-dag, bijvoorbeeld 2026-04-27.",
  "last-day-before-first": "de laatste dag ligt voor de eerste.",
  "birth-date-in-future": "deze geboortedatum ligt in de toekomst.",
  "municipality-code-invalid": "een gemeentecode heeft 4 cijfers, bijvoorbeeld 0363.",
  "municipality-unknown": (code) => `gemeente ${code} staat niet in de lijst van gemeenten.`,
  "municipality-needed": "bij dit soort verblijf hoort een gemeente.",
  "change-into-itself": "een gemeente kan niet opgaan in zichzelf.",
  "region-number-invalid": "het nummer van een regio is een getal van 1 tot en met 999.",
  "region-unknown": (number) => `regio ${number} staat niet in de lijst van regio's.`,
  "region-needed": "een kantoor van een regio heeft het nummer van die regio nodig.",
  "region-or-school": "noem een vakantieregio of een BRIN, en niet allebei.",
  "school-needed": "een locatie, groep of opleiding hoort bij een BRIN.",
  "school-unknown": (code) => `school ${code} is niet bekend.`,
  "brin-invalid": "een BRIN heeft 2 cijfers en 2 letters, bijvoorbeeld 00AH.",
  "location-invalid": "een locatie heeft 6 tekens, bijvoorbeeld 00AH07.",
  "organisation-unknown": (code) => `${code} is geen instelling waar een andere onder kan melden.`,
  "organisation-differs": (code) => `instelling ${code} staat in een andere regel onder een andere instelling.`,
  "institution-at-work": (code) =>
    `bij instelling ${code} werken al mensen of systemen, of er melden andere instellingen onder; zij blijft waar zij is.`,
  "location-of-other-school": "deze locatie hoort niet bij deze BRIN.",
  "location-unknown": (code) => `locatie ${code} is niet bekend.`,
  "organisation-code-invalid": "een code heeft hoogstens 20 letters, cijfers en streepjes.",
  "code-in-use": (code) => `de code ${code} is al van een andere organisatie.`,
  "code-unknown": "deze code staat niet in de lijst.",
  "office-differs": (code) => `de gegevens van kantoor ${code} zijn hier anders dan in zijn eerste regel.`,
  "competence-overlaps": (code) =>
    `in deze periode is kantoor ${code} al bevoegd voor deze gemeente en deze plicht; laat die eerst eindigen.`,
  "postcode-invalid": "dit is geen postcode.",
  "share-invalid": "een aandeel is een getal van 0 tot en met 1, bijvoorbeeld 0.25.",
  "email-invalid": "dit is geen e-mailadres.",
  "phone-invalid": "dit is geen telefoonnummer.",
  "student-number-length": "dit zijn 8 cijfers, een nummer heeft er 9; begint het met een 0?",
  "student-number-excel": "een rekenblad heeft van dit nummer een getal gemaakt; maak de kolom op als tekst.",
  "student-number-invalid": "dit is geen BSN en geen onderwijsnummer.",
  "student-unknown": "deze leerling is niet bekend.",
  "number-twice": "dit is hetzelfde nummer als in student_number.",
  "number-of-another": "dit nummer is al van een andere leerling, of deze leerling heeft al een ander tweede nummer.",
  "number-in-file": "dit bestand noemt dezelfde leerling onder meer dan een nummer, of een nummer bij twee leerlingen.",
  "row-twice": (line) => `dit staat ook al op regel ${line}.`,
};

const files: Readonly<Record<string, (problem: Problem) => string>> = {
  "column-unknown": ({ field }) => `Onbekende kolom: ${field === "" ? "(zonder naam)" : field}.`,
  "column-missing": ({ field }) => `De kolom ${field} ontbreekt.`,
  "column-twice": ({ field }) => `De kolom ${field} staat er twee keer.`,
  "file-empty": () => "Het bestand is leeg.",
  "file-not-utf-8": () => "Dit bestand is geen UTF-8. Sla het op als 'CSV UTF-8' en probeer het opnieuw.",
  "file-quotes": ({ facts }) => `line ${facts?.["line"]}: hier staat een aanhalingsteken op een verkeerde plaats.`,
  "file-row-too-long": ({ facts }) => `line ${facts?.["line"]}: deze regel is te lang; ontbreekt een aanhalingsteken?`,
  "municipality-vanished": ({ facts }) =>
    `Gemeente ${facts?.["code"]} (${facts?.["name"]}) ontbreekt, en municipality-changes zegt niet waarin zij is opgegaan.`,
};

/** `line N, column X: what is wrong`. */
export function cellSentence({ line, column, code, fact }: RefusedCell): string {
  const sentence = cells[code] ?? code;
  const place = column === null ? `line ${line}` : `line ${line}, column ${column}`;
  return `${place}: ${typeof sentence === "string" ? sentence : sentence(fact ?? "")}`;
}

export function fileSentence(problem: Problem): string {
  return files[problem.code]?.(problem) ?? problem.code;
}
