type Facts = readonly (readonly [name: string, value: string])[];

interface Link {
  readonly text: string;
  readonly href: string;
}

interface LetterPart {
  readonly heading: string;
  readonly facts: Facts;
  readonly link: Link;
}

/** A letter before it is put on paper: the same content for plain text and HTML. */
export interface LetterContent {
  readonly language: string;
  readonly subject: string;
  readonly opening: readonly string[];
  /** Facts by name, in the order in which they stand. */
  readonly facts: Facts;
  /** One for each report of a letter that tells of many. */
  readonly parts?: readonly LetterPart[];
  readonly link: Link;
  readonly secondLink?: Link;
  readonly closing: readonly string[];
  readonly calendar?: string | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The entry of an appointment for the reader's own calendar (RFC 5545). Null: the letter is about none. */
  readonly calendar: string | null;
}

export function toLetter(content: LetterContent): Letter {
  const { subject, calendar = null } = content;
  return { subject, text: asText(content), html: asHtml(content), calendar };
}

function asText({ opening, facts, parts = [], link, secondLink, closing }: LetterContent): string {
  const blocks = [
    opening.join("\n\n"),
    factsAsText(facts),
    ...parts.map((part) => [part.heading, factsAsText(part.facts), linkAsText(part.link)].join("\n")),
    linkAsText(link),
    secondLink === undefined ? "" : linkAsText(secondLink),
    `-- \n${closing.join("\n")}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const factsAsText = (facts: Facts) => facts.map(([name, value]) => `${name}: ${value}`).join("\n");
const linkAsText = ({ text, href }: Link) => `${text}:\n${href}`;

// Mail programs know little CSS: colours are named twice, so that a dark screen stays readable, and nothing is fetched.
const styles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px; background: #ffffff; color: #15222b; font: 17px/1.5 "Source Sans 3", "Segoe UI", Arial, sans-serif; }
main { max-width: 560px; margin: 0 auto; }
p { margin: 0 0 16px; }
h2 { margin: 24px 0 8px; font-size: 18px; }
table { border-collapse: collapse; margin: 0 0 20px; }
th { padding: 4px 20px 4px 0; text-align: left; vertical-align: top; font-weight: normal; color: #4c5d69; }
td { padding: 4px 0; vertical-align: top; overflow-wrap: anywhere; hyphens: auto; }
a { color: #0a5a66; }
a.button { display: inline-block; padding: 10px 18px; border-radius: 6px; background: #0a5a66; color: #ffffff; font-weight: 600; text-decoration: none; }
.small { color: #4c5d69; font-size: 15px; border-top: 1px solid #dbe2e6; padding-top: 16px; margin-top: 24px; }
@media (prefers-color-scheme: dark) {
  body { background: #131c22; color: #e8eef1; }
  th, .small { color: #aebcc4; }
  .small { border-color: #2b3a43; }
  a { color: #5fc3cf; }
  a.button { background: #5fc3cf; color: #06272c; }
}`;

function asHtml({ language, subject, opening, facts, parts = [], link, secondLink, closing }: LetterContent): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${styles}
</style>
</head>
<body>
<main>
${opening.map((line) => `<p>${escaped(line)}</p>`).join("\n")}
${factsAsHtml(facts)}
${parts.map(partAsHtml).join("\n")}
<p><a class="button" href="${escaped(link.href)}">${escaped(link.text)}</a></p>
${secondLink === undefined ? "" : linkAsHtml(secondLink)}
<div class="small">${closing.map((line) => `<p>${escaped(line)}</p>`).join("")}</div>
</main>
</body>
</html>
`;
}

function partAsHtml({ heading, facts, link }: LetterPart): string {
  return `<h2>${escaped(heading)}</h2>
${factsAsHtml(facts)}
${linkAsHtml(link)}`;
}

const linkAsHtml = ({ text, href }: Link) => `<p><a href="${escaped(href)}">${escaped(text)}</a></p>`;

function factsAsHtml(facts: Facts): string {
  const rows = facts.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`);
  return rows.length === 0 ? "" : `<table>${rows.join("")}</table>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
