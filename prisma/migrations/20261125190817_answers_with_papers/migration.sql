-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "answer_paper_id" UUID;

-- What answers is words or a paper, and there is one exactly when it was answered.
ALTER TABLE "requests" DROP CONSTRAINT "requests_answer";
ALTER TABLE "requests" ADD CONSTRAINT "requests_answer"
  CHECK (("answered_at" IS NULL) = ("answer_sealed" IS NULL AND "answer_paper_id" IS NULL));
