import type { Column, Finding } from "@/bin/desk/route-question";

const missing: Readonly<Record<Column, string>> = {
  student: "Noem het BSN of onderwijsnummer van de leerling (student).",
  school: "Noem de school (school), bijvoorbeeld VO:00AH/00AH07.",
  type: "Noem het soort verzuim (type), bijvoorbeeld other_absence.",
  day: "Noem de eerste dag van het verzuim (day), bijvoorbeeld 2026-04-27.",
  filed: "Noem de dag van de melding (filed), bijvoorbeeld 2026-04-27.",
};

const sentences: Readonly<Record<Exclude<Finding["code"], "cell-missing">, string>> = {
  "student-number-invalid": "Dit is geen BSN en geen onderwijsnummer.",
  "student-unknown": "Deze leerling is niet bekend.",
  "school-invalid": "Schrijf de school als [SECTOR:]BRIN/LOCATIE, bijvoorbeeld VO:00AH/00AH07.",
  "location-unknown": "Deze school of locatie is niet bekend.",
  "sector-needed": "Deze locatie is er in meer dan één sector. Zet de sector ervoor, bijvoorbeeld VO:00AH/00AH07.",
  "type-unknown": "Dit soort verzuim bestaat niet.",
  "date-invalid": "Dit is geen dag. Schrijf jaar-maand-dag, bijvoorbeeld 2026-04-27.",
  "filed-before-day": "De dag van de melding ligt voor de eerste dag van het verzuim.",
};

/** What is wrong, for the person who asked. */
export function findingSentence({ column, code }: Finding): string {
  return code === "cell-missing" ? missing[column] : sentences[code];
}
