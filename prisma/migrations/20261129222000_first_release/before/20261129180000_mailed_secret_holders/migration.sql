-- A code is of the browser or session that asked for it: nobody else uses its tries up, or takes its place.
ALTER TABLE "mailed_secret" ADD COLUMN "holder_hash" TEXT NOT NULL DEFAULT '';
ALTER TABLE "mailed_secret"
  DROP CONSTRAINT "mailed_secret_pkey",
  ADD CONSTRAINT "mailed_secret_pkey" PRIMARY KEY ("user_id", "domain", "purpose", "holder_hash");
