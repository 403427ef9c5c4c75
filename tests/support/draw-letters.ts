import { digestLetter } from "@/lib/notifications/digest-letter";
import { digestPart } from "@/lib/notifications/digest-part";
import { exampleLetter } from "@/lib/notifications/example-letter";
import { figuresLetter, invitationLetter, termLetter } from "@/lib/notifications/other-letters";
import { now } from "@/lib/shared/clock";
import { facts } from "@/tests/unit/notifications/facts";
import { everyKind } from "@/tests/unit/timeline/stories";

const origin = "https://verzuimloket.gemeente.example:8443";
const happened = [everyKind.taken_up, everyKind.messaged, everyKind.closed].map((event) => ({
  event,
  toldAt: event.at,
}));
const school = {
  side: "school",
  locationName: "Christelijke Scholengemeenschap voor Praktijkonderwijs",
  locale: "nl",
  origin,
  mailFrom: "loket@gemeente.example",
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
    reader: "mailbox",
    reason: "day",
    parts: [digestPart({ facts, happened, reader: school, isTheirs: true }, now(), origin)],
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
