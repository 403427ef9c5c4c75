import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { FocusOnArrival } from "./focus-on-arrival";
import { Icon, type IconName } from "./icon";

const tones = {
  info: { box: "border-brand/30 border-l-brand bg-brand-wash", mark: "text-brand", icon: "information" },
  success: { box: "border-good/30 border-l-good bg-good-wash", mark: "text-good", icon: "check" },
  warning: { box: "border-attention/30 border-l-attention bg-attention-wash", mark: "text-attention", icon: "warning" },
  danger: { box: "border-danger/30 border-l-danger bg-danger-wash", mark: "text-danger", icon: "warning" },
} as const satisfies Record<string, { box: string; mark: string; icon: IconName }>;

export interface NoticeProps {
  readonly tone?: keyof typeof tones;
  readonly title?: string;
  readonly children?: ReactNode;
  /** For what just happened: takes the focus when the page opens. */
  readonly takesFocus?: boolean;
}

export function Notice({ tone = "info", title, children, takesFocus = false }: NoticeProps) {
  const { box, mark, icon } = tones[tone];
  const notice = (
    <div
      role={tone === "success" ? "status" : undefined}
      className={classes("flex gap-3 rounded-xl border border-l-[5px] px-4 py-3.5", box)}
    >
      <span className={classes("mt-0.5", mark)}>
        <Icon name={icon} size={20} />
      </span>
      <div className="grid min-w-0 gap-1">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
  return takesFocus ? <FocusOnArrival>{notice}</FocusOnArrival> : notice;
}

export const examples: Examples = {
  info: <Notice>De melding gaat naar Leerplicht Enschede, omdat Sami daar woont.</Notice>,
  success: (
    <Notice tone="success" title="Uw melding is verstuurd" takesFocus={true}>
      <p>U hoort uiterlijk vrijdag 1 mei van het kantoor.</p>
    </Notice>
  ),
  warning: <Notice tone="warning" title="Deze dagen staan al in een andere melding" />,
  danger: <Notice tone="danger" title="Het loket kan nu niet bij de gegevens" />,
};
