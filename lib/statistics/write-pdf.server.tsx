import "server-only";
import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { FigureFile, FileCell } from "./file";

const style = StyleSheet.create({
  page: { padding: 40, fontSize: 9, fontFamily: "Helvetica" },
  title: { fontSize: 14, fontFamily: "Helvetica-Bold", marginBottom: 10 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: "#b3c0c8", paddingVertical: 3 },
  head: { fontFamily: "Helvetica-Bold", borderBottomWidth: 1 },
  name: { flex: 3 },
  cell: { flex: 1.4, textAlign: "right" },
  cover: { marginTop: 16 },
  term: { fontFamily: "Helvetica-Bold", marginTop: 5 },
  number: { position: "absolute", bottom: 20, right: 40, fontSize: 8 },
});

/** To print or pass on: the table, and under it what one must know of it. */
export function pdfOf(file: FigureFile, locale: string): Promise<Buffer> {
  return renderToBuffer(
    <Document title={file.title} language={locale}>
      <Page size="A4" orientation={file.header.length > 6 ? "landscape" : "portrait"} style={style.page}>
        <Text style={style.title}>{file.title}</Text>
        <Line cells={file.header} isHead={true} />
        {keyed(file.rows.map((row) => row.map(textOf))).map(({ key, value }) => (
          <Line key={key} cells={value} isHead={false} />
        ))}
        <View style={style.cover}>
          {keyed(file.cover).map(({ key, value: { term, value } }) => (
            <View key={key} wrap={false}>
              <Text style={style.term}>{term}</Text>
              <Text>{value}</Text>
            </View>
          ))}
        </View>
        <Text
          style={style.number}
          fixed={true}
          render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>,
  );
}

/** Lines of a file have no name of their own. */
const keyed = <Value,>(values: readonly Value[]) => values.map((value, at) => ({ key: String(at), value }));

function Line({ cells, isHead }: { readonly cells: readonly string[]; readonly isHead: boolean }) {
  return (
    <View style={isHead ? [style.row, style.head] : style.row} wrap={false} fixed={isHead}>
      {keyed(cells).map(({ key, value }) => (
        <Text key={key} style={key === "0" ? style.name : style.cell}>
          {value}
        </Text>
      ))}
    </View>
  );
}

function textOf(cell: FileCell): string {
  if (cell.kind === "text") return cell.text;
  return cell.kind === "percent" ? `${Math.round(cell.value * 100)}%` : String(cell.value).replace(".", ",");
}
