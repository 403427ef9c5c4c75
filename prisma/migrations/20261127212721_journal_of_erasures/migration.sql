-- CreateTable
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "reason" TEXT,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);
