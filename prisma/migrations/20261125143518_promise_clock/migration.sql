-- AlterTable
ALTER TABLE "reports" ADD COLUMN     "clock_from_at" TIMESTAMPTZ(3),
ADD COLUMN     "close_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "extended_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "clock_pauses" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "question_id" UUID,
    "party" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expected_on" DATE,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "clock_pauses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_terms" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "municipality_code" TEXT,
    "type" TEXT,
    "valid_from_on" DATE NOT NULL,
    "first_reaction_days" INTEGER,
    "next_reaction_days" INTEGER,
    "closing_days" INTEGER,

    CONSTRAINT "office_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_free_days" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "day_on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "office_free_days_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "clock_pauses_report_id_started_at_idx" ON "clock_pauses"("report_id", "started_at");

-- CreateIndex
CREATE INDEX "office_terms_office_id_idx" ON "office_terms"("office_id");

-- CreateIndex
CREATE INDEX "office_free_days_office_id_day_on_idx" ON "office_free_days"("office_id", "day_on");

-- AddForeignKey
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_terms" ADD CONSTRAINT "office_terms_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_free_days" ADD CONSTRAINT "office_free_days_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From when a report is over its term: the nearest of its promises, unless the clock stood still before that moment.
CREATE INDEX "reports_over_term" ON "reports" ("office_id", (
  CASE WHEN "paused_at" <= LEAST(CASE WHEN "first_reaction_at" IS NULL THEN "due_at" ELSE "next_due_at" END, "close_due_at") THEN NULL
    ELSE LEAST(CASE WHEN "first_reaction_at" IS NULL THEN "due_at" ELSE "next_due_at" END, "close_due_at") END))
  INCLUDE ("is_protected") WHERE "closed_at" IS NULL;

ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_reason" CHECK ("reason" IN ('school', 'third_party'));
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_order" CHECK ("ended_at" IS NULL OR "ended_at" >= "started_at");
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_party" CHECK (("party" IS NULL) = ("reason" = 'school'));
CREATE UNIQUE INDEX "clock_pauses_one_question" ON "clock_pauses" ("question_id") WHERE "ended_at" IS NULL;
ALTER TABLE "office_terms" ADD CONSTRAINT "office_terms_days" CHECK (
  "first_reaction_days" BETWEEN 1 AND 60 AND "next_reaction_days" BETWEEN 1 AND 120 AND "closing_days" BETWEEN 1 AND 400);
ALTER TABLE "office_terms" ADD CONSTRAINT "office_terms_ended" CHECK (
  "first_reaction_days" IS NOT NULL OR ("next_reaction_days" IS NULL AND "closing_days" IS NULL));
CREATE UNIQUE INDEX "office_terms_scope" ON "office_terms" ("office_id", "municipality_code", "type", "valid_from_on") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "office_free_days_once" ON "office_free_days" ("office_id", "day_on") WHERE "removed_at" IS NULL;
