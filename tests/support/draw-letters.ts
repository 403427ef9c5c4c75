import { digestLetter } from "@/lib/notifications/digest-letter";
import { exampleLetter } from "@/lib/notifications/example-letter";
import { figuresLetter, invitationLetter, termLetter } from "@/lib/notifications/other-letters";
import { now } from "@/lib/shared/clock";

const origin = "https://verzuimloket.gemeente.example:8443";
const lines = ["is in behandeling", "is afgesloten"].map((what) => ({
  at: now().at,
  text: `Melding V-2026-7K4QX9M (kenmerk VB-12) ${what}`,
}));
const school = {
  locationName: "Christelijke Scholengemeenschap voor Praktijkonderwijs",
  locale: "nl",
  origin,
  isAnswerable: true,
} as const;

/**
 * Prints a letter of each make-up as HTML, as one JSON object by name. A program of its own, because Playwright does not
 * read the messages in its tests. Run it with `tsx`.
 */
const letters = {
  "about a report": exampleLetter("group", school, now()),
  "of a day": digestLetter({
    locale: "nl",
    reason: "day",
    parts: [
      {
        reference: "V-2026-7K4QX9M",
        heading: "Melding V-2026-7K4QX9M (kenmerk VB-12)",
        href: `${origin}/meldingen/V-2026-7K4QX9M`,
        urgency: 1,
        lines,
        standing: "Leerplicht Enschede reageert uiterlijk vrijdag 1 mei.",
      },
    ],
    origin,
  }),
  "about terms": termLetter({ soonCount: 3, overCount: 12, escalatedCount: 1 }, "nl", origin),
  "about figures": figuresLetter(
    {
      subscriptionId: "01990000-0000-7000-8000-000000000000",
      title: { nl: "Meldingen per maand", en: "Reports by month" },
      rhythm: { nl: "Elke maand", en: "Every month" },
    },
    "en",
    origin,
  ),
  invitation: invitationLetter({ locale: "en", hours: 72 }),
};

process.stdout.write(
  JSON.stringify(Object.fromEntries(Object.entries(letters).map(([name, { html }]) => [name, html]))),
);
