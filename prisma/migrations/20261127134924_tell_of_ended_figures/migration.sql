-- CreateTable
CREATE TABLE "figure_endings" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "chart" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_endings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "figure_endings_account_id_idx" ON "figure_endings"("account_id");

-- CreateIndex
CREATE INDEX "figure_endings_ended_at_idx" ON "figure_endings"("ended_at");
