"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { UploadFields, type UploadFieldWords } from "./upload-fields";
import { HalfSentList, UploadList, type UploadListWords } from "./upload-list";
import type { UploadOffer } from "./upload-offer";
import { useUploads } from "./use-uploads";

export interface UploadWords extends UploadListWords, UploadFieldWords {
  readonly drop: string;
  readonly button: string;
}

interface UploadFormProps {
  /** Of the field for files: there may be more of these forms on one page. */
  readonly id: string;
  readonly address: string;
  readonly offer: UploadOffer;
  /** Files that are pasted on the page come here. */
  readonly isForPasted?: boolean;
}

/**
 * Sends papers. Without script a plain form with files; with it each file goes by itself as soon as it is chosen,
 * dropped, pasted or photographed, with how far it is, and can be stopped and sent again.
 */
export function UploadForm({ id, address, offer, isForPasted = false }: UploadFormProps) {
  const { words, bytesMax } = offer;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { uploads, halfSent, forget, add, cancel, retry } = useUploads({
    addressOf: () => address,
    bytesMax,
    words,
    onDone: () => router.refresh(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.current?.querySelector<HTMLInputElement>("input[type=file]")?.click();
  };
  return (
    <>
      <form ref={form} method="post" action={address} encType="multipart/form-data" onSubmit={submit}>
        <UploadFields id={id} kindName="kind" fileName="bestand" offer={offer} isForPasted={isForPasted} onFiles={add}>
          <Button type="submit">{words.button}</Button>
          <p className="text-sm text-ink-soft">{words.drop}</p>
        </UploadFields>
      </form>
      <HalfSentList files={halfSent} words={words} onForget={forget} />
      <UploadList uploads={uploads} words={words} onCancel={cancel} onRetry={retry} />
    </>
  );
}
