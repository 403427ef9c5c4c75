import { type Selection, selection } from "./selection";

const figuresPath = "/beveiligd/cijfers";
export const choosePath = `${figuresPath}/kiezen`;
export const casesPath = `${figuresPath}/meldingen`;

type Query = Readonly<Record<string, string | string[] | undefined>>;

const one = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : undefined);
const many = (value: string | string[] | undefined) => [value ?? []].flat().filter((text) => text !== "");

/** "region:12"; null: in another shape. */
export function pair<First extends string, Second extends string>(
  text: string | undefined,
  first: First,
  second: Second,
) {
  const found = /^([a-z_]+):(.+)$/.exec(text ?? "");
  return found === null ? null : { [first]: found[1], [second]: found[2] };
}

/** What an address asks for, not checked yet. Codes of places and kinds only: no person is ever in an address. */
export function fromQuery(query: Query): Readonly<Record<string, unknown>> {
  const about = one(query["over"]);
  return {
    about,
    rows: one(query["rijen"]),
    columns: one(query["kolommen"]) ?? "measures",
    measures: many(query["cijfer"]),
    period: one(query["periode"]),
    place: about === "own" ? null : pair(one(query["plaats"]), "level", "code"),
    only: about === "own" ? many(query["alleen"]).map((text) => pair(text, "breakdown", "code")) : [],
    sort: one(query["volgorde"]) ?? "name",
  };
}

/** An address as a page has it. */
export function fieldsOf(query: URLSearchParams): Query {
  return { ...Object.fromEntries(query), cijfer: query.getAll("cijfer"), alleen: query.getAll("alleen") };
}

/** Null: the address asks for nothing that exists. */
export function readSelection(query: Query) {
  return selection.safeParse(fromQuery(query));
}

export function queryOf(wish: Selection): URLSearchParams {
  const query = new URLSearchParams({ over: wish.about, rijen: wish.rows, periode: wish.period });
  if (wish.columns !== "measures") query.set("kolommen", wish.columns);
  for (const measure of wish.measures) query.append("cijfer", measure);
  if (wish.place !== null) query.set("plaats", `${wish.place.level}:${wish.place.code}`);
  for (const { breakdown, code } of wish.only) query.append("alleen", `${breakdown}:${code}`);
  if (wish.sort !== "name") query.set("volgorde", wish.sort);
  return query;
}

export const charts = ["none", "lines", "bars", "multiples", "tiles"] as const;
export type Chart = (typeof charts)[number];

export function readChart(query: Query): Chart {
  return charts.find((chart) => chart === query["beeld"]) ?? "none";
}

export function chooseAddress(wish: Selection, chart: Chart): string {
  const query = queryOf(wish);
  if (chart !== "none") query.set("beeld", chart);
  return `${choosePath}?${query}`;
}

/** The reports behind one row. */
export function casesAddress(wish: Selection, row: string): string {
  const query = queryOf(wish);
  query.set("regel", row);
  return `${casesPath}?${query}`;
}

/** The same figures as a file. */
export function fileAddress(wish: Selection, kind: string): string {
  const query = queryOf(wish);
  query.set("vorm", kind);
  return `${figuresPath}/bestand?${query}`;
}
