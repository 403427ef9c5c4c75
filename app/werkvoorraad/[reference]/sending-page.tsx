import { notFound, redirect } from "next/navigation";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { type SendingAct, SendingForm } from "@/components/transfers/sending-form";
import { Card } from "@/components/ui/card";
import { casePath } from "@/lib/casework/inbox-address";
import { findSending } from "@/lib/casework/queries/transfers.server";
import { type Signal, signalKinds } from "@/lib/casework/signals";
import { answerTermDays } from "@/lib/casework/transfer";
import { reasonsFor } from "@/lib/casework/transfer-reasons";
import { now } from "@/lib/shared/clock";
import { orNull } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyId } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface SendingPageProps {
  readonly act: SendingAct;
  readonly reference: string;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}

/** The form of an act that takes a report to another office, on a page of its own: the offices are many. */
export async function SendingPage({ act, reference, query }: SendingPageProps) {
  const path = casePath(reference);
  const viewer = await pageViewer(path);
  if (viewer.kind !== "office") notFound();
  const sending = await orNull(() => findSending(viewer, now(), { reference, act: `report:${act}` }));
  // A page that was left open: the case itself says that it has gone, or to whom it is offered.
  if (sending === null) redirect(path);
  const [t, inbox, common, shell] = await Promise.all([
    getTranslations("inbox.between"),
    getTranslations("inbox"),
    getTranslations("common"),
    shellProps(viewer, path),
  ]);
  const heading = t(`${act}.heading`);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[
          { label: inbox("title"), href: "/werkvoorraad" },
          { label: sending.reference, href: path },
          { label: heading },
        ]}
      />
      <PageHeading title={heading} lead={t(`${act}.lead`, { days: answerTermDays })} />
      <Card>
        <SendingForm
          act={act}
          sending={sending}
          proposal={proposalIn(act, sending.signals, onlyId(query["signaal"]))}
        />
      </Card>
    </PageShell>
  );
}

/** What the register said leads here with an office and a reason; the form checks both like anything typed. */
function proposalIn(act: SendingAct, signals: readonly Signal[], id: string | undefined) {
  const signal = signals.find((one) => one.id === id);
  if (signal === undefined) return { officeCode: "", reason: "" } as const;
  const { reason } = signalKinds[signal.kind];
  return {
    officeCode: signal.officeCode ?? "",
    reason: reasonsFor(act).find((code) => code === reason) ?? "",
  } as const;
}
