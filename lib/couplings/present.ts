import type { z } from "zod";
import type { Translate } from "@/lib/i18n/translator";
import type { ChangedReport } from "@/lib/reports/change-report.server";
import type { FiledReport } from "@/lib/reports/open-report";
import type { ReportView, TimelineEntry } from "@/lib/reports/views";
import { warningCodes } from "@/lib/reports/warnings";
import { ok, type Result } from "@/lib/shared/result";
import { hiddenAct, isElsewhere } from "@/lib/timeline/elsewhere";
import { narrate } from "@/lib/timeline/narrate";
import type { NarrateLabels } from "@/lib/timeline/narrate-labels";
import { labelOf, type NarrateReader } from "@/lib/timeline/narrator";
import type { changedAnswer, eventAnswer, filedAnswer, reportAnswer } from "./answers";
import { linksTo } from "./operations";

export function presentFiled(filed: FiledReport): z.infer<typeof filedAnswer> {
  const { reference, status, regime, assignment } = filed;
  return {
    reference,
    status,
    filedAt: filed.filedAt.toISOString(),
    regime,
    assignment: { ...assignment, because: [...assignment.because] },
    dueAt: filed.dueAt.toISOString(),
    warnings: filed.warnings.map((code) => ({ code, detail: warningCodes[code].nl })),
    links: linksTo(reference),
  };
}

/** A report as its viewer may see it, in the words of the contract. The number is for the system of an office only. */
export function presentReport(view: ReportView, studentNumber: string | null): z.infer<typeof reportAnswer> {
  const { reference, version, status, type, regime, firstDay, lastDay, hoursTotal, school, student } = view;
  return {
    reference,
    version,
    status,
    type,
    regime,
    firstDay,
    lastDay,
    hoursTotal,
    hours: view.days.map(({ lessons, ...rest }) => ({ ...rest, lessons: [...lessons] })),
    arrivals: [...view.arrivals],
    student: {
      ...(studentNumber === null ? {} : { number: studentNumber }),
      name: student.name,
      birthDate: student.birthDate,
      group: student.group,
    },
    school: { name: school.name, location: school.locationCode, locationName: school.locationName, city: school.city },
    ...presentSpoken(view),
    reporterName: view.reporterName,
    ownReference: view.ownReference,
    followUpTo: view.followUpTo,
    filedAt: view.filedAt.toISOString(),
    dueAt: view.dueAt.toISOString(),
    firstReactionAt: view.firstReactionAt?.toISOString() ?? null,
    closeReason: view.closeReason,
    closeNote: view.closeNote,
    assignment: presentAssignment(view),
    links: linksTo(reference),
  };
}

function presentSpoken(view: ReportView) {
  return {
    reasonCode: view.reasonCode,
    reason: view.reason,
    explanation: view.explanation,
    schoolActions: [...view.schoolActions],
    schoolActionsNote: view.schoolActionsNote,
    actionWanted: view.actionWanted,
    noActionReason: view.noActionReason,
    urgent: view.urgentReason === null ? null : { reason: view.urgentReason },
    contact: { ...view.contact },
    parentPhone: view.parentPhone,
    stay: view.stay === null ? null : { ...view.stay },
  };
}

function presentAssignment({ outcome, office, officer, because }: ReportView) {
  return {
    outcome,
    office: office === null ? null : { ...office },
    officer: officer === null ? null : { name: officer.name, email: officer.email },
    because: [...because],
  };
}

/** A refusal stays as it is. */
export function presentChanged(changed: Result<ChangedReport>): Result<z.infer<typeof changedAnswer>> {
  if (!changed.ok) return changed;
  return ok({ ...changed.value, links: linksTo(changed.value.reference) });
}

interface Telling {
  readonly reader: NarrateReader;
  readonly t: Translate;
  readonly labels: NarrateLabels;
}

/** An event with its sentence. Acts of other bodies are told as their one sentence and nothing more (settled 11). */
export function presentEvent({ event }: TimelineEntry, telling: Telling): z.infer<typeof eventAnswer> {
  const { id, kind, at, status, actor } = event;
  const frame = { id, kind, at: at.toISOString(), status };
  if (event.kind === "acted" && isElsewhere(event.data.intervention)) {
    const nobody = { side: actor.side, name: null, organisation: null };
    const sentence = `${labelOf(telling.labels.interventionsForSchool, hiddenAct, telling.reader.locale)}.`;
    return { ...frame, actor: nobody, data: {}, sentence, detail: null, words: null };
  }
  const { text, detail, said } = narrate(event, telling.reader, telling.t, telling.labels);
  return {
    ...frame,
    actor: { side: actor.side, name: actor.name === "" ? null : actor.name, organisation: actor.organisation },
    data: { ...event.data },
    sentence: text,
    detail,
    words: said,
  };
}
