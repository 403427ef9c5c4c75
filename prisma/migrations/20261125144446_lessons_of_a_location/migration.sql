-- What a lesson and a whole day of a location count for, and its own term for students over 18.
ALTER TABLE "locations" ADD COLUMN     "lesson_minutes" INTEGER NOT NULL DEFAULT 50,
ADD COLUMN     "lessons_by_weekday" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "over_18_days" INTEGER;
