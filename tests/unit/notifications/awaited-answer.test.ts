import { expect, test } from "vitest";
import { answerAwaitedBy } from "@/lib/notifications/awaited-answer";
import { parseEvent } from "@/lib/timeline/events";

const frame = { id: "1", reportId: "r", at: new Date("2026-04-23T07:15:00Z"), status: "in_progress" } as const;
const actor = { side: "office", id: null, name: "J. de Vries", organisation: "Leerplicht" } as const;
const happened = (kind: string, data: object) => ({ event: parseEvent({ ...frame, actor, kind, data }) });
const asked = (request: string, dueOn: string) => happened("asked", { request, what: "free", dueOn });
const answered = (request: string) => happened("answered", { request, what: "free" });

test("of several questions the one that must be answered first counts, and an answered one does not", () => {
  expect(answerAwaitedBy([])).toBeNull();
  const both = [asked("a", "2026-05-08"), asked("b", "2026-05-01")];
  expect(answerAwaitedBy(both)).toBe("2026-05-01");
  expect(answerAwaitedBy([...both, answered("b")])).toBe("2026-05-08");
  expect(answerAwaitedBy([...both, answered("b"), answered("a")])).toBeNull();
});
