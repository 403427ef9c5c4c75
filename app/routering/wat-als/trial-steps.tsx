import { Suspense } from "react";
import { TrialOutcome } from "@/components/routing/trial-outcome";
import { TrialProgress } from "@/components/routing/trial-progress";
import { casePath } from "@/lib/casework/inbox-address";
import type { Trial } from "@/lib/routing/trial";
import type { TrialRun } from "@/lib/routing/views";

interface TrialStepsProps {
  readonly run: TrialRun;
  readonly wholePath: string;
}

/** So many times the page says how far the trial is. */
const progressSteps = 20;

/** The outcome, after as much progress as there is to show; whoever leaves stops the trial at its next step. */
export function TrialSteps({ run, wholePath }: TrialStepsProps) {
  const steps = run.steps();
  return (
    <Suspense fallback={<TrialProgress done={0} total={run.reportCount} wholePath={wholePath} />}>
      <Further run={run} wholePath={wholePath} goOn={(until) => advance(steps, until)} />
    </Suspense>
  );
}

interface FurtherProps extends TrialStepsProps {
  readonly goOn: (until: number) => Promise<number | Trial>;
  readonly done?: number;
}

async function Further({ done = 0, ...props }: FurtherProps) {
  const { run, wholePath, goOn } = props;
  const step = await goOn(done + run.reportCount / progressSteps);
  if (typeof step !== "number") return <TrialOutcome run={run} trial={step} pathOf={casePath} />;
  return (
    <Suspense fallback={<TrialProgress done={step} total={run.reportCount} wholePath={wholePath} />}>
      <Further {...props} done={step} />
    </Suspense>
  );
}

/** The outcome in one piece. */
export async function WholeTrial({ run }: Pick<TrialStepsProps, "run">) {
  const trial = await advance(run.steps(), Number.POSITIVE_INFINITY);
  return typeof trial === "number" ? null : <TrialOutcome run={run} trial={trial} pathOf={casePath} />;
}

async function advance(steps: ReturnType<TrialRun["steps"]>, until: number): Promise<number | Trial> {
  for (;;) {
    const step = await steps.next();
    if (step.done || step.value >= until) return step.value;
  }
}
