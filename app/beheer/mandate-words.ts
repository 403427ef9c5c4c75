import { getLocale } from "next-intl/server";
import type { MandateChoices, MandateWords } from "@/components/admin/mandate-fields";
import type { OrganisationToManage } from "@/lib/identity/queries.server";
import { isRole, roles } from "@/lib/identity/roles";
import { getTranslations } from "@/lib/web/words.server";

export async function mandateWords(): Promise<MandateWords> {
  const t = await getTranslations("admin.invite");
  return {
    role: t("role"),
    choose: t("choose"),
    locations: t("locations"),
    locationsHint: t("locationsHint"),
    protected: t("protected"),
    protectedHint: t("protectedHint"),
    from: t("from"),
    fromHint: t("fromHint"),
    until: t("until"),
    untilHint: t("untilHint"),
    optional: t("optional"),
  };
}

/** The roles that belong to this kind of organisation, and its locations. */
export async function mandateChoices({ code, kind, locations }: OrganisationToManage): Promise<MandateChoices> {
  const locale = await getLocale();
  const fitting = Object.keys(roles).filter((role) => isRole(role) && roles[role].organisation === kind);
  return {
    organisation: code,
    roles: fitting.filter(isRole).map((role) => ({ value: role, label: roles[role].label[locale] })),
    locations: locations.map(({ id, name }) => ({ value: id, label: name })),
    asksProtected: kind === "office",
  };
}
