import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";

/** Whom to call or mail about this report, one press away. */
export function Reach({ report: { contact, parentPhone } }: { readonly report: ReportView }) {
  const t = useTranslations("inbox.case");
  return (
    <Card title={{ id: "bereiken", text: t("contactTitle") }}>
      <div className="grid gap-3">
        <Person role={t("fields.reporter")} name={[contact.name, contact.function].filter(Boolean).join(", ")}>
          {contact.phone === null ? null : <PhoneLink phone={contact.phone} />}
          {contact.email === null ? null : (
            <a href={`mailto:${contact.email}`} className="inline-flex min-h-6 items-center break-all">
              {contact.email}
            </a>
          )}
        </Person>
        {parentPhone === null ? null : (
          <Person role={t("fields.parents")}>
            <PhoneLink phone={parentPhone} />
          </Person>
        )}
      </div>
    </Card>
  );
}

interface PersonProps {
  readonly role: string;
  readonly name?: string;
  readonly children: ReactNode;
}

function Person({ role, name, children }: PersonProps) {
  return (
    <div className="grid justify-items-start">
      <p className="text-sm text-ink-soft">{role}</p>
      {name === undefined ? null : <p className="font-semibold">{name}</p>}
      {children}
    </div>
  );
}

function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a
      href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}
      className="inline-flex min-h-7 items-center gap-1.5 font-semibold"
    >
      <Icon name="phone" size={15} />
      {phone}
    </a>
  );
}
