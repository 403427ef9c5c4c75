-- CreateTable
CREATE TABLE "report_imports" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "mandate_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "heads_sealed" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "defaults" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "send_count" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "report_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_import_rows" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells_sealed" TEXT,
    "changes_sealed" TEXT,
    "verdict" TEXT NOT NULL,
    "problems" JSONB NOT NULL,
    "warnings" TEXT[],
    "student_id" UUID,
    "reference" TEXT,

    CONSTRAINT "report_import_rows_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "organisation_id" UUID NOT NULL,
    "columns" JSONB NOT NULL,
    "defaults" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateIndex
CREATE INDEX "report_imports_expires_on_idx" ON "report_imports"("expires_on");

-- CreateIndex
CREATE UNIQUE INDEX "report_imports_owner_id_organisation_id_content_hash_key" ON "report_imports"("owner_id", "organisation_id", "content_hash");

-- CreateIndex
CREATE INDEX "report_import_rows_import_id_verdict_line_idx" ON "report_import_rows"("import_id", "verdict", "line");

-- AddForeignKey
ALTER TABLE "report_imports" ADD CONSTRAINT "report_imports_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_imports" ADD CONSTRAINT "report_imports_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_import_rows" ADD CONSTRAINT "report_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "report_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "report_imports" ADD CONSTRAINT "report_imports_stage" CHECK ("stage" IN ('columns', 'checking', 'ready', 'sending'));
ALTER TABLE "report_import_rows" ADD CONSTRAINT "report_import_rows_verdict"
  CHECK ("verdict" IN ('waiting', 'good', 'look', 'wrong', 'left_out', 'filed', 'known'));
-- What a row said is kept until it is sent, and then only the reference of its report.
ALTER TABLE "report_import_rows" ADD CONSTRAINT "report_import_rows_sent"
  CHECK (("verdict" IN ('filed', 'known')) = ("reference" IS NOT NULL) AND ("cells_sealed" IS NOT NULL OR "verdict" = 'filed'));
