import { renderToStaticMarkup } from "react-dom/server";
import { frameExamples, uiExamples, withTexts } from "@/tests/support/ui-examples";

/**
 * Prints every example as HTML, as one JSON object by name. A program of its own, because Playwright compiles JSX in
 * its tests to something that React cannot draw. Run it with `tsx`.
 */
const pieces = Object.entries({ ...uiExamples, frame: frameExamples }).flatMap(([component, examples]) =>
  Object.entries(examples).map(([name, example]) => [
    `${component}: ${name}`,
    renderToStaticMarkup(withTexts(example)),
  ]),
);

process.stdout.write(JSON.stringify(Object.fromEntries(pieces)));
