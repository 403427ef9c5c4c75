import { ActButton } from "@/components/account/act-button";
import { LeaveForm } from "@/components/team/leave-form";
import { LeaveSpan } from "@/components/team/team-table";
import { TermsForm } from "@/components/team/terms-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TeamMemberView } from "@/lib/casework/queries.server";
import type { PlannedLeave, TeamLine } from "@/lib/casework/team";
import { formatWrittenDay } from "@/lib/i18n/format";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { endLeaveAction, planLeaveAction, setTermsAction } from "../actions";

const weekdays = ["1", "2", "3", "4", "5"] as const;

export async function TermsCard({ member }: { readonly member: TeamLine }) {
  const [t, days, problems] = await Promise.all([
    getTranslations("people.terms"),
    getTranslations("people.weekday"),
    problemWords(),
  ]);
  const words = {
    problems,
    workDays: t("workDays"),
    workDaysHint: t("workDaysHint"),
    caseCap: t("caseCap"),
    caseCapHint: t("caseCapHint"),
    noNewFrom: t("noNewFrom"),
    noNewFromHint: t("noNewFromHint"),
    optional: t("optional"),
    submit: t("submit"),
  };
  return (
    <Card title={{ id: "afspraken", text: t("title") }}>
      <p className="text-ink-soft">{t("help")}</p>
      <TermsForm
        action={setTermsAction}
        accountId={member.id}
        weekdays={weekdays.map((day) => ({ value: day, label: days(day) }))}
        start={{
          workDays: member.workDays.map(String),
          caseCap: member.caseCap === null ? "" : String(member.caseCap),
          noNewFrom: member.noNewFrom === null ? "" : formatWrittenDay(member.noNewFrom),
        }}
        words={words}
      />
    </Card>
  );
}

interface LeaveCardProps {
  readonly view: TeamMemberView;
  readonly today: CalendarDate;
  /** The leave that is to be changed. */
  readonly chosen: string | undefined;
}

export async function LeaveCard({ view, today, chosen }: LeaveCardProps) {
  const t = await getTranslations("people.leaves");
  const { leaves, id, mandate } = view.member;
  const changing = leaves.find(({ leaveId }) => leaveId === chosen) ?? null;
  return (
    <Card title={{ id: "afwezig", text: t("title") }}>
      <p className="text-ink-soft">{t("help")}</p>
      {leaves.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="grid gap-3">
        {leaves.map((leave) => (
          <li key={leave.leaveId} className="grid gap-2 border-b border-line pb-3">
            <PlannedLine accountId={id} leave={leave} today={today} />
          </li>
        ))}
      </ul>
      {mandate === null ? null : (
        <section aria-labelledby="verlof" className="grid gap-4">
          <h3 id="verlof" className="font-semibold">
            {changing === null ? t("add") : t("changeTitle")}
          </h3>
          <LeaveFields view={view} leave={changing} />
          {changing === null ? null : (
            <div>
              <ButtonLink look="plain" href={`/routering/mensen/${id}`}>
                {t("stop")}
              </ButtonLink>
            </div>
          )}
        </section>
      )}
    </Card>
  );
}

interface PlannedLineProps {
  readonly accountId: string;
  readonly leave: PlannedLeave;
  readonly today: CalendarDate;
}

async function PlannedLine({ accountId, leave, today }: PlannedLineProps) {
  const [t, problems] = await Promise.all([getTranslations("people.leaves"), problemWords()]);
  const { leaveId, firstDay, deputyName } = leave;
  return (
    <>
      <p>
        <strong>
          <LeaveSpan leave={leave} />
        </strong>
        <br />
        {deputyName === null ? t("noDeputy") : t("deputy", { name: deputyName })}
      </p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/routering/mensen/${accountId}?verlof=${leaveId}#verlof`}>{t("change")}</ButtonLink>
        <ActButton
          action={endLeaveAction}
          fields={{ accountId, leaveId }}
          look="secondary"
          label={firstDay < today ? t("end") : t("cancel")}
          problems={problems}
        />
      </div>
    </>
  );
}

interface LeaveFieldsProps {
  readonly view: TeamMemberView;
  readonly leave: PlannedLeave | null;
}

async function LeaveFields({ view: { member, deputies }, leave }: LeaveFieldsProps) {
  const [t, problems] = await Promise.all([getTranslations("people.leaves"), problemWords()]);
  const words = {
    problems,
    first: t("first"),
    firstHint: t("firstHint"),
    last: t("last"),
    lastHint: t("lastHint"),
    deputy: t("deputyField"),
    nobody: t("nobody"),
    optional: t("optional"),
    submit: t("submit"),
  };
  return (
    <LeaveForm
      key={leave?.leaveId ?? "new"}
      action={planLeaveAction}
      accountId={member.id}
      leaveId={leave?.leaveId ?? null}
      start={leave === null ? {} : writtenLeave(leave)}
      colleagues={deputies.map(({ id, name }) => ({ value: id, label: name }))}
      words={words}
    />
  );
}

function writtenLeave({ firstDay, lastDay, deputyId }: PlannedLeave) {
  return {
    firstDay: formatWrittenDay(firstDay),
    lastDay: lastDay === null ? "" : formatWrittenDay(lastDay),
    deputyId: deputyId ?? "",
  };
}

export async function HandOverCard({ view: { member, colleagues } }: { readonly view: TeamMemberView }) {
  const t = await getTranslations("people.handOver");
  const options = [
    { value: "team", label: t("team") },
    { value: "inbox", label: t("inbox") },
    ...colleagues.map(({ id, name }) => ({ value: id, label: t("one", { name }) })),
  ];
  return (
    <Card title={{ id: "overdragen", text: t("title") }}>
      <p className="text-ink-soft">{t("help")}</p>
      <form action={`/routering/mensen/${member.id}/overdragen`} className="grid gap-4">
        <SelectField name="naar" label={t("to")} options={options} />
        <div>
          <SubmitButton look="secondary">{t("next")}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
