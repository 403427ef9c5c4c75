import { LadderForm } from "@/components/calendar/ladder-form";
import { Card } from "@/components/ui/card";
import { Details } from "@/components/ui/details";
import { ladderFields } from "@/lib/reports/ladder-fields";
import type { MunicipalityLadder } from "@/lib/reports/views";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { keepLadderAction } from "./actions";

/** What happens after how many times late, for each municipality of the office. */
export async function LadderCard({ ladders }: { readonly ladders: readonly MunicipalityLadder[] }) {
  const [t, problems] = await Promise.all([getTranslations("hours.ladder.settings"), problemWords()]);
  const common = { problems, step: t("step"), times: t("times"), act: t("act") };
  return (
    <Card title={{ id: "stappen", text: t("title") }}>
      <p className="text-ink-soft">{t("municipalityLead")}</p>
      {ladders.map(({ code, name, steps }) => (
        <Details key={code} summary={`${name}: ${steps === null ? t("usual") : t("own", { steps: steps.length })}`}>
          <LadderForm
            action={keepLadderAction}
            municipalityCode={code}
            start={ladderFields(steps)}
            words={{ ...common, submit: t("submitOf", { name }) }}
          />
        </Details>
      ))}
    </Card>
  );
}
