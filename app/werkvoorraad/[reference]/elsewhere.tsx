import { notFound } from "next/navigation";
import { DoneNotice } from "@/components/casework/done-notice";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageShell } from "@/components/layout/page-shell";
import { LookingBack } from "@/components/transfers/looking-back";
import { OfferAnswer } from "@/components/transfers/offer-answer";
import { casePath } from "@/lib/casework/inbox-address";
import { findLookBack, findOffer } from "@/lib/casework/queries/transfers.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface ElsewhereProps {
  readonly viewer: OfficeViewer;
  readonly now: Now;
  readonly reference: string;
  /** Whether it was sent on just now. */
  readonly isSentOn: boolean;
}

/** A report that is not with this office: offered to it, or given away by it. Anything else is not there. */
export async function Elsewhere({ viewer, now, reference, isSentOn }: ElsewhereProps) {
  const offer = await orNull(() => findOffer(viewer, now, reference));
  const past = offer === null ? await orNull(() => findLookBack(viewer, now, reference)) : null;
  if (offer === null && past === null) notFound();
  const [t, shell] = await Promise.all([getTranslations(), shellProps(viewer, casePath(reference))]);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[
          { label: t("inbox.between.lists.title"), href: "/routering/overdrachten" },
          { label: readReference(reference) ?? "" },
        ]}
      />
      {isSentOn ? <DoneNotice done="doorgestuurd" /> : null}
      {offer === null ? null : <OfferAnswer offer={offer} />}
      {past === null ? null : <LookingBack past={past} accountId={viewer.accountId} />}
    </PageShell>
  );
}

async function orNull<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
