-- AlterTable
ALTER TABLE "follow_rules" ADD COLUMN     "is_daily" BOOLEAN NOT NULL DEFAULT false;
