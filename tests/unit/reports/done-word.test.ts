import { describe, expect, test } from "vitest";
import { readSchoolDone } from "@/lib/reports/done-word";
import type { TimelineEvent } from "@/lib/timeline/events";
import { devries, eventOf } from "@/tests/unit/timeline/stories";

const filed = eventOf("filed", { type: "luxury", firstDay: "2026-04-20", followUpTo: null });
const attached = eventOf("attached", { attachment: "paper", kind: "absence_sheet", format: "pdf", waits: false });
const routed = eventOf("routed", {
  office: "Leerplicht Enschede",
  officer: null,
  because: ["lives-there"],
  municipality: "Enschede",
});
const withdrawn = eventOf("withdrawn", { reason: "mistake" }, { status: "withdrawn" });
const corrected = eventOf("corrected", { fields: ["reason"], lastDay: null });
const takenUp = eventOf("taken_up", {}, { actor: devries, status: "in_progress" });

const storyOf = (...events: readonly TimelineEvent[]) => events.map((event) => ({ event, note: null }));

describe("what a school just did", () => {
  test("is not believed from an address that says what did not happen", () => {
    expect(readSchoolDone({ gedaan: "ingetrokken" }, storyOf(filed))).toBeNull();
    expect(readSchoolDone({ gedaan: "aangepast" }, storyOf(filed))).toBeNull();
    for (const story of [storyOf(filed), []]) expect(readSchoolDone({ gedaan: "constructor" }, story)).toBeNull();
    expect(readSchoolDone({}, storyOf(filed))).toBeNull();
  });

  test("is not said any more when something was done since, by the school or by the office", () => {
    expect(readSchoolDone({ verstuurd: "1" }, storyOf(filed, routed, withdrawn))).toBeNull();
    expect(readSchoolDone({ verstuurd: "1" }, storyOf(filed, takenUp))).toBeNull();
    expect(readSchoolDone({ gedaan: "aangepast" }, storyOf(filed, corrected, takenUp))).toBeNull();
  });

  test("is said once it is the latest, with the papers that went along", () => {
    expect(readSchoolDone({ verstuurd: "1" }, storyOf(filed, routed, attached))).toBe("sent");
    expect(readSchoolDone({ gedaan: "ingetrokken" }, storyOf(filed, withdrawn))).toBe("withdrawn");
    expect(readSchoolDone({ gedaan: "aangepast" }, storyOf(filed, corrected))).toBe("changed");
  });
});
