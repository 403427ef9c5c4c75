-- CreateTable
CREATE TABLE "draft_papers" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "name_sealed" TEXT NOT NULL,
    "sent_sha256" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "object_key" UUID NOT NULL,
    "file_key_sealed" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "draft_papers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "draft_papers_object_key_key" ON "draft_papers"("object_key");

-- CreateIndex
CREATE INDEX "draft_papers_submission_id_idx" ON "draft_papers"("submission_id");

-- CreateIndex
CREATE INDEX "draft_papers_organisation_id_idx" ON "draft_papers"("organisation_id");

-- CreateIndex
CREATE INDEX "draft_papers_uploaded_at_idx" ON "draft_papers"("uploaded_at");
