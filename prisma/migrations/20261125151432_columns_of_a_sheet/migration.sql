-- CreateTable
CREATE TABLE "sheet_mappings" (
    "organisation_id" UUID NOT NULL,
    "columns" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_mappings_pkey" PRIMARY KEY ("organisation_id")
);
