import { useLocale } from "next-intl";
import { acceptAction, refuseAction } from "@/app/werkvoorraad/actions";
import { ActForm } from "@/components/casework/act-form";
import { actText } from "@/components/casework/act-text";
import { PageHeading } from "@/components/layout/page-heading";
import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { SummaryList } from "@/components/ui/summary-list";
import type { OfferView } from "@/lib/casework/transfer";
import { reasonsFor, transferReasons } from "@/lib/casework/transfer-reasons";
import { formatDay, formatNumber, formatSpan } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { absenceTypes } from "@/lib/reports/absence-types";
import { asChoice } from "./sending-form";

/** What another office offers, with as much of it as an answer needs. */
export function OfferAnswer({ offer }: { readonly offer: OfferView }) {
  const [t, locale] = [useTranslations("inbox.between.offer"), useLocale()];
  const { fromName, dueOn, isProtected, mayAnswer, otherCount } = offer;
  return (
    <>
      <PageHeading
        title={t("heading")}
        lead={t("lead", { office: fromName })}
        actions={isProtected ? <StatusTag>{t("protected")}</StatusTag> : null}
      />
      <Card edge="brand">
        <p>{t("until", { office: fromName, day: formatDay(dueOn, locale) })}</p>
        {otherCount === 0 ? null : <p>{t("others", { count: otherCount })}</p>}
        {mayAnswer ? <AcceptForm offer={offer} /> : <p className="text-ink-soft">{t("readOnly")}</p>}
      </Card>
      <Card title={{ id: "waarover", text: t("facts") }}>
        <OfferFacts offer={offer} />
      </Card>
      {mayAnswer ? <RefuseCard offer={offer} /> : null}
    </>
  );
}

function OfferFacts({ offer }: { readonly offer: OfferView }) {
  const [t, locale] = [useTranslations("inbox.between.offer"), useLocale()];
  const { reason, note, hoursTotal, type, firstDay, lastDay } = offer;
  const rows = [
    { term: t("reason"), value: reason === null ? "" : asChoice(transferReasons[reason][locale], locale) },
    { term: t("note"), value: note ?? "" },
    { term: t("student"), value: offer.studentName },
    { term: t("birthDate"), value: formatDay(offer.birthDate, locale) },
    { term: t("school"), value: offer.schoolName },
    { term: t("type"), value: absenceTypes[type].label[locale] },
    {
      term: t("period"),
      value:
        lastDay === null ? t("ongoing", { day: formatDay(firstDay, locale) }) : formatSpan(firstDay, lastDay, locale),
    },
    { term: t("hours"), value: hoursTotal === 0 ? "" : formatNumber(hoursTotal, locale) },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value !== "")} />;
}

function AcceptForm({ offer: { reference, version } }: { readonly offer: OfferView }) {
  const [t, acts, locale] = [useTranslations("inbox.between.offer"), useTranslations("inbox.acts"), useLocale()];
  return (
    <>
      <ActForm
        id="overnemen"
        action={acceptAction}
        given={{ reference, version: String(version) }}
        fields={[]}
        button={t("accept")}
        text={actText(acts, locale)}
      />
      <p className="text-ink-soft">{t("acceptText")}</p>
    </>
  );
}

function RefuseCard({ offer: { reference, version } }: { readonly offer: OfferView }) {
  const [t, between] = [useTranslations("inbox.between.offer"), useTranslations("inbox.between")];
  const [acts, locale] = [useTranslations("inbox.acts"), useLocale()];
  return (
    <Card title={{ id: "weigeren-titel", text: t("refuse") }}>
      <ActForm
        id="weigeren"
        action={refuseAction}
        given={{ reference, version: String(version) }}
        fields={[
          {
            kind: "select",
            name: "reason",
            label: t("whyNot"),
            prompt: acts("choose"),
            options: reasonsFor("refuse").map((code) => ({
              value: code,
              label: asChoice(transferReasons[code][locale], locale),
            })),
          },
          {
            kind: "words",
            name: "note",
            label: between("note"),
            hint: between("noteHint"),
            optional: acts("optional"),
          },
        ]}
        button={t("refuseButton")}
        look="secondary"
        text={actText(acts, locale)}
      />
    </Card>
  );
}
