import type { SelectOption } from "@/components/ui/field";
import { acceptedExtensions } from "@/lib/attachments/formats";
import { type KindCode, kindCodes, kinds } from "@/lib/attachments/kinds";
import { limits, megabytesPerFile } from "@/lib/attachments/limits";
import type { Locale } from "@/lib/i18n/locale";
import { type Messages, messages } from "@/lib/i18n/messages";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { UploadWords } from "./upload-form";

/** What may be sent, and all that is said of it; made on the server, in one language. */
export interface UploadOffer {
  readonly accept: string;
  readonly bytesMax: number;
  readonly kinds: readonly SelectOption[];
  readonly words: UploadWords;
}

/** The same while a report is being written, with what goes along already. */
export interface FilingPapersOffer {
  readonly upload: UploadOffer;
  readonly filing: Messages["attachments"]["filing"];
  readonly filesMax: number;
  /** What is to be known of a desk without a scanner for viruses; null: this one has it. */
  readonly unscanned: string | null;
}

export function filingPapersOffer(locale: Locale, isScanned: boolean): FilingPapersOffer {
  const { filing, unscanned } = messages[locale].attachments;
  const upload = uploadOffer(locale);
  const words = { ...upload.words, done: filing.ready, waits: filing.waits };
  return {
    upload: { ...upload, words },
    filing,
    filesMax: limits.filesPerReport,
    unscanned: isScanned ? null : unscanned,
  };
}

/** For a paper of which it is known what it is. */
export function uploadOfferFor(kind: KindCode, button: string, locale: Locale): UploadOffer {
  const offer = uploadOffer(locale);
  return {
    ...offer,
    kinds: offer.kinds.filter(({ value }) => value === kind),
    words: { ...offer.words, button },
  };
}

export function uploadOffer(locale: Locale): UploadOffer {
  return {
    accept: acceptedExtensions,
    bytesMax: limits.bytesPerFile,
    kinds: kindCodes.map((value) => ({ value, label: kinds[value].label[locale] })),
    words: uploadWords(translatorFor(locale)),
  };
}

function uploadWords(t: Translate): UploadWords {
  const add = (name: Exclude<keyof UploadWords, "hint" | "tooLarge" | "empty" | "about" | "busy" | "half">) =>
    t(`attachments.add.${name}`);
  return {
    hint: t("attachments.add.hint", { size: megabytesPerFile, limit: limits.filesPerReport }),
    tooLarge: t("problems.file-too-large"),
    empty: t("problems.file-empty"),
    about: t("attachments.add.about", { name: "NAME", act: "ACT" }),
    busy: t("attachments.add.busy", { percent: "PERCENT" }),
    half: t("attachments.add.half", { percent: "PERCENT" }),
    halfList: add("halfList"),
    forget: add("forget"),
    kind: add("kind"),
    files: add("files"),
    photo: add("photo"),
    drop: add("drop"),
    button: add("button"),
    list: add("list"),
    checking: add("checking"),
    paused: add("paused"),
    done: add("done"),
    twice: add("twice"),
    waits: add("waits"),
    cancelled: add("cancelled"),
    offline: add("offline"),
    cancel: add("cancel"),
    retry: add("retry"),
  };
}
