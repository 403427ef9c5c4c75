import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { type Preview, type PreviewImage, pagesAtOnce } from "@/lib/attachments/preview/preview";
import type { Translate } from "@/lib/i18n/translator";

interface PaperPreviewProps {
  readonly preview: Preview;
  readonly t: Translate;
}

/** A paper as the desk draws or writes it: nothing of the file itself reaches the page. */
export function PaperPreview({ preview, t }: PaperPreviewProps) {
  switch (preview.kind) {
    case "images":
      return <Pages preview={preview} t={t} />;
    case "table":
      return <Rows preview={preview} t={t} />;
    case "text":
      return <Text preview={preview} t={t} />;
    case "none":
      return (
        <Notice tone="info">
          <p>{t("attachments.preview.none")}</p>
        </Notice>
      );
  }
}

type Of<Kind extends Preview["kind"]> = Extract<Preview, { kind: Kind }>;

interface PartProps<Kind extends Preview["kind"]> {
  readonly preview: Of<Kind>;
  readonly t: Translate;
}

function Pages({ preview: { images, from, pageCount }, t }: PartProps<"images">) {
  const last = from + images.length - 1;
  const pages = images.map((image, at) => ({ image, page: from + at }));
  return (
    <>
      <ol className="grid gap-5">
        {pages.map((page) => (
          <Page key={page.page} {...page} pageCount={pageCount} t={t} />
        ))}
      </ol>
      <Pagination
        label={t("attachments.preview.browse")}
        summary={t("attachments.preview.span", { first: from, last, count: pageCount })}
        previous={from > 1 ? pageLink(Math.max(1, from - pagesAtOnce), t("attachments.preview.previous")) : null}
        next={last < pageCount ? pageLink(last + 1, t("attachments.preview.next")) : null}
      />
    </>
  );
}

function pageLink(page: number, label: string) {
  return { href: `?${new URLSearchParams({ blad: String(page) })}`, label };
}

interface PageProps {
  readonly image: PreviewImage;
  readonly page: number;
  readonly pageCount: number;
  readonly t: Translate;
}

function Page({ image: { source, width, height, text }, page, pageCount, t }: PageProps) {
  const isOnly = pageCount === 1;
  const label = isOnly ? t("attachments.preview.photo") : t("attachments.preview.page", { page, count: pageCount });
  return (
    <li className="grid gap-2">
      {isOnly ? null : <p className="text-sm text-ink-soft">{label}</p>}
      <img
        src={source}
        width={width}
        height={height}
        alt={label}
        className="h-auto max-w-full rounded-lg border border-line bg-white"
      />
      {text === "" ? null : (
        <Details summary={t("attachments.preview.pageText", { page })}>
          <p className="max-w-text whitespace-pre-line wrap-anywhere">{text}</p>
        </Details>
      )}
    </li>
  );
}

function Rows({ preview: { rows, isCut }, t }: PartProps<"table">) {
  if (rows.length === 0) return <p>{t("attachments.preview.empty")}</p>;
  return (
    <>
      <section aria-label={t("attachments.preview.table")} className="rounded-xl border border-line bg-paper">
        <table className="w-full table-fixed border-collapse text-left text-sm max-sm:block">
          <tbody className="max-sm:block">
            {numbered(rows).map(({ place, value: row }) => (
              <tr key={place} className="border-t border-line first:border-0 max-sm:block max-sm:py-2">
                {numbered(row).map(({ place: column, value }) => (
                  <td
                    key={column}
                    className="px-3 py-1.5 align-top wrap-anywhere empty:max-sm:hidden max-sm:block max-sm:py-0.5"
                  >
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {isCut ? <p className="text-sm text-ink-soft">{t("attachments.preview.cut")}</p> : null}
    </>
  );
}

/** Rows of a sheet are known by their place alone. */
function numbered<Value>(values: readonly Value[]) {
  return values.map((value, place) => ({ value, place }));
}

function Text({ preview: { text, isCut }, t }: PartProps<"text">) {
  return (
    <Card>
      {text.trim() === "" ? (
        <p>{t("attachments.preview.empty")}</p>
      ) : (
        <p className="max-w-text whitespace-pre-wrap wrap-anywhere">{text}</p>
      )}
      {isCut ? <p className="text-sm text-ink-soft">{t("attachments.preview.cut")}</p> : null}
    </Card>
  );
}
