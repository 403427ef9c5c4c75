-- CreateTable
CREATE TABLE "concealed_cells" (
    "level" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "counts" TEXT[],
    "family" TEXT NOT NULL,
    "school_year" TEXT NOT NULL,

    CONSTRAINT "concealed_cells_pkey" PRIMARY KEY ("level","place","period","breakdown","code")
);

-- CreateIndex
CREATE INDEX "concealed_cells_family_school_year_idx" ON "concealed_cells"("family", "school_year");

-- What is kept already was never looked at together: the worker begins with it.
INSERT INTO "figure_dirt" ("level", "place", "school_year", "period")
SELECT DISTINCT 'family', CASE c."level" WHEN 'school' THEN c."place" ELSE 'NL' END, c."period", c."period"
FROM "figure_cells" c
WHERE c."level" IN ('country', 'region', 'municipality', 'school') AND length(c."period") = 9
ON CONFLICT DO NOTHING;
