-- AlterTable
ALTER TABLE "user_account" ADD COLUMN "group_name" TEXT,
ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN "mail_addresses" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "user_search_term" (
    "user_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "term" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "user_search_term_pkey" PRIMARY KEY ("user_id","domain","term")
);

-- CreateIndex
CREATE INDEX "user_account_roles_idx" ON "user_account" USING GIN ("roles");

-- CreateIndex
CREATE INDEX "user_search_term_domain_term_user_id_idx" ON "user_search_term"("domain", "term", "user_id");

-- AddForeignKey
ALTER TABLE "user_search_term" ADD CONSTRAINT "user_search_term_user_id_domain_fkey" FOREIGN KEY ("user_id", "domain") REFERENCES "user_account"("user_id", "domain") ON DELETE CASCADE ON UPDATE CASCADE;

-- Accounts that were there before. The same folding as the application's, see lib/access/search-terms.ts.
INSERT INTO "user_search_term" ("user_id", "domain", "term")
SELECT DISTINCT "user_id", "domain", word
FROM (
  SELECT "user_id", "domain",
    replace(lower(regexp_replace(normalize("user_id" || ' ' || "display_name", NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss') AS folded
  FROM "user_account"
) AS account,
  LATERAL (
    SELECT regexp_split_to_table(folded, '\s+') AS word
    UNION
    SELECT regexp_split_to_table(folded, '[^[:alnum:]]+')
  ) AS words
WHERE word <> '';
