-- CreateTable
CREATE TABLE "paper_holds" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "reason_sealed" TEXT NOT NULL,
    "held_by_id" UUID NOT NULL,
    "held_by_name" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_holds_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "paper_holds_report_id_idx" ON "paper_holds"("report_id");

-- AddForeignKey
ALTER TABLE "paper_holds" ADD CONSTRAINT "paper_holds_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The papers of a report are held once at a time.
CREATE UNIQUE INDEX "paper_holds_standing" ON "paper_holds" ("report_id") WHERE "lifted_at" IS NULL;
