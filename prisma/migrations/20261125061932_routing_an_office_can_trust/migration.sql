-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "also_matched" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "office_rule_id" TEXT,
ADD COLUMN     "rule_set_version" INTEGER,
ADD COLUMN     "table_then" JSONB;

-- CreateTable
CREATE TABLE "case_transfers" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "from_office_id" UUID NOT NULL,
    "to_office_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note_sealed" TEXT,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_by_id" UUID NOT NULL,
    "offered_by_name" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_name" TEXT,
    "answer" TEXT,

    CONSTRAINT "case_transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_signals" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since_on" DATE NOT NULL,
    "data" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,

    CONSTRAINT "case_signals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_sets" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "active_from_on" DATE,
    "activated_at" TIMESTAMPTZ(3),
    "activated_by" TEXT,
    "rules" JSONB NOT NULL,
    "spread" TEXT NOT NULL DEFAULT 'least-open-work',
    "edition" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_faults" (
    "office_id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "fault" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "notified_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_faults_pkey" PRIMARY KEY ("office_id","rule_id","fault")
);

-- CreateTable
CREATE TABLE "officer_terms" (
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "work_days" INTEGER[],
    "case_cap" INTEGER,
    "no_new_from_on" DATE,

    CONSTRAINT "officer_terms_pkey" PRIMARY KEY ("office_id","account_id")
);

-- CreateTable
CREATE TABLE "officer_leaves" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "first_day_on" DATE NOT NULL,
    "last_day_on" DATE,
    "deputy_id" UUID,

    CONSTRAINT "officer_leaves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_moves" (
    "id" UUID NOT NULL,
    "old_code" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "planned_by" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "moved_count" INTEGER,

    CONSTRAINT "area_moves_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_transfers_report_id_idx" ON "case_transfers"("report_id");

-- CreateIndex
CREATE INDEX "case_transfers_to_office_id_answer_idx" ON "case_transfers"("to_office_id", "answer");

-- CreateIndex
CREATE INDEX "case_transfers_from_office_id_answer_idx" ON "case_transfers"("from_office_id", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "case_signals_report_id_kind_since_on_key" ON "case_signals"("report_id", "kind", "since_on");

-- CreateIndex
CREATE INDEX "rule_sets_office_id_active_from_on_idx" ON "rule_sets"("office_id", "active_from_on");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_office_id_version_key" ON "rule_sets"("office_id", "version");

-- CreateIndex
CREATE INDEX "officer_leaves_office_id_account_id_idx" ON "officer_leaves"("office_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_moves_old_code_effective_on_key" ON "area_moves"("old_code", "effective_on");

-- AddForeignKey
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_from_office_id_fkey" FOREIGN KEY ("from_office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_to_office_id_fkey" FOREIGN KEY ("to_office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signals" ADD CONSTRAINT "case_signals_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_faults" ADD CONSTRAINT "rule_faults_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_terms" ADD CONSTRAINT "officer_terms_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_terms" ADD CONSTRAINT "officer_terms_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_leaves" ADD CONSTRAINT "officer_leaves_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_leaves" ADD CONSTRAINT "officer_leaves_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_leaves" ADD CONSTRAINT "officer_leaves_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One offer at a time waits for an answer.
CREATE UNIQUE INDEX "case_transfers_waiting" ON "case_transfers" ("report_id") WHERE "answer" IS NULL;

-- In turn: when somebody of the office last got a report.
CREATE INDEX "assignments_turn" ON "assignments" ("office_id", "officer_id", "decided_at");

ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_kind" CHECK ("kind" IN ('referral', 'transfer'));
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_answer" CHECK ("answer" IN ('accepted', 'refused', 'taken_back'));
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_spread" CHECK ("spread" IN ('least-open-work', 'in-turn'));
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_active" CHECK (("active_from_on" IS NULL) = ("activated_at" IS NULL));
ALTER TABLE "officer_leaves" ADD CONSTRAINT "officer_leaves_order" CHECK ("last_day_on" IS NULL OR "last_day_on" >= "first_day_on");
ALTER TABLE "officer_leaves" ADD CONSTRAINT "officer_leaves_deputy" CHECK ("deputy_id" IS DISTINCT FROM "account_id");
ALTER TABLE "officer_terms" ADD CONSTRAINT "officer_terms_cap" CHECK ("case_cap" >= 0);
