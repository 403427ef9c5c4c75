import { NextIntlClientProvider } from "next-intl";
import type { ReactElement, ReactNode } from "react";
import * as breadcrumb from "@/components/layout/breadcrumb";
import * as pageShell from "@/components/layout/page-shell";
import * as button from "@/components/ui/button";
import * as card from "@/components/ui/card";
import * as choiceGroup from "@/components/ui/choice-group";
import * as countedTextArea from "@/components/ui/counted-text-area";
import * as dataTable from "@/components/ui/data-table";
import * as dateField from "@/components/ui/date-field";
import * as details from "@/components/ui/details";
import * as dialog from "@/components/ui/dialog";
import * as emptyState from "@/components/ui/empty-state";
import * as errorSummary from "@/components/ui/error-summary";
import type { Examples } from "@/components/ui/examples";
import * as field from "@/components/ui/field";
import * as focusOnArrival from "@/components/ui/focus-on-arrival";
import * as icon from "@/components/ui/icon";
import * as meter from "@/components/ui/meter";
import * as notice from "@/components/ui/notice";
import * as pagination from "@/components/ui/pagination";
import * as promiseBar from "@/components/ui/promise-bar";
import * as searchBox from "@/components/ui/search-box";
import * as statusTag from "@/components/ui/status-tag";
import * as steps from "@/components/ui/steps";
import * as submitButton from "@/components/ui/submit-button";
import * as summaryList from "@/components/ui/summary-list";
import * as textLink from "@/components/ui/text-link";
import * as timeline from "@/components/ui/timeline";
import { messages } from "@/lib/i18n/messages";

/** Every component of `components/ui` with its examples, by its file's name. */
export const uiExamples: Readonly<Record<string, Examples>> = {
  button: button.examples,
  card: card.examples,
  "choice-group": choiceGroup.examples,
  "counted-text-area": countedTextArea.examples,
  "data-table": dataTable.examples,
  "date-field": dateField.examples,
  details: details.examples,
  dialog: dialog.examples,
  "empty-state": emptyState.examples,
  "error-summary": errorSummary.examples,
  field: field.examples,
  "focus-on-arrival": focusOnArrival.examples,
  icon: icon.examples,
  meter: meter.examples,
  notice: notice.examples,
  pagination: pagination.examples,
  "promise-bar": promiseBar.examples,
  "search-box": searchBox.examples,
  "status-tag": statusTag.examples,
  steps: steps.examples,
  "submit-button": submitButton.examples,
  "summary-list": summaryList.examples,
  "text-link": textLink.examples,
  timeline: timeline.examples,
};

const actions = { switchLanguage: "/taal", switchMandate: "/functie", signOut: "/uitloggen" };

/** The frame of a page, signed in and not. */
export const frameExamples: Examples = {
  "signed in": (
    <pageShell.PageShell
      actions={actions}
      isDemo={true}
      who={{ name: "Anouk Verbeek", role: "Melder", organisation: "Het Stedelijk Zwering" }}
      otherMandates={[{ id: "1", role: "Beheerder van de school", organisation: "Het Stedelijk Zwering" }]}
      nav={[
        { href: "/meldingen", label: "Meldingen", isCurrent: true },
        { href: "/concepten", label: "Te versturen", count: { shown: "2", label: "2 te versturen" } },
      ]}
    >
      <breadcrumb.Breadcrumb
        label="U bent hier"
        crumbs={[{ label: "Meldingen", href: "/meldingen" }, { label: "V-1" }]}
      />
      <h1>Melding</h1>
    </pageShell.PageShell>
  ),
  "signed out": (
    <pageShell.PageShell actions={actions} width="form">
      <h1>Inloggen</h1>
    </pageShell.PageShell>
  ),
};

/** With the texts around it that a page has. */
export function withTexts(example: ReactNode): ReactElement {
  return (
    <NextIntlClientProvider locale="nl" messages={messages.nl} timeZone="Europe/Amsterdam">
      {example}
    </NextIntlClientProvider>
  );
}
