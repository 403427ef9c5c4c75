import { Button, ButtonLink } from "@/components/ui/button";
import { useTranslations } from "@/lib/i18n/use-translations";
import { brokenRules } from "@/lib/routing/office-rules/faults";
import { type Unreached, unreachedRules } from "@/lib/routing/office-rules/unreachable";
import type { RuleSetView } from "@/lib/routing/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { type RuleNames, rulePeriod, ruleSentence } from "./rule-words";

type ButtonTo = (form: FormData) => Promise<void>;

interface RuleListProps {
  readonly set: RuleSetView;
  readonly names: RuleNames;
  /** From which day on they are looked at. */
  readonly since: CalendarDate;
  /** Only for the draft, and for whoever keeps it. */
  readonly acts?: { readonly move: ButtonTo; readonly remove: ButtonTo };
}

/** The rules in their order, each as a sentence, with what is wrong with it. */
export function RuleList({ set, names, since, acts }: RuleListProps) {
  const t = useTranslations("routing.rules");
  const words = useTranslations("routing.rules.words");
  const officerIds = new Set(Object.keys(names.officers));
  const broken = new Set(brokenRules(set.rules, officerIds));
  const unreached = unreachedRules(set.rules, { since, officerIds });
  if (set.rules.length === 0) return <p className="text-ink-soft">{t("noRules")}</p>;
  return (
    <ol className="grid list-decimal gap-4 pl-6">
      {set.rules.map((rule, place) => (
        <li key={rule.id}>
          <p className="font-semibold">{rule.name}</p>
          <p className="wrap-anywhere">{ruleSentence(rule, names, words)}</p>
          <p className="text-sm text-ink-soft">{rulePeriod(rule, names.locale, words)}</p>
          {broken.has(rule.id) ? <p className="font-semibold text-danger">{t("broken")}</p> : null}
          <NotReached unreached={unreached.get(rule.id)} locale={names.locale} />
          {acts === undefined ? null : (
            <RuleActs {...acts} id={rule.id} name={rule.name} draft={set} ways={waysOf(place, set.rules.length)} />
          )}
        </li>
      ))}
    </ol>
  );
}

type Way = "up" | "down";

/** The first cannot go up, nor the last down. */
function waysOf(place: number, count: number): readonly Way[] {
  const ways: readonly Way[] = ["up", "down"];
  return ways.filter((way) => (way === "up" ? place > 0 : place < count - 1));
}

interface NotReachedProps {
  readonly unreached: Unreached | undefined;
  readonly locale: RuleNames["locale"];
}

function NotReached({ unreached, locale }: NotReachedProps) {
  const t = useTranslations("routing.rules");
  if (unreached === undefined) return null;
  const by = unreached.why === "hidden" ? unreached.by : [];
  const named = { count: by.length, names: new Intl.ListFormat(locale).format(by.map(({ name }) => `“${name}”`)) };
  const sentence =
    unreached.why === "hidden" ? t(unreached.unlessAway ? "hiddenUnlessAway" : "hidden", named) : t(unreached.why);
  return <p className="font-semibold text-attention">{sentence}</p>;
}

interface RuleActsProps {
  readonly move: ButtonTo;
  readonly remove: ButtonTo;
  readonly id: string;
  readonly name: string;
  readonly draft: Seen;
  readonly ways: readonly Way[];
}

function RuleActs({ move, remove, id, name, draft, ways }: RuleActsProps) {
  const t = useTranslations("routing.rules");
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <ButtonLink size="small" href={`/routering/regels/${id}`} aria-label={`${t("edit")}: ${name}`}>
        {t("edit")}
      </ButtonLink>
      {ways.map((direction) => (
        <form key={direction} action={move}>
          <RuleChoice id={id} draft={draft} />
          <input type="hidden" name="direction" value={direction} />
          <Button type="submit" size="small" aria-label={`${t(direction)}: ${name}`}>
            {t(direction)}
          </Button>
        </form>
      ))}
      <form action={remove}>
        <RuleChoice id={id} draft={draft} />
        <Button type="submit" size="small" aria-label={`${t("remove")}: ${name}`}>
          {t("remove")}
        </Button>
      </form>
    </div>
  );
}

function RuleChoice({ id, draft }: Pick<RuleActsProps, "id" | "draft">) {
  return (
    <>
      <input type="hidden" name="ruleId" value={id} />
      <SeenDraft draft={draft} />
    </>
  );
}

type Seen = Pick<RuleSetView, "id" | "edition">;

/** Which draft a form was made for, and how often it was changed by then. */
export function SeenDraft({ draft: { id, edition } }: { readonly draft: Seen }) {
  return (
    <>
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name="draftId" value={id} />
    </>
  );
}
