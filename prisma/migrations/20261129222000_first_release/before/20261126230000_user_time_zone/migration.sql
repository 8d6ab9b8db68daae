-- The IANA name of a person's time zone; null for the site's.
ALTER TABLE "user_account" ADD COLUMN "time_zone" TEXT;
