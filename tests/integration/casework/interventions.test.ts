import { beforeEach, describe, expect, test } from "vitest";
import { narrateLabels } from "@/components/timeline/narrate-labels";
import { keepTemplate, retireTemplate } from "@/lib/casework/commands/keep-templates.server";
import { recordAction } from "@/lib/casework/commands/record-action.server";
import { recordActionInput } from "@/lib/casework/inputs";
import { interventionCodes, interventionOf } from "@/lib/casework/interventions";
import { printInvitation, printWarning } from "@/lib/casework/queries/invitation.server";
import { openCase } from "@/lib/casework/queries/open-case.server";
import { listTemplates } from "@/lib/casework/queries/templates.server";
import { plannedTalks } from "@/lib/casework/talks";
import { readEvents } from "@/lib/couplings/queries.server";
import { prisma } from "@/lib/db/client.server";
import { translatorFor } from "@/lib/i18n/translator";
import { tellOfEvent } from "@/lib/notifications/tell.server";
import { findReport } from "@/lib/reports/queries.server";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { isElsewhere } from "@/lib/timeline/elsewhere";
import { tellPast } from "@/lib/timeline/story";
import { clientOf, officerOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const day = (text: string) => calendarDate.parse(text);
const later = nowAt(new Date("2026-04-28T08:00:00Z"));
let world: World;
let reference: string;
const lead = () => officerOf(world.office.id, { role: "team_lead" });

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

const reportId = async () => (await prisma.report.findUniqueOrThrow({ where: { reference } })).id;

describe("what only the office may read", () => {
  test.each(interventionCodes)(
    "of '%s' no note and no other body reaches the school, its system, its mail",
    async (intervention) => {
      const note = "Vader zit vast.";
      const isHidden = isElsewhere(intervention);
      const spoken = isHidden ? {} : { words: "Wij houden u op de hoogte.", note };
      expect((await recordAction(world.officer, { reference, intervention, ...spoken }, later)).ok).toBe(true);
      const event = await prisma.event.findFirstOrThrow({ where: { report: { reference }, kind: "acted" } });
      await tellOfEvent(
        { eventId: event.id, reportId: await reportId() },
        { origin: "https://loket.example", mailFrom: "loket@loket.example" },
        later,
      );
      const report = await findReport(world.reporter, later, reference);
      const reader = { side: "school", accountId: world.reporter.accountId, locale: "nl" } as const;
      const told = {
        page: tellPast(report.timeline, { reader, t: translatorFor("nl"), labels: narrateLabels }),
        api: await readEvents(clientOf(world.school.id, "school", ["reports:read"]), later, {
          reference,
          labels: narrateLabels,
        }),
        letters: await prisma.letter.findMany({ where: { eventId: event.id } }),
        notices: await prisma.notice.findMany({ where: { eventId: event.id } }),
      };
      const text = JSON.stringify(told);
      expect(text).not.toContain(note);
      expect(JSON.stringify(report)).not.toContain(note);
      expect(text.includes("In behandeling bij een andere instantie")).toBe(isHidden);
      if (isHidden) {
        expect(text).not.toContain(interventionOf(intervention).office.nl);
        expect(JSON.stringify(report)).not.toContain(intervention);
        expect(JSON.stringify(told.api)).not.toContain(intervention);
      }
    },
  );
});

describe("refusals", () => {
  const code = async (given: Partial<Parameters<typeof recordAction>[1]>) => {
    const outcome = await recordAction(world.officer, { reference, intervention: "called", ...given }, later);
    return outcome.ok ? null : outcome.problems.map((problem) => `${problem.field}: ${problem.code}`)[0];
  };

  test("nothing was done before the report, nor tomorrow; only a talk lies ahead, and no more than a year", async () => {
    expect(await code({ on: day("2026-04-22") })).toBe("on: day-before-report");
    expect(await code({ on: day("2026-04-29") })).toBe("on: day-in-future");
    expect(await code({ intervention: "warning_letter", on: day("2026-04-29") })).toBe("on: day-in-future");
    expect(await code({ intervention: "home_visit", on: day("2027-04-29") })).toBe("on: day-too-far-ahead");
    expect(await code({ intervention: "home_visit", on: day("2026-05-12") })).toBeNull();
  });

  test("a time goes with a talk, a place with one outside the home", async () => {
    expect(await code({ time: "14:30" })).toBe("time: only-for-a-talk");
    expect(await code({ intervention: "home_visit", place: "Dorpsstraat 1" })).toBe("place: only-for-a-talk");
    expect(await code({ intervention: "talk_at_office", place: "kamer 12", time: "14:30" })).toBeNull();
  });

  test("a time is read as people write it, and anything else is refused at its field", () => {
    const time = (text: string) => {
      const parsed = parseInput(recordActionInput, { reference, intervention: "called", time: text });
      return parsed.ok ? parsed.value.time : parsed.problems[0]?.code;
    };
    expect([time("9.05"), time("14:30"), time("24.00"), time("half drie")]).toEqual([
      "09:05",
      "14:30",
      "time-invalid",
      "time-invalid",
    ]);
  });

  test("an officer keeps no texts of the office, and nobody those of another office", async () => {
    const text = { kind: "words", name: "Gebeld", text: "Wij hebben gebeld." } as const;
    expect(() => keepTemplate(world.officer, text, later)).toThrow(NotAllowed);
    const kept = await keepTemplate(lead(), text, later);
    const id = kept.ok ? kept.value.id : "";
    const stranger = officerOf((await aWorld()).office.id, { role: "team_lead" });
    await expect(retireTemplate(stranger, { id }, later)).rejects.toBeInstanceOf(NotFound);
    await expect(listTemplates(world.officer)).rejects.toBeInstanceOf(NotAllowed);
    expect(await listTemplates(stranger)).toEqual([]);
  });
});

describe("texts of the office", () => {
  test("stand where nothing was typed, and never in the place of what was", async () => {
    const kept = await keepTemplate(lead(), { kind: "words", name: "Gebeld", text: "Wij hebben gebeld." }, later);
    const templateId = kept.ok ? kept.value.id : "";
    await recordAction(world.officer, { reference, intervention: "called", templateId }, later);
    await recordAction(world.officer, { reference, intervention: "called", templateId, words: "Zelf." }, later);
    const { timeline } = await findReport(world.reporter, later, reference);
    const words = timeline.flatMap(({ event }) => (event.kind === "acted" ? [event.data.words] : []));
    expect(words).toEqual(["Wij hebben gebeld.", "Zelf."]);
    expect((await openCase(world.officer, later, reference)).around.texts.map(({ name }) => name)).toEqual(["Gebeld"]);
  });

  test("are changed as what they are: one for the school does not become a letter", async () => {
    const text = { kind: "words", name: "Gebeld", text: "Wij hebben gebeld." } as const;
    const kept = await keepTemplate(lead(), text, later);
    const id = kept.ok ? kept.value.id : "";
    await keepTemplate(lead(), { ...text, id, name: "Vandaag gebeld" }, later);
    await expect(keepTemplate(lead(), { ...text, id, kind: "invitation" }, later)).rejects.toBeInstanceOf(NotFound);
    expect(await listTemplates(lead())).toEqual([{ ...text, id, name: "Vandaag gebeld" }]);
  });

  test("that were taken away, or are for a letter, are refused for an act", async () => {
    const letter = await keepTemplate(lead(), { kind: "invitation", name: "Brief", text: "Kom." }, later);
    const templateId = letter.ok ? letter.value.id : "";
    const refused = { ok: false, problems: [{ code: "template-unknown", field: "templateId" }] };
    expect(await recordAction(world.officer, { reference, intervention: "called", templateId }, later)).toEqual(
      refused,
    );
    await retireTemplate(lead(), { id: templateId }, later);
    expect((await openCase(world.officer, later, reference)).around.texts).toEqual([]);
  });
});

describe("an invitation", () => {
  const plan = async () => {
    const talk = {
      reference,
      intervention: "talk_at_office",
      on: day("2026-05-12"),
      time: "14:30",
      place: "kamer 12",
    } as const;
    await recordAction(world.officer, talk, later);
    const { timeline } = await findReport(world.officer, later, reference);
    return plannedTalks(timeline, later.today)[0]?.eventId ?? "";
  };

  test("is a PDF for a talk that lies ahead, put on the access log", async () => {
    const eventId = await plan();
    const letter = await printInvitation(world.officer, later, { reference, eventId, templateId: undefined });
    expect(new TextDecoder("latin1").decode(letter.slice(0, 8))).toMatch(/^%PDF-1\.7/);
    expect(await prisma.auditEntry.count({ where: { action: "letter:print", objectId: await reportId() } })).toBe(1);
  });

  test("is not made for another office, a school, a call, or a talk that has been", async () => {
    const eventId = await plan();
    const question = { reference, eventId, templateId: undefined };
    const stranger = officerOf((await aWorld()).office.id);
    await expect(printInvitation(stranger, later, question)).rejects.toBeInstanceOf(NotFound);
    await expect(printInvitation(world.reporter, later, question)).rejects.toBeInstanceOf(NotFound);
    await expect(
      printInvitation(world.officer, nowAt(new Date("2026-05-13T08:00:00Z")), question),
    ).rejects.toBeInstanceOf(NotFound);
    await recordAction(world.officer, { reference, intervention: "called" }, later);
    const call = await prisma.event.findFirstOrThrow({
      where: { report: { reference }, kind: "acted" },
      orderBy: { id: "desc" },
    });
    await expect(printInvitation(world.officer, later, { ...question, eventId: call.id })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});

test("a warning that was recorded has a letter, for the office that recorded it and nobody else", async () => {
  const id = await reportId();
  await recordAction(world.officer, { reference, intervention: "warning_letter" }, thursday);
  await recordAction(world.officer, { reference, intervention: "called" }, thursday);
  const events = await prisma.event.findMany({ where: { reportId: id, kind: "acted" }, orderBy: { id: "asc" } });
  const [warning, call] = events.map((event) => ({ reference, eventId: event.id, templateId: undefined }));
  if (warning === undefined || call === undefined) throw new Error("nothing was recorded");
  expect(
    Buffer.from(await printWarning(world.officer, thursday, warning))
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await expect(printWarning(world.officer, thursday, call)).rejects.toBeInstanceOf(NotFound);
  await expect(printWarning((await aWorld()).officer, thursday, warning)).rejects.toBeInstanceOf(NotFound);
  await expect(printWarning(world.reporter, thursday, warning)).rejects.toBeInstanceOf(NotFound);
});
