import { useLocale } from "next-intl";
import type { ActField, ActFormProps } from "@/components/casework/act";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Card } from "@/components/ui/card";
import { useTranslations } from "@/lib/i18n/use-translations";
import { mailboxDeliveries, mailboxDeliveryLabels } from "@/lib/notifications/choices";
import type { FollowRule, FollowRulesView } from "@/lib/notifications/views";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import { absenceTypeOf } from "@/lib/reports/record-codes";

interface RulesCardProps extends Omit<RowProps, "rule"> {
  readonly rules: readonly FollowRule[];
}

/** The addresses that hear of all reports. */
export function FollowRulesCard({ rules, ...row }: RulesCardProps) {
  const t = useTranslations("following.rules");
  return (
    <Card title={{ id: "volgers", text: t("list") }}>
      {rules.length === 0 ? <p className="text-ink-soft">{t("empty")}</p> : null}
      <ul className="grid gap-4">
        {rules.map((rule) => (
          <li key={rule.id} className="border-t border-line pt-4 first:border-0 first:pt-0">
            <FollowRuleRow rule={rule} {...row} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What happened is told anew where the row with the button that was pressed is still there. */
export function choicesIn(rules: readonly FollowRule[]): string {
  return rules.map(({ id, delivery }) => `${id} ${delivery}`).join();
}

interface RowProps {
  readonly rule: FollowRule;
  /** Says how often a mailbox hears. */
  readonly change: ActFormProps["action"];
  /** Takes an address off the list. */
  readonly drop: ActFormProps["action"];
  /** Whether a rule may be for one location. */
  readonly hasLocations: boolean;
}

function FollowRuleRow({ rule, change, drop, hasLocations }: RowProps) {
  const t = useTranslations("following.rules");
  const text = actText(useTranslations("inbox.acts"), useLocale());
  const howOften = useHowOften();
  const line = useLine(rule, hasLocations);
  const { id, delivery } = rule;
  return (
    <fieldset className="grid gap-2" aria-labelledby={`volger-${id}`}>
      <p id={`volger-${id}`} className="wrap-anywhere">
        {line}
      </p>
      <div className="flex flex-wrap items-end justify-between gap-3">
        {delivery === null ? (
          <p className="self-center text-ink-soft">{t("choosesSelf")}</p>
        ) : (
          <div className="grow basis-72">
            <ActForm
              id={`vaak-${id}`}
              action={change}
              given={{ id }}
              fields={[{ ...howOften, initial: delivery }]}
              button={t("save")}
              look="secondary"
              flow="row"
              text={text}
            />
          </div>
        )}
        <ActForm
          id={`weg-${id}`}
          action={drop}
          given={{ id }}
          fields={[]}
          button={t("drop")}
          look="secondary"
          text={text}
        />
      </div>
    </fieldset>
  );
}

function useLine({ email, location, type: code }: FollowRule, hasLocations: boolean): string {
  const t = useTranslations("following.rules");
  const locale = useLocale();
  const type = code === null ? t("allTypes") : absenceTypes[absenceTypeOf(code)].label[locale];
  return hasLocations
    ? t("line", { email, type, location: location ?? t("allLocations") })
    : t("officeLine", { email, type });
}

function useHowOften() {
  const t = useTranslations("following.rules");
  const locale = useLocale();
  return {
    kind: "select",
    name: "delivery",
    label: t("howOften"),
    options: mailboxDeliveries.map((value) => ({ value, label: mailboxDeliveryLabels[value][locale] })),
  } as const satisfies ActField;
}

interface AddCardProps {
  readonly add: ActFormProps["action"];
  /** Empty: a rule is for the whole organisation. */
  readonly locations: FollowRulesView["locations"];
  /** How many there are, so that the form is empty again after each. */
  readonly count: number;
  /** Of whom an address may hear at once whatever is chosen. */
  readonly howOftenHint: string;
}

export function AddFollowRuleCard({ add, locations, count, howOftenHint }: AddCardProps) {
  const t = useTranslations("following.rules");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  const howOften = useHowOften();
  const location = {
    kind: "select",
    name: "locationId",
    label: t("location"),
    prompt: t("allLocations"),
    options: locations.map(({ id, name }) => ({ value: id, label: name })),
  } as const;
  return (
    <Card title={{ id: "toevoegen", text: t("add") }}>
      <ActForm
        key={count}
        id="volger"
        action={add}
        given={{}}
        fields={[
          { kind: "line", name: "email", label: t("email"), hint: t("emailHint") },
          ...(locations.length === 0 ? [] : [location]),
          {
            kind: "select",
            name: "type",
            label: t("type"),
            prompt: t("allTypes"),
            options: absenceTypeCodes.map((value) => ({ value, label: absenceTypes[value].label[locale] })),
          },
          { ...howOften, hint: howOftenHint, initial: "now" },
        ]}
        button={t("addButton")}
        text={actText(acts, locale)}
      />
    </Card>
  );
}
