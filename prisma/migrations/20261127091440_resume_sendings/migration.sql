-- CreateTable
CREATE TABLE "attachment_sendings" (
    "owner_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "name_sealed" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_sendings_pkey" PRIMARY KEY ("owner_id","upload_id")
);

-- CreateIndex
CREATE INDEX "attachment_sendings_started_at_idx" ON "attachment_sendings"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_sendings_owner_id_place_sha256_key" ON "attachment_sendings"("owner_id", "place", "sha256");
