import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ActField, ActText } from "@/components/casework/act";
import { GoneAct } from "@/components/casework/gone-act";
import { emptyForm, type FormState } from "@/lib/web/form-state";

const text: ActText = {
  errorHeading: "Er klopt iets nog niet",
  errorPrefix: "Fout: ",
  pending: "Bezig",
  changed: "{who} was u voor. De melding is nu: {status}. Wat u heeft ingevuld, staat hier nog.",
  gone: "{who} was u voor. De melding is nu: {status}.",
  goneHeading: "Niet gedaan",
  goneTyped: "Wat u had geschreven, staat hieronder.",
  somebody: "Iemand anders",
  statuses: { closed: "afgesloten" },
};
const fields: readonly ActField[] = [
  { kind: "words", name: "words", label: "Dit leest de school" },
  { kind: "words", name: "note", label: "Dit leest alleen uw kantoor" },
];

const draw = (state: FormState) => renderToStaticMarkup(<GoneAct fields={fields} text={text} state={state} />);
const refused = (who: string, values: FormState["values"]): FormState => ({
  ...emptyForm,
  values,
  problems: [{ code: "report-changed", facts: { who, status: "closed" }, sentence: "Veranderd." }],
});

test("an act that cannot be done any more and was not tried is not there", () => {
  expect(draw(emptyForm)).toBe("");
});

test("whoever was refused reads who was first, what the report is now, and all that he had typed", () => {
  const drawn = draw(refused("Jan de Vries", { words: "Met oma <gesproken>.", note: "" }));
  expect(drawn).toContain("Jan de Vries was u voor. De melding is nu: afgesloten.");
  expect(drawn).toContain("Dit leest de school");
  expect(drawn).toContain("Met oma &lt;gesproken&gt;.");
  expect(drawn).not.toContain("Dit leest alleen uw kantoor");
});

test("a press without words speaks of no words, and of a colleague without a name as somebody", () => {
  const drawn = draw(refused("", {}));
  expect(drawn).toContain("Iemand anders was u voor.");
  expect(drawn).not.toContain(text.goneTyped);
});
