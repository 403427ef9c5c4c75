-- CreateTable
CREATE TABLE "kept_forms" (
    "owner_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "words_sealed" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_forms_pkey" PRIMARY KEY ("owner_id","organisation_id","place")
);

-- CreateIndex
CREATE INDEX "kept_forms_kept_at_idx" ON "kept_forms"("kept_at");
