import { useLocale } from "next-intl";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { TeamLine } from "@/lib/casework/team";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { Tick } from "./distribution-form";

/** More colleagues than digits get no digit; they can be chosen or dragged to. */
const digits = 9;

interface ReceiversProps {
  readonly team: readonly TeamLine[];
  readonly mayHandOver: boolean;
}

/** Who could have it: what each has open, and who is away. */
export function Receivers({ team, mayHandOver }: ReceiversProps) {
  const t = useTranslations("distribution");
  const most = Math.max(1, ...team.map(({ openHere }) => openHere));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-semibold">{t("to")}</legend>
      <div data-receiver="" className={box}>
        <label htmlFor="to" className={labelBox}>
          <Tick kind="radio" id="to" name="to" value="team" />
          <span className="font-semibold">{t("team")}</span>
          <span className="col-start-2 text-sm text-ink-soft">{t("teamHint")}</span>
        </label>
      </div>
      {team.map((member, at) => (
        <Receiver
          key={member.id}
          member={member}
          most={most}
          digit={at < digits ? at + 1 : null}
          mayHandOver={mayHandOver}
        />
      ))}
    </fieldset>
  );
}

const box =
  "rounded-lg border border-line bg-paper has-checked:border-brand has-checked:bg-brand-wash data-over:border-brand data-over:outline-2 data-over:outline-brand";
const labelBox =
  "grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-start gap-x-2.5 gap-y-1 rounded-lg px-3.5 py-3 has-focus-visible:outline-3 has-focus-visible:outline-focus has-disabled:opacity-70";

interface ReceiverProps {
  readonly member: TeamLine;
  /** The most that anybody has open, for bars that can be compared. */
  readonly most: number;
  /** Null: none is left. */
  readonly digit: number | null;
  readonly mayHandOver: boolean;
}

function Receiver({ member, most, digit, mayHandOver }: ReceiverProps) {
  const t = useTranslations("distribution");
  const { id, name, absence, openHere } = member;
  const isOut = absence === "away" || absence === "leaving";
  return (
    <div {...(isOut ? {} : { "data-receiver": digit ?? "" })} className={box}>
      <label htmlFor={`to-${id}`} className={labelBox}>
        <Tick kind="radio" id={`to-${id}`} name="to" value={id} disabled={isOut} />
        <span className="font-semibold wrap-anywhere">{name}</span>
        {digit === null || isOut ? null : (
          <span
            aria-hidden="true"
            className="rounded border border-line-strong px-1.5 text-sm text-ink-soft max-sm:hidden"
          >
            {digit}
          </span>
        )}
        <Load member={member} most={most} />
        <Standing member={member} />
      </label>
      {openHere === 0 || !mayHandOver ? null : (
        <p className="px-3.5 pb-3 pl-[3.1rem] text-sm">
          <TextLink href={`/routering/mensen/${id}`}>
            <span aria-hidden="true">{t("handOver")}</span>
            <span className="sr-only">{t("handOverName", { name })}</span>
          </TextLink>
        </p>
      )}
    </div>
  );
}

const [barWidth, barHeight] = [160, 6];

function Load({ member: { openHere, caseCap }, most }: Pick<ReceiverProps, "member" | "most">) {
  const [t, locale] = [useTranslations("distribution"), useLocale()];
  const words =
    caseCap === null
      ? t("load", { open: openHere })
      : t("loadOf", { open: formatNumber(openHere, locale), cap: formatNumber(caseCap, locale) });
  return (
    <span className="col-start-2 grid gap-1 text-sm text-ink-soft">
      {words}
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${barWidth} ${barHeight}`}
        preserveAspectRatio="none"
        className="h-1.5 w-full"
      >
        <rect width={barWidth} height={barHeight} rx="3" className="fill-sunken" />
        <rect
          width={(barWidth * openHere) / most}
          height={barHeight}
          rx="3"
          className={caseCap !== null && openHere >= caseCap ? "fill-attention" : "fill-brand"}
        />
      </svg>
    </span>
  );
}

/** Why nothing can be given, or what must be known before it is. */
function Standing({ member: { absence, leaves, deputyNow, protectedCases } }: { readonly member: TeamLine }) {
  const [t, people, locale] = [useTranslations("distribution"), useTranslations("people"), useLocale()];
  const until = leaves[0]?.lastDay ?? null;
  return (
    <span className="col-start-2 flex flex-wrap gap-1.5 empty:hidden">
      {absence === "away" ? (
        <StatusTag tone="wait">
          {until === null ? t("awayNoEnd") : t("awayUntil", { day: formatDay(until, locale) })}
        </StatusTag>
      ) : null}
      {absence === "leaving" || absence === "at-cap" ? (
        <StatusTag tone="wait">{people(`absence.${absence}`)}</StatusTag>
      ) : null}
      {deputyNow === null ? null : <StatusTag>{t("deputy", { name: deputyNow })}</StatusTag>}
      {protectedCases ? <StatusTag>{t("protected")}</StatusTag> : null}
    </span>
  );
}
