-- AlterTable
ALTER TABLE "letters" ADD COLUMN     "rule_organisation_id" UUID;
