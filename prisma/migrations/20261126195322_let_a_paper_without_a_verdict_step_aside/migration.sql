-- AlterTable
ALTER TABLE "attachments" ADD COLUMN     "scan_tried_at" TIMESTAMPTZ(3);
