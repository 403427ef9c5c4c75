-- CreateTable
CREATE TABLE "paper_runs" (
    "day_on" DATE NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "usual_count" INTEGER NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" UUID,
    "released_by_name" TEXT,

    CONSTRAINT "paper_runs_pkey" PRIMARY KEY ("day_on")
);

-- CreateTable
CREATE TABLE "paper_run_counts" (
    "day_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "due_count" INTEGER NOT NULL,
    "held_count" INTEGER NOT NULL,
    "destroyed_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "paper_run_counts_pkey" PRIMARY KEY ("day_on","kind")
);

-- AddForeignKey
ALTER TABLE "paper_run_counts" ADD CONSTRAINT "paper_run_counts_day_on_fkey" FOREIGN KEY ("day_on") REFERENCES "paper_runs"("day_on") ON DELETE RESTRICT ON UPDATE CASCADE;
