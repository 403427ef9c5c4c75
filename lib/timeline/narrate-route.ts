import type { EventData, TimelineEvent } from "./events";
import { done, labelOf, listOf, type Narrator } from "./narrator";
import type { Sentence } from "./sentence";

type RouteEvent = Extract<TimelineEvent, { kind: "routed" | "moved" | "unroutable" | "placed" }>;

/** Where a report goes, by the rules or by hand. */
export function narrateRoute(event: RouteEvent, narrator: Narrator): Sentence {
  switch (event.kind) {
    case "routed":
      return narrateRouted(event.data, narrator);
    case "moved":
      return narrateMoved(event.data, narrator);
    case "unroutable":
      return narrateUnroutable(event.data, narrator);
    case "placed":
      return narratePlaced(event.data, narrator);
  }
}

/** Where the report went, and why; an office without a name is one that this reader may not know (settled 12). */
function narrateRouted(data: EventData<"routed">, narrator: Narrator): Sentence {
  const { t } = narrator;
  if (data.office === "") return done(narrator, t("timeline.routed.protected"));
  const place = placeOf(data, narrator);
  const because = reasonsOf(
    data.because.filter((code) => !narrator.labels.officerReasons.has(code)),
    narrator,
  );
  const text =
    because === null ? t("timeline.routed.plain", { place }) : t("timeline.routed.because", { place, because });
  return done(narrator, text, { names: [data.office], detail: officerDetail(data, narrator) });
}

/** It went along with its municipality, which changed or got another office. */
function narrateMoved(data: EventData<"moved">, narrator: Narrator): Sentence {
  const { t } = narrator;
  if (data.office === "") return done(narrator, t("timeline.routed.protected"));
  const text = t("timeline.moved", { place: placeOf(data, narrator) });
  return done(narrator, text, { names: [data.office], detail: officerDetail(data, narrator) });
}

function placeOf({ office, municipality }: EventData<"routed">, { t }: Narrator): string {
  return municipality === null || office.includes(municipality)
    ? office
    : t("timeline.routed.for", { office, municipality });
}

function officerDetail({ officer, because }: EventData<"routed">, narrator: Narrator): string {
  const { t } = narrator;
  if (officer === null) return t("timeline.routed.shared");
  const reasons = reasonsOf(
    because.filter((code) => narrator.labels.officerReasons.has(code)),
    narrator,
  );
  return reasons === null
    ? t("timeline.routed.officer", { officer })
    : t("timeline.routed.officerBecause", { officer, because: reasons });
}

function reasonsOf(codes: readonly string[], { labels, reader }: Narrator): string | null {
  const words = codes.map((code) => labelOf(labels.because, code, reader.locale)).filter((word) => word !== "");
  return words.length === 0 ? null : listOf(words, reader.locale);
}

function narrateUnroutable({ why }: EventData<"unroutable">, narrator: Narrator): Sentence {
  const { t } = narrator;
  if (why === "protected") return done(narrator, t("timeline.routed.protected"));
  const because = reasonsOf([why], narrator) ?? why;
  return done(narrator, t("timeline.unroutable.text", { because }), { detail: t("timeline.unroutable.detail") });
}

function narratePlaced({ office, officer, reason }: EventData<"placed">, narrator: Narrator): Sentence {
  const { t } = narrator;
  if (office === "") return done(narrator, t("timeline.routed.protected"));
  const detail = officer === null ? null : t("timeline.routed.officer", { officer });
  return done(narrator, t("timeline.placed", { office }), { names: [office], detail, said: reason });
}
