import { useLocale } from "next-intl";
import { askAction } from "@/app/gesprek/actions";
import { acknowledgeAction, assignAction, closeAction, reopenAction } from "@/app/werkvoorraad/actions";
import { ButtonLink } from "@/components/ui/button";
import { type ActFormName, actPath, casePath } from "@/lib/casework/inbox-address";
import { plannedTalks } from "@/lib/casework/talks";
import type { OfficeText } from "@/lib/casework/template-kinds";
import { usualAnswerDay } from "@/lib/conversation/answer-day";
import { requestOptions } from "@/lib/conversation/request-kinds";
import { formatWeekday, formatWrittenDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import { closeNotes, closeReasons, options } from "@/lib/reports/codes";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { ActFormProps } from "./act";
import { ActPanel } from "./act-panel";
import { type ActWords, actText, spokenFields } from "./act-text";
import { clockPanels } from "./clock-panels";
import { GoOn } from "./go-on";
import { recordPanels } from "./record-panels";
import { TakeUp } from "./take-up";

interface Colleague {
  readonly id: string;
  readonly name: string;
}

interface ActsProps {
  readonly report: Pick<ReportView, "reference" | "version" | "status" | "allows" | "officer" | "timeline">;
  /** What waits for the answer of another office goes to no other. */
  readonly isOffered: boolean;
  readonly colleagues: readonly Colleague[];
  readonly today: CalendarDate;
  /** What the office keeps to say again. */
  readonly texts: readonly OfficeText[];
  /** Null: none is open. */
  readonly openForm: ActFormName | null;
}

/** To another office, on a page of its own. */
const waysOut = [
  { act: "refer", path: "doorsturen" },
  { act: "transfer", path: "overdragen" },
] as const;

interface Panel {
  readonly name: ActFormName;
  readonly isAllowed: boolean;
  readonly title: string;
  readonly lead?: string;
  readonly form: Pick<ActFormProps, "action" | "fields" | "button"> & {
    readonly given?: Readonly<Record<string, string>>;
  };
}

/** What the officer may do with this report now; what the policy or the status does not allow is not there. */
export function Acts({ report, isOffered, colleagues, today, texts, openForm }: ActsProps) {
  const t = useTranslations("inbox.acts");
  const locale = useLocale();
  const talk = useTranslations("conversation.ask");
  const between = useTranslations("inbox.between");
  const clock = useTranslations("clock.acts");
  const letters = useTranslations("letters.acts");
  const text = actText(t, locale);
  const given = { reference: report.reference, version: String(report.version) };
  const panels = panelsOf({ report, isOffered, colleagues, today, texts, t, clock, letters, talk, locale });
  const ways = isOffered ? [] : waysOut.filter(({ act }) => report.allows[act]);
  const isIdle = ways.length === 0 && !report.allows.take && !panels.some(({ isAllowed }) => isAllowed);
  return (
    <section aria-label={t("label")} className="flex flex-wrap items-start gap-2.5 print:hidden">
      {isIdle ? <p className="text-ink-soft">{t("none")}</p> : null}
      <TakeUp report={report} />
      <GoOn report={report} />
      {panels.map(({ name, isAllowed, title, lead, form }) => (
        <ActPanel
          key={name}
          title={title}
          lead={lead}
          isOpen={name === openForm}
          plain={{ href: actPath(report.reference, name), label: t("openForm") }}
          form={{
            ...(isAllowed ? form : goneForm(form)),
            id: name,
            given: { ...given, ...form.given },
            text,
            isGone: !isAllowed,
          }}
        />
      ))}
      {ways.map(({ act, path }) => (
        <ButtonLink key={act} href={`${casePath(report.reference)}/${path}`}>
          {between(`${act}.title`)}
        </ButtonLink>
      ))}
    </section>
  );
}

/** Of what cannot be done any more, only the words of one's own are shown again. */
function goneForm({ fields, ...form }: Panel["form"]): Panel["form"] {
  return { ...form, fields: fields.filter(({ kind }) => kind === "words" || kind === "line") };
}

interface PanelFacts extends Omit<ActsProps, "openForm"> {
  readonly t: ActWords;
  readonly talk: Words<"conversation.ask">;
  readonly clock: Words<"clock.acts">;
  readonly letters: Words<"letters.acts">;
  readonly locale: Locale;
}

function panelsOf(facts: PanelFacts): readonly Panel[] {
  const { report, t, clock, letters, locale, today, texts } = facts;
  return [
    ...recordPanels(report, { acts: t, letters, locale, today, texts }),
    askPanel(facts),
    ...clockPanels(report, { acts: t, clock, locale }),
    ...endPanels(facts),
    assignPanel(facts),
  ];
}

/** Closing calls off no talk: whoever closes is told that one still stands. */
function closingLead({ report, today, letters, locale }: PanelFacts): Pick<Panel, "lead"> {
  const [talk] = plannedTalks(report.timeline, today);
  return talk === undefined ? {} : { lead: letters("stillPlanned", { day: formatWeekday(talk.on, today, locale) }) };
}

/** Whoever asks waits: the version of the report stays, for nothing of it changes. */
function askPanel({ report: { allows }, today, talk, locale, t }: PanelFacts): Panel {
  return {
    name: "vraag",
    isAllowed: allows.ask,
    title: talk("title"),
    lead: talk("lead"),
    form: {
      action: askAction,
      fields: [
        { kind: "select", name: "kind", label: talk("kind"), prompt: t("choose"), options: requestOptions(locale) },
        {
          kind: "day",
          name: "dueOn",
          label: talk("dueOn"),
          hint: talk("dueHint"),
          initial: formatWrittenDay(usualAnswerDay(today)),
        },
        { kind: "words", name: "words", label: talk("words"), hint: talk("wordsHint"), optional: t("optional") },
      ],
      button: talk("button"),
    },
  };
}

function endPanels(facts: PanelFacts): readonly Panel[] {
  const { allows } = facts.report;
  const { t, locale } = facts;
  const spoken = spokenFields(t);
  const prompt = t("choose");
  return [
    {
      name: "kennisgeving",
      isAllowed: allows.acknowledge,
      title: t("acknowledge.title"),
      lead: t("acknowledge.lead"),
      form: { action: acknowledgeAction, fields: spoken, button: t("acknowledge.button") },
    },
    {
      name: "afsluiten",
      isAllowed: allows.close,
      title: t("close.title"),
      ...closingLead(facts),
      form: {
        action: closeAction,
        fields: [
          {
            kind: "select",
            name: "closeReason",
            label: t("close.reason"),
            prompt,
            options: options(closeReasons, locale),
          },
          { kind: "select", name: "closeNote", label: t("close.note"), prompt, options: options(closeNotes, locale) },
          ...spoken,
        ],
        button: t("close.button"),
      },
    },
    {
      name: "heropenen",
      isAllowed: allows.reopen,
      title: t("reopen.title"),
      form: {
        action: reopenAction,
        fields: [{ kind: "words", name: "reason", label: t("reopen.reason"), hint: t("reopen.hint") }],
        button: t("reopen.button"),
      },
    },
  ];
}

function assignPanel({ report: { allows, officer }, colleagues, t }: PanelFacts): Panel {
  const choosable = colleagues
    .filter(({ id }) => id !== officer?.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return {
    name: "toewijzen",
    isAllowed: allows.assign,
    title: t("assign.title"),
    form: {
      action: assignAction,
      fields: [
        {
          kind: "select",
          name: "officerId",
          label: t("assign.officer"),
          prompt: t("assign.shared"),
          options: choosable,
        },
      ],
      button: t("assign.button"),
    },
  };
}
