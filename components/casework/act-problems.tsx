import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormProblem, FormState } from "@/lib/web/form-state";
import type { ActField, ActText } from "./act";

interface ActProblemsProps {
  readonly id: string;
  /** Those that are on the page. */
  readonly fields: readonly ActField[];
  readonly state: FormState;
  readonly text: ActText;
}

/** Why an act was refused, with a way to each field that must be mended. */
export function ActProblems({ id, fields, state, text }: ActProblemsProps) {
  return (
    <ErrorSummary
      heading={text.errorHeading}
      titlePrefix={text.errorPrefix}
      items={firstOfEachField(state.problems).map((problem) => {
        const field = fields.find(({ name }) => name === problem.field);
        const sentence = sentenceOf(problem, text.changed, text);
        return field === undefined
          ? { text: sentence }
          : { text: nameless.has(problem.code) ? asked(field, sentence) : sentence, field: `${id}-${field.name}` };
      })}
    />
  );
}

/** These say what to do, and not of what. */
const nameless: ReadonlySet<string> = new Set(["choice-unknown", "code-unknown", "required", "text-missing"]);

function asked({ label }: ActField, sentence: string): string {
  return label.endsWith("?") ? `${label} ${sentence}` : `${label}: ${sentence}`;
}

/** The sentence of a problem; of a report that somebody else changed: who, and what it is now. */
export function sentenceOf({ code, facts, sentence }: FormProblem, changed: string, text: ActText): string {
  if (code !== "report-changed") return sentence;
  const who = String(facts?.["who"] ?? "") || text.somebody;
  return changed.replace("{who}", who).replace("{status}", text.statuses[String(facts?.["status"])] ?? "");
}

/** A day that cannot be read breaks more than one rule; one sentence about it is enough. */
function firstOfEachField(problems: readonly FormProblem[]): readonly FormProblem[] {
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
}
