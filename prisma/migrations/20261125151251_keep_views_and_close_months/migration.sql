-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "chart" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closed_cells" (
    "level" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "report_count" INTEGER NOT NULL,
    "pupil_count" INTEGER NOT NULL,
    "follow_up_count" INTEGER NOT NULL,
    "timed_count" INTEGER NOT NULL,
    "filed_in_time_count" INTEGER NOT NULL,

    CONSTRAINT "closed_cells_pkey" PRIMARY KEY ("level","place","month","breakdown","code")
);

-- CreateTable
CREATE TABLE "closed_months" (
    "month" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_months_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "quiet_months" (
    "location_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quiet_months_pkey" PRIMARY KEY ("location_id","month")
);

-- CreateIndex
CREATE INDEX "saved_views_organisation_id_idx" ON "saved_views"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_account_id_organisation_id_name_key" ON "saved_views"("account_id", "organisation_id", "name");
