import type { Metadata } from "next";
import { AcceptForm } from "@/components/account/accept-form";
import { QrCode } from "@/components/account/qr-code";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { readSealed } from "@/lib/identity/cookies.server";
import { type OpenInvitation, openOffer, readInvitation } from "@/lib/identity/entry/invitation.server";
import { qrPicture } from "@/lib/identity/qr";
import { totpUri } from "@/lib/identity/totp";
import { now } from "@/lib/shared/clock";
import { publicShellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { acceptAction, beginAction } from "./actions";

interface Props {
  readonly params: Promise<{ readonly token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.invitation"))("title") };
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [invitation, shell] = await Promise.all([readInvitation(token, now()), publicShellProps()]);
  return (
    <PageShell {...shell} width="form">
      {invitation === null ? <Over /> : <Open invitation={invitation} token={token} />}
    </PageShell>
  );
}

async function Over() {
  const t = await getTranslations("identity.invitation");
  return (
    <>
      <PageHeading title={t("overTitle")} />
      <Notice tone="warning">
        <p>{t("over")}</p>
      </Notice>
      <div>
        <ButtonLink href="/inloggen">{t("toSignIn")}</ButtonLink>
      </div>
    </>
  );
}

interface OpenProps {
  readonly invitation: OpenInvitation;
  readonly token: string;
}

async function Open({ invitation, token }: OpenProps) {
  const t = await getTranslations("identity.invitation");
  const offer = openOffer(await readSealed("offer"), invitation.id);
  const { name, email, organisations } = invitation;
  return (
    <>
      <PageHeading
        title={t("welcome", { name })}
        lead={
          <>
            {organisations.length > 0 ? <p>{t("for", { organisations: organisations.join(", ") })}</p> : null}
            <p>{t("loginName", { email })}</p>
          </>
        }
      />
      <Card>
        {offer === null ? (
          <form action={beginAction} className="grid gap-4">
            <p>{t("begin")}</p>
            <input type="hidden" name="token" value={token} />
            <div>
              <SubmitButton>{t("beginSubmit")}</SubmitButton>
            </div>
          </form>
        ) : (
          <SetUp invitation={invitation} token={token} secret={offer.secret} />
        )}
      </Card>
    </>
  );
}

async function SetUp({ invitation, token, secret }: OpenProps & { readonly secret: string }) {
  const [t, form] = await Promise.all([getTranslations("identity.invitation"), getTranslations("common.form")]);
  const words = {
    problems: { heading: form("errorHeading"), titlePrefix: form("errorTitlePrefix") },
    password: t("password"),
    passwordHint: t("passwordHint"),
    repeat: t("repeat"),
    code: t("code"),
    codeHint: t("codeHint"),
    submit: t("submit"),
    busy: t("busy"),
  };
  const factor = (
    <section aria-labelledby="tweede-stap" className="grid gap-3">
      <h2 id="tweede-stap">{t("factorTitle")}</h2>
      <p>{t("factorText")}</p>
      <QrCode picture={qrPicture(totpUri(secret, invitation.email))} label={t("qr")} />
      <p className="text-sm text-ink-soft wrap-anywhere">
        {t("secret", { secret: secret.match(/.{1,4}/g)?.join(" ") ?? secret })}
      </p>
    </section>
  );
  return (
    <AcceptForm
      action={acceptAction}
      token={token}
      email={invitation.email}
      factor={invitation.needsFactor ? factor : null}
      words={words}
    />
  );
}
