/** No keyboard types these, and the database takes no text with a null character. */
const unprintable = /\p{Cc}/u;

/** A parameter that occurs once and holds something; twice the same name is nobody's wish. */
export function onlyText(value: string | string[] | undefined): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim().slice(0, 200);
  return text === "" || unprintable.test(text) ? undefined : text;
}

/** The id of a thing, such as the place where a page of a list begins; anything else is no id. */
export function onlyId(value: string | string[] | undefined): string | undefined {
  const text = onlyText(value);
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : undefined;
}

/** A number that a page put into its own address after an act; 0 when there is none. */
export function countIn(value: string | string[] | undefined): number {
  const text = onlyText(value) ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
