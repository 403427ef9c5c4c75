import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClasses } from "@/components/ui/field-frame";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import { StatusTag } from "@/components/ui/status-tag";
import { type Place, rowAnchor } from "@/lib/deliveries/address";
import { type Mark, markCodes, marks } from "@/lib/deliveries/marks";
import { useTranslations } from "@/lib/i18n/use-translations";

interface MarkFormProps {
  readonly action: (form: FormData) => Promise<void>;
  readonly deliveryId: string;
  readonly place: Place;
  readonly line: {
    /** Its number on the page. */
    readonly at: number;
    readonly studentId: string;
    readonly name: string;
    readonly mark: Mark | null;
  };
  /** It was just said. */
  readonly isDone: boolean;
}

/** What the regional point does for somebody, said in the line where he stands. */
export function MarkForm({ action, deliveryId, place, line, isDone }: MarkFormProps) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  const { at, studentId, name, mark } = line;
  return (
    <form
      id={rowAnchor(at)}
      action={action}
      className="flex scroll-mt-24 flex-wrap items-center gap-2 lg:grid lg:grid-cols-[9.5rem_auto] print:hidden"
    >
      <input type="hidden" name="row" value={at} />
      <input type="hidden" name="id" value={deliveryId} />
      <input type="hidden" name="student" value={studentId} />
      {place.only ? <input type="hidden" name="only" value={place.only} /> : null}
      {place.done ? <input type="hidden" name="done" value={place.done} /> : null}
      {place.after === undefined ? null : <input type="hidden" name="after" value={place.after} />}
      <select
        name="mark"
        aria-label={t("markFor", { name })}
        defaultValue={mark ?? "none"}
        className={`${controlClasses} min-h-8 w-auto py-1 text-sm lg:px-2`}
      >
        {markCodes.map((code) => (
          <option key={code} value={code}>
            {marks[code][locale]}
          </option>
        ))}
      </select>
      <Button type="submit" size="small">
        {t("save")}
        <span className="sr-only">: {name}</span>
      </Button>
      {isDone ? (
        <FocusOnArrival>
          <span role="status">
            <StatusTag tone="done">{t("marked")}</StatusTag>
            <span className="sr-only">. {t("markedText")}</span>
          </span>
        </FocusOnArrival>
      ) : null}
    </form>
  );
}
