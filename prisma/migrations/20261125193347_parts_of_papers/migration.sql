-- CreateTable
CREATE TABLE "attachment_parts" (
    "owner_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "object_key" UUID NOT NULL,
    "file_key_sealed" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_parts_pkey" PRIMARY KEY ("owner_id","upload_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "attachment_parts_object_key_key" ON "attachment_parts"("object_key");

-- CreateIndex
CREATE INDEX "attachment_parts_started_at_idx" ON "attachment_parts"("started_at");
