import type { SaxesTagNS } from "saxes";
import { PackageRefused } from "./package";
import type { XmlListener } from "./xml";

/** Ties a part to another one, or to something elsewhere. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** A link that a reader may click is fine; anything else from outside is fetched without asking. */
const links: readonly string[] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
  "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink",
];
const macroType = /macroEnabled|vnd\.ms-office\.vbaProject/i;
const macros = /\/(vbaProject|wordVbaData|xl(Intl)?Macrosheet)$/i;
const actingType =
  /\/(aFChunk|oleObject|package|control|activeXControlBinary|ctrlProp|externalLink(Path)?|attachedTemplate|subDocument|frame|connections|queryTable|dialogsheet|extensibility|webextension(taskpanes)?)$/i;
/** What fetches or carries by the number of a relation, of whichever type that is. */
const actingElement = /^(attachedTemplate|altChunk|subDoc|externalReference|ddeLink|oleLink|OLEObject)$/;
const actingRoot = /^(connections|queryTable)$/;
const relationsOfOffice = /officeDocument\/(2006\/)?relationships$/;
const formula = /^(f|formula[12]?|definedName|calculatedColumnFormula|totalsRowFormula)$/;
/** Of Excel: what asks something of the web, or of another program. */
const fetchingFormula = /(^|[^\w.])(_xl\w+\.)*(WEBSERVICE|IMAGE|RTD)\s*\(/i;
/** Of Word, where it stands as words of a field; in a text they are only letters. */
const fetchingField = /\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT)\b|^\s*(LINK|INCLUDE|IMPORT|RD|DATABASE)\b/i;

/** Hears a part being read, and refuses the file at the first thing that acts. */
export function listenForActs(onRelation: (relation: Relation) => void): XmlListener {
  const fields = listenToFields();
  let depth = 0;
  let words: string | null = null;
  let isField = false;

  return {
    open(tag) {
      depth += 1;
      lookAt(tag, onRelation);
      fields.open(tag);
      if (tag.local === "instrText") isField = true;
      if (formula.test(tag.local)) words = "";
    },
    text(text) {
      if (isField) fields.text(text);
      if (words !== null) words += text;
    },
    close({ local }) {
      depth -= 1;
      if (local === "instrText") isField = false;
      if (formula.test(local)) {
        refuseIf(startsProgram(words ?? ""));
        words = null;
      }
      if (depth === 0) fields.end();
    },
  };
}

function refuseIf(acts: boolean, code = "office-acts"): void {
  if (acts) throw new PackageRefused(code);
}

function lookAt(tag: SaxesTagNS, onRelation: (relation: Relation) => void): void {
  const { local, uri } = tag;
  if (local === "Relationship") onRelation(relationOf(tag));
  refuseIf(macroType.test(attributeOf(tag, "ContentType")), "file-macros");
  refuseIf(actingElement.test(local) || (actingRoot.test(local) && uri.includes("spreadsheetml")));
  refuseIf(Object.values(tag.attributes).some((one) => one.local === "link" && relationsOfOffice.test(one.uri)));
}

function relationOf(tag: SaxesTagNS): Relation {
  const relation = { type: attributeOf(tag, "Type"), target: attributeOf(tag, "Target") };
  refuseIf(macros.test(relation.type), "file-macros");
  refuseIf(actingType.test(relation.type));
  refuseIf(/external/i.test(attributeOf(tag, "TargetMode")) && !links.includes(relation.type));
  return relation;
}

function attributeOf({ attributes }: SaxesTagNS, name: string): string {
  return attributes[name]?.value ?? "";
}

/** The words of a field of Word may be cut into pieces, with other fields between them. */
function listenToFields() {
  const started = [""];
  const refuse = (words: string) => refuseIf(fetchingField.test(words));

  return {
    open(tag: SaxesTagNS) {
      if (tag.local === "fldSimple")
        refuse(Object.values(tag.attributes).find(({ local }) => local === "instr")?.value ?? "");
      if (tag.local !== "fldChar") return;
      const turn = Object.values(tag.attributes).find(({ local }) => local === "fldCharType")?.value;
      if (turn === "begin") started.push("");
      else if (turn === "end") refuse(started.pop() ?? "");
    },
    text(words: string) {
      started.push((started.pop() ?? "") + words);
    },
    end() {
      started.forEach(refuse);
    },
  };
}

/** Also DDE: a formula that names a program before the bar and something of it behind. */
function startsProgram(words: string): boolean {
  const without = words.replaceAll(/"[^"]*"/g, '""');
  return fetchingFormula.test(without) || (without.includes("|") && without.includes("!"));
}
