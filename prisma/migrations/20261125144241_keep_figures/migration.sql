-- CreateTable
CREATE TABLE "figure_facts" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "person" BIGINT NOT NULL,
    "filed_on" DATE NOT NULL,
    "month" TEXT NOT NULL,
    "school_year" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "sector" TEXT NOT NULL,
    "municipality_code" TEXT,
    "region_number" INTEGER,
    "office_id" UUID,
    "is_protected" BOOLEAN NOT NULL,
    "type" TEXT NOT NULL,
    "age_band" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "is_follow_up" BOOLEAN NOT NULL,
    "is_withdrawn" BOOLEAN NOT NULL,
    "is_filed_in_time" BOOLEAN,
    "is_answered_in_time" BOOLEAN,
    "reaction_days" INTEGER,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_facts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_dirt" (
    "level" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "school_year" TEXT NOT NULL,
    "period" TEXT NOT NULL,

    CONSTRAINT "figure_dirt_pkey" PRIMARY KEY ("level","place","school_year","period")
);

-- CreateTable
CREATE TABLE "figure_cells" (
    "level" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "report_count" INTEGER NOT NULL,
    "pupil_count" INTEGER NOT NULL,
    "follow_up_count" INTEGER NOT NULL,
    "timed_count" INTEGER NOT NULL,
    "filed_in_time_count" INTEGER NOT NULL,
    "due_count" INTEGER NOT NULL,
    "answered_in_time_count" INTEGER NOT NULL,
    "open_count" INTEGER NOT NULL,
    "reaction_days_median" INTEGER,
    "reaction_days_slow" INTEGER,

    CONSTRAINT "figure_cells_pkey" PRIMARY KEY ("level","place","period","breakdown","code")
);

-- CreateTable
CREATE TABLE "figure_bases" (
    "level" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "school_year" TEXT NOT NULL,
    "enrolled_count" INTEGER NOT NULL,
    "counted_on" DATE NOT NULL,

    CONSTRAINT "figure_bases_pkey" PRIMARY KEY ("level","place","school_year")
);

-- CreateTable
CREATE TABLE "figure_stand" (
    "id" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_stand_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "figure_facts_organisation_id_school_year_idx" ON "figure_facts"("organisation_id", "school_year");

-- CreateIndex
CREATE INDEX "figure_facts_location_id_school_year_idx" ON "figure_facts"("location_id", "school_year");

-- CreateIndex
CREATE INDEX "figure_facts_office_id_school_year_idx" ON "figure_facts"("office_id", "school_year");

-- CreateIndex
CREATE INDEX "figure_facts_municipality_code_school_year_idx" ON "figure_facts"("municipality_code", "school_year");

-- CreateIndex
CREATE INDEX "figure_facts_region_number_school_year_idx" ON "figure_facts"("region_number", "school_year");

-- CreateIndex
CREATE INDEX "figure_facts_school_year_month_idx" ON "figure_facts"("school_year", "month");

-- Reports whose answer becomes late by the clock alone.
CREATE INDEX "figure_facts_waiting_idx" ON "figure_facts"("due_at") WHERE "is_answered_in_time" IS NULL;
