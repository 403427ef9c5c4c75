-- Of very many letters few come back: a page that was away for a while asks which, without reading the others.
CREATE INDEX "letters_came_back" ON "letters" ("refused_at") WHERE "refused_at" IS NOT NULL;
-- When a letter of many comes back, those of which it told count as not read.
CREATE INDEX "letters_in_digest" ON "letters" ("digest_id") WHERE "digest_id" IS NOT NULL;
