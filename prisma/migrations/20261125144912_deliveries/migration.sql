-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "dataset" TEXT NOT NULL,
    "region_number" INTEGER NOT NULL,
    "period_from_on" DATE NOT NULL,
    "period_until_on" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "wishes" JSONB,
    "requested_by_id" UUID,
    "previous_id" UUID,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "persons_total" INTEGER,
    "persons_done" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "counts" JSONB,
    "ready_at" TIMESTAMPTZ(3),
    "expires_on" DATE,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_rows" (
    "delivery_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "was_open" BOOLEAN NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "is_protected" BOOLEAN NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "delivery_rows_pkey" PRIMARY KEY ("delivery_id","student_id")
);

-- CreateTable
CREATE TABLE "delivery_files" (
    "delivery_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "delivery_files_pkey" PRIMARY KEY ("delivery_id","name")
);

-- CreateTable
CREATE TABLE "delivery_file_parts" (
    "delivery_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "delivery_file_parts_pkey" PRIMARY KEY ("delivery_id","name","sequence")
);

-- CreateTable
CREATE TABLE "delivery_receipts" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "account_id" UUID,
    "taken_by" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_marks" (
    "id" UUID NOT NULL,
    "region_number" INTEGER NOT NULL,
    "student_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "marked_by_id" UUID NOT NULL,
    "marked_by" TEXT NOT NULL,

    CONSTRAINT "delivery_marks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deliveries_region_number_status_idx" ON "deliveries"("region_number", "status");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_dataset_region_number_period_from_on_version_key" ON "deliveries"("dataset", "region_number", "period_from_on", "version");

-- CreateIndex
CREATE INDEX "delivery_rows_delivery_id_class_idx" ON "delivery_rows"("delivery_id", "class");

-- CreateIndex
CREATE INDEX "delivery_receipts_delivery_id_taken_at_idx" ON "delivery_receipts"("delivery_id", "taken_at");

-- CreateIndex
CREATE INDEX "delivery_receipts_account_id_taken_at_idx" ON "delivery_receipts"("account_id", "taken_at");

-- CreateIndex
CREATE INDEX "delivery_marks_region_number_student_id_marked_at_idx" ON "delivery_marks"("region_number", "student_id", "marked_at");

-- AddForeignKey
ALTER TABLE "delivery_rows" ADD CONSTRAINT "delivery_rows_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_files" ADD CONSTRAINT "delivery_files_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_file_parts" ADD CONSTRAINT "delivery_file_parts_delivery_id_name_fkey" FOREIGN KEY ("delivery_id", "name") REFERENCES "delivery_files"("delivery_id", "name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_receipts" ADD CONSTRAINT "delivery_receipts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;
