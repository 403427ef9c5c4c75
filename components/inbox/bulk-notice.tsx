import { useLocale } from "next-intl";
import { undoAction } from "@/app/werkvoorraad/samen/actions";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { BulkResult } from "@/lib/casework/bulk";
import { casePath } from "@/lib/casework/inbox-address";
import { useTranslations } from "@/lib/i18n/use-translations";
import { problemSentence } from "@/lib/web/problem-sentence";

interface BulkNoticeProps {
  readonly result: BulkResult;
  /** The list that one is in, as its address has it. */
  readonly back: string;
}

/** So many numbers are named; the others are counted. */
const namedMost = 5;

/** What became of an act on many: what was done, what was not and why, and the way back. */
export function BulkNotice({ result, back }: BulkNoticeProps) {
  const t = useTranslations("inboxTools.bulk");
  const { id, kind, doneCount, refused, isUndone, mayUndo } = result;
  const title = isUndone ? t("undone", { count: doneCount }) : t(`done.${kind}`, { count: doneCount });
  return (
    <Notice tone={refused.length === 0 ? "success" : "warning"} title={title} takesFocus={true}>
      {refused.length === 0 ? null : <Refused refused={refused} isUndone={isUndone} />}
      {mayUndo ? (
        <form action={undoAction} className="mt-2">
          <input type="hidden" name="act" value={id} />
          <input type="hidden" name="back" value={back} />
          <Button type="submit" size="small">
            {t("undo")}
          </Button>
        </form>
      ) : null}
    </Notice>
  );
}

function Refused({ refused, isUndone }: Pick<BulkResult, "refused" | "isUndone">) {
  const t = useTranslations("inboxTools.bulk");
  const locale = useLocale();
  const codes = [...new Set(refused.map(({ code }) => code))];
  return (
    <>
      <p>{t(isUndone ? "left" : "refused", { count: refused.length })}</p>
      <ul className="list-disc pl-5">
        {codes.map((code) => {
          const references = refused.filter((one) => one.code === code).map(({ reference }) => reference);
          return (
            <li key={code}>
              {problemSentence({ code }, locale)}{" "}
              {references.slice(0, namedMost).map((reference) => (
                <TextLink key={reference} href={casePath(reference)} className="mr-2 whitespace-nowrap">
                  {reference}
                </TextLink>
              ))}
              {references.length > namedMost ? t("more", { count: references.length - namedMost }) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
