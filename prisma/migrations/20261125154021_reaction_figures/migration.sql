-- CreateTable
CREATE TABLE "reaction_figures" (
    "office_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "in_time_count" INTEGER NOT NULL,
    "median_days" INTEGER NOT NULL,
    "p90_days" INTEGER NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reaction_figures_pkey" PRIMARY KEY ("office_id","kind","starts_on")
);

-- AddForeignKey
ALTER TABLE "reaction_figures" ADD CONSTRAINT "reaction_figures_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reaction_figures" ADD CONSTRAINT "reaction_figures_kind" CHECK ("kind" IN ('month', 'quarter'));
