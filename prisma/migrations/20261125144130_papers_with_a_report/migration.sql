-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "name_sealed" TEXT NOT NULL,
    "sent_sha256" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "object_key" UUID NOT NULL,
    "file_key_sealed" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploader_side" TEXT NOT NULL,
    "uploader_name" TEXT NOT NULL,
    "uploader_id" UUID,
    "organisation_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_uploads" (
    "object_key" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_uploads_pkey" PRIMARY KEY ("object_key")
);

-- CreateTable
CREATE TABLE "attachment_pieces" (
    "object_key" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_pieces_pkey" PRIMARY KEY ("object_key","position")
);

-- CreateTable
CREATE TABLE "attachment_links" (
    "token_hash" TEXT NOT NULL,
    "attachment_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "report_version" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachments_object_key_key" ON "attachments"("object_key");

-- CreateIndex
CREATE INDEX "attachments_organisation_id_idx" ON "attachments"("organisation_id");

-- CreateIndex
CREATE INDEX "attachments_report_id_idx" ON "attachments"("report_id");

-- CreateIndex
CREATE INDEX "attachment_uploads_started_at_idx" ON "attachment_uploads"("started_at");

-- CreateIndex
CREATE INDEX "attachment_links_expires_at_idx" ON "attachment_links"("expires_at");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_links" ADD CONSTRAINT "attachment_links_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The same file is with a report once, and again when it is gone.
CREATE UNIQUE INDEX "attachments_same_file" ON "attachments"("report_id", "sent_sha256") WHERE "gone_at" IS NULL;

ALTER TABLE "attachments" ADD CONSTRAINT "attachments_state_known"
  CHECK ("state" IN ('waiting', 'clean', 'refused', 'removed') AND ("state" IN ('refused', 'removed')) = ("gone_at" IS NOT NULL));

-- Sealed bytes do not get smaller.
ALTER TABLE "attachment_pieces" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
