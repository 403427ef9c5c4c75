-- AlterTable
ALTER TABLE "reports" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "written_down_by_id" UUID;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_written_down_by_id_fkey" FOREIGN KEY ("written_down_by_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a school must still confirm is a handful among all its reports.
CREATE INDEX "reports_to_confirm_idx" ON "reports" ("organisation_id", "filed_at") WHERE "written_down_by_id" IS NOT NULL AND "confirmed_at" IS NULL;

ALTER TABLE "reports" DROP CONSTRAINT "reports_one_sender",
  ADD CONSTRAINT "reports_one_sender" CHECK (num_nonnulls("reporter_id", "client_id", "written_down_by_id") = 1),
  ADD CONSTRAINT "reports_confirmed_if_asked" CHECK ("confirmed_at" IS NULL OR "written_down_by_id" IS NOT NULL);
