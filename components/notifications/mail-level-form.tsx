"use client";

import { ActionForm, choiceOf, type ProblemWords } from "@/components/account/action-form";
import { Card } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MailLevelCode } from "@/lib/notifications/mail-levels";
import { type FormState, filledForm } from "@/lib/web/form-state";

interface LevelChoice {
  readonly level: MailLevelCode;
  readonly label: string;
  readonly help: string;
  readonly subject: string;
  readonly text: string;
}

interface MailLevelFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly level: MailLevelCode;
  readonly choices: readonly LevelChoice[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly question: string;
    readonly hint: string;
    readonly submit: string;
    readonly pending: string;
    readonly preview: string;
    readonly from: string;
    readonly sender: string;
    readonly subject: string;
    readonly never: string;
    readonly chosen: string;
  };
}

/** The mail beside the question follows what is chosen, also without script. */
const shownAt = {
  number: "hidden group-has-[[value=number]:checked]/level:grid",
  own: "hidden group-has-[[value=own]:checked]/level:grid",
  group: "hidden group-has-[[value=group]:checked]/level:grid",
} as const satisfies Record<MailLevelCode, string>;

export function MailLevelForm({ action, level, choices, words }: MailLevelFormProps) {
  return (
    <ActionForm
      key={level}
      action={action}
      start={filledForm({ level })}
      words={words.problems}
      labels={{ level: words.question }}
    >
      {(state) => (
        <div className="group/level grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <Card>
            <ChoiceGroup
              kind="radio"
              {...choiceOf(state, "level")}
              label={words.question}
              hint={words.hint}
              choices={choices.map(({ level: value, label, help }) => ({ value, label, hint: help }))}
            />
            <div>
              <SubmitButton pendingText={words.pending}>{words.submit}</SubmitButton>
            </div>
            <p className="text-sm text-ink-soft">{words.chosen}</p>
          </Card>
          <Card title={{ id: "voorbeeld", text: words.preview }}>
            {choices.map((choice) => (
              <MailPreview key={choice.level} {...choice} words={words} />
            ))}
            <p className="text-sm text-ink-soft">{words.never}</p>
          </Card>
        </div>
      )}
    </ActionForm>
  );
}

type MailPreviewProps = LevelChoice & Pick<MailLevelFormProps, "words">;

function MailPreview({ level, subject, text, words }: MailPreviewProps) {
  return (
    <div className={shownAt[level]}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 rounded-t-lg border border-line-strong bg-wash px-4 py-3">
        <dt className="text-ink-soft">{words.from}</dt>
        <dd className="wrap-anywhere">{words.sender}</dd>
        <dt className="text-ink-soft">{words.subject}</dt>
        <dd className="font-semibold wrap-anywhere">{subject}</dd>
      </dl>
      <p className="rounded-b-lg border border-t-0 border-line-strong px-4 py-4 whitespace-pre-line wrap-anywhere">
        {text}
      </p>
    </div>
  );
}
