import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { textIn } from "@/lib/reports/form-values";
import type { ReportFormState } from "./form-state";
import type { FormText } from "./form-text";

/** What the register knows of the student, so that nobody has to type it, and everybody sees that it is the right one. */
export function StudentCard({ state, text }: { readonly state: ReportFormState; readonly text: FormText }) {
  const { student, values } = state;
  if (student === null) return null;
  const followUpTo = textIn(values, "followUpTo");
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <p>
            <strong>{student.name}</strong>, {student.about}
          </p>
          {followUpTo === "" ? null : (
            <p className="text-sm text-ink-soft">
              {text.followUpLead} {followUpTo}. {text.followUpCarried}
            </p>
          )}
        </div>
        {followUpTo === "" ? (
          <Button type="submit" name="go" value="to-who" look="plain">
            {text.otherStudent}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
