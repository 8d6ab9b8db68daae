-- CreateIndex
CREATE INDEX "audit_record_address_at_sequence_number_idx" ON "audit_record"("address", "at", "sequence_number");

-- CreateIndex
CREATE INDEX "audit_record_correlation_id_idx" ON "audit_record"("correlation_id");

-- What Prisma's schema cannot say.

-- The audit log by ticket, in any case.
CREATE INDEX "audit_record_ticket" ON "audit_record"(lower("fact" ->> 'ticket'), "at", "sequence_number")
  WHERE "fact" ->> 'ticket' IS NOT NULL;

-- Terms of accounts that were there before, folded as lib/accounts/users/search-terms.ts does: letters that are no
-- accented ones, then names with their umlauts spelled out.
WITH "old" AS (DELETE FROM "user_search_term" WHERE "term" ~ '[łøđðħŧŋıæœþ]' RETURNING "user_id", "domain", "term")
INSERT INTO "user_search_term" ("user_id", "domain", "term")
SELECT DISTINCT "user_id", "domain",
  left(replace(replace(replace(translate("term", 'łøđðħŧŋı', 'loddhtni'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 64)
FROM "old"
ON CONFLICT DO NOTHING;

INSERT INTO "user_search_term" ("user_id", "domain", "term")
SELECT DISTINCT "user_id", "domain", left(word, 64)
FROM (
  SELECT "user_id", "domain",
    regexp_replace(normalize(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      lower(normalize("display_name", NFC)),
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ø', 'oe'), 'å', 'aa'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ß', 'ss'),
      NFKD), '[\u0300-\u036f]', '', 'g') AS folded
  FROM "user_account" WHERE lower(normalize("display_name", NFC)) ~ '[äöüøå]'
) AS account,
  LATERAL (
    SELECT regexp_split_to_table(translate(folded, 'łđðħŧŋı', 'lddhtni'), '\s+') AS word
    UNION
    SELECT regexp_split_to_table(translate(folded, 'łđðħŧŋı', 'lddhtni'), '[^[:alnum:]]+')
  ) AS words
WHERE word <> ''
ON CONFLICT DO NOTHING;
