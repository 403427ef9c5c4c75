-- CreateTable
CREATE TABLE "late_ladders" (
    "owner" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_ladders_pkey" PRIMARY KEY ("owner")
);
