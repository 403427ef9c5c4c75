/** How much of a story a page tells: a long one begins at its last part, until its reader asks for the whole. */
export type StorySpan = "whole" | "latest";

const name = "verloop";
const whole = "alles";

export const wholeStoryHref = `?${name}=${whole}#verloop`;

export function storySpan(query: Readonly<Record<string, string | string[] | undefined>>): StorySpan {
  return query[name] === whole ? "whole" : "latest";
}
