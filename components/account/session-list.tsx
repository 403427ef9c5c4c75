import { useLocale } from "next-intl";
import { StatusTag } from "@/components/ui/status-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMoment } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SessionView } from "@/lib/identity/person-views";

interface SessionListProps {
  readonly sessions: readonly SessionView[];
  readonly end: (form: FormData) => Promise<void>;
}

/** Where somebody is signed in; each place can be ended. */
export function SessionList({ sessions, end }: SessionListProps) {
  const t = useTranslations("identity.account");
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3 last:border-b-0 last:pb-0"
        >
          <span className="grid gap-0.5">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{session.device}</strong>
              {session.isThis ? <StatusTag tone="busy">{t("thisSession")}</StatusTag> : null}
              {session.isShared ? <StatusTag>{t("sharedSession")}</StatusTag> : null}
            </span>
            <span className="text-sm text-ink-soft">
              {t("began", { moment: formatMoment(session.beganAt, locale) })}
            </span>
            <span className="text-sm text-ink-soft">
              {t("lastInput", { moment: formatMoment(session.lastInputAt, locale) })}
            </span>
          </span>
          <form action={end}>
            <input type="hidden" name="sessionId" value={session.id} />
            <SubmitButton look="secondary" size="small" aria-label={t("endAbout", { device: session.device })}>
              {t("end")}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
