/** Where the bytes of a stream lie, and the dictionary before it; null when another one may be read there. */
export interface PdfStream {
  readonly start: number;
  readonly end: number;
  readonly dictionary: string | null;
}

/** Longer ones are not proven: each stream would have the same text read again. */
const dictionaryMax = 16 * 1024;
const lineMax = 1_000;
const commentsMax = 8;
const words = /endobj|(?<=[>\s\0])stream(?![A-Za-z0-9])/g;
const string = /\((?:[^()\\]|\\[\s\S])*\)/g;
/** One object with one dictionary, and nothing in it behind which a reader could see another end or beginning. */
const onlyDictionary = /^(?:[\s\0]|%[^\r\n]*[\r\n])*\d+[\s\0]+\d+[\s\0]+obj[\s\0]*<<[^%()]*>>[\s\0]*$/;

/** Every place that a reader, also one that forgives much, may take for a stream. */
export function* streamsOf(text: string): Generator<PdfStream> {
  let behindObject = 0;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(words)) {
    if (word === "endobj") behindObject = index + word.length;
    else if (mayFollowDictionary(text, index)) {
      const start = startOfData(text, index + word.length);
      if (end < start) end = endOfData(text, start);
      yield { start, end, dictionary: provenDictionary(text, behindObject, index) };
    }
  }
}

/** Between the end of a dictionary and its stream may stand spaces and comments. */
function mayFollowDictionary(text: string, index: number): boolean {
  let before = index;
  for (let comments = 0; comments < commentsMax; comments += 1) {
    while (isSpace(text.charCodeAt(before - 1))) before -= 1;
    if (text.startsWith(">>", before - 2)) return true;
    const { comment, isWhole } = lineBefore(text, before);
    if (comment === -1) return !isWhole;
    before = comment;
  }
  return true;
}

/** Where a comment may begin in what stands before on the same line; -1: nowhere. */
function lineBefore(text: string, index: number): { readonly comment: number; readonly isWhole: boolean } {
  const from = Math.max(0, index - lineMax);
  const before = text.slice(from, index);
  const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r"));
  const comment = before.lastIndexOf("%");
  return { comment: comment > lineStart ? from + comment : -1, isWhole: lineStart !== -1 || from === 0 };
}

function provenDictionary(text: string, from: number, until: number): string | null {
  const { comment, isWhole } = lineBefore(text, from);
  if (until - from > dictionaryMax || comment !== -1 || !isWhole) return null;
  const dictionary = text.slice(from, until);
  return onlyDictionary.test(dictionary.replaceAll(string, "")) ? dictionary : null;
}

/** Some readers take more or other ends of a line than the two that are allowed; nothing packed begins with one. */
function startOfData(text: string, index: number): number {
  let start = index;
  while (isSpace(text.charCodeAt(start))) start += 1;
  return start;
}

function endOfData(text: string, start: number): number {
  const end = text.indexOf("endstream", start);
  return end === -1 ? text.length : end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0 || (code >= 0x09 && code <= 0x0d);
}
