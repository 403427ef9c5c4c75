import { extendClockAction, pauseClockAction } from "@/app/werkvoorraad/actions";
import type { ActFormName } from "@/lib/casework/inbox-address";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";
import type { ReportView } from "@/lib/reports/views";
import { isConfidentialParty, thirdParties, thirdPartyCodes } from "@/lib/reports/waiting";
import type { ActFormProps } from "./act";
import type { ActWords } from "./act-text";
import { spokenFields } from "./act-text";

interface ClockPanel {
  readonly name: ActFormName;
  readonly isAllowed: boolean;
  readonly title: string;
  readonly lead: string;
  readonly form: Pick<ActFormProps, "action" | "fields" | "button">;
}

interface ClockWords {
  readonly acts: ActWords;
  readonly clock: Words<"clock.acts">;
  readonly locale: Locale;
}

/** The office waits for somebody, or needs more time than it promised. */
export function clockPanels({ allows }: Pick<ReportView, "allows">, words: ClockWords): readonly ClockPanel[] {
  return [waitPanel(allows.pause, words), extendPanel(allows.extend, words)];
}

function waitPanel(isAllowed: boolean, { acts, clock, locale }: ClockWords): ClockPanel {
  const confidential = thirdPartyCodes.filter(isConfidentialParty).map((code) => thirdParties[code][locale]);
  const parties = thirdPartyCodes.map((code) => ({ value: code, label: thirdParties[code][locale] }));
  return {
    name: "wachten",
    isAllowed,
    title: clock("wait.title"),
    lead: clock("wait.lead"),
    form: {
      action: pauseClockAction,
      fields: [
        {
          kind: "select",
          name: "waitsFor",
          label: clock("wait.for"),
          prompt: acts("choose"),
          hint: clock("wait.confidential", {
            parties: new Intl.ListFormat(locale, { type: "conjunction" }).format(confidential),
          }),
          options: [{ value: "school", label: clock("wait.school") }, ...parties],
        },
        { kind: "day", name: "until", label: clock("wait.until"), hint: clock("wait.untilHint"), initial: "" },
        ...spokenFields(acts),
      ],
      button: clock("wait.button"),
    },
  };
}

function extendPanel(isAllowed: boolean, { clock }: ClockWords): ClockPanel {
  const days = [1, 2, 3, 5, 10, 15, 20];
  return {
    name: "verlengen",
    isAllowed,
    title: clock("extend.title"),
    lead: clock("extend.lead"),
    form: {
      action: extendClockAction,
      fields: [
        {
          kind: "select",
          name: "days",
          label: clock("extend.days"),
          options: days.map((count) => ({ value: String(count), label: clock("extend.count", { count }) })),
          initial: "5",
        },
        { kind: "words", name: "reason", label: clock("extend.reason"), hint: clock("extend.reasonHint") },
      ],
      button: clock("extend.button"),
    },
  };
}
