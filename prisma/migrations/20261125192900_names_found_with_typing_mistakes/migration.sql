-- What the schema language cannot say.

-- Case and accents do not count in a search.
CREATE FUNCTION "folded"(word TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(regexp_replace(normalize(word, NFD), '[\u0300-\u036f]', '', 'g'));

CREATE INDEX "students_by_name" ON "students" USING gin (folded("last_name") gin_trgm_ops, folded("first_name") gin_trgm_ops);
CREATE INDEX "locations_by_name" ON "locations" USING gin (folded("name") gin_trgm_ops, folded("city") gin_trgm_ops);
CREATE INDEX "reports_by_own_reference" ON "reports" ("office_id", folded("own_reference")) WHERE "own_reference" IS NOT NULL;
