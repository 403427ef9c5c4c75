-- AlterTable
ALTER TABLE "letters" ADD COLUMN     "calendar" TEXT;
