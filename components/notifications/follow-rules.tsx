import { useLocale } from "next-intl";
import type { ActFormProps } from "@/components/casework/act";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { Card } from "@/components/ui/card";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { FollowRule, FollowRulesView } from "@/lib/notifications/views";
import { absenceTypeCodes, absenceTypes } from "@/lib/reports/absence-types";
import { absenceTypeOf } from "@/lib/reports/record-codes";

interface RulesCardProps {
  readonly rules: readonly FollowRule[];
  /** Takes an address off the list. */
  readonly drop: ActFormProps["action"];
  /** Whether a rule may be for one location. */
  readonly hasLocations: boolean;
}

/** The addresses that hear of all reports. */
export function FollowRulesCard({ rules, drop, hasLocations }: RulesCardProps) {
  const t = useTranslations("following.rules");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
  return (
    <Card title={{ id: "volgers", text: t("list") }}>
      {rules.length === 0 ? <p className="text-ink-soft">{t("empty")}</p> : null}
      <ul className="grid gap-2">
        {rules.map(({ id, email, location, type: code }) => {
          const type = code === null ? t("allTypes") : absenceTypes[absenceTypeOf(code)].label[locale];
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-2 first:border-0"
            >
              <span className="wrap-anywhere">
                {hasLocations
                  ? t("line", { email, type, location: location ?? t("allLocations") })
                  : t("officeLine", { email, type })}
              </span>
              <ActForm
                id={`weg-${id}`}
                action={drop}
                given={{ id }}
                fields={[]}
                button={t("drop")}
                look="secondary"
                text={actText(acts, locale)}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

interface AddCardProps {
  readonly add: ActFormProps["action"];
  /** Empty: a rule is for the whole organisation. */
  readonly locations: FollowRulesView["locations"];
  /** How many there are, so that the form is empty again after each. */
  readonly count: number;
}

export function AddFollowRuleCard({ add, locations, count }: AddCardProps) {
  const t = useTranslations("following.rules");
  const acts = useTranslations("inbox.acts");
  const locale = useLocale();
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
        ]}
        button={t("addButton")}
        text={actText(acts, locale)}
      />
    </Card>
  );
}
