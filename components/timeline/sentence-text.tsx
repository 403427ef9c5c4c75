import { partsOf, type Sentence } from "@/lib/timeline/sentence";

/** A sentence with its names set apart, and what explains it under it. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }) {
  return (
    <>
      <p>
        {partsOf(sentence).map(({ text, isName }) =>
          isName ? <strong key={text}>{text}</strong> : <span key={text}>{text}</span>,
        )}
      </p>
      {sentence.detail === null ? null : <p className="text-sm text-ink-soft">{sentence.detail}</p>}
    </>
  );
}
