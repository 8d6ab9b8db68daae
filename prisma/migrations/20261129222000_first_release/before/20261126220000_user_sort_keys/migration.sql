-- What people are sorted by. Empty until lib/database/fill-sort-keys.ts has filled them, at the start that follows.
ALTER TABLE "user_account" ADD COLUMN "name_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN "user_id_key" TEXT COLLATE "C" NOT NULL DEFAULT '';
