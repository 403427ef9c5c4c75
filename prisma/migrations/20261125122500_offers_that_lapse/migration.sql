-- An offer that nobody answers in time comes back by itself.
ALTER TABLE "case_transfers" DROP CONSTRAINT "case_transfers_answer";
ALTER TABLE "case_transfers" ADD CONSTRAINT "case_transfers_answer" CHECK ("answer" IN ('accepted', 'refused', 'taken_back', 'lapsed'));
