import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChoiceCard } from "@/components/ui/choice-group";
import { UploadFields } from "./upload-fields";
import { HalfSentList, UploadList } from "./upload-list";
import type { FilingPapersOffer } from "./upload-offer";
import type { FilingPapersState } from "./use-filing-papers";

interface FilingPapersProps {
  readonly state: FilingPapersState;
  readonly offer: FilingPapersOffer;
  /** Null: there are no days of which a sheet can be made. */
  readonly sheet: { readonly isChosen: boolean } | null;
}

/** The papers that go along, on the page where the report is read before sending. */
export function FilingPapers({ state, offer: { upload, filing, filesMax, unscanned }, sheet }: FilingPapersProps) {
  const { papers, uploads, halfSent, forget, add, cancel, retry, isHeld } = state;
  const give = (files: readonly File[], kind: string) => add(files.slice(0, filesMax - papers.length), kind);
  // What is there stands in the list of what goes along.
  const open = uploads.filter((one) => one.state.kind !== "done" || one.state.paper === null);
  return (
    <Card title={{ id: "bijlagen", text: filing.title }}>
      <p className="max-w-text text-sm text-ink-soft">{filing.lead}</p>
      {sheet === null ? null : (
        <ChoiceCard
          kind="checkbox"
          id="papers.sheet"
          name="papers.sheet"
          value="pdf"
          label={filing.sheet}
          hint={filing.sheetHint}
          isChosen={sheet.isChosen}
        />
      )}
      <PaperLines state={state} filing={filing} />
      {unscanned === null ? null : <p className="max-w-text text-sm text-ink-soft">{unscanned}</p>}
      <noscript>
        <p className="text-sm">{filing.noScript}</p>
      </noscript>
      <div className="grid gap-3 noscript:hidden">
        {papers.length >= filesMax ? (
          <p className="text-sm text-ink-soft">{filing.full.replace("{limit}", String(filesMax))}</p>
        ) : (
          <UploadFields id="papers.file" kindName="papers.kind" offer={upload} isForPasted={true} onFiles={give}>
            <p className="text-sm text-ink-soft">{upload.words.drop}</p>
          </UploadFields>
        )}
        <HalfSentList files={halfSent} words={upload.words} onForget={forget} />
        <UploadList uploads={open} words={upload.words} onCancel={cancel} onRetry={retry} />
      </div>
      <p role="alert" className="font-semibold text-attention empty:hidden">
        {isHeld ? filing.held : null}
      </p>
    </Card>
  );
}

/** After a line that goes comes the next one, else the one before it, else the field for another file. */
function focusBeside(row: Element | null): void {
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  (neighbour?.querySelector("button") ?? document.getElementById("papers.file"))?.focus();
}

interface PaperLinesProps {
  readonly state: FilingPapersState;
  readonly filing: FilingPapersOffer["filing"];
}

function PaperLines({ state: { papers, remove, hasFailed }, filing }: PaperLinesProps) {
  if (papers.length === 0) return null;
  return (
    <>
      <ul aria-label={filing.list} className="grid gap-2">
        {papers.map(({ id, name, facts, waits }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-lg border border-line px-3.5 py-2.5"
          >
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">{name}</p>
              <p className="text-sm text-ink-soft">{facts}</p>
              {waits === null ? null : <p className="text-sm font-semibold text-attention">{waits}</p>}
            </div>
            <Button
              size="small"
              aria-label={filing.removeName.replace("{name}", name)}
              onClick={async ({ currentTarget }) => {
                const row = currentTarget.closest("li");
                if (await remove(id)) focusBeside(row);
              }}
              look="plain"
            >
              {filing.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className="text-sm font-semibold text-danger empty:hidden">
        {hasFailed ? filing.removeFailed : null}
      </p>
    </>
  );
}
