import { Details } from "@/components/ui/details";
import { useTranslations } from "@/lib/i18n/use-translations";
import { importRoleCodes, missingRoles } from "@/lib/reports/import/columns";

const needed = missingRoles({ columns: {}, defaults: {} });

/** What a sheet can hold, and one to fill in. */
export function ImportHelp() {
  const t = useTranslations("imports");
  return (
    <Details summary={t("help.title")}>
      <p>{t("help.lead")}</p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
        {importRoleCodes.map((role) => (
          <div key={role} className="contents">
            <dt className="font-semibold">
              {t(`roles.${role}.label`)}
              {needed.includes(role) ? <span className="font-normal text-ink-soft"> ({t("help.needed")})</span> : null}
            </dt>
            <dd className="text-ink-soft max-sm:mb-1.5">{t(`roles.${role}.hint`)}</dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {(["xlsx", "csv"] as const).map((kind) => (
          <a key={kind} href={`/meldingen/importeren/voorbeeld?vorm=${kind}`} download={true}>
            {t(`help.${kind}`)}
          </a>
        ))}
      </p>
    </Details>
  );
}
