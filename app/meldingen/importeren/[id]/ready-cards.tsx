import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type ImportView, isFinished } from "@/lib/reports/import/views";
import { getTranslations } from "@/lib/web/words.server";
import { dropImportAction, recheckImportAction, sendImportAction } from "../actions";

interface ReadyProps {
  readonly found: ImportView;
}

/** What was sent, what can be sent, and what can be done with the rest. */
export async function ReadyCards({ found }: ReadyProps) {
  const { good, look } = found.counts;
  return (
    <>
      <SentNotice found={found} />
      {good + look > 0 ? <SendCard found={found} /> : <NothingNotice found={found} />}
      <MoreCard found={found} />
    </>
  );
}

async function SentNotice({ found }: ReadyProps) {
  const t = await getTranslations("imports.page");
  const { filed, known } = found.counts;
  if (filed + known === 0) return null;
  return (
    <Notice tone="success" title={t(isFinished(found) ? "doneTitle" : "someDoneTitle")} takesFocus={true}>
      {filed === 0 ? null : <p>{t("doneText", { sent: filed })}</p>}
      {known === 0 ? null : <p>{t("knownCount", { count: known })}</p>}
    </Notice>
  );
}

async function NothingNotice({ found }: ReadyProps) {
  const t = await getTranslations("imports.page");
  if (found.counts.wrong === 0) return null;
  return (
    <Notice tone="warning" title={t("nothingTitle", { count: found.counts.wrong })}>
      <p>{t("nothingText")}</p>
    </Notice>
  );
}

async function SendCard({ found: { id, counts } }: ReadyProps) {
  const t = await getTranslations("imports.page");
  const count = counts.good + counts.look;
  return (
    <Card title={{ id: "versturen", text: t("readyTitle") }} edge="brand">
      <p>{t("sendLead", { good: count })}</p>
      <form action={sendImportAction}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton pendingText={t("sendBusy")}>{t("send", { count })}</SubmitButton>
      </form>
    </Card>
  );
}

async function MoreCard({ found: { id, counts } }: ReadyProps) {
  const t = await getTranslations("imports.page");
  const address = `/meldingen/importeren/${id}`;
  return (
    <Details summary={t("more")}>
      {counts.wrong + counts.left_out === 0 ? null : (
        <div className="grid gap-2">
          <p className="font-semibold">{t("leftTitle")}</p>
          <p className="max-w-text text-ink-soft">{t("leftText")}</p>
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <a href={`${address}/fouten?vorm=xlsx`} download={true}>
              {t("leftXlsx")}
            </a>
            <a href={`${address}/fouten?vorm=csv`} download={true}>
              {t("leftCsv")}
            </a>
          </p>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {counts.wrong === 0 ? null : (
          <form action={recheckImportAction}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit">{t("recheck")}</Button>
          </form>
        )}
        <ButtonLink href={`${address}/kolommen`}>{t("columns")}</ButtonLink>
      </div>
      <form action={dropImportAction} className="grid gap-2">
        <input type="hidden" name="id" value={id} />
        <p className="text-sm text-ink-soft">{t("dropText")}</p>
        <div>
          <Button type="submit" look="danger" size="small">
            {t("drop")}
          </Button>
        </div>
      </form>
    </Details>
  );
}
