import { expect, test } from "vitest";
import { actsForSchool } from "@/lib/casework/acts-for-school";
import { redactEvent } from "@/lib/timeline/redact";
import { devries, eventOf } from "@/tests/unit/timeline/stories";

const school = { side: "school", accountId: null } as const;

const acted = (intervention: string, on = "2026-04-24") => {
  const event = eventOf(
    "acted",
    { intervention, on, time: null, place: null, words: null },
    { actor: devries, at: "2026-04-24T09:00:00Z", status: "in_progress" },
  );
  return { event: redactEvent(event, school, false) };
};

test("each act is said once in the words for the school, with how often it was done", () => {
  expect(actsForSchool([acted("called"), acted("warning_letter"), acted("called")], "nl")).toEqual([
    ["heeft gebeld", 2],
    ["heeft een waarschuwingsbrief gestuurd", 1],
  ]);
});

test("a talk that was planned is not said to have been held, and other bodies are one and the same", () => {
  expect(actsForSchool([acted("home_visit", "2026-05-12"), acted("halt"), acted("official_report")], "nl")).toEqual([
    ["heeft een huisbezoek gepland", 1],
    ["In behandeling bij een andere instantie", 2],
  ]);
});

test("a talk that was planned and held is said to have been held", () => {
  const talk = acted("home_visit", "2026-05-12");
  const ended = (outcome: string) => ({
    event: eventOf("talk_ended", {
      talk: talk.event.id,
      intervention: "home_visit",
      on: "2026-05-12",
      outcome,
      present: null,
      words: null,
    }),
  });
  expect(actsForSchool([talk, ended("agreed")], "nl")).toEqual([["is op huisbezoek geweest", 1]]);
  expect(actsForSchool([talk, ended("nobody_came")], "nl")).toEqual([["heeft een huisbezoek gepland", 1]]);
  expect(actsForSchool([talk, ended("cancelled")], "nl")).toEqual([]);
});

test("an act that this release does not know is left out", () => {
  expect(actsForSchool([acted("sent_a_pigeon")], "nl")).toEqual([]);
});
