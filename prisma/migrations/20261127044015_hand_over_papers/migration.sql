-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "hand_over_id" UUID;

-- CreateTable
CREATE TABLE "paper_hand_overs" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "handed_at" TIMESTAMPTZ(3) NOT NULL,
    "paper_count" INTEGER NOT NULL,

    CONSTRAINT "paper_hand_overs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "paper_hand_overs_report_id_idx" ON "paper_hand_overs"("report_id");

-- CreateIndex
CREATE INDEX "attachments_hand_over_id_idx" ON "attachments"("hand_over_id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_hand_over_id_fkey" FOREIGN KEY ("hand_over_id") REFERENCES "paper_hand_overs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_hand_overs" ADD CONSTRAINT "paper_hand_overs_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
