import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PresenceForm } from "@/components/presence/presence-form";
import { PresenceTable } from "@/components/presence/presence-table";
import { OfficeNav } from "@/components/routing/office-nav";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { type PresenceView, presenceDays } from "@/lib/casework/presence";
import { listPresence } from "@/lib/casework/queries/presence.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";
import { addPresenceAction } from "./actions";

const path = "/routering/spreekuren";
const outcomes = ["bewaard", "weg"] as const;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("presence"))("title") };
}

export default async function PresencePage({ searchParams }: Props) {
  const viewer = await pageViewer(path);
  const presence = await orNotFound(() => listPresence(viewer, now()));
  const [t, shell, asked, problems] = await Promise.all([
    getTranslations("presence"),
    shellProps(viewer, path),
    searchParams,
    problemWords(),
  ]);
  const done = outcomes.find((outcome) => outcome === onlyText(asked["klaar"]));
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("title")}
        lead={presence.officers === null ? t("ownLead") : t("lead", { office: viewer.organisationName })}
      />
      <OfficeNav current="presence" open={officePlaces(viewer)} />
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      {presence.hours.length === 0 ? (
        <EmptyState title={t("empty")}>{t(presence.officers === null ? "ownEmptyText" : "emptyText")}</EmptyState>
      ) : (
        <PresenceTable hours={presence.hours} problems={problems} />
      )}
      <NewHour presence={presence} />
    </PageShell>
  );
}

async function NewHour({ presence: { locations, officers } }: { readonly presence: PresenceView }) {
  const [t, day, problems] = await Promise.all([
    getTranslations("presence"),
    getTranslations("people.weekday"),
    problemWords(),
  ]);
  const words = {
    problems,
    choose: t("choose"),
    location: t("school"),
    officer: t("who"),
    anybody: t("anybody"),
    weekday: t("weekday"),
    from: t("from"),
    until: t("until"),
    timeHint: t("timeHint"),
    place: t("place"),
    placeHint: t("placeHint"),
    optional: t("optional"),
    submit: t("submit"),
  };
  return (
    <Card title={{ id: "nieuw", text: t("new") }}>
      <div className="max-w-form">
        <PresenceForm
          action={addPresenceAction}
          locations={locations.map(({ id, name }) => ({ value: id, label: name }))}
          officers={officers?.map(({ id, name }) => ({ value: id, label: name })) ?? null}
          days={presenceDays.map((value) => ({ value, label: day(value) }))}
          words={words}
        />
      </div>
    </Card>
  );
}
