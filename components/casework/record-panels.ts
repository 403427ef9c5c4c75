import { recordActionAction } from "@/app/werkvoorraad/actions";
import type { ActFormName } from "@/lib/casework/inbox-address";
import { interventionCodes, interventions } from "@/lib/casework/interventions";
import type { OfficeText } from "@/lib/casework/template-kinds";
import { formatWrittenDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/i18n/words";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { isElsewhere } from "@/lib/timeline/elsewhere";
import type { ActField, ActFormProps } from "./act";
import { type ActWords, spokenFields } from "./act-text";

interface RecordPanel {
  readonly name: ActFormName;
  readonly isAllowed: boolean;
  readonly title: string;
  readonly form: Pick<ActFormProps, "action" | "fields" | "button"> & {
    readonly given?: Readonly<Record<string, string>>;
  };
}

interface RecordFacts {
  readonly acts: ActWords;
  readonly letters: Words<"letters.acts">;
  readonly locale: Locale;
  readonly today: CalendarDate;
  readonly texts: readonly OfficeText[];
}

/** "Gebeld" is open, one press and done; anything else is chosen from the table of acts. */
export function recordPanels({ allows }: Pick<ReportView, "allows">, facts: RecordFacts): readonly RecordPanel[] {
  const { acts, letters, texts } = facts;
  const spoken = [...templateField(letters, texts), ...spokenFields(acts)];
  return [
    {
      name: "gebeld",
      isAllowed: allows.record,
      title: acts("called.title"),
      form: {
        action: recordActionAction,
        given: { intervention: "called" },
        fields: spoken,
        button: acts("called.button"),
      },
    },
    {
      name: "vastleggen",
      isAllowed: allows.record,
      title: acts("record.title"),
      form: {
        action: recordActionAction,
        fields: [...actFields(facts), ...spoken],
        button: acts("record.button"),
      },
    },
  ];
}

function actFields({ acts, letters, locale, today }: RecordFacts): readonly ActField[] {
  const confidential = interventionCodes.filter(isElsewhere).map((code) => interventions[code].office[locale]);
  const optional = acts("optional");
  return [
    {
      kind: "select",
      name: "intervention",
      label: acts("record.intervention"),
      prompt: acts("choose"),
      hint: acts("record.confidential", {
        acts: new Intl.ListFormat(locale, { type: "conjunction" }).format(confidential),
      }),
      options: interventionCodes.map((value) => ({ value, label: interventions[value].office[locale] })),
    },
    { kind: "day", name: "on", label: acts("on.label"), hint: letters("onHint"), initial: formatWrittenDay(today) },
    { kind: "line", name: "time", label: letters("time"), hint: letters("timeHint"), optional },
    { kind: "line", name: "place", label: letters("place"), hint: letters("placeHint"), optional },
  ];
}

/** Asked only where the office keeps texts. */
function templateField(letters: Words<"letters.acts">, texts: readonly OfficeText[]): readonly ActField[] {
  const usable = texts.filter(({ kind }) => kind === "words");
  if (usable.length === 0) return [];
  return [
    {
      kind: "select",
      name: "templateId",
      label: letters("template"),
      hint: letters("templateHint"),
      prompt: letters("noTemplate"),
      options: usable.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}
